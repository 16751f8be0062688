"""Which meetings and events an article reports or announces: its names drawn together, weighed by the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.records.article import Article
from bot.records.gatherings.callers import bodiless
from bot.records.gatherings.groups import PRESS_TAIL, SHOW, Group, mentions_of, read_groups
from bot.records.mentions import Mention, read_mention
from bot.records.mentions.aside import HONOUR_AFTER
from bot.records.mentions.held import DEICTIC, LED
from bot.records.mentions.notices import shared
from bot.records.naming.editions import ordinal_of, year_of
from bot.records.naming.heads import PRESS_CONFERENCE, kind_of
from bot.records.naming.likeness import CONTEST_END, bare_letters, is_within
from bot.records.naming.names import Name
from bot.records.rules import Rule
from bot.records.speakers import OF_ITSELF
from bot.records.subjects import PRESS_HEADS, Subject, nested, scoped
from bot.records.text import Span, flat
from bot.records.time.moments import TimeMention

POLITICAL = re.compile(
    r"政协.{0,8}会议|人大.{0,8}会议|党组|十[一二三四五六七八九]大|二十大|全会$|两会[”’]?$|党代会|人民代表大会|中央.{0,6}会议|政治局|世博会$|奥运会|亚运会|进博会$|广交会$|亚信|APEC|apec|(?:^|[一-鿿])公司第[^,。]{1,4}届[^,。]{0,8}监事会|亚太经合|G20|二十国集团|金砖|上合组织|首脑|元首"
)
_HOW_MANY = re.compile(
    r"(?<![第\d一二三四五六七八九十百])(?:\d{1,2}|[一二三四五六七八九十百]{1,3})届(?![一二三四五六七八九十\d]{1,3}次)"
)


_WHOLE_NAME = 8  # letters of what is no short form: 这次某业市场信息交流会


def _is_counted(name: Name) -> bool:
    """Tell whether a name tells its edition or year; 五届时尚节 are five."""
    many = name.kind == "event" and _HOW_MANY.search(name.text)
    return bool(year_of(name.text) or (ordinal_of(name.text) and not many))


_HISTORY = 4.0  # what a name weighs less of which only history, wishes and honours are told


def _weight(titled: bool, mentions: Sequence[Mention], name: Name) -> float:
    """Weigh how surely the article reports or announces a thing of this name.

    No verb of holding is needed where a day and a place stand beside a name of its own in the lead: there
    are more such verbs than a list can hold.
    """
    good = [m for m in mentions if not (m.past or m.wished or m.honour or m.joined or m.press)]
    told = _is_counted(name)
    weight = 3.0 * titled + 2.0 * any(m.held for m in good) + 1.5 * any(m.dated for m in good)
    weight += 1.0 * any(m.placed for m in good) + 1.0 * any(m.lead for m in good)
    weight += 1.0 * any(m.beside and (m.held or m.dated) for m in good)
    whole = len(bare_letters(name.text)) >= _WHOLE_NAME
    weight += (
        0.5 * whole
        + 1.0 * (whole and any(m.held and m.pointed for m in good))
        + 2.0 * told
        + 0.5 * (name.marks == "“" or "“" in name.text)
    )
    # What meets the press is announced (guide rule 3).
    weight += 2.0 * any(m.press and m.lead for m in mentions) * (told or bool(SHOW.search(name.text)))
    weight += 1.5 * any(m.announced and m.lead for m in mentions)
    weight += 3.0 * any(m.alone for m in mentions) + 3.5 * any(
        (m.listed or m.entry) and not m.past for m in mentions
    )
    if mentions and all(m.past or m.wished or m.honour for m in mentions):
        weight -= _HISTORY
    elif mentions and all(m.joined for m in mentions):
        # Whoever goes to what the headline has, or to a numbered thing, on its days, tells of it.
        weight += (1.5 if told else 1.0) if any(m.went and m.lead for m in mentions) else -2.0
    return weight


_PRESIDED = re.compile(
    r"(?:会议|论坛|大会|年会|研讨会|座谈会)由[^。,;\n]{4,40}主持|出席了?(?:本次|此次|这次)?(?:会议|论坛|大会|年会)"
)


def _presided_weight(article: Article, mentions: Sequence[Mention], name: Name) -> float:
    """Weigh who sat at its head or attended, where no verb says that the meeting of the lead was held."""
    led = any(m.lead for m in mentions) and not any(m.past or m.wished for m in mentions)
    told = _is_counted(name)
    return 2.0 * bool(led and told and name.kind == "meeting" and _PRESIDED.search(article.plain))


def _call_weight(article: Article, mentions: Sequence[Mention], name: Name) -> float:
    """Weigh a last day to enter: an article that tells it and names a numbered thing at its top calls for it."""
    told = _is_counted(name)
    limited = any(t.role == "deadline" for t in article.times)
    return (
        told * any(m.lead for m in mentions) * (2.0 * limited or 1.0 * bool(_ENTERING.search(article.plain)))
    )


_WHEN_AND_WHERE = re.compile(
    r"(?:^|\n)[\s■●◆▶*·-]*(?:(?:活动|举办|培训|展会|展览|会议)?(?:时间|日期)|展期)\s?:[^\n]*\d[^\n]*\n(?:[^\n]*\n){0,2}?[\s■●◆▶*·-]*(?:(?:活动|举办|培训|展会|展览|会议)?(?:地点|地址)|展馆)\s?:"
)


def _notice_weight(article: Article, name: Name, titled: bool, mentions: Sequence[Mention]) -> float:
    """Weigh the lines of a notice that say when and where for what its headline names: 植物染工作坊招募啦.

    Below them the text may tell of nothing but the editions before: 参展邀请|2031某展, 某展已成功举办十一届.
    """
    noticed = titled and name.proper and _WHEN_AND_WHERE.search(article.plain)
    return bool(noticed) * (1.0 + _HISTORY * all(m.past for m in mentions) * bool(mentions))


# The minutes of a meeting begin with when, where and who.
_MINUTES = re.compile(
    r"\s*(?:会议|开会)?时间\s?:[^\n]+\n\s*(?:会议|开会)?地点\s?:[^\n]+\n\s*(?:出席|参会|参加|主持|列席)(?:人员?|领导)?\s?:"
)


def _minutes_weight(article: Article, name: Name) -> float:
    """Weigh the head of minutes for the meeting by whose name they go on."""
    return 2.0 * bool(name.kind == "meeting" and name.proper and _MINUTES.match(article.plain))


def _press_weight(article: Article, group: Group, titled: bool) -> float:
    """Weigh the press conference that the text names after what its headline has: 某节新闻发布会 below 今年的某节."""
    called = {n.text for n, _ in group.names}
    met = any(PRESS_TAIL.sub("", n.text) in called for n in article.names if PRESS_TAIL.search(n.text))
    return 1.0 * bool(titled and group.name.kind == "event" and met)


# 克山归来话亚麻:2031年麻纺织行业年会见闻: whoever writes down what he saw there tells of it.
_SEEN_THERE = re.compile(
    r"[”》]?(?:上|中|里)?的?(?:[一二三两几][天日]|参会|观展|参展|现场)?(?:见闻|侧记|手记|札记|随笔|随想|观察|印象|花絮|掠影|剪影|纪行|纪实|散记|特写|有感|所见|所思|速写|归来|回眸|回望|回顾|小记|日记|拾零)"
)


def _seen_weight(article: Article, group: Group, mentions: Sequence[Mention]) -> float:
    """Weigh a headline that says its writer has been there, for what the text names too."""
    headline = flat(article.title)
    seen = any(titled and _SEEN_THERE.match(headline, n.end) for n, titled in group.names)
    return 2.0 * (seen and any(m.name.proper and not m.past for m in mentions))


_ENTERING = Rule(r"参赛|报名|投稿|征稿|收稿|交稿|作品征集|提交作品|寄送|收件|入围|参展商?(?:报名|申请)")
# What a subject must weigh to be a record; more where prices, statistics or adverts fill the article.
ENOUGH = 3.5
ENOUGH_AMID_FIGURES = 5.0
# Of what its edition or year sets off, where nothing else is read: no list of verbs and turns is ever whole.
LEAST = 1.5
# With a day of its own, beside something that is surely reported.
NEARLY_ENOUGH = 3.0
# Where it is all that an article names, in its lead, which tells a day.
BARELY = 1.5
SURELY = 5.0


def _is_all_told(article: Article, subject: Subject) -> bool:
    """Tell whether a lead names one thing only, and when: there are more verbs of holding than a list can have."""
    good = [
        m
        for m in subject.mentions
        if not (m.past or m.wished or m.honour or (m.joined and not m.went) or m.press)
    ]
    lead = article.sentences[:2]
    dated = any(
        lead[0].begin <= t.begin < lead[-1].end and t.role == "event" and t.precision in ("day", "vague")
        for t in article.times
    )
    told = any(len(bare_letters(m.name.text)) >= _IN_FULL for m in good)
    told = told and not any(_ACTED.match(article.plain, m.name.end) for m in good)
    return dated and told and len(good) == len(subject.mentions) and any(m.sentence in lead for m in good)


def _is_held_in_lead(article: Article, mentions: Sequence[Mention]) -> bool:
    """Tell whether a lead says of one thing that it is held, and in another sentence when: 车场昨天七点就满了。某展开门第一天,…."""
    lead = article.sentences[:2]
    dated = any(
        lead[0].begin <= t.begin < lead[-1].end and t.role == "event" and t.precision == "day"
        for t in article.times
    )
    told = [m for m in mentions if m.held and m.name.proper and m.sentence in lead]
    ahead = (article.plain[m.sentence.begin : m.name.begin] for m in told if m.sentence == lead[0])
    opens = any(not words or _SEEN_OUT.fullmatch(words) for words in ahead)  # 某展散了场,… 逛完某展,…
    return (dated or opens) and any(
        not (m.dated or m.past or m.wished or m.honour or m.joined or m.press) for m in told
    )


_SEEN_OUT = re.compile(r"(?:刚刚?)?(?:[逛看听走转跑]完了?|参加完|从)")
# 某常务会议研究并同意…, 在某表彰大会上,某公司获评…: what was done there is what is told.
_ACTED = re.compile(r"[”》]?(?:上,|期间|研究|审议|讨论|原则|通过|同意|决定|指出|强调|提出)")
_IN_FULL = 7  # letters of a name that is told with its trade or its body
_TELLING = 7  # characters of a name that tells which of many such things is held beside


def _dated_beside(article: Article, subject: Subject, found: Sequence[Subject]) -> bool:
    """Tell whether something with a day of its own, or that somebody presides, is held beside what is surely reported."""
    good = [m for m in subject.mentions if not (m.past or m.wished or m.honour)]
    told = any(m.held and m.beside for m in good) and len(subject.name) >= _TELLING
    return (
        (told or any(m.dated or LED.match(article.plain, m.name.end) for m in good))
        and subject.weight >= NEARLY_ENOUGH
        and any(s.weight >= SURELY for s in found if s is not subject)
    )


_THERE = re.compile(
    r"\s*(?:(?:[大年峰]|会议|展览?|博览|交易|洽谈)?会上|会议上|论坛上|(?:会议|大会|活动)?期间|活动(?:中|现场)|仪式上)"
)
_RITE = re.compile(r"(?:揭牌|授牌|签约|揭幕|颁奖|挂牌|授旗|拜师|结对|捐赠|发布|首发)仪式$")


def _is_rite(name: str) -> bool:
    """Tell whether a name is that of a rite alone, no forum with one (某论坛暨某基地揭牌仪式)."""
    first, joint, _ = name.partition("暨")
    return bool(_RITE.search(name)) and not (joint and kind_of(first) == "meeting")


_CONTEST = re.compile(r"(?:大赛|竞赛|比赛)")


def _is_ceremony_within(article: Article, subject: Subject, found: Sequence[Subject]) -> bool:
    """Tell whether a rite without a day, a place or a headline of its own is a point of another gathering's programme."""
    told = [m for m in subject.mentions if m.dated or m.lead]
    if any(
        m.held and m.placed and not _THERE.match(article.plain, m.sentence.begin) for m in subject.mentions
    ):
        return False
    plain = not (subject.in_title or "暨" in subject.name) and all(
        _THERE.match(article.plain, m.sentence.begin) for m in told
    )
    of_contest = ordinal_of(subject.name) and _CONTEST.search(subject.name)  # 第二届某大赛颁奖仪式 decides it
    return bool(
        plain and not of_contest and _is_rite(subject.name) and any(s.weight > subject.weight for s in found)
    )


def read_subjects(article: Article, enough: float = ENOUGH) -> tuple[Subject, ...]:
    """Return the meetings and events an article reports or announces, the main one first.

    Args:
        article: as prepared.
        enough: what a subject must weigh at least.
    """
    found: list[Subject] = []
    headline = flat(article.title)
    groups = [(group, mentions_of(article, group)) for group in read_groups(article)]
    unsaid = not any(m.held and not m.past for _, mentions in groups for m in mentions)
    for group, mentions in groups:
        titled = any(t and not HONOUR_AFTER.match(headline, n.end) for n, t in group.names)
        name = _of_this_edition(group.name, mentions)
        if POLITICAL.search(name.text) or (
            mentions and all(_is_aside(article, m) for m in mentions) and not titled
        ):
            continue
        weight = _weight(titled, mentions, name) + _call_weight(article, mentions, name)
        weight += _minutes_weight(article, name) + _notice_weight(article, name, titled, mentions)
        weight += _press_weight(article, group, titled) + _seen_weight(article, group, mentions)
        weight += _presided_weight(article, mentions, name) if unsaid else 0
        weight += 0.5 * (len(groups) == 1 and _is_held_in_lead(article, mentions))
        weight += 0.5 * (enough > ENOUGH and _opens_with(article, mentions))
        if weight >= (BARELY if len(groups) == 1 else min(enough, NEARLY_ENOUGH)):
            aliases = {n.text for n, _ in group.names if n.text != name.text} | {
                a for n, _ in group.names for a in n.aliases
            }
            body = bodiless(article, name, mentions)
            whole = body.name + OF_ITSELF.sub("", name.text) if body else name.text
            aliases |= {name.text} if body else set()
            span = (body.begin, body.end) if body else None
            found.append(
                Subject(name.kind, whole, tuple(sorted(aliases)), mentions, titled, weight, body=span)
            )
    alone = enough <= ENOUGH and len(groups) == 1
    found = [
        s
        for s in found
        if s.weight >= enough or (alone and _is_all_told(article, s)) or _dated_beside(article, s, found)
    ]
    if enough > ENOUGH:
        found = [s for s in found if _is_told_amid_figures(article, s)]
    if enough < ENOUGH:
        found = [s for s in found if _is_set_off(s)]
    found = [s for s in found if not _is_ceremony_within(article, s, found)]
    found = [
        s for s in found if not (_is_old(article, s) or (len(found) > 1 and _is_undated_press(article, s)))
    ]
    found = _without_history(article, sorted(found, key=_rank))
    # Minutes are of the meeting that only their headline names.
    found = found if _MINUTES.match(article.plain) else _without_echoes(found)
    found = _with_parts(found)
    found = [*nested(article, found), *_press_conference(article, found)]
    return scoped(article, [_named_in_full(s, found) for s in found])


# 在上周四举行的某会议上,有厂家提出减产: where the market heard something.
_HEARD_AT = re.compile(r"的[“《]?$"), re.compile(r"[”》]?(?:上|期间|现场),")


def _is_told_amid_figures(article: Article, subject: Subject) -> bool:
    """Tell whether a review of prices reports a thing itself: by its headline, or with a day and in a clause of its own."""
    if subject.in_title or _opens_with(article, subject.mentions):
        return True
    if any(
        m.held and m.placed and DEICTIC.search(article.plain, m.sentence.begin, m.name.begin)
        for m in subject.mentions
    ):
        return True  # 本次论坛在某市举行: the review is of it
    return any(
        not _HEARD_AT[1].match(article.plain, m.name.end)
        or not _HEARD_AT[0].search(article.plain, m.sentence.begin, m.name.begin)
        for m in subject.mentions
        if _is_dayed(article, m.sentence, ("day", "month") if m.held and not m.joined else ("day",))
    )


def _is_set_off(subject: Subject) -> bool:
    """Tell whether a thing bears its edition or year, and the headline names it or the text says when or where it is."""
    told = subject.in_title or any(m.dated or m.placed for m in subject.mentions)
    return bool(told and (ordinal_of(subject.name) or year_of(subject.name)))


def _opens_with(article: Article, mentions: Sequence[Mention]) -> bool:
    """Tell whether a text begins with where something was lately held: 某协会联席会议近日在辽宁丹东召开,…."""
    first = article.sentences[0] if article.sentences else None
    told = [m for m in mentions if m.sentence == first and m.held and m.placed and m.name.proper]
    aside = any(m.past or m.wished or m.honour or m.joined or m.press for m in told)
    return bool(first and told and not aside) and _is_dayed(article, told[0].sentence, ("day", "vague"))


def _is_dayed(article: Article, span: Span, exact: Sequence[str]) -> bool:
    return any(t.precision in exact and span.begin <= t.begin < span.end for t in article.times)


def _with_parts(found: Sequence[Subject]) -> list[Subject]:
    """Let a part of a joint name, told alone, join it: 某会五届一次年会 and 某会五届一次年会暨标准审定会."""
    parts = {
        s.name: o
        for s in found
        for o in found
        if o.name.startswith(f"{s.name}暨") or _is_last_part(s.name, o.name)
    }
    told = {id(o): [s for s in found if parts.get(s.name) is o] for o in parts.values()}
    return [
        s._replace(
            mentions=(*s.mentions, *(m for part in told.get(id(s), ()) for m in part.mentions)),
            in_title=s.in_title or any(part.in_title for part in told.get(id(s), ())),
        )
        for s in found
        if s.name not in parts
    ]


def _is_last_part(part: str, whole: str) -> bool:
    """Tell whether a joint name ends in another, with or without the town before it: 某节暨抚宁裘皮城开业仪式, 裘皮城开业仪式."""
    _, joint, last = whole.rpartition("暨")
    return bool(joint) and (part == last or (len(part) > _TELLS_ITSELF and last.endswith(part)))


_TELLS_ITSELF = 6  # characters; of 高峰论坛 there may be two
_EDITION_AHEAD = re.compile(r"(?:第?[一二三四五六七八九十百\d]{1,4}|首)届")


def _of_this_edition(name: Name, mentions: Sequence[Mention]) -> Name:
    """Take the edition off a name that only history has (去年的首届某展), where the present one has none."""
    own = [m for m in mentions if m.name.text == name.text]
    counted = _EDITION_AHEAD.match(name.text)
    if counted is None or len(own) == len(mentions) or not (own and all(m.past for m in own)):
        return name
    return name._replace(text=name.text[counted.end() :], begin=name.begin + counted.end())


def _named_in_full(subject: Subject, found: Sequence[Subject]) -> Subject:
    """Give a thing the fuller name that its press conference carries: 2024某大会新闻发布会."""
    for other in found:
        inner = PRESS_TAIL.sub("", other.name)
        fuller = inner != other.name and len(inner) > len(subject.name) and inner.endswith(subject.name)
        if fuller and subject is not other:
            return subject._replace(name=inner, aliases=(*subject.aliases, subject.name))
    return subject


# A headline that reports the conference itself dates it: 某展新闻发布会今日在上海召开.
_PRESS_HELD = re.compile(
    rf"{PRESS_CONFERENCE}[^,。]{{0,12}}(?:召开|举[行办])|并(?:召开|举[行办])(?:新闻)?发布会"
)


# 记者从昨天召开的媒体见面会上获悉: a source, no news.
_HEARD_THERE = re.compile(r"上(?:获悉|了解到|得知)")


def _press_conference(article: Article, found: Sequence[Subject]) -> list[Subject]:
    """Read the press conference for the main subject where it has a day of its own (guide rule 3)."""
    if any(PRESS_HEADS.search(s.name) for s in found):
        return []
    for name in article.names:
        if (
            not PRESS_HEADS.fullmatch(name.head)
            or not found
            or name.text in (found[0].name, *found[0].aliases)
        ):
            continue
        mention = read_mention(article, name)
        days = [
            t
            for t in article.times
            if mention.sentence.begin <= t.begin < mention.sentence.end and t.precision == "day"
        ]
        time = next((t for t in days if t.begin < name.begin or _is_met_on(article, name, t)), None)
        own = time is not None and not re.search(r"[。;\n]", article.plain[time.end : name.begin])
        source = time and time.first.relative and _HEARD_THERE.match(article.plain, name.end)
        own = own and not source
        if (own or (mention.held and _PRESS_HELD.search(flat(article.title)))) and not mention.past:
            return [Subject("meeting", found[0].name + name.head, (name.text,), (mention,), False, ENOUGH)]
    return []


def _is_met_on(article: Article, name: Name, time: TimeMention) -> bool:
    """Tell whether a day behind a press conference is its own: 某展新闻发布会12月11日在汉口举行."""
    return article.plain[name.end : time.begin] in ("", "于", "将于", "定于", "拟于", "已于") and bool(
        re.match(r"[^,。;\n]{0,24}?(?:举[行办]|召开|开(?=[,。]))", article.plain[time.end : time.end + 32])
    )


_SIDE_LINE = re.compile(r"\s*[-·●▪■◆*>»]\s*\S")


def _is_aside(article: Article, mention: Mention) -> bool:
    """Tell whether a name stands in a list of other titles below the article (guide rule 12)."""
    line = article.line(mention.name.begin)
    words = line.of(article.plain)
    low = mention.name.begin > len(article.text) * 0.4
    return bool(
        low and _SIDE_LINE.match(words) and "。" not in words and not re.search(r"\d月\d|\d日", words)
    )


def _rank(subject: Subject) -> tuple[bool, bool, int, float]:
    """Order subjects: those of the title first, those only told beside others last, then by where they are reported."""
    aside = bool(subject.mentions) and all(m.beside for m in subject.mentions)
    told = [m.name.begin for m in subject.mentions if m.held and not m.past]
    first = min(told or [m.name.begin for m in subject.mentions], default=0)
    return not subject.in_title, aside, first if told else first + 1000, -subject.weight


_COUNCIL = re.compile(r"届.{0,4}次(?:常务)?[理监]事(?:扩大)?会议?$")


def _without_history(article: Article, found: list[Subject]) -> list[Subject]:
    """Leave out earlier editions of the main subject that are told beside it (guide rule 4)."""
    if not found:
        return []
    main = found[0]

    def sat_then(other: Subject) -> bool:  # the outgoing council, on the eve of the congress
        return bool(_COUNCIL.search(other.name)) and any(
            m.held and m.dated and not m.past for m in other.mentions
        )

    def earlier(other: Subject) -> bool:
        counts, years = (
            (ordinal_of(main.name), ordinal_of(other.name)),
            (year_of(main.name), year_of(other.name)),
        )
        older = (counts[0] and counts[1] and counts[1] < counts[0] and not _goes_with(*counts)) or (
            years[0] and years[1] and years[1] < years[0]
        )
        short, long = sorted((bare_letters(main.name), bare_letters(other.name)), key=len)
        series_alike = is_within(short[:-2], long) or shared(short, long) >= _ONE_SERIES
        return bool(older) and _alike_heads(main.name, other.name) and series_alike and not sat_then(other)

    seen = [
        t.first.year or 0
        for m in main.mentions
        for t in article.times
        if m.sentence.begin <= t.begin < m.sentence.end
    ]
    now = article.published.year if article.published else max(seen, default=0)
    year = min(year_of(main.name) or now, now) if article.published else year_of(main.name) or now
    history = [s for s in found[1:] if earlier(s)]
    return [
        main,
        *(
            s
            for s in found[1:]
            if s not in history and not _of_years_past(article, s, year) and not _told_with(s, history)
        ),
    ]


def _goes_with(whole: Sequence[int], part: Sequence[int]) -> bool:
    """Tell whether a count is that of one of the sittings counted together: 四届一次 of 第四次会员大会暨四届一次理事会."""
    return tuple(part) in {tuple(whole[at : at + len(part)]) for at in range(1, len(whole) - len(part) + 1)}


def _told_with(subject: Subject, history: Sequence[Subject]) -> bool:
    """Tell whether a subject is only named behind an earlier edition in its sentence: 首届大赛期间举办了洽谈会."""
    framed = [(m.sentence, m.name.end) for s in history for m in s.mentions]
    return bool(subject.mentions) and all(
        any(m.sentence == sentence and end <= m.name.begin for sentence, end in framed)
        for m in subject.mentions
    )


_ONE_SERIES = 0.4  # of the letter pairs of two names: 江西家纺博览会 and 九江童装展览会 are two series
# What was held before is history to any article of the trade's pages.
_NEWS_FROM = 2000


def _is_old(article: Article, subject: Subject) -> bool:
    """Tell whether every sentence that names a subject tells of years gone long ago: 1950年1月,某代表会议举行.

    On a page of a known day the headline may name it too: 回望某展二十年.
    """
    if article.published and _LOOKS_BACK.search(flat(article.title)):
        subject = subject._replace(in_title=False)
        return _of_years_past(article, subject, article.published.year)
    return _of_years_past(article, subject, _NEWS_FROM)


_LOOKS_BACK = re.compile("回望|回首|回眸|往事|记忆|走过|变迁")


def _is_undated_press(article: Article, subject: Subject) -> bool:
    """Tell whether a subject is a press conference without a day of its own (guide rule 3): 日前在国新办新闻发布会上."""
    if subject.in_title or not PRESS_HEADS.search(subject.name):
        return False
    return not any(
        t.precision == "day" and m.sentence.begin <= t.begin < m.name.end + 4
        for m in subject.mentions
        for t in article.times
    )


def _of_years_past(article: Article, subject: Subject, year: int) -> bool:
    """Tell whether all the sentences that name a subject tell of a year before the main one's."""
    whole = [m for m in subject.mentions if m.name.proper] or subject.mentions
    told = [re.findall(r"((?:19|20)\d\d)年", m.sentence.of(article.plain)) for m in whole]
    # 2022年度年会定于2月18日召开: on a day of this year.
    since = any(
        t.role == "event" and t.precision == "day" and str(year) <= (t.start or "")[:4]
        for m in whole
        for t in article.times
        if m.sentence.begin <= t.begin < m.sentence.end
    )
    return (
        bool(year and told and not since)
        and not subject.in_title
        and all(years and max(map(int, years)) < year for years in told)
    )


def _alike_heads(one: str, other: str) -> bool:
    contests = CONTEST_END.search(one) and CONTEST_END.search(other)
    return bool(contests) or bare_letters(one)[-2:] == bare_letters(other)[-2:]


def _counts_apart(one: str, other: str) -> bool:
    """Tell whether each of two unlike names has an edition or year of its own: 第十七届甲展, 乙展2016."""
    counts = [{*ordinal_of(name), year_of(name)} - {None} for name in (one, other)]
    alike = shared(bare_letters(one), bare_letters(other)) >= _ALIKE
    return bool(all(counts) and not (counts[0] & counts[1] or alike))


_ALIKE = 0.6  # of the letter pairs of a name stand in another of the same thing


def _without_echoes(found: list[Subject]) -> list[Subject]:
    """Let a name that only the title or the first line has join the one the text reports with the same head."""
    kept: list[Subject] = []
    for subject in found:
        bare = not any(m.held or m.dated or m.listed or m.entry or m.press for m in subject.mentions)
        twin = next(
            (
                s
                for s in found
                if s is not subject
                and bare
                and _alike_heads(s.name, subject.name)
                and not _counts_apart(s.name, subject.name)
                and any(m.held or m.dated for m in s.mentions)
            ),
            None,
        )
        # 某字母缩写国际会议 above the one meeting that the first sentence reports at length
        alone = [s for s in found if s.kind == "meeting" and any(m.held and m.lead for m in s.mentions)]
        untold = subject.name.endswith("会议") and not subject.mentions and len(alone) == len(found) - 1 == 1
        if twin is None and not untold:
            kept.append(subject)
    return kept
