"""Events (活动): fairs, contests, weeks, trainings; and the lists of activities that announce many at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.gatherings.common import read_gathering
from bot.records.items import Item, numbered
from bot.records.model import Kind, Organisation, Place, Status
from bot.records.naming.editions import year_of
from bot.records.naming.heads import ends_gathering, kind_of
from bot.records.organisations import ROLE_WORDS, OrganisationMention
from bot.records.places import is_region, read_places
from bot.records.rules import Rule
from bot.records.subjects import Subject, own_body
from bot.records.text import Span, flat
from bot.records.time.moments import TimeMention


def read_event(subject: Subject, article: Article) -> Draft:
    """Read an event's record."""
    return Draft("event", subject.name, tuple(read_gathering(subject, article)), subject.parent)


# --- programmes ----------------------------------------------------------------------------------

_PROGRAMME = Rule(
    r"(?:同期|配套|系列|精彩|主要|活动|论坛|展会|大会|现场)(?:活动|论坛|赛事|日程|安排|清单|议程)(?:安排|清单|一览|日程|预告)?(?:请?收好|抢先看|来了|如下|奉上)?\s?[^一-鿿\n]{0,3}\n"
)
_ENTRY = re.compile(r"^\s*(?:\d{1,2}\s?[.、)]|[①-⑳·◆●★-])?\s*(?P<words>[^\n。;]{4,60})$", re.MULTILINE)


def read_programme(main: Subject, article: Article) -> Iterator[Draft]:
    """Yield the sub-events of a programme: lines below 同期活动 or 活动清单 with a date each."""
    head = _PROGRAMME.search(article.plain)
    if head is None:
        return
    at = head.end()
    while (entry := _ENTRY.match(article.plain, at)) is not None:
        span = Span(*entry.span("words"))
        time = next((t for t in article.times if _dates(t, span)), None)
        if time is None and at != head.end():
            return
        draft = time and _programme_entry(main, article, span, time)
        if draft:
            yield draft
        at = entry.end() + 1


_CLOCK = re.compile(r"^\d{1,2}:\d\d\s*(?:-\s*\d{1,2}:\d\d)?\s*")
# 某论坛 某酒店, 某论坛 地点:某酒店: the place stands in a column of its own.
_COLUMN = re.compile(r"[\s|](?P<label>(?:地点|地址|会场|场地)\s?:\s?)?$")


def _hall_in(bracket: re.Match[str], begin: int) -> Fact:
    """Return the hall that a bracket in an entry's name tells, the name standing at `begin` of the text."""
    at, venue = begin + bracket.start("where"), bracket["where"]
    return Fact("place", Place(venue, venue=venue), at, at + len(venue), "place in the line")


def _programme_entry(main: Subject, article: Article, span: Span, time: TimeMention) -> Draft | None:
    before, after = article.plain[span.begin : time.begin], article.plain[time.end : span.end]
    words = _CLOCK.sub("", (before if len(before.strip(" (:")) > 3 else after).strip(" ():,-|"))
    begin = article.plain.find(words, span.begin)
    end = begin + len(words)
    place = next(
        (
            p
            for p in article.places
            if begin < p.begin < end and _COLUMN.search(article.plain, begin, p.begin)
        ),
        None,
    )
    column = place and _COLUMN.search(article.plain, begin, place.begin)
    name = article.text[begin : column.start()].rstrip(" |,") if column else article.text[begin:end]
    behind = None if place or len(before.strip(" (:")) <= 3 else _CELL_BEHIND.match(after)
    bracketed = None if place else _IN_BRACKETS.search(article.plain[begin : begin + len(name)])
    if bracketed:
        name = name[: bracketed.start()].rstrip()
    if not 4 <= len(name) <= 40 or begin < 0 or _NO_ENTRY.search(name):
        return None
    known = next((n for n in article.names if n.begin >= span.begin and n.end <= span.end), None)
    facts = [
        Fact("name", name, begin, begin + len(name), "line of a programme"),
        Fact("start", time.start, time.begin, time.end, "date in the line"),
        Fact("end", time.finish or time.start, time.begin, time.end, "date in the line"),
        Fact("status", _seen(time, article), time.begin, time.end, "seen from the article's day"),
    ]
    if place:
        cell = article.text[place.begin : end]
        facts.append(Fact("place", _in_cell(place.place, cell), place.begin, end, "place in the line"))
    elif behind and article.plain[begin:end] == before.strip(" ():,-|"):
        at, venue = time.end + behind.start("where"), behind["where"]
        facts.append(Fact("place", Place(venue, venue=venue), at, at + len(venue), "place behind the day"))
    elif bracketed:
        facts.append(_hall_in(bracketed, begin))
    confers = known and known.kind == "meeting" and kind_of(name) != "event"
    return Draft("meeting" if confers else "event", name, tuple(facts), main.name, 0.8)


# 面料流行趋势发布会(轻纺城中庭T台): where a line of a programme is held stands in brackets behind it.
_IN_BRACKETS = re.compile(
    r"\s?\((?P<where>[^()\n]{2,24}?(?:[馆厅楼层室区台庭园城场街院]|中心|酒店|宾馆|广场|基地))\)?$"
)


# 某创新论坛 4月12日 二楼轩辕堂, 某大赛(10月18日晚,会展中心T台馆)
_CELL_BEHIND = re.compile(
    r"(?:[上下]午|晚)?\s?(?:\d{1,2}:\d\d(?:-+\d{1,2}:\d\d)?)?(?:\s+|[,:]\s?)(?P<where>[^\s,。;:()]{2,16}[馆厅楼层室堂区台场园城院心店])\)?\s*$"
)
_SIZE = re.compile(r"\s?[((]\d")


def _in_cell(town: Place | None, cell: str) -> Place:
    """Return the place that a cell of a table names, without its size, in the town it begins with if it tells one."""
    cell = _SIZE.split(cell)[0]
    if town and town.text == cell:
        return town
    return replace(town or Place(cell), text=cell, venue=cell)


_HELD_ALONGSIDE = Rule(r"(?:同期|配套|系列)(?:活动|会议|论坛)[^一-鿿\n]{0,3}\n")
_HELD_LINE = re.compile(
    r"\s*(?:\d{1,2}\s?[.、)]|\(?[一二三四五六七八九\d]{1,2}\)|[①-⑳·◆●★-])?\s*(?:将|拟)?(?:举办|召开|举行|组织|开展)(?P<name>[^,。;:(\n]{4,40})[^\n]*\n?"
)


def read_alongside(main: Subject, article: Article) -> Iterator[Draft]:
    """Yield the sub-events that lines without dates below 同期活动 hold: 1.举办面料流行趋势发布会."""
    yield from _named_alongside(main, article)
    head = _HELD_ALONGSIDE.search(article.plain)
    line = _HELD_LINE.match(article.plain, head.end()) if head else None
    while line is not None:
        begin, end = line.span("name")
        known = next((n for n in article.names if n.end == end and n.kind != "plan"), None)
        if known is not None:
            name = article.text[begin:end]
            facts = (
                Fact("name", name, begin, end, "line below 同期活动"),
                Fact("status", "upcoming", begin, end, "announced in a notice"),
            )
            yield Draft(known.kind, name, facts, main.name, 0.75)
        line = _HELD_LINE.match(article.plain, line.end())


_POINT_ALONGSIDE = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,2}、|\(?\d{1,2}[、.)])\s*同期(?:还)?(?:将)?(?:举办|召开|举行|开展)(?P<list>[^\n]+)",
    re.MULTILINE,
)


def _named_alongside(main: Subject, article: Article) -> Iterator[Draft]:
    """Yield the sub-events that a point of a notice names: 三、同期举办甲发布会、乙对接会."""
    for point in _POINT_ALONGSIDE.finditer(article.plain):
        for name in article.names:
            if point.start("list") <= name.begin < point.end() and name.kind != "plan":
                facts = (
                    Fact("name", name.text, name.begin, name.end, "point of a notice: 同期举办"),
                    Fact("status", "upcoming", *point.span(), "announced in a notice"),
                )
                yield Draft(name.kind, name.text, facts, main.name, 0.75)
    for told in _COUNTED_ALONGSIDE.finditer(article.plain):
        status = "upcoming" if _STILL_TO_COME.search(told[0]) else "held"
        for name in article.names:
            if told.start("list") <= name.begin < told.end() and name.kind != "plan" and name.proper:
                facts = (
                    Fact("name", name.text, name.begin, name.end, "activities counted and named"),
                    Fact("status", status, *told.span(), "as the activities are told"),
                )
                yield Draft(name.kind, name.text, facts, main.name, 0.7)


# 期间有11项活动,包括甲颁奖典礼、乙研讨会
_COUNTED_ALONGSIDE = Rule(
    r"期间,?(?:还|将|共|同时|同期|计划)*(?:有|安排|举[行办]|推出|组织|开展|设)了?\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[余多]?[项场个][一-鿿]{0,8}活动,(?:包括|主要有|分别是|有|如|其中有)(?P<list>[^。\n]+)"
)
_STILL_TO_COME = re.compile("将|计划|拟")


_NO_ENTRY = re.compile(
    r"^(?:开幕|闭幕|启动|签约|颁奖|欢迎)?(?:式|仪式|典礼|晚宴|晚会|签到|报到|自由活动|参观)$|登记|报名|截止|扫码|门票|预约|联系|咨询|购票"
    # the steps of a call: 个人申请、单位推荐; 专家初评; 网络投票
    r"|^(?:[一-鿿]{2,4}(?:申请|推荐|申报)[、和及]?)+$|(?:初评|复评|终评|初审|复审|终审|评审|评定|投票|公示|遴选|审核|揭晓|征集|征稿|投稿|寄送|报送)(?:阶段|环节)?$"
)


def _dates(time: TimeMention, span: Span) -> bool:
    return (
        span.begin <= time.begin < span.end
        and bool(time.start)
        and time.precision == "day"
        and time.role != "deadline"
    )


def _seen(time: TimeMention, article: Article) -> Status:
    if article.published is None:
        return "upcoming"
    day = article.published.isoformat()
    if (time.finish or time.start or "") < day:
        return "held"
    return "ongoing" if (time.start or "") <= day else "upcoming"


# --- lists of activities -------------------------------------------------------------------------

_LIST_NAME = Rule(
    r"(?P<name>(?:[一-鿿]{0,24}?)20\d\d年?度?[一-鿿“”]{0,24}?(?:\d{1,3}|[一二三四五六七八九十]{1,3})?(?:项|场|个|大)?(?:年度)?(?:重点|专项|主要|品牌|系列)+(?:专项)?(?:活动|赛事|展会|工作)(?:计划|安排)?)"
)
_LISTED = Rule(r"(?:重点|专项|主要|品牌|系列)(?:活动|赛事|展会|工作)")


def read_activities(article: Article, subjects: Sequence[Subject]) -> Iterator[Draft]:
    """Yield the plan that a list of activities is, then each of its lines as an upcoming event (guide rule 7).

    The lines are dated by the list's year, or by the month and day a line gives itself.
    """
    for match in _LIST_NAME.finditer(article.plain) if _LISTED.search(article.plain) else ():
        lines = numbered(article.plain, Span(match.end(), len(article.text)))
        if len(lines) < 4 or lines[0][1] - match.end() > 240:
            continue
        if match["name"].endswith("工作") and sum(map(_is_visited, lines)) * 2 < len(lines):
            continue  # six works to be done are a plan's points
        year = year_of(match["name"])
        marked = article.plain.startswith("《", match.start() - 1)  # which is read as the document it is
        if not (marked or _is_headline(article, match["name"])):
            yield _list(article, match, lines, year, _announcer(article, match, subjects))
        yield from _activities(article, lines, year)
        return
    yield from _tabled(article)
    yield from _by_day(article)
    yield from _bracketed(article)
    yield from _headlined(article)


def _is_headline(article: Article, name: str) -> bool:
    """Tell whether a list goes by the headline, which is read as the plan it is: 现将2024年重点活动安排公布如下."""
    headline = flat(article.title)
    what = re.sub(r"^.*20\d\d年?度?|(?:计划|安排)$", "", name)  # 协会|2023年|重点活动|安排
    return what in headline and year_of(name) == year_of(headline) and bool(_HEADLINE.search(headline))


def _is_visited(line: Item) -> bool:
    """Tell a line that names what people come to: it ends with the word for it."""
    words = _activity_name(line[0]).rstrip("。;,.")
    return ends_gathering(words) or words.endswith(("培训", "考察", "活动", "评选"))


# 关于开展2022年某省系列活动的通知, with lines such as 某某设计大赛(11月,新余市)
_OF_ACTIVITIES = re.compile(r"关于.*活动(?:安排|计划)?的(?:通知|公告|函)")
_BRACKETED = re.compile(
    r"^[ \t]*(?:\d{1,2}\s?[.、]|\(?[一二三四五六七八九十]{1,2}[)、]|[①-⑳])\s?(?P<words>[^\n()。;:]{4,40})\([^()\n]*(?:月|日|旬|季)[^()\n]*\)[;。,]?[ \t]*$",
    re.MULTILINE,
)


# 计划同时安排了五项重点活动: with its lines below; 去年开展了四项活动: tells what was.
_ARRANGED = re.compile(
    r"(?:^|(?<=[,。;\n]))(?![^。;\n]{0,12}(?:去年|上年|已|过去))[^。;\n]{0,16}(?:安排|排定|议定|确定|办好|将|计划)[^。;:\n]{0,12}活动:[ \t]*$",
    re.MULTILINE,
)


def _bracketed(article: Article) -> Iterator[Draft]:
    """Read the lines of a notice of activities that each carry their day or month in brackets, three at least."""
    arranged = _ARRANGED.search(article.plain)
    if not (arranged or _OF_ACTIVITIES.search(flat(article.title))):
        return
    first = arranged.end() if arranged else 0
    lines = [(m["words"], *m.span("words")) for m in _BRACKETED.finditer(article.plain, first)]
    if len(lines) >= 3:
        yield from _activities(article, lines, year_of(flat(article.title)))


# ◎ 3月27日-29日 某某博览会|某某会展中心: a calendar of what is on, line by line.
_ON_A_DAY = re.compile(
    r"^[^一-鿿\d\n“(]{0,4}(?P<day>(?:20\d\d年)?\d{1,2}(?:月|[./])\d{1,2}日?(?:\s?[-~至到]+\s?(?:\d{1,2}(?:月|[./]))?\d{1,2}日?)?)[\s:,|]+"
    r"(?P<name>[^\n|。;,]{6,50}?)(?:\s?[|,@]\s?(?P<place>[^\n|。;,]{2,24})|\s?[(](?P<where>[^\n()]{2,24}(?:馆|中心|城|店|场|园|区|市))[)])?\s*$",
    re.MULTILINE,
)


def _by_day(article: Article) -> Iterator[Draft]:
    """Read the lines of a calendar of fairs and contests, each its day, its name and its place; two at least."""
    lines = [line for line in _ON_A_DAY.finditer(article.plain) if ends_gathering(_bare(line["name"]))]
    if _PROGRAMME.search(article.plain) or any(_CLOCK.match(line["name"]) for line in lines):
        return
    if len(lines) < _LINES_OF_A_CALENDAR or "。" in article.plain[lines[0].start() : lines[-1].end()]:
        return
    for line in lines:
        begin, end = line.span("name")
        begin += led.end() if (led := _LED_ACTIVITY.match(line["name"])) else 0
        time = next((t for t in article.times if line.start("day") <= t.begin < begin and t.start), None)
        if time is None:
            continue
        facts = [
            Fact("name", article.text[begin:end], begin, end, "line of a calendar"),
            Fact("start", time.start, time.begin, time.end, "day in the line"),
            Fact("end", time.finish or time.start, time.begin, time.end, "day in the line"),
            Fact("status", _seen(time, article), time.begin, time.end, "seen from the article's day"),
        ]
        if at := next((group for group in ("place", "where") if line[group]), None):
            told = next((mention.place for mention in read_places(line[at])), None)
            facts.append(Fact("place", _in_cell(told, line[at]), *line.span(at), "place in the line"))
        kind: Kind = "meeting" if kind_of(_bare(line["name"])) == "meeting" else "event"
        yield Draft(kind, article.text[begin:end], tuple(facts), None, 0.8)


_LINES_OF_A_CALENDAR = 2


def _bare(name: str) -> str:
    """Return a name without what stands in brackets behind it: 某博览会(秋季)."""
    return re.sub(r"\s?\([^()]*\)$", "", name).rstrip("”")


# What the columns of a table of activities are called.
_COLUMNS = {
    "name": re.compile(r"(?:活动|展会|会议|赛事|项目|培训|展览)?名称|活动(?:内容)?|展会|赛事"),
    "time": re.compile(r"(?:举办|活动|展会|会议|拟定|计划|召开|预计)?(?:时间|日期)"),
    "place": re.compile(r"(?:举办|活动|展会|会议|召开|拟定)?(?:地点|城市|地)"),
    "host": re.compile(r"(?:主办|承办|举办|责任|组织|牵头)(?:单位|方|机构|部门)?"),
}
_TIME_COLUMN = re.compile("时间|日期")
_CELLS = re.compile(r"[^\s|]+")


def _tabled(article: Article) -> Iterator[Draft]:
    """Read a table of activities, a row a line under 序号 活动名称 时间 地点 主办单位."""
    if not _TIME_COLUMN.search(article.plain):
        return
    lines = [Span(*m.span()) for m in re.finditer(r"[^\n]+", article.plain)]
    for number, line in enumerate(lines):
        if not _TIME_COLUMN.search(article.plain, line.begin, line.end):
            continue
        columns = [
            next((role for role, called in _COLUMNS.items() if called.fullmatch(cell[0])), "")
            for cell in _CELLS.finditer(article.plain, line.begin, line.end)
        ]
        if len(columns) < 3 or not {"name", "time"} <= set(columns):
            continue
        rows = [list(_CELLS.finditer(article.plain, row.begin, row.end)) for row in lines[number + 1 :]]
        whole = list(takewhile(lambda row: len(row) == len(columns), rows))  # noqa: B023 - used at once
        if len(whole) >= 3:
            yield from (_row(article, dict(zip(columns, row, strict=True))) for row in whole)
            return


def _row(article: Article, cells: Mapping[str, re.Match[str]]) -> Draft:
    name = cells["name"]
    facts = [Fact("name", name[0], *name.span(), "row of a table of activities")]
    begin, end = cells["time"].span()
    time = next((t for t in article.times if begin <= t.begin < end and t.start), None)
    if time:
        facts.append(Fact("start", time.start, time.begin, time.end, "date in the row"))
        facts.append(Fact("end", time.finish or time.start, time.begin, time.end, "date in the row"))
    if place := cells.get("place"):
        told = next((mention.place for mention in read_places(place[0])), None)
        facts.append(Fact("place", _in_cell(told, place[0]), *place.span(), "place in the row"))
    if host := cells.get("host"):
        for body in re.finditer(r"[^、,]+", host[0]):
            at = host.start() + body.start()
            facts.append(
                Fact("organisations", Organisation(body[0], "host"), at, at + len(body[0]), "body in the row")
            )
    status = _seen(time, article) if time else "upcoming"
    facts.append(Fact("status", status, *name.span(), "announced in a table"))
    kind: Kind = "meeting" if _OWN_MEETING.search(name[0]) else "event"
    return Draft(kind, name[0], tuple(facts), None, 0.85)


def _activities(article: Article, lines: Sequence[Item], year: int | None) -> Iterator[Draft]:
    yield from (draft for line in lines if (draft := _activity(article, line, year)) is not None)


_HEADLINE = re.compile(
    r"[^,。:\s]{0,30}20\d\d年?度?[一-鿿]{0,14}(?:活动|赛事|展会|会展|培训)(?:计划|安排|一览表?|清单|日程|预告|排期)"
)
_IS_FIRM = re.compile(r"(?:公司|集团|[工制]?厂)$")
_DATED_LINE = re.compile(
    r"^\s*(?:\d{1,2}\s?[、.]\s*)?(?P<words>[^\n(。]{4,40}\([^()\n]*[月日季旬][^()\n]*\))\s*$", re.MULTILINE
)
# 7月12日 数字化车间现场观摩会(张桥); 10月中旬:省服装设计师沙龙
_LED_LINE = re.compile(
    r"^\s*(?:\d{1,2}\s?[、.](?!\d)\s*|[①-⑳·◆●★-]\s*)?(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|[初中底])?(?:\s?(?:-+|至|到|、)\s?(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬|[初中底])?)?"
    r"[ \t,:|]+(?P<words>[^\n。;:|\d(][^\n。;:|]{3,39})$",
    re.MULTILINE,
)


def _headlined(article: Article) -> Iterator[Draft]:
    """Read a list whose name is the headline and whose lines carry their dates in brackets or begin with them."""
    found = _HEADLINE.search(flat(article.title))
    if found is None:
        return
    lines = [(m["words"], *m.span("words")) for m in _DATED_LINE.finditer(article.plain)]
    lines = lines or [(m["words"], *m.span("words")) for m in _LED_LINE.finditer(article.plain)]
    if len(lines) < 3:
        return
    name, year = article.title[found.start() : found.end()], year_of(found[0])
    begin, end = article.words_of(name)
    facts = [
        Fact("name", name, begin, end, "list of activities"),
        Fact("status", "published", begin, end, "announced"),
    ]
    facts += [
        Fact("items", _activity_name(w), b, b + len(_activity_name(w)), "line of the list")
        for w, b, _ in lines
    ]
    yield Draft("plan", name, tuple(facts), None, 0.8)
    yield from _activities(article, lines, year)


# 研究确定了商会2026年重点活动: neither what was done with the list nor the short name of the body is its name.
_GIVEN_OUT = re.compile(
    r"^(?:(?:现|特|兹)[将就](?=[一-鿿]{0,24}20\d\d)|[一-鿿]*?(?:发布|公布|推出|制定|下发|研究|讨论|审议|通过|确定|明确|部署|议定|商定|敲定|提出|汇总|梳理|整理|编排|排定)+了?"
    r"(?=[一-鿿]{0,24}20\d\d))(?:(?:本|我|该)?(?:协会|商会|学会|分会|联合会|专委会|本会|我会)(?=20\d\d))?"
)


def _list_name(match: re.Match[str], body: OrganisationMention | None) -> str:
    words = _GIVEN_OUT.sub("", match["name"])
    words = re.sub(r"(?:分布|一览|安排)$", "", words)
    tells_whose = re.match(r"20\d\d年?度?[一-鿿]{2,12}(?:行业|协会|省|市)", words) or not re.match(
        r"20\d\d", words
    )
    return words if tells_whose or body is None else body.name + words


def _announcer(
    article: Article, match: re.Match[str], subjects: Sequence[Subject]
) -> OrganisationMention | None:
    """Return the body that gives the list out: the sentence's own, the meeting's, else the first one named."""
    span = article.sentence(match.start())
    bodies = [o for o in article.organisations if o.begin < match.end() and not _IS_FIRM.search(o.name)]
    beside = next((o for o in bodies if span.begin <= o.begin), None)
    before = next(iter(bodies), None)
    return beside or own_body(article, subjects) or before


def _list(
    article: Article,
    match: re.Match[str],
    lines: Sequence[Item],
    year: int | None,
    body: OrganisationMention | None,
) -> Draft:
    name = _list_name(match, body)
    facts = [Fact("name", name, match.start(), match.end(), "list of activities")]
    if body:
        issuer = Organisation(body.name, "issuer")
        facts.append(Fact("organisations", issuer, body.begin, body.end, "body that announces"))
    day = next((t for t in article.times if _announces(article, t, match)), None)
    if day:
        facts.append(Fact("start", day.start, day.begin, day.end, "day of announcing"))
    if year:
        at = article.plain.find(str(year), match.start())
        facts.append(Fact("time_text", str(year), at, at + 4, "year of the list"))
    facts.append(Fact("status", "published", match.start(), match.end(), "announced"))
    facts += [
        Fact("items", _activity_name(w), b, b + len(_activity_name(w)), "line of the list")
        for w, b, e in lines
    ]
    return Draft("plan", name, tuple(facts), None, 0.8)


def _announces(article: Article, time: TimeMention, match: re.Match[str]) -> bool:
    """Tell whether a day is that of the sentence in which the list is given out."""
    words = article.sentence(time.begin).of(article.plain)
    near = abs(time.begin - match.start()) < 160
    return (
        time.role == "event"
        and time.precision == "day"
        and bool(time.start)
        and near
        and bool(re.search(r"发布|公布|推出", words))
    )


# A body's own meeting stays one in a list of activities.
_OWN_MEETING = re.compile(
    r"(?:会员(?:代表)?大会|[理监]事会|年会|(?:工作|联席|办公|扩大|会长|主任|理事长|秘书长)会议?)$"
)
_OWN_DATE = re.compile(r"\s*\((?![春夏秋冬]季?\))(?=[^()]*(?:月|日|季|旬|\d))[^()]*\)\s*$")


# 某设计大赛决赛,4月18日-20日,郑州
_DAY_BEHIND = re.compile(
    r"[,:]\s?(?:20\d\d年)?(?:[\d一二三四五六七八九十]{1,2}月|第?[一二三四1-4]季度|[上下]半年|年[初底中]).*$"
)


def _activity_name(words: str) -> str:
    bare = _DAY_BEHIND.sub("", _OWN_DATE.sub("", words)).strip()
    return (
        bare.removeprefix("“").removesuffix("”")
        if bare.count("“") == 1 and bare[0] == "“" and bare[-1] == "”"
        else bare
    )


# 4月18日在南昌召开五届三次理事会; 3月,组团参加某博览会: the day, the town and the verb are no part of what the line calls it.
_ACTIVITY_DAY = r"[\d一二三四五六七八九十年月日号上中下旬底初至到~—、, -]*"
_LED_ACTIVITY = re.compile(
    rf"{_ACTIVITY_DAY}(?:在[^,。;]{{2,12}}?)?(?:联合|组织|承接)?(?:举办|召开|举行|开展|承办|主办|(?:组团|组织(?:会员|企业|会员企业)?)?(?:参加|参展|出席))(?=[^,。;了]{{4}})"
    rf"|(?=[^,: ]*[月日旬季底初]份?[,: ]){_ACTIVITY_DAY}(?<=[,: ])(?=[^,。;])(?!\d{{1,2}}(?:月|日|:))"
)


# What is told of an activity line by line below its name.
_LABELLED_BELOW = re.compile(
    r"(?:\n[ \t]*(?:活动|举办)?(?:时间|日期|地点|地址|会场|主办|承办|协办|支持|内容|主题|对象|规模|联系)[^\n:]{0,6}:[^\n]*)+"
)
_PLACE_LABEL = re.compile(r"\n[ \t]*(?:活动|举办)?(?:地点|地址|会场)[^\n:]{0,4}:\s?$")


# 某对接会(某区体育中心)
_HALL_LAST = re.compile(
    r"\s?\((?P<where>[^()\n,]{2,20}(?:中心|展馆|体育馆|酒店|宾馆|广场|会堂|礼堂|大厦|展览馆))\)?$"
)
# 某某订货会,某时尚中心
_HALL_BEHIND = re.compile(
    r"(?<=[会展节周赛坛动秀班式华营训]),\s?(?P<where>[^,()\n]{2,20}(?:[馆厅楼层室城园场院镇店]|中心|广场|大厦|基地|集聚区|开发区|大学|学院|学校))$"
)
# 某设计大赛总决赛,荆州
_TOWN_BEHIND = re.compile(r"(?<=[会展节周赛坛动秀班式华营训]),\s?(?P<town>[一-鿿]{2,4})$")
_TOWN_LAST = re.compile(
    r"\s?\((?![^()]*[春夏秋冬季期届])[一-鿿]{2,6}\)$"
)  # 现场观摩会(张桥): where it is held
# (5月18日-22日,某路创意港), (10月28日,南昌市,省纺织工业协会承办)
_PLACE_IN_BRACKETS = re.compile(
    r"[”》]?\s?\((?:(?:20\d\d年)?[\d一二三四五六七八九十]{1,2}月|[上下]半年|[第一二三四1-4]+季度)[^,()\n一-鿿]*(?:[上中下]旬|底|初|末|日|月|[\d-])*,\s?"
    r"(?P<where>(?![^,()]*(?:主办|承办|协办|待定|[月日旬]))[^,()\n]{2,16})(?=[,)])"
)
_ROLES = {word: ROLE_WORDS[word] for word in ("主办", "承办", "协办")}


def _not_before(year: int | None, day: str | None) -> str | None:
    """Give a day of the year before its list's that year: what a list of 2031 arranges for 12月20日 is of 2031."""
    return f"{year}{day[4:]}" if year and day and day.startswith(str(year - 1)) else day


def _activity(article: Article, line: Item, year: int | None) -> Draft | None:
    words, begin, _ = line
    if led := _LED_ACTIVITY.match(words):
        words, begin = words[led.end() :], begin + led.end()
    name = _activity_name(words)
    hall = _HALL_LAST.search(name)
    hall = hall or _HALL_BEHIND.search(name)
    behind = _TOWN_BEHIND.search(name)
    behind = behind if behind and is_region(behind["town"]) else None
    if town := hall or behind or _TOWN_LAST.search(name):
        name = name[: town.start()]
    if len(name) < 4 or _NO_ENTRY.search(name):
        return None
    span = article.line(begin)
    below = _LABELLED_BELOW.match(article.plain, span.end)
    span = Span(span.begin, below.end() if below else span.end)
    facts = [Fact("name", name, begin, begin + len(name), "line of a list of activities")]
    times = [
        t
        for t in article.times
        if span.begin <= t.begin < span.end and t.start and t.role == "event" and t.precision != "year"
    ]
    final = (t for t in times if article.plain.startswith(("决赛", "总决赛", "举行决赛"), t.end))
    time = next(final, next(iter(times), None))
    if time:
        first, last = (_not_before(year, day) for day in (time.start, time.finish or time.start))
        facts.append(Fact("start", first, time.begin, time.end, "date in the line"))
        if time.finish or time.precision == "day":
            facts.append(Fact("end", last, time.begin, time.end, "date in the line"))
    elif year and (at := article.plain.find(str(year))) >= 0:
        facts.append(Fact("start", str(year), at, at + 4, "year of the list"))
        facts.append(Fact("date_basis", "context", at, at + 4, "year of the list"))
    places = [p for p in article.places if span.begin <= p.begin < span.end]
    places = [p for p in places if p.begin >= begin + len(name) or p.end <= begin]
    labelled = (p for p in places if _PLACE_LABEL.search(article.plain, span.begin, p.begin))
    bracketed = _PLACE_IN_BRACKETS.match(article.plain, begin + len(name), span.end)
    place = next(labelled, next(iter(places), None))
    # 组织会员企业赴某市参观: where they go is told in the name.
    bound = (
        p
        for p in article.places
        if begin < p.begin < begin + len(name) and article.plain[p.begin - 1] == "赴"
    )
    place = place or next(bound, None)
    if bracketed and (place is None or bracketed.start("where") <= place.begin < bracketed.end("where")):
        where = article.text[slice(*bracketed.span("where"))]
        facts.append(
            Fact(
                "place", _in_cell(place and place.place, where), *bracketed.span("where"), "place in the line"
            )
        )
    elif hall and (place is None or hall.start("where") <= place.begin - begin < hall.end("where")):
        fact = _hall_in(hall, begin)
        facts.append(fact._replace(value=_in_cell(place and place.place, hall["where"])))
    elif place:
        facts.append(Fact("place", place.place, place.begin, place.end, "place in the line"))
    facts += [
        Fact("organisations", Organisation(o.name, role), o.begin, o.end, "body in the line")
        for o in article.organisations
        if span.begin <= o.begin < article.line(begin).end
        and (role := _ROLES.get(article.plain[o.end : o.end + 2]))
    ]
    if below:
        facts += [
            Fact("organisations", Organisation(o.name, o.role), o.begin, o.end, "body in the lines below")
            for o in article.organisations
            if below.start() <= o.begin < below.end() and o.role
        ]
    facts.append(Fact("status", "upcoming", begin, begin + len(name), "announced in a list"))
    kind: Kind = "meeting" if _OWN_MEETING.search(name) else "event"
    return Draft(kind, name, tuple(facts), None, 0.85)
