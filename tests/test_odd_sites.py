"""Lists that are chosen by a key, counted out by a script, coded, posted, or known by their articles' neighbours only."""

from __future__ import annotations

import base64
import json

import pytest

from scrapers.discover import Discovery, Request, discover, next_asked
from scrapers.discover.asking import asked
from scrapers.discover.bundles import plainly_spelt
from scrapers.discover.patterns import filled, patterns_in
from scrapers.discover.programs import article_request, list_requests
from scrapers.model import Page, Source, canonical_url
from scrapers.outline import parse
from tests.one_site import NOW, SITE, answer, shown


def title(number: int) -> str:
    return f"第{number}届纺织服装产业发展大会在杭州召开"


def rows(*numbers: int) -> str:
    return "".join(f'<li><a href="/a/{n}.html">{title(n)}</a> 2026-11-02</li>' for n in numbers)


def requests_of(script: str, body: str = "") -> list[Request]:
    return list(asked(parse(f"{body}<script>{script}</script>"), f"{SITE}/list.html"))


def addresses(found: Discovery) -> list[str]:
    return [link.url.removeprefix(SITE) for link in found.links]


# --- columns by their keys

COLUMNS = (
    "var columns=[{key:'hyzx',name:'行业资讯'},{key:'xhdt',name:'协会动态'},{key:'lxwm',name:'联系我们'}];"
)


def test_a_script_that_asks_for_the_chosen_column_is_asked_for_each_that_it_names():
    """But for what is no news."""
    call = "axios.get('/api/news',{params:{channel:this.channel,pageNo:this.pageNo,size:8}})"
    program = f"{COLUMNS}new Vue({{data:{{pageNo:1,channel:location.hash.substr(1)}},created(){{{call}}}}});"
    assert [ask.url for ask in requests_of(program)] == [
        f"{SITE}/api/news?channel={key}&pageNo=1&size=8" for key in ("hyzx", "xhdt")
    ]


def test_a_script_that_tells_its_column_is_asked_for_that():
    """The menu beside it is of other pages."""
    program = COLUMNS + "var cid=5;$.get('/rows',{cid:cid,page:1},function(h){});"
    assert [ask.url for ask in requests_of(program)] == [f"{SITE}/rows?cid=5&page=1"]


def test_links_that_a_script_builds_for_its_columns_are_a_menu():
    """To one page, where they differ behind the # only."""
    script = (
        COLUMNS
        + "$.each(columns,function(i,c){$('#m').append('<a href=\"list.html#'+c.key+'\">'+c.name+'</a>');});"
    )
    assert shown(f"<ul>{rows(1, 2, 3)}</ul><script>{script}</script>").sections == (f"{SITE}/list.html",)
    numbered = script.replace("list.html#", "list.html?c=")
    assert shown(f"<ul>{rows(1, 2, 3)}</ul><script>{numbered}</script>").sections == (
        f"{SITE}/list.html?c=hyzx",
        f"{SITE}/list.html?c=xhdt",
    )


def test_the_interface_that_names_columns_opens_their_lists():
    """By the field that is called like what is sent."""
    program = (
        'h.get("/channel/tree").then(e=>{this.cats=e.data});h.get("/content/page",{params:'
        '{channelCode:this.code,page:this.page,size:10}});routes:[{path:"/content/:id"}]'
    )
    menu = list_requests(program, f"{SITE}/", base="/api")[0]
    assert menu.url == f"{SITE}/api/channel/tree"
    named = [
        {"id": n, "code": code, "name": name, "sort": n}
        for n, (code, name) in enumerate([("hy", "行业资讯"), ("xh", "协会动态")], 3)
    ]
    found = answer(json.dumps({"data": named}), "/api/channel/tree", "application/json", menu)
    assert found.links == ()
    assert [ask.url for ask in found.follow] == [
        f"{SITE}/api/content/page?channelCode={code}&page=1&size=10" for code in ("hy", "xh")
    ]


@pytest.mark.parametrize(
    ("table", "method", "url", "data"),
    [
        ("$('#t').DataTable({serverSide:true,pageLength:10,ajax:{url:'/grid',type:'POST',data:function(d){d.typeId=3;}}});", "POST", "/grid", {"draw": "1", "start": "0", "length": "10", "typeId": "3"}),
        ("$('#t').bootstrapTable({url:'/n',sidePagination:'server',pagination:true,pageSize:12,queryParams:function(p){return {rows:p.limit,page:p.offset/p.limit+1,type:4};}});", "GET", "/n?rows=12&page=1&type=4", {}),
        ("function q(p){p.type=5;return p;}$('#t').bootstrapTable({url:'/n',sidePagination:'server',pagination:true,queryParams:q});", "GET", "/n?limit=10&offset=0&type=5", {}),
    ],
)  # fmt: skip
def test_a_table_asks_with_what_its_function_makes(table, method, url, data):
    """Of the fields by which its library asks for a page."""
    assert [(ask.method, ask.url, ask.data) for ask in requests_of(table)] == [(method, SITE + url, data)]


def test_a_table_may_name_its_rows_in_attributes():
    """As bootstrap-table reads them."""
    table = '<table data-toggle="table" data-url="/d?type=3" data-side-pagination="server" data-pagination="true" data-page-size="8"></table>'
    assert [ask.url for ask in requests_of("", table)] == [f"{SITE}/d?type=3&limit=8&offset=0"]


# --- what scripts write, ask and hide


def test_links_that_a_script_writes_in_loops_are_counted_out():
    """A table of years and months."""
    loops = (
        "for(y=2026;y>=2025;y--){document.write('<p>'+y+'年 ');for(m=12;m>=1;m--)"
        'document.write("<a href=arc.asp?y="+y+"&m="+m+">"+m+"月</a> ");document.write(\'</p>\');}'
    )
    found = shown(f"<script>{loops}</script><ul>{rows(1, 2, 3)}</ul>", "/arc.asp?y=2026&m=11")
    assert found.next == f"{SITE}/arc.asp?y=2026&m=10"
    last = shown(f"<script>{loops}</script><ul>{rows(1, 2, 3)}</ul>", "/arc.asp?y=2026&m=1")
    assert last.next == f"{SITE}/arc.asp?y=2025&m=12"


@pytest.mark.parametrize(
    "link",
    [
        '<a href="javascript:;" onclick="window.open(atob(\'{code}\'))">{title}</a>',
        "<a href=\"javascript:go('{code}')\">{title}</a><script>function go(u){{location.href=atob(u)}}</script>",
        '<a href="javascript:;" data-url="{code}">{title}</a>',
    ],
)
def test_addresses_in_base64_are_read(link):
    """So kept from robots that read no script."""
    coded = {n: base64.b64encode(f"/show/{n}.html".encode()).decode() for n in (101, 102, 103)}
    listed = "".join(f"<li>{link.format(code=coded[n], title=title(n))}</li>" for n in coded)
    assert addresses(shown(f"<ul>{listed}</ul>", "/list/3.html")) == [f"/show/{n}.html" for n in coded]


@pytest.mark.parametrize("hidden", ["<ul>{}</ul>", "&lt;ul&gt;{}&lt;/ul&gt;"])
def test_rows_in_a_text_area_are_the_page_s_with_what_stands_over_them(hidden):
    """Put into the page when it is scrolled to; the way to more of them too."""
    block = f'<h3>市场 <a href="/list_3.html">更多</a></h3>{rows(1, 2, 3)}'
    if "&lt;" in hidden:
        block = block.replace("<", "&lt;").replace(">", "&gt;")
    found = shown(f'<textarea class="lazy">{hidden.format(block)}</textarea>')
    assert addresses(found) == ["/a/1.html", "/a/2.html", "/a/3.html"]
    assert found.sections == (f"{SITE}/list_3.html",)


def test_rows_that_server_components_send_are_read():
    """In pieces, each a text within a script (React)."""
    listed = [{"id": n, "title": title(n), "url": f"/news/{n}", "date": "2026-11-02"} for n in (1, 2, 3)]
    line = "5:" + json.dumps(["$", "$L1", None, {"list": listed}], ensure_ascii=False) + "\n"
    pieces = "".join(
        f"<script>self.__next_f.push([1,{json.dumps(piece, ensure_ascii=False)}])</script>"
        for piece in (line[:50], line[50:])
    )
    assert addresses(shown(pieces, "/news")) == ["/news/1", "/news/2", "/news/3"]


def test_a_script_put_into_the_page_calls_back_with_rows():
    """And its files are numbered up to the number of all rows."""
    script = "var col='hy',n=1;function hy(d){}var s=document.createElement('script');s.src='/data/'+col+'_'+n+'.jsonp?cb='+col;document.body.appendChild(s);"
    assert [ask.url for ask in requests_of(script)] == [f"{SITE}/data/hy_1.jsonp?cb=hy"]
    listed = [{"title": title(n), "url": f"/a/{n}.html"} for n in (1, 2, 3)]

    def piece(number: int) -> str | None:
        told = json.dumps({"data": {"total": 6, "list": listed}})
        return answer(f"hy({told})", f"/data/hy_{number}.jsonp?cb=hy", "application/javascript").next

    assert (piece(1), piece(2)) == (f"{SITE}/data/hy_2.jsonp?cb=hy", None)


@pytest.mark.parametrize(
    ("call", "method", "url"),
    [
        ("$.post(window.location.href,{page:page},done)", "POST", "/list/3.html"),
        ("$.ajax({url:'',data:{page:page,ajax:1},success:done})", "GET", "/list/3.html?page=2&ajax=1"),
    ],
)
def test_more_rows_may_be_asked_of_the_page_itself(call, method, url):
    """By its own address, or by none."""
    script = f"var page=1;$('#more').click(function(){{page++;{call}}})"
    sent = shown(
        f"<ul>{rows(1, 2, 3)}</ul><div id=more>加载更多</div><script>{script}</script>", "/list/3.html"
    ).sent
    assert sent is not None
    assert (sent.method, sent.url) == (method, SITE + url)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("offset:3,limit:3", "/rows?offset=3&limit=3"),
        ("start:0,limit:3", "/rows?start=3&limit=3"),
        ("start:1,limit:3", "/rows?start=4&limit=3"),
        ("page:2", "/rows?page=2"),
        ("page:1", "/rows?page=2"),
    ],
)
def test_a_script_may_already_count_behind_the_rows_shown(told, asked):
    """Its first row, or its page, is then what is asked for next."""
    script = f"$('#more').click(function(){{$.get('/rows',{{{told}}},function(h){{}})}})"
    sent = shown(
        f"<ul>{rows(1, 2, 3)}</ul><div id=more>加载更多</div><script>{script}</script>", "/list/3.html"
    ).sent
    assert sent is not None
    assert sent.url == SITE + asked


def test_a_list_goes_on_before_the_time_of_its_last_row_whatever_that_is_called():
    """A mark of the row, or a field."""
    marked = "".join(
        f'<div data-ts="{17640 - n}00000"><a href="/a/{n}.html">{title(n)}</a></div>' for n in (1, 2, 3)
    )
    found = answer(json.dumps({"html": marked}), "/older?before=1764100000&n=9", "application/json")
    assert found.next == f"{SITE}/older?before=1763700000&n=9"
    listed = [{"id": n, "title": title(n), "url": f"/a/{n}.html", "at": 1764000000 - n} for n in (1, 2, 3)]
    found = answer(json.dumps({"list": listed}), "/older?before=1764100000&n=9", "application/json")
    assert found.next == f"{SITE}/older?before=1763999997&n=9"


def test_a_query_language_s_own_arguments_are_counted_on():
    """Where the page is written into the query."""
    ask = Request(f"{SITE}/graphql", "POST", json.dumps({"query": "{news(cat:3,page:1){id title}}"}))
    following = next_asked(ask, Discovery("json"))
    assert following is not None
    assert json.loads(str(following.data)) == {"query": "{news(cat:3,page:2){id title}}"}


# --- ways to older articles


def test_articles_that_only_their_neighbours_lead_to_are_a_chain():
    """It begins with the last one that the front page shows, and is followed either way."""
    front = shown(f"<ul>{rows(8, 9, 7)}</ul>")
    assert [(ask.url, ask.chained) for ask in front.follow][-1] == (f"{SITE}/a/7.html", "both")
    beside = (
        f'<p>上一篇：<a href="/a/8.html">{title(8)}</a></p><p>下一篇：<a href="/a/6.html">{title(6)}</a></p>'
    )
    start = answer(f"<html><h1>x</h1>{beside}</html>", "/a/7.html", ask=front.follow[-1])
    assert [(ask.url, ask.chained) for ask in start.follow] == [
        (f"{SITE}/a/8.html", "before"),
        (f"{SITE}/a/6.html", "after"),
    ]
    onward = answer(
        f"<html><h1>x</h1>{beside}</html>", "/a/7.html", ask=Request(f"{SITE}/a/7.html", chained="after")
    )
    assert (addresses(onward), onward.sent and onward.sent.chained) == (["/a/6.html"], "after")
    last = '<p>下一篇：<a href="/about.html">没有了</a></p>'
    end = answer(f"<html>{last}</html>", "/a/1.html", ask=Request(f"{SITE}/a/1.html", chained="after"))
    assert (end.links, end.sent) == ((), None)


@pytest.mark.parametrize(
    ("words", "is_next"), [("2025年", True), ("2025年以前的通知", True), ("2027年", False)]
)
def test_the_one_year_that_a_page_names_is_its_archive(words, is_next):
    """Unless it is none of those before."""
    found = shown(f"<ul>{rows(1, 2, 3)}</ul><p><a href='tz2025.htm'>{words}</a></p>", "/tz.htm")
    assert found.next == (f"{SITE}/tz2025.htm" if is_next else None)


def test_older_information_is_the_next_page():
    """However it is called."""
    found = shown(f"<ul>{rows(1, 2, 3)}</ul><a href='hy2.htm'>&gt;&gt;更早的信息</a>", "/hy.htm")
    assert found.next == f"{SITE}/hy2.htm"


def test_a_document_with_a_style_sheet_goes_on_by_the_pages_it_tells():
    """A list in XML, as old sites show it; its rows start from its own address."""
    items = "".join(
        f"<item date='2026-11-02'><title>{title(n)}</title><url>../html/{n}.htm</url></item>" for n in (1, 2)
    )
    head = '<?xml version="1.0" encoding="utf-8"?><?xml-stylesheet type="text/xsl" href="/l.xsl"?>'
    found = answer(f"{head}<list page='1' pages='2'>{items}</list>", "/xml/list_3_1.xml", "text/xml")
    assert (addresses(found), found.next) == (["/html/1.htm", "/html/2.htm"], f"{SITE}/xml/list_3_2.xml")
    last = answer(f"{head}<list page='2' pages='2'>{items}</list>", "/xml/list_3_2.xml", "text/xml")
    assert last.next is None


def test_a_column_may_be_what_a_search_for_it_finds():
    """TRS was5; a search of the reader's is none."""
    block = '<div><h3>公告</h3><a href="{}">更多</a><ul>{}</ul></div>'
    column = shown(block.format("/was5/web/search?channelid=218391&templet=l.jsp", rows(1, 2, 3)))
    assert column.sections == (f"{SITE}/was5/web/search?channelid=218391&templet=l.jsp",)
    assert shown(block.format("/search?q=%E5%B8%83", rows(1, 2, 3))).sections == ()


def test_rows_that_a_form_opens_have_the_address_of_what_it_sends():
    """Which is mostly given whether posted or not."""
    form = '<form name="f" action="/v.action" method="post"><input type="hidden" name="newsId"></form><script>function see(id){document.forms["f"].newsId.value=id;document.forms["f"].submit();}</script>'
    listed = "".join(f"<li><a href=\"javascript:see('{n}')\">{title(n)}</a></li>" for n in (101, 102, 103))
    assert addresses(shown(f"{form}<ul>{listed}</ul>", "/l.action")) == [
        f"/v.action?newsId={n}" for n in (101, 102, 103)
    ]


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("http://a.cn/s/8b0e7153bf7c3706/news/12.html", "http://a.cn/news/12.html"),
        ("http://a.cn/c/id/12?_101_INSTANCE_x_redirect=http%3A%2F%2Fa.cn%2Fl%3Fp%3D2", "http://a.cn/c/id/12"),
        ("http://a.cn/show?id=1&backUrl=/list", "http://a.cn/show?id=1"),
        ("http://a.cn/s/shishang/12.html", "http://a.cn/s/shishang/12.html"),
        ("http://a.cn/go?url=http://b.cn/", "http://a.cn/go?url=http%3A%2F%2Fb.cn%2F"),
    ],
)
def test_what_only_tells_the_visitor_or_the_way_back_names_no_article(spelling, name):
    """A folder that is his session, where a list is returned to."""
    assert canonical_url(spelling) == name


# --- archives of mailing lists, pages of script files, menus that are asked for


def archive(*months: str) -> str:
    views = ("thread", "subject", "author", "date")
    cells = ("".join(f'<A href="{m}/{v}.html">[ {v} ]</A>' for v in views) for m in months)
    return "".join(f'<tr><td>{cell}</td><td><A href="x.txt.gz">[ 9 KB ]</A></td></tr>' for cell in cells)


def test_the_archive_of_a_mailing_list_leads_to_its_months():
    """The newest at once; each in one of the orders in which it is shown."""
    found = shown(f"<table>{archive('2026-November', '2026-October')}</table>", "/pipermail/tx/")
    assert [ask.url for ask in found.follow] == [f"{SITE}/pipermail/tx/2026-November/date.html"]
    assert found.sections == (f"{SITE}/pipermail/tx/2026-October/date.html",)


def test_a_month_of_a_mailing_list_holds_its_messages_but_no_replies():
    """The last one first, without the name of the list before the subject."""
    orders = "".join(f'<a href="{v}.html#start">{v}</a>' for v in ("thread", "subject", "author"))
    listed = "".join(
        f'<LI><A HREF="{number:06}.html">[tx] {words}\n</A><I>秘书处</I>'
        for number, words in ((301, title(1)), (302, f"Re: {title(1)}"), (303, title(2)))
    )
    found = shown(f"{orders}<ul>{listed}</ul>", "/pipermail/tx/2026-November/date.html")
    assert [(link.url[-11:], link.title) for link in found.links] == [
        ("000303.html", title(2)),
        ("000301.html", title(1)),
    ]


def test_rows_that_script_files_write_go_on_where_the_page_around_them_does():
    """Each page of the list has a file of its own."""
    body = '<ul><script src="/js/class_3.js"></script></ul><a href="/class/3_2.html">下一页</a>'
    found = shown(body, "/class/3.html")
    assert [ask.url for ask in found.follow] == [f"{SITE}/js/class_3.js"]
    assert found.next == f"{SITE}/class/3_2.html"


@pytest.mark.parametrize(
    ("menu", "rows"),
    [
        ("$.getJSON('/nav/tree',draw);", "$.getJSON('/rows?cid='+id+'&page=1',f)"),
        ("$.getJSON('/nav/tree',draw);", "$.getJSON('/rows',{cid:id,page:1},f)"),
    ],
)
def test_a_menu_that_is_asked_for_names_the_columns_to_ask_for(menu, rows):
    """However it is called, and though it holds no rows."""
    asks = requests_of(f"{menu}function load(id){{{rows}}}")
    assert (asks[0].url, asks[0].opens[1:]) == (
        f"{SITE}/nav/tree",
        (f"{SITE}/rows?cid=0columnkey0&page=1", ""),
    )


def test_a_menu_that_is_asked_for_beside_rows_is_none_of_them():
    """What it holds is no news."""
    asks = requests_of("$.getJSON('/nav/tree',draw);$.getJSON('/rows?cid=3&page=1',f)")
    assert [ask.url for ask in asks] == [f"{SITE}/rows?cid=3&page=1"]


# --- what attributes, packed scripts and queries ask for


def test_a_script_within_attributes_asks_as_others_do():
    """Alpine's x-data holds what x-init begins."""
    held = (
        "{rows: [], page: 1, async load() { await fetch('/api/posts?page=' + this.page + '&per_page=10') }}"
    )
    asks = requests_of("", f'<div x-data="{held}" x-init="load()"></div>')
    assert [ask.url for ask in asks] == [f"{SITE}/api/posts?page=1&per_page=10"]


def test_a_linked_script_is_given_what_its_page_calls_as_it_opens():
    """One function for the lists of all columns, each page of which calls it."""
    page = '<body onload="getList(3,1)"><ul id="list"></ul><script src="/js/common.js"></script></body>'
    (asked_for,) = answer(f"<html>{page}</html>", "/news_3.html").follow
    program = "function getList(t,p){$.ajax({type:'GET',url:'/rows.ashx',data:{t:t,p:p},success:f});}"
    found = answer(program, "/js/common.js", "application/javascript", asked_for)
    assert [ask.url for ask in found.follow] == [f"{SITE}/rows.ashx?t=3&p=1"]


def test_a_number_that_a_function_is_called_with_may_be_joined_to_its_address():
    """Once for each call."""
    script = "function getList(t,page){$.getJSON('/rows?type='+t+'&page=' + page, f);} getList(3, 1);getList(4, 1);"
    assert [ask.url for ask in requests_of(script)] == [f"{SITE}/rows?type={n}&page=1" for n in (3, 4)]


def test_a_packed_script_is_read_unpacked():
    """Each word of it stands for one of a list, by its number there."""
    packed = (
        "eval(function(p,a,c,k,e,d){while(c--)if(k[c])p=p.replace(new RegExp('\\\\b'+c+'\\\\b','g'),k[c]);return p}"
        "('$.0(\\'/1/2.3\\',{4:5,6:7,8:9})',62,10,'getJSON|data|list|asp|c|5|page|1|size|8'.split('|'),0,{}))"
    )
    assert [ask.url for ask in shown(f"<ul></ul><script>{packed}</script>", "/c.html").follow] == [
        f"{SITE}/data/list.asp?c=5&page=1&size=8"
    ]


def test_markup_that_a_script_only_writes_out_stands_in_its_place():
    """Its pager, too, and its words in Chinese."""
    markup = f'<ul>{rows(1, 2, 3)}</ul><a href="/list_2.htm">下一页</a>'
    coded = "".join(
        c if c.isascii() and c.isalnum() else f"%{ord(c):02X}" if ord(c) < 256 else f"%u{ord(c):04X}"
        for c in markup
    )
    found = shown(f"<script>document.write(unescape('{coded}'));</script>", "/list.htm")
    assert [link.title for link in found.links] == [title(1), title(2), title(3)]
    assert found.next == f"{SITE}/list_2.htm"


QUERIES = (
    'const ask=(query,variables)=>fetch("/graphql",{method:"POST",body:JSON.stringify({query,variables})});'
    "const L=`query stories($page:Int,$size:Int){stories(page:$page,size:$size){items{id title}}}`;"
    "const M=`query members($page:Int){members(page:$page){items{id name}}}`;"
    "const O=`query story($id:ID!){story(id:$id){title content}}`;"
)


def test_a_program_that_asks_by_queries_is_read_for_that_of_its_list():
    """With the first page in its variables, from which the next is counted."""
    (ask,) = list_requests(QUERIES, f"{SITE}/")
    sent = json.loads(str(ask.data))
    assert (ask.url, sent["variables"]) == (f"{SITE}/graphql", {"page": 1, "size": 10})
    assert sent["query"].startswith("query stories(")
    onward = next_asked(ask, Discovery("json"))
    assert onward is not None
    assert json.loads(str(onward.data))["variables"] == {"page": 2, "size": 10}


def test_what_shows_one_article_of_such_a_program_asks_for_it_by_its_number():
    """By the query that needs a number and counts no pages."""
    ask = article_request(QUERIES, f"{SITE}/story/1161")
    assert ask is not None
    assert json.loads(str(ask.data))["variables"] == {"id": "1161"}


@pytest.mark.parametrize(
    "piece",
    [
        '<turbo-frame id="r" src="/rows?page=1" loading="lazy"></turbo-frame>',
        '<div hx-get="/rows?page=1" hx-trigger="load"></div>',
    ],
)
def test_the_piece_that_an_element_names_as_its_own_is_asked_for(piece):
    """As its page opens or it is seen; nothing that waits to be pressed."""
    assert [ask.url for ask in shown(piece, "/news").follow] == [f"{SITE}/rows?page=1"]
    pressed = piece.replace('hx-trigger="load"', 'hx-trigger="click"')
    assert (shown(pressed, "/news").follow == ()) is ("hx-" in piece)


@pytest.mark.parametrize("words", ["较旧的博文", "较早", "后15个条目 »", "下20项", "早期文章"])
def test_the_words_of_other_systems_for_the_next_page_are_known(words):
    """Blogger, Squarespace, Plone."""
    assert shown(f'<ul>{rows(1, 2, 3)}</ul><a href="/journal?x=7">{words}</a>', "/journal").next == (
        f"{SITE}/journal?x=7"
    )


@pytest.mark.parametrize("form", ["10月, 2026", "十月 2026", "October 2026"])
def test_a_month_may_be_named_before_its_year(form):
    """In archives of other countries' systems."""
    links = f'<a href="/m?a=1">11月, 2026</a><a href="/m?a=2">{form}</a>'
    found = shown(f"<ul>{rows(1, 2, 3)}</ul>{links}", "/m?a=1")
    assert found.next == f"{SITE}/m?a=2"


def test_a_page_of_goods_leads_to_the_column_that_is_kept_as_news():
    """Whatever a firm calls it."""
    goods = "".join(f'<li><a href="/products/p{n}">真丝衬衫</a> ¥199</li>' for n in range(1, 5))
    menu = '<a href="/collections/all">全部商品</a><a href="/blogs/news">品牌故事</a><a href="/blogs/news">招聘</a>'
    assert f"{SITE}/blogs/news" in shown(f"{menu}<ul>{goods}</ul>").sections


# --- other libraries, and old browsers' own ways to show data


@pytest.mark.parametrize(
    ("table", "method", "url", "data"),
    [
        (
            "$('#g').kendoGrid({dataSource:{transport:{read:{url:'/read',type:'POST',data:{typeId:3}}},pageSize:8,serverPaging:true}});",
            "POST",
            "/read",
            {"take": "8", "skip": "0", "page": "1", "pageSize": "8", "typeId": "3"},
        ),
        (
            "new Tabulator('#t',{ajaxURL:'/list',ajaxParams:{cat:3},pagination:'remote',paginationSize:8});",
            "GET",
            "/list?page=1&size=8&cat=3",
            {},
        ),
        (
            "$('#f').flexigrid({url:'/grid.php?t=3',usepager:true,rp:8});",
            "POST",
            "/grid.php?t=3",
            {"page": "1", "rp": "8"},
        ),
        (
            "var N=Backbone.Collection.extend({url:'/rows'});var n=new N();n.fetch({data:{cat:3,page:1},success:f});",
            "GET",
            "/rows?cat=3&page=1",
            {},
        ),
    ],
    ids=["Kendo", "Tabulator", "Flexigrid", "Backbone"],
)
def test_a_library_asks_for_its_first_page_as_its_documentation_says(table, method, url, data):
    """By the fields it is called with, in its own way."""
    (ask,) = requests_of(table)
    assert (ask.method, ask.url, ask.data) == (method, SITE + url, data)


def test_a_table_of_miniui_names_its_data_in_attributes():
    """It counts its pages from 0, and posts."""
    table = '<div class="mini-datagrid" url="/news.do?t=3" pageSize="8"></div>'
    (ask,) = requests_of("", table)
    assert (ask.method, ask.url, ask.data) == (
        "POST",
        f"{SITE}/news.do?t=3",
        {"pageIndex": "0", "pageSize": "8"},
    )


@pytest.mark.parametrize(
    ("bound", "asked_for"),
    [
        ('<xml id="n" src="/data/n.xml"></xml><table datasrc="#n"></table>', "/data/n.xml"),
        ('<object><param name="DataURL" value="/data/n.txt"></object>', "/data/n.txt"),
        ('<script>xmlDoc.async=false;xmlDoc.load("/data/n.xml");show(xmlDoc);</script>', "/data/n.xml"),
    ],
    ids=["an island", "a control", "a document"],
)
def test_what_a_table_is_bound_to_is_asked_for(bound, asked_for):
    """As Internet Explorer loaded it."""
    assert [ask.url for ask in shown(bound, "/list.htm").follow] == [SITE + asked_for]


@pytest.mark.parametrize(
    "link",
    [
        '"<a href=\'/show/"+ns[i].getElementsByTagName("id")[0].text+".html\'>"',
        "template:\"<a href='/show/#=id#.html'>x</a>\"",
        'rowClick:function(e,row){location.href="/show/"+row.getData().id+".html"}',
    ],
    ids=["XML", "Kendo", "a row's data"],
)
def test_addresses_are_built_of_what_a_row_holds(link):
    """However its library reads that off it."""
    assert patterns_in(f"<script>{link}</script>") == ("/show/{id}.html",)


def test_an_answer_in_xml_that_holds_json_goes_on_with_the_next_page():
    """As the services of ASP.NET wrap it."""
    told = json.dumps([{"ID": n, "Title": title(n), "PubDate": "2026-11-02"} for n in (1, 2, 3)])
    wrapped = f'<?xml version="1.0"?><string xmlns="http://tempuri.org/">{told}</string>'
    ask = Request(f"{SITE}/s.asmx/List?cid=3&page=1", patterns=("/show/{ID}.html",))
    found = answer(wrapped, "/s.asmx/List?cid=3&page=1", "text/xml", ask)
    assert addresses(found) == ["/show/1.html", "/show/2.html", "/show/3.html"]
    assert found.next == f"{SITE}/s.asmx/List?cid=3&page=2"


@pytest.mark.parametrize(
    ("script", "call", "path"),
    [
        ("function showNews(no, kind) {window.open('/zx/view.do?kind=' + kind + '&no=' + no, '_blank');}", "showNews('7f{n}c', 'zx')", "/zx/view.do?kind=zx&no=7f{n}c"),
        ("var read = function (n) { top.location.href = '/zx/read-' + n + '.shtml'; };", "read({n})", "/zx/read-{n}.shtml"),
        ("function view(d, n) {\n  var to = '/zx/' + d + '/' + n + '.html';\n  location.href = to;\n}", "view('2611', '{n}')", "/zx/2611/{n}.html"),
        ("function win(u)\n{\n  window.open(u);\n}\nfunction info(id, t)\n{\n  var to = 'xx/info.jsp?id=' + id + '&t=' + t;\n  window.open(to);\n}", "info('a{n}f','02')", "/zx/xx/info.jsp?id=a{n}f&t=02"),
        ("$.extend({a: 1}); var Site = {go: function (n, t) {location.assign('/zx/p.php?id=' + n + '&t=' + t);}};", "Site.go('{n}','3')", "/zx/p.php?id={n}&t=3"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("mark", ['href="javascript:{}"', 'href="#" onclick="{};return false"'])
def test_rows_are_opened_by_the_functions_of_a_linked_script(script, call, path, mark):
    """The page is read once more with them, and its further pages, too."""
    script += "\nfunction turn(p) {location.href = '/zx/list.do?p=' + p;}"
    listed = "".join(
        f"<li><a {mark.format(call.replace('{n}', str(n)))}>{title(n)}</a> 2026-11-02</li>"
        for n in (41, 42, 43)
    )
    body = f'<html><script src="/js/site.js"></script><ul>{listed}</ul><a href="javascript:turn(2)">下一页</a></html>'
    found = answer(body, "/zx/list.do")
    linked = next(ask for ask in found.follow if ask.url == f"{SITE}/js/site.js")
    again = answer(script, "/js/site.js", "application/javascript", linked).follow[0]
    assert again.url == f"{SITE}/zx/list.do"
    read = answer(body, "/zx/list.do", ask=again)
    assert addresses(read) == [path.replace("{n}", str(n)) for n in (41, 42, 43)]
    onward = next_asked(again, read)
    assert onward is not None
    assert onward.url == f"{SITE}/zx/list.do?p=2"
    assert addresses(answer(body, "/zx/list.do?p=2", ask=onward)) == addresses(read)


# --- lists that go on by what is posted, and columns by routes in a query


def test_a_form_that_a_function_of_a_linked_script_sends_turns_every_page():
    """The function goes along to the pages that the form gives."""
    script = (
        "function view(id){location.href='/zx/v.do?id='+id;}"
        "function turn(p){var f=document.turner;if(p<1)return;f.pageNo.value=p;f.submit();}"
    )

    def listed(number: int) -> str:
        cells = "".join(f"<tr onclick=\"view('{n}')\"><td>{title(n)}</td></tr>" for n in (41, 42, 43))
        form = f'<form name="turner" method="post" action="/zx/l.do?m=list"><input type="hidden" name="pageNo" value="{number}"></form>'
        more = f'<a href="javascript:turn({number + 1})">下一页</a>'
        return f'<html><script src="/js/site.js"></script><table>{cells}</table>{form}{more}</html>'

    linked = next(ask for ask in answer(listed(1), "/zx/l.do?m=list").follow if ask.url.endswith(".js"))
    ask = answer(script, "/js/site.js", "application/javascript", linked).follow[0]
    for number in (1, 2, 3):
        found = answer(listed(number), "/zx/l.do?m=list", ask=ask)
        assert addresses(found) == [f"/zx/v.do?id={n}" for n in (41, 42, 43)]
        following = next_asked(ask, found)
        assert following is not None
        assert (following.method, following.data) == ("POST", {"pageNo": str(number + 1)})
        ask = following


@pytest.mark.parametrize(
    ("pattern", "entry", "address"),
    [
        ("/read?id={i}", {"id": 31, "title": "x"}, "/read?id=31"),
        ("/read?nid={t}", {"id": 7, "nid": 31}, "/read?nid=31"),
        ("/read/{e}", {"id": 7, "slug": "wool-prices"}, "/read/wool-prices"),
        ("/read/{e}", {"articleId": 31}, "/read/31"),
        ("/read/{code}", {"id": 31}, ""),
    ],
)
def test_what_a_minifier_called_shortly_is_what_an_entry_is_known_by(pattern, entry, address):
    """By the key of the query that it is given, else its slug or number."""
    assert filled([pattern], entry) == address


def test_the_columns_of_routes_in_a_query_are_no_articles():
    """Though a front page has their names over its rows, and every address of the site begins alike."""
    blocks = "".join(
        f'<h2><a href="/?{column}/">{name}</a></h2><div>'
        + "".join(
            f'<h5><a href="/?{column}/{n}.html">{title(n)}</a></h5><p>11-0{n % 9 + 1}</p>' for n in numbers
        )
        + "</div>"
        for column, name, numbers in (("dt", "协会动态", (11, 12, 13)), ("gg", "通知公告", (14, 15, 16)))
    )
    found = addresses(shown(blocks))
    assert sorted(found) == sorted([f"/?{'dt' if n < 14 else 'gg'}/{n}.html" for n in range(11, 17)])


def test_the_data_that_a_page_is_built_with_is_read_beside_its_first_rows():
    """As VitePress loads it ahead."""
    ahead = '<link rel="modulepreload" href="/assets/chunks/posts.data.x7.js">'
    found = answer(f"<html><head>{ahead}</head><body><ul>{rows(1, 2, 3)}</ul></body></html>", "/news/")
    assert [ask.url for ask in found.follow] == [f"{SITE}/assets/chunks/posts.data.x7.js"]


def test_links_that_htmx_loads_are_links():
    """Though they have no address of their own."""
    listed = "".join(
        f'<li><a hx-get="/n/{n}/" hx-target="#main" hx-push-url="true">{title(n)}</a> 2026-11-02</li>'
        for n in (1, 2, 3)
    )
    assert addresses(shown(f"<ul>{listed}</ul>")) == ["/n/1/", "/n/2/", "/n/3/"]


def test_a_list_goes_on_before_the_last_of_its_rows():
    """By its number, where nothing was asked for yet."""
    told = json.dumps({"items": [{"id": n, "title": title(n)} for n in (9, 8, 7)], "has_more": True})
    ask = Request(f"{SITE}/v2/rows?limit=3&before=", patterns=("/s/{id}",))
    found = answer(told, "/v2/rows?limit=3&before=", "application/json", ask)
    assert found.next == f"{SITE}/v2/rows?limit=3&before=7"


# --- whatever a script makes clickable


@pytest.mark.parametrize(
    "row",
    [
        '<p><b onclick="kan({n})">{t}</b></p>',
        '<p style="cursor:hand" onclick="kan({n})">{t}</p>',
        '<h4 onclick="kan({n})">{t}</h4>',
        '<dl onclick="kan({n})"><dt>{t}</dt><dd>11-0{n}</dd></dl>',
        '<table><tr><td onclick="kan({n})">{t}</td><td>2026-11-0{n}</td></tr></table>',
    ],
)
@pytest.mark.parametrize("more", ["<font {}>更多</font>", "<strong {}>MORE</strong>", "<a {}>more</a>"])
def test_rows_and_their_column_may_be_any_elements_that_open_by_a_call(row, more):
    """Beside plain links to others."""
    functions = "function kan(n){window.open('kan.do?id='+n);} function lan(c){location.href='lan.do?c='+c;}"
    titles = ("协会组团赴柯桥考察数码印花产线", "印染集聚区迎来首批入驻企业", "省纺机协会发布三季度运行分析")
    clicked = "".join(row.format(n=n, t=title) for n, title in enumerate(titles, 1))
    plain = '<ul><li><a href="kan.do?id=9">江苏盛泽织造企业出口订单回暖</a></li></ul>'
    onward = more.format('onclick="lan(3)"')
    found = shown(f"<script>{functions}</script><div>{clicked}<p>{onward}</p></div>{plain}", "/app/")
    assert [link.title for link in found.links][:3] == list(titles)
    assert {link.url for link in found.links} == {f"{SITE}/app/kan.do?id={n}" for n in (1, 2, 3, 9)}
    assert found.sections == (f"{SITE}/app/lan.do?c=3",)


@pytest.mark.parametrize(
    "turn", ['<td onclick="fan(2)">下一页</td>', '<td><b onclick="fan(2)">下页</b></td>']
)
def test_any_element_may_send_the_form_that_turns_a_list(turn):
    """By the number that it calls with."""
    form = '<form name="f" method="post" action="lan.do"><input type="hidden" name="pageNo" value="1"></form>'
    script = "<script>function fan(n){document.f.pageNo.value=n;document.f.submit();}</script>"
    found = shown(f"{script}{form}<ul>{rows(1, 2, 3)}</ul><table><tr>{turn}</tr></table>", "/lan.do")
    assert found.sent is not None
    assert (found.sent.url, found.sent.data) == (f"{SITE}/lan.do", {"pageNo": "2"})


# --- columns within a column


@pytest.mark.parametrize(
    ("path", "columns"),
    [
        ("/zixun/", ("/zixun/list-3.html", "/zixun/list-8.html")),
        ("/zixun/index.html", ("/zixun/hq/", "/zixun/qy/")),
        ("/zixun/", ("/zixun/list.php?catid=3", "/zixun/list.php?catid=8")),
        ("/zixun.asp", ("/zixun.asp?lb=3", "/zixun.asp?lb=8")),
        ("/lanmu.asp?id=2", ("/lanmu.asp?id=2&xl=3", "/lanmu.asp?id=2&xl=8")),
    ],
)
def test_a_column_that_does_not_turn_goes_on_in_those_within_it(path, columns):
    """It shows the newest or the most read of them; short titles of its rows are no names of columns."""
    names = zip(("价格快报", "企业动态"), columns, strict=True)
    menu = "".join(f'<a href="{to}">{name}</a> ' for name, to in names)
    other = '<a href="/gongying/">供应</a> <a href="/about/">关于我们</a>'
    short = '<li><a href="/zixun/13.html">纺博会今开幕</a> 11-20</li>'
    ranked = f"<div><strong>本周排行</strong><ul>{rows(1, 2, 3)}{short}</ul></div>"
    assert shown(f"{other}<div>{menu}</div>{ranked}", path).sections == tuple(SITE + to for to in columns)
    turned = '<a href="/zixun/?page=2">下一页</a>'
    assert shown(f"{other}<div>{menu}</div>{ranked}{turned}", path).sections == ()


# --- counted on


@pytest.mark.parametrize(
    ("written", "asked_for"),
    [
        ('"/api/xw/list?page="+(this.page+1)+"&size=5"', "/api/xw/list?page=1&size=5"),
        ('"/api/xw/list?page="+(++this.page)', "/api/xw/list?page=1"),
        ('"/api/xw/list?pageNo=".concat(++e.pageNo)', "/api/xw/list?pageNo=1"),
        ("`/api/xw/list?p=${t.value+1}`", "/api/xw/list?p=1"),
        ('"/api/xw/list?offset="+(this.page-1)*10+"&limit=10"', "/api/xw/list?offset=0&limit=10"),
        ('"/api/xw/list",{params:{page:++this.page,size:5}}', "/api/xw/list?page=1&size=5"),
    ],
)
def test_a_page_that_a_call_counts_on_is_the_first_till_then(written, asked_for):
    """Of page + 1 the sign joins no texts."""
    for call in (f"this.$axios.$get({written})", f"more(){{axios.get({written}).then(r=>this.add(r))}}"):
        program = plainly_spelt(f"var view={{{call}}}" if call.startswith("more") else call)
        assert [ask.url for ask in list_requests(program, f"{SITE}/")] == [SITE + asked_for]


@pytest.mark.parametrize(
    "call", ['mine("/api/xw/page?pageNum=" + n, draw)', 'mine("/api/xw/page?pageNum="+(n+1))']
)
def test_an_address_of_data_that_is_counted_on_begins_with_the_first_page(call):
    """Whatever function asks for it."""
    assert [ask.url for ask in requests_of(call)] == [f"{SITE}/api/xw/page?pageNum=1"]


def mapped(*paths: str) -> Discovery:
    listed = "".join(f"<url><loc>{SITE}{path}</loc></url>" for path in paths)
    return answer(f"<urlset>{listed}</urlset>", "/sitemap.xml", "application/xml")


@pytest.mark.parametrize(
    ("posts", "others"),
    [
        (("/posts/2025/mill-31/", "/posts/2026/loom-7/", "/posts/2026/dyes/"), ("/posts/", "/posts/2026/", "/posts/page/2/")),
        (("/blog/price-of-silk", "/blog/ramie", "/blog/shop-floor"), ("/blog", "/blog/tags/ramie", "/price-list")),
        (("/news/new-loom", "/news/two-mills", "/news/%E6%A3%89"), ("/news/company", "/news/trade/")),
        (("/journal/dyer-of-the-year", "/journal/ramie-2", "/journal/mill-ranking"), ("/journal", "/journal/all", "/visit-us")),
    ],
)  # fmt: skip
def test_a_site_map_s_posts_are_told_by_the_folder_that_they_are_kept_in(posts, others):
    """As generators of sites name them, by whatever words; a single word in a folder of news may be a column's."""
    assert addresses(mapped(*others, *posts)) == list(posts)
    assert addresses(mapped(*others, *posts[:2])) == []


@pytest.mark.parametrize(
    ("links", "asked"),
    [
        ('<a href="/about/">关于</a>', ["/robots.txt", "/sitemap.xml"]),
        ('<a href="/p/1"><img src="a.png" alt="联系我们"></a>', ["/robots.txt", "/sitemap.xml"]),
        ('<a href="/about/">关于</a><a href="/main/">进入网站</a>', ["/main/"]),
        ('<a href="/main/"><img src="a.png"></a>', ["/main/"]),
    ],
)
def test_a_cover_that_leads_only_to_what_tells_of_the_site_is_no_entrance(links, asked):
    """What else there is its map may tell."""
    found = shown(f"<div><img src='/cover.jpg'><p>一寸缂丝一寸金</p>{links}</div>")
    assert [ask.url.removeprefix(SITE) for ask in found.follow] == asked


def test_a_folder_of_articles_holds_them_whatever_one_seems_to_say():
    """A mill's ranking among its kind; the folder's own page, one with other things, and pages at the root are none."""
    listed = [f"/yarns-and-looms/{name}" for name in ("late-bus", "slow-flax-dyes", "silk-prices-fall")]
    others = ("/yarns-and-looms", "/mill-ranking", "/shop/lists", "/yarns-and-looms/section")
    assert addresses(mapped(*listed, *others)) == listed
    assert addresses(mapped(*listed, "/yarns-and-looms/mill-ranking")) == [
        *listed, "/yarns-and-looms/mill-ranking",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("script", "asked"),
    [
        ('import{S as n}from"./scene-81.js";new n(document.body).start();', "/js/scene-81.js"),
        ('import"./town-3f.js";import{a}from"./scene-81.js";a(document.body);', "/js/scene-81.js"),
        ("document.getElementById('enter').onclick=function(){};", "/robots.txt"),
    ],
)
def test_a_part_of_a_program_that_is_missing_gives_way_to_the_map_of_the_site(script, asked):
    """As its whole program does; of a page that is not the front nothing tells more."""
    body = '<canvas></canvas><script type="module" src="/js/home.js"></script>'
    (ask,) = shown(body).follow
    (part,) = answer(script, "/js/home.js", "application/javascript", ask).follow
    assert (part.url, part.instead or part.url) == (f"{SITE}{asked}", f"{SITE}/robots.txt")
    (ask,) = shown(body, "/town/map.html").follow
    assert not any(
        part.instead for part in answer(script, "/js/home.js", "application/javascript", ask).follow
    )


def rss(channel: str) -> str:
    entry = f"<item><title>{title(3)}</title><link>{SITE}/wool/</link></item>"
    return f'<rss version="2.0"><channel><title>织里札记</title>{channel}{entry}</channel></rss>'


ATOM = f'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="{SITE}/rss/"/><link href="{SITE}/notes/"/><entry><title>{title(3)}</title><link href="/wool/"/></entry></feed>'
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "home_page_url": f"{SITE}/notes/",
        "items": [{"id": "1", "url": f"{SITE}/wool/", "title": title(3)}],
    }
)


@pytest.mark.parametrize(
    ("feed", "lists"),
    [
        (rss(f"<link>{SITE}/notes/</link>"), ("/notes/",)),
        (rss("<link>/</link>"), ("/",)),
        (ATOM, ("/notes/",)),
        (JSON_FEED, ("/notes/",)),
        (rss("<link>http://www.example.com/</link>"), ()),
        (rss(f"<link>{SITE}/</link><generator>https://wordpress.org/?v=6.4</generator>"), ()),
    ],
)
def test_a_feed_that_does_not_tell_of_older_entries_goes_on_with_its_page(feed, lists):
    """As a source: one that a page leads to, or that is declared to be the feed alone, does not."""
    fed = Page(f"{SITE}/rss/", f"{SITE}/rss/", 200, {}, feed.encode(), NOW)
    found = discover(fed, Source("x", fed.url))
    assert (addresses(found), found.sections) == (["/wool/"], tuple(SITE + path for path in lists))
    assert discover(fed, Source("x", f"{SITE}/")).sections == ()
    assert discover(fed, Source("x", fed.url, kind="feed")).sections == ()


# --- blocks whose rows frames show

BLOCKS_OF_FRAMES = {
    "more below": '<table><tr>{}</tr></table>|<td><img src="/t{n}.gif" alt="{name}"><br><iframe src="/rows.asp?c={n}" height="200"></iframe><br><a href="/list.asp?c={n}">更多...</a></td>',
    "more above": '<div>{}</div>|<div class="box"><h3>{name}<a href="/list.asp?c={n}">MORE&gt;&gt;</a></h3><iframe src="/rows.asp?c={n}" width="100%" height="180">您的浏览器不支持框架</iframe></div>',
    "heading leads": '<div>{}</div>|<div><h2><a href="/list.asp?c={n}">{name}</a></h2><div><iframe src="/rows.asp?c={n}"></iframe></div></div>',
    "picture of more": '<div>{}</div>|<dl><dt>{name}<a href="/list.asp?c={n}"><img src="/img/gd.gif" alt="更多"></a></dt><dd><iframe src="/rows.asp?c={n}"></iframe></dd></dl>',
}


@pytest.mark.parametrize("written", BLOCKS_OF_FRAMES.values(), ids=BLOCKS_OF_FRAMES)
def test_a_block_whose_rows_a_frame_shows_goes_on_where_its_more_leads(written):
    """The frame shows but the newest of its column. A block of goods leads to no news, nor does the menu over them."""
    page, _, block = written.partition("|")
    names = {1: "棉纺快讯", 2: "本会活动", 3: "产品展示"}
    blocks = "".join(block.format(n=number, name=name) for number, name in names.items())
    found = shown(f'<a href="/about.asp">本会简介</a><a href="/join.asp">入会</a>{page.format(blocks)}', "/")
    assert [to.removeprefix(SITE) for to in found.sections] == ["/list.asp?c=1", "/list.asp?c=2"]


def test_heads_of_a_table_over_a_row_of_frames_lead_on():
    """One for each frame; what a page that shows one film has more of is nobody's."""
    heads = "".join(
        f'<td>{name}<a href="/xw/{n}/">更多</a></td>' for n, name in ((1, "要闻"), (2, "行业聚焦"))
    )
    frames = "".join(f'<td><iframe src="/inc/{n}.htm"></iframe></td>' for n in (1, 2))
    found = shown(f"<table><tr>{heads}</tr><tr>{frames}</tr></table>", "/")
    assert [to.removeprefix(SITE) for to in found.sections] == ["/xw/1/", "/xw/2/"]
    film = f'<div><iframe src="/play.htm"></iframe></div><table><tr>{heads}</tr></table>'
    assert not [to for to in shown(f"<div>{film}</div>", "/").sections if "/xw/2/" in to]


# --- states that pages of Nuxt carry


def entries_of(kind: str, *numbers: int) -> str:
    return ",".join(f'{{id:{n},title:"{title(n)}",kind:"{kind}"}}' for n in numbers)


STATES = {
    "as a literal": f'window.__NUXT__={{layout:"default",data:[{{col:"fangzhi",pageNum:1,total:9,rows:[{entries_of("fangzhi", 31, 27)}]}}],error:null}}',
    "by a function": (
        f'window.__NUXT__=(function(a,b,c,d){{return {{layout:"x",data:[{{}},{{col:a,pageNum:c,rows:[{{id:31,title:d,kind:a}},{{id:27,title:"{title(27)}",kind:a}}]}}],fetch:{{}},error:b}}}}'
        f'("fangzhi",null,1,"{title(31)}"));'
    ),
    "by one with a semicolon": (
        f'window.__NUXT__=function(a,b,c){{return {{data:[{{col:c,hot:b,rows:[{{id:31,title:"{title(31)}"}},{{id:27,title:"{title(27)}"}}]}}],serverRendered:!0}};}}(void 0,!1,"fangzhi");'
    ),
}
ASKING = {
    "joined": 'this.$axios.get("/svc/posts?col="+this.col+"&pageNum="+this.pageNum+"&size=2").then(function(e){})',
    "held": "fetch(`/svc/posts?col=${this.col}&pageNum=${this.pageNum}&size=2`)",
    "as fields": 'this.$axios.get("/svc/posts",{params:{col:this.col,pageNum:this.pageNum,size:2}})',
}


@pytest.mark.parametrize("asking", ASKING.values(), ids=ASKING)
@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_what_the_state_of_a_page_tells_of_its_column_is_asked_for_by_its_program(state, asking):
    """The state that was sent along tells the column and, by the titles shown, what the addresses of its entries are made of."""
    shown_ = "".join(
        f'<div><a href="/read/{n}"><h3>{title(n)}</h3></a><span>11月0{n % 9}日</span></div>' for n in (31, 27)
    )
    body = f'<div id="__nuxt">{shown_}<button>加载更多</button></div><script>{state}</script><script src="/_nuxt/a1.js"></script>'
    program = next(ask for ask in shown(body, "/c/fangzhi").follow if ask.url.endswith(".js"))
    assert program.patterns == (f"{SITE}/read/{{id}}",)
    found = answer(
        f"({{methods:{{more:function(){{this.pageNum++,{asking}}}}}}});",
        "/_nuxt/a1.js",
        "text/javascript",
        program,
    )
    assert [ask.url for ask in found.follow] == [f"{SITE}/svc/posts?col=fangzhi&pageNum=1&size=2"]
    told = json.dumps({"data": {"list": [{"id": 25, "title": title(25)}]}})
    assert addresses(answer(told, "/svc/posts", "application/json", found.follow[0])) == ["/read/25"]


@pytest.mark.parametrize(
    ("path", "home"),
    [
        ("/web/start.nsf/main?OpenPage", "/web/start.nsf/main?OpenPage"),
        ("/jtgs/welcome.do", "welcome.do"),
        ("/portal/site/jtgs/", "/portal/site/jtgs/"),
        ("/main/go.aspx?m=1", "?m=1"),
    ],
)
@pytest.mark.parametrize("name", ["首页", "网站首页", "Home", "首 页"])
def test_a_front_page_is_one_whose_menu_calls_it_so(path, home, name):
    """Wherever it is kept: it goes on in the columns of news of its menu."""
    menu = "".join(
        f'<a href="/{to}">{words}</a>'
        for words, to in (
            ("集团新闻", "xw.nsf/all?OpenView"),
            ("通知公告", "gg.nsf/all?OpenView"),
            ("集团简介", "jj"),
        )
    )
    links = f'<form><a href="{home}">{name}</a> {menu}</form>'
    follow = shown(links, path).follow
    assert [ask.url for ask in follow] == [f"{SITE}/xw.nsf/all?OpenView", f"{SITE}/gg.nsf/all?OpenView"]


@pytest.mark.parametrize("home", ["/", "#", "javascript:void(0)"])
def test_a_column_without_articles_is_no_front_page(home):
    """Its menu leads from it to that one."""
    menu = '<a href="/gg/">通知公告</a><a href="/hy/">行业资讯</a>'
    assert shown(f'<a href="{home}">首页</a>{menu}', "/portal/site/xw/").follow == ()


@pytest.mark.parametrize(
    "script",
    [
        "function zai(c){$.get('/part?after='+c,function(h){$('#more').data('last',h.next);});} $('#more').click(function(){zai($(this).data('last'));});",
        "const m=document.getElementById('more');m.addEventListener('click',function(){fetch('/part?after='+this.dataset.last).then(r=>r.json()).then(d=>{m.dataset.last=d.next;});});",
        "$(document).on('click','#more',function(){var t=$(this);$.getJSON('/part',{after:t.attr('data-last')},function(d){t.attr('data-last',d.next);});});",
    ],
)
@pytest.mark.parametrize(
    ("button", "asks", "later"),
    [
        ('<a id="more" data-last="77">更多</a>', f"{SITE}/part?after=77", ()),
        ('<a id="more">更多</a>', f"{SITE}/part", ("after",)),
    ],
)
def test_a_button_may_be_given_its_cursor_by_the_page_or_by_an_answer(script, button, asks, later):
    """$('#more').data('last', h.next): asked without it at first, and then under the script's name for it."""
    found = shown(f"<ul id='rows'></ul>{button}<script>{script}</script>", "/list.html")
    ask = next(ask for ask in found.follow if "/part" in ask.url)
    assert (ask.url, ask.later) == (asks, later)


def test_a_callback_that_an_address_names_is_not_named_once_more():
    """{url: '/flow?callback=show', dataType: 'jsonp'}."""
    [ask] = requests_of("$.ajax({url:'/flow?callback=show&page=1',dataType:'jsonp'});")
    assert ask.url == f"{SITE}/flow?callback=show&page=1"


@pytest.mark.parametrize(
    ("script", "first", "then"),
    [
        ('var n=1,totalPage=3;$("#m").click(function(){n++;$.getJSON("/list/cj_"+n+".json",function(d){});});', "/list/cj_2.json", "/list/cj_3.json"),
        ('var n=1;$("#m").click(function(){$.ajax({url:"/News/List/"+n,success:function(h){n++;}});});', "/News/List/2", "/News/List/3"),
        ('let p=2;$("#m").click(async()=>{const r=await fetch(`/rows/${p}.json`);p+=1;});', "/rows/2.json", "/rows/3.json"),
        ('var c="cj",p=1;$("#m").click(function(){p=p+1;var u="/d/"+c+"/"+p+".json";$.get(u,put);});', "/d/cj/2.json", "/d/cj/3.json"),
    ],
)  # fmt: skip
def test_a_script_may_count_its_pages_in_the_path(script, first, then):
    """$.getJSON("/list/news_" + n + ".json"): behind the rows shown comes the second file, then the third."""
    found = shown(f"<ul>{rows(41, 42, 43)}</ul><a id='m'>加载更多</a><script>{script}</script>", "/list/")
    assert found.sent is not None and found.sent.url == SITE + first
    more = {"list": [{"url": "/a/4.html", "title": title(4)}, {"url": "/a/5.html", "title": title(5)}]}
    read = answer(json.dumps(more), first, "application/json", found.sent)
    onward = next_asked(found.sent, read)
    assert onward is not None and onward.url == SITE + then


def test_what_is_counted_in_a_loop_numbers_no_pages():
    """for (var i = 0; ..) $.get("/part/" + i + ".html") loads the parts of one page."""
    script = 'for(var i=0;i<9;i++){$.get("/part/"+i+".html",function(h){});}'
    found = shown(f"<ul>{rows(41, 42, 43)}</ul><a id='m'>加载更多</a><script>{script}</script>", "/list/")
    assert found.sent is None or "/part/" not in found.sent.url


def test_what_stands_in_a_column_beside_heads_no_rows():
    """A cell with links and pictures of its own names nothing in the next; one with a word only does."""
    row = f"<table><tr onclick=\"window.open('view.asp?id=7')\"><td>·</td><td>{title(7)}</td><td>2026-11-02</td></tr></table>"
    page = "<table><tr><td valign=top>{}</td><td valign=top>{}</td></tr></table>"
    aside = "<a href='/buy.asp'>求购信息</a><br><a href='http://ad.example/'><img src=/ad.gif></a>"
    assert addresses(shown(page.format(aside, row), "/info/list.asp?page=3")) == ["/info/view.asp?id=7"]
    assert addresses(shown(page.format("<b>求购信息</b>", row), "/info/list.asp?page=3")) == []


@pytest.mark.parametrize("key", ["proxyUrl", "dataUrl", "sourceURL", "url"])
def test_a_list_s_plugin_posts_what_its_options_hold(key):
    """$('#pager').jpage({proxyUrl: '/queryList', type: 'post', params: {..}})."""
    options = f'{{{key}:"/queryList",type:"post",perPage:10,params:{{"current":1,"channelCode[]":"dsgx","pageSize":10}}}}'
    [ask] = requests_of(f"$(function(){{ $('#pager').jpage({options}); }});", "<ul id=rows></ul>")
    assert (ask.url, ask.method) == (f"{SITE}/queryList", "POST")
    assert ask.data == {"current": "1", "channelCode[]": "dsgx", "pageSize": "10"}
