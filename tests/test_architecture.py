"""The shape of the code: one arrow, pure modules, and one home for each library."""

from __future__ import annotations

import ast
import socket
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(p for package in ("bot", "scrapers") for p in (ROOT / package).rglob("*.py"))

HOMES = {
    "httpx": ("scrapers/fetch.py",),
    "trafilatura": ("scrapers/extract.py",),
    "selectolax": ("scrapers/",),
    "feedparser": ("scrapers/discover/",),
    "protego": ("scrapers/fetch.py", "scrapers/robots.py"),
    "jieba": ("bot/records/text.py", "bot/store/tokens.py"),
    "rjieba": ("bot/records/text.py", "bot/store/tokens.py"),
    "zhconv_rs": ("scrapers/clean.py", "bot/store/tokens.py", "bot/records/text.py"),
    "sqlalchemy": ("bot/store/",),
    "alembic": ("bot/store/",),
    "apscheduler": ("bot/schedule.py",),
    "procrastinate": ("bot/queue.py",),
    "telegram": ("bot/channels/telegram.py", "bot/chat.py"),
    "smtplib": ("bot/channels/email.py",),
    "jinja2": ("bot/rendering.py",),
    "icalendar": ("bot/ics.py",),
    "ruamel": ("bot/config.py", "bot/sources.py"),
}
PURE = (
    "scrapers/model.py", "scrapers/errors.py", "scrapers/decode.py", "scrapers/clean.py", "scrapers/extract.py",
    "scrapers/dates.py", "scrapers/repeats.py", "scrapers/outline.py", "scrapers/heading.py", "scrapers/byline.py", "scrapers/body.py", "bot/wording.py", "bot/health.py",
    "scrapers/addresses.py", "scrapers/unpack.py", "scrapers/robots.py", "scrapers/attachments.py",
    "scrapers/nonarticles.py", "scrapers/threads.py", "bot/cadence.py", "bot/polling.py", "bot/reading.py",
)  # fmt: skip
PURE_FOLDERS = ("scrapers/discover/", "bot/records/")
IMPURE = {
    "socket",
    "subprocess",
    "random",
    "httpx",
    "requests",
    "sqlite3",
    "sqlalchemy",
    "asyncio",
    "time",
    "threading",
}


def imported(path: Path) -> set[str]:
    """Return the dotted names a module imports for real (not only for type checking)."""
    names: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
    return names


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_scrapers_know_nothing_of_the_bot(path):
    """The arrow points one way: bot imports scrapers."""
    if place(path).startswith("scrapers/"):
        assert not {n for n in imported(path) if n.split(".")[0] == "bot"}


@pytest.mark.parametrize("library", HOMES)
def test_each_library_has_one_home(library):
    """Replacing a library is editing its home."""
    users = {place(p) for p in MODULES if library in {n.split(".")[0] for n in imported(p)}}
    strays = {u for u in users if not u.startswith(HOMES[library])}
    assert not strays, f"{library} is imported outside of {HOMES[library]}"


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_pure_modules_touch_nothing(path):
    """Decisions are made where neither network, clock nor chance can be reached."""
    if place(path) in PURE or place(path).startswith(PURE_FOLDERS):
        assert not {n.split(".")[0] for n in imported(path)} & IMPURE


def test_the_guard_refuses_the_outside():
    """A test that reaches beyond loopback fails."""
    with socket.socket() as connection, pytest.raises(PermissionError):
        connection.connect(("192.0.2.1", 80))


def test_the_parts_of_reading_build_on_each_other_one_way():
    """What a part of bot/records is built on never comes back to it, whether a module or a folder of them."""
    base = ROOT / "bot" / "records"
    needs: dict[str, set[str]] = {}
    for path in base.rglob("*.py"):
        part = path.relative_to(base).parts[0].removesuffix(".py")
        names = (n.split(".")[2] for n in imported(path) if n.startswith("bot.records."))
        needs.setdefault(part, set()).update(n for n in names if n != part)
    order = TopologicalSorter(needs)
    order.prepare()  # raises CycleError, which names the circle
