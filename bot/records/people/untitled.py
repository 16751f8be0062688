"""Names with a body but no title, or a verb alone: 国务院发展研究中心刘世锦, 夏令敏主持会议."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.records.model import Post
from bot.records.organisations import body_endings
from bot.records.people.chains import Found, organisation_before
from bot.records.people.person_names import (
    NOT_A_NAME,
    SHORT_SURNAME,
    SURNAME_1,
    follower_at,
    foreign_end,
    name_end,
)
from bot.records.people.titles import BASE, TITLE_HERE, TITLE_NOT_BEFORE
from bot.records.places import region_at
from bot.records.rules import Rule

_BRANCH = Rule("[一二三四五六七八九]部(?<=[一-鿿]{4})|庭(?<=[一-鿿]{3})|(?:研究室|教研室)(?<=[一-鿿]{5})")
# 欧, 司, 夏 and 完 begin surnames of two characters.
_BEGINS_SURNAME = SURNAME_1 | frozenset("欧司夏完")


def _behind_bodies(text: str) -> Iterator[int]:
    """Yield where a surname may stand right behind a body: 国务院发展研究中心|刘世锦."""
    ends = body_endings().ends(text)
    ends |= {m.end() for m in _BRANCH.finditer(text)}
    for end in sorted(ends):
        begin = end + text.startswith("的", end)
        if text[begin : begin + 1] in _BEGINS_SURNAME and not text.endswith("企业", 0, end):
            yield begin


_NAMED = rf"(?P<name>{SHORT_SURNAME}[一-鿿]{{1,3}}|[一-鿿]{{1,8}}(?:·[一-鿿]{{1,8}})+)"
_RESUME_POST = rf"(?P<of>[^\n。,;:()]{{0,36}}?)(?P<title>(?:常务|执行|名誉|副)*{TITLE_HERE})"
_RESUMES = (
    Rule(
        rf"(?:^|\n|(?<!联系人)(?<!负责人)(?<!编辑):)[ \t]*(?:\d+[.、])?{_NAMED}[ \t]*[ \t,:|-][ \t]*{_RESUME_POST}(?=[ \t]*(?:\n|$))"
    ),
    Rule(rf"(?:^|[\n\s、,:;])\s*{_NAMED}\({_RESUME_POST}\)"),
    Rule(rf";\s*{_NAMED},{_RESUME_POST}(?=;)"),
)
# Names with a dot show themselves where their first part keeps to the characters of transcription.
_DOTTED = Rule(
    r"[阿艾肯江满都买麦米木古丽尔孜克提江吐逊依不都热西哈力巴帕努尼玛莎沙夏穆罕默德合斯卡塔库班吾甫苏玉赛迪娜扎萨拉曼姆达伊比加地里亚]{2,7}(?:·[一-鿿]{1,8})+"
)
_OPENING = Rule(
    r"(?:^|(?<=[\n。]))(?=[一-鿿]{2,3}(?:主持|致辞|致词|宣读|作[^,。]{0,6}报告|发表|讲话|发言|在(?:[一-鿿]{0,4}(?:致辞|致词|讲话|发言|报告|演讲|总结)|会上|大会上|会议上|论坛上)))"
)
# 由王某作筹备报告, 首先请朱某对…做了报告, 审议了王某所作的《…》.
_REPORTING = Rule(
    r"(?:由|请|听取(?:并审议)?了?|审议了?|通过了?)(?=[一-鿿]{2,4}(?:所?[作做]|主持|宣读|对|就|向|汇报|报告|通报|代表))"
)
_REPORTS = re.compile(
    r"所?[作做](?:了|的|[一-鿿]{0,14}(?:报告|说明|总结|通报))|主持|宣读|汇报|报告(?!会)|通报"
    r"|(?:对|就|向|代表)[^,。]{2,40}(?:[作做]|汇报|宣读|说明|通报|介绍)"
)
_WINS = re.compile(r"荣?获(?!悉)|摘得|夺得|作[^,。]{0,8}报告|(?:介绍|回顾|主讲|解读|分享)了|主持")
_DOES = re.compile(
    r"\s*(?:[、,。]|等|分别|主持|致辞|发言|作|获|荣获|夺|摘|斩获|分列|谈|介绍|分享|担任|夺|摘|表示|指出|认为|强调|汇报|讲解|宣讲|通报|解读|主讲|先生|女士|回顾|和(?=[^,。]{3,40}分别))"
)


def read_untitled(text: str) -> Iterator[Found]:
    """Yield 国务院发展研究中心刘世锦, a line 姚某 某某协会主任 and, opening a sentence, 夏令敏主持会议."""
    for begin in _behind_bodies(text):
        end = name_end(text, begin)
        if (
            end
            and (end - begin >= 3 or _WINS.match(text, end))
            and _DOES.match(text, end)
            and not TITLE_NOT_BEFORE.match(text, begin)
        ):
            body = organisation_before(text, max(0, begin - 40), begin)
            yield begin, end, (Post(body, None),) if body else ()
    for m in (m for pattern in _RESUMES for m in pattern.finditer(text)):
        name = m["name"]
        if not (region_at(name, 0) or BASE.match(name) or NOT_A_NAME.match(name + " ")):
            yield *m.span("name"), (Post(m["of"].strip() or None, m["title"]),)
    for m in _DOTTED.finditer(text):
        end = foreign_end(text, m.start())
        if end and follower_at(text, end):
            yield m.start(), end, ()
    for m in _REPORTING.finditer(text):
        end = name_end(text, m.end())
        if end and _REPORTS.match(text, end) and not region_at(text, m.end()):
            yield m.end(), end, ()
    for m in _OPENING.finditer(text):
        end = name_end(text, m.end())
        if end:
            yield m.end(), end, ()
