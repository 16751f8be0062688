"""Where and by whom: whether the places, hosts and people of two records speak for their being one, or against it."""

from __future__ import annotations

import re
from itertools import product

from bot.records.merging.apart import body_of, letters_of, regions_in, whose
from bot.records.merging.near import counted, day_of
from bot.records.model import Record
from bot.records.naming.editions import ordinal_of, year_of
from bot.records.naming.heads import TOUR
from bot.records.naming.likeness import CONTEST_END, is_within
from bot.records.places import provinces
from bot.records.text import flat

_TOUR = re.compile(r"赴[一-鿿、]+(?:考察|游学|研学|研修)")  # 会员企业赴越南考察: any body's


def of_two_bodies(one: Record, other: Record) -> bool:
    """Tell whether meetings without a count, on days of their own, or study tours are those of hosts with nothing in common."""
    if _TOUR.search(one.name) and _TOUR.search(other.name) and strangers(one, other):
        return True
    met = one.kind == other.kind == "meeting" and day_of(one.start) and day_of(other.start)
    own = met and one.start != other.start and not counted(one, other)
    return bool(own) and strangers(one, other) and not (same_people(one, other) or same_town(one, other))


def same_speaker(one: Record, other: Record) -> bool:
    """Tell whether meetings of one known day have a person in common."""
    met = one.kind == other.kind == "meeting" and day_of(one.start) and one.start == other.start
    return bool(met and {p.name for p in one.people} & {p.name for p in other.people})


def same_venue(one: Record, other: Record) -> bool:
    """Tell whether both are placed in one hall, told in full or short: 云山会展中心, 市会展中心."""
    venues = [_OF_TOWN.sub("", r.place.venue or "") for r in (one, other) if r.place]
    return len(venues) == 2 and min(map(len, venues)) >= VENUE and is_within(*sorted(venues, key=len))


_OF_TOWN = re.compile(r"^[省市县区镇](?=[一-鿿]{4})")


VENUE = 4  # characters of a venue that is one, 展览馆 alone is any


_OPEN_SORT = re.compile(r"(?:座谈|推进|调度|工作|对接|推介|动员|部署|交流|现场|分析|发展大)会议?$")


def of_other_people(one: Record, other: Record) -> bool:
    """Tell whether meetings that any town may hold so called have other people and nothing else in common: 服装企业座谈会."""
    people = [{p.name for p in r.people} for r in (one, other)]
    shared = share_host(one, other) or same_town(one, other) or same_venue(one, other)
    # One that tells its town and another of another day are two, where a like name alone speaks for one.
    any_town = [by_any_town(r) for r in (one, other)]
    days = day_of(one.start), day_of(other.start)
    return (
        (all(any_town) or (any(any_town) and all(days) and days[0] != days[1]))
        and all(people)
        and people[0].isdisjoint(people[1])
        and not shared
    )


def of_one_day(one: Record, other: Record) -> bool:
    """Tell whether what a whole land or one body holds once is told of one day: where its towns differ, one paper errs."""
    if not (day_of(one.start) and (one.start or "")[:10] == (other.start or "")[:10]):
        return False
    in_many_towns = any(
        TOUR.search(r.name) or _OPEN_SORT.search(r.name) or _TAUGHT.search(r.name) for r in (one, other)
    )
    return not in_many_towns and (share_host(one, other) or any(_WIDE.search(r.name) for r in (one, other)))


_TAUGHT = re.compile(r"(?:班|培训|讲座|课堂|宣贯会?|[站区])[)”]?$")


def by_any_town(record: Record) -> bool:
    """Tell whether a meeting is named as any town's may be: 服装企业座谈会."""
    name = record.name
    told = year_of(name) or ordinal_of(name) or regions_in(name) or whose(name)[0] or _WIDE.search(name)
    return bool(_OPEN_SORT.search(name)) and not told


# A land wider or otherwise cut than a province: 全国某业现场会, 川渝服装产业对接会.
_WIDE = re.compile(
    r"全国|中国|国际|世界|亚洲|[一-鿿]三角|京津冀|海峡两岸|两岸|湾区|潮汕|闽[南台]|[苏浙皖赣粤湘鄂豫鲁陕甘桂疆][东西南北中]|川渝|沪[苏浙]|苏浙|东北|西[北南]|华[东南北中]"
)


def sat_once(one: Record, other: Record) -> bool:
    """Tell whether both are one counted sitting of one body, by its term and its turn: where its towns differ, one paper errs."""
    met = one.kind == other.kind == "meeting" and share_host(one, other)
    counts = ordinal_of(one.name), ordinal_of(other.name)
    return met and len(counts[0]) > 1 and counts[0] == counts[1]


def same_people(one: Record, other: Record) -> bool:
    """Tell whether two people or more are named in both: on one day they were in one room."""
    return len({p.name for p in one.people} & {p.name for p in other.people}) >= 2


def on_common_ground(one: Record, other: Record) -> bool:
    """Tell whether meetings named by their sort alone share host, town or people, or their count and day."""
    if strangers(one, other) or other_place(one, other):
        return False
    shared = share_host(one, other) or same_town(one, other) or same_people(one, other)
    return shared or (counted(one, other) and one.start is not None and one.start == other.start)


def _hosts(record: Record) -> set[str]:
    """Return who holds it in letters, the body in its name included."""
    named = body_of(letters_of(record.name))
    holding = (o.name for o in record.organisations if o.role in ("host", "organiser", "issuer"))
    told = {letters_of(_without_province(_OFFICE.sub("", name))) for name in holding}
    told = {name for name in told if not _ANY_TOWNS.fullmatch(name)}
    return told | {named} if named else told


def _without_province(name: str) -> str:
    """Return a town's name, or its government's, without the province ahead of it: 江西省赣州市, 福建石狮."""
    told = next(iter(provinces(name)), "")
    rest = re.sub(rf"^{told}(?:省|[一-鿿]{{0,3}}自治区)?", "", name) if told else ""
    return rest.rstrip("市县区镇") if name != rest and _TOWN_S_OWN.fullmatch(rest) else name


_TOWN_S_OWN = re.compile(r"(?!人民|政府)[一-鿿]{2,4}?[市县区镇]?(?:(?:人民)?政府)?(?<![会厅局委院部协])")
_OFFICE = re.compile(r"(?<=政府)(?:办公厅|办公室|办)$")


# 市政府 is that of any town, 我局 any office.
_ANY_TOWNS = re.compile(
    r"[省市县区镇]?(?:委|政府|委[省市县区镇]政府)|[我本该](?:厅|局|委|部|办|会|协会|商会)"
)


def share_host(one: Record, other: Record) -> bool:
    """Tell whether both have a host in common, in its long or its short form."""
    return any(is_within(*sorted(two, key=len)) for two in product(_hosts(one), _hosts(other)))


def strangers(one: Record, other: Record) -> bool:
    """Tell whether the hosts of both are known and none is common to them."""
    return bool(_hosts(one) and _hosts(other)) and not share_host(one, other)


def same_ground(one: Record, other: Record) -> bool:
    """Tell whether nameless meetings share a host or a place."""
    return share_host(one, other) or bool(
        one.place
        and other.place
        and one.place.region
        and one.place.city == other.place.city
        and one.start
        and one.start == other.start
    )


def same_town(one: Record, other: Record) -> bool:
    """Tell whether both are placed in one city."""
    return bool(one.place and other.place and one.place.city and one.place.city == other.place.city)


def other_place(one: Record, other: Record) -> bool:
    """Tell whether both places are known and lie in different provinces or cities, neither read off the name alone."""
    a, b = one.place, other.place
    if a is None or b is None or any(_in_name(r) for r in (one, other)):
        return False
    return bool((a.region and b.region and a.region != b.region) or (a.city and b.city and a.city != b.city))


def _in_name(record: Record) -> bool:
    """Tell whether all that is known of a fair's place is the town that its name opens with, which it may leave: 海宁时尚周."""
    place = record.place if record.kind == "event" else None
    return bool(
        place and place.venue is None and flat(record.name).startswith(place.text.rstrip("省市县区镇"))
    )


def other_ground(one: Record, other: Record) -> bool:
    """Tell whether place or hosts speak against it: another city, or known hosts with none in common."""
    apart = strangers(one, other) and not (counted(one, other) or _of_one_government(one, other))
    return other_place(one, other) or apart


_OF_GOVERNMENT = re.compile(r"(?:[厅局委办]|办公室|政府|部门)$")


def _of_one_government(one: Record, other: Record) -> bool:
    """Tell whether two papers may be of one government: what its bureau drafts or explains its office issues."""
    bodies = [o.name for r in (one, other) for o in r.organisations if o.role == "issuer"]
    return one.kind == other.kind == "plan" and all(map(_OF_GOVERNMENT.search, bodies))


def rounds_elsewhere(one: Record, other: Record) -> bool:
    """Tell whether both are one edition of a contest, whose works may be judged in another town than its final is held in."""
    contests = all(r.kind == "event" and CONTEST_END.search(flat(r.name)) for r in (one, other))
    return contests and bool(ordinal_of(one.name)) and ordinal_of(one.name) == ordinal_of(other.name)
