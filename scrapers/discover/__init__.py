"""Pages to the links of their articles (条目发现): works out which kind a document is and reads it.

The public face of the package: `discover` for sources, `read_links` for a single list page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, permutations
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scrapers.clean import in_mainland_script
from scrapers.decode import decode
from scrapers.discover import (
    archives,
    beside,
    bundles,
    calendars,
    chains,
    coded,
    counting,
    data,
    directories,
    feed_links,
    feeds,
    folders,
    given,
    keys,
    lists,
    literals,
    loading,
    loops,
    mailing,
    modules,
    onward,
    pagers,
    papers,
    payloads,
    programs,
    scripts,
    titles,
    weighing,
)
from scrapers.discover.addresses import resolve, same_host
from scrapers.discover.calls import base_of_requests
from scrapers.discover.counting import next_asked
from scrapers.discover.lists import Candidate, ListReader, base_of
from scrapers.discover.model import Discovery, FoundKind, Request
from scrapers.discover.naming import site_name
from scrapers.discover.patterns import learned, patterns_in, told_by_titles
from scrapers.discover.rules import link_rule, rule_of_folders
from scrapers.discover.sections import Sections, columns_beside, has_no_menu, is_front, past, sections
from scrapers.errors import Unreadable
from scrapers.model import Link, Page, Source
from scrapers.outline import parse

__all__ = [
    "Discovery",
    "FoundKind",
    "Request",
    "discover",
    "link_rule",
    "next_asked",
    "read_links",
    "site_name",
]

_CHALLENGE = re.compile(
    r"验证码|滑动验证|安全验证|人机验证|captcha|请开启\s*JavaScript|enable JavaScript|访问过于频繁|__jsl_clearance|创宇盾|"
    r"拒绝访问|访问被拦截|请求被拦截|Access Denied|cf-browser-verification",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"<(?:html|body|title|head)\b", re.IGNORECASE)  # a page, not rows asked for by its script
_TABLE = re.compile(r"\.(?:csv|tsv|txt)$", re.IGNORECASE)
_ROBOTS = "/robots.txt"  # names the site map
_SITE_MAPS = (_ROBOTS, "/sitemap.xml")  # where one is named, and where it mostly is
_FOLLOWED = 8  # columns of a page without articles that are looked at at once
_FEW_COLUMNS = 1  # that a front page without articles leads to; where there are more, they hold them
_TEMPLATE = re.compile(r"<(/?)template\b", re.IGNORECASE)
# <code class="lazy"><!-- <ul>.. --></code>, put in when it is scrolled to
_DEFERRED = re.compile(
    r"<(?P<tag>code|div|section)\b[^<>]{0,200}\bclass\s*=\s*[\"'][^\"'<>]*lazy[^<>]*>\s*<!--(?P<rows>(?:(?!-->).)*)-->\s*</(?P=tag)>",
    re.DOTALL | re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"<textarea\b[^<>]*>(?P<rows>(?:(?!</textarea).)*)</textarea\s*>", re.DOTALL | re.IGNORECASE
)
_ROW = re.compile(r"<a\s[^<>]{0,300}href", re.IGNORECASE)
_FEW_ROWS = 3
_STYLED = re.compile(r"<\?xml-stylesheet\b")  # made to be shown by a browser
_PROGRAM = re.compile(r"document\.write|(?:var|let|const)\s+[\w$]+\s*=")
_OWN = Request("")  # of the source itself


def read_links(page: Page) -> tuple[Link, ...]:
    """Return the articles a page of whatever kind lists, in its order.

    Args:
        page: the bytes of a list or front page, a feed, a sitemap or a JSON answer.
    """
    return discover(page, Source(id="", url=page.final_url)).links


def discover(page: Page, source: Source, ask: Request = _OWN) -> Discovery:
    """Work out what a source's page holds.

    Args:
        page: the fetched document: the source's own, or the answer to a Request of an earlier Discovery.
        source: its declaration; `article`, `next`, `items` and `fields` win over the guess.
        ask: the Request of an earlier Discovery that it answers.

    Returns:
        The kind found, the links of the articles, where the list goes on, and problems in words.
    """
    try:
        body = feeds.unzipped(page.body)
        decoded = decode(body, page.headers)
        text = decoded.text.lstrip("\ufeff\x00 \t\r\n")
        if not text:
            return Discovery("none", problems=("页面是空的",))
        source = replace(source, url=ask.drawn or source.url)
        text = coded.opened(text)
        found = _of_calendar(_read(body, text, decoded.encoding, page, source, ask), text, page, ask)
        found = _ruled(replace(found, follow=_as_first_asked(found.follow)), source)
        found = _spelt(replace(found, follow=onward.with_session(found.follow, page)), decoded.encoding)
        if found.links and not found.sent and (linked := onward.header_next(page)):
            return replace(found, next=found.next or linked)
        return found
    except Unreadable as error:
        return Discovery("none", problems=(error.message,))


def _as_first_asked(asks: Iterable[Request]) -> tuple[Request, ...]:
    """Return requests as they are made at first; those that a script makes once more for what follows tell how that is asked for."""
    first: dict[tuple[str, str], Request] = {}
    for ask in map(counting.without_later, asks):
        known = first.setdefault((ask.url, str(ask.data)), ask)
        if ask.later and not known.later:
            first[ask.url, str(ask.data)] = replace(known, later=ask.later)
    return tuple(first.values())


def _of_calendar(found: Discovery, text: str, page: Page, ask: Request) -> Discovery:
    """Return what an answer holds, or the issue before the one shown, where it is of the days of a paper's issues only."""
    dated = ask.drawn and calendars.lists_issues(page.final_url) and not _WHOLE.search(text)
    if not dated or found.links or found.next:
        return found
    return replace(found, kind="none", next=papers.issue_before_listed(text, ask.drawn))


def _spelt(found: Discovery, encoding: str) -> Discovery:
    """Return what was found with the queries of where it goes on encoded as the page is, as browsers send them."""

    def spelt(url: str) -> str:
        return url if url.isascii() else resolve(url, url, encoding)

    return replace(
        found,
        next=spelt(found.next) if found.next else None,
        sent=replace(found.sent, url=spelt(found.sent.url)) if found.sent else None,
        sections=tuple(map(spelt, found.sections)),
        follow=tuple(replace(ask, url=spelt(ask.url)) for ask in found.follow),
    )


def _read(body: bytes, text: str, encoding: str, page: Page, source: Source, ask: Request) -> Discovery:
    patterns = ask.patterns
    if ask.chained:
        return chains.neighbours(parse(text), page.final_url, ask.chained)
    if body.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        return Discovery("none", problems=("这个地址是一个文件，不是列表",))
    if urlsplit(page.final_url).path == _ROBOTS:
        return Discovery("none", follow=feeds.sitemaps_named(text, page.final_url, ask.alike))
    if feeds.is_feed(text):
        feed = feeds.read_feed(body, page.final_url)
        return _with_page(Discovery("feed", feed.entries, next=feed.older or None), feed.page, page, source)
    if feeds.is_outline(text):
        return Discovery("none", follow=feeds.read_outline(text, page.final_url))
    if feeds.is_sitemap(text):
        links, children = feeds.read_sitemap(text, page.final_url, ask.alike)
        return Discovery("sitemap", links, follow=children)
    if feeds.is_address_list(text):
        return Discovery("sitemap", feeds.read_address_list(text, page.final_url, ask.alike))
    program = "javascript" in page.headers.get("content-type", "") or bool(_PROGRAM.match(text))
    of_program = program and bool(modules.parted(ask.marks)[1])  # define({base: "/api"}) is no data
    if source.items or (_is_json(text) and not of_program):
        columns = keys.columns_in(data.plain_objects(data.load_json(text))) if ask.opens[1] else None
        if columns and columns.keys:
            return Discovery("none", follow=keys.opened(ask, columns))
        try:
            return _after_row(_read_json(text, page, source, ask), text, page, ask)
        except Unreadable:
            if not program:
                raise
    if text.startswith("<datastore") or (text.startswith("<?xml") and "<html" not in text[:3000].lower()):
        return _read_xml(text, encoding, page, source, patterns)
    if _is_table(text, page):
        rows = scripts.rows_of_records(text)
        return Discovery(
            "json",
            _links(
                weighing.articles(
                    lists.from_rows(rows, source.url or page.final_url, page.fetched), page.final_url
                )
            ),
        )
    if not program:
        return _read_html(text + ask.marks, encoding, page, source, patterns)
    return _read_script(text, encoding, page, source, ask)


def _read_script(text: str, encoding: str, page: Page, source: Source, ask: Request) -> Discovery:
    """Read a script: the rows that it holds, else what it asks for, else the page that it draws once more, by the
    addresses it builds for its entries, else its parts."""
    drawn = source.url or page.final_url
    marks, earlier = modules.parted(ask.marks)
    own = modules.Module.of(page.final_url, text)
    files = [*earlier, own]
    wanted = [*modules.wanted(files)] or [*filter(None, [beside.helping(files, marks)])]
    lacking = [resolve(page.final_url, name) for name in wanted]
    text = bundles.plainly_spelt(modules.joined(files), marks)
    known_files = {module.file for module in files}
    if columns := directories.columns(text, drawn):
        return Discovery("none", follow=columns)
    if before := papers.issue_before(parse(f"<script>{text}</script>"), drawn, drawn):
        return Discovery("none", next=before)
    # What a script refers to is found from the page that it is of.
    found = _read_html(
        f"{marks}<script>{text}</script>", encoding, replace(page, final_url=drawn), source, ask.patterns
    )
    if not found.links and (opened := scripts.openers_called(text, marks)):
        return Discovery("none", follow=(Request(drawn, patterns=ask.patterns, marks=opened, drawn=drawn),))
    base = base_of_requests(text) or ask.base
    asks = () if found.links else programs.list_requests(text, drawn, ask.patterns, base)
    menu = loading.draws_menu(page.final_url) and scripts.MARKUP.search(text)
    if menu and not (found.links or asks or is_front(drawn)):  # a list is but one of the columns
        return Discovery("none", sections=past(parse(f"<script>{text}</script>"), drawn))
    # What a call spells out is surer than what a program seems to ask; an address alone is the least.
    same = {(request.url, str(request.data)): request for request in asks}
    asked = [request for request in found.follow if _is_of_script(request.url, ask.base)]
    # Scripts that hold rows are none of those that it is made of.
    if any(programs.is_script(request.url) for request in asked):
        parts_named = programs.own_scripts(parse(f"<script>{text}</script>"), drawn)
        asked = [request for request in asked if request.url not in parts_named]
    spelt = [
        same.get((request.url, str(request.data)), request)
        for request in asked
        if request.data or request.opens[1] or "?" in request.url or _NUMBERED_FILE.search(request.url)
    ]
    spelt = [ask for ask in spelt if not programs.tells_other(urlsplit(ask.url).path)] or spelt
    known = {request.url.partition("?")[0] for request in spelt}
    others = [request for request in asks if request.url.partition("?")[0] not in known]
    told = (*programs.routes(text, drawn, ask.patterns), *ask.patterns)
    spelt = [replace(request, patterns=told or request.patterns) for request in spelt]
    follow = (*spelt, *others) or tuple(asked)
    whole = bool(found.links or lacking)
    parts = [] if whole or follow else _parts(own.text, page.final_url, drawn, known_files)
    if not (whole or parts):
        lacking += beside.lacking(text, marks, known_files)
    kept = modules.carried(ask.marks, own) if lacking or parts else ""
    if lacking and not found.links:  # what it asks is told in part there
        follow = (Request(lacking[0], patterns=told, base=base, marks=kept),)
    elif not (follow or found.links):
        again = told and not (ask.patterns or parts)
        follow = (Request(drawn, patterns=told, marks=scripts.openers_in(text)),) if again else ()
        follow += tuple(Request(part, patterns=told, base=base, marks=kept) for part in parts)
    if not found.links and not follow and (turned := onward.turned_by(text, drawn)):
        return replace(found, next=turned, follow=())
    if is_front(drawn) and not found.links:
        follow = _or_the_map(follow, drawn) or (Request(urljoin(drawn, _ROBOTS)),)
    return replace(found, follow=tuple(replace(request, drawn=drawn) for request in follow))


def _or_the_map(follow: Iterable[Request], front: str) -> tuple[Request, ...]:
    """Return what a front page leads on to, with the site's map, where that is told, instead of a script: one that is missing
    cannot tell of it, as one does that asks nothing."""
    robots = urljoin(front, _ROBOTS)
    return tuple(replace(ask, instead=robots) if programs.is_script(ask.url) else ask for ask in follow)


def _parts(script: str, url: str, drawn: str, known: Collection[str]) -> list[str]:
    """Return the parts of a program, of the files that are not known, which draw a page."""
    named = programs.chunks(script, url, drawn)
    return [part for part in named if modules.Module.of(part, "").file not in known]


_NUMBERED_FILE = re.compile(r"[_-]\d{1,3}\.js(?:on)?$")


def _is_of_script(url: str, base: str) -> bool:
    """Tell what a script asks for from what is looked for on a page: other scripts, but for those that by their names hold
    rows (list_3.js, rows.js?callback=show), the site map. What its program asks begins with the program's base."""
    parts = urlsplit(url)
    other = programs.is_script(url) and not (
        _NUMBERED_FILE.search(parts.path)
        or scripts.ROW_FILE.search(parts.path.rpartition("/")[2])
        or _CALLS_BACK.search(parts.query)
    )
    return not (other or parts.path in _SITE_MAPS) and parts.path.startswith(base)


_CALLS_BACK = re.compile(r"(?:callback|jsonp|cb)\w*=\w", re.IGNORECASE)


def _with_page(feed: Discovery, shown: str, page: Page, source: Source) -> Discovery:
    """Return what a feed that is a source itself holds, with the page that it is of as where the list goes on: a feed tells
    of the newest entries only, if it does not say where older ones are.

    Args:
        feed: what it holds.
        shown: the address of the page that it is of.
        page, source: as in `discover`.
    """
    asked = source.kind == "auto" and page.url == source.url
    goes_on = asked and feed.links and not feed.next and same_host(shown, page.final_url)
    return replace(feed, sections=(shown,)) if goes_on and shown != page.final_url else feed


def _is_table(text: str, page: Page) -> bool:
    """Tell a table in plain text: commas, tabs or strokes between its cells."""
    return "<" not in text[:500] and (
        page.headers.get("content-type", "").startswith(("text/csv", "text/tab-", "text/plain"))
        or bool(_TABLE.search(urlsplit(page.final_url).path))
    )


def _is_json(text: str) -> bool:
    return text[0] in "{[" or bool(re.match(rf"{data.JSONP_HEAD}\s*[\[{{]", text))


def _read_json(text: str, page: Page, source: Source, ask: Request) -> Discovery:
    value, patterns = data.load_json(text), ask.patterns
    base = source.url or page.final_url
    if source.items:
        rows = data.declared_rows(value, source.items, source.fields)
        declared = _links(lists.merged(lists.from_rows(rows, base, page.fetched)))
        return Discovery("json", declared, next=counting.next_address(page.final_url) if declared else None)
    if isinstance(value, dict) and str(value.get("version", "")).startswith("https://jsonfeed.org/"):
        feed = data.recognised_rows(value.get("items"))
        entries = _links(lists.from_rows(feed, page.final_url, page.fetched))
        told = Discovery("feed", entries, next=data.next_told(value, page.final_url))
        return _with_page(told, resolve(page.final_url, str(value.get("home_page_url", ""))), page, source)
    candidates = lists.from_rows(
        data.recognised_rows(value, patterns, urlsplit(base).netloc), base, page.fetched
    )
    markups = tuple(data.markup_in(value))
    for markup in markups:
        candidates += _fragment(markup, base, "utf-8", page.fetched)
    links = _links(weighing.articles(lists.merged(candidates), page.final_url))
    following = data.next_told(value, page.final_url) or counting.next_unit(page.final_url, len(links))
    following = following or counting.after_row(page.final_url, data.last_row(value))
    following = following or counting.after_rows(page.final_url, len(links))
    if markups and not following and not data.says_no_more(value):
        following = onward.after_last_row(parse(markups[-1]), page.final_url)
    cursor = None if following else data.cursor_told(value, page.final_url)
    if cursor:
        cursor = counting.asked_later(ask, cursor)
        following = counting.at_cursor(page.final_url, *cursor)
    elif not following and ask.later and not data.says_no_more(value):
        following = counting.after_row(
            counting.with_query(page.final_url, dict.fromkeys(ask.later, "")), data.last_row(value)
        )
    ahead = (counting.next_address, counting.next_file, lambda url: data.file_told(value, url))
    following = following or next(filter(None, (look(page.final_url) for look in ahead)), None)
    instead = None
    if not following and (cursor := data.pages_told(value, page.final_url)):
        following = counting.at_cursor(page.final_url, *cursor)
        # What an answer calls the number of its page need not be what it is asked for by.
        if cursor[0] != "page":
            instead = counting.at_cursor(page.final_url, "page", cursor[1])
    return (
        Discovery("json", links, next=following, instead=instead, cursor=cursor)
        if links
        else Discovery("json")
    )


def _after_row(found: Discovery, text: str, page: Page, ask: Request) -> Discovery:
    """Return what an answer holds with where it goes on, where it was asked for by a form that names the row before it."""
    fields = {} if found.next or not found.links else counting.last_row_asked("", ask.data)
    row = data.last_row(data.load_json(text)) if fields else {}
    sent = ask.data if isinstance(ask.data, Mapping) else {}
    told = (
        (name, row.get(field[:1].lower() + field[1:]) if field else counting.alike(sent.get(name, ""), row))
        for name, field in fields.items()
    )
    cursor = next(((name, str(value)) for name, value in told if isinstance(value, str | int)), None)
    return (
        replace(found, cursor=cursor, next=counting.at_cursor(page.final_url, *cursor)) if cursor else found
    )


def _read_xml(text: str, encoding: str, page: Page, source: Source, patterns: Sequence[str]) -> Discovery:
    base = source.url or page.final_url
    candidates = _fragment(scripts.without_cdata(text), base, encoding, page.fetched)
    value = None
    # A document is shown by itself, and its rows start from it; what a script loads is put into the page.
    shown = page.final_url if _STYLED.search(text[:1000]) else base
    if not candidates:
        value = data.load_xml(text)
        candidates = lists.from_rows(data.recognised_rows(value, patterns), shown, page.fetched)
    links = _links(weighing.articles(lists.merged(candidates), page.final_url))
    following = counting.next_records(text, page.final_url, len(links))
    if links and not following and (told := data.pages_told(value, page.final_url)):
        following = counting.numbered(page.final_url, int(told[1]))
    if links and not following and value is not None:
        following = data.next_told(value, shown) or data.numbered_next(value, page.final_url)
        following = following or counting.next_address(page.final_url)
    return Discovery("json", links, next=following)


def _read_html(text: str, encoding: str, page: Page, source: Source, told: Sequence[str] = ()) -> Discovery:
    simple = _mainland(text)
    seen = _read_mainland(simple, encoding, page, source, told)
    return seen if simple is text else replace(seen, links=_as_shown(seen.links, text))


def _read_mainland(
    text: str, encoding: str, page: Page, source: Source, told: Sequence[str] = ()
) -> Discovery:
    # What a template or a deferred block holds is no part of a parsed page, but may be what a browser shows of it.
    text = _DEFERRED.sub(r"<div>\g<rows></div>", text) if "lazy" in text else text
    text = _HIDDEN.sub(_opened, text) if "textarea" in text.lower() else text
    text = loops.counted_out(text, page.fetched)
    tree = parse(_TEMPLATE.sub(r"<\1div", text) if "<template" in text else text)
    scripts.open_marks(tree)
    url = page.final_url
    if folders.is_index(tree):
        return Discovery("list", folders.documents(tree, url), follow=folders.within(tree, url))
    if (archive := mailing.read(tree, url)) is not None:
        return archive
    if url != source.url and calendars.is_calendar(tree, url):
        return _by_calendar(tree, url, source.url)
    shown = ListReader(tree, url, encoding, page.fetched).candidates()
    carried = _carried(tree, url, encoding, page.fetched)
    candidates = lists.merged([*shown, *carried])
    if not source.article:
        candidates = papers.without_sheets(candidates, tree, base_of(tree, url), url)
    found = (
        _matching(candidates, source.article, url) if source.article else weighing.articles(candidates, url)
    )
    patterns = () if found else tuple(dict.fromkeys((*patterns_in(text), *told)))
    if not found:
        found = weighing.articles(_built(tree, patterns, url, page.fetched), url)
    else:
        more = _not_shown(tree, found, url, page.fetched)
        found = [*found, *(_matching(more, source.article, url) if source.article else more)]
    heads: dict[str, set[str]] = {}
    for head, article in ((c.headings[0], c.address.url) for c in found if any(c.headings[:1])):
        heads.setdefault(head, set()).add(article)
    seen = Discovery(_html_kind(found, shown), _links(found))
    feed = next(iter(feed_links.feeds_in_head(tree, url)), None)
    seen = _onward(seen, heads, _Sight(tree, text, encoding, url, source, page.fetched, feed))
    if found and (seen.sent or seen.follow):
        built = _learned(tree, (link.url for link in seen.links))
        patterns = (*patterns_in(text), *(built or _told_by_titles(tree, seen.links)))
    if seen.sent:
        seen = replace(seen, sent=replace(seen.sent, patterns=patterns, drawn=url))
    drawn = directories.address_of(url, source.url)
    scripted = any(programs.is_script(ask.url) for ask in seen.follow)
    beside_it = beside.marks_of(tree, base_of(tree, url)) if scripted else ""
    marks = f"{given.marks_of(tree)}{beside_it}{scripts.called_marks(tree)}" if scripted else ""
    follow = (
        replace(
            ask,
            patterns=ask.patterns or patterns,
            drawn=ask.drawn or drawn,
            marks=marks + ask.marks if programs.is_script(ask.url) else ask.marks,
        )
        for ask in seen.follow
    )
    return replace(seen, follow=tuple(follow))


def _mainland(text: str) -> str:
    """Return a page in simplified script, without the readings that copied hosts put after characters (業(yè)): its words are
    judged by such ones. What its addresses say stays."""
    if len(_TRADITIONAL.findall(text)) < _MANY_TRADITIONAL:
        return text
    kept = _ADDRESSES.split(text)  # every second of them an address
    return "".join(in_mainland_script(part) if n % 2 == 0 else part for n, part in enumerate(kept))


_TRADITIONAL = re.compile(
    "[們個來時說國會對學業產開發關東車門長無問間經現動種還進過點樣後愛當與讓傳聞訊紡織務]"
)
_MANY_TRADITIONAL = 8
_ADDRESSES = re.compile(
    r"((?:href|src|action|data-[\w-]*(?:url|href|src)[\w-]*)\s*=\s*(?:\"[^\"]*[^\x00-\x7f][^\"]*\"|'[^']*[^\x00-\x7f][^']*'|[^\s\"'>]*[^\x00-\x7f][^\s\"'>]*))",
    re.IGNORECASE,
)


def _as_shown(links: Sequence[Link], text: str) -> tuple[Link, ...]:
    """Return links under the titles that the page shows, in its own script; copied readings stay out of them."""
    shown: dict[str, str] = {}
    for anchor in parse(text).css("a"):
        for words in (anchor.attributes.get("title") or "", anchor.text()):
            title = " ".join(words.split())
            simple = in_mainland_script(title)
            if len(simple) == len(title):
                shown.setdefault(simple, title)
    return tuple(replace(link, title=shown.get(link.title, link.title)) for link in links)


def _opened(area: re.Match[str]) -> str:
    """Return the rows that a page keeps in a text area until they are scrolled to; any other area as it is."""
    rows = area["rows"] if "<" in area["rows"] else html.unescape(area["rows"])
    return f"<div>{rows}</div>" if len(_ROW.findall(rows)) >= _FEW_ROWS else area[0]


def _built(
    tree: LexborHTMLParser, patterns: Sequence[str], url: str, now: datetime | None
) -> list[Candidate]:
    """Return the candidates of rows in scripts or attributes, by the patterns of the page where they carry no address."""
    values = [
        *scripts.json_in_scripts(tree),
        *scripts.objects_in_scripts(tree),
        *scripts.json_in_attributes(tree),
        scripts.fields_of_elements(tree),
        *filter(None, map(_island, scripts.xml_islands(tree))),
    ]
    rows = (row for value in values for row in data.recognised_rows(value, patterns))
    marked = lists.from_marked(tree, patterns, url, now)
    return lists.merged([*lists.from_rows(rows, url, now), *marked])


def _not_shown(
    tree: LexborHTMLParser, found: list[Candidate], url: str, now: datetime | None
) -> list[Candidate]:
    """Return the further rows of a list of which the page shows the first only, and which its data holds whole (Next.js)."""
    patterns, known = _learned(tree, (c.address.url for c in found)), {c.address.url for c in found}
    if not patterns:
        return []
    rows = (row for value in scripts.json_in_scripts(tree) for row in data.recognised_rows(value, patterns))
    shapes, head = {c.address.shape for c in found}, patterns[0].partition("{")[0]  # /news/ of /news/{id}
    told = [
        c
        for c in lists.from_rows(rows, url, now)
        if c.address.shape in shapes and c.address.url.startswith(head)
    ]
    shared = sum(c.address.url in known for c in told)
    return [c for c in told if c.address.url not in known] if 2 * shared >= len(known) else []


def _learned(tree: LexborHTMLParser, urls: Iterable[str]) -> tuple[str, ...]:
    """Return the patterns of the addresses that a page shows, their field called as the page's own data calls it."""
    return learned(urls, (entry for value in _data_of(tree) for entry in data.plain_objects(value)))


def _told_by_titles(tree: LexborHTMLParser, links: Sequence[Link]) -> tuple[str, ...]:
    """Return the pattern of the addresses of a page's entries that its data tells by their titles, of however few."""
    states = (state for _, text in scripts.script_texts(tree) for state in literals.states(text))
    entries = (entry for value in chain(_data_of(tree), states) for entry in data.plain_objects(value))
    return told_by_titles(((link.url, link.title) for link in links), entries)


def _data_of(tree: LexborHTMLParser) -> Iterator[Any]:
    yield from scripts.json_in_scripts(tree)
    yield from scripts.json_in_attributes(tree)


def _island(text: str) -> Any:
    with suppress(Unreadable):
        return data.load_xml(text)
    return None


def _html_kind(found: list[Candidate], shown: list[Candidate]) -> FoundKind:
    if not found:
        return "none"
    if all(c.address.document for c in found):
        return "page"
    visible = set(map(id, shown))
    return "list" if any(id(c) in visible for c in found) else "script"


def _carried(tree: LexborHTMLParser, url: str, encoding: str, now: datetime | None) -> list[Candidate]:
    """Return the candidates that the page's scripts carry: markup, JSON islands, literals."""
    carried: list[Candidate] = []
    for markup in scripts.markup_in_scripts(tree):
        carried += _fragment(markup, url, encoding, now)
    for value in scripts.json_in_scripts(tree):
        carried += lists.from_rows(data.recognised_rows(value), url, now)
    return carried + lists.from_rows(scripts.rows_in_scripts(tree), url, now)


def _fragment(markup: str, url: str, encoding: str, now: datetime | None) -> list[Candidate]:
    return ListReader(parse(markup), url, encoding, now).candidates()


@dataclass(frozen=True, slots=True)
class _Sight:
    """A page as it is looked at for where its list goes on; ``feed`` is the first that its head names."""

    tree: LexborHTMLParser
    text: str
    encoding: str
    url: str
    source: Source
    now: datetime
    feed: str | None


def _onward(found: Discovery, heads: Mapping[str, Collection[str]], page: _Sight) -> Discovery:
    """Return what was found on a page with where its list goes on, or, where it shows no rows, with where they are."""
    if page.source.kind == "feed" and page.feed:
        return Discovery("none", feed=page.feed, follow=(Request(page.feed),))
    return _after_rows(found, heads, page) if found.links else _instead_of_rows(found, page)


def _after_rows(found: Discovery, heads: Mapping[str, Collection[str]], page: _Sight) -> Discovery:
    """Return what was found on a page that shows rows with where their list goes on, and what has more of them beside it."""
    tree, url, source, feed = page.tree, page.url, page.source, page.feed
    beside = loading.requests_beside_rows(tree, url) if found.kind in ("list", "script") else ()
    following, front, base = onward.next_page(tree, url, source.next), is_front(url), base_of(tree, url)
    alone = following and not front
    blocks = Sections() if alone else sections(tree, url, {link.url for link in found.links}, heads)
    following = following or _from_archives(found, blocks, tree, url)
    counted = False
    if not following and found.kind == "script":
        following = _next_written(tree, url)
    if not following and (found.kind == "script" or onward.turns_unlinked(tree)):
        following, counted = _next_in_data(tree, url)
    if not following and not _WHOLE.search(page.text):
        following = counting.next_address(url) or counting.after_rows(url, len(found.links))
        following = following or onward.after_last_row(tree, url)
    sent = None if following else onward.sent_next(tree, url, page.encoding)
    if not beside and not sent and found.kind in ("list", "script"):
        beside = onward.programs_of_pager(tree, url, following, drawn=counted)
    lists = blocks.lists if front or not (following or sent) else ()
    # A column that does not turn shows the newest, or the most read, of those within it.
    if not (following or sent or lists):
        lists = loading.daughters(tree, base, {link.url for link in found.links})
    if front and feed and not (following or sent or beside or (lists and not blocks.mapped)):
        beside = (Request(feed),)  # all that tells of more than the newest
    if front or not (following or sent):
        beside = (*beside, *(replace(ask, encoding=page.encoding) for ask in blocks.posted))
    if front and (blocks.mapped or not lists):
        beside = (*beside, *loading.menu_scripts(tree, url))
    if not (following or sent or beside) and (blocks.mapped or not lists):
        following = archives.lone_year(tree, url, (link.published for link in found.links), page.now)
        following = following or (papers.issue_before_front(tree, base, url) if front else None)
    if front and not (following or sent or beside or feed) and (blocks.mapped or not lists):
        # The newest alone, and nothing that leads on: what tells of the whole site may know the others.
        beside = (*_of_whole_site(found.links, url), *chains.starts(found.links, heads))
    if not (following or sent):
        beside = (*beside, *calendars.calendars_of_issues(tree, url))
    if not (following or sent or beside or lists or front) and has_no_menu(
        tree, url, {link.url for link in found.links}
    ):
        beside = loading.menu_scripts(tree, url)
    instead, passed_over = (None, None) if source.next else onward.missed_by_pager(tree, url)
    beside = (*beside, Request(passed_over)) if passed_over else beside
    more = not lists and (pagers.offers_more(tree) or pagers.waits_for_more(tree))
    if not (following or sent) and (more or pagers.shows_part(tree)):
        beside = (*beside, *_of_whole_site(found.links, url))
    within = bool(following) and papers.leads_to_sheet(tree, base, url, following or "")
    return replace(
        found,
        next=following,
        sent=sent,
        sections=_with_columns_beside(lists, found.links, page),
        tabbed=blocks.tabbed,
        feed=feed,
        follow=beside,
        instead=instead,
        within=within,
    )


def _with_columns_beside(lists: Sequence[str], links: Sequence[Link], page: _Sight) -> tuple[str, ...]:
    """Return the lists in which a page goes on with the columns beside it, where it was reached from the front page of its site,
    which need not lead to each of them itself."""
    if is_front(page.url) or not is_front(page.source.url):
        return tuple(lists)
    beside = columns_beside(page.tree, page.url, {link.url for link in links})
    return tuple(dict.fromkeys((*lists, *beside)))


def _from_archives(found: Discovery, blocks: Sections, tree: LexborHTMLParser, url: str) -> str | None:
    """Return the archive in which a list without a pager goes on, None where that is for its blocks to say."""
    # Blocks say where they go on; what a page beside them has by months may be of one of them only.
    if is_front(url) and blocks.whole:
        return None
    if blocks.past and len(blocks.lists) > 1:
        return None  # years, of which not each need name the one before
    return _earlier(found, tree, url) or (next(iter(blocks.lists), None) if blocks.past else None)


def _instead_of_rows(found: Discovery, page: _Sight) -> Discovery:
    """Return where the rows of a page are that shows none itself."""
    tree, url, source = page.tree, page.url, page.source
    follow = directories.columns(page.text, directories.address_of(url, source.url))
    follow = (
        follow
        or tuple(map(Request, feed_links.feeds_in_head(tree, url)))
        or loading.requests_for_rows(tree, url)
    )
    only_columns = not follow or follow == tuple(loading.columns(tree, url))[:_FEW_COLUMNS]
    blocks = sections(tree, url, ())
    headed = blocks.lists
    follow = (*(replace(ask, encoding=page.encoding) for ask in blocks.posted), *follow)
    if not {ask.url for ask in follow}.intersection(headed):
        follow = (*map(Request, headed[:_FOLLOWED]), *follow)
    problem = _why_empty(page.text, bool(follow))
    if only_columns and is_front(url):
        follow = (*follow, *(Request(urljoin(url, path)) for path in _SITE_MAPS))
    elif is_front(url):
        follow = _or_the_map(follow, url)
    listed = tuple(dict.fromkeys((*loading.shelved(tree, url, follow), *headed)))
    # What scripts write the rows of one page only has the pager of that page beside it.
    written = bool(follow) and all(programs.is_script(ask.url) for ask in follow)
    following = onward.next_linked(tree, url) if written and not is_front(url) else None
    if written and not following and has_no_menu(tree, url, ()):
        asked = {ask.url for ask in follow}
        follow = (*follow, *(ask for ask in loading.menu_scripts(tree, url) if ask.url not in asked))
    # Of an issue one sheet may be nothing but an advertisement.
    if not (follow or following) and papers.sheets(tree, base_of(tree, url), url):
        following = onward.next_page(tree, url, source.next)
    within = bool(following) and papers.leads_to_sheet(tree, base_of(tree, url), url, following or "")
    return replace(
        found,
        next=following,
        feed=page.feed,
        follow=follow,
        sections=_with_columns_beside(listed, (), page),
        problems=(problem,),
        within=within,
    )


def _of_whole_site(links: Sequence[Link], url: str) -> Iterator[Request]:
    """Yield what tells of all the articles of a site, for those kept as a list's are, which says that there are more of them."""
    if alike := rule_of_folders(links):
        yield Request(urljoin(url, _ROBOTS), alike=alike)


def _next_written(tree: LexborHTMLParser, url: str) -> str | None:
    """Return the page after one whose pager its script writes beside the rows: document.write('<a href="list_2.htm">下一页</a>')."""
    pagers_written = (onward.next_linked(parse(markup), url) for markup in scripts.markup_in_scripts(tree))
    return next(filter(None, pagers_written), None)


def _next_in_data(tree: LexborHTMLParser, url: str) -> tuple[str | None, bool]:
    """Return the page after one whose rows stand in its data, as that tells it: Inertia's next_page_url, a number of pages;
    and whether it tells no more than the number, which the page's program need not put into its address."""
    for value in (*scripts.json_in_attributes(tree), *scripts.json_in_scripts(tree)):
        told = None if data.next_told(value, url) else data.pages_told(value, url)
        name = payloads.page_asked(value) or (told[0] if told else "")
        following = data.next_told(value, url) or (counting.at_cursor(url, name, told[1]) if told else None)
        if following and same_host(following, url) and following != url:
            return following, told is not None
    return None, False


def _earlier(found: Discovery, tree: LexborHTMLParser, url: str) -> str | None:
    named = archives.archives(tree, base_of(tree, url))
    return archives.earlier(named, url, (link.published or "" for link in found.links))


def _by_calendar(tree: LexborHTMLParser, url: str, issue: str) -> Discovery:
    """Return where a calendar leads from an issue of a paper: to the one before, else to the calendar of the month before."""
    base = base_of(tree, url)
    if before := papers.issue_before(tree, base, issue):
        return Discovery("none", next=before)
    month = archives.month_before(tree, base, url)
    return Discovery("none", follow=(Request(month, drawn=issue),) if month else ())


def _why_empty(text: str, follows: bool) -> str:
    if len(text) < 60_000 and _CHALLENGE.search(text):
        return "网站给程序看的是验证页（验证码或脚本质询），不是列表"
    if re.search(r"type\s*=\s*[\"']?password", text, re.IGNORECASE):
        return "页面要求登录"
    if follows:
        return "页面本身没有文章，列表要从别处加载"
    return "页面上没有找到文章：地址对吗？还是列表只有浏览器才画得出来？"


def _matching(candidates: Iterable[Candidate], rule: str, url: str) -> list[Candidate]:
    try:
        pattern = re.compile(rule, re.IGNORECASE)  # as the servers that list one page as a.aspx and A.aspx
    except re.error as error:
        raise Unreadable(f"article: {rule} 不是正则表达式：{error}") from error
    own = url.rstrip("/")
    return [
        c
        for c in candidates
        if _fits(pattern, c.address.url)
        and c.address.url.rstrip("/") != own
        and not all(map(titles.turns, c.titles or [""]))
    ]


def _fits(pattern: re.Pattern[str], url: str) -> bool:
    """Tell whether an address fits a rule, its query in whatever order: then the whole of it, lest `?id=1` be `?m=2&id=1`."""
    if pattern.search(url):
        return True
    page, _, query = url.partition("?")
    pairs = query.split("&")
    if not 1 < len(pairs) <= _ORDERED:
        return False
    spelt = (f"{page}?{'&'.join(order)}" for order in permutations(pairs))
    return any((found := pattern.search(other)) and found.end() == len(other) for other in spelt)


_ORDERED = 5  # parameters of a query that are tried in every order


def _links(candidates: Iterable[Candidate]) -> tuple[Link, ...]:
    return tuple(map(lists.to_link, candidates))


def _ruled(found: Discovery, source: Source) -> Discovery:
    """Apply the source's rule for articles to what feeds and data interfaces gave, and say when it finds none."""
    if not source.article or (not found.links and found.kind == "none"):
        return found
    try:
        pattern = re.compile(source.article, re.IGNORECASE)
    except re.error as error:
        raise Unreadable(f"article: {source.article} 不是正则表达式：{error}") from error
    return replace(found, links=tuple(link for link in found.links if _fits(pattern, link.url)))
