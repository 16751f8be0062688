"""Blocks of a front page and the whole lists behind them: 更多, a heading that leads to its column. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover import titles
from scrapers.discover.addresses import FRONT, Look, read_address, resolve, site_of
from scrapers.discover.columns import alike, frame_of, holds
from scrapers.discover.data import recognised_rows
from scrapers.discover.frames import content_frames
from scrapers.discover.headings import Headings, heads_aside, heads_never, heads_news
from scrapers.discover.lists import base_of
from scrapers.discover.model import Request
from scrapers.discover.pagers import sent_by
from scrapers.discover.patterns import filled, patterns_in
from scrapers.discover.scripts import (
    PLACES,
    Functions,
    handler_target,
    is_name_of_column,
    is_written,
    json_in_attributes,
    json_in_scripts,
    marked_target,
    menus_in_scripts,
    objects_in_scripts,
    script_texts,
)
from scrapers.model import canonical_url
from scrapers.words import alternatives

_MOST = 16  # sections of one page
_MOST_MARKS = 80  # links of a page that may lead to one
_CLIMB = 6  # levels between such a link and the block it belongs to
_FEW, _NEARLY = 2, 0.9  # blocks that make a front page, the part of its articles in them
_NAME = 10  # characters of a column's name
_FEW_LINKS = 5  # of a page whose menu is drawn by its script
_MENU = 3  # pictures without words
_LABEL = 12  # characters of what leads to several lists
_MORE = re.compile(
    r"(?:点击)?(?:点击|查看|浏览|进入|阅读|了解|观看|检视|看)?(?:更多|全部|所有)(?:内容|信息|资讯|新闻|文章|动态|公告|通知|\S{2,6})?|(?:read|view|see)?\s*(?:more|all)(?:\s+\w+)?|查看|详[细情]|(?:更多|全部|详[细情])\W*more|(?:点击)?(?:进入|查看|浏览)(?:栏目|频道|专栏|专区|列表)?|\W*(?:>>|»|＞＞|›|>|…+|\.\.\.|\++)\W*",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")  # brackets and arrows
_MORE_NAME = re.compile(r"(?:^|[-_/\s])(?:more|gd|gengduo)\w*(?:$|[-_\s.])", re.IGNORECASE)
_NEWS = re.compile("新闻|资讯|动态|要闻|快讯|通知|公告|公示|政策|法规|头条|观察|时讯|简讯|滚动")
_ENTRIES = alternatives("entries")
_ARCHIVE = r"(?:新闻|文章|资讯|内容|历史|按月)?(?:归档|存档|档案)"
_OF_YEAR = r"20\d\d\s*年?度?(?:[及之以]前)?的?"
# What leads to all that a site's columns no longer show.
_PAST = re.compile(
    rf"(?:往期|历史|过往|以往|早期|更早|往年|历年|前期)的?(?:{_ENTRIES}|回顾|浏览)|{_ARCHIVE}|{_OF_YEAR}(?:{_ENTRIES}|归档|存档|汇总|回顾)"
)
# What leads to what one list no longer shows; fairs are looked back on, too (往期回顾).
_NO_LONGER_SHOWN = re.compile(
    rf"(?:往期|历史|过往|以往|早期|往年|历年|去年|上年|前期)的?{_ENTRIES}|旧闻|{_ARCHIVE}|{_OF_YEAR}(?:{_ENTRIES}|归档|存档)"
)
_WORD = re.compile(r"[^\W\d]")
_NUMBER = re.compile(r"\d{3}")
_CHOSEN = "select[onchange] option[value]"
_LINKS = f"a[href], area[href], [onclick]:not(input), {_CHOSEN}"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "strong", "b", "legend", "caption")


@dataclass(frozen=True, slots=True)
class Sections:
    """The lists in which blocks of a page go on, in the page's order, whether those blocks are most of the page, and
    whether there are none but the page that names all columns (网站地图), which need not hold any. ``posted`` are the lists
    that are asked for by a form which the menu posts. ``tabbed`` says that the page itself is one of its columns, chosen beside the
    links to the others, so that what it goes on with is of that one. ``past`` says that they are where the page's one list keeps what it no
    longer shows."""

    lists: tuple[str, ...] = ()
    whole: bool = False
    mapped: bool = False
    tabbed: bool = False
    posted: tuple[Request, ...] = ()
    past: bool = False


def sections(
    tree: LexborHTMLParser,
    url: str,
    articles: Collection[str],
    heads: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Sections:
    """Return the lists in which blocks of a page go on.

    A link belongs to the block of articles it stands in or over; one over firms or goods has none. On a list with
    a column beside it, only the column goes on so: then the page is no front page, and nothing is returned.

    Args:
        tree: the parsed page.
        url: its address.
        articles: the addresses of the articles found on it.
        heads: the words over them, which a menu or a tab may link to their columns, each with its articles.
    """
    front = is_front(url) or is_map(tree, url) or (not articles and is_home(tree, url))
    drawn = not articles and len(tree.css("a[href]")) < _FEW_LINKS  # a menu in a frame that its script draws
    if not (articles or front or drawn or tree.css_first(f"{_FRAMED}, script, iframe")):
        return Sections()
    reader = _Blocks(tree, url, articles)
    found = reader.sections()
    whole = len(set[str]().union(*found.values())) * 2 >= len(articles) > 0
    if front:
        headed = () if articles else reader.headed()
        lists = [*found, *reader.over_frames(), *headed, *reader.behind_scripts()]
        lists += [*reader.columns(heads), *reader.unnamed()]
        told = lists or list(reader.map())
        return reader.told(told, whole=whole, mapped=not lists)
    if not articles:
        written = reader.written() if drawn else ()
        return reader.told((*reader.framed(), *written, *reader.over_scripts(), *reader.over_frames()))
    if whole:
        return reader.told(found, whole=whole)
    named = reader.named(heads)
    covered = set[str]().union(*(heads[head] for head in named))
    # Where a menu names the column of every block, it is a front page, too, wherever it is kept.
    apart = len(named) >= _FEW and len(covered) >= _NEARLY * len(articles)
    if lists := list(named.values()) if apart else reader.over_scripts():
        return reader.told(lists)
    return replace(reader.told(reader.past()), past=True)


def past(tree: LexborHTMLParser, url: str) -> tuple[str, ...]:
    """Return where a list keeps what it no longer shows, as the script tells that draws the menu of its page.

    Args:
        tree: the script, as a page.
        url: the address of the list.
    """
    return tuple(dict.fromkeys(_Blocks(tree, url, ()).past()))[:_MOST]


def has_no_menu(tree: LexborHTMLParser, url: str, articles: Collection[str]) -> bool:
    """Tell a page that leads next to nowhere but to its articles: what else is on it a script draws."""
    base = base_of(tree, url)
    targets = (resolve(base, node.attributes.get("href") or "") for node in tree.css("a[href]"))
    others = (to for to in targets if to and to not in articles)
    return len(list(islice(others, _FEW_LINKS))) < _FEW_LINKS


def columns_beside(tree: LexborHTMLParser, url: str, articles: Collection[str]) -> tuple[str, ...]:
    """Return the columns beside the one that a page is, to which its site's front page need not lead: tabs of 新闻中心.

    Args:
        tree: the parsed page.
        url: its address.
        articles: the addresses of the articles found on it.
    """
    return tuple(dict.fromkeys(_Blocks(tree, url, articles).beside_own()))[:_MOST]


def is_front(url: str) -> bool:
    """Tell the address of a site's front page."""
    parts = urlsplit(canonical_url(url))  # without the session that a visitor was given on the way
    return bool(_TONGUE.fullmatch(parts.query) and FRONT.fullmatch(parts.path))


def is_home(tree: LexborHTMLParser, url: str) -> bool:
    """Tell the front page of a site by its menu, which calls it so, wherever it is kept: /www/home.nsf/start?OpenPage."""
    base, own = base_of(tree, url), canonical_url(url)
    named = (node for node in tree.css("a[href]") if _HOME.fullmatch((node.text() or "")[:20]))
    targets = (node.attributes.get("href") or "#" for node in named)
    return any(not to.startswith("#") and canonical_url(resolve(base, to)) == own for to in targets)


_HOME = re.compile(
    r"[\W_]*(?:(?:返回|回到|回|网站|本站|站点|集团|公司|学院|中心)?[首主]\s*页|home(?:\s?page)?)[\W_]*",
    re.IGNORECASE,
)


def is_map(tree: LexborHTMLParser, url: str) -> bool:
    """Tell the page that names all columns of its site for readers (网站地图)."""
    title = tree.css_first("title")
    named = title is not None and _MAP.match((title.text() or "").strip())
    return bool(named) and not is_front(url)


_MAP = re.compile(
    r"(?:网站|站点|本站)?(?:地图|导航)(?!\w*(?:系统|设备|软件))|网站导航|site\s?map", re.IGNORECASE
)


_TONGUE = re.compile(r"(?:(?:lang(?:uage)?|locale|l)=[\w-]{2,8})?", re.IGNORECASE)


_NEWS_FOLDER = re.compile(
    r"/(?:(?:blogs?/)?news|xinwen|xwzx|zixun|dongtai|blog|journal|stories|articles|press)(?:/(?:index\.\w+)?|\.\w{2,5})?$",
    re.IGNORECASE,
)
# What only the press calls the parts of its site, whatever their names: /column/12, /channel/lingshou.
_COLUMN = re.compile(r"/(?:columns?|channels?|lanmu|pindao)/[\w-]+/?$", re.IGNORECASE)
# Whom such a column reports on, though elsewhere the words head a directory of them.
_BEAT = re.compile(r"品牌|公司|企业|人物|设计师")


def _is_news(words: str) -> bool:
    return bool(_NEWS.search(words)) or heads_news(words)


class _Blocks:
    """The links of a page in its order, those to articles told from those that may lead to a section."""

    def __init__(self, tree: LexborHTMLParser, url: str, articles: Collection[str]) -> None:
        self._tree, self._base, self._url, self._articles = tree, base_of(tree, url), url, articles
        self._site = site_of(urlsplit(url).hostname or "")
        self._functions = Functions(tree)
        named = (*menus_in_scripts(tree), *_menus_in_data(tree), *_menus_built(tree))
        self._written = [(name, resolve(self._base, to)) for name, to in named]
        self._posted: dict[str, Request] = {}
        self._nodes = tree.css(_LINKS)
        self._targets = [self._target(node) for node in self._nodes]
        self._words = [titles.squeeze((node.text() or "")[:40]) for node in self._nodes]
        self._labels = self._repeated()
        self._places = {node.mem_id: place for place, node in enumerate(self._nodes)}

    def _target(self, node: LexborNode) -> str:
        href = (
            node.attributes.get("href")
            or (node.attributes.get("value") if node.tag == "option" else "")
            or ""
        )
        if not href or href.startswith(("#", "javascript")):
            call = f"{href} {node.attributes.get('onclick') or ''}"
            href = handler_target(call, self._functions) or ""
            if not href:
                href, posted = sent_by(call, self._functions, self._tree, self._base)
                self._posted |= {resolve(self._base, href): posted} if posted else {}
            href = href or marked_target(node)
        return resolve(self._base, href) if href else ""

    def told(self, lists: Iterable[str], *, whole: bool = False, mapped: bool = False) -> Sections:
        """Return lists as the sections of the page, those apart that are asked for by a posted form."""
        first = list(dict.fromkeys(lists))[:_MOST]
        posted = tuple(self._posted[to] for to in first if to in self._posted)
        tabbed = self._is_tabbed(set(first))
        return Sections(tuple(to for to in first if to not in self._posted), whole, mapped, tabbed, posted)

    def _is_tabbed(self, lists: Collection[str]) -> bool:
        """Tell a page that stands in its menu as the column chosen: <b>资讯</b> <a href="/m/gg">公告</a>."""
        return any(
            target in lists and any(map(self._is_chosen, _tabs_beside(node)))
            for node, target in zip(self._nodes, self._targets, strict=True)
        )

    def _is_chosen(self, tab: LexborNode) -> bool:
        """Tell the name of a column of news that leads nowhere else, among links to others; not that of all news."""
        return _is_news(titles.squeeze((tab.text() or "")[:40])) and self._is_own(tab)

    def _is_own(self, tab: LexborNode) -> bool:
        """Tell the name of the column that the page is, among links to others; not that of all of them."""
        words = titles.squeeze((tab.text() or "")[:40])
        if not is_name_of_column(words) or _OF_ALL.search(words):
            return False
        links = [tab] if tab.tag == "a" else tab.css("a")
        own = self._url.partition("#")[0].rstrip("/")
        ledto = (resolve(self._base, link.attributes.get("href") or "") for link in links)
        return all(to.partition("#")[0].rstrip("/") in ("", own) for to in ledto)

    def beside_own(self) -> Iterator[str]:
        """Yield the columns beside the one that the page is, in its tabs or its menu, under addresses like its own."""
        for node, words, target in zip(self._nodes, self._words, self._targets, strict=True):
            named = is_name_of_column(words) and not (heads_aside(words) or titles.turns(words))
            if named and self._is_list(target) and alike(target, self._url):
                tabs = (tab for tab in _tabs_beside(node) if tab.tag not in _HEADS)
                if any(map(self._is_own, tabs)):
                    yield target

    def sections(self) -> dict[str, set[str]]:
        """Return the sections, each with the articles of its block."""
        marks = [place for place in range(len(self._nodes)) if self._may_lead(place)][:_MOST_MARKS]
        found: dict[str, set[str]] = {}
        for place in marks:
            if block := self._block(place, marks):
                found.setdefault(self._targets[place], set()).update(block)
        return found

    def headed(self) -> Iterator[str]:
        """Yield where blocks go on whose rows a script loads: their headings tell that they hold news."""
        for place in filter(self._may_lead, range(len(self._nodes))):
            node = self._nodes[place]
            around = (node.parent.text() or "")[:60] if node.parent is not None else ""
            words = titles.squeeze(around.replace(node.text() or " ", " "))
            if len(words) <= 2 * _NAME and _NEWS.search(words) and not heads_aside(words):
                yield self._targets[place]

    def columns(self, heads: Collection[str]) -> Iterator[str]:
        """Yield the columns that a menu names: of news by their names, those that stand over articles or hold them
        by their addresses, and what is kept beside one of these: in its folder, or under an address like its or theirs."""
        names = [(words, target) for words, target in self._names() if len(words) <= _NAME or words in heads]
        told = {
            target
            for words, target in names
            if words in heads
            or holds(target, self._articles)
            or ((_is_news(words) or self._is_kept_as_news(target)) and not heads_aside(words))
            or (_COLUMN.search(urlsplit(target).path) and (_BEAT.fullmatch(words) or not heads_aside(words)))
            or _PAST.fullmatch(words)
        }
        frames = {frame_of(target) for target in told} - {""}
        shapes = Counter(read_address(target).shape for target in told if not frame_of(target))
        for words, target in names:
            frame = frame_of(target)
            beside = frame in frames if frame else shapes[read_address(target).shape] >= _FEW
            if target in told or (beside and not heads_aside(words)):
                yield target

    def _is_kept_as_news(self, target: str) -> bool:
        """Tell the column that is kept as news, whatever it is called (品牌故事): of a page that shows no articles."""
        return not self._articles and bool(_NEWS_FOLDER.search(urlsplit(target).path))

    def named(self, heads: Collection[str]) -> dict[str, str]:
        """Return the columns whose names stand over articles, by these."""
        found: dict[str, str] = {}
        for words, target in self._names():
            if words in heads:
                found.setdefault(words, target)
        return found

    def _names(self) -> Iterator[tuple[str, str]]:
        yield from ((name, to) for name, to in self._written if self._is_list(to))
        for node, words, target in zip(self._nodes, self._words, self._targets, strict=True):
            words = words or words_of(node)
            if words and self._is_list(target):
                yield words.strip(), target

    def unnamed(self) -> Iterator[str]:
        """Yield where the parts of a picture lead that no words stand for, or pictures: the menu of an old site."""
        for inner in ("area", "img"):
            wordless = [to for node, to in self._wordless() if node.tag == inner or node.css_first(inner)]
            if len(set(wordless)) >= _MENU:
                yield from (
                    to for to in wordless if self._is_list(to) and not _NUMBER.search(urlsplit(to).path)
                )

    def framed(self) -> Iterator[str]:
        """Yield where the menu in one frame leads in another: whatever a column is called, but for what is no news."""
        base = self._tree.css_first("base[target]")
        all_ = base is not None and _is_frame(base, self._functions)
        for node, words, target in zip(self._nodes, self._words, self._targets, strict=True):
            words = words or words_of(node)
            if (
                (all_ or _is_frame(node, self._functions))
                and self._is_list(target)
                and (not heads_aside(words.strip()) or _PAST.fullmatch(words.strip()))
            ):
                yield target

    def written(self) -> list[str]:
        """Return the columns of the menu that the script of a page draws, but for what is no news."""
        named = [to for name, to in self._written if self._is_list(to) and not heads_aside(name)]
        return named if len(set(named)) >= _FEW else []

    def past(self) -> Iterator[str]:
        """Yield where a list of the page keeps what it no longer shows: 往期新闻, 2025年要闻."""
        names = (*self._written, *zip(self._words, self._targets, strict=True))
        return (to for words, to in names if _NO_LONGER_SHOWN.fullmatch(words) and self._is_list(to))

    def over_scripts(self) -> list[str]:
        """Return where the names lead that stand over what scripts write, as over blocks of rows; one alone may be no name of
        a block, but the last link of a menu."""
        found, over = dict[str, None](), ""
        program = "\n".join(script.text() or "" for script in self._tree.css("script"))
        for node in self._tree.css(f"{_LINKS}, {PLACES}"):
            if (place := self._places.get(node.mem_id)) is not None:
                over = self._targets[place] if self._is_named_list(place) else ""
            elif over and is_written(node, program):
                found[over] = None
                over = ""
        return list(found) if len(found) >= _FEW else []

    def over_frames(self) -> Iterator[str]:
        """Yield where blocks go on whose rows a frame shows: "more" beside the frame, or the heading over it, leads there."""
        shown = {node.mem_id for node, _ in content_frames(self._tree, self._url)}
        for place in filter(self._may_lead, range(len(self._nodes)) if shown else ()):
            block = self._frames_around(place, shown)
            over = Headings({}).over(block[0]) if len(block) == 1 else ""
            if block and not (heads_aside(over) or heads_aside(self._name_over(self._nodes[place]))):
                yield self._targets[place]

    def _frames_around(self, place: int, shown: Collection[int]) -> list[LexborNode]:
        """Return the frames in the narrowest element around a link that holds some, where it has one for each list that it leads
        to, and no articles."""
        around = self._nodes[place].parent
        for _ in range(_CLIMB):
            if around is None:
                break
            if frames := [node for node in around.css("frame, iframe") if node.mem_id in shown]:
                within = [self._places[node.mem_id] for node in around.css(_LINKS)]
                lists = {self._targets[inner] for inner in within if self._may_lead(inner)}
                apart = not any(self._targets[inner] in self._articles for inner in within)
                return frames if apart and len(lists) <= len(frames) else []
            around = around.parent
        return []

    def _name_over(self, node: LexborNode) -> str:
        """Return the name of the block that a link belongs to: its own words, if those are one."""
        words = words_of(node)
        return Headings({}).over(node) if says_more(words) else words

    def behind_scripts(self) -> Iterator[str]:
        """Yield where a link leads that says "more" of what a script writes right before it, in one block with it; of no news there is none."""
        program = "\n".join(script.text() or "" for script in self._tree.css("script"))
        written: LexborNode | None = None
        for node in self._tree.css(f"{_LINKS}, {PLACES}"):
            if (place := self._places.get(node.mem_id)) is None:
                written = node if is_written(node, program) else written
                continue
            beside = written is not None and says_more(self._words[place]) and _is_near(written, node)
            if written is not None and beside and self._is_list(self._targets[place]):
                name = Headings({}).over(written)
                if not (heads_aside(name) or heads_never(name)):
                    yield self._targets[place]
            written = None

    def _is_named_list(self, place: int) -> bool:
        """Tell a link that leads to a list by its name, or by "more"; of no news there is none."""
        name = self._name_over(self._nodes[place])
        return len(name) <= _NAME and not heads_aside(name) and self._is_list(self._targets[place])

    def map(self) -> Iterator[str]:
        """Yield the page that names all columns, where this page names none."""
        for words, target in zip(self._words, self._targets, strict=True):
            if (
                target
                and len(words) <= _NAME
                and _MAP.fullmatch(words)
                and site_of(urlsplit(target).hostname or "") == self._site
            ):
                yield target

    def _wordless(self) -> Iterator[tuple[LexborNode, str]]:
        for node, words, target in zip(self._nodes, self._words, self._targets, strict=True):
            if target and not (words or words_of(node)):
                yield node, target

    def _repeated(self) -> set[str]:
        """Return the words by which several links lead to as many lists, however a site says "more".

        Not those that stand beside every article, such as 评论.
        """
        led: dict[str, set[str]] = {}
        for words, target in zip(self._words, self._targets, strict=True):
            if 0 < len(words) <= _LABEL and not titles.turns(words) and self._is_list(target):
                led.setdefault(words, set()).add(target)
        return {words for words, to in led.items() if 1 < len(to) <= min(_MOST, len(self._articles) // 2)}

    def _is_list(self, target: str) -> bool:
        parts = urlsplit(target)
        return (
            bool(target)
            and target not in self._articles
            and target.rstrip("/") != self._url.rstrip("/")
            and site_of(parts.hostname or "") == self._site
            and not is_front(target)
            and (
                read_address(target).look not in (Look.NEVER, Look.OFFER)
                or bool(_SOUGHT_COLUMN.search(target))
            )
        )

    def _may_lead(self, place: int) -> bool:
        """Tell a link that says "more", or is a block's heading."""
        node = self._nodes[place]
        if not self._is_list(self._targets[place]):
            return False
        words = self._words[place]
        if says_more(words) or titles.is_go_on(words) or words in self._labels:
            return True
        if not words:
            image = node.css_first("img")
            if image is None and _heads(node):
                return True  # its style draws the words
            marks = image.attributes if image is not None else {}
            said = " ".join(filter(None, (node.attributes.get("title"), marks.get("alt"))))
            drawn = marks.get("src") or ""
            return bool(_MORE.fullmatch(said) or _MORE_NAME.search(drawn) or _is_named_more(node))
        if not _WORD.search(words):
            return False
        named = len(words) <= _NAME and (_is_named_more(node) or _heads(node))
        return named or _holds_heading(node)

    def _block(self, place: int, marks: list[int]) -> set[str]:
        """Return the articles of the block that a link goes on with: in the narrowest element around it that holds some.

        Where that holds other such links too, what stands between it and the next one; where they stand below
        their blocks, between it and the one before.
        """
        node = self._nodes[place].parent
        for _ in range(_CLIMB):
            if node is None or node.tag == "html":
                return set()
            within = [self._places[inner.mem_id] for inner in node.css(_LINKS)]
            if any(self._targets[inner] in self._articles for inner in within):
                return self._share(place, marks, within[0], within[-1] + 1)
            node = node.parent
        return set()

    def _share(self, place: int, marks: list[int], start: int, end: int) -> set[str]:
        own = self._targets[place]
        others = [m for m in marks if start <= m < end and self._targets[m] != own]
        at = bisect_right(others, place)
        if not others:
            # What only follows other things than articles is theirs; right behind one, or last, it goes on with them.
            above = self._nodes[place].parent
            heading = above is not None and above.tag in _HEADINGS  # of what it stands over
            behind = place > start and self._targets[place - 1] in self._articles and not heading
            behind = behind or place == end - 1
            return self._among(place, end) or (self._among(start, place) if behind else set())
        after = self._among(place, others[at] if at < len(others) else end)
        below = not self._among(max(others[-1], place), end)
        block = self._among(others[at - 1] if at else start, place) if below else after
        return block or self._among(start, others[0])  # side by side under columns of a table

    def _among(self, start: int, end: int) -> set[str]:
        return {target for target in self._targets[start:end] if target in self._articles}


def _is_near(node: LexborNode, other: LexborNode) -> bool:
    """Tell two elements of one block, which is narrower than the page."""
    return not set(_around(node)).isdisjoint(_around(other))


def _around(node: LexborNode) -> Iterator[int]:
    """Yield the elements around one, by their ids, as far as those of one block reach."""
    around = node.parent
    for _ in range(_CLIMB):
        if around is None or around.tag in ("body", "html"):
            return
        yield around.mem_id
        around = around.parent


def _tabs_beside(link: LexborNode) -> Iterator[LexborNode]:
    """Yield what stands beside a link in a row of tabs: other links, or the items that hold them."""
    tab = _tab_of(link)
    row = tab.parent.iter() if tab.parent is not None else ()
    return (other for other in row if other.mem_id != tab.mem_id)


def _tab_of(link: LexborNode) -> LexborNode:
    """Return what stands beside others in a row of tabs: the link itself, or the item that holds nothing else."""
    tab = link
    while (around := tab.parent) is not None and around.tag in _TABS and len(list(around.iter())) == 1:
        tab = around
    return tab


_HEADS = ("dt", "h1", "h2", "h3", "h4", "h5", "h6")  # of the other tabs: <dt>产品分类</dt>
_TABS = ("li", "td", "tr", "span", "div", "dd", "h3", "h4")
_OF_ALL = re.compile("全部|所有|最新|推荐|综合|首页|头条|热点")  # names what is of every column
# A column whose list is what a search for all that is in it finds, as TRS' was5 gives it.
_SOUGHT_COLUMN = re.compile(
    r"/(?:search|so|query|s)(?:\.\w{2,5})?\?(?:[^#]*&)?(?:channel|column|col|cat|class|node|lm|type|sort)_?(?:id|code)?=[\w,.-]+(?=&|$)",
    re.IGNORECASE,
)


def _menus_in_data(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield the columns that the data of a page names for its program's menu, each with its address."""
    for value in (*json_in_attributes(tree), *json_in_scripts(tree)):
        for row in recognised_rows(value):
            if is_name_of_column(row.title):
                yield row.title, row.url


def _menus_built(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield the columns that a script lists and builds links to, each with its address: {id: 3, name: '行业资讯'} and
    'list.html?cid=' + item.id, or 'list.html#' + item.id, which the page's own program reads."""
    objects = [fields for written in objects_in_scripts(tree) for fields in written]
    named = [
        (name, f) for f in objects if (name := next(filter(is_name_of_column, f.values()), "")) and len(f) > 1
    ]
    text = "\n".join(written for _, written in script_texts(tree)) if len(named) >= _FEW else ""
    patterns = patterns_in(text)
    routed = _ROUTED.search(text)
    for name, fields in named if patterns or routed else ():
        if to := filled(patterns, fields) or (routed["page"] if routed else ""):
            yield name, to


_ROUTED = re.compile(r"[\"'](?P<page>[\w./-]+\.(?:s?html?|aspx?|php|jsp))#[\w/=]*[\"']\s*\+")
_FRAMED = (
    "base[target]:not([target^=_]), a[target]:not([target^=_]), area[target]:not([target^=_]), "
    "[onclick*=location], a[href^=javascript]"
)


def _is_frame(node: LexborNode, functions: Functions) -> bool:
    """Tell a link, or what all links of a page are told, that shows its page in another frame."""
    attributes = node.attributes
    called = f"{attributes.get('href') or ''} {attributes.get('onclick') or ''}"
    aim = (attributes.get("target") or "_").lower()
    body = functions.body_called(called) if "(" in called else ""
    return not aim.startswith("_") or bool(_OTHER_FRAME.search(called) or _OTHER_FRAME.search(body))


# parent.main.location = 'list.htm', top.frames['right'].location.href = ..
_OTHER_FRAME = re.compile(
    r"\b(?:parent|top|window)\.(?!location|document)(?:frames\b)?[\w.]*(?:\[[^\]]{1,20}\])?(?:\.\w+)*\.?location",
    re.IGNORECASE,
)


def says_more(words: str) -> bool:
    """Tell words that say that there is more behind a link: ［更多］, MORE+, >>."""
    bare = _EDGES.sub("", words).replace("更 多", "更多")
    return bool(_MORE.fullmatch(words) or _MORE.fullmatch(bare))


def words_of(node: LexborNode) -> str:
    """Return the words of a link, or those that stand for its picture or its part of one."""
    image = node.css_first("img[alt]")
    told = (
        node.text(),
        image.attributes.get("alt") if image is not None else "",
        node.attributes.get("alt"),
        node.attributes.get("title"),
    )
    return next(filter(None, ((words or "").strip() for words in told)), "")


def _holds_heading(node: LexborNode) -> bool:
    """Tell a link around a block's heading: <a><h3>协会动态</h3></a>."""
    heading = node.css_first("h1, h2, h3, h4, h5, h6")
    return heading is not None and len((heading.text() or "").strip()) <= _NAME


def _is_named_more(node: LexborNode) -> bool:
    attributes = node.attributes
    return bool(_MORE_NAME.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"))


def _heads(node: LexborNode) -> bool:
    """Tell a link that is the heading of a block, or stands alone in one."""
    parent = node.parent
    for _ in range(2):
        if parent is None:
            return False
        if parent.tag in _HEADINGS or titles.names_heading(parent.attributes.get("class") or ""):
            return len(parent.css("a[href]")) <= 2
        parent = parent.parent
    return False
