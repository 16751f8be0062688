"""Plans without a title of their own: actions that an authority starts, appeals, what talks agree on, the work of a new group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.records.article import Article
from bot.records.items import Item, goals, headed, listing, numbered, stated
from bot.records.organisations import OrganisationMention
from bot.records.places import region_at
from bot.records.rules import Rule
from bot.records.speakers import TELLS_NEWS
from bot.records.subjects import Subject
from bot.records.text import Span, flat


@dataclass(frozen=True, slots=True)
class Announced:
    """A plan told in running words: its name, the words it was read from, and where told who announces it and the points it is told by."""

    name: str
    place: tuple[int, int]
    rule: str
    body: OrganisationMention | None = None
    points: Sequence[Item] = ()


def read_announced(article: Article, subjects: Sequence[Subject]) -> Iterator[Announced]:
    """Yield the plan an article is about that has no titled paper: the first that its words tell of.

    Args:
        article: as prepared.
        subjects: its meetings and events; beside them only what talks agree on and named initiatives count.
    """
    alone = (
        _appeals,
        _initiatives,
        _started,
        _called_action,
        _going_on,
        _set_up,
        _by_number,
        _by_headline,
    )
    for reader in (_initiatives, _appeals) if subjects else alone:
        if found := list(reader(article)):
            yield from found
            return
    yield from _agreed(article, subjects)


# --- who announces -------------------------------------------------------------------------------

_ENDING = r"(?:局|厅|委|部(?!分|署)|(?<!公)司|署|办|院|所|站|队|政府|委员会|分会|协会|商会|联合会|学会|纺联|联盟|促进会|管委会|办公室|海关|工会|部门|机构|中心|省|市(?!场)|县|区(?!域)|州|镇|乡|街道)"
# A body's name ends where these begin.
_VERBS = r"[的等将在从于对向就]|宣布|代表|启动|打响|掀起|推进|组织|推行|开展|部署|发出|发布|推出|实施|召开|联合|会同|决定|制定|出台|根据|按照|积极|全面"
_ACTING = re.compile(
    rf"(?:^|(?<=[,。;:!?\s日由、]))(?:今年|近日|日前|目前|近期|记者从|据)?(?P<body>(?!为|会议|大会|会上)(?:(?!{_VERBS})[一-鿿]){{2,20}}{_ENDING})(?!(?:(?!{_VERBS})[一-鿿]){{0,4}}(?:公司|集团|企业|工厂))"
    r"(?=[^,。;:]{0,12}?(?:按照|根据|将|向|面向|决定|启动|开展|实施|部署|组织|推进|打响|发起|发出|发布|成立|确定|制定|提出|明确|联合|等|在|积极|全面|日前|近日|宣布|于|拿出|抛出|亮出|端出|祭出|吹响|开启|联手|携手|掀起|牵头|来了|,))"
)
# Whoever is followed or obeyed (为落实国务院部署,…) acts no more in the sentence.
_ABOVE = re.compile(r"(?:落实|贯彻|根据|按照|响应|遵照|依据|对照|依托|通过|遵循|委托)[^,。;:]*$")
_FIRM = re.compile(r"公司|集团|股份|企业(?!联合会|家)")


def _body(article: Article, begin: int, end: int) -> OrganisationMention | None:
    """Return who acts in a stretch of words: the body named there, else the one its ending tells, else a place."""
    named = [o for o in article.organisations if begin <= o.begin and o.end <= end]
    named = [o for o in named if not _ABOVE.search(article.plain, begin, o.begin)]
    named = [o for o in named if not TELLS_NEWS.match(article.plain, o.end)] or named
    if own := next((o for o in named if not _FIRM.search(o.name)), None):
        return own
    told = None if named else _ACTING.search(article.plain, begin, end + 12)
    return _mention(article, *told.span("body")) if told and told.end() <= end else None


def _mention(article: Article, begin: int, end: int) -> OrganisationMention:
    """Return a body told by its ending, under the full name that the text gave it before (…应急服务中心 for 服务中心)."""
    words = article.text[begin:end]
    named = (o.name for o in article.organisations if o.end <= begin and o.name.endswith(words))
    return OrganisationMention(begin, end, words, next(named, words))


def _lead(article: Article) -> list[Span]:
    """Return the first sentences that end as such: no menus and bylines above the text."""
    return list(islice((s for s in article.sentences if article.plain[s.end - 1] in "。!;”…"), 3))


# --- actions -------------------------------------------------------------------------------------

_HEAD = (
    r"(?:(?:专项|集中|综合|联合|重点|百日|专门|清理)+(?:监督)?(?:整治|治理|检查|执法|打击|整顿)|整治|打假|执法检查|大检查|攻坚战|保卫战|行动(?!方案|计划|指南|纲)|[一-鿿”]{2}(?:工程|计划)|[一-鿿]{4}(?:监督|监管|检查|检验|执法|重点)工作|(?:质量|安全|市场|价格|环保|产品)(?:专项)?(?:监督|执法|联合|抽样)+检[查验]|(?:隐患|安全|风险|问题)*大?排查(?:大?整治)?|清零|歼灭战|擂台战)"
    r"(?:提升|攻坚|改造)?(?:行动|工作|活动)?"
)
_START = r"(?:(?:组织|启动|部署|全面|正式|联合|大力|深入|集中|继续|广泛|认真|扎实|积极|共同|统一)*(?:开展|启动|实施|部署|推进|打响|掀起|发起|推行|展开))"
_LAUNCH = Rule(
    rf"{_START}(?:了|为期[^,。]{{1,8}}的|新一轮|一场|一次|主题为)*(?P<name>(?!一系列|多项|相关|各项|[^,。]{{0,3}}次)[^,。;:!?\n的]{{3,30}}?{_HEAD})(?=[,。;:!?\s(|]|$)"
)
# 该局于12月28日起开展了专项监督检查: the headline tells of what.
_BARE_LAUNCH = re.compile(
    rf"(?:日|月|近期|起|已){_START}(?:了|为期[^,。]{{1,8}}的)?(?P<name>{_HEAD})(?=[,。;])"
)
# 质监局“护童”行动正式启动: the verb behind its action.
_LAUNCHED = Rule(
    rf"(?P<name>(?:“[^“”\n]{{2,20}}”|(?!相关|各项)[^,。;:!?\n的“”]{{3,24}}?){_HEAD})(?:今[天日]|日前|近日|[本上]月|正式|全面|在[^,。]{{2,10}}|\d|月|日)*(?:启动|展开|打响|拉开)(?![一-鿿]{{0,2}}(?:仪式|会))"
)
# 中心今年推出青年人才培育计划,每聘一名补助八千元: what is given stands right behind.
_GRANTS = Rule(
    r"推出了?(?P<name>(?!一系列|多项|相关|各项)(?:“[^“”\n]{4,24}”|[^,。;:!?\n的“”]{4,24}?计划)),(?=(?:对|凡|每|按|给予|向)[^。;\n]{0,40}?(?:补[助贴]|奖励|资助|给予|发放))"
)
# 决定对甲开展为期三个月的专项整治: what it is aimed at and what is done to it make the name.
_AIMED = re.compile(
    rf"对(?P<name>[^,。;:!?\n]{{4,40}}?)(?:{_START}|进行|来)(?:了|为期[^,。]{{1,8}}的|一[次场]|全面|集中|“[^“”\n]{{2,6}}”)*(?P<head>{_HEAD}|(?:专项|质量|监督)*抽[查检])(?=[,。;:!?\s(|]|$)"
)
# 开展对全国女装企业的产品质量抽检工作
_AIMED_BEHIND = Rule(
    rf"{_START}(?:了|一次)?对(?P<name>[^,。;:!?\n]{{4,40}}?)的?(?P<head>{_HEAD}|[一-鿿]{{0,8}}抽[查检](?:检验)?(?:工作|行动|活动)?)(?=[,。;:!?\s(|]|$)"
)
# 该局共对67所学校进行执法检查 adds up what was done.
_SUMMED_UP = re.compile(r"(?:[共已]|先后|累计)(?:经)?$")
_ALL_ALONG = re.compile(r"[^。,;]{0,24}(?:[今去]年|近年|长期|一直)以?来,")  # 今年以来,某局开展执法抽检
# What was done last year or is done every day is no news of a start.
_FORMER = re.compile(r"去年|上年|曾|此前|前不久|近年来?已|先后|一直|持续|以来[^,]{0,4}已|通过|经过|自从")
_AHEAD = re.compile(r"将|计划|力争|拟|到20\d\d年|要求|重点|决定|即日起|今起")
# No name of its own, or a good deed that is done with the day.
_BARE = re.compile(rf"(?:此次|这次|本次|该|的|专项|集中|联合)*{_HEAD}$|.*(?:志愿|慰问|募捐|走访|参观)")


# 为规范我市某某市场秩序,市某局开展专项整治行动: what the action is for stands in its purpose.
_FOR_ORDER = re.compile(
    r"为(?:了|进一步|切实|有效|全面)*(?:规范|加强|整顿|净化|维护|保障|提升)(?:我[省市县区]|全[省市县区])?(?P<what>[^,。;:\n]{3,24}?)(?:市场|质量|产品|安全|监管|管理|经营|生产)*(?:秩序|安全|监管|管理|环境|质量|行为),"
)


def _started(article: Article) -> Iterator[Announced]:
    """Read the action that the headline or the lead says an authority starts: 省质监局启动儿童用品呵护行动."""
    headline = _LAUNCH.search(flat(article.title))
    for sentence in _lead(article):
        bare = headline and _BARE_LAUNCH.search(article.plain, *sentence)
        if headline and bare and (body := _body(article, sentence.begin, bare.start())):
            name = article.title[slice(*headline.span("name"))]
            yield Announced(name, bare.span("name"), "action that is started, by the headline", body)
            return
        for found in _launches(article, sentence):
            before = article.plain[sentence.begin : found.start()]
            body = _body(article, sentence.begin, found.start())
            bare = _BARE.match(found["name"])
            if body is None or _FIRM.search(before[-20:]) or (bare and not _FOR_ORDER.search(before)):
                continue
            if _FORMER.search(before) and not _AHEAD.search(article.plain, found.end(), sentence.end):
                continue
            yield _named_by(article, headline, found, body)
            return
        aimed = _AIMED.search(article.plain, *sentence) or _AIMED_BEHIND.search(article.plain, *sentence)
        if aimed and (
            _SUMMED_UP.search(article.plain, sentence.begin, aimed.start())
            or _ALL_ALONG.match(article.plain, sentence.begin)
        ):
            return
        if (
            aimed
            and "抽" in aimed["head"]
            and not _AHEAD.search(article.plain, sentence.begin, aimed.start())
        ):
            return  # what was spot-checked is news of its results
        if aimed and (body := _body(article, sentence.begin, aimed.start())):
            yield _named_by(article, headline, aimed, body)
            return


def _launches(article: Article, sentence: Span) -> Iterator[re.Match[str]]:
    """Yield the actions of a sentence, those behind their verb first; those before it begin behind the body that acts."""
    yield from _LAUNCH.finditer(article.plain, sentence.begin, sentence.end)
    body = _body(article, sentence.begin, sentence.end)
    yield from _GRANTS.finditer(article.plain, sentence.begin, sentence.end)
    yield from _LAUNCHED.finditer(article.plain, body.end if body else sentence.end, sentence.end)


def _named_by(
    article: Article, headline: re.Match[str] | None, found: re.Match[str], body: OrganisationMention
) -> Announced:
    """Return the action under its name in the headline, where that tells the same one in full, else in the lead."""
    name, place = article.text[slice(*found.span("name"))], found.span("name")
    order = _FOR_ORDER.search(article.plain, article.sentence(found.start()).begin, found.start())
    if order and found.re.pattern == _LAUNCH.pattern and _BARE.match(name):
        name = article.text[slice(*order.span("what"))] + name
    if "head" in found.re.groupindex:
        name += article.text[slice(*found.span("head"))]
    if headline and name[-4:] == headline["name"][-4:] and len(headline["name"]) > len(name):
        name = article.title[slice(*headline.span("name"))]
    return Announced(name, place, "action that is started", body)


_PAPER = r"(?:行动|计划|工程|倡议|公约|宣言|承诺|方案|要点|办法|规划|纲领|纲要|指南|措施|战略|法案|路线图|细则|准则|清单)(?:书|方案)?"
_INITIATIVE = Rule(
    rf"(?:启动|发布|推出|发起|实施|开展|签署|宣布|公告|修正|订定|颁布|出台|通过|印发|制定)(?:了|的)?(?:(?:旨在|以)[^,。;:“”\n]{{4,40}}的)?(?:“(?P<quoted>[^“”\n]{{2,40}}{_PAPER}(?:20\d\d|\(20\d\d年?-+20\d\d年?\))?)”|"
    r"(?P<named>“[^“”\n]{2,30}”[一-鿿]{0,6}?(?:行动|计划|工程|倡议|方案|公约|承诺|规划|战略|路线图|攻坚战)(?:方案)?)(?=[,。;:的]|-|(?:正式|全面)?(?:启动|实施|开始)(?:[,。;]))|"
    r"(?P<bare>[^,。;:“”\n]{6,40}?(?:自治|专项|三年|提升|攻坚|创新|振兴)(?:行动|计划|工程)(?:计划|方案)?)(?=[,。;]))|"
    rf"“(?P<passed>[^“”\n]{{4,40}}{_PAPER}|[^“”\n]{{2,12}}[一二三四五六七八九十\d]{{1,3}}条)”(?:已|日前|近日|正式|将|也|(?:[今本][日天月年]?|\d{{1,2}}[日月])起)*(?:获|通过|得到|印发|出台|公布|实施|落地|施行)(?!以来|之?后)|"
    rf"“(?P<launched>[^“”\n]{{4,40}}{_PAPER})”(?:正式)?(?:发布|启动|签署|签约)(?:仪式|会|式|活动)"
)
_BY_MEANS = re.compile(r",(?:通过|包括|聚焦|围绕|涵盖|分为|从)")
_OF_YEARS = re.compile(r"\(20\d\d年?-+20\d\d")  # 启动“某某培育计划(2031-2033年)”
_BEGUN = re.compile(r"(?:正式|全面)?(?:启动|实施|开始)[,。;]")  # 会长宣布“某某”诊断行动正式启动
# What is to be done within years told: …行动计划”,拟在2018年至2020年期间,….
_SET_AHEAD = re.compile(
    r"”?[,:]?(?:拟|将|计划|力争|今后|未来|从今年起|自?20\d\d年起)(?:在|用|于|的)?(?:20\d\d年|[一二两三四五六\d]{1,2}年|[,每连])"
)
_WITHIN = re.compile(r"”?,(?:[^,。;\n]{0,4}[一二两三四五六七八九十\d]{1,2}[年月]内|到(?:20\d\d|今|明)年)")
_LATELY = re.compile(r"近日|日前|今[日天]|昨[日天]|会上|正式|联合|\d日")
_COUNT_ALONE = re.compile(
    r"“?[二两三四五六七八九十\d]{1,3}(?:大|项|个|件|条|张|篇).{1,3}”?(?:工程|行动|计划|战略)?"
)  # “四大工程” names no one initiative
_CITED = re.compile(r"(?:根据|按照|贯彻|落实|参与|作为|期间|继)[^。!?;,\n]{0,12}$")


def _initiatives(article: Article) -> Iterator[Announced]:
    """Read named initiatives that are launched: 发布了“时尚气候创新2030行动”, told in the headline or with when."""
    title = flat(article.title)
    seen: set[str] = set()
    for found in _INITIATIVE.finditer(article.plain):
        group = found.lastgroup or "bare"
        name, place = found[group], found.span(group)
        sentence = article.sentence(found.start())
        before = article.plain[sentence.begin : found.start()]
        lead = sentence in article.sentences[:3] and (group == "passed" or bool(_LATELY.search(before)))
        dated = group != "bare" and bool(
            re.search(r"20\d\d年\d{1,2}月|\d日|(?:会|仪式|幕式|典礼)上|席间|会间", before)
        )
        behind = article.plain[found.end() : sentence.end]
        ahead = (
            group == "named"
            and "将" in before[-12:]
            and (_BY_MEANS.match(behind) or _SETS_ABOUT.search(behind[:16]))
        )
        ahead = ahead or (group == "quoted" and (_SET_AHEAD.match(behind) or _WITHIN.match(behind)))
        ahead = ahead or _BEGUN.match(behind) or _OF_YEARS.search(name)
        told = (name in title or lead or dated or ahead) and not _COUNT_ALONE.fullmatch(name)
        if name not in seen and told and not _CITED.search(before[-12:]):
            seen.add(name)
            begin, end = sentence.begin, found.start()
            body = _body(article, begin, end) or _pointed_back_at(article, begin, end)
            yield Announced(article.text[slice(*place)], place, "initiative that is launched", body)


# “某匠计划”夜校开课。从去年3月推出至今,这项行动已培训4100人次: the headline is on the programme, and the text tells how far it is.
_COURSE_TOLD = Rule(
    r"(?:推出|启动|实施|开展|铺开|施行)(?:至今|以来|(?:已经?|快|将?满|整整?)*(?:[一二两三四五半\d]周?年|[一二两三四五六七八九十半\d]{1,2}个(?:多)?月))[^。\n]*?(?:已|共|累计|完成|实现|新增|带动|培[训育])"
)
_QUOTED_PROGRAMME = re.compile(r"“(?P<name>[^“”\n]{2,20}(?:计划|行动|工程))”")


def _going_on(article: Article) -> Iterator[Announced]:
    """Read the programme of the headline of which the lead tells how far it has come since it began."""
    title = flat(article.title)
    lead = _lead(article)
    course = next((m for s in lead if (m := _COURSE_TOLD.search(article.plain, *s))), None)
    if course is None:
        return
    for found in _QUOTED_PROGRAMME.finditer(article.plain, 0, article.sentence(course.start()).end):
        before = article.plain[article.sentence(found.start()).begin : found.start()]
        if found["name"] in title and not (_COUNT_ALONE.fullmatch(found["name"]) or _FIRM.search(before)):
            body = _body(article, article.sentence(course.start()).begin, lead[-1].end)
            yield Announced(
                article.text[slice(*found.span("name"))], found.span("name"), "programme that goes on", body
            )
            return


# An action that quotation marks name, whatever is done with it: 吹响“千企上云”行动号角, 打一场“百日会战”, 拿出“十二条”.
_CALLED_ACTION = Rule(
    r"(?:吹响|打响|掀起|刮起|推出|实施|启动|拿出|抛出|亮出|祭出|端出|推行|发起|开启|拉开|开打|打好|打一场|打出|开出|列出|开展|铺开|出台|公布|发布|谋划|制定|深化|部署)(?:了|新一轮)?"
    r"(?P<name>[^,。;:!?“”\n的]{0,16}(?:“[^“”\n]{2,16}(?:行动|计划|工程|会战|战役|攻势)”|“[^“”\n]{0,12}[一二三四五六七八九十\d]{1,3}条”|“[^“”\n]{2,16}”[一-鿿]{0,4}?(?:行动|计划|工程|战略|会战|政策|新政)))"
)
_TAKES_PART = re.compile(
    r"入选|列入|纳入|获评|参与|参加|依托|借助|借力|作为|成为|继|以来|曾|去年|此前|响应|受益于"
)
_SETS_ABOUT = re.compile(
    r"计划|将|到(?:20\d\d|今|明)年|[年月周天]内|[年月]底前|起|力争|每[家人亩件台名]|连续|补[贴助]|奖励|[年月日]至|用[一二两三四五\d]年|:"
)


# 该局将在全区铺开…: the body is the one named before.
_THAT_BODY = re.compile(
    r"(?:^|[,。;\s]|今年|明年|确定|决定|明确|宣布|代表)(?:(?:该|我|本)[局厅委部会市省县区镇院所站]|协会|商会|学会|联合会|联盟|分会|管委会)"
)


def _pointed_back_at(article: Article, begin: int, end: int) -> OrganisationMention | None:
    """Return the body that 该局 or 协会 stands for: the one named before, else that of the headline."""
    if not _THAT_BODY.search(article.plain, begin, end):
        return None
    before = [o for o in article.organisations if o.end <= begin and not _FIRM.search(o.name)]
    return before[-1] if before else _titled(article, flat(article.title))


def _acting(article: Article, sentence: Span, end: int) -> OrganisationMention | None:
    """Return who acts in a sentence before a place: the body or place named there, or the one it points back at."""
    own = _body(article, sentence.begin, end) or _pointed_back_at(article, sentence.begin, end)
    return own or _heading_place(article, article.plain[sentence.begin : end])


def _called_action(article: Article) -> Iterator[Announced]:
    """Read the action in quotation marks that the lead says a body starts, with what it sets about."""
    for sentence in _lead(article):
        found = _CALLED_ACTION.search(article.plain, *sentence)
        if found is None or _TAKES_PART.search(article.plain, sentence.begin, found.start()):
            continue
        around = article.plain[sentence.begin : found.start()] + article.plain[found.end() : sentence.end]
        body = _acting(article, sentence, found.start())
        if body and _SETS_ABOUT.search(around):
            name = article.text[slice(*found.span("name"))]
            yield Announced(name, found.span("name"), "action in quotation marks", body)
            return


# --- appeals -------------------------------------------------------------------------------------

_APPEAL_NAMED = Rule(
    r"(?:发出|发布|发起)(?:了)?(?:题为)?[“《]?(?P<name>(?!如下|以下|倡议)(?:[^。;:\n《》“”]{4,48}?|“[^“”\n]{4,30}”|[^,。;:\n《》“”]{2,20}“[^“”\n]{2,16}”[^,。;:\n《》“”]{0,16}?)的?倡议书?)(?=[”》,。;:]|和(?:呼吁|号召)|$)"
)
_URGES = re.compile(r"呼吁|号召|倡导|倡议|提出|要求|希望|承诺|:")
# A counted appeal (发出三点倡议) is named by its count, as measures are.
_APPEALS = Rule(
    r"(?:发出|发布|发起|提出|[作做]出|特|联合|郑重|共同|公开|集体|庄严|签[署下]|宣读)(?:了)?(?:如下|以下)?(?P<name>(?:诚信|质量|自律|服务|环保|行业|社会责任|公开){0,2}(?:(?:倡议|承诺|公约|宣言)书?|号召(?=[:。])))(?:如下)?\s?[:。,]|(?<![点条项])(?P<open>(?:倡议|承诺)(?:如下|书)?):|(?P<called>倡议|号召)(?:广大|[全各][一-鿿]{1,8}|会员[一-鿿]{0,4}):"
)
_PARAGRAPHS = re.compile(r":\s*(?:\n+[^\n]{4,}){3}")  # an appeal whose points bear no numbers
_COUNTED_SO = re.compile(r"[二两三四五六七八九十\d][点条项](?:公开|服务|质量|诚信|郑重)*承诺(?=书|[:。,])")
_NAMES = 6  # characters from which 校服消费倡议 is a name and 发出倡议书 is none
_APPEAL_HEAD = re.compile(
    r"^(?P<lead>.*?(?:发出|发布|发起)(?:了)?)?(?P<name>[^\n]{0,50}?(?:倡议书?|承诺书|公约))$"
)


def _appeals(article: Article) -> Iterator[Announced]:
    """Read an appeal: by its own headline, by what it asks for, or by the list that 发出如下倡议 opens."""
    head = _APPEAL_HEAD.match(flat(article.title).strip())
    for found in _APPEAL_NAMED.finditer(article.plain):
        sentence = article.sentence(found.start())
        told = "倡议" in article.title or _URGES.search(article.plain, found.end(), sentence.end + 12)
        if told and (body := _body(article, sentence.begin, found.start())):
            yield Announced(
                article.text[slice(*found.span("name"))],
                found.span("name"),
                "appeal by what it asks for",
                body,
            )
            return
    for found in _APPEALS.finditer(article.plain):
        if _COUNTED_SO.search(article.plain, max(0, found.end() - 14), found.end()):
            continue  # 五项公开承诺 are measures, named by their count
        place = found.span(found.lastgroup or "name")
        points = _list(article, place[1])
        if len(points) < 2 and not _PARAGRAPHS.match(article.plain, place[1]):
            continue
        body = _body(article, article.sentence(place[0]).begin, place[0]) or _body(article, 0, place[0])
        if head and len(head["name"]) >= _NAMES:
            yield Announced(head["name"], place, "appeal of the headline", body, points)
        elif body := (head and _titled(article, head["lead"])) or body:
            words = (
                "倡议书"
                if re.search("倡议|号召", found[0])
                else re.sub("如下$", "", article.text[slice(*place)])
            )
            yield Announced(body.name + words, place, "appeal that a body makes", body, points)
        return


_MAKES = re.compile(
    rf"(?P<body>[一-鿿()]{{2,24}}?{_ENDING})(?:向[^,。\n]{{2,16}}|联合|再次)*(?:发出|发布|发起|推出|启动|公布|实施|开展)"
)


def _titled(article: Article, lead: str | None) -> OrganisationMention | None:
    """Return the body that the headline says makes the appeal: 某协会发出倡议书."""
    if found := _MAKES.match(lead or ""):
        begin, end = article.words_of(found["body"])
        return OrganisationMention(begin, end, article.text[begin:end], found["body"])
    return None


def _list(article: Article, begin: int) -> list[Item]:
    """Return the points that follow a place: numbered lines, 一是…二是…, or a counted list."""
    behind = Span(begin, min(len(article.text), begin + 2500))
    sentence = article.sentence(begin - 1)
    return (
        numbered(article.plain, behind)
        or stated(article.plain, behind)
        or listing(article.plain, Span(sentence.begin, sentence.end))
        or headed(article.plain, behind)
    )


# --- what talks agree on -------------------------------------------------------------------------

_AGREED = Rule(
    r"(?:达成|形成|取得)(?:了|的)?(?:《(?P<titled>[^《》\n]{4,40}(?:结论|共识|纪要|备忘录|协议))》|(?:以下|如下)*(?P<bare>(?:[二两三四五六七八九十\d]{1,2}[点项条个](?:方面的?)?)?(?:重要|初步|广泛|合作|一致)*(?:共识|结论)))"
)


def _agreed(article: Article, subjects: Sequence[Subject]) -> Iterator[Announced]:
    """Read what two sides agree on point by point: 双方达成了《…会议结论》,主要内容包括:, 达成三点共识:一是…."""
    for found in _AGREED.finditer(article.plain):
        points = _list(article, found.end())
        if len(points) >= 2:
            place = found.span(found.lastgroup or "bare")
            held = subjects[0].name if subjects and not found["titled"] else ""
            yield Announced(held + article.text[slice(*place)], place, "points agreed on", None, points)
            return


# --- the work of a new group ---------------------------------------------------------------------

_SET_UP = Rule(
    r"(?:成立|组建|设立)(?:了)?“?(?P<name>[^,。;:“”\n]{4,40}?(?:协调小组|领导小组|工作小组|专项小组|工作组|协调组|专班))”?"
)


def _set_up(article: Article) -> Iterator[Announced]:
    """Read the work of a group that a body sets up to do it, where the work is laid out: 成立协调小组,将开展以下工作."""
    for sentence in _lead(article):
        found = _SET_UP.search(article.plain, sentence.begin, sentence.end)
        if found and len(numbered(article.plain, Span(found.end(), len(article.text)))) >= 3:
            body = _body(article, sentence.begin, found.start())
            name = article.text[slice(*found.span("name"))] + "工作"
            yield Announced(name, found.span("name"), "work of a group set up for it", body)
            return


# --- papers told by their number -----------------------------------------------------------------

_BY_NUMBER = Rule(
    r"(?:发布|颁布|公布|下发|发出|印发)(?:了)?(?P<name>(?:20\d\d年)?第\d{1,4}号(?:公告|令|通告|通知))(?![,。]?\s*附)"
)


def _by_number(article: Article) -> Iterator[Announced]:
    """Read the order that the lead names by its number only: 某部发布2008年第12号公告,决定…."""
    for sentence in _lead(article):
        found = _BY_NUMBER.search(article.plain, *sentence)
        if found and (body := _body(article, sentence.begin, found.start())):
            name = body.name + article.text[slice(*found.span("name"))]
            yield Announced(name, found.span("name"), "order told by its number", body)
            return


# --- what a headline says an authority is about to do --------------------------------------------

_INTENDS = re.compile(
    r"将|拟|谋划|打造|出台|扶持|力争|推出|建立|部署|促|推进|实施|加快|思路|重点|政策|措施|举措|支持|建设"
)
_SETS = re.compile(r"提出|出台|建立|明确|规划|计划|确定|决定|部署|力争|将")
_LAID_OUT = re.compile(
    r"(?:主要|具体|政策|重点|工作|保障|扶持|支持)+(?:措施|任务|举措|政策|内容)(?:包括|是|有|如下|为)?\s?:"
)


# 出台政策,对…: what it gives follows, its title stays untold.
_GIVEN = re.compile(
    r"(?:出台|推出|制定|实行|实施)(?:了)?(?:相关|多项|一?系列|新|扶持|优惠|支持|惠企|奖补)*的?(?:政策|措施|办法|举措|新政)[,:]"
)


def _heading_place(article: Article, title: str) -> OrganisationMention | None:
    """Return the place a headline begins with, which stands for its government: 三明市着力打造…."""
    named = title[: region_at(title, 0)]
    if not named:
        return None
    told = ((p.begin, p.end) for p in article.places if p.kind == "region" and named.startswith(p.quote))
    begin, end = next(told, article.words_of(title))
    return OrganisationMention(begin, end, article.text[begin:end], named)


def _by_headline(article: Article) -> Iterator[Announced]:
    """Read what an authority sets itself without a name for it: by the headline, where measures or goals are laid out."""
    title = article.title.strip()
    if not (6 <= len(title) <= 40 and _INTENDS.search(title)) or _ASKS_ON.search(flat(title)):
        return
    lead = _lead(article)
    setting = (s for s in lead[:2] if _SETS.search(s.of(article.plain)))
    body = next((b for s in setting if (b := _body(article, *s))), None)
    points = _laid_out(article, lead)
    if body is None and not _REACHED.search(title) and (place := _heading_place(article, flat(title))):
        whole = stated(article.plain, Span(0, len(article.text)))
        if len(whole) >= _ENOUGH_GOALS and article.plain.find("一是", 0, _AT_ONCE) >= 0:
            points, body = whole, place
    if body and (points or sum(len(goals(article.plain, s)) for s in lead) >= _ENOUGH_GOALS):
        yield Announced(title, article.words_of(title), BY_HEADLINE, body, points)


BY_HEADLINE = "what the headline says is set"  # the rule for what has no other name
# What experts advise or somebody waits for is set by nobody.
_ASKS_ON = re.compile(r"建议|专家|呼吁|期待|亟待|[?!]|\.\.|…")
_ENOUGH_GOALS = 3
_REACHED = re.compile(r"成效|成绩|显著|完成|实现|突破|增长|取得|经验|成功|获")  # what was done commits nobody
_AT_ONCE = 60  # characters before a list that is the text itself


def _laid_out(article: Article, lead: Sequence[Span]) -> list[Item]:
    """Return the measures behind 主要措施包括:, three at least, or else those that 出台政策,对… gives in the lead."""
    if found := _LAID_OUT.search(article.plain):
        points = _clauses(article, found.end())
        return points if len(points) >= 3 else []
    given = next((m for s in lead[:2] if (m := _GIVEN.search(article.plain, *s))), None)
    if given is None or _FORMER.search(article.plain, lead[0].begin, given.start()):
        return []
    return _clauses(article, given.end())


def _clauses(article: Article, begin: int) -> list[Item]:
    """Return the points behind a place: a list, else clause by clause up to the full stop."""
    parts = re.finditer(r"[^,;。\n]{4,60}", article.plain[begin : _stop(article, begin)])
    return _list(article, begin) or [(m[0], begin + m.start(), begin + m.end()) for m in parts]


def _stop(article: Article, begin: int) -> int:
    return next(
        (s.end for s in article.sentences if s.end > begin and article.plain[s.end - 1] != ";"), begin
    )
