"""The day of a contest's final, where its rounds are dated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.records.article import Article
from bot.records.gatherings.others_days import PRESS
from bot.records.subjects import Subject
from bot.records.text import Span, flat
from bot.records.time.moments import TimeMention

_ROUND = re.compile(
    r"(?P<final>总决赛|决赛|颁奖|决出|[在于][^,。;\n]{2,12}比赛(?=[,。;\n]|$))|初赛|复赛|海选|初评|报名|投稿|征稿|成衣制作|截止"
)
_ITS_FINAL = re.compile(r"\s*(?:(?:本届|本次|此次)?(?:大赛|比赛|赛事))?(?:总)?决赛")
_OF_A_ROUND = re.compile(r"初赛|复赛|预赛|选拔赛|赛区|海选|站$")


def day_of_final(subject: Subject, article: Article, days: Sequence[TimeMention]) -> TimeMention | None:
    """Return the day of a contest's final where its rounds are dated line by line or clause by clause (guide rule 8)."""
    if (
        subject.kind != "event"
        or not re.search("赛|比武|练兵|擂台|评选|征集", subject.name)
        or PRESS.search(subject.name)
        or _OF_A_ROUND.search(subject.name)
    ):
        return None
    for time in days:
        if _is_of_higher_final(subject, article, time):
            continue
        clause = _clause_of_round(article, time)
        alone = sum(clause.begin <= t.begin < clause.end for t in article.times) == 1
        after = clause.end if alone else min(clause.end, time.end + 12)
        around = article.plain[clause.begin if alone else max(clause.begin, time.begin - 14) : after]
        rounds = list(_ROUND.finditer(around))
        if (
            len(rounds)
            and all(m["final"] for m in rounds)
            and (
                subject.holds(time.begin)
                or _ITS_FINAL.match(article.plain, clause.begin)
                or (subject.in_title and _ITS_FINAL.match(article.plain, time.end))
            )
            and clause.end - clause.begin < 60
        ):
            return time
    return None


# 前八名将代表安徽出战11月的全国决赛: the final of the contest that this one sends its best to.
_SENT_ON = re.compile(
    r"(?:出战|出征|晋级|参加|挺进|进军|征战|角逐|冲击|入围|推荐|选送|代表|备战)[^,。;\n]{0,16}$"
)
_HIGHER_FINAL = re.compile(
    r"的?(?:在[^,。;\n]{2,12}举[行办]的)?(?P<level>全国|全省|国家|世界|国际|亚洲)[^,。;\n]{0,16}?决?赛"
)


def _is_of_higher_final(subject: Subject, article: Article, time: TimeMention) -> bool:
    higher = _HIGHER_FINAL.match(article.plain, time.end)
    sent = _SENT_ON.search(article.plain, max(0, time.begin - 24), time.begin)
    return bool(higher and sent and higher["level"] not in flat(subject.name))


def _clause_of_round(article: Article, time: TimeMention) -> Span:
    """Return the clause a round of a contest is dated in, with the next where the date fills it: 10月中旬,决赛."""
    clause = article.clause(time.begin, time.end)
    if article.plain.startswith("即", clause.begin):  # 决赛定于某会期间,即11月13日
        return article.clause(clause.begin - 1, clause.end)
    if time.begin - clause.begin > 1 or not article.plain.startswith(",", time.end):
        return clause
    return article.clause(time.begin, time.end + 1)
