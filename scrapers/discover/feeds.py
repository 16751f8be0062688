"""Feeds (RSS, Atom, RDF, JSON Feed) and sitemaps to links."""

from __future__ import annotations

import calendar
import html
import io
import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import feedparser

from scrapers.dates import CHINA
from scrapers.discover import counting, titles
from scrapers.discover.addresses import Address, Look, read_address, resolve
from scrapers.discover.dates import read_date
from scrapers.discover.model import Request
from scrapers.discover.titles import squeeze
from scrapers.errors import Unreadable
from scrapers.model import Link

_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)[\s>]", re.IGNORECASE)
_SITEMAP = re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ENTRY = re.compile(r"<(?:\w+:)?(?:url|sitemap)>", re.IGNORECASE)
_ENTRY_SIZE = 6000  # characters of one entry that are looked at
_FIELD = r"<(?:\w+:)?{name}>\s*(?:<!\[CDATA\[)?\s*(?P<value>.*?)\s*(?:\]\]>)?\s*</(?:\w+:)?{name}>"
_FIELDS = {
    n: re.compile(_FIELD.format(name=n), re.DOTALL | re.IGNORECASE)
    for n in ("loc", "lastmod", "title", "publication_date")
}
# Child sitemaps of what is no news: WordPress and its like name them so.
_OTHER_CHILD = re.compile(
    r"page|categor|tag|author|product|goods|image|video|archive|taxonom|column|channel", re.IGNORECASE
)
_WORDPRESS = re.compile(r"wordpress", re.IGNORECASE)  # gives the older entries of every feed at ?paged=2
_OLDER = ("next", "prev-archive")  # relations of a feed's links
_UNZIPPED_LIMIT = 50_000_000
_CHILDREN = 16  # sitemaps of an index, feeds of an outline
_FEW_CHILDREN = 4  # that are looked through for more of one list, the newest first


def is_feed(text: str) -> bool:
    """Tell whether a document's beginning is that of an XML feed."""
    return bool(_FEED.search(text[:2000]))


def is_sitemap(text: str) -> bool:
    """Tell whether a document's beginning is that of a sitemap or sitemap index (sitemaps.org 0.9)."""
    return bool(_SITEMAP.search(text[:2000]))


def sitemaps_named(robots: str, url: str, alike: str = "") -> tuple[Request, ...]:
    """Return the sitemaps that a robots.txt names (RFC 9309, 2.2.4), the usual place where it names none; for more of a list,
    whose articles obey the rule `alike`, only those that it names."""
    named = re.findall(r"^\s*sitemap\s*:\s*(\S+)", robots, re.IGNORECASE | re.MULTILINE)
    places = named or ([] if alike else ["/sitemap.xml"])
    found = filter(None, (resolve(url, target) for target in places))
    return tuple(Request(address, alike=alike) for address in found)[: _FEW_CHILDREN if alike else _CHILDREN]


def is_outline(text: str) -> bool:
    """Tell whether a document's beginning is that of a list of feeds (OPML)."""
    return bool(re.search(r"<opml[\s>]", text[:500], re.IGNORECASE))


def read_outline(text: str, url: str) -> tuple[Request, ...]:
    """Return the feeds of an outline, as many as are followed."""
    named = re.findall(r"\bxmlUrl\s*=\s*[\"']([^\"'<>]+)", text, re.IGNORECASE)
    found = filter(None, (resolve(url, html.unescape(target)) for target in named))
    return tuple(map(Request, dict.fromkeys(found)))[:_CHILDREN]


def is_address_list(text: str) -> bool:
    """Tell whether a document is a sitemap in plain text, an address a line (sitemaps.org)."""
    lines = text[:4000].split()
    return len(lines) > 1 and all(re.match(r"https?://[^\s<>\"]+$", line) for line in lines[:-1])


def read_address_list(text: str, url: str, alike: str = "") -> tuple[Link, ...]:
    """Return the articles of a sitemap in plain text, by the rule of those that are sought or by the shapes of their addresses."""
    addresses = [address for line in text.split() if (address := resolve(url, line))]
    return _sought([Link(a, "", read_address(a).date) for a in addresses], alike)


def _sought(links: list[Link], alike: str) -> tuple[Link, ...]:
    return tuple([link for link in links if re.search(alike, link.url)] if alike else _articles_only(links))


def unzipped(body: bytes) -> bytes:
    """Return the content of a gzipped sitemap, any other body as it is.

    Raises:
        Unreadable: broken gzip, or more than 50 MB within.
    """
    if body[:2] != b"\x1f\x8b":
        return body
    unzip = zlib.decompressobj(wbits=31)
    try:
        plain = unzip.decompress(body, _UNZIPPED_LIMIT)
    except zlib.error as error:
        raise Unreadable(f"gzip 损坏：{error}") from error
    if unzip.unconsumed_tail:
        raise Unreadable("解压后超过 50 MB")
    return plain


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed tells: its entries, where older ones are, empty where it does not tell, and the page that it is of."""

    entries: tuple[Link, ...]
    older: str
    page: str


def read_feed(body: bytes, url: str) -> Feed:
    """Read an RSS, RDF or Atom feed (RSS 2.0, RFC 4287), with where older entries are (RFC 5005).

    Raises:
        Unreadable: it declares entities, which feeds have no need of.
    """
    if _ENTITY.search(body[:20_000]):
        raise Unreadable("订阅里声明了 XML 实体，不读", url)
    parsed = feedparser.parse(
        io.BytesIO(body), response_headers={"content-location": url}, sanitize_html=False
    )
    links = (_feed_link(entry, url) for entry in parsed.entries)
    turns = {link.get("rel"): resolve(url, link.get("href", "")) for link in parsed.feed.get("links", ())}
    following = next(filter(None, map(turns.get, _OLDER)), None)
    if following is None and parsed.entries and _WORDPRESS.search(parsed.feed.get("generator") or ""):
        following = counting.next_address(url) or counting.at_cursor(url, "paged", "2")
    return Feed(
        tuple(link for link in links if link is not None),
        following or "",
        resolve(url, parsed.feed.get("link") or ""),
    )


def _feed_link(entry: Any, base: str) -> Link | None:
    guid = entry.get("id", "")
    target = entry.get("link") or (guid if guid.startswith(("http://", "https://")) else "")
    url = resolve(base, html.unescape(target)) if target else ""
    title = squeeze(html.unescape(re.sub(r"<[^>]{0,200}>", "", entry.get("title", ""))))
    aside = titles.is_furniture(title) and read_address(url).look is Look.NEVER
    return Link(url, title, _feed_date(entry)) if url and not aside else None


def _feed_date(entry: Any) -> str | None:
    """Return when an entry was published; a date that names no zone is Beijing's."""
    written = entry.get("published") or entry.get("updated") or entry.get("created") or ""
    if re.fullmatch(r"\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?\s*", written):
        return read_date(written)
    parsed = entry.get("published_parsed") or entry.get("updated_parsed") or entry.get("created_parsed")
    if not parsed:
        return read_date(written)
    return datetime.fromtimestamp(calendar.timegm(parsed), UTC).astimezone(CHINA).isoformat()


def read_sitemap(text: str, url: str, alike: str = "") -> tuple[tuple[Link, ...], tuple[Request, ...]]:
    """Return a sitemap's articles, newest first, and the child sitemaps of an index that may hold some.

    A news sitemap says which addresses are news; of a plain one the addresses' shapes must tell, where no rule does.

    Args:
        text: the sitemap.
        url: its address.
        alike: the rule of the articles of a list, which are sought.
    """
    entries = [_fields(entry[:_ENTRY_SIZE]) for entry in _ENTRY.split(text)[1:]]
    entries.sort(key=lambda e: e.get("publication_date") or e.get("lastmod") or "", reverse=True)
    if re.search(r"<(?:\w+:)?sitemapindex[\s>]", text[:2000], re.IGNORECASE):
        return (), _children([resolve(url, e["loc"]) for e in entries if "loc" in e], alike)
    named = [e for e in entries if "title" in e or "publication_date" in e]
    links = [
        Link(
            address,
            squeeze(e.get("title", "")),
            read_date(e.get("publication_date", "")) or read_address(address).date,
        )
        for e in named or entries
        if "loc" in e and (address := resolve(url, e["loc"]))
    ]
    links = _without_twins(links)
    return tuple(links) if named and not alike else _sought(links, alike), ()


def _without_twins(links: list[Link]) -> list[Link]:
    """Leave out the pages for telephones of which the others are listed too: /m/news/12.html beside /news/12.html."""
    listed = {link.url for link in links}
    return [
        link
        for link in links
        if (plain := _FOR_TELEPHONES.sub("/", link.url, count=1)) == link.url or plain not in listed
    ]


_FOR_TELEPHONES = re.compile(r"(?<=[\w\]])/(?:m|wap|mobile|h5|3g|amp)/")


def _fields(entry: str) -> dict[str, str]:
    found = {name: field.search(entry) for name, field in _FIELDS.items()}
    return {name: html.unescape(match["value"]) for name, match in found.items() if match}


def _children(addresses: list[str], alike: str) -> tuple[Request, ...]:
    known = [a for a in addresses if a]
    news = [a for a in known if not _OTHER_CHILD.search(urlsplit(a).path.rpartition("/")[2])]
    return tuple(Request(a, alike=alike) for a in (news or known)[: _FEW_CHILDREN if alike else _CHILDREN])


def _articles_only(links: list[Link]) -> list[Link]:
    """Keep what looks like an article; of unclear addresses those whose shape is the site's commonest."""
    addresses = [read_address(link.url) for link in links]
    likely = [a for a in addresses if a.look in (Look.ARTICLE, Look.MAYBE) and a.shape.count("/") >= 2]
    common = {
        name for name, count in Counter(n for a in likely for n in _kinds_of(a)).items() if count >= _FEW
    }
    told = {
        a.url
        for a in addresses
        if a.look is Look.ARTICLE or (a.look is Look.MAYBE and common.intersection(_kinds_of(a)))
    }
    kept = told | _posts(addresses) | set(_fellows(addresses, told))
    return [link for link, a in zip(links, addresses, strict=True) if a.url in kept]


def _fellows(addresses: list[Address], told: Collection[str]) -> Iterator[str]:
    """Yield the addresses named in several words in folders most of which are articles, whatever the words seem to say of each:
    /journal/mill-ranking among /journal/night-bus and its like."""
    every = Counter(_folder_of(a.url) for a in addresses)
    articles = Counter(map(_folder_of, told))
    for a in addresses:
        folder = _folder_of(a.url)
        most = articles[folder] >= _FEW and articles[folder] * 2 > every[folder]
        named = a.look not in _NO_POST and "-" in a.url[len(folder) :] and a.url.rstrip("/") not in every
        if most and named and urlsplit(folder).path:
            yield a.url


def _folder_of(url: str) -> str:
    return url.rstrip("/").rpartition("/")[0]


_FEW = 3  # addresses that have in common what makes them articles


def _posts(addresses: list[Address]) -> set[str]:
    """Return the addresses that are kept in a folder for posts, by whatever name, as generators of sites keep them, none where
    they are few: /posts/linen/, /blog/2026/mill-12/; in one for news a single word may be a column's."""
    holders = {_folder_of(a.url) for a in addresses}
    told = ((a, _POST.search(urlsplit(a.url).path)) for a in addresses if a.look not in _NO_POST)
    found = {
        a.url
        for a, post in told
        if post and (post["posts"] or _JOINED.search(post["name"])) and a.url.rstrip("/") not in holders
    }
    return found if len(found) >= _FEW else set()


_NO_POST = (Look.NEVER, Look.OFFER, Look.TOPIC)
_POST = re.compile(
    r"/(?:(?P<posts>posts?|blogs?|articles?|stor(?:y|ies)|entr(?:y|ies)|essays?)|news|insights?|notes?|journals?|xinwen|zixun|dongtai)"
    r"(?:/(?:19|20)\d\d(?:/\d{1,2}){0,2})?/(?!(?:pages?|tags?|categor\w+|archives?|authors?|series|index|lists?|all|feed|\d{1,4})(?:[_-]?\d{1,4})?(?:\.\w{2,5})?/?$)(?P<name>[^/]+)/?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\d|-|%[0-9A-F]{2}", re.IGNORECASE)


def _kinds_of(address: Address) -> tuple[str, ...]:
    """Return what an address has in common with its like: its shape, and its folder where its name is numbered."""
    folder, _, name = urlsplit(address.url).path.rstrip("/").rpartition("/")
    return (address.shape, f"in {folder}") if re.search(r"\d", name) and folder else (address.shape,)
