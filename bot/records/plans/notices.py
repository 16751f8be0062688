"""Notices that ask somebody for something by a day: calls for applications, for comment, for work to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.naming.heads import kind_of
from bot.records.naming.names import Name, read_names
from bot.records.plans.documents import CITED, NOTICE
from bot.records.plans.issuers import read_issuer, read_signing
from bot.records.plans.terms import (
    NUMBER,
    Document,
    dated,
    day_signed,
    own_number,
    read_contents,
    read_deadline,
    read_period,
    read_status,
    told_plan,
)
from bot.records.rules import Rule
from bot.records.speakers import signatures
from bot.records.text import Span, flat

_AT_TOP = 400  # characters in which the title of a notice stands
_CALL = Rule(rf"(?:关于|转发)[^\n。]{{4,70}}?的?{NOTICE}(?![一-鿿])")
_CALLING = re.compile(
    r"申报|征集|征求|推荐|评定|认定|试点|示范|备案|复核|遴选|组织开展|专项资金|补贴|奖补|转发|报送|标准|印发(?!.*(?:纪要|名单|章程|讲话|通报))"
)
_ANSWERS = re.compile(r"(?:咨询|答复|回复|问答|解答)$")  # somebody asked whether he may apply


def read_calls(article: Article, own: re.Match[str] | None) -> Iterator[Draft]:
    """Read a notice that asks somebody to do something by a day: its own title names it, if it has one."""
    if (own is None and _ANSWERS.search(article.title.strip())) or _tells_honours(article):
        return
    match, in_text = (own["name"], _where(article, own["name"])) if own else _notice_title(article)
    if own is None and (match is None or _HONOURS.match(match) or not _CALLING.search(match)):
        yield from (_as_signed(article, plan) for plan in _call_in_prose(article))
        return
    if match is None:
        return
    place = in_text or article.words_of(match)
    facts = [Fact("name", match, *place, "title of the notice")]
    if paper := _HANDS_OUT.fullmatch(match):
        facts = [
            Fact("name", paper["paper"], *article.words_of(paper["paper"]), "paper that a notice hands out"),
            facts[0]._replace(field="aliases"),
        ]
    signed = day_signed(article)
    facts += read_signing(article, own["body"] if own else "", signed.begin if signed else None)
    if signed:
        facts += dated(signed, "day beside the signature")
    facts += read_period(article, match, place)
    if number := own_number(article, match):
        facts.append(Fact("document", number[0], number.start(), number.end(), "document number"))
    facts += read_status(article, match, article.sentence(place[0]))
    facts += read_deadline(article)
    notice = Name("plan", match, "", *place, True)
    facts += read_contents(article, Document(notice, (notice,), True), Span(0, 1), ())
    yield Draft("plan", facts[0].value, tuple(facts), None, 0.85)


def _as_signed(article: Article, plan: Draft) -> Draft:
    """Make whoever signs a letter that sets out what it asks (通知如下) its issuer, whatever paper it cites."""
    signing = signatures(article) if _AS_FOLLOWS.search(article.plain) else []
    if not signing:
        return plan
    facts = [f for f in plan.facts if f.field != "organisations"]
    facts += [read_issuer(article, body, "body that signs") for body in signing]
    return plan._replace(facts=tuple(facts))


# 关于印发某县苎麻产业扶持办法的通知: the paper stands in the notice's title without marks.
_HANDS_OUT = re.compile(
    rf"关于(?:印发|下发)(?P<paper>[^《》]{{4,60}}?(?:办法|方案|规划|计划|意见|措施|细则|要点|纲要|政策|安排|清单|制度)(?:\([^()]*\))?)的?{NOTICE}"
)


def _where(article: Article, title: str) -> tuple[int, int] | None:
    at = article.plain.find(title)
    return (at, at + len(title)) if at >= 0 else None


_WORK = r"(?:工作|活动|行动|试点|示范|评选|认定|测评|遴选|复评|复查|复核|普查|调查|申报|征集|计划|工程)"
# A call told in prose: its headline, or a line at its top, asks, its work is said to open for applications, or a notice starts it.
# 某会10月21日发出通知,征集2025年度某业团体标准项目; 发出补充通知,2025年度某业标杆企业的申报截止时间由…延至…
_NOTIFIES_CALL = re.compile(
    rf"(?:发出|印发|下发|发布)了?(?:补充|正式|专门)?{NOTICE},(?:决定|现|面向[^,。]{{2,16}}|公开|正式)*"
    r"(?:(?P<name>(?:组织)?(?:申报|征集|推荐|遴选|招募)[^,。;:《》\n]{6,50})(?=[,。;])|(?P<named>20\d\d年度?[^,。;:《》\n]{6,50}?)的?(?P<what>申报)(?:截止)?(?:时间|日期|期限))"
)
_ASKING = re.compile(
    r"(?:^|开始|启动|公开|向社会|诚邀|面向[^,。;\n]{2,24})(?P<name>(?:征集|招募|遴选|推荐|申报)(?!\s|[^,。;\n]*截止|时间|条件|材料|要求|范围|对象|程序|方式|[^,。;\n]*(?:揭晓|公布|结果|结束|落幕|入选))[^,。;:!?\n]{6,50})$",
    re.MULTILINE,
)
_OPENING = re.compile(
    r"(?:^|(?<=[,。;:\s]))(?:现[将就对]|[把将](?=20\d\d)|由[^,。;:\n]{2,24}?(?:组织|主办|开展|发起|牵头|负责)的)?(?P<name>(?:20\d\d年?度?)?(?![经由]|[把将]20|根据|按照|依据|《[^》\n]*?(?:申报|认定|推荐|遴选|评定)|请问|我|能否|如何|怎|现就|所有|凡|(?:[^,。]{2,14})?均|第?[一二三四五六七八九十\d]{1,2}批次?(?:[\d月日]|将|预计|计划|拟|于))[一-鿿“”·()《》\d]{4,30}?)(?:工作)?(?:现已|日前|正式|已经?|开始|启动|接受|组织|开展|现|即日起|面向[^,。]{2,24}?)*"
    r"(?P<what>(?:申报|认定|推荐|遴选|评定|征集|招募|创建)(?:论文|作品|稿件|案例|会员|单位|项目|产品|标识|方案)?)(?:工作)?",
    re.MULTILINE,
)
# 近日,某厅启动2026年度某业标杆企业申报, below a headline on it
_SET_OFF = re.compile(
    r"(?:(?:日前|近日|\d日),?|(?:^|(?<=[,。;:\n])))[^,。;:\n]{2,24}(?:[厅局委部]|协会|联合会|商会|学会)(?:日前|近日|正式|已经?|全面|联合)*(?:启动|组织开展|开展|部署)了?"
    r"(?P<name>[^,。;:《》\n]{6,40}?(?:申报|认定|征集|推荐|遴选|评定))(?:工作)?(?=[,。;])"
)
_WORK_CALLED = re.compile(r"申报|认定|征集|推荐|遴选|评定")
# 将对部分储备棉进行轮换。现将有关事项公告如下.
_DONE_TO = re.compile(
    r"(?:决定|将|拟)(?P<name>对[^,。;:《》\n]{4,40}?(?:进行|实行)[^,。;:《》\n]{2,12})(?=[,。;])"
)
_STARTED = re.compile(
    rf"(?:(?:发出|印发|下发|发布|发文|联合发|发)(?:了)?(?:《[^《》]*》)?(?:的)?{NOTICE}[^。;\n]{{0,80}}?(?:组织开展|开展|启动|实施|进行|部署|布置)|(?:决定|将|拟|现就?)(?:继续|组织|联合|面向[^,。]{{2,12}}|在[^,。]{{2,12}}?)*(?:组织开展|开展|启动|组织)|(?:为(?:了)?|(?<=[,。]))(?:切实|认真|更好地?|扎实)?(?:做好|组织好|开展好|搞好|抓好))(?:了)?(?:[我本全][省市县区])?"
    rf"(?P<name>《?[^,。;:《》\n]{{5,40}}?(?:》的?)?{_WORK})(?=[,。;]|\s|$|(?:的?(?:有关|相关|具体)?(?:事项|事宜|要求|工作)*)?(?:通知|公告|通告|安排)?如下)"
)
# 为做好今年春茧收购,…现将有关事项通知如下: what the notice sees to.
_SEEN_TO = re.compile(
    r"为(?:了)?(?:切实|认真|更好地?|进一步)*(?:做好|组织好|开展好|搞好|抓好)(?P<name>[^,。;:《》\n]{5,30})(?=,)"
)
# 现就加快某业结构调整、促进升级的有关意见通知如下: the matter that a notice without its title is about.
_MATTER = re.compile(
    r"现(?:就|将)(?P<name>(?!有关|相关|具体|举[行办]|召开|参[加展]|组团|邀请)[^。;:《》\n]{6,40}?(?:的?(?:有关|若干|实施)?(?:意见|措施|办法|方案|规定)|(?=的?(?:有关|相关|具体)+(?:事项|事宜|要求|问题|情况|工作))))"
    r"(?:的?(?:有关|相关|具体)+(?:事项|事宜|要求|问题|情况|工作)+)?(?:通知|通告|公告|函告|印发|明确)?如下"
)
# A letter under a number that goes out to somebody by name: 各市商务主管部门:…我办拟组织一批重点项目,….
_LETTER = re.compile(
    r"(?:^|\n)[^\n。]{4,80}:\s*\n(?:[^\n]|\n(?=[,。、])){0,160}?(?:决定|拟|现将|现就|现)(?P<name>(?!如下|就|对)[^,。;:《》\n]{8,40})(?=[,。;])"
)
# 某市校服设计全城公开征集 above 现面向社会公开征集…: the headline names the call, else what is collected does.
_COLLECTED = re.compile(r"^(?P<name>[^\n,。;:!?\s]{6,40}?(?:征集|招募|征稿)(?:公告|启事|令)?)$")
# 某区2031年度某业专项资金拟补助项目公示: what is to be granted, to which anybody may object by a day.
_TO_BE_GRANTED = re.compile(
    r"(?P<name>[^,。:;!?\s]{6,50}?(?:资金|补[助贴]|奖补|贴息|扶持)[^,。:;!?\s]{0,8}?拟(?:支持|补[助贴]|奖补|安排|资助|扶持|兑现|给予)[^,。:;!?\s]{0,12}?公示)(?:公告)?"
)
_MAY_OBJECT = Rule(r"公示(?:期|时间)|(?:如有|有|提出)异议")
_COLLECTS = Rule(
    r"(?:现|特|将|拟)(?:面向[^,。;]{2,16}?|向[^,。;]{2,16}?)?(?:公开|广泛|有奖)*(?:征集|招募)(?P<name>[^,。;:\n]{4,40})(?=[,。;:])|(?P<when>征集(?:时间|期限))"
)


_DUE = re.compile(r"\d{1,2}月\d{1,2}日(?:之?前|截止)")


def _call_in_prose(article: Article) -> Iterator[Draft]:
    """Read a call without a notice's title: 2023年…智能工厂开始申报 with its last day, or 印发通知,组织开展某活动."""
    limited = any(t.role == "deadline" for t in article.times) or bool(_DUE.search(flat(article.title)))
    limited = limited or next(read_deadline(article), None) is not None  # 申报截止时间由4月30日延至5月20日
    first = max((s.end for s in article.sentences[:3]), default=0)
    heads = flat(article.title) + "\n" + article.plain[:400]
    if (collected := _COLLECTED.search(flat(article.title))) and _COLLECTS.search(article.plain, 0, 800):
        name = article.title[slice(*collected.span("name"))]
        yield told_plan(article, name, article.words_of(name), "call of the headline", (), 0.8)
    elif (granted := _TO_BE_GRANTED.fullmatch(flat(article.title).strip())) and _MAY_OBJECT.search(
        article.plain, 0, 800
    ):
        name = granted["name"]
        yield told_plan(article, name, article.words_of(name), "grants made public to object to", (), 0.8)
    elif limited and (applied := _APPLIED_FOR.search(article.plain, 0, 400) or _APPLIED_FOR.search(heads)):
        name = applied["name"]
        yield told_plan(article, name, article.words_of(name), "programme open for applications", (), 0.85)
    elif limited and (money := _MONEY_OPEN.search(article.plain, 0, 400)):
        yield told_plan(article, money["name"], money.span("name"), "money open for applications", (), 0.8)
    elif limited and (called := _NOTIFIES_CALL.search(article.plain, 0, 400)):
        place = called.span("named" if called["what"] else "name")
        words = article.text[slice(*place)] + (called["what"] or "")
        yield told_plan(article, words, place, "call of a notice", (), 0.8)
    elif limited and (asked := _ASKING.search(heads)):
        yield told_plan(
            article, asked["name"], article.words_of(asked["name"]), "call of the headline", (), 0.8
        )
    elif _WORK_CALLED.search(flat(article.title)) and (set_off := _SET_OFF.search(article.plain, 0, first)):
        name = article.text[slice(*set_off.span("name"))]
        yield told_plan(article, name, set_off.span("name"), "work that its body has set off", (), 0.8)
    elif (limited or _NOTIFIES.search(article.plain, 0, 800)) and (
        started := _STARTED.search(article.plain, 0, 500)
        or _DONE_TO.search(article.plain, 0, 500)
        or _MATTER.search(article.plain, 0, 800)
        or _SEEN_TO.search(article.plain, 0, 300)
    ):
        words = article.text[slice(*started.span("name"))]
        yield told_plan(article, words, started.span("name"), "work that a notice starts", (), 0.8)
    elif limited and (opened := _OPENING.search(article.plain, 0, first)):
        begin, end = opened.span("name")
        words = article.text[begin:end] + opened["what"]
        yield told_plan(
            article, words, (begin, opened.end("what")), "work that opens for applications", (), 0.85
        )
    elif (collects := _COLLECTS.search(article.plain, 0, 400)) and collects["name"]:
        name = article.text[slice(*collects.span("name"))] + "征集"
        yield told_plan(article, name, collects.span("name"), "what is publicly collected", (), 0.75)
    elif limited and NUMBER.search(article.text[:200]) and (asked := _LETTER.search(article.plain, 0, 600)):
        yield told_plan(
            article, asked["name"], asked.span("name"), "what an official letter asks for", (), 0.7
        )


# 另悉,某厅同日启动2031年某业龙头企业贷款贴息申报,企业应在5月10日前提交材料; 某协会从即日起征集某业优秀案例
_SIDE_CALL = Rule(
    r"(?:启动|组织开展|开展|开放|开启|部署)了?(?P<work>(?:20\d\d年?度?)?(?!此项|该项|相关)[^,。;:《》\n]{4,36}?(?:申报|征集|认定|遴选|推荐))(?:工作)?(?=[,。;])"
    r"|(?:(?:从|自)?即日起|现|正)(?:公开|广泛|面向[^,。;]{2,16}?|向[^,。;]{2,16}?)*(?P<collect>(?:征集|招募|遴选)[^,。;:《》\n]{4,30})(?=[,。;])"
)


def read_side_calls(article: Article, told: Sequence[int]) -> Iterator[Draft]:
    """Read the calls that an article tells beside its plans or its meeting, each in a sentence with its own last day.

    Args:
        article: as prepared.
        told: where the plans and gatherings that it tells of are named.
    """
    for found in _SIDE_CALL.finditer(article.plain):
        span = article.sentence(found.start())
        due = any(span.begin <= t.begin < span.end for t in article.times if t.role == "deadline")
        if due and not any(span.begin <= at < span.end for at in told):
            group = found.lastgroup or "work"
            words = article.text[slice(*found.span(group))]
            yield told_plan(article, words, found.span(group), "call told beside", (), 0.7, span)


# 2031年某业工人技能提升补贴3月10日起受理
_MONEY_OPEN = re.compile(
    r"(?:^|(?<=[,。;!\n]))(?P<name>(?:20\d\d年?度?)?(?!首批|根据|按照|这笔|该|此)[一-鿿“”]{4,30}?(?:补贴|补助|奖补|贴息|津贴|奖励|专项资金|扶持资金|资金))(?:申[报领请])?"
    r"(?:[自从于]?\d{1,2}(?:月(?:\d{1,2}日)?|日)起?|[即今明][日天]起|今起|即将|已经?|现已?|开始|正式)+(?:开始|正式|全面)?(?:受理|接受|开放|申[领报请]|开领)"
)
# 2031年度“某业青年人才培育计划”,自即日起受理申请; 申请期限由5月31日展延至6月30日
_APPLIED_FOR = re.compile(
    r"(?P<name>(?:\d{2,4}年度?)?“[^“”\n]{4,30}?(?:计划|项目|补助|补贴|辅导|工程|方案)”)(?:,|已|现)?"
    r"(?:[自从]?[^,。;“”\n]{0,12}(?:起|开始|启动|正式|开放))?(?:(?:开始|正式|公开|全面)*(?:受理|接受|开放)(?:[^,。;\n]{0,4})(?:申请|申报|报名)"
    r"|(?:申请|申报|报名)(?:期[限间]|时间|截止日?期?)?,?[^,。;\n]{0,14}(?:展延|延长|延期|顺延|延至)|(?:申报|申请)(?:工作)?(?:开始|启动|已经开始))"
)


_NOTIFIES = Rule(
    rf"(?:印发|发出|发了|下发|发布|联合发|事项|如下){NOTICE}|(?:具体|事项|要求|安排)如下|{NOTICE}(?:如下|要求|指出|明确)"
)
_TITLE_LINE = re.compile(
    rf"^(?P<body>[^\n。,:;《]{{0,40}}?)(?P<name>关于(?:[^\n。《》]{{4,70}}?|[^\n。《》]{{0,8}}(?:贯彻|落实|执行|学习)[^\n。《》]{{0,8}}《[^》\n]{{4,80}}》[^\n。《》]{{0,24}}?)(?:的?{NOTICE}|的(?:若干|实施|指导)?(?:意见|决定)))"
    r"(?:[^一-鿿\n]{0,6}|【[^】\n]*】|\([^()\n]{2,8}\)|\s[^。\n]{0,12}〔\d{4}〕\s?\d+\s?号[^一-鿿\n]*)$",
    re.MULTILINE,
)
# A title set over two or three lines: 关于组织申报2019年度|某联合会某奖的通知.
_BROKEN_TITLE = re.compile(
    rf"关于(?!印发)[^\n。,:;]{{2,40}}\n(?:[^\n。,:;]{{2,40}}\n)?[^\n。,:;]{{0,40}}{NOTICE}(?=\s|$)"
)
_HONOURS = re.compile(
    r"关于(?:授予|表彰|表扬|命名|通报表扬|颁发|公布[^,。]*(?:优秀|先进|获奖|十佳|结果$)|[^,。]{0,6}拟(?:认定|命名|表彰|授予|推荐|入选|列入|确定)|[^,。]*(?:加入[^,。]{0,10}会|入会|会费|新会员|中标|采购|招标|招聘|拟任))"
)  # guide rule 13: an honour is no plan


def _tells_honours(article: Article) -> bool:
    """Tell whether a notice's title says that somebody is or will be honoured (guide rule 13)."""
    found = _TITLE_LINE.search(flat(article.title)) or _TITLE_LINE.search(article.plain, 0, _AT_TOP)
    return bool(found and _HONOURS.match(found["name"]))


# 关于举办某展的通知, 关于秋季某会延期的紧急通知: what it tells is the gathering.
_GATHERS = re.compile(
    r"关于(?:联合|组织|共同|继续)*(?:举办|召开|参加|组团|开办|邀请)|关于[^,。]*[展会节周赛坛班营](?:举[行办]|召开)?(?:延期|改期|推迟|顺延|取消|停办|易地)"
)
_LAYS_DOWN = re.compile(
    r"^(?!.*(?:印发|转发|公布|《)).*(?:措施|意见|办法|方案|规划|规定|政策)$"
)  # 某市政府关于促进某业发展若干措施的通知, signed


def own_title(article: Article) -> re.Match[str] | None:
    """Return the title of a notice, in its headline or in a line at its top, unless it is about a gathering.

    The documents such a notice cites (根据《…》) are not what it issues.
    """
    top = article.plain[:_AT_TOP]
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
    matter = re.sub(rf"的?{NOTICE}$", "", found["name"])
    issuing = bool(_LAYS_DOWN.search(matter)) and day_signed(article) is not None
    ordering = _ORDERS.search(matter) and _AS_FOLLOWS.search(article.plain) and day_signed(article)
    if not (official or issuing or ordering or _CALLING.search(found["name"])):
        return None
    if _HONOURS.match(matter) or (_GATHERS.match(matter) and not _CALLING.search(matter)):
        return None
    if PARTNERS.search(matter):
        return found
    if matter.endswith("活动") and not _dated(article, by_stages=bool(_CONTEST.search(matter))):
        return found
    names = (n for n in read_names(matter) if n.kind != "plan" and n.proper)
    return None if any(names) or kind_of(matter) in ("meeting", "event") else found


# 关于某号提案的答复, 对某建议的答复: what the body that answers will do is its word.
_REPLY_LINE = re.compile(
    r"^(?P<body>[^\n。,:;《]{0,40}?)(?P<name>[关对]于?[^\n。,;]{4,60}?(?:提案|建议|议案)[^\n。,;]{0,8}?(?:答复|回复|复函)(?:的?函|意见)?)(?:[^一-鿿\n]{0,6}|\([^()\n]*\))$",
    re.MULTILINE,
)
_REPLIES = Rule(r"收悉[^\n]{0,80}?(?:答复|回复|函复)如下")


def own_reply(article: Article) -> re.Match[str] | None:
    """Return the title of a reply to who moved something in a council, where its own text answers."""
    if not _REPLIES.search(article.plain, 0, 600):
        return None
    return _REPLY_LINE.search(flat(article.title)) or _REPLY_LINE.search(article.plain[:_AT_TOP])


# 关于加强某类企业整治的通告: what a signed notice orders to be done.
_ORDERS = re.compile(r"关于(?:进一步|切实|全面)*(?:加强|做好|开展|推进|规范|禁止|限制|落实|严禁|整治|治理)")
_AS_FOLLOWS = re.compile(r"(?:通知|通告|公告)如下")


# 关于征集某竞赛冠名及合作单位的函 asks for partners, not for people to compete.
PARTNERS = re.compile(
    r"^关于(?:公开|面向[^,。]{2,10})?(?:征集|招募|遴选|征选)[^,。]*(?:冠名|合作|承办|协办|赞助|支持|起草|参编|编制|牵头)[^,。]{0,8}(?:单位|企业|机构)(?=的|$)"
)
_CONTEST = re.compile(r"评选|评比|大赛|竞赛|比赛|选拔")


def _dated(article: Article, *, by_stages: bool) -> bool:
    """Tell whether the text tells a day of anything but signing, answering and the activities it lists.

    Args:
        article: as prepared.
        by_stages: whether what is listed are stages (报名、初评、决赛) of the one thing the notice is about.
    """
    signed = day_signed(article)
    days = [t for t in article.times if t.role == "event" and t.precision == "day" and t is not signed]
    numbered_lines = 0 if by_stages else sum(1 for _ in _NUMBERED_LINE.finditer(article.plain))
    if numbered_lines < 3:
        return bool(days)
    return not all(_NUMBERED_LINE.match(article.plain, article.line(t.begin).begin) for t in days)


_NUMBERED_LINE = re.compile(
    r"^[ \t]*(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[、.)](?!\d)|[①-⑳]|[·•◆●★■-])"
    r"(?![^\n]{0,8}(?:时间|日期|日程|期限|会期|地点))",
    re.MULTILINE,
)


def _notice_title(article: Article) -> tuple[str | None, tuple[int, int] | None]:
    for found in _CALL.finditer(article.plain, 0, _AT_TOP):
        begin, end = found.span()
        if not CITED.search(re.split(r"[,;:]", article.plain[max(0, begin - 40) : begin])[-1]):
            return article.text[begin:end], (begin, end)
    if title := _CALL.search(flat(article.title)):
        return article.title[title.start() : title.end()], None
    return None, None
