"""Who issues a plan: the bodies before the verb of issuing, those that sign, the place or society that stands for one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from bot.records.article import Article
from bot.records.facts import Fact
from bot.records.model import Organisation
from bot.records.naming.likeness import same_title
from bot.records.naming.names import Name
from bot.records.organisations import OrganisationMention
from bot.records.speakers import CLUB, NEWS, TELLS_NEWS, giving_society, signatures, speaking_authority
from bot.records.text import Span, flat

_BY = re.compile(
    r"(?:印发|发布|出台|下发|公布|制定|制订|推出|签署|编制|颁布|转发|发出|提出|起草|公开征求|启动|批复|批准|就|关于|对|等)"
)


# 根据某局《…》要求,现公开征集…: whoever is obeyed issues another paper.
_FOLLOWED = re.compile(r"(?:根据|按照|依据|遵照|落实|贯彻)[^,。;:《]{0,4}$")


# 继被甲授予称号后,市政府又发布《…》: whoever acted before issues nothing.
_WENT_BEFORE = re.compile(r"继[^。;]{4,80}后,")


def read_issuers(
    article: Article, sentence: Span, mention: Name, others: Sequence[Name] = ()
) -> Iterator[Fact]:
    """Yield the bodies before the verb of issuing, else those in 由…印发, else the one that signs, else who is left.

    Args:
        article: as prepared.
        sentence: the one in which the paper is given out.
        mention: the paper's mention there.
        others: its other mentions, which may tell of whoever draws it up.
    """
    named = _answering(article, _named(article, sentence, mention, others))
    found = [o for o in named if not NEWS.search(o.name)]
    told = [] if found else (
        _that_place(article, sentence, mention)
        or _unresolved_body(article, sentence, mention)
        or list(_issuing_place(article, sentence, mention))
    )  # fmt: skip
    if not (found or told):
        found = (
            giving_society(article, sentence)
            or _named_in_title(article, mention)
            or _whose_notice(article)
            or speaking_authority(article)
            or _only_authority(article, sentence, mention)
            or _drafters(article, sentence, *(article.sentence(other.begin) for other in others))
        )
    if not (found or told):
        told = _led_by(mention) or _ruled(article, sentence, mention)
    yield from told
    for body in dict.fromkeys(found):
        yield read_issuer(article, body, "body before the verb of issuing")


def _named(
    article: Article, sentence: Span, mention: Name, others: Sequence[Name]
) -> list[OrganisationMention]:
    """Return the bodies that the text says issue a paper or draw it up: in its sentence, elsewhere, on a label."""
    if own := _by_whose_rules(article, mention):
        return own
    if told := _told_of_it(article, mention):
        return told
    for name in (mention, *others):
        span = sentence if name is mention else article.sentence(name.begin)
        if found := _before_verb(article, span, name):
            return found
    elsewhere = [
        o
        for o in article.organisations
        if o.role == "issuer"
        or (
            _GIVES_IT_OUT.match(article.plain, o.end, o.end + 24)
            and not (_issues_another(article, o, mention) or _is_in_title(article, o))
        )
    ]
    if elsewhere:
        return list(dict.fromkeys(each for o in elsewhere for each in joined_with(article, o)))[:8]
    return [
        o
        for o in article.organisations
        if _ISSUER_LABEL.search(article.plain[max(0, o.begin - 10) : o.begin])
    ][:6]


# 根据《某协会团体标准管理办法》,决定对《某规范》团体标准予以立项: the society's standard, whoever drafts it.
_RULES_OF = re.compile(
    r"(?:根据|按照|依据)《(?P<body>[一-鿿]{4,24}?(?:协会|学会|联合会|商会|联盟|促进会))(?:团体)?标准(?:化|制修?[定订]|管理|工作)[^《》\n]{0,12}》"
)
_OF_SOCIETY = re.compile(
    r"》?(?:、?《[^《》\n]*》)*(?:等[一二两三四五六七八九十\d]{0,3}项)?(?:团体标准|团标)"
)


def _by_whose_rules(article: Article, mention: Name) -> list[OrganisationMention]:
    """Return the society by whose rules for its standards one is taken up or given out."""
    rules = _RULES_OF.search(article.plain)
    if rules is None or not (_OF_SOCIETY.match(article.plain, mention.end) or "标准" in mention.text):
        return []
    begin, end = rules.span("body")
    return [OrganisationMention(begin, end, article.text[begin:end], article.text[begin:end])]


# 《某三年方案》由县委办、县政府办印发; …解读了《某办法》。办法由市工信局会同市财政局制定
_BY_WHOM = (
    r"由(?P<bodies>[^,。;:《\n]{2,60}?)(?:日前|近日|[去今]年|\d{1,2}月(?:\d{1,2}日|[初底中][旬]?)?)*"
    r"(?:组织|联合|共同|牵头|负责|正式)*(?:印发|发布|编写|编制|制[定订]|起草|拟[定订]|出台)"
)
_RIGHT_BEHIND = re.compile(rf"》?(?:\([^()]*\))?(?:[已是系]|日前|近日)?{_BY_WHOM}(?!的)")
_OF_IT = re.compile(
    rf"(?:^|(?<=[,。;:\n]))(?:该|这[份个项]?)?(?:[二三四五六七八九十\d]{{1,3}}[条项]|行动|实施|指导)?(?:方案|规划|计划|意见|纲要|办法|细则|规定|指南|措施|政策|举措|标准|公约){_BY_WHOM}"
)
_BODY_BY_ENDING = re.compile(
    r"[一-鿿]{0,12}?(?:协会|商会|学会|联合会|[省市县区镇]政府|厅|局|委|委员会|办|办公室)"
)


def _told_of_it(article: Article, mention: Name) -> list[OrganisationMention]:
    """Return who gives a paper out, as the words right behind its title tell, or a sentence that calls it by its sort."""
    told = _RIGHT_BEHIND.match(article.plain, mention.end) or _OF_IT.search(
        article.plain, mention.end, mention.end + 200
    )
    if told is None:
        return []
    begin, end = told.span("bodies")
    parts = [Span(begin + m.start("one"), begin + m.end()) for m in _ONE_BODY.finditer(told["bodies"])]
    bodies = [body for part in parts if (body := _in_full(article, part))]
    return bodies if len(bodies) == len(parts) else [
        o for o in article.organisations if begin <= o.begin and o.end <= end
    ]  # fmt: skip


_ONE_BODY = re.compile(r"(?:会同|联合(?!会))?(?P<one>(?:(?!会同|联合(?!会)|[、和与及])[一-鿿()])+)")


def _in_full(article: Article, part: Span) -> OrganisationMention | None:
    """Return one body of a list: as it is read there, with the office behind its name, else by the full name told before."""
    words = part.of(article.plain)
    if here := next((o for o in article.organisations if o.begin == part.begin and o.end <= part.end), None):
        office = part.of(article.text)[here.end - here.begin :]
        return (
            here._replace(end=part.end, name=here.name + office)
            if office in ("办", "办公室", "办公厅")
            else here
        )
    if not _BODY_BY_ENDING.fullmatch(words):
        return None
    endings = (words, words.replace("政府", "人民政府"))
    named = [o for o in article.organisations if o.name.endswith(endings)]
    before = [o for o in named if o.begin < part.begin]
    if CLUB.fullmatch(words):  # 协会 is the one that the article begins with
        before = before[:1]
    body = OrganisationMention(part.begin, part.end, part.of(article.text), words)
    return next(reversed(before or named), body if len(words) > 2 else None)


_GIVES_IT_OUT = re.compile(
    r"(?:等)?(?:[^,。;]{0,12})?(?:联合|对外|正式)*(?:印发|制定|起草|发布|提出|公布|公开|出台|下发|颁布|拿出|挂出)"
)


def _answering(article: Article, named: Sequence[OrganisationMention]) -> list[OrganisationMention]:
    """Return who answers for a paper among those named: whoever only wrote it gives way to the body that signs."""
    theirs = [o for o in named if not (_only_drafts(article, o) or _ANY_FIRMS.search(o.name))]
    own = [o for o in theirs if not _wrote_for_another(article, o)]
    return own or signatures(article) or theirs


_ANY_FIRMS = re.compile(r"企业$")  # 标准由云山三家企业起草


def _wrote_for_another(article: Article, body: OrganisationMention) -> bool:
    """Tell whether a body wrote a paper for another: 某局委托某大学编制了《…》, 我厅会同某厅、某局起草."""
    if _TEACHES.search(body.name) or _ENTRUSTED.search(article.plain, max(0, body.begin - 12), body.begin):
        return True
    helps = _TOGETHER.search(article.plain, article.sentence(body.begin).begin, body.begin)
    return bool(helps and _WROTE.match(article.plain, body.end))


_ENTRUSTED = re.compile(r"(?:(?:委托|聘请|邀请)(?:了)?[^,。;]{0,8}|[我本][司局厅部委办会院]组织)$")
_TOGETHER = re.compile(r"[我本][司局厅部委办会院]会同[^,。;]{0,40}$")  # 甲厅会同乙厅: both do
_WROTE = re.compile(r"[^,。;]{0,40}?(?:起草|编制|草拟|拟定)了?《")


def _drafters(article: Article, *told: Span) -> list[OrganisationMention]:
    """Return the authority or society that draws a paper up that nobody else issues: 讨论了由某协会起草的《…》."""
    beside = (o for o in article.organisations if any(span.begin <= o.begin < span.end for span in told))
    drafting = [o for o in beside if _only_drafts(article, o) and _ANSWERS_FOR_IT.search(o.name)][:1]
    return [each for first in drafting for each in joined_with(article, first)]


_ANSWERS_FOR_IT = re.compile(r"(?:总局|协会|商会|联合会|学会|[厅局委部]|委员会|政府)$")
# …起草的; of a standard 甲提出,乙起草的
_DRAFTS = re.compile(
    r"[^,。;]{0,160}?(?:起草|编制)(?:的|工作)|(?:牵头|联合)?提出[,、](?=[^。;《]{0,160}起草)"
)


def _only_drafts(article: Article, body: OrganisationMention) -> bool:
    """Tell whether a body is only said to draw a paper up (由某公司负责起草的《…》); whoever asks for comment signs."""
    return bool(_DRAFTS.match(article.plain, body.end))


def _before_verb(article: Article, sentence: Span, mention: Name) -> list[OrganisationMention]:
    """Return the bodies of a sentence that stand before the verb of issuing, and that before a title."""
    before = [
        o
        for o in article.organisations
        if sentence.begin <= o.begin
        and o.end <= mention.begin
        and not _is_in_title(article, o)
        and not (TELLS_NEWS.match(article.plain, o.end) or NEWS.search(o.name) or _is_place_of(article, o))
        and not _FOLLOWED.search(article.plain, sentence.begin, o.begin)
    ]
    went = _WENT_BEFORE.search(article.plain, sentence.begin, mention.begin)
    before = [o for o in before if went is None or o.begin >= went.end()]
    verbs = list(_BY.finditer(article.plain, sentence.begin, mention.begin))
    return [o for o in before if any(v.start() >= o.end for v in verbs)]


_JOINS = re.compile(r"\s?[、和与及 ]\s?|会同|联合")
_OF_SIGNERS = re.compile(r"公约|倡议|承诺|宣言")  # whoever spoke of it afterwards issued none


def _is_place_of(article: Article, body: OrganisationMention) -> bool:
    """Tell whether a body is only where people met: 座谈会在某博物馆召开,双方签署了《…》."""
    return article.plain[max(0, body.begin - 1) : body.begin] in ("在", "于")


def _issues_another(article: Article, body: OrganisationMention, mention: Name) -> bool:
    """Tell whether a body told elsewhere gives out another paper than the one meant."""
    other = re.match(r"[^,。;《]{0,14}《([^》\n]{4,})》", article.plain[body.end : body.end + 80])
    return bool(other) and not same_title(other[1] if other else "", mention.text)


def joined_with(article: Article, body: OrganisationMention) -> list[OrganisationMention]:
    """Return the bodies of the list that one stands in: 甲、乙、丙印发."""
    joined = [body]
    for other in (o for o in article.organisations if o.begin > body.end):
        if not _JOINS.fullmatch(article.plain, joined[-1].end, other.begin):
            break
        joined.append(other)
    for other in reversed([o for o in article.organisations if o.end < body.begin]):
        if not _JOINS.fullmatch(article.plain, other.end, joined[0].begin):
            break
        joined.insert(0, other)
    return joined


def read_issuer(article: Article, body: OrganisationMention, rule: str) -> Fact:
    """Return an issuing body with the 中共 before and the 办公厅 behind its name."""
    office = OFFICE.match(article.plain, body.end)
    party = "中共" * (article.plain[max(0, body.begin - 2) : body.begin] == "中共")
    signed = (o.name for o in signatures(article) if _SEAT.search(o.name) and o.name.endswith(body.name))
    own = _SO_MANY_BODIES.sub("", next(signed, body.name))
    name = party + own + (office[0] if office else "")
    end = office.end() if office else body.end
    if forwards := _FORWARDS.search(name):
        name, end = name[: forwards.start()], body.begin + forwards.start()
    return Fact("organisations", Organisation(name, "issuer"), body.begin - len(party), end, rule)


_SO_MANY_BODIES = re.compile("等?[两二三四五六七八九十]部[门委]$")  # 甲、乙、丙|三部门
_FORWARDS = re.compile("(?:近日|日前)?转发")  # 国务院办公厅|近日转发市场监管总局
OFFICE = re.compile(
    r"(?<=部)[一-鿿]{2,10}司(?=印发|发布|就|公开|组织|起草|近日|日前|于|对|[,。\n]|$)|办公厅|办公室|办(?=印发|发布|出台|公布|下发|日前|近日|联合|《)"
)
_SEAT = re.compile(
    r"[省市县区].*(?:政府|[厅局委]|委员会)$"
)  # the seal names it in full: 佛山市顺德区均安镇人民政府


_WORDS_OF_BODY = re.compile(
    r"(?:^|[,。;:\s由]|日前|近日|\d日)(?P<body>(?:(?!由|讨论|审议|听取|委托|近日|日前|转发|印发)[一-鿿]|\([一-鿿]{2,6}\)){1,18}?(?:厅|局|委|部|办公室|政府|协会|商会|联合会|管委会|办|院|中心))(?:等[二三四五六七八九十\d]{0,3}(?:个)?(?:部门|部委|单位|厅局|委办局)|日前|近日|[昨今][天日]|联合|正式|批准|对外|\d{1,2}月|\d{1,2}日|已|于)*(?:印发|发布|出台|公布|公开|制定|下发|颁布|推出|起草|拟定|编制)"
)
# 濮院镇党委、政府联合下发
_PARTY_AND_RULE = re.compile(
    r"(?:^|[,。;:\s由据])(?P<place>(?:(?!以)[一-鿿]){2,8}[市县区镇乡])(?P<party>党?委)、(?:市|县|区|镇|乡)?(?P<rule>(?:人民)?政府)"
)


_APPROVED_BY = re.compile(
    r"[经由](?P<body>(?!专家|大会|会议)[一-鿿]{1,16}?(?:厅|局|委|部|政府|协会|联合会))(?:正式)?(?:批准|审定|核准|备案)"
)


# 从某市工信局获悉,该市近日印发: whoever is pointed back at; 我市出台《某市…政策》: the paper says which.
_GIVES = r"(?:印发|出台|发布|公布|制[定订]|推出|下发|颁布)"
_THAT_PLACE = re.compile(
    rf"(?:该|(?P<ours>[我本]))(?P<that>[省市县区镇州乡])(?=[^,。;《]{{0,10}}{_GIVES})"
    rf"|(?<=[,。])(?P<bare>[省市县区镇州乡]|街道)里?(?:已经?|近日|日前|正式|将|专门|今年)*(?={_GIVES})"
)
_SEATED = re.compile(r"政府$|办事处$|管委会$")


def _that_place(article: Article, sentence: Span, mention: Name) -> list[Fact]:
    """Return the government or place that 该市, 我市 or 街道 stands for as the issuer, as the text or the title tells it."""
    that = _THAT_PLACE.search(article.plain, sentence.begin, mention.begin)
    if that is None:
        return []
    sort = that["that"] or that["bare"]
    for body in () if that["ours"] else reversed([o for o in article.organisations if o.end <= that.start()]):
        at = body.name.find(sort, 1) + len(sort)
        if at >= len(sort):
            whole = _SEATED.search(body.name)
            name, end = (body.name, body.end) if whole else (body.name[:at], body.begin + at)
            return [
                Fact("organisations", Organisation(name, "issuer"), body.begin, end, "place pointed back at")
            ]
    named = re.compile(rf"(?<![一-鿿])(?![我本该全])[一-鿿]{{2,5}}?{sort}(?![长委域级])")
    told = (
        named.search(article.plain, mention.begin, mention.end)
        if that["ours"]
        else named.search(article.plain, 0, that.start())
    )
    if told is None:
        return []
    return [Fact("organisations", Organisation(told[0], "issuer"), *told.span(), "place pointed back at")]


def _unresolved_body(article: Article, sentence: Span, mention: Name) -> list[Fact]:
    """Return a body by its ending before the verb (省工信厅印发), where no full name was read."""
    if both := _PARTY_AND_RULE.search(article.plain, max(0, sentence.begin - 1), mention.begin):
        return [
            Fact(
                "organisations",
                Organisation(both["place"] + both[g], "issuer"),
                *both.span(),
                "party and government",
            )
            for g in ("party", "rule")
        ]
    found = _WORDS_OF_BODY.search(article.plain, max(0, sentence.begin - 1), mention.begin)
    found = found or _APPROVED_BY.search(article.plain, mention.end, sentence.end)
    if found is None:
        return []
    begin, end = found.span("body")
    return [
        Fact(
            "organisations", Organisation(article.text[begin:end], "issuer"), begin, end, "body by its ending"
        )
    ]


def _only_authority(article: Article, sentence: Span, mention: Name) -> list[OrganisationMention]:
    """Return the body of the sentence, or the one body the whole text names: nobody else can have issued it."""
    beside = [
        o
        for o in article.organisations
        if sentence.begin <= o.begin < sentence.end
        and not NEWS.search(o.name)
        and not (_is_in_title(article, o) or _addressed(article, o) or _TEACHES.search(o.name))
        and not (
            _FOUNDED.match(article.plain, o.end) or _is_place_of(article, o) or _ANY_FIRMS.search(o.name)
        )
        and not (_only_drafts(article, o) or _is_addressed_in(mention, o))
        and not _FOLLOWED.search(article.plain, sentence.begin, o.begin)
        and not _EXPLAINS_IT.search(article.plain, o.end, max(o.end, mention.begin))
    ]
    joined = [o for o, other in itertools.pairwise(beside) if other.begin - o.end <= 1]
    names = {o.name for o in article.organisations}
    alone = [o for o in article.organisations[:1] if len(names) == 1 and not _TEACHES.search(o.name)]
    alone = [
        o
        for o in alone
        if not (
            _is_place_of(article, o)
            or _ANY_FIRMS.search(o.name)
            or _EXPLAINS_IT.search(article.plain, o.end, max(o.end, mention.begin))
            or _is_addressed_in(mention, o)
            or _SEAT_OF.match(article.plain, o.end)
            or NEWS.search(o.name)
        )
    ]
    if _OF_SIGNERS.search(mention.text):
        alone = [o for o in alone if o.begin < mention.begin]
    alone = [
        o
        for o in alone
        if not (
            _is_in_title(article, o) or _addressed(article, o) or _FOLLOWED.search(article.plain, 0, o.begin)
        )
        and not _issues_another(article, o, mention)
    ]
    return ([*joined, beside[len(joined)]] if joined else beside[:1]) or alone


# 某市工信局举办宣讲,解读自治区《某措施》: whoever explains a paper need not have issued it.
_EXPLAINS_IT = re.compile(r"(?:解读|宣讲|讲解|宣贯|宣传|培训|学习)[^。;《]{0,12}《?$")
# 县委书记 is there in person; 在国务院一系列方针政策指导下 is how others act.
_SEAT_OF = re.compile(r"副?书记|常委|(?:的|一系列|有关|相关)*(?:方针|政策|决策|部署|领导下|号召|关怀)")
_FIRMS = re.compile(r"(?:企业|公司|集团)$")


def _is_addressed_in(mention: Name, body: OrganisationMention) -> bool:
    """Tell whether a paper's own title names those it is for: 平湖支持服装企业稳岗八条措施."""
    return mention.begin <= body.begin < mention.end and bool(_FIRMS.search(body.name))


def _is_in_title(article: Article, body: OrganisationMention) -> bool:
    """Tell whether a body stands in the title of a paper cited: 为贯彻落实《国务院办公厅关于…的意见》."""
    return article.plain.rfind("《", 0, body.begin) > article.plain.rfind("》", 0, body.begin)


_FOUNDED = re.compile(r"(?:也|同时|正式|宣告|宣布|随即)*(?:成立|揭牌|挂牌)")  # no issuer yet


def _named_in_title(article: Article, mention: Name) -> list[OrganisationMention]:
    """Return whose a paper's title says it is: 《某县纺织行业协会三年行动计划》, 《某市人民政府关于推进…的意见》."""
    opening = (o for o in article.organisations if mention.begin <= o.begin <= mention.begin + 1)
    opening = (o for o in opening if o.end < mention.end)
    return [o for o in opening if CLUB.search(o.name) or article.plain.startswith("关于", o.end)][:1]


# 某联合会关于公开征求《某行动方案》意见的函, whose text says 我会
_NOTICE_OF = re.compile(
    r"(?P<body>[一-鿿()]{4,30}?(?:协会|商会|学会|联合会|联盟|促进会|厅|局|委员会|委|部|政府|办公室|办公厅))关于"
)
_ITSELF = re.compile(r"[我本](?:会|协会|商会|学会|厅|局|委|部|办|市|省|县|区)(?![议场])")


def _whose_notice(article: Article) -> list[OrganisationMention]:
    """Return the body that a headline says the notice is of, where the text calls it 我会 or 我厅."""
    headed, itself = _NOTICE_OF.match(flat(article.title)), _ITSELF.search(article.plain)
    if headed is None or itself is None:
        return []
    name = article.title[slice(*headed.span("body"))]
    return [OrganisationMention(*itself.span(), itself[0], name)]


# 某县服装商会2019年三件实事: the name begins with whose they are.
_LED_BY = re.compile(
    r"(?P<body>(?!关于)[一-鿿()]{2,24}?(?:协会|商会|学会|联合会|联盟|促进会|专委会|专业委员会|分会|筹备组|政府|管委会|(?<=[省市县区])[一-鿿]{2,10}(?:局|厅|委)))(?!关于|会)(?=.{0,5}?(?:20\d\d|[今明]年|[上下]半年|下一|近期|新一年))"
)


# 2031年某服装行业协会工作要点
_YEAR_LEADS = re.compile(
    r"20\d\d年?度?(?P<body>[一-鿿()]{2,24}?(?:协会|商会|学会|联合会|联盟|促进会|政府|管委会|(?<=[省市县区])[一-鿿]{2,10}(?:局|厅|委)))(?=重点|(?:工作|活动)?(?:要点|计划|安排|打算))"
)


def _led_by(mention: Name) -> list[Fact]:
    """Return the body that a plan's own name begins with, where no other words tell who issues it."""
    if found := _LED_BY.match(flat(mention.text)) or _YEAR_LEADS.match(flat(mention.text)):
        return [
            Fact(
                "organisations",
                Organisation(found["body"], "issuer"),
                mention.begin,
                mention.end,
                "body of the plan's name",
            )
        ]
    return []


# 桐乡市濮院镇召开大会。会上,镇党委书记某某发布《…》: whoever rules a place speaks for it.
_RULER = re.compile(
    r"(?<=[,。;:\s上])(?P<of>[省市县区镇乡])(?:(?:党?委)?(?:副书记|书记|常委)|长)[^,。;:《]{0,16}(?:发布|公布|宣布|推出|印发)了?$"
)


def _ruled(article: Article, sentence: Span, mention: Name) -> list[Fact]:
    """Return the place, told before, whose head gives a paper out."""
    ruler = _RULER.search(article.plain, max(0, sentence.begin - 1), mention.begin)
    places = (p for p in reversed(article.places) if p.kind == "region" and p.end <= mention.begin)
    told = next((p for p in places if ruler and p.quote.endswith(ruler["of"])), None)
    if told is None:
        return []
    whose = Organisation(told.quote, "issuer")
    return [Fact("organisations", whose, told.begin, told.end, "place whose head gives it out")]


# A school speaks of a document; it issues none of the trade's.
_TEACHES = re.compile(r"(?:学院|大学|学校|[中小]学|幼儿园)$")


_ISSUER_LABEL = re.compile(r"(?:发布|印发|制定|发文|颁布)(?:机构|机关|单位|部门)\s?[:|】]?\s?$")


def _issuing_place(article: Article, sentence: Span, mention: Name) -> Iterator[Fact]:
    """Yield the place that stands for its government: 泗阳县发布了《…》, 河北省出台《…》."""
    for place in article.places:
        verb = re.match(
            r"(?!等)[^,。;《)]{0,12}(?:印发|发布|出台|下发|公布|制定|推出|颁布|启动(?=为期))|(?:召开|举行)[^。;《]{2,40},(?:会上|会议)?(?:正式|同时|还|集中)*(?:印发|发布|出台|公布|推出)",
            article.plain[place.end : place.end + 60],
        )
        if place.kind == "region" and sentence.begin <= place.begin < mention.begin and verb:
            yield Fact(
                "organisations",
                Organisation(place.quote, "issuer"),
                place.begin,
                place.end,
                "place that issues",
            )
            return


# 某部办公厅|日前发出|关于…的通知
_GIVES_NOTICE = re.compile(
    r"(?:日前|近日|近期|联合|正式|又|已|\d{1,2}月|\d{1,2}日)*(?:发出|下发|印发|发布|公布|出台|下达|转发)了?\s*$"
)
_AT_TOP = 400  # characters in which a notice says who issues it
_ISSUES = re.compile(r"(?:办公厅|办公室)?关于印发")


# …实施意见 江西省工业和信息化厅关于印发《…》的通知: two titles that a page set in one line.
_HEADS_NOTICE = re.compile(
    r"(?:^|意见|方案|规划|计划|措施|办法|\s)(?P<body>(?:(?!意见|方案|规划|计划|通知)[一-鿿]){2,8}?[省市县区州][一-鿿]{2,16}?(?:厅|局|委员会|委|办公室|政府))关于(?:印发|发布)《"
)
# (省工业和信息化厅、省发展改革委牵头): who has a measure in hand
_IN_CHARGE = re.compile(r"(?:[、和][^,。;()]{2,20})*(?:等)?(?:牵头|负责|配合|按职责)")


_SIGNS = re.compile(
    r"[一-鿿()]{2,24}(?:厅|局|委|委员会|部|政府|办公室|协会|商会|联合会|学会|联盟|促进会|管委会|中心)$"
)


def _signed_by_ending(article: Article, signed: int) -> list[Fact]:
    """Return the body of the line above a signature's date, told by its ending where no reader of names knew it."""
    line = article.line(max(0, article.line(signed).begin - 1))
    words = line.of(article.plain).strip()
    if line.begin < len(article.text) * 0.3 or not _SIGNS.fullmatch(words):
        return []
    begin = article.plain.find(words, line.begin)
    own = Organisation(words, "issuer")
    return [Fact("organisations", own, begin, begin + len(words), "body above the date, by its ending")]


def read_signing(article: Article, ahead: str, signed: int | None) -> list[Fact]:
    """Return the bodies that sign a notice, else those its title begins with, else the first one named.

    The body a notice is addressed to (各市工信局:) signs nothing.

    Args:
        article: as prepared.
        ahead: the words before the notice's title.
        signed: where the date beside the signature stands, if there is one.
    """
    if signing := signatures(article):
        return [read_issuer(article, body, "body that signs") for body in signing]
    issuing = [o for o in article.organisations if o.begin < _AT_TOP and _ISSUES.match(article.plain, o.end)]
    if issuing and issuing[0].name.startswith(ahead.strip()):
        return [read_issuer(article, issuing[0], "body that issues it")]
    ahead = _GIVES_NOTICE.sub("", ahead)
    if len(ahead.strip()) > 2:
        return [
            Fact(
                "organisations",
                Organisation(body, "issuer"),
                *article.words_of(body),
                "body before the title",
            )
            for body in re.split(r"[ 、]+", ahead.strip())
        ]
    if own := speaking_authority(article):
        return [read_issuer(article, body, "authority on whose site it stands") for body in own]
    if headed := _HEADS_NOTICE.search(flat(article.title)):
        at = article.words_of(headed["body"])
        return [Fact("organisations", Organisation(headed["body"], "issuer"), *at, "body of the headline")]
    if signed is not None and (told := _signed_by_ending(article, signed)):
        return told
    named = (
        o
        for o in article.organisations
        if o.begin < _AT_TOP
        and not (_addressed(article, o) or _is_in_title(article, o) or _IN_CHARGE.match(article.plain, o.end))
    )
    return [read_issuer(article, body, "first body named") for body in itertools.islice(named, 1)]


def _addressed(article: Article, body: OrganisationMention) -> bool:
    line = article.line(body.begin).of(article.plain).rstrip()
    return line.endswith(":") and "。" not in line
