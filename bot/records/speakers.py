"""Who speaks in an article: the body that signs it, or the outlet that calls itself 本会 or 我局."""

from __future__ import annotations

import re

from bot.records.article import Article
from bot.records.organisations import OrganisationMention
from bot.records.text import Span, flat

CLUB = re.compile(r"(?:协会|商会|联合会|学会|研究会|联盟|促进会|委员会|专委会|分会|总会|公会)$")
# Whoever tells the news commits to nothing and issues nothing: 柳州日报讯.
NEWS = re.compile(
    r"(?:日报|晚报|早报|晨报|商报|时报|电视台|广播电台|融媒体?(?:中心)?|传媒网?|新闻网|周刊|杂志社?|新闻办(?:公室)?|(?:纺织|服装|资讯|信息|鞋业|丝绸|皮革|中国[一-鿿]{2,6})网)$"
)
# A body whose site or word tells the news (据某部官网消息) issues nothing by that.
TELLS_NEWS = re.compile(r"(?:官方)?(?:网站|官网|官微|微信|公众号|消息|获悉|网?讯)")
_AUTHORITY = re.compile(r"(?:厅|局|委|委员会|部|政府|办公室|管委会)$")
_OWN_CLUB = re.compile(
    r"(?:[本我](?:会|协会|商会|学会|联合会|促进会|联盟|专委会|分会)(?![议场展面计标])|各(?:团体|常务|位|有关)*(?:会员|理事|监事)(?:单位|企业)?(?=[,、:及和]))"
)
_OWN_OFFICE = re.compile(
    r"[本我](?:厅|局|委|部|市局|办)(?![门位分队])|(?:省厅|[市县区]局)(?=将|[一-鿿]{2,6}[科处股]室?)"
)
_DESK = re.compile(r"(?:秘书处|办公室|会务组|筹备组|换届工作领导小组)$")

OF_ITSELF = re.compile(
    r"^(?:[本我]会(?=[第首\d一二三四五六七八九十]|会员|[理监]事|常务|年会)|[本我](?=会)|[本我]?(?:协会|商会|学会|联合会|总商会|联盟|总会|研究会|促进会|专委会|分会))"
)  # 协会年会 of a society's own notice


def speaking_club(article: Article) -> OrganisationMention | None:
    """Return the society that an article is the notice of: the one that signs it, else its outlet where it says 本会."""
    signing = [o._replace(name=_DESK.sub("", o.name)) for o in signatures(article)]
    if club := next((o for o in signing if CLUB.search(o.name)), None):
        return club
    return _outlet(article, _OWN_CLUB, CLUB)


def publishing_club(article: Article) -> str | None:
    """Return the name of the society whose page an article stands on."""
    name = flat(article.outlet or "").strip()
    return name if CLUB.search(name) else None


def speaking_authority(article: Article) -> list[OrganisationMention]:
    """Return the authority that publishes an article and calls itself 我局 in it."""
    body = _outlet(article, _OWN_OFFICE, _AUTHORITY)
    return [body] if body else []


# 会上,协会发布了《…》
_GIVES_OUT = re.compile(
    r"(?:^|(?<=[,。;:\n]))(?P<body>协会|商会|学会|联合会)(?:还|也|正式|联合|同时|现场|在会上|牵头)*(?:发布|印发|制定|推出|出台|公布|发起|发出)"
)


def giving_society(article: Article, span: Span) -> list[OrganisationMention]:
    """Return the outlet that a sentence of its own article calls 协会 where it says who gives a paper out."""
    body = _outlet(article, _GIVES_OUT, CLUB, span)
    return [body] if body else []


# 【发布单位】山东省经济贸易委员会 as the first line of a page
_LABEL = re.compile(r"(?:发布|发文|印发)(?:单位|机构|机关)】?\s?[:|]?\s?(?P<body>[一-鿿]{4,30})\s*$")


def _outlet(
    article: Article, itself: re.Pattern[str], sort: re.Pattern[str], span: Span | None = None
) -> OrganisationMention | None:
    """Return the outlet, if it is a body of a sort, at the place where the text speaks of itself as one."""
    label = _LABEL.search(flat(article.title))
    name = flat(article.outlet or (label["body"] if label else "")).strip()
    own = itself.search(article.plain, *(span or (0,))) if sort.search(name) else None
    if own is None:
        return None
    begin, end = own.span("body" if "body" in own.re.groupindex else 0)
    return OrganisationMention(begin, end, article.text[begin:end], name)


def signatures(article: Article) -> list[OrganisationMention]:
    """Return the bodies that stand alone on a line, or last in the text, where a notice is signed."""
    for body in reversed(article.organisations):
        after = article.plain[body.end :].strip()
        if body.begin > len(article.text) * 0.15 and (signing := _alone(article, body.begin)):
            return [*_signing_above(article, article.line(body.begin).begin), *signing]
        if not after and article.plain[body.begin - 1 : body.begin] in "。 \n":
            return [body]
    return []


def _signing_above(article: Article, begin: int) -> list[OrganisationMention]:
    """Return the bodies of the lines above a signature that hold nothing else, as far up as they go."""
    above = article.line(max(0, begin - 1))
    bodies = (
        _alone(article, above.begin)
        if 0 < above.begin < begin and above.begin * 3 > len(article.text)
        else []
    )
    return [*_signing_above(article, above.begin), *bodies] if bodies else []


def _alone(article: Article, place: int) -> list[OrganisationMention]:
    """Return the bodies of a line that holds nothing else."""
    line = article.line(place)
    if without_bodies(article, line).strip(" ()、盖章印"):
        return []
    return [o for o in article.organisations if line.begin <= o.begin < line.end]


def without_bodies(article: Article, line: Span) -> str:
    """Return what a line holds beside the names of bodies."""
    rest = line.of(article.plain)
    for body in article.organisations:
        if line.begin <= body.begin < line.end:
            rest = rest.replace(flat(body.quote), "")
    return rest.strip()
