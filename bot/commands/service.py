"""`demo`, `run`, `status`, `worker`: the product at work."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Column, Table

from bot.app import App
from bot.cadence import last_due
from bot.commands import Invocation, health_cell
from bot.config import Config
from bot.errors import UsageError
from bot.logs import log_to_stderr
from bot.store import SourceState
from bot.wording import DELIVERY_WORDS

if TYPE_CHECKING:
    from bot.schedule import Helper, Service

app = typer.Typer()


@app.command()
def run(context: typer.Context) -> None:
    """Poll, deliver and answer until SIGTERM."""
    from bot.schedule import Service

    _serve(context.obj, Service)


@app.command()
def demo(context: typer.Context) -> None:
    """Show the whole way on this machine alone: a small site and the seeds in, a digest out."""
    from bot.demo.show import show

    invocation: Invocation = context.obj
    log_to_stderr(verbose=invocation.verbose)
    show(invocation.config_path.resolve().parent)


@app.command()
def worker(context: typer.Context) -> None:
    """Take jobs from PostgreSQL as an extra process or machine."""
    config = context.obj.config
    if not config.database.startswith("postgresql"):
        raise UsageError(
            f"database: {config.database} is a file of one machine; a worker needs postgresql://user@host/name"
        )
    from bot.schedule import Helper

    _serve(context.obj, Helper)


def _serve(invocation: Invocation, role: type[Service | Helper]) -> None:
    from bot.schedule import serve
    from bot.workers import Stem

    log_to_stderr(invocation.config.secrets, verbose=invocation.verbose)
    with Stem() as stem:
        asyncio.run(serve(invocation.config, invocation.config_path, role, stem))


@app.command()
def status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON document")] = False,
) -> None:
    """Show sources, what is stored, deliveries and what is due next."""
    with App(context.obj.config) as running:
        data = status_of(running.config, running.store.source_states(), running.now())
        counters = running.store.counters()
    data["queue"] = {
        "pending": counters.deliveries.get("pending", 0),
        "sending": counters.deliveries.get("sending", 0),
    }
    data["deliveries"] = counters.deliveries
    data["stored"] = {
        "articles": counters.articles,
        "records": counters.records,
        "raw_pages": counters.pages,
        "subscribers": counters.subscribers + len(context.obj.config.subscribers),
    }
    if as_json:
        typer.echo(json.dumps(data, ensure_ascii=False))
    else:
        _print_status(data)


def status_of(config: Config, states: tuple[SourceState, ...], now: datetime) -> dict[str, Any]:
    """Return each declared source's state and the next runs, as JSON values.

    Args:
        config: the declared sources and the digest's time.
        states: what the store knows of them.
        now: aware.
    """
    known = {state.id: state for state in states}
    rows = []
    for source in config.sources:
        state = known.get(source.id) or SourceState(source.id)
        rows.append(
            {
                "id": source.id,
                "name": source.name,
                "url": source.url,
                "enabled": source.enabled,
                "health": state.health if source.enabled else "disabled",
                "since": _iso(state.health_since, config.zone),
                "last_success": _iso(state.last_success, config.zone),
                "last_attempt": _iso(state.last_attempt, config.zone),
                "failures": state.failures,
                "items": state.items,
                "next_due": _iso(state.next_due, config.zone) if source.enabled else None,
                "detail": state.detail,
            }
        )
    enabled = [known.get(source.id) for source in config.sources if source.enabled]
    # What was never polled is due at once.
    due = [(state.next_due if state else None) or now for state in enabled]
    return {
        "sources": rows,
        "next": {
            "poll": _iso(min(due, default=None), config.zone),
            "digest": _iso(next_digest(config, now), config.zone),
        },
    }


def next_digest(config: Config, now: datetime) -> datetime:
    """Return the next moment at which a digest is due, in the configured time zone."""
    return last_due(config.digest.when, now, config.zone) + timedelta(days=7)


def _iso(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return moment.astimezone(zone).isoformat(timespec="seconds") if moment else None


def _short(moment: str | None) -> str:
    return datetime.fromisoformat(moment).strftime("%m-%d %H:%M") if moment else "—"


def _print_status(data: dict[str, Any]) -> None:
    console = Console()
    why = Column("说明", overflow="fold")
    table = Table("信息源", "状态", "最近成功", "连续失败", "篇数", why, box=None, header_style="bold")
    for row in data["sources"]:
        success = _short(row["last_success"])
        table.add_row(
            row["id"],
            health_cell(row["health"]),
            success,
            str(row["failures"]),
            str(row["items"]),
            row["detail"],
        )
    console.print(table)
    stored = data["stored"]
    console.print(
        f"\n已存 {stored['articles']} 篇资讯、{stored['records']} 条记录；订阅者 {stored['subscribers']}；"
        f"推送 {'、'.join(f'{DELIVERY_WORDS[k]} {v}' for k, v in data['deliveries'].items()) or '无'}"
    )
    console.print(f"下次轮询 {_short(data['next']['poll'])}；下次周报 {_short(data['next']['digest'])}")
