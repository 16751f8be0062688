"""AngularJS's modules as plain scripts: what is injected by a name is what is registered by it. Nothing is run. Pure.

Source: the AngularJS 1.x developer guide, "Modules" and "Dependency Injection" (inline array, $inject, implicit annotation).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tree_sitter import Node, Query

from scrapers.discover.rewriting import LANGUAGE, NAME, Shadows, captured, edited, parameters, parsed, text_of

_CALLS = Query(LANGUAGE, "(call_expression function: (member_expression)) @call")
_WORDS = Query(LANGUAGE, "(identifier) @word")
_FUNCTIONS = Query(LANGUAGE, "(function_declaration) @function")
_MODULE = re.compile(r"(?<![\w$])angular\s*\.\s*module\s*\(\s*[\"'](?P<name>[\w.-]+)[\"']\s*(?P<new>,)?")
_NEEDED = re.compile(
    r"(?<![\w$])angular\s*\.\s*module\s*\(\s*[\"'][\w.-]+[\"']\s*,\s*\[(?P<names>[^\[\]]{0,2000})\]"
)
_ROUTED = re.compile(r"\bcontroller\s*:\s*[\"'](?P<name>[A-Za-z_$][\w$]*)")
_QUOTED = re.compile(r"[\"']([\w.$-]+)[\"']")
_TOLD = re.compile(r"(?<![\w$])(?P<name>[A-Za-z_$][\w$]*)\.\$inject\s*=\s*\[(?P<names>[^\[\]]{0,2000})\]")
_OF_OTHERS = re.compile(
    r"\$|(?:ng|ui|angular|mgcrea|infinite)(?=[A-Z.-])", re.IGNORECASE
)  # $http, ngRoute, ui.router
_HELD = ("constant", "value")
_MADE = ("factory", "service", "provider", "controller", "component", "directive", "filter")
_BEGUN = ("config", "run")
_REGISTERS = (*_HELD, *_MADE, *_BEGUN)
_SCOPED = ("controller", "component", "directive")
_FUNCTION = ("function_expression", "arrow_function", "function_declaration")
_MOST = 300  # things registered in a script that are looked at
_LONGEST = 400_000  # characters of a script that is one


@dataclass(frozen=True, slots=True)
class _Registered:
    """What a call registers: where the chain begins and ends of which it is, its name, how, what it is given, the function that makes it, also one that is only named there,
    and what that has injected, by the names of its parameters."""

    place: tuple[int, int]
    name: str
    method: str
    given: Node
    made: Node | None
    injected: Mapping[str, str]


def is_module(text: str) -> bool:
    """Tell a script that registers something with AngularJS, and that is not AngularJS itself."""
    return _MODULE.search(text) is not None and "angularInit" not in text and len(text) < _LONGEST


def lacking(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the names of what scripts have injected, routed to or need as a module, and which none of them registers."""
    used: dict[str, None] = {}
    known: set[str] = set()
    for text in texts:
        known.update(found["name"] for found in _MODULE.finditer(text) if found["new"])
        for needed in _NEEDED.finditer(text):
            used.update(dict.fromkeys(_QUOTED.findall(needed["names"])))
        used.update(dict.fromkeys(found["name"] for found in _ROUTED.finditer(text)))
        for told in _registered(text.encode()):
            known.add(told.name)
            used.update(dict.fromkeys(told.injected.values()))
    return tuple(name for name in used if name not in known and not _OF_OTHERS.match(name))


def as_script(text: str) -> str:
    """Return a script with each thing registered as a variable of the name by which it is injected: factory("news",
    ["$http", function (h) {h.get(..)}]) as news=(function(){$http.get(..)})()."""
    source = text.encode()
    edits: dict[tuple[int, int], str] = {}
    for told in _registered(source):
        edits[told.place] = edits.get(told.place, "") + _as_statement(told)
        if told.made and told.made.type == "function_declaration":  # it stands where it is registered
            edits.setdefault((told.made.start_byte, told.made.end_byte), "")
    return edited(source, edits)


def _registered(source: bytes) -> list[_Registered]:
    """Return what the calls of a script register, .factory("news", [..]), in their order."""
    root = parsed(source)
    calls = captured(_CALLS, root, "call")
    ends: dict[int, int] = {}  # the calls of a chain all begin where it does
    for call in calls:
        ends[call.start_byte] = max(call.end_byte, ends.get(call.start_byte, 0))
    declared = captured(_FUNCTIONS, root, "function")
    functions = {text_of(node.child_by_field_name("name")): node for node in declared}
    told = {found["name"]: _QUOTED.findall(found["names"]) for found in _TOLD.finditer(source.decode())}
    registered: list[_Registered] = []
    for call in sorted(calls, key=lambda call: call.end_byte):
        method, given = _method(call), _arguments(call)
        named = bool(given) and given[0].type == "string"
        unfit = len(given) != (1 if method in _BEGUN else 2) or named == (method in _BEGUN)
        if method not in _REGISTERS or unfit or len(registered) >= _MOST:
            continue
        inner = given[-1].named_children if given[-1].type == "array" else ()
        last = inner[-1] if inner else given[-1]
        made = functions.get(text_of(last)) if last.type == "identifier" else last
        made = made if made and made.type in _FUNCTION else None
        name = text_of(given[0]).strip("\"'") if named else ""
        place = call.start_byte, ends[call.start_byte]
        registered.append(_Registered(place, name, method, given[-1], made, _injected(given[-1], made, told)))
    return registered


def _injected(given: Node, made: Node | None, told: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return the names of what a function has injected: those before it in an array, those of its $inject, else those of its
    parameters."""
    taken = parameters(made)
    if given.type == "array":
        asked = [text_of(node).strip("\"'") for node in given.named_children[:-1]]
    else:
        asked = [*told.get(text_of(given), taken)] if given.type == "identifier" else taken
    return dict(zip(taken, asked, strict=False))


def _method(call: Node) -> str:
    callee = call.child_by_field_name("function")
    return text_of(callee.child_by_field_name("property")) if callee else ""


def _arguments(call: Node) -> list[Node]:
    given = call.child_by_field_name("arguments")
    return [node for node in given.named_children if node.type != "comment"] if given else []


def _as_statement(told: _Registered) -> str:
    called = bool(NAME.fullmatch(told.name))
    if told.method in _HELD:
        return f";{told.name}={text_of(told.given)};" if called else ""
    body = told.made.child_by_field_name("body") if told.made else None
    if body is None:
        return f";({text_of(told.given)});"
    scope = "const $scope={};" if told.method in _SCOPED else ""
    text = _renamed(body, told.injected)
    inner = f"{{{scope}{text[1:]}" if body.type == "statement_block" else f"{{return {text}}}"
    if told.method == "service" and called:
        return f";function $of_{told.name}(){inner}{told.name}=new $of_{told.name}();"
    return f";{f'{told.name}=' if told.method == 'factory' and called else ''}(function(){inner})();"


def _renamed(body: Node, names: Mapping[str, str]) -> str:
    """Return a function's body with its parameters called as what they are given, h.get as $http.get, but for those of its
    own functions that are called alike."""
    shadows = Shadows(body, [*names])
    edits = {
        (node.start_byte, node.end_byte): names[name]
        for node in captured(_WORDS, body, "word")
        if (name := text_of(node)) in names
        and names[name] != name
        and not shadows.hide(name, node.start_byte)
    }
    return edited(body.text or b"", edits, body.start_byte)
