"""Pages that hold no article themselves but show one from elsewhere: in a frame, or asked from a service by script. Pure."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scrapers.attachments import format_of, read_attachment
from scrapers.decode import decode
from scrapers.discover import beside, bundles, counting, data, modules, payloads, programs, scripts
from scrapers.discover.addresses import resolve
from scrapers.discover.calls import base_of_requests
from scrapers.discover.entrances import jumps, words_shown
from scrapers.discover.frames import content_frames
from scrapers.discover.given import settings_of
from scrapers.discover.lists import base_of
from scrapers.discover.loading import requests_for_rows
from scrapers.discover.model import Request
from scrapers.discover.sections import is_front
from scrapers.errors import Unreadable
from scrapers.heading import fold
from scrapers.model import Page
from scrapers.outline import parse

_NUMBER = re.compile(r"\d+")


def is_program(page: Page) -> bool:
    """Tell a script from a page, and from one that only tells an article: show({"title": .., "content": ..})."""
    written = "javascript" in page.headers.get("content-type", "") or urlsplit(page.url).path.endswith(".js")
    told = _article_of(page) if written and len(page.body) < _LONGEST_TOLD else None
    return written and not (told and told[0])


_LONGEST_TOLD = 400_000  # bytes of a script that tells an article


def shown_article(page: Page, loaded: Sequence[Page] = ()) -> Request | None:
    """Return the request for the article that a page shows, None where it shows none.

    Args:
        page: a page in which no article was found. Of several frames nobody can tell which one holds it.
        loaded: the scripts of it that were read so far; where they tell nothing, the next one is what is returned.
    """
    tree, url = _parsed(page), page.final_url or page.url
    url = page.url if page.url.partition("#")[0] == url else url  # of which servers hear no fragment
    framed = content_frames(tree, url, documents=True)
    if len(framed) == 1:
        return Request(framed[0][1])
    sent_on = _sent_on(tree, url)
    if sent_on:
        return Request(sent_on)
    told = payloads.of_page(tree, url) or _served(tree, url)
    told = told or _served_by(tree, url, loaded) or _drawn(tree, page.url, loaded)
    return counting.without_later(told) if told else None


def _served_by(tree: LexborHTMLParser, url: str, loaded: Sequence[Page]) -> Request | None:
    """Return the request for an article that the linked scripts of a page complete as its own would, see `_served`."""
    read = (script for script in loaded if len(script.body) < _LONGEST_OWN)
    files = [modules.Module.of(script.url, decode(script.body, script.headers).text) for script in read]
    texts = "\n".join(_together(files) if modules.depend(files) else [file.text for file in files])
    own = f"<script>{texts}</script>" if _READS_ITSELF.search(texts) else ""
    return _served(parse(f"{tree.html}{own}"), url) if own else None


_LONGEST_OWN = 100_000  # bytes of a script that a page has for itself; a program is longer


def is_shell(page: Page) -> bool:
    """Tell a page without words of its own that a program of its site draws."""
    tree = _parsed(page)
    return words_shown(tree) < _FEW_WORDS and bool(programs.linked(tree, page.url))


def _drawn(tree: LexborHTMLParser, url: str, loaded: Sequence[Page]) -> Request | None:
    """Return what the program of a page without words asks for its article, else the program itself."""
    written = "\n".join(script.text() or "" for script in tree.css("script"))
    bare = words_shown(tree) < _FEW_WORDS
    unfilled = _is_unfilled(tree)
    if not (bare or unfilled or _READS_ITSELF.search(written)):
        return None
    files = [modules.Module.of(page.url, decode(page.body, page.headers).text) for page in loaded]
    settings = settings_of(tree)
    texts = [bundles.plainly_spelt(text, settings) for text in (written, *_together(files))]
    base = next(filter(None, map(base_of_requests, texts)), "")
    named = next(filter(None, (programs.named_by_route(text, url) for text in texts)), "")
    start = base_of(tree, url)
    asks = (programs.article_request(text, url, base, named, start) for text in texts)
    told = next(filter(None, asks), None)
    known = {script.url for script in loaded}
    lacking = [resolve(loaded[-1].url, name) for name in modules.wanted(files)] if loaded else []
    marks = f"{settings}{beside.marks_of(tree, start)}" if loaded else ""
    lacking = lacking or [*filter(None, [beside.helping(files, marks)])]
    lacking += beside.lacking("\n".join(texts), marks, {file.file for file in files})
    if lacking and len(loaded) < _MOST_SCRIPTS:  # what is asked is told in part there
        return Request(lacking[0])
    parts = (
        to
        for file, script in zip(files, loaded, strict=True)
        for to in programs.chunks(file.text, script.url, url)
    )
    linked = programs.linked(tree, start)
    linked = (
        linked if bare or unfilled else tuple(to for to in linked if _HOLDS_ROWS.search(urlsplit(to).path))
    )
    ahead = chain(linked, parts) if len(loaded) < _MOST_SCRIPTS else ()
    return told or next((Request(to) for to in ahead if to not in known), None)


def _is_unfilled(tree: LexborHTMLParser) -> bool:
    """Tell a page that has places for a title and a text, and nothing in them, among words of its own: <h1 id="t"></h1>."""
    places = [node for node in tree.css(_PLACES) if not (node.text() or "").strip() and not node.css("img")]
    return len(places) >= _FEW_PLACES


_PLACES = "h1, h2, h3, div[id], p[id], span[id], article, section[id]"
_FEW_PLACES = 2


def _together(files: Sequence[modules.Module]) -> list[str]:
    """Return the texts of scripts, those of modules that import from each other as one."""
    return [modules.joined(files)] if files else []


# A page that shows, among words of its own, what its address names, out of what a script holds by its name.
_READS_ITSELF = re.compile(r"\blocation\.(?:search|hash|href)(?!\s*=[^=])|URLSearchParams")
_HOLDS_ROWS = re.compile(r"(?:news|xinwen|articles?|posts?|data|notices?)[\w.-]*\.js$", re.IGNORECASE)
_MOST_SCRIPTS = 8  # of a page that are read to learn where its article is


def with_article(page: Page, inner: Page) -> Page:
    """Put what a page shows into its place, as one page in UTF-8.

    Args:
        page: the page without an article.
        inner: what was at `shown_article`: a page, a PDF or Word document, or the answer of a service.

    Raises:
        Unreadable, TooLarge: the document cannot be read.
    """
    tree = _parsed(page)
    node, _ = next(iter(content_frames(tree, page.final_url or page.url, documents=True)), (None, ""))
    if node is None and _is_document(inner):
        return replace(inner, url=page.url)
    if node is None:
        whole = _of_service(inner)
    elif node.tag == "frame":  # no markup may stand within a frameset
        head = tree.head.html if tree.head is not None else ""
        whole = f"<html>{head}<body>{_markup(inner)}</body></html>"
    else:
        node.replace_with(parse(f"<div>{_markup(inner)}</div>").css_first("div"))  # type: ignore[arg-type]
        whole = tree.html or ""
    headers = {**page.headers, "content-type": "text/html; charset=utf-8"}
    return replace(page, body=whole.encode(), headers=headers)


def with_data(page: Page, listed: str, loaded: Sequence[Page] = ()) -> Page | None:
    """Return a page with the article that it or its scripts carry as data in the place of its words, None where they carry
    none (Inertia's data-page, Next.js, a script with all articles of a site).

    Args:
        page: a page in which no article was found.
        listed: the title of the entry that led to it; what the data tells must be called so, or as the page is.
        loaded: the scripts of it that were read.
    """
    tree = _parsed(page)
    head = tree.css_first("title")
    names = fold(f"{listed} {head.text() if head is not None else ''}")
    holders = [tree, *(_as_scripted(script) for script in loaded if len(script.body) < _LONGEST_TOLD)]
    values = chain(scripts.json_in_attributes(tree), *map(scripts.json_in_scripts, holders))
    for value in values:
        named = [found for found in data.articles_in(value) if found[0] and fold(found[0]) in names]
        if found := max(named, key=lambda found: len(found[2]), default=None):
            headers = {**page.headers, "content-type": "text/html; charset=utf-8"}
            return replace(page, body=_as_page(*found).encode(), headers=headers)
    return None


def _as_scripted(script: Page) -> LexborHTMLParser:
    return parse(f"<script>{decode(script.body, script.headers).text}</script>")


def _sent_on(tree: LexborHTMLParser, url: str) -> str | None:
    """Return where a page without words of its own sends its reader, by its head or by its script."""
    target = next((ask.url for ask in jumps(tree, url)), "") if words_shown(tree) < _FEW_WORDS else ""
    return target if target and not is_front(target) else None


_FEW_WORDS = 60  # characters of a page that only says where it leads, or that it needs a script


def _served(tree: LexborHTMLParser, url: str) -> Request | None:
    """Return the request for an article that a script completes by the page's own number: '/api/news?id=' + id, or that it
    posts: $.post('/api/detail', {id: id})."""
    query = urlsplit(url).query
    fragment = urlsplit(url).fragment
    named = {value for _, value in parse_qsl(query or fragment)} or {query or fragment}  # show.html?20260412
    stem = _ENDING.sub("", urlsplit(url).path.rpartition("/")[2])
    named |= {stem} if _NUMBER.search(stem) else set()
    numbers = {value for value in named if _NUMBER.search(value) or len(value) >= _NAMES_ONE}
    requests = requests_for_rows(tree, url)
    for request in requests:
        if request.method != "GET":
            continue
        if request.url.endswith(("=", "/")):
            number = _own_number(url, request.url.rpartition("?")[2].rpartition("&")[2].removesuffix("="))
            return replace(request, url=request.url + number) if number else None
        asked = {value for _, value in parse_qsl(urlsplit(request.url).query)}
        last = urlsplit(request.url).path.rpartition("/")[2]
        if numbers & {*asked, last, _ENDING.sub("", last), *_NUMBER.findall(last)}:
            return request
    numbers |= set(_NUMBER.findall(urlsplit(url).path))
    posted = [request for request in requests if request.data and numbers & _sent_with(request)]
    posted.sort(key=lambda request: not programs.tells_single(urlsplit(request.url).path))
    return next(iter(posted), None)


_NAMES_ONE = 5  # letters of a name without a number that may be an article's
_ENDING = re.compile(r"\.(?:js|json|jsonp|html?|txt|xml)$", re.IGNORECASE)  # of a file for each article


def _sent_with(request: Request) -> set[str]:
    """Return the values that a request posts."""
    sent = json.loads(request.data) if isinstance(request.data, str) else request.data
    return set(_values_in(sent)) if isinstance(sent, Mapping) else set()


def _values_in(sent: Mapping[str, Any]) -> Iterator[str]:
    """Yield the values of fields, also of those within others: {"head": {..}, "body": {"code": "N12"}}."""
    for value in sent.values():
        if isinstance(value, Mapping):
            yield from _values_in(value)
        else:
            yield str(value)


def _own_number(url: str, key: str) -> str | None:
    parts = urlsplit(url)
    query = {name.lower(): value for name, value in parse_qsl(parts.query)}
    numbers = [v for v in query.values() if v.isalnum()] or _NUMBER.findall(parts.path)
    return query.get(key.lower()) or (numbers[-1] if numbers else None)


def _is_document(inner: Page) -> bool:
    """Tell what a page sent its reader to, from the answer of a service."""
    return bool(format_of(inner.body)) or (inner.body.lstrip()[:1] == b"<" and not _is_xml(inner))


def _is_xml(inner: Page) -> bool:
    return inner.body.lstrip()[:5] == b"<?xml" and b"<html" not in inner.body[:3000].lower()


def _of_service(inner: Page) -> str:
    """Write the article in a service's answer as a page."""
    found = _article_of(inner)
    return "" if found is None else _as_page(*found)


def _article_of(inner: Page) -> tuple[str, str, str] | None:
    """Return title, date and text of the article in a service's answer, None where it has none."""
    try:
        text = decode(inner.body, inner.headers).text
        return data.article_in(data.load_xml(text) if _is_xml(inner) else data.load_told(text))
    except Unreadable:
        return None


def _as_page(title: str, day: str, body: str) -> str:
    body = body if "<" in body else "".join(f"<p>{line}</p>" for line in body.splitlines())
    return f"<title>{html.escape(title)}</title><h1>{html.escape(title)}</h1><p>发布时间：{html.escape(day)}</p>{body}"


def _markup(inner: Page) -> str:
    if format_of(inner.body):
        return "".join(f"<p>{html.escape(line)}</p>" for line in read_attachment(inner.body).splitlines())
    body = _parsed(inner).body
    return (body.html or "") if body is not None else ""


def _parsed(page: Page) -> LexborHTMLParser:
    return parse(decode(page.body, page.headers).text)
