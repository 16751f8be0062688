"""The request after one: addresses, forms and interfaces whose pages, rows or cursors are counted on."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, quote, quote_plus, urlencode, urlsplit, urlunsplit

from scrapers.discover.model import LATER, NUMBER, Discovery, Request

PAGE_NAME = r"(?:cur(?:r(?:ent)?)?|to|go|now|this|start|req(?:uest)?|query)?_?page(?:_?(?:no|num(?:ber)?|index|idx|id|now|cur(?:rent)?))?|(?:cur(?:r(?:ent)?)?)|paged|pn|pi|p|pg|pno|pgno|p_?(?:index|num)"
_PAGE = rf"(?P<key>(?:[\w.\[]*[.\[])?(?:{PAGE_NAME}))\]?"
SIZE = r"(?:limit|length|rows|p(?:age)?_?(?:size|rows|limit)|size|per_?page|ps|\$?top|take|first(?=\"|=))"
_NUMBER = r"(?P<number>\d{1,5})"
NUMBERED = f"{_PAGE}={_NUMBER}"
START = r"(?:start(?:_?(?:index|row|num|position))?|offset|\$?skip|begin|first_?result|from(?:_?index)?|iDisplayStart)"


@dataclass(frozen=True, slots=True)
class _Counts:
    """How the fields that count pages are written in a query, or in JSON."""

    page: re.Pattern[str]
    offset: re.Pattern[str]
    step: re.Pattern[str]
    paired: re.Pattern[str]  # pn and rn count rows, not pages

    @classmethod
    def of(cls, form: str) -> _Counts:
        """Return the patterns, `form` telling how a name and its number are written."""

        def written(name: str, number: str) -> re.Pattern[str]:
            return re.compile(form.format(name=name, number=number), re.IGNORECASE)

        return cls(
            written(_PAGE, _NUMBER),
            written(START, r"(?P<number>\d{1,6})"),
            written(SIZE, r"(?P<step>\d{1,3})"),
            written("rn", r"(?P<step>\d{1,3})"),
        )

    def after(self, text: str) -> str | None:
        """Return a text with the number of its page, or of its first row, counted on; None where it has none."""
        found, paired = self.page.search(text), self.paired.search(text)
        if found and not (paired and found["key"].lower() == "pn"):
            return _counted(text, found, 1)
        found, step = found or self.offset.search(text), paired or self.step.search(text)
        return _counted(text, found, int(step["step"])) if found and step and int(step["step"]) else None

    def ahead(self, text: str) -> bool:
        """Tell a text that numbers a page, or a first row, behind the first one."""
        counted = filter(None, (self.page.search(text), self.offset.search(text)))
        return any(int(found["number"]) > 1 for found in counted)


_IN_QUERY = _Counts.of(r"(?:(?<=[?&])|^){name}={number}(?=&|$)")
_IN_JSON = _Counts.of(r'"{name}"\s*:\s*"?{number}(?="?\s*[,}}])')
_IN_GRAPHQL = _Counts.of(r"(?<=[(,\s]){name}\s*:\s*{number}(?=\s*[,)\s])")  # of a query's own arguments
_UNIT = "/page/build/unit"


def query_of(fields: Mapping[str, str]) -> str:
    """Return fields as a query; their Chinese stays as it is, to be encoded as the page that sends them is."""
    return "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in fields.items())


def _quoted(text: str) -> str:
    return _ASCII.sub(lambda found: quote_plus(found[0]), text)


_ASCII = re.compile(r"[\x00-\x7f]+")


def with_query(url: str, pairs: Mapping[str, str]) -> str:
    """Return an address with fields added to its query, which stays as it is written: it may be encoded in GBK."""
    parts = urlsplit(url)
    query = "&".join(filter(None, [parts.query.strip("&"), query_of(pairs)]))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def page_told(url: str) -> int | None:
    """Return the number of the page that the query of an address tells."""
    found = _IN_QUERY.page.search(urlsplit(url).query)
    return int(found["number"]) if found else None


def counts_on(url: str) -> bool:
    """Tell an address whose query numbers a page, or the first row of one."""
    query = urlsplit(url).query
    return bool(_IN_QUERY.page.search(query) or _IN_QUERY.offset.search(query))


def next_address(url: str) -> str | None:
    """Return a data interface's address for the page after the one its query numbers (?page=1, ?start=0&limit=10), None
    where none is."""
    parts = urlsplit(url)
    following = _IN_QUERY.after(parts.query)
    return urlunsplit((*parts[:3], following, "")) if following else None


def after_rows(url: str, shown: int) -> str | None:
    """Return the address after that of an answer which was asked for from a row on, and not for how many (?offset=0), None
    where it was not.

    Args:
        url: the address asked.
        shown: how many rows came.
    """
    parts = urlsplit(url)
    found = _IN_QUERY.offset.search(parts.query)
    if not found or not shown or _IN_QUERY.step.search(parts.query) or not _COUNTS_ROWS.search(found[0]):
        return None
    return urlunsplit((*parts[:3], _counted(parts.query, found, shown), ""))


_COUNTS_ROWS = re.compile(r"offset|skip", re.IGNORECASE)  # what else is called a start may be a date


def next_file(url: str) -> str | None:
    """Return the address after that of an answer whose path numbers it (/rows/page/2, list_2.json), None where none does."""
    path, mark, query = url.partition("?")
    found = _IN_PATH.search(path) or _WITH_SIZE.search(path)
    return _counted(path, found, 1) + mark + query if found else None


def numbered(url: str, number: int) -> str | None:
    """Return the address of a page of a list by that of the page before it, whose number ends its name or is in its query;
    None where it has none: list_3_1.xml, list.xml?page=1."""
    path, mark, query = url.partition("?")
    if (page_told(url) or 0) == number - 1 > 0:
        return next_address(url)
    found = _AT_THE_END.search(path)
    return _counted(path, found, 1) + mark + query if found and int(found["number"]) == number - 1 else None


_AT_THE_END = re.compile(r"[_-](?P<number>\d{1,4})(?=\.\w{2,5}$)")
_WITH_SIZE = re.compile(r"/(?P<number>\d{1,3})(?=/(?:[568]|1[0258]|[2-5][0-9]|100)/?$)")  # /news/2/10
_IN_PATH = re.compile(
    r"(?:(?:/|[_/-])(?:page|p)[_/-]?|(?:list|rows|news|articles?|index|data|more)[_/-](?:\d{1,6}[_-])?)(?P<number>\d{1,3})(?:\.json)?/?$",
    re.IGNORECASE,
)


def next_unit(url: str, shown: int) -> str | None:
    """Return a JPAAS unit's address for its next page, which it numbers in a field of JSON; None where it is no unit.

    Args:
        url: the address of the page answered.
        shown: how many rows that page has.
    """
    parts = urlsplit(url)
    if not parts.path.endswith(_UNIT):
        return None
    fields = dict(parse_qsl(parts.query))
    counted = _IN_JSON.after(fields.get("paramJson", "")) or f'{{"pageNo":2,"pageSize":"{shown}"}}'
    return urlunsplit((*parts[:3], urlencode(fields | {"paramJson": counted}), ""))


def next_records(answer: str, url: str, shown: int) -> str | None:
    """Return the address of Hanweb's dataproxy.jsp for the records after those it answered, None where it gave the last.

    Args:
        answer: its XML, which tells how many records there are.
        url: the address asked: it names the first and the last record wanted, of which fewer may come.
        shown: how many came.
    """
    total, first = _RECORDS.search(answer), _FIRST_RECORD.search(url)
    if total is None or first is None or not shown:
        return None
    following = int(first["number"]) + shown
    if following > int(total["number"]):
        return None
    url = f"{url[: first.start('number')]}{following}{url[first.end('number') :]}"
    return _LAST_RECORD.sub(lambda last: str(int(last[0]) + shown), url, count=1)


_RECORDS = re.compile(r"<totalrecord>\s*(?P<number>\d{1,7})")
_FIRST_RECORD = re.compile(r"(?<=[?&])startrecord=(?P<number>\d{1,7})")
_LAST_RECORD = re.compile(r"(?<=[?&]endrecord=)\d{1,7}")


def last_row_asked(url: str, posted: Mapping[str, Any] | str = "") -> dict[str, str]:
    """Return the fields of a query, or of what is posted, by which a list goes on after a row, each with the row's field that
    it takes: begin_msgid and last_id take msgid and id."""
    sent = json.loads(posted) if isinstance(posted, str) and posted.startswith("{") else posted or {}
    names = (*dict(parse_qsl(urlsplit(url).query, keep_blank_values=True)), *sent)
    return {name: found["field"] or "" for name in names if (found := _AFTER_ROW.fullmatch(name))}


_AFTER_ROW = re.compile(
    r"(?:begin|last|max|min|since|before|after|from|prev|end|older)_?(?P<field>\w*(?:id|idx|key|time|no|sort|date|stamp|ts))|"
    r"(?P<bare>before|older_?than|since|until)",
    re.IGNORECASE,
)


def after_row(url: str, row: Mapping[str, Any]) -> str | None:
    """Return the address after that of an answer whose last row is given, None where it does not ask by rows."""
    told = {str(key).replace("_", "").lower(): value for key, value in row.items()}
    asked, values = last_row_asked(url), dict(parse_qsl(urlsplit(url).query))
    given = {
        name: told.get(field.replace("_", "").lower())
        if field
        else alike(values[name], row)
        if values.get(name)
        else told.get("id")  # which it goes on by until a row tells otherwise
        for name, field in asked.items()
    }
    if not given or any(not isinstance(value, str | int) or value == "" for value in given.values()):
        return None
    following = url
    for name, value in given.items():
        following = at_cursor(following, name, str(value))
    return following if following != url else None


def alike(asked: str, row: Mapping[str, Any]) -> str | None:
    """Return the value of a row by which a list goes on that was asked for by that of another row, whatever it is called: of
    the same form, a time or a number, and earlier; None where none is or several are."""
    form = re.sub(r"\d", "9", asked)
    told = {str(value) for value in row.values() if isinstance(value, str | int)}
    found = [value for value in told if re.sub(r"\d", "9", value) == form and value < asked]
    return found[0] if len(found) == 1 and re.search(r"\d{3}", asked) else None


_SECOND = 2  # the page after the first


def second(request: Request) -> Request | None:
    """Return the request for the rows after those that a page shows, None where it numbers no pages.

    The script's variable numbers the page shown, or its first row, or already the one it will ask for: page=2, offset=8.
    One of which only is known that it is counted up does so when its rows have come.
    """
    if request.counts:
        return request
    if request.turns[0]:
        # The page shows the first; what is counted up before it is asked for is the second.
        return request if request.turns[1] > _SECOND else _next_file(request)
    if request.method == "GET":
        query = parse_qsl(urlsplit(request.url).query, keep_blank_values=True)
        goes_on = any(CURSOR_FIELD.fullmatch(name) for name, _ in query) or any(last_row_asked(request.url))
        ahead = _IN_QUERY.ahead(urlsplit(request.url).query) or goes_on
        following = request.url if ahead else next_address(request.url)
        return replace(request, url=following) if following else None
    sent = request.data if isinstance(request.data, str) else urlencode(request.data)
    goes_on = any(last_row_asked("", request.data)) or any(map(CURSOR_FIELD.fullmatch, _posted(request)))
    counted = _IN_JSON if isinstance(request.data, str) else _IN_QUERY
    return (
        request if counted.ahead(sent) or (goes_on and not counted.page.search(sent)) else next_form(request)
    )


def _next_file(request: Request) -> Request:
    """Return the request for the file after one of those that a script numbers."""
    address, number, end = request.turns
    return replace(request, url=address.replace(NUMBER, str(number)), turns=(address, number + 1, end))


def fields_of(request: Request) -> Mapping[str, Any]:
    """Return the fields that a request sends, in its query, as a form, or as JSON."""
    query = dict(parse_qsl(urlsplit(request.url).query, keep_blank_values=True))
    return query | dict(_posted(request))


def numbers_pages(request: Request) -> bool:
    """Tell a request one field of which numbers a page, or a row, by its name."""
    names = "&".join(f"{name}=1" for name in fields_of(request))
    return bool(_IN_QUERY.page.search(names) or _IN_QUERY.offset.search(names))


def _counted_up(request: Request) -> Request | None:
    """Return the request after one whose script counts a field up that does not tell by its name what it is, None where none is."""
    name = request.counts
    value = fields_of(request).get(name) if name else None
    if not str(value).isdigit():
        return None
    number = int(str(value)) + 1
    if isinstance(request.data, str) and name in request.data:
        sent = json.loads(request.data)
        told = number if isinstance(value, int) else str(number)
        return replace(request, data=json.dumps(sent | {name: told}, ensure_ascii=False))
    if isinstance(request.data, Mapping) and name in request.data:
        return replace(request, data={**request.data, name: str(number)})
    return replace(request, url=at_cursor(request.url, name, str(number)))


def _posted(request: Request) -> Mapping[str, Any]:
    """Return the fields that a request posts, as a form or as JSON."""
    sent: Any = request.data
    if isinstance(sent, str):
        sent = json.loads(sent) if sent[:1] == "{" else {}
    return sent if isinstance(sent, Mapping) else {}


def next_form(request: Request) -> Request | None:
    """Return a posted request for the page after the one its form, JSON or address numbers, None where none is."""
    if isinstance(request.data, str):
        sent = (
            _IN_JSON.after(request.data)
            or ('"query"' in request.data and _IN_GRAPHQL.after(request.data))
            or None
        )
        return replace(request, data=sent) if sent else _next_posted(request)
    names = list(request.data)
    counted = _IN_QUERY.after("&".join(f"{n}={v}" if v.isdigit() else n for n, v in request.data.items()))
    if counted is None:
        within = {n: after for n, v in request.data.items() if v[:1] == "{" and (after := _IN_JSON.after(v))}
        return replace(request, data={**request.data, **within}) if within else _next_posted(request)
    changed = dict(part.rpartition("=")[::2] for part in counted.split("&") if "=" in part)
    return replace(request, data={n: changed.get(n, request.data[n]) for n in names})


def _next_posted(request: Request) -> Request | None:
    following = next_address(request.url)
    return replace(request, url=following) if following else None


def at_cursor(url: str, name: str, value: str) -> str:
    """Return an address that goes on where an answer says, by the name that its query, or else the answer, gives that."""
    parts = urlsplit(url)
    octets = quote(parts.query, safe="%&=+;/?:@!$'()*,-._~")  # what is encoded in GBK stays so
    fields = dict(parse_qsl(octets, keep_blank_values=True, encoding="latin-1"))
    return urlunsplit(
        (
            *parts[:3],
            urlencode(_going_on(fields, name, value), encoding="latin-1", errors="xmlcharrefreplace"),
            "",
        )
    )


def _going_on(fields: Mapping[str, Any], name: str, value: str | int) -> dict[str, Any]:
    """Return fields with the cursor put where one of them has it, also within another (GraphQL's variables)."""
    for key, inner in fields.items():
        if isinstance(inner, dict) and any(k == name or CURSOR_FIELD.fullmatch(k) for k in inner):
            return {**fields, key: _going_on(inner, name, value)}
    own = next((key for key in fields if CURSOR_FIELD.fullmatch(key) and name not in fields), name)
    return {**fields, own: value}


CURSOR_FIELD = re.compile(
    r"\w*(?:cursor|token|scroll_?id|last_?(?:id|key)|max_?id|marker|bookmark|continuation)|(?:page_?)?(?:context|ctx|anchor)|"
    r"search_?after|next_?key|after",
    re.IGNORECASE,
)


# What else asks for the rows behind some: /stories?from=.., start_after, older.
_ONWARD = re.compile(
    r"next\w*|from|(?:start(?:ing)?|begin)_?(?:after|at|with)|older\w*|continue|resume|seek|tail|position|pos|anchor\w*|last",
    re.IGNORECASE,
)


def goes_on_by(name: str) -> bool:
    """Tell a field by its name that says where a list goes on, be it by a cursor or by the row before."""
    return any(known.fullmatch(name) for known in (CURSOR_FIELD, _AFTER_ROW, _ONWARD))


def without_later(request: Request) -> Request:
    """Return a request as it is made at first, without the fields whose value an answer tells, and with their names."""
    if LATER not in request.url and LATER not in str(request.data):
        return request
    parts = urlsplit(request.url)
    kept = [pair for pair in parts.query.split("&") if not pair.endswith(f"={LATER}")]
    names = [pair.partition("=")[0] for pair in parts.query.split("&") if pair.endswith(f"={LATER}")]
    sent = _posted(request)
    names += [name for name, value in sent.items() if value == LATER]
    data: Mapping[str, Any] | str = {name: value for name, value in sent.items() if value != LATER}
    data = json.dumps(data, ensure_ascii=False) if isinstance(request.data, str) else data
    url = urlunsplit((*parts[:3], "&".join(kept), parts.fragment))
    return replace(request, url=url, data=data if sent else request.data, later=tuple(names))


def asked_later(ask: Request, told: tuple[str, str]) -> tuple[str, str]:
    """Return where an answer says that its list goes on, under the name by which the script that asked for it sends that."""
    name, value = told
    if not ask.later or name in fields_of(ask) or name in ask.later:
        return told
    cursors = (field for field in ask.later if CURSOR_FIELD.fullmatch(field))
    return next(cursors, ask.later[0]), value


def next_asked(ask: Request, found: Discovery) -> Request | None:
    """Return the request for the page after the one that was asked for, None where nothing tells of one.

    Args:
        ask: the request.
        found: what its answer holds.
    """
    if found.sent:
        sent = replace(found.sent, headers=dict(ask.headers) | dict(found.sent.headers))
        # Its further pages open their entries by the same functions.
        opens = ask.marks and ask.drawn == ask.url
        return replace(sent, patterns=ask.patterns, drawn=sent.url, marks=ask.marks) if opens else sent
    address, number, end = ask.turns
    if address and found.links and (end or not found.next):
        return _next_file(ask) if number < end or not end else None
    if ask.counts and found.links and not (found.next or found.cursor):
        return _counted_up(ask)
    if ask.data and found.cursor and found.next:
        return _posted_on(ask, *found.cursor)
    # Where what is posted numbers the page, its address does not: after /rows.json comes no /rows_2.json.
    guessed = ask.data and found.next and _numberless(found.next) == _numberless(ask.url)
    if guessed and (posted := next_form(ask)) and posted.url == ask.url:
        return posted
    if found.next and ask.method == "POST" and found.next.partition("?")[0] == ask.url.partition("?")[0]:
        return replace(ask, url=found.next)
    if found.next:
        onward = Request(found.next, headers=ask.headers, instead=found.instead or "", within=found.within)
        if ask.marks and ask.drawn == ask.url:
            return replace(onward, patterns=ask.patterns, drawn=found.next, marks=ask.marks)
        own = replace(onward, patterns=ask.patterns, drawn=ask.drawn, later=ask.later)
        return own if found.kind == "json" else onward
    return next_form(ask) if ask.data else None


def _posted_on(ask: Request, name: str, value: str) -> Request:
    """Return a posted request for what its answer names as the next: by the field that takes it, else by the one that numbers
    the page, for an answer may call pageNo what is asked for as current."""
    fields = json.loads(ask.data) if isinstance(ask.data, str) else ask.data
    if not _takes(fields, name) and (counted := next_form(ask)):
        return counted
    if isinstance(ask.data, str):
        number = isinstance(fields.get(name), int)
        sent = _going_on(fields, name, int(value) if number else value)
        return replace(ask, data=json.dumps(sent, ensure_ascii=False))
    return replace(ask, data=_going_on(fields, name, value))


def _takes(fields: Mapping[str, Any], name: str) -> bool:
    """Tell whether fields, or those within one of them, have one for a cursor."""
    return any(
        _takes(inner, name) if isinstance(inner, dict) else key == name or bool(CURSOR_FIELD.fullmatch(key))
        for key, inner in fields.items()
    )


def _numberless(url: str) -> str:
    """Return an address without the numbers by which its pages or files are told apart."""
    return re.sub(r"[_-]?\d+", "", url)


def _counted(text: str, found: re.Match[str], step: int) -> str:
    return f"{text[: found.start('number')]}{int(found['number']) + step}{text[found.end('number') :]}"
