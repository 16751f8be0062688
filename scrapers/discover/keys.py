"""The keys by which a script asks for one of a site's columns, where it names the columns but asks for whichever is chosen. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import urlsplit

from scrapers.discover.headings import heads_aside, heads_news
from scrapers.discover.model import COLUMN, FOLLOWED, Request
from scrapers.discover.scripts import is_name_of_column

_FIELD = (
    r"(?:channel|cate?(?:gory)?|col(?:umn)?|lm|lanmu|type|class|sort|node|menu|section|news_?type|news_?cate?(?:gory)?|article_?type|c(?=_?id))"
    r"_?(?:id|code|key|no|alias|name)?|code|alias|parent_?id"
)
_VALUE = r"(?:[A-Za-z_$][\w$]*\??\.)*(?P<name>[A-Za-z_$][\w$]*)"
# A field for a column that is given a variable, {channel: this.channel, ..}, {channel, ..}, '?cid=' + cid, `?cid=${this.cid}`,
# each with how a key is put in its place.
_UNGIVEN: tuple[tuple[re.Pattern[str], Callable[[str, str], str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), put)
    for pattern, put in (
        (
            rf"(?P<lead>[{{,]\s*[\"']?(?:{_FIELD})[\"']?\s*:\s*)(?P<value>{_VALUE})(?=\s*[,}}])",
            lambda name, key: json.dumps(key),
        ),
        (
            rf"(?P<lead>[{{,]\s*)(?P<value>(?P<name>{_FIELD}))(?=\s*[,}}])",
            lambda name, key: f"{name}: {json.dumps(key)}",
        ),
        (
            rf"(?P<lead>[?&](?:{_FIELD})=[\"'`]\s*\+\s*)(?P<value>{_VALUE})(?![\w$.(])",
            lambda name, key: json.dumps(key),
        ),
        (
            rf"(?P<lead>[?&/](?:{_FIELD})[=/])(?P<value>\$\{{{_VALUE}\}})",
            lambda name, key: key,
        ),
    )
)
# One that is empty until a column is chosen, in an object that numbers pages.
_EMPTY = re.compile(
    rf"(?P<lead>[{{,]\s*[\"']?(?:{_FIELD})[\"']?\s*:\s*)(?:void 0|null|undefined|\"\"|'')(?=\s*[,}}])",
    re.IGNORECASE,
)
# One that is given a key, which may be that of the first of some tabs: {type: "news", page: 1}, ?cid=3&page=1.
_GIVEN = (
    re.compile(
        rf"[{{,]\s*[\"']?(?P<field>{_FIELD})[\"']?\s*:\s*[\"']?(?P<key>[\w-]{{1,40}})(?=[\"']?\s*[,}}])",
        re.IGNORECASE,
    ),
    re.compile(rf"[?&](?P<field>{_FIELD})=(?P<key>[\w-]{{1,40}})(?=[&\"'`])", re.IGNORECASE),
)
_PAGED = re.compile(r"\{[^{}]{0,200}\b(?:page|current|pn)\w*[\"']?\s*:\s*[01]\b[^{}]{0,200}\}", re.IGNORECASE)
_KEY = re.compile(r"[\w-]{1,40}")
_KEY_NAMES = re.compile(rf"(?:{_FIELD}|key|id|value|slug)", re.IGNORECASE)
_FEW = 2  # columns that make a menu
_CALL = 1500  # characters of a call that are looked at
_CALLS = 1000  # calls of a script that are looked at


@dataclass(frozen=True, slots=True)
class Columns:
    """The keys of columns, by the name of each of their fields that may be one; ``tabs`` where none of them has an address."""

    keys: Mapping[str, tuple[str, ...]]
    tabs: bool = False

    def fitting(self, name: str) -> tuple[str, ...]:
        """Return the keys that a field of a request takes: those of the field called like it, else the likeliest."""
        ranked = sorted(
            self.keys, key=lambda key: (not name.lower().endswith(key.lower()), not _KEY_ITSELF.search(key))
        )
        return self.keys[ranked[0]] if ranked else ()


_KEY_ITSELF = re.compile(r"(?:id|code|key|alias|slug|value)$", re.IGNORECASE)


def columns_in(objects: Iterable[Mapping[str, str]]) -> Columns:
    """Return the keys of the columns of news that a script lists, each with its name: {code: 'hyzx', name: '行业资讯'}.

    Args:
        objects: the flat objects that the script writes.
    """
    listed: dict[tuple[str, ...], list[Mapping[str, str]]] = {}
    for fields in objects:
        if any(map(is_name_of_column, fields.values())) and len(fields) >= _FEW:
            listed.setdefault(tuple(sorted(fields)), []).append(fields)
    for menu in listed.values():
        named = [next(filter(is_name_of_column, fields.values())) for fields in menu]
        columns = [fields for fields, name in zip(menu, named, strict=True) if not heads_aside(name)]
        if len(columns) >= _FEW and any(map(heads_news, named)):
            told = {
                name: tuple(column[name] for column in columns)
                for name in filter(_KEY_NAMES.fullmatch, menu[0])
            }
            keys = {name: values[:FOLLOWED] for name, values in told.items() if _are_keys(values)}
            return Columns(
                keys, not any(map(_LEADS.match, (v for column in columns for v in column.values())))
            )
    return Columns({})


_LEADS = re.compile(r"(?:https?:)?/|[\w./-]+\.(?:s?html?|aspx?|php|jsp)\b|#")


def _are_keys(values: Sequence[str]) -> bool:
    """Tell the values of a field that tell columns apart."""
    return (
        len(set(values)) == len(values)
        and all(map(_KEY.fullmatch, values))
        and not any(map(is_name_of_column, values))
    )


def opened(ask: Request, columns: Columns) -> tuple[Request, ...]:
    """Return the requests for the lists of columns, as the one says that asked for these.

    Args:
        ask: the request whose answer names the columns.
        columns: their keys.
    """
    method, url, data = ask.opens
    named = _TAKES.search(url) or _TAKES.search(data)
    return tuple(
        Request(
            url.replace(COLUMN, key),
            "POST" if method == "POST" else "GET",
            _sent(data.replace(COLUMN, key)),
            ask.patterns,
            ask.headers,
            drawn=ask.drawn,
        )
        for key in columns.fitting(named["field"] if named else "")
    )


_TAKES = re.compile(rf"(?P<field>\w+)(?:=|\W{{2,6}}){COLUMN}")


def _sent(data: str) -> Mapping[str, str] | str:
    """Return what is posted, written as JSON: a text of JSON, or a form."""
    return json.loads(data) if data else {}


def with_menu(
    requests: Sequence[Request], templates: Iterable[Request], others: Iterable[Request] = ()
) -> list[Request]:
    """Return the requests of a script, of which one asks for the columns' names, and another for the list of a column that is
    chosen among them: then the first opens the other.

    Args:
        requests: what the script asks for.
        templates: the same with COLUMN in the place of the key.
        others: what it asks for and what holds no rows, such as menus.
    """
    lists = [ask for ask in templates if COLUMN in ask.url or COLUMN in str(ask.data)]
    menus = [ask for ask in (*requests, *others) if names_columns(ask.url)]
    if not (lists and menus) or names_columns(lists[0].url):
        return list(requests)
    opens = (lists[0].method, lists[0].url, json.dumps(lists[0].data) if lists[0].data else "")
    menu = replace(menus[0], opens=opens, patterns=menus[0].patterns or lists[0].patterns)
    return [menu, *(ask for ask in requests if ask != menus[0])]


def names_columns(url: str) -> bool:
    """Tell the address of an interface that by its name gives those of a site's columns."""
    return bool(_MENU.search(urlsplit(url).path))


# What gives the names of columns: /api/category/list, /cms/channels, getColumnTree.
_MENU = re.compile(
    r"(?:^|[/_.-]|get|list|query|find|all)(?:categor(?:y|ies)|cates?|channels?|columns?|catalogs?|lanmu|types?|classify|class(?:es)?|menus?|navs?|sorts?|sections?)"
    r"(?:[/_.-]?(?:list|tree|all|query|get|page|index|find\w*|info))*(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)


CHOSEN = Columns({"": (COLUMN,)})  # a column that is yet to be named


def for_each(script: str, columns: Columns, calls: re.Pattern[str]) -> list[str]:
    """Return a script once for each column, with that put in where it asks for whichever is chosen, or for the first of some
    tabs; as it is where it asks for none, or tells which one.

    Args:
        script: its text.
        columns: the keys of the columns.
        calls: where it begins to ask for something.
    """
    for call in islice(calls.finditer(script), _CALLS) if columns.keys else ():
        end = _end_of(script, call.end())
        for given in (found for way in _GIVEN for found in way.finditer(script, call.start(), end)):
            if columns.tabs and given["key"] in (tabs := columns.fitting(given["field"])):
                before, after = script[: given.start("key")], script[given.end("key") :]
                return [f"{before}{key}{after}" for key in tabs]
        ways = [(found, put) for way, put in _UNGIVEN if (found := way.search(script, call.end(), end))]
        found, put = min(ways, key=lambda way: way[0].start(), default=(None, None))
        if found is None or put is None or "function" in script[call.end() : found.start()]:
            continue
        name = found["name"]
        if _is_given(name, script):
            continue
        field = re.findall(r"\w+", f"{found['lead']} {name}")[0]
        before, after = script[: found.start("value")], script[found.end("value") :]
        return [f"{before}{put(name, key)}{after}" for key in columns.fitting(field)]
    for form in _PAGED.finditer(script) if columns.keys else ():
        if empty := _EMPTY.search(form[0]):
            at = form.start() + empty.end("lead")
            rest = script[form.start() + empty.end() :]
            field = re.findall(r"\w+", empty["lead"])[0]
            return [script, *(f"{script[:at]}{json.dumps(key)}{rest}" for key in columns.fitting(field))]
    return [script]


def _end_of(script: str, start: int) -> int:
    """Return where the arguments of a call end, or what is looked at of them."""
    depth = 0
    for at in range(start, min(len(script), start + _CALL)):
        depth += (script[at] in "({[") - (script[at] in ")}]")
        if depth < 0:
            return at + 1
    return min(len(script), start + _CALL)


def _is_given(name: str, script: str) -> bool:
    """Tell a variable that a script gives a text or a number."""
    return bool(
        re.search(rf"(?<![\w$-]){re.escape(name)}[\"']?\s*[:=](?![=>])\s*(?:\d|\"[^\"]|'[^']|`[^`])", script)
    )
