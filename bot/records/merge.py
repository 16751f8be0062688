"""Several articles, one record: which of them tell of the same thing, what the one record says, what follows what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product
from typing import Literal, TypeVar
from zlib import crc32

from bot.records.likeness import SITTING, is_no_council, is_within
from bot.records.model import Evidence, Kind, Organisation, Person, Place, Record, Series, Status
from bot.records.names import called_by, ordinal_of, series, year_of
from bot.records.places import read_places
from bot.records.text import flat

# The same body in its long and its short form; applied to both sides before names are compared.
_SHORT_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(long), short)
    for long, short in (
        (r"^(?:全|我|本)?[省市县区](?=[一-鿿]{3}|[一-鿿]协)|全国(?=[一-鿿]{4})", ""),
        (r"(?<=[大竞]赛)(?:(?:全国)?总?决赛)?(?:暨?颁奖(?:典礼|仪式|盛典|晚会))?$", ""),
        (
            r"(?:分?赛区|分站|站)(?:比赛|选拔赛|预选赛|分区赛|晋级赛|资格赛|赛|活动)?$|(?<=赛[一-鿿]{2})(?:预赛|选拔赛)$",
            "站",
        ),
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
        (r"(?<=[一-鿿]{2})[两二三四]?[省市县区镇](?=[一-鿿]{2})", ""),
        (r"国际贸易促进(?:委员会|会)", "贸促会"),
        (r"(?:工作|联席|扩大)会议?", "工作会"),
        (r"(?<=会)议|征求意见稿|试行|修订版?", ""),
        (r"(?:会员代表|会员|代表)(?=大会)|(?:第?[一二三四五六七八九十]+次会议?)?暨换届(?:选举)?大会$", ""),
        (r"(?:成立|换届)大会$", "大会"),
        (r"(?:^|(?<=[一-鿿]{2}))国际(?=[一-鿿]{2})", ""),
        (r"(?:博览|展览|博)会(?=[春夏秋冬]|$)|(?<=展)会$", "展"),
        (r"交易会(?=[春夏秋冬]|$)", "交会"),
        (r"文化节$", "节"),
        (r"(?<=评选)(?:表彰)?活动", ""),
        (
            r"^关于(?:组织|开展|做好)*(?:申报|推荐|征集)?(?=[一-鿿]{4})|(?:申报|评选|征集|推荐)?(?:工作)?的?(?:通知|公告|函)$|申报(?:工作)?$",
            "",
        ),
    )
)
_CLUTTER = re.compile(r"[^0-9A-Za-z一-鿿]")
_TOLD = re.compile(r"第?[0-9一二三四五六七八九十百零首]{1,4}(?:届|次|期|回)|(?:19|20)\d\d(?:年度|年)?")
# Two of these that differ tell two things apart, however alike the rest of their names is.
_CONTRASTS: tuple[tuple[str, ...], ...] = (
    ("春", "夏", "秋", "冬"), ("男装", "女装", "童装"), ("上半年", "下半年"), ("初赛", "复赛", "决赛"), ("开幕", "闭幕"),
    ("纺织", "服装", "服饰", "面料", "辅料", "纱线", "家纺", "针织", "机械", "纺机", "缝机", "皮革", "丝绸", "羊绒", "内衣", "泳装", "袜", "印染", "化纤", "棉", "毛织"),
)  # fmt: skip
# How long before or after its announced day a thing is still the same one.
NEAR_DAYS = 4
_LETTERS_TOLD = re.compile(r"[A-Z]{3,8}(?=\s?20\d\d$)")  # EGLF of EGLF 2022
_LETTERED_ALIKE = 0.9  # intertextile春夏面辅料展 and 中国国际纺织面料及辅料(春夏)博览会
MOVED_DAYS = 400
PAPER_LIVES = (
    1000  # days within which one of two articles that tell of a paper without its year means the same version
)
_MOVED_UNCOUNTED = 180  # where only one name tells count or year: further off lies the next edition
_MOST_PAIRS = 12

_T = TypeVar("_T")
Follow = Literal["edition", "stage"]


@lru_cache(maxsize=8192)
def _letters(name: str) -> str:
    """Fold a name to the letters that tell it apart: no signs, counts or years, bodies in short form."""
    words = _TOLD.sub("", SITTING.sub("", flat(name)))
    words = _CLUTTER.sub("", words)
    for long, short in _SHORT_FORMS:
        words = long.sub(short, words)
    return words


_TELLS_PART = 5  # letters of a part of a joint name that tell it: 八届一次理事会 alone is any
_TELLS_PAPER = 12  # letters at the end of a paper's title that few others have
_SHORTEST = 3  # characters of what a fair is called for short: 汉博会


def _names(record: Record) -> tuple[str, ...]:
    return (record.name, *(a for a in record.aliases if len(a) >= 4))


def keys(record: Record) -> frozenset[str]:
    """Return the keys under which the same thing told elsewhere is looked for.

    Sharing one says nothing yet (see ``same``). Those of ``pairs`` are shared by much that has nothing else in
    common: they only serve among what lies near in time.
    """
    found = {f"name:{_letters(alias)}" for alias in record.aliases if len(alias) >= _SHORTEST}
    for name in _names(record):
        letters = _letters(name)
        found |= {f"name:{letters}", f"head:{letters.removeprefix('中国')[:6]}"}
        if record.kind == "plan" and len(letters) >= _TELLS_PAPER:
            found.add(f"tail:{letters[-_TELLS_PAPER:]}")  # 江东省某业行动方案 told as 《某业行动方案》
        for count in ordinal_of(name)[:1]:
            found.add(f"edition:{count}:{letters[-1:]}")
    if record.kind != "plan" and record.start and record.place and len(record.place.venue or "") >= _VENUE:
        found.add(f"at:{record.start[:7]}:{(record.place.venue or '')[-4:]}")
    if record.kind == "event" and record.start != record.end and _days(record.start) and _days(record.end):
        found.add(f"span:{record.start}:{record.end}:{_letters(record.name)[-1:]}")
    if record.document:
        found.add(f"document:{_letters(record.document)}")
    return frozenset(found)


def pairs(record: Record) -> frozenset[str]:
    """Return pairs of neighbouring letters of a record's names, a few of a long one: the same few in whatever like it."""
    letters = map(_letters, _names(record))
    found = {word[at : at + 2] for word in letters for at in range(len(word) - 1)}
    return frozenset(sorted(found, key=_drawn)[:_MOST_PAIRS])


def _drawn(pair: str) -> tuple[int, str]:
    """Put pairs in an order that has nothing to do with how common they are, the same everywhere."""
    return crc32(pair.encode()), pair


def same(one: Record, other: Record, near: bool | None = None) -> bool:
    """Tell whether two records tell of one meeting, plan or event.

    Editions, years in the names, regions, bodies and contrasting words keep like-named things apart.

    Args:
        one: a record.
        other: another, in either order.
        near: whether the articles that tell of them came out within weeks of each other (of papers: within their
            life), if anybody knows: it stands in where one of them is told without its day.
    """
    months = may_take_months(one.kind, one.name)
    if months != may_take_months(other.kind, other.name):
        return False
    if months and "event" in (one.kind, other.kind) and not _of_one_round(one, other):
        return False
    if one.kind == other.kind == "plan" and (_other_papers(one, other) or _other_version(one, other, near)):
        return False
    if one.kind == "plan" and one.document and one.document == other.document:
        return True
    if told_apart(one.name, other.name) or any(
        map(_of_other_ground, *zip(*product(_names(one), _names(other)), strict=True))
    ):
        return False
    if (_bare(one) or _bare(other)) and not _on_common_ground(one, other):
        return False
    # 全省…座谈会 is that of a province only where a place or host says so.
    if not _ours_alike(one, other):
        return False
    close = _near_days(one, other)
    if close is False and not _moved(one, other):
        return False
    by_town = _called_by_town(one, other) or _called_by_town(other, one)
    if by_town or _in_other_regions(one.name, other.name):
        return by_town
    alike = _most_alike(one, other)
    if near and _same_slogan(one, other):
        return True
    if _of_two_bodies(one, other) or _of_other_people(one, other):
        return False
    if close is None and one.kind != "plan" and near is not None:
        if not (near or _counted(one, other) or (_moved(one, other) and _of_like_years(one, other))):
            return False
        letters = 6 if _same_town(one, other) else 8
        if near and alike >= 0.85 and min(len(_letters(one.name)), len(_letters(other.name))) >= letters:
            return not _other_place(one, other)
    if alike >= 0.95:
        if _other_place(one, other) and not (_distinct(one, other) and len(_letters(one.name)) >= 8):
            return False
        undated = close is None and not (one.start and other.start) and len(_letters(one.name)) >= 8
        # 2023某展 told without its day, in the weeks of it.
        undated = undated or (close is None and near is True and one.kind == other.kind == "event")
        return (
            close is True
            or undated
            or _distinct(one, other)
            or _same_ground(one, other)
            or _moved(one, other)
        )
    if close is not True:
        told = months or _counted(one, other)
        settled = alike >= 0.8 if told else alike >= 0.85 and _moved(one, other)
        return settled and not _other_ground(one, other)
    shared = _same_people(one, other) or _share_host(one, other)
    if alike >= 0.85:
        # Like meetings of two bodies fall on one week: what is told of other days needs more in common.
        one_day = one.start == other.start or (one.end or "") == other.end
        common = shared or one_day or _same_town(one, other) or _counted(one, other)
        telling = min(len(_letters(one.name)), len(_letters(other.name))) >= _TELLING
        return not _other_place(one, other) and (common or telling)
    enough = 0.45 if shared else _IN_ONE_ROOM if _same_speaker(one, other) else 0.75
    return not _other_ground(one, other) and (alike >= enough or _called_short(one, other))


def namesakes(one: Record, other: Record) -> bool:
    """Tell whether two that have their name and year in common are two: other days and towns or hosts, other issuers or people."""
    if same(one, other):
        return False
    any_town = _by_any_town(one) or _by_any_town(other)
    if _of_other_people(one, other) or (any_town and _other_place(one, other)):
        return True
    a, b = _days(one.start), _days(other.start)
    years_apart = bool(a and b and abs((a - b).days) > MOVED_DAYS)
    apart = years_apart or _other_place(one, other) or _strangers(one, other)
    return may_take_months(one.kind, one.name) or (apart and bool(a and b) and one.start != other.start)


def likeness(one: Record, other: Record) -> tuple[bool, bool, bool, float]:
    """Rank how surely two that may be the same are: near days, one edition or year, one day, letters shared."""
    near, alike = _near_days(one, other) is True, _most_alike(one, other)
    return near, _counted(one, other), near and one.start == other.start, alike


_OURS = re.compile(r"(?:全|我|本)?(?P<level>[省市县区])(?=[一-鿿]{3})")


def _ours_alike(one: Record, other: Record) -> bool:
    """Tell whether 全省… in one name can be the province in the other: of that level, and on one ground."""
    told = [(a, b) for a, b in ((one, other), (other, one)) if _OURS.match(flat(a.name))]
    if len(told) != 1:
        return True
    vague, named = told[0]
    if (
        _days(one.start)
        and one.start == other.start
        and (not _regions(named.name) or _same_venue(one, other) or _same_span(one, other))
    ):
        return not _other_ground(one, other)
    # On one day 全省… is that of the province it is placed in.
    one_day = _days(one.start) and one.start == other.start and vague.place
    if one_day and {one_day.region, one_day.city} & _regions(named.name):
        return True
    level = _OURS.match(flat(vague.name))
    levels = re.findall("[省市县区]", flat(named.name)[:6])
    return _same_ground(one, other) and (not levels or level is None or level["level"] in levels)


_SLOGAN = re.compile(r"“([^“”]{2,12})”[^“”]{0,4}$")


def _same_slogan(one: Record, other: Record) -> bool:
    """Tell whether two plans of a body in common go by one slogan: 省某协“五大行动”, 某业“五大行动”."""
    said = [m and m[1] for m in (_SLOGAN.search(r.name) for r in (one, other))]
    return one.kind == "plan" and bool(said[0]) and said[0] == said[1] and _share_host(one, other)


def _same_span(one: Record, other: Record) -> bool:
    """Tell whether both last from one day to another and their names are one in letters."""
    span = one.start, one.end
    letters = _letters(one.name), _letters(other.name)
    return span == (other.start, other.end) and one.start != one.end and is_within(*sorted(letters, key=len))


_TELLING = 8  # letters of a name that few others have
_IN_ONE_ROOM = 0.55  # alike at least, of two meetings of one day at which one and the same person is told of


def _of_two_bodies(one: Record, other: Record) -> bool:
    """Tell whether meetings without a count, on days of their own, are those of hosts with nothing in common."""
    met = one.kind == other.kind == "meeting" and _days(one.start) and _days(other.start)
    own = met and one.start != other.start and not _counted(one, other)
    return bool(own) and _strangers(one, other) and not (_same_people(one, other) or _same_town(one, other))


def _same_speaker(one: Record, other: Record) -> bool:
    """Tell whether meetings of one known day have a person in common."""
    met = one.kind == other.kind == "meeting" and _days(one.start) and one.start == other.start
    return bool(met and {p.name for p in one.people} & {p.name for p in other.people})


def _called_short(one: Record, other: Record) -> bool:
    """Tell whether in one hall, or from one day to one other, a name is the other cut short: 裤博会; or but letters: EGLF 2022."""
    span = one.start != one.end and (one.start, one.end) == (other.start, other.end)
    if not (_same_venue(one, other) or (span and not _other_place(one, other))):
        return False
    a, b = sorted((_letters(one.name), _letters(other.name)), key=len)
    lettered = _same_venue(one, other) and any(_LATIN_ALONE.fullmatch(flat(r.name)) for r in (one, other))
    return lettered or (len(a) <= _CUT_SHORT and a[-1:] == b[-1:] and is_within(a, b))


def _same_venue(one: Record, other: Record) -> bool:
    """Tell whether both are placed in one hall, told in full or short: 云山会展中心, 市会展中心."""
    venues = [_OF_TOWN.sub("", r.place.venue or "") for r in (one, other) if r.place]
    return len(venues) == 2 and min(map(len, venues)) >= _VENUE and is_within(*sorted(venues, key=len))


_OF_TOWN = re.compile(r"^[省市县区镇](?=[一-鿿]{4})")
_VENUE = 4  # characters of a venue that is one, 展览馆 alone is any
_CUT_SHORT = 4
_LATIN_ALONE = re.compile(r"(?:20\d\d\s?)?[A-Za-z]{3,12}(?:\s?20\d\d)?")


_OPEN_SORT = re.compile(r"(?:座谈|推进|调度|工作|对接|推介|动员|部署|交流)会议?$")


def _of_other_people(one: Record, other: Record) -> bool:
    """Tell whether meetings that any town may hold so called have other people and nothing else in common: 服装企业座谈会."""
    people = [{p.name for p in r.people} for r in (one, other)]
    shared = _share_host(one, other) or _same_town(one, other) or _same_venue(one, other)
    return (
        _by_any_town(one)
        and _by_any_town(other)
        and all(people)
        and people[0].isdisjoint(people[1])
        and not shared
    )


def _by_any_town(record: Record) -> bool:
    """Tell whether a meeting is named as any town's may be: 服装企业座谈会."""
    name = record.name
    told = year_of(name) or ordinal_of(name) or _regions(name) or _whose(name)[0]
    return bool(_OPEN_SORT.search(name)) and not told


def _same_people(one: Record, other: Record) -> bool:
    """Tell whether two people or more are named in both: on one day they were in one room."""
    return len({p.name for p in one.people} & {p.name for p in other.people}) >= 2


# 西柳对接会: a town's paper calls what is held there by the town and its sort.
_TOWN_AND_SORT = re.compile(
    r"(?P<town>[一-鿿]{2,3})(?P<sort>(?:对接|推介|订货|洽谈|招商|座谈|研讨|交流|发布|采购|展销|现场|工作|博览|展览|交易|年)会|论坛|峰会|大赛|展|[博交洽]会|[节周])"
)


def _called_by_town(short: Record, long: Record) -> bool:
    """Tell whether a name is that of the town in which the other is held on the same day, and its sort."""
    told = _TOWN_AND_SORT.fullmatch(flat(short.name))
    where = long.place and f"{long.place.text}{long.place.venue or ''}"
    if told is None or not where or not _days(short.start) or short.start != long.start:
        return False
    return told["town"] in where and _letters(long.name).endswith(_letters(told["sort"]))


# The cup of a contest bears its sponsor's town: “濮院毛衫杯”某大赛四川赛区决赛 is held elsewhere.
_CUP = re.compile(r"“[^”]{1,12}杯”")


def _in_other_regions(one: str, other: str) -> bool:
    if bool(_CUP.search(one)) != bool(_CUP.search(other)):
        one, other = _CUP.sub("", one), _CUP.sub("", other)
    regions = _regions(one), _regions(other)
    return all(regions) and regions[0].isdisjoint(regions[1])


# From its call to its honours a selection runs for months: its notice is a plan, what is told of it later an event.
_SELECTION = re.compile(r"(?:评选|评定|推选)(?:表彰)?(?:活动|工作)?(?:的?(?:预?通知|公告|函|启事))?$")


def may_take_months(kind: Kind, name: str) -> bool:
    """Tell whether a record is a plan, or a selection that one calls for, which no day bounds."""
    return kind == "plan" or bool(kind == "event" and _SELECTION.search(flat(name)))


def _of_one_round(one: Record, other: Record) -> bool:
    """Tell whether what is told of a yearly selection is told of one year's."""
    a, b = _about(one.start or one.end), _about(other.start or other.end)
    selections = all(_SELECTION.search(flat(r.name)) for r in (one, other))
    near = bool(a and b and abs((a - b).days) <= _A_ROUND)
    return selections and (_counted(one, other) or near)


_A_ROUND = 300  # days within which a selection without its year is that of one year


def told_apart(one: str, other: str) -> bool:
    """Tell whether the names of two records alone say that they are two: other counts, years, regions or words."""
    counts = zip(ordinal_of(one), ordinal_of(other), strict=False)
    years = year_of(one), year_of(other)
    if any(a != b for a, b in counts) or (years[0] and years[1] and years[0] != years[1]):
        return True
    by_town = bool(_TOWN_AND_SORT.fullmatch(flat(one))) != bool(_TOWN_AND_SORT.fullmatch(flat(other)))
    if (_in_other_regions(one, other) and not by_town) or _of_other_ground(one, other):
        return True
    if _is_about(one, other) or _is_about(other, one):
        return True
    if is_no_council(one, other) or is_no_council(other, one):
        return True
    if _of_other_rounds(one, other) or _of_all_and_of_one(one, other) or _of_all_and_of_one(other, one):
        return True
    letters = _letters(one), _letters(other)
    if _of_other_sorts(one, other) or _of_other_bodies(*letters) or _carries_out(*letters):
        return True
    return any(_contrast(words, *letters) for words in _CONTRASTS)


# What people visit, compete in and talk at: names that end as two of these tell of two things, one held at the other.
_SORTS = (
    re.compile(r"(?:展|展会|[展博]览会|博会|交会|洽会|交易会|订货会|采购会)(?:\([^()]*\))?[”)]?$"),
    re.compile(r"(?:[大竞决]赛|评选|颁奖(?:典礼|仪式|盛典|晚会))[”)]?$"),
    re.compile(r"(?:论坛|峰会|年会|理事会|研讨会|座谈会|报告会|交流会|沙龙|代表大会|会员大会)[”)]?$"),
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


_PAPER = re.compile(r"(?:计划|方案|规划|意见|办法|措施|条例|纲要|政策|规定|标准)$")


_BODY = re.compile(r"[一-鿿]{2,}(?:协会|商会|学会|联合会|促进会|研究会|联盟|专委会|分会)")
_BRANCH = ("专委会", "分会")


def _body(letters: str) -> str | None:
    """Return the body whose meeting a name in letters is, if it names one alone."""
    match = _BODY.match(letters)
    return match[0] if match and "暨" not in letters else None


def _of_other_bodies(one: str, other: str) -> bool:
    """Tell whether each name in letters is that of another body: neither told within the other, or one its branch."""
    a, b = sorted((_body(one) or "", _body(other) or ""), key=len)
    return bool(a) and (not _is_short_for(a, b) or (b.endswith(_BRANCH) and not a.endswith(_BRANCH)))


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


# Of a contest or tour held in many towns: 杭州赛区选拔赛, 广州站, 分站赛, 福建预赛.
_ROUND = re.compile(
    r"(?P<town>[一-鿿]{2})?(?:(?:分?赛区|分站赛?)[一-鿿]{0,6}|站(?:比赛|活动|选拔赛|预选赛)?|(?:选拔|预选|分区|晋级|资格|预)赛)[)”]?$"
)


def _of_other_rounds(one: str, other: str) -> bool:
    """Tell whether both are stops of a tour, or one a heat of the contest that the other is, or another heat."""
    told = [_ROUND.search(flat(name)) for name in (one, other)]
    towns = {m["town"] for m in told if m and m["town"]}
    if all(told):
        return len(towns) == 2
    return any(m is not None and "赛" in name for m, name in zip(told, (one, other), strict=True))


def _of_all_and_of_one(whole: str, part: str) -> bool:
    """Tell whether one name is the country's and the other a province's: 全国纺织工作会议, 河南省纺织工作会议."""
    return whole.startswith("全国") and bool(_regions(part[:4])) and not _regions(whole)


_ABOUT = re.compile(
    r"(?:新闻发布会|媒体见面会|通气会|启动仪式|签约仪式|筹备会|筹备会议|备战会|动员会|推介会|座谈会|说明会|推进会|论坛|培训班|总结会)$"
)


def _is_about(longer: str, shorter: str) -> bool:
    """Tell whether one name is that of something held about or within the other: 博览会 and its 新闻发布会."""
    rest = _ABOUT.sub("", flat(longer))
    return rest != flat(longer) and not rest.endswith("暨") and _letters(rest) == _letters(shorter)


# Whose a thing is by its name: 全省…, 关于推动全市…, 仙水县…; of 江东省云山市… and 云山市江口区… the narrower.
_WHOSE = re.compile(
    r"(?:关于)?(?:进一步|加快|支持|促进|推动|推进|加强|做好)*"
    r"(?:(?!示范|集聚|集中|开发|全|我|本)[一-鿿]{2,3}省)?(?:(?!示范|集聚|集中|开发|全|我|本)[一-鿿]{2,3}市)?(?P<town>[全我本]|(?!示范|集聚|集中|开发|全|我|本)[一-鿿]{2,3})(?P<level>[省市县区镇])(?<!片区)(?![场民级])"
)


@lru_cache(maxsize=4096)
def _whose(name: str) -> tuple[str, str]:
    """Return the town and the level of which a name says the thing is, the town empty in 全市, both where it says nothing."""
    told = _WHOSE.match(_TOLD.sub("", flat(name)).strip("“ "))
    return ("", "") if told is None else (told["town"].strip("全我本"), told["level"])


def _of_other_ground(one: str, other: str) -> bool:
    """Tell whether by their names one is the province's and the other a town's, or each another town's."""
    (town, level), (other_town, other_level) = _whose(one), _whose(other)
    both = bool(level and other_level)
    return both and (level != other_level or (bool(town and other_town) and town != other_town))


@lru_cache(maxsize=4096)
def _regions(name: str) -> frozenset[str]:
    """Return the provinces and cities a name carries: 浙江省服装行业协会… is not 江苏省服装协会…."""
    places = [m.place for m in read_places(name)]
    cities = {p.city for p in places if p.city}
    return frozenset(cities or {p.region for p in places if p.region})


def _contrast(words: Iterable[str], one: str, other: str) -> bool:
    """Tell whether each name has one of the contrasting words that the other lacks."""
    a, b = {w for w in words if w in one}, {w for w in words if w in other}
    return bool(a - b and b - a)


def _counted(one: Record, other: Record) -> bool:
    """Tell whether both names carry the same count or year, which settles the edition."""
    counts = bool(ordinal_of(one.name)) and ordinal_of(one.name) == ordinal_of(other.name)
    return counts or (year_of(one.name) is not None and year_of(one.name) == year_of(other.name))


def _distinct(one: Record, other: Record) -> bool:
    """Tell whether equal names settle it alone: a count, a year or a plan's own title."""
    return may_take_months(one.kind, one.name) or _counted(one, other)


def _days(value: str | None) -> date | None:
    return date.fromisoformat(value[:10]) if value and re.match(r"\d{4}-\d\d-\d\d", value) else None


def _about(value: str | None) -> date | None:
    """Return the day, or the middle of the month, that a date tells."""
    return _days(f"{value}-15" if value and len(value) == len("2022-04") else value)


def _near_days(one: Record, other: Record) -> bool | None:
    """Tell whether the days are near each other (True), apart (False) or not both known (None)."""
    a, b = _days(one.start or one.end), _days(other.start or other.end)
    if may_take_months(one.kind, one.name):
        return None if not (a and b) or abs((a - b).days) > NEAR_DAYS else True
    if a and b:
        spans = [abs((a - b).days)]
        spans += [0] * any(_within(x, y) for x, y in ((one, other), (other, one)))
        return min(spans) <= NEAR_DAYS
    known = [v.lstrip("-") for v in (one.start, other.start) if v and len(v.lstrip("-")) >= 5]
    if len(known) == 2 and any(v and v.startswith("--") for v in (one.start, other.start)):
        return known[0][-5:] == known[1][-5:] or _in_one_week(one.start, other.start)
    if one.start and other.start and not one.start.startswith("-") and not other.start.startswith("-"):
        size = min(len(one.start), len(other.start), 10)
        if one.start[:size] == other.start[:size]:
            return True if size >= 7 else None
        return None if size < 7 else False
    return None


def _in_one_week(one: str | None, other: str | None) -> bool:
    """Tell whether two days of which a year is not told for both (--09-12, 2025-09-13) are near each other."""
    told = [re.fullmatch(r"(?:--|\d{4}-)(\d\d-\d\d)(?:T.*)?", value or "") for value in (one, other)]
    a, b = (_days(f"2024-{day[1]}" if day else None) for day in told)  # a leap year has every day
    return bool(a and b and abs((a - b).days) <= NEAR_DAYS)


def _within(one: Record, other: Record) -> bool:
    a, b, c = _days(one.start or one.end), _days(other.start), _days(other.end)
    return bool(a and b and c and b <= a <= c)


def _moved(one: Record, other: Record) -> bool:
    """Tell whether a postponement or cancellation explains days that lie apart, for one edition or year."""
    a, b = _about(one.start), _about(other.start)
    if ordinal_of(one.name) and ordinal_of(one.name) == ordinal_of(other.name):
        return a is None or b is None or abs((a - b).days) <= MOVED_DAYS
    if not {one.status, other.status} & {"postponed", "cancelled"}:
        return False
    told_once = bool(year_of(one.name)) != bool(year_of(other.name)) or bool(ordinal_of(one.name)) != bool(
        ordinal_of(other.name)
    )
    most = MOVED_DAYS if _counted(one, other) else _MOVED_UNCOUNTED if told_once else -1
    return most >= 0 and (a is None or b is None or abs((a - b).days) <= most)


def _of_like_years(one: Record, other: Record) -> bool:
    """Tell whether the years of both are known, by name or day, and no further apart than a thing is put off."""
    years = [year_of(r.name) or int((r.start or "-")[:4].strip("-") or 0) for r in (one, other)]
    most = 0 if "cancelled" in (one.status, other.status) else 1
    return all(year > _FIRST_YEAR for year in years) and abs(years[0] - years[1]) <= most


_FIRST_YEAR = 1900  # --12-20 tells none


def _most_alike(one: Record, other: Record) -> float:
    """Compare two records by those of their names that are most alike."""
    briefly = any(_letters(a.name) in map(_letters, b.aliases) for a, b in ((one, other), (other, one)))
    return max(_LETTERED_ALIKE * briefly, *(_alike(a, b) for a in _told_as(one) for b in _told_as(other)))


def _told_as(record: Record) -> tuple[str, ...]:
    """Return the names of a record, and of what is held as one (某博览会暨某时尚周) those of its parts."""
    parts = (part for name in _names(record) if "暨" in name for part in name.split("暨"))
    return (*_names(record), *(part for part in parts if len(_letters(part)) >= _TELLS_PART))


def _alike(one: str, other: str) -> float:
    """Compare two names by letters: 1 where one is told within the other, less where words are exchanged."""
    a, b = sorted((_letters(one), _letters(other)), key=len)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    if any((called := called_by(x)) and called in y for x, y in ((one, other), (other, one))):
        return _LETTERED_ALIKE
    if any(m and m[0] in y for x, y in ((one, other), (other, one)) for m in [_LETTERS_TOLD.match(x)]):
        return _LETTERED_ALIKE
    if a.endswith("杯") and a in b:
        return 0.7 + 0.3 * len(a) / len(b)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    exchanged = [(a[i:j], b[k:m]) for op, i, j, k, m in matcher.get_opcodes() if op == "replace"]
    covered = sum(block.size for block in matcher.get_matching_blocks())
    if not exchanged and (len(a) >= 4 or (_SORT_ALONE.fullmatch(a) and b.endswith(a))):
        return 0.7 + 0.3 * covered / len(b) if covered == len(a) else 0.5 + 0.45 * covered / len(a)
    return 2 * covered / (len(a) + len(b)) - 0.08 * sum(max(len(x), len(y)) for x, y in exchanged)


def _bare(record: Record) -> bool:
    """Tell whether a name says so little that any body may have its like: 三届二次理事会, 年会."""
    return bool(_SORT_ALONE.fullmatch(_letters(record.name)))


_SORT_ALONE = re.compile(
    "(?:常务)?(?:理事|监事|会长|秘书长)(?:办公)?会|年会|大会|(?:工作|座谈|联席|总结|分析)会"
)


def _on_common_ground(one: Record, other: Record) -> bool:
    """Tell whether meetings named by their sort alone share host, town or people, or their count and day."""
    if _strangers(one, other) or _other_place(one, other):
        return False
    shared = _share_host(one, other) or _same_town(one, other) or _same_people(one, other)
    return shared or (_counted(one, other) and one.start is not None and one.start == other.start)


def _hosts(record: Record) -> set[str]:
    """Return who holds it in letters, the body in its name included."""
    named = _body(_letters(record.name))
    holding = (o.name for o in record.organisations if o.role in ("host", "organiser", "issuer"))
    told = {_letters(_OFFICE.sub("", name)) for name in holding}
    told = {name for name in told if not _ANY_TOWNS.fullmatch(name)}
    return told | {named} if named else told


_OFFICE = re.compile(r"(?<=政府)(?:办公厅|办公室)$")
_ANY_TOWNS = re.compile(r"[省市县区镇]?(?:委|政府|委[省市县区镇]政府)")  # 市政府 is that of any town


def _share_host(one: Record, other: Record) -> bool:
    """Tell whether both have a host in common, in its long or its short form."""
    return any(is_within(*sorted(two, key=len)) for two in product(_hosts(one), _hosts(other)))


def _strangers(one: Record, other: Record) -> bool:
    """Tell whether the hosts of both are known and none is common to them."""
    return bool(_hosts(one) and _hosts(other)) and not _share_host(one, other)


def _same_ground(one: Record, other: Record) -> bool:
    """Tell whether nameless meetings share a host or a place."""
    return _share_host(one, other) or bool(
        one.place
        and other.place
        and one.place.region
        and one.place.city == other.place.city
        and one.start
        and one.start == other.start
    )


# Of which level an authority is: a ministry's call and a province's that answers it are two papers.
_ISSUING = re.compile(
    r"(?:[一-鿿]{2,3}|[一-鿿]{2,6}自治)?(?P<level>[省市县区])(?=[一-鿿]{0,10}(?:厅|局|委|政府|办))|(?P<state>国务院|国家[一-鿿]|[一-鿿]{2,12}部(?:办公厅)?$)"
)


def _authorities(record: Record) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the levels and the regions of the authorities that issue a paper, and the towns it is of by them or its name."""
    names = [o.name for o in record.organisations if o.role == "issuer"]
    told = [m for m in map(_ISSUING.match, names) if m]
    levels = ("国" if m["state"] else "省" if m[0].endswith("自治区") else m["level"] for m in told)
    regions = (m.place.region for name in names for m in read_places(name)) if told else ()
    towns = (town + level for town, level in map(_whose, (*_names(record), *names)) if town)
    return frozenset(levels), frozenset(r for r in regions if r), frozenset(towns)


_SOCIETY = re.compile(r"(?:协会|商会|学会|联合会|促进会|研究会|联盟)$")
_VERSION = re.compile(r"[((](20\d\d)年?版[))]$")


def _other_papers(one: Record, other: Record) -> bool:
    """Tell whether two titles alike are those of other societies, or of another year's version."""
    societies = [
        {_letters(o.name) for o in r.organisations if o.role == "issuer" and _SOCIETY.search(o.name)}
        for r in (one, other)
    ]
    if all(societies) and not any(is_within(*sorted(two, key=len)) for two in product(*societies)):
        return True
    if any(a and b and a.isdisjoint(b) for a, b in zip(_authorities(one), _authorities(other), strict=True)):
        return True
    for new, old in ((one, other), (other, one)):
        told = _VERSION.search(new.name)
        if told and not _VERSION.search(old.name) and (old.start or "9")[:4] < told[1]:
            return True
    return False


_FIVE_YEARS = re.compile("十[一二三四五]五")


def _other_version(one: Record, other: Record, near: bool | None) -> bool:
    """Tell whether two papers of one title, told years apart, are two versions of it: a standard is revised under its name."""
    a, b = _about(one.start), _about(other.start)
    apart = near is False or bool(a and b and abs((a - b).days) > PAPER_LIVES)
    term = _FIVE_YEARS.search(one.name), _FIVE_YEARS.search(other.name)
    told = term[0] and term[1] and term[0][0] == term[1][0]
    numbered = one.document == other.document and bool(one.document) and one.document != one.name
    return apart and not (told or _counted(one, other) or numbered)


def _same_town(one: Record, other: Record) -> bool:
    return bool(one.place and other.place and one.place.city and one.place.city == other.place.city)


def _other_place(one: Record, other: Record) -> bool:
    """Tell whether both places are known and lie in different provinces or cities."""
    a, b = one.place, other.place
    if a is None or b is None:
        return False
    return bool((a.region and b.region and a.region != b.region) or (a.city and b.city and a.city != b.city))


def _other_ground(one: Record, other: Record) -> bool:
    """Tell whether place or hosts speak against it: another city, or known hosts with none in common."""
    return _other_place(one, other) or (_strangers(one, other) and not _counted(one, other))


# --- one record out of two -----------------------------------------------------------------------

_STAGE: dict[Status | None, int] = {
    None: 0,
    "draft": 1,
    "upcoming": 1,
    "published": 2,
    "ongoing": 3,
    "postponed": 4,
    "cancelled": 5,
    "held": 6,
}


def merged(old: Record, new: Record) -> Record:
    """Make one record of two that are the same; the id of the old one stays.

    A field comes from the record that tells it better: the later stage for dates (a postponed event has its
    new date), the more exact one, then the more confident. Evidence of both is kept, with its article, so
    that a conflict stays visible.
    """
    old, new = _called_for(old, new), _called_for(new, old)
    ahead, behind = (new, old) if _STAGE[new.status] > _STAGE[old.status] else (old, new)
    first, second = _better(ahead, behind)
    lead = max((old, new), key=lambda r: (len(r.name), r is old))
    name = lead.name if ahead.status == "draft" else _DRAFT.sub("", lead.name)
    return replace(
        old,
        kind=old.kind,
        name=name,
        aliases=_union(n for n in (*old.aliases, *new.aliases, old.name, new.name) if n != name),
        status=ahead.status,
        start=first.start,
        end=_last(first, second),
        time_text=first.time_text or second.time_text,
        date_basis=first.date_basis,
        deadline=ahead.deadline or behind.deadline,
        place=_place(ahead.place, behind.place),
        organisations=_organisations(old, new),
        people=_people(old, new),
        items=max(old.items, new.items, key=len),
        figures=tuple({f.label: f for f in (*behind.figures, *ahead.figures)}.values()),
        series=_series(old, new),
        parent=old.parent or new.parent,
        document=old.document or new.document,
        evidence=_union((*_cited(old), *_cited(new))),
        articles=_union((*old.articles, *new.articles)),
        confidence=max(old.confidence, new.confidence),
    )


def _called_for(plan: Record, event: Record) -> Record:
    """Take the notice of a selection for the selection, told ahead: the day of a notice is none of it."""
    if plan.kind != "plan" or event.kind == "plan":
        return plan
    return replace(
        plan,
        kind=event.kind,
        name=event.name,
        aliases=(*plan.aliases, plan.name),
        status="upcoming",
        start=None,
        end=None,
        time_text=None,
        date_basis=None,
        evidence=tuple(e for e in plan.evidence if e.field not in _DAYS_TOLD),
    )


_DAYS_TOLD = ("start", "end", "time_text", "date_basis")


def _better(ahead: Record, behind: Record) -> tuple[Record, Record]:
    """Choose whose dates stand: a dropped date never, else the more exact, the later stage, the surer."""
    if ahead.status in ("postponed", "cancelled") and behind.status != "held":
        return ahead, behind
    if _exact(ahead.start) != _exact(behind.start):
        return (ahead, behind) if _exact(ahead.start) > _exact(behind.start) else (behind, ahead)
    if ahead.status == behind.status and behind.confidence > ahead.confidence:
        return behind, ahead
    return ahead, behind


_DRAFT = re.compile(r"\((?:征求意见稿|公开征求意见稿|讨论稿|送审稿|草案|审议稿)\)$")


def _last(first: Record, second: Record) -> str | None:
    """Return the last day: of two that begin on one day the one that tells how long it lasts."""
    only_opened = first.start == second.start and first.end in (None, first.start)
    return second.end or first.end if only_opened and _days(first.start) else first.end


def _exact(value: str | None) -> int:
    """Rank a date: none, a year, a day without its year, a month, a day."""
    if not value:
        return 0
    return 2 if value.startswith("-") else {4: 1, 7: 3}.get(len(value), 4)


def _place(one: Place | None, other: Place | None) -> Place | None:
    if one is None or other is None:
        return one or other
    best, rest = sorted(
        (one, other),
        key=lambda p: (p.venue is not None and p.venue != p.city, p.region is not None, len(p.text)),
        reverse=True,
    )
    return best if best.region else replace(best, region=rest.region, city=rest.city)


def _union(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))


def _organisations(old: Record, new: Record) -> tuple[Organisation, ...]:
    """Join the bodies; one that both name counts once, with its longer name."""
    found: dict[tuple[str, str], Organisation] = {}
    for body in (*old.organisations, *new.organisations):
        key = (_letters(body.name), body.role)
        if key not in found or len(body.name) > len(found[key].name):
            found[key] = body
    return tuple(found.values())


_ACTIVE = ("moderator", "speaker", "awardee", "attendee", "other")


def _people(old: Record, new: Record) -> tuple[Person, ...]:
    """Join the people by name, each with what they did most and all their posts."""
    found: dict[str, Person] = {}
    for person in (*old.people, *new.people):
        known = found.get(person.name)
        if known is None:
            found[person.name] = person
            continue
        role = min(known.role, person.role, key=_ACTIVE.index)
        found[person.name] = replace(known, role=role, posts=known.posts or person.posts)
    return tuple(found.values())


def _series(old: Record, new: Record) -> Series:
    return Series(old.series.name or new.series.name, old.series.edition or new.series.edition)


def _cited(record: Record) -> tuple[Evidence, ...]:
    """Return the evidence with its article; a record of one article need not have said it before."""
    source = record.articles[0] if record.articles else None
    return tuple(e if e.article else replace(e, article=source) for e in record.evidence)


# --- what follows what ---------------------------------------------------------------------------


def follows(later: Record, earlier: Record) -> Follow | None:
    """Tell whether one record carries on what another began.

    Args:
        later: the record of the newer article.
        earlier: a record known before.

    Returns:
        ``edition`` where it is a later edition of the same series, ``stage`` where it tells how a plan (or
        what was planned) went on: passed, explained, under way, done. None where they have nothing to do
        with each other or are the same record.
    """
    if later.id == earlier.id or same(later, earlier):
        return None
    if earlier.kind == "plan":
        return "stage" if _speaks_of(later, earlier) else None
    return "edition" if later.kind != "plan" and _next_edition(later, earlier) else None


def _speaks_of(later: Record, plan: Record) -> bool:
    title = _letters(plan.name)
    told = [*_names(later), *later.items, later.document or "", *(e.quote for e in later.evidence)]
    return len(title) >= 6 and any(title in _letters(words) for words in told)


def _next_edition(later: Record, earlier: Record) -> bool:
    one, other = (
        later.series.name or series(later.name).name,
        earlier.series.name or series(earlier.name).name,
    )
    counted = later.series.edition is not None and earlier.series.edition is not None
    if counted and one and other and _letters(one) == _letters(other):
        return (later.series.edition or 0) > (earlier.series.edition or 0)
    years = year_of(later.name), year_of(earlier.name)
    return bool(
        years[0] and years[1] and years[0] > years[1] and _letters(later.name) == _letters(earlier.name)
    )
