"""Lists and columns that only scripts, forms, frames and calendars lead to."""

from __future__ import annotations

import html
import json

import pytest

from bot.reading import read
from scrapers.discover import Request, next_asked
from scrapers.discover.counting import fields_of
from scrapers.model import Link, Page, Source
from tests.one_site import NOW, SITE, answer, shown

JSON, JS = "application/json", "application/javascript"


def rows(*numbers: int, to: str = "/a/{}.html") -> str:
    return "".join(
        f'<li data-id="{n}"><a href="{to.format(n)}">第{n}届纺织服装产业发展大会在杭州召开</a> 2026-11-02</li>'
        for n in numbers
    )


def entries(*numbers: int) -> list[dict[str, str | int]]:
    return [
        {"id": n, "title": f"第{n}届纺织服装产业发展大会在杭州召开", "url": f"/a/{n}.html"} for n in numbers
    ]


# --- issues and months

LEAF = "/paper/2026/11/27/{}/index.htm"


def test_leaves_in_folders_of_their_own_are_turned_and_the_last_leads_to_the_calendar():
    """Numbers may stand in the folder; a calendar in a frame is read from the first leaf."""
    leaves = "".join(f'<a href="{LEAF.format(f"0{n}")}">0{n}版：要闻</a>' for n in (1, 2))
    body = f'{leaves}<iframe src="/cal/rili202611.htm"></iframe><ul>{rows(1, 2)}</ul>'
    assert shown(body, LEAF.format("01")).next == SITE + LEAF.format("02")
    last = shown(body, LEAF.format("02"))
    assert last.next is None
    assert [(ask.url, ask.drawn) for ask in last.follow] == [
        (f"{SITE}/cal/rili202611.htm", SITE + LEAF.format("01"))
    ]


@pytest.mark.parametrize(
    ("days", "following", "asked"),
    [
        ('<a href="/paper/2026/11/20/01/index.htm">20</a>', f"{SITE}/paper/2026/11/20/01/index.htm", []),
        ('<a href="/paper/2026/11/27/01/index.htm">27</a>', None, [f"{SITE}/cal/rili202610.htm"]),
    ],
)
def test_a_calendar_leads_to_the_issue_before_or_to_the_month_before(days, following, asked):
    """From the issue that showed it."""
    calendar = (
        f'<table><tr><td><a href="rili202610.htm">«</a> 2026年11月</td></tr><tr><td>{days}</td></tr></table>'
    )
    ask = Request(f"{SITE}/cal/rili202611.htm", drawn=SITE + LEAF.format("01"))
    found = answer(f"<html><body>{calendar}</body></html>", "/cal/rili202611.htm", ask=ask)
    assert (found.links, found.next, [a.url for a in found.follow]) == ((), following, asked)


def test_a_linked_script_that_lists_the_days_of_issues_leads_back():
    """As a list within the page does."""
    leaf = f"{SITE}/2026-11/27/node_1.htm"
    listed = "var periods = ['2026-11-27','2026-11-20','2026-11-13'];"
    assert answer(listed, "/js/period.js", JS, Request(f"{SITE}/js/period.js", drawn=leaf)).next == (
        f"{SITE}/2026-11/20/node_1.htm"
    )


def test_months_are_asked_for_by_a_form_of_two_lists():
    """A list of years and one of months, sent by a button."""
    years = (
        '<select name="y"><option value="2026">2026年</option><option value="2025">2025年</option></select>'
    )
    months = f'<select name="m">{"".join(f"<option value={n}>{n}月</option>" for n in range(1, 13))}</select>'
    form = f'<form action="/news.php">{years}{months}<input type="submit" value="查询"></form>'
    month = '<ul><li><a href="/a/1.html">第1届纺织服装产业发展大会在杭州召开</a> 2026-01-09</li></ul>'
    assert shown(form + month, "/news.php?y=2026&m=1").next == f"{SITE}/news.php?y=2025&m=12"


def test_issues_are_chosen_in_a_form_without_a_handler():
    """The one after the issue that is chosen."""
    choices = '<option value="46" selected>2026年第46期</option><option value="45">2026年第45期</option>'
    form = (
        f'<form action="/zk/"><select name="qs">{choices}</select><input type="submit" value="查看"></form>'
    )
    assert shown(f"{form}<ul>{rows(1, 2)}</ul>", "/zk/").next == f"{SITE}/zk/?qs=45"


# --- menus and frames


def test_a_menu_that_a_linked_script_draws_is_asked_for_and_read():
    """Where the front page names no column itself."""
    front = shown(f'<script src="/js/menu.js"></script><ul>{rows(1, 2, 3)}</ul>')
    assert [ask.url for ask in front.follow] == [f"{SITE}/js/menu.js"]
    drawn = "".join(
        f"document.write('<td><a href=\"/list.asp?c={n}\">{name}</a></td>');"
        for n, name in ((3, "工作动态"), (4, "行业新闻"))
    )
    menu = answer(drawn, "/js/menu.js", JS, Request(f"{SITE}/js/menu.js", drawn=f"{SITE}/"))
    assert menu.sections == (f"{SITE}/list.asp?c=3", f"{SITE}/list.asp?c=4")


@pytest.mark.parametrize(
    ("script", "name"),
    [
        ("/js/head.js", "往期新闻"),
        ("/inc/nav.js", "旧闻"),
        ("/js/left.js", "2025年新闻"),
        ("/dh.js", "新闻归档"),
    ],
)
@pytest.mark.parametrize("written", [True, False])
def test_the_menu_that_a_script_draws_tells_where_a_list_keeps_its_older_rows(script, name, written):
    """Of a list whose page leads nowhere itself; the other columns of the menu are none of it."""
    listed = '<script src="js/newslist.js"></script>' if written else rows(1, 2, 3, 4)
    found = shown(f'<script src="{script}"></script><ul>{listed}</ul>', "/xw/xw.htm")
    asked = {ask.url.removeprefix(SITE): ask for ask in found.follow}
    assert list(asked) == (["/xw/js/newslist.js", script] if written else [script])
    links = (
        ("/xw/xw.htm", "新闻"),
        ("/xw/old.htm", name),
        ("/zc/zc.htm", "政策法规"),
        ("/jj.htm", "中心简介"),
    )
    drawn = "".join(f"document.write('<td><a href=\"{to}\">{called}</a></td>');" for to, called in links)
    menu = answer(drawn, script, JS, asked[script])
    assert menu.sections == (f"{SITE}/xw/old.htm",)
    assert not (menu.links or menu.next or menu.follow)


def test_a_list_that_has_a_menu_itself_asks_no_script_for_one():
    """A script that is called as one that draws a menu is fetched for no list that names its columns."""
    menu = "".join(f'<a href="/c{n}/">栏目{n}资讯</a>' for n in range(6))
    found = shown(f'<script src="/js/head.js"></script>{menu}<ul>{rows(1, 2, 3, 4)}</ul>', "/xw/xw.htm")
    assert not found.follow


@pytest.mark.parametrize(
    "pager",
    ['<a href="l_2.htm">下一页</a>', '<p>1 <a href="l_2.htm">2</a> <a href="l_3.htm">3</a></p>', '<i><a href="l_2.htm">更早的新闻</a></i>'],
)  # fmt: skip
def test_a_pager_that_a_script_writes_beside_the_rows_turns_the_list(pager):
    """In the page or in a linked script."""
    pieces = [*rows(1, 2, 3, 4).replace("</li>", "</li>\n").splitlines(), pager]
    written = "\n".join(f"document.write('{piece}');" for piece in pieces)
    assert shown(f"<ul><script>{written}</script></ul>", "/xw/l.htm").next == f"{SITE}/xw/l_2.htm"
    ask = Request(f"{SITE}/xw/js/newslist.js", drawn=f"{SITE}/xw/l.htm")
    assert answer(written, "/xw/js/newslist.js", JS, ask).next == f"{SITE}/xw/l_2.htm"


def test_the_tree_of_a_frame_names_columns_and_no_articles():
    """An address among its words is no title."""
    nodes = "".join(
        f"d.add({n},1,'{name}','list.jsp?cid={n}','','main');"
        for n, name in ((3, "通知公告"), (4, "工作动态"), (5, "规划计划"))
    )
    found = shown(f"<script>d = new dTree('d');{nodes}document.write(d);</script>", "/gk/left.html")
    assert found.links == ()
    assert found.sections == tuple(f"{SITE}/gk/list.jsp?cid={n}" for n in (3, 4, 5))


@pytest.mark.parametrize(
    ("function", "call"),
    [
        ("function go(c){document.mf.colId.value=c;document.mf.submit();}", "go('3')"),
        ("function go(c){$('#col').val(c);$('#mf').submit();}", "go(3)"),
    ],
)
def test_a_menu_that_sends_a_form_leads_to_columns(function, call):
    """By the form's own method: some give the front page to whoever asks for a column by its address."""
    fields = '<input type="hidden" id="col" name="colId"><input type="hidden" name="pageNo" value="1">'
    menu = f'<a href="javascript:{call}">行业新闻</a><script>{function}</script><ul>{rows(1, 2, 3)}</ul>'
    posted = shown(f'<form id="mf" name="mf" method="post" action="/list.jsp">{fields}</form>{menu}')
    assert [(ask.url, ask.data) for ask in posted.follow] == [
        (f"{SITE}/list.jsp", {"colId": "3", "pageNo": "1"})
    ]
    sent = shown(f'<form id="mf" name="mf" action="/list.jsp">{fields}</form>{menu}')
    assert sent.sections == (f"{SITE}/list.jsp?colId=3&pageNo=1",)


@pytest.mark.parametrize(
    "script",
    [
        "document.getElementById('f').src='/inc/list.php?id='+arg('id')+'&p=1';function arg(n){return location.search.match(n)[1];}",
        "$('#f').attr('src', '/inc/list.php?id=3&p=1');",
    ],
)
def test_a_frame_shows_what_a_script_sets(script):
    """And not the page itself, where it has no address of its own."""
    found = shown(f'<iframe id="f" name="f"></iframe><script>{script}</script>', "/col.php?id=3")
    assert [ask.url for ask in found.follow] == [f"{SITE}/inc/list.php?id=3&p=1"]


def test_marks_that_a_script_goes_to_are_links():
    """Of rows, of the way to more of them, of the next page."""
    row = '<div class="row" data-href="/s/{0}.html"><h4>第{0}届纺织服装产业发展大会在杭州召开</h4></div>'
    script = "<script>$('[data-href]').click(function(){location.href=$(this).data('href');});</script>"
    body = "".join(map(row.format, (1, 2, 3))) + '<div data-href="/s?page=2">下一页</div>' + script
    found = shown(body, "/s")
    assert (len(found.links), found.next) == (3, f"{SITE}/s?page=2")


# --- what scripts ask for


@pytest.mark.parametrize(
    ("markup", "script", "sent"),
    [
        ('<div id="more" data-cid="3"></div>', "$('#more').click(function(){var o=$(this);$.post('/more',{page:page+1,cid:o.data('cid')});});", {"page": "2", "cid": "3"}),
        ('<i class="row" data-id="7"></i><i class="row" data-id="5"></i>', "$.get('/more?last_id='+$('.row:last').data('id'));", "/more?last_id=5"),
        ('<i class="row" data-id="7"></i><i class="row" data-id="5"></i>', "var l=$('.row').last();$.get('/more?last_id='+l.data('id'));", "/more?last_id=5"),
        ('<b id="end" data-cursor="abc"></b>', "const e=document.getElementById('end');fetch(`/feed?cursor=${e.dataset.cursor}`);", "/feed?cursor=abc"),
    ],
)  # fmt: skip
def test_more_rows_are_asked_for_by_marks_of_elements(markup, script, sent):
    """Of the element that was pressed, of the last row, of what stands at the end."""
    found = shown(
        f"<ul>{rows(1, 2, 3)}</ul>{markup}<button>加载更多</button><script>{script}</script>", "/c/3"
    )
    assert found.sent is not None
    assert (
        (dict(found.sent.data) == sent)
        if isinstance(sent, dict)
        else (found.sent.url.removeprefix(SITE) == sent)
    )


@pytest.mark.parametrize(
    "button",
    [
        '<button type="button">看更多</button>',
        '<a href="#">点我载入更多消息 <i class="down"></i></a>',
        "<div><svg></svg> 检视更多新闻</div>",
        "<span>更多文章 ▼</span>",
        '<input type="button" value="Show more news">',
    ],
)
def test_a_button_that_loads_more_is_told_by_whatever_words(button):
    """And a sign beside them, as 看更多 and 載入更多 on the sites of Taiwan."""
    script = "var n=3;$('#b').click(function(){$.get('/dt/part',{skip:n,take:3},function(h){});});"
    found = shown(f"<ul>{rows(1, 2, 3)}</ul>{button}<script>{script}</script>", "/dt")
    assert found.sent is not None
    assert found.sent.url == f"{SITE}/dt/part?skip=3&take=3"


def test_a_piece_asked_for_from_a_row_on_goes_on_by_the_rows_that_came():
    """Where its size is asked for by no known name."""
    assert answer(rows(9, 8, 7), "/dt/part?skip=3&howmany=3").next == f"{SITE}/dt/part?skip=6&howmany=3"


def test_a_piece_of_a_list_goes_on_after_its_last_row():
    """By the mark of that row; an answer in data by its field, unless it says that it ends."""
    assert answer(rows(9, 7), "/c/more?last_id=12").next == f"{SITE}/c/more?last_id=7"
    for flag, following in (("1", f"{SITE}/more?begin_id=7"), ("0", None)):
        told = json.dumps({"list": entries(9, 7), "continue_flag": flag})
        assert answer(told, "/more?begin_id=12", JSON).next == following


@pytest.mark.parametrize(
    ("told", "following"),
    [
        ({"current_page": 1, "last_page": 4}, f"{SITE}/api/index?page=2"),
        ({"pageNo": 2, "pages": 4}, f"{SITE}/api/index?pageNo=3"),
        ({"current_page": 4, "last_page": 4}, None),
    ],
)
def test_an_answer_that_counts_its_pages_is_asked_for_the_next(told, following):
    """Though nothing was asked by number."""
    assert answer(json.dumps({"data": entries(1, 2, 3), **told}), "/api/index", JSON).next == following


def test_what_is_posted_counts_on_in_the_kind_it_has():
    """A number stays one."""
    ask = Request(f"{SITE}/api", "POST", json.dumps({"current": 1}))
    found = answer(json.dumps({"records": entries(1, 2, 3), "current": 1, "pages": 2}), "/api", JSON, ask=ask)
    following = next_asked(ask, found)
    assert following is not None
    assert json.loads(str(following.data)) == {"current": 2}


@pytest.mark.parametrize(
    ("sent", "told", "following"),
    [
        ({"curPage": "1", "col": "17"}, {"pager": {"pageNo": 1, "pageCount": 3}}, {"curPage": "2", "col": "17"}),
        ('{"current": 1, "size": 6}', {"pageNum": 1, "pages": 2}, {"current": 2, "size": 6}),
        ('{"q": {"col": 17}, "page": {"index": 0, "pageIndex": 1}}', {"current_page": 1, "last_page": 2}, {"q": {"col": 17}, "page": {"index": 0, "pageIndex": 2}}),
        ({"offset": "0", "limit": "3"}, {"pageNo": 1, "totalPage": 2}, {"offset": "3", "limit": "3"}),
        ({"page": "1", "token": ""}, {"nextToken": "k2"}, {"page": "1", "token": "k2"}),
        ({"col": "17"}, {"pageNo": 1, "totalPage": 2}, {"col": "17", "pageNo": "2"}),
    ],
)  # fmt: skip
def test_what_is_posted_counts_on_by_the_name_that_it_is_sent_under(sent, told, following):
    """Whatever the answer calls its pages; by the answer's name where none is sent, or where one is that takes it."""
    ask = Request(f"{SITE}/rows", "POST", sent)
    found = answer(json.dumps({"data": {"results": entries(1, 2, 3), **told}}), "/rows", JSON, ask=ask)
    asked = next_asked(ask, found)
    assert asked is not None
    assert (json.loads(asked.data) if isinstance(asked.data, str) else asked.data) == following


@pytest.mark.parametrize(
    ("script", "asked"),
    [
        ("$.getJSON('/rows?page=1&callback=?', show);", "/rows?page=1&callback=callback"),
        ("$.ajax({url:'/rows',dataType:'jsonp',jsonp:'cb',data:{page:1}});", "/rows?cb=callback&page=1"),
        ("new Ext.data.JsonStore({url:'/rows.do?cat=3'});new Ext.PagingToolbar({pageSize:10});", "/rows.do?cat=3&start=0&limit=10"),
        ("var cid=arg('cid');$.getJSON('/rows/list_'+cid+'_'+p+'.json', show);", "/rows/list_3_1.json"),
    ],
)  # fmt: skip
def test_a_page_without_rows_asks_for_them_as_its_libraries_do(script, asked):
    """With the function to be called, the first of a store's rows, what its own address tells."""
    found = shown(f'<div id="box"></div><script>{script}</script>', "/list.html?cid=3")
    assert [ask.url for ask in found.follow] == [SITE + asked]


@pytest.mark.parametrize(
    ("script", "first", "second"),
    [
        ("var L={col:4,n:1};function to(n){L.n=n;$.ajax({url:'/gd/list_'+L.col+'_'+n+'.js',dataType:'jsonp',jsonp:false,jsonpCallback:'drawn'});}to(1);", "/gd/list_4_1.js", "/gd/list_4_2.js"),
        ("function to(k){$.ajax({url:`/gd/2026-${k}.js`,dataType:'jsonp',jsonp:!1,jsonpCallback:'drawn',cache:!0})}to(1)", "/gd/2026-1.js", "/gd/2026-2.js"),
        ("var dir='/gd/hy';function to(p){jQuery.getScript(dir+'-'+p+'.js',function(){draw(window.told)})}to(1);", "/gd/hy-1.js", "/gd/hy-2.js"),
        ("function to(page){var s=document.createElement('script');s.src='/gd/rows_'+page+'.js';document.body.appendChild(s);}to(1);", "/gd/rows_1.js", "/gd/rows_2.js"),
    ],
)  # fmt: skip
def test_rows_that_a_linked_script_has_called_back_stand_in_numbered_scripts(script, first, second):
    """They are read as its answers, with no function named to a file that names it itself, and not as other scripts of the
    program: neither what the script imports nor what counts its readers."""
    others = "var c=document.createElement('script');c.src='/st/seen.js';document.body.appendChild(c);"
    ask = Request(f"{SITE}/js/gd.js", drawn=f"{SITE}/gd/")
    (rows_asked,) = answer(f'import "./draw-1.js";{script}{others}', "/js/gd.js", JS, ask).follow
    assert rows_asked.url == SITE + first
    told = json.dumps({"pagecount": 2, "list": entries(1, 2, 3)}, ensure_ascii=False)
    found = answer(f"drawn({told})", first, JS, rows_asked)
    assert len(found.links) == 3
    assert found.next == SITE + second


def test_the_function_that_a_call_names_is_asked_to_be_called():
    """As jQuery does where the call says jsonpCallback."""
    script = "$.ajax({url:'/rows?page=1',dataType:'jsonp',jsonpCallback:'draw'});"
    found = shown(f'<div id="box"></div><script>{script}</script>', "/list.html")
    assert [ask.url for ask in found.follow] == [f"{SITE}/rows?page=1&callback=draw"]


FILES = [
    ("function show(n){var to = n == 0 ? './zc.json' : './zc_' + n + '.json';$.getJSON(to, draw);}show(0);", "zc.json", "zc_1.json"),
    ("function show(n){var to = './zc' + (n ? '_' + n : '') + '.json';$.get(to, draw);}show(0);", "zc.json", "zc_1.json"),
    ("var p=1;fetch(p > 1 ? `/n/zc_${p}.json` : '/n/zc.json').then(draw);", "zc.json", "zc_2.json"),
    ("var p=1,col='zc';$.ajax({url: p === 1 ? col + '.json' : col + '-' + p + '.json', success: draw});", "zc.json", "zc-2.json"),
    ("var k=0;$.ajax({url:k!=0?'zc_'+k+'.json':'zc.json',success:draw});", "zc.json", "zc_1.json"),
]  # fmt: skip


@pytest.mark.parametrize(("script", "first", "second"), FILES)
def test_files_that_a_script_numbers_by_the_page_are_read_to_the_last(script, first, second):
    """The first has no number; what numbers the pages in markup is no call."""
    links = 'for(var i=0;i<pageCount;i++){s+="<a href=\'javascript:show("+i+")\'>"+(i+1)+"</a>";}'
    (ask,) = shown(f"<script>var pageCount = 3;{script}{links}</script>", "/n/").follow
    assert ask.url == f"{SITE}/n/{first}"
    asked = []
    following: Request | None = ask
    while following is not None:
        asked.append(following.url)
        found = answer(json.dumps({"data": entries(1, 2, 3)}), "/n/", JSON, ask=following)
        following = next_asked(following, found)
    third = second.replace("2", "3").replace("1", "2")
    assert asked == [f"{SITE}/n/{name}" for name in (first, second, third)]


def test_files_that_nothing_counts_are_read_until_one_has_no_rows():
    """Where neither the script nor an answer tells how many there are."""
    (ask,) = shown(f"<script>{FILES[0][0]}</script>", "/n/").follow
    found = answer(json.dumps({"data": entries(1, 2, 3)}), "/n/zc.json", JSON, ask=ask)
    second = next_asked(ask, found)
    assert second is not None
    assert second.url == f"{SITE}/n/zc_1.json"
    assert next_asked(second, answer(json.dumps({"data": []}), "/n/zc_1.json", JSON, ask=second)) is None


def test_files_numbered_by_the_page_are_read_beside_a_hot_list():
    """Which stands in the page itself."""
    found = shown(f"<ul>{rows(7, 8)}</ul><script>{FILES[0][0]}</script>", "/n/")
    assert [ask.url for ask in found.follow] == [f"{SITE}/n/zc.json"]


def test_a_page_that_a_script_goes_to_holds_no_rows_for_another():
    """location.href = k == 0 ? 'index.html' : .. turns the page."""
    script = "function go(k){var to = k == 0 ? 'index.html' : 'index_' + k + '.html';location.href = to;}$.getJSON('/hits?id=3');"
    assert shown(f"<ul>{rows(7, 8)}</ul><script>{script}</script>", "/n/").follow == ()


@pytest.mark.parametrize(
    "text", ["callback({})", "/**/ typeof cb === 'function' && cb({});", "jQuery1_2({});"]
)
def test_an_answer_that_calls_a_function_is_data(text):
    """However its server guards the call."""
    written = text.replace("{}", json.dumps({"rows": entries(1, 2, 3)}))
    assert len(answer(written, "/rows?page=1", JS).links) == 3


def test_a_body_put_together_as_a_text_is_read():
    """data: "{typeId:3,pageIndex:" + i + "}", and a day with strokes is no address."""
    call = """$.ajax({type:"POST",url:"News.aspx/GetList",data:"{typeId:3,pageIndex:" + i + "}",contentType:"application/json"});var i = 1;"""
    link = """h += "<a href='Info.aspx?id=" + l[k].Id + "'>";"""
    (ask,) = shown(f"<ul id=u></ul><script>{call}{link}</script>", "/News.aspx").follow
    assert json.loads(str(ask.data)) == {"typeId": 3, "pageIndex": 1}
    told = [{"Id": e["id"], "Title": e["title"], "AddTime": "2026/11/27"} for e in entries(7, 8, 9)]
    found = answer(json.dumps({"d": json.dumps(told)}), "/News.aspx/GetList", JSON, ask)
    assert [link.url for link in found.links] == [f"{SITE}/Info.aspx?id={n}" for n in (7, 8, 9)]


def test_a_program_packed_by_webpack_asks_by_its_imports():
    """Object(r["a"])("/api/list"), with the fields that the program keeps."""
    program = 'function list(e){return Object(r["a"])("/api/articles",{method:"POST",data:e})}list({channel:t,current:1,pageSize:10});p=[{path:"/news/detail/:id"}];'
    (ask,) = answer(program, "/app.js", JS, Request(f"{SITE}/app.js", drawn=f"{SITE}/")).follow
    assert (ask.url, json.loads(str(ask.data))) == (f"{SITE}/api/articles", {"current": 1, "pageSize": 10})


def test_an_angular_program_shows_entries_behind_a_hashbang():
    """$routeProvider.when('/news/:id')."""
    program = "a.config(function($routeProvider){$routeProvider.when('/news/:id',{});});$http.get('/api/news',{params:{page:$scope.page,size:10}});"
    (ask,) = answer(program, "/app.js", JS, Request(f"{SITE}/app.js", drawn=f"{SITE}/")).follow
    found = answer(
        json.dumps([{k: e[k] for k in ("id", "title")} for e in entries(1, 2, 3)]), "/api/news", JSON, ask
    )
    assert [link.url for link in found.links] == [f"{SITE}/#!/news/{n}" for n in (1, 2, 3)]


def test_tabs_are_loaded_by_a_variable_that_is_not_declared():
    """cid = $(this).data('cid'), as old scripts write it."""
    tabs = '<li data-cid="3">要闻</li><li data-cid="4">企业</li>'
    script = "var cid=3,p=1;$('.t li').click(function(){cid=$(this).data('cid');p=1;$.post('/tab',{cid:cid,p:p});});"
    found = shown(f"<ul class=t>{tabs}</ul><ul>{rows(1, 2, 3)}</ul><script>{script}</script>")
    assert [dict(ask.data) for ask in found.follow if isinstance(ask.data, dict)] == [
        {"cid": "3", "p": "1"},
        {"cid": "4", "p": "1"},
    ]


def test_blocks_in_comments_that_are_put_in_later_are_read():
    """Of an element that says so; other comments are none of the page."""
    later = f'<code class="lazy"><!-- <ul>{rows(1, 2, 3)}</ul> --></code>'
    assert len(shown(f"{later}<!-- <ul>{rows(4, 5, 6)}</ul> -->", "/c/").links) == 3


# --- what a page keeps for its program


def kept(props: object) -> str:
    return f'<html><head><title>网</title></head><body><div id="app" data-page="{html.escape(json.dumps({"props": props}, ensure_ascii=False))}"></div></body></html>'


def test_rows_columns_and_the_next_page_in_a_pages_data_are_found():
    """The entries of its menu are a list of their own."""
    menu = [{"name": name, "href": f"/c/{n}"} for n, name in ((1, "行业"), (2, "新闻"))]
    props = {
        "menu": menu,
        "news": {"data": entries(1, 2, 3, 4), "next_page_url": "http://www.example.org/c/1?page=2"},
    }
    found = answer(kept(props), "/c/1")
    assert (len(found.links), found.next) == (4, f"{SITE}/c/1?page=2")
    assert f"{SITE}/c/2" in answer(kept(props | {"news": entries(1, 2, 3, 4)})).sections


def test_an_article_in_a_pages_data_is_read():
    """Where the page has no words; it must be called as the list or the page calls it."""
    title = "第1届纺织服装产业发展大会在杭州召开"
    body = "".join(
        f"<p>大会由协会主办，{n}家企业参加，会期两天，交流了行业智能化改造的经验。</p>" for n in range(20, 26)
    )
    told = {"title": title, "published_at": "2026-11-02 09:00:00", "content": body}
    url = f"{SITE}/a/1"
    page = Page(url, url, 200, {"content-type": "text/html"}, kept({"article": told}).encode(), NOW)
    article = read([page], Source("x", SITE), Link(url, title)).article
    assert (article.title, article.published) == (title, "2026-11-02T09:00:00+08:00")
    assert "智能化改造" in article.text


def test_a_function_that_loads_rows_is_read_for_each_of_its_calls():
    """load(3, 1); load(4, 1); what it is given is put into what it asks."""
    script = "function load(t,p){$.get('/rows.asp',{t:t,p:p},function(h){$('#d'+t).html(h);});}load(3,1);load(4,1);"
    found = shown(f'<div id="d3"></div><div id="d4"></div><script>{script}</script>', "/all.asp")
    assert [ask.url for ask in found.follow] == [f"{SITE}/rows.asp?t=3&p=1", f"{SITE}/rows.asp?t=4&p=1"]


def test_what_is_posted_may_name_the_row_before():
    """The answer's last row is named in the next."""
    ask = Request(f"{SITE}/next", "POST", {"type": "3", "minId": "12"})
    found = answer(json.dumps({"list": entries(9, 8, 7), "end": False}), "/next", JSON, ask)
    following = next_asked(ask, found)
    assert following is not None
    assert following.data == {"type": "3", "minId": "7"}


def test_cells_of_a_table_may_be_a_menu():
    """<td onclick="open(5)">, without a link."""
    menu = "<script>function col(n){window.location='/col.jsp?n='+n;}</script><table><tr><td onclick=\"col(5)\">行业新闻</td></tr></table>"
    assert shown(f"{menu}<ul>{rows(1, 2, 3)}</ul>").sections == (f"{SITE}/col.jsp?n=5",)


def test_columns_under_addresses_like_those_of_articles_are_none():
    """Though the data of the page names both: /d/7 and /ch/7."""
    menu = [{"name": name, "url": f"/ch/{n}"} for n, name in enumerate(["热点", "产业", "通知"], 3)]
    state = {"menu": menu, "list": [e | {"url": f"/d/{e['id']}"} for e in entries(1, 2, 3, 4)]}
    found = answer(
        f"<html><body><script>window.__INITIAL_STATE__={json.dumps(state)};</script></body></html>"
    )
    assert [link.url for link in found.links] == [f"{SITE}/d/{n}" for n in (1, 2, 3, 4)]
    assert f"{SITE}/ch/5" in found.sections


# --- entries known by names and keys of their own

KEYS = {
    "hex": ("/insights/{}", "key", ("e91d462a", "0390bda8", "49df33a4", "602e6d46")),
    "titles": ("/stories/{}/", "slug", ("wool-goes-up", "linen-comes-back", "mills-reopen", "cotton-waits")),
    "objects": ("/read.html?id={}", "_id", tuple(f"64fa1c{n}be07a9d2c31b55e4{n}" for n in range(10, 14))),
    "named": ("/n/{}.html", "docCode", ("ZX2611A", "ZX2611B", "TZ2610C", "TZ2609D")),
}


@pytest.mark.parametrize(
    ("kind", "told"), [*((kind, True) for kind in KEYS), ("titles", False), ("objects", False)]
)
def test_rows_are_opened_by_what_the_addresses_shown_differ_in(kind, told):
    """The page's data says what that is called in the rows that its script loads; else its form does."""
    address, field, keys = KEYS[kind]
    titles = [f"第{n}届纺织服装产业发展大会在杭州召开" for n in range(4)]
    links = [
        f'<li><a href="{address.format(key)}">{title}</a></li>'
        for key, title in zip(keys, titles, strict=True)
    ]
    data = [
        {"no": n, field: key, "title": title} for n, (key, title) in enumerate(zip(keys, titles, strict=True))
    ]
    state = (
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"posts": data[:3]})}</script>'
        * told
    )
    away = '<li><a href="http://mp.weixin.qq.com/s/x1">全省纺织行业工作会议昨天在宁波召开</a></li>'
    more = '<button>加载更多</button><script src="/js/app.js"></script>'
    ask = shown(f"<ul>{''.join(links[:3])}{away}</ul>{more}{state}", "/list/").follow[0]
    call = 'async function more(c){let r=await fetch("/api/posts?cursor="+c+"&limit=5");return r.json()}'
    (asked,) = answer(call, "/js/app.js", JS, ask).follow
    found = answer(json.dumps({"posts": data, "nextCursor": "x"}), "/api/posts?cursor=", JSON, asked)
    assert [link.url for link in found.links] == [SITE + address.format(key) for key in keys]
    assert found.next == f"{SITE}/api/posts?cursor=x"


# --- lists under their names, and what they no longer show

WRITERS = {
    "files": ('<script src="/js/{}_new_list.js"></script>', 0),
    "asp": ('<script language="javascript" src="/inc/js.asp?n={}"></script>', 0),
    "inline": (
        "<script>document.write('<li><a href=\"/a/{0}1.html\">{0}镇举办纺织服装产业发展大会</a></li>')</script>",
        2,
    ),
    "frames": ('<iframe src="/inc/newslist_{}.html"></iframe>', 0),
    "places": ('<ul id="x{0}"></ul><script>$("#x{0}").load("/inc/{0}.html");</script>', 0),
}
HEADS = {
    "name": '<div class="hd"><a href="/w/{0}/Index.html">{1}</a></div>',
    "more": '<h3>{1}</h3><span><a href="/w/{0}/Index.html">更多&gt;&gt;</a></span>',
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize(("writer", "links"), WRITERS.values(), ids=WRITERS)
def test_names_over_what_scripts_write_lead_to_its_lists(head, writer, links):
    """On a page that is not the site's front: but not what a menu names, nor a list of offers."""
    blocks = "".join(
        f"<div>{head.format(column, name)}{writer.format(column)}</div>"
        for column, name in (("silk", "丝绸要闻"), ("price", "茧丝风向"), ("sell", "供求信息"))
    )
    menu = '<p><a href="/w/soft/Index.html">下载中心</a></p><script src="/js/nav.js"></script>'
    foot = '<p><a href="/w/law/Index.html">版权申明</a></p><script src="/hits.asp"></script>'
    found = shown(f"{menu}{blocks}{foot}", "/w/Index.html")
    assert len(found.links) >= links
    assert list(found.sections) == [f"{SITE}/w/{c}/Index.html" for c in ("silk", "price")]


BLOCKS = {
    "table": '<table><tr><td>{1}</td></tr><tr><td>{2}</td></tr><tr><td align=right><a href="/w/{0}/Index.html">更多...</a></td></tr></table>',
    "box": '<div class="box"><h3>{1}</h3>{2}<p class="m"><a href="/w/{0}/Index.html">More&gt;&gt;</a></p></div>',
    "list": '<dl><dt>{1}</dt><dd>{2}</dd><dd><a href="/w/{0}/Index.html">[查看全部]</a></dd></dl>',
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
@pytest.mark.parametrize("writer", [writer for writer, _ in WRITERS.values()], ids=WRITERS)
def test_more_behind_what_scripts_write_leads_to_its_list(block, writer):
    """On a front page: but not what stands in no block with it, nor under the name of offers."""
    columns = (("silk", "最近文章"), ("sell", "供求信息"))
    blocks = "".join(block.format(key, name, writer.format(key)) for key, name in columns)
    foot = '<script src="/js/foot_list.js"></script></div><div><a href="/w/all/Index.html">更多</a>'
    found = shown(f"{blocks}<div>{foot}</div>")
    assert list(found.sections) == [f"{SITE}/w/silk/Index.html"]


@pytest.mark.parametrize(
    "words",
    ["更早的要闻", "较早的工作简报", "查看以前的通知", "早前的报道", "Earlier news", "早期的行业动态"],
)
def test_what_says_that_it_is_earlier_turns_a_list(words):
    """Whatever the list calls its entries."""
    found = shown(f'<ul>{rows(1, 2, 3)}</ul><a href="old.htm">{words}</a>', "/news/index.htm")
    assert found.next == f"{SITE}/news/old.htm"


@pytest.mark.parametrize("words", ["往期新闻", "历史简报", "旧闻", "新闻归档", "2024年度要闻", "往年通知"])
def test_a_list_leads_to_what_it_no_longer_shows(words):
    """Where it turns no pages itself; fairs of former years are none of its entries."""
    links = f'<a href="/news/past.htm">{words}</a> <a href="/fair/past.htm">往届回顾</a> <a href="/fair/">展会往期回顾</a>'
    body = f"<ul>{rows(1, 2, 3)}</ul>{links}"
    assert shown(body, "/news/list.htm").next == f"{SITE}/news/past.htm"
    assert (
        shown(f'{body}<a href="/news/list_2.htm">下一页</a>', "/news/list.htm").next
        == f"{SITE}/news/list_2.htm"
    )


def test_years_that_a_list_names_are_all_read():
    """Each need not name the one before; in a row with the entries they are none of them."""
    years = "".join(f'<li><a href="/news/{year}.htm">{year}年新闻</a></li>' for year in (2025, 2024, 2023))
    found = shown(f"<ul>{rows(1, 2, 3)}{years}</ul>", "/news/list.htm")
    assert len(found.links) == 3
    assert found.sections == tuple(f"{SITE}/news/{year}.htm" for year in (2025, 2024, 2023))


# --- buttons that lead nowhere


BUTTONS = (
    "<button>下一页</button>",
    '<li class="x">下一页</li>',
    '<a class="t">加载更多</a>',
    "<div>点击加载更多</div>",
)


@pytest.mark.parametrize("button", BUTTONS)
@pytest.mark.parametrize(
    ("query", "counts", "following"),
    [
        ({"page": "1"}, {"page": 1, "pageCount": 3}, "/c/1?page=2"),
        ({"p": "1"}, {"currentPage": 1, "total": 13, "pageSize": 4}, "/c/1?p=2"),
        ({}, {"paging": {"pageNo": 1, "totalPages": 2}}, "/c/1?pageNo=2"),
        ({}, {"page": 3, "pageCount": 3}, None),
        ({}, {"page": 4, "total": 13, "perPage": 4}, None),
    ],
)
def test_a_list_whose_button_leads_nowhere_goes_on_as_its_data_counts(button, query, counts, following):
    """Linked rows and all; by the name that the query of the page has."""
    told = {"props": {"pageProps": {"list": [], **counts}}, "page": "/c/[id]", "query": {"id": "1", **query}}
    data = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(told)}</script>'
    found = shown(f"<ul>{rows(1, 2, 3)}</ul>{button}{data}", "/c/1")
    assert found.next == (following and SITE + following)
    assert shown(f"<ul>{rows(1, 2, 3)}</ul>{data}", "/c/1").next is None


# --- what a button carries


@pytest.mark.parametrize(
    ("button", "script"),
    [
        ('<a id="zai" href="javascript:;" data-last="31">加载更多</a>', "$('#zai').on('click',function(){var me=$(this);$.get('/xu?last_id='+me.attr('data-last'),draw,'json');});"),
        ('<a id="zai" href="#" data-last="31"><i class="ico"></i>加载更多</a>', "$('#zai').click(function(){$.get('/xu?last_id='+$('#zai').data('last'),draw);});"),
        ('<a class="zai" href="#" data-url="/xu" data-last="31">更多</a>', "$(document).on('click','.zai',function(){var t=$(this);$.ajax({url:t.data('url'),data:{last_id:t.data('last')},success:draw});});"),
        ('<button id="zai" data-last="31">加载更多</button>', "document.getElementById('zai').addEventListener('click',function(){fetch('/xu?last_id='+this.dataset.last).then(draw)});"),
        ('<span class="js-zai" data-last="31">查看更多</span>', "var b=document.querySelector('.js-zai');b.onclick=function(){fetch('/xu?last_id='+this.getAttribute('data-last')).then(draw)};"),
    ],
)  # fmt: skip
def test_a_button_carries_the_place_where_its_list_goes_on(button, script):
    """For a script in the page, or linked by it; the answer, markup in JSON, tells the next place, or that there is none."""
    written = shown(f"<ul>{rows(33, 32, 31)}</ul>{button}<script>{script}</script>")
    assert written.sent is not None
    page = shown(f'<ul>{rows(33, 32, 31)}</ul>{button}<script src="/js/zai.js"></script>')
    linked = next(ask for ask in page.follow if ask.url == f"{SITE}/js/zai.js")
    (ask,) = answer(script, "/js/zai.js", JS, linked).follow
    assert (ask.url, written.sent.url) == (f"{SITE}/xu?last_id=31", f"{SITE}/xu?last_id=31")
    told = {"html": rows(30, 29), "last_id": 29, "has_more": True}
    assert answer(json.dumps(told), "/xu?last_id=31", JSON, ask).next == f"{SITE}/xu?last_id=29"
    assert answer(json.dumps(told | {"has_more": False}), "/xu?last_id=31", JSON, ask).next is None


# --- lists in XML


@pytest.mark.parametrize(
    ("own", "beside", "following"),
    [
        ("l1.xml", "<next>l2.xml</next>", "l2.xml"),
        ("l.xml", '<next href="l_2.xml">下一页</next><prev/>', "l_2.xml"),
        ("l_2.xml", "<pager><xiaye>l_3.xml</xiaye><shangye>l_1.xml</shangye></pager>", "l_3.xml"),
        ("l_2.xml", '<pager><link to="l_3.xml"/></pager>', "l_3.xml"),
        ("l.asp?p=1", '<fenye><nextPage url="l.asp?p=2"/></fenye>', "l.asp?p=2"),
        ("l_3.xml", "<pager><shangye>l_2.xml</shangye><last>l_3.xml</last></pager>", None),
    ],
)
@pytest.mark.parametrize(
    "row", ["<r><t>{t}</t><u>wen/{n}.html</u></r>", '<r t="{t}" u="wen/{n}.html" d="2026-11-02"/>']
)
def test_a_list_in_xml_names_its_next_file_beside_its_rows(own, beside, following, row):
    """By whatever its style sheet calls that; its rows start from it."""
    titles = (f"第{n}届纺织服装产业发展大会在杭州召开" for n in (1, 2, 3))
    listed = "".join(row.format(t=title, n=n) for n, title in enumerate(titles, 1))
    text = f'<?xml version="1.0"?>\n<?xml-stylesheet type="text/xsl" href="l.xsl"?>\n<liebiao>{listed}{beside}</liebiao>'
    found = answer(text, f"/xml/{own}", "text/xml")
    assert [link.url for link in found.links] == [f"{SITE}/xml/wen/{n}.html" for n in (1, 2, 3)]
    assert found.next == (following and f"{SITE}/xml/{following}")


@pytest.mark.parametrize(
    "call",
    [
        "var ci=1;$('#zai').click(function(){$.post('/duo.php',{times:ci,'lm':6},function(h){$('#l').append(h);ci++;})});",
        "var me={nth:1};$('#zai').click(function(){$.ajax({url:'/duo.php',type:'post',data:{'times':me.nth,lm:'6'},success:function(h){me.nth+=1;draw(h)}})});",
        "let k=1;zai.onclick=async()=>{const r=await fetch(`/duo.php?times=${k}&lm=6`);draw(await r.text());k++};",
        "var k=1;zai.onclick=function(){$.get('/duo.php?lm=6&times='+k,function(h){k=k+1;draw(h)})};",
        "var k=1;zai.onclick=function(){axios.post('/duo.php',{times:k,lm:6}).then(function(r){draw(r.data);k++})};",
    ],
)  # fmt: skip
def test_a_list_goes_on_by_whatever_field_its_script_counts_up(call):
    """Asked as the script asks first; in the page, or in a script that it links; a number in the button is no address."""
    button = '<a id="zai" href="javascript:;" data-next="1">点击加载更多</a>'
    written = shown(f"<ul>{rows(33, 32, 31)}</ul>{button}<script>{call}</script>")
    assert written.next is None
    page = shown(f'<ul>{rows(33, 32, 31)}</ul>{button}<script src="/js/zai.js"></script>')
    script = next(ask for ask in page.follow if ask.url == f"{SITE}/js/zai.js")
    (linked,) = answer(call, "/js/zai.js", JS, script).follow
    for ask in (written.sent, linked):
        assert ask is not None
        assert fields_of(ask)["times"] in ("1", 1)
        onward = next_asked(ask, answer(rows(30, 29), ask.url.removeprefix(SITE), ask=ask))
        assert onward is not None
        assert {**fields_of(onward)} == {**fields_of(ask), "times": type(fields_of(ask)["times"])(2)}
        assert next_asked(onward, answer("", onward.url.removeprefix(SITE), ask=onward)) is None
