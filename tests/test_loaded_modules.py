"""Programs whose files a loader puts together (RequireJS, Sea.js) or a page, and what pages show that stands behind their #."""

from __future__ import annotations

import json

import pytest

from scrapers.discover import Request, next_asked
from scrapers.discover.shells import shown_article
from scrapers.model import Page
from tests.one_site import NOW, SITE, answer

JSON, JS, HTML = "application/json", "application/javascript", "text/html; charset=utf-8"
TITLE = "第1届纺织服装产业发展大会在杭州召开"
Files = dict[str, str]

# The envelope of what is asked in one file, the paths in another, settings in a third.
ENVELOPED: Files = {
    "/site/js/list.js": "requirejs.config({baseUrl: 'js', paths: {jquery: '../lib/jquery-3', svc: 'common/svc'}});"
    "require(['jquery', 'svc'], function ($, svc) { var no = 1; svc.rows(no, function (b) { b.rows.forEach(function (r) {"
    "$('#ls').append('<a href=\"show.html#' + r.code + '\">' + r.title + '</a>'); }); }); });",
    "/site/js/common/svc.js": "define('svc', ['net'], function (net) { return { rows: function (no, ok) { return net.send('/bulletin/rows', {pageNo: no, size: 9}, ok); },"
    " one: function (code, ok) { return net.send('/bulletin/one', {code: code}, ok); } }; });",
    "/site/js/net.js": "define(['jquery', 'env'], function ($, env) { function send(to, sent, ok) { var m = {sys: {app: env.app}, body: sent};"
    " return $.ajax({url: env.gate + to, type: 'POST', contentType: 'application/json', data: JSON.stringify(m), success: ok}); } return {send: send}; });",
    "/site/js/env.js": "define({gate: '/gate', app: 'web'});",
    "/site/js/one.js": "requirejs.config({baseUrl: 'js', paths: {svc: 'common/svc'}});"
    "require(['svc'], function (svc) { svc.one(location.hash.substr(1), function (b) { $('.c').html(b.content); }); });",
}
# Of Sea.js: what a file gives is put out by it, and it asks for others where it needs them.
PUT_OUT: Files = {
    "/site/js/list.js": "define(function (require, exports, module) { var svc = require('./svc'); svc.rows(1, function (b) { location.href = 'show.html#id=' + b.code; }); });",
    "/site/js/svc.js": "define(function (require, exports, module) { var env = require('./env'); exports.rows = function (no, ok) { $.post(env.gate + '/bulletin/rows', {pageNo: no, size: 9}, ok); };"
    " exports.one = function (id, ok) { $.post(env.gate + '/bulletin/one', {code: id}, ok); }; });",
    "/site/js/env.js": "define(function (require, exports, module) { module.exports = {gate: '/gate'}; });",
    "/site/js/one.js": "define(function (require) { var svc = require('./svc'); svc.one(new URLSearchParams(location.hash.slice(1)).get('id'), function (b) { $('.c').html(b.content); }); });",
}
# By arrows, from the host's own folder of files.
OF_HOST: Files = {
    "/site/js/list.js": "require.config({baseUrl: '/static/amd'}); require(['app/svc', 'text!row.html'], (svc, row) => { svc.rows(1).then(b => draw(row, b)); go = r => location.href = 'show.html#' + r.code; });",
    "/static/amd/app/svc.js": "define(['./env'], (env) => { const rows = (no) => fetch(`${env.gate}/bulletin/rows?pageNo=${no}&size=9`); const one = (code) => fetch(`${env.gate}/bulletin/one?code=${code}`); return { rows, one }; });",
    "/static/amd/app/env.js": "define({ gate: '/gate' });",
    "/site/js/one.js": "require.config({baseUrl: '/static/amd'}); require(['app/svc'], (svc) => { svc.one(location.hash.replace('#', '')).then(b => draw(b)); });",
}
EVERY = pytest.mark.parametrize(
    ("files", "data", "one"),
    [
        (
            ENVELOPED,
            {"sys": {"app": "web"}, "body": {"pageNo": 1, "size": 9}},
            {"sys": {"app": "web"}, "body": {"code": "WL202600031"}},
        ),
        (PUT_OUT, {"pageNo": "1", "size": "9"}, {"code": "WL202600031"}),
        (OF_HOST, {}, {}),
    ],
)


def shell(script: str) -> str:
    return f'<html><body><ul id="ls"></ul><script src="lib/require.js" data-main="js/{script}"></script></body></html>'


def as_sent(ask: Request) -> object:
    return json.loads(ask.data) if isinstance(ask.data, str) else dict(ask.data)


@EVERY
def test_the_files_of_a_program_that_a_loader_names_are_read_as_one(files, data, one):
    """In whichever folder it finds them, until all is told that a list is asked for by; libraries are left alone."""
    ask = Request(f"{SITE}/site/js/list.js", drawn=f"{SITE}/site/list.html")
    read = []
    while ask.url.endswith(".js"):
        read.append(ask.url.removeprefix(SITE))
        ask = answer(files[read[-1]], read[-1], JS, ask).follow[0]
    assert sorted(read) == sorted(set(files) - {"/site/js/one.js"})
    assert (ask.url.partition("?")[0], as_sent(ask)) == (f"{SITE}/gate/bulletin/rows", data)
    listed = json.dumps({"rows": [{"code": f"WL20260003{n}", "title": TITLE} for n in (1, 2)]})
    links = answer(listed, "/gate/bulletin/rows", JSON, ask).links
    key = "id=" if files is PUT_OUT else ""
    assert [link.url for link in links][:1] == [f"{SITE}/site/show.html#{key}WL202600031"]


@EVERY
def test_what_a_page_shows_may_stand_behind_its_hash(files, data, one):
    """As its own files read it there: whole, without the sign, or as a query."""
    key = "id=" if files is PUT_OUT else ""
    url = f"{SITE}/site/show.html"
    page = Page(f"{url}#{key}WL202600031", url, 200, {"content-type": HTML}, shell("one").encode(), NOW)
    loaded: list[Page] = []
    while (ask := shown_article(page, loaded)) and ask.url.endswith(".js"):
        body = files[ask.url.removeprefix(SITE)].encode()
        loaded.append(Page(ask.url, ask.url, 200, {"content-type": JS}, body, NOW))
    assert ask is not None
    assert (ask.url.partition("?")[0], as_sent(ask)) == (f"{SITE}/gate/bulletin/one", one)
    assert one or ask.url.endswith("?code=WL202600031")


@pytest.mark.parametrize(
    "kept",
    [
        "define('svc',[],function(){return{}});require(['svc'],function(s){s.go()});",
        "!function(r,f){if(typeof define==='function'&&define.amd){define(['./svc'],function(s){return f(s)})}else{r.x=f(r.s)}}(this,function(s){});",
        "require(['jquery','lib/echarts','text!row.html'],function($,e){$('#a').hide()});",
    ],
)
def test_a_file_that_needs_no_other_leads_to_none(kept):
    """What it is defined of stands in it, or it may do without, or others wrote it."""
    own = Request(f"{SITE}/js/app.js", drawn=f"{SITE}/news.html")
    asked = [to.url for to in answer(kept, "/js/app.js", JS, own).follow]
    assert not [url for url in asked if url.endswith(".js")]


# --- functions that another script of the page defines

PAGE = '<html><body><ul id="ls"></ul><script>var col = {{ "no": "014", "site": "9f2c" }};{inline}</script><script src="/js/jquery.min.js"></script>{scripts}</body></html>'
SENDS_TEXT = "var Tool = { post: function (o) { $.ajax({ type: 'POST', url: '/front/rest/' + o.url, data: { args: JSON.stringify(o.data) }, success: o.success }); } };"
LISTS = "(function () { function draw(pageIndex) { Tool.post({ url: 'news/rows', data: { site: col.site, no: col.no, pageIndex: pageIndex, pageSize: 9 }, success: function (r) { put(r); } }); } pager(function (n) { draw(n); }); draw(0); })();"
POSTS_FORM = "function postData(to, sent, done) { $.ajax({ url: '/svc' + to, type: 'post', data: sent, success: done }); }"
FORMS = "var pageNo = 1; function load() { postData('/notice/rows', { col: col.no, pageNo: pageNo, pageSize: 9 }, function (r) { put(r); }); } load();"
GETS = "window.Http = { get: function (to, q, done) { fetch('/open' + to + '?' + new URLSearchParams(q)).then(done); } };"
ROWS = (
    "function rows(page) { Http.get('/article/rows', { col: col.no, page: page, size: 9 }, put); } rows(1);"
)


@pytest.mark.parametrize("inline", [False, True])
@pytest.mark.parametrize(
    ("helper", "lists", "to", "sent", "following"),
    [
        (
            SENDS_TEXT,
            LISTS,
            "/front/rest/news/rows",
            {"args": '{"site": "9f2c", "no": "014", "pageIndex": 0, "pageSize": 9}'},
            {"args": '{"site": "9f2c", "no": "014", "pageIndex": 1, "pageSize": 9}'},
        ),
        (
            POSTS_FORM,
            FORMS,
            "/svc/notice/rows",
            {"col": "014", "pageNo": "1", "pageSize": "9"},
            {"col": "014", "pageNo": "2", "pageSize": "9"},
        ),
        (GETS, ROWS, "/open/article/rows?col=014&page=1&size=9", {}, {}),
    ],
)
def test_what_asks_for_rows_may_be_defined_in_another_script_of_the_page(
    helper, lists, to, sent, following, inline
):
    """Written into the page or linked, it calls a function that a script beside it has; the page's settings are put in."""
    files = {"/js/common/tools.js": helper, "/js/rowlist.js": lists}
    linked = [name for name in files if not (inline and name == "/js/rowlist.js")]
    scripts = "".join(f'<script src="{name}"></script>' for name in linked)
    page = PAGE.format(inline=lists if inline else "", scripts=scripts)
    (ask, *_) = answer(page, "/news/list.html").follow
    while ask.url.endswith(".js"):
        name = ask.url.removeprefix(SITE)
        (ask, *_) = answer(files[name], name, JS, ask).follow
    assert (ask.url, as_sent(ask)) == (SITE + to, sent)
    rows = [{"id": n, "title": TITLE, "url": f"/a/2026/{n}.html"} for n in (1, 2)]
    onward = next_asked(ask, answer(json.dumps({"rows": rows}), to, JSON, ask))
    assert onward is not None
    assert as_sent(onward) == following
    assert following or "page=2" in onward.url


def test_a_call_that_says_all_but_what_its_page_sets_is_left_as_it_is():
    """What it counts on is read off the element that it turns."""
    own = "$('#turn').on('click', function () { var b = $(this), n = b.data('page') + 1; $.post(env.to, {act: 'rows', page: n, key: env.key}, put); });"
    rows = "".join(f'<li><a href="/a/{n}.html">{TITLE}</a> 2026-11-0{n}</li>' for n in (1, 2, 3))
    page = f'<html><body><ul>{rows}</ul><button id="turn" data-page="1">加载更多</button><script>var env = {{ "to": "/svc/do", "key": "9f2c" }};</script><script>{own}</script></body></html>'
    sent = answer(page, "/news/list.html").sent
    assert sent is not None
    assert (sent.url, as_sent(sent)) == (f"{SITE}/svc/do", {"act": "rows", "page": "2", "key": "9f2c"})


def test_a_script_that_asks_by_itself_needs_none_beside_it():
    """Nor does one whose functions are all its own, or of a library."""
    scripts = '<script src="/js/common.js"></script><script src="/js/newslist.js"></script>'
    (ask, *_) = answer(f"<html><body>{scripts}</body></html>", "/news/list.html").follow
    asked: set[str] = set()
    for own in (
        "$.get('/svc/rows', {page: 1}, put); Stat.send('/a/hit', {n: 1});",
        "function get(u, q) { return axios.get(u, {params: q}); } get('/svc/rows', {page: 1});",
    ):
        asked |= {to.url.partition("?")[0] for to in answer(own, "/js/newslist.js", JS, ask).follow}
    assert asked == {f"{SITE}/svc/rows"}


# --- what stands behind a hash


@pytest.mark.parametrize("place", ["pid31", "comment-3100000031", "2026-11-27", "top", "a31"])
def test_a_place_on_a_page_is_no_entry_of_its_own(place):
    """Nor is one that a forum, or the days of an archive, name."""
    row = f'<li><a href="/t/31.html#{place}">{TITLE}</a> 2026-11-02</li>'
    rows = row + row.replace("31.html", "32.html").replace("第1", "第2")
    links = answer(f"<ul>{rows}</ul>", "/news/").links
    assert [link.url for link in links] == [f"{SITE}/t/31.html", f"{SITE}/t/32.html"]
