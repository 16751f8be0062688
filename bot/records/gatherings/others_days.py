"""Days told near a gathering that are another's: of its press, its preparation, of what went before, of a visit or a count."""

from __future__ import annotations

import re

from bot.records.article import Article
from bot.records.gatherings.groups import PREPARATION
from bot.records.mentions import Mention
from bot.records.mentions.words import HOLDS_A
from bot.records.naming.heads import PRESS_CONFERENCE
from bot.records.rules import Rule
from bot.records.subjects import Subject, announced_from
from bot.records.text import flat
from bot.records.time.moments import TimeMention

# 记者昨天在某中心看到,展位已搭好: the day of the visit.
_SEEN_THEN = re.compile(
    r"(?:[上下]午)?,?(?:[在到从][^,。;\n]{2,20}?)?(?:看到|走进|来到|走访|探访|探馆|采访(?!团)|见到|发现|注意到)"
)


def _is_of_visit(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is that on which the writer went to look."""
    told = article.plain.endswith(("记者", "笔者"), 0, time.begin)
    behind = _WRITER.match(article.plain, time.end)
    return bool((told or behind) and _SEEN_THEN.match(article.plain, behind.end() if behind else time.end))


_WRITER = re.compile(r"(?:[上下]午)?,?(?:记者|笔者)")
_FRAME = re.compile(
    r"[”》]?会?(?:(?:举办|召开)?期间|现场(?:成功|隆重)?(?:举[行办]|召开)|(?:欢迎|答谢|招待|开幕|前夜)(?:晚宴|酒会|晚会|宴会|午宴))"
)
_WHOLE_OF = re.compile(
    r"[”》]?(?:的|之)?“?(?:重要|核心|配套|系列|主要|重点|一项)*(?:重头戏|压轴戏|子项目|子活动|组成部分|活动之一|一环)"
)
_AS_PART_OF = re.compile(r"(?:作为|是|系|为)(?:本届|今年)?[“《]?$")


def is_of_frame(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a single day is that of what goes on within the subject: 10月12日,某会在某博览会期间召开."""
    return (subject.kind == "event" and time.finish is None) and any(
        m.sentence.begin <= time.begin < m.sentence.end
        and _is_whole(article, m)
        and not _is_held_then(article, time, m.name.begin)
        for m in subject.mentions
    )


def _is_held_then(article: Article, time: TimeMention, begin: int) -> bool:
    """Tell whether a time is told as that of the very name: 决赛将于10月在某地举办的|某博览会期间进行."""
    held = HELD_ON.match(article.plain, time.end)
    return held is not None and held.end() == begin


def _is_whole(article: Article, mention: Mention) -> bool:
    """Tell whether a name is of that of which another is told to be a part: 作为某节的重头戏,某展开幕."""
    name = mention.name
    part = _WHOLE_OF.match(article.plain, name.end) and _AS_PART_OF.search(
        article.plain, max(0, name.begin - 6), name.begin
    )
    return bool(part or _FRAME.match(article.plain, name.end))


def is_called_of_another(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a day behind the subject's name is that of another: 某展是盛会,在10月25日召开的某交流会…."""
    held = HELD_ON.match(article.plain, time.end)
    if not (held and any(m.name.end <= time.begin < m.sentence.end for m in subject.mentions)):
        return False
    own = {m.name.begin for m in subject.mentions}
    return any(
        n.begin == held.end() and n.proper and n.begin not in own and n.kind != "plan" for n in article.names
    )


def _is_of_a_count(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is the one figures were counted on: 截止到昨天下午, 昨天下午5点,据…统计."""
    before, after = (
        article.plain[max(0, time.begin - 4) : time.begin],
        article.plain[time.end : time.end + 16],
    )
    closed = before.endswith(("截至", "截止", "截至到", "截止到"))
    return closed or bool(_BY_COUNT.match(after))


_BY_COUNT = re.compile(r",?据[^,。]{0,10}统计")
# What is done before and behind the days of a thing: guests arrive and leave, stands are built and taken down.
BESIDE_IT = (
    r"(?:报到|签到|布展|特装|搭建|进场|进馆|布馆|撤展|撤馆|撤场|清场|出馆|离会|离开|返程|疏散|彩排|踩台)"
)
_ARRIVE_THEN = re.compile(
    rf"(?:全天|[上下]午|开始|为)?(?:\d{{1,2}}[:时点]\d{{0,2}}(?:-+\d{{1,2}}[:时点]\d{{0,2}})?)?\s?{BESIDE_IT}(?!时间|日期|期|\s?:)"
)
_ARRIVING = re.compile(
    rf"{BESIDE_IT}(?:[和及、/与]?{BESIDE_IT})?(?:施工)?(?:时间|日期|日|期)?(?:相应|也|则)?(?:调整)?\s?[为是于至:|]{{0,2}}\s?$"
)


def _is_of_arrival(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is the one guests arrive on or stands are built on, where that of the thing itself is told too: 报到时间为27日,初赛于28日举行."""
    span = article.sentence(time.begin)
    arrives = _ARRIVING.search(article.plain, max(span.begin, time.begin - 16), time.begin)
    arrives = arrives or _ARRIVE_THEN.match(article.plain, time.end)
    # 报到时间:10月14日 on a line of its own, 会议时间:10月15日 on the next.
    reach = span.end + _NEXT_LINES if _ARRIVING.search(article.plain, span.begin, time.begin) else span.end
    others = (t for t in article.times if t.begin != time.begin and t.start and t.role == "event")
    return bool(arrives and any(span.begin <= t.begin < reach for t in others))


_NEXT_LINES = 40
_ENTRY_OPENS = re.compile(
    r"[^,。;\n]{0,8}(?:开通|开启|启动|开放|开始|铺开)[^,。;\n]{0,4}(?:招赛|报名|征稿|投稿|海选|征集|参赛|招展|招商|售票|预登记)"
)
_WORK_ON_IT = re.compile(
    r"(?:招展|招商|组展|报名|征稿|投稿|售票|预登记)(?:工作|通道|系统)?(?:已|将|也|都)?(?:于|从|自)?$"
)


def _opens_entry(article: Article, time: TimeMention) -> bool:
    """Tell whether a day only opens it for entries or stands: 已于2023年12月正式开通招赛通道, 招展工作昨天铺开."""
    work = _WORK_ON_IT.search(article.plain, max(0, time.begin - 12), time.begin)
    return bool(_ENTRY_OPENS.match(article.plain, time.end) or (work and time.role != "deadline"))


_ORDERED = re.compile(r"(?:务必|必须|要求)(?:于|在)?$")


def _is_ordered(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is one by which others are to act: 务必在本月16日下发."""
    return bool(_ORDERED.search(article.plain[max(0, time.begin - 4) : time.begin]))


_MEETS_PRESS = re.compile(
    rf"(?:[在于][^,。;]{{1,12}}?|[”》]?){HOLDS_A}(?:新闻|媒体)*(?:发布会|通气会|说明会|见面会|记者招?待?会)"
)
# 3月18日,某展新闻发布会在某馆举行: to where it goes over to the thing itself.
_PRESS_NAMED = re.compile(
    rf"[”》]?的?(?:首场|第.场)?{PRESS_CONFERENCE}(?:(?!宣布|透露|获悉|介绍|公布|了解到|将于|定于)[^。;\n])*"
)
_HELD_THEN = re.compile(r"(?:将|拟|定)[于在][^,。;\n]{0,24}(?:举[行办]|召开|开幕)的“?$")
# 10月8日下午,某市政府在上海举行新闻发布会; 在昨天召开的新闻发布会上
_PRESS_BEHIND = Rule(
    rf"(?:(?!举[行办]|召开)[^。;\n“”]){{2,40}}?"
    rf"(?:{HOLDS_A}{PRESS_CONFERENCE}(?!上)|(?:举[行办]|召开)的[^,。;\n]{{0,12}}?{PRESS_CONFERENCE}上)"
    # 昨天上午,大会新闻通气会在某馆召开
    rf"|[^,。;\n“”]{{2,10}},?(?:大会|展会|本[届次][^,。;\n]{{1,8}})?{PRESS_CONFERENCE}(?:[在于][^,。;\n]{{2,16}}?)?(?:召开|举[行办])"
)


def day_of_press(subject: Subject, article: Article, begin: int) -> bool:
    """Tell whether a day or place is the other's of a thing and its press conference.

    昨天,某某博览会在北京举行发布会 tells the conference's; behind 发布会宣布展会将于 stand the thing's.
    """
    if PRESS.search(subject.name):
        starts = ((announced_from(article, m), m) for m in subject.mentions)
        return any(at is not None and at <= begin < m.sentence.end for at, m in starts)
    return bool(_PRESS_BEHIND.match(article.plain, begin)) or any(
        _meets_press(article, m, begin) or _is_of_preparing(article, m, begin)
        for m in subject.mentions
        if m.press
    )


_PREPARED_AT = re.compile(PREPARATION)


def _is_of_preparing(article: Article, mention: Mention, begin: int) -> bool:
    """Tell whether a day is that of a meeting on a fair's preparation: 昨天,市政府召开某节筹备工作会议,定下会期."""
    before = mention.sentence.begin <= begin < mention.name.begin
    return before and bool(_PREPARED_AT.match(article.plain, mention.name.end))


def _meets_press(article: Article, mention: Mention, begin: int) -> bool:
    """Tell whether a place of a sentence about a thing's press conference is told of the conference."""
    plain, name = article.plain, mention.name
    told = _MEETS_PRESS.match(plain, name.end) or _PRESS_NAMED.match(plain, name.end)
    held_then = _HELD_THEN.search(plain, max(0, begin - 4), name.begin)
    return bool(told and mention.sentence.begin <= begin < told.end() and not held_then)


_AFTER_WHICH = Rule(r"继[^,。;\n]{2,50}(?:之后|后|以来)[,。]")


def gone_before(article: Article, begin: int) -> bool:
    """Tell whether a day or place is of what went before: 继8月3日在北京举办发布会后,…."""
    span = article.sentence(begin)
    return any(
        m.start() < begin < m.end() for m in _AFTER_WHICH.finditer(article.plain, span.begin, span.end)
    )


# 把上个月发布的行动计划分给各部门: the day of a paper; 大赛从三月启动至今: of how long it took.
_OF_A_PAPER = re.compile(
    r"(?:刚刚?|已经?|正式|联合)*(?:发布|印发|出台|公布|下发|推出|颁布|通过)的(?=[^,。;]{2})"
)
_IN_FORCE = re.compile(r"(?:执行|有效期?|实施|[封管]控|适用|封闭|静默|隔离)(?:将|期|延续)?[至到]$")
_TILL_NOW = re.compile(
    r"[^,。;]{0,8}(?:启动|开始|征集|筹备|报名|征稿|开赛)(?:至今|以来|后|,[^。;\n]{0,16}阶段)"
)


def _is_of_another(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is that of a paper spoken of, or of when what is told here was begun."""
    plain = article.plain
    since = plain[max(0, time.begin - 1) : time.begin] in ("从", "自")
    vague = time.precision != "day" and _OF_A_PAPER.match(plain, time.end)
    till = _IN_FORCE.search(plain, max(0, time.begin - 8), time.begin)
    return bool(vague or till or (since and _TILL_NOW.match(plain, time.end)))


# Figures run from January on (1-5月运行情况); no gathering does.
_SINCE_JANUARY = re.compile(r"(?:(?:20\d\d|今|去)年)?0?1月?\s?[-至到]\s?\d{1,2}月份?$")


def datable(time: TimeMention) -> bool:
    """Tell whether a time can be the day on which something is held."""
    vague = time.precision in ("vague", "year", "duration", "half", "quarter")
    whole = time.role == "event" or (
        time.role == "history" and time.finish is not None and time.precision == "day"
    )
    return whole and bool(time.start) and not vague and not _SINCE_JANUARY.match(flat(time.quote))


HELD_ON = re.compile(r"(?:在[^,。;]{2,20})?(?:举办|召开|举行|开幕|闭幕)(?:的“?|了?“)")
PRESS_MEETING = r"(?:发布会|通气会|见面会|记者招?待?会)"
PRESS = re.compile(rf"{PRESS_MEETING}$")
# 下届织交会定于明年10月28日开幕
_OF_NEXT = re.compile(r"下一?届(?!理事|会员|委员)[^。;,\n]{0,16}(?:[定将拟][于在])?$")
# 记者昨日从某市政府获悉 tells when it was heard; 记者昨日从某会上获悉 tells when that was held.
_HEARD_FROM = Rule(
    r"(?:[上下]午|晚)?从(?![^,。;\n]{0,40}(?:会|会议|论坛|仪式|[展节])上?(?:举[行办]的)?[^,。;\n]{0,6}上)[^,。;\n]{2,30}(?:获悉|了解到|得知|获知)"
)
# 组委会4月11日发布《关于某展延期举办的通告》, 主办方2月23日宣布: the day of the notice, not of what it is about.
_GIVES_NOTICE = Rule(
    r"(?:,[^,。;《\n]{2,16}?)?(?:正式|对外|联合|共同|统一|晚间?|[上下]午|在[^,。;\n会]{1,12}上?)?"
    r"(?:发布|发出|下发|印发|刊登|公布|刊发)(?:了|的)?"
    r"(?:《[^》\n]{0,60}(?:通知|通告|公告|公示|启事|函)》|[^,。;《\n]{0,36}(?:延期|推迟|取消|改期)[^,。;\n]{0,10}(?:通知|通告|公告|消息|声明))"
    r"|,?[^,。;:\n]{2,30}?(?:组委会|主办方|主办单位|承办方|办公室)[^,。;:\n]{0,6}(?:通告|公告|通知|声明)[^。\n]{0,90}?(?:延期|推迟|[往向]后|改期|取消|暂缓)"
    r"|(?:正式|对外|联合|共同)?宣布(?![^。\n]{0,40}(?:[开启]幕|开赛|启动|开始|开馆|开业|成立|闭幕|落幕))"
)


def is_of_others(article: Article, time: TimeMention) -> bool:
    """Tell whether a time is nothing's that may be held: of a visit, an order, a count, a paper, of what went before.

    Args:
        article: as prepared.
        time: one of its times.
    """
    plain = article.plain
    return bool(
        _is_ordered(article, time)
        or _is_of_visit(article, time)
        or _HEARD_FROM.match(plain, time.end)
        or gone_before(article, time.begin)
        or _is_of_another(article, time)
        or _OF_NEXT.search(plain, max(0, time.begin - 30), time.begin)
        or _GIVES_NOTICE.match(plain, time.end)
        or _is_of_a_count(article, time)
        or _is_of_arrival(article, time)
        or _opens_entry(article, time)
    )
