"""Who takes a post: 甲当选会长, 乙等50人任副会长, 秘书长由丙担任."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.records.model import Post
from bot.records.people.chains import (
    Found,
    clause_start,
    names_ending_at,
    organisation_before,
    sentence_start,
)
from bot.records.people.person_names import (
    OPEN_BODY,
    is_local_firm,
    name_end,
)
from bot.records.people.titles import TITLE_HERE, posts_of, read_titles
from bot.records.places import region_at
from bot.records.rules import Rule

STOP = re.compile(r"[。!?\n]")
_ELECTED = Rule(
    r"(?:(?:及|和|以及)[^,。、]{2,20}(?:负责人|代表|领导))?(?:等(?:(?:\d+|[一二三四五六七八九十]+)?[人位名](?:[一-鿿]{2,8}(?:代表|企业家|负责人|人士))?)?)?(?:同志|先生|女士)?(?:以(?![^,。、]{2,4}为)[^,。]{2,10}|全票|高票|再次|正式|继续|一致|将)?"
    rf"(?P<verb>当选为?|连任|蝉联|被?(?:推选|选举|推举|选|聘请|聘|任命|增补|增选)为|受聘(?:为|担任)?|获[选聘]为?|分别?担?任|担任|出任|兼任|就任|接任|(?<![聘选委续兼主责])任|为)(?:了)?(?P<of>(?:(?!当选|连任|担任|兼任|为)[^,。;、\n:]){{0,26}}?)(?P<title>(?:名誉|荣誉|常务|执行|首席|特邀|联席|轮值|专职|[一-鿿]国首席特邀|副)*{TITLE_HERE})(?=[,。;、\s()]|$|的)"
)
_APPOINTING = re.compile(
    r"(?:选举|选出|特邀|宣布|推选|推举|聘请|聘任|增补|提名|增选|补选|任命|特聘|同意|当选|兼任|出任|担任)"
)
_NO_BODY = re.compile(
    r"^(?:20\d\d年度?|新任|现任|新一?届|首任|第[一二三]任|第?[一二三四五六七八九十\d]+届|首届|本届|本会|协会|该会|该|新|理事会|监事会|执行|\s)+"
)


def read_elected(text: str) -> Iterator[Found]:
    """Yield names before the post they take: 陈栋、高敏等50人任副会长; 聘请冯某为名誉会长."""
    carried: tuple[int, str | None] | None = None  # 甲当选某协会主席;乙当选副主席: of the same body
    for m in _ELECTED.finditer(text):
        left = max(text.rfind(c, 0, m.start()) for c in ",。;:\n") + 1
        if m["verb"] == "为":  # 产生了以甲为会长、乙为监事长的领导班子
            left = max((by.end() for by in _WITH.finditer(text, left, m.start())), default=left)
        names = list(names_ending_at(text, left, m.start()))
        appointed = names and _APPOINTING.search(text, sentence_start(text, left), names[-1][0])
        if m["verb"] == "为" and not appointed:
            continue
        body, title = _elected_post(m["of"], m["title"])
        if body is None and carried and not STOP.search(text, carried[0], m.start()):
            body = carried[1]
        carried = (m.end(), body)
        for begin, end in names:
            employer = organisation_before(text, max(left, text.rfind("、", left, begin) + 1), begin)
            known = employer and (re.search(OPEN_BODY, employer) or is_local_firm(employer, 0, len(employer)))
            held = (Post(employer, None),) if known else ()
            yield begin, end, (*held, *posts_of(body, title))


_WITH = re.compile("以(?!及)")


def _elected_post(of: str, title: str) -> tuple[str | None, str]:
    """Part the words between verb and title: 新一届中国某协会 is the body, 技术 belongs to 顾问."""
    first = _FIRST_OF_TWO.search(of)  # 任某协会执行会长兼秘书长
    title, of = (first[0] + title, of[: first.start()]) if first else (title, of)
    words = re.sub(
        r"(?:首任|新任|(?<![高创革更])新|第[一二三四五六七八九十\d]+任|第?[一二三四五六七八九十\d]+届(?:理事会|监事会)?)$",
        "",
        _NO_BODY.sub("", of),
    ).strip()
    if (
        words
        and not first
        and len(words) <= 4
        and not re.search(OPEN_BODY, words)
        and not region_at(words, 0)
    ):
        return None, words + title
    return words or None, title


_FIRST_OF_TWO = re.compile(rf"(?:名誉|荣誉|常务|执行|副)*{TITLE_HERE}兼$")
# 秘书长由吴某担任
_TAKEN_BY = re.compile(r"(?:一职|职务|人选)?(?:仍|继续)?由")
_TAKES_IT = re.compile(r"(?:同志|先生|女士)?(?:继续|兼)?(?:担任|出任|兼任|接任)")


def read_taken_by(text: str) -> Iterator[Found]:
    """Yield the names behind a post that they are told to take."""
    for title in read_titles(text):
        by = _TAKEN_BY.match(text, title.end)
        end = name_end(text, by.end()) if by else None
        if by and end and _TAKES_IT.match(text, end):
            body = organisation_before(text, clause_start(text, title.begin), title.begin)
            yield by.end(), end, posts_of(body, title.words)
