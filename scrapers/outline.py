"""HTML to an outline: the visible lines of a page in order, each with the elements it stands in.

One walk over one parse gives all that the readers of title, date, outlet and body look at. Text that
a reader of the page does not see (隐藏文字) is left out here, and listed.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.model import Cut

_MARKUP = tomllib.loads(files("scrapers").joinpath("data/markup.toml").read_text("utf-8"))
_SKIPPED, _BLOCKS, _VOID, _INLINE = (
    frozenset(_MARKUP["tags"][kind].split()) for kind in ("skipped", "blocks", "void", "inline")
)
_SKIPPED |= _VOID - {"br", "hr"}  # no words stand in them
_SEAMED = _INLINE | {"a"}
_BOLD = frozenset(("b", "strong"))
_ROW_CELLS = frozenset(("td", "th"))
_DEEPEST = 1000  # elements in one another; browsers go to 512, and a parser takes the square of it
_MOST_UNCLOSED = 200  # open <font> and the like, which a parser opens again in every paragraph
_FEW_TAGS, _MANY_TAGS = 2000, 8000  # a page of fewer can do no harm by the one or the other
_SEAM = "\x1f"  # where one inline box ends and another begins; margins part them on the screen
_MARGIN = " \xa0\u3000\u200b\ufeff" + _SEAM
_MOST_LINES = 30_000  # a book has fewer
_LONGEST_LINE = 200_000  # characters; a whole report without a break is shorter
_BLANK = re.compile(r"[ \t\r\n\f]+")
_INDENT = re.compile("(?<=[。！？!?”：:；;)） \xa0])[\xa0 ]*\u3000\u3000+|(?<=[。！？”])\xa0{4,}")


@dataclass(slots=True)
class Element:
    """A box of the page: its tag, its id and classes in one string, its parent, and its lines [first, last)."""

    tag: str
    name: str
    parent: int
    first: int
    last: int = 0


@dataclass(slots=True)
class Line:
    """A visible line: its text, the same with blanks where inline boxes meet, how many of its characters are links or bold, its element, table row and cell."""

    text: str
    spaced: str
    linked: int
    strong: int
    owner: int
    row: int
    cell: int


@dataclass(slots=True)
class Outline:
    """What a reader sees of a page."""

    lines: list[Line] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    hidden: list[Cut] = field(default_factory=list)


_NAMES = {
    kind: re.compile(rf"(?<![^\s_-])(?:{'|'.join(names)})\d*(?![^\s_-])")
    for kind, names in _MARKUP["names"].items()
}


@lru_cache(maxsize=8192)
def is_named(name: str, kind: Literal["body", "aside", "title", "quote", "animated", "closing"]) -> bool:
    """Tell whether an element's id and classes say that it holds a body, a side matter or a title."""
    return bool(name and _NAMES[kind].search(name.lower()))


_OPENED = re.compile(rb"<[a-zA-Z][a-zA-Z0-9-]*")
_LONG_TAG = 5000  # bytes
_MOST_ATTRIBUTES = 500


def _without_endless_tags(html: bytes) -> bytes:
    """Cut the attributes off tags that have thousands: they cost a parser the square of their number."""
    kept: list[bytes] = []
    done = 0
    for first, last in _long_pieces(html):
        kept += html[done:first], _shortened(html[first:last])
        done = last
    return b"".join((*kept, html[done:])) if kept else html


def _long_pieces(html: bytes) -> Iterator[tuple[int, int]]:
    """Yield where so many characters stand without a `>`, hopping from the last one of each such stretch."""
    start = 0
    while len(html) - start >= _LONG_TAG:
        last = html.rfind(b">", start, start + _LONG_TAG)
        if last < 0:
            last = html.find(b">", start + _LONG_TAG)
            last = last if last >= 0 else len(html)
            yield start, last
        start = last + 1


def _shortened(piece: bytes) -> bytes:
    opened = _OPENED.search(piece)
    if not opened or len(piece[opened.end() :].split(None, _MOST_ATTRIBUTES)) <= _MOST_ATTRIBUTES:
        return piece
    return piece[: opened.end()]


_MOST_OF_HEAD = 40_000  # bytes in which a title element stands
_UNCLOSED_TITLE = re.compile(
    rb"(<title(?:\s[^<>]*)?>[^<]{0,1000})(?:<title>)*(?=<(?!/title|title|[^a-zA-Z/]))", re.IGNORECASE
)
_HUMP = re.compile(r"(?<=[a-z])(?<!\bMso)(?=[A-Z])")  # Word's MsoFooter names a style, not a part of the page
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_NEST = re.compile(rb"</?(?:p|h1|td|tr|div|li)\b[^<>]{0,2000}>", re.IGNORECASE)
_NEITHER_LINE_NOR_HEAD = re.compile(
    rb"<(?!/?(?:br|title|meta|script|style)\b)/?[a-zA-Z][^<>]{0,2000}>", re.IGNORECASE
)


def parse(html: str) -> LexborHTMLParser:
    """Parse HTML in bounded time: absurd nesting, quadratic for any HTML5 parser, is flattened first."""
    page = html.encode("utf-8", "replace")  # bytes are searched several times as fast
    page = _without_endless_tags(page.replace(b"\0", b"") if b"\0" in page else page)
    unclosed = _UNCLOSED_TITLE.search(
        page, max(0, page[:_MOST_OF_HEAD].lower().find(b"<title")), _MOST_OF_HEAD
    )
    if unclosed:
        page = page[: unclosed.end(1)] + b"</title>" + page[unclosed.end() :]
    tags = page.count(b"<")
    if tags > _FEW_TAGS and _unclosed(page) > _MOST_UNCLOSED:
        page = _FORMATTING.sub(b"", page)
    if tags > _MANY_TAGS and _depth(page) > _DEEPEST:
        page = _NEITHER_LINE_NOR_HEAD.sub(b"", _NEST.sub(b"<br>", page))
    return LexborHTMLParser(page)


_FORMAT_TAGS = rb"(?:font|big|b|u|s|em|tt|i|strong|small|strike|code|nobr)"
_FORMATS = re.compile(rb"</?" + _FORMAT_TAGS + rb"(?=[\s>/])", re.IGNORECASE)
_MAY_FORMAT = re.compile(rb"<[bcefinstu](?:ont|ig|m|t|trong|mall|trike|ode|obr)?[\s>/]", re.IGNORECASE)
_FORMATTING = re.compile(_FORMATS.pattern + rb"[^<>]{0,2000}>", re.IGNORECASE)


def _unclosed(html: bytes) -> int:
    """Measure how many formatting elements are open at once at most."""
    if len(_MAY_FORMAT.findall(html)) <= _MOST_UNCLOSED:
        return 0
    opened: Counter[bytes] = Counter()
    unclosed = most = 0
    for tag in _FORMATS.findall(html.lower()):
        if not tag.startswith(b"</"):
            opened[tag[1:]] += 1
            unclosed += 1
            most = max(most, unclosed)
        elif opened[tag[2:]]:
            opened[tag[2:]] -= 1
            unclosed -= 1
    return most


_FLAT = _VOID | {"p", "li", "option"}  # do not stand in one another
_CLOSING_REACH = 50  # open elements a closing tag is looked for among
_CELLS = frozenset(("table", "td", "th", "caption"))
_ROWS = _CELLS | {"tr", "tbody", "thead", "tfoot"}


def _depth(html: bytes) -> int:
    """Measure the deepest nesting a parser could build from the tags."""
    path: list[str] = []
    deepest = 0
    for closing, tag in _TAG.findall(html):
        name = tag.decode("ascii").lower()
        if name in _FLAT:
            continue
        if not closing:
            path.append(name)
            deepest = max(deepest, len(path))
        elif path and path[-1] == name:
            path.pop()
        else:
            place = _closed(path, name)
            del path[place : place + 1 if name in _INLINE else len(path)]
    return deepest


def _closed(path: list[str], name: str) -> int:
    """Return from where on a closing tag closes the open elements; one does not reach out of its table's cell."""
    for place in range(len(path) - 1, max(-1, len(path) - 1 - _CLOSING_REACH), -1):
        if path[place] == name:
            return place
        if path[place] in _CELLS and name not in _ROWS:
            break
    return len(path)


# --- what the style sheet does to text ---

# in lower case, each opening with a mark or a word, for the search to skip by
_GONE = re.compile(r"display\s*:\s*none")
_TINY = re.compile(r"font-size\s*:\s*(?:0(?:px|pt|em|%)?|1px)\s*(?:!important\s*)?(?:;|$)")
_NEGATIVE = re.compile(r":\s*-\d{3}")
_AWAY = re.compile(r"text-indent\s*:\s*-\d{3}|(?<![\w-])(?:left|top)\s*:\s*-\d{3,}px")
# a box of no size hides what it does not let run over
_SHRUNK = re.compile(
    r"height(?<![\w-]height)\s*:\s*0(?:px)?\s*(?:;|$)|width(?<![\w-]width)\s*:\s*0(?:px)?\s*(?:;|$)"
)
# words may be hidden so; on a whole box it is an animation or a script that shows it
_FADES = re.compile(r"visibility\s*:\s*hidden|opacity\s*:\s*0\s*(?:;|$)")
_WHITE = re.compile(
    r"(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255|transparent)|^#?fff(?:fff)?$|^white$"
)
_TELLING = ("none", "hidden", "rtl", "content", "opacity", ":-", ": -", "size:0", "size: 0")
_MOST_CSS = 60_000  # characters; jammer classes stand in short sheets
_CONTENT = re.compile(r"content\s*:\s*[\"']([^\"'\\]{1,20})[\"']")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTOR = re.compile(r"(?:[a-z]+)?[.#]([\w-]+)(?:::?(before|after))?", re.IGNORECASE)
_HIDING_ATTRIBUTES = frozenset(("hidden", "color"))
_JAMMERS = frozenset(("jammer", "hidden-text", "hide-text", "hiddentext", "fz-hide"))
_LONG_FOLDED = 60  # characters; the same where nothing else on the page is a body
_NEAR = 4  # nodes behind a folded part, blanks and all
_LONG = 400  # characters; a longer invisible box is a tab or a body that a script shows, not a jammer


@dataclass(slots=True)
class _Sheet:
    """The classes and ids that the page's own style sheets hide, turn round or add characters to."""

    hidden: set[str] = field(default_factory=lambda: set(_JAMMERS))
    reversed: set[str] = field(default_factory=set)
    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)


def _sheet(tree: LexborHTMLParser) -> _Sheet:
    """Read the style elements; only simple selectors count, and no rule for print or small screens."""
    sheet = _Sheet()
    text = "".join(style.text(deep=True)[:_MOST_CSS] for style in tree.css("style")[:20])
    for selectors, body in _rules(text[:_MOST_CSS]):
        content, plain = _CONTENT.search(body), body.lower()
        hides, reverses = _hides(plain) or _FADES.search(plain), _reverses(plain)
        if not (content or hides or reverses):
            continue
        for found in filter(
            None, (_SELECTOR.fullmatch(selector.strip()) for selector in selectors.split(","))
        ):
            name, pseudo = found.groups()
            if pseudo and content:
                (sheet.before if pseudo.lower() == "before" else sheet.after)[name] = content.group(1)
            elif not pseudo and (hides or reverses):
                (sheet.hidden if hides else sheet.reversed).add(name)
    return sheet


def _rules(text: str) -> list[tuple[str, str]]:
    """Return the rules of a style sheet that may hide or add words, leaving out what stands under an @-rule."""
    rules: list[tuple[str, str]] = []
    depth = 0
    for chunk in _COMMENT.sub("", text).split("}"):
        braces = chunk.count("{")
        if braces != 1:
            depth = max(0, depth + braces - 1)
        elif not depth and any(map(chunk.__contains__, _TELLING)):
            selectors, _, body = chunk.partition("{")
            rules.append((selectors, body))
    return rules


def _hides(style: str) -> bool:
    """Tell a style, in lower case, under which nothing is seen."""
    return bool(
        ("none" in style and _GONE.search(style))
        or ("font-size" in style and _TINY.search(style))
        or (_NEGATIVE.search(style) and _AWAY.search(style))
        or ("overflow" in style and "hidden" in style and _SHRUNK.search(style))
    )


@lru_cache(maxsize=1024)
def _style_may_hide(style: str) -> bool:
    return bool(_way_of_hiding(style, inline=True) or _is_white(style))


def _way_of_hiding(style: str, *, inline: bool) -> str:
    """Say in Chinese how a style attribute hides its element; empty where it does not."""
    style = style.lower()
    if _hides(style) or (inline and _FADES.search(style)):
        return "隐藏元素" if "display" in style else "样式未显示"
    return ""


def _is_white(colour: str) -> bool:
    """Tell white letters, in a style or a colour attribute, on no background of their own."""
    colour = colour.lower()
    return bool(_WHITE.search(colour)) and "background" not in colour


def _is_turned(attributes: _Attributes) -> bool:
    """Tell an element of its own for words from right to left."""
    return (attributes.get("dir") or "").lower() == "rtl"


def _reverses(style: str) -> bool:
    return "rtl" in style and "bidi-override" in style


# --- the walk ---


def outline(tree: LexborHTMLParser, *, keep_hidden: bool = False) -> Outline:
    """Walk a parsed page once, without recursion.

    Args:
        tree: the parsed page.
        keep_hidden: take long invisible boxes in too, for pages whose body a script shows.
    """
    walker = _Walker(_sheet(tree), keep_hidden)
    if tree.root is not None:
        walker.walk(tree.root)
    _close_anchors(walker.page.lines, walker.targets)
    return walker.page


_LEFT_OPEN = 2  # sentences on lines of their own that lead to one address
_SENTENCE_END = tuple("。！？")


def _close_anchors(lines: Sequence[Line], targets: Sequence[tuple[int, str]]) -> None:
    """Count as words what lines in a row, sentences among them, say within one link: its anchor was left open."""
    if sum(lines[number].text.endswith(_SENTENCE_END) for number, _ in targets) < _LEFT_OPEN:
        return
    run: list[Line] = []
    said, before = 0, (-1, "")
    for number, target in (*targets, (-1, "")):
        if (number - 1, target) != before:
            if said >= _LEFT_OPEN:
                for line in run:
                    line.linked = 0
            run, said = [], 0
        if number >= 0:
            run.append(lines[number])
            said += lines[number].text.endswith(_SENTENCE_END)
        before = number, target


_Attributes = dict[str, str | None]


# an element the walk is in: its node, tag, attributes, and where in the gathered line words to be turned round begin
_Entered = tuple[LexborNode, str, _Attributes, int]
# an element's name, whether it may be hidden, and whether its words are shown from right to left
_Look = tuple[str, bool, bool]


def _classes(attributes: _Attributes) -> Sequence[str]:
    names = attributes.get("class")
    return names.split() if names else ()


def _name(attributes: _Attributes) -> str:
    """Return an element's id, classes and item, the words of a name in camel case behind it: newsTitle says
    title as news-title does."""
    name = " ".join(filter(None, map(attributes.get, ("id", "class", "itemprop"))))
    words = name if name.islower() else _HUMP.sub(" ", name)
    return f"{name} {words}" if words != name else name


_WRAPPED = re.compile(r"(?<=[^\s。！？：:])\n(?=[^\s\d(（一二三四五六七八九十])")
_INDENTED = re.compile(r"^(?:[ \t]{2,}|\u3000+)\S", re.MULTILINE)


def _unwrapped(text: str) -> str:
    """Join the lines of plain text that was broken by width, where its paragraphs are told by indents."""
    if len(_INDENTED.findall(text)) < 2:
        return text
    width = max(map(len, text.split("\n"))) * _NEARLY_FULL

    def join(match: re.Match[str]) -> str:
        return "" if match.start() - text.rfind("\n", 0, match.start()) > width else "\n"

    return _WRAPPED.sub(join, text)


_NEARLY_FULL = 0.7  # of the longest line; a shorter one ends where its writer ended it


_UNFOLD = re.compile(
    r"\s*(?:点击|查看|阅读|展开|显示|加载)*(?:展开|全文|全部|剩余|余下|更多)[^。，]{0,12}\s*"
)


def _unfolds(node: LexborNode) -> bool:
    """Tell a folded part of a body: behind it stands what unfolds it (展开剩余60%)."""
    for _ in range(_NEAR):
        following = node.next
        if following is None:
            return False
        node = following
        text = (node.text_content or "") if node.is_text_node else node.text(deep=True)
        if text.strip():
            return bool(_UNFOLD.fullmatch(text[:_LONG_FOLDED]))
    return False


class _Walker:
    """The state of one walk: the line being gathered and the boxes it stands in."""

    def __init__(self, sheet: _Sheet, keep_hidden: bool) -> None:
        self.page = Outline()
        self.sheet = sheet
        self.looks: dict[tuple[str | None, str | None, str | None], _Look] = {}
        self.keep_hidden = keep_hidden
        self.buffer: list[str] = []
        self.linked = self.strong = 0
        self.target = ""
        self.targets: list[tuple[int, str]] = []
        self.box = -1
        self.rows: list[tuple[int, int]] = []
        self.links = self.bolds = self.pre = 0

    def walk(self, root: LexborNode) -> None:
        """Visit every node in document order, entering and leaving elements."""
        node = root
        lines, buffer = self.page.lines, self.buffer
        path: list[_Entered] = []
        while True:
            tag = node.tag or ""
            entered = None
            if tag == "-text":
                text = node.text_content or ""
                if not text.isspace() or self.pre or "\u3000" in text:
                    self.add(text)
                elif buffer:
                    buffer.append(" ")
            elif tag == "br":
                self.end_line()
            elif tag not in _SKIPPED:
                entered = self.enter(node, tag)
            if entered:
                child = node.child
                if child is not None:
                    path.append(entered)
                    node = child
                    continue
                self.leave(entered)
            following = node.next
            while following is None and path:
                entered = path.pop()
                self.leave(entered)
                following = entered[0].next
            if following is None or not path or len(lines) > _MOST_LINES:
                break
            node = following
        self.end_line()
        while path:
            self.leave(path.pop())

    def enter(self, node: LexborNode, tag: str) -> _Entered | None:
        """Take an element in; return what the walk has to leave again where it goes down into it."""
        attributes = node.attributes
        name, turns = "", False
        if attributes:
            name, may_hide, turns = self.look(attributes)
            if may_hide and self.is_hidden(node, tag, attributes):
                return None
        if tag in _BLOCKS:
            self.open_box(tag, name)
        elif tag in _SEAMED:
            if tag == "a":
                if "href" in attributes:
                    self.links += 1
                    self.target = attributes["href"] or ""
            elif tag in _BOLD:
                self.bolds += 1
        turned = len(self.buffer) if turns or (tag == "bdo" and _is_turned(attributes)) else -1
        if attributes and self.sheet.before:
            self.add_generated(attributes, self.sheet.before)
        if tag in _SEAMED:
            self.buffer.append(_SEAM)
        return node, tag, attributes, turned

    def leave(self, entered: _Entered) -> None:
        """Close what `enter` opened."""
        _, tag, attributes, turned = entered
        if attributes and self.sheet.after:
            self.add_generated(attributes, self.sheet.after)
        if tag in _SEAMED:
            self.buffer.append(_SEAM)
        if turned >= 0:
            self.buffer[turned:] = ["".join(self.buffer[turned:])[::-1]]
        if tag in _BLOCKS:
            self.close_box(tag)
        elif tag == "a":
            self.links -= "href" in attributes
        elif tag in _BOLD:
            self.bolds -= 1

    def open_box(self, tag: str, name: str) -> None:
        if self.buffer:
            self.end_line()
        elements = self.page.elements
        number = len(elements)
        if tag in _ROW_CELLS:
            self.rows.append((self.box, number))
        elif tag == "pre":
            self.pre += 1
        elements.append(Element(tag, name, self.box, len(self.page.lines)))
        self.box = number

    def close_box(self, tag: str) -> None:
        if self.buffer:
            self.end_line()
        element = self.page.elements[self.box]
        element.last = len(self.page.lines)
        self.box = element.parent
        if tag in _ROW_CELLS:
            self.rows.pop()
        elif tag == "pre":
            self.pre -= 1

    def look(self, attributes: _Attributes) -> _Look:
        """Return an element's name, and cheaply whether it may be hidden and whether it turns its words round."""
        get = attributes.get
        key = get("class"), get("id"), get("style")
        look = self.looks.get(key)
        if look is None:
            look = self.looks[key] = self.looked_at(*key)
        if _HIDING_ATTRIBUTES.isdisjoint(attributes) and "itemprop" not in attributes:
            return look
        _, may_hide, turns = look
        return _name(attributes), may_hide or not _HIDING_ATTRIBUTES.isdisjoint(attributes), turns

    def looked_at(self, classes: str | None, ident: str | None, style: str | None) -> _Look:
        """Tell what class, id and style say of an element."""
        sheet, names = self.sheet, (classes or "").split()
        hides = not sheet.hidden.isdisjoint(names) or ident in sheet.hidden
        turns = not sheet.reversed.isdisjoint(names) or bool(style and _reverses(style))
        return (
            _name({"class": classes, "id": ident}),
            hides or bool(style and _style_may_hide(style)),
            turns,
        )

    def is_hidden(self, node: LexborNode, tag: str, attributes: _Attributes) -> bool:
        """Decide whether a reader sees an element, and note the words of one that is not seen."""
        reason = self.why_hidden(node, tag, attributes)
        if not reason:
            return False
        text = node.text(deep=True).strip()
        name = _name(attributes)
        shown = reason == "样式未显示" and (
            is_named(name, "body") or (is_named(name, "animated") and not is_named(name, "aside"))
        )
        if tag not in _INLINE and (
            shown
            or (self.keep_hidden and len(text) > _LONG_FOLDED)
            or (len(text) > _LONG and reason == "样式未显示")
            or (len(text) > _LONG_FOLDED and _unfolds(node))
        ):
            return False
        if text:
            self.page.hidden.append(Cut("hidden", reason, text[:200]))
        return True

    def why_hidden(self, node: LexborNode, tag: str, attributes: _Attributes) -> str:
        """Say in Chinese why a reader does not see an element; empty where one does."""
        style, names = attributes.get("style"), _classes(attributes)
        if not self.sheet.hidden.isdisjoint(names) or attributes.get("id") in self.sheet.hidden:
            return "防复制干扰码" if not _JAMMERS.isdisjoint(names) else "样式未显示"
        if "hidden" in attributes and attributes["hidden"] != "until-found":
            return "隐藏元素"
        if style and (way := _way_of_hiding(style, inline=tag in _INLINE)):
            return way
        colour = style or (attributes.get("color") if tag == "font" else "")
        if colour and tag in _INLINE and _is_white(colour) and self.in_running_text(node):
            return "白色文字"
        return ""

    def in_running_text(self, node: LexborNode) -> bool:
        """White words in the middle of a line are hidden; a white heading stands on a coloured box."""
        following = node.next
        return bool("".join(self.buffer).strip(_MARGIN)) or bool(
            following is not None and following.is_text_node and (following.text_content or "").strip()
        )

    def add_generated(self, attributes: _Attributes, content: dict[str, str]) -> None:
        """Add the characters a style sheet puts before or after an element."""
        for name in _classes(attributes):
            self.put(content.get(name, ""))

    def add(self, text: str) -> None:
        """Append words to the line being gathered; a deep indent inside running text begins a paragraph."""
        if self.pre:
            first, *more = _unwrapped(text).split("\n")
            self.put(first)
            for line in more:
                self.end_line()
                self.put(line)
            return
        if "\n" in text or "  " in text or "\t" in text:
            text = _BLANK.sub(" ", text)
        if "\u3000\u3000" in text or "\xa0\xa0\xa0\xa0" in text:
            first, *more = _INDENT.split(text)
            self.put(first)
            for line in more:
                self.end_line()
                self.put(line)
            return
        self.put(text)

    def put(self, text: str) -> None:
        self.buffer.append(text)
        if self.links > 0:
            self.linked += len(text) - text.count(" ")
        if self.bolds > 0:
            self.strong += len(text) - text.count(" ")

    def end_line(self) -> None:
        """Close the line being gathered, if it says anything."""
        if self.buffer:
            spaced = "".join(self.buffer)[:_LONGEST_LINE].strip(_MARGIN)
            text = spaced.replace(_SEAM, "")
            if text:
                spaced = spaced.replace(_SEAM, " ") if _SEAM in spaced else text
                row, cell = self.rows[-1] if self.rows else (-1, -1)
                if self.linked:
                    self.targets.append((len(self.page.lines), self.target))
                self.page.lines.append(Line(text, spaced, self.linked, self.strong, self.box, row, cell))
            self.buffer.clear()
        self.linked = self.strong = 0
