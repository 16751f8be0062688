"""Whose gathering it is that a name tells by its sort alone: the society, or the town, that calls, signs or publishes it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.records.article import Article
from bot.records.mentions import Mention
from bot.records.naming.fairs import TOWNS_OWN
from bot.records.naming.likeness import SITTING
from bot.records.naming.names import Name
from bot.records.organisations import OrganisationMention
from bot.records.places import region_of
from bot.records.rules import branched
from bot.records.speakers import CLUB, OF_ITSELF, publishing_club, signatures, speaking_club
from bot.records.text import flat

CEREMONY = branched(
    r"(?:隆重)?(?:(?:启动|启幕|开幕|闭幕|开赛)仪式|(?:开[班营]|结[班业营])(?:仪式|典礼|式)|启动会|[开闭]幕式?(?:招待|文艺|主题|欢迎)*(?:庆典|首秀|大秀|晚会|酒会|典礼)|[开闭]幕式)(?:暨[^暨]{0,8}(?:颁奖|发布|签约|授牌|揭牌|表彰)[^暨]{0,6})?$"
    r"|[开闭启]幕(?:式|仪式|典礼)暨.+$|(?<=[节周])(?:[开闭启]幕|首场|品牌|新品)*(?:发布)?(?:大秀|首秀|走秀|秀)$"
)


CALLED = re.compile(r"(?:召开的?|召集的?|举行|举办|开)了?(?:一[场次]|个)?(?:首次|第一次)?[“]?$")
# 某协会一年一度的会员大会在某酒店举行
# or 某协会的年终总结会开得热闹
_OWN_SITTING = re.compile(r"(?:协会|商会|学会|联合会|分会)(?:(?:一年一度|\d{4}年度?|新一届|首次)的?|的)$")
_SITTINGS = frozenset(("年会", "理事会", "监事会"))
_ANY_MEETING = frozenset(
    (
        "座谈会",
        "座谈会议",
        "工作会议",
        "专题会议",
        "办公会议",
        "新闻发布会",
        "发布会",
        "专题座谈会",
        "工作座谈会",
        "协调会议",
    )
)


def is_called(article: Article, name: Name) -> bool:
    """Tell whether a society or a town holds on a day, told at the top, what only its sort names: 某商会举行成立大会."""
    plain, span = article.plain, article.sentence(name.begin)
    if (
        _calling_town(article, name)
        or _is_noticed(article, name)
        or _is_towns_own(article, name)
        or _is_organised(article, name)
    ):
        return True
    if (
        name.kind != "meeting"
        or (len(name.text) < 4 and name.text not in _SITTINGS)
        or name.text in _ANY_MEETING
        or CEREMONY.search(name.text)
        or span not in article.sentences[:3]
        or any(n.proper and n.end <= name.begin and n.text.endswith(name.text) for n in article.names)
    ):
        return False
    called = CALLED.search(plain, span.begin, name.begin) or _OWN_SITTING.search(
        plain, span.begin, name.begin
    )
    clause = article.clause(name.begin, name.end, ",;。\n")
    beside = any(n.proper and span.begin <= n.begin < clause.end for n in article.names if n.kind != "plan")
    dated = any(t.precision in ("day", "vague") and span.begin <= t.begin < name.begin for t in article.times)
    clubs = (o for o in article.organisations if span.begin <= o.begin and o.end <= name.begin)
    return bool(called and dated and not beside and any(CLUB.search(o.name) for o in clubs))


_NOTICE = re.compile(r"关于[^。\n]{0,40}的?(?:预?通知|公告|通告|函)|[^,。\n]{2,16}(?:通知|公告)")


def _is_noticed(article: Article, name: Name) -> bool:
    """Tell whether a society's own notice is about what only its sort names: 关于取消年会的通知."""
    headline = flat(article.title).strip()
    told = name.kind == "meeting" and _NOTICE.fullmatch(headline) and name.text in headline
    # 关于某业大会延期的通知 names its own; 大会 in the text is that one.
    noticed = told and not any(
        n.proper and (n.text.endswith(name.text) or n.kind == name.kind) for n in article.title_names
    )
    return bool(noticed) and _is_bare_meeting(name.text) and speaking_club(article) is not None


_ORGANISED_BY = re.compile(r"(?:主办|承办|发起|举办)的“?$")


def _is_organised(article: Article, name: Name) -> bool:
    """Tell whether a headline has what its sort alone names, and the lead tells its day and who holds it: 某日,某协会主办的童装设计大赛在某镇…."""
    span = article.sentence(name.begin)
    if span not in article.sentences[:3] or name.text not in flat(article.title):
        return False
    by = _ORGANISED_BY.search(article.plain, span.begin, name.begin)
    bodies = any(by and span.begin <= o.begin and o.end == by.start() for o in article.organisations)
    return bodies and any(t.precision == "day" and span.begin <= t.begin < name.begin for t in article.times)


_TAKES_PLACE = re.compile(
    r"[^,。;:!?\n]{0,12}?(?:[开闭启落]幕|[落拉]下|收官|开锣|登场|来袭|举[行办]|开馆|开门|结束|倒计时|就要|取消|延期|推迟|不办)"
)
_DAYS_LEFT = re.compile(r"还有(?:不到)?[\d一二两三四五六七八九十]{1,3}天|倒计时")
_BEING_HELD = re.compile(r"(?:正在|\d[日号])[^,。;\n]{0,14}?(?:举[行办]|召开)的$")


def _is_towns_own(article: Article, name: Name) -> bool:
    """Tell whether a headline or the lead reports the one fair that a local paper names only by its sort."""
    if name.kind != "event" or not TOWNS_OWN.fullmatch(name.text):
        return False
    tail = name.text[-2:]
    if any(n.proper and n.kind == "event" and n.text.endswith((tail, name.text[-1])) for n in article.names):
        return False
    headline, span = flat(article.title), article.sentence(name.begin)
    at = headline.find(name.text)
    told = at >= 0 and _TAKES_PLACE.match(headline, at + len(name.text))
    again = sum(n.text == name.text for n in article.names) > 1
    lead = (again or span in article.sentences[:2]) and (
        _TAKES_PLACE.match(article.plain, name.end)
        or _BEING_HELD.search(article.plain, span.begin, name.begin)
    )
    dated = any(t.precision == "day" and span.begin <= t.begin < span.end for t in article.times)
    counted = _DAYS_LEFT.search(article.plain, span.begin, span.end)
    return bool(told or (lead and (dated or counted)))


_TOWN_CALLS = re.compile(
    r"(?:[县市区镇])?(?:[县市区镇]?委、?)?(?:[县市区镇]?(?:人民)?政府)?(?:在[^,。;\n]{2,16})?(?:成功|隆重|联合|再次|首次)*(?:召开|举行|举办)了?(?:一场)?“?"
)
# What towns hold under like names; one that a year, a count or marks single out needs no town.
_BY_ANY_TOWN = re.compile(r"^(?!.*(?:20\d\d|第|[届“]|全[国省市县区]|中国)).*(?:推介|对接|招商|洽谈)会$")
_WITH_TOPIC = 6  # characters of 纺织产业推介会


def _calling_town(article: Article, name: Name) -> OrganisationMention | None:
    """Return the town that holds, on a day told at the top, what is named by its trade and sort: 某县举办纺织产业推介会."""
    span = article.sentence(name.begin)
    if (
        (name.proper and not _BY_ANY_TOWN.search(name.text))
        or len(name.text) < _WITH_TOPIC
        or region_of(name.text)
        or span not in article.sentences[:3]
        or not article.plain.startswith(name.head, name.end - len(name.head))
        or CEREMONY.search(name.text)
        or not any(t.precision in ("day", "vague") and t.begin < name.begin for t in article.times)
    ):
        return None
    towns = (p for p in article.places if p.kind == "region" and span.begin <= p.begin < name.begin)
    town = next((p for p in towns if _TOWN_CALLS.fullmatch(article.plain, p.end, name.begin)), None)
    return OrganisationMention(town.begin, town.end, town.quote, town.quote) if town else None


_BARE_MEETING = re.compile(
    r"(?:(?:第?[一二三四五六七八九十\d]{1,3}|首)[届次]|20\d\d年?度?)*"
    r"(?:第?[一二三四五六七八九十\d]{1,3}次)?(?:紧急|临时|全体|常务|扩大|会员|代表|理监?事|监事|会长|秘书长|主席团|工作|年度|学术|技术|科技|交流|换届|选举|总结|表彰|迎春|新春|团拜|茶话|联谊|办公|座谈|年)*会?(?:会议|大会|会)"
)


def _is_bare_meeting(name: str) -> bool:
    """Tell whether each part of a name tells a sitting by count and sort alone: 第四届理事会第二次会议暨年会."""
    parts = re.split("[暨及、和]", OF_ITSELF.sub("", flat(name)))
    return all(_BARE_MEETING.fullmatch(SITTING.sub("", part)) for part in parts)


_ANNIVERSARY = re.compile(
    r"(?:成立|创办|创建|建会|建校)?(?:[\d一二三四五六七八九十]{1,3}|百)周年(?:纪念|庆祝|成立)?(?:庆典|大会|年会|晚会|活动|盛典)|(?:成立|揭牌|挂牌|换届)(?:庆典|仪式|典礼|盛典)$"
)  # 某协会举行20周年庆典


def bodiless(article: Article, name: Name, mentions: Sequence[Mention]) -> OrganisationMention | None:
    """Return the body whose meeting a bare name (四届四次理事会, 2022年度工作会议) is: it calls it in the same sentence."""
    if town := _calling_town(article, name):
        return town
    bare = _is_bare_meeting(name.text) or _ANNIVERSARY.match(name.text)
    if (name.proper and not bare) or TOWNS_OWN.fullmatch(name.text):
        return None
    for mention in mentions:
        before = [
            o
            for o in article.organisations
            if mention.sentence.begin <= o.begin
            and o.end <= mention.name.begin
            # 协会在某会展中心召开: where it met holds nothing
            and not article.plain.endswith(("在", "于", "假"), 0, o.begin)
        ]
        calling = [
            o
            for o in before
            if re.match(r"[^,。;]{0,40}(?:召开|召集|举行|举办)", article.plain[o.end : mention.name.begin])
        ]
        calling, before = (
            [o for o in bodies if CLUB.search(o.name)] or bodies for bodies in (calling, before)
        )
        if calling or before:
            return (calling or before)[-1]
    others = {n.begin for n in article.names if n.text.endswith(name.text) and n.text != name.text}
    told = (o for o in article.organisations if o.begin < _AT_TOP and CLUB.search(o.name))
    told = (o for o in told if o.begin not in others)  # its own is told beside this one
    return (
        (speaking_club(article) if signatures(article) else None)
        or next(told, None)
        or speaking_club(article)
        or (None if others or not bare else _publishing_club(article, mentions))
    )


_ITSELF = re.compile(r"(?:^|(?<=[,。;:\n日]))(?:协会|商会|学会|联合会)")


def _publishing_club(article: Article, mentions: Sequence[Mention]) -> OrganisationMention | None:
    """Return the society whose page tells of a council without saying whose it is, where no other is named."""
    name = publishing_club(article) if mentions else None
    if name is None or any(CLUB.search(o.name) for o in article.organisations):
        return None
    first = mentions[0]
    itself = _ITSELF.search(article.plain, first.sentence.begin, first.name.begin + 4)
    begin, end = itself.span() if itself else (first.name.begin, first.name.end)
    return OrganisationMention(begin, end, article.text[begin:end], name)


_AT_TOP = 120  # characters in which an article says whose meeting it tells of
