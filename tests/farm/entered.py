"""Sites that one must be let into: a picture before them, frames, a cookie, a program that is told by its address."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from aiohttp import web

from tests.farm import Answer, Handler
from tests.farm.fronts import column, fields, json_of, part, rows_of, shown, site_of
from tests.farm.sites import Kind, Story, stories

_HIDDEN_COUNTER = "<script>var counter = 'visits of this page are counted here, whoever comes and goes'; count(counter);</script>"


def kinds(today: date) -> list[Kind]:
    """Return the kinds."""
    built: list[Callable[[tuple[Story, ...]], Kind]] = [
        *(_before(*told) for told in _WAYS_IN),
        *(_menu_beside(*told) for told in _MENUS),
        _cookie_or_front_page,
        _columns_of_one_program,
    ]
    return [build(stories(1100 + 3 * n, 12, today)) for n, build in enumerate(built)]


def _before(name: str, way: str) -> Callable[[tuple[Story, ...]], Kind]:
    """A page before the site, whose picture says nothing."""

    def build(made: tuple[Story, ...]) -> Kind:
        foot = '<a href="http://beian.example.cn/">浙ICP备00000000号</a>'
        splash = Answer(
            f"<html><title>协会</title><body>{way}{_HIDDEN_COUNTER}{foot}</body></html>", validators=True
        )
        return site_of(name, made, {"/": splash, "/main.asp": shown(rows_of(made)), "/en/": shown("")})

    return build


_WAYS_IN = (
    ("picture that leads in", '<a href="main.asp"><img src="/enter.jpg"></a>'),
    (
        "picture for each tongue",
        '<a href="/en/"><img src="/2.gif"></a><a href="main.asp"><img src="/1.gif"></a>',
    ),
    ("picture to be clicked", """<img src="/in.jpg" onclick="location.href='main.asp'">"""),
    ("button that leads in", '<form action="main.asp"><input type="image" src="/in.gif"></form>'),
)


def _menu_beside(name: str, head: str, link: str) -> Callable[[tuple[Story, ...]], Kind]:
    """A frame shows a picture, a menu in the other leads it to columns of whatever name."""

    def build(made: tuple[Story, ...]) -> Kind:
        def raw(text: str, head: str = "") -> Answer:
            return Answer(f"<html><head>{head}</head><body>{text}</body></html>", validators=True)

        named = (("a.asp", "行业信息"), ("b.asp", "学会活动"), ("about.html", "学会概况"))
        frames = '<frameset cols="1,2"><frame src="left.htm"><frame name="show" src="first.htm"></frameset>'
        menu = "".join(link.format(to=to, words=words) for to, words in named)
        routes: dict[str, Answer | Handler] = {
            "/": Answer(f"<html>{frames}</html>", validators=True),
            "/left.htm": raw(menu, head),
            "/first.htm": raw('<img src="/house.jpg">'),
            **column(made[:6], "/a.asp", "/a.asp?p=2"),
            **column(made[6:], "/b.asp", "/b.asp?p=2"),
        }
        return site_of(name, made, routes)

    return build


_MENUS = (
    ("menu of any names", "", '<p><a href="{to}" target="show">{words}</a></p>'),
    ("menu with one target", '<base target="show">', '<p><a href="{to}">{words}</a></p>'),
    (
        "menu by script",
        "",
        """<p><a href="javascript:void(0)" onclick="parent.show.location.href='{to}'">{words}</a></p>""",
    ),
)


def _cookie_or_front_page(made: tuple[Story, ...]) -> Kind:
    """Whoever does not show the cookie is sent to the front page, and given it."""
    columns = '<h3>动态<a href="/dt.do?c=2">更多</a></h3>'
    kind = site_of("cookie or front page", made, column(made[:6], "/dt.do?c=2", "/dt.do?c=2&p=2"))
    kind.site.routes |= {"/": shown(f"<div>{columns}{rows_of(made[:2])}</div><div>{rows_of(made[6:])}</div>")}

    def gated(said: Answer | Handler) -> Handler:
        async def gate(request: web.Request) -> web.StreamResponse:
            if "JSESSIONID" in request.cookies or (request.path == "/" and "sid" in request.query):
                assert isinstance(said, Answer)
                headers = {"Content-Type": "text/html; charset=utf-8", "ETag": '"1"'}
                same = request.headers.get("If-None-Match") == '"1"'
                return web.Response(
                    status=304 if same else 200, body=b"" if same else said.body, headers=headers
                )
            given = {"Location": "/?sid=1", "Set-Cookie": "JSESSIONID=1; Path=/; HttpOnly"}
            return web.Response(status=302, headers=given)

        return gate

    kind.site.routes = {path: gated(said) for path, said in kind.site.routes.items()}
    return replace(kind, entry="/")


def _columns_of_one_program(made: tuple[Story, ...]) -> Kind:
    """One page shows every column: its program reads which one off its address, and posts what it keeps in an object."""

    async def rows(request: web.Request) -> web.StreamResponse:
        asked = json.loads(await request.text())
        mine = {"1": made[:6], "2": made[6:]}.get(str(asked.get("type")), ())
        found = part(mine, int(asked.get("pageNum", 0)))
        return json_of({"data": {"total": 6, "list": fields(found)}})

    program = (
        "axios.defaults.baseURL = '/api'; new Vue({ el: '#app', data: { list: [], query: { type: '', pageNum: 1, pageSize: 4 } },"
        " created() { this.query.type = new URLSearchParams(location.search).get('type'); this.load(1) },"
        " methods: { load(p) { axios.post('/news/page', Object.assign({}, this.query, { pageNum: p }))"
        ".then(res => { this.list = res.data.data.list }) } } })"
    )
    drawn = f"""<div id="app"><li v-for="item in list"><a :href="'/newsview-' + item.id + '.html'">{{{{ item.title }}}}</a></li></div><script>{program}</script>"""
    blocks = "".join(
        f'<div><h3>{name}<a href="/list.html?type={n}">更多</a></h3>{rows_of(mine)}</div>'
        for n, name, mine in ((1, "动态", made[:2]), (2, "公告", made[6:8]))
    )
    return site_of(
        "columns of one program",
        made,
        {
            "/": shown(blocks),
            "/list.html?type=1": shown(drawn),
            "/list.html?type=2": shown(drawn),
            "/api/news/page": rows,
        },
    )
