"""Jobs: polling that loses and doubles nothing, health that is told, the chain run again; and what decides them."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import web

from bot import jobs, polling, reading
from bot.app import App
from bot.errors import StoreError
from bot.polling import Copy, Memory, Pending, Seen, to_fetch, to_recheck, wants_next_page
from bot.store import SourceState
from scrapers.discover import Request
from scrapers.errors import TimedOut
from scrapers.fetch import Fetcher
from scrapers.model import Link, Page, Source
from tests.farm import Answer, Site, serving
from tests.farm.polls import config, poll, stored
from tests.farm.sites import SHANGHAI, article, by_date, by_id, dated_row, listing, page, stories
from tests.waiting import wait_for

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2025, 3, 20, 1, 0, tzinfo=UTC)
TODAY = datetime.now(UTC).astimezone(SHANGHAI).date()


@pytest.fixture
def app(tmp_path):
    with App(config(tmp_path)) as opened:
        yield opened


def only(results):
    (result,) = results.values()
    return result


# --- decisions -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("contacted", "declared", "pages", "links", "unknown", "more"),
    [
        (False, 1, 1, 20, 20, False),
        (False, 3, 1, 20, 20, True),
        (False, 3, 2, 20, 0, True),
        (False, 3, 3, 20, 20, False),
        (True, 1, 1, 20, 20, True),
        (True, 1, 7, 20, 18, True),
        (True, 3, 1, 20, 5, False),
        (True, 1, 1, 20, 0, False),
        (True, 1, 50, 20, 20, False),
    ],
)
def test_next_pages_are_followed_on_first_contact_and_after_an_outage(
    contacted, declared, pages, links, unknown, more
):
    """At most `pages` at first; later while most entries are unknown, however few are pinned; never for ever."""
    source, memory = Source("a", "http://a/", pages=declared), Memory(contacted=contacted)
    assert wants_next_page(source, memory, pages, links, unknown) is more


@pytest.mark.parametrize(
    ("contacted", "links", "unknown", "more"),
    [
        (False, 20, 20, True),
        (False, 0, 0, True),
        (True, 20, 18, True),
        (True, 0, 0, True),
        (True, 20, 5, False),
    ],
)
def test_the_sheets_of_an_issue_are_read_with_its_first(contacted, links, unknown, more):
    """On first contact all of them, later while the issue is new; one that lists nothing tells nothing."""
    source, memory = Source("a", "http://a/", pages=1), Memory(contacted=contacted)
    assert wants_next_page(source, memory, 1, links, unknown, within=True) is more


def seen(url, first, checked, **more):
    return Seen(url, "t", NOW - timedelta(hours=first), NOW - timedelta(hours=checked), **more)


@pytest.mark.parametrize(
    ("entry", "forced", "due"),
    [
        (seen("http://a/1", 6, 6), False, True),
        (seen("http://a/1", 12, 6), False, True),
        (seen("http://a/1", 18, 6), False, False),
        (seen("http://a/1", 18, 6), True, True),
        (seen("http://a/1", 24 * 20, 24 * 11), False, True),
        (seen("http://a/1", 24 * 20, 24 * 11), True, False),
        (seen("http://a/1", 24 * 31, 24 * 31), False, False),
    ],
)
def test_known_articles_are_looked_at_in_growing_intervals(entry, forced, due):
    """After six hours, then at twice the age, for a month; a forced poll looks at a week's."""
    memory = Memory(seen={"http://a/1": entry})
    assert bool(to_recheck(memory, (), NOW, forced=forced)) is due


def test_a_changed_title_is_looked_at_at_once():
    """An edit that shows in the list needs no waiting."""
    memory = Memory(seen={"http://a/1": seen("http://a/1", 100, 1)})
    assert to_recheck(memory, [Link("http://a/1", "t")], NOW, forced=False) == ()
    assert to_recheck(memory, [Link("http://a/1", "t2")], NOW, forced=False)[0].title == "t2"


def test_one_article_in_two_columns_is_fetched_once():
    """Same title and number behind another column; another number is another article."""
    title = "关于召开年度会员大会的通知"
    memory = Memory(seen={"http://a/cid/3/id/7": replace(seen("http://a/cid/3/id/7", 1, 1), title=title)})
    urls = (
        "http://a/cid/5/id/7",
        "http://a/cid/5/id/8",
        "http://a/show?cid=3&id=8",
        "http://a/show?cid=5&id=8",
    )
    found = to_fetch(memory, [Link(url, title) for url in urls], ())
    assert [entry.link.url for entry in found] == ["http://a/cid/5/id/8"]


@pytest.mark.parametrize(
    ("url", "title", "other", "named", "fetched"),
    [
        ("/a/2026/1013/1457.html", "关于召开年度会员大会的通知", "/view.php?aid=1457", "关于召开年度会员大会的通知", 1),
        ("/a/2026/1013/1457.html", "关于召开年度会员大会的通知", "/view.php?aid=1457", "关于召开年度会员大会", 2),
        ("/a/2026/1013/1457.html", "关于召开全省年度会员大会的通知", "/view.php?aid=1457", "关于召开全省年度会员大会", 1),
        ("/2026/1013/12.html", "棉花价格指数今日小幅上涨", "/2026/1014/12.html", "棉花价格指数今日小幅上涨", 2),
        ("/show.asp?id=612", "关于召开年度会员大会的通知", "/show.asp?id=612&title=%B9%A4%D7%F7", "关于召开年度会员大会的通知", 1),
        ("/newsview-88-1.html", "协会召开会议", "/NewsView-88-1.html", "协会召...", 1),
        ("/show.aspx?lm=6&id=88", "协会召开会议", "/show.aspx?id=88&lm=6", "协会召...", 1),
        ("/show.aspx?lm=6&id=88", "协会召开会议", "/show.aspx?id=6&lm=88", "协会召开会议", 2),
        ("/tab/8/articleId/77/Default.aspx", "关于召开年度会员大会的通知", "/tab/8/articleId/77/wool-1106.aspx", "关于召开年度会员大会的通知", 1),
        ("/tab/8/articleId/77/Default.aspx", "关于召开年度会员大会的通知", "/tab/8/articleId/78/Default.aspx", "关于召开年度会员大会的通知", 2),
    ],
)  # fmt: skip
def test_an_article_under_two_addresses_is_fetched_once(url, title, other, named, fetched):
    """One own number and title whatever dates and cuts, one address whatever capitals and order of parameters; short numbers
    begin anew each day."""
    links = [Link(f"http://a{url}", title), Link(f"http://a{other}", named)]
    assert len(to_fetch(Memory(), links, ())) == fetched


def test_what_is_left_over_is_fetched_with_what_is_new_each_once():
    """Promised entries come first, those that failed among good ones last, known and skipped ones not at all."""
    memory = Memory(
        pending=(
            Pending(Link("http://a/9"), 1, apart=True),
            Pending(Link("http://a/1"), 2),
            Pending(Link("http://a/5")),
        ),
        seen={"http://a/3": seen("http://a/3", 1, 1, skipped="登录页面")},
    )
    links = [Link(f"http://a/{n}") for n in (1, 2, 3, 4)]
    found = to_fetch(memory, links, {"http://a/4", "http://a/5"})
    assert [(entry.link.url, entry.tries) for entry in found] == [
        ("http://a/1", 2),
        ("http://a/2", 0),
        ("http://a/9", 1),
    ]


def test_memory_survives_its_stored_form():
    """Through JSON and back; an older or damaged form is forgotten, not an error."""
    memory = Memory(
        declared="x",
        lists={
            "http://a/": Copy(
                "e", "m", "d", (Request("http://a/q", "POST", {"p": "1"}, ("/{id}",), turns=("a", 1, 2)),)
            )
        },
        seen={"http://a/1": seen("http://a/1", 2, 1, copy=Copy("e"), skipped="x", gone=1)},
        pending=(Pending(Link("http://a/2", "t", "2025-03-20"), 1, True),),
        resume="http://a/3",
        last_new=NOW,
        dates=("2025-03-20",),
        boilerplate=("关注公众号",),
        contacted=True,
        had_links=3,
        stage="fetch",
    )
    assert Memory.from_json(json.loads(json.dumps(memory.to_json()))) == memory
    assert Memory.from_json({}) == Memory.from_json({"seen": 3}) == Memory()


def test_another_declaration_makes_the_lists_new():
    """A changed rule must look at an unchanged page again; what is stored stays known."""
    source = Source("a", "http://a/")
    memory = replace(
        polling.recall(source, {}),
        lists={"http://a/": Copy("e")},
        seen={"u": seen("u", 1, 1), "v": seen("v", 1, 1, skipped="x")},
        contacted=True,
    )
    assert polling.recall(replace(source, every=9.0, name="b"), memory.to_json()) == memory
    changed = polling.recall(replace(source, article=r"/news/"), memory.to_json())
    assert (changed.lists, list(changed.seen), changed.contacted) == ({}, ["u"], False)


def test_the_memory_of_a_source_stays_small():
    """What left the list long ago is forgotten first; what stands on it never."""
    old = {f"http://a/{n}": seen(f"http://a/{n}", 1000 - n, 1) for n in range(600)}
    kept = polling.remembered(Memory(seen=old), {}, ["http://a/0"])
    assert len(kept) == 400 and "http://a/0" in kept and "http://a/599" in kept and "http://a/1" not in kept


@pytest.mark.parametrize(
    ("headers", "modified"),
    [
        ({"last-modified": "Thu, 20 Mar 2025 00:00:00 GMT", "date": "Thu, 20 Mar 2025 01:00:00 GMT"}, "Thu, 20 Mar 2025 00:00:00 GMT"),
        ({"last-modified": "Thu, 20 Mar 2025 01:00:00 GMT", "date": "Thu, 20 Mar 2025 01:00:00 GMT"}, "Thu, 20 Mar 2025 00:59:59 GMT"),
        ({"date": "Thu, 20 Mar 2025 01:00:00 GMT"}, "Thu, 20 Mar 2025 01:00:00 GMT"),
        ({}, None),
    ],
)  # fmt: skip
def test_every_page_gives_something_to_ask_conditionally_with(headers, modified):
    """Last-Modified, else the answer's Date; a page changed in the second it was sent is asked for again."""
    assert polling.copy_of(Page("u", "u", 200, headers, b"x", NOW)).modified == modified


@pytest.mark.parametrize(
    ("control", "age", "seconds"),
    [
        ("max-age=600", "0", 600),
        ("public, max-age=600", "100", 500),
        ("max-age=9999999", "0", 86400),
        ("no-cache", "0", None),
    ],
)
def test_cache_control_says_how_long_a_list_is_fresh(control, age, seconds):
    """max-age less Age, believed for a day at most."""
    said = polling.freshness(Page("u", "u", 200, {"cache-control": control, "age": age}, b"", NOW))
    assert said == (NOW + timedelta(seconds=seconds) if seconds is not None else None)


# --- polling -------------------------------------------------------------------------------------


def test_an_edited_article_is_seen_and_keeps_its_earlier_text(app):
    """The second poll stores a new version under the same id."""
    story = stories(1, 1, TODAY)[0]
    kind = listing("a", (story,))
    with serving(kind.site):
        source = Source("a", kind.site.url + "/news/")
        poll(app, [source])
        edited = replace(
            story, paragraphs=(*story.paragraphs[:2], "更正：会议改在下周三举行，请各单位相互转告。")
        )
        kind.site.routes[by_date(story)] = Answer(article(edited), validators=True)
        assert only(poll(app, [source])).changed == 1
        assert only(poll(app, [source])).changed == 0
    (now,) = stored(app, "a").values()
    assert "改在下周三举行" in now.text
    assert len(app.store.versions(now.id)) == 1


def test_new_entries_are_found_and_only_they_are_fetched(app):
    """A list that grew costs its own request and one for each new article."""
    made = stories(2, 5, TODAY)
    kind, later = listing("a", made[2:]), listing("a", made)
    with serving(kind.site):
        source = Source("a", kind.site.url + "/news/")
        assert only(poll(app, [source], forced=False)).new == 3
        kind.site.routes.update(later.site.routes)
        before = len(kind.site.hits)
        assert only(poll(app, [source], forced=False)).new == 2
        fresh = {hit.target for hit in kind.site.hits[before:] if not hit.conditional}
    assert fresh == {by_date(story) for story in made[:2]}


def test_an_article_that_fails_is_tried_again_by_the_next_poll(app):
    """A host that is away for a moment loses nothing, even when the list is unchanged (304)."""
    made = stories(3, 4, TODAY)
    kind = listing("a", made)
    good = kind.site.routes[by_date(made[1])]
    with serving(kind.site):
        source = Source("a", kind.site.url + "/news/")
        kind.site.routes[by_date(made[1])] = Answer("", 503)
        first = only(poll(app, [source]))
        kind.site.routes[by_date(made[1])] = good
        second = only(poll(app, [source]))
    assert (first.new, first.state, second.new) == (3, "ok", 1)


def slow(monkeypatch, targets, times):
    """Let what is asked for at these paths come too late so many times; return the paths asked in order."""
    asked, ask = [], Fetcher._ask

    async def late(fetcher, request, *rest):
        path = urlsplit(request.url).path
        asked.append(path)
        if path in targets and asked.count(path) <= times:
            raise TimedOut("超时无应答", request.url)
        return await ask(fetcher, request, *rest)

    monkeypatch.setattr(Fetcher, "_ask", late)
    return asked


def test_an_article_that_came_too_late_is_asked_for_once_more_at_the_end(app, monkeypatch):
    """A moment's slowness costs no poll, when the host gives its other articles."""
    made = stories(3, 5, TODAY)
    kind, late = listing("a", made), by_date(made[1])
    asked = slow(monkeypatch, {late}, 1)
    with serving(kind.site):
        first = only(poll(app, [Source("a", kind.site.url + "/news/")]))
    assert (first.new, first.state, asked.count(late), asked[-1]) == (5, "ok", 2, late)


def test_a_host_that_stays_slow_is_not_pressed(app, monkeypatch):
    """One second try that fails too is the last of its poll; with no article given there is none at all."""
    made = stories(3, 6, TODAY)
    kind, late = listing("a", made), [by_date(story) for story in made[1:3]]
    with monkeypatch.context() as patch, serving(kind.site):
        asked = slow(patch, set(late), 9)
        assert only(poll(app, [Source("a", kind.site.url + "/news/")])).new == 4
    assert sum(map(asked.count, late)) == 3
    kind = listing("b", made)
    with serving(kind.site):
        asked = slow(monkeypatch, set(map(by_date, made)), 9)
        assert only(poll(app, [Source("b", kind.site.url + "/news/")])).new == 0
    assert max(map(asked.count, map(by_date, made))) == 1


def test_articles_that_fail_among_good_ones_do_not_speak_for_the_source(app):
    """Pages that stay behind a check are tried last, so all others are in by the second poll, and the source stays ok."""
    made = stories(6, 8, TODAY)
    kind, later = listing("a", made[1:]), listing("a", made)
    bad = {by_date(story): Answer("<h1>访问过于频繁</h1>") for story in made[3:7]}
    with serving(kind.site):
        source = Source("a", kind.site.url + "/news/")
        kind.site.routes |= bad
        results = [only(poll(app, [source], forced=False)) for _ in range(2)]
        kind.site.routes |= later.site.routes | bad
        before = len(kind.site.hits)
        results.append(only(poll(app, [source], forced=False)))
        asked = [hit.target for hit in kind.site.hits[before:]]
    assert [result.state for result in results] == ["ok"] * 3
    # Three failures in a row may end the first poll before its last page: which come first is the network's choice.
    assert (results[0].new + results[1].new, results[2].new) == (3, 1)
    assert asked.index(by_date(made[0])) < min(map(asked.index, bad))


def test_a_host_that_dies_in_the_middle_is_left_alone_and_resumed(app):
    """After three failures in a row the rest waits for the next poll."""
    made = stories(4, 24, TODAY)
    kind = listing("a", made)
    alive = dict(kind.site.routes)
    with serving(kind.site):
        source = Source("a", kind.site.url + "/news/")
        for story in made[4:]:
            kind.site.routes[by_date(story)] = Answer("", 403)
        first = only(poll(app, [source]))
        refused = [hit for hit in kind.site.hits if hit.target in {by_date(story) for story in made[4:]}]
        kind.site.routes = alive
        second = only(poll(app, [source]))
    assert (first.new, second.new) == (4, 20)
    assert len(refused) <= 8  # two at a time, and a late success counts in between
    assert len(stored(app, "a")) == 24


def test_a_silent_host_keeps_nobody_elses_articles_back(app):
    """A list may lead to several hosts: where another does not answer, the site's own rows come in all the same."""
    made = stories(4, 6, TODAY)
    kind = listing("a", made)
    elsewhere = "".join(
        f'<li><a href="http://127.0.0.2:9/s/{n:08x}">某某服装行业协会召开第{n}次理事会议</a> {TODAY:%Y-%m-%d}</li>'
        for n in range(1, 7)
    )
    page = kind.site.routes["/news/"]
    body = page.body.decode() if isinstance(page.body, bytes) else page.body
    with serving(kind.site):
        kind.site.routes["/news/"] = replace(page, body=body.replace("<li>", elsewhere + "<li>", 1))
        source = Source(
            "a", kind.site.url + "/news/", article="/s/[0-9a-f]+|" + re.sub(r"\d+", r"\\d+", by_date(made[0]))
        )
        result = only(poll(app, [source]))
    assert result.new == 6


def test_a_back_fill_follows_next_pages_until_known_articles(app):
    """After an outage all that is still on the list pages comes in, beyond `pages`."""
    made = stories(5, 30, TODAY)

    def lists(shown):
        routes = {}
        for number in range(0, len(shown), 6):
            rows = "".join(dated_row(s, by_date(s)) for s in shown[number : number + 6])
            after = (
                f'<a href="/news/index_{number // 6 + 1}.html">下一页</a>' if number + 6 < len(shown) else ""
            )
            path = f"/news/index_{number // 6}.html" if number else "/news/"
            routes[path] = Answer(
                page("动态", f'<ul class="list">{rows}</ul><div class="pages">{after}</div>'), validators=True
            )
        return routes

    kind = listing("a", made)
    kind.site.routes.update(lists(made[20:]))
    with serving(kind.site):
        source = Source("a", kind.site.url + "/news/", pages=1)
        assert only(poll(app, [source])).new == 6  # first contact: one page
        kind.site.routes.update(lists(made))
        assert only(poll(app, [source])).new == 20  # pages 1 to 4; the fourth is half known
    assert set(stored(app, "a")) == {story.title for story in made[:26]}


@pytest.mark.parametrize("second", ["index_1.shtml", "index_2.shtml"])
def test_the_second_of_two_pages_is_found_by_either_name_that_its_script_may_give_it(app, second):
    """The call that writes the pager tells which page is shown, not whether its files count from nought."""
    made = stories(5, 8, TODAY)
    kind = listing("a", made)
    for own, path in ((1, "/news/"), (2, f"/news/{second}")):
        rows = "".join(dated_row(s, by_date(s)) for s in made[4 * own - 4 : 4 * own])
        pager = f'<script>createPageHTML("pg", 2, {own}, "index", "shtml", 8);</script>'
        kind.site.routes[path] = Answer(page("动态", f"<ul>{rows}</ul>{pager}"), validators=True)
    with serving(kind.site):
        source = Source("a", kind.site.url + "/news/", pages=3)
        assert only(poll(app, [source])).new == 8
        before = len(kind.site.asked())
        poll(app, [source])
    assert [path for path in kind.site.asked()[before:] if "index" in path] == []


def _columns(made, count):
    """A front page with the newest articles of the first column, and a menu that leads to as many columns as told."""
    names = [f"/c{n}/" for n in range(count)]
    menu = "".join(f'<li><a href="{to}">行业资讯{n}</a></li>' for n, to in enumerate(names))
    rows = {
        to: "<ul>" + dated_row(story, by_id(story)) + "</ul>" for to, story in zip(names, made, strict=False)
    }
    front = f"<ul>{menu}</ul>" + "".join(rows[to] for to in names[:3])
    return {"/": front} | rows


def _shown(inner):
    return Answer(f"<html><body>{inner}</body></html>", validators=True)


def test_a_column_that_stands_only_in_the_menu_is_asked_again(app):
    """What is new there is found though the front page is unchanged; what is unchanged is asked for conditionally.

    So short a while after the look before, no article is due for another.
    """
    made, began = stories(41, 7, TODAY), app.now()
    kind = listing("columns", made, address=by_id)
    pages = _columns(made[1:], 5)
    del kind.site.routes["/news/"]
    kind.site.routes |= {to: _shown(inner) for to, inner in pages.items()}
    with serving(kind.site):
        source = Source("a", kind.site.url + "/", pages=20)
        app.now = lambda: began
        assert only(poll(app, [source])).new == 5
        grown = pages["/c4/"] + "<ul>" + dated_row(made[0], by_id(made[0])) + "</ul>"
        kind.site.routes["/c4/"] = _shown(grown)
        for minutes, new in ((60, 1), (72, 0), (75, 0)):
            before = len(kind.site.hits)
            app.now = partial(began.__add__, timedelta(minutes=minutes))
            assert only(poll(app, [source], forced=False)).new == new
        asked = kind.site.hits[before:]
    assert [hit.target for hit in asked] == list(pages)
    assert all(hit.conditional for hit in asked)


def test_each_column_of_a_front_page_without_rows_is_read_though_the_first_goes_on(app):
    """That one column has a second page says nothing of the others."""
    made = stories(43, 12, TODAY)
    kind = listing("columns", made, address=by_id)
    menu = "".join(f'<a href="/list?c={n}">{name}</a>' for n, name in enumerate(("产业要闻", "政策法规")))
    rows = [
        "<ul>" + "".join(dated_row(s, by_id(s)) for s in made[n : n + 3]) + "</ul>" for n in range(0, 12, 3)
    ]

    async def listed(request: web.Request) -> web.StreamResponse:
        column, number = int(request.query["c"]), int(request.query.get("page", 1))
        turn = f'<a href="/list?c={column}&page=2">下一页</a>'
        shown = f"<div>{menu}</div>{rows[2 * column + number - 1]}<p>{number} {turn}</p>"
        return web.Response(text=f"<html><body>{shown}</body></html>", content_type="text/html")

    del kind.site.routes["/news/"]
    kind.site.routes |= {"/": _shown(f"<div>{menu}</div>"), "/list": listed}
    with serving(kind.site):
        assert only(poll(app, [Source("a", kind.site.url + "/", pages=20)])).new == 12


@pytest.mark.parametrize("field", ["current", "page"])
def test_an_interface_is_asked_for_its_second_page_by_the_field_that_it_knows(app, field):
    """It tells the page as current; one that does not know that field gives the first page again."""
    made = stories(5, 12, TODAY)
    kind = listing("a", made)
    script = "$.getJSON('/api/news/list', draw);"
    kind.site.routes["/news/"] = Answer(page("动态", f"<ul id='rows'></ul><script>{script}</script>"))

    async def rows(request: web.Request) -> web.StreamResponse:
        number = int(request.query.get(field, 1))
        listed = [
            {"id": s.number, "title": s.title, "url": by_date(s)} for s in made[4 * number - 4 : 4 * number]
        ]
        return web.json_response({"records": listed, "total": 12, "current": number, "pages": 3})

    kind.site.routes["/api/news/list"] = rows
    with serving(kind.site):
        assert only(poll(app, [Source("a", kind.site.url + "/news/", pages=5)])).new == 12


def test_what_several_columns_ask_for_alike_is_asked_once_in_a_poll(app):
    """Every path of a program shows the same shell, whose script asks for the same rows."""
    made = stories(5, 6, TODAY)
    kind = listing("a", made)
    shell = '<html><head><title>联盟</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>'
    rows = [{"id": s.number, "title": s.title, "url": by_date(s), "date": f"{s.day}"} for s in made]
    names = (("dt", "联盟动态"), ("hy", "行业资讯"))
    menus = ",".join(f'{{name:"{name}",path:"/news/{key}"}}' for key, name in names)
    program = f'var menus=[{menus}];request("/api/news/list",{{params:{{page:this.page,size:10}}}})'
    for path in ("/news/", "/news/dt", "/news/hy"):
        kind.site.routes[path] = Answer(shell)
    kind.site.routes["/app.js"] = Answer(program, headers={"content-type": "application/javascript"})
    for target, told in (("/api/news/list?page=1&size=10", rows), ("/api/news/list?page=2&size=10", [])):
        kind.site.routes[target] = Answer(
            json.dumps({"rows": told}), headers={"content-type": "application/json"}
        )
    with serving(kind.site):
        assert only(poll(app, [Source("a", kind.site.url + "/news/", pages=3)])).new == 6
    assert kind.site.asked().count("/api/news/list?page=1&size=10") == 1


def test_the_columns_asked_again_are_few_and_one_that_fails_keeps_none_back(app):
    """At most sixteen in a poll; one in the middle that is away does not hide what is new behind it."""
    made = stories(42, 22, TODAY)
    kind = listing("columns", made, address=by_id)
    pages = _columns(made[1:], 20)
    del kind.site.routes["/news/"]
    kind.site.routes |= {to: _shown(inner) for to, inner in pages.items()}
    with serving(kind.site):
        source = Source("a", kind.site.url + "/", pages=20)
        poll(app, [source])
        kind.site.routes["/c4/"] = Answer("", 503)
        grown = pages["/c9/"] + "<ul>" + dated_row(made[0], by_id(made[0])) + "</ul>"
        kind.site.routes["/c9/"] = _shown(grown)
        before = len(kind.site.hits)
        assert only(poll(app, [source], forced=False)).new == 1
        lists = [hit.target for hit in kind.site.hits[before:] if hit.target in pages]
    assert len(set(lists)) <= 1 + 16


def test_a_source_that_changed_its_layout_says_so(app):
    """Links before and none now: changed, with the stage, and the stored articles stay."""
    kind = listing("a", stories(6, 3, TODAY))
    with serving(kind.site):
        source = Source("a", kind.site.url + "/news/")
        poll(app, [source])
        kind.site.routes["/news/"] = Answer(page("新版", "<div id='root'></div>"))
        result = only(poll(app, [source]))
    assert result.state == "changed" and "改版" in result.error
    state = app.store.source_state("a")
    assert (state.failures, state.health, state.items, state.habits["stage"]) == (1, "changed", 3, "discover")


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer("", 412), "refused"),
        (Answer("", 521, {"X-Via-JSL": "1"}), "refused"),
        (Answer("", 403), "refused"),
        (Answer("<h3>请完成安全验证</h3><p>请输入验证码</p>"), "refused"),
        (Answer("", 500), "unreachable"),
        (Answer("", 404), "changed"),
        (Answer(bytes(range(256)) * 99), "empty"),
        (Answer(b""), "empty"),
        (Answer(b"x" * 9_000_000), "changed"),
        (Answer("", 302, {"Location": "http://10.0.0.1/"}), "refused"),
        (Answer("", 302, {"Location": "/"}), "changed"),
    ],
)
def test_every_way_to_fail_has_its_state(app, answer, state):
    """One bad answer, one word, an error in the result, and a later poll."""
    site = Site({"/": answer})
    with serving(site):
        result = only(poll(app, [Source("a", site.url + "/")]))
    assert result.state == state and result.error
    kept = app.store.source_state("a")
    assert kept.failures == 1 and kept.next_due > datetime.now(UTC) + timedelta(hours=5)


def test_a_source_recovers_by_itself(app):
    """The first good poll clears the failures."""
    kind = listing("a", stories(7, 2, TODAY))
    good = kind.site.routes["/news/"]
    with serving(kind.site):
        source = Source("a", kind.site.url + "/news/")
        kind.site.routes["/news/"] = Answer("", 500)
        for _ in range(3):
            poll(app, [source])
        assert app.store.source_state("a").failures == 3
        kind.site.routes["/news/"] = good
        assert only(poll(app, [source])).new == 2
    assert (app.store.source_state("a").failures, app.store.source_state("a").health) == (0, "ok")


def test_a_page_that_a_reader_trips_over_stops_nothing(app, monkeypatch):
    """A fault of our own on one page is written down; the others are stored."""
    made = stories(8, 4, TODAY)
    kind = listing("a", made)
    real = reading.read

    def tripping(pages, *rest):
        if pages[0].url.endswith(by_date(made[2])):
            raise RecursionError("deep")
        return real(pages, *rest)

    monkeypatch.setattr(reading, "read", tripping)
    with serving(kind.site):
        result = only(poll(app, [Source("a", kind.site.url + "/news/")]))
    assert (result.new, result.skipped, result.state) == (3, 1, "ok")


def test_a_withdrawn_announcement_is_put_in_doubt_and_comes_back(app):
    """Gone at two looks in a row: what was still to come falls below the digest's floor; nothing is invented."""
    day = TODAY + timedelta(days=40)
    words = (
        f"第八届中国羽绒服装博览会将于{day.year}年{day.month}月{day.day}日在杭州国际博览中心举办，由浙江省服装行业协会主办。",
        "本届博览会设展位三百个，欢迎各企业报名参展，报名电话见协会网站。",
    )
    story = replace(stories(13, 1, TODAY)[0], title="第八届中国羽绒服装博览会将在杭州举办", paragraphs=words)
    kind = listing("a", (story, *stories(14, 2, TODAY)))
    there = kind.site.routes[by_date(story)]

    def confidence():
        return max(r.record.confidence for r in app.store.records() if (r.record.start or "") == str(day))

    with serving(kind.site):
        source = Source("a", kind.site.url + "/news/")
        poll(app, [source])
        sure = confidence()
        kind.site.routes[by_date(story)] = Answer("", 404)
        poll(app, [source])
        assert confidence() == sure
        poll(app, [source])
        assert confidence() <= 0.3 < sure
        assert not any(r.record.status == "cancelled" for r in app.store.records())
        kind.site.routes[by_date(story)] = there
        poll(app, [source])
    assert confidence() == sure


def test_what_every_page_of_a_site_carries_is_learned(app):
    """After one poll of many articles their common paragraphs are cut from later ones."""
    same = "欢迎关注某某行业协会公众号，获取更多行业资讯与会员服务信息，入会咨询请致电秘书处。"
    made = [replace(s, paragraphs=(*s.paragraphs, same)) for s in stories(15, 12, TODAY)]
    kind, later = listing("a", tuple(made[2:])), listing("a", tuple(made))
    with serving(kind.site):
        source = Source("a", kind.site.url + "/news/")
        poll(app, [source])
        kind.site.routes.update(later.site.routes)
        assert only(poll(app, [source])).new == 2
    texts = stored(app, "a")
    assert all(same not in texts[story.title].text for story in made[:2])
    assert all(p in texts[story.title].text for story in made for p in story.paragraphs[:3])


@pytest.mark.parametrize(
    ("second", "whole"),
    [(Answer("none", 404), False), (Answer(page("x", "")), False), (Answer("", 503), None)],
)
def test_a_missing_second_page_does_not_lose_the_first(app, second, whole):
    """A body goes as far as its pages do; a host that is away for now is asked again by the next poll."""
    story = stories(20, 1, TODAY)[0]
    kind = listing("a", (story,), address=lambda s: f"/view-{s.number}.html")
    onward = f'<p>{story.paragraphs[0]}</p><a href="/view-{story.number}_2.html">下一页</a>'
    kind.site.routes[f"/view-{story.number}.html"] = Answer(article(story, inner=onward))
    kind.site.routes[f"/view-{story.number}_2.html"] = second
    with serving(kind.site):
        result = only(poll(app, [Source("a", kind.site.url + "/news/")]))
    assert result.new == (whole is not None)
    if whole is not None:
        assert story.paragraphs[0] in stored(app, "a")[story.title].text


def test_a_page_is_watched_for_new_attachments(app):
    """A page that lists files only: each file is an article under the name it is listed by."""
    from tests.farm.documents import docx, pdf

    made = stories(16, 4, TODAY)
    files = {
        f"/files/{s.number}.{'pdf' if n % 2 else 'docx'}": (pdf if n % 2 else docx)(*s.paragraphs)
        for n, s in enumerate(made)
    }

    def shown(count):
        rows = [dated_row(s, path) for s, path in zip(made, files, strict=True)][-count:]
        return Answer(page("文件下载", f"<ul class='list'>{''.join(rows)}</ul>"), validators=True)

    site = Site(
        {
            path: Answer(body, headers={"Content-Type": "application/octet-stream"})
            for path, body in files.items()
        }
    )
    site.routes["/download/"] = shown(3)
    with serving(site):
        source = Source("a", site.url + "/download/")
        assert only(poll(app, [source])).new == 3
        site.routes["/download/"] = shown(4)
        assert only(poll(app, [source])).new == 1
    texts = stored(app, "a")
    assert all(story.paragraphs[0][:20] in texts[story.title].text for story in made)


def test_a_fault_in_the_rules_costs_an_article_its_records_alone(app, monkeypatch, caplog):
    """What the rules trip over is stored without records and written down, to be read again by a better program."""
    made = stories(2, 4, TODAY)
    kind = listing("a", made)
    monkeypatch.setattr(reading, "read_records", lambda *_, **__: 1 / 0)
    with serving(kind.site):
        result = only(poll(app, [Source("a", kind.site.url + "/news/")]))
    assert (result.new, result.skipped) == (len(made), 0)
    assert "a fault of this program" in caplog.text


def test_a_list_that_a_reader_trips_over_stops_no_other_source(app, monkeypatch):
    """A fault of our own on one list is that source's failure."""
    kinds = [listing(name, stories(21 + n, 2, TODAY)) for n, name in enumerate("ab")]
    real = reading.read_list

    def tripping(page, source, ask):
        if source.id == "a":
            raise RecursionError("deep")
        return real(page, source, ask)

    monkeypatch.setattr(reading, "read_list", tripping)
    with serving(*(kind.site for kind in kinds)):
        results = poll(app, [Source(kind.name, kind.site.url + "/news/") for kind in kinds])
    assert (results["a"].state, results["b"].new) == ("empty", 2)
    assert "RecursionError" in results["a"].error


def test_a_database_that_fails_ends_the_poll_with_its_own_error(app, monkeypatch):
    """Nothing is wrapped: the command line turns it into one line."""
    kind = listing("a", stories(17, 3, TODAY))

    def full(*_, **__):
        raise StoreError("zhouxun.db: disk full")

    monkeypatch.setattr(app.store, "save", full)
    with serving(kind.site), pytest.raises(StoreError, match="disk full"):
        poll(app, [Source("a", kind.site.url + "/news/"), Source("b", kind.site.url + "/news/")])


def test_a_list_longer_than_one_poll_is_finished_by_the_next(app, monkeypatch):
    """What a poll leaves stays promised, although the list itself is unchanged by then."""
    monkeypatch.setattr(jobs, "_MAX_ARTICLES", 4)
    kind = listing("a", stories(18, 10, TODAY))
    with serving(kind.site):
        source = Source("a", kind.site.url + "/news/")
        assert [only(poll(app, [source])).new for _ in range(4)] == [4, 4, 2, 0]


def test_a_source_is_due_by_its_state():
    """One that was never polled is due, and one whose time has come."""
    assert jobs.is_due(None, NOW)
    assert jobs.is_due(SourceState("a", next_due=NOW), NOW)
    assert not jobs.is_due(SourceState("a", next_due=NOW + timedelta(seconds=1)), NOW)


# --- files ---------------------------------------------------------------------------------------


def test_a_folder_of_files_is_a_source(app, tmp_path):
    """Texts, pages, mails and attachments; addresses are relative; what is no article is skipped."""
    from tests.farm.documents import docx

    story, folder = stories(10, 4, TODAY), tmp_path / "inbox"
    (folder / "sub").mkdir(parents=True)
    (folder / "1.txt").write_text(
        "\n".join([story[0].title, f"{story[0].day}", *story[0].paragraphs]), "gb18030"
    )
    (folder / "2.html").write_text(article(story[1]))
    mail = f"Subject: {story[2].title}\nDate: Thu, 20 Mar 2025 09:00:00 +0800\nContent-Type: text/plain; charset=utf-8\n\n"
    (folder / "3.eml").write_text(mail + "\n".join(story[2].paragraphs))
    (folder / "sub" / "4.docx").write_bytes(docx(story[3].title, *story[3].paragraphs))
    (folder / "5.txt").write_bytes(b"")
    (folder / ".hidden.txt").write_text("x")
    (folder / "code.py").write_text("x")
    source = Source("inbox", "inbox", kind="files")
    first = only(poll(app, [source]))
    assert (first.found, first.new, first.skipped, first.state) == (5, 4, 1, "ok")
    made = stored(app, "inbox")
    assert {a.url for a in made.values()} == {
        "inbox/1.txt",
        "inbox/2.html",
        "inbox/3.eml",
        "inbox/sub/4.docx",
    }
    assert made[story[2].title].published.startswith("2025-03-20")
    assert all(p in made[s.title].text for s in story for p in s.paragraphs)
    assert only(poll(app, [source])).new == 0
    (folder / "2.html").write_text(
        article(replace(story[1], paragraphs=(*story[1].paragraphs, "另行通知。")))
    )
    os.utime(folder / "2.html", (1, 1))
    assert only(poll(app, [source])).changed == 1


@pytest.mark.parametrize(("made", "state"), [(True, "empty"), (False, "unreachable")])
def test_an_empty_or_missing_folder_is_a_state_not_an_exception(app, tmp_path, made, state):
    """The rest goes on; the operator sees it."""
    if made:
        (tmp_path / "inbox").mkdir()
    assert only(poll(app, [Source("inbox", "inbox", kind="files")])).state == state


# --- killed --------------------------------------------------------------------------------------


def test_a_killed_poll_loses_and_doubles_nothing(tmp_path):
    """kill -9 at many moments of a poll, then one whole poll: every article once, each with its records once."""
    made = stories(11, 40, TODAY)
    kind = listing("a", made)
    for story in made:
        kind.site.routes[by_date(story)] = replace(kind.site.routes[by_date(story)], wait=0.02)
    with serving(kind.site):
        lines = [
            "http: {delay: 0, allow_private: [127.0.0.0/8]}",
            "database: sqlite:///zhouxun.db",
            "sources:",
        ]
        (tmp_path / "config.yaml").write_text(
            "\n".join([*lines, f"  - {{id: a, url: '{kind.site.url}/news/'}}"])
        )
        command = [
            sys.executable,
            "-m",
            "bot",
            "--config",
            str(tmp_path / "config.yaml"),
            "poll",
            "--all",
            "--json",
        ]
        for moment in (0, 3, 9):
            process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
            wait_for(
                lambda moment=moment: len(kind.site.asked()) > moment,
                lambda running=process: running.poll() is None,
            )
            os.kill(process.pid, signal.SIGKILL)
            process.wait(60)
            kind.site.hits.clear()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        again = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert json.loads(again.stdout)[0]["new"] == 0
    assert json.loads(done.stdout)[0]["state"] == "ok"
    with App(config(tmp_path)) as app:
        titles = [a.title for a in app.store.articles()]
        records = [record.record for record in app.store.records()]
    assert sorted(titles) == sorted(story.title for story in made)
    assert len({record.id for record in records}) == len(records)
    assert_no_orphans(str(tmp_path))


def assert_no_orphans(mark):
    """Assert that no process started with this argument is left."""

    def left():
        return [p for p in Path("/proc").glob("[0-9]*/cmdline") if mark in read_or_nothing(p)]

    wait_for(lambda: not left(), seconds=20, told=left)


def read_or_nothing(path):
    try:
        return path.read_text()
    except OSError:
        return ""


# --- reprocess and health ------------------------------------------------------------------------


def test_the_chain_can_be_run_again_over_what_is_stored(app, monkeypatch):
    """A better chain makes new versions; pages of one article and its attachments are read together again."""
    from tests.farm.sites import kinds

    wanted = {"bodies over several pages", "notices with attachments", "RSS"}
    made = [kind for kind in kinds(TODAY) if kind.name in wanted]
    with serving(*(kind.site for kind in made)):
        poll(app, [Source(f"s{n}", kind.site.url + kind.entry) for n, kind in enumerate(made)])
    before = {a.id: a.text for a in app.store.articles()}

    async def again():
        async with jobs.open_world(app) as world:
            return await jobs.reprocess(world, {})

    assert asyncio.run(again()) == jobs.Reprocessed(same=len(before))
    assert {a.id: a.text for a in app.store.articles()} == before
    real = reading._read_one
    monkeypatch.setattr(
        reading, "_read_one", lambda *a: replace(r := real(*a), text=r.text.replace("协会", "联合会"))
    )
    assert asyncio.run(again()).changed == len(before)
    assert not any("协会" in a.text for a in app.store.articles())


def test_the_operator_is_told_once_over_restarts(app):
    """What was told is in the database: a second look says nothing more that day."""
    for name in ("a", "b"):
        app.store.save_source_state(
            SourceState(name, failures=4, health="refused", health_since=NOW, detail="521")
        )
    sent = []

    async def look():
        async def send(text):
            sent.append(text)

        async with jobs.open_world(app) as world:
            return await jobs.watch_health(
                world, [Source("a", "http://a/", name="甲"), Source("b", "b", enabled=False)], send
            )

    assert asyncio.run(look()) is True
    assert asyncio.run(look()) is False
    assert len(sent) == 1 and "甲（拒绝访问" in sent[0] and "b（" not in sent[0]


# --- the command line ----------------------------------------------------------------------------


def run(tmp_path, *arguments):
    command = [sys.executable, "-m", "bot", "--config", str(tmp_path / "config.yaml"), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_poll_on_the_command_line(tmp_path):
    """--json tells of each source; exit code 1 only when every source failed, 2 for an unknown one."""
    kind = listing("a", stories(12, 2, TODAY))
    with serving(kind.site):
        (tmp_path / "config.yaml").write_text(
            "http: {delay: 0, allow_private: [127.0.0.0/8]}\nsources:\n"
            f"  - {{id: good, url: '{kind.site.url}/news/'}}\n  - {{id: bad, url: 'http://127.0.0.1:9/'}}\n"
        )
        both = run(tmp_path, "poll", "--all", "--json")
        bad = run(tmp_path, "poll", "bad", "--json")
        due = run(tmp_path, "poll", "--json")
        unknown = run(tmp_path, "poll", "goood")
        again = run(tmp_path, "reprocess", "--json")
        shown = [run(tmp_path, *words).stdout for words in (("status",), ("poll", "--all"))]
        told = json.loads(run(tmp_path, "status", "--json").stdout)
    good, failed = json.loads(both.stdout)
    assert both.returncode == 0 and (good["id"], good["state"], good["new"], good["error"]) == (
        "good",
        "ok",
        2,
        None,
    )
    assert set(failed) == {"id", "state", "found", "new", "changed", "skipped", "requests", "error"}
    assert failed["state"] == "unreachable" and failed["error"]
    assert bad.returncode == 1 and len(bad.stderr.splitlines()) == 1 and "Traceback" not in bad.stderr
    assert due.returncode == 0 and json.loads(due.stdout) == []
    assert unknown.returncode == 2 and "good" in unknown.stderr
    assert json.loads(again.stdout) == {"changed": 0, "same": 2, "failed": 0}
    assert all("正常" in text and "无法连接" in text and "unreachable" not in text for text in shown)
    assert all("…" not in text for text in shown)  # why a source failed is told whole
    assert [source["health"] for source in told["sources"]] == ["ok", "unreachable"]
