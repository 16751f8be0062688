"""What an article is about: its names drawn together into subjects, and those kept that it reports or announces.

Every mention of a name is weighed by the words around it: held (召开, 举行, 开幕), dated, in the title, in
the lead; against that stand history (去年, 上届), wishes (将定期举办…), honours (荣获…金奖) and mere going
there (组织企业参加…).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from bot.records.article import Article
from bot.records.model import Kind
from bot.records.names import Name, head_words, kind_of, ordinal_of, year_of
from bot.records.organisations import OrganisationMention
from bot.records.text import Span, flat


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at its place with what the words around it say of it."""

    name: Name
    sentence: Span
    held: bool = False
    dated: bool = False
    lead: bool = False
    beside: bool = False
    past: bool = False
    wished: bool = False
    honour: bool = False
    joined: bool = False
    press: bool = False
    alone: bool = False
    listed: bool = False
    entry: bool = False
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """A meeting or event the article reports or announces."""

    kind: Kind
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    in_title: bool
    weight: float
    parent: str | None = None
    body: tuple[int, int] | None = None
    scope: tuple[Span, ...] = field(default=(), compare=False)

    def holds(self, begin: int) -> bool:
        """Tell whether a place of the text speaks of this subject."""
        return any(s.begin <= begin < s.end for s in self.scope)


_HOLD = "召开|举行|举办|主办|开幕|启幕|揭幕|开启|拉开(?:了)?(?:帷|序|大)幕|揭开|闭幕|落幕|谢幕|落下(?:了)?帷幕|圆满结束|收官|启动|推出(?=[。,;])|开赛|开班|开讲|开展(?!了?.{0,6}工作)|登场|亮相|移师|登陆|落户|花落|选址|走进|上线|来袭|定档|揭晓|上演|继续|进行|如期而至|正式开|鸣锣|延期|推迟|取消|改期|等你来|来了|决出|颁出|评出|开过|开完|开课|开张|开门迎客|收展|闭会|办了|不办|画上|画下|送走|迎客|见面|开放|开到|比出|收稿|截稿|改为|倒计时|报名|征稿|征集|邀请|吸引"
# 某会议的召开将…起到推动作用 speaks of what it does, not of its being held.
_AFTER = re.compile(
    rf"^[”’》\")]*(?!的[^,。]{{0,6}}(?:召开|举[行办]|开幕),?(?:将|为|对|使|不|是|标志|意味))(?:\([^()]*\))?(?:[^。!?;\n《]{{0,60}}?)(?:{_HOLD})"
)
_BEFORE = re.compile(
    r"(?:召开|举行|举办|主办|承办|承接|开展|启动|组织|参加|参与|出席|亮相|迎来|推出|开展了|见证|相聚|齐聚|举办的|开启|筹办|发起|讲授|作了(?=题为)|宣布|拉开|公布|发布会上了解到|获悉)(?:了|的)?(?:一场)?[^。!?;\n,]{0,30}$"
)
_GOING = re.compile(
    r"(?:参加|参展|亮相|走进|赴|前往|出席|观展|观看|欣赏|组团|借力|依托|借助|搭乘)(?![^。!?;\n,]{0,16}(?:举办|举行|召开))[^。!?;\n,]{0,20}$"
)
_PAST = re.compile(
    r"去年|前年|回忆|回想|上届|往届|历届|前[一二两三四五六七八九十\d]+届|曾(?!经理)|此前|回顾|过去(?!的?[一二两三四五六七八九十\d]|的?周末)|以往|早在|首办|创办于|始于|自[^,。]{0,8}(?:以来|起)|从[^,。]{0,8}(?:以来|至今|开始举办|延续)|上一[届次]|近年来|多年来|(?<![与同和比较于])往年|当时"
)
# A sentence that tells of last year all through: 去年某某组织的展团亮相,不但有…,还举办了….
LAST_YEARS = re.compile(
    r"(?<![比较同与和从自])(?:去年|前年|上届|往届)(?![底末初][^,。]*(?:启动|开始))(?:(?!今年|本届|此次|本次|这次|明年|将|20\d\d年)[^。;])*$"
)
# What is told of the time after it: 秋冬博览会展后订单还没有消化.
_AFTERWARDS = re.compile(r"[”》]?(?:展后|会后|赛后|之后|过后|结束后)")
# 响应某大会号召, 贯彻某会议精神: what others had come together for before.
_SPIRIT = re.compile(r"[”》]?的?(?:号召|会议精神|精神(?!抖擞|面貌|风貌)|部署|工作部署|要求)[,。、;的进和]")
# What something else builds on or belongs to: 在某评选活动基础上首次举办…, 是某系列活动之一.
_SO_FAR = re.compile(
    r"[”》]?(?:至今|迄今|目前)?(?:已经?|曾)(?:连续|成功)*举[办行]了?[^,。]{0,3}[届次](?![^。]{0,30}将)"
)
_FOUNDATION = re.compile(r"[”》]?(?:的?基础上|(?:系列活动)?之一)")
# A sitting named only as what let a paper pass: 经市政府第43次常务会议审议通过.
_APPROVING = re.compile(
    r"[经由](?:研究|讨论|审议|审定|同意|批准|通过|评估|商议|协商|商定|表决|决定).*", re.DOTALL
)
_AND_THEN = re.compile(r"[”》]?(?:之?后|以来)")
_PLANNED = re.compile(
    r"(?:安排|部署|任务|要点|打算|计划)了?[^。!?;\n]{0,12}:[^。!?\n]{0,80}$|工作,?(?:主要)?包括[^。!?;\n]{0,80}$"
)
_WISH = re.compile(
    r"(?:将|可以|能够|(?<![主重需])要|通过(?!举办)|定期|不断|积极|继续|希望|建议|计划|争取|支持|鼓励|例如|比如|如)[^。!?;\n]{0,24}(?:开展|举办|办好|组织|参加|承办|搭建)?[^。!?;\n,]{0,8}$"
)
_HONOUR = re.compile(
    r"(?:荣获|获得|获评|斩获|夺得|摘得|捧得|荣膺|入围|获(?!悉|批|知)|拿了|拿下)[^。!?;\n,]{0,16}$"
)
_HONOUR_AFTER = re.compile(
    r"(?![^。;,\n]{0,10}(?:决出|评出|颁出|产生|揭晓|颁发|设有?))[^。!?;\n,]{0,10}(?:金奖|银奖|铜奖|一等奖|二等奖|三等奖|冠军|亚军|季军|最佳|称号|优秀奖|奖项|入选)"
)
_BESIDE = re.compile(
    r"同期|同日|同时|在(?:开|闭)幕(?:典礼|仪?式)上|^(?:此外|另外|其中)|相继|期间|其间|同步|当[天日晚]|配套|随后|会后|(?<![日天号])(?:上|下)午|当晚|同场|设有|包括|还将|还举|还有|还可|并(?:召|举|开)|平行|系列活动|一道|穿插|一部分|组成部分|安排了|安排在|在展馆内|现场还"
)
_PRESS = re.compile(
    r"^[”’》]?(?:\([^()]*\))?(?:[在于][^,。;]{1,12}?(?:举[行办]|召开)(?:了)?(?:新闻|首场|媒体)*(?:发布会|通气会|说明会|见面会)(?!上)|[^,。;]{0,4}?(?:新闻发布会|新闻通气会|媒体见面会|媒体通气会|筹备会|推介会|动员会))"
)
_SOON = re.compile(
    r"将于|定于|拟于|拟在|即将|将在|届时|将(?:分别|陆续|相继|联合|共同|隆重|再次|继续|首次|先后)?(?:举|同|召)|改期|延期"
)


_SPOKE_THERE = re.compile(r"出席[^。!?;\n]{2,40}(?:会|论坛|年会)并(?:致[辞词]|讲话|作[^,。]{0,8}讲话)")


def _merely_joined(before: str, sentence: str) -> bool:
    """Tell whether somebody only goes there: 组织企业参加; 80名理事参加 reports the thing itself."""
    going = _GOING.search(before) and not _SPOKE_THERE.search(sentence)
    dated = re.search(r"\d\s?[日月]", sentence)
    return bool(going and (not dated or re.search(r"组织|组团|率团|带领|鼓励|支持|赴", before[-40:])))


_SPEECH = re.compile(r"各位(?:来宾|领导|代表|同仁|嘉宾|朋友)|同志们|女士们|尊敬的(?:各位|领导)")
_LABELS = re.compile(
    r"(?:时间|地点|日期|主办|承办|组织(?:单位|机构)|报名|费用|展会|参展|举办)[^\n]{0,6}[:|]|^[一二三]、",
    re.MULTILINE,
)
_NOTICE_TAIL = r"(?:的)?(?:通知|邀请函|征稿启事|启事|公告|预告|章程|报名通知|招展函|征集公告|方案|预通知|第[一二]轮通知|参赛须知|参展邀请函)?"
_UMBRELLA = re.compile(
    r"(?:包括|涵盖|囊括|由|有|含|即|等|同期举[办行])[^。\n]{0,12}?(?:[二三四五六七八九两]|\d)(?:个|大|项|场)?(?:展会|专业展|展览|博览会|主题展|子展|品牌展|活动|赛事|论坛)|联展"
)


def _stands_alone(article: Article, name: Name) -> bool:
    """Tell whether the name is a line of its own above labelled lines (时间:, 地点:), as in notices."""
    line = article.line(name.begin)
    rest = article.plain[line.begin : name.begin] + "#" + article.plain[name.end : line.end]
    if not re.fullmatch(rf"\s*(?:关于[^#]{{0,12}})?[“\"]?#[”\"]?{_NOTICE_TAIL}\s*", rest) or line.begin > 200:
        return False
    return len(_LABELS.findall(article.plain)) >= 3


_CALL = re.compile(r"关于[^。\n》]{0,16}(?:参加|参展|赴|组团)[^。\n]{2,60}(?:通知|函|公告)")


def _is_called_to(article: Article, name: Name) -> bool:
    """Tell whether the article is a notice that asks its readers to take part in the thing (guide rule 6)."""
    head = flat(article.title) + "\n" + article.plain[:300]
    return any(
        name.text in call[0] or name.head in call[0] or shared(name.text, call[0]) >= 0.7
        for call in _CALL.finditer(head)
    )


def shared(name: str, words: str) -> float:
    """Return the share of a name's letter pairs that stand in some words, 0 to 1."""
    pairs = [name[i : i + 2] for i in range(len(name) - 1)]
    return sum(pair in words for pair in pairs) / max(1, len(pairs))


_CHOSEN = re.compile(r"入选|名单|获评|认定为|评为")


def _is_listed(article: Article, name: Name) -> bool:
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


def _entry(article: Article, name: Name) -> Span | None:
    """Return the stretch of a name that fills one of several lines, each the head of what is told of a fair.

    It runs from the short line above (◎某地) to where the next one begins.
    """
    if not _fills_line(article, name) or _CHOSEN.search(flat(article.title) + article.plain[:200]):
        return None
    begins = sorted({_entry_begin(article, n) for n in article.names if _fills_line(article, n)})
    if len(begins) < _SEVERAL:
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
    return bool(_BARE.fullmatch(rest + article.plain[at : line.end])) and not _HABIT.search(below)


# What is so every year, and not this time: 纽约时装周通常在每年的2月和9月举行.
_HABIT = re.compile(r"通常|往往|一般(?=在|于|都|会|每)|每年(?!度|一度)|每[逢隔]|\d{1,2}月?、\d{1,2}月(?!\d)")


# What stands between two names of one list, with things among them that are called by no name of their own; the
# second kind runs on over commas.
_MARKS = r"[”》]?(?:\([^()\n]{1,20}\))?"
_NEXT = re.compile(rf"{_MARKS}(?:[、和及与]|以及)(?:[^。;!?\n、,]{{2,20}}、){{0,4}}[^。;!?\n、,]{{0,4}}")
_NEXT_OVER_COMMAS = re.compile(
    rf"{_MARKS}(?:[、和及与,;]|以及){{1,2}}(?:[^。;!?\n、,]{{2,20}}(?:[、和及与,]|以及){{1,2}}){{0,4}}\s?[“《]?"
)
# The verbs that govern a whole list, and the word that sums it up behind its last name.
_GOVERNS = re.compile(
    r"(?:期间|同期|届时|其间|还|将|先后|陆续|分别|相继|举[行办]|召开|组织|推出|开展|安排|[设含]有?|包括|涵盖|囊括|[由动中]有?)[^。;!?\n]*$"
)
_SUMS_UP, _SUMS_UP_OVER_COMMAS = (
    re.compile(
        rf"{_MARKS}(?:[、和及与{sign}][^。;!?\n{stop}]{{2,60}})?"
        r"(?:(?:等|共|这)[^。,;\n]{0,10}(?:活动|赛事|论坛|会议|展览|展会|盛事|环节|组成)|等(?=[。;]))"
    )
    for sign, stop in (("", ","), (",", ""))
)


def _in_held_list(article: Article, span: Span, name: Name) -> bool:
    """Tell whether a name goes on a list that is held as a whole, whichever of its names the verb stands beside.

    分别举办甲研讨会、乙交流会和丙对接会; 甲会议、乙年会同期召开; 期间有甲大赛、模特表演、乙发布会等活动.
    """
    inside = [n for n in article.names if n.proper and n.kind != "plan" and span.begin <= n.begin < span.end]
    if name not in inside:
        return False
    close, singled = _linked(article.plain, inside, name, _NEXT), _is_singled(article, name)
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


def _is_held_list(plain: str, span: Span, names: Sequence[Name], sums_up: re.Pattern[str]) -> bool:
    before, after = plain[span.begin : names[0].begin], plain[names[-1].end : span.end]
    governed = len(names) > 1 and (_BEFORE.search(before[-80:]) or _AFTER.match(after))
    return bool(governed or (_GOVERNS.search(before) and sums_up.match(after)))


_OF_ALL = re.compile(r"中国|全国|国际|全球|世界|亚洲|“")


def _is_singled(article: Article, name: Name) -> bool:
    """Tell whether a name singles one thing out: counted, of a year, quoted, or of a place."""
    told = ordinal_of(name.text) or year_of(name.text) or _OF_ALL.search(name.text) or name.marks
    return bool(told) or any(name.begin <= p.begin < name.end for p in article.places)


# The committee of a fair acts here, not the fair.
_COMMITTEE = re.compile(r"[”’》]?(?:活动)?(?:组织|筹备|执行)?(?:组委会|筹委会|执委会|委员会)")
# A numbered thing as the subject of what is to come: 第二届某某时装周将与….
_IS_TO = re.compile(r"[”’》]?(?:\([^()]*\))?(?:还|也)?将(?!军|来|会|被|获)")


# 通过泳装秀、礼服秀以及才艺秀5个比赛环节: the rounds a contest goes through are parts of its one evening.
_THROUGH = re.compile(r"(?:通过|经过|历经|分为|分)[^。;]{0,60}$")
_ROUNDS = re.compile(
    r"(?:[、和及与]|以及)?(?:[^。;,]{2,40}?)?等?(?:[一二三四五六七八九十\d]{1,2}(?:个|大|轮))?(?:比赛|展示|竞演|角逐|比拼)?(?:环节|轮次)"
)


# A day told in the next sentence, whose subject is that of the last: 举办服装展览。将于7月28日在….
_THEN_ON = re.compile(r"\s*(?:初步|暂|拟|将|计划|预计)?(?:定|将)?[于在](?:20\d\d年)?\d{1,2}月\d{1,2}日")


def _mention(article: Article, name: Name) -> Mention:
    entry = _entry(article, name)
    plain, span = article.plain, entry or article.sentence(name.begin)
    before, after = (
        plain[max(span.begin, name.begin - 80) : name.begin],
        plain[name.end : max(span.end, name.end)],
    )
    clause = before[max(before.rfind(c) for c in ",;:,") + 1 :] if before else ""
    whole = span.of(plain)
    held = bool(_AFTER.match(after) or _BEFORE.search(before) or _LED.match(after) or _SPOKEN_AT.match(after))
    counted_off = bool(_COUNTED_OFF.match(plain, span.begin, name.begin + 1)) and "“" in (
        name.marks,
        name.text[0],
    )
    one_of = counted_off or (bool(_ONE_OF.match(after)) and _is_singled(article, name))
    listed = one_of or _in_held_list(article, span, name)
    held = held or listed
    committee = bool(_COMMITTEE.match(after))
    held = held or bool(_IS_TO.match(after) and ordinal_of(name.text))
    dated = any(
        span.begin <= t.begin < span.end and t.role == "event" and t.precision in ("day", "third", "month")
        for t in article.times
    )
    dayed = any(
        span.begin <= t.begin < span.end and t.role == "event" and t.precision == "day" for t in article.times
    )
    dated = dated or (held and bool(_THEN_ON.match(plain, span.end)))
    soon = bool(_SOON.search(whole))
    press = bool(_PRESS.match(after))
    called = _is_called_to(article, name)
    return Mention(
        name, span, held and not (press or committee), dated and not (press or committee),
        lead=span in article.sentences[:3],
        beside=one_of or (entry is None and bool(_BESIDE.search(whole) or (listed and "组成" in whole))),
        past=bool(_SPIRIT.match(after)) or (bool(_PAST.search(before[-40:] + after[:12]) or LAST_YEARS.search(plain[span.begin : name.begin])) and not soon)
        or bool(_AFTERWARDS.match(after) or _FOUNDATION.match(after) or _SO_FAR.match(after))
        or (bool(_HABIT.search(before[-20:] + after[:24])) and not dayed and not soon)
        or bool(_APPROVING.fullmatch((clause + name.text)[:1] + after[:8]))
        or bool(re.match("(?:这也?是)?继", clause) and _AND_THEN.match(after)),
        wished=(not _DEICTIC.search(before) and bool(_WISH.search(clause) or _PLANNED.search(before)) and not (dated or soon or called or (listed and _BESIDE.search(whole))))
        or bool(_ROUNDS.match(after) and _THROUGH.search(before)),
        honour=bool(_HONOUR.search(before) or _HONOUR_AFTER.match(after)),
        joined=committee or (_merely_joined(before, whole) and not called and not _SPEECH.search(plain[:120])),
        press=press,
        alone=called or _stands_alone(article, name),
        listed=_is_listed(article, name),
        entry=entry is not None,
        placed=any(span.begin <= p.begin < span.end and not name.begin <= p.begin < name.end for p in article.places),
    )  # fmt: skip


def own_body(article: Article, subjects: Sequence[Subject]) -> OrganisationMention | None:
    """Return the body whose own meeting it is: the one a subject's name begins with."""
    begins = {m.name.begin for s in subjects for m in s.mentions}
    return next((o for o in article.organisations if o.begin in begins), None)


_BARE_MEETING = re.compile(
    r"(?:(?:第?[一二三四五六七八九十\d]{1,3}|首)[届次]|20\d\d年?度?)*"
    r"(?:第?[一二三四五六七八九十\d]{1,3}次)?(?:全体|常务|扩大|会员|代表|理监?事|监事|会长|秘书长|主席团|工作|年度|换届|选举|总结|表彰|办公|座谈|年)*(?:会议|大会|会)"
)


def _bodiless(article: Article, name: Name, mentions: Sequence[Mention]) -> OrganisationMention | None:
    """Return the body whose meeting a bare name (四届四次理事会, 2022年度工作会议) is: it calls it in the same sentence."""
    if name.proper and not all(map(_BARE_MEETING.fullmatch, re.split("[暨及、和]", flat(name.text)))):
        return None
    for mention in mentions:
        before = [
            o
            for o in article.organisations
            if mention.sentence.begin <= o.begin and o.end <= mention.name.begin
        ]
        calling = [
            o
            for o in before
            if re.match(r"[^,。;]{0,40}(?:召开|举行|举办)", article.plain[o.end : mention.name.begin])
        ]
        calling, before = (
            [o for o in bodies if _CLUB.search(o.name)] or bodies for bodies in (calling, before)
        )
        if calling or before:
            return (calling or before)[-1]
    return next((o for o in article.organisations if o.begin < 120 and _CLUB.search(o.name)), None)


_CLUB = re.compile(r"(?:协会|商会|联合会|学会|研究会|联盟|促进会|委员会|分会|总会|公会)$")


# --- same thing, other words ---------------------------------------------------------------------

# 第二届理事会第一次会议 is 二届一次理事会.
_SITTING = re.compile(r"(?<=[理监]事会|表大会|委员会)第?[一二三四五六七八九十\d]{1,3}次(?:全体|扩大)*会议$")
_NOISE = re.compile(
    r"第?(?:\d{1,3}|[一二三四五六七八九十百零]{1,5}|首)[届期次](?!会)|(?<!\d)(?:19|20)\d\d(?!\d)年?度?|[\s“”‘’《》()\"'·\-,、.]|年度"
)


@lru_cache(maxsize=1024)
def _letters(name: str) -> str:
    letters = _NOISE.sub("", _SITTING.sub("", flat(name))).replace("服饰", "服装").replace("全国", "中国")
    return _COMMITTEE_SHORT.sub("标委会", letters).replace("审稿会", "审定会").replace("审查会", "审定会")


def _within(short: str, long: str) -> bool:
    """Tell whether the characters of one stand in the other in this order."""
    rest = iter(long)
    return all(c in rest for c in short)


# 棉纺织品分标委 is the 棉纺织品分技术委员会.
_COMMITTEE_SHORT = re.compile(r"(?:标准化)?(?:分|标)?技术委员会|分?标委会?")
_CONTEST = re.compile(r"(?:(?:总决赛|决赛|竞赛|比赛|大奖赛|大赛)[”]?)+(?:暨?颁奖(?:典礼|仪式|盛典|晚会))?$")
_CUP = re.compile(r"[“\"][^”\"]{1,12}杯[”\"]\s?")


def _contest(one: str, other: str) -> tuple[str, str]:
    """Return two names with the contest's final for the contest, and without the cup that only one of them tells."""
    if bool(_CUP.search(one)) != bool(_CUP.search(other)):
        one, other = _CUP.sub("", one), _CUP.sub("", other)
    return _CONTEST.sub("赛", one), _CONTEST.sub("赛", other)


@lru_cache(maxsize=1024)
def same_name(one: str, other: str) -> bool:
    """Tell whether two names of one article mean the same: equal editions and years, one told in the other."""
    if any(a != b for a, b in zip(ordinal_of(one), ordinal_of(other), strict=False)):
        return False
    if year_of(one) and year_of(other) and year_of(one) != year_of(other):
        return False
    short, long = sorted(map(_letters, _contest(*map(_without_level, (flat(one), flat(other))))), key=len)
    if len(short) < 3:
        return False
    return _within(short, long) or (short[-1] == long[-1] and _alike(short, long))


_LEVEL = re.compile(r"(?<=[一-鿿]{2})[省市](?=[一-鿿]{2,12}(?:协会|商会|学会|联合会))")


def _without_level(name: str) -> str:
    """Write 湖南省服装行业协会 and 湖南服装行业协会 alike."""
    return _LEVEL.sub("", name)


def _alike(short: str, long: str) -> bool:
    pairs = {short[i : i + 2] for i in range(len(short) - 1)}
    others = {long[i : i + 2] for i in range(len(long) - 1)}
    return len(pairs & others) * 2 >= 1.7 * min(len(pairs), len(others)) and len(short) >= 8


_COUNT_IS_WORTH = 0.3  # of a name's length: 第三届某某服博会 is fuller than 某某服装博览会, 13届服博会 is not


@dataclass(slots=True)
class _Group:
    names: list[tuple[Name, bool]]

    @property
    def name(self) -> Name:
        short = {a for n, _ in self.names for a in n.aliases}
        return max(
            (n for n, _ in self.names),
            key=lambda n: (
                n.text not in short,
                len(_letters(n.text)) * (1 + _COUNT_IS_WORTH * bool(ordinal_of(n.text) or year_of(n.text))),
                n.marks == "",
            ),
        )


_CEREMONY = re.compile(
    r"(?:隆重)?(?:(?:启动|启幕|开幕|闭幕|开赛)仪式|启动会|[开闭]幕式?(?:招待|文艺|主题|欢迎)*(?:庆典|首秀|大秀|晚会|酒会|典礼)|[开闭]幕式)(?:暨[^暨]{0,8}(?:颁奖|发布|签约|授牌|揭牌|表彰)[^暨]{0,6})?$"
    r"|[开闭启]幕(?:式|仪式|典礼)暨.+$"
)
_PRESS_TAIL = re.compile(r"(?:首场|第.场)?(?:新闻发布会|新闻通气会|媒体见面会|媒体通气会)$")
_ROUND_TAIL = re.compile(r"(?<=大赛)(?:初赛|复赛|预赛|海选|(?:作品)?(?:评选|征集|招募))$")
_SHOW = re.compile(r"(?:赛|展|博会|交会|洽会|博览会|展览会|交易会|节|周|嘉年华|评选|洽谈会|赛项|[)）])$")


def _without_ceremony(name: Name) -> Name:
    """Take the opening of a fair, contest or meeting, or a round of a contest, for the thing itself."""
    inner = _ROUND_TAIL.sub("", _CEREMONY.sub("", name.text))
    kind = "event" if _SHOW.search(inner) else kind_of(inner)
    press = _PRESS_TAIL.sub("", name.text)
    if press[:1] == "“" and press.endswith("”") and press.count("“") == 1:
        press = press[1:-1]
    if press != name.text and _SHOW.search(press) and (ordinal_of(press) or year_of(press)):
        return replace(name, text=press, kind="event", end=name.begin + len(press))
    if inner == name.text or kind in (None, "plan"):
        return name
    return replace(
        name,
        text=inner,
        kind=kind,
        end=name.end - (len(name.text) - len(inner)),
        aliases=(*name.aliases, name.text),
    )


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
        if n.kind != "plan" and (n.proper or _is_called(article, n))
    ]
    groups: list[_Group] = []
    bare = {n.text for n, _ in named if n.text in head_words() and n.aliases}  # 本届会议开幕式 opens no 会议
    named = [(n, titled) for n, titled in named if n.text not in bare]
    for name, titled in sorted(named, key=lambda pair: -len(pair[0].text)):
        home = next((g for g in groups if any(_same(name, m) for m, _ in g.names)), None)
        if home is None:
            groups.append(_Group([(name, titled)]))
        else:
            home.names.append((name, titled))
    return _drawn_by_pointing(article, groups)


_CALLED = re.compile(r"(?:召开|举行|举办)了?(?:首次|第一次)?[“]?$")
_ANY_MEETING = frozenset(
    (
        "座谈会",
        "座谈会议",
        "工作会议",
        "专题会议",
        "办公会议",
        "新闻发布会",
        "发布会",
        "专题座谈会",
        "工作座谈会",
        "协调会议",
    )
)


def _is_called(article: Article, name: Name) -> bool:
    """Tell whether a society holds on a day, told at the top, what only its sort names: 某商会举行成立大会."""
    plain, span = article.plain, article.sentence(name.begin)
    if (
        name.kind != "meeting"
        or len(name.text) < 4
        or name.text in _ANY_MEETING
        or _CEREMONY.search(name.text)
        or span not in article.sentences[:3]
    ):
        return False
    called = _CALLED.search(plain, span.begin, name.begin)
    beside = any(n.proper and span.begin <= n.begin < span.end for n in article.names if n.kind != "plan")
    dated = any(t.precision == "day" and span.begin <= t.begin < name.begin for t in article.times)
    clubs = (o for o in article.organisations if span.begin <= o.begin and o.end <= name.begin)
    return bool(called and dated and not beside and any(_CLUB.search(o.name) for o in clubs))


_SORTS_OF_EVENT = (
    re.compile(r"(?:展|[展博交洽览]会|交易会)(?:\([^()]*\))?$"),
    re.compile(r"赛$"),
    re.compile(r"[周节]$"),
)


def _drawn_by_pointing(article: Article, groups: list[_Group]) -> list[_Group]:
    """Let 本届某大赛 and 此次春季面料展 join the one numbered thing of their sort, which they point at."""
    numbered = [g for g in groups if ordinal_of(g.name.text) or year_of(g.name.text)]
    kept: list[_Group] = []
    for group in groups:
        pointing = group not in numbered and any(
            not titled and _DEICTIC.search(article.plain[max(0, n.begin - 4) : n.begin])
            for n, titled in group.names
        )
        homes = [g for g in numbered if _of_one_sort(g.name.text, group.name.text)]
        if pointing and len(homes) == 1:
            homes[0].names += group.names
        else:
            kept.append(group)
    return kept


def _of_one_sort(one: str, other: str) -> bool:
    return any(
        sort.search(_CONTEST.sub("赛", one)) and sort.search(_CONTEST.sub("赛", other))
        for sort in _SORTS_OF_EVENT
    )


def _same(name: Name, other: Name) -> bool:
    if bool(_PRESS_TAIL.search(name.text)) != bool(_PRESS_TAIL.search(other.text)):
        return False  # the press conference for a fair is not the fair
    if _speaks_for(name.text, other.text) or _speaks_for(other.text, name.text):
        return False
    return (
        name.text in other.aliases
        or other.text in name.aliases
        or any(_is_edition_of(one, by) for one, by in ((name, other), (other, name)))
        or same_name(name.text, other.text)
        or _part_of(name.text, other.text)
    )


_JOINT = re.compile("暨|、")


@lru_cache(maxsize=1024)
def _part_of(part: str, whole: str) -> bool:
    """Tell whether a name is that of one of several sittings held as one: 某会二届一次理事会 of 某会员大会暨二届一次理事会."""
    first, *others = _JOINT.split(flat(whole))
    letters, body = _letters(part), _letters(first)
    return any(
        ordinal_of(other) == ordinal_of(part)
        and len(_letters(other)) >= 3
        and letters.endswith(_letters(other))
        and _within(letters.removesuffix(_letters(other)), body)
        for other in others
    )


_FOR_IT = re.compile(
    r"(?![暨及和与、])[^暨]*(?:推[介荐]会|说明会|对接会|洽谈会|座谈会|研讨会|筹备会|动员会|招商会|招商大会)[”’]?"
)


def _speaks_for(one: str, fair: str) -> bool:
    """Tell whether one is what is held for or within a fair that its name tells: 第五届某博览会杭州推介会."""
    one, fair = flat(one), flat(fair)
    numbered = ordinal_of(fair) or year_of(fair)
    return bool(numbered and fair in one and _FOR_IT.fullmatch(one, one.find(fair) + len(fair)))


_DEICTIC = re.compile(r"(?:本届|本次|此次|这次|该|这届|该届|今届)(?:“)?$")


def _short_mentions(article: Article, group: _Group) -> list[Name]:
    """Find the words that point back at a group: 本届织交会, 此次大会, or its explained short form."""
    proper = [n for n, titled in group.names if not titled]
    aliases = {a for n in proper for a in n.aliases}
    begins = {n.begin for n in proper}
    first = min((n.end for n in proper), default=0)
    others = [n for n in article.names if n.proper and n.kind != "plan"]
    found = []
    for name in article.names:
        if name.proper or name.begin < first or name.kind == "plan":
            continue
        pointed = _DEICTIC.search(article.plain[max(0, name.begin - 4) : name.begin]) or name.text in aliases
        nearest = max((n for n in others if n.end <= name.begin), key=lambda n: n.end, default=None)
        fits = name.text in aliases or _points_at(name, group.name)
        if pointed and fits and (name.text in aliases or (nearest and nearest.begin in begins)):
            found.append(name)
    return found


# 此次发布会 is no fair, and 本次推介会 no congress.
_OF_ITS_OWN = re.compile(r"(?:发布|通气|见面|推介|座谈|对接|签约|说明|洽谈)会$")


def _points_at(short: Name, name: Name) -> bool:
    """Tell whether a bare head word can mean a thing of this name: both end alike."""
    if (own := _OF_ITS_OWN.search(short.text)) and own[0] not in name.text:
        return False
    return _letters(short.head)[-1:] == _letters(name.text)[-1:]


# --- which of them the article reports -----------------------------------------------------------

_POLITICAL = re.compile(
    r"政协.{0,8}会议|人大.{0,8}会议|党组|十[一二三四五六七八九]大|二十大|全会$|两会[”’]?$|党代会|人民代表大会|中央.{0,6}会议|政治局|世博会$|奥运会|亚运会|进博会$|广交会$|亚信|APEC|亚太经合|G20|二十国集团|金砖|上合组织|首脑|元首"
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
    weight += 0.5 * (len(_letters(name.text)) >= 8) + 2.0 * told + 0.5 * (name.marks == "“")
    # What meets the press is announced (guide rule 3).
    weight += 2.0 * any(m.press and m.lead for m in mentions) * told
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


_ENTERING = re.compile(r"参赛|报名|投稿|征稿|收稿|交稿|作品征集|提交作品|寄送|收件|入围|参展商?(?:报名|申请)")


# What a subject must weigh to be a record; more where prices, statistics or adverts fill the article.
ENOUGH = 3.5
ENOUGH_AMID_FIGURES = 5.0
# With a day of its own, beside something that is surely reported.
NEARLY_ENOUGH = 3.0
SURELY = 5.0


# 在“某论坛”上,某某作主题分享: who spoke there tells that it was held.
_SPOKEN_AT = re.compile(
    r"[”》]?会?上,[^。;\n]{2,60}?(?:[作做]|发表|致[辞词]|分享|介绍|表示|指出|演讲|交流|报告|讲话)"
)
_LED = re.compile(r"[”》]?\s?(?:分会场|分论坛|会议|活动)?由[^,。;\n]{2,24}主持")


def _dated_beside(article: Article, subject: Subject, found: Sequence[Subject]) -> bool:
    """Tell whether something with a day of its own, or that somebody presides, is held beside what is surely reported."""
    good = [m for m in subject.mentions if not (m.past or m.wished or m.honour)]
    return (
        any(m.dated or _LED.match(article.plain, m.name.end) for m in good)
        and subject.weight >= NEARLY_ENOUGH
        and any(s.weight >= SURELY for s in found if s is not subject)
    )


_THERE = re.compile(r"\s*(?:会上|大会上|会议上|(?:会议|大会|活动)?期间|活动(?:中|现场)|仪式上)")
_RITE = re.compile(r"(?:揭牌|授牌|签约|揭幕|颁奖|挂牌|授旗|拜师|结对|捐赠|发布|首发)仪式$")


def _is_rite(name: str) -> bool:
    """Tell whether a name is that of a rite alone, no forum with one (某论坛暨某基地揭牌仪式)."""
    first, joint, _ = name.partition("暨")
    return bool(_RITE.search(name)) and not (joint and kind_of(first) == "meeting")


def _is_ceremony_within(article: Article, subject: Subject, found: Sequence[Subject]) -> bool:
    """Tell whether a rite without a day or a headline of its own is a point of another gathering's programme."""
    told = (m for m in subject.mentions if m.dated or m.lead)
    plain = not (subject.in_title or "暨" in subject.name) and all(
        _THERE.match(article.plain, m.sentence.begin) for m in told
    )
    return bool(plain and _is_rite(subject.name) and any(s.weight > subject.weight for s in found))


def _mentions(article: Article, group: _Group) -> tuple[Mention, ...]:
    names = [n for n, titled in group.names if not titled]
    return tuple(_mention(article, n) for n in (*names, *_short_mentions(article, group)))


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
        titled = any(t and not _HONOUR_AFTER.match(headline, n.end) for n, t in group.names)
        name = _of_this_edition(group.name, mentions)
        if _POLITICAL.search(name.text) or (
            mentions and all(_is_aside(article, m) for m in mentions) and not titled
        ):
            continue
        weight = _weight(titled, mentions, name) + _call_weight(article, mentions, name)
        weight += _presided_weight(article, mentions, name) if unsaid else 0
        if weight >= min(enough, NEARLY_ENOUGH):
            aliases = {n.text for n, _ in group.names if n.text != name.text} | {
                a for n, _ in group.names for a in n.aliases
            }
            body = _bodiless(article, name, mentions)
            whole = body.name + name.text if body else name.text
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
    found = _without_echoes(_without_history(article, sorted(found, key=_rank)))
    found = [*_nested(article, found), *_press_conference(article, found)]
    return _scoped(article, [_named_in_full(s, found) for s in found])


_EDITION_AHEAD = re.compile(r"(?:第?[一二三四五六七八九十百\d]{1,4}|首)届")


def _of_this_edition(name: Name, mentions: Sequence[Mention]) -> Name:
    """Take the edition off a name that only history has (去年的首届某展), where the present one has none."""
    own = [m for m in mentions if m.name.text == name.text]
    counted = _EDITION_AHEAD.match(name.text)
    if counted is None or len(own) == len(mentions) or not (own and all(m.past for m in own)):
        return name
    return replace(name, text=name.text[counted.end() :], begin=name.begin + counted.end())


def _named_in_full(subject: Subject, found: Sequence[Subject]) -> Subject:
    """Give a thing the fuller name that its press conference carries: 2024某大会新闻发布会."""
    for other in found:
        inner = _PRESS_TAIL.sub("", other.name)
        fuller = inner != other.name and len(inner) > len(subject.name) and inner.endswith(subject.name)
        if fuller and subject is not other:
            return replace(subject, name=inner, aliases=(*subject.aliases, subject.name))
    return subject


_PRESS_HEADS = re.compile(r"新闻发布会|新闻通气会|媒体见面会|媒体通气会")
# A headline that reports the conference itself dates it: 某展新闻发布会今日在上海召开.
_PRESS_HELD = re.compile(rf"(?:{_PRESS_HEADS.pattern})[^,。]{{0,12}}(?:召开|举[行办])")


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
        mention = _mention(article, name)
        time = next(
            (t for t in article.times if name.begin - 40 <= t.begin < name.begin and t.precision == "day"),
            None,
        )
        own = time is not None and not re.search(r"[。;\n]", article.plain[time.end : name.begin])
        own = own and mention.sentence.begin <= (time.begin if time else 0)
        if (own or (mention.held and _PRESS_HELD.search(flat(article.title)))) and not mention.past:
            return [Subject("meeting", found[0].name + name.head, (name.text,), (mention,), False, ENOUGH)]
    return []


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
        short, long = sorted((_letters(main.name), _letters(other.name)), key=len)
        series_alike = _within(short[:-2], long) or shared(short, long) >= _ONE_SERIES
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
    contests = _CONTEST.search(one) and _CONTEST.search(other)
    return bool(contests) or _letters(one)[-2:] == _letters(other)[-2:]


def _counts_apart(one: str, other: str) -> bool:
    """Tell whether each of two unlike names has an edition or year of its own: 第十七届甲展, 乙展2016."""
    counts = [{*ordinal_of(name), year_of(name)} - {None} for name in (one, other)]
    alike = shared(_letters(one), _letters(other)) >= _ALIKE
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
    r"[”》]?(?:的|之)(?:一项|重要|系列|配套|重点|主要|其中|压轴)*(?:活动|环节|赛事|板块|内容|组成部分)|[”》]?会?(?:举办|召开)?期间|[”》]?上(?:,|(?:隆重|正式|成功|同步)*(?:举[行办]|启动|揭牌|发布|签约))"
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


def _nested(article: Article, found: list[Subject]) -> list[Subject]:
    """Give the subjects held within another one their parent: 同期, …期间, …的一项活动."""
    if not found:
        return []
    frames = [s for s in found if not s.in_title and _frames(article, s)]
    found = [*(s for s in found if s not in frames), *frames]
    whole = next(
        (s for s in found[1:] for m in s.mentions if not m.past and _is_frame(article, m)),
        None,
    )
    if whole is not None and not any(_is_frame(article, m) for m in found[0].mentions):
        return [replace(found[0], parent=whole.name), *(s for s in found[1:])]
    # What a press conference tells of is part of the fair it is for, none of its own.
    main = next((s for s in found if not _PRESS_HEADS.search(s.name)), found[0])
    return [
        replace(s, parent=main.name)
        if s not in (main, found[0]) and any(m.beside or m.listed for m in s.mentions)
        else s
        for s in found
    ]


def _scoped(article: Article, found: list[Subject]) -> tuple[Subject, ...]:
    """Share the text out: words belong to the subject named last, a new paragraph goes back to the main one."""
    if len(found) < 2:
        whole = (Span(0, len(article.text)),)
        return tuple(replace(s, scope=whole) for s in found)
    told = any(_PRESS_HEADS.search(s.name) for s in found)
    own = [
        (_clause(article, m), n, m) for n, s in enumerate(found) for m in s.mentions if not (m.press and told)
    ]
    named = {
        place for place, _, m in own if m.name.proper
    }  # 本届服交会前夕…某见面会: told of what is named whole
    marks = sorted(
        [(place, n) for place, n, m in own if m.name.proper or place not in named]
        + _pointers(article, found)
        + _framed(article, found)
        + _announced(article, found)
        + _told_of_others(article, found)
        + _attended(article, found)
    )
    lines = [0, *(i + 1 for i, c in enumerate(article.plain) if c == "\n")]
    entries = [(m.sentence, n) for n, s in enumerate(found) for m in s.mentions if m.entry]
    marks += [(line, n) for span, n in entries for line in lines if span.begin <= line < span.end]
    marks = _merged(marks, lines)
    ends = [place for place, _ in marks[1:]] + [len(article.text)]
    scopes: dict[int, list[Span]] = {n: [] for n in range(len(found))}
    for (place, owner), end in zip(marks, ends, strict=True):
        scopes[owner].append(Span(place, end))
    return tuple(replace(s, scope=tuple(scopes[n])) for n, s in enumerate(found))


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
        if any(_NEXT.fullmatch(article.plain, m.name.end, at) for at in begins if at > m.name.end)
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
    r"[^。;\n]{0,12}?(?:宣布|透露|获悉|介绍|公布|发布)(?:了|,|:|说)?(?=[^。;\n]{0,24}?(?:将|拟|定)[于在]?)"
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
        fits = [n for n in fits if any(m.name.begin < name.begin for m in found[n].mentions)] or fits
        if len(fits) == 1 and article.plain[name.begin - 1 : name.begin] in "。,;\n本该":
            marks.append((name.begin, fits[0]))
    return marks


def _clause(article: Article, mention: Mention) -> int:
    """Return where the clause that names a subject begins; its date may stand before the comma."""
    plain, begin = article.plain, mention.sentence.begin
    others = [n.end for n in article.names if begin <= n.begin < mention.name.begin and n.proper]
    if not others:
        return begin
    return max(plain.rfind(c, others[-1], mention.name.begin) for c in ",;、,") + 1 or mention.name.begin


def _merged(marks: Iterable[tuple[int, int]], lines: Iterable[int]) -> list[tuple[int, int]]:
    """Put the returns to the main subject at line beginnings between the marks."""
    taken = dict(sorted(marks, reverse=True))
    for line in lines:
        taken.setdefault(line, 0)
    return sorted(taken.items())
