"""Plans (规划、方案、举措): documents that are issued, calls for applications or comment, measures announced, lists of activities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.records.actions import Announced, read_announced
from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.heads import kind_of
from bot.records.items import goals, listing, stated
from bot.records.measures import read_measures
from bot.records.names import Name, read_names
from bot.records.rules import Rule, branched, hopeful
from bot.records.subjects import Subject, own_body
from bot.records.terms import (
    ANAPHOR,
    DRAFT,
    GIVEN_RIGHT_AHEAD,
    GIVES_OUT,
    NUMBER,
    Document,
    dated,
    day_signed,
    given_out_on,
    issued_on,
    own_number,
    read_contents,
    read_deadline,
    read_issuer,
    read_issuers,
    read_number,
    read_period,
    read_signing,
    read_status,
    same_title,
    still_to_come,
)
from bot.records.text import Span, flat

_ISSUED = re.compile(
    r"(?:印发|发布|出台|下发|公布|公开|制定|制订|推出|签署|签订|签下|签了|编制|颁布|实施|下达|转发|发出|联合发文|提出|起草|形成|通过|拿出|亮出|端出|晒出|挂出|定下|敲定|审定|批准|批复同意)(?:了|的|《|实施|关于|，|,)?[^。!?;\n]{0,40}$"
)
_ISSUED_AFTER = re.compile(
    r"^(?:[^。!?;\n]{0,30}?|[^。!?;,\n]{0,60}?(?:会议?|仪式|论坛)(?:期间|上))(?:印发|发布(?!会)|出台|下发|公布|公开|颁布|实施|施行|立项|签署|上[^,。;\n]{0,6}(?:签|按下|摁下|盖章)|征求|听取|征集|提意见|解读|编制完成|正式|亮相|面世|落地|获批|来了|挂(?:网|出|在)|上线|通过(?:了)?(?:专家)?(?:审定|审查|评审|论证|审核)|报批|预计|过审|有望|即将)"
)
_CITED = re.compile(
    r"(?:对照|根据|按照|依据|遵照|围绕|贯彻|落实|执行|参照|响应|结合|作为|助力|涉及|有关|此前|去年|曾|期间|继|参与|曾任|主笔|注意|符合|(?:须|必须|应当?|需要?|要)(?:还)?(?:签[署订]|遵守|执行|填写|提交))[^。!?;,\n]{0,30}$"
)
# A paper cited for what it says (《…》要求, 《…》(文号)等文件精神, 《…》提出的目标之一, 在出台《…》的基础上) or to date
# something by it (《…》发布后) is not what the article tells of.
_SPOKEN_OF = re.compile(
    r"[^。;,\n]{0,8}(?:印发|发布|出台|实施|公布|颁布|下发|下达|施行|生效)(?:后|以来|之后|以后|之际)|"
    r"(?:\([^()]*\))?(?:[和、及]《[^》\n]*》(?:\([^()]*\))?)*(?:进行|作)(?:了|出)?[^,。;]{0,4}(?:修订|修改|修正)(?=[^。\n]*《)|"
    r"(?:\([^()]*\))?(?:[和、及]《[^》\n]*》(?:\([^()]*\))?)*(?:中|里)?(?:等(?:文件|规定|政策)?)?(?:关于“[^。;\n]*?”)?"
    r"(?:(?:的|有关|相关|工作|总体)+(?:要求|规定|部署)|的?(?:有关)?精神|的?基础上|提出的[^。;,\n]{0,20}(?:之一|要求|目标(?!是|为)|任务(?!是|为)))"
)
# 某会制定的《…》等2项标准入选某名单: an honour.
_CHOSEN = re.compile(r"[^。;\n]{0,80}?(?:入选|获评|荣获|荣膺|入围|上榜)")
# One point of a list of what was or will be done (一是发布《…》): the list is told, not the paper.
_POINT = re.compile(
    r"(?:^|[,;:。])\s*(?:第?[一二三四五六七八九十]是|\([一二三四五六七八九十]\))[^;。]*$"
    r"|^\s*(?:\d{1,2}|[一二三四五六七八九十])\s?[、.][^;。]{0,12}(?:制[定订]|起草|编制|修订|参与|宣贯)[^;。]*$"
)
# 近年来出台了…, 如《…》等: what went before, and examples of it.
_PAST = re.compile(r"近(?:几|两|些)?年来|[多历]年来|一直以来|(?:例|比|诸)?如$")
# Whoever asks for a paper does not issue it: 五点建议——制定出台《…》.
_ASKS_FOR = re.compile(r"(?:建议|提案|呼吁|希望|期望)[^。\n]*$|建议\s*[:-]+\s*$")
_ROUTINE = re.compile(
    r"(?<!政府工作)报告|章程|会费|(?:会员|理事|监事|财务|经费|分支机构|专业委员会|专委会|秘书处|议事|印章|人事)[^《》]{0,8}(?:办法|制度|规则|条例|细则|规定|草案)|选举办法|名单|决定|决议|名录|议程|白皮书|蓝皮书|图谱|指数|合同|协议书|财务|总结|条例$|贺信|杂志|周刊|日报|案例|教材|手册|汇编|批复"
)


def read_plans(article: Article, subjects: Sequence[Subject]) -> Iterator[Draft]:
    """Yield the plans of an article: its documents, else the call it is, and the measures it announces."""
    own = _own_title(article)
    plans = [] if own else list(_documents(article, subjects))
    if not plans and (own or not subjects):
        plans += _call(article, own)
    if not plans:
        plans = [_announced(article, told, subjects) for told in read_announced(article, subjects)]
    if not (subjects or own):
        plans = list(_with_standards(article, plans))
    if not plans:
        plans += _outside_marks(article, subjects) or ([] if subjects else _bare_standard(article))
    elif not own and not any(p.confidence > 0.85 for p in plans):
        plans = _handed_down(article, subjects, plans) or plans
    for at, plan in enumerate(plans):
        hereby = _issued_hereby(article, plan.facts, first=at == 0)
        yield _as_forwarded(article, plan._replace(facts=(*plan.facts, *hereby)))
    yield from read_measures(article, subjects, plans)


_FORWARDS = re.compile(r"\s*(?:关于)?(?:转发|转载)(?!量)")
_OF_FORWARDING = ("organisations", "start", "end", "date_basis", "time_text")


def _as_forwarded(article: Article, plan: Draft) -> Draft:
    """Take who forwards a paper, and when, off what he forwards: it is whose name stands before its title."""
    if not _FORWARDS.match(flat(article.title)):
        return plan
    issuing = [
        o
        for o in article.organisations
        if article.plain.startswith(("《", "关于"), o.end) and flat(plan.name) in article.plain[o.end :]
    ][:1]
    facts = [f for f in plan.facts if f.field not in _OF_FORWARDING]
    facts += [read_issuer(article, o, "body before the title of what is forwarded") for o in issuing]
    return plan._replace(facts=tuple(facts))


# --- documents -----------------------------------------------------------------------------------


_HANDED_ON = re.compile(
    r"(?:^|(?<=[\n。,:;]))\s*(?:该|本|《)?(?P<paper>[^\n。,:;《》]{0,24}?(?:意见|方案|规划|计划|办法|纲要|措施|要点|细则|标准|指南|目录|规定|条例|通知))》?"
    r"(?:已经?[^。;\n]{2,40}?(?:同意|通过|批准|审定))?,?\s*现(?:予以?)?(?:联合)?(?:印发|发布|公布|下发|转发)"
)


def _by_its_sort(article: Article, title: Name) -> re.Match[str] | None:
    """Return where the text goes on about the paper of its headline by its sort alone: 规划由某厅编制,12月28日印发."""
    sort = flat(title.head)[-2:]
    return re.search(
        rf"(?:^|(?<=[\n。]))(?:该|本)?(?P<paper>{re.escape(sort)})(?=由|于|已|从|共|提出|明确|指出)",
        article.plain,
    )


def _gathered(article: Article) -> list[Document]:
    """Draw the mentions of one document together; short forms such as 《行动方案》 join the full title."""
    titles = [n for n in article.title_names if n.marks == "《" and n.kind == "plan"]
    names = [n for n in article.names if n.marks == "《" and n.kind == "plan"]
    full: list[Name] = []
    for name in sorted((*titles, *names), key=lambda n: -len(n.text)):
        if not any(same_title(name.text, f.text) for f in full):
            full.append(name)
    mentions: dict[Name, list[Name]] = {f: [] for f in full}
    for name in names:
        # 《规划》 is short for the title told first, not for each that ends so.
        meant = [f for f in full if same_title(name.text, f.text)]
        told = [f for f in meant if mentions[f]]
        mentions[min(told, key=lambda f: mentions[f][0].begin, default=meant[0])].append(name)
    for title in titles:
        if not mentions.get(title, [title]):  # the body has the title without its marks, or not whole
            begin, end = article.words_of(title.text)
            if (end - begin) * 3 > len(title.text) > (end - begin) - 2:
                mentions[title].append(title._replace(begin=begin, end=end))
    for title in titles:
        handed = (
            _HANDED_ON.search(article.plain) or _by_its_sort(article, title)
            if mentions.get(title) == []
            else None
        )
        if handed:  # 实施意见已经省政府同意,现印发给你们: only the headline names it in full
            begin, end = handed.span("paper")
            mentions[title].append(title._replace(begin=max(0, begin - 1), end=end + 1))
    return [
        Document(_fullest(name, same), tuple(same), any(same_title(t.text, name.text) for t in titles))
        for name, same in mentions.items()
        if same
    ]


def _fullest(name: Name, mentions: Sequence[Name]) -> Name:
    """Return the body's fullest mention, unless the title is far longer."""
    longest = max(mentions, key=lambda n: len(n.text))
    if re.sub(r"\W", "", longest.text) == re.sub(r"\W", "", name.text):
        return longest._replace(text=name.text)  # the dash or blank that one of them lost
    return longest if len(longest.text) * 1.3 > len(name.text) else name


def _documents(article: Article, subjects: Sequence[Subject]) -> Iterator[Draft]:
    for document in _gathered(article):
        title = document.name.text
        if _ROUTINE.search(re.sub(r"\([^()]*\)", "", title)) and not DRAFT.search(title + article.title):
            continue
        if re.search(r"举办|召开|参加|延期|组织参加|参展", title) and re.search(rf"{_NOTICE}$", title):
            continue
        if any(_REPEALED.match(article.plain, m.end) for m in document.mentions):
            continue
        issue = _issue(article, document) or _leading(article, document)
        if issue and subjects and not _tells_content(article, document, issue):
            continue
        if issue is None and not document.titled:
            continue
        inner = re.search(r"《([^《》]{4,})》", title)
        name = _closed(inner[1] if inner and re.search(r"印发|征求|转发", title) else title)
        yield _document_draft(article, document, name, issue, subjects)


def _closed(title: str) -> str:
    """Close a bracket that a title's last one lacks: …规划(2012-2017年》."""
    return title + ")" if len(re.findall(r"[((]", title)) > len(re.findall(r"[))]", title)) else title


# 按照《甲》(文号)、《乙》和|《丙》: what is cited with one is cited with all.
_TITLES_BEFORE = re.compile(r"《[^《》\n]*》(?:\([^()]*\))?(?:[、和及与]|以及)")


def _issue(article: Article, document: Document) -> Span | None:
    """Return the sentence in which the document is given out, else the one that tells of its being drawn up."""
    told = list(_issues(article, document))
    out = (s for s in told if GIVES_OUT.search(s.of(article.plain)) and not still_to_come(article, s))
    first = told[0] if told else None
    return next(out, first) if first and still_to_come(article, first) else first


def _issues(article: Article, document: Document) -> Iterator[Span]:
    """Yield the sentences in which a document is issued, passed with content, or explained point by point."""
    for name in document.mentions:
        span = article.sentence(name.begin)
        before, after = article.plain[span.begin : name.begin], article.plain[name.end : span.end]
        clause = re.split(r"[,;:]", _TITLES_BEFORE.sub("", before))[-1]
        if _CITED.search(clause) and not re.search(r"印发|发布|出台|公布|转发", clause):
            if re.search(r"(?:根据|按照)[^,]{0,6}$", clause) and _of_headline(article, name, span):
                yield span
            continue
        if (_UNDER_REVIEW.search(name.text) and _HEARD.search(before)) or _is_discussed(article, name, span):
            yield span
            continue
        if _SPOKEN_OF.match(after) or (not document.titled and _CHOSEN.match(after)):
            continue
        if not document.titled and (
            _POINT.search(before) or _PAST.search(before) or _asked_for(article, span, before)
        ):
            continue
        if not document.titled and _TO_DRAW_UP.search(article.plain, max(0, name.begin - 12), name.begin):
            continue
        if not document.titled and (_of_old(article, name, span) or _WILL_DRAW_UP.search(before)):
            continue
        if (
            (
                _ISSUED.search(before)
                and not re.search(r"(?:审议|表决|听取|审查)(?:(?!通过)[^,]){0,12}$", before)
            )
            or _ISSUED_AFTER.match(after)
            or (_READ_OUT.search(before) and name.text.endswith(_APPEALING))
            or (
                re.search(r"(?:解读|介绍|讲解|说明|通报|宣讲|阐述|部署)", before + after)
                and _explained(article, span)
            )
        ):
            yield span


# 原《某办法》(某府发〔2018〕6号)同时废止: what a new paper puts an end to.
_REPEALED = re.compile(
    r"》?(?:\([^()]*\))?(?:等[^。;,]{0,12})?,?(?:同时|即行|同日|予以|自行|即)?(?:废止|失效|停止执行)"
)


# 四项行动:…;编制《某目录》;…: one of the points of a list, still to be drawn up.
_TO_DRAW_UP = re.compile(
    r"(?:[:;]|[一二三四五六七八九]是)(?:将|要)?(?:组织)?(?:编制|制定|制订|修订|起草|编写)$"
)


# 宣读《某某倡议书》 is how an appeal is made.
_READ_OUT = re.compile(r"(?:宣读|诵读|朗读|宣布)(?:了)?$")
_APPEALING = ("倡议书", "倡议", "宣言", "公约", "承诺书")


# 听取了《…(送审稿)》: what is still a draft is told by its being heard.
_UNDER_REVIEW = re.compile(r"\((?:送审稿|讨论稿|征求意见稿|草案|审议稿)\)$")
_HEARD = re.compile(r"(?:听取|审议|讨论|研究|论证|审查)[^。;《]{0,12}$")


# 对《意见》中的指标提出意见与建议。《意见》立足…: what is talked over is a draft, told by what stands in it.
_TALKED_OVER = re.compile(
    r"(?:\([^()]*\))?[^。;,《》\n]{0,30}?(?:提出|进行|展开|开展)(?:了)?[^。;,\n]{0,12}?(?:意见|建议|讨论|研讨|论证|修改|审查)"
)


def _is_discussed(article: Article, name: Name, span: Span) -> bool:
    """Tell whether a meeting talks a paper over, and the next sentence tells what the paper says."""
    before = article.plain[span.begin : name.begin]
    over = re.search(r"(?:对|就|围绕)$", before) and _TALKED_OVER.match(article.plain, name.end, span.end)
    following = next((s for s in article.sentences if s.begin >= span.end), None)
    return bool(
        (over or re.search(r"(?:审议|讨论|研究|审查|研讨)(?:了)?$", before))
        and following
        and ANAPHOR.search(re.sub(r"^\s*《([^《》\n]{2,8})》", r"\1", following.of(article.plain)))
    )


def _explained(article: Article, span: Span) -> bool:
    """Tell whether a sentence, or the next where it goes on about the paper (规划提出…), tells points or goals of it."""
    following = next((s for s in article.sentences if s.begin >= span.end), None)
    spans = [span, *([following] if following and ANAPHOR.search(following.of(article.plain)) else [])]
    return any(listing(article.plain, s) or goals(article.plain, s) for s in spans)


def _asked_for(article: Article, span: Span, before: str) -> bool:
    """Tell whether a paper stands in somebody's proposal, its own sentence's or the one the line before announces."""
    line = article.line(span.begin)
    above = article.line(max(0, line.begin - 1)).of(article.plain)
    return bool(
        _ASKS_FOR.search(before)
        or _ASKS_FOR.search(article.plain, line.begin, span.begin)
        or re.search(r"建议\s*[:-]+\s*$", above)
    )


def _of_old(article: Article, name: Name, span: Span) -> bool:
    """Tell whether a paper came out long before the article: that is history, unless the article begins with it."""
    if article.published is None or span in article.sentences[:1]:
        return False
    told = [
        t for t in article.times if span.begin <= t.begin < min(span.end, name.end + 30) and t.role == "event"
    ]
    told = [t for t in told if t.end <= name.begin] or told
    days = [
        f"{t.start}-28"[:10] for t in told if t.start and len(t.start) >= 7 and not t.start.startswith("-")
    ]
    days = [] if span in article.sentences[:2] else days
    if year := _ISSUED_IN.search(article.plain, span.begin, name.begin + 1):
        days.append(f"{year[1]}-12-28")
    last = max(days, default=None)
    return last is not None and date.fromisoformat(last) < article.published - _LONG_AGO


_LONG_AGO = timedelta(days=100)
_ISSUED_IN = re.compile(r"(20\d\d)年[^,。;]{0,24}(?:印发|发布|出台|公布|制定|颁布)(?:了)?《")
# 《意见》指出,将编制《某方案》: one of the measures of the paper that says so.
_WILL_DRAW_UP = re.compile(
    r"^[”\s]*(?:《[^》\n]{2,8}》|(?:该|这[一份个项]|本)?(?:意见|规划|方案|计划|纲要|措施|办法))[^。;\n]{0,6}(?:提出|指出|明确|要求|规定|强调)[^。\n]*(?:编制|制定|制订|起草|出台|研究)$"
)


def _of_headline(article: Article, name: Name, span: Span) -> bool:
    """Tell whether 根据《…》 goes on to say what a plan sets, and the headline or first sentence gives a plan out."""
    first = article.sentences[0].of(article.plain)
    head = flat(article.title) if GIVES_OUT.search(flat(article.title)) else first
    other = re.search(r"(?:印发|发布|出台|公布|下达|制定)了", article.plain[name.end : span.end])
    return bool(
        not other and GIVES_OUT.search(head) and name.head[-2:] in head and goals(article.plain, span)
    )


_OF_WEIGHT = re.compile(
    r"行动|规划|计划|方案|纲要|意见|措施|要点|政策|目录|指南|指引|备忘录|协议|倡议|公约|宣言"
)


def _tells_content(article: Article, document: Document, issue: Span) -> bool:
    """Tell whether a paper passed at a meeting is a plan: one of weight, or with what is in it (guide rule 5)."""
    passed = re.search(r"审议|表决|听取|审[查定核]|评审", issue.of(article.plain))
    if not passed or _OF_WEIGHT.search(document.name.head):
        return True
    told = any(_is_discussed(article, m, article.sentence(m.begin)) for m in document.mentions)
    return bool(told or listing(article.plain, issue) or stated(article.plain, issue))


def _leading(article: Article, document: Document) -> Span | None:
    """Return the first sentence where it tells of a plan with a title of its own: it is what the article is about."""
    first = document.mentions[0]
    span = article.sentence(first.begin)
    clause = re.split(r"[,;:]", _TITLES_BEFORE.sub("", article.plain[span.begin : first.begin]))[-1]
    return (
        span
        if span in article.sentences[:2]
        and len(first.text) >= 10
        and (document.titled or not _asked_for(article, span, article.plain[span.begin : first.begin]))
        and not (_CITED.search(clause) or _SPOKEN_OF.match(article.plain, first.end))
        and (document.titled or not _CHOSEN.match(article.plain, first.end))
        and not (
            _WILL_DRAW_UP.search(article.plain[span.begin : first.begin]) or _of_old(article, first, span)
        )
        else None
    )


_PASSES = Rule(r"(?:通过|制定|修订|签署)了?[^。;《]{0,8}《")


def _of_own_meeting(article: Article, sentence: Span, subjects: Sequence[Subject]) -> list[Fact]:
    """Return the body whose own meeting passes a paper of which nobody else is said to be the issuer: 会上通过了《…公约》."""
    body = own_body(article, subjects) if _PASSES.search(article.plain, *sentence) else None
    return [read_issuer(article, body, "body whose own meeting passes it")] if body else []


def _document_draft(
    article: Article, document: Document, name: str, issue: Span | None, subjects: Sequence[Subject]
) -> Draft:
    mention = next((n for n in document.mentions if name in n.text), document.mentions[0])
    begin = article.plain.find(flat(name), mention.begin, mention.end + 1)
    place = (begin, begin + len(name)) if begin >= 0 else (mention.begin + 1, mention.end - 1)
    facts = [Fact("name", name, *place, "document in title marks")]
    if name != mention.text and mention.text != name:
        facts.append(Fact("aliases", mention.text, mention.begin + 1, mention.end - 1, "title of the notice"))
    sentence = issue or article.sentence(mention.begin)
    there = next((m for m in document.mentions if sentence.begin <= m.begin < sentence.end), mention)
    issuers = list(read_issuers(article, sentence, there, document.mentions))
    facts += issuers or _of_own_meeting(article, sentence, subjects)
    explained = _EXPLAINED.search(sentence.of(article.plain))
    told_there = any(
        m.sentence == sentence and not mention.begin <= m.name.begin < m.name.end <= mention.end
        for s in subjects
        for m in s.mentions
    )
    given = GIVEN_RIGHT_AHEAD.search(article.plain, sentence.begin, mention.begin)
    issued = [] if explained or (told_there and not given) else list(issued_on(article, sentence, mention))
    issued = issued or next((out for m in document.mentions if (out := list(_out_on(article, m)))), [])
    if not (issued or explained or told_there):
        issued = given_out_on(article, name)
    facts += issued or _said_to_be_out(article)
    facts += read_period(article, name, place)
    facts += read_number(article, mention)
    facts = _in_year_of_number(facts)
    facts += read_status(article, name, sentence)
    facts += read_deadline(article) if not subjects else []
    facts += read_contents(article, document, sentence, subjects)
    return Draft(
        "plan", name, tuple(facts), None, 0.9 if issue and document.titled else 0.85 if issue else 0.6
    )


def _out_on(article: Article, mention: Name) -> Iterator[Fact]:
    """Yield the day told right behind a title as that of its coming out: …会议期间,《某纲要》8月27日正式发布."""
    for time in article.times:
        behind = 0 <= time.begin - mention.end <= 6 and time.precision == "day" and time.start
        if behind and _GIVEN_THERE.match(article.plain, time.end):
            yield from dated(time, "day behind the title")
            return


_HEREBY = re.compile(r"现(?:予以?|联合)?(?:印发|发布|公布|下发|转发)(?:给你们)?(?=[,。])")


# 各省、自治区、直辖市工业和信息化主管部门: heads a letter; what it asks for came out when the page did.
_ADDRESSED = re.compile(r"(?:^|(?<=\n))[^\n。,]{0,6}(?:各|[省市县区])[^\n。]{4,80}:(?=\s*\n)")


def _issued_hereby(article: Article, facts: Sequence[Fact], *, first: bool) -> Iterator[Fact]:
    """Yield the page's day for what the article itself issues: 现印发给你们, a letter's 各市主管部门:, without a day of signing."""
    hereby = _HEREBY.search(article.plain) or (_ADDRESSED.search(article.plain, 0, 400) if first else None)
    if article.published and hereby and not any(f.field == "start" for f in facts):
        yield Fact("start", article.published.isoformat(), *hereby.span(), "issued hereby")
        yield Fact("date_basis", "published", *hereby.span(), "issued hereby")


_NUMBERED_IN = re.compile(r"[〔[(]((?:19|20)\d\d)[〕\])]")


def _in_year_of_number(facts: list[Fact]) -> list[Fact]:
    """Give a day of issuing the year of the number: 4月11日 and 发改〔2022〕12号; in January that may be of the year before."""
    number = next((f for f in facts if f.field == "document"), None)
    year = _NUMBERED_IN.search(number.value) if number else None
    start = next((f for f in facts if f.field == "start"), None)
    if not (number and year and start and start.value) or not "--02" <= start.value[:4] <= "--12":
        return facts
    told = start._replace(value=year[1] + start.value[1:])
    basis = Fact("date_basis", "context", number.begin, number.end, "year of the document's number")
    return [told if f is start else f for f in facts] + [basis]


# A day of explaining a document is not that of issuing it.
_EXPLAINED = re.compile(
    r"^(?!.*(?:印发|出台|公布|下发)).*(?:解读|讲解|宣贯|新闻发布会.*介绍|介绍(?:有关|相关)?情况)", re.DOTALL
)


# 省工信厅介绍,方案于3月25日印发
_PAPER_ON = re.compile(r"(?:方案|规划|计划|意见|措施|办法|标准|目录|》)(?:已)?[于在]$")
_GIVEN_THEN = re.compile(r"(?:正式|对外|联合)*(?:印发|出台|发布|公布)")
# 《纲要》于8月27日在某会理事会期间正式发布
_GIVEN_THERE = re.compile(rf"(?:在[^,。;\n]{{2,40}}?(?:期间|上|中))?{_GIVEN_THEN.pattern}")


def _said_to_be_out(article: Article) -> list[Fact]:
    """Return the day that a speaker tells of the paper by its kind: 方案于3月25日印发."""
    given = (t for t in article.times if t.precision == "day" and t.start)
    for time in given:
        named = _PAPER_ON.search(article.plain, max(0, time.begin - 10), time.begin)
        if named and _GIVEN_THEN.match(article.plain, time.end):
            return list(dated(time, "day the paper is said to have come out"))
    return []


# --- calls and plans without title marks ---------------------------------------------------------

_NOTICE = r"(?:通知|公告|通告|函|启事|公示)"
_CALL = Rule(rf"(?:关于|转发)[^\n。]{{4,70}}?的?{_NOTICE}(?![一-鿿])")
_CALLING = re.compile(
    r"申报|征集|征求|推荐|评定|认定|试点|示范|备案|复核|遴选|组织开展|专项资金|补贴|奖补|转发|报送|标准"
)


_ANSWERS = re.compile(r"(?:咨询|答复|回复|问答|解答)$")  # somebody asked whether he may apply


def _call(article: Article, own: re.Match[str] | None) -> Iterator[Draft]:
    """Read a notice that asks somebody to do something by a day: its own title names it, if it has one."""
    if _ANSWERS.search(article.title.strip()) or _tells_honours(article):
        return
    match, in_text = (own["name"], _where(article, own["name"])) if own else _notice_title(article)
    if own is None and (match is None or _HONOURS.match(match) or not _CALLING.search(match)):
        yield from _call_in_prose(article)
        return
    if match is None:
        return
    place = in_text or article.words_of(match)
    facts = [Fact("name", match, *place, "title of the notice")]
    facts += read_signing(article, own["body"] if own else "")
    if signed := day_signed(article):
        facts += dated(signed, "day beside the signature")
    facts += read_period(article, match, place)
    if number := own_number(article, match):
        facts.append(Fact("document", number[0], number.start(), number.end(), "document number"))
    facts += read_status(article, match, article.sentence(place[0]))
    facts += read_deadline(article)
    notice = Name("plan", match, "", *place, True)
    facts += read_contents(article, Document(notice, (notice,), True), Span(0, 1), ())
    yield Draft("plan", match, tuple(facts), None, 0.85)


def _where(article: Article, title: str) -> tuple[int, int] | None:
    at = article.plain.find(title)
    return (at, at + len(title)) if at >= 0 else None


_WORK = r"(?:工作|活动|行动|试点|示范|评选|认定|测评|遴选|复评|复查|复核|普查|调查|申报|征集|计划|工程)"
# A call told in prose: its headline, or a line at its top, asks, its work is said to open for applications, or a notice starts it.
_ASKING = re.compile(
    r"(?:^|开始|启动|公开|向社会|诚邀|面向[^,。;\n]{2,24})(?P<name>(?:征集|招募|遴选|推荐|申报)(?!时间|条件|材料|要求|范围|对象|程序|方式|[^,。;\n]*(?:揭晓|公布|结果|结束|落幕|入选))[^,。;:!?\n]{6,50})$",
    re.MULTILINE,
)
_OPENING = re.compile(
    r"(?:^|(?<=[,。;:\n]))(?:现[将就对]|[把将](?=20\d\d))?(?P<name>(?:20\d\d年?度?)?(?![把将]20|请问|我|能否|如何|怎|现就|所有|凡|(?:[^,。]{2,14})?均)[一-鿿“”·()《》\d]{4,30}?)(?:工作)?(?:现已|日前|正式|已经?|开始|启动|接受|组织|开展|现|即日起|面向[^,。]{2,24}?)*"
    r"(?P<what>(?:申报|认定|推荐|遴选|评定|征集|招募|创建)(?:论文|作品|稿件|案例|会员|单位|项目|产品|标识|方案)?)(?:工作)?",
    re.MULTILINE,
)
# 将对部分储备棉进行轮换。现将有关事项公告如下.
_DONE_TO = re.compile(
    r"(?:决定|将|拟)(?P<name>对[^,。;:《》\n]{4,40}?(?:进行|实行)[^,。;:《》\n]{2,12})(?=[,。;])"
)
_STARTED = re.compile(
    rf"(?:(?:发出|印发|下发|发布|发文|联合发|发)(?:了)?(?:《[^《》]*》)?(?:的)?{_NOTICE}[^。;\n]{{0,80}}?(?:组织开展|开展|启动|实施|进行|部署|布置)|(?:决定|将|拟|现就?)(?:继续|组织|联合|面向[^,。]{{2,12}}|在[^,。]{{2,12}}?)*(?:组织开展|开展|启动|组织)|为(?:了)?(?:切实|认真|更好地?)?(?:做好|组织好|开展好|搞好|抓好))(?:了)?"
    rf"(?P<name>《?[^,。;:《》\n]{{5,40}}?(?:》的?)?{_WORK})(?=[,。;]|\s|$|(?:的?(?:有关|相关|具体)?(?:事项|事宜|要求|工作)*)?(?:通知|公告|通告|安排)?如下)"
)


# 为做好今年春茧收购,…现将有关事项通知如下: what the notice sees to.
_SEEN_TO = re.compile(
    r"为(?:了)?(?:切实|认真|更好地?|进一步)*(?:做好|组织好|开展好|搞好|抓好)(?P<name>[^,。;:《》\n]{5,30})(?=,)"
)
# 现就加快某业结构调整、促进升级的有关意见通知如下: the matter that a notice without its title is about.
_MATTER = re.compile(
    r"现(?:就|将)(?P<name>(?!有关|相关|具体)[^。;:《》\n]{6,40}?的?(?:有关|若干|实施)?(?:意见|措施|办法|方案|规定))(?:通知|通告|公告|函告|印发|明确)?如下"
)
# A letter under a number that goes out to somebody by name: 各市商务主管部门:…我办拟组织一批重点项目,….
_LETTER = re.compile(
    r"(?:^|\n)[^\n。]{4,80}:\s*\n(?:[^\n]|\n(?=[,。、])){0,160}?(?:决定|拟|现将|现就|现)(?P<name>(?!如下|就|对)[^,。;:《》\n]{8,40})(?=[,。;])"
)


# 某市校服设计全城公开征集 above 现面向社会公开征集…: the headline names the call, else what is collected does.
_COLLECTED = re.compile(r"^(?P<name>[^\n,。;:!?\s]{6,40}?(?:征集|招募|征稿)(?:公告|启事|令)?)$")
_COLLECTS = Rule(
    r"(?:现|特|将|拟)(?:面向[^,。;]{2,16}?|向[^,。;]{2,16}?)?(?:公开|广泛|有奖)*(?:征集|招募)(?P<name>[^,。;:\n]{4,40})(?=[,。;:])|(?P<when>征集(?:时间|期限))"
)


def _call_in_prose(article: Article) -> Iterator[Draft]:
    """Read a call without a notice's title: 2023年…智能工厂开始申报 with its last day, or 印发通知,组织开展某活动."""
    limited = any(t.role == "deadline" for t in article.times)
    first = max((s.end for s in article.sentences[:3]), default=0)
    heads = flat(article.title) + "\n" + article.plain[:400]
    if (collected := _COLLECTED.search(flat(article.title))) and _COLLECTS.search(article.plain, 0, 800):
        name = article.title[slice(*collected.span("name"))]
        yield _told(article, name, article.words_of(name), "call of the headline", (), 0.8)
    elif limited and (asked := _ASKING.search(heads)):
        yield _told(article, asked["name"], article.words_of(asked["name"]), "call of the headline", (), 0.8)
    elif (limited or _NOTIFIES.search(article.plain, 0, 800)) and (
        started := _STARTED.search(article.plain, 0, 500)
        or _DONE_TO.search(article.plain, 0, 500)
        or _MATTER.search(article.plain, 0, 800)
        or _SEEN_TO.search(article.plain, 0, 300)
    ):
        words = article.text[slice(*started.span("name"))]
        yield _told(article, words, started.span("name"), "work that a notice starts", (), 0.8)
    elif limited and (opened := _OPENING.search(article.plain, 0, first)):
        begin, end = opened.span("name")
        words = article.text[begin:end] + opened["what"]
        yield _told(article, words, (begin, opened.end("what")), "work that opens for applications", (), 0.85)
    elif (collects := _COLLECTS.search(article.plain, 0, 400)) and collects["name"]:
        name = article.text[slice(*collects.span("name"))] + "征集"
        yield _told(article, name, collects.span("name"), "what is publicly collected", (), 0.75)
    elif limited and NUMBER.search(article.text[:200]) and (asked := _LETTER.search(article.plain, 0, 600)):
        yield _told(article, asked["name"], asked.span("name"), "what an official letter asks for", (), 0.7)


_NOTIFIES = Rule(
    rf"(?:印发|发出|发了|下发|发布|联合发|事项|如下){_NOTICE}|(?:具体|事项|要求|安排)如下|{_NOTICE}(?:如下|要求|指出|明确)"
)


def _told(
    article: Article,
    name: str,
    place: tuple[int, int],
    rule: str,
    subjects: Sequence[Subject],
    confidence: float,
) -> Draft:
    """Return the plan that is told under a name in running words, with all the text says of it."""
    sentence = article.sentence(place[0])
    mention = Name("plan", name, "", *place, True)
    facts = [Fact("name", name, *place, rule)]
    facts += read_issuers(article, sentence, mention)
    if not _LAID_BEFORE.search(article.plain, *sentence):
        facts += issued_on(article, sentence, mention)
    facts += read_period(article, name, place)
    facts += read_status(article, name, sentence)
    facts += read_deadline(article) if not subjects else []
    facts += read_contents(article, Document(mention, (mention,), True), sentence, subjects)
    return Draft("plan", name, tuple(facts), None, confidence)


def _announced(article: Article, told: Announced, subjects: Sequence[Subject]) -> Draft:
    """Return the plan that has no titled paper, issued by the body that announces it."""
    plan = _told(article, told.name, told.place, told.rule, subjects, 0.75)
    facts = [f for f in plan.facts if told.body is None or f.field != "organisations"]
    if told.body is not None:
        facts.append(read_issuer(article, told.body, "body that announces"))
    intent = _INTENDED.search(article.plain, max(0, told.place[0] - 24), told.place[0])
    if intent:
        facts = [f for f in facts if f.field != "status"]
        facts.append(Fact("status", "upcoming", *intent.span(), "only intended"))
    if sum(f.field == "items" for f in facts) < len(told.points):
        facts = [f for f in facts if f.field != "items"]
        facts += [Fact("items", words, begin, end, "measure") for words, begin, end in told.points]
    return plan._replace(facts=tuple(facts))


# 协会拟在全行业开展某行动
_INTENDED = re.compile(r"(?<![模虚比])拟[^,。;\n]{0,20}$")


_TITLE_LINE = re.compile(
    rf"^(?P<body>[^\n。,:;《]{{0,40}}?)(?P<name>关于(?:[^\n。《》]{{4,70}}?|[^\n。《》]{{0,8}}(?:贯彻|落实|执行|学习)[^\n。《》]{{0,8}}《[^》\n]{{4,80}}》[^\n。《》]{{0,24}}?)(?:的?{_NOTICE}|的(?:若干|实施|指导)?(?:意见|决定)))"
    r"(?:[^一-鿿\n]{0,6}|【[^】\n]*】|\([^()\n]{2,8}\)|\s[^。\n]{0,12}〔\d{4}〕\s?\d+\s?号[^一-鿿\n]*)$",
    re.MULTILINE,
)


# A title set over two or three lines: 关于组织申报2019年度|某联合会某奖的通知.
_BROKEN_TITLE = re.compile(
    rf"关于(?!印发)[^\n。,:;]{{2,40}}\n(?:[^\n。,:;]{{2,40}}\n)?[^\n。,:;]{{0,40}}{_NOTICE}(?=\s|$)"
)


_HONOURS = re.compile(
    r"关于(?:授予|表彰|表扬|命名|通报表扬|颁发|公布[^,。]*(?:优秀|先进|获奖|十佳|结果$)|[^,。]{0,6}拟(?:认定|命名|表彰|授予|推荐|入选|列入|确定)|[^,。]*(?:加入[^,。]{0,10}会|入会|会费|新会员|中标|采购|招标|招聘|拟任))"
)  # guide rule 13: an honour is no plan


def _tells_honours(article: Article) -> bool:
    """Tell whether a notice's title says that somebody is or will be honoured (guide rule 13)."""
    found = _TITLE_LINE.search(flat(article.title)) or _TITLE_LINE.search(article.plain, 0, _AT_TOP)
    return bool(found and _HONOURS.match(found["name"]))


_GATHERS = re.compile(r"关于(?:联合|组织|共同|继续)*(?:举办|召开|参加|组团|开办|邀请)")


_LAYS_DOWN = re.compile(
    r"^(?!.*(?:印发|转发|公布|《)).*(?:措施|意见|办法|方案|规划|规定|政策)$"
)  # 某市政府关于促进某业发展若干措施的通知, signed


def _own_title(article: Article) -> re.Match[str] | None:
    """Return the title of a notice, in its headline or in a line at its top, unless it is about a gathering.

    The documents such a notice cites (根据《…》) are not what it issues.
    """
    top = article.plain[:400]
    if "关于" not in top and "关于" not in article.title:
        return None
    found = (
        _TITLE_LINE.search(flat(article.title))
        or _TITLE_LINE.search(top)
        or _TITLE_LINE.search(_BROKEN_TITLE.sub(lambda m: m[0].replace("\n", ""), top))
    )
    if found is None:
        return None
    official = NUMBER.search(article.text[:300]) or any(t.role == "deadline" for t in article.times)
    matter = re.sub(rf"的?{_NOTICE}$", "", found["name"])
    issuing = bool(_LAYS_DOWN.search(matter)) and day_signed(article) is not None
    if not (official or issuing or _CALLING.search(found["name"])):
        return None
    if _HONOURS.match(matter) or (_GATHERS.match(matter) and not _CALLING.search(matter)):
        return None
    if matter.endswith("活动") and not _dated(article):
        return found
    names = (n for n in read_names(matter) if n.kind != "plan" and n.proper)
    return None if any(names) or kind_of(matter) in ("meeting", "event") else found


def _dated(article: Article) -> bool:
    """Tell whether the text tells a day of anything but signing and answering."""
    signed = day_signed(article)
    return any(t.role == "event" and t.precision == "day" and t is not signed for t in article.times)


def _notice_title(article: Article) -> tuple[str | None, tuple[int, int] | None]:
    for found in _CALL.finditer(article.plain, 0, 400):
        begin, end = found.span()
        if not _CITED.search(re.split(r"[,;:]", article.plain[max(0, begin - 40) : begin])[-1]):
            return article.text[begin:end], (begin, end)
    if title := _CALL.search(flat(article.title)):
        return article.title[title.start() : title.end()], None
    return None, None


_GIVEN_OUT = Rule(
    r"[^,。;:\n《]{2,30}(?:发布|印发|出台|公布|通过|下达|编制完成|修订)(?!的)(?:了)?[^,。;:\n《]{4,40}(?:计划|方案|规划|要点|政策|任务|价格|预案)(?!遴选|评选|评审|入选|名单|结果)"
)
# 出台的关于振兴某业的意见中提出: a title in running words without marks.
_ABOUT = Rule(
    r"(?:出台|印发|发布|下发|制定|公布|颁布|通过|签署)(?:了|的)?(?P<name>关于[^,。;:\n《》“”]{4,40}?的(?:实施|若干|指导)?(?:意见|措施|决定|办法|方案|通知|公告|通告|(?:法规|立法|修法)?提案|法[规案令]|条例|规[则定章]|禁令|指令|草案|准则))(?=[,。;中里:(]|提出|明确|指出|要求)"
)
# 就今年蚕茧价格及有关事项下发通知: what a notice is about names it.
_NOTIFIED_OF = Rule(
    r"(?:日前|近日|\d日|[厅局委部会府办])[^,。;:\n]{0,8}?就(?P<name>(?!此)[^,。;:《》\n]{5,40}?)(?:联合|正式|专门)*(?:下发|印发|发出|发布|发文)(?:了)?(?:专门|紧急)?(?:通知|公告|通告|文件|指导意见)"
)
# 启动某行业“十五五”发展规划编制工作
_DRAWING_UP = Rule(
    r"(?:启动|部署|组织开展|开展|着手)(?:了)?(?P<name>[^,。;:《\n]{4,40}?(?:规划|方案|纲要|计划|条例|指南))的?(?:编制|起草|制定|制订|修订)(?:工作)?(?![一-鿿]{0,4}[会组])"
)
# 下发通知,从2月1日起,将纺织品出口退税率由14%提高到15%: what changes from a day on.
_FROM_THEN_ON = Rule(
    r"(?:通知|公告|决定|宣布|批准)[^。;\n]{0,12}?[从自][^,。;\n]{3,16}起,?(?:将|对)?(?P<name>[^,。;:《》\n]{4,30}?(?:由|从)?[\d.%元吨]{0,8}(?:提高|上调|下调|调整|降|调|恢复|延长)(?:到|至|为)[^,。;:\n]{1,16})(?=[,。;])"
)
# 五部门联合发文,支持外贸纺织企业出口转内销: a paper told by what it does.
_TO_SOME_END = Rule(
    r"(?:发文|下文|(?:印发|下发|出台|发布)(?:了)?(?:文件|(?:专项|扶持|优惠|惠企|新)?政策|通知|意见)),(?P<name>(?:支持|推动|促进|规范|加强|推进|加快|鼓励|扶持|稳定)[^,。;:《》\n]{5,30})(?=[,。;])"
)
# A notice of honours, results or a gathering asks nobody for anything.
_ASKS_NOTHING = re.compile(
    r"关于(?:(?:授予|表彰|表扬|命名|通报|颁发|公布|举办|召开|参加|延期|调整|终止|撤销)|[^,。]*(?:名单|结果|会议|获奖|放假|公示))[^,。]*(?:通知|公告|通告)$"
)
# …行动方案同期发布, beside a gathering.
_GIVEN_OUT_TOO = Rule(
    r"(?:^|(?<=[,。;:\n]))[^,。;:\n《]{2,40}(?:计划|方案|规划|要点|措施|纲要)(?:也|均)?(?:同期|同时|同步|现场|正式|一并|随即)+(?:开始)?(?:发布|出台|公布|启动|实施|亮相)",
)
# 日前,某镇新三年行动计划(2021-2023年)已经启动
_BEGUN = Rule(
    r"(?:日前|近日|目前|获悉|了解到|透露|介绍|表示|宣布),?(?P<name>[^,。;:《\n]{4,40}?(?:规划|方案|计划|意见|办法|条例|标准)(?:\(20\d\d年?-+20\d\d年?\))?)(?:(?:已经?|正式|全面|现已)+(?:启动|实施|出台|发布|印发|落地|编制完成)|(?:正在?|已经?)(?:着手|抓紧|加紧|组织|启动|研究)*(?:起草|编制|制定|制订|修订|拟订|酝酿)(?!的))"
)
_RUNNING_WORDS = (_BEGUN, _ABOUT, _NOTIFIED_OF, _TO_SOME_END, _DRAWING_UP, _FROM_THEN_ON)
_BARE_KIND = r"(?:工作要点|(?:行动|实施|工作|总体|建设|试点|专项|整治|提升|推进|振兴|改造)方案|(?:行动|工作|活动|培训|培育|提升|倍增|扶持|振兴|推进|修订|项目|推动|辅导|促进|发展|合作|专案|补助|招工|引才|人才|监测|抽查)计划|(?:实施|指导|若干)意见|实施细则|(?:管理|实施|扶持|奖励)办法|若干(?:措施|政策)|[一二三四五六七八九十\d]{1,3}[条项](?:政策|惠企)?(?:措施|举措|政策|意见)|(?:扶持|补贴|优惠|奖补|支持|惠企)政策(?:措施)?|(?:目标|年度)任务|目标价格(?:水平)?(?!改革|政策|试点|补贴)|[一二三四五六七八九十两\d]{1,2}年(?:行动|发展|建设)?(?:计划|规划)|收储(?:方案|预案|价格)|规划)"
_BARE_PLAN = re.compile(
    r"(?P<name>[一-鿿“”\d+]{2,30}?(?:\(20\d\d年?-+20\d\d年?\))?(?:20\d\d年?度?|“?十[一二三四五]五”?)?[一-鿿“”]{0,16}?"
    rf"{_BARE_KIND})(?:\(20\d\d年?-+20\d\d年?\))?"
)
_COMES_OUT = r"(?:出台|印发|发布(?!会)|公布|下发|下达|启动|实施(?!方案|细则)|亮相|批准|获批|立项|出炉|落地|征求意见|修订|通过|来了)"
# In a headline any kind of plan is one that comes out, save what a company does for itself.
_TITLED_PLAN = re.compile(
    r"(?P<name>(?:(?!\s|[,。:;!?|])[^\n《》]){4,40}?(?<!经营|开店|扩张|融资|收购|减持|增持|回购|上市|裁员|重组|生产|激励|股权)(?:方案|计划|规划|纲要|意见(?!建议)|政策措施|政策|措施|办法|要点|细则|目录|指南|条例|规范条件|准入条件|(?:国家|行业|地方|团体)标准|[国行团地]标|新标))"
    rf"(?:\(20\d\d年?-+20\d\d年?\)|\([^()]{{2,6}}\))?(?=(?:的通知|正式|即将|已|今日|近日|日前|有望|将)*{_COMES_OUT}(?!会|式|仪式))"
)


_STANDARDS = Rule(
    r"(?P<first>《[^《》\n]{2,40}》)(?:\([^()]{1,20}\))?(?:[、和及,]?[A-Z/T\d .-]{0,24}《[^《》\n]{2,40}》(?:\([^()]{1,20}\))?)*"
    r"(?:等(?=[^,。;:《》\n]{1,4}[项个])|(?<=》)(?=[^,。;:《》\n]{1,4}[项个]))(?P<count>[一二两三四五六七八九十百\d]{1,3}[项个][^,。;:《》\n]{0,12}?标准)(?!化)"
)
_UNNAMED_STANDARDS = Rule(
    r"(?:批准|发布|公布|出台|颁布|下达)(?:发布|实施)?(?:了)?(?P<name>[\d一二三四五六七八九十百]{1,5}(?:余|多)?项[^,。;:《》\n]{0,12}?标准)(?!化|的|项目)"
)
_MANY = 4
_OF_STANDARDS = re.compile(r"征求|发布|实施|出台|批准|报批|立项|制修订|制定|修订|起草|公示|公告|审定|通过")


def _with_standards(article: Article, plans: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the plans and the standards that are drawn up or issued together: 《棉服装》等六项国家标准正在征求意见.

    Behind the beginning of a text they count only with the day they come out or into force.
    """
    given: dict[Span, re.Match[str]] = {}
    for match in _STANDARDS.finditer(article.plain):
        if "》等" not in match[0] and match[0].count("《") < _MANY:
            continue  # told one by one
        sentence = article.sentence(match.start())
        if given and article.plain[sentence.begin : match.start()].lstrip().startswith("其中"):
            continue
        # 公布甲等605项标准,其中乙等74项: what is told of are the latter.
        if sentence not in given or "其中" in article.plain[given[sentence].end() : match.start()]:
            given[sentence] = match
    given = {s: m for s, m in given.items() if _gives_out(article, s, m.start() > 400)}
    head = None if given else _STANDARDS.search(flat(article.title))
    if head and "》等" in head[0]:  # the body names one by one what its title counts
        name = article.title[slice(*head.span("first"))] + "等" + head["count"]
        yield _told(article, name, article.words_of(name), "standards counted in the title", (), 0.75)
        return
    counted = [sentence.of(article.plain) for sentence in given]
    for plan in plans:
        at = article.sentence(next(f.begin for f in plan.facts if f.field == "name"))
        together = any(
            f"《{flat(plan.name)}》" in words for words in counted
        )  # an annex names them one by one
        if not (together or any(at == g or _goes_on(article, g, at) for g in given)):
            yield plan
    for m in given.values():
        yield _told(article, m["first"] + "等" + m["count"], m.span(), "standards counted together", (), 0.75)
    lead = max((s.end for s in article.sentences[:2]), default=0)
    if not (given or plans) and (unnamed := _UNNAMED_STANDARDS.search(article.plain, 0, lead)):
        yield _told(article, unnamed["name"], unnamed.span("name"), "standards counted", (), 0.75)


def _gives_out(article: Article, sentence: Span, dated: bool) -> bool:
    told = (t for t in article.times if t.precision in ("day", "month"))
    whole = _OF_STANDARDS.search(article.plain, sentence.begin, sentence.end)
    return bool(whole and (not dated or any(sentence.begin <= t.begin < sentence.end for t in told)))


def _goes_on(article: Article, given: Span, sentence: Span) -> bool:
    """Tell whether a sentence tells only parts of what the one before gave out: 其中,《甲》《乙》为首次发布."""
    begins = article.plain.startswith("其中", sentence.begin + (article.plain[sentence.begin] == "\n"))
    return begins and 0 <= sentence.begin - given.end < 3


_SHOWN_AS = re.compile(r"^(?:一[图文]读懂|图解|图说|解读|详解)[::]?(?:[我本][省市县区镇])?(?=[一-鿿]{6})")


def _outside_marks(article: Article, subjects: Sequence[Subject]) -> list[Draft]:
    """Read a plan whose title stands in the headline without marks: 云南省服装行业协会发布2018年度重点活动计划."""
    words = _bare_title(article, subjects)
    if words is None:
        return []
    words = _SHOWN_AS.sub("", words)
    place = article.words_of(words)
    # What the headline names is what the article is about.
    beside = () if words in flat(article.title) else subjects
    plan = _told(article, words, place, "plan named in the headline", beside, 0.8)
    passed = re.search(
        r"通过|审议|讨论|论证|解读|讲解|介绍|阐述", article.sentence(place[0]).of(article.plain)
    )
    if subjects and passed and not any(f.field == "items" for f in plan.facts):
        return []  # guide rule 5: passed or explained at a meeting it is a plan only with what is in it
    # A body that is only told behind the title gave its word on it, whoever gave it out.
    bodies = (f for f in plan.facts if f.field == "organisations" and f.begin <= place[0])
    body = next((f.value.name for f in bodies), "")
    tells_whose = not body or body in words or body[:2] == words[:2] or _SAYS_WHOSE.search(words)
    tells_whose = tells_whose or re.match("[省市县区镇]", body)  # 市经信局 says no more of whose it is
    name = words if tells_whose else body + words
    facts = [plan.facts[0]._replace(value=name), *plan.facts[1:]]
    if number := NUMBER.search(article.text[:400]):
        facts.append(Fact("document", number[0], *number.span(), "document number"))
    return [plan._replace(name=name, facts=tuple(facts))]


# A paper about a place, or a standard, is named without the body that gives it out.
_SAYS_WHOSE = re.compile(
    r"^(?:关于|中国|全国|.{0,7}[省市县区])|(?:标准|[国行团地]标)$|.*(?:提高|[上下]调|调整|降|恢复|延长)[到至为]"
)
_SETS_OUT = re.compile(r"行动|规划|计划|方案|纲要|意见|措施|要点|政策|办法")


def _handed_down(article: Article, subjects: Sequence[Subject], plans: Sequence[Draft]) -> list[Draft]:
    """Read the plan given out in the first sentence, of which the titles in marks behind it are only examples."""
    if any(_SETS_OUT.search(p.name) for p in plans):
        return []
    end = article.sentences[0].end
    titles = min(f.begin for p in plans for f in p.facts if f.field == "name")
    for plan in _outside_marks(article, subjects):
        at = next(f.begin for f in plan.facts if f.field == "name")
        if at < min(end, titles) and (titles >= end or "其中" in article.plain[at:titles]):
            return [plan]
    return []


# 在某产业转型升级实施方案(讨论稿)座谈会上: a draft is told by its bracket, whatever is done with it.
_DRAFT_BARE = Rule(
    r"(?<![一-鿿])(?:[^,。;:《》\n]{0,12}(?:召开|举行|讨论|研究|审议|论证|形成|提交|听取)(?:的|了)?)?(?P<name>(?:(?![的在对就]|通过|会议)[一-鿿\d“”()-]){4,40}?(?:方案|规划|计划|意见|办法|纲要|条例|标准|细则|措施|规定|规范)\((?:讨论稿|征求意见稿|送审稿|草案|初稿|修订稿|审议稿|修订草案)\))"
)


# 听取了某局所作的某某发展规划: a draft that is laid before those who meet.
_LAID_BEFORE = Rule(
    r"听取了?[^,。;《》\n]{0,24}?(?:所?作的|关于|汇报的?|介绍的?)(?P<name>(?:(?![的在对就]|通过|会议)[一-鿿\d“”()-]){6,40}?(?:规划|方案|计划))(?:编制|起草|制定|方案|的?(?:情况|汇报|介绍|说明))*(?=[,。;])"
)


# 某厅发布关于开展某活动的通知: what such a notice asks for is told by its title, in marks or not.
_NOTICE_BARE = Rule(
    r"(?:发布|印发|下发|发出|公布|出台)了?(?P<name>关于(?!举[行办]|召开|参加|组织参|延期|推迟|取消|邀请|公布|表彰)[^,。;《》\n]{6,50}的(?:通知|意见|公告))(?=[,。;\n])"
)
# 解读了某行业“十四五”规划
_SET_FORTH = Rule(
    r"(?:解读|讲解|介绍|阐述)了?(?P<name>(?:(?![的在对就]|通过|会议)[一-鿿\d“”()-]){4,40}?(?:规划|纲要|行动计划|行动方案|实施方案|指导意见))(?=[,。;])"
)


_BARE_DRAFTS = (_NOTICE_BARE, _DRAFT_BARE, _LAID_BEFORE, _SET_FORTH)


def _bare_title(article: Article, subjects: Sequence[Subject]) -> str | None:
    """Find the title in the headline or first sentence; beside a meeting only right behind a verb of issuing."""
    if own := _named_in(flat(article.title), _TITLED_PLAN, _TITLED_KINDS):
        return own
    if not subjects:
        told = (rule.search(article.plain, 0, 800) for rule in hopeful(_RUNNING_WORDS, article.plain))
        names = (m["name"] for m in told if m and not _is_wanted(article, m.start()))
        if name := next((n for n in names if not _ASKS_NOTHING.match(n)), None):
            return name
        if name := _gone_through(article):
            return name
    drafts = (rule.search(article.plain, 0, 800) for rule in hopeful(_BARE_DRAFTS, article.plain))
    if draft := next(filter(None, drafts), None):
        return draft["name"]
    return next((words for head in _heads(article, subjects) if (words := _named_in(head))), None)


_PAPERS = r"[一-鿿“”\d]{2,28}?(?:指导意见|行动计划|行动方案|实施方案|实施意见|[三五]年(?:规划|计划)|规划|纲要|办法|实施细则)"
# 3月底出炉的某业“十四五”指导意见,通篇…; 某三年行动计划下发后,…
_LATELY_OUT = Rule(
    rf"(?:出炉|出台|印发|下发|发布|公布)的(?P<out>{_PAPERS})(?=[,。;:中里]|提出|明确|引起|给出|规定|要求|显示)"
    rf"|(?:^|(?<=[,。;:\n)]))(?P<down>{_PAPERS})(?:下发|出台|印发|发布|公布)(?:以来|之?后)"
)
_GONE_THROUGH = re.compile(r"解读|解答|详解|看点|问答|答疑|亮点|读懂|怎么看|划重点")


def _gone_through(article: Article) -> str | None:
    """Return the paper that an article goes through and names in passing, as it came out lately."""
    told = _LATELY_OUT.search(article.plain, 0, _AT_TOP)
    if told is None:
        return None
    newly = _NEWLY.search(article.plain, max(0, told.start() - 8), told.start() + 1)
    goes_on = newly and _BY_IT.search(article.plain, told.end())
    through = goes_on or _GONE_THROUGH.search(flat(article.title) + article.plain[:_AT_TOP])
    return (told["out"] or told["down"]) if through else None


# 近日出台的某产业发展规划引起关注。…按照规划,…: the text goes on about what has just come out.
_NEWLY = re.compile(r"(?:近日|日前|最近|近期|新近|刚刚)(?:联合|正式)?出?$")
_BY_IT = re.compile(
    r"(?:按照|根据)(?:该)?(?:规划|方案|计划|办法|意见|细则)|(?:^|[。\n])(?:规划|方案|计划|办法|意见|细则)"
)


_AT_TOP = 300


_DUE = re.compile(r"(?:即将|有望|将[于在]|正式)[^,。]{0,8}(?:出台|发布|印发|公布|实施)(?!会|式|仪式)")
# 会议要求,认真编制规划,出台扶持政策,推进某产业发展: nothing has come out.
_WANTED = re.compile(r"要求|建议|呼吁|希望|应当?(?=[^用])|务必")


def _is_wanted(article: Article, place: int) -> bool:
    """Tell whether words stand behind one who only asks for what they tell, in the same sentence."""
    return bool(_WANTED.search(article.plain, article.sentence(place).begin, place))


def _heads(article: Article, subjects: Sequence[Subject]) -> list[str]:
    """Return the words that may name what is given out: beside a meeting only those around a verb of issuing."""
    given = [m[0] for m in _GIVEN_OUT.finditer(article.plain, 0, 300)]
    given += [m[0] for m in _GIVEN_OUT_TOO.finditer(article.plain)]
    if not subjects:
        first = (s.of(article.plain) for s in article.sentences[: 1 if article.title else 2])
        return [flat(article.title), *first, *given]
    # 某业“十三五”规划即将出台。某会长在某会议上介绍…: the article is about the plan.
    held = {m.sentence for s in subjects for m in s.mentions}
    lead = (s.of(article.plain) for s in article.sentences[:1] if s not in held)
    return [*filter(_DUE.search, lead), *given]


# 该协会参与制定的某服装国家标准(GB/T14272)即将修订完成, 开展了甲、乙两项标准的制订工作: a standard without marks.
_BARE_STANDARD = Rule(
    r"(?<![^,。;:\n\s])(?P<name>(?!符合|执行|按照|达到|根?据|低于|高于|参照|[^,。]{0,14}(?:下达|发布|现行|有关|相关)的)[一-鿿]{2,24}?(?:国家|行业|地方|团体)标准(?:\([A-Z][^()]{2,24}\))?)(?:即将|将|已经?|日前|近日|正式|有望|\d{1,2}月\d{1,2}日|在[^,。;\n]{2,6})*(?:完成)?(?:修订|制定|制订|发布|实施|出台|征求意见|报批)"
    r"|(?:开展|启动)(?:了)?(?P<works>[^,。;:\n]{4,50}?标准)的?(?:制定|制订|修订|制修订|起草|编制)工作"
)
_DRAWN_UP_BY = re.compile(r".*(?:参与|牵头|组织|负责|主持)(?:制定|制订|修订|起草)的")


def _bare_standard(article: Article) -> list[Draft]:
    """Read the standard without title marks that the text says is being drawn up or comes out: the last one told."""
    found = list(_BARE_STANDARD.finditer(article.plain, 0, 600))
    if not found:
        return []
    group = found[-1].lastgroup or "name"
    begin, end = found[-1].span(group)
    if lead := _DRAWN_UP_BY.match(article.plain, begin, end):
        begin = lead.end()
    return [_told(article, article.text[begin:end], (begin, end), "standard without marks", (), 0.7)]


_BARE_KINDS = branched(_BARE_KIND)
_TITLED_KINDS = branched(
    "要点|方案|计划|意见|细则|办法|措施|举措|政策|任务|目标价格|收储|规划|纲要|目录|指南|条例|条件|标准|[国行团地]标|新标"
)


def _named_in(
    head: str, pattern: re.Pattern[str] = _BARE_PLAN, kind: re.Pattern[str] = _BARE_KINDS
) -> str | None:
    """Return the plan that a headline or sentence names as given out: by the verb before it, behind it, or none.

    Args:
        head: the headline or sentence.
        pattern: how such a title is worded.
        kind: the words one of which it ends in; most heads hold none, and need not be searched for the rest.
    """
    match = pattern.search(head) if kind.search(head) else None
    if match is None:
        return None
    issued = _BODY_ISSUES.match(match[0])
    if issued and _NOT_NOW.search(match[0][: issued.start("rest")]):
        return None
    words = _LEAD_IN.sub("", issued["rest"] if issued else match[0])
    told = issued or match.end() == len(head.strip()) or _GIVEN_OUT_BEHIND.match(head, match.end())
    return words if told and len(words) >= 6 and not _NO_NAME.match(words) else None


# 会议要求,认真编制某规划: nothing has come out; 从2005年起每年都出台政策 is no news.
_NOT_NOW = re.compile(
    r"每年|历年|[多近]年来|先后|陆续|一直|[从自]20\d\d年(?:起|开始|以来)|要求|应当?|(?:认真|抓紧|加快|尽快|着手|科学|高标准|研究|要)(?:编制|制定|制订|起草|出台)"
)
_GIVEN_OUT_BEHIND = re.compile(rf".{{0,10}}?{_COMES_OUT}(?!以来|之后|后)")
_LEAD_IN = re.compile(r"^(?:我国|[^《]{2,16}审议(?:并)?(?:原则)?(?:通过)?|(?:该|本|其)[^,]{0,14}的)")
# 一项旨在…的规划 and 服装节的总体方案 tell of a plan without its name, …入选某计划 of what got into it.
_NO_NAME = re.compile(
    r"(?:一|多|两|几)(?:项|份|个|套|系列|揽子)|旨在|.*(?:入列|入选|列入|纳入)|(?!关于).*的(?:[一-鿿]{2})?(?:方案|计划|规划)$"
)


_BODY_ISSUES = re.compile(
    r".{2,48}?(?:日前|近日|联合|正式)?(?:发布|印发|出台|公布|推出|制定|编制(?:完成)?|起草|下发|下达|修订(?=了)|通过|抛出|亮出|端出|拿出|晒出|敲定|审定|原则(?:上)?同意|(?:研究|审议|会议)(?:并)?同意)(?!的)(?:了|关于)?(?P<rest>.*)"
)
