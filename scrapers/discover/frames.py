"""What a page shows within itself from another address: frames, and documents that a viewer opens. Pure."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.attachments import format_of, read_attachment
from scrapers.decode import decode
from scrapers.discover.addresses import resolve, site_of
from scrapers.discover.lists import base_of
from scrapers.model import Page

_SHOWS = {"frame": "src", "iframe": "src", "embed": "src", "object": "data"}


def frames(tree: LexborHTMLParser, url: str, tags: str = "frame, iframe") -> Iterator[tuple[LexborNode, str]]:
    """Yield the visible frames of a page that show its own site, each with the address it shows.

    Args:
        tree: the parsed page.
        url: its address.
        tags: the elements to look at, of frame, iframe, embed and object.
    """
    base = base_of(tree, url)
    ours = site_of(urlsplit(base).hostname or "")
    for node in tree.css(tags):
        target = _document(resolve(base, node.attributes.get(_SHOWS[node.tag or ""]) or ""))
        if target and not _hidden(node) and site_of(urlsplit(target).hostname or "") == ours:
            yield node, target


def framed_article(page: Page) -> str | None:
    """Return the address of the one frame in which a page without a text of its own shows its article."""
    found = list(frames(_parsed(page), page.final_url or page.url, ", ".join(_SHOWS)))
    return found[0][1] if len(found) == 1 else None


def with_frame(page: Page, inner: Page) -> Page:
    """Put what a frame shows into its place, as one page in UTF-8.

    Args:
        page: the page with the frame.
        inner: what the frame shows: a page, or a PDF or Word document.

    Raises:
        Unreadable, TooLarge: the document cannot be read.
    """
    tree = _parsed(page)
    node, _ = next(frames(tree, page.final_url or page.url, ", ".join(_SHOWS)))
    node.replace_with(LexborHTMLParser(f"<div>{_markup(inner)}</div>").css_first("div"))  # type: ignore[arg-type]
    whole = (tree.html or "").encode()
    return replace(page, body=whole, headers={**page.headers, "content-type": "text/html; charset=utf-8"})


def _markup(inner: Page) -> str:
    if format_of(inner.body):
        return "".join(f"<p>{html.escape(line)}</p>" for line in read_attachment(inner.body).splitlines())
    body = _parsed(inner).body
    return (body.html or "") if body is not None else ""


def _parsed(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser(decode(page.body, page.headers).text)


def _document(url: str) -> str:
    """Return the document that a viewer is asked to open: /pdfjs/web/viewer.html?file=/upload/1.pdf."""
    asked = parse_qs(urlsplit(url).query).get("file", [""])[0]
    return resolve(url, asked) if asked.lower().partition("?")[0].endswith((".pdf", ".doc", ".docx")) else url


def _hidden(frame: LexborNode) -> bool:
    attributes = frame.attributes
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "0" in (attributes.get("width"), attributes.get("height"))
