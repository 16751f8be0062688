"""`digest`, `deliveries` and `subscribers` on the command line: what is printed, sent, refused."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.app import App
from bot.commands.sending import read_subscribers
from bot.config import Subscriber, load
from bot.errors import UsageError
from tests.mailserver import MailServer
from tests.world import put

CONFIG = """
sources: []
channels: {{email: {{smtp: "{smtp}", from: "周讯 <digest@example.org>"}}}}
subscribers:
  - {{email: fixed@example.org, regions: [浙江]}}
"""


class CommandLine:
    """Calls zhouxun as a shell would, in this process."""

    def __init__(self, config: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.config = config
        self._capture = capture

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stopped:
            main(["--config", str(self.config), *arguments])
        out, err = self._capture.readouterr()
        return int(stopped.value.code or 0), out, err


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with MailServer().running() as server:
        yield server


@pytest.fixture
def logging_as_before() -> Iterator[None]:
    """The command line sets up logging for a process; here it is one of many in the same."""
    root, server = logging.getLogger(), logging.getLogger("mail.log")
    handlers, level = root.handlers[:], root.level
    server.setLevel(logging.WARNING)
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def zhouxun(
    tmp_path: Path, mail: MailServer, capsys: pytest.CaptureFixture[str], logging_as_before: None
) -> CommandLine:
    path = tmp_path / "config.yaml"
    path.write_text(CONFIG.format(smtp=f"smtp://127.0.0.1:{mail.port}"), encoding="utf-8")
    with App(load(path)) as app:
        put(app.store, "浙江的会")
        put(app.store, "河南的展会", "event", region="河南", host="河南省服装行业协会")
    return CommandLine(path, capsys)


WEEK = ("--week", "2025-W11")


@pytest.mark.parametrize(
    ("form", "has"),
    [("text", "浙江的会"), ("html", "<html"), ("telegram", "<b>"), ("json", '"issue": "2025-W11"')],
)
def test_a_digest_is_printed_in_every_form(zhouxun: CommandLine, form: str, has: str) -> None:
    code, out, err = zhouxun("digest", *WEEK, "--format", form)
    assert (code, err) == (0, "")
    assert has in out
    assert "浙江的会" in out


def test_a_digest_for_a_subscriber_is_what_that_subscriber_gets(zhouxun: CommandLine) -> None:
    _, out, _ = zhouxun("digest", *WEEK, "--for", "fixed@example.org")
    assert "浙江的会" in out
    assert "河南的展会" not in out


def test_a_range_of_days_includes_its_last_day(zhouxun: CommandLine) -> None:
    included = zhouxun("digest", "--since", "2025-03-10", "--until", "2025-03-12", "--format", "json")[1]
    before = zhouxun("digest", "--since", "2025-03-10", "--until", "2025-03-11", "--format", "json")[1]
    assert (json.loads(included)["count"], json.loads(before)["count"]) == (2, 0)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("digest", "--week", "2025-11"), "2025-W11"),
        (("digest", "--week", "2025-W11", "--since", "2025-03-10"), "either"),
        (("digest", "--since", "gestern"), "--since gestern"),
        (("digest", "--since", "2025-03-12", "--until", "2025-03-10"), "lies after"),
        (("digest", "--for", "nobody@example.org"), "no such subscriber"),
        (("digest", "--format", "pdf"), "pdf"),
        (("deliveries", "list", "--state", "lost"), "lost"),
        (("deliveries", "retry", "--state", "sent"), "failed, ambiguous"),
        (("subscribers", "add", "nobody"), "no mail address"),
        (("subscribers", "add", "a@example.org", "--region", "火星"), "火星"),
        (("subscribers", "add", "a@example.org", "--kind", "party"), "meeting, plan, event"),
        (("subscribers", "remove", "fixed@example.org"), "config.yaml"),
        (("subscribers", "import", "missing.csv"), "missing.csv"),
        (("subscribers", "export", "--format", "xml"), "csv or jsonl"),
    ],
)
def test_a_mistake_costs_one_clear_line_and_exit_code_2(
    zhouxun: CommandLine, arguments: tuple[str, ...], says: str
) -> None:
    code, out, err = zhouxun(*arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert "Traceback" not in err


def test_sending_twice_sends_once_and_the_ledger_says_so(zhouxun: CommandLine, mail: MailServer) -> None:
    assert zhouxun("digest", *WEEK, "--send")[0] == 0
    code, out, _ = zhouxun("digest", *WEEK, "--send")
    assert (code, "没有要发的" in out) == (0, True)
    assert mail.addressees() == ["fixed@example.org"]
    (row,) = json.loads(zhouxun("deliveries", "list", "--json")[1])
    assert {k: row[k] for k in ("issue", "subscriber", "channel", "part", "state", "attempts", "answer")} == {
        "issue": "2025-W11", "subscriber": "email:fixed@example.org", "channel": "email", "part": 1,
        "state": "sent", "attempts": 1, "answer": "250 2.0.0 queued as 4711",
    }  # fmt: skip


def test_what_was_refused_ends_with_1_and_can_be_tried_again(zhouxun: CommandLine, mail: MailServer) -> None:
    mail.recipients = {"fixed@example.org": "550 no such user"}
    code, _, err = zhouxun("digest", *WEEK, "--send")
    assert (code, "550 no such user" in err) == (1, True)
    assert "失败" in zhouxun("deliveries", "list", "--state", "failed")[1]
    mail.recipients = {}
    assert zhouxun("deliveries", "retry", "--issue", "2025-W10")[0] == 0
    assert mail.received == []
    assert zhouxun("deliveries", "retry")[0] == 0
    assert mail.addressees() == ["fixed@example.org"]


def test_subscribers_are_added_listed_exported_imported_and_removed(
    zhouxun: CommandLine, tmp_path: Path
) -> None:
    zhouxun(
        "subscribers", "add", "A@example.org", "--region", "河南省", "--kind", "会议", "--keyword", "羽绒"
    )
    zhouxun("subscribers", "add", "--", "-1001234567890")
    listed = json.loads(zhouxun("subscribers", "list", "--json")[1])
    assert [(s["email"] or s["telegram"], s["regions"], s["kinds"], s["fixed"]) for s in listed] == [
        ("fixed@example.org", ["浙江"], [], True),
        ("a@example.org", ["河南"], ["meeting"], False),
        (-1001234567890, [], [], False),
    ]
    for form in ("csv", "jsonl"):
        written = tmp_path / f"subscribers.{form}"
        written.write_text(zhouxun("subscribers", "export", "--format", form)[1], encoding="utf-8")
        zhouxun("subscribers", "remove", "a@example.org")
        assert "已导入 2 位" in zhouxun("subscribers", "import", str(written))[1]
        assert [s["created"] is None for s in json.loads(zhouxun("subscribers", "list", "--json")[1])].count(
            False
        ) == 2


def test_a_changed_subscriber_keeps_the_link_to_unsubscribe(zhouxun: CommandLine) -> None:
    zhouxun("subscribers", "add", "a@example.org")
    with App(load(zhouxun.config)) as app:
        before = app.store.subscriber(Subscriber(email="a@example.org"))
    zhouxun("subscribers", "add", "a@example.org", "--region", "河南")
    with App(load(zhouxun.config)) as app:
        after = app.store.subscriber(Subscriber(email="a@example.org"))
    assert before and after and before.token
    assert (after.token, after.subscriber.regions) == (before.token, ("河南",))


def test_every_wrong_line_is_named_and_nothing_is_imported(zhouxun: CommandLine, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("email,regions\nok@example.org,河南\nbad,浙江\nx@example.org,火星\n", encoding="utf-8")
    code, _, err = zhouxun("subscribers", "import", str(wrong))
    assert code == 2
    assert [line.split(" ")[0].rsplit(":", 2)[-2] for line in err.removeprefix("zhouxun: ").splitlines()] == [
        "3",
        "4",
    ]
    assert len(json.loads(zhouxun("subscribers", "list", "--json")[1])) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name,mail\n", "header"),
        ("", "header"),
        ('{"email": "a@example.org", "city": "x"}', "city"),
        ('{"email": "a@example.org"}\nnonsense', ":2:"),
        ("email,telegram\na@example.org,42\n", "exactly one"),
    ],
)
def test_files_that_cannot_be_read(text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        read_subscribers(text, "f.csv")


def test_a_spreadsheet_s_csv_is_read(tmp_path: Path, zhouxun: CommandLine) -> None:
    """Excel writes a byte order mark and CRLF."""
    path = tmp_path / "excel.csv"
    path.write_bytes('\ufeffemail,regions,kinds\r\nx@example.org,"河南, 浙江",会议；活动\r\n'.encode())
    assert zhouxun("subscribers", "import", str(path))[0] == 0
    (_, stored) = json.loads(zhouxun("subscribers", "list", "--json")[1])
    assert (stored["regions"], stored["kinds"]) == (["河南", "浙江"], ["meeting", "event"])


def test_importing_reads_standard_input(zhouxun: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr(sys, "stdin", io.StringIO('{"telegram": 42, "keywords": ["羽绒"]}\n'))
    assert zhouxun("subscribers", "import", "-")[0] == 0
    assert "telegram:42" in zhouxun("subscribers", "list")[1]
