"""From a ranking to what a searcher is shown: hits with date, place, host, quote and links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from bot.records.model import ArticleRef, Record
from bot.store import index, nearest, records, registry
from bot.store.articles import batches
from bot.store.documents import record_text, record_title
from bot.store.index import Snapshot
from bot.store.query import HitKind, Query
from bot.store.schema import article
from bot.store.search import Quote, Ranking, needs_text, plan, quote, rank, searched, stands
from bot.store.tokens import fold

_PORTION = 40  # documents whose text is read together while phrases are looked for
_SPARE = 6  # documents read beyond those shown, for the copies among them
_FEW, _SEVERAL = 3, 3  # answers to how many words, that what holds only most of the words is put behind
_MOST_OF = 0.5  # of the words' rarity: what a document must hold to come near
_HEADLINE = 30  # characters of a text that stand for a title it lacks


@dataclass(frozen=True, slots=True)
class Hit:
    """An article or record that answers a question.

    ``date`` is ISO 8601 of any precision: of publication, or of taking place (else the deadline).
    ``copies`` counts articles of the same text that were folded into this one.
    """

    kind: HitKind
    id: str
    title: str
    date: str | None
    place: str | None
    host: str | None
    quote: Quote
    url: str
    outlet: str | None
    score: float
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Results:
    """The hits asked for, how many documents match in all, and in Chinese what had to be given way on."""

    hits: tuple[Hit, ...]
    total: int
    note: str | None = None


def find(connection: Connection, snapshot: Snapshot, query: Query, today: date) -> Results:
    """Answer a query; one that nothing matches is answered by what comes nearest, and the note says so."""
    problems = "；".join(query.problems) or None
    if query.empty or not len(snapshot):
        return Results((), 0, problems)
    found = _collect(connection, query, rank(connection, snapshot, query, today))
    if found.total:
        return _filled(connection, snapshot, replace(found, note=problems), query, today)
    if not query.groups:
        return replace(found, note="；".join(filter(None, (problems, _NOTHING))))
    if taken := nearest.of_kinds(query):
        found = _collect(connection, taken[0], rank(connection, snapshot, taken[0], today))
        if found.total:
            return replace(found, note="；".join(filter(None, (problems, taken[1]))))
    corrected, said = nearest.corrected(connection, snapshot, query)
    if corrected != query:
        found = _collect(connection, corrected, rank(connection, snapshot, corrected, today))
    if not found.total:
        said = "没有同时符合全部词语的内容，以下是最接近的结果"
        relaxed = nearest.relaxed(corrected)
        found = _collect(connection, relaxed, rank(connection, snapshot, relaxed, today, loose=True))
    said = said if found.total else _NOTHING_SPELT if _is_spelt(query) else _NOTHING
    return replace(found, note="；".join(filter(None, (problems, said))) or None)


_NOTHING = "没有找到相关内容"
_NOTHING_SPELT = f"{_NOTHING}（拼音请写完整的姓名、机构或词语，如 zhengnianhua）"


def _is_spelt(query: Query) -> bool:
    words = [word.text for group in query.groups for word in group]
    return all(word.isascii() and word.isalpha() for word in words)


def _filled(connection: Connection, snapshot: Snapshot, found: Results, query: Query, today: date) -> Results:
    """Put behind few answers to several words what holds most of them; the note says so."""
    exact = any(word.exact for group in query.groups for word in group)
    if found.total > _FEW or query.offset or exact or len(plan(query).units) < _SEVERAL:
        return found
    ranking = rank(connection, snapshot, query, today, loose=True, least=_MOST_OF)
    near = _collect(connection, query, ranking)
    known = {hit.id for hit in found.hits}
    more = tuple(hit for hit in near.hits if hit.id not in known)[: query.limit - len(found.hits)]
    if not more:
        return found
    said = f"第 {len(found.hits) + 1} 条起只符合大部分词语"
    return replace(found, hits=found.hits + more, note="；".join(filter(None, (found.note, said))))


def _collect(connection: Connection, query: Query, ranking: Ranking) -> Results:
    typed = searched(query)
    words = (*typed, *registry.spelt(connection, typed))
    check = needs_text(query)
    shown: dict[str, _Candidate] = {}
    rejected = 0
    most = query.offset + query.limit
    for portion in ranking.pages(max(_PORTION, most) if check else most + _SPARE):
        if len(shown) >= most:
            break
        for candidate in _read(connection, portion):
            if check and not stands(query, fold(candidate.own)):
                rejected += 1
            elif earlier := shown.get(candidate.copy_of):
                shown[candidate.copy_of] = replace(earlier, copies=earlier.copies + 1)
            else:
                shown[candidate.copy_of] = candidate
    chosen = list(shown.values())[query.offset : most]
    total = ranking.total - rejected if shown or not check else 0
    return Results(tuple(candidate.hit(words) for candidate in chosen), total)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A document that may be shown, with the texts its quote may come from.

    ``copy_of`` is the same for copies of one text; ``own`` the whole text the document was made of;
    ``told`` the text of the article a record was read from.
    """

    copy_of: str
    own: str
    told: str
    score: float
    source: ArticleRef
    record: Record | None = None
    copies: int = 0

    def hit(self, words: Sequence[str]) -> Hit:
        """Make the hit, with the passage that holds most of the words."""
        record, source = self.record, self.source
        place = record.place.text if record and record.place else None
        hosts = [body.name for body in record.organisations if body.role in _HOSTS] if record else []
        return Hit(
            kind=record.kind if record else "article",
            id=record.id if record else source.id,
            title=record.name if record else source.title or self.told[:_HEADLINE].split("\n")[0],
            date=record.start or record.deadline if record else source.published,
            place=place,
            host=hosts[0] if hosts else None,
            quote=self._quote(words),
            url=source.url,
            outlet=source.outlet,
            score=self.score,
            copies=self.copies,
        )

    def _quote(self, words: Sequence[str]) -> Quote:
        told = quote(self.told, fold(self.told), words)
        if told.marks or not self.record:
            return told
        facts = record_text(self.record)
        return quote(facts, fold(facts), words)


_HOSTS = ("host", "issuer")
_NOWHERE = ArticleRef("", "", "")


def _read(connection: Connection, portion: Sequence[tuple[int, float]]) -> Iterator[_Candidate]:
    """Read the documents of a portion, in its order."""
    items = index.names(connection, [doc for doc, _ in portion])
    stored = records.bodies(connection, [item[2:] for item in items.values() if item[0] == "r"])
    first = {id: value.articles[0] for id, value in stored.items() if value.articles}
    wanted = [item[2:] for item in items.values() if item[0] == "a"]
    texts = _texts(connection, [*wanted, *first.values()])
    for doc, score in portion:
        kind, id = items[doc][0], items[doc][2:]
        if kind == "a":
            source, text, copy_of = texts[id]
            yield _Candidate(copy_of, f"{source.title}\n{text}", text, score, source)
        else:
            value = stored[id]
            source, text, _ = texts.get(first.get(id, ""), (_NOWHERE, "", ""))
            own = f"{record_title(value)}\n{record_text(value)}"
            yield _Candidate(items[doc], own, text, score, source, value)


def _texts(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[ArticleRef, str, str]]:
    """Return what is shown of articles, their texts, and what each is a copy of."""
    c = article.c
    columns = (c.id, c.url, c.title, c.outlet, c.published, c.source, c.text, c.fold)
    rows = (
        row
        for part in batches(list(dict.fromkeys(ids)))
        for row in connection.execute(select(*columns).where(c.id.in_(part)))
    )
    return {row.id: (ArticleRef(*row[:6]), row.text, row.fold) for row in rows}
