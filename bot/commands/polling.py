"""`poll` and `reprocess`: sources read now, and stored pages read again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Column, Table

from bot import jobs
from bot.app import App
from bot.commands import Invocation, health_cell
from bot.config import Config
from bot.errors import ZhouxunError
from bot.health import FAILING
from bot.jobs import PollResult, Reprocessed
from bot.logs import log_to_stderr
from bot.workers import Stem
from scrapers.model import Source

app = typer.Typer()

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[SOURCE]...", help="ids of sources in config.yaml")
]
AsJson = Annotated[bool, typer.Option("--json", help="one JSON document")]


@app.command()
def poll(
    context: typer.Context,
    sources: Names = None,
    everything: Annotated[bool, typer.Option("--all", help="all enabled sources, due or not")] = False,
    as_json: AsJson = False,
) -> None:
    """Poll the named sources, or all that are due, once."""
    invocation: Invocation = context.obj
    config = invocation.config
    log_to_stderr(config.secrets, verbose=invocation.verbose)
    named = tuple(config.source(name) for name in dict.fromkeys(sources or ()))
    with Stem() as stem, App(config, searches=False) as running:
        results = asyncio.run(_poll(running, stem, named, everything=everything))
    if as_json:
        typer.echo(json.dumps([asdict(result) for result in results], ensure_ascii=False))
    else:
        _print(results)
    failed = [result for result in results if result.state in FAILING]
    if results and len(failed) == len(results):
        raise ZhouxunError(f"poll: every source failed ({len(failed)} of {len(results)})")


async def _poll(running: App, stem: Stem, named: Sequence[Source], *, everything: bool) -> list[PollResult]:
    chosen = named or _due(running, everything=everything)
    async with jobs.open_world(running, stem) as world:
        with _bar("轮询", len(chosen)) as advance:
            return await jobs.poll_sources(
                world, chosen, forced=bool(named) or everything, report=lambda result: advance(result.id)
            )


def _due(running: App, *, everything: bool) -> list[Source]:
    enabled = [source for source in running.config.sources if source.enabled]
    if everything:
        return enabled
    states = {state.id: state for state in running.store.source_states()}
    return [source for source in enabled if jobs.is_due(states.get(source.id), running.now())]


@contextmanager
def _bar(what: str, total: int | None) -> Iterator[Callable[[str], None]]:
    """Show a progress bar on stderr where that is a terminal; yields what moves it on."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda name: progress.update(task, advance=1, description=f"{what} {name}")


def _print(results: Sequence[PollResult]) -> None:
    if not results:
        typer.echo("没有到期的信息源；--all 轮询全部")
        return
    why = Column("说明", overflow="fold")
    table = Table("信息源", "状态", "条目", "新", "改", "略过", "请求", why, box=None, header_style="bold")
    for result in results:
        counts = (result.found, result.new, result.changed, result.skipped, result.requests)
        table.add_row(result.id, health_cell(result.state), *map(str, counts), result.error or "")
    Console().print(table)
    typer.echo(
        f"共 {len(results)} 个信息源，新 {sum(r.new for r in results)} 篇，改 {sum(r.changed for r in results)} 篇"
    )


@app.command()
def reprocess(context: typer.Context, sources: Names = None, as_json: AsJson = False) -> None:
    """Run today's chain again over the stored raw pages."""
    invocation: Invocation = context.obj
    config = invocation.config
    log_to_stderr(config.secrets, verbose=invocation.verbose)
    chosen = [config.source(name).id for name in sources or ()]
    with Stem() as stem, App(config, searches=False) as running:
        done = asyncio.run(_reprocess(running, stem, config, chosen))
    if as_json:
        typer.echo(json.dumps(asdict(done)))
    else:
        typer.echo(f"重新处理：{done.changed} 篇有变化，{done.same} 篇不变，{done.failed} 篇不能处理")


async def _reprocess(running: App, stem: Stem, config: Config, chosen: Sequence[str]) -> Reprocessed:
    known = {source.id: source for source in config.sources}
    total = None if chosen else running.store.counters().pages
    async with jobs.open_world(running, stem) as world:
        with _bar("重新处理", total) as advance:
            return await jobs.reprocess(world, known, chosen, report=lambda done: advance(""))
