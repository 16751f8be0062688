"""robots.txt (RFC 9309): what a site asks of programs, kept for a day. Pure."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from protego import Protego

AGENT = "zhouxun"
_KEEP = timedelta(hours=24)  # RFC 9309 section 2.4
_KEEP_FAILED = timedelta(minutes=30)
_MAX_CHARACTERS = 512_000  # RFC 9309 section 2.5: at least 500 KiB are read


@dataclass(frozen=True, slots=True)
class Robots:
    """The robots.txt of one origin as it was answered."""

    status: int
    text: str
    fetched: datetime
    etag: str | None = None
    modified: str | None = None
    _rules: Protego | None = field(init=False, repr=False, compare=False, default=None)

    def __post_init__(self) -> None:
        if self.status == 200:
            object.__setattr__(self, "_rules", Protego.parse(self.text[:_MAX_CHARACTERS]))

    def allows(self, url: str) -> bool:
        """Say whether the address may be read: no file (4xx) allows all, a failing server nothing."""
        if self._rules is not None:
            return bool(self._rules.can_fetch(url, AGENT))
        return not self.failed

    @property
    def failed(self) -> bool:
        """Whether the server could not say: RFC 9309 section 2.3.1.4 then forbids everything."""
        return self.status >= 500 or self.status == 429

    @property
    def delay(self) -> float:
        """Seconds the site asks between requests (Crawl-delay or Request-rate), 0 when it does not."""
        if self._rules is None:
            return 0.0
        rate = self._rules.request_rate(AGENT)
        asked = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(float(self._rules.crawl_delay(AGENT) or 0.0), asked)

    def is_fresh(self, now: datetime) -> bool:
        """Say whether the answer may still be used: a day, or half an hour when the server failed."""
        return now - self.fetched < (_KEEP_FAILED if self.failed else _KEEP)

    def to_json(self) -> str:
        """Return the answer as one JSON document, to be kept between runs."""
        kept = {k: v for k, v in asdict(self).items() if not k.startswith("_")}
        return json.dumps(kept | {"fetched": self.fetched.isoformat()})

    @classmethod
    def from_json(cls, text: str) -> Robots:
        """Read back what `to_json` wrote.

        Raises:
            ValueError, TypeError, KeyError: it is not such a document.
        """
        data = json.loads(text)
        return cls(**(data | {"fetched": datetime.fromisoformat(data["fetched"])}))
