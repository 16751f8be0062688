"""Lists whose rows stand in files that a script numbers by their page: list.json, then list_1.json. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from scrapers.discover import literals
from scrapers.discover.addresses import resolve, same_host
from scrapers.discover.calls import CALLS, LOADS, counts_up, holds_no_rows, is_done_before
from scrapers.discover.model import NUMBER, Request

_LOADING = r"(?:getJSON|get|post|ajax|fetch|load|axios|getScript)"
# Where an address begins that a condition is in: var url = .., $.getJSON(.., url: ..
_BEGINS = re.compile(
    rf"(?:(?<![\w$.])(?P<name>[A-Za-z_$][\w$]*)\s*=(?![=>])|\burl\s*:|\b{_LOADING}\s*\()\s*(?=[^;\n?]{{0,160}}\?[^;\n]{{0,160}}[\"'`])"
)
# n == 0 ?, p > 1 ?, page ?
_CONDITION = re.compile(
    r"(?<![\w$.])(?P<name>[A-Za-z_$][\w$]*)\s*(?:(?P<sign>[=!]==?|[<>]=?)\s*[\"']?(?P<number>[0-2])[\"']?\s*)?\)?\s*\?(?![.?])"
)
_MOST = 100_000  # characters of a script; a longer one is a library or a program
_LONGEST = 320  # characters of an address that a condition is in
_FILE = re.compile(r"[\w./:?&=%-]*\.(?:json|js|xml|txt|s?html?)(?:\?[\w=&.-]*)?", re.ASCII)
_COUNTED_FILE = re.compile(rf"{_FILE.pattern}|[\w./:%-]*/\d{{1,4}}/?", re.ASCII)  # /News/List/2 as well
_PAGES = re.compile(
    r"(?<![\w$])[\"']?(?:count_?pages?|pages?_?(?:count|total|sum)|(?:total|all|max)_?pages?(?:_?num)?|n?_?page_?count)[\"']?\s*[:=]\s*[\"']?(?P<number>\d{1,4})\b",
    re.IGNORECASE,
)


def numbered(scripts: Iterable[str], url: str) -> Iterator[Request]:
    """Yield the requests for the first file of each list whose files the scripts number by the page wanted, with how they go on.

    Args:
        scripts: those of a page.
        url: what references start from.
    """
    for script in scripts:
        loads = len(script) < _MOST and LOADS.search(script)
        for begins in islice(_BEGINS.finditer(script), CALLS) if loads else ():
            if begins["name"] and not _is_loaded(begins["name"], script):
                continue
            if (ask := _by_condition(script, begins.end(), url)) is not None:
                yield ask
        for begins in islice(_JOINED.finditer(script), CALLS) if loads else ():
            if begins["name"] and not _is_loaded(begins["name"], script):
                continue
            if (ask := _by_count(script, begins.end(), url)) is not None:
                yield ask


def _is_loaded(name: str, script: str) -> bool:
    """Tell a variable whose value is an address that the script asks for."""
    return bool(
        re.search(
            rf"\b{_LOADING}\s*\(\s*(?:\{{[^{{}}]{{0,200}}?\burl\s*:\s*)?{re.escape(name)}(?![\w$])|\burl\s*:\s*{re.escape(name)}(?![\w$])|\.open\([^()]*,\s*{re.escape(name)}(?![\w$])",
            script,
        )
    )


def _by_condition(script: str, start: int, url: str) -> Request | None:
    written = re.split(r"[;\n]", script[start : start + _LONGEST], maxsplit=1)[0]
    condition = _CONDITION.search(written)
    if condition is None:
        return None
    first = _first_page(condition)
    files = [_file(written, script, condition["name"], first + step, url) for step in range(3)]
    return _turned(files, script)


# Where an address begins that is joined of words and of what is counted: $.getJSON("/list/news_" + n + ".json", `/list/${n}`
_JOINED = re.compile(
    rf"(?:(?<![\w$.])(?P<name>[A-Za-z_$][\w$]*)\s*=(?![=>])|\burl\s*:|\b{_LOADING}\s*\()\s*(?=[\"'][^\"'\n]{{1,160}}[\"']\s*\+|`[^`\n]{{1,160}}\$\{{)"
)
_NAMES = re.compile(r"(?<![\w$.])(?:(?:this|self|that|_this|vm)\.)?(?P<name>[A-Za-z_$][\w$]*)(?![\w$(.])")


def _by_count(script: str, start: int, url: str) -> Request | None:
    """Return the request for the first file of those which a script counts in their path, with how they go on: the page after
    the one shown, where it counts up before it asks."""
    written = re.split(r"[;\n]|,\s*(?:function|\(|\{)", script[start : start + _LONGEST], maxsplit=1)[0]
    for name in dict.fromkeys(found["name"] for found in _NAMES.finditer(written)):
        word = re.escape(name)
        counted = counts_up(name, script)
        given = re.search(rf"(?<![\w$]){word}[\"']?\s*[:=](?![=>])\s*(?P<number>\d{{1,3}})(?![\w.])", script)
        if counted is None or given is None or re.search(rf"\bfor\s*\([^()]*\b{word}\b", script):
            continue
        first = int(given["number"]) + is_done_before(counted, script, start)
        files = [_file(written, script, name, first + step, url, _COUNTED_FILE) for step in range(3)]
        if ask := _turned(files, script, least=min(first, 1)):
            return ask
    return None


def _turned(files: Sequence[str], script: str, least: int | None = None) -> Request | None:
    """Return the request for the first of three files, with how they go on by the number that the last two have.

    Args:
        files: their addresses, empty where there is none.
        script: what tells how many there are.
        least: the number of the first of all, which the page may show; None where it has none.
    """
    if not all(files) or len(set(files)) < len(files):
        return None
    told = _PAGES.search(script)
    for found in re.finditer(r"\d+", files[1]):
        head, number, tail = files[1][: found.start()], int(found[0]), files[1][found.end() :]
        if f"{head}{number + 1}{tail}" == files[2]:
            end = (number - 1 if least is None else least) + int(told["number"]) if told else 0
            return Request(files[0], turns=(f"{head}{NUMBER}{tail}", number, end))
    return None


def _first_page(condition: re.Match[str]) -> int:
    """Return the number of the page that a condition on it tells from the others."""
    if condition["number"] is None:
        return 0
    return int(condition["number"]) - (condition["sign"] in ("<", ">="))


def _file(written: str, script: str, name: str, page: int, url: str, kind: re.Pattern[str] = _FILE) -> str:
    """Return the address of a kind that an expression makes of the number of a page, an empty string where it makes none."""
    others = literals.names_in(script, lambda other: literals.UNKNOWN)

    def lookup(asked: str, inner: bool) -> Any:
        return page if asked == name else others(asked, inner)

    value = literals.read(written, lookup)
    if not isinstance(value, str) or not kind.fullmatch(value) or holds_no_rows(value):
        return ""
    target = resolve(url, value)
    return target if same_host(target, url) else ""
