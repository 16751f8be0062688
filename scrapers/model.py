"""The values that travel through the scrapers: Source, Page, Link and Article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Literal
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

SourceKind = Literal["auto", "feed", "list", "sitemap", "json", "files"]


@dataclass(frozen=True, slots=True)
class Source:
    """A declared source (信息源): where to look and the little that cannot be worked out.

    Every field but ``id`` and ``url`` has a default; see config.yaml in the contract.
    ``every`` is seconds between polls; ``cron`` (five fields, Asia/Shanghai) wins over it.
    ``select`` maps title/published/body to CSS; ``fields`` maps Link fields to JMESPath.
    """

    id: str
    url: str
    name: str = ""
    kind: SourceKind = "auto"
    every: float = 6 * 3600.0
    cron: str | None = None
    region: str | None = None
    tags: tuple[str, ...] = ()
    article: str | None = None
    next: str | None = None
    pages: int = 3
    select: Mapping[str, str] = field(default_factory=dict)
    items: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    enabled: bool = True
    http_fallback: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched document (网页): bytes as received, headers (lower-case names) and the final URL."""

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched: datetime


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of a list (条目链接) that leads to an article; ``published`` is ISO 8601 or None."""

    url: str
    title: str = ""
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """Words a step of the chain took out, so that an operator sees why.

    ``step`` names the step, ``reason`` says why in Chinese, ``text`` is what was cut.
    """

    step: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article (资讯): the contract's shape plus what the chain saw on the way.

    ``text`` is the clean body in simplified Chinese, a paragraph a line. ``original`` is the body
    before the script was converted; ``damaged`` lists places that are beyond mending; ``cuts``
    what was taken out. ``published`` is ISO 8601, as exact as the page allows.
    """

    id: str
    source: str
    url: str
    title: str
    published: str | None
    outlet: str | None
    author: str | None
    text: str
    fetched: datetime | None = None
    original: str = ""
    damaged: tuple[str, ...] = ()
    cuts: tuple[Cut, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return the article in the contract's JSON shape."""
        return {
            "id": self.id,
            "source": self.source,
            "url": self.url,
            "title": self.title,
            "published": self.published,
            "outlet": self.outlet,
            "author": self.author,
            "text": self.text,
            "fetched": self.fetched.isoformat() if self.fetched else None,
        }


_TRACKING = re.compile(
    r"^(?:utm_.*|spm|from|isappinstalled|share_.*|scene|srcid|sharer_.*|fbclid|gclid|"
    r"phpsessid|jsessionid|sessionid|sid|aspsessionid.*|wx_.*|nsukey|timestamp|_t)$",
    re.IGNORECASE,
)
# Where a reader is led back to, by which each list makes another address of its entries: ?redirect=http%3A%2F%2F.., ?backUrl=/news/.
_BACK = re.compile(
    r"(?:\w*_)?(?:redirect|return|back|referr?er|from)(?:_?(?:url|uri|link|to|page))?=(?:https?:/|/)",
    re.IGNORECASE,
)
# An article's first page is the article: view.php?id=12&page=1.
_FIRST_PAGE = re.compile(r"(?:cur|current)?_?page_?(?:no|num|index)?=0?1", re.IGNORECASE)
_TWIN = re.compile(r"^(?:www\d?|m|wap|3g|h5|mobile)\.(?=[^.]+\.[^.\d])")
# A session within the path: Java's ;jsessionid=, what ASP.NET puts before it where it sets no cookie, /(S(..))/, and folders
# that are called so: /s/8b0e7153bf7c3706/.
_SESSION_PATH = re.compile(
    r";jsessionid=[^/?#]*|/\((?:[A-Z]\([\w-]{1,200}\))+\)(?=/)|/\([a-z0-9]{24}\)(?=/)|"
    r"/(?:s|sid|sess|session(?:_?id)?)/(?=[0-9a-f]{0,31}\d)(?=[0-9]{0,31}[a-f])[0-9a-f]{16,64}(?=/)",
    re.IGNORECASE,
)
_SESSION_QUERY = re.compile(
    r"(?<=[?&])(?:php|j|asp)?session_?id\w*=[^&#]*&?|(?<=[?&])phpsessid=[^&#]*&?", re.IGNORECASE
)


def without_session(url: str) -> str:
    """Return an address without the session that a site without cookies writes into it."""
    return _SESSION_QUERY.sub("", _SESSION_PATH.sub("", url)).rstrip("?&")


_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d{1,9}")
# A fragment by which a program shows one entry: #/news/12, #id=12, or a long number or key; #pid12 and #2026-11-27 are places.
ROUTE = re.compile(
    r"!?/.*\d|\w*id=[\w-]*\d[\w-]*$|[A-Z]{0,4}\d[0-9A-Za-z]{8,}$|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
)


@lru_cache(maxsize=4096)  # an entry's address is asked for when it is listed, looked up, fetched and stored
def canonical_url(url: str) -> str:
    """Fold the spellings of one address into one: scheme, host, mobile twin, default port, tracking, fragment.

    What comes out names a page; it need not be an address that answers.

    Args:
        url: an absolute http(s) address, or any other (returned stripped).

    Returns:
        The address with ``http`` for both schemes folded to ``https``-less form (``http://``), host in
        lower case without default port, ``www.`` or a mobile site's prefix, no fragment but a program's route, no session or tracking parameters, no first page's number, and
        percent-encoding normalised, per RFC 3986 section 6.2.
    """
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return url.strip()
    host = _TWIN.sub("", parts.hostname.lower().rstrip("."))
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    path = quote(_SESSION_PATH.sub("", parts.path) or "/", safe="/%:@!$&'()*+,;=~-._")
    # Octet by octet: a query may be percent-encoded in GBK, and no two of those may become one.
    octets = parse_qsl(
        quote(parts.query, safe="%&=+;/?:@!$'()*,-._~"), keep_blank_values=True, encoding="latin-1"
    )
    pairs = [(k, v) for k, v in octets if not (_TRACKING.match(k) or _BACK.match(f"{k}={v}"))]
    if not any(_DIGIT.search(told) for told in (path, *(v for _, v in pairs))):
        # Of several programs sid is a story's number: article.php?sid=12. A session's is long.
        pairs = [
            (k, v) for k, v in octets if (k, v) in pairs or (k.lower() == "sid" and _NUMBER.fullmatch(v))
        ]
    later = [(k, v) for k, v in pairs if not _FIRST_PAGE.fullmatch(f"{k}={v}")]
    pairs = later if any(_DIGIT.search(v) for _, v in later) else pairs
    route = parts.fragment if ROUTE.match(parts.fragment) else ""
    return urlunsplit(("http", host + port, path, urlencode(pairs, encoding="latin-1"), route))


def article_id(url: str, text: str = "") -> str:
    """Name an article: sixteen hex digits of its canonical address, or of its text where it has none."""
    subject = canonical_url(url) if url else text
    return hashlib.sha256(subject.encode()).hexdigest()[:16]
