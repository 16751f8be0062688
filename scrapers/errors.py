"""The error tree of reading the web: one base, one class for each thing an operator must tell apart."""

from __future__ import annotations


class ScrapeError(Exception):
    """Something on the way from an address to an article failed.

    Args:
        message: one clear line that names what is wrong.
        subject: the address, file or source it is about.
        retry_after: seconds the site asks to be left alone, None when it does not say.
    """

    def __init__(self, message: str, subject: str = "", *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.subject = subject
        self.retry_after = retry_after

    def __str__(self) -> str:
        return f"{self.subject}: {self.message}" if self.subject else self.message


class Unreachable(ScrapeError):
    """No answer: DNS, connection, TLS or time ran out."""


class TimedOut(Unreachable):
    """The host took the question and did not answer in time."""


class Missing(ScrapeError):
    """The site answers, and says that there is no such page (404, 410) or that it has gone wrong there."""


class Refused(ScrapeError):
    """The site refuses programs: 403, 412, 521, robots.txt, a captcha or JavaScript challenge."""


class Disallowed(Refused):
    """robots.txt asks programs not to read this address."""


class Forbidden(ScrapeError):
    """Our own address guard forbids the target: not http(s), or not a public network."""


class TooLarge(ScrapeError):
    """A limit on size, time, redirects or compression ratio was passed."""


class NotAnArticle(ScrapeError):
    """The page holds no article: an error, login or captcha page, or an empty body."""


class Unreadable(ScrapeError):
    """The bytes are not what they should be: garbage, broken XML or JSON, an unknown attachment."""
