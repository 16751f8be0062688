"""What an article is about: its names drawn together into subjects, and those kept that it reports or announces.

Every mention of a name is weighed by the words around it, and a subject by its mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, permutations
from typing import NamedTuple

from bot.records.article import Article
from bot.records.callers import CALLED, CEREMONY, OF_ITSELF, TOWNS_OWN, bodiless, is_called
from bot.records.likeness import CONTEST_END, bare_letters, is_within, same_name
from bot.records.mentions import (
    DEICTIC,
    HONOUR_AFTER,
    LED,
    NEXT_ON_LIST,
    PRESS_CONFERENCE,
    Mention,
    read_mention,
    shared,
)
from bot.records.model import Kind
from bot.records.moments import TimeMention
from bot.records.names import (
    Name,
    called_by,
    head_words,
    kind_of,
    leading_kind,
    ordinal_of,
    year_of,
)
from bot.records.organisations import OrganisationMention
from bot.records.places import is_region
from bot.records.rules import Rule, branched
from bot.records.text import Span, flat


class Subject(NamedTuple):
    """A meeting or event the article reports or announces."""

    kind: Kind
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    in_title: bool
    weight: float
    parent: str | None = None
    body: tuple[int, int] | None = None
    scope: tuple[Span, ...] = ()

    def holds(self, begin: int) -> bool:
        """Tell whether a place of the text speaks of this subject."""
        return any(s.begin <= begin < s.end for s in self.scope)


def own_body(article: Article, subjects: Sequence[Subject]) -> OrganisationMention | None:
    """Return the body whose own meeting it is: the one a subject's name begins with."""
    begins = {m.name.begin for s in subjects for m in s.mentions}
    return next((o for o in article.organisations if o.begin in begins), None)


_COUNT_IS_WORTH = 0.3  # of a name's length: 第三届某某服博会 is fuller than 某某服装博览会, 13届服博会 is not


@dataclass(slots=True)
class _Group:
    names: list[tuple[Name, bool]]
    pointing: list[Name] = field(default_factory=list)  # 这项鞋业展览会, which says no more than the name

    @property
    def name(self) -> Name:
        short = {a for n, _ in self.names for a in n.aliases}
        return max(
            (n for n, _ in self.names),
            key=lambda n: (
                n.text not in short,
                called_by(n.text) is None,
                len(bare_letters(n.text))
                * (1 + _COUNT_IS_WORTH * bool(ordinal_of(n.text) or year_of(n.text))),
                n.marks == "",
            ),
        )


_PRESS_TAIL = branched(rf"(?:首场|第.场)?{PRESS_CONFERENCE}$")
_LAUNCHED_TOO = re.compile(r"(?:启动|启幕|征稿|招商|招展)(?:仪式|大会|会)?暨$")  # 某大赛启动暨新闻发布会
_PRESS_IN_TOWN = re.compile(r"(?<=[会展节])(?P<town>[一-鿿]{2,3})发布会$")  # 第三届某服博会香港发布会
_TELLS_WHICH = 10  # characters of a fair's name that single it out without an edition
_ROUND_TAIL = re.compile(
    r"(?<=[节周])系列活动$|(?<=大赛)(?:初赛|复赛|预赛|海选|(?:作品)?(?:评选|征集|招募))$"
)
_SHOW = re.compile(r"(?:赛|展|博会|交会|洽会|博览会|展览会|交易会|节|周|嘉年华|评选|洽谈会|赛项|[)）])$")


def _without_ceremony(name: Name) -> Name:
    """Take the opening, the press conference or a round of a fair, contest or meeting for the thing itself."""
    if (announced := _announced_by(name)) is not None:
        return announced
    inner = _ROUND_TAIL.sub("", CEREMONY.sub("", name.text))
    kind = "event" if _SHOW.search(inner) else leading_kind(inner) or kind_of(inner)
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
    words = _LAUNCHED_TOO.sub("", _PRESS_TAIL.sub("", press.text))
    if (abroad := _PRESS_IN_TOWN.search(words)) and is_region(abroad["town"]):
        words = words[: abroad.start()]
    quoted = words[:1] == "“" and words.endswith("”") and words.count("“") == 1
    if quoted:
        words = words[1:-1]
    telling = ordinal_of(words) or year_of(words) or len(words) >= _TELLS_WHICH
    if words == press.text or not (_SHOW.search(words) and telling):
        return None
    begin = press.begin + quoted
    return press._replace(text=words, kind="event", begin=begin, end=begin + len(words))


PREPARATION = r"[”》]?的?(?:筹备|准备)工作"
_PREPARES = re.compile(rf"{PREPARATION}(?:[一-鿿]{{0,4}})(?:会议|大?会)$")


def _prepared_by(meeting: Name) -> Name | None:
    """Return the numbered fair that a meeting on its preparation is named after: 第十届某节筹备工作会议."""
    words = _PREPARES.sub("", meeting.text)
    if words == meeting.text or not (_SHOW.search(words) and (ordinal_of(words) or year_of(words))):
        return None
    return meeting._replace(text=words, kind="event", end=meeting.begin + len(words), aliases=())


def _is_edition_of(name: Name, full: Name) -> bool:
    """Tell whether a name counts what another, of the same edition, is short for: 第15届某地海博会 beside (简称海博会)."""
    counted = ordinal_of(name.text)
    return bool(counted) and counted == ordinal_of(full.text) and name.text.endswith(tuple(full.aliases))


def _groups(article: Article) -> list[_Group]:
    """Draw the proper names together, the longest first, so that short forms join the full one."""
    named = [(_without_ceremony(n), True) for n in article.title_names if n.kind != "plan" and n.proper]
    named += [
        (_without_ceremony(n), False)
        for n in article.names
        if n.kind != "plan" and (n.proper or is_called(article, n))
    ]
    named += [(n, True) for n in article.title_names if not n.proper and _is_shortened(n, named)]
    named += [(fair, titled) for n, titled in named if (fair := _prepared_by(n)) is not None]
    groups: list[_Group] = []
    bare = {n.text for n, _ in named if n.text in head_words() and n.aliases}  # 本届会议开幕式 opens no 会议
    named = [(n, titled) for n, titled in named if n.text not in bare or not (titled or n.aliases)]
    for name, titled in sorted(named, key=lambda pair: -len(pair[0].text)):
        home = next(
            (
                g
                for g in groups
                if any(_same(name, m) for m, _ in g.names)
                and not any(_each_called(article, name, m) for m, _ in g.names)
            ),
            None,
        )
        if home is None:
            groups.append(_Group([(name, titled)]))
        else:
            home.names.append((name, titled))
    return _drawn_by_pointing(article, groups)


_OWN_SHORT = re.compile(r"[一-鿿]{1,3}(?:[博交洽]会|节)")  # 织交会, 毛衣节


def _is_shortened(title: Name, named: Sequence[tuple[Name, bool]]) -> bool:
    """Tell whether a headline names by its short form alone what the text names with its town or edition."""
    if title.kind != "event":
        return False
    short = _OWN_SHORT.fullmatch(title.text)
    longer = TOWNS_OWN.fullmatch(title.text)  # 国际时尚周 above 时尚周
    return any(
        (short and (n.text.endswith(title.text) or title.text in n.aliases))
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


_SORTS_OF_EVENT = (
    re.compile(r"(?:展|[展博交洽览]会|交易会|订货会)(?:\([^()]*\))?$"),
    re.compile(r"赛$"),
    re.compile(r"[周节]$"),
)


def _drawn_by_pointing(article: Article, groups: list[_Group]) -> list[_Group]:
    """Let 本届某大赛 and 这项鞋业展览会 join the one thing of their sort, numbered if any is, which they point at."""
    numbered = [g for g in groups if ordinal_of(g.name.text) or year_of(g.name.text)]
    pointing = [
        g for g in groups if _points_back(article, g) and (g not in numbered or _only_points(article, g))
    ]
    drawn: list[_Group] = []
    for group in pointing:
        others = [g for g in numbered if g not in pointing] or [g for g in groups if g not in pointing]
        homes = [g for g in others if _of_one_sort(g.name.text, group.name.text) and not _clash(g, group)]
        if len(homes) == 1:
            homes[0].pointing += [n for n, titled in group.names if not titled]
            drawn.append(group)
    return [g for g in groups if g not in drawn]


def _clash(one: _Group, other: _Group) -> bool:
    """Tell whether two groups are of different editions or years."""
    counts = zip(
        (ordinal_of(one.name.text), year_of(one.name.text)),
        (ordinal_of(other.name.text), year_of(other.name.text)),
        strict=True,
    )
    return any(a and b and a != b for a, b in counts)


def _only_points(article: Article, group: _Group) -> bool:
    """Tell whether something counted is never named but by pointing back: 特举办了此次某城2031年订货会."""
    return all(
        not titled and DEICTIC.search(article.plain[max(0, n.begin - 4) : n.begin])
        for n, titled in group.names
    )


def _points_back(article: Article, group: _Group) -> bool:
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
    if bool(_PRESS_TAIL.search(name.text)) != bool(_PRESS_TAIL.search(other.text)):
        return False  # the press conference for a fair is not the fair
    if _speaks_for(name.text, other.text) or _speaks_for(other.text, name.text):
        return False
    return (
        _short(name.text) in other.aliases
        or _short(other.text) in name.aliases
        or name.text in other.aliases
        or other.text in name.aliases
        or any(_is_edition_of(one, by) for one, by in ((name, other), (other, name)))
        or same_name(name.text, other.text)
        or _is_lettered(name.text, other.text)
        or _is_lettered(other.text, name.text)
        or _part_of(name.text, other.text)
        or _of_one_session(name.text, other.text)
    )


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
    """Tell whether a name's letters are those by which the fair of another is known: CHIC2017, 中国国际服装服饰博览会."""
    called = called_by(one)
    years = (year_of(one), year_of(other))
    return bool(called and called in other and (None in years or years[0] == years[1]))


_JOINT = re.compile("暨|、")


@lru_cache(maxsize=1024)
def _begins(part: str, whole: str) -> bool:
    """Tell whether a name is the first of those joined in another: 某评选发布会 of 2031年某评选发布会暨颁奖典礼."""
    first, *others = _JOINT.split(flat(whole))
    counted, numbered = ordinal_of(part), ordinal_of(first)
    return bool(others) and bare_letters(first) == bare_letters(part) and counted in (None, numbered)


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
    r"(?![暨及和与、])[^暨]*(?:推[介荐]会|说明会|对接会|洽谈会|座谈会|研讨会|(?:筹备|准备)(?:工作)?[一-鿿]{0,4}(?:会议|大?会)|动员会|招商会|招商大会|巡游[^暨]{0,12}|--[^暨]{2,20}活动)[”’]?"
)


def _speaks_for(one: str, fair: str) -> bool:
    """Tell whether one is what is held for or within a fair that its name tells: 第五届某博览会杭州推介会."""
    one, fair = flat(one), flat(fair)
    telling = ordinal_of(fair) or year_of(fair) or len(fair) >= _TELLS_WHICH
    return bool(telling and fair in one and _FOR_IT.fullmatch(one, one.find(fair) + len(fair)))


def _short_mentions(article: Article, group: _Group) -> list[Name]:
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
        pointed = (
            DEICTIC.search(article.plain[max(0, name.begin - 4) : name.begin])
            or name.text in aliases
            or _CALLED_OFF.match(article.plain, name.end)
            or (
                _TO_BE_HELD.match(article.plain, name.end)
                and (name.text in _FINALS or not CONTEST_END.search(name.text))
            )
        )
        nearest = max((n for n in others if n.end <= name.begin), key=lambda n: n.end, default=None)
        fits = name.text in aliases or _points_at(name, group.name)
        alone = fits and pointed and name.text not in aliases and _is_last_word_of_one(name, others, begins)
        near = nearest.begin in begins if nearest else titled
        if pointed and fits and (name.text in aliases or near or alone):
            found.append(name)
    known = {name.begin for name in (*found, *proper)}
    return [*found, *(n for n in _coined(article, group.name) if n.begin >= first and n.begin not in known)]


def _is_last_word_of_one(short: Name, named: Sequence[Name], begins: set[int]) -> bool:
    """Tell whether only one thing named before ends in a bare word: 其中,高峰论坛定于27日…, told behind a list of others."""
    told = [n.begin for n in named if n.end <= short.begin and n.text.rstrip("”》)").endswith(short.text)]
    return bool(told) and all(begin in begins for begin in told)


# How the trade shortens what a fair is: 服装博览会 to 服博会, 国际裤业交易会 to 裤交会.
_SHORTENED = {"博览会": "博会", "交易会": "交会", "洽谈会": "洽会", "订货会": "订会", "采购会": "采会"}
_MOST_KEPT = 2  # characters of what it shows that a short form keeps: 家纺博会


def _coined(article: Article, name: Name) -> Iterator[Name]:
    """Yield the places where a fair is called by a short form that nobody explains, its letters in the name's order."""
    long = next((word for word in _SHORTENED if flat(name.text).endswith(word)), None)
    if name.kind != "event" or long is None:
        return
    shows, tail = flat(name.text).removesuffix(long), _SHORTENED[long]
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


# --- which of them the article reports -----------------------------------------------------------

_POLITICAL = re.compile(
    r"政协.{0,8}会议|人大.{0,8}会议|党组|十[一二三四五六七八九]大|二十大|全会$|两会[”’]?$|党代会|人民代表大会|中央.{0,6}会议|政治局|世博会$|奥运会|亚运会|进博会$|广交会$|亚信|APEC|apec|亚太经合|G20|二十国集团|金砖|上合组织|首脑|元首"
)
_HOW_MANY = re.compile(
    r"(?<![第\d一二三四五六七八九十百])(?:\d{1,2}|[一二三四五六七八九十百]{1,3})届(?![一二三四五六七八九十\d]{1,3}次)"
)


def _is_counted(name: Name) -> bool:
    """Tell whether a name tells its edition or year; 五届时尚节 are five."""
    many = name.kind == "event" and _HOW_MANY.search(name.text)
    return bool(year_of(name.text) or (ordinal_of(name.text) and not many))


def _weight(titled: bool, mentions: Sequence[Mention], name: Name) -> float:
    """Weigh how surely the article reports or announces a thing of this name.

    No verb of holding is needed where a day and a place stand beside a name of its own in the lead: there
    are more such verbs than a list can hold.
    """
    good = [m for m in mentions if not (m.past or m.wished or m.honour or m.joined or m.press)]
    told = _is_counted(name)
    weight = 3.0 * titled + 2.0 * any(m.held for m in good) + 1.5 * any(m.dated for m in good)
    weight += 1.0 * any(m.placed for m in good) + 1.0 * any(m.lead for m in good)
    weight += 1.0 * any(m.beside and (m.held or m.dated) for m in good)
    weight += 0.5 * (len(bare_letters(name.text)) >= 8) + 2.0 * told + 0.5 * (name.marks == "“")
    # What meets the press is announced (guide rule 3).
    weight += 2.0 * any(m.press and m.lead for m in mentions) * (told or bool(_SHOW.search(name.text)))
    weight += 1.5 * any(m.announced and m.lead for m in mentions)
    weight += 3.0 * any(m.alone for m in mentions) + 3.5 * any(
        (m.listed or m.entry) and not m.past for m in mentions
    )
    if mentions and all(m.past or m.wished or m.honour for m in mentions):
        weight -= 4.0
    elif mentions and all(m.joined for m in mentions):
        weight -= 2.0
    return weight


_PRESIDED = re.compile(
    r"(?:会议|论坛|大会|年会|研讨会|座谈会)由[^。,;\n]{4,40}主持|出席了?(?:本次|此次|这次)?(?:会议|论坛|大会|年会)"
)


def _presided_weight(article: Article, mentions: Sequence[Mention], name: Name) -> float:
    """Weigh who sat at its head or attended, where no verb says that the meeting of the lead was held."""
    led = any(m.lead for m in mentions) and not any(m.past or m.wished for m in mentions)
    told = _is_counted(name)
    return 2.0 * bool(led and told and name.kind == "meeting" and _PRESIDED.search(article.plain))


def _call_weight(article: Article, mentions: Sequence[Mention], name: Name) -> float:
    """Weigh a last day to enter: an article that tells it and names a numbered thing at its top calls for it."""
    told = _is_counted(name)
    limited = any(t.role == "deadline" for t in article.times)
    return (
        told * any(m.lead for m in mentions) * (2.0 * limited or 1.0 * bool(_ENTERING.search(article.plain)))
    )


_WHEN_AND_WHERE = re.compile(
    r"(?:^|\n)\s*(?:活动|举办|培训)?(?:时间|日期)\s?:[^\n]*\d[^\n]*\n(?:[^\n]*\n){0,2}?\s*(?:活动|举办|培训)?(?:地点|地址)\s?:"
)


def _notice_weight(article: Article, name: Name, titled: bool) -> float:
    """Weigh the lines of a notice that say when and where for what its headline names: 植物染工作坊招募啦."""
    return 1.0 * bool(
        titled and name.kind == "event" and name.proper and _WHEN_AND_WHERE.search(article.plain)
    )


# The minutes of a meeting begin with when, where and who.
_MINUTES = re.compile(
    r"\s*(?:会议|开会)?时间\s?:[^\n]+\n\s*(?:会议|开会)?地点\s?:[^\n]+\n\s*(?:出席|参会|参加|主持|列席)(?:人员?|领导)?\s?:"
)


def _minutes_weight(article: Article, name: Name) -> float:
    """Weigh the head of minutes for the meeting by whose name they go on."""
    return 2.0 * bool(name.kind == "meeting" and name.proper and _MINUTES.match(article.plain))


_ENTERING = Rule(r"参赛|报名|投稿|征稿|收稿|交稿|作品征集|提交作品|寄送|收件|入围|参展商?(?:报名|申请)")
# What a subject must weigh to be a record; more where prices, statistics or adverts fill the article.
ENOUGH = 3.5
ENOUGH_AMID_FIGURES = 5.0
# With a day of its own, beside something that is surely reported.
NEARLY_ENOUGH = 3.0
SURELY = 5.0


_TELLING = 7  # characters of a name that tells which of many such things is held beside


def _dated_beside(article: Article, subject: Subject, found: Sequence[Subject]) -> bool:
    """Tell whether something with a day of its own, or that somebody presides, is held beside what is surely reported."""
    good = [m for m in subject.mentions if not (m.past or m.wished or m.honour)]
    told = any(m.held and m.beside for m in good) and len(subject.name) >= _TELLING
    return (
        (told or any(m.dated or LED.match(article.plain, m.name.end) for m in good))
        and subject.weight >= NEARLY_ENOUGH
        and any(s.weight >= SURELY for s in found if s is not subject)
    )


_THERE = re.compile(
    r"\s*(?:(?:[大年峰]|会议|展览?|博览|交易|洽谈)?会上|会议上|论坛上|(?:会议|大会|活动)?期间|活动(?:中|现场)|仪式上)"
)
_RITE = re.compile(r"(?:揭牌|授牌|签约|揭幕|颁奖|挂牌|授旗|拜师|结对|捐赠|发布|首发)仪式$")


def _is_rite(name: str) -> bool:
    """Tell whether a name is that of a rite alone, no forum with one (某论坛暨某基地揭牌仪式)."""
    first, joint, _ = name.partition("暨")
    return bool(_RITE.search(name)) and not (joint and kind_of(first) == "meeting")


def _is_ceremony_within(article: Article, subject: Subject, found: Sequence[Subject]) -> bool:
    """Tell whether a rite without a day, a place or a headline of its own is a point of another gathering's programme."""
    told = [m for m in subject.mentions if m.dated or m.lead]
    if any(
        m.held and m.placed and not _THERE.match(article.plain, m.sentence.begin) for m in subject.mentions
    ):
        return False
    plain = not (subject.in_title or "暨" in subject.name) and all(
        _THERE.match(article.plain, m.sentence.begin) for m in told
    )
    return bool(plain and _is_rite(subject.name) and any(s.weight > subject.weight for s in found))


def _mentions(article: Article, group: _Group) -> tuple[Mention, ...]:
    names = [*(n for n, titled in group.names if not titled), *group.pointing]
    return tuple(read_mention(article, n) for n in (*names, *_short_mentions(article, group)))


def read_subjects(article: Article, enough: float = ENOUGH) -> tuple[Subject, ...]:
    """Return the meetings and events an article reports or announces, the main one first.

    Args:
        article: as prepared.
        enough: what a subject must weigh at least.
    """
    found: list[Subject] = []
    headline = flat(article.title)
    groups = [(group, _mentions(article, group)) for group in _groups(article)]
    unsaid = not any(m.held and not m.past for _, mentions in groups for m in mentions)
    for group, mentions in groups:
        titled = any(t and not HONOUR_AFTER.match(headline, n.end) for n, t in group.names)
        name = _of_this_edition(group.name, mentions)
        if _POLITICAL.search(name.text) or (
            mentions and all(_is_aside(article, m) for m in mentions) and not titled
        ):
            continue
        weight = _weight(titled, mentions, name) + _call_weight(article, mentions, name)
        weight += _minutes_weight(article, name) + _notice_weight(article, name, titled)
        weight += _presided_weight(article, mentions, name) if unsaid else 0
        if weight >= min(enough, NEARLY_ENOUGH):
            aliases = {n.text for n, _ in group.names if n.text != name.text} | {
                a for n, _ in group.names for a in n.aliases
            }
            body = bodiless(article, name, mentions)
            whole = body.name + OF_ITSELF.sub("", name.text) if body else name.text
            aliases |= {name.text} if body else set()
            span = (body.begin, body.end) if body else None
            found.append(
                Subject(name.kind, whole, tuple(sorted(aliases)), mentions, titled, weight, body=span)
            )
    found = [s for s in found if s.weight >= enough or _dated_beside(article, s, found)]
    found = [s for s in found if not _is_ceremony_within(article, s, found)]
    found = [
        s for s in found if not (_is_old(article, s) or (len(found) > 1 and _is_undated_press(article, s)))
    ]
    found = _without_history(article, sorted(found, key=_rank))
    # Minutes are of the meeting that only their headline names.
    found = found if _MINUTES.match(article.plain) else _without_echoes(found)
    found = _with_first_part(found)
    found = [*_nested(article, found), *_press_conference(article, found)]
    return _scoped(article, [_named_in_full(s, found) for s in found])


def _with_first_part(found: Sequence[Subject]) -> list[Subject]:
    """Let the first part of a joint name, told alone, join it: 某会五届一次年会 and 某会五届一次年会暨标准审定会."""
    parts = {s.name: o for s in found for o in found if o.name.startswith(f"{s.name}暨")}
    told = {id(o): [s for s in found if parts.get(s.name) is o] for o in parts.values()}
    return [
        s._replace(
            mentions=(*s.mentions, *(m for part in told.get(id(s), ()) for m in part.mentions)),
            in_title=s.in_title or any(part.in_title for part in told.get(id(s), ())),
        )
        for s in found
        if s.name not in parts
    ]


_EDITION_AHEAD = re.compile(r"(?:第?[一二三四五六七八九十百\d]{1,4}|首)届")


def _of_this_edition(name: Name, mentions: Sequence[Mention]) -> Name:
    """Take the edition off a name that only history has (去年的首届某展), where the present one has none."""
    own = [m for m in mentions if m.name.text == name.text]
    counted = _EDITION_AHEAD.match(name.text)
    if counted is None or len(own) == len(mentions) or not (own and all(m.past for m in own)):
        return name
    return name._replace(text=name.text[counted.end() :], begin=name.begin + counted.end())


def _named_in_full(subject: Subject, found: Sequence[Subject]) -> Subject:
    """Give a thing the fuller name that its press conference carries: 2024某大会新闻发布会."""
    for other in found:
        inner = _PRESS_TAIL.sub("", other.name)
        fuller = inner != other.name and len(inner) > len(subject.name) and inner.endswith(subject.name)
        if fuller and subject is not other:
            return subject._replace(name=inner, aliases=(*subject.aliases, subject.name))
    return subject


_PRESS_HEADS = re.compile(PRESS_CONFERENCE)
# A headline that reports the conference itself dates it: 某展新闻发布会今日在上海召开.
_PRESS_HELD = re.compile(
    rf"{PRESS_CONFERENCE}[^,。]{{0,12}}(?:召开|举[行办])|并(?:召开|举[行办])(?:新闻)?发布会"
)


# 记者从昨天召开的媒体见面会上获悉: a source, no news.
_HEARD_THERE = re.compile(r"上(?:获悉|了解到|得知)")


def _press_conference(article: Article, found: Sequence[Subject]) -> list[Subject]:
    """Read the press conference for the main subject where it has a day of its own (guide rule 3)."""
    if any(_PRESS_HEADS.search(s.name) for s in found):
        return []
    for name in article.names:
        if (
            not _PRESS_HEADS.fullmatch(name.head)
            or not found
            or name.text in (found[0].name, *found[0].aliases)
        ):
            continue
        mention = read_mention(article, name)
        days = [
            t
            for t in article.times
            if mention.sentence.begin <= t.begin < mention.sentence.end and t.precision == "day"
        ]
        time = next((t for t in days if t.begin < name.begin or _is_met_on(article, name, t)), None)
        own = time is not None and not re.search(r"[。;\n]", article.plain[time.end : name.begin])
        source = time and time.first.relative and _HEARD_THERE.match(article.plain, name.end)
        own = own and not source
        if (own or (mention.held and _PRESS_HELD.search(flat(article.title)))) and not mention.past:
            return [Subject("meeting", found[0].name + name.head, (name.text,), (mention,), False, ENOUGH)]
    return []


def _is_met_on(article: Article, name: Name, time: TimeMention) -> bool:
    """Tell whether a day behind a press conference is its own: 某展新闻发布会12月11日在汉口举行."""
    return article.plain[name.end : time.begin] in ("", "于", "将于", "定于", "拟于", "已于") and bool(
        re.match(r"[^,。;\n]{0,24}(?:举[行办]|召开)", article.plain[time.end : time.end + 32])
    )


_SIDE_LINE = re.compile(r"\s*[-·●▪■◆*>»]\s*\S")


def _is_aside(article: Article, mention: Mention) -> bool:
    """Tell whether a name stands in a list of other titles below the article (guide rule 12)."""
    line = article.line(mention.name.begin)
    words = line.of(article.plain)
    low = mention.name.begin > len(article.text) * 0.4
    return bool(
        low and _SIDE_LINE.match(words) and "。" not in words and not re.search(r"\d月\d|\d日", words)
    )


def _rank(subject: Subject) -> tuple[bool, bool, int, float]:
    """Order subjects: those of the title first, those only told beside others last, then by where they are reported."""
    aside = bool(subject.mentions) and all(m.beside for m in subject.mentions)
    told = [m.name.begin for m in subject.mentions if m.held and not m.past]
    first = min(told or [m.name.begin for m in subject.mentions], default=0)
    return not subject.in_title, aside, first if told else first + 1000, -subject.weight


def _without_history(article: Article, found: list[Subject]) -> list[Subject]:
    """Leave out earlier editions of the main subject that are told beside it (guide rule 4)."""
    if not found:
        return []
    main = found[0]

    def earlier(other: Subject) -> bool:
        counts, years = (
            (ordinal_of(main.name), ordinal_of(other.name)),
            (year_of(main.name), year_of(other.name)),
        )
        older = (counts[0] and counts[1] and counts[1] < counts[0]) or (
            years[0] and years[1] and years[1] < years[0]
        )
        short, long = sorted((bare_letters(main.name), bare_letters(other.name)), key=len)
        series_alike = is_within(short[:-2], long) or shared(short, long) >= _ONE_SERIES
        return bool(older) and _alike_heads(main.name, other.name) and series_alike

    seen = [
        t.first.year or 0
        for m in main.mentions
        for t in article.times
        if m.sentence.begin <= t.begin < m.sentence.end
    ]
    year = year_of(main.name) or (article.published.year if article.published else max(seen, default=0))
    history = [s for s in found[1:] if earlier(s)]
    return [
        main,
        *(
            s
            for s in found[1:]
            if s not in history and not _of_years_past(article, s, year) and not _told_with(s, history)
        ),
    ]


def _told_with(subject: Subject, history: Sequence[Subject]) -> bool:
    """Tell whether a subject is only named behind an earlier edition in its sentence: 首届大赛期间举办了洽谈会."""
    framed = [(m.sentence, m.name.end) for s in history for m in s.mentions]
    return bool(subject.mentions) and all(
        any(m.sentence == sentence and end <= m.name.begin for sentence, end in framed)
        for m in subject.mentions
    )


_ONE_SERIES = 0.4  # of the letter pairs of two names: 江西家纺博览会 and 九江童装展览会 are two series
# What was held before is history to any article of the trade's pages.
_NEWS_FROM = 2000


def _is_old(article: Article, subject: Subject) -> bool:
    """Tell whether every sentence that names a subject tells of years gone long ago: 1950年1月,某代表会议举行."""
    return _of_years_past(article, subject, _NEWS_FROM)


def _is_undated_press(article: Article, subject: Subject) -> bool:
    """Tell whether a subject is a press conference without a day of its own (guide rule 3): 日前在国新办新闻发布会上."""
    if subject.in_title or not _PRESS_HEADS.search(subject.name):
        return False
    return not any(
        t.precision == "day" and m.sentence.begin <= t.begin < m.name.end + 4
        for m in subject.mentions
        for t in article.times
    )


def _of_years_past(article: Article, subject: Subject, year: int) -> bool:
    """Tell whether all the sentences that name a subject tell of a year before the main one's."""
    whole = [m for m in subject.mentions if m.name.proper] or subject.mentions
    told = [re.findall(r"((?:19|20)\d\d)年", m.sentence.of(article.plain)) for m in whole]
    return (
        bool(year and told)
        and not subject.in_title
        and all(years and max(map(int, years)) < year for years in told)
    )


def _alike_heads(one: str, other: str) -> bool:
    contests = CONTEST_END.search(one) and CONTEST_END.search(other)
    return bool(contests) or bare_letters(one)[-2:] == bare_letters(other)[-2:]


def _counts_apart(one: str, other: str) -> bool:
    """Tell whether each of two unlike names has an edition or year of its own: 第十七届甲展, 乙展2016."""
    counts = [{*ordinal_of(name), year_of(name)} - {None} for name in (one, other)]
    alike = shared(bare_letters(one), bare_letters(other)) >= _ALIKE
    return bool(all(counts) and not (counts[0] & counts[1] or alike))


_ALIKE = 0.6  # of the letter pairs of a name stand in another of the same thing


def _without_echoes(found: list[Subject]) -> list[Subject]:
    """Let a name that only the title or the first line has join the one the text reports with the same head."""
    kept: list[Subject] = []
    for subject in found:
        bare = not any(m.held or m.dated or m.listed or m.entry or m.press for m in subject.mentions)
        twin = next(
            (
                s
                for s in found
                if s is not subject
                and bare
                and _alike_heads(s.name, subject.name)
                and not _counts_apart(s.name, subject.name)
                and any(m.held for m in s.mentions)
            ),
            None,
        )
        if twin is None:
            kept.append(subject)
    return kept


_PART_OF = re.compile(
    r"[”》]?(?:的|之)?[“]?(?:重头戏|压轴戏|主体活动|组成部分)[”]?(?:之一)?|[”》]?(?:的|之)(?:一项|重要|系列|配套|重点|主要|其中|压轴)*(?:活动|环节|赛事|板块|内容|组成部分|子项目|子活动)|[”》]?(?:重要|系列|配套|重点|主要|压轴)+(?:活动|环节|赛事|板块)(?:之一)?的|[”》]?会?(?:举办|召开)?期间|[”》]?(?:现场|上)(?:,|(?:隆重|正式|成功|同步)*(?:举[行办]|召开|启动|揭牌|发布|签约|决出|评出|揭晓|颁发|颁奖))"
)


def _frames(article: Article, subject: Subject) -> bool:
    """Tell whether a subject is named only for what goes on within it: 某博览会期间,…."""
    return bool(subject.mentions) and all(_is_frame(article, m) for m in subject.mentions)


# 在筹备会上,某主任透露,成员大会将…召开: what was said there is not held there.
SAID_THERE = re.compile(r"[”》]?上,[^。;\n]{0,40}?(?:透露|宣布|介绍|获悉|了解到|表示|指出|公布|通报)")


def _is_frame(article: Article, mention: Mention) -> bool:
    """Tell whether the words behind a name say that something goes on within it: …期间, …的配套活动."""
    at, plain = mention.name.end, article.plain
    within = _DURING.search(plain, mention.sentence.begin, mention.name.begin)
    return bool(_PART_OF.match(plain, at) and not (within or SAID_THERE.match(plain, at)))


_DURING = re.compile(r"期间|同期|其间")
# 在刚刚落幕的某展上: another one than that which is still to open.
_JUST_OVER = re.compile(r"(?:刚刚?|不久前|日前|新近)(?:落幕|闭幕|结束|收官|谢幕|过去|落下帷幕)(?:不久)?的“?$")


def _is_over(article: Article, mention: Mention) -> bool:
    return bool(_JUST_OVER.search(article.plain, max(0, mention.name.begin - 16), mention.name.begin))


def _nested(article: Article, found: list[Subject]) -> list[Subject]:
    """Give the subjects held within another one their parent: 同期, …期间, …的一项活动."""
    if not found:
        return []
    frames = [s for s in found if not s.in_title and _frames(article, s)]
    found = [*(s for s in found if s not in frames), *frames]
    whole = next(
        (
            s
            for s in found[1:]
            for m in s.mentions
            if not m.past and _is_frame(article, m) and not _is_over(article, m)
        ),
        None,
    )
    lasts = (
        bool(found and _EXHIBITION.search(found[0].name)) and whole is not None and whole.kind == "meeting"
    )
    if whole is not None and not lasts and not any(_is_frame(article, m) for m in found[0].mentions):
        return [found[0]._replace(parent=whole.name), *(s for s in found[1:])]
    # What a press conference tells of is part of the fair it is for, none of its own.
    main = next((s for s in found if not _PRESS_HEADS.search(s.name)), found[0])
    return [
        s._replace(parent=main.name)
        if s not in (main, found[0]) and any(m.beside or m.listed for m in s.mentions)
        else s
        for s in found
    ]


def _scoped(article: Article, found: list[Subject]) -> tuple[Subject, ...]:
    """Share the text out: words belong to the subject named last, a new paragraph goes back to the main one."""
    if len(found) < 2:
        whole = (Span(0, len(article.text)),)
        return tuple(s._replace(scope=whole) for s in found)
    told = any(_PRESS_HEADS.search(s.name) for s in found)
    pointers = _pointers(article, found)
    own = [
        (_begin_of(article, n, m, pointers), n, m)
        for n, s in enumerate(found)
        for m in s.mentions
        if not ((m.press and told) or _FINAL_THERE.match(article.plain, m.name.end))
    ]
    named = {
        place for place, _, m in own if m.name.proper
    }  # 本届服交会前夕…某见面会: told of what is named whole
    told_there = [(place, n) for place, n, m in own if m.name.proper or place not in named]
    begun = {place for place, _ in told_there}
    marks = sorted(
        told_there
        + pointers
        + _framed(article, found)
        + _announced(article, found)
        + [mark for mark in _told_of_others(article, found) if mark[0] not in begun]
        + _attended(article, found)
    )
    lines = [0, *(m.end() for m in re.finditer("\n", article.plain))]
    entries = [(m.sentence, n) for n, s in enumerate(found) for m in s.mentions if m.entry]
    marks += [(line, n) for span, n in entries for line in lines if span.begin <= line < span.end]
    marks = _merged(marks, lines)
    ends = [place for place, _ in marks[1:]] + [len(article.text)]
    scopes: dict[int, list[Span]] = {n: [] for n in range(len(found))}
    for (place, owner), end in zip(marks, ends, strict=True):
        scopes[owner].append(Span(place, end))
    for owner, span in _said_of_both(article, found):
        scopes[owner].append(span)
    return tuple(s._replace(scope=tuple(scopes[n])) for n, s in enumerate(found))


# 2021年3月在某博览会期间举行决赛: the day is the contest's.
_FINAL_THERE = re.compile(
    r"[”》]?(?:召开|举[行办])?期间[^,。;\n]{0,6}(?:举[行办]|进行|揭晓|颁发)[^,。;\n]{0,6}(?:决赛|颁奖|终评)"
)
_BOTH = re.compile(r"[”》]?(?:[及和与]|以及)[“《]?")


def _said_of_both(article: Article, found: Sequence[Subject]) -> Iterator[tuple[int, Span]]:
    """Yield for two that a sentence names as one (甲主办的乙节及丙展在丁开幕) what stands before the one and behind the other."""
    named = sorted((m.name.begin, m.name.end, n) for n, s in enumerate(found) for m in s.mentions if m.held)
    for (begin, end, one), (other_begin, other_end, other) in pairwise(named):
        sentence = article.sentence(begin)
        if one != other and _BOTH.fullmatch(article.plain, end, other_begin) and other_end <= sentence.end:
            yield other, Span(sentence.begin, begin)
            yield one, Span(other_end, sentence.end)


def _begin_of(article: Article, owner: int, mention: Mention, pointers: Iterable[tuple[int, int]]) -> int:
    """Return where the words of a name begin: with its clause, or with itself in 会议就某大会筹备情况进行了沟通."""
    begin = _clause(article, mention)
    if any(at == begin and other != owner for at, other in pointers):
        # 论坛上,某大赛同时启动: what is told there is told of the contest
        begin = article.plain.rfind(",", begin, mention.name.begin) + 1 or mention.name.begin
    acted = any(begin <= at < mention.name.begin and other != owner for at, other in pointers)
    return (
        mention.name.begin if acted and _TALKED_OF.search(article.plain, begin, mention.name.begin) else begin
    )


_TALKED_OF = re.compile(r"(?:就|围绕|通报|听取|宣布|确定|决定|介绍|讨论|审议|研究|部署)[^,。;\n]{0,20}$")


_CAME_TO = re.compile(
    r"(?:出席|参加|主持)了?(?:本次|此次|这次|(?=[^,。]{0,4}仪式))(?P<head>会议|[一-鿿]{0,4}仪式|推介会|座谈会|论坛|研讨会|对接会|发布会|签约仪式)"
)
_EXHIBITION = re.compile(r"(?:博览会|展览会|交易会|展|节|周)[”)]?$")


def _attended(article: Article, found: Sequence[Subject]) -> list[tuple[int, int]]:
    """Return where it is told who came to 此次推介会, or to 此次会议 that is no fair but what was held in the line before."""
    marks = []
    for came in _CAME_TO.finditer(article.plain):
        begin = article.line(came.start()).begin
        named = [n for n, s in enumerate(found) if s.name.rstrip("”").endswith(came["head"])]
        if len(named) == 1:
            marks.append((article.sentence(came.start()).begin, named[0]))
        elif _EXHIBITION.search(found[0].name):
            above = Span(article.line(max(0, begin - 1)).begin, begin)
            held = [
                n
                for n, s in enumerate(found)
                if any(m.held and m.name.begin in range(above.begin, above.end) for m in s.mentions)
            ]
            marks += [(begin, n) for n in held if not _EXHIBITION.search(found[n].name)][:1]
    return marks


_BESIDE_IT = re.compile(r"同期(?:召开|举[行办])?。")


def _told_of_others(article: Article, found: Sequence[Subject]) -> list[tuple[int, int]]:
    """Return where a sentence 甲、乙、丙同期召开。, or one that lists several, has ended: then the main subject goes on."""
    sentences = {m.sentence for s in found[1:] for m in s.mentions}
    begins = {m.name.begin for s in found for m in s.mentions}
    lists = {
        m.sentence
        for s in found
        for m in s.mentions
        if any(NEXT_ON_LIST.fullmatch(article.plain, m.name.end, at) for at in begins if at > m.name.end)
    }
    return [(s.end, 0) for s in sentences if s in lists or _BESIDE_IT.search(article.plain, s.begin, s.end)]


def _framed(article: Article, found: Sequence[Subject]) -> list[tuple[int, int]]:
    """Return where 某会在某博览会期间召开 gives the words back to what was held then."""
    marks = []
    for n, subject in enumerate(found):
        for mention in subject.mentions:
            frame = next(
                (
                    o
                    for s in found
                    for o in s.mentions
                    if s is not subject
                    and mention.name.end <= o.name.begin < mention.sentence.end
                    and _PART_OF.match(article.plain, o.name.end)
                ),
                None,
            )
            if frame is not None and mention.held:
                marks.append((mention.sentence.end, n))
    return marks


_ANNOUNCES = re.compile(
    r"[^。;\n]{0,30}?(?:宣布|透露|获悉|了解到|得知|介绍|公布|发布|确定|敲定|明确|决定)(?:了|,|:|说)?(?=[^。;\n]{0,90}?(?:将|拟|定)[于在])"
    r"|[^,。;\n]{0,16},(?=(?:本届|本次|此次|该|这项)?[一-鿿]{1,10}?[将定拟][于在])"
)


def announced_from(article: Article, mention: Mention) -> int | None:
    """Return where the sentence of a press conference goes over to what is announced there: 宣布展会将于…."""
    if not _PRESS_HEADS.search(mention.name.head):
        return None
    found = _ANNOUNCES.match(article.plain, mention.name.end, mention.sentence.end)
    return found.end() if found else None


def _announced(article: Article, found: Sequence[Subject]) -> list[tuple[int, int]]:
    """Return where a press conference gives the words to the main subject it is about."""
    starts = (announced_from(article, m) for s in found[1:] for m in s.mentions)
    return [(at, 0) for at in starts if at is not None]


def _pointers(article: Article, found: Sequence[Subject]) -> list[tuple[int, int]]:
    """Return where a bare head word (大赛由…主办, 论坛上) points back at the one subject that ends in it."""
    named = {m.name.begin for s in found for m in s.mentions}
    marks = []
    for name in article.names:
        if name.proper or name.begin in named or len(name.text) > 4:
            continue
        fits = [n for n, s in enumerate(found) if s.name.rstrip("”》）)").endswith(name.text)]
        fits = fits or [n for n, s in enumerate(found) if s.name.find(name.text) > 0]
        told = [n for n, s in enumerate(found) if any(m.name.begin < name.begin for m in s.mentions)]
        meant = [n for n in fits if n in told]
        during = article.plain.startswith("期间", name.end)
        if name.text == "会议" and not (meant or during):  # any meeting told before may be meant
            meant = [n for n in told if found[n].kind == "meeting"]
        fits = meant if any(s.mentions for s in found) else fits
        if len(fits) == 1 and article.plain[name.begin - 1 : name.begin] in "。,;\n本该":
            marks.append((name.begin, fits[0]))
    return marks


# 本次活动由甲主办,乙同步举办某展: who organises the one is told before the other is named.
_ORGANISED_AHEAD = re.compile(r"(?:主办|承办|协办|指导|支持),[^,。;\n]{0,24}(?:同步|同期|同时)举[行办]")


def _clause(article: Article, mention: Mention) -> int:
    """Return where the clause that names a subject begins; its date may stand before the comma."""
    plain, begin = article.plain, mention.sentence.begin
    others = [n.end for n in article.names if begin <= n.begin < mention.name.begin and n.proper]
    if not others and not _ORGANISED_AHEAD.search(plain, begin, mention.name.begin):
        return begin
    signs = ",;、" if others else ",;"
    after = others[-1] if others else begin
    return max(plain.rfind(c, after, mention.name.begin) for c in signs) + 1 or mention.name.begin


def _merged(marks: Iterable[tuple[int, int]], lines: Iterable[int]) -> list[tuple[int, int]]:
    """Put the returns to the main subject at line beginnings between the marks."""
    taken = dict(sorted(marks, reverse=True))
    for line in lines:
        taken.setdefault(line, 0)
    return sorted(taken.items())
