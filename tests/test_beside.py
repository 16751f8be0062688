"""Programs whose addresses begin with what another script of the page tells, and pages that such scripts fill."""

from __future__ import annotations

import json
import time
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from bot.app import App
from bot.reading import read
from scrapers.discover import Request
from scrapers.discover.beside import lacking
from scrapers.discover.shells import shown_article
from scrapers.model import Link, Page, Source
from tests.farm import Answer, Site, serving
from tests.farm.polls import config, poll, stored
from tests.one_site import NOW, SITE, answer

JSON, JS, HTML = "application/json", "application/javascript", "text/html; charset=utf-8"
TITLE = "第1届纺织服装产业发展大会在杭州召开"
BODY = "".join(
    f"<p>大会由协会主办，{n}家企业参加，会期两天，交流了行业智能化改造的经验。</p>" for n in range(20, 26)
)


def page(body: str, path: str, kind: str = HTML) -> Page:
    return Page(SITE + path, SITE + path, 200, {"content-type": kind}, body.encode(), NOW)


def asked_by(program: str, beside: str) -> list[Request]:
    """What a program asks for the list of a page that loads another script beside it."""
    scripts = '<script src="/static/settings.js"></script><script src="/static/app.js"></script>'
    (ask,) = (
        to for to in answer(f'<div id="app"></div>{scripts}').follow if to.url == f"{SITE}/static/app.js"
    )
    follow = answer(program, "/static/app.js", JS, ask).follow
    if [to.url for to in follow] != [f"{SITE}/static/settings.js"]:
        return list(follow)
    return list(answer(beside, "/static/settings.js", JS, follow[0]).follow)


@pytest.mark.parametrize(
    ("program", "beside"),
    [
        ('$.post(svcRoot+"tidings/rows",{kind:3,page:1},f);', "var svcRoot='/svc/';"),
        ('const r=window.__CFG__.GATE_URL;const g=e=>fetch(r.concat(e));g("/tidings/rows?kind=3&page=1")', 'window.__CFG__={\n GATE_URL:"/svc",\n NAME:"纤维"};'),
        ("const h=axios.create({baseURL:SITE_CONF.apiBase});h.get('/tidings/rows',{params:{kind:3,page:1}})", "var SITE_CONF={apiBase:'/svc'};"),
        ("axios.get(`${SVC_API}/tidings/rows`,{params:{kind:3,page:1}})", "const SVC_API = '/svc';"),
    ],
)  # fmt: skip
def test_a_program_is_read_with_the_script_that_tells_its_base(program, beside):
    """Of those that its page loads the one that by its name sets something, whatever way it is written."""
    (asked, *_) = asked_by(program, beside)
    address, _, query = asked.url.partition("?")
    assert address == f"{SITE}/svc/tidings/rows"
    assert (asked.data or dict(parse_qsl(query))) == {"kind": "3", "page": "1"}


@pytest.mark.parametrize(
    "program",
    [
        'var svc="/svc";$.get(svc+"/tidings/rows",{page:1},f);',
        'function load(path){return fetch(path+"?page=1")}load("/svc/tidings/rows")',
        'window.CFG={API:"/svc"};fetch(window.CFG.API+"/tidings/rows?page=1")',
    ],
)
def test_a_program_that_says_what_its_addresses_begin_with_is_read_alone(program):
    """The other scripts of its page are not asked for."""
    assert [ask.url for ask in asked_by(program, "")] == [f"{SITE}/svc/tidings/rows?page=1"]


APP = (
    'c=t=>n.p+"static/"+({}[t]||t)+"."+{"part-2d":"1f","part-4a":"77"}[t]+".js";'
    'routes=[{path:"/news",component:()=>n.e("part-2d").then(n.t)},{path:"/news/:id",component:()=>n.e("part-2d").then(n.t)},'
    '{path:"/shop",component:()=>n.e("part-4a").then(n.t)}];'
    "const h=axios.create({baseURL:window.g.svcUrl});"
)
PART = 'rows=q=>h({url:"/tidings/list",params:q});one=i=>h({url:"/news/detail/"+i});rows({page:this.p,size:9});one(this.$route.params.id);go(e){this.$router.push("/news/"+e.id)}'
SPLIT = {"/static/app.js": APP, "/static/part-2d.1f.js": PART, "/static/settings.js": 'window.g={svcUrl:"/svc"};'}  # fmt: skip
SHELL = (
    '<div id="app"></div><script src="/static/settings.js"></script><script src="/static/app.js"></script>'
)


def test_the_base_of_a_program_in_parts_is_told_beside_it():
    """It begins what its parts ask for lists and for articles."""
    (ask,) = (to for to in answer(SHELL).follow if to.url == f"{SITE}/static/app.js")
    read_so_far = []
    while (path := ask.url.removeprefix(SITE)) in SPLIT:
        read_so_far.append(path)
        ask, *_ = answer(SPLIT[path], path, JS, ask).follow
    assert read_so_far == list(SPLIT)
    assert ask.url == f"{SITE}/svc/tidings/list?page=1&size=9"
    shell = page(SHELL, "/#/news/31")
    loaded: list[Page] = []
    while (asked := shown_article(shell, loaded)) and (path := asked.url.removeprefix(SITE)) in SPLIT:
        loaded.append(page(SPLIT[path], path, JS))
    assert asked == Request(f"{SITE}/svc/news/detail/31")


def test_a_long_program_is_looked_through_once():
    """However many names it asks by."""
    parts = (f'function f{n}(a){{return g(a,(b,c)=>b)}}fetch(to{n % 300}+"/x");' for n in range(9000))
    marks = f'<meta name="x-beside" content="{SITE}/settings.js">'
    began = time.process_time()
    assert list(lacking("".join(parts), marks, ())) == [f"{SITE}/settings.js"]
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("asking", "asked_for"),
    [
        ("$.ajax({url:svcRoot+'tidings/one',type:'post',data:{no:no},success:f});", "tidings/one"),
        ("$.post(svcRoot+'tidings/one',{no:no},f);", "tidings/one"),
        ("axios.get(svcRoot+'tidings/one?no='+no).then(f);", "tidings/one?no=31"),
        ("fetch(`${svcRoot}tidings/one/${no}`).then(f);", "tidings/one/31"),
    ],
)
def test_a_page_is_filled_by_scripts_that_share_what_they_define(asking, asked_for):
    """One cuts the number out of the address and sets the base, another asks; the page has words of its own."""
    helper = "var svcRoot='/svc/';function arg(n){var r=new RegExp(n+'=([^&]*)').exec(location.search);return r&&r[1];}"
    own = f"var no=arg('no');{asking}"
    menu = f"<p>{'会员服务' * 20}</p><script src='js/base.js'></script><script src='js/view.js'></script>"
    shell = page(f'{menu}<h1 id="t"></h1><div id="c"></div>', "/view.html?no=31")
    files = {"/js/base.js": helper, "/js/view.js": own}
    loaded: list[Page] = []
    while (asked := shown_article(shell, loaded)) and asked.url.endswith(".js"):
        path = asked.url.removeprefix(SITE)
        loaded.append(page(files[path], path, JS))
    assert asked is not None
    assert asked.url == f"{SITE}/svc/{asked_for}"
    assert asked.data in ({}, {"no": "31"})
    told = page(json.dumps({"data": {"title": TITLE, "content": BODY}}), f"/svc/{asked_for}", JSON)
    article = read([shell, *loaded, told], Source("x", SITE), Link(shell.url, TITLE)).article
    assert article.title == TITLE
    assert "25家企业参加" in article.text


COLUMNS = {"3": ("协会新闻", [1, 2, 3]), "4": ("通知公告", [4, 5, 6]), "7": ("行业资讯", [7, 8])}


def article(number: int) -> str:
    title, body = TITLE.replace("1", str(number)), BODY.replace("大会", f"第{number}届大会")
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>2026-11-0{number}</p><div>{body}</div></body></html>"


def association() -> Site:
    """A site whose columns one page and one script show, each under its own query."""
    menu = "".join(f'<a href="col.html?col={col}">{name}</a>' for col, (name, _) in COLUMNS.items())
    script = "$.get(svcRoot+'rows',{col:arg('col'),page:1},function(r){$.each(r.rows,function(i,v){h+='<a href=\"view/'+v.id+'.html\">'+v.title+'</a>'})});"
    helper = "var svcRoot='/svc/';function arg(n){return new RegExp(n+'=([^&]*)').exec(location.search)[1];}"
    site = Site(
        {
            "/": Answer(f"<html><body>{menu}</body></html>"),
            "/col.html": Answer(
                f'<html><body>{menu}<ul id="c"></ul><script src="js/base.js"></script><script src="js/col-list.js"></script></body></html>'
            ),
            "/js/col-list.js": Answer(script, headers={"Content-Type": JS}),
            "/js/base.js": Answer(helper, headers={"Content-Type": JS}),
        }
    )
    for col, (_, numbers) in COLUMNS.items():
        rows = [{"id": n, "title": TITLE.replace("1", str(n))} for n in numbers]
        told = json.dumps({"rows": rows, "total": len(rows)})
        site.routes[f"/svc/rows?col={col}&page=1"] = Answer(told, headers={"Content-Type": JSON})
        site.routes |= {f"/view/{n}.html": Answer(article(n)) for n in numbers}
    return site


def test_one_script_is_read_for_each_column_that_it_shows(tmp_path: Path):
    """Each under the query that the front page links it with."""
    site = association()
    with serving(site), App(config(tmp_path)) as app:
        poll(app, [Source("x", f"{site.url}/")])
        assert sorted(stored(app, "x")) == sorted(TITLE.replace("1", str(n)) for n in range(1, 9))
