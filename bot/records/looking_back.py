"""What an article only looks back on (guide rule 4): years gone by, former editions, a history told from its beginnings.

A thing is news of its own where it bears a fresh date: a day or a month without a year, or in this one. What bears but
a year gone by is history wherever it stands; in a text that as a whole looks back, so is all that bears no fresh date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.naming.editions import EDITION, series
from bot.records.naming.likeness import is_within
from bot.records.rules import branched
from bot.records.text import flat

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
# Neither 到2030年 nor 2030年前: an aim is no year that a text has come to.
_YEAR_REACHED = re.compile(r"(?<![到至\d~-])((?:19|20)\d\d)年(?!底|末|[之以]?前|[~-]|[春夏秋冬])")
# A year by itself: neither 2014年3月 nor that of a season, a budget or a five-year plan.
_BARE_YEAR = re.compile(r"(?<![\d至到~-])((?:19|20)\d\d)年(?!\s?\d{1,2}月|度|[春夏秋冬至到~-])")
_MONTH_OF_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年|[-/.])\d{1,2}(?!\d)")
_FRESH = re.compile(
    r"今年|今[天日晨晚]|昨[天日晚]|明[天日]|日前|近日|近期|最近|目前|本[届次周月]|此次|这次|上周|(?<![\d月-])\d{1,2}日|[将定拟]于|即将|届时|刚刚|刚(?:结束|落幕|闭幕|收官|开过|开完|办完|举[行办])"
)
# How one speaks who tells what once was.
_ONCE = branched(
    r"那一?年|那天|那会儿|那时|彼时|一度|此后|浮沉|沉浮|那届|当年(?!度)|当时|当初|起初|如今|而今|后来|从此|自此|昔日|往昔|旧时|岁月|初期|世纪|\d0年代|[一二三四五六七八九]十年代"
    r"|民国|[明清唐宋元汉]代|晚清|明清|解放[前后]|新中国|公私合营|改革开放(?:之初|初期|后)|相传|记载|传说|前身|记忆|往事|旧闻|钩沉|简史|回顾|小史|由来|源于|起源|最早|首创|问世|鼎盛"
    r"|大事记|历程|老照片|至今|年前|年来|年间|[算说数]起|曾|历史|回忆|想起|还记得|第一代|传人|老人"
)
_SIGNS_BESIDE_NEWS = 3  # one is enough where nothing is news
_YEARS_GONE_THROUGH = 3
_YEARS_PAST = 2  # before the page's, of what is told with its year
_LONG_AGO = timedelta(days=100)
_LEAD = 2  # sentences
_NEWS_FROM = 2000  # what was held before is history to any article of the trade's pages


# What a body has done over years is no news, nor over one what bears no day.
_SUMS_UP = re.compile(
    r"大事记\s?\((?:19|20)\d\d年?\s?[-~至到]+\s?(?:19|20)\d\d年?\)\s*$|(?P<year>年度?工作(?:总结|回顾))\s*$"
)


def without_history(drafts: list[Draft], article: Article) -> list[Draft]:
    """Leave out of what was read from an article what it only looks back on."""
    drafts = [d for d in _without_former(drafts, article) if not _is_of_last_century(d, article)]
    if told := _SUMS_UP.search(article.headline):
        drafts = [d for d in drafts if d.kind == "plan" or (told["year"] and d.first("start"))]
    now = _now(drafts, article)
    doubtful = [d for d in drafts if not _is_told_now(d, article, now)]
    if not doubtful:
        return drafts
    sorts = {d.kind == "plan" for d in drafts}
    news = any(_is_fresh(d, article, now) or _in_headline(d, article) for d in drafts)
    looks_back = _looks_back(article, now, news=news or len(sorts) > 1)

    def is_history(draft: Draft, name: Fact) -> bool:
        past = looks_back or _is_of_year_past(article, name, now)
        below = article.sentence(name.begin) not in article.sentences[:_LEAD]
        if draft.kind == "plan":
            return len(sorts) == 1 and below and looks_back
        return past or (below and not news)

    history = [d for d in doubtful if (name := d.first("name")) and is_history(d, name)]
    return [d for d in drafts if d not in history]


def _is_of_last_century(draft: Draft, article: Article) -> bool:
    start = draft.first("start")
    told = _YEAR.search(article.plain, start.begin, start.end + 1) if start else None
    return bool(told and draft.kind != "plan" and int(told[1]) < _NEWS_FROM)


def _now(drafts: Sequence[Draft], article: Article) -> int:
    """Return the year an article speaks from: its page's, one past all told if its news bears none, else the last told."""
    if article.published:
        return article.published.year
    starts = (d.first("start") for d in drafts)
    if any(s is not None and str(s.value).startswith("--") for s in starts):
        return date.max.year
    return max((int(m[1]) for m in _YEAR_REACHED.finditer(article.plain)), default=0)


def _looks_back(article: Article, now: int, *, news: bool) -> bool:
    """Tell whether a text as a whole speaks of the past: it goes through the years, or has the words for it."""
    gone_through = {year for y in _YEAR.findall(article.plain) if (year := int(y)) < now}
    signs = {m[0] for m in _ONCE.finditer(article.plain)}
    news = news or not (gone_through or _ONCE.search(flat(article.title)))
    return len(gone_through) >= _YEARS_GONE_THROUGH or len(signs) >= (_SIGNS_BESIDE_NEWS if news else 1)


def _is_told_now(draft: Draft, article: Article, now: int) -> bool:
    """Tell whether a thing is still to come, or its headline, its sentence or its day says that it is news."""
    name, status = draft.first("name"), draft.first("status")
    if name is None or draft.parent or draft.first("deadline") or _is_fresh(draft, article, now):
        return True
    own = _BARE_YEAR.match(article.plain, name.begin)
    gone = own and article.published and int(own[1]) < now
    if status is not None and status.value in ("upcoming", "postponed", "cancelled", "draft"):
        return not (gone and status.value == "upcoming")  # 2013年某展的订单还没有消化
    if _in_headline(draft, article):
        return True
    if own and int(own[1]) <= now - _YEARS_PAST:
        return False
    sentence = article.sentence(name.begin)
    beside = _BEFORE_OR_AFTER.match(article.plain, sentence.begin)
    return bool(beside or _FRESH.search(article.plain, sentence.begin, sentence.end))


# 典礼前,协会召开第一次会员大会
_BEFORE_OR_AFTER = re.compile(
    r"\s*[一-鿿]{0,6}(?:典礼|会议?|大会|活动|仪式|晚会|开幕式|论坛|年会)(?:开始)?之?[前后],"
)


def _in_headline(draft: Draft, article: Article) -> bool:
    """Tell whether a headline that does not look back has a thing by its name, whole, short or without its edition."""
    headline = flat(article.title)
    names = (flat(draft.name), EDITION.sub("", flat(draft.name)))
    told = any(len(name) >= _NAMED and name in headline for name in names) or any(
        n.proper and n.kind == draft.kind and is_within(flat(n.text), names[0]) for n in article.title_names
    )
    return told and not _ONCE.search(headline)


_NAMED = 3  # letters that name a fair: 袜博会


def _is_fresh(draft: Draft, article: Article, now: int) -> bool:
    """Tell whether a day or month is told, of its beginning or its end, that bears no year, or none gone by."""
    told = [f for f in draft.facts if f.field in ("start", "end")]
    dated = [f for f in told if not str(f.value).isdecimal()]
    if draft.kind == "plan" and told and not dated:
        return True
    if article.published:
        latest = now - _YEARS_PAST + 1
    else:
        latest = max(map(int, _MONTH_OF_YEAR.findall(article.plain)), default=0)
    years = (_YEAR.search(article.plain, f.begin, f.end + 1) for f in dated)
    return any(year is None or int(year[1]) >= latest for year in years)


def _is_of_year_past(article: Article, name: Fact, now: int) -> bool:
    """Tell whether the last year by itself that stands before a name, or opens it, is one gone by."""
    begin = article.sentence(name.begin).begin
    years = _BARE_YEAR.findall(article.plain, begin, name.begin + len("2025年"))
    return bool(years) and int(years[-1]) < now


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
        told, start = series(draft.name), draft.first("start")
        day = start.value[:10] if start and len(start.value) >= len("2025-03") else "~"
        older = 0 < (told.edition or 0) < latest[told.name or ""]
        return bool(told.name) and older and day < long_ago

    return [d for d in drafts if d.kind == "plan" or not is_former(d)]
