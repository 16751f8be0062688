"""What a row calls its article: the words of its link, of its heading, and beside or under them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from scrapers.discover import titles
from scrapers.discover.addresses import Address
from scrapers.discover.dates import looks_dated
from scrapers.discover.headings import heads_never

ROW_DEPTH = 3  # levels of markup between a link and the row it stands in
ROW_TEXT = 700  # characters of a row that are looked at
LINES = frozenset(["li", "tr"])
_MOST_IN_LINE, _NAMES = 5, 6  # links beside a line's own; characters of a title that names its line


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link of a list: its element, where it leads, and what it says."""

    node: LexborNode
    address: Address
    text: str


_BLOCKS = frozenset(
    ["div", "p", "td", "th", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article"]
)
_HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "dt"])
_TITLE_TEXT = 2000  # characters of a link's text that are looked at


def anchor_title(node: LexborNode) -> str:
    attributes = node.attributes
    marks = ("title", "data-title", "alt") if node.tag == "area" else ("title", "data-title")
    attribute = titles.from_attribute(next(filter(None, map(attributes.get, marks)), ""))
    if _is_plain(node):  # most links hold nothing but words, and need no search within
        return titles.whole(titles.from_parts([node.text()[:_TITLE_TEXT]]), attribute)
    heading = next((h for h in node.css("h1,h2,h3,h4,h5,h6,[class]") if _is_heading(h)), None)
    text = titles.clean_title(heading.text()[:_TITLE_TEXT]) if heading is not None else ""
    # What stands to the right, by a name like a title's (bt-right), may be the day.
    if heading is not None and text and not looks_dated(text):
        inner = titles.from_attribute(heading.attributes.get("title") or "")
        return titles.whole(titles.whole(text, inner), attribute)
    text = titles.from_lines(_lines(node))
    if not text and not attribute and (image := node.css_first("img[alt], img[title]")) is not None:
        text = titles.clean_title(image.attributes.get("alt") or image.attributes.get("title") or "")
    return titles.whole(text, attribute)


def _lines(node: LexborNode) -> list[list[str]]:
    """Return the parts of a link's text, apart where a block or a cell begins or ends."""
    lines: list[list[str]] = [[]]
    length = 0
    for step in node.traverse(include_text=True):
        if step.tag in _BLOCKS and step.mem_id != node.mem_id:
            lines.append([])
        elif step.tag == "-text" and length < _TITLE_TEXT:
            text = (step.text() or "")[:_TITLE_TEXT]
            length += len(text)
            lines[-1].append(text)
    return lines


def _is_plain(node: LexborNode) -> bool:
    child = node.child
    return child is not None and child.tag == "-text" and child.next is None


def _is_heading(node: LexborNode) -> bool:
    tag = node.tag or ""
    return (len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()) or titles.names_heading(
        node.attributes.get("class") or ""
    )


def row_title(row: LexborNode) -> str:
    heading = next((h for h in row.css("h1,h2,h3,h4,h5,h6,dt,strong,[class]") if _is_heading(h)), None)
    if heading is not None and titles.weight(text := titles.clean_title(heading.text()[:_TITLE_TEXT])) >= 4:
        return text
    lines = [titles.clean_title(line) for line in _shown(row, "\n")[:_TITLE_TEXT].split("\n")]
    return next(
        (line for line in lines if 4 <= titles.weight(line) <= 60 and not titles.is_furniture(line)), ""
    )


def said_title(node: LexborNode) -> str:
    """Return the title that an element without words is marked with: a part of a paper's picture."""
    marks = map(node.attributes.get, ("title", "data-title", "alt", "aria-label"))
    return next(filter(None, (titles.from_attribute(mark or "") for mark in marks)), "")


_LABEL_BEFORE = re.compile(r"[\[【(（]\s*(?P<words>[\u4e00-\u9fff]{2,6})\s*[\]】)）]\s*$")


def label(anchor: Anchor) -> str:
    """Return the label before a link that puts it with what is no news: [招聘], 【供应】; empty where none does."""
    step = anchor.node.prev
    while step is not None and not (step.text() or "").strip():
        step = step.prev
    found = _LABEL_BEFORE.search((step.text() or "")[-20:]) if step is not None else None
    return found["words"] if found and heads_never(found["words"]) else ""


def is_emphasised(node: LexborNode) -> bool:
    parent = node.parent
    return parent is not None and _is_heading(parent)


def beside(anchor: Anchor, row: LexborNode | None) -> str:
    """Return what stands beside a link in its row, or after it up to the next link or line."""
    if row is not None and row.mem_id != anchor.node.mem_id:
        text = f"{_shown(row)[:ROW_TEXT]} {_under(row)}"
    else:
        text = f"{anchor.node.text(separator=' ')[:ROW_TEXT]} {_neighbours(anchor.node)}"
    for words in (anchor.text, titles.squeeze(anchor.node.text()[:_TITLE_TEXT])):
        if titles.weight(words) >= 6:
            text = text.replace(words, " ")
    return text


def _shown(row: LexborNode, separator: str = " ") -> str:
    """Return the text of a row without its scripts, which hold other rows' days: list.push({time: '2026-11-20'})."""
    if row.css_first("script") is None:
        return row.text(separator=separator)
    texts = (node for node in row.traverse(include_text=True) if node.tag == "-text")
    return separator.join(
        node.text() or ""
        for node in texts
        if node.parent is None or node.parent.tag not in ("script", "style")
    )


def across(anchor: Anchor, row: LexborNode | None) -> str:
    """Return what else stands in the line of a list or table that a link names, where other links stand in it too."""
    line = row
    for _ in range(ROW_DEPTH):
        if line is None or line.tag in LINES:
            break
        line = line.parent
    if line is None or line.tag not in LINES or (row is not None and line.mem_id == row.mem_id):
        return ""
    links = line.css("a[href]")
    named = titles.weight(anchor.text)
    if (
        len(links) > _MOST_IN_LINE
        or named < _NAMES
        or any(titles.weight(a.text()[:60]) > named for a in links)
    ):
        return ""
    return _shown(line)[:ROW_TEXT].replace(anchor.node.text(separator=" ").strip(), " ")


def _under(row: LexborNode) -> str:
    """Return what stands under a heading that is all there is of a row: the line of its day and author."""
    if row.tag not in _HEADS:
        return ""
    step = row.next
    while step is not None and step.tag in ("-text", "-comment") and not (step.text() or "").strip():
        step = step.next
    return (
        (step.text(separator=" ") or "")[:120] if step is not None and step.tag in ("p", "dd", "div") else ""
    )


def _neighbours(node: LexborNode) -> str:
    """Return the text after a link up to the next link or line break, else the text before it."""
    return _until_link(node, forward=True) or _until_link(node, forward=False)


def _until_link(node: LexborNode, *, forward: bool) -> str:
    words: list[str] = []
    step = node.next if forward else node.prev
    for _ in range(6):
        if step is None or step.tag in ("a", "br", "p", "li", "tr"):
            break
        if step.tag != "-text" and step.css_first("a[href]") is not None:
            break
        words.append((step.text() or "")[:200])
        step = step.next if forward else step.prev
    text = " ".join(words).strip()
    return text[:120] if re.search(r"\d", text) else ""
