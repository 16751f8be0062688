"""What an article is about, which of it is held within what, and which of its words speak of which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.records.article import Article
from bot.records.mentions import Mention
from bot.records.mentions.lists import NEXT_ON_LIST
from bot.records.model import Kind
from bot.records.naming.heads import PRESS_CONFERENCE
from bot.records.organisations import OrganisationMention
from bot.records.rules import Rule
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


PRESS_HEADS = re.compile(PRESS_CONFERENCE)
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


def nested(article: Article, found: list[Subject]) -> list[Subject]:
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
    main = next((s for s in found if not PRESS_HEADS.search(s.name)), found[0])
    return [
        s._replace(parent=main.name)
        if s not in (main, found[0]) and any(m.beside or m.listed for m in s.mentions)
        else s
        for s in found
    ]


def scoped(article: Article, found: list[Subject]) -> tuple[Subject, ...]:
    """Share the text out: words belong to the subject named last, a new paragraph goes back to the main one."""
    if len(found) < 2:
        whole = (Span(0, len(article.text)),)
        return tuple(s._replace(scope=whole) for s in found)
    told = any(PRESS_HEADS.search(s.name) for s in found)
    pointers = _pointers(article, found)
    opened = _opened_by(article, found)
    own = [
        (_begin_of(article, n, m, pointers, opened), n, m)
        for n, s in enumerate(found)
        for m in s.mentions
        if not ((m.press and told) or _FINAL_THERE.match(article.plain, m.name.end))
        and not _AMONG_HOSTS.match(article.plain, m.name.end)
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
        + _shared_out(article, found)
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


# 本次论坛由某博览会|组委会、某协会共同主办: who holds it is told, not the fair.
_AMONG_HOSTS = re.compile(
    r"[”》]?(?:组委会|组织委员会|筹委会|执委会)(?=[、和与及][^。;\n]{2,80}?(?:主办|承办|协办|举办)|(?:共同|联合)?(?:主办|承办|协办)(?=[,。]))"
)
# 2021年3月在某博览会期间举行决赛: the day is the contest's.
_FINAL_THERE = re.compile(
    r"[”》]?(?:召开|举[行办])?期间[^,。;\n]{0,6}(?:举[行办]|进行|揭晓|颁发)[^,。;\n]{0,6}(?:决赛|颁奖|终评)"
)
_BOTH = re.compile(r"[”》]?(?:\([^()\n]*\))?(?:[及和与]|以及)[“《]?")


def _said_of_both(article: Article, found: Sequence[Subject]) -> Iterator[tuple[int, Span]]:
    """Yield for two that a sentence names as one (甲主办的乙节及丙展在丁开幕) what stands before the one and behind the other."""
    named = sorted((m.name.begin, m.name.end, n) for n, s in enumerate(found) for m in s.mentions if m.held)
    for (begin, end, one), (other_begin, other_end, other) in pairwise(named):
        sentence = article.sentence(begin)
        if one != other and _BOTH.fullmatch(article.plain, end, other_begin) and other_end <= sentence.end:
            yield other, Span(sentence.begin, begin)
            yield one, Span(other_end, sentence.end)


_DEICTIC = re.compile(r"(?:[本此这][次届]|[本该])?")
_SAYS_OF_ITSELF = re.compile(
    r"[”》]?(?:由|以(?=[^,。]{2,30}为)|共(?!同)|吸引|汇[聚集]|设(?!计)|展[出览]|总|规模|为期|历时|得到|旨在|是|邀请)"
)


def _opened_by(article: Article, found: Sequence[Subject]) -> dict[int, int]:
    """Return the sentences that begin with what is said of a subject pointed at: 本次时装周由甲主办,…."""
    return {
        m.sentence.begin: n
        for n, s in enumerate(found)
        for m in s.mentions
        if not m.name.proper
        and _DEICTIC.fullmatch(article.plain, m.sentence.begin, m.name.begin)
        and _SAYS_OF_ITSELF.match(article.plain, m.name.end)
    }


def _begin_of(
    article: Article,
    owner: int,
    mention: Mention,
    pointers: Iterable[tuple[int, int]],
    opened: Mapping[int, int],
) -> int:
    """Return where the words of a name begin: with its clause, or with itself in 会议就某大会筹备情况进行了沟通."""
    begin = _clause(article, mention)
    if opened.get(begin, owner) != owner or any(at == begin and other != owner for at, other in pointers):
        # 论坛上,某大赛同时启动: what is told there is told of the contest
        begin = article.plain.rfind(",", begin, mention.name.begin) + 1 or mention.name.begin
    acted = any(begin <= at < mention.name.begin and other != owner for at, other in pointers)
    # 甲介绍了某展的招展进度: who speaks of how it is prepared is told of where he speaks.
    acted = acted or bool(mention.joined and _HOW_IT_COMES_ON.match(article.plain, mention.name.end))
    return (
        mention.name.begin if acted and _TALKED_OF.search(article.plain, begin, mention.name.begin) else begin
    )


_HOW_IT_COMES_ON = re.compile(r"[”》]?的(?:招展|招商|筹备|组展|参展|报名|准备)?(?:进度|进展|情况|工作|方案)")
_TALKED_OF = re.compile(r"(?:就|围绕|通报|听取|宣布|确定|决定|介绍|讨论|审议|研究|部署)[^,。;\n]{0,20}$")


_CAME_TO = re.compile(
    r"(?:出席|参加|主持)了?(?:本次|此次|这次|(?=[^,。]{0,4}仪式))(?P<head>会议|活动(?!的|周|月)|[一-鿿]{0,4}仪式|推介会|座谈会|论坛|研讨会|对接会|发布会|签约仪式)"
)
_EXHIBITION = re.compile(r"(?:博览会|展览会|交易会|展|节|周)[”)]?$")


def _attended(article: Article, found: Sequence[Subject]) -> list[tuple[int, int]]:
    """Return where it is told who came to 此次推介会, or to 此次会议 that is no fair but what was held in the line before."""
    marks = []
    for came in _CAME_TO.finditer(article.plain):
        begin = article.line(came.start()).begin
        named = [
            n
            for n, s in enumerate(found)
            if s.name.rstrip("”").endswith(came["head"])
            and (s.in_title or any(m.name.begin < came.start() for m in s.mentions))
        ]
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


# 甲出席理事会并讲话,乙在研讨会上作报告: a clause is of the one whose name ends so.
_AT = Rule(r"(?:出席|参加|主持|列席|在|于)了?(?:本次|此次|这次|该|本届)?")
_BEHIND = re.compile(r"上|并|[,。;]|期间|作|致|开幕|的?开[幕班]|闭幕")
_ANY_HEAD = frozenset(("会议", "大会", "活动", "仪式", "开幕式"))
_TAIL_LENGTHS = range(2, 9)
# A clause in which somebody has done something: who is told behind it is another.
_DEED_DONE = re.compile(
    r"(?:致[^,。;]{0,6}[辞词]|讲话|发言|报告|主持|揭牌|揭幕|剪彩|颁奖|授牌|宣读|宣布|介绍|汇报|通报|总结|解读|演讲|点评|出席|参加)[^,。;\n]{0,14},"
)


def _shared_out(article: Article, found: Sequence[Subject]) -> list[tuple[int, int]]:
    """Return where the clauses of a sentence tell of different subjects: by the end of a name, or by whose officer acts."""
    names = [flat(s.name).rstrip("”》)") for s in found]
    tails = {
        name[-length:]: n
        for n, name in enumerate(names)
        for length in _TAIL_LENGTHS
        if sum(name[-length:] in other for other in names) == 1 and name[-length:] not in _ANY_HEAD
    }
    marks = []
    for told in _AT.finditer(article.plain) if tails else ():
        heads = [article.plain[told.end() : told.end() + length] for length in reversed(_TAIL_LENGTHS)]
        behind = (h for h in heads if h in tails and _BEHIND.match(article.plain, told.end() + len(h)))
        if head := next(behind, None):
            begin = article.sentence(told.start()).begin
            deeds = [m.end() for m in _DEED_DONE.finditer(article.plain, begin, told.start())]
            marks.append((deeds[-1] if deeds else begin, tails[head]))
    return marks + _of_officers(article, names)


_OFFICER = Rule(
    r"(?:^|(?<=[。,;\n]))(?P<body>[一-鿿]{2,20}?(?:协会|商会|学会|联合会|联盟|分会|专委会|委员会))(?:名誉|执行|常务|副)*(?:会长|秘书长|理事长|主席|主任)"
)


def _of_officers(article: Article, names: Sequence[str]) -> list[tuple[int, int]]:
    """Return the clauses of a sentence that begin with the bodies whose own meetings are told of: 甲分会会长…,乙分会会长…."""
    owners: dict[int, list[tuple[int, int]]] = {}
    for officer in _OFFICER.finditer(article.plain):
        owning = [n for n, name in enumerate(names) if officer["body"] in name]
        if len(owning) == 1:
            sentence = article.sentence(officer.start()).begin
            owners.setdefault(sentence, []).append((officer.start(), owning[0]))
    return [mark for marks in owners.values() if len({owner for _, owner in marks}) > 1 for mark in marks]


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
    """Return where a sentence gives the words back: 某会在某博览会期间召开, 在筹备会上,甲透露,大会将…召开."""
    marks = []
    for n, subject in enumerate(found):
        for mention in subject.mentions:
            others = [
                o
                for s in found
                for o in s.mentions
                if s is not subject and mention.name.end <= o.name.begin < mention.sentence.end
            ]
            part_of = (o for o in others if _PART_OF.match(article.plain, o.name.end))
            frame = next(part_of, None) if mention.held else None
            spoken = SAID_THERE.match(article.plain, mention.name.end) and any(
                o.name.begin > mention.name.end for o in others
            )
            if spoken or frame is not None:
                marks.append((mention.sentence.end, n))
            if frame is not None:
                marks.append((frame.name.end, n))
    return marks


_ANNOUNCES = re.compile(
    r"[^。;\n]{0,30}?(?:宣布|透露|获悉|了解到|得知|介绍|公布|发布|确定|敲定|明确|决定)(?:了|,|:|说)?(?=[^。;\n]{0,90}?(?:将|拟|定)[于在])"
    r"|[^,。;\n]{0,16},(?=(?:本届|本次|此次|该|这项)?[一-鿿]{1,10}?[将定拟][于在])"
)


def announced_from(article: Article, mention: Mention) -> int | None:
    """Return where the sentence of a press conference goes over to what is announced there: 宣布展会将于…."""
    if not PRESS_HEADS.search(mention.name.head):
        return None
    found = _ANNOUNCES.match(article.plain, mention.name.end, mention.sentence.end)
    return found.end() if found else None


def _announced(article: Article, found: Sequence[Subject]) -> list[tuple[int, int]]:
    """Return where a press conference gives the words to the main subject it is about."""
    starts = (announced_from(article, m) for s in found[1:] for m in s.mentions)
    return [(at, 0) for at in starts if at is not None]


_ANY_FAIR = frozenset(("展会", "展览", "盛会"))  # what any 面料展 and 博览会 is called again
_FAIR = re.compile(r"(?:展|展览会|展销会|博览会|交易会|订货会|[博交]会)[”)]?$")
_POINTS = re.compile(
    r"(?:^|[。,;\n本该]|[本今此该]届|[本此]次)$"
)  # 本届大赛, 此次活动, or the word by itself


def _pointers(article: Article, found: Sequence[Subject]) -> list[tuple[int, int]]:
    """Return where a bare head word (大赛由…主办, 论坛上) points back at the one subject that ends in it."""
    named = {m.name.begin for s in found for m in s.mentions}
    marks = []
    for name in article.names:
        if name.proper or name.begin in named or len(name.text) > 4:
            continue
        if (part := _ITS_PART.match(article.plain, name.end)) and part.end() in named:
            continue
        fits = [n for n, s in enumerate(found) if s.name.rstrip("”》）)").endswith(name.text)]
        fits = fits or [n for n, s in enumerate(found) if s.name.find(name.text) > 0]
        fits = fits or [n for n, s in enumerate(found) if name.text in _ANY_FAIR and _FAIR.search(s.name)]
        told = [n for n, s in enumerate(found) if any(m.name.begin < name.begin for m in s.mentions)]
        meant = [n for n in fits if n in told]
        during = article.plain.startswith("期间", name.end)
        if name.text == "会议" and not (meant or during):  # any meeting told before may be meant
            meant = [n for n in told if found[n].kind == "meeting"]
        fits = meant if any(s.mentions for s in found) else fits
        if len(fits) == 1 and _POINTS.search(article.plain, max(0, name.begin - 2), name.begin):
            marks.append((name.begin, fits[0]))
    return marks


# 时装周重头活动之一的|某论坛在某地举行: the part is what is told of.
_ITS_PART = re.compile(
    r"的?(?:一?[项场个大])?(?:重头|重要|系列|配套|主题|核心|压轴|特色|主要)*(?:大?戏|活动|赛事|内容|环节|板块|项目)(?:之一)?(?:的|是|:|,|--)?[“《]?"
)
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
