"""Lists in running text and in lines: measures, goals, agenda points, activities, each with its wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.records.rules import Rule, branched
from bot.records.text import Span

Item = tuple[str, int, int]

# How a measure begins: what is to be done about something.
_DUTY = (
    r"(?:进一步|积极|大力|着力|持续|加快|重点|全面|深入)?(?:加大|加强|支持|鼓励|推动|推进|推行|推广|促进|完善|建立|建设|建好|健全|优化|引导|培育|打造|深化|实施|扩大|强化|落实|规范|拓展|构建|"
    r"加快|提升|提高|开展|组织|组建|办好|举办|搭建|创建|编制|设立|引进|发展|淘汰|稳定|延伸|壮大|打通|抓好|做[强优大实好]|补[齐强上])"
)

_NUMERAL = r"[一二三四五六七八九十]{1,3}"
BULLET = "-{1,2}|[·•◆◇●○★☆▲■□▶►✔☑✅👉🔹🔸🔷🔶]\ufe0f?|\\d\ufe0f?\u20e3"
_LINE = re.compile(
    rf"^[ \t]*(?:(?P<a>{_NUMERAL})\s?[、.,]|\((?P<b>{_NUMERAL}|\d{{1,2}})\)[、.]?|第(?P<c>{_NUMERAL})[条,、:]|(?P<d>\d{{1,2}})(?:\s?(?:、|[.)](?!\d)|\.(?=\d{{1,2}}月))|(?<=0\d)\s(?=[一-鿿]))|(?P<e>[①-⑳])|(?P<f>{BULLET}))\s*(?P<words>[^\n]+)",
    re.MULTILINE,
)
_NOT_A_MEASURE = re.compile(
    r"^(?:[^。\n]*(?:[制订拟]定本(?:公约|办法|方案|规定|意见|细则|措施|计划|规划)$|^本(?:公约|办法|方案|规定|意见|细则|措施)(?:适用|自|由|所称))|《[^《》\n]+》(?:\([^()\n]*\))?(?:及其?编制说明)?$|[^,。;\n]*(?:反馈表|回执表?|申[报请]表|报名表|登记表|汇总表|推荐表|编制说明)$|《?(?:方案|规划|意见|计划|措施|办法)》?.{0,10}(?:背景|目标|任务|亮点|依据|意义|过程|落实)|[^。\n]*(?:什么|哪些|怎样|如何|\?|您|点击|扫码|登录|注册账号|客服)|总体要求|[几两三四五六](?:点|条|个)(?:希望|建议|意见|要求|体会|感受)|(?:主要|重点|工作|具体)?(?:任务|内容|措施|工作|安排|举措|要求)$|[一-鿿]{2,4}(?:对象|指标|范围|依据)$|保障措施$|组织(?:实施|保障)$|实施步骤|指导思想|基本原则|工作目标|主要目标|发展目标|目标|组织(?:机构|单位|领导)|主办|承办|协办|时间|地点|会议(?:时间|地点|议程|内容|主题)|参会|参展(?:范围|费用|时间|报名)|"
    r"(?:发文|主管|归口)(?:单位|部门)$|申报(?:主体|流程)$|截止(?:日期|时间)$|目的意义$|(?:征集|征稿|作品|投稿|设计|评审|奖励|奖金|知识产权|版权)(?:项目|方式|内容|时间|要求|对象|范围|主题|规则|设置|办法|归属|说明|声明)|联系|报名|[^。\n]{0,40}定于[^。\n]{2,60}?(?:召开|举[办行])|(?:材料报送|(?:推荐|分配)名额|名额分配)|(?:材料|申报|报送|评审|推荐|缴费)[^,。;:\n]{0,6}(?:时间|地点|方式|费)|费用|申报(?:条件|要求|材料|时间|程序|范围|对象)|工作(?:程序|要求|流程)|报送(?:要求|时间)|有关(?:要求|事项)|其他(?:事项)?|其它|附件|大赛(?:主题|日程|时间|组织)|奖项|评选(?:范围|条件|办法)|注意事项|活动(?:主题|时间|地点|对象))"
)


# Chapters of a plan that hold no measures of its own.
_ASIDE = re.compile(
    r"[“\"]?十[一二三四五]五[”\"]?(?:时期|期间)?[^,。;\n]{0,6}(?:回顾|成就|成绩)|[^,。;\n]{0,6}(?:回顾|面临的?形势)|(?:发展)?(?:基础|现状|形势)|指导思想|基本原则|总体(?:要求|思路)|(?:发展|工作|主要|总体)?目标|保障(?:措施|机制)|组织(?:保障|实施|领导)|附则|有关要求"
)


# A heading goes up to the first stop; a line without one near its beginning up to its first comma.
_HEADING = re.compile(
    r"[^。;:\n]{2,80}?(?=[。;:]|$|\s*$)|"
    r"(?:[^,。;:\n]{0,40}(?:按照?|根据|依据)[^,。;:\n]{2,60}(?:要求|规定|精神),)?[^,。;:\n]{2,80}(?=,)"
)


# 支持洗水企业节水改造,|按设备投入的15%给予补助: what is paid for a measure is none of its heading.
_UNPAID = re.compile(r",(?=[^,]*\d)(?=[^,]*(?:补助|补贴|奖励|资助|贴息|减免|减半|最高))")
_ANNEXES = re.compile(r"^[ \t]*附件\s?\d?\s?[:.、]", re.MULTILINE)


def numbered(plain: str, span: Span) -> list[Item]:
    """Read the longest run of numbered lines of one style: 一、…, (一)…, 1、…, ——….

    The wording goes up to the first full stop of the line, as a heading does.
    """
    runs: dict[str, list[Item]] = {}
    aside = False
    annexes = _ANNEXES.search(plain, span.begin, span.end)
    for m in _LINE.finditer(plain, span.begin, annexes.start() if annexes else span.end):
        style = next(k for k in "abcdef" if m[k])
        begin = m.start("words")
        words = _HEADING.match(m["words"])
        if words is None:
            continue
        if style == "a":
            aside = bool(_ASIDE.match(words[0]))
        if not aside and not _NOT_A_MEASURE.match(words[0]):
            text = (words[0] if _FOR_WHOM.match(words[0]) else _UNPAID.split(words[0])[0]).rstrip(" ,")
            runs.setdefault(style, []).append((text, begin, begin + len(text)))
    for style in "acbdef":
        if len(runs.get(style, ())) >= 3:
            return runs[style]
    best = max(runs.values(), key=lambda run: (len(run), -run[0][1]), default=[])
    return best if len(best) >= 2 else []


_STATED = re.compile(
    rf"(?:^|(?<=[\s,。;:!?“”、和及)]))(?:第?{_NUMERAL}(?:是|要|抓|,|、(?=[一-鿿]))|其{_NUMERAL}(?:是|,|:)?|第{_NUMERAL}(?:件|项|个|条|点|步|招|方面|篇|张|场|把|板斧|板块)(?:[实大要]?事|工作|举措|任务|牌|火|文章)?(?:是|为|,|:)?|"
    rf"\((?:{_NUMERAL}|\d)\)|[①-⑨]|\d[.、](?!\d)|(?:另|还有|再有|再)?一(?:件|项|个|条)(?:是|为))\s?(?P<words>[^,。;:!?\n①-⑨(]{{2,50}})"
)


_SEQUENCED = re.compile(
    r"(?:首先|其次|再次|再者|最后|第[一二三四五六七八九十](?:项|条|件|个)?(?:是|,|:)),?(?P<words>[^,。;:!?\n]{4,50})"
)


def stated(plain: str, span: Span) -> list[Item]:
    """Read 一是…;二是…;三是… or 首先…其次…最后…."""
    annexes = _ANNEXES.search(plain, span.begin, span.end)
    span = Span(span.begin, annexes.start() if annexes else span.end)
    for pattern in (_STATED, _SEQUENCED):
        parts = _of_one_style(list(pattern.finditer(plain, span.begin, span.end)))
        found = [_spelt_out(plain, m, span.end) for m in parts if not _NOT_A_MEASURE.match(m["words"])]
        if len(found) >= 2:
            return found
    return []


def _of_one_style(parts: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """Leave out a (一) or 1. that stands alone among points told in words: a heading and what is under it are no list."""
    signs = [m[0].lstrip()[:1] for m in parts]
    styles = ["(" if s == "(" else "1" if s.isdigit() else "words" for s in signs]
    return [m for m, style in zip(parts, styles, strict=True) if style == "words" or styles.count(style) > 1]


# 一是“数”,让1000台横机联网;二是抓招商,…: a catchword is told with what it stands for.
_CATCHWORD = re.compile(r"(?:“[^“”]{1,4}”|[^“”]{2,4})$")
_STANDS_FOR = re.compile(r",([^,。;:!?\n]{4,40})")


def _spelt_out(plain: str, part: re.Match[str], end: int) -> Item:
    begin, stop = part.span("words")
    behind = _STANDS_FOR.match(plain, stop, end) if _CATCHWORD.match(part["words"]) else None
    if behind and not _STATED.match(plain, behind.start() + 1):
        stop = behind.end()
    return plain[begin:stop], begin, stop


_BODY = re.compile(r"(?:局|委员会|协会|商会|联合会|[财商科工信教文][政务技业息育旅化]部|人民政府|管委会)$")
# 抢抓两个机遇,|已形成从纺纱、制线到成衣的链条: what there is, or is to be met, is no measure.
_IS_SO = re.compile(
    r"(?:机遇|机会|挑战|问题|难题|困难|短板|优势|特点|特征|原因|契机|环节|阶段)[^、]{0,6}$|[,:]?已(?:经)?[^、]?$"
)
# How a paper is built (共分六部分,分别从甲、乙论述) is no list of measures.
_STRUCTURE = re.compile(r"分别(?:从|就|对)|(?:部分|章|篇|[\d一二三四五六七八九十](?:条|款))[,。]?\s*$")
# 包括甲、乙、丙等多种产品 counts goods or people, not measures.
_GOODS = re.compile(
    r"(?:起草|编制|参编|主编|主办|承办|协办)单位|(?:范围|对象|品种|产品|商品)(?:主要|重点)?(?:涵盖|包括|涉及|为|是|从)|\d+(?:个)?[省市区县](?![一-鿿])|"
    r"等(?:多|各|几|若干)?(?:[种类款]|[^,。;]{0,30}(?:(?:产|商|制|织|用|物)品|品类|面料|企业|单位|人员|代表|地区|国家)(?:[,。;]|$))"
)
_LISTING = re.compile(
    r"(?:(?:[二三四五六七八九十两\d]{1,2}(?:大|项|个|条|方面|化|件|点)[^。;:\n、》]{0,24}?(?=[:“]|,?(?:即|包括|分别[为是]|具体为|为))|即(?![墨将使便日])|包括|约定|如下|(?:任务|措施|举措)[是有为](?!什么)|分别为|分别是|分为|包含|内容为|涵盖)(?:,?即|,?包括|,?分别[为是]|,?具体为|为)?[:,“]?\s?)(?P<list>[^。;:\n…]{4,240})"
)
_FROM = Rule(
    r"(?:从|在|通过|围绕|就)(?P<list>[^。;:\n从]{4,200}?)等?(?:(?P<count>[二三四五六七八九十两\d]{1,2})(?:个?方面|大方面|个维度|项|个层面|点|个?(?:举措|措施|途径|抓手))|(?<=等)(?:多个)?方面(?=给予|予以|提供|提出|推出|出台|支持|扶持|明确|部署))"
)


# 实施“甲”“乙”“丙”等行动: names of measures, one behind the other.
_IN_QUOTES = branched(
    r"(?:“[^“”\n]{2,30}”[、,]?){3,}(?=(?:等)?(?:[\d一二三四五六七八九十]{0,2}[大项个])?(?:行动|工程|计划|举措|任务|措施|工作))|"
    r"(?:“[^“”\n]{2,30}(?:行动|工程|计划)”[、,]?){3,}"
)


def listing(plain: str, span: Span) -> list[Item]:
    """Read 包括六大行动:甲、乙、丙, 从甲、乙、丙等七个方面 and 实施甲、乙、丙三大行动; three at least unless counted."""
    if parts := (
        _phases(plain, span) or _aspects(plain, span) or _settled(plain, span) or _by_duty(plain, span)
    ):
        return parts
    for m in _COUNTED_LIST.finditer(plain, span.begin, span.end):
        wanted = count(m["count"])
        begin, end = m.span("list")
        comma = plain.find(",", begin, end)
        for signs, stop in ((";", end), ("[、,;]", end), ("、", comma)):  # a part may have a 、 of its own
            items = split_at(plain, begin, stop, signs) if stop > 0 else []
            if len(items) == wanted and len(items) >= 2:
                return [_headed(plain, *item[1:]) for item in items]
    laid_out = _by_semicolons(plain, span)
    items = summed(plain, span)
    if laid_out and (not items or _TASKS.search(plain, laid_out[0][1] - 24, laid_out[0][1])):
        return laid_out
    if laid_out and (not items or plain.startswith("方面", items[-1][2] + 2)):
        return laid_out
    if items:
        return items
    if named := _IN_QUOTES.search(plain, span.begin, span.end):
        return quoted(plain, Span(*named.span()))
    for pattern in (_FROM, _PROPOSED, _LISTING, _OPENED):
        for m in pattern.finditer(plain, span.begin, span.end):
            items = _parts(plain, *m.span("list"))
            if len(items) < 3 and pattern is _FROM and (wanted := count(m["count"] or "")):
                items = _counted_clauses(plain, Span(*m.span("list")), wanted)
            if len(items) < 3 and pattern is _OPENED:
                items = split_at(plain, *m.span("list"), "[,;]")
            told = plain[max(span.begin, m.start() - 4) : m.end()]
            bodies = sum(bool(_BODY.search(words)) for words, _, _ in items)
            if (
                _STRUCTURE.search(told)
                or _IS_SO.search(told + m["list"][:3])
                or _GOODS.search(told)
                or bodies > 1
                or (items and items[0][0][0] in "类种项个条")
            ):
                continue
            if len(items) >= 3 and max(len(w) for w, _, _ in items) <= 30:
                return items
    return []


def _counted_clauses(plain: str, span: Span, wanted: int) -> list[Item]:
    """Read as many clauses as are counted, told apart by commas, the last perhaps by 和: 通过甲,乙和丙三个举措."""
    parts = re.finditer(r"(?:(?!和(?=[^,和]*$))[^,])+", span.of(plain))
    items = [
        (m[0].lstrip("和"), span.begin + m.end() - len(m[0].lstrip("和")), span.begin + m.end())
        for m in parts
    ]
    return items if len(items) == wanted else []


# 指南提出甲不高于2吨、乙不低于七成、淘汰丙等指标和要求: what 等 and a word for measures sum up.
_PROPOSED = Rule(
    r"(?:提出|明确|确定|制定|规定|推出|出台|部署|采取|实施)(?:了|将|要)?(?P<list>[^。;:\n、,]{4,40}(?:、[^。;:\n、,]{4,40}){2,}?)(?:等[一-鿿]{0,6}(?:指标|要求|措施|举措|任务|目标|政策|行动|意见|服务|机制|制度)|的[一-鿿]{0,4}(?:路径|思路|举措|任务|要求))"
)
# 8月为动员摸底阶段,建立档案;9月为集中检查阶段,抽样300批次: the phases a campaign goes through.
_PHASE = re.compile(r"(?:月|日|旬|底|年|一|二|三|四)?为(?P<words>[^,。;:\n为]{2,12}阶段[^。;\n]*)")


# 在夯实基础方面,建设基站2000个;在推动改造方面,对设备给予补助
_ASPECT = re.compile(r"在(?P<words>[^,。;:\n在]{4,16}方面[,,][^。;\n]{4,80})")


def _aspects(plain: str, span: Span) -> list[Item]:
    found = [(m["words"], *m.span("words")) for m in _ASPECT.finditer(plain, span.begin, span.end)]
    return found if len(found) >= 3 else []


# 重点任务包括:做强功能性面料,做优校服、童装、休闲服三大品类,推动集中供热
_DUTIES = Rule(
    r"(?:任务|措施|举措|政策|工作|内容|重点|提出|明确|部署|决定|议定|确定)(?:[^。;:\n]{0,10}:|(?<=决定),)(?P<list>[^。:\n…]{12,300})"
)


def _by_duty(plain: str, span: Span) -> list[Item]:
    """Read the list behind a colon whose parts, told apart by commas, each begin with a verb of duty."""
    for m in _DUTIES.finditer(plain, span.begin, span.end):
        items = split_at(plain, *m.span("list"), "[,;]")
        if len(items) >= 3 and all(_BEGINS_AS_DUTY.match(words) for words, _, _ in items):
            return items
    return []


_BEGINS_AS_DUTY = re.compile(
    rf"{_DUTY}|成立|规划建设|筹建|新[建设增]|改[造建]|出台|制[定订]|设[立置]|对|将|每年|(?:中央|省|市|县)?(?:级)?(?:财政|投资)|由[^,;]{{2,12}}"
)


# 双方商定:共同编制规划,每年组织考察,互派干部
_SETTLED = Rule(r"(?:商定|约定|议定)(?:了)?[^。;:\n]{0,6}:(?P<list>[^。:\n…]{10,240})")


def _settled(plain: str, span: Span) -> list[Item]:
    for m in _SETTLED.finditer(plain, span.begin, span.end):
        items = split_at(plain, *m.span("list"), "[,;]")
        if len(items) >= 3:
            return items
    return []


# 首期建总部大楼,二期建共享工厂,三期建展贸中心
_STAGE = re.compile(r"(?:^|(?<=[,。;:]))(?P<words>(?:首|第?[一二三四])期(?!间|限|待|刊)[^,。;:\n]{3,40})")


def _phases(plain: str, span: Span) -> list[Item]:
    for pattern in (_PHASE, _STAGE):
        found = [(m["words"], *m.span("words")) for m in pattern.finditer(plain, span.begin, span.end)]
        if len(found) >= 3:
            return found
    return []


# A list that its own count closes: 建立甲、乙、丙三项机制. The verb that governs the whole list is none of it.
_SUMMED = Rule(
    r"(?P<list>[^。;:,\n、]{2,40}+(?:、[^。;:,\n、]{2,24}?)+?)”?(?P<rest>等)?(?P<count>[二两三四五六七八九十]{1,3}|\d{1,2})(?:大|项|个|条|方面|种|类|点|件(?=[大实要]?事)|[处端](?=着力|发力|入手|突破))"
)
_COUNTS_GOODS = re.compile(
    r"(?:大|个|种|类)*[^,。;]{0,4}(?:产品|制品|品类|商品|面料|企业|单位|地区|国家|环节|工序|品种|领域|门类|城市|园区|组别|中心|车间|赛区|会场|市场|基地|板块|集群|平台|特色|优势|痛点|难题|短板|堵点|瓶颈|困境|弱项)"
)
_GOVERNS = re.compile(
    r"^[^、“]{0,12}[将要](?:重点|着力)(?=[一-鿿]{4})|^.*?(?:从|通过|围绕|聚焦|就|(?:抓好|抓住|做好|突出|聚焦|建立|确立|实施|开展|组织|部署|打造|完善|构建|完成|涉及|包括|明确|提出|列出|推出)(?:抓好|抓|做好)?(?:了|好)?)(?=[一-鿿“])|^[^《》]*》"
)


_SIDES = re.compile("[个大]?(?:方面|方向|维度|层面|理念|原则|思路|定位)")


def summed(plain: str, span: Span) -> list[Item]:
    """Read a list that its own count closes: 实施甲、乙、丙三大行动; one told in full before one cut short by 等."""
    ranked: dict[tuple[bool, bool], list[Item]] = {}
    for m in _SUMMED.finditer(plain, span.begin, span.end):
        wanted = count(m["count"]) or 0
        items = _parts(plain, *m.span("list"))
        if len(items) == wanted + 1:  # the last has an 和 of its own
            items = split_at(plain, *m.span("list"), "、")
        whole = len(items) == wanted
        if len(items) < 3 or not (whole or (m["rest"] and len(items) < wanted)):
            continue
        if _COUNTS_GOODS.match(plain, m.end("count")):
            continue
        words, _, end = items[0]
        bare = _GOVERNS.sub("", words)
        # The sides a matter is seen from (从甲、乙、丙3个方面) give way to what is laid down.
        sides = bool(_SIDES.match(plain, m.end("count")))
        ranked.setdefault((not whole, sides), [(bare, end - len(bare), end), *items[1:]] if bare else items)
    return ranked[min(ranked)] if ranked else []


# A colon after a word that commits, asks or lays out opens a list without a count.
_OPENED = re.compile(
    r"(?:包括|任务|措施|重点|举措|提出|明确|要求|内容|倡议|承诺|号召|呼吁|方向|思路|打算|安排|工作|目标|行动|工程|计划|政策|新政|服务|条|“组合拳”)(?:了|为|是)?[^。;:,\n]{0,10}:(?P<list>[^。:\n…]{10,240})"
)


def parted(plain: str, span: Span) -> list[Item]:
    """Read the 、 list that ends where the words 这三件大事 begin: 办好展会、建好平台、育好人才."""
    words = plain[span.begin : span.end]
    begin = span.begin + max(words.rfind(sign) for sign in ",;。") + 1
    return [
        (re.sub(r"这$", "", w), b, b + len(re.sub(r"这$", "", w)))
        for w, b, _ in _parts(plain, begin, span.end)
    ]


_TASKS = re.compile(r"任务|措施|举措|政策|重点工作")


def _by_semicolons(plain: str, span: Span) -> list[Item]:
    for m in _SEMICOLONS.finditer(plain, span.begin, span.end):
        items = [_headed(plain, *part[1:]) for part in split_at(plain, *m.span("list"), ";")]
        if len(items) >= 3:
            return items
    return []


_COUNTED_LIST = Rule(
    r"(?P<count>[二两三四五六七八九十]{1,3}|\d{1,2})(?:大|项|个|条|方面|化|件|点|篇|张|场|步|要|不|[处端](?=突破|发力|着力|入手))[^。;:\n、,]{0,24}?(?::|-{1,2}|,?(?:即|包括|涵盖|分别[为是]|具体[为是]|主要[为是有]|内容(?:为|是|包括))[:,]?)(?P<list>[^。\n…]{4,300})"
)


_SEMICOLONS = Rule(
    r"(?:(?:包括|任务|措施|重点|举措|如下|提出|明确|规定|要求|内容|倡议(?!书)|承诺|约定)[^。;:\n]{0,16}?[:,](?:包括|即|分别[为是]|(?:主要|重点)?(?:任务|措施|举措|内容|工作)(?:有|是|为|包括)?:)?|,(?:包括|涵盖|即)|(?:根据|按照)《?[一-鿿]{2,8}》?(?:规定)?,|(?<=。)(?=凡))(?P<list>[^。\n;]{4,120}(?:;[^。\n;]{4,120}){2,})"
)


def _headed(plain: str, begin: int, end: int) -> Item:
    """Take what stands before the first comma of a part, its heading; when (从今年开始) or by what (本着…的原则) is none."""
    words, _, rest = plain[begin:end].partition(",")
    while rest and _SINCE.fullmatch(words):
        begin += len(words) + 1
        words, _, rest = rest.partition(",")
    if rest and (_FOR_WHOM.fullmatch(words) or len(words) <= _SHORT):
        words = f"{words},{rest.split(',')[0]}"
    return words, begin, begin + len(words)


_SHORT = 4  # characters of a catchword (聚焦疏解,有序外迁企业90家) that tells nothing by itself
_FOR_WHOM = re.compile(r"(?:凡|对于?)[^,]+|经[^,]+的[^,]+")  # 对参加境外展会的企业,补贴展位费的50%
_SINCE = re.compile(
    r"(?:从|自)?(?:今年|明年|即日|20\d\d年)(?:起|开始)|到20\d\d年(?:底|末)?|从[^,]{2,12}(?:起|开始)|[^,]*占地[^,]*|(?:严格)?(?:本着|按照|根据|围绕|针对|面对|结合|依托)[^,]+"
)


def count(words: str) -> int | None:
    """Read the number of measures announced: 八, 十二, 18."""
    words = words.replace("两", "二")
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.partition("十")
    table = {c: i for i, c in enumerate("零一二三四五六七八九")}
    return table.get(tens, 1) * 10 + table.get(ones, 0) if ten else table.get(words)


_BY_THEN = re.compile(
    r"(?:力争|争取|确保)?(?:到|在)?20\d\d年(?:底|末|前)*|(?:力争|争取|计划|拟)?用[一二两三四五六七八十\d]+年(?:左右)?的?时间"
)  # no aim without what is to be


def split_at(plain: str, begin: int, end: int, signs: str) -> list[Item]:
    """Cut a stretch at some signs; each part without 以及 before it and a numeral of its own."""
    items: list[Item] = []
    at = begin
    for stop in [*(m.start() for m in re.finditer(signs, plain[begin:end])), end - begin]:
        part = plain[at : begin + stop]
        words = re.sub(
            r"^\s*(?:以及|和|及|并(?=首次|将|还)|(?:第?[一二三四五六七八九十](?:是|要|,)|第[一二三四五六七八九十]、)|\d[.、])",
            "",
            part,
        ).strip()
        if words.count("“") == words.count("”") == words.startswith("“") or "“" not in words:
            words = words.strip("“”‘’ ")
        start = plain.find(words, at) if words else at
        if words and not _BY_THEN.fullmatch(words):
            items.append((words, start, start + len(words)))
        at = begin + stop + 1
    return [] if _torn(items) else items


def _torn(items: Sequence[Item]) -> bool:
    """Tell whether a cut went through a title: 《科技|时尚|绿色发展指导意见》 is no list."""
    return any(words.count("《") != words.count("》") for words, _, _ in items)


_MOTTO_ENDS = re.compile(r"[^“”]+”[一-鿿]")  # 围绕“创新、合作、发展”的工作方针 is no list


def _parts(plain: str, begin: int, end: int) -> list[Item]:
    items: list[Item] = []
    if re.search(r"《[^》、]*、", plain[begin:end]):
        return items
    stop = re.search(r"[,。;]", plain[begin:end])
    many = (
        plain[begin : begin + stop.start()]
        if stop and "、" in plain[begin : begin + stop.start()]
        else plain[begin:end]
    )
    for part in _COORDINATE.finditer(many):
        if _MOTTO_ENDS.match(part[0]):
            return []
        words = re.sub(r"^(?:以及|和|及|与|在)|(?:等(?:[一-鿿]{0,8})?|方面)$", "", part[0])
        words = re.sub(
            r"^[^-]{0,6}-{1,2}(?=[一-鿿])|^[^:]{0,12}?[,:]?(?:即|包括|涵盖|包含|涉及|分别[为是])[,:]?",
            "",
            words,
        )
        words = words.strip(' “”‘’"《》')
        at = plain.find(words, begin + part.start()) if words else -1
        if at >= 0 and len(words) >= 2:
            items.append((words, at, at + len(words)))
    if (
        items
        and (split := re.fullmatch(r"(.{2,24}?)(?:以及|和|及)(.{2,24})", items[-1][0]))
        and len(items) >= 2
    ):
        words, at, stop_at = items.pop()
        items += [(split[1], at, at + len(split[1])), (split[2], stop_at - len(split[2]), stop_at)]
    return [] if any(words.count("(") != words.count(")") for words, _, _ in items) else items


_AIM = re.compile(
    r"到(?:20\d\d|第[二三四五])年(?:底|末)?|(?:提出|明确|目标)[^。;]{0,8}“?十[一二三四五]五”?(?:期间|末|时期)|规划期末|期末|(?:未来|今后|用)[一二三四五六七八九十\d]+年(?:内|左右)?|(?<!近)[一二两三四五六七八九十\d]年内|力争|目标(?!下)|确保|计划到|预期|争取|20\d\d年(?:底|末)?前|定下的"
)
_COORDINATED = branched(
    r"(?:(?<![供适响反对效])应当?|将|要|须|拟|(?<=[,\s])(?:倡议|号召|承诺)(?!书)|(?<=倡议书)(?:号召|提出|倡导)(?:[全各][一-鿿]{2,10}?(?:者|企业|单位|会员|商户))?|(?<=[,\s])(?:重点|主要|专项)(?:支持|扶持|用于)(?=[一-鿿]{4}))(?:在|从|围绕|就|对)?(?P<list>[^。;:,\n、]{2,24}(?:、[^。;:,\n、]{2,24}){2,})"
)


_SO_MANY_NOUNS = re.compile(r"[二两三四五六七八九十]个[一-鿿]{2,4}$")  # 建设检测、电商、物流三个中心 is one
# 发挥婴童装、苎麻、印染等特色优势 is one measure.
_QUALITIES = re.compile(r"等[^,。;、]{0,8}(?:优势|特色|产业|行业|集群|资源|元素|特点)$")


# 提出建设检测平台、培育十个品牌、推广自动缝头。
_SETS_DUTIES = Rule(
    r"(?:提出|明确|部署|确定|要求)(?:了|将|要)?(?P<list>[^。;:\n、,]{4,40}(?:、[^。;:\n、,]{4,40}){2,})(?=[。;,\n])"
)


_SCOPE = re.compile(
    r"(?:紧紧|重点|主要|着重)?(?:围绕|针对|瞄准)"
)  # 将紧紧围绕羊绒衫、羽绒服、蚕丝被等开展整治: what it is about


def coordinated(plain: str, span: Span) -> list[Item]:
    """Read the list that a verb of duty governs: 应当建立甲、设立乙、公示丙; for sentences known to tell measures."""
    for m in _SETS_DUTIES.finditer(plain, span.begin, span.end):
        items = split_at(plain, *m.span("list"), "、")
        if len(items) >= 3 and all(_BEGINS_AS_DUTY.match(words) for words, _, _ in items):
            return items
    for m in _COORDINATED.finditer(plain, span.begin, span.end):
        if _GOODS.search(m[0]) or _QUALITIES.search(m["list"]) or _SCOPE.match(m["list"]):
            continue
        items = _parts(plain, *m.span("list"))
        shared = any(len(words) <= _SHORT - 1 for words, _, _ in items[1:])  # 严把采购关、质量关、价格关
        if len(items) >= 3 and not (shared or _SO_MANY_NOUNS.search(items[-1][0])):
            words, begin, _ = items[-1]
            last = re.sub(r"等(?:领域|方面|环节|工作).*$", "", words)
            return [*items[:-1], (last, begin, begin + len(last))]
    return []


_URGED = re.compile(
    r"(?:^|(?<=[,。;、:\n])|(?:提出|明确|规定|决定)(?=设立|建立|成立|建设|培育|打造|支持|推动|完善|对)|(?:要求|规定|约定|倡议|号召),?(?:各?(?:会员|成员|签约|全行业)?(?:企业|单位|会员|方)))\s*(?:政府|各[地级部门]{1,4}|[我全][省市县区国]|[一-鿿]{2,4}(?=将))?(?:还|也|并|同时)?(?:双方|两地|各方)?(?:将|要|应|须|需)?(?:在?(?:未来|今后)[一二三四五\d]年)?(?:通过|进一步|积极|大力|着力|持续|不断|加快|重点|联合|共同|每年|全面|严厉|依法|从严|全链条)?"
    r"(?P<words>(?![一-鿿]{2}(?:范围|对象|内容|期间|时间|方式))(?:对[^,。;:\n]{2,30}?(?:给予|予以|奖励|补贴|补助|减免|免收)|[一-鿿]{2,8}一律|(?<=将)成立|编制|统一|开设|推出|设计推出|引进|组建|筹建|不得?(?!断|少|低|足|仅|同|但|是|过)|加大|开展|加快|共建|共享|开办|举办|组团|参加|新建|改造|扩建|筹建|承办|召开|走访|编印|编写|评选|培训|修订|开通|安排|整治|建好|办好|抓好|做大|做强|做优|清理|打击|查处|排查|关停|严禁|严查|申请|互派|互认|制[定订]|研制|支持|鼓励|推动|加强|促进|完善|建立|优化|引导|培育|打造|推进|深化|实施|扩大|强化|落实|健全|规范|拓展|构建|推广|加快|提升|提高|建设|设立|组织)[^,。;:\n]{2,36})"
)
# 倡议会员单位坚守诚信经营,抵制低价倾销,规范售后服务: what all are asked to do.
_PLEDGED = Rule(
    r"(?:倡议|承诺|号召|呼吁)(?!书|如下|,|:)(?:[一-鿿]{0,10}?(?:企业|单位|会员|成员|同仁|同行|商户|行业|家长|市民|者)+|各[方地国界级]|双方)?(?:要|应当?|自觉|带头|共同|做到)?(?P<list>[^。;:\n,]{4,30}(?:,[^。;:\n,]{4,30}){2,})(?=[。;\n])"
)


def pledged(plain: str, spans: Sequence[Span]) -> list[Item]:
    """Read the clauses of what is promised or asked of all: 倡议会员单位坚守诚信,抵制低价,规范服务."""
    told = (_PLEDGED.search(plain, *span) for span in spans)
    return next((split_at(plain, *m.span("list"), ",") for m in told if m), [])


_LAYS_OUT = re.compile(r"提出|明确|要求|部署|规定|约定|强调|将|指出|安排|倡议|号召")


def quoted(plain: str, span: Span) -> list[Item]:
    """Read a list of things in quotation marks or between 、: 组建“专家库”“创新推介”“技能培训”."""
    bare = re.finditer(r"“([^“”]{2,40})”", plain[span.begin : span.end])
    found = [(m[1], span.begin + m.start(1), span.begin + m.end(1)) for m in bare]
    return found if len(found) >= 3 else _parts(plain, span.begin, span.end)


def urged(plain: str, spans: Sequence[Span]) -> list[Item]:
    """Read the measures told clause by clause: 规划提出,政府将加大研发投入,支持企业引进人才,鼓励企业创建品牌."""
    parts = [part for span in spans for part in _sentences(plain, span)]
    told = [s for s in parts if _LAYS_OUT.search(s.of(plain)) or _BEGINS_AS_DUTY.match(plain, s.begin)]
    found = [(m["words"], *m.span("words")) for s in told for m in _URGED.finditer(plain, s.begin, s.end)]
    return found if len(found) >= 3 else []


# 办法规定,对新建厂房每平方米补助100元,对引进设计师的企业奖励10万元: what is paid for what.
_GRANTED = re.compile(
    r"(?:^|(?<=[,。;:、\s]))(?P<words>(?:对|凡|每|给予)[^,。;:\n]{2,40}?(?:补助|补贴|奖励|奖补|给予|予以|资助|贴息|减免|实[行施]|优先)[^,。;:\n]{0,24})"
)


def granted(plain: str, spans: Sequence[Span]) -> list[Item]:
    """Read what a paper gives or imposes, two such clauses at least."""
    found = [(m["words"], *m.span("words")) for s in spans for m in _GRANTED.finditer(plain, *s)]
    return found if len(found) >= 2 else []


# …,培育10个面料品牌;重点推广甲、乙和丙技术: what is to be done stands behind what is aimed at.
_THEN_DONE = re.compile(
    rf"[;,](?:并|同时|还)?(?:将|要)?(?P<words>{_DUTY}(?:(?!\d)[^;。\n]){{4,60}}|[省市县区镇]?级?财政[^,;。\n]{{0,6}}安排[^,;。\n]{{4,30}}|对[^,;。\n]{{4,40}}(?:给予|予以)[^,;。\n]{{3,30}})(?=[;。\n,])"
)


def after_aims(plain: str, spans: Sequence[Span]) -> list[Item]:
    """Read the measures without a figure behind the aims of a sentence that tells a paper's."""
    told = [s for s in spans for s in _sentences(plain, s) if goals(plain, s)]
    return [
        (m["words"], *m.span("words")) for s in told for m in _THEN_DONE.finditer(plain, s.begin, s.end + 1)
    ]


_LED = re.compile(rf"(?:[一-鿿]{{0,8}}将)?(?P<words>{_DUTY}[^,。;:\n]{{3,40}})")


def led_by_duty(plain: str, span: Span) -> list[Item]:
    """Read the sentences of one paragraph that each begin with a verb of duty, three at least: 大力促进…。做优…。打通…。"""
    for line in re.finditer(r"[^\n]+", plain[span.begin : span.end]):
        parts = re.finditer(r"[^。\n]+", line[0])
        led = [(p, _LED.match(p[0])) for p in parts]
        if len(led) >= 3 and all(m for _, m in led):
            begins = [(m, span.begin + line.start() + p.start()) for p, m in led if m]
            return [(m["words"], at + m.start("words"), at + m.end("words")) for m, at in begins]
    return []


_LINES_AHEAD = re.compile(r"(?:提出|明确|措施|任务|举措|如下|包括|要求|内容|重点)[^。;\n]{0,8}:\s*\n")
_DUTY_LINE = re.compile(rf"\s*(?P<words>{_DUTY}[^,。;:\n]{{4,60}})[^\n]*\n?")


def lined(plain: str, span: Span) -> list[Item]:
    """Read the lines without numbers that 其中提出: opens, each beginning with a verb of duty."""
    for head in _LINES_AHEAD.finditer(plain, span.begin, span.end):
        items: list[Item] = []
        at = head.end()
        while line := _DUTY_LINE.match(plain, at, span.end):
            items.append((line["words"], *line.span("words")))
            at = line.end()
        if len(items) >= 2:
            return items
    return []


# A heading that stands alone on its line, over a paragraph that ends.
_HEAD_LINE = re.compile(
    r"^[ \t]*(?P<words>[^\n。;:!?]{4,30})\n(?=[ \t]*[^\n]{10,}[。!;][ \t]*$)", re.MULTILINE
)


def headed(plain: str, span: Span) -> list[Item]:
    """Read the headings without numbers that stand over their paragraphs, three at least."""
    found = _HEAD_LINE.finditer(plain, span.begin, span.end)
    items = [(m["words"].strip(), m.start("words"), m.end("words")) for m in found]
    return items if len(items) >= 3 else []


def _sentences(plain: str, span: Span) -> list[Span]:
    cut = re.finditer(r"[^。\n]+", plain[span.begin : span.end])
    return [Span(span.begin + m.start(), span.begin + m.end()) for m in cut]


_AMOUNT = re.compile(r"\d|[一二三四五六七八九十百千万]+(?:个|家|项|亿|倍|成|级)|翻(?:一|两|二)?番")
_VERB = re.compile(
    r"达到|达|占(?!地)|超|突破|翻(?:一|两|二)?番|培育|形成|建成|建设|打造|提高|增长|实现|下降|保持|累计|新增|完成|增速|稳定|不低于|带动|淘汰|压减|减少|遴选|创建|建|年均|占比|提升|设立|推动(?=约?\d)"
)


# 年放养柞蚕种6000公斤, 就地转移劳动力8000人: among aims a part that ends in what is counted is one.
_COUNTED = re.compile(
    r"[一-鿿]{2}\d[\d.]*[多余]?(?:[万亿千百]+)?(?:%|[美欧]?元|人次?|户|家|个|项|件|台套?|套|吨|公斤|亩|米|平方米|平米|公顷|锭|担|米布|名|支)(?:左右|以上|以内)?$"
)


# What ends the talk of aims: measures, and what was reached.
_NO_AIM = re.compile(
    r"^\s*(?:将|为此|支持|鼓励|推动|加强|对|据|目前|去年|近年|截至)|补助|补贴|奖励|已(?:经|达|有)|20\d\d年(?!底|末|前|[,到])"
)


# 到2020年底,完成印染企业退出;到2022年底,建成某小镇: an aim with its year needs no figure.
_BY_YEAR = Rule(
    r"到20\d\d年(?:底|末|前)?,(?P<aim>(?:全面|基本)?(?:完成|建成|形成|实现|建立)(?:(?!\d)[^,;。\n]){4,40})(?=[,;。])"
)


def _dated_aims(plain: str, span: Span) -> list[Item]:
    """Read the aims without figures of which two or more have a year of their own."""
    found = [(m["aim"], *m.span("aim")) for m in _BY_YEAR.finditer(plain, span.begin, span.end)]
    return found if len(found) > 1 else []


# 方案把“规模迈上1500亿元”定为总目标
_SET_AS_AIM = Rule(
    r"[把将]“?(?P<aim>[^,。;:“”\n把将]{2,30}?\d[^,。;:“”\n]{0,16}?)”?(?:确?定为|列为|设为|作为)[^,。;“”\n]{0,8}?目标"
)


def _set_as_aims(plain: str, span: Span) -> list[Item]:
    """Read the aims that a paper is said to have set as such, whatever their verb."""
    return [(m["aim"], *m.span("aim")) for m in _SET_AS_AIM.finditer(plain, span.begin, span.end)]


_OF_YEAR = re.compile(r"\s*(20\d\d)年")
_YEARS = re.compile(r"(?<!\d)20\d\d(?=年)")


def goals(plain: str, span: Span) -> list[Item]:
    """Read the goals with figures: in sentences that set an aim, part by part, and in dashed lines."""
    set_as = _set_as_aims(plain, span)
    found = [*_dated_aims(plain, span), *set_as]
    aimed = False
    years: list[int] = []
    for sentence in re.finditer(r"[^。\n]+", plain[span.begin : span.end]):
        words, at = sentence[0], span.begin + sentence.start()
        goes_on = words.startswith("-") or plain[at - 1 : at] == "。"
        opening = _OF_YEAR.match(words)  # 2012年,… behind what is aimed at for 2020
        past = opening is not None and int(opening[1]) < min(years, default=0)
        aimed = bool(_AIM.search(words)) or (aimed and goes_on and not (past or _NO_AIM.search(words)))
        if aimed:
            years += map(int, _YEARS.findall(words))
            found += [aim for aim in _aims(words, at) if not any(told in aim[0] for told, _, _ in set_as)]
    return found


_COORDINATE = re.compile(r"[^、]+")


_JOINED = re.compile(r"(?:(?!以及)[^、])+")


# 培育超50亿元的企业5家、超10亿元的30家; 新增国家级企业12家、“江苏精品”3个: what follows has no verb of its own.
_SHARES_VERB = re.compile(r"、?(?:超过?|“|\d+家(?:年|超))")
_LONGEST = 40  # characters of an aim


def _goal_parts(words: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Cut a sentence at its commas, and at 、 where each part has an amount: 新增针织、梭织等生产线60条 is one goal.

    Each part comes with whether it is joined to the one before, whose verb then holds for it too.
    """
    for clause in re.finditer(r"[^;,:]+", words):
        parts = list(_JOINED.finditer(words, *clause.span()))
        elliptic = len(clause[0]) <= _LONGEST and any(_SHARES_VERB.match(p[0]) for p in parts[1:])
        if len(parts) > 1 and not elliptic and all(_AMOUNT.search(p[0]) for p in parts):
            yield from ((part, at > 0) for at, part in enumerate(parts))
        else:
            yield clause, False


# 规上企业达到200家,建成华中女裤生产基地: among aims what is to be built is one without a figure.
_BUILT = re.compile(r"(?:全面|基本|初步)?(?:建成|形成|建立起|跻身)[^,;]{4,}")
# 建成智能工厂10家,300家企业上云
_SO_MANY = re.compile(r"\d+(?:多|余)?(?:家|个|户|名|种|项)[一-鿿]{4,}")
# 未来三年将安排专项资金1亿元, 产业园占地4200亩: what it costs and takes is no aim.
_SPENDS = re.compile(r"(?:安排|拿出|列支|拨付|拨出)[^,]*(?:资金|经费|元)|占地|征地|总投资")


def _aims(words: str, at: int) -> list[Item]:
    items: list[Item] = []
    aims = False
    for part, joined in _goal_parts(words):
        text = re.sub(
            r"^[\s-]*(?:以?及|和|(?:并)?(?:要求|提出|明确)(?=到20)|到20\d\d年(?:底|末)?|力争|确保|争取|目标(?:是|有|为)?|其中|全省|全市|并)*",
            "",
            part[0],
        ).strip()
        text = re.sub(r"等?(?:发展|主要)?(?:目标|任务)$", "", text)
        counts = _AMOUNT.search(re.sub(r"20\d\d年", "", text))
        told = _VERB.search(text) or _COUNTED.search(text) or (joined and aims)
        many = items and _SO_MANY.match(text)
        aims = bool((counts and told) or many or (items and _BUILT.match(text)) or text.endswith("全覆盖"))
        if aims and 4 <= len(text) <= _LONGEST and not ("《" in text or _SPENDS.search(text)):
            begin = at + part.start() + part[0].find(text)
            items.append((text, begin, begin + len(text)))
    return items
