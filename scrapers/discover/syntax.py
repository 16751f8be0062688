"""Programs by their syntax: what names stand for, as far as a program says it. Nothing is run.

A value that a program learns only as it runs is a Hole, called as the program calls it; one that a function is given
tells of which function it is, so that its callers can be asked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import Any

from tree_sitter import Node, Query, QueryCursor

from scrapers.discover import counting
from scrapers.discover.rewriting import LANGUAGE, parsed

_TOLD = Query(
    LANGUAGE,
    """
    (function_declaration) @function (function_expression) @function (arrow_function) @function
    (method_definition) @function (generator_function) @function (generator_function_declaration) @function
    (variable_declarator) @declared (assignment_expression) @assigned
    (pair value: [(function_expression) (arrow_function) (identifier)]) @pair
    (pair value: (object)) @held
    (shorthand_property_identifier) @short
    (update_expression) @counted (augmented_assignment_expression) @counted
    (call_expression) @call (new_expression) @made (class_declaration) @class
    (for_in_statement) @loop
    """,
)
_NUMBERS = re.compile(rf"[?&/](?:{counting.PAGE_NAME})[=/]", re.IGNORECASE)
_COUNTS = re.compile(rf"(?:{counting.PAGE_NAME})|{counting.START}", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z_$][\w$]*")
_ITSELF = re.compile(r"this|that|self|_this|me|vm|[a-z]")
_SHORT = re.compile(r"(?!.*(?:function|=>))[^\n]{1,80}")
_GLOBAL = -1  # the scope of what stands in no function
_DEEPEST = 24  # values within values that are looked at
_MOST_VALUES = 300_000  # of a program
_DEEPEST_FILLED = 8  # of values within values, objects into which a program puts fields
_MOST_PUT = 60  # fields that a function puts into one
_LONGEST_CALLEE = 300  # octets


@dataclass(frozen=True, slots=True)
class Hole:
    """What a program learns as it runs: called ``name``, given to the function ``of`` where it is a parameter's; what a
    variable is given from elsewhere is ``said`` there: s = env().newsApi. ``later`` tells that it is sent only where there is
    some: c ? "&after=" + c : ""."""

    name: str
    of: int | None = None
    said: str = ""
    later: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A text or a number: pieces that are known, and holes."""

    parts: tuple[str | Hole, ...]
    number: bool = False


@dataclass(frozen=True, slots=True)
class Object:
    """An object, its fields in the order in which they are written; ``open`` where it holds more than that."""

    fields: Mapping[str, Value]
    open: tuple[Hole, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """An array."""

    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the program, by its place among all."""

    number: int


@dataclass(frozen=True, slots=True)
class Coded:
    """An object written as ``json`` or as a ``form``."""

    way: str
    value: Value


@dataclass(frozen=True, slots=True)
class Asker:
    """What asks for addresses below a base: axios.create({baseURL: '/api'})."""

    base: Value


Value = Text | Object | List | Function | Coded | Asker
Given = Mapping[int, Sequence[Value]]  # what functions are called with, by their numbers


def text(value: str, *, number: bool = False) -> Text:
    """Return a text that is known."""
    return Text((value,) if value else (), number)


def made_of(parts: Iterable[str | Hole], *, number: bool = False) -> Text:
    """Return the text that pieces make, those that are known and stand together as one."""
    merged: list[str | Hole] = []
    for part in parts:
        if merged and isinstance(part, str) and isinstance(merged[-1], str):
            merged[-1] += part
        elif part != "":
            merged.append(part)
    return Text(tuple(merged), number)


def hole(name: str, of: int | None = None) -> Text:
    """Return a text that is not known."""
    return Text((Hole(name, of),))


def holes(value: Value) -> Iterator[Hole]:
    """Yield what is not known of a value."""
    if isinstance(value, Text):
        yield from (part for part in value.parts if isinstance(part, Hole))
    elif isinstance(value, Object):
        yield from value.open
        for inner in value.fields.values():
            yield from holes(inner)
    elif isinstance(value, List):
        for inner in value.items:
            yield from holes(inner)
    elif isinstance(value, Coded):
        yield from holes(value.value)
    elif isinstance(value, Asker):
        yield from holes(value.base)


@dataclass(slots=True)
class _Function:
    node: Node
    start: int
    end: int
    within: int = _GLOBAL
    parameters: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Definition:
    """What a name stands for in a scope from a place on: a node's value or a part of it, or what a function is given."""

    at: int
    node: Node | None = None
    path: tuple[str, ...] = ()
    function: int | None = None
    parameter: int | None = None


class Program:
    """The names, functions and calls of a program."""

    def __init__(self, source: bytes, settings: Mapping[str, Any] = MappingProxyType({})) -> None:
        self.source = source
        self._settings = settings  # of the page, by the names under which its scripts find them
        told = QueryCursor(_TOLD).captures(parsed(source))
        self.calls = sorted((*told.get("call", ()), *told.get("made", ())), key=lambda node: node.start_byte)
        self._functions = [
            _Function(node, node.start_byte, node.end_byte, parameters=_parameters(node))
            for node in sorted(told.get("function", ()), key=lambda node: (node.start_byte, -node.end_byte))
        ]
        self._values = 0
        self._filling: set[str] = set()  # objects whose fields are looked at
        self._called_by: dict[int, tuple[int, ...]] = {}
        self._starts = [function.start for function in self._functions]
        self._numbers = {function.node.id: number for number, function in enumerate(self._functions)}
        self._nest()
        self._names: dict[tuple[str, int], list[_Definition]] = {}
        self._members: dict[str, list[Node]] = {}  # what is assigned to a.b.c, by that text
        self._ends: dict[str, list[Node]] = {}  # texts that are assigned to members, by the names of these
        self._put: dict[tuple[str, str], Node] = {}  # what is put into a field of these
        # Fields that a function puts into what it calls so: where, and what.
        self._puts: dict[tuple[str, int], list[tuple[str, Node, Node]]] = {}
        self._held: dict[str, list[Node]] = {}  # objects that are fields of others, by the names of these
        self._methods: dict[str, list[int]] = {}  # functions by the names of the members that they are
        self._declare(told)

    def _nest(self) -> None:
        open_: list[int] = []
        for number, function in enumerate(self._functions):
            while open_ and self._functions[open_[-1]].end <= function.start:
                open_.pop()
            function.within = open_[-1] if open_ else _GLOBAL
            open_.append(number)

    def _declare(self, told: Mapping[str, Sequence[Node]]) -> None:
        for number, function in enumerate(self._functions):
            self._declare_function(number, function)
        for node in told.get("declared", ()):
            bound, value = node.child_by_field_name("name"), node.child_by_field_name("value")
            if bound is not None and value is not None:
                for name, path, _ in self._patterns(bound):
                    self._define(
                        name, self.innermost(node.start_byte), _Definition(node.start_byte, value, path)
                    )
        for node in told.get("loop", ()):
            name = self.written(node.child_by_field_name("left"))
            if name.isidentifier():
                self._define(name, self.innermost(node.start_byte), _Definition(node.start_byte))
        for node in told.get("class", ()):
            body, named = node.child_by_field_name("body"), self.written(node.child_by_field_name("name"))
            for child in body.named_children if body is not None else ():
                if self.written(child.child_by_field_name("name")) == "constructor":
                    self._define(named, self.innermost(node.start_byte), _Definition(node.start_byte, child))
        for node in told.get("assigned", ()):
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            if left is not None and right is not None:
                self._assign(left, right)
        for node in told.get("held", ()):
            held = node.child_by_field_name("value")
            if held is not None:
                self._held.setdefault(self._key(node), []).append(held)
        for node in told.get("counted", ()):
            left = node.child_by_field_name("left")
            counted = self.written(node.child_by_field_name("argument") or left)
            if found := self._names.get((counted, self._scope_of(counted, node.start_byte))):
                found.append(found[-1] if left is None else _Definition(node.start_byte, node))
        for node in told.get("pair", ()):
            value = node.child_by_field_name("value")
            if value is not None:
                self._method(self._key(node), value)
        for node in told.get("short", ()):
            self._method(self.written(node), node)

    def _key(self, pair: Node) -> str:
        return self.written(pair.child_by_field_name("key")).strip("\"'")

    def _declare_function(self, number: int, function: _Function) -> None:
        node = function.node
        if named := node.child_by_field_name("name"):
            if node.type == "method_definition":
                self._methods.setdefault(self.written(named).strip("\"'"), []).append(number)
            else:
                scope = function.within if node.type.endswith("declaration") else number
                self._define(self.written(named), scope, _Definition(node.start_byte, node))
        for place, parameter in enumerate(function.parameters):
            for name, path, default in self._patterns(parameter):
                self._define(name, number, _Definition(function.start, default, path, number, place))

    def _assign(self, left: Node, right: Node) -> None:
        if left.type == "identifier":
            name = self.written(left)
            if not self._keeps(name, right):
                self._define(name, self._scope_of(name, left.start_byte), _Definition(left.start_byte, right))
        elif left.type == "member_expression":
            name = self.written(left.child_by_field_name("property"))
            self._members.setdefault(self.written(left), []).append(right)
            if right.type == "string":
                self._ends.setdefault(name, []).append(right)
            owner = left.child_by_field_name("object")
            if owner is not None and owner.type == "identifier":
                place = (self.written(owner), self.innermost(left.start_byte))
                self._puts.setdefault(place, []).append((name, left, right))
            if owner is not None and owner.type == "member_expression":
                self._put[self.written(owner.child_by_field_name("property")), name] = right
            self._method(name, right)

    def _keeps(self, name: str, right: Node) -> bool:
        """Tell what gives a name itself, and something else only where it has nothing: t = t || {}."""
        told = right.child_by_field_name("left") if right.type == "binary_expression" else None
        sign = right.child_by_field_name("operator")
        return (
            told is not None and self.written(told) == name and sign is not None and sign.type in ("||", "??")
        )

    def _method(self, name: str, node: Node) -> None:
        if (number := self._numbers.get(node.id)) is not None:
            self._methods.setdefault(name, []).append(number)
        elif node.type in ("identifier", "shorthand_property_identifier"):
            value = self._named(self.written(node), node.start_byte, {}, _DEEPEST - 2)
            if isinstance(value, Function):
                self._methods.setdefault(name, []).append(value.number)

    def _define(self, name: str, scope: int, definition: _Definition) -> None:
        self._names.setdefault((name, scope), []).append(definition)

    def _patterns(self, node: Node) -> Iterator[tuple[str, tuple[str, ...], Node | None]]:
        """Yield the names that a pattern binds, each with the part of the value that it is and what it is else."""
        if node.type in ("identifier", "shorthand_property_identifier_pattern"):
            name = self.written(node)
            yield name, (name,) if node.type != "identifier" else (), None
        elif node.type in ("assignment_pattern", "object_assignment_pattern"):
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            for name, path, _ in self._patterns(left) if left is not None else ():
                yield name, path, right
        elif node.type == "array_pattern":
            place = 0
            for child in node.children:
                place += child.type == ","
                for name, path, default in self._patterns(child):
                    yield name, (str(place), *path), default
        elif node.type == "object_pattern":
            for child in node.named_children:
                if child.type == "pair_pattern":
                    key, value = child.child_by_field_name("key"), child.child_by_field_name("value")
                    if key is not None and value is not None:
                        for name, path, default in self._patterns(value):
                            yield name, (self.written(key), *path), default
                else:
                    yield from self._patterns(child)

    def written(self, node: Node | None) -> str:
        """Return what is written in a node."""
        return "" if node is None else self.source[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def callee(self, call: Node) -> tuple[str, Node | None]:
        """Return how what a call calls is written, without what bundlers put around it, and what it is a member of:
        (0, a.get)("/x"), Object(a["get"])("/x")."""
        node = call.child_by_field_name("function") or call.child_by_field_name("constructor")
        while node is not None and (inner := self._within(node)) is not None:
            node = inner
        if node is None or node.end_byte - node.start_byte > _LONGEST_CALLEE:
            return "", None
        owner = node.child_by_field_name("object")
        index = node.child_by_field_name("index")
        if index is not None and index.type == "string":
            return f"{self.written(owner)}.{self.written(index)[1:-1]}", owner
        return self.written(node), owner

    def _within(self, node: Node) -> Node | None:
        if node.type in ("parenthesized_expression", "sequence_expression") and node.named_children:
            return node.named_children[-1]
        wrapped = node.type == "call_expression" and node.named_children[0].text == b"Object"
        nodes = node.child_by_field_name("arguments") if wrapped else None
        return nodes.named_children[0] if nodes is not None and nodes.named_children else None

    def innermost(self, place: int) -> int:
        """Return the function that a place is in, _GLOBAL where it is in none."""
        number = bisect_right(self._starts, place) - 1
        while number >= 0 and self._functions[number].end <= place:
            number = self._functions[number].within
        return number

    def _scope_of(self, name: str, place: int) -> int:
        """Return the scope in which a name is declared that is used at a place."""
        scope = self.innermost(place)
        while scope != _GLOBAL and (name, scope) not in self._names:
            scope = self._functions[scope].within
        return scope

    # --- functions and who calls them

    def called(self, call: Node, depth: int = 0) -> tuple[int, ...]:
        """Return the functions of the program that a call may call."""
        if call.id not in self._called_by:
            self._called_by[call.id] = ()  # what calls itself on the way there
            self._called_by[call.id] = self._look_up(call, depth)
        return self._called_by[call.id]

    def _look_up(self, call: Node, depth: int) -> tuple[int, ...]:
        callee = call.child_by_field_name("function") or call.child_by_field_name("constructor")
        while callee is not None and callee.type == "call_expression" and (bare := self._within(callee)):
            callee = bare
        if callee is None:
            return ()
        if callee.type in ("identifier", *_FUNCTIONS, "parenthesized_expression"):
            value = self.value(callee, None, depth)
            return (value.number,) if isinstance(value, Function) else ()
        if callee.type == "member_expression":
            named = self._methods.get(self.written(callee.child_by_field_name("property")), ())
            # What calls the same in its turn is not what is called: get(u) {return this.http.get(u)}.
            handing_on = self._calling.get(self.callee(call)[0], frozenset())
            known = [number for number in named if number not in handing_on]
            own = self.value(callee, None, depth) if len(known) > 1 else None
            return (own.number,) if isinstance(own, Function) else tuple(known)
        return ()

    @cached_property
    def _calls_of(self) -> Mapping[str, Sequence[Node]]:
        """The calls by how what they call is written, in the order of the program."""
        found: dict[str, list[Node]] = {}
        for call in self.calls:
            found.setdefault(self.callee(call)[0], []).append(call)
        return found

    @cached_property
    def _calling(self) -> Mapping[str, Set[int]]:
        """The functions in which each call of a member stands, by how what is called is written."""
        found: dict[str, set[int]] = {}
        for called, calls in self._calls_of.items():
            for call in calls if "." in called else ():
                around = self.innermost(call.start_byte)
                while around != _GLOBAL:
                    found.setdefault(called, set()).add(around)
                    around = self._functions[around].within
        return found

    @cached_property
    def _callers(self) -> Mapping[int, Sequence[Node]]:
        found: dict[int, list[Node]] = {}
        for call in self.calls:
            for number in self.called(call):
                found.setdefault(number, []).append(call)
        return found

    def callers(self, number: int) -> Sequence[Node]:
        """Return the calls of a function."""
        return self._callers.get(number, ())

    def of_function(self, function: Function) -> str:
        """Return a function as it is written."""
        return self.written(self._functions[function.number].node)

    def is_within(self, node: Node, function: int) -> bool:
        """Tell what stands in a function."""
        return self._functions[function].start <= node.start_byte < self._functions[function].end

    def holder(self, number: int) -> int:
        """Return the function that one stands in, _GLOBAL where it stands in none."""
        return self._functions[number].within

    def arguments(self, call: Node, given: Given, depth: int = 0) -> list[Value]:
        """Return what a call gives to what it calls."""
        nodes = call.child_by_field_name("arguments")
        return [self.value(node, given, depth) for node in nodes.named_children] if nodes is not None else []

    def settings_within(self, node: Node) -> int:
        """Return how often a node names what its page makes for all scripts."""
        return sum(name in self._settings for name in _WORD.findall(self.written(node)))

    def sent(self, name: str, place: int, given: Given) -> Value | None:
        """Return what a function sends by a request that it calls so: x.send(body); None where it sends nothing."""
        scope = self.innermost(place)
        for call in self._calls_of.get(f"{name}.send", ()):
            nodes = call.child_by_field_name("arguments")
            given_to = nodes.named_children if call.start_byte > place and nodes is not None else []
            if given_to and self.innermost(call.start_byte) == scope:
                return self.value(given_to[0], given)
        return None

    def searched(self, name: str, place: int, given: Given) -> Iterator[tuple[str, Value]]:
        """Yield the fields that a function puts into the query of an address that it calls so: to.searchParams.set("page", n)."""
        return self._set_in(f"{name}.searchParams", place, given)

    def _set_in(self, name: str, place: int, given: Given, depth: int = 0) -> Iterator[tuple[str, Value]]:
        """Yield the fields that a function sets one by one before a place: query.set("page", n), if (c) query.append("after", c)."""
        scope = self.innermost(place)
        calls = (call for way in ("set", "append") for call in self._calls_of.get(f"{name}.{way}", ()))
        own = (c for c in calls if c.start_byte < place and self.innermost(c.start_byte) == scope)
        for call in sorted(islice(own, _MOST_PUT), key=lambda call: call.start_byte):
            nodes = call.child_by_field_name("arguments")
            if nodes is None or len(nodes.named_children) != _PAIR:
                continue
            key, value = nodes.named_children
            told = self.value(key, given, depth)
            if plain(told):
                yield from self._put_as(plain(told), value, call, given, depth)
            elif value.type == "subscript_expression":  # whatever it is given: set(key, fields[key])
                every = self.value(value.child_by_field_name("object"), given, depth)
                yield from every.fields.items() if isinstance(every, Object) else ()

    def _put_as(
        self, name: str, node: Node, put: Node, given: Given, depth: int
    ) -> Iterator[tuple[str, Value]]:
        """Yield a field that is put among others, but for one that is put there on a condition and says neither the page nor where
        the list goes on."""
        value = self.value(node, given, depth)
        if not self._is_guarded(put) or not any(holes(value)):
            yield name, value
        elif isinstance(later := _sent_later(Object({name: value})), Object):
            yield name, later.fields[name]
        elif _COUNTS.fullmatch(name):
            yield name, value

    def _is_guarded(self, node: Node) -> bool:
        """Tell what a function does on a condition only: if (c) .., c && ..."""
        inner, around = node, node.parent
        while around is not None and around.type not in (*_FUNCTIONS, "method_definition", "program"):
            if around.type == "if_statement" and inner != around.child_by_field_name("condition"):
                return True
            sign = around.child_by_field_name("operator") if around.type == "binary_expression" else None
            if sign is not None and sign.type == "&&" and inner == around.child_by_field_name("right"):
                return True
            inner, around = around, around.parent
        return False

    # --- values

    def value(self, node: Node | None, given: Given | None = None, depth: int = 0) -> Value:
        """Return what an expression stands for.

        Args:
            node: the expression.
            given: what functions around it are called with, by their numbers.
        """
        given = given or {}
        self._values += 1
        if node is None or depth > _DEEPEST or self._values > _MOST_VALUES:
            return hole("")
        read = _READERS.get(node.type)
        return read(self, node, given, depth + 1) if read else self._unknown(node)

    def _unknown(self, node: Node) -> Text:
        """Return a hole for what a call or another expression gives, with how it is written where that is short."""
        written = self.written(node)
        short = node.type in ("call_expression", "subscript_expression") and _SHORT.fullmatch(written)
        return Text((Hole(self._called(node), None, written if short else ""),))

    def _called(self, node: Node) -> str:
        """Return the name by which what is not known is called."""
        while node.type in (
            "await_expression",
            "parenthesized_expression",
            "unary_expression",
            "update_expression",
            "call_expression",
            "binary_expression",
        ):
            told = map(node.child_by_field_name, ("function", "argument", "left"))
            inner = next(filter(None, told), None)
            if inner is None and node.named_children:
                inner = node.named_children[0]
            if inner is None:
                break
            node = inner
        if node.type == "subscript_expression":
            node = node.child_by_field_name("index") or node
        named = node.child_by_field_name("property") or node
        name = self.written(named).strip("\"'`")
        return name if name.isidentifier() else ""

    def _string(self, node: Node, given: Given, depth: int) -> Value:
        return text("".join(self._unescaped(child) for child in node.named_children))

    def _unescaped(self, node: Node) -> str:
        written = self.written(node)
        if node.type != "escape_sequence":
            return written
        if written[1:2] in ("u", "x") and (code := written[2:].strip("{}")):
            return chr(int(code, 16))
        return {"n": "\n", "t": "\t", "r": "\r"}.get(written[1:], written[1:])

    def _number(self, node: Node, given: Given, depth: int) -> Value:
        written = self.written(node)
        try:
            told = float(written)
        except ValueError:
            return text(written, number=True)
        return text(str(int(told)) if told == int(told) else written, number=True)

    def _constant(self, node: Node, given: Given, depth: int) -> Value:
        return text("" if node.type in ("null", "undefined") else self.written(node), number=True)

    def _unary(self, node: Node, given: Given, depth: int) -> Value:
        """Return what is true or false as a minifier spells it: !0, !1."""
        told = {"!0": "true", "!1": "false"}.get(self.written(node))
        return text(told, number=True) if told else self._unknown(node)

    def _template(self, node: Node, given: Given, depth: int) -> Value:
        pieces = [
            self.value(child.named_children[0], given, depth)
            if child.type == "template_substitution" and child.named_children
            else text(self._unescaped(child))
            for child in node.named_children
        ]
        return _joined(pieces)

    def _inner(self, node: Node, given: Given, depth: int) -> Value:
        return self.value(node.named_children[-1], given, depth) if node.named_children else hole("")

    def _identifier(self, node: Node, given: Given, depth: int) -> Value:
        name = self.written(node)
        value = self._named(name, node.start_byte, given, depth)
        inner = value.value if isinstance(value, Coded) else value
        if not isinstance(inner, Object) or name in self._filling or depth > _DEEPEST_FILLED:
            return value
        self._filling.add(name)  # q.b = q.a
        told = (
            self._set_in(name, node.start_byte, given, depth)
            if isinstance(value, Coded)
            else self._put_before(name, node, given, depth)
        )
        filled = replace(inner, fields={**inner.fields, **dict(told)})
        self._filling.discard(name)
        return replace(value, value=filled) if isinstance(value, Coded) else filled

    def _put_before(self, name: str, node: Node, given: Given, depth: int) -> Iterator[tuple[str, Value]]:
        """Yield the fields that a function puts into an object before it uses that: if (c) {q.after = c} .. get(url, q)."""
        puts = self._puts.get((name, self.innermost(node.start_byte)), [])
        for field_, left, right in islice(puts, _MOST_PUT):
            if left.start_byte < node.start_byte:
                yield from self._put_as(field_, right, left, given, depth)

    def _named(self, name: str, place: int, given: Given, depth: int) -> Value:
        scope = self.innermost(place)
        while True:
            if found := self._names.get((name, scope)):
                return self._defined(name, found, place, given, depth)
            if scope == _GLOBAL:
                return of_data(self._settings[name], name) if name in self._settings else hole(name)
            scope = self._functions[scope].within

    def _defined(
        self, name: str, found: Sequence[_Definition], place: int, given: Given, depth: int
    ) -> Value:
        # What was given last before the place; a loop or a function that is called later may have what is given first.
        before = [definition for definition in found if definition.at < place]
        definition = before[-1] if before else found[0]
        if definition.function is not None and definition.parameter is not None:
            values = given.get(definition.function)
            if values is None:
                return hole(name, definition.function)
            if definition.parameter < len(values):
                told = _part(values[definition.parameter], definition.path, name)
                if told is not None:
                    return told
            return self.value(definition.node, given, depth) if definition.node is not None else hole(name)
        if definition.node is None or definition.node.start_byte <= place < definition.node.end_byte:
            within = definition.node is not None and definition.node.id in self._numbers
            return Function(self._numbers[definition.node.id]) if within and definition.node else hole(name)
        told = _part(self.value(definition.node, given, depth), definition.path, name)
        changes = len(found) > 1 or (_COUNTS.fullmatch(name) and not self._is_constant(definition.node))
        counts = isinstance(told, Text) and told.number and changes
        if told is None or counts:
            return hole(name)
        alone = told.parts[0] if isinstance(told, Text) and len(told.parts) == 1 else ""
        if isinstance(alone, Hole) and alone.of is None:
            return Text((Hole(name, None, alone.said or alone.name),))
        return told

    def _is_constant(self, value: Node) -> bool:
        declarator = value.parent
        declared = declarator.parent if declarator is not None else None
        return declared is not None and self.source.startswith(b"const", declared.start_byte)

    def _function(self, node: Node, given: Given, depth: int) -> Value:
        return Function(self._numbers[node.id]) if node.id in self._numbers else hole("")

    def _object(self, node: Node, given: Given, depth: int) -> Value:
        fields: dict[str, Value] = {}
        more: list[Hole] = []
        for child in node.named_children:
            if child.type == "pair":
                key = child.child_by_field_name("key")
                name = self.written(key).strip("\"'")
                if key is not None and key.type == "computed_property_name":
                    told = self._inner(key, given, depth)
                    name = plain(told) if isinstance(told, Text) else ""
                if name:
                    held = child.child_by_field_name("value")
                    told = self.value(held, given, depth)
                    later = _sent_later(Object({name: told})) if _is_else_nothing(held) else None
                    fields[name] = later.fields[name] if isinstance(later, Object) else told
            elif child.type == "shorthand_property_identifier":
                fields[self.written(child)] = self._identifier(child, given, depth)
            elif child.type == "method_definition" and child.id in self._numbers:
                fields[self.written(child.child_by_field_name("name"))] = Function(self._numbers[child.id])
            elif child.type == "spread_element":
                _merge(fields, more, self._inner(child, given, depth))
        return Object(fields, tuple(more))

    def _array(self, node: Node, given: Given, depth: int) -> Value:
        return List(tuple(self.value(child, given, depth) for child in node.named_children))

    def _member(self, node: Node, given: Given, depth: int) -> Value:
        owner, name = node.child_by_field_name("object"), self.written(node.child_by_field_name("property"))
        if node.type == "subscript_expression":
            index = self.value(node.child_by_field_name("index"), given, depth)
            name = plain(index) if isinstance(index, Text) else ""
        if owner is not None and owner.type == "identifier":  # what is put into it is looked up by itself
            value = self._named(self.written(owner), node.start_byte, given, depth)
        else:
            value = self.value(owner, given, depth)
        told = _part(value, (name,), name) if name else None
        if told is not None and not (isinstance(told, Text) and told == hole(name)):
            return told
        if assigned := self._members.get(self.written(node)):
            node_ = assigned[0]
            if not node_.start_byte <= node.start_byte < node_.end_byte:
                return self.value(node_, given, depth)
        ends = self._ends.get(name, ())
        if (
            told is not None and len(ends) == 1
        ):  # whatever object it was put into: (e => (e.Rows = "/rows", e))(o || {})
            return self.value(ends[0], given, depth)
        if owner is not None and (owner.type == "this" or _ITSELF.fullmatch(self.written(owner))):
            # What a component holds: data() {return {query: {..}}} .. this.query.
            held = [node_ for node_ in self._held.get(name, ()) if node_.end_byte <= node.start_byte]
            if held:
                return self._as_set(name, self.value(held[-1], given, depth), given, depth)
        return told if told is not None else hole(name) if name else self._unknown(node)

    def _as_set(self, name: str, value: Value, given: Given, depth: int) -> Value:
        """Return an object that a component holds with what is put into its fields later: this.query.type = .. ."""
        if not isinstance(value, Object):
            return value
        put = {key: self._put.get((name, key)) for key in value.fields}
        fields = {
            key: inner if (node := put[key]) is None else self.value(node, given, depth)
            for key, inner in value.fields.items()
        }
        return Object(fields, value.open)

    def _binary(self, node: Node, given: Given, depth: int) -> Value:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        sign = self.source[left.end_byte : right.start_byte].strip() if left and right else b""
        if sign == b"+":
            terms = [self.value(left, given, depth), self.value(right, given, depth)]
            return _counted_on(terms) or _joined(terms)
        if sign in (b"||", b"??"):
            told = self.value(left, given, depth)
            other = self.value(right, given, depth)
            # What is learnt as the program runs gives way to an address, and to nothing else.
            unknown = isinstance(told, Text) and not plain(told)
            return other if (unknown and _is_address(other)) or told == text("") else told
        if sign == b"&&":
            told = self.value(right, given, depth)
            return _sent_later(told) or told if isinstance(told, Object) else told
        return hole(self._called(left) if left is not None else "")

    def _added(self, node: Node, given: Given, depth: int) -> Value:
        """Return a text with the query that is added to it: url += "?" + new URLSearchParams(q); else as it was."""
        told = self.value(node.child_by_field_name("left"), given, depth)
        more = self.value(node.child_by_field_name("right"), given, depth)
        field_ = _FIELD.match(plain(more))
        if field_ and counting.goes_on_by(field_["name"]) and self._is_guarded(node):
            more = _sent_later(more) or more
        queried = re.match(r"[?&]?[\w.\[\]-]+=", plain(more))
        return _joined([told, more]) if queried and isinstance(told, Text) and not told.number else told

    def _choice(self, node: Node, given: Given, depth: int) -> Value:
        so = self.value(node.child_by_field_name("consequence"), given, depth)
        otherwise = self.value(node.child_by_field_name("alternative"), given, depth)
        asked = _compared(node.child_by_field_name("condition"))
        told = self.value(asked, given, depth)
        if isinstance(told, Object):
            return so  # what a function is given: q ? "?" + new URLSearchParams(q) : ""
        known = isinstance(told, Text) and not any(holes(told)) and plain(told) not in ("", "0", "false")
        if known and asked is not None and asked.type == "identifier" and asked.parent == node:
            return so  # rows("trade") of k ? "&kind=" + k : ""
        condition, *branches = (
            set(_WORD.findall(self.written(node.child_by_field_name(part))))
            for part in ("condition", "consequence", "alternative")
        )
        for sent, else_, words in ((so, otherwise, branches[0]), (otherwise, so, branches[1])):
            later = _sent_later(sent) if else_ in _EMPTY and condition & words else None
            if later is not None:
                return later  # c ? "&after=" + c : ""
        if condition & set().union(*branches) and not re.search(r"[?&=]", plain(so) + plain(otherwise)):
            return hole("")  # files that are numbered from the second on
        # A program asks without conditions at first, but for the number of a page and for what addresses begin with.
        numbers = _NUMBERS.search(plain(so))
        return so if numbers or (_is_address(so) and not _is_address(otherwise)) else otherwise

    def _call(self, node: Node, given: Given, depth: int) -> Value:
        callee = node.child_by_field_name("function") or node.child_by_field_name("constructor")
        name, holder = self.callee(node)
        last = name.rpartition(".")[2]
        if callee is None:
            return hole("")
        nodes = node.child_by_field_name("arguments")
        first = nodes.named_children[0] if nodes is not None and nodes.named_children else None
        if name in _SAME:
            return self.value(first, given, depth)
        if name == "URL" and node.type == "new_expression":
            return self.value(first, given, depth)
        if last in _STATES and first is not None:
            return List((self._state(first, given, depth), hole("")))
        if name == "JSON.stringify":
            return Coded("json", self.value(first, given, depth))
        if name in ("Object.assign", "_extends") or last in ("__assign", "extend"):
            fields: dict[str, Value] = {}
            more: list[Hole] = []
            for value in self.arguments(node, given, depth):
                _merge(fields, more, value)
            return Object(fields, tuple(more)) if fields or more else hole("")
        if name == "URLSearchParams" and first is None:
            return Coded("form", Object({}))
        if last in ("stringify", "param", "URLSearchParams") and first is not None:
            return Coded("form", self.value(first, given, depth))
        if last in ("create", "extend") and first is not None:
            made = self.value(first, given, depth)
            base = _base_in(made)
            if base is not None:
                return Asker(base)
        if holder is not None:
            owner = self.value(holder, given, depth)
            if last in ("set", "append") and nodes is not None and len(nodes.named_children) == _PAIR:
                key, value = self.arguments(node, given, depth)
                known = owner.fields if isinstance(owner, Object) else {}
                if plain(key) and (known or self.written(holder).lstrip("(").startswith("new ")):
                    return Object({**known, plain(key): value})
            if last == "concat" and isinstance(owner, Text):
                return _joined([owner, *self.arguments(node, given, depth)])
            if last == "join" and isinstance(owner, List):
                glue = plain(self.value(first, given, depth)) if first is not None else ","
                return _joined([x for item in owner.items for x in (text(glue), item)][1:])
            same = last in ("toString", "trim", "replace", "valueOf") and isinstance(owner, Text | Coded)
            if same and not _OWN_ADDRESS.match(self.written(holder)):  # of which it may cut out a part
                return owner
        return self._returned(node, given, depth)

    def _state(self, node: Node, given: Given, depth: int) -> Value:
        """Return what a component holds at first: a text that the program has elsewhere, too, is one of several to choose from."""
        value = self.value(node, given, depth)
        chosen = node.type == "string" and self.source.count(node.text or b"\0") > 1
        return hole("") if chosen else value

    def returns(self, function: Function, given: Given) -> Value:
        """Return what a function gives that something else calls, with what that does not tell yet."""
        body = self._body(function.number)
        return hole("") if body is None else self.value(body, given)

    def _body(self, number: int) -> Node | None:
        """Return the expression that a function gives at its end, None where it gives none."""
        body = self._functions[number].node.child_by_field_name("body")
        if body is None or body.type != "statement_block":
            return body
        last = body.named_children[-1] if body.named_children else None
        given = last.named_children if last is not None and last.type == "return_statement" else []
        return given[0] if given else None

    def _returned(self, call: Node, given: Given, depth: int) -> Value:
        """Return what a function of the program returns, where it does nothing else."""
        known = self.called(call, depth)
        if len(known) != 1 or known[0] in given or depth > _DEEPEST // 2:
            return self._unknown(call)
        body = self._body(known[0])
        if body is None:
            return self._unknown(call)
        told = self.value(body, {**given, known[0]: self.arguments(call, given, depth)}, depth + 1)
        return told if not isinstance(told, Text) or plain(told) else self._unknown(call)


_OWN_ADDRESS = re.compile(r"(?:(?:window|document|self|top)\.)*location\.(?:search|hash|href|pathname)\b")
_FUNCTIONS = ("function_expression", "arrow_function", "function_declaration", "generator_function")
_SAME = ("encodeURIComponent", "encodeURI", "escape", "String", "Number", "parseInt", "decodeURIComponent", "toRaw", "unref", "reactive", "ref", "Object.freeze")  # fmt: skip
_STATES = ("useState", "createSignal", "useReactive", "useSignal")
_PAIR = 2
_READERS = {
    "string": Program._string,
    "number": Program._number,
    "true": Program._constant,
    "false": Program._constant,
    "null": Program._constant,
    "undefined": Program._constant,
    "unary_expression": Program._unary,
    "template_string": Program._template,
    "parenthesized_expression": Program._inner,
    "await_expression": Program._inner,
    "sequence_expression": Program._inner,
    "identifier": Program._identifier,
    "object": Program._object,
    "array": Program._array,
    "member_expression": Program._member,
    "subscript_expression": Program._member,
    "binary_expression": Program._binary,
    "augmented_assignment_expression": Program._added,
    "ternary_expression": Program._choice,
    "call_expression": Program._call,
    "new_expression": Program._call,
    **dict.fromkeys((*_FUNCTIONS, "method_definition"), Program._function),
}


def _compared(condition: Node | None) -> Node | None:
    """Return what a condition asks for whether it is there: q, q != null, (q && ..)."""
    node = condition
    while node is not None and node.type in ("parenthesized_expression", "binary_expression"):
        sign = node.child_by_field_name("operator")
        if node.type == "parenthesized_expression":
            node = node.named_children[0] if node.named_children else None
        elif sign is None or sign.type not in ("!=", "!==", "&&"):
            return None
        else:
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            node = right if left is not None and left.type in _NOTHING else left
    return node


_NOTHING = ("null", "undefined", "unary_expression")  # void 0


def _is_else_nothing(node: Node | None) -> bool:
    """Tell what stands for nothing where it has no value: c || undefined, c ?? void 0."""
    right = (
        node.child_by_field_name("right") if node is not None and node.type == "binary_expression" else None
    )
    sign = node.child_by_field_name("operator") if node is not None else None
    return right is not None and right.type in _NOTHING and sign is not None and sign.type in ("||", "??")


def _later(parts: Iterable[str | Hole]) -> tuple[str | Hole, ...]:
    return tuple(replace(part, later=True) if isinstance(part, Hole) else part for part in parts)


def _sent_later(value: Value) -> Value | None:
    """Return what is sent only where an answer told it, as such: "&after=" + c, {after: c}; None where it is none of that."""
    if isinstance(value, Object):
        fields = {
            key: Text(_later(_open(inner, key)))
            for key, inner in value.fields.items()
            if _goes_on(inner, key)
        }
        return Object({**value.fields, **fields}, value.open) if fields else None
    if not isinstance(value, Text) or not value.parts or not isinstance(value.parts[0], str):
        return None
    field_, rest = _FIELD.fullmatch(value.parts[0]), Text(value.parts[1:])
    if field_ is None or plain(rest):
        return None
    if _COUNTS.fullmatch(field_["name"]) and not counting.goes_on_by(field_["name"]):
        return None
    return Text((value.parts[0], *_later(_open(rest, field_["name"]))))


_EMPTY = (text(""), text("", number=True), Object({}))
_FIELD = re.compile(r"[?&](?P<name>[\w.\[\]-]+)=")


def _goes_on(value: Value, name: str) -> bool:
    """Tell a field by its name that says where a list goes on, and that has no value yet."""
    return isinstance(value, Text) and not plain(value) and counting.goes_on_by(name)


def _open(value: Value, name: str) -> Sequence[str | Hole]:
    """Return what is not known of a field's value, which may be nothing at first: data() {return {cursor: ''}}."""
    return value.parts if isinstance(value, Text) and value.parts else (Hole(name),)


def of_data(told: Any, name: str) -> Value:
    """Return what data stands for; a setting that is no text, number or object is not known."""
    if isinstance(told, dict):
        return Object({key: of_data(value, key) for key, value in told.items()})
    known = isinstance(told, str | int) and not isinstance(told, bool)
    return text(str(told), number=isinstance(told, int)) if known else hole(name)


def _parameters(function: Node) -> list[Node]:
    if alone := function.child_by_field_name("parameter"):
        return [alone]
    listed = function.child_by_field_name("parameters")
    return list(listed.named_children) if listed is not None else []


def plain(value: Value) -> str:
    """Return the pieces of a text that are known."""
    return "".join(part for part in value.parts if isinstance(part, str)) if isinstance(value, Text) else ""


def _is_address(value: Value) -> bool:
    return isinstance(value, Text) and plain(value).startswith(("/", "http:", "https:", "./"))


def _counted_on(terms: Sequence[Value]) -> Value | None:
    """Return what is counted on by a number, which it is told by until the program runs: page + 1; None where texts are joined."""
    texts = [term for term in terms if isinstance(term, Text)]
    known = [term for term in texts if term.number and term.parts]
    held = [term for term in texts if len(term.parts) == 1 and isinstance(term.parts[0], Hole)]
    return held[0] if known and len(known) + len(held) == len(terms) and held else None


def _joined(values: Sequence[Value]) -> Value:
    """Return what texts make that stand one behind another; an object written as a form is one with its fields."""
    parts: list[str | Hole] = []
    number = all(isinstance(value, Text) and value.number for value in values)
    for value in values:
        if isinstance(value, Coded) and isinstance(value.value, Object):
            for at, (key, inner) in enumerate(value.value.fields.items()):
                parts += [
                    "&" * bool(at) + f"{key}=",
                    *(inner.parts if isinstance(inner, Text) else [Hole(key)]),
                ]
        elif isinstance(value, Text):
            parts += value.parts
        elif isinstance(value, Coded) and isinstance(value.value, Text):
            parts += value.value.parts
        else:
            parts.append(Hole(""))
    return made_of(parts, number=number)


def _part(value: Value, path: Sequence[str], name: str) -> Value | None:
    """Return a part of a value by the names that lead there, None where it has none."""
    for key in path:
        if isinstance(value, Object):
            if key not in value.fields:
                return hole(key, value.open[0].of) if value.open else None
            value = value.fields[key]
        elif isinstance(value, Coded):
            return None
        elif isinstance(value, List):
            if not key.isdigit() or int(key) >= len(value.items):
                return None
            value = value.items[int(key)]
        elif isinstance(value, Text) and len(value.parts) == 1 and isinstance(value.parts[0], Hole):
            value = hole(key, value.parts[0].of)
        elif isinstance(value, Text) and key == "value":  # ref(3).value
            continue
        else:
            return None
    return value


def _merge(fields: dict[str, Value], more: list[Hole], value: Value) -> None:
    """Put the fields of an object over others, as Object.assign and {...a} do."""
    if isinstance(value, Object):
        fields |= value.fields
        more += value.open
    elif isinstance(value, Text):
        more += [part for part in value.parts if isinstance(part, Hole)]


def _base_in(value: Value) -> Value | None:
    if isinstance(value, Object):
        named = (value.fields.get(name) for name in ("baseURL", "prefixUrl", "baseUrl"))
        return next((base for base in named if base is not None), None)
    return None
