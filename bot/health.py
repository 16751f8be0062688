"""Whether a source still delivers (信息源健康), and what its operator is told. Pure: now is an argument."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Literal, Protocol

from bot.wording import HEALTH_WORDS
from scrapers.errors import Forbidden, Missing, Refused, ScrapeError, TooLarge, Unreachable

State = Literal["new", "ok", "quiet", "empty", "changed", "refused", "unreachable", "disabled"]
Stage = Literal["fetch", "discover", "article", "extract"]

FAILING: frozenset[str] = frozenset({"empty", "changed", "refused", "unreachable"})
TOLD_AFTER = 3  # failures in a row
_REMIND = timedelta(days=7)
_AT_MOST = timedelta(days=1)
_QUIET_FROM = timedelta(days=14)
_QUIET_TIMES = 4  # times a source's own habit

STAGE_WORDS: Mapping[str, str] = {
    "fetch": "读取列表页",
    "discover": "识别条目链接",
    "article": "读取文章页",
    "extract": "抽取正文",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a poll of a source came to; ``error`` is the first failure and ``stage`` where it was.

    ``listed`` entries stood on the lists, ``unchanged`` lists had nothing to parse, ``tried`` articles
    were fetched, ``read`` of them were articles.
    """

    listed: int = 0
    unchanged: bool = False
    tried: int = 0
    read: int = 0
    error: ScrapeError | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The health a poll leaves a source in, the first stage that failed, and why in words."""

    state: State
    stage: Stage | None = None
    detail: str = ""

    @property
    def failed(self) -> bool:
        """Whether the poll counts as a failure."""
        return self.state in FAILING


def state_of(error: ScrapeError, *, had_links: bool) -> State:
    """Return the health that an error of a list page means."""
    match error:
        case Unreachable():
            return "unreachable"
        case Refused() | Forbidden():
            return "refused"
        case Missing() | TooLarge():
            return "changed"
    return "changed" if had_links else "empty"


def judge(
    outcome: Outcome,
    *,
    had_links: bool,
    last_new: datetime | None,
    dates: Sequence[str] = (),
    now: datetime,
) -> Verdict:
    """Say how a source is after a poll.

    Args:
        outcome: the poll.
        had_links: whether its list gave entries before.
        last_new: when a new article was last found.
        dates: the newest days of publication known, ISO 8601: the source's habit.
        now: the time of the poll.
    """
    if outcome.stage == "fetch" and outcome.error:
        return _failed(state_of(outcome.error, had_links=had_links), "fetch", outcome.error.message)
    if not outcome.listed and not outcome.unchanged:
        said = f"（{outcome.error.message}）" if outcome.error else ""
        if had_links:
            return _failed("changed", "discover", f"列表页不再有文章链接，可能已改版{said}")
        return _failed("empty", "discover", f"列表页没有文章链接{said}")
    if outcome.tried and not outcome.read and outcome.error:
        return _articles_failed(outcome, outcome.error)
    if last_new and now - last_new > (limit := quiet_after(dates)):
        return Verdict(
            "quiet", None, f"已 {(now - last_new).days} 天没有新文章，超过 {limit.days} 天的惯常间隔"
        )
    return Verdict("ok")


def _failed(state: State, stage: Stage, said: str) -> Verdict:
    return Verdict(state, stage, f"{STAGE_WORDS[stage]}：{said}")


def _articles_failed(outcome: Outcome, error: ScrapeError) -> Verdict:
    tried = f"{outcome.tried} 个文章页都不成，如 {error}"
    if isinstance(error, Unreachable | Refused):
        return _failed(state_of(error, had_links=True), "article", tried)
    if outcome.tried < 3:  # a notice without text, a page taken down: no sign of a new layout
        return Verdict("ok")
    return _failed("changed", outcome.stage or "extract", tried)


def quiet_after(dates: Sequence[str]) -> timedelta:
    """Return how long a source may be silent: four times its usual gap, never under two weeks."""
    days = sorted({datetime.fromisoformat(date) for date in dates})
    gaps = [later - earlier for earlier, later in pairwise(days)]
    habit = timedelta(seconds=median(gap.total_seconds() for gap in gaps)) if len(gaps) > 2 else timedelta(0)
    return max(_QUIET_FROM, habit * _QUIET_TIMES)


# --- telling the operator ------------------------------------------------------------------------


class Watched(Protocol):
    """What is looked at of a source's state."""

    @property
    def id(self) -> str: ...
    @property
    def health(self) -> str: ...
    @property
    def health_since(self) -> datetime | None: ...
    @property
    def failures(self) -> int: ...
    @property
    def detail(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Told:
    """What the operator knows: by source when it was last told of, and when the last message left."""

    troubles: Mapping[str, datetime] = field(default_factory=dict)
    last: datetime | None = None

    def to_json(self) -> str:
        """Return it as one JSON document."""
        troubles = {id: when.isoformat() for id, when in self.troubles.items()}
        return json.dumps({"troubles": troubles, "last": self.last.isoformat() if self.last else None})

    @classmethod
    def from_json(cls, text: str | None) -> Told:
        """Read back what `to_json` gave; nothing for None."""
        if not text:
            return cls()
        data = json.loads(text)
        troubles = {id: datetime.fromisoformat(when) for id, when in data["troubles"].items()}
        return cls(troubles, datetime.fromisoformat(data["last"]) if data["last"] else None)


@dataclass(frozen=True, slots=True)
class Notice:
    """A message for the operator, and what will be known once it was sent."""

    text: str
    told: Told


def in_trouble(state: Watched) -> bool:
    """Say whether the operator should know: three failures in a row, or a source gone quiet."""
    return state.health == "quiet" or (state.health in FAILING and state.failures >= TOLD_AFTER)


def due_notice(
    states: Sequence[Watched], told: Told, now: datetime, names: Mapping[str, str] | None = None
) -> Notice | None:
    """Gather what the operator must be told now: new troubles, weekly reminders, recoveries.

    Args:
        states: all sources that are polled.
        told: what was said before.
        now: the time; two messages are at least a day apart.
        names: what sources are called.

    Returns:
        One message, or None when there is nothing to say or it is too soon.
    """
    if told.last and now - told.last < _AT_MOST:
        return None
    troubled = {state.id: state for state in states if in_trouble(state)}
    fresh = [s for id, s in troubled.items() if id not in told.troubles]
    again = [s for id, s in troubled.items() if id in told.troubles and now - told.troubles[id] >= _REMIND]
    known = {state.id: state for state in states}
    well = [known[id] for id in told.troubles if id in known and known[id].health == "ok"]
    if not (fresh or again or well):
        return None
    called = names or {}
    parts = [
        _section("信息源出现问题", [_trouble(state, called) for state in fresh]),
        _section("仍未恢复", [_trouble(state, called) for state in again]),
        _section("已恢复", [called.get(state.id) or state.id for state in well]),
    ]
    gone = {state.id for state in well} | (told.troubles.keys() - known.keys())
    kept = {id: when for id, when in told.troubles.items() if id not in gone}
    kept |= {state.id: now for state in (*fresh, *again)}
    return Notice("\n\n".join(part for part in parts if part), Told(kept, now))


def _section(head: str, lines: Sequence[str]) -> str:
    return "\n".join([f"【{head}】", *(f"· {line}" for line in lines)]) if lines else ""


def _trouble(state: Watched, called: Mapping[str, str]) -> str:
    since = f"，自 {state.health_since:%Y-%m-%d} 起" if state.health_since else ""
    times = f"，连续失败 {state.failures} 次" if state.failures else ""
    detail = f"：{state.detail}" if state.detail else ""
    return f"{called.get(state.id) or state.id}（{HEALTH_WORDS.get(state.health, state.health)}{since}{times}）{detail}"
