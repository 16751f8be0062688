"""The requests by which a page that shows no rows, or not all of them, has them loaded."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from urllib.parse import parse_qsl, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scrapers.discover import archives, beside, headings, modules, papers, payloads, programs, titles
from scrapers.discover.addresses import read_address, resolve, same_host
from scrapers.discover.asking import asked, known_interfaces
from scrapers.discover.bundles import plainly_spelt
from scrapers.discover.calls import NOT_ROWS
from scrapers.discover.entrances import entrances, jump, jumps
from scrapers.discover.feed_links import feed_centre, feeds_linked, feeds_written
from scrapers.discover.frames import content_frames, frames
from scrapers.discover.known import jpaas_units, proxies
from scrapers.discover.lists import base_of
from scrapers.discover.model import FOLLOWED, Request
from scrapers.discover.scripts import ROW_FILE
from scrapers.discover.sections import is_front, words_of
from scrapers.discover.tabs import tabs

_FEW = 2  # columns within one


def requests_for_rows(tree: LexborHTMLParser, url: str) -> tuple[Request, ...]:
    """Return the requests by which a page that shows no rows loads them.

    Known interfaces first (Hanweb JPAAS `build/unit`, `dataproxy.jsp`, UCAP `queryList`), then whatever
    its script asks for, then its frames, then where it sends the reader on, at last the
    archives by month and the columns of news it names.
    """
    base, query = base_of(tree, url), urlsplit(url).query
    if base != url and query:  # which scripts read off the page's own address
        base = f"{base.partition('?')[0]}?{query}"
    looks = (
        jpaas_units,
        proxies,
        _helping,
        _scripted,
        _frames,
        _pieces,
        jumps,
        _script_files,
        _flash_rows,
        _bound,
        _newest_issue,
        _months,
        feeds_linked,
        feeds_written,
        columns,
        _daughters,
        _drawing,
        feed_centre,
        entrances,
        _programs,
    )
    found = next(filter(None, (_unique(look(tree, base)) for look in looks)), ())
    return _unique([*_prefetched(tree, base), *found])


def _scripted(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """What the scripts ask for, at once or when a tab is chosen."""
    return chain(tabs(tree, url), asked(tree, url))


def _helping(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """The script of a page that defines the function by which those written into the page ask for its rows."""
    text = "\n".join(script.text() or "" for script in tree.css("script:not([src], [type^='text/x-'])"))
    own = modules.Module.of(url, text)
    if to := beside.helping([own], beside.marks_of(tree, url)):
        yield Request(to, marks=modules.carried("", own))


def _prefetched(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """The data that a page has its browser fetch for the program: <link rel=preload as=fetch>, Nuxt's and Next.js's payloads."""
    if payload := payloads.of_page(tree, url):
        yield payload
    for node in tree.css("link[rel=preload][as=fetch][href], script[data-src]"):
        target = resolve(url, node.attributes.get("href") or node.attributes.get("data-src") or "")
        if same_host(target, url) and not NOT_ROWS.search(target):
            yield Request(target)


def _programs(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """What a program written into the page asks for, else the program it loads."""
    written = plainly_spelt("\n".join(script.text() or "" for script in tree.css("script")))
    return chain(programs.list_requests(written, url), map(Request, programs.linked(tree, url)))


def _drawing(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """The program of a page that is its place to draw in, <div id="root">: its few links are no entrance to the site."""
    return _programs(tree, url) if tree.css_first(_DRAWN_IN) is not None else iter(())


_DRAWN_IN = "#app, #root, #__next, #__nuxt, [data-reactroot], [data-page], script#__NEXT_DATA__, script#__NUXT_DATA__, app-root"


def requests_beside_rows(tree: LexborHTMLParser, url: str) -> tuple[Request, ...]:
    """Return the requests to known interfaces, what a page shows may be its side columns only, and what its tabs load, or
    to what its frames show."""
    base = base_of(tree, url)
    known = _unique([*jpaas_units(tree, base), *proxies(tree, base)])
    beside = (_framed(tree, base), _flash_rows(tree, base), _built_with(tree, base))
    return known or _unique(known_interfaces(tree, base)) or tabs(tree, base) or _unique(chain(*beside))


def _built_with(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """The data that VitePress built a page with, of which this may show the first rows: /assets/chunks/posts.data.X7k.js."""
    for node in tree.css("link[rel=modulepreload][href*='.data.']"):
        target = resolve(url, node.attributes.get("href") or "")
        if same_host(target, url):
            yield Request(target)


def _unique(requests: Iterable[Request]) -> tuple[Request, ...]:
    return tuple({(r.url, str(r.data)): r for r in requests}.values())[:FOLLOWED]


def _frames(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """What the frames show; one of a frameset that is called menu names the columns."""
    return (
        Request(target)
        for node, target in frames(tree, url)
        if not NOT_ROWS.search(target) or (node.tag == "frame" and _MENU_FRAME.search(urlsplit(target).path))
    )


_MENU_FRAME = re.compile(r"menu|nav|tree", re.IGNORECASE)


def _pieces(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """The pieces of HTML that elements name as what stands in them, loaded at once or when they are seen: <turbo-frame src>,
    <div hx-get hx-trigger=load>, <div data-include>."""
    for node in tree.css(_PIECE):
        named = next(filter(None, map(node.attributes.get, _PIECE_MARKS)), "")
        triggered = _AT_ONCE.search(node.attributes.get("hx-trigger") or "load")
        target = resolve(url, named) if named and triggered else ""
        same = same_host(target, url)
        if same and not NOT_ROWS.search(target) and target.rstrip("/") != url.rstrip("/"):
            yield Request(target)


_PIECE_MARKS = ("src", "hx-get", "data-hx-get", "w3-include-html", "data-include", "ic-src")
_PIECE = f"turbo-frame[src], include-fragment[src], {', '.join(f'[{mark}]' for mark in _PIECE_MARKS[1:])}"
_AT_ONCE = re.compile(r"load|revealed|intersect")


def _framed(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """The list in a frame of a page that shows some articles beside it."""
    shown = (target for _, target in content_frames(tree, url) if not NOT_ROWS.search(target))
    return (Request(target) for target in shown if not read_address(target).document)


def _script_files(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Scripts of the site that by their names hold rows: /data/newsdata.js, /plus/js.php?id=3."""
    for node in tree.css("script[src]"):
        target = resolve(url, node.attributes.get("src") or "")
        same = same_host(target, url)
        if same and not NOT_ROWS.search(target) and ROW_FILE.search(urlsplit(target).path):
            yield Request(target)


def menu_scripts(tree: LexborHTMLParser, url: str) -> tuple[Request, ...]:
    """Return the scripts of the site that by their names draw its menu, /js/menu.js: where a page names no column itself."""
    base = base_of(tree, url)
    named = (resolve(base, node.attributes.get("src") or "") for node in tree.css("script[src]"))
    ours = (to for to in named if same_host(to, url))
    return _unique(Request(to) for to in ours if draws_menu(to))[:_FEW]


def draws_menu(url: str) -> bool:
    """Tell a script that by its name draws the menu of pages, /js/menu.js, /inc/head.asp."""
    return bool(_MENU_SCRIPT.search(urlsplit(url).path))


_MENU_SCRIPT = re.compile(
    r"(?:^|[/_.-])(?:\w{0,8}menus?|nav\w*|daohang|dh|head(?:er)?|top|columns?|lanmu|left|side(?:bar)?)(?:[_.-]?\w{0,12})?\.(?:js|asp|aspx|php|jsp)$",
    re.IGNORECASE,
)


def _flash_rows(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """What the Flash list of an old site is told to load: <param name="FlashVars" value="xmlUrl=xml/news_1.xml">."""
    for node in tree.css("param[value], embed[flashvars]"):
        attributes = node.attributes
        told = attributes.get("flashvars") or (
            attributes.get("value") if (attributes.get("name") or "").lower() == "flashvars" else ""
        )
        for _, value in parse_qsl(told or ""):
            if _ROW_FILE.fullmatch(value) and not _PICTURES.search(value):
                yield Request(resolve(url, value))


def _bound(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """The data that a table of an old site is bound to (datasrc): <xml id="n" src="news.xml">, the file of a Tabular Data
    Control, <param name="DataURL" value="news.txt">; and what a script opens as a document, xmlDoc.load('news.xml')."""
    named = [node.attributes.get("src") or "" for node in tree.css("xml[src]")]
    for node in tree.css("param[name][value]"):
        if (node.attributes.get("name") or "").lower() == "dataurl":
            named.append(node.attributes.get("value") or "")
    texts = (script.text() or "" for script in tree.css("script"))
    named += [found["file"] for text in texts for found in _OPENED_DOCUMENT.finditer(text)]
    for target in (resolve(url, name) for name in named if name):
        if same_host(target, url) and not _PICTURES.search(target):
            yield Request(target)


_OPENED_DOCUMENT = re.compile(
    r"(?<![\w$)])[A-Za-z_$][\w$]*\.load\(\s*[\"'](?P<file>[^\"'\s<>]+\.xml(?:\?[^\"'\s<>]*)?)[\"']\s*\)"
)
_ROW_FILE = re.compile(r"[\w./-]+\.(?:xml|json|txt)(?:\?[\w=&]*)?", re.ASCII)
_PICTURES = re.compile(r"pic|image|focus|banner|slide|ad[s_.]|photo|flash|music|mp3|zs\.", re.IGNORECASE)


def _newest_issue(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    newest = papers.newest_issue(tree, url)
    return jump(url, newest) if newest else iter(())


def shelved(tree: LexborHTMLParser, url: str, follow: Collection[Request]) -> tuple[str, ...]:
    """Return the issues of a paper on the shelf that a page is, but the newest, which is followed, and other years' shelves;
    of a page that only names archives by month those beyond the ones that are followed."""
    months = tuple(_months(tree, base_of(tree, url)))
    if len(months) > FOLLOWED and tuple(follow) == months[:FOLLOWED]:
        return tuple(ask.url for ask in months[FOLLOWED:])
    issues = list(papers.issues(tree, base_of(tree, url)).values())
    if not issues or tuple(follow) != (Request(issues[0]),):
        return ()
    named = archives.archives(tree, base_of(tree, url))
    own = archives.own_archive(named, url)
    return (*issues[1:], *(target for name, target in named.items() if name != own))


def _months(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Archives by month or year; in one of them that is empty, the one before."""
    named = archives.archives(tree, url)
    own = archives.own_archive(named, url)
    return map(
        Request, [target for name, target in named.items() if name < own][:1] if own else named.values()
    )


_COLUMN = re.compile(r"\S{0,4}(?:新闻|资讯|动态|要闻|快讯|通知|公告|公示)\S{0,4}")


def _daughters(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """The columns kept within one that shows no rows itself."""
    return map(Request, daughters(tree, url))


def daughters(tree: LexborHTMLParser, url: str, articles: Collection[str] = ()) -> tuple[str, ...]:
    """Return the columns kept within one: /news/hangye/ on /news/, list.asp?id=1&sub=2 on list.asp?id=1, news.asp?c=2 on
    news.asp; none of a front page.

    Args:
        tree: the parsed page.
        url: what its references start from.
        articles: those that it shows, some of which are named as shortly as columns are.
    """
    own = _INDEX.sub("", url.rstrip("/"))
    inside = (f"{own}&",) if "?" in own else (f"{own.rstrip('/')}/", f"{own}?")
    found = dict[str, None]()
    for node in tree.css("a[href]") if not is_front(url) else ():
        words = titles.squeeze(words_of(node)[:40])
        if not _NAME.fullmatch(words) or headings.heads_aside(words):
            continue
        target = resolve(url, node.attributes.get("href") or "")
        if target.startswith(inside) and target not in articles:
            found |= dict.fromkeys(ask.url for ask in jump(url, target))
    return tuple(found) if len(found) >= _FEW else ()


_INDEX = re.compile(r"/(?:index|default|main)\.\w{2,5}$", re.IGNORECASE)
_NAME = re.compile(r"[\u3400-\u9fff]{2,8}")


_INTO_FRAME = "a[href][target]:not([target^=_])"


def columns(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """A front page of pictures and menus only, or the menu in a frame: its columns of news hold the articles."""
    for node in tree.css("a[href], area[href]" if is_front(url) else _INTO_FRAME):
        target = resolve(url, node.attributes.get("href") or "")
        here = target.partition("#")[0] == url.partition("#")[0]  # a route of the page's own program
        same = target and not here and same_host(target, url)
        if same and _COLUMN.fullmatch(words_of(node)):
            yield from jump(url, target)
