"""Plans whose title stands without marks, in the headline or in running words, and standards told by their number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.items import count
from bot.records.plans.documents import ROUTINE
from bot.records.plans.gone_through import SORT, gone_through
from bot.records.plans.terms import (
    LAID_BEFORE,
    NUMBER,
    OF_FIRM,
    in_year,
    told_plan,
)
from bot.records.rules import Rule, branched, hopeful
from bot.records.speakers import OF_ITSELF, publishing_club
from bot.records.subjects import PRESS_HEADS, Subject
from bot.records.text import Span, flat

_GIVEN_OUT = Rule(
    r"[^,。;:\n《]{2,30}(?:发布|印发|出台|公布|通过|下达|下发|发出|颁布|编制完成|修订)(?!的)(?:了)?[^,。;:\n《]{4,40}(?:计划|方案|规划|要点|政策|任务|价格|预案)(?!遴选|评选|评审|入选|名单|结果)"
)
# 出台的关于振兴某业的意见中提出: a title in running words without marks.
_ABOUT = Rule(
    r"(?:出台|印发|发布|下发|制定|公布|颁布|通过|签署)(?:了|的)?(?P<name>关于[^,。;:\n《》“”]{4,40}?的(?:实施|若干|指导)?(?:意见|措施|决定|办法|方案|通知|公告|通告|(?:法规|立法|修法)?提案|法[规案令]|条例|规[则定章]|禁令|指令|草案|准则))(?=[,。;中里:(]|提出|明确|指出|要求)"
)
# 就今年蚕茧价格及有关事项下发通知: what a notice is about names it.
_NOTIFIED_OF = Rule(
    r"(?:日前|近日|\d日|[厅局委部会府办])[^,。;:\n]{0,8}?就(?P<name>(?!此)[^,。;:《》\n]{5,40}?)(?:联合|正式|专门)*(?:下发|印发|发出|发布|发文)(?:了)?(?:专门|紧急)?(?:通知|公告|通告|文件|指导意见)"
)
# 启动某行业“十五五”发展规划编制工作
_DRAWING_UP = Rule(
    r"(?:启动|部署|组织开展|开展|着手)(?:了)?(?P<name>[^,。;:《\n]{4,40}?(?:规划|方案|纲要|计划|条例|指南))的?(?:编制|起草|制定|制订|修订)(?:工作)?(?![一-鿿]{0,4}[会组])"
)
# 下发通知,从2月1日起,将纺织品出口退税率由14%提高到15%: what changes from a day on.
_FROM_THEN_ON = Rule(
    r"(?:通知|公告|决定|宣布|批准)[^。;\n]{0,12}?[从自][^,。;\n]{3,16}起,?(?:将|对)?(?P<name>[^,。;:《》\n]{4,30}?(?:由|从)?[\d.%元吨]{0,8}(?:提高|上调|下调|调整|降|调|恢复|延长)(?:到|至|为)[^,。;:\n]{1,16})(?=[,。;])"
)
# 五部门联合发文,支持外贸纺织企业出口转内销: a paper told by what it does.
_TO_SOME_END = Rule(
    r"(?:发文|下文|(?:印发|下发|出台|发布|发出)(?:了)?(?:文件|(?:专项|扶持|优惠|惠企|新)?政策|(?:紧急|专门)?通知|意见)),(?:要求)?(?:[从自][^,。;]{2,12}起,)?(?P<name>(?<=通知,要求)[^,。;:《》\n]{6,40}|(?:全面|统一)?(?:推行|实行|开展|支持|推动|促进|规范|加强|推进|加快|鼓励|扶持|稳定)[^,。;:《》\n]{5,30})(?=[,。;])"
)
# A notice of honours, results or a gathering asks nobody for anything.
_ASKS_NOTHING = re.compile(
    r"关于(?:(?:授予|表彰|表扬|命名|通报|颁发|公布|举办|召开|参加|延期|调整|终止|撤销)|[^,。]*(?:名单|结果|会议|获奖|放假|公示))[^,。]*(?:通知|公告|通告)$"
)
# …行动方案同期发布, beside a gathering.
_GIVEN_OUT_TOO = Rule(
    r"(?:^|(?<=[,。;:\n]))[^,。;:\n《]{2,40}(?:计划|方案|规划|要点|措施|纲要)(?:也|均)?(?:同期|同时|同步|现场|正式|一并|随即)+(?:开始)?(?:发布|出台|公布|启动|实施|亮相)",
)
# 日前,某镇新三年行动计划(2021-2023年)已经启动
_BEGUN = Rule(
    r"(?:日前|近日|目前|获悉|了解到|透露|介绍|表示|宣布|(?:[今明后]天|[今即明]日|元旦|\d日|\d月)起),?(?P<name>[^,。;:《\n]{4,40}?(?:规划|方案|计划|意见|办法|条例|标准)(?:\(20\d\d年?-+20\d\d年?\))?)(?:(?:已经?|正式|全面|现已)+(?:启动|实施|出台|发布|印发|落地|编制完成)|(?:正在?|已经?)(?:着手|抓紧|加紧|组织|启动|研究)*(?:起草|编制|制定|制订|修订|拟订|酝酿)(?!的))"
)
# 某行业“十一五”规划纲要,经反复论证和修改,近日正式出台
_OUT_AT_LAST = Rule(
    r"(?:^|(?<=[\n。]))(?P<name>[^,。;:《》\n]{4,40}?(?:规划(?:纲要)?|纲要|方案|计划|指导意见|实施意见|办法|条例|标准))(?:\([^()\n]{2,16}\))?,(?:(?:经|历时|几经|通过|在)[^,。;\n]{2,30},){1,2}(?:已|于|近日|日前|现|终于|正式|对外|由[^,。;\n]{2,16})+(?:出台|发布|公布|印发|颁布|施行|出炉|下发)"
)
# 日前出台的我省某业三年行动计划有了详细说法: what has just come out, told of by whom it was heard.
_JUST_OUT = Rule(
    r"(?:^|(?<=[,。;:\n]))(?:日前|近日|刚刚|新近|昨[天日]|\d[日月]份?)(?:正式|联合)?(?:出台|印发|发布|公布|下发|施行)的(?:我[省市县区])?(?P<name>(?!这)[^,。;:《》“”\n]{6,40}?(?:规划|纲要|行动计划|行动方案|实施方案|三年计划|三年方案|若干措施|指导意见|实施意见))"
    r"(?=有|提出|明确|共|将|对|中|里|要求|[,。])"
)
_AIM = r"(?:进一步|更好地?|大力|全力|切实)?(?:支持|促进|扶持|推动|推进|加快|鼓励|助推|助力|振兴|激发|提振|稳定|规范|加强|帮助|培育|做[大强优])"
_SO_MANY = r"(?:(?<![第前后])[一二三四五六七八九十\d]{1,3}[条项](?:政策|惠企|硬核|务实|具体)?|“[^“”\n]{0,4}[一二三四五六七八九十\d]{1,3}条”)"
_COUNTED_PAPER = rf"(?:关于)?{_AIM}[^,。;:《》“”\n]{{4,30}}?的?{_SO_MANY}(?:措施|举措|政策|意见|办法)"
# 某区近日推出促进某业发展的十二条措施,被商户称作“十二条”: what a counted paper is for begins its name.
_COUNTED = Rule(
    rf"(?:近日|日前|刚刚|新近|[昨今][天日]|[上本]周|\d[日月]|获悉|了解到|介绍|透露)(?!来|以来)(?:,(?=[^,]))?(?![^,。;:\n]{{0,12}}(?:近年|历年|先后|曾))[^,。;:\n]{{0,16}}?"
    rf"(?:推出|出台|印发|发布|公布|下发|制[定订]|实施|施行|亮出|抛出)(?:了|的)?(?P<name>{_COUNTED_PAPER})(?=[,。;:]|正式|有|将)"
)
# 支持某业出海的九条办法,街道日前出台
_COUNTED_THEN = Rule(
    rf"(?P<name>{_COUNTED_PAPER})(?:,[^,。;:\n]{{2,16}}?(?=近日|日前|刚刚|[昨今][天日]|\d日))?(?:近日|日前|刚刚|[昨今][天日]|正式|已经?|对外|今起|[自于]?(?:\d{{1,2}}月)?\d{{1,2}}日起?)+(?:出台|印发|发布|公布|下发|施行|实施|执行|出炉|落地)(?!以来|之?后)"
)
_RUNNING_WORDS = (
    _JUST_OUT,
    _COUNTED,
    _COUNTED_THEN,
    _OUT_AT_LAST,
    _BEGUN,
    _ABOUT,
    _NOTIFIED_OF,
    _TO_SOME_END,
    _DRAWING_UP,
    _FROM_THEN_ON,
)
_BARE_KIND = r"(?:工作要点|(?:行动|实施|工作|总体|建设|试点|专项|整治|提升|推进|振兴|改造|升级|提质|治理|培育|倍增|攻坚|转型)方案|(?:行动|工作|活动|培训|培育|提升|倍增|扶持|振兴|推进|修订|项目|推动|辅导|促进|发展|合作|专案|补助|招工|引才|人才|监测|抽查)计划|(?:实施|指导|若干)意见|实施细则|(?:管理|实施|扶持|奖励)办法|若干(?:措施|政策)|[一二三四五六七八九十\d]{1,3}[条项](?:政策|惠企)?(?:措施|举措|政策|意见)|(?:扶持|补贴|优惠|奖补|支持|惠企)政策(?:措施)?|(?:目标|年度)任务|目标价格(?:水平)?(?!改革|政策|试点|补贴)|[一二三四五六七八九十两\d]{1,2}年(?:行动|发展|建设|提升|攻坚)?(?:计划|规划|方案)|新政(?=:|,|$)|收储(?:方案|预案|价格)|规划)"
_BARE_PLAN = re.compile(
    r"(?P<name>(?:20\d\d年?-+(?=20\d\d年))?[一-鿿“”\d+]{2,30}?(?:\(20\d\d年?-+20\d\d年?\))?(?:20\d\d年?度?|“?十[一二三四五]五”?)?[一-鿿“”]{0,16}?"
    rf"{_BARE_KIND})(?:\(20\d\d年?-+20\d\d年?\))?"
)
_COMES_OUT = r"(?:出台|印发|发布(?!会)|公布|下发|下达|启动|实施(?!方案|细则)|施行|执行|亮相|批准|获批|立项|出炉|落地|征求意见|修订|通过|来了)"
# In a headline any kind of plan is one that comes out, save what a company does for itself.
_TITLED_PLAN = re.compile(
    r"(?P<name>(?:(?!\s|[,。:;!?|])[^\n《》]){4,40}?(?<!经营|开店|扩张|融资|收购|减持|增持|回购|上市|裁员|重组|生产|激励|股权)(?:方案|计划|规划|纲要|意见(?!建议)|政策措施|政策|措施|办法|要点|细则|目录|指南|条例|规范条件|准入条件|(?:国家|行业|地方|团体)标准|[国行团地]标|新标))"
    rf"(?:\(20\d\d年?-+20\d\d年?\)|\([^()]{{2,6}}\))?(?=(?:的通知|正式|即将|已|今日|近日|日前|有望|将|[于自从]|(?:20\d\d年|[今明]年)?\d{{1,2}}月(?:\d{{1,2}}日)?起?|[今明后本下][日天月年]?起?)*{_COMES_OUT}(?!会|式|仪式))"
)
_STANDARDS = Rule(
    r"(?P<first>《[^《》\n]{2,40}》)(?:\([^()]{1,20}\))?(?:[、和及,]?[A-Z/T\d .-]{0,24}《[^《》\n]{2,40}》(?:\([^()]{1,20}\))?)*"
    r"(?:等(?=[^,。;:《》\n]{1,4}[项个])|(?<=》)(?=[^,。;:《》\n]{1,4}[项个]))(?P<count>[一二两三四五六七八九十百\d]{1,3}[项个][^,。;:《》\n]{0,12}?标准)(?!化)"
)
_UNNAMED_STANDARDS = Rule(
    r"(?:批准|发布|公布|出台|颁布|下达)(?:发布|实施)?(?:了)?(?P<name>[\d一二三四五六七八九十百]{1,5}(?:余|多)?项[^,。;:《》\n]{0,12}?标准)(?!化|的|项目)"
)
# 公开征求对39项行业标准计划项目的意见: the call is what the page gives out, whatever it counts
_COUNTED_CALL = re.compile(
    r"(?:关于)?(?P<name>(?:公开)?征求(?:对)?[^,。;:《》\n]{0,16}?\d+[项个][^,。;:《》\n]{0,20}?标准[^,。;:《》\n]{0,10}的?意见)(?:的(?:通知|公告|函))?"
)
_MANY = 4
_OF_STANDARDS = re.compile(r"征求|发布|实施|出台|批准|报批|立项|制修订|制定|修订|起草|公示|公告|审定|通过")


def with_standards(article: Article, plans: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the plans and the standards that are drawn up or issued together: 《棉服装》等六项国家标准正在征求意见.

    Behind the beginning of a text they count only with the day they come out or into force.
    """
    if called := _COUNTED_CALL.fullmatch(flat(article.title)):
        name = called["name"]
        yield told_plan(article, name, article.words_of(name), "standards a call counts", (), 0.8)
        return
    given: dict[Span, re.Match[str]] = {}
    for match in _STANDARDS.finditer(article.plain):
        if "》等" not in match[0] and match[0].count("《") < (_MANY if plans else 2):
            continue  # told one by one
        sentence = article.sentence(match.start())
        if given and article.plain[sentence.begin : match.start()].lstrip().startswith("其中"):
            continue
        # 公布甲等605项标准,其中乙等74项: what is told of are the latter.
        if sentence not in given or "其中" in article.plain[given[sentence].end() : match.start()]:
            given[sentence] = match
    given = {s: m for s, m in given.items() if _gives_out(article, s, m.start() > 400)}
    head = None if given else _STANDARDS.search(flat(article.title))
    if head and "》等" in head[0]:  # the body names one by one what its title counts
        if lines := _told_by_line(article, head["count"]):
            sort = _SORT_OF.search(head["count"])
            yield from (_of_line(article, line, sort[0] if sort else "") for line in lines)
            return
        name = article.title[slice(*head.span("first"))] + "等" + head["count"]
        yield told_plan(article, name, article.words_of(name), "standards counted in the title", (), 0.75)
        return
    counted = [sentence.of(article.plain) for sentence in given]
    for plan in plans:
        at = article.sentence(next(f.begin for f in plan.facts if f.field == "name"))
        together = any(
            f"《{flat(plan.name)}》" in words for words in counted
        )  # an annex names them one by one
        if not (together or any(at == g or _goes_on(article, g, at) for g in given)):
            yield plan
    for m in given.values():
        yield told_plan(article, _counted_name(m), m.span(), "standards counted together", (), 0.75)
    lead = max((s.end for s in article.sentences[:2]), default=0)
    if not (given or plans) and (unnamed := _UNNAMED_STANDARDS.search(article.plain, 0, lead)):
        yield told_plan(article, unnamed["name"], unnamed.span("name"), "standards counted", (), 0.75)


# 1.《甲》,牵头单位某公司,规定…: what a notice says of each of a few standards.
_LINE_OF_STANDARD = re.compile(
    r"^\s*(?:\d{1,2}\s?[.、]|\(?[一二三四五六七八九十\d]{1,2}[)、]|[①-⑳])\s*《(?P<title>[^《》\n]{2,40})》(?:\([^()\n]{1,20}\))?[,:。;]?[^《》\n]{8,}$",
    re.MULTILINE,
)
_SORT_OF = re.compile(r"(?:国家|行业|地方|团体)标准|[国行地团]标")
_FEW = 5  # standards of a notice that are still told one by one


def _told_by_line(article: Article, counted: str) -> list[re.Match[str]]:
    """Return the lines of a notice of standards, where each says something of its own and they are as many as it counts."""
    lines = list(_LINE_OF_STANDARD.finditer(article.plain))
    number = re.match(r"\d+|[一二两三四五六七八九十]+", counted)
    return lines if number and len(lines) <= _FEW and len(lines) == count(number[0]) else []


def _of_line(article: Article, line: re.Match[str], sort: str) -> Draft:
    """Return the standard that a line tells of, by its title and the sort that the headline tells of all."""
    place, about = line.span("title"), Span(*line.span())
    plan = told_plan(
        article, f"《{line['title']}》{sort}", place, "standard told in its own line", (), 0.75, about
    )
    titles = (Fact(field, line["title"], *place, "title it goes by") for field in ("aliases", "document"))
    return plan._replace(facts=(*plan.facts, *titles))


def _counted_name(counted: re.Match[str]) -> str:
    """Name standards by the first and their count, by all where they are few and told without 等."""
    few = "》等" not in counted[0] and counted[0].count("《") < _MANY
    return counted[0] if few else counted["first"] + "等" + counted["count"]


def _gives_out(article: Article, sentence: Span, dated: bool) -> bool:
    told = (t for t in article.times if t.precision in ("day", "month"))
    whole = _OF_STANDARDS.search(article.plain, sentence.begin, sentence.end)
    return bool(whole and (not dated or any(sentence.begin <= t.begin < sentence.end for t in told)))


def _goes_on(article: Article, given: Span, sentence: Span) -> bool:
    """Tell whether a sentence tells only parts of what the one before gave out: 其中,《甲》《乙》为首次发布."""
    begins = article.plain.startswith("其中", sentence.begin + (article.plain[sentence.begin] == "\n"))
    return begins and 0 <= sentence.begin - given.end < 3


_SHOWN_AS = re.compile(
    r"^[【\[]?(?:一[图文]读懂|图解|图说|解读|详解)[】\]::丨|]?(?:[我本][省市县区镇])?(?=[一-鿿]{6})"
)


def read_unmarked(article: Article, subjects: Sequence[Subject]) -> list[Draft]:
    """Read a plan whose title stands in the headline without marks: 云南省服装行业协会发布2018年度重点活动计划."""
    words = _bare_title(article, subjects)
    if words is None or OF_FIRM.search(words):
        return []
    words = _SHOWN_AS.sub("", words)
    if (ours := OF_ITSELF.match(words)) and (club := publishing_club(article)):
        words = club + words[ours.end() :]  # 我会2031年重点工作安排
    place = article.words_of(words)
    # What the headline names is what the article is about.
    beside = () if words in flat(article.title) else subjects
    plan = told_plan(article, words, place, "plan named in the headline", beside, 0.8)
    told = article.sentence(place[0]).of(article.plain)
    passed = re.search(r"通过|审议|同意|讨论|论证|解读|讲解|介绍|阐述|通报|宣[讲贯读布]|说明|解释", told)
    says_what = _COUNTED_IN_IT.search(told) or _GOES_INTO_IT.match(article.plain, place[1])
    if subjects and passed and not (says_what or any(f.field == "items" for f in plan.facts)):
        return []  # guide rule 5: passed or explained at a meeting it is a plan only with what is in it
    # A body that is only told behind the title gave its word on it, whoever gave it out.
    bodies = (f for f in plan.facts if f.field == "organisations" and f.begin <= place[0])
    body = next((f.value.name for f in bodies), "")
    tells_whose = (
        not body
        or body in words
        or words[:2] in body
        or _SAYS_WHOSE.search(words)
        or _MINISTRIES.search(body)
        or re.match("[省市县区镇]|自治[区州]", body)  # 市经信局 says no more of whose it is
    )
    name = words
    if not tells_whose:
        # A paper told in passing is of its issuer's place, no more: 某省经信厅解读出台不久的某业行动方案.
        place_of = _PLACE_OF.match(body) if words == gone_through(article) else None
        name = (place_of[0] if place_of else _OF_STATE.sub("", body)) + _OF_YEAR.sub(r"\1", words)
    own_days = _YEARS_WORK.fullmatch(words) or _YEAR_FIRST.fullmatch(words)
    facts = [plan.facts[0]._replace(value=name), *plan.facts[1:]]
    if _CARRIED_OUT.search(article.plain, *article.sentence(place[0])):
        facts = [f for f in facts if f.field != "items"]  # what came of it is told, not what it asks for
    if own_days:  # when a measure is to be done, and till when
        facts = [f for f in facts if f.field != "deadline" and not _is_month(f)]
    by_offices = _BY_OFFICES.search(article.plain, article.sentence(place[0]).begin, place[0])
    if by_offices and not body and not _SAYS_WHOSE.search(name):
        name = by_offices["place"] + name
        facts[0] = facts[0]._replace(value=name)
    if number := NUMBER.search(article.text[:400]):
        facts.append(Fact("document", number[0], *number.span(), "document number"))
    name = in_year(article, name) if name != words or name.endswith("工作要点") else name
    return [plan._replace(name=name, facts=tuple(facts))]


def in_full(article: Article, plan: Draft) -> Draft:
    """Return a plan under the title by which the opening of its text calls it, where its own name is but a short form of that:
    某业升级方案 of a headline is 《某区某业集群升级三年行动方案(2025-2027年)》, 某县某业三年方案 what 某县印发某业高质量发展三年实施方案 tells."""
    if "title marks" in plan.facts[0].rule:
        return plan
    core = _core(plan.name)
    end = (
        article.sentences[min(len(article.sentences), _OPENING_SENTENCES) - 1].end if article.sentences else 0
    )
    titles = [n for n in article.names if n.marks == "《" and n.kind == "plan" and n.begin < end]
    fuller = [
        n
        for n in titles
        if len(n.text) >= _TITLE
        and not n.text.startswith("关于")
        and not (_CALLS_FOR.search(plan.name) and _OBEYED.search(article.plain, 0, n.begin))
        and _says_all(core, _core(n.text))
    ]
    names = {flat(n.text) for n in fuller}
    if not titles and "《" not in plan.name:
        return _as_given_out(article, plan, core, end)
    if len(names) != 1 or flat(plan.name) in names or "《" in plan.name:
        return plan
    told = max(fuller, key=lambda n: len(n.text))
    return _renamed(plan, told.text, (told.begin, told.end), "title in marks of what the headline names")


def _renamed(plan: Draft, name: str, place: tuple[int, int], rule: str) -> Draft:
    """Return a plan under another name, read at a place."""
    facts = [
        f._replace(value=name, begin=place[0], end=place[1], rule=rule) if f.field == "name" else f
        for f in plan.facts
    ]
    return plan._replace(name=name, facts=tuple(facts))


# 去年3月,清河县印发羊绒产业高质量发展三年实施方案(2024-2026年), below 清河羊绒三年方案实施一年
_GIVEN_OUT_WHOLE = Rule(
    rf"(?:(?<![一-鿿])|(?<=[日月年天前]))(?P<place>(?![昨今前去近日上本我全该各])[一-鿿]{{2,4}}?[省市县区镇旗])(?:(?:人民)?政府(?:办公[室厅]|办)?|[省市县区镇]委)?(?:近日|日前|正式|联合|对外)*(?:印发|出台|发布|公布|下发|推出|制[定订])了?(?P<name>(?:(?![的在对就]|通过|会议)[一-鿿\d“”]){{6,40}}?{SORT}(?:\(20\d\d年?-+20\d\d年?\))?)(?=[,。;:])"
)


def _as_given_out(article: Article, plan: Draft, core: str, end: int) -> Draft:
    """Return a plan of the headline by the longer name that the opening gives it, with the place that gave it out."""
    if plan.name not in flat(article.title):
        return plan
    told = _GIVEN_OUT_WHOLE.search(article.plain, 0, end)
    if told and _says_all(core, _core(told["place"] + told["name"])):
        whole, place = told["place"] + article.text[slice(*told.span("name"))], told.span("name")
    elif longer := re.search(rf"(?:^|(?<=[,。;\n])){_AHEAD}{re.escape(plan.name)}", article.plain[:end]):
        whole, place = article.text[slice(*longer.span())], longer.span()
    else:
        return plan
    if len(whole) <= len(plan.name):
        return plan
    short = plan.facts[0]._replace(field="aliases")
    plan = _renamed(plan, whole, place, "paper given out in the opening")
    return plan._replace(facts=(*plan.facts, short))


# 6月1日起,云州手工|地毯保护条例正式施行, below 地毯保护条例来了
_AHEAD = r"(?:(?![的了在于由对将就和与]|印发|发布|出台|公布|下发|制[定订]|通过|实施|启动|解读|介绍|日前|近日)[一-鿿]){2,12}"


# 根据《某专项资金管理办法》,现组织开展某专项资金申报: what a call goes by is not what it asks for.
_CALLS_FOR = re.compile("申报|征集|推荐|遴选|评选|认定")
_OBEYED = re.compile(r"(?:根据|按照|依据)$")


def _core(name: str) -> str:
    """Return what a plan is on: its name without its sort, its years and what is done with it."""
    words = re.sub(r"\([^()]*\)|20\d\d年?度?|[\W\d]", "", flat(name))
    return _SORT_WORDS.sub("", words)


def _says_all(short: str, long: str) -> bool:
    """Tell whether a title is on all that a short name is on, in other words here and there."""
    pairs = {short[at : at + 2] for at in range(len(short) - 1)}
    shared = sum(pair in long for pair in pairs)
    return len(short) >= _TELLS and shared >= _MOST_OF * len(pairs)


_OPENING_SENTENCES, _TITLE, _TELLS, _MOST_OF = 3, 10, 4, 0.5
_SORT_WORDS = re.compile(
    r"^关于(?:公开)?|(?:公开)?征求(?:对)?|意见的?(?:通知|公告|函)?$|的?(?:通知|公告|函)$|(?:我|本)?[省市县区](?=[^省市县区]{4})|牵头|制定|参与|起草|出台|发布|印发"
    r"|(?:[一二三四五六七八九十两]年)?(?:行动|实施|工作|总体|专项)*(?:方案|计划|规划|纲要|要点|措施|办法|意见|细则)|(?:国家|行业|地方|团体)标准|[国行地团]标|新标|的"
)


# 解读了某产业若干政策:支持企业建设可追溯体系,…; 讲解了某实施意见,明确今后两年安排资金5亿元
_GOES_INTO_IT = re.compile(
    r"[^,。;:\n]{0,16}(?::(?=[^。\n]{10})|,(?:该|这份)?[一-鿿]{0,4}?(?:提出|明确|规定|要求|支持|鼓励|(?:其中)?对[^,。]{2,20}(?:给予|奖励|补[助贴])|其中|共有?\d|分为?\d|围绕|聚焦|涵盖|包含|包括|涉及|力争|到20\d\d年|[今往]后|未来))"
)
_MINISTRIES = re.compile(r"^(?:国务院|国家)|(?<![省市县区])(?:部|总局)(?:办公厅)?$")
# 通过了2031年度工作要点,明确今年要做好十方面工作
_COUNTED_IN_IT = re.compile(
    r"(?:明确|提出|确定|部署)[^。;]{0,12}?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:大|项|个|条)?(?:方面|件|项|条|大)?(?:工作|任务|举措|措施|实事|事)"
)


# 云南省工信、文旅、民宗三部门近日下发某业五年规划: whose paper it is
_BY_OFFICES = re.compile(
    r"(?:^|(?<=[,。;\n]))(?P<place>[一-鿿]{2,4}?[省市县区])[^,。;:]{2,24}?(?:[两二三四五六七八九十\d]{1,2}(?:个)?(?:部门|厅局|委办局)|等部门)"
)


def _is_month(fact: Fact) -> bool:
    return fact.field == "start" and len(fact.value or "") == len("2031-09")


_OF_YEAR = re.compile(r"^(20\d\d年度?)的(?=工作|重点|主要)")  # 2031年的工作要点
_PLACE_OF = re.compile(r"[一-鿿]{2,5}?[省市县区](?=[一-鿿]{0,10}(?:厅|局|委|委员会|政府|办公[室厅])$)")
_OF_STATE = re.compile(
    r"(?<=[省市县区旗镇])(?:(?:人民)?政府(?:办公厅|办公室)?|人大(?:常委会)?)$"
)  # 惠民县政府's is 惠民县…计划
# A paper about a place, or a standard, is named without the body that gives it out.
_SAYS_WHOSE = re.compile(
    r"^(?:关于|中国|全国|.{0,7}[省市县区])|(?:标准|[国行团地]标)$|.*(?:提高|[上下]调|调整|降|恢复|延长)[到至为]"
)
_SETS_OUT = re.compile(r"行动|规划|计划|方案|纲要|意见|措施|要点|政策|办法")


def read_handed_down(article: Article, subjects: Sequence[Subject], plans: Sequence[Draft]) -> list[Draft]:
    """Read the plan given out in the first sentence, of which the titles in marks behind it are only examples."""
    if any(_SETS_OUT.search(p.name) for p in plans):
        return []
    end = article.sentences[0].end
    titles = min(f.begin for p in plans for f in p.facts if f.field == "name")
    for plan in read_unmarked(article, subjects):
        at = next(f.begin for f in plan.facts if f.field == "name")
        if at < min(end, titles) and (titles >= end or "其中" in article.plain[at:titles]):
            return [plan]
    return []


# 在某产业转型升级实施方案(讨论稿)座谈会上: a draft is told by its bracket, whatever is done with it.
_DRAFT_BARE = Rule(
    r"(?<![一-鿿])(?:[^,。;:《》\n]{0,12}(?:召开|举行|讨论|研究|审议|论证|形成|提交|听取)(?:的|了)?)?(?P<name>(?:(?![的在对就]|通过|会议)[一-鿿\d“”()-]){4,40}?(?:方案|规划|计划|意见|办法|纲要|条例|标准|细则|措施|规定|规范)\((?:讨论稿|征求意见稿|送审稿|草案|初稿|修订稿|审议稿|修订草案)\))"
)
# 某厅发布关于开展某活动的通知: what such a notice asks for is told by its title, in marks or not.
_NOTICE_BARE = Rule(
    r"(?:发布|印发|下发|发出|公布|出台)了?(?P<name>关于(?!举[行办]|召开|参加|组织参|延期|推迟|取消|邀请|公布|表彰)[^,。;《》\n]{6,50}的(?:通知|意见|公告))(?=[,。;\n])"
)
_CAME_OUT = r"(?:[^,。;:《》\n]{0,16}?(?:出台|出炉|印发|下发|发布|公布|颁布|推出|实施|施行|制[定订]|拟[定订]|起草|通过|批准)的)?"
_PAPER_TOLD = rf"{_CAME_OUT}(?P<name>(?:(?![的在对就]|通过|会议)[一-鿿\d“”()-]){{4,40}}?{SORT}(?:\(20\d\d年?-+20\d\d年?\))?)"
_ITS_POINTS = (
    r"的?(?:有关|相关|主要|基本|总体|核心|重点|出台)*(?:情况|内容|背景|精神|要点|进展|亮点|条款|任务)"
)
# 解读了某行业“十四五”规划, 介绍了上月印发的某业三年行动计划:到2033年…
_SET_FORTH = Rule(
    rf"(?:解读|讲解|介绍|阐述|通报|宣[讲贯读布]|说明|解释|推介|发布)了?{_PAPER_TOLD}(?={_ITS_POINTS}[,。;:]|[,。;:])"
)
# 就刚刚出台的某业十条措施作了说明
_ACCOUNTED_FOR = Rule(
    rf"[就对]{_PAPER_TOLD}(?:{_ITS_POINTS})?(?:逐[条项]|当场|现场|专门|详细|分别|一并)*(?:进行了?|[作做]了?)(?:全面|详细|专题|深入|简要|现场|系统|重点)*的?(?:解读|讲解|介绍|阐述|通报|宣讲|宣贯|说明|解释|部署)"
)
_PLEDGE = r"(?:倡议书|公约|宣言|承诺书|自律书)"
# 53家企业在某业节水倡议书上署了名, 某协会牵头签订行业自律公约
_SIGNED = Rule(
    rf"在(?P<name>(?![^,。;:《》\n]{{0,16}}(?:召开|举[行办])的)[一-鿿“”\d]{{4,24}}?(?:{_PLEDGE}|倡议))上(?:签|署|摁|按|写下|盖)"
)
_PLEDGED = Rule(
    rf"(?<![是要])(?:签订|签署|签下|订立|缔结|立下|发起|发布|发出|宣读|通过|加入)了?(?:首份|首个|一份)?(?P<name>(?![^,。;:《》\n]{{0,12}}的{_PLEDGE})(?:(?![的在对就等])[一-鿿“”\d]){{0,24}}?(?:自律|诚信|绿色|保护|节能|降碳|环保|质量|公平|反内卷|价格|合作|行业|产业|维权|安全)[一-鿿]{{0,6}}?{_PLEDGE})(?=[,。;])"
)
# 记者从某协会获悉,协会2031年工作要点日前印发: a year's work of the body told before it.
_YEARS_PAPER = Rule(
    r"(?:^|(?<=[,。;\n]))(?:(?:协会|商会|学会|联合会|公会|联盟)的?)?(?P<name>20\d\d年度?(?:工作要点|工作计划|工作安排|重点工作(?:计划|安排|清单)|活动计划))"
    r"(?:已经?|日前|近日|正式|刚刚|昨[天日]|[上本]周|于\d{1,2}月\d{1,2}日)*(?:印发|下发|发布|出台|公布|出炉|敲定)"
)
# 理事会审议通过了协会2031年度工作要点,明确今年要做好十方面工作
_YEARS_WORK_PASSED = Rule(
    r"(?:通过|审定|印发|发布|公布)了(?:《)?(?:协会|商会|学会|联合会|公会|联盟|本会)?(?P<name>20\d\d年度?(?:工作要点|工作计划|重点工作(?:计划|安排)?))(?:》)?(?=,(?:明确|提出|确定|部署|今年|将|要))"
)
# 某理事会会议把2031年的工作要点定了下来。…工作要点还安排了两场对接会
_YEARS_WORK_SETTLED = Rule(
    r"[把将](?:协会|商会|学会|联合会|公会|联盟|本会)?(?P<name>20\d\d年度?的?(?:工作要点|(?:重点|主要)工作|工作(?:计划|安排)))(?:一一|正式|初步|全部)*(?:[定排]|[敲排商议确]定)(?:了下来|下来了?)"
    r"(?=[\s\S]{0,200}?(?:要点|重点工作|主要工作|工作计划|工作安排)(?:[里中还也])*(?:安排|包括|提出|要求|明确|列|写|分为))"
)
# 市政府常务会议上,某业三年行动方案获原则通过; 某业条例19日经市人大常委会审议通过
_PASSES = r"(?:审议|研究|讨论|表决|投票|举手|原则上?|一致|全票|正式|顺利|高票)*(?:并|后)?(?:原则上?|一致|全票|表决|正式)*(?:通过|同意|审定|批准)"
_PASSED_NAME = r"(?P<name>(?:(?![的在对就把将由经获]|通过|会议|审议|草案)[一-鿿\d“”]){6,40}?(?:方案|计划|规划|纲要|意见|措施|办法|条例|规定|公约)(?:\((?:草案|试行|送审稿|20\d\d年?-+20\d\d年?)\))?)"
_PASSED = Rule(
    rf"(?:^|(?<=[,。;\n])){_PASSED_NAME}(?:已|也|日前|近日|\d{{1,2}}日)*(?:获得?(?:会议|与会[^,。;]{{1,8}})?|经[^,。;\n]{{2,20}}?){_PASSES}"
)
# 会议审议通过某业发展规划; 原则同意某业发展条例(草案)
_PASSES_IT = Rule(rf"{_PASSES}[了的]?{_PASSED_NAME}(?=[,。;])")
# 会上通报了今年5月印发的三年行动方案落实情况:18项任务已启动16项,…
_CARRIED_OUT = Rule(
    r"(?:通报|汇报|介绍|公布|听取)了?(?:[^,。;:《》\n]{0,12}?(?:印发|出台|发布|下发|实施|启动)的)(?P<name>(?:(?![的在对就把将由经]|通过|会议)[一-鿿\d“”]){4,32}?(?:方案|计划|规划|意见|措施|办法|要点))"
    r"的?(?:贯彻|落实|执行|实施|推进|进展)+(?:情况|进展|成效)(?:的?汇报)?(?=[:,。][^。\n]{0,40}?(?:已|完成|启动|兑现|落实|开工))"
)
_BARE_DRAFTS = (
    _CARRIED_OUT,
    _PASSED,
    _PASSES_IT,
    _YEARS_WORK_PASSED,
    _YEARS_WORK_SETTLED,
    _YEARS_PAPER,
    _NOTICE_BARE,
    _DRAFT_BARE,
    LAID_BEFORE,
    _SET_FORTH,
    _ACCOUNTED_FOR,
    _SIGNED,
    _PLEDGED,
)


def _bare_title(article: Article, subjects: Sequence[Subject]) -> str | None:
    """Find the title in the headline or first sentence; beside a meeting only right behind a verb of issuing."""
    title = _SUMMED_UP.sub("", flat(article.title))
    own = _named_in(title, _TITLED_PLAN, _TITLED_KINDS)
    if own and not own.endswith("要点"):
        return own
    headline = re.sub(r"\s*[|丨]\s*", "", title)
    if years := _YEARS_WORK.fullmatch(headline) or _YEAR_FIRST.fullmatch(headline):
        counted = _TASKS.search(headline)
        paper = counted and _LAYS_OUT.search(article.plain, 0, 200)
        if counted and paper and paper["count"] == counted["count"]:
            return paper["name"]
        return _GIVES_OUT_WORK.sub("", years["whole"])
    if _OWN_PAPER.fullmatch(title) and _OF_ITSELF.search(article.plain):
        return title
    if all(PRESS_HEADS.search(s.name) for s in subjects) and (name := gone_through(article)):
        return name
    if own:
        return own
    if not subjects:
        told = (rule.search(article.plain, 0, 800) for rule in hopeful(_RUNNING_WORDS, article.plain))
        names = (m["name"] for m in told if m and not _is_wanted(article, m.start("name")))
        if name := next((n for n in names if not _ASKS_NOTHING.match(n)), None):
            return name
    drafts = (rule.search(article.plain, 0, 800) for rule in hopeful(_BARE_DRAFTS, article.plain))
    if draft := next(
        (m["name"] for m in drafts if m and not (_NO_NAME.match(m["name"]) or ROUTINE.search(m["name"]))),
        None,
    ):
        return draft
    return next((words for head in _heads(article, subjects) if (words := _named_in(head))), None)


# 某产业发展规划全文摘要: what the page gives of the paper is no part of its name.
_SUMMED_UP = re.compile(r"(?<=[划案见要施法则)])[((]?(?:全文)?(?:摘要|节选|摘编|摘登|原文|全文)[))]?$")
# 2012年某协会工作要点
_YEAR_FIRST = re.compile(
    r"(?P<whole>20\d\d年?度?[^,。:;!?\s]{2,24}?(?:协会|商会|学会|联合会|局|厅|委|政府|集群|开发区)[^,。:;!?\s]{0,8}?(?:工作)?(?:要点|计划|思路|安排|打算|任务))(?:出炉|发布|公布|来了|敲定|确定)?"
)
# 某协会2012年工作要点: the paper itself, whatever it says will be held.
_YEARS_WORK = re.compile(
    r"(?P<whole>[^,。:;!?\s]{2,40}?(?:20\d\d年?度?|[今明]年|[上下]半年|下一?阶段|近期|新一年)[^,。:;!?\s]{0,16}?"
    r"(?:工作(?:要点|计划|思路|安排|打算|设想|目标|重点|方案|清单|部署)|(?:重点|主要|目标)(?:工作|任务)|(?:活动|培训|展会|展览|参展|服务|调研|考察)(?:计划|安排|日程|方案|清单|一览表?|预告|排期)|攻坚部署|部署|打算|安排|实事(?:清单)?|(?<!\d)[一二三四五六七八九十\d]{1,3}(?:大|项|件|个|条)[^,。:;!?\s]{0,6}?(?:举措|措施|行动|任务|工程|实事|大事|好事|承诺|目标|计划|清单))(?:\([^()]*\))?)(?:出炉|发布|公布|来了|敲定|确定)?"
)
# 某市近日下发2031年某业工作要点,安排五项任务, below 某市明确2031年某业五项任务: the paper has a name of its own.
_TASKS = re.compile(r"(?P<count>[一二两三四五六七八九十\d]{1,3})(?:大|项|件|个|条)[一-鿿]{2,6}$")
_LAYS_OUT = Rule(
    r"(?:下发|印发|出台|发布|公布|制定)了?(?P<name>[^,。;:《》“”\n]{2,24}?(?:工作要点|(?:行动|实施|工作|发展|年度)(?:方案|计划)))"
    r",(?:安排|明确|提出|部署|确定|列出|布置)?了?(?P<count>[一二两三四五六七八九十\d]{1,3})(?:大|项|件|个|条)"
)
_GIVES_OUT_WORK = re.compile(
    r"(?:(?:[第\d一二三四五六七八九十]+届[一-鿿]{0,10}?|常务|会长|秘书长)*(?:理事会|大会|年会|会议|办公会|扩大会))?(?:日前|近日|正式|研究|审议|讨论|原则)*(?:公布|发布|推出|明确|确定|部署|出台|印发|制[定订]|安排|晒出|亮出|敲定|启动|通过|审议|讨论|研究)(?:了)?(?=20\d\d|[今明]年|[上下]半年|下一?阶段|近期|新一年)"
)
# 某区家纺花型版权保护办法(试行): the headline is the paper's own, and what is below its text.
_OWN_PAPER = re.compile(
    r"(?P<name>(?!关于)[^,。:;!?\s《》]{4,50}(?:办法|方案|规划|措施|意见|细则|条例|公约|行规行约|行规|规定|政策|准则|纲要|行动计划|制度))(?:\([^()]{2,8}\))?"
)
_OF_ITSELF = re.compile(
    r"现(?:就|对)?[^。;\n]{0,40}提出(?:以下|如下)(?:实施|若干|工作|具体)?(?:意见|方案|措施|规划)|制[定订]本(?:办法|方案|规划|措施|意见|细则|条例|公约|规定|政策|准则|制度|行规)|(?:^|\n)\s*第一[条章]|(?:^|[。\n])\s*本(?:办法|方案|规划|措施|意见|细则|条例|公约|规定|政策|准则|制度|行规)自"
)
_DUE = re.compile(r"(?:即将|有望|将[于在]|正式)[^,。]{0,8}(?:出台|发布|印发|公布|实施)(?!会|式|仪式)")
# 会议要求,认真编制规划,出台扶持政策,推进某产业发展: nothing has come out, and 某集团近日推出… is what a firm does for itself.
_BY_A_FIRM = r"(?:公司|集团|股份)(?:近日|日前|正式|今年|\d日)*(?:推出|出台|制[定订]|实施|发布|印发)了?$"
_WANTED = re.compile(rf"要求|建议|呼吁|希望|应当?(?=[^用])|务必|{_BY_A_FIRM}")


def _is_wanted(article: Article, place: int) -> bool:
    """Tell whether words stand behind one who only asks for what they tell, in the same sentence."""
    return bool(_WANTED.search(article.plain, article.sentence(place).begin, place))


_OPENING = 24  # characters of a first sentence that says no more than that there is news


def _heads(article: Article, subjects: Sequence[Subject]) -> list[str]:
    """Return the words that may name what is given out: beside a meeting only those around a verb of issuing."""
    given = [m[0] for m in _GIVEN_OUT.finditer(article.plain, 0, 300)]
    given += [m[0] for m in _GIVEN_OUT_TOO.finditer(article.plain)]
    if not subjects:
        said = bool(article.title) and any(s.end - s.begin > _OPENING for s in article.sentences[:1])
        first = (s.of(article.plain) for s in article.sentences[: 1 if said else 2])
        return [_SUMMED_UP.sub("", flat(article.title)), *first, *given]
    # 某业“十三五”规划即将出台。某会长在某会议上介绍…: the article is about the plan.
    held = {m.sentence for s in subjects for m in s.mentions}
    lead = (s.of(article.plain) for s in article.sentences[:1] if s not in held)
    return [*filter(_DUE.search, lead), *given]


# 该协会参与制定的某服装国家标准(GB/T14272)即将修订完成, 开展了甲、乙两项标准的制订工作: a standard without marks.
_BARE_STANDARD = Rule(
    r"(?<![^,。;:\n\s])(?P<name>(?!符合|执行|按照|达到|根?据|低于|高于|参照|[^,。]{0,14}(?:下达|发布|现行|有关|相关)的)[一-鿿]{2,24}?(?:国家|行业|地方|团体)标准(?:\([A-Z][^()]{2,24}\))?)(?:即将|将|已经?|日前|近日|正式|有望|\d{1,2}月\d{1,2}日|在[^,。;\n]{2,6})*(?:完成)?(?:修订|制定|制订|发布|实施|出台|征求意见|报批)"
    r"|(?:正式|对外|批准)*(?:发布|颁布|公布|出台)(?:了)?(?P<out>(?![\d一二两三四五六七八九十]{1,3}项|多项|相关|有关)[^,。;:《》\n的]{6,34}(?:国家|行业|地方|团体)标准)(?=[,。;])"
    r"|(?:开展|启动)(?:了)?(?P<works>[^,。;:\n]{4,50}?标准)的?(?:制定|制订|修订|制修订|起草|编制)工作"
)
_DRAWN_UP_BY = re.compile(r".*(?:参与|牵头|组织|负责|主持)(?:制定|制订|修订|起草)的")


def read_bare_standard(article: Article) -> list[Draft]:
    """Read the standard without title marks that the text says is being drawn up or comes out: the last one told."""
    found = list(_BARE_STANDARD.finditer(article.plain, 0, 600))
    if not found:
        return []
    group = found[-1].lastgroup or "name"
    begin, end = found[-1].span(group)
    if lead := _DRAWN_UP_BY.match(article.plain, begin, end):
        begin = lead.end()
    return [told_plan(article, article.text[begin:end], (begin, end), "standard without marks", (), 0.7)]


_BARE_KINDS = branched(_BARE_KIND)
_TITLED_KINDS = branched(
    "要点|方案|计划|意见|细则|办法|措施|举措|政策|任务|目标价格|收储|规划|纲要|目录|指南|条例|条件|标准|[国行团地]标|新标"
)


def _named_in(
    head: str, pattern: re.Pattern[str] = _BARE_PLAN, kind: re.Pattern[str] = _BARE_KINDS
) -> str | None:
    """Return the plan that a headline or sentence names as given out: by the verb before it, behind it, or none.

    Args:
        head: the headline or sentence.
        pattern: how such a title is worded.
        kind: the words one of which it ends in; most heads hold none, and need not be searched for the rest.
    """
    match = pattern.search(head) if kind.search(head) else None
    if match is None:
        return None
    issued = _BODY_ISSUES.match(match[0])
    if issued and _NOT_NOW.search(match[0][: issued.start("rest")]):
        return None
    words = _LEAD_IN.sub("", issued["rest"] if issued else match[0])
    told = issued or match.end() == len(head.strip()) or _GIVEN_OUT_BEHIND.match(head, match.end())
    return words if told and len(words) >= 6 and not _NO_NAME.match(words) else None


# 会议要求,认真编制某规划: nothing has come out; 从2005年起每年都出台政策 is no news.
_NOT_NOW = re.compile(
    rf"{_BY_A_FIRM}|每年|历年|[多近]年来|先后|陆续|一直|[从自]20\d\d年(?:起|开始|以来)|要求|应当?|(?:认真|抓紧|加快|尽快|着手|科学|高标准|研究|要)(?:编制|制定|制订|起草|出台)"
)
_GIVEN_OUT_BEHIND = re.compile(rf".{{0,10}}?{_COMES_OUT}(?!以来|之后|后)")
_LEAD_IN = re.compile(
    r"^(?:这[就便正]?是|为期[^,。的]{1,8}的|新一轮|我国|[^《]{2,16}审议(?:并)?(?:原则)?(?:通过)?|(?:该|本|其)[^,]{0,14}的)"
)
# 一项旨在…的规划 and 服装节的总体方案 tell of a plan without its name, …入选某计划 of what got into it; 情况介绍和发展前景规划.
_NO_NAME = re.compile(
    r"(?:随着|伴随|得益于|受益于)|[一-鿿]{2,4}(?:紧?抓)[好紧实]?(?=[一-鿿“]{4})|.*这[份项部个]|.*(?:热议|点赞|有了|迎来|(?<!编制|修订|起草)完成)|[和与及](?!田|平|顺|县|静|硕)|(?:一|多|两|几)(?:项|份|个|套|系列|揽子)|旨在|.*(?:入列|入选|列入|纳入)|(?!关于|20\d\d年度?的工作计划$).*的(?:[一-鿿]{2})?(?:方案|计划|规划)$"
)
_BODY_ISSUES = re.compile(
    r".{2,48}?(?:日前|近日|联合|正式)?(?:发布|印发|出台|公布|推出|制定|编制(?:完成)?|起草|下发|下达|发出|修订(?=了)|通过|抛出|亮出|端出|拿出|晒出|敲定|审定|启动(?:实施)?(?=为期)|实施(?=为期)|原则(?:上)?同意|(?:研究|审议|会议)(?:并)?同意)(?!的)(?:了|关于)?(?P<rest>.*)"
)
