"""Where the name begins that a head word ends: read to the left, word by word, until something that cannot stand in a name.

A sentence sign, a verb of holding, a preposition and a date end it; so does what is parted from it by 、 and 和.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from bot.records.naming.editions import EDITION
from bot.records.naming.fairs import SHORT_FAIR
from bot.records.naming.heads import ends_gathering, ends_name, head_spans
from bot.records.places import region_at, region_of
from bot.records.rules import Rule
from bot.records.text import table, tagged

# The longest name met in the trade is a joint one of some sixty characters; a longer run is no name.
LONGEST = 72


@cache
def _uses(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("name_words") if row["use"] == use)


_OPEN, _CLOSE = '“‘《(〈[【"', '”’》)〉]】"'
_PAIR = dict(zip(_CLOSE, _OPEN, strict=True))
_DATE = Rule(
    r"(?:(?:19|20)\d\d年(?:度)?)?\d{1,2}月(?:\d{1,2}(?:日|号)?)?(?:\s*(?:-+|至|到)\s*(?:\d{1,2}月)?\d{1,2}(?:日|号)?)?|"
    r"(?:上|中|下)旬|\d{1,2}[::]\d\d(?:\s*-+\s*\d{1,2}[::]\d\d)?|\d{1,2}日|[一二三四五六七八九十]+月[一二三四五六七八九十]+日|\d{1,2}(?:时|点)"
)
_LEAD = re.compile(
    # 某公司董事长某某及|2022年某竞赛组委会, 某集群建设方案经|某市政府第85次常务会议审议通过
    r"^(?:(?:《[^《》\n]{2,40}》|[一-鿿“”\d]{0,30}(?:方案|规划|计划|条例|办法|意见|纲要|措施|公约))(?:\([^()\n]*\))?(?:已|日前|近日)*经(?![验济营典贸理销纬])(?=[一-鿿第])|[一-鿿]{2,40}(?:[长员师]|经理|主任|主席|书记|总监|教授|院士|代表)[一-鿿]{2,3}(?:以及|[及和与])(?=20\d\d年|第[^届]{1,4}届|首届)|现?(?:面?向)?(?:全国|全社会|社会|海内外|全球|国内外)?(?:公开)?征集(?=20\d\d|第[^届]{1,4}届|首届|“)|[一-鿿]{2,8}[网社报]讯\s+|(?:这也?是)?继(?=全国|中国|第|20|“|[一-鿿]{4})|(?:切实|认真|全力)?(?:做好|抓好|办好|备战)(?=[“第首全]|20\d\d)|[将喜又再]{0,2}迎来?(?=20\d\d|第[一二三四五六七八九十\d]|首届|全[省市国县区]|[一-鿿]{2,14}(?:协会|商会|学会|联合会)|[一-鿿]{2,3}[省市])|[逛看](?=[一-鿿]?$)|[逛看听走转跑]?完了?(?=[一-鿿\d“第]{2})|《[^《》\n]{1,20}》(?:[捧摘夺斩拿抱][走得下获回]|荣?获|问鼎)|[一-鿿]{2,8}逛(?=[一-鿿]{2})|(?:[一-鿿]{0,6}(?:企业|展商|品牌|展团|代表团))?[携带][一-鿿]{1,6}(?:参展|亮相|参加|登陆)(?=第|20\d\d|[一-鿿]{3})|[一-鿿]{2,10}(?:第[一二三四五六七八九十]{1,2}次|再[次度]|首次|又)走进(?=[一-鿿]{2})|(?:(?![届年会展节周赛暨和与及])[一-鿿]){2,6}(?=中国国际[一-鿿]{3})|[一-鿿]{0,8}组团(?:逛|看|赴|奔赴|亮相|参[加观展]|观摩)(?=[一-鿿\d“])|[一-鿿]{2,10}(?:变身|化身|变成)|进行(?=[决复初半总颁]|$)|近?[\d一二三四五六七八九十百千万余多]+家[一-鿿]{0,8}?(?:参展|亮相|齐聚|参加|闪耀|抢滩|集结)(?=[一-鿿]{3})|距离?|离(?=第|20\d\d年?[一-鿿]|[一-鿿]{2}[^,。;]*开|[一-鿿]$)|[一-鿿]{0,12}(?:盛事|盛会|大戏|盛宴|重头戏|压轴戏)(?:-+|—+)?(?=[“第首]|20\d\d|(?<=[-—])[一-鿿]{2})|\([^()\n]{2,14}(?:电|讯|报道|专电)\)|20\d\d\.\d{1,2}(?:\.\d{1,2})?(?!\d)|\d{1,2}[.)](?!\d)|[一-鿿]{2,16}(?:协会|商会|联合会|政府|公司|集团)(?:发布|宣布|公布|透露)了?(?=[一-鿿(“第\d]{3})|图为|(?:[开闭]幕(?:式|仪式)|晚宴|酒会|招待会)暨(?=.{4})|\d{1,2}\s+(?=[第首一-鿿]|20\d\d)|(?:以?下)?(?:均|统)?简称为?|(?:征集|调整|申报|推荐|征稿)(?=[“\d第首])|(?:共|还|将|拟)*安排(?=[一-鿿“]{2})|(?:调整(?!优化|结构|产业|升级)|变更|更改|推迟|延迟|顺延)(?:举[行办]|召开)?(?=[一-鿿\d第首“(]{2})|一届(?=[^一二三四五六七八九十]{2})|[\s、,:;.·*/\-”’)》]|[和与及同以](?!色)|(?:一|两|二|三|四|五|六|七|八|九|十|\d+|首|多|几|数|各|本|此|该|每|这|那)(?:场|个|项|次(?!会员|代表|理事|常务)|轮|系列)|"
    r"(?:场|项|系列)(?=[第二2中全“])|[新又]一[届轮季](?=.)|\d{1,2}(?=[一-鿿])(?!届|周年|省|·|世纪)|日(?=[一-鿿]{3})|[本今]年度?(?=[一-鿿]{2})|天的|[一两三半]天(?=[一-鿿]{4})|度(?!假)(?=[一-鿿]{2})|[节堂](?![能约水日庆气目食])(?=[一-鿿]{2})|年度?(?=[一-鿿])(?!会|度|货|轻)|的|为期.{1,4}天|重要|[一-鿿]{1,2}的(?=[一-鿿]{2})|扩大(?!会)(?=[一-鿿]{0,12}$)|设(?![计备施立])(?=[一-鿿]{5})|第[一二三四五六七八九十\d]+[个场家堂]|[个场](?=[一-鿿]{4})|家(?![纺居装具电用庭])(?=[一-鿿]{4})|组作品(?=[一-鿿])|主题(?=[^,。]{6})|[a-z]{4,}(?=中国|全国|国际)|[^第\s]{2,24}(?:中心|酒店|宾馆|大厦|会堂|体育馆|广场)(?=第[一二三四五六七八九十百\d]+届|20\d\d)|[一-鿿]{2,4}之[一二三四五六七八九十]是?|经(?=协会|商会|学会|本会|理事|会长|党|[一-鿿]{0,2}[省市县区])|[\u0021-\u0027*+]+)"
)
_SENTENCE_STOP = re.compile(r"[。!?;\n]")


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of a text that hold a head, cut into words, with what the reading to the left asks of them."""

    plain: str
    words: Sequence[tuple[str, str]]
    begins: Sequence[int]
    dates: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, plain: str, heads: Sequence[tuple[int, int]]) -> Words:
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

    def whole(self, place: int) -> int:
        """Return where the word begins that a place stands in."""
        return self.begins[bisect_right(self.begins, place) - 1]

    def dated(self, place: int) -> bool:
        """Tell whether a place lies within a date."""
        return any(b <= place < e for b, e in self.dates)


def leftmost(text: Words, begin: int) -> int:
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
            if before == "》" and _RUBRIC.match(plain, plain.rfind("\n", 0, opening) + 1, place):
                return place
            byline = before == ")" and re.search(
                r"(?:讯|日电|专电)\s?$", plain[max(0, opening - 3) : max(0, opening)]
            )
            if opening < 0 or byline or re.search(r"[。;!?\n]|记者", plain[opening:place]):
                return place
            apart = EXPLAINED.fullmatch(plain, opening, place) or _DAYS_OF.fullmatch(plain, opening, place)
            if apart and ends_name(plain[:opening]):
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


# The column a paper prints a headline under: 《两岸快递》某时装节开幕.
_RUBRIC = re.compile(
    r"\s*《[^《》\n]{0,8}(?:快递|快讯|速递|速报|要闻|播报|动态|简讯|观察|头条|展讯|资讯|专递|热点|焦点)》$"
)
_DAYS_OF = re.compile(r"\((?:20\d\d年)?\d{1,2}月\d{1,2}日?[^()]*\)")  # 甲展(11月8日-10日)、乙论坛
_YEAR_STROKE = re.compile(r"(?<!\d)20\d\d’$")  # 2015’中国国际棉花会议
# A date in figures right before a name: 2023/10/18-10/20 第十届….
_DATED = re.compile(r"\d{1,4}([./-])\d{1,2}(?:[./-]\d{1,2})*\s?$")
# What a thing is called belongs to its name; its motto only where it has hardly another (主题为“某某”的研讨会).
_OWN_NAME = 4
_CALLED = Rule(r"(?:(?P<as>名为|题为|名叫|叫做)|主题为)(?P<name>“[^“”\n]{2,24}”)的$")
# What a name of a thing opens with, or stands behind: 第三届, 首届, “某某杯”, 召开的. All between it and the head
# belongs to the name.
_ANCHOR = re.compile(
    r"(?:第[\d一二三四五六七八九十百]{1,4}|首)[届期](?:“[^“”\n]{1,14}”)?|“[^“”\n]{2,20}”|(?:召开|举行|举办|组织)的(?!“)|(?<=[,。日讯\n])(?:中国|全国)(?=[一-鿿]{4})"
)
_WIDEST_ANCHORED = 40
_NOT_ANCHORED = re.compile(r"[,。;:!?()《》“”的了在于由将为是]|--")

# “甲”、乙发布 and “甲”及“乙”两项展览 name more than what the marks say.
_PAST_A_MOTTO = re.compile(r"、|(?:[两二三四五六七八九十几多]|\d)[项场大个]")


def _anchor(text: Words, place: int, head: int) -> int | None:
    """Return where the opening of a name ends that a verb within it parts from the head: “某杯”织布工和整经工技能竞赛."""
    plain = text.plain
    if _ANCHOR.search(plain, place, head) or plain[place - 1] in ",。;:!?\n":
        return None
    opening = max(
        _ANCHOR.finditer(plain, max(0, head - _WIDEST_ANCHORED), place), key=re.Match.end, default=None
    )
    if opening is None or opening.end() == place or _NOT_ANCHORED.search(plain, opening.end(), place):
        return None
    if opening[0][0] == "“" and _PAST_A_MOTTO.search(plain, opening.end(), place):
        return None
    at = place
    while at > opening.end():
        word, tag, at = text.ending(at)
        if word in _uses("stop") or tag[0] in "pury" or ends_name(plain[opening.end() : at + len(word)]):
            return None
    return opening.end()


# A short form explained within a name is no part of it: …分会(以下简称丙分会)成立大会.
EXPLAINED = re.compile(r"\((?:以下|下)?(?:均|统|合)?(?:简称|称)[^()]*\)")
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
_ON_SITE = re.compile(r"(?:[一-鿿]{2}){1,3}会")  # 现场交流会, 现场观摩会
_CUT_SHORT = (
    "沪上",
    "陇上",
    "古着",
    "丝被",
    "绒被",
    "棉被",
    "毛被",
    "凉被",
    "夏被",
    "之都",
    "循环再",
    "回收再",
    "综合再",
    *(f"{ware}都" for ware in "鞋袜丝绸皮绣服装纱棉布衫裘革"),
)


def _stops(text: Words, word: str, tag: str, place: int, proper: bool) -> bool:
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
    if len(word) == 1 and tag == "d" and plain[place - 2 : place - 1] == "届" and region_at(plain, place - 1):
        return False  # 第六届均安某博览会: 均 and what is behind it are words, but here they are a town
    if word[-1] in "再都上着被" and plain.endswith(_CUT_SHORT, 0, place):
        return False  # 循环再|利用分会, 中原鞋都|国际鞋业论坛, as they were cut
    if (word == "现场" and _ON_SITE.match(plain, place)) or _TO_BE.match(plain, place - len(word)):
        return False
    if tag == "d" and len(word) > 1 and word[-1] in "剧布绣绸":
        return False  # 越剧, as it was cut for an adverb
    if word == "之" and plain[place : place + 1] in ("都", "乡", "城", "夜", "约"):
        return False  # 中国毛皮之都, as it was cut
    if word in ("产能", "智能", "节能"):
        return False  # a noun, as it was cut for a verb
    if word == "自主" and plain.startswith(("品牌", "创新", "知识"), place):
        return False  # 服装自主品牌建设座谈会
    if word in _CUT_WITHIN and plain.startswith(_CUT_WITHIN[word], place):
        return False
    if word == "上" and plain.startswith("巳", place):
        return False
    if word == "中" and (_WITH_CHINA.match(plain, place - 1) or _NATIONAL_SHORT.match(plain, place)):
        return False
    if word[-1] == "向" and tag in ("p", "nr"):
        return True  # 杨某|琼向|大会, as it was cut
    if tag[0] == "v" and plain.startswith("暨", place):  # 评选揭晓暨…新闻发布会: 暨 begins no name
        return False
    if word == "、":
        return not (_joins(plain, place) or (plain[place - 2] == "》" and plain.startswith("《", place)))
    if _SO_MANY.fullmatch(word) and plain[place - len(word) - 1] == "》":
        return False  # 《甲》《乙》两项团体标准审定会
    if plain.endswith("可持续", 0, place) or plain.startswith("可持续", place - 1):
        return False
    if word == " ":
        return not re.search(r"(?:\d|届|年|”|》|[A-Za-z])$", plain[max(0, place - 3) : place - 1])
    if word == "等" and plain.endswith("》", 0, place - 1) and _SO_MANY.match(plain, place):
        return False  # 《甲》等6项行业标准审定会
    if word in ("和", "与", "及") and (plain[place - 2] == "》" or SHORT_FAIR.match(plain, place)):
        return True  # 某产业和服博会 and 《某章程》和成立大会 are two
    if word in ("和", "与", "及") and plain[place - 2] == "”" and ends_name(plain[: place - 2]):
        return True  # “某织造论坛”和“振兴县域”论坛 are two
    if tag[0] == "v" and len(word) == 2 and SHORT_FAIR.match(plain, place):
        return True  # 某市发布服博会日程, 检查海博会布展情况
    if word.startswith("各") and _HEADS_OF_EACH.match(plain, place - len(word)):
        return False
    if word in _uses("keep") or word in ("暨", "与", "和", "及", "各地", "—"):
        parts = word in ("与", "和", "及") or (tag == "v" and region_at(plain, place))
        return bool(parts and ends_gathering(plain[max(0, place - 12) : place - len(word)]))
    # 第四届第一次理事会, 理事会第一次会议 and 某协会第一次会员大会 count, the first time does not.
    if word == "第一次" and plain.startswith(("会员", "理事", "代表大会"), place):
        return False
    if word == "第一次" and _COUNTS_FIRST.search(plain, max(0, place - 8), place - 3):
        return False
    if word in _uses("stop") or text.dated(place - 1) or (tag != "a" and _DONE_TO.fullmatch(word)):
        return True
    if plain.endswith("--", 0, place):
        left = re.split(r"[,。;:!?\n的]", plain[max(0, place - 40) : place - 2])[-1]
        return not (ends_name(left) and (EDITION.search(left) or "”" in left) and not _NTH_EVER.search(left))
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


# 某协会各市秘书长联席会议 is one meeting of those who lead its parts.
_HEADS_OF_EACH = re.compile(
    r"(?<=[会联盟省年度])各(?:地市?|省区?市?|市[县区]?|[县区](?:市区)?|地区|分支机构|分会|专委会|专业委员会|工作委员会|团体会员)(?=(?:[一-鿿]{2,6}(?:协会|商会))?(?:秘书长|会长|主任|主席|负责人|理事长|联络员|办事处|协会|商会))"
)
_TO_BE = re.compile(r"拟[一-鿿]{1,3}(?:企业|项目|公司|单位|人员|工程)")  # 拟入园企业项目推进会
_AS_ATTRIBUTE = frozenset(("承办", "主办", "协办", "举办"))
_SHORT_BODY = re.compile(r"(?<=[国省市县区全])(?:[服纺针毛丝皮缝]协|纺联)(?![助作调力议定商同会])")
# 在日前举行的中|针协某理事会上, as it was cut
_NATIONAL_SHORT = re.compile(
    r"[服纺针毛丝皮缝棉麻家印化产羽裘鞋帽][一-鿿]{0,2}协(?:(?=会[员长])|(?![会同作调议商助力定]))"
)
# A verb before these makes a kind of goods or trade: 洗涤设备, 缝制机械, 检测技术.
_GOODS = re.compile(r"织造|织机|设备|机械|机器|装备|器材|用品|材料")
_COUNTS_FIRST = re.compile(
    r"(?:届|[理监]事会|代表大会|会员大会|委员会|协会|商会|学会|联合会|公会|分会|联盟|小组|专班|工作组|指挥部|联席会|暨|20\d\d年度?)$"
)
_SO_MANY = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)(?:项|个)")
_DONE_TO = re.compile(r"[一-鿿](?:好|下|过|完)")
# Before words that open a name a verb does something to it: 迎接首届…, 走进上海家纺展.
_WHOLE_NAME = re.compile(r"(?:首|第[一二三四五六七八九十百\d]+)届|20\d\d|中国|全国|世界")
# 新世纪第一个服装博览会 counts, it is no edition.
_NTH_EVER = re.compile(r"第[一二三\d]+个")
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
    if _BOARD.search(left) and _OTHER_BOARD.match(right):
        return True  # 第一届理事会、监事会第一次会议
    if ends_name(left) or (left[-1:] in _SHOWS and EDITION.search(left)):
        joint = "暨" in clause or EDITION.search(left)
        return bool(joint and _COUNT_AHEAD.match(right)) or (
            "暨" in clause and bool(_NTH.match(right)) and not _APART.search(plain, place, place + 80)
        )
    if _SOCIETY.fullmatch(left) and _SOCIETY.match(right) and not _CALLING.match(right):
        return True
    if _OF_SOCIETIES[0].search(left) and _OF_SOCIETIES[1].match(right):
        return True
    if _TRADES.fullmatch(clause.rpartition("暨")[2]):
        return True  # 化纤、纺织、丝绸产业合作项目现场对接会
    if _PAPER.search(left) and _PAPER.match(right):
        return True  # “甲办法”、“乙方案”意见征求座谈会
    if (
        "”" in clause
        or any(_NO_NAME_PART.search(part) for part in parts)
        or any(len(part) > 8 for part in parts[1:])
    ):
        return False
    head = next(iter(head_spans(right)), None)
    if head and _SUMMED_UP.match(right, head[1]):
        return False
    between = _SORT.sub("", right[: head[0]] if head else right)
    if _SHARED_WORD.fullmatch(left[-2:] + between[-2:]):
        return True  # 创业孵化基地、产学研合作基地|揭牌仪式: both end in what the head is said of
    return bool(_LATER_PART.search(parts[0])) and not _LATER_AT_START.match(between) and len(parts[0]) > 4


_SHOWS = ("周", "节", "展", "赛", "季", "月", "秀")
_TRADES = re.compile(r"(?:(?:化纤|纺织|丝绸|服装|印染|家纺|棉纺|毛纺|针织|童装|男装|女装|面料|纱线)、?)+")
_PAPER = re.compile(r"“[^“”\n]{2,40}(?:办法|方案|规划|计划|意见|条例|标准|细则|规定|规范|公约)”")
_SORT = re.compile(r"(?:专题|专项|工作|现场|集中|联合|系列|启动|意见征求|征求意见)+$")
_SHARED_WORD = re.compile(
    r"(?P<word>环评|规划|方案|标准|技术|政策|办法|项目|基地|中心|学院|平台|联盟|工坊|工作室|研究院|实验室|园区|展馆|大厦|市场|小镇|公司|分会)(?P=word)"
)
_BOARD = re.compile(r"[理监]事会$")
_OTHER_BOARD = re.compile(r"(?:常务)?[理监]事会(?=第?[一二三四五六七八九十\d]*次?(?:联席|扩大|全体)*会议)")
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
# “某某”2025年某镇总商会、服装行业协会迎春晚会: what a motto or a year opens is one name.
_OF_SOCIETIES = (
    re.compile(r"(?:”|20\d\d年)[一-鿿]{2,12}(?:协会|学会|商会|联合会)$"),
    re.compile(
        r"[一-鿿]{2,12}(?:协会|学会|商会|联合会)(?:20\d\d年?)?[一-鿿]{0,6}(?:晚会|年会|大会|理事会|春茗|典礼|联谊会|庆典)"
    ),
)
_CALLING = re.compile(r"[^,。;\n]{0,40}?(?:主办|承办|召开|举行|举办|联合(?!会)|共同|的)[^,。;\n]{0,40}会")
_LATER_AT_START = re.compile(r"第[^届次期]{1,4}[届次期]|\d{4}|[“\"]|中国|全国|国际|全球|世界")


def lead(words: str) -> int:
    """Count the characters at the left edge that are no part of the name."""
    cut = 0
    while cut < len(words) and (match := _LEAD.match(words[cut:])):
        cut += match.end()
    return cut
