"""Modules as webpack keeps them in its bundles, by number or name, as plain scripts: what one gives is what another takes.
Nothing is run. Pure.

Source: webpack's runtime (`__webpack_require__` and its `d`, `n` and `r`), versions 2 to 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from tree_sitter import Node, Query

from scrapers.discover.rewriting import LANGUAGE, NAME, Shadows, captured, edited, parameters, parsed, text_of

_KEPT = Query(
    LANGUAGE,
    "(pair value: [(function_expression) (arrow_function)]) @kept (object (method_definition) @kept)",
)
_USED = Query(
    LANGUAGE,
    "(call_expression) @call (member_expression) @part (subscript_expression index: (string)) @part"
    "(assignment_expression left: (member_expression) @left) (variable_declarator value: (call_expression)) @declared",
)
_BUNDLE = re.compile(
    r"webpackJsonp|webpackChunk|__webpack_|\.call\(\s*\w+\.exports\b"
    r"|[{,]\s*[\"'][0-9a-f]{4}[\"']\s*:\s*(?:function\s*)?\(\w+,\s*\w+(?:,\s*\w+)?\)"
)
_Exports = Sequence[tuple[str, str, Node]]  # names, what each stands for, and where the module says so
_KEY = re.compile(r"[\"']?(?P<key>[0-9a-f]{2,6}|\d{1,6}|\.{0,2}/[\w./@?=&!~+-]+|[\w+/-]{4})[\"']?")
_MOST = 3000  # modules of a bundle that are looked at
_LONGEST = 1_500_000  # characters of a bundle
_LONGEST_MODULE = 120_000  # octets of a module: what is longer is a library


@dataclass(frozen=True, slots=True)
class _Module:
    """A module of a bundle: its variable, its body, and the names by which it is given itself, what it gives, and what takes
    others."""

    place: tuple[int, int]
    name: str
    body: Node
    itself: str
    gives: str
    takes: str


def is_bundle(text: str) -> bool:
    """Tell a script in which webpack has put modules."""
    return len(text) < _LONGEST and _BUNDLE.search(text) is not None


def as_scripts(texts: Sequence[str]) -> list[str]:
    """Return the bundles of a program, each with its modules behind it in scopes of their own, what they give being called by
    their numbers: {"3b": function (e, t, n) {t.a = n("7c").b}} as {}..(function () {$w_3b$a = $w_7c$b; $w_3b = {a: $w_3b$a}})().
    """
    bundles = [[(module, [*_exports(module)]) for module in _modules(text.encode())] for text in texts]
    given = {
        module.name: frozenset(name for name, _, _ in exports)
        for modules in bundles
        for module, exports in modules
    }
    return [
        edited(text.encode(), dict.fromkeys((module.place for module, _ in modules), "_:0"))
        + "".join(_as_statement(module, exports, given) for module, exports in modules)
        for text, modules in zip(texts, bundles, strict=True)
    ]


def _modules(source: bytes) -> Iterator[_Module]:
    """Yield the modules of a bundle, in its order, those first on which others build not always first."""
    for node in captured(_KEPT, parsed(source), "kept")[:_MOST]:
        called = node.child_by_field_name("key") or node.child_by_field_name("name")
        made = node.child_by_field_name("value") or node
        key, body = _KEY.fullmatch(text_of(called)), made.child_by_field_name("body")
        names = parameters(made)
        if key is None or body is None or body.type != "statement_block" or not 0 < len(names) <= 3:
            continue
        if body.end_byte - body.start_byte <= _LONGEST_MODULE:
            names += [""] * (3 - len(names))
            yield _Module((node.start_byte, node.end_byte), _variable(key["key"]), body, *names)


def _variable(key: str) -> str:
    return f"$w_{re.sub(r'[^0-9A-Za-z]', '_', key)}"


def _part(variable: str, name: str) -> str:
    """Return the variable of what a module gives by a name; what asks is known by that: $w_9k$request."""
    return f"{variable}${name}"


def _exports(module: _Module) -> Iterator[tuple[str, str, Node]]:
    """Yield what a module gives: its name, as what, and where it says so: t.a = c, n.d(t, "a", function () {return c})."""
    shadows = Shadows(module.body, (module.gives, module.takes))
    for call in captured(_USED, module.body, "call"):
        inner = call.child_by_field_name("arguments")
        getter = text_of(call.child_by_field_name("function")) == f"{module.takes}.d"
        if inner and getter and not shadows.hide(module.takes, call.start_byte):
            yield from ((name, value, call) for name, value in _got_by(inner.named_children))
    for left in captured(_USED, module.body, "left"):
        owner, _, name = text_of(left).partition(".")
        if owner == module.gives and NAME.fullmatch(name) and not shadows.hide(owner, left.start_byte):
            yield name, "", left


def _got_by(told: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """Yield what getters give, n.d(t, "a", function () {return c}) or n.d(t, {a: () => c}), with its names."""
    if len(told) == 3 and told[1].type == "string":
        yield text_of(told[1]).strip("\"'"), _got(told[2])
    elif len(told) == 2 and told[1].type == "object":
        for pair in told[1].named_children:
            name = text_of(pair.child_by_field_name("key") or pair.child_by_field_name("name")).strip("\"'")
            if NAME.fullmatch(name):
                yield name, _got(pair.child_by_field_name("value") or pair)


def _got(getter: Node) -> str:
    """Return what a getter returns."""
    body = getter.child_by_field_name("body")
    found = re.fullmatch(r"\{\s*return\s+(?P<value>[^;{}]*?);?\s*\}|(?P<bare>[^{}]*)", text_of(body))
    return (found["value"] or found["bare"] or "0") if found else "0"


def _as_statement(module: _Module, told_out: _Exports, given: Mapping[str, Set[str]]) -> str:
    """Return a module as a statement of its own.

    Args:
        module: the module.
        told_out: what it gives.
        given: the names of what all modules give, by their variables.
    """
    edits: dict[tuple[int, int], str] = {}
    exports: dict[str, str] = {}
    for name, value, place in told_out:
        exports[name] = value
        edits[place.start_byte, place.end_byte] = "0" if value else _part(module.name, name)
    taken = _taken(module)
    shadows = Shadows(module.body, [module.itself, module.takes, *taken])

    def other(node: Node | None) -> str:
        """Return the variable of the module that is meant: n("7c"), or r that was given it."""
        name = text_of(node)
        if node is None or shadows.hide(name if name in taken else module.takes, node.start_byte):
            return ""
        return taken.get(name, "") or _required(node, module.takes)

    for node in captured(_USED, module.body, "part"):
        owner = node.child_by_field_name("object")
        name = text_of(node.child_by_field_name("property") or node.child_by_field_name("index")).strip("\"'")
        whose = other(owner)
        if whose and name in given.get(whose, ()):
            edits[node.start_byte, node.end_byte] = _part(whose, name)
    for call in captured(_USED, module.body, "call"):
        if whose := _required(call, module.takes):
            edits.setdefault((call.start_byte, call.end_byte), whose)
        elif text_of(call.child_by_field_name("function")) == f"{module.takes}.n":
            edits[call.start_byte, call.end_byte] = text_of(call.child_by_field_name("arguments"))
    for left in captured(_USED, module.body, "left"):
        if text_of(left) == f"{module.itself}.exports" and not shadows.hide(module.itself, left.start_byte):
            edits[left.start_byte, left.end_byte] = module.name
    told = "".join(f";{_part(module.name, name)}={value}" for name, value in exports.items() if value)
    fields = ",".join(f"{name}:{_part(module.name, name)}" for name in exports)
    told += f";{module.name}={{{fields}}};" if fields else ""
    return f";(function(){{{edited(module.body.text or b'', edits, module.body.start_byte)[1:-1]}{told}}})();"


def _taken(module: _Module) -> dict[str, str]:
    """Return the variables that a module gives others to: r = n("7c")."""
    told = (
        (text_of(node.child_by_field_name("name")), node.child_by_field_name("value"))
        for node in captured(_USED, module.body, "declared")
    )
    return {name: whose for name, value in told if value and (whose := _required(value, module.takes))}


def _required(node: Node, takes: str) -> str:
    """Return the variable of the module that a call takes, n("7c"); an empty text where it takes none."""
    inner = node.child_by_field_name("arguments") if node.type == "call_expression" else None
    told = inner.named_children if inner else []
    asked = len(told) == 1 and text_of(node.child_by_field_name("function")) == takes
    key = _KEY.fullmatch(text_of(told[0])) if asked else None
    return _variable(key["key"]) if key else ""
