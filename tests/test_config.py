"""config.yaml is read whole: every mistake with its line, its key and the nearest right one."""

from pathlib import Path

import pytest

from bot.config import Config, ConfigError, duration, load, parse, parse_when
from bot.logs import mask

HERE = Path("config.yaml")


def read(text: str, **environment: str) -> Config:
    return parse(text, HERE, environment)


def mistakes(text: str, **environment: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        read(text, **environment)
    return str(caught.value).splitlines()


def test_every_key_but_sources_has_a_default():
    """A file with one address is a whole configuration."""
    config = read("sources: [{url: 'http://www.example.org/news/'}]")
    (source,) = config.sources
    assert (source.id, source.kind, source.every) == ("example.org", "auto", 6 * 3600)
    assert config.database == "sqlite:///state/zhouxun.db"
    assert config.email.smtp.startswith("file:")


def test_five_mistakes_give_five_lines():
    """Mistakes of different kinds are all reported in one go, in the order of their lines."""
    lines = mistakes(
        "timezon: Asia/Shanghai\n"
        "sources:\n"
        "  - {url: 'http://a.example.org', kind: lst}\n"
        "  - {url: 'http://b.example.org', every: often}\n"
        "digest: {when: 'mon 25:00'}\n"
        "subscribers: [{email: nobody}]\n"
    )
    assert [line.split(":")[1] for line in lines] == ["1", "3", "4", "5", "6"]
    assert "did you mean 'timezone'?" in lines[0]
    assert "did you mean 'list'?" in lines[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sources: []\nhttp: {delai: 1s}", "2: http.delai: unknown key; did you mean 'delay'?"),
        ("sources: []\nchannels: {email: {form: a@b.c}}", "did you mean 'from'?"),
        ("digest: {}", "sources: is needed and missing"),
        ("sources: []\nsources: []", "found duplicate key"),
        ("sources: [", "config.yaml:1: "),
        ("- a\n- b", "must be keys with values"),
        ("sources: [{url: 'ftp://x.example.org'}]", "must be http(s) or a folder"),
        ("sources: [{url: a/, id: x}, {url: b/, id: x}]", "'x' stands twice"),
        ("sources: []\nchannels: {telegram: {token: '${TOKEN}'}}", "TOKEN is not set"),
        ("sources: []\nsubscribers: [{kinds: [plan]}]", "exactly one of email and telegram"),
        ("sources: [{url: 'http://a.org', article: '('}]", "no regular expression"),
        ("sources: [{url: 'http://a.org', cron: '0 8 * *'}]", "five fields"),
        ("sources: []\nhttp: {allow_private: [here]}", "no network"),
        ("sources: []\ndatabase: mysql://x/y", "must start with sqlite:, postgresql:"),
    ],
)
def test_a_mistake_names_what_would_be_right(text, expected):
    """Each mistake is one line that says where it is and what would be right."""
    (line,) = mistakes(text)
    assert expected in line


def test_a_mistake_is_told_once():
    """A key misspelt is not also told as missing, nor an unset variable as a bad value; repeats are told beside all else."""
    lines = mistakes(
        "sources:\n"
        "  - {id: a, ur: 'http://a.example.org'}\n"
        "  - {id: a, url: 'http://b.example.org'}\n"
        "channels: {email: {smtp: '${SMTP_URL}'}}\n"
    )
    assert [line.split(": ", 1)[1] for line in lines] == [
        "sources[0].ur: unknown key; did you mean 'url'?",
        "sources[1].id: 'a' stands twice; give each source an id of its own",
        "${SMTP_URL}: the environment variable SMTP_URL is not set",
    ]


def test_sources_of_one_host_get_ids_of_their_own():
    """The first is called by its host; one with a port or a path beside it by as much as tells it apart."""
    addresses = [
        "http://www.a.org/x/",
        "http://a.org/y/list.asp?id=3",
        "http://a.org:8080/",
        "http://127.0.0.1:81/",
    ]
    config = read(
        "sources: [" + ", ".join(f"{{url: '{a}'}}" for a in addresses) + ", {url: 'http://127.0.0.1:82/'}]"
    )
    assert [source.id for source in config.sources] == [
        "a.org", "a.org-y-list.asp-id-3", "a.org-8080", "127.0.0.1", "127.0.0.1-82"
    ]  # fmt: skip


def test_variables_are_filled_in_and_remembered_as_secrets():
    """What came from the environment is used, and never shown."""
    token = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
    config = read("sources: []\nchannels: {telegram: {token: '${TOKEN}'}}", TOKEN=token)
    assert config.telegram and config.telegram.token == token
    assert token not in mask(
        f"GET https://api.telegram.org/bot{token}/getMe {config.secrets}", config.secrets
    )


def test_passwords_in_addresses_are_masked():
    """A password spelled out in an address is a secret too."""
    config = read("sources: []\nchannels: {email: {smtp: 'smtp://me:hush@mail.example.org', from: a@b.c}}")
    assert "hush" in config.secrets
    assert mask("smtp://me:hush@mail.example.org") == "smtp://me:***@mail.example.org"


@pytest.mark.parametrize(
    ("text", "seconds"), [("90", 90), ("20s", 20), ("1.5h", 5400), ("7d", 604800), ("2w", 1209600)]
)
def test_durations(text, seconds):
    """A duration is a number with a unit, seconds without one."""
    assert duration(text) == seconds


def test_when_is_weekday_and_time():
    """`mon 08:00` is Monday at eight; a full weekday name will do."""
    assert parse_when("monday 08:00")[0] == 0
    assert parse_when("sun 23:59")[1].minute == 59


def test_a_missing_file_is_one_clear_line(tmp_path):
    """A configuration that is not there is named, with what to do."""
    with pytest.raises(ConfigError, match="no such file"):
        load(tmp_path / "config.yaml")
