"""Threads of forums (帖子): the cards of those who wrote, which tell where one post ends and the next begins. Pure."""

from __future__ import annotations

import re
from collections import defaultdict

from scrapers.clean import is_prose
from scrapers.outline import Outline

_LABEL = re.compile(
    r"[\W_]*(?P<label>用户组|等\s*级|头\s*衔|级\s*别|威\s*望|积\s*分|文\s*章|发[帖贴]数?|[帖贴]子?数?|精\s*华|注\s*册(?:时间|日期)?|金\s*[钱币]|魅\s*力|经\s*验|门\s*派|在线时[间长]|贡\s*献|铜\s*币|UID)"
    r"\s*[:：]\s*(?P<value>[^\s，。；：:]{0,16})\s*"
)
_FEW = 2  # labels that make a card
_MOST = 14  # lines of a card


def cards(view: Outline) -> list[tuple[int, int]]:
    """Return the lines [first, last) of the cards of a thread's writers (等级：版主 文章：1290 积分：5512), in the page's order."""
    told: dict[int, set[str]] = defaultdict(set)
    for line in view.lines:
        if line.owner >= 0 and (found := _LABEL.fullmatch(line.text)):
            told[line.owner].add("".join(found["label"].split()))
    boxes = (view.elements[owner] for owner, labels in told.items() if len(labels) >= _FEW)
    return sorted((box.first, box.last) for box in boxes if box.last - box.first <= _MOST)


def _is_said(view: Outline, first: int, last: int) -> bool:
    return any(is_prose(line.text) for line in view.lines[first:last])


_POST = re.compile(
    r"(?:^|\s)(?:postmessage_\d+|t_f|t_msgfont|post_message|read-message|tpc_content|d_post_content)(?:\s|$)"
)


def named_post(view: Outline, box: int) -> int:
    """Of a thread's posts in a box, which their names tell, take the first; the rest are comments."""
    element = view.elements[box]
    for number in range(box, len(view.elements)):
        if view.elements[number].first >= element.last > element.first:
            break
        if view.elements[number].name and _POST.search(view.elements[number].name):
            return number
    return box


def has_answers(view: Outline) -> bool:
    """Tell a page that shows several posts of a thread: further pages hold answers only."""
    boxes = {
        box.first for box in view.elements if box.name and _POST.search(box.name) and box.last > box.first
    }
    return len(boxes) > 1 or len(cards(view)) > 1


def first_post(view: Outline, first: int, last: int) -> tuple[int, int]:
    """Return the lines of the first post of a thread whose posts the lines [first, last) hold, or of which they are one; the same
    lines where they are of no thread.

    A card stands before what its writer says, in older programs behind it.
    """
    known = cards(view)
    if not known or known[0][0] >= last:
        return first, last
    (begin, end), following = known[0], known[1][0] if len(known) > 1 else last
    if first < begin < last and _is_said(view, first, begin):
        return first, begin
    if not _is_said(view, end, following):
        return first, last
    if first >= following:  # in an answer
        return end, following
    return max(first, end), min(last, following)
