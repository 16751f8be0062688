"""Plans (规划、方案、举措): documents that are issued, calls for applications or comment, measures announced, lists of activities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.model import Organisation
from bot.records.plans.actions import BY_HEADLINE, Announced, read_announced
from bot.records.plans.documents import read_documents
from bot.records.plans.issuers import joined_with, read_issuer
from bot.records.plans.measures import read_measures
from bot.records.plans.notices import own_reply, own_title, read_calls, read_side_calls
from bot.records.plans.terms import dated, day_signed, told_plan
from bot.records.plans.unmarked import (
    in_full,
    read_bare_standard,
    read_handed_down,
    read_unmarked,
    with_standards,
)
from bot.records.rules import Rule
from bot.records.subjects import Subject
from bot.records.text import flat


def read_plans(article: Article, subjects: Sequence[Subject]) -> Iterator[Draft]:
    """Yield the plans of an article: its documents, else the call it is, and the measures it announces."""
    reply = own_reply(article)
    if reply:
        yield from (p for p in read_calls(article, reply) if sum(f.field == "items" for f in p.facts) >= 2)
        return
    if _OF_A_YEAR.search(article.headline):
        if "大事记" in article.headline:
            yield from (
                _of_chronicle(article, p) for p in read_documents(article, ()) if _tells_points(article, p)
            )
        return
    own = own_title(article)
    plans = [] if own else list(read_documents(article, subjects))
    if not plans and (own or not subjects or _opens_as_letter(article, subjects)):
        plans += read_calls(article, own)
    unmarked = [] if plans else read_unmarked(article, subjects)
    if not plans:
        announced = list(read_announced(article, subjects))
        headed = any(flat(p.name) == flat(article.title) for p in unmarked)
        unnamed = any(told.rule == BY_HEADLINE for told in announced)
        plans = unmarked if headed or unnamed else []
        plans = plans or [_announced(article, told, subjects) for told in announced]
    if not (subjects or own):
        plans = list(with_standards(article, plans))
    if not plans:
        plans = unmarked or ([] if subjects else read_bare_standard(article))
    elif not own and not any(p.confidence > 0.85 for p in plans):
        plans = read_handed_down(article, subjects, plans) or plans
    if not own:
        named = [f.begin for p in plans for f in p.facts if f.field == "name"]
        named += [m.name.begin for s in subjects for m in s.mentions]
        plans += read_side_calls(article, named)
    plans = [in_full(article, p) for p in plans]
    if plans and not own:
        plans = _not_points(article, plans, list(read_measures(article, subjects, ())))
    for at, plan in enumerate(_with_own_limits(article, plans)):
        hereby = _issued_hereby(article, plan.facts, first=at == 0)
        yield _as_forwarded(article, plan._replace(facts=(*plan.facts, *hereby)))
    yield from read_measures(article, subjects, plans)


def _with_own_limits(article: Article, plans: Sequence[Draft]) -> list[Draft]:
    """Take off a plan the last day to answer that stands behind the name of another one, up to the full stop."""

    def named(plan: Draft) -> int:
        return next(f.begin for f in plan.facts if f.field == "name")

    def is_another(limit: Fact, plan: Draft) -> bool:
        line = article.line(limit.begin)
        ahead = [p for p in plans if line.begin <= named(p) < limit.begin]
        last = max(map(named, ahead), default=None)
        return last is not None and article.sentence(last) != article.sentence(named(plan))

    return [
        p._replace(facts=tuple(f for f in p.facts if f.field != "deadline" or not is_another(f, p)))
        for p in plans
    ]


_AS_FOLLOWS = Rule(r"如下[:。]?\s*\n")


def _opens_as_letter(article: Article, subjects: Sequence[Subject]) -> bool:
    """Tell whether a letter asks for something, and its meetings are told only among the points below 通知如下."""
    opened = _AS_FOLLOWS.search(article.plain, 0, 600) if _ADDRESSED.search(article.plain, 0, 200) else None
    return opened is not None and all(m.name.begin > opened.end() for s in subjects for m in s.mentions)


_CHRONICLE_OF = re.compile(
    r"(?P<body>[一-鿿()]{4,24}?(?:协会|商会|学会|联合会|联盟|促进会|专委会|分会))(?=20\d\d|年度|大事记)"
)


def _of_chronicle(article: Article, plan: Draft) -> Draft:
    """Make whose chronicle it is the issuer of a paper of which it names none."""
    whose = _CHRONICLE_OF.search(article.headline)
    if whose is None or any(f.field == "organisations" for f in plan.facts):
        return plan
    at = article.words_of(whose["body"])
    issuer = Fact("organisations", Organisation(whose["body"], "issuer"), *at, "body whose chronicle it is")
    return plan._replace(facts=(*plan.facts, issuer))


def _tells_points(article: Article, plan: Draft) -> bool:
    """Tell whether a paper of a year's chronicle is told with its points in its own line: 印发《…》,承诺做到三条."""
    line = article.line(next(f.begin for f in plan.facts if f.field == "name"))
    return sum(f.field == "items" and line.begin <= f.begin < line.end for f in plan.facts) >= 2


def _not_points(article: Article, plans: Sequence[Draft], measures: Sequence[Draft]) -> list[Draft]:
    """Leave out the papers that are only to be drawn up: one of the measures of another paper, or of those announced."""

    def is_point(plan: Draft) -> bool:
        name = next(f for f in plan.facts if f.field == "name")
        others = [f for m in (*plans, *measures) if m is not plan for f in m.facts if f.field == "items"]
        line = article.line(name.begin)
        beneath = _OPENS_LINE.match(article.plain, *line)
        within = beneath is not None and any(f.begin == beneath.end() for f in others)
        out = _OUT_BEFORE_IT.search(article.plain, max(0, name.begin - 12), name.begin)
        return within or any(f.begin <= name.begin and name.end <= f.end for f in others if not out)

    return [p for p in plans if not is_point(p)]


# 近日出台的《某方案》排出甲、乙、丙三项行动: the paper lists them, and is none of them.
_OUT_BEFORE_IT = re.compile(r"(?:出台|印发|发布|公布|下发|颁布)的《?$")
# 五、|推动标准建设。制定《蜀锦被面》团体标准: the line of a point, and what stands in it.
_OPENS_LINE = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[、.])\s*"
)


# 2018年十大新闻 is history, told in headlines; 关于某提案的答复 speaks to one who asked.
_OF_A_YEAR = re.compile(
    r"十[大件](?:行业)?(?:新闻|要闻|事件|热点|看点|大事)|(?<!月度)大事记(?!\(20\d\d年\d)|年度(?:新闻|热词|盘点)|(?:提案|建议|议案)[^。]*(?:答复|回复|复函)"
)
_FORWARDS = re.compile(r"\s*(?:关于)?(?:转发|转载)(?!量)")
_OF_FORWARDING = ("organisations", "start", "end", "date_basis", "time_text")


def _as_forwarded(article: Article, plan: Draft) -> Draft:
    """Take who forwards a paper, and when, off what he forwards: it is whose name stands before its title."""
    if not (_FORWARDS.match(flat(article.title)) or _PASSES_ON.search(article.plain, 0, 200)):
        return plan
    issuing = [
        o
        for o in article.organisations
        if article.plain.startswith(("《", "关于"), o.end) and flat(plan.name) in article.plain[o.end :]
    ][:1]
    facts = [f for f in plan.facts if f.field not in _OF_FORWARDING]
    facts += [read_issuer(article, o, "body before the title of what is forwarded") for o in issuing]
    return plan._replace(facts=tuple(facts))


# 现将某会《某通知》转发给你们
_PASSES_ON = re.compile(r"现将[^。;,\n]{2,30}《[^》\n]{4,80}》(?:\([^()]*\))?(?:予以)?转发(?:给你们|各|你们)")
_HEREBY = re.compile(r"现(?:予以?|联合)?(?:印发|发布|公布|下发|转发)(?:给你们)?(?=[,。])")
# 各省、自治区、直辖市工业和信息化主管部门: heads a letter; what it asks for came out when the page did.
_ADDRESSED = re.compile(r"(?:^|(?<=\n))[^\n。,]{0,6}(?:各|[省市县区])[^\n。]{4,80}:(?=\s*\n)")


# 某会工作要点完成情况通报: a letter on a paper that came out before
_OF_PROGRESS = re.compile(r"(?:完成|落实|执行|实施|进展|推进)(?:情况|进展|进度)")
_WRITTEN_ON = re.compile(r"(?:成文|发文|印发|签发|制发)(?:日期|时间)\s?:\s?")


def _issued_hereby(article: Article, facts: Sequence[Fact], *, first: bool) -> Iterator[Fact]:
    """Yield the day of signing, or the page's, of what the article itself issues: 现印发给你们, a letter's 各市主管部门:."""
    if any(f.field == "start" for f in facts):
        return
    letter = first and not _OF_PROGRESS.search(flat(article.title))
    hereby = _HEREBY.search(article.plain) or (_ADDRESSED.search(article.plain, 0, 400) if letter else None)
    written = _WRITTEN_ON.search(article.plain) if hereby else None
    signed = next((t for t in article.times if written and t.begin == written.end()), None)
    if hereby and (day := signed or day_signed(article)):
        yield from dated(day, "day of signing")
    elif article.published and hereby:
        yield Fact("start", article.published.isoformat(), *hereby.span(), "issued hereby")
        yield Fact("date_basis", "published", *hereby.span(), "issued hereby")


def _announced(article: Article, told: Announced, subjects: Sequence[Subject]) -> Draft:
    """Return the plan that has no titled paper, issued by the body that announces it."""
    plan = told_plan(article, told.name, told.place, told.rule, subjects, 0.75)
    facts = [f for f in plan.facts if told.body is None or f.field != "organisations"]
    if told.body is not None:
        bodies = joined_with(article, told.body)
        facts += [read_issuer(article, body, "body that announces") for body in bodies]
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
