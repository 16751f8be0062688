"""A small world for the tests of delivering and answering: a configuration, a store with records, a clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import App
from bot.config import Config, DigestConfig, EmailConfig, HttpConfig, Subscriber, TelegramConfig
from bot.digest import Period
from bot.records.model import Evidence, Kind, Organisation, Place, Record
from bot.store import Store
from scrapers.model import Article, article_id
from tests.botapi import TOKEN

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2025, 3, 17, 8, 0, tzinfo=SHANGHAI)
SEEN = datetime(2025, 3, 12, 2, 0, tzinfo=UTC)
PERIOD = Period.ending(MONDAY, 7 * 86400, SHANGHAI)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Move the time on."""
        self.now += timedelta(**by)


def world(
    root: Path,
    *,
    subscribers: Sequence[Subscriber] = (),
    smtp: str = "file:state/outbox",
    api: str | None = None,
    admins: tuple[int, ...] = (),
    webhook: Mapping[str, str] | None = None,
    allow_private: tuple[str, ...] = (),
    clock: Clock | None = None,
) -> App:
    """Return an App over an own database under a folder."""
    config = Config(
        root=root,
        http=HttpConfig(allow_private=allow_private, delay=0),
        digest=DigestConfig(when="mon 08:00"),
        email=EmailConfig.model_validate({"smtp": smtp, "from": "周讯 <digest@example.org>"}),
        telegram=TelegramConfig(token=TOKEN, api=api, admins=admins, webhook=webhook) if api else None,
        subscribers=tuple(subscribers),
    )
    return App(config, clock=clock or Clock(MONDAY))


def put(
    store: Store,
    name: str,
    kind: Kind = "meeting",
    *,
    region: str = "浙江",
    start: str = "2025-03-10",
    seen: datetime = SEEN,
    host: str = "浙江省服装行业协会",
    items: tuple[str, ...] = (),
) -> Record:
    """Store an article that reports one record; returns the record."""
    url = f"http://news.example.org/{name}"
    text = f"{start}，{name}在杭州举行，由{host}主办。"
    evidence = (Evidence("name", name, text.index(name), text.index(name) + len(name)),)
    record = Record(
        article_id(url + kind),
        kind,
        name,
        start=start,
        end=start,
        date_basis="stated",
        status="held",
        place=Place("杭州", region, "杭州"),
        organisations=(Organisation(host, "host"),),
        items=items,
        evidence=evidence,
        confidence=0.9,
    )
    article = Article(article_id(url), "test", url, f"{name}召开", "2025-03-11", "服装新闻", None, text, seen)
    store.save(article, [record], now=seen)
    return record
