"""Two names: the letters that tell a thing, and what in them says that two are two, whatever else is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from bot.records.naming.editions import in_seasons, ordinal, ordinal_of, year_of
from bot.records.naming.heads import PRESS_CONFERENCE, TOUR
from bot.records.naming.likeness import (
    CUP,
    SITTING,
    folded,
    is_night_of,
    is_no_council,
    is_within,
    season_last,
)
from bot.records.places import abbreviated, is_region, read_places
from bot.records.text import flat

_COMMITTEE = "标委会"
# Whose a thing is where the name leaves its town out: 市…, 镇…; but 镇江 and 镇海 are towns of their own.
LEVEL_ALONE = "(?:[省市县区]|镇(?![江海平巴远赉雄康安宁坪原沅]))"
_SO_MANY = r"[0-9一二两三四五六七八九十]{1,3}[条项]"  # 稳增长六条措施 are its 若干措施
# The same body in its long and its short form; applied to both sides before names are compared.
_SHORT_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(long), short)
    for long, short in (
        (
            rf"^自治区(?=[一-鿿]{{4}})|^(?:全|我|本|[两二三四五六七八])?{LEVEL_ALONE}(?=[一-鿿]{{3}}|[一-鿿]协)|全国(?=[一-鿿]{{4}})|^[当本]地的?(?=[一-鿿]{{4}})",
            "",
        ),
        (r"(?<=[大竞]赛)(?:(?:全国)?总?决赛)?(?:暨?颁奖(?:典礼|仪式|盛典|晚会))?$", ""),
        (
            r"(?:分?赛区|分站|站)(?:比赛|选拔赛|预选赛|分区赛|晋级赛|资格赛|赛|活动)?$|(?<=赛[一-鿿]{2})(?:预赛|选拔赛)$",
            "站",
        ),
        (r"钮扣", "纽扣"),
        (r"(?:标准化)?(?:分|标)?技术委员会|分?标委会?", _COMMITTEE),
        (r"专业委员会", "专委会"),
        (r"纺织工业联合会", "纺联"),
        (r"服装服饰|服饰服装", "服装"),
        (r"家用纺织品?", "家纺"),
        (r"纺织机械(?:设备)?", "纺机"),
        (r"缝制机械(?:设备)?", "缝机"),
        (r"劳动(?:安全)?[防保]护(?:用品)?", "劳保"),
        (r"(?<=[一-鿿])行业(?=协会|商会|联合会|学会)", ""),
        (r"工业和信息化|经济和信息化", "工信"),
        (r"发展和改革委员会|发展改革委", "发改委"),
        (r"人民政府", "政府"),
        (r"团体标准", "团标"),
        (r"制修订(?=项目|计划)|项目(?=计划)", ""),
        (r"首批", "第一批"),
        (r"(?<=[一-鿿]{2})[两二三四]?[省市县区镇](?=[一-鿿]{2})", ""),
        (r"国际贸易促进(?:委员会|会)", "贸促会"),
        (r"(?<=[理监]事)会?扩大会议?", "会"),
        (r"(?:工作|联席|扩大)会议?", "工作会"),
        (r"(?<=会)议|征求意见稿|送审稿|讨论稿|审议稿|(?:修订)?草案|试行|修订版?", ""),
        (r"(?:会员代表|会员|代表)(?=大会)|(?:第?[一二三四五六七八九十]+次会议?)?暨换届(?:选举)?大会$", ""),
        (r"(?:成立|换届)大会$", "大会"),
        (r"(?:^|(?<=[一-鿿]{2}))国际(?=[一-鿿]{2})", ""),
        (
            rf"(?:博览|展览|博)会(?=[春夏秋冬]|$|的?{PRESS_CONFERENCE})|(?<=展)会(?=$|的?{PRESS_CONFERENCE})",
            "展",
        ),
        (rf"的(?={PRESS_CONFERENCE})", ""),
        (r"交易会(?=[春夏秋冬]|$)", "交会"),
        (r"文化节$", "节"),
        (r"(?<=评选)(?:表彰)?活动", ""),
        (rf"(?:若干|{_SO_MANY})(?:政策|惠企)*(?:措施|举措|意见)?$", "措施"),
        (
            r"^关于(?:组织|开展|做好|延长|推迟)*(?:申报|推荐|征集)?(?=[一-鿿]{4})|(?:申报|评选|征集|推荐)?(?:工作|时间|期限)?的?(?:通知|公告|函|提醒)$|申报(?:工作)?$",
            "",
        ),
        (r"^下达(?=[一-鿿]{4})", ""),
    )
)


_CLUTTER = re.compile(r"[^0-9A-Za-z一-鿿]")


_TOLD = re.compile(r"第?[0-9一二三四五六七八九十百零首]{1,4}(?:届|次|期|回)|(?:19|20)\d\d(?:年度|年)?")


# What the trade is of, as bodies, fairs and papers are named after it.
WARES = (
    "纺织", "服装", "服饰", "面料", "辅料", "纱线", "家纺", "针织", "机械", "纺机", "缝机", "皮革", "丝绸", "羊绒", "内衣", "泳装", "袜", "印染", "化纤", "棉", "毛织",
)  # fmt: skip
# Two of these that differ tell two things apart, however alike the rest of their names is.
_CONTRASTS: tuple[tuple[str, ...], ...] = (
    ("春", "夏", "秋", "冬"), ("男装", "女装", "童装"), ("上半年", "下半年"), ("初赛", "复赛", "决赛", "海选", "初评", "复评"), ("开幕", "闭幕"), WARES,
)  # fmt: skip


@lru_cache(maxsize=8192)
def letters_of(name: str) -> str:
    """Fold a name to the letters that tell it apart: no signs, counts or years, bodies in short form."""
    words = _TOLD.sub("", SITTING.sub("", in_seasons(flat(name))))
    words = season_last(_CLUTTER.sub("", words))
    words = _SHORT_SOCIETY.sub(_society, words)
    for long, short in _SHORT_FORMS:
        words = long.sub(short, words)
    return words


# 中国毛协, 豫服协, 苏州丝协: a land, a ware or two and 协.
_SHORT_SOCIETY = re.compile(r"^(?P<words>[一-鿿]{2,5})协(?:(?=会[员长])|(?![会同作调议商助力定]))")


def _society(told: re.Match[str]) -> str:
    """Return a society told short as far as its letters tell it: 豫服协 is the 河南服协会."""
    words = told["words"]
    for size in (3, 2, 1):
        land, ware = words[:size], words[size:]
        whole = "中国" if land in ("中国", "中") else abbreviated().get(land) or (is_region(land) and land)
        if whole and ware:
            return f"{whole}{ware.removesuffix('行')}协会"
    return told[0]


# 西柳对接会: a town's paper calls what is held there by the town and its sort.
TOWN_AND_SORT = re.compile(
    r"(?P<town>[一-鿿]{2,3})(?P<sort>(?:对接|推介|订货|洽谈|招商|座谈|研讨|交流|发布|采购|展销|现场|工作|博览|展览|交易|年)会|论坛|峰会|大赛|展|[博交洽]会|[节周])"
)


def in_other_regions(one: str, other: str) -> bool:
    """Tell whether each of two names bears a region and none is common to them.

    A cup bears its sponsor's town: “濮院毛衫杯”某大赛四川赛区决赛 is held elsewhere.
    """
    regions = tuple(map(regions_in, folded(one, other, CUP)))
    return all(regions) and regions[0].isdisjoint(regions[1])


def told_apart(one: str, other: str) -> bool:
    """Tell whether the names of two records alone say that they are two: other counts, years, regions or words."""
    if bool(_ONE_OF_MANY.search(one)) != bool(_ONE_OF_MANY.search(other)):
        return True
    batches = [
        m and ordinal(m[1].replace("首", "一")) for m in (_BATCH.search(flat(n)) for n in (one, other))
    ]
    if all(batches) and batches[0] != batches[1]:
        return True
    counts = _side_by_side(one, other)
    years = year_of(one), year_of(other)
    if (
        any(a != b for a, b in counts)
        or _of_other_length(one, other)
        or (years[0] and years[1] and years[0] != years[1])
    ):
        return True
    by_town = bool(TOWN_AND_SORT.fullmatch(flat(one))) != bool(TOWN_AND_SORT.fullmatch(flat(other)))
    if (in_other_regions(one, other) and not by_town) or of_other_ground(one, other):
        return True
    if _is_about(one, other) or _is_about(other, one):
        return True
    if any(is_no_council(a, b) or is_night_of(flat(a), flat(b)) for a, b in ((one, other), (other, one))):
        return True
    if any(
        _of_members_and_of_council(a, b) or _of_council_and_of_year(a, b)
        for a, b in ((one, other), (other, one))
    ):
        return True
    if _of_other_rounds(one, other) or _of_all_and_of_one(one, other) or _of_all_and_of_one(other, one):
        return True
    letters = letters_of(one), letters_of(other)
    if _of_other_sorts(one, other) or _of_other_bodies(*letters) or _of_other_committees(*letters):
        return True
    if _carries_out(*letters) or _of_other_trades(*letters):
        return True
    return any(_contrast(words, *letters) for words in _CONTRASTS)


_TIME_ALONE = re.compile(r"^(?!.*届).*次")


def _side_by_side(one: str, other: str) -> Iterator[tuple[int, int]]:
    """Pair the counts of two names; the sitting of a term told without it (二次会员大会) with the other's sitting (六届二次)."""
    counts = ordinal_of(one), ordinal_of(other)
    short, long = sorted(zip(counts, (one, other), strict=True), key=lambda told: len(told[0]))
    if len(short[0]) == 1 < len(long[0]) and _TIME_ALONE.search(short[1]):
        return zip(short[0], long[0][-1:], strict=True)
    return zip(*counts, strict=False)


_BATCH = re.compile(r"第?([首一二三四五六七八九十\d]{1,3})批")  # 第二批某标准计划
_ONE_OF_MANY = re.compile(r"等\d+[项个]")  # 《甲》等11项团体标准 are more than 《甲》
_MEASURES_TOLD = re.compile(rf"{_SO_MANY}(?=(?:政策|惠企)*(?:措施|举措|意见)?$)")


def _of_other_length(one: str, other: str) -> bool:
    """Tell whether two lists of measures are told by other counts: 稳增长六条措施, 稳增长八条措施."""
    told = [m and m[0][:-1] for m in map(_MEASURES_TOLD.search, (flat(one), flat(other)))]
    return all(told) and len(set(map(_count, told))) == 2


def _count(words: str | None) -> int:
    return ordinal((words or "").replace("两", "二"))


# What people visit, compete in and talk at: names that end as two of these tell of two things, one held at the other.
_SORTS = (
    re.compile(r"(?:展|展会|[展博]览会|博会|交会|洽会|交易会|订货会|采购会)(?:\([^()]*\))?[”)]?$"),
    re.compile(r"(?:[大竞决]赛|评选|颁奖(?:典礼|仪式|盛典|晚会))[”)]?$"),
    re.compile(
        r"(?:论坛|峰会|年会|理事会|研讨会|座谈会|报告会|交流会|沙龙|(?<!对接|订货|采购|洽谈|推介|招商|交易|展销|博览)大会)[”)]?$"
    ),
)


@lru_cache(maxsize=4096)
def _sorts(name: str) -> frozenset[int]:
    """Return which sorts of thing a name, or the parts it joins by 暨, are."""
    parts = re.split("暨", flat(name))
    return frozenset(n for n, sort in enumerate(_SORTS) if any(map(sort.search, parts)))


def _of_other_sorts(one: str, other: str) -> bool:
    """Tell whether the names end as things of two sorts: a fair and the forum at it are two."""
    return bool(_sorts(one) and _sorts(other)) and _sorts(one).isdisjoint(_sorts(other))


# A paper that carries out another is named after it: …行动计划, …行动计划实施细则.
_CARRIES_OUT = re.compile(
    r"(?<=[划案意见法施例要策定准])[一-鿿]{0,6}(?:(?:实施|管理|评分|申报|操作|工作|配套)(?:细则|方案|意见|办法|指南|细化方案)|任务(?:分解|分工)[一-鿿]{0,3}|(?:责任|重点)?分工(?:方案)?|政策解读|解读)$"
)


def _carries_out(one: str, other: str) -> bool:
    """Tell whether one paper's name is the other's, with or without its region, and what carries it out behind it."""
    for plan, rest in ((one, other), (other, one)):
        behind = _CARRIES_OUT.search(rest)
        base = rest[: behind.start()] if behind and _PAPER.search(plan) else ""
        if _PAPER.search(base) and (plan.endswith(base) or base.endswith(plan)):
            return True
    return False


_TRADE_TOLD = re.compile(r"(?:产|行)?业")


@lru_cache(maxsize=4096)
def _of_other_trades(one: str, other: str) -> bool:
    """Tell whether two names in letters differ in their trade alone: 某县帽业振兴行动方案, 某县袜业振兴行动方案."""
    one, other = (_TRADE_TOLD.sub("业", name) for name in (one, other))
    if one == other or one[:1] != other[:1] or not ("业" in one and "业" in other):
        return False
    pieces = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    changed = [(op, end) for op, _, end, _, _ in pieces if op != "equal"]
    return len(changed) == 1 and changed[0][0] == "replace" and one.startswith("业", changed[0][1])


_PAPER = re.compile(r"(?:计划|方案|规划|意见|办法|措施|条例|纲要|政策|规定|标准)$")


_BODY = re.compile(r"[一-鿿]{2,}(?:协会|商会|学会|联合会|促进会|研究会|公会|联盟|专委会|分会)")


def _of_other_committees(one: str, other: str) -> bool:
    """Tell whether two names in letters are of two standards committees: 纺织品标委会, 纺织品标委会毛纺织品标委会."""
    wares = {name.split(_COMMITTEE)[-2] for name in (one, other) if _COMMITTEE in name}
    return _COMMITTEE in one and _COMMITTEE in other and len(wares) == 2


# 三届一次理事会 is elected by the 第三届会员大会 and sits behind it; a 理事会换届大会 may be either.
_MEMBERS_SIT = re.compile(r"(?:会员|代表)大会|换届(?:选举)?大会")
_COUNCIL_SITS = re.compile(r"[理监]事(?:扩大|\(扩大\))?会(?!换届)")


def _of_members_and_of_council(members: str, council: str) -> bool:
    """Tell whether one is the sitting of a body's members and the other that of its council alone."""
    members, council = flat(members), flat(council)
    return bool(
        _MEMBERS_SIT.search(members)
        and _COUNCIL_SITS.search(council)
        and not re.search("[理监]事", members)
        and not re.search("会员|代表|换届|年会", council)
    )


_COUNTED_COUNCIL = re.compile(
    r"届第?[一二三四五六七八九十\d]{1,3}次(?:常务)?[理监]事(?:扩大|\(扩大\))?会议?$"
)
_YEARLY = re.compile(r"(?<![协商学])(?:年会|大会)$")


def _of_council_and_of_year(council: str, yearly: str) -> bool:
    """Tell whether one is a body's counted council alone, and the other the trade's yearly meeting, however near: 八届二次理事会, 羽绒年会."""
    council, yearly = flat(council), flat(yearly)
    alone = _COUNTED_COUNCIL.search(council) and not re.search("年会|大会|暨", council)
    return bool(alone and _YEARLY.search(yearly) and not re.search("[理监]事", yearly))


_BRANCH = ("专委会", "分会")


def body_of(letters: str) -> str | None:
    """Return the body whose meeting a name in letters is, if it names one alone."""
    match = _BODY.match(letters)
    return match[0] if match and "暨" not in letters else None


def _of_other_bodies(one: str, other: str) -> bool:
    """Tell whether each name in letters is that of another body: neither told within the other, or one its branch."""
    a, b = sorted((body_of(one) or "", body_of(other) or ""), key=len)
    own = a.endswith(_BRANCH) and b.endswith(a)  # 毛衫分会 is the branch of whatever body is told before it
    return (
        bool(a) and not own and (not _is_short_for(a, b) or (b.endswith(_BRANCH) and not a.endswith(_BRANCH)))
    )


# What no short form leaves out: the body for it is another, 印染协会 and 印染助剂协会.
_SETS_APART = re.compile(
    r"助剂|染料|设计|机械|设备|家纺|[童男女]装|内衣|针织|毛|棉|麻|化纤|印染|辅料|面料|羽绒|皮革|鞋|袜|电商|模特|裁缝|校服"
)


@lru_cache(maxsize=4096)
def _is_short_for(short: str, long: str) -> bool:
    """Tell whether a body's name in letters is another's told short, no word left out that makes it another."""
    if not is_within(short, long):
        return False
    pieces = SequenceMatcher(None, short, long, autojunk=False).get_opcodes()
    return not any(op != "equal" and _SETS_APART.search(long[k:m]) for op, _, _, k, m in pieces)


# Of a contest or tour held in many towns: 杭州赛区选拔赛, 广州站, 分站赛, 福建预赛; and a round before the final: 初赛, 作品复评.
_ROUND = re.compile(
    r"(?P<town>[一-鿿]{2})?(?:(?:分?赛区|分站赛?)[一-鿿]{0,6}|站(?:比赛|活动|选拔赛|预选赛)?|(?:选拔|预选|分区|晋级|资格|预)赛)[)”]?$"
    r"|(?:初赛|复赛|半决赛|海选|初评|复评)(?:会|比赛|活动)?[)”]?$"
)


def _of_other_rounds(one: str, other: str) -> bool:
    """Tell whether both are stops of a tour, or one a heat of the contest that the other is, or another heat."""
    told = [_ROUND.search(flat(name)) for name in (one, other)]
    towns = {m["town"] for m in told if m and m["town"]}
    if all(told):
        return len(towns) == 2
    return any(m is not None and "赛" in name for m, name in zip(told, (one, other), strict=True))


def of_tour_and_of_stop(one: str, other: str) -> bool:
    """Tell whether one name is a tour's and the other that of its stop in a town: 2031某巡回展, 2031某巡回展临沂站."""
    stops = [bool(_ROUND.search(flat(name))) for name in (one, other)]
    return stops[0] != stops[1] and bool(TOUR.search(one) and TOUR.search(other))


def _of_all_and_of_one(whole: str, part: str) -> bool:
    """Tell whether one name is the country's and the other a province's: 全国纺织工作会议, 河南省纺织工作会议."""
    whole, part = (_TOLD.sub("", flat(name)) for name in (whole, part))
    return whole.startswith("全国") and bool(regions_in(part[:4])) and not regions_in(whole)


_ABOUT = re.compile(
    r"(?:新闻发布会|媒体见面会|通气会|启动仪式|签约仪式|筹备会|筹备会议|备战会|动员会|推介会|座谈会|说明会|推进会|论坛|培训班|总结会)$"
)


def _is_about(longer: str, shorter: str) -> bool:
    """Tell whether one name is that of something held about or within the other: 博览会 and its 新闻发布会."""
    rest = _ABOUT.sub("", flat(longer))
    return rest != flat(longer) and not rest.endswith("暨") and letters_of(rest) == letters_of(shorter)


# Whose a thing is by its name: 全省…, 关于推动全市…, 仙水县…; of 江东省云山市… and 云山市江口区… the narrower.
_WHOSE = re.compile(
    r"(?:关于)?(?:进一步|加快|支持|促进|推动|推进|加强|做好)*"
    r"(?:(?!示范|集聚|集中|开发|全|我|本)[一-鿿]{2,3}省)?(?:(?!示范|集聚|集中|开发|全|我|本)[一-鿿]{2,3}市)?(?P<town>[全我本]|(?!示范|集聚|集中|开发|全|我|本)[一-鿿]{2,3})(?<![名强重古])(?P<level>[省市县区镇])(?<!片区)(?![场民级])"
)


@lru_cache(maxsize=4096)
def whose(name: str) -> tuple[str, str]:
    """Return the town and the level of which a name says the thing is, the town empty in 全市, both where it says nothing."""
    told = _WHOSE.match(_TOLD.sub("", flat(name)).strip("“ "))
    return ("", "") if told is None else (told["town"].strip("全我本"), told["level"])


def of_other_ground(one: str, other: str) -> bool:
    """Tell whether by their names one is the province's and the other a town's, or each another town's."""
    (town, level), (other_town, other_level) = whose(one), whose(other)
    both = bool(level and other_level)
    return both and (level != other_level or (bool(town and other_town) and town != other_town))


@lru_cache(maxsize=4096)
def regions_in(name: str) -> frozenset[str]:
    """Return the provinces and cities a name carries: 浙江省服装行业协会… is not 江苏省服装协会…."""
    places = [m.place for m in read_places(name)]
    cities = {p.city for p in places if p.city}
    return frozenset(cities or {p.region for p in places if p.region})


def _contrast(words: Iterable[str], one: str, other: str) -> bool:
    """Tell whether each name has one of the contrasting words that the other lacks."""
    a, b = {w for w in words if w in one}, {w for w in words if w in other}
    return bool(a - b and b - a)
