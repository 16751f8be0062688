"""Papers without title marks that an article goes through: what has lately come out, is explained, or goes by a short name."""

from __future__ import annotations

import re

from bot.records.article import Article
from bot.records.places import is_region
from bot.records.rules import Rule
from bot.records.text import flat

_AT_TOP = 300  # characters in which an article says what it goes through
SORT = (
    r"(?:指导意见|实施意见|实施细则|(?<=的)(?:若干)?意见|规划|纲要|办法|条例"
    r"|(?:行动|实施|工作|提升|攻坚|改造|培育|振兴|建设|发展|倍增)(?:计划|方案)|[三五]年(?:规划|计划|方案|行动(?!计划|方案))|(?:展览|参展|办展|活动|工作|培训|年度)计划|工作要点"
    r"|(?:若干|[一二三四五六七八九十\d]{1,3}[条项件大])(?:政策|惠企)?(?:措施|举措|政策|意见|承诺|实事))"
)
_TERM = r"(?:\(20\d\d年?-+20\d\d年?\))?"
_PAPER = rf"(?:(?![的把将对就由])[一-鿿“”\d]){{2,32}}?{SORT}{_TERM}"
_PAPER_OF = rf"[一-鿿“”\d]{{4,40}}?{SORT}{_TERM}"
_LATELY_OUT = Rule(
    # 3月底出炉的某业“十四五”指导意见,通篇…
    rf"(?:出炉|出台|印发|下发|发布|公布|推出|批准|批复|审定|获批|通过)的(?P<out>{_PAPER})(?=[,。;:?中里把将作共从答]|接受|受访|进入|实施|提出|明确|引起|给出|规定|要求|显示|有哪|怎么|进行|落地|兑现|施行|执行|见效|生效|满[一两三半\d])"
    # 某三年行动计划下发后,…
    rf"|(?:^|(?<=[,。;:\n)]))(?P<down>{_PAPER})(?P<lately>上周|本周|日前|近日|前不久|[上本]月|[一-鿿]?\d{{1,2}}月(?:\d{{1,2}}日)?)?(?:下发|出台|印发|发布|公布)(?:以来|之?后)"
    # 某市羊绒产业发展规划共7章
    rf"|(?:^|(?<=[,。;:\n]))(?P<parted>{_PAPER})(?=共?(?:分为|分|有|设)?[\d一二三四五六七八九十]{{1,3}}[章条]|共分|分为)"
    # 副厅长介绍了某业三年行动计划的有关情况
    # 这份某业三年行动计划由省工信厅牵头、六部门联合发布
    rf"|这[份部个项](?:名为|题为|叫)?(?P<this>{_PAPER})(?:的(?:文件|通知))?(?=(?:\d{{1,2}}月[^,。;]{{0,4}}|日前|近日)?由[^,。;]{{2,40}}?(?:牵头|印发|发布|出台|制定|下发|公布|编制))"
    # 今年3月,某协会发布了服务会员十件实事。半年过去,… below 十件实事办得怎么样
    rf"|(?:出台|印发|发布|公布|推出|提出|承诺)了(?P<given>{_PAPER})(?=[,。;])"
    rf"|(?:介绍|解读|讲解|阐述|说明|通报)了?(?P<explained>{_PAPER})(?:的?(?:有关|相关|主要|基本|总体|出台|编制)*(?:情况|内容|背景|精神|要点))?(?=[,。;]|时[说指表])"
)
# 这份“某市拓市十条”,全称是支持某业开拓市场的十条措施
_IN_FULL = Rule(rf"(?:全称|全名|正式名称)(?:是|为|叫)?(?P<name>{_PAPER_OF})(?=[,。;])")
_EXPLAINED = re.compile(r"解读|介绍|说明|阐述|讲解|要点|看点|亮点|读懂|怎么看|问答")
_GONE_THROUGH = re.compile(r"解读|解答|详解|看点|问答|答疑|亮点|读懂|怎么看|划重点|干货")


def gone_through(article: Article) -> str | None:
    """Return the paper that an article goes through and names without marks, in the fullest form it has there."""
    if called := _IN_FULL.search(article.plain, 0, _AT_TOP):
        return article.text[slice(*called.span("name"))]
    asked = _ASKED_AFTER.search(flat(article.title))
    found = _LATELY_OUT.finditer(article.plain, 0, _AT_TOP)
    told = next((m for m in found if asked or not m["given"]), None)
    if told is None:
        return None
    if told["parted"]:
        return _in_full(article, told["parted"]) if _EXPLAINED.search(_head(article)) else None
    name = _THIS_IS.sub("", told["out"] or told["down"] or told["given"] or told["this"] or told["explained"])
    if _THIS_ONE.match(name):
        return _studied(article, told.start(), name)
    before = article.plain[max(0, told.start() - 20) : told.start()]
    if _BY_A_FIRM.search(before):
        return None
    if told["this"]:
        return _in_full(article, name)
    newly = told["explained"] or told["lately"] or _NEWLY.search(before)
    goes_on = _requires(name).search(article.plain, told.end()) or (
        newly
        and (
            _comes_back(name).search(article.plain, told.end())
            or _SAYS.match(article.plain, told.end())
            or (_ACCORDING_TO.search(before) and _AIMS.match(article.plain, told.end()))
        )
    )
    told_out = not told["explained"] and (asked or _GONE_THROUGH.search(_head(article)))
    through = goes_on or told_out or (newly and _CARRIED_OUT.search(flat(article.title)))
    return _in_full(article, name) if through else None


# 首笔到账!某区兑现外贸九条: what came of a paper, in the headline
_CARRIED_OUT = re.compile(
    r"兑现|到账|满月|百[天日]|拨付|发放|落地|见效|显效|生效|成绩单|答卷|交卷|进度条|进展|推进|中期|过半|首年|(?:实施|出台|推行|执行)[^,。]{0,4}(?:年|个?月|天|以来)|[一二两三四五半]周?年"
)
# 学习某市纺机行动计划。…市里4月印发的这份行动计划中: what is pointed back at was named before.
_THIS_ONE = re.compile("[这该][份项个部]?")
_THIS_IS = re.compile("^这[就便正]?是")
_STUDIES = Rule(
    rf"(?:学习|研读|宣讲|宣贯|解读|讲解|介绍|收到|拿到)了?(?P<name>(?:(?![的在对就把将由])[一-鿿“”\d]){{4,40}}?{SORT}{_TERM})(?=[,。;]|的)"
)


def _studied(article: Article, end: int, name: str) -> str | None:
    """Return the paper named before a place where the text points back at it by its sort alone."""
    for found in _STUDIES.finditer(article.plain, 0, end):
        if re.sub(_TERM + "$", "", found["name"]).endswith(name[-2:]):
            return article.text[slice(*found.span("name"))]
    return None


# 六项举措兑现得如何? 十件实事办得怎么样: the headline asks what came of it.
_ASKED_AFTER = re.compile(
    r"(?:措施|举措|政策|承诺|实事|方案|计划|意见)[^,。;!]{0,6}(?:兑现|办成|办得|落[地实]|进展|见效|完成|实施|执行|推进)[^,。;!]{0,4}(?:如何|怎么?样|几何|多少|了吗|了没|没有|情况|\?|$)|(?:兑现|落[地实]|办成)了?(?:多少|几[件项条]|没有|吗)"
)
_BY_A_FIRM = re.compile(r"(?:公司|集团|股份)[^,。;\n]{0,10}$")


def _head(article: Article) -> str:
    return flat(article.title) + article.plain[:_AT_TOP]


# 近日出台的某产业发展规划, 今年1月出台的…, 不久前由省政府办公厅出台的…
_NEWLY = re.compile(
    r"(?:近日|日前|最近|近期|新近|刚刚|不久前|前不久|[上本]周|[上本]月|(?:今年)?\d{1,2}月(?:\d{1,2}日|底|初)?|[昨今][天日]),?(?:由)?(?:[一-鿿]{2,12}?)?(?:联合|正式)?$|(?:就|对|谈起|说起)(?:新近?|刚刚?|最新)$"
)
# 按照某市日前印发的三年行动计划,到2028年…
_ACCORDING_TO = re.compile(r"(?:按照?|根据|依据)[^,。;\n]*$")
_AIMS = re.compile(r",(?:到|至|力争|未来|今后|今年|明年|全[省市县区镇]|将|该|20\d\d)")
_SAYS = re.compile(r"中?(?:明确)?(?:提出|规定|要求)|[里中],")


def _requires(name: str) -> re.Pattern[str]:
    """Return how a text tells what a paper asks for, whenever it came out: 三年行动要求,到2026年…."""
    sort = re.escape(re.sub(_TERM + "$", "", name)[-4:])
    return re.compile(rf"(?:^|[,。;\n]){sort}(?:要求|提出|明确|规定)")


def _comes_back(name: str) -> re.Pattern[str]:
    """Return how a text goes on about a paper by its sort alone: 按照规划,…; 行动计划覆盖2025年到2027年."""
    sort = re.escape(re.sub(_TERM + "$", "", name)[-2:])
    sort = f"(?:{_MEASURES})" if sort in _MEASURES.split("|") else sort
    return re.compile(
        rf"(?:按照?|根据)(?:该|这[份项个])?{sort}|(?:^|[,。;\n])(?:该|这[份项个]|此次|本)?(?:行动|实施|发展)?{sort}(?![一-鿿]{{0,2}}[局司处])"
    )


_MEASURES = "举措|措施|承诺"  # 今年1月推出的诚信经营八项举措: what it asks for is told by 根据承诺,…


def _in_full(article: Article, name: str) -> str:
    """Return the name with the town that the text puts before it elsewhere, or in whose paper it is: 某市现代纺织提升行动方案."""
    if name.startswith("全") and name[1] in _LEVELS:  # 某省经信厅负责人就新出台的全省…方案: that province's
        ends = (m.end() for m in re.finditer(name[1], article.plain[: article.plain.find(name)]))
        towns = (article.plain[end - size : end] for end in ends for size in _TOWNS if end >= size)
        return next(filter(is_region, towns), name[:2]) + name[2:]
    bare = re.sub(_TERM + "$", "", name)
    places = (m.start() for m in re.finditer(re.escape(bare), article.plain))
    towns = (article.plain[at - size : at] for at in places for size in _TOWNS if at >= size)
    town = next((t for t in towns if t[-1] in _LEVELS and is_region(t)), "")
    at = article.plain.find(name)
    written = article.text[at : at + len(name)]
    return written if bare.startswith(tuple(_LEVELS)) or not town else town + written


_LEVELS = "省市县区镇"
_TOWNS = (3, 4, 5)  # characters of a town with its level
