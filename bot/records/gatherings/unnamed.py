"""Meetings that go by no name: a talk held on a visit, a reception, a sitting called by its sort alone.

A reader calls them by who met whom and what for, and a study tour by who went where: 某协会赴某县调研, 甲商会会见乙协会, 某产业发展专题会议.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.records.article import Article
from bot.records.gatherings.reported import ENOUGH, POLITICAL
from bot.records.mentions import Mention, read_mention
from bot.records.model import Kind
from bot.records.naming.heads import PRESS_CONFERENCE, kind_of
from bot.records.naming.names import Name
from bot.records.plans.gone_through import gone_through
from bot.records.rules import Rule
from bot.records.speakers import CLUB
from bot.records.subjects import Subject
from bot.records.text import Span, flat

_LEAD = 6  # sentences within which an article tells what it is about
# People confer there; a visit that only looks at works and shops is no meeting.
_CONFERRED = Rule(
    r"(?:走访|拜访|到访)[^。;]{2,80}(?:探讨|洽谈|商讨)|成立|挂牌|换届|当选|连任|出任|通过[^,。]{0,8}(?:审定|审查|评审|鉴定|验收|论证)|把[^,。;]{2,30}会[开搬办]|召开会议|座谈|会谈|会见|会晤|拜会|接见|(?:交流|专题|工作|协调|调度|推进|汇报|碰头|评审|审定|研讨|讨论)会|工作交流|(?:召开|举[行办]|开了)[^,。;\n]{0,40}(?:会|讨论|审定|评审|论证|研讨|交流|鉴定|验收)(?![员长议])|与会人员|签约仪式|(?:捐赠|捐款|揭牌|授牌|挂牌|奠基|开馆|开园|开业|投产|落成|启用)(?:仪式|典礼)|(?:坦诚|深入|充分|广泛)[^,。;]{0,6}交流"
)


class _Called(NamedTuple):
    """What a reader would call a meeting, and the words that tell of it."""

    words: str
    begin: int
    end: int


def read_unnamed(article: Article) -> Subject | None:
    """Return the meeting, or the study tour, without a name that an article's lead tells of with its day.

    Args:
        article: one that reports no meeting and no event by name.
    """
    lead = article.sentences[:_LEAD]
    for span in lead:
        toured = next(_tour(article, span), None) if _is_dated(article, lead[0].begin, span.end) else None
        if toured is not None:
            return _subject(article, span, toured, "event")
    if not lead:
        return None
    if _CONFERRED.search(article.plain, lead[0].begin, lead[-1].end) and (
        met := _read_meeting(article, lead)
    ):
        return met
    team = _TEAM.search(article.plain, lead[0].begin, lead[0].end)
    if team is None or not _is_dated(article, lead[0].begin, lead[0].end):
        return None
    return _subject(article, lead[0], _Called(team["team"], *team.span("team")), "event")


def _read_meeting(article: Article, lead: Sequence[Span]) -> Subject | None:
    """Return the meeting without a name that the sentences of a lead tell of."""
    for read in (
        _rite,
        _on_a_topic,
        _came_to,
        _held_without_name,
        _moved_to_site,
        _reception,
        _survey,
        _visit,
        _sitting,
        _founding,
        _renewal,
        _passing,
        _met_the_press,
    ):
        for span in lead:
            called = next(read(article, span), None) if _is_dated(article, lead[0].begin, span.end) else None
            if called is not None:
                return _subject(article, span, called)
    return None


def read_rite(article: Article, subjects: Sequence[Subject]) -> Subject | None:
    """Return the rite or founding without a name of its own that the first sentence tells of, where it tells of nothing else.

    Args:
        article: as prepared.
        subjects: the gatherings it reports by name.
    """
    first = article.sentences[0] if article.sentences else None
    if first is None or any(s.in_title or any(m.sentence == first for m in s.mentions) for s in subjects):
        return None
    # A headline that stands in the text tells of the journey that the sentence behind it dates.
    gone = [
        s for s in article.sentences[:2] if not any(m.sentence == s for g in subjects for m in g.mentions)
    ]
    for span in gone if gone and gone[0] == first else ():
        if _is_dated(article, first.begin, span.end) and (toured := next(_tour(article, span), None)):
            return _subject(article, span, toured, "event")
    if not _is_dated(article, first.begin, first.end):
        return None
    told = (next(read(article, first), None) for read in (_rite, _founding, _renewal))
    called = next(filter(None, told), None)
    named = called is not None and any(called.words in (s.name, *s.aliases) for s in subjects)
    return _subject(article, first, called) if called and not named else None


def with_unnamed(article: Article, unnamed: Subject, subjects: Sequence[Subject]) -> tuple[Subject, ...]:
    """Return the gatherings with one read from the lead ahead of them: each has the text from its first mention on."""
    others = tuple(s for s in subjects if s.name != unnamed.name)
    cut = min((m.sentence.begin for s in others for m in s.mentions), default=0)
    if cut <= unnamed.mentions[0].sentence.begin:
        return unnamed, *others
    own = unnamed._replace(scope=(Span(0, cut),))
    return own, *(
        s._replace(scope=tuple(Span(max(part.begin, cut), part.end) for part in s.scope if part.end > cut))
        for s in others
    )


def _subject(article: Article, span: Span, called: _Called, kind: Kind = "meeting") -> Subject:
    rite = called.words.endswith(("仪式", "典礼"))
    kind = "event" if rite and kind_of(called.words) == "event" else kind
    name = Name(kind, called.words, called.words[-2:], called.begin, called.end, proper=True)
    dated = _is_dated(article, span.begin, span.end)
    mention = Mention(name, span, held=True, dated=dated, lead=True)
    whole = (Span(0, len(article.text)),)
    return Subject(kind, called.words, (), (mention,), False, ENOUGH, scope=whole)


def _is_dated(article: Article, begin: int, end: int) -> bool:
    return any(
        begin <= t.begin < end and t.role == "event" and t.precision in ("day", "third", "vague")
        for t in article.times
    )


# 关于某地家纺行业情况的专题座谈会
_ON_A_TOPIC = Rule(
    r"(?:召开|举行|举办|进行|组织|开展)了?(?:一[场次])?(?P<name>关于[^,。;《》\n]{3,30}?的[一-鿿]{0,4}(?:座谈|研讨|交流|讨论|专题|协调|工作)会议?)"
)


def _on_a_topic(article: Article, span: Span) -> Iterator[_Called]:
    for told in _ON_A_TOPIC.finditer(article.plain, span.begin, span.end):
        yield _Called(told["name"], *told.span("name"))


# 某会长出席某产业座谈会: whoever comes to a talk that is named tells of it.
_TALKS = re.compile(r"(?:座谈|交流|研讨|恳谈|对接|汇报|推进|调研|见面|协调|洽谈)会$")


def _came_to(article: Article, span: Span) -> Iterator[_Called]:
    """Yield the talk with a name of its own that somebody is only told to have come to."""
    for name in article.names:
        if name.kind != "meeting" or not name.proper or not span.begin <= name.begin < span.end:
            continue
        mention = read_mention(article, name)
        if (
            _TALKS.search(name.text)
            and mention.held
            and not (mention.past or mention.wished or mention.honour)
        ):
            yield _Called(name.text, name.begin, name.end)


# 组织召开“某术语”行业标准讨论: the sitting without the word for one.
_WORK = Rule(
    r"(?:召开|举行)了?(?:一[场次])?(?P<what>[^,。;!?\n]{4,40}?(?:讨论|审定|审查|评审|论证|研讨|鉴定|验收|对接|恳谈|座谈))(?=[,。;])"
)


def _held_without_name(article: Article, span: Span) -> Iterator[_Called]:
    """Yield the sitting that is called by its work alone: 召开某标准审定."""
    for told in _WORK.finditer(article.plain, span.begin, span.end):
        yield _Called(f"{told['what']}会", *told.span("what"))


# 某商会向某慈善总会捐赠防护服,捐赠仪式在某会议室举行; 某分中心揭牌。…某人主持揭牌仪式
_RITE = re.compile(
    r"(?P<act>捐赠|捐款|揭牌|授牌|挂牌|奠基|开馆|开园|开业|投产|落成|启用|签约)(?:了|的)?(?![仪典式台会方后前项额])"
)
# 甲公司与乙市政府签署投资协议,…。签约仪式在某酒店举行
_SIGNED = re.compile(r"(?:签署|签订|签约|签下)")
_OPENED = re.compile(
    r"[一-鿿“”()·]{2,30}?(?:中心|基地|学院|研究院|研究所|工作站|实验室|联盟|园区?|展馆|博物馆|服务站|专委会|分会|市场|商城|工厂|项目)(?=(?:正式|隆重|顺利|[昨今][天日]|[上下]午|\d{1,2}[月日])*$)"
)


def _rite(article: Article, span: Span) -> Iterator[_Called]:
    """Yield the rite that is told by what was done (甲向乙捐赠…, 某中心揭牌) where the text says that one was held."""
    if signed := _SIGNED.search(article.plain, span.begin, span.end):
        parties = [o for o in article.organisations if span.begin <= o.begin < signed.start()]
        if len(parties) == 2 and "签约仪式" in article.plain:
            words = f"{parties[0].name}与{parties[1].name}签约仪式"
            yield _Called(words, parties[0].begin, signed.end())
    for told in _RITE.finditer(article.plain, span.begin, span.end):
        rite = next((r for r in ("仪式", "典礼") if f"{told['act']}{r}" in article.plain), None)
        if rite is None or any(n.proper and n.text.endswith(told["act"] + rite) for n in article.names):
            continue
        before = re.split(r"[,。;:]|[日天]", article.plain[span.begin : told.start()])[-1]
        place = _OPENED.search(before)
        body = _party(article, span.begin, told.start())
        if told["act"] in ("捐赠", "捐款") and body:
            yield _Called(f"{body.words}{told['act']}{rite}", body.begin, told.end())
        elif place and told["act"] not in ("捐赠", "捐款", "签约"):
            opened = place[0].rpartition("的")[2]
            begin = told.start() - len(before) + place.end() - len(opened)
            yield _Called(f"{opened}{told['act']}{rite}", begin, told.end())


_MET = re.compile(
    r"(?P<met>会见|会晤|拜会|接见)了?(?!室|厅|后|时)|(?P<with>与(?!会)|同(?![志时期])|和)(?=[^。;\n]{4,90}?(?P<talk>工作会谈|会谈|座谈)(?!会))"
)


_OF_A_PERSON = 3  # characters at most; a body's name has more


def _reception(article: Article, span: Span) -> Iterator[_Called]:
    """Yield 甲会见乙 and 甲与乙座谈 of two bodies that are told in one sentence."""
    for met in _MET.finditer(article.plain, span.begin, span.end):
        begin = article.plain.rfind(",", span.begin, met.start()) + 1 if met["met"] else 0
        host = _party(article, max(begin, span.begin), met.start())
        guest = _party(article, met.end(), met.end() + 30)
        if (
            host
            and guest
            and len(guest.words) > _OF_A_PERSON
            and host.end <= met.start()
            and host.words != guest.words
        ):
            words = (
                f"{host.words}{met['met']}{guest.words}"
                if met["met"]
                else f"{host.words}与{guest.words}{met['talk']}"
            )
            yield _Called(words, host.begin, met.end("talk") if met["talk"] else guest.end)


def _party(article: Article, begin: int, end: int) -> _Called | None:
    """Return the body first told in a stretch: by its name, as where somebody holds a post, or the person alone."""
    named = [_Called(o.name, o.begin, o.end) for o in article.organisations if begin <= o.begin < end]
    held = [
        _Called(p.posts[0].organisation or p.name if p.posts else p.name, p.begin, p.end)
        for p in article.people
        if begin <= p.begin < end
    ]
    return min((*named[:1], *held[:1]), key=lambda c: c.begin, default=None)


_GOES = Rule(r"(?:赴|到访|访问|走访|拜访|莅临|来到|前往|走进|深入|(?<![达受遇遭感得来])到|来)(?!了解|自)")
_AIM = re.compile(
    r"(?:[^,。;\n]{0,10}?等地)?,?(?:进行|开展|作|做|组织)?了?(?:为期[^,。;]{1,3}天的)?"
    r"(?:对(?:当地的?)?(?P<of>[^,。;、\n]{2,20}?)(?:进行|开展)了?)?(?P<aim>(?:“[^“”\n]{2,30}”)?(?:(?!召开|举行|就|围绕)[^,。;、\n]){0,24}?(?:调研|考察|座谈|交流|走访|参观|学习|对接)(?:并?(?:座谈|交流|考察|指导|走访|学习)|活动)*)"
)
_AS_WRITTEN = ("到访", "访问", "走访", "拜访")
_SAT_DOWN = re.compile(
    r"[,。](?:双方|宾主|随后|主宾)[^,。;\n]{0,16}?(?:举行|进行|召开|开展|展开)了?(?P<talk>(?:工作|交流|友好|专题|深入)*(?:座谈|会谈)(?:交流)?会?)"
)
# 甲协会走访乙协会,与乙协会会长就两个行业的合作进行了探讨
_TALKED_OVER = re.compile(r",(?:并?[与同和])[^。;\n]{4,60}(?:探讨|洽谈|交流|商讨)")


def _visit(article: Article, span: Span) -> Iterator[_Called]:
    """Yield 甲协会赴某县调研 where a body goes to a place or another body to confer."""
    for goes in _GOES.finditer(article.plain, span.begin, span.end):
        visitor = _party(article, span.begin, goes.start()) or _guest(article, span.begin, goes.start())
        there = _there(article, goes.end())
        # 某代表团到访某协会,双方举行交流座谈
        talk = _SAT_DOWN.match(article.plain, there.end, span.end) if there else None
        aim = _AIM.match(article.plain, there.end, span.end) if there and not talk else None
        if (
            visitor
            and there
            and not (aim or talk)
            and goes[0] in _AS_WRITTEN
            and _TALKED_OVER.match(article.plain, there.end)
        ):
            yield _Called(f"{visitor.words}{goes[0]}{there.words}", visitor.begin, there.end)
        if visitor and there and aim:
            way = goes[0] if goes[0] in _AS_WRITTEN else "赴"
            sat = "座谈会" if "座谈会" in article.plain and "座谈" not in aim["aim"] else ""
            yield _Called(
                f"{visitor.words}{way}{there.words}{aim['of'] or ''}{aim['aim']}{sat}",
                visitor.begin,
                aim.end("aim"),
            )
        if visitor and there and talk:
            yield _Called(f"{visitor.words}与{there.words}{talk['talk']}", visitor.begin, talk.end())


def _there(article: Article, at: int) -> _Called | None:
    """Return the body or the place named right behind a verb of going."""
    ours = _OUR_TOWN.match(article.plain, at)
    if ours:
        return _Called(ours[0], at, ours.end())
    bodies = (_Called(o.quote, o.begin, o.end) for o in article.organisations if o.begin == at)
    places = (_Called(p.quote, p.begin, p.end) for p in article.places if p.begin == at)
    known = max((*bodies, *places), key=lambda c: c.end, default=None)
    seat = _SEAT.match(article.plain, at)
    if seat and (known is None or seat.end() > known.end):
        return _Called(seat[0], at, seat.end())
    return known


# What a body or a town unknown to every list ends in, before what was done there or a stop.
_SEAT = re.compile(
    r"(?![我本][院校会局])(?:(?![在于对与和、进开])[一-鿿]){2,18}?(?:大学|学院|学校|研究院|研究所|协会|商会|学会|联合会|公司|集团|开发区|园区|产业园|管委会|基地|市场|[县市区镇乡])"
    r"(?=(?:进行|开展|就|围绕|展开|作|做)|[^,。;\n]{0,20}?(?:调研|考察|座谈|交流|走访|参观|学习|对接)|[,。])"
)
_GUEST = re.compile(
    r"(?:^|[,。;日午晚天前])(?P<who>[一-鿿]{2,20}?(?:协会|商会|学会|联合会|公会|公司|集团|大学|学院|政府|研究院))(?:党政|经贸|企业家?|商务)?(?:代表团|考察团|访问团|一行|[^,。;\n\d]{0,10}(?:一行|等人?))?[\d人余]{0,5}$"
)


def _guest(article: Article, begin: int, end: int) -> _Called | None:
    """Return who came, by the words right before the verb, where no list of bodies knows it."""
    told = _GUEST.search(article.plain, begin, end)
    return _Called(told["who"], *told.span("who")) if told else None


_OUR_TOWN = re.compile(r"[我本][省市县区镇州](?![委府域长])")


# 专题调研某某产业发展情况
_SURVEY = Rule(
    r"(?P<how>专题|专项|实地|深入)?(?P<aim>(?:调研|考察)(?![组团队]))(?:了|我[省市县区州]|全[省市县区州]|当地|该地)*(?P<what>[^,。;、\n]{2,24}?(?:情况|工作|产业|发展))(?=[,。;]|并|时)"
)


def _survey(article: Article, span: Span) -> Iterator[_Called]:
    """Yield 某产业发展情况专题调研座谈会 where what was looked into is told, and that it was talked over."""
    for told in _SURVEY.finditer(article.plain, span.begin, span.end):
        talk = _TALK.search(article.plain, told.end(), span.end) or _TALK.search(article.plain)
        how = (told["how"] or "") + told["aim"] if talk is None or talk[0] == "座谈会" else ""
        yield _Called(told["what"] + how + (talk[0] if talk else ""), *told.span())


_TALK = re.compile(r"(?:专题|工作|调研)?座谈会")


_PRESS = re.compile(rf"{PRESS_CONFERENCE}|发布会|记者会|见面会")
_ABOUT = re.compile(
    r",?(?:专题|集中)?(?:研究|部署|安排|商讨|讨论|传达|学习|听取|通报|总结|推进|动员)+(?P<topic>[^,。;\n]{4,24})(?=[,。;\n]|$)"
)
_OVER = re.compile(
    r"(?:就|围绕)(?P<topic>[^,。;\n]{4,30}?)(?:等(?:议题|问题|工作|事宜)?)?,?(?:组织)?(?:召开|举行|举办)了?$"
)


def _sitting(article: Article, span: Span) -> Iterator[_Called]:
    """Yield what is called by its sort alone (召开专题会议), with what it was about or who held it."""
    for name in article.names:
        if name.kind != "meeting" or not span.begin <= name.begin < span.end or _PRESS.search(name.text):
            continue
        if POLITICAL.search(name.text):
            continue
        mention = read_mention(article, name)
        told = mention.held and _is_dated(article, span.begin, span.end)
        if not told or mention.past or mention.wished or mention.honour:
            continue
        about = _ABOUT.match(article.plain, name.end, span.end) or _OVER.search(
            article.plain, span.begin, name.begin
        )
        body = _party(article, span.begin, name.begin)
        if body and article.plain[body.begin - 1 : body.begin] in ("在", "于", "假"):
            body = None
        whole = next(
            (
                n
                for n in article.names
                if n.proper and n.end <= name.begin and not name.proper and n.text.endswith(name.text)
            ),
            name,
        )
        if whole.proper and len(whole.text) >= _IN_FULL:
            yield _Called(whole.text, name.begin, name.end)
        elif about:
            yield _Called(
                about["topic"] + name.text,
                min(about.start("topic"), name.begin),
                max(about.end("topic"), name.end),
            )
        elif body and len(name.text) >= _TELLING:
            yield _Called(body.words + name.text, body.begin, name.end)
        elif len(name.text) >= len(name.head) + _TELLING:
            yield _Called(name.text, name.begin, name.end)


# 8月29日上午,某省政府新闻办在某市举行新闻发布会,解读《某行动方案》
_PRESS_HELD = Rule(
    rf"(?:召开|举[行办])(?:了|的)?(?:专题|政策|例行)?(?P<head>{PRESS_CONFERENCE}|发布会|吹风会)(?=[,。上]|解读|介绍)"
)
_SET_FORTH = re.compile(
    r"(?:解读|介绍|发布|通报|说明|对)[^,。;《\n]{0,24}《(?P<paper>[^《》\n]{6,50})》|(?P<over>解读|介绍|说明)"
)


def _met_the_press(article: Article, span: Span) -> Iterator[_Called]:
    """Yield a press conference on a day of its own at which a paper is set forth (guide rule 3)."""
    for held in _PRESS_HELD.finditer(article.plain, span.begin, span.end):
        days = (t for t in article.times if t.precision == "day" and t.role == "event")
        if not any(span.begin <= t.begin < held.start() for t in days):
            continue
        paper = _SET_FORTH.search(article.plain, held.end(), span.end + _NEXT)
        name = paper and (paper["paper"] or gone_through(article))
        if name:
            yield _Called(f"《{name}》{held['head']}", *held.span("head"))


_NEXT = 60  # characters behind a sentence in which the next says what was set forth
_TELLING = 3  # 会议 alone may be any
_IN_FULL = 10  # characters of a name that needs no topic


# 赴台湾考察, 赴意大利、法国游学: who set out together and where to makes the name of a study tour.
_TOUR = Rule(
    r"(?P<go>赴|前往|远赴|飞赴|奔赴|出访|走进|来到|到)(?P<where>[一-鿿、和与]{1,16}?)(?:等[地国]|[两三四五六七八九十\d]+[国地市省])?(?:进行|开展|展开|作)?了?(?:为期[^,。;]{1,4}天的)?"
    r"(?P<aim>(?:“[^“”\n]{2,24}”)?(?:商务|市场|产业|行业|专业|时尚|纺织|服装|经贸|主题|交流)*(?:参观|学习|交流|实地)*(?:考察|采风|游学|研学|观摩学习|参观学习|学习参观|研修|学访|参访)(?:交流|学习|取经|活动|之[旅行])?)(?![组团队]|[一两二三四五六七八九十多几\d]{1,3}余?次)"
)
_TRAVELLERS = re.compile(
    r"(?P<who>(?:(?![\d位名家])[一-鿿]){0,8}(?:会员企业|会员单位|会员|企业家|代表团|考察团|企业负责人|企业|行业|学员|设计师))(?:一行(?:\d+余?人)?)?(?:启程|组团)?$"
)
_SET_OUT = Rule(
    r"\d+[位名家][^,。;\n]{2,20}(?:赴|前往)|一行\d+余?人(?:赴|前往|到)|[带率]队(?:赴|前往|到)|研修|考察团|代表团|游学团|研学|游学|组团|组织[^,。;\n]{0,16}(?:赴|前往|走进)|[赴抵]台考察|考察之旅"
)


def _tour(article: Article, span: Span) -> Iterator[_Called]:
    """Yield 会员企业赴某地考察 where a group that a body brought together set out to learn."""
    if not (_SET_OUT.search(article.plain, 0, span.end) or _SET_OUT.search(flat(article.title))):
        return
    for told in _TOUR.finditer(article.plain, span.begin, span.end):
        who = _TRAVELLERS.search(article.plain, span.begin, told.start())
        body = _party(article, span.begin, told.start()) if who is None else None
        if body and article.plain.startswith(("邀请", "之邀"), body.end):
            body = None
        begin = who.start("who") if who else told.start()
        ahead = body.words if body else (who["who"].rpartition("的")[2] if who else "")
        clause = article.plain.find(",", told.end(), span.end)
        grouped = (who or body) and _IN_COMPANY.search(article.plain, span.begin, told.start())
        if not _TALKED.search(article.plain, span.begin, clause if grouped and clause > 0 else span.end):
            yield _Called(ahead + f"赴{told['where']}{told['aim']}", begin, told.end())


# 某省纺织企业经贸考察团一行23人结束了行程: of what is not told as a talk or a tour the group alone is named.
_TEAM = Rule(
    r"(?P<team>(?:[一-鿿]{2,16}?(?:企业家?|商会|协会|行业|联合会|集团|纺织|服装))(?:“[^“”\n]{2,12}”)?(?:经贸|商务|产业|学习|贸易|交流)*(?:考察|代表|访问|游学|招商)团)(?:一行)?(?:\d+余?人)?(?:[一-鿿\d]{0,6}?)"
    r"(?:结束|完成|启程|返回|抵达|先后|到访|访问|出访|踏上|飞抵|圆满)"
)


_IN_COMPANY = re.compile(r"组织|组团|率[领队团]?|带[领队]")
_TALKED = re.compile(r"座谈|会谈|会见|会晤|拜会|调研|缔结|结为|结成")


_FOUNDED = re.compile(
    r"(?P<ahead>(?:即?将|拟|定|计划)(?:[于在]?[本下今明\d年月日周上中下旬底初末]{2,10})?)?(?:于|在[^,。;\n]{2,12})?(?:正式|宣告|宣布|隆重|揭牌)*(?:成立|挂牌(?!上市|交易|转让|企业|公司|督))(?![于以至后大仪]|[^,。]{0,6}周年)"
)
_NEW_BODY = re.compile(
    r"(?:^|(?<=[,。;:\n日]))(?P<body>(?![由经在]|我|本|该|日前)[一-鿿]{4,20}?(?:协会|商会|学会|联合会|联盟|促进会|研究会|公会))(?=[于在正宣揭今昨]|成立|\d)"
)
# Who came tells that people met for it.
_CAME = re.compile(r"成立大会|首批(?:成员|会员)|到会|出席|参会|与会|会上|致辞|致词|揭牌|当选|选举|贺信|祝贺")


def _founding(article: Article, span: Span) -> Iterator[_Called]:
    """Yield the founding meeting of a society that is only told to have been founded, with guests."""
    for body in article.organisations:
        told = span.begin <= body.begin < span.end and _FOUNDED.match(article.plain, body.end, span.end)
        met = told and (told["ahead"] or told[0].startswith("在") or _CAME.search(article.plain))
        if told and met and CLUB.search(body.name):
            yield _Called(body.name + "成立大会", body.begin, body.end)
            return
    # 7月2日,中部校服产业联盟在合肥宣告成立: one of a land that no atlas knows
    for new in _NEW_BODY.finditer(article.plain, span.begin, span.end):
        if _FOUNDED.match(article.plain, new.end(), span.end) and _CAME.search(article.plain):
            yield _Called(new["body"] + "成立大会", *new.span("body"))


# 协会在某市换届, 3月28日某商会完成换届选举
_RENEWED = re.compile(
    r"(?:于|在[^,。;\n]{2,12})?(?:[\d年月日上下午]+)?(?:顺利|正式|圆满|如期|完成|进行)*换届(?:选举)?(?!后|前|以来|大会|之际|在即|工作|事宜|筹备|将|方案)"
)


# 任某再次当选某协会会长。这次换届大会还修订了章程: who was chosen, and the sitting by its sort alone.
_CHOSEN = re.compile(r"(?:当选|连任|出任|选举|推选|选为|接任)(?:了|为|[^,。;\n]{2,4}为)?(?:新一?届|新任)?$")
_ITS_HEAD = re.compile(r"(?:新一?届|新任)?(?:会长|理事长|主席)")
_CHOOSING = Rule(r"(?:换届(?:选举)?|会员(?:代表)?|代表)大?会(?:议)?(?![员长])")


def _renewal(article: Article, span: Span) -> Iterator[_Called]:
    """Yield the meeting at which a society is only told to have chosen its new heads."""
    for body in article.organisations:
        if not (span.begin <= body.begin < span.end and CLUB.search(body.name)):
            continue
        told = _RENEWED.match(article.plain, body.end, span.end)
        if told:
            yield _Called(body.name + "换届大会", body.begin, told.end())
            return
        chosen = _CHOSEN.search(article.plain, span.begin, body.begin) and _ITS_HEAD.match(
            article.plain, body.end
        )
        sitting = _CHOOSING.search(article.plain) if chosen else None
        if sitting:
            yield _Called(body.name + sitting[0], body.begin, body.end)
            return


# 某团标在广州通过专家审定, 某项目通过了省级鉴定
_PASSED = Rule(
    r"(?P<what>[^,。;:、!?《》的在将已\n]{2,20}?(?:团体标准|行业标准|国家标准|地方标准|[团行国地]标|标准|项目|成果|规划|方案))"
    r"(?:[于在][^,。;\n]{2,14}?)?(?:顺利|成功|正式|一次性|一致|圆满)*通过了?[^,。;\n]{0,8}?(?P<how>审定|审查|评审|鉴定|验收|论证)(?![一-鿿]{0,3}(?:认证|结果))"
)


def _passing(article: Article, span: Span) -> Iterator[_Called]:
    """Yield the sitting of those who judged a standard or a work that is told to have passed, where it is named at all."""
    for told in _PASSED.finditer(article.plain, span.begin, span.end):
        if f"{told['how']}会" in article.plain:
            yield _Called(f"{told['what']}{told['how']}会", *told.span())


# 把纺织企业技改的现场会开到了车间里
_ON_SITE = Rule(
    r"[把将](?P<what>[^,。;:《》\n]{2,24}?)(?P<sort>的?(?:现场|推进|座谈|研讨|交流|观摩|对接|工作|总结|动员|培训|办公|技改|年|茶话)+会)(?:开|搬|办|挪|放)(?:到|进|在|至|上)"
)


def _moved_to_site(article: Article, span: Span) -> Iterator[_Called]:
    """Yield the meeting that was held where it is told to have been taken to: 把某现场会开进了车间."""
    for told in _ON_SITE.finditer(article.plain, span.begin, span.end):
        yield _Called(told["what"] + told["sort"].removeprefix("的"), *told.span())
