"""What people are said to do, and who stayed away."""

from __future__ import annotations

import re

from bot.records.model import PersonRole
from bot.records.people.chains import Found, clause_start, sentence_start
from bot.records.people.elections import STOP
from bot.records.people.titles import TITLE_HERE

_DEEDS: tuple[tuple[PersonRole, re.Pattern[str]], ...] = (
    ("moderator", re.compile(r"^[^,;]{0,16}?主持(?!人)")),
    ("speaker", re.compile(
        "致辞|致词|致.{0,6}[辞词]|讲话|报告(?!会)|发言|演讲(?!会|比?赛)|解读(?!会)|介绍(?!会)|讲了|讲述|详解|指出|表示|强调|认为|(?<![小传])说(?!明书|法)|(?<!座)谈(?!会)|宣读|宣布|发布(?!会|活动|仪式)|通报(?!会)|总结(?!大?会)|建议|阐述|分享(?!会|活动)|授课|主讲|汇报(?!会|演出)|回顾(?!展)|点评|提出|透露|阐释|分析(?!会)|作了|作题|作“|讲解|答记者问|推介(?!会|活动)|坦言|称(?!号)")),
    ("awardee", re.compile("荣获|获得(?!者)|被授予|获评|获[金银铜一二三四特优最“第]|分获|摘得|夺得|夺魁|分列|斩获|折桂|夺冠|问鼎")),
    ("attendee", re.compile("出席|参加|参会|到场|到会|莅临|受邀|应邀|见证|与会|参与|列席|观摩|建言|颁奖|授牌|揭牌|剪彩|按下|启动|颁发|陪同|揭幕|签约|签署|致贺|考察|调研|座谈|交流|观看|到贺|祝贺")),
)  # fmt: skip
_LEADS: tuple[tuple[PersonRole, re.Pattern[str]], ...] = (
    ("speaker", re.compile(r"(?:授课|主讲|讲师|演讲|发言|分享|演讲嘉宾|主讲嘉宾|讲话|致辞)[^。,\n]{0,8}:[^。\n]*$")),
    ("moderator", re.compile(r"主持人?:[^。,;\n]*$")),
    ("attendee", re.compile(r"(?:出席|参加|邀请|嘉宾|到会|到场|莅临|参会|与会|迎来|会见|就座|在座)[^。\n]*$")),
)  # fmt: skip
# 致辞嘉宾: on a line of its own rules the short lines below it.
_LIST_HEADING = re.compile(
    r"(?:^|\n)[ \t]*(?:\d、|[一二三四五六七八九十]、)?(?:(?P<speaker>(?:致辞|演讲|主题|分享|主讲|授课|发言|主旨)[^\n:。]{0,8})|(?P<moderator>主持人?)|(?P<attendee>(?:出席|特邀|拟邀|邀请|参会)[^\n:。]{0,8}))\s?:[ \t]*\n(?:[^\n:。]{1,60}(?::[^\n。]{1,40})?\n)*[^\n。]{0,60}$"
)
_LISTED = re.compile(
    rf"^\s*(?:女士|先生|同志|(?:副|助理)?{TITLE_HERE})?(?:[、,;]|和|与|及|以及|等?\s?$)|^(?:的[一-鿿]{{0,4}}作品|凭|以)?(?:《[^》\n]*》)?、(?:[^,。;、\n]{{2,24}}的)?$"
)
_BY_NEXT = re.compile(r"[,;][^,;、。]{0,8}由")  # 副主席甲,会议由乙主持
_ABSENT = re.compile(
    r"^在电话[里中]|^“[^“”\n]{2,60}”的?(?:重要)?(?:指示|批示|讲话|要求)(?:精神)?|^(?:同志)?的?(?:重要)?(?:讲话|批示|指示|回信)精神|^(?:同志)?对[^,。;\n]{2,12}的(?:讲话|致[辞词]|贺信|批示)|^[^,;。\n]{0,4}?委托|^[^,;。\n]{0,6}(?:因故|未能|未出席|缺席|(?:专门|特地|特?[向为][^,。]{1,12})?(?:发来|致)(?:书面)?(?:[贺唁]?[信电函]|致[辞词])|因[^,。]{1,8}(?:未能|缺席|无法|出差|请假|委托))"
)
# 没能到会的某厂厂长某某在电话里说
_STAYED_AWAY = re.compile(
    r"(?:没能|未能|无法|不能|因故未|因故没有)(?:亲自|亲临)?(?:到会|到场|出席|参加|与会|参会|赴会|前来|到现场)[^,。;、]{0,6}的[^,。;]*$"
    r"|(?:出差|请假|缺席|住院)的[^,。;]*$"
)


def is_absent(text: str, begin: int, end: int) -> bool:
    """Tell whether the words around a name say that its holder was not there."""
    stayed = _STAYED_AWAY.search(text, clause_start(text, begin), begin)
    return bool(stayed or _ABSENT.match(text[end : end + 80]))


_TAKES_POST = re.compile(r"[^,。;]{0,12}?(?:当选|连任|蝉联|担任|就任|接任|出任|兼任|受聘|任|为)")


def _deed(gap: str) -> PersonRole | None:
    """Return what the words right behind a name say its holder does."""
    first, _, second = gap.lstrip(" ,").partition(",")
    if re.match(r"\s*(?:等|以及|和)", first) and not any(p.search(first) for _, p in _DEEDS):
        first = gap
    if re.match(r"\s*(?:并|还|他|她|强调|指出|表示|认为)", second):
        first += "," + second.partition(",")[0]
    return next((role for role, pattern in _DEEDS if pattern.search(first)), None)


def roles_of(text: str, found: list[Found]) -> list[PersonRole | None]:
    """Return what each person does; in a list without verbs, what the last of it does."""
    roles: list[PersonRole | None] = [None] * len(found)
    for i in range(len(found) - 1, -1, -1):
        begin, end, posts = found[i]
        stop = m.start() if (m := STOP.search(text, end)) else len(text)
        following = found[i + 1][0] if i + 1 < len(found) and found[i + 1][0] < stop else None
        gap = text[end : following or min(stop, end + 120)]
        listed_gap = following and _LISTED.match(gap) and not _BY_NEXT.search(gap)
        listed_gap = listed_gap and not any(deed.search(gap) for _, deed in _DEEDS)
        if any(post.title == "主持人" for post in posts):
            roles[i] = "moderator"
        elif listed_gap:
            roles[i] = roles[i + 1]
        else:
            roles[i] = _deed(gap) or _lead(text, begin)
        if roles[i] is None and _TAKES_POST.match(gap):
            roles[i] = "other"
    return roles


def _lead(text: str, begin: int) -> PersonRole | None:
    """Return what the words before a name say: 出席会议的有…, 授课老师:…."""
    if heading := _LIST_HEADING.search(text, max(0, begin - 300), begin):
        return heading.lastgroup  # type: ignore[return-value]
    before = text[sentence_start(text, begin) : begin]
    return next((role for role, pattern in _LEADS if pattern.search(before)), None)
