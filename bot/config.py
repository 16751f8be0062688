"""config.yaml to a frozen Config: read whole, every mistake reported at once with line and suggestion."""

from __future__ import annotations

import difflib
import ipaddress
import itertools
import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import time
from email.utils import parseaddr
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from bot.errors import UsageError
from bot.records.model import Kind
from scrapers.model import Source, SourceKind

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SECONDS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400, "w": 7 * 86400}
_BYTES = {"": 1, "b": 1, "k": 1000, "kb": 1000, "m": 10**6, "mb": 10**6, "g": 10**9, "gb": 10**9}
_LONGEST_ID = 60  # characters of an id made from an address
_Place = tuple[str | int, ...]  # the keys and positions that lead to a value
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_CRON_FIELD = re.compile(
    r"(?:\*|[0-9a-z]+(?:-[0-9a-z]+)?)(?:/[0-9]+)?(?:,(?:\*|[0-9a-z]+(?:-[0-9a-z]+)?)(?:/[0-9]+)?)*"
)


class ConfigError(UsageError):
    """config.yaml has mistakes; the message holds a line for each, `file:line: key: what would be right`."""


# --- the values a key may hold -------------------------------------------------------------------


def _measure(value: object, units: Mapping[str, int], example: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(f"write a number with a unit, such as {example}")
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([a-zA-Z]*)\s*", str(value))
    unit = match.group(2).lower() if match else ""
    if not match or (unit not in units and unit != ""):
        raise ValueError(f"{value!r} is no such measure; write {example}")
    return float(match.group(1)) * units.get(unit, 1)


def duration(value: object) -> float:
    """Read `90`, `1.5h`, `20s`, `7d` as seconds.

    Raises:
        ValueError: it is none of these.
    """
    return _measure(value, _SECONDS, "20s, 90m, 6h or 7d")


def _size(value: object) -> int:
    return int(_measure(value, _BYTES, "500kB or 8MB"))


def _positive(value: float) -> float:
    if value <= 0:
        raise ValueError("must be more than nothing")
    return value


def _cron(value: str) -> str:
    fields = value.lower().split()
    if len(fields) != 5 or not all(_CRON_FIELD.fullmatch(f) for f in fields):
        raise ValueError('needs five fields "minute hour day month weekday", such as "0 8 * * 1-5"')
    return " ".join(fields)


def parse_when(value: str) -> tuple[int, time]:
    """Read `mon 08:00` as weekday (Monday is 0) and time of day.

    Raises:
        ValueError: it is not a weekday and a time.
    """
    match = re.fullmatch(r"\s*([a-zA-Z]{3})[a-z]*\s+(\d{1,2}):(\d{2})\s*", value)
    if not match or match.group(1).lower() not in WEEKDAYS:
        raise ValueError('write a weekday and a time, such as "mon 08:00"')
    try:
        return WEEKDAYS.index(match.group(1).lower()), time(int(match.group(2)), int(match.group(3)))
    except ValueError:
        raise ValueError(f"{match.group(2)}:{match.group(3)} is no time of day") from None


def _when(value: str) -> str:
    parse_when(value)
    return value


def _timezone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"{value!r} is no time zone; write one such as Asia/Shanghai") from None
    return value


def _network(value: str) -> str:
    try:
        return str(ipaddress.ip_network(value, strict=False))
    except ValueError:
        raise ValueError(f"{value!r} is no network; write CIDR such as 127.0.0.0/8") from None


def _address(value: str, schemes: tuple[str, ...]) -> str:
    parts = urlsplit(value)
    if parts.scheme not in schemes or not (parts.netloc or parts.path):
        raise ValueError(f"must start with {', '.join(f'{s}:' for s in schemes)}")
    return value


def _database(value: str) -> str:
    return _address(value, ("sqlite", "postgresql"))


def _web_address(value: str) -> str:
    return _address(value, ("http", "https"))


def _smtp(value: str) -> str:
    return _address(value, ("smtp", "smtps", "smtp+starttls", "file"))


def _mailbox(value: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", parseaddr(value)[1]):
        raise ValueError(f"{value!r} is no mail address")
    return value


def _listen(value: str) -> str:
    host, _, port = value.rpartition(":")
    if not host or not port.isdigit() or int(port) > 65535:
        raise ValueError("write host:port, such as 127.0.0.1:8080")
    return value


def _regex(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"is no regular expression: {error}") from None
    return value


Seconds = Annotated[float, BeforeValidator(duration)]
Count = Annotated[int, Field(ge=1)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


# --- the sections --------------------------------------------------------------------------------


class HttpConfig(_Section):
    """How the web is read: concurrency over all hosts and per host, delay and timeout in seconds, bytes."""

    concurrency: Count = 32
    per_host: Count = 2
    delay: Seconds = 1.0
    timeout: Annotated[Seconds, AfterValidator(_positive)] = 20.0
    max_bytes: Annotated[int, BeforeValidator(_size)] = 8_000_000
    respect_robots: bool = True
    allow_private: tuple[Annotated[str, AfterValidator(_network)], ...] = ()
    user_agent: str = ""


class DigestConfig(_Section):
    """When a digest is due, how many seconds it looks back and ahead, and its confidence floor."""

    when: Annotated[str, AfterValidator(_when)] = "mon 08:00"
    lookback: Annotated[Seconds, AfterValidator(_positive)] = 7 * 86400.0
    upcoming: Seconds = 60 * 86400.0
    min_confidence: Annotated[float, Field(ge=0, le=1)] = 0.5


class EmailConfig(_Section):
    """The SMTP (or file:) address messages leave by, the sender, and whom the operator's mail goes to."""

    smtp: Annotated[str, AfterValidator(_smtp)] = "file:state/outbox"
    sender: Annotated[str, AfterValidator(_mailbox), Field(alias="from")] = "周讯 <zhouxun@localhost>"
    admins: tuple[Annotated[str, AfterValidator(_mailbox)], ...] = ()


class WebhookConfig(_Section):
    """Where Telegram posts updates to, where we listen for them, and the shared secret."""

    url: Annotated[str, AfterValidator(_web_address)]
    listen: Annotated[str, AfterValidator(_listen)] = "127.0.0.1:8443"
    secret: str = ""


class TelegramConfig(_Section):
    """The bot's token, its Bot API server, admin chat ids, and the webhook (None: long polling)."""

    token: Annotated[str, Field(min_length=1)]
    api: Annotated[str, AfterValidator(_web_address)] = "https://api.telegram.org"
    admins: tuple[int, ...] = ()
    webhook: WebhookConfig | None = None


class WebConfig(_Section):
    """Where the web page listens and the address others see it by."""

    listen: Annotated[str, AfterValidator(_listen)] = "127.0.0.1:8080"
    public_url: Annotated[str, AfterValidator(_web_address)] = "http://127.0.0.1:8080"


class Subscriber(_Section):
    """Who gets a digest (订阅者): exactly one of email and telegram; empty filters mean everything."""

    email: Annotated[str, AfterValidator(_mailbox)] | None = None
    telegram: int | None = None
    regions: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    keywords: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_address(self) -> Subscriber:
        if (self.email is None) == (self.telegram is None):
            raise ValueError("needs exactly one of email and telegram")
        return self

    @property
    def key(self) -> str:
        """The subscriber's name in the ledger: `email:...` or `telegram:...`."""
        return f"email:{self.email}" if self.email else f"telegram:{self.telegram}"

    @property
    def channel(self) -> Literal["email", "telegram"]:
        """The channel that reaches this subscriber."""
        return "email" if self.email else "telegram"


class _Channels(_Section):
    email: EmailConfig = EmailConfig()
    telegram: TelegramConfig | None = None


class _SourceEntry(_Section):
    """A source as config.yaml spells it; `source()` gives the value that the scrapers know."""

    url: Annotated[str, Field(min_length=1)]
    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")] | None = None
    name: str = ""
    kind: SourceKind = "auto"
    every: Annotated[Seconds, AfterValidator(_positive)] = 6 * 3600.0
    cron: Annotated[str, AfterValidator(_cron)] | None = None
    region: str | None = None
    tags: tuple[str, ...] = ()
    article: Annotated[str, AfterValidator(_regex)] | None = None
    next: str | None = None
    pages: Count = 3
    select: dict[Literal["title", "published", "body", "outlet", "author"], str] = {}
    items: str | None = None
    fields: dict[Literal["url", "title", "published"], str] = {}
    enabled: bool = True
    http_fallback: bool = False

    @model_validator(mode="after")
    def _known_address(self) -> _SourceEntry:
        web = urlsplit(self.url).scheme in ("http", "https")
        if self.kind != "files" and not web and "://" in self.url:
            raise ValueError(f"url {self.url!r} must be http(s) or a folder")
        return self

    def source(self, name: str) -> Source:
        """Return the declared source under an id."""
        plain = self.model_dump(exclude={"id", "kind"})
        web = urlsplit(self.url).scheme in ("http", "https")
        kind: SourceKind = "files" if self.kind == "auto" and not web else self.kind
        return Source(id=name, kind=kind, **plain)


def source_ids(entries: Sequence[tuple[str | None, str]]) -> tuple[str, ...]:
    """Give each source its id: what it declares, else its host, with as much of the address as tells it apart.

    Args:
        entries: the declared id (None for none) and the address of each source, in the file's order. An
            earlier one keeps its id whatever is added below it.
    """
    taken = {declared for declared, _ in entries if declared}
    names: list[str] = []
    for declared, url in entries:
        names.append(declared or default_id(url, taken))
        taken.add(names[-1])
    return tuple(names)


def default_id(url: str, taken: Collection[str] = ()) -> str:
    """Make a source id from an address: its host without www, or the folder's name; longer where that is taken."""
    parts = urlsplit(url)
    bare = re.sub(r"^www\d*\.", "", parts.hostname) if parts.hostname else Path(url).name
    host, _, port = parts.netloc.rpartition(":")
    longer = [bare] + [f"{bare}-{port}"] * (bool(host) and port.isdigit())
    longer.append(f"{longer[-1]}-{parts.path}" + (f"-{parts.query}" if parts.query else ""))
    slugs = [re.sub(r"[^A-Za-z0-9_.]+", "-", name).strip("-.") or "source" for name in longer]
    short = [name for name in slugs if len(name) <= _LONGEST_ID]
    numbered = (f"{slugs[0]}-{n}" for n in itertools.count(2))
    return next(name for name in itertools.chain(short, numbered) if name not in taken)


class _File(_Section):
    timezone: Annotated[str, AfterValidator(_timezone)] = "Asia/Shanghai"
    database: Annotated[str, AfterValidator(_database)] = "sqlite:///state/zhouxun.db"
    http: HttpConfig = HttpConfig()
    sources: tuple[_SourceEntry, ...]
    digest: DigestConfig = DigestConfig()
    channels: _Channels = _Channels()
    web: WebConfig = WebConfig()
    subscribers: tuple[Subscriber, ...] = ()
    retain_raw: Seconds = 30 * 86400.0


class Config(_Section):
    """The whole configuration; `root` is the folder of config.yaml, to which its paths are relative."""

    root: Path = Path()
    timezone: str = "Asia/Shanghai"
    database: str = "sqlite:///state/zhouxun.db"
    http: HttpConfig = HttpConfig()
    sources: tuple[Source, ...] = ()
    digest: DigestConfig = DigestConfig()
    email: EmailConfig = EmailConfig()
    telegram: TelegramConfig | None = None
    web: WebConfig = WebConfig()
    subscribers: tuple[Subscriber, ...] = ()
    retain_raw: float = 30 * 86400.0
    secrets: Annotated[tuple[str, ...], Field(repr=False)] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which text is read, weeks are cut and pages are drawn."""
        return ZoneInfo(self.timezone)

    def source(self, name: str) -> Source:
        """Return the source of that id.

        Raises:
            UsageError: there is none; names the nearest one.
        """
        for source in self.sources:
            if source.id == name:
                return source
        hint = _nearest(name, [s.id for s in self.sources])
        raise UsageError(f"no source {name!r} in config.yaml{hint}")


# --- reading the file ----------------------------------------------------------------------------


def load(path: Path) -> Config:
    """Read config.yaml.

    Args:
        path: the file.

    Returns:
        The configuration with `${NAME}` filled in from the environment.

    Raises:
        ConfigError: the file is missing or has mistakes; every mistake has a line of its own.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ConfigError(
            f"{path}: no such file; name one with --config or write one (see README.md)"
        ) from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    return parse(text, path, os.environ)


def parse(text: str, path: Path, environment: Mapping[str, str]) -> Config:
    """Read the text of a config.yaml; `path` names it in messages and its folder is the root.

    Raises:
        ConfigError: the text has mistakes; every mistake has a line of its own.
    """
    tree = _read_yaml(text, path)
    filled = _Filled(environment)
    plain = filled.fill(tree, ())
    mistakes = [(_line(tree, where), what) for where, what in filled.unset.items()]
    try:
        file: _File | None = TypeAdapter(_File).validate_python(plain)
    except ValidationError as error:
        file = None
        mistakes += _mistakes(error.errors(), tree, filled.unset)
    mistakes += _repeated_ids(plain, tree)
    if mistakes or not file:
        lines = dict.fromkeys(f"{path}:{line}: {what}" for line, what in sorted(mistakes))
        raise ConfigError("\n".join(lines))
    names = source_ids([(entry.id, entry.url) for entry in file.sources])
    return Config(
        root=path.resolve().parent,
        sources=tuple(entry.source(name) for entry, name in zip(file.sources, names, strict=True)),
        email=file.channels.email,
        telegram=file.channels.telegram,
        secrets=tuple(sorted(filled.secrets | _spelled_secrets(file))),
        **{
            k: getattr(file, k)
            for k in ("timezone", "database", "http", "digest", "web", "subscribers", "retain_raw")
        },
    )


def _read_yaml(text: str, path: Path) -> CommentedMap:
    try:
        tree = YAML(typ="rt").load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigError(f"{path}:{line}: {' '.join(str(error.problem).split())}") from None
    except YAMLError as error:
        raise ConfigError(f"{path}: {' '.join(str(error).split())}") from None
    if not isinstance(tree, CommentedMap):
        raise ConfigError(f"{path}:1: must be keys with values, of which `sources:` is needed")
    return tree


class _Filled:
    """A tree's plain values with `${NAME}` filled in: what is filled in is a secret, and some may be unset."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self.secrets: set[str] = set()
        self.unset: dict[_Place, str] = {}

    def fill(self, node: Any, where: _Place) -> Any:
        if isinstance(node, CommentedMap):
            return {k: self.fill(v, (*where, k)) for k, v in node.items()}
        if isinstance(node, CommentedSeq):
            return [self.fill(v, (*where, i)) for i, v in enumerate(node)]
        return (
            _VARIABLE.sub(lambda m: self._value(m.group(1), where), node) if isinstance(node, str) else node
        )

    def _value(self, name: str, where: _Place) -> str:
        if not (value := self._environment.get(name)):
            self.unset[where] = f"${{{name}}}: the environment variable {name} is not set"
            return ""
        self.secrets.add(value)
        return value


def _spelled_secrets(file: _File) -> set[str]:
    """Return what is secret although it stands in the file itself: the bot's token and passwords in addresses."""
    token = {file.channels.telegram.token} if file.channels.telegram else set()
    webhook = file.channels.telegram.webhook if file.channels.telegram else None
    addresses = (urlsplit(file.channels.email.smtp), urlsplit(file.database))
    passwords = {a.password for a in addresses if a.password}
    return {s for s in token | passwords | ({webhook.secret} if webhook else set()) if s}


def _repeated_ids(plain: Any, tree: CommentedMap) -> Iterator[tuple[int, str]]:
    entries = plain.get("sources")
    seen: set[str] = set()
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        name = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(name, str) and name in seen:
            line = _line(tree, ("sources", index, "id"))
            yield line, f"sources[{index}].id: {name!r} stands twice; give each source an id of its own"
        seen.add(str(name))


def _mistakes(
    errors: Sequence[Any], tree: CommentedMap, unset: Collection[_Place]
) -> Iterator[tuple[int, str]]:
    """Say each mistake once: not again as the lack of a key that is there misspelt, or of an unset variable."""
    misspelt = {
        (*e["loc"][:-1], near)
        for e in errors
        if e["type"] == "extra_forbidden" and (near := _near(str(e["loc"][-1]), _known_keys(e["loc"][:-1])))
    }
    for error in errors:
        if error["type"] == "missing" and tuple(error["loc"]) in misspelt:
            continue
        if tuple(error["loc"]) not in unset:
            yield _say(error, tree)


def _say(mistake: Any, tree: CommentedMap) -> tuple[int, str]:
    """Turn one of pydantic's errors into a line number and a sentence an operator understands."""
    where: tuple[str | int, ...] = tuple(mistake["loc"])
    key = re.sub(r"\.\[", "[", ".".join(f"[{p}]" if isinstance(p, int) else p for p in where)) or "file"
    kind, given = mistake["type"], mistake["input"]
    if kind == "extra_forbidden":
        siblings = _known_keys(where[:-1])
        what = f"unknown key{_nearest(str(where[-1]), siblings)}"
    elif kind == "missing":
        what = "is needed and missing"
    elif kind == "literal_error":
        choices = [c.strip(" '\"") for c in mistake["ctx"]["expected"].replace(" or ", ", ").split(",")]
        what = f"{given!r} is none of {', '.join(choices)}{_nearest(str(given), choices)}"
    elif kind == "value_error":
        what = str(mistake["ctx"]["error"])
    else:
        what = f"{mistake['msg']}, not {_shown(given)}"
    return _line(tree, where), f"{key}: {what}"


def _shown(value: object) -> str:
    text = repr(value) if not isinstance(value, dict | list) else type(value).__name__
    return text if len(text) <= 60 else text[:57] + "..."


def _known_keys(where: Sequence[str | int]) -> list[str]:
    """Return the keys that may stand at a place of the file, by walking the models."""
    model: type[BaseModel] | None = _File
    for part in where:
        if isinstance(part, int) or model is None:
            continue
        field = model.model_fields.get(part) or next(
            (f for f in model.model_fields.values() if f.alias == part), None
        )
        model = next(iter(_models(field.annotation)), None) if field else None
    if model is None:
        return []
    return [f.alias or name for name, f in model.model_fields.items()]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models(inner)


def _near(word: str, words: Sequence[str]) -> str | None:
    return next(iter(difflib.get_close_matches(word, words, n=1, cutoff=0.5)), None)


def _nearest(word: str, words: Sequence[str]) -> str:
    if near := _near(word, words):
        return f"; did you mean {near!r}?"
    return f"; known: {', '.join(words)}" if 0 < len(words) <= 20 else ""


def _line(tree: Any, where: Sequence[str | int]) -> int:
    """Return the line (from 1) of the deepest part of a place that stands in the file."""
    line, node = 1, tree
    for part in where:
        if isinstance(node, CommentedMap) and part in node:
            line = node.lc.key(part)[0] + 1
        elif isinstance(node, CommentedSeq) and isinstance(part, int) and part < len(node):
            line = node.lc.item(part)[0] + 1
        else:
            break
        node = node[part]
    return line
