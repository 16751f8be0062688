"""Single calls of a script that ask for something, $.ajax({..}), fetch(..), axios.post(..), as requests; nothing is run. Pure."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from scrapers.discover import counting, graphs, keys, literals
from scrapers.discover.addresses import resolve, same_host
from scrapers.discover.counting import with_query
from scrapers.discover.model import Request
from scrapers.discover.scripts import unescape

_QUERY_PAGE = re.compile(rf"^(?:{counting.PAGE_NAME})$", re.IGNORECASE)
_QUERY_START = re.compile(rf"^{counting.START}$", re.IGNORECASE)
CALL = re.compile(
    r"(?P<owner>\$|[jJ][qQ]uery|axios|\$?https?|uni|mui|(?<![\w$])(?:request|service|api|instance)(?=\s*\.\s*(?:get|post)\b))\s*\.\s*(?P<verb>ajax|post|getJSON|get|request)\s*\(|\b(?P<fetch>fetch|axios)\s*\(|\.open\s*\("
)
VALUE = r"(?:(?:this|that|self|_this|me|vm)\.)?(?P<value>\{|\"[^\"]*\"|'[^']*'|`[^`$]*`|[A-Za-z_$][\w$]*)"
# What an address is put together of: texts, variables, and what keeps an answer from being an old one.
_FRESHENER = r"(?:\+?\s*new\s+Date\(\s*\)(?:\.\w+\(\s*\))?|Date\.now\(\s*\)|Math\.random\(\s*\))"
_CODED = r"(?:window\.)?(?:encodeURIComponent|encodeURI|escape|String)"  # what an address is put together by
TERM = rf"(?:{_CODED}\(\s*(?:\"[^\"\s]*\"|'[^'\s]*'|(?:[A-Za-z_$][\w$]*\.)*[A-Za-z_$][\w$]*)\s*\)|\"[^\"\s]*\"|'[^'\s]*'|`[^`\s]*`|{_FRESHENER}|(?:[A-Za-z_$][\w$]*\.)*[A-Za-z_$][\w$]*(?![\w$.(]))"
_ADDRESS_ARGUMENT = re.compile(
    rf"(?:\burl\s*:\s*|^\s*(?:[\"'](?:get|post)[\"']\s*,\s*)?(?!\{{))(?P<value>{TERM}(?:\s*\+\s*{TERM})*)\s*(?P<more>[+?<>]|[=!]=)?",
    re.IGNORECASE,
)
_TERMS = re.compile(TERM, re.IGNORECASE)
_CODED_TERM = re.compile(rf"{_CODED}\(\s*(?P<inner>.*?)\s*\)$", re.DOTALL)
_PLACE_HELD = re.compile(r"\$\{\s*([^{}]*?)\s*\}")
_NO_DATA = re.compile(
    r"\.(?:js|css|png|jpe?g|gif|svg|webp|ico|swf|mp4|pdf)$|upload|captcha|/$", re.IGNORECASE
)
POSTS = re.compile(r"(?:\b(?:type|method)\s*:\s*|^\s*)[\"']post[\"']", re.IGNORECASE)
_BODY_ARGUMENT = re.compile(
    rf"(?:\b(?:data|params|body)\s*:\s*|,\s*(?=[{{])|,\s*(?=(?:new\s+)?[\w.]+\())(?:[\w.]+\s*(?:[\w.]+)?\(\s*)?{VALUE}"
)
_BODY_KEYED = re.compile(rf"\b(?:data|params|query|body)\s*:\s*(?:[\w.]+\s*(?:[\w.]+)?\(\s*)?{VALUE}")
_NAMED_BODY = re.compile(
    rf"\s*{TERM}(?:\s*\+\s*{TERM})*\s*,\s*(?:[\w$]+\.)*(?P<value>[A-Za-z_$][\w$]*)\s*(?:,|$)"
)
_ASSIGNED = re.compile(r"Object\.assign\(\s*(?:[\w$]+\.)*$")
_SENDS_JSON = re.compile(r"JSON\.stringify\s*\(|[\"']application/json")
SENDS_FORM = re.compile(
    r"\bqs\.stringify|URLSearchParams|FormData|\.param\(|x-www-form-urlencoded", re.IGNORECASE
)
_SENT = re.compile(rf"\.send\(\s*(?:JSON\.stringify\(\s*)?{VALUE}")
NOT_ROWS = re.compile(
    r"(?:^|[/_.?&=-])(?:visits?|counts?(?!=\d)|counter|hits?|stats?|statistics|login|users?|weather|share|track\w*|analytics|config|"
    r"themes?|menus?|nav\w*|footer|header|hm|banner|ads?)(?=$|[/_.?&=-])|tree\.jsp",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"\b(?:base_?url|base_?api|url_?prefix|api_?(?:base|root|host|url|prefix)|\w*_BASE_(?:API|URL))[\"']?\s*[:=]\s*[\"'`](?P<base>(?:https?://[\w.:-]+)?/[\w./-]*)[\"'`]",
    re.IGNORECASE,
)
_MOST = 1_000_000  # characters of a script that are looked at
CALLS = 40  # requests of one script that are looked at
LONGEST_CALL = 2500  # characters of a call that are looked at
LOADS = re.compile(rf"{CALL.pattern}|\)\s*\.load\(")  # where a script begins to ask for something


def holds_no_rows(address: str, *, menus: bool = False) -> bool:
    """Tell an address that by its name gives no rows of news: counters, logins, menus, unless these are wanted for the names
    of columns that they give."""
    if _ROUTE_BEGUN.search(address):
        return True
    return bool(NOT_ROWS.search(address)) and not (menus and keys.names_columns(address))


_ROUTE_BEGUN = re.compile(r"\?\w{1,3}=/(?:[\w-]+/)*$")  # index.php?s=/api/ is what addresses begin with


def base_of_requests(script: str) -> str:
    """Return what a program puts before the addresses it asks: axios.create({baseURL: '/api'}); empty where it says nothing."""
    based = _BASE.search(script[:_MOST])
    return based["base"].rstrip("/") if based else ""


def is_data_of(target: str, url: str) -> bool:
    """Tell an address of the page's own host that may hold rows of it."""
    named = NOT_ROWS.search(target) or _NO_DATA.search(urlsplit(target).path)
    return same_host(target, url) and not named and target.rstrip("/") != url.rstrip("/")


def _verb_of(call: re.Match[str], script: str) -> str:
    owner = call["owner"] or ""
    made = owner in ("axios", "$http") or re.search(
        rf"(?<![\w$]){re.escape(owner)}\s*=\s*axios\.create", script
    )
    if owner and made and call["verb"] in ("post", "request"):
        return "axios"  # sends JSON where nothing else is said, as AngularJS does
    return call["verb"] or call["fetch"] or "open"


def read_call(
    call: str, called: re.Match[str], script: str, url: str, base: str, *, menus: bool = False
) -> Request | None:
    """Read one call of a script: its address, whether it posts, and what it sends, named variables looked up.

    Args:
        call: the script from where the arguments of the call begin.
        called: what calls.
        script: the whole of it.
        url: what references start from.
        base: what the site's program puts before the addresses it asks.
        menus: read also what asks for the names of columns.

    Returns:
        The request, None where it is for something else than rows.
    """
    by_jquery = (called["owner"] or "").lower() in _JQUERY
    by_library = called["owner"] or called["fetch"] == "axios"  # which puts the base before what it asks
    verb = _verb_of(called, script)
    before = base if by_library and not by_jquery else ""
    posts = "post" in (called["verb"], verb)
    asked = _plain_request(call, verb, script, url, before, posts=posts, menus=menus)
    if asked is None:
        return None
    counts = counter_sent(call[: closing(call)], script, asked)
    return replace(asked, headers=BY_SCRIPT if by_jquery else {}, counts=counts)


def counter_sent(arguments: str, script: str, asked: Request) -> str:
    """Return the name by which a call sends what its script counts up, where that does not tell by itself that it numbers
    pages: {next: i, classid: 8} where i++ follows; an empty string where none is sent."""
    if counting.numbers_pages(asked):
        return ""
    sent = counting.fields_of(asked)
    for field in islice(_FIELD_SENT.finditer(arguments), CALLS):
        name = field["name"] or field["asked"] or field["held"]
        told = str(sent.get(name, "")).isdigit()
        if told and re.search(_COUNTED_UP.format(name=re.escape(field["value"])), script):
            return name
    return ""


# {next: i, "times": that.times}, "/more?k=" + i
_FIELD_SENT = re.compile(
    r"(?:(?<![\w$.])[\"']?(?P<name>[A-Za-z_]\w*)[\"']?\s*:|[?&\"'](?P<asked>\w+)=[\"']\s*\+|[?&](?P<held>\w+)=\$\{)"
    r"\s*(?:[\w$]+\.){0,3}(?P<value>[A-Za-z_$][\w$]*)(?![\w$.(\[])"
)
_COUNTED_UP = r"(?<![\w$]){name}\s*(?:\+\+|\+=\s*1\b|=\s*(?:[\w$]+\.){{0,3}}{name}\s*\+\s*1\b)|\+\+\s*(?:[\w$]+\.){{0,3}}{name}(?![\w$])"


def counts_up(name: str, script: str) -> re.Match[str] | None:
    """Return where a script first counts a variable up by one: n++, n += 1, n = n + 1, ++n."""
    word = re.escape(name)
    return re.search(
        rf"(?<![\w$])(?:{word}\s*(?:\+\+|\+=\s*1\b|=\s*(?:[\w.]+\.)?{word}\s*\+\s*1\b)|\+\+\s*(?:[\w.]+\.)?{word}\b)",
        script,
    )


def is_done_before(counted: re.Match[str], script: str, place: int) -> bool:
    """Tell whether what stands somewhere in a script is done before a place behind it, within one function."""
    return counted.end() <= place and "}" not in re.sub(r"\{[^{}]*\}", "", script[counted.end() : place])


_JQUERY = ("$", "jquery", "jq")
BY_SCRIPT = {
    "X-Requested-With": "XMLHttpRequest"
}  # what jQuery sends with all that it asks: some sites want it


def _plain_request(
    call: str, verb: str, script: str, url: str, base: str, *, posts: bool, menus: bool
) -> Request | None:
    arguments = call[: closing(call)]
    address = _ADDRESS_ARGUMENT.search(arguments)
    target = put_together(address["value"], script) if address and not address["more"] else ""
    if not target or holds_no_rows(target, menus=menus):
        return None
    if base and not target.startswith((f"{base}/", "http:", "https:", "//")):
        target = f"{base}/{target.lstrip('/')}"
    absolute = resolve(url, called_back(target, arguments))
    if not absolute or not same_host(absolute, url):
        return None
    if graphs.asks_all(absolute) and not re.search(r"\bquery\s*[\"']?\s*:\s*[\"'`]", arguments):
        return None  # whatever query it is given
    post = posts or bool(POSTS.search(arguments))
    body = _body_apart(call, arguments, verb) or _BODY_ARGUMENT.search(arguments)
    written = value_sent(body, script) if body else ""
    if isinstance(written, dict) and _OPTIONS.issuperset(written):  # fetch(url, {method: .., body: ..})
        keyed = _BODY_KEYED.search(arguments)
        body, written = keyed, value_sent(keyed, script) if keyed else ""
    if isinstance(written, str) and post and written.lstrip().startswith("{"):
        written = literals.read(written, literals.names_in("", lambda name: literals.UNKNOWN))
    said = arguments + (body[0] if body else "")
    if body and body["value"] == "{" and "(" not in body[0]:  # {params: JSON.stringify({..})} is a form yet
        said = said.replace("JSON.stringify", "")
    if post and isinstance(written, dict) and _sends_json(verb, said):
        return Request(absolute, "POST", json.dumps(written, ensure_ascii=False))
    pairs = pairs_of(written)
    if body and not post and (cursor := _CURSOR_SENT.search(arguments, body.start("value"))):
        pairs.setdefault(cursor["name"], "")  # which has no value until an answer tells it
    return (
        Request(absolute, "POST", pairs)
        if post
        else Request(with_query(absolute, pairs) if pairs else absolute)
    )


_CURSOR_SENT = re.compile(
    rf"[{{,]\s*[\"']?(?P<name>{counting.CURSOR_FIELD.pattern})[\"']?\s*(?::\s*[A-Za-z_$][\w$.]*\s*)?(?=[,}}])",
    re.IGNORECASE,
)


def called_back(target: str, arguments: str) -> str:
    """Return an address with the name of a function where the answer is to call one (JSONP), as jQuery puts it in: not where
    the call says that it is a file which calls the same function whoever asks, jsonp: false."""
    if _CALLED_BACK.search(target):
        return _CALLED_BACK.sub(r"\1callback", target)
    if not _BY_JSONP.search(arguments) or _CALLS_BY_ITSELF.search(arguments) or _NAMES_CALLED.search(target):
        return target
    field, function = _CALLBACK_FIELD.search(arguments), _CALLBACK_NAME.search(arguments)
    name = field["name"] if field else "callback"
    return with_query(target, {name: function["name"] if function else "callback"})


_CALLED_BACK = re.compile(r"([?&]\w*(?:callback|jsonp|cb)\w*=)\?(?=&|$)", re.IGNORECASE)
_NAMES_CALLED = re.compile(
    r"[?&]\w*(?:callback|jsonp)\w*=[\w$.]", re.IGNORECASE
)  # ?callback=show, put in by hand
_BY_JSONP = re.compile(r"dataType\s*:\s*[\"']jsonp[\"']", re.IGNORECASE)
_CALLBACK_FIELD = re.compile(r"\bjsonp\s*:\s*[\"'](?P<name>\w+)[\"']")
_CALLBACK_NAME = re.compile(r"\bjsonpCallback\s*:\s*[\"'](?P<name>[\w.]+)[\"']")
_CALLS_BY_ITSELF = re.compile(r"\bjsonp\s*:\s*(?:false|!1)\b")
_OPTIONS = frozenset(
    ["url", "method", "type", "headers", "body", "params", "query", "data", "baseURL", "key", "server", "lazy", "dataType", "contentType", "mode", "credentials", "cache", "timeout", "async"]
)  # fmt: skip


def _sends_json(verb: str, arguments: str) -> bool:
    """Tell a call that sends its fields as JSON; axios does where nothing else is said."""
    named = bool(_SENDS_JSON.search(arguments))
    return named or (verb == "axios" and not SENDS_FORM.search(arguments))


def _body_apart(call: str, arguments: str, verb: str) -> re.Match[str] | None:
    """Return what a call sends that is not written in it: $.post(url, params, done), or open(..) .. send(params)."""
    if verb == "open":
        return _SENT.search(call[len(arguments) :])
    return _NAMED_BODY.match(arguments) if verb in ("post", "axios", "get", "getJSON") else None


def value_sent(body: re.Match[str], script: str) -> Any:
    """Return what a value is that a call sends: a text, an object, or that of the variable it names."""
    names = literals.names_in(script, default)
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


def default(name: str) -> Any:
    """Return what a variable is taken for that has no value: the number of a page begins with 1, that of a row with 0."""
    if _QUERY_PAGE.match(name):
        return 1
    return 0 if _QUERY_START.match(name) else literals.UNKNOWN


def put_together(expression: str, script: str) -> str:
    """Return the address that texts and variables make: '/list?page=' + page; an empty string where one has no value."""
    address = ""
    for term in _TERMS.findall(_PLACE_HELD.sub(r"`+\1+`", expression)):
        coded = _CODED_TERM.match(term)
        inner = coded["inner"] if coded else term
        value = unescape(inner[1:-1]) if inner[0] in "\"'`" else _value_within(address, inner, script)
        if value is None:
            return ""
        address += quote(value, safe="") if coded and value.isascii() else value
    return address


def _value_within(address: str, term: str, script: str) -> str | None:
    """Return the value of a variable that follows in an address; the number of a page begins with 1, that of a row with 0:
    '/rows?offset=' + list.length."""
    if re.fullmatch(_FRESHENER, term):
        return "1"
    if _COUNTS_ROWS.search(address) and term.endswith(".length"):
        return "0"
    setting = literals.shared(term, script)
    told = str(setting) if isinstance(setting, str | int) else None
    if told is not None and "." in term:
        return told
    name = term.rpartition(".")[2]
    given = re.search(
        rf"(?<![\w$.?&-]){re.escape(name)}[\"']?\s*[:=]\s*(?P<value>\d+(?![\w.]|\s*[=!<>?])|(?:\"[^\"]*\"|'[^']*')(?!\s*\+\s*\())",
        script,
    )
    if given is not None:
        return unescape(given["value"].strip("\"'"))
    if COUNTS.search(address) or _QUERY_PAGE.match(name):
        return "1"
    return "0" if told is None and _COUNTS_ROWS.search(address) else told


COUNTS = re.compile(rf"[?&](?:{counting.PAGE_NAME})=$|/page/$", re.IGNORECASE)
_COUNTS_ROWS = re.compile(rf"[?&]{counting.START}=$", re.IGNORECASE)


def pairs_of(value: Any) -> dict[str, str]:
    if isinstance(value, dict):
        return literals.form_of(value)
    return dict(parse_qsl(value)) if isinstance(value, str) else {}


def closing(text: str, brackets: str = "()") -> int:
    """Return where the bracket that was open before the text closes."""
    depth = 1
    for position, character in enumerate(text):
        depth += (character == brackets[0]) - (character == brackets[1])
        if depth == 0:
            return position
    return len(text)
