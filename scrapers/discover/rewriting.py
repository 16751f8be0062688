"""Scripts with some of their pieces put otherwise, by their syntax. Nothing is run. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

LANGUAGE = Language(tree_sitter_javascript.language())
NAME = re.compile(r"[A-Za-z_$][\w$]*")
_FUNCTIONS = Query(
    LANGUAGE, "[(function_declaration) (function_expression) (arrow_function) (method_definition)] @any"
)
_DECLARED = Query(LANGUAGE, "(variable_declarator name: (identifier) @name)")


def parsed(source: bytes) -> Node:
    """Return the root of a script's syntax."""
    return Parser(LANGUAGE).parse(source).root_node


def captured(query: Query, node: Node, name: str) -> Sequence[Node]:
    """Return what a query captures under a name within a node, in the order of the script."""
    found = QueryCursor(query).captures(node).get(name, ())
    return sorted(found, key=lambda node: (node.start_byte, -node.end_byte))


def text_of(node: Node | None) -> str:
    """Return the words of a node, none where there is none."""
    return (node.text or b"").decode(errors="replace") if node else ""


def parameters(function: Node | None) -> list[str]:
    """Return the names of a function's parameters."""
    told = function and (
        function.child_by_field_name("parameters") or function.child_by_field_name("parameter")
    )
    return NAME.findall(text_of(told)) if told else []


class Shadows:
    """Where, within a body, functions have parameters or variables of their own that are called like something around them."""

    def __init__(self, body: Node, names: Sequence[str]) -> None:
        functions = captured(_FUNCTIONS, body, "any")
        declared = [node for node in captured(_DECLARED, body, "name") if text_of(node) in names]
        told: list[tuple[str, Node]] = [
            (name, node) for node in functions for name in {*names}.intersection(parameters(node))
        ]
        around: list[Node] = []
        for node in sorted([*functions, *declared], key=lambda node: (node.start_byte, -node.end_byte)):
            while around and around[-1].end_byte <= node.start_byte:
                around.pop()
            if node.type != "identifier":
                around.append(node)
            elif around:
                told.append((text_of(node), around[-1]))
        self._within: dict[str, list[tuple[int, int]]] = {}
        for name, node in sorted(told, key=lambda own: (own[1].start_byte, -own[1].end_byte)):
            spans = self._within.setdefault(name, [])
            if not spans or spans[-1][1] <= node.start_byte:  # what lies within another says nothing more
                spans.append((node.start_byte, node.end_byte))

    def hide(self, name: str, place: int) -> bool:
        """Tell whether at a place a name is that of a nearer parameter or variable."""
        spans = self._within.get(name, ())
        at = bisect_right(spans, place, key=lambda span: span[0]) - 1
        return at >= 0 and place < spans[at][1]


def edited(
    source: bytes, edits: Mapping[tuple[int, int], str], start: int = 0, *, innermost: bool = False
) -> str:
    """Return a text with others in the place of some of its pieces, but for those within one that is replaced.

    Args:
        source: the text.
        edits: what is put, by where its piece begins and ends.
        start: where the text itself begins, as places are counted.
        innermost: whether of pieces that begin together the shortest is replaced, not the longest.
    """
    pieces: list[bytes] = []
    end = start
    longest = 1 if innermost else -1
    for (begin, finish), put in sorted(edits.items(), key=lambda edit: (edit[0][0], longest * edit[0][1])):
        if begin >= end:
            pieces += [source[end - start : begin - start], put.encode()]
            end = finish
    return b"".join([*pieces, source[end - start :]]).decode(errors="replace")
