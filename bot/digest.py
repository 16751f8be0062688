"""A week's records to a Digest (周报), and a Digest to HTML, text, Telegram messages or JSON; pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot import wording
from bot.config import Subscriber
from bot.errors import UsageError
from bot.records.model import Record, StoredRecord
from bot.records.places import provinces, regions_of
from bot.rendering import fill

Format = Literal["html", "text", "telegram", "json"]
TELEGRAM_LIMIT = 4096
# Gmail hides what lies past 102 KB of HTML; headers and the transfer encoding need some of that.
HTML_LIMIT = 95_000
_SOON = timedelta(days=14)
# An article may be found some weeks after it was published; what is older than this is no news.
_STALE = timedelta(days=45)
_ARCHIVE_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Period:
    """The time an issue covers: `issue` such as `2025-W11`, from `since` up to `until` (aware)."""

    issue: str
    since: datetime
    until: datetime

    @classmethod
    def week(cls, issue: str, zone: ZoneInfo) -> Period:
        """Return the calendar week of an issue, Monday to Monday.

        Raises:
            UsageError: it is not an ISO 8601 week such as 2025-W11.
        """
        match = re.fullmatch(r"(\d{4})-?W(\d{1,2})", issue.strip(), re.IGNORECASE)
        try:
            if not match:
                raise ValueError
            monday = datetime.fromisocalendar(int(match[1]), int(match[2]), 1).replace(tzinfo=zone)
        except ValueError:
            raise UsageError(f"--week {issue}: is no ISO week; write one such as 2025-W11") from None
        return cls(_issue(monday), monday, monday + timedelta(days=7))

    @classmethod
    def ending(cls, until: datetime, lookback: float, zone: ZoneInfo) -> Period:
        """Return the period of `lookback` seconds before a moment, named by the week most of it lies in."""
        until = until.astimezone(zone)
        return cls(
            _issue(until - timedelta(seconds=lookback / 2)), until - timedelta(seconds=lookback), until
        )


def _issue(moment: datetime) -> str:
    year, week, _ = moment.isocalendar()
    return f"{year}-W{week:02d}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as a reader sees it; every line is ready to be printed."""

    stored: StoredRecord
    when: str
    where: str
    hosts: str
    tag: str
    deadline: str = ""
    people: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    is_new: bool = True
    children: tuple[str, ...] = ()

    @property
    def record(self) -> Record:
        """The record itself."""
        return self.stored.record

    @property
    def url(self) -> str:
        """The address of the first article that can be opened, or nothing."""
        return next((a.url for a in self.stored.articles if a.url.startswith(("http://", "https://"))), "")

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """What reported it: (outlet or title, address) without repeats."""
        seen = {(a.outlet or a.source or a.title): a.url for a in reversed(self.stored.articles)}
        web = ("http://", "https://")
        return tuple((name, url if url.startswith(web) else "") for name, url in reversed(seen.items()))


@dataclass(frozen=True, slots=True)
class Section:
    """A column (栏目) of the digest: key, Chinese title, entries in reading order, how many were left out."""

    key: str
    title: str
    entries: tuple[Entry, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Digest:
    """An issue as one subscriber gets it."""

    issue: str
    title: str
    span: str
    sections: tuple[Section, ...]
    deadlines: tuple[Entry, ...]
    generated: datetime
    filters: str = ""

    @property
    def count(self) -> int:
        """The number of records in it."""
        return sum(len(s.entries) + s.left_out for s in self.sections)


_SECTIONS = (
    ("meeting", "会议"),
    ("plan", "规划与政策"),
    ("event", "活动"),
    ("upcoming", "即将举行"),
    ("archive", "旧文补录"),
)


def build(
    records: Iterable[StoredRecord],
    *,
    period: Period,
    now: datetime,
    zone: ZoneInfo,
    subscriber: Subscriber | None = None,
    upcoming: float = 60 * 86400.0,
    min_confidence: float = 0.5,
) -> Digest:
    """Make the digest of a period for a subscriber.

    Args:
        records: everything that was new or changed in the period, and what lies ahead of it.
        period: what the issue covers.
        now: when it is made (aware).
        zone: the zone in which days are counted.
        subscriber: whose filters apply; None for everything.
        upcoming: how many seconds ahead 即将举行 looks.
        min_confidence: records below it are left out.
    """
    today = wording.local_day(max(now, period.until) if now < period.until else now, zone)
    horizon = today + timedelta(seconds=upcoming)
    chosen = {
        s.record.id: s for s in records if s.record.confidence >= min_confidence and wants(subscriber, s)
    }
    columns: dict[str, list[Entry]] = {key: [] for key, _ in _SECTIONS}
    for stored in chosen.values():
        parent = chosen.get(stored.record.parent or "")
        column = _column(stored, parent, period, today, horizon)
        if column:
            columns[column].append(_entry(stored, period, today))
    _nest(columns)
    sections = tuple(_section(key, title, sorted(columns[key], key=_order(key))) for key, title in _SECTIONS)
    return Digest(
        issue=period.issue,
        title=f"周讯 {period.issue[:4]}年第{int(period.issue[6:])}期",
        span=_span(period, today, zone),
        sections=tuple(s for s in sections if s.entries),
        deadlines=_deadlines(chosen.values(), period, today),
        generated=now.astimezone(zone),
        filters=_filters(subscriber),
    )


def _section(key: str, title: str, entries: Sequence[Entry]) -> Section:
    shown = _ARCHIVE_LIMIT if key == "archive" else len(entries)
    return Section(key, title, tuple(entries[:shown]), len(entries[shown:]))


def wants(subscriber: Subscriber | None, stored: StoredRecord) -> bool:
    """Tell whether a record passes a subscriber's filters; one that names no province concerns everybody."""
    if subscriber is None:
        return True
    record = stored.record
    if subscriber.kinds and record.kind not in subscriber.kinds:
        return False
    wanted = {province for region in subscriber.regions for province in provinces(region) or (region,)}
    regions = regions_of(record)
    if wanted and regions and regions.isdisjoint(wanted):
        return False
    if not subscriber.keywords:
        return True
    words = " ".join(
        [record.name, *record.aliases, *record.items, stored.quote, record.document or ""]
        + [o.name for o in record.organisations]
        + [a.title for a in stored.articles]
        + [e.quote for e in record.evidence]
    )
    return any(keyword in words for keyword in subscriber.keywords)


def _column(
    stored: StoredRecord, parent: StoredRecord | None, period: Period, today: date, horizon: date
) -> str | None:
    """Return the section a record belongs to in this issue, or None where it has no place in it."""
    record = stored.record
    if parent and record.kind != "plan" and not record.start:
        # What is only said to take place within another stands where that one does.
        return _column(parent, None, period, today, horizon)
    day = _first_day(record.end or record.start)
    if record.kind != "plan" and day and today <= day and record.status not in ("cancelled", "held"):
        begins = _first_day(record.start) or day
        return "upcoming" if begins <= horizon else None
    fresh = period.since <= stored.last_seen < period.until
    if not fresh:
        return None
    told_now = _is_news(stored, period) and (parent is None or _is_news(parent, period))
    return record.kind if told_now else "archive"


def _is_news(stored: StoredRecord, period: Period) -> bool:
    """Tell whether a page of these days speaks of something of these days."""
    oldest = (period.since - _STALE).date()
    days = [day for a in stored.articles if (day := _first_day(a.published))]
    took_place = _last_day(stored.record.end or stored.record.start)
    # Pages are restamped and copied: a meeting of last year is no news on a page of this week either.
    if stored.record.kind != "plan" and took_place:
        days = [min(day, took_place) for day in days] or [took_place]
    return any(day >= oldest for day in days)


def _first_day(value: str | None) -> date | None:
    if not value or value.startswith("--"):
        return None
    parts = [int(p) for p in re.findall(r"\d+", value[:10])]
    return date(parts[0], *(parts[1:3] + [1, 1][len(parts) - 1 :])) if parts else None


def _last_day(value: str | None) -> date | None:
    first = _first_day(value)
    if first is None or value is None or len(value) >= 10:
        return first
    return first.replace(month=12, day=31) if len(value) == 4 else first + timedelta(days=30)


def _order(key: str) -> Any:
    """Return the sort key of a section: what comes soonest first ahead, the newest first behind."""

    def soonest(entry: Entry) -> tuple[str, str]:
        return (entry.record.start or "9999", entry.record.name)

    def newest(entry: Entry) -> tuple[int, str]:
        day = _first_day(entry.record.start) or _published(entry.stored)
        return (-(day.toordinal() if day else 0), entry.record.name)

    return soonest if key == "upcoming" else newest


def _published(stored: StoredRecord) -> date | None:
    return max((d for a in stored.articles if (d := _first_day(a.published))), default=None)


def _entry(stored: StoredRecord, period: Period, today: date) -> Entry:
    record = stored.record
    people = sorted(
        record.people,
        key=lambda p: ("moderator", "speaker").index(p.role) if p.role in ("moderator", "speaker") else 2,
    )
    return Entry(
        stored=stored,
        when=_when(record, today),
        where=wording.say_place(record.place),
        hosts=wording.say_hosts(record),
        tag=_tag(record, today),
        deadline=wording.say_date(record.deadline, today),
        people=tuple(f"{wording.PERSON_WORDS[p.role]} {wording.say_person(p)}".strip() for p in people),
        figures=_figures(record),
        conflicts=_conflicts(record),
        is_new=stored.first_seen >= period.since,
    )


def _figures(record: Record) -> tuple[str, ...]:
    """Return a record's figures, each value with its unit once."""
    first = {(f.value, f.unit): f for f in reversed(record.figures)}
    return tuple(wording.say_figure(f) for f in record.figures if f is first[f.value, f.unit])


def _when(record: Record, today: date) -> str:
    if record.kind == "plan":
        return record.time_text or wording.say_span(record.start, record.end, today)
    return wording.say_span(record.start, record.end, today)


def _tag(record: Record, today: date) -> str:
    """Return the state as of today: what was announced and whose day has passed is no longer ahead."""
    day = _last_day(record.end or record.start)
    if record.status == "upcoming" and day and day < today:
        return ""
    return wording.STATUS_WORDS.get(record.status or "", "")


def _conflicts(record: Record) -> tuple[str, ...]:
    """Return what articles disagree on: different words for the start from different articles."""
    quotes = dict.fromkeys(e.quote for e in record.evidence if e.field == "start:conflict")
    if not quotes:
        return ()
    stated = next((e.quote for e in record.evidence if e.field == "start"), record.start or "")
    return (f"日期有出入：{' / '.join([stated, *quotes])}",)


def _nest(columns: dict[str, list[Entry]]) -> None:
    """Put what took place within another record of the same section under it."""
    for key, entries in columns.items():
        by_id = {e.record.id: e for e in entries}
        inner = [e for e in entries if e.record.parent in by_id and e.record.parent != e.record.id]
        for entry in inner:
            outer = by_id[entry.record.parent or ""]
            if outer not in inner:
                by_id[outer.record.id] = replace(outer, children=(*outer.children, entry.record.name))
        kept = [e for e in inner if by_id[e.record.parent or ""] in inner]
        columns[key] = [by_id[e.record.id] for e in entries if e not in inner or e in kept]


def _deadlines(records: Iterable[StoredRecord], period: Period, today: date) -> tuple[Entry, ...]:
    due = [
        s
        for s in records
        if (day := _first_day(s.record.deadline))
        and today <= day <= today + _SOON
        and s.record.status != "cancelled"
    ]
    return tuple(_entry(s, period, today) for s in sorted(due, key=lambda s: s.record.deadline or ""))


def _span(period: Period, today: date, zone: ZoneInfo) -> str:
    last = wording.local_day(period.until - timedelta(seconds=1), zone)
    return wording.say_span(wording.local_day(period.since, zone).isoformat(), last.isoformat(), today)


def _filters(subscriber: Subscriber | None) -> str:
    if subscriber is None:
        return ""
    parts = [
        "、".join(subscriber.regions),
        "、".join(wording.KIND_WORDS[k] for k in subscriber.kinds),
        "、".join(subscriber.keywords),
    ]
    return " · ".join(p for p in parts if p)


# --- rendering -----------------------------------------------------------------------------------


def render(digest: Digest, form: Format, *, unsubscribe: str = "", searchable: bool = False) -> str:
    """Write a digest in one of the formats; the parts of `telegram` are joined by a blank line.

    Args:
        digest: what to write.
        form: html (a mail body), text, telegram or json.
        unsubscribe: the address that ends the subscription, if there is one.
        searchable: put a search box on top, for the web page.
    """
    if form == "json":
        return json.dumps(to_json(digest), ensure_ascii=False, indent=1)
    if form == "telegram":
        return "\n\n".join(render_telegram(digest))
    if form == "text":
        return fill("digest.txt.j2", digest=digest, unsubscribe=unsubscribe)
    return _fit_html(digest, unsubscribe, searchable)


def _fit_html(digest: Digest, unsubscribe: str, searchable: bool) -> str:
    """Write the mail body, leaving out the last entries of the longest section until it is small enough."""
    while True:
        html = fill("digest.html.j2", digest=digest, unsubscribe=unsubscribe, searchable=searchable)
        longest = max(digest.sections, key=lambda s: len(s.entries), default=None)
        if len(html.encode()) <= HTML_LIMIT or longest is None or len(longest.entries) <= 1:
            return html
        cut = max(1, len(longest.entries) // 8)
        shorter = replace(longest, entries=longest.entries[:-cut], left_out=longest.left_out + cut)
        digest = replace(digest, sections=tuple(shorter if s is longest else s for s in digest.sections))


def render_telegram(digest: Digest) -> tuple[str, ...]:
    """Write a digest as Telegram messages (parse mode HTML), each within 4096 UTF-16 units."""
    blocks = [b.strip() for b in fill("digest_telegram.j2", digest=digest).split("\x1e")]
    return pack([b for b in blocks if b])


def pack(blocks: Sequence[str], limit: int = TELEGRAM_LIMIT) -> tuple[str, ...]:
    """Join blocks into as few messages as hold them, never cutting a block.

    Args:
        blocks: texts each within the limit.
        limit: UTF-16 units a message may have.
    """
    messages: list[str] = []
    for block in blocks:
        joined = f"{messages[-1]}\n\n{block}" if messages else block
        if messages and wording.utf16_length(joined) <= limit:
            messages[-1] = joined
        else:
            messages.append(block)
    return tuple(messages)


def to_json(digest: Digest) -> dict[str, Any]:
    """Return the digest as JSON values: its sections with records and the articles they stand in."""
    return {
        "issue": digest.issue,
        "title": digest.title,
        "span": digest.span,
        "generated": digest.generated.isoformat(),
        "count": digest.count,
        "sections": [
            {"key": s.key, "title": s.title, "records": [_entry_json(e) for e in s.entries]}
            for s in digest.sections
        ],
        "deadlines": [e.record.id for e in digest.deadlines],
    }


def _entry_json(entry: Entry) -> dict[str, Any]:
    references = [
        {"id": a.id, "url": a.url, "title": a.title, "outlet": a.outlet, "published": a.published}
        for a in entry.stored.articles
    ]
    return {**entry.record.to_json(), "quote": entry.stored.quote, "sources": references, "new": entry.is_new}
