"""Copies: articles that say the same under other addresses are folded into the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b

from sqlalchemy import Connection, bindparam, delete, func, select, union_all, update

from bot.store.engine import Statement, put
from bot.store.schema import article, article_band
from scrapers.clean import fold as folded
from scrapers.repeats import signature, similarity

# Of the signature's 32 bands: eight find a copy of 0.8 similarity with probability 0.985 and cost a quarter.
_BANDS = 8
_SAME = 0.8
_PER_BAND = 64  # articles looked at of one band: what hundreds share is a form letter's
_COMPARED = 20
_SHORTEST = 40  # characters; less is a headline, not a text


def fold(connection: Connection, id: str, text: str, bands: Sequence[int], *, changed: bool) -> None:
    """Find what an article is a copy of, and write it down with its bands."""
    if changed:
        connection.execute(delete(article_band).where(article_band.c.article == id))
    if not bands:
        return
    sought = {f"band{n}": band for n, band in enumerate(bands)}
    alike = _alike(len(bands)).run(connection, sought | {"id": id})
    first = next((fold for fold, other in alike if similarity(other, text) >= _SAME), id)
    put(connection, article_band, [{"band": band, "article": id} for band in bands])
    if changed or first != id:
        connection.execute(update(article).where(article.c.id == id).values(fold=first))


def bands_of(text: str) -> list[int]:
    """Return what an article is looked for under: its bands and, that a verbatim copy is never missed, all of it.

    60 bits of each: the sketch's values are evenly spread, and SQLite's whole numbers have 64. A headline has none.
    """
    if len(text) < _SHORTEST:
        return []
    whole = int.from_bytes(blake2b(folded(text).encode(), digest_size=8).digest()) >> 4
    return sorted({whole, *(int(band[2:17], 16) ^ int(band[:2], 16) for band in signature(text, _BANDS))})


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
