"""How many: numbers with what they count, their unit and how exact they are."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.records.model import Figure, Qualifier
from bot.records.rules import branched
from bot.records.text import any_of, flat


class FigureMention(NamedTuple):
    """A number of a text with its unit; ``quote`` is ``text[begin:end]``."""

    begin: int
    end: int
    quote: str
    figure: Figure


_MULTIPLES = {
    "十": 1e1,
    "百": 1e2,
    "千": 1e3,
    "万": 1e4,
    "十万": 1e5,
    "百万": 1e6,
    "千万": 1e7,
    "亿": 1e8,
    "万亿": 1e12,
    "百亿": 1e10,
    "千亿": 1e11,
    "十亿": 1e9,
}
_UNITS = [
    "元",
    "美元",
    "欧元",
    "港元",
    "人民币",
    "人",
    "人次",
    "名",
    "位",
    "家",
    "个",
    "项",
    "件",
    "套",
    "款",
    "批",
    "届",
    "场",
    "次",
    "天",
    "米",
    "平方米",
    "平米",
    "㎡",
    "m²",
    "米²",
    "吨",
    "公斤",
    "亩",
    "公顷",
    "辆",
    "台",
    "条",
    "种",
    "类",
    "所",
    "座",
    "支",
    "组",
    "组别",
    "幅",
    "份",
    "只",
    "双",
    "户",
    "对",
    "部",
    "篇",
    "册",
    "本",
    "处",
    "间",
    "层",
    "倍",
    "个百分点",
    "百分点",
    "%",
    "公里",
    "千米",
    "平方公里",
    "展位",
    "个展位",
    "品牌",
    "企业",
    "展商",
    "单",
    "票",
    "镇",
    "县",
    "市",
    "省",
    "国",
    "国家",
    "万锭",
    "锭",
    "万米",
    "立方米",
    "千瓦时",
    "度",
    "轮",
    "期",
    "站",
    "队",
    "家次",
    "人份",
    "枚",
    "座谈",
    "码",
    "周年",
]
_UNIT = any_of(dict.fromkeys(_UNITS))
_CN = "一二两三四五六七八九"
_BEFORE = re.compile(
    r"(?:近|约|超过?|逾|突破|达到?|高达|多达|不少于|不低于|至少|大约|约有|将近|接近|不足|不到|少于|低于|[迈跨登站跃]上|(?<!以)上)(?=\s?$)"
)
_SPELT = rf"(?:[{_CN}]?十[{_CN}]?|[{_CN}十]?百[{_CN}]?|[{_CN}]?千|万|[{_CN}])(?=[余多]?(?:[万亿]|人|家|名|位|个|项|场|届|件|套|种|天|国|省))"
_FIGURE = branched(
    rf"(?=[\d{_CN}十百千万])(?P<number>(?<![\d.A-Za-z第/])(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?<![{_CN}十百千数第年月\d]){_SPELT})"
    rf"\s?(?P<more>[余多])?\s?(?P<multiple>十万|百万|千万|万亿|十亿|百亿|千亿|[十百千万亿])?(?P<more2>[余多])?\s?"
    rf"(?P<unit>{_UNIT}|(?<=亿)(?=[,。;、)]))(?P<plus>以上|左右|上下|多|余|\+)?"
)
_NO_FIGURE_AFTER = re.compile(r"^(?:月|日|年|时|分(?!点)|号|点|小|星|工作日)")
_OVER, _UNDER = (
    frozenset(["超", "超过", "逾", "突破", "不少于", "不低于", "至少", "高达", "多达"]),
    frozenset(["不足", "不到", "少于", "低于"]),
)
_ABOUT = frozenset(["近", "约", "大约", "约有", "将近", "接近", "上"])
# 七个方面, 四个“如火如荼”, 八项举措: counts of the telling, not of the matter.
_ABSTRACT = re.compile(
    r"(?:的)?(?:方面|层面|内容|级别|部分|板块|亮点|特点|目标|方向|层次|领域|大类|环节|阶段|问题|原则|关键|维度|字|重点|“|如何|坚持|举措|措施|工作|任务|要点|建议|要求|议程|议题)"
)
_LANDS = frozenset(["国", "省", "市", "县", "镇"])
_NUMBERING = frozenset(["届", "次", "期", "轮", "部", "天", "年", "层", "类", "度", "条", "本", "对"])
_CN_VALUE = {c: i + 1 for i, c in enumerate("一二三四五六七八九")} | {"两": 2}


def _value(words: str) -> float:
    """Read 34,400, 3.44 or 三十."""
    plain = words.replace(",", "")
    if plain[0].isdecimal():
        return float(plain)
    total, last = 0, 0
    for char in words:
        if char in "十百千万":
            total, last = total + (last or 1) * int(_MULTIPLES[char]), 0
        else:
            last = _CN_VALUE[char]
    return float(total + last)


def _qualifier(before: str | None, more: str | None, plus: str | None) -> Qualifier | None:
    if before in _UNDER:
        return "under"
    if before in _OVER or more or plus in {"以上", "多", "余", "+"}:
        return "over"
    return "about" if before in _ABOUT or plus else None


_CLAUSE = re.compile(r"[,。;:!?\n、()]")
_LABEL_VERB = branched(
    r"(?:达到?|为|有|共|共计|共有|约|超过?|突破|实现|完成|吸引|汇聚|来自|设|设立|收到|评选出|近|逾|了|到|是|将|累计|预计|同比|均|已|高达|多达|增长|下降|提高|则|可达?|包括|更是|大幅|分别|签下?|评出|选出|颁发|授予|等|仅|只|拥有|发展|(?<![体实表出呈展兑])现)+$"
)
# Words that join a number to what stands before it, or say whose it is, and name nothing that is counted.
_LABEL_LEAD = re.compile(
    r"^(?:\d{1,2}\.|截至目前|目前|现已?有?|以及|并且?|及其?|和|与|而|且|还|也|又|共|其中|同时|此外|另外?|该(?![市省县区镇乡村国企行产协])|本次|本届|此次|今年的?(?!\d)|当天|现场|预计|据悉|累计)+(?!体|时|[计品同]|$)"
)
_NOT_A_LABEL = re.compile(
    r"(?:以及|并|其中|还有|另有|来到.*|来自.*|获得?|荣获|并?获得|经过|通过|围绕|对|向|从|由|在)$|^\W|(?:介绍|表示|指出|认为|强调|宣布|透露)了?(?!费)"
)
_GROWTH = re.compile(
    r"(?:同比|环比)?(?:增长|下降|提高|增加|减少|增速|回升|降低|上升|增幅|下滑)(?:了|约|达|为)?$"
)
# Where nothing says what is counted, its unit does.
_BARE_LABELS = {
    "人": "人数",
    "名": "人数",
    "位": "人数",
    "人次": "人次",
    "家": "单位数",
    "元": "金额",
    "平方米": "面积",
}
_COUNTED = re.compile(
    r"^(?:的)?(?!参加|参展|参会|参与|到会|到场|出席|与会|汇聚|云集|观看|参观|观摩)([一-鿿]{2,10}?)(?=[,。;、!?\n()的“]|参加|参展|参会|参与|到会|到场|出席|与会|汇聚|云集|齐聚|共|及|和|在|将|集|带来|亮相|入选|通过|获|签|走|从|落户|入驻|参观|率先|热情|积极|分别|申报|角逐|同台|$)"
)


def _label(text: str, begin: int, end: int, unit: str) -> str:
    """Say what a number counts, in the words before it (展览面积), else in those behind (252家企业)."""
    before = _CLAUSE.split(text[max(0, begin - 24) : begin])[-1].strip(" ”“》《的")
    before = before.rpartition("把“")[2]  # 方案把“产业规模迈上1500亿元”定为总目标
    before = re.split("以及|及其|及|和|与", before)[-1] if len(before) > 10 else before
    if growth := _GROWTH.search(before):
        subject = _LABEL_VERB.sub("", before[: growth.start()]).strip() or _clause_before(text, begin)
        return f"{subject}{growth.group().rstrip('了约达为')}"
    behind = _COUNTED.match(text[end : end + 14])
    if (
        unit in {"元", "%", "平方米", "平米", "㎡", "m²", "米²", "吨", "美元", "倍", "个百分点"}
        or behind is None
    ):
        return _told_before(before) or (behind[1] if behind else _BARE_LABELS.get(unit, unit))
    return behind[1]


_TITLE_MARKS = re.compile(r"(?:《[^》]*》?)+")


def _told_before(words: str) -> str:
    """Return what the words before a number name, nothing where they only join or say what somebody did."""
    label = _LABEL_LEAD.sub("", _LABEL_VERB.sub("", _TITLE_MARKS.sub("", words))).strip()
    return "" if _NOT_A_LABEL.search(label) else label


def _clause_before(text: str, begin: int) -> str:
    """Return the subject of the clause before: 利润总额667.6亿元,同比增长71.8% gives 利润总额."""
    clauses = _CLAUSE.split(text[max(0, begin - 40) : begin])
    subject = clauses[-2] if len(clauses) > 1 else ""
    return _LABEL_VERB.sub("", re.sub(r"[\d.]+.*$", "", subject)).strip()


def read_figures(text: str) -> tuple[FigureMention, ...]:
    """Read the counted numbers of a text: 252家, 近千人, 3.44万亿元, 同比增长28.8%.

    Dates, phone numbers, document numbers and editions (第四届) are none.
    """
    flattened = flat(text)
    found = [_read(flattened, text, m) for m in _FIGURE.finditer(flattened)]
    return tuple(mention for mention in found if mention)


# Posts that are filled (选出会长1名,副会长7名) are told with the people; they measure no gathering.
_ELECTED = re.compile(r"(?:选举|票选|选出|推选|当选|增补|增选|聘任|推举)[^。;!?\n]*$")
_POST = re.compile(r"(?:会长|理事长|秘书长|监事长|主席|主任)$")
_POST_BEHIND = re.compile(r"(?:名誉|常务|执行|副)*(?:会长|理事长|秘书长|监事长|主席|主任)")
# Units that say nothing where no word beside them tells what is counted.
_SAY_NOTHING = frozenset(["个", "场", "次", "项", "种"])
# How long a thing lasts, is put off or has been there is its time: 为期5天, 推迟3天, 成立20周年.
_LASTING = frozenset(["天", "周年"])
# 某股份[12.50 0.56%]: what a page puts behind a listed company's name.
_QUOTED_SHARE = re.compile(r"\[[\d. %+-]*$")


def _no_measure(flattened: str, m: re.Match[str]) -> bool:
    """Tell whether a number with its unit says nothing of size: posts filled, days it lasts, a share's price."""
    before = flattened[max(0, m.start() - 80) : m.start()]
    post = _POST.search(before) or _POST_BEHIND.match(flattened, m.end())
    elected = bool(post and m["unit"] in {"名", "位", "人", "个"} and _ELECTED.search(before))
    return elected or m["unit"] in _LASTING or bool(_QUOTED_SHARE.search(before))


def _read(flattened: str, text: str, m: re.Match[str]) -> FigureMention | None:
    if _no_measure(flattened, m):
        return None
    if _NO_FIGURE_AFTER.match(flattened[m.end() : m.end() + 3]) or (m["unit"] == "度" and not m["multiple"]):
        return None
    if m["unit"] in {"个", "项", "点", "条"} and _ABSTRACT.match(flattened, m.end()):
        return None
    spelt = not m["number"][0].isdecimal()
    # 中日韩三国 and 闽台两省 name their members.
    if spelt and not m["multiple"] and m["unit"] in _LANDS and m["number"] in _CN:
        return None
    # 一场大会 counts nothing, 四届四次 numbers an edition.
    if spelt and ((m["number"] == "一" and not m["multiple"]) or m["unit"] in _NUMBERING):
        return None
    before = _BEFORE.search(flattened, max(0, m.start() - 5), m.start())
    begin, end = before.start() if before else m.start(), m.end()
    value = _value(m["number"]) * _MULTIPLES.get(m["multiple"] or "", 1)
    qualifier = _qualifier(before and before.group(), m["more"] or m["more2"], m["plus"])
    unit = m["unit"] or "元"
    label = _label(flattened, begin, end, unit)
    if label == unit and unit in _SAY_NOTHING:
        return None
    figure = Figure(label, round(value, 6 if value < 1e5 else 2), unit, qualifier)
    return FigureMention(begin, end, text[begin:end], figure)
