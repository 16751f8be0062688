"""One record out of two that are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from bot.records.merging.apart import letters_of
from bot.records.merging.ground import other_place
from bot.records.merging.near import day_of
from bot.records.model import Evidence, Organisation, Person, Place, Record, Series, Status

_T = TypeVar("_T")
_STAGE: dict[Status | None, int] = {
    None: 0,
    "draft": 1,
    "upcoming": 1,
    "published": 2,
    "ongoing": 3,
    "postponed": 4,
    "cancelled": 5,
    "held": 6,
}


def merged(old: Record, new: Record) -> Record:
    """Make one record of two that are the same; the id of the old one stays.

    A field comes from the record that tells it better: the later stage for dates (a postponed event has its
    new date), the more exact one, then the more confident. Evidence of both is kept, with its article, so
    that a conflict stays visible.
    """
    old, new = _called_for(old, new), _called_for(new, old)
    ahead, behind = (new, old) if _stage(new) > _stage(old) else (old, new)
    first, second = _better(ahead, behind)
    lead = max((old, new), key=lambda r: (_is_told_whole(r), len(r.name), r is old))
    name = lead.name if ahead.status == "draft" else _DRAFT.sub("", lead.name)
    return replace(
        old,
        kind=old.kind,
        name=name,
        aliases=_union(n for n in (*old.aliases, *new.aliases, old.name, new.name) if n != name),
        status=ahead.status,
        start=first.start,
        end=_last(first, second),
        time_text=first.time_text or second.time_text,
        date_basis=first.date_basis,
        deadline=ahead.deadline or behind.deadline,
        place=ahead.place if _moved_away(ahead, behind) else _place(ahead.place, behind.place),
        organisations=_organisations(old, new),
        people=_people(old, new),
        items=max(old.items, new.items, key=len),
        figures=tuple({f.label: f for f in (*behind.figures, *ahead.figures)}.values()),
        series=_series(old, new),
        parent=old.parent or new.parent,
        document=old.document or new.document,
        evidence=_union((*_cited(old), *_cited(new))),
        articles=_union((*old.articles, *new.articles)),
        confidence=max(old.confidence, new.confidence),
    )


def _is_told_whole(record: Record) -> bool:
    """Tell whether a plan's title stands in some article as it is, not put together with the body that issued it."""
    told = (e.quote for e in record.evidence if e.field == "name")
    return record.kind != "plan" or any(record.name in quote for quote in told)


def _stage(record: Record) -> tuple[int, str]:
    """Rank how far a thing is told to have come: what is put off again goes to the later day."""
    return _STAGE[record.status], (record.start or "") if record.status == "postponed" else ""


def _called_for(plan: Record, event: Record) -> Record:
    """Take the notice of a selection for the selection, told ahead: the day of a notice is none of it."""
    if plan.kind != "plan" or event.kind == "plan":
        return plan
    return replace(
        plan,
        kind=event.kind,
        name=event.name,
        aliases=(*plan.aliases, plan.name),
        status="upcoming",
        start=None,
        end=None,
        time_text=None,
        date_basis=None,
        evidence=tuple(e for e in plan.evidence if e.field not in _DAYS_TOLD),
    )


_DAYS_TOLD = ("start", "end", "time_text", "date_basis")


def _better(ahead: Record, behind: Record) -> tuple[Record, Record]:
    """Choose whose dates stand: a dropped date never, else the more exact, the later stage, the surer."""
    if ahead.status in ("postponed", "cancelled") and behind.status != "held":
        return ahead, behind
    if _exact(ahead.start) != _exact(behind.start):
        return (ahead, behind) if _exact(ahead.start) > _exact(behind.start) else (behind, ahead)
    if ahead.status == behind.status and behind.confidence > ahead.confidence:
        return behind, ahead
    return ahead, behind


_DRAFT = re.compile(r"[(（](?:征求意见稿|公开征求意见稿|讨论稿|送审稿|草案|审议稿)[)）]$")


def _last(first: Record, second: Record) -> str | None:
    """Return the last day: of two that begin on one day the one that tells how long it lasts."""
    only_opened = first.start == second.start and first.end in (None, first.start)
    return second.end or first.end if only_opened and day_of(first.start) else first.end


def _exact(value: str | None) -> int:
    """Rank a date: none, a year, a day without its year, a month, a day."""
    if not value:
        return 0
    return 2 if value.startswith("-") else {4: 1, 7: 3}.get(len(value), 4)


def _moved_away(ahead: Record, behind: Record) -> bool:
    """Tell whether what was put off was moved to another town with it."""
    return "postponed" in (ahead.status, behind.status) and other_place(ahead, behind)


def _place(one: Place | None, other: Place | None) -> Place | None:
    if one is None or other is None:
        return one or other
    best, rest = sorted(
        (one, other),
        key=lambda p: (p.venue is not None and p.venue != p.city, p.region is not None, len(p.text)),
        reverse=True,
    )
    return best if best.region else replace(best, region=rest.region, city=rest.city)


def _union(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))


def _organisations(old: Record, new: Record) -> tuple[Organisation, ...]:
    """Join the bodies; one that both name counts once, with its longer name."""
    found: dict[tuple[str, str], Organisation] = {}
    for body in (*old.organisations, *new.organisations):
        key = (letters_of(body.name), body.role)
        if key not in found or len(body.name) > len(found[key].name):
            found[key] = body
    return tuple(found.values())


_ACTIVE = ("moderator", "speaker", "awardee", "attendee", "other")


def _people(old: Record, new: Record) -> tuple[Person, ...]:
    """Join the people by name, each with what they did most and all their posts."""
    found: dict[str, Person] = {}
    for person in (*old.people, *new.people):
        known = found.get(person.name)
        if known is None:
            found[person.name] = person
            continue
        role = min(known.role, person.role, key=_ACTIVE.index)
        found[person.name] = replace(known, role=role, posts=known.posts or person.posts)
    return tuple(found.values())


def _series(old: Record, new: Record) -> Series:
    return Series(old.series.name or new.series.name, old.series.edition or new.series.edition)


def _cited(record: Record) -> tuple[Evidence, ...]:
    """Return the evidence with its article; a record of one article need not have said it before."""
    source = record.articles[0] if record.articles else None
    return tuple(e if e.article else replace(e, article=source) for e in record.evidence)
