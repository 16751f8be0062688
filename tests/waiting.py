"""Waiting, never for ever, for what another thread or process does."""

from __future__ import annotations

import time
from collections.abc import Callable


def wait_for(
    ready: Callable[[], object],
    alive: Callable[[], object] = lambda: True,
    *,
    seconds: float = 60,
    told: Callable[[], object] = lambda: None,
) -> None:
    """Return once something has come about.

    Args:
        ready: asked again and again until it is true.
        alive: whether the one that should bring it about still runs.
        seconds: how long to wait.
        told: what to show when it does not come about.

    Raises:
        AssertionError: it did not come about in time, or the other is gone.
    """
    deadline = time.monotonic() + seconds
    while not ready():
        assert alive(), told()
        assert time.monotonic() < deadline, told()
        time.sleep(0.01)
