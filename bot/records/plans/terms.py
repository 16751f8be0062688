"""What a plan says of itself: when it came out, for which years, what it holds, and till when it may be answered."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.items import (
    BULLET,
    Item,
    after_aims,
    coordinated,
    goals,
    granted,
    led_by_duty,
    lined,
    listing,
    numbered,
    pledged,
    split_at,
    stated,
    urged,
)
from bot.records.naming.editions import year_of
from bot.records.naming.likeness import same_title
from bot.records.naming.names import Name
from bot.records.plans.issuers import OFFICE, read_issuers
from bot.records.rules import Rule, branched
from bot.records.speakers import without_bodies
from bot.records.subjects import Subject
from bot.records.text import Span, flat
from bot.records.time.moments import TimeMention

DRAFT = Rule(
    r"(?<![、比较])征求(?:[^,。;《》\n]{0,30}?(?:社会|各(?:方|界|地|部门|单位|企业|会员)|公众|有关方面|的))?意见(?!稿?(?:后|时|相?比|阶段)|的?基础|、)|(?<![比较]征求)意见稿(?!相?比|时|阶段|后)|讨论稿|送审稿|草案|公开征求|征集意见|征询|听取(?:[^,。;《》\n]{2,30}?)?(?:意见(?![^。;]{0,6}(?:建议)?[^。;]{0,4}座谈)|看法)|草拟|意见反馈|反馈意见|提意见|意见建议"
)
# 将…形成征求意见稿: nothing is out for comment yet.
_YET = re.compile(r"(?:将|拟|计划(?!号|编号|项目))[^。;,]*(?:形成|完成|编制|起草)[^。;]{0,8}$")
_FIVE_YEARS = {
    "十一五": "2006-2010",
    "十二五": "2011-2015",
    "十三五": "2016-2020",
    "十四五": "2021-2025",
    "十五五": "2026-2030",
}
NUMBER = Rule(
    r"(?:(?![以为是据按的了日]|[印签下转]发|发布|(?<=[印签下转])发|(?<=发)布)[一-鿿]){2,12}[〔﹝\[(（]\s?20\d\d\s?[〕﹞\])）]\s?(?:第\s?)?\d{1,4}\s?号"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A plan that an article tells by its title: the mention to read from, all of them, and whether it stands in title marks."""

    name: Name
    mentions: tuple[Name, ...]
    titled: bool


# What a firm does with its own shares is no plan (guide rule 13).
OF_FIRM = re.compile(r"持股计划|股权激励|股份|回购|[增减]持|定增|资产重组|募集资金|限制性股票")
GIVES_OUT = re.compile(r"印发|发布(?!消息)|出台|公布|颁布|公开|推出")
# A day far behind the title is one the document sets, unless the verb of issuing is beside it.
_ISSUED_THEN = re.compile(r"[^,。;]{0,8}?(?:正式)?(?:印发|发布|公布|出台|下发|颁布|公开)")


_TILL = re.compile(r"[至到止]\s?$")


def _ends_it(article: Article, time: TimeMention) -> bool:
    """Tell whether a time is only the last of what a plan covers: 即日起至9月底."""
    return bool(_TILL.search(article.plain, max(0, time.begin - 2), time.begin))


# 据某部官网25日消息: a paper is out the day that its issuer's site has it.
_ON_SITE = re.compile(r"(?:官网|网站|官微|公众号)上?$")
_LEARNT = re.compile(r"[,从自据][^,。;]{2,14}(?:获悉|了解到|得知|证实|消息)|[^,。;]{0,4}(?:获悉|消息)")


def _only_learnt(article: Article, time: TimeMention) -> bool:
    """Tell whether a time is that of hearing the news, from anybody but the issuer's own site."""
    heard = _LEARNT.match(article.plain, time.end)
    return bool(heard) and not _ON_SITE.search(article.plain, max(0, time.begin - 4), time.begin)


# 在4月10日某厅举行的发布会上,某处对不久前出台的某方案作了解读
_SET_FORTH_THEN = re.compile(
    r"[^,。;]{0,24}(?:举[行办]|召开)的[^,。;]{0,10}(?:发布会|通气会|吹风会|见面会)上,(?:(?!(?<!的)(?:发布|印发|公布)了)[^。])*(?:解读|介绍|讲解|阐述|说明)"
    # 某负责人8月2日就新出台的某方案接受采访
    r"|(?:就|对)(?:新近?|刚刚?|最新)(?:出台|印发|发布|公布|下发|推出)的"
)


def issued_on(article: Article, sentence: Span, mention: Name) -> Iterator[Fact]:
    """Yield the day on which a document was issued, as a sentence about it or its signature tells."""
    times = [
        t
        for t in article.times
        if sentence.begin <= t.begin < sentence.end and t.start and t.role in ("event", "dateline")
    ]
    times = [t for t in times if t.precision in ("day", "third", "month", "vague") and len(t.start or "") > 4]
    times = [t for t in times if not (_only_learnt(article, t) or _ends_it(article, t))]
    times = [t for t in times if not _SET_FORTH_THEN.match(article.plain, t.end, sentence.end)]
    times = [t for t in times if t.begin < mention.end + 4 or _ISSUED_THEN.match(article.plain, t.end)]
    signed = day_signed(article)
    if any(t.role == "event" and t.precision == "day" for t in times):
        times = [t for t in times if t.role == "event"]
    exact = [t for t in times if t.precision == "day" and _ISSUED_THEN.match(article.plain, t.end)]
    chosen = signed or next(iter([*exact, *times]), None)
    if chosen is not None:
        yield from dated(chosen, "day of issuing" if chosen is not signed else "day beside the signature")


def given_out_on(article: Article, name: str) -> list[Fact]:
    """Return the day beside another mention of a title: 3月9日,某局批准发布了《…》, 今年10月,某会发布了《…》 where the headline tells none."""
    title = flat(f"《{name}》")
    begin = article.plain.find(title)
    while begin >= 0:
        span = article.sentence(begin)
        for time in article.times:
            told = (
                span.begin <= time.begin < begin
                and time.precision in ("day", "month")
                and time.role == "event"
            )
            if told and time.start and GIVES_OUT.search(article.plain, time.end, begin):
                return list(dated(time, "day of issuing, told elsewhere"))
        begin = article.plain.find(title, begin + 1)
    return []


def dated(time: TimeMention, rule: str) -> Iterator[Fact]:
    """Yield the date facts of a single time mention."""
    yield Fact("start", time.start, time.begin, time.end, rule)
    if time.basis:
        yield Fact("date_basis", time.basis, time.begin, time.end, rule)


_GAP = re.compile(r"\s|$")


def day_signed(article: Article) -> TimeMention | None:
    """Return the date that stands alone on a line of a notice, under or behind the body that signs it."""
    times = (t for t in reversed(article.times) if t.role != "deadline")
    days = (t for t in times if t.precision == "day" and t.start)
    return next((t for t in days if _stands_alone(article, t) and _is_below_body(article, t)), None)


def _stands_alone(article: Article, time: TimeMention) -> bool:
    """Tell whether a date's line holds nothing but it and the bodies that sign, or begins so."""
    line = article.line(time.begin)
    if len(without_bodies(article, line)) <= len(time.quote) + 2:
        return True
    ahead = OFFICE.sub("", without_bodies(article, Span(line.begin, time.begin)))
    return line.begin < time.begin and not ahead and bool(_GAP.match(article.plain, time.end))


_CLOSES_LETTER = re.compile(
    r"(?:特此(?:通知|公告|通告|函告|函达)|请[^。\n]{0,16}(?:执行|落实|实施)|(?:遵照|贯彻|认真|参照)(?:贯彻)?(?:执行|落实)|印发给你们)[。!]?$"
)


_NUMBER_LINE = re.compile(r"(?:20\d\d年?第?|[〔\[(]20\d\d[〕\])]第?)\s?\d{1,4}\s?号$")


def _is_below_body(article: Article, time: TimeMention) -> bool:
    """Tell whether a date stands towards the end of the text, or right under a body's name."""
    if time.begin > len(article.text) * 0.4:
        return True
    begin = article.line(time.begin).begin
    above = article.line(max(0, begin - 1)).of(article.plain).strip()
    if _CLOSES_LETTER.search(above) or _NUMBER_LINE.search(above):
        return True
    if any(flat(o.quote) in (above, OFFICE.sub("", above)) for o in article.organisations):
        return True
    return bool(above) and not without_bodies(article, article.line(max(0, begin - 1)))


_LASTS = re.compile(
    r"(?:实施|规划|执行|建设|行动|计划|方案)(?:时间|期限|期|周期)?(?:为|是|:|至|,|自|从|在|于)*(?P<years>20\d\d年?(?:-+|~|至|到)20\d\d年?)"
)


def read_period(article: Article, name: str, place: tuple[int, int]) -> Iterator[Fact]:
    """Yield the years a plan covers: those of its title, else those the text gives it (实施时间为2010年至2015年)."""
    if period := period_of(name):
        yield Fact("time_text", period, *place, "period in the title")
    elif found := _LASTS.search(article.plain):
        yield Fact("time_text", period_of(found["years"]), *found.span("years"), "period in the text")


def period_of(name: str) -> str | None:
    """Read the years a title covers: 2023-2025, “十四五” as 2021-2025, 2024 for 2024年工作要点."""
    words = flat(name)
    if match := re.search(r"(20\d\d)\s?年?\s?(?:-+|至|到)?\s?(20\d\d)", words):
        return f"{match[1]}-{match[2]}"
    for short, years in _FIVE_YEARS.items():
        if short in words:
            return years
    year = year_of(words)
    return str(year) if year else None


def own_number(article: Article, title: str) -> re.Match[str] | None:
    """Return the first number of a document that does not stand behind another paper's title: 按照《…》(某发〔2015〕3号)."""
    for found in NUMBER.finditer(article.text):
        end = article.plain.rfind("》", 0, found.start())
        behind = end >= 0 and not article.plain[end + 1 : found.start()].strip(" (")
        cited = article.plain[article.plain.rfind("《", 0, end) + 1 : end]
        if not behind or (f"《{cited}》" not in title and same_title(cited, title)):
            return found
    return None


def read_number(article: Article, mention: Name) -> Iterator[Fact]:
    """Yield the number under which a document was issued (发改〔2023〕12号), else its title."""
    found = own_number(article, mention.text)
    if found and (found.start() < 400 or abs(found.start() - mention.end) < 60):
        yield Fact("document", found[0], found.start(), found.end(), "document number")
    else:
        yield Fact("document", mention.text, mention.begin + 1, mention.end - 1, "title it was issued under")


_TO_BE_ISSUED = branched(
    r"(?<![模虚比])拟(?:对|将|于|就)?[^,。;\n]{0,60}(?:立项|制定|修订|出台|发布)|(?:批准|同意|通过|准予|予以)(?:[^。;\n]{0,120}》[^。;\n]{0,16})?立项|正在(?:抓紧|研究|组织|加紧)*(?:编制|起草|制定|修订)(?!的)|(?:编制|起草|制定|修订)中(?=[,。!;]|$)|(?:编制|起草|制定|修订)(?:[^,。;《》\n]{0,8}工作)?(?:已|现|正式|全面|[今昨][日天]|近日|日前)*(?:启动|展开)|启动[^。;\n]{0,50}(?:编制|起草|制定|修订)工作|(?:组织|启动|着手)编制(?![的了])|委托[^,。;《]{1,20}(?:编制|起草)(?![的了])|预计[^,。;\n]{0,12}完成(?:初稿|编制|送审稿)|将[^,。;\n]{0,16}研究(?:制定|起草|出台)|编制工作(?:启动|推进|部署)会|(?:即将|有望|预计|将(?:于|在))[^,。;《》\n]{0,16}(?:出台|发布|公布|印发|亮相|面世|(?:修订|制定)完成)(?![^。;\n]{0,4}会)"
)


# What 印发《…》,提出拟制定… goes on to plan is not the document itself.
_ISSUED_ALREADY = re.compile(
    r"[并且]于[^,。;《]{2,12}(?:正式|对外)*(?:印发|发布|出台|公布)|已(?:经)?(?:正式)?(?:印发|发布|出台|公布)|(?<![将拟])(?:印发|发布|出台|公布|下发)(?:的|了)?《[^》\n]*》[^。\n]*?(?:提出|明确|指出|要求|拟|正在)"
)


_REVIEWED = re.compile(
    r"报[^,。;]{0,10}(?:审批|审定|审议)(?!通过)|通过(?:了)?(?:专家组?)?(?:论证|评审|评估|审定|审查)|(?:论证|评审)(?:一致|顺利)?通过|(?:对|就|围绕)《[^》\n]*》[^。;\n]{0,30}?(?:提出|进行|展开|开展)(?:了)?[^。;\n]{0,12}?(?:意见|建议|讨论|研讨|论证|修改|审查)|听取了?[^,。;\n]{0,40}?(?:规划|方案|计划)(?=[,。;《]|的?[一-鿿]{0,4}汇报)|(?:讨论|协商|研讨|论证)了?《|(?:》[一-鿿]{0,6}|(?:编制|起草)(?:工作)?)(?:座谈|研讨|讨论|评审|论证|咨询|启动|审[定查])会"
)


_PASSED = re.compile(r"(?:审议|表决|一致|讨论|举手)(?:并|表决|审议|一致)*通过了?[^。;\n]{0,60}《")


def read_status(article: Article, name: str, sentence: Span) -> Iterator[Fact]:
    """Tell whether a document is a draft to comment on or in force, by its name and what is said of it."""
    passed = _PASSED.search(article.plain, *sentence)  # what is in it may be how others ask for comment
    for span in (sentence, *(() if passed else (Span(0, min(len(article.text), 400)),))):
        found = DRAFT.search(article.plain, span.begin, span.end)
        if found is None or _YET.search(article.plain, article.sentence(found.start()).begin, found.start()):
            continue
        if (
            DRAFT.search(name)
            or _is_bracketed(article, name)
            or DRAFT.search(article.title)
            or re.search(
                r"公开征求|征求意见|讨论稿|草拟|看法|征求《|征求[^,。;]{3,40}意见(?!建议)|听取意见|意见(?:可)?反馈|提意见|征集意见",
                span.of(article.plain),
            )
        ):
            yield Fact("status", "draft", found.start(), found.end(), "out for comment")
            return
    reviewed = _REVIEWED.search(article.plain, sentence.begin, sentence.end)
    if reviewed is None and _REVIEWED.search(flat(article.title)):
        reviewed = _REVIEWED.search(article.plain, sentence.begin)
    if reviewed and not GIVES_OUT.search(sentence.of(article.plain)):
        yield Fact("status", "draft", *reviewed.span(), "reviewed by experts, not yet given out")
        return
    following = article.after(sentence)
    if _THAT_ONE.match(article.plain, following.begin):
        sentence = Span(sentence.begin, following.end)
    if (ahead := still_to_come(article, sentence)) and not _is_given_out(article, name, sentence):
        yield Fact("status", "upcoming", *ahead.span(), "still to be issued")
        return
    yield Fact("status", "published", sentence.begin, sentence.end, "issued")


def _is_bracketed(article: Article, name: str) -> bool:
    """Tell whether a bracket behind its title says that a paper is a draft: 《某规划》(送审稿)."""
    title = flat(f"{name.rstrip('》')}》(")
    return any(title + words in article.plain for words in ("送审稿", "讨论稿", "草案", "初稿"))


# 征集《…》编制单位。该标准项目获批准立项: the next sentence says how far it is.
_THAT_ONE = re.compile(r"\s*该(?:标准|规划|方案|项目|计划|意见|办法)")


def still_to_come(article: Article, sentence: Span) -> re.Match[str] | None:
    """Return the words of a sentence that tell of a paper as still being drawn up or coming out, if it does."""
    ahead = _TO_BE_ISSUED.search(article.plain, *sentence)
    return None if ahead and _ISSUED_ALREADY.search(article.plain, *sentence) else ahead


def _is_given_out(article: Article, name: str, sentence: Span) -> bool:
    """Tell whether a title stands right behind the verb that gives it out, whatever else the sentence starts."""
    title = article.plain.find(flat(f"《{name}"), *sentence)
    return title >= 0 and bool(GIVEN_RIGHT_AHEAD.search(article.plain, sentence.begin, title))


GIVEN_RIGHT_AHEAD = re.compile(r"(?<![将拟要])(?:印发|发布|发出|下发|出台|公布|颁布)了?$")


# 2016年6月1日前生产的产品 sets no day to answer by.
_ANSWER = re.compile(
    r"申[报请领]|报[送名我]|上报|填报|反馈|提交|截[止至]|意见|寄|邮|推荐|与[^,。;\n]{2,12}联系|征[集稿文]|受理|公示|投稿|送达|回执|登记(?!造册|注册)|发送|参[加选评赛]|(?:申请|相关|有关|书面|纸质|电子|证明|所需)材料|材料(?:报|寄|送|交)"
)


_COMMENT = re.compile(r"意见|建议|申报|申请|异议")
# 项目须于2024年7月1日至2025年5月31日期间完工 is when the work is done of which one may tell.
_WORK_DONE = re.compile(
    r"(?:之?前|期间|内|止)?[^,。;\n]{0,6}?(?:完工|竣工|建成|投产|达产|开工|(?:完成|通过)(?:竣工)?(?:验收|投资|建设|改造))"
)
_PUT_OFF_TO = re.compile(r"(?:延长|延期|顺延|推迟|延|改)[至到为]$")


def read_deadline(article: Article, *, alone: bool = True) -> Iterator[Fact]:
    """Yield the last day to answer a draft or a call.

    Args:
        article: as prepared.
        alone: whether the article tells of nothing else, to which people might be asked to come.
    """
    limits = [
        t
        for t in article.times
        if t.role == "deadline" and t.start and not _WORK_DONE.match(article.plain, t.end)
    ]
    if not alone:
        limits = [
            t for t in limits if _COMMENT.search(article.plain, *article.clause(t.begin, t.end, ",。;、\n"))
        ]
    near = (t for t in limits if _ANSWER.search(article.plain, *article.clause(t.begin, t.end, ",。;、\n")))
    around = (t for t in limits if _ANSWER.search(article.plain, max(0, t.begin - 60), t.end + 60))
    moved = (
        t for t in article.times if alone and _PUT_OFF_TO.search(article.plain, max(0, t.begin - 6), t.begin)
    )
    # 申报截止时间,由4月30日延至5月20日
    later = (
        t
        for t in moved
        if t.start and _ANSWER.search(article.plain, *article.clause(t.begin, t.end, "。;\n"))
    )
    limit = next(itertools.chain(later, near, around), None)
    if limit is not None:
        yield Fact("deadline", limit.finish or limit.start, limit.begin, limit.end, "last day to answer")


def read_contents(
    article: Article,
    document: Document,
    sentence: Span,
    subjects: Sequence[Subject],
    about: Span | None = None,
) -> Iterator[Fact]:
    """Yield the measures and goals: those told in the sentences that speak of the document.

    Args:
        article: as prepared.
        document: the paper.
        sentence: the one in which it is given out.
        subjects: the gatherings that the article tells of.
        about: what the article tells before it gives out the next paper; None where it has but one.
    """
    whole = about or Span(0, len(article.text))
    spans = [
        article.sentence(n.begin)
        for n in document.mentions
        if (n.begin >= sentence.begin or not subjects) and not _is_in_point(article, n)
    ]
    spans = list(dict.fromkeys([sentence, *spans, *_taken_up(article, document, sentence)]))
    if own := _own_text(article, document):
        spans, subjects = [own], ()
    early = sentence.begin * 3 < len(article.text)
    if not subjects and (early or (spans == [sentence] and not _STANDARD.search(document.name.text))):
        spans = [Span(sentence.begin, whole.end) if early else whole]
    found: list[tuple[str, int, int]] = []
    for span in (_with_lines(article, s) for s in spans):
        found += (
            numbered(article.plain, span) or stated(article.plain, span) or lined(article.plain, span)
            or ([] if _PROJECTS.search(document.name.text) else listing(article.plain, span))
        )  # fmt: skip
    if not found:
        found = [item for span in spans[: 8 if subjects else 1] for item in coordinated(article.plain, span)]
    if not found and subjects:
        found = _next_list(article, spans[-1])
    if not found:
        readers = (urged, pledged, granted, after_aims, _laid_down, _ruled)
        found = next((items for read in readers if (items := read(article.plain, spans))), [])
        found = (not subjects and led_by_duty(article.plain, Span(sentence.end, len(article.plain)))) or found
    named = document.name
    for words, begin, end in map(begun, found):
        within = named.begin <= begin and end <= named.end and words in named.text
        if not (within or named.text in words or _LEADS_ON.fullmatch(words)):
            yield Fact("items", words, begin, end, "measure")
    for span in spans if subjects else [whole]:
        for words, begin, end in map(begun, goals(article.plain, span)):
            if named.text not in words and not any(b < end and begin < e for _, b, e in found):
                yield Fact("items", words, begin, end, "goal")
            yield from _goal_figures(article, Span(begin, end))


# 《意见》规划了空间布局,设定了准入条件,未入园的印染企业一律关停
_LAID_DOWN = re.compile(
    r"(?:^|(?<=[,。;》]))(?P<words>(?:规划|设定|规定|确立|划定|细化|列出|调整|增加|取消|统一|规范|明确)了[^,。;:\n]{3,30}|[^,。;:\n]{4,30}一律[^,。;:\n]{2,12})"
)


def _laid_down(plain: str, spans: Sequence[Span]) -> list[Item]:
    """Read what a paper is said to have laid down, clause by clause, two such clauses at least."""
    found = [(m["words"], *m.span("words")) for s in spans for m in _LAID_DOWN.finditer(plain, *s)]
    return found if len(found) >= 2 else []


# 《办法》规定,补贴每户不超过2万元;申请15日内办结; 细则由市教育局制定,要求每批校服双送检
_RULED = re.compile(
    r"(?:公约|办法|规定|细则|制度|规程|规范|条例|准则|方案|政策|措施|标准)(?:草案)?》?(?:\([^()]*\))?(?:由[^。;,\n]{2,40},)?(?:[^,。;:\n《》]{0,8}(?:出台|印发|发布|公布|[实施]行?),)?(?:还|并)?(?:(?:规定|要求|明确|约定)(?!了)|(?=对))[,:]?(?P<list>(?:(?!;《)[^。\n]){8,240})"
)


def _ruled(plain: str, spans: Sequence[Span]) -> list[Item]:
    """Read the clauses of what a paper is said to rule, up to the full stop; what it aims at is read as goals."""
    if any(goals(plain, s) for s in spans):
        return []
    ends = (plain.find("。", s.end - 1) for s in spans)
    told = next(
        (
            m
            for s, end in zip(spans, ends, strict=True)
            if (m := _RULED.search(plain, s.begin, end + 1 or len(plain)))
        ),
        None,
    )
    if told is None:
        return []
    signs = ";" if told["list"].count(";") > 1 else "[,;]"
    items = split_at(plain, *told.span("list"), signs)
    return [(w, b, e) for w, b, e in items if len(w) >= _LEAST + 2 and not _OF_ITS_TIME.search(w)]


_OF_ITS_TIME = re.compile(r"截[至止]|起(?:正式)?(?:施行|实施|执行|生效)|有效期")


def _own_text(article: Article, document: Document) -> Span | None:
    """Return a paper's own text, which stands in the article below a line that holds its title and nothing else."""
    title = re.escape(flat(document.name.text))
    found = re.search(rf"^[ \t]*{title}[ \t]*$(?=\s*\n[^\n]*\n)", article.plain, re.MULTILINE)
    if found is None or not any(m.begin < found.start() for m in document.mentions):
        return None
    own = Span(found.end(), len(article.text))
    return own if len(numbered(article.plain, own)) > 2 else None


# 纲要提出|到2020年|面积稳定在…, 措施有|推广…, 请各区主管部门按照《某办法》要求,|组织企业申报: what stands before a measure.
_PAPERS_SAY = r"《?[一-鿿]{0,4}(?:纲要|规划|方案|意见|计划|办法|指南|讨论稿|文件|通知|倡议)》?(?:的(?=[一-鿿]{0,2}(?:措施|举措|任务|做法))|(?:还|也)?(?:提出|明确|指出|要求|规定|强调)了?)"
_BEFORE_MEASURE = re.compile(
    rf"(?:{_PAPERS_SAY},?)?(?:到20\d\d年(?:底|末)?,?)?(?:(?:主要|重点|具体)?(?:措施|举措|任务|做法)(?:主要)?(?:有|包括))?"
    r"(?:(?:并|还|同时)?(?:提出|明确|部署|要求)了(?=[一-鿿]{4})|[一-鿿]{2,8}方面[,:])?"
    r"(?:请?(?:各[^,。;:《》]{0,48}?|[省市县区]级[^,。;:《》]{0,8}?|本地区?)(?:(?:主管部门|部门|[局厅委办]|单位|企业|协会|商会|地区?|级)(?:\([^()]*\))?)+"
    r"(?:要|应当?|须|负责)?(?:(?:严格)?(?:按照?|根据|依据)[^,。;]{2,60},)?(?=组织|认真|积极|将|对|严格|做好|加强|明确|于|按|把|高度|及时|推荐|择优))?"
)


_WHEN_BEHIND = re.compile(r"\s?\((?:20\d\d年)?\d{1,2}月[^()]{0,12}\)$")  # 某博览会(8月)
_COUNT_BEHIND = re.compile(r"等?[二三四五六七八九十\d]{1,2}[项个大](?:内容|措施|举措|任务|工作|重点|方面)$")


def begun(item: Item) -> Item:
    """Return a measure from where it begins, without what says or whom it is told, and without half a pair of marks."""
    words, begin, _ = item
    words = _WHEN_BEHIND.sub("", _COUNT_BEHIND.sub("", words))
    ahead = _BEFORE_MEASURE.match(words)
    cut = ahead.end() if ahead and len(words) - ahead.end() >= _LEAST else 0
    if words.count("“") != words.count("”"):
        bare = words[cut:].strip("“”")
        cut = words.find(bare, cut)
        return re.sub("[“”]", "", bare), begin + cut, begin + cut + len(bare)
    return words[cut:].rstrip(), begin + cut, begin + len(words.rstrip())


# 从今年春茧收购开始, 严格按照国家《某办法》: what leads on to a measure is none.
_LEADS_ON = re.compile(r"(?:从|自)[^,]{2,16}(?:起|开始)|(?:严格)?(?:按照|根据|依据|本着)[^,]*")
_LEAST = 4  # characters that a measure has at least
_PROJECTS = re.compile(r"标准[^,。]{0,8}计划$")  # what it lists are the standards
_STANDARD = re.compile(
    r"标准(?:\([^()]*\))?$|标准[^,。]{0,8}计划$"
)  # what else was told of standards is none of this one's
# 二,实现《服务指南》的承诺: a point of another list names the paper, and tells nothing of what stands in it.
_OPENS_POINT = re.compile(r"\s*(?:第?[一二三四五六七八九十](?:是|要|,|、)|\d[.、])")


def _is_in_point(article: Article, mention: Name) -> bool:
    return bool(_OPENS_POINT.match(article.plain, article.sentence(mention.begin).begin, mention.begin))


_TARGET_YEAR = re.compile(r"到?(?P<year>20\d\d年)(?P<part>底|末)?前?")


_TARGET_AHEAD = re.compile(r"到(?P<year>20\d\d年)(?P<part>底|末)?")
_AIMED_AT = re.compile(r"^(?:力争|争取|确保|预计|计划|到?20\d\d年(?:底|末)?|全[省市县区国])+")


def _goal_figures(article: Article, goal: Span) -> Iterator[Fact]:
    """Yield the numbers of a goal, each labelled with the year it is to be reached by (2027年营业收入)."""
    begin = article.sentence(goal.begin).begin
    told = list(_TARGET_YEAR.finditer(article.plain, begin, goal.end))
    told = told or list(_TARGET_AHEAD.finditer(article.plain, article.line(begin).begin, begin))
    year = told[-1]["year"] + (told[-1]["part"] or "") if told else ""
    for found in article.figures:
        if goal.begin <= found.begin and found.end <= goal.end:
            label = _AIMED_AT.sub("", found.figure.label)
            label = label if year in label else year + label
            yield Fact(
                "figures", replace(found.figure, label=label), found.begin, found.end, "number of a goal"
            )


ANAPHOR = re.compile(
    r"^[”\s]*(?:根据|按照)[一-鿿]{2,4}(?:方案|规划|计划|纲要),|^[”\s]*(?:根据|按照)?(?:该|这[一份个项]?(?:[^,。;:\n]{2,16}的)?|本)?(?:[二三四五六七八九十\d]{1,3}[条项])?(?:行动|实施|工作)?(?:方案|规划|计划|意见|纲要|指南|办法|文件|公约|政策|措施|倡议|清单|要点|条例|规定|细则|规程|准则|协议|备忘录|行规(?:行约)?|标准(?!化)|讨论稿|征求意见稿|送审稿|草案)(?!(?!由)[一-鿿]{0,3}会)|^\s*(?:主要|重点|工作|具体)+(?:任务|措施|举措|内容)(?:有|是|包括|如下|分)|^(?:专项)?行动分[^,。;]{0,6}阶段|^(?:力争|到20\d\d年|通过[^,。]{0,6}实施|规划期末|其中|同时)|(?:落实|围绕|根据|按照)(?:好)?[这该](?:一|个|份|项)?(?:方案|规划|计划|意见|纲要|文件|政策|措施)|(?:方案|规划|计划|意见|纲要|文件|通知|协议|指南|行约|讨论稿|意见稿|送审稿)(?:提出|明确|指出|要求|列出|部署|约定|规定|共?安排|围绕)"
)


_PLACE_WILL = re.compile(
    r"\s*(?:[一-鿿]{0,6}(?:自治区|[省市县区镇])|全[省市县区]|我[省市县区])将"
)  # …达到100万人。自治区将设立专项资金,对运费给予补贴


def _taken_up(article: Article, document: Document, sentence: Span) -> Iterator[Span]:
    """Yield the sentences behind the one of issuing that go on about the document, up to their full stop: 方案提出…;力争到2027年…."""
    told = [full_stop(article, article.sentence(n.begin)) for n in document.mentions]
    for span in article.sentences:
        words = span.of(article.plain)
        goes_on = span.begin in told and _PLACE_WILL.match(words)
        if sentence.end <= span.begin < sentence.end + 600 and (goes_on or ANAPHOR.search(words)):
            told.append(full_stop(article, span))
            yield Span(span.begin, told[-1])


def full_stop(article: Article, sentence: Span) -> int:
    """Return where the full stop behind a sentence is, which may end in a semicolon."""
    ends = (s.end for s in article.sentences if s.end >= sentence.end)
    return next((end for end in ends if article.plain[end - 1] != ";"), sentence.end)


_NUMBERED_LINES = re.compile(
    rf"(?:\n[ \t]*(?:\([一二三四五六七八九十\d]{{1,2}}\)|[一二三四五六七八九十\d]{{1,2}}[、.]|{BULLET})[^\n]+)+"
)


_CUT_SHORT = re.compile(
    r"(?:[二两三四五六七八九十\d](?:大|项|个|条|件|点)[^。;:\n、]{0,24}|(?:提出|明确|规定|要求|包括|承诺|内容)[^。;:\n、,]{0,8}):[^。:\n]+;$"
)


def _with_lines(article: Article, span: Span) -> Span:
    """Return a sentence that ends in a colon with the numbered lines below it, one cut within 五件事:甲;乙;丙 with its rest."""
    if _CUT_SHORT.search(article.plain, *span):
        return Span(span.begin, full_stop(article, span))
    below = (
        _NUMBERED_LINES.match(article.plain, span.end) if article.plain.endswith(":", 0, span.end) else None
    )
    return Span(span.begin, below.end()) if below else span


def _next_list(article: Article, span: Span) -> list[tuple[str, int, int]]:
    after = next((s for s in article.sentences if s.begin >= span.end), None)
    if after is None or after.begin - span.end > 2 or _OF_ELSE.match(article.plain, after.begin):
        return []
    return listing(article.plain, after) or stated(
        article.plain, Span(span.end, article.line(after.begin).end)
    )


# 会上还商议了明年的工作思路: another matter.
_OF_ELSE = re.compile(
    r"\s*[^。:\n]{0,16}(?:表示|强调|指出|说),[^。;:\n]{0,12}(?:商会|协会|学会|联合会|我们)|"
    r"\s*(?:会上|会议|大会|会后|此外|另外|与会[^,。;]{0,6}),?(?:还|也|另|同时)"
)
# 听取了某局所作的某某发展规划: a draft that is laid before those who meet.
LAID_BEFORE = Rule(
    r"听取了?[^,。;《》\n]{0,24}?(?:所?作的|关于|汇报的?|介绍的?)(?P<name>(?:(?![的在对就]|通过|会议)[一-鿿\d“”()-]){6,40}?(?:规划|方案|计划))(?:编制|起草|制定|方案|的?(?:情况|汇报|介绍|说明))*(?=[,。;])"
)


def told_plan(
    article: Article,
    name: str,
    place: tuple[int, int],
    rule: str,
    subjects: Sequence[Subject],
    confidence: float,
    about: Span | None = None,
) -> Draft:
    """Return the plan that is told under a name in running words, with all the text, or what is about it, says of it."""
    sentence = article.sentence(place[0])
    mention = Name("plan", name, "", *place, True)
    facts = [Fact("name", name, *place, rule)]
    facts += read_issuers(article, sentence, mention)
    if not LAID_BEFORE.search(article.plain, *sentence):
        facts += issued_on(article, sentence, mention)
    facts += read_period(article, name, place)
    facts += read_status(article, name, sentence)
    facts += read_deadline(article, alone=not subjects)
    facts += read_contents(article, Document(mention, (mention,), True), sentence, subjects, about)
    return Draft("plan", in_year(article, name), tuple(facts), None, confidence)


def in_year(article: Article, name: str) -> str:
    """Return what is told as this year's with the year: 今年的某业企业申报, 某区今年的某业项目申报; no two years' are one."""
    told = _THIS_YEARS.match(name)
    if told is None or article.published is None:
        return name
    return f"{told['whose'] or ''}{article.published.year}年{name[told.end() :]}"


_THIS_YEARS = re.compile(
    r"(?P<whose>[一-鿿]{2,4}[省市县区镇]|[一-鿿]{2,20}(?:协会|商会|学会|联合会|促进会))?(?:今年|本年)度?的?(?=[一-鿿]{4})"
)
