"""Where lists go on: blocks of a front page, requests that scripts make, cursors, programs, issues."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from scrapers.discover import Discovery, Request, discover, next_asked
from scrapers.discover.addresses import resolve
from scrapers.discover.calls import BY_SCRIPT
from scrapers.discover.literals import UNKNOWN, form_of, names_in, read
from scrapers.discover.onward import next_page, sent_next
from scrapers.discover.patterns import filled, learned
from scrapers.discover.programs import article_request, chunks, list_requests
from scrapers.discover.sections import sections as sections_of
from scrapers.model import Page, Source, canonical_url
from scrapers.outline import parse
from tests.one_site import SITE, shown

NOW = datetime(2026, 11, 27, tzinfo=UTC)


def page(
    body: str, url: str = "http://www.example.org/", kind: str = "text/html; charset=utf-8", **headers: str
) -> Page:
    """A fetched page."""
    return Page(url, url, 200, {"content-type": kind, **headers}, body.encode(), NOW)


def found_on(body: str, url: str = "http://www.example.org/", **headers: str) -> Discovery:
    return discover(page(f"<html><body>{body}</body></html>", url, **headers), Source("x", url))


def rows(*numbers: int) -> str:
    return "".join(
        f'<li><a href="/a/{n}.html">第{n}届纺织服装产业发展大会在杭州召开</a> 2026-11-02</li>'
        for n in numbers
    )


@pytest.mark.parametrize(
    ("body", "sections"),
    [
        (f'<div><h3>要闻<a href="/c/1/">更多&gt;&gt;</a></h3><ul>{rows(1, 2)}</ul></div>', ["/c/1/"]),
        (f'<div><h3><a href="/c/1/">要闻</a></h3><ul>{rows(1, 2)}</ul></div>', ["/c/1/"]),
        (f'<td>{rows(1, 2)}<a href="/c/1/"><img src="/i/more.gif"></a>{rows(3, 4)}<a href="/c/2/">more</a></td>', ["/c/1/", "/c/2/"]),
        (f"""<div><span class="more" onclick="location.href='/c/3/'">更多</span>{rows(1, 2)}</div>""", ["/c/3/"]),
        (f'<div>{rows(1, 2)}</div><div><h3>会员<a href="/m/">更多</a></h3><li><a href="/m/1/">某某制衣</a></li></div>', []),
        (f'<a href="/gg/">通知公告</a><a href="/gq/">供求信息</a><div>{rows(1, 2)}</div>', ["/gg/"]),
    ],
)  # fmt: skip
def test_a_front_page_goes_on_in_the_lists_of_its_blocks(body, sections):
    """By what stands over or under rows, or in its menu of columns; not where firms go on."""
    assert list(found_on(body).sections) == [f"http://www.example.org{path}" for path in sections]


@pytest.mark.parametrize("words", ["查看列表", "［更多］", "点我点我", "前往本栏", "更多/MORE"])
def test_blocks_go_on_by_the_words_they_share(words):
    """However a site says "more": one label leads from several blocks to as many lists."""
    blocks = "".join(
        f'<div><p>栏{n}</p><ul>{rows(3 * n, 3 * n + 1, 3 * n + 2)}</ul><a href="/c/{n}">{words}</a></div>'
        for n in (1, 2)
    )
    assert found_on(blocks).sections == ("http://www.example.org/c/1", "http://www.example.org/c/2")


def test_what_stands_beside_every_article_is_no_section():
    """Each row has its own link of the same words."""
    beside = "".join(f"<div><ul>{rows(n)}</ul><a href='/t/{n}'>相关话题</a></div>" for n in (1, 2, 3, 4))
    assert found_on(beside).sections == ()


def test_links_side_by_side_under_a_table_of_columns_lead_to_them():
    """Two columns of rows in one line of a table, where they go on in the next."""
    cells = f"<tr><td>{rows(1, 2)}</td><td>{rows(3, 4)}</td></tr>"
    more = '<tr><td><a href="/c/1">更多</a></td><td><a href="/c/2">更多</a></td></tr>'
    sections = found_on(f"<table>{cells}{more}</table>").sections
    assert sections == ("http://www.example.org/c/1", "http://www.example.org/c/2")


def test_what_a_list_shows_beside_it_is_no_section():
    """A side column goes on elsewhere, the list does not."""
    aside = f'<div class="side"><h3>热点<a href="/hot/">更多</a></h3>{rows(8)}</div>'
    assert found_on(f"<ul>{rows(1, 2, 3, 4)}</ul>{aside}", "http://www.example.org/dt/").sections == ()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (
            "{a: 1, 'b-c': \"x\", d: [1, 2], e: {f: true}}",
            {"a": 1, "b-c": "x", "d": [1, 2], "e": {"f": True}},
        ),
        ("{pn: index * size, rn: size, wd: ''}", {"pn": 0, "rn": 10, "wd": ""}),
        ("{from: (no - 1) * size, t: Date.now(), k: other}", {"from": 0, "t": 1}),
        ("{q: JSON.stringify({p: 1}), u: '/a/' + size}", {"q": '{"p": 1}', "u": "/a/10"}),
        ("{url: `/list/${size}`, done: function (r) { draw({x: 1}); }, z: 2}", {"url": "/list/10", "z": 2}),
    ],
)
def test_values_are_read_as_scripts_write_them(written, value):
    """Nested, with variables, products and joined texts; what is not told is left out."""
    names = names_in("var index = 0, size = 10, no = 1;", lambda name: UNKNOWN)
    assert read(written, names) == value


def test_an_object_is_sent_as_jquery_sends_it():
    """A list under its name with brackets, an object under its names."""
    sent = form_of({"c[]": ["x"], "d": ["y"], "e": {"f": 1}, "g": False, "h": None})
    assert sent == {"c[]": "x", "d[]": "y", "e[f]": "1", "g": "false"}


def test_a_token_of_the_page_is_sent_with_its_cookie():
    """The header that the script sets, and what the token belongs to."""
    script = "$.ajaxSetup({headers: {'X-CSRF-TOKEN': $('meta[name=\"csrf-token\"]').attr('content')}}); $.post('/rows', {page: 1});"
    body = f'<meta name="csrf-token" content="t1"><script>{script}</script>'
    ask, *_ = found_on(
        body, **{"set-cookie": "sid=a1; Path=/, lang=zh; Expires=Fri, 27 Nov 2026 10:00:00 GMT"}
    ).follow
    assert ask.headers == {"X-CSRF-TOKEN": "t1", "Cookie": "sid=a1; lang=zh"} | BY_SCRIPT


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ('"meta": {"next_cursor": "c2"}', "/api?limit=4&cursor=c2"),
        ('"paging": {"cursors": {"after": "c2"}}', "/api?limit=4&after=c2"),
        ('"nextPageToken": "c2"', "/api?limit=4&pageToken=c2"),
        ('"last_id": 7, "has_more": true', "/api?limit=4&last_id=7"),
        ('"last_id": 7, "has_more": false', None),
        ('"next_cursor": null', None),
    ],
)
def test_an_answer_goes_on_at_the_cursor_it_tells(told, asked):
    """By the name that belongs to it, unless it says that it ends."""
    row = '{"title": "第九届纺织服装产业发展大会召开", "url": "/a/9.html"}'
    found = discover(
        page(f'{{"data": [{row}], {told}}}', "http://x/api?limit=4", "application/json"),
        Source("x", "http://x/api?limit=4"),
    )
    assert found.next == (f"http://x{asked}" if asked else None)


def test_a_cursor_is_put_where_what_was_posted_has_one():
    """Within its variables too."""
    ask = Request("http://x/q", "POST", '{"query": "q", "variables": {"after": null}}')
    going_on = next_asked(ask, Discovery("json", next="http://x/q?after=b", cursor=("after", "b")))
    assert going_on is not None
    assert going_on.data == '{"query": "q", "variables": {"after": "b"}}'


def test_a_pattern_is_learned_where_addresses_differ_by_one_number():
    """And filled with the number by which a row is known."""
    assert learned(f"/n/{n}.html" for n in (5, 6, 7)) == ("/n/{id}.html",)
    assert learned(f"/2026{n}/{n}.html" for n in (5, 6, 7)) == ()
    assert filled(("/n/{id}.html",), {"articleId": 12, "title": "x"}) == "/n/12.html"


def test_a_program_tells_its_lists_and_its_articles():
    """With the fields it keeps, under the address its routes name; goods are none."""
    script = (
        'b=axios.create({baseURL:"/prod"});b({url:"/cms/article/list",params:t});b({url:"/cms/article/"+t});b({url:"/cms/product/list"});'
        'r=[{path:"/news/:id"}],d={q:{pageNum:1,pageSize:10,kind:3},total:0};new VueRouter({mode:"history"})'
    )
    (ask,) = list_requests(script, "http://x/news")
    assert ask.url == "http://x/prod/cms/article/list?pageNum=1&pageSize=10&kind=3"
    assert ask.patterns == ("/news/{id}",)
    assert article_request(script, "http://x/news/31") == Request("http://x/prod/cms/article/31")
    assert article_request(script, "http://x/about") is None


def test_parts_of_a_program_are_found_by_its_map_or_its_imports():
    """Those named after news."""
    split = 'u=e=>"js/"+({1:"about",2:"news"}[e]||e)+"."+{1:"a1",2:"b2"}[e]+".js"'
    assert chunks(split, "http://x/js/app.js") == ("http://x/js/news.b2.js",)
    assert chunks('import("./NewsList-c3.js");import("./Home-d4.js")', "http://x/assets/i.js") == (
        "http://x/assets/NewsList-c3.js",
    )


def test_a_route_behind_a_fragment_names_an_entry():
    """Other fragments only name a place of the page."""
    assert canonical_url("http://x/#/news/12") != canonical_url("http://x/#/news/13")
    assert canonical_url("http://x/a#top") == canonical_url("http://x/a")


@pytest.mark.parametrize(
    ("robots", "asked"),
    [
        (
            "User-agent: *\nSitemap: http://x/map.xml\nsitemap: /b.xml.gz",
            ["http://x/map.xml", "http://x/b.xml.gz"],
        ),
        ("User-agent: *\nDisallow: /cart", ["http://x/sitemap.xml"]),
    ],
)
def test_robots_name_the_site_maps(robots, asked):
    """Where they name none, the usual one is tried."""
    found = discover(page(robots, "http://x/robots.txt", "text/plain"), Source("x", "http://x/"))
    assert [ask.url for ask in found.follow] == asked


@pytest.mark.parametrize(
    ("path", "pager", "following"),
    [
        ("/forum-3.htm", '<a href="t-78-2.htm">2</a><a href="forum-3-2.htm">2</a><a href="forum-3-3.htm">3</a>', "/forum-3-2.htm"),
        ("/forum-3-2.htm", '<a href="t-78-1.htm">某镇今年羊绒收购走访手记</a><a href="t-78-1.htm">3</a><a href="forum-3-1.htm">1</a><b>2</b>', None),
        ("/list/?3_3.html", '<a href="?3_1.html">1</a><a href="?3_2.html">2</a>3<a href="?3_4.html">4</a>', "/list/?3_4.html"),
        ("/newslist-3.html", '1<a href="newslist-3-2.html">2</a><a href="newslist-3-4.html">4</a>', "/newslist-3-2.html"),
        ("/2026-11/27/node_1.htm", '<a href="node_1.htm">第01版:要闻</a><a href="node_3.htm">第03版:副刊</a><a href="../20/node_1.htm">上一期</a>', "/2026-11/27/node_3.htm"),
        ("/n/", '<b>第一页</b><a href="p2/">第二页</a><a href="p3/">第三页</a>', "/n/p2/"),
        ("/n/", '<b>【1】</b><a href="2.html">【2】</a>', "/n/2.html"),
        ("/n/", '<a href="?p=2">下 一 页 (2/4)</a>', "/n/?p=2"),
        ("/n/", '<a href="?p=2">▼点击加载更多内容</a>', "/n/?p=2"),
        ("/n/", '<a href="?p=2">下一页 / Next</a>', "/n/?p=2"),
        ("/n/", '<a href="page/2/">旧文章</a>', "/n/page/2/"),
        ("/n/", '<a href="?before=9">查看更早</a>', "/n/?before=9"),
        ("/n/", '<a href="i2.htm"><img src="/img/right.gif"></a>', "/n/i2.htm"),
        ("/n/", '<script>function to(n){location.href="list_"+n+".html"}</script><span onclick="to(2)">下一页</span>', "/n/list_2.html"),
        ("/", '<a href="/page/2">查看更多文章</a>', "/page/2"),
        ("/", '<a href="/c/3/">&gt;&gt;</a>', None),
        ("/", '<table><tr><td>2026年</td></tr><tr><td><a href="/a?y=2026&m=11">11月</a><a href="/a?y=2026&m=9">9月</a></td></tr></table>', "/a?y=2026&m=11"),
        ("/j?month=11", '11<a href="/j?year=2026&month=10">10</a><a href="/j?year=2026&month=9">9</a><a href="/j?year=2026&month=12">12</a>', "/j?year=2026&month=10"),
        ("/n/", '<ul><li class="next"><a href="/n/2"><svg></svg></a></li></ul>', "/n/2"),
        ("/e/2025/", '<a href="/e/2026/">2026</a>2025<a href="/e/2024/">2024</a>', "/e/2024/"),
        ("/y", '<form action="/y"><select name="year" onchange="this.form.submit()"><option value="2026" selected>2026年</option><option value="2025">2025年</option></select></form>', "/y?year=2025"),
    ],
)  # fmt: skip
def test_a_list_is_turned_as_sites_word_and_number_it(path, pager, following):
    """Numbers of the pager, not of rows or of the column; words, arrows and drawn ones; months of a table, years of a form."""
    found = found_on(f"<ul>{rows(1, 2, 3)}</ul>{pager}", f"http://www.example.org{path}")
    assert found.next == (following and f"http://www.example.org{following}")


@pytest.mark.parametrize(
    ("path", "pager", "following"),
    [
        ("/info/zixun/", '<b>12</b> <b>1</b> <a href="/e/show/list.php?page=1&tid=4">2</a> <a href="/e/show/list.php?page=2&tid=4">3</a>', "/e/show/list.php?page=1&tid=4"),
        ("/html/trade.html", '<ul><li class="on">1</li><li><a href="/index.php?m=list&cid=3&page=2">2</a></li></ul>', "/index.php?m=list&cid=3&page=2"),
        ("/info/zixun/", '<p><a href="/info/zixun/">[1]</a> <a href="/do/list.php?fid=7&page=2">[2]</a> <a href="/do/list.php?fid=7&page=3">[3]</a></p>', "/do/list.php?fid=7&page=2"),
        ("/info/zixun/", '<span><em>1</em></span><span><a href="/servlet/Cms?type=9&pageNo=2">2</a></span>', "/servlet/Cms?type=9&pageNo=2"),
        ("/board/5/", '<td><a href="/t/78.html">羊毛价格回升</a> [<a href="/show.php?tid=78&page=2">2</a> <a href="/show.php?tid=78&page=3">3</a>]</td>', None),
        ("/board/5/", '<td><a href="/t/78.html">羊毛价格回升</a> <a href="/t/78.html">1</a> <a href="/show.php?tid=78&page=2">2</a></td>', None),
    ],
)  # fmt: skip
def test_a_list_whose_first_page_is_a_file_goes_on_in_what_its_engine_draws(path, pager, following):
    """Wherever that is kept, by the numbers beside the 1 that is this page; those in a row are of its thread."""
    url = f"http://www.example.org{path}"
    told = next_page(parse(f"<html><body><div>{pager}</div></body></html>"), url)
    assert told == (f"http://www.example.org{following}" if following else None)


def test_a_form_is_sent_with_the_number_a_handler_writes_into_it():
    """Without a function of the page: document.f.pageno.value='2';document.f.submit()."""
    turn = "document.f.pageIndex.value='2';document.f.submit();return false;"
    form = f'<form name="f" method="post" action="/l.do"><input type="hidden" name="pageIndex" value="1"><a href="#" onclick="{turn}">下一页</a></form>'
    sent = found_on(f"<ul>{rows(1, 2, 3)}</ul>{form}", "http://www.example.org/l.do").sent
    assert sent == Request("http://www.example.org/l.do", "POST", {"pageIndex": "2"}, sent.patterns)


def test_months_beside_blocks_that_say_where_they_go_on_are_not_turned_to():
    """The archive may be of one column only."""
    months = '<a href="/?m=202611">2026年11月</a><a href="/?m=202610">2026年10月</a>'
    found = found_on(
        f'<div><h3>要闻</h3><ul>{rows(1, 2, 3)}</ul><a href="/?cat=3">更多</a></div><div>{months}</div>'
    )
    assert (found.next, found.sections) == (None, ("http://www.example.org/?cat=3",))


@pytest.mark.parametrize("path", ["/", "/cn/", "/index.php?lang=cn", "/zh-cn/index.html", "/home"])
def test_a_front_page_may_be_in_the_folder_of_a_language(path):
    """Its menu of columns is followed."""
    found = found_on(f'<a href="/gg/">通知公告</a><ul>{rows(1, 2)}</ul>', f"http://www.example.org{path}")
    assert found.sections == ("http://www.example.org/gg/",)


def test_columns_are_known_by_the_words_over_their_rows():
    """A tab or a menu links to them; also in a folder, where a page is a front only if all blocks have such columns."""
    menu = '<a href="/gzdt/">机关纪事</a><a href="/hyxx/">业内见闻</a>'
    blocks = (
        f"<div><h3>机关纪事</h3><ul>{rows(1, 2)}</ul></div><div><h3>业内见闻</h3><ul>{rows(3, 4)}</ul></div>"
    )
    columns = ("http://www.example.org/gzdt/", "http://www.example.org/hyxx/")
    assert found_on(menu + blocks).sections == columns
    assert found_on(menu + blocks, "http://www.example.org/zone/index.html").sections == columns
    own = f"<ul>{rows(5, 6, 7)}</ul>"
    assert found_on(menu + own + blocks, "http://www.example.org/zone/list.html").sections == ()


def test_the_issues_on_a_shelf_are_lists_and_the_newest_is_read_at_once():
    """With the shelves of other years; an empty month leads to the month before."""
    covers = "".join(f'<a href="{n}/"><img alt="2026年第{n}期"></a>' for n in (10, 11))
    years = '<a href="/qk/">2026年</a><a href="/qk/2025/">2025年</a>'
    found = found_on(years + covers, "http://www.example.org/qk/")
    assert [ask.url for ask in found.follow] == ["http://www.example.org/qk/11/"]
    assert found.sections == ("http://www.example.org/qk/10/", "http://www.example.org/qk/2025/")
    months = "".join(f'<a href="/m?y=2026&m={n}">{n}月</a>' for n in (11, 10, 9))
    empty = found_on(f"<p>本月暂无简报。</p>{months}", "http://www.example.org/m?y=2026&m=10")
    assert [ask.url for ask in empty.follow] == ["http://www.example.org/m?y=2026&m=9"]


def test_links_of_a_pager_are_no_articles_whatever_the_rule():
    """/news/2.html is the list's second page as /news/1002.html is an article."""
    body = '<a href="/news/1002.html">关于召开年度会员大会的通知</a><a href="/news/2.html">2</a><a href="/news/2.html">下一页</a>'
    found = discover(page(body), Source("x", "http://www.example.org/", article=r"/news/\d+\.html"))
    assert [link.url for link in found.links] == ["http://www.example.org/news/1002.html"]


def test_small_ads_among_news_are_left_out():
    """By their label before the link or by how they are worded; so are tables of prices and telephone numbers."""
    ads = [
        "布市3区104号铺位转让",
        "供应真丝围巾现货4色可选",
        "某厂招聘打样师傅3名",
        "11月24日坯布市场报价一览",
        "客服：0310-6677889",
    ]
    rows_ = "".join(
        f'<li><a href="/i/{n}.html">{ad}</a><span>2026-11-20</span></li>' for n, ad in enumerate(ads, 1)
    )
    labelled = (
        '<li><em>[招聘]</em><a href="/i/9.html">诚邀英才加盟我们共创未来</a><span>2026-11-20</span></li>'
    )
    found = found_on(f"<ul>{rows(1, 2, 3)}{rows_}{labelled}</ul>", "http://www.example.org/info/")
    assert {link.url for link in found.links} == {f"http://www.example.org/a/{n}.html" for n in (1, 2, 3)}


def test_rows_start_from_the_page_that_asks_for_them():
    """A column's data file names them from the column, whatever address the source has; so do the files after it."""
    script = "<script>var u = p ? './docs_' + p + '.json' : './docs.json'; $.ajax({url: u, success: draw});</script>"
    column = found_on(script, "http://www.example.org/xw/dt/")
    (ask,) = column.follow
    front = Source("x", "http://www.example.org/")
    told = json.dumps(
        {
            "pagecount": 3,
            "docs": [{"title": "关于召开年度会员大会的通知", "docpuburl": "./202611/t1_88.html"}],
        }
    )
    first = discover(page(told, ask.url, "application/json"), front, ask)
    assert [link.url for link in first.links] == ["http://www.example.org/xw/dt/202611/t1_88.html"]
    second = next_asked(ask, first)
    assert second is not None
    assert (second.url, second.drawn) == (
        "http://www.example.org/xw/dt/docs_1.json",
        "http://www.example.org/xw/dt/",
    )
    third = discover(page(told, second.url, "application/json"), front, second)
    assert third.next == "http://www.example.org/xw/dt/docs_2.json"


_FEED = '<link rel="alternate" type="application/feed+json" href="/feed.json">'


@pytest.mark.parametrize(
    ("body", "url", "asked"),
    [
        (rows(1, 2, 3), "http://www.example.org/", ["http://www.example.org/feed.json"]),
        (rows(1, 2, 3), "http://www.example.org/dt/", []),
        (f'{rows(1, 2, 3)}<a href="/?page=2">下一页</a>', "http://www.example.org/", []),
        (f'<div><h3><a href="/c/1/">要闻</a></h3>{rows(1, 2)}</div>', "http://www.example.org/", []),
    ],
)
def test_a_front_page_that_leads_no_further_goes_on_in_its_feed(body, url, asked):
    """A column's page does not: the feed is of the whole site."""
    assert [ask.url for ask in found_on(_FEED + body, url).follow] == asked


_MORE = "<button>加载更多</button>"
_WORDS = ("wool-goes-up", "linen-comes-back", "mills-reopen")


@pytest.mark.parametrize(
    ("address", "names", "same", "others"),
    [
        (
            "/dt/{}.html",
            ("11", "12", "13"),
            "/dt/7.html",
            ["/cp/8.html", "/dt/about.html", "/dt/8/pics.html"],
        ),
        ("/2026/{}/", ("10/a1", "11/b2", "11/c3"), "/2025/03/d4/", ["/2026/10/", "/tag/2026/10/a1"]),
        ("/stories/{}/", _WORDS, "/stories/cotton-waits/", ["/shop/cotton-waits/", "/stories/"]),
        ("/view?id={}&m=1", ("a11", "b12", "c13"), "/view?id=d7&m=2", ["/view?pid=7", "/list?id=d7&m=2"]),
    ],
)
def test_a_list_that_says_more_and_not_where_asks_the_site_map_for_what_is_kept_alike(
    address, names, same, others
):
    """Whatever else the map names."""
    listed = "".join(
        f'<li><a href="{address.format(name)}">第{n}届纺织服装产业发展大会在杭州召开</a></li>'
        for n, name in enumerate(names)
    )
    (ask,) = found_on(f"<ul>{listed}</ul>{_MORE}", "http://www.example.org/dt/").follow
    assert (ask.url, bool(ask.alike)) == ("http://www.example.org/robots.txt", True)
    robots = page("User-agent: *\nSitemap: http://www.example.org/map.txt", ask.url, "text/plain")
    (named,) = discover(robots, Source("x", "http://www.example.org/dt/"), ask).follow
    lines = "\n".join(f"http://www.example.org{path}" for path in (same, *others))
    found = discover(page(lines, named.url, "text/plain"), Source("x", "http://www.example.org/dt/"), named)
    assert [link.url for link in found.links] == [f"http://www.example.org{same}"]


@pytest.mark.parametrize(
    ("note", "sought"),
    [
        ("<p class=tip>本页仅显示最近三个月的新闻</p>", True),
        ("<li>只保留前20条</li>", True),
        ("<em>（注：列表最多展示50条）</em>", True),
        ("<div>Showing the latest 12 posts</div>", True),
        ("<p>仅显示图片新闻</p>", False),
        ("<p>最近更新</p>", False),
    ],
)
@pytest.mark.parametrize("menu", ["", '<a href="/hy/">行业资讯</a>'])
def test_a_list_that_says_that_it_shows_the_newest_only_asks_the_site_map(note, sought, menu):
    """A front page, too, whose columns need not show more; one from which nothing leads on asks it whatever it says."""
    found = found_on(f"{menu}<ul>{rows(11, 12, 13)}</ul>{note}")
    asked = ["http://www.example.org/robots.txt"] * (sought or not menu)
    assert list(dict.fromkeys(ask.url for ask in found.follow if ask.alike)) == asked


@pytest.mark.parametrize(
    "beside",
    [
        "",
        f'{_MORE}<a href="?page=2">下一页</a>',
        f"{_MORE}<script>$.get('/rows',{{page:2}},function(h){{}});</script>",
    ],
)
def test_a_list_that_tells_where_it_goes_on_needs_no_site_map(beside):
    """Nor one that ends; of a site map that robots.txt does not name nothing is known."""
    found = found_on(f"{rows(1, 2, 3)}{beside}", "http://www.example.org/dt/")
    assert not any(ask.alike for ask in found.follow)
    robots = page("User-agent: *", "http://www.example.org/robots.txt", "text/plain")
    ask = Request(robots.url, alike="/dt/")
    assert discover(robots, Source("x", "http://www.example.org/dt/"), ask).follow == ()


def test_a_program_that_asks_for_nothing_leaves_the_site_map():
    """Of a front page that is an empty shell; a column's shell names no other column's articles."""
    program = page("var app = {name: 'x'};", "http://www.example.org/js/app.js", "application/javascript")
    front = discover(program, Source("x", "http://www.example.org/"))
    assert [ask.url for ask in front.follow] == ["http://www.example.org/robots.txt"]
    column = Request(program.url, drawn="http://www.example.org/zx/")
    assert discover(program, Source("x", "http://www.example.org/"), column).follow == ()


def test_what_tells_where_a_row_is_from_is_no_row():
    """An interface tells of each row where its author, its comments and its copies are."""
    told = {
        "title": {"rendered": "关于召开年度会员大会的通知"},
        "link": "http://www.example.org/2026/11/8.html",
        "_links": {
            "author": [{"href": "http://www.example.org/wp-json/wp/v2/users/1", "name": "编辑部的同事们"}]
        },
    }
    found = discover(
        page(json.dumps([told]), "http://www.example.org/wp-json/wp/v2/posts", "application/json"),
        Source("x", "http://www.example.org/wp-json/wp/v2/posts"),
    )
    assert [link.url for link in found.links] == ["http://www.example.org/2026/11/8.html"]


def test_a_rule_tells_no_capitals_from_small_letters():
    """Servers of ASP.NET list one page under both."""
    body = rows(1, 2) + rows(3, 4).replace("/a/", "/A/")
    found = discover(
        page(f"<html><body>{body}</body></html>"), Source("x", "http://x/", article=r"/a/\d+\.html")
    )
    assert len(found.links) == 4


def test_documents_sent_by_number_are_rows_among_others():
    """download.jsp?id=88 with a day and a telling title; a form to fill in is none."""
    sent = "".join(
        f'<li><a href="/download.jsp?id={n}">第{n}届纺织服装质量通报发布</a> 2026-10-0{n}</li>'
        for n in (5, 6)
    )
    form = '<li><a href="/download.jsp?id=9">抽样单</a></li>'
    found = found_on(f"<ul>{rows(1, 2)}{sent}{form}</ul>", "http://www.example.org/gg/").links
    assert [link.url.rpartition("/")[2] for link in found] == [
        "1.html",
        "2.html",
        "download.jsp?id=5",
        "download.jsp?id=6",
    ]


def test_columns_are_known_by_what_they_hold_and_by_their_like():
    """A folder that holds the page's articles, whatever it is called; what is kept beside a column of news."""
    rows_in = "".join(
        f'<li><a href="/x/xiehui/{n}-a">某某服装行业协会召开第{n}次理事会</a></li>' for n in range(3, 9)
    )
    menu = '<a href="/x/xiehui">活动</a><a href="/channel/notice">公告</a><a href="/channel/market">市场</a><a href="/channel/about">关于我们</a><a href="/y/market">市场二</a>'
    found = found_on(f"{menu}<ul>{rows_in}</ul>")
    assert found.sections == tuple(
        f"http://www.example.org{path}" for path in ("/x/xiehui", "/channel/notice", "/channel/market")
    )


@pytest.mark.parametrize(
    "beside", ["<b>2026-11-2{n}</b>", "<script>var r=[];r.push({{time:'2026-11-2{n}'}});</script>"]
)
def test_a_column_is_no_article_though_its_name_tells_something_and_a_day_is_beside(beside):
    """Its address is like those of other columns, and it is named as shortly; a script's days are not its."""
    names = enumerate(["商会新闻", "行业资讯", "预警通报"], 1)
    menu = "".join(f"<td><a href='/hyzx.aspx?ClassID={n}'>{name}</a></td>" for n, name in names)
    blocks = "".join(
        f"<div class=mod><a href='/hyzx.aspx?ClassID={n}'>更多</a>{beside.format(n=n)}</div>"
        for n in (1, 2, 3)
    )
    titles = [f"第{n}届纺织服装产业发展大会在杭州召开" for n in (1, 2, 3)]
    told = "".join(
        f"l.push({{url:'/a/{n}.html',title:'{t}',time:'2026-11-02'}});" for n, t in enumerate(titles)
    )
    found = found_on(f"<table><tr>{menu}</tr></table>{blocks}<script>var l=[];{told}</script>")
    assert [link.url for link in found.links if "hyzx" in link.url] == []
    assert found.sections[:1] == ("http://www.example.org/hyzx.aspx?ClassID=1",)
    assert len(found.links) == len(titles)


def test_a_front_page_goes_on_in_its_feed_where_but_a_map_of_columns_is_named():
    """The map need not hold a list; the feed does."""
    head = '<link rel="alternate" type="application/feed+json" href="/feed.json">'
    found = found_on(f"{head}<ul>{rows(1, 2, 3)}</ul><p><a href='/p/map'>网站地图</a></p>")
    assert [ask.url for ask in found.follow] == ["http://www.example.org/feed.json"]


def test_the_sheets_of_an_issue_come_before_the_issues_in_a_select():
    """A select names the issues, of which the sheet shown is none: it stands in the folder of its own."""
    options = "".join(f'<option value="/p/{n}/">第{n}期（2026-11-{n - 20}）</option>' for n in (47, 40, 33))
    select = f'<select onchange="location.href=this.value">{options}</select>'
    sheets = '<a href="/p/40/">一版 综合</a><a href="/p/40/02.html">二版 市场</a>'
    shown = [
        found_on(f"{select}{sheets}<ul>{rows(1, 2, 3)}</ul>", f"http://www.example.org/p/40/{leaf}").next
        for leaf in ("", "02.html")
    ]
    assert shown == ["http://www.example.org/p/40/02.html", "http://www.example.org/p/33/"]


@pytest.mark.parametrize("words", ["older items", "Older stories »", "next articles"])
def test_older_rows_are_turned_to_in_english_words(words):
    """And what turns to them or back is no article."""
    turn = f'<p><a href="/a/later0.html">newer items</a> <a href="/a/older2.html">{words}</a></p>'
    found = found_on(f"<ul>{rows(1, 2, 3)}</ul>{turn}", "http://www.example.org/a/older1.html")
    assert (found.next, len(found.links)) == ("http://www.example.org/a/older2.html", 3)


def test_a_menu_of_columns_is_told_by_their_folder():
    """Whatever their names, but for those of goods and of the house."""
    names = ("零售", "供应链", "品牌", "产品展示", "关于我们")
    menu = "".join(f'<a href="/column/{n}">{name}</a>' for n, name in enumerate(names, 10))
    assert found_on(f"{menu}<ul>{rows(1, 2, 3)}</ul>").sections == tuple(
        f"http://www.example.org/column/{n}" for n in (10, 11, 12)
    )


@pytest.mark.parametrize(
    ("news", "beside", "others"),
    [
        ("/xx/lb.asp?sort=%D0%D0%D2%B5", "/xx/lb.asp?sort=%B9%FA%BC%CA", "/xx/lb.asp?page=3"),
        ("/?s=cat&id=4", "/?s=cat&id=12", "/?s=single&id=12"),
        ("/portal.php?mod=list&catid=4&page=1", "/portal.php?mod=list&catid=12", "/portal.php?mod=view&aid=12"),
        ("/web/ArticleList.aspx?typeid=4", "/web/articlelist.aspx?TypeID=12", "/web/shop.aspx?typeid=12"),
        ("/list-4-1.html", "/list-12-1.html", "/join-4-1.html"),
    ],
)  # fmt: skip
def test_a_menu_of_columns_is_told_by_the_query_that_names_them(news, beside, others):
    """A list at the address of a column of news but for the column's name or number is one beside it; of goods there is none."""
    goods = beside.replace("12", "13").replace("%BC%CA", "%BC%CB")
    named = ((news, "行业新闻"), (beside, "外贸"), (others, "刊例"), (goods, "供求信息"))
    menu = "".join(f'<li><a href="{to.replace("&", "&amp;")}">{name}</a></li>' for to, name in named)
    assert found_on(f"<ul>{menu}</ul><ul>{rows(1, 2, 3)}</ul>").sections == tuple(
        f"http://www.example.org{to}" for to in (news, beside)
    )


@pytest.mark.parametrize(
    ("path", "menu", "beside"),
    [
        ("/newslist/id/7", '<p class="sub"><a href="/newslist/id/7">大会新闻</a><a href="/newslist/id/8">产业视点</a></p>', ["/newslist/id/8"]),
        ("/xw/gsxw/", '<ul><li class="on"><span>公司新闻</span></li><li><a href="../hyxw/">行业资讯</a></li><li><a href="../zx.html">在线留言</a></li></ul>', ["/xw/hyxw/"]),
        ("/n.asp?lm=2", '<table><tr><td><a href="?lm=2">学会动态</a></td></tr><tr><td><a href="?lm=5">学术交流</a></td></tr><tr><td><a href="/d.asp?lm=6">政策</a></td></tr></table>', ["/n.asp?lm=5"]),
        ("/xw/3.html", '<dl><dt>新闻中心</dt><dd><a href="3.html">快讯</a></dd><dd><a href="4.html">综合</a></dd><dd><a href="3_2.html">下一页</a></dd></dl>', ["/xw/4.html"]),
        ("/newslist/id/7", '<p><a href="/newslist/id/7">全部新闻</a><a href="/newslist/id/8">产业视点</a></p>', []),
        ("/newslist/id/7", '<dl><dt>分类</dt><dd><a href="/newslist/id/12">凉席系列</a></dd><dd><a href="/newslist/id/13">床品系列</a></dd></dl>', []),
        ("/newslist/id/7", '<p><a href="/newslist/id/8">产业视点</a><a href="/newslist/id/9">企业风采</a></p>', []),
    ],
)  # fmt: skip
def test_a_column_that_the_front_page_leads_to_leads_to_those_beside_it(path, menu, beside):
    """Tabs of 新闻中心, of which the front page need not know; not where all are in the one shown, nor from a column that is a
    source itself."""
    body = (
        f'{menu}<ul>{rows(1, 2, 3)}</ul><p><a href="{path}{"&" if "?" in path else "?"}page=2">下一页</a></p>'
    )
    found = shown(body, path)
    assert (found.sections, len(found.links)) == (tuple(SITE + to for to in beside), 3)
    assert found.next is not None
    assert found_on(body, SITE + path).sections == ()


@pytest.mark.parametrize(
    ("menu", "card", "named", "shown_too"),
    [
        ('<a href="/a/sbzs/">产品展示</a>', "/a/sbzs/2016/0408/17.html", "YX-190型验布机", False),
        ('<a href="/html/shop/list/">产品中心</a>', "/html/shop/list/20160408/17.shtml", "高速整经机", False),
        ('<a href="/list.php?catid=8">供应信息</a>', "/view.php?catid=8&id=20160408", "全棉府绸坯布现货", False),
        ('<a href="/a/hqxx/">行情信息</a>', "/a/hqxx/2016/0408/17.html", "羊毛综合指数", True),
        ('<a href="/a/xhdt/">更多</a>', "/a/xhdt/2016/0408/17.html", "纺机年会侧记", True),
        ('<a href="/a/">服务</a><a href="/a/xhdt/">协会动态</a>', "/a/xhdt/2016/0408/17.html", "纺机年会侧记", True),
    ],
)  # fmt: skip
def test_what_a_menu_calls_the_folder_of_an_entry_is_the_heading_over_it(menu, card, named, shown_too):
    """A card without a heading is of 产品展示 where its address begins with that column's, whatever day it has; a folder that
    holds news as well says nothing."""
    menu = f'<p><a href="/">首页</a><a href="/about/">关于本会</a>{menu}<a href="/lx/">联系</a></p>'
    body = f'{menu}<ul>{rows(1, 2, 3)}</ul><div class="pics"><a href="{card}"><img src="/1.jpg">{named}</a></div>'
    links = found_on(body.replace("&", "&amp;")).links
    assert len(links) == 3 + shown_too
    assert (f"http://www.example.org{card}" in {link.url for link in links}) is shown_too


@pytest.mark.parametrize(
    ("column", "article", "others"),
    [
        ("/index.php?a=lists&catid=31", "/index.php?a=show&catid=31&id={}", "/index.php?a=order&catid=32"),
        ("/col.aspx?lm=31", "/info.aspx?no={}&lm=31", "/sub.aspx?lm=3"),
        ("/l.jsp?lang=cn&classid=31", "/d.jsp?lang=cn&classid=31&n={}", "/order.jsp?lang=cn"),
    ],
)
def test_a_column_holds_the_articles_whose_addresses_name_it(column, article, others):
    """Whatever it is called."""
    listed = "".join(
        f'<li><a href="{article.format(n)}">某某服装行业协会召开第{n}次理事会</a></li>'
        for n in range(813, 819)
    )
    menu = f'<a href="{column}">封面人物</a> <a href="{others}">征订</a>'
    assert found_on(f"{menu}<ul>{listed}</ul>".replace("&", "&amp;")).sections == (
        f"http://www.example.org{column}",
    )


def test_rows_that_go_through_a_counter_are_articles():
    """A script sends readers on by the number of the entry; friends' links are short-numbered."""
    listed = rows(1401, 1402, 1403).replace("/a/", "/link.jsp?id=").replace('.html"', '"')
    found = found_on(f"<ul>{listed}</ul>", "http://www.example.org/gzdt/")
    assert [link.url[-4:] for link in found.links] == ["1401", "1402", "1403"]


def test_a_page_s_base_is_none_of_what_its_calls_lead_to():
    """goPage(2) fills in a posted form: under a <base> it leads to the form's second page, not to the base."""
    turned = parse(
        '<base href="http://site.test/cotton/"><form name="listForm" action="news/list.do" method="post">'
        '<input type="hidden" name="pageNo" value="1"><input type="hidden" name="typeId" value="0201"></form>'
        '<a href="javascript:goPage(1)">首页</a> <a href="javascript:goPage(2)">下一页</a>'
        "<script>function goPage(n){document.listForm.pageNo.value=n;document.listForm.submit();}</script>"
    )
    url = "http://site.test/cotton/news/list.do"
    assert next_page(turned, url) is None
    sent = sent_next(turned, url)
    assert sent is not None and sent.url == url and sent.data == {"pageNo": "2", "typeId": "0201"}


def test_more_right_behind_a_block_goes_on_with_it():
    """>>更多 behind the last article of a block leads to its column, though other links follow."""
    rows = "".join(f'<dd><a href="show.asp?id={n}">某县纺织协会召开第{n}次会议</a></dd>' for n in range(3, 8))
    listed = parse(
        f'<dl>{rows}</dl><a href="news.asp">&gt;&gt;更多</a><div><a href="admin.asp">管理</a></div>'
    )
    articles = [f"http://site.test/show.asp?id={n}" for n in range(3, 8)]
    assert sections_of(listed, "http://site.test/", articles).lists == ("http://site.test/news.asp",)


@pytest.mark.parametrize(
    ("path", "tabs", "tabbed"),
    [
        ("/m/", '<div><b>资讯</b> <a href="/m/gs">公示</a></div>', True),
        ("/wap/", '<ul><li class="on">行业要闻</li><li><a href="/wap/tz">通知</a></li></ul>', True),
        ("/", '<nav><a class="cur" href="/">产业动态</a><a href="/gg/">公告</a></nav>', True),
        ("/h5/index.html", '<p><a href="javascript:;">快讯</a><a href="/h5/zc">政策</a></p>', True),
        ("/m/", '<div><b>最新资讯</b> <a href="/m/gs">公示</a></div>', False),
        ("/", '<nav><a href="/">首页</a><a href="/gg/">公告</a></nav>', False),
    ],
)
def test_a_page_may_be_one_of_the_columns_that_its_tabs_lead_to(path, tabs, tabbed):
    """Then it goes on in its own rows only, unless the tab chosen is of all columns."""
    found = found_on(f"{tabs}<ul>{rows(1, 2, 3)}</ul>", f"http://www.example.org{path}")
    assert len(found.sections) == 1
    assert found.tabbed is tabbed


@pytest.mark.parametrize("name", ["往期消息", "历史公告", "简讯", "早期报道"])
def test_the_menu_in_a_frame_leads_to_older_news_too(name):
    """Though past issues of a magazine are none."""
    menu = f'<a href="n/list.htm" target="r">本会新闻</a><a href="o.htm" target="r">{name}</a>'
    past = f'{menu}<a href="p.htm" target="r">往期刊物</a>'
    assert found_on(past, "http://www.example.org/left.htm").sections == (
        "http://www.example.org/n/list.htm",
        "http://www.example.org/o.htm",
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://www.example.org:8080", "http://www.example.org:8080"),
        ("//www.example.org:8080", "http://www.example.org:8080"),
        ("https://www.example.org", "https://www.example.org"),
        ("https://www.example.org:8443", "https://www.example.org:8443"),
    ],
)
def test_links_to_the_port_that_a_page_came_from_have_its_scheme(written, read):
    """One port speaks one of the two; what other ports speak is not known."""
    page_read = "http://www.example.org:8080/news/"
    assert resolve(page_read, f"{written}/a/1.html") == f"{read}/a/1.html"
    served = f"https{page_read.removeprefix('http')}"
    assert resolve(served, "http://www.example.org:8080/a/1.html") == "https://www.example.org:8080/a/1.html"


def test_a_pager_that_links_all_its_numbers_goes_on_from_the_first_or_the_marked():
    """1 2 3, all by postback: behind the first page comes the second, behind the one marked the next."""

    def asked_next(*marks: str) -> object:
        links = "".join(
            f"<a class='{mark}' href=\"javascript:__doPostBack('Pager','{n}')\">{n}</a>"
            for n, mark in enumerate(marks, 1)
        )
        hidden = "".join(
            f'<input type="hidden" name="{name}" value="">'
            for name in ("__VIEWSTATE", "__EVENTTARGET", "__EVENTARGUMENT")
        )
        form = parse(f'<form method="post" action="list.aspx?c=12">{hidden}{links}</form>')
        sent = sent_next(form, "http://site.test/list.aspx?c=12")
        return sent and sent.data and sent.data["__EVENTARGUMENT"]

    assert asked_next("", "", "") == "2"
    assert asked_next("", "current", "") == "3"
    assert asked_next("", "", "current") is None
