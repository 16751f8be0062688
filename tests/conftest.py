"""What every test shares: nothing may speak to anything but this machine."""

from __future__ import annotations

import ipaddress
import sys
from pathlib import Path

import pytest

pytest_plugins = ["tests.databases"]

SHARED = Path(__file__).resolve().parents[2] / "shared"


def _refuse_the_outside(event: str, arguments: tuple[object, ...]) -> None:
    if event != "socket.connect":
        return
    address = arguments[1]
    host = address[0] if isinstance(address, tuple) else None
    if isinstance(host, str) and host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise PermissionError(f"a test tried to reach {host}: tests use loopback only")


sys.addaudithook(_refuse_the_outside)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material, where there is one beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("no shared material beside this checkout")
    return SHARED
