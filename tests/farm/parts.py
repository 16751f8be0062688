"""Lists that come in parts no pager leads to: payloads of frameworks, answers and feeds that name what is next."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

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
