"""Search and storing at size, on both databases: python -m tests.bench.search [articles].

Prints median and p95 of storing, of search by how common the words are, the size of the index
beside the text, and how many of the questions got the same hits in the same order on both.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bot.store import Results, Store, index, parse_query
from tests.bench.corpus import LAST_DAY, MEETINGS, REGIONS, TRADES, Corpus
from tests.databases import new_postgres

QUESTIONS = 60  # of each class


def percentile(values: Sequence[float], share: float) -> float:
    """Return a percentile in milliseconds."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000


def fill(store: Store, corpus: Corpus, count: int) -> list[float]:
    """Store the corpus; return the seconds each article took."""
    seconds = []
    for n in range(count):
        article, records = corpus.article(n)
        begin = time.perf_counter()
        store.save(article, records, now=article.fetched)
        seconds.append(time.perf_counter() - begin)
        if n % 5000 == 4999:
            print(f"  stored {n + 1}, median {percentile(seconds[-1000:], 0.5):.2f} ms", file=sys.stderr)
    return seconds


def questions(corpus: Corpus, count: int) -> dict[str, list[str]]:
    """Make questions of one to four words: common, middling and rare ones, mixed, with filters."""
    chance = random.Random(7)
    having: Counter[str] = Counter()
    for n in range(0, count, max(1, count // 500)):
        article, _ = corpus.article(n)
        having.update(word for word in corpus.words[:4000] if len(word) > 1 and word in article.text)
    total = sum(1 for _ in range(0, count, max(1, count // 500)))
    common = [word for word, k in having.items() if k > 0.12 * total] or [
        word for word, _ in having.most_common(20)
    ]
    middling = [word for word, k in having.items() if 0.005 * total <= k <= 0.05 * total]
    rare = [word for word in corpus.words[30_000:31_000] if len(word) > 1]
    trade = [*REGIONS, *TRADES, *MEETINGS, "协会", "会长", "召开", "举行", "服装行业协会"]
    single = list("会服大中业行")

    def ask(pool: Sequence[str]) -> str:
        return " ".join(chance.sample(pool, chance.randrange(1, 5)))

    def narrowed() -> str:
        return f"{ask(trade)} 地区:{chance.choice(REGIONS)} 类型:会议 2020-01..2024-06"

    return {
        "common": [ask(common) for _ in range(QUESTIONS)],
        "trade": [ask(trade) for _ in range(QUESTIONS)],
        "middling": [ask(middling) for _ in range(QUESTIONS)],
        "rare": [chance.choice(rare) for _ in range(QUESTIONS)],
        "single": [ask(single) for _ in range(QUESTIONS)],
        "mixed": [f"{chance.choice(common)} {ask(middling)}" for _ in range(QUESTIONS)],
        "filtered": [narrowed() for _ in range(QUESTIONS)],
        "phrase": [
            f'"{chance.choice(REGIONS)}{chance.choice(TRADES)}{chance.choice(MEETINGS)}"'
            for _ in range(QUESTIONS)
        ],
    }


def ask_all(store: Store, asked: dict[str, list[str]]) -> dict[str, list[tuple[float, Results]]]:
    """Ask every question once, warm."""
    store.search(parse_query("会议"), today=LAST_DAY)
    answers: dict[str, list[tuple[float, Results]]] = {}
    for name, texts in asked.items():
        answers[name] = []
        for text in texts:
            begin = time.perf_counter()
            results = store.search(parse_query(text), today=LAST_DAY)
            answers[name].append((time.perf_counter() - begin, results))
    return answers


def report(title: str, answers: dict[str, list[tuple[float, Results]]]) -> None:
    """Print a line for each class of questions."""
    for name, rows in answers.items():
        times = [seconds for seconds, _ in rows]
        matches = statistics.median(results.total for _, results in rows)
        print(
            f"{title:10} {name:9} p50 {percentile(times, 0.5):6.1f} ms  p95 {percentile(times, 0.95):6.1f} ms  matches {matches:.0f}"
        )
    times = [seconds for rows in answers.values() for seconds, _ in rows]
    print(f"{title:10} {'all':9} p50 {percentile(times, 0.5):6.1f} ms  p95 {percentile(times, 0.95):6.1f} ms")


def main(count: int, folder: Path) -> None:
    """Fill SQLite, copy to PostgreSQL, ask both."""
    corpus = Corpus()
    with (
        Store.open("sqlite:///bench.db", root=folder) as lite,
        Store.open(new_postgres(), root=folder) as server,
    ):
        seconds = fill(lite, corpus, count)
        first, last = seconds[500:1500], seconds[-1000:]
        print(
            f"storing: median {percentile(seconds, 0.5):.2f} ms, p95 {percentile(seconds, 0.95):.2f} ms, longest {max(seconds) * 1000:.0f} ms; "
            f"at 1,000 {percentile(first, 0.5):.2f} ms, at {count:,} {percentile(last, 0.5):.2f} ms"
        )
        with lite._reading() as connection:
            text = sum(
                len(article.text.encode()) + len(article.title.encode()) for article in lite.articles()
            )
            print(
                f"text {text / 1e6:.0f} MB, index {index.size(connection) / 1e6:.0f} MB, file {(folder / 'bench.db').stat().st_size / 1e6:.0f} MB"
            )
        begin = time.perf_counter()
        lite.copy_to(server)
        print(f"copied to PostgreSQL in {time.perf_counter() - begin:.0f} s")
        asked = questions(corpus, count)
        here, there = ask_all(lite, asked), ask_all(server, asked)
        report("SQLite", here)
        report("PostgreSQL", there)
        pairs = [(a, b) for name in asked for (_, a), (_, b) in zip(here[name], there[name], strict=True)]
        print(f"same hits in the same order: {sum(a == b for a, b in pairs)} of {len(pairs)}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="zhouxun-bench-") as folder:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, Path(folder))
