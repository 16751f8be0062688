"""Pages of every kind to the links of their articles."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from scrapers.discover import discover, read_links
from scrapers.model import Page, Source

GOLDEN = Path(__file__).parent / "golden" / "lists"
NOW = datetime.fromisoformat("2025-06-20T10:00:00+08:00")


def page(
    body: str | bytes, url: str = "http://www.example.org/news/", content_type: str = "text/html"
) -> Page:
    """A fetched page of our own making."""
    data = body if isinstance(body, bytes) else body.encode()
    return Page(url, url, 200, {"content-type": content_type}, data, NOW)


def golden(name: str) -> tuple[Page, dict]:
    """A stored page as received, and what a reader finds on it."""
    expected = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    body = (GOLDEN / expected["file"]).read_bytes()
    fetched = datetime.fromisoformat(expected["fetched"])
    return Page(expected["url"], expected["url"], 200, expected["headers"], body, fetched), expected


@pytest.mark.parametrize("name", sorted(p.stem for p in GOLDEN.glob("*.json")))
def test_golden_list_pages_give_their_articles_and_nothing_else(name):
    """Every article with its whole title and date, in order, no other link; the kind, next page and feed."""
    stored, expected = golden(name)
    found = discover(stored, Source(id="x", url=stored.url))
    listed = {link.url: (link.title, link.published) for link in found.links}
    assert listed == {link["url"]: (link["title"], link["published"]) for link in expected["links"]}
    assert (found.kind, found.next, found.feed) == (expected["kind"], expected["next"], expected["feed"])


def test_read_links_is_discover_without_a_source():
    """The command `links` sees what a poll sees."""
    stored, expected = golden("trs-department")
    assert [link.url for link in read_links(stored)] == [link["url"] for link in expected["links"]]


def test_the_sources_own_rule_wins_over_the_guess():
    """`article` chooses the links, however little they look like news."""
    stored, _ = golden("trs-department")
    found = discover(stored, replace(Source(id="x", url=stored.url), article=r"/lxwm/$"))
    assert [link.url for link in found.links] == ["https://gxt.example.gov.cn/gywm/lxwm/"]


def test_the_sources_own_pager_wins_over_the_guess():
    """`next` is CSS for the link to the next page."""
    body = '<ul><li><a href="/news/1001.html">关于召开年度会员大会的通知</a></li></ul><a href="?page=9">下一页</a><a class="on" href="?page=2">往后</a>'
    assert (
        discover(page(body), Source(id="x", url="", next="a.on")).next
        == "http://www.example.org/news/?page=2"
    )
