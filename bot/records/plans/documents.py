"""Plans that have a title of their own in marks: which documents an article gives out, and which it only cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.items import goals, listing, stated
from bot.records.naming.likeness import same_title
from bot.records.naming.names import SAYS_OF_STANDARD, Name, is_standard_by_words
from bot.records.plans.issuers import read_issuer, read_issuers
from bot.records.plans.terms import (
    ANAPHOR,
    DRAFT,
    GIVEN_RIGHT_AHEAD,
    GIVES_OUT,
    OF_FIRM,
    Document,
    dated,
    given_out_on,
    issued_on,
    read_contents,
    read_deadline,
    read_number,
    read_period,
    read_status,
    still_to_come,
)
from bot.records.rules import Rule
from bot.records.subjects import Subject, own_body
from bot.records.text import Span, flat

_ISSUED = re.compile(
    r"(?:印发|发布|出台|下发|公布|公开|制定|制订|推出|签署|签订|签下|签了|编制|颁布|实施|施行|生效|下达|转发|发出|发表|联合发文|提出|起草|形成|通过|拿出|亮出|端出|晒出|挂出|定下|敲定|审定|批准|批复同意)(?:了|的|《|实施|关于|，|,)?[^。!?;\n]{0,40}$"
)
_ISSUED_AFTER = re.compile(
    r"^(?:[^。!?;\n]{0,30}?|[^。!?;,\n]{0,60}?(?:会议?|仪式|论坛)(?:期间|上))(?:印发|发布(?!会)|出台|下发|公布|公开|颁布|实施|施行|立项|签署|[发送寄]到[^,。;\n]{2,16}手|上[^,。;\n]{0,6}(?:签|按下|摁下|盖章)|征求|听取|征集|提意见|解读|编制完成|正式|亮相|面世|落地|获批|来了|挂(?:网|出|在)|上线|通过(?:了)?(?:专家)?(?:审定|审查|评审|论证|审核)|报批|预计|过审|获[^,。;\n]{0,8}?通过|(?:审议|表决|举手|一致|全票|高票|原则|顺利|正式)+通过(?=[,。;])|定稿|敲定|出炉|拍板|过会|有望|即将|由[^。!?;,\n]{2,40}(?:制[定订]|起草|编制|拟[定订]))"
)
CITED = re.compile(
    r"(?:随着|伴随着?|得益于|受益于|对照|根据|按照|依据|遵照|围绕|贯彻|落实|执行|参照|响应|结合|作为|助力|涉及|有关|此前|去年|曾|期间|继|参与|曾任|主笔|注意|符合|(?:须|必须|应当?|需要?|要)(?:还)?(?:签[署订]|遵守|执行|填写|提交))[^。!?;,\n]{0,30}$"
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
ROUTINE = re.compile(
    r"(?<!政府工作)报告|章程|会费|(?:会员|理事|监事|财务|经费|分支机构|专业委员会|专委会|秘书处|议事|印章|人事)[^《》]{0,8}(?:办法|制度|规则|条例|细则|规定|草案)|选举办法|换届[^《》]{0,8}(?:方案|办法)|名单|决定|决议|名录|议程|白皮书|蓝皮书|图谱|指数|合同|协议书|财务|总结|贺信|杂志|周刊|日报|案例|教材|手册|汇编|批复|(?:服务|入会|办事|参展|观展|申报|参赛)指南"
)
NOTICE = r"(?:通知|公告|通告|函|启事|公示)"
_HANDED_ON = re.compile(
    r"(?:^|(?<=[\n。,:;]))\s*(?:该|本|《)?(?P<paper>[^\n。,:;《》]{0,24}?(?:意见|方案|规划|计划|办法|纲要|措施|要点|细则|标准|指南|目录|规定|条例|通知))》?"
    r"(?:已经?[^。;\n]{2,40}?(?:同意|通过|批准|审定))?,?\s*现(?:予以?)?(?:联合)?(?:印发|发布|公布|下发|转发)"
)


# 一图读懂《某方案》, 《某标准》9月起实施: the article is on the paper, whatever its text calls it.
_IS_ABOUT_IT = re.compile(
    r"(?:读懂|图解|图说|图文|解读|详解|问答|划重点)[^《]{0,20}《|》(?:[^《》]{0,8}(?:读懂|图解|解读|问答|看点|要点)|[^《》]{0,16}(?:印发|发布(?!会)|出台|公布|实施|施行|征求意见|获批|通过))"
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
        elif mentions.get(title) == [] and _IS_ABOUT_IT.search(flat(article.title)):
            begin, end = article.words_of(title.text)
            mentions[title].append(title._replace(begin=begin, end=end))
    papers = {name: same for name, same in mentions.items() if same}
    explained = len(papers) == 1 and bool(_EXPLAINS.match(flat(article.title)))
    return [
        Document(
            _fullest(name, same),
            tuple(same),
            explained or any(same_title(t.text, name.text) for t in titles),
        )
        for name, same in papers.items()
    ]


# 一图看懂|某业“十五条”: what is drawn there is the one paper that the text names, if only as its source.
_EXPLAINS = re.compile(
    r"[【\[]?(?:一[图文表](?:读懂|看懂|了解|速览)|图解|图说|长图|海报|速览|划重点|政策(?:解读|问答|速递|图解)|权威解读|问答)[】\]::丨|]?"
)


def _fullest(name: Name, mentions: Sequence[Name]) -> Name:
    """Return the body's fullest mention, unless the title is far longer."""
    longest = max(mentions, key=lambda n: len(n.text))
    if re.sub(r"\W", "", longest.text) == re.sub(r"\W", "", name.text):
        return longest._replace(text=name.text)  # the dash or blank that one of them lost
    return longest if len(longest.text) * 1.3 > len(name.text) else name


def read_documents(article: Article, subjects: Sequence[Subject]) -> Iterator[Draft]:
    """Yield the plans that have a title in marks, each with what is told of it before the next is given out."""
    given = list(_given_out(article, subjects))
    begun = [(issue or article.sentence(document.mentions[0].begin)).begin for document, _, issue in given]
    for (document, name, issue), begin in zip(given, begun, strict=True):
        until = min((other for other in begun if other > begin), default=len(article.text))
        about = Span(begin, until) if len(set(begun)) > 1 else None
        yield _document_draft(article, document, name, issue, subjects, about)


def _given_out(article: Article, subjects: Sequence[Subject]) -> Iterator[tuple[Document, str, Span | None]]:
    """Yield the documents that an article gives out, each with its name and the sentence that does so, if one does."""
    for document in _gathered(article):
        title = document.name.text
        if OF_FIRM.search(title) or _BARE_SORT.fullmatch(title):
            continue
        routine = ROUTINE.search(re.sub(r"\([^()]*\)", "", title)) and not DRAFT.search(title + article.title)
        if routine and not (_SETS_RULES.search(title) and _says_what(article, document)):
            continue
        if re.search(r"举办|召开|参加|延期|组织参加|参展", title) and re.search(rf"{NOTICE}$", title):
            continue
        if any(_REPEALED.match(article.plain, m.end) or _is_studied(article, m) for m in document.mentions):
            continue
        if subjects and all(_OUT_BEFORE.search(_clause_ahead(article, m)) for m in document.mentions):
            continue
        if not document.titled and any(_LONG_OUT.match(article.plain, m.end) for m in document.mentions):
            continue
        issue = _issue(article, document) or _leading(article, document)
        if issue and subjects and not _tells_content(article, document, issue):
            continue
        if issue is None and not document.titled:
            continue
        inner = re.search(r"《([^《》]{4,})》", title)
        name = _closed(inner[1] if inner and re.search(r"印发|征求|转发", title) else title)
        yield document, name, issue


# What a body rules for itself is its routine, unless the text tells what is ruled: 通过了《专委会管理办法》,办法规定每届任期三年.
_SETS_RULES = re.compile(r"(?:办法|制度|规则|条例|细则|规定|决定|章程)$")


def _says_what(article: Article, document: Document) -> bool:
    """Tell whether the text goes on, within its line or the two below, to what a paper says, calling it by its sort alone."""
    sort = re.escape(flat(document.name.head)[-2:])
    said = re.compile(
        rf"(?:^|(?<=[,。;\n]))(?:该|这[一项份个])?(?:《?(?:{sort})》?(?:由[^。;,]{{2,40}},)?(?:还|并)?(?:规定|明确|要求|提出|约定)|按照?(?:该|这[一项份个]*)?{sort}(?:规定)?,)"
    )
    return any(
        said.search(article.plain, m.end, min(len(article.plain), m.end + 160)) for m in document.mentions
    )


_BARE_SORT = re.compile(
    r"(?:意见|方案|规划|计划|通知|办法|纲要|措施|政策|公约|条例|目标任务|路线图)"
)  # 《意见》 whose title is told nowhere
# 去年我们发布了《某标准》, says a speaker at a meeting of this year.
_OUT_BEFORE = re.compile(r"(?:去年|前年|前几年|早在)[^。;\n]{0,16}(?:发布|出台|印发|制定|推出|颁布)了?$")


def _clause_ahead(article: Article, name: Name) -> str:
    return article.plain[article.sentence(name.begin).begin : name.begin].rstrip("《“")


# 《某意见》印发三年了: what has been out for years.
_LONG_OUT = re.compile(
    r"[^,。;\n]{0,6}(?:印发|发布|出台|实施|施行|颁布|公布|下发|推行|执行|落地)(?:至今|以来|已经?|快|将?近|都|有|了)*(?:[一二两三四五六七八九十几多\d]+|半)个?多?年"
)


_NO_DASH = re.compile(r"(?<!\d)(20\d\d)(?=20\d\d年)")


def _closed(title: str) -> str:
    """Close a bracket that a title's last one lacks (…规划(2012-2017年》), and put back the dash that its years lost."""
    title = _NO_DASH.sub(r"\1-", title)
    return title + ")" if len(re.findall(r"[((]", title)) > len(re.findall(r"[))]", title)) else title


# 按照《甲》(文号)、《乙》和|《丙》: what is cited with one is cited with all.
_TITLES_BEFORE = re.compile(r"《[^《》\n]*》(?:\([^()]*\))?(?:[、和及与]|以及)")


# 根据省政府印发的《某规划》,各市…: who issued it is told of a paper that is obeyed.
_OBEYED = re.compile(
    r"(?:根据|按照|依据|遵照|对照|参照|贯彻|落实)[^《》,。;:\n]{0,24}(?:《[^《》\n]{0,30}关于(?:印发|转发|发布)|(?:印发|发布|出台|下发|公布|制定|颁布|编制)的)$"
)


# 根据市政府近日公布的《支持某业发展十条措施》,企业…: what has just come out is news, whatever follows from it.
_JUST_OUT = re.compile(
    r"(?:根据|按照)[^《》,。;:\n]{0,16}(?:近日|日前|刚刚|新近|昨[天日]|今[天日])(?:联合|正式)?(?:印发|发布|出台|下发|公布)的$"
)
_TELLS_WHAT = 10  # characters of a title that tells what it is on


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
        if _JUST_OUT.search(clause) and not document.titled and len(document.name.text) >= _TELLS_WHAT:
            yield span
            continue
        if _is_carried_out(article, name, before):
            yield span
            continue
        if _OBEYED.search(clause) or (
            CITED.search(clause) and not re.search(r"印发|发布|出台|公布|转发", clause)
        ):
            if re.search(r"(?:根据|按照)[^,]{0,6}$", clause) and (
                _of_headline(article, name, span)
                or _comes_back_to(article, name, span)
                or _just_sent_out(article, name, span)
                or _is_this_paper(article, name, span)
            ):
                yield span
            continue
        if (_UNDER_REVIEW.search(name.text) and _HEARD.search(before)) or _is_discussed(article, name, span):
            yield span
            continue
        if (
            _IN_FORCE_SINCE.search(before)
            or _OUT_FOR_COMMENT.search(before)
            or _is_reviewed(article, name)
            or (_ASKS_ABOUT.search(before) and _OPINION_OF_IT.match(after))
        ):
            yield span
            continue
        if _SPOKEN_OF.match(after) and not (_goes_on_about(article, name, span) or _OUT_SINCE.match(after)):
            continue
        if not document.titled and (_CHOSEN.match(after) or _is_worked_on(clause, after)):
            continue
        if not document.titled and (
            _POINT.search(before) or _PAST.search(before) or _asked_for(article, span, before)
        ):
            continue
        if not document.titled and _ONCE.search(before):
            continue
        if not document.titled and (_of_old(article, name, span) or _WILL_DRAW_UP.search(before)):
            continue
        if (
            (
                _ISSUED.search(before)
                and not re.search(r"(?:审议|表决|听取|审查)(?:(?!通过)[^,]){0,12}$", before)
            )
            or _ISSUED_AFTER.match(after)
            or _is_one_of_several(article, span, name)
            or _is_this_paper(article, name, span)
            or (_READ_OUT.search(before) and name.text.endswith(_APPEALING))
            or (
                re.search(r"(?:解读|介绍|讲解|说明|通报|宣讲|宣读|阐述|部署)", before + after)
                and (_explained(article, span) or _says_what(article, document))
            )
        ):
            yield span


# 首批奖补资金兑现: …依据是去年底起实施的《某措施》。根据措施,…
_PAID_OUT = re.compile(
    r"(?:资金|补助|补贴|奖励|奖补|红包|贴息|专款|政策)[^,。]{0,8}?(?:兑现|拨付|到账|到位|发放|下达|落地)|(?:兑现|拨付|发放|下拨)[^,。]{0,16}(?:资金|补助|补贴|奖励|奖补|红包|贴息)"
)
_BASIS = re.compile(r"(?:政策)?依据,?(?:正|就)?(?:是|为|来自|源于)[^《》,。;\n]{0,20}$")
# 某会2031年工作要点完成情况通报: 按照《某要点》,秘书处对落实情况进行了梳理。
_FOLLOWS = re.compile(r"(?:根据|按照|对照|依据|围绕)[^《》,。;\n]{0,6}$")
_HOW_FAR = r"(?:任务)?[^,。]{0,4}?(?:完成|落实|执行|实施|推进|进展|贯彻)(?:情况|进展|进度|成效|评估)"


def _is_carried_out(article: Article, name: Name, before: str) -> bool:
    """Tell whether an article's matter is how a paper that is out is carried out: what it grants is paid out, its points are gone through."""
    headline, sort = flat(article.title), re.escape(flat(name.head))
    opens = article.sentence(name.begin) in article.sentences[:_OPENING]
    if opens and _FOLLOWS.search(before) and re.search(sort + _HOW_FAR, headline):
        return bool(re.search(_HOW_FAR, article.plain[name.end : article.sentence(name.begin).end]))
    if opens and re.search(sort[-2:] + _SO_FAR, headline) and _DONE_SINCE.match(article.plain, name.end):
        return True
    # the text comes back to it by its sort: 按照细则,…
    back = rf"(?:^|(?<=[,。;\n]))(?:根据|按照|依照)(?:该|这[份项个]*)?(?:[一-鿿]{{0,2}}{sort[-2:]}),"
    return bool(
        opens
        and _PAID_OUT.search(headline)
        and _BASIS.search(before)
        and re.search(back, article.plain[name.end :])
    )


# 三年行动计划首年交卷: 《某行动计划》实施以来,63个项目已开工58个
_SO_FAR = r"[^,。]{0,6}?(?:首年|[一二两三四五半]周?年|过半|中期|收官|答卷|交卷|成绩单|进度条|见效|显效|开花结果|落地)"
_DONE_SINCE = re.compile(
    r"》?(?:\([^()]*\))?(?:正式|全面)*(?:印发|发布|出台|公布|推出|启动|实施|施行)(?:以来|至今|(?:已经?|快|将?满|整整?)*[一二两三四五半\d]周?年(?:多|来)?)[^。\n]*?(?:已|累计|完成|实现|新增|建成|开工|兑现)"
)
_OPENING = 3  # sentences in which an article says whose carrying out it tells of


# 同一天公布的还有两份文件。一份是《某意见》,…
_ONE_OF_SEVERAL = re.compile(
    r"(?:其中)?(?:另外?|第)?(?:[一二三四]|还有一)[份个项](?:文件|政策|方案)?(?:则|就)?(?:是|为|叫)$"
)
_SEVERAL_OUT = re.compile(r"(?:印发|发布|出台|公布|推出|下发|颁布)[^。]{0,20}?(?:[两二三四五几]|\d)[份个项]")


def _is_one_of_several(article: Article, span: Span, name: Name) -> bool:
    """Tell whether a paper is told as one of several whose coming out the words before it, or the headline, tell."""
    counted = _ONE_OF_SEVERAL.search(article.plain, span.begin, name.begin)
    before = article.plain[max(0, span.begin - _TOLD_BEFORE) : span.begin]
    return bool(counted and (_SEVERAL_OUT.search(before) or _SEVERAL_OUT.search(flat(article.title))))


# 某县日前推出支持某业发展的16条措施。…这份《某业高质量发展若干措施》的重点是…
_THIS_PAPER = re.compile(r"(?:这[份部项一个]|该)(?:名为|题为|叫作?|称为)?$")
_OUT_JUST_NOW = re.compile(r"(?:印发|发布|出台|公布|推出|下发|颁布|发文|下文)(?!会)")


def _is_this_paper(article: Article, name: Name, span: Span) -> bool:
    """Tell a paper by which a text calls what it has just told to have come out."""
    called = _THIS_PAPER.search(article.plain, span.begin, name.begin)
    before = article.plain[max(0, span.begin - _TOLD_BEFORE) : span.begin]
    return bool(called and _OUT_JUST_NOW.search(before))


_TOLD_BEFORE = 200  # characters before a paper in which it is said that several came out
# 这是《某方案》4月中旬印发以来兑现的第一笔钱: when it came out is news too.
_OUT_SINCE = re.compile(
    r"》?(?:\d{1,2}月[^,。;]{0,4}|[上本]月|[上本]周)(?:印发|发布|出台|公布|施行|实施|执行)(?:后|以来|之后)"
)
# 《某计划》印发后,商户们聊得热闹。…计划里写明…: the text begins with the paper and comes back to what it says.
_SAYS = r"(?:里|中|还|也|内)?(?:写明|写着|写道|提出|明确|规定|要求|提到|列出|说)"


def _goes_on_about(article: Article, name: Name, span: Span) -> bool:
    """Tell whether a text opens with a paper that is out, and later comes back to what it says, or asks how it does."""
    if span.begin not in {s.begin for s in article.sentences[:_OPENING]} or _CLAUSE_BEFORE.search(
        article.plain, span.begin, name.begin
    ):
        return False
    sort = re.escape(flat(name.head)[-2:])
    return bool(
        re.search(rf"{_SETS_FORTH}[^,。]{{0,12}}{sort}|{sort}[^,。]{{0,4}}{_SETS_FORTH}", flat(article.title))
        or re.search(
            rf"(?<!《){sort}{_SAYS}|按照?(?:这[项份个条]|该)?{sort}|(?<!《){sort}{_BY_WHOM}|{_THIS_ONE_BY}",
            article.plain[span.end :],
        )
        or _HOW_IT_DOES.search(article.plain, name.end, span.end)
    )


# “终于等来了。”《某方案》公布后,…。这份由市经信局印发的文件,提出…
_BY_WHOM = r"由[^,。;]{2,24}?(?:制[定订]|印发|下发|出台|发布|公布|牵头|起草)"
_THIS_ONE_BY = rf"(?:这[份部项一个]|该)(?:{_BY_WHOM}[^,。;]{{0,6}}的)?(?:文件|新政)"
_SETS_FORTH = "(?:热议|反响|点赞|叫好|解读|详解|图解|解答|问答|划重点|看点|要点|读懂|说明书)"  # in the headline, of the paper by its sort
_CLAUSE_BEFORE = re.compile("[,。;]|(?:根据|按照|自从|自)$")
_HOW_IT_DOES = re.compile("落地|效果|成效|反响|进展|怎么?样|如何|热议|[聊谈]得|议论|热闹")


# 这是10月1日起实施的团体标准《某标签》的要求: what it asks for has just come into force.
_IN_FORCE_SINCE = re.compile(
    r"(?:\d[日月]|本月|[今昨]天|元旦)起?(?:正式|开始)*(?:实施|施行|生效)的[^,。;《\n]{0,10}$"
)
# 正在征求意见的《某标准》,起草单位里有…
_ASKS_ABOUT = re.compile(r"(?:征求|征集|听取)(?:对|关于)?$")  # 在征求《某标准》团体标准的意见
_OPINION_OF_IT = re.compile(r"》?[^,。;《]{0,10}的?(?:意见|看法)(?!建议会)")
_OUT_FOR_COMMENT = re.compile(r"(?:正在?|公开|[仍还]在)[^。,;《]{0,6}(?:征求|听取|征集)意见的[^。,;《]{0,8}$")
# 原《某办法》(某府发〔2018〕6号)同时废止: what a new paper puts an end to.
_REPEALED = re.compile(
    r"》?(?:\([^()]*\))?(?:《[^》\n]*》(?:\([^()]*\))?)*(?:等[^。;,]{0,12})?,?(?:自[^,。;]{4,14}起,?)?将?(?:同时|即行|同日|予以|自行|正式|全部|即)?(?:废止|失效|停止执行)"
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


# 对已起草的《甲》《乙》两项标准进行了讨论: work on a draft that nothing more is told of.
_WORKED_ON = re.compile(
    r"(?:[^。;,《》\n]{0,16}《[^》\n]*》)*[^。;,《》\n]{0,24}?进行(?:了)?[^。;,《》\n]{0,10}?(?:讨论|研讨|论证|修改|审[查定议核]|评审)"
)


def _is_worked_on(clause: str, after: str) -> bool:
    """Tell whether a sentence says no more of a paper than that it was gone through: 对《…》进行了审定."""
    return bool(re.search(r"(?<![针面成])[对就]", clause) and _WORKED_ON.match(after.lstrip("》")))


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
    told = _POINTS_TOLD.search(article.plain, *span) or _SAID_OF_IT.search(article.plain, *span)
    return bool(told) or any(listing(article.plain, s) or goals(article.plain, s) for s in spans)


# 对《某方案》作了说明:今年先启动32家企业改造,淘汰旧机180台
_SAID_OF_IT = re.compile(
    r"[作做进]行?了?(?:详细|全面|专题|重点|具体|系统)*的?(?:说明|解读|讲解|介绍|部署|阐释):(?=[^。\n]{10})"
)
# 就《某方案》作了讲解,逐条说明了15项任务的牵头单位
_POINTS_TOLD = re.compile(
    r"(?:逐[条项]|详细|重点)[^。;\n]{0,16}?(?:说明|介绍|解读|讲解|阐述)了?[^。;\n]{0,12}?(?:\d+|[一二三四五六七八九十]+)[项条个]"
)


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
    """Tell whether a paper came out long before the article: that is history, unless the article begins with it or goes through its year."""
    today = article.published or _day_of_lead(article)
    if today is None or span in article.sentences[:1]:
        return False
    told = [
        t for t in article.times if span.begin <= t.begin < min(span.end, name.end + 30) and t.role == "event"
    ]
    told = [t for t in told if t.end <= name.begin] or told
    days = [
        (t.start + "-12-28"[3 * (len(t.start) > 4) :])[:10]
        for t in told
        if t.start and not t.start.startswith("-")
    ]
    opens = span in article.sentences[:2] and not _YEAR_BACK.search(article.plain, span.begin, name.begin)
    opens = opens or _is_under_way(article, name, span)
    days = [] if opens else days
    if _YEARS_REVIEW.search(flat(article.title)):
        days = [day for day in days if int(day[:4]) < today.year]
    if year := _ISSUED_IN.search(article.plain, span.begin, name.begin + 1):
        days.append(f"{year[1]}-12-28")
    last = max(days, default=None)
    return last is not None and date.fromisoformat(last) < today - _LONG_AGO


# 今年6月,某县出台《某方案(2031—2033年)》,提出…。截至10月底,首批60家企业已完成诊断: the year's paper of which the article tells how far it has come.
_THIS_YEARS = re.compile(r"今年(?:\d{1,2}月|年?初|[一二三四]季度)")
_SETS = re.compile(r"》?(?:\([^()]*\))?,(?:[^,。;\n]{0,6})?(?:提出|明确|要求|计划|规定|确定|部署|力争|对)")
_DONE_BY_NOW = re.compile(
    r"\s*(?:截至|目前|至今|到|如今|眼下)[^,。;\n]{0,12},[^。\n]{0,24}?(?:已|完成|开工|建成|落实|兑现|启动)"
)


def _is_under_way(article: Article, name: Name, span: Span) -> bool:
    """Tell whether a paper of this year and some years to come is told at the top with what it sets, then with what was done of it."""
    return bool(
        span in article.sentences[: _OPENING + 1]
        and _PERIOD_OF.search(name.text)
        and _THIS_YEARS.search(article.plain, span.begin, name.begin)
        and _SETS.match(article.plain, name.end)
        and _DONE_BY_NOW.match(article.plain, span.end)
    )


def _day_of_lead(article: Article) -> date | None:
    """Return the last day that the first sentences tell with its year: that of news whose page tells none."""
    end = max((s.end for s in article.sentences[:2]), default=0)
    told = (
        t for t in article.times if t.begin < end and t.precision in ("day", "time") and t.role == "event"
    )
    days = (date.fromisoformat(t.start[:10]) for t in told if t.start and not t.start.startswith("-"))
    return max(days, default=None)


_LONG_AGO = timedelta(days=100)
_YEAR_BACK = re.compile("去年|前年")
# 2031年协会工作回眸: what goes through a year tells what came out in it.
_YEARS_REVIEW = re.compile(
    r"(?:(?<!\d)20\d\d|这一年|年[度终])[^。\n]{0,16}?(?:回[眸顾望]|盘点|大事|纪事|十二个月|这一年)"
)
_ISSUED_IN = re.compile(r"(20\d\d)年[^,。;]{0,24}(?:印发|发布|出台|公布|制定|颁布)(?:并?实施)?(?:了)?《")
# 会议组织学习了国家六部门印发的《…》, 学习《甲》《乙》等文件: it came out elsewhere, before.
_STUDIED = re.compile(
    r"(?:学习|宣贯|传达|贯彻|落实)(?:了|好)?[^。;,《]{2,24}(?:印发|发布|出台|下发)的$"
    r"|(?:学习|研读|诵读|重温|观看|收看)(?:贯彻|领会)?了?(?:《[^》\n]*》[、和及]?)*$"
)


def _is_studied(article: Article, name: Name) -> bool:
    return bool(_STUDIED.search(article.plain, article.sentence(name.begin).begin, name.begin))


# 联盟曾在某地召开大会,发布过《…》: what was once given out is history.
_ONCE = re.compile(
    r"(?:印发|发布|出台|公布|制定|颁布|推出)过$|(?:曾|[几多两]年前)[^。;]{0,40}(?:印发|发布|出台|公布|制定|颁布|推出|出)[了过]?$"
)
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


def _comes_back_to(article: Article, name: Name, span: Span) -> bool:
    """Tell whether 按照《…规划》,到2027年… tells its goals, and the text later asks after what stands in it: 规划里的某工程."""
    sort = re.escape(flat(name.head)[-2:])
    aimed = _AIMED_AT.match(article.plain, name.end) and goals(article.plain, span)
    back = re.compile(rf"(?<![《一-鿿]){sort}(?:{_SAYS}|(?:里|中)的?(?=[一-鿿“]))")
    return bool(aimed and _PERIOD_OF.search(name.text) and back.search(article.plain, span.end))


# 省政府办公厅近日发文,对某业三年发展作出安排。根据《某方案》,2027年…
_SENT_OUT = re.compile(
    r"(?:近日|日前|[昨今][日天]|\d日)[^。;\n]{0,12}?(?:发文|下文|(?:印发|下发|出台|发布|公布)(?:了)?(?:文件|方案|规划|计划|意见|政策|通知))"
)


def _just_sent_out(article: Article, name: Name, span: Span) -> bool:
    """Tell whether 根据《…》 names the paper that the first sentence says has come out, without its title, and tells its goals."""
    first = article.sentences[0]
    told = _SENT_OUT.search(article.plain, *first) and "《" not in first.of(article.plain)
    return bool(
        told and span.begin == first.end + (article.plain[first.end : first.end + 1] == "\n")
    ) and bool(goals(article.plain, span) or _AIMED_AT.match(article.plain, name.end))


_AIMED_AT = re.compile(r"》?(?:\([^()]*\))?,(?:[^,。;]{0,8},)?到(?:20\d\d年|“?十[四五]五)")
_PERIOD_OF = re.compile(r"[(]20\d\d年?[-—–至~ ]+20\d\d年?[)]")  # a paper of some years, carried out in them
_OF_WEIGHT = re.compile(
    r"行动|规划|计划|方案|纲要|意见|措施|要点|政策|目录|指南|指引|备忘录|协议|倡议|公约|宣言"
)


def _tells_content(article: Article, document: Document, issue: Span) -> bool:
    """Tell whether a paper passed at a meeting is a plan: one of weight, or with what is in it (guide rule 5)."""
    passed = re.search(r"审议|表决|听取|审[查定核]|评审|获[^,。;]{0,8}?通过", issue.of(article.plain))
    if not passed or _OF_WEIGHT.search(document.name.head):
        return True
    told = _says_what(article, document) or any(
        _is_discussed(article, m, article.sentence(m.begin)) for m in document.mentions
    )
    told = told or (
        bool(_REVIEWED.search(issue.of(article.plain)))
        and bool(SAYS_OF_STANDARD.search(article.plain, issue.begin))
    )
    return bool(told or listing(article.plain, issue) or stated(article.plain, issue))


def _is_reviewed(article: Article, name: Name) -> bool:
    """Tell whether a meeting is called after the standard it reviews, and the text goes on to what that rules."""
    meeting = is_standard_by_words(name) and _REVIEW.match(article.plain, name.end)
    return bool(meeting and SAYS_OF_STANDARD.search(article.plain, meeting.end()))


# 《皮革箱包》团体标准, 行标《羽绒睡袋》
_SORTS = "(?:团体|行业|国家|地方|企业)标准|[团国行地]标"
_REVIEW = re.compile(rf"(?:{_SORTS}|标准)(?:\([^()]*\))?[^,。;\n]{{0,6}}?(?:审[定查]|评审|论证)会")
_REVIEWED = re.compile(r"审[定查]会")


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
        and not (CITED.search(clause) or _SPOKEN_OF.match(article.plain, first.end))
        and (document.titled or not _ONCE.search(article.plain, span.begin, first.begin))
        and (document.titled or not _POINT.search(article.plain[span.begin : first.begin]))
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
    article: Article,
    document: Document,
    name: str,
    issue: Span | None,
    subjects: Sequence[Subject],
    about: Span | None,
) -> Draft:
    mention = next((n for n in document.mentions if name in n.text), document.mentions[0])
    begin = article.plain.find(flat(name), mention.begin, mention.end + 1)
    place = (begin, begin + len(name)) if begin >= 0 else (mention.begin + 1, mention.end - 1)
    facts = [Fact("name", name, *place, "document in title marks")]
    if sort := _sort_of_standard(article, mention):
        short = facts[0]._replace(field="aliases")
        facts = [
            short._replace(field="name", value=f"《{name}》{sort}", rule="standard by the words behind"),
            short,
        ]
    if name != mention.text and mention.text != name:
        facts.append(Fact("aliases", mention.text, mention.begin + 1, mention.end - 1, "title of the notice"))
    facts += _goes_by(article, document, alone=about is None)
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
    facts += issued or _said_to_be_out(article) or list(_day_there(article, sentence, there, subjects))
    facts += read_period(article, name, place)
    facts += read_number(article, mention)
    facts = _in_year_of_number(facts)
    facts += read_status(article, name, sentence)
    facts += read_deadline(article, alone=not subjects)
    facts += read_contents(article, document, sentence, subjects, about)
    return Draft(
        "plan",
        facts[0].value,
        tuple(facts),
        None,
        0.9 if issue and document.titled else 0.85 if issue else 0.6,
    )


# 《某三年行动计划》,简称“某匠计划”
_CALLED = r"(?:[简俗又别统合]称|称[为作]|叫[作做]?|唤作|称之为)为?“(?P<alias>(?!(?:行动|实施|工作|若干)?(?:计划|方案|规划|措施|意见|办法)”)[^“”\n]{2,16})”"
_CALLED_BEHIND = re.compile(
    rf"》?(?:\([^()]*\))?[,(]?(?:(?:以下|下|也|又|亦|业内|坊间)*|[^,。;“”\n]{{0,4}}被[^,。;“”\n]{{1,8}}?){_CALLED}"
)
# 这份被企业叫作“数转十条”的文件, 该政策被厂家称为“十二条”
_CALLED_LATER = Rule(
    rf"(?:这[份项个]|该|文件|政策|措施|方案|办法|规划|计划|意见)被[^,。;“”\n]{{1,8}}?{_CALLED}"
)


def _goes_by(article: Article, document: Document, *, alone: bool) -> Iterator[Fact]:
    """Yield the name by which people call a paper, told right behind its title or, of the one paper that is told, later on."""
    behind = (_CALLED_BEHIND.match(article.plain, m.end) for m in document.mentions)
    later = _CALLED_LATER.search(article.plain, document.mentions[0].begin) if alone else None
    called = next(filter(None, behind), later)
    if called:
        words = article.text[slice(*called.span("alias"))]
        yield Fact("aliases", words, *called.span("alias"), "name that a paper goes by")


_SORT_OF_STANDARD = re.compile(
    rf"》?(?:[、和及与]?《[^《》\n]{{2,60}}》)*(?:等?[一二两三四五六七八九十\d]{{1,3}}[项个])?(?P<sort>{_SORTS})(?!化|体系|计划|项目)"
)


def _sort_of_standard(article: Article, mention: Name) -> str | None:
    """Return what sort of standard the words behind a title tell, whose own words do not: 《皮革箱包》团体标准."""
    if not is_standard_by_words(mention):
        return None
    behind = _SORT_OF_STANDARD.match(article.plain, mention.end)
    ahead = _SORT_AHEAD.search(article.plain, max(0, mention.begin - 12), mention.begin)
    told = behind["sort"] if behind else ahead["sort"] if ahead else None
    return _IN_FULL.get(told, told) if told else None


# 团体标准《幼儿睡袋》, 行标《羽绒睡袋》
_SORT_AHEAD = re.compile(rf"(?P<sort>{_SORTS})(?:--|:)?$")
_IN_FULL = {"团标": "团体标准", "国标": "国家标准", "行标": "行业标准", "地标": "地方标准"}


def _out_on(article: Article, mention: Name) -> Iterator[Fact]:
    """Yield the day told right behind a title as that of its coming out: …会议期间,《某纲要》8月27日正式发布."""
    for time in article.times:
        behind = 0 <= time.begin - mention.end <= 6 and time.precision == "day" and time.start
        if behind and _GIVEN_THERE.match(article.plain, time.end):
            yield from dated(time, "day behind the title")
            return


_THERE = re.compile(
    r"\s*(?:(?:当天|当日)?(?:会上|大会上|会议上|会议期间|会议现场|大会现场|活动现场|活动中|仪式上|现场|期间|会议|大会))[^。;]{0,40}$"
)


def _day_there(
    article: Article, sentence: Span, mention: Name, subjects: Sequence[Subject]
) -> Iterator[Fact]:
    """Yield the day of the meeting at which a paper is given out: 6月11日,某理事会召开。会上发布了《…》."""
    ahead = _TITLES_BEFORE.sub("", article.plain[sentence.begin : mention.begin])
    if not (_THERE.match(ahead) and GIVEN_RIGHT_AHEAD.search(ahead)):
        return
    held = next(
        (m.sentence for s in subjects[:1] for m in s.mentions if m.sentence.begin < sentence.begin), None
    )
    days = (t for t in article.times if held and held.begin <= t.begin < held.end)
    day = next((t for t in days if t.precision in ("day", "time") and t.role == "event" and t.start), None)
    if day:
        yield from dated(day, "day of the meeting it is given out at")


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


# A day of explaining a document, or of going through what came of it, is not that of issuing it.
_EXPLAINED = re.compile(
    r"^(?!.*(?:印发|出台|公布|下发)).*(?:解读|讲解|宣贯|新闻发布会.*介绍|介绍(?:有关|相关)?情况|(?:完成|落实|执行|推进|实施|进展)情况)",
    re.DOTALL,
)
# 省工信厅介绍,方案于3月25日印发
_PAPER_ON = re.compile(r"(?:方案|规划|计划|意见|措施|办法|标准|目录|》)(?:已)?[于在]$")
_GIVEN_THEN = re.compile(r"(?:正式|对外|联合)*(?:印发|出台|发布|公布)")
# 《纲要》于8月27日在某会理事会期间正式发布
# 《行动方案》5月8日由市政府办公室印发
_GIVEN_THERE = re.compile(
    rf"(?:由[^,。;\n]{{2,20}}?|在[^,。;\n]{{2,40}}?(?:期间|上|中))?{_GIVEN_THEN.pattern}"
)


def _said_to_be_out(article: Article) -> list[Fact]:
    """Return the day that a speaker tells of the paper by its kind: 方案于3月25日印发."""
    given = (t for t in article.times if t.precision == "day" and t.start)
    for time in given:
        named = _PAPER_ON.search(article.plain, max(0, time.begin - 10), time.begin)
        if named and _GIVEN_THEN.match(article.plain, time.end):
            return list(dated(time, "day the paper is said to have come out"))
    return []
