"""Measures that somebody commits to without a document: 八项举措, “四化”举措, 五件事, the work of the next stage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.items import Item, count, goals, listing, numbered, parted, quoted, split_at, stated, summed
from bot.records.model import Organisation
from bot.records.organisations import OrganisationMention
from bot.records.plans.terms import begun, period_of
from bot.records.rules import Rule, hopeful
from bot.records.speakers import CLUB, NEWS
from bot.records.subjects import Subject
from bot.records.text import Span, flat

_COUNT = r"(?:[二两三四五六七八九十\d]{1,3}|几|多)"
_WHEN = r"(?:20\d\d年?(?:度)?(?:的|协会|工作)?|下一?(?:步|阶段|年度)(?:协会|的|工作|行业|要抓好|重点)*|明年的?|今后)?"
_ANNOUNCED = Rule(
    rf"(?P<name>{_WHEN}(?:“?(?<![+\d.])(?P<count>{_COUNT})(?:大|项|条|个?方面|个|点|件)?”?(?:的?(?:重点|主要|具体|新|惠企|核心|务实|关键))*的?"
    rf"(?:(?:(?<=[大项条件])[一-鿿]{{0,8}}?)?(?:举措|措施|工作任务|任务|行动|工程|战役|政策(?:措施|举措)?|实事|承诺|倡议|要务)(?:清单)?|工作(?:清单|打算|安排|设想|思路|计划)?|(?:计划|战略|转变|目标)(?:清单)?|(?<=个)字|大事|要事|急事|好事|事情|安排|打算|共识|设想|抓手|动作|(?:着力|突出|聚力)(?=:)|(?:重点|方面|事|线|关|要点|(?:处|端)(?=发力|入手|着手|着力|推进|突破)|维度|层面)(?=[:,。、;)”-]|即|是|分别|发力|入手|着手|着力|推进|突破|开展工作|(?<=方面)(?:[一-鿿]{{2,10}}:|扶持|支持|帮助|服务|推动|加大|加强|予以|给予|提供))|(?<=[条点项])(?=:|,即))"
    rf"|(?P<figure>{_COUNT})(?:[张项条个道把大]“[^“”\n]{{1,8}}”|篇(?:大|好)?文章|张(?:王|金|好|大)?牌|场(?:硬仗|战役|攻坚战|会战)|步棋|把火|台大?戏|大战役|[大项条个道](?:新)?(?:关键|坚持|聚焦|突破|提升|着力|强化|转变|统一|路子?|路径|赛道|防线|抓手|着力点|突破口|切入点|支撑|引擎|体系|支柱|机制|制度|改革|攻坚|创新|服务|保障|转型|升级|策略|对策|办法|招法|方向|变革|跨越|专项|结合|优先|确保|坚决|同步|融合|到位)(?=[:,。;-]|即|分别|包括))|(?<![+\d.])(?P<aimed>{_COUNT})[项条](?:关于)?(?:促进|支持|推动|扶持|加快|鼓励|服务|便利)[^,。;:\n]{{2,20}}?(?:的(?:新的?)?)?(?:优惠|扶持|惠企|支持)?(?:政策|措施|举措)|“(?P<fold>{_COUNT})化”(?:举措|战略|行动|发展)?))(?!会|人员|者|机制)"
)
# A slogan that counts: “五个一”工程, “引工八条”, “时尚十条”, “三件事”.
_SLOGAN = Rule(
    rf"(?P<name>“(?:[^“”]{{0,6}}?(?={_COUNT}(?:个一|[条招举要不化]|步|大[一-鿿]{{2}}|项[一-鿿]{{2}}|件[一-鿿]{{0,2}}事|篇|张[一-鿿]?牌|场[一-鿿]{{2}}|部曲|板斧)[一-鿿]{{0,4}}”))?(?P<count>(?<!十){_COUNT})(?!五|年|月|日|期|届|次|家|万|亿|元)[一-鿿]{{1,6}}”(?:工程|行动|计划|举措|措施|战略|攻坚战|会战|政策|倡议|承诺|目标|部署|(?:服务|工作)?机制|服务|(?:重点)?工作(?:安排|思路|计划|目标)?)?)"
)
# A slogan of figures: “1235”工程, “1+3+N”行动.
_CODED = Rule(
    r"(?P<name>“\d[\d+NXn]{2,8}”(?:[一-鿿]{0,4}?(?:工程|行动|计划|战略|思路|体系|目标|部署|布局|举措|措施|方案|攻略|工作法|模式(?=[:])))?)"
)
# Work that is laid out without a count, its list right behind: 全年工作重点:, 将开展以下工作:.
_PERIOD = r"(?:20\d\d(?:年(?:度)?(?:[上下]半年)?)?|(?:今年|明年|来年)(?:[上下]半年)?|全年|年内|新一年|新的一年|新年(?:度)?|[上下]半年|[一二三四]季度|下一?(?:步|阶段|年度)|接下来|近期|近阶段|后续|现阶段|本年度|新一届|本届|任期内?|(?:今后|未来)(?:一个?(?:时期|阶段)|[一二两三四五六\d]{1,2}年)?|后[一二两三四五]年|“?十[一二三四五]五”?(?:期间|时期)?)"
_WORK = r"(?:(?:重点|主要|中心|目标|核心|总体)?工作(?:的?(?:重点|任务|安排|计划|要点|思路|打算|设想|目标|方向|方针|部署|清单|构想|规划和设想|规划))|(?:重点|主要|中心|目标|核心|年度|预期)(?:工作|任务|举措|措施|事项|安排|目标|指标)|(?:任务|工作|实事|责任|任期|服务)清单|(?:活动|展会|培训|服务|招商|调研)(?:计划|安排|清单)|努力方向|奋斗目标)"
_LAID_OUT = Rule(
    rf"(?P<name>(?:{_PERIOD}(?:\([^()\n]{{4,14}}\))?(?:[一-鿿]{{0,12}}?(?:协会|商会|学会|联合会|协|会|联盟))?的?(?:{_WORK}|(?:总体思路|工作|打算|安排|计划|设想|思路|目标|部署)(?=:))|(?<=就){_PERIOD}的?(?:协会|商会|重点|主要)*的?工作(?:方向|思路|重点|计划|打算|安排)?(?=,[^。;:\n]{{2,30}}(?:提出|明确|确定|部署|强调|布置|表示|说|指出|介绍|要求)[^。\n]{{0,90}}[:;])|(?:以下|如下)(?:[几\d二两三四五六]?个?(?:方面|项|点)的?)?(?:重点)?(?:工作|措施|举措|任务|活动|行动|服务|事项|几点|几条|几方面)|(?:(?<=推出|出台|实施|发布)(?:了)?[^。;:,\n]{{2,24}}?的?)?(?:一?系列|多项|若干)(?:惠企|扶持|支持|新)?(?:举措|措施|政策))(?!的?(?:成果|成绩|成效|情况|总结|回顾|完成)))(?=[^。;:\n]{{0,8}}[:。]|-|,(?:包括|即|涉及|涵盖|主要|重点|共|[^。;:\n]{{0,12}}(?:确定|明确|提出|布置|部署|表示|说|指出|介绍|强调|要求)[^。\n]{{0,90}}[:;]))"
)
# What is laid out step by step under a name: 拟定“绣娘增收路线图”:, 晒出任期清单:.
_MAPPED = Rule(
    r"(?:制[定订]|拟[定订]|推出|公布|发布|亮出|晒出|列出|列|排出|排定|排好|定下|划出|划定|画出|绘出|绘就|敲定|明确|确定|出台|打出|端出|开出|立下|分享|递上|交出)(?:了|好|的)?(?:一[张份套])?(?P<name>(?:[^,。;:“”\n]{0,10}“[^“”\n]{2,12}”)?[^,。;:“”\n]{0,16}(?:“[^“”\n]{0,12}(?:路线图|时间表|任务书|施工图|作战图|清单|计划表|日程表|套餐|大礼包|组合拳|军令状|责任状|蓝图|工程|行动|计划)”|“[^“”\n]{2,16}”[一-鿿]{0,8}?(?:方案|计划|行动|工程|办法|举措|措施|战略)|(?:路线图|时间表|任务书|施工图|作战图|清单|计划表|日程表)))(?=(?:日前|近日|正式|已)*(?:出炉|公布|敲定|来了)?(?:[:-]|,(?:包括|即|其中|涵盖|提出|明确)))"
)
_STAGE = Rule(r"(?:协会)?(?P<name>下一(?:步|阶段|年度)(?:协会)?的?(?:重点)?工作)(?:的?重点)?")
# The work of a year whose list a verb of deploying closes: 介绍了2023年主要工作安排,对甲、乙、丙等工作进行了部署.
_DEPLOYED = Rule(
    r"(?P<name>(?:20\d\d年|今年|明年|下一?(?:步|阶段))(?:度|协会)*的?(?:主要|重点)?(?:工作(?:安排|计划|任务|要点|思路)|重点工作|主要工作))"
    r"(?=[^。;\n]{0,20},?(?:就|对|围绕)(?P<list>[^。;\n]{10,300}?)等?(?:相关|各项|重点|方面|几项)*的?工作(?:进行|作|做)(?:出)?了?(?:全面|具体|详细)?(?:部署|安排))"
)
# The work of a year that closes its own list: 提出了做甲、办乙、建丙等2020年重点工作.
_SUMMED_UP = Rule(
    r"(?:提出|部署|明确|确定|布置|安排)(?:了)?(?P<list>(?:[^。;,:\n、]{4,40}、){2,}[^。;,:\n、]{4,40}?)等"
    r"(?P<name>(?:20\d\d年|今年|明年|下一?(?:步|阶段))(?:度)?[一-鿿]{0,12}?(?:重点|主要)(?:工作|任务))(?=[,。;])"
)
_ANCHORS = (_SLOGAN, _CODED, _ANNOUNCED, _LAID_OUT, _MAPPED, _STAGE, _DEPLOYED, _SUMMED_UP)
_COMMITS = re.compile(
    r"将|提出|部署|推出|拿出|抛出|亮出|端出|祭出|采取(?!了)|达成|发布|公布|宣布|明确|确定|安排|强调|实施|做好|抓好|(?<![主需重])要(?!求|素|闻|点)|决定|计划|出台|打出|上述|明年|今后|下一|下半年|20\d\d年|代表.{2,30}讲|打算|承诺|发力|着力|准备|划出|透露|今年|规划|方案|倡议|约定|商定|实行|表态|年内|具体(?:为|是|包括)"
)
# What commits only right before the measures: 理事长介绍了联盟五大任务, 定下“三年目标”.
_SETS_DOWN = re.compile(
    r"未来|描绘|介绍|晒出|立下|许下|定下|制定|拟定|谋划|号召|发起|启动|开展|推行|公开|[作做]出|议定|聚焦|围绕|干好|办好|做到|坚持|力争|目标|列"
)
_NEAR = 24  # characters before measures in which it does
_ASKED = re.compile(r"(?:提|提出)(?:了)?[^,。]{0,6}(?:点|条|个)?(?:希望|建议|要求)")
# Words of looking back or sharing: what follows them commits nobody.
_TOLD_BACK = re.compile(
    r"总结|回顾|经验|体会(?!员)|问题|原因|分享|特点|成效|成绩|变化|优势|挑战|建议|希望|要求|困难|启示|取得"
)
_BODY = re.compile(
    r"(?:协会|商会|联合会|学会|联盟|促进会|中心|局|厅|委|政府|集团|公司|管委会|办公室|专委会|分会)$"
)


def read_measures(
    article: Article, subjects: Sequence[Subject], documents: Sequence[Draft]
) -> Iterator[Draft]:
    """Yield the plan that a list of announced measures is (guide rule 5); its issuer is the body that commits.

    Args:
        article: as prepared.
        subjects: the meetings and events of the article; the first is where the measures were announced.
        documents: plans already read, whose own measures are not told twice.
    """
    for anchor, match in (
        (a, m) for a in hopeful(_ANCHORS, article.plain) for m in a.finditer(article.plain)
    ):
        span = article.sentence(match.start())
        # The sentence before may commit, and this one spell out: 要办好四件实事。四件实事分别是….
        words = article.plain[max(article.line(span.begin).begin, span.begin - 80) : span.end]
        near = max(span.begin, match.start() - _NEAR)
        if (
            not (_COMMITS.search(words) or _SETS_DOWN.search(article.plain, near, match.end()))
            or _looks_back(article, match)
            or _told(article, match.start(), documents)
        ):
            continue
        found = _list_after(article, match, span)
        if anchor is _ANNOUNCED and found and (laid_out := _laid_out_as(article, match, span)):
            match = laid_out
        body = _committed(article, match.start(), subjects)
        if anchor is _ANNOUNCED and found and (slogan := _said_before(article, match)):
            match = slogan
        if (found or _tells_some(article, match)) and (
            body is not None
            or anchor in (_STAGE, _SUMMED_UP)
            or _SPEAKER.search(article.plain, span.begin, span.end)
            or (subjects and _MEETING_SETS.match(article.plain, span.begin))
            or (subjects and _AGREED.search(article.plain, span.begin, match.start()))
        ):
            yield _draft(article, match, body, found, subjects)
            return


# 提出了2016年度工作思路,即通过甲、乙和丙三个举措: what is counted only spells out the work named before.
_BY_THESE = re.compile(r"[,:]?(?:即|就是)(?:通过|以|从|围绕)?[^。;\n]{4,80}")


def _laid_out_as(article: Article, counted: re.Match[str], span: Span) -> re.Match[str] | None:
    """Return the work of a time that measures counted behind it in the sentence spell out."""
    named = (m for m in _LAID_OUT.finditer(article.plain, span.begin, counted.start()))
    return next(
        (m for m in named if _BY_THESE.fullmatch(article.plain, m.end(), counted.start("name"))), None
    )


def _said_before(article: Article, counted: re.Match[str]) -> re.Match[str] | None:
    """Return the slogan of as many points that goes before measures counted: 发布了“五个聚焦”行动。…将从五个方面用力:…."""
    slogans = _SLOGAN.finditer(article.plain, 0, counted.start())
    return next((m for m in slogans if counted["count"] and m["count"] == counted["count"]), None)


# What a meeting sets binds the body that holds it: 会议划定了明年五项重点任务.
_MEETING_SETS = re.compile(
    r"\s*(?:会议|大会|会上|全会|理事会)[^。;,:\n]{0,6}?(?:明确|提出|确定|部署|划定|安排|布置|敲定|绘就)"
)
# 与会各方约定明年起实行“五个联合”
_AGREED = re.compile(
    r"(?:与会|各方|[双两三四]方|[一二三四五六七八九十\d]家)[^。;\n]{0,20}?(?:约定|商定|议定|同意|承诺)"
)
# A speaker who says I speaks for the body named above the speech.
_SPEAKER = re.compile(r"我(?:谈|讲|代表|就|想|们)")


# The sides of a matter that talks or lectures treat are nobody's measures.
_TREATS = re.compile(r"(?:集中|体现|表现|反映|分布)在|内容(?:涉及|涵盖|包括|有)|(?:演讲|讲座|研讨|交流)")


def _looks_back(article: Article, match: re.Match[str]) -> bool:
    """Tell whether a count is of what was done, learnt or is asked of others, not of what will be done."""
    span = article.sentence(match.start())
    behind = article.plain[match.end() : match.end() + 8].partition(":")[0]
    if _DONE_THEN.search(article.plain, span.begin, match.start()):
        return True
    if article.plain.rfind("《", 0, match.start()) > article.plain.rfind("》", 0, match.start()):
        return True  # a paper's title names it, and commits nobody here
    said = _QUOTED.sub("", article.plain[span.begin : match.start()])
    if match[0].endswith("方面") and _TREATS.search(said):
        return True
    if _DONE.search(article.plain, max(span.begin, match.start() - 16), match.end()):
        return True
    if match[0].endswith("字") and not _KEY_WORDS.search(article.plain, span.begin, match.start()):
        return True
    if _PROGRAMME.search(article.plain, span.begin, match.start()):
        return True
    if _AGENDA.search(article.plain, span.begin, match.start()):
        return True
    if _SET_ELSEWHERE.search(article.plain, span.begin, match.start()):
        return True
    if _OPINION.search(article.plain, span.begin, match.start()):
        return True
    around = article.plain[max(span.begin, match.start() - 24) : match.end()] + behind
    around = _OWN_STAFF.sub("", _CLOSING.sub("", _AND_THEN.split(_ANSWERING.sub("", around))[-1]))
    return bool(_TOLD_BACK.search(around) or _ASKED.search(span.of(article.plain)))


# 针对这些问题,某局当场承诺推出四项措施: what is answered is told before it.
_ANSWERING = re.compile(r"(?:针对|对于|面对|围绕|回应)?[^,。;:]{0,12}(?:问题|困难|诉求|建议|难题),")
_QUOTED = re.compile(r"“[^“”]*”")  # 从“服务、维权、交流”四个方面发力
# 工作要突出四个字: what is wanted may be three words too.
_KEY_WORDS = re.compile(r"(?:突出|抓好|抓住|做好|落实|坚持|念好|写好|做活)[^,。;:]{0,10}$")
# 节日期间要做两件事: what goes on at a fair is its programme.
_PROGRAMME = re.compile(r"(?:[展节周赛会]|节日|活动)期间[^,。;:\n]{0,12}$")
# 会议谈了三件事 is its agenda, 这一届主打甲、乙等六张牌 what a fair is like.
_AGENDA = re.compile(
    r"(?:谈|商讨|讨论|商议|研讨|交流|审议|研究|聊|听取)(?:了|的)(?:以下|这)?$|主打[^,。;:\n]*$"
    r"|,(?:研究|讨论|审议|商讨|部署|安排)$|(?:会议|大会|活动|论坛|展会|培训)[^,。;]{0,8}(?:涵盖|包括|包含|涉及|分为)了?$"
)
# 今年已完成四项工作, 选购要把好三关
_DONE = re.compile(
    r"已经?(?:圆满|全部|顺利)?(?:完成|实现|落实|办[成好]|做[好了]|推出了|开展了)|选购|挑选|选[^,。;]{1,6}要|辨别|鉴别|注意[^,。;]{0,4}$|提醒|消费者"
)
# 去年协会做了三件大事
_DONE_THEN = re.compile(
    r"(?:去年|上年|过去[一两三几]年|[一几]年来)[^,。;:\n]{0,14}$|(?:[今去]年|近年|一直|长期)以?来,?[^。;:\n]{0,24}$"
)
# 会长在总结时说,协会明年将…: summing up a meeting looks back on nothing.
_CLOSING = re.compile(r"(?:会议|大会)?总结(?:时|讲话|发言)")
# 会长要求秘书处抓实“四个一批”: what a head asks of his own people they will do.
_OWN_STAFF = re.compile(
    r"(?:会议|大会|[局厅办委])要求(?=[^,。;]{0,10}“)|要求(?=秘书处|协会|商会|学会|(?:各|全体|有关)?(?:部门|科室|分会|专委会|处室|乡镇|街道|干部|工作人员))"
)
# 会议审议了工作总结,并公布…: what was looked back on is over.
_AND_THEN = re.compile(
    r"[,;](?:(?:并|还|又)(?=[^,;]{0,4}(?:公布|发布|提出|部署|明确|确定|宣布|推出|通报|介绍|汇报|安排|布置))"
    r"|(?=(?:公布|发布|提出|部署|明确|确定|宣布|推出|通报|介绍|布置)了?(?:20\d\d年|[今明]年|下一|下半年|今后|来年|新一年)))"
)
# 为实现《纲要》提出的四大目标 counts what a paper set before.
_SET_ELSEWHERE = re.compile(
    r"(?:为了?|围绕|根据|按照)[^。;]{0,12}《[^》\n]+》[^。;,]{0,6}(?:提出|确定|明确)的[^。;:]*$"
)


# 专家认为,要从三个方面入手: what somebody thinks commits nobody.
_OPINION = re.compile(r"(?:认为|看来|分析(?:说|称|指出))[^。;\n]{0,24}$")
# 出台2031年某业发展计划,列出|八件实事
_LAID_OUT_IN_IT = re.compile(
    r"》?(?:\([^()]*\))?,(?:安排|明确|提出|部署|确定|列出|布置)?了?(?:今年的?|20\d\d年的?)?"
)
# 方案从五个方面…: the paper read already lays them out.
_OF_PAPER = re.compile(
    r"[“《\s]*(?:该|本|这[份个项])?(?:[一-鿿]{2})?(?:方案|规划|计划|意见|纲要|纲领|办法|倡议书?|公约|政策|指南|通知)[》”]?(?![一-鿿]{0,3}会)"
)


# 《纲要》总结了…。提出要从三个方面…: a sentence without a subject goes on about that of its line.
_GOES_ON = re.compile(r"\s*(?:并|还|同时)?(?:提出|明确|指出|要求|强调|从|围绕|到20\d\d年)")


def _told(article: Article, place: int, documents: Sequence[Draft]) -> bool:
    sentence = article.sentence(place)
    subject = article.line(place).begin if _GOES_ON.match(article.plain, sentence.begin) else sentence.begin
    if documents and _OF_PAPER.match(article.plain, subject):
        return True
    named = [f for d in documents for f in d.facts if f.field == "name"]
    if any(
        f.begin <= place < f.end or (f.end < place and _LAID_OUT_IN_IT.fullmatch(article.plain, f.end, place))
        for f in named
    ):
        return True
    if _WILL_TOO.search(article.plain, sentence.begin, place):
        return any(f.field == "items" and sentence.begin <= f.begin for d in documents for f in d.facts)
    return any(f.field == "items" and abs(f.begin - place) < 200 for d in documents for f in d.facts)


# 方案提出…。某会长随后说,协会将拿出四条措施: what another body will do behind a paper's points is its own.
_WILL_TOO = re.compile(
    r"(?:协会|商会|学会|联合会|联盟|专委会|分会|政府|管委会|[我本][会局厅市县区镇])(?:随后|今年|也|还|同时)?(?:将|要)[^,。;:]{0,10}$"
)


def _list_after(article: Article, match: re.Match[str], span: Span) -> list[Item]:
    """Return the list that the words announce, as long as they say it is."""
    groups = match.groupdict()
    told = (groups.get(name) for name in ("count", "figure", "fold", "aimed"))
    wanted = count(next(filter(None, told), "")) or None
    stop = re.compile(r"[。\n]|…|\.\.\.|$").search(article.plain, match.end())
    rest = Span(match.start("name"), stop.start() if stop else span.end)
    following = Span(match.end(), min(len(article.text), match.end() + 2500))
    before = Span(0, match.start())
    said, ahead = stated(article.plain, rest), stated(article.plain, following)
    readings = (
        quoted(article.plain, Span(*match.span("list"))) if groups.get("list") else [],
        _list_before(article, match, span),
        said, ahead if len(said) > 1 else [],
        listing(article.plain, rest), numbered(article.plain, following),
        ahead, numbered(article.plain, before) if wanted is None else [],
        _clauses(article, match.end()), _by_semicolons(article, match.end()),
        listing(article.plain, article.after(span)) if article.plain.startswith("。", match.end()) else [],
        _promised(article, match),
    )  # fmt: skip
    for found in readings:
        broken_off = found and (
            found[-1][0].endswith(("…", "...")) or article.plain.startswith(("…", "...", "等"), found[-1][2])
        )
        if len(found) >= 3 and (
            wanted is None
            or broken_off
            or abs(len(found) - wanted) <= (max(1, wanted // 5) if wanted > 2 else 0)
        ):
            return found
        if len(found) == wanted == 2 and not match[0].startswith("“"):
            return found
    return _first_of(article, rest) if wanted and wanted > 2 else []


_CLAUSES = re.compile(
    r"(?:日前|近日|正式|已)*(?:出炉|公布|敲定|来了)?[^。,;:\n]{0,8}(?::|-{1,2}|,(?:即|包括|提出|明确|分别[为是]|具体[为是]|主要[为是有]):?)(?P<list>[^。:\n…]{10,300})"
)
# “诚信经营八项举措”,承诺在某市场推行甲、乙、丙,首批142家商户签字
_PLEDGED = re.compile(
    r"”?,(?:承诺|保证|约定|将|要求)[^,。;:、\n]{0,16}?(?:推行|实行|做到|执行|落实|实施)(?P<list>[^,。;:\n]{10,200})"
)


def _clauses(article: Article, place: int) -> list[Item]:
    """Return the clauses right behind the words that announce measures: 路线图:上半年培训绣娘,8月前开通平台,…."""
    pledged = _PLEDGED.match(article.plain, place)
    if pledged and pledged["list"].count("、") > 1:
        return split_at(article.plain, *pledged.span("list"), "、")
    told = _CLAUSES.match(article.plain, place)
    signs = ";" if told and told["list"].count(";") > 1 else "[,;]"
    signs = "、" if told and not re.search("[,;]", told["list"]) else signs
    return split_at(article.plain, *told.span("list"), signs) if told else []


_SAYS_WILL = re.compile(
    r"[^;]*?(?:表示|提出|指出|强调|说|要求)?[^,;]*(?:[将要会](?:继续|重点|着力|全力)*|重点)(?=[一-鿿]{4})"
)


def _by_semicolons(article: Article, place: int) -> list[Item]:
    """Return the parts of a sentence that goes on behind the words: 就2020年工作方向,会长表示,协会将做好…;强化…;组织…."""
    stop = article.plain.find("。", place)
    if stop < 0 or article.plain[place] != "," or article.plain.count(";", place, stop) < 2:
        return []
    opening = _SAYS_WILL.match(article.plain, place, stop)
    return split_at(article.plain, opening.end() if opening else place + 1, stop, ";")


# …提出了今后一年的工作打算。…协会在2018年要配合落实甲,组织开展乙,举办丙: said further on in the paragraph.
_WILL_DO = re.compile(
    r"(?:^|(?<=[。\n]))[一-鿿]{0,12}(?:协会|商会|学会|联合会|分会|联盟)(?:在)?(?:20\d\d年|今年|明年|下一步|新的一年)?(?:将|要|计划)"
    r"(?P<list>[^。:;\n,]{4,50}(?:,[^。:;\n,]{4,50}){2,})(?=。)"
)


def _promised(article: Article, match: re.Match[str]) -> list[Item]:
    """Return the clauses of what a society will do, where the words that announce its work end their sentence."""
    if match.re.pattern != _LAID_OUT.pattern or not article.plain.startswith("。", match.end()):
        return []
    told = _WILL_DO.search(article.plain, match.end(), article.line(match.end()).end)
    return split_at(article.plain, *told.span("list"), ",") if told else []


# 推出八项举措,包括甲、乙等: the first of those counted.
_AND_SO_ON = re.compile(r"(?:包括|涵盖|其中|涉及|如|即)(?P<list>[^。;:\n]{4,120}?)等(?=[,。;\n]|$)")


def _first_of(article: Article, rest: Span) -> list[Item]:
    """Return the first of the measures that are counted, where the text breaks off with 等 behind two or more."""
    told = _AND_SO_ON.search(article.plain, *rest)
    found = quoted(article.plain, Span(*told.span("list"))) if told else []
    return found if len(found) >= 2 else []


def _list_before(article: Article, match: re.Match[str], span: Span) -> list[Item]:
    """Return the list that 这三件大事 or 上述四项举措 looks back on, in its clause or the sentence before."""
    plain = article.plain
    back = re.search(r"(?:上述|以上|这|等)$", plain[: match.start()])
    if back is None:
        return summed(plain, Span(span.begin, match.end()))
    ahead = Span(max(span.begin, plain.rfind(":", span.begin, match.start()) + 1), match.start())
    previous = max((s.begin for s in article.sentences if s.end <= back.start()), default=0)
    return parted(plain, ahead) or listing(plain, Span(previous, back.start()))


def _committed(article: Article, place: int, subjects: Sequence[Subject]) -> OrganisationMention | None:
    """Return the body that commits: the clause's own, the speaker's, the meeting's, else the nearest before."""
    span = article.sentence(place)
    before = [o for o in article.organisations if o.begin < place and not NEWS.search(o.name)]
    near = [
        o
        for o in before
        if o.begin >= span.begin
        and re.match(
            r"[^,。;]{0,16}(?:将|提出|推出|发布|公布|宣布|出台|拿出|亮出|部署|今年|明年|下一|会长|的)|[^。;]{0,16}决定",
            article.plain[o.end : o.end + 20],
        )
    ]
    called = _OWN_WORD.search(article.plain, span.begin, place)
    if near and not (called and called["its"]):
        return near[-1]
    if called is not None:
        sort = called["body"] or called["its"]
        endings = (sort, sort.replace("专委会", "委员会"))
        meant = [o for o in before if o.name.endswith(endings)]
        holding = _holding(article, subjects)
        if holding and not holding.name.endswith(endings):
            holding = None
        own = holding or (meant[-1] if meant else None) or _speaking_for(article, called.start(), sort)
        own = own or _called_before(article, called.start(), sort)
        if own:
            return own
    if _COUNCIL_WILL.search(article.plain, span.begin, place) and (own := _holding(article, subjects)):
        return own
    said = next(filter(_BODY.search, _speaks_for(article, span, place)), None)
    if "协会" in article.plain[place : place + 14] and not any("协会" in o.name for o in before):
        return None
    spoken = next((o for o in article.organisations if o.name == said), None)
    own = next(
        (o for o in article.organisations for s in subjects for m in s.mentions if o.begin == m.name.begin),
        None,
    )
    return (
        _named_body(article, span.begin, place)
        or spoken
        or own
        or (before[-1] if before else _acting_place(article, span.begin, place))
        or _holding(article, subjects)
        or _ruled(article, span.begin, place)
        or _convening(article, span.begin, place)
        or _of_headline(article)
        or (article.organisations[0] if len({o.name for o in article.organisations}) == 1 else None)
    )


# 新一届理事会每年为会员办好三件实事: the council of the body that met.
_COUNCIL_WILL = re.compile(r"(?:新一届|本届|本届新任|第[^届,。]{1,3}届)理事会[^,。;:]{0,12}$")


def _speaks_for(article: Article, span: Span, place: int) -> list[str]:
    """Return the bodies of whoever speaks in a sentence before a place, by all that is told of them, else of the last one named before."""
    named = [p for p in article.people if p.begin < place]
    own = next((p.name for p in named if p.begin >= span.begin), None)
    told = [p for p in named if p.posts and own in (None, p.name)] or [p for p in named if p.posts]
    bodies = [q.organisation for p in told if p.name == told[-1].name for q in p.posts if q.organisation]
    return sorted(
        bodies, key=lambda body: not CLUB.search(body)
    )  # elected there, a manager speaks for the society


# 会长宣布,协会2015年将抓好五项重点工作; 理事长介绍了联盟五大任务: whose word is called by its sort.
_OWN_WORD = re.compile(
    r"(?:(?:^|[,。;:\s]|宣布|表示|说|透露|介绍|提出|指出|强调|明确)(?:20\d\d年|今年|明年|下一步|今后)?(?:新一届|本届|新任|该|本)?(?P<body>协会|商会|学会|联合会|研究会|促进会|公会|海关|联盟|专委会|专业委员会|分会|集团|管委会)"
    r"(?:20\d\d年|今年|明年|下一步|(?:今后|未来)(?:[一二两三四五六七八九十\d]{1,2}年)?|[一-鿿]{0,3}届?任期内|[本新]届)?(?:将|要|计划|决定)[^。;:]*"
    r"|(?:介绍|宣布|公布|部署|通报|布置|明确|提出|阐述|发布|确定)(?:了)?(?P<its>协会|商会|学会|联合会|联盟|专委会|专业委员会|分会|集团|管委会)的?)$"
)


def _speaking_for(article: Article, place: int, sort: str) -> OrganisationMention | None:
    """Return the body of the last speaker before, whose sort is called: 童装城管委会主任…表态说,管委会今年将…."""
    posts = (q.organisation for p in reversed(article.people) if p.begin < place for q in p.posts)
    name = next((o for o in posts if o and o.endswith(sort) and o != sort), None)
    at = article.text.rfind(name, 0, place) if name else -1
    return OrganisationMention(at, at + len(name), name, name) if name and at >= 0 else None


def _called_before(article: Article, place: int, sort: str) -> OrganisationMention | None:
    """Return the body of a sort whose name begins a sentence before, where no reader of names knew it: 某产业联盟成立."""
    found = re.search(
        rf"(?:^|[,。;\n日])(?:[我本全][省市县区])?(?P<body>(?!会上|会议)[一-鿿]{{3,18}}{sort})",
        article.plain[:place],
    )
    if found is None:
        return None
    begin, end = found.span("body")
    return OrganisationMention(begin, end, article.text[begin:end], found["body"])


_SOCIETY = re.compile(
    r"(?P<body>[一-鿿]{2,20}?(?:协会|商会|联合会|学会|联盟|集团|促进会|研究会|专委会|分会))(?=第?[一二三四五六七八九十\d]|会员|理事|常务|年会|代表|成立|换届)"
)


def _holding(article: Article, subjects: Sequence[Subject]) -> OrganisationMention | None:
    """Return the society whose own council or assembly the measures are told at, by the meeting's name."""
    for part in (part for subject in subjects for part in flat(subject.name).split("暨")):
        told = _SOCIETY.match(part)
        begin = article.text.find(told["body"]) if told else -1
        if told and begin >= 0:
            full = next((o for o in article.organisations if o.name.endswith(told["body"])), None)
            return full or OrganisationMention(begin, begin + len(told["body"]), told["body"], told["body"])
    return None


def _acting_place(article: Article, begin: int, place: int) -> OrganisationMention | None:
    """Return the place that stands for its government as the subject of the clause: 今年虎门将实施…."""
    acting = (
        p
        for p in article.places
        if p.kind == "region"
        and begin <= p.begin < place
        and re.match(
            r"[^,。;:]{0,4}(?:将|要|出台|公布|推出|发布|实施|打出|提出|启动|拿出|抛出|亮出|端出|祭出)",
            article.plain[p.end : p.end + 8],
        )
    )
    return next((OrganisationMention(p.begin, p.end, p.quote, p.quote) for p in acting), None)


# 镇长某某发布了…: whoever rules a place speaks for it.
_RULES = re.compile(
    r"(?:党委|[省市县区镇乡旗州]委)?(?:副?书记|常委)|(?P<of>[省市县区镇乡旗州])长|(?:管委会|街道)[^,。;]{0,4}主任"
)


def _ruled(article: Article, begin: int, place: int) -> OrganisationMention | None:
    """Return the place whose head speaks in a sentence, as the text named it before: …某镇召开大会。会上,镇长…发布了."""
    speaks = _RULES.search(article.plain, begin, place)
    regions = [p for p in article.places if p.kind == "region" and p.begin < place]
    of = speaks["of"] if speaks else None
    told = [p for p in regions if of and p.quote.endswith(of)] or regions
    if not (speaks and told):
        return None
    return OrganisationMention(told[-1].begin, told[-1].end, told[-1].quote, told[-1].quote)


# 某协会召开首届年会 above 会长在会上描绘了…: only the headline names the body.
_HEADED = re.compile(
    r"(?P<body>[一-鿿()]{4,24}?(?:协会|商会|学会|联合会|联盟|促进会|分会|专委会))(?=召开|举[行办]|发布|推出|公布|部署|明确|提出|换届|年会|第|[一二三四五六七八九十\d]届|会员|常务|理事|20|今年|明年|下|成立|完成)"
)


def _of_headline(article: Article) -> OrganisationMention | None:
    found = _HEADED.match(flat(article.title))
    if found is None:
        return None
    begin, end = article.words_of(found["body"])
    return OrganisationMention(begin, end, article.text[begin:end], found["body"]) if end > begin else None


# 某工业城召开工作大会,提出今年主要目标: who calls together commits.
_CONVENES = re.compile(r"(?:^|[,。\n\s])(?P<body>(?:(?![的在于对])[一-鿿()]){4,24})(?:组织)?(?:召开|举行)")


def _convening(article: Article, begin: int, place: int) -> OrganisationMention | None:
    found = _CONVENES.search(article.plain, begin, place)
    if found is None:
        return None
    at, end = found.span("body")
    return OrganisationMention(at, end, article.text[at:end], found["body"])


# A body or place as the subject of the clause, told by its ending: 江阴市毛纺织产业链专班…发布, 平江县出台.
_SUBJECT = re.compile(
    r"(?:^|[,。;:!?\s]|日(?!前)|今年|近日|日前|记者从|据)(?P<body>(?!记者|[在于由从经]|下一|今后|明年|新一?[届任]|我|本|该|全|各|[一-鿿]{0,3}(?:会长|主席|秘书长|主任|书记|市长|县长|镇长|局长)|[一-鿿]{1,12}代表(?=[一-鿿]{0,10}(?:协会|商会|学会|联合会|委员会))|(?:协会|商会|集团|公司)(?![一-鿿]{2,8}委员会)|(?:园|开发|新|镇|社|景)区)(?:(?!由|举行的|召开的)[一-鿿]){1,18}?(?:厅|局|委员会|委(?!会)|部(?!署)|政府|协会|商会|联合会|管委会|中心|集团|公司|专班|学校|学院|大学|研究[院所]|省|市(?!场|民)|县|区(?!域|块)|镇|乡|街道|院)(?![一-鿿]{2,6}(?:协会|商会|联合会)))(?=[^。;:]{0,16}?(?:将|出台|拿出|抛出|亮出|公布|推出|发布|实施|打出|提出|部署|确定|启动|明确|发出))"
)


def _named_body(article: Article, begin: int, place: int) -> OrganisationMention | None:
    """Return the body or place that is the subject of a sentence, where no reader of names knew it."""
    found = next(_SUBJECT.finditer(article.plain, max(0, begin - 1), place), None)
    if found and not any(o.begin <= found.start("body") < o.end for o in article.organisations):
        at, end = found.span("body")
        words = article.text[at:end]
        full = re.search(
            rf"(?<![一-鿿])[一-鿿]{{2,5}}[省市县区镇]{re.escape(flat(words))}", article.plain[:at]
        )
        return OrganisationMention(at, end, words, full[0] if full else words)
    return None


_LONG_BODY = 16  # characters; a longer one before 十大举措 makes no name a reader would use
# What measures are for names them: 促进轻纺工业健康发展的|6项政策措施.
_PURPOSE = re.compile(
    r"(?:促进|支持|推动|加快|扶持|推进|稳定|鼓励|恢复|扩大|规范|提振|加强|保障|应对|优化|培育|振兴)[^,。;:、“”\n]{3,24}(?<!等)的?$"
)


# 实施毛衫产业“五大行动”: what they are for stands between the verb and the count.
_OF_TRADE = re.compile(
    r"(?:实施|推进|开展|启动|打造|提出|推行|部署|出台|推出)(?P<what>“[^“”\n]{1,12}”|[一-鿿]{2,8}(?:产业|行业|市场|品牌|集群|发展|升级|转型|振兴|服装|服饰|家纺|纺织|面料|针织|羊绒|毛衫|内衣|[童女男]装|丝绸|印染|皮革|泳装|袜业))$"
)
# 实施羊毛防寒服“五个一”工程
_OF_SLOGAN = re.compile(r"(?:实施|推进|开展|启动|打造|推行|部署|推出)(?P<what>(?!了|新一轮)[一-鿿]{2,10})$")
# 2024年|“六个一”工作安排, 2015年|将抓好|五项重点工作, 下一阶段|商会要办好|四件事
_YEAR_AHEAD = re.compile(
    r"(?P<what>20\d\d年|今年|明年|[上下]半年|下一?阶段|下一步|近期|(?:今后|未来)[一二两三四五六\d]{1,2}年|“十[一二三四五]五”(?=期间|时期))(?:度|期间|时期)?,?(?:[一-鿿]{2,6}会|联盟|(?:[一-鿿]{0,4}(?:会|联盟|办)|集团|公司)?(?:(?:将|要|计划|准备)|(?=抓好|做好|办好))(?:在[^,。;]{2,8})?(?:重点|着力|集中|全力|努力|围绕)*(?:抓好|抓|做好|做实|做|开展|推进|实施|办好|办实|办|落实)?)?$"
)
# 就2020年工作方向,会长提出…五项工作: the list is that of the work spoken of.
_SPOKEN_OF = re.compile(
    r"(?:就|关于|对|对于|谈到|谈及|谈起|展望|围绕|讨论(?:了)?|(?:研究|审议|通过|商议|商讨|确定|明确|部署|提出|汇报)了?)《?(?:[一-鿿]{2,16}?(?:协会|商会|学会|联合会|分会))?"
    r"(?P<what>(?:20\d\d年?|明年|下一?(?:步|阶段))(?:度)?的?(?:协会|商会|学会|联合会|重点|主要)*的?工作(?:方向|思路|重点|计划|打算|安排|要点)?)(?!的?(?:总结|回顾|报告|成果|成效)|(?:进行|[做作])了?[^,。;]{0,6}(?:总结|回顾|汇报|报告))[^。;\n]{0,60}$"
)


# 提出定制业诚信|六条承诺: all between the verb and the count is what they are called.
_CALLED = re.compile(
    r"(?:提出|发布|公布|宣布|推出|作出|做出|签署|喊出|亮出|发起|写的是|[《“:])(?:了)?(?P<what>(?!了|关于|今后|明年|今年|20)(?:(?![的了等各将并和与及在])[一-鿿]){4,14})$"
)
_MAKERS = re.compile(
    r"(?:行业|产业|业|服装|服饰|家纺|纺织|面料|针织|羊绒|毛衫|内衣|[童女男]装|丝绸|印染|皮革|泳装|牛仔|羽绒|定制|诚信|经营|质量|品质|协同|发展|创新|订单|增长|维权|减排|绿色|数字化|会员|合作|互认|帮扶|人才|市场|消费)"
)


def _called(article: Article, match: re.Match[str]) -> re.Match[str] | None:
    """Return what measures of the trade are called where they are told, or told before or behind: 这六条承诺."""
    words = match["name"]
    places = [match.start("name"), *(m.start() for m in re.finditer(re.escape(words), article.plain))]
    told = (_CALLED.search(article.plain, max(0, at - 24), at) for at in places)
    return next((m for m in told if m and _MAKERS.search(m["what"])), None)


# 八项举措,其中…; 八项举措,检测结果互认是其中之一
_SOME = re.compile(
    r"[”》]?[,。](?:当中|其中|包括|涉及|涵盖|首[批项条个]|[^,。;\n]{2,16}(?:是|为|列入?|位列|属于?)其(?:中之一|中))"
)


# 从会长某某宣布的“五大行动”中记者看到…
_HIS_WORD = re.compile(
    r"(?:会长|理事长|主席|秘书长|书记|[市县区镇]长|主任)[一-鿿]{2,3}[^,。;“]{0,8}(?:宣布|公布|提出|部署|推出)的$"
)


def _tells_some(article: Article, match: re.Match[str]) -> bool:
    """Tell whether measures that bear a name are told without their list, by some of them: …八项举措,当中甲、乙两条…."""
    his = _HIS_WORD.search(article.plain, max(0, match.start() - 30), match.start())
    some = _SOME.match(article.plain, match.end()) and _called(article, match)
    return bool(some or (his and match[0].startswith("“")))


_FIVE_YEARS = re.compile(r"“?十[一二三四五]五”?(?=期间|时期)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?=年|工作)")
_THIS_OR_NEXT = re.compile(r"今年|明年")
_AIMS_WITHIN = 400  # characters behind the measures in which their goals stand
_BY_YEAR = re.compile(
    r"(?<![一-鿿])(?:(?:力争|争取|确保)?到(?:20\d\d|第[二三四五]|今|明)?年[底末,]?|(?:全[省市县区镇年业][^,。;:\n]{0,4})?(?:力争|目标[:为是]))"
)


def _draft(
    article: Article,
    match: re.Match[str],
    body: OrganisationMention | None,
    found: Sequence[Item],
    subjects: Sequence[Subject],
) -> Draft:
    words, place, told = _words(article, match)
    own = re.search(r"(?:会|协)的?(?:重点|主要|工作)", match["name"])  # 2017年省某协的主要工作 says whose
    whose = "" if body is None or told or own or len(body.name) > _LONG_BODY else body.name
    name = words if whose in words else whose + words
    facts = [
        Fact("name", name, *place, "measures counted"),
        Fact("status", "published", *place, "announced"),
    ]
    if body is not None:
        facts.append(
            Fact(
                "organisations", Organisation(body.name, "issuer"), body.begin, body.end, "body that commits"
            )
        )
    facts += _years(article, words, place)
    facts += [Fact("items", w, b, e, "measure") for w, b, e in map(begun, found)]
    last = found[-1][2] if found else place.end
    aims = Span(last, min(len(article.text), last + _AIMS_WITHIN))
    if _BY_YEAR.search(article.plain, *aims):
        facts += [Fact("items", w, b, e, "goal of the measures") for w, b, e in goals(article.plain, aims)]
    return Draft("plan", name, tuple(facts), subjects[0].name if subjects else None, 0.75)


def _words(article: Article, match: re.Match[str]) -> tuple[str, Span, bool]:
    """Return how measures are called, where that stands, and whether it tells what they are for: then no body need be named."""
    begin, end = match.span("name")
    if called := _called(article, match):
        name = Span(called.start("what"), called.end("what") + len(match["name"]))
        return name.of(article.text), name, True
    words = re.sub(r"要抓好|的(?=[二两三四五六七八九十\d])|^以下", "", article.text[begin:end])
    words = re.sub(r"(?<=[年步段])的(?=工作|重点|主要|总体|打算|安排|计划|设想)", "", words)
    purpose = match.re.pattern != _SUMMED_UP.pattern and _PURPOSE.search(
        article.plain, max(0, begin - 30), begin
    )
    purpose = purpose or _OF_TRADE.search(article.plain, max(0, begin - 30), begin)
    if match["name"].startswith("“"):
        purpose = purpose or _OF_SLOGAN.search(article.plain, max(0, begin - 16), begin)
    first = max(article.sentence(begin).begin, begin - 80)
    if not purpose and (topic := _SPOKEN_OF.search(article.plain, first, begin)):
        spoken = Span(*topic.span("what"))
        return re.sub(r"(?<=[年步段])的", "", spoken.of(article.text)), spoken, False
    if ahead := purpose or _YEAR_AHEAD.search(article.plain, max(0, begin - 30), begin):
        told = Span(*ahead.span("what" if "what" in ahead.re.groupindex else 0))
        return told.of(article.text) + words, Span(told.begin, end), bool(purpose)
    if words.endswith("方面") and _OF_WORK.match(article.plain, end):
        words += "工作"
    return words, Span(begin, end), False


# 将在以下四个方面做好工作
_OF_WORK = re.compile(r"(?:的|[^,。;\n]{0,4}(?:开展|做好|推进|加强|抓好|着手|展开)[^,。;\n]{0,6})?工作")


def _years(article: Article, words: str, place: Span) -> Iterator[Fact]:
    """Yield the years that measures are for: those of their name, of the words before it, else this year or the next."""
    sentence = article.sentence(place.begin)
    five = _FIVE_YEARS.search(article.plain, sentence.begin, place.end)
    years = list(_YEAR.finditer(article.plain, max(0, place.begin - 40), place.end))
    told = _THIS_OR_NEXT.search(article.plain, sentence.begin, place.end)
    if period := period_of(words):
        yield Fact("time_text", period, *place, "years of the measures")
    elif five:
        yield Fact("time_text", period_of(five[0]), *five.span(), "years of the measures")
    elif years:
        yield Fact("time_text", years[-1][0], *years[-1].span(), "year of the measures")
    elif article.published and told:
        year = article.published.year + (told[0] == "明年")
        yield Fact("time_text", str(year), *told.span(), "year counted from the page's")
