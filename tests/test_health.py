"""Health: how a source is after a poll, when the operator is told, and when a source is polled next."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.cadence import next_cron, next_poll
from bot.health import Outcome, Told, due_notice, judge, quiet_after
from scrapers.errors import (
    Disallowed,
    Forbidden,
    Missing,
    NotAnArticle,
    Refused,
    TooLarge,
    Unreachable,
    Unreadable,
)

NOW = datetime(2025, 3, 20, 1, 0, tzinfo=UTC)
SHANGHAI = ZoneInfo("Asia/Shanghai")
HOUR, DAY = 3600.0, timedelta(days=1)


@pytest.mark.parametrize(
    ("outcome", "had_links", "state", "stage"),
    [
        (Outcome(listed=20, tried=20, read=20), False, "ok", None),
        (Outcome(listed=20), True, "ok", None),
        (Outcome(unchanged=True), True, "ok", None),
        (Outcome(), False, "empty", "discover"),
        (Outcome(), True, "changed", "discover"),
        (Outcome(error=Unreachable("x"), stage="fetch"), True, "unreachable", "fetch"),
        (Outcome(error=Refused("x"), stage="fetch"), True, "refused", "fetch"),
        (Outcome(error=Disallowed("x"), stage="fetch"), True, "refused", "fetch"),
        (Outcome(error=Forbidden("x"), stage="fetch"), True, "refused", "fetch"),
        (Outcome(error=Missing("x"), stage="fetch"), False, "changed", "fetch"),
        (Outcome(error=TooLarge("x"), stage="fetch"), False, "changed", "fetch"),
        (Outcome(error=Unreadable("x"), stage="fetch"), False, "empty", "fetch"),
        (Outcome(error=Unreadable("x"), stage="fetch"), True, "changed", "fetch"),
        (Outcome(20, tried=20, read=0, error=NotAnArticle("x"), stage="extract"), True, "changed", "extract"),
        (Outcome(20, tried=2, read=0, error=NotAnArticle("x"), stage="extract"), True, "ok", None),
        (Outcome(20, tried=20, read=1, error=NotAnArticle("x"), stage="extract"), True, "ok", None),
        (Outcome(20, tried=3, read=0, error=Refused("x"), stage="article"), True, "refused", "article"),
        (
            Outcome(20, tried=3, read=0, error=Unreachable("x"), stage="article"),
            True,
            "unreachable",
            "article",
        ),
    ],
)
def test_a_poll_is_judged_by_its_first_failing_stage(outcome, had_links, state, stage):
    """Each way to fail has its own word, so that the operator knows what to do."""
    verdict = judge(outcome, had_links=had_links, last_new=NOW, now=NOW)
    assert (verdict.state, verdict.stage) == (state, stage)
    assert verdict.failed == (state not in ("ok", "quiet"))
    assert bool(verdict.detail) == verdict.failed


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        ((), 14),
        (("2025-03-01", "2025-03-02", "2025-03-03", "2025-03-04"), 14),
        (("2025-01-01", "2025-01-11", "2025-01-21", "2025-01-31"), 40),
        (("2024-01-01", "2024-02-01"), 14),
    ],
)
def test_quiet_is_measured_by_the_habit_of_the_source(dates, days):
    """A source that publishes every ten days is quiet after forty, a daily one after two weeks."""
    assert quiet_after(dates) == timedelta(days=days)
    late = judge(
        Outcome(listed=5), had_links=True, last_new=NOW - timedelta(days=days + 1), dates=dates, now=NOW
    )
    early = judge(
        Outcome(listed=5), had_links=True, last_new=NOW - timedelta(days=days - 1), dates=dates, now=NOW
    )
    assert (late.state, early.state) == ("quiet", "ok")


@dataclass(frozen=True)
class State:
    id: str
    health: str = "ok"
    failures: int = 0
    health_since: datetime | None = NOW
    detail: str = "连接失败"


DOWN = State("a", "unreachable", 3)


def test_the_operator_is_told_after_three_failures_in_a_row():
    """Not after two; the message names the source, its state, since when and why."""
    assert due_notice([State("a", "unreachable", 2)], Told(), NOW) is None
    notice = due_notice([DOWN, State("b")], Told(), NOW, {"a": "浙江省服装行业协会"})
    assert (
        notice.text
        == "【信息源出现问题】\n· 浙江省服装行业协会（无法连接，自 2025-03-20 起，连续失败 3 次）：连接失败"
    )
    assert notice.told == Told({"a": NOW}, NOW)


def test_a_trouble_is_told_once_and_then_weekly():
    """No second message the next day, a reminder after seven."""
    told = due_notice([DOWN], Told(), NOW).told
    assert due_notice([DOWN], told, NOW + 2 * DAY) is None
    again = due_notice([DOWN], told, NOW + 7 * DAY)
    assert again.text.startswith("【仍未恢复】\n· a")
    assert due_notice([DOWN], again.told, NOW + 13 * DAY) is None


def test_two_messages_are_a_day_apart():
    """A second source that fails an hour later waits for tomorrow's message."""
    told = due_notice([DOWN], Told(), NOW).told
    both = [DOWN, State("b", "refused", 5)]
    assert due_notice(both, told, NOW + timedelta(hours=23)) is None
    assert "· b（拒绝访问" in due_notice(both, told, NOW + DAY).text


def test_recovery_is_told_and_then_forgotten():
    """What was said to be down is said to be up, once; what was never said is not."""
    told = due_notice([DOWN], Told(), NOW).told
    well = due_notice([State("a"), State("b")], told, NOW + 2 * DAY)
    assert well.text == "【已恢复】\n· a"
    assert well.told.troubles == {}
    assert due_notice([State("a")], well.told, NOW + 4 * DAY) is None


def test_a_quiet_source_is_told_of_too():
    """A site that changed and went silent is what operators fear: quiet is said without any failure."""
    assert "久未更新" in due_notice([State("a", "quiet")], Told(), NOW).text


def test_what_was_told_survives_a_restart():
    """The ledger goes through its stored form unharmed."""
    told = Told({"a": NOW}, NOW)
    assert Told.from_json(told.to_json()) == told
    assert Told.from_json(None) == Told()


# --- cadence -------------------------------------------------------------------------------------


def hours_until(every=6.0, **options):
    due = next_poll(every * HOUR, NOW, **({"name": "a", "zone": SHANGHAI} | options))
    return (due - NOW).total_seconds() / HOUR


def test_sources_of_one_interval_are_moved_apart():
    """Within the interval, by up to a tenth of it, always the same for a source."""
    waits = [hours_until(name=f"s{number}") for number in range(200)]
    assert min(waits) >= 5.4 and max(waits) <= 6.0 and len({round(w, 2) for w in waits}) > 30
    assert hours_until() == hours_until()


def test_failures_double_the_wait_up_to_a_day():
    """Exponential back-off; a source polled less often than daily keeps its interval."""
    waits = [hours_until(failures=n) for n in range(1, 8)]
    assert waits == sorted(waits)
    assert 10.8 <= waits[0] <= 12 and 21.6 <= waits[1] <= 24 and waits[-1] == waits[2]
    assert hours_until(72.0, failures=5) <= 72


@pytest.mark.parametrize(
    ("busy", "low", "high"),
    [(range(24), 5.4, 6.0), (range(10, 14), 2.7, 3.0), (range(4), 10.8, 12.0)],
)
def test_learned_hours_bend_the_interval_within_bounds(busy, low, high):
    """Half the interval towards hours in which the source publishes, twice it towards silent ones."""
    hours = [10 if hour in busy else 0 for hour in range(24)]
    assert low <= hours_until(hours=hours) <= high


def test_too_few_articles_teach_nothing():
    """Until thirty articles are known the declared interval holds."""
    assert 5.4 <= hours_until(hours=[0] * 12 + [29] + [0] * 11) <= 6.0


def test_what_the_site_asks_is_honoured_for_a_day_at_most():
    """Retry-After and max-age move the next poll back, a year of it is not believed."""
    assert hours_until(not_before=NOW + timedelta(hours=9)) == 9
    assert hours_until(not_before=NOW + timedelta(days=400)) == 24
    assert hours_until(not_before=NOW) <= 6


@pytest.mark.parametrize(
    ("cron", "due"),
    [
        ("0 8 * * *", "2025-03-21T08:00"),
        ("30 9 * * *", "2025-03-20T09:30"),
        ("0 8 * * 1-5", "2025-03-21T08:00"),
        ("0 8 * * sat,sun", "2025-03-22T08:00"),
        ("0 8 * * 7", "2025-03-23T08:00"),
        ("0 8 * * 0", "2025-03-23T08:00"),
        ("*/20 9-17 * * *", "2025-03-20T09:20"),
        ("5/30 * * * *", "2025-03-20T09:05"),
        ("0 0 1 jan *", "2026-01-01T00:00"),
        ("0 0 29 2 *", "2028-02-29T00:00"),
        ("0 8 1 * 1", "2025-03-24T08:00"),
    ],
)
def test_cron_is_read_as_crontab_has_it(cron, due):
    """Five fields in Shanghai's time; Sunday is 0 and 7; day of month or weekday when both are given."""
    now = NOW.astimezone(SHANGHAI)
    assert next_cron(cron, now).isoformat()[:16] == due
    assert next_poll(HOUR, NOW, name="a", cron=cron, zone=SHANGHAI) == next_cron(cron, now)


def test_a_cron_that_names_no_day_is_an_error():
    """The thirtieth of February is said, not searched for ever."""
    with pytest.raises(ValueError, match="names no day"):
        next_cron("0 0 30 2 *", NOW.astimezone(SHANGHAI))
