"""Programs of AngularJS: what one file registers and another has injected, and what their tabs and routes show."""

from __future__ import annotations

import json
import time

import pytest

from scrapers.discover import Discovery, Request, angular
from scrapers.discover.shells import shown_article
from scrapers.model import Page
from tests.one_site import NOW, SITE, answer

JS, JSON = "application/javascript", "application/json"
Files = dict[str, str]

ROUTES = "r.when('/', {templateUrl: 'v/rows.html', controller: 'RowsCtrl'}).when('/story/:sid', {templateUrl: 'v/one.html', controller: 'StoryCtrl'})"
# Inline arrays; what is sent is JSON, and the rows already shown are counted.
ARRAYS: Files = {
    "/app/app.js": f"angular.module('mill', ['ngRoute', 'mill.api', 'mill.pages']).constant('SET', {{root: '/svc', size: 9}}).config(['$routeProvider', function (r) {{ {ROUTES}; }}]);",
    "/app/api.js": "angular.module('mill.api', []).factory('Stories', ['$http', 'SET', function (h, s) { return {"
    "rows: function (kind, from) { return h.post(s.root + '/story/rows', {type: kind, from: from || 0, size: s.size}); },"
    "one: function (sid) { return h.get(s.root + '/story/one', {params: {sid: sid}}); }}; }]);",
    "/app/pages.js": "angular.module('mill.pages', ['mill.api']).controller('RowsCtrl', ['$scope', 'Stories', function ($scope, Stories) {"
    "$scope.tabs = [{type: 'xw', name: '协会动态'}, {type: 'zc', name: '政策法规'}]; $scope.list = [];"
    "$scope.pick = function (t) { $scope.type = t; $scope.more(); }; $scope.more = function () { Stories.rows($scope.type, $scope.list.length).then(put); }; $scope.pick('xw'); }])"
    ".controller('StoryCtrl', ['$routeParams', 'Stories', function (p, Stories) { Stories.one(p.sid).then(draw); }]);",
}
# Functions that are named where they are registered, each in a scope of its own, with $inject or by their parameters.
NAMED: Files = {
    "/app/app.js": f"(function () {{ angular.module('mill', ['ui.router', 'ngRoute']).config(setUp); setUp.$inject = ['$routeProvider']; function setUp(r) {{ {ROUTES}; }} }})();",
    "/app/story.service.js": "(function () { angular.module('mill').service('StoryService', StoryService); StoryService.$inject = ['$http', 'env'];"
    "function StoryService(http, env) { this.rows = function (kind, from) { return http.post(env.root + '/story/rows', {type: kind, from: from, size: 9}); };"
    "this.one = function (sid) { return http.get(env.root + '/story/one?sid=' + sid); }; } })();",
    "/app/env.js": "angular.module('mill').value('env', {root: '/svc'});",
    "/app/rows.js": "(function () { angular.module('mill').controller('RowsCtrl', RowsCtrl).controller('StoryCtrl', StoryCtrl);"
    "function RowsCtrl($scope, StoryService) { $scope.tabs = [{type: 'xw', name: '协会动态'}, {type: 'zc', name: '政策法规'}]; StoryService.rows('xw', 0).then(put); }"
    "function StoryCtrl($routeParams, StoryService) { StoryService.one($routeParams.sid).then(draw); } })();",
}
EVERY = pytest.mark.parametrize("files", [ARRAYS, NAMED])


def page_of(files: Files) -> str:
    """A page of nothing but a program's files."""
    scripts = "".join(f'<script src="{name}"></script>' for name in files)
    return f'<!doctype html><html ng-app="mill"><head><script src="/lib/angular.min.js"></script>{scripts}</head><body><div ng-view></div></body></html>'


def gone_through(files: Files) -> Discovery:
    """What is found at last, one file after the other."""
    found = answer(page_of(files))
    while found.follow[0].url.endswith(".js"):
        ask = found.follow[0]
        name = ask.url.removeprefix(SITE)
        found = answer(files[name], name, JS, ask)
    return found


@EVERY
def test_the_rows_of_each_tab_are_asked_for_as_all_files_say_together(files: Files) -> None:
    """Each of them alone tells only the path, the fields or the root."""
    asked = [(ask.url, json.loads(str(ask.data))) for ask in gone_through(files).follow if ask.data]
    sent = [{"type": kind, "from": 0, "size": 9} for kind in ("xw", "zc")]
    assert asked == [(f"{SITE}/svc/story/rows", form) for form in sent]


@EVERY
def test_an_entry_is_shown_by_what_its_route_names(files: Files) -> None:
    """By whatever name the route has it, and the interface takes it."""
    (ask, *_) = gone_through(files).follow
    rows = {"rows": [{"sid": f"S{n}", "title": f"第{n}届纺织服装产业发展大会在杭州召开"} for n in (31, 32)]}
    (link, *_) = answer(json.dumps(rows), ask.url.removeprefix(SITE), JSON, ask).links
    assert link.url == f"{SITE}/#!/story/S31"
    loaded: list[Page] = []
    shell = Page(link.url, link.url, 200, {"content-type": "text/html"}, page_of(files).encode(), NOW)
    while (to := shown_article(shell, loaded)) and to.url.endswith(".js"):
        text = files[to.url.removeprefix(SITE)]
        loaded.append(Page(to.url, to.url, 200, {"content-type": JS}, text.encode(), NOW))
    assert to == Request(f"{SITE}/svc/story/one?sid=S31")


def test_a_function_s_own_parameter_keeps_its_name() -> None:
    """Minifiers call them all by single letters."""
    text = "angular.module('a').factory('api', ['$http', function (t) { return {get: function (n) { return t.get('/x?id=' + n); }, of: function (t) { return t.id; }}; }]);"
    assert "return $http.get('/x?id=' + n)" in angular.as_script(text)
    assert "of: function (t) { return t.id; }" in angular.as_script(text)


def test_a_script_that_registers_without_end_is_read_in_its_time() -> None:
    """What is looked at of it is bounded."""
    text = "angular.module('a')" + "".join(f".factory('f{n}', F{n})" for n in range(4000))
    text += ";" + "".join(
        f"function F{n}(a, b) {{ return function (a) {{ return a; }}; }}" for n in range(4000)
    )
    begun = time.perf_counter()
    assert angular.as_script(text)
    assert time.perf_counter() - begun < 10


def test_what_others_bring_along_is_not_looked_for() -> None:
    """$http and ngRoute are AngularJS's own; what a script registers itself is known."""
    text = "angular.module('a', ['ngRoute', 'ui.router']).value('v', 1).run(['$http', 'v', 'w', function (h, v, w) {}]);"
    assert angular.lacking([text]) == ("w",)


def test_a_script_of_another_kind_stays_as_it_is() -> None:
    """Also one that calls its own functions alike."""
    text = "var shop = make(); shop.value('a', 1); shop.config(function () {});"
    assert not angular.is_module(text)
    broken = "angular.module('a').controller('b', ["
    assert angular.as_script(broken) == broken
