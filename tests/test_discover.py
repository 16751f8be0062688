"""Pages of every kind to the links of their articles."""

from __future__ import annotations

import gzip
import json
import re
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers.discover import Discovery, Request, discover, link_rule, next_asked, read_links
from scrapers.discover.addresses import Look, read_address
from scrapers.discover.data import recognised_rows
from scrapers.discover.dates import read_date
from scrapers.discover.telling import tells
from scrapers.discover.titles import is_furniture, is_name
from scrapers.model import Link, Page, Source

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


LOOKS = """
article 2021-01-05 /xinwen/2021-01/05/content_5577.htm
article 2025-06    /yaowen/liebiao/202506/content_7027.htm
article 2021-01-05 /n1/2021/0105/c1004-31989000.html
article 2025-06-18 /fashion/20250618/bdf81234567890abcdef1234567890ab/c.html
article 2021-01-05 /gn/2021/01-05/9378123.shtml
article 2021-01-05 /html/news/2021/jiaodian_0105/1234567.html
article 2025-06-18 /zxxx/20250618/0a1b2c3d4e5f60718293a4b5c6d7e8f9.html
article 2025-11-27 /hangye/202511-27-603767.html
article 2026-03-10 /2026031009183942113/index.shtml
article 2020-07-03 /20/0703/13/FGK7NCOR0001899O.html
article 2026-04    /2026/04/2127/
article 2026-04    /202604/2127/
channel 2026-04    /2026/04/
article -          /newsDetail_forward_12345678
article -          /a/431234567_121118710
article -          /info/1032/12345.htm
article -          /n2588025/n2588119/c16325874/content.html
article -          /ShowArticle.asp?ArticleID=123
article -          /e/action/ShowInfo.php?classid=1&id=12
article -          /index.php?m=home&c=View&a=index&aid=123
article -          /index.php?m=content&c=index&a=show&catid=108&id=162
article -          /?p=123
article -          /?fnew/i64
article -          /forum.php?mod=viewthread&tid=34
article -          /thread-17463-1-1.html
article -          /Article/Detail/2601?species=DefaultClass
article -          /webpages/DetailNews.aspx?id=10208
article -          /article/detail/id/826.html
article -          /news/info?newsid=cc29bbbc1e99469a8a2ee9fe45c2aa82
article -          /info/iIndex.jsp?node_id=GK&cat_id=15971&art_id=123
article 2025-03-08 /2025/0308/c25267a520920/page.htm
article -          /Item/5678.aspx
article -          /?info-301.html
maybe   -          /index.php?s=/Home/Article/detail/id/501.html
article 2025-06-13 /news/2025/0613/901/
maybe   -          /index.php?id=345
maybe   -          /news.php?cid=5
channel -          /25267/list2.htm
maybe   -          /news/gongzuohuiyi.html
maybe   -          /2025-industry-outlook-report/
channel -          /list_25388
channel -          /n1.asp?ClassID=12&page=3
channel -          /Article_Class.asp?ClassID=12
channel -          /Category_12/Index.aspx
channel -          /e/action/ListInfo/?classid=1
channel -          /index.php?m=home&c=Lists&a=index&tid=3
channel -          /?cat=3
channel -          /forum-36-1.html
channel -          /col/col1658072/index.html
channel 2023-03-07 /html/2023-03/07/node_2.htm
channel 2023-03-07 /html/2023-03/07/
channel -          /article/lists/category/1/p/2.html
channel -          /Special_Show.asp?SpecialID=4
topic   -          /ztzl/jnjp/
channel -          /tag/%E9%9D%A2%E6%96%99/
offer   -          /product/123.html
offer   -          /sell/show-900.html
offer   2024-05-11 /a/chanpin/2024/0511/22.html
offer   -          /schedule/3
offer   2024-05-11 /2024/05/11/product-detail/
offer   2024-05-11 /2024/05/11/job-12345.html
offer   2024-05-11 /jobs/2024/05/11/weaver-wanted/
offer   -          /posts/job-123
article 2024-05-11 /2024/05/11/shop-talk/
article 2024-05-11 /2024-05-11/sale-figures.html
trade   -          /posts/job-hunt/
maybe   -          /sale-of-mill-ends/
article -          /news/company/2246.html
trade   -          /news/product/10023.html
trade   -          /company/88/
maybe   -          /member_news.asp?p=3
never   -          /about/12.html
never   -          /login.aspx
never   -          /upload/a.jpg
never   -          /
"""


@pytest.mark.parametrize("line", LOOKS.strip().splitlines(), ids=lambda line: line.split()[2])
def test_an_address_alone_tells_much(line):
    """What the engines' addresses look like: an article's, a list's, an offer's, the site's own furniture."""
    look, date, path = line.split()
    address = read_address(f"http://www.example.org{path}")
    assert (address.look.value, address.date or "-") == (look, date)


BESIDE = [
    ("2025-06-18", "2025-06-18"),
    ("[ 2026-04-15 ]", "2026-04-15"),
    ("2025年3月10日 来源：本会", "2025-03-10"),
    ("2025/6/8 9:05:31", "2025-06-08T09:05:31+08:00"),
    ("发布时间:2025-06-18 08:30", "2025-06-18T08:30:00+08:00"),
    ("15 2025-04", "2025-04-15"),
    ("2025.04 15", "2025-04-15"),
    ("06-15 2025", "2025-06-15"),
    ("Jun 3, 2025", "2025-06-03"),
    ("六月 3, 2025", "2025-06-03"),
    ("星期二, 6月 3, 2025 - 09:12", "2025-06-03"),
    ("11 月 5, 2024", "2024-11-05"),
    ("发布于 27 十一月, 2024", "2024-11-27"),
    ("05/11月/2024", "2024-11-05"),
    ("二, 11/26/2024 - 09:12", "2024-11-26"),
    ("26/11/2024", "2024-11-26"),
    ("1/6/2025", None),
    ("(25.06.18)", "2025-06-18"),
    ("版本 25.06.18", None),
    ("(06/15)", "2025-06-15"),
    ("12-30", "2024-12-30"),
    ("6月21日", "2025-06-21"),
    ("6月22日", "2024-06-22"),
    ("3天前", "2025-06-17"),
    ("1周前", "2025-06-13"),
    ("昨天 18:40", "2025-06-19T18:40:00+08:00"),
    ("20250618", "2025-06-18"),
    ("25-06-18", "2025-06-18"),
    ("113-07-11", "2024-07-11"),
    ("2025-13-40", None),
    ("点击 1501 次", None),
    ("1.2MB", None),
    ("增长4.6%", None),
    ("6月18日，协会与清溪县签订合作协议", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_dates_beside_links_are_read_as_lists_print_them(text, expected):
    """Whole, split, without a year (the newest that is not ahead of the fetch), relative to the fetch."""
    assert read_date(text, NOW, NOW.date()) == expected


@pytest.mark.parametrize(
    ("body", "url", "method", "data"),
    [
        ('<frameset><frame src="top.html" noresize><frame src="list.asp"></frameset>', "http://www.example.org/news/top.html", "GET", {}),
        ('<meta http-equiv="refresh" content="0;url=/cn/index.html">', "http://www.example.org/cn/index.html", "GET", {}),
        ("<script>window.location.href='/portal/';</script>", "http://www.example.org/portal/", "GET", {}),
        ('<script>$.getJSON("/api/news/list",{page:1,size:20},show)</script>', "http://www.example.org/api/news/list?page=1&size=20", "GET", {}),
        ('<script>fetch("/data/news.json").then(r=>r.json())</script>', "http://www.example.org/data/news.json", "GET", {}),
        (
            "<script>$.ajax({url:'/queryList',type:'POST',data:{current:1,pageSize:15,webSiteCode:['gxt'],channelCode:['zcwj']},success:f})</script>",
            "http://www.example.org/queryList", "POST", {"current": "1", "pageSize": "15", "webSiteCode[]": "gxt", "channelCode[]": "zcwj"},
        ),
        (
            """<script parsetype="bulidstatic" url="/api-gateway/jpaas-publish-server/front/page/build/unit" querydata="{'webId':'8d','pageId':'a1'}"></script>""",
            "http://www.example.org/api-gateway/jpaas-publish-server/front/page/build/unit?webId=8d&pageId=a1", "GET", {},
        ),
        (
            "<script>var p={col:1,webid:3246,path:'/',columnid:1693484,unitid:5100070,webname:'某市',permissiontype:0};"
            "$('#u').jpage({perPage:15,proxyUrl:'/module/jpage/dataproxy.jsp',proxyParam:p});</script>",
            "http://www.example.org/module/jpage/dataproxy.jsp?startrecord=1&endrecord=60&perpage=15", "POST",
            {"col": "1", "webid": "3246", "path": "/", "columnid": "1693484", "unitid": "5100070", "webname": "某市", "permissiontype": "0"},
        ),
        ('<img src="big.jpg"><a href="/about/">关于我们</a><a href="/xwzx/">新闻中心</a>', "http://www.example.org/xwzx/", "GET", {}),
        ('<link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>欢迎</p>', "http://www.example.org/feed.xml", "GET", {}),
    ],
)  # fmt: skip
def test_a_page_without_rows_says_where_they_are(body, url, method, data):
    """Frames, redirections, known and unknown data interfaces, the feed: requests to make next."""
    at = "http://www.example.org/" if "big.jpg" in body else "http://www.example.org/news/"
    found = discover(page(f"<html><head></head>{body}</html>", at), Source(id="x", url=""))
    assert not found.links
    assert (found.follow[0].url, found.follow[0].method, dict(found.follow[0].data)) == (url, method, data)


HOSTILE = {
    "a long line": b"<a href=/news/1.html>" + "长".encode() * 700_000,
    "deep nesting": b"<div>" * 100_000 + b"<a href='/news/12345.html'>x</a>",
    "a long word": b"a1-_." * 20_000,
    "a long word in a script": b"<script>" + b"a1_" * 40_000 + b"</script>",
    "links in links": b"<div onclick=\"go('/news/12345.html')\">" * 3_900 + "关于召开会议的通知".encode(),
    "named boxes in one another": b"<div class=nav>" * 900 + b"<a href='/x'>y</a>" * 9_000,
    "many links": b"<a href='/x'>y</a>" * 50_000,
    "nulls": b"\x00" * 100_000 + b"<html>",
    "entities": b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
    "broken json": b'{"data": [{"title": "x"',
    "deep json": b"[" * 100_000,
    "spaces": b"<ul><li><a href='/news/12345.html'>"
    + b" " * 300_000
    + b"2025"
    + b" " * 300_000
    + b"</a></li></ul>",
    "quotes": b"<script>" + b"'\"" * 100_000 + b"</script>",
    "brackets": b"<script>var a='/x/1.html';" + b"[{(" * 50_000 + b"</script>",
    "open tags in a script": b"<script>" + b"<a " * 200_000 + b"</script>",
    "open entries": b"<urlset>" + b"<url><loc>" * 200_000,
    "open calls": b"<script>" + b"$.ajax({url:'/a',data:{" * 20_000 + b"</script>",
    "open states": b"<script>" + b"a=[{" * 100_000 + b"</script>",
    "empty": b"",
    "gzip bomb": gzip.compress(b"<urlset>" + b" " * 60_000_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bytes_take_bounded_time_and_never_raise(name):
    """Whatever a site sends, discovery answers, and soon."""
    began = time.process_time()
    found = discover(page(HOSTILE[name]), Source(id="x", url="http://www.example.org/"))
    assert time.process_time() - began < 5
    assert len(found.links) <= 1


@given(st.binary(max_size=400), st.sampled_from(["text/html", "application/json", "text/xml"]))
@settings(max_examples=150, deadline=None)
def test_no_bytes_make_discovery_raise(data, content_type):
    """Every byte string gives a Discovery."""
    discover(page(data, content_type=content_type), Source(id="x", url="http://www.example.org/"))


@pytest.mark.parametrize(
    ("url", "pager", "following"),
    [
        ("/xwzx/tzgg.htm", '<a href="tzgg/12.htm">2</a><a href="tzgg/12.htm">下页</a>', "/xwzx/tzgg/12.htm"),
        ("/list.aspx?id=3", '<a href="list.aspx?id=3&page=2">&gt;</a>', "/list.aspx?id=3&page=2"),
        ("/n/index_3.html", '<a href="index_2.html">上一页</a><a href="index_4.html">下一页&gt;&gt;</a>', "/n/index_4.html"),
        ("/n/p/3", '<a href="/n/p/2">2</a><b>3</b><a href="/n/p/4">4</a>', "/n/p/4"),
        ("/n/", '<a href="/n/index.html">1</a><a href="/n/index_1.html">2</a>', "/n/index_1.html"),
        ("/n/", '<a href="/n/?page=2"><img src="n.gif" alt="下一页"></a>', "/n/?page=2"),
        ("/n/", '<a class="next" href="list_2.html"></a>', "/n/list_2.html"),
        ("/n/", '<link rel="next" href="/n/page/2/">', "/n/page/2/"),
        ("/n/", '<script>createPageHTML("div", 14, 1, "index", "shtml", 280);</script>', "/n/index_2.shtml"),
        ("/n/", '<script>var now=0;var all=9;createPageHTML(all, now, "index", "html");</script>', "/n/index_1.html"),
        ("/n/", '<script>createPageHTML(1, 0, "index", "html");</script>', None),
        ("/n/index_1.html", '<script>createPageHTML(2, 1, "index", "html");</script>', None),
        ("/n/index_3.shtml", '<script>createPageHTML("div", 4, 3, "index", "shtml", 80);</script>', "/n/index_4.shtml"),
        ("/n/index_3.shtml", '<script>createPageHTML("div", 5, 4, "index", "shtml", 80);</script>', "/n/index_4.shtml"),
        ("/n/index_4.shtml", '<script>createPageHTML("div", 5, 5, "index", "shtml", 80);</script>', None),
        ("/n/", '<a href="/n/?page=2"><img src="/img/next.gif"></a>', "/n/?page=2"),
        ("/n/", '<a href="/n/?page=2" aria-label="Go to next page"><svg></svg></a>', "/n/?page=2"),
        ("/n/", '<a href="/n/?paged=2">← 较早文章</a>', "/n/?paged=2"),
        ("/n/", '<input type="button" value="下一页" onclick="go(2)"><script>function go(n){location.href = n=="1" ? "a.html" : "a_"+n+".html"}</script>', "/n/a_2.html"),
        ("/n/", '<select onchange="location=this.value"><option value="a.html" selected>1</option><option value="a_2.html">2</option></select>', "/n/a_2.html"),
        ("/n/", """<select onchange="location='a.asp?c=2&page='+this.value"><option value="1">第1页</option><option value="2">第2页</option></select>""", "/n/a.asp?c=2&page=2"),
        ("/n/", '<select onchange="location=this.value"><option value="/x/">友情链接</option><option value="/y/">协会网站</option></select>', None),
        ("/n/", '<script>laypage.render({count: 20, limit: 10, curr: 1, jump: function(o){location.href="?page="+o.curr;}})</script>', "/n/?page=2"),
        ("/n/", '<script>laypage.render({count: 20, limit: 10, curr: 2, jump: function(o){location.href="?page="+o.curr;}})</script>', None),
        ("/n/", """<script>var currentPage = 1; var nextPage = currentPage + 1; var countPage = 4; if (currentPage != countPage - 1) document.write('<a href="index_' + nextPage + '.html">下一页</a>');</script>""", "/n/index_2.html"),
        ("/n/", """<script>var currentPage = 3; var nextPage = currentPage + 1; var countPage = 4; if (currentPage != countPage - 1) document.write('<a href="index_' + nextPage + '.html">下一页</a>');</script>""", None),
        ("/n/", """<script>var countPage = 3, currentPage = 0; function go(k){ location.href = k == 0 ? 'index.html' : 'index_' + k + '.html'; }</script>""", "/n/index_1.html"),
        ("/n/", '<p><a href="/n/202506.html">2025年6月</a><a href="/n/202505.html">2025年5月</a></p>', "/n/202506.html"),
        ("/n/", '<p>[2025年] <a href="/n/2024.html">[2024年]</a> <a href="/n/2023.html">[2023年]</a></p>', "/n/2024.html"),
        ("/n/", '<a href="/n/?start=15">下十五条</a>', "/n/?start=15"),
        ("/n/", '<a href="/n/?from=20">后二十条&gt;&gt;</a>', "/n/?from=20"),
        ("/n/", '<a href="/story/5.html">下一篇</a>', None),
        ("/n/", '<a href="/story/5.html">下一条</a>', None),
        ("/n/", '<a href="javascript:go(2)">下一页</a>', None),
    ],
)  # fmt: skip
def test_the_next_page_of_a_list_is_found(url, pager, following):
    """By its words, its picture, its class, its number, its choices, its months, or the script that writes it."""
    row = '<ul><li><a href="/news/1001.html">关于召开年度会员大会的通知</a> 2025-06-09</li></ul>'
    found = discover(
        page(f"<html><body>{row}{pager}</body></html>", f"http://www.example.org{url}"),
        Source(id="x", url=""),
    )
    assert found.next == (f"http://www.example.org{following}" if following else None)


def test_a_known_interface_is_asked_although_side_columns_show_articles():
    """A JPAAS page prints its hot list itself and loads the column's rows: both are wanted."""
    hot = '<ul class="hot"><li><a href="/art/2025/6/1/art_1_1.html">关于召开年度会员大会的通知</a></li></ul>'
    units = (
        """<script url="/front/page/build/unit" querydata="{'tagId':'导航','webId':'8d'}"></script>"""
        """<script url="/front/page/build/unit" querydata="{'tagId':'当前栏目list','webId':'8d'}"></script>"""
    )
    found = discover(page(f"<html><body>{hot}{units}</body></html>"), Source(id="x", url=""))
    assert [link.url for link in found.links] == ["http://www.example.org/art/2025/6/1/art_1_1.html"]
    assert parse_qs(urlsplit(found.follow[0].url).query)["tagId"] == ["当前栏目list"]


def test_a_sitemap_may_be_plain_text():
    """An address a line; columns and the site's own pages are left out."""
    paths = ("/", "/news/", "/about.html", *(f"/news/zixun/{n}.html" for n in range(5101, 5105)))
    text = "\n".join(f"http://www.example.org{path}" for path in paths)
    found = discover(page(text, "http://www.example.org/sitemap.txt", "text/plain"), Source(id="x", url=""))
    assert (found.kind, len(found.links)) == ("sitemap", 4)


TITLES = [
    ('<a href="/n/1001.html">关于召开年会的通知</a>', "关于召开年会的通知"),
    ('<a href="/n/1001.html" title="关于召开第六届会员大会暨换届选举的通知">关于召开第六届会员...</a>', "关于召开第六届会员大会暨换届选举的通知"),
    ('<a href="/n/1001.html" title="点击查看">关于召开年会的通知</a>', "关于召开年会的通知"),
    ('<a href="/n/1001.html" title="文章标题：关于召开年会的通知\n作者：秘书处\n更新时间：2025-6-1">关于召开..</a>', "关于召开年会的通知"),
    ('<a href="/n/1001.html">· 2025-06-01 关于召开年会的通知</a>', "关于召开年会的通知"),
    ('<a href="/n/1001.html">关于召开年会的通知 [2025-06-01]</a>', "关于召开年会的通知"),
    ('<a href="/n/1001.html">关于召开年会的通知(点击数：1501)</a>', "关于召开年会的通知"),
    ('<a href="/n/1001.html">[置顶] 关于召开年会的通知</a>', "关于召开年会的通知"),
    ('<a href="/n/1001.html">关于召开“年会”&amp;ldquo;换届&amp;rdquo;的通知</a>', "关于召开“年会”“换届”的通知"),
    ('<a href="/n/1001.html">关于召开\u200b年会的通知</a>', "关于召开年会的通知"),
    ('<a href="/n/1001.html"><img src="a.jpg" alt="关于召开年会的通知"></a>', "关于召开年会的通知"),
    ('<a href="/n/1001.html"><img src="a.jpg"></a><a href="/n/1001.html">关于召开年会的通知</a><a href="/n/1001.html">[详细]</a>', "关于召开年会的通知"),
    ('<a href="/n/1001.html"><h3>关于召开年会的通知</h3><p>各会员单位：年会定于十二月在杭州召开。</p><span>2025-06-01</span></a>', "关于召开年会的通知"),
    ('<a href="/n/1001.html"><time>2025年6月1日</time></a><h2><a href="/n/1001.html">关于召开年会的通知</a></h2><a href="/n/1001.html#c">发表评论</a>', "关于召开年会的通知"),
    ('<h4>关于召开年会的通知</h4><p>各会员单位：</p><a href="/n/1001.html">查看详情</a>', "关于召开年会的通知"),
    ("<a href=\"javascript:show(1001)\">关于召开年会的通知</a><script>function show(id){var u='/n/'+id+'.html';window.open(u);}</script>", "关于召开年会的通知"),
    ('<a href="/go.asp?url=http%3A%2F%2Fwww.example.org%2Fn%2F1001.html">关于召开年会的通知</a>', "关于召开年会的通知"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "title"), TITLES)
def test_the_title_of_a_row_is_whole_and_bare(row, title):
    """Whole where the text is cut, without bullet, date, count or label; from the picture, heading or row where need be."""
    found = discover(page(f"<html><body><ul><li>{row}</li></ul></body></html>"), Source(id="x", url=""))
    assert [(link.url, link.title) for link in found.links] == [("http://www.example.org/n/1001.html", title)]


@pytest.mark.parametrize(
    ("query", "following"),
    [
        ("?page=1&size=20", "?page=2&size=20"),
        ("?size=20&pageNo=9", "?size=20&pageNo=10"),
        ("?current=1&size=10", "?current=2&size=10"),
        ("?start=20&limit=20", "?start=40&limit=20"),
        ("?start=20", None),
        ("?size=20", None),
        ("", None),
    ],
)
def test_a_data_interface_goes_on_where_its_query_numbers_pages(query, following):
    """As long as it gives articles."""
    url = "http://www.example.org/api/list"
    rows = '{"data":[{"title":"关于召开年会的通知","url":"/n/1001.html"}]}'
    found = discover(page(rows, url + query, "application/json"), Source(id="x", url=url))
    assert found.next == (url + following if following else None)
    empty = discover(page('{"data":[]}', url + query, "application/json"), Source(id="x", url=url))
    assert empty.next is None


DECLARED = '{"ret":{"rows":[{"h":"关于召开年会的通知","k":7,"d":"2025-06-01"},{"h":"换届公告","k":8,"d":"2025-06-02"},{"h":"","k":null}]}}'


@pytest.mark.parametrize(
    ("items", "fields", "links", "problem"),
    [
        (
            "ret.rows[*]", {"url": "join('', ['/n/', to_string(k), '.html'])", "title": "h", "published": "d"},
            [("/n/7.html", "关于召开年会的通知", "2025-06-01"), ("/n/8.html", "换届公告", "2025-06-02"), ("/n/null.html", "", None)], "",
        ),
        ("ret.rows[?k]", {"url": "join('', ['/n/', to_string(k)])", "title": "h"}, [("/n/7", "关于召开年会的通知", "2025-06-01"), ("/n/8", "换届公告", "2025-06-02")], ""),
        ("ret.none", {}, [], "指的不是列表"),
        ("ret..rows", {}, [], "写错了"),
    ],
)  # fmt: skip
def test_declared_items_and_fields_read_any_interface(items, fields, links, problem):
    """JMESPath says where the entries are and what they hold; a wrong path is said in words."""
    source = Source(id="x", url="http://www.example.org/api", kind="json", items=items, fields=fields)
    found = discover(page(DECLARED, source.url, "application/json"), source)
    assert [(k.url, k.title, k.published) for k in found.links] == [
        (f"http://www.example.org{u}", t, d) for u, t, d in links
    ]
    assert problem in "".join(found.problems)


def test_a_page_declared_as_feed_leads_to_the_feed_it_names():
    """`kind: feed` with a page's address: its own articles are not wanted."""
    stored, expected = golden("wordpress")
    found = discover(stored, Source(id="x", url=stored.url, kind="feed"))
    assert (found.links, [request.url for request in found.follow]) == ((), [expected["feed"]])


def test_a_site_may_keep_its_articles_under_another_name_of_its_own():
    """Articles at static.example.org are links of www.example.org; forms to fetch and a paper's own PDF are none."""
    rows = "".join(
        f"<li><a href='../detail/2024-09/{n}.html'>鹭岛童装小镇第{n}批技改项目签约投产</a></li>"
        for n in range(871, 877)
    )
    html = (
        f"<base href='http://static.example.org/site/news/'><ul class=list>{rows}</ul>"
        "<p><a href='/f/2023/rh.doc'>鹭岛纺织行业协会章程全文下载</a> <a href='/p/03.pdf'>本版PDF文件下载</a></p>"
    )
    url = "http://www.example.org/news/list.php?cid=3"
    found = discover(page(html, url), Source(id="x", url=url))
    assert [link.url for link in found.links] == [
        f"http://static.example.org/site/detail/2024-09/{n}.html" for n in range(871, 877)
    ]


def test_of_two_rows_on_a_last_page_one_that_tells_something_speaks_for_the_other():
    """Under the name of a column that holds firms elsewhere."""
    rows = (
        "<li><span>2026-05-23</span> <a href='/show?id=179'>宁夏毛巾原料收购价小幅走高</a></li>"
        "<li><span>2026-05-03</span> <a href='/show?id=167'>银川产业带商家学拍短片</a></li>"
    )
    url = "http://www.example.org/list?id=10&page=2"
    found = discover(page(f"<h3>企业之窗</h3><ul>{rows}</ul>", url), Source(id="x", url=url))
    assert len(found.links) == 2


ROW_CLASSES = {
    "counted": (
        "views-row views-row-1 views-row-odd",
        "views-row views-row-2 views-row-even",
        "views-row views-row-3",
    ),
    "striped": ("entry odd", "entry even", "entry odd last"),
    "numbered": ("item1", "item2", "item3"),
}


@pytest.mark.parametrize("classes", ROW_CLASSES.values(), ids=ROW_CLASSES)
def test_rows_that_their_classes_count_stand_under_one_heading(classes: tuple[str, ...]):
    """The few of a last page, too, of which not each tells something."""
    told = ("宁夏毛巾原料收购价小幅走高", "银川产业带商家学拍短片", "石嘴山举办缝制工技能比赛")
    rows = "".join(
        f'<div class="{kind}"><span><a href="/node/{n}">{words}</a></span></div>'
        for n, (kind, words) in enumerate(zip(classes, told, strict=True), 703)
    )
    html = f"<h1>研究动态</h1><div class='view'><div class='rows'>{rows}</div></div>"
    url = "http://www.example.org/news?page=2"
    assert len(discover(page(html, url), Source(id="x", url=url)).links) == len(told)


def test_an_entry_is_named_by_its_own_object_and_not_by_its_column_or_picture():
    """Of objects within an entry the one with the title gives the address, too."""
    entry = {
        "attributes": {
            "headline": "盛泽面料协会召开理事会",
            "slug": "/article/71",
            "cover": {"url": "/img/71.png"},
        },
        "channel": {"name": "动态", "link": "/tag/1"},
    }
    rows = recognised_rows({"content": [entry]})
    assert [(row.url, row.title) for row in rows] == [("/article/71", "盛泽面料协会召开理事会")]


def test_a_call_may_send_a_variable():
    """$.post(address, params, done) sends what `params` was set to."""
    script = '<script>var params={siteId:"3",channelId:"44"};$.post("/common/search/queryList",params,function(r){show(r)},"json");</script>'
    found = discover(page(script.encode()), Source(id="x", url="http://www.example.org/"))
    assert [(r.method, dict(r.data)) for r in found.follow] == [("POST", {"siteId": "3", "channelId": "44"})]


def test_rows_may_begin_with_the_title():
    """Assignments that name the title before the address are not shifted by one."""
    names = ["盛泽面料协会召开理事会", "柯桥印染协会换届选举", "海宁皮革商会赴外考察"]
    script = "".join(f't="{name}";u="/news/{n}01.html";add(t,u);' for n, name in enumerate(names, 1))
    found = discover(
        page(f"<script>{script}</script>".encode()), Source(id="x", url="http://www.example.org/")
    )
    assert [(link.url[-8:], link.title) for link in found.links] == [
        (f"{n}01.html", name) for n, name in enumerate(names, 1)
    ]


@pytest.mark.parametrize(
    ("address", "others"),
    [
        ("showmember.asp?id={}", ["金羚羊毛衫", "华美针织服饰", "新世纪服装辅料", "昌盛纺织"]),
        (
            "showproduct.asp?id={}",
            ["女士羊绒开衫 2025秋冬新款", "纯棉提花毛巾被 出口日本", "涤纶复丝面料 70D"],
        ),
        ("shownews.asp?id=1{}", ["会长 张伯年", "常务副会长 李素娟", "秘书长 吴正方", "欧阳倩"]),
        (
            "shownews.asp?id=1{}",
            ["T/ABC 003-2024 学生校服", "T/ABC 002-2024 苗绣服装", "FZ/T 81010-2018 风衣"],
        ),
        ("shownews.asp?id=1{}", ["企业开办一件事办理指南", "技改项目备案申请流程", "用工登记与社保补贴申领"]),
        (
            "shownews.asp?id=1{}",
            ["《华西纺织》2025年第3期", "《华西纺织》2025年第2期", "《华西纺织》2025年第1期"],
        ),
        (
            "shownews.asp?id=1{}",
            ["[供应] 长期供应全棉纱卡", "[求购] 库存涤纶面料两万米", "【转让】整厂针织圆机"],
        ),
        (
            "shownews.asp?id=1{}",
            ["长期收购库存化纤丝和纱线", "大量供应再生棉气流纺纱", "羊绒产业白皮书 ￥1999"],
        ),
        ("upload/1{}.doc", ["会员登记表（2025版）下载", "行业运行监测报表（空表）下载"]),
        ("showdown.asp?id={}", ["会员入会申请表（2025版）", "纺织企业统计报表", "行业自律公约全文"]),
    ],
    ids=[
        "members",
        "products",
        "people",
        "standards",
        "services",
        "issues",
        "offers",
        "goods",
        "forms",
        "downloads",
    ],
)
def test_undated_names_beside_news_are_no_articles(address: str, others: list[str]):
    """Members, products, people, standards and files to fetch stand in columns of their own."""
    news = "".join(
        f"<li><a href=shownews.asp?id={n}>第{n}届毛衫产业技术对接会召开</a>[06-{n}]" for n in range(10, 19)
    )
    column = "".join(f"<li><a href={address.format(n)}>{other}</a>" for n, other in enumerate(others, 30))
    found = read_links(page(f"<ul class=n>{news}</ul><h3>其他</h3><ul class=m>{column}</ul>"))
    assert [link.title for link in found] == [f"第{n}届毛衫产业技术对接会召开" for n in range(10, 19)]


@pytest.mark.parametrize(
    "column",
    [
        "<td>会员服务</td></tr><tr><td>{}</td></tr><tr><td>本站公告</td>",
        "<h2><a href=/gq/>最新供求</a> <a href=/gq/>更多&gt;&gt;</a></h2><ul>{}</ul>",
        "<b>推荐企业</b><br>{}",
    ],
    ids=["a row of a table", "a heading that is a link", "bold words"],
)
def test_what_stands_under_the_name_of_no_news_is_none(column: str):
    """Offers, firms and services are told by the heading over them, up to the next heading."""
    news = "".join(f"<p><a href=/n/{n}.htm>第{n}届毛衫产业技术对接会召开</a>" for n in range(10, 14))
    other = "<a href=/n/91.htm>怎样办理本站的高级会员手续</a><br><a href=/n/92.htm>涤纶短纤长年现货欢迎来电洽谈</a>"
    found = read_links(page(f"<div>{news}</div><div><table><tr>{column.format(other)}</tr></table></div>"))
    assert [link.title for link in found] == [f"第{n}届毛衫产业技术对接会召开" for n in range(10, 14)]


def test_a_heading_alone_in_its_column_says_nothing_of_the_next_column():
    """What follows a block with headings of its own is no part of 快捷通道."""
    news = "".join(f"<p><a href=/n/{n}1.htm>第{n}届毛衫产业技术对接会召开</a>" for n in range(10, 14))
    found = read_links(page(f"<div><h3>快捷通道</h3></div><div><h3>协会动态</h3>{news}</div>"))
    assert len(found) == 4


@pytest.mark.parametrize(
    ("address", "shown", "published"),
    [
        ("/html/190517/a1.htm", "(05-17)", "2019-05-17"),
        ("/n/20190614/4415.html", "06-15", "2019-06-15"),
        ("/n/20200101/4415.html", "12-31", "2019-12-31"),
        ("/n/2019-06/4415.html", "[6-12]", "2019-06-12"),
        ("/n/20190614/4415.html", "大会将于9月20日 开幕", "2019-06-14"),
        ("/n/100517.html", "(06-03)", "2025-06-03"),
    ],
    ids=["short year", "day after", "over new year", "month", "an event's day", "a number that is no date"],
)
def test_a_day_without_year_takes_the_year_of_its_address(address: str, shown: str, published: str):
    """Old lists show month and day alone; where the address tells the year it is no guess."""
    found = read_links(page(f"<ul><li><a href={address}>第九届毛衫产业技术对接会召开</a> {shown}</li></ul>"))
    assert [link.published for link in found] == [published]


def test_a_link_that_leads_off_the_site_by_a_number_is_an_advert():
    """/go.asp?id=88 of another host shows nothing of its own."""
    advert = "<a href=http://ad.example.net/go.asp?id=88><img alt=专业生产苎麻脱胶成套设备></a>"
    news = "<li><a href=/n/20190614/4415.html>第九届毛衫产业技术对接会召开</a>"
    assert len(read_links(page(f"{advert}<ul>{news}</ul>", "http://www.example.net/"))) == 1


def test_the_date_of_a_row_is_its_entrys_and_not_its_authors():
    """Who wrote an entry stands in its row, and is no article for the date there."""
    rows = "".join(
        f"<div class=c><a href=/a/{n}87>第{n}届毛衫产业技术对接会召开</a><div><a href=/u/{n}>轻纺城观察</a>{n}小时前</div></div>"
        for n in range(10, 16)
    )
    found = read_links(page(f"<div>{rows}</div>"))
    assert [link.url for link in found] == [f"http://www.example.org/a/{n}87" for n in range(10, 16)]


def test_a_web_server_s_index_of_a_folder_lists_its_documents():
    """Text, pages and mails in it are entries, folders are looked into; the folder above and pictures are not."""
    index = b"<title>Index of /</title><a href='../'>../</a><a href='a.txt'>a.txt</a><a href='b.eml'>b.eml</a><a href='c.png'>c.png</a>"
    index += b"<a href='?C=N;O=D'>Name</a><a href='2025/'>2025/</a><a href='2026/'>2026/</a>"
    found = discover(page(index), Source(id="x", url="http://www.example.org/"))
    assert [link.url.rpartition("/")[2] for link in found.links] == ["a.txt", "b.eml"]
    assert [ask.url[-6:] for ask in found.follow] == ["/2026/", "/2025/"]
    of_iis = index.replace(b"Index of /", b"www.example.org - /")
    assert discover(page(of_iis), Source(id="x", url="http://www.example.org/")) == found
    left_open = index + b"<a href='~%24notice.doc'>~$notice.doc</a>"
    assert discover(page(left_open), Source(id="x", url="http://www.example.org/")) == found


def test_a_rule_holds_whatever_the_order_of_an_address_s_parameters():
    """Lists that write the same parameters in another order are of the rule; addresses with further ones are not."""
    rows = "".join(
        f'<li><a href="/index.php?{query}{n}">第{n}届面料博览会筹备工作座谈会在当地召开</a></li>'
        for n, query in enumerate(("do=news&m=show&id=", "m=show&do=news&id=", "m=show&do=goods&id="), 1)
    )
    source = Source(id="x", url="http://www.example.org/", article=r"/index\.php\?m=show&do=news&id=\d+")
    found = discover(page(f"<ul>{rows}</ul>"), source)
    assert [link.url[-1] for link in found.links] == ["1", "2"]
    narrow = replace(source, article=r"/index\.php\?id=\d+")
    assert not discover(page(f"<ul>{rows}</ul>"), narrow).links


_LISTED = [f'<li><a href="/n/{n}.html">第{n}届面料博览会筹备工作座谈会在当地召开</a></li>' for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("pager", "following"),
    [
        (
            "<script>function go(n){location.href='/n/?p='+n}</script><a href='javascript:go(2)'>下一页</a>",
            "/n/?p=2",
        ),
        ('<a href="#" onclick="location.href=\'/n/list_2.asp\'">下一页</a>', "/n/list_2.asp"),
        (
            '<form action="/n/list.do?page=1"><input type="hidden" name="c" value="7"><input type="hidden" name="page" value="1">'
            '</form><a href="javascript:turn(2)">下一页</a>',
            "/n/list.do?c=7&page=2",
        ),
        ('<a href="#" onclick="turn(2)">下一页</a>', None),
        ('<a href="/n/?page=2">点击加载更多</a>', "/n/?page=2"),
        ('<a href="/more/">更多</a>', None),
    ],
)
def test_pagers_that_a_script_turns_lead_on(pager, following):
    """A function of the page, a handler, a form with the page's number, a button; a call nobody can follow does not."""
    found = discover(
        page(f"<ul>{''.join(_LISTED)}</ul>{pager}".encode(), url="http://www.example.org/n/"),
        Source(id="x", url="http://www.example.org/n/"),
    )
    assert len(found.links) == 3
    assert found.next == (following and f"http://www.example.org{following}")


@pytest.mark.parametrize(
    ("script", "sent"),
    [
        ('$.ajax({url:"/s",type:"POST",data:JSON.stringify({id:3,name:"a"})})', '{"id": 3, "name": "a"}'),
        ('axios.post("/s", {id: 3})', '{"id": 3}'),
        ('axios.post("/s", Qs.stringify({id: 3}))', {"id": "3"}),
        ('$.post("/s", {id: 3})', {"id": "3"}),
        ('var d={id:3};x.open("POST","/s");x.send(JSON.stringify(d))', '{"id": 3}'),
        ("table.render({elem:'#t',method:'post',url:'/s',where:{id:3}})", {"id": "3"}),
        ("$('#t').datagrid({url:'/s',queryParams:{id:3}})", {"id": "3"}),
        ('data:{q:{id:3}},load(){axios.post("/s", this.q)}', '{"id": 3}'),
        ('data:{q:{id:0,n:9}},load(p){axios.post("/s", {...this.q, id: 3})}', '{"id": 3, "n": 9}'),
        (
            'data:{q:{n:9}},load(p){let d=Object.assign({}, this.q, {id:3});axios.post("/s", d)}',
            '{"n": 9, "id": 3}',
        ),
        ('data:{q:{id:3}},load(p){axios.post("/s", Object.assign({}, this.q))}', '{"id": 3}'),
        ('const q=reactive({id:3});axios.post("/s", q)', '{"id": 3}'),
        ('data:{q:{id:3}},load(){axios.post("/s", new URLSearchParams(this.q))}', {"id": "3"}),
        ('data:{q:{id:""}},made(){this.q.id="3"},load(){axios.post("/s", this.q)}', '{"id": "3"}'),
        ('data:{q:{id:getQuery("c")}},load(){axios.post("/s", this.q)}', '{"id": "7"}'),
        ('const s=new URLSearchParams(location.search);axios.post("/s", {id:s.get("c")})', '{"id": "7"}'),
        ('axios.post("/s", {id:this.$route.query.c})', '{"id": "7"}'),
        ('let c=location.search.split("c=")[1];axios.post("/s", {id:c})', '{"id": "7"}'),
        ('axios.post("/s", {id: 3, })', '{"id": 3}'),
        ('axios.post("/s", {id: 3, )', '{"id": 3}'),
    ],
)
def test_requests_send_what_the_page_sends(script, sent):
    """JSON where the script makes it, as axios does by itself; a form otherwise; what is read off the page's address."""
    url = "http://www.example.org/n/list.html?c=7"
    found = discover(page(f"<script>{script}</script>".encode(), url=url), Source(id="x", url=url))
    assert [(r.method, r.data) for r in found.follow] == [("POST", sent)]


@pytest.mark.parametrize(
    "script",
    [
        'axios.defaults.baseURL="/api";axios.get("/s?c=3")',
        'axios.defaults.baseURL="/api/";axios.get("s?c=3")',
        'const http=axios.create({baseURL:"/api"});http.get("/s?c=3")',
        'const request=axios.create({baseURL:"/api"});request.get("/s", {params:{c:3}})',
        'axios.defaults.baseURL="/api";axios.get("/api/s?c=3")',
        'axios.defaults.baseURL="/other";$.get("/api/s?c=3")',
    ],
)
def test_a_library_puts_its_base_before_what_it_asks(script):
    """As axios does, once; jQuery knows no base."""
    url = "http://www.example.org/"
    found = discover(page(f"<script>{script}</script>".encode(), url=url), Source(id="x", url=url))
    assert [r.url for r in found.follow] == ["http://www.example.org/api/s?c=3"]


@pytest.mark.parametrize(
    "options", ["url:'/upload/do'", "url:'/i/a.png'", "url:'http://www.example.com/rows'", "url:'/rows'+id"]
)
def test_options_of_other_things_than_tables_are_not_asked_for(options):
    """Uploads, pictures, other sites and half an address."""
    found = discover(
        page(f"<script>widget.render({{{options}}})</script>".encode()),
        Source(id="x", url="http://www.example.org/"),
    )
    assert found.follow == ()


def test_xml_that_declares_entities_is_not_read():
    """Data in XML has no need of them."""
    text = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a><r><t>&b;</t></r></a>'
    found = discover(page(text, content_type="text/xml"), Source(id="x", url="http://www.example.org/"))
    assert found.links == () and "XML" in found.problems[0]


@pytest.mark.parametrize(
    ("script", "asked"),
    [
        ("$('#list').load('/inc/list.html .rows')", ["/inc/list.html"]),
        ("$('#top').load('/inc/header.html')", []),
        ("$(img).load('/i/a.png')", []),
    ],
)
def test_pieces_that_a_page_loads_are_asked_for(script, asked):
    """The list put into its place; neither the head of the page nor a picture."""
    found = discover(page(f"<script>{script}</script>"), Source(id="x", url="http://www.example.org/news/"))
    assert [r.url for r in found.follow] == [f"http://www.example.org{path}" for path in asked]


@pytest.mark.parametrize(
    ("data", "following"),
    [
        ({"pageIndex": "1", "kind": "2"}, {"pageIndex": "2", "kind": "2"}),
        ('{"page": 3, "size": 10}', '{"page": 4, "size": 10}'),
        ({"kind": "2"}, None),
        ({"start": "0", "limit": "15"}, {"start": "15", "limit": "15"}),
        ('{"pn": 0, "rn": 10, "wd": ""}', '{"pn": 10, "rn": 10, "wd": ""}'),
        ('{"variables": {"first": 12, "skip": 0}}', '{"variables": {"first": 12, "skip": 12}}'),
    ],
)
def test_a_posted_request_goes_on_where_it_numbers_pages(data, following):
    """In its form or its JSON."""
    found = next_asked(Request("http://www.example.org/rows", "POST", data), Discovery("json"))
    assert (found and found.data) == following


def test_numbers_that_post_back_lead_to_the_page_after_the_one_shown():
    """The page that is shown is the number no link leads to."""
    numbers = "".join(f"<a href=\"javascript:__doPostBack('grid','Page${n}')\">{n}</a>" for n in (1, 3, 4))
    row = '<a href="/news/1001.html">关于召开年度会员大会的通知</a>'
    form = f'<form><input type="hidden" name="__VIEWSTATE" value="x">{row}{numbers}<span>2</span></form>'
    found = discover(page(f"<html><body>{form}</body></html>"), Source(id="x", url=""))
    assert found.sent is not None
    assert found.sent.data == {"__VIEWSTATE": "x", "__EVENTTARGET": "grid", "__EVENTARGUMENT": "Page$3"}


def test_a_request_is_sent_with_the_numbers_its_object_keeps():
    """What a script says as this.page stands in the object's literal."""
    script = "new Vue({data: {page: 1, limit: 20}, created() { $.get('/rows', {page: this.page, limit: this.limit}) }})"
    found = discover(page(f"<html><body><script>{script}</script></body></html>"), Source(id="x", url=""))
    assert [request.url for request in found.follow] == ["http://www.example.org/rows?page=1&limit=20"]


TOLD = """
yes 轻工学会赴蒙阴走访草编作坊
yes 手套名镇的第三次转身
yes 染缸边上的年轻人：配色师手记
yes 绗缝机断线怎么办
yes 年会通知
yes 县毛毯协会换届
yes Denim Mills Look West for Cotton
no 轻工纺织有限公司
no 加厚法兰绒毛毯
no 32支精梳丝光棉
no 草编工艺与设计
no 厂家直销夏季凉感毯 可定制
no 供应涤纶网眼布 量大从优
no 羽绒被新款
no 咨询毛毯出口退税的问题
no 信息服务
"""


@pytest.mark.parametrize("line", TOLD.strip().splitlines())
def test_titles_of_news_tell_something_and_others_only_name(line):
    """Goods, firms, trades and offers are named; what readers ask is theirs."""
    told, title = line.split(" ", 1)
    assert tells(title) == (told == "yes")


GOODS = ["法兰绒毛毯", "草编手提袋", "麦秆画镜框", "绗缝夏被"]


def columns(markup: str) -> Page:
    """A page on which one program shows news and goods, laid out one way or another."""
    news = "".join(f"<p><a href=/view.php?aid={n}>草编作坊第{n}期学徒班开课</a></p>" for n in range(21, 25))
    goods = "".join(f"<p><a href=/view.php?aid={n}>{name}</a></p>" for n, name in enumerate(GOODS, 31))
    return page(markup.format(news=news, goods=goods))


@pytest.mark.parametrize(
    "markup",
    [
        "<h3>协会动态</h3><div>{news}</div><h3>会员产品</h3><div>{goods}</div>",
        "<div>{news}</div><div>{goods}</div>",
        "<ul><li>协会动态<li>会员产品</ul><div><div>{news}</div><div>{goods}</div></div>",
        "<table><tr><td>协会动态<td>会员产品<tr><td>{news}<td>{goods}</table>",
        "<img alt=协会动态><div>{news}</div><img alt=会员产品><div>{goods}</div>",
    ],
    ids=["headings", "no headings", "tabs", "a row of headings", "pictures of headings"],
)
def test_goods_that_the_program_of_the_news_shows_are_no_articles(markup):
    """Where addresses are alike, what titles say and the heading over them decide."""
    assert [link.url[-2:] for link in read_links(columns(markup))] == ["21", "22", "23", "24"]


def test_questions_of_readers_are_no_articles():
    """A letter is dated and says something, and is told by its column."""
    letters = "".join(
        f"<li><a href=/a/{n}.html>作坊门前什么时候修路</a> 2025-06-1{n % 9}" for n in range(301, 305)
    )
    news = "".join(
        f"<li><a href=/a/{n}.html>县长为草编作坊授牌</a> 2025-06-1{n % 9}" for n in range(401, 405)
    )
    found = read_links(page(f"<h3>群众来信</h3><ul>{letters}</ul><h3>要闻</h3><ul>{news}</ul>"))
    assert [link.url[-8] for link in found] == ["4"] * 4


def test_a_line_of_a_table_is_dated_for_the_link_that_names_it():
    """A department, a file and the day stand in the cells beside a title."""
    rows = "".join(
        f"<tr><td><a href=gs.aspx?gid={n}>草编标准立项公示（第{n}批）</a><td><a href=dw.aspx?did={n}>标准部</a>"
        f"<td>2025-06-1{n}<td><a href=f.aspx?fid={n}>下载</a>"
        for n in range(1, 5)
    )
    found = read_links(page(f"<table>{rows}</table>"))
    assert [(link.url[-5:], link.published) for link in found] == [
        (f"gid={n}", f"2025-06-1{n}") for n in range(1, 5)
    ]


def test_the_line_under_a_heading_dates_it():
    """Diaries set their titles as headings, and the day in the paragraph below."""
    rows = "".join(
        f"<h2><a href=/2024/{s}.html>{s}</a></h2><p>2024.11.0{n} · 手记</p>"
        for n, s in enumerate("领袖襟摆", 1)
    )
    found = read_links(page(rows))
    assert [(link.title, link.published) for link in found] == [
        (s, f"2024-11-0{n}") for n, s in enumerate("领袖襟摆", 1)
    ]


def test_a_day_that_ends_a_line_is_over_no_other_links():
    """Only a date that stands alone is the heading of what follows it."""
    rows = "".join(
        f'<a href="/n/{n}1.html">草编作坊第{n}期学徒班开课</a> <i>(2025-06-1{n})</i><br>' for n in range(1, 5)
    )
    found = read_links(
        page(f'{rows}<b>电价优惠</b><br><a href="/n/91.html">草编合作社章程说明会举行</a><br>')
    )
    assert [link.published for link in found] == [*(f"2025-06-1{n}" for n in range(1, 5)), None]


def test_a_column_whose_file_is_named_index_is_no_front_page():
    """Behind 更多 on a front page stand /hyxw/Index.aspx and its like; only at the root, or in a language's folder, is it the front."""
    row = "<li><a href='/Item/{}.aspx'>鹭岛纺织协会走访会员企业之第{}站</a></li>"
    blocks = "".join(
        f"<div><h3>{name}</h3><a href='/{name}/Index.aspx'>更多</a><ul>{''.join(row.format(n, n) for n in range(first, first + 4))}</ul></div>"
        for name, first in (("hydt", 1301), ("hyxw", 1401))
    )
    html = f"<html><body>{blocks}</body></html>"
    for path, columns in (("/", 2), ("/cn/index.html", 2)):
        found = discover(page(html, f"http://www.example.org{path}"), Source(id="x", url=""))
        assert len(found.sections) == columns
    assert found.sections[0] == "http://www.example.org/hydt/Index.aspx"


def test_a_mark_is_put_for_its_variable_only_not_into_the_text_of_an_address():
    """`id` in "/part/id/" + id is a word of the address the first time, the tab's mark the second."""
    tabs = "<ul><li data-id=21>集群动态</li><li data-id=22>潮流资讯</li></ul>"
    script = "<script>$('li').click(function(){var id=$(this).attr('data-id');$.getJSON('/part/id/'+id,show);});</script>"
    row = "<ul><li><a href='/news/1001.html'>关于召开年度会员大会的通知</a></li></ul>"
    found = discover(page(f"<html><body>{tabs}{row}{script}</body></html>"), Source(id="x", url=""))
    assert [ask.url for ask in found.follow] == [f"http://www.example.org/part/id/{n}" for n in (21, 22)]


@pytest.mark.parametrize(
    "pager",
    [
        "<A HREF=More.asp?Class=行业动态&page=2>下页</A>",
        "<form action=More.asp><input type=hidden name=Class value=行业动态><input type=hidden name=page value=1></form>"
        "<a href='javascript:turn(2)'>下页</a>",
        "<select onchange=\"location='More.asp?Class=行业动态&page='+this.value\"><option value=1>1</option><option value=2>2</option></select>",
    ],
    ids=["link", "form", "select"],
)
def test_where_a_list_goes_on_is_asked_for_in_the_encoding_of_its_page(pager):
    """A column named in Chinese in a query of a GBK site is not known to it in UTF-8."""
    row = "<LI><A HREF=/show.asp?id=1001>关于召开年度会员大会的通知</A>"
    url = "http://www.example.org/More.asp?Class=%D0%D0%D2%B5%B6%AF%CC%AC"
    answer = page(f"<html><body>{row}{pager}</body></html>".encode("gbk"), url, "text/html; charset=gbk")
    assert discover(answer, Source(id="x", url=url)).next == f"{url}&page=2"


@pytest.mark.parametrize(
    "calendar",
    [
        "<table><tr><td><a href='/cal?d=2025-05'>&lt;&lt;</a> 2025年6月 <a href='/cal?d=2025-07'>&gt;&gt;</a></td></tr></table>",
        "<div class='calendar'><a href='/2025/06/01/'>1</a> <a href='/2025/06/02/'>2</a> <a href='/2025/06/03/'>3</a></div>",
        "<p>六月 <a href='/cal/5'>‹</a><a href='/cal/7'>›</a></p>",
    ],
)
def test_a_calendar_beside_a_list_turns_no_pages(calendar):
    """Its days and arrows have numbers like a pager's; a list that it stands beside ends, and has its own pager."""
    row = "<ul><li><a href='/news/1001.html'>关于召开年度会员大会的通知</a> 2025-06-09</li></ul>"
    found = discover(page(f"<html><body>{row}<div>{calendar}</div></body></html>"), Source(id="x", url=""))
    assert found.next is None
    pager = "<div class='pages'><b>1</b> <a href='/news/?page=2'>2</a></div>"
    found = discover(
        page(f"<html><body>{row}{pager}<div>{calendar}</div></body></html>"), Source(id="x", url="")
    )
    assert found.next == "http://www.example.org/news/?page=2"


def test_a_page_of_feeds_leads_to_those_of_news():
    """Each column of a feed centre has its own feed; one of offers is left out."""
    names = (("yaowen", "要闻"), ("chanye", "产业"), ("gq", "供求信息"))
    rows = "".join(
        f"<tr><td>{name}</td><td><a href='/rss/{file}.xml'><img src=x.gif></a></td><td>http://www.example.org/rss/{file}.xml</td></tr>"
        for file, name in names
    )
    found = discover(page(f"<html><body><table>{rows}</table></body></html>"), Source(id="x", url=""))
    assert [ask.url for ask in found.follow] == [
        f"http://www.example.org/rss/{file}.xml" for file in ("yaowen", "chanye")
    ]


@pytest.mark.parametrize("days", ['["2025-06-09","2025-06-06","2025-06-02"]', "'20250609,20250606,20250602'"])
@pytest.mark.parametrize("folder", ["202506/{}", "2025-06/{}", "202506{}"])
def test_issues_that_only_a_calendar_lists_are_read_back(days, folder):
    """Its script holds the days; an issue's address tells how a day is written."""
    row = "<li><a href='/content/1001.html'>关于召开年度会员大会的通知</a></li>"
    html = f"<html><body><ul>{row}</ul><a href='node_1.html'>第1版</a><script>var period={days};</script></body></html>"
    url = f"http://www.example.org/layout/{folder}/node_2.html"
    found = discover(page(html, url.format("09")), Source(id="x", url=""))
    assert found.next == url.format("06").replace("node_2", "node_1")


def test_a_body_that_was_called_on_is_news_and_no_name():
    """A title that ends in a firm's name may tell what was done there."""
    assert is_name("天虹印染有限公司")
    assert not is_name("丝绸学院师生走进天虹印染有限公司")
    assert not is_name("纺织园区屋顶光伏并网")


def test_folders_of_figures_in_sixteens_are_one_shape_and_one_rule():
    """/63/ad/ is no advertisement where entries are spread over folders of two figures."""
    urls = [
        f"http://www.example.org/s/7/{pair}/info{n}.htm"
        for n, pair in enumerate(["63/ad", "63/40", "a1/b9"], 101)
    ]
    assert len({(read_address(url).look, read_address(url).shape) for url in urls}) == 1
    rule = link_rule([Link(url, "", None) for url in urls[:1]])
    assert rule is not None and all(re.search(rule, url) for url in urls)


def test_rows_that_only_the_data_of_a_list_holds_are_found():
    """Ten cards are drawn; __NEXT_DATA__ has the other rows, whose addresses the cards teach, and menus that are none."""
    titles = [f"鹭岛童装小镇第{n}批技改项目签约投产" for n in range(24)]
    cards = "".join(f"<a href='/news/hangye/{800 + n}'><h3>{titles[n]}</h3></a>" for n in range(10))
    rows = [{"id": 800 + n, "title": title, "publishTime": "2026-11-02"} for n, title in enumerate(titles)]
    value = json.dumps(
        {"props": {"pageProps": {"list": rows, "menu": [{"url": "/about", "title": "关于我们"}]}}}
    )
    html = f"<div>{cards}</div><script id='__NEXT_DATA__' type='application/json'>{value}</script>"
    url = "https://www.example.org/news/hangye"
    found = discover(page(html, url), Source(id="x", url=url))
    assert {link.url for link in found.links} == {f"{url}/{800 + n}" for n in range(24)}


def test_the_rows_of_a_flash_list_are_asked_for():
    """What FlashVars name, but no pictures of a banner."""
    html = (
        "<object><param name='movie' value='list.swf'><param name='FlashVars' value='xmlUrl=xml/news_1.xml&per=10'></object>"
        "<object><param name='FlashVars' value='pics=xml/banner.xml'></object>"
    )
    url = "http://www.example.org/news.asp?cid=1"
    found = discover(page(html, url), Source(id="x", url=url))
    assert [ask.url for ask in found.follow] == ["http://www.example.org/xml/news_1.xml"]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/story/down-filling-runs-short", True),
        ("/posts/search-for-linen-buyers.html", True),
        ("/articles/2026/share-of-wool-grows/", True),
        ("/blog/about-us", False),
        ("/posts/login", False),
        ("/users/down-filling-runs-short", False),
    ],
)
def test_a_post_is_named_by_the_words_of_its_title_whatever_the_first(path, shown):
    """Down is what a jacket is filled with, too."""
    assert (read_address(f"http://www.example.org{path}").look is not Look.NEVER) == shown


def test_a_new_rule_on_factories_is_no_small_ad():
    """新规惠及标准厂房分割转让 is news, 某镇标准厂房低价转让 is an offer."""
    assert is_furniture("云台工业园标准厂房低价转让")
    assert not is_furniture("不动产登记新规惠及标准厂房分割转让")
