"""Programs as bundlers and minifiers write them, spelt as their authors did: the addresses that they ask in one piece.

Texts joined by concat() are joined by signs, calls say the whole of what they ask, constants are put in. Nothing is run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import islice
from typing import Any

from scrapers.discover import spelling
from scrapers.discover.calls import closing

_MOST = 1_000_000  # characters of a program that are looked at
_PLACES = 400  # of each kind that are spelt otherwise
_MANY = 4000  # names and values that are looked at
_LONGEST = 600  # characters of a function, or of what is joined
_NAME = r"[A-Za-z_$][\w$]*"
_DOTTED = rf"{_NAME}(?:\??\.{_NAME})*"
_QUOTED = r"(?:\"[^\"\\\n]*\"|'[^'\\\n]*'|`[^`\\]*`)"


@lru_cache(maxsize=8)  # each article of a site is looked for in the same program
def plainly_spelt(script: str, settings: str = "") -> str:
    """Return a program with the addresses that it asks spelt in one piece, as far as they are told.

    Args:
        script: its text.
        settings: what its page sets for it.
    """
    if len(script) > _MOST:
        return script
    script = _joined(script)
    if _ASKS.search(script):
        script = spelling.spelt(script, _keyed(script, settings), _objects_made(settings))
    return _with_constants(script, settings)


# --- texts


def _joined(script: str) -> str:
    """Return a script whose texts are joined by signs: "/a?from=".concat(n, "&size=5") is "/a?from="+n+"&size=5"."""
    pieces: list[str] = []
    at = 0
    for call in islice(_CONCAT.finditer(script), _PLACES):
        given = script[call.end() : call.end() + _LONGEST]
        end = closing(given)
        if call.start() >= at and end < len(given):
            terms = (term.strip() for term in _TERMS.findall(given[:end]))
            pieces += [script[at : call.start()], *(f"+{term}" for term in terms if term)]
            at = call.end() + end + 1
    return _NOTHING_FIRST.sub("", "".join((*pieces, script[at:])))


# ""+base+"/rows", as Babel joins.
_NOTHING_FIRST = re.compile(rf"(?<![\w$\"'`\\])(?:\"\"|'')\s*\+\s*(?={_NAME})")
# Of a text, or of what was joined to one: "..".concat(a).concat("b").
_CONCAT = re.compile(r"(?<=[\"'`)])\.concat\((?=[^()]{0,200}[\"'`]|[\w$.]{1,60}\))")
_TERMS = re.compile(rf"(?:{_QUOTED}|\((?:[^()]|\([^()]*\))*\)|[^,()\"'`])+")


# --- constants


def _with_constants(script: str, settings: str) -> str:
    """Return a script whose addresses begin with what its constants or its page's settings say: const a = '/api/v2' ..
    fetch(`${a}/posts`), or a = useRuntimeConfig().public.apiBase; and so what it says to put before them, {baseURL: a}."""
    begun = list(islice(_BEGUN.finditer(script), _MANY))
    constants = _constants(script, settings) if begun else {}

    def told(found: re.Match[str]) -> str:
        name = (
            (found["held"] or found["named"] or found["whole"] or found["base"])
            .replace("?", "")
            .rpartition(".")[2]
        )
        value = _before(constants.get(name, ()), found.start())
        if value and found["base"]:
            return f'baseURL:"{value}"'
        if value and found["whole"]:
            return f'"{value}"+'
        head = value.rstrip("/") if found["slash"] else value
        return f"{found['q'] or found['quote']}{head}" if value else found[0]

    return _BEGUN.sub(told, script) if constants else script


# What an address begins with: `${a}/posts`, a + "/posts"; baseURL: a.public.apiBase.
_BEGUN = re.compile(
    rf"(?:\bbaseURL\s*:\s*(?P<base>{_DOTTED})(?=\s*[,}}])|(?:(?P<q>`)\$\{{\s*(?P<held>{_DOTTED})\s*\}}|(?<=[(:=,])\s*(?P<named>{_DOTTED})\s*\+\s*(?P<quote>[\"'`]))(?=(?P<slash>/?)(?:[A-Za-z]|\$\{{))"
    rf"|(?<=fetch\()\s*(?P<whole>{_NAME})\s*\+\s*(?={_NAME}\s*[,)]))"
)


def _objects_made(settings: str) -> dict[str, Any]:
    """Return the objects that a page makes for all its scripts, by their names: window.site={"id": "7eb5"};."""
    made: dict[str, Any] = {}
    for found in islice(_MADE.finditer(settings), _PLACES):
        with suppress(ValueError):
            made[found["name"]] = json.loads(found["value"].replace("<\\/", "</"))
    return made


_MADE = re.compile(rf"(?:^|(?<=[>\n]))window\.(?P<name>{_NAME})=(?P<value>\{{[^\n]*\}});$", re.MULTILINE)


def _keyed(script: str, settings: str) -> dict[str, str]:
    """Return the settings that by their names tell what addresses begin with."""
    told: dict[str, str] = {}
    for keyed in islice(_KEYED.finditer(f"{settings}\n{script}"), _MANY):
        told.setdefault(keyed["key"], keyed["path"])
    return told


def _constants(script: str, settings: str) -> Mapping[str, Sequence[tuple[int, str]]]:
    """Return what each constant that an address may begin with is given, and where."""
    told = _keyed(script, settings)
    found = {key: [(0, path)] for key, path in told.items()}
    for given in islice(_GIVEN.finditer(script), _MANY):
        value = given["path"] or told.get(given["key"] or "", "")
        if value:
            found.setdefault(given["name"], []).append((given.start(), value))
    return found


def _before(given: Sequence[tuple[int, str]], place: int) -> str:
    """Return what a constant was given last before a place, else what it is given first."""
    before = [value for start, value in given if start < place]
    return before[-1] if before else next((value for _, value in given), "")


_PATH = r"(?P<path>(?:https?://[\w.:-]+)?(?:/[\w.-]+)+/?|https?://[\w.:-]+/?)"
# A setting that by its name tells what addresses begin with, {apiBase: "/api"}; what is given a name, and by which setting.
_KEYED = re.compile(
    rf"(?<![\w$])(?P<key>\w*(?:api|base|host|root|prefix|gateway|server|domain|endpoint|backend)\w*)[\"']?\s*[:=]\s*[\"'`]{_PATH}[\"'`]",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    rf"(?<![\w$.])(?P<name>{_NAME})\s*=\s*(?:(?:[\w$.?]{{1,60}}\s*(?:\|\||\?\?)\s*)?[\"'`]{_PATH}[\"'`]|{_NAME}(?:\??\.{_NAME}|\(\s*\))*\.(?P<key>\w*(?:[aA]pi|API|[bB]ase|BASE|[hH]ost|[rR]oot|[pP]refix|[eE]ndpoint)\w*)(?![\w$.(]))"
)

_ASKS = re.compile(
    r"fetch|ajax|axios|request|http|\.(?:get|post|load)\(|getJSON|\b(?:url|query|params)\s*:", re.IGNORECASE
)
