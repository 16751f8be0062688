"""The main job on a fresh machine: seeds and a served site in, a digest out."""

from __future__ import annotations

import email
import email.policy
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.demo.site import serve, stories

ROOT = Path(__file__).resolve().parent.parent


def zhouxun(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=120, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """Run the demo once and give its folder and what it printed."""
    folder = tmp_path_factory.mktemp("demo")
    done = zhouxun("demo", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder, done


def test_the_demo_leaves_a_mail_and_its_page(demo):
    """The mail is a valid multipart message; the page beside it is what a browser shows."""
    folder, done = demo
    (mail,) = (folder / "state" / "outbox").glob("*.eml")
    message = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
    assert {part.get_content_type() for part in message.walk()} >= {"text/plain", "text/html"}
    assert "周讯" in message["Subject"]
    assert str(mail) in done.stdout and str(mail.with_suffix(".html")) in done.stdout


def test_the_digest_has_what_happened_once(demo):
    """A meeting that two sites report is one entry with both sources; adverts and prices are none."""
    folder, _ = demo
    (page,) = (folder / "state" / "outbox").glob("*.html")
    text = re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8"))
    assert len(re.findall(r"^江苏省云锦服装行业协会三届五次理事会", text, re.MULTILINE)) == 1
    assert "江苏省云锦服装行业协会 · 华东纺织报" in text or "华东纺织报 · 江苏省云锦服装行业协会" in text
    for section in ("会议", "规划与政策", "活动", "即将举行", "两周内截止"):
        assert section in text
    for noise in ("鹅绒服", "纱线价格", "净利润"):
        assert noise not in text


def test_the_demo_shows_a_table_and_the_telegram_text(demo):
    """What was found stands on the terminal, and the message as Telegram would get it."""
    _, done = demo
    assert "四届四次常务理事会" in done.stdout
    assert "<b>▌会议</b>" in done.stdout
    assert not re.search("Traceback|Error", done.stderr)


def test_the_demo_can_be_shown_again(demo):
    """A second run starts from nothing and shows the same."""
    folder, done = demo
    again = zhouxun("demo", folder=folder)
    assert again.returncode == 0

    def names(text: str) -> list[str]:
        return sorted(re.findall(r"<b>([^<▌⏳]+)</b>", text))

    assert names(again.stdout) == names(done.stdout)


def test_stories_are_dated_around_the_day():
    """No placeholder is left, and a date follows the day the demo runs on."""
    told = stories(date(2026, 3, 1))
    text = "".join(s.title + "".join(s.paragraphs) for s in told)
    assert "{" not in text and "2026年3月13日" in text


def test_the_sites_declare_nothing_but_an_address():
    """Each demo source is an id, a name and an address: everything else is worked out."""
    with serve(date(2026, 3, 1)) as sources:
        assert {s.kind for s in sources} == {"auto"} and len(sources) == 4


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["frob"], 2),
        (["digest", "--week", "soon"], 2),
        (["status"], 2),
        (["--config", "nowhere.yaml", "poll"], 2),
    ],
)
def test_bad_usage_is_one_clear_line(tmp_path, arguments, code):
    """Never a traceback: one line on stderr and exit code 2."""
    done = zhouxun(*arguments, folder=tmp_path)
    assert done.returncode == code
    assert len(done.stderr.strip().splitlines()) == 1 and "Traceback" not in done.stderr
