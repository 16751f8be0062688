"""Names on lists: what is held as a whole, what an umbrella is made of, lines that are each the head of a fair."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.records.article import Article
from bot.records.mentions.held import AFTER, BEFORE
from bot.records.naming.editions import ordinal_of, year_of
from bot.records.naming.names import Name
from bot.records.rules import Rule
from bot.records.text import Span, flat

_UMBRELLA = Rule(
    r"(?:包括|涵盖|囊括|由|有|含|即|等|同期举[办行])[^。\n]{0,12}?(?:[二三四五六七八九两]|\d)(?:个|大|项|场)?(?:展会|专业展|展览|博览会|主题展|子展|品牌展|活动|赛事|论坛)|联展"
)
_CHOSEN = re.compile(r"入选|名单|获评|认定为|评为")


def is_listed(article: Article, name: Name) -> bool:
    """Tell whether the name is one of several fairs that an umbrella (联展) is made of."""
    span = article.sentence(name.begin)
    told = _UMBRELLA.search(article.plain, max(0, span.begin - 300), name.begin)
    if told is None or _CHOSEN.search(article.plain, max(0, told.start() - 20), name.begin):
        return False
    beside = [
        n for n in article.names if told.end() <= n.begin < span.end + 200 and n.proper and n.kind != "plan"
    ]
    return len(beside) >= 3 and name in beside


# What a line may hold beside names and still do nothing but name: a bullet, a count, Latin letters.
_BARE = re.compile(r"[^一-鿿]*(?:[一二三四五六七八九十]{1,2}、)?[^一-鿿]*")


def entry_of(article: Article, name: Name) -> Span | None:
    """Return the stretch of a name that fills one of several lines, each the head of what is told of a fair.

    It runs from the short line above (◎某地) to where the next one begins.
    """
    if not _fills_line(article, name) or _CHOSEN.search(flat(article.title) + article.plain[:200]):
        return None
    dated = is_above_its_day(article, name)
    begins = sorted(
        {
            _entry_begin(article, n)
            for n in article.names
            if _fills_line(article, n) and (not dated or is_above_its_day(article, n))
        }
    )
    if len(begins) < (2 if dated else _SEVERAL):
        return None
    begin = _entry_begin(article, name)
    longest = max(article.plain.count("\n", at, end) for at, end in pairwise(begins))
    last = _lines_on(article.plain, begin, longest)
    return Span(begin, next((at for at in begins if at > begin), last))


def _lines_on(plain: str, at: int, count: int) -> int:
    """Return where so many lines from a place on have ended."""
    for _ in range(count):
        at = plain.find("\n", at) + 1 or len(plain)
    return at


_SEVERAL = 3
_PLACE_LINE = 16  # characters at most: ◎意大利·米兰


def _entry_begin(article: Article, name: Name) -> int:
    line = article.line(name.begin)
    above = article.line(line.begin - 1) if line.begin else line
    heads = 0 < above.end - above.begin <= _PLACE_LINE and not _SENTENCE_SIGN.search(above.of(article.plain))
    return above.begin if heads else line.begin


_SENTENCE_SIGN = re.compile(r"[。,;:!?]")


def _fills_line(article: Article, name: Name) -> bool:
    if not name.proper or name.kind != "event":
        return False
    line, at, rest = article.line(name.begin), 0, ""
    for other in article.names:
        if line.begin <= other.begin and other.end <= line.end:
            rest += article.plain[max(at, line.begin) : other.begin]
            at = other.end
    below = article.plain[line.end : line.end + 60]
    return bool(_BARE.fullmatch(rest + article.plain[at : line.end])) and not HABIT.search(below)


# What is so every year, and not this time: 纽约时装周通常在每年的2月和9月举行.
HABIT = re.compile(
    r"通常|往往|一[场个次]接(?:着)?一[场个次]|一[场届个]又一[场届个]|接踵而[至来]|此起彼伏|铺天盖地|满天飞|名目繁多|多如牛毛|扎堆|一般(?=在|于|都|会|每)|每年(?!度|一度)|每[逢隔]|\d{1,2}月?、\d{1,2}月(?!\d)"
)


# 3.|第六届某某文化节,9月20日至22日,于都县
_NUMERAL_ALONE = re.compile(
    r"\s*(?:[\d一二三四五六七八九十]{1,2}[、.]|\([\d一二三四五六七八九十]{1,2}\)|[①-⑳])\s*[“《]?"
)


def opens_dated_line(article: Article, at: int) -> bool:
    """Tell whether a name opens a numbered line that tells its day or month: an activity of a list (guide rule 7).

    Args:
        article: as prepared.
        at: where the name begins.
    """
    line = article.line(at)
    if not _NUMERAL_ALONE.fullmatch(article.plain, line.begin, at):
        return False
    told = (t for t in article.times if at < t.begin < line.end and t.start and t.role == "event")
    return any(t.precision in ("day", "third", "month") for t in told)


def is_dated_entry(article: Article, name: Name) -> bool:
    """Tell whether a name opens one of several numbered lines, each of which tells a day or month behind a name."""
    if not (name.proper and name.kind != "plan" and opens_dated_line(article, name.begin)):
        return False
    others = (n for n in article.names if n.proper and n.kind != "plan" and n is not name)
    return sum(opens_dated_line(article, n.begin) for n in others) >= _SEVERAL - 1


def is_above_its_day(article: Article, name: Name) -> bool:
    return bool(_WHEN_BELOW.match(article.plain, article.line(name.begin).end))


_WHEN_BELOW = re.compile(r"\n\s*(?:活动|举办|培训|会议|比赛|开班)?(?:时间|日期)\s?:[^\n]*\d[^\n]*\n")
# What stands between two names of one list, with things among them that are called by no name of their own; the
# second kind runs on over commas.
_MARKS = r"[”》]?(?:\([^()\n]{1,20}\))?"
NEXT_ON_LIST = re.compile(
    rf"{_MARKS}(?:[、和及与]|以及)(?:[^。;!?\n、,]{{2,20}}?(?:、|以及|及|和|与)){{0,4}}[^。;!?\n、,]{{0,4}}"
)
_NEXT_OVER_COMMAS = re.compile(
    rf"{_MARKS}(?:[、和及与,;]|以及){{1,2}}(?:[^。;!?\n、,]{{2,20}}(?:[、和及与,]|以及){{1,2}}){{0,4}}(?:(?:面向|针对)[^。;!?\n、,]{{2,12}}的)?\s?[“《]?"
)
# The verbs that govern a whole list, and the word that sums it up behind its last name.
_GOVERNS = re.compile(
    r"(?:期间|同期|届时|其间|还|将|先后|陆续|分别|相继|举[行办]|召开|组织|推出|开展|安排|[设含]有?|包括|涵盖|囊括|分[为成]|[由动中]有?)[^。;!?\n]*$"
)
_SUMS_UP, _SUMS_UP_OVER_COMMAS = (
    re.compile(
        rf"{_MARKS}(?:[、和及与{sign}][^。;!?\n{stop}]{{2,60}})?"
        r"(?:(?:等|共|这)[^。,;\n]{0,10}(?:活动|赛事|论坛|会议|展览|展会|盛事|环节|[篇乐]章|[板版]块|单元|组成)|等(?=[。;]))"
    )
    for sign, stop in (("", ","), (",", ""))
)


def in_held_list(article: Article, span: Span, name: Name) -> bool:
    """Tell whether a name goes on a list that is held as a whole, whichever of its names the verb stands beside.

    分别举办甲研讨会、乙交流会和丙对接会; 甲会议、乙年会同期召开; 期间有甲大赛、模特表演、乙发布会等活动.
    """
    inside = [n for n in article.names if n.proper and n.kind != "plan" and span.begin <= n.begin < span.end]
    if name not in inside:
        return False
    close, singled = _linked(article.plain, inside, name, NEXT_ON_LIST), _is_singled(article, name)
    telling = singled or len(name.text) >= _TELLING
    if telling and len(close) > 1 and _is_held_list(article.plain, span, close, _SUMS_UP):
        return True
    over_commas = _linked(article.plain, inside, name, _NEXT_OVER_COMMAS)
    return singled and _is_held_list(article.plain, span, over_commas, _SUMS_UP_OVER_COMMAS)


# 某论坛等8场高端论坛, 某对接会等七大活动: one of those held.
_ONE_OF = re.compile(
    rf"{_MARKS}等\s?(?:\d{{1,3}}|[一二三四五六七八九十两多数]{{1,3}})余?(?:场|大|项|个)[^,。;\n]{{0,8}}(?:会|展|秀|赛|坛|活动|节|览)"
)
# 2场论坛--“甲论坛”和“乙”论坛: what an entry counts and sorts it tells by name behind the dash.
_COUNTED_OFF = re.compile(
    r"[^。;\n]*?(?:\d{1,2}|[一二两三四五六七八九十])(?:场|项|个|天|大|次)[^,。;:\n“”]{1,10}(?:--|:)\s?“"
)
# Shorter words name any such thing: 采购商对接会, 流行趋势讲座.
_TELLING = 7


def _linked(plain: str, names: Sequence[Name], name: Name, link: re.Pattern[str]) -> Sequence[Name]:
    """Return the names of the list that one of them goes on."""
    first = last = names.index(name)
    while first and link.fullmatch(plain, names[first - 1].end, names[first].begin):
        first -= 1
    while last + 1 < len(names) and link.fullmatch(plain, names[last].end, names[last + 1].begin):
        last += 1
    return names[first : last + 1]


# 与此展同期举行的,还有甲展、乙展和丙展.
_ALONGSIDE = re.compile(r"(?:同期|同时|同场|同馆)(?:举[行办]|召开|开展|展出)的,?(?:还?有|包括)[^、]{0,4}$")
# 三天里安排有甲洽谈会、乙精品展,以及丙大赛.
_ARRANGED = re.compile(
    r"(?:期间|[天日]里|其间|届时|同期|本届|今年)[^。;\n]{0,8}(?:安排|穿插|配套|策划|设置?)(?:了|有)[^。;,\n]*$"
)


def _is_held_list(plain: str, span: Span, names: Sequence[Name], sums_up: re.Pattern[str]) -> bool:
    before, after = plain[span.begin : names[0].begin], plain[names[-1].end : span.end]
    governed = len(names) > 1 and (
        BEFORE.search(before[-80:])
        or AFTER.match(after)
        or _ALONGSIDE.search(before[-40:])
        or _ARRANGED.search(before[-40:])
    )
    return bool(governed or (_GOVERNS.search(before) and sums_up.match(after)))


_OF_ALL = re.compile(r"中国|全国|国际|全球|世界|亚洲|“")


def _is_singled(article: Article, name: Name) -> bool:
    """Tell whether a name singles one thing out: counted, of a year, quoted, or of a place."""
    told = ordinal_of(name.text) or year_of(name.text) or _OF_ALL.search(name.text) or name.marks
    return bool(told) or any(name.begin <= p.begin < name.end for p in article.places)


def is_one_of(article: Article, span: Span, name: Name) -> bool:
    """Tell whether a name is one of things that are counted and held: 某论坛等8场高端论坛.

    Args:
        article: as prepared.
        span: the sentence of the name.
        name: one of its text's names.
    """
    quoted = "“" in (name.marks, name.text[0])
    if quoted and _COUNTED_OFF.match(article.plain, span.begin, name.begin + 1):
        return True
    return bool(_ONE_OF.match(article.plain[name.end : max(span.end, name.end)])) and _is_singled(
        article, name
    )
