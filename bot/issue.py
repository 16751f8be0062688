"""Which records and which period make an issue: what the digest command, the scheduler and the web page share."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot import wording
from bot.config import Config
from bot.digest import Period
from bot.records.model import StoredRecord
from bot.store import Store, Wanted


def period_now(config: Config, now: datetime) -> Period:
    """Return the period that ends now and is as long as a digest looks back."""
    return Period.ending(now, config.digest.lookback, config.zone)


def records_of(store: Store, config: Config, period: Period, now: datetime) -> list[StoredRecord]:
    """Return what an issue is made of: what the period brought, and what lies ahead of it.

    Args:
        store: where they are.
        config: the confidence floor and how far 即将举行 looks ahead.
        period: what the issue covers.
        now: the moment it is made.
    """
    floor = config.digest.min_confidence
    today = wording.local_day(now, config.zone)
    ahead = today + timedelta(seconds=config.digest.upcoming)
    new = Wanted(updated_since=period.since, updated_until=period.until, min_confidence=floor)
    coming = Wanted(since=today, until=ahead, min_confidence=floor)
    found = [*store.records(new), *store.records(coming)]
    return list({stored.record.id: stored for stored in found}.values())
