"""The heading over the rows a link stands among (栏目名): news keep to columns, and so does what is no news."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from selectolax.lexbor import LexborNode

from scrapers.discover import titles
from scrapers.words import alternatives

_LONGEST = 16  # characters of a heading
_LONGEST_TAB, _MOST_TABS = 10, 10
_LEVELS = 8  # of markup between a row and the block its heading stands over
_FEW = 3  # entries that make a list
_MOST_LINKS = 2  # of a heading: to its column, to more of it
_PANES = frozenset(["div", "ul", "ol", "dl", "td", "table", "section"])
_ITEMS = frozenset(["li", "p", "dd", "a", "article"])
_ROWS = frozenset(["li", "tr", "dl", "dd", "p", "a", "span", "article"])
_UNSEEN = frozenset(["script", "style", "-comment", "br", "hr", "input", "noscript", "link", "meta"])
_HEADS = "h1, h2, h3, h4, h5, h6, dt, legend, caption, th"
# What stands beside a heading's words: the way to more of them, a count, its name in English.
_BESIDE = re.compile(
    r"(?:查看|点击|浏览)?(?:更多|全部|详情|详细)(?:内容|信息)?|换一[批换组]|[A-Za-z][A-Za-z\s&'.]*|[\s\[\]【】()（）<>《》|·:：.…»›«‹→*+＞>/-]+",
    re.IGNORECASE,
)


_WAY = re.compile(
    "(?:网站|返回)?(?:首页|主页)|返回.*|登[录陆]|注册|退出"
)  # where a link leads, not what stands under it


def _words(text: str) -> str:
    """Return the words of a heading without what stands beside them."""
    return _BESIDE.sub("", text)


class Headings:
    """Finds the heading over an element; what was found for its neighbours is remembered.

    Args:
        entries: the addresses of entries within each element, by its id.
    """

    def __init__(self, entries: Mapping[int, Collection[str]]) -> None:
        self._entries = entries
        self._known: dict[int, str] = {}

    def over(self, row: LexborNode) -> str:
        """Return the words over the block that a row belongs to, empty where none are."""
        way: list[int] = []
        node: LexborNode | None = row
        levels, found = 0, ""
        while node is not None and node.tag not in ("body", "html") and levels < _LEVELS:
            if (known := self._known.get(node.mem_id)) is not None:
                found = known
                break
            way.append(node.mem_id)
            if found := self._tab(node):
                break
            before = _before(node)
            if before is None:
                node, levels = node.parent, levels + 1
                continue
            beside = _is_fellow(before, node) or _is_side_column(before, node)
            found = "" if beside else self._heading(before)
            if found or self._is_another(before, node):
                break
            node = before
        self._known.update(dict.fromkeys(way, found))
        return found

    def _tab(self, node: LexborNode) -> str:
        """Return the words of the tab over one of several panes: as many short words stand before as there are panes."""
        if node.tag not in _PANES or len(self._entries.get(node.mem_id, ())) < 2:
            return ""
        ahead, behind = _run(node, "prev"), _run(node, "next")
        total = len(ahead) + 1 + len(behind)
        if not 1 < total <= _MOST_TABS:
            return ""
        head = _before(ahead[-1] if ahead else node) or (_before(node.parent) if node.parent else None)
        tabs = _tabs(head) if head is not None and head.tag != "-text" else []
        return tabs[len(ahead)] if len(tabs) == total else ""

    def _heading(self, node: LexborNode) -> str:
        """Return the words of an element that is nothing but a heading."""
        text = _text(node)
        if not text or self._entries.get(node.mem_id) or len(_links(node)) > _MOST_LINKS or _is_of_menu(node):
            return ""
        words = _words(text)
        is_short = 2 <= len(words) <= _LONGEST and not re.search(r"\d", words)
        return words if is_short and not _WAY.fullmatch(words) and not titles.is_go_on(words) else ""

    def _is_another(self, before: LexborNode, node: LexborNode) -> bool:
        """Tell an element that is another block, whose heading is not over what follows it."""
        if before.tag == "-text":
            return False
        alike = before.tag == node.tag and _kind(before) == _kind(node)
        few = len(self._entries.get(before.mem_id, ())) < _FEW
        if few and (alike or before.tag in _ROWS):
            return False
        return (
            not alike or before.css_first(_HEADS) is not None or (few and len(_links(before)) > _MOST_LINKS)
        )


def _text(node: LexborNode) -> str:
    """Return the words of an element, or those its picture stands for."""
    text = (node.text(separator=" ") or "")[:200].strip()
    if text or node.tag == "-text":
        return text
    picture = node if node.tag == "img" else node.css_first("img[alt]")
    return (picture.attributes.get("alt") or "")[:200].strip() if picture is not None else ""


def _is_of_menu(node: LexborNode) -> bool:
    """Tell one of several links in a row."""
    return node.tag == "a" and any(
        step is not None and step.tag == "a" for step in (_before(node), node.next)
    )


def _run(node: LexborNode, way: str) -> list[LexborNode]:
    """Return the elements like this one that stand on one side of it, nearest first."""
    found: list[LexborNode] = []
    step = getattr(node, way)
    while step is not None and len(found) < _MOST_TABS:
        if step.tag == node.tag:
            found.append(step)
        elif step.tag not in _UNSEEN and (step.tag != "-text" or (step.text() or "").strip()):
            break
        step = getattr(step, way)
    return found


def _tabs(head: LexborNode) -> list[str]:
    """Return the words of each part of an element whose parts are all a few words."""
    parts = [child for child in head.iter() if child.tag not in _UNSEEN]
    while len(parts) == 1:
        parts = [child for child in parts[0].iter() if child.tag not in _UNSEEN]
    if len(parts) > _MOST_TABS + 1:
        return []
    words = [word for word in map(_words, map(_text, parts)) if word]
    return words if all(2 <= len(word) <= _LONGEST_TAB for word in words) else []


def _links(node: LexborNode) -> list[LexborNode]:
    return node.css("a[href]") if node.tag != "-text" else []


def _is_fellow(before: LexborNode, node: LexborNode) -> bool:
    """Tell a row beside another, whose short title is no heading."""
    return before.tag == node.tag and before.tag in _ITEMS and bool(_links(before))


def _is_side_column(before: LexborNode, node: LexborNode) -> bool:
    """Tell a cell of a page laid out by a table, with links and pictures of its own, from one that only names what is in the
    next."""
    cells = before.tag == node.tag == "td"
    return cells and (
        (before.css_first("img") is not None and bool(before.text().strip())) or len(_links(before)) > 1
    )


def _kind(node: LexborNode) -> frozenset[str]:
    """Return the classes of an element without what only counts it among its like: views-row-2, odd, first."""
    names = (_FIGURES.sub("", name) for name in (node.attributes.get("class") or "").split())
    return frozenset(name for name in names if not _COUNTED.search(name))


_FIGURES = re.compile(r"\d+$")
_COUNTED = re.compile(r"(?:^|[-_])(?:odd|even|alt(?:ernate)?|first|last)$", re.IGNORECASE)


def _before(node: LexborNode) -> LexborNode | None:
    """Return what a reader sees before an element, beside it."""
    step = node.prev
    while step is not None and (
        step.tag in _UNSEEN or (step.tag == "-text" and not (step.text() or "").strip())
    ):
        step = step.prev
    return step


_WHICH, _THING, _AS = (alternatives("columns", key) for key in ("which", "things", "as_what"))
_ASIDE = re.compile(
    rf"{_WHICH}{{0,2}}{_THING}{{1,2}}{_AS}{{0,2}}|.{{2}}商城|(?:往期|过刊|过往|配送|支付|售后|购物).{{0,4}}|新手上路"
)
# What is dated and says something, and is no news all the same.
_NEVER = re.compile(
    rf".{{0,4}}{alternatives('columns', 'asked')}(?:选登|公开|中心|专区|区|回复|解答|反馈|汇总|列表)?"
    rf"|{_WHICH}{{0,2}}{alternatives('columns', 'vacancies')}(?:信息|专区|中心|列表|大厅)?"
)
_FORM = re.compile(rf"{_WHICH}{{0,2}}{alternatives('columns', 'forms')}{_AS}{{0,2}}")
_NEWS = re.compile(rf".{{0,8}}{alternatives('columns', 'news')}")


def heads_aside(words: str) -> bool:
    """Tell the heading of what a page shows beside news: offers, goods, firms, jobs, services, people, links."""
    return bool(_ASIDE.fullmatch(words)) or titles.is_furniture(words)


def heads_never(words: str) -> bool:
    """Tell the heading of what is no news however it is worded: readers' questions, vacancies, offers, links."""
    return bool(_NEVER.fullmatch(words))


def heads_form(words: str) -> bool:
    """Tell the heading of pictures, films or people, which may be news or not."""
    return bool(_FORM.fullmatch(words))


def heads_news(words: str) -> bool:
    """Tell the heading of news: 行业新闻, 协会动态."""
    return bool(_NEWS.fullmatch(words)) and not heads_aside(words)
