"""`digest`, `deliveries` and `subscribers`: what is sent, what became of it, and to whom."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
import secrets
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table

from bot import subscriptions
from bot.app import App
from bot.commands import Invocation
from bot.config import Config, Subscriber
from bot.delivery import Report, deliver, digest_for, everyone
from bot.digest import Period, render
from bot.errors import UsageError, ZhouxunError
from bot.logs import log_to_stderr
from bot.records.model import KINDS
from bot.store import DELIVERY_STATES, Delivery, StoredSubscriber
from bot.store.query import KIND_NAMES
from bot.wording import DELIVERY_WORDS, KIND_WORDS

app = typer.Typer()
deliveries = typer.Typer(no_args_is_help=True, help="What became of every message.")
subscribers = typer.Typer(no_args_is_help=True, help="Who gets a digest, and of what.")
app.add_typer(deliveries, name="deliveries")
app.add_typer(subscribers, name="subscribers")

AsJson = Annotated[bool, typer.Option("--json", help="one JSON document")]
Address = Annotated[str, typer.Argument(help="a mail address or a Telegram chat id", metavar="ADDRESS")]
Issue = Annotated[str | None, typer.Option("--issue", help="such as 2025-W11")]
_COLUMNS = ("email", "telegram", "regions", "kinds", "keywords")


class Form(StrEnum):
    """The forms a digest is rendered in."""

    html = "html"
    text = "text"
    telegram = "telegram"
    json = "json"


class State(StrEnum):
    """The states of a row in the ledger."""

    pending = "pending"
    sending = "sending"
    sent = "sent"
    ambiguous = "ambiguous"
    failed = "failed"
    paused = "paused"


# --- digest --------------------------------------------------------------------------------------


@app.command()
def digest(
    context: typer.Context,
    week: Annotated[str | None, typer.Option("--week", help="a calendar week such as 2025-W11")] = None,
    since: Annotated[str | None, typer.Option("--since", help="first day, such as 2025-03-10")] = None,
    until: Annotated[str | None, typer.Option("--until", help="last day")] = None,
    reader: Annotated[
        str | None, typer.Option("--for", help="a subscriber: mail address or chat id", metavar="SUBSCRIBER")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="how it is printed")] = Form.text,
    send: Annotated[bool, typer.Option("--send", help="deliver it instead of printing it")] = False,
) -> None:
    """Print a digest, or deliver it to those who have not got it; default: the days up to now."""
    invocation: Invocation = context.obj
    config = invocation.config
    log_to_stderr(config.secrets, verbose=invocation.verbose)
    with App(config) as running:
        period = _period(config, running.now(), week, since, until)
        who = _subscriber(running, reader) if reader else None
        if send:
            _send(running, period, who)
        else:
            typer.echo(render(digest_for(running, period, who), form.value))


def _period(config: Config, now: datetime, week: str | None, since: str | None, until: str | None) -> Period:
    """Return what the options name: a week, a range of days, or the days that end now."""
    if week and (since or until):
        raise UsageError("digest: give either --week or --since and --until")
    if week:
        return Period.week(week, config.zone)
    if since is None and until is None:
        return Period.ending(now, config.digest.lookback, config.zone)
    end = _midnight("--until", until, config) + timedelta(days=1) if until else now.astimezone(config.zone)
    begin = _midnight("--since", since, config) if since else end - timedelta(seconds=config.digest.lookback)
    if begin >= end:
        raise UsageError(f"digest: --since {since} lies after --until {until or 'now'}")
    return Period.ending(end, (end - begin).total_seconds(), config.zone)


def _midnight(option: str, day: str | None, config: Config) -> datetime:
    try:
        return datetime.combine(datetime.strptime(day or "", "%Y-%m-%d").date(), time(), config.zone)
    except ValueError:
        raise UsageError(f"{option} {day}: is no day; write one such as 2025-03-10") from None


def _subscriber(running: App, reader: str) -> Subscriber:
    known = everyone(running.config, running.store)
    for key in (reader, f"email:{reader.lower()}", f"telegram:{reader}"):
        if key in known:
            return known[key].subscriber
    raise UsageError(f"--for {reader}: no such subscriber; `zhouxun subscribers list` shows them")


def _send(running: App, period: Period | None, who: Subscriber | None) -> None:
    """Deliver what is due, say what became of it, and fail where something did not arrive."""
    report = asyncio.run(_deliver(running, period, who))
    waiting = running.store.counters().deliveries.get("pending", 0)
    done = "，".join(f"{DELIVERY_WORDS[state]} {number}" for state, number in report.outcomes.items())
    typer.echo(f"{period.issue if period else '待发'}：新入 {report.queued} 条；{done or '没有要发的'}")
    for trouble in report.troubles:
        typer.echo(f"  {trouble}", err=True)
    if waiting:
        typer.echo(f"  {waiting} 条稍后再发（zhouxun run 会按时重试）", err=True)
    if not report.complete:
        raise ZhouxunError("digest: not everything arrived; `zhouxun deliveries list` says what and why")


async def _deliver(running: App, period: Period | None, who: Subscriber | None) -> Report:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Not to be cut off between sending a message and writing down that it was sent.
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return await deliver(running, period, stop=stop, only=who)


# --- deliveries ----------------------------------------------------------------------------------


@deliveries.command("list")
def list_deliveries(
    context: typer.Context,
    issue: Issue = None,
    state: Annotated[State | None, typer.Option("--state", help="only rows in this state")] = None,
    as_json: AsJson = False,
) -> None:
    """List the ledger: one row for each issue, subscriber, channel and part."""
    with App(context.obj.config) as running:
        rows = running.store.deliveries(issue=issue, state=state.value if state else None)
    if as_json:
        typer.echo(json.dumps([_row_json(row) for row in rows], ensure_ascii=False))
        return
    zone = context.obj.config.zone
    table = Table(
        "期", "订阅者", "渠道", "部分", "状态", "次数", "时间", "答复", box=None, header_style="bold"
    )
    for row in rows:
        moment = f"{row.updated.astimezone(zone):%m-%d %H:%M}"
        state_words = DELIVERY_WORDS[row.state]
        table.add_row(
            row.issue, row.subscriber, row.channel, str(row.part + 1), state_words, str(row.attempts), moment,
            row.answer or "",
        )  # fmt: skip
    _print(table)


def _print(table: Table) -> None:
    """Print a table; what goes into a file or pipe is not cut to the width of a terminal."""
    Console(width=None if sys.stdout.isatty() else 200).print(table)


def _row_json(row: Delivery) -> dict[str, Any]:
    return {
        "issue": row.issue,
        "subscriber": row.subscriber,
        "channel": row.channel,
        "part": row.part + 1,
        "state": row.state,
        "attempts": row.attempts,
        "time": row.updated.isoformat(),
        "answer": row.answer,
        "due": row.due.isoformat() if row.due else None,
    }


@deliveries.command()
def retry(
    context: typer.Context,
    issue: Issue = None,
    state: Annotated[
        State | None,
        typer.Option("--state", help="default: failed, ambiguous and what waits for a later try"),
    ] = None,
) -> None:
    """Send again what failed, and what may or may not have arrived."""
    invocation: Invocation = context.obj
    log_to_stderr(invocation.config.secrets, verbose=invocation.verbose)
    if state in (State.sent, State.sending):
        raise UsageError(f"--state {state.value}: may be failed, ambiguous, paused or pending")
    wanted = (state,) if state else (State.failed, State.ambiguous, State.pending)
    states = [known for known in DELIVERY_STATES if known in wanted]
    with App(invocation.config) as running:
        running.store.requeue(issue=issue, states=states, now=running.now())
        _send(running, None, None)


# --- subscribers ---------------------------------------------------------------------------------


@subscribers.command("list")
def list_subscribers(context: typer.Context, as_json: AsJson = False) -> None:
    """List who gets a digest: those of config.yaml and those who came by themselves."""
    with App(context.obj.config) as running:
        fixed = {s.key for s in running.config.subscribers} - {
            s.subscriber.key for s in running.store.subscribers()
        }
        known = everyone(running.config, running.store)
    if as_json:
        typer.echo(
            json.dumps(
                [_subscriber_json(who, key in fixed) for key, who in known.items()], ensure_ascii=False
            )
        )
        return
    table = Table("订阅者", "地区", "类型", "关键词", "来自", "状态", box=None, header_style="bold")
    for key, who in known.items():
        chosen = who.subscriber
        kinds = [KIND_WORDS[kind] for kind in chosen.kinds]
        filters = ("、".join(words) or "全部" for words in (chosen.regions, kinds, chosen.keywords))
        status = "暂停" if who.paused else "" if who.confirmed else "待确认"
        table.add_row(key, *filters, "config.yaml" if key in fixed else "", status)
    _print(table)


def _subscriber_json(who: StoredSubscriber, fixed: bool) -> dict[str, Any]:
    return {
        **who.subscriber.model_dump(mode="json"),
        "confirmed": who.confirmed,
        "paused": who.paused,
        "fixed": fixed,
        "created": who.created.isoformat() if who.created else None,
    }


@subscribers.command("add")
def add_subscriber(
    context: typer.Context,
    address: Address,
    region: Annotated[list[str] | None, typer.Option("--region", help="a province; may be repeated")] = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", help="meeting, plan or event")] = None,
    keyword: Annotated[list[str] | None, typer.Option("--keyword", help="may be repeated")] = None,
) -> None:
    """Add a subscriber, or change what one gets; without filters that is everything."""
    name = "telegram" if re.fullmatch(r"-?\d+", address) else "email"
    chosen = read_subscriber({name: address, "regions": region, "kinds": kind, "keywords": keyword})
    with App(context.obj.config) as running:
        _save(running, [chosen])
    typer.echo(f"已保存 {chosen.key}")


@subscribers.command("remove")
def remove_subscriber(context: typer.Context, address: Address) -> None:
    """Remove a subscriber who was not written into config.yaml."""
    with App(context.obj.config) as running:
        chosen = _subscriber(running, address)
        if not running.store.remove_subscriber(chosen):
            raise UsageError(f"{address}: stands in config.yaml under subscribers; remove it there")
    typer.echo(f"已删除 {chosen.key}")


@subscribers.command("import")
def import_subscribers(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="CSV as `export` writes it, or JSON lines; - for stdin")],
) -> None:
    """Add subscribers from a file, all of them or, where a line is wrong, none."""
    text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    found = read_subscribers(text, str(file))
    with App(context.obj.config) as running:
        _save(running, found)
    typer.echo(f"已导入 {len(found)} 位订阅者")


@subscribers.command("export")
def export_subscribers(
    context: typer.Context,
    form: Annotated[str, typer.Option("--format", help="csv or jsonl")] = "csv",
) -> None:
    """Write the subscribers who are stored as CSV or JSON lines."""
    if form not in ("csv", "jsonl"):
        raise UsageError(f"--format {form}: must be csv or jsonl")
    with App(context.obj.config) as running:
        rows = [who.subscriber.model_dump(mode="json") for who in running.store.subscribers()]
    if form == "jsonl":
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
        return
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(row[name]) for name in _COLUMNS} for row in rows)
    typer.echo(out.getvalue(), nl=False)


def _cell(value: Any) -> Any:
    return "、".join(value) if isinstance(value, list) else value


def read_subscribers(text: str, name: str) -> list[Subscriber]:
    """Read subscribers from CSV with a header or from JSON lines.

    Args:
        text: the file's text.
        name: what messages call it.

    Raises:
        UsageError: lines that cannot be read; every one is named.
    """
    found: list[Subscriber] = []
    mistakes: list[str] = []
    try:
        for number, row in _rows(text):
            try:
                found.append(read_subscriber(row))
            except (UsageError, ValueError) as error:
                mistakes.append(f"{name}:{number}: {error}")
    except UsageError as error:
        mistakes.append(f"{name}:1: {error}")
    if mistakes:
        raise UsageError("\n".join(mistakes))
    return found


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Return the lines as mappings, with their numbers."""
    if text.lstrip().startswith("{"):
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip():
                yield number, _json_object(line)
        return
    reader = csv.DictReader(io.StringIO(text, newline=""))
    unknown = [column for column in reader.fieldnames or () if column not in _COLUMNS]
    if unknown or not reader.fieldnames:
        raise UsageError(f"the header must name {', '.join(_COLUMNS)}, not {', '.join(unknown) or 'nothing'}")
    for row in reader:
        yield reader.line_num, {key: value for key, value in row.items() if key is not None}


def _json_object(line: str) -> Mapping[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        value = None
    return value if isinstance(value, dict) else {"": line}


def read_subscriber(values: Mapping[str, Any]) -> Subscriber:
    """Read one subscriber from words as people write them: 河南省 is 河南, 会议 is meeting.

    Raises:
        UsageError: says which word is wrong and what would be right.
    """
    if unknown := [
        key for key in values if key not in (*_COLUMNS, "confirmed", "paused", "fixed", "created")
    ]:
        raise UsageError(f"{unknown[0] or values['']!r}: wanted are {', '.join(_COLUMNS)}")
    plain = {
        "email": (values.get("email") or "").strip().lower() or None,
        "telegram": values.get("telegram") or None,
        "regions": tuple(map(_region, _words(values.get("regions")))),
        "kinds": tuple(map(_kind, _words(values.get("kinds")))),
        "keywords": tuple(_words(values.get("keywords"))),
    }
    try:
        return Subscriber.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise UsageError(
            f"{where + ': ' if where else ''}{first['msg'].removeprefix('Value error, ')}"
        ) from None


def _words(value: Any) -> list[str]:
    words: Iterable[Any] = re.split(r"[、,，;；\s]+", value) if isinstance(value, str) else value or ()
    return [str(word) for word in words if word]


def _region(word: str) -> str:
    found = subscriptions.province(word)
    if found is None:
        raise UsageError(f"{word!r} is no province; write one such as 河南 or 广西")
    return found


def _kind(word: str) -> str:
    found = KIND_NAMES.get(word.lower())
    if found not in KINDS:
        raise UsageError(f"{word!r} is no kind; write {', '.join(KINDS)}")
    return found


def _save(running: App, chosen: Iterable[Subscriber]) -> None:
    """Store subscribers; who is there already keeps the link to unsubscribe that mails of theirs carry."""
    for subscriber in chosen:
        known = running.store.subscriber(subscriber)
        token = known.token if known and known.token else _token(subscriber)
        running.store.save_subscriber(StoredSubscriber(subscriber, token=token), running.now())


def _token(subscriber: Subscriber) -> str | None:
    return secrets.token_urlsafe(16) if subscriber.email else None
