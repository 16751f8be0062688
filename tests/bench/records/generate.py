"""Makes thousands of annotated articles from phrase templates: the scene is drawn first, so the gold is known before the words.

Phrases stand in phrases.toml in two groups with nothing in common; the rules may be written from `open`, `held` is only
scored. When the figures of the two drift apart the rules are too close to the phrases.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Literal

from pypinyin import Style, pinyin
from zhconv_rs import zhconv

from bot.records.model import Kind, Organisation, Person, Place, Post, Record, Series, Status
from tests.bench.records.gold import HERE, GoldArticle, GoldRecord

Group = Literal["open", "held"]
GROUPS: tuple[Group, ...] = ("open", "held")
Phrases = dict[str, list[str]]

_PLACES = (
    ("浙江", "杭州", "杭州国际博览中心"), ("江苏", "苏州", "苏州金鸡湖大酒店"), ("广东", "东莞", "东莞会展国际大酒店"),
    ("山东", "青岛", "青岛国际会展中心"), ("河南", "郑州", "郑州国际会展中心"), ("福建", "泉州", "泉州悦华酒店"),
    ("四川", "成都", "成都世纪城国际会议中心"), ("湖北", "武汉", "武汉东湖宾馆"), ("辽宁", "大连", "大连世界博览广场"),
    ("安徽", "合肥", "合肥滨湖国际会展中心"), ("江西", "南昌", "南昌绿地国际博览中心"), ("河北", "石家庄", "石家庄国际会展中心"),
)  # fmt: skip
_TRADES = ("纺织", "服装", "家纺", "针织", "羊绒", "丝绸", "皮革", "印染", "童装", "内衣")
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于叶杜程魏薛阎余丁任姚卢姜崔谭陆"
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志远文博思琪雨桐海波晓东立新春燕振宇嘉怡"
)
_TITLES = ("会长", "副会长", "秘书长", "常务副会长", "监事长")
_OFFICES = ("工业和信息化厅", "商务厅", "发展和改革委员会")
_OFFICE_TITLES = ("副厅长", "二级巡视员", "处长")
_MEASURES = ("提升智能制造水平", "壮大产业集群", "培育自主品牌", "推进绿色印染", "加强人才培养", "拓展海外市场",
             "完善检测服务", "建设公共平台", "加大金融支持")  # fmt: skip
_UNNAMED = frozenset({"name", "start", "status", "place"})  # a list of measures has no name of its own
_NUMERALS = "一二三四五六七八九十"
_QUOTES = str.maketrans("「」『』", "“”‘’")  # mainland pages keep their own quotation marks


@dataclass(frozen=True, slots=True)
class _Scene:
    """What happened, before anything is said about it: ``rng`` draws the facts, ``words`` how they are told."""

    rng: random.Random
    words: random.Random
    say: Phrases
    province: str
    city: str
    venue: str
    trade: str
    day: date
    edition: int
    nth: str
    published: date | None
    years: bool

    @property
    def body(self) -> str:
        return f"{self.province}省{self.trade}行业协会"

    @property
    def office(self) -> str:
        return f"{self.province}省{_OFFICES[self.edition % len(_OFFICES)]}"

    @property
    def town(self) -> str:
        return f"{self.city}市人民政府"

    def when(self, day: date) -> str:
        """The day in the article's words."""
        year = f"{day.year}年" if self.years else ""
        return f"{year}{day.month}月{day.day}日"

    def span(self, first: date, last: date) -> str:
        """The range in the article's words."""
        sign = self.words.choice(("至", "-", "—", "到"))
        month = "" if first.month == last.month else f"{last.month}月"
        return f"{self.when(first)}{sign}{month}{last.day}日"

    def iso(self, day: date) -> str:
        """The day as far as a reader can know it."""
        return day.isoformat() if self.years or self.published else f"--{day:%m-%d}"

    def phrase(self, kind: str, **slots: str) -> str:
        """One phrase of the kind, its slots filled; what a slot is not given is drawn."""
        drawn = {
            "reporter": _person(self.words), "person": _person(self.words), "count": str(self.words.randint(6, 48) * 10),
            "area": f"{self.words.uniform(1.2, 9.8):.1f}", "price": str(self.words.randint(5200, 15900)), "city": self.city,
            "company": f"{self.city}{_person(self.words)[1:]}服饰有限公司", "venue": self.venue, "host": self.office,
            "organiser": self.town, "day": self.when(self.day),
        }  # fmt: skip
        return self.words.choice(self.say[kind]).format(**{**drawn, **slots})


@dataclass(frozen=True, slots=True)
class _Draft:
    text: str
    records: tuple[GoldRecord, ...] = ()


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = {0: "", 1: "十"}.get(tens, f"{_NUMERALS[tens - 1]}十")
    return head + (_NUMERALS[ones - 1] if ones else "")


def _person(rng: random.Random) -> str:
    return rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, rng.choice((1, 2, 2))))


def _gold(scene: _Scene, kind: Kind, name: str, status: Status, text: str, **fields: object) -> GoldRecord:
    hosts = [Organisation(scene.office, "host"), Organisation(scene.town, "organiser")]
    told = tuple(o for o in hosts if o.name in text)
    edition = scene.edition if kind == "event" else None
    plain = Record(
        id="", kind=kind, name=name, status=status, organisations=told, series=Series(None, edition)
    )
    record = replace(plain, **fields)  # type: ignore[arg-type]
    skip = frozenset() if told else frozenset({"organisations"})
    kinds = frozenset({kind, "meeting"}) if kind == "event" else frozenset({kind})
    return GoldRecord(record, optional_fields=skip, kinds=kinds, places=(scene.venue, scene.city))


def _place(scene: _Scene) -> Place:
    return Place(scene.venue, scene.province)


def _attended(scene: _Scene, name: str) -> tuple[str, tuple[Person, ...]]:
    """The opening of a report on a meeting and who was there."""
    rng = scene.rng
    titles = rng.sample(_TITLES[:2], 2) + rng.sample(_TITLES[2:], rng.randint(0, 2))
    guests = [Person(_person(rng), "attendee", (Post(scene.body, title),)) for title in titles]
    rank = rng.choice(_OFFICE_TITLES)
    official = Person(_person(rng), "attendee", (Post(scene.office, rank),))
    moderator = Person(_person(rng), "moderator", (Post(scene.body, "副秘书长"),))
    chain = f"{scene.office}{rank}{official.name},{scene.body}" + "、".join(
        f"{title}{guest.name}" for title, guest in zip(titles, guests, strict=True)
    )
    text = scene.phrase("meeting", name=name) + "\n" + scene.phrase("attended", guests=chain)
    text += scene.phrase("moderated", post=f"{scene.body}副秘书长", person=moderator.name)
    return text, (official, *guests, moderator)


def _met(scene: _Scene, name: str, text: str, people: tuple[Person, ...]) -> GoldRecord:
    """The meeting's record; who hosted it is told in the opening or nowhere."""
    day, opening = scene.iso(scene.day), text.partition("\n")[0]
    return _gold(scene, "meeting", name, "held", opening, start=day, place=_place(scene), people=people)


def _council(scene: _Scene) -> str:
    term, session = scene.rng.choice(_NUMERALS[:8]), scene.rng.choice(_NUMERALS[:5])
    return f"{scene.body}{term}届{session}次理事会"


def _meeting(scene: _Scene) -> _Draft:
    rng, council = scene.rng, _council(scene)
    forum = f"{scene.nth}{scene.trade}产业高峰论坛"
    name = rng.choice((council, f"{council}暨{forum}", f"{scene.province}{forum}"))
    text, people = _attended(scene, name)
    speaker = Person(_person(rng), "speaker", (Post(scene.body, "执行会长"),))
    text += "\n" + scene.phrase("spoke", post=f"{scene.body}执行会长", person=speaker.name)
    return _Draft(text, (_met(scene, name, text, (*people, speaker)),))


def _election(scene: _Scene) -> _Draft:
    name = f"{scene.body}{scene.nth}会员代表大会"
    text, people = _attended(scene, name)
    titles = ("会长", "副会长", "副会长", "秘书长")
    chosen = tuple(Person(_person(scene.rng), "other", (Post(scene.body, title),)) for title in titles)
    a, b, c, d = (person.name for person in chosen)
    text += "\n" + scene.phrase("elected", a=a, b=b, c=c, d=d)
    return _Draft(text, (_met(scene, name, text, (*people, *chosen)),))


def _pledge(scene: _Scene) -> _Draft:
    name = _council(scene)
    text, people = _attended(scene, name)
    speaker = Person(_person(scene.rng), "speaker", (Post(scene.body, "执行会长"),))
    a, b, c = scene.rng.sample(_MEASURES, 3)
    post = f"{scene.body}执行会长"
    text += "\n" + scene.phrase("pledge", post=post, person=speaker.name, a=a, b=b, c=c)
    committed = (Organisation(scene.body, "issuer"),)
    plan = _gold(
        scene, "plan", f"{scene.body}三项举措", "published", "", organisations=committed, items=(a, b, c)
    )
    aliases = (
        "三项举措",
        "三大行动",
        f"{scene.body}三大行动",
        "三个承诺",
        "三件大事",
        f"{scene.body}三件大事",
    )
    plan = replace(plan, record=replace(plan.record, aliases=aliases), optional_fields=_UNNAMED)
    return _Draft(text, (_met(scene, name, text, (*people, speaker)), plan))


def _fair_name(scene: _Scene) -> str:
    kind = scene.rng.choice(("国际{}博览会", "国际{}展览会", "{}时尚周", "{}面辅料交易会"))
    return f"{scene.nth}中国({scene.city}){kind.format(scene.trade)}"


def _fair(scene: _Scene) -> _Draft:
    name, last = _fair_name(scene), scene.day + timedelta(days=scene.rng.randint(1, 4))
    upcoming = scene.published is not None and scene.published < scene.day
    said = scene.phrase(
        "fair_upcoming" if upcoming else "fair_held", name=name, days=scene.span(scene.day, last)
    )
    text = said + scene.phrase("sponsored")
    status: Status = "upcoming" if upcoming else "held"
    ends = {"start": scene.iso(scene.day), "end": scene.iso(last)}
    return _Draft(text, (_gold(scene, "event", name, status, text, place=_place(scene), **ends),))


def _week(scene: _Scene) -> _Draft:
    fair = _fair(scene)
    name = fair.records[0].record.name
    sub = f"{scene.trade}产业创新论坛"
    text = fair.text + "\n" + scene.phrase("beside", sub=sub)
    inner = _gold(scene, "meeting", sub, "held", "", start=scene.iso(scene.day), parent=name)
    return _Draft(
        text, (*fair.records, replace(inner, optional_fields=frozenset({"organisations", "place"})))
    )


def _moved(scene: _Scene) -> _Draft:
    name, length = _fair_name(scene), timedelta(days=2)
    later = scene.day + timedelta(days=scene.rng.randint(40, 100))
    days = scene.span(scene.day, scene.day + length)
    if scene.rng.random() < 0.3:
        text = scene.phrase("cancelled", name=name, days=days)
        gone = _gold(scene, "event", name, "cancelled", text, place=_place(scene))
        return _Draft(text, (replace(gone, optional_fields=gone.optional_fields | {"start", "end"}),))
    text = scene.phrase("postponed", name=name, days=days, newdays=scene.span(later, later + length))
    ends = {"start": scene.iso(later), "end": scene.iso(later + length)}
    return _Draft(text, (_gold(scene, "event", name, "postponed", text, place=_place(scene), **ends),))


def _plan(scene: _Scene) -> _Draft:
    first = scene.day.year
    period = f"{first}-{first + 2}"
    name = f"{scene.province}省{scene.trade}产业高质量发展行动方案({period}年)"
    a, b, c = scene.rng.sample(_MEASURES, 3)
    text = scene.phrase("plan", name=name) + "\n" + scene.phrase("measures", n="三", a=a, b=b, c=c)
    issuer = (Organisation(scene.office, "issuer"),)
    gold = _gold(
        scene, "plan", name, "published", "", organisations=issuer, items=(a, b, c), time_text=period
    )
    return _Draft(text, (replace(gold, optional_fields=frozenset({"start", "place"})),))


def _draft(scene: _Scene) -> _Draft:
    name = f"{scene.province}省{scene.trade}行业绿色发展指导意见"
    text = scene.phrase("draft", name=name, deadline=scene.when(scene.day))
    issuer = (Organisation(scene.office, "issuer"),)
    gold = _gold(scene, "plan", name, "draft", "", organisations=issuer, deadline=scene.iso(scene.day))
    return _Draft(text, (replace(gold, optional_fields=frozenset({"start", "place", "items"})),))


def _application(scene: _Scene) -> _Draft:
    dated = replace(scene, years=True)
    name = f"关于组织开展{scene.day.year}年{scene.province}省{scene.trade}智能工厂申报工作的通知"
    close = scene.day + timedelta(days=scene.rng.randint(15, 40))
    text = dated.phrase("apply", name=name, deadline=dated.when(close))
    issuer = (Organisation(scene.office, "issuer"),)
    when = {"start": scene.day.isoformat(), "deadline": close.isoformat()}
    gold = _gold(scene, "plan", name, "published", "", organisations=issuer, **when)
    return _Draft(text, (replace(gold, optional_fields=frozenset({"place", "items"})),))


def _contest(scene: _Scene) -> _Draft:
    rng = scene.rng
    name = f"“{scene.city}{rng.choice(('云裳', '金梭', '锦绣', '霓裳'))}杯”{scene.nth}{scene.trade}设计大赛"
    final = scene.day + timedelta(days=rng.randint(25, 50))
    text = scene.phrase("call", name=name, deadline=scene.when(scene.day), day=scene.when(final))
    when = {"start": scene.iso(final), "deadline": scene.iso(scene.day)}
    return _Draft(text, (_gold(scene, "event", name, "upcoming", text, place=_place(scene), **when),))


def _negative(scene: _Scene) -> _Draft:
    return _Draft(scene.phrase("negative"))


# What is made, how often, and on which days after (or before) the page stands: an announcement precedes its day.
_MAKERS: tuple[tuple[Callable[[_Scene], _Draft], int, tuple[int, int]], ...] = (
    (_meeting, 6, (1, 12)),
    (_election, 2, (1, 12)),
    (_pledge, 2, (1, 12)),
    (_week, 2, (6, 20)),
    (_fair, 3, (6, 20)),
    (_fair, 3, (-40, -6)),
    (_moved, 1, (-40, -6)),
    (_plan, 2, (1, 12)),
    (_draft, 1, (-30, -10)),
    (_application, 2, (1, 12)),
    (_contest, 2, (-60, -20)),
    (_negative, 4, (0, 3)),
)


@cache
def _phrases() -> dict[str, Phrases]:
    return tomllib.loads((HERE / "phrases.toml").read_text(encoding="utf8"))


def _scene(rng: random.Random, words: random.Random, group: Group, gap: tuple[int, int]) -> _Scene:
    province, city, venue = rng.choice(_PLACES)
    day = date(2008, 1, 1) + timedelta(days=rng.randrange(365 * 18))
    edition = rng.randint(2, 28)
    published = day + timedelta(days=rng.randint(*gap)) if rng.random() < 0.6 else None
    return _Scene(rng, words, _phrases()[group], province, city, venue, rng.choice(_TRADES), day, edition,
                  _nth(words, edition), published, years=rng.random() < 0.45)  # fmt: skip


def _nth(words: random.Random, edition: int) -> str:
    return f"第{words.choice((edition, _numeral(edition)))}届"


def _traditional(rng: random.Random, text: str) -> str:
    """The text as copy-protected pages give it: traditional characters, some followed by their reading."""
    turned = zhconv(text, "zh-hant").translate(_QUOTES)
    marked = {new for new, old in zip(turned, text, strict=True) if new != old and rng.random() < 0.5}
    return "".join(
        new + (f"({pinyin(new, style=Style.TONE)[0][0]})" if new in marked else "") for new in turned
    )


def articles(count: int, seed: int, group: Group) -> list[GoldArticle]:
    """Make annotated articles; the same arguments always make the same ones.

    Args:
        count: how many.
        seed: where the drawing begins.
        group: which phrase templates to use.

    Returns:
        The articles, each with its gold records.
    """
    rng = random.Random(f"{group}{seed}")
    return [_article(rng, group, f"{group}-{seed}-{n}") for n in range(count)]


def retold(count: int, seed: int, group: Group) -> list[GoldArticle]:
    """Make annotated articles for merging: each matter told by two outlets, and its next edition told by one.

    Args:
        count: how many matters; three articles each.
        seed: where the drawing begins.
        group: which phrase templates to use.

    Returns:
        The articles, their first records labelled by ``group``.
    """
    return [article for n in range(count) for article in _matter(f"{group}-{seed}-{n}", group)]


def _matter(name: str, group: Group) -> Iterator[GoldArticle]:
    make, gap = ((_election, (1, 12)), (_fair, (6, 20)), (_fair, (-40, -6)))[random.Random(name).randrange(3)]
    for outlet, years_on in (("a", 0), ("b", 0), ("next", 1)):
        words = random.Random(f"{name}{outlet}")
        drawn = _scene(random.Random(name), words, group, gap)
        day = drawn.day + timedelta(days=364 * years_on)
        edition = drawn.edition + years_on
        published = day + timedelta(days=gap[0] + words.randint(0, gap[1] - gap[0]))
        scene = replace(drawn, rng=random.Random(f"{name}facts"), day=day, edition=edition, nth=_nth(words, edition),
                        published=published)  # fmt: skip
        told = _told(scene, make(scene), f"{name}-{outlet}")
        first = replace(told.records[0], group=f"{name}-{years_on}")
        yield replace(told, records=(first, *told.records[1:]))


def _article(rng: random.Random, group: Group, name: str) -> GoldArticle:
    make, _, gap = rng.choices(_MAKERS, weights=[weight for _, weight, _ in _MAKERS])[0]
    scene = _scene(rng, rng, group, gap)
    return _told(scene, make(scene), name)


def _told(scene: _Scene, made: _Draft, name: str) -> GoldArticle:
    """The draft as its page gives it, with what stands around it."""
    parts = (scene.phrase("noise_before"), made.text, scene.phrase("noise_after"))
    text = "\n".join(part for part in parts if part)
    if scene.words.random() < 0.33:
        text = _traditional(scene.words, text)
    published = scene.published.isoformat() if scene.published else None
    return GoldArticle(name, text, published, style="generated", records=made.records)
