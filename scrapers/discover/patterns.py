"""Addresses that a page's script or template builds for its rows: 'show.html?id=' + item.id. Nothing is run.

A pattern is the address with the names of the fields it takes in braces: ``show.html?id={id}``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from scrapers.discover.addresses import Look, read_address, resolve

_MOST_TEXT = 1_000_000  # characters of a page that are looked at
_MOST = 8  # patterns of one page
_VALUE = r"(?:[\w$]+(?:\[[\w$]+\])*(?:\(\))?\.)*(?P<{}>[A-Za-z_$][\w$]*)"  # list[i].id, item.id, id
_CELL = r"[\w$]+(?:\[[A-Za-z_$]\w*\])?\[(?P<{}>\d)\]"  # rows[i][0], row[0]
# What a handler reads off the element it was called for: $(this).data('id'), this.getAttribute('data-id').
_MARK = r"(?:\$\(\s*)?[A-Za-z_$][\w$.]*\)?\.(?:data|attr|getAttribute|get)\(\s*[\"'](?:data-)?(?P<marked>\w+)[\"']\s*\)"
# What is read off an element of a row in XML: rows[i].getElementsByTagName('id')[0].text.
_ELEMENT = (
    r"[A-Za-z_$][\w$.\[\]]*\.(?:getElementsByTagName|selectSingleNode)\(\s*[\"'](?P<element>\w+)[\"']\s*\)(?:\[0\]|\.item\(0\))?"
    r"\.(?:text|textContent|nodeTypedValue|firstChild\.(?:nodeValue|data)|childNodes\[0\]\.(?:nodeValue|data))"
)
# How a value stands within an address: '..' + item.id + '..', ${item.id}, {{item.id}}, <%= item.id %>, {id}, #{id}, #=id#.
_PLACES = re.compile(
    rf"\\?[\"']\s*\+\s*(?:{_MARK}|{_ELEMENT}|{_CELL.format('celled')}|{_VALUE.format('joined')})\s*(?:\+\s*\\?[\"']|(?=[;,)}}\n\"']|$))|"
    rf"(?:\$|\#)?\{{\{{?\s*{_VALUE.format('braced')}\s*\}}?\}}|<%=\s*{_VALUE.format('tagged')}\s*%>|#[=:]\s*{_VALUE.format('hashed')}\s*#"
)
# The look behind lets a run of such characters be tried from its first only.
_BUILT = re.compile(
    r"(?:(?<![\w./?=&%:#!-])(?!href=)|(?<=href=))(?:#!?(?=/))?[\w./?=&%:-]*+(?:(?<=\.html|\.aspx)#[\w/=-]*+|(?<=\.htm|\.jsp|\.php)#[\w/=-]*+)?(?:\{[\w$]+\}[\w./?=&%-]*)+"
)
# What stands before an address that readers are sent to; what a script fetches from is none.
_SENT_TO = re.compile(
    r"(?:href|open|push|assign|replace|to|path|onclick)[\"'\s=:(\\`,]{1,6}$|(?:gateTo|rectTo|aunch)\(\{\s*url\s*:\s*[\"'`]?$"
    r"|\][\"'`]\s*,\s*(?:as\s*:\s*)?[\"'`]?$",  # push('/news/[slug]', '/news/' + item.slug)
    re.IGNORECASE,
)
_FIELD = re.compile(r"\{([\w$]+)\}")
# Where a program goes by the path or the name of a page and its query: push({path: '/detail', query: {id: item.id}}).
_QUERIED = re.compile(
    r"[{,]\s*(?P<by>path|name|pathname|url)\s*:\s*(?P<q>[\"'`])(?P<page>/?[\w/.\[\]-]+)(?P=q)\s*,\s*(?:query|search|params)\s*:\s*"
    r"\{\s*(?P<fields>[^{}]{1,120})\}"
)
_PAIR = re.compile(r"(?P<key>\w+)\s*:\s*(?:[\w$]+\.)+(?P<field>[A-Za-z_$][\w$]*)\s*(?:,|$)")
_GIVEN = re.compile(r"(?P<key>\w+)\s*:\s*(?P<value>\d{1,9}|[\"'][\w-]{1,40}[\"'])\s*(?:,|$)")
_STATIC = 4  # fields of a query at most


def patterns_in(text: str) -> tuple[str, ...]:
    """Return the patterns of the addresses a page sends its readers to, in its order.

    Args:
        text: the page's HTML with its scripts.
    """
    built = (pattern for before, pattern in built_in(text) if _SENT_TO.search(before))
    return tuple(dict.fromkeys((*built, *_queried(text))))[:_MOST]


def _queried(text: str) -> Iterator[str]:
    """Yield the addresses of entries that a program shows by a page of its own and fields of a query."""
    for found in _QUERIED.finditer(text, 0, _MOST_TEXT):
        path = found["page"] if found["by"] != "name" else _path_named(found["page"], text)
        pairs = [f"{pair['key']}={{{pair['field']}}}" for pair in _PAIR.finditer(found["fields"])]
        pairs += [
            f"{pair['key']}={pair['value'].strip(_QUOTES)}" for pair in _GIVEN.finditer(found["fields"])
        ]
        for place in _PLACE.findall(path):  # {pathname: '/news/[id]', query: {id: item.id}}
            taken = [pair for pair in pairs if pair.startswith(f"{place}=")]
            pairs = [pair for pair in pairs if pair not in taken]
            path = path.replace(f"[{place}]", taken[0].partition("=")[2] if taken else ":")
        if "{" in path and ":" not in path and not pairs:
            yield path
        if path.startswith("/") and ":" not in path and "{" in "".join(pairs) and len(pairs) <= _STATIC:
            yield f"{path}?{'&'.join(pairs)}"


_QUOTES = "\"'"
_PLACE = re.compile(r"\[(\w+)\]")


def _path_named(name: str, text: str) -> str:
    """Return the path of the page that a program's router calls so; an empty string where it has none."""
    written = rf"name\s*:\s*[\"'`]{re.escape(name)}[\"'`]"
    path = r"path\s*:\s*[\"'`](?P<path>/[\w/:-]*)[\"'`]"
    found = re.search(rf"{path}\s*,\s*{written}", text) or re.search(rf"{written}\s*,\s*{path}", text)
    return found["path"] if found else ""


def built_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the patterns of all addresses that a text puts together, each after what stands before it there.

    Args:
        text: a page's HTML with its scripts, or a program.
    """
    plain = _PLACES.sub(lambda found: f"{{{found[found.lastgroup or 0]}}}", text[:_MOST_TEXT])
    for found in _BUILT.finditer(plain):
        if _leads_somewhere(found[0]):
            yield plain[max(0, found.start() - 16) : found.start()], found[0]


def learned(urls: Iterable[str], entries: Iterable[Mapping[str, str]] = ()) -> tuple[str, ...]:
    """Return the patterns of a page's own addresses where they differ in one place only, which then holds what an entry is
    known by: a number, or a name or key of its own (/insights/{slug}).

    Args:
        urls: the addresses of the articles that the page shows.
        entries: the objects in the page's data, which tell what their field is called; read only where a number does not do.
    """
    shown = _of_one_kind(urls)
    if parts := _alike_but_once(shown, r"(\d+)"):
        return ("{id}".join(parts[0]),)
    if not (parts := _alike_but_once(shown, r"([^/?&=.]+)")) or not all(map(_KEY.fullmatch, parts[1])):
        return ()
    told = Counter(name for entry in entries for name, value in entry.items() if value in parts[1])
    named = [name for name, count in told.most_common(1) if 2 * count >= len(parts[1])]
    by_form = ("id", "slug") if all(re.search(r"\d", value) for value in parts[1]) else ("slug", "id")
    return tuple(f"{{{name}}}".join(parts[0]) for name in named or by_form)


def told_by_titles(shown: Iterable[tuple[str, str]], entries: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """Return the patterns of the addresses under which a page shows the entries of its data, which are called the same there:
    /read/{id} of "/read/512" where {id: 512, title: ..} is.

    Args:
        shown: the addresses of the articles that the page shows, each with its title.
        entries: the objects in the page's data.
    """
    addresses = {title: url for url, title in shown if title}
    found = Counter[str]()
    for entry in entries:
        url = next((addresses[value] for value in entry.values() if value in addresses), "")
        for name, value in entry.items() if url else ():
            parts = (
                re.split(rf"(?<=[/=_-]){re.escape(value)}(?=$|[/.&?])", url) if _KEY.fullmatch(value) else ()
            )
            if len(parts) == _AROUND:
                found[f"{{{name}}}".join(parts)] += 1
    return tuple(pattern for pattern, _ in found.most_common(1))


_AROUND = 2  # parts of an address, before its key and behind


def _of_one_kind(urls: Iterable[str]) -> list[str]:
    """Return those of several addresses that are of the commonest host, depth and ending: a few may lead off the site."""
    kinds: dict[tuple[str, int, str], list[str]] = {}
    for url in urls:
        parts = urlsplit(url)
        ending = parts.path.rpartition("/")[2].rpartition(".")[2]
        kinds.setdefault(
            (parts.netloc, parts.path.count("/"), ending if "." in parts.path else ""), []
        ).append(url)
    return max(kinds.values(), key=len, default=[])


def _alike_but_once(urls: Sequence[str], part: str) -> tuple[tuple[str, str], frozenset[str]] | None:
    """Return what several addresses have in common before and behind the one part of them in which they differ, and those parts;
    None where they differ in more.

    Args:
        urls: the addresses.
        part: the regular expression, one group, by which they are taken apart.
    """
    parts = [re.split(part, url) for url in urls]
    if len(parts) < _ALIKE or len({len(each) for each in parts}) != 1:
        return None
    places = [place for place, values in enumerate(zip(*parts, strict=True)) if len(set(values)) > 1]
    if len(places) != 1 or places[0] % 2 == 0:
        return None
    place = places[0]
    if re.fullmatch(r"\w+://[^/]*", "".join(parts[0][:place])):
        return None  # they differ in their hosts
    return ("".join(parts[0][:place]), "".join(parts[0][place + 1 :])), frozenset(
        each[place] for each in parts
    )


_ALIKE = 3  # addresses that prove how a site builds them
_KEY = re.compile(r"[A-Za-z0-9_-]+")


def _leads_somewhere(pattern: str) -> bool:
    """Tell whether the written part of a pattern names a page: a bare {url} is a field, not a pattern."""
    example = resolve("http://x/", _FIELD.sub("1234567", pattern))
    written = _FIELD.sub("", pattern)
    return bool(re.search(r"\w", written)) and bool(example) and read_address(example).look is not Look.NEVER


def fields_of(pattern: str) -> list[str]:
    """Return the names of the fields a pattern takes."""
    return _FIELD.findall(pattern)


def filled(patterns: Iterable[str], entry: Mapping[str, Any]) -> str:
    """Return the address of an entry by the first pattern whose fields it has, or an empty string."""
    for pattern in patterns:
        values = [_told(entry, name, pattern) for name in fields_of(pattern)]
        if all(
            isinstance(value, str | int) and re.fullmatch(r"[\w.-]{1,64}", str(value)) for value in values
        ):
            texts = iter(map(str, values))
            return _FIELD.sub(lambda _: next(texts), pattern)  # noqa: B023
    return ""


def _told(entry: Mapping[str, Any], name: str, pattern: str) -> Any:
    """Return what an entry has for a field of a pattern: by its name; where a minifier chose that, by the key of the query
    that it is given, else what an entry is known by."""
    if name in entry or (name not in ("id", "$id") and len(name) > _SHORT):
        return entry.get(name)
    key = re.search(rf"[?&](?P<key>\w+)=\{{{re.escape(name)}\}}", pattern)
    if name != "id" and (key is None or key["key"] not in entry) and "slug" in entry:
        return entry["slug"]
    return entry.get(key["key"] if key else "id", entry.get("id", _own_id(entry)))


_SHORT = 2  # characters of a name that a minifier chose
_OWN_ID = re.compile(
    r"(?:a|n|news|articles?|art|info|content|doc|post|notice|item|obj|row|zx|xw)?_?id", re.IGNORECASE
)


def _own_id(entry: Mapping[str, Any]) -> Any:
    """Return the number by which an entry is known that has no field called id: articleId."""
    return next((value for key, value in entry.items() if _OWN_ID.fullmatch(key)), None)
