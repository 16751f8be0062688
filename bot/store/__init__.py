"""What was read stays and is found again: one Store over SQLite or PostgreSQL, chosen by a URL.

Every writing method is one short transaction, every value that crosses is a frozen dataclass, and
every failure is a bot.errors.StoreError of one line. A Store may be used from several threads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, make_url, select

from bot.config import Subscriber
from bot.errors import StoreError
from bot.records.model import ArticleRef, Record, StoredRecord
from bot.store import (
    articles,
    copies,
    deliveries,
    documents,
    hits,
    index,
    keeping,
    migrate,
    records,
    registry,
    schema,
    sources,
    subscribers,
    tokens,
)
from bot.store.articles import RawPage, State, Version
from bot.store.deliveries import DELIVERY_STATES, Delivery, DeliveryState
from bot.store.engine import Progress, connect, maintain, put, resolve, shown, transaction
from bot.store.hits import Hit, Results
from bot.store.keeping import Pruned
from bot.store.query import Query, parse_query
from bot.store.records import Outcome, Sequel, Wanted
from bot.store.registry import Appearance, Held, Officer, OrganisationEntry, PersonEntry
from bot.store.search import Quote
from bot.store.sources import SourceState
from bot.store.subscribers import StoredSubscriber
from scrapers.model import Article, Page

__all__ = [
    "DELIVERY_STATES",
    "Appearance",
    "ArticleRef",
    "Counters",
    "Delivery",
    "DeliveryState",
    "Held",
    "Hit",
    "Officer",
    "OrganisationEntry",
    "PersonEntry",
    "Progress",
    "Pruned",
    "Query",
    "Quote",
    "RawPage",
    "Results",
    "Saved",
    "Sequel",
    "SourceState",
    "Store",
    "StoredRecord",
    "StoredSubscriber",
    "Version",
    "Wanted",
    "parse_query",
    "shown",
]


def _silent(what: str, done: int, total: int) -> None:
    """Show no progress."""


# What is worked out of the rest, by its key in meta: one that an earlier program made is made anew.
_DERIVED = (
    ("records.keys", records.KEYS_VERSION, records.key_all),
    ("copies.version", copies.VERSION, copies.band_all),
    ("search.version", tokens.VERSION, keeping.reindex),
)
_CHUNK = 200  # rows read at a time while everything is walked through


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an article: new, changed or same; its id, and the ids of its records."""

    state: State
    article_id: str
    record_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counters:
    """How much is stored; ``deliveries`` counts the ledger's rows by state."""

    articles: int
    records: int
    pages: int
    subscribers: int
    deliveries: dict[str, int]


class Store:
    """Articles, records, search, registry, source states, subscribers and the ledger of deliveries."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._index = index.Reader()

    @classmethod
    def open(cls, url: str, *, root: Path, progress: Progress = _silent, mapped: bool = True) -> Self:
        """Open a database, making it and bringing it to the newest schema where needed.

        Args:
            url: `sqlite:///state/zhouxun.db` or `postgresql://user@host/name`.
            root: the folder a relative file path starts from.
            progress: told how far the work is that a newer program has with an older database.
            mapped: map a SQLite file into memory, which speeds up searches; what only writes goes without.

        Raises:
            StoreError: it cannot be opened or migrated; the line says what to do.
        """
        engine = connect(resolve(url, root), mapped=mapped)
        migrate.upgrade(engine)
        store = cls(engine)
        if any(store.get(key) != version for key, version, _ in _DERIVED):
            store._derive(progress)
        return store

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty store that is gone with its last connection."""
        engine = connect(make_url("sqlite://"))
        store = cls(engine)
        with store._writing() as connection:
            migrate.create(connection)
        return store

    def _derive(self, progress: Progress) -> None:
        with self._writing() as connection:
            index.lock(connection)
            for key, version, make in _DERIVED:
                if _get(connection, key) != version:  # another process may have been quicker
                    make(connection, progress)
                    put(connection, schema.meta, [{"key": key, "value": version}])

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _reading(self) -> AbstractContextManager[Connection]:
        return transaction(self._engine, writing=False)

    def _writing(self) -> AbstractContextManager[Connection]:
        return transaction(self._engine, writing=True)

    # --- articles and records ---------------------------------------------------------------------

    def known(self, urls: Collection[str]) -> frozenset[str]:
        """Return those of the addresses whose article is stored, in the spelling they were given."""
        with self._reading() as connection:
            return articles.known(connection, urls)

    def save(
        self, article: Article, records_found: Sequence[Record], *, page: Page | None = None, now: datetime
    ) -> Saved:
        """Store an article with what was read out of it, in one transaction.

        The database settles whether the article is new. A changed one keeps its earlier text as a
        version. Its records are merged into those other articles told of; records it no longer
        tells of go, unless another article does. ``page`` is kept for reprocessing.
        """
        draft = _Draft.of(article, page)
        with transaction(self._engine, writing=True, durable=False) as connection:
            index.lock(connection)
            state, id, replaced = articles.write(connection, draft.row, now)
            if draft.page is not None:
                put(connection, schema.page, [{"article": id, **draft.page}])
            if state != "same":
                copies.fold(connection, id, draft.article.text, draft.bands, replaced)
            draft = replace(draft, article=replace(draft.article, id=id))
            outcome = records.assign(connection, draft.article, records_found, now, fresh=state == "new")
            if state != "same" or outcome.changed or outcome.gone:
                _index(connection, draft, outcome, now, fresh=state == "new")
            return Saved(state, id, tuple(record.id for record in outcome.told))

    def article(self, id: str) -> Article | None:
        """Return an article by its id."""
        with self._reading() as connection:
            return articles.one(connection, id)

    def articles(self, since: datetime | None = None, until: datetime | None = None) -> Iterator[Article]:
        """Walk through the articles first stored in [since, until), oldest first."""
        after: tuple[datetime, str] | None = None
        while True:
            with self._reading() as connection:
                rows = articles.between(connection, since, until, after, _CHUNK)
            yield from map(articles.read, rows)
            if len(rows) < _CHUNK:
                return
            after = rows[-1].first_seen, rows[-1].id

    def versions(self, article_id: str) -> tuple[Version, ...]:
        """Return an article's earlier texts, oldest first."""
        with self._reading() as connection:
            return articles.versions(connection, article_id)

    def raw_pages(self, sources: Collection[str] = ()) -> Iterator[RawPage]:
        """Walk through the pages kept as received, of some sources or all."""
        after = ""
        while True:
            with self._reading() as connection:
                rows = articles.pages_after(connection, sources, after, _CHUNK)
            yield from map(articles.raw_page, rows)
            if len(rows) < _CHUNK:
                return
            after = rows[-1].article

    def record(self, id: str) -> StoredRecord | None:
        """Return a record by its id."""
        with self._reading() as connection:
            return records.by_ids(connection, [id]).get(id)

    def records(self, wanted: Wanted | None = None) -> list[StoredRecord]:
        """Return the records asked for (see Wanted) by the day they take place, those without one last."""
        with self._reading() as connection:
            return records.listed(connection, wanted or Wanted())

    # --- search -----------------------------------------------------------------------------------

    def search(self, query: Query, *, today: date) -> Results:
        """Answer a question (see parse_query) from articles and records, best first.

        The ranking is our own and reads nothing but whole numbers from the database, so that every
        database gives the same hits in the same order. What has no answer is answered by the
        nearest, and the note says so.
        """
        with self._reading() as connection:
            return hits.find(connection, self._index.snapshot(connection), query, today)

    # --- who is who, and what follows what --------------------------------------------------------

    def who(self, name: str) -> tuple[PersonEntry, ...]:
        """Return the persons of a name (in characters or pinyin), with posts over time; namesakes stay apart."""
        with self._reading() as connection:
            return registry.people(connection, name)

    def organisations(self, name: str) -> tuple[OrganisationEntry, ...]:
        """Return the bodies of a name or of a part of it, with their officers and records."""
        with self._reading() as connection:
            return registry.bodies(connection, name)

    def editions(self, series: str) -> list[StoredRecord]:
        """Return the editions of a fair or yearly meeting, by number and day."""
        with self._reading() as connection:
            return records.editions(connection, series)

    def sequel(self, id: str) -> list[Sequel]:
        """Return what carries a record on: later editions of a series, and what was told of a plan afterwards."""
        with self._reading() as connection:
            return records.sequel(connection, id)

    # --- sources ----------------------------------------------------------------------------------

    def source_state(self, id: str) -> SourceState:
        """Return what is known of a source; a blank state before its first poll."""
        with self._reading() as connection:
            return sources.one(connection, id) or SourceState(id)

    def source_states(self) -> tuple[SourceState, ...]:
        """Return every source's state by id."""
        with self._reading() as connection:
            return sources.listed(connection)

    def save_source_state(self, state: SourceState) -> None:
        """Store a source's state, replacing the one before.

        A power cut may take the last ones, with the articles stored since: the next poll finds those again.
        """
        with transaction(self._engine, writing=True, durable=False) as connection:
            sources.write(connection, state)

    # --- subscribers ------------------------------------------------------------------------------

    def subscribers(self) -> tuple[StoredSubscriber, ...]:
        """Return the subscribers who are stored (config.yaml's fixed ones are not), oldest first."""
        with self._reading() as connection:
            return subscribers.listed(connection)

    def subscriber(self, address: Subscriber) -> StoredSubscriber | None:
        """Return the stored subscriber with the same email address or chat."""
        with self._reading() as connection:
            return subscribers.one(connection, address)

    def subscriber_by_token(self, token: str) -> StoredSubscriber | None:
        """Return the subscriber whose personal link carries this token."""
        with self._reading() as connection:
            return subscribers.by_token(connection, token)

    def save_subscriber(self, value: StoredSubscriber, now: datetime) -> None:
        """Add a subscriber, or change the one with the same address."""
        with self._writing() as connection:
            subscribers.write(connection, value, now)

    def move_subscriber(self, old: Subscriber, new: Subscriber) -> bool:
        """Give a subscriber, stored or only in the ledger, another address; tell whether one was stored."""
        with self._writing() as connection:
            deliveries.move(connection, old.key, new.key)
            return subscribers.move(connection, old, new)

    def remove_subscriber(self, address: Subscriber) -> bool:
        """Forget a subscriber; tell whether there was one."""
        with self._writing() as connection:
            return subscribers.remove(connection, address)

    # --- deliveries -------------------------------------------------------------------------------

    def enqueue(self, issue: str, subscriber: str, channel: str, parts: Sequence[str], now: datetime) -> int:
        """Put the rendered parts of an issue for a subscriber into the ledger, once.

        Returns:
            How many rows were added: none where the ledger has this issue for them already.
        """
        with self._writing() as connection:
            return deliveries.enqueue(connection, issue, subscriber, channel, parts, now)

    def subscribers_of(self, issue: str) -> frozenset[str]:
        """Return the subscribers for whom the ledger has an issue already."""
        with self._reading() as connection:
            return deliveries.subscribers_of(connection, issue)

    def claim(self, issue: str, subscriber: str, channel: str, part: int, now: datetime) -> bool:
        """Take a `pending` row that is due; exactly one of any number of callers is told True."""
        with self._writing() as connection:
            return deliveries.claim(connection, issue, subscriber, channel, part, now)

    def settle(
        self,
        issue: str,
        subscriber: str,
        channel: str,
        part: int,
        state: DeliveryState,
        answer: str | None,
        now: datetime,
        due: datetime | None = None,
    ) -> None:
        """Write down what became of a row, what the server answered, and when it is to be tried again."""
        with self._writing() as connection:
            deliveries.settle(connection, issue, subscriber, channel, part, state, answer, now, due)

    def pause_deliveries(self, subscriber: str, answer: str, now: datetime) -> int:
        """Set aside what waits for a subscriber who takes no messages; return how many rows."""
        with self._writing() as connection:
            return deliveries.pause(connection, subscriber, answer, now)

    def due_deliveries(
        self, by: datetime, limit: int, *, subscriber: str | None = None
    ) -> tuple[Delivery, ...]:
        """Return rows to be tried until then, soonest first: of each issue and subscriber only the next part."""
        with self._reading() as connection:
            return deliveries.due(connection, by, limit, subscriber)

    def recover(self, now: datetime, *, claimed_before: datetime | None = None) -> int:
        """Mark rows that a dead process left `sending` as `ambiguous`; return how many.

        Args:
            now: written down as the time of the change.
            claimed_before: rows claimed later belong to a living process; default: all are dead's.
        """
        with self._writing() as connection:
            return deliveries.recover(connection, now, claimed_before or now)

    def requeue(self, *, issue: str | None = None, states: Sequence[DeliveryState], now: datetime) -> int:
        """Make rows in these states `pending` again, for another try; return how many."""
        with self._writing() as connection:
            return deliveries.requeue(connection, issue, states, now)

    def deliveries(
        self, *, issue: str | None = None, state: DeliveryState | None = None, subscriber: str | None = None
    ) -> tuple[Delivery, ...]:
        """Return rows of the ledger by issue, subscriber, channel and part."""
        with self._reading() as connection:
            return deliveries.listed(connection, issue, state, subscriber)

    # --- the rest ---------------------------------------------------------------------------------

    def get(self, key: str) -> str | None:
        """Return a value kept by its key, such as the last digest's issue."""
        with self._reading() as connection:
            return _get(connection, key)

    def set(self, key: str, value: str) -> None:
        """Keep a value under a key."""
        with self._writing() as connection:
            put(connection, schema.meta, [{"key": key, "value": value}])

    def counters(self) -> Counters:
        """Count what is stored."""
        with self._reading() as connection:
            return Counters(
                articles.count(connection, schema.article),
                articles.count(connection, schema.record),
                articles.count(connection, schema.page),
                articles.count(connection, schema.subscriber),
                deliveries.counts(connection),
            )

    # --- keeping ----------------------------------------------------------------------------------

    def backup(self, path: Path, progress: Progress = _silent) -> None:
        """Write a copy of the whole database into a new SQLite file while others go on writing.

        The file is a database like any other: name it in config.yaml, or `copy_to` it back.
        """
        if path.exists():
            raise StoreError(f"{path}: is there already; name a new file")
        path.parent.mkdir(parents=True, exist_ok=True)
        if self._engine.dialect.name == "sqlite":
            keeping.backup(self._engine, path)
        else:
            with Store.open(f"sqlite:///{path}", root=Path()) as other:
                self.copy_to(other, progress)

    def copy_to(self, other: Store, progress: Progress = _silent) -> None:
        """Copy everything into another, empty store, in one transaction of each.

        Raises:
            StoreError: the other is not empty.
        """
        with self._reading() as source, other._writing() as target:
            keeping.copy(source, target, progress)

    def prune(
        self, *, pages_before: datetime, articles_before: datetime | None = None, now: datetime
    ) -> Pruned:
        """Forget raw pages fetched before a time, and articles first stored before another.

        Records that no other article tells of go with their articles.
        """
        with self._writing() as connection:
            return keeping.prune(
                connection, pages_before=pages_before, articles_before=articles_before, now=now
            )

    def shrink(self) -> None:
        """Give what pruning freed back to the disk, and the database's planner fresh counts."""
        maintain(self._engine)

    @property
    def revision(self) -> str | None:
        """The revision of the schema (see migrations)."""
        with self._reading() as connection:
            return migrate.revision(connection)

    def reindex(self, progress: Progress = _silent) -> None:
        """Build the search index anew, without the dead documents of the old one."""
        with self._writing() as connection:
            keeping.reindex(connection, progress)


@dataclass(frozen=True, slots=True)
class _Draft:
    """All of an article's storing that asks no database: others may write while it is worked out."""

    article: Article
    row: dict[str, Any]
    page: dict[str, Any] | None
    bands: list[int]
    weighed: tokens.Weighed

    @classmethod
    def of(cls, article: Article, page: Page | None) -> Self:
        article = articles.storable(article)
        return cls(
            article,
            articles.row(article),
            articles.page_row(article.source, page) if page else None,
            copies.bands_of(article.text),
            tokens.weigh(article.title, article.text),
        )


def _index(connection: Connection, draft: _Draft, outcome: Outcome, now: datetime, *, fresh: bool) -> None:
    """Bring the search index up to date with an article just written and the records it touched."""
    article, today = draft.article, now.date()
    ids = sorted({id for record in outcome.changed for id in record.articles if id != article.id})
    seen = articles.references(connection, ids) | {article.id: articles.reference(article)}
    found = [documents.of_article(article, draft.weighed, outcome.told, today)]
    for record in outcome.changed:
        found.append(documents.of_record(record, [seen[id] for id in record.articles if id in seen], today))
    alone = fresh and not ids  # nothing of this was in the index
    index.replace(connection, found, map(documents.record_item, outcome.gone), fresh=alone)


def _get(connection: Connection, key: str) -> str | None:
    return connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == key)).scalar()
