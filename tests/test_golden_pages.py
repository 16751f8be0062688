"""The golden article pages: each is read at least as well as ever before, and the marks themselves can tell."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from scrapers.decode import decode
from tests.bench.pages import floors, generate
from tests.bench.pages.__main__ import run
from tests.bench.pages.gold import ARTICLES, GoldPage, articles, lists, shared_articles
from tests.bench.pages.peers import LINK_PEERS, our_links
from tests.bench.pages.score import Marks, Reading, averages, body_f1, fold, mark, mark_links

PAGES = articles()
BUDGET = 300 * 1024  # bytes of one golden page
BY_ID = pytest.mark.parametrize("gold", PAGES, ids=[gold.id for gold in PAGES])


@BY_ID
def test_a_golden_page_is_read_as_well_as_ever(gold: GoldPage):
    """The body's F1 keeps its floor and nothing is wrong that was right before."""
    marks, kept = floors.measured()[gold.id], floors.kept()
    assert gold.id in kept["pages"], "a new page: run python -m tests.bench.pages --floors --raise"
    assert marks.f1 >= kept["pages"][gold.id]
    assert set(floors.faults(marks)) <= set(kept["faults"].get(gold.id, []))


@BY_ID
def test_an_expectation_stands_on_its_page(gold: GoldPage):
    """Snippets to include are in the expected body, those to exclude are not, and the page is small."""
    body = fold(gold.text)
    assert gold.title and gold.text
    assert all(fold(piece) in body for piece in gold.include)
    assert not any(fold(piece) in body for piece in gold.exclude)
    assert len(gold.page.body) < BUDGET


def test_the_averages_keep_their_floors():
    """No figure over all golden pages falls."""
    assert not floors.below(averages(list(floors.measured().values())), floors.kept()["all"])


def test_generated_pages_are_what_the_generator_writes():
    """Nobody edits a generated page by hand, nor the generator without its pages."""
    for name, body, want in generate.pages():
        assert (ARTICLES / f"{name}.html").read_bytes() == body, name
        assert json.loads((ARTICLES / f"{name}.json").read_text("utf-8")) == want, name


def test_there_are_sixty_articles_of_every_engine_and_twenty_lists():
    """The set is as large and as mixed as it says."""
    engines = {spec.engine for spec in generate.specs()}
    assert len(PAGES) >= 60
    assert len(lists()) >= 20
    assert (
        engines
        == set(generate.read_toml("engines.toml"))
        == {p.stem for p in generate.TEMPLATES.glob("*.html")}
    )
    assert {spec.body for spec in generate.specs()} == set(generate.BODIES)
    assert {how for spec in generate.specs() for how in spec.hostile} == set(generate.HOSTILE)


@pytest.mark.parametrize("gold", [g for g in PAGES if g.id.startswith("charset")], ids=lambda gold: gold.id)
def test_text_that_an_encoding_decodes_cleanly_has_no_replacement_character(gold: GoldPage):
    """Only bytes that belong to no encoding may give U+FFFD."""
    found = decode(gold.page.body, gold.page.headers).text.count("\ufffd")
    assert found == 0 or gold.id == "charset-stray-bytes"


def perfect(gold: GoldPage) -> Reading:
    """What a reader without a fault gives."""
    return Reading(gold.text, gold.title, gold.published, gold.outlet, gold.author)


def test_a_perfect_reader_has_full_marks_and_an_empty_one_none():
    """The marks can tell good from bad."""
    full = averages([mark(gold, perfect(gold)) for gold in PAGES])
    none = averages([mark(gold, Reading("")) for gold in PAGES])
    assert set(full.values()) == {1.0}
    assert {value for name, value in none.items() if name != "exclude"} == {0.0}


def test_what_is_left_over_or_lost_lowers_the_marks():
    """Boilerplate costs precision and exclude, a cut costs recall and include, another day costs the date."""
    gold = next(g for g in PAGES if g.id == "trs-paragraphs")
    whole = perfect(gold)
    more = mark(gold, replace(whole, text=whole.text + "\n" + "\n".join(gold.exclude)))
    less = mark(gold, replace(whole, text=whole.text.split("\n")[0], published="2024-04-21"))
    assert more.f1 < 1 and more.exclude == 0 and more.include == 1
    assert less.f1 < 1 and less.include < 1 and less.date == 0


def test_f1_ignores_script_and_space_but_not_order():
    """Traditional against simplified is no fault."""
    assert body_f1("香港羊毛商會 簽署", "香港羊毛商会签署") == 1
    assert body_f1("甲乙丙丁", "丁丙乙甲") == 0


def test_links_are_marked_by_precision_and_recall():
    """Every link that is no article costs precision, every article not found costs recall."""
    gold = next(page for page in lists() if len(page.articles) >= 4)
    some = sorted(gold.articles)[:2]
    assert mark_links(
        gold, [*some, "http://elsewhere.example/ad.html", "http://elsewhere.example/2.html"]
    ) == (
        0.5,
        2 / len(gold.articles),
    )
    assert mark_links(gold, our_links(gold.page)) == (1, 1)
    assert mark_links(gold, LINK_PEERS["same site, 10 characters or more"][1](gold.page)) < (1, 1)


def test_a_reader_that_falls_over_has_read_nothing():
    """A peer's exception is counted, not passed on."""

    def broken(page):
        raise ValueError

    marks, speed = run(broken, PAGES[:3])
    assert [m.f1 for m in marks] == [0, 0, 0] and speed > 0


def test_floors_only_rise():
    """Raising with worse marks keeps the old figures and forgives no new fault."""
    good = Marks("x", 0.99, 1, 1, 1, 1, None, None)
    first = floors.read(floors.raised(floors.read(""), {"x": good}))
    worse = replace(good, f1=0.5, title=0.0)
    again = floors.read(floors.raised(first, {"x": worse}))
    assert again["pages"] == first["pages"] == {"x": 0.99}
    assert again["all"]["title"] == 1 and not again["faults"]
    assert floors.below({"f1": 0.5}, first["all"])[0].startswith("f1")


def test_shared_pages_are_read_as_well_as_promised():
    """On the third-party pages beside the repository, where they are there."""
    pages = shared_articles()
    if not pages:
        pytest.skip("no third-party pages beside the repository")
    marks = averages([mark(gold, floors.ours(gold.page)) for gold in pages])
    assert marks["f1"] >= 0.98 and marks["good"] >= 0.92 and marks["title"] >= 0.97 and marks["date"] >= 0.97
