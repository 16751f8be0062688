"""What an article only looks back on (guide rule 4): years gone by, former editions, a history told from its beginnings.

A thing is news of its own where it bears a fresh date: a day or a month without a year, or in this one. What bears but
a year gone by is history wherever it stands; in a text that as a whole looks back, so is all that bears no fresh date.
"""

from __future__ import annotations

import re
from datetime import timedelta

from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.naming.editions import series
from bot.records.text import Span, flat

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
# Neither 到2030年 nor 2030年前: an aim is no year that a text has come to.
_YEAR_REACHED = re.compile(r"(?<![到至\d~-])((?:19|20)\d\d)年(?!底|末|[之以]?前|[~-]|[春夏秋冬])")
# A year by itself: neither 2014年3月 nor that of a season, a budget or a five-year plan.
_BARE_YEAR = re.compile(r"(?<![\d至到~-])((?:19|20)\d\d)年(?!\s?\d{1,2}月|度|[春夏秋冬至到~-])")
_MONTH_OF_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年|[-/.])\d{1,2}(?!\d)")
_FRESH = re.compile(
    r"今年|今[天日晨晚]|昨[天日晚]|明[天日]|日前|近日|近期|最近|目前|本[届次周月]|此次|这次|上周|[将定拟]于|即将|届时|刚刚"
)
# How one speaks who tells what once was.
_ONCE = re.compile(
    r"那一?年|那天|那会儿|那时|那届|当年(?!度)|当时|当初|起初|如今|而今|后来|从此|自此|昔日|往昔|旧时|岁月|初期|世纪|\d0年代|[一二三四五六七八九]十年代"
    r"|民国|[明清唐宋元汉]代|晚清|明清|解放[前后]|新中国|公私合营|改革开放(?:之初|初期|后)|相传|据?[^,。]{0,6}记载|传说|前身|记忆|往事|小史|由来|源于|起源|最早|首创|问世|鼎盛"
    r"|大事记|历程|老照片|至今|年前|年来|年间|[算说数]起|曾|历史|回忆|想起|还记得|第一代|传人|老人"
)
_SIGNS_ALONE, _SIGNS_BESIDE_NEWS = 1, 3
_YEARS_GONE_THROUGH = 3
_YEARS_PAST = 2  # before the page's, of what is told with its year
_LONG_AGO = timedelta(days=100)


def without_history(drafts: list[Draft], article: Article) -> list[Draft]:
    """Leave out of what was read from an article what it only looks back on."""
    if not drafts:
        return drafts
    drafts = _without_former(drafts, article)
    now = _now(article)
    papers = all(d.kind == "plan" for d in drafts)
    fresh = [
        d
        for d in drafts
        if (d.kind == "plan" and not (papers and _is_undated(d))) or _is_fresh(_fact(d, "start"), article, now)
    ]
    gone_through = {int(y) for y in _YEAR.findall(article.plain)} - {now}
    signs = {m[0] for m in _ONCE.finditer(article.plain)}
    looks_back = (
        len([y for y in gone_through if y < now]) >= _YEARS_GONE_THROUGH
        or len(signs) >= (_SIGNS_BESIDE_NEWS if fresh else _SIGNS_ALONE)
    )
    return [d for d in drafts if d in fresh or not _is_history(d, article, now, looks_back=looks_back, news=bool(fresh))]


def _now(article: Article) -> int:
    """Return the year an article speaks from: its page's, else the last that it tells."""
    if article.published:
        return article.published.year
    return max((int(m[1]) for m in _YEAR_REACHED.finditer(article.plain)), default=0)


def _is_fresh(start: Fact | None, article: Article, now: int) -> bool:
    """Tell whether a day or month is told that bears no year, or none gone by."""
    if start is None or len(str(start.value)) == len("2025"):
        return False
    told = _YEAR.search(article.plain, start.begin, start.end + 1)
    months = map(int, _MONTH_OF_YEAR.findall(article.plain))
    latest = now - _YEARS_PAST + 1 if article.published else max(months, default=0)
    return told is None or int(told[1]) >= latest


def _is_history(draft: Draft, article: Article, now: int, *, looks_back: bool, news: bool) -> bool:
    name, status = _fact(draft, "name"), _fact(draft, "status")
    ahead = status is not None and status.value in ("upcoming", "postponed", "cancelled", "draft")
    if name is None or ahead or draft.parent or flat(draft.name) in flat(article.title):
        return False
    sentence = article.sentence(name.begin)
    if _FRESH.search(article.plain, sentence.begin, sentence.end):
        return False
    leads = sentence in article.sentences[:2]
    return looks_back or not (news or leads or draft.kind == "plan") or _is_of_year_past(article, sentence, name, now)


def _is_undated(draft: Draft) -> bool:
    return not (_fact(draft, "start") or _fact(draft, "deadline"))


def _is_of_year_past(article: Article, sentence: Span, name: Fact, now: int) -> bool:
    """Tell whether the last year by itself that stands before a name, or opens it, is one gone by."""
    years = _BARE_YEAR.findall(article.plain, sentence.begin, name.begin + len("2025年"))
    return bool(years) and int(years[-1]) < now


def _fact(draft: Draft, field: str) -> Fact | None:
    return next((f for f in draft.facts if f.field == field), None)


def _without_former(drafts: list[Draft], article: Article) -> list[Draft]:
    """Leave out the edition of long ago that an article on a later one looks back on."""
    if article.published is None:
        return drafts
    long_ago = (article.published - _LONG_AGO).isoformat()
    latest: dict[str, int] = {}
    for draft in drafts:
        told = series(draft.name)
        latest[told.name or ""] = max(latest.get(told.name or "", 0), told.edition or 0)

    def is_former(draft: Draft) -> bool:
        told, start = series(draft.name), _fact(draft, "start")
        day = start.value[:10] if start and len(start.value) >= len("2025-03") else "~"
        older = 0 < (told.edition or 0) < latest[told.name or ""]
        return bool(told.name) and older and day < long_ago

    return [d for d in drafts if d.kind == "plan" or not is_former(d)]
