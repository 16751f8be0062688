"""What meetings, events and plans are called: the whole official name, no fragment, no verb or date glued on.

A name ends in a head word (``heads``); where it begins is read from there to the left (``boundaries``). Quotation
marks and title marks around a name decide at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.records.model import Kind
from bot.records.naming.boundaries import EXPLAINED, LONGEST, Words, lead, leftmost
from bot.records.naming.editions import EDITION
from bot.records.naming.fairs import SHORT_FAIR, read_lettered, read_short_held
from bot.records.naming.heads import (
    PRESS_CONFERENCE,
    ends_name,
    head_words,
    leading_kind,
    longest_tail,
    read_heads,
)
from bot.records.naming.proper import is_proper
from bot.records.places import is_region, region_of
from bot.records.rules import Rule
from bot.records.text import any_of, flat, listed, with_years_in_figures


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


def _once(name: Name) -> Name:
    """Take a name once that a caption or a copied headline sets twice without a break."""
    half = len(name.text) // 2
    doubled = half >= _LEAST_DOUBLED and name.text[:half] == name.text[half:]
    return name._replace(text=name.text[half:], begin=name.begin + half) if doubled else name


def _given_out(name: Name) -> Name:
    """Take the verb off a name that its year or count follows: 现发布2031某巡回展计划, 检查第23届某会."""
    verb = _GIVES_OUT_YEAR.match(name.text)
    return (
        name._replace(text=name.text[verb.end() :], begin=name.begin + verb.end())
        if verb and not name.marks
        else name
    )


_GIVES_OUT_YEAR = re.compile(
    r"(?:现将?|特|兹)?(?:发布|公布|印发|下发)(?=20\d\d年?度?[一-鿿“])"
    r"|(?:检查|督导|督查|督办|验收|调度|筹备|备战)(?=第?[\d一二三四五六七八九十]{1,4}届)"
)
# 鲁、豫、皖、赣四省某会议: the lands that it is of are told one by one before their count.
_LANDS_BEFORE = re.compile(
    r"(?:[京津沪渝冀豫云滇辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵黔粤青藏川宁琼][、和]){1,8}$"
)
_LANDS_COUNTED = re.compile(r"[一-鿿][两二三四五六七八九]?[省市](?=[一-鿿]{4})|[一-鿿][两二三四五六七八九]地")


def _of_all_lands(name: Name, plain: str) -> Name:
    """Begin a name with the first of the provinces that it counts."""
    before = _LANDS_BEFORE.search(plain, max(0, name.begin - 16), name.begin) if not name.marks else None
    if before is None or not _LANDS_COUNTED.match(name.text):
        return name
    return name._replace(text=plain[before.start() : name.begin] + name.text, begin=before.start())


_LEAST_DOUBLED = 4  # characters; 秀秀 is none
_BODY_HEADS = frozenset({"理事会", "常务理事会", "监事会", "展团"})
_CONVENED = re.compile(
    r"[^,。;]{0,24}?(?:召开|举行|举办|开了(?:足足|整整|将?近|约)?[一二两三半\d])|(?:会议|扩大|期间|上[,。])|暨"
)
_ALIAS = re.compile(
    r"\(?(?:以下|下)?(?:均|统)?(?:简称|称)(?:为|:|作)?[“\"']?(?P<alias>[^”\"'),。]{2,24})[”\"']?\)?|\([“\"](?P<bare>[^”\"']{2,14})[”\"]\)"
)
_SUFFIX = re.compile(
    r"(?<=会议)\(第[一二三四五六七八九十\d]{1,3}次\)|(?<=大赛)(?:[一-鿿]{2,3}赛区(?:[一-鿿]{2,4}站)?|[一-鿿]{2,4}站)(?=[,。;昨今在于将的]|赛事|比赛|启动|开赛|拉开|落幕|圆满)|\s?[A-Z][A-Za-z]{2,}(?:[ -][A-Z][A-Za-z]+)*|\((?![^()]*\d{1,2}[月日]|[^()\n]*(?:中心|展览馆|博览馆|展馆|会展馆|体育馆|酒店|宾馆|饭店|大厦|广场|会堂|报告厅|会议厅|会议室)\)|简称|以下|下称|又|即|图|记者|如|含|详|见|原|暂|“|\"|[A-Za-z&]+[ -][A-Za-z&])[^()\n]{1,12}\)|(?:20\d\d)?(?:春夏|秋冬|[春夏秋冬])季?(?:展|站)|\s?20\d\d\s?\((?:春|秋|夏|冬|春夏|秋冬)季?\)|[·\-](?:[一-鿿]{2,6})站|(?<=[周节展会])\s?[·\-](?:春夏|秋冬|[春夏秋冬])季?(?![节度])|(?<=节)(?:春夏|秋冬)系列(?:\s?20\d\d)?|(?<=[赛节展周会秀])20\d\d(?=[,。;、”》\n]|由|将|在|于|的|[与和及][^,。;]{4}|$)|(?<=[节展])(?:春夏|秋冬|[春夏秋冬]季)系列|(?<=[堂坛龙座])第[\d一二三四五六七八九十百]{1,4}[期讲场季]"
)


def read_names(text: str) -> tuple[Name, ...]:
    """Read every meeting and event name of a text, and every document in title marks.

    Args:
        text: a title or a clean body; evidence offsets refer to it.

    Returns:
        The names by position. Names that are a part of a longer one at the same place are left out.
    """
    plain = with_years_in_figures(flat(text))
    running = _pressed(plain, _gatherings(plain))
    lettered = [
        _joined(plain, [n for n in running if n.end < fair.begin], fair)
        for fair in (Name("event", s.of(plain), "展", *s, True) for s in read_lettered(plain))
        if not _is_bracketed(plain, running, fair)
    ]
    short = [
        Name("event", s.of(plain), "会", *s, True)
        for s in read_short_held(plain)
        if not any(n.proper and n.begin < s.end and s.begin < n.end for n in running)
    ]
    found = [
        _as_written(_of_all_lands(_given_out(_once(n)), plain), text, plain)
        for n in (*_documents(plain), *short, *running, *lettered)
    ]
    found.sort(key=lambda n: (n.begin, -n.end))
    kept: list[Name] = []
    for name in found:
        inside = (
            name.marks != "《" or (is_standard_by_words(name) and not SAYS_OF_STANDARD.search(plain))
        ) and next((k for k in kept if _covers(k, name)), None)
        if not inside:
            kept.append(name)
    return tuple(kept)


# 长乐春季某展的新闻发布会: the press conference is named as it would be without 的.
_PRESS_OF = re.compile(rf"[”》]?的(?:首场)?(?P<head>{PRESS_CONFERENCE})")


def _pressed(plain: str, names: Sequence[Name]) -> list[Name]:
    """Name the press conference of a fair or congress that 的 stands before after it."""
    told = {n.end: m for n in names if n.proper and n.text and (m := _PRESS_OF.match(plain, n.end))}
    heads = {m.start("head") for m in told.values()}

    def whole(name: Name) -> Name:
        press = told.get(name.end) if name.proper else None
        if press is None or plain[name.end] in "”》":
            return name
        words = plain[name.begin : press.end()]
        return name._replace(kind="meeting", text=words, head=press["head"], end=press.end(), aliases=())

    return [whole(n) for n in names if n.begin not in heads]


# 标准对色牢度等18项指标作了规定: what is in it.
SAYS_OF_STANDARD = Rule(
    r"(?<=[。,;\n])(?:该|本)?(?:标准|送审稿|征求意见稿|草案)(?:对[^,。;\n]{2,60}(?:规定|要求|规范|明确)|(?:首次)?(?:规定|明确|界定|提出)了?)"
)


def _is_bracketed(plain: str, names: Sequence[Name], letters: Name) -> bool:
    """Tell whether letters only explain the fair they stand in brackets behind: 某内衣展(INTERFILIERE HONG KONG)."""
    opens = _LETTERS_BEHIND.search(plain, max(0, letters.begin - 40), letters.begin)
    return opens is not None and any(n.kind == "event" and n.proper and n.end == opens.start() for n in names)


def is_standard_by_words(name: Name) -> bool:
    """Tell whether a title is a standard's only by the words behind it: 《高端校服》团体标准审定会 names the meeting."""
    return name.marks == "《" and name.head == "标准" and not name.text.endswith("标准")


def _as_written(name: Name, text: str, plain: str) -> Name:
    """Give a name its own signs back, dashes and width, that reading the flat text folded."""
    begin = plain.find(name.text, name.begin, name.end)
    written = text[begin : begin + len(name.text)] if begin >= 0 else name.text
    return name if written == name.text else name._replace(text=written)


# …展览会(Texworld Paris): the letters behind a name are its own.
_LETTERS_BEHIND = re.compile(r"\([A-Za-z\d &-]*$")
_NOTICE_OF = re.compile(r"举办|召开|参加|参展|延期|推迟|取消|举行|赴|组团")


def _covers(outer: Name, name: Name) -> bool:
    """Tell whether a name is only a part of another; a notice about a gathering does not swallow it."""
    if outer.marks == "《" and _NOTICE_OF.search(outer.text):
        return False
    return outer.begin <= name.begin and name.end <= outer.end


# --- documents in title marks --------------------------------------------------------------------

_TITLE = Rule(r"《([^《》\n]{2,90}(?:《[^《》\n]{2,80}》[^《》\n]{0,40})?)》")
# 《某业“十五五”发展指导意见和2035年远景目标》: how far a paper looks ahead ends its title, and is not what it is.
_TITLE_TAIL = re.compile(
    r"\s*(?:(?:和|与|及|暨|以及)20\d\d年?(?:远景|中长期|发展)*(?:目标|展望|愿景)|\([^()]*\)|\([^()]*$|\d{4}年?-+\d{4}年?|(?<!\d)[::-].*|\d{4}(?:年)?(?:版)?)+$"
)
_STANDARD = r"[一-鿿]{0,2}(?:(?:团体|行业|国家|地方|企业)?标准|[团国行地]标)|\((?:征求意见稿|讨论稿|草案)\)"
# What stands beside a standard's title: GB/T 31888-2015《中小学生校服》, 团体标准《中小学生口罩》, 《分类》GB/T 38414-2019.
_NUMBER = r"(?:(?:GB|FZ|QB|SN|DB|HG|T)(?:\s?/\s?[A-Z\d]{1,8})?\s?\d[\d.]*-+\d{4}|(?:GB|FZ|QB|T)\s?/\s?[A-Z]{1,8}\s?\d{2,6})"
_STANDARD_AHEAD = re.compile(
    rf"(?:{_NUMBER}|(?:(?:团体|行业|国家|地方|强制性|推荐性|企业)标准|[团国行地]标)(?:计划|项目|修订计划|制修订计划)?)\s?$"
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
# 《羽绒服装蓬松度标识》9月1日起实施: only a standard or a rule is in force from a day, or passes those who examine it.
_IN_FORCE = re.compile(
    r"(?:\([^()]*\))?[^,。;《\n]{0,12}?(?:起,?|开始|正式|全面|当[天日])(?:将|在[^,。;]{2,8})?(?:正式|全面|开始|统一)*(?:实施|施行|生效|执行)"
    r"|(?:日前|近日|已|正式|顺利|[昨今][日天])*(?:通过|完成)(?:了)?(?:专家组?|技术|专家组?的)*(?:审定|审查|报批|立项)"
)
_VERSION_BEHIND = re.compile(r"\(20\d\d年?版\)")  # 《某规范》(2026版)


def _documents(plain: str) -> list[Name]:
    names = []
    for match in _TITLE.finditer(plain):
        core = _TITLE_TAIL.sub("", match[1]).strip()
        ahead = _STANDARD_AHEAD.search(plain, max(0, match.start() - 24), match.start())
        behind = _STANDARD_BEHIND.match(plain, match.end()) or _IN_FORCE.match(plain, match.end())
        standard = ahead or behind or _DRAFTED.search(match[1])
        kind_told = _PAPER_BEHIND.match(plain, match.end()) or _PAPER_AHEAD.search(
            plain, max(0, match.start() - 6), match.start()
        )
        head = (
            longest_tail(core)
            or longest_tail(match[1].strip())
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


# --- meetings and events in running words --------------------------------------------------------


def _gatherings(plain: str) -> list[Name]:
    heads = read_heads(plain)
    if not heads:
        return []
    text = Words.of(plain, heads)
    names: list[Name] = []
    for begin, end in heads:
        name = _name_at(text, begin, end)
        if name is not None and (two := _two_in(name)):
            names = [*(n for n in names if n.end <= name.begin), *two]
        elif name is not None and not (names and name.end < names[-1].end):  # 某展览会(欧洲展)
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
    re.compile(
        r"“(?P<one>[^“”]{4,24}(?<!办法|方案|规划|计划|意见|条例|标准|细则|规定))”(?:[和与及、]|以及)“(?P<other>[^“”]{4,24})”[^“”]{2,6}[展会周节赛]"
    ),
    re.compile(r"(?P<one>[^/]{6,}[展会周节赛])/(?P<other>(?:第.{1,4}届|20\d\d)[^/]{4,}[展会周节赛])"),
    # each with its own edition: 第44届“甲系列”(Latin)及第11届乙展
    re.compile(
        r"(?P<one>(?:20\d\d年?)?第[^届]{1,4}届[^届次暨]{3,40}?[展会周节赛列品萃秀”](?:\([A-Za-z\d]{3,16}\))?)(?:\([^()]*\))?(?:[及和与、]|以及)"
        r"(?P<other>(?:20\d\d年?)?第[^届]{1,4}届[^届次]{4,})"
    ),
)


def _two_in(name: Name) -> tuple[Name, ...]:
    patterns = _TWO_NAMES if name.kind == "event" else _TWO_NAMES[:2]
    words = next(filter(None, (pattern.fullmatch(name.text) for pattern in patterns)), None)
    return tuple(_one_of(name, words, group) for group in ("one", "other")) if words else ()


def _one_of(name: Name, words: re.Match[str], group: str) -> Name:
    begin, end = (name.begin + place for place in words.span(group))
    return name._replace(text=words[group], begin=begin, end=end, marks="“", aliases=())


def _is_apposed(plain: str, name: Name, official: Name) -> bool:
    """Tell whether a name only says what the official one behind it is: 年度盛会--某某大会, 某联盟年会“第八届某大会”."""
    between = plain[name.end : official.begin]
    counted = name.kind == official.kind and not EDITION.search(name.text) and EDITION.search(official.text)
    return between == "--" or bool(between in ("“", " ") and counted)


# Between 暨 and where the reading of the second part began: more than a few words, or a clause of its own.
_PARTED = re.compile(r"[,。;:!?\n]|.{16}")


def _joined(plain: str, before: list[Name], name: Name) -> Name:
    """Return 某大会暨某论坛 whole where the reading of its second part stopped at 暨 or began within the first."""
    # …博览会(简称“海博会”)暨某展: the short form between is of the first.
    explained = next(
        (n for n in before if (e := EXPLAINED.match(plain, n.end)) and e.end() == name.begin), None
    )
    last = explained or (before[-1] if before else None)
    if last is None or last.marks or name.marks or not last.proper or name.begin <= last.begin:
        return name
    if explained and plain.startswith("暨", name.begin):
        words = plain[last.begin : last.end] + plain[name.begin : name.end]
        return name._replace(text=words, begin=last.begin, kind=last.kind, proper=True, aliases=last.aliases)
    # 装调|职业技能竞赛福建选拔赛: a verb within the first part stopped the reading of the second
    within = name.begin < last.end and ("暨" in plain[last.begin : name.begin] or name.kind == last.kind)
    behind = plain.startswith(("暨", ",暨"), last.end) and not _PARTED.search(
        plain, last.end + 1, max(name.begin, last.end + 1)
    )
    if not (within or behind or _is_sitting_too(plain, last, name)):
        return name
    words = EXPLAINED.sub("", plain[last.begin : name.end]).replace(",暨", "暨")
    return name._replace(text=words, begin=last.begin, kind=last.kind, proper=True)


# A second sitting of the same body: …会员大会及八届五次常务理事会, 七届三次副会长会议及2025年监事会一次会议.
_SITTING_TOO = re.compile(
    r"(?:[及和与]|以及)(?:20\d\d年)?(?:第?[一二三四五六七八九十\d]+届)?(?:第?[一二三四五六七八九十\d]+次)?"
    r"(?:[理监]事会?|常务|会员|代表大会|副?会长|主席)"
)


def _is_sitting_too(plain: str, first: Name, name: Name) -> bool:
    """Tell whether a name is that of a sitting held as one with the counted one before it (guide rule 1)."""
    told = _SITTING_TOO.match(plain, first.end)
    counted = EDITION.search(first.text) and EDITION.search(name.text)
    both = first.kind == name.kind == "meeting"
    whole = not _COUNTED_ON.match(plain, name.end)
    return bool(both and counted and whole and told and name.begin < told.end())


# 一届一次理事会、监事会: both boards sat.
_BOTH_BOARDS = re.compile(
    r"(?:、|和|及|暨)监事会(?![一-鿿第\d])|(?:、|和|及|暨)监事会(?=在|于|顺利|隆重|成功|圆满|召开|举[行办])"
)
_COUNTED_ON = re.compile(r"第?[一二三四五六七八九十\d]+次")  # 监事会|一次会议
# 某某巡回推介会成都站: the stop of a tour is a name of its own.
_STATION = re.compile(r"[·-]?(?P<town>[一-鿿]{2,4})站(?![点台长内])")


# 副理事长楼文秀 is a person.
_CALLED_SHOW = re.compile(
    rf"(?:[长记席任理监授士者师]|女士|先生|代表)(?:{any_of(n for n in listed('surnames') if len(n) < 3)})[一-鿿]?秀$"
)


def _name_at(text: Words, begin: int, end: int) -> Name | None:
    plain = text.plain
    head = plain[begin:end]
    known = head_words().get(head) or head_words().get(head.removesuffix("议"))
    sits = (len(head) > 2 and head.endswith("会") and head[-2] not in "歌舞乐诵唱") or head == "座谈"
    kind, weak = known or (("meeting", True) if sits else ("event", head.endswith("活动")))
    if head in _BODY_HEADS and not _convened(plain, begin, end):
        return None
    if plain[begin - 1 : begin] in ("作", "做") and _TALK.match(plain, end):
        return None
    if head[-1] == "秀" and _CALLED_SHOW.search(plain, max(0, end - 12), end):
        return None
    if head in _TRIPS and _TO.search(plain, max(0, begin - 20), begin):
        return None
    quote = _quoted(plain, begin, end)
    if quote is not None and (
        _AS_MOTTO.match(plain, quote[1] + 1) or _SHORT_AHEAD.search(plain, max(0, quote[0] - 12), quote[0])
    ):
        return None
    if quote is not None:
        start, stop, marks = quote[0], quote[1], "“"
        start += _slogan(plain[start:stop])
        if plain[start:stop] == head and head[-1] in "会武" and "一" <= plain[start - 2 : start - 1] <= "鿿":
            # 某镇针织企业“早餐会”: the marks are about its sort alone
            start, stop, marks = leftmost(text, start - 1), stop + 1, ""
            start += lead(plain[start:begin])
        elif counted := _COUNTED_QUOTE.search(plain, max(0, start - 12), start):
            start, stop, marks = leftmost(text, counted.start()), stop + 1, ""
            start = max((m.end() for m in _ANOTHER.finditer(plain, start, counted.start())), default=start)
            start += lead(plain[start : counted.start()])
    else:
        # A head that is no known word may begin within one: 设|计秀.
        start, stop, marks = leftmost(text, begin if known else text.whole(begin)), end, ""
        start += lead(plain[start:begin])
        if _DONE_TO_IT.search(plain, start, begin):
            start = begin
        elif head[-1] in "节周展赛秀" and (dealt := _DEALT_WITH.search(plain, start, begin)):
            start = begin if not EDITION.search(plain[start : dealt.start()]) else start
        gone = _GONE_INTO.match(plain, start, begin)
        if gone and (len(gone[0]) == 1 or is_region(gone["town"])):
            start = gone.start("town")
        start -= _town_ahead(plain, start) or _lands_ahead(plain, start)
        start += plain.startswith("过", start) and bool(_HELD_ONCE.search(plain, max(0, start - 2), start))
        if "周年" in plain[start:begin] and (kept := _YEARS_KEPT.search(plain, max(0, start - 22), start)):
            start = leftmost(text, kept.start())
            start += lead(plain[start : kept.start()])
        if whole := _OF_THIS.match(plain, max(0, start - 2), begin):
            start = whole.end()
        if counted := _SO_MANY_SHOWS.search(plain, start, begin):
            start = counted.end()
    if marks == "" and (act := _JOINT_ACT.match(plain, stop)):
        stop = act.end()
    if marks == "" and head in _BODY_HEADS and (boards := _BOTH_BOARDS.match(plain, stop)):
        stop = boards.end()
    station = _STATION.match(plain, stop)
    if station and marks == "" and is_region(station["town"]):
        stop = station.end()
    if dated := _YEAR_BEHIND.match(plain, stop):
        stop = dated.end()
    if marks == "" and head[-1] == "赛" and (judged := _JUDGED.match(plain, stop)):
        stop = judged.end()
    if marks and (numbered := _NUMBERED_BEHIND.match(plain, stop)):
        start, stop, marks = start - 1, numbered.end(), ""
    suffix = _SUFFIX.match(plain, stop)
    if suffix and marks == "" and not re.search(r"简称|讯|摄", suffix[0]):
        stop = suffix.end()
    if marks == "" and (run := list(_RUN_ON.finditer(plain, start, begin))):
        start = run[-1].end()
    if stop - start > LONGEST:
        return None
    words = EXPLAINED.sub("", plain[start:stop]).strip(" \n、,")
    if marks == "" and words.startswith("“") and words.endswith("”") and words.count("“") == 1:
        words = words[1:-1]
    if (inner := _FAIR_AND_WHAT_IT_IS.fullmatch(words)) and ends_name(inner["name"]):
        words, head = inner["name"], longest_tail(inner["name"]) or head
        weak = weak and head_words().get(head, (kind, True))[1]
    kind = kind if head == "活动" else leading_kind(words) or kind
    single_out = marks or EDITION.search(words) or _UNDER_A_MOTTO.match(words)
    if head in _VERBISH and (not single_out or _SAT_AFTER.match(plain, stop) or _SO_MANY_FIRMS.search(words)):
        return None
    return Name(
        kind,
        words,
        head,
        start,
        stop,
        (is_proper(words, head, weak, kind) or bool(marks and SHORT_FAIR.fullmatch(words)))
        and not _ALL_OF_THEM.search(plain, max(0, start - 5), start),
        marks,
        _aliases(plain, stop + (marks != "")),
    )


# 当地企业走进服装节: what somebody does with a show is no part of its name, though such words stand in others.
_DEALT_WITH = re.compile(r"(?:走进|推动|提升|完善|承接|带动|优化|调整|规范|丰富|引进|签约)$")
_DONE_TO_IT = re.compile(
    r"(?:[逛走跑比看听办打赛][完过遍]|[带请搬捧迎引抱夺摘拿][进回火热走]|笑迎|精心准备|高效运营|做[强优]|讲好|带热)$"
)
_GONE_INTO = re.compile(
    r"(?:走进|来到|亮相|直击|探访|聚焦|从(?![业军教政])|[赶逛离距])(?=(?P<town>[一-鿿]{2}))"
)  # 走进|某城泳博会
_SHORT_AHEAD = re.compile(r"\((?:以下|下)?(?:均|统)?(?:简称|称)(?:为|:|作)?[“\"']?$")
# 以“荣光廿年,华服盛典”为主题: what stands so is a motto, whatever it ends in.
_AS_MOTTO = re.compile(
    r"作?为[^,。;、\n]{0,6}?(?:主题|口号|主线|宗旨|理念|特[点色]|题|核心|目标|亮点|命题|名|内容)"
)
# 赴意大利米兰游学: who went and where to makes its name (see ``unnamed``).
_TRIPS = frozenset(("游学", "研学"))
_TO = re.compile(r"(?:赴|前往)[一-鿿、和]{1,16}$")
_TALK = re.compile("(?:主旨|主题|特邀|专题|学术|交流)*(?:报告|发言|演讲|交流|分享|讲座)")  # 某教授作大会报告
_HELD_ONCE = re.compile("召开|举[行办]|参加|承办|主办")  # 召开过|灾后重建对接会
# 纪念创建某名城|十周年座谈会: what the years are kept of, be it told by a verb.
_YEARS_KEPT = re.compile(r"(?:纪念|庆祝)[一-鿿“”]{2,20}$")
_ANOTHER = re.compile("”[和与及、]")  # 第46届“甲节”和第13届“乙展” are two
# “民企大讲堂”第三期 is one of a row.
_NUMBERED_BEHIND = re.compile(r"”第[\d一二三四五六七八九十百]{1,4}[期季讲场站回](?!的)")
# 某设计大赛复评: a round at which works are judged is named behind its contest; the 初评 of what came by post is none (see outcome).
_JUDGED = re.compile(
    r"(?:作品)?(?:复评|海选)(?=会?(?:[,。;:”\n\d中]|$|[在于将昨今上日现顺圆落开启举召揭产共从选评]))"
)
_YEAR_BEHIND = re.compile(r"(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})(?=”)")  # “某服装节二○二一”
# 走完9场大秀: a number of shows, cut as one word with what was done to them.
_SO_MANY_SHOWS = re.compile(r"(?:\d|[一二两三四五六七八九十百多数几])[余多]?[场堂节项个大]$")


# 本届服装节|青年时尚文化周: which fair it is a part of is told first.
_OF_THIS = re.compile(
    r"(?:本[届次]|此次|今年)[一-鿿]{0,3}?(?:节|[博交]会|博览会|交易会|展会|时装周)(?=[一-鿿]{4})"
)


_LAND = "越乌孟日韩俄美欧意法德英泰缅柬老巴印哈蒙非澳加墨埃土塔吉新马"
_BETWEEN = re.compile(rf"(?<![一-鿿])(?:中[{_LAND}])$|(?<=[了办开行])(?:中[{_LAND}])$")
_CHINA_AND = re.compile(rf"(?:(?<![一-鿿])|(?<=[了办开行]))中(?=[{_LAND}])")


def _lands_ahead(plain: str, start: int) -> int:
    """Count the characters of the two lands before a name between them: 中越|纺织合作研讨会, 中|乌纺机圆桌会议."""
    if _BETWEEN.search(plain, max(0, start - 4), start):
        return 2
    return int(start > 0 and bool(_CHINA_AND.match(plain, start - 1)))


def _town_ahead(plain: str, start: int) -> int:
    """Count the characters of the town that a name in brackets stands behind: 于都(深圳)产业园签约仪式."""
    sizes = (2, 3, 4) if plain.startswith("(", start) else ()
    return next((n for n in sizes if start >= n and region_of(plain[start - n : start])), 0)


# 两大时装展览会 are those named before.
_ALL_OF_THEM = re.compile(
    "[两二三四五六七八九十]大$|(?<![第十])(?:[两三四五六七八九十]|十余|多|数)[个场](?:重要|大型|专业)?$"
)
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
# …专题调研,走访三家企业后召开座谈会: the sitting is what is told.
_SAT_AFTER = re.compile(r"[^。;\n]{0,40}?(?:召开|举行)[^,。;\n]{0,10}座谈会")
_SO_MANY_FIRMS = re.compile(r"\d余?[家名位个][^“”]{0,10}参展$")  # “2025年某展示会”征集61家业者参展
_UNDER_A_MOTTO = re.compile(r"“[^”]{4,30}”(?:主题|专题|专项|系列)|.*”[一-鿿]{0,6}评选$|“[^”]{1,14}杯”")
# Fairs told one behind the other, their line breaks lost: …博览会中国国际…展览会.
_RUN_ON = Rule(
    r"(?:企业|展商|品牌|代表团|展团|军团|[纺织服鞋布家童男女皮袜泳]企)(?:组团|抱团|集体|集中|携手|结伴|联袂|首次|再次|强势|重磅|扎堆)*(?:参展|参加|出征|征战|角逐|奔赴|登陆|进军|现身|抢滩|集结|齐聚|逐鹿)(?=[一-鿿\d“]{2})|(?<=[会展节周赛])开幕(?![式仪典大酒晚秀首论演红剪联暨词])\s?(?=[一-鿿\d]{4})|(?:博览会|展览会|交易会)(?:\([^()]{1,8}\))?(?=中国(?:国际)?[一-鿿]|第[一二三四五六七八九十\d]+届)|[节周](?=第[一二三四五六七八九十\d]+届)"
    r"|[村镇乡区县市](?:启动|开展|推进|实施)了?(?=20\d\d年|(?:第[一二三四五六七八九十\d]+|首)[届期])"
)
_COUNTED_QUOTE = re.compile(r"(?:第[一二三四五六七八九十百\d]{1,4}|首)[届期][“‘]$")
_SLOGAN = re.compile(r"(?P<slogan>[^\n]{4,40}--)(?:第[一二三四五六七八九十\d]+届|(?:19|20)\d\d)")


def _slogan(words: str) -> int:
    """Count the characters of a motto put before a name within its quotation marks."""
    match = _SLOGAN.match(words)
    return match.end("slogan") if match and not ends_name(match["slogan"][:-2].rstrip("-")) else 0


def _convened(plain: str, begin: int, end: int) -> bool:
    """理事会 is a body unless it is counted (一届二次理事会) or comes together."""
    return (
        plain[max(0, begin - 1) : begin] == "次"
        or bool(_CONVENED.match(plain, end) or _COUNTED_BEHIND.match(plain, end))
        or plain[max(0, begin - 1) : begin] in "暨开"
        or bool(_CALLS_IT.search(plain, max(0, begin - 6), begin) and plain[end : end + 1] in ",。")
        or bool(_GOES_TO_IT.search(plain, max(0, begin - 30), begin) and plain[end : end + 1] in ",。;")
    )


_COUNTED_BEHIND = re.compile(r"\(第?[一二三四五六七八九十\d]{1,3}届(?:第?[一二三四五六七八九十\d]{1,3}次)?\)")
_QUOTE_END = re.compile(r"(?:\([^()]{1,12}\)|暨?[^“”‘’。!?;,\n]{0,20}?)(?=[”’])")
# 来参加中国某行业协会理事会。: whoever goes there goes to a sitting.
_GOES_TO_IT = re.compile(r"(?:参加|出席|列席)了?[一-鿿()]{4,24}(?:协会|商会|学会|联合会|分会)$")
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


# 某大赛启动仪式暨某赛区海选活动: 活动 makes a name only behind another.
_JOINT_ACT = re.compile(r"暨(?:(?![在于将由了等])[一-鿿“”·\d]){2,24}?活动(?![中上内期周月]|日(?!前))")


def _aliases(plain: str, end: int) -> tuple[str, ...]:
    match = _ALIAS.match(plain, end)
    return (next(filter(None, match.groups())).strip(),) if match else ()
