"""Page to Article: title, publication date, outlet, author and the clean body (抽取).

One parse and one walk give an outline; the title, the byline and the body are read from it. The body is
the box whose lines say most in sentences; only where that look is unsure, hidden boxes, text inside
scripts and trafilatura are asked as well.
"""

from __future__ import annotations

import html as html_
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from scrapers import dates
from scrapers.clean import Cleaned, boilerplate, clean, clean_line, is_prose
from scrapers.decode import decode
from scrapers.errors import NotAnArticle, Unreadable
from scrapers.heading import (
    Heading,
    dateline_outlet,
    find_heading,
    fold,
    meta_outlet,
    read_author,
    read_outlet,
)
from scrapers.model import Article, Page, article_id
from scrapers.outline import Line, Outline, is_named, outline, parse

_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"\x1f\x8b",
    b"BM",
)
_MAX_HTML = 6_000_000  # characters; no article needs more


def read_page(
    page: Page,
    *,
    source: str = "",
    select: Mapping[str, str] | None = None,
    boilerplate: Collection[str] = (),
) -> Article:
    """Read an article out of a fetched page.

    Args:
        page: the page as received.
        source: id of the source it was found by.
        select: CSS for title, published or body; wins over what the reader works out.
        boilerplate: paragraphs known to recur on the source's pages.

    Raises:
        Unreadable: the bytes are no text.
        NotAnArticle: the page holds no article.
    """
    if page.body.startswith(_BINARY):
        raise Unreadable("no HTML but another kind of file", page.url)
    html = decode(page.body, page.headers).text[:_MAX_HTML]
    if not html.strip():
        raise NotAnArticle("the page is empty", page.url)
    tree = parse(html)
    metas = read_metas(tree)
    view = outline(tree)
    heading = find_heading(view, head_title(tree), metas)
    body = _body(tree, view, heading, select or {})
    cleaned = clean(_without_heading(body, heading.title), boilerplate=boilerplate)
    if not cleaned.text:
        raise NotAnArticle("no text was found on the page", page.url)
    byline = _byline(view, heading)
    chosen = _selected(tree, select or {})
    title = clean_line(chosen.get("title") or heading.title)
    published = _published(chosen.get("published"), byline, view, metas, page, cleaned)
    return Article(
        id=article_id(page.final_url or page.url, cleaned.text),
        source=source,
        url=page.final_url or page.url,
        title=title,
        published=published,
        outlet=_outlet(byline, metas, cleaned),
        author=next(filter(None, map(read_author, byline)), None),
        text=cleaned.text,
        fetched=page.fetched,
        original=cleaned.original,
        damaged=cleaned.damaged,
        cuts=(*view.hidden, *cleaned.cuts),
    )


def _selected(tree: LexborHTMLParser, select: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for name, css in select.items():
        node = tree.css_first(css) if name != "body" else None
        if node is not None:
            found[name] = node.text(deep=True, separator=" ").strip()
    return found


def head_title(tree: LexborHTMLParser) -> str:
    """Return the words of the title element."""
    node = tree.css_first("title")
    return " ".join(node.text(deep=True).split()) if node is not None else ""


def read_metas(tree: LexborHTMLParser) -> dict[str, str]:
    """Return the page's metadata: meta elements by name in lower case, and what JSON-LD and itemprop add."""
    metas: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
        if name and attributes.get("content"):
            metas.setdefault(name.strip().lower(), str(attributes["content"]).strip())
    for node in tree.css('script[type="application/ld+json"]')[:5]:
        found = re.search(r'"(?:datePublished|pubDate)"\s*:\s*"([^"]{8,40})"', node.text(deep=True))
        if found:
            metas.setdefault("datepublished", found.group(1))
    return metas


# --- body ---

_STOPS = re.compile("[，。；：！？、,;]")
_ATTACHMENT = re.compile(
    r"附\s*件|\.(?:docx?|xlsx?|pdf|pptx?|zip|rar|wps|ofd)\b|相关附件|下载", re.IGNORECASE
)


_KNOWN_BONUS = 1.3  # a box that its name calls the body may hold less than a wider one
_UNSURE = 40.0  # weight of about two short sentences; below it other places are asked as well
_CELL = 60  # characters; a longer cell is a column of the layout


@dataclass(frozen=True, slots=True)
class Box:
    """Where the body stands: the element and its lines [first, last)."""

    element: int
    first: int
    last: int


def _is_aside(name: str) -> bool:
    return is_named(name, "aside") and not is_named(name, "body")


def _weigh(line: Line) -> float:
    """Weigh a line: sentences weigh for the body, links and template words against it."""
    size = len(line.text)
    if line.linked * 2 > size:
        return 0.0 if _ATTACHMENT.search(line.text) else -min(size, 30) - 10.0
    stops = len(_STOPS.findall(line.text))
    if size < 200 and (boilerplate(line.text) or boilerplate(line.text, "tail")):
        return -min(size, 40) - 10.0
    return size + 10.0 * min(stops, size / 8) if stops else size * 0.5 - 4.0


def _choose(view: Outline, heading: Heading) -> tuple[Box, float]:
    """Choose the run of lines that is the body: a whole element, or a run inside one where no element fits."""
    weights = _line_weights(view, heading)
    sums = [0.0, *accumulate(weights)]
    totals = [sums[element.last] - sums[element.first] for element in view.elements]
    best, best_sum = -1, 0.0
    for number, element in enumerate(view.elements):
        total = totals[number] * (_KNOWN_BONUS if is_named(element.name, "body") else 1.0)
        if total > best_sum:
            best, best_sum = number, total
    first, last, run_sum = _heaviest_run(sums)
    if run_sum > 1.3 * best_sum:
        return Box(_holder(view, first, last), first, last), run_sum
    if best < 0:
        return Box(-1, 0, 0), 0.0
    best = _innermost(view, best, totals)
    return Box(best, view.elements[best].first, view.elements[best].last), best_sum


def _line_weights(view: Outline, heading: Heading) -> list[float]:
    """Weigh the lines; those above the title and in boxes named otherwise cannot speak for the body."""
    weights = [_weigh(line) for line in view.lines]
    aside = _asides(view, weights)
    for number, line in enumerate(view.lines):
        if number <= heading.last:
            weights[number] = min(0.0, weights[number])
        elif aside[line.owner]:
            weights[number] = min(0.0, weights[number]) - 5.0
    return weights


def _heaviest_run(sums: list[float]) -> tuple[int, int, float]:
    """Return the run of lines with the greatest weight (Kadane's algorithm over prefix sums)."""
    low = first = last = 0
    best = 0.0
    for number, total in enumerate(sums):
        if total < sums[low]:
            low = number
        if total - sums[low] > best:
            first, last, best = low, number, total - sums[low]
    return first, last, best


def _holder(view: Outline, first: int, last: int) -> int:
    """Return the innermost element that holds a run of lines."""
    element = view.lines[first].owner
    while element >= 0 and view.elements[element].last < last:
        element = view.elements[element].parent
    return element


def _innermost(view: Outline, best: int, totals: list[float]) -> int:
    """Go down while one child holds nearly all the weight of its parent."""
    number = best + 1
    while number < len(view.elements) and view.elements[number].first < view.elements[best].last:
        if view.elements[number].parent == best and totals[number] >= 0.97 * totals[best]:
            best = number
        number += 1
    return best


def _asides(view: Outline, weights: list[float]) -> list[bool]:
    """Tell for each element whether it, or one it stands in, is named as no part of an article.

    A box that holds most of what the page says is none, whatever its name.
    """
    sums = [0.0, *accumulate(max(0.0, weight) for weight in weights)]
    flags: list[bool] = []
    for element in view.elements:
        inherited = element.parent >= 0 and flags[element.parent]
        own = element.tag in ("aside", "footer") or _is_aside(element.name)
        flags.append(inherited or (own and (sums[element.last] - sums[element.first]) * 2 < sums[-1]))
    flags.append(False)  # a line outside every element has owner -1
    return flags


def _body(tree: LexborHTMLParser, view: Outline, heading: Heading, select: Mapping[str, str]) -> str:
    if "body" in select:
        node = tree.css_first(select["body"])
        if node is not None and node.html:
            inner = outline(parse(node.html))
            return _render(inner.lines)
    box, weight = _choose(view, heading)
    if weight < _UNSURE:
        whole = outline(tree, keep_hidden=True)
        other, other_weight = _choose(whole, heading)
        if other_weight > weight * 2:
            view, box = whole, other
    return _render(_article_lines(view, box, heading))


def _article_lines(view: Outline, box: Box, heading: Heading) -> list[Line]:
    """Return the lines of a body that are the article's: no boxes named otherwise, no bare links."""
    lines = view.lines[max(box.first, heading.last + 1) : box.last]
    listing = sum(line.linked for line in lines) * 2 > sum(len(line.text) for line in lines)
    return [
        line for line in lines if is_prose(line.text) or not _is_side_matter(view, line, box.element, listing)
    ]


def _is_side_matter(view: Outline, line: Line, element: int, listing: bool) -> bool:
    if _in_aside(view, line.owner, element):
        return True
    return not listing and line.linked * 10 >= len(line.text) * 8 and not _ATTACHMENT.search(line.text)


def _in_aside(view: Outline, owner: int, container: int) -> bool:
    while owner > container:
        element = view.elements[owner]
        if _is_aside(element.name):
            return True
        owner = element.parent
    return False


def _render(lines: list[Line]) -> str:
    """Write lines out, the cells of a table row on one line."""
    texts: list[str] = []
    before: Line | None = None
    for line in lines:
        if before and 0 <= line.row == before.row and line.cell != before.cell and len(line.text) < _CELL:
            texts[-1] += " " + line.text
        else:
            texts.append(line.text)
        before = line if len(line.text) < _CELL else None
    return "\n".join(texts)


def _without_heading(body: str, title: str) -> str:
    """Drop what stands above the first paragraph: the title again, the byline, blank template lines."""
    lines = body.split("\n")
    key = fold(title)
    start = 0
    for number, line in enumerate(lines[:12]):
        if is_prose(line):
            break
        if (
            (key and fold(line) == key)
            or dates.dated_line(line) > 1
            or (boilerplate(line) and number == start)
        ):
            start = number + 1
    return "\n".join(lines[start:])


# --- byline: date, outlet, author ---


def _byline(view: Outline, heading: Heading) -> list[str]:
    """Return the lines round the title that may carry date, outlet and author."""
    if heading.first < 0:
        return [line.text for line in view.lines[:60] if len(line.text) < 120]
    lines = view.lines[heading.last + 1 : heading.last + 16]
    found = []
    for line in lines:
        if is_prose(line.text) and not dates.dated_line(line.text):
            break
        found.append(line.text)
    before = [line.text for line in view.lines[max(0, heading.first - 4) : heading.first]]
    return found + before[::-1]


def _published(
    chosen: str | None,
    byline: list[str],
    view: Outline,
    metas: Mapping[str, str],
    page: Page,
    cleaned: Cleaned,
) -> str | None:
    rated = sorted((line for line in byline if dates.dated_line(line)), key=dates.dated_line, reverse=True)
    joined = dates.read_date(" ".join(byline[:4])) if byline else None
    labelled = [line.text for line in view.lines if dates.dated_line(line.text) == 3]
    first = cleaned.text.split("\n", 1)[0]
    candidates = [
        dates.read_date(chosen) or dates.read_relative(chosen, page.fetched) if chosen else None,
        *(dates.line_date(line) for line in rated if dates.dated_line(line) > 1),
        dates.meta_date(metas, page.fetched),
        *(dates.line_date(line) for line in rated),
        *(dates.line_date(line) for line in labelled[:1]),
        dates.read_address(page.final_url or page.url),
        joined,
        next((dates.read_relative(line, page.fetched) for line in byline if len(line) < 30), None),
        dates.dateline(first, page.fetched),
    ]
    return dates.first_credible(candidates, page.fetched)


def _outlet(byline: list[str], metas: Mapping[str, str], cleaned: Cleaned) -> str | None:
    first = cleaned.text.split("\n", 1)[0]
    cut = [c.text for c in cleaned.cuts]
    found = (
        next(filter(None, map(read_outlet, byline)), None)
        or meta_outlet(metas)
        or next(filter(None, map(read_outlet, cut)), None)
        or dateline_outlet(first)
    )
    return clean_line(found) if found else None


# --- plain text ---


def read_text(
    text: str,
    *,
    url: str = "",
    source: str = "",
    title: str | None = None,
    published: str | None = None,
    fetched: datetime | None = None,
) -> Article:
    """Read an article out of raw text that was copied off a page, with its navigation, byline and footer.

    Args:
        text: the text as copied, a paragraph a line.
        url: where it was found, if known.
        source: id of the source.
        title: its title, if known; else it is worked out.
        published: its publication date in ISO 8601, if known.
        fetched: when it was read; a relative date stays None without it.

    Raises:
        NotAnArticle: nothing is left of the text.
    """
    raw = [line.strip() for line in text.replace("\r", "\n").split("\n") if line.strip()]
    head, start = _text_head(raw, title)
    byline = raw[max(0, start - 6) : start]
    cleaned = clean("\n".join(raw[start:]))
    if not cleaned.text:
        raise NotAnArticle("nothing is left of the text", url)
    found = [dates.line_date(line) for line in byline if dates.dated_line(line)]
    found += [dates.read_relative(line, fetched) for line in byline if len(line) < 30]
    return Article(
        id=article_id(url, cleaned.text),
        source=source,
        url=url,
        title=clean_line(head),
        published=published or dates.first_credible(found, fetched),
        outlet=_outlet(byline, {}, cleaned),
        author=next(filter(None, map(read_author, byline)), None),
        text=cleaned.text,
        fetched=fetched,
        original=cleaned.original,
        damaged=cleaned.damaged,
        cuts=cleaned.cuts,
    )


def _text_head(lines: list[str], title: str | None) -> tuple[str, int]:
    """Return the title of copied text and the number of the line its body begins on."""
    prose = next((number for number, line in enumerate(lines) if is_prose(line)), len(lines))
    top = lines[:prose][:15]
    dated = next(
        (number for number, line in enumerate(top) if dates.dated_line(line) or _is_relative(line)), None
    )
    if title:
        same = [
            number for number, line in enumerate(top) if fold(clean_line(line)) == fold(clean_line(title))
        ]
        start = same[-1] + 1 if same else 0
        return title, max(start, dated + 1 if dated is not None else 0)
    if dated is not None:
        above = [number for number in range(dated) if _is_title(top[number])]
        if above:
            longest = max(above, key=lambda number: min(len(top[number]), 12) + number * 0.1)
            return top[longest], dated + 1
        return "", dated + 1
    if len(lines) > 1 and _is_title(lines[0]) and len(lines[0]) > 5:
        return lines[0], 1
    return "", 0


def _is_relative(line: str) -> bool:
    return len(line) <= 12 and bool(
        re.fullmatch(
            r"(?:发布于|更新于)?\s*(?:\d+|[一二两三四五六七八九十半]+)\s*个?(?:秒|分钟|小时|天|日|周|星期|月|年)(?:之?前)",
            line,
        )
    )


def _is_title(line: str) -> bool:
    return (
        4 <= len(line) <= 80
        and not re.search("[。；;，,：:]$", line)
        and not boilerplate(line)
        and not is_prose(line)
        and not re.match("[(（]", line)
    )


# --- the next page of a body ---

_NEXT = re.compile(
    r"^[\s\[【(（]*(?:下一?页|下页|后一?页|next(?: ?page)?|>|>>|›|»)[\s\]】)）>»]*$", re.IGNORECASE
)


def next_page(page: Page) -> str | None:
    """Return the address of the next page of a body that is split over pages, or None."""
    tree = parse(decode(page.body, page.headers).text[:_MAX_HTML])
    here = page.final_url or page.url
    stem = re.sub(r"(?:[_-]\d{1,3})?(?:\.\w+)?(?:\?.*)?$", "", here)
    for node in tree.css("a[href]"):
        href = (node.attributes.get("href") or "").strip()
        if _NEXT.match(node.text(deep=True)) and not href.lower().startswith(("javascript:", "#", "mailto:")):
            target = urljoin(here, html_.unescape(href))
            if target != here and target.startswith(stem):
                return target
    return None
