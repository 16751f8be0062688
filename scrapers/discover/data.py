"""JSON and XML answers to rows: declared by JMESPath, or recognised by the names of their fields.

The names are those of the interfaces Chinese sites use (Hanweb, JPAAS, UCAP, TRS, WordPress, JSON Feed);
a list of objects is a list of entries when most of them have a title and an address.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import jmespath
from defusedxml.ElementTree import ParseError, fromstring
from jmespath.exceptions import JMESPathError

from scrapers.dates import CHINA
from scrapers.discover import blocks, flattened, literals
from scrapers.discover.addresses import Look, read_address, resolve
from scrapers.discover.dates import read_date
from scrapers.discover.patterns import filled
from scrapers.discover.scripts import MARKUP, Row
from scrapers.discover.titles import weight
from scrapers.errors import Unreadable

_TITLE_KEYS = (
    "title", "doctitle", "newstitle", "articletitle", "infotitle", "showtitle", "realtitle", "arttitle", "vctitle", "contenttitle",
    "subject", "headline", "name", "topic", "biaoti", "bt", "caption", "text",
)  # fmt: skip
_URL_KEYS = (
    "url", "link", "href", "docpuburl", "puburl", "weburl", "pageurl", "linkurl", "articleurl", "newsurl", "infourl", "detailurl",
    "contenturl", "visiturl", "shareurl", "arturl", "pcurl", "urlpath", "path", "permalink", "urls", "uri", "staticurl", "htmlurl", "loc", "slug",
)  # fmt: skip
_DATE_KEYS = (
    "datepublished", "pubdate", "publishtime", "publishdate", "publishedat", "published", "releasetime", "releasedate", "docreltime",
    "docpubtime", "deploytime", "pubtime", "newsdate", "newstime", "infodate", "showdate", "showtime", "createtime", "createdate",
    "createdat", "ctime", "writetime", "date", "time", "inputtime", "addtime", "updatetime", "fbsj", "rq",
)  # fmt: skip
# callback({..}); some servers tell browsers first that it is a script: /**/ typeof callback === 'function' && callback({..});
JSONP_HEAD = (
    r"\s*(?:/\*.{0,40}?\*/\s*)?(?:typeof [\w$.]+\s*={2,3}\s*[\"']function[\"']\s*&&\s*)?[\w$.?]{1,60}\s*\("
)
_JSONP = re.compile(JSONP_HEAD + r"\s*(?P<json>[\[{].*[\]}])\s*\)\s*;?\s*$", re.DOTALL)
_DEPTH = 12
_WRAPPED_DATE = re.compile(r"\\?/Date\((?P<number>\d{10,13})")


def load_json(text: str) -> Any:
    """Return the value of a JSON or JSONP answer, or of one that is written as a script writes it: {rows: [{id: 1}]}.

    Raises:
        Unreadable: it is neither.
    """
    found = _JSONP.match(text)
    try:
        return json.loads(found["json"] if found else text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        written = (
            literals.read(text.lstrip("( "), lambda name, inner: literals.UNKNOWN)
            if _LOOSE.match(text)
            else {}
        )
        if isinstance(written, dict | list) and written:
            return written
        raise Unreadable(f"不是 JSON：{error}") from error


def load_told(text: str) -> Any:
    """Return the value that a short script tells, by calling a function with it or giving it to a variable, or that an answer is.

    Raises:
        Unreadable: it is none of these, but a program.
    """
    given = _TOLD.match(text)
    return load_json(given["json"] if given else text)


# show({..}); and var article = {..};
_TOLD = re.compile(
    rf"(?:{JSONP_HEAD}|\s*(?:(?:var|let|const)\s+)?[\w$.]{{1,60}}\s*=)\s*(?P<json>\{{.*\}})\s*\)?\s*;?\s*$",
    re.DOTALL,
)
_LOOSE = re.compile(r"[\s(]*(?:\{\s*[\w'\"]+\s*:|\[\s*\{)")


def load_xml(text: str) -> Any:
    """Return an XML answer as JSON would have it: attributes and elements are fields, elements with fields make lists.

    Raises:
        Unreadable: it is no XML, or declares entities.
    """
    try:
        return _of_element(fromstring(text))
    except (ParseError, ValueError, RecursionError) as error:
        raise Unreadable(f"不是 XML：{error}") from error


def _of_element(element: Any) -> Any:
    fields, rows = dict(element.attrib), dict[str, list[Any]]()
    for child in element:
        name, value = str(child.tag).rpartition("}")[2], _of_element(child)
        if isinstance(value, str):
            fields.setdefault(name, value)
        else:
            rows.setdefault(name, []).append(value)
    text = (element.text or "").strip()
    return {"text": text} | fields | rows if fields or rows else text


def declared_rows(value: Any, items: str, fields: Mapping[str, str]) -> list[Row]:
    """Return the rows that `items` and `fields` of a source name.

    Args:
        value: the answer.
        items: JMESPath to the list of entries.
        fields: JMESPath, within an entry, of `url`, `title` and `published`; what is left out is recognised.

    Raises:
        Unreadable: a path is wrong or leads to no list.
    """
    try:
        found = jmespath.search(items, value)
        entries = [e for e in found if e is not None] if isinstance(found, list) else None
        if entries is None:
            raise Unreadable(f"items: {items} 指的不是列表")
        return [row for entry in entries if (row := _declared_row(entry, fields))]
    except JMESPathError as error:
        raise Unreadable(f"items 或 fields 写错了：{error}") from error


def _declared_row(entry: Any, fields: Mapping[str, str]) -> Row | None:
    guess = _guess(entry) if isinstance(entry, dict) else Row("", "")

    def field(name: str, guessed: str) -> str:
        path = fields.get(name)
        return _plain(jmespath.search(path, entry)) if path else guessed

    url = field("url", guess.url)
    date = fields.get("published") or fields.get("date")
    when = _when(jmespath.search(date, entry)) if date else guess.date
    return Row(url, field("title", guess.title), when) if url else None


def recognised_rows(value: Any, patterns: Sequence[str] = (), host: str = "") -> list[Row]:
    """Return the rows of every list of entries in an answer, in its order.

    Args:
        value: the answer.
        patterns: the addresses that the page asking for it builds for rows that carry none.
        host: that of the page, empty where it does not matter; rows of which the engine tells the addresses that they have on
            a host of its own alone are shown here under what the page builds.
    """
    rows: list[Row] = []
    for number, entries in enumerate(_lists(value), 1):
        entries = [entry for entry in entries if isinstance(entry, dict)]
        found = [row for entry in entries if (row := _row(entry, patterns))]
        if host and patterns and _lead_elsewhere(found, host):
            here = [row for entry in entries if (row := _row(entry, patterns, built_first=True))]
            found = found if _lead_elsewhere(here, host) else here
        if found and len(found) * 2 >= len(entries):
            rows += [replace(row, among=number) for row in found]
    return rows


def _lead_elsewhere(rows: Sequence[Row], host: str) -> bool:
    """Tell rows that all lead to one and the same other host: https://cms.example.com/?p=12 of a page at www.example.com."""
    hosts = {urlsplit(row.url).netloc for row in rows}
    return len(hosts) == 1 and not hosts <= {"", host}


def next_told(value: Any, url: str, depth: int = 0) -> str | None:
    """Return the address of the next page that an answer tells (JSON Feed's next_url, JSON:API's links.next), None where
    it tells none."""
    if not isinstance(value, dict) or depth > _NEXT_DEPTH:
        return None
    inner = {key: _alone(told) for key, told in value.items()}
    for key, told in inner.items():
        target = next(filter(None, map(told.get, _leads(told))), "") if isinstance(told, dict) else told
        if _name(key) in _NEXT_KEYS and isinstance(target, str) and _PLACE.match(target):
            return resolve(url, target) or None
    return next(filter(None, (next_told(told, url, depth + 1) for told in inner.values())), None)


def _leads(told: Mapping[str, Any]) -> Sequence[str]:
    """Return the fields that may hold where something leads; an element of XML has what it says itself, too."""
    return ("href", "url", "src", "text") if "text" in told else ("href",)


_PLACE = re.compile(
    r"https?://|[/?.]|[\w./-]+\.(?:xml|json|s?html?|aspx?|php|jsp|do)(?:\?\S*)?$", re.IGNORECASE
)


def _alone(told: Any) -> Any:
    """Return an element of XML that has no like beside it, which stands in a list; anything else as it is."""
    alone = isinstance(told, list) and len(told) == 1 and isinstance(told[0], dict) and "text" in told[0]
    return told[0] if alone else told


def numbered_next(value: Any, url: str) -> str | None:
    """Return the file after a numbered one that an answer names beside its rows, whatever it calls that: l2.xml of l1.xml or
    l.xml; None where it names none."""
    own = _NUMBERED_FILE.search(url)
    told = (to for _, to in _beside_rows(value, 0) if isinstance(to, str) and _PLACE.match(to))
    for to in (resolve(url, named) for named in told if own):
        found = _NUMBERED_FILE.search(to)
        following = own and found and int(found["number"] or 0) == int(own["number"] or 1) + 1
        if following and own and found and url[: own.start()] == to[: found.start()]:
            return to
    return None


_NUMBERED_FILE = re.compile(r"[_-]?(?P<number>\d{1,4})?\.\w{2,5}(?:\?[^#]*)?$")


def cursor_told(value: Any, url: str) -> tuple[str, str] | None:
    """Return the name and the value by which an answer says that it goes on (next_cursor, endCursor, nextPageToken), None
    where it says nothing, or that it ends.

    Args:
        value: the answer.
        url: what was asked; of two names the one that its query has is taken.
    """
    told = list(_beside_rows(value, 0))
    if says_no_more(value) or any(_name(key) in _ENDS and inner is True for key, inner in told):
        return None
    found = [
        (_asked_by(key), str(inner))
        for key, inner in sorted(told, key=lambda pair: not _name(pair[0]).startswith("next"))
        if _CURSOR.fullmatch(_name(key))
        and isinstance(inner, str | int)
        and not isinstance(inner, bool)
        and inner
    ]
    asked = set(dict(parse_qsl(urlsplit(url).query, keep_blank_values=True)))
    return next((pair for pair in found if pair[0] in asked), found[0] if found else None)


def _beside_rows(value: Any, depth: int) -> Iterator[tuple[str, Any]]:
    """Yield the fields of an answer and of the objects in it, but not those of its rows."""
    for key, inner in value.items() if isinstance(value, dict) and depth <= 2 * _NEXT_DEPTH else ():
        if isinstance(inner, dict):
            yield from _beside_rows(inner, depth + 1)
        elif isinstance(alone := _alone(inner), dict):
            yield from _beside_rows(alone, depth + 1)
        elif not isinstance(inner, list):
            yield key, inner


def _asked_by(key: str) -> str:
    """Return the name under which a request takes what an answer calls so: next_cursor is asked for as cursor."""
    if _name(key) == "endcursor":
        return "after"
    bare = re.sub(r"^next_?(?=(?:cursor|page|offset|id|key|marker|max)(?![a-z])|[A-Z]|page_?token)", "", key)
    return bare[:1].lower() + bare[1:]


_CURSOR = re.compile(
    r"(?:next|end)?[a-z]?cursor|next|(?:next|page)?(?:anchor|bookmark|context|ctx)|nextkey|after|next(?:page)?token|pagetoken|continuation(?:token)?|scrollid|(?:last|max|next|nextmax)(?:id|key|time)|"
    r"next(?:marker|offset|page|pageno|pagenum)|nextstart|lastvalue|searchafter"
)
_GOES_ON = frozenset(
    ["hasmore", "hasnext", "hasnextpage", "more", "ismore", "havemore", "continueflag", "moreavailable"]
)
_ENDS = frozenset(
    ["end", "isend", "islast", "islastpage", "lastpage", "nomore", "finished", "isfinished", "over", "isover"]
)


def says_no_more(value: Any) -> bool:
    """Tell an answer that says that nothing follows: {"has_more": false}."""
    return any(_name(key) in _GOES_ON and str(inner) in _NO for key, inner in _beside_rows(value, 0))


def last_row(value: Any) -> Mapping[str, Any]:
    """Return the last entry of an answer's longest list; an empty one where it has none or says that it is the end."""
    if says_no_more(value):
        return {}
    longest: list[Any] = max(_lists(value), key=len, default=[{}])
    return longest[-1] if isinstance(longest[-1], dict) else {}


_NO = ("0", "False", "false", "None", "")


def pages_told(value: Any, url: str) -> tuple[str, str] | None:
    """Return the name and the number by which the page after an answer is asked for, as the answer counts its pages
    (Laravel and ThinkPHP current_page and last_page, MyBatis current and pages); None where it is the last.

    Args:
        value: the answer.
        url: what was asked, which numbers no page itself.
    """
    told = {key: inner for key, inner in _beside_rows(value, 0) if str(inner).isdigit()}
    named = {_name(key): key for key in told}
    own = next((named[key] for key in _COUNTED_PAGE if key in named), None)
    numbers = {key: int(told[name]) for key, name in named.items()}
    every = next((numbers[key] for key in (*_ALL_PAGES, "lastpage") if key in numbers), 0)
    every = every or _pages_of(numbers)
    if own is None or not 0 < int(told[own]) < every:
        return None
    return ("page" if _name(own) == "currentpage" and "_" in own else own), str(int(told[own]) + 1)


def _pages_of(numbers: Mapping[str, int]) -> int:
    """Return how many pages there are by the number of all rows and of those on one; 0 where either is not told."""
    total = next((numbers[key] for key in _ALL_ROWS if key in numbers), 0)
    each = next((numbers[key] for key in _ROWS_OF_PAGE if key in numbers), 0)
    return -(-total // each) if each else 0


_ROWS_OF_PAGE = ("pagesize", "perpage", "limit", "size", "pagelimit", "rowsperpage", "pagerows")
_COUNTED_PAGE = ("currentpage", "pageindex", "curpage", "pageno", "pagenum", "page", "current")


def file_told(value: Any, url: str) -> str | None:
    """Return the file after one that holds a page of rows and says that there are more: as TRS numbers them, list.json,
    list_1.json, or by the number of all rows, list_1.js; None where it does not say so."""
    told = {_name(key): inner for key, inner in _beside_rows(value, 0)}
    pages = next((told[key] for key in _ALL_PAGES if key in told), None)
    path, mark, query = url.partition("?")
    stem, _, ending = path.rpartition(".")
    numbered = re.fullmatch(r"(?P<stem>.*[_-])(?P<number>\d{1,3})", stem)
    if numbered and not str(pages).isdigit() and ending in _ROW_FILES:
        number, shown = int(numbered["number"]), max(map(len, _lists(value)), default=0)
        every = next((int(n) for key in _ALL_ROWS if (n := str(told.get(key, ""))).isdigit()), 0)
        return f"{numbered['stem']}{number + 1}.{ending}{mark}{query}" if 0 < number * shown < every else None
    if "/_next/data/" in path:  # the data of a page, which its query numbers
        return None
    if not str(pages).isdigit() or ending not in (_ROW_FILES if numbered else ("json",)):
        return None
    if re.search(r"\d$", stem) and not numbered:
        return None
    own = next((int(n) for key in _OWN_PAGE if (n := str(told.get(key, ""))).isdigit()), 0)
    stem, own = (numbered["stem"], int(numbered["number"])) if numbered else (f"{stem}_", own)
    # Some count from nought: of theirs the one after the last is not there.
    return f"{stem}{own + 1}.{ending}{mark}{query}" if max(own, 1) < int(str(pages)) else None


_ROW_FILES = ("json", "js", "jsonp", "txt")
_ALL_ROWS = (
    "total",
    "totalcount",
    "count",
    "totalnum",
    "totalrecords",
    "totalrows",
    "recordcount",
    "rowcount",
)
_ALL_PAGES = ("countpage", "pagecount", "totalpage", "totalpages", "pages", "pagetotal")
_OWN_PAGE = ("currentpage", "pageindex", "curpage", "pageno", "page", "current")
_NEXT_KEYS = frozenset(
    ["next", "nexturl", "nextpageurl", "nextpage", "nextlink", "nexthref", "@odatanextlink", "hydra:next"]
)
_NEXT_DEPTH = 2  # objects around what tells of the pages


def article_in(value: Any) -> tuple[str, str, str] | None:
    """Return title, date and text (HTML or plain) of the article that an answer is, None where it is none."""
    return max(articles_in(value), key=lambda found: (weight(_plain(found[2])), bool(found[0])), default=None)


def articles_in(value: Any) -> Iterator[tuple[str, str, str]]:
    """Yield title, date and text (HTML or plain) of each article that an answer holds whole."""
    for entry in _walk(value, 0):
        text = _text_of(entry) if isinstance(entry, dict) else ""
        if weight(_plain(text)) >= _LEAST_TEXT:
            guess = _guess(entry)
            yield guess.title, guess.date, text


_LEAST_TEXT = 40  # a body's weight


def _text_of(entry: Mapping[str, Any]) -> str:
    """Return the longest of an entry's fields, its markup as such where it was escaped, and as markup what is kept as blocks."""
    texts = [blocks.markup_of(v) or (v if isinstance(v, str) else "") for v in entry.values()]
    longest = max(texts, key=len, default="")
    return html.unescape(longest) if "&lt;" in longest and "<" not in longest else longest


def markup_in(value: Any) -> Iterator[str]:
    """Yield the strings of an answer that are HTML with links."""
    for item in _walk(value, 0):
        if isinstance(item, str) and MARKUP.search(item if "<" in item else html.unescape(item)):
            yield item if "<" in item else html.unescape(item)


def _walk(value: Any, depth: int) -> Iterator[Any]:
    if isinstance(value, str) and value.startswith(("[{", '{"')):
        value = _unpacked(value)
    if isinstance(value, list) and flattened.is_flattened(value):
        value = flattened.whole(value)
    yield value
    if depth < _DEPTH and isinstance(value, dict | list):
        within = [v for k, v in value.items() if k not in _ABOUT] if isinstance(value, dict) else value
        for item in within:
            yield from _walk(item, depth + 1)


_ABOUT = frozenset(["_links"])  # of a thing: where it, its author and its copies are (HAL, WordPress)


def plain_objects(value: Any) -> Iterator[dict[str, str]]:
    """Yield the objects of an answer with those of their fields that are texts or numbers."""
    for item in _walk(value, 0):
        if isinstance(item, dict):
            yield {key: str(inner) for key, inner in item.items() if isinstance(inner, str | int)}


def _unpacked(text: str) -> Any:
    """Return the value of JSON that an answer carries as a string, as ASP.NET's services do."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _lists(value: Any) -> Iterator[list[Any]]:
    return (item for item in _walk(value, 0) if isinstance(item, list) and item and isinstance(item[0], dict))


def _row(entry: Mapping[str, Any], patterns: Sequence[str], *, built_first: bool = False) -> Row | None:
    guess = _guess(entry)
    if (built_first or not _is_page(guess.url)) and (built := filled(patterns, {**entry, **_spoken(entry)})):
        guess = replace(guess, url=built)
    return guess if guess.title and guess.url else None


def _guess(entry: Mapping[str, Any]) -> Row:
    """Read an entry by the names of its fields, or, where they are unknown names, by what the values look like."""
    flat = _flat(_spoken(entry))
    texts = [_plain(flat.get(k)) for k in _TITLE_KEYS] + [
        t for v in flat.values() if _is_title(t := _plain(v))
    ]
    urls = [_address(flat.get(k)) for k in _URL_KEYS] + [
        u for v in flat.values() if _is_page(u := _address(v))
    ]
    dates = [_when(flat.get(k)) for k in _DATE_KEYS] + [d for v in flat.values() if read_date(d := _when(v))]
    title = next((t for t in texts if weight(t) >= 2), "")
    url = next(filter(_is_page, urls), "") or next(filter(None, urls), "")
    return Row(url, title, next(filter(None, dates), ""))


def _spoken(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the object within an entry that names it: {"attributes": {title, url}}, not its {"channel": {name, url}}.

    Its own fields come before those of the entry, and no other object's address is taken for its own.
    """
    inner = [(key, value) for key, value in entry.items() if isinstance(value, dict)]
    naming = [(key, value) for key, value in inner if _names_title(value)]
    if _names_title(entry) or not naming:
        return entry
    key, value = max(naming, key=lambda pair: weight(_title_of(pair[1])))
    others = {k for k, v in inner if k != key and set(map(_name, v)) & {*_URL_KEYS}}
    return {**value, **{k: v for k, v in entry.items() if k not in (key, *others)}}


def _names_title(fields: Mapping[str, Any]) -> bool:
    return weight(_title_of(fields)) >= 2


def _title_of(fields: Mapping[str, Any]) -> str:
    named = {_name(key): value for key, value in fields.items()}
    return next((text for key in _TITLE_KEYS if (text := _plain(named.get(key)))), "")


def _is_title(text: str) -> bool:
    return 5 <= weight(text) <= 80 and "\n" not in text and not (text.isascii() and _is_page(_address(text)))


def _is_page(url: str) -> bool:
    return (
        not _DATE_ALONE.match(url)
        and ("/" in url or "?" in url)
        and read_address(resolve("http://x/", url)).look is not Look.NEVER
    )


_DATE_ALONE = re.compile(r"(?:\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}/\d{1,2}/\d{4})(?:\s|T|$)")


def _flat(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry's fields with those of objects within it, names in lower case without separators."""
    flat: dict[str, Any] = {}
    for key, value in entry.items():
        if isinstance(value, dict) and _name(key) in _URL_KEYS and _address(value):
            flat[_name(key)] = value  # several addresses of one entry: {"pc": .., "wap": ..}
        elif isinstance(value, dict):
            inner = value if set(map(_name, value)) & {*_TITLE_KEYS, *_URL_KEYS, "rendered"} else {}
            for k, v in inner.items():
                flat.setdefault(_name(key) if k == "rendered" else _name(k), v)
        else:
            flat[_name(key)] = value
    return flat


def _name(key: str) -> str:
    return re.sub(r"[\s_.-]", "", str(key)).lower()


def _plain(value: Any) -> str:
    if not isinstance(value, str | int):
        return ""
    return html.unescape(re.sub(r"<[^>]{0,200}>", "", str(value))).strip()


def _address(value: Any) -> str:
    """Return an entry's address; UCAP keeps several in a JSON string: {"common": "/..", "pc": "/.."}."""
    if isinstance(value, str) and value.lstrip().startswith("{"):
        try:
            value = json.loads(value)
        except ValueError:
            return ""
    if isinstance(value, dict):
        value = next(
            (v for k in ("common", "pc", "url", "href", "alias") if isinstance(v := value.get(k), str)), ""
        )
    if isinstance(value, list):
        value = value[0] if value and isinstance(value[0], str) else ""
    text = html.unescape(value).strip() if isinstance(value, str) and not _WRAPPED_DATE.match(value) else ""
    return (
        text
        if re.match(r"https?://|/|\.{0,2}/?[\w%-]+[\w./%-]*(?:\.\w{2,5}|/)|\?", text) and " " not in text
        else ""
    )


def _when(value: Any) -> str:
    """Return a date field as text; numbers are seconds or milliseconds since 1970, as in /Date(1764230400000)/."""
    if isinstance(value, str) and (wrapped := _WRAPPED_DATE.match(value)):
        value = wrapped["number"]
    if isinstance(value, str) and re.fullmatch(r"1\d{9}(?:\d{3})?", value.strip()):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 10**9 < value < 10**14:
        seconds = value / 1000 if value > 10**11 else value
        return datetime.fromtimestamp(seconds, UTC).astimezone(CHINA).isoformat(timespec="seconds")
    return value.strip() if isinstance(value, str) else ""
