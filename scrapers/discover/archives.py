"""Archives: the lists of earlier months and years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover.addresses import read_address, resolve
from scrapers.discover.pagers import form_around, form_head, is_posted, sent_as

_COUNTED = r"\s*(?:[(（\[]?\s*\d+\s*[篇条]?\s*[)）\]]?)?"
# 2026年11月 (12), and as the month comes first: 11月, 2026; 十一月 2026; November 2026.
_MONTH = re.compile(rf"(?P<year>20\d\d)\s*[-/.年]\s*(?P<month>1[0-2]|0?[1-9])\s*月?份?{_COUNTED}")
_MONTH_FIRST = re.compile(
    rf"(?:(?P<month>1[0-2]|0?[1-9])\s*月|(?P<word>十[一二]?|[一二三四五六七八九])月|(?P<name>[A-Z][a-z]{{2,8}}))\s*[,，]?\s*(?P<year>20\d\d)\s*年?{_COUNTED}"
)
_YEAR = re.compile(
    r"(?P<year>20\d\d)\s*年?度?(?:[及之以]前)?的?(?:新闻|资讯|文章|动态|信息|通知|公告|要闻|内容|归档|存档|汇总|目录)?"
)
# A month in a table of years, the year told by the address beside it: archive.asp?y=2026&m=9, /2026/09/.
_MONTH_ALONE = re.compile(
    r"(?:(?P<month>1[0-2]|0?[1-9])|(?P<word>十[一二]?|[一二三四五六七八九]))\s*(?:月份?)?\s*(?:[(（\[]?\s*\d+\s*[篇条]?\s*[)）\]]?)?"
)
_FEW = 2  # links named by months that make an archive


def month_before(tree: LexborHTMLParser, base: str, url: str) -> str | None:
    """Return the month before the one that a calendar shows, by its arrow to the left or by its address (202610.htm)."""
    own, number = read_address(url), _digits(url)
    ways = {
        resolve(base, node.attributes.get("href") or ""): (node.text() or "").strip()
        for node in tree.css("a[href]")
    }
    named = (to for to, words in ways.items() if to and to != url and _BACK.fullmatch(words))
    alike = (to for to in ways if to and read_address(to).shape == own.shape and _digits(to) < number)
    return next(named, None) or max(alike, key=_digits, default=None)


def _digits(url: str) -> int:
    return int("".join(re.findall(r"\d", urlsplit(url).path + urlsplit(url).query)) or 0)


_BACK = re.compile(r"[«<‹←◀]{1,2}|[上前]一?个?月")


def archives(tree: LexborHTMLParser, base: str, few: int = _FEW) -> dict[str, str]:
    """Return the archives that a page names by month (2026年3月) or by year, newest first, each with its address.

    Args:
        tree: the parsed page.
        base: what its references start from.
        few: how many there are at least.
    """
    months: dict[str, str] = {}
    years: dict[str, str] = {}
    for node, to in _archived(tree):
        words = (node.text() or "")[:40].strip(" \t\n[]【】()（）")
        alone = _MONTH_ALONE.fullmatch(words)
        month = _month_named(words) or (_month_in(to, alone) if alone else None)
        named = None if month else _YEAR.fullmatch(words)
        target = resolve(base, to) if to and (month or named) else ""
        if target and month:
            months.setdefault(month, target)
        elif target and named:
            years.setdefault(named["year"], target)
    months = months if len(months) >= _FEW else _asked_for(tree, base)
    found = months if len(months) >= _FEW else years
    return dict(sorted(found.items(), reverse=True)) if len(found) >= few else {}


def lone_year(
    tree: LexborHTMLParser, url: str, shown: Iterable[str | None], now: datetime | None
) -> str | None:
    """Return the one archive that a page names, of the year of its last entries or one before; None where it names none.

    Args:
        tree: the parsed page.
        url: what its references start from.
        shown: the dates of what the page lists, ISO 8601.
        now: when it was fetched; its entries are of that year where they have no dates.
    """
    named = archives(tree, url, few=1)
    last = min((day[:4] for day in shown if day), default=f"{now:%Y}" if now else "")
    years = [to for name, to in named.items() if len(name) == len("2026") and name <= last]
    return years[0] if len(named) == len(years) == 1 and years[0] != url else None


def _month_named(words: str) -> str | None:
    """Return the month that words are the name of, 2026-11; None where they name none."""
    if named := _MONTH.fullmatch(words):
        return f"{named['year']}-{int(named['month']):02}"
    named = _MONTH_FIRST.fullmatch(words)
    if named is None:
        return None
    name = (named["name"] or "").lower()
    spelt = next((n for n, month in enumerate(_ENGLISH, 1) if len(name) > _FEW and month.startswith(name)), 0)
    number = int(named["month"] or 0) or _NUMERALS.get(named["word"] or "", spelt)
    return f"{named['year']}-{number:02}" if number else None


def _asked_for(tree: LexborHTMLParser, base: str) -> dict[str, str]:
    """Return the months that a form asks for by its lists of years and of months, or by one of both, each with the address
    that it is sent to."""
    for form in tree.css("form"):
        selects = [s for s in form.css("select[name]") if s.css_first("option") is not None]
        if is_posted(form) or not selects:
            continue
        fields = {str(s.attributes["name"]): list(map(_choice, s.css("option"))) for s in selects}
        years = next((n for n, told in fields.items() if _all(_YEAR.fullmatch, told)), "")
        numbers = next(
            (n for n, told in fields.items() if n != years and _all(_MONTH_ALONE.fullmatch, told)), ""
        )
        whole = next((n for n, told in fields.items() if _all(_month_named, told)), "")
        if whole:
            picked = [({whole: value}, _month_named(words)) for value, words in fields[whole] if value]
            return {month: sent_as(form, pick, base) for pick, month in picked if month}
        if years and numbers and len(fields[numbers]) >= _FEW:
            return {
                f"{words[:4]}-{int(month):02}": sent_as(form, {years: year, numbers: month}, base)
                for year, words in fields[years]
                for month, _ in fields[numbers]
                if year and month.isdigit()
            }
    return {}


def _choice(option: LexborNode) -> tuple[str, str]:
    """Return what a choice in a list sends, and what it is called."""
    words = "".join((option.text() or "").split())
    return option.attributes.get("value") or words, words


def _all(names: Callable[[str], object], choices: Iterable[tuple[str, str]]) -> bool:
    """Tell whether all choices of a list are called so, but for the one that sends nothing (请选择)."""
    told = [words for value, words in choices if not words.startswith(("请", "全部", "-", "选择"))]
    return bool(told) and all(map(names, told))


def _archived(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, str]]:
    """Yield what may name an archive, a link or a choice in a list that is gone to or sent, with where it leads."""
    for node in tree.css("a[href], select[onchange*=location] option[value]"):
        yield node, node.attributes.get("href") or node.attributes.get("value") or ""
    for select in tree.css("select[onchange*=submit]"):
        form = form_around(select)
        if form is not None and not is_posted(form):
            head = form_head(select)
            yield from (
                (option, head + (option.attributes.get("value") or ""))
                for option in select.css("option[value]")
            )


def _month_in(address: str, named: re.Match[str]) -> str | None:
    """Return the month of an archive that is named by its month only, where its address has that month and a year."""
    number = int(named["month"]) if named["month"] else _NUMERALS[named["word"]]
    if "月" not in named[0] and not names_month(address):
        return None
    found = re.search(rf"(?<!\d)(20\d\d)(?:\D{{1,9}}0?{number}|{number:02})(?!\d)", address)
    return f"{found[1]}-{number:02}" if found else None


def names_month(address: str) -> bool:
    """Tell an address whose query has a month."""
    return bool(_MONTH_KEY.search(address))


_MONTH_KEY = re.compile(r"[?&](?:month|mon|yue|mm)=\d", re.IGNORECASE)
_ENGLISH = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NUMERALS = {word: number for number, word in enumerate([*"一二三四五六七八九十", "十一", "十二"], 1)}


def earlier(named: dict[str, str], url: str, shown: Iterable[str]) -> str | None:
    """Return the archive that goes on where a page ends.

    Args:
        named: see `archives`.
        url: the page's own address.
        shown: the dates of what the page lists, ISO 8601.
    """
    size = len(next(iter(named), ""))
    seen = sorted({day[:size] for day in shown if len(day) >= size})
    own = own_archive(named, url)
    if own is None and not seen:
        return None
    # An archive, and what it goes on in, has all of its month; of any other page the last one may be cut off, but a
    # page of one year is mostly that year's.
    last = own or seen[0]
    whole = own is not None or (len(seen) == 1 and size == len("2026"))
    return next(
        (target for month, target in named.items() if month < last or (month == last and not whole)), None
    )


def own_archive(named: dict[str, str], url: str) -> str | None:
    """Return the name of the archive that a page is of, None where it is of none."""
    own = [name for name, target in named.items() if _is_of(url, target)]
    return max(own, key=lambda name: len(named[name]), default=None)


def _is_of(url: str, archive: str) -> bool:
    """Tell a page of an archive: its own address, or one that begins so (/2026/10/2/, ?m=202610&page=2)."""
    stem = re.sub(r"\.\w{2,5}$", "", archive.rstrip("/"))
    return url.startswith(stem) and not url[len(stem) :][:1].isdigit()
