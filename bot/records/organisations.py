"""Who is behind it: the organisations of a text, what each does, and their full names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from bot.records.model import OrganisationRole
from bot.records.places import provinces, region_spans
from bot.records.rules import Rule, branched
from bot.records.text import Lexicon, Span, any_of, flat, listed


class OrganisationMention(NamedTuple):
    """A body named in a text: ``quote`` is ``text[begin:end]``, ``name`` its full form where the text gives one."""

    begin: int
    end: int
    quote: str
    name: str
    role: OrganisationRole | None = None
    region: str | None = None


# 主办 and its kin, as verbs.
ROLE_WORDS: dict[str, OrganisationRole] = {
    "主办": "host", "举办": "host", "发起": "host", "组织": "host", "开展": "host", "打造": "host",
    "召开": "host", "承办": "organiser", "协办": "co-organiser", "合办": "host",
    "支持": "supporter", "指导": "supporter", "赞助": "supporter", "冠名": "supporter",
    "发布": "issuer", "印发": "issuer", "出台": "issuer", "制定": "issuer", "编制": "issuer",
}  # fmt: skip
_ADVERB = "(?:组织|联合|共同|合作|鼎力|倾力|独家|具体|倾情|特别|全程|携手|牵头|战略|大力|友情|协同|重点|执行|全面|大力支持|正式|同步|同期|日前|近日)*"
_DOING = r"(?P<role>主办|承办|协办|支持(?!下)|(?<!到会)(?<!到场)(?<!莅临)(?<!亲临)(?<!莅会)指导(?!中心|委员会|意见|站|服务|下|思想|工作)|赞助|冠名|发起(?!人)|合办)"
_DONE_BY = (
    _DOING[:-1]
    + "|(?:(?<=联合)|(?<=共同))(?:组织|开展|打造(?=[,。;]))|举办|(?:(?<=组织)|(?<=牵头))召开|印发|发布|出台|制定|编制)"
)
_SUFFIX = any_of(listed("organisation_suffixes"))
_ENDS_AS_BODY = re.compile(rf"(?:{_SUFFIX}|[一-鿿]{{2}}[厅局部委院社署会馆台司])(?:\([^)]{{1,12}}\)|等)?$")
_TAILS = frozenset(
    [
        "分会",
        "分局",
        "调查队",
        "专委会",
        "专业委员会",
        "委员会",
        "中心",
        "学院",
        "研究院",
        "办公室",
        "杂志社",
        "编辑部",
        "管理局",
        "管委会",
        "分公司",
        "事业部",
        "工作部",
        "产业部",
        "人事部",
        "国际部",
        "信息部",
        "新闻中心",
        "信息中心",
        "生产力促进部",
        "消费品工业司",
    ]
)
_MINISTRIES = listed("ministries")
_HEADS = Rule(  # a 国家级检测中心 is any of that rank
    any_of(
        [
            "中国",
            "中华",
            "全国",
            "国家",
            "国际",
            "世界",
            "亚洲",
            "全球",
            "自治区",
            "长三角",
            "长江三角洲",
            "珠三角",
            "粤港澳",
            "京津冀",
            "海峡两岸",
            *_MINISTRIES,
        ]
    )
    + "(?!级)"
)
# 教育部门 is none, nor is the sign of a document's number: 工信部联消费〔2022〕43号.
_BARE = Rule(rf"(?:{any_of(_MINISTRIES)})(?![门分落队]|(?!以)[一-鿿]{{0,6}}[〔\[(](?:19|20)\d\d[〕\])])")
# A government shows itself whatever the atlas knows of its place, and an office that signs on a line of its own.
_PLACE = r"[一-鿿]{2,5}?[市县区旗镇乡]"
_GOVERNMENT = Rule(
    rf"(?<![一-鿿]){_PLACE}人民政府(?:办公室)?|(?:(?<![一-鿿])|(?<=[从据由]))[一-鿿]{{2,4}}街道办事处"
    rf"|(?<=[从据由]){_PLACE}(?:人民)?政府(?=获悉|了解|得知|[一-鿿]{{0,4}}[印制发出]|[,、和])"
    # 记者从湘赣某协会获悉: it begins behind 从, whatever land it is of
    r"|(?<=记者从)(?![该本某全各省市县区]|一些|有关|相关|当地|多家|众多)[一-鿿]{3,12}?(?:协会|商会|联合会|同业公会)(?=获悉|了解到?|得知|获知)"
)
_SIGNING = re.compile(
    rf"(?:^|(?<=[局会室][ \t]))[ \t]*(?P<body>{_PLACE}(?:(?!召开|调研|走进|来到|关于)[一-鿿]){{2,16}}(?:局|委员会|管委会|办公室))(?=[ \t]*$|[ \t]+[一-鿿]{{4,20}}(?:局|委员会|管委会|办公室)[ \t]*$)",
    re.MULTILINE,
)
# 自治区农牧厅、工业和信息化厅、市场监督管理局联合印发: the offices of one list need not each name their region.
_LISTED_OFFICE = re.compile(
    r"(?<=[厅局委部]、)(?!其他|有关|相关|各)[一-鿿]{2,10}(?:厅|局|委(?!员)|总社)(?=[、和与及]|联合|近日|日前|共同|印发|出台|发布|等)"
)
_BREAK = branched(
    r"[\s,。、;:!?《》”〔〕【】由在是将从及与了]|--|(?<!诸)暨|(?<![丝棉绒毛冬夏凉])被|的(?!智|集|确)|日[电讯]|\((?:记者|通讯员)[^()]*\)|(?<![合工协制创操动写])作(?=$|[一-鿿]{0,10}(?:报告|总结|说明|发言|讲话))|主办|承办|协办|召开|举行|举办|推出|出台|拿出|抛出|亮出|端出|祭出|晒出|吹响|打响|签下|助力|携手|联合(?=[省市县区][一-鿿])|会同|委托|以(?=[省市县区]委、)|(?<=[会府司院局委社部厅])和(?!谐)|(?<=[会府司院局委社队校部盟])联合(?!会|国|总|社|体|大学|公司|集团)|参加|出席|当选|连任|以及|联合主|会长|副会|秘书长|主席|主任|董事长|总经理|希望(?!小学|工程|集团|股份|中学|学校|[一-鿿]{0,2}基金)|兼任|关于|开展|印发|邀请|组织召|负责人|代表(?!队|团|处)"
)
_LOCAL = re.compile(r"(?:省|市|县|区)(?=[一-鿿])(?!长)|[镇乡](?=党委|政府|商会)|街道(?=办事处|党工委)")
# A town that no atlas knows shows itself by its level at the head of a body.
_TOWN = re.compile(
    r"(?![我本该各全外跨多两])[一-鿿](?![我本该经由向对])[一-鿿](?:[市县镇](?=[一-鿿])|区(?=[一-鿿](?!块链)))"
)
_REACH = 27  # characters between a body's head and its ending


_GOES_ON = re.compile(r"[长们]|(?<=协)会|(?<=部)[门署位分]|(?<=企业)(?:家|管理|联合|文化|信息化)|(?<=委)员")


@cache
def body_endings() -> Lexicon:
    """Return the words that names of bodies end in (协会, 公司)."""
    return Lexicon(listed("organisation_suffixes"))


def _endings(text: str) -> Iterator[Span]:
    """Yield the endings of bodies from left to right, none overlapping: the longest that does not go on (局|长)."""
    reach = 0
    for begin, _ in body_endings().every(text):
        ends = (end for end in body_endings().ends_at(text, begin) if not _GOES_ON.match(text, end))
        if begin >= reach and (end := next(ends, None)):
            yield Span(begin, end)
            reach = end


_SHORT_FORM = Rule(
    r"\((?:以?下?简?统?称|以下简称|下称|简称|又称)[为:]?\s?[“\"「]?(?P<short>[^)”\"」]{2,16})[”\"」]?\)"
)
_BY = Rule(rf"(?:由|(?<=[会坛展节周赛动])得到了?)(?P<list>[^。;:\n]{{2,300}}?){_ADVERB}{_DONE_BY}")
_THEN = re.compile(
    rf"[,、;]\s?(?!\d)(?:并?由|以及|和)?(?P<list>(?:(?!\d[月日])[^。;\n]){{2,300}}?){_ADVERB}{_DONE_BY}(?:单位)?"
)
_PLAIN = re.compile(
    rf"(?:^|[\n。,;:是])\s*(?P<list>(?:(?![由为是])[^。,;\n:]){{4,120}}?)(?:{_ADVERB}{_DOING}|(?:联合|共同|携手|合作)(?P<together>举办|召开|发起))(?=的|[,。、;]|了|本次|此次|$)"
)
_CLAUSE_STOP = re.compile(r"[。,;\n:]")
_ORGANISES = Rule("主办|承办|协办|支持|指导|赞助|冠名|发起|合办|(?:联合|共同|携手|合作)(?:举办|召开)")
# 得到某厅、某公司等单位的大力支持 was given; 争取政府的支持 is only wished for.
_GRANTED = re.compile(r"[^。\n]{0,12}?(?:得到|获得|获)")
_GRANTED_BY = Rule(
    r"(?<![望能要将])(?:得到|获得)了?(?P<list>[^。;\n]{4,160}?)(?:等(?:[一-鿿]{2,6})?)?的?(?:大力|鼎力|全力|积极|热情|悉心|关心|帮助|指导|[和与、])*(?P<role>支持)"
)
# 在某厅指导下,由某协会主办: support stated before the host.
_UNDER = Rule(
    r"在(?P<list>[^。;,\n在]{4,80}?)的?(?:大力|鼎力|悉心|关心)?(?P<role>指导|支持)下,?(?=[^。\n]{0,60}(?:主办|举办|召开|举行|承办))"
)
_LABEL = Rule(
    r"(?<![项个大点条类])(?P<role>(?:联合|共同|总|特别|战略|学术|友情|独家|媒体)?\s?(?:主\s?办|承\s?办|协\s?办|支\s?持|指\s?导|合\s?作|赞\s?助|冠\s?名|发\s?起|组织|执\s?行|运\s?营|协\s?作))"
    r"\s?(?:单\s?位|方|机\s?构|媒体|商)?\s?(?:[:|]|\n|\s{2,})\s?"
)
_LABEL_ROLES: dict[str, OrganisationRole] = {
    "主办": "host", "承办": "organiser", "协办": "co-organiser", "支持": "supporter", "指导": "supporter",
    "合作": "co-organiser", "赞助": "supporter", "冠名": "supporter", "发起": "host", "组织": "organiser",
    "执行": "organiser", "运营": "organiser", "协作": "co-organiser",
}  # fmt: skip
_JOIN = re.compile(
    r"[、;,\n](?![^()\n]*\))|\s+|委托(?=[一-鿿]{4})|(?:(?<=[会府司院心部局委团社盟网厅馆处镇园志刊室所校站厂)])|(?<=[大小中]学)|(?<=组织)|(?<=海关))(?:和(?!田|平|顺|县|静|硕)|与|及|以及|暨|&|(?:联合(?!会|国|总|社|体|大学)|会同|携手)(?=[一-鿿]{4}))"
)


def _bodies(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bodies of a list: 甲、乙和丙, in columns or parted by spaces."""
    at = begin
    for m in [*_JOIN.finditer(text, begin, end), None]:
        stop = m.start() if m else end
        yield from _trimmed(text, at, stop)
        at = m.end() if m else end


_LEAD = re.compile(
    r"^(?:由|为?(?:配合|响应)|(?:会议|大会|论坛|活动|展会|大赛|比赛)(?:还|也|同时)?(?=得到|获得)|[一-鿿]{2,16}?(?:会长|理事长?|监事长?|主席|会员)单位[、:]?(?=[一-鿿]{4})|[一-鿿]{0,8}(?:有关|相关)部门(?:及|和|与|以及|、)|[我本该][校院](?=[与和、])|并|而|以及|和(?!田|平|顺|县|静|硕)|与|在|等|分别|还|也|及|同时|本次|此次|(?:得到|获得|获)了?|[·\-●\d.)\s])+(?=[一-鿿《“])"
)


_NO_BODY = re.compile(
    r"^(?:[两二三四五六七八九十几多]|\d{1,2})+(?:个)?(?:部门|部委|厅局|单位)$|^[我本该](?:校|院|局|厅|会|协会|商会|学会|司|镇|县|市|区|部|委|办)|\d{2}[日:]|^\d+$|单位$|^(?:分会|专委会)$|^(?:相关|有关)|出席|率团|亲自|提供|给予|免费|颁发|召开|成功|到会|到场|莅临|由|[一二三四五六七八九十\d]次|(?:[移迁改换延]|调整|变更|推迟|提前)(?:期|换)?[至到为在]"
)


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[begin:end]
    lead = _LEAD.match(words)
    begin += lead.end() if lead else len(words) - len(words.lstrip())
    words = text[begin:end].rstrip()
    words = re.sub(
        r"等(?:\S{0,8}(?:单位|部门|机构|协会))?的?$|的$|(?<=[会局厅府司院])在[一-鿿]{2,12}$|(?<=[一-鿿])\((?:以?下?简?称?[“]?[A-Z][A-Za-z.&]{1,11}|(?:以下|下)?[简统]称[^()]*)[”]?\)$",
        "",
        words,
    )
    words = re.sub(
        r"等?作为[^、,]*$|(?:并|共同|联合|牵头)?组织[^、,]{2,14}企业$|面?向[^、,]+$|为$|牵头$|组织实施$",
        "",
        words,
    )
    if 2 <= len(words) <= 40 and not _NO_BODY.search(words):
        yield begin, begin + len(words)


# 发起了“落实责任,提高质量”的倡议 calls on others and holds nothing.
_CALLED_ON = re.compile(r"发起了?(?:“[^”\n]{2,60}”|[^,。;\n]{0,20})的?(?:倡议|呼吁|号召)")


def _told_plainly(text: str) -> Iterator[re.Match[str]]:
    """Find what clauses with a verb of organising tell: most have none, and are not tried."""
    reach = 0
    for verb in _ORGANISES.finditer(text):
        if verb.start() < reach or _CALLED_ON.match(text, verb.start()):
            continue
        stops = [m.start() for m in _CLAUSE_STOP.finditer(text, reach, verb.start())]
        begin = stops[-1] if stops else reach
        end = _CLAUSE_STOP.search(text, verb.end())
        # Two characters more, so that the clause's end is not taken for the text's.
        reach = end.start() if end else len(text)
        yield from _PLAIN.finditer(text, begin, reach + 2)


def _clauses(text: str) -> Iterator[tuple[int, int, OrganisationRole]]:
    """Yield the bodies of 由甲、乙主办,丙承办 and of 甲主办、丙承办的大会."""
    for m in _BY.finditer(text):
        yield from _steps(text, m, any)
    for m in _told_plainly(text):
        if not (_GRANTED.match(m["list"]) or m["list"].endswith("的")):
            yield from _steps(text, m, all)
    for m in _GRANTED_BY.finditer(text):
        yield from _steps(text, m, all)
    for m in _UNDER.finditer(text):
        yield from _steps(text, m, all)


def _is_body(text: str, begin: int, end: int) -> bool:
    """Tell whether some words end as a body's name does; 组织 does where its letters follow: 国际毛纺织组织(IWTO)."""
    worldwide = text.startswith("组织", end - 2) and text.startswith(("国际", "世界", "全球", "亚洲"), begin)
    lettered = text.startswith("组织(", end - 2) and text[end + 1 : end + 2].isupper()
    return worldwide or lettered or bool(_ENDS_AS_BODY.search(text[begin:end]))


_ANY_VERB = re.compile(r"[在由于将为以的是有]|举|召|参")


def _named_short(text: str, bodies: Sequence[tuple[int, int]]) -> bool:
    return all(4 <= e - b <= 16 and not _ANY_VERB.search(text, b, e) for b, e in bodies)


def _steps(
    text: str, step: re.Match[str] | None, enough: Callable[[Iterable[bool]], bool]
) -> Iterator[tuple[int, int, OrganisationRole]]:
    """Yield the bodies of a clause and of those that follow it, as long as their lists name bodies."""
    while step:
        bodies = list(_bodies(text, *step.span("list")))
        # Who organises what others host is often a park or a firm that does not end as bodies do.
        trusted = step.re is _THEN and step["role"] in ("承办", "协办") and _named_short(text, bodies)
        if not bodies or not (trusted or enough(_is_body(text, b, e) for b, e in bodies)):
            return
        role = ROLE_WORDS[step["role"] or "主办"]
        yield from ((b, e, role) for b, e in bodies)
        step = _THEN.match(text, step.end())


_TOLD_AS_CLAUSE = re.compile(r"[^,。;:\n]{4,60}(?:主办|承办)[,;、][^。;:\n]{4,80}(?:承办|协办)")


def _blocks(text: str) -> Iterator[tuple[int, int, OrganisationRole]]:
    """Yield the bodies of 主办单位: blocks, in one line or in a column below."""
    labels = list(_LABEL.finditer(text))
    for i, label in enumerate(labels):
        if _TOLD_AS_CLAUSE.match(text, label.end()):
            continue  # 组织单位:甲主办,乙承办: read clause by clause
        limit = labels[i + 1].start() if i + 1 < len(labels) else len(text)
        role = _LABEL_ROLES[
            re.sub(r"\s|总|联合|共同|特别|战略|学术|友情|独家|媒体", "", label["role"]) or "支持"
        ]
        closed = i + 1 < len(labels) and _LISTED_ONLY.fullmatch(text, label.end(), limit)
        for begin, end in _block_lines(text, label.end(), limit, bool(closed)):
            yield from ((b, e, role) for b, e in _bodies(text, begin, end))


# Short lines of names alone, up to the next label: a town or a firm there need not end as bodies do.
_LISTED_ONLY = re.compile(
    r"\s*[^\n。;:!?]{4,30}(?:\n\s*(?![一二三四五六七八九十\d]+[、.])[^\n。;:,!?]{4,24}){1,12}\s*"
)


_NEXT_POINT = re.compile(r"[一二三四五六七八九十\d]{1,3}[、.]|[^:\n]{2,10}:")  # 五、会议时间:…


def _block_lines(text: str, begin: int, limit: int, closed: bool) -> Iterator[tuple[int, int]]:
    """Yield the lines of a block: the first, then those below that end as bodies do, or all where it is closed."""
    at, first = begin, True
    while at < limit:
        stop = min(i for i in (text.find("\n", at), limit, text.find("。", at)) if i >= 0)
        line = text[at:stop].strip()
        if line and not first and (_NEXT_POINT.match(line) or not (closed or _ENDS_AS_BODY.search(line))):
            return
        if line and (len(line) > 300 or (first and not _ENDS_AS_BODY.search(re.split(r"[、\s]", line)[0]))):
            return
        if line:
            yield at, stop
            first = False
        if text[stop : stop + 1] == "。":
            return
        at = stop + 1


_IN_BRACKETS = re.compile(r"\((?P<short>[一-鿿]{2,6})\)")


def short_forms(text: str) -> dict[str, str]:
    """Return the short names a text sets up, 中国纺联 to 中国纺织工业联合会, by (以下简称…)."""
    flattened = flat(text)
    found: dict[str, str] = {}
    for m in _SHORT_FORM.finditer(flattened):
        before = next((span for span in _spans(flattened) if span[1] == m.start()), None)
        if before:
            found[m["short"]] = flattened[slice(*before)]
    for begin, end in _spans(flattened):  # 中国纺织工业联合会(中纺联), without 以下简称
        told = _IN_BRACKETS.match(flattened, end)
        if told and _in_order(told["short"], flattened[begin:end]):
            found.setdefault(told["short"], flattened[begin:end])
    return found


_GENERIC = re.compile(
    r"(?:本|该|我)?(协会|商会|联合会|学会|促进会|研究会|联盟|中心|研究院|分会|专委会|专业委员会|学院|集团|公司|公会)([一-鿿]{1,8}(?:部|处|中心|办公室|委员会|分会))?"
)


_PARTY = re.compile("[一-鿿]{0,3}[省市县区镇州盟旗]委")  # 泉州市委 is no short form of 泉州市人大常委会
_FORMAL = re.compile(
    "(?:协会|商会|联合会|学会|公会|促进会|分会|总会|[^标]委员会|公司|集团|大学|学院|中心|政府|研究院|[厅局部院])$"
)


class Naming(NamedTuple):
    """How a text names its bodies: the short forms it sets up and the full names it uses, with their places."""

    short: Mapping[str, str]
    named: tuple[tuple[int, str], ...]
    convened: frozenset[str] = frozenset()  # those whose own council or congress the text tells of
    towns: frozenset[str] = frozenset()  # provinces, cities, counties and towns named in full: 望江县
    about: str | None = None  # the society that the headline names, for a text that calls it 协会 alone

    def seat(self, level: str) -> str | None:
        """Return the one place of a level (市, 县) that the text names in full, None where it names several."""
        alike = {town for town in self.towns if town.endswith(level) and town[:-1] not in self.towns}
        return alike.pop() if len(alike) == 1 else None

    def sitting(self) -> str | None:
        """Return the one society whose own council or congress the text tells of."""
        whole = {body for body in self.convened if not any(body in other[1:] for other in self.convened)}
        return whole.pop() if len(whole) == 1 else None

    def full(self, name: str, at: int) -> str:
        """Return a body's full name, as far as the text gives it.

        Args:
            name: as written: 中国纺联, 省服装协会, 协会.
            at: where it stands; 协会 is the body named last before.
        """
        if name in self.short:
            return self.short[name]
        if name.startswith(("省", "市", "县", "区", "自治区")):
            longer = {other for _, other in self.named if other.endswith(name) and other != name}
            return longer.pop() if len(longer) == 1 else self._spelt_out(name)
        if generic := _GENERIC.fullmatch(name):
            ending = "专业委员会" if generic[1] == "专委会" else generic[1]
            named = self._last_named(ending, at) or self._last_named(generic[1], at)
            return (named or generic[1]) + (generic[2] or "")
        return self._spelt_out(name)

    def within(self, begin: int, end: int) -> str | None:
        """Return the society named last in a stretch of the text."""
        named = (name for place, name in reversed(self.named) if begin <= place < end)
        return next((name for name in named if name.endswith(("会", "联盟"))), None)

    def _last_named(self, ending: str, at: int) -> str | None:
        """Return the body of such an ending named last before a place, else the first one after."""
        alike = [
            (place, other[: other.index(ending) + len(ending)])
            for place, other in self.named
            if ending in other[2:]
        ]
        before = [other for place, other in alike if place < at]
        if len(before) > 1 and before[0] != before[-1]:  # the body it is all about, if one is
            often = [other for _, other in alike]
            return max(
                before[0],
                before[-1],
                key=lambda body: (body in self.convened, often.count(body), body == before[-1]),
            )
        if not before and self.about and self.about.endswith(ending):
            return self.about
        return before[-1] if before else alike[0][1] if alike else None

    def _spelt_out(self, name: str) -> str:
        """Return the one body whose name holds a short form's characters in order (省服协)."""
        local = name.startswith(("省", "市", "县", "区"))
        if len(name) > 6 or (_FORMAL.search(name) and not local) or _PARTY.fullmatch(name):
            return name
        fitting = {full for _, full in self.named if name not in full and _holds(full, name)}
        return fitting.pop() if len(fitting) == 1 else name


def _holds(full: str, short: str) -> bool:
    """Tell whether a full name has a short one's characters in order and ends as it does."""
    ends = any(
        form.endswith(short[-1]) for form in (full, full.removesuffix("会"), full.removesuffix("员会"))
    )
    return ends and len(full) > len(short) + 1 and _in_order(short, full)


def _in_order(short: str, full: str) -> bool:
    rest = iter(full)
    return all(char in rest for char in short)


@lru_cache(maxsize=4)
def _spans(flattened: str) -> tuple[tuple[int, int], ...]:
    """Return where the bodies stand that show themselves by head (中国, a region) and ending (协会)."""
    spans: list[tuple[int, int]] = []
    named = [m.start() for m in _HEADS.finditer(flattened) if not _is_department(flattened, m)]
    heads = sorted([span.begin for span in region_spans(flattened)] + named)
    for ending in _endings(flattened):
        if spans and _continues(flattened, spans[-1][1], ending):
            spans[-1] = (spans[-1][0], ending.end)
        elif (begin := _head_of(flattened, heads, spans[-1][1] if spans else 0, ending)) is not None:
            spans.append((begin, ending.end))
    bare = [m.span() for m in _BARE.finditer(flattened) if not _is_department(flattened, m)]
    bare += [m.span() for m in _GOVERNMENT.finditer(flattened)]
    bare += [m.span("body") for m in _SIGNING.finditer(flattened)]
    spans = [span for span in spans if not _OF_SEVERAL.search(flattened[slice(*span)])]
    bare += [m.span() for m in _LISTED_OFFICE.finditer(flattened)]
    spans += [span for span in bare if not any(b < span[1] and span[0] < e for b, e in spans)]
    return tuple(sorted(spans))


# 陈店、谷饶、峡山三地商会 are three, none of them named so.
_OF_SEVERAL = re.compile(
    r"(?<![第])[两二三四五六七八九十](?:地|省|市|县|区)[一-鿿]{0,6}?(?:商会|协会|学会|联合会)$"
)


def _is_department(text: str, word: re.Match[str]) -> bool:
    """Tell whether a ministry's short name is only a department of the body before it: 中纺联科技部."""
    return word[0].endswith("部") and text[max(0, word.start() - 1) : word.start()] in tuple("联会司团")


def _continues(text: str, reach: int, ending: Span) -> bool:
    """Tell whether an ending carries a name on: 中国国际贸易促进委员会 + 纺织行业分会."""
    if not reach <= ending.begin <= reach + 12:
        return False
    words = ending.of(text)
    branch = text.endswith("总局", 0, reach) and words.endswith("局")  # 国家税务总局 + 嘉兴市税务局
    return (branch or words in _TAILS) and not _BREAK.search(text, reach, ending.begin)


def _head_of(text: str, heads: Sequence[int], reach: int, ending: Span) -> int | None:
    """Return where the name that ends so begins, if it has a head."""
    begin = max(reach, ending.begin - _REACH)
    if text[ending.begin - 1] == "》":
        return max(text.rfind("《", begin, ending.begin), -1) if "《" in text[begin : ending.begin] else None
    begin = max((m.end() for m in _BREAK.finditer(text, begin, ending.begin)), default=begin)
    at = bisect_left(heads, begin)
    if at < len(heads) and heads[at] < ending.begin:
        bracketed = text.startswith("(", heads[at] - 1) and ")" in text[heads[at] : ending.begin]
        return begin if bracketed and begin < heads[at] - 2 else heads[at]  # 达利丝绸(浙江)有限公司
    return begin if _LOCAL.match(text, begin) or _TOWN.match(text, begin) else None


@lru_cache(maxsize=4)
def naming(text: str, headline: str = "") -> Naming:
    """Return how a text names its bodies.

    Args:
        text: the clean body.
        headline: above it; the society it begins with is what 协会 means until the text names one.
    """
    flattened = flat(text)
    spans = _spans(flattened)
    convened = frozenset(flattened[b:e] for b, e in spans if _OWN_SITTING.match(flattened, e))
    towns = {span.of(flattened) for span in region_spans(flattened)}
    towns |= {m[0] for m in _NO_KNOWN_TOWN.finditer(flattened) if flattened.count(m[0]) > 1}
    full = frozenset(town for town in towns if town.endswith(tuple("省市县区镇")))
    heads = (flat(headline)[b:e] for b, e in _spans(flat(headline)) if b == 0)
    return Naming(
        short_forms(text), tuple((b, flattened[b:e]) for b, e in spans), convened, full, next(heads, None)
    )


_NO_KNOWN_TOWN = re.compile(
    rf"(?<![一-鿿]){_TOWN.pattern}(?=委|政府|人民|[一-鿿]{{0,2}}局|服装|纺织|[^,。]{{0,8}}[协商]会)"
)


# What a society's name runs into in the name of its own meeting: …协会三届二次会员代表大会, …商会成立十周年庆典.
_OWN_SITTING = re.compile(
    r"(?:(?:第?[一二三四五六七八九十\d]{1,3}[届次]|20\d\d年?度?)+|换届|成立)[^,。;\n]{0,12}?[会典]|[会成]员(?:代表)?大会|[理监]事会|年会"
)


# A body without a region at its head shows itself where it holds something: 某街区管委会在某大厦召开….
_HOLDER = Rule(
    r"(?:[\n。,;午日讯】]|旗下的|^)(?P<body>(?:(?!召开|举[行办]|换届|挂牌)[一-鿿“”](?<![在由的是将于与和])){2,18}"
    r"(?:协会|商会|学会|联合会|促进会|联盟|专委会|公会|管委会|管理委员会|公司|集团))(?=(?:[今昨]?(?:\(\d{1,2}\))?[日天](?:上午|下午|晚)?)?(?:在[^,。;\n]{2,20}?)?(?:隆重|成功|正式|顺利)?(?:召开|举办|举行|换届|挂牌(?!上市)|(?:发布|印发|出台|公布)[《A-Z])|\s*(?:\n|$))"
)


def read_organisations(text: str, headline: str = "") -> tuple[OrganisationMention, ...]:
    """Read the bodies of a text in its order, with their role where the text states one.

    省服装协会 and a short form that the text explains get the full name; others stay as written.

    Args:
        text: the clean body.
        headline: above it, which may name the body in full that the text calls 协会.
    """
    flattened = flat(text)
    roles: dict[tuple[int, int], OrganisationRole] = {}
    for begin, end, role in (*_clauses(flattened), *_blocks(flattened)):
        roles.setdefault((begin, end), role)
    spans: dict[tuple[int, int], OrganisationRole | None] = dict(roles)
    for span in (*_spans(flattened), *(m.span("body") for m in _HOLDER.finditer(flattened))):
        if not any(begin < span[1] and span[0] < end for begin, end in spans):
            spans[span] = None
    names = naming(text, headline)
    return tuple(
        OrganisationMention(
            b, e, text[b:e], (name := names.full(flattened[b:e], b)), role, next(iter(provinces(name)), None)
        )
        for (b, e), role in sorted(spans.items())
        if flattened.count("(", b, e)
        <= flattened.count(")", b, e)  # 某对接会(某区体育中心 was cut in a bracket
    )
