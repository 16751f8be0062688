"""The feeds that a page names: in its head, by links, in words to be copied, or on a page of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover import headings, titles
from scrapers.discover.addresses import resolve, same_host
from scrapers.discover.entrances import jump
from scrapers.discover.model import FOLLOWED, Request
from scrapers.discover.sections import words_of

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")


def feeds_in_head(tree: LexborHTMLParser, url: str) -> tuple[str, ...]:
    """Return the feeds a page names in its head (RSS autodiscovery, WHATWG `link rel=alternate`): of one content in
    several forms the first, and those of its columns."""
    found: dict[str, str] = {}
    for link in tree.css("link[rel][href]"):
        attributes = link.attributes
        kind, rel = (attributes.get("type") or "").lower(), (attributes.get("rel") or "").lower()
        if (
            "alternate" in rel
            and (kind in _FEED_TYPES or (kind in _XML_TYPES and _FEED_NAME.search(str(attributes))))
            and "comment" not in (attributes.get("href") or "").lower()
            and not headings.heads_aside(_OF_FORM.sub("", attributes.get("title") or ""))
        ):
            target = resolve(url, attributes.get("href") or "")
            found.setdefault(_OF_FORM.sub("", attributes.get("title") or "").strip(), target)
    return tuple(dict.fromkeys(filter(None, found.values())))[:FOLLOWED]


_XML_TYPES = ("text/xml", "application/xml", "application/json")
_FEED_NAME = re.compile(r"\b(?:RSS|Atom|RDF|feeds?)\b|订阅", re.IGNORECASE)
_OF_FORM = re.compile(r"\b(?:RSS|Atom|RDF|JSON|XML|Feed)\b|[\d.»>-]|订阅", re.IGNORECASE)


def feeds_linked(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Feeds that links lead to: <a href="/rss.xml"><img alt="RSS"></a>."""
    for node in tree.css("a[href]"):
        target = resolve(url, node.attributes.get("href") or "")
        if (
            target
            and _FEED_PATH.search(urlsplit(target).path)
            and same_host(target, url)
            and not _is_of_aside(node)
        ):
            yield Request(target)


def feeds_written(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Feeds whose addresses a page tells in words, to be copied: RSS地址：http://www.example.com/rss/news.xml."""
    fields = ((node, node.attributes.get("value") or "") for node in tree.css("input[value]"))
    written = tree.body.traverse(include_text=True) if tree.body is not None else ()
    texts = ((node, node.text() or "") for node in written if node.tag == "-text")
    for node, words in chain(texts, fields):
        for told in _ADDRESS_TOLD.findall(words) if len(words) < _MOST_TOLD else ():
            target = resolve(url, told)
            if _FEED_PATH.search(urlsplit(target).path) and same_host(target, url) and not _is_of_aside(node):
                yield Request(target)


_ADDRESS_TOLD = re.compile(r"(?:https?://[\w.-]+(?::\d+)?|(?<![\w/.:]))/[\w./%~-]+", re.ASCII)
_MOST_TOLD = 500  # characters of what tells an address
_FEED_PATH = re.compile(
    r"(?:^|[/_-])(?:rss|atom|feed|index)\.(?:xml|rdf)$|\.rss$|/feed/?$|(?<!comments)/atom/?$"
    r"|/(?:rss|feeds?|xml|atom)/(?:[\w-]+/)*[\w-]+\.(?:xml|rdf|rss)$|(?:^|/)(?:rss|feed)[_-]?\w*\.(?:xml|php|aspx?|jsp)$",
    re.IGNORECASE,
)


def _is_of_aside(node: LexborNode) -> bool:
    """Tell one of several feeds that is named for what is no news: 供求信息."""
    row: LexborNode | None = node
    for _ in range(3):
        if row is None or len(row.css("a[href]")) > 2:
            return False
        words = titles.squeeze(_ADDRESS_SHOWN.sub("", (row.text(separator=" ") or "")[:200]))
        if len(words) > 1 and not words.isascii():
            return headings.heads_aside(words) or headings.heads_never(words)
        row = row.parent
    return False


def feed_centre(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """The page that lists a site's feeds: <a href="/rss/">RSS订阅</a>."""
    for node in tree.css("a[href]"):
        target = resolve(url, node.attributes.get("href") or "")
        if _FEED_CENTRE.fullmatch(words_of(node)) and same_host(target, url):
            yield from jump(url, target)


_FEED_CENTRE = re.compile(
    r"[\s\[【]*(?:(?:RSS|XML)\s*(?:订阅|聚合|中心|频道|源|feeds?)*|(?:内容|新闻|资讯)?订阅(?:中心|本站|我们)?)[\s\]】]*",
    re.IGNORECASE,
)


_ADDRESS_SHOWN = re.compile(r"https?://\S+|\b(?:RSS|XML|订阅)\b|订阅", re.IGNORECASE)
