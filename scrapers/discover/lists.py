"""HTML list and front pages (列表页、首页) to the links of their articles.

One pass gathers every link with what surrounds it; links to one address are one candidate. What a
single candidate cannot tell, its group does: articles of a site share the shape of their addresses and
the block of the page they stand in, and their titles are long, their rows dated.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover import titles
from scrapers.discover.addresses import (
    Address,
    Look,
    read_address,
    resolve,
    without_detour,
)
from scrapers.discover.dates import iso_date, read_date, tells_year, with_year_of
from scrapers.discover.headings import Headings, heads_never
from scrapers.discover.patterns import fields_of, filled
from scrapers.discover.scripts import Functions, Row, handler_target
from scrapers.model import Link

_LINKS = "a[href], area[href], a[onclick], li[onclick], div[onclick], tr[onclick], [data-href], [data-url], [data-link]"
_STATED = "time[datetime]"
_HINTED = "span[title], em[title], [data-time], [data-date]"
# A heading over rows: a day, or the month or year of rows that show the rest.
_LONE_DATE = re.compile(
    r"\D{0,3}(?P<y>(?:19|20)\d\d)(?:\s*[-/.年]\s*(?P<m>\d{1,2})(?:\s*[-/.月]\s*(?P<d>\d{1,2})\s*日?)?)?\D{0,8}"
)
_DAY_OF_MONTH = re.compile(r"(?<![\d./:-])(?P<d>[12]\d|3[01]|0?[1-9])(?:\s*[日号]|(?![\d./:%-]|\s*[^\s|]))")
_DAY_OF_YEAR = re.compile(
    r"(?<![\d./:-])(?P<m>1[0-2]|0?[1-9])\s*[-/.月]\s*(?P<d>[12]\d|3[01]|0?[1-9])(?![\d./:%-])"
)
_ROW_DEPTH = 3  # levels of markup between a link and the row it stands in
_MOST_HEADINGS = 400
_CLIMB = 6
_FEW = 3  # entries that make a list
_LABEL = 5  # characters, fewer than which a link to a file only says what it is: 附件, PDF版
_MOST_LINKS = 5_000  # of one page; the largest portals' front pages have some 2,000
_MOST_WITHIN = 4  # links within which one can stand: a row, a card, a cell
_FEW_LINKS = 8  # in a named block, which is no wrapper of a page
_MOST_NAMED = 40  # blocks of a page whose names are weighed against the links in them
_ROW_TEXT = 700  # characters of a row that are looked at
_TITLES = 12  # spellings of one article's title that are looked at
_BLOCKS = frozenset(
    ["div", "p", "td", "th", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article"]
)
_LINES = frozenset(["li", "tr"])
_MOST_IN_LINE, _NAMES = 5, 6  # links beside a line's own; characters of a title that names its line
_HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "dt"])
_TITLE_TEXT = 2000  # characters of a link's text that are looked at

# What the class or id of a block says about the links in it, and what that is worth.
_ZONES: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(rf"(?:^|[-_\s])(?:{words})(?:$|[-_\s\d])", re.IGNORECASE), worth)
    for words, worth in (
        (r"friend\w*|flinks?|yqlj|youlian|links?|linkbox|coop\w*|partners?", -3.0),
        (r"foot\w*|bottom|copyright|copy|ft|btm", -2.5),
        (r"pager?|pages?|pagination|pagebar|pagenav|pg|paging|fanye|page_?list|page-?numbers?", -3.0),
        (
            r"nav\w*|menu\w*|submenu|crumbs?|breadcrumbs?|position|location|path|weizhi|curr(?:ent)?_?pos|sitenav|subnav|lanmu",
            -1.8,
        ),
        (r"ads?|advert\w*|adbox|guanggao|gg", -3.0),
        (
            r"login\w*|user(?:bar|info)?|toolbar|share\w*|bdshare|social|lang\w*|search\w*|hotwords?|tags?|tagcloud|keywords?",
            -1.8,
        ),
        (r"comments?|tie|reply|replies", -1.0),
        (r"pro|products?|goods|chanpin|cases?|anli|honou?rs?|jobs?|zhaopin|shops?|supply|members?", -1.5),
    )
)
_ZONE_TAGS = {"nav": -1.8, "footer": -2.5, "select": -3.0, "option": -3.0, "form": -0.3, "header": -0.8}


@dataclass(slots=True)
class _Place:
    """Where a link stands: the block's path of tags and classes, and what its zone is worth."""

    block: str
    zone: float


_ROWS = _Place("rows", 0.5)


@dataclass(slots=True)
class Candidate:
    """An address with everything the page shows about it."""

    address: Address
    place: _Place
    titles: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    emphasised: bool = False
    among: int = 0  # the element whose entries it is one of, where there is such
    headings: list[str] = field(default_factory=list)  # over each of the places where it stands

    @property
    def title(self) -> str:
        return titles.best(tuple(self.titles))

    @property
    def published(self) -> str | None:
        """The date beside the link; the one in the address where there is none or it is as exact."""
        beside = self.dates[0] if self.dates else None
        in_url = self.address.date
        if in_url and beside and len(in_url) == 10 and "T" not in beside and beside[4:10] == in_url[4:]:
            return in_url
        return beside or in_url


@dataclass(frozen=True, slots=True)
class _Anchor:
    node: LexborNode
    address: Address
    text: str


@dataclass(frozen=True, slots=True)
class _Owners:
    """The addresses within each element: every one, those that may be news, and those of any list."""

    every: dict[int, set[str]]
    entries: dict[int, set[str]]
    listed: dict[int, set[str]]


class _Within:
    """Counts the links that a link stands in; remembered, because neighbours share the way up."""

    def __init__(self, links: set[int]) -> None:
        self._links = links
        self._counts: dict[int, int] = {}

    def count(self, node: LexborNode) -> int:
        """Return how many links stand around a node."""
        way: list[int] = []
        parent = node.parent
        while parent is not None and parent.mem_id not in self._counts:
            way.append(parent.mem_id)
            parent = parent.parent
        count = self._counts[parent.mem_id] if parent is not None else 0
        for element in reversed(way):
            count += element in self._links
            self._counts[element] = count
        return count


class ListReader:
    """Gathers the candidates of one parsed page, or of a piece of HTML that a page carries.

    Args:
        tree: the parsed HTML.
        url: the final address of the page.
        encoding: its encoding, in which queries are percent-encoded.
        now: when it was fetched.
    """

    def __init__(self, tree: LexborHTMLParser, url: str, encoding: str, now: datetime | None) -> None:
        self.tree = tree
        self.url = url
        self.base = base_of(tree, url)
        self.encoding = encoding
        self.now = now
        self._places: dict[int, _Place] = {}
        self._functions = Functions(tree)
        self._stated = tree.css_first(_STATED) is not None
        self._hinted = tree.css_first(_HINTED) is not None
        self._links = len(tree.css("a[href]"))
        self._named = 0

    def candidates(self) -> list[Candidate]:
        """Return every address the page links to, once, in the page's order."""
        anchors = list(islice(self._anchors(), _MOST_LINKS))
        owners = _owners(anchors)
        headings = Headings(owners.listed)
        latest = self._latest(anchors)
        found: dict[str, Candidate] = {}
        for anchor in anchors:
            key = _key_of(anchor.address.url)
            place = self._place(anchor.node.parent)
            candidate = found.setdefault(key, Candidate(anchor.address, place))
            if place.zone > candidate.place.zone:
                candidate.place = place
            candidate.among = candidate.among or _among(anchor, owners)
            row = _row(anchor, owners)
            self._describe(candidate, anchor, row, owners, latest)
            candidate.headings.append(_label(anchor) or headings.over(row or anchor.node))
        for url, day in self._under_dates(_dates_alone(self.tree)):
            if (known := found.get(_key_of(url))) is not None and not (
                known.dates and _differ(known.dates[0], day)
            ):
                known.dates[:0] = [day]
        return list(found.values())

    def _under_dates(self, heads: list[tuple[LexborNode, re.Match[str]]]) -> Iterator[tuple[str, str]]:
        """Yield the links under headings that are a date, each with its day.

        One whole date alone is the page's own day; of a month or a year the rows show the rest.
        """
        days = {head["d"] and head[0] for _, head in heads} - {None}
        ids = {node.mem_id for node, _ in heads}
        for node, head in heads:
            if head["d"] and len(days) < 2:
                continue
            step = node.next
            while step is not None and step.mem_id not in ids:
                for link in step.css("a[href]") if step.tag != "-text" else ():
                    if day := _day_under(head, link):
                        yield self._target(link), day
                step = step.next

    def _anchors(self) -> Iterator[_Anchor]:
        nodes = self.tree.css(_LINKS)
        within = _Within({node.mem_id for node in nodes})
        for node in nodes:
            if within.count(node) <= _MOST_WITHIN and not _is_arrow(node) and (url := self._target(node)):
                yield _Anchor(node, read_address(url), _anchor_title(node))

    def _target(self, node: LexborNode) -> str:
        attributes = node.attributes
        href = (attributes.get("href") or "").strip()
        if not href or href.startswith("#") or href.lower().startswith("javascript"):
            script = href if len(href) > 14 else ""
            href = handler_target(f"{script} {attributes.get('onclick') or ''}", self._functions) or ""
            href = href or next(
                (v for k in ("data-href", "data-url", "data-link") if (v := attributes.get(k))), ""
            )
        return without_detour(resolve(self.base, href, self.encoding)) if href else ""

    def _latest(self, anchors: Iterable[_Anchor]) -> date | None:
        """Return the newest day the page itself proves, or the day of fetching, to date rows without a year."""
        if self.now is not None:
            return self.now.date()
        days = [a.address.date for a in anchors if a.address.date and len(a.address.date) == 10]
        return date.fromisoformat(max(days)) if days else None

    def _place(self, node: LexborNode | None) -> _Place:
        """Return the place of what stands in an element; remembered, because neighbours share it."""
        chain: list[LexborNode] = []
        while (
            node is not None
            and node.mem_id not in self._places
            and node.tag not in ("html", "body", "-undef")
        ):
            chain.append(node)
            node = node.parent
        place = self._places.get(node.mem_id, _Place("", 0.0)) if node is not None else _Place("", 0.0)
        for element in reversed(chain):
            step = _step(element)
            place = _Place(f"{place.block[-90:]}/{step}", min(place.zone, self._zone(element, place.zone)))
            self._places[element.mem_id] = place
        return place

    def _zone(self, element: LexborNode, around: float) -> float:
        """Return what an element's name says of the links in it; the wrapper of a whole page says nothing."""
        worth = _named_zone(element)
        if worth > -1.0 or worth >= around:
            return worth
        self._named += 1
        if self._named > _MOST_NAMED:
            return worth
        links = element.css("a[href]")
        share = len(links) / max(1, self._links)
        if len(links) <= _FEW_LINKS or share <= 0.5:
            return worth
        return 0.0 if share > 0.9 or _are_long(links) else worth

    def _describe(
        self,
        candidate: Candidate,
        anchor: _Anchor,
        row: LexborNode | None,
        owners: _Owners,
        latest: date | None,
    ) -> None:
        if len(candidate.titles) >= _TITLES:
            return
        title = anchor.text
        if (
            weightless(title)
            and row is not None
            and (len(owners.every[row.mem_id]) == 1 or _stands_for_row(anchor, row, owners))
        ):
            title = _row_title(row) or title
        if title:
            candidate.titles.append(title)
        candidate.emphasised |= _emphasised(anchor.node)
        if not _is_of_another(anchor, row, owners) and (when := self._date(anchor, row, latest)):
            candidate.dates.append(when)

    def _date(self, anchor: _Anchor, row: LexborNode | None, latest: date | None) -> str | None:
        if stated := _machine_date(row) if self._stated else None:
            return stated
        for beside in (_beside(anchor, row), _across(anchor, row)):
            if when := read_date(beside, self.now, latest):
                path = urlsplit(anchor.address.url).path
                return when if tells_year(beside) else with_year_of(when, anchor.address.date or "", path)
        return _hinted_date(row) if self._hinted else None


# A picture that turns a page or leads back: left.gif, btn_next.png.
_ARROW = re.compile(
    r"(?:^|[/_-])(?:left|right|prev(?:ious)?|next|first|last|up|down|top|back|home|arrow[\w-]*)(?:[_-]?\w)?\.(?:gif|png|jpe?g|svg|webp)$",
    re.IGNORECASE,
)


def _is_arrow(node: LexborNode) -> bool:
    """Tell a link of a pager that is a picture and no words."""
    image = node.css_first("img[src]") if node.child is not None and node.child.tag != "-text" else None
    return (
        image is not None
        and bool(_ARROW.search(image.attributes.get("src") or ""))
        and not node.text().strip()
    )


def _are_long(links: list[LexborNode]) -> bool:
    """Tell links a good part of which have titles of news."""
    return sum(titles.weight(link.text()[:60]) >= 8 for link in links) > 0.4 * len(links)


def _dates_alone(tree: LexborHTMLParser) -> list[tuple[LexborNode, re.Match[str]]]:
    """Return the widest elements that say a date and nothing more, with what they say; none where they are many."""
    found = [
        (_widest(node), head)
        for node in (tree.root.traverse(include_text=True) if tree.root is not None else ())
        if node.tag == "-text" and (head := _LONE_DATE.fullmatch((node.text() or "")[:40].strip()))
    ]
    heads = [(node, head) for node, head in found if not _follows_link(node)]
    return heads if len(found) <= _MOST_HEADINGS else []


def _follows_link(node: LexborNode) -> bool:
    """Tell a date that ends the line of a link before it, and is over nothing."""
    step = node.prev
    while step is not None and step.tag == "-text" and not re.search(r"\w", step.text() or ""):
        step = step.prev
    return step is not None and step.tag == "a" and bool((step.text() or "").strip())


def _widest(node: LexborNode) -> LexborNode:
    while (parent := node.parent) is not None and _is_alone(node):
        node = parent
    return node


def _day_under(head: re.Match[str], link: LexborNode) -> str | None:
    """Return the day of a row under a heading, of which a month or a year tells a part."""
    if head["d"]:
        return iso_date(head["y"], head["m"], head["d"])
    row = link
    for _ in range(_ROW_DEPTH):
        if row.parent is None or len(row.parent.css("a[href]")) > 1:
            break
        row = row.parent
    beside = row.text(separator=" ")[:_ROW_TEXT].replace(link.text(separator=" "), " ")
    told = (_DAY_OF_MONTH if head["m"] else _DAY_OF_YEAR).search(beside)
    return iso_date(head["y"], head["m"] or told["m"], told["d"]) if told else None


def _differ(known: str, day: str) -> bool:
    """Tell whether a date read beside a link has another month and day than the heading above gives it."""
    return known[4:10] != day[4:10]


def _is_alone(node: LexborNode) -> bool:
    """Tell whether a node's parent holds nothing else, but for white space and a 更多."""
    return all(map(_says_nothing, (node.prev, node.next)))


def _says_nothing(node: LexborNode | None) -> bool:
    if node is None:
        return True
    words = (node.text() or "")[:40].strip()
    return not words if node.tag == "-text" else node.tag == "a" and titles.is_go_on(words)


def _key_of(url: str) -> str:
    """Return what two spellings of one address share: http and https, a slash at the end."""
    return re.sub(r"^https?://", "", url).rstrip("/")


def from_rows(rows: Iterable[Row], url: str, now: datetime | None) -> list[Candidate]:
    """Return the candidates of rows that a script or a data interface carries."""
    candidates: list[Candidate] = []
    for row in rows:
        if address := resolve(url, row.url):
            date_ = read_date(row.date, now, now.date() if now else None)
            title = titles.clean_title(row.title)
            candidates.append(Candidate(read_address(address), _ROWS, [title], [date_] if date_ else []))
    return candidates


def from_marked(
    tree: LexborHTMLParser, patterns: Iterable[str], url: str, now: datetime | None
) -> list[Candidate]:
    """Return the candidates of elements that carry what a script's addresses take: <li data-id="12">."""
    rows = (
        Row(built, _row_title(node) or _said_title(node), node.text(separator=" ")[:_ROW_TEXT])
        for pattern in patterns
        for name in fields_of(pattern)[:1]
        for node in tree.css(f"[data-{name.lower()}]")[:_MOST_LINKS]
        if (built := filled([pattern], _marks(node)))
    )
    return from_rows((row for row in [*rows, *_called(tree, patterns)] if row.title), url, now)


def _called(tree: LexborHTMLParser, patterns: Iterable[str]) -> Iterator[Row]:
    """Yield the rows that open by a function of a linked script, called with what its address takes: onclick="show(12)"."""
    single = [pattern for pattern in patterns if len(fields_of(pattern)) == 1]
    calls: dict[str, list[tuple[LexborNode, str]]] = defaultdict(list)
    for node in tree.css("[onclick], a[href^='javascript:']")[:_MOST_LINKS] if single else ():
        marks = f"{node.attributes.get('onclick') or ''} {node.attributes.get('href') or ''}"
        if call := _CALLED.search(marks):
            calls[call["name"]].append((node, call["argument"]))
    for called in calls.values():
        for node, argument in called if len(called) >= _FEW else ():
            if built := filled(single[:1], dict.fromkeys(fields_of(single[0]), argument)):
                yield Row(built, _row_title(node) or _said_title(node), node.text(separator=" ")[:_ROW_TEXT])


_CALLED = re.compile(r"(?<![\w$.])(?P<name>[A-Za-z_$][\w$]*)\(\s*[\"']?(?P<argument>[\w-]{1,64})[\"']?\s*\)")


def _marks(node: LexborNode) -> dict[str, str]:
    marks = {key.removeprefix("data-"): value or "" for key, value in node.attributes.items()}
    return marks | {
        re.sub(r"-(\w)", lambda found: found[1].upper(), key): value for key, value in marks.items()
    }


def merged(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates with those of one address made one, in the order of the first."""
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        known = found.setdefault(_key_of(candidate.address.url), candidate)
        if known is not candidate:
            known.titles += candidate.titles
            known.dates += candidate.dates
            known.headings += candidate.headings
    return list(found.values())


def weightless(title: str) -> bool:
    """Tell whether a link's own words do not name what it leads to."""
    return titles.weight(title) < 3 or titles.is_go_on(title)


def base_of(tree: LexborHTMLParser, url: str) -> str:
    """Return the address that a page's references start from: its <base href>, else its own (HTML, 2.4.3)."""
    base = tree.css_first("base[href]")
    return resolve(url, base.attributes.get("href") or "") or url if base is not None else url


def _step(element: LexborNode) -> str:
    css_class = re.sub(r"\d+", "", (element.attributes.get("class") or "").split(" ")[0])
    return f"{element.tag}.{css_class}" if css_class else str(element.tag)


def _named_zone(element: LexborNode) -> float:
    worth = _ZONE_TAGS.get(element.tag or "", 0.0)
    attributes = element.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if names != " ":
        worth = min([worth, *(value for words, value in _ZONES if words.search(names))])
    return worth


def _owners(anchors: Iterable[_Anchor]) -> _Owners:
    """Map the elements around each link to the addresses within them, to tell rows from blocks."""
    owners = _Owners(defaultdict(set), defaultdict(set), defaultdict(set))
    for anchor in anchors:
        entry = _may_be_entry(anchor)
        listed = entry or _is_thing(anchor)
        node: LexborNode | None = anchor.node
        for _ in range(_CLIMB):
            if node is None:
                break
            owners.every[node.mem_id].add(anchor.address.url)
            if entry:
                owners.entries[node.mem_id].add(anchor.address.url)
            if listed:
                owners.listed[node.mem_id].add(anchor.address.url)
            node = node.parent
    return owners


def _may_be_entry(anchor: _Anchor) -> bool:
    look = anchor.address.look
    if titles.is_go_on(anchor.text):
        # What a card's 查看详情 leads to is the card's; 更多 leads to a column.
        return look not in (Look.CHANNEL, Look.NEVER) and _is_numbered(anchor.address.url)
    if titles.is_furniture(anchor.text) or (anchor.address.document and titles.weight(anchor.text) < _LABEL):
        return False
    return look in (Look.ARTICLE, Look.MAYBE) or titles.weight(anchor.text) >= 8


def _is_thing(anchor: _Anchor) -> bool:
    """Tell a link to one of the goods, firms or offers that a list shows, not to the list of them."""
    address = anchor.address
    if address.look not in (Look.TRADE, Look.OFFER) or titles.is_furniture(anchor.text):
        return False
    return _is_numbered(address.url) or urlsplit(address.url).path.strip("/").count("/") > 0


def _is_numbered(url: str) -> bool:
    parts = urlsplit(url)
    return bool(re.search(r"\d", parts.path + parts.query))


def _among(anchor: _Anchor, owners: _Owners) -> int:
    """Return the narrowest element around a link that holds a few entries: the list it stands in, 0 where none is near."""
    node: LexborNode | None = anchor.node
    for _ in range(_CLIMB):
        if node is None:
            break
        if node.tag != "tr" and len(owners.listed.get(node.mem_id, ())) >= _FEW:
            return int(node.mem_id)
        node = node.parent
    return 0


def _row(anchor: _Anchor, owners: _Owners) -> LexborNode | None:
    """Return the widest element around a link that holds no other entry's link: its row."""
    row: LexborNode | None = None
    node: LexborNode | None = anchor.node
    for _ in range(_CLIMB):
        if node is None or node.tag in ("body", "html") or len(owners.entries.get(node.mem_id, ())) > 1:
            break
        row = node
        if node.tag in ("li", "tr", "dl", "article"):
            break
        node = node.parent
    return row


def _stands_for_row(anchor: _Anchor, row: LexborNode, owners: _Owners) -> bool:
    """Tell the first link of a line whose links only say what may be done: of a document in several forms, WORD版 and PDF版,
    or of a dated entry, 查看 and 下载."""
    links = row.css("a[href]")
    if row.tag not in _LINES or len(links) > _FEW or links[0].mem_id != anchor.node.mem_id:
        return False
    forms = all(read_address(url).document for url in owners.every[row.mem_id])
    said = all(weightless(titles.squeeze((link.text() or "")[:40])) for link in links)
    return forms or (
        said and titles.is_go_on(anchor.text) and bool(read_date(row.text(separator=" ")[:_ROW_TEXT]))
    )


def _is_of_another(anchor: _Anchor, row: LexborNode | None, owners: _Owners) -> bool:
    """Tell a link beside the entry of a row: its author, its column."""
    entries = owners.entries.get(row.mem_id, ()) if row is not None else ()
    return bool(entries) and anchor.address.url not in entries


def _anchor_title(node: LexborNode) -> str:
    attributes = node.attributes
    marks = ("title", "data-title", "alt") if node.tag == "area" else ("title", "data-title")
    attribute = titles.from_attribute(next(filter(None, map(attributes.get, marks)), ""))
    if _is_plain(node):  # most links hold nothing but words, and need no search within
        return titles.whole(titles.from_parts([node.text()[:_TITLE_TEXT]]), attribute)
    heading = next((h for h in node.css("h1,h2,h3,h4,h5,h6,[class]") if _is_heading(h)), None)
    if heading is not None and (text := titles.clean_title(heading.text()[:_TITLE_TEXT])):
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


def _row_title(row: LexborNode) -> str:
    heading = next((h for h in row.css("h1,h2,h3,h4,h5,h6,dt,strong,[class]") if _is_heading(h)), None)
    if heading is not None and titles.weight(text := titles.clean_title(heading.text()[:_TITLE_TEXT])) >= 4:
        return text
    lines = [titles.clean_title(line) for line in _shown(row, "\n")[:_TITLE_TEXT].split("\n")]
    return next(
        (line for line in lines if 4 <= titles.weight(line) <= 60 and not titles.is_furniture(line)), ""
    )


def _said_title(node: LexborNode) -> str:
    """Return the title that an element without words is marked with: a part of a paper's picture."""
    marks = map(node.attributes.get, ("title", "data-title", "alt", "aria-label"))
    return next(filter(None, (titles.from_attribute(mark or "") for mark in marks)), "")


_LABEL_BEFORE = re.compile(r"[\[【(（]\s*(?P<words>[\u4e00-\u9fff]{2,6})\s*[\]】)）]\s*$")


def _label(anchor: _Anchor) -> str:
    """Return the label before a link that puts it with what is no news: [招聘], 【供应】; empty where none does."""
    step = anchor.node.prev
    while step is not None and not (step.text() or "").strip():
        step = step.prev
    found = _LABEL_BEFORE.search((step.text() or "")[-20:]) if step is not None else None
    return found["words"] if found and heads_never(found["words"]) else ""


def _emphasised(node: LexborNode) -> bool:
    parent = node.parent
    return parent is not None and _is_heading(parent)


def _beside(anchor: _Anchor, row: LexborNode | None) -> str:
    """Return what stands beside a link in its row, or after it up to the next link or line."""
    if row is not None and row.mem_id != anchor.node.mem_id:
        text = f"{_shown(row)[:_ROW_TEXT]} {_under(row)}"
    else:
        text = f"{anchor.node.text(separator=' ')[:_ROW_TEXT]} {_neighbours(anchor.node)}"
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


def _across(anchor: _Anchor, row: LexborNode | None) -> str:
    """Return what else stands in the line of a list or table that a link names, where other links stand in it too."""
    line = row
    for _ in range(_ROW_DEPTH):
        if line is None or line.tag in _LINES:
            break
        line = line.parent
    if line is None or line.tag not in _LINES or (row is not None and line.mem_id == row.mem_id):
        return ""
    links = line.css("a[href]")
    named = titles.weight(anchor.text)
    if (
        len(links) > _MOST_IN_LINE
        or named < _NAMES
        or any(titles.weight(a.text()[:60]) > named for a in links)
    ):
        return ""
    return _shown(line)[:_ROW_TEXT].replace(anchor.node.text(separator=" ").strip(), " ")


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


def _machine_date(row: LexborNode | None) -> str | None:
    """Return the date a row's <time datetime> states (HTML, 4.5.14)."""
    node = row.css_first(_STATED) if row is not None else None
    return read_date((node.attributes.get("datetime") or "")[:40]) if node is not None else None


def _hinted_date(row: LexborNode | None) -> str | None:
    """Return the date that stands in an attribute, where the text shows none (`<span title="2025-6-1">3 天前`)."""
    for node in row.css(_HINTED) if row is not None else ():
        attributes = node.attributes
        value = next((v for k in ("data-time", "data-date", "title") if (v := attributes.get(k))), "")
        if len(value) <= 40 and (when := read_date(value)):
            return when
    return None


def to_link(candidate: Candidate) -> Link:
    """Return a candidate as the link it is."""
    return Link(candidate.address.url, candidate.title, candidate.published)
