"""The test farm: five dozen kinds of site over real HTTP, from an address alone to stored articles."""

from __future__ import annotations

import gzip
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot import reading
from bot.app import App
from scrapers.model import Source
from tests.farm import Answer, Site, boards, entered, fronts, hinted, parts, press, rarer, serving, turning
from tests.farm.polls import config, poll, stored
from tests.farm.sites import SHANGHAI, kinds, listing, stories

pytestmark = pytest.mark.timeout(480)  # all kinds are polled twice before the first test
TODAY = datetime.now(UTC).astimezone(SHANGHAI).date()


def make_absolute(site: Site) -> None:
    """Give the addresses in sitemaps their host: a sitemap knows no relative ones."""
    for path, answer in site.routes.items():
        if path.endswith(".xml") and isinstance(answer.body, str):
            site.routes[path] = replace(answer, body=answer.body.replace("<loc>/", f"<loc>{site.url}/"))
        if path.endswith(".gz"):
            text = gzip.decompress(answer.body).decode().replace("<loc>/", f"<loc>{site.url}/")
            site.routes[path] = replace(answer, body=gzip.compress(text.encode()))


@pytest.fixture(scope="module")
def farm(tmp_path_factory):
    """Poll the whole farm twice; a row for each kind: (kind, first, second, articles, requests of the second)."""
    made = [
        *kinds(TODAY),
        *(
            kind
            for module in (rarer, turning, parts, entered, fronts, hinted, press, boards)
            for kind in module.kinds(TODAY)
        ),
    ]
    with serving(*(kind.site for kind in made)), App(config(tmp_path_factory.mktemp("farm"))) as app:
        sources = []
        for number, kind in enumerate(made):
            make_absolute(kind.site)
            sources.append(Source(f"s{number}", kind.site.url + kind.entry, **(kind.declared or {})))
        first = poll(app, sources)
        asked = [len(kind.site.hits) for kind in made]
        parsed = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reading, "read", lambda pages, *_: parsed.append(pages[0].url))
            second = poll(app, sources)
        rows = [
            (kind, first[source.id], second[source.id], stored(app, source.id), kind.site.hits[before:])
            for kind, source, before in zip(made, sources, asked, strict=True)
        ]
        yield rows, parsed


def test_the_farm_is_large_enough(farm):
    """At least two dozen kinds of site."""
    assert len(farm[0]) >= 24


def test_all_articles_of_all_kinds_are_found_and_nothing_else(farm):
    """From the address alone: recall and precision over the farm are at least 0.98."""
    expected = found = right = 0
    misses = []
    for kind, _, _, articles, _ in farm[0]:
        wanted = {story.title: story for story in kind.expected}
        good = {
            title
            for title, article in articles.items()
            if title in wanted and all(paragraph in article.text for paragraph in wanted[title].paragraphs)
        }
        misses += [(kind.name, title) for title in wanted.keys() ^ good ^ (articles.keys() - wanted.keys())]
        expected, found, right = expected + len(wanted), found + len(articles), right + len(good)
    assert right >= 0.98 * expected and right >= 0.98 * found, misses


def test_dates_come_from_list_head_or_address(farm):
    """Every article has its day of publication, wherever the site says it."""
    for kind, _, _, articles, _ in farm[0]:
        for story in kind.expected:
            assert articles[story.title].published[:10] == str(story.day), kind.name


def test_every_kind_is_healthy_after_its_poll(farm):
    """A source set up by an address is ok, and stays so."""
    assert [
        (row[0].name, row[1].error) for row in farm[0] if row[1].state != "ok" or row[2].state != "ok"
    ] == []


def test_a_second_poll_finds_nothing_new_and_parses_nothing_again(farm):
    """Nothing new, nothing changed; nine requests in ten are conditional, no article page is read twice."""
    rows, parsed = farm
    assert [(row[0].name, row[2]) for row in rows if row[2].new or row[2].changed] == []
    hits = [hit for row in rows for hit in row[4]]
    assert sum(hit.conditional for hit in hits) >= 0.9 * len(hits)
    assert parsed == []


def test_pages_that_are_no_articles_are_skipped_and_counted(farm):
    """The missing page, the login, the error page and the garbage among good articles."""
    broken = next(row for row in farm[0] if row[0].name == "broken pages among good ones")
    assert (broken[1].found, broken[1].new, broken[1].skipped) == (10, 6, 4)


def test_one_hanging_and_five_failing_of_fifty_sources_stop_nobody(tmp_path):
    """The other 44 are polled as if these were not there, and the failing ones say why."""
    good = [listing(f"good {n}", stories(n, 2, TODAY)) for n in range(44)]
    hanging = Site({"/news/": Answer(wait=60), "/robots.txt": Answer("", 404)})
    refusing = Site({"/news/": Answer("", 521, {"X-Via-JSL": "1"})})
    failing = Site({"/news/": Answer("", 500)})
    garbage = Site({"/news/": Answer(bytes(range(256)) * 50)})
    empty = Site({"/news/": Answer("<html><body></body></html>")})
    closed = Site({"/robots.txt": Answer("User-agent: *\nDisallow: /")})
    bad = [hanging, refusing, failing, garbage, empty, closed]
    sites = [kind.site for kind in good] + bad
    with serving(*sites), App(config(tmp_path, timeout=3.0)) as app:
        began = time.monotonic()
        results = poll(app, [Source(f"s{n}", site.url + "/news/") for n, site in enumerate(sites)])
        spent = time.monotonic() - began
    assert [result.new for result in list(results.values())[:44]] == [2] * 44
    states = [results[f"s{n}"].state for n in range(44, 50)]
    assert states == ["unreachable", "refused", "unreachable", "empty", "empty", "refused"]
    assert all(results[f"s{n}"].error for n in range(44, 50))
    assert spent < 25
