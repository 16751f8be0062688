"""Papers: the sheets (版) of an issue, and the issues before it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import TypeVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover import titles
from scrapers.discover.addresses import Address, day_of, read_address, resolve, same_host
from scrapers.discover.dates import iso_date
from scrapers.discover.lists import Candidate
from scrapers.discover.scripts import Functions, handler_target
from scrapers.discover.telling import tells

_T = TypeVar("_T")
Key = tuple[int, int]  # the year of an issue, 0 where they are numbered through, and its place in it

_FEW = 2  # sheets or issues that make a paper
_WORDS = 60  # characters of what names an issue or a sheet
_LINKS = "a[href], a[onclick], area[href], select[onchange] option[value]"
# Sheets: 第01版：要闻, A2工商, B03, 二版, 头版 综合.
_SHEET = re.compile(
    r"[\W_]*第?\s*(?P<letter>[A-H]?)\s?(?:(?P<number>\d{1,3})|(?P<word>头|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]))"
    r"\s*(?P<named>[版叠]?)[\s：:·|.、_-]*(?P<name>[\u4e00-\u9fff·/、\s]{0,10})[\W_]*"
)
_OF_PAPER = re.compile(
    r"版面|版次|本版|[一二三四五六七八九十\d]\s?版(?!本)|电子[报版]|数字报|今日报纸|本期报纸|往期报纸|报纸"
)
_NEXT_SHEET = re.compile(r"\W*[下后]一?版\W*")
# Issues: 第2225期 2026-11-20, 《某报》2026年第11期（总第320期）, 2026年11月20日 星期五.
_DAY = re.compile(
    r"(?P<y>20\d\d)\s*[-/.年]?\s*(?P<m>1[0-2]|0?[1-9])\s*[-/.月]?\s*(?P<d>[12]\d|3[01]|0?[1-9])(?!\d)\s*日?"
)
_NUMBER = re.compile(
    r"(?:(?P<year>20\d\d)\s*年?\s*[/-]?\s*)?(?:总?\s*第\s*|(?<=年)|(?<=\s)|^|(?<=》)|[Nn][Oo]\.?\s*)(?P<number>\d{1,5})\s*期(?:\s*[(（]?总第?\s*\d{1,5}\s*期[)）]?)?"
)
# What stands in the name of an issue besides its day and its number.
_BESIDE = re.compile(
    r"\d{1,2}\s*月\s*\d{1,2}\s*日|《[^》]{2,16}》|[\u4e00-\u9fff]{0,8}报|(?:星期|周)[一二三四五六日天]|(?:本|今|往|过|上)[期日]|出版|农历\S{2,8}|[\W_]|第?\d{1,3}版"
)
# An issue on a shelf: 2026年第11期, 《某报》2026年第11期（总第320期）; in words or pictures of their own also 2026年第22号（总号：1814）,
# 2026年第三辑, 2026年第7-8期合刊, 2026年10月号, 2026年春季刊, 第128期.
_SHELVED = re.compile(
    r"(?:《[^》]{2,16}》\s*)?(?P<year>20\d\d)\s*年?\s*[/-]?\s*第?\s*(?P<number>\d{1,3})\s*期(?:\s*[(（]?总第?\s*\d{1,5}\s*期[)）]?)?"
)
_ALONE = re.compile(
    r"(?:(?P<year>20\d\d)\s*年?度?\s*[/-]?\s*)?"
    r"(?:总?第?\s*(?P<number>\d{1,5}|[一二三四五六七八九十]{1,3})(?:\s*[-—~、/]\s*\d{1,3})?\s*[期辑号]\s*(?:合刊)?"
    r"|(?P<month>1[0-2]|0?[1-9])\s*月\s*[号刊]|(?P<season>[春夏秋冬])季?[号刊])"
    r"(?:\s*[(（]?\s*总\s*(?:第|[期号]\s*[:：]?)?\s*\d{1,5}\s*[期号辑]?\s*[)）]?)?"
)
_NUMERALS = {
    word: n for n, word in enumerate([*"一二三四五六七八九十", *(f"十{w}" for w in "一二三四五六七八九")], 1)
}
_NUMERALS |= {f"二十{w}": n for n, w in enumerate(["", *"一二三四五六七八九"], 20)}
_SEASONS = "春夏秋冬"
_OF_PERIODICAL = re.compile(r"公报|政报|会刊|期刊|刊物|杂志|[月季旬双半]刊|过刊|历期|往期|各期|总第|总[期号]")


def issues(tree: LexborHTMLParser, base: str) -> dict[str, str]:
    """Return the issues of a paper that a page names (2026年第11期) in words or on their covers, newest first."""
    links = _named(tree)
    shelf = _shelved_alone(tree, base, links)
    found = {f"{year:04}-{number:03}": to for (year, number), to in shelf.items()}
    for told, reference in links:
        named = next((n for words in told if (n := _SHELVED.search(words))), None)
        if named and (target := resolve(base, reference)):
            found.setdefault(f"{named['year']}-{int(named['number']):03}", target)
    documents = any(read_address(target).document for target in found.values())
    return dict(sorted(found.items(), reverse=True)) if len(found) >= _FEW and not documents else {}


def _named(tree: LexborHTMLParser) -> list[tuple[tuple[str, ...], str]]:
    """Return what names each link of a page, with its reference."""
    return [(tuple(_told(node)), node.attributes.get("href") or "") for node in tree.css("a[href]")]


def _shelved_alone(
    tree: LexborHTMLParser, base: str, links: Sequence[tuple[Sequence[str], str]] | None = None
) -> Mapping[Key, str]:
    """Return the issues that the page of a periodical names by links that say nothing else. Elsewhere decrees are numbered so,
    too, and courses."""
    found: dict[Key, str] = {}
    periodical = any(_OF_PERIODICAL.search((head.text() or "")[:_WORDS]) for head in tree.css(_HEADS))
    for told, reference in _named(tree) if links is None else links:
        words = next(filter(_alone, told), "")
        if words and (target := resolve(base, reference)):
            if key := _key_on_shelf(words, target):
                found.setdefault(key, target)
            periodical |= bool(_OF_PERIODICAL.search(words))
    return found if periodical and len(found) >= _FEW else {}


def _on_shelf(tree: LexborHTMLParser, base: str, url: str) -> dict[Key, str]:
    """Return the issues of a periodical that are kept on a page's host."""
    return {key: to for key, to in _shelved_alone(tree, base).items() if same_host(to, url)}


def _key_on_shelf(words: str, url: str) -> Key | None:
    """Return the year and the place in it of the issue that words name, the year told by its address where they leave it to a
    heading; 0 where issues are numbered through."""
    named = _ALONE.search(words)
    if named is None:
        return None
    year = named["year"] or (_YEAR_IN.findall(url.partition("//")[2]) or ["0"])[0]
    if named["season"]:
        return int(year), 1 + _SEASONS.index(named["season"])
    number = named["number"] or named["month"]
    return int(year), int(number) if number.isdigit() else _NUMERALS.get(number, 0)


_HEADS = "title, h1, h2, h3, h4"
_YEAR_IN = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")


def _alone(words: str) -> re.Match[str] | None:
    """Return what words name an issue by that say nothing else but its day and what it is of."""
    found = _ALONE.search(words)
    rest = words[: found.start()] + words[found.end() :] if found else ""
    return None if _BESIDE_ON_SHELF.sub("", _DAY.sub("", rest)) else found


# What else the name of an issue on a shelf may say; the weekly report of a market (周报第12期) is an article.
_BESIDE_ON_SHELF = re.compile(
    r"\d{1,2}\s*月\s*\d{1,2}\s*日|《[^》]{2,16}》|[\u4e00-\u9fff]{0,10}(?:公报|政报|学报|会刊|期刊|杂志|刊物)|[本今]期|"
    r"(?:最新)?(?:封面|目录|目次)|出版|(?:下载|查看|浏览|阅读)?\s*PDF\s*(?:版|下载)?|(?:查看|浏览|在线|点击)*阅读|[\W_]",
    re.IGNORECASE,
)


def newest_issue(tree: LexborHTMLParser, base: str) -> str | None:
    """Return where the newest issue is that the cover of a paper leads to: of those that it names, else what it calls the
    contents of this one."""
    contents = _links(tree, base, lambda node: any(map(_CONTENTS.fullmatch, _told(node))) or None)
    named = chain(issues(tree, base).values(), (to for _, to in contents))
    return next((to for to in named if not read_address(to).document), None)


# 查看本期目录, 2026年第11期目录, 最新一期杂志, 本期导读, Current Issue.
_CONTENTS = re.compile(
    r"[\W_]*(?:点击|查看|阅读|浏览|翻阅|进入)*(?:(?:本|当|这一|最新一?|新一)期(?:的?(?:杂志|期刊|会刊|刊物|内容|文章|电子刊))?(?:目录|目次|要目|导读|导览|阅读|浏览|在线阅读)?"
    r"|(?:20\d\d\s*年\s*)?第?\s*\d{1,4}\s*期(?:的?(?:目录|目次|要目|导读))|最新(?:杂志|期刊|会刊)|(?:杂志|期刊|会刊|本刊)?(?:目录|目次|要目)|(?:current|latest|this)\s+issue|(?:table\s+of\s+)?contents|in\s+this\s+issue)[\W_]*",
    re.IGNORECASE,
)


def sheets(tree: LexborHTMLParser, base: str, url: str) -> Mapping[str, re.Match[str]]:
    """Return the sheets of an issue that a page names (A1要闻 A2工商, 一版 二版) by their addresses; none where it is of no paper."""
    if not _is_of_paper(tree):
        return {}
    named: dict[str, re.Match[str]] = {}
    for found, target in _links(tree, base, _sheet):
        if same_host(target, url):
            named.setdefault(target, found)
    # The halls of a fair are A1, A2 too.
    return named if len(named) >= _FEW and len({day_of(to) for to in named}) == 1 else {}


def _sheet(node: LexborNode) -> re.Match[str] | None:
    named = next((n for words in _told(node) if (n := _SHEET.fullmatch(words))), None)
    return named if named and (named["letter"] or named["named"]) else None


def _is_of_paper(tree: LexborHTMLParser) -> bool:
    return tree.body is not None and bool(_OF_PAPER.search(tree.body.text() or ""))


def without_sheets(
    candidates: list[Candidate], tree: LexborHTMLParser, base: str, url: str
) -> list[Candidate]:
    """Return the candidates of a page without the sheets and issues of a paper that it names, the files of the sheets as printed,
    and the addresses by which a map of the sheet marks an article."""
    shelf = set(_shelved_alone(tree, base).values())
    candidates = [c for c in candidates if c.address.url not in shelf or c.address.document]
    named = sheets(tree, base, url)
    if not named:
        return candidates
    issued = {told.url for node, told in _linked(tree, base, url) if _is_named_by_day(node, told)}
    known = {c.address.url for c in candidates}

    def is_article(c: Candidate) -> bool:
        plain, mark, _ = c.address.url.partition("?")
        is_marked = bool(mark) and plain in known and bool(_NUMBERED_PAGE.search(plain))
        is_printed = c.address.document and not c.title
        is_issue = c.address.url in issued and not tells(c.title)
        return not (c.address.url in named or is_issue or is_marked or is_printed)

    return list(filter(is_article, candidates))


_NUMBERED_PAGE = re.compile(r"\d[^/]*$")  # of content_88.htm the map has content_88.htm?div=-1, too


def leads_to_sheet(tree: LexborHTMLParser, base: str, url: str, following: str) -> bool:
    """Tell whether what follows a page is a further sheet of the issue that it shows, by the words that lead there."""
    if following in sheets(tree, base, url):
        return True
    said = _links(tree, base, lambda node: any(map(_NEXT_SHEET.fullmatch, _told(node))) or None)
    return any(to == following for _, to in said)


def next_sheet(tree: LexborHTMLParser, base: str, url: str) -> str | None:
    """Return the sheet after the one shown, of an issue whose sheets a page names."""
    named = sheets(tree, base, url)
    if not named:
        return None
    order = list(named)
    following = dict(pairwise(order))
    if url in named:
        return following.get(url)
    own = read_address(url)
    beside = sorted(to for to in named if read_address(to).shape == own.shape)
    if beside:  # the one shown has no link
        return next((to for to in beside if to > url), None)
    first = named[order[0]]
    return order[1] if first["word"] in ("头", "一") or int(first["number"] or 0) == 1 else order[0]


def issue_before(tree: LexborHTMLParser, base: str, url: str) -> str | None:
    """Return the issue before the one shown: where addresses tell days, of those that have the shape of its own or that a
    calendar or a list names by their day; else of those that the page names by their numbers, its own told by a link to it
    or by the title."""
    if day_of(url):
        return _of_days(list(_linked(tree, base, url)), read_address(url), tree, base)
    leaves = {url.rstrip("/"), *(to.rstrip("/") for to in sheets(tree, base, url))}
    title = tree.css_first("title")
    words = (title.text() or "") if title is not None else ""
    for named, key_of in (
        (_numbered(tree, base, url), _key),
        (_on_shelf(tree, base, url), lambda title: _key_on_shelf(title, url)),
        (_called_by_days(tree, base, url), _key_of_day),
    ):
        own = next((key for key, to in named.items() if to.rstrip("/") in leaves), None) or key_of(words)
        if before := _before(named, own):
            return before
    return None


def issue_before_front(tree: LexborHTMLParser, base: str, url: str) -> str | None:
    """Return the issue before the one that the front page of a paper shows, which is its newest."""
    links = list(_linked(tree, base, url))
    days = {told.url: day_of(told.url) for node, told in links if _is_named_by_day(node, told)}
    if len(days) >= _FEW:
        newest = max(day_of(told.url) or "" for _, told in links)
        before = max((day for day in days.values() if day and day < newest), default="")
        return next((to for to, day in days.items() if before and day == before), None)
    numbered = _numbered(tree, base, url)
    return _before(numbered, max(numbered, default=None))


def _linked(tree: LexborHTMLParser, base: str, url: str) -> Iterator[tuple[LexborNode, Address]]:
    """Yield the links of a page that stay on its host, each with what its address says."""
    for node, to in _links(tree, base, lambda node: node):
        if same_host(to, url):
            yield node, read_address(to)


def _of_days(
    links: list[tuple[LexborNode, Address]], own: Address, tree: LexborHTMLParser, base: str
) -> str | None:
    day = day_of(own.url) or ""
    others = [told for node, told in links if told.shape == own.shape or _is_named_by_day(node, told)]
    before = {told.url: listed for told in others if (listed := day_of(told.url)) and listed < day}
    if before:
        latest = max(before.values())
        return min(to for to, listed in before.items() if listed == latest)
    earlier = max((listed for listed in _days_listed(tree) if listed < day), default="")
    return _dated(first_leaf(tree, base, own.url), day, earlier) if earlier else None


def _is_named_by_day(node: LexborNode, told: Address) -> bool:
    """Tell a link to a day that is called by it: 26 in a calendar, 2026-11-26, 11月26日 in a list."""
    if (date := day_of(told.url)) is None:
        return False
    year, month, day = map(int, date.split("-"))
    words = titles.squeeze((node.text() or "")[:_WORDS])
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    named = numbers in ([day], [month, day], [year, month, day])
    return named and not re.sub(r"[\d\s年月日号期/.-]|(?:星期|周)[一二三四五六日天]|[^\w]", "", words)


def _numbered(tree: LexborHTMLParser, base: str, url: str) -> dict[Key, str]:
    """Return the issues that links of a page's host name by their numbers and by nothing else but their days."""
    found: dict[Key, str] = {}

    def number(node: LexborNode) -> Key | None:
        return next((key for words in _told(node) if (key := _key(words, alone=True))), None)

    for key, to in _links(tree, base, number):
        if same_host(to, url) and not read_address(to).document:
            found.setdefault(key, to)
    same = len({bool(year) for year, _ in found}) == 1
    return found if same and len(found) >= _FEW else {}


def _called_by_days(tree: LexborHTMLParser, base: str, url: str) -> dict[Key, str]:
    """Return the issues that links of a paper's host call by their days and by nothing else: 往期 2026-11-20 2026-11-13."""
    if not _is_of_paper(tree):
        return {}
    called: dict[str, set[Key | None]] = {}
    for node, told in _linked(tree, base, url):
        words = titles.squeeze((node.text() or "")[:_WORDS])
        if words and not told.document and not _SHEET.fullmatch(words):
            called.setdefault(told.url, set()).add(None if _beside(words) else _key_of_day(words))
    found = {key: to for to, keys in called.items() if len(keys) == 1 and (key := next(iter(keys)))}
    return found if len(found) >= _FEW else {}


def _key_of_day(words: str) -> Key | None:
    """Return the year, and the month and day as one number, that words name."""
    day = _DAY.search(words)
    return (int(day["y"]), 100 * int(day["m"]) + int(day["d"])) if day else None


def _key(words: str, *, alone: bool = False) -> Key | None:
    """Return the year, 0 where issues are numbered through, and the number of an issue that words name."""
    found = _NUMBER.search(words)
    if found is None:
        return None
    beside = alone and _beside(words[: found.start()] + words[found.end() :])
    return None if beside else (int(found["year"] or 0), int(found["number"]))


def _beside(words: str) -> str:
    """Return what words say besides the day of an issue."""
    return _BESIDE.sub("", _DAY.sub("", words))


def _before(numbered: dict[Key, str], own: Key | None) -> str | None:
    earlier = [key for key in numbered if own is not None and bool(key[0]) == bool(own[0]) and key < own]
    return numbered[max(earlier)] if earlier else None


def _told(node: LexborNode) -> Iterator[str]:
    """Yield what names a link: its words, its title, what stands for its picture."""
    shown = (node.text() or "").strip()
    image = None if shown else node.css_first("img[alt]")
    marks = (node.attributes.get("title"), node.attributes.get("alt"))
    for words in (shown, *marks, image.attributes.get("alt") if image is not None else None):
        if plain := titles.squeeze((words or "")[:_WORDS]):
            yield plain


def _links(
    tree: LexborHTMLParser, base: str, told: Callable[[LexborNode], _T | None]
) -> Iterator[tuple[_T, str]]:
    """Yield what is told of that which leads on from a page, with its address, where anything is: of links, the options of a
    choice, handlers (location.href='..')."""
    functions = Functions(tree)
    for node in tree.css(_LINKS):
        if (said := told(node)) is None:
            continue
        reference = node.attributes.get("href") or node.attributes.get("value") or ""
        if not reference or reference.startswith("#") or reference.lower().startswith("javascript:"):
            reference = handler_target(node.attributes.get("onclick") or reference, functions) or ""
        if reference and (to := resolve(base, reference)):
            yield said, to


def first_leaf(tree: LexborHTMLParser, base: str, url: str) -> str:
    """Return the address of the first leaf of the issue of which a page shows one."""
    own = read_address(url)
    links = (resolve(base, node.attributes.get("href") or "") for node in tree.css("a[href], area[href]"))
    leaves = (read_address(to) for to in links if to)
    return min([url, *(o.url for o in leaves if o.shape == own.shape and day_of(o.url) == day_of(url))])


def issue_before_listed(text: str, url: str) -> str | None:
    """Return the issue before one whose first leaf has an address, of those whose days a calendar's data list."""
    day = day_of(url) or ""
    listed = filter(None, (iso_date(d["y"], d["m"], d["d"]) for d in _DAY.finditer(text)))
    before = max((other for other in listed if other < day), default=None)
    return _dated(url, day, before) if before else None


def _days_listed(tree: LexborHTMLParser) -> set[str]:
    """Return the days of issues that a calendar's script lists: var period = ["2026-11-27", "2026-11-24"]."""
    texts = (script.text() or "" for script in tree.css("script"))
    lists = (found[0] for text in texts for found in _DAYS.finditer(text))
    days = (iso_date(d["y"], d["m"], d["d"]) for listed in lists for d in _DAY.finditer(listed))
    return set(filter(None, days))


_WRITTEN = r"20\d\d[-/.]?\d{1,2}[-/.]?\d{1,2}"
_DAYS = re.compile(
    rf"\[\s*(?:[\"']{_WRITTEN}[\"']\s*(?:,\s*)?){{2,}}\]|[\"'](?:{_WRITTEN}\s*[,;|]\s*)+{_WRITTEN}[\"']"
)


def _dated(url: str, own: str, day: str) -> str | None:
    """Return an address with its day put for another, written as it writes its own; None where it writes it otherwise."""
    y, m, d = own.split("-")
    written = re.compile(rf"{y}(?P<first>[-/_.]?)(?:{m}|{int(m)})(?P<second>[-/_.]?)(?:{d}|{int(d)})(?!\d)")
    bare = not re.search(rf"{y}[-/_.]?{m}[-/_.]?{d}(?!\d)", url)  # 2026-9-5
    other = [part.lstrip("0") if bare else part for part in day.split("-")]
    changed, count = written.subn(lambda f: f"{other[0]}{f['first']}{other[1]}{f['second']}{other[2]}", url)
    return changed if count else None
