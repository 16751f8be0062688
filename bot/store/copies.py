"""Copies: articles that say the same under other addresses are folded into the first of them."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.store.engine import put
from bot.store.schema import article, article_band
from scrapers.repeats import signature, similarity

# Of the signature's 32 bands: eight find a copy of 0.8 similarity with probability 0.985 and cost a quarter.
_BANDS = 8
_SAME = 0.8
_COMPARED = 20
_SHORTEST = 40  # characters; less is a headline, not a text


def fold(connection: Connection, id: str, text: str, *, changed: bool) -> None:
    """Find what an article is a copy of, and write it down with its signature."""
    if changed:
        connection.execute(delete(article_band).where(article_band.c.article == id))
    if len(text) < _SHORTEST:
        return
    # 60 bits of a band: the sketch's values are evenly spread, and SQLite's whole numbers have 64.
    bands = sorted({int(band[2:17], 16) ^ int(band[:2], 16) for band in signature(text, _BANDS)})
    rows = connection.execute(_ALIKE, {"bands": bands, "id": id})
    first = next((row.fold for row in rows if similarity(row.text, text) >= _SAME), id)
    put(connection, article_band, [{"band": band, "article": id} for band in bands])
    if changed or first != id:
        connection.execute(update(article).where(article.c.id == id).values(fold=first))


_ALIKE = (
    select(article.c.fold, article.c.text)
    .where(
        article.c.id.in_(
            select(article_band.c.article).where(article_band.c.band.in_(bindparam("bands", expanding=True)))
        ),
        article.c.id != bindparam("id"),
    )
    .order_by(article.c.first_seen, article.c.id)
    .limit(_COMPARED)
)
