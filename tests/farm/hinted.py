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
