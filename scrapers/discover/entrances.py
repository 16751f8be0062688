"""The way from a page before the site into it: redirects that a page makes itself, entrance pages. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scrapers.discover import titles
from scrapers.discover.addresses import Look, read_address, resolve, same_host
from scrapers.discover.model import Request
from scrapers.discover.scripts import Functions, handler_target
from scrapers.discover.sections import is_front, words_of

_REFRESH = re.compile(r"^\s*\d+(?:\.\d+)?\s*;\s*url\s*=\s*[\"']?(?P<url>[^\"'\s]+)", re.IGNORECASE)
_JUMP = re.compile(
    r"(?:(?:window|self|top|document|parent)\.)?location(?:\.href)?\s*=\s*[\"'](?P<url>[^\"']+)[\"'](?!\s*\+)|location\.(?:replace|assign)\(\s*[\"'](?P<url2>[^\"']+)[\"']\s*\)",
    re.IGNORECASE,
)


def jumps(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Yield the requests for where a page sends its reader on, at once or after some seconds."""
    for meta in tree.css("meta[http-equiv][content]"):
        found = _REFRESH.match(meta.attributes.get("content") or "")
        if found and (meta.attributes.get("http-equiv") or "").lower() == "refresh":
            yield from jump(url, found["url"])
    if len(tree.css("a[href]")) < 5:
        starts = ((node.attributes.get("onload") or "") for node in tree.css("body[onload]"))
        texts = [*((script.text() or "") for script in tree.css("script")), *starts]
        ways = [found["url"] or found["url2"] for text in texts for found in _JUMP.finditer(text)]
        wide = [way for way in ways if not _FOR_TELEPHONES.search(way)]
        for way in wide or ways:
            yield from jump(url, way)


_FEW_LINKS = 8  # of a page before the site, which lead into it
_MOST_LINKS = 24  # of such a page, with those to other sites
_FOR_TELEPHONES = re.compile(r"(?:^|/)(?:m|wap|mobile|h5|3g)(?:[/.]|$)", re.IGNORECASE)
_ENTRANCE = re.compile(
    r"[\s\[【>»]*(?:(?:请?点击|欢迎)?(?:进入|访问)\S{0,12}|(?:简体)?中文(?:版|网站|站)?|(?:跳过|略过)\S{0,6}|skip(?:\s*\w+)?|(?!返回)\S{0,12}首\s?页|enter|chinese(?:\s*version)?)[\s\]】<«>»]*",
    re.IGNORECASE,
)


def entrances(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Yield the way on from a picture page before the site: the link that says that it leads in, else the only one there is."""
    ways = _ways(tree, url) if is_front(url) else []
    if not 0 < len(ways) < _FEW_LINKS:
        return
    told = [to for words, to in ways if _ENTRANCE.fullmatch(words)]
    if not told and words_shown(tree) < _SAYS_LITTLE:
        fronts = [to for _, to in ways if is_front(to)]
        others = {to: words for words, to in reversed(ways)}
        lone = [to for to, words in others.items() if len(others) == 1 and not _is_aside(words, to)]
        told = fronts[:1] or lone
    for to in told:
        yield from jump(url, to)


def _ways(tree: LexborHTMLParser, url: str) -> list[tuple[str, str]]:
    """Return where a page leads on its own site, to a page in Chinese: links, parts of pictures, handlers, forms."""
    functions = Functions(tree)
    ways: list[tuple[str, str]] = []
    nodes = tree.css("a[href], area[href], [onclick], form[action]")
    for node in nodes if len(nodes) < _MOST_LINKS else ():
        attributes = node.attributes
        href = attributes.get("href") or attributes.get("action") or ""
        if not href or href.startswith(("#", "javascript")):
            href = handler_target(f"{href} {attributes.get('onclick') or ''}", functions) or ""
        target = resolve(url, href) if href else ""
        same = target and same_host(target, url)
        if same and target.rstrip("/") != url.rstrip("/") and not _NO_WAY.search(urlsplit(target).path):
            ways.append((words_of(node), target))
    return ways


def _is_aside(words: str, to: str) -> bool:
    """Tell what tells of the site itself and leads no further into it: <a href="/about/">关于</a> on a cover."""
    return titles.is_furniture(words) or read_address(to).look is Look.NEVER


# A file, or what a site has for those who read no Chinese, or for telephones.
_NO_WAY = re.compile(
    r"\.(?:jpe?g|png|gif|swf|docx?|pdf|zip|rar|exe|mp4)$|(?:^|/)(?:en|eng|english|jp|m|wap|mobile|h5)(?:[/._-]|$)",
    re.IGNORECASE,
)
_SAYS_LITTLE = 120  # characters


def jump(url: str, target: str) -> Iterator[Request]:
    address = resolve(url, urljoin(url, target))
    if address and address.rstrip("/") != url.rstrip("/"):
        yield Request(address)


def words_shown(tree: LexborHTMLParser) -> int:
    """Return how many characters a page shows."""
    words = tree.body.text(separator=" ") if tree.body is not None else ""
    hidden = (script.text() or "" for script in tree.css("body script, body style, body noscript"))
    return len("".join(words.split())) - sum(len("".join(text.split())) for text in hidden)
