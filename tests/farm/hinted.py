"""Sites that only hint at their lists: parts of a picture, an address in words, numbers of a tree, files without names."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import md5
from urllib.parse import quote

from aiohttp import web

from tests.farm import Answer, Handler
from tests.farm.documents import doc, docx, pdf
from tests.farm.fronts import column, fields, json_of, part, rows_of, shown, site_of
from tests.farm.sites import Kind, Story, article, by_id, page, rss, stories

_PARTS = 3
_SCRIPT = {"Content-Type": "text/javascript"}


def kinds(today: date) -> list[Kind]:
    """Return the kinds."""
    built: list[Callable[[tuple[Story, ...]], Kind]] = [
        _parts_of_a_picture,
        _pictures_in_a_row,
        _feed_in_words,
        _feed_in_a_field,
        _scrolled_by_a_linked_script,
        _watched_by_a_linked_script,
        _directory_of_an_office,
        _directory_in_a_linked_script,
        _one_column_of_a_directory,
        _files_by_their_numbers,
        _files_of_notices,
        _notices_with_a_file_only,
        _last_page_of_two_rows,
        _headings_drawn_by_style,
        _menu_drawn_by_a_script,
        _menu_to_choose_from,
        _menu_of_which_two_are_news,
        _column_without_rows,
        _sign_to_the_next_page,
        _numbers_turned_by_a_linked_script,
        _rows_opened_by_a_linked_script,
        _fields_kept_by_a_program,
        _pages_counted_on_before_asking,
        _program_for_telephones,
        _documents_in_two_forms,
    ]
    return [build(stories(1000 + 3 * n, 12, today)) for n, build in enumerate(built)]


# --- menus without words ---


def _menu(draw: Callable[[str, int], str], made: tuple[Story, ...], name: str) -> Kind:
    columns = {"/hyxx.htm": made[:6], "/hnxx.htm": made[6:]}
    shapes = "".join(draw(to, n) for n, to in enumerate([*columns, "/about.html"]))
    routes: dict[str, Answer | Handler] = {}
    for to, mine in columns.items():
        routes |= column(mine, to, to.replace(".", "2."))
    return site_of(name, made, {"/": shown(f"{shapes}{rows_of(made[:2])}"), **routes})


def _parts_of_a_picture(made: tuple[Story, ...]) -> Kind:
    """The menu is a picture; its parts lead to columns and have no words."""
    return _menu(
        lambda to, n: f'<AREA SHAPE="rect" COORDS="{n * 60},0,{n * 60 + 58},24" HREF="{to[1:]}">',
        made,
        "parts of a picture",
    )


def _pictures_in_a_row(made: tuple[Story, ...]) -> Kind:
    """The menu is a row of pictures that say nothing."""
    return _menu(
        lambda to, n: f'<a href="{to}"><img src="/images/b{n}.gif" border="0"></a>', made, "pictures in a row"
    )


def _headings_drawn_by_style(made: tuple[Story, ...]) -> Kind:
    """The headings of blocks are links without words, to which the style sheet gives pictures."""
    front, routes = "", dict[str, Answer | Handler]()
    for n, mine in enumerate((made[:6], made[6:]), 1):
        front += f'<div class="box"><h2 class="bt{n}"><a href="/class.asp?cid={n}"></a></h2>{rows_of(mine[:2])}</div>'
        routes |= column(mine, f"/class.asp?cid={n}", f"/class.asp?cid={n}&page=2")
    return site_of("headings drawn by style", made, {"/": shown(front), **routes})


def _columns(made: tuple[Story, ...], *addresses: str) -> dict[str, Answer | Handler]:
    """Columns of six articles each; those beyond have a text only."""
    routes: dict[str, Answer | Handler] = {}
    for n, to in enumerate(addresses):
        mine = made[6 * n : 6 * n + 6]
        turned = f"{to}2.html" if to.endswith("/") else f"{to}&page=2"
        routes |= column(mine, to, turned) if mine else {to: shown("<p>协会自成立以来服务行业。</p>")}
    return routes


def _menu_drawn_by_a_script(made: tuple[Story, ...]) -> Kind:
    """A tree of columns that a library draws."""
    names = {"行业资讯": "list.asp?cid=2", "会员风采录": "list.asp?cid=4", "联系我们": "about.asp?id=4"}
    adds = "".join(f"d.add({n},0,'{name}','{to}');" for n, (name, to) in enumerate(names.items(), 1))
    tree = f"<script>d = new dTree('d');d.add(0,-1,'分类');{adds}d.add(9,0,'协会动态','list.asp?cid=3');document.write(d);</script>"
    routes = _columns(made, "/list.asp?cid=2", "/list.asp?cid=3", "/list.asp?cid=4")
    return site_of("menu drawn by a script", made, {"/": shown(tree + rows_of(made[:3])), **routes})


def _menu_to_choose_from(made: tuple[Story, ...]) -> Kind:
    """The columns are choices, one of which is gone to."""
    options = '<option value="/hyxw/">行业新闻</option><option value="/tzgg/">通知公告</option><option value="/about.html">协会简介</option>'
    select = f'<select onchange="if (this.value) location.href = this.value"><option value="">栏目导航</option>{options}</select>'
    routes = _columns(made, "/hyxw/", "/tzgg/")
    return site_of("menu to choose from", made, {"/": shown(select + rows_of(made[:3])), **routes})


def _menu_of_which_two_are_news(made: tuple[Story, ...]) -> Kind:
    """The page shows nothing but a menu, in which not every column of articles is called one."""
    names = {"/hydt/": "行业动态", "/zcfg/": "政策法规", "/djyl/": "党建引领", "/rhsq/": "入会申请"}
    menu = (
        '<ul class="nav">'
        + "".join(f'<li><a href="{to}">{name}</a></li>' for to, name in names.items())
        + "</ul>"
    )
    routes = _columns((*made[:6], *made[6:]), "/hydt/", "/djyl/", "/zcfg/", "/rhsq/")
    return site_of("menu of which two are news", made, {"/": shown(menu), **routes})


def _column_without_rows(made: tuple[Story, ...]) -> Kind:
    """The menu leads to a page that only names its own columns."""
    sub = '<div class="sub"><a href="/news/jt/">集团新闻</a><a href="/news/mt/">媒体聚焦</a></div>'
    routes = _columns(made, "/news/jt/", "/news/mt/")
    return site_of(
        "column without rows",
        made,
        {"/": shown('<a href="/news/">新闻中心</a>'), "/news/": shown(sub), **routes},
    )


# --- feeds told in words ---


def _feed_in_words(made: tuple[Story, ...]) -> Kind:
    """A page of feeds that are to be copied, one of them for goods."""
    table = "<table><tr><td>要闻</td><td>http://{host}/rss/news.xml</td></tr><tr><td>供求信息</td><td>http://{host}/rss/trade.xml</td></tr></table>"

    async def told(request: web.Request) -> web.StreamResponse:
        text = page("RSS订阅", f"<h2>RSS订阅</h2>{table}".format(host=request.host))
        return web.Response(text=text, content_type="text/html", headers={"ETag": '"1"'})

    feed = Answer(rss(made), headers={"Content-Type": "text/xml"}, validators=True)
    trade = Answer(rss(()), headers={"Content-Type": "text/xml"}, validators=True)
    return site_of(
        "feed in words",
        made,
        {"/rss.html": told, "/rss/news.xml": feed, "/rss/trade.xml": trade},
        "/rss.html",
    )


def _feed_in_a_field(made: tuple[Story, ...]) -> Kind:
    """The address stands in a field, from which a button copies it."""
    field = '<p>订阅地址：<input type="text" value="/feed.xml" readonly> <button>复制</button></p>'
    feed = Answer(rss(made), headers={"Content-Type": "text/xml"}, validators=True)
    return site_of("feed in a field", made, {"/dingyue": shown(field), "/feed.xml": feed}, "/dingyue")


# --- lists that go on when they are seen ---


def _scrolled(made: tuple[Story, ...], name: str, mark: str, file: str, script: str) -> Kind:
    async def rows(request: web.Request) -> web.StreamResponse:
        return json_of({"data": fields(part(made, int(request.query.get("page", 0))))})

    inner = f'{rows_of(part(made, 1))}{mark}<script src="/js/jquery.min.js"></script><script src="{file}"></script>'
    routes: dict[str, Answer | Handler] = {
        "/dt/": shown(inner),
        file: Answer(script, headers=_SCRIPT, validators=True),
        "/api/rows": rows,
    }
    return site_of(name, made, routes, "/dt/")


def _scrolled_by_a_linked_script(made: tuple[Story, ...]) -> Kind:
    """The page says that it loads; a linked script listens to scrolling."""
    script = (
        "var page = 1; $(window).scroll(function () { if (near()) { page++; $.getJSON('/api/rows', {page: page, size: 4}, "
        "function (r) { r.data.forEach(function (v) { add('<a href=\"/newsview-' + v.id + '.html\">' + v.title + '</a>'); }); }); } });"
    )
    return _scrolled(
        made, "scrolled by a linked script", '<div class="tip">正在加载…</div>', "/js/site.js", script
    )


def _watched_by_a_linked_script(made: tuple[Story, ...]) -> Kind:
    """An empty element is watched by an observer of a linked script."""
    script = (
        "let page = 1; const io = new IntersectionObserver(async (seen) => { if (!seen[0].isIntersecting) return; page += 1; "
        "const answer = await fetch(`/api/rows?page=${page}`); const {data} = await answer.json(); "
        "list.insertAdjacentHTML('beforeend', data.map(v => `<li><a href=\"/newsview-${v.id}.html\">${v.title}</a></li>`).join('')); "
        "if (!data.length) io.disconnect(); }); io.observe(document.querySelector('#sentinel'));"
    )
    return _scrolled(
        made, "watched by a linked script", '<div id="sentinel"></div>', "/static/list.js", script
    )


# --- pagers and rows of linked scripts ---


def _sign_to_the_next_page(made: tuple[Story, ...]) -> Kind:
    """The front goes on by a sign without words; another menu shows the articles once more."""
    routes: dict[str, Answer | Handler] = {}
    for n in range(1, _PARTS + 1):
        sign = f'<nav><a href="/page/{n + 1}"><i class="icon-r"></i></a><span>{n} / {_PARTS}</span></nav>'
        routes["/" if n == 1 else f"/page/{n}"] = shown(rows_of(part(made, n)) + (sign if n < _PARTS else ""))
    return site_of("sign to the next page", made, routes)


def _numbers_turned_by_a_linked_script(made: tuple[Story, ...]) -> Kind:
    """The numbers are told by attributes, what is done with them by a linked script; the column has a number, too."""
    script = "$('.pager a').click(function () { var p = $(this).data('page'); if (p) { location.href = location.pathname + '?page=' + p; } });"
    routes: dict[str, Answer | Handler] = {"/js/site.js": Answer(script, headers=_SCRIPT, validators=True)}
    for n in range(1, _PARTS + 1):
        numbers = "".join(f'<a href="javascript:;" data-page="{m}">{m}</a>' for m in range(1, _PARTS + 1))
        onward = f'<a href="javascript:;" data-page="{n + 1}">下一页</a>' if n < _PARTS else ""
        inner = f'{rows_of(part(made, n))}<div class="pager">{numbers}{onward}</div><script src="/js/site.js"></script>'
        routes["/list/2.html" + (f"?page={n}" if n > 1 else "")] = shown(inner)
    return site_of("numbers turned by a linked script", made, routes, "/list/2.html")


def _rows_opened_by_a_linked_script(made: tuple[Story, ...]) -> Kind:
    """No row is a link: a function of a linked script opens it."""
    script = "function toDetail(id) { window.open('/newsview-' + id + '.html'); }"
    rows = "".join(
        f'<div class="row" onclick="toDetail({s.number})"><h4>{s.title}</h4><em>{s.day}</em></div>'
        for s in made
    )
    routes: dict[str, Answer | Handler] = {
        "/dt/": shown(f'{rows}<script src="/js/main.js"></script>'),
        "/js/main.js": Answer(script, headers=_SCRIPT, validators=True),
    }
    return site_of("rows opened by a linked script", made, routes, "/dt/")


def _asked(made: tuple[Story, ...], name: str, script: str) -> Kind:
    async def rows(request: web.Request) -> web.StreamResponse:
        number = int(request.query.get("page", 0)) if request.query.get("cid") == "2" else 0
        return json_of({"rows": fields(part(made, number))})

    inner = f'<ul id="rows"></ul><script src="/js/jquery.js"></script><script>{script}</script>'
    return site_of(name, made, {"/dt/": shown(inner), "/api/article": rows}, "/dt/")


def _fields_kept_by_a_program(made: tuple[Story, ...]) -> Kind:
    """What is sent is an object of the program's: params: this.query."""
    script = (
        "new Vue({el: '#rows', data: {list: [], query: {page: 1, size: 4, cid: 2}}, template: '<a :href=\"\\'/newsview-\\' + v.id + \\'.html\\'\">', "
        "methods: {load() { axios.get('/api/article', {params: this.query}).then(r => { this.list = r.data.rows; }); }, go(v) { window.open('/newsview-' + v.id + '.html'); }}});"
    )
    return _asked(made, "fields kept by a program", script)


def _pages_counted_on_before_asking(made: tuple[Story, ...]) -> Kind:
    """The number begins with nought and is counted on before each request."""
    script = (
        "var page = 0; $('#rows').dropload({loadDownFn: function (me) { page++; var out = ''; $.ajax({type: 'GET', url: '/api/article?cid=2&page=' + page, "
        "success: function (d) { for (var i = 0; i < d.rows.length; i++) { out += '<li><a href=\"/newsview-' + d.rows[i].id + '.html\">' + d.rows[i].title + '</a></li>'; } me.resetload(); }}); }});"
    )
    return _asked(made, "pages counted on before asking", script)


def _program_for_telephones(made: tuple[Story, ...]) -> Kind:
    """A program of a framework for telephones draws all: it goes to pages by name and asks an interface."""
    program = (
        '!function(){var c={baseUrl:"/api"};function r(e){return uni.request({url:c.baseUrl+e.url,data:e.data})}'
        'var list={data:function(){return{page:1,limit:4}},methods:{get:function(){r({url:"/article/list",data:{page:this.page,limit:this.limit}})},'
        'go:function(e){uni.navigateTo({url:"/pages/news/detail?id="+e.id})}}};'
        'var detail={onLoad:function(t){r({url:"/article/detail",data:{id:t.id}})}};}();'
    )
    told = {
        str(s.number): {
            "id": s.number,
            "title": s.title,
            "content": s.html,
            "createtime": f"{s.day} 09:00:00",
        }
        for s in made
    }

    async def rows(request: web.Request) -> web.StreamResponse:
        return json_of({"data": {"list": fields(part(made, int(request.query.get("page", 0))))}})

    async def one(request: web.Request) -> web.StreamResponse:
        return json_of({"data": told.get(request.query.get("id", ""), {})})

    shell = '<html><body><noscript>请开启 JavaScript</noscript><div id="app"></div><script src="/static/js/index.1a2b.js"></script></body></html>'
    routes: dict[str, Answer | Handler] = {
        "/": Answer(shell, validators=True),
        "/static/js/index.1a2b.js": Answer(program, headers=_SCRIPT, validators=True),
        "/api/article/list": rows,
        "/api/article/detail": one,
    }
    return site_of("program for telephones", made, routes)


# --- directories of open government ---

_TREE = [
    {
        "id": 310,
        "name": "法定主动公开内容",
        "jump_url": "",
        "children": [
            {"id": 311, "name": "机构职能", "jump_url": "/about.html", "children": []},
            {"id": 312, "name": "通知公告", "jump_url": "", "children": []},
            {"id": 313, "name": "工作动态", "jump_url": "", "children": []},
        ],
    },
    {"id": 320, "name": "政府信息公开年报", "jump_url": "", "children": []},
]


def _directory(made: tuple[Story, ...], name: str, entry: str, *, apart: bool, only: str = "") -> Kind:
    root = entry.partition("/gkmlpt")[0]
    kept = {"312": made[:6], "313": made[6:], "320": ()}
    config = f"window._CONFIG = {{ SITE: '1', SID: '769001', TREE: {json.dumps(_TREE, ensure_ascii=False)}, SERVICE_AREA_ID: 1 }};"

    def address(story: Story) -> str:
        return f"{root}/gkmlpt/content/4/{story.number}/post_{story.number}.html"

    async def rows(request: web.Request) -> web.StreamResponse:
        mine = kept[request.path.rpartition("/")[2]] if request.query.get("sid") == "769001" else ()
        first = request.query.get("page") == "1"
        listed = [
            {"id": s.number, "title": s.title, "url": f"{address(s)}#312", "created_at": f"{s.day} 09:00:00"}
            for s in (mine if first else ())
        ]
        return json_of({"articles": listed, "total": len(mine), "classify": {"post_count": len(mine)}})

    config_script = '<script src="js/config.js"></script>' if apart else f"<script>{config}</script>"
    shell = f'<title>信息公开</title>{config_script}<div id="app"></div><script src="js/app.1c2.js"></script>'
    routes: dict[str, Answer | Handler] = {
        entry: Answer(f"<html><body>{shell}</body></html>", validators=True),
        f"{root}/gkmlpt/js/app.1c2.js": Answer("!function(e){}(0);", headers=_SCRIPT, validators=True),
        f"{root}/gkmlpt/js/config.js": Answer(config, headers=_SCRIPT, validators=True),
        **{f"{root}/gkmlpt/api/all/{number}": rows for number in kept},
        **{address(s): Answer(article(s), validators=True) for s in made},
    }
    kind = site_of(name, made, routes, entry + (f"#{only}" if only else ""))
    return replace(kind, expected=kept[only] if only else made)


def _directory_of_an_office(made: tuple[Story, ...]) -> Kind:
    """The page holds its settings: the office's number and the tree of its columns."""
    return _directory(made, "directory of an office", "/gkmlpt/index", apart=False)


def _directory_in_a_linked_script(made: tuple[Story, ...]) -> Kind:
    """The settings are in a script of their own, the directory in an office's folder."""
    return _directory(made, "directory in a linked script", "/gxj/gkmlpt/index", apart=True)


def _one_column_of_a_directory(made: tuple[Story, ...]) -> Kind:
    """The address names the column that is wanted."""
    return _directory(made, "one column of a directory", "/gkmlpt/index", apart=False, only="313")


# --- files ---


def _number(story: Story) -> str:
    return md5(story.title.encode(), usedforsecurity=False).hexdigest()


def _signed(story: Story) -> tuple[str, ...]:
    return (
        story.title,
        *story.paragraphs,
        "省服装行业办公室",
        f"{story.day.year}年{story.day.month}月{story.day.day}日",
    )


def _sent(story: Story, n: int) -> Answer:
    body, ending, kind = (
        (pdf(*_signed(story)), "pdf", "application/pdf"),
        (docx(*_signed(story)), "docx", "application/octet-stream"),
        (doc("\r".join(_signed(story))), "doc", "application/msword"),
    )[n % 3]
    name = quote(f"{story.title}.{ending}")
    headers = {"Content-Type": kind, "Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Answer(body, headers=headers, validators=True)


def _files(name: str, made: tuple[Story, ...], address: Callable[[Story], str]) -> Kind:
    lines = "".join(
        f'<p>{n}、<a href="{address(s)}">{s.title}</a>（{s.number % 300}KB）</p>'
        for n, s in enumerate(made, 1)
    )
    form = '<p>附件：<a href="/download/file?fid=0123456789abcdef0123456789abcdef">回执.xls</a>（28KB）</p>'
    routes: dict[str, Answer | Handler] = {address(s): _sent(s, n) for n, s in enumerate(made)}
    routes["/zlxz/"] = shown(f'<div class="text"><h2>通知汇总</h2>{lines}{form}</div>')
    return site_of(name, made, routes, "/zlxz/")


def _files_by_their_numbers(made: tuple[Story, ...]) -> Kind:
    """A page of notices, each of which is a file sent by a program; only the file tells its day."""
    return _files("files by their numbers", made, lambda s: f"/download/file?fid={_number(s)}")


def _files_of_notices(made: tuple[Story, ...]) -> Kind:
    """The number stands behind the program's name."""
    return _files("files of notices", made, lambda s: f"/common/file/download/{_number(s)}")


def _documents_in_two_forms(made: tuple[Story, ...]) -> Kind:
    """A table of documents, each as a Word file and as a PDF, the title beside them."""
    rows = "".join(
        f'<tr><td>{s.title}</td><td>{s.day}</td><td><a href="/up/{s.number}.docx">WORD版</a> <a href="/up/{s.number}.pdf">PDF版</a></td></tr>'
        for s in made
    )
    routes: dict[str, Answer | Handler] = {"/tz/": shown(f"<table>{rows}</table>")}
    routes |= {f"/up/{s.number}.docx": Answer(docx(*_signed(s)), validators=True) for s in made}
    routes |= {f"/up/{s.number}.pdf": Answer(pdf(*_signed(s)), validators=True) for s in made}
    return site_of("documents in two forms", made, routes, "/tz/")


def _notices_with_a_file_only(made: tuple[Story, ...]) -> Kind:
    """A notice's page has its title and a file, whose address tells nothing of it."""
    kind = site_of("notices with a file only", made, {"/tz/": shown(rows_of(made))}, "/tz/")
    for n, story in enumerate(made):
        link = f'<p>附件：<a href="/fj/get?guid={_number(story)}">{story.title}.pdf</a></p>'
        kind.site.routes[by_id(story)] = Answer(article(story, inner=link), validators=True)
        kind.site.routes[f"/fj/get?guid={_number(story)}"] = _sent(story, n)
    return kind


def _last_page_of_two_rows(made: tuple[Story, ...]) -> Kind:
    """Articles stand at the root under names, as the login does, and the last page has two of them."""
    names = ["si", "mian", "mao", "ma", "bu", "zhi", "ran", "xiu", "shan", "ku", "wa", "mao"]

    def address(n: int) -> str:
        return f"/{names[n]}-{names[(n + 5) % 12]}-{names[(n + 7) % 12]}/"

    def rows(start: int, end: int) -> str:
        return "".join(
            f'<article><a href="{address(n)}"><h3>{made[n].title}</h3><time datetime="{made[n].day}">{made[n].day}</time></a></article>'
            for n in range(start, end)
        )

    beside = '<div><a href="/login/">用户登录</a> <a href="/reg/">用户注册</a></div>'
    routes: dict[str, Answer | Handler] = {
        "/": shown(f'{rows(0, 10)}<a class="older-posts" href="/page/2/">较旧文章 →</a>{beside}'),
        "/page/2/": shown(f'<a href="/">← 较新文章</a>{rows(10, 12)}{beside}'),
    }
    routes |= {address(n): Answer(article(story), validators=True) for n, story in enumerate(made)}
    return site_of("last page of two rows", made, routes)
