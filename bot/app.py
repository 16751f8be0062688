"""The composition root: the one place where the real clock, database, network and channels are made."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import cached_property
from types import TracebackType
from typing import Literal, Self

from bot.channels import Channel
from bot.channels.email import email_channel
from bot.config import Config
from bot.errors import UsageError
from bot.store import Progress, Store
from scrapers.fetch import Fetcher, FetchSettings

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC)


def _patience() -> Progress:
    """Make a progress that says on stderr how far a work is once it takes over a second, then every ten."""
    due = time.monotonic() + 1

    def show(what: str, done: int, total: int) -> None:
        nonlocal due
        if time.monotonic() >= due:
            print(
                f"zhouxun: bringing an older database up to date: {what} {done} of {total}", file=sys.stderr
            )
            due = time.monotonic() + 10

    return show


class App:
    """Everything a job needs, made from the configuration when it is first asked for.

    Args:
        config: the whole configuration.
        clock: gives the present moment (aware UTC); tests give their own.
        searches: whether questions are asked of the database, which take memory to be quick.
    """

    def __init__(self, config: Config, *, clock: Clock = wall_clock, searches: bool = True) -> None:
        self.config = config
        self.now = clock
        self._searches = searches
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of what was opened."""
        self._open.close()

    @cached_property
    def store(self) -> Store:
        """The database, opened and brought to the newest schema."""
        config = self.config
        opened = Store.open(config.database, root=config.root, progress=_patience(), mapped=self._searches)
        return self._open.enter_context(opened)

    def fetcher(self) -> Fetcher:
        """Return a new reader of the web, to be used as an async context manager."""
        return Fetcher(
            FetchSettings(**self.config.http.model_dump()), cache=self.config.root / "state" / "robots"
        )

    def operator_channels(self) -> tuple[Channel, ...]:
        """Return new channels of every kind by which config.yaml says the operator is to be told."""
        config = self.config
        names: tuple[Literal["telegram", "email"], ...] = ("telegram", "email")
        sections = (config.telegram, config.email)
        return tuple(self.channel(n) for n, s in zip(names, sections, strict=True) if s and s.admins)

    def channel(self, name: Literal["email", "telegram"]) -> Channel:
        """Return a new channel by its name.

        Raises:
            UsageError: config.yaml does not say how to reach it.
        """
        if name == "email":
            return email_channel(self.config.email, self.config.root)
        if self.config.telegram is None:
            raise UsageError("channels.telegram: no token in config.yaml; telegram cannot be used")
        from bot.channels.telegram import (
            TelegramChannel,
        )  # 10 MB, which a poll that tells nobody goes without

        return TelegramChannel(self.config.telegram)
