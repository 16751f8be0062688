"""Values as scripts write them: objects, lists, texts joined with variables. They are read, nothing is run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import chain, islice
from typing import Any, Final

from scrapers.discover.scripts import unescape

_SPACE = re.compile(r"(?:\s+|/\*.*?\*/|//[^\n]*)*", re.DOTALL)
_TEXT = re.compile(r"(?P<q>[\"'`])(?P<text>(?:\\.|(?!(?P=q))[^\\])*)(?P=q)", re.DOTALL)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?![\w$])")
_NAME = re.compile(r"(?:[A-Za-z_$][\w$]*(?:\[\d+\])?(?:\?)?\.)*(?P<last>[A-Za-z_$][\w$]*)")
_KEY = re.compile(r"(?P<key>[A-Za-z_$][\w$]*|\d+)\s*(?=[:,}])")
_HELD = re.compile(r"\$\{\s*([^{}]*?)\s*\}")
_FRESH = re.compile(r"new\s+Date\(\s*\)|Date\.now\(\s*\)|Math\.random\(\s*\)")
_CALLED = re.compile(r"(?:JSON\.stringify|String|encodeURIComponent|encodeURI|escape|Number|parseInt)$")
_SIGN = re.compile(r"\|\||&&|[+*/-](?![+=])")
_COMPARED = re.compile(r"[=!]==?|[<>]=?(?![<>])")
_ASKED = re.compile(r"\?(?![.?])")
_DEPTH = 12
_CONSTANTS = {"true": True, "false": False, "null": None, "undefined": None}

Lookup = Callable[[str, bool], Any]


class Unknown:
    """The value of what the text does not tell."""


UNKNOWN: Final = Unknown()


def read(text: str, lookup: Lookup, key: str = "", start: int = 0, script: str = "") -> Any:
    """Return the value of the expression that a text begins with.

    Args:
        text: the script from there on.
        lookup: tells the value of a variable by its name and whether it is some object's, UNKNOWN where nothing does.
        key: the name that the value is given to.
        start: where it begins.
        script: the whole of it, in which the objects are looked up that are put into others: {...this.query, page: 2}.
    """
    return _Reader(text, lookup, script).value(start, key)[0]


def names_in(script: str, default: Callable[[str], Any]) -> Lookup:
    """Return what looks up the variables of a script.

    Args:
        script: its text.
        default: tells what a variable is taken for that is given no value, by its name.
    """

    @cache
    def lookup(name: str, inner: bool) -> Any:
        sign = "[:=]" if inner else "="
        found = re.search(
            rf"(?<![\w$.]){re.escape(name)}[\"']?\s*{sign}(?![=>])\s*(?P<value>-?\d+(?![\w.])|\"[^\"\n]*\"|'[^'\n]*'|`(?:[^`$]|\$(?!\{{))*`)(?=\s*(?:[;,)}}\n|+]|$))",
            script,
        )
        if found is None:
            return default(name)
        told = found["value"]
        return unescape(told[1:-1]) if told[0] in "\"'`" else int(told)

    return lookup


def variable(name: str, script: str, lookup: Lookup, depth: int = 0) -> Any:
    """Return the object, list or text that a script gives a variable, an empty text where it gives none.

    Args:
        name: the variable's.
        script: where it is given.
        lookup: tells the value of the variables within.
        depth: how deep within other values it is put.
    """
    written = _object_named(name, script)
    told = _Reader(written, lookup, script).value(0, "", depth)[0] if written and depth < _DEPTH else ""
    if not isinstance(told, dict):
        return told
    # Fields that are empty at first are set later: this.query.type = '3'.
    later = {
        found["key"]: read(script, lookup, start=found.end())
        for found in re.finditer(rf"(?<![\w$]){re.escape(name)}\.(?P<key>[\w$]+)\s*=(?![=>])\s*", script)
        if told.get(found["key"], "") in ("", None, 0)
    }
    return {**told, **{key: value for key, value in later.items() if value is not UNKNOWN}}


def settings(script: str) -> dict[str, Any]:
    """Return the texts, numbers and objects of these that a script gives the variables which all scripts of a page share.

    Args:
        script: one written into the page: `window._CONFIG = {site: 7}`, `var siteId = '7'`.
    """
    found: dict[str, Any] = {}
    given = (
        (found["name"], read(script, lambda name, inner: UNKNOWN, start=found.end()))
        for found in _GLOBAL.finditer(script)
    )
    for name, told in islice(chain(given, made_at_once(script)), _MOST_SETTINGS):
        value = _plain(told)
        if value is not UNKNOWN and value != {}:
            found.setdefault(name, value)
    return found


def states(script: str) -> Iterator[Any]:
    """Yield the states that a script makes for the program of its page, as literals: window.__NUXT__={data:[{..}]}."""
    for found in islice(_STATE.finditer(script), _MOST_STATES):
        yield read(script, lambda name, inner: UNKNOWN, start=found.end())
    yield from (value for _, value in made_at_once(script))


def made_at_once(script: str) -> Iterator[tuple[str, Any]]:
    """Yield the variables shared by all scripts that a function called on the spot makes, so that no value stands there
    twice: window.__NUXT__=(function(a,b){return {data:[{id:a,title:b}]}}(12,"..")), each with its value."""
    for made in islice(_MADE_AT_ONCE.finditer(script), _MOST_STATES):
        reader = _Reader(script, lambda name, inner: UNKNOWN)
        called = _CALLED_WITH.match(script, reader.value(made.end(), "")[1])
        names = [name.strip() for name in made["names"].split(",")]
        given = dict(zip(names, reader.arguments(called.end()), strict=False)) if called else {}
        yield made["name"], read(script, partial(_given_as, given), start=made.end())


def _given_as(given: Mapping[str, Any], name: str, inner: bool) -> Any:
    return UNKNOWN if inner else given.get(name, UNKNOWN)


_STATE = re.compile(r"(?<![\w$.])window\.__\w{2,40}__\s*=\s*(?=\{)")
_MADE_AT_ONCE = re.compile(
    r"(?<![\w$.])window\.(?P<name>\w{2,40})\s*=\s*\(?function\s*\((?P<names>[\w$,\s]{0,4000})\)\s*\{[^{}]{0,4000}?\breturn\s*(?=\{)"
)
_CALLED_WITH = re.compile(r"\s*;?\s*\}\s*\)?\s*\(")
_MOST_STATES = 4


def _plain(value: Any) -> Any:
    """Return what a setting says without the lists in it: those are data, but for the one component of a page among all
    that has such: {data: [{channel: 'trade', page: 1, list: [..]}]}."""
    if isinstance(value, list):
        holding = [item for item in value if isinstance(item, dict) and any(map(_holds_rows, item.values()))]
        return _plain(holding[0]) if len(holding) == 1 else UNKNOWN
    if isinstance(value, dict):
        inner = ((key, _plain(held)) for key, held in value.items())
        return {key: held for key, held in inner if held is not UNKNOWN and held != {}}
    short = isinstance(value, str) and len(value) <= _LONGEST_SETTING
    return value if short or (isinstance(value, int) and not isinstance(value, bool)) else UNKNOWN


def _holds_rows(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


_GLOBAL = re.compile(
    r"(?:(?<![\w$.])(?:window|self|globalThis)\.(?=[\w$]+(?:\.[\w$]+)?\s*=)|(?:^|[;\n{}])\s*(?:var|let|const)\s+)(?P<name>[A-Za-z_$][\w$]*(?:\.[\w$]+)?)\s*=\s*(?=[{\"'\d])"
)
_MOST_SETTINGS, _LONGEST_SETTING = 40, 200


def shared(path: str, script: str) -> Any:
    """Return the value of a name that leads to a setting shared by all scripts, by whatever other names, else UNKNOWN.

    Args:
        path: the name, with the objects it is of: `C.site.id` where `C = window._CONFIG`.
        script: where it is used and the settings are told, `window._CONFIG = {..}`.
    """
    path = path.replace("?.", ".")
    for _ in range(_DEPTH):
        owner, _, rest = path.removeprefix("window.").partition(".")
        name = re.escape(owner)
        told = re.search(rf"(?<![\w$.])(?:window|self|globalThis)\.{name}\s*=\s*(?=[{{\"'\d])", script)
        if told is not None:
            value = read(script, lambda name, inner: UNKNOWN, start=told.end())
            for key in filter(None, rest.split(".")):
                value = value.get(key, UNKNOWN) if isinstance(value, dict) else UNKNOWN
            return value
        alias = re.search(rf"(?<![\w$.]){name}\s*=\s*(?P<to>{_DOTTED})(?![\w$(.\[])", script)
        if alias is None or alias["to"] == owner:
            break
        path = f"{alias['to']}.{rest}" if rest else alias["to"]
    return UNKNOWN


_DOTTED = r"(?:[A-Za-z_$][\w$]*\.)*[A-Za-z_$][\w$]*"


def _object_named(name: str, script: str) -> str:
    """Return the object, list or text that a script gives a variable, from where it begins; an empty string where it gives none."""
    found = re.search(
        rf"(?<![\w$.]){re.escape(name)}\s*[=:](?![=>])\s*(?:(?:shallowR|r)(?:eactive|ef)\(\s*)?(?=[{{\[\"']|Object\.assign\()",
        script,
    )
    return script[found.end() : found.end() + _LONGEST] if found else ""


_LONGEST = 4000


class _Reader:
    def __init__(self, text: str, lookup: Lookup, script: str = "") -> None:
        self._text = text
        self._lookup = lookup
        self._script = script

    def value(self, at: int, key: str, depth: int = 0) -> tuple[Any, int]:
        """Return the value that begins at a place, and where it ends."""
        found, at = self._term(self._skip(at), key, depth)
        while (sign := _SIGN.match(self._text, self._skip(at))) and depth < _DEPTH:
            other, at = self._term(self._skip(sign.end()), key, depth)
            found = _applied(found, sign[0], other)
        return self._chosen(found, at, key, depth)

    def _chosen(self, found: Any, at: int, key: str, depth: int) -> tuple[Any, int]:
        """Return what a condition chooses that begins with a value, where that is known: n == 0 ? 'a' : 'b'."""
        compared = _COMPARED.match(self._text, self._skip(at))
        if compared and depth < _DEPTH:
            other, at = self._term(self._skip(compared.end()), key, depth)
            found = _holds(found, compared[0], other)
        asked = _ASKED.match(self._text, self._skip(at))
        if found is UNKNOWN or not asked or depth >= _DEPTH:
            return found, at
        if_so, at = self.value(asked.end(), key, depth + 1)
        at = self._skip(at)
        if self._text[at : at + 1] != ":":
            return UNKNOWN, at
        if_not, at = self.value(at + 1, key, depth + 1)
        return (if_so if found else if_not), at

    def arguments(self, at: int) -> Iterator[Any]:
        """Yield the values of the arguments of a call that begin at a place, UNKNOWN among them."""
        while at < len(self._text) and self._text[at] not in ")]}":
            value, at = self.value(at, "")
            yield value
            at = self._to_end(at)
            at += self._text[at : at + 1] == ","

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def _term(self, at: int, key: str, depth: int) -> tuple[Any, int]:
        text = self._text
        if depth >= _DEPTH or at >= len(text):
            return UNKNOWN, len(text)
        if text.startswith(("++", "--"), at):
            return self._term(self._skip(at + 2), key, depth + 1)
        if text[at] == "{":
            return self._object(at, depth)
        if text[at] == "[":
            return self._list(at, key, depth)
        if text[at] == "(":
            found, at = self.value(at + 1, key, depth + 1)
            return found, self._past(at, ")")
        if quoted := _TEXT.match(text, at):
            return self._held(unescape(quoted["text"])) if quoted["q"] == "`" else unescape(
                quoted["text"]
            ), quoted.end()
        if number := _NUMBER.match(text, at):
            return (float(number[0]) if "." in number[0] else int(number[0])), number.end()
        if fresh := _FRESH.match(text, at):
            return 1, self._after_calls(fresh.end())
        return self._named(at, key, depth)

    def _held(self, text: str) -> Any:
        def told(found: re.Match[str]) -> str:
            value = read(found[1], self._lookup)
            return "" if value is UNKNOWN else str(value)

        return _HELD.sub(told, text)

    def _named(self, at: int, key: str, depth: int) -> tuple[Any, int]:
        name = _NAME.match(self._text, at)
        if name is None:
            return UNKNOWN, self._to_end(at)
        if self._text[name.end() : name.end() + 1] == "(":
            if name[0] == "Object.assign":
                return self._assigned(name.end() + 1, depth + 1)
            inner, end = self.value(name.end() + 1, key, depth + 1)
            end = self._past(end, ")")
            if not _CALLED.search(name[0]):
                return UNKNOWN, self._after_calls(end)
            written = name["last"] == "stringify" and isinstance(inner, dict | list)
            return json.dumps(inner, ensure_ascii=False) if written else inner, end
        if name[0] in _CONSTANTS:
            return _CONSTANTS[name[0]], name.end()
        owned = "." in name[0]
        found = self._shared(name[0]) if owned else self._lookup(name["last"], False)
        if found is UNKNOWN:
            found = self._lookup(name["last"], True) if owned else self._shared(name[0])
        return (self._lookup(key, False) if found is UNKNOWN and key else found), name.end()

    def _shared(self, path: str) -> Any:
        found = shared(path, self._script) if self._script else UNKNOWN
        return found if isinstance(found, str | int) else UNKNOWN

    def _after_calls(self, at: int) -> int:
        while found := re.compile(r"\s*\.\w+\(\s*[^()]*\)").match(self._text, at):
            at = found.end()
        return at

    def _object(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        at = self._skip(at + 1)
        while at < len(self._text) and self._text[at] not in "})]":
            if self._text.startswith("...", at):
                fields, at = self._put_in(at + 3, depth + 1)
                found |= fields
                at = self._to_end(at)
                at = self._skip(at + 1) if self._text[at : at + 1] == "," else at
                continue
            named = _KEY.match(self._text, at) or _TEXT.match(self._text, at)
            if named is None:
                at = self._to_end(at)
            else:
                name = named["key"] if "key" in named.re.groupindex else named["text"]
                at = self._skip(named.end())
                if self._text[at : at + 1] == ":":
                    value, at = self.value(at + 1, name, depth + 1)
                else:
                    value = self._lookup(name, False)  # {page, size}
                if value is not UNKNOWN:
                    found[name] = value
                at = self._to_end(at)
            at = self._skip(at + 1) if self._text[at : at + 1] == "," else at
        return found, at + 1

    def _assigned(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        """Return the object that several make: Object.assign({}, this.query, {page: 2})."""
        found: dict[str, Any] = {}
        at = self._skip(at)
        while at < len(self._text) and self._text[at] not in ")}]":
            fields, at = self._put_in(at, depth)
            found |= fields
            at = self._to_end(at)
            at = self._skip(at + 1) if self._text[at : at + 1] == "," else at
        return found, at + 1

    def _put_in(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        """Return the fields of an object that is put into another, written there or named."""
        name = _NAME.match(self._text, at)
        if name is None or self._text[name.end() : name.end() + 1] == "(":
            value, at = self._term(at, "", depth)
            return (value if isinstance(value, dict) else {}), at
        value = variable(name["last"], self._script, self._lookup, depth + 1)
        return (value if isinstance(value, dict) else {}), name.end()

    def _list(self, at: int, key: str, depth: int) -> tuple[list[Any], int]:
        found: list[Any] = []
        at = self._skip(at + 1)
        while at < len(self._text) and self._text[at] != "]":
            value, at = self.value(at, key, depth + 1)
            found += [] if value is UNKNOWN else [value]
            at = self._to_end(at)
            at = self._skip(at + 1) if self._text[at : at + 1] == "," else at
            if at < len(self._text) and self._text[at] in ")}":
                break
        return found, at + 1

    def _past(self, at: int, closing: str) -> int:
        at = self._to_end(at)
        while self._text[at : at + 1] == ",":
            at = self._to_end(at + 1)
        return at + 1 if self._text[at : at + 1] == closing else at

    def _to_end(self, at: int) -> int:
        """Return where what is not understood ends: before the comma or bracket that follows it."""
        open_ = 0
        while at < len(self._text):
            if quoted := _TEXT.match(self._text, at):
                at = quoted.end()
                continue
            character = self._text[at]
            if open_ == 0 and character in ",}])":
                return at
            open_ += (character in "({[") - (character in ")}]")
            at += 1
        return at


def _applied(left: Any, sign: str, right: Any) -> Any:
    if sign in ("||", "&&"):
        return right if (sign == "&&" and left is not UNKNOWN) or left in (UNKNOWN, None, "") else left
    if UNKNOWN in (left, right):
        return UNKNOWN
    numbers = all(isinstance(v, int | float) for v in (left, right))
    if sign == "+":
        return left + right if numbers else f"{left}{right}"
    if not numbers:
        return UNKNOWN
    if sign == "/":
        return left // right if right and left % right == 0 else UNKNOWN
    return {"*": left * right, "-": left - right}.get(sign, UNKNOWN)


def _holds(left: Any, sign: str, right: Any) -> Any:
    """Return whether a comparison holds, UNKNOWN where a value is."""
    if UNKNOWN in (left, right):
        return UNKNOWN
    if sign[0] in "=!":
        return (str(left) == str(right)) == (sign[0] == "=")
    if not all(isinstance(value, int | float) for value in (left, right)):
        return UNKNOWN
    return (left < right if sign[0] == "<" else left > right) or (sign[1:] == "=" and left == right)


def form_of(fields: dict[str, Any], around: str = "") -> dict[str, str]:
    """Return an object as the form that jQuery sends for it: {a: {b: 1}, c: [2]} is a[b]=1&c[]=2."""
    form: dict[str, str] = {}
    for name, value in fields.items():
        key = f"{around}[{name}]" if around else name
        if isinstance(value, list):
            inner = key if key.endswith("[]") else f"{key}[]"
            if value and not isinstance(value[0], dict | list):
                form[inner] = _spelt(value[0])
        elif isinstance(value, dict):
            form |= form_of(value, key)
        elif value is not None:
            form[key] = _spelt(value)
    return form


def _spelt(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
