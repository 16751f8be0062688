"""Scripts that a page loads beside its program and that tell what the program begins its addresses with, as /config.js does.

Only a program that begins an address with a name which nothing read so far gives a value is read with them. Pure.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from itertools import islice
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from scrapers.discover import programs

_MOST = 2  # such scripts of a page that are read
_LONGEST = 1_000_000  # characters of a program that are looked at
_LOOKED_AT = 200  # names of a program
_MARK = "x-beside"
_NAME = r"[A-Za-z_$][\w$]*"


def marks_of(tree: LexborHTMLParser, url: str) -> str:
    """Return the scripts of the site that a page loads, as HTML that shows nothing: those first that by their names set something.

    Args:
        tree: the parsed page.
        url: what its references start from.
    """
    own = programs.own_scripts(tree, url)
    own.sort(key=lambda to: not _SETS.search(urlsplit(to).path.rpartition("/")[2]))
    return "".join(f'<meta name="{_MARK}" content="{html.escape(to)}">' for to in own[:_MOST])


def lacking(script: str, marks: str, read: Collection[str]) -> Iterator[str]:
    """Yield the scripts beside a program that may tell what it begins its addresses with, where it tells that nowhere.

    Args:
        script: all that was read of the program.
        marks: those of its page, see `marks_of`, with the settings that the page itself makes.
        read: the names of the files that were read.
    """
    named = [html.unescape(found["to"]) for found in _BESIDE.finditer(marks)]
    left = [to for to in named if urlsplit(to).path.rpartition("/")[2] not in read]
    begun = set(_beginning(script[:_LONGEST])) if left else set()
    if begun and not begun <= _named_in(f"{marks}\n{script[:_LONGEST]}"):
        yield from left


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
