"""Sheets and issues of papers, days of a roll, cursors of a button: where such lists go on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scrapers.discover import Discovery, discover
from scrapers.discover.addresses import day_of
from scrapers.discover.programs import routes
from scrapers.model import Page, Source
from tests.one_site import answer

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


SHEETS = (
    '版面导航 <a href="/h/2026-11-27/s_1.html">第01版：综合</a> <a href="/h/2026-11-27/s_2.html">第02版：产业</a>'
    '<a href="/p/01.pdf"><img src="/pdf.gif"></a>'
)


def test_a_further_sheet_is_of_the_same_page_of_the_list_and_the_issue_before_is_not():
    """So that as many issues are read as pages of another list."""
    rows = "".join(ROW.format(f"/h/2026-11-27/c_88{n}.html") for n in range(3))
    days = '<a href="/h/2026-11-25/s_1.html">25</a>'
    first, last = (shown(SHEETS + days + rows, f"/h/2026-11-27/s_{n}.html") for n in (1, 2))
    assert (first.next, first.within) == (f"{SITE}/h/2026-11-27/s_2.html", True)
    assert (last.next, last.within) == (f"{SITE}/h/2026-11-25/s_1.html", False)


def test_sheets_issues_files_of_sheets_and_marks_of_a_map_are_no_articles():
    """Whatever their addresses look like."""
    rows = "".join(ROW.format(f"/h/2026-11-27/c_88{n}.html") for n in range(3))
    more = '<a href="/h/2026-11-20/s_1.html">2026-11-20期</a><area href="/h/2026-11-27/c_881.html?div=-1">'
    found = shown(SHEETS + more + rows, "/h/2026-11-27/s_1.html")
    assert [link.url for link in found.links] == [f"{SITE}/h/2026-11-27/c_88{n}.html" for n in range(3)]


def test_articles_of_a_paper_stay_whatever_day_or_number_their_addresses_have():
    """Called by its day beside its title, or shown by the page that is also linked without a number."""
    dated = "".join(
        f'<li><a href="/h/2026-11-27/c_88{n}.html">某市纺织行业协会召开第{n}次会员大会</a> <a href="/h/2026-11-27/c_88{n}.html">11-27</a></li>'
        for n in range(3)
    )
    found = shown(f"{SHEETS}<ul>{dated}</ul>", "/h/2026-11-27/s_1.html")
    assert [link.url for link in found.links] == [f"{SITE}/h/2026-11-27/c_88{n}.html" for n in range(3)]
    rows = "".join(ROW.format(f"/index.php?a=show&id=88{n}") for n in range(3))
    found = shown(f'{SHEETS}<a href="/index.php">首页</a>{rows}', "/h/2026-11-27/s_1.html")
    assert len(found.links) == len(range(3))


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/toc.asp?q=6">查看本期目录</a>',
        '<a href="#" onclick="location.href=\'/toc.asp?q=6\'">本期要目</a>',
        '<a href="/toc.asp?q=6"><img src="cover.jpg" alt="2026年第6期目录"></a>',
        '<a href="/6.pdf">最新一期</a> <a href="/toc.asp?q=6">[目录]</a>',
        '<a href="/toc.asp?q=6">Current Issue</a>',
    ],
)
def test_the_cover_of_a_magazine_leads_to_its_contents(link):
    """Which are no article, nor are its subscriptions and what it says of manuscripts."""
    found = shown(
        f'<img src="c.jpg">{link} <a href="/dy.asp">征订</a> <a href="/tg.asp">投稿须知</a>', "/zz/"
    )
    assert (found.links, [ask.url for ask in found.follow]) == ((), [f"{SITE}/toc.asp?q=6"])


def test_a_sheet_of_advertisements_leads_on():
    """To the next sheet, though it lists nothing."""
    found = shown(f'{SHEETS}<img src="/ad.jpg">', "/h/2026-11-27/s_1.html")
    assert (found.links, found.next, found.within) == ((), f"{SITE}/h/2026-11-27/s_2.html", True)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("/h/2026-11/27/node_2.htm", "2026-11-27"),
        ("/m/paper.php?date=20261127&sheet=2", "2026-11-27"),
        ("/m/paper.php?rq=2026-11-7", "2026-11-07"),
        ("/read.php?id=20261127", None),
        ("/h/2026-11/list.htm", None),
    ],
)
def test_an_address_tells_a_day_in_its_path_or_in_its_query(url, day):
    """The number of an entry is none."""
    assert day_of(SITE + url) == day


def test_issues_may_be_called_by_their_days_only():
    """Its own is the one among whose sheets its address stands."""
    sheets = '<a href="/p/89_1.html">第01版：综合</a> <a href="/p/89_2.html">第02版：产业</a>'
    past = '往期报纸 <a href="/p/89_1.html">2026-11-27</a> <a href="/p/88_1.html">2026-11-20</a>'
    assert shown(sheets + past + ROW.format("/p/a/881.html"), "/p/89_2.html").next == f"{SITE}/p/88_1.html"


@pytest.mark.parametrize(
    ("path", "answered"),
    [
        ("/h/2026-11/period.xml", "<?xml version='1.0'?><l><p><n>2026-11-20</n></p><p><n>2026-11-27</n></p></l>"),
        ("/h/issueDates", '{"data":[{"day":"2026-11-20","pages":8},{"day":"2026-11-27","pages":8}]}'),
    ],
)  # fmt: skip
def test_what_a_calendar_asks_for_tells_the_issue_before(path, answered):
    """In XML or JSON, from an address that its script spells out."""
    ask = f"<script>request.open('GET', '{path}', true);</script>"
    found = shown(ask + ROW.format("/h/2026-11-27/c_881.html"), "/h/2026-11-27/s_1.html")
    (asked,) = (request for request in found.follow if request.url == SITE + path)
    assert answer(answered, path, "text/plain", asked).next == f"{SITE}/h/2026-11-20/s_1.html"


def test_a_choice_of_days_goes_on_with_the_day_before_the_one_shown():
    """Put into the middle of a path, whichever sheet is shown."""
    options = "".join(
        f'<option value="{day}">{day}</option>' for day in ("2026-11-27", "2026-11-20", "2026-11-13")
    )
    choice = f"""<select onchange="location.href='/szb/'+this.value+'/A1/'">{options}</select>"""
    found = shown(choice + ROW.format("/szb/2026-11-20/A2/881.html"), "/szb/2026-11-20/A2/")
    assert found.next == f"{SITE}/szb/2026-11-13/A1/"


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


SHELF = [
    "2026年第{}号",
    "2026年第{}号（总号：18{}）",
    "第{}号",
    "总第3{}期",
    "2026年第{}辑",
    "2026年{}月号",
    "某县人民政府公报2026年第{}号",
    "丝路杂志2026年第{}期",
    "2026年第{}号 2026年{}月5日 下载PDF",
    "<img src=c.jpg alt='2026年第{}号'>",
]


@pytest.mark.parametrize("name", SHELF)
def test_the_shelf_of_a_periodical_leads_to_the_contents_of_its_issues(name):
    """However these are numbered; none of them is an article."""
    issues = "".join(f'<li><a href="2026/{n}/">{name.format(n, n)}</a></li>' for n in (10, 12, 11))
    found = shown(f"<ul>{issues}</ul>", "/gb/", "历期公报")
    assert found.links == ()
    assert [ask.url for ask in found.follow] == [f"{SITE}/gb/2026/12/"]
    assert found.sections == (f"{SITE}/gb/2026/11/", f"{SITE}/gb/2026/10/")


@pytest.mark.parametrize(
    ("names", "order"),
    [
        (("2026年冬季刊", "2026年春季刊", "2026年秋季刊"), (0, 2, 1)),
        (("2026年第十期", "2026年第十二期", "2025年第十二期"), (1, 0, 2)),
        (("2026年第3-4期合刊", "2026年第1-2期合刊", "2026年第5-6期合刊"), (2, 0, 1)),
    ],
)
def test_issues_go_by_seasons_and_numerals_too(names, order):
    """The newest first, whatever the order on the page."""
    issues = "".join(f'<li><a href="v.asp?id={n}">{name}</a></li>' for n, name in enumerate(names))
    found = shown(f"<ul>{issues}</ul>", "/kw/", "过刊浏览")
    asked = [*(ask.url for ask in found.follow), *found.sections]
    assert asked == [f"{SITE}/kw/v.asp?id={n}" for n in order]


@pytest.mark.parametrize("name", ["2026年第{}号", "公告2026年第{}号", "第{}号令", "棉花市场周报第{}期"])
def test_what_is_numbered_alike_outside_a_periodical_is_no_issue(name):
    """Decrees, announcements and the weekly reports of a market are articles."""
    rows = "".join(
        f'<li><a href="202611/t202611{n}_8{n}.html">{name.format(n)}</a> 2026-11-{n}</li>'
        for n in (12, 11, 10)
    )
    assert "t20261112_812.html" in "".join(
        link.url for link in shown(f"<ul>{rows}</ul>", "/gg/", "公告").links
    )


def test_an_issue_of_a_gazette_goes_on_with_the_one_before():
    """Told by its title among those that the page names."""
    rows = "".join(ROW.format(f"/gb/88{n}.html") for n in range(3))
    shelf = "".join(f'<a href="/gb/{n}.html">2026年第{n}号</a>' for n in (22, 21, 20))
    assert shown(rows + shelf, "/gb/21.html", "2026年第21号_某县公报").next == f"{SITE}/gb/20.html"
