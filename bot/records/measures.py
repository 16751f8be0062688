"""Measures that somebody commits to without a document: 八项举措, “四化”举措, 五件事, the work of the next stage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.items import Item, count, listing, numbered, parted, stated
from bot.records.model import Organisation
from bot.records.names import year_of
from bot.records.organisations import OrganisationMention
from bot.records.subjects import Subject
from bot.records.text import Span

_COUNT = r"[二两三四五六七八九十\d]{1,3}"
_WHEN = r"(?:20\d\d年?(?:度)?(?:的|协会|工作)?|下一?(?:步|阶段|年度)(?:协会|的|工作|行业|要抓好|重点)*|明年的?|今后)?"
_ANNOUNCED = re.compile(
    rf"(?P<name>{_WHEN}(?:“?(?P<count>{_COUNT})(?:大|项|条|个|方面|点|件)?”?(?:重点|主要|具体|新|惠企|核心|务实|关键)*"
    rf"(?:举措|措施|工作任务|任务|行动|工程|工作|计划|实事|大事|要事|安排|打算|承诺|设想|抓手|动作|要务|(?:重点|方面|事|线|关)(?=[:,。、;)”-]|即|是|分别|发力|入手|着手|推进))|“(?P<fold>{_COUNT})化”(?:举措|战略|行动|发展)?))(?!会|人员|者|机制)"
)
_STAGE = re.compile(r"(?:协会)?(?P<name>下一(?:步|阶段|年度)(?:协会)?的?(?:重点)?工作)(?:的?重点)?")
_COMMITS = re.compile(
    r"将|提出|部署|推出|发布|公布|宣布|明确|确定|安排|强调|实施|做好|抓好|要(?:干|办|抓|做|推|在|以|围绕|重点)|明年|今后|下一|20\d\d年|代表.{2,30}讲|打算|承诺|发力|着力|准备|划出|透露|今年"
)
_ASKED = re.compile(r"(?:提|提出)(?:了)?[^,。]{0,6}(?:点|条|个)?(?:希望|建议|要求)")
# Words of looking back or sharing: what follows them commits nobody.
_TOLD_BACK = re.compile(
    r"总结|回顾|经验|体会|问题|原因|分享|特点|成效|成绩|变化|优势|挑战|建议|希望|要求|困难|启示|取得"
)
_BODY = re.compile(
    r"(?:协会|商会|联合会|学会|联盟|促进会|中心|局|厅|委|政府|集团|公司|管委会|办公室|专委会|分会)$"
)


def read_measures(
    article: Article, subjects: Sequence[Subject], documents: Sequence[Draft]
) -> Iterator[Draft]:
    """Yield the plan that a list of announced measures is (guide rule 5); its issuer is the body that commits.

    Args:
        article: as prepared.
        subjects: the meetings and events of the article; the first is where the measures were announced.
        documents: plans already read, whose own measures are not told twice.
    """
    for match in (*_ANNOUNCED.finditer(article.plain), *_STAGE.finditer(article.plain)):
        span = article.sentence(match.start())
        words = span.of(article.plain)
        if not _COMMITS.search(words) or _looks_back(article, match) or _told(match.start(), documents):
            continue
        found = _list_after(article, match, span)
        body = _committed(article, match.start(), subjects)
        if found and (
            body is not None or match.re is _STAGE or _SPEAKER.search(article.plain, span.begin, span.end)
        ):
            yield _draft(article, match, body, found, subjects)
            return


# A speaker who says I speaks for the body named above the speech.
_SPEAKER = re.compile(r"我(?:谈|讲|代表|就|想|们)")


def _looks_back(article: Article, match: re.Match[str]) -> bool:
    """Tell whether a count is of what was done, learnt or is asked of others, not of what will be done."""
    span = article.sentence(match.start())
    around = article.plain[max(span.begin, match.start() - 24) : match.end() + 8]
    return bool(_TOLD_BACK.search(around) or _ASKED.search(span.of(article.plain)))


def _told(place: int, documents: Sequence[Draft]) -> bool:
    return any(f.field == "items" and abs(f.begin - place) < 200 for d in documents for f in d.facts)


def _list_after(article: Article, match: re.Match[str], span: Span) -> list[Item]:
    """Return the list that the words announce, as long as they say it is."""
    groups = match.groupdict()
    wanted = count(groups.get("count") or groups.get("fold") or "") or None
    rest = Span(match.start("name"), span.end)
    following = Span(match.end(), min(len(article.text), match.end() + 2500))
    before = Span(0, match.start())
    ahead = Span(max(span.begin, article.plain.rfind(":", span.begin, match.start()) + 1), match.start())
    readings = (
        parted(article.plain, ahead) if re.match(r"这|等", article.plain[match.start() - 1 :]) else [],
        listing(article.plain, rest), stated(article.plain, rest), numbered(article.plain, following),
        stated(article.plain, following), numbered(article.plain, before) if wanted is None else [],
    )  # fmt: skip
    for found in readings:
        if len(found) >= 3 and (wanted is None or abs(len(found) - wanted) <= 1):
            return found
    return []


def _committed(article: Article, place: int, subjects: Sequence[Subject]) -> OrganisationMention | None:
    """Return the body that commits: the clause's own, the speaker's, the meeting's, else the nearest before."""
    span = article.sentence(place)
    before = [o for o in article.organisations if o.begin < place]
    near = [
        o
        for o in before
        if o.begin >= span.begin
        and re.match(
            r"[^,。;]{0,16}(?:将|提出|推出|发布|部署|今年|明年|下一|会长|的)",
            article.plain[o.end : o.end + 20],
        )
    ]
    if near:
        return near[-1]
    speaker = next((p for p in reversed(article.people) if p.begin < place and p.posts), None)
    said = (
        next((q.organisation for q in speaker.posts if q.organisation and _BODY.search(q.organisation)), None)
        if speaker
        else None
    )
    if "协会" in article.plain[place : place + 14] and not any("协会" in o.name for o in before):
        return None
    spoken = next((o for o in article.organisations if o.name == said), None)
    own = next(
        (o for o in article.organisations for s in subjects for m in s.mentions if o.begin == m.name.begin),
        None,
    )
    return spoken or own or (before[-1] if before else None)


def _draft(
    article: Article,
    match: re.Match[str],
    body: OrganisationMention | None,
    found: Sequence[Item],
    subjects: Sequence[Subject],
) -> Draft:
    begin, end = match.span("name")
    words = re.sub(r"要抓好|的(?=[二两三四五六七八九十\d])", "", article.text[begin:end])
    name = words if body is None or body.name in words else body.name + words
    facts = [
        Fact("name", name, begin, end, "measures counted"),
        Fact("status", "published", begin, end, "announced"),
    ]
    if body is not None:
        facts.append(
            Fact(
                "organisations", Organisation(body.name, "issuer"), body.begin, body.end, "body that commits"
            )
        )
    year = year_of(words) or year_of(article.plain[max(0, begin - 40) : begin])
    if year and (at := article.plain.rfind(str(year), 0, end)) >= 0:
        facts.append(Fact("time_text", str(year), at, at + 4, "year of the measures"))
    facts += [Fact("items", w, b, e, "measure") for w, b, e in found]
    return Draft("plan", name, tuple(facts), subjects[0].name if subjects else None, 0.75)
