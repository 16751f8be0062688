"""The new days of what is postponed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.records.article import Article
from bot.records.gatherings.limits import is_dropped
from bot.records.gatherings.others_days import BESIDE_IT, datable
from bot.records.items import count
from bot.records.mentions import Mention
from bot.records.rules import Rule
from bot.records.subjects import Subject
from bot.records.text import flat
from bot.records.time.moments import TimeMention

POSTPONED = Rule(
    r"延期|推迟|往后推|(?:不能|没法)按原(?:来|定|计划)|不再按(?:照)?原(?:定)?(?:计划|时间)|(?:[举召]?[办开行]?时间|日期|档期)[^,。;]{0,8}另行(?:通知|公布|确定)|(?:不能|无法)(?:如期|按期|按时)(?:召开|举[行办])?|改期|顺延|延后|择期|未能(?:如期|按期)|恢复(?:召开|举[行办])|暂缓|推后|[往向]后(?:延|推|挪|顺)|后延|延至|延到|改[在至到于为](?=[^线,。]{0,4}(?:\d|[下本]周|下个?月|下星期|明[天日年]|后[天日]))|调整(?:至|到|为|在)|挪到|移到"
)


def new_day(subject: Subject, article: Article, days: Sequence[TimeMention]) -> TimeMention | None:
    """Return the new day of something postponed, told as it is or by how long it is put off."""
    if looks_back_on_it(subject, article):
        return None
    return _moved_to(subject, article, days) or _moved_by(subject, article)


def _moved_to(subject: Subject, article: Article, days: Sequence[TimeMention]) -> TimeMention | None:
    """Return the first day behind the last word of moving it."""
    for mention in subject.mentions:
        span = mention.sentence
        words = list(POSTPONED.finditer(article.plain, span.begin, span.end))
        words = [
            w
            for w in words
            if not (
                is_of_other(article, mention, w.start())
                or _ASIDE_MOVED.search(article.plain, span.begin, w.start())
            )
        ]
        after = [t for t in days if words and words[-1].end() <= t.begin < span.end]
        after = after or [t for t in days if words and _NEW_TIME.search(article.plain, span.end, t.begin)]
        if after:
            return after[0]
    return None


_OVER = re.compile(r"闭幕|落幕|收官|谢幕|圆满|成交|回顾|结束")


def looks_back_on_it(subject: Subject, article: Article) -> bool:
    """Tell a headline by which a thing is over: what was put off once (这届展会由4月延至5月) has been held."""
    headline = flat(article.title)
    return subject.in_title and bool(_OVER.search(headline)) and not POSTPONED.search(headline)


# 地点调整为某会展中心; 布展时间相应改为9月22日
_ASIDE_MOVED = re.compile(
    rf"(?:(?:地点|地址|会场|会址|展馆|场馆|场地)[^,。;\n]{{0,4}}|(?:{BESIDE_IT}|报名|征稿|投稿|截稿|截止|缴费|付款)[^,。;\n]{{0,10}})$"
)
_SO_LONG = re.compile(
    r"(?:约|大约|近)?(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,2}|半)个?(?P<unit>天|日|周|星期|月)(?!\d)"
)


def _moved_by(subject: Subject, article: Article) -> TimeMention | None:
    """Return the new days of what is put off by so long from those first set: 原定4月16日举办的某会推迟两周."""
    for mention in subject.mentions:
        span = mention.sentence
        for words in POSTPONED.finditer(article.plain, span.begin, span.end):
            until = words[0].endswith(("至", "到"))  # a month, and no length: 延至5月
            long = None if until else _SO_LONG.match(article.plain, words.end())
            set_first = (t for t in article.times if span.begin <= t.begin < words.start())
            former = next((t for t in set_first if datable(t) and is_dropped(article, t)), None)
            if long and former and not is_of_other(article, mention, words.start()):
                quote = article.text[words.start() : long.end()]
                return _shifted(former, long)._replace(begin=words.start(), end=long.end(), quote=quote)
    return None


def _shifted(former: TimeMention, long: re.Match[str]) -> TimeMention:
    """Move a time by 两周 to the day, by 一个月 to the month."""
    first = former.start or ""
    if len(first) != len("2022-04-16") or long["n"] == "半":
        return former._replace(start=None, finish=None)
    if long["unit"] == "月":
        months = int(first[:4]) * 12 + int(first[5:7]) - 1 + (count(long["n"]) or 1)
        month = f"{months // 12}-{months % 12 + 1:02d}"
        return former._replace(start=month, finish=None, precision="month", clock=None, clock_end=None)
    days = timedelta((count(long["n"]) or 1) * (7 if long["unit"] in ("周", "星期") else 1))
    start, finish = (
        (date.fromisoformat(day[:10]) + days).isoformat() if day else None for day in (first, former.finish)
    )
    return former._replace(start=start, finish=finish)


# …改期。主办方4月22日宣布,新的展期为2021年6月12日至16日.
_NEW_TIME = re.compile(
    r"(?:新的?|调整后的?)(?:展期|档期|会期|赛期|日期|日子|时间|举办时间|举办日期)[^,。;\n]{0,4}$|(?:改|调整|推迟|延期|顺延)[至到于]$"
)
_HELD_WITH = re.compile(r"[与和同跟](?:本届|本次)?$")


def is_of_other(article: Article, mention: Mention, at: int) -> bool:
    """Tell whether words of moving are another thing's: 与纺博会同期举办的机械展延期至五月."""
    begin = mention.name.begin
    span = mention.sentence
    before = at < begin and "," in article.plain[at:begin]
    if before and any(
        span.begin <= n.begin
        and n.end <= at
        and n.proper
        and n.kind != "plan"
        and n.text != mention.name.text
        for n in article.names
    ):
        return True  # 春季采购节暂停举办,秋季采购节将于9月举行
    beside = _HELD_WITH.search(article.plain[max(0, begin - 3) : begin])
    return bool(beside) and any(mention.name.end <= n.begin < n.end <= at for n in article.names)
