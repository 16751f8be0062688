"""Sites that are programs (single-page applications): the interfaces that their scripts name, read and not run.

A page of such a site is an empty shell. Its program says which addresses it asks for lists and for single
articles, with which fields, and under which address a reader sees an article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from scrapers.discover import counting, graphs, keys, literals
from scrapers.discover.addresses import resolve
from scrapers.discover.calls import SENDS_FORM, base_of_requests, closing, holds_no_rows
from scrapers.discover.counting import with_query
from scrapers.discover.model import COLUMN, LATER, Request
from scrapers.discover.patterns import built_in, patterns_in
from scrapers.discover.scripts import objects_in_text

_SCRIPTS = 4  # of one page that are asked for
_LISTS = 2  # interfaces for lists that are tried
_FORMS = 3  # sets of fields that each is tried with
_MOST = 1_000_000  # characters of a program that are looked at
_CALLS = 400  # addresses of a program that are looked at

# Scripts that are other people's.
_LIBRARY = re.compile(
    r"(?:^|[/._-])(?:(?:chunk-)?vendors?|jquery|polyfills?|runtime|manifest|bootstrap|swiper|layui|layer|laydate|echarts|element-?(?:ui|plus)|antd?|"
    r"vue|vuex|vue-router|react(?:-dom)?|axios|lodash|moment|analytics|hm|count(?:er)?|stat(?:istics)?|beacon|share|map|player|jweixin|sdk|libs?|plugins?)(?=$|[/._~-])",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?:^|[/._-])(?:app|main|index|bundle|entry|umi|pages?|news|list|article)", re.IGNORECASE)
# Whatever short name a minifier gave the function that asks, by the size of a page or the place where a list goes on.
_SHORTENED = rf"(?<![\w$.])[\w$]{{1,2}}\(\s*(?=[\"'`][\w./?=&${{}}-]{{3,120}}[?&](?:{counting.SIZE}|(?:next_?)?cursor|after)=)"
# What by its name gets something of the page, its address or the browser's store, and asks for nothing.
_LOOKS_UP = r"get(?:Elements?By|Attribute|Computed|Context|Cookie|(?:Session|Local)?(?:Item|Storage)|Query|(?:Url|URL|Request)?Param)"
_ASKED = re.compile(
    rf"(?:\burl\s*:\s*|{_SHORTENED}|(?:\.|\b)(?P<verb>(?!{_LOOKS_UP})(?:get|post|request|fetch|axios|http|ajax|use(?:Lazy)?Fetch|useSWR))\w*\(\s*(?:\(\s*\)\s*=>\s*)?|(?:\bObject\([\w$.\[\]\"']{{1,30}}\)|\(0,\s*[\w$.]{{1,30}}\))\(\s*)(?P<q>[\"'`])"
    r"(?P<path>(?:https?://[\w.:-]+)?/?[A-Za-z][\w./${}-]{2,120}(?:\?[\w./?=&${}\[\]:;,%@*!~+-]{0,300})?)(?P=q)(?P<more>\s*(?:\+|\.concat\())?"
)
_NEWS = re.compile(
    r"article|news|info|content|notice|announce|cms|post|zixun|xinwen|dynamic|dongtai|archive|bulletin|message",
    re.IGNORECASE,
)
_LISTING = re.compile(r"list|page|query|search|find|all|index|select|get\w+s\b", re.IGNORECASE)
_SINGLE = re.compile(r"detail|info|view|show|byid|get|one|single", re.IGNORECASE)
_OTHER = re.compile(
    r"product|goods|sku|order|cart|user|member|login|auth|menu|role|dict|config|setting|banner|captcha|upload|file|comment|link|advert|exhibitor|booth|expert|"
    r"category|channel|column|tree|count|stat|visit|click|like|collect|company|enterprise|job|course|brand|area|region|weather|router",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\{[^{}]{3,400}\}")
_NUMBERED = re.compile(rf"[{{,]\s*[\"']?(?:{counting.PAGE_NAME})[\"']?\s*:\s*\d", re.IGNORECASE)
_SENT_WITH = re.compile(r"[^()]{0,80}?\b(?:params|data|query)\s*:\s*(?=\{)")
_PAGE = re.compile(counting.PAGE_NAME, re.IGNORECASE)
_SIZE = re.compile(counting.SIZE, re.IGNORECASE)
_START = re.compile(counting.START, re.IGNORECASE)
_PAGE_HELD = re.compile(rf"\$\{{(?:[\w$]+\.)*(?:{counting.PAGE_NAME})\}}", re.IGNORECASE)
_KEY = re.compile(r"[{,]\s*[\"']?(?P<key>\w*[iI][dD])[\"']?\s*[:,]")
_STATE = re.compile(r"total|count|pages|loading|list|rows|data|finished|show|visible", re.IGNORECASE)
_ROUTE = re.compile(
    r"(?:\bpath\s*:\s*|\.(?:when|state)\(\s*|\[\s*(?=[\"'`]/))[\"'`](?P<path>(?:/[\w/-]*|[A-Za-z][\w-]*/[\w/-]*):(?P<name>\w+)(?:[\w/:?-]|\([^()\"']{0,30}\))*)[\"'`]"
)
_NUMBER = re.compile(r"[?&/=](?P<number>[\w-]*\d[\w-]*)(?=$|[/?&.#])")


def linked(tree: LexborHTMLParser, url: str) -> tuple[str, ...]:
    """Return the scripts that may be the site's own program, likeliest first.

    Args:
        tree: the parsed page.
        url: what its references start from.
    """
    own = own_scripts(tree, url)
    own.sort(key=lambda to: not _OWN.search(urlsplit(to).path.rpartition("/")[2]))
    return tuple(dict.fromkeys(own))[:_SCRIPTS]


def own_scripts(tree: LexborHTMLParser, url: str) -> list[str]:
    """Return the scripts that a page loads from its own host, but for those of others, in its order."""
    host = urlsplit(url).netloc
    named = (resolve(url, to) for to in _named(tree))
    return [
        to for to in named if to and urlsplit(to).netloc == host and not _LIBRARY.search(urlsplit(to).path)
    ]


def _named(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the scripts that a page names: those it loads, what RequireJS begins with, modules its scripts import."""
    for node in tree.css("script"):
        marks = node.attributes
        if start := marks.get("data-main"):
            yield start if start.endswith(".js") else f"{start}.js"
        if source := marks.get("src"):
            yield source
        yield from (imported["name"] for imported in _IMPORTED.finditer((node.text() or "")[:_MOST]))
    for node in tree.css("link[rel=modulepreload][href]"):  # what the modules of a program import
        yield node.attributes.get("href") or ""


_IMPORTED = re.compile(r"(?:\bfrom|\bimport)\s*\(?\s*(?P<q>[\"'])(?P<name>(?:\.{0,2}/)[\w./-]+\.m?js)(?P=q)")


def is_script(url: str) -> bool:
    """Tell the address of a script."""
    return bool(re.search(r"\.m?js$", urlsplit(url).path))


def list_requests(
    script: str, url: str, known: Sequence[str] = (), base: str | None = None
) -> tuple[Request, ...]:
    """Return the requests by which a program loads its lists of articles, with the fields that it keeps for them.

    Args:
        script: the program.
        url: the page that it draws.
        known: the addresses of entries that the program says of which this is a part.
        base: what that program puts before the addresses it asks.
    """
    script = script[:_MOST]
    columns = keys.columns_in(objects_in_text(script))
    told = [_lists_in(variant, url, known, base) for variant in keys.for_each(script, columns, _ASKED)]
    found = [request for requests in told for request in requests]
    chosen = [] if columns.keys or not found else keys.for_each(script, keys.CHOSEN, _ASKED)
    templates = [r for text in chosen if COLUMN in text for r in _lists_in(text, url, known, base)]
    menus = [Request(c.target) for c in _calls(script, url, base, menus=True) if not (c.open or c.posts)]
    opened = [ask for ask in keys.with_menu(menus, templates) if ask.opens[1]] if templates else []
    queried = (
        replace(ask, patterns=(*routes(script, url, known), *known))
        for ask in graphs.list_requests(script, url)
    )
    return (*queried, *opened, *found)


def _lists_in(script: str, url: str, known: Sequence[str], base: str | None) -> tuple[Request, ...]:
    calls = [call for call in _calls(script, url, base) if not call.open and _is_list(call)]
    calls.sort(key=lambda call: not (_NEWS.search(call.path) and _LISTING.search(call.path)))
    if any(call.form for call in calls):
        calls = [call for call in calls if call.form or not _is_single(call)]
    forms = _forms(script) or [{}]
    patterns = (*routes(script, url, known), *known)
    return tuple(
        _request(call, form, patterns)
        for call in calls[:_LISTS]
        for form in ([call.form] if call.form or counting.counts_on(call.target) else forms)
    )


def routes(script: str, url: str, known: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the addresses of a program's entries, behind a # where it keeps its routes there.

    Args:
        script: the program, or a part of it.
        url: the page that it draws.
        known: the addresses that the program says of which this is a part.
    """
    script = script[:_MOST]
    found = dict.fromkeys(_entries_shown(script))
    if any(pattern.startswith("#") for pattern in found):
        return tuple(found)
    found = dict.fromkeys(_in_language(pattern, urlsplit(url).path) for pattern in found)
    if base := _router_base(script, url, known):
        found = dict.fromkeys(_under(pattern, base) for pattern in found)
    by_fragment = "#/" in url or any("#/" in pattern for pattern in known) or _routes_by_fragment(script)
    by_path = _BY_PATH.search(script) and not _MADE_FRAGMENT.search(script) and "#/" not in url
    if not by_fragment or by_path:
        return tuple(found)
    folder = urlsplit(url).path.rpartition("/")[0]
    mark = "#!" if "$routeProvider" in script and "hashPrefix('')" not in script.replace('"', "'") else "#"
    return tuple(f"{folder}/{mark}{pattern}" if pattern.startswith("/") else pattern for pattern in found)


@lru_cache(maxsize=8)  # each article of a site is looked for in the same program
def _entries_shown(script: str) -> tuple[str, ...]:
    """Return the addresses under which a program shows single entries, as they are written."""
    return tuple(dict.fromkeys((*patterns_in(script), *_routes(script), *_opened(script))))


# What the addresses of a program's pages begin with: Vue's base, createWebHistory('/portal/'), React's and Umi's basename.
_ROUTER_BASE = re.compile(
    r"mode\s*:\s*[\"']history[\"']\s*,[^{}\[\]]{0,60}?\bbase\s*:\s*[\"'](/[\w./-]+)[\"']"
    r"|\bbase\s*:\s*[\"'](/[\w./-]+)[\"']\s*,[^{}\[\]]{0,60}?\b(?:mode\s*:\s*[\"']history[\"']|routes\s*:)"
    r"|\b(?:createWebHistory|createBrowserHistory)\(\s*(?:\{\s*basename\s*:\s*)?[\"'](/[\w./-]+)[\"']"
    r"|\bhistory\s*:\s*(?:\(0,\s*)?[\w$.]{1,24}\)?\(\s*[\"'](/[\w./-]+)[\"']\s*\)"
    r"|\bbasename\s*[:=]\s*\{?[\"'](/[\w./-]+)[\"']"
    r"|\brouterBase\s*[:=]\s*[\"'](/[\w./-]+)[\"']"
)


def _router_base(script: str, url: str, known: Sequence[str]) -> str:
    """Return what a program's router puts before the paths of its pages, as the program says, or those that it is known
    to have; empty where it puts nothing."""
    if found := _ROUTER_BASE.search(script):
        return str(next(filter(None, found.groups()))).rstrip("/")
    folder = urlsplit(url).path.rpartition("/")[0]
    return folder if folder and any(pattern.startswith(f"{folder}/") for pattern in known) else ""


def _under(pattern: str, base: str) -> str:
    """Return the address of an entry below what a router puts before its pages' paths."""
    below = pattern.startswith("/") and not pattern.startswith(f"{base}/")
    return f"{base}{pattern}" if below else pattern


def _in_language(pattern: str, path: str) -> str:
    """Return the address of an entry under the language of the page that leads to it, /zh/news: where a program names it
    below that page, /news/{id}, its router puts the language before it; another is given it, /{lang}/news/{id}."""
    under = _UNDER_LANGUAGE.match(path)
    if under is None:
        return pattern
    named = _LANGUAGE_HELD.sub(under["language"], pattern)
    below = under["rest"] and named.startswith((f"{under['rest']}/", f"{under['rest']}?"))
    return f"{under['language']}{named}" if below else named


_UNDER_LANGUAGE = re.compile(
    r"(?P<language>/(?:zh|cn|tw|hk|en|ja|jp|ko|kr|de|fr|es|it|pt|ru|ar|vi|th|tr)(?:[-_]\w{2,4})?)(?P<rest>(?:/[^/]+)*)/?$",
    re.IGNORECASE,
)
_LANGUAGE = r"(?:lang(?:uage)?|locale|lng)"
_LANGUAGE_HELD = re.compile(rf"^/\{{{_LANGUAGE}\}}(?=/)")
_BY_PATH = re.compile(
    r"mode\s*:\s*[\"']history|createWebHistory|createBrowserHistory|BrowserRouter|pushState"
)


def _routes_by_fragment(script: str) -> bool:
    """Tell a program that keeps its routes behind a #: it says so, or is one of Vue 2 with a table of routes and says nothing
    of a history, whose router does so then."""
    if _BY_FRAGMENT.search(script) or _MADE_FRAGMENT.search(script):
        return True
    return bool(_ROUTE_TABLE.search(script) and _OF_VUE.search(script)) and not _OF_HISTORY.search(script)


_ROUTE_TABLE = re.compile(r"\bpath\s*:\s*[\"']/[\w/:?-]*[\"']\s*,[^{}]{0,120}?\bcomponents?\s*:")
_OF_VUE = re.compile(r"\.\$route(?:r\b|\b)|[\"']router-view[\"']|\bVue\.use\b")
# Vue 3 makes such a history of that of paths: e.includes("#") || (e += "#").
_MADE_FRAGMENT = re.compile(r"\.includes\(\s*[\"']#[\"']\s*\)\s*\|\|\s*\(?\s*\w+\s*\+=\s*[\"']#[\"']")
_OF_HISTORY = re.compile(r"\bhistory\s*:|\bmode\s*:|createRouter|createMemoryHistory|\.pushState\(")
_BY_FRAGMENT = re.compile(
    r"mode\s*:\s*[\"']hash|createWebHashHistory|createHashHistory|HashRouter|VueRouter\b|\$routeProvider|hashchange|\bnavigateTo\(\{\s*url\s*:\s*[\"']/pages/|__uni(?:Routes|Config)"
)


def chunks(script: str, url: str, drawn: str = "") -> tuple[str, ...]:
    """Return the parts of a program that are loaded when a page of news is shown, by the names they have in it.

    Args:
        script: the program.
        url: its address.
        drawn: the page that it draws.
    """
    named = [found["name"] for found in islice(_PART.finditer(script), _CALLS)]
    own = [*_parts_of_page(script, drawn), *_part_of_route(script, drawn)]
    told = [_part(url, name) for name in dict.fromkeys((*own, *filter(_tells, named)))]
    # Where no name tells, what a part is made of: import {a as b} from "./api.js".
    if not told:
        told = [_part(url, name) for name in _IMPORTS.findall(script) if not _LIBRARY.search(name)]
    routed = _loaded_by_routes(script, drawn)
    for split in _SPLIT.finditer(script):
        head = _public_path(script, split.start()) + split["head"].lstrip("/")
        maps: list[dict[str, str]] = [
            dict(_ENTRY.findall(m)) for m in re.findall(r"\{([^{}]*)\}", split["maps"])
        ][:2]
        dot = re.search(r"[\"']([.~-])[\"']", split["maps"])
        codes = maps[-1] if maps else {}
        for key in dict.fromkeys((*filter(codes.__contains__, routed), *codes)):
            name, code = str(maps[0].get(key, key)) if len(maps) > 1 else key, codes[key]
            if key in routed or _tells(name) or (len(maps) < _BOTH and name.isdigit()):
                told.append(resolve(url, f"{head}{name}{dot[1] if dot else '.'}{code}{split['tail']}"))
    return tuple(dict.fromkeys(filter(None, told)))[:_SCRIPTS]


def _public_path(script: str, place: int) -> str:
    """Return the folder of the host from which a bundler's loader takes its parts, r.p+"static/js/" with r.p="/h5/"."""
    held = _PATH_HELD.search(script, max(0, place - _NEAR), place)
    told = (
        re.search(rf"(?<![\w$.]){re.escape(held[1])}\s*=\s*[\"'](/[\w./-]+/)[\"']", script) if held else None
    )
    return told[1] if told else "/"


_NEAR = 30  # characters before the name of a folder
_PATH_HELD = re.compile(r"(?<![\w$.])([\w$]+\.p)\s*\+\s*$")


def _part(url: str, name: str) -> str:
    """Return the address of a part: what begins with a folder of the program's own starts from where that is: for static/b.js
    in /_next/static/a.js it is /_next/static/b.js, of others from the host."""
    if name[0] in "./":
        return resolve(url, name)
    before, folder, _ = urlsplit(url).path.partition(f"/{name.partition('/')[0]}/")
    return resolve(url, f"{before if folder else ''}/{name}")


def _parts_of_page(script: str, drawn: str) -> list[str]:
    """Return the parts that a table of a program's pages names for one: {"/news/[kind]": ["static/news-4.js"]} for /news/trade."""
    path = urlsplit(drawn).path.rstrip("/") or "/"
    pages = sorted(islice(_PAGE_PARTS.finditer(script), _CALLS), key=lambda page: "[" in page["route"])
    for page in pages:
        shown = _PLACE_IN_ROUTE.sub(
            lambda place: ".*" if place["rest"] else "[^/]+", re.escape(page["route"])
        )
        if re.fullmatch(rf"(?:/[a-z]{{2}}(?:-\w+)?)?{shown}", path):  # under the name of a language
            names = re.findall(r"[\"']([\w./\[\]-]+\.js)[\"']", page["parts"])
            return [name for name in names if not _LIBRARY.search(name)]
    return []


def _part_of_route(script: str, drawn: str) -> list[str]:
    """Return the parts that a router loads for a page: {path: "/news", component: () => import("./News-3.js")}."""
    path = urlsplit(drawn).path.rstrip("/") or "/"
    return [
        found["name"]
        for found in islice(_LAZY_ROUTE.finditer(script), _CALLS)
        if re.fullmatch(_shown_by(found["path"]), path)
    ]


def _loaded_by_routes(script: str, drawn: str) -> list[str]:
    """Return the parts, as webpack keys them, that a router loads for a page or for those of news, that page's first:
    {path: "/news", component: () => n.e("chunk-2d0c").then(n.bind(null, "41"))}."""
    parts = urlsplit(drawn)
    path = (parts.fragment.lstrip("!") or parts.path).rstrip("/") or "/"
    own: list[str] = []
    others: list[str] = []
    for found in islice(_KEYED_ROUTE.finditer(script), _CALLS):
        keys_ = _LOADED.findall(found["loads"])
        if re.fullmatch(_shown_by(found["path"]), path):
            own += keys_
        elif _NEWS.search(found["path"]) and not _OTHER.search(found["path"]):
            others += keys_
    return list(dict.fromkeys((*own, *others)))


def _shown_by(route: str) -> str:
    """Return the regular expression of the paths that a route shows: /:lang()/news/:id(\\d+)? of /cn/news and /cn/news/12."""
    shown, end = "", 0
    for place in _PLACE.finditer(route):
        held = f"{place['slash']}[^/]+"
        shown += re.escape(route[end : place.start()]) + (f"(?:{held})?" if place["optional"] else held)
        end = place.end()
    return shown + re.escape(route[end:])


_KEYED_ROUTE = re.compile(
    r"\bpath\s*:\s*[\"'](?P<path>(?:[\w/:?-]|\([^()\"']{0,30}\))*)[\"']\s*,(?:(?!\bpath\s*:)[^\x00]){0,160}?(?P<loads>(?:[\w$]+\.e\(\s*[\"']?[\w~-]+[\"']?\s*\)[,\])\s]*)+)\.then\("
)
_LOADED = re.compile(r"\.e\(\s*[\"']?([\w~-]+)")


_LAZY_ROUTE = re.compile(
    r"\bpath\s*:\s*[\"'](?P<path>/(?:[\w/:?-]|\([^()\"']{0,30}\))*)[\"']\s*,(?:(?!\bpath\s*:)[^\x00]){0,160}?\bimport\(\s*[\"'](?P<name>[\w./-]+\.js)[\"']"
)
_IMPORTS = re.compile(r"\bimport\s*\{[\w$\s,]{1,400}\}\s*from\s*[\"'](\.{1,2}/[\w./-]+\.js)[\"']")
# What stands for a name in a route: [slug], [...path], [[...path]].
_PLACE_IN_ROUTE = re.compile(r"(?:\\\[){1,2}(?P<rest>(?:\\\.){3})?\w+(?:\\\]){1,2}")
# Next.js: {"/news":["static/chunks/pages/news-4.js"]}, the parts that several pages share by variables.
_PAGE_PARTS = re.compile(
    r"[\"'](?P<route>/[\w./\[\]-]*)[\"']\s*:\s*\[(?P<parts>(?:[^\[\]]|\[[\w.]+\]){1,2000})\]"
)


def _tells(name: str) -> bool:
    stem = name.rpartition("/")[2]
    telling = _NEWS.search(stem) or re.search(
        r"list|detail|\bapis?\b|service|request|(?:^|[_\[])(?:id|slug)[_\].]", stem, re.IGNORECASE
    )
    numbered = re.search(r"(?:^|/)nodes/\d+\.[\w.]+$", name)  # SvelteKit numbers its pages
    return bool((telling and not _OTHER.search(stem)) or numbered)


_BOTH = 2  # maps, of names and of their fingerprints
_PART = re.compile(r"[\"'`](?P<name>(?:\.{0,2}/)?[\w./-]*\w[\w.-]*\.js)[\"'`]")
_SPLIT = re.compile(
    r"[\"'](?P<head>[\w./-]*/)[\"']\s*\+(?P<maps>[^;]{10,8000}?\}\[\w+\])\s*\+\s*[\"'](?P<tail>[\w.]*\.js)[\"']"
)
_ENTRY = re.compile(r"[\"']?([\w~-]+)[\"']?\s*:\s*[\"']([\w~-]+)[\"']")


def article_request(
    script: str, url: str, base: str | None = None, named: str = "", start: str = ""
) -> Request | None:
    """Return the request by which a program asks for the one article that a page shows, None where it tells none.

    Args:
        script: the program.
        url: the page, whose address has the article's number.
        base: what the program of which this may be a part puts before what it asks.
        named: by what the address names its article, as the program's routes say, see `named_by_route`.
        start: what references start from, where that is not the page: its <base href>.
    """
    if queried := graphs.article_request(script[:_MOST], url):
        return queried
    numbers = [named] if named else _NUMBER.findall(url.partition("//")[2])
    every = list(_calls(script[:_MOST], start or url, base)) if numbers else []
    calls = [c for c in every if _is_single(c)]
    # Where a route shows an article, what is asked with what names it may be called anything: `/stories/${slug}`, {bid: bid}.
    keys = re.findall(r"\{(\w+)\}", " ".join(routes(script[:_MOST], url))) if named and not calls else ()
    calls = calls or [
        c
        for c in every
        if named
        and (c.open or (c.key in keys and not _LISTING.search(c.path)))
        and not (_OTHER.search(f"{c.path}{c.behind}") or _COUNTS_ON.search(c.path))
    ]
    # What is written from the root on is surer than what some function of the program goes before.
    calls.sort(
        key=lambda call: (not _NEWS.search(call.path), call.posts, not call.open, call.path[:1].isalpha())
    )
    for call in calls[:1]:
        bare, key = call.target.rstrip("?&"), call.key or "id"
        if call.open:
            return Request(f"{call.target}{numbers[-1]}{call.behind}", "POST" if call.posts else "GET")
        if call.posts:
            return Request(bare, "POST", call.sent({key: numbers[-1]}))
        return Request(with_query(bare, {key: numbers[-1]}))
    return None


def named_by_route(script: str, url: str) -> str:
    """Return by what an address names its article, as the routes of the program say: wool-prices-rise of /posts/:slug; an
    empty text where none of them leads there."""
    for route in routes(script[:_MOST], url):
        value = re.sub(r"\\\{\w+\\\}", r"([\\w.-]+)", re.escape(route.lstrip("/")))
        shown = re.search(rf"/{value}/?$", url) if "{" in route else None
        if shown and shown.groups():
            return str(shown.groups()[-1])
    return ""


def tells_single(path: str) -> bool:
    """Tell the path of an interface that by its name gives one article."""
    return bool(_SINGLE.search(path)) and not _OTHER.search(path)


def tells_other(path: str) -> bool:
    """Tell the path of an interface that by its name gives no articles: goods, members, menus."""
    return bool(_OTHER.search(path)) and not _NEWS.search(path)


_SHOWS = re.compile(
    r"(?:gateTo|rectTo|aunch|switchTab)\(\{\s*$"
)  # what a program goes to, and asks for nothing


class _Call:
    """An address that a program asks: ``open`` where it goes on with a number, ``behind`` being what follows that, ``posts`` where it is posted to,
    ``by_form`` where not as JSON; ``key`` is the field by which a number is sent, where it tells, ``form`` the fields of a list's page where the call spells them out."""

    def __init__(
        self,
        path: str,
        target: str,
        key: str,
        form: dict[str, Any],
        *,
        open_: bool,
        behind: str,
        posts: bool,
        by_form: bool,
    ) -> None:
        self.path, self.target, self.key, self.form = path, target, key, form
        self.behind = behind
        self.open, self.posts, self.by_form = open_, posts, by_form

    def sent(self, fields: dict[str, Any]) -> Mapping[str, str] | str:
        """Return fields as they are posted."""
        return literals.form_of(fields) if self.by_form else json.dumps(fields, ensure_ascii=False)


def _calls(script: str, url: str, base: str | None = None, *, menus: bool = False) -> Iterator[_Call]:
    base = base_of_requests(script) if base is None else base
    host = urlsplit(url).netloc
    for found in islice(_ASKED.finditer(script), _CALLS):
        spelt, more, end = _counted_in(found, script)
        path, held, inner = spelt.partition("${")
        goes_on = _GOES_ON_BEHIND.match(script, end) if more else None
        behind = inner.partition("}")[2] if held else goes_on["rest"] if goes_on else ""
        path = path.partition(base)[2] if base and path.startswith(base + "/") else path
        # What a program asks below no base starts from its page.
        whole = f"{base}/{path.lstrip('/')}" if base and not path.startswith("http") else path
        target = resolve(url, whole)
        if (
            not target
            or urlsplit(target).netloc != host
            or holds_no_rows(path, menus=menus)
            or _SHOWS.search(script, max(0, found.start() - 20), found.start())
            or (re.search(r"\.\w{2,4}$", path) and not path.endswith(".json"))
            or ((more or held) and path[-1] in "_-")  # a file that is numbered
        ):
            continue
        rest = _HEADERS.sub("", script[end : end + _LONGEST_SAID])[:120].partition("}")[0]
        key = _KEY.search(rest)
        posts = found["verb"] == "post" or bool(re.search(r"method\s*:\s*[\"']post", rest, re.IGNORECASE))
        yield _Call(
            path,
            target,
            key["key"] if key else "",
            _spelt_form(script, end),
            open_=bool(more or held) and path[-1] in "/=",
            behind="" if "${" in behind else behind,
            posts=posts,
            by_form=bool(
                _OF_JQUERY.search(script, max(0, found.start() - 8), found.start() + 1)
                or SENDS_FORM.search(_options(script, end))
            ),
        )


def _options(script: str, start: int) -> str:
    """Return what a call goes on to say behind its address: , data: {page: n}, header: {"content-type": ..}."""
    said = script[start : start + _LONGEST_SAID]
    return said[: min(closing(said, "{}"), closing(said))]


_LONGEST_SAID = 400  # characters
_HEADERS = re.compile(r"\bheaders?\s*:\s*\{[^{}]{0,200}\}\s*,?")
_GOES_ON_BEHIND = re.compile(r"\s*[\w$.()\"']{1,60}\s*\+\s*[\"'](?P<rest>[\w./?=&-]{1,80})[\"']")
_OF_JQUERY = re.compile(r"(?:(?<![\w$])\$|\bj[qQ]uery)\.?$")


def _counted_in(asked: re.Match[str], script: str) -> tuple[str, bool, int]:
    """Return an address that a program asks with the number of the first page, or of the first row, where it is counted on,
    and the size of a page: `/rows?page=${t}&limit=5`, "/rows?page=" + q.page + "&limit=" + q.limit; whether it goes on with
    something else, and where it ends."""
    path, more, end = asked["path"], bool(asked["more"]), asked.end()
    while more and (first := _FIRST_OF.search(path)) and (joined := _JOINED.match(script, end)):
        path += _first_told(first, joined["name"], script) + (joined["rest"] or "")
        more, end = bool(joined["more"]), joined.end()
    path = _PAGE_HELD.sub("1", path)
    return _HELD_COUNT.sub(lambda f: f["key"] + _first_told(f, f["name"], script), path), more, end


def _first_told(field: re.Match[str], name: str, script: str) -> str:
    """Return what a field is sent with at first that counts pages or rows, or tells their size by a variable."""
    if field["cursor"]:
        return ""  # until an answer tells where it goes on
    if not field["size"]:
        return "1" if field["page"] else "0"
    size = re.search(rf"(?<![\w$]){re.escape(name.rpartition('.')[2])}\s*[:=]\s*(\d{{1,3}})(?![\w.])", script)
    return size[1] if size else "10"


_COUNTED = (
    rf"[?&](?:\w+\[)?(?:(?P<page>{counting.PAGE_NAME})|(?P<size>{counting.SIZE})"
    rf"|(?P<cursor>{counting.CURSOR_FIELD.pattern}|before|older_than|since|until)|{counting.START})\]?="
)
_FIRST_OF = re.compile(rf"{_COUNTED}$", re.IGNORECASE)
_HELD_COUNT = re.compile(rf"(?P<key>{_COUNTED})\$\{{\s*(?P<name>[^{{}}]{{1,40}}?)\s*\}}", re.IGNORECASE)
_JOINED = re.compile(
    r"\s*(?P<name>[\w$.]{1,60})(?=\s*[+,);}])(?:\s*\+\s*(?P<q>[\"'])(?P<rest>[\w./?=&\[\]:;,%@-]{0,120})(?P=q)(?P<more>\s*\+)?)?"
)


def _spelt_form(script: str, start: int) -> dict[str, Any]:
    """Return the fields that a call goes on to name, where they number a page or tell its size: params: {page: n, size: 10}."""
    sent = _SENT_WITH.match(script, start)

    def told(name: str) -> Any:
        if _PAGE.fullmatch(name):
            return 1
        if _START.fullmatch(name):
            return 0
        size = (
            re.search(rf"(?<![\w$]){re.escape(name)}\s*[:=]\s*(\d{{1,3}})(?![\w.])", script)
            if _SIZE.fullmatch(name)
            else None
        )
        return int(size[1]) if size else literals.UNKNOWN

    names = literals.names_in("", told)
    value = literals.read(script[sent.end() : sent.end() + 400], names) if sent else {}
    numbered = isinstance(value, dict) and any(_PAGE.fullmatch(k) or _SIZE.fullmatch(k) for k in value)
    return {k: v for k, v in value.items() if isinstance(v, str | int)} if numbered else {}


def _is_list(call: _Call) -> bool:
    telling = _NEWS.search(call.path) or _LISTING.search(call.path) or _GOES_ON.search(call.path)
    return (
        bool(telling)
        and not _OTHER.search(call.path)
        and not re.search(r"detail|byid", call.path, re.IGNORECASE)
    )


_GOES_ON = re.compile(
    rf"[?&](?:next_?)?(?:cursor|after|before|(?:last|max)_?id)=(?:&|$|{LATER})", re.IGNORECASE
)  # with more of the same
# Of a list: /stories?cursor=.
_COUNTS_ON = re.compile(
    rf"[?&](?:\w*(?:cursor|token|after|before)|{counting.PAGE_NAME}|{counting.START}|{counting.SIZE})=$",
    re.IGNORECASE,
)


def _is_single(call: _Call) -> bool:
    if _OTHER.search(f"{call.path}{call.behind}") or _COUNTS_ON.search(call.path):
        return False
    return bool(_NEWS.search(call.path) or _SINGLE.search(call.path)) and (
        call.open
        or bool(re.search(r"detail|byid|getinfo|/info$|/get$|/view$|/show$|/one$", call.path, re.IGNORECASE))
    )


def _forms(script: str) -> list[dict[str, Any]]:
    """Return the sets of fields that a program keeps for lists: an object that numbers a page and tells its size."""
    names = literals.names_in("", lambda name: literals.UNKNOWN)
    found: list[dict[str, Any]] = []
    for written in _OBJECT.finditer(script):
        if _NUMBERED.search(written[0]):
            value = literals.read(written[0], names)
            fields = {k: v for k, v in value.items() if v not in (None, "") and not _STATE.fullmatch(k)}
            if fields not in found and all(isinstance(v, str | int) for v in fields.values()):
                found.append(fields)
    return found[:_FORMS]


def _request(call: _Call, form: dict[str, Any], patterns: tuple[str, ...]) -> Request:
    if call.posts:
        return Request(call.target, "POST", call.sent(form), patterns=patterns)
    sent = literals.form_of(form)
    return Request(with_query(call.target, sent) if sent else call.target, patterns=patterns)


def _routes(script: str) -> list[str]:
    """Return the addresses under which a program shows a single entry, /news/detail/:id, after those that go on from one: of
    /news/:kind/:id the first part may show a list."""
    found = [_PLACE.sub(r"\g<slash>{\g<name>}", route) for route in _single_routes(script)]
    return sorted(found, key=lambda route: any(other.startswith(f"{route}/{{") for other in found))


def _single_routes(script: str) -> Iterator[str]:
    for found in _ROUTE.finditer(script):
        path = f"/{found['path'].lstrip('/')}"
        if _OTHER.search(path):
            continue
        # A language alone shows no single entry: /:lang()/news; one that may be left out need not be there.
        below = _LANGUAGE_PLACE.sub("", path)
        if ":" in below:
            optional = _LANGUAGE_PLACE.match(path) and path[: -len(below)].endswith("?")
            yield from (path, below) if optional else (path,)


_PLACE = re.compile(r"(?P<slash>/?):(?P<name>\w+)(?:\([^()]*\))?(?P<optional>\??)")
_LANGUAGE_PLACE = re.compile(rf"^/:{_LANGUAGE}(?:\([^()]*\))?\??(?=/)")


def _opened(script: str) -> Iterator[str]:
    """Yield the addresses of entries that a program puts together and does not ask: t(`/article/${e.id}`), by whatever
    short name it opens them."""
    base = base_of_requests(script) or "/api"
    for before, pattern in built_in(script):
        named = _NEWS.search(pattern) or _SINGLE.search(pattern) or _READ.search(pattern)
        if named and not (_ASKING.search(before) or pattern.startswith(base) or _SERVED.search(pattern)):
            yield pattern


_ASKING = re.compile(
    r"(?:get|post|request|fetch|axios|http|ajax|json)\w*\(\s*[\"'`]?$|\burl\s*:\s*[\"'`]?$", re.IGNORECASE
)
_READ = re.compile(r"^/?(?:read|stor(?:y|ies)|posts?|topics?|entr(?:y|ies)|items?|[pacnvd])/", re.IGNORECASE)
_SERVED = re.compile(
    r"(?:^|/)(?:api|rest|ajax|gateway|service|upload\w*|static|images?)/|\.(?:json|js|css|png|jpe?g)$",
    re.IGNORECASE,
)
