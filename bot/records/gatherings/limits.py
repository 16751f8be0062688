"""Until when one may enter what is to come, and which days are given up: the last day to apply, put off or for who comes early."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.records.article import Article
from bot.records.rules import branched
from bot.records.subjects import Subject
from bot.records.time.moments import TimeMention
from bot.records.time.tense import COMES_OUT

# What was held so many times already (已连续成功举办七届) tells of earlier editions.
OVER = branched(
    r"闭幕|落幕|[落拉]下(?:了)?(?:帷幕|大幕)|圆满结束|收官(?!的[是为])|谢幕|闭馆|散场|收锣|[画划][上下](?:了)?(?:圆满)?句[号点]|见分晓|收播|落[槌锤]|圆满举[办行]|(?<!连续)(?<!已经)(?<!已)(?<!在)(?<!\d[年届次])成功举[办行](?!了?[一二三四五六七八九十两\d]{1,3}[届年次期])|成功召开|圆满召开"
)


_TO_BE_OVER = re.compile(r"(?:即?将|拟|定)[^,。;\n]{0,12}$")


def is_over(words: str) -> bool:
    """Tell whether words say that something has ended, not that it will."""
    return any(not _TO_BE_OVER.search(words, max(0, m.start() - 14), m.start()) for m in OVER.finditer(words))


_UNTIL = branched(
    r"(?:今[天日]|即日|\d日)起,?(?:至|到|-)$|(?:收稿|报名|投稿|申报|征集|征稿|报送|提交|收件)[^。\n]{0,6}(?:至|到)$"
)


_ENTERING = re.compile(
    r"报名|投稿|征稿|收稿|交稿|截稿|递交|提交|寄[送到达至]|报送|送达|申报|登记|截止|停止收|作品.{0,6}(?:前|止)"
)
_HOLDING = re.compile(r"决赛|举行|召开|举办|开幕|亮相|登场|颁奖|比出|决出|比赛|上演")


def _is_limit(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is the last one to enter: by its own words, or because its clause speaks of entering only."""
    if not time.start:
        return False
    if is_on_till(article, time) or COMES_OUT.match(article.plain, time.end):
        return False
    if time.role == "deadline" or _UNTIL.search(article.plain[max(0, time.begin - 12) : time.begin]):
        return True
    moved = article.plain.endswith(("到", "至", "为"), 0, time.begin)
    if moved and _IS_PUT_OFF.search(article.plain, article.sentence(time.begin).begin, time.begin):
        return True
    clause = article.clause(time.begin, time.end).of(article.plain)
    if article.plain.startswith(("起", "开始"), time.end):  # 4月1日起征稿
        return False
    return time.precision == "day" and bool(_ENTERING.search(clause)) and not _HOLDING.search(clause)


# 投稿截止时间原为9月30日,现延长至10月15日
_IS_PUT_OFF = re.compile(
    r"(?:报名|投稿|征稿|收稿|截稿|申报|登记|征集|截止)[^。;\n]{0,40}(?:延长|延期|延后|顺延|推迟|展延|宽限|延)(?:到|至|为)$"
)
FROM_NOW = re.compile(r"(?:从|自)?(?P<now>即日)起,?(?:至|到|-+)$")


def is_on_till(article: Article, time: TimeMention) -> bool:
    """Tell whether something is on from now until a day, and is no call: 即日起至10月28日,某展在某馆举行."""
    if not FROM_NOW.search(article.plain, max(0, time.begin - 8), time.begin):
        return False
    told = article.sentence(time.begin).of(article.plain)
    return bool(_IS_ON.search(told)) and not (_ENTERING.search(told) or re.search("征集|征稿|招募", told))


_IS_ON = re.compile(r"举[行办]|展出|开展|亮相|登场|开放|推出")


@lru_cache(maxsize=4)
def limits(article: Article) -> tuple[TimeMention, ...]:
    """Return the times of an article that are a last day for anybody."""
    return tuple(t for t in article.times if _is_limit(article, t))


def last_day_to_enter(subject: Subject, article: Article) -> TimeMention | None:
    """Return the last day to enter something that is not over."""
    told = [
        t
        for t in limits(article)
        if subject.holds(t.begin)
        and not (_calls_for_another(subject, article, t) or _asks_for_comment(article, t))
        and not any(
            words.search(article.plain, article.sentence(t.begin).begin, t.begin)
            for words in (_DROPS_OUT, _THEY_DO)
        )
    ]
    told = [t for t in told if not (_is_early(article, t) or is_dropped(article, t))] or told
    if subject.kind == "meeting":  # whoever comes without a paper has longer
        told = [
            t for t in told if not _OF_PAPERS.search(article.plain, max(0, t.begin - 16), t.begin)
        ] or told
    limit = next((t for t in told if t.role == "deadline"), next(iter(told), None))
    limit = limit and _put_off(article, limit)
    if limit is None or is_over(" ".join(m.sentence.of(article.plain) for m in subject.mentions)):
        return None
    return limit


_OF_PAPERS = re.compile(r"(?:论文|征文|稿件|摘要|投稿)[^,。;\n]*$")
_PUT_OFF = re.compile(
    r"[^,。;\n\d]{0,8}?(?:延长|延期|延后|顺延|推迟|展延|推后|调整|变更|更改|修改|改|延)(?:到|至|为|成|在)"
)


def _put_off(article: Article, limit: TimeMention) -> TimeMention:
    """Return the new last day of what was put off: 截止时间由9月28日延长至10月31日."""
    later = (t for t in article.times if _PUT_OFF.fullmatch(article.plain, limit.end, t.begin))
    return next(later, limit)


# 9月30日前报名优惠: who comes early pays less, or is taken first.
_REWARDED = re.compile(r"优惠|早鸟|(?<![骨曲转对])折(?![叠痕线])|减免|立减|免收|首批|前\d+名")
# 9月20日前缴清展位费, 请于10月1日前预订酒店: what has to be done by then is not entering.
_OTHERWISE_DONE = re.compile(
    r"(?:(?!报名|投稿|申报|登记|提交|递交|报送|回执)[^,。;\n])*?(?:完成(?![^,。;\n]{0,8}(?:报名|投稿|申报|登记|提交|递交|报送|填报|注册))|缴|交[付纳清]?(?=[^,。;]{0,6}费)|汇款|付[款清]|打款|转账|[订预]房|预订|订购|入住|布展|搭建|进场)"
)


# 会议链接由秘书处于3月28日前发送: what the hosts will have done by then.
_THEY_DO = re.compile(r"由(?:秘书处|组委会|会务组|主办方|主办单位|协会|商会|办公室)[^,。;\n]{0,4}?[于在]?$")
# 放弃参展的企业请在5月20日前书面告知: the last day to give one's place up.
_DROPS_OUT = re.compile(
    r"(?:放弃参[展赛加会]|退[展票赛费]|取消参[展赛]|不(?:能|再)?[一-鿿]{0,4}参[展加赛])[^。;\n]{0,20}$"
)


def _is_early(article: Article, time: TimeMention) -> bool:
    """Tell whether a last day is for who enters early, or for paying, booking a room or building a stand."""
    clause = article.clause(time.begin, time.end)
    rewarded = _REWARDED.search(article.plain, clause.begin, clause.end)
    # The verb stands behind the day, or before it as its label: 付款截止日期:9月20日.
    done = _OTHERWISE_DONE.match(article.plain, time.end, clause.end)
    return bool(rewarded or done or _OTHERWISE_DONE.match(article.plain, clause.begin, time.begin))


# 11月28日前将意见反馈我委: the last day to comment on a draft, which the meeting beside it is not.
_COMMENT = re.compile(r"意见|异议")


def _asks_for_comment(article: Article, time: TimeMention) -> bool:
    clause = article.clause(time.begin, time.end).of(article.plain)
    return bool(_COMMENT.search(clause)) and not re.search("报名|参会|回执", clause)


def _calls_for_another(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a last day is that of a contest named before it in its sentence: 论坛上,某大赛启动,9月10日截稿."""
    span = article.sentence(time.begin)
    named = [n for n in article.names if span.begin <= n.begin and n.end <= time.begin and n.proper]
    own = {m.name.begin for m in subject.mentions}
    return bool(named) and named[-1].kind == "event" and named[-1].begin not in own and "赛" in named[-1].text


_DROPPED = re.compile(
    r"原(?:定|计划|为|是|本|通知|公告|方案|安排|拟定|时间|日期|档期|展期|会期|订|预定)|原拟|原来|原先|原于|本应|本该|不[在于]$"
)

_SAME_DAY = re.compile(r"(?:时间|日期|会期|展期)(?:保持|维持)?不变")  # 原定4月15日举办…改为线上,时间不变


def is_dropped(article: Article, time: TimeMention) -> bool:
    """Tell whether a date is the one given up: 原定6月12日至15日举行."""
    after = article.plain[time.end : time.end + 12]
    before = _MOVED_THEN.split(article.plain[max(0, time.begin - 14) : time.begin])[-1]
    if _SAME_DAY.search(article.plain, time.end, article.sentence(time.begin).end):
        return False
    moved = before.endswith(("由", "从")) and _PUT_OFF.match(article.plain, time.end)
    dropped = _DROPPED.search(before[max(before.rfind(sign) for sign in ",;。") + 1 :])
    return bool(dropped or moved or _VOID.match(after))


# 由原定的9月24日改为10月21日
_MOVED_THEN = re.compile(r"(?:改|调整?|推迟|延期|顺延|延后|推后|提前)(?:[为到至在于])")
_VOID = re.compile(r"[^,。;]{0,6}作废")
