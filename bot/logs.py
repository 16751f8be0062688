"""Log lines on stderr in which no secret stands."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable

_TOKEN = re.compile(r"\b\d{5,}:[A-Za-z0-9_-]{20,}")
_PASSWORD = re.compile(r"(?<=://)([^/\s:@]*):([^/\s@]+)(?=@)")


def mask(text: str, secrets: Iterable[str] = ()) -> str:
    """Return the text with every secret, bot token and password in an address replaced by stars.

    Args:
        text: any text that may be shown or logged.
        secrets: the values that must not be seen (Config.secrets).
    """
    for secret in sorted(secrets, key=len, reverse=True):
        if secret:
            text = text.replace(secret, "***")
    return _PASSWORD.sub(r"\1:***", _TOKEN.sub("***", text))


class MaskingFormatter(logging.Formatter):
    """Formats a record, tracebacks included, and masks what it gave."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """Return the record's line, masked."""
        return mask(super().format(record), self._secrets)


def log_to_stderr(secrets: Iterable[str] = (), *, verbose: bool = False) -> None:
    """Send log lines to stderr, masked; httpx and APScheduler speak only when `verbose`."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(MaskingFormatter(secrets))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for chatty in ("httpx", "httpcore", "apscheduler", "telegram", "alembic", "watchfiles"):
        logging.getLogger(chatty).setLevel(logging.INFO if verbose else logging.WARNING)
