"""Sheets and issues of papers, days of a roll, cursors of a button: where such lists go on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scrapers.discover import Discovery, discover
from scrapers.discover.programs import routes
from scrapers.model import Page, Source

SITE = "http://www.example.org"
ROW = '<ul><li><a href="{}">某市纺织行业协会召开年度会员大会</a></li></ul>'


def shown(body: str, path: str = "/", title: str = "某县报数字报") -> Discovery:
    """Discover a page."""
    text = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    page = Page(SITE + path, SITE + path, 200, {}, text.encode(), datetime(2026, 11, 27, tzinfo=UTC))
    return discover(page, Source(id="x", url=SITE + "/"))


@pytest.mark.parametrize("names", [("A1要闻", "A2工商"), ("一版", "二版"), ("第01版：综合", "第02版：产业")])
def test_a_paper_goes_on_with_its_next_sheet(names):
    """However its sheets are called, from its front page, too."""
    sheets = f'版面导航 <a href="/q_12.do">{names[0]}</a> <a href="/q_12_p2.do">{names[1]}</a>'
    rows = "".join(ROW.format(f"/q_12_88{n}.do") for n in range(3))
    assert shown(sheets + rows).next == f"{SITE}/q_12_p2.do"


def test_the_last_sheet_goes_on_with_the_issue_before():
    """Told by the title, and by a list of issues with their numbers and days."""
    listed = '<a href="/q_12.do">第12期 2026-11-27</a> <a href="/q_11.do">第11期 2026-11-20</a>'
    assert (
        shown(listed + ROW.format("/q_12_881.do"), "/q_12_p2.do", "第12期_某县报").next == f"{SITE}/q_11.do"
    )


def test_a_day_in_a_calendar_is_an_issue_whatever_sheet_is_shown():
    """The calendar links to first sheets, whose addresses have no number."""
    days = '<table><tr><td><a href="/h/2026-11-25/q.html">25</a></td><td><a href="/h/2026-11-27/q.html">27</a></td></tr></table>'
    found = shown(days + ROW.format("/h/2026-11-27/881.html"), "/h/2026-11-27/q_2.html")
    assert found.next == f"{SITE}/h/2026-11-25/q.html"


@pytest.mark.parametrize("words", ["前一天", "上一日", "昨天", "查看前一天的新闻", "前一日（11月26日）"])
def test_a_roll_of_news_goes_on_with_the_day_before(words):
    """By whatever words."""
    found = shown(
        f'{ROW.format("/a/881.html")}<a href="/gd/2026/1126/news.shtml">{words}</a>',
        "/gd/2026/1127/news.shtml",
    )
    assert found.next == f"{SITE}/gd/2026/1126/news.shtml"


def test_the_cursor_of_a_button_is_sent_as_its_script_codes_it():
    """Read off the button that a variable holds."""
    script = "var b = document.getElementById('more');\nb.onclick = function () {fetch('/api/feed?size=9&cursor=' + encodeURIComponent(b.dataset.cursor))};"
    found = shown(
        f'{ROW.format("/a/881.html")}<button id="more" data-cursor="a+b=">加载更多</button><script>{script}</script>'
    )
    assert found.sent is not None
    assert found.sent.url == f"{SITE}/api/feed?size=9&cursor=a%2Bb%3D"


@pytest.mark.parametrize(
    "router",
    [
        '{mode:"history",base:"/web/",routes:[]}',
        '{history:h("/web/"),routes:[]}',
        'createWebHistory("/web/")',
    ],
)
def test_a_router_puts_its_base_before_its_paths(router):
    """An entry is shown below it."""
    script = f'var r={router};this.$router.push({{path:"/detail",query:{{id:e.id}}}})'
    assert routes(script, f"{SITE}/web/") == ("/web/detail?id={id}",)


def test_words_in_traditional_script_with_readings_are_judged_as_simplified():
    """As copied hosts write them; addresses stay."""
    rows = "".join(
        f'<li><a href="/d-10{n}.html">某市紡(fǎng)織行業(yè)協會(huì)召開(kāi)第{n}次會(huì)員大會</a></li>'
        for n in range(11, 15)
    )
    assert shown(f"<ul>{rows}</ul>", "/l-1.html").links[0].title == "某市纺织行业协会召开第11次会员大会"
