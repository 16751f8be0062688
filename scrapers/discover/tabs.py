"""Parts of a page that are loaded when one of its tabs is chosen: their rows are the page's own. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover import titles
from scrapers.discover.asking import requests_in
from scrapers.discover.calls import LOADS
from scrapers.discover.model import Request
from scrapers.discover.scripts import Functions, handler_target

_FEW, _MOST = 2, 12  # tabs of a page
_NAME = 10  # characters of a tab's name
_CALL = 600  # characters of a call that are looked at
_MARK = re.compile(
    r"(?<![\w$.])(?:\$\(\s*)?[A-Za-z_$][\w$.]*\)?(?:\.(?:data|attr|prop|getAttribute)\(\s*[\"'](?P<named>[\w-]+)[\"']\s*\)|\.dataset(?:\.(?P<set>\w+)|\[[\"'](?P<key>\w+)[\"']\]))"
)
_TEXT = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
_GIVEN = re.compile(
    rf"(?:\b(?:var|let|const)\s+|(?<=[;{{\n]))\s*(?P<name>[A-Za-z_$][\w$]*)\s*=\s*(?P<mark>{_MARK.pattern})\s*[;,\n]"
)


def tabs(tree: LexborHTMLParser, url: str) -> tuple[Request, ...]:
    """Return the requests by which a page loads what its tabs show.

    Args:
        tree: the parsed page.
        url: what its references start from.
    """
    found = [*_marked(tree, url), *_called(tree, url)]
    unique = tuple({(ask.url, str(ask.data)): ask for ask in found}.values())
    return unique[:_MOST] if len(unique) >= _FEW else ()


def _marked(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Tabs that carry what their script loads: <li data-url="/part?c=2">, read as $(this).data('url')."""
    for node in tree.css("script"):
        script = _with_marks(node.text() or "") if _MARK.search(node.text() or "") else ""
        for call in LOADS.finditer(script):
            segment = script[call.start() : call.end() + _CALL]
            said = _MARK.search(segment, 0, call.end() - call.start() + _CALL // 2)
            if said is not None:
                for tab in _tabs_with(tree, _name_of(said)):
                    yield from requests_in(_filled(segment, tab), script, url)


def _with_marks(script: str) -> str:
    """Return a script in which variables that were given an element's mark are spelt as that."""
    for given in list(_GIVEN.finditer(script)):
        name = re.compile(rf"{_TEXT}|(?<![\w$.]){re.escape(given['name'])}(?![\w$:])")
        before, rest = script[: given.end()], script[given.end() :]
        script = before + name.sub(partial(_spelt, given["name"], given["mark"]), rest)
    return script


def _spelt(name: str, mark: str, found: re.Match[str]) -> str:
    """Return the mark for the variable's name; what stands in a text is no variable (/id/ beside id)."""
    return mark if found[0] == name else found[0]


def _name_of(said: re.Match[str]) -> str:
    name = said["named"] or re.sub(r"(?<=[a-z])([A-Z])", r"-\1", said["set"] or said["key"]).lower()
    return name.removeprefix("data-")


def _tabs_with(tree: LexborHTMLParser, name: str) -> list[LexborNode]:
    """Return the tabs of a page that have a mark: a few elements with short names, none of which is a page's number."""
    nodes = [node for node in tree.css(f"[data-{name}], a[{name}], li[{name}]") if _is_tab(node)]
    return nodes if _FEW <= len(nodes) <= _MOST else []


def _is_tab(node: LexborNode) -> bool:
    words = titles.squeeze((node.text() or "")[:40])
    return 1 < len(words) <= _NAME and not words.isdigit()


def _filled(segment: str, tab: LexborNode) -> str:
    def told(found: re.Match[str]) -> str:
        name = _name_of(found)
        value = tab.attributes.get(f"data-{name}") or tab.attributes.get(name)
        return json.dumps(value, ensure_ascii=False) if value else found[0]

    return _MARK.sub(told, segment)


def _called(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Tabs whose handlers name what is loaded: onclick="part(2)", function part(c) {$('#list').load('/part?c=' + c)}."""
    nodes = [node for node in tree.css("[onclick], [onmouseover], a[href^='javascript:']") if _is_tab(node)]
    functions = Functions(tree)
    for node in nodes if _FEW <= len(nodes) <= 3 * _MOST else ():
        marks = (node.attributes.get(name) or "" for name in ("onclick", "onmouseover", "href"))
        call = next((mark for mark in marks if "(" in mark), "")
        if (
            (body := functions.body_called(call))
            and LOADS.search(body)
            and (to := handler_target(call, functions))
        ):
            yield from requests_in(f"$.get({json.dumps(to)})", "", url)
