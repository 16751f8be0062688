"""Copies: articles that say the same under other addresses are folded into the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b

from sqlalchemy import Connection, bindparam, delete, func, select, union_all, update

from bot.store.engine import Progress, Statement, put
from bot.store.schema import article, article_band
from scrapers.repeats import is_similar, letters, signature

_BANDS = 8  # that find a copy of 0.8 similarity with probability 0.985
_SAME = 0.8
_AT_ONCE = 500  # articles whose bands are made anew together
# Of bands (see bands_of and scrapers.repeats.signature); those of another version are made anew.
VERSION = "3"
_PER_BAND = 32  # articles looked at of one band: what hundreds share is a form letter's
_COMPARED = 20
_SHORTEST = 40  # characters; less is a headline, not a text


def fold(connection: Connection, id: str, text: str, bands: Sequence[int], replaced: str | None) -> None:
    """Find what an article is a copy of, and write it down with its bands, in place of those of its earlier text."""
    if replaced is not None:
        forget(connection, id, replaced)
    first = _first(connection, id, text, bands) if bands else id
    put(connection, article_band, [{"band": band, "article": id} for band in bands])
    if replaced is not None or first != id:
        connection.execute(update(article).where(article.c.id == id).values(fold=first))


def forget(connection: Connection, id: str, text: str) -> None:
    """Take out the bands of an article by the text they were made of."""
    _FORGET.run_each(connection, [{"number": band, "of": id} for band in bands_of(text)])


_FORGET = Statement(
    lambda _dialect: delete(article_band).where(
        article_band.c.band == bindparam("number"), article_band.c.article == bindparam("of")
    )
)


def band_all(connection: Connection, progress: Progress) -> None:
    """Put every article's bands in anew, as this version of the program makes them."""
    connection.execute(delete(article_band))
    rows = connection.execute(select(article.c.id, article.c.text).order_by(article.c.id))
    total, done = connection.execute(select(func.count()).select_from(article)).scalar_one(), 0
    for part in rows.partitions(_AT_ONCE):
        put(
            connection,
            article_band,
            [{"band": band, "article": id} for id, text in part for band in bands_of(text)],
        )
        done += len(part)
        progress("copies", done, total)


def _first(connection: Connection, id: str, text: str, bands: Sequence[int]) -> str:
    """Return the id of the first article that says the same: its own where none does."""
    sought = {f"band{n}": band for n, band in enumerate(bands)}
    alike = _alike(len(bands)).run(connection, sought | {"id": id})
    return next((fold for fold, other in alike if is_similar(other, text, _SAME)), id)


def bands_of(text: str) -> list[int]:
    """Return what an article is looked for under: its bands and, that a verbatim copy is never missed, all of it.

    60 bits of each, as SQLite's whole numbers have 64. A headline has none.
    """
    if len(text) < _SHORTEST:
        return []
    whole = int.from_bytes(blake2b(letters(text).tobytes(), digest_size=8).digest()) >> 4
    return sorted({whole, *signature(text, _BANDS)})


@cache
def _alike(count: int) -> Statement:
    """Build the question once for each number of bands: what shares most of them, no more than are compared.

    A text made by a form shares a band with thousands; so many of one are looked at as tell copies from those.
    """
    shares = [
        select(article_band.c.article)
        .where(article_band.c.band == bindparam(f"band{n}"), article_band.c.article != bindparam("id"))
        .order_by(article_band.c.article)
        .limit(_PER_BAND)
        .subquery()
        for n in range(count)
    ]
    shared = union_all(*map(select, shares)).subquery()
    most = (
        select(shared.c.article)
        .group_by(shared.c.article)
        .order_by(func.count().desc(), shared.c.article)
        .limit(_COMPARED)
    )
    found = select(article.c.fold, article.c.text).where(article.c.id.in_(most))
    ordered = found.order_by(article.c.first_seen, article.c.id)
    return Statement(lambda _dialect: ordered)
