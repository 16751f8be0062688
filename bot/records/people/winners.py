"""Who won: 来自某学院的甲以作品《…》夺得金奖, 曾某、洪某等知名设计师."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.records.model import Post
from bot.records.people.chains import (
    LAST_JOINT,
    LIST_SIGN,
    Found,
    clause_start,
    joined_before,
    names_ending_at,
    organisation_before,
)
from bot.records.people.person_names import (
    OPEN_BEFORE,
    OPEN_BODY,
    SUFFIX,
    name_before,
    name_end,
)
from bot.records.people.titles import TITLE_HERE
from bot.records.rules import Rule

_GROUP = Rule(
    rf"等(?:\d+[位名人])?(?:知名|著名|资深|多位|国内外|国内|业内|新锐|青年|优秀|获奖|“[^“”\n]{{2,10}}”|\s)*(?P<of>[一-鿿]{{1,8}}(?:协|人大|协会|商会|学会|学院|大学|集团|公司))?(?P<title>(?!领导|代表|负责人){TITLE_HERE})|(?:等?\d+[位名人]|等人?)?(?:分别)?(?:荣获|获得|获评|获)(?=[“金银铜优一二三最]|[^,。;]{{0,14}}(?:称号|奖))"
)


def read_grouped(text: str) -> Iterator[Found]:
    """Yield the names of 曾某、洪某等知名设计师 and 段某、徐某13人获得“优秀指导教师奖”."""
    for m in _GROUP.finditer(text):
        left = max(text.rfind(c, 0, m.start()) for c in ",。;:\n") + 1
        names = list(names_ending_at(text, left, m.start()))
        whole = sum(end - begin == 3 for begin, end in names) > 1 or not m[0].startswith("等获")
        if len(names) > 1 and whole:
            yield from (
                (begin, end, (Post(m["of"], m["title"]),) if m["title"] else ()) for begin, end in names
            )


_WON = Rule(
    r"(?:分别|分|荣|喜|勇)?(?:获得|获评|获颁|斩获|夺得|摘得|捧得|摘取|摘下|获|夺|摘)(?:了)?(?=[^,。;\n]{0,30}?(?:奖|冠军|亚军|季军|称号|第?[一二三]名|桂冠))|夺冠|折桂|夺魁"
)
# 何某的作品《梯田谣》, 周某凭作品《雪线》
_WORK = re.compile(
    r"(?:的(?:参赛)?(?:系列)?(?:作品)?|(?:创作|设计)的(?:作品)?|(?:以|凭借?|携)(?:参赛)?(?:系列)?(?:作品)?|作品)?《[^《》\n]{1,24}》(?:系列|一举|最终|获)*$|(?:设计|创作)的(?:参赛)?作品$"
)
_CROWD_LAST = re.compile(r"等(?:\d+|[一二三四五六七八九十]+)[人名位](?:选手|同学|学生)?(?:分别)?$")
_NEXT_PRIZE = re.compile(r"(?:[金银铜]奖|[一二三]等奖|冠军|亚军|季军)、$")  # 甲获面料组金奖、|乙获花样组金奖
_CONTESTANT = r"(?:学生|选手|姑娘|小伙子?|同学|员工|职工|工人|女工|绣娘|村民|女孩|小将|老师|教师|设计师)"
_WINNER_OPENS = re.compile(rf"{_CONTESTANT}$|(?<=[一-鿿]{{2}}[厂店坊社班校])$|{OPEN_BEFORE.pattern}")
_INTRODUCED = re.compile(
    rf"{_CONTESTANT}$|来自[^,。;、]{{2,24}}的$|(?:{SUFFIX}|{OPEN_BODY[:-1]}|[厂店坊校村])的?$|[一-鿿]{{3}}的$"
)


def read_winners(text: str) -> Iterator[Found]:
    """Yield 来自某学院的李某以作品《…》夺得金奖, 甲厂的李某、乙厂的董某分获一等奖."""
    for m in _WON.finditer(text):
        left = clause_start(text, m.start())
        crowd = _CROWD_LAST.search(text, left, m.start())
        end, found, shown = crowd.start() if crowd else m.start(), list[Found](), bool(crowd)
        while end > left:
            work = _WORK.search(text, left, end)
            end = work.start() if work else end
            item = max(left, text.rfind("、", left, end) + 1)
            begin = name_before(text, item, end, _WINNER_OPENS)
            if begin is None:
                break
            lead = text[item:begin]
            shown = shown or bool(work or _INTRODUCED.search(lead) or _NEXT_PRIZE.search(text, left, item))
            found.append((begin, end, _employed(text, item, begin)))
            joint = LAST_JOINT.search(text, item, begin) or joined_before(text, item, begin, _NEXT_SCHOOL)
            end = joint.start() if joint else item - 1
        if shown:
            yield from found


# 获得十佳设计师的分别是甲、乙、丙; 大奖得主计某、李某
_WINNERS_ARE = Rule(
    r"(?:获得|荣获|夺得|摘得|当选|获)[^,。;\n]{2,40}?的?(?:选手|设计师|同学|学生|作者)?(?:分别)?[是有为]:?(?=[一-鿿]{2,3}、)"
    r"|(?<=[”奖])(?:获得者|得主|获奖者)(?:分别[是为])?(?=[一-鿿]{2,3}(?:[、,。]|携手|先后|分别|和|与))"
)


def read_listed_winners(text: str) -> Iterator[Found]:
    """Yield the names of a list that words of winning open."""
    for m in _WINNERS_ARE.finditer(text):
        at = m.end()
        while (end := name_end(text, at)) is not None:
            yield at, end, ()
            joint = LIST_SIGN.match(text, end)
            if joint is None:
                break
            at = joint.end()


_NEXT_SCHOOL = re.compile(r"[和与及](?=[^,。;、和与及]{2,20}的$)")  # 甲公司的曹某和|乙集团的


def _employed(text: str, begin: int, end: int) -> tuple[Post, ...]:
    """Return the school or firm that stands before a winner's name; a town is none."""
    body = organisation_before(text, begin, end)
    known = body and re.search(rf"{OPEN_BODY}|[厂店坊社校]$", body)
    return (Post(body, None),) if known else ()
