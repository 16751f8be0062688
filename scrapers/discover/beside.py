"""Scripts that a page loads beside one, and that define what it asks by, or tell what it begins its addresses with.

Only a script that asks by a function, or begins an address with a name, which nothing read so far tells is read with them. Pure.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from scrapers.discover import angular, programs
from scrapers.discover.modules import Module

_MOST = 2  # scripts of a page that are read for what they set
_HELPERS = 3  # that are read for what others call
_INJECTED = 8  # that are read for what others have injected
_MARKED = 12  # that are marked
_LONGEST = 1_000_000  # characters of a program that are looked at
_LOOKED_AT = 200  # names of a program
_MARK = "x-beside"
_NAME = r"[A-Za-z_$][\w$]*"


def marks_of(tree: LexborHTMLParser, url: str) -> str:
    """Return the scripts of the site that a page loads, as HTML that shows nothing.

    Args:
        tree: the parsed page.
        url: what its references start from.
    """
    own = dict.fromkeys(programs.own_scripts(tree, url))
    return "".join(f'<meta name="{_MARK}" content="{html.escape(to)}">' for to in [*own][:_MARKED])


def _left(marks: str, read: Collection[str]) -> list[str]:
    """Return the scripts that a page loads, but those among the files read."""
    named = (html.unescape(found["to"]) for found in _BESIDE.finditer(marks))
    return [to for to in named if _file(to) not in read]


def helping(files: Sequence[Module], marks: str) -> str | None:
    """Return the next of the scripts that a page loads beside some, where these ask by a function that none of them defines,
    Util.ajax({url: "list"}), or have something injected that none registers; None where they need none, or none is left.

    Args:
        files: the scripts read so far.
        marks: those of their page, see `marks_of`.
    """
    left = _left(marks, {file.file for file in files}) if len(files) <= _INJECTED else []
    if left and (named := angular.lacking([file.text for file in files if angular.is_module(file.text)])):
        return min(left, key=lambda to: not any(_tells(_file(to), name) for name in named))
    left = left if len(files) <= _HELPERS else []
    text = "\n".join(file.text for file in files) if left else ""
    calls = () if _ASKS_ITSELF.search(text) else _ASKED_BY.finditer(text)
    names = dict.fromkeys(call["root"] for call in calls)
    lacking = [name for name in names if not re.search(_DEFINED.format(name=name), text)]
    return min(left, key=lambda to: not _ASKING_FILE.search(_file(to)), default=None) if lacking else None


def _tells(file: str, name: str) -> bool:
    """Tell whether a file is called by what is registered in it: news.service.js of newsService, controllers.js of app.controllers."""
    words = [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", file.rpartition(".")[0])]
    return any(len(word) > _SHORT and word.rstrip("s") in name.lower() for word in words)


def lacking(script: str, marks: str, read: Collection[str]) -> Iterator[str]:
    """Yield the scripts beside a program that may tell what it begins its addresses with, where it tells that nowhere: those
    that by their names set something first.

    Args:
        script: all that was read of the program.
        marks: those of its page, see `marks_of`, with the settings that the page itself makes.
        read: the names of the files that were read.
    """
    setting = sorted(_left(marks, ()), key=lambda to: not _SETS.search(_file(to)))[:_MOST]
    left = [to for to in setting if _file(to) not in read]
    begun = set(_beginning(script[:_LONGEST])) if left else set()
    if begun and not begun <= _named_in(f"{marks}\n{script[:_LONGEST]}"):
        yield from left


def _file(url: str) -> str:
    return urlsplit(url).path.rpartition("/")[2]


def _beginning(script: str) -> Iterator[str]:
    """Yield the names with which a program begins what it asks: $.post(apiRoot + "news/rows"), window.__ENV__.API_BASE."""
    for found in islice(_BEGUN.finditer(script), _LOOKED_AT):
        if found["name"] and len(found["name"]) > _SHORT:
            yield found["name"]
    for found in islice(_OF_WINDOW.finditer(script), _LOOKED_AT):
        if _TELLS.search(found["path"]) and not _OF_BROWSER.match(found["path"]):
            yield re.split(r"\W", found["path"])[0]


def _named_in(script: str) -> set[str]:
    """Return the names that a program gives a value, imports, or calls what its functions are given."""
    found: set[str] = set()
    for given in _NAMED.finditer(script):
        found.update(_WORD.findall(next(filter(None, given.groups()), "")))
    return found


_WORD = re.compile(_NAME)
_NAMED = re.compile(
    rf"(?:(?<![\w$.])|(?<=window\.)|(?<=self\.)|(?<=globalThis\.))({_NAME})\s*=(?!=)"
    rf"|\bfunction\b[^(){{}}]{{0,60}}\(([^()]{{1,200}})\)|\(([^()]{{1,200}})\)\s*=>|\bimport\b([^;\"']{{1,200}})"
)
_BESIDE = re.compile(rf"<meta name=\"{_MARK}\" content=\"(?P<to>[^\"]*)\">")
_SETS = re.compile(
    r"config|setting|env|global|const|common|base|api|url|host|server|site|public|init|util", re.IGNORECASE
)
_ASKED_BY = re.compile(
    r"(?<![\w$.])(?!(?:axios|jQuery|fetch|uni|wx|my|mui|layui|layer|table|upload|laypage|laydate|Vue|Ext|require|define|import|function|return|if)\b)"
    r"(?P<root>[A-Za-z_]\w+)(?:\.\w+)?\(\s*(?:\{[^{}]{0,200}?\burl\s*:|[\"'](?:[\w-]+/|/)[\w./?=&-]*[\"']\s*,\s*(?:\{|function\b|[\w$.]+\s*[,)]))"
)
_ASKS_ITSELF = re.compile(
    r"(?:(?<![\w$])\$|\b(?:jQuery|axios|uni|mui)|\$http)\s*\.\s*(?:ajax|post|get|getJSON|request)\s*\(|(?<![\w$.])(?:fetch|axios)\s*\(|\)\.load\(|XMLHttpRequest"
)
_DEFINED = r"(?<![\w$.]){name}\s*=(?!=)|\bfunction\s+{name}\b|\bclass\s+{name}\b|[(,]\s*{name}\s*[,)]|\.{name}\s*=(?!=)"
_ASKING_FILE = re.compile(r"ajax|util|request|http|common|base|api|public|global|tool|core", re.IGNORECASE)
_SHORT = 2  # characters of a name that a minifier gave
_ASKS = r"(?:\burl\s*:\s*|(?:fetch|ajax|get|post|getJSON|load|axios)\(\s*)"
_BEGUN = re.compile(
    rf"(?:{_ASKS}(?P<q>`\$\{{)?|(?P<based>\bbaseURL\s*:\s*))(?!(?:window|self|globalThis|this|that|document|location)\b)"
    rf"(?P<name>{_NAME})(?:\??\.{_NAME})*\s*(?(q)\}}|(?(based)[,}}]|\+))"
)
_OF_WINDOW = re.compile(
    rf"(?<![\w$.])(?:window|self|globalThis)\.(?P<path>{_NAME}(?:\??\.{_NAME}){{0,3}})(?!\s*=[^=])(?![\w$(])"
)
_TELLS = re.compile(r"base|api|host|root|prefix|gateway|server|domain|endpoint|url", re.IGNORECASE)
_OF_BROWSER = re.compile(r"(?:location|document|navigator|history|URL|parent|top|self)\b")
