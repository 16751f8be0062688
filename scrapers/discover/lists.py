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
from scrapers.discover.headings import Headings
from scrapers.discover.labels import (
    LINES,
    ROW_DEPTH,
    ROW_TEXT,
    Anchor,
    across,
    anchor_title,
    beside,
    is_emphasised,
    label,
    row_title,
    said_title,
)
from scrapers.discover.pagers import sent_by
from scrapers.discover.patterns import fields_of, filled
from scrapers.discover.scripts import Functions, Row, handler_target, marked_target
from scrapers.discover.telling import tells
from scrapers.model import Link

_LINKS = "a[href], area[href], [onclick]:not(input), [data-href], [data-url], [data-link]"
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
_MOST_HEADINGS = 400
_CLIMB = 6
_FEW = 3  # entries that make a list
_LABEL = 5  # characters, fewer than which a link to a file only says what it is: 附件, PDF版
_MOST_LINKS = 5_000  # of one page; the largest portals' front pages have some 2,000
_MOST_WITHIN = 4  # links within which one can stand: a row, a card, a cell
_FEW_LINKS = 8  # in a named block, which is no wrapper of a page
_MOST_NAMED = 40  # blocks of a page whose names are weighed against the links in them
_TITLES = 12  # spellings of one article's title that are looked at

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
            candidate.headings.append(label(anchor) or headings.over(row or anchor.node))
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

    def _anchors(self) -> Iterator[Anchor]:
        nodes = self.tree.css(_LINKS)
        within = _Within({node.mem_id for node in nodes})
        for node in nodes:
            if within.count(node) <= _MOST_WITHIN and not _is_arrow(node) and (url := self._target(node)):
                yield Anchor(node, read_address(url), anchor_title(node))

    def _target(self, node: LexborNode) -> str:
        attributes = node.attributes
        href = (attributes.get("href") or "").strip()
        if not href or href.startswith("#") or href.lower().startswith("javascript"):
            script = href if len(href) > 14 else ""
            call = f"{script} {attributes.get('onclick') or ''}"
            href = handler_target(call, self._functions) or ""
            href = href or sent_by(call, self._functions, self.tree, self.base)[0]
            href = href or marked_target(node)
        return without_detour(resolve(self.base, href, self.encoding)) if href else ""

    def _latest(self, anchors: Iterable[Anchor]) -> date | None:
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
        anchor: Anchor,
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
            title = row_title(row) or title
        if title:
            candidate.titles.append(title)
        candidate.emphasised |= is_emphasised(anchor.node)
        if not _is_of_another(anchor, row, owners) and (when := self._date(anchor, row, latest)):
            candidate.dates.append(when)

    def _date(self, anchor: Anchor, row: LexborNode | None, latest: date | None) -> str | None:
        if stated := _machine_date(row) if self._stated else None:
            return stated
        for words in (beside(anchor, row), across(anchor, row)):
            if when := read_date(words, self.now, latest):
                path = urlsplit(anchor.address.url).path
                return when if tells_year(words) else with_year_of(when, anchor.address.date or "", path)
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
    for _ in range(ROW_DEPTH):
        if row.parent is None or len(row.parent.css("a[href]")) > 1:
            break
        row = row.parent
    words = row.text(separator=" ")[:ROW_TEXT].replace(link.text(separator=" "), " ")
    told = (_DAY_OF_MONTH if head["m"] else _DAY_OF_YEAR).search(words)
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
            dates = [date_] if date_ else []
            candidates.append(Candidate(read_address(address), _ROWS, [title], dates, among=row.among))
    return candidates


def from_marked(
    tree: LexborHTMLParser, patterns: Iterable[str], url: str, now: datetime | None
) -> list[Candidate]:
    """Return the candidates of elements that carry what a script's addresses take: <li data-id="12">."""
    rows = (
        Row(built, row_title(node) or said_title(node), node.text(separator=" ")[:ROW_TEXT])
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
        titled = any(tells(row_title(node) or said_title(node)) for node, _ in called)
        for node, argument in called if len(called) >= _FEW or titled else ():
            if built := filled(single[:1], dict.fromkeys(fields_of(single[0]), argument)):
                yield Row(built, row_title(node) or said_title(node), node.text(separator=" ")[:ROW_TEXT])


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


def _owners(anchors: Iterable[Anchor]) -> _Owners:
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


def _may_be_entry(anchor: Anchor) -> bool:
    look = anchor.address.look
    if titles.is_go_on(anchor.text):
        # What a card's 查看详情 leads to is the card's; 更多 leads to a column.
        return look not in (Look.CHANNEL, Look.NEVER) and _is_numbered(anchor.address.url)
    if titles.is_furniture(anchor.text) or (anchor.address.document and titles.weight(anchor.text) < _LABEL):
        return False
    return look in (Look.ARTICLE, Look.MAYBE) or titles.weight(anchor.text) >= 8


def _is_thing(anchor: Anchor) -> bool:
    """Tell a link to one of the goods, firms or offers that a list shows, not to the list of them."""
    address = anchor.address
    if address.look not in (Look.TRADE, Look.OFFER) or titles.is_furniture(anchor.text):
        return False
    return _is_numbered(address.url) or urlsplit(address.url).path.strip("/").count("/") > 0


def _is_numbered(url: str) -> bool:
    parts = urlsplit(url)
    return bool(re.search(r"\d", parts.path + parts.query))


def _among(anchor: Anchor, owners: _Owners) -> int:
    """Return the narrowest element around a link that holds a few entries: the list it stands in, 0 where none is near."""
    node: LexborNode | None = anchor.node
    for _ in range(_CLIMB):
        if node is None:
            break
        if node.tag != "tr" and len(owners.listed.get(node.mem_id, ())) >= _FEW:
            return int(node.mem_id)
        node = node.parent
    return 0


def _row(anchor: Anchor, owners: _Owners) -> LexborNode | None:
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


def _stands_for_row(anchor: Anchor, row: LexborNode, owners: _Owners) -> bool:
    """Tell the first link of a line whose links only say what may be done: of a document in several forms, WORD版 and PDF版,
    or of a dated entry, 查看 and 下载."""
    links = row.css("a[href]")
    if row.tag not in LINES or len(links) > _FEW or links[0].mem_id != anchor.node.mem_id:
        return False
    forms = all(read_address(url).document for url in owners.every[row.mem_id])
    said = all(weightless(titles.squeeze((link.text() or "")[:40])) for link in links)
    return forms or (
        said and titles.is_go_on(anchor.text) and bool(read_date(row.text(separator=" ")[:ROW_TEXT]))
    )


def _is_of_another(anchor: Anchor, row: LexborNode | None, owners: _Owners) -> bool:
    """Tell a link beside the entry of a row: its author, its column."""
    entries = owners.entries.get(row.mem_id, ()) if row is not None else ()
    return bool(entries) and anchor.address.url not in entries


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
