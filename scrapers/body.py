"""The body (正文): which lines of a page are its article.

Every line has a weight: sentences speak for the article, links and template words against it. The body is
the box of the page, or the run of lines, that weighs most; a box's name and its place under the title
decide between close ones. Only where that look is unsure are folded boxes and scripts searched too.
"""

from __future__ import annotations

import html as html_
import json
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, starmap
from typing import Literal
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.clean import boilerplate, is_prose, is_template, simplify_together
from scrapers.dates import dated_line
from scrapers.discover.data import articles_in
from scrapers.discover.scripts import json_in_attributes, json_in_scripts
from scrapers.heading import Heading, fold
from scrapers.model import Cut
from scrapers.outline import Element, Line, Outline, is_named, outline, parse
from scrapers.threads import first_post, named_post

UNSURE = 40.0  # weight of about two short sentences; below it nothing on the page is surely an article
_DOUBTFUL = 150.0  # below it a body that a script writes is looked for
_NAME_BONUS = 1.3  # a box that its name calls the body may hold less than a wider one
_FAR_FACTOR = 0.5  # what begins far below the title is seldom its body
_FAR = 14  # lines
_RUN_FACTOR = 1.7  # a bare run of lines must outweigh the best box by so much
_MOST_OF = 0.97
_NAMED_MOST_OF = 0.7  # of its parent a box must hold so much to be the body, or this much if its name says so
_BREAK = 4.0  # how much more than in choosing a box side matter weighs in finding its ends
_LEAST_LINKS = 3  # of so many links a box can be a list of them
_ROWS = 6  # cells; a smaller table over a body is its byline
_CELL = 60  # characters; a longer cell is a column of the layout
_SAID = 16  # characters; a shorter cell beside the word 内容 is a heading beside a heading
_CARD = 5  # lines; what a card of another article shows at most
_TOLD = 2  # paragraphs over a heading of comments that are the body
_AFTER_TAIL = 30  # lines under a heading of related titles that cannot speak for the body

_LONG = 200  # characters; of longer lines only disclaimers are template text
_OPENING = 16  # characters in which a disclaimer says that it is one

_STOPS = re.compile("[，。；：！？、,;]")
_SENTENCE_ENDS = tuple(stop + mark for stop in "。！？…" for mark in ("", *"”’）)"))
_ATTACHMENT = re.compile(r"附\s*件|\.(?:docx?|xlsx?|pdf|pptx?|zip|rar|wps|ofd)\b|点击下载", re.IGNORECASE)
_ANNEX = re.compile(r"附\s*件\s*(?:\d{1,2}|[一二三四五六七八九十])?\s*[:：]")
_NUMBERED = re.compile(r"\d{1,2}\s*[.．、]")
_LIST_TO_COME = re.compile(r".{12,}(?:[:：]|[:：]\s*[（(][^）)]{2,20}[）)]|[）)][:：])$")
_CONTENT_CELL = re.compile(r"(?:信件|来信|答复|回复|新闻|文章|公告|通知|信息|详细)?\s*[内內]\s*容\s*[:：]?")
_CONTACT = re.compile(
    r"(?:联系|办公|通讯|通信|单位|公司|客服|服务|咨询)?(?:电\s*话|传\s*真|邮\s*编|邮政编码|地\s*址|邮\s*箱|E-?mail|网\s*址|手\s*机|热\s*线|QQ)\s*[:：]",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
# what a card says of a shop or a product: 主营：女装 | 门店：200家
_FIELDS = re.compile(
    r"[^\s：:|，。；]{2,6}[：:][^：:|，。；]{1,16}(?:[|｜]\s*[^\s：:|，。；]{2,6}[：:][^：:|，。；]{1,16})+"
)


@dataclass(frozen=True, slots=True)
class Box:
    """Where the body stands: the element, its lines [first, last), what they weigh, the boxes of links in it, and
    the linked lines that head a paragraph of it."""

    element: int
    first: int
    last: int
    weight: float
    sides: frozenset[int] = frozenset()
    headings: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of the body as text, what they weigh, the script round a body that a script writes, and what stood
    among the lines that is none of the article's."""

    text: str
    weight: float
    script: str = ""
    cuts: tuple[Cut, ...] = ()


def weigh(line: Line) -> float:
    """Weigh a line: sentences weigh for the body, links and template words against it."""
    size = len(line.text)
    if line.linked * 2 > size:
        return 0.0 if _ATTACHMENT.search(line.text) else -min(size, 30) - 10.0
    if (size < _LONG or "声明" in line.text[:_OPENING]) and is_template(line.text):
        return -min(size, 40) - 10.0
    if _CONTACT.match(line.text) or dated_line(line.text) > 1 or _FIELDS.fullmatch(line.text):
        return 0.0
    stops = len(_STOPS.findall(line.text))
    return size + 10.0 * min(stops, size / 8) if stops else max(size * 0.3, size * 0.5 - 4.0)


def weigh_lines(view: Outline) -> list[float]:
    """Weigh the lines of a page, each by itself and by the boxes and headings it stands under."""
    _unlink_annexes(view.lines)
    simplify_together(line.text for line in view.lines)
    says = [is_prose(line.text) for line in view.lines]
    return _in_view(view, [weigh(line) for line in view.lines], says)


def _unlink_annexes(lines: Sequence[Line]) -> None:
    """Count a document's numbered annexes (附件：1.… 2.…), and a list a sentence ends in, as its words, links or not."""
    listed = False
    for line in lines:
        opens = (line.text[0] == "附" and _ANNEX.match(line.text)) or (
            not line.linked and _LIST_TO_COME.match(line.text)
        )
        listed = bool(opens or (listed and _NUMBERED.match(line.text)))
        if listed:
            line.linked = 0


def first_guess(view: Outline, weights: Sequence[float]) -> int:
    """Return the line the body seems to begin on, before the title is known."""
    return choose(view, weights, Heading("")).first


def find_body(tree: LexborHTMLParser, view: Outline, weights: Sequence[float], heading: Heading) -> Body:
    """Find the body of a page.

    Args:
        tree: the parsed page.
        view: its outline.
        weights: the weight of each of its lines.
        heading: the title and where it stands.
    """
    box = choose(view, weights, heading)
    if box.weight < UNSURE and _is_closing(article_lines(view, box, heading)):
        box = choose(view, weights, Heading(""))
    found = _read(view, box, heading)
    if box.weight < UNSURE:
        found = max(found, _named(view, heading), key=lambda body: len(body.text))
        folded = _folded(tree, heading)
        found = folded if folded.weight > 2 * found.weight else found
    if box.weight < _DOUBTFUL:
        hidden = [*_told(tree, heading)] or _buried(tree)
        scripted = max(starmap(_inner, hidden), key=lambda body: body.weight, default=found)
        found = scripted if scripted.weight > max(3 * found.weight, _DOUBTFUL / 2) else found
    return found


def _read(view: Outline, box: Box, heading: Heading) -> Body:
    """Write out a box, and list what is left out of it."""
    lines = article_lines(view, box, heading)
    kept = {id(line) for line in lines}
    first = heading.last + 1 if box.first <= heading.last < box.last else box.first
    sides = (line for line in view.lines[first : box.last] if id(line) not in kept)
    cuts = tuple(Cut("side", "正文中的链接与栏目", line.text) for line in sides)
    return Body(render(lines), box.weight, cuts=cuts)


def _is_closing(lines: Sequence[Line]) -> bool:
    """Tell what stands under a signature or a footer that passed for the title: a date, template words."""
    return bool(lines) and all(dated_line(line.text) or boilerplate(line.text) for line in lines)


def _named(view: Outline, heading: Heading) -> Body:
    """Take the box under the title that its name calls the body, be it only links or captions."""
    for number, element in enumerate(view.elements):
        if (
            element.first > heading.last >= 0
            and is_named(element.name, "body")
            and element.last > element.first
        ):
            lines = article_lines(view, Box(number, element.first, element.last, 0.0), heading)
            text = render(lines)
            if len(text) >= _LEAST_NAMED:
                return Body(text, UNSURE)
    return Body("", 0.0)


def _folded(tree: LexborHTMLParser, heading: Heading) -> Body:
    """Look again with the long invisible boxes opened."""
    view = outline(tree, keep_hidden=True)
    key = fold(heading.title)
    line = next((n for n, line in enumerate(view.lines) if fold(line.text) == key), -1) if key else -1
    moved = Heading(heading.title, line, line)
    box = choose(view, weigh_lines(view), moved)
    return Body(render(article_lines(view, box, moved)), box.weight)


def choose(view: Outline, weights: Sequence[float], heading: Heading) -> Box:
    """Choose the box that is the body: a whole element, or a run of lines where no element fits."""
    weights = [*(min(0.0, weight) for weight in weights[: heading.last + 1]), *weights[heading.last + 1 :]]
    passed = _passing(view, weights)
    sums = [0.0, *accumulate(passed)]
    bodies = {n for n, element in enumerate(view.elements) if element.name and is_named(element.name, "body")}
    totals = _totals(view, sums, bodies)
    far = heading.last + _FAR if heading.last >= 0 else len(sums)
    ratings = [
        total * (_NAME_BONUS if n in bodies else 1.0) * (_FAR_FACTOR if view.elements[n].first > far else 1.0)
        if total > 0
        else total
        for n, total in enumerate(totals)
    ]
    best = max(range(len(ratings)), key=ratings.__getitem__, default=-1)
    first, last, run = _heaviest_run(sums)
    if best < 0 or (run > _RUN_FACTOR * max(0.0, ratings[best]) and first <= far):
        return _run(view, weights, first, last, run) if run else Box(-1, 0, 0, 0.0)
    if ratings[best] <= 0:
        return Box(-1, 0, 0, 0.0)
    best = named_post(view, _innermost(view, best, totals))
    best = _own_column(view, _own_article(view, best, heading), heading, totals)
    element = view.elements[best]
    first = _over_table(view, weights, best, heading)
    box = _trimmed(view, weights, passed, Box(best, element.first, element.last, totals[best]))
    first = first if box.first == element.first else box.first
    last = _past_files(view, weights, box.last) if box.last == element.last else box.last
    post = first_post(view, first, last)
    return replace(box, element=best if post[0] >= element.first else -1, first=post[0], last=post[1])


def _totals(view: Outline, sums: Sequence[float], bodies: Collection[int]) -> list[float]:
    """Return what each box weighs; one named for a body not less for what is hung over and under the text in it."""
    totals = [sums[box.last] - sums[box.first] for box in view.elements]
    left = _MOST_WEIGHED
    for number in bodies:
        box = view.elements[number]
        left -= box.last - box.first
        if left >= 0:
            totals[number] = _heaviest_run(sums[box.first : box.last + 1])[2]
    return totals


_MOST_WEIGHED = 100_000  # lines, of boxes in one another; a page that nests its body so deep is hostile


def _own_article(view: Outline, best: int, heading: Heading) -> int:
    """Where a page goes on with other articles in like boxes, each under its own title, take the first."""
    if not view.elements[best].first <= heading.first < view.elements[best].last:
        return best
    owner = view.lines[heading.first].owner
    if owner < 0 or view.elements[owner].tag not in ("h1", "h2", "h3"):
        return best
    for number in _path(view, owner, best):
        box = view.elements[number]
        if box.last - box.first > 2 and any(
            other.first >= box.last and _are_alike(other, box) and _opens_article(view, other, owner)
            for other in view.elements[number + 1 :]
        ):
            return number
    return best


def _are_alike(one: Element, two: Element) -> bool:
    """Tell boxes of one parent whose names differ but in their numbers."""
    return (one.parent, one.tag) == (two.parent, two.tag) and _NUMBER.sub("", one.name) == _NUMBER.sub(
        "", two.name
    )


_NUMBER = re.compile(r"\d+")


def _own_column(view: Outline, best: int, heading: Heading, totals: Sequence[float]) -> int:
    """Where title, date and text stand in a column of their own, and only columns under headings of theirs
    follow, take the first."""
    if not view.elements[best].first <= heading.first < view.elements[best].last:
        return best
    for number in _path(view, view.lines[heading.first].owner, best):
        box = view.elements[number]
        below = view.lines[heading.last + 1 : box.last]
        if any(is_prose(line.text) for line in below) and any(dated_line(line.text) > 1 for line in below):
            after = [other for other in range(number + 1, len(view.elements)) if _follows(view, box, other)]
            weight = sum(max(0.0, totals[other]) for other in after)
            is_told = all(_is_headed(view, view.elements[other]) for other in after if totals[other] > 0)
            return number if is_told and 0 < weight < _BESIDE * totals[number] else best
    return best


def _follows(view: Outline, box: Element, number: int) -> bool:
    """Tell a box that stands behind another, beside it."""
    other = view.elements[number]
    return other.parent == box.parent and other.first >= box.last and other.last > other.first


def _is_headed(view: Outline, box: Element) -> bool:
    """Tell a box that a heading opens."""
    owner = view.lines[box.first].owner
    return owner >= 0 and view.elements[owner].tag in _HEADINGS and not is_named(box.name, "body")


_BESIDE = 1.5  # times what a column says its neighbours may say, for it to be the article


def _opens_article(view: Outline, box: Element, title: int) -> bool:
    """Tell a box that opens as an article does: a title marked up like the page's, a date, sentences."""
    lines = view.lines[box.first : box.last]
    if len(lines) < 3 or view.elements[lines[0].owner].tag != view.elements[title].tag:
        return False
    return any(dated_line(line.text) for line in lines[1:4]) and any(
        line.text.endswith(_SENTENCE_ENDS) for line in lines[1:]
    )


def _over_table(view: Outline, weights: Sequence[float], best: int, heading: Heading) -> int:
    """Return the line on which a table begins that stands between title and body as part of it: an event's time
    and place; not an official document's index."""
    first = view.elements[best].first
    for element in view.elements:
        if not (element.tag == "table" and element.last == first and element.first > heading.last >= 0):
            continue
        lines = view.lines[element.first : first]
        beside = element.parent in _path(view, view.elements[best].parent, -1)
        if (
            beside
            and len(lines) >= _ROWS
            and not any(
                line.linked or boilerplate(line.text, "head") or dated_line(line.text) > 1 for line in lines
            )
        ):
            return element.first
    return first


def _run(view: Outline, weights: Sequence[float], first: int, last: int, weight: float) -> Box:
    """Take a run of lines for the body, with the files hung on it and without the boxes of links in it."""
    last = _past_files(view, weights, last)
    box = Box(_holder(view, first, last), first, last, weight)
    return replace(box, sides=_link_boxes(view, weights, box))


def _past_files(view: Outline, weights: Sequence[float], last: int) -> int:
    """Return where the files end that hang on a body."""
    while last < len(weights) and not weights[last] and _ATTACHMENT.search(view.lines[last].text):
        last += 1
    return last


def _passing(view: Outline, weights: Sequence[float]) -> list[float]:
    """Weigh the boxes of links that a text goes on behind as nothing."""
    sums = [0.0, *accumulate(weights)]
    passed = list(weights)
    ends = {number for number, line in enumerate(view.lines) if line.text.endswith(_SENTENCE_ENDS)}
    for element in view.elements:
        if element.first - 1 in ends and sums[element.last] < sums[element.first] and _goes_on(view, element):
            passed[element.first : element.last] = [0.0] * (element.last - element.first)
    return passed


def _trimmed(view: Outline, weights: Sequence[float], passed: Sequence[float], box: Box) -> Box:
    """Leave out the boxes of links inside a body, and what stands at its ends beyond links."""
    sides = _link_boxes(view, weights, box)
    sharp = list(passed[box.first : box.last])
    for side in sides:
        element = view.elements[side]
        passing = _goes_on(view, element)
        for number in range(max(element.first, box.first), min(element.last, box.last)):
            sharp[number - box.first] = 0.0 if passing else min(0.0, weights[number])
    headings = frozenset(n for n in range(box.first, box.last - 1) if _heads_paragraph(view, weights, n))
    for number, line in enumerate(view.lines[box.first : box.last], box.first):
        if sharp[number - box.first] < 0 and line.linked * 2 > len(line.text):
            sharp[number - box.first] *= 0.0 if number in headings else _BREAK
    start, end, _ = _heaviest_run([0.0, *accumulate(sharp)])
    rules = {element.first for element in view.elements if element.tag == "hr"}
    after = next((n for n in range(box.first + end, box.last) if weights[n] < 0 or n in rules), box.last)
    first, last = (box.first + start, after) if end > start else (box.first, box.last)
    while last < box.last and boilerplate(view.lines[last].text):
        last += 1  # the cleaning chain takes these, and says so
    return Box(box.element, first, last, box.weight, sides, headings)


def _heads_paragraph(view: Outline, weights: Sequence[float], number: int) -> bool:
    """Tell a linked line that stands alone over a paragraph as its heading: a digest's numbered items."""
    line, below = view.lines[number], next(iter(view.lines[number + 1 : number + 2]), None)
    if not (line.linked and below and weights[number + 1] > 0):
        return False
    if not (is_prose(below.text) or below.text.endswith(_SENTENCE_ENDS)):
        return False
    is_heading = view.elements[line.owner].tag in _HEADINGS if line.owner >= 0 else False
    return is_heading or bool(_ITEM.match(line.text))


_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_ITEM = re.compile(r"\d{1,2}\s*[.．、]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]")


def _link_boxes(view: Outline, weights: Sequence[float], box: Box) -> frozenset[int]:
    """Return the boxes inside a body that links outweigh, blurbs and all."""
    sums = [0.0, *accumulate(weights)]
    linked = [0, *accumulate(int(line.linked * 2 > len(line.text)) for line in view.lines)]
    found: set[int] = set()
    inside: set[int] = set()
    for number in range(box.element + 1, len(view.elements)):
        element = view.elements[number]
        if element.first >= box.last:
            break
        links = linked[element.last] - linked[element.first]
        if element.parent in inside:
            inside.add(number)
        elif links == 1 == element.last - element.first and _heads_paragraph(view, weights, element.first):
            continue
        elif sums[element.last] < sums[element.first] and (
            links >= _LEAST_LINKS or (links and _goes_on(view, element))
        ):
            found.add(number)
            inside.add(number)
    return frozenset(found)


def _goes_on(view: Outline, element: Element) -> bool:
    """Tell whether a text goes on behind a box: sentences in like elements of one parent before and after it."""
    if not 0 < element.first < element.last < len(view.lines):
        return False
    before, after = view.lines[element.first - 1], view.lines[element.last]
    if not (before.text.endswith(_SENTENCE_ENDS) and after.text.endswith(_SENTENCE_ENDS)):
        return False
    one, two = view.elements[before.owner], view.elements[after.owner]
    alike = (one.tag, one.name, one.parent) == (two.tag, two.name, two.parent)
    return before.owner == after.owner == element.parent or (alike and one.parent == element.parent)


def _in_view(view: Outline, weights: Sequence[float], prose: Sequence[bool]) -> list[float]:
    """Weigh again with the page in view: in boxes named otherwise and under a heading of related titles
    nothing speaks for the body. `prose` tells which lines are sentences."""
    aside = _asides(view, weights)
    again = list(weights)
    quiet = told = replies = 0
    for number, line in enumerate(view.lines):
        ends = weights[number] < 0 and boilerplate(line.text, "tail")
        if ends == "评论区" and told >= _TOLD and prose[number - 1]:
            replies = max(replies, _opened_by(view, number))
        told += prose[number]
        quiet = _AFTER_TAIL if ends else 0 if prose[number] else quiet - 1
        if quiet > 0:
            again[number] = min(0.0, again[number])
        elif aside[line.owner] or number < replies:
            again[number] = min(0.0, again[number]) - 5.0
    return again


def _opened_by(view: Outline, number: int) -> int:
    """Return the line on which the box ends that a heading stands in."""
    owner = view.lines[number].owner
    while owner >= 0 and view.elements[owner].first == number:
        owner = view.elements[owner].parent
    return view.elements[owner].last if owner >= 0 else len(view.lines)


def _asides(view: Outline, weights: Sequence[float]) -> list[bool]:
    """Tell for each element whether it, or one it stands in, is named as no part of an article.

    A box that holds most of what the page says is none, whatever its name, but for replies to what stands above; nor
    are paragraphs of one name that hold it together.
    """
    sums = [0.0, *accumulate(max(0.0, weight) for weight in weights)]
    flags: list[bool] = []
    cards = _cards(view)
    together = _said_in_paragraphs(view, sums)
    for element in view.elements:
        if element.parent >= 0 and flags[element.parent]:
            flags.append(True)
            continue
        own = element.tag in ("aside", "footer") or _is_aside(element.name)
        own = own or (element.tag == "form" and sums[element.first] >= UNSURE)
        inside = sums[element.last] - sums[element.first]
        replies = own and _REPLIES.search(element.name) and sums[element.first] >= UNSURE
        replies = replies or (sums[element.first] >= UNSURE and _opens_replies(view, element))
        card = cards and _kind(element) in cards and sums[element.first] >= 2 * UNSURE
        small = own and max(inside, together.get(_kind(element), 0.0)) * 2 < _said_around(view, element, sums)
        flags.append(bool(replies or card or small or _closes(view, element, sums)))
    flags.append(False)  # a line outside every element has owner -1
    return flags


def _said_in_paragraphs(view: Outline, sums: Sequence[float]) -> Mapping[tuple[int, str, str], float]:
    """Return what the named paragraphs of a box weigh together, by their name: an editor's <p class="insertfileTag">."""
    said: dict[tuple[int, str, str], float] = {}
    for element in view.elements:
        if element.tag == "p" and element.name:
            kind = _kind(element)
            said[kind] = said.get(kind, 0.0) + sums[element.last] - sums[element.first]
    return said


def _said_around(view: Outline, element: Element, sums: Sequence[float]) -> float:
    """Return what a box is a part of weighs: of a paragraph the box that its name calls the body, else the page."""
    around = view.elements[element.parent] if element.tag == "p" and element.parent >= 0 else None
    if around is not None and is_named(around.name, "body"):
        return sums[around.last] - sums[around.first]
    return sums[-1]


_IMPRINT = 500.0  # weight of what a footer says of the house at most


def _closes(view: Outline, element: Element, sums: Sequence[float]) -> bool:
    """Tell a box that says a good part of the page but that its name puts under the article, where a text stands
    above it or the page ends with it."""
    inside = sums[element.last] - sums[element.first]
    if not sums[-1] / 4 <= inside < _IMPRINT:
        return False
    is_closing = element.tag == "footer" or is_named(element.name, "closing")
    is_last = element.first > 0 and element.last == len(view.lines)
    above = sums[element.first] >= UNSURE
    return is_closing and not is_named(element.name, "body") and (above or is_last)


def _opens_replies(view: Outline, element: Element) -> bool:
    """Tell a box that a heading of comments opens."""
    if element.last <= element.first + 1:
        return False
    opening = view.lines[element.first].text
    return bool(_COMMENTS.fullmatch(opening)) or boilerplate(opening, "tail") == "评论区"


# over a body these words are a button
_COMMENTS = re.compile(r"评论(?:区|列表)?\s*[\d()（）条]*")


def _cards(view: Outline) -> set[tuple[int, str, str]]:
    """Return the parent, tag and name of boxes that stand in rows of the like, each a linked title over a blurb."""
    small = (element for element in view.elements if 1 < element.last - element.first <= _CARD)
    counts = Counter(_kind(element) for element in small if _is_card(view, element))
    rows = {kind for kind, count in counts.items() if count > 1}
    alike = Counter(kind for kind in map(_kind, view.elements) if kind in rows) if rows else counts
    return {kind for kind in rows if alike[kind] == counts[kind]}


def _kind(element: Element) -> tuple[int, str, str]:
    return element.parent, element.tag, element.name


def _is_card(view: Outline, element: Element) -> bool:
    line = view.lines[element.first]
    return line.linked * 10 >= len(line.text) * 8


_REPLIES = re.compile(
    r"(?:^|[\s_-])(?:comments?|reply|replies|pinglun|liuyan|tie)(?:$|[\s_-])", re.IGNORECASE
)


def _is_aside(name: str) -> bool:
    return is_named(name, "aside") and not is_named(name, "body")


def _heaviest_run(sums: Sequence[float]) -> tuple[int, int, float]:
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


def _innermost(view: Outline, best: int, totals: Sequence[float]) -> int:
    """Go down while one child holds nearly all the weight of its parent."""
    number = best + 1
    while number < len(view.elements) and view.elements[number].first < view.elements[best].last:
        element = view.elements[number]
        share = _NAMED_MOST_OF if is_named(element.name, "body") else _MOST_OF
        if element.parent == best and totals[number] >= share * totals[best]:
            best = number
        number += 1
    return best


# --- lines to text ---


def article_lines(view: Outline, box: Box, heading: Heading) -> list[Line]:
    """Return the lines of a body that are the article's: no boxes named otherwise, no bare links."""
    first = heading.last + 1 if box.first <= heading.last < box.last else box.first
    sides = (view.elements[side] for side in box.sides)
    cut = {number for side in sides for number in range(side.first, side.last)}
    numbers = [number for number in range(first, box.last) if number not in cut]
    lines = [view.lines[number] for number in numbers]
    listing = sum(line.linked for line in lines) * 2 > sum(len(line.text) for line in lines)
    pulled = _pulled(view, lines, box.element)
    return [
        line
        for number, line in zip(numbers, lines, strict=True)
        if id(line) not in pulled
        and (
            is_prose(line.text)
            or number in box.headings
            or not _is_side_matter(view, line, box.element, listing)
        )
    ]


_QUOTES = frozenset(("blockquote", "aside"))
_LEAST_PULLED = 6  # letters


def _pulled(view: Outline, lines: Sequence[Line], element: int) -> set[int]:
    """Return the pull quotes (引言): what a box of its own says again, word for word, of a paragraph of the body."""
    quotes = [line for line in lines if _is_quoted(view, line, element)]
    if not quotes:
        return set()
    quoted = set(map(id, quotes))
    told = "\n".join(fold(line.text) for line in lines if id(line) not in quoted)
    return {id(line) for line in quotes if len(fold(line.text)) >= _LEAST_PULLED and fold(line.text) in told}


def _is_quoted(view: Outline, line: Line, element: int) -> bool:
    boxes = (view.elements[number] for number in _path(view, line.owner, element))
    return any(box.tag in _QUOTES or is_named(box.name, "quote") for box in boxes)


def _is_side_matter(view: Outline, line: Line, element: int, listing: bool) -> bool:
    if is_template(line.text):
        return False  # the cleaning chain takes it, says so, and may end the article there
    if _in_aside(view, line.owner, element):
        return True
    is_link = line.linked * 10 >= len(line.text) * 8
    return is_link and not listing and not _ATTACHMENT.search(line.text) and not _ADDRESS.search(line.text)


def _in_aside(view: Outline, owner: int, container: int) -> bool:
    return any(_is_aside(view.elements[number].name) for number in _path(view, owner, container))


def _path(view: Outline, owner: int, container: int) -> Iterator[int]:
    """Yield the elements from a line's own up to the box it is looked at in."""
    while owner > container:
        yield owner
        owner = view.elements[owner].parent


def render(lines: Sequence[Line]) -> str:
    """Write lines out, the cells of a table row on one line."""
    texts: list[str] = []
    before: Line | None = None
    for line in lines:
        if before and 0 <= line.row == before.row and line.cell != before.cell and len(line.text) < _CELL:
            is_content = len(line.text) >= _SAID and _CONTENT_CELL.fullmatch(before.text)
            texts[-1] = line.text if is_content else f"{texts[-1]} {line.text}"
        else:
            texts.append(line.text)
        before = line if len(line.text) < _CELL else None
    return "\n".join(texts)


# --- bodies that a script writes ---

_STRING = re.compile(r"\"((?:[^\"\\]|\\.){60,})\"|'((?:[^'\\]|\\.){60,})'|`([^`]{60,})`", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_CONTROL = {"n": "\n", "r": "\n", "t": " ", "b": "", "f": ""}
_HAN = re.compile(
    r"[\u4e00-\u9fff]|[\\%]u[4-9][0-9a-fA-F]{3}|%[eE][4-9]%[0-9a-fA-F]{2}%[0-9a-fA-F]{2}|&#x?[0-9a-fA-F]{4,5};"
)
_ENCODED = re.compile(r"%u[4-9][0-9a-fA-F]{3}|%[eE][4-9]%")
_LEAST_ENCODED = 20  # characters
_PERCENT = re.compile(
    r"%u([0-9a-fA-F]{4})"
)  # what escape() writes, before URL standards had one way to (ECMA-262, B.2.1.1)
_LEAST_HAN = 40
_LEAST_NAMED = 16  # characters
_ROUND = 2000  # characters before and behind a body in a script in which its title stands
_MOST_BURIED = 2_000_000  # characters of scripts looked through


def _told(tree: LexborHTMLParser, heading: Heading) -> Iterator[tuple[str, str]]:
    """Yield the body of the article that a page's data holds under the page's title, be it kept as blocks, each of which is a
    string of its own, and what the data says of it."""
    key = fold(heading.title)
    for value in chain(json_in_scripts(tree), json_in_attributes(tree)) if key else ():
        for title, day, text in articles_in(value):
            if fold(title) == key and text.count("<p") > 1:  # a body, and no summary
                yield text, json.dumps({"title": title, "time": day}, ensure_ascii=False)


def _buried(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield the HTML that stands in scripts, text areas, templates, frames' documents and comments, and the script
    round it."""
    budget = _MOST_BURIED
    for node in tree.css("script, textarea, template, noscript, xmp, iframe[srcdoc]"):
        text = _content(node)
        budget -= len(text)
        if budget < 0:
            return
        for piece, script in _pieces(text) if node.tag == "script" else ((text, ""),):
            if len(_HAN.findall(piece)) >= _LEAST_HAN:
                yield piece, script
    yield from ((text, "") for text in _comments(tree.root) if len(_HAN.findall(text)) >= _LEAST_HAN)


def _pieces(script: str) -> Iterator[tuple[str, str]]:
    yield from _strings(script)
    yield from _captions(script)
    yield from _written(script)


# What a script writes bit by bit: document.write("…"); html += "…"; parts.push("…"); a + "…".
_BIT = re.compile(
    r"""(?:\bwrite(?:ln)?\(|\.push\(|\+?=|\+)\s*(?:"((?:[^"\\\n]|\\.){1,9000})"|'((?:[^'\\\n]|\\.){1,9000})'|`([^`]{1,9000})`)"""
)


def _written(script: str) -> Iterator[tuple[str, str]]:
    """Yield what a script writes in several bits as the one text it makes."""
    if not re.search(r"\.write(?:ln)?\(|\+=|\.push\(", script):
        return
    bits = [_unescaped(a or b or c) for a, b, c in _BIT.findall(script)]
    said = [bit for bit in bits if "<" in bit or _HAN.search(bit)]
    if len(said) > 1:
        yield "".join(said), ""


_TEMPLATE = re.compile(r"</?template\b[^<>]{0,400}>", re.IGNORECASE)


def _content(node: LexborNode) -> str:
    """Return what an element keeps from the page's tree: a template's markup, a frame's document, plain words."""
    if node.tag == "template":
        return _TEMPLATE.sub("", node.html or "")
    return (node.attributes.get("srcdoc") or "") if node.tag == "iframe" else node.text(deep=True)


def _comments(root: LexborNode | None) -> Iterator[str]:
    for node in root.traverse(include_text=True) if root is not None else ():
        if node.is_comment_node:
            yield node.comment_content or ""


def _strings(script: str) -> Iterator[tuple[str, str]]:
    """Yield a script's long string literals, their escapes undone, each with what stands round it."""
    for match in _STRING.finditer(script):
        literal = next(group for group in match.groups() if group is not None)
        round_it = (
            script[max(0, match.start() - _ROUND) : match.start()]
            + script[match.end() : match.end() + _ROUND]
        )
        yield _unescaped(literal), round_it


_CAPTION = re.compile(
    r"""["']?\b(note|desc|description|intro|caption|text|summary|content)["']?\s*:\s*(?:"((?:[^"\\\n]|\\.){8,300})"|'((?:[^'\\\n]|\\.){8,300})')"""
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp)\b", re.IGNORECASE)
_LEAST_CAPTIONS = 2


def _captions(script: str) -> Iterator[tuple[str, str]]:
    """Yield the captions of the pictures that a gallery's script lists, a paragraph each, field by field."""
    if len(_PICTURE.findall(script)) < _LEAST_CAPTIONS:
        return
    found: dict[str, list[str]] = {}
    for name, double, single in _CAPTION.findall(script):
        found.setdefault(name, []).append(_unescaped(double or single))
    yield from (("\n".join(words), "") for words in found.values() if len(words) >= _LEAST_CAPTIONS)


def _unescaped(literal: str) -> str:
    """Undo a literal's backslashes, and the percents of one that hides its letters so (escape, encodeURIComponent)."""
    plain = _ESCAPE.sub(_unescape, literal) if "\\" in literal else literal
    if "%" not in plain or len(_ENCODED.findall(plain)) < _LEAST_ENCODED:
        return plain
    return unquote(_PERCENT.sub(lambda match: chr(int(match.group(1), 16)), plain))


def _unescape(match: re.Match[str]) -> str:
    code = match.group(1) or match.group(2)
    return chr(int(code, 16)) if code else _CONTROL.get(match.group(3), match.group(3))


_FIELD = r"""["']?\b(?:%s)["']?\s*[:=]\s*(?:"((?:[^"\\\n]|\\.){2,300})"|'((?:[^'\\\n]|\\.){2,300})')"""
_SCRIPTED = {
    "title": re.compile(_FIELD % r"(?:news|article|doc|content|msg)?_?title|headline|subject", re.IGNORECASE),
    "outlet": re.compile(
        _FIELD % r"(?:news|article|content)?_?(?:source|origin|from)(?:_?name)?|media(?:_?name)?",
        re.IGNORECASE,
    ),
    "author": re.compile(_FIELD % r"author(?:_?name)?|writer", re.IGNORECASE),
    "time": re.compile(_FIELD % r"\w{0,12}(?:time|date)", re.IGNORECASE),
}


def scripted_field(script: str, field: Literal["title", "outlet", "author", "time"]) -> str:
    """Return what the script round a body says its title, outlet, author or time is; empty where it says nothing."""
    match = _SCRIPTED[field].search(script)
    return _unescaped(match.group(1) or match.group(2)) if match else ""


def _inner(text: str, script: str = "") -> Body:
    """Read a body out of HTML that was found inside the page."""
    if "&lt;" in text:
        text = html_.unescape(text).strip(" \n\"'")
    view = outline(parse(text if "<" in text else text.replace("\n", "<br>")))
    box = choose(view, weigh_lines(view), Heading(""))
    return Body(render(article_lines(view, box, Heading(""))), box.weight, script)
