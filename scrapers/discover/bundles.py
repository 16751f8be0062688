"""Programs as bundlers and minifiers write them, spelt as their authors did: the addresses that they ask in one piece.

Texts joined by concat() are joined by signs, constants and what functions are called with are put in. Nothing is run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice

from scrapers.discover import counting
from scrapers.discover.calls import closing
from scrapers.discover.given import with_arguments

_MOST = 1_000_000  # characters of a program that are looked at
_PLACES = 400  # of each kind that are spelt otherwise
_MANY = 4000  # names and values that are looked at
_LONGEST = 600  # characters of a function, or of what is joined
_NAME = r"[A-Za-z_$][\w$]*"
_DOTTED = rf"{_NAME}(?:\??\.{_NAME})*"
_QUOTED = r"(?:\"[^\"\\\n]*\"|'[^'\\\n]*'|`[^`\\]*`)"


@lru_cache(maxsize=8)  # each article of a site is looked for in the same program
def plainly_spelt(script: str, settings: str = "") -> str:
    """Return a program with the addresses that it asks spelt in one piece, as far as they are told.

    Args:
        script: its text.
        settings: what its page sets for it.
    """
    if len(script) > _MOST:
        return script
    script = _with_fields(_with_endpoints(_without_conditions(_joined(script))))
    script = _with_constants(_with_given(script), settings)
    return _in_one_piece(_with_heads(_in_one_piece(script)))


# --- texts


def _joined(script: str) -> str:
    """Return a script whose texts are joined by signs: "/a?from=".concat(n, "&size=5") is "/a?from="+n+"&size=5"."""
    pieces: list[str] = []
    at = 0
    for call in islice(_CONCAT.finditer(script), _PLACES):
        given = script[call.end() : call.end() + _LONGEST]
        end = closing(given)
        if call.start() >= at and end < len(given):
            terms = (term.strip() for term in _TERMS.findall(given[:end]))
            pieces += [script[at : call.start()], *(f"+{term}" for term in terms if term)]
            at = call.end() + end + 1
    return _NOTHING_FIRST.sub("", "".join((*pieces, script[at:])))


# ""+base+"/rows", as Babel joins.
_NOTHING_FIRST = re.compile(rf"(?<![\w$\"'`\\])(?:\"\"|'')\s*\+\s*(?={_NAME})")
# Of a text, or of what was joined to one: "..".concat(a).concat("b").
_CONCAT = re.compile(r"(?<=[\"'`)])\.concat\((?=[^()]{0,200}[\"'`]|[\w$.]{1,60}\))")
_TERMS = re.compile(rf"(?:{_QUOTED}|\((?:[^()]|\([^()]*\))*\)|[^,()\"'`])+")


def _without_conditions(script: str) -> str:
    """Return a script that asks without conditions: of `/a?c=1${t ? `&cursor=${t}` : ""}` what it asks for at first, with the
    number of the page where it is that which is left out."""

    def told(found: re.Match[str]) -> str:
        asked = found["so"] if _NUMBERS.search(found["so"]) else found["else"] or '""'
        return asked[1:-1] if found["held"] and asked[0] == asked[-1] else asked

    return _CONDITION.sub(told, _OR_ELSE.sub(lambda found: found["path"], script))


_CONDITION = re.compile(
    rf"(?:(?P<held>\$\{{)|(?<=\+)\()\s*!{{0,2}}{_DOTTED}(?:\s*[<>!=]{{1,3}}\s*[\w\"'.]{{1,20}})?\s*(?:\?(?![.?])|&&)\s*"
    rf"(?P<so>`(?:[^`\\$]|\$\{{[^{{}}`]*\}}){{0,200}}`|(?:\"[^\"\n]{{0,80}}\"|'[^'\n]{{0,80}}')(?:\s*\+\s*[\w$.]{{1,40}})?)"
    r"\s*(?::\s*(?P<else>\"[^\"\n]{0,80}\"|'[^'\n]{0,80}'|`[^`$]{0,80}`))?\s*(?(held)\}|\))"
)
# `${import.meta.env.API || "/api"}/posts`.
_OR_ELSE = re.compile(r"\$\{\s*[\w$.?]{1,60}\s*(?:\|\||\?\?)\s*[\"'](?P<path>[\w./:-]{1,60})[\"']\s*\}")
_NUMBERS = re.compile(rf"[?&/](?:{counting.PAGE_NAME})[=/]", re.IGNORECASE)


def _in_one_piece(script: str) -> str:
    """Return a script with texts beside each other written as one: "/a?c=" + "x" + "&n=1", `/a?c=${"x"}`."""
    script = _HELD_TEXT.sub(lambda found: found["text"], script)
    for _ in range(_TURNS):
        folded = _BESIDE.sub(lambda found: f"{found['q']}{found['left']}{found['right']}{found['q']}", script)
        if folded == script:
            break
        script = folded
    return script


_TURNS = 6
_HELD_TEXT = re.compile(r"\$\{\s*[\"'](?P<text>[\w./?=&%:-]*)[\"']\s*\}")
_BESIDE = re.compile(
    r"(?<![\w$\\])(?P<q>[\"'])(?P<left>[\w./?=&%:-]*)(?P=q)\s*\+\s*(?P<q2>[\"'])(?P<right>[\w./?=&%:-]*)(?P=q2)"
)


def _with_fields(script: str) -> str:
    """Return a script whose calls name the fields that they send: fetch("/a?" + new URLSearchParams({page: n})) is
    fetch("/a", {params: {page: n}})."""
    return _FIELDS.sub(lambda found: f'"{found["path"]}",{{params:{found["fields"]}}}', script)


_FIELDS = re.compile(
    rf"[\"'`](?P<path>(?:\$\{{[\w$.]{{1,30}}\}})?[\w./:-]*)\?(?:[\"'`]\s*\+\s*|\$\{{\s*)(?:new\s+URLSearchParams|[\w$.]{{0,20}}\b(?:stringify|param))"
    rf"\(\s*(?P<fields>\{{[^{{}}]{{0,200}}\}}|{_NAME})\s*\)(?:\.toString\(\s*\))?(?:\}}`)?"
)

# --- constants


def _with_constants(script: str, settings: str) -> str:
    """Return a script whose addresses begin with what its constants or its page's settings say: const a = '/api/v2' ..
    fetch(`${a}/posts`), or a = useRuntimeConfig().public.apiBase; and so what it says to put before them, {baseURL: a}."""
    begun = list(islice(_BEGUN.finditer(script), _MANY))
    constants = _constants(script, settings) if begun else {}

    def told(found: re.Match[str]) -> str:
        name = (
            (found["held"] or found["named"] or found["whole"] or found["base"])
            .replace("?", "")
            .rpartition(".")[2]
        )
        value = _before(constants.get(name, ()), found.start())
        if value and found["base"]:
            return f'baseURL:"{value}"'
        if value and found["whole"]:
            return f'"{value}"+'
        head = value.rstrip("/") if found["slash"] else value
        return f"{found['q'] or found['quote']}{head}" if value else found[0]

    return _BEGUN.sub(told, script) if constants else script


# What an address begins with: `${a}/posts`, a + "/posts"; baseURL: a.public.apiBase.
_BEGUN = re.compile(
    rf"(?:\bbaseURL\s*:\s*(?P<base>{_DOTTED})(?=\s*[,}}])|(?:(?P<q>`)\$\{{\s*(?P<held>{_DOTTED})\s*\}}|(?<=[(:=,])\s*(?P<named>{_DOTTED})\s*\+\s*(?P<quote>[\"'`]))(?=(?P<slash>/?)(?:[A-Za-z]|\$\{{))"
    rf"|(?<=fetch\()\s*(?P<whole>{_NAME})\s*\+\s*(?={_NAME}\s*[,)]))"
)


def _with_endpoints(script: str) -> str:
    """Return a script whose calls spell the addresses that it keeps under names: const api = {news: {list: "/news/list"}} ..
    get(api.news.list)."""
    named: dict[str, dict[str, int]] = {}
    for found in islice(_ENDPOINT.finditer(script), _MANY):
        named.setdefault(found["key"], {}).setdefault(found["path"], found.start())

    def told(found: re.Match[str]) -> str:
        owner, _, key = found["name"].rpartition(".")
        paths = named.get(key, {})
        if len(paths) > 1:  # that of the object of that name
            kept = rf"(?<![\w$]){re.escape(owner.rpartition('.')[2])}\s*[:=]\s*\{{[^{{}}]{{0,400}}$"
            paths = {path: at for path, at in paths.items() if re.search(kept, script[max(0, at - 420) : at])}
        return f'{found["lead"]}"{next(iter(paths))}"' if len(paths) == 1 else found[0]

    return _CALLED_BY_NAME.sub(told, script) if named else script


# {newsList: "/news/list"}, e.List = "/news/list"; what any object has is no name of one.
_ENDPOINT = re.compile(
    r"(?<![\w$])(?!(?:url|path|type|href|src|link|to|name|img|image|icon|contentType|accept)\b)(?P<key>[A-Za-z_]\w*)[\"']?\s*[:=]\s*[\"'`](?P<path>/?(?:[\w-]+/)+[\w.-]+)[\"'`](?=\s*[,;}\n])"
)
_CALLED_BY_NAME = re.compile(
    rf"(?P<lead>\burl\s*:\s*|(?:\bfetch|\$fetch|\.(?:get|post|getJSON|request|ajax))\(\s*)(?P<name>{_NAME}(?:\.{_NAME}){{1,4}})(?=\s*[,)}}])"
)


def _constants(script: str, settings: str) -> Mapping[str, Sequence[tuple[int, str]]]:
    """Return what each constant that an address may begin with is given, and where."""
    told: dict[str, str] = {}
    for keyed in islice(_KEYED.finditer(f"{settings}\n{script}"), _MANY):
        told.setdefault(keyed["key"], keyed["path"])
    found = {key: [(0, path)] for key, path in told.items()}
    for given in islice(_GIVEN.finditer(script), _MANY):
        value = given["path"] or told.get(given["key"] or "", "")
        if value:
            found.setdefault(given["name"], []).append((given.start(), value))
    return found


def _before(given: Sequence[tuple[int, str]], place: int) -> str:
    """Return what a constant was given last before a place, else what it is given first."""
    before = [value for start, value in given if start < place]
    return before[-1] if before else next((value for _, value in given), "")


_PATH = r"(?P<path>(?:https?://[\w.:-]+)?(?:/[\w.-]+)+/?|https?://[\w.:-]+/?)"
# A setting that by its name tells what addresses begin with, {apiBase: "/api"}; what is given a name, and by which setting.
_KEYED = re.compile(
    rf"(?<![\w$])(?P<key>\w*(?:api|base|host|root|prefix|gateway|server|domain|endpoint|backend)\w*)[\"']?\s*[:=]\s*[\"'`]{_PATH}[\"'`]",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    rf"(?<![\w$.])(?P<name>{_NAME})\s*=\s*(?:(?:[\w$.?]{{1,60}}\s*(?:\|\||\?\?)\s*)?[\"'`]{_PATH}[\"'`]|{_NAME}(?:\??\.{_NAME}|\(\s*\))*\.(?P<key>\w*(?:[aA]pi|API|[bB]ase|BASE|[hH]ost|[rR]oot|[pP]refix|[eE]ndpoint)\w*)(?![\w$.(]))"
)

# --- functions that ask


def _with_heads(script: str) -> str:
    """Return a script whose own function for asking is called with the whole of an address: const f = u => fetch("/cms" + u)
    .. f("/news/list")."""
    heads = {
        head["function"] or head["name"]: (head["head"] or head["head2"]).rstrip("/")
        for head in islice(_HEADED.finditer(script), _PLACES)
    }
    heads |= {made["name"]: made["base"].rstrip("/") for made in islice(_MADE.finditer(script), _PLACES)}
    script = _BASED.sub(_on_base, script)
    if not heads:
        return script
    names = "|".join(map(re.escape, heads))
    called = rf"(?<![\w$.])(?P<name>{names})\(\s*(?P<q>[\"'`])(?P<slash>/?)(?=[A-Za-z])"
    return re.sub(
        called, lambda call: f"fetch({call['q']}{heads[call['name']]}{call['slash'] or '/'}", script
    )


def _on_base(call: re.Match[str]) -> str:
    """Return a call with what it says to put before its address put there, where that is not yet."""
    base = call["base"].rstrip("/")
    told = f"/{call['path']}".startswith(f"{base}/")
    return call[0] if told else f"{call['open']}{base}/{call['path']}{call['more']}"


# A function made with what its addresses begin with; a call that tells this: $fetch("/news", {baseURL: "/api"}).
_MADE = re.compile(
    rf"(?<![\w$.])(?P<name>{_NAME})\s*=\s*\w*\$?fetch\.(?:create|extend)\(\s*\{{[^{{}}]{{0,200}}?\b(?:baseURL|prefixUrl)\s*:\s*[\"'`](?P<base>[\w./:-]+)[\"'`]"
)
_BASED = re.compile(
    r"(?P<open>\(\s*[\"'`])/?(?P<path>[A-Za-z][\w./-]*)(?P<more>[\"'`]\s*,\s*\{[^{}]{0,200}?\bbaseURL\s*:\s*[\"'`](?P<base>[\w./:-]+)[\"'`])"
)
_HEADED = re.compile(
    rf"(?:\bfunction\s+(?P<function>{_NAME})\s*|(?<![\w$.])(?P<name>{_NAME})\s*=\s*(?:async\s*)?(?:function\s*)?)\(?\s*(?P<given>{_NAME})(?:\s*,[^()]{{0,80}})?\s*\)?\s*(?:=>\s*)?"
    rf"\{{?[^{{}}]{{0,80}}?\bfetch\(\s*(?:[\"'](?P<head>[\w./:-]+)[\"']\s*\+\s*(?P=given)(?![\w$])|`(?P<head2>[\w./:-]+)\$\{{\s*(?P=given)\s*\}}`)"
)

# --- what functions are called with


def _with_given(script: str) -> str:
    """Return a script with the texts put in that its functions are called with, once for each of several:
    const rows = (c, n) => fetch(`/api/rows?c=${c}&page=${n}`) .. rows("industry", 1)."""
    called = _texts_given(script)
    pieces: list[str] = []
    copies: list[str] = []
    at = 0
    for head in _FUNCTION.finditer(script) if called else ():
        given = called.get(head["name"] or head["method"], ())
        if not 0 < len(given) <= _MOST_CALLS or head.start() < at:
            continue
        body = _body(script, head.end())
        names = [name.strip() for name in head["names"].split(",")]
        if not (_ASKS.search(body) and any(_is_held(name, body) for name in names)):
            continue
        spelt = [with_arguments(body, dict(zip(names, values, strict=False))) for values in given]
        pieces += [script[at : head.end()], spelt[0]]
        copies += spelt[1:]
        at = head.end() + len(body)
    return "".join((*pieces, script[at:], *(f"\n;{body};" for body in copies)))


def _texts_given(script: str) -> Mapping[str, Sequence[Sequence[str]]]:
    """Return the texts that functions are called with first, by their names."""
    found: dict[str, dict[str, Sequence[str]]] = {}
    for call in _TEXT_CALL.finditer(script):
        found.setdefault(call["name"], {}).setdefault(call["given"], _SHORT_TEXT.findall(call["given"]))
    return {name: list(given.values()) for name, given in found.items()}


def _body(script: str, start: int) -> str:
    """Return what a function does: what stands in its braces, or the expression after its arrow."""
    text = script[start : start + _LONGEST]
    return text[: 1 + closing(text[1:], "{}")] if text.startswith("{") else text[: _end_of_expression(text)]


def _end_of_expression(text: str) -> int:
    """Return where an expression ends that a text begins with."""
    depth = 0
    for found in _STOPS.finditer(text):
        depth += (found[0] in "({[") - (found[0] in ")}]")
        if depth < 0 or (depth == 0 and found[0] in ",;\n"):
            return found.start()
    return len(text)


_STOPS = re.compile(r"[(){}\[\],;\n]")


def _is_held(name: str, body: str) -> bool:
    """Tell whether an address is put together of what a function is given."""
    return bool(re.search(rf"\$\{{\s*{re.escape(name)}\s*\}}|[\"'`]\s*\+\s*{re.escape(name)}(?![\w$(.])|:\s*{re.escape(name)}\s*[,}}]", body))  # fmt: skip


_MOST_CALLS = 12
_SHORT = r"(?:\"[\w.-]{1,60}\"|'[\w.-]{1,60}')"
_SHORT_TEXT = re.compile(_SHORT)
_TEXT_CALL = re.compile(
    rf"(?<![\w$])(?P<name>{_NAME})\(\s*(?P<given>{_SHORT}(?:\s*,\s*{_SHORT})*)\s*(?=[,)])"
)
_FUNCTION = re.compile(
    rf"(?:\bfunction\s+(?P<name>{_NAME})\s*|(?<![\w$.])(?P<method>{_NAME})\s*(?:[:=]\s*(?:async\s*)?(?:function\s*(?:{_NAME})?\s*)?)?)"
    rf"\((?P<names>\s*{_NAME}(?:\s*,\s*{_NAME}){{0,5}})\s*\)\s*(?:=>\s*)?(?=[\w$`({{])"
)
_ASKS = re.compile(
    r"\bfetch\(|\.(?:get|post|getJSON|request|ajax)\(|\$fetch\(|\b(?:request|http|axios|ajax)\(|\burl\s*:"
)

# --- parts of a program


def calls_of(script: str, part: str) -> str:
    """Return how a script calls what it imports from a part of its program, by the names that the part gives out, as HTML for
    the marks of a Request: import {a as L} from "./api.js" .. L({page: p, size: 10}) is a({page: p, size: 10})."""
    told: list[str] = []
    for imported in islice(_IMPORTED.finditer(script), _MOST_CALLS):
        if imported["file"].rpartition("/")[2] != part.rpartition("/")[2]:
            continue
        for name, own in _names_in(imported["names"]):
            calls = re.finditer(rf"(?<![\w$.]){re.escape(own)}\(", script)
            given = (script[call.end() : call.end() + _LONGEST] for call in islice(calls, _MOST_CALLS))
            told += [f"{name}({text[: closing(text)]});" for text in given]
    written = "\n".join(dict.fromkeys(told)).replace("</", "<\\/")
    return f'<script type="{_CALLS}">{written}</script>' if written else ""


def with_calls(script: str, marks: str) -> str:
    """Return a part of a program with how it is called, see `calls_of`, by the names that it has itself for what it gives out."""
    told = _TOLD_CALLS.search(marks)
    if told is None:
        return script
    own = {given: name for out in _EXPORTED.finditer(script) for name, given in _names_in(out["names"])}
    calls = (line.partition("(") for line in told["calls"].split("\n"))
    return script + "".join(f"\n;{own.get(name, name)}({given}" for name, _, given in calls)


def _names_in(clause: str) -> list[tuple[str, str]]:
    """Return the pairs of names in {a as b, c}."""
    pairs = (name.partition(" as ") for name in clause.split(","))
    return [(name.strip(), (other or name).strip()) for name, _, other in pairs]


_IMPORTED = re.compile(r"\bimport\s*\{(?P<names>[\w$\s,]{1,2000})\}\s*from\s*[\"'](?P<file>[\w./-]+)[\"']")
_EXPORTED = re.compile(r"\bexport\s*\{(?P<names>[\w$\s,]{1,2000})\}")
_CALLS = "text/x-calls"  # the type of a script that no browser runs
_TOLD_CALLS = re.compile(rf"<script type=\"{_CALLS}\">(?P<calls>[^\x00]*?)</script>")
