"""The requests by which a page's scripts and tables load its rows; their calls are read, nothing is run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from scrapers.discover import files, keys, literals
from scrapers.discover.addresses import resolve, same_host
from scrapers.discover.bundles import plainly_spelt
from scrapers.discover.calls import (
    CALL,
    CALLS,
    COUNTS,
    LOADS,
    LONGEST_CALL,
    NOT_ROWS,
    TERM,
    base_of_requests,
    called_back,
    default,
    holds_no_rows,
    is_data_of,
    put_together,
    read_call,
)
from scrapers.discover.given import (
    SETTINGS,
    calls_begun,
    counted_on,
    scripts_in_marks,
    settings_of,
    with_own_address,
    with_own_query,
    with_values,
)
from scrapers.discover.grids import grids, tables_marked
from scrapers.discover.model import COLUMN, Request
from scrapers.discover.scripts import objects_in_scripts, unescape

_DATA_ADDRESS = re.compile(
    r"[\"'](?!\.json)(?P<url>[^\"'\s<>]*(?:dataproxy\.jsp|queryList|build/unit|getMessage\.do|/api/|/rest/|\.json)[^\"'\s<>]*)[\"']",
    re.IGNORECASE,
)
_LOAD = re.compile(
    rf"\)\s*\.load\(\s*(?:[\"'](?P<url>[^\"'\s<>]{{1,500}})(?:\s[^\"'<>]{{0,100}})?[\"'](?!\s*\+)|(?P<joined>{TERM}(?:\s*\+\s*{TERM})+))"
)
_KNOWN_INTERFACE = re.compile(r"dataproxy\.jsp|queryList|build/unit|getMessage\.do", re.IGNORECASE)


def asked(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Return what the page's own scripts and tables request: $.ajax({..}), fetch(..), table.render({url: ..}).

    Where they request nothing, the data files they name. What the scripts send along in headers goes with it.
    """
    told = settings_of(tree)
    begun = calls_begun(tree)
    texts = [
        plainly_spelt(f"{with_values(tree, script.text() or '')}\n{begun}", told)
        for script in tree.css(f"script:not([type='{SETTINGS}'])")
    ]
    scripts = [
        counted_on(with_values(tree, with_own_query(with_own_address(text, url), url)))
        for text in (*texts, *scripts_in_marks(tree))
    ]
    by_files = list(files.numbered(scripts, url))
    loading = any(map(LOADS.search, scripts))
    written = [fields for texts in objects_in_scripts(tree) for fields in texts] if loading else []
    columns = keys.columns_in(written)
    scripts = [variant for script in scripts for variant in keys.for_each(script, columns, LOADS)]
    base = base_of_requests("\n".join([*scripts, told]))
    calls = _calls(scripts, told, url, base)
    if not columns.keys:
        chosen = (script for text in scripts for script in keys.for_each(text, keys.CHOSEN, LOADS))
        templates = _calls([text for text in chosen if COLUMN in text], told, url, base)
        others = _calls(scripts, told, url, base, menus=True) if templates else ()
        calls = keys.with_menu(calls, templates, others)
    calls += [*_loaded(scripts, url), *_inserted(scripts, url)]
    calls += [*grids(scripts, url), *tables_marked(tree, url, "\n".join(scripts))]
    named = {ask.url for ask in by_files}
    calls = [*by_files, *(request for request in calls if request.url not in named)]
    headers = _sent_along("\n".join(scripts)) if calls else {}
    calls = [replace(request, headers={**request.headers, **headers}) for request in calls]
    yield from calls or (Request(target) for text in scripts for target in _data_files(text, url))


def _calls(scripts: Iterable[str], told: str, url: str, base: str, *, menus: bool = False) -> list[Request]:
    """Return what the calls of scripts request, `told` being the settings made for all; with `menus` the names of columns, too."""
    calls = ((text, call) for text in scripts for call in islice(CALL.finditer(text), CALLS))
    read = (
        read_call(
            text[call.end() : call.end() + LONGEST_CALL], call, f"{text}\n{told}", url, base, menus=menus
        )
        for text, call in calls
    )
    return [request for request in read if request]


def requests_in(text: str, script: str, url: str) -> Iterator[Request]:
    """Yield what the calls of a piece of script request.

    Args:
        text: the piece.
        script: the whole of it, in which variables are looked up.
        url: what references start from.
    """
    base = base_of_requests(script)
    for call in islice(CALL.finditer(text), CALLS):
        if request := read_call(text[call.end() : call.end() + LONGEST_CALL], call, script, url, base):
            yield request
    yield from _loaded([text], url)


def _sent_along(script: str) -> dict[str, str]:
    """Return the headers that scripts send with what they ask: $.ajaxSetup({headers: {'X-CSRF-TOKEN': '..'}})."""
    names = literals.names_in(script, default)
    found: dict[str, Any] = {}
    for told in islice(_HEADERS.finditer(script), CALLS):
        value = literals.read(script, names, start=told.end())
        name = told["set"] or told["name"]
        found |= {name: value} if name else value if isinstance(value, dict) else {}
    return {
        name: value
        for name, value in found.items()
        if isinstance(value, str) and _OWN_HEADER.fullmatch(name) and _HEADER_VALUE.fullmatch(value)
    }


_HEADERS = re.compile(
    r"\bheaders\s*:\s*(?=\{)|(?:setRequestHeader\(\s*[\"'](?P<set>[\w-]+)[\"']\s*,|headers(?:\.\w+)?\[\s*[\"'](?P<name>[\w-]+)[\"']\s*\]\s*=)"
)
_OWN_HEADER = re.compile(
    r"X-[\w-]{2,40}|[\w-]*(?:token|csrf|app-?id|tenant|site|channel)[\w-]*", re.IGNORECASE
)
_HEADER_VALUE = re.compile(r"[\x21-\x7e]{1,400}")


def _loaded(scripts: Iterable[str], url: str) -> Iterator[Request]:
    """Pieces of HTML put into their places: $('#list').load('/include/list.html .rows')."""
    for text in scripts:
        for found in islice(_LOAD.finditer(text), CALLS):
            named = found["url"] or put_together(found["joined"], text)
            if named and (target := resolve(url, named)) and is_data_of(target, url):
                yield Request(target)


def _inserted(scripts: Iterable[str], url: str) -> Iterator[Request]:
    """Scripts of the site that are put into the page to call back with rows: s.src = '/data/' + col + '_' + page + '.js?cb=' + col."""
    for text in scripts:
        for found in islice(_INSERTED.finditer(text), CALLS):
            joined = found["joined"] or found["given"]
            if found["written"]:  # document.write('<script src="/data/' + id + '.js"><\\/script>')
                joined = f'"{found["before"]}"+{found["written"]}+"{found["after"]}"'
            named = put_together(joined, text)
            target = resolve(url, named) if named else ""
            same = target and same_host(target, url)
            if same and not NOT_ROWS.search(target) and not _LIBRARY.search(urlsplit(target).path):
                yield Request(called_back(target, ""))


_INSERTED = re.compile(
    rf"(?<![\w$.])(?P<name>[A-Za-z_$][\w$]*)\s*=\s*document\.createElement\(\s*[\"']script[\"']\s*\)(?:(?!createElement)[^\x00]){{0,300}}?"
    rf"(?<![\w$.])(?P=name)\.src\s*=\s*(?P<joined>{TERM}(?:\s*\+\s*{TERM})*)"
    rf"|(?:\$|[jJ][qQ]uery)\.getScript\(\s*(?P<given>{TERM}(?:\s*\+\s*{TERM})*)"
    r"|<script\b[^<>+]{0,80}?\bsrc=\\?[\"']?(?P<before>[\w./?=&%:-]*)(?P<q>[\"'])\s*\+\s*(?P<written>[A-Za-z_$][\w$.]*)\s*\+\s*(?P=q)(?P<after>[\w./?=&%-]*)"
)
_LIBRARY = re.compile(r"(?:jquery|vue|swiper|layer|sdk|push|config|bundle|min)[\w.-]*\.js$", re.IGNORECASE)


def _data_files(script: str, url: str) -> Iterator[str]:
    for found in _DATA_ADDRESS.finditer(script):
        target = resolve(url, unescape(found["url"]))
        # What other addresses begin with is none that is asked: var root = "/api/".
        goes_on = _GOES_ON.match(script, found.end())
        begins = target.endswith("/") and not goes_on
        if goes_on and COUNTS.search(target):
            target = f"{target}1"  # "/api/rows?page=" + page, however the script asks for it
        held = holds_no_rows(target) or re.search(r"[+{}$]", found["url"])
        if target and not (held or begins):
            yield target


_GOES_ON = re.compile(r"\s*(?:\+|\.concat\()")


def known_interfaces(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Yield what a page asks of interfaces that are known to give rows, and of files that it numbers by pages."""
    return (
        request for request in asked(tree, url) if request.turns[0] or _KNOWN_INTERFACE.search(request.url)
    )
