"""From a ranking to what a searcher is shown: hits with date, place, host, quote and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from bot.records.model import StoredRecord
from bot.store import index, nearest, records, registry
from bot.store.articles import batches, read
from bot.store.documents import record_text, record_title
from bot.store.index import Snapshot
from bot.store.query import HitKind, Query
from bot.store.schema import article
from bot.store.search import Quote, Ranking, needs_text, quote, rank, searched, stands
from bot.store.tokens import fold
from scrapers.model import Article

_PORTION = 40  # documents whose text is read together while phrases are looked for
_SPARE = 6  # documents read beyond those shown, for the copies among them
_HEADLINE = 30  # characters of a text that stand for a title it lacks
_MOST_READ = 2000  # texts read to find a phrase, before giving up


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
    if found.total or not query.groups:
        return replace(found, note=problems)
    corrected, said = nearest.corrected(connection, snapshot, query)
    if corrected != query:
        found = _collect(connection, corrected, rank(connection, snapshot, corrected, today))
    if not found.total:
        said = "没有同时符合全部词语的内容，以下是最接近的结果"
        relaxed = nearest.relaxed(corrected)
        found = _collect(connection, relaxed, rank(connection, snapshot, relaxed, today, loose=True))
    said = said if found.total else "没有找到相关内容"
    return replace(found, note="；".join(filter(None, (problems, said))) or None)


def _collect(connection: Connection, query: Query, ranking: Ranking) -> Results:
    typed = searched(query)
    words = (*typed, *registry.spelt(connection, typed))
    check = needs_text(query)
    shown: dict[str, Hit] = {}
    rejected = read_so_far = 0
    most = query.offset + query.limit
    for portion in ranking.pages(max(_PORTION, most) if check else most + _SPARE):
        enough = len(shown) >= most
        if enough or (check and read_so_far >= _MOST_READ):
            break
        read_so_far += len(portion)
        for fold_key, candidate in _read(connection, portion):
            if check and not stands(query, fold(candidate.whole)):
                rejected += 1
            elif earlier := shown.get(fold_key):
                shown[fold_key] = replace(earlier, copies=earlier.copies + 1)
            else:
                shown[fold_key] = candidate.hit
    hits = list(shown.values())[query.offset : most]
    quoted = _quoted(connection, hits, words)
    total = len(ranking) - rejected if shown or not check else 0
    return Results(tuple(quoted), total)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A hit still without its quote, and the whole text its document was made of."""

    hit: Hit
    whole: str


def _read(connection: Connection, portion: Sequence[tuple[int, float]]) -> list[tuple[str, _Candidate]]:
    """Read the documents of a portion; each with the key under which copies fold together."""
    items = index.names(connection, [doc for doc, _ in portion])
    articles = _articles(connection, [item[2:] for item in items.values() if item[0] == "a"])
    stored = records.by_ids(connection, [item[2:] for item in items.values() if item[0] == "r"])
    found: list[tuple[str, _Candidate]] = []
    for doc, score in portion:
        item = items.get(doc, "")
        if item[:1] == "a" and item[2:] in articles:
            fold_key, value = articles[item[2:]]
            found.append((fold_key, _of_article(value, score)))
        elif item[:1] == "r" and item[2:] in stored:
            found.append((item, _of_record(stored[item[2:]], score)))
    return found


def _articles(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, Article]]:
    return {
        row.id: (row.fold, read(row))
        for part in batches(ids)
        for row in connection.execute(select(article).where(article.c.id.in_(part)))
    }


def _of_article(value: Article, score: float) -> _Candidate:
    hit = Hit(
        kind="article",
        id=value.id,
        title=value.title or value.text[:_HEADLINE].split("\n")[0],
        date=value.published,
        place=None,
        host=None,
        quote=Quote(value.text, ()),
        url=value.url,
        outlet=value.outlet,
        score=score,
    )
    return _Candidate(hit, f"{value.title}\n{value.text}")


def _of_record(stored: StoredRecord, score: float) -> _Candidate:
    value = stored.record
    first = stored.articles[0] if stored.articles else None
    hit = Hit(
        kind=value.kind,
        id=value.id,
        title=value.name,
        date=value.start or value.deadline,
        place=value.place.text if value.place else None,
        host=next((body.name for body in value.organisations if body.role in ("host", "issuer")), None),
        quote=Quote(record_text(value), ()),
        url=first.url if first else "",
        outlet=first.outlet if first else None,
        score=score,
    )
    return _Candidate(hit, f"{record_title(value)}\n{record_text(value)}")


def _quoted(connection: Connection, hits: Sequence[Hit], words: Sequence[str]) -> list[Hit]:
    """Give each hit its quote: a record is quoted from its first article, where that has the words."""
    ids = [hit.id for hit in hits if hit.kind != "article"]
    sources = {
        id: stored.articles[0].id for id, stored in records.by_ids(connection, ids).items() if stored.articles
    }
    texts = {id: value.text for id, (_, value) in _articles(connection, list(sources.values())).items()}
    return [replace(hit, quote=_best_quote(hit, texts, sources, words)) for hit in hits]


def _best_quote(
    hit: Hit, texts: Mapping[str, str], sources: Mapping[str, str], words: Sequence[str]
) -> Quote:
    own = hit.quote.text
    article_text = texts.get(sources.get(hit.id, ""), "")
    if article_text and (found := quote(article_text, fold(article_text), words)).marks:
        return found
    return quote(own, fold(own), words)
