"""Whether two plans are one paper: who issued it, for which place and years, in which version."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import product

from bot.records.merging.apart import WARES, letters_of, regions_in, whose
from bot.records.merging.ground import share_host
from bot.records.merging.named import TELLING, names_of
from bot.records.merging.near import PAPER_LIVES, about, counted, day_of
from bot.records.model import Record
from bot.records.naming.editions import year_of
from bot.records.naming.likeness import is_within
from bot.records.places import is_region, read_places
from bot.records.text import flat

_SLOGAN = re.compile(r"“([^“”]{2,12})”[^“”()]{0,8}(?:\([^()]{0,14}\))?$")


def same_slogan(one: Record, other: Record) -> bool:
    """Tell whether two plans of a body in common go by one slogan: 省某协“五大行动”, 某业“五大行动”."""
    said = [m and m[1] for m in (_SLOGAN.search(flat(r.name)) for r in (one, other))]
    return one.kind == "plan" and bool(said[0]) and said[0] == said[1] and share_host(one, other)


_BY_ITS_BODY = re.compile(r"^.{0,24}?(?:协会|商会|学会|联合会|[厅局委部])(?=.{4})|行业")


def told_by_its_body(one: Record, other: Record) -> bool:
    """Tell whether a paper of one body and five years is told by that body and its sort: 某协会“十五五”指导意见."""
    terms = [m and m[0] for m in (_FIVE_YEARS.search(flat(r.name)) for r in (one, other))]
    if not (one.kind == "plan" and terms[0] and terms[0] == terms[1] and share_host(one, other)):
        return False
    short, long = sorted((_BY_ITS_BODY.sub("", letters_of(r.name)) for r in (one, other)), key=len)
    return len(short) > len(terms[0]) and is_within(short, long) and short[-2:] == long[-2:]


_SORT_TOLD = re.compile(r"(?:措施|行动方案|行动计划|规划)$")
_FURTHERED = re.compile(
    r"[三五]年|关于|进一步|支持|扶持|促进|推动|推进|加快|鼓励|(?:高质量|健康|稳定|持续|快速)*发展|产业|行业|[的和]"
)


def same_trades_paper(one: Record, other: Record) -> bool:
    """Tell whether two papers of one sort and town are for one trade: 某市…产业高质量发展若干措施, 某市扶持…的8条措施."""
    sorts = [
        m and m[0] for m in (_SORT_TOLD.search(letters_of(_PERIOD.sub("", r.name))) for r in (one, other))
    ]
    if one.kind != "plan" or not sorts[0] or sorts[0] != sorts[1]:
        return False
    towns, trades = zip(*map(_measured, (one, other)), strict=True)
    return bool(towns[0]) and towns[0] == towns[1] and trades[0] == trades[1] and len(trades[0]) > _TRADE


_TRADE = 5  # letters that 行动方案 and a trade have at least


def _measured(record: Record) -> tuple[frozenset[str], str]:
    """Return the towns a paper is of, by its name or else its issuers, and what is left of its name without them."""
    letters = letters_of(_PERIOD.sub("", record.name))
    named = [flat(m.quote) for m in read_places(letters)]
    issuing = [o.name for o in record.organisations if o.role == "issuer"]
    told = named or [flat(m.quote) for name in issuing for m in read_places(name)]
    towns = frozenset(re.split("[省市](?=.)", words)[-1].rstrip("省市县区") for words in told)
    for words in told:
        letters = letters.replace(words.rstrip("省市县区"), "")
    return towns, _FURTHERED.sub("", letters).strip("省市县区")


_YEARS_TOLD = re.compile(r"([一二三四五六七八九十])年")
_SORT_ENDS = re.compile(r"(?:[一二三四五六七八九十]年)?(?:行动|实施|发展|工作|产业)*(?P<sort>[一-鿿]{2})$")


def told_by_trade(one: Record, other: Record) -> bool:
    """Tell whether a paper goes by its town, its ware and its sort alone: 宜水夏布条例 of 宜水市夏布产业保护与发展条例."""
    if one.kind != "plan":
        return False
    short, long = sorted((one, other), key=lambda r: len(letters_of(_PERIOD.sub("", r.name))))
    bare, whole = (letters_of(_PERIOD.sub("", r.name)) for r in (short, long))
    ends = _SORT_ENDS.search(bare)
    head = bare[: ends.start()] if ends else ""
    town = whose(long.name)[0] or next((head[:size] for size in (3, 2) if is_region(head[:size])), "")
    if not (
        ends and town and head.startswith(town) and whole.startswith(head) and whole.endswith(ends["sort"])
    ):
        return False
    a, b = about(one.start), about(other.start)
    years = [_YEARS_TOLD.findall(r.name) for r in (one, other)]
    other_years = years[0] and years[1] and years[0] != years[1]
    one_time = not (a and b) or abs((a - b).days) <= _A_YEAR
    return len(head) >= len(town) + _A_WARE and one_time and not other_years


_A_WARE = 2  # letters that a ware has at least
_A_YEAR = 250  # days within which a town has one paper of a sort for a ware


def in_other_order(one: Record, other: Record) -> bool:
    """Tell whether a paper's short title is made of words of the other alone: 南通“十五五”家纺规划 of 南通市家纺产业“十五五”发展规划."""
    if one.kind != "plan" or year_of(one.name) != year_of(other.name):
        return False
    short, long = sorted((letters_of(_PERIOD.sub("", r.name)) for r in (one, other)), key=len)
    left = Counter(short) - Counter(long)
    # Whose it is may be told by one of them only, ahead of what it is on.
    told = short[: left.total()] if Counter(short[: left.total()]) == left else "".join(left.elements())
    towns = product(*(_measured(r)[0] for r in (one, other)))
    if not (any(a.endswith(b) or b.endswith(a) for a, b in towns) or share_host(one, other)):
        return False
    return (
        len(short) > TELLING
        and short[-2:] == long[-2:]
        and (not told or (short.startswith(told) and bool(regions_in(told))))
    )


_SORT_OF_PAPER = re.compile(r"(?:行动|实施|工作)?(?:计划|方案)$")


def renamed(one: Record, other: Record) -> bool:
    """Tell whether a draft came out as a paper of another sort: …行动计划(征求意见稿), …行动方案, of one place and period."""
    letters = [letters_of(_PERIOD.sub("", r.name)) for r in (one, other)]
    stems = {_SORT_OF_PAPER.sub("", words) for words in letters}
    drafted = "draft" in (one.status, other.status) or any(
        "意见稿" in e.quote for r in (one, other) for e in r.evidence
    )
    sorts = all(map(_SORT_OF_PAPER.search, letters))
    return one.kind == "plan" and drafted and sorts and len(stems) == 1 and len(min(stems)) >= TELLING


_PERIOD = re.compile(r"[((]20\d\d年?[-—–至~ ]+20\d\d年?[))]")


# Of which level an authority is: a ministry's call and a province's that answers it are two papers.
_ISSUING = re.compile(
    r"(?:[一-鿿]{2,3}[省市](?=[一-鿿]{2,3}[市县区]))*(?:[一-鿿]{2,3}|[一-鿿]{2,6}自治)?(?P<level>[省市县区])(?!管委|管理委|场)(?=[一-鿿]{0,10}(?:厅|局|委|政府|办))|(?P<state>国务院|国家[一-鿿]|[一-鿿]{2,12}部(?:办公厅)?$)"
)


def _authorities(record: Record) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the levels and the regions of the authorities that issue a paper, and the towns it is of by them or its name."""
    names = [o.name for o in record.organisations if o.role == "issuer"]
    told = [m for m in map(_ISSUING.match, names) if m]
    levels = ("国" if m["state"] else "省" if m[0].endswith("自治区") else m["level"] for m in told)
    regions = (m.place.region for name in names for m in read_places(name)) if told else ()
    towns = (town + level for town, level in map(whose, (*names_of(record), *names)) if town)
    return frozenset(levels), frozenset(r for r in regions if r), frozenset(towns)


def _of_a_town(paper: Record) -> bool:
    """Tell whether a paper's name says which place it is of."""
    return bool(whose(paper.name)[0] or regions_in(paper.name))


_LAW = re.compile(r"(?:条例|规定|办法|规章)$")
_SOCIETY = re.compile(r"(?:协会|商会|学会|联合会|促进会|研究会|联盟)$")


_VERSION = re.compile(r"[((](20\d\d)年?版[))]$")


def other_papers(one: Record, other: Record) -> bool:
    """Tell whether two titles alike are those of other societies, or of another year's version."""
    if _of_one_standard(one, other):
        return False
    if _of_two_standards(one, other):
        return True
    societies = [
        {letters_of(o.name) for o in r.organisations if o.role == "issuer" and _SOCIETY.search(o.name)}
        for r in (one, other)
    ]
    alike = letters_of(one.name) == letters_of(other.name) and year_of(one.name) == year_of(other.name)
    # 长三角某业协同发展八项举措 of four societies: each paper that tells of it names some of them.
    whole = alike and _SAYS_WHERE.match(one.name) and len(letters_of(one.name)) >= _WHOLE
    if all(societies) and not whole and not any(_may_be_one(two, one, other) for two in product(*societies)):
        return True
    # A province's 申报 is called for by its cities too; their 推荐 is their own work.
    passed_on = bool(alike and all("申报" in r.name for r in (one, other)) and regions_in(one.name))
    # A town's 条例 is approved by its province.
    passed_on = passed_on or (
        alike and all(_LAW.search(letters_of(r.name)) and whose(r.name)[0] for r in (one, other))
    )
    if not (passed_on or whole) and any(
        a and b and a.isdisjoint(b) for a, b in zip(_authorities(one), _authorities(other), strict=True)
    ):
        return True
    towns = [whose(r.name)[0] for r in (one, other)]
    by_town = any(town and flat(r.name).startswith(town) for town, r in zip(towns, (other, one), strict=True))
    if _of_a_town(one) != _of_a_town(other) and not by_town and day_of(one.start) and day_of(other.start):
        # 海湾县帽业八条措施 and any county's 支持帽业发展若干措施 of another day.
        alike = letters_of(one.name) == letters_of(other.name) or share_host(one, other)
        return one.start != other.start and not (alike or _of_the_district(one, other))
    for new, old in ((one, other), (other, one)):
        told = _VERSION.search(new.name)
        if told and not _VERSION.search(old.name) and (old.start or "9")[:4] < told[1]:
            return True
    return False


_WHOLE = 8  # letters of a title that says of which lands and trade a paper is
_SAYS_WHERE = re.compile(
    "长三角|长江三角洲|珠三角|泛珠|粤港澳|京津冀|环渤海|大湾区|川渝|成渝|[一-鿿]{2}[两三四五六七八九]省|海峡两岸"
)


def _may_be_one(societies: Sequence[str], one: Record, other: Record) -> bool:
    """Tell whether of the societies behind two papers one may be the short form of the other.

    江西纺织协会 and 江西纺织服装协会 are two where their papers differ by the same word: …纺织行业发展指导意见 of the one,
    …纺织服装行业发展指导意见 of the other.
    """
    (short, a), (long, b) = sorted(zip(societies, (one, other), strict=True), key=lambda pair: len(pair[0]))
    more = [ware for ware in WARES if ware in long and ware not in short]
    own = any(ware in letters_of(b.name) and ware not in letters_of(a.name) for ware in more)
    return is_within(short, long) and not own


def _of_the_district(one: Record, other: Record) -> bool:
    """Tell whether of two papers of one title, told within months, one says whose it is and the other only of what level:
    芦江区促进某业发展若干措施 of 芦江区人民政府, 促进某业发展若干措施 of 区政府."""
    short, named = sorted((one, other), key=_of_a_town)
    town, level = whose(named.name)
    if not town:
        return False
    issuing = {o.name[:1] for o in short.organisations if o.role == "issuer"}
    a, b = day_of(one.start), day_of(other.start)
    title = letters_of(short.name)
    rest = flat(named.name).partition(town + level)[2]
    alike = len(title) >= _TELLING_TITLE and letters_of(rest) == title
    return alike and issuing == {level} and bool(a and b and abs((a - b).days) <= _A_SEASON)


_TELLING_TITLE = 10  # letters of a title that two districts do not give alike within months
_A_SEASON = 120  # days


def of_other_calls(one: Record, other: Record) -> bool:
    """Tell whether two calls, each with its last day to answer, are those of two years."""
    a, b = day_of(one.deadline), day_of(other.deadline)
    calls = all(_CALL.search(r.name) for r in (one, other))
    return calls and bool(a and b and abs((a - b).days) > _BETWEEN_CALLS)


_CALL = re.compile(
    "申报|申请|征集|评选|遴选|推荐|认定|选拔"
)  # drafts of one standard are asked about for years
_BETWEEN_CALLS = 200  # days that a call's last day is put off by at most


def _of_one_standard(one: Record, other: Record) -> bool:
    """Tell whether a standard goes by one title at a province's society and at one of a town in it, which asked for it."""
    title = {letters_of(r.document or r.name) for r in (one, other)}
    if len(title) > 1 or not all("标准" in r.name for r in (one, other)):
        return False
    seats = [
        [m.place for o in r.organisations if o.role == "issuer" for m in read_places(o.name)[:1]]
        for r in (one, other)
    ]
    return any(
        a.region and a.region == b.region and (a.city is None) != (b.city is None) for a, b in product(*seats)
    )


_SORT_OF_STANDARD = re.compile("(?:团体|行业|国家|地方|企业)标准")


def _of_two_standards(one: Record, other: Record) -> bool:
    """Tell whether two standards are of two sorts or bear other titles: 《婴幼儿羽绒睡袋》团体标准, 《羽绒睡袋》行业标准."""
    told = [_SORT_OF_STANDARD.findall(r.name) for r in (one, other)]
    if not all(told):
        return False
    titles = [letters_of(r.document) for r in (one, other) if r.document]
    return set(told[0]).isdisjoint(told[1]) or len(set(titles)) == 2


_FIVE_YEARS = re.compile("十[一二三四五]五")


def other_version(one: Record, other: Record, near: bool | None) -> bool:
    """Tell whether two papers of one title, told years apart, are two versions of it: a standard is revised under its name."""
    a, b = about(one.start), about(other.start)
    apart = near is False or bool(a and b and abs((a - b).days) > PAPER_LIVES)
    term = _FIVE_YEARS.search(one.name), _FIVE_YEARS.search(other.name)
    told = term[0] and term[1] and term[0][0] == term[1][0]
    number = one.document if one.document == other.document else None
    numbered = number and number not in one.name  # 《某规范》团体标准 has but its title for one
    return apart and not (told or counted(one, other) or numbered)
