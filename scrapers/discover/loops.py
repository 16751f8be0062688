"""Links that a page's script writes in a loop over years, months or numbers: counted out, nothing is run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from scrapers.discover import literals

_SCRIPT = re.compile(r"<script\b[^<>]*>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_MOST_TEXT = 20_000  # characters of a script with loops that are looked at
_MOST = 400  # pieces of HTML that loops of one page write
_DEPTH = 3  # loops within one another
_NAME = r"[A-Za-z_$][\w$]*"
_FOR = re.compile(
    rf"\bfor\s*\(\s*(?:var\s+|let\s+)?(?P<name>{_NAME})\s*=\s*(?P<first>[^;{{}}]{{1,60}});\s*(?P=name)\s*(?P<sign>[<>]=?)\s*(?P<last>[^;{{}}]{{1,60}});"
    rf"\s*(?:(?P=name)\s*(?P<step>\+\+|--)|(?P<step2>\+\+|--)\s*(?P=name))\s*\)\s*"
)
# What is written at once, or put to what is written later: document.write("<a ..>"), html += "<a ..>".
_WRITES = re.compile(
    rf"(?:\bdocument\.write(?:ln)?\s*\(|\.(?:append|prepend)\(|(?<![\w$.]){_NAME}\s*\+=(?!=))\s*(?=[\"'`(])"
)
_LEADS = re.compile(r"href|<option", re.IGNORECASE)
_THIS_YEAR = re.compile(r"(?:new\s+Date\(\s*\)|[A-Za-z_$][\w$]*)\.getFullYear\(\s*\)")
# (m < 10 ? '0' + m : m)
_PADDED = re.compile(
    rf"\(?\s*(?P<name>{_NAME})\s*(?:<\s*10|<=\s*9)\s*\?\s*[\"']0[\"']\s*\+\s*(?P=name)\s*:\s*(?:[\"']{{2}}\s*\+\s*)?(?P=name)\s*\)?"
)


def counted_out(text: str, now: datetime | None) -> str:
    """Return a page's HTML with what its scripts write in loops set behind them.

    Args:
        text: the HTML.
        now: when it was fetched, which tells the year that a loop may begin with.
    """
    if "for" not in text or not _FOR.search(text):
        return text
    return _SCRIPT.sub(lambda script: f"{script[0]}{''.join(_written(script['text'], now))}", text)


def _written(script: str, now: datetime | None) -> list[str]:
    if len(script) > _MOST_TEXT or not (_LEADS.search(script) and _FOR.search(script)):
        return []
    year = str(now.year) if now else "new Date().getFullYear()"
    script = _THIS_YEAR.sub(year, script)
    pieces: list[str] = []
    for piece in _run(script, script, {}, 0):
        pieces.append(piece)
        if len(pieces) >= _MOST:
            break
    written = "".join(pieces)
    return [f"<div>{written}</div>"] if _LEADS.search(written) else []


def _run(text: str, script: str, values: Mapping[str, int], depth: int) -> Iterator[str]:
    """Yield what a piece of script writes within its loops, the numbers of those around it given."""
    at = 0
    while depth <= _DEPTH:
        loop, writes = _FOR.search(text, at), _WRITES.search(text, at)
        if writes and depth and (loop is None or writes.start() < loop.start()):
            at = writes.end()
            yield from _piece(text[at : at + 600], script, values)
        elif loop is not None:
            body, at = _body_after(text, loop.end())
            for number in _numbers(loop, script, values):
                yield from _run(body, script, {**values, loop["name"]: number}, depth + 1)
        else:
            return


def _piece(expression: str, script: str, values: Mapping[str, int]) -> Iterator[str]:
    told = literals.read(
        _PADDED.sub(lambda found: _two(found["name"], values), expression), _names(script, values)
    )
    if isinstance(told, str) and "<" in told:
        yield told


def _two(name: str, values: Mapping[str, int]) -> str:
    return f"'{values[name]:02}'" if name in values else name


def _names(script: str, values: Mapping[str, int]) -> literals.Lookup:
    named = literals.names_in(script, lambda name: literals.UNKNOWN)
    return lambda name, inner: values[name] if name in values else named(name, inner)


def _numbers(loop: re.Match[str], script: str, values: Mapping[str, int]) -> range:
    """Return the numbers that a loop counts, none where its bounds are not told."""
    names = _names(script, values)
    first, last = literals.read(loop["first"], names), literals.read(loop["last"], names)
    up = "+" in (loop["step"] or loop["step2"])
    if not isinstance(first, int) or not isinstance(last, int) or (loop["sign"][0] == "<") != up:
        return range(0)
    whole = 1 if "=" in loop["sign"] else 0
    return range(first, last + whole)[:_MOST] if up else range(first, last - whole, -1)[:_MOST]


def _body_after(text: str, start: int) -> tuple[str, int]:
    """Return what a loop repeats, a block or one statement, and where it ends."""
    if text[start : start + 1] == "{":
        end = _closed(text, start + 1)
        return text[start + 1 : end], end + 1
    inner = _FOR.match(text, start)
    if inner is not None:
        _, end = _body_after(text, inner.end())
        return text[start:end], end
    end = _end_of_statement(text, start)
    return text[start:end], end


_TOKEN = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|[{}]|[;\n]")


def _closed(text: str, start: int) -> int:
    depth = 1
    for token in _TOKEN.finditer(text, start):
        depth += (token[0] == "{") - (token[0] == "}")
        if depth == 0:
            return token.start()
    return len(text)


def _end_of_statement(text: str, start: int) -> int:
    return next((token.start() for token in _TOKEN.finditer(text, start) if token[0] in ";\n}"), len(text))
