"""The titles people hold (职务), as they stand in a text, and the posts they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bot.records.model import Post
from bot.records.places import region_at
from bot.records.rules import branched
from bot.records.text import Lexicon, any_of, listed, table

# 商会会长 is 会长 of a 商会: a title keeps to the post, the body before it to the body. Those of the party
# and the government (县委书记, 区委常委) stay whole, as the word list has them.
_BODY_FIRST = re.compile(any_of(listed("title_bodies")))
# Titles that sign an article; their holders are not people of the event.
_BYLINE = re.compile("记者|通讯员|编委(?!会)|撰稿人|评论员|主播|(?<!总)编辑(?!部)")
_TITLES = frozenset(
    title
    for title in (row["title"] for row in table("titles"))
    if not _BODY_FIRST.match(title) and not _BYLINE.search(title)
) | frozenset(listed("titles_more"))
BASE = branched(any_of(_TITLES))
_MODIFIER = branched(
    "(?:原|前任?|第一|时任|现任|新任|首任|名誉|荣誉|常务|执行|专职|首席|代|驻会|轮值|特邀|创会|高级|资深|著名|知名|国家级|特聘|客座|候任|终身|永久|联合|联席|项目|第[一二三四五六七八九十]+[届代]|[正副](?:司|厅|处|局|部|省)级|副)+$"
)
TITLE_HERE = any_of(_TITLES)
TITLE_NOT_BEFORE = re.compile(
    r"[长届馆团杯奖站]|班(?![一-鿿]{1,2}[、等])|席(?:位|上|区|$|[,。、的])|(?<=成员)国|会(?![见晤谈])|处(?!长)|大会|大赛|队(?!长)|性|们|(?<=企业家)(?:俱乐部|联谊会|毛皮|皮革|纺织|服装|论坛|沙龙|座谈|峰会)|作(?=[品家者坊])|办公|单位|工作(?:站|室)|委员|品牌|协会|小组|班子|干部|机关"
)


_NEWLY = re.compile("^(?:现任|新任|首任|时任)")


class Title(NamedTuple):
    """A title as it stands in a text: 常务副会长, 副会长兼秘书长."""

    begin: int
    end: int
    words: str


@cache
def _title_lexicon() -> Lexicon:
    return Lexicon(_TITLES)


_PROPOSED = re.compile(r"候选人|(?:提名)?人选")  # 副市长人选某某
_JOINED_TITLE = re.compile(rf"\(?(?:兼(?!职)(?:任)?|暨)(?P<of>[^\s,。、;:]{{0,14}}?)(?={TITLE_HERE})")


def read_titles(text: str) -> Iterator[Title]:
    """Yield the titles of a text, those joined by 兼 or 暨 as one."""
    reach = 0
    for begin, end in _title_lexicon().every(text):
        if begin < reach:
            continue
        while joint := _JOINED_TITLE.match(text, end):
            base = BASE.match(text, joint.end())
            if base is None:
                break
            end = base.end() + (joint.group()[0] == "(" and text[base.end() : base.end() + 1] == ")")
        if proposed := _PROPOSED.match(text, end):
            end = proposed.end()
        if TITLE_NOT_BEFORE.match(text, end) or _splits_a_region(text, end):
            continue  # 执行理事|长 holds 理事长
        before = _MODIFIER.search(text[max(reach, begin - 12) : begin])
        begin -= before.end() - before.start() if before else 0
        reach = end
        yield Title(begin, end, _NEWLY.sub("", text[begin:end]))


def _splits_a_region(text: str, end: int) -> bool:
    """Tell whether the 长 of a seat's title begins a place or a ware: 陕西省|长安, 福州|长乐, 石狮市|长车染整."""
    seat = text[end - 2 : end - 1] in tuple("省市县区镇州") and text[end - 1] == "长"
    return seat and (region_at(text, end - 1) > 0 or bool(_LONG.match(text, end)))


_LONG = re.compile(r"[丝绒裙裤袍袖衫车期远效纤]|三角|江(?=[经流三两中沿])|毛绒")


_DEPARTMENT = re.compile(r"(?:部|处|科|室|办|司)$")
_ALSO = re.compile(r"\(?兼(?!职)任?|暨")
_LAST_BASE = re.compile(rf"(?:名誉|荣誉|执行|常务|副)*(?:{BASE.pattern})$")


def posts_of(organisation: str | None, title: str) -> tuple[Post, ...]:
    """Return the posts of 副会长兼秘书长, one each; 兼人事部主任 is of a department of the same body."""
    posts: list[Post] = []
    for part in _ALSO.split(title.rstrip(")")):
        base = _LAST_BASE.search(part) if posts else None
        body = part[: base.start()] if base else ""
        if body and _DEPARTMENT.search(body) and organisation:
            body = organisation + body
        posts.append(_seated_in(body or organisation, part[base.start() :] if base else part))
    return tuple(posts)


_SECRETARY = re.compile(r"([省市区县州旗])委(书记)")


def _seated_in(organisation: str | None, title: str) -> Post:
    """Return a post; the 县委书记 of a county is the 书记 of its committee."""
    party = _SECRETARY.fullmatch(title)
    if party and organisation and organisation.endswith(party[1]):
        return Post(organisation + "委", party[2])
    return Post(organisation, title)
