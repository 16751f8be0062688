"""Mail: the message itself, and a real SMTP conversation with everything that can go wrong in it."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path

import pytest
import trustme

from bot.channels import Channel, Message, Unavailable, Uncertain
from bot.channels.email import SmtpServer, email_channel, mime, parse_server
from bot.config import EmailConfig
from bot.errors import DeliveryError, UsageError
from tests.mailserver import MailServer

SENDER = "周讯 <digest@example.org>"
MAIL = Message(
    issue="2025-W11",
    recipient="reader@example.org",
    part=1,
    title="周讯 2025年第11周：会议、规划与活动",
    text="会议\n.一行以点开头\n" + "羽绒" * 600,
    html="<p>会议</p>\n",
    unsubscribe="https://zhouxun.example.org/unsubscribe/abc",
    written=datetime(2025, 3, 17, 0, 0, tzinfo=UTC),
)


def channel(server: MailServer, scheme: str = "smtp", login: str = "") -> Channel:
    address = f"{scheme}://{login}127.0.0.1:{server.port}"
    return email_channel(EmailConfig(smtp=address, sender=SENDER), Path())


def send(way: Channel, *messages: Message) -> list[str]:
    async def one_after_another() -> list[str]:
        try:
            return [await way.send(m) for m in messages]
        finally:
            await way.close()

    return asyncio.run(one_after_another())


# --- the message ---------------------------------------------------------------------------------


def test_headers_are_ascii_on_the_wire_and_chinese_when_read() -> None:
    raw = mime(MAIL, SENDER).as_bytes(policy=SMTP)
    head = raw.split(b"\r\n\r\n", 1)[0]
    assert head.isascii()
    assert b"=?utf-8?" in head
    read = message_from_bytes(raw, EmailMessage, policy=default)
    assert read["Subject"] == MAIL.title
    assert str(read["From"]) == SENDER
    assert read["To"] == "reader@example.org"


def test_no_line_is_longer_than_smtp_allows_and_every_line_ends_in_crlf() -> None:
    """RFC 5321 section 4.5.3.1.6: 1000 octets with CRLF; a bare LF would be refused."""
    raw = mime(MAIL, SENDER).as_bytes(policy=SMTP)
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_text_and_html_stand_as_alternatives_with_text_first() -> None:
    mail = mime(MAIL, SENDER)
    assert mail.get_content_type() == "multipart/alternative"
    assert [p.get_content_type() for p in mail.iter_parts()] == ["text/plain", "text/html"]


def test_unsubscribing_takes_one_click_or_one_mail() -> None:
    """RFC 8058 and RFC 2369."""
    mail = mime(MAIL, SENDER)
    assert mail["List-Unsubscribe"] == (
        "<https://zhouxun.example.org/unsubscribe/abc>, <mailto:digest@example.org?subject=unsubscribe>"
    )
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_one_click_is_not_offered_without_an_address_for_it() -> None:
    mail = mime(replace(MAIL, unsubscribe=None), SENDER)
    assert mail["List-Unsubscribe"] == "<mailto:digest@example.org?subject=unsubscribe>"
    assert mail["List-Unsubscribe-Post"] is None


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (replace(MAIL, title="改过的标题", text="改过", written=datetime(2026, 1, 1, tzinfo=UTC)), True),
        (replace(MAIL, recipient="Reader@Example.org"), True),
        (replace(MAIL, issue="2025-W12"), False),
        (replace(MAIL, recipient="other@example.org"), False),
        (replace(MAIL, part=2), False),
    ],
    ids=["rendered again", "spelled in capitals", "next issue", "another reader", "another part"],
)
def test_message_id_tells_issue_reader_and_part_and_nothing_else(other: Message, same: bool) -> None:
    assert (mime(other, SENDER)["Message-ID"] == mime(MAIL, SENDER)["Message-ID"]) is same


@pytest.mark.parametrize(
    "address",
    ["nobody", "a b@example.org", "x@\r\nBcc: y@example.org", "@example.org", "a@" + "b" * 70 + ".cn"],
)
def test_what_is_no_address_is_refused_for_good_before_anything_leaves(address: str) -> None:
    with pytest.raises(DeliveryError) as caught:
        mime(replace(MAIL, recipient=address), SENDER)
    assert caught.value.permanent


def test_a_title_with_line_breaks_cannot_add_headers() -> None:
    mail = mime(replace(MAIL, title="周讯\r\nBcc: spy@example.org"), SENDER)
    assert mail["Bcc"] is None


# --- the address of the server -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("smtp://mail.example.org", SmtpServer("mail.example.org", 25, "none")),
        ("smtps://u:p@mail.example.org", SmtpServer("mail.example.org", 465, "tls", "u", "p")),
        (
            "smtp+starttls://me%40example.org:p%2Fw%3A%40@mail.example.org:2587",
            SmtpServer("mail.example.org", 2587, "starttls", "me@example.org", "p/w:@"),
        ),
        ("smtp://u:p@127.0.0.1:1025", SmtpServer("127.0.0.1", 1025, "none", "u", "p")),
    ],
)
def test_server_addresses(address: str, server: SmtpServer) -> None:
    assert parse_server(address) == server


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("smtp://u:geheim@mail.example.org", "unencrypted"),
        ("smtp://:geheim@", "host"),
        ("smtp://u:geheim@host:99999", "port"),
        ("imap://u:geheim@host", "smtps://"),
    ],
)
def test_a_server_address_of_no_use_is_explained_without_its_password(address: str, says: str) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        parse_server(address)
    assert "geheim" not in str(caught.value)


def test_the_password_stands_in_no_representation() -> None:
    assert "geheim" not in repr(parse_server("smtps://u:geheim@mail.example.org"))


# --- the conversation ----------------------------------------------------------------------------


def test_a_mail_arrives_whole() -> None:
    with MailServer().running() as server:
        answers = send(channel(server), MAIL)
    (mail,) = server.mails
    assert server.addressees() == ["reader@example.org"]
    assert mail["Subject"] == MAIL.title
    body, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert body and body.get_content().replace("\r\n", "\n") == MAIL.text + "\n"
    assert page and page.get_content().replace("\r\n", "\n") == MAIL.html
    assert answers == ["250 2.0.0 queued as 4711"]


def test_mails_one_after_another_share_a_connection() -> None:
    with MailServer().running() as server:
        send(channel(server), *(replace(MAIL, recipient=f"r{n}@example.org") for n in range(5)))
    assert (len(server.received), server.connections) == (5, 1)


def test_a_connection_the_server_gave_up_is_replaced_unseen() -> None:
    with MailServer().running() as server:
        way = channel(server)

        async def talk() -> None:
            await way.send(MAIL)
            idle = way._idle[0]._smtp.sock  # type: ignore[attr-defined]
            idle.shutdown(socket.SHUT_RDWR)
            await way.send(replace(MAIL, issue="2025-W12"))
            await way.close()

        asyncio.run(talk())
    assert (len(server.received), server.connections) == (2, 2)


@pytest.mark.parametrize(
    ("server", "kind", "permanent"),
    [
        (MailServer(recipients={MAIL.recipient: "550 5.1.1 no such user"}), DeliveryError, True),
        (MailServer(recipients={MAIL.recipient: "451 4.7.1 greylisted"}), DeliveryError, False),
        (MailServer(contents={MAIL.recipient: "554 5.7.1 looks like spam"}), DeliveryError, True),
        (MailServer(contents={MAIL.recipient: "452 4.2.2 mailbox full"}), DeliveryError, False),
        (MailServer(mute=frozenset({MAIL.recipient})), Uncertain, False),
    ],
    ids=["unknown user", "greylisted", "content refused", "mailbox full", "no answer after the message"],
)
def test_refusals(server: MailServer, kind: type[DeliveryError], permanent: bool) -> None:
    with server.running(), pytest.raises(DeliveryError) as caught:
        send(channel(server), MAIL)
    assert (type(caught.value), caught.value.permanent) == (kind, permanent)


def test_after_a_refusal_the_next_reader_is_served_on_the_same_connection() -> None:
    with MailServer(recipients={"gone@example.org": "550 no"}).running() as server:
        way = channel(server)

        async def talk() -> None:
            with pytest.raises(DeliveryError):
                await way.send(replace(MAIL, recipient="gone@example.org"))
            await way.send(MAIL)
            await way.close()

        asyncio.run(talk())
    assert (server.addressees(), server.connections) == (["reader@example.org"], 1)


def test_nobody_listening_is_a_fault_of_the_channel() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    way = email_channel(EmailConfig(smtp=f"smtp://127.0.0.1:{port}", sender=SENDER), Path())
    with pytest.raises(Unavailable, match=str(port)):
        send(way, MAIL)


def test_a_connection_cut_inside_the_message_is_safe_to_repeat() -> None:
    """Without the final dot no server takes a message (RFC 5321 section 4.1.1.4)."""
    listener = socket.create_server(("127.0.0.1", 0))

    def cut_in_the_middle() -> None:
        peer, _ = listener.accept()
        with peer:
            for reply in (b"220 hi\r\n", b"250 mx\r\n", b"250 ok\r\n", b"250 ok\r\n", b"354 go\r\n"):
                peer.sendall(reply)
                peer.recv(1000)
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    thread = threading.Thread(target=cut_in_the_middle)
    thread.start()
    way = email_channel(
        EmailConfig(smtp=f"smtp://127.0.0.1:{listener.getsockname()[1]}", sender=SENDER), Path()
    )
    with pytest.raises(DeliveryError) as caught:
        send(way, replace(MAIL, text="长" * 4_000_000))
    thread.join()
    listener.close()
    assert type(caught.value) is DeliveryError
    assert not caught.value.permanent


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def certificate(authority: trustme.CA, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ssl.SSLContext:
    """A server certificate for 127.0.0.1 of an authority that this process trusts (SSL_CERT_FILE)."""
    trusted = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(trusted))
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


@pytest.mark.parametrize(("scheme", "starttls"), [("smtps", False), ("smtp+starttls", True)])
def test_mail_is_sent_encrypted_and_logged_in(
    certificate: ssl.SSLContext, scheme: str, starttls: bool
) -> None:
    with MailServer(user="me@x", password="p/w:@").running(tls=certificate, starttls=starttls) as server:
        send(channel(server, scheme, "me%40x:p%2Fw%3A%40@"), MAIL)
    assert server.addressees() == ["reader@example.org"]


def test_a_wrong_password_is_a_fault_of_the_channel_and_is_not_shown(certificate: ssl.SSLContext) -> None:
    with (
        MailServer(user="me", password="right").running(tls=certificate, starttls=True) as server,
        pytest.raises(Unavailable, match="535") as caught,
    ):
        send(channel(server, "smtp+starttls", "me:geheim@"), MAIL)
    assert "geheim" not in str(caught.value)


def test_a_certificate_nobody_vouches_for_is_refused(certificate: ssl.SSLContext, tmp_path: Path) -> None:
    stranger = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(stranger)
    with MailServer().running(tls=stranger) as server, pytest.raises(Unavailable, match=r"(?i)certificate"):
        send(channel(server, "smtps"), MAIL)
    assert server.received == []


def test_starttls_is_not_skipped_when_the_server_has_none() -> None:
    with MailServer().running() as server, pytest.raises(Unavailable, match="STARTTLS"):
        send(channel(server, "smtp+starttls"), MAIL)
    assert server.received == []


@pytest.mark.parametrize(
    ("recipient", "sent_to"),
    [("张三@example.org", "张三@example.org"), ("reader@例子.中国", "reader@xn--fsqu00a.xn--fiqs8s")],
)
def test_chinese_addresses_reach_a_server_that_takes_them(recipient: str, sent_to: str) -> None:
    """RFC 6531 for the local part, RFC 5890 for the domain."""
    with MailServer().running() as server:
        send(channel(server), replace(MAIL, recipient=recipient))
    assert server.addressees() == [sent_to]


# --- the outbox ----------------------------------------------------------------------------------


def test_the_outbox_holds_one_eml_and_one_html_for_each_mail(tmp_path: Path) -> None:
    outbox = email_channel(EmailConfig(smtp="file:out", sender=SENDER), tmp_path)
    (path,) = send(outbox, MAIL)
    send(outbox, MAIL)
    assert sorted(p.suffix for p in (tmp_path / "out").iterdir()) == [".eml", ".html"]
    raw = Path(path).read_bytes()
    assert message_from_bytes(raw, EmailMessage, policy=default)["Subject"] == MAIL.title
    assert Path(path).with_suffix(".html").read_text("utf-8") == MAIL.html
