"""Where a list goes on that no plain link leads to: counted addresses and forms, postbacks, archives by month."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, quote, quote_plus, urlencode, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover.addresses import read_address, resolve
from scrapers.discover.model import Discovery, Request
from scrapers.discover.scripts import unescape

PAGE_NAME = r"(?:cur(?:r(?:ent)?)?|to|go)?_?page(?:_?(?:no|num(?:ber)?|index|id|now))?|(?:cur(?:r(?:ent)?)?)|paged|pn|pi|p"
_PAGE = rf"(?P<key>(?:[\w.\[]*[.\[])?(?:{PAGE_NAME}))\]?"
_SIZE = r"(?:limit|length|rows|(?:page_?)?size|per_?page|\$?top|take|first(?=\"|=))"
_NUMBER = r"(?P<number>\d{1,5})"
_START = r"(?:start(?:_?(?:index|row|num|position))?|offset|\$?skip|begin|first_?result|from(?:_?index)?|iDisplayStart)"


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
            written(_START, r"(?P<number>\d{1,6})"),
            written(_SIZE, r"(?P<step>\d{1,3})"),
            written("rn", r"(?P<step>\d{1,3})"),
        )

    def after(self, text: str) -> str | None:
        """Return a text with the number of its page, or of its first row, counted on; None where it has none."""
        found, paired = self.page.search(text), self.paired.search(text)
        if found and not (paired and found["key"].lower() == "pn"):
            return _counted(text, found, 1)
        found, step = found or self.offset.search(text), paired or self.step.search(text)
        return _counted(text, found, int(step["step"])) if found and step and int(step["step"]) else None


_IN_QUERY = _Counts.of(r"(?:(?<=[?&])|^){name}={number}(?=&|$)")
_IN_JSON = _Counts.of(r'"{name}"\s*:\s*"?{number}(?="?\s*[,}}])')
_POSTBACK = re.compile(
    r"__doPostBack\(\s*\\?['\"](?P<target>[^'\"\\]*)\\?['\"]\s*,\s*\\?['\"](?P<argument>[^'\"\\]*)\\?['\"]"
)
_MONTH = re.compile(
    r"(?P<year>20\d\d)\s*[-/.年]\s*(?P<month>1[0-2]|0?[1-9])\s*月?份?\s*(?:[(（\[]?\s*\d+\s*[篇条]?\s*[)）\]]?)?"
)
_YEAR = re.compile(r"(?P<year>20\d\d)\s*年?度?")
# A month in a table of years, the year told by the address beside it: archive.asp?y=2026&m=9, /2026/09/.
_MONTH_ALONE = re.compile(
    r"(?:(?P<month>1[0-2]|0?[1-9])|(?P<word>十[一二]?|[一二三四五六七八九]))\s*(?:月份?)?\s*(?:[(（\[]?\s*\d+\s*[篇条]?\s*[)）\]]?)?"
)
_ISSUE = re.compile(
    r"(?:《[^》]{2,16}》\s*)?(?P<year>20\d\d)\s*年?\s*[/-]?\s*第?\s*(?P<number>\d{1,3})\s*期(?:\s*[(（]?总第?\s*\d{1,5}\s*期[)）]?)?"
)
_MORE = re.compile(
    r"(?:点击)?(?:加载|查看|显示|浏览)更多(?:新闻|资讯|内容|文章|信息)?|更多|load\s*more", re.IGNORECASE
)
_TURNED = re.compile(
    rf"(?:location(?:\.(?:href|search))?\s*=|location\.(?:replace|assign)\(|\b(?:getLink|getHref|getUrl|link|href|url)\w*\s*[:=]\s*(?:function\s*\(\s*\w*\s*\)\s*\{{\s*return\b|\(?\s*\w+\s*\)?\s*=>))(?:[^;}}\n]{{0,80}}[:+])?\s*(?P<q>[\"'])(?P<head>[^\"':]*(?:[?&](?:{PAGE_NAME})=|/page/|/p/|[_?/-]|page))(?P=q)\s*\+\s*"
    r"(?:\$\(this\)|\w+)(?:\.\w+(?:\(\s*[\"']?[\w-]*[\"']?\s*\))?)*\s*(?:\+\s*(?P<q2>[\"'])(?P<tail>\.\w+)?[^\"']*(?P=q2)\s*(?:\+\s*\w+\s*)?)?(?:[;})\n]|$)",
    re.IGNORECASE,
)
_COUNTING = re.compile(rf"(?:[?&](?:{PAGE_NAME})=|/page/|/p/|_)$", re.IGNORECASE)
# document.write('<a href="index_' + nextPage + '.html">..'), as TRS writes it where no function does.
_WRITTEN = re.compile(
    r"href\s*=\s*\\?[\"']?(?P<head>[\w./?&=-]*[_=/-])(?P<q>[\"'])\s*\+\s*next\w*\s*\+\s*(?P=q)(?P<tail>\.\w{2,5})?",
    re.IGNORECASE,
)
# What a library of pagers puts the number into: href: "/list_{{number}}.html".
_TEMPLATED = re.compile(
    r"\b(?:href|link|url|page_?url|link_?(?:format|to)|url_?(?:format|template|pattern))\s*:\s*(?P<q>[\"'])(?P<head>[^\"'\s{}]*)"
    r"\{{1,2}\s*(?:number|page\w*|no?|p|i|0)\s*\}{1,2}(?P<tail>[^\"'\s{}]*)(?P=q)",
    re.IGNORECASE,
)
_NEXT_NAMED = re.compile(
    r"\bnext_?(?:page)?_?(?:url|link|href|uri)[\"']?\s*[:=]\s*[\"'](?P<url>[^\"'\s]+)[\"'](?!\s*\+)",
    re.IGNORECASE,
)
_AT = re.compile(rf"\b(?:{PAGE_NAME})\s*=\s*[\"']?(?P<n>\d{{1,5}})\b", re.IGNORECASE)
_AT_NOUGHT = re.compile(rf"\b(?:{PAGE_NAME})\s*=\s*[\"']?0\b", re.IGNORECASE)
_FROM_NOUGHT = re.compile(r"\b(?:pages|pageCount|totalPages?|pageTotal|countPage)\s*-\s*1\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:count|total|totalRecords?|totalCount)\s*[:=]\s*[\"']?(?P<n>\d{1,7})", re.IGNORECASE
)
_EACH = re.compile(rf"\b{_SIZE}\s*[:=]\s*[\"']?(?P<n>\d{{1,4}})", re.IGNORECASE)
_PAGES = re.compile(
    r"\b(?:pages|pageCount|totalPages?|pageTotal|countPage)\s*[:=]\s*[\"']?(?P<n>\d{1,6})", re.IGNORECASE
)
_SHOWN = re.compile(rf"\b(?:{PAGE_NAME})\s*:\s*[\"']?(?P<n>\d{{1,5}})", re.IGNORECASE)
_SELECTED = re.compile(r"[\"'](?P<head>[^\"']*[?&]\w+=)[\"']\s*\+\s*this\.")
_UNIT = "/page/build/unit"
_FEW = 2  # links named by months that make an archive


def query_of(fields: Mapping[str, str]) -> str:
    """Return fields as a query; their Chinese stays as it is, to be encoded as the page that sends them is."""
    return "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in fields.items())


def _quoted(text: str) -> str:
    return _ASCII.sub(lambda found: quote_plus(found[0]), text)


_ASCII = re.compile(r"[\x00-\x7f]+")


def next_address(url: str) -> str | None:
    """Return a data interface's address for the page after the one its query numbers (?page=1, ?start=0&limit=10), None
    where none is."""
    parts = urlsplit(url)
    following = _IN_QUERY.after(parts.query)
    return urlunsplit((*parts[:3], following, "")) if following else None


def next_file(url: str) -> str | None:
    """Return the address after that of an answer whose path numbers it (/rows/page/2, list_2.json), None where none does."""
    path, mark, query = url.partition("?")
    found = _IN_PATH.search(path) or _WITH_SIZE.search(path)
    return _counted(path, found, 1) + mark + query if found else None


_WITH_SIZE = re.compile(r"/(?P<number>\d{1,3})(?=/(?:[568]|1[0258]|[2-5][0-9]|100)/?$)")  # /news/2/10
_IN_PATH = re.compile(
    r"(?:(?:/|[_/-])(?:page|p)[_/-]?|(?:list|rows|news|articles?|index|data|more)[_/-])(?P<number>\d{1,3})(?:\.json)?/?$",
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


def second(request: Request) -> Request | None:
    """Return the request for the rows after those that a page shows, None where it numbers no pages.

    The script's variable numbers the page shown, or already the one it will ask for.
    """
    if request.method == "GET":
        told = _IN_QUERY.page.search(urlsplit(request.url).query)
        ahead = told is not None and int(told["number"]) > 1
        following = request.url if ahead else next_address(request.url)
        return replace(request, url=following) if following else None
    sent = request.data if isinstance(request.data, str) else urlencode(request.data)
    told = (_IN_JSON if isinstance(request.data, str) else _IN_QUERY).page.search(sent)
    return request if told and int(told["number"]) > 1 else next_form(request)


def next_form(request: Request) -> Request | None:
    """Return a posted request for the page after the one its form, JSON or address numbers, None where none is."""
    if isinstance(request.data, str):
        sent = _IN_JSON.after(request.data)
        return replace(request, data=sent) if sent else _next_posted(request)
    names = list(request.data)
    counted = _IN_QUERY.after("&".join(f"{n}={v}" if v.isdigit() else n for n, v in request.data.items()))
    if counted is None:
        return _next_posted(request)
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


def _going_on(fields: Mapping[str, Any], name: str, value: str) -> dict[str, Any]:
    """Return fields with the cursor put where one of them has it, also within another (GraphQL's variables)."""
    for key, inner in fields.items():
        if isinstance(inner, dict) and any(k == name or _CURSOR_FIELD.fullmatch(k) for k in inner):
            return {**fields, key: _going_on(inner, name, value)}
    own = next((key for key in fields if _CURSOR_FIELD.fullmatch(key) and name not in fields), name)
    return {**fields, own: value}


_CURSOR_FIELD = re.compile(
    r"\w*(?:cursor|token|scroll_?id|last_?(?:id|key)|max_?id|marker)|after", re.IGNORECASE
)


def next_asked(ask: Request, found: Discovery) -> Request | None:
    """Return the request for the page after the one that was asked for, None where nothing tells of one.

    Args:
        ask: the request.
        found: what its answer holds.
    """
    if found.sent:
        return replace(found.sent, headers=dict(ask.headers) | dict(found.sent.headers))
    if ask.data and found.cursor and found.next:
        if isinstance(ask.data, str):
            fields = _going_on(json.loads(ask.data), *found.cursor)
            return replace(ask, data=json.dumps(fields, ensure_ascii=False))
        return replace(ask, data=_going_on(ask.data, *found.cursor))
    if found.next and ask.method == "POST" and found.next.partition("?")[0] == ask.url.partition("?")[0]:
        return replace(ask, url=found.next)
    if found.next:
        if found.kind != "json":
            return Request(found.next, headers=ask.headers)
        return Request(found.next, patterns=ask.patterns, headers=ask.headers, drawn=ask.drawn)
    return next_form(ask) if ask.data else None


def _counted(text: str, found: re.Match[str], step: int) -> str:
    return f"{text[: found.start('number')]}{int(found['number']) + step}{text[found.end('number') :]}"


def posted_back(node: LexborNode, tree: LexborHTMLParser, base: str) -> Request | None:
    """Return the form that ASP.NET posts back for a link (__doPostBack), None where it is no such link."""
    found = _POSTBACK.search(call_of(node))
    form = _form_around(node) or tree.css_first("form") if found else None
    if found is None or form is None:
        return None
    return _post_back(form, found, base, {})


def _post_back(form: LexborNode, call: re.Match[str], base: str, picked: dict[str, str]) -> Request:
    asked = {"__EVENTTARGET": call["target"], "__EVENTARGUMENT": call["argument"]}
    return Request(action_of(form, base), "POST", _hidden_fields(form) | asked | picked)


def action_of(form: LexborNode, base: str) -> str:
    """Return the address that a form is sent to, the page's own where it names none."""
    return resolve(base, form.attributes.get("action") or "") or base


def is_posted(form: LexborNode) -> bool:
    """Tell whether a form is sent by POST."""
    return (form.attributes.get("method") or "").lower() == "post"


def call_of(node: LexborNode) -> str:
    """Return what an element runs when it is clicked: a javascript: address, a handler."""
    return f"{node.attributes.get('href') or ''} {node.attributes.get('onclick') or ''}"


def without_long_values(fields: dict[str, str]) -> dict[str, str]:
    """Return a form's fields but those that hold a state of the page, and turn none."""
    return {name: value for name, value in fields.items() if len(value) < _LONG_VALUE}


_LONG_VALUE = 200  # characters


def _form_around(node: LexborNode) -> LexborNode | None:
    form = node.parent
    while form is not None and form.tag != "form":
        form = form.parent
    return form


def _hidden_fields(form: LexborNode) -> dict[str, str]:
    told = ((f.attributes.get("name"), f.attributes.get("value")) for f in form.css("input[type=hidden]"))
    return {name: value or "" for name, value in told if name}


def following_number(nodes: Iterable[LexborNode]) -> LexborNode | None:
    """Return, among links of a pager that post back, the one numbered after the page shown, which is not linked."""
    numbered = {
        int(words): node
        for node in nodes
        if (words := (node.text() or "").strip(" []")).isdigit() and len(words) < 5
        if _POSTBACK.search(node.attributes.get("href") or "")
    }
    return next((numbered[n] for n in sorted(numbered) if n > 1 and n - 1 not in numbered), None)


def issue_before(tree: LexborHTMLParser, base: str, url: str) -> str | None:
    """Return the issue before the one shown, where addresses tell days and links to other issues are of the same shape: a
    calendar, a list of issues."""
    own = read_address(url)
    if own.date is None or len(own.date) < len("2026-01-01"):
        return None
    links = {resolve(base, node.attributes.get("href") or "") for node in tree.css("a[href], option[value]")}
    others = [read_address(to) for to in links if to and urlsplit(to).netloc == urlsplit(url).netloc]
    before = [
        o
        for o in others
        if o.shape == own.shape and o.date and len(o.date) == len(own.date) and o.date < own.date
    ]
    latest = max((o.date or "" for o in before), default="")
    if latest:
        return min(o.url for o in before if o.date == latest)
    leaves = [o.url for o in others if o.shape == own.shape and o.date == own.date]
    earlier = max((day for day in _days_listed(tree) if day < own.date), default="")
    return _dated(min([*leaves, url]), own.date, earlier) if earlier else None


def _days_listed(tree: LexborHTMLParser) -> set[str]:
    """Return the days of issues that a calendar's script lists: var period = ["2026-11-27", "2026-11-24"]."""
    texts = (script.text() or "" for script in tree.css("script"))
    lists = (found[0] for text in texts for found in _DAYS.finditer(text))
    return {f"{d['y']}-{d['m']}-{d['d']}" for listed in lists for d in _DAY.finditer(listed)}


_DAY = re.compile(r"(?P<y>20\d\d)[-/.]?(?P<m>0[1-9]|1[0-2])[-/.]?(?P<d>0[1-9]|[12]\d|3[01])")
_DAYS = re.compile(
    r"\[\s*(?:[\"']20\d\d[-/.]?\d\d[-/.]?\d\d[\"']\s*(?:,\s*)?){2,}\]|[\"'](?:20\d\d[-/.]?\d\d[-/.]?\d\d\s*[,;|]\s*)+20\d\d[-/.]?\d\d[-/.]?\d\d[\"']"
)


def _dated(url: str, own: str, day: str) -> str | None:
    """Return an address with its day put for another, written as it writes its own; None where it writes it otherwise."""
    y, m, d = own.split("-")
    written = re.compile(rf"{y}(?P<first>[-/]?){m}(?P<second>[-/]?){d}(?!\d)")
    other = day.split("-")
    changed, count = written.subn(lambda f: f"{other[0]}{f['first']}{other[1]}{f['second']}{other[2]}", url)
    return changed if count else None


def archives(tree: LexborHTMLParser, base: str) -> dict[str, str]:
    """Return the archives that a page names by month (2026年3月) or by year, newest first, each with its address."""
    months: dict[str, str] = {}
    years: dict[str, str] = {}
    for node, to in _archived(tree):
        words = (node.text() or "")[:40].strip(" \t\n[]【】()（）")
        if not words or not to or not (target := resolve(base, to)):
            continue
        if named := _MONTH.fullmatch(words):
            months.setdefault(f"{named['year']}-{int(named['month']):02}", target)
        elif named := _YEAR.fullmatch(words):
            years.setdefault(named["year"], target)
        elif (named := _MONTH_ALONE.fullmatch(words)) and (month := _month_in(to, named)):
            months.setdefault(month, target)
    found = months if len(months) >= _FEW else years
    return dict(sorted(found.items(), reverse=True)) if len(found) >= _FEW else {}


def _archived(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, str]]:
    """Yield what may name an archive, a link or a choice in a list that is gone to or sent, with where it leads."""
    for node in tree.css("a[href], select[onchange*=location] option[value]"):
        yield node, node.attributes.get("href") or node.attributes.get("value") or ""
    for select in tree.css("select[onchange*=submit]"):
        form = _form_around(select)
        if form is not None and not is_posted(form):
            head = _form_head(select)
            yield from (
                (option, head + (option.attributes.get("value") or ""))
                for option in select.css("option[value]")
            )


def _month_in(address: str, named: re.Match[str]) -> str | None:
    """Return the month of an archive that is named by its month only, where its address has that month and a year."""
    number = int(named["month"]) if named["month"] else _NUMERALS[named["word"]]
    if "月" not in named[0] and not names_month(address):
        return None
    found = re.search(rf"(?<!\d)(20\d\d)(?:\D{{1,9}}0?{number}|{number:02})(?!\d)", address)
    return f"{found[1]}-{number:02}" if found else None


def names_month(address: str) -> bool:
    """Tell an address whose query has a month."""
    return bool(_MONTH_KEY.search(address))


_MONTH_KEY = re.compile(r"[?&](?:month|mon|yue|mm)=\d", re.IGNORECASE)
_NUMERALS = {word: number for number, word in enumerate([*"一二三四五六七八九十", "十一", "十二"], 1)}


def issues(tree: LexborHTMLParser, base: str) -> dict[str, str]:
    """Return the issues of a paper that a page names (2026年第11期) in words or on their covers, newest first."""
    found: dict[str, str] = {}
    for node in tree.css("a[href]"):
        image = node.css_first("img[alt]")
        told = (node.text(), node.attributes.get("title"), image.attributes.get("alt") if image else None)
        named = next((n for words in told if (n := _ISSUE.search((words or "")[:60]))), None)
        if named and (target := resolve(base, node.attributes.get("href") or "")):
            found.setdefault(f"{named['year']}-{int(named['number']):03}", target)
    documents = any(read_address(target).document for target in found.values())
    return dict(sorted(found.items(), reverse=True)) if len(found) >= _FEW and not documents else {}


def earlier(named: dict[str, str], url: str, shown: Iterable[str]) -> str | None:
    """Return the archive that goes on where a page ends.

    Args:
        named: see `archives`.
        url: the page's own address.
        shown: the dates of what the page lists, ISO 8601.
    """
    size = len(next(iter(named), ""))
    seen = sorted({day[:size] for day in shown if len(day) >= size})
    own = own_archive(named, url)
    if own is None and not seen:
        return None
    # An archive, and what it goes on in, has all of its month; of any other page the last one may be cut off, but a
    # page of one year is mostly that year's.
    last = own or seen[0]
    whole = own is not None or (len(seen) == 1 and size == len("2026"))
    return next(
        (target for month, target in named.items() if month < last or (month == last and not whole)), None
    )


def own_archive(named: dict[str, str], url: str) -> str | None:
    """Return the name of the archive that a page is of, None where it is of none."""
    own = [name for name, target in named.items() if _is_of(url, target)]
    return max(own, key=lambda name: len(named[name]), default=None)


def _is_of(url: str, archive: str) -> bool:
    """Tell a page of an archive: its own address, or one that begins so (/2026/10/2/, ?m=202610&page=2)."""
    stem = re.sub(r"\.\w{2,5}$", "", archive.rstrip("/"))
    return url.startswith(stem) and not url[len(stem) :][:1].isdigit()


def turned_page(tree: LexborHTMLParser, base: str, url: str, own: int) -> str | None:
    """Return the next page of a list whose script writes the pager (laypage and its like): location.href = '?page=' + n.

    Args:
        tree: the parsed page, or its script.
        base: what its references start from.
        url: its address.
        own: the number of the page shown.
    """
    for script in tree.css("script"):
        text = script.text() or ""
        if named := _NEXT_NAMED.search(text):
            return resolve(base, unescape(named["url"])) or None
        found = _TURNED.search(text) or _TEMPLATED.search(text)
        if found is None:
            if written := _written_page(text):
                return resolve(base, written) or None
            continue
        if "?" in found["head"]:  # then the path numbers the column: /list/2.html?page=3
            told = _IN_QUERY.page.search(urlsplit(url).query)
            own = int(told["number"]) if told else 1
        number = int(shown["n"]) if (shown := _SHOWN.search(text)) else own
        if not shown and own == 1 and "?" not in found["head"] and _AT_NOUGHT.search(text):
            number = 0  # of files counted from nought, as TRS does
        last = _last_page(text)
        counted = last is not None or _COUNTING.search(found["head"])
        if counted and (last is None or number < last):
            return resolve(base, f"{found['head']}{number + 1}{found['tail'] or ''}") or None
    return None


def _written_page(script: str) -> str | None:
    """Return the address of the next page that a script writes out, the pages told by its variables."""
    found, shown, last = _WRITTEN.search(script), _AT.search(script), _last_page(script)
    if found is None or shown is None or last is None:
        return None
    following = int(shown["n"]) + 1
    within = following < last if _FROM_NOUGHT.search(script) else following <= last
    return f"{found['head']}{following}{found['tail'] or ''}" if within else None


def _last_page(script: str) -> int | None:
    if told := _PAGES.search(script):
        return int(told["n"])
    total, each = _TOTAL.search(script), _EACH.search(script)
    return -(-int(total["n"]) // int(each["n"])) if total and each and int(each["n"]) else None


def selected_next(tree: LexborHTMLParser, base: str, url: str) -> str | None:
    """Return the page after the one shown in a <select> that leads from page to page."""
    for select in tree.css("select[onchange]"):
        change = select.attributes.get("onchange") or ""
        head = found["head"] if (found := _SELECTED.search(change)) else ""
        if not head and "submit" in change:
            head = _form_head(select)
        if not head and not re.search(r"location|open", change):
            continue
        options = [
            (resolve(base, head + (option.attributes.get("value") or "")), "selected" in option.attributes)
            for option in select.css("option[value]")
            if _CHOICE.fullmatch(option.text() or "")
        ]
        own = next((n for n, (to, chosen) in enumerate(options) if chosen or to == url), 0)
        if own + 1 < len(options):
            return options[own + 1][0] or None
    return None


# A page's number, or an issue of a paper: 第3页, 2026年第12期, 2026-11-26.
_CHOICE = re.compile(
    r"\s*(?:第?\s*\d+\s*(?:/\s*\d+\s*)?页?|(?:20\d\d\s*年?\s*)?(?:总?第\s*)?\d{1,5}\s*期.{0,12}|20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?.{0,8})\s*"
)


def _form_head(select: LexborNode) -> str:
    """Return the address of a form that a <select> submits, up to the select's own value."""
    form, name = _form_around(select), select.attributes.get("name")
    if form is None or not name:
        return ""
    fields = without_long_values(_hidden_fields(form))
    fields.pop(name, None)  # the select's own value ends the address
    return f"{(form.attributes.get('action') or '').partition('?')[0]}?{query_of(fields | {name: ''})}"


# 第2页/共9页, 共9页 当前第2页, 页次：2/9, 2/9页
_OF_PAGES = re.compile(
    r"第\s*(?P<own>\d{1,5})\s*[页頁]?\s*[/／|,，]?\s*共\s*(?P<all>\d{1,5})\s*[页頁]|"
    r"(?:[页頁][次码碼数]|当前[页頁]?)\s*[:：]?\s*(?:第\s*)?(?P<own2>\d{1,5})\s*[页頁]?\s*[/／]\s*(?:共\s*)?(?P<all2>\d{1,5})|"
    r"(?P<own3>\d{1,5})\s*[/／]\s*(?P<all3>\d{1,5})\s*[页頁]|"
    r"共\s*(?P<all4>\d{1,5})\s*[页頁]\s*[/／|,，]?\s*(?:当前)?(?:是|为)?\s*第\s*(?P<own4>\d{1,5})\s*[页頁]"
)


def pages_told(tree: LexborHTMLParser) -> tuple[int, int] | None:
    """Return the number of the page shown and of all pages, as the page says them: 第2页/共9页."""
    found = _OF_PAGES.search(tree.body.text(separator=" ")) if tree.body is not None else None
    numbers = [int(n) for key in ("", "2", "3", "4") if (n := found[f"own{key}"])] if found else []
    every = [int(n) for key in ("", "2", "3", "4") if (n := found[f"all{key}"])] if found else []
    return (numbers[0], every[0]) if numbers else None


_COUNTED = re.compile(
    rf"(?<=[?&]){_PAGE}={_NUMBER}(?=&|$)|(?<=[_/-])(?P<last>\d{{1,4}})(?=(?:\.\w+)?/?$)", re.IGNORECASE
)


def counted_back(last: str, tree: LexborHTMLParser, own: int) -> str | None:
    """Return the address of the page after the one shown, by that of the last page.

    Args:
        last: where the last page is.
        tree: the page, which may say how many pages there are: its own address need not count from 1.
        own: the number of the page shown by its address.
    """
    found = _COUNTED.search(last)
    if found is None:
        return None
    name = "number" if found["number"] else "last"
    end = int(found[name])
    told = pages_told(tree)
    before = end - told[1] if told else 0
    following = (told[0] if told else own) + 1 + before
    if before not in (0, -1) or following > end:
        return None
    return f"{last[: found.start(name)]}{following}{last[found.end(name) :]}"


_MARKS = (
    "hx-get", "data-hx-get", "ic-get-from", "ic-append-from", "up-href", "data-next", "data-next-url", "data-nexturl",
    "data-next-href", "data-next-page", "data-next-page-url", "data-more-url", "data-load-url", "data-loadmore-url",
)  # fmt: skip
_LAZY = "turbo-frame[src], include-fragment[src]"
_SEEN = re.compile(r"revealed|intersect")


def marked_next(tree: LexborHTMLParser, base: str, own: int) -> str | None:
    """Return the address at which an element's attributes say that further rows are, loaded when it is seen or pressed.

    Args:
        tree: the page, or the piece of it that such an element loaded.
        base: what its references start from.
        own: the number of the page shown.
    """
    for node in tree.css(f"{', '.join(f'[{mark}]' for mark in _MARKS)}, {_LAZY}"):
        marks = node.attributes
        named = next(filter(None, map(marks.get, (*_MARKS, "src"))), "")
        found = _COUNTED.search(named)
        counted = found is not None and int(found["number"] or found["last"]) == own + 1
        if counted or _SEEN.search(marks.get("hx-trigger") or "") or _MORE.fullmatch(_words(node)):
            return resolve(base, named) or None
    return None


def pressed(button: LexborNode, base: str) -> Request | None:
    """Return the form that a button sends, with what the button adds to it; None where it sends none."""
    marks, form = button.attributes, _form_around(button)
    if form is None or button.tag not in ("input", "button") or marks.get("onclick"):
        return None
    name = marks.get("name") or ""
    if marks.get("type") == "image":
        own = {f"{name}.x": "1", f"{name}.y": "1"} if name else {}
    else:
        own = {name: marks.get("value") or ""} if name else {}
    target, sent = action_of(form, base), _hidden_fields(form) | own
    if is_posted(form):
        return Request(target, "POST", sent)
    return Request(f"{target.partition('?')[0]}?{query_of(without_long_values(sent))}")


def chosen(select: LexborNode | None) -> tuple[int, int] | None:
    """Return the number of the page that is chosen in a list of page numbers, and the last one's."""
    options = select.css("option") if select is not None else []
    numbers = [int(n[0]) for o in options if (n := re.search(r"\d{1,5}", o.attributes.get("value") or ""))]
    own = [n for o, n in zip(options, numbers, strict=False) if "selected" in o.attributes]
    return (own[0], max(numbers)) if own and len(numbers) == len(options) else None


def selected_postback(tree: LexborHTMLParser, base: str) -> Request | None:
    """Return the form that ASP.NET posts back when the next page is chosen in a list of page numbers."""
    for select in tree.css("select[name][onchange]"):
        call, told = _POSTBACK.search(select.attributes.get("onchange") or ""), chosen(select)
        form = _form_around(select)
        if call is None or form is None or told is None or told[0] >= told[1]:
            continue
        return _post_back(form, call, base, {select.attributes.get("name") or "": str(told[0] + 1)})
    return None


def unlinked_next(tree: LexborHTMLParser, url: str) -> str | None:
    """Return the page after the one shown where a framework draws a pager of buttons without addresses: such lists
    number their pages in the query."""
    found = _IN_QUERY.page.search(urlsplit(url).query)
    own = int(found["number"]) if found else 1
    numbers = {
        int(words): node
        for node in tree.css(_BUTTONS)
        if (words := _words(node)).isdigit() and len(words) < 5
    }
    if own + 1 not in numbers or not _is_in_pager(numbers[own + 1]):
        return None
    return next_address(url) if found else at_cursor(url, "page", "2")


_BUTTONS = "button:not([onclick]), li:not([onclick]), a:not([href]):not([onclick]), span[role=button]"
_PAGER_NAME = re.compile(r"pag(?:er|ing|inat)|(?:^|[-_\s])page", re.IGNORECASE)


def _is_in_pager(node: LexborNode) -> bool:
    around: LexborNode | None = node
    for _ in range(4):
        if around is None:
            return False
        names = f"{around.attributes.get('class') or ''} {around.attributes.get('id') or ''} {around.attributes.get('aria-label') or ''}"
        if _PAGER_NAME.search(names) or "分页" in names:
            return True
        around = around.parent
    return False


def offers_more(tree: LexborHTMLParser) -> bool:
    """Tell whether a page has a button that loads more rows into it."""
    marks = tree.css(
        "button, span, div, p, input[type=button], a:not([href]), a[href^='#'], a[href^='javascript']"
    )
    return any(_MORE.fullmatch(_words(node)) for node in marks)


def waits_for_more(tree: LexborHTMLParser) -> bool:
    """Tell whether a list ends in a mark at which a script goes on with it, as soon as it is seen: 加载中…, 没有更多了."""
    marks = tree.css("div, span, p, li, i, button, section")
    return any(_WAITS.fullmatch(_words(node)) or _is_watched(node) for node in marks)


_WAITS = re.compile(
    r"[\W_]*(?:(?:正在)?(?:努力|拼命|玩命)?(?:加载|载入)(?:数据)?(?:中|更多)?|(?:已经?)?(?:没有|无)更多(?:内容|数据|新闻)?了?|(?:已经?)?到底了?|(?:上拉|下拉|上滑|下滑|滑动|滚动)(?:可以?)?(?:加载|查看|显示)(?:更多)?|loading|no more(?: data)?)[\W_]*",
    re.IGNORECASE,
)
_WATCHED = re.compile(
    r"(?:^|[-_\s])(?:sentinel|infinite(?:[-_]?scroll\w*)?|load-?more|scroll-?(?:end|bottom|trigger|loader|watch\w*|anchor)|pull-?up\w*|dropload\w*|(?:list|page)-?(?:end|bottom))(?:$|[-_\s])",
    re.IGNORECASE,
)


def _is_watched(node: LexborNode) -> bool:
    """Tell an element without words whose name says that a script watches whether it is seen."""
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return bool(names != " " and _WATCHED.search(names) and not (node.text() or "").strip())


def _words(node: LexborNode) -> str:
    if node.child is not None and node.child.next is not None:
        return ""  # a button holds words only
    return ((node.text() or "")[:20] or node.attributes.get("value") or "").strip()
