"""The error tree of the product: what the command line turns into one line and an exit code."""

from __future__ import annotations


class ZhouxunError(Exception):
    """The work failed; the message is one clear line. The command line exits with 1."""

    exit_code = 1


class UsageError(ZhouxunError):
    """Bad usage, config or input; the message names the file, key or line and what would be right."""

    exit_code = 2


class StoreError(ZhouxunError):
    """The database cannot be opened, written or migrated; says which one and what to do."""


class DeliveryError(ZhouxunError):
    """A message could not be delivered; ``permanent`` tells a refusal from a passing fault."""

    def __init__(self, message: str, *, permanent: bool = False, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.permanent = permanent
        self.retry_after = retry_after
