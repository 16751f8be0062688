"""The names of one article drawn together: those that mean one thing, in full, short or pointing back at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations

from bot.records.article import Article
from bot.records.gatherings.callers import CALLED, CEREMONY, is_called
from bot.records.mentions import Mention, read_mention
from bot.records.mentions.held import DEICTIC
from bot.records.model import Kind
from bot.records.naming.editions import ordinal_of, tell_two_editions, year_of
from bot.records.naming.fairs import SHORT_FAIR, SHORT_SHOW, SHORTENED, TOWNS_OWN, called_by
from bot.records.naming.heads import ENDS_IN_WARE, PRESS_CONFERENCE, head_words, kind_of, leading_kind
from bot.records.naming.likeness import CONTEST_END, bare_letters, folded, is_within, same_name
from bot.records.naming.likeness import SHOW as SHOW_FOLD
from bot.records.naming.names import Name
from bot.records.places import is_region
from bot.records.rules import branched
from bot.records.text import flat

_ITS_DOINGS = re.compile(r"(?<=[节周展赛会月])”?(?:系列)?活动$")  # 某地“毛衣节”活动 says no more than 毛衣节
_COUNT_IS_WORTH = 0.3  # of a name's length: 第三届某某服博会 is fuller than 某某服装博览会, 13届服博会 is not


# “苎麻原乡 织造未来”首届某大会: where only the headline sets the motto before the name.
_MOTTO = re.compile(r"“[^“”\s]{2,6}[\s,·][^“”\s]{2,6}”(?=首届|第[^届]{1,4}届|20\d\d)")


@dataclass(slots=True)
class Group:
    """The names of one article that mean one thing, each with whether its title has it."""

    names: list[tuple[Name, bool]]
    pointing: list[Name] = field(default_factory=list)  # 这项鞋业展览会, which says no more than the name

    def last_before(self, name: Name) -> int:
        """Return where the last of its names before one ends: what bears no count means the edition told last."""
        return max((n.end for n, titled in self.names if not titled and n.end <= name.begin), default=-1)

    @property
    def name(self) -> Name:
        short = {a for n, _ in self.names for a in n.aliases}
        told = any(not titled for _, titled in self.names)
        adorned = {n for n, titled in self.names if titled and told and _MOTTO.match(n.text)}
        return max(
            (n for n, _ in self.names),
            key=lambda n: (
                n.text not in short,
                called_by(n.text) is None,
                n not in adorned,
                len(bare_letters(_ITS_DOINGS.sub("", n.text)))
                * (1 + _COUNT_IS_WORTH * bool(ordinal_of(n.text) or year_of(n.text))),
                n.marks == "",
            ),
        )


# 某大会新闻发布会暨某展推介会 is one too.
PRESS_TAIL = branched(rf"的?(?:首场|第.场)?{PRESS_CONFERENCE}(?:暨[^暨]{{2,60}}推介会)?$")
_LAUNCHED_TOO = re.compile(r"(?:启动|启幕|征稿|招商|招展)(?:仪式|大会|会)?暨$")  # 某大赛启动暨新闻发布会
# “某某”工程暨2006某博览会新闻发布会, 某镇毛衫推介会暨某展新闻发布会
_WORK_AHEAD = re.compile(r"^.*(?:工程|项目|计划|行动|推介会)[”》]?暨")
_PRESS_IN_TOWN = re.compile(r"(?<=[会展节])(?P<town>[一-鿿]{2,3})发布会$")  # 第三届某服博会香港发布会
_TELLS_WHICH = 10  # characters of a fair's name that single it out without an edition
_ROUND_TAIL = re.compile(
    r"(?<=[节周会展赛])(?:一?系列|系列主题)活动$|(?<=决赛)大会$|(?<=大赛)(?:作品)?(?:评选|评比|评审|征集|招募)$"
)
# 某大赛复评: of an announcement of the contest a step, of a report that bears it in its headline what is reported.
_ROUND_OF = re.compile(r"(?<=赛)(?:作品)?(?:初赛|复赛|预赛|海选|复评)$")


def _reports_round(article: Article, titled: Sequence[Name], told: Sequence[Name]) -> bool:
    """Tell whether a round is what an article reports: its headline or all it names is one, and no day of the final is told."""
    if any(
        "决赛" in article.clause(t.begin, t.end).of(article.plain) for t in article.times if t.role == "event"
    ):
        return False
    return any(_ROUND_OF.search(n.text) for n in titled) or not any(n.text.endswith("赛") for n in told)


def _contest_of(name: Name) -> Name:
    """Take a round of a contest, told in passing, for the contest."""
    inner = _ROUND_OF.sub("", name.text)
    return _without_ceremony(name._replace(text=inner, end=name.end - (len(name.text) - len(inner))))


SHOW = re.compile(r"(?:赛|展|博会|交会|洽会|博览会|展览会|交易会|节|周|嘉年华|评选|洽谈会|赛项|[)）])$")


def _without_ceremony(name: Name) -> Name:
    """Take the opening, the press conference or a round of a fair, contest or meeting for the thing itself."""
    if (announced := _announced_by(name)) is not None:
        return announced
    inner = _ROUND_TAIL.sub("", CEREMONY.sub("", name.text))
    kind = "event" if SHOW.search(inner) else leading_kind(inner) or kind_of(inner)
    if inner == name.text or kind in (None, "plan"):
        return name
    return name._replace(
        text=inner,
        kind=kind,
        end=name.end - (len(name.text) - len(inner)),
        aliases=(*name.aliases, name.text),
    )


def _announced_by(press: Name) -> Name | None:
    """Return the fair or contest that a press conference is named after: 第五届某展新闻发布会."""
    words = _LAUNCHED_TOO.sub("", PRESS_TAIL.sub("", press.text))
    if (abroad := _PRESS_IN_TOWN.search(words)) and is_region(abroad["town"]):
        words = words[: abroad.start()]
    quoted = words[:1] == "“" and words.endswith("”") and words.count("“") == 1
    if quoted:
        words = words[1:-1]
    telling = ordinal_of(words) or year_of(words) or len(words) >= _TELLS_WHICH or _is_of_town(words)
    told_of: Kind = "event" if SHOW.search(words) else "meeting"
    summit = "暨" not in press.text and _SUMMIT.search(words) and (ordinal_of(words) or year_of(words))
    if words == press.text or not ((told_of == "event" and telling) or summit):
        return None
    work = _WORK_AHEAD.match(words)
    begin = press.begin + quoted + (work.end() if work else 0)
    words = words[work.end() :] if work else words
    return press._replace(text=words, kind=told_of, begin=begin, end=begin + len(words))


def _is_of_town(fair: str) -> bool:
    """Tell whether a fair's name tells its town and more than its sort: 石狮春季面料展."""
    return any(is_region(fair[:size]) and len(fair) - size >= _SHORT_SHOW for size in (2, 3))


_BRIEF = re.compile(r"(?<=[会展节周赛])发布会$")


def _short_for_press(article: Article, name: Name) -> Name:
    """Give a headline's 某博览会发布会 the 新闻发布会 that the text calls it, of a fair whose name holds the headline's."""
    brief = _BRIEF.search(name.text)
    told = (PRESS_TAIL.search(n.text) for n in article.names)
    met = [
        tail
        for tail in told
        if tail and brief and is_within(name.text[: brief.start()], tail.string[: tail.start()])
    ]
    if not (brief and met):
        return name
    return name._replace(text=name.text[: brief.start()] + met[0][0], kind="meeting")


# 某博览会开幕仪式暨2015首届某设计大赛颁奖仪式 are two, each with its rite.
_TWO_RITES = re.compile(
    r"[开闭启]幕(?:式|仪式|典礼)暨(?P<other>[^暨]+?)(?:颁奖|启动|揭晓|开赛)(?:仪式|典礼|盛典|晚会)$"
)


def _opened_with(name: Name) -> Name | None:
    """Return what has its own rite together with the opening that a name tells of, if a count or a year singles it out."""
    rites = _TWO_RITES.search(name.text)
    if rites is None or not SHOW.search(rites["other"]):
        return None
    if not (ordinal_of(rites["other"]) or year_of(rites["other"])):
        return None
    begin = name.begin + rites.start("other")
    return Name("event", rites["other"], "", begin, begin + len(rites["other"]), proper=True)


_SUMMIT = re.compile(r"(?:大会|论坛|峰会|年会)$")  # 2026某地丝绸大会新闻发布会
PREPARATION = r"[”》]?的?(?:筹备|准备)工作"
_PREPARES = re.compile(rf"{PREPARATION}(?:[一-鿿]{{0,4}})(?:会议|大?会)$")


def _prepared_by(meeting: Name) -> Name | None:
    """Return the numbered fair that a meeting on its preparation is named after: 第十届某节筹备工作会议."""
    words = _PREPARES.sub("", meeting.text)
    if words == meeting.text or not (SHOW.search(words) and (ordinal_of(words) or year_of(words))):
        return None
    return meeting._replace(text=words, kind="event", end=meeting.begin + len(words), aliases=())


def _is_edition_of(name: Name, full: Name) -> bool:
    """Tell whether a name counts what another, of the same edition, is short for: 第15届某地海博会 beside (简称海博会)."""
    counted = ordinal_of(name.text)
    return bool(counted) and counted == ordinal_of(full.text) and name.text.endswith(tuple(full.aliases))


def read_groups(article: Article) -> list[Group]:
    """Draw the proper names together, the longest first, so that short forms join the full one."""
    headline = [_short_for_press(article, n) for n in article.title_names if n.kind != "plan"]
    told = [n for n in article.names if n.kind != "plan" and (n.proper or is_called(article, n))]
    whole = _without_ceremony if _reports_round(article, headline, told) else _contest_of
    named = [(whole(n), True) for n in headline if n.proper]
    named += [(whole(n), False) for n in told]
    named += [(n, True) for n in article.title_names if not n.proper and _is_shortened(n, named)]
    named += [(n, False) for n in article.names if not n.proper and _is_headline_show(article, n, headline)]
    named += [
        (other, titled)
        for names, titled in ((article.title_names, True), (article.names, False))
        for n in names
        if (other := _opened_with(n)) is not None
    ]
    named += [(fair, titled) for n, titled in named if (fair := _prepared_by(n)) is not None]
    groups: list[Group] = []
    bare = {n.text for n, _ in named if n.text in head_words() and n.aliases}  # 本届会议开幕式 opens no 会议
    named = [(n, titled) for n, titled in named if n.text not in bare or not (titled or n.aliases)]
    for name, titled in sorted(named, key=lambda pair: -len(pair[0].text)):
        homes = [g for g in groups if _is_home_of(article, g, name, titled=titled)]
        home = max(homes, key=lambda g: g.last_before(name), default=None)
        if home is None:
            groups.append(Group([(name, titled)]))
        else:
            home.names.append((name, titled))
    return _drawn_by_pointing(article, _drawn_by_renaming(article, groups))


def _is_home_of(article: Article, group: Group, name: Name, *, titled: bool) -> bool:
    """Tell whether a name means what a group of names means, and none of them means another thing."""
    return any(
        _same(name, m) or (titled and not t and _is_towns_own(article, name, m)) for m, t in group.names
    ) and not any(
        tell_two_editions(name.text, m.text)
        or _each_called(article, name, m)
        or (not titled and not t and _held_apart(article, name, m))
        or _closes_before(article, (name, titled), (m, t))
        or _closes_before(article, (m, t), (name, titled))
        for m, t in group.names
    )


def _is_towns_own(article: Article, title: Name, told: Name) -> bool:
    """Tell whether a headline calls a show by its town, which the text tells beside the name: 嵊州领带展, 赴嵊州参加国际领带服饰展."""
    if not title.kind == told.kind == "event":
        return False
    beside = article.sentence(told.begin).of(article.plain)
    words = flat(title.text)
    if is_region(words[:2]) and is_region(words[2:4]):
        words = words[2:]  # 某省兴城泳装展
    return any(
        is_region(words[:size])
        and words[:size] in beside
        and len(rest) >= _SHORT_SHOW
        and (is_within(rest, flat(told.text)) or is_within(*folded(rest, flat(told.text), SHOW_FOLD)))
        for size in (2, 3)
        for rest in [words[size:]]
    )


def _is_headline_show(article: Article, told: Name, headline: Sequence[Name]) -> bool:
    """Tell whether words for any show (兴城…举行国际泳装博览会) are the one that the headline calls by its town: 兴城泳装展."""
    return SHOW.search(told.text) is not None and any(
        title.proper and _is_towns_own(article, title, told) for title in headline
    )


_SHORT_SHOW = 3  # letters of a show's short name without its town: 领带展
# “某面料节”正式更名为“某家纺周”
_RENAMED = re.compile(r"[”》]?(?:正式)?(?:更名|改名|易名|升级|改称)(?:为|成)[“《]?")


def _drawn_by_renaming(article: Article, groups: list[Group]) -> list[Group]:
    """Let what is given another name join it under the new one, the old one kept as its alias."""
    for new in groups:
        for old in groups:
            renamed = old is not new and any(
                _RENAMED.fullmatch(article.plain, o.end, n.begin) and not (titled or o_titled)
                for n, titled in new.names
                for o, o_titled in old.names
            )
            if renamed:
                former = tuple(dict.fromkeys(n.text for n, _ in old.names))
                names = [(n._replace(aliases=(*n.aliases, *former)), titled) for n, titled in new.names]
                drawn = Group([*names, *old.names], [*new.pointing, *old.pointing])
                return [drawn, *(g for g in groups if g not in (new, old))]
    return groups


def _is_shortened(title: Name, named: Sequence[tuple[Name, bool]]) -> bool:
    """Tell whether a headline names by its short form alone what the text names with its town or edition."""
    if title.kind != "event":
        return False
    short = SHORT_SHOW.fullmatch(title.text)
    longer = TOWNS_OWN.fullmatch(title.text)  # 国际时尚周 above 时尚周
    ware = ENDS_IN_WARE.search(title.text) and title.text not in head_words()  # 内衣展 above 深圳内衣展
    return any(
        ((short or ware) and (n.text.endswith(title.text) or title.text in n.aliases))
        or (longer and not n.proper and title.text.endswith(n.text))
        for n, _ in named
    )


def _each_called(article: Article, one: Name, other: Name) -> bool:
    """Tell whether a sentence calls two meetings by marked names of their own: 在甲地召开“…观摩会”,在乙地召开“…观摩会”."""
    apart = one.text != other.text and one.begin != other.begin
    marked = one.kind == other.kind == "meeting" and one.marks == other.marks == "“"
    if not (apart and marked and article.sentence(one.begin) == article.sentence(other.begin)):
        return False
    return all(CALLED.search(article.plain, max(0, n.begin - 8), n.begin) for n in (one, other))


_HELD_AT = re.compile(r"[”》]?在(?P<where>[^,。;\n]{2,16}?)(?:隆重|顺利|成功|胜利)?(?:召开|举[行办])")


def _held_apart(article: Article, one: Name, other: Name) -> bool:
    """Tell whether two sentences say that what is called alike was held in two towns on two days, as a year's chronicle does."""
    at = [_HELD_AT.match(article.plain, n.end) for n in (one, other)]
    if not all(at) or len({m and m["where"] for m in at}) < 2:
        return False
    days = [
        {t.first.day for t in article.times if span.begin <= t.begin < n.begin and t.precision == "day"}
        for n in (one, other)
        for span in [article.sentence(n.begin)]
    ]
    return all(len(told) == 1 for told in days) and days[0] != days[1]


_CLOSES = re.compile(
    r"[”》]?[^。;\n将拟]{0,24}?(?:闭幕|[落谢]幕|落下帷幕|收官|圆满结束|圆满完成)(?!式|仪式|[当][天日])"
)
_IS_TO_COME = re.compile(r"[”》]?,?(?:也|已|现|初步|正式)*(?:[将拟]|[定计]划?[于在]|预定)(?!.{0,12}闭幕)")


def _closes_before(article: Article, one: tuple[Name, bool], other: tuple[Name, bool]) -> bool:
    """Tell whether one name without a count is told to close and one of a later year to come: 某大会6日闭幕,2032某大会将于…."""
    (closing, titled), (coming, other_titled) = one, other
    year = year_of(coming.text)
    if year is None or other_titled or year_of(closing.text) or ordinal_of(closing.text):
        return False
    plain = flat(article.title) if titled else article.plain
    closes = _CLOSES.match(plain, closing.end)
    ahead = _IS_TO_COME.match(article.plain, coming.end)
    if not (closes and ahead) or not (titled or closing.begin < coming.begin):
        return False
    span = article.sentence(closing.begin)
    days = (t.start or "" for t in article.times if not titled and span.begin <= t.begin < span.end)
    return all(not day[:4].isdecimal() or int(day[:4]) < year for day in days)


_SORTS_OF_EVENT = (
    re.compile(r"(?:展|[展博交洽览]会|交易会|订货会)(?:\([^()]*\))?$"),
    re.compile(r"赛$"),
    re.compile(r"[周节]$"),
)


def _drawn_by_pointing(article: Article, groups: list[Group]) -> list[Group]:
    """Let 本届某大赛 and 这项鞋业展览会 join the one thing of their sort, numbered if any is, which they point at."""
    numbered = [g for g in groups if ordinal_of(g.name.text) or year_of(g.name.text)]
    pointing = [
        g for g in groups if _points_back(article, g) and (g not in numbered or _only_points(article, g))
    ]
    drawn: list[Group] = []
    for group in pointing:
        others = [g for g in numbered if g not in pointing] or [g for g in groups if g not in pointing]
        homes = [g for g in others if _of_one_sort(g.name.text, group.name.text) and not _clash(g, group)]
        if len(homes) == 1:
            homes[0].pointing += [n for n, titled in group.names if not titled]
            drawn.append(group)
    return [g for g in groups if g not in drawn]


def _clash(one: Group, other: Group) -> bool:
    """Tell whether two groups are of different editions or years."""
    counts = zip(
        (ordinal_of(one.name.text), year_of(one.name.text)),
        (ordinal_of(other.name.text), year_of(other.name.text)),
        strict=True,
    )
    return any(a and b and a != b for a, b in counts)


def _only_points(article: Article, group: Group) -> bool:
    """Tell whether something counted is never named but by pointing back: 特举办了此次某城2031年订货会."""
    return all(
        not titled and DEICTIC.search(article.plain[max(0, n.begin - 4) : n.begin])
        for n, titled in group.names
    )


def _points_back(article: Article, group: Group) -> bool:
    return any(
        not titled and DEICTIC.search(article.plain[max(0, n.begin - 4) : n.begin])
        for n, titled in group.names
    )


def _of_one_sort(one: str, other: str) -> bool:
    return any(
        sort.search(CONTEST_END.sub("赛", one)) and sort.search(CONTEST_END.sub("赛", other))
        for sort in _SORTS_OF_EVENT
    )


def _short(name: str) -> str:
    """Return a name without its year and the word that any such thing ends in: PHValue of 2017PHValue展会."""
    return _YEAR_OR_SORT.sub("", name)


_YEAR_OR_SORT = re.compile(r"^20\d\d年?|(?:展会|展览会?|大会|活动)$")


def _same(name: Name, other: Name) -> bool:
    if any(
        _begins(part, whole) or _is_bare(part, whole) for part, whole in permutations((name.text, other.text))
    ):
        return True
    if bool(PRESS_TAIL.search(name.text)) != bool(PRESS_TAIL.search(other.text)):
        return False  # the press conference for a fair is not the fair
    if bool(_HANDED_ON.search(name.text)) != bool(_HANDED_ON.search(other.text)):
        return False
    if _speaks_for(name.text, other.text) or _speaks_for(other.text, name.text):
        return False
    return (
        _short(name.text) in other.aliases
        or _short(other.text) in name.aliases
        or name.text in other.aliases
        or other.text in name.aliases
        or any(_is_edition_of(one, by) for one, by in ((name, other), (other, name)))
        or same_name(name.text, other.text)
        or _is_said_without_sort(name.text, other.text)
        or _is_said_without_sort(other.text, name.text)
        or _is_stop_of(name.text, other.text)
        or _is_stop_of(other.text, name.text)
        or _is_lettered(name.text, other.text)
        or _is_lettered(other.text, name.text)
        or _part_of(name.text, other.text)
        or _of_one_session(name.text, other.text)
    )


def _is_said_without_sort(one: str, other: str) -> bool:
    """Tell whether a name leaves off the 会 of another: “某题”时装发布 and 某某“某题”时装发布会."""
    return one.endswith(("发布", "展示", "交流")) and flat(other).endswith(flat(one) + "会")


_STOP = re.compile(r"(?P<motto>“[^“”]{2,14}”)[^“”]{2,12}?(?P<sort>[一-鿿]{2})[·-]?[一-鿿]{2,4}站")


def _is_stop_of(one: str, other: str) -> bool:
    """Tell whether a name is that of a stop of the tour that another names in full, under one motto: “甲”全国巡展乙站."""
    stop, whole = _STOP.fullmatch(flat(one)), flat(other)
    return bool(stop and stop["motto"] in whole and whole.endswith(stop["sort"]))


# 某年会承办单位交接仪式 hands the next edition on; it is none itself.
_HANDED_ON = re.compile(r"(?:承办|举办|主办)[一-鿿]{0,6}(?:交接|移交)[一-鿿]{0,4}$")
_SESSION = re.compile(
    r"[一-鿿]{4}第?[一二三四五六七八九十\d]{1,3}届(?:第?[一二三四五六七八九十\d]{1,3}次)?.{3,}$"
)


def _of_one_session(one: str, other: str) -> bool:
    """Tell whether one counted session's names differ in how the body at their head is called (闽产协某分会三届四次理事会)."""
    one, other = sorted((flat(one), flat(other)), key=len)
    session, short = _SESSION.search(one), _SHORT_HEAD.match(one)
    told = session and short and short.end() <= session.end()
    return bool(told and short and other.endswith(one[short.end() :]))


_SHORT_HEAD = re.compile(r"(?:20\d\d年?)?[一-鿿]{1,4}协(?!会|商|进|同)")  # 2021年闽产协, 省服协


def _is_lettered(one: str, other: str) -> bool:
    """Tell whether a name's letters alone are those by which the fair of another is known: CHIC2017, 中国国际服装服饰博览会."""
    called = called_by(one)
    if not called or called in one or called not in other or CONTEST_END.search(other):
        return False
    years = (year_of(one), year_of(other))
    return None in years or years[0] == years[1]


_JOINT = re.compile("暨|、")
_SEAT = re.compile("(?<=^..)[省市县区镇]")  # 丹溪县某节 is 丹溪某节


@lru_cache(maxsize=1024)
def _begins(part: str, whole: str) -> bool:
    """Tell whether a name is the first of those joined in another: 某评选发布会 of 2031年某评选发布会暨颁奖典礼."""
    first, *others = _JOINT.split(flat(whole))
    counted, numbered = ordinal_of(part), ordinal_of(first)
    alike = _SEAT.sub("", bare_letters(first)) == _SEAT.sub("", bare_letters(part))
    return bool(others) and alike and counted in (None, numbered)


_BARE_COUNCIL = re.compile(
    r"(?P<body>[一-鿿()]{4,}(?:协会|商会|学会|联合会|分会|促进会|专业委员会))(?:会议|大会)"
)


@lru_cache(maxsize=1024)
def _is_bare(bare: str, council: str) -> bool:
    """Tell whether a headline's name says no more than whose meeting it is: 某区某协会会议."""
    told = _BARE_COUNCIL.fullmatch(flat(bare))
    return told is not None and bare != council and bare_letters(told["body"]) in bare_letters(council)


@lru_cache(maxsize=1024)
def _part_of(part: str, whole: str) -> bool:
    """Tell whether a name is that of one of several sittings held as one: 某会二届一次理事会 of 某会员大会暨二届一次理事会."""
    first, *others = _JOINT.split(flat(whole))
    letters, body = bare_letters(part), bare_letters(first)
    return any(
        ordinal_of(other) == ordinal_of(part)
        and len(bare_letters(other)) >= 3
        and letters.endswith(bare_letters(other))
        and is_within(letters.removesuffix(bare_letters(other)), body)
        for other in others
    )


_FOR_IT = re.compile(
    r"(?![暨及和与、])[^暨]*(?:推[介荐]会|说明会|对接会|洽谈会|座谈会|研讨会|(?:筹备|准备)(?:工作)?[一-鿿]{0,4}(?:会议|大?会)|动员会|招商会|招商大会|总结(?:大会|会议?)|巡游[^暨]{0,12}|--[^暨]{2,20}活动)[”’]?"
)


def _speaks_for(one: str, fair: str) -> bool:
    """Tell whether one is what is held for, within or after a fair that its name tells: 第五届某博览会杭州推介会, 第四届某节总结会."""
    one, fair = flat(one), flat(fair)
    telling = ordinal_of(fair) or year_of(fair) or len(fair) >= _TELLS_WHICH
    return bool(telling and fair in one and _FOR_IT.fullmatch(one, one.find(fair) + len(fair)))


def _short_mentions(article: Article, group: Group) -> list[Name]:
    """Find the words that point back at a group: 本届织交会, 此次大会, or its explained short form."""
    proper = [n for n, titled in group.names if not titled]
    aliases = {a for n in proper for a in n.aliases}
    begins = {n.begin for n in proper}
    titled = any(titled for _, titled in group.names)
    first = 0 if titled else min((n.end for n in proper), default=0)
    others = [n for n in article.names if n.proper and n.kind != "plan"]
    found = []
    for name in article.names:
        if name.proper or name.begin < first or name.kind == "plan":
            continue
        if _NEXT_ONE.search(article.plain, max(0, name.begin - 4), name.begin):
            continue
        pointed = (
            DEICTIC.search(article.plain[max(0, name.begin - _POINTING) : name.begin])
            or name.text in aliases
            or _CALLED_OFF.match(article.plain, name.end)
            or (
                _TO_BE_HELD.match(article.plain, name.end)
                and (name.text in _FINALS or not CONTEST_END.search(name.text))
            )
        )
        pointed = pointed or _WAS_HELD.match(article.plain, name.end)
        pointed = pointed or _WILL_HOLD.search(article.plain, max(0, name.begin - 30), name.begin)
        nearest = max((n for n in others if n.end <= name.begin), key=lambda n: n.end, default=None)
        fits = name.text in aliases or _points_at(name, group.name)
        alone = fits and pointed and name.text not in aliases and _is_last_word_of_one(name, others, begins)
        near = nearest.begin in begins if nearest else titled
        if pointed and fits and (name.text in aliases or near or alone):
            found.append(name)
    known = {name.begin for name in (*found, *proper)}
    shorts = (*_coined(article, group.name), *_said_short(article, group))
    return [*found, *(n for n in shorts if n.begin >= first and n.begin not in known)]


_POINTING = 14  # characters at most that point: 这场为期四天的, 这场12月16日开幕的
# 论坛于2018年3月29日举行, behind what went on during it.
_WAS_HELD = re.compile(
    r"于\s?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[-至到]\d{1,2}日)?[^,。;\n]{0,16}(?:举[行办]|召开|开幕)"
    # 展会17日结束, 服装节明天闭幕
    r"|(?:将?(?:于|在|到))?(?:[今昨明后][天日晚]|(?:\d{1,2}月)?\d{1,2}日)(?:上午|下午|晚)?(?:正式|圆满|全部)?(?:结束|[闭落谢]幕|收官|落下帷幕|撤展)"
)
# 9月,博览会将创新举办|服装周
_WILL_HOLD = re.compile(r"(?:\d[日月]|[上中下]旬)[^。;\n]{0,20}[将拟][^,。;\n]{0,4}(?:举[行办]|召开|推出)$")
_NEXT_ONE = re.compile(r"(?:下一?|次|来)届$|下一?次$|明年的?$")  # 下届年会拟于明年移师西安: another one


def _said_short(article: Article, group: Group) -> Iterator[Name]:
    """Yield where the text says the short form by which alone a headline calls a fair: 海博会的广播, below 海博会落幕."""
    for short in (n for n, titled in group.names if titled and SHORT_FAIR.fullmatch(n.text)):
        at = article.plain.find(short.text)
        while at >= 0:
            yield short._replace(begin=at, end=at + len(short.text))
            at = article.plain.find(short.text, at + 1)


def _is_last_word_of_one(short: Name, named: Sequence[Name], begins: set[int]) -> bool:
    """Tell whether only one thing named before ends in a bare word: 其中,高峰论坛定于27日…, told behind a list of others."""
    told = [n.begin for n in named if n.end <= short.begin and n.text.rstrip("”》)").endswith(short.text)]
    return bool(told) and all(begin in begins for begin in told)


_MOST_KEPT = 2  # characters of what it shows that a short form keeps: 家纺博会


def _coined(article: Article, name: Name) -> Iterator[Name]:
    """Yield the places where a fair is called by a short form that nobody explains, its letters in the name's order."""
    long = next((word for word in SHORTENED if flat(name.text).endswith(word)), None)
    if name.kind != "event" or long is None:
        return
    shows, tail = flat(name.text).removesuffix(long), SHORTENED[long]
    at = article.plain.find(tail)
    while at >= 0:
        begin, rest = at, shows
        while (
            at - begin < _MOST_KEPT and (place := rest.rfind(article.plain[begin - 1 : begin] or "\n")) >= 0
        ):
            begin, rest = begin - 1, rest[:place]
        if begin < at:
            end = at + len(tail)
            yield Name(name.kind, article.text[begin:end], article.plain[begin:end], begin, end, False)
        at = article.plain.find(tail, at + 1)


# 年会因暴雨取消了: what is put off or dropped is what was told of before.
_CALLED_OFF = re.compile(
    r"(?:因|由于|受)?[^,。;\n]{0,10}?(?:取消|停办|延期|推迟|改期|延后|暂缓)(?![^,。;\n]{0,4}(?:资格|限制|关税|审批))"
)


# 决赛将于9月14日举行 is said of the contest told before, 大赛将于… perhaps of another.
_FINALS = ("决赛", "总决赛")
# 初步确定交易会将于9月12日至14日在…举办
_TO_BE_HELD = re.compile(r"(?:将|拟|定)[于在]\s?(?:\d|[今明]年|[本下]月)")


# 此次发布会 is no fair, and 本次推介会 no congress.
_OF_ITS_OWN = re.compile(r"(?:发布|通气|见面|推介|座谈|对接|签约|说明|洽谈)会$")


def _points_at(short: Name, name: Name) -> bool:
    """Tell whether a bare head word can mean a thing of this name: both end alike."""
    if (own := _OF_ITS_OWN.search(short.text)) and own[0] not in name.text:
        return False
    ends = {bare_letters(part)[-1:] for part in flat(name.text).split("暨")}
    return bare_letters(short.head)[-1:] in ends


def mentions_of(article: Article, group: Group) -> tuple[Mention, ...]:
    """Read all places of the text that speak of a group's thing."""
    names = [*(n for n, titled in group.names if not titled), *group.pointing]
    return tuple(read_mention(article, n) for n in (*names, *_short_mentions(article, group)))
