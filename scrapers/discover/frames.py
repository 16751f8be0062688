"""What a page shows within itself from another address: frames, and documents that a viewer opens. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover.addresses import resolve, site_of
from scrapers.discover.calls import TERM, put_together
from scrapers.discover.given import with_own_query
from scrapers.discover.lists import base_of

_SHOWS = {"frame": "src", "iframe": "src", "embed": "src", "object": "data"}


def frames(tree: LexborHTMLParser, url: str, *, documents: bool = False) -> Iterator[tuple[LexborNode, str]]:
    """Yield the visible frames of a page that show its own site, each with the address it shows.

    Args:
        tree: the parsed page.
        url: its address.
        documents: also the elements that show documents, embed and object.
    """
    base = base_of(tree, url)
    ours = site_of(urlsplit(base).hostname or "")
    for node in tree.css(", ".join(_SHOWS) if documents else "frame, iframe"):
        named = node.attributes.get(_SHOWS[node.tag or ""]) or node.attributes.get("data-src")
        shown = named if named and named != "about:blank" else _set_by_script(node, tree, url)
        target = _document(resolve(base, shown)) if shown else ""
        if target and not _hidden(node) and site_of(urlsplit(target).hostname or "") == ours:
            yield node, target


def _set_by_script(frame: LexborNode, tree: LexborHTMLParser, url: str) -> str:
    """Return what a script of the page has a frame show: document.getElementById('list').src = '/inc/list.php?id=3'."""
    names = [name for key in ("id", "name") if (name := frame.attributes.get(key))]
    if not names:
        return ""
    named = "|".join(map(re.escape, dict.fromkeys(names)))
    called = (
        rf"(?:\$\(\s*[\"'](?:iframe)?[#.]?(?:{named})[\"']\s*\)|getElementById\(\s*[\"'](?:{named})[\"']\s*\)|"
        rf"(?:frames\[\s*[\"'](?:{named})[\"']\s*\]|(?<![\w$])(?:{named})))"
    )
    given = re.compile(
        rf"{called}(?:\.(?:src|location(?:\.href)?)\s*=\s*|\.(?:attr|prop|setAttribute)\(\s*[\"']src[\"']\s*,\s*|\.location\.replace\(\s*)"
        rf"(?P<value>{TERM}(?:\s*\+\s*{TERM})*)"
    )
    for script in tree.css("script"):
        text = with_own_query(script.text() or "", url)
        if (found := given.search(text)) and (target := put_together(found["value"], text)):
            return target
    return ""


def content_frames(
    tree: LexborHTMLParser, url: str, *, documents: bool = False
) -> list[tuple[LexborNode, str]]:
    """Return the frames of a page that may hold what it is there for: not its head, its menu, an advert, the weather.

    Args:
        tree: the parsed page.
        url: its address.
        documents: also the elements that show documents, embed and object.
    """
    return [
        (node, target)
        for node, target in frames(tree, url, documents=documents)
        if not (_is_low(node) or _ASIDE.search(urlsplit(target).path) or _ASIDE.search(_name(node)))
    ]


def _name(frame: LexborNode) -> str:
    return frame.attributes.get("name") or frame.attributes.get("id") or ""


def _is_low(frame: LexborNode) -> bool:
    """Tell a strip: what is lower than a few lines holds no article and no list."""
    height = (frame.attributes.get("height") or "").strip().removesuffix("px")
    return height.isdigit() and int(height) < _LOW


_LOW = 120  # pixels
_ASIDE = re.compile(
    r"(?:^|[/_.-])(?:top|left|menu|nav|head|header|banner|foot|footer|bottom|title|logo|ads?|adv|advert|gg|weather|tianqi|counter|count|"
    r"stat|share|search|login|calendar|rili|clock|links?|vote|music|comments?)(?:[_-]?(?:frame|bar|menu))?\d*(?:$|[/_.-])",
    re.IGNORECASE,
)


def _document(url: str) -> str:
    """Return the document that a viewer is asked to open: /pdfjs/web/viewer.html?file=/upload/1.pdf."""
    asked = parse_qs(urlsplit(url).query).get("file", [""])[0]
    return resolve(url, asked) if asked.lower().partition("?")[0].endswith((".pdf", ".doc", ".docx")) else url


def _hidden(frame: LexborNode) -> bool:
    attributes = frame.attributes
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "0" in (attributes.get("width"), attributes.get("height"))
