"""Lists that come in parts no pager leads to: payloads of frameworks, answers and feeds that name what is next."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote

from aiohttp import web

from tests.farm import Answer
from tests.farm.sites import Kind, Story, by_id, dated_row, listing, page, stories

_PARTS = 3


def kinds(today: date) -> list[Kind]:
    """Return the kinds."""
    built: list[Callable[[tuple[Story, ...]], Kind]] = [
        _flattened_state,
        _address_put_together,
        _columns_of_a_player,
        _feed_in_parts,
        _json_feed_in_parts,
        _links_of_an_answer,
        _rows_loaded_when_seen,
        _comments_and_goods,
        _years,
        _numbers_chosen_and_posted,
        _header_with_the_next,
        _outline_of_feeds,
        _table_in_plain_text,
        _picture_before_the_site,
        _timer_before_the_site,
        _files_numbered_by_a_script,
        *(_carried(*told) for told in _CARRIED),
    ]
    return [build(stories(700 + 3 * n, 12, today)) for n, build in enumerate(built)]


def _part(made: tuple[Story, ...], number: int) -> tuple[Story, ...]:
    return made[4 * number - 4 : 4 * number]


def _rows(made: tuple[Story, ...], number: int) -> str:
    return "".join(dated_row(s, by_id(s)) for s in _part(made, number))


def _json(value: object) -> web.Response:
    return web.json_response(value)


def _flat(value: object) -> list[Any]:
    """Write every value of an object into one list, and in its place where it stands there."""
    flat: list[Any] = []

    def put(inner: object) -> int:
        place = len(flat)
        flat.append(inner)
        if isinstance(inner, dict):
            flat[place] = {key: put(part) for key, part in inner.items()}
        if isinstance(inner, list):
            flat[place] = [put(part) for part in inner]
        return place

    put(value)
    return flat


def _flattened_state(made: tuple[Story, ...]) -> Kind:
    """A framework shows the newest row only; all of them are in its state, which is one flat list."""
    kind = listing("state written flat", made, address=by_id)
    rows = [{"id": s.number, "title": s.title, "publishedAt": str(s.day), "path": by_id(s)} for s in made]
    state = json.dumps(_flat({"data": {"list": {"total": 12, "rows": rows}}, "once": []}))
    script = f'<script type="application/json" id="__NUXT_DATA__">{state}</script>'
    kind.site.routes["/news/"] = Answer(
        page("动态", f"<ul>{_rows(made[:1], 1)}</ul>{script}"), validators=True
    )
    return kind


def _address_put_together(made: tuple[Story, ...]) -> Kind:
    """A script joins the number of the page to the address it asks, and the row's to the one it opens."""
    kind = listing("address put together by a script", made, address=by_id)

    async def rows(request: web.Request) -> web.StreamResponse:
        found = _part(made, int(request.query.get("page", 0)))
        return _json(
            {"code": 0, "data": [{"id": s.number, "title": s.title, "day": str(s.day)} for s in found]}
        )

    kind.site.routes["/news/flow"] = rows
    ask = "$.get('/news/flow?page=' + page + '&t=' + new Date().getTime(), function (r) { show(r, next); })"
    row = """'<li><a href="/newsview-' + item.id + '.html">' + item.title + '</a></li>'"""
    script = (
        f"flow.load({{done: function (page, next) {{ {ask}; }}}}); function show(r) {{ each(r, {row}); }}"
    )
    kind.site.routes["/news/"] = Answer(page("动态", f"<ul></ul><script>{script}</script>"), validators=True)
    return kind


def _columns_of_a_player(made: tuple[Story, ...]) -> Kind:
    """A player of pictures gets addresses and titles as texts of their own, joined by strokes."""
    kind = listing("addresses and titles of a picture player", made, address=by_id)
    shown = made[:5]
    links, texts = "|".join(map(by_id, shown)), "|".join(s.title for s in shown)
    script = (
        f'var pics="/i/1.jpg|/i/2.jpg"; var links="{links}"; var texts="{texts}"; play(pics, links, texts);'
    )
    rows = "".join(dated_row(s, by_id(s)) for s in made[5:])
    inner = f"<script>{script}</script><ul>{rows}</ul>"
    kind.site.routes["/news/"] = Answer(page("动态", inner), validators=True)
    return kind


def _feed_in_parts(made: tuple[Story, ...]) -> Kind:
    """A feed names the document with its older entries (RFC 5005)."""
    kind = listing("feed in parts", made, address=by_id)
    for number in range(1, _PARTS + 1):
        onward = f'<link rel="next" href="/feed?page={number + 1}"/>' if number < _PARTS else ""
        entries = "".join(
            f'<entry><title>{s.title}</title><link href="{by_id(s)}"/><updated>{s.day}T09:00:00+08:00</updated></entry>'
            for s in _part(made, number)
        )
        text = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>动态</title>{onward}{entries}</feed>'
        path = f"/feed?page={number}" if number > 1 else "/feed"
        kind.site.routes[path] = Answer(
            text, headers={"Content-Type": "application/atom+xml"}, validators=True
        )
    kind.entry = "/feed"
    return kind


def _json_feed_in_parts(made: tuple[Story, ...]) -> Kind:
    """A JSON Feed tells its next_url."""
    kind = listing("JSON Feed in parts", made, address=by_id)
    for number in range(1, _PARTS + 1):
        items = [
            {"url": by_id(s), "title": s.title, "date_published": str(s.day)} for s in _part(made, number)
        ]
        onward = {"next_url": f"/feed.json?from={number + 1}"} if number < _PARTS else {}
        text = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items, **onward})
        path = f"/feed.json?from={number}" if number > 1 else "/feed.json"
        kind.site.routes[path] = Answer(text, headers={"Content-Type": "application/json"}, validators=True)
    kind.entry = "/feed.json"
    return kind


def _links_of_an_answer(made: tuple[Story, ...]) -> Kind:
    """An interface names its next page among its links, by a mark that cannot be counted."""
    kind = listing("answer that names its next page", made, address=by_id)

    async def rows(request: web.Request) -> web.StreamResponse:
        number = " mz".index(request.query.get("after", " ")) + 1
        onward = {"next": f"/api/news?after={'mz'[number - 1]}"} if number < _PARTS else {"next": None}
        found = [{"title": s.title, "url": by_id(s), "date": str(s.day)} for s in _part(made, number)]
        return _json({"data": found, "links": onward})

    kind.site.routes["/api/news"] = rows
    kind.entry = "/api/news"
    return kind


def _rows_loaded_when_seen(made: tuple[Story, ...]) -> Kind:
    """The last row is replaced by the next ones as soon as it is seen; pieces of HTML name the piece after them."""
    kind = listing("rows loaded when seen", made, address=by_id)
    for number in range(1, _PARTS + 1):
        mark = f'<li hx-get="/dt/rows?page={number + 1}" hx-trigger="revealed" hx-swap="outerHTML"></li>'
        rows = _rows(made, number) + (mark if number < _PARTS else "")
        text = rows if number > 1 else page("动态", f"<ul>{rows}</ul>")
        path = f"/dt/rows?page={number}" if number > 1 else "/dt"
        kind.site.routes[path] = Answer(text, validators=True)
    kind.entry = "/dt"
    return kind


def _comments_and_goods(made: tuple[Story, ...]) -> Kind:
    """Every row links to what readers said, and goods stand beside the news under addresses like theirs."""
    kind = listing(
        "comments in the rows, goods of like addresses", made, address=lambda s: f"/xhdt/{s.number}.html"
    )
    words = "<p>全棉面料，克重二百克，起订量三百件，打样周期五天，支持来样定做，欢迎来电洽谈。</p>"
    goods = ("加厚防风羽绒马甲", "弹力修身牛仔长裤", "婴幼儿连体爬服套装")
    for story in made:
        kind.site.routes[f"/said/{story.number}.html"] = Answer(
            page("评论", f"<h2>{story.title}的评论</h2>{words}")
        )
    for number, name in enumerate(goods, 310):
        kind.site.routes[f"/cpzs/{number}.html"] = Answer(page(name, f"<h1>{name}</h1>{words}"))
    rows = "".join(
        f'<li><a href="/xhdt/{s.number}.html">{s.title}</a><i>{s.day}</i><a href="/said/{s.number}.html">评论(0)</a></li>'
        for s in made
    )
    beside = "".join(
        f'<p><a href="/cpzs/{n}.html"><img src="/i/{n}.jpg"><b>{name}</b></a></p>'
        for n, name in enumerate(goods, 310)
    )
    kind.site.routes["/news/"] = Answer(page("首页", f"<ul>{rows}</ul><div>{beside}</div>"), validators=True)
    return kind


def _years(made: tuple[Story, ...]) -> Kind:
    """A page for each year, the years named beside one another."""
    moved = tuple(replace(s, day=s.day.replace(year=s.day.year - n // 4, day=1)) for n, s in enumerate(made))
    kind = listing("page for each year", moved, address=by_id)
    first = moved[0].day.year
    parts = {first - n: "".join(dated_row(s, by_id(s)) for s in moved[4 * n : 4 * n + 4]) for n in range(3)}
    names = "".join(f'<a href="/news/?y={year}">{year}年</a>' for year in parts)
    for year, rows in parts.items():
        answer = Answer(page("动态", f"<p>{names}</p><ul>{rows}</ul>"), validators=True)
        kind.site.routes[f"/news/?y={year}"] = answer
        kind.site.routes["/news/" if year == first else f"/news/?y={year}"] = answer
    return kind


def _numbers_chosen_and_posted(made: tuple[Story, ...]) -> Kind:
    """A choice of numbers posts the form around it; another form stands before it."""
    kind = listing("chosen number posted back", made, address=by_id)

    async def show(request: web.Request) -> web.StreamResponse:
        sent = await request.post()
        own = int(str(sent["pick"])) if sent.get("__EVENTTARGET") == "pick" else 1
        marks = {own: " selected"}
        options = "".join(f'<option value="{n}"{marks.get(n, "")}>{n}</option>' for n in range(1, _PARTS + 1))
        change = r"setTimeout('__doPostBack(\'pick\',\'\')', 0)"
        choice = f'<select name="pick" onchange="javascript:{change}">{options}</select>'
        search = '<form action="/search"><input name="q"></form>'
        form = f'<form method="post" action="list.aspx"><input type="hidden" name="__VIEWSTATE" value="s{own}">{choice}</form>'
        return web.Response(
            text=page("动态", f"{search}<ul>{_rows(made, own)}</ul>{form}"), content_type="text/html"
        )

    kind.site.routes["/list.aspx"] = show
    kind.entry = "/list.aspx"
    return kind


def _header_with_the_next(made: tuple[Story, ...]) -> Kind:
    """An interface tells its next page in a header (RFC 8288)."""
    kind = listing("next page in a header", made, address=by_id)

    async def rows(request: web.Request) -> web.StreamResponse:
        number = int(request.query.get("page", 1))
        answer = _json(
            [{"link": by_id(s), "title": s.title, "date": str(s.day)} for s in _part(made, number)]
        )
        if number < _PARTS:
            answer.headers["Link"] = f'</api/posts?page={number + 1}>; rel="next"'
        return answer

    kind.site.routes["/api/posts"] = rows
    kind.entry = "/api/posts"
    return kind


def _outline_of_feeds(made: tuple[Story, ...]) -> Kind:
    """An outline names the feeds of the columns."""
    kind = listing("outline of feeds", made, address=by_id)
    for number in range(1, _PARTS + 1):
        items = "".join(
            f"<item><title>{s.title}</title><link>{by_id(s)}</link><pubDate>{s.day}</pubDate></item>"
            for s in _part(made, number)
        )
        text = f'<rss version="2.0"><channel><title>动态</title>{items}</channel></rss>'
        kind.site.routes[f"/{number}.rss"] = Answer(
            text, headers={"Content-Type": "text/xml"}, validators=True
        )
    named = "".join(f'<outline text="动态" xmlUrl="/{n}.rss"/>' for n in range(1, _PARTS + 1))
    outline = f'<?xml version="1.0"?><opml version="2.0"><body>{named}</body></opml>'
    kind.site.routes["/all.opml"] = Answer(outline, headers={"Content-Type": "text/xml"}, validators=True)
    kind.entry = "/all.opml"
    return kind


def _table_in_plain_text(made: tuple[Story, ...]) -> Kind:
    """A script fills its page from a table in plain text."""
    kind = listing("table in plain text", made, address=by_id)
    table = "日期,标题,地址\n" + "\n".join(f"{s.day},{s.title},{by_id(s)}" for s in made)
    kind.site.routes["/data/news.csv"] = Answer(table, headers={"Content-Type": "text/csv"}, validators=True)
    script = '$.get("/data/news.csv?v=" + Math.random(), function (text) { draw(text); });'
    kind.site.routes["/news/"] = Answer(page("动态", f"<script>{script}</script>"), validators=True)
    return kind


def _before(kind: Kind, made: tuple[Story, ...], splash: str) -> Kind:
    rows = "".join(dated_row(s, by_id(s)) for s in made)
    kind.site.routes["/main.html"] = Answer(page("动态", f"<ul>{rows}</ul>"), validators=True)
    kind.site.routes["/"] = Answer(f"<html><title>协会</title>{splash}</html>", validators=True)
    kind.entry = "/"
    return kind


def _picture_before_the_site(made: tuple[Story, ...]) -> Kind:
    """A picture leads in."""
    enter = '<body><a href="/main.html"><img src="/in.jpg" alt="点击进入"></a></body>'
    return _before(listing("picture before the site", made, address=by_id), made, enter)


def _timer_before_the_site(made: tuple[Story, ...]) -> Kind:
    """A timer leads in, telephones elsewhere."""
    choice = 'if (isPhone()) { location.assign("/m/"); }'
    timer = f"<body><script>{choice} setTimeout(\"location.href='/main.html'\", 3000);</script></body>"
    return _before(listing("timer before the site", made, address=by_id), made, timer)


def _files_numbered_by_a_script(made: tuple[Story, ...]) -> Kind:
    """A column's rows stand in files beside it; its script numbers them and counts them."""
    kind = listing("files numbered by a script", made, address=by_id, entry="/zw/gzdt/index.html")
    for number in range(3):
        listed = [
            {"DOCTITLE": s.title, "DOCPUBURL": by_id(s), "DOCRELTIME": f"{s.day}"}
            for s in _part(made, number + 1)
        ]
        name = f"gzdt_{number}" if number else "gzdt"
        kind.site.routes[f"/zw/gzdt/{name}.json"] = Answer(
            json.dumps({"data": listed}), headers={"content-type": "application/json"}, validators=True
        )
    turn = "var file = n > 0 ? './gzdt_' + n + '.json' : './gzdt.json'; $.getJSON(file, draw);"
    links = (
        'for (var i = 0; i < countPage; i++) { s += "<a href=\'javascript:load(" + i + ")\'>" + i + "</a>"; }'
    )
    script = f"var countPage = 3, s = ''; function load(n) {{ {turn} }} {links} load(0);"
    kind.site.routes["/zw/gzdt/index.html"] = Answer(
        page("动态", f"<ul id='rows'></ul><script>{script}</script>"), validators=True
    )
    return kind


def _carried(name: str, write: Callable[[tuple[Story, ...]], str]) -> Callable[[tuple[Story, ...]], Kind]:
    """A page that shows no row and carries all of them in some other shape."""

    def build(made: tuple[Story, ...]) -> Kind:
        kind = listing(name, made, address=by_id)
        kind.site.routes["/news/"] = Answer(
            page("动态", f'<div id="app"></div>{write(made)}'), validators=True
        )
        return kind

    return build


def _told(made: tuple[Story, ...]) -> str:
    rows = [{"id": s.number, "title": s.title, "publishTime": str(s.day), "url": by_id(s)} for s in made]
    return json.dumps({"list": rows})


def _records(made: tuple[Story, ...]) -> str:
    return f'<script>var d = "{"#".join(f"{by_id(s)}|{s.title}|{s.day}" for s in made)}"; show(d);</script>'


def _percent_encoded(made: tuple[Story, ...]) -> str:
    return f'<script>var state = JSON.parse(decodeURIComponent("{quote(_told(made))}"));</script>'


def _in_base64(made: tuple[Story, ...]) -> str:
    return f'<script>var state = decode("{b64encode(_told(made).encode()).decode()}");</script>'


def _island(made: tuple[Story, ...]) -> str:
    rows = [[0, {"title": [0, s.title], "day": [0, str(s.day)], "href": [0, by_id(s)]}] for s in made]
    return f'<astro-island props="{escape(json.dumps({"rows": [1, rows]}))}"></astro-island>'


def _template(made: tuple[Story, ...]) -> str:
    return f"<template><ul>{''.join(dated_row(s, by_id(s)) for s in made)}</ul></template>"


def _elements(made: tuple[Story, ...]) -> str:
    return "".join(f'<news-item link="{by_id(s)}" date="{s.day}">{s.title}</news-item>' for s in made)


def _cells(made: tuple[Story, ...]) -> str:
    rows = ",".join(f'[{s.number},"{s.title}","{s.day}"]' for s in made)
    opened = """'<a href="/newsview-' + d[i][0] + '.html">' + d[i][1] + '</a>'"""
    return f"<script>var d = [{rows}]; for (var i = 0; i < 12; i++) add({opened});</script>"


def _text_area(made: tuple[Story, ...]) -> str:
    return f"<textarea hidden>{escape(_told(made))}</textarea>"


def _document(made: tuple[Story, ...]) -> str:
    rows = "".join(
        f"<item><title>{s.title}</title><url>{by_id(s)}</url><day>{s.day}</day></item>" for s in made
    )
    return f"<xml>{rows}</xml>"


_CARRIED: tuple[tuple[str, Callable[[tuple[Story, ...]], str]], ...] = (
    ("records in one text", _records),
    ("state percent-encoded", _percent_encoded),
    ("state in base64", _in_base64),
    ("values after their types", _island),
    ("template", _template),
    ("elements of a component", _elements),
    ("cells of arrays", _cells),
    ("text area", _text_area),
    ("document in an old browser's element", _document),
)
