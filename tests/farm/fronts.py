"""Sites whose list is elsewhere: blocks of a front page, interfaces of programs, tabs, windows, issues, site maps."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from aiohttp import web

from tests.farm import Answer, Handler
from tests.farm.sites import Kind, Story, by_id, dated_row, listing, page, stories

_PARTS = 3


def kinds(today: date) -> list[Kind]:
    """Return the kinds."""
    built: list[Callable[[tuple[Story, ...]], Kind]] = [
        _blocks_with_headings,
        _blocks_with_pictures,
        _menu_of_columns,
        _channels_of_blocks,
        _many_columns,
        _shelf_of_issues,
        _column_beside_a_list,
        _one_article_in_two_columns,
        _nested_json_posted,
        _rows_counted_in_a_form,
        _token_of_the_head,
        _token_of_a_field,
        _cursor_in_json,
        _last_number_told,
        _issues_to_choose,
        _issues_by_picture,
        _months_to_choose,
        _buttons_without_addresses,
        _tabs_by_handler,
        _tabs_by_number,
        _window_of_a_dialogue,
        _pager_of_a_library,
        _pager_with_a_callback,
        _program_by_fetch,
        _program_by_post,
        _script_beside_an_empty_list,
        _more_rows_with_numbers_only,
        _site_map_of_the_usual_name,
        _page_that_sends_on,
        _goods_of_the_same_shape,
        _program_in_parts,
        _cursor_among_variables,
        _calendar_of_issues,
        _rows_of_a_table_library,
        _form_put_together,
        _menu_in_a_frame,
        _columns_numbered_as_pages,
        _months_before,
        _more_that_the_site_map_tells,
        _more_that_the_map_of_a_column_tells,
        _site_map_of_a_moving_front,
    ]
    return [build(stories(800 + 3 * n, 12, today)) for n, build in enumerate(built)]


def part(made: tuple[Story, ...], number: int) -> tuple[Story, ...]:
    return made[4 * number - 4 : 4 * number] if number > 0 else ()


def rows_of(made: tuple[Story, ...]) -> str:
    return "<ul>" + "".join(dated_row(s, by_id(s)) for s in made) + "</ul>"


def shown(inner: str, head: str = "", **headers: str) -> Answer:
    return Answer(page("动态", inner, head), headers=headers, validators=True)


def fields(made: tuple[Story, ...], **more: Any) -> list[dict[str, Any]]:
    return [{"id": s.number, "title": s.title, "publishTime": str(s.day), **more} for s in made]


def json_of(value: object, status: int = 200) -> web.Response:
    return web.json_response(value, status=status)


def site_of(
    name: str, made: tuple[Story, ...], routes: dict[str, Answer | Handler], entry: str = "/"
) -> Kind:
    kind = listing(name, made, address=by_id)
    del kind.site.routes["/news/"]
    kind.site.routes |= routes
    return Kind(name, kind.site, made, entry, {"pages": 20})


def column(made: tuple[Story, ...], address: str, turned: str) -> dict[str, Answer | Handler]:
    """A column of six articles in two pages."""
    onward = f'<div class="page"><a href="{turned}">下一页</a></div>'
    return {address: shown(rows_of(made[:3]) + onward), turned: shown(rows_of(made[3:]))}


# --- blocks of a front page ---


def _blocks_with_headings(made: tuple[Story, ...]) -> Kind:
    """Headings lead to the columns, nothing says "more"; a block of firms has a heading, too."""

    def block(name: str, address: str, rows: str) -> str:
        return f'<div class="mod"><div class="hd"><h2><a href="{address}">{name}</a></h2></div><div class="bd">{rows}</div></div>'

    firms = "".join(f'<li><a href="/m/{n}/">某某{n}制衣有限公司</a></li>' for n in range(5))
    front = (
        block("协会要闻", "/col/11/", rows_of(made[:2]))
        + block("会员企业", "/m/", firms)
        + block("产业观察", "/col/12/", rows_of(made[6:8]))
    )
    routes = {
        **column(made[:6], "/col/11/", "/col/11/p2.html"),
        **column(made[6:], "/col/12/", "/col/12/p2.html"),
    }
    return site_of("blocks with headings", made, {"/": shown(front), **routes})


def _blocks_with_pictures(made: tuple[Story, ...]) -> Kind:
    """Below its rows each block has a picture that says more; all stand in one cell."""

    def more(number: int) -> str:
        return f'<p align="right"><a href="list.asp?c={number}"><img src="/img/more.gif" border="0"></a></p>'

    front = f"<td>{rows_of(made[:2])}{more(1)}{rows_of(made[6:8])}{more(2)}</td>"
    routes = {
        **column(made[:6], "/list.asp?c=1", "/list.asp?c=1&page=2"),
        **column(made[6:], "/list.asp?c=2", "/list.asp?c=2&page=2"),
    }
    return site_of("blocks with pictures", made, {"/": shown(f"<table><tr>{front}</tr></table>"), **routes})


def _menu_of_columns(made: tuple[Story, ...]) -> Kind:
    """The newest articles, and a menu that names the columns."""
    menu = '<div class="menu"><a href="/hydt/">行业动态</a><a href="/tzgg/">通知公告</a><a href="/lxwm/">联系我们</a></div>'
    routes = {
        **column(made[:6], "/hydt/", "/hydt/index_2.html"),
        **column(made[6:], "/tzgg/", "/tzgg/index_2.html"),
    }
    return site_of("menu of columns", made, {"/": shown(menu + rows_of(made[:3])), **routes})


def _channels_of_blocks(made: tuple[Story, ...]) -> Kind:
    """The front leads to channels, which are front pages again."""
    routes: dict[str, Answer | Handler] = {}
    front = ""
    for name, mine in (("fz", made[:6]), ("jf", made[6:])):
        front += f'<div><h2>频道<a href="/{name}/">更多</a></h2>{rows_of(mine[:1])}</div>'
        routes[f"/{name}/"] = shown(
            f'<div><h3>动态<a href="/{name}/dt/">更多</a></h3>{rows_of(mine[:2])}</div>'
        )
        routes |= column(mine, f"/{name}/dt/", f"/{name}/dt/2.html")
    return site_of("channels of blocks", made, {"/": shown(front), **routes})


def _many_columns(made: tuple[Story, ...]) -> Kind:
    """More columns than a source reads pages of each list."""
    routes: dict[str, Answer | Handler] = {}
    front = ""
    for number in range(6):
        mine = made[2 * number : 2 * number + 2]
        front += f'<div><h3>栏目<a href="/c{number}/">更多</a></h3>{rows_of(mine[:1])}</div>'
        routes[f"/c{number}/"] = shown(rows_of(mine))
    kind = site_of("many columns", made, {"/": shown(front), **routes})
    return replace(kind, declared={"pages": 2})


def _shelf_of_issues(made: tuple[Story, ...]) -> Kind:
    """A shelf of covers, and of another year; the articles stand in the contents of each issue."""
    years = '<p><a href="/qk/">2026年</a> <a href="/qk/2025/">2025年</a></p>'

    def covers(year: int, *numbers: int) -> str:
        return "".join(
            f'<li><a href="/qk/{year}/{n:02}/"><img src="c.jpg" alt="{year}年第{n}期"></a></li>'
            for n in numbers
        )

    routes: dict[str, Answer | Handler] = {
        "/qk/": shown(f"{years}<ul>{covers(2026, 10, 11)}</ul>"),
        "/qk/2025/": shown(f"{years}<ul>{covers(2025, 11, 12)}</ul>"),
    }
    for number, issue in enumerate(("2026/11", "2026/10", "2025/12", "2025/11")):
        routes[f"/qk/{issue}/"] = shown(rows_of(made[3 * number : 3 * number + 3]))
    return site_of("shelf of issues", made, routes, "/qk/")


def _column_beside_a_list(made: tuple[Story, ...]) -> Kind:
    """A list is no front page: what its side column shows more of is not its own."""
    others = stories(790, 6, made[0].day)
    aside = f'<div class="side"><h3>展会 <a href="/zh/">更多</a></h3><ul>{"".join(f"<li>{s.title[:9]}</li>" for s in others)}</ul></div>'
    kind = site_of(
        "column beside a list",
        made,
        {"/dt/": shown(rows_of(made) + aside), "/zh/": shown(rows_of(others))},
        "/dt/",
    )
    for story in others:
        kind.site.routes[by_id(story)] = Answer("", 404)
    return kind


def _one_article_in_two_columns(made: tuple[Story, ...]) -> Kind:
    """Both columns have all articles, each under its own address."""

    def column(number: int) -> str:
        return "".join(dated_row(s, f"/show/cid/{number}/id/{s.number}.html") for s in made)

    heads = [f'<h3>栏目<a href="/list/{n}.html">更多&gt;&gt;</a></h3><ul>{column(n)}</ul>' for n in (1, 2)]
    kind = site_of(
        "one article in two columns", made, {"/": shown("".join(f"<div>{h}</div>" for h in heads))}
    )
    for number in (1, 2):
        kind.site.routes[f"/list/{number}.html"] = shown(f"<ul>{column(number)}</ul>")
        for story in made:
            kind.site.routes[f"/show/cid/{number}/id/{story.number}.html"] = kind.site.routes[by_id(story)]
    return kind


# --- interfaces ---


def _nested_json_posted(made: tuple[Story, ...]) -> Kind:
    """The page's number stands in an object within the JSON that is posted; rows tell addresses as JSON in a text."""

    async def rows(request: web.Request) -> web.StreamResponse:
        sent = await request.json()
        known = sent.get("query", {}).get("columns") == ["dt"] and sent["page"]["size"] == 4
        found = part(made, sent["page"]["current"]) if known else ()
        told = [
            {"doc": {**f, "urls": json.dumps({"pc": by_id(s)})}}
            for f, s in zip(fields(found), found, strict=True)
        ]
        return json_of({"data": {"total": 12, "hits": told}})

    body = "{page: {current: no, size: rows}, query: {columns: ['dt'], words: ''}, sort: [{field: 'time', desc: true}]}"
    script = f"var rows = 4; function load(no) {{ fetch('/search/docs', {{method: 'POST', body: JSON.stringify({body})}}).then(show); }} load(1);"
    routes: dict[str, Answer | Handler] = {
        "/dt/": shown(f'<ul id="l"></ul><script>{script}</script>'),
        "/search/docs": rows,
    }
    return site_of("nested JSON posted", made, routes, "/dt/")


def _rows_counted_in_a_form(made: tuple[Story, ...]) -> Kind:
    """A form counts rows, not pages: the script multiplies."""

    async def rows(request: web.Request) -> web.StreamResponse:
        form = await request.post()
        start = int(str(form.get("start", -1)))
        found = made[start : start + int(str(form["limit"]))] if start >= 0 else ()
        return json_of({"rows": [{**f, "url": by_id(s)} for f, s in zip(fields(found), found, strict=True)]})

    script = "var p = 0, size = 4; $.post('/rows.do', {start: p * size, limit: size, kind: 'dt'}, function (r) { draw(r.rows); });"
    return site_of(
        "rows counted in a form",
        made,
        {"/dt/": shown(f"<script>{script}</script>"), "/rows.do": rows},
        "/dt/",
    )


def _with_token(name: str, made: tuple[Story, ...], head: str, inner: str, header: str | None) -> Kind:
    """Rows only for who sends the page's token, and its cookie with it."""

    async def rows(request: web.Request) -> web.StreamResponse:
        form = await request.post()
        token = request.headers.get(header) if header else form.get("__token")
        if token != "t0k3n" or (header and "sid=abc" not in request.headers.get("Cookie", "")):
            return json_of({"message": "CSRF"}, 419)
        found = part(made, int(str(form["page"])))
        return json_of({"list": [{**f, "link": by_id(s)} for f, s in zip(fields(found), found, strict=True)]})

    answer = shown(inner, head, **{"Set-Cookie": "sid=abc; Path=/; HttpOnly"})
    return site_of(name, made, {"/dt/": answer, "/rows": rows}, "/dt/")


def _token_of_the_head(made: tuple[Story, ...]) -> Kind:
    """The head names the token, a header takes it."""
    head = '<meta name="_csrf" content="t0k3n">'
    token = "document.querySelector('meta[name=\"_csrf\"]').content"
    call = f"fetch('/rows', {{method: 'POST', headers: {{'X-XSRF-TOKEN': {token}}}, body: 'page=1&size=4'}})"
    return _with_token(
        "token of the head", made, head, f"<script>{call}.then(draw);</script>", "X-XSRF-TOKEN"
    )


def _token_of_a_field(made: tuple[Story, ...]) -> Kind:
    """A hidden field has the token, the form takes it."""
    field = '<input type="hidden" name="__token" value="t0k3n">'
    call = "$.post('/rows', {page: cur, size: 4, __token: $('input[name=__token]').val()}, draw);"
    return _with_token("token of a field", made, "", f"{field}<script>{call}</script>", None)


def _cursor_in_json(made: tuple[Story, ...]) -> Kind:
    """What is posted has a cursor, which the answer tells anew."""

    async def rows(request: web.Request) -> web.StreamResponse:
        at = int((await request.json()).get("cursor") or 0)
        edges = [
            {**f, "href": by_id(s)} for f, s in zip(fields(made[at : at + 4]), made[at : at + 4], strict=True)
        ]
        told = {"endCursor": str(at + 4), "hasNextPage": at + 4 < 12}
        return json_of({"data": {"nodes": edges, "pageInfo": told}})

    call = "axios.post('/feed/query', {cursor: null, limit: 4, board: 'dt'}).then(draw)"
    return site_of(
        "cursor in JSON", made, {"/dt/": shown(f"<script>{call}</script>"), "/feed/query": rows}, "/dt/"
    )


def _last_number_told(made: tuple[Story, ...]) -> Kind:
    """An interface goes on after the number it tells."""

    async def rows(request: web.Request) -> web.StreamResponse:
        last = int(request.query.get("last_id", 10**9))
        found = [s for s in made if s.number < last][:4]
        told = [{**f, "url": by_id(s)} for f, s in zip(fields(tuple(found)), found, strict=True)]
        return json_of(
            {
                "code": 0,
                "list": told,
                "last_id": found[-1].number if found else 0,
                "has_more": len(found) == 4,
            }
        )

    return site_of("last number told", made, {"/api/flow": rows}, "/api/flow?size=4")


# --- issues, months, pagers ---


def _issue(made: tuple[Story, ...], number: int, leads: str) -> Answer:
    shapes = "".join(
        f'<area shape="poly" coords="1,2,3,4" href="{by_id(s)}" alt="{s.title}">' for s in part(made, number)
    )
    return shown(f'<img src="/p.jpg" usemap="#m"><map name="m">{shapes}</map>{leads}')


def _issues_to_choose(made: tuple[Story, ...]) -> Kind:
    """A paper's issues are chosen by their day."""

    def leads(own: int) -> str:
        marks = {own: " selected"}
        options = (
            f'<option value="/i/{n}/"{marks.get(n, "")}>2026年第{30 - n}期</option>'
            for n in range(1, _PARTS + 1)
        )
        return f'<select onchange="location.href=this.value">{"".join(options)}</select>'

    return site_of(
        "issues to choose",
        made,
        {f"/i/{n}/": _issue(made, n, leads(n)) for n in range(1, _PARTS + 1)},
        "/i/1/",
    )


def _issues_by_picture(made: tuple[Story, ...]) -> Kind:
    """A picture leads to the issue before, another to the one after."""

    def leads(own: int) -> str:
        later = f'<a href="/i/{own - 1}/"><img src="/n.gif" alt="下一期"></a>' if own > 1 else ""
        return later + (
            f'<a href="/i/{own + 1}/"><img src="/b.gif" alt="上一期"></a>' if own < _PARTS else ""
        )

    return site_of(
        "issues by picture",
        made,
        {f"/i/{n}/": _issue(made, n, leads(n)) for n in range(1, _PARTS + 1)},
        "/i/1/",
    )


def _months_to_choose(made: tuple[Story, ...]) -> Kind:
    """A front page with the newest three; the months of the others stand in a list to choose from."""
    made = tuple(replace(s, day=made[0].day - timedelta(days=12 * n)) for n, s in enumerate(made))
    months = sorted({f"{s.day:%Y/%m}" for s in made}, reverse=True)
    options = "".join(
        f'<option value="/{m}/">{m[:4]}年{int(m[5:])}月 ({n + 2})</option>' for n, m in enumerate(months)
    )
    choice = f'<select name="archive-dropdown" onchange="document.location.href=this.options[this.selectedIndex].value;"><option value="">选择月份</option>{options}</select>'
    routes: dict[str, Answer | Handler] = {
        f"/{m}/": shown(rows_of(tuple(s for s in made if f"{s.day:%Y/%m}" == m)) + choice) for m in months
    }
    return site_of("months to choose", made, {"/": shown(rows_of(made[:3]) + choice), **routes})


def _buttons_without_addresses(made: tuple[Story, ...]) -> Kind:
    """A framework drew the rows on the server and a pager that only its program turns."""

    routes: dict[str, Answer | Handler] = {}
    for number in range(1, _PARTS + 1):
        numbers = "".join(f'<li class="number">{n}</li>' for n in range(1, _PARTS + 1))
        routes["/dt" if number == 1 else f"/dt?page={number}"] = shown(
            f'{rows_of(part(made, number))}<div class="el-pagination"><ul class="el-pager">{numbers}</ul></div>'
        )
    return site_of("buttons without addresses", made, routes, "/dt")


def _pager_of_a_library(made: tuple[Story, ...]) -> Kind:
    """A library asks a function for the address of a page."""

    def pager(own: int) -> str:
        return f"<script>kkpager.generPageHtml({{pno: {own}, total: {_PARTS}, totalRecords: 12, getLink: function (n) {{ return 'index_' + n + '.shtml'; }}}});</script>"

    routes: dict[str, Answer | Handler] = {
        "/dt/" if n == 1 else f"/dt/index_{n}.shtml": shown(rows_of(part(made, n)) + pager(n))
        for n in range(1, _PARTS + 1)
    }
    return site_of("pager of a library", made, routes, "/dt/")


def _pager_with_a_callback(made: tuple[Story, ...]) -> Kind:
    """A callback joins the number to the list's own name."""

    def pager(own: int) -> str:
        return f"<script>new Pager({{total: 12, pageSize: 4, current: {own}, onChange: function (p) {{ location.href = '/dt-' + p + '.html'; }}}});</script>"

    routes: dict[str, Answer | Handler] = {
        f"/dt-{n}.html": shown(rows_of(part(made, n)) + pager(n)) for n in range(1, _PARTS + 1)
    }
    return site_of("pager with a callback", made, routes, "/dt-1.html")


# --- tabs and windows ---


def _tabs(name: str, made: tuple[Story, ...], marks: str, script: str, address: str) -> Kind:
    heads = "".join(
        f"<li {marks.format(n=n)}>{word}</li>" for n, word in enumerate(("要闻", "产业", "时尚"), 1)
    )
    inner = (
        f'<ul class="tab">{heads}</ul><div id="box">{rows_of(part(made, 1))}</div><script>{script}</script>'
    )
    parts: dict[str, Answer | Handler] = {
        address.format(n=n): Answer(rows_of(part(made, n)), validators=True) for n in range(1, _PARTS + 1)
    }
    return site_of(name, made, {"/": shown(inner), **parts})


def _tabs_by_handler(made: tuple[Story, ...]) -> Kind:
    """Each tab calls a function with its number."""
    script = "function turn(c) { $('#box').load('/part.jsp?c=' + c); }"
    return _tabs("tabs by handler", made, 'onclick="turn({n})"', script, "/part.jsp?c={n}")


def _tabs_by_number(made: tuple[Story, ...]) -> Kind:
    """One handler reads the number of the tab that was chosen."""
    script = "box.onclick = function (e) { const c = e.target.dataset.col; $.get('/part', {col: c, size: 20}, draw); };"
    return _tabs("tabs by number", made, 'data-col="{n}"', script, "/part?col={n}&size=20")


def _window_of_a_dialogue(made: tuple[Story, ...]) -> Kind:
    """Rows open a window of the page, whose address a function puts together."""
    rows = "".join(
        f'<tr onclick="look({s.number}, this)"><td>{s.title}</td><td>{s.day}</td></tr>' for s in made
    )
    script = "function look(no, row) { mark(row); $.dialog({title: '详情', width: 800, src: '/newsview-' + no + '.html'}); }"
    return site_of(
        "window of a dialogue",
        made,
        {"/dt/": shown(f"<table>{rows}</table><script>{script}</script>")},
        "/dt/",
    )


# --- programs ---


def _program(
    name: str, made: tuple[Story, ...], script: str, routes: dict[str, Answer | Handler], view: str
) -> Kind:
    """An empty shell at every address; its program asks for rows and for articles."""
    shell = Answer(
        '<!doctype html><html><head><meta charset="utf-8"><title>平台</title></head><body><div id="root"></div>'
        '<script src="/assets/vendor.8f1.js"></script><script src="/assets/index.77c.js"></script></body></html>',
        validators=True,
    )
    program = Answer(script, headers={"Content-Type": "application/javascript"}, validators=True)
    kind = site_of(name, made, {"/": shell, "/assets/index.77c.js": program, **routes})
    for story in made:
        del kind.site.routes[by_id(story)]
        kind.site.routes[view.format(story.number)] = shell
    return kind


def _body_of(made: tuple[Story, ...], number: int) -> dict[str, Any]:
    story = next((s for s in made if s.number == number), None)
    return {"title": story.title, "publishTime": str(story.day), "content": story.html} if story else {}


def _program_by_fetch(made: tuple[Story, ...]) -> Kind:
    """Templates hold the numbers of page and article."""

    async def rows(request: web.Request) -> web.StreamResponse:
        return json_of({"records": fields(part(made, int(request.query.get("current", 0)))), "total": 12})

    async def one(request: web.Request) -> web.StreamResponse:
        return json_of({"data": _body_of(made, int(request.path.rpartition("/")[2]))})

    script = (
        "const api_base='/gateway';const http=(u,o)=>fetch(api_base+u,o);"
        "export const page=q=>http.get(`/notice/page`,{params:q}),one=i=>http.get(`/notice/${i}`),goods=q=>http.get(`/product/page`,{params:q});"
        "const s={query:{current:1,size:4},total:0};const routes=[{path:'/product/:id',c:P},{path:'/notice/:id',c:N}];"
    )
    routes: dict[str, Answer | Handler] = {"/gateway/notice/page": rows}
    routes |= {f"/gateway/notice/{s.number}": one for s in made}
    return _program("program by fetch", made, script, routes, "/notice/{}")


def _program_by_post(made: tuple[Story, ...]) -> Kind:
    """Rows are posted for, an article is asked for by a field with a name of its own."""

    async def rows(request: web.Request) -> web.StreamResponse:
        sent = await request.json()
        found = part(made, sent["pageNo"]) if sent.get("columnId") == "xw" else ()
        return json_of({"data": {"rows": [{"contentId": f.pop("id"), **f} for f in fields(found)]}})

    async def one(request: web.Request) -> web.StreamResponse:
        return json_of({"data": _body_of(made, int(request.query.get("contentId", 0)))})

    script = (
        'var b={list:function(e){return r.post("/api/cms/content/pageList",e)},one:function(e){return r.get("/api/cms/content/detail",{params:{contentId:e}})},'
        'banner:function(){return r.get("/api/cms/banner/list")}};'
        'var st={form:{pageNo:1,pageSize:4,columnId:"xw"},go:function(e){h.push("/view?contentId="+e.contentId)}};'
    )
    routes: dict[str, Answer | Handler] = {"/api/cms/content/pageList": rows, "/api/cms/content/detail": one}
    return _program("program by post", made, script, routes, "/view?contentId={}")


def _script_beside_an_empty_list(made: tuple[Story, ...]) -> Kind:
    """An ordinary page whose list is filled by a linked script of any name."""

    async def rows(request: web.Request) -> web.StreamResponse:
        return json_of({"data": fields(part(made, int(request.query.get("p", 0))))})

    ask = "$.ajax({url: '/cms/rows', data: {p: cur, size: 4}, success: function (r) { each(r.data, function (v) { add('<a href=\"/newsview-' + v.id + '.html\">' + v.title + '</a>'); }); }});"
    routes: dict[str, Answer | Handler] = {
        "/dt/": shown(
            '<ul id="rows"></ul><script src="/js/jquery-3.1.js"></script><script src="/js/site.js"></script>'
        ),
        "/js/site.js": Answer(
            f"var cur = 1; {ask}", headers={"Content-Type": "text/javascript"}, validators=True
        ),
        "/cms/rows": rows,
    }
    return site_of("script beside an empty list", made, routes, "/dt/")


def _more_rows_with_numbers_only(made: tuple[Story, ...]) -> Kind:
    """The page shows its first rows; those that follow come with numbers and no word of their addresses."""

    async def rows(request: web.Request) -> web.StreamResponse:
        return json_of({"items": fields(part(made, int(request.query.get("page", 0))))})

    script = "var page = 2; $('.more').click(function () { $.getJSON('/flow', {page: page}, draw); });"
    inner = f'{rows_of(part(made, 1))}<button class="more">加载更多</button><script>{script}</script>'
    return site_of("more rows with numbers only", made, {"/dt/": shown(inner), "/flow": rows}, "/dt/")


# --- the rest ---


def _site_map_of_the_usual_name(made: tuple[Story, ...]) -> Kind:
    """Pictures on the front page, no word of a site map anywhere."""
    urls = "".join(f"<url><loc>{by_id(s)}</loc></url>" for s in made) + "<url><loc>/about.html</loc></url>"
    whole = (
        f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    )
    routes: dict[str, Answer | Handler] = {
        "/": shown('<div class="banner"><img src="/1.jpg"></div>'),
        "/robots.txt": Answer(
            "User-agent: *\nDisallow: /cart\n", headers={"Content-Type": "text/plain"}, validators=True
        ),
        "/sitemap.xml": Answer(whole, headers={"Content-Type": "application/xml"}, validators=True),
    }
    return site_of("site map of the usual name", made, routes)


def _site_map_of_a_moving_front(made: tuple[Story, ...]) -> Kind:
    """The front page moves by scripts, one of which is missing; robots.txt names the site map."""
    kind = _site_map_of_the_usual_name(made)
    scripts = '<script src="/js/wave.js"></script><script src="/js/intro.min.js"></script>'
    moved = Answer("requestAnimationFrame(draw);", headers={"Content-Type": "text/javascript"})
    front = shown(f'<video src="/v.mp4"></video><canvas></canvas>{scripts}')
    whole = kind.site.routes.pop("/sitemap.xml")
    robots = Answer("User-agent: *\nSitemap: /maps/all.xml\n", headers={"Content-Type": "text/plain"})
    kind.site.routes |= {"/": front, "/js/wave.js": moved, "/maps/all.xml": whole, "/robots.txt": robots}
    kind.name = "site map of a moving front"
    return kind


def _more_that_the_site_map_tells(made: tuple[Story, ...]) -> Kind:
    """A list offers more of its rows, and no word of where; the site map tells of them among other numbered pages."""
    rows = "".join(dated_row(s, f"/room/{s.day:%Y%m}-{s.number}") for s in made[:4])
    others = ("/careers/202611-7", "/room/about", "/room/202611-7/photos", "/brands/12")
    urls = "".join(
        f"<url><loc>{to}</loc></url>" for to in (*(f"/room/{s.day:%Y%m}-{s.number}" for s in made), *others)
    )
    return _mapped(
        "more that the site map tells", made, f'<ul>{rows}</ul><button id="more" disabled>加载更多</button>',
        {"/map.xml": _URLS.format(urls)}, lambda s: f"/room/{s.day:%Y%m}-{s.number}", others,
    )  # fmt: skip


def _more_that_the_map_of_a_column_tells(made: tuple[Story, ...]) -> Kind:
    """The rows are under the words of their titles, a script that tells nothing goes on with them; the map has parts."""

    def address(story: Story) -> str:
        return f"/stories/no-{'abcdefghijklmnopqrstuvwxyz'[story.number % 26]}-of-the-{'x' * (story.number // 26 % 9 + 1)}/"

    rows = "".join(dated_row(s, address(s)) for s in made[:4])
    others = ("/shop/no-a-of-the-xxx/", "/about/")
    maps = {
        "/map.xml": '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<sitemap><loc>/post-map.xml</loc></sitemap><sitemap><loc>/page-map.xml</loc></sitemap></sitemapindex>",
        "/post-map.xml": _URLS.format("".join(f"<url><loc>{address(s)}</loc></url>" for s in made)),
        "/page-map.xml": _URLS.format("".join(f"<url><loc>{to}</loc></url>" for to in others)),
    }
    inner = f'<ul>{rows}</ul><div class="infinite-scroll"></div><script src="/js/site.js"></script>'
    kind = _mapped("more that the map of a column tells", made, inner, maps, address, others)
    script = "document.querySelector('.menu').onclick = function () { this.classList.toggle('open'); };"
    kind.site.routes["/js/site.js"] = Answer(
        script, headers={"Content-Type": "text/javascript"}, validators=True
    )
    return kind


_URLS = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'


def _mapped(
    name: str,
    made: tuple[Story, ...],
    inner: str,
    maps: dict[str, str],
    address: Callable[[Story], str],
    others: tuple[str, ...],
) -> Kind:
    """A site whose list is at /room/, its maps named by robots.txt; what else they name reads like an article, too."""
    kind = site_of(name, made, {"/room/": shown(inner)}, "/room/")
    for story in made:
        kind.site.routes[address(story)] = kind.site.routes.pop(by_id(story))
    model = stories(3, len(others), made[0].day)
    kind.site.routes |= {
        "/robots.txt": Answer(
            "User-agent: *\nSitemap: /map.xml\n", headers={"Content-Type": "text/plain"}, validators=True
        ),
        **{
            to: Answer(text, headers={"Content-Type": "application/xml"}, validators=True)
            for to, text in maps.items()
        },
        **{
            to: Answer(page(s.title, f"<h1>{s.title}</h1>" + "".join(f"<p>{p}</p>" for p in s.paragraphs)))
            for to, s in zip(others, model, strict=True)
        },
    }
    return kind


def _page_that_sends_on(made: tuple[Story, ...]) -> Kind:
    """Rows lead to pages that send the reader on, by head or by script."""
    rows = "".join(dated_row(s, f"/open.php?id={s.number}") for s in made)
    kind = site_of("page that sends on", made, {"/dt/": shown(f"<ul>{rows}</ul>")}, "/dt/")
    for story in made:
        by_head = f'<html><head><meta http-equiv="refresh" content="0;url={by_id(story)}"></head><body>正在跳转</body></html>'
        by_script = f"<script>window.location.replace('{by_id(story)}')</script>"
        kind.site.routes[f"/open.php?id={story.number}"] = Answer(
            by_head if story.number % 2 else by_script, validators=True
        )
    return kind


def _goods_of_the_same_shape(made: tuple[Story, ...]) -> Kind:
    """What is for sale stands among the news under addresses of the same shape; its page has a price and no day."""
    names = ("春季磨毛斜纹面料新品现货", "高弹锦纶泳装面料批发供应", "全棉贡缎床品四件套特惠装")
    rows = "".join(f'<li><a href="/newsview-{n}.html">{name}</a></li>' for n, name in enumerate(names, 71))
    kind = site_of(
        "goods of the same shape", made, {"/dt/": shown(rows_of(made) + f"<ul>{rows}</ul>")}, "/dt/"
    )
    for number, name in enumerate(names, 71):
        said = f"<h1>{name}</h1><dl><dt>售价</dt><dd>¥{number}.00</dd><dt>规格</dt><dd>150cm</dd><dt>起订量</dt><dd>100米</dd></dl><p>本品手感柔软，色牢度高，不易起球，欢迎来样定制，三天打样，七天发货。</p><a>立即询价</a>"
        kind.site.routes[f"/newsview-{number}.html"] = Answer(page(name, said), validators=True)
    return kind


def _program_in_parts(made: tuple[Story, ...]) -> Kind:
    """What asks for rows and for articles is in parts that the program names by a map; its routes stand behind a #."""

    async def rows(request: web.Request) -> web.StreamResponse:
        found = part(made, int(request.query.get("page", 0)))
        return json_of({"data": {"list": [{"newsId": f.pop("id"), **f} for f in fields(found)]}})

    async def one(request: web.Request) -> web.StreamResponse:
        return json_of({"data": _body_of(made, int(request.query.get("newsId", 0)))})

    parts = '"static/js/"+({1:"about",2:"news-list",3:"news-detail"}[e]||e)+"."+{1:"aa1",2:"bb2",3:"cc3"}[e]+".js"'
    program = (
        f'function u(e){{return {parts}}}new VueRouter({{mode:"hash",routes:[{{path:"/news/:newsId"}}]}});'
    )
    scripts = {
        "/assets/index.77c.js": program,
        "/static/js/news-list.bb2.js": 'r({url:"/portal/news/list",method:"get",params:e});s={query:{page:1,limit:4}}',
        "/static/js/news-detail.cc3.js": 'r({url:"/portal/news/detail",method:"get",params:{newsId:e}})',
    }
    routes: dict[str, Answer | Handler] = {"/portal/news/list": rows, "/portal/news/detail": one}
    kind = _program("program in parts", made, program, routes, "/news/{}")
    for address, text in scripts.items():
        kind.site.routes[address] = Answer(text, headers={"Content-Type": "text/javascript"}, validators=True)
    for story in made:
        del kind.site.routes[f"/news/{story.number}"]
    return kind


def _cursor_among_variables(made: tuple[Story, ...]) -> Kind:
    """A query language takes the cursor among its variables."""

    async def rows(request: web.Request) -> web.StreamResponse:
        at = int((await request.json())["variables"]["after"] or 0)
        found = made[at : at + 4]
        edges = [{"node": {**f, "uri": by_id(s)}} for f, s in zip(fields(found), found, strict=True)]
        told = {"endCursor": str(at + 4), "hasNextPage": at + 4 < 12}
        return json_of({"data": {"posts": {"edges": edges, "pageInfo": told}}})

    query = "'query P($first: Int, $after: String) { posts(first: $first, after: $after) { edges { node { title uri } } } }'"
    body = f"JSON.stringify({{query: {query}, variables: {{first: 4, after: null}}}})"
    script = f"fetch('/graphql', {{method: 'POST', body: {body}}}).then(draw);"
    routes: dict[str, Answer | Handler] = {"/dt/": shown(f"<script>{script}</script>"), "/graphql": rows}
    return site_of("cursor among variables", made, routes, "/dt/")


def _calendar_of_issues(made: tuple[Story, ...]) -> Kind:
    """A paper's calendar links the days of its issues; each issue has one page."""
    days = [made[0].day - timedelta(days=7 * n) for n in range(_PARTS)]
    made = tuple(replace(s, day=days[n // 4]) for n, s in enumerate(made))

    def address(day: date) -> str:
        return f"/html/{day:%Y-%m/%d}/node_1.htm"

    cells = "".join(f'<td><a href="{address(day)}">{day.day}</a></td>' for day in sorted(days))
    routes: dict[str, Answer | Handler] = {
        address(day): shown(f"<table><tr>{cells}</tr></table>{rows_of(part(made, n))}")
        for n, day in enumerate(days, 1)
    }
    return site_of("calendar of issues", made, routes, address(days[0]))


def _rows_of_a_table_library(made: tuple[Story, ...]) -> Kind:
    """A table of a library asks for rows by fields that no script of the page names."""

    async def rows(request: web.Request) -> web.StreamResponse:
        form = await request.post()
        start, size = int(str(form.get("start", 12))), int(str(form.get("length", 0)))
        found = made[start : start + size]
        return json_of({"data": [{**f, "url": by_id(s)} for f, s in zip(fields(found), found, strict=True)]})

    options = "{serverSide: true, pageLength: 4, ajax: {url: '/dt/rows', type: 'POST'}}"
    routes: dict[str, Answer | Handler] = {
        "/dt/": shown(f'<table id="t"></table><script>$("#t").DataTable({options});</script>'),
        "/dt/rows": rows,
    }
    return site_of("rows of a table library", made, routes, "/dt/")


def _form_put_together(made: tuple[Story, ...]) -> Kind:
    """A script fills the form it posts field by field."""

    async def rows(request: web.Request) -> web.StreamResponse:
        form = await request.post()
        found = part(made, int(str(form.get("p", 0)))) if form.get("kind") == "dt" else ()
        return json_of({"list": [{**f, "url": by_id(s)} for f, s in zip(fields(found), found, strict=True)]})

    filled = "var fd = new FormData(); fd.append('p', 1); fd.append('kind', 'dt');"
    script = f"{filled} fetch('/rows', {{method: 'POST', body: fd}}).then(draw);"
    return site_of(
        "form put together", made, {"/dt/": shown(f"<script>{script}</script>"), "/rows": rows}, "/dt/"
    )


def _menu_in_a_frame(made: tuple[Story, ...]) -> Kind:
    """One frame shows the first column, a menu in the other leads the frame to the rest."""

    def raw(text: str) -> Answer:
        return Answer(f"<html><body>{text}</body></html>", validators=True)

    menu = '<a href="a.asp" target="main">协会动态</a><a href="b.asp" target="main">行业资讯</a><a href="about.html" target="main">关于</a>'
    frames = '<frameset cols="1,2"><frame src="left.htm"><frame name="main" src="a.asp"></frameset>'
    routes: dict[str, Answer | Handler] = {
        "/": Answer(f"<html>{frames}</html>", validators=True),
        "/left.htm": raw(menu),
        "/a.asp": raw(rows_of(made[:6])),
        "/b.asp": raw(f'{rows_of(made[6:9])}<a href="b.asp?p=2">下页</a>'),
        "/b.asp?p=2": raw(rows_of(made[9:])),
    }
    return site_of("menu in a frame", made, routes)


def _columns_numbered_as_pages(made: tuple[Story, ...]) -> Kind:
    """Blocks say "more" and lead to /list/2/ and /list/3/, which are columns, not pages of the front."""

    def block(number: int, some: tuple[Story, ...]) -> str:
        return f'<div class="box">{rows_of(some)}<a class="go" href="/list/{number}/">更多</a></div>'

    front = block(2, made[:2]) + block(3, made[6:8])
    second = column(made[:6], "/list/2/", "/list/2/?p=2")
    return site_of(
        "columns_numbered_as_pages",
        made,
        {"/": shown(front)} | second | column(made[6:], "/list/3/", "/list/3/?p=2"),
    )


def _months_before(made: tuple[Story, ...]) -> Kind:
    """The past of a site is in pages by month, each of which names the month before and after only."""
    made = tuple(replace(s, day=s.day - timedelta(days=9 * n)) for n, s in enumerate(made))
    months = sorted({f"{s.day:%Y-%m}" for s in made}, reverse=True)

    def month(place: int) -> Answer:
        some = tuple(s for s in made if f"{s.day:%Y-%m}" == months[place])
        before = f'<a href="{months[place + 1]}.html">上个月</a>' if place + 1 < len(months) else ""
        after = f'<a href="{months[place - 1]}.html">下个月</a>' if place else ""
        return shown(f"<h2>{months[place]}</h2>{rows_of(some)}<p>{before} {after}</p>")

    links = "".join(f'<a href="{name}.html">{int(name[5:])}月</a> ' for name in months)
    menu = '<div class="nav"><a href="/yaowen/">要闻</a> <a href="/archive/">往期新闻</a></div>'
    return site_of(
        "months_before",
        made,
        {
            "/": shown(menu + rows_of(made[:4])),
            "/yaowen/": shown(menu + rows_of(made[:4])),
            "/archive/": shown(f"<div><b>2026年</b> {links}</div>"),
        }
        | {f"/archive/{name}.html": month(n) for n, name in enumerate(months)},
    )
