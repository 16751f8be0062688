"""Programs that webpack has put together, whose modules know each other by number alone."""

from __future__ import annotations

import json
import time

import pytest

from scrapers.discover import webpack
from scrapers.discover.shells import shown_article
from scrapers.model import Page
from tests.one_site import NOW, SITE, answer

JS, JSON = "application/javascript", "application/json"

# One bundle with its runtime, what asks in one module, the settings in another; getters tell what a module gives.
IN_ONE = (
    "(function(e){var t={};function n(r){if(t[r])return t[r].exports;var o=t[r]={i:r,l:!1,exports:{}};return e[r].call(o.exports,o,o.exports,n),o.exports}n.p='/'})"
    "({'1f0a':function(e,t,n){'use strict';n.d(t,'a',function(){return o}),n.d(t,'b',function(){return s});var r=n('7c21'),i=n.n(r);"
    "function o(e){return Object(r['a'])('story/rows',e)}function s(e){return Object(r['a'])('story/one',{sid:e})}},"
    "'7c21':function(e,t,n){'use strict';n.d(t,'a',function(){return o});var a=n('90be');function o(e,t){return t=t||{},uni.request({url:a.gate+e,header:{'x-of':'web'},data:t})}},"
    "'90be':function(e,t){e.exports={gate:'/index.php?s=/svc/'}},"
    "'a001':function(e,t,n){var r=n('1f0a');t.default={data:function(){return{no:1}},onLoad:function(){Object(r['a'])({pageNo:this.no,size:9})},go:function(e){uni.navigateTo({url:'/pages/story/detail?sid='+e})}}},"
    "'a002':function(e,t,n){var r=n('1f0a');t.default={onLoad:function(e){var t=this;Object(r['b'])(e.sid).then(function(e){t.one=e})},t:__uniConfig}}});"
)
# Of version 5: getters in an object, arrows, numbers.
ARROWS = (
    "(()=>{var e={31:(e,t,n)=>{'use strict';n.d(t,{rows:()=>r,one:()=>o});var s=n(77);const r=e=>s.Z.get('story/rows',e),o=e=>s.Z.get('story/one',{sid:e})},"
    "77:(e,t,n)=>{n.d(t,{Z:()=>i});const a=n(90);class c{get(e,t){return uni.request({url:a.gate+e,data:t})}}const i=new c},"
    "90:e=>{e.exports={gate:'/index.php?s=/svc/'}},"
    "401:(e,t,n)=>{var s=n(31);t.default={data:()=>({no:1}),onLoad(){s.rows({pageNo:this.no,size:9})},go(e){uni.navigateTo({url:'/pages/story/detail?sid='+e})}}},"
    "402:(e,t,n)=>{var s=n(31);t.default={onLoad(e){s.one(e.sid).then(x=>{this.one=x})},u:__uniConfig}}},t={};function n(r){var o=t[r]={exports:{}};return e[r].call(o.exports,o,o.exports,n),o.exports}})();"
)
EVERY = pytest.mark.parametrize("bundle", [IN_ONE, ARROWS])
SHELL = '<!doctype html><html><head><title>商会</title></head><body><div id="app"></div><script src="/js/app.7f.js"></script></body></html>'


@EVERY
def test_rows_are_asked_for_as_the_modules_say_together(bundle: str) -> None:
    """The fields in one, the path in another, the gate in a third; the next page is counted on."""
    (program,) = answer(SHELL, "/h5/").follow
    (ask, *_) = answer(bundle, "/js/app.7f.js", JS, program).follow
    assert ask.url.startswith(f"{SITE}/index.php?s=/svc/story/rows&")
    assert "pageNo=1" in ask.url and "size=9" in ask.url
    rows = {"rows": [{"sid": n, "title": f"第{n}届纺织服装产业发展大会在杭州召开"} for n in (31, 32)]}
    (link, *_) = answer(json.dumps(rows), ask.url.removeprefix(SITE), JSON, ask).links
    assert link.url == f"{SITE}/h5/#/pages/story/detail?sid=31"


@EVERY
def test_an_entry_is_asked_for_by_the_field_that_a_module_gives_it(bundle: str) -> None:
    """Whatever headers are sent along."""
    url = f"{SITE}/h5/#/pages/story/detail?sid=31"
    loaded = [
        Page(f"{SITE}/js/app.7f.js", f"{SITE}/js/app.7f.js", 200, {"content-type": JS}, bundle.encode(), NOW)
    ]
    shown = shown_article(Page(url, url, 200, {"content-type": "text/html"}, SHELL.encode(), NOW), loaded)
    assert shown is not None
    assert shown.url == f"{SITE}/index.php?s=/svc/story/one&sid=31"


def test_a_module_s_own_names_are_not_those_it_is_given() -> None:
    """Minifiers call parameters and variables of inner functions by the same letters."""
    text = "webpackJsonp([0],{12:function(e,t,n){function o(t){t.x=1}function p(){var t={};t.y=2;return n(7)}t.z=o}});"
    (script,) = webpack.as_scripts([text])
    assert "$w_12$z=o" in script and "return $w_7" in script
    assert "t.x=1" in script and "t.y=2" in script


@pytest.mark.parametrize(
    "text",
    [
        "webpackChunk.push([[1],{12:function(e,t,n){",
        "webpackJsonp([0],{a:1});",
        "webpackJsonp([0],{12:function(){return 1}});",
    ],
)
def test_what_is_no_module_stays_as_it_is(text: str) -> None:
    """Broken, without modules, or of functions that are given nothing."""
    assert webpack.as_scripts([text]) == [text]


def test_a_bundle_without_end_is_read_in_its_time() -> None:
    """Of modules, of functions within them, of names declared again and again."""
    inner = "".join(f"function f{n}(t){{var e=t;return n({n})}}" for n in range(1500))
    text = (
        "webpackJsonp([0],{"
        + ",".join(f"{n}:function(e,t,n){{{inner if n < 5 else ''}}}" for n in range(3000))
        + "});"
    )
    begun = time.perf_counter()
    assert "$w_4" in webpack.as_scripts([text])[0]
    assert time.perf_counter() - begun < 20
