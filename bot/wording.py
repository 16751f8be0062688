"""The Chinese words for kinds, states, roles and dates; shared by digest, chat, web page and command line."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.config import parse_when
from bot.records.model import Figure, Person, Place, Record

KIND_WORDS = {"meeting": "会议", "plan": "规划", "event": "活动"}
STATUS_WORDS = {
    "upcoming": "即将举行",
    "held": "已举行",
    "ongoing": "进行中",
    "published": "已发布",
    "draft": "征求意见",
    "postponed": "延期",
    "cancelled": "取消",
}
ROLE_WORDS = {
    "host": "主办",
    "organiser": "承办",
    "co-organiser": "协办",
    "supporter": "支持",
    "issuer": "发布",
    "member": "参与",
}
HEALTH_WORDS = {
    "new": "尚未轮询",
    "ok": "正常",
    "quiet": "久未更新",
    "empty": "列表为空",
    "changed": "疑似改版",
    "refused": "拒绝访问",
    "unreachable": "无法连接",
    "disabled": "已停用",
}
DELIVERY_WORDS = {
    "pending": "待发",
    "sending": "发送中",
    "sent": "已发",
    "ambiguous": "不明",
    "failed": "失败",
    "paused": "暂停",
}
PERSON_WORDS = {"moderator": "主持", "speaker": "讲话", "attendee": "出席", "awardee": "获表彰", "other": ""}
_QUALIFIERS = {"about": "约{}", "over": "{}余", "under": "不足{}"}
_WEEKDAYS = "一二三四五六日"
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?")


def say_date(value: str | None, today: date) -> str:
    """Write an ISO date of any precision as a reader says it: `3月10日 周一`, `2026年3月`, `12月20日（年份未详）`.

    Args:
        value: the contract's date (`2025`, `2025-03`, `2025-03-10`, with a time, `--12-20`) or None.
        today: the year of it is left out.
    """
    if not value:
        return ""
    if value.startswith("--"):
        month, _, monthday = value[2:].partition("-")
        return f"{int(month)}月{int(monthday)}日（年份未详）" if monthday else f"{int(month)}月（年份未详）"
    full = _DAY.match(value)
    if not full:
        year, _, numeral = value.partition("-")
        return f"{year}年{int(numeral)}月" if numeral.isdigit() else f"{year}年"
    day = date(int(full[1]), int(full[2]), int(full[3]))
    year_part = "" if day.year == today.year else f"{day.year}年"
    clock = f" {full[4]}:{full[5]}" if full[4] else ""
    return f"{year_part}{day.month}月{day.day}日 周{_WEEKDAYS[day.weekday()]}{clock}"


def say_span(start: str | None, end: str | None, today: date) -> str:
    """Write from start to end: `3月26日—29日`, or one date where both are the same or one is unknown."""
    if not start or not end or start[:10] == end[:10]:
        return say_date(start or end, today)
    first, last = say_date(start, today), say_date(end, today)
    plain_first, plain_last = (re.sub(r" 周.( \d\d:\d\d)?", "", d) for d in (first, last))
    if start[:7] == end[:7] and len(start) >= 10 and "月" in plain_last:
        plain_last = plain_last.split("月", 1)[1]
    elif start[:4] == end[:4] and "年" in plain_last and not end.startswith("--"):
        plain_last = plain_last.split("年", 1)[1]
    return f"{plain_first}—{plain_last}"


def say_when(when: str) -> str:
    """Write a weekly time such as `mon 08:00` as a reader says it: `每周一 08:00`."""
    weekday, clock = parse_when(when)
    return f"每周{_WEEKDAYS[weekday]} {clock:%H:%M}"


def say_place(place: Place | None) -> str:
    """Write a place as province, city and venue, without saying a part twice."""
    if place is None:
        return ""
    if place.region and place.text.startswith(place.region) and not place.venue:
        return place.text
    parts: list[str] = []
    for part in (place.region, place.city, place.venue or place.text):
        if part and not any(part in said for said in parts):
            parts = [said for said in parts if said not in part]
            parts.append(part)
    return " ".join(parts)


def say_person(person: Person) -> str:
    """Write a person with the posts the text gives: `赵悦（浙江省服装行业协会执行秘书长）`."""
    posts = "、".join(f"{p.organisation or ''}{p.title or ''}" for p in person.posts)
    return f"{person.name}（{posts}）" if posts else person.name


def say_figure(figure: Figure) -> str:
    """Write a figure with its label: `参会 500余人`."""
    number = say_number(figure.value)
    return f"{figure.label} {_QUALIFIERS.get(figure.qualifier or '', '{}').format(number)}{figure.unit or ''}"


def say_number(value: float) -> str:
    """Write a number with 万 and 亿 as Chinese readers expect: 3440000000000 is `3.44万亿`."""
    for size, word in ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")):
        if abs(value) >= size:
            return f"{value / size:.4f}".rstrip("0").rstrip(".") + word
    return str(int(value)) if float(value).is_integer() else f"{value:g}"


def say_hosts(record: Record) -> str:
    """Write who stands behind a record, by role in order: `主办 甲、乙；承办 丙`."""
    parts = []
    for role, word in ROLE_WORDS.items():
        names = list(dict.fromkeys(o.name for o in record.organisations if o.role == role))
        if names and role != "member":
            parts.append(f"{word} {'、'.join(names)}")
    return "；".join(parts)


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 code units, in which the Bot API counts."""
    return len(text.encode("utf-16-le")) // 2


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """Return the calendar day of an aware moment in the zone."""
    return moment.astimezone(zone).date()
