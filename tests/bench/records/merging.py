"""Scores merging: over all pairs of records from different articles, which are one and which are called one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

from bot.records.model import Record
from bot.store import Store
from scrapers.model import Article, article_id
from tests.bench.records.compare import aligned
from tests.bench.records.gold import GoldArticle
from tests.bench.records.score import Found, Tally

Labelled = tuple[str, str, Record | None]  # article, group, what was read of it
Same = Callable[[Record, Record], bool]


def read_pairs(articles: Sequence[GoldArticle], found: Sequence[Found]) -> list[Labelled]:
    """Give each golden record of a group what was read of it, None where it was missed."""
    labelled: list[Labelled] = []
    for article, reading in zip(articles, found, strict=True):
        pairs = dict(aligned(article.records, reading.records))
        for i, gold in enumerate(article.records):
            if gold.group:
                labelled.append((article.id, gold.group, reading.records[pairs[i]] if i in pairs else None))
    return labelled


def stored_pairs(articles: Sequence[GoldArticle], found: Sequence[Found]) -> list[Labelled]:
    """Label what was read as ``read_pairs`` does, each record under the id it has once the store has merged all.

    The articles come in order of publication, as a poll brings them.
    """
    with Store.in_memory() as store:
        order = sorted(
            zip(articles, found, strict=True), key=lambda pair: (pair[0].published or "9", pair[0].id)
        )
        for article, reading in order:
            day = datetime.fromisoformat((article.published or "2026-01-01")[:10]).replace(tzinfo=UTC)
            stored = Article(article_id(_address(article.id)), "bench", _address(article.id), article.title or "",
                             article.published, article.outlet, None, reading.text)  # fmt: skip
            store.save(stored, reading.records, now=day)
        told = {
            (entry.article, entry.field, entry.begin, entry.quote): merged.record.id
            for merged in store.records()
            for entry in merged.record.evidence
            if entry.field == "name"
        }
    return [
        (a, group, r and replace(r, id=_stored_id(told, a, r))) for a, group, r in read_pairs(articles, found)
    ]


def _address(name: str) -> str:
    return f"http://bench.example.org/{name}"


def _stored_id(told: Mapping[tuple[str | None, str, int, str], str], article: str, record: Record) -> str:
    name = next(e for e in record.evidence if e.field == "name")
    return told[article_id(_address(article)), name.field, name.begin, name.quote]


def one_in_store(one: Record, two: Record) -> bool:
    """Whether the store made one record of the two."""
    return one.id == two.id


def gold_pairs(articles: Sequence[GoldArticle]) -> list[Labelled]:
    """The golden records themselves, as if read without a fault: what merging does by itself."""
    return [
        (a.id, gold.group, replace(gold.record, id=f"{a.id}-{i}", parent=None, articles=(a.id,)))
        for a in articles
        for i, gold in enumerate(a.records)
        if gold.group
    ]


def pairwise(labelled: Sequence[Labelled], same: Same) -> Tally:
    """Count the pairs that are one, that are called one, and both.

    A missed record is called one with none. What is called one with a third is called one together, as the store
    does: an announcement, its new date and the report of it become one record although the first and last differ.
    """
    cluster = list(range(len(labelled)))
    for (i, (here, _, a)), (j, (there, _, b)) in combinations(enumerate(labelled), 2):
        if here != there and a is not None and b is not None and same(a, b):
            cluster = [cluster[i] if c == cluster[j] else c for c in cluster]
    tally = Tally()
    for (i, (here, left, _)), (j, (there, right, _)) in combinations(enumerate(labelled), 2):
        if here != there:
            called = cluster[i] == cluster[j]
            tally.add(called and left == right, left == right, called)
    return tally


def product_same(one: Record, two: Record) -> bool:
    """Whether the product would merge the two: they share a blocking key and pass its comparison."""
    from bot.records.merging.keys import keys, pairs
    from bot.records.merging.merge import same

    return bool(keys(one) & keys(two) or pairs(one) & pairs(two)) and same(one, two)


def table(articles: Sequence[GoldArticle], reader: Callable[[GoldArticle], Found]) -> str:
    """Precision and recall of merging, from the texts and from the gold itself."""
    read = stored_pairs(articles, [reader(article) for article in articles])
    rows: dict[str, tuple[list[Labelled], Same]] = {
        "end to end": (read, one_in_store),
        "of records read": ([r for r in read if r[2]], one_in_store),
        "of the gold": (gold_pairs(articles), product_same),
    }
    lines = [f"{'pairs that are one':24}{'P':>7}{'R':>7}   hit/want/got"]
    for name, (labelled, same) in rows.items():
        t = pairwise(labelled, same)
        lines.append(f"{name:24}{t.precision:7.3f}{t.recall:7.3f}   {t.hit:g}/{t.want}/{t.got}")
    return "\n".join(lines)
