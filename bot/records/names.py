"""What meetings, events and plans are called: the whole official name, no fragment, no verb or date glued on.

A name ends in a head word (理事会, 博览会, 行动方案: ``data/event_words.csv``). From there it is read to the
left, word by word, until something that cannot stand in a name: a sentence sign, a verb of holding, a
preposition, a date. Quotation marks and title marks around a name decide at once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from bot.records.fairs import SHORT_FAIR
from bot.records.model import Kind, Series
from bot.records.places import is_region, region_at, region_of
from bot.records.rules import Rule, branched, hopeful
from bot.records.text import Lexicon, flat, table, tagged, with_years_in_figures

# The longest name met in the trade is a joint one of some sixty characters; a longer run is no name.
LONGEST = 72


class Name(NamedTuple):
    """A name as it stands in a text: ``flat(text)[begin:end]`` holds it.

    ``head`` is the word that makes it one and ``proper`` tells whether more than that word is there
    (全国针织工作会议, not 本次会议). ``marks`` is ``《``, ``“`` or empty;
    ``aliases`` are short forms explained right behind it.
    """

    kind: Kind
    text: str
    head: str
    begin: int
    end: int
    proper: bool
    marks: str = ""
    aliases: tuple[str, ...] = ()


@cache
def head_words() -> Mapping[str, tuple[Kind, bool]]:
    """Return every head word with its kind and whether it is weak, one that also stands for nothing."""
    return {row["word"]: (row["kind"], row["weak"] == "yes") for row in table("event_words")}  # type: ignore[misc]


@cache
def _uses(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("name_words") if row["use"] == use)


# A ware before 节, 秀, 展 or 周 makes a head word of it: 童装节, 旗袍秀, 纱线展.
_WARE = r"(?:装|服|纱线|面料|辅料|皮革|皮草|羊绒|毛织|丝绸|针织|家纺|旗袍|蚕桑|刺绣|袜|纺织品?|服饰|时尚|泳|裘皮|毛皮|皮具|鞋类?|箱包|配饰|饰品|内衣|衬衫|毛衫|羽绒|绣|棉|麻|纤维|布艺|床品|地毯|花边|机械|设备|流行色)"
_WIDEST_WARE = 3
_COUNTED_AHEAD = re.compile(r"(?:第[\d一二三四五六七八九十百]{1,4}|首)届[^,。;:、的了\n]{2,14}$")


def _is_over(plain: str, end: int) -> bool:
    return bool(_SHOW_OVER.match(plain, end) or _COUNTED_AHEAD.search(plain, max(0, end - 20), end))


# Whatever an edition and quotation marks single out, or a motto names: 第101届“中针会”, “优势企业推介”活动.
_QUOTED_SHOWS = (
    Rule(r"届“[^“”\n]{1,14}(?P<head>[会展节赛周秀营坛季夜荟汇]|荟萃|系列|沙龙)”"),
    Rule(r"“[^“”\n]{2,14}(?P<head>荟萃|系列)\s?20\d\d”"),
    Rule(r"[一二三四五六七八九十\d]届[一-鿿]{1,3}(?P<head>[博交]会)(?![议员])"),
    Rule(r"20\d\d年?[一-鿿]{1,8}?(?P<head>[博交]会)(?![议员])"),
    Rule(r"(?<=[^“]{4}”)[一-鿿]{2,4}(?P<head>站)(?![点台位长房内])"),
    Rule(r"(?P<head>活动)(?<=[^”]{5}”活动)(?![中上内日期周月]|计划|安排|方案|清单|一览|预告)"),
    Rule(
        r"”(?:(?![在于将的和与及])[一-鿿]){2,10}(?P<head>活动)(?<!系列活动)(?=[,。;暨在于]|圆满|启动|正式|现场|成功|顺利|拉开|走进|举[行办]|[开闭]幕)"
    ),
    Rule(r"”[一-鿿]{0,6}(?P<head>培训)(?=[,。;”]|启动|开班|[开在于]|圆满|结束|正式)"),
    Rule(r"为期[^,。;]{1,4}[天日周]的[一-鿿“”]{2,14}(?P<head>培训)(?=[,。;])"),
    Rule(r"[节季周月]\(第[^()\n]{1,3}[季期届站]\)(?P<head>活动)"),
    Rule(r"“[一-鿿]{1,6}(?P<head>[博交洽]会)”"),
    # 云山裤博会开幕: a town's fair, called short.
    Rule(
        r"(?:[一-鿿]{2}|(?<![一-鿿])|(?<=[的届年离距迎]))(?![社外国易世进])[一-鿿](?P<head>[博交]会)(?=[开闭启揭落]幕|今[日天起年晚开闭]|昨[日天晚开闭落启]|明[日天起开]|将[于在]|在[^,。;\n]{2,24}?(?:[开闭启揭落]幕|举[行办]|收官|亮相)|由[^,。;\n]{2,40}?(?:主办|承办)|迎[来客]|首日|收官|登场|举[行办]|组委会|吸引|延期|推迟|\(|拉开|正式|对外|如约|现场|期间|上[,的]|人气|倒计时|就要|即将|开门|后天|开展|主会场|分会场|展馆|展区|还有|来了|除)"
    ),
    # 昨天开幕的云山秋季裤博会换了新馆: what opened is told before its name.
    Rule(r"(?<=(?:[开闭启揭落]幕|举[行办])的)[一-鿿]{2,8}?(?<![社外国易世进])(?P<head>[博交]会)(?![议员])"),
    # 第八届启明杯在威海落幕: a contest told by its cup alone.
    Rule(
        r"届“?[一-鿿]{2,6}(?P<head>杯)(?=”?(?:[(在于将今昨颁决\d]|[上本]周|[开闭落启揭]幕|收官|启动|征[稿集]|报名|来了|揭晓))"
    ),
    Rule(
        r"[”周节季]--(?:(?!的|了|在|将|与|和|及|举[行办])[一-鿿\d]){4,20}(?P<head>活动)(?![中上内日期周月])"
    ),
)
_WARE_LAST = re.compile(rf"{_WARE}$")
_SHOW = re.compile(r"[节秀展周赛](?!览|示|会|目|出|品|边|期|场|位|区)")
# Where a name in 展, 节 or 赛 is over, and the words in them that name no show: 发展, 环节, 中秋节.
_SHOW_OVER = re.compile(
    r"[^一-鿿]|$|将|在|于|上|是|由|的|和|与|及|暨|等|为|开幕|启幕|闭幕|落幕|举[办行]|如期|延期|期间|同期|正式|[A-Z]"
)
_NO_SHOW = re.compile(
    r"(?:[^一-鿿].|[参布铺延招撤会发进开拓扩施伸舒画书车预首筹观逛办看组行夏冬]展|[环细季春关情章音调时礼气品贞骨枝使小大过佳庆秋午宵明动女童年师阳夕诞人双枝末末]节|[参比竞决初复预联球开竞]赛)$"
)
_ENDS_IN_WARE = re.compile(rf"{_WARE}[节秀展周]$")


@cache
def _head_lexicon() -> Lexicon:
    return Lexicon(word for word, (kind, _) in head_words().items() if kind != "plan")


def _head_spans(plain: str) -> list[tuple[int, int]]:
    """Return the head words of gatherings, overlapping ones too, and what a ware makes one of."""
    known = _head_lexicon().every(plain)
    begins = {begin for begin, _ in known}
    for quoted in hopeful(_QUOTED_SHOWS, plain):
        for m in quoted.finditer(plain):
            if m.start("head") not in begins:
                known.append(m.span("head"))
    for show in _SHOW.finditer(plain):
        ware = _WARE_LAST.search(plain, max(0, show.start() - _WIDEST_WARE), show.start())
        if ware and ware.start() not in begins:
            known.append((ware.start(), show.end()))
        elif (
            show[0] in "展节赛"
            and _is_over(plain, show.end())
            and not _NO_SHOW.search(plain, max(0, show.start() - 1), show.end())
        ):
            known.append((show.start() - 1, show.end()))
    return sorted(known)


# What turns the head into something else: a hall, a committee, a post, a paper.
_NOT_AFTER_HEAD = re.compile(
    r"主旋律|(?:工作|筹备|筹办|实施)方案|(?:筹备)?(?:办公室|指挥部|领导小组|秘书处)|(?<=会)(?:工作(?:报告|总结(?!会|大会)|计划|要点|规划|汇报)|财务(?:报告|决算|预算|收支)|述职报告|换届工作方案)|(?<=会议)报告(?!会|厅|[了称说指])|的?(?:形式|方式|模式)|议?(?:展览|会展|博览)(?:中心|馆|城)|(?<=发布)秀|\d+余?[场个](?!景)|(?:\([^()]{1,8}\))?[^,。;、在于由]{0,6}(?:有限公司|公司|集团)|网(?!络|上)|(?<!周)年度?$|大?堂|室|大?厅|大楼|馆(?!内)|会展|所(?!有|在|以|设|见|展|需)|中心|"
    r"程(?!序|度)|主持(?:人|[,。、;\n]|$)|纪要|费(?!时)|刊(?!登|发|载)|报(?!道|名|告|讯|到)|址|员(?!会|工)|长(?!会|达|期|约)|会长|副会长|"
    r"(?<=会)[见晤]|理事(?!会)|理事会(?![^,。;\n]{0,24}(?:召开|举行|举办|会议)|暨)|主席|成员|章程|品(?!牌|质|类|种)|商(?!会|贸|家)|位(?!于|列|居)|客(?=商)|区(?!别)|台(?!前|上|州|湾)|览(?!会)|示(?!会)|望|"
    r"(?<=展)(?:开|现|出|览|示|演|贸中心|贸城)|目(?<=节)|(?<=赛)(?:规则|规程|项目(?!启动)|科目|事|道|制|区|处(?=[处长副干科]))|(?<=周)(?:边|年|围|期|转|[一二三四五六](?![〇零0○])|日(?!程|期|前)|末)|(?<=日)(?:报|前|常|益|期|程)|"
    r"(?<=行)(?:业|政|为|动|程|列|情|长|走|销|使|驶|星)|(?<=展览)(?:(?:艺术|贸易|交易|展示|交流|文化|会议|服务)中心|场(?!面|景|次)|历史|史上|经济|行业|(?:总|净|展出)?面积|规模|范围|内容|形式|效果)|(?<=大展)(?:宏图|鸿图|身手|风采|拳脚|魅力|才华|神威)|组委会\s*$|拓展会|促进会|基金会|研究会|(?<=展)会(?!期|上|现|将|于|在|共|中|由|以|是|也|还|,|。|、)"
)
# 拓展, 协会: the head's first character ends another word; 股东大会 is a firm's own affair (guide rule 13).
# 某联展三月首秀南京: the last word says when it is first seen.
_NOT_BEFORE_HEAD = re.compile(r"股东.$|[拓发进开扩施伸]展$|[协学商]会$|联合会$|[月日]首$")
_BODY_HEADS = frozenset({"理事会", "常务理事会", "监事会", "展团"})
_CONVENED = re.compile(
    r"[^,。;]{0,24}?(?:召开|举行|举办|开了(?:足足|整整|将?近|约)?[一二两三半\d])|(?:会议|扩大|期间|上,)|暨"
)
_OPEN, _CLOSE = '“‘《(〈[【"', '”’》)〉]】"'
_PAIR = dict(zip(_CLOSE, _OPEN, strict=True))
_EDITION = branched(
    r"(?:第[0-9一二三四五六七八九十百零]+|首|[一二三四五六七八九十]+)(?:届|次|期|回|站|季(?!度))|(?<!\d)(?:19|20)\d\d(?!\d)年?"
)
_DATE = Rule(
    r"(?:(?:19|20)\d\d年(?:度)?)?\d{1,2}月(?:\d{1,2}(?:日|号)?)?(?:\s*(?:-+|至|到)\s*(?:\d{1,2}月)?\d{1,2}(?:日|号)?)?|"
    r"(?:上|中|下)旬|\d{1,2}[::]\d\d(?:\s*-+\s*\d{1,2}[::]\d\d)?|\d{1,2}日|[一二三四五六七八九十]+月[一二三四五六七八九十]+日|\d{1,2}(?:时|点)"
)
_LEAD = re.compile(
    r"^(?:(?:切实|认真|全力)?(?:做好|抓好|办好|备战)(?=[“第首全]|20\d\d)|[逛看](?=[一-鿿]?$)|[一-鿿]{0,8}组团(?:逛|看|赴|奔赴|亮相|参[加观展]|观摩)(?=[一-鿿\d“])|[一-鿿]{2,10}(?:变身|化身|变成)|进行(?=[决复初半总颁])|近?[\d一二三四五六七八九十百千万余多]+家[一-鿿]{0,8}?(?:参展|亮相|齐聚|参加|闪耀|抢滩|集结)(?=[一-鿿]{3})|[距离]离?(?=第|20\d\d年?[一-鿿]|[一-鿿]{2}[^,。;]*开|[一-鿿]$)|[一-鿿]{0,12}(?:盛事|盛会|大戏|盛宴|重头戏|压轴戏)(?=[“第首]|20\d\d)|20\d\d\.\d{1,2}(?:\.\d{1,2})?(?!\d)|\d{1,2}[.)](?!\d)|[一-鿿]{2,16}(?:协会|商会|联合会|政府|公司|集团)(?:发布|宣布|公布|透露)了?(?=[一-鿿(“第\d]{3})|图为|[开闭]幕(?:式|仪式)暨(?=.{4})|\d{1,2}\s+(?=[第首一-鿿]|20\d\d)|(?:以?下)?(?:均|统)?简称为?|(?:征集|调整|申报|推荐|征稿)(?=[“\d第首])|一届(?=[^一二三四五六七八九十]{2})|[\s、,:;.·*/\-”’)》]|[和与及同以](?!色)|(?:一|两|二|三|四|五|六|七|八|九|十|\d+|首|多|几|数|各|本|此|该|每|这|那)(?:场|个|项|次(?!会员|代表|理事|常务)|轮|系列)|"
    r"(?:场|项|系列)(?=[第二2中全“])|新一届(?=.{4})|\d{1,2}(?=[一-鿿])(?!届|周年|省|·|世纪)|日(?=[一-鿿]{3})|[本今]年度?(?=[一-鿿]{2})|天的|度(?!假)(?=[一-鿿]{2})|[节堂](?![能约水日庆气目食])(?=[一-鿿]{2})|年度?(?=[一-鿿])(?!会|度|货|轻)|的|为期.{1,4}天|重要|[一-鿿]{1,2}的(?=[一-鿿]{2})|设(?![计备施立])(?=[一-鿿]{5})|第[一二三四五六七八九十\d]+[个场家堂]|[个场](?=[一-鿿]{4})|家(?![纺居装具电用庭])(?=[一-鿿]{4})|主题(?=[^,。]{6})|[a-z]{4,}(?=中国|全国|国际)|[^第\s]{2,24}(?:中心|酒店|宾馆|大厦|会堂|体育馆|广场)(?=第[一二三四五六七八九十百\d]+届|20\d\d)|[一-鿿]{2,4}之[一二三四五六七八九十]是?|经(?=协会|商会|学会|本会|理事|会长|党|[一-鿿]{0,2}[省市县区])|[\u0021-\u0027*+]+)"
)
_ALIAS = re.compile(
    r"\(?(?:以下|下)?(?:均|统)?(?:简称|称)(?:为|:|作)?[“\"']?(?P<alias>[^”\"'),。]{2,24})[”\"']?\)?|\([“\"](?P<bare>[^”\"']{2,14})[”\"]\)"
)
_SUFFIX = re.compile(
    r"(?<=大赛)(?:[一-鿿]{2,3}赛区(?:[一-鿿]{2,4}站)?|[一-鿿]{2,4}站)(?=[,。;昨今在于将]|赛事|比赛|启动|开赛|拉开|落幕|圆满)|\s?[A-Z][A-Za-z]{2,}(?:[ -][A-Z][A-Za-z]+)*|\((?![^()]*\d{1,2}[月日]|[^()\n]*(?:中心|展览馆|博览馆|展馆|会展馆|体育馆|酒店|宾馆|饭店|大厦|广场|会堂|报告厅|会议厅|会议室)\)|简称|以下|下称|又|即|图|记者|如|含|详|见|原|暂|“|\")[^()\n]{1,12}\)|(?:20\d\d)?(?:春|秋|夏|冬)季?(?:展|站)|\s?20\d\d\s?\((?:春|秋|夏|冬|春夏|秋冬)季?\)|[·\-](?:[一-鿿]{2,6})站"
)


def read_names(text: str) -> tuple[Name, ...]:
    """Read every meeting and event name of a text, and every document in title marks.

    Args:
        text: a title or a clean body; evidence offsets refer to it.

    Returns:
        The names by position. Names that are a part of a longer one at the same place are left out.
    """
    plain = flat(text)
    running = _gatherings(plain)
    lettered = [_joined(plain, [n for n in running if n.end < name.begin], name) for name in _lettered(plain)]
    found = [_as_written(n, text, plain) for n in (*_documents(plain), *running, *lettered)]
    found.sort(key=lambda n: (n.begin, -n.end))
    kept: list[Name] = []
    for name in found:
        inside = (name.marks != "《" or _is_reviewed(name)) and next(
            (k for k in kept if _covers(k, name)), None
        )
        if not inside:
            kept.append(name)
    return tuple(kept)


def _is_reviewed(name: Name) -> bool:
    """Tell whether a title is a standard's only by the words behind it: 《高端校服》团体标准审定会 names the meeting."""
    return name.marks == "《" and name.head == "标准" and not name.text.endswith("标准")


def _as_written(name: Name, text: str, plain: str) -> Name:
    """Give a name its own signs back, dashes and width, that reading the flat text folded."""
    begin = plain.find(name.text, name.begin, name.end)
    written = text[begin : begin + len(name.text)] if begin >= 0 else name.text
    return name if written == name.text else name._replace(text=written)


_NOTICE_OF = re.compile(r"举办|召开|参加|参展|延期|推迟|取消|举行|赴|组团")


def _covers(outer: Name, name: Name) -> bool:
    """Tell whether a name is only a part of another; a notice about a gathering does not swallow it."""
    if outer.marks == "《" and _NOTICE_OF.search(outer.text):
        return False
    return outer.begin <= name.begin and name.end <= outer.end


# --- documents in title marks --------------------------------------------------------------------

_TITLE = Rule(r"《([^《》\n]{2,90}(?:《[^《》\n]{2,80}》[^《》\n]{0,40})?)》")
_TITLE_TAIL = re.compile(
    r"\s*(?:\([^()]*\)|\([^()]*$|\d{4}年?-+\d{4}年?|(?<!\d)[::-].*|\d{4}(?:年)?(?:版)?)+$"
)


_STANDARD = r"[一-鿿]{0,2}(?:团体|行业|国家|地方|企业)?标准|\((?:征求意见稿|讨论稿|草案)\)"
# What stands beside a standard's title: GB/T 31888-2015《中小学生校服》, 团体标准《中小学生口罩》, 《分类》GB/T 38414-2019.
_NUMBER = r"(?:GB|FZ|QB|SN|DB|HG|T)(?:\s?/\s?[A-Z\d]{1,8})?\s?\d[\d.]*-+\d{4}"
_STANDARD_AHEAD = re.compile(
    rf"(?:{_NUMBER}|(?:团体|行业|国家|地方|强制性|推荐性|企业)标准(?:计划|项目|修订计划|制修订计划)?)\s?$"
)
# 《联合组建某某联盟》方案: what it is stands behind its title.
_PAPER_BEHIND = re.compile(r"(?:行动|自律)?(?P<head>方案|规划|计划|倡议书?|公约|宣言|承诺书)(?=[,。;的并、])")
# 实施制造强国战略的行动纲领——《某某制造2025》: or ahead of it.
_PAPER_AHEAD = re.compile(r"(?P<head>纲领|倡议书|宣言|公约)-*$")
_DRAFTED = re.compile(r"\([^()]*(?:征求意见稿|讨论稿|送审稿|报批稿|草案)\)$")
# 《甲》《乙》两项团体标准: what stands behind the last of a list is said of each.
_STANDARD_BEHIND = re.compile(
    rf"(?:(?:[、和及与]|以及)?《[^《》\n]{{2,60}}》){{0,8}}(?:\s?\(?{_NUMBER}|{_STANDARD}|的?(?:征求意见稿|讨论稿|报批稿|送审稿))"
)


_VERSION_BEHIND = re.compile(r"\(20\d\d年?版\)")  # 《某规范》(2026版)


def _documents(plain: str) -> list[Name]:
    names = []
    for match in _TITLE.finditer(plain):
        core = _TITLE_TAIL.sub("", match[1]).strip()
        ahead = _STANDARD_AHEAD.search(plain, max(0, match.start() - 24), match.start())
        standard = ahead or _STANDARD_BEHIND.match(plain, match.end()) or _DRAFTED.search(match[1])
        kind_told = _PAPER_BEHIND.match(plain, match.end()) or _PAPER_AHEAD.search(
            plain, max(0, match.start() - 6), match.start()
        )
        head = (
            _longest_tail(core)
            or _longest_tail(match[1].strip())
            or ("标准" if standard else None)
            or (kind_told and kind_told["head"])
        )
        if head is not None:
            kind = head_words()[head][0]
            version = _VERSION_BEHIND.match(plain, match.end())
            words = match[1].strip() + (version[0] if version else "")
            end = version.end() if version else match.end()
            names.append(Name(kind, words, head, match.start(), end, len(core) > len(head), "《"))
    return names


def _longest_tail(words: str) -> str | None:
    known = head_words()
    return next((words[i:] for i in range(max(0, len(words) - 10), len(words)) if words[i:] in known), None)


# --- fairs known by Latin letters ----------------------------------------------------------------


@cache
def lettered_fairs() -> Mapping[str, str]:
    """Return the fairs known by Latin letters, each with what the Chinese name of it holds, if it has one."""
    return {row["letters"]: row["called"] for row in table("lettered_fairs")}


_LATIN = re.compile(r"(?:20\d\d年?\s?)?(?P<letters>[A-Za-z][A-Za-z +&]+[A-Za-z])")


def called_by(name: str) -> str | None:
    """Return what the Chinese name holds of a fair whose name begins with the letters it is known by."""
    opening = _LATIN.match(name)
    return (opening and lettered_fairs().get(opening["letters"].upper())) or None


_LETTER, _LETTERS = re.compile("[A-Za-z]"), re.compile("[A-Za-z][A-Za-z]+")
_IN_LOWER_CASE = 8  # letters at least of a fair that is also written so: intertextile, no chic
_YEAR_AHEAD = re.compile(r"(?<!\d)20\d\d年?\s?$")
_LETTERED_TAIL = re.compile(
    r"(?:\s?20\d\d)?(?:\((?:20\d\d)?[春夏秋冬]{1,2}季?展?\)"
    r"|(?:[一-鿿](?<![在于将与和及的])){0,6}?(?:展览会|展会|(?<!会)展)(?![商位区出示开现品馆]))?"
)


# QTAF 2023昨日在杭州落幕: letters and a year that open and close are a fair, known or not.
_LETTERED_AND_HELD = re.compile(
    r"[A-Z]{3,8}\s?20\d\d(?=[^,。;\n]{0,20}?(?:[开闭启落]幕|收官|开展(?!了)|举[行办]|开门|招[商展募]|定档|报名|延期|改期|停办|取消))"
)


@cache
def _by_first_word() -> Mapping[str, Sequence[str]]:
    """Return the lettered fairs by their first word, the longest first."""
    fairs = sorted(lettered_fairs(), key=len, reverse=True)
    return {fair.split()[0]: [f for f in fairs if f.split()[0] == fair.split()[0]] for fair in fairs}


def _lettered(plain: str) -> Iterator[Name]:
    """Read the fairs that their letters name: ITMA 2023, 2022 CHIC(春季)."""
    for word in _LETTERS.finditer(plain):
        at = word.start()
        fairs = _by_first_word().get(word[0].upper(), ())
        if not fairs and (unknown := _LETTERED_AND_HELD.match(plain, at)):
            yield Name("event", unknown[0], "展", at, unknown.end(), True)
            continue
        end = next((at + len(f) for f in fairs if plain[at : at + len(f)].upper() == f), None)
        if end is None or _LETTER.match(plain, end) or (word[0].islower() and len(word[0]) < _IN_LOWER_CASE):
            continue
        year = _YEAR_AHEAD.search(plain, max(0, at - 6), at)
        tail = _LETTERED_TAIL.match(plain, end)
        begin, end = year.start() if year else at, tail.end() if tail else end
        yield Name("event", plain[begin:end], "展", begin, end, True)


# --- meetings and events in running words --------------------------------------------------------


_SENTENCE_STOP = re.compile(r"[。!?;\n]")


@dataclass(frozen=True, slots=True)
class _Words:
    """The sentences of a text that hold a head, cut into words, with what the reading to the left asks of them."""

    plain: str
    words: Sequence[tuple[str, str]]
    begins: Sequence[int]
    dates: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, plain: str, heads: Sequence[tuple[int, int]]) -> _Words:
        words: list[tuple[str, str]] = []
        begins: list[int] = []
        dates: list[tuple[int, int]] = []
        reach = 0
        stops = [*(m.start() for m in _SENTENCE_STOP.finditer(plain)), len(plain)]
        for head, _ in heads:
            if head < reach:
                continue
            # The sign before the sentence is what ends there.
            after = bisect_right(stops, head)
            at, reach = stops[after - 1] if after else 0, stops[after]
            dates += (m.span() for m in _DATE.finditer(plain, at, reach))
            cut = tagged(plain[at:reach])
            words += cut
            begins += accumulate((len(word) for word, _ in cut[:-1]), initial=at)
        return cls(plain, words, begins, dates)

    def ending(self, place: int) -> tuple[str, str, int]:
        """Return the word that ends at a place (its part before it), its part of speech and where it begins."""
        index = bisect_right(self.begins, place - 1) - 1
        begin = self.begins[index]
        return self.plain[begin:place], self.words[index][1], begin

    def dated(self, place: int) -> bool:
        """Tell whether a place lies within a date."""
        return any(b <= place < e for b, e in self.dates)


def _gatherings(plain: str) -> list[Name]:
    heads = _heads(plain)
    if not heads:
        return []
    text = _Words.of(plain, heads)
    names: list[Name] = []
    for begin, end in heads:
        name = _name_at(text, begin, end)
        if name is not None and (two := _two_in(name)):
            names = [*(n for n in names if n.end <= name.begin), *two]
        elif name is not None:
            names = [n for n in names if not (name.begin <= n.begin and n.end <= name.end)]
            names = [n for n in names if not _is_apposed(plain, n, name)]
            name = _joined(plain, names, name)
            names = [n for n in names if n.begin < name.begin]
            outer = _explained_by(plain, names, name)
            names = [n._replace(aliases=(*n.aliases, name.text)) if n is outer else n for n in names]
            names += [] if outer else [name]
    return names


def _explained_by(plain: str, names: Sequence[Name], name: Name) -> Name | None:
    """Return the event whose second name stands in brackets behind it: 2031某皮草博览会(某皮草交易会暨某文化节)."""
    bracketed = plain[name.begin - 1 : name.begin] == "(" and plain.startswith(")", name.end)
    return next((n for n in names if n.proper and n.end == name.begin - 1), None) if bracketed else None


# “甲系列2007”及“乙荟萃2007”时装展 and 第22届甲博览会/第7届乙时装周 are two.
_TWO_NAMES = (
    re.compile(r"“(?P<one>[^“”]{4,24})”(?:[和与及、]|以及)“(?P<other>[^“”]{4,24})”[^“”]{2,6}[展会周节赛]"),
    re.compile(r"(?P<one>[^/]{6,}[展会周节赛])/(?P<other>(?:第.{1,4}届|20\d\d)[^/]{4,}[展会周节赛])"),
)


def _two_in(name: Name) -> tuple[Name, ...]:
    words = next(filter(None, (pattern.fullmatch(name.text) for pattern in _TWO_NAMES)), None)
    return tuple(_one_of(name, words, group) for group in ("one", "other")) if words else ()


def _one_of(name: Name, words: re.Match[str], group: str) -> Name:
    begin, end = (name.begin + place for place in words.span(group))
    return name._replace(text=words[group], begin=begin, end=end, marks="“", aliases=())


def _is_apposed(plain: str, name: Name, official: Name) -> bool:
    """Tell whether a name only says what the official one behind it is: 年度盛会--某某大会, 某联盟年会“第八届某大会”."""
    between = plain[name.end : official.begin]
    counted = name.kind == official.kind and not _EDITION.search(name.text) and _EDITION.search(official.text)
    return between == "--" or bool(between in ("“", " ") and counted)


# Between 暨 and where the reading of the second part began: more than a few words, or a clause of its own.
_PARTED = re.compile(r"[,。;:!?\n]|.{16}")


def _joined(plain: str, before: list[Name], name: Name) -> Name:
    """Return 某大会暨某论坛 whole where the reading of its second part stopped at 暨 or began within the first."""
    last = before[-1] if before else None
    if last is None or last.marks or name.marks or not last.proper or name.begin <= last.begin:
        return name
    within = name.begin < last.end and "暨" in plain[last.begin : name.begin]
    behind = plain.startswith("暨", last.end) and not _PARTED.search(
        plain, last.end + 1, max(name.begin, last.end + 1)
    )
    if not (within or behind or _is_sitting_too(plain, last, name)):
        return name
    return name._replace(text=plain[last.begin : name.end], begin=last.begin, kind=last.kind, proper=True)


# A second sitting of the same body: …会员大会及八届五次常务理事会, 七届三次副会长会议及2025年监事会一次会议.
_SITTING_TOO = re.compile(
    r"(?:[及和与]|以及)(?:20\d\d年)?(?:第?[一二三四五六七八九十\d]+届)?(?:第?[一二三四五六七八九十\d]+次)?"
    r"(?:[理监]事会?|常务|会员|代表大会|副?会长|主席)"
)


def _is_sitting_too(plain: str, first: Name, name: Name) -> bool:
    """Tell whether a name is that of a sitting held as one with the counted one before it (guide rule 1)."""
    told = _SITTING_TOO.match(plain, first.end)
    counted = _EDITION.search(first.text) and _EDITION.search(name.text)
    both = first.kind == name.kind == "meeting"
    whole = not _COUNTED_ON.match(plain, name.end)
    return bool(both and counted and whole and told and name.begin < told.end())


_COUNTED_ON = re.compile(r"第?[一二三四五六七八九十\d]+次")  # 监事会|一次会议


def _heads(plain: str) -> list[tuple[int, int]]:
    """Find the head words: of two that overlap the longer one, of neighbours that touch one."""
    matches = [
        (b, e)
        for b, e in _head_spans(plain)
        if not (_NOT_AFTER_HEAD.match(plain, e) or _NOT_BEFORE_HEAD.search(plain, max(0, b - 2), b + 1))
        and not (plain[e - 1] in "市县区镇" and any(is_region(plain[b - n : e]) for n in (1, 2) if b >= n))
    ]
    taken: list[tuple[int, int]] = []
    for begin, end in sorted(matches, key=lambda span: (span[0] - span[1], -span[1])):
        if not any(begin < e and b < end for b, e in taken):
            taken.append((begin, end))
    taken = [(b, e + 1 if plain[e - 1] == "会" and plain.startswith("议", e) else e) for b, e in taken]
    # 文化活动|周 is a week, as its longest words from the right say.
    known = head_words()
    return sorted(
        (e - 2, e + 1) if plain.endswith("活动", b, e) and plain[e - 2 : e + 1] in known else (b, e)
        for b, e in taken
    )


# 某某巡回推介会成都站: the stop of a tour is a name of its own.
_STATION = re.compile(r"[·-]?(?P<town>[一-鿿]{2,4})站(?![点台长内])")


def _name_at(text: _Words, begin: int, end: int) -> Name | None:
    plain = text.plain
    head = plain[begin:end]
    kind, weak = head_words().get(head) or head_words().get(head.removesuffix("议")) or ("event", False)
    if head in _BODY_HEADS and not _convened(plain, begin, end):
        return None
    quote = _quoted(plain, begin, end)
    if quote is not None:
        start, stop, marks = quote[0], quote[1], "“"
        start += _slogan(plain[start:stop])
        if counted := _COUNTED_QUOTE.search(plain, max(0, start - 12), start):
            start, stop, marks = _leftmost(text, counted.start()), stop + 1, ""
            start = max((m.end() for m in _ANOTHER.finditer(plain, start, counted.start())), default=start)
            start += _lead(plain[start : counted.start()])
    else:
        start, stop, marks = _leftmost(text, begin), end, ""
        start += _lead(plain[start:begin])
        start -= _town_ahead(plain, start)
        if "周年" in plain[start:begin] and (kept := _YEARS_KEPT.search(plain, max(0, start - 22), start)):
            start = _leftmost(text, kept.start())
            start += _lead(plain[start : kept.start()])
        if counted := _SO_MANY_SHOWS.search(plain, start, begin):
            start = counted.end()
    if marks == "" and (act := _JOINT_ACT.match(plain, stop)):
        stop = act.end()
    station = _STATION.match(plain, stop)
    if station and marks == "" and is_region(station["town"]):
        stop = station.end()
    if dated := _YEAR_BEHIND.match(plain, stop):
        stop = dated.end()
    suffix = _SUFFIX.match(plain, stop)
    if suffix and marks == "" and not re.search(r"简称|讯|摄", suffix[0]):
        stop = suffix.end()
    if marks == "" and (run := list(_RUN_ON.finditer(plain, start, begin))):
        start = run[-1].end()
    if stop - start > LONGEST:
        return None
    words = _EXPLAINED.sub("", plain[start:stop]).strip(" \n、,")
    if marks == "" and words.startswith("“") and words.endswith("”") and words.count("“") == 1:
        words = words[1:-1]
    if (inner := _FAIR_AND_WHAT_IT_IS.fullmatch(words)) and _ends_name(inner["name"]):
        words, head = inner["name"], _longest_tail(inner["name"]) or head
    kind = kind if head == "活动" else leading_kind(words) or kind
    if head in _VERBISH and not (marks or _EDITION.search(words) or _UNDER_A_MOTTO.match(words)):
        return None
    return Name(
        kind,
        words,
        head,
        start,
        stop,
        (_is_proper(words, head, weak, kind) or bool(marks and SHORT_FAIR.fullmatch(words)))
        and not _ALL_OF_THEM.search(plain, max(0, start - 5), start),
        marks,
        _aliases(plain, stop + (marks != "")),
    )


# 纪念创建某名城|十周年座谈会: what the years are kept of, be it told by a verb.
_YEARS_KEPT = re.compile(r"(?:纪念|庆祝)[一-鿿“”]{2,20}$")
_ANOTHER = re.compile("”[和与及、]")  # 第46届“甲节”和第13届“乙展” are two
_YEAR_BEHIND = re.compile(r"(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})(?=”)")  # “某服装节二○二一”


# 走完9场大秀: a number of shows, cut as one word with what was done to them.
_SO_MANY_SHOWS = re.compile(r"(?:\d|[一二两三四五六七八九十百多数几])[余多]?[场堂节]$")


def _town_ahead(plain: str, start: int) -> int:
    """Count the characters of the town that a name in brackets stands behind: 于都(深圳)产业园签约仪式."""
    sizes = (2, 3, 4) if plain.startswith("(", start) else ()
    return next((n for n in sizes if start >= n and region_of(plain[start - n : start])), 0)


# 两大时装展览会 are those named before.
_ALL_OF_THEM = re.compile(
    "[两二三四五六七八九十]大$|(?<![第十])(?:[两三四五六七八九十]|十余|多|数)[个场](?:重要|大型|专业)?$"
)


def leading_kind(words: str) -> Kind | None:
    """Return the kind of a joint name's first part, which leads: 时装周暨设计师大会, 会员大会暨培训班."""
    first, joint, _ = words.partition("暨")
    return kind_of(first) if joint and _ends_name(first) else None


# “某时装周”比赛 is the 时装周.
_FAIR_AND_WHAT_IT_IS = re.compile(r"“(?P<name>[^“”]{4,40})”(?:比赛|竞赛|展演|评选|活动)")
# Words such as 调研 and 签约 name an event only where an edition, a year or quotation marks single it out.
_VERBISH = frozenset(
    [
        "评选",
        "复评",
        "评比",
        "专业评比",
        "调研",
        "专题调研",
        "考察",
        "走访",
        "走访调研",
        "考察交流",
        "参观考察",
        "参展",
        "组团参展",
        "签约",
        "揭牌",
        "授牌",
        "战略合作",
        "校企合作",
        "采风",
        "走秀",
        "展团",
    ]
)


_UNDER_A_MOTTO = re.compile(r"“[^”]{4,30}”(?:主题|专题|专项|系列)|.*”评选$|“[^”]{1,14}杯”")
# Fairs told one behind the other, their line breaks lost: …博览会中国国际…展览会.
_RUN_ON = Rule(
    r"(?:企业|展商|品牌|代表团)(?:组团)?参展(?=[一-鿿\d]{2})|(?:博览会|展览会|交易会)(?:\([^()]{1,8}\))?(?=中国(?:国际)?[一-鿿]|第[一二三四五六七八九十\d]+届)|[节周](?=第[一二三四五六七八九十\d]+届)"
    r"|[村镇乡区县市](?:启动|开展|推进|实施)了?(?=20\d\d年|(?:第[一二三四五六七八九十\d]+|首)[届期])"
)
_COUNTED_QUOTE = re.compile(r"(?:第[一二三四五六七八九十百\d]{1,4}|首)届[“‘]$")
_SLOGAN = re.compile(r"(?P<slogan>[^\n]{4,40}--)(?:第[一二三四五六七八九十\d]+届|(?:19|20)\d\d)")


def _slogan(words: str) -> int:
    """Count the characters of a motto put before a name within its quotation marks."""
    match = _SLOGAN.match(words)
    return match.end("slogan") if match and not _ends_name(match["slogan"][:-2].rstrip("-")) else 0


def _convened(plain: str, begin: int, end: int) -> bool:
    """理事会 is a body unless it is counted (一届二次理事会) or comes together."""
    return (
        plain[max(0, begin - 1) : begin] == "次"
        or bool(_CONVENED.match(plain, end))
        or plain[max(0, begin - 1) : begin] in "暨开"
        or bool(_CALLS_IT.search(plain, max(0, begin - 6), begin) and plain[end : end + 1] in ",。")
    )


_QUOTE_END = re.compile(r"(?:\([^()]{1,12}\)|暨?[^“”‘’。!?;,\n]{0,20}?)(?=[”’])")
_CALLS_IT = re.compile(r"(?:召开|举行|举办)了?(?:紧急|临时|扩大|特别|专题)?$")


def _quoted(plain: str, begin: int, end: int) -> tuple[int, int, str] | None:
    """Find the quotation marks that hold the whole name, the head being its last word."""
    tail = _QUOTE_END.match(plain, end, end + 40)
    if tail is None or (tail[0] and not tail[0].startswith("(")):
        return None
    depth = 0
    for place in range(begin - 1, max(-1, begin - LONGEST), -1):
        sign = plain[place]
        if sign in "。!?;\n":
            return None
        if sign == "”" or (sign == "’" and plain[end + len(tail[0])] == "’"):
            depth += 1
        elif sign == "“" or (sign == "‘" and plain[end + len(tail[0])] == "’"):
            if depth == 0:
                return place + 1, end + len(tail[0]), sign
            depth -= 1
    return None


def _leftmost(text: _Words, begin: int) -> int:
    """Walk left from the head to the first character that belongs to the name."""
    plain, place = text.plain, begin
    while place > 0 and begin - place < LONGEST:
        before = plain[place - 1]
        if before == "】" or (before in " 0123456789" and _DATED.search(plain, max(0, place - 24), place)):
            return place
        if before == "’" and _YEAR_STROKE.search(plain, max(0, place - 6), place):
            return place - len("2015’")
        if before in _CLOSE:
            opening = plain.rfind(_PAIR[before], max(0, place - 40), place - 1)
            byline = before == ")" and re.search(
                r"(?:讯|日电|专电)\s?$", plain[max(0, opening - 3) : max(0, opening)]
            )
            if opening < 0 or byline or re.search(r"[。;!?\n]|记者", plain[opening:place]):
                return place
            if _EXPLAINED.fullmatch(plain, opening, place) and _ends_name(plain[:opening]):
                return place
            place = opening
            continue
        word, tag, word_begin = text.ending(place)
        if _stops(text, word, tag, place, begin - place >= 4):
            called = _CALLED.search(plain, max(0, place - 40), place)
            if called and (called["as"] or begin - place < _OWN_NAME):
                return called.start("name")
            anchor = _anchor(text, place, begin)
            if anchor is None:
                return place
            word_begin = anchor
        place = word_begin
    return place


_YEAR_STROKE = re.compile(r"(?<!\d)20\d\d’$")  # 2015’中国国际棉花会议
# 某大赛启动仪式暨某赛区海选活动: 活动 makes a name only behind another.
_JOINT_ACT = re.compile(r"暨(?:(?![在于将由了等])[一-鿿“”·\d]){2,24}?活动(?![中上内日期周月])")
# A date in figures right before a name: 2023/10/18-10/20 第十届….
_DATED = re.compile(r"\d{1,4}([./-])\d{1,2}(?:[./-]\d{1,2})*\s?$")
# What a thing is called belongs to its name; its motto only where it has hardly another (主题为“某某”的研讨会).
_OWN_NAME = 4
_CALLED = Rule(r"(?:(?P<as>名为|题为|名叫|叫做)|主题为)(?P<name>“[^“”\n]{2,24}”)的$")
# What a name of a thing opens with, or stands behind: 第三届, 首届, “某某杯”, 召开的. All between it and the head
# belongs to the name.
_ANCHOR = re.compile(
    r"(?:第[\d一二三四五六七八九十百]{1,4}|首)[届期](?:“[^“”\n]{1,14}”)?|“[^“”\n]{1,14}杯”|(?:召开|举行|举办)的(?!“)"
)
_WIDEST_ANCHORED = 40
_NOT_ANCHORED = re.compile(r"[,。;:!?()《》“”的了在于由将为是]|--")


def _anchor(text: _Words, place: int, head: int) -> int | None:
    """Return where the opening of a name ends that a verb within it parts from the head: “某杯”织布工和整经工技能竞赛."""
    plain = text.plain
    if _ANCHOR.search(plain, place, head) or plain[place - 1] in ",。;:!?\n":
        return None
    opening = max(
        _ANCHOR.finditer(plain, max(0, head - _WIDEST_ANCHORED), place), key=re.Match.end, default=None
    )
    if opening is None or opening.end() == place or _NOT_ANCHORED.search(plain, opening.end(), place):
        return None
    at = place
    while at > opening.end():
        word, tag, at = text.ending(at)
        if word in _uses("stop") or tag[0] in "pury" or _ends_name(plain[opening.end() : at + len(word)]):
            return None
    return opening.end()


# A short form explained within a name is no part of it: …分会(以下简称丙分会)成立大会.
_EXPLAINED = re.compile(r"\((?:以下|下)?(?:均|统|合)?(?:简称|称)[^()]*\)")
# A stop typed as a dot, behind words in quotation marks or before a number: "成年礼".第十八届….
_FULL_STOP = re.compile(r"[”\"’)]\.[一-鿿\d]|[一-鿿]\.(?:第[\d一二三四五六七八九十]|\d|(?:开幕|闭幕))")
_NAME_SIGNS = frozenset("·-/&+.'×") | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
# Of the words for times those that point at one; 元宵, 春季 and 五一 stand in names.
_MOMENT = re.compile(
    r"^(?!现代|当代|近代|[上下]半年)[今昨明前后当次本上下近目现]|[日月号时点旬晨晚午]$|期间|以来|同期"
)
_COUNT = re.compile(
    r"(?:[一二两三四五六七八九十百千几多数余]+|\d+余?)(?:个|场|项|家|名|位|类|种|轮|批|条|大)"
)
_LATER_PART = re.compile(
    r"第[^届次期]{1,4}[届次期]|\d{4}|[“\"]|中国|全国|国际|全球|世界|(?:省|市|县|协会|商会|联合会|委员会)"
)


# 首届中俄皮草文化展, 2031中法时装节, as they were cut: 中|俄.
_WITH_CHINA = re.compile(
    r"(?:^|(?<=[届年·“\d,。;:、\n]))中[俄法意日韩美英德欧非巴越泰印蒙西葡澳乌哈阿缅柬埃墨](?![国本罗大洲])"
)
# 国际成衣及|时装材料展, 继续|教育培训班, as they were cut.
_CUT_WITHIN = {"及时": "装", "继续": "教育"}


_ON_SITE = re.compile(r"[一-鿿]{2}会")  # 现场交流会, 现场观摩会
_CUT_SHORT = ("循环再", "回收再", "综合再", *(f"{ware}都" for ware in "鞋袜丝绸皮绣服装纱棉布衫裘革"))


def _stops(text: _Words, word: str, tag: str, place: int, proper: bool) -> bool:
    plain = text.plain
    if tag == "c" and len(word) == 2 and word[1] in "和与" and word not in _uses("stop"):
        word = word[1]  # 织布|工和|整经工, as it was cut
    if word == "支持" and plain.endswith(("金融支持", "政策支持", "技术支持"), 0, place):
        return False  # 金融支持纺织服装发展签约仪式
    if word in _AS_ATTRIBUTE and plain.startswith(("单位", "城市"), place):
        return False  # 某年会承办单位交接仪式
    if plain.startswith("中国", place - 1):  # 2019中|国家|纺协会, as it was cut
        return False
    if _SHORT_BODY.search(plain, max(0, place - 3), place + 2):  # 中国服|协|男装专委会, as it was cut
        return False
    if word == "组织" and plain[place : place + 1] in ("(", "第"):  # 国际毛纺组织(简称…)第80届年会
        return False
    if len(word) == 1 and (at := plain.find("于", max(0, place - 2), place)) >= 0 and region_at(plain, at):
        # 于都服博会: 于 and what is behind it are words, but where they are a town
        return False
    if word[-1] in "再都" and plain.endswith(_CUT_SHORT, 0, place):
        return False  # 循环再|利用分会, 中原鞋都|国际鞋业论坛, as they were cut
    if word == "现场" and _ON_SITE.match(plain, place):
        return False
    if word in _CUT_WITHIN and plain.startswith(_CUT_WITHIN[word], place):
        return False
    if word == "中" and _WITH_CHINA.match(plain, place - 1):
        return False
    if tag[0] == "v" and plain.startswith("暨", place):  # 评选揭晓暨…新闻发布会: 暨 begins no name
        return False
    if word == "、":
        return not _joins(plain, place)
    if plain.endswith("可持续", 0, place) or plain.startswith("可持续", place - 1):
        return False
    if word == " ":
        return not re.search(r"(?:\d|届|年|”|》|[A-Za-z])$", plain[max(0, place - 3) : place - 1])
    if word == "等" and plain.endswith("》", 0, place - 1) and _SO_MANY.match(plain, place):
        return False  # 《甲》等6项行业标准审定会
    if word in ("和", "与", "及") and (plain[place - 2] == "》" or SHORT_FAIR.match(plain, place)):
        return True  # 某产业和服博会 and 《某章程》和成立大会 are two
    if word in ("和", "与", "及") and plain[place - 2] == "”" and _ends_name(plain[: place - 2]):
        return True  # “某织造论坛”和“振兴县域”论坛 are two
    if word in _uses("keep") or word in ("暨", "与", "和", "及", "各地", "—"):
        parts = word in ("与", "和", "及") or (tag == "v" and region_at(plain, place))
        return bool(parts and _ends_gathering(plain[max(0, place - 12) : place - len(word)]))
    # 第四届第一次理事会, 理事会第一次会议 and 某协会第一次会员大会 count, the first time does not.
    if word == "第一次" and _COUNTS_FIRST.search(plain, max(0, place - 8), place - 3):
        return False
    if word in _uses("stop") or text.dated(place - 1) or (tag != "a" and _DONE_TO.fullmatch(word)):
        return True
    if plain.endswith("--", 0, place):
        left = re.split(r"[,。;:!?\n的]", plain[max(0, place - 40) : place - 2])[-1]
        return not (
            _ends_name(left) and (_EDITION.search(left) or "”" in left) and not _NTH_EVER.search(left)
        )
    if word in "丨|":
        return True
    if word == "." and _FULL_STOP.match(plain, place - 2):
        return True
    if tag == "x" and not word.isalnum():
        return word not in _NAME_SIGNS
    if _COUNT.fullmatch(word):
        return word not in ("十大", "百大")  # 十大新闻, 十大服装品牌 are kinds of their own
    if tag == "v" and region_of(word) is None and not _GOODS.match(plain, place):
        whole = proper or _WHOLE_NAME.match(plain, place) or region_at(plain, place)
        return bool(whole) and len(word) > 1 and word[-1] not in "装品机料布业服鞋帽纱"
    if tag == "t":
        return bool(_MOMENT.search(word))
    stops = (tag[0] in "druyeo" and tag != "eng") or tag in ("c", "vd", "vi", "ad")
    return stops and region_of(word) is None


_AS_ATTRIBUTE = frozenset(("承办", "主办", "协办", "举办"))
_SHORT_BODY = re.compile(r"(?<=[国省市县区全])(?:[服纺针毛丝皮缝]协|纺联)(?![助作调力议定商同会])")
# A verb before these makes a kind of goods or trade: 洗涤设备, 缝制机械, 检测技术.
_GOODS = re.compile(r"设备|机械|机器|装备|器材|用品|材料")
_COUNTS_FIRST = re.compile(
    r"(?:届|[理监]事会|代表大会|会员大会|委员会|协会|商会|学会|联合会|公会|分会|联盟|暨|20\d\d年度?)$"
)
_SO_MANY = re.compile(r"\d+(?:项|个)")
_DONE_TO = re.compile(r"[一-鿿](?:好|下|过|完)")
# Before words that open a name a verb does something to it: 迎接首届…, 走进上海家纺展.
_WHOLE_NAME = re.compile(r"(?:首|第[一二三四五六七八九十百\d]+)届|20\d\d|中国|全国|世界")


# 新世纪第一个服装博览会 counts, it is no edition.
_NTH_EVER = re.compile(r"第[一二三\d]+个")


def _ends_name(words: str) -> bool:
    return _longest_tail(words) is not None or bool(_ENDS_IN_WARE.search(words))


def _ends_gathering(words: str) -> bool:
    """Tell whether words end in the name of a gathering; a paper's (服装标准|与检测技术培训班) parts nothing."""
    tail = _longest_tail(words)
    return bool(head_words()[tail][0] != "plan" if tail else _ENDS_IN_WARE.search(words))


_NO_NAME_PART = re.compile(
    r"(?:协会|商会|联合会|学会|政府|公司|集团|局|厅|委|部|院|中心|社|会长|秘书长|理事长|主席|主任|书记|[市县区镇]长)$"
)
# What the second half of one sitting's name counts: 第八届理事会第一次会议, 三届一次常务理事会.
_COUNT_AHEAD = re.compile(
    r"第?[一二三四五六七八九十\d]+届(?:第?[一二三四五六七八九十\d]+次)?(?:[理监]事|常务|会员|代表|全体|扩大|会长|主席)|(?:成立)?\d+周年(?:庆|暨|纪念)"
)


def _joins(plain: str, place: int) -> bool:
    """Tell whether 、 stands within one name: 第二届、…第三届换届大会, 男装、女装、童装专业委员会年会."""
    clause = _BEFORE_PART.split(plain[max(0, place - 60) : place - 1])[-1]
    parts, right = clause.split("、"), plain[place : place + 30]
    left = parts[-1]
    if re.search(r"第[^届次]{1,4}[届次]$|[一二三四五六七八九十]届$", left):
        return True
    if _COUNTED_SITTING.search(left) and "暨" in re.split(r"[,。;!?\n]", right)[0]:
        return True  # …七届三次委员会、2010年全国针织技术交流会暨…
    if _ends_name(left):
        joint = "暨" in clause or _EDITION.search(left)
        return bool(joint and _COUNT_AHEAD.match(right)) or (
            "暨" in clause and bool(_NTH.match(right)) and not _APART.search(plain, place, place + 80)
        )
    if _SOCIETY.fullmatch(left) and _SOCIETY.match(right) and not _CALLING.match(right):
        return True
    if _TRADES.fullmatch(clause.rpartition("暨")[2]):
        return True  # 化纤、纺织、丝绸产业合作项目现场对接会
    if (
        "”" in clause
        or any(_NO_NAME_PART.search(part) for part in parts)
        or any(len(part) > 8 for part in parts[1:])
    ):
        return False
    head = next(iter(_head_spans(right)), None)
    if head and _SUMMED_UP.match(right, head[1]):
        return False
    between = right[: head[0]] if head else right
    if _SHARED_WORD.fullmatch(left[-2:] + between[-2:]):
        return True  # 创业孵化基地、产学研合作基地|揭牌仪式: both end in what the head is said of
    return bool(_LATER_PART.search(parts[0])) and not _LATER_AT_START.match(between) and len(parts[0]) > 4


_TRADES = re.compile(r"(?:(?:化纤|纺织|丝绸|服装|印染|家纺|棉纺|毛纺|针织|童装|男装|女装|面料|纱线)、?)+")
_SHARED_WORD = re.compile(
    r"(?P<word>基地|中心|学院|平台|联盟|工坊|工作室|研究院|实验室|园区|展馆|大厦|市场|小镇|公司|分会)(?P=word)"
)
_COUNTED_SITTING = re.compile(
    r"届第?[一二三四五六七八九十\d]+次(?:全体)?(?:委员|[理监]事|常务理事)会(?:议)?$"
)
# 新品展示、贸易洽谈及行业论坛等一系列活动 lists what is done.
_SUMMED_UP = re.compile(r"等[^,。;]{0,6}活动")
# What ends before a part of a joint name: a clause, a preposition, a fair named whole (甲展和中国国际乙、丙展).
_BEFORE_PART = re.compile(
    r"[。;!?\n,:]|(?:由|在|于|了)(?=[^。]{4})|(?<=[展会赛节])(?:、|和|及|与|以及)(?=中国|全国|国际)"
)
_NTH = re.compile(r"(?:首|第[一二三四五六七八九十百\d]+)届")
_APART = re.compile(r"同期|分别|相继|先后|同时")
# 甲协会、乙学会2024年理事会: a meeting of two societies, each named from its region on.
_SOCIETY = re.compile(r"(?:中国|全国|[一-鿿]{2,8}?[省市区县])[一-鿿]{2,20}?(?:协会|学会|商会|联合会)")
_CALLING = re.compile(r"[^,。;\n]{0,40}?(?:主办|承办|召开|举行|举办|联合(?!会)|共同|的)[^,。;\n]{0,40}会")
_LATER_AT_START = re.compile(r"第[^届次期]{1,4}[届次期]|\d{4}|[“\"]|中国|全国|国际|全球|世界")


def _lead(words: str) -> int:
    """Count the characters at the left edge that are no part of the name."""
    cut = 0
    while cut < len(words) and (match := _LEAD.match(words[cut:])):
        cut += match.end()
    return cut


_COMMON = re.compile(
    r"^(?:主题|主旨|专题)?(?:演讲|报告|讲座)(?:和|与|及|以及|、)|[^一-鿿A-Za-z0-9]|^(?:专门|本次|此次|这次|本届|该|官方|配套|同期|全省|全市|全国|我省|我市|一|两|几|个|场|次|年度|专题|专项|主题|系列|相关|重要|各类|各种|大型|行业|(?:国|省|市|县|区|业|海)内外|国际|国内|同类型?|类似|产品|企业|项目|技术|产业|新闻|工作|现场|线上|线下|视频|专业|(?:国际|全国|世界|行业|区域|综合)性|知名|著名|品牌|纺织|旗下[一二两三四五六七八九十]大?|精彩|盛大|绚丽|华丽|创意)+$"
)


# Any fair or contest of the trade could be called so; such words alone single none out.
_TRADE = re.compile(
    r"(?:国家级|省级|市级|大型|专场|行业|纺织|服装|服饰|设计师?|时装|模特|面料|辅料|职业|技能|流行|趋势|时尚|新品|作品|展示|表演|获奖|入围|参赛|人才|招聘|创意|品牌|专业|产品|少儿|大学生|优秀|旗袍|汉服|华服|男装|女装|童装|奖|动态|静态|专题|主题|系列|文化|交流|发布(?:会|活动)?|活动|庆典|开幕式|闭幕式|走秀|以?及|和|与|展|秀|周|节|博览会|展览会|大奖?赛|评选|培训班|洽谈会|对接会|订货会|展示会|展销会|交易会)+"
)


_CEREMONIAL = re.compile(
    r"(?:决赛|暨)*(?:开工|奠基|签约|揭牌|授牌|颁奖|启动|开幕|闭幕|发布|剪彩|落成|竣工|揭幕|启用|挂牌|授旗|表彰|合作)+(?:仪式|典礼|活动|庆典|晚会)"
)


# 2024年某协会18项专项活动 are many.
_SO_MANY_OF = re.compile(r"(?:\d|[一二三四五六七八九十])(?:项|场|个)[一-鿿]{0,8}(?:活动|赛事|展会)$")
# 经贸洽谈及高端论坛 are what is done and any forum.
_DONE_AND = re.compile(
    r"(?:洽谈|展销|展示|推介|表演|评选|签约|参观|考察)(?:[、及和与]|以及)(?=[^、及和与]{3,})"
)
# A contest goes through them; alone they are none.
_ROUNDS = frozenset(["初赛", "复赛", "决赛", "半决赛", "资格赛"])


# 国内最高层次学术会议 says what something is.
_PRAISES = re.compile(r"最[高大具早有为强受]|[高多]层次|一流")
# 规模最大的一届会议 counts none.
_ONE_MORE = re.compile(r"(?:一[届次年镇县乡村][一-鿿]{2}、?)+")  # 一镇一节


_ROUND_ALONE = re.compile(
    r"总?[决初复]赛(?:暨?(?:颁奖|闭幕)(?:典礼|仪式|晚会|盛典|式))?"
)  # of the contest told above


def _is_proper(words: str, head: str, weak: bool, kind: Kind) -> bool:
    """Tell a name of its own (全国纺织产业集群工作会议) from a word for any such thing (专题会议)."""
    if _SO_MANY_OF.search(words):
        return False
    if _ONE_MORE.fullmatch(words) or _ROUND_ALONE.fullmatch(words):
        return False
    if kind == "event" and any(m[0].upper() in lettered_fairs() for m in _LETTERS.finditer(words)):
        return True  # 国际时尚汇展CENTRESTAGE
    if head not in head_words() and SHORT_FAIR.fullmatch(words):
        return True  # 汉博会
    if (counted := _EDITION.match(words)) and SHORT_FAIR.fullmatch(words, counted.end()):
        return True  # 第二十届织交会: no other fair is called so
    if _EDITION.search(words) or words.count("“"):
        return len(words) > len(head) and (kind == "meeting" or len(_EDITION.sub("", words)) > len(head))
    if _CEREMONIAL.fullmatch(words) or _PRAISES.search(words):
        return False
    if done := _DONE_AND.search(words):
        return _is_proper(words[done.end() :], head, weak, kind)
    rest = words[: words.rfind(head)] if head in words else ""
    if head in _ROUNDS and "赛" not in rest.replace("赛事", ""):
        return False
    if kind == "event" and _TRADE.fullmatch(rest + head.removesuffix("大赛")):
        return False
    return len(_COMMON.sub("", rest)) >= (3 if weak else 2)


def _aliases(plain: str, end: int) -> tuple[str, ...]:
    match = _ALIAS.match(plain, end)
    return (next(filter(None, match.groups())).strip(),) if match else ()


def kind_of(words: str) -> Kind | None:
    """Return the kind of the head word that some words end in, None where they end in none."""
    head = _longest_tail(words)
    return head_words()[head][0] if head else None


# --- what a name tells ---------------------------------------------------------------------------

_NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_COUNTED = branched(r"第?(?P<n>\d{1,3}|[一二三四五六七八九十百零]{1,5}|首)(?:届|次|期|回)")
_YEARS = re.compile(r"(?<!\d)(19\d\d|20[0-3]\d)(?!\d)年?度?")


def ordinal(words: str) -> int:
    """Read 25, 二十五, 一百零八 or 首."""
    if words.isdecimal():
        return int(words)
    if words == "首":
        return 1
    hundreds, _, rest = words.rpartition("百")
    tens, ten, ones = rest.strip("零").partition("十")
    value = (_NUMERALS.get(hundreds, 0)) * 100
    if not ten:
        return value + _NUMERALS.get(tens, 0)
    return value + _NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(ones, 0)


def series(name: str) -> Series:
    """Read the series and the edition out of a name: 第25届中国国际服装服饰博览会 is the 25th of its series."""
    match = _COUNTED.search(flat(name))
    if match is None:
        return Series()
    rest = flat(name)[: match.start()] + flat(name)[match.end() :]
    return Series(
        _YEARS.sub("", re.sub(r"^[“\"].{1,12}杯[”\"]", "", rest)).strip(" 、“”"), ordinal(match["n"])
    )


@lru_cache(maxsize=1024)
def ordinal_of(name: str) -> tuple[int, ...]:
    """Read every count in a name: 四届四次 gives (4, 4), 第25届 (25,), none ()."""
    return tuple(ordinal(m["n"]) for m in _COUNTED.finditer(flat(name)))


@lru_cache(maxsize=1024)
def year_of(name: str) -> int | None:
    """Read the year a name carries: 2013全国纺织产业集群工作会议."""
    match = _YEARS.search(with_years_in_figures(flat(name)))
    return int(match[1]) if match else None
