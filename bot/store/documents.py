"""What of an article or a record goes into the search index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from bot.records.model import ArticleRef, Record
from bot.records.places import regions_of
from bot.store import days
from bot.store.index import Document
from bot.store.registry import pinyin
from bot.store.search import KINDS
from bot.store.tokens import Weighed, field_terms, named, weigh, year_term
from scrapers.model import Article

_MOST_YEARS = 10  # that a document is found by


def article_item(id: str) -> str:
    """Name an article in the index."""
    return f"a:{id}"


def record_item(id: str) -> str:
    """Name a record in the index."""
    return f"r:{id}"


def of_article(article: Article, weighed: Weighed, records: Sequence[Record], today: date) -> Document:
    """Make an article's document: its words as weighed, and what its records tell of it as fields."""
    published = days.span(article.published) or (today, today)
    marks = (*_marks(records), *_source(article.source, article.outlet), *_years(*published))
    first, last = published[0].toordinal(), published[1].toordinal()
    return Document(article_item(article.id), 0, first, last, weighed.marked(marks))


def of_record(record: Record, articles: Sequence[ArticleRef], today: date) -> Document:
    """Make a record's document; one without a day has that of its first article."""
    published = min((article.published for article in articles if article.published), default=None)
    lasts = days.record_span(record.start, record.end, published) or days.span(record.deadline, published)
    first, last = lasts or days.span(published) or (today, today)
    sources = (_source(article.source, article.outlet) for article in articles)
    marks = (*_marks([record]), *_years(first, last), *chain.from_iterable(sources))
    weighed = weigh(record_title(record), record_text(record)).marked(marks)
    return Document(
        record_item(record.id), KINDS.index(record.kind), first.toordinal(), last.toordinal(), weighed
    )


def record_title(record: Record) -> str:
    """Return what a record is called: its name and its other names."""
    return " ".join((record.name, *record.aliases))


def record_text(record: Record) -> str:
    """Write a record's facts as lines of words."""
    lines = [
        record.time_text,
        record.place.text if record.place else None,
        record.document,
        record.series.name,
        *(body.name for body in record.organisations),
        *(
            " ".join(filter(None, (post.organisation, post.title, person.name)))
            for person in record.people
            for post in person.posts
        ),
        *(person.name for person in record.people if not person.posts),
        *record.items,
        *(figure.label for figure in record.figures),
    ]
    return "\n".join(line for line in lines if line)


def _years(first: date, last: date) -> Iterator[int]:
    return (year_term(year) for year in range(first.year, min(last.year, first.year + _MOST_YEARS) + 1))


def _source(source: str, outlet: str | None) -> Iterator[int]:
    yield from field_terms("s", source)
    yield from field_terms("s", outlet or "")


def _marks(records: Iterable[Record]) -> Iterator[int]:
    for record in records:
        for region in regions_of(record):
            yield from field_terms("r", region)
        for body in record.organisations:
            if body.role in ("host", "organiser", "co-organiser", "issuer"):
                yield from field_terms("h", body.name)
            yield named(f"y:{pinyin(body.name)}")
        for person in record.people:
            yield from field_terms("p", person.name)
            yield named(f"y:{pinyin(person.name)}")
        if record.series.edition is not None:
            yield from field_terms("e", str(record.series.edition))
