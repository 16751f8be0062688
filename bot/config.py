"""config.yaml to a frozen Config: read whole, every mistake reported at once with line and suggestion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import UsageError
from scrapers.model import Source


class ConfigError(UsageError):
    """config.yaml has mistakes; the message holds a line for each, `file:line: key: what would be right`."""


@dataclass(frozen=True, slots=True)
class HttpConfig:
    """How the web is read: concurrency over all hosts, per host, seconds of delay and timeout, bytes."""

    concurrency: int = 32
    per_host: int = 2
    delay: float = 1.0
    timeout: float = 20.0
    max_bytes: int = 8_000_000
    respect_robots: bool = True
    allow_private: tuple[str, ...] = ()
    user_agent: str = ""


@dataclass(frozen=True, slots=True)
class DigestConfig:
    """When a digest is due (`mon 08:00`), how many days it looks back and ahead, the confidence floor."""

    when: str = "mon 08:00"
    lookback: float = 7 * 86400.0
    upcoming: float = 60 * 86400.0
    min_confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class EmailConfig:
    """The SMTP (or file:) address messages leave by, and the sender."""

    smtp: str
    sender: str


@dataclass(frozen=True, slots=True)
class TelegramConfig:
    """The bot's token, its Bot API server, admin chat ids, and the webhook (None: long polling)."""

    token: str
    api: str = "https://api.telegram.org"
    admins: tuple[int, ...] = ()
    webhook: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class WebConfig:
    """Where the web page listens and the address others see it by."""

    listen: str = "127.0.0.1:8080"
    public_url: str = "http://127.0.0.1:8080"


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Who gets a digest (订阅者): exactly one of email and telegram; empty filters mean everything."""

    email: str | None = None
    telegram: int | None = None
    regions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """The whole configuration; `root` is the folder of config.yaml, to which its paths are relative."""

    root: Path = Path()
    timezone: str = "Asia/Shanghai"
    database: str = "sqlite:///state/zhouxun.db"
    http: HttpConfig = HttpConfig()
    sources: tuple[Source, ...] = ()
    digest: DigestConfig = DigestConfig()
    email: EmailConfig | None = None
    telegram: TelegramConfig | None = None
    web: WebConfig = WebConfig()
    subscribers: tuple[Subscriber, ...] = ()
    retain_raw: float = 30 * 86400.0
    secrets: tuple[str, ...] = field(default=(), repr=False)


def load(path: Path) -> Config:
    """Read config.yaml.

    Raises:
        ConfigError: the file is missing or has mistakes; all of them are named.
    """
    raise ConfigError(f"{path}: not read yet")
