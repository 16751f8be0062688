"""Rows that no page shows: scripts and programs that ask for them, states that pages keep, feeds and site maps."""

from __future__ import annotations

import html
import json
from datetime import UTC, datetime

import pytest

from scrapers.discover import Discovery, Request, discover, next_asked
from scrapers.discover.patterns import patterns_in
from scrapers.model import Page, Source

NOW = datetime(2026, 11, 27, tzinfo=UTC)
SITE = "http://www.example.org"
JS = "application/javascript"
_OWN = Request("")


def answer(body: str, path: str, kind: str = "text/html; charset=utf-8", ask: Request = _OWN) -> Discovery:
    """What is found in a document of a site whose list is at /news."""
    url = SITE + path
    return discover(
        Page(url, url, 200, {"content-type": kind}, body.encode(), NOW), Source("x", f"{SITE}/news"), ask
    )


def titles(*numbers: int) -> list[str]:
    return [f"第{n}届纺织服装产业发展大会在杭州召开" for n in numbers]


@pytest.mark.parametrize(
    ("program", "asked", "pattern"),
    [
        ('more=async()=>{await $fetch("/api/posts",{query:{page:n.value,limit:10}})};open=e=>t(`/read/${e.id}`)', "/api/posts?page=1&limit=10", "/read/{id}"),
        ('S=a.create({baseURL:"/prod"});q(a)({url:"/cms/article/list",params:{pageNum:this.pageNum,pageSize:10}});'
         'this.$router.push({path:"/detail",query:{id:e.newsId}})', "/prod/cms/article/list?pageNum=1&pageSize=10", "/detail?id={newsId}"),
        ("fetch(`/data/news-${page}.json`);go=x=>`<a href=\"/story/${x.id}\">`", "/data/news-1.json", "/story/{id}"),
        ('i=[{path:"/n/:id()"}];$.get("/rows/list?page="+page)', "/rows/list?page=1", "/n/{id}"),
    ],
)  # fmt: skip
def test_a_program_tells_what_it_asks_and_where_it_shows_an_entry(program, asked, pattern):
    """By the fields of its calls, and by whatever name it opens an entry under."""
    ask, *_ = answer(program, "/js/app.js", JS).follow
    assert (ask.url, pattern in ask.patterns) == (SITE + asked, True)


@pytest.mark.parametrize(
    ("program", "asked"),
    [
        ('const all=(e)=>r.get("/api/cms/articles",{params:e});x(){all({typeId:this.t,pageNo:this.n,pageSize:12}).then(a)}', "/api/cms/articles?pageNo=1&pageSize=12"),
        ('const all=async q=>{return await http.get("/api/news/list",{params:q})};all({page:1,limit:4});all({page:this.page,limit:20});', "/api/news/list?page=1&limit=20"),
        ('m={all(params){return request({url:"/portal/news/list",method:"get",params})}, load(){this.all({pageNo:this.p,pageSize:8})}}', "/portal/news/list?pageNo=1&pageSize=8"),
        ('m={all:function(t){return i.a.get("/web/notice/list",{params:t})},go:function(){this.$api.all({pageNum:this.n,size:9})}}', "/web/notice/list?pageNum=1&size=9"),
        ('function all(p){return request("/api/news/page",{method:"GET",params:p})}all({channel:c,page:r[0]});function one(id){return request("/api/news/info",{params:{id:id}})}', "/api/news/page?page=1"),
    ],
)  # fmt: skip
def test_a_function_for_a_list_sends_the_fields_that_it_is_called_with(program, asked):
    """Of several calls those of the one that turns pages; what asks for a single entry is not asked beside."""
    found = answer(f'{program}routes=[{{path:"/news/view/:id"}}]', "/js/app.js", JS)
    assert [ask.url for ask in found.follow] == [SITE + asked]


def test_a_function_that_posts_a_list_sends_the_fields_that_it_is_called_with():
    """As JSON, whether they are named or handed on as they are."""
    for call in ('s({url:"/api/article/page",method:"post",data:e})', 'a.post("/api/article/page",e)'):
        ask, *_ = answer(
            f"function f(e){{return {call}}}f({{current:t.c,size:10}});", "/js/app.js", JS
        ).follow
        assert (ask.method, json.loads(str(ask.data))) == ("POST", {"current": 1, "size": 10})


def test_the_columns_of_a_program_are_asked_for_by_what_its_function_is_called_with():
    """Each by its key in the menu."""
    menu = 'menus=[{key:"dt",name:"联盟动态",path:"/news/dt"},{key:"hy",name:"行业资讯",path:"/news/hy"}];'
    program = 'function all(p){return request("/api/news/page",{params:p})}all({channel:c,page:n,size:9});'
    found = answer(menu + program, "/js/app.js", JS)
    assert [ask.url for ask in found.follow] == [
        f"{SITE}/api/news/page?channel={key}&page=1&size=9" for key in ("dt", "hy")
    ]


def test_an_address_that_a_program_asks_for_is_no_entrys():
    """Though it is put together of the same parts."""
    ask, *_ = answer(
        '$.get("/api/list?page=1");get(`/api/news/${e.id}`);url:"/info/"+e.id', "/js/app.js", JS
    ).follow
    assert ask.patterns == ()


def test_a_script_refers_from_the_page_that_names_it():
    """Not from its own folder."""
    found = answer("<div id=app></div><script data-main='js/main' src='js/require.js'></script>", "/news")
    main, *_ = found.follow
    ask, *_ = answer("$.getJSON('rows/list?page=1')", "/js/main.js", JS, main).follow
    assert (main.url, ask.url) == (f"{SITE}/js/main.js", f"{SITE}/rows/list?page=1")


def test_a_part_of_a_program_asks_under_the_programs_base():
    """The base is told in the program, what is asked in its part."""
    (part,) = answer('b=a.create({baseURL:"/prod"});import("./news-list.js")', "/js/app.js", JS).follow
    (ask,) = answer(
        'r({url:"/notice/list",method:"post",data:{pageNum:1}})', "/js/news-list.js", JS, part
    ).follow
    assert (ask.url, ask.data) == (f"{SITE}/prod/notice/list", '{"pageNum": 1}')


def test_a_page_is_read_once_more_by_the_addresses_that_its_script_builds():
    """Where the page keeps the rows and only the script tells where their entries are."""
    state = json.dumps([{"id": n, "title": title} for n, title in enumerate(titles(3, 4, 5), 10)])
    shown = f"<ul></ul><script>var rows = {state};</script><script src='/js/list.js'></script>"
    (script,) = answer(shown, "/news").follow
    (again,) = answer(
        "function go(id) { location.href = '/c/' + id + '.html' }", "/js/list.js", JS, script
    ).follow
    found = answer(shown, "/news", ask=again)
    assert [link.url for link in found.links] == [f"{SITE}/c/{n}.html" for n in (10, 11, 12)]


def test_buttons_without_addresses_are_explained_by_the_pages_scripts():
    """Its next page by the habit of frameworks is a guess; a pager of links needs none."""
    rows = "".join(
        f"<li><a href='/news/{n}1'>{t}</a> 2026-11-0{n}</li>"
        for n, t in zip((1, 2, 3), titles(1, 2, 3), strict=True)
    )
    script = "<script src='/js/app.js'></script>"
    more = answer(f"<ul>{rows}</ul><button>加载更多</button>{script}", "/news")
    linked = answer(f"<ul>{rows}</ul><a href='/news?page=2'>下一页</a>{script}", "/news")
    assert [ask.url for ask in more.follow if not ask.alike] == [f"{SITE}/js/app.js"]
    assert linked.follow == ()


def _escaped(text: str) -> str:
    return "".join(
        c if c.isascii() and c.isalnum() else f"%u{ord(c):04X}" if ord(c) > 255 else f"%{ord(c):02X}"
        for c in text
    )


_KEPT = list(zip((7, 8, 9), titles(7, 8, 9), strict=True))
_MARKUP = "".join(f'<li><a href="/a/{n}.html">{title}</a> 2026-11-02</li>' for n, title in _KEPT)
_LIST = json.dumps(
    {"list": [{"title": title, "url": f"/a/{n}.html"} for n, title in _KEPT]}, ensure_ascii=False
)
_XML = "".join(f'<row id="{n}" title="{title}" date="2026-11-02"/>' for n, title in _KEPT)


@pytest.mark.parametrize(
    "kept",
    [
        f"<script>document.write(unescape('{_escaped(_MARKUP)}'))</script>",
        f"<script>var list = '{html.escape(_LIST)}';</script>",
        f"<textarea>{html.escape(f'<rows>{_XML}</rows>')}</textarea><script>add('<a href=/a/' + row.id + '.html>')</script>",
    ],
)
def test_rows_that_a_page_keeps_escaped_are_read(kept):
    """As a script, a page or an XML document escapes them."""
    assert [link.url for link in answer(kept, "/list/").links] == [f"{SITE}/a/{n}.html" for n, _ in _KEPT]


def test_an_entry_may_name_several_addresses():
    """JSON:API's path with an alias."""
    rows = [
        {"type": "node", "attributes": {"title": t, "path": {"alias": f"/n/{i}", "pid": i}}}
        for i, t in enumerate(titles(1, 2), 11)
    ]
    assert [
        link.url for link in answer(json.dumps({"data": rows}), "/jsonapi", "application/json").links
    ] == [f"{SITE}/n/11", f"{SITE}/n/12"]


def rows_of(path: str, **told: int) -> Discovery:
    rows = [{"title": t, "url": f"/n/{n}1.html"} for n, t in zip((1, 2, 3), titles(1, 2, 3), strict=True)]
    return answer(json.dumps({"rows": rows} | told), path, "application/json")


@pytest.mark.parametrize(
    ("path", "told", "following"),
    [
        ("/n/list.json", {"countPage": 3, "currentPage": 0}, "/n/list_1.json"),
        ("/n/list.json", {"countPage": 1}, None),
        ("/api/news/2/10", {}, "/api/news/3/10"),
        ("/api/news?$top=10&$skip=20", {}, "/api/news?$top=10&$skip=30"),
    ],
)
def test_an_answer_goes_on_as_its_address_or_its_fields_count(path, told, following):
    """Files that TRS numbers, numbers in the path, rows to skip."""
    assert rows_of(path, **told).next == (SITE + following if following else None)


def test_records_go_on_after_those_that_came():
    """Hanweb's interface may give fewer than are asked for."""
    record = "<record><![CDATA[<li><a href='/art/{n}.html'>{t}</a>2026-11-02</li>]]></record>"
    rows = "".join(record.format(n=n, t=t) for n, t in enumerate(titles(1, 2), 1))
    ask = Request(f"{SITE}/dataproxy.jsp?startrecord=1&endrecord=60&perpage=20", "POST", {"columnid": "7"})
    answered = f"<datastore><totalrecord>5</totalrecord>{rows}</datastore>"
    following = next_asked(ask, answer(answered, ask.url.removeprefix(SITE), "text/xml", ask))
    assert following is not None
    assert (following.url, following.data) == (ask.url.replace("=1&", "=3&").replace("60", "62"), ask.data)


@pytest.mark.parametrize(
    ("path", "sent", "told"),
    [
        ("/svc/rows.json", '{"pageNum": 1, "size": 9}', {"totalPage": 3, "pageNum": 1}),
        ("/svc/rows.json", {"page": "1", "lm": "dt"}, {"countPage": 3, "currentPage": 1}),
        ("/svc/rows/1/9", '{"current": 1, "kind": "trade"}', {}),
    ],
)
def test_what_is_posted_numbers_the_page_though_its_address_looks_like_a_file(path, sent, told):
    """The address stays as it is."""
    ask = Request(SITE + path, "POST", sent)
    rows = [{"id": n, "url": f"/a/{n}.html", "title": title} for n, title in enumerate(titles(1, 2, 3), 1)]
    following = next_asked(ask, answer(json.dumps({"rows": rows} | told), path, "application/json", ask))
    assert following is not None
    assert (following.url, following.method) == (ask.url, "POST")
    assert "2" in str(following.data) and following.data != ask.data


@pytest.mark.parametrize(
    ("entry", "pattern", "shown"),
    [
        ({"id": 31, "link": "https://cms.example.net/?p=31", "title": {"rendered": titles(1)[0]}}, "/notes/{id}", "/notes/31"),
        ({"slug": "wool-31", "url": "https://ghost.example.net/wool-31/", "title": titles(1)[0]}, "/read/{slug}", "/read/wool-31"),
        ({"id": 31, "url": "/p/31.html", "title": titles(1)[0]}, "/notes/{id}", "/p/31.html"),
        ({"id": 31, "url": "https://cms.example.net/?p=31", "title": titles(1)[0]}, "/notes/{key}", "https://cms.example.net/?p=31"),
    ],
)  # fmt: skip
def test_rows_of_an_engine_on_another_host_are_shown_where_the_program_opens_them(entry, pattern, shown):
    """An engine without a face of its own tells its own addresses; what leads to the site itself stays."""
    ask = Request(f"{SITE}/cms/posts?page=1", patterns=(pattern,))
    found = answer(json.dumps([entry]), "/cms/posts?page=1", "application/json", ask)
    assert [link.url.removeprefix(SITE) for link in found.links] == [shown]


def test_a_form_is_sent_in_the_encoding_of_its_page():
    """What a script sends is in UTF-8, whatever its page is in."""
    rows = "".join(
        f"<li><a href='/v.asp?id={n}1'>{t}</a> 2026-11-02</li>"
        for n, t in zip((1, 2, 3), titles(1, 2, 3), strict=True)
    )
    form = '<form method="post"><input type="hidden" name="lm" value="动态"><input type="hidden" name="page" value="1"></form>'
    body = f"<ul>{rows}</ul>{form}<a href='javascript:go(2)'>下一页</a>".encode("gb18030")
    found = discover(
        Page(f"{SITE}/n.asp", f"{SITE}/n.asp", 200, {"content-type": "text/html; charset=gb2312"}, body, NOW),
        Source("x", f"{SITE}/n.asp"),
    )
    assert found.sent is not None
    assert (found.sent.encoding.lower(), found.sent.data) == ("gb18030", {"lm": "动态", "page": "2"})


def test_all_columns_feeds_of_a_page_without_rows_are_read():
    """One form of each; comments and goods are no columns of news."""
    kinds = [
        ("新闻 RSS", "rss", "1"),
        ("新闻 Atom", "atom", "2"),
        ("政策", "rss", "3"),
        ("供求信息", "rss", "4"),
        ("评论", "rss", "comments"),
    ]
    head = "".join(
        f'<link rel="alternate" type="application/{k}+xml" title="{t}" href="/f/{n}.xml">'
        for t, k, n in kinds
    )
    assert [ask.url[-5:] for ask in answer(f"<head>{head}</head><p>欢迎</p>", "/").follow][:2] == [
        "1.xml",
        "3.xml",
    ]


def test_the_page_that_lists_feeds_is_looked_for_where_nothing_else_is():
    """<a href="/rss/">RSS订阅</a>."""
    assert f"{SITE}/rss/" in [
        ask.url for ask in answer("<p>公司简介</p><a href='/rss/'>RSS订阅</a>", "/").follow
    ]


def test_a_feed_of_wordpress_goes_on_by_pages():
    """It names no next one."""
    feed = "<rss version='2.0'><channel><generator>https://wordpress.org/?v=6</generator><item><title>第7届大会召开</title><link>http://www.example.org/7.html</link></item></channel></rss>"
    assert answer(feed, "/feed/", "text/xml").next == f"{SITE}/feed/?paged=2"


def test_twins_for_telephones_in_a_site_map_are_left_out():
    """Where the other page is listed too."""
    locs = "".join(
        f"<url><loc>{SITE}{folder}/news/{n}123.html</loc></url>" for n in (1, 2, 3) for folder in ("", "/m")
    )
    found = answer(f"<?xml version='1.0'?><urlset>{locs}</urlset>", "/sitemap.xml", "text/xml")
    assert [link.url for link in found.links] == [f"{SITE}/news/{n}123.html" for n in (1, 2, 3)]


def test_blocks_whose_rows_scripts_load_go_on_in_their_lists():
    """By the headings that name news."""
    body = "<h3>新闻动态 <a href='/xw/'>更多...</a></h3><script src='/js/news_3.js'></script><h3>会员风采 <a href='/hy/'>更多</a></h3>"
    assert answer(body, "/").sections == (f"{SITE}/xw/",)


def test_a_pattern_may_stand_without_quotes_or_behind_a_fragment():
    """As old scripts and AngularJS write them."""
    assert patterns_in("add('<a href=view.jsp?id=' + r[i].id + '>')") == ("view.jsp?id={id}",)
    assert patterns_in('<a ng-href="#!/news/{{n.Id}}">') == ("#!/news/{Id}",)


def test_an_answer_may_be_written_as_a_script_writes_it():
    """Names without quotes, single quotes, entities in addresses."""
    rows = ",".join(f"{{title:'{t}',url:'/show.php?c=3&amp;id={n}1'}}" for n, t in enumerate(titles(1, 2), 1))
    found = answer(f"{{total:2,rows:[{rows}]}}", "/getlist.asp")
    assert [link.url for link in found.links] == [f"{SITE}/show.php?c=3&id={n}1" for n in (1, 2)]


def test_a_form_may_be_put_together_of_texts():
    """data: 'pageNo=' + pageNo + '&c=12'."""
    ask, *_ = answer(
        "var pageNo = 1; $.ajax({type:'post',url:'/rows.do',data:'pageNo='+pageNo+'&c=12'})", "/r.js", JS
    ).follow
    assert ask.data == {"pageNo": "1", "c": "12"}


def test_a_list_goes_on_when_its_reader_scrolls_to_its_end():
    """By what the script of the page asks for then."""
    rows = "".join(
        f"<li><a href='/news/{n}1'>{t}</a> 2026-11-0{n}</li>"
        for n, t in zip((1, 2, 3), titles(1, 2, 3), strict=True)
    )
    script = "var page = 2; $(window).scroll(function () { $.get('/load?page=' + page, add) });"
    found = answer(f"<ul>{rows}</ul><script>{script}</script>", "/news")
    assert found.sent is not None
    assert found.sent.url == f"{SITE}/load?page=2"


@pytest.mark.parametrize(
    ("program", "asked"),
    [
        ('var t=this;axios.get("/open/rows/"+t.cid+"?page="+t.page+"&site="+C.office.SITE)', "/open/rows/0?page=1&site=77"),
        ('$.getJSON("/open/rows",{site:C.office.SITE,page:this.page})', "/open/rows?site=77&page=1"),
        ("fetch(`/open/${window._CONF.office.SITE}/rows?page=${page}`)", "/open/77/rows?page=1"),
    ],
)  # fmt: skip
def test_a_linked_script_puts_addresses_together_of_what_its_page_sets(program, asked):
    """By another name for it, beside what the program keeps itself."""
    settings = '<script>window._CONF = {"office": {"SITE": 77}, "LIST": [{"id": 1}]}</script>'
    script, *_ = answer(f"<div id=app></div>{settings}<script src=/js/main.js></script>", "/news").follow
    ask, *_ = answer(
        f"(function(){{var C=window._CONF;new Vue({{data:{{page:1,cid:0}},m:function(){{{program}}}}})}})();",
        "/js/main.js",
        JS,
        script,
    ).follow
    assert ask.url == SITE + asked


def test_a_directory_of_open_government_may_spell_its_sites_number_out():
    """SITE_ID for SID."""
    url = f"{SITE}/gkmlpt/index"
    settings = b"<div id=app></div><script>window._CONFIG = {SITE_ID: 31}</script>"
    ask, *_ = discover(Page(url, url, 200, {}, settings, NOW), Source("x", url)).follow
    assert ask.url == f"{SITE}/gkmlpt/api/all/0?page=1&sid=31"


@pytest.mark.parametrize(
    "looked_up",
    [
        'document.getElementById("pageNo").value=n',
        "document.getElementsByName('newsList')[0].value=n",
        "var kept=sessionStorage.getItem('articleList')",
        "var kind=getQueryString('newsPage')",
        'var page=getUrlParam("pageIndex")',
    ],
)
def test_what_a_script_looks_up_by_name_is_not_asked_for(looked_up):
    """Elements of its page, fields of its address, what the browser keeps."""
    opens = 'function show(id){window.open("detail.do?m=view&newsId="+id);}'
    linked = Request(f"{SITE}/zx/js/site.js", drawn=f"{SITE}/zx/list.do?m=1")
    found = answer(f"{opens}function turn(n){{{looked_up};}}", "/zx/js/site.js", JS, linked)
    assert [ask.url for ask in found.follow] == [f"{SITE}/zx/list.do?m=1"]
