"""What a searcher types, read into a Query: words, phrases, -exclude, OR, fields and date ranges."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from bot.store import days, meant
from bot.store.tokens import fold

HitKind = Literal["meeting", "plan", "event", "article"]
KIND_NAMES: Mapping[str, HitKind] = {
    **dict.fromkeys(("会议", "会", "meeting", "meetings"), "meeting"),
    **dict.fromkeys(("规划", "计划", "方案", "政策", "规划与政策", "plan", "plans"), "plan"),
    **dict.fromkeys(("活动", "展会", "赛事", "event", "events"), "event"),
    **dict.fromkeys(("资讯", "文章", "新闻", "article", "articles"), "article"),
}
FIELD_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("地区", "region"), "regions"),
    **dict.fromkeys(("类型", "kind"), "kinds"),
    **dict.fromkeys(("主办", "host"), "hosts"),
    **dict.fromkeys(("人", "人物", "person"), "people"),
    **dict.fromkeys(("届", "edition"), "editions"),
    **dict.fromkeys(("来源", "source"), "sources"),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase as typed; an exact one must stand in the text just so."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question: every group must be met by one of its words, none of `excluded` may stand.

    Fields narrow: within one field any value will do. ``since`` and ``until`` are days, both
    included: of publication for an article, of taking place for a record.
    """

    groups: tuple[tuple[Word, ...], ...] = ()
    excluded: tuple[Word, ...] = ()
    regions: tuple[str, ...] = ()
    kinds: tuple[HitKind, ...] = ()
    hosts: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    limit: int = 10
    offset: int = 0
    problems: tuple[str, ...] = field(default=(), compare=False)

    @property
    def empty(self) -> bool:
        """Nothing is asked at all."""
        return self == Query(limit=self.limit, offset=self.offset)


_TOKEN = re.compile(
    r"""(?P<minus>[-－−])?
        (?:(?P<field>[^\W\d_]+)[:：](?=\S))?
        (?: ["“”「『](?P<phrase>[^"“”」』]*)["“”」』]? | (?P<word>[^\s"“”「」『』|]+) | (?P<bar>\|) )""",
    re.VERBOSE,
)
_DATE = r"\d{4}年?(?:(?<=年)\d{1,2}月?(?:(?<=月)\d{1,2}日?)?|(?:[-./]\d{1,2}){1,2})?"
_RANGE = re.compile(rf"({_DATE})?(?:\.\.|…|~|～|至|到)({_DATE}|\d{{1,2}}月)?")
_DAY_OR_MONTH = re.compile(rf"(?=\d{{4}}\D\d){_DATE}")
_EDITION = re.compile(r"第?(\w+?)届?")


def parse_query(text: str, *, today: date | None = None, limit: int = 10, offset: int = 0) -> Query:
    """Read a typed question.

    Args:
        text: such as `羽绒 "常务理事会" -招聘 地区:河南 类型:会议 届:25 2024-01..2024-06`; `OR` or
            `或` between two words wants either.
        limit, offset: how many hits, from which on.

    Returns:
        The query; `problems` says in Chinese what of it could not be understood.
    """
    query = Query(limit=limit, offset=offset)
    joining = False
    for match in _TOKEN.finditer(text):
        if match["bar"] or (match["word"] in ("OR", "或") and not match["field"] and not match["minus"]):
            joining = bool(query.groups)
            continue
        query = _take(query, match, joining, today)
        joining = False
    return query


def _take(query: Query, match: re.Match[str], joining: bool, today: date | None) -> Query:
    name = (match["field"] or "").lower()
    value = match["phrase"] if match["phrase"] is not None else match["word"]
    if name in FIELD_NAMES and not match["minus"]:
        return _field(query, FIELD_NAMES[name], value)
    if name:
        value = f"{match['field']}:{value}"
    if period := _RANGE.fullmatch(value):
        return _period(query, value, *period.groups())
    if not match["phrase"] and _DAY_OR_MONTH.fullmatch(value) and days.span(_padded(value)):
        return _period(query, value, value, value)
    word = Word(fold(value).strip(), exact=match["phrase"] is not None)
    if not re.search(r"\w", word.text):
        return query
    if match["minus"]:
        return replace(query, excluded=(*query.excluded, word))
    if joining:
        return replace(query, groups=(*query.groups[:-1], (*query.groups[-1], word)))
    return replace(query, groups=(*query.groups, (word,))) if word.exact else _said(query, word.text, today)


def _said(query: Query, folded: str, today: date | None) -> Query:
    """Take a typed word for what it says: a period told from today, and the words beside those that only ask."""
    if today and (told := meant.from_today(folded, today)):
        folded, (since, until) = told
        query = replace(query, since=since, until=until)
    words = meant.asked(folded) if folded else []
    return replace(query, groups=(*query.groups, *((Word(text),) for text in words)))


def _field(query: Query, name: str, value: str) -> Query:
    if name == "kinds":
        kind = KIND_NAMES.get(value.lower())
        if kind is None:
            return _problem(query, f"不认识的类型“{value}”，可用：会议、规划、活动、资讯")
        return replace(query, kinds=(*query.kinds, kind))
    if name == "editions":
        edition = _EDITION.fullmatch(fold(value))
        number = meant.number(edition[1]) if edition else None
        if number is None:
            return _problem(query, f"届次应为数字，如 届:25，而不是“{value}”")
        value = str(number)
    if name == "regions" and value in ("全国", "中国"):
        return query
    changed: dict[str, Any] = {name: (*getattr(query, name), value)}
    return replace(query, **changed)


def _period(query: Query, typed: str, first: str | None, last: str | None) -> Query:
    if first and last and "月" in last and not last[:4].isdecimal():
        last = first[:4] + "年" + last  # 2024年1月至6月
    since, until = days.span(_padded(first)), days.span(_padded(last))
    if (first and not since) or (last and not until) or not (since or until):
        return _problem(query, f"看不懂的日期范围“{typed}”，应如 2024-01..2024-06")
    return replace(query, since=since[0] if since else query.since, until=until[1] if until else query.until)


def _padded(text: str | None) -> str | None:
    return "-".join(part.zfill(2) for part in re.findall(r"\d+", text)) if text else None


def _problem(query: Query, said: str) -> Query:
    return replace(query, problems=(*query.problems, said))
