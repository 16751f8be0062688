"""Which of a page's candidates are articles (条目判定): what each shows, and what those it stands among share.

Evidence is added up. A block of a page holds one sort of thing, so its members speak for each other: news
have long titles that tell something, days beside them and a column's name over them; goods, firms, people,
services and files are named only, and stand under headings of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import log
from statistics import median
from urllib.parse import parse_qsl, urlsplit

from scrapers.discover import titles
from scrapers.discover.addresses import (
    Address,
    Host,
    Look,
    is_column_key,
    is_detour,
    is_news_host,
    read_address,
    routed,
)
from scrapers.discover.columns import holds
from scrapers.discover.headings import heads_aside, heads_form, heads_never, heads_news
from scrapers.discover.lists import Candidate
from scrapers.discover.telling import sells, tells


@dataclass(frozen=True, slots=True)
class _Group:
    """What candidates of one shape, or of one block, share.

    How many they are, the median length of their titles, and which parts of them are dated, have their
    day in the address, are mere names of firms, bodies and persons, tell something, offer something, and are what
    sites call their columns.
    """

    size: int
    length: float
    dated: float
    days: float
    names: float
    told: float
    sold: float
    columns: float


def _grouped(candidates: Iterable[Candidate], key: Callable[[Candidate], str]) -> dict[str, _Group]:
    members: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        members[key(candidate)].append(candidate)
    return {name: _group(group) for name, group in members.items()}


def _group(members: list[Candidate]) -> _Group:
    named = [c.title for c in members if c.title]
    return _Group(
        size=len(members),
        length=float(median(map(titles.weight, named))) if named else 0.0,
        dated=sum(map(_is_dated, members)) / len(members),
        days=sum(map(_has_day, members)) / len(members),
        names=sum(map(titles.is_name, named)) / len(named) if named else 0.0,
        told=sum(map(_tells, named)) / len(named) if named else 0.0,
        sold=sum(map(sells, named)) / len(named) if named else 0.0,
        columns=sum(map(titles.is_column_name, named)) / len(named) if named else 0.0,
    )


def articles(candidates: list[Candidate], url: str) -> list[Candidate]:
    """Return the candidates that are articles, weighing what each shows and what its groups share.

    Args:
        candidates: everything the page at `url` links to, each address once.
        url: the page's own address.
    """
    own = read_address(url)
    aside = tuple(_columns_aside(candidates, url))
    kinds = _grouped(
        candidates, _kind_of
    )  # what a list names beside is of one kind with it: 标准制定, 信息服务
    candidates = [c for c in candidates if not _is_out(c, own)]
    columns, shapes = _grouped(candidates, _column_of), _grouped(candidates, _shape_of)
    blocks = _grouped(candidates, lambda c: c.place.block)
    lists = _grouped(candidates, _list_of)

    def company(c: Candidate) -> _Company:
        column = columns[_column_of(c)]
        in_column = column.size >= _FEW
        like = column if in_column else shapes[_shape_of(c)]
        kind = kinds[_kind_of(c)]
        fellows = kind if kind.size >= _FEW else lists[_list_of(c)]
        return _Company(like, in_column, blocks[c.place.block], fellows)

    page = _Page(
        own,
        lists_days=any(map(_is_dated_list, shapes.values())),
        told=max(
            (_told(group) for group in (*kinds.values(), *lists.values()) if group.size >= _FEW), default=0.0
        ),
        aside=aside,
    )
    return [c for c in candidates if _worth(c, company(c), page) > 0]


def _columns_aside(candidates: list[Candidate], own: str) -> Iterator[tuple[str, str]]:
    """Yield the columns that by their names hold no news, each with that: 产品展示 at /a/cpzs/; none that holds news, too, as a
    folder of the whole site does, and not the one of which the page is, that was asked for."""
    news = [c.address.url for c in candidates if any(map(heads_news, (c.title, *c.headings)))]
    for candidate in candidates:
        column, name = candidate.address.url, candidate.title
        aside = (heads_never(name) or heads_aside(name)) and not titles.is_furniture(name)  # nor 更多
        if aside and _is_list(candidate.address) and not (own == column or holds(column, [own, *news])):
            yield column, name


def _is_list(address: Address) -> bool:
    """Tell the address of a column, or of a folder."""
    return address.look in _FAMILY or (address.look is Look.MAYBE and address.url.endswith("/"))


def _shape_of(candidate: Candidate) -> str:
    return f"{candidate.address.look.value} {candidate.address.shape}"


def _column_of(candidate: Candidate) -> str:
    """Name the column an address tells: what is left of it without the number of the entry; a login is in none."""
    if candidate.address.look is Look.NEVER:
        return Look.NEVER.value
    parts = urlsplit(candidate.address.url)
    path, query = routed(parts.path, parts.query)
    above, _, name = path.rstrip("/").rpartition("/")
    keys = "&".join(
        f"{key}={value}" if is_column_key(key) else key for key, value in sorted(parse_qsl(query))
    )
    return f"{parts.hostname}{above}/{_DIGITS.sub('9', name) if _DIGITS.search(name) else 'w'}?{keys}"


def _list_of(candidate: Candidate) -> str:
    """Name the list a candidate is one of: rows in one element, under one heading."""
    return f"{candidate.place.block}#{candidate.among}#{next(iter(candidate.headings), '')}"


def _kind_of(candidate: Candidate) -> str:
    """Name the kind of entry in its list: rows hold titles, and beside them authors, columns, files."""
    return f"{_list_of(candidate)}#{_shape_of(candidate)}"


@dataclass(frozen=True, slots=True)
class _Page:
    """What the page shows as a whole: its own address, whether it dates its news, how far its most telling list tells something,
    and the columns that hold no news, each with its name."""

    own: Address
    lists_days: bool
    told: float
    aside: tuple[tuple[str, str], ...]

    def headings(self, candidate: Candidate) -> list[str]:
        """Return what stands over a candidate; where nothing does, the name of the column aside whose address its own begins with."""
        if any(candidate.headings):
            return candidate.headings
        url = candidate.address.url
        return [name for column, name in self.aside if column != url and holds(column, [url])][:1]

    def odds(self, group: _Group) -> float:
        """Return the logarithm of the odds that titles which tell so often are news', as often as this page's do."""
        likely = min(_MOST_LIKELY, max(_LEAST_LIKELY, self.told))
        tellers = group.told * group.size
        others = group.size - tellers
        return tellers * log(likely / _BY_CHANCE) + others * log((1 - likely) / (1 - _BY_CHANCE))


@dataclass(frozen=True, slots=True)
class _Company:
    """Those a candidate stands among: of like addresses, of like blocks, of its list."""

    like: _Group
    in_column: bool
    block: _Group
    fellows: _Group


_FEW = 3  # entries that make a list
_MOST, _SOME = 0.55, 0.4  # of a list's titles
# The part of titles that tell something: of news, at least and at most, and of what is none.
_LEAST_LIKELY, _MOST_LIKELY, _BY_CHANCE = 0.4, 0.8, 0.15
_SHORT = 6  # characters of a column's name
_DIGITS = re.compile(r"\d+")
_BESIDE = 1.5  # what more a link must show that stands beside a dated list


def _is_dated_list(shape: _Group) -> bool:
    return shape.size >= 5 and shape.dated > 0.8 and shape.length >= 8


def _told(group: _Group) -> float:
    """Return the part of a group's titles that tell something; few titles say less of it."""
    return (group.told * group.size + 0.5) / (group.size + 1)


def _is_beside(candidate: Candidate, shape: _Group) -> bool:
    """Tell a link of a kind that a page which dates its news never dates: a product, a firm, a page of the site."""
    return shape.dated == 0 and candidate.address.date is None and candidate.address.look is Look.MAYBE


_LOOKS = {
    Look.ARTICLE: 2.5,
    Look.MAYBE: -0.6,
    Look.CHANNEL: -2.6,
    Look.TRADE: -2.6,
    Look.TOPIC: -6.0,
    Look.OFFER: -8.0,
    Look.NEVER: -9.0,
}


# 入会申请表.doc is there to be filled in.
_FORM = re.compile(
    r"(?:下载|申[请报]书|委托[单书]|[请记更名荐总报评]表|回执|样[表本]|模板)(?:\s?[.．]\w{2,4})?$"
)


def _is_out(candidate: Candidate, own: Address) -> bool:
    """Tell what is no article whatever stands around it."""
    address, title = candidate.address, candidate.title
    if address.url.rstrip("/") == own.url.rstrip("/") or titles.is_furniture(title):
        return True
    if address.look is Look.CHANNEL and address.date and titles.weight(title) <= _SHORT:
        return True  # the list of a day, a sheet of its paper: 滚动新闻, A1要闻
    elsewhere = urlsplit(address.url).hostname != urlsplit(own.url).hostname
    if address.host is Host.SERVICE and elsewhere and not _is_kept_apart(address, own):
        return True
    if elsewhere and is_detour(address.url):
        return True
    if titles.is_offer(title) or (address.document and _FORM.search(title)):
        return True
    return _is_of_another_tongue(title) and bool(_TONGUE.search(address.url)) and not _TONGUE.search(own.url)


def _worth(candidate: Candidate, company: _Company, page: _Page) -> float:
    """Weigh the evidence that a candidate is an article; more than 0 says it is."""
    address, title, own = candidate.address, candidate.title, page.own
    elsewhere = urlsplit(address.url).hostname != urlsplit(own.url).hostname
    worth = -1.5 if address.host is Host.READERS and elsewhere else 0.0
    is_news = _is_news(company.like) or (_is_news(company.fellows) and bool(_DIGITS.search(address.shape)))
    look = Look.MAYBE if address.look in _FAMILY and is_news else address.look
    worth += _LOOKS[look] + candidate.place.zone + _title_worth(title)
    worth += _group_worth(company.like, page) * (1.0 if company.in_column else 0.6)
    set_apart = company.fellows.size >= _FEW or any(candidate.headings)
    worth += _group_worth(company.fellows if set_apart else company.block, page)
    worth += _abroad(address, own)
    worth += _heading_worth(candidate, page.headings(candidate), company.fellows)
    worth += _told_worth(candidate, company.fellows, page)
    worth += 0.8 * (address.date is not None) + 1.2 * bool(candidate.dates) + 0.4 * candidate.emphasised
    if not candidate.dates:
        worth -= 1.8 * (look in _FAMILY) + 2.5 * titles.is_name(title)
    worth -= 2.0 * (titles.is_column_name(title) and not _is_dated(candidate))
    # What is named as shortly as the columns at like addresses is one, whatever day stands beside it: 预警通报.
    worth -= 2.0 * (company.like.columns > _SOME and titles.weight(title) <= _SHORT)
    worth -= 2.0 * (page.told > _SOME and not title)
    worth -= (1.5 if candidate.dates else 3.0) * address.document  # forms to fetch stand there undated
    return worth - _BESIDE * (page.lists_days and not _tells(title) and _is_beside(candidate, company.like))


_FAMILY = (Look.CHANNEL, Look.TRADE)


def _is_news(like: _Group) -> bool:
    """Tell a column that is dated and tells something, whatever its address is called."""
    return like.size >= _FEW and like.told > (_MOST if like.dated > 0.5 else 0.7)


def _heading_worth(candidate: Candidate, headings: list[str], fellows: _Group) -> float:
    """Weigh the name of the column: what stands under offers, firms or services must tell much to be news."""
    if headings and all(map(heads_never, headings)):
        return -9.0
    if any(map(heads_news, headings)):
        return 1.0
    # Of the few rows of a last page one that tells something speaks for the others.
    told = fellows.told > _MOST if fellows.size >= _FEW else fellows.told >= 0.5 or _tells(candidate.title)
    if headings and all(map(heads_form, headings)):
        return 0.0 if told else -1.0
    if not headings or not all(map(heads_aside, headings)):
        return 0.0
    if not told:
        return -6.5
    return -2.0 if candidate.dates else -4.0


def _told_worth(candidate: Candidate, fellows: _Group, page: _Page) -> float:
    """Weigh whether a title, and those around it, tell something, on a page whose news do."""
    odds = max(-4.5, min(1.2, 1.3 * page.odds(fellows)))
    if odds < 0:
        odds *= 0.1 if _has_day(candidate) else 0.5 if candidate.dates else 1.0
        odds *= 0.6 if any(map(heads_news, candidate.headings)) else 1.0
    own = 0.3 if _tells(candidate.title) else -0.3 if _is_dated(candidate) else -0.8
    return own + odds * (1.0 if fellows.size >= _FEW else 0.5)


def _is_dated(candidate: Candidate) -> bool:
    return bool(candidate.dates) or _has_day(candidate)


def _has_day(candidate: Candidate) -> bool:
    return len(candidate.address.date or "") == 10


def _tells(title: str) -> bool:
    return (
        tells(title)
        and not titles.is_furniture(title)
        and not titles.is_column_name(title)
        and not titles.is_name(title)
    )


# Where sites keep what they, or a machine, put into other languages: /en/news/, /global/jp/, en.example.com.
_TONGUE = re.compile(
    r"//(?:en|english|jp|global)\.|//[^/]+/(?:global/)?(?:en|eng|english|jp|japanese|kr|korean|ru|fr|de|es|vn|ar)(?:[/_-]|\w*news|$)",
    re.IGNORECASE,
)
_HAN = re.compile("[\u3400-\u9fff]")
_NO_CHINESE = re.compile("[\u3040-\u30ff\uac00-\ud7a3]")  # kana and hangul


def _is_of_another_tongue(title: str) -> bool:
    return bool(_NO_CHINESE.search(title) or not _HAN.search(title))


_STORE = re.compile(r"(?:static|html|files?|res|assets?|pics?|photos?|images?|img|tu)\d*\.")


def _is_kept_apart(address: Address, own: Address) -> bool:
    """Tell an article that a site keeps with its pictures, at static.example.com or pic.example.com."""
    host = urlsplit(address.url).hostname or ""
    return address.look is Look.ARTICLE and address.site == own.site and bool(_STORE.match(host))


def _abroad(address: Address, own: Address) -> float:
    """A link to another site must show more; one whose address carries a date is news all the same."""
    if address.site == own.site:
        return 0.0
    news = address.look is Look.ARTICLE and (address.date is not None or is_news_host(address.url))
    return -1.0 if news else -5.0


def _title_worth(title: str) -> float:
    length = titles.weight(title)
    if length >= 9:
        return 1.2
    if length >= 6:
        return 0.4
    return -0.4 if length >= 2 else -0.8


def _group_worth(group: _Group, page: _Page) -> float:
    """A group of long titles, of dated rows, is a news list; one of short names is a menu, one of firms a directory.

    Where the page's news tell something, what is only named is none, however long its names are.
    """
    worth = next(value for length, value in _LENGTHS if group.length < length)
    if group.dated > 0.5:
        worth = max(worth, 0.0) + 0.6  # menus are never dated
    if group.size < _FEW:
        return 0.3 * worth
    if group.names > 0.6:
        return min(worth, 0.0) - 4.0
    if group.sold > 0.5 and group.told < _SOME:
        return min(worth, 0.0) - 2.0
    if page.odds(group) < -1.5 and group.days <= 0.5:
        return min(worth, 0.0) - 0.6
    return worth


# The median length of a group's titles, below which it is worth what.
_LENGTHS = ((4.0, -1.2), (5.5, -0.9), (7.0, -0.3), (10.0, 0.6), (float("inf"), 1.1))
