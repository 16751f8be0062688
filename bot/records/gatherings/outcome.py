"""What became of a gathering: ahead, under way, held, put off or called off, seen from the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.records.article import Article
from bot.records.facts import Fact
from bot.records.gatherings.days import BEHIND_LAUNCH
from bot.records.gatherings.limits import OVER, is_over, last_day_to_enter
from bot.records.gatherings.moved import POSTPONED, is_of_other, looks_back_on_it
from bot.records.gatherings.others_days import PRESS, is_of_frame
from bot.records.gatherings.runs import LASTING, OPENS, WILL_BE, is_finale_ahead
from bot.records.mentions import Mention
from bot.records.mentions.held import UNDER_WAY
from bot.records.mentions.words import LAUNCH_RITE
from bot.records.model import Status
from bot.records.rules import Rule, branched
from bot.records.subjects import Subject
from bot.records.text import flat

_CANCELLED = Rule(
    r"取消(?!了?[^。,]{0,6}(?:资格|限制|审批))|停办|不办了|不再举办|不再举行|撤销举办|停止举办|暂停举办"
)
_AHEAD = branched(
    r"将于|定于|拟于|拟在|即将|将在|将同期|将(?:正式|隆重|盛大|全面|再次|如期)?(?:启动|启幕|开幕|拉开|开启)|(?<!本)届时|敬请|诚邀|报名|征稿|倒计时|(?:开幕|开展|开赛|启幕)在即|箭在弦上|蓄势待发|冲刺(?:期|阶段)|等你来|预告|邀请函|预登记|现将有关事项|有关事项通知|招展|计划于|预计|将(?:陆续|相继|先后|分别)(?:举[办行]|推出|开展|上演|登场|亮相)|还[将要](?:举[办行]|开展|推出|组织|上演)|还?拟(?:举[办行]|召开|策划|组织)|将(?!军|来|近|持续)[^,。;\n]{0,60}?(?:举[办行]|召开|亮相|登场|登陆|上演|开[馆场讲班]|展开)|还会(?:继续)?举[办行]|(?:时间|日期|档期|地点)(?:尚未|还未|仍未|还没|暂未|有待|待|另行)(?:最终|进一步)?(?:确定|定|敲定|公布|通知)|启事|定档|敲定|相约|邀您|等您|恭候|征集|截稿|收稿|筹备(?!大?会|组|委|处|办|工作|成立)|将迎来|将亮相|会期定|档期|备战|现已启动|诚征|诚挚邀请|安排在|还[有剩](?:最后)?[一二两三四五六七八九十半百\d]+(?:多?天|个?(?:月|星期|周))(?=[,。;])|就要(?=[开与在和同迎])"
)
_OPENING = re.compile(r"开幕|启幕|拉开(?:了)?(?:帷|序|大)幕|正在|火热|持续至|将持续|展至|启动|开展|开赛")


def is_announced(article: Article, when: Sequence[Fact]) -> bool:
    """Tell whether the words right before the day chosen say that it is to come: 决赛将于9月14日."""
    begins = [f.begin for f in when if f.field in ("start", "end")]
    launched = any(f.rule == BEHIND_LAUNCH for f in when)
    return launched or any(
        WILL_BE.search(article.plain[max(0, at - 8) : at])
        and not OVER.search(article.plain, article.sentence(at).begin, at)  # 某展落幕,展期5月18日至20日
        for at in begins
    )


def read_status(
    subject: Subject, article: Article, start: str | None, end: str | None, announced: bool
) -> Fact:
    """Tell the status as seen from the article's day: dropped or moved first, then dates, then words."""
    moved = _moved(subject, article)
    if moved is not None:
        return moved
    if only_judged(subject, article):
        return Fact("status", "upcoming", *_words(subject, article), "told by its first judging")
    status, (begin, place_end) = _by_day(start, end, article.published), _words(subject, article)
    if article.published is None and _is_ahead(article, start):
        status = "upcoming"
    if PRESS.search(subject.name) and not announced and _has_met(subject, article, start):
        return Fact("status", "held", begin, place_end, "the press has been met")
    if (
        not start
        and end
        and (article.published is None or end >= article.published.isoformat())
        and _is_open(subject, article)
    ):
        status = "ongoing"
    if status is None and not start and _was_on(subject, article):
        status = "held"
    if status in (None, "held") and subject.kind == "event" and _opens_today(subject, article, start, end):
        status = "ongoing"
    if status is None and is_finale_ahead(subject, article):
        status = "upcoming"
    elif status is None and announced:
        status = "ongoing" if end and not start else "upcoming"
    elif status in (None, "ongoing"):
        status = _by_words(subject, article, status)
    if status == "held" and _may_be_entered(subject, article, start):
        status = "upcoming"
    return Fact("status", status, begin, place_end, "seen from the article's day")


# 某大赛初评在某校举行: the works are judged, the contest is still to come (guide rule 8).
_JUDGED = re.compile(
    r"[”》]?(?:作品|网络|专家)?(?:初评|初审|初选)(?:会|会议|工作|环节)?(?:[,在于日昨今\d]|结束|揭晓|举行|落幕|完成|启动)"
)


def only_judged(subject: Subject, article: Article) -> bool:
    """Tell whether a contest is told of only by the first judging of what was sent in."""
    whole = [m for m in subject.mentions if m.name.proper]
    return (
        "赛" in subject.name and bool(whole) and all(_JUDGED.match(article.plain, m.name.end) for m in whole)
    )


def _is_ahead(article: Article, start: str | None) -> bool:
    """Tell whether something starts after the day of the dateline, where no page is dated: 某社3月16日讯."""
    lines = [t.start for t in article.times if t.role == "dateline" and t.precision == "day" and t.start]
    return (
        bool(start and lines)
        and lines[0][:1] != "-"
        and _by_day(start, None, date.fromisoformat(lines[0][:10])) == "upcoming"
    )


def _may_be_entered(subject: Subject, article: Article, start: str | None) -> bool:
    """Tell whether something that nobody dates as held has a last day to enter that is not past."""
    if any(m.held and m.dated for m in subject.mentions) and not _is_asked_in(article):
        return False
    limit = last_day_to_enter(subject, article)
    if limit is None or article.published is None:
        return limit is not None
    return start is None and (limit.finish or limit.start or "") >= article.published.isoformat()


# 具体事项通知如下:…请各企业于10月20日前将名单报送至…: a notice speaks of nothing that has been.
_AS_FOLLOWS = re.compile(r"(?:通知|公告|函告|启事|安排)如下")


def _is_asked_in(article: Article) -> bool:
    return article.published is None and bool(_AS_FOLLOWS.search(article.plain, 0, 400))


def _opens_today(subject: Subject, article: Article, start: str | None, end: str | None) -> bool:
    """Tell whether a fair or festival of one known day opened then, lately as the article's day tells or where no page is dated."""
    words = "".join(m.sentence.of(article.plain) for m in subject.mentions if not m.past)
    if not (LASTING.search(subject.name) and OPENS.search(words)) or OVER.search(words):
        return False
    if article.published is None:
        lasts = _GOES_ON.search(article.plain) or (end or start) == start
        return bool(lasts) and not _AHEAD.search(words)
    eve = (article.published - _LATELY).isoformat()
    day = (start or "")[:10]
    return eve <= day <= article.published.isoformat() and (end or day)[:10] == day


_WILL_MEET = re.compile(r"(?:即将|将于|将在|拟于|定于|[将拟])[^,。;\n]{0,24}$")
_MEETS_THEN = re.compile(r"[”》]?[^,。;\n]{0,4}(?:即?将|定于|拟)")


def _has_met(subject: Subject, article: Article, start: str | None) -> bool:
    """Tell whether a press conference is over, whatever it announces: its day is not to come and nothing says that it will be."""
    plain = article.plain
    ahead = any(
        _WILL_MEET.search(plain, m.sentence.begin, m.name.begin) or _MEETS_THEN.match(plain, m.name.end)
        for m in subject.mentions
        if not m.name.proper or PRESS.search(m.name.text)
    )
    to_come = start and article.published and start[:10] > article.published.isoformat()[: len(start[:10])]
    return not (ahead or to_come)


_GOES_ON = re.compile(r"(?:为期|会期|展期)[^,。]{1,3}天|持续[至到](?!今)|展期[至到为]")
_LATELY = timedelta(3)  # fairs of the trade last about so long


def _was_on(subject: Subject, article: Article) -> bool:
    """Tell whether something else is told to have been held during it: 10月12日,某会在某博览会期间召开."""
    day = article.published.isoformat() if article.published else ""
    return any(is_of_frame(subject, article, t) and (t.start or "~")[:10] <= day for t in article.times)


def _is_open(subject: Subject, article: Article) -> bool:
    """Tell whether a thing with a last day to come has opened: 开幕的第一天…将持续到8月25日."""
    words = "".join(m.sentence.of(article.plain) for m in subject.mentions)
    return bool(_IS_OPEN.search(words))


_IS_OPEN = re.compile(
    r"开幕(?:的|后|以来|当天|首日|第一天)|首日|昨[日天].{0,10}开幕|(?:近日|日前)[^。]{0,80}(?:开幕|启幕|开展)|正在"
)


# 受疫情影响延期的某年会在天津举行: what was put off has been held.
# 推迟举行的…开幕, 推迟近一个月之后,…昨日启幕
_HELD_LATER = re.compile(r"(?:举[行办]|召开)?的|了?(?:近|约|将近)?[一-鿿\d]{1,6}(?:(?:之|以)?后|的)")
_TAKES_PLACE = re.compile(
    r"(?:(?!将|定于|拟于|拟在)[^。;\n])*?(?:举[行办]|召开|[开启揭]幕|开[展馆门张赛班市街]|亮相|登场|落幕|闭幕|收官|迎客)"
)


def _was_held_later(article: Article, mention: Mention, at: int) -> bool:
    """Tell whether the words of moving only say which one was held at last: 延期的某会在天津举行."""
    return bool(
        _HELD_LATER.match(article.plain, at, mention.name.begin)
        and _TAKES_PLACE.match(article.plain, mention.name.end, mention.sentence.end)
    )


# 受疫情影响,博览会去年停办一届: an edition before was dropped, not this one.
_DROPPED_ONCE = re.compile(r"(?:去年|前年|上届|上一届|往年|曾经?|此前)[^,。;]{0,8}$")


def _moved(subject: Subject, article: Article) -> Fact | None:
    if subject.in_title and _GOES_ON_AGAIN.search(flat(article.title)):
        return None
    told = [(_CANCELLED, "cancelled")]
    if not looks_back_on_it(subject, article):
        told.append((POSTPONED, "postponed"))
    for mention in subject.mentions:
        span = mention.sentence
        for pattern, status in told:
            found = pattern.search(article.plain, span.begin, span.end)
            if found and is_of_other(article, mention, found.start()):
                continue
            if (
                found
                and status == "cancelled"
                and _DROPPED_ONCE.search(article.plain, span.begin, found.start())
            ):
                continue
            if found and mention.held and _was_held_later(article, mention, found.end()):
                continue
            if found and not re.search(
                r"(?<!不得)(?:不|未|没有|无)$", article.plain[max(0, found.start() - 3) : found.start()]
            ):
                return Fact("status", status, found.start(), found.end(), "words of dropping or moving")
    return _moved_by_headline(subject, article)


# 决定于10月15日恢复召开: what was put off goes on, on a day of its own.
_GOES_ON_AGAIN = re.compile(r"恢复(?:召开|举[行办])")
_SET_FIRST = re.compile(r"原定|原计划|原拟|原本")


def _moved_by_headline(subject: Subject, article: Article) -> Fact | None:
    """Return that a thing is put off where the headline says so and the text, later on, from which days."""
    if not (subject.in_title and POSTPONED.search(flat(article.title))):
        return None
    for found in POSTPONED.finditer(article.plain):
        sentence = article.sentence(found.start())
        if subject.holds(found.start()) and _SET_FIRST.search(sentence.of(article.plain)):
            return Fact("status", "postponed", found.start(), found.end(), "words of moving")
    return None


def _words(subject: Subject, article: Article) -> tuple[int, int]:
    """Return the words that show the status: a verb near the name, else the sentence."""
    for mention in subject.mentions:
        for pattern in (OVER, _AHEAD, _OPENING, re.compile("召开|举行|举办")):
            if found := pattern.search(article.plain, mention.sentence.begin, mention.sentence.end):
                return found.span()
    span = subject.mentions[0].sentence if subject.mentions else article.sentences[0]
    return span.begin, span.end


def _by_day(start: str | None, end: str | None, published: date | None) -> Status | None:
    if published is None or not start or start.startswith("-"):
        return None
    day = published.isoformat()
    last = (end or start)[:10]
    if start[:10] > day[: len(start[:10])]:
        return "upcoming"
    if last < day[: len(last)]:
        return "held"
    if len(last) == 10 and start[:10] < day == last:
        return "held"
    if len(last) >= len("2022-12") and last > day[: len(last)]:
        return "ongoing"
    # 昨起展出,展期至本月底: a month's end is still to come.
    return "ongoing" if len(last) == len("2022-12") < len(start) else None


_SOON_ABOVE = re.compile(r"将于|将在|即将|将同期|还将")


def _paragraph_before(subject: Subject, article: Article) -> str:
    """Return the words of the same paragraph before a sub-event that says nothing of its own time."""
    if not subject.mentions or subject.in_title:
        return ""
    begin = subject.mentions[0].sentence.begin
    return article.plain[article.line(begin).begin : begin]


_LAUNCHED = re.compile(rf"(?:正式|全面|今[日天])?(?!{LAUNCH_RITE})启动|(?:进入|开通|开启)(?:招赛|征稿|报名)")
# Told as done, whatever the days of it still hold: 日前在青岛举行…期间将举办洽谈会.
_DONE = re.compile(
    r"(?:日前|近日|近期|昨[日天]|今[日天](?!起)|前不久|不久前|刚刚)[^。;!?\n将]{0,60}(?:举[行办]|召开|开幕|启幕|落幕|亮相|开馆)"
)


# 在某地召开的某会上,某人透露,…将…: what was said there has been held, whatever is to come.
_SAID_AT = re.compile(r"(?:召开|举[行办])的“?$"), re.compile(r"”?上(?![半旬周月个])")


def _is_done(mention: Mention, article: Article) -> bool:
    words, name = mention.sentence.of(article.plain), mention.name
    before = article.plain[mention.sentence.begin : name.begin]
    if (
        name.kind == "meeting"
        and _SAID_AT[0].search(before)
        and _SAID_AT[1].match(article.plain, name.end)
        and "将" not in before
    ):
        return True
    told = mention.held and not (mention.past or mention.press)
    return told and bool(_DONE.search(words)) and not re.search("将|发布会|通气会|获悉", words[:80])


# 决赛将在服博会期间举行 is said of the final alone.
_WITHIN_IT = re.compile(r"[”》]?(?:举[行办]|召开)?期间")


def _by_words(subject: Subject, article: Article, dated: Status | None) -> Status:
    present = [m for m in subject.mentions if not m.past] or subject.mentions
    present = [m for m in present if not _WITHIN_IT.match(article.plain, m.name.end)] or present
    telling = [m for m in present if m.held and m.dated] or present
    spans = [m.sentence for m in telling]
    words = " ".join(s.of(article.plain) for s in spans) + (flat(article.title) if subject.in_title else "")
    if dated == "ongoing":
        return "ongoing"
    if is_over(words):
        return "held"
    if any(_is_done(m, article) for m in subject.mentions):
        return "held"
    if dated is None and any(m.press and m.lead for m in subject.mentions):
        return "upcoming"
    if _AHEAD.search(words) or _SOON_ABOVE.search(_paragraph_before(subject, article)):
        return "upcoming"
    if dated is None and "赛" in subject.name and _LAUNCHED.search(words):
        return "upcoming"  # guide rule 8: it is its final that counts
    if dated is None and re.search(r"(?:持续|正在?)火热|火热(?:持续|进行)", words):
        return "ongoing"
    if article.published is None and "正在" in words:
        return "ongoing"
    if dated is None and any(
        UNDER_WAY.search(article.plain, m.sentence.begin, m.name.begin) for m in telling
    ):
        return "ongoing"
    return "held"
