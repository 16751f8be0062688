"""The requests by which a page's scripts and tables load its rows; their calls are read, nothing is run."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover import counting, keys, literals
from scrapers.discover.addresses import resolve
from scrapers.discover.model import COLUMN, Request
from scrapers.discover.scripts import objects_in_scripts, unescape

_QUERY_PAGE = re.compile(rf"^(?:{counting.PAGE_NAME})$", re.IGNORECASE)
_AJAX = re.compile(
    r"(?P<owner>\$|[jJ][qQ]uery|axios|\$?https?|uni|mui|(?<![\w$])(?:request|service|api|instance)(?=\s*\.\s*(?:get|post)\b))\s*\.\s*(?P<verb>ajax|post|getJSON|get|request)\s*\(|\b(?P<fetch>fetch|axios)\s*\(|\.open\s*\("
)
_DATA_ADDRESS = re.compile(
    r"[\"'](?!\.json)(?P<url>[^\"'\s<>]*(?:dataproxy\.jsp|queryList|build/unit|getMessage\.do|/api/|/rest/|\.json)[^\"'\s<>]*)[\"']",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"[\"']?(?P<key>[A-Za-z_][\w\[\]]*)[\"']?\s*:\s*(?:[\"'](?P<text>[^\"']*)[\"']|(?P<plain>-?\d+|true|false)|\[\s*[\"']?(?P<one>[^\"'\]]*)[\"']?\s*\])"
)
_VALUE = r"(?:(?:this|that|self|_this|me|vm)\.)?(?P<value>\{|\"[^\"]*\"|'[^']*'|`[^`$]*`|[A-Za-z_$][\w$]*)"
# What an address is put together of: texts, variables, and what keeps an answer from being an old one.
_FRESHENER = r"(?:\+?\s*new\s+Date\(\s*\)(?:\.\w+\(\s*\))?|Date\.now\(\s*\)|Math\.random\(\s*\))"
TERM = (
    rf"(?:\"[^\"\s]*\"|'[^'\s]*'|`[^`\s]*`|{_FRESHENER}|(?:[A-Za-z_$][\w$]*\.)*[A-Za-z_$][\w$]*(?![\w$.(]))"
)
_ADDRESS_ARGUMENT = re.compile(
    rf"(?:\burl\s*:\s*|^\s*(?:[\"'](?:get|post)[\"']\s*,\s*)?(?!\{{))(?P<value>{TERM}(?:\s*\+\s*{TERM})*)\s*(?P<more>\+)?",
    re.IGNORECASE,
)
_TERMS = re.compile(TERM, re.IGNORECASE)
_PLACE_HELD = re.compile(r"\$\{\s*([^{}]*?)\s*\}")
# Options of a table of some script library: table.render({url: '..'}), $('#t').DataTable({ajax: '..'}).
_GRID = re.compile(r"(?<!\$)\.\s*(?P<verb>(?!ajax\b)[A-Za-z]\w*)\s*\(\s*(?=\{)")
_OPTION_ADDRESS = re.compile(
    r"(?<![\w.])[\"']?(?:url|ajax|ajaxUrl|dataUrl|sAjaxSource)[\"']?\s*:\s*[\"'](?P<url>[^\"'\s<>]+)[\"']\s*(?=[,}]|$)"
)
_OPTION_BODY = re.compile(rf"\b(?:where|queryParams|postData|extraParams|data|params)\s*:\s*{_VALUE}")
_LOAD = re.compile(
    rf"\)\s*\.load\(\s*(?:[\"'](?P<url>[^\"'\s<>]{{1,500}})(?:\s[^\"'<>]{{0,100}})?[\"'](?!\s*\+)|(?P<joined>{TERM}(?:\s*\+\s*{TERM})+))"
)
_GETS = re.compile(r"\b(?:type|method)\s*:\s*[\"']get[\"']", re.IGNORECASE)
_NO_DATA = re.compile(
    r"\.(?:js|css|png|jpe?g|gif|svg|webp|ico|swf|mp4|pdf)$|upload|captcha|/$", re.IGNORECASE
)
_POSTS = re.compile(r"(?:\b(?:type|method)\s*:\s*|^\s*)[\"']post[\"']", re.IGNORECASE)
_BODY_ARGUMENT = re.compile(
    rf"(?:\b(?:data|params|body)\s*:\s*|,\s*(?=[{{])|,\s*(?=(?:new\s+)?[\w.]+\())(?:[\w.]+\s*(?:[\w.]+)?\(\s*)?{_VALUE}"
)
_BODY_KEYED = re.compile(rf"\b(?:data|params|query|body)\s*:\s*(?:[\w.]+\s*(?:[\w.]+)?\(\s*)?{_VALUE}")
_NAMED_BODY = re.compile(
    rf"\s*{TERM}(?:\s*\+\s*{TERM})*\s*,\s*(?:[\w$]+\.)*(?P<value>[A-Za-z_$][\w$]*)\s*(?:,|$)"
)
_ASSIGNED = re.compile(r"Object\.assign\(\s*(?:[\w$]+\.)*$")
_SENDS_JSON = re.compile(r"JSON\.stringify\s*\(|[\"']application/json")
_SENDS_FORM = re.compile(
    r"\bqs\.stringify|URLSearchParams|FormData|\.param\(|x-www-form-urlencoded", re.IGNORECASE
)
_SENT = re.compile(rf"\.send\(\s*(?:JSON\.stringify\(\s*)?{_VALUE}")
_FIELD_READ = re.compile(
    r"(?:document\.)?(?:(?:\$\(\s*[\"']#|getElementById\(\s*[\"'])(?P<id>[\w-]+)[\"']\s*\)(?:\[0\])?\.(?:val\(\s*\)|value\b(?!\s*=))|"
    r"(?:\$|querySelector)\(\s*(?P<q>[\"'])(?P<css>(?:meta|input)?\[[^\]\n]{1,60}\])(?P=q)\s*\)\??\."
    r"(?:val\(\s*\)|value\b(?!\s*=)|content\b|(?:attr|prop|getAttribute)\(\s*[\"'](?:content|value)[\"']\s*\)))"
)
# An element that a script names, or the last of several: $('#list'), document.getElementById('list'), $('.row').last().
_ELEMENT = (
    r"(?:document\.)?(?:\$\(\s*[\"'](?P<css>[#.][\w-]+)(?P<end>:last(?:-child)?)?|getElementById\(\s*[\"'](?P<id>[\w-]+)|"
    r"querySelector\(\s*[\"'](?P<css2>[#.][\w-]+))[\"']\s*\)(?P<last>\.last\(\s*\))?"
)
# What is read off it: $('#list').data('channel'), document.getElementById('list').dataset.channel.
_MARK_READ = re.compile(
    rf"{_ELEMENT}\s*\.\s*"
    r"(?:(?:attr|getAttribute)\(\s*[\"'](?P<attribute>[\w-]+)[\"']\s*\)|data\(\s*[\"'](?P<data>[\w-]+)[\"']\s*\)|dataset\.(?P<set>\w+))"
)
# The same of an element that a variable holds: var box = $('#list'), id = box.attr('data-id').
_HELD = re.compile(rf"(?<![\w$.])(?P<name>[A-Za-z_$][\w$]*)\s*=\s*(?P<element>{_ELEMENT})\s*(?=[,;\n])")
# What an element's handler is given: $('#more').click(function () {, $('.list').on('click', '.more', function () {.
_HANDLER = re.compile(
    r"\$\(\s*[\"'](?P<own>[#.][\w-]+)[\"']\s*\)\.(?:(?:click|tap)\(|(?:on|bind|delegate|live)\(\s*[\"'](?:click|tap|touchend)[\"']\s*,\s*(?:[\"'](?P<inner>[#.][\w-]+)[\"']\s*,\s*)?)\s*function\s*\([^()]*\)\s*\{"
)
_THIS = re.compile(r"\$\(\s*this\s*\)")
NOT_ROWS = re.compile(
    r"(?:^|[/_.?&=-])(?:visits?|counts?(?!=\d)|counter|hits?|stats?|statistics|login|users?|weather|share|track\w*|analytics|config|"
    r"themes?|menus?|nav\w*|footer|header|hm|banner|ads?)(?=$|[/_.?&=-])|tree\.jsp",
    re.IGNORECASE,
)
_KNOWN_INTERFACE = re.compile(r"dataproxy\.jsp|queryList|build/unit|getMessage\.do", re.IGNORECASE)
_BASE = re.compile(
    r"\b(?:base_?url|base_?api|api_?(?:base|root|host|url|prefix)|\w*_BASE_(?:API|URL))[\"']?\s*[:=]\s*[\"'`](?P<base>(?:https?://[\w.:-]+)?/[\w./-]*)[\"'`]",
    re.IGNORECASE,
)
_MOST = 1_000_000  # characters of a script that are looked at
_CALLS = 40  # requests of one script that are looked at


def jpaas_units(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """JPAAS units: <script parsetype="bulidstatic" url="/api-gateway/.../build/unit" querydata="{'webId': ..}">."""
    nodes = (node.attributes for node in tree.css("[querydata]"))
    units = [
        (attributes.get("url") or "", html.unescape(attributes.get("querydata") or ""))
        for attributes in nodes
    ]
    units.sort(
        key=lambda unit: "list" not in unit[1].lower() and "列表" not in unit[1]
    )  # menus are units too
    for target, data in units:
        absolute, pairs = resolve(url, target) if target else "", _object(data)
        if absolute and pairs:
            yield Request(with_query(absolute, pairs))


def with_query(url: str, pairs: Mapping[str, str]) -> str:
    """Return an address with fields added to its query, which stays as it is written: it may be encoded in GBK."""
    parts = urlsplit(url)
    query = "&".join(filter(None, [parts.query.strip("&"), counting.query_of(pairs)]))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _object(text: str) -> dict[str, str]:
    """Return the pairs of a flat object literal; a list of one value is sent as jQuery does, `key[]`."""
    pairs: dict[str, str] = {}
    for found in _PAIR.finditer(text):
        if found["one"] is not None:
            pairs[f"{found['key']}[]"] = found["one"]
        else:
            pairs[found["key"]] = found["text"] if found["text"] is not None else found["plain"]
    return pairs


def proxies(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Hanweb JCMS: rows come from dataproxy.jsp by POST of columnid, unitid and their like."""
    for script in tree.css("script"):
        text = script.text() or ""
        found = re.search(r"[\"'](?P<url>[^\"'\s]*dataproxy\.jsp)(?:\?(?P<query>[^\"']*))?[\"']", text)
        absolute = resolve(url, found["url"]) if found else ""
        if not found or not absolute:
            continue
        pairs = {k: v for k, v in _object(text).items() if k in _PROXY_KEYS} | dict(
            parse_qsl(html.unescape(found["query"] or ""))
        )
        size = _per_page(pairs.pop("perpage", ""), text)
        query = {"startrecord": "1", "endrecord": str(max(_ROWS_AT_ONCE, 3 * size)), "perpage": str(size)}
        yield Request(
            with_query(absolute, query),
            "POST",
            {k: v for k, v in pairs.items() if k not in query},
        )


def _per_page(named: str, text: str) -> int:
    found = re.search(r"perPage\s*:\s*[\"']?(\d+)", text)
    number = named or (found[1] if found else "")
    return int(number) if number.isdigit() else 15


_ROWS_AT_ONCE = 60
_PROXY_KEYS = frozenset(
    ["col", "appid", "webid", "path", "columnid", "sourceContentType", "unitid", "webname", "permissiontype"]
)


def asked(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Return what the page's own scripts and tables request: $.ajax({..}), fetch(..), table.render({url: ..}).

    Where they request nothing, the data files they name. What the scripts send along in headers goes with it.
    """
    told = _settings_of(tree)
    scripts = [
        _counted_on(_with_values(tree, with_own_query(_with_own_address(script.text() or "", url), url)))
        for script in tree.css(f"script:not([type='{_SETTINGS}'])")
    ]
    scripts = [variant for script in scripts for variant in _called_with(script)]
    loading = any(map(LOADS.search, scripts))
    written = [fields for texts in objects_in_scripts(tree) for fields in texts] if loading else []
    columns = keys.columns_in(written)
    scripts = [variant for script in scripts for variant in keys.for_each(script, columns, LOADS)]
    base = base_of_requests("\n".join([*scripts, told]))
    calls = _calls(scripts, told, url, base)
    if calls and not columns:
        chosen = (script for text in scripts for script in keys.for_each(text, keys.CHOSEN, LOADS))
        calls = keys.with_menu(calls, _calls([text for text in chosen if COLUMN in text], told, url, base))
    calls += [*_loaded(scripts, url), *_inserted(scripts, url)]
    calls += [*_grids(scripts, url), *_marked(tree, url, "\n".join(scripts))]
    headers = _sent_along("\n".join(scripts)) if calls else {}
    calls = [replace(request, headers={**request.headers, **headers}) for request in calls]
    yield from calls or (Request(target) for text in scripts for target in _data_files(text, url))


def _calls(scripts: Iterable[str], told: str, url: str, base: str) -> list[Request]:
    """Return what the calls of scripts request, `told` being the settings made for all."""
    return [
        request
        for text in scripts
        for call in islice(_AJAX.finditer(text), _CALLS)
        if (
            request := _request(
                text[call.end() : call.end() + _ARGUMENTS], call, f"{text}\n{told}", url, base
            )
        )
    ]


def _called_with(script: str) -> list[str]:
    """Return a script with what its function that loads rows is called with put in, once for each of several calls:
    function load(t, p) {$.get('/rows', {t: t, p: p})} load(3, 1); load(4, 1)."""
    for function in islice(_FUNCTION.finditer(script) if len(script) < _LONGEST_SCRIPT else (), _CALLS):
        end = function.end() + _closing(script[function.end() :], "{}")
        body, names = script[function.end() : end], [n.strip() for n in function["names"].split(",")]
        if not LOADS.search(body):
            continue
        calls = re.finditer(
            rf"(?<![\w$.]){re.escape(function['name'])}\(\s*(?P<given>{_LITERAL}(?:\s*,\s*{_LITERAL})*)\s*\)",
            f"{script[: function.start()]}\n{script[end:]}",
        )
        given = list(dict.fromkeys(call["given"] for call in calls))
        told = [re.findall(_LITERAL, written) for written in given]
        if 1 < len(told) <= _MOST_CALLS and all(len(values) == len(names) for values in told):
            return [
                script[: function.end()] + _with_arguments(body, dict(zip(names, values, strict=True)))
                + script[end:]
                for values in told
            ]  # fmt: skip
    return [script]


def _with_arguments(body: str, values: Mapping[str, str]) -> str:
    """Return the body of a function with what it is given put in; the keys of its objects stay."""
    for name, value in values.items():
        own = rf"(?<![\w$.\"'?&]){re.escape(name)}(?![\w$\"'])(?!\s*[:=](?!=))"
        body = value.join(re.split(own, body))
    return body


_FUNCTION = re.compile(
    r"function\s+(?P<name>[A-Za-z_$][\w$]*)\s*\((?P<names>\s*[\w$]+(?:\s*,\s*[\w$]+)*)\s*\)\s*\{"
)
_LITERAL = r"(?:\d{1,9}|\"[^\"\n]{0,80}\"|'[^'\n]{0,80}')"
_MOST_CALLS = 12

_ARGUMENTS = 2500  # characters of a call that are looked at


LOADS = re.compile(rf"{_AJAX.pattern}|\)\s*\.load\(")  # where a script begins to ask for something


def requests_in(text: str, script: str, url: str) -> Iterator[Request]:
    """Yield what the calls of a piece of script request.

    Args:
        text: the piece.
        script: the whole of it, in which variables are looked up.
        url: what references start from.
    """
    base = base_of_requests(script)
    for call in islice(_AJAX.finditer(text), _CALLS):
        if request := _request(text[call.end() : call.end() + _ARGUMENTS], call, script, url, base):
            yield request
    yield from _loaded([text], url)


def base_of_requests(script: str) -> str:
    """Return what a program puts before the addresses it asks: axios.create({baseURL: '/api'}); empty where it says nothing."""
    based = _BASE.search(script[:_MOST])
    return based["base"].rstrip("/") if based else ""


def _with_own_address(script: str, url: str) -> str:
    """Return a script with the page's own address put in where it asks that: $.post(location.href, ..), {url: '', ..}."""
    if "location" not in script and "''" not in script and '""' not in script:
        return script
    return _OWN_ADDRESS.sub(lambda found: f"{found['lead']}{json.dumps(url.partition('#')[0])}", script)


_OWN_ADDRESS = re.compile(
    r"(?P<lead>(?:\.(?:get|post|getJSON|load)|\bfetch)\(\s*|\burl\s*:\s*)"
    r"(?:(?:window\.|document\.|self\.)?(?:location\.(?:href|pathname)|document\.URL)(?=\s*[,)])|(?:\"\"|'')(?=\s*,))"
)


def with_own_query(script: str, url: str) -> str:
    """Return a script with what it reads from the page's own address put in: getQueryString('type'), $route.query.type."""
    query = dict(parse_qsl(urlsplit(url).query))
    if not query or not (_READS_QUERY.search(script) or _NAMED_ALIKE.search(script)):
        return script

    def told(found: re.Match[str]) -> str:
        key = next(filter(None, found.groups()), "")
        return json.dumps(query[key], ensure_ascii=False) if key in query else found[0].rpartition("=")[2]

    own = "|".join(re.escape(name) for name in _QUERY_READER.findall(script)[:_CALLS])
    script = re.sub(rf"(?<![\w$.])(?:{own})\(\s*{_KEY_TEXT}\s*\)", told, script) if own else script
    script = _NAMED_ALIKE.sub(lambda found: f"{found['name']}={told(found)}", script)
    given = "|".join(re.escape(name) for name in _QUERY_GIVEN.findall(script)[:_CALLS])
    script = re.sub(rf"(?<![\w$.])(?:{given})\.get\(\s*{_KEY_TEXT}\s*\)", told, script) if given else script
    return _QUERY_READ.sub(told, script)


_READS_QUERY = re.compile(r"location|\$route\.|quer|param|request", re.IGNORECASE)
_KEY_TEXT = r"[\"']([\w-]{1,40})[\"']"
# function q(n) {.. location.search ..}, whatever it is called; var cid = arg('cid'), where that is another script's.
_QUERY_READER = re.compile(
    r"function\s+([A-Za-z_$][\w$]*)\s*\(\s*[\w$]+\s*\)\s*\{(?:(?!\bfunction\b)[^\x00]){0,300}?\blocation\.(?:search|href)"
)
_NAMED_ALIKE = re.compile(
    r"(?<![\w$.])(?P<name>[A-Za-z_]\w*)\s*=\s*[\w$.]{1,40}\(\s*[\"'](?P=name)[\"']\s*\)"
)
_QUERY_GIVEN = re.compile(
    r"(?<![\w$.])([A-Za-z_$][\w$]*)\s*=\s*(?:new\s+URLSearchParams\(|new\s+URL\([^()]*\)\.searchParams|\(new\s+URL\([^()]*\)\)\.searchParams)"
)
_QUERY_READ = re.compile(
    rf"(?:new\s+)?URLSearchParams\([\w$.]*(?:\.\w+\([^()]*\))?\)\.get\(\s*{_KEY_TEXT}\s*\)"
    rf"|(?:this\.)?\$route\.query\.(\w+)\b|\bGetRequest\(\)(?:\.|\[[\"'])(\w+)(?:[\"']\])?"
    rf"|location\.(?:search|href)(?:\.\w+\([^()]*\))*\.split\(\s*[\"'][?&]?(\w+)=[\"']\s*\)\[1\]"
    rf"|(?<![\w$.])(?:[\w$]+\.)*\w*(?:query(?!selector)|params?|url|request)\w*(?:\.get)?\(\s*{_KEY_TEXT}\s*\)",
    re.IGNORECASE,
)


def marks_of(tree: LexborHTMLParser) -> str:
    """Return what a linked script may read of its page, as HTML: the elements with values and attributes, without what is in
    them, and the settings that the page's own scripts make for all."""
    nodes = [*tree.css("input[type=hidden][id], meta[name][content]"), *filter(_is_marked, tree.css("[id]"))]
    written = "".join(_opening(node) for node in nodes[:_MOST_MARKED])
    told = _settings_of(tree)
    parts = (written, f'<script type="{_SETTINGS}">{told}</script>' if told else "")
    return "".join(part for part in parts if len(part) < _LONGEST_MARKS)


def _settings_of(tree: LexborHTMLParser) -> str:
    """Return the settings that the scripts written into a page make for all, as a script that does nothing else."""
    told = [
        literals.settings(text)
        for script in tree.css("script:not([src])")
        if len(text := script.text() or "") < _LONGEST_SCRIPT
    ]
    first = {name: value for made in reversed(told) for name, value in made.items()}
    return "".join(
        f"window.{name}={json.dumps(value, ensure_ascii=False)};\n".replace("</", "<\\/")
        for name, value in first.items()
    )


_SETTINGS = "text/x-settings"  # the type of a script that no browser runs
_LONGEST_SCRIPT = 30_000  # characters of one with settings; a longer one holds data
_MOST_MARKED, _LONGEST_MARKS = 40, 6000


def _is_marked(node: LexborNode) -> bool:
    return any(name.startswith("data-") for name in node.attributes) and node.tag not in (
        "script",
        "img",
        "a",
    )


def _opening(node: LexborNode) -> str:
    marks = "".join(f' {name}="{html.escape(value or "")}"' for name, value in node.attributes.items())
    return f"<{node.tag}{marks}></{node.tag}>"


def _with_values(tree: LexborHTMLParser, script: str) -> str:
    """Return a script with what it reads from the page put in: from hidden fields and the head, $('#list-url').val(), from
    the attributes of its elements."""

    def of_element(found: re.Match[str]) -> str:
        css = f"[id='{found['id']}']" if found["id"] else found["css"] or found["css2"]
        nodes = tree.css(css)
        node = nodes[-1 if found["last"] or found["end"] else 0] if nodes else None
        name = found["attribute"] or f"data-{found['data'] or _dashed(found['set'])}"
        value = node.attributes.get(name) if node is not None else None
        return found[0] if value is None else json.dumps(value, ensure_ascii=False)

    script = _with_handled(script)
    for name in dict.fromkeys(held["name"] for held in islice(_HELD.finditer(script), _CALLS)):
        held = next(found for found in _HELD.finditer(script) if found["name"] == name)
        before, rest = script[: held.end()], script[held.end() :]
        reads = rf"(?<![\w$.]){re.escape(name)}(?=\s*\.\s*(?:attr|getAttribute|data|dataset)\b)"
        script = before + held["element"].join(re.split(reads, rest))
    script = _MARK_READ.sub(of_element, script)

    def told(found: re.Match[str]) -> str:
        css = found["css"] or f"#{found['id']}"
        with suppress(ValueError):  # a selector of jQuery's own
            node = tree.css_first(css)
            marks = node.attributes if node is not None and node.tag in ("input", "meta") else {}
            value = marks.get("content") if "content" in marks else marks.get("value")
            return found[0] if value is None else json.dumps(value, ensure_ascii=False)
        return found[0]

    return _FIELD_READ.sub(told, script) if _READS.search(script) else script


def _with_handled(script: str) -> str:
    """Return a script whose handlers name the element that they are of: $('#more').click(function () {$(this).data('page')."""
    handlers = list(islice(_HANDLER.finditer(script), _CALLS)) if "this" in script else []
    for handler in reversed(handlers):
        named = f"$('{handler['inner'] or handler['own']}')"
        body = script[handler.end() :]
        own, rest = body[: (end := _closing(body, "{}"))], body[end:]
        script = script[: handler.end()] + named.join(_THIS.split(own)) + rest
    return script


def _counted_on(script: str) -> str:
    """Return a script with the number of a page given as it is asked for: page = 0 is 1 where page++ comes before the call."""
    for begun in islice(_FROM_NOUGHT.finditer(script), _CALLS):
        name = re.escape(begun["name"])
        counted = re.search(
            rf"(?<![\w$])(?:{name}\s*(?:\+\+|\+=\s*1\b|=\s*(?:[\w.]+\.)?{name}\s*\+\s*1\b)|\+\+\s*(?:[\w.]+\.)?{name}\b)",
            script,
        )
        call = LOADS.search(script, counted.end()) if counted else None
        if counted and call and "}" not in re.sub(r"\{[^{}]*\}", "", script[counted.end() : call.start()]):
            script = f"{script[: begun.start('number')]}1{script[begun.end('number') :]}"
    return script


_FROM_NOUGHT = re.compile(
    rf"(?<![\w$.])(?P<name>{counting.PAGE_NAME})\s*[=:]\s*(?P<number>0)(?![\w.])", re.IGNORECASE
)


def _dashed(name: str) -> str:
    """Return the attribute's name that a script writes without dashes: channelId of data-channel-id."""
    return re.sub(r"(?<=[a-z])([A-Z])", r"-\1", name).lower()


def _sent_along(script: str) -> dict[str, str]:
    """Return the headers that scripts send with what they ask: $.ajaxSetup({headers: {'X-CSRF-TOKEN': '..'}})."""
    names = literals.names_in(script, _default)
    found: dict[str, Any] = {}
    for told in islice(_HEADERS.finditer(script), _CALLS):
        value = literals.read(script, names, start=told.end())
        name = told["set"] or told["name"]
        found |= {name: value} if name else value if isinstance(value, dict) else {}
    return {
        name: value
        for name, value in found.items()
        if isinstance(value, str) and _OWN_HEADER.fullmatch(name) and _HEADER_VALUE.fullmatch(value)
    }


_READS = re.compile(r"\bval\b|value\b|content")
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
        for found in islice(_LOAD.finditer(text), _CALLS):
            named = found["url"] or put_together(found["joined"], text)
            if named and (target := resolve(url, named)) and _is_data_of(target, url):
                yield Request(target)


def _inserted(scripts: Iterable[str], url: str) -> Iterator[Request]:
    """Scripts of the site that are put into the page to call back with rows: s.src = '/data/' + col + '_' + page + '.js?cb=' + col."""
    for text in scripts:
        for found in islice(_INSERTED.finditer(text), _CALLS):
            named = put_together(found["joined"] or found["given"], text)
            target = resolve(url, named) if named else ""
            same = target and urlsplit(target).netloc == urlsplit(url).netloc
            if same and not NOT_ROWS.search(target) and not _LIBRARY.search(urlsplit(target).path):
                yield Request(_called_back(target, ""))


_INSERTED = re.compile(
    rf"(?<![\w$.])(?P<name>[A-Za-z_$][\w$]*)\s*=\s*document\.createElement\(\s*[\"']script[\"']\s*\)(?:(?!createElement)[^\x00]){{0,300}}?"
    rf"(?<![\w$.])(?P=name)\.src\s*=\s*(?P<joined>{TERM}(?:\s*\+\s*{TERM})*)"
    rf"|\$\.getScript\(\s*(?P<given>{TERM}(?:\s*\+\s*{TERM})*)"
)
_LIBRARY = re.compile(r"(?:jquery|vue|swiper|layer|sdk|push|config|bundle|min)[\w.-]*\.js$", re.IGNORECASE)


def _is_data_of(target: str, url: str) -> bool:
    """Tell an address of the page's own host that may hold rows of it."""
    ours, theirs = urlsplit(url), urlsplit(target)
    named = NOT_ROWS.search(target) or _NO_DATA.search(theirs.path)
    return ours.netloc == theirs.netloc and not named and target.rstrip("/") != url.rstrip("/")


def _grids(scripts: Iterable[str], url: str) -> Iterator[Request]:
    """Tables, lists and trees of script libraries: their options name an address, and fields to send."""
    for text in scripts:
        for call in islice(_GRID.finditer(text), _CALLS):
            arguments = text[call.end() : call.end() + 1500]
            if request := _of_options(arguments[: _closing(arguments)], call["verb"], text, url):
                yield request


def _marked(tree: LexborHTMLParser, url: str, script: str) -> Iterator[Request]:
    """Tables that name their data in attributes: <table data-url="..">, <table data-options="url:'..'">."""
    for node in tree.css("[data-url], [data-ajax], [data-options], [lay-data], [lay-options]"):
        marks = node.attributes
        holds_rows = node.css_first("a[href]") is not None
        if holds_rows and not (node.tag == "a" and marks.get("data-page")):
            continue
        named = marks.get("data-url") or marks.get("data-ajax") or ""
        if named and (number := marks.get("data-page") or "").isdigit():
            named = with_query(named, {"page": number})
        options = " ".join(filter(None, (marks.get(k) for k in ("data-options", "lay-data", "lay-options"))))
        verb = "datagrid" if "datagrid" in (marks.get("class") or "") else ""
        if marks.get("data-toggle") == "table":
            verb, options = "bootstrapTable", _options_marked(marks)
        elif named:
            options = f"url: '{named}'"
        if request := _of_options(options, verb, script, url):
            yield request


def _options_marked(marks: Mapping[str, str | None]) -> str:
    """Return the options that a table of bootstrap-table has in its attributes as its script would write them."""
    named = {
        re.sub(r"-(\w)", lambda found: found[1].upper(), key[5:]): value or "" for key, value in marks.items()
    }
    told = [
        f"{key}: {value if _BARE.fullmatch(value) else repr(value)}" for key, value in named.items() if key
    ]
    return ", ".join(told)


_BARE = re.compile(r"true|false|\d+|[a-z]+[A-Z]\w*")  # what is no text: numbers, functions


def _of_options(options: str, verb: str, script: str, url: str) -> Request | None:
    """Read the options of a table: its address, its fields, those by which its library asks for a page."""
    found = _OPTION_ADDRESS.search(options)
    target = resolve(url, unescape(found["url"])) if found else ""
    if not target or not _is_data_of(target, url):
        return None
    body = _OPTION_BODY.search(options)
    paged = {} if found is None or not verb else _paged_by(verb, options) or _paged_apart(verb, script)
    made = _made_by(options, script, paged)
    pairs = made if made is not None else paged | (_pairs(_written(body, script)) if body else {})
    posts = verb == "datagrid"
    if _POSTS.search(options) or (posts and not _GETS.search(options)):
        as_json = verb == "bootstrapTable" and not _SENDS_FORM.search(options)  # its own habit
        sent = {name: int(value) if value.isdigit() else value for name, value in pairs.items()}
        return Request(target, "POST", json.dumps(sent, ensure_ascii=False) if as_json else pairs)
    return Request(with_query(target, pairs) if pairs else target)


def _made_by(options: str, script: str, paged: Mapping[str, str]) -> dict[str, str] | None:
    """Return the fields that a table's function makes of those by which its library asks for a page, None where it has none:
    data: function (d) {d.typeId = 3;}, queryParams: p => ({size: p.limit, type: 3})."""
    text, found = options, _OPTION_FUNCTION.search(options)
    if found is None and (named := _OPTION_NAMED.search(options)):
        text = script
        found = re.search(rf"(?P<plain>function)\s+{re.escape(named['name'])}\s*{_TAKES_ONE}\s*\{{", script)
    if found is None:
        return None
    given, body = re.escape(found["given"]), text[found.end() :]
    body = body[: _closing(body, f"{found[0][-1]}{')}'[found[0][-1] == '{']}")]
    told = re.sub(
        rf"(?<![\w$.]){given}\.(?P<name>\w+)(?!\w|\s*=(?!=))",
        lambda field: _PAGE_WORDS.get(field["name"], paged.get(field["name"], field[0])),
        body if found[0][-1] == "{" else f"return {body}",
    )
    names = literals.names_in(script, _default)
    returned = list(_RETURNED.finditer(told))
    made = {} if returned and not _PUT_IN.search(told) else dict(paged)
    for field in re.finditer(rf"(?<![\w$.]){given}\.(?P<name>\w+)\s*=(?!=)\s*", told):
        value = literals.read(told, names, start=field.end(), script=script)
        made |= {} if value is literals.UNKNOWN else _pairs({field["name"]: value})
    for written in returned:
        made |= _pairs(literals.read(told, names, start=written.end() - 1, script=script))
    return made


_TAKES_ONE = r"\(\s*(?P<given>[A-Za-z_$][\w$]*)[^()]*\)"
# A function among a table's options that makes what is sent, or the name of one.
_OPTION_FUNCTION = re.compile(
    rf"\b(?:data|queryParams|where|postData|params)\s*:\s*(?:function\s*\w*\s*)?{_TAKES_ONE}\s*(?:=>\s*)?[{{(]"
)
_OPTION_NAMED = re.compile(r"\bqueryParams\s*:\s*[\"']?(?P<name>[A-Za-z_$][\w$]*)[\"']?\s*(?=[,}]|$)")
_RETURNED = re.compile(r"\breturn\b(?:[^;{}]|\{\s*\})*\{")
_PUT_IN = re.compile(r"\.\.\.|\.extend\(|Object\.assign\(")
_PAGE_WORDS = {"pageNumber": "1", "pageIndex": "1", "pageSize": "10"}  # of tables that count pages


def _paged_by(verb: str, options: str) -> dict[str, str]:
    """Return the fields by which a library of tables asks for its first page, none where it shows all at once."""
    if not _PAGED.search(options) or verb not in _PAGE_FIELDS:
        return {}
    size = _PAGE_SIZE.search(options)
    return {
        name: size["n"] if size and value == "10" else value for name, value in _PAGE_FIELDS[verb].items()
    }


def _paged_apart(verb: str, script: str) -> dict[str, str]:
    """Return the fields by which a store of Ext asks for its first page, which are said where it is loaded."""
    if not verb.endswith("Store") or "PagingToolbar" not in script:
        return {}
    size = _STORE_SIZE.search(script)
    return {"start": "0", "limit": size["n"] if size else "25"}


_STORE_SIZE = re.compile(r"\b(?:limit|pageSize)\s*:\s*(?P<n>\d{1,3})\b")

# layui, EasyUI, bootstrap-table, DataTables, jqGrid: as their documentation says.
_PAGE_FIELDS = {
    "render": {"page": "1", "limit": "10"},
    "datagrid": {"page": "1", "rows": "10"},
    "bootstrapTable": {"limit": "10", "offset": "0"},
    "DataTable": {"draw": "1", "start": "0", "length": "10"},
    "dataTable": {"draw": "1", "start": "0", "length": "10"},
    "jqGrid": {"page": "1", "rows": "10"},
}
_PAGED = re.compile(
    r"\b(?:page\s*:\s*(?:true|\{)|pagination\s*:\s*true|(?:b?[sS]erverSide|sidePagination)\s*:\s*(?:true|[\"']server)|pager\s*:)"
)
_PAGE_SIZE = re.compile(r"\b(?:limit|pageSize|pageLength|iDisplayLength|rowNum)\s*:\s*(?P<n>\d{1,3})\b")


def _verb_of(call: re.Match[str], script: str) -> str:
    owner = call["owner"] or ""
    made = owner in ("axios", "$http") or re.search(
        rf"(?<![\w$]){re.escape(owner)}\s*=\s*axios\.create", script
    )
    if owner and made and call["verb"] in ("post", "request"):
        return "axios"  # sends JSON where nothing else is said, as AngularJS does
    return call["verb"] or call["fetch"] or "open"


def _data_files(script: str, url: str) -> Iterator[str]:
    for found in _DATA_ADDRESS.finditer(script):
        target = resolve(url, unescape(found["url"]))
        if target and not NOT_ROWS.search(target) and not re.search(r"[+{}$]", found["url"]):
            yield target


def _request(call: str, called: re.Match[str], script: str, url: str, base: str) -> Request | None:
    """Read one call of a script: its address, whether it posts, and what it sends, named variables looked up."""
    by_jquery = (called["owner"] or "").lower() in _JQUERY
    by_library = called["owner"] or called["fetch"] == "axios"  # which puts the base before what it asks
    asked = _plain_request(
        call, _verb_of(called, script), script, url, base if by_library and not by_jquery else ""
    )
    return replace(asked, headers=BY_SCRIPT) if asked and by_jquery else asked


_JQUERY = ("$", "jquery", "jq")
BY_SCRIPT = {
    "X-Requested-With": "XMLHttpRequest"
}  # what jQuery sends with all that it asks: some sites want it


def _plain_request(call: str, verb: str, script: str, url: str, base: str) -> Request | None:
    arguments = call[: _closing(call)]
    address = _ADDRESS_ARGUMENT.search(arguments)
    target = put_together(address["value"], script) if address and not address["more"] else ""
    if not target or NOT_ROWS.search(target):
        return None
    if base and not target.startswith((f"{base}/", "http:", "https:", "//")):
        target = f"{base}/{target.lstrip('/')}"
    absolute = resolve(url, _called_back(target, arguments))
    if not absolute or urlsplit(absolute).netloc != urlsplit(url).netloc:
        return None
    post = verb in ("post", "axios") or bool(_POSTS.search(arguments))
    body = _body_apart(call, arguments, verb) or _BODY_ARGUMENT.search(arguments)
    written = _written(body, script) if body else ""
    if isinstance(written, dict) and _OPTIONS.issuperset(written):  # fetch(url, {method: .., body: ..})
        keyed = _BODY_KEYED.search(arguments)
        body, written = keyed, _written(keyed, script) if keyed else ""
    if isinstance(written, str) and post and written.lstrip().startswith("{"):
        written = literals.read(written, literals.names_in("", lambda name: literals.UNKNOWN))
    said = arguments + (body[0] if body else "")
    if post and isinstance(written, dict) and _sends_json(verb, said):
        return Request(absolute, "POST", json.dumps(written, ensure_ascii=False))
    pairs = _pairs(written)
    return (
        Request(absolute, "POST", pairs)
        if post
        else Request(with_query(absolute, pairs) if pairs else absolute)
    )


def _called_back(target: str, arguments: str) -> str:
    """Return an address with the name of a function where the answer is to call one (JSONP), as jQuery puts it in."""
    if _CALLED_BACK.search(target):
        return _CALLED_BACK.sub(r"\1callback", target)
    if not _BY_JSONP.search(arguments):
        return target
    named = _CALLBACK_NAME.search(arguments)
    return with_query(target, {named["name"] if named else "callback": "callback"})


_CALLED_BACK = re.compile(r"([?&]\w*(?:callback|jsonp|cb)\w*=)\?(?=&|$)", re.IGNORECASE)
_BY_JSONP = re.compile(r"dataType\s*:\s*[\"']jsonp[\"']", re.IGNORECASE)
_CALLBACK_NAME = re.compile(r"\bjsonp\s*:\s*[\"'](?P<name>\w+)[\"']")

_OPTIONS = frozenset(
    ["url", "method", "type", "headers", "body", "params", "query", "data", "baseURL", "key", "server", "lazy", "dataType", "contentType", "mode", "credentials", "cache", "timeout", "async"]
)  # fmt: skip


def _sends_json(verb: str, arguments: str) -> bool:
    """Tell a call that sends its fields as JSON; axios does where nothing else is said."""
    named = bool(_SENDS_JSON.search(arguments))
    return named or (verb == "axios" and not _SENDS_FORM.search(arguments))


def _body_apart(call: str, arguments: str, verb: str) -> re.Match[str] | None:
    """Return what a call sends that is not written in it: $.post(url, params, done), or open(..) .. send(params)."""
    if verb == "open":
        return _SENT.search(call[len(arguments) :])
    return _NAMED_BODY.match(arguments) if verb in ("post", "axios", "get", "getJSON") else None


def _written(body: re.Match[str], script: str) -> Any:
    """Return what a value is that a call sends: a text, an object, or that of the variable it names."""
    names = literals.names_in(script, _default)
    value = body["value"]
    if assigned := _ASSIGNED.search(body.string, 0, body.start("value")):
        return literals.read(body.string, names, start=assigned.start(), script=script)
    if value[0] in "{\"'":
        return literals.read(body.string, names, start=body.start("value"), script=script)
    if re.fullmatch(r"[A-Za-z_$][\w$]*", value):
        appended = re.finditer(
            rf"(?<![\w$.]){re.escape(value)}\.(?:append|set)\(\s*[\"'](?P<key>[\w\[\].-]+)[\"']\s*,", script
        )
        form = {found["key"]: literals.read(script, names, found["key"], found.end()) for found in appended}
        if form:
            return {key: told for key, told in form.items() if told is not literals.UNKNOWN}
        return literals.variable(value, script, names)
    return literals.read(value, names)


def _default(name: str) -> Any:
    """Return what a variable is taken for that has no value: the number of a page begins with 1."""
    return 1 if _QUERY_PAGE.match(name) else literals.UNKNOWN


def put_together(expression: str, script: str) -> str:
    """Return the address that texts and variables make: '/list?page=' + page; an empty string where one has no value."""
    address = ""
    for term in _TERMS.findall(_PLACE_HELD.sub(r"`+\1+`", expression)):
        value = unescape(term[1:-1]) if term[0] in "\"'`" else _value_within(address, term, script)
        if value is None:
            return ""
        address += value
    return address


def _value_within(address: str, term: str, script: str) -> str | None:
    """Return the value of a variable that follows in an address; the number of a page begins with 1."""
    if re.fullmatch(_FRESHENER, term):
        return "1"
    setting = literals.shared(term, script)
    told = str(setting) if isinstance(setting, str | int) else None
    if told is not None and "." in term:
        return told
    name = term.rpartition(".")[2]
    given = re.search(
        rf"(?<![\w$.?&]){re.escape(name)}[\"']?\s*[:=]\s*(?P<value>\d+(?![\w.])|\"[^\"]*\"|'[^']*')", script
    )
    if given is not None:
        return unescape(given["value"].strip("\"'"))
    return "1" if _COUNTS.search(address) or _QUERY_PAGE.match(name) else told


_COUNTS = re.compile(rf"[?&](?:{counting.PAGE_NAME})=$|/page/$", re.IGNORECASE)


def _pairs(value: Any) -> dict[str, str]:
    if isinstance(value, dict):
        return literals.form_of(value)
    return dict(parse_qsl(value)) if isinstance(value, str) else {}


def _closing(text: str, brackets: str = "()") -> int:
    """Return where the bracket that was open before the text closes."""
    depth = 1
    for position, character in enumerate(text):
        depth += (character == brackets[0]) - (character == brackets[1])
        if depth == 0:
            return position
    return len(text)


def known_interfaces(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Yield what a page asks of interfaces that are known to give rows."""
    return (request for request in asked(tree, url) if _KNOWN_INTERFACE.search(request.url))
