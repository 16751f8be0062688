"""Who was there: people by name, the posts they hold and what they do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from bot.records.model import PersonRole, Post
from bot.records.organisations import Naming, naming
from bot.records.people.chains import CROWD, OF_A_BODY, SEAT, Found, read_chained
from bot.records.people.elections import read_elected, read_taken_by
from bot.records.people.roles import is_absent, roles_of
from bot.records.people.untitled import read_untitled
from bot.records.people.winners import read_grouped, read_listed_winners, read_winners
from bot.records.text import flat


class PersonMention(NamedTuple):
    """A person named in a text; ``begin`` and ``end`` span the name, ``quote`` is ``text[begin:end]``.

    ``role`` is None where the words around tell nothing of what the person does.
    """

    begin: int
    end: int
    quote: str
    name: str
    role: PersonRole | None
    posts: tuple[Post, ...] = ()


_UNPADDED = re.compile(r"(?<=[一-鿿])\s+(?=[一-鿿])")
# 沈某代表王某会长致辞: who is spoken for stayed away.
_SPOKEN_FOR = re.compile(r"(?:同志|先生|女士)?代表[^,。;、\n与和同跟向给为]{0,20}")


def read_people(text: str, headline: str = "") -> tuple[PersonMention, ...]:
    """Read the people of a text in its order, each mention with the posts its words give.

    A name needs a title, a verb of speech or a place in a chain; signers of the article are left out.

    Args:
        text: the clean body.
        headline: above it, which may name the body in full that the text calls 协会.
    """
    flattened = flat(text)
    names = naming(text, headline)
    spans = _without_overlap(
        [
            *read_chained(flattened, names),
            *read_elected(flattened),
            *read_taken_by(flattened),
            *read_untitled(flattened),
            *read_winners(flattened),
            *read_listed_winners(flattened),
        ]
    )
    for begin, end, posts in read_grouped(flattened):  # a crowd's style is nobody's who has a post of his own
        if not spans.get((begin, end)):
            spans = _without_overlap([*((b, e, p) for (b, e), p in spans.items()), (begin, end, posts)])
    spans |= _mentioned_again(flattened, spans)
    met = _with_own_posts(flattened, [(begin, end, posts) for (begin, end), posts in sorted(spans.items())])
    spoken_for = [one for last, one in pairwise(met) if _SPOKEN_FOR.fullmatch(flattened, last[1], one[0])]
    found = [one for one in met if one not in spoken_for]
    return tuple(
        PersonMention(
            b,
            e,
            text[b:e],
            _UNPADDED.sub("", text[b:e]),
            role,
            tuple(_in_full(post, names, b) for post in posts),
        )
        for (b, e, posts), role in zip(found, roles_of(flattened, found), strict=True)
        if not (is_absent(flattened, b, e) or _AND.match(flattened, max(0, b - 1)))
    )


# 专家评委和大众评委: 和 behind a word without a title joins; it is nobody's family name.
_AND = re.compile(
    r"[一-鿿](?:(?<![长任席记员理师授士家生者监事裁])和"
    r"|和(?:工厂|企业|市场|品牌|院校|学校|高校|面料|买手|商家|厂家|客商|渠道|平台|丝绸|蚕[丝茧桑]|[棉麻毛](?=[纺织纤绒])|羊绒|羽绒|纱线|纤维|染整|缝制|鞋[业帽]|内衣|童装|家居|贸易|外贸|商贸|纺织|服[装饰]|家纺|针织|印染|化纤|皮革|面料|行业|产业|企业|业[界内]|时尚|设计|技术|市场|法律|财[经务]|媒体|学术|高校|院校|政府|部门|科研|电商|品牌))"
)


def _without_overlap(found: Iterable[Found]) -> dict[tuple[int, int], tuple[Post, ...]]:
    """Join what is said of one name; where two readings overlap, the first one stays."""
    spans: dict[tuple[int, int], tuple[Post, ...]] = {}
    for begin, end, posts in found:
        known = spans.get((begin, end))
        if known is not None:
            seats = {post.organisation for post in known}
            new = (p for p in posts if p not in known and (p.title or p.organisation not in seats))
            spans[begin, end] = (*known, *new)
        elif not any(span[0] < end and begin < span[1] for span in spans):
            spans[begin, end] = posts
    return spans


def _with_own_posts(text: str, met: list[Found]) -> list[Found]:
    """Take from who is told beside a holder of a post what is not his.

    会长甲与乙签约, where 乙 is a mayor known before, leaves him that; 某公司总经理甲、乙 the posts that many hold.
    """
    own: dict[str, tuple[Post, ...]] = {}
    kept: list[Found] = []
    for begin, end, posts in met:
        known = own.get(text[begin:end], posts) != posts
        joint = text[kept[-1][1] : begin] if kept and kept[-1][2] == posts else ""
        if known and joint in ("与", "和", "同", "跟", "及"):
            posts = ()
        elif known and joint == "、":
            posts = tuple(post for post in posts if not _is_held_by_one(post))
        if posts:
            own.setdefault(text[begin:end], posts)
        kept.append((begin, end, posts))
    return kept


def _is_held_by_one(post: Post) -> bool:
    title = post.title or ""
    return title.endswith(_ONE_HOLDS) and not title.startswith("副")


_ONE_HOLDS = ("总经理", "董事长", "总裁", "厂长", "镇长", "县长", "市长", "区长", "局长", "书记")


def _mentioned_again(
    text: str, spans: dict[tuple[int, int], tuple[Post, ...]]
) -> dict[tuple[int, int], tuple[Post, ...]]:
    """Return the further places where the people found are named, without title."""
    again: dict[tuple[int, int], tuple[Post, ...]] = {}
    for name in {text[begin:end] for begin, end in spans}:
        at = text.find(name)
        while at >= 0:
            if not any(begin < at + len(name) and at < end for begin, end in (*spans, *again)):
                again[at, at + len(name)] = ()
            at = text.find(name, at + len(name))
    return again


def _in_full(post: Post, naming: Naming, at: int) -> Post:
    """Return the post with its body's full name, or with the body it can only be of, where the text gives one."""
    if post.organisation:
        return Post(naming.full(post.organisation, at), post.title)
    seat = SEAT.match(post.title or "")
    if seat and seat[1] and post.title not in CROWD:
        return Post(naming.seat(seat[1]), post.title)
    title, body = post.title or "", naming.sitting()
    of_it = title.endswith((*OF_A_BODY, "主任委员")) or (
        title.endswith("主席") and _CHAIRED.search(body or "")
    )
    return Post(body, title) if of_it else post


_CHAIRED = re.compile("(?:联盟|商会|联合会|促进会)$")
