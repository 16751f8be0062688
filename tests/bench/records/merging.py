"""Scores merging: over all pairs of records from different articles, which are one and which are called one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

from bot.records.model import Record
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
    from bot.records.merge import keys, pairs, same

    return bool(keys(one) & keys(two) or pairs(one) & pairs(two)) and same(one, two)


def table(articles: Sequence[GoldArticle], reader: Callable[[GoldArticle], Found]) -> str:
    """Precision and recall of merging, from the texts and from the gold itself."""
    read = read_pairs(articles, [reader(article) for article in articles])
    rows = {
        "end to end": read,
        "of records read": [r for r in read if r[2]],
        "of the gold": gold_pairs(articles),
    }
    lines = [f"{'pairs that are one':24}{'P':>7}{'R':>7}   hit/want/got"]
    for name, labelled in rows.items():
        t = pairwise(labelled, product_same)
        lines.append(f"{name:24}{t.precision:7.3f}{t.recall:7.3f}   {t.hit:g}/{t.want}/{t.got}")
    return "\n".join(lines)
