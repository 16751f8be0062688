"""How good the order of hits is: written questions with judged answers over a small written corpus."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.records import read_records
from bot.store import Results, Store, parse_query
from scrapers.model import Article, article_id
from tests.databases import new_postgres

GOLDEN = Path(__file__).parent / "golden" / "search"
NOW = datetime(2025, 3, 12, tzinfo=UTC)
FLOOR = 0.97


def read_articles() -> Iterator[tuple[str, Article]]:
    """Read the corpus: id, date, outlet, title, text."""
    for line in (GOLDEN / "articles.tsv").read_text(encoding="utf-8").splitlines():
        id, published, outlet, title, text = line.split("\t")
        url = f"https://example.org/{id}.html"
        yield id, Article(article_id(url), "golden", url, title, published, outlet, None, text, NOW, text)


def read_questions() -> dict[str, dict[str, int]]:
    """Read the questions with the grade (2: answers it, 1: touches on it) of each article that counts."""
    lines = (line.split("\t") for line in (GOLDEN / "questions.tsv").read_text(encoding="utf-8").splitlines())
    return {
        typed: {id: int(grade) for id, grade in (pair.split(":") for pair in judged.split(","))}
        for typed, judged in lines
    }


def ranked(results: Results, stored: dict[str, str]) -> list[str]:
    """Say hits as articles, a record as the one it is linked to, each once."""
    return list(dict.fromkeys(stored[hit.url] for hit in results.hits))


def ndcg(order: list[str], grades: dict[str, int], depth: int = 10) -> float:
    """Return the normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) of an order."""

    def gain(values: list[int]) -> float:
        return sum((2**value - 1) / math.log2(rank + 2) for rank, value in enumerate(values[:depth]))

    return gain([grades.get(id, 0) for id in order]) / gain(sorted(grades.values(), reverse=True))


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Ask every question of both databases."""
    answers = []
    for url in ("sqlite:///quality.db", new_postgres()):
        with Store.open(url, root=tmp_path_factory.mktemp("quality")) as store:
            stored = {}
            for id, article in read_articles():
                stored[article.url] = id
                store.save(article, read_records(article.title, article.text, article.published), now=NOW)
            answers.append(
                {
                    typed: ranked(store.search(parse_query(typed, limit=20), today=NOW.date()), stored)
                    for typed in read_questions()
                }
            )
    return answers[0], answers[1]


def test_good_answers_stand_first(asked: tuple[dict[str, list[str]], dict[str, list[str]]]) -> None:
    """The mean nDCG@10 over the questions stays above the floor, which only rises."""
    scores = {typed: ndcg(asked[0][typed], grades) for typed, grades in read_questions().items()}
    mean = sum(scores.values()) / len(scores)
    worst = sorted(scores.items(), key=lambda item: item[1])[:10]
    assert mean >= FLOOR, f"{mean:.3f}: {worst}"


def test_both_databases_give_the_same_hits_in_the_same_order(
    asked: tuple[dict[str, list[str]], dict[str, list[str]]],
) -> None:
    """Question for question."""
    assert asked[0] == asked[1]


def test_every_two_characters_of_a_text_find_it(tmp_path: Path) -> None:
    """No pair of neighbouring characters of an article fails to find it."""
    with Store.open("sqlite:///pairs.db", root=tmp_path) as store:
        corpus = dict(list(read_articles())[:6])
        for article in corpus.values():
            store.save(article, [], now=NOW)
        for article in corpus.values():
            pairs = {article.text[i : i + 2] for i in range(len(article.text) - 1)}
            for pair in sorted(pair for pair in pairs if pair.isalpha() and not pair.isascii()):
                hits = store.search(parse_query(f'"{pair}"', limit=6), today=NOW.date()).hits
                assert article.id in {hit.id for hit in hits}, pair
