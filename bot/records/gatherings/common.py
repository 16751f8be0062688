"""What meetings and events have in common: when, where, by whom, with whom, and whether it was held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from bot.records.article import Article
from bot.records.facts import Fact
from bot.records.gatherings.days import DAY_OF_FINAL, read_days
from bot.records.gatherings.others_days import PRESS
from bot.records.gatherings.outcome import is_announced, only_judged, read_status
from bot.records.gatherings.venues import read_place
from bot.records.mentions.history import LAST_YEARS
from bot.records.model import Organisation, OrganisationRole, Person, PersonRole, Post
from bot.records.naming.editions import series
from bot.records.organisations import OrganisationMention
from bot.records.people.attendees import PersonMention
from bot.records.people.chains import CROWD
from bot.records.rules import Rule, branched
from bot.records.speakers import TELLS_NEWS, speaking_club
from bot.records.subjects import Subject
from bot.records.text import flat


def read_gathering(subject: Subject, article: Article) -> Iterator[Fact]:
    """Yield the facts a meeting and an event share, the best of each field first."""
    yield from _name(subject, article)
    when = tuple(read_days(subject, article))
    judged = only_judged(subject, article) and not any(f.rule == DAY_OF_FINAL for f in when)
    when = () if judged else when
    days = {f.field: f.value for f in reversed(when)}
    status = read_status(subject, article, days.get("start"), days.get("end"), is_announced(article, when))
    # What is dropped is held on no day; one told is that of deciding so.
    if status.value in ("held", "ongoing"):
        when = tuple(f for f in when if f.field != "deadline" or _asks(article, f))
    yield from when if status.value != "cancelled" else ()
    yield from read_place(subject, article) if not judged else ()  # nor where the works were judged
    yield from _bodies(subject, article)
    yield from _people(subject, article)
    yield from _figures(subject, article)
    yield status


# A report tells until when works were taken (4月征稿至7月截稿); a call asks for them, however late its page came out.
_ASKING = re.compile(r"请|须|需(?!求)|应于|应在|欢迎|逾期|回执|报名|截止(?:日期|时间)|即日起|递交|填报|申报")


def _asks(article: Article, deadline: Fact) -> bool:
    return bool(_ASKING.search(article.plain, *article.sentence(deadline.begin)))


def _name(subject: Subject, article: Article) -> Iterator[Fact]:
    whole = [m for m in subject.mentions if m.name.text == subject.name]
    mention = (whole or sorted(subject.mentions, key=lambda m: -len(m.name.text)))[:1]
    for found in mention:
        yield Fact(
            "name", subject.name, found.name.begin, found.name.end, "name read to the left of its head word"
        )
    if not mention:
        yield Fact(
            "name",
            subject.name,
            *article.words_of(subject.name),
            "name of the headline, by its words in the text",
        )
    if subject.body and subject.mentions:
        yield Fact("name", subject.name, *subject.body, "body that holds the meeting, put before its name")
    told = series(subject.name)
    if told.edition is not None and subject.mentions:
        first = mention[0].name
        yield Fact("series", told, first.begin, first.end, "edition counted in the name")
    for alias in subject.aliases:
        begin = article.plain.find(flat(alias))
        if begin >= 0:
            yield Fact("aliases", alias, begin, begin + len(alias), "shorter name of the same thing")


# --- who -----------------------------------------------------------------------------------------

_CALLS = re.compile(r"(?:[^,。;\n《》“”、]{0,50}?)(?:组织)?(?:召开|举行|举办|主持召开|召集|组织)")


_LONG_AGO = re.compile(r"早在|此前")


def _bodies(subject: Subject, article: Article) -> Iterator[Fact]:
    named: dict[str, OrganisationRole] = {}
    roles = _roles_around(article)
    for body in article.organisations:
        role = body.role or roles.get(body.begin)
        if role in (None, "issuer") or not subject.holds(body.begin):
            continue
        before = article.plain[article.sentence(body.begin).begin : body.begin]
        if not (LAST_YEARS.search(before) or _LONG_AGO.search(before)):
            named[body.name] = role
            yield Fact(
                "organisations", Organisation(body.name, role), body.begin, body.end, "role as written"
            )
    if "host" not in named.values():
        yield from (fact for fact in _calling_body(subject, article) if fact.value.name not in named)


_ROLES: tuple[tuple[str, OrganisationRole], ...] = (
    ("主办", "host"), ("承办", "organiser"), ("协办", "co-organiser"), ("支持", "supporter"), ("指导", "supporter"),
)  # fmt: skip
_ROLE_BEFORE = re.compile(
    r"(?P<role>主办|承办|协办|支持|指导)(?:(?:(?!领导|嘉宾|代表|负责人|人员)[^,。;、\n]){0,12}?(?:单位|方|者|机构|工作|任务)?(?:分别)?(?:为|是|由|有|包括|交给了?|落在|--|[:|])|(?:单位|方|机构)(?:之一的?)?)\s*$"
)
# Whoever speaks for the hosts (某会副主席某某代表主办方致辞) need be none.
# What is promised or hoped for (给予大力支持, 争取政府的支持) is nobody's part in it.
_ROLE_AFTER = re.compile(
    r"(?:等)?(?:(?!代表)[^,。;、\n给予的谢望需获争离得向介]){0,14}?(?P<role>主办|承办|协办|支持|(?<!到会)(?<!到场)(?<!莅临)(?<!亲临)(?<!现场)(?<!莅会)(?<!与会)指导(?!工作))(?!单位为|方为)"
)


@lru_cache(maxsize=4)
def _roles_around(article: Article) -> Mapping[int, OrganisationRole]:
    """Read what bodies do from the words before or behind their list: 主办方为甲、乙, 甲任承办单位."""
    roles: dict[int, OrganisationRole] = {}
    meaning = dict(_ROLES)
    for chain in _chains(article):
        if _is_joint(article, chain):
            roles.update((body.begin, "host") for body in chain)
            continue
        before = article.plain[max(0, chain[0].begin - 24) : chain[0].begin]
        found = _ROLE_BEFORE.search(before) or _ROLE_AFTER.match(article.plain, chain[-1].end)
        if found is not None:
            roles.update((body.begin, meaning[found["role"]]) for body in chain)
    return roles


_JOINTLY = re.compile(r",?(?:于|在)[^,。;\n]{2,20}(?:在[^,。;\n]{2,20})?(?:共同|联合)?(?:举办|主办|召开)")


def _is_joint(article: Article, chain: Sequence[OrganisationMention]) -> bool:
    """Tell whether a chain of bodies holds the thing together: 甲联合乙、丙,于9月6日在某馆举办."""
    joined = len(chain) > 1 and any("联合" in article.plain[a.end : b.begin] for a, b in pairwise(chain))
    return joined and bool(_JOINTLY.match(article.plain, chain[-1].end))


@lru_cache(maxsize=4)
def _chains(article: Article) -> Sequence[Sequence[OrganisationMention]]:
    """Group the bodies that only 、 or 和 stands between."""
    chains: list[list[OrganisationMention]] = []
    for body in article.organisations:
        if chains and _JOINS.fullmatch(article.plain, chains[-1][-1].end, body.begin):
            chains[-1].append(body)
        else:
            chains.append([body])
    return chains


_JOINS = re.compile(r"(?:[一-鿿]{1,6}[司处局室])?\s?(?:、|和|及|与|以及|联合|会同|携手)\s?")
# 某协会会长李某在北京召开的某会上说: whoever holds a post of the body speaks there.
# 在某行业协会举办的会员大会上: it is their own.
_HELD_ITS_OWN = re.compile(r"(?<=[会])(?:举办|主办)的")
_SAYS_THERE = re.compile(
    r"副?(?:会长|秘书长|主席|理事长|主任|总经理|董事长|总裁|院长|部长|局长|厅长)[一-鿿·]{2,5}[在于][^,。;]{2,16}(?:召开|举[行办])的“?$"
)


# 某县商务局组织18家企业参加在某地举办的某展: whoever brings firms to a fair does not hold it.
_TAKES_THERE = re.compile(r"[^,。;]{0,4}(?:组织|带领|率)[^,。;]{2,20}?(?:参加|参展|出席|亮相|赴)")


def _calling_body(subject: Subject, article: Article) -> Iterator[Fact]:
    """Yield the body that calls the meeting: 甲召开乙."""
    press = PRESS.search(subject.name)
    for mention in (m for m in subject.mentions if press or not m.press):
        span, name = mention.sentence, mention.name
        for body in article.organisations:
            if not (span.begin <= body.begin < span.end and body.role is None):
                continue
            there = article.plain[body.begin - 1 : body.begin] in ("在", "于")
            there = there and not _HELD_ITS_OWN.match(article.plain, body.end)
            there = there or bool(_SAYS_THERE.match(article.plain, body.end, name.begin))
            there = there or bool(_TAKES_THERE.match(article.plain, body.end, name.begin))
            # 湖北日报讯 在某地举行的某年会上
            there = there or bool(TELLS_NEWS.match(article.plain, body.end))
            if body.end <= name.begin and not there and _CALLS.match(article.plain[body.end : name.begin]):
                for one in next(c for c in _chains(article) if body in c):
                    host = Organisation(one.name, "host")
                    yield Fact("organisations", host, one.begin, one.end, "body that calls it")
                return


_RANK: dict[PersonRole, int] = {"moderator": 0, "speaker": 1, "awardee": 2, "attendee": 3, "other": 4}


# Posts of a society: in its own meeting 会长 alone is its own.
_OF_SOCIETY = ("会长", "秘书长", "理事长", "监事长", "理事", "监事", "顾问", "主席")


_OWN = re.compile(r"理事|会员|代表大会|年会|会长|秘书长|监事|换届|成立|工作会|总结会|周年")


def _society(subject: Subject, article: Article) -> str | None:
    """Return the body that calls the meeting, or whose own it is by its name, which is not told as its host (guide rule 11)."""
    calling = (fact.value.name for fact in _calling_body(subject, article))
    begins = {m.name.begin for m in subject.mentions}
    named = (
        o.name
        for o in article.organisations
        if o.begin in begins and _OWN.search(subject.name[len(o.quote) :])
    )
    return next(calling, None) or next(named, None)


# What a body is and was honoured for, at the foot or in passing: 某商会简介 2009年…, 近年来…秘书长某某获“贡献奖”.
_PROFILE = Rule(
    r"(?:^|\n)(?:[^\n,。:]{0,24}(?:协会|商会|联合会|学会|公司|集团|企业|大学|学院|中心)|公司|企业|单位|协会|商会)简介(?:[\s:]|$|(?=(?:19|20)\d\d年|成立于|创[办建]于))"
)
_HONOURED = re.compile(r"(?<![一-鿿])(?:近年来|多年来|历年来|[近几数]+年)[^。]*(?:授予|评为|荣?获)")


# 去年9月,企业首次亮相第7届服装节,省长…视察: those of a paragraph on the year before.
_LAST_TIME = re.compile(r"\s*(?:去年|前年|上一?届|往届|历届)")
_THIS_TIME = re.compile(r"今年|本届|今[天日]|昨[天日]|日前|近日|此次|本次|这次")


def _is_background(article: Article, person: PersonMention) -> bool:
    """Tell whether a person is named where a body presents itself, not what it does now."""
    line = article.line(person.begin).begin
    sentence = max(line, article.plain.rfind("。", line, person.begin))
    honoured = _HONOURED.search(article.plain, sentence, person.end + 8)
    last_time = _LAST_TIME.match(article.plain, line) and not _THIS_TIME.search(
        article.plain, line, person.begin
    )
    return bool(honoured or last_time or _PROFILE.search(article.plain, 0, person.begin))


def _people(subject: Subject, article: Article) -> Iterator[Fact]:
    own = _society(subject, article)
    seen: dict[str, list[PersonMention]] = {}
    for person in article.people:
        if subject.holds(person.begin) and not _is_background(article, person):
            seen.setdefault(person.name, []).append(person)
    for name, mentions in seen.items():
        role = min((m.role or "attendee" for m in mentions), key=_RANK.__getitem__)
        titled = next((m for m in mentions if m.posts), mentions[0])
        posts = _posts(mentions)
        if all(p.title in CROWD for p in posts):  # 邱某、刘某等企业代表, known by their posts before
            posts = _posts([m for m in article.people if m.name == name])
        yield Fact(
            "people",
            Person(name, role, _without_ours(_of_society(posts, own), article)),
            titled.begin,
            titled.end,
            "person where the text speaks of it",
        )


def _of_society(posts: Sequence[Post], own: str | None) -> tuple[Post, ...]:
    """Give the posts that name no body the society whose own meeting it is."""
    return tuple(
        replace(p, organisation=own)
        if p.organisation is None and (p.title or "").endswith(_OF_SOCIETY)
        else p
        for p in posts
    )


# 我会会长甲, 我司总经理乙: whose they are, only the page can tell.
_OURS = re.compile(r"[我本](?:会|代表团|司|厂|社|局|厅|院|校|市|省|县|区|镇|协会|商会|学会|联合会|公司|集团)")


def _without_ours(posts: Sequence[Post], article: Article) -> tuple[Post, ...]:
    """Give what a post calls 我会 the society that speaks, and nothing where no page tells who does."""
    club = speaking_club(article) if any(_OURS.fullmatch(p.organisation or "") for p in posts) else None
    return tuple(
        replace(p, organisation=club.name if club and (p.organisation or "").endswith("会") else None)
        if _OURS.fullmatch(p.organisation or "")
        else p
        for p in posts
    )


def _further(known: Sequence[Post], told: Sequence[Post]) -> list[Post]:
    """Leave out a post of the same title at another body, told elsewhere: 协会会长 of one known as 会长 is of his own."""
    seated = {p.title for p in known if p.organisation}
    return [p for p in told if p.organisation is None or p.title not in seated or p in known]


def _posts(mentions: Sequence[PersonMention]) -> tuple[Post, ...]:
    """Keep each post once, the form with its organisation before the one without."""
    posts: list[Post] = []
    for post in (p for m in mentions for p in _further(posts, m.posts)):
        alike = (p for p in posts if p.title == post.title)
        same = next((p for p in alike if None in {p.organisation, post.organisation} or p == post), None)
        if same is None:
            posts.append(post)
        elif same.organisation is None:
            posts[posts.index(same)] = post
    named = tuple(p for p in posts if p.title not in CROWD) or tuple(posts)
    return tuple(p for p in named if p.organisation or not _is_said_short(p, named))


def _is_said_short(post: Post, posts: Sequence[Post]) -> bool:
    """Tell whether a post without a body only shortens another: 参赞某某 of an 经济商务参赞, 某某书记 of a 纪委书记."""
    return any(p is not post and (p.title or "").endswith(post.title or "~") for p in posts)


_EARLIER = re.compile(
    r"去年|上届|往届|历届|(?:已|曾|成功|连续)[^,。]{0,4}举[办行]了?|\d{4}年(?:以来|首)|比上|首届|累计|同比"
)


# 至今已成功举办十届,共汇聚…: what follows sums the editions up.
_EDITIONS_HELD = branched(r"(?:至今|迄今|目前)?(?:已|曾)[^,。]{0,6}举[办行]了?[^,。]{0,3}[届次]")


# What an industry or a place makes in a year is told beside a gathering; it is none of its own size.
_OF_INDUSTRY = re.compile(
    r"占(?:[了到据约]|到了)?(?:全[国球省市]|世界|我国|中国|国内)[^,。;]{0,16}$|年(?:产量?|产值|交易额|销售额|加工)[^,。;]{0,8}$|(?:总产值|工业增加值|主营业务收入)[^,。;]{0,6}$"
)


def _figures(subject: Subject, article: Article) -> Iterator[Fact]:
    for found in article.figures:
        within_name = any(p.begin <= found.begin < p.end for p in article.people)  # 教授万国华
        if within_name or not subject.holds(found.begin):
            continue
        span = article.sentence(found.begin)
        clause = article.plain[max(span.begin, found.begin - 24) : found.begin]
        before = article.plain[span.begin : found.begin]
        if not (_EARLIER.search(clause) or _OF_INDUSTRY.search(clause) or _EDITIONS_HELD.search(before)):
            yield Fact("figures", found.figure, found.begin, found.end, "number with its unit")
