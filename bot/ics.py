"""Records as an iCalendar file (日历), RFC 5545: what takes place, and the deadlines as entries of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vUri

from bot.records.model import StoredRecord
from bot.store.days import span
from bot.wording import KIND_WORDS, say_date, say_hosts, say_person, say_place

_DOMAIN = "zhouxun"  # the right-hand side of a UID, section 3.8.4.7
_STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE", "draft": "TENTATIVE"}
_MONTH = re.compile(r"\d{4}-\d{2}")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T")


def calendar(records: Iterable[StoredRecord]) -> bytes:
    """Write records as an iCalendar file.

    A day is an all-day entry, a time an entry in UTC without an invented end; a month spans its days,
    does not block them, and says so. A record whose day is known no better than by year, or whose year
    nothing tells, has no place in a calendar: only its deadline, if it has one.

    Args:
        records: as stored; the revision of their facts becomes SEQUENCE.

    Returns:
        The file, with CRLF line ends, the same for the same records.
    """
    whole = Calendar()
    whole.add("prodid", "-//zhouxun//周讯//ZH")
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("method", "PUBLISH")
    whole.add("x-wr-calname", "周讯")
    for stored in records:
        for entry in entries(stored):
            whole.add_component(entry)
    return bytes(whole.to_ical())


def entries(stored: StoredRecord) -> Iterator[Event]:
    """Return the entries of a record: when it takes place, and its deadline."""
    record = stored.record
    if times := _times(record.start, record.end):
        event = _entry(stored, record.id, record.name)
        for name, value in times:
            event.add(name, value)
        if _vague(record.start):
            event["summary"] = event.get("summary") + f"（日期待定：{say_date(record.start, date.min)}）"
            event.add("transp", "TRANSPARENT")
        yield event
    if record.deadline and (times := _times(record.deadline, None)):
        event = _entry(stored, f"{record.id}-deadline", f"截止：{record.name}")
        for name, value in times:
            event.add(name, value)
        event.add("transp", "TRANSPARENT")
        yield event


def _vague(value: str | None) -> bool:
    return bool(value and _MONTH.fullmatch(value))


def _times(start: str | None, end: str | None) -> Sequence[tuple[str, date | datetime]]:
    """Return DTSTART, and DTEND where the text gives an end or the entry is all-day (section 3.6.1)."""
    begins = (
        span(start) if start and (len(start) >= 10 or _vague(start)) and not start.startswith("--") else None
    )
    if start is None or begins is None:
        return ()
    if _TIME.match(start):
        times: list[tuple[str, date | datetime]] = [("dtstart", _instant(start))]
        if end and _TIME.match(end) and _instant(end) > _instant(start):
            times.append(("dtend", _instant(end)))
        return times
    ends = (span(end) if end and not end.startswith("--") else None) or begins
    last = max(begins[1], ends[1])
    return (("dtstart", begins[0]), ("dtend", last + timedelta(days=1)))  # DTEND is not included


def _instant(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    return moment.astimezone(UTC) if moment.tzinfo else moment


def _entry(stored: StoredRecord, uid: str, summary: str) -> Event:
    record = stored.record
    event = Event()
    event.add("uid", f"{uid}@{_DOMAIN}")
    event.add("sequence", stored.revision)
    event.add("dtstamp", stored.last_seen)
    event.add("created", stored.first_seen)
    event.add("last-modified", stored.last_seen)
    event.add("summary", summary)
    event.add("status", _STATUS.get(record.status or "", "CONFIRMED"))
    event.add("categories", [KIND_WORDS[record.kind]])
    if place := say_place(record.place):
        event.add("location", place)
    event.add("description", _description(stored))
    if stored.articles and stored.articles[0].url:
        event.add("url", vUri(stored.articles[0].url))
    return event


def _description(stored: StoredRecord) -> str:
    record = stored.record
    people = "、".join(map(say_person, record.people))
    lines = [record.time_text, say_hosts(record), people, *record.items, stored.quote]
    lines += [f"{article.title} {article.url}" for article in stored.articles]
    return "\n".join(line for line in lines if line)
