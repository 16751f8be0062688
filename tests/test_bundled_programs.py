"""Programs as bundlers write them, bodies in blocks, and pages that a script fills by what their address names."""

from __future__ import annotations

import json
import time

import pytest

from bot.reading import read
from scrapers.discover import Request, next_asked
from scrapers.discover.blocks import markup_of
from scrapers.discover.bundles import plainly_spelt
from scrapers.discover.model import LATER
from scrapers.discover.programs import article_request, chunks, list_requests, named_by_route, routes
from scrapers.discover.shells import is_program, shown_article
from scrapers.model import Link, Page, Source
from tests.one_site import NOW, SITE, answer

JSON, JS, HTML = "application/json", "application/javascript", "text/html; charset=utf-8"
TITLE = "第1届纺织服装产业发展大会在杭州召开"
SENTENCES = [f"大会由协会主办，{n}家企业参加，会期两天，交流了行业智能化改造的经验。" for n in range(20, 26)]
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def entries(*numbers: int) -> list[dict[str, str | int]]:
    return [{"id": n, "title": f"第{n}届纺织服装产业发展大会在杭州召开"} for n in numbers]


def page(body: str, path: str, kind: str = HTML) -> Page:
    return Page(SITE + path, SITE + path, 200, {"content-type": kind}, body.encode(), NOW)


def asked_by(program: str, ask: Request | None = None) -> list[str]:
    """What a program asks for its list, as addresses of the site."""
    own = ask or Request(f"{SITE}/js/app.js", drawn=f"{SITE}/")
    return [to.url.removeprefix(SITE) for to in answer(program, "/js/app.js", JS, own).follow]


# --- addresses in pieces


@pytest.mark.parametrize(
    ("program", "asked"),
    [
        ('const q="/rest/v5";const w=(n)=>fetch(`${q}/items?pageNo=${n}&size=9`)', '"/rest/v5/items?pageNo="'),
        ('fetch("/feed?from=".concat(r.length,"&size=9"))', '"/feed?from="+r.length+"&size=9"'),
        ('var b="/ajax";$.get("".concat(b,"/rows/").concat(n))', '"/ajax/rows/"+$id'),
        ('const k={WEB_API_ROOT:"/w2"},h=k.WEB_API_ROOT;load(`${h}/topics?p=1`)', "`/w2/topics?p=1`"),
        ('fetch(`/t?kind=a${o?`&word=${o}`:""}`)', 'fetch("/t?kind=a")'),
        ('fetch(`/t?kind=a${o?`&after=${o}`:""}`)', f'fetch("/t?kind=a&after={LATER}")'),
        ('fetch("/t?kind=a"+(o?"&page="+o:""))', '"/t?kind=a&page="+page'),
        ('function z(c){return fetch(`/t?kind=${c}`)}z("trade");', 'fetch("/t?kind=trade")'),
        ('const g=u=>fetch("/gw"+u);g("/papers?size=9")', 'fetch("/gw/papers?size=9")'),
        ('const b="/gw/v1";const g=(u,o={})=>fetch(`${b}${u}`,o);g("/papers?size=9")', 'fetch("/gw/v1/papers?size=9",{})'),
        ('const b="/gw/v1";async function g(u){const r=await fetch(b+u);return r.json()}g("/papers")', 'fetch("/gw/v1/papers")'),
        ('const g=$fetch.create({baseURL:"/gw"});g("papers")', 'fetch("/gw/papers")'),
        ('const r="/gw";$fetch("/papers",{baseURL:r,query:{p:1}})', '$fetch("/gw/papers",'),
    ],
)  # fmt: skip
def test_an_address_that_a_program_takes_apart_is_put_together(program, asked):
    """Of constants, settings, joined texts, conditions, and what its functions are called with."""
    assert asked in plainly_spelt(program)


@pytest.mark.parametrize(
    ("program", "asked"),
    [
        ('var b="/open";function ask(u,d){return uni.request({url:b+u,method:"POST",data:d})}A.rows=function(t,k){return ask("/news/rows",{page:t,kind:k})};A.rows(1,3)',
         'uni.request({url:"/open/news/rows",method:"POST",data:{page:1,kind:3}})'),
        ('const k={baseURL:"/open"};function r(t){return axios(Object.assign({},k,t))}function rows(q){return r({url:"/news/rows",params:q})}m={load(){rows({page:this.p,size:9})}}',
         'axios({url:"/open/news/rows",params:{page:page,size:9}})'),
        ('class Api{constructor(b){this.b=b}get(u,q){return fetch(this.b+u+"?"+new URLSearchParams(q))}}const api=new Api("/open");api.get("/news",{page:1,size:9})',
         'fetch("/open/news?page=1&size=9")'),
        ('const h={get:(u,p={})=>axios.get("/open"+u,{params:p})};const news={rows:p=>h.get("/news/rows",p)};m={load(){news.rows({current:this.n,...this.q,size:9})}}',
         'axios.get("/open/news/rows",{params:{current:current,size:9}})'),
        ('const h=axios.create({baseURL:"/open"});const rows=q=>h({url:"/news/rows",method:"post",data:q});C={data(){return{query:{pageNo:1,pageSize:9}}},mounted(){rows(this.query)}}',
         'axios({url:"/open/news/rows",method:"post",data:{pageNo:1,pageSize:9}})'),
        ('const at=n=>"/open/"+n;$.ajax({url:at("news/rows"),data:{p:1},success:function(r){draw(r)}})',
         '$.ajax({url:"/open/news/rows",data:{p:1},success:function(r){draw(r)}})'),
        ('async function one({id,part="body"}){return request(`/news/${id}/${part}`)}one({id:this.$route.params.id})',
         'request("/news/"+id+"/body")'),
        ('async function rows(e){return Object(r["request"])("/open/news/rows",{method:"POST",data:{...e}})}C=function(){const[n,t]=Object(u.useState)({current:1,size:9});rows({...n,sort:"day"})}',
         'r.request("/open/news/rows",{method:"POST",data:{current:1,size:9,sort:"day"}})'),
        ('class S{constructor(h){this.http=h;this.at=E.api}rows(n,k=9){let p=(new P).set("page",n).set("size",k);return this.http.get(`${this.at}/news`,{params:p})}}const E={api:"/open"};class L{load(){this.s.rows(this.page)}}',
         'this.http.get("/open/news",{params:{page:page,size:9}})'),
        ('const ask=async(t,e={})=>{const n=new URL("/open/"+t,location.origin);for(const t in e)n.searchParams.set(t,e[t]);return fetch(n)};ask("feed",{limit:9,cursor:o})',
         'fetch("/open/feed?limit=9&cursor="+cursor)'),
        ('function x(m,u,b){return new Promise(k=>{const r=new XMLHttpRequest;r.open(m,u);r.onload=k;r.send(JSON.stringify(b))})}const V="/open";rows=()=>x("POST",V+"/news/rows",{page:n,size:9})',
         'fetch("/open/news/rows",{method:"POST",body:JSON.stringify({page:page,size:9})})'),
        ('import{$ as r}from"./f.js";const n=9;more=()=>r("/open/news",{query:{page:e.value,size:n}})', '$fetch("/open/news",{query:{page:value,size:9}})'),
        ('const n=(e,t={})=>fetch("/open"+e,t),h={get:(e,t)=>n(e+(t?"?"+new URLSearchParams(t):""))};d=i=>h.get("/tale",{taleId:i});h.get("/menu")',
         'fetch("/open/tale?taleId="+taleId,{})'),
        ('h={get:(e,t)=>fetch(t!=null?`/open${e}?${new URLSearchParams(t)}`:`/open${e}`)};d=i=>h.get("/tale",{taleId:i})',
         'fetch("/open/tale?taleId="+taleId)'),
        ('h={get(e,t){return void 0!==t&&(e+="?"+qs.stringify(t)),fetch("/open"+e)}};d=i=>h.get("/tale",{taleId:i});h.get("/menu")',
         'fetch("/open/tale?taleId="+taleId)'),
        ('function g(u,q){let a="/open"+u;if(q)a+="?"+new URLSearchParams(q);return fetch(a)}d=i=>g("/tale",{taleId:i})',
         'fetch("/open/tale?taleId="+taleId)'),
        ('class S{constructor(h){this.http=h}all(p){return this.http.get(`rows/p-${p}.json`)}get(i){return this.http.get(`rows/one/${i}.json`)}}',
         'this.http.get(`rows/one/${i}.json`)'),
        ('var S=function(){function t(h){this.c=h}return t.prototype.get=function(i){return this.c.get("rows/"+i+".json")},t.prototype.menu=function(){return this.c.get("rows/menu.json")},t}()',
         'this.c.get("rows/"+i+".json")'),
        ('function a(e){return t("/x/"+e)}function t(e){return fetch(e)}function z(e){return a(e+"/rows?page=1")}z("news")',
         'fetch("/x/news/rows?page=1")'),
    ],
)  # fmt: skip
def test_a_call_says_what_the_functions_around_it_make_of_it(program, asked):
    """Wrappers, classes, objects of functions, defaults and spread fields, however short their names are."""
    assert asked in plainly_spelt(program)


@pytest.mark.parametrize(
    "program",
    [
        "".join(f"var a{n}=a{n + 1}+a{n + 1};" for n in range(60)) + "fetch(a0)",
        f"fetch(x{'.a()' * 4000})",
        f"fetch('a'{'.concat(b)' * 3000})",
        "fetch(" * 3000 + ")" * 3000,
        "".join(f"function f{n}(p){{return f{n + 1}(p)}}f{n}(q);" * 30 for n in range(8)) + "function f8(p){fetch(p)}",
        f"var o={'{a:' * 3000}1{'}' * 3000};fetch('/x/'+o.a.a)",
        "".join(f"var q{n}={{x:1}};q{n}.a=q{n - 1};q{n}.b=q{n - 1};" for n in range(1, 60)) + "$.post('/x',q59)",
        "function f(){var q={},r={};" + "".join(f"q.a{n}=r;r.b{n}=q;" for n in range(400)) + "$.post('/x',q)}",
        "function f(p){p=new URLSearchParams();" + "".join(f"if(p)p.set('a{n}',p+n);" for n in range(400)) + "fetch('/x?'+p)}",
    ],
)  # fmt: skip
def test_a_program_without_an_end_is_read_in_bounded_time(program):
    """Names that double, calls within calls, functions that call one another, objects that are put into one another."""
    began = time.process_time()
    plainly_spelt(program)
    assert time.process_time() - began < 2


def test_an_address_begins_with_what_the_page_s_settings_say():
    """As frameworks hand their settings to the program."""
    shown = '<div id="root"></div><script>window.__ENV={};window.__ENV.shared={services:{newsApi:"/back"}}</script>'
    script, *_ = answer(f"{shown}<script src='/js/app.js'></script>").follow
    program = (
        "const s=env().services.newsApi;const l=t=>$fetch(`${s}/bulletins`,{query:{kind:3,page:t,size:9}})"
    )
    assert asked_by(program, script) == ["/back/bulletins?kind=3&page=1&size=9"]


def test_a_function_that_loads_channels_is_asked_for_each():
    """By the texts that it is called with, whatever else it is given."""
    program = (
        'const a="/v2";function l(c,n){return fetch(`${a}/posts?board=${c}&limit=6${n?`&cursor=${n}`:""}`)}l("trade").then(x);l("trade",m);'
        'l("policy");routes=[{path:"/posts/:id"}]'
    )
    assert asked_by(program) == [f"/v2/posts?board={board}&limit=6" for board in ("trade", "policy")]


@pytest.mark.parametrize(
    "call",
    [
        's({url:"/portal/notice/rows?pageNo="+q.pageNo+"&pageSize="+q.pageSize,method:"get"});q={pageNo:1,pageSize:6}',
        "request(`/notice/rows?pageNo=${t}&pageSize=${size}`);size=6",
        'fetch("/rows?"+qs.stringify({pageNo:t,pageSize:6}))',
        "fetch(`/rows?${new URLSearchParams({pageNo:t,pageSize:6})}`)",
        'const at={notice:{rows:"/notice/rows",one:"/notice/one"},rows:"/x/y"};h.get(at.notice.rows,{params:{pageNo:t,pageSize:6}})',
        "request(`${ENV.ROOT||'/gw'}/notice/rows?pageNo=${t}&pageSize=6`)",
        'var o=(e=>(e.Rows="/notice/rows",e.One="/notice/one",e))(o||{});h.get({url:o.Rows,params:{pageNo:t,pageSize:6}})',
    ],
)
def test_a_list_is_asked_for_its_first_page(call):
    """However its program spells the fields and keeps the addresses."""
    assert [asked.rpartition("rows")[2] for asked in asked_by(call)] == ["?pageNo=1&pageSize=6"]


def test_what_jquery_posts_for_an_article_is_a_form():
    """While other libraries post JSON."""
    url = f"{SITE}/read/31"
    call = 'post("/notice/get",{noticeId:e})'
    assert article_request(f"$.{call}", url) == Request(f"{SITE}/notice/get", "POST", {"noticeId": "31"})
    assert article_request(f"h.{call}", url) == Request(f"{SITE}/notice/get", "POST", '{"noticeId": "31"}')


@pytest.mark.parametrize(
    "call",
    [
        'fetch("/rows?offset=".concat(shown.length,"&limit=6"))',
        "fetch(`/rows?offset=${shown.length}&limit=6`)",
        'axios.get("/rows",{params:{offset:shown.length,limit:6}})',
        'h.get("/news/rows?offset="+shown.length+"&limit=6")',
    ],
)
def test_rows_are_asked_for_from_the_first(call):
    """Where a program goes on after as many as it shows."""
    (asked,) = asked_by(call)
    assert asked.rpartition("rows")[2] == "?offset=0&limit=6"


def test_an_answer_from_a_row_on_is_followed_by_as_many_as_came():
    """Where it was not asked how many to give."""
    ask = Request(f"{SITE}/rows?offset=3", patterns=("/read/{id}",))
    told = json.dumps({"items": entries(4, 5, 6), "total": 9})
    assert answer(told, "/rows?offset=3", JSON, ask).next == f"{SITE}/rows?offset=6"


def test_a_part_of_a_program_is_told_how_it_is_called():
    """By the names that it gives its functions when it hands them out."""
    program = 'import{a as L}from"./api-7c.js";L({current:n,size:9});to=o=>`/posts/${o.id}`;routes=[{path:"/posts/:id"}]'
    own = Request(f"{SITE}/js/app.js", drawn=f"{SITE}/")
    (part,) = answer(program, "/js/app.js", JS, own).follow
    assert part.url == f"{SITE}/js/api-7c.js"
    module = 'const h=axios.create({baseURL:"/open"});const q=e=>h.get("/posts",{params:e});export{q as a};'
    (ask,) = answer(module, "/js/api-7c.js", JS, part).follow
    assert (ask.url, "/posts/{id}" in ask.patterns) == (f"{SITE}/open/posts?current=1&size=9", True)


API = 'import{h}from"./http-9d.js";import{A}from"./names-11.js";const l=q=>h.get(A.ROWS,{page:1,size:9,...q}),o=n=>h.get(`${A.ONE}/${n}/body`);export{l as a,o as b};'
HTTP = 'class C{constructor(b){this.b=b}ask(u,o){const q=o.query?"?"+new URLSearchParams(o.query):"";return fetch(this.b+u+q)}get(u,q){return this.ask(u,{query:q||{}})}}const i=new C("/open/v1");export{i as h};'
NAMES = 'const t=Object.freeze({ROWS:"/news/rows",ONE:"/news"});export{t as A};'
LIST = 'import{a as g}from"./api-7c.js";export default{async setup(){const r=await g({page:n.value});to=o=>`/posts/${o.id}`}}'
ROUTER = 'import{a}from"./vendor-1.js";a([{path:"/posts",component:()=>import("./List-2b.js")},{path:"/posts/:id",component:()=>import("./One-3c.js")},{path:"/shop",component:()=>import("./Shop-4d.js")}])'
FILES = {"main-1": ROUTER, "List-2b": LIST, "api-7c": API, "names-11": NAMES, "http-9d": HTTP, "One-3c": 'import{b as o}from"./api-7c.js";export default{setup(e){o(e.id)}}'}  # fmt: skip


def test_the_modules_of_a_program_are_read_as_one():
    """From its routes over what draws a page and what that imports to what asks, but for what bundlers bring along."""
    ask = Request(f"{SITE}/js/main-1.js", drawn=f"{SITE}/posts")
    read = []
    while ask.url.endswith(".js"):
        name = ask.url.rpartition("/")[2].removesuffix(".js")
        read.append(name)
        ask = answer(FILES[name], f"/js/{name}.js", JS, ask).follow[0]
    assert read[:2] == ["main-1", "List-2b"]
    assert sorted(read) == ["List-2b", "api-7c", "http-9d", "main-1", "names-11"]
    assert (ask.url, "/posts/{id}" in ask.patterns) == (f"{SITE}/open/v1/news/rows?page=1&size=9", True)


def test_an_article_is_asked_for_as_the_modules_of_its_program_say_together():
    """Each is loaded that another imports what it calls from."""
    shell = page('<div id="root"></div><script type="module" src="/js/main-1.js"></script>', "/posts/31")
    loaded: list[Page] = []
    while (ask := shown_article(shell, loaded)) and ask.url.endswith(".js"):
        loaded.append(
            page(FILES[ask.url.rpartition("/")[2].removesuffix(".js")], ask.url.removeprefix(SITE), JS)
        )
    assert ask == Request(f"{SITE}/open/v1/news/31/body")


def test_a_page_that_a_program_draws_is_no_entrance():
    """Though it has one link only; the modules that it loads ahead are the program's."""
    head = (
        '<link rel="modulepreload" href="/js/rows-3.js"><script type="module" src="/js/main-1.js"></script>'
    )
    found = answer(
        f'<html><head>{head}</head><body><div id="root"><a href="/about">关于</a></div></body></html>'
    )
    assert [ask.url for ask in found.follow] == [f"{SITE}/js/main-1.js", f"{SITE}/js/rows-3.js"]


def test_what_a_program_asks_for_an_article_starts_where_its_page_says():
    """From the <base> of the page, not from the address below which that shows the article."""
    head = '<base href="/"><script src="main.js"></script>'
    shell = page(f"<html><head>{head}</head><body><app-root></app-root></body></html>", "/tales/k31")
    program = 'one(i){return this.http.get("kept/tales/"+i+".json")}routes=[{path:"tales/:key",component:T}]'
    assert shown_article(shell) == Request(f"{SITE}/main.js")
    ask = shown_article(shell, [page(program, "/main.js", JS)])
    assert ask == Request(f"{SITE}/kept/tales/k31.json")


# --- what a program shows, and where

TABLE = (
    'routes:[{path:"/",component:A},{path:"/read/:id",component:B}];go(e){this.$router.push("/read/"+e.id)}'
)


@pytest.mark.parametrize(
    ("program", "pattern"),
    [
        (f"new R({{{TABLE}}})", "/#/read/{id}"),
        (f'new R({{mode:"history",{TABLE}}})', "/read/{id}"),
        (f'C({{history:W("/"),{TABLE}}})', "/read/{id}"),
        (f'C({{history:H(),{TABLE}}});H=e=>(e.includes("#")||(e+="#"),W(e));x.pushState(a)', "/#/read/{id}"),
    ],
)  # fmt: skip
def test_a_table_of_routes_stands_behind_a_hash_where_nothing_says_otherwise(program, pattern):
    """As the router of Vue 2 has it; that of Vue 3 is always told."""
    assert pattern in routes(program, f"{SITE}/")


@pytest.mark.parametrize("name", ["spring-yarn-prices", "nt_f3c", "20261102"])
def test_an_article_is_asked_for_by_what_its_route_names_it(name):
    """With or without a number; what goes on with a cursor asks for a list."""
    program = 'l=c=>fetch(`/v1/stories?cursor=${c}`);d=s=>fetch(`/v1/stories/${s}`);routes=[{path:"/tale/:slug",c:T}]'
    url = f"{SITE}/tale/{name}"
    named = named_by_route(program, url)
    assert named == name
    assert article_request(program, url, named=named) == Request(f"{SITE}/v1/stories/{name}")


def test_a_list_of_exhibitors_is_none_of_articles():
    """Beside one of news."""
    program = 's({url:"/web/notice/list",params:{page:1}});s({url:"/web/exhibitor/list",params:{page:1}})'
    assert [ask.url for ask in list_requests(program, f"{SITE}/")] == [f"{SITE}/web/notice/list?page=1"]


# --- bodies in blocks


def text(words: str) -> dict[str, object]:
    return {"type": "text", "text": words}


@pytest.mark.parametrize(
    "kept",
    [
        {"blocks": [{"type": "paragraph", "data": {"text": "甲乙"}}, {"type": "list", "data": {"items": ["丙"]}}]},
        {"type": "doc", "content": [{"type": "paragraph", "content": [text("甲"), text("乙")]}, {"type": "bulletList", "content": [{"type": "listItem", "content": [{"type": "paragraph", "content": [text("丙")]}]}]}]},
        {"blocks": [{"key": "a", "text": "甲乙", "type": "unstyled"}, {"key": "b", "text": "丙", "type": "unstyled"}], "entityMap": {}},
        {"ops": [{"insert": "甲"}, {"insert": "乙", "attributes": {"bold": True}}, {"insert": "\n"}, {"insert": {"image": "x"}}, {"insert": "丙\n"}]},
        [{"_type": "block", "children": [{"_type": "span", "text": "甲乙"}]}, {"_type": "image", "asset": {"_ref": "x"}}, {"_type": "block", "children": [{"_type": "span", "text": "丙"}]}],
        [{"type": "paragraph", "paragraph": {"rich_text": [{"type": "text", "text": {"content": "甲乙"}, "plain_text": "甲乙"}]}}, {"type": "paragraph", "paragraph": {"rich_text": [{"plain_text": "丙"}]}}],
        {"root": {"children": [{"type": "paragraph", "children": [text("甲乙")]}, {"type": "paragraph", "children": [text("丙")]}]}},
        {"nodeType": "document", "data": {}, "content": [{"nodeType": "paragraph", "data": {}, "content": [{"nodeType": "text", "value": "甲乙", "marks": []}]}, {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "丙"}]}]},
        [{"type": "text", "content": "甲乙"}, {"type": "image", "url": "/i.jpg", "title": "图"}, {"type": "text", "content": "丙"}],
        [{"blockName": "core/paragraph", "innerHTML": "<p>甲乙</p>"}, {"blockName": "core/paragraph", "innerHTML": "<p>丙</p>"}],
        json.dumps([{"type": "paragraph", "children": [{"text": "甲"}, {"text": "乙", "bold": True}]}, {"type": "paragraph", "children": [{"text": "丙"}]}]),
        {"sections": [{"paragraphs": ["甲乙"]}, {"paragraphs": ["丙"]}]},
    ],
)  # fmt: skip
def test_a_body_in_blocks_is_read_by_its_paragraphs(kept):
    """Whichever editor wrote it."""
    assert markup_of(kept) == "<p>甲乙</p><p>丙</p>"


@pytest.mark.parametrize(
    "kept", [["甲", "乙"], entries(1, 2), {"list": entries(1, 2)}, {"id": 3}, "甲", None]
)
def test_keywords_and_entries_of_a_list_are_no_body(kept):
    """Nor is any other field."""
    assert markup_of(kept) == ""


def test_an_article_whose_service_answers_in_blocks_is_read():
    """Under the title that stands beside them."""
    program = 'd=s=>fetch(`/v1/posts/${s}`);routes=[{path:"/p/:slug",component:P}]'
    shell = page('<div id="root"></div><script src="/js/app.js"></script>', "/p/yarn-week")
    blocks = [{"type": "paragraph", "data": {"text": sentence}} for sentence in SENTENCES]
    told = json.dumps({"title": TITLE, "author": {"name": "王某"}, "blocks": blocks})
    pages = [shell, page(program, "/js/app.js", JS), page(told, "/v1/posts/yarn-week", JSON)]
    article = read(pages, Source("x", SITE), Link(shell.url, TITLE)).article
    assert (article.title, article.text.splitlines()[-1]) == (TITLE, SENTENCES[-1])


# --- pages that fill themselves

FILLED = '<h1 id="t"></h1><div id="c"></div><script>{}</script>'


@pytest.mark.parametrize(
    ("query", "script", "asked"),
    [
        ("?id=31", "var id=location.search.replace('?id=','');var s=document.createElement('script');s.src='d/'+id+'.js';document.body.appendChild(s);", "/d/31.js"),
        ("?no=a31", "var n=location.href.split('no=')[1];document.write('<script src=\"d/'+n+'.js\"><\\/script>');", "/d/a31.js"),
        ("?20261102", "var n=location.search.slice(1);$.ajax({url:'d/'+n+'.js',dataType:'script'});", "/d/20261102.js"),
        ("?id=31", "var m=location.search.match(/[?&]id=(\\d+)/);$.getScript('d/a_'+m[1]+'.js');", "/d/a_31.js"),
        ("?nid=31", "var u=location.search;var n=u.substr(1).split('=')[1];$.get('d/n'+n+'.xml',f);", "/d/n31.xml"),
        ("", "var k=location.pathname.split('/').pop().replace('.html','');fetch('d/'+k+'.json');", "/d/n31.json"),
        ("?slug=yarn-week", "const s=new URLSearchParams(location.search).get('slug');fetch(`d/${s}.json`);", "/d/yarn-week.json"),
    ],
)  # fmt: skip
def test_a_page_asks_for_the_file_that_its_address_names(query, script, asked):
    """However its script cuts the name out of it."""
    shown = shown_article(page(FILLED.format(script), f"/view.html{query}" if query else "/n31.html"))
    assert shown is not None
    assert shown.url == SITE + asked


def test_a_linked_script_completes_an_address_as_one_of_the_page_does():
    """Below the page's own base."""
    script = "var id=location.search.replace('?id=','');$.getJSON('rows/d/'+id+'.json',function(d){$('#c').html(d.text)});"
    shell = page(
        '<base href="/zx/"><h1 id="t"></h1><div id="c"></div><script src="js/one.js"></script>',
        "/zx/view.html?id=31",
    )
    asked = shown_article(shell)
    assert asked is not None
    assert asked.url == f"{SITE}/zx/js/one.js"
    file = shown_article(shell, [page(script, "/zx/js/one.js", JS)])
    assert file is not None
    assert file.url == f"{SITE}/zx/rows/d/31.json"


@pytest.mark.parametrize(
    ("told", "path", "kind"),
    [
        (f"fill({json.dumps({'title': TITLE, 'content': BODY})});", "/d/31.js", JS),
        (f"var one={{title:'{TITLE}',content:'{BODY}'}};", "/d/31.js", JS),
        (f"<?xml version='1.0'?><one><title>{TITLE}</title><text><![CDATA[{BODY}]]></text></one>", "/d/31.xml", "text/xml"),
    ],
)  # fmt: skip
def test_what_tells_one_article_is_put_into_its_page(told, path, kind):
    """A script that does so is no program."""
    script = f"var id=location.search.substr(4);$.ajax({{url:'{path.replace('31', chr(39) + '+id+' + chr(39))}'}});"
    pages = [page(FILLED.format(script), "/view.html?id=31"), page(told, path, kind)]
    assert not is_program(pages[1])
    article = read(pages, Source("x", SITE), Link(pages[0].url, TITLE)).article
    assert (article.title, article.text.splitlines()[-1]) == (TITLE, SENTENCES[-1])


def test_an_article_is_picked_out_of_a_script_that_holds_all():
    """By the title under which the list has it, though its page has words of its own."""
    every = [{**entry, "body": BODY.replace("大会", f"第{entry['id']}届大会")} for entry in entries(1, 2, 3)]
    script = "var id=location.search.split('=')[1];one=ALL.filter(function(a){return a.id==id})[0];"
    menu = f"<p>{'会员服务' * 20}</p>"
    around = f'<script src="js/jquery.js"></script><script src="js/all-news.js"></script>{menu}{FILLED.format(script)}'
    shell = page(around, "/view.html?id=2")
    holder = page(f"var ALL={json.dumps(every)};", "/js/all-news.js", JS)
    asked = shown_article(shell)
    assert asked is not None
    assert asked.url == holder.url
    title = str(every[1]["title"])
    article = read([shell, holder], Source("x", SITE), Link(shell.url, title)).article
    assert article.title == title
    assert "第2届大会由协会主办" in article.text
    assert "第3届" not in article.text


# --- pages whose program opens entries, and lists that go on by a cursor


def of_next(props: object, path: str, *, fallback: bool = False) -> str:
    told = {
        "props": {} if fallback else {"pageProps": props},
        "page": path,
        "buildId": "bT7",
        "isFallback": fallback,
    }
    return (
        f'<div id="__next"><p>请稍候</p></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(told, ensure_ascii=False)}</script>'
        '<script src="/web/_next/static/bT7/_buildManifest.js"></script>'
    )


@pytest.mark.parametrize(
    ("table", "path"),
    [
        ('{"/":["static/chunks/pages/index-1.js"],"/trends":[s,"static/chunks/pages/trends-2.js"]}', "/trends"),
        ('{"/[kind]":["static/chunks/pages/[kind]-3.js"],"/trends":["static/chunks/pages/trends-2.js"]}', "/zh/trends"),
        ('{"/trends/[[...at]]":["static/chunks/pages/trends-2.js"],sortedPages:["/trends/[[...at]]"]}', "/trends/2026/11"),
    ],
)  # fmt: skip
def test_the_part_of_a_program_that_draws_a_page_is_read(table, path):
    """As its table of pages says, from the folder that the table itself is in."""
    own = Request(f"{SITE}/web/_next/static/bT7/_buildManifest.js", drawn=SITE + path)
    (part,) = answer(
        f"self.__BUILD_MANIFEST={table}", "/web/_next/static/bT7/_buildManifest.js", JS, own
    ).follow
    assert part.url == f"{SITE}/web/_next/static/chunks/pages/trends-2.js"


@pytest.mark.parametrize(
    ("load", "names"),
    [
        ('function(){return n.e("chunk-7d").then(n.bind(null,"9a"))}', '({}[t]||t)+"."+{"chunk-1a":"aa","chunk-7d":"c7"}[t]+".js"'),
        ('()=>n.e(307).then(n.bind(n,41))', '{11:"a1",12:"a2",13:"a3",14:"a4",15:"a5",307:"c7"}[t]+".js"'),
        ('()=>Promise.all([n.e(12),n.e(307)]).then(n.bind(n,41))', '({12:"common"}[t]||t)+"."+{12:"a2",13:"a3",307:"c7"}[t]+".chunk.js"'),
    ],
)  # fmt: skip
@pytest.mark.parametrize("drawn", ["/", "/#/news", "/news"])
def test_a_part_without_a_name_is_known_by_the_route_that_loads_it(load, names, drawn):
    """That of the page, or of news where the page is the front."""
    table = f'[{{path:"/",redirect:"/home"}},{{path:"/shop",component:()=>n.e("chunk-1a").then(n.t)}},{{path:"/news",name:"N",component:{load},meta:{{}}}}]'
    found = chunks(
        f'c=t=>n.p+"static/js/"+{names};routes={table}', f"{SITE}/static/js/app.1.js", SITE + drawn
    )
    named = [part.rpartition("/")[2] for part in found]
    assert any(".c7." in name for name in named[:2])
    assert not any("chunk-1a" in name for name in named)


@pytest.mark.parametrize(
    ("loader", "folder"),
    [
        ('function u(e){return a.p+"static/js/"+({"pages-notice-list":"pages-notice-list"}[e]||e)+"."+{"pages-notice-list":"0a1b"}[e]+".js"}a.p="/m/"', "/m/static/js/"),
        ('i.u=e=>i.p+"js/"+({7:"pages-notice-list"}[e]||e)+"."+{7:"0a1b"}[e]+".js";i.p="/wap/v2/"', "/wap/v2/js/"),
        ('i.p="";i.u=e=>i.p+"js/"+({7:"pages-notice-list"}[e]||e)+"."+{7:"0a1b"}[e]+".js"', "/js/"),
    ],
)  # fmt: skip
def test_the_parts_of_a_program_lie_where_its_loader_says(loader, folder):
    """In a folder of the host, as a program has it that is not at its root."""
    own = Request(f"{SITE}/m/index.js", drawn=f"{SITE}/m/")
    asked = [to.url.removeprefix(SITE) for to in answer(loader, "/m/index.js", JS, own).follow]
    assert asked == [f"{folder}pages-notice-list.0a1b.js"]


@pytest.mark.parametrize(
    ("header", "sent"),
    [
        ('header:{"content-type":"application/x-www-form-urlencoded"},', {"page": "1", "size": "9"}),
        ('header:{token:t,"Content-Type":"application/x-www-form-urlencoded;charset=utf-8"},', {"page": "1", "size": "9"}),
        ('header:{"content-type":"application/json"},', '{"page": 1, "size": 9}'),
    ],
)  # fmt: skip
def test_a_program_for_several_platforms_posts_as_it_says_and_opens_behind_a_hash(header, sent):
    """What it says behind the fields, too; its pages have a router of their own, below the folder of the program."""
    program = f'q=(u,d)=>e.request({{url:"/svc"+u,method:"POST",data:d,{header}success:function(r){{k(r)}}}});c={{load(){{q("/notice/list",{{page:this.page,size:9}})}},open(e){{t.navigateTo({{url:"/pages/notice/show?id="+e.nid}})}}}}'
    own = Request(f"{SITE}/m/index.js", drawn=f"{SITE}/m/")
    ask, *_ = answer(program, "/m/index.js", JS, own).follow
    assert (ask.url, ask.data) == (f"{SITE}/svc/notice/list", sent)
    listed = json.dumps({"data": [{"nid": n, "title": TITLE} for n in (3, 4)]})
    assert [link.url for link in answer(listed, "/svc/notice/list", JSON, ask).links][:1] == [
        f"{SITE}/m/#/pages/notice/show?id=3"
    ]


@pytest.mark.parametrize(
    "opens",
    [
        'r.push("/trends/".concat(e.id))',
        "r.push(`/trends/${e.id}`)",
        'r.push("/trends/[id]","/trends/".concat(e.id))',
        'r.push({pathname:"/trends/[id]",query:{id:e.id}})',
    ],
)
def test_rows_that_a_program_opens_lead_where_its_router_goes(opens):
    """Though the page names none of their addresses."""
    part = Request(f"{SITE}/_next/static/chunks/pages/trends-2.js", drawn=f"{SITE}/trends")
    program = f'h("div",{{onClick:function(){{return {opens}}}}})'
    (again,) = answer(program, "/_next/static/chunks/pages/trends-2.js", JS, part).follow
    found = answer(of_next({"posts": entries(1, 2, 3)}, "/trends"), "/trends", ask=again)
    assert [link.url for link in found.links] == [f"{SITE}/trends/{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "opens",
    [
        'n.push("/trends/".concat(e.slug))',
        "n.push(`/${lang}/trends/${e.slug}`)",
        'navigateTo(localePath("/trends/"+e.slug))',
        '1}};routes=[{path:"/:locale/trends/:slug",component:T}];x={a(){',
    ],
)
@pytest.mark.parametrize("language", ["zh", "en", "zh-CN"])
def test_entries_stand_under_the_language_of_their_list(opens, language):
    """Which a router puts before the paths that its program names, or is given by name."""
    drawn = f"{SITE}/{language}/trends"
    part = Request(f"{SITE}/_next/static/chunks/pages/trends-2.js", drawn=drawn)
    program = f'x={{go(e){{return {opens}}}}};h("div",{{onClick:x.go}})'
    (again,) = answer(program, "/_next/static/chunks/pages/trends-2.js", JS, part).follow
    kept = [{**entry, "slug": f"t-{entry['id']}"} for entry in entries(1, 2, 3)]
    found = answer(of_next({"posts": kept}, "/trends"), f"/{language}/trends", ask=again)
    assert [link.url for link in found.links] == [f"{drawn}/t-{n}" for n in (1, 2, 3)]


def test_a_folder_of_two_letters_is_no_language():
    """Where a program names an address from the root."""
    assert routes('go(e){open("/news/"+e.id)}', f"{SITE}/xw/news") == ("/news/{id}",)


def test_the_data_of_a_page_that_came_without_is_asked_for_under_its_build():
    """An article's and a list's, whose next page its query numbers."""
    shown = of_next({}, "/trends/[id]", fallback=True)
    article = shown_article(page(shown, "/web/trends/31"))
    listed, *_ = answer(shown, "/web/trends").follow
    assert article is not None
    assert article.url == f"{SITE}/web/_next/data/bT7/trends/31.json"
    assert listed.url == f"{SITE}/web/_next/data/bT7/trends.json"
    told = json.dumps({"pageProps": {"posts": entries(1, 2, 3), "page": 1, "totalPages": 3}})
    ask = Request(listed.url, patterns=("/trends/{id}",))
    assert (
        answer(told, "/web/_next/data/bT7/trends.json", JSON, ask).next
        == f"{SITE}/web/_next/data/bT7/trends.json?page=2"
    )


@pytest.mark.parametrize(
    ("call", "cursor"),
    [
        ("const r=await $(`/open/bulletins?after=${k.value}&size=9`)", "after"),
        ("const r=await $fetch(`/open/bulletins?size=9&cursor=${k}`)", "cursor"),
        ('fetch("/open/bulletins?token="+k+"&size=9")', "token"),
        ('$fetch("/bulletins",{baseURL:"/open",query:{cursor:k.value,size:9}})', "cursor"),
    ],
)
def test_a_list_that_goes_on_by_a_cursor_is_asked_for_from_its_beginning(call, cursor):
    """By the name that the program gives the cursor, whatever the answer calls it."""
    ask, *_ = answer(call, "/js/app.js", JS, Request(f"{SITE}/js/app.js", drawn=f"{SITE}/")).follow
    asked = ask.url.removeprefix(SITE)
    assert asked.partition("?")[0] == "/open/bulletins"
    told = json.dumps({"items": entries(1, 2, 3), "nextCursor": "k73"})
    following = answer(told, asked, JSON, Request(ask.url, patterns=("/n/{id}",))).next
    assert f"{cursor}=k73" in str(following)


@pytest.mark.parametrize(
    ("program", "name"),
    [
        ('const b="/open",f=u=>fetch(u).then(e=>e.json()),r=n=>f(`${b}/tales?limit=4${n?`&after=${n}`:""}`);r().then(x)', "after"),
        ("r=n=>fetch(`/open/tales?limit=4${null!=n?`&start_after=${encodeURIComponent(n)}`:``}`);r();r(s)", "start_after"),
        ('function r(c){return fetch("/open/tales?limit=4"+(c===null?"":"&older="+c))}r(null);r(q)', "older"),
        ('r=c=>axios.get("/open/tales",{params:{limit:4,...(c?{from:c}:{})}});r()', "from"),
        ('r=c=>axios.get("/open/tales",{params:{limit:4,...c&&{from:c}}});r()', "from"),
        ('r=c=>axios.get("/open/tales",{params:{limit:4,anchor:c??void 0}});r()', "anchor"),
        ('m={data(){return{last:""}},methods:{load(){axios.get("/open/tales?limit=4"+(this.last?"&since="+this.last:""))}}}', "since"),
        ('async function r(c){const p=new URLSearchParams({limit:4});if(c)p.set("from",c);return fetch("/open/tales?"+p)}r()', "from"),
        ('async function r(c){const p=new URLSearchParams;p.append("limit",4);c&&p.append("next",c);return fetch(`/open/tales?${p.toString()}`)}r()', "next"),
        ('async function r(c){let u="/open/tales?limit=4";if(c)u+="&from="+c;return fetch(u)}r()', "from"),
        ('function r(c){var q={limit:4};if(c){q.cursor=c}return $.getJSON("/open/tales",q)}r()', "cursor"),
        ('useInfiniteQuery({queryFn:({pageParam:e})=>fetch(`/open/tales?limit=4${e?`&from=${e}`:""}`),getNextPageParam:e=>e.next})', "from"),
    ],
)  # fmt: skip
def test_what_a_script_sends_once_an_answer_told_it_is_how_a_list_goes_on(program, name):
    """Of whatever name: the first request goes without it, those after take what the answer calls the next."""
    routes = ';routes=[{path:"/tales",element:a},{path:"/tales/:no",element:b}]'
    first, *_ = answer(
        program + routes, "/js/app.js", JS, Request(f"{SITE}/js/app.js", drawn=f"{SITE}/tales")
    ).follow
    assert (first.url, first.later) == (f"{SITE}/open/tales?limit=4", (name,))
    following = first
    for cursor in ("k3", "k6"):
        told = json.dumps({"items": entries(1, 2, 3), "next": cursor})
        page = answer(told, following.url.removeprefix(SITE), JSON, following)
        following = next_asked(following, page) or first
        assert following.url == f"{SITE}/open/tales?limit=4&{name}={cursor}"


@pytest.mark.parametrize(
    ("call", "asked"),
    [
        ('const g=(i,p)=>{if(p&&!p.next)return null;return i===0?"/open/tales?limit=4":`/open/tales?limit=4&after=${p.next}`};useSWRInfinite(g,f)', "/open/tales?limit=4&after="),
        ('useSWRInfinite((i,p)=>p&&!p.items.length?null:`/open/tales?limit=4${p?`&from=${p.next}`:""}`,f)', "/open/tales?limit=4"),
        ("const{data:a}=(0,w.useSWRInfinite)((e=>`/open/tales?page=${e+1}&size=4`),f)", "/open/tales?page=1&size=4"),
        ("function k(e,t){return t&&!t.length?null:`/open/tales?page=${e+1}`}useSWRInfinite(k,f)", "/open/tales?page=1"),
        ('useSWR("/open/tales?limit=4",f)', "/open/tales?limit=4"),
    ],
)  # fmt: skip
def test_a_function_may_give_the_address_of_each_page(call, asked):
    """As SWR is handed it, which asks by itself."""
    program = f'const f=u=>fetch(u).then(r=>r.json());{call};routes=[{{path:"/tales/:no"}}]'
    found = answer(program, "/js/app.js", JS, Request(f"{SITE}/js/app.js", drawn=f"{SITE}/tales"))
    assert [ask.url for ask in found.follow] == [f"{SITE}{asked}"]


def test_a_list_goes_on_after_its_last_row_where_its_script_sends_that_later():
    """Though its answer says nothing of it; what is posted takes it in, too."""
    program = "r=c=>fetch(`/open/tales?limit=3${c?`&before_id=${c}`:''}`);r();"
    script = Request(f"{SITE}/js/app.js", drawn=f"{SITE}/tales")
    first, *_ = answer(f'{program}routes=[{{path:"/tales/:id"}}]', "/js/app.js", JS, script).follow
    told = json.dumps({"items": entries(31, 32, 33)})
    page = answer(told, "/open/tales?limit=3", JSON, first)
    assert page.next == f"{SITE}/open/tales?limit=3&before_id={entries(33)[0]['id']}"
    program = 'r=c=>axios.post("/open/tales",{limit:3,...(c?{from:c}:{})});r();'
    first, *_ = answer(f'{program}routes=[{{path:"/tales/:id"}}]', "/js/app.js", JS, script).follow
    assert first.data == '{"limit": 3}'
    told = json.dumps({"items": entries(31, 32, 33), "next": "k3"})
    turned = next_asked(first, answer(told, "/open/tales", JSON, first))
    assert turned is not None and turned.data == '{"limit": 3, "from": "k3"}'


@pytest.mark.parametrize(
    ("program", "asked"),
    [
        ('function l(k,w){return fetch(`/t?size=6${k?`&kind=${k}`:""}${w?`&w=${w}`:""}`)}l("trade")', 'fetch("/t?size=6&kind=trade")'),
        ('const d=!0;const b=d?"/api/v1":"http://127.0.0.1:3000";fetch(b+"/news?page=1")', "/api/v1/news?page=1"),
        ('function r(o){var q={size:9,page:1};q.kind=o.kind;if(o.w)q.w=o.w;return $.post("/rows",q)}r({kind:3})', '$.post("/rows",{size:9,page:1,kind:3})'),
        ('async function a(){const p=new URLSearchParams();p.set("page",n);p.set("size",9);if(w)p.set("w",w);return fetch("/rows?"+p)}', 'fetch("/rows?page="+page+"&size=9")'),
    ],
)  # fmt: skip
def test_fields_are_sent_that_a_program_puts_in_one_by_one(program, asked):
    """But for those that it puts in on a condition of which nothing is known."""
    assert asked in plainly_spelt(program)


@pytest.mark.parametrize(
    ("list_route", "entry_route", "drawn", "entry"),
    [
        ("/:lang()/trends", "/:lang()/trends/:no()", "/cn/trends", "/cn/trends/61"),
        ("/:locale(zh|en)?/trends", "/:locale(zh|en)?/trends/:no(\\\\d+)", "/trends", "/trends/61"),
        ("/:locale(zh|en)?/trends", "/:locale(zh|en)?/trends/:no(\\\\d+)", "/zh/trends", "/zh/trends/61"),
        ("/trends/:kind()", "/trends/:kind()/:no()", "/trends/yarn", "/trends/yarn/61"),
    ],
)
def test_each_name_in_a_route_may_say_what_it_takes(list_route, entry_route, drawn, entry):
    """As a router of Vue spells it; the list in a language is no entry's address."""
    program = (
        f'routes=[{{path:"{list_route}",name:"l"}},{{path:"{entry_route}",name:"e"}}];'
        'const r=await $fetch("/api/trends/list",{query:{page:page.value,size:9}});'
    )
    ask, *_ = answer(
        program, "/_nuxt/entry.js", JS, Request(f"{SITE}/_nuxt/entry.js", drawn=SITE + drawn)
    ).follow
    told = {"no": 61, "kind": "yarn", "title": "春季纱线展色彩趋势先睹为快", "date": "2026-11-02"}
    more = {**told, "no": 62, "title": "花式纱企业集体亮相本届春季纱线展"}
    found = answer(json.dumps({"list": [told, more]}), "/api/trends/list?page=1&size=9", JSON, ask)
    assert [link.url for link in found.links] == [SITE + entry, f"{SITE}{entry[:-1]}2"]


@pytest.mark.parametrize(
    ("route", "drawn"),
    [
        ("/:lang()/trends", "/cn/trends"),
        ("/trends/:kind(\\\\w+)?", "/trends"),
        ("/:lang(zh|en)?/trends", "/zh/trends"),
    ],
)
def test_the_part_of_a_page_is_found_by_a_route_that_says_what_it_takes(route, drawn):
    """What may be left out need not be in its address."""
    program = f'routes=[{{path:"/visit",component:()=>import("./a1.js")}},{{path:"{route}",component:()=>import("./b2.js")}}]'
    follow = answer(
        program, "/_nuxt/entry.js", JS, Request(f"{SITE}/_nuxt/entry.js", drawn=SITE + drawn)
    ).follow
    assert [ask.url for ask in follow] == [f"{SITE}/_nuxt/b2.js"]
