"""Where: regions, venues and online meetings in a text, with the province and city the words imply."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from bot.records.model import Place, Record
from bot.records.rules import Rule, hopeful
from bot.records.text import Lexicon, Span, any_of, flat, listed, table, tagged

Level = Literal["province", "city", "county", "town", "zone"]
PlaceKind = Literal["region", "venue", "online"]


@dataclass(frozen=True, slots=True)
class Region:
    """A place of the administrative map or of the trade's (a cluster town, a market)."""

    name: str
    level: Level
    province: str
    city: str | None


class PlaceMention(NamedTuple):
    """Words of a text that say where; ``quote`` is ``text[begin:end]``.

    ``kind`` is ``region`` for a bare region name, ``venue`` for where something is held (its text may
    still be a region alone: 在合肥举行), ``online`` for no place at all.
    """

    begin: int
    end: int
    quote: str
    place: Place
    kind: PlaceKind


OF_ONE_CITY = ("香港", "澳门")
_MUNICIPALITIES = frozenset({"北京", "上海", "天津", "重庆"})
# A city's one-character name in 在穗举行; the provinces' stand in regions.csv.
_CITY_SIGNS = {"穗": "广州", "蓉": "成都", "杭": "杭州", "甬": "宁波", "深": "深圳", "汉": "武汉", "宁": "南京",
               "榕": "福州", "郑": "郑州", "昆": "昆明", "邕": "南宁", "连": "大连", "济": "济南", "厦": "厦门",
               "温": "温州", "锡": "无锡", "筑": "贵阳", "莞": "东莞",
               "昌": "南昌", "并": "太原", "禾": "嘉兴", "绍": "绍兴", "通": "南通"}  # fmt: skip
_PROVINCE_SIGNS = {
    "京": "北京",
    "沪": "上海",
    "津": "天津",
    "渝": "重庆",
    "港": "香港",
    "澳": "澳门",
    "琼": "海南",
}


def _division(row: Mapping[str, str]) -> Region:
    city = row["city"] or None
    return Region(row["short"] or row["name"], row["level"], row["province"], city)  # type: ignore[arg-type]


def _trade_region(row: Mapping[str, str]) -> Region:
    province = row["province_short"]
    city = row["city"] or (province if province in _MUNICIPALITIES else None)
    return Region(row["short"], row["level"], province, city)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Atlas:
    """Every form a region is written in; ``free`` forms are safe in running text, ``below`` need a parent."""

    free: Mapping[str, tuple[Region, ...]]
    below: Mapping[str, tuple[Region, ...]]
    lexicon: Lexicon
    all_forms: Lexicon


@cache
def _atlas() -> _Atlas:
    free: dict[str, list[Region]] = {}
    below: dict[str, list[Region]] = {}
    for form, region, safe in _forms():
        known = (free if safe else below).setdefault(form, [])
        if region not in known and not any(
            (k.province, k.city) == (region.province, region.city) for k in known
        ):
            known.append(region)
    return _Atlas(
        {form: tuple(regions) for form, regions in free.items()},
        {form: tuple(regions) for form, regions in below.items()},
        Lexicon(free),
        Lexicon(form for form in (*free, *below) if len(form) > 1),
    )


def _forms() -> Iterator[tuple[str, Region, bool]]:
    """Yield each written form, its region and whether it stands for it without a parent before it."""
    for row in table("regions"):
        region, safe = _trade_region(row), not row["ambiguous"]
        for form in {row["name"], row["short"], *_suffixed(row["short"], row["level"])}:
            yield form, region, safe or form.endswith(("镇", "区", "市", "县", "街道"))
    for row in table("divisions"):
        region = _division(row)
        yield row["name"], region, len(row["name"]) > 2 or row["name"].endswith("县")
        if row["short"] and row["short"] != row["name"]:
            town = row["level"] == "city" or row["name"].endswith("市")
            yield row["short"], region, town and not row["ambiguous"]


def _suffixed(short: str, level: str) -> tuple[str, ...]:
    endings = {"town": ("镇", "街道"), "county": ("区", "市", "县"), "city": ("市",)}.get(level, ())
    return tuple(short + ending for ending in endings)


# What makes a region's name part of another word: 南京路, 上海滩, 中山装, 西安门.
_NOT_REGION_AFTER = re.compile(r"路|大道|装|菜|话|街(?!道)|籍|人(?!民)|商(?=[,。、])|女|派")
# Words that hold a region's letters: 协会理事会 holds 会理, 投资兴业 资兴, a 会长 of the family 葛 长葛.
_IN_WORD = re.compile(
    r"会理[事论]|资兴[业办]|壁江山|阿里巴巴|大同[业步时]|(?:各位|全体|业界|业内|行业|协会)同仁|莅临海"
    r"|[聚登走在]台前|[会部市县局厅院校董秘事]长葛(?!市)"
)


# A county of one character (萧县, 泗县) stands for itself where no other word runs into it: 供应县, 市和县, 单县级.
_COUNTY = re.compile(
    r"(?:(?<![一-鿿])|(?<=[省市州在于赴来到由据]))(?:(?<=\()[和应]|[^和应])县(?!级|域|城(?!区)|乡|际)"
)


class _Chain(NamedTuple):
    """Adjoining regions, from the wider to the narrower: 浙江省杭州市萧山区."""

    begin: int
    end: int
    last_begin: int  # where the narrowest one begins
    region: Region


def _fits(region: Region, wider: Region) -> bool:
    """Tell whether a region lies within a wider one."""
    if region.province != wider.province or region == wider or region.level == "province":
        return False
    return wider.level == "province" or wider.city is None or region.city in {wider.city, None}


def _pick(candidates: tuple[Region, ...]) -> Region | None:
    """Choose among regions of one name: the higher level, none where two of one level compete."""
    order = ("province", "city", "zone", "town", "county")
    if not candidates:
        return None
    best = sorted(candidates, key=lambda region: order.index(region.level))
    tied = any(r.level == best[0].level and r.province != best[0].province for r in best)
    return None if tied else best[0]


def _below(text: str, at: int, wider: Region) -> tuple[Region, int] | None:
    """Read a narrower region at a position right behind a wider one."""
    atlas = _atlas()
    for end in atlas.all_forms.ends_at(text, at):
        form = text[at:end]
        for region in (*atlas.free.get(form, ()), *atlas.below.get(form, ())):
            if _fits(region, wider):
                return region, end
    return None


@lru_cache(maxsize=8)
def region_spans(text: str) -> tuple[Span, ...]:
    """Return where the region names stand in a flat text, one by one; letters within another word are none."""
    spans = _atlas().lexicon.spans(text)
    return tuple(s for s in spans if not _IN_WORD.search(text, max(0, s.begin - 2), s.end + 2))


_TOWN = re.compile(
    r"(?![一-鿿]?(?:古|小|重|名|城|乡|强|建制|专业|特色|集)镇|[一-鿿]{1,2}之乡)[一-鿿]{2,3}(?:镇|街道|乡)(?!长|[村镇])"
)


def _chains(text: str) -> Iterator[_Chain]:
    """Yield the region names of a flat text, adjoining ones as one."""
    reach = 0
    for span in region_spans(text):
        chain = _chain_at(text, span) if span.begin >= reach else None
        if chain:
            reach = chain.end
        if chain and not (
            _NOT_REGION_AFTER.match(text, chain.end)
            or (
                chain.end - chain.begin == 2
                and text[chain.begin + 1] == "县"
                and not _COUNTY.match(text, chain.begin)
            )
        ):
            yield chain


def _chain_at(text: str, span: Span) -> _Chain | None:
    candidates = _atlas().free[span.of(text)]
    begin = last = span.begin
    region, end = _pick(candidates), span.end
    narrower = next(
        ((r, n) for r in candidates if (n := _below(text, end + (text[end : end + 1] == "·"), r))), None
    )
    if narrower and (region is None or _fits(narrower[1][0], narrower[0])):
        region = narrower[0]
    if region is None:
        return None
    while step := _below(text, end + (text[end : end + 1] in "· "), region) if end < len(text) else None:
        last = end + (text[end : end + 1] in "· ")
        region, end = (replace(step[0], city=step[0].city or region.city)), step[1]
    if region.level != "town" and (town := _TOWN.match(text, end)):
        region, last, end = Region(town.group(), "town", region.province, region.city), end, town.end()
    # 陕西省某某市: a town that no list knows, told by its province.
    if (
        region.level == "province"
        and text[end - 1 : end] in ("省", "区")
        and (town := _CITY.match(text, end))
    ):
        region, last, end = Region(town.group(), "city", region.province, town.group()), end, town.end()
    return _Chain(begin, end, last, region)


_CITY = re.compile(
    r"(?![各全本该我]|[一二两三四五六七八九十多]|[服纺针织棉丝皮商超]|重点|示范|试点|沿海)[一-鿿]{2}[市县](?![场级域民值区委属辖直长])"
)


def region_of(name: str) -> Region | None:
    """Return the region that a body's or a venue's name begins with or holds (浙江省服装行业协会: 浙江)."""
    return next((chain.region for chain in _chains(flat(name))), None)


@lru_cache(maxsize=50_000)
def provinces(name: str) -> tuple[str, ...]:
    """Return the provinces (short forms) that the name of a body, a meeting or a fair tells, in its order."""
    return tuple(dict.fromkeys(chain.region.province for chain in _chains(flat(name))))


def regions_of(record: Record) -> frozenset[str]:
    """Return the provinces (short forms) a record concerns: its name's, its place's, its bodies' but members'."""
    names = (record.name, *(body.name for body in record.organisations if body.role != "member"))
    told = frozenset(province for name in names for province in provinces(name))
    return told | {record.place.region} if record.place and record.place.region else told


_HELD = (
    "(?:正式|宣告|宣布|全面|组织|隆重|成功|顺利|圆满|盛大|如期|胜利|火热|同期|联合|合作|联手|共同|同步|同时|恢复|重新|再度|再次|首次|试|联袂|热烈|热闹|惊艳|华丽|华美|完美|完满|精彩|璀璨|绚丽|绚烂|浪漫|唯美|激情|欢乐|喜庆|震撼|闪亮|强势|准时|先行|双双|盛装|集中|拟|计划|相继|先后|分别|以[^,。]{2,8}(?:形式|方式)|(?:公布|揭晓|评出|宣布)[^,。;:\n在]{0,8}并|(?:召集|邀请|约请|组织|会同|协同|携手|牵头)[^,。;:\n在]{2,20}?(?=召开|举[行办]))*"
    "(?:召开|举行|举办|补办|补开|开幕|闭幕|落幕|启幕|开启|开展|开赛|开跑|开讲|开班|(?:开始|展出)(?=[,。;])|启动|登陆(?=[,。;])|展开(?=[,。;])|(?:展开|掀开|翻开|续写)新|[作做](?=“[^”]{4,30}”(?:的?(?:专题|主题|学术)?(?:报告|讲座|演讲|讲课)))|(?:连|接连|一连)[办开演展]|揭幕|揭晓|举办完毕|拉开(?:了)?(?:帷|序|大)幕|落下帷幕|收官|亮相|开锣|上演|进行|发布(?!厅|馆|中心|台)|揭牌|成立|签约|结束|(?<=全面)(?:展开|铺开)|推出(?=[,。;])|(?:华丽|璀璨|精彩|惊艳|耀世)?绽放|启航|开场|点亮|开播|开门揖客|首演|首秀|首展|开擂|论剑|过招|聚首|碰撞|开馆|开市|开营|结营|开办|结业|精彩|登场|开过|[开办](?:了|成|完|的(?=[,。;“])|起来|一[场次个]|(?=[,。;]))|接着[开办]|收了?[场尾官]|[启闭落揭谢开]了幕|收锣|开锣|打响|(?<!上)决出|颁奖(?=[,。;])|开评|角逐|比拼|对决|总?决赛(?=[,。;])|(?:完成)?换届(?=[,。;])|同台(?=[,。;竞比角])|鸣锣|鸣枪|打擂|擂响|见分晓|见(?=[。!,])|与[^,。;]{2,8}(?:见面|相见)|落[槌锤]|摆开|集中?开会|召集[^,。;]{0,8}(?:开会|座谈)|碰头|主办(?!的|方|单位)|共?设(?:立|有|置)?(?:国际|标准|特装)*(?:展位|展区|摊位)|(?=[,。]))"
)
_VENUE = any_of(listed("venues"))
_HELD_AT = Rule(
    rf"(?:(?<![存现所处位自正旨好内重建贵能勇])在了?(?:位于|地处|坐落于)?|(?<=[日午晚年月将定拟镇县市省区会院校司馆周节赛展坛礼起,])于(?!都[县服政人]|潜镇)|(?<=正)在(?=[一-鿿()]{{2,20}}?(?:{_VENUE}|(?:火热|如火如荼地?|紧张|热烈|精彩)(?:进行|举行|举办|上演)))|亮相|移师|登陆|[相齐聚汇共]聚(?![了起各成而])|聚到|聚首|落户|选址|花落|走进(?=[^,。]{{2,14}}(?:{_VENUE}|[省市县区镇])))(?!于(?![都田洪潜])|\d{{2,4}}年\d)(?P<at>(?:[^,。;!?:\n在于将]|于(?=[都田洪潜])){{1,40}}?){_HELD}"
)
_LABEL = Rule(
    r"(?:会议|展会|展览|活动|举办|举行|比赛|大赛|培训|报到|召开|论坛|开幕式?|颁奖|决赛|路演)?(?:地\s?点|会址|会场|(?<=[会动展])地址|(?<![一-鿿])(?:展馆|场馆|场地)(?=\s?[:|]))(?:不变,)?(?:\s?[:|]\s?|(?:还|仍|就|依旧|依然)?是(?!否|不是)|仍?[为在]|定[为在]|设[在于]|改[为在]|(?:变更|调整|更换)[为至到]|位于|[由从][^。,\n]{2,24}?(?:变更|调整|改|[换移迁挪搬转])[为至到])(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|\s?-)[^,\s]{0,14}?[,\s]\s*)?(?P<at>[^\n。;,]{2,50}?)(?=\s*(?:$|[\n。;,]|\s(?:时间|电话|主办|联系)))"
)
# 日期:11月18日 above 地址:某市某街32号; alone 地址 is often only how to reach the organisers.
_ADDRESS = Rule(
    r"(?:时间|日期)\s?:[^\n]*\d[^\n]*\n\s*地址\s?:\s?(?P<at>[^\n。;,]{4,40}?)(?=\s*(?:$|[\n。;,]))"
)
_VENUE_END = re.compile(rf"{_VENUE}$")
_HOSTING = Rule(
    rf"(?:^|[\n。]|(?:日[一-鿿]{{0,2}}|[点时午晚]),)\s*(?P<at>(?![因受按据])(?:(?![在于])[一-鿿A-Za-z()·]){{2,24}}?{_VENUE}(?:\([一-鿿]{{2,4}}\))?(?:[一-鿿\d.]{{1,6}}[厅馆楼室])?)(?=\d{{1,2}}月|今天|昨天|里?(?:[坐挤聚]满|热闹|暖意|欢声|气氛|人声鼎沸)|灯火|嘉宾|高朋|掌声|彩旗|张灯|星光|人潮|人流如|人气|客商云集|商贾云集|宾客|,?迎来|承接|举办|上演|内,|里,|门前|门口|座无虚席|人头攒动|热闹|灯光)"
)
# 6月25日上午,某某市举行推洽会: a town that no list knows, by what it does.
_CALLS = Rule(
    r"(?:^|[\n。]|(?:日[一-鿿]{0,2}|[点时午晚日前]),)\s*(?P<at>(?![我本全各该此])[一-鿿]{2}[市县区镇])(?=(?:\d{1,2}日|今[日天]|昨[日天]|近日|日前|隆重|成功|首次|专题)*(?:召开|举[行办]|启动|迎来))"
)
_DATED = Rule(
    rf"(?:日|[上下]午|\d:\d\d|晚)(?:\([^()\n]{{2,16}}\))?[,\s]\s?(?P<at>(?:(?!一行|[率带]队|率团|书记|[来走赶去]到|前往|参观|走访|考察|抵达|走进|深入)[一-鿿A-Za-z()·]){{2,24}}?{_VENUE}(?:[一-鿿\d]{{1,6}}[厅馆楼室])?)(?=\s*(?:[。;\n,)]|$))"
)
_HALL = re.compile(rf"[一-鿿]{{4}}(?:{_VENUE})(?:\d{{1,2}}号?[馆厅楼])?$")
# A table's line: 举办地点 某会展中心
_TABLED = Rule(
    r"(?<=\n)(?:\(?[一二三四五六七八九十\d]{1,2}[、.)]\s?)?(?:会议|展会|展览|活动|举办|举行|比赛|培训)?(?:地点|展馆|场馆|会址)\s+(?P<at>[^\n。;,:]{3,40})(?=\n|$)"
)
_BEYOND = any_of((*listed("foreign"), "香港", "澳门", "台湾"))
_ABROAD = Rule(rf"(?:赴|前往|走进)(?P<at>(?:{_BEYOND})(?:[、和](?:{_BEYOND}))*)")
_FOREIGN = re.compile(any_of(listed("foreign")))
_IN_SIGN = Rule(
    rf"(?:[在抵赴来]|(?<=日)于)(?P<sign>[{''.join((*_CITY_SIGNS, *_PROVINCE_SIGNS))}])(?={_HELD.replace('|(?=[,。])', '')})"
)
# 江苏张家港,11月26日。 and 10月22日的上海松江,: a report's scene before anything is said of it.
_SCENES = (
    Rule(
        rf"[会赛周节展坛日]?[开办放搬安落移挪转定设选摆][到在进]了?(?P<at>[一-鿿]{{2,10}}?|[一-鿿]{{2,20}}?{_VENUE}(?:\d{{1,2}}号?[馆厅楼])?)(?=[,。;]|$)"
    ),
    Rule(r"(?<![^\n])(?P<at>[一-鿿]{2,12}),(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日[,。])"),
    Rule(
        r"(?:日|旬|季|[昨今][天日]?)(?:[上下]午|晚|清晨)?的(?P<at>[一-鿿]{2,10}?)(?=,|里?(?:热闹|人头攒动|人潮|灯火|格外|一派|暖意|高朋|座无|星光|彩旗|春意|秋意))"
    ),
)
# 假某某中心举行: borrowed for the day, as they say in Taiwan and Hong Kong.
_LENT = Rule(
    r"(?<![度休放虚作打])假(?![日期冒])(?P<at>[一-鿿A-Za-z\d()·]{2,20}?),?(?:隆重|盛大)?(?:举[行办]|召开|合办|登场|开幕|展出|开展)"
)
_HERE = re.compile(
    r"(?:我|本|当|全)(?P<level>地|市|省|区|县|镇)|此地|这里|此间?|这[座个片](?:[千百]年)?(?:古镇|小镇|小城|县城|古城|水乡|城市|镇子?|城)(?:里)?"
)
_OUR_HALL = re.compile(r"[我本](?P<level>[市省区县镇])(?=[一-鿿]{4})")
_ONLINE = re.compile(
    r"^线$|^线上(?:线下)?|^网[络上]|抖音|快手|云端|腾讯会议|钉钉|视频(?:会议)?|云上|云会议|直播间|ZOOM|Zoom"
)
_ONLINE_HELD = Rule(
    r"(?:以|通过|采取|采用)(?P<at>(?:线上|网络|视频(?:会议)?|云端?|腾讯会议|钉钉)[^,。在]{0,8}?)(?:的?形式|的?方式|平台)?(?:召开|举行|举办|进行)"
)
_NO_PLACE = re.compile(
    r"^由|^(?:\d+|[一二两三四五六七八九十]+)天|(?:期间|之际|同期|同时|背景下|基础上|现场|会上|会后|[中下时后前]|当[天日]|之[际余间]|领导下|指导下|支持下|[的了着]|大会上|会议上|上午|下午|方面|过程|即将|今后|未来|我国|国内|全国|全球|各地|\d日?|月)$|^(?:此|本次|这|该(?![校院馆厂区县市镇园村城])|会|其|今|去|明|前(?!海)|上(?![海虞饶杭高城塘犹林思栗蔡]))|\d{1,2}[月日]|(?:主持|见证|陪同|带领|指导|支持|领导)下"
)


# Words of doing: what is built or set up somewhere is not where something is held.
_DOING = re.compile(
    r"采访|具有|影响力|获悉|了解到|建设(?!路|大道|街|厅|局|委|银行)|建立|打造|设立|搭建|推进|实施|取得|作为"
)
# What may stand before a place's name: 美丽的苏州盛泽, 省城合肥, “天下裘都”枣强县.
_EPITHET = re.compile(
    r"(?:(?:20\d\d年)?\d{1,2}月\d{1,2}日?(?:[-至到](?:\d{1,2}月)?\d{1,2})?日(?:至\d{1,2}日)?|“[^”]{1,10}”|[一-鿿]{1,8}的|省城|首都|古都|历史文化名城|此间的?|假(?=[一-鿿]{4})(?![日期冒])|(?:[一-鿿]{2,3}省)?省会(?:城市)?|[一-鿿]{0,3}(?:著名|知名)(?:侨乡|水乡|古都|名城|古城|古镇|名镇|圣地)|中国[一-鿿]{2,6}(?:名镇|名城|名市|名县|之都|之乡|第一镇)|参加|[我该](?:校|院|司|公司)?)+"
)
_STREET = re.compile(r"\([^()]*(?:路|号|大道|街)[^()]*\)$")
# 沈阳故宫的红墙黄瓦间: the scene within a place.
_WITHIN = re.compile(r"的[一-鿿]{2,6}间$")
_WITH_WHOM = re.compile(r"[与同和][^、]{2,12}$")
_SPREAD = re.compile(r"(?:[两二三四五六七八多]地|等(?:多|\d|[二三四五六七八])?[个大]?[会场地城市馆]{1,3})$")


def _place(words: str, chain: _Chain | None) -> Place:
    """Build a place from its words and the region named in them."""
    if chain is None:
        abroad = _FOREIGN.fullmatch(words)
        return Place(words, venue=None if abroad else words)
    region = chain.region
    city = region.city if region.level != "province" or region.province in _MUNICIPALITIES else None
    rest = words[chain.end :].strip(" ·()")
    if chain.begin or not rest:
        return Place(words, region.province, city, words if chain.begin else None)
    whole = words[chain.last_begin : chain.end].endswith(("省", "市", "区", "县", "镇", "街道"))
    return Place(
        words, region.province, city, rest.removeprefix("的") if whole else words[chain.last_begin :]
    )


def _spread(words: str) -> Place | None:
    """Build the place of 北京、上海、广州, whose regions may have nothing in common."""
    if "、" not in words and "和" not in words:
        return None
    parts = re.split(r"[、和]", words)
    regions = [region_of(part) for part in parts]
    if len(parts) < 2 or None in regions:
        return None
    provinces = {region.province for region in regions if region}
    return Place(words, provinces.pop() if len(provinces) == 1 else None)


# 应天门 is no 天门: a short form that ends a longer word names no region.
_ENDS_WORD = re.compile(r"(?!中国|全国|我国|中华)[一-鿿]{1,2}")


def _named(words: str) -> Place:
    chain = next(_chains(flat(words)), None)
    if chain and 0 < chain.begin <= 2 and chain.end == len(words) == chain.begin + 2:
        chain = None if _ENDS_WORD.fullmatch(words[: chain.begin]) else chain
    return _place(words, chain)


def town_in(words: str) -> PlaceMention | None:
    """Return the town, district or village that a venue's words name, without the venue; None where none is."""
    chain = next(
        (
            c
            for c in _chains(flat(words))
            if c.region.level != "province" or c.region.city or c.region.name in OF_ONE_CITY
        ),
        None,
    )
    return _region_mention(words, chain) if chain else None


def _region_mention(text: str, chain: _Chain) -> PlaceMention:
    """Return the bare region that a chain of names tells."""
    quote = text[chain.begin : chain.end]
    itself = _Chain(0, len(quote), chain.last_begin - chain.begin, chain.region)
    return PlaceMention(chain.begin, chain.end, quote, _place(quote, itself), "region")


def read_places(text: str) -> tuple[PlaceMention, ...]:
    """Read every mention of a place, in the text's order.

    Where something is held (在…召开, 地点:…) the phrase is kept whole; other region names follow singly.
    """
    flattened = flat(text)
    regions = list(_chains(flattened))
    held = sorted(_held(text, flattened, regions), key=lambda mention: mention.begin)
    held = [_pointed_at(mention, held[:i]) for i, mention in enumerate(held)]
    taken = [(mention.begin, mention.end) for mention in held]
    for chain in regions:
        if not any(begin <= chain.begin < end for begin, end in taken):
            held.append(_region_mention(text, chain))
    return tuple(sorted(held, key=lambda mention: (mention.begin, mention.end)))


def _pointed_at(mention: PlaceMention, before: list[PlaceMention]) -> PlaceMention:
    """Give 在这里举行 the venue named just before it."""
    if (
        mention.quote not in ("这里", "此地", "此", "此间")
        or not before
        or mention.begin - before[-1].end > 60
    ):
        return mention
    return mention._replace(place=before[-1].place) if before[-1].place.venue else mention


_HOLDINGS = (
    _LABEL,
    _ADDRESS,
    _TABLED,
    _HELD_AT,
    _HOSTING,
    _CALLS,
    _DATED,
    _ABROAD,
    _ONLINE_HELD,
    _LENT,
    *_SCENES,
)


def _held(text: str, flattened: str, regions: list[_Chain]) -> Iterator[PlaceMention]:
    """Yield the phrases that say where something is held."""
    seen: set[int] = set()
    whither = [chain for chain in regions if not _is_origin(flattened, chain)]
    for m in _IN_SIGN.finditer(flattened):
        seen.add(m.start("sign"))
        yield _sign_mention(m)
    for pattern in hopeful(_HOLDINGS, flattened):
        for m in pattern.finditer(flattened):
            begin, end = m.span("at")
            if pattern in _SCENES and not (
                _is_scene(m["at"]) or _ONLINE.match(m["at"]) or _HALL.search(m["at"])
            ):
                continue
            if pattern is _CALLS and region_at(m["at"], 0):
                continue
            if pattern is _HELD_AT and not _told_as_held(flattened, begin, end):
                continue
            if begin not in seen and (mention := _mention(text, begin, end, regions, pattern is _HELD_AT)):
                seen.add(begin)
                school = _SCHOOL.search(mention.place.text)
                lent = [c for c in whither if not (school and _CUP_OF.match(flattened, c.end))]
                yield _in_province(mention, lent)


def _is_scene(words: str) -> bool:
    """Tell whether words are a region's name, or that of a venue that begins with one."""
    return is_region(words) or bool(region_at(words, 0) and _VENUE_END.search(words))


_GATHERED = re.compile("(?:[相齐欢汇共]聚|聚首|聚到|移师|登陆|亮相|落户|选址|花落|走进)在?$")


def _told_as_held(text: str, begin: int, end: int) -> bool:
    """Tell whether words after 在 are a place of holding though a stop follows (not 产业链在宁波不断完善。)."""
    if text[end : end + 1] not in {",", "。"}:
        return True
    on_day = text[begin - 2 : begin] == "日在" and is_region(text[begin:end])  # 9月18日在某市,某大会…
    return bool(
        on_day or _VENUE_END.search(text[begin:end]) or _GATHERED.search(text[max(0, begin - 4) : begin])
    )


def _sign_mention(m: re.Match[str]) -> PlaceMention:
    sign = m["sign"]
    begin, end = m.span("sign")
    if province := _PROVINCE_SIGNS.get(sign):
        city = province if province in _MUNICIPALITIES else None
        return PlaceMention(begin, end, sign, Place(province, province, city), "venue")
    city = _CITY_SIGNS[sign]
    region = region_of(city)
    return PlaceMention(begin, end, sign, Place(city, region.province if region else None, city), "venue")


_ANY_VENUE = frozenset(("秀场", "会场", "展馆", "展厅", "舞台", "T台", "赛场", "主会场", "分会场", "市场"))


def _mention(text: str, begin: int, end: int, regions: list[_Chain], loose: bool) -> PlaceMention | None:
    whole = begin
    begin, end = _core(text, begin, end)
    ours = _OUR_HALL.match(text, begin - 1, end)  # 在我县某产业城举行
    begin += bool(ours)
    words = text[begin:end]
    if not words or (loose and words in _ANY_VENUE):
        return None
    named = _JUST_NAMED.search(text, max(0, begin - 60), begin) if words in ("这里", "此") else None
    if named:
        there = named["at"] or named["come"]
        return PlaceMention(begin, end, words, Place(there, venue=there), "venue")
    if here := _HERE.fullmatch(words):
        return _here(begin, end, words, here, regions)
    if _ONLINE.search(words) and not region_at(words, 0):
        begin -= words == "线"  # 在线召开
        return PlaceMention(begin, end, text[begin:end], Place("线上"), "online")
    if spread := _spread(words):
        return PlaceMention(begin, end, words, spread, "venue")
    place = _alone(words) or _named(words)
    if place.region is None and (told := next(_chains(flat(text[whole:begin])), None)):
        # 桐乡濮院新落成的世界毛衫博览中心
        place = replace(place, region=told.region.province, city=told.region.city)
    if ours and place.region is None and (town := _here(begin, end, words, ours, regions)):
        place = replace(place, region=town.place.region, city=town.place.city)
    if loose and place.region is None and not _plausible(words):
        if not (seat := _seat_of(text, words)):
            return None
        place = replace(place, region=seat.province, city=seat.city)
    if loose and (_DOING.search(words) or (_NO_PLACE.search(words) and not _VENUE_END.search(words))):
        return None
    return PlaceMention(begin, end, words, place, "venue")


# 位于某市西郊的某会展中心,人潮涌动。某洽谈会在这里举行
_JUST_NAMED = re.compile(
    rf"(?:位于|坐落[在于])[^,。;\n]{{2,16}}的(?P<at>[一-鿿A-Za-z]{{2,14}}?(?:{_VENUE}))(?=[,。里内])|(?:来到|走进|齐聚|会聚|赶到)[^,。;\n]{{0,16}}?(?P<come>[“]?[一-鿿A-Za-z]{{2,14}}(?:{_VENUE}|农场)[”]?),(?:参加|出席)在$"
)


_HALL_IN_BRACKET = re.compile(rf"\([^()]*(?:{_VENUE})[^()]*")


def _core(text: str, begin: int, end: int) -> tuple[int, int]:
    """Leave out the epithet before a place and 三地 behind it."""
    if (dash := flat(text[begin:end]).rfind("--")) >= 0 and region_at(text, begin + dash + 2):
        begin += dash + 2  # 蓝印花布的发源地——南通
    opening = flat(text[begin:end]).rfind("(")
    if opening > 0 and _HALL_IN_BRACKET.fullmatch(flat(text[begin + opening : end])):
        begin += opening + 1  # 终评及颁奖典礼(高阳县会展中心|), but no 会展中心(1.8万平方米|
    if (goes := text.rfind("赴", begin, end)) >= 0 and region_at(flat(text), goes + 1):
        begin = goes + 1  # 8月22日组织会员企业赴无锡
    begin += text[begin:end].startswith(("至", "到")) and bool(region_at(text, begin + 1))
    scene = _WITHIN.search(text[begin:end])
    if scene and region_at(text, begin) and not re.search(_VENUE, scene[0]):
        return begin, begin + scene.start()
    if (company := _WITH_WHOM.search(text, begin, end)) and is_region(text[begin : company.start()]):
        end = company.start()  # 在阿拉尔与当地纺企举行座谈
    if epithet := _EPITHET.match(text, begin, end):
        begin = epithet.end() if epithet.end() < end else begin
    words = _STREET.sub("", _SPREAD.sub("", text[begin:end]))
    lead = len(words) - len(words.lstrip())
    return begin + lead, begin + len(words.rstrip())


def _alone(words: str) -> Place | None:
    """Build the place of names that are a region only where nothing else stands: 在中山召开, 在中山沙溪召开."""
    atlas = _atlas()
    for end in atlas.all_forms.ends_at(words, 0):
        region = _pick(atlas.below.get(words[:end], ())) if words[:end] not in atlas.free else None
        narrower = region and _below(words, end, region)
        if region and len(words) == (narrower[1] if narrower else end):
            return Place(words, region.province, region.city)
    return None


_LIES = ("位于", "地处", "坐落于", "坐落在")


def _seat_of(text: str, words: str) -> Region | None:
    """Return the region that a place is said to lie in: 大秀在镇北台上演, 镇北台位于某市某区."""
    told = (text.find(words + lies) + len(words + lies) for lies in _LIES if words + lies in text)
    at = next(told, None) if len(words) > 2 else None
    chain = next(_chains(flat(text[at : at + 16])), None) if at else None
    return chain.region if chain and chain.begin == 0 else None


_SEATED = re.compile(
    r"^(?!本|该|我|各)[一-鿿()]{2,20}(?:联合会|协会|集团|公司|大学|学院|研究院|研究所|总部|中学|小学|学校|[局厅委]|政府|机关|车间|纺织|服饰|服装|制衣|针织|家纺|印染|化纤|织造|丝绸|毛纺|棉纺|羽绒|股份|实业|科技|时尚|控股|纺机|染整|染织)$"
)


def _plausible(words: str) -> bool:
    """Tell whether words without a region's name can be a venue."""
    return (
        bool(_FOREIGN.match(words, words[0] in "东西南北"))
        or bool(re.search(_VENUE, words))
        or (
            len(words) >= 4
            and bool(
                re.search(r"[厅馆楼室院园店城堂场心村庄镇湖畔山岛滨岸湾谷港坊汇宫厦街巷寨庭廊]内?$", words)
            )
        )
        or bool(re.fullmatch(r"[一-鿿]{2,5}(?:[区县市镇乡]|街道)", words))
        or bool(re.fullmatch(r"(?!这|那|各|本|该)[一-鿿]{1,2}[洲浦溪桥湾岛屿塘埠坪陵阳岭泾]", words))
        or bool(re.fullmatch(r"(?![这那各本该全])[一-鿿]{2}[园馆城阁苑塔]", words))
        or bool(_SEATED.search(words))
        or _is_land(words)
    )


_LANDS = frozenset(("ns", "nr", "nrt", "nz"))


def _is_land(words: str) -> bool:
    """Tell whether the dictionary takes one short word for a proper name: 在孟买举行, 在沙田举行."""
    parts = tagged(words) if re.fullmatch(r"(?!中国|[亚欧美非]洲)[一-鿿]{2,5}", words) else ()
    return len(parts) == 1 and parts[0][1] in _LANDS


_FROM = re.compile(r"(?:来自|源自|产自|发自)(?:[一-鿿]{2,4}、)*$")
_OF_THERE = re.compile(r"(?:等地)?(?:来的|籍|客商|客人|采购商|采购员|买家|买手|老板娘?)")


def _is_origin(text: str, chain: _Chain) -> bool:
    """Tell whether a region is only where somebody is from: 来自义乌, 义乌来的采购员."""
    return bool(_FROM.search(text, max(0, chain.begin - 24), chain.begin) or _OF_THERE.match(text, chain.end))


# “云山杯”某大赛初评在某大学举行: whose cup it is says nothing of where a school lies.
_CUP_OF = re.compile('杯[”"]')
_SCHOOL = re.compile("(?:大学|学院|校区)$")


def _in_province(mention: PlaceMention, regions: list[_Chain]) -> PlaceMention:
    """Give a venue that names no region the province of the region named last before it."""
    place = mention.place
    if mention.kind != "venue" or place.region or _FOREIGN.match(place.text):
        return mention
    before = [chain.region for chain in regions if mention.begin - 200 < chain.begin < mention.begin]
    if not before:
        return mention
    # The one city that the text names is the venue's too.
    cities = {(chain.region.province, chain.region.city) for chain in regions if chain.region.city}
    province, city = next(iter(cities)) if len(cities) == 1 else (None, None)
    same = province == before[-1].province
    return mention._replace(place=replace(place, region=before[-1].province, city=city if same else None))


def _here(
    begin: int, end: int, words: str, here: re.Match[str], regions: list[_Chain]
) -> PlaceMention | None:
    """Resolve 当地, 本市, 我省 by the nearest region before that is of the level."""
    levels = {
        "省": {"province"},
        "市": {"city", "county"},
        "区": {"county"},
        "县": {"county"},
        "镇": {"town"},
    }
    wanted = levels.get(here["level"] or "", {"city", "county", "town", "zone"})
    before = [chain for chain in regions if chain.begin < begin and chain.region.level in wanted]
    if not before:
        return None
    region = before[-1].region
    city = region.city if region.level != "province" else None
    return PlaceMention(begin, end, words, Place(region.name, region.province, city), "venue")


def is_region(name: str) -> bool:
    """Tell whether a name is a region's and nothing more (广东省东莞)."""
    chain = next(_chains(flat(name)), None)
    return chain is not None and (chain.begin, chain.end) == (0, len(name))


@cache
def abbreviated() -> Mapping[str, str]:
    """Return the provinces by the one character that stands for each: 豫 is 河南."""
    return {row["abbr"]: row["short"] for row in table("regions") if row["abbr"]}


def region_at(text: str, at: int) -> int:
    """Return how many characters of a flat text a region's name takes at a position, 0 for none."""
    return next(_atlas().lexicon.ends_at(text, at), at) - at
