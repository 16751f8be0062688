"""What a program asks, each call with its whole address and its fields: as far as its syntax tells what they stand for.

A call that a function of the program's own makes for others is spelt where the address is said:
``post("/news/list", {page: 1})`` is ``uni.request({url: "/api/news/list", method: "POST", data: {page: 1}})``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from tree_sitter import Node

from scrapers.discover import counting
from scrapers.discover.model import LATER
from scrapers.discover.rewriting import edited
from scrapers.discover.syntax import (
    Asker,
    Coded,
    Function,
    Given,
    Hole,
    List,
    Object,
    Program,
    Text,
    Value,
    holes,
    made_of,
    plain,
    text,
)

_ASKS = re.compile(
    r"(?:^|[.$_])(?:\$?fetch|use(?:Lazy)?Fetch|ofetch|useSWR(?:Infinite|Immutable)?|axios|request|requests|ajax|get|post|getJSON|http)$|\)\.load$|(?:get|post|fetch|request|http|ajax)(?:JSON|Json|Data|Api|API)?$",
)
_KNOWN_OWNER = re.compile(
    r"^(?:\$|jQuery|jq|axios|uni|wx|my|\w*\.\$?https?|\$?https?|\$axios|this\.\$axios|mui)$"
)
# What is given an address to go to, or to draw rows of by itself.
_GOES = re.compile(
    r"(?:navigateTo|redirectTo|reLaunch|switchTab|push|replace|render|reload|datagrid|DataTable|bootstrapTable|upload\w*|download\w*|register|open|assign|resolve)$"
)
_ADDRESS = re.compile(r"(?:https?:/)?\.{0,2}/|[A-Za-z][\w-]*/|[\w-]+\.(?:json|php|aspx?|ashx|jsp|do)\b")
_OPTIONS = frozenset(
    ["params", "headers", "header", "query", "timeout", "method", "type", "baseURL", "responseType", "body", "data", "credentials", "cache", "mode", "success", "dataType", "signal", "lazy", "server", "key", "searchParams", "json", "form"]
)  # fmt: skip
_FIELDS = ("params", "query", "data", "body", "searchParams", "json", "form")
_DEEPEST = 4  # functions that call one another
_MOST_CALLERS = 40
_MOST_ASKS = 120  # of a program
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_SHORT = 2  # characters of a name that a minifier gave


@dataclass(frozen=True, slots=True)
class _Ask:
    """A call that asks: by what, for which address, and what it is given beside."""

    callee: str
    arguments: tuple[Value, ...]
    url: Text


def spelt(
    script: str, constants: Mapping[str, str], settings: Mapping[str, Any] = MappingProxyType({})
) -> str:
    """Return a program whose calls spell what they ask.

    Args:
        script: its text.
        constants: what addresses may begin with, by the names of settings.
        settings: what its page makes for all its scripts, by their names.
    """
    program = Program(script.encode(), settings)
    edits: dict[tuple[int, int], list[str]] = {}
    for call in _asking(program)[:_MOST_ASKS]:
        homes: dict[tuple[int, int], list[tuple[Node, _Ask]]] = {}
        for home, ask in _resolved(program, call, constants):
            homes.setdefault((home.start_byte, home.end_byte), []).append((home, ask))
        for place, found in homes.items():
            told = [
                _written(ask, program, home if home.id != call.id else None)
                for home, ask in _without_fixed(found)
                if home.id != call.id or _changed(program, call, ask, constants)
            ]
            if told:
                edits.setdefault(place, []).extend(dict.fromkeys(told))
    further = [call for told in edits.values() for call in told[1:]]
    first = {place: told[0] for place, told in edits.items()}
    return edited(program.source, first, innermost=True) + "".join(f"\n;{call};" for call in further)


def _without_fixed(found: Sequence[tuple[Node, _Ask]]) -> Sequence[tuple[Node, _Ask]]:
    """Leave out what asks for the first page only where the same is asked for whichever: {page: 1, limit: 4} beside {page: n};
    where the first is 0, what asks for whichever, of which that is not known."""
    whichever = {_but_page(ask) for _, ask in found if _turns(ask)}
    from_nought = {_but_page(ask) for _, ask in found if _begins_with_nought(ask)}
    return [
        (home, ask)
        for home, ask in found
        if (
            _but_page(ask) not in from_nought
            if _turns(ask)
            else _begins_with_nought(ask) or _but_page(ask) not in whichever
        )
    ]


def _begins_with_nought(ask: _Ask) -> bool:
    return any(
        _PAGE.fullmatch(name) and value == text("0", number=True) for name, value in _fields(ask).items()
    )


def _fields(ask: _Ask) -> Mapping[str, Value]:
    """Return the fields that a call sends apart from its address."""
    for given in ask.arguments[:2]:
        inner = given.value if isinstance(given, Coded) else given
        sent = (
            [inner.fields[key] for key in _FIELDS if key in inner.fields] if isinstance(inner, Object) else []
        )
        told = [value.value if isinstance(value, Coded) else value for value in sent]
        if found := next((value for value in told if isinstance(value, Object)), None):
            return _with_inner(found.fields)
        if isinstance(inner, Object) and not _OPTIONS.issuperset(inner.fields):
            return inner.fields
    return {}


def _with_inner(fields: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return fields with those of the objects that are sent within them: {params: JSON.stringify({page: n})}."""
    inner = (value.value if isinstance(value, Coded) else value for value in fields.values())
    objects = [value.fields for value in inner if isinstance(value, Object)]
    return {**fields, **{key: value for told in objects for key, value in told.items()}}


def _but_page(ask: _Ask) -> tuple[str, tuple[str, ...]]:
    return plain(ask.url), tuple(sorted(_fields(ask)))


def _turns(ask: _Ask) -> bool:
    """Tell a call that asks for whichever page."""
    return any(_PAGE.fullmatch(name) and any(holes(value)) for name, value in _fields(ask).items())


_PAGE = re.compile(counting.PAGE_NAME, re.IGNORECASE)
_START = re.compile(counting.START, re.IGNORECASE)


def _asking(program: Program) -> list[Node]:
    """Return the calls that ask for something by themselves."""
    found = [call for call in program.calls if _may_ask(program, call)]
    holders: set[int] = set()
    for call in found:
        scope = program.innermost(call.start_byte)
        while scope >= 0:
            holders.add(scope)
            scope = program.holder(scope)
    return [call for call in found if not _is_own(program, call, holders)]


def _callee(program: Program, call: Node) -> tuple[str, str]:
    """Return what is called, and what it is a member of."""
    written, owner = program.callee(call)
    return written, program.written(owner)


def _may_ask(program: Program, call: Node) -> bool:
    written, _ = _callee(program, call)
    arguments = call.child_by_field_name("arguments")
    first = arguments.named_children[0] if arguments is not None and arguments.named_children else None
    if first is None or call.type != "call_expression":
        return False
    if _OPENS.search(written):
        return len(arguments.named_children if arguments is not None else ()) >= _METHOD_AND_ADDRESS
    if _GOES.search(written):
        return False
    if first.type == "object":
        return bool(
            re.search(rb"[{,]\s*[\"']?url[\"']?\s*[:,}]", program.source[first.start_byte : first.end_byte])
        )
    asks = (
        _ASKS.search(written)
        or isinstance(program.value(call.child_by_field_name("function")), Asker)
        or (_NAME.fullmatch(written) and _is_asked(program, arguments))
    )
    gives = _TURNS_BY.search(written) is not None
    return bool(asks) and (gives or first.type not in ("function_expression", "arrow_function", "number"))


_BY_SWR = re.compile(r"(?:^|[.$_])useSWR(?:Infinite|Immutable)?$")
_TURNS_BY = re.compile(
    r"(?:^|[.$_])useSWRInfinite$"
)  # what is given a function that gives the address of each page


_OPENS = re.compile(r"^[\w$]{1,40}\.open$")  # of an XMLHttpRequest
_METHOD_AND_ADDRESS = 2


def _is_asked(program: Program, arguments: Node | None) -> bool:
    """Tell the arguments of what asks, whatever it is called: ("/api/news", {query: {page: 1}})."""
    if arguments is None:
        return False
    first, *rest = arguments.named_children
    if (
        first.type not in ("string", "template_string")
        or program.source[first.start_byte + 1 : first.start_byte + 2] != b"/"
    ):
        return False
    return any(node.type == "object" and _field(program, node, _SENT) is not None for node in rest[:1])


_SENT = ("params", "query", "data", "body", "searchParams", "method")


def _is_own(program: Program, call: Node, holders: set[int]) -> bool:
    """Tell a call of what asks for it in its turn."""
    callee, (_, owner) = call.child_by_field_name("function"), _callee(program, call)
    if _KNOWN_OWNER.match(owner) and not isinstance(program.value(callee), Function):
        return False
    return any(number in holders for number in program.called(call))


def _resolved(
    program: Program, call: Node, constants: Mapping[str, str], way: tuple[tuple[int, Node], ...] = ()
) -> Iterator[tuple[Node, _Ask]]:
    """Yield what a call asks, with the call at which its address is known, for each way in which the program comes there.

    Args:
        call: what asks.
        constants: what addresses may begin with, by the names of settings.
        way: the functions called up to there, the last called first, each with its call.
    """
    ask = _ask(program, call, _given_on(program, way), constants)
    if ask is None:
        return
    site = way[-1][1] if way else call
    told = False
    if len(way) < _DEEPEST and (giver := _free(program, ask, site)) is not None:
        for caller in program.callers(giver)[:_MOST_CALLERS]:
            if all(caller.id != known.id for _, known in way) and not program.is_within(caller, giver):
                for found in _resolved(program, call, constants, (*way, (giver, caller))):
                    told = True
                    yield found
    if not told and _is_known(ask.url):
        yield _home(program, call, constants, way), ask


def _given_on(program: Program, way: Sequence[tuple[int, Node]]) -> Given:
    """Return what the functions on a way are called with."""
    given: dict[int, Sequence[Value]] = {}
    for function, caller in reversed(way):
        given[function] = program.arguments(caller, given)
    return given


def _free(program: Program, ask: _Ask, site: Node) -> int | None:
    """Return the function that is given what a call still leaves open: the innermost around it, else one that is called once."""
    free = {hole.of for value in (*ask.arguments, ask.url) for hole in holes(value) if hole.of is not None}
    around = program.innermost(site.start_byte)
    while around >= 0 and not (around in free and program.callers(around)):
        around = program.holder(around)
    if around >= 0:
        return around
    return next((other for other in sorted(free) if len(program.callers(other)) == 1), None)


def _home(
    program: Program, call: Node, constants: Mapping[str, str], way: Sequence[tuple[int, Node]]
) -> Node:
    """Return the call of those on a way to one that asks at which its address is known first."""
    steps = 0
    for steps in range(len(way) + 1):
        ask = _ask(program, call, _given_on(program, way[:steps]), constants)
        if ask is not None and _is_known(ask.url):
            break
    calls = [caller for _, caller in way[:steps] if caller.type == "call_expression"] if way else []
    return calls[-1] if calls else call


def _is_known(url: Text) -> bool:
    """Tell an address of which nothing but numbers and names are still to be put in."""
    first = url.parts[0] if url.parts else ""
    if not isinstance(first, str) or not _ADDRESS.match(first):
        return False
    # What is joined to a base alone is an address of its own yet.
    return not (
        len(url.parts) > 1 and isinstance(url.parts[1], Hole) and not _ends_in_place(first, url.parts[1])
    )


def _ends_in_place(first: str, hole_: Hole) -> bool:
    return first[-1] in "/=-_" or "?" in first or hole_.of is None


def _ask(program: Program, call: Node, given: Given, constants: Mapping[str, str]) -> _Ask | None:
    """Return what a call asks, None where it is given no address."""
    written, owner = _callee(program, call)
    arguments = program.arguments(call, given)
    if not arguments:
        return None
    if _OPENS.search(written):
        return _opened(program, call, owner, arguments, given, constants)
    options = next((value for value in arguments[:2] if isinstance(value, Object)), None)
    url = _address(program, call, given, arguments, options)
    if url is None:
        return None
    named, base = _asker(program, call, given, whole=arguments[0] is options)
    told = options.fields.get("baseURL") if options else None
    url = _based(url, told or base, constants)
    if options is not None:
        kept = {key: value for key, value in options.fields.items() if key != "baseURL"}
        whole = replace(options, fields={**kept, "url": url} if arguments[0] is options else kept)
        arguments = [whole if value is options else value for value in arguments]
    if not isinstance(arguments[0], Object):
        arguments[0] = url
    return _Ask(named, tuple(arguments), url)


def _address(
    program: Program, call: Node, given: Given, arguments: Sequence[Value], options: Object | None
) -> Text | None:
    """Return the address that a call is given, as an argument or in its options; a hole where its caller tells these."""
    if arguments[0] is options and options is not None:
        url = options.fields.get("url")
        url = Text(options.open[:1]) if url is None and options.open else url
    else:
        url = arguments[0]
    if isinstance(url, Function) and _TURNS_BY.search(_callee(program, call)[0]):
        url = program.returns(url, given)
    nodes = call.child_by_field_name("arguments")
    first = nodes.named_children[0] if nodes is not None else None
    if first is not None and first.type == "identifier" and isinstance(url, Text):
        url = _with_query(url, program.searched(program.written(first), call.start_byte, given))
    return url if isinstance(url, Text) else None


def _asker(program: Program, call: Node, given: Given, *, whole: bool) -> tuple[str, Value | None]:
    """Return by what a call asks, in words that all readers of calls know, and what that puts before its addresses.

    Args:
        whole: the call is given nothing but options.
    """
    written, owner = _callee(program, call)
    _, member = program.callee(call)
    asks = program.value(member if member is not None else call.child_by_field_name("function"), given)
    if isinstance(asks, Asker):
        return f"axios{written.removeprefix(owner)}" if owner else "axios" if whole else "fetch", asks.base
    if owner and not _KNOWN_OWNER.match(owner) and re.search(r"\.(?:get|post)$", written):
        return f"axios{written.removeprefix(owner)}", None  # as the like of it sends what it is given
    if _BY_SWR.search(written) or (_NAME.fullmatch(written) and not _ASKS.search(written) and not whole):
        return "$fetch", None
    return written, None


def _opened(
    program: Program,
    call: Node,
    owner: str,
    arguments: Sequence[Value],
    given: Given,
    constants: Mapping[str, str],
) -> _Ask | None:
    """Return what an XMLHttpRequest asks as a call that says all of it: x.open("POST", url) .. x.send(body)."""
    method, url = arguments[:_METHOD_AND_ADDRESS]
    if plain(method).upper() not in ("GET", "POST") or not isinstance(url, Text):
        free = [hole for value in (method, url) for hole in holes(value) if hole.of is not None]
        return _Ask("fetch", (url, List((method,))), Text(tuple(free[:1]))) if free else None
    url = _based(url, None, constants)
    if plain(method).upper() == "GET":
        return _Ask("fetch", (url,), url)
    sent = program.sent(owner, call.start_byte, given)
    told: dict[str, Value] = {"method": text("POST")}
    return _Ask("fetch", (url, Object({**told, "body": sent} if sent is not None else told)), url)


def _with_query(url: Text, fields: Iterable[tuple[str, Value]]) -> Text:
    parts = list(url.parts)
    for key, value in fields:
        mark = "&" if "?" in "".join(part for part in parts if isinstance(part, str)) else "?"
        parts += [f"{mark}{key}=", *(value.parts if isinstance(value, Text) else (Hole(key),))]
    return made_of(parts)


def _based(url: Text, base: Value | None, constants: Mapping[str, str]) -> Text:
    """Return an address below what is put before it; what settings say of a name at its head is put in."""
    head = url.parts[0] if url.parts else ""
    if isinstance(head, Hole) and (told := constants.get(head.said or head.name)):
        rest = url.parts[1:]
        slash = bool(rest) and isinstance(rest[0], str) and rest[0].startswith("/")
        url = made_of((told.rstrip("/") if slash else told, *rest))
    if not isinstance(base, Text) or plain(url).startswith(("http:", "https:", "//")):
        return url
    before = plain(base) or constants.get(next((hole.said or hole.name for hole in holes(base)), ""), "")
    if not before or plain(url).startswith(f"{before.rstrip('/')}/"):
        return url
    if url.parts and isinstance(url.parts[0], str):
        return made_of((f"{before.rstrip('/')}/{url.parts[0].lstrip('/')}", *url.parts[1:]))
    return made_of((before.rstrip("/"), *url.parts)) if url.parts else text(f"{before.rstrip('/')}/")


# --- what is written


def _changed(program: Program, call: Node, ask: _Ask, constants: Mapping[str, str]) -> bool:
    """Tell a call that does not say by itself what it asks."""
    if ask.callee == "$fetch" != _callee(program, call)[0]:
        return True
    alone = _ask(program, call, {}, constants)
    if alone is not None and alone.arguments != ask.arguments:
        return True  # as what it is given where its function is called
    if Hole("") in ask.url.parts:
        return False
    arguments = call.child_by_field_name("arguments")
    nodes = list(arguments.named_children) if arguments is not None else []
    first = nodes[0] if nodes else call
    return _is_put_together(program, first, ask) or _sends_more(program, first, nodes[1:2], ask)


def _is_put_together(program: Program, first: Node, ask: _Ask) -> bool:
    """Tell an address that a call, by its first argument, does not write out itself."""
    url = _field(program, first, ("url",)) if first.type == "object" else first
    if url is None or (url.type == "string" and program.value(url) != ask.url):
        return True  # with what is put before it
    # What the page's settings say stays to be read where a call says all else by itself.
    open_ = len([part for part in ask.url.parts if isinstance(part, Hole)]) + program.settings_within(url)
    return _joins(url) > open_ or any(isinstance(program.value(node), Coded) for node in _joined_names(url))


def _sends_more(program: Program, first: Node, second: Sequence[Node], ask: _Ask) -> bool:
    """Tell a call whose fields stand in none of its arguments, or not all of them."""
    held = next((node for node in (first, *second) if node.type == "object"), None)
    sent = _field(program, held, _FIELDS) if held is not None else None
    if sent is not None and sent.type == "member_expression":
        return False  # as a component holds it, and may have changed it
    if sent is None:
        given = ask.arguments[1] if len(ask.arguments) > 1 else None
        named = held is None and bool(second) and second[0].type != "member_expression"
        return named and isinstance(given, Object) and not given.open
    told = next((a for a in ask.arguments[:2] if isinstance(a, Object)), None)
    value = next((told.fields[key] for key in _FIELDS if told and key in told.fields), None)
    value = value.value if isinstance(value, Coded) else value
    if not isinstance(value, Object) or value.open:
        return False  # which the script may tell otherwise
    spread = sent.type == "object" and any(child.type == "spread_element" for child in sent.named_children)
    return bool(value.fields) and (sent.type != "object" or spread)


def _field(program: Program, node: Node, names: Sequence[str]) -> Node | None:
    for child in node.named_children:
        key = child.child_by_field_name("key") if child.type == "pair" else child
        if program.written(key).strip("\"'") in names:
            return child.child_by_field_name("value") if child.type == "pair" else child
    return None


def _joined_names(node: Node) -> Iterator[Node]:
    """Yield the names that an address is joined of: "/rows?" + query."""
    for child in node.named_children if node.type in ("binary_expression", "template_string") else ():
        inner = child.named_children[0] if child.type == "template_substitution" else child
        yield from (inner,) if inner.type == "identifier" else _joined_names(inner)


def _joins(node: Node) -> int:
    """Return how many pieces of an address are not written in it; _OTHERWISE where it is put together by more than joining."""
    if node.type == "string":
        return 0
    if node.type == "template_string":
        pieces = (
            child.named_children[0] for child in node.named_children if child.type == "template_substitution"
        )
        return sum(map(_joins, pieces))
    if node.type in ("binary_expression", "parenthesized_expression"):
        return sum(map(_joins, node.named_children))
    if node.type == "call_expression" and node.named_children[0].text in (
        b"encodeURIComponent",
        b"encodeURI",
        b"escape",
    ):
        return sum(map(_joins, node.named_children[1].named_children))
    return 1 if node.type in ("identifier", "member_expression", "subscript_expression") else _OTHERWISE


_OTHERWISE = 1000


def _written(ask: _Ask, program: Program, home: Node | None) -> str:
    """Return a call, with what the call that it is made for does with the answer."""
    given = [_of(value, program, "") for value in ask.arguments]
    if home is not None:
        nodes = home.child_by_field_name("arguments")
        given += [
            program.written(node)
            for node in (nodes.named_children if nodes is not None else ())
            if node.type in ("function_expression", "arrow_function")
        ]
    return f"{ask.callee}({','.join(given)})"


def _of(value: Value, program: Program, key: str) -> str:
    """Return a value as a program writes it; what is not known by its name, or by that of the field it is given to."""
    if isinstance(value, Text):
        return _of_text(value, key)
    if isinstance(value, Object):
        inner = (f"{_key(name)}:{_of(told, program, name)}" for name, told in value.fields.items())
        return f"{{{','.join(inner)}}}"
    if isinstance(value, List):
        return f"[{','.join(_of(item, program, key) for item in value.items)}]"
    if isinstance(value, Coded):
        name = "JSON.stringify" if value.way == "json" else "new URLSearchParams"
        return f"{name}({_of(value.value, program, key)})"
    if isinstance(value, Function):
        return program.of_function(value)
    return "null"


def _of_text(value: Text, key: str) -> str:
    known = plain(value)
    if not value.parts or (value.number and len(value.parts) == 1 and known):
        return known if value.number and known else '""'
    terms: list[str] = []
    for part in _with_later(value.parts, key):
        if isinstance(part, str):
            terms.append(json.dumps(part, ensure_ascii=False))
            key = (re.findall(r"(\w+)=$", part) or [""])[0]
        else:
            terms.append(_name(part, key))
    return "+".join(terms)


def _with_later(parts: Iterable[str | Hole], key: str) -> Sequence[str | Hole]:
    """Return the pieces of a text with what is sent only where there is some: as what an answer tells first, where its field says
    where a list goes on, else without its field."""
    told: list[str | Hole] = []
    left_out = False
    for part in parts:
        if isinstance(part, str):
            key = (re.findall(r"(\w+)=$", part) or [""])[0]
            told.append(f"?{part[1:]}" if left_out and part[0] == "&" else part)
            left_out = False
        elif not part.later:
            told.append(part)
        elif counting.goes_on_by(key):
            told.append(LATER)
        elif (
            told
            and isinstance(before := told[-1], str)
            and (field := re.search(r"[?&][\w.\[\]-]+=$", before))
        ):
            left_out = field[0][0] == "?"
            told[-1] = before[: field.start()]
    return made_of(told).parts


def _name(hole_: Hole, key: str) -> str:
    """Return what is not known as the program has it; what a minifier called shortly as the field that it is given to."""
    if hole_.name == "length":
        return "rows.length"
    if _START.fullmatch(key):
        return key  # which begins with the first row, however it is counted: (page - 1) * 10
    if hole_.said.endswith((")", "]")) and not _PAGE.fullmatch(key):
        return hole_.said
    if _NAME.fullmatch(hole_.name) and (len(hole_.name) > _SHORT or hole_.name == "id"):
        return hole_.name
    return key if _NAME.fullmatch(key) else "$id"


def _key(name: str) -> str:
    return name if _NAME.fullmatch(name) else json.dumps(name, ensure_ascii=False)
