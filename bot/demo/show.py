"""The demo: the seeds and a small site through fetch, chain, store, digest and delivery, and where to look."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

import seeds
from bot import delivery, jobs, wording
from bot.app import App
from bot.config import Subscriber
from bot.demo.site import demo_config, serve
from bot.digest import Period, render_telegram
from bot.jobs import PollResult
from bot.records.model import StoredRecord

READER = Subscriber(email="reader@example.org")


def show(root: Path) -> None:
    """Run the demo with its database and outbox under `root`/state, and print what came of it.

    Args:
        root: the folder whose state/ is written; an earlier demo's database is replaced.
    """
    for suffix in ("", "-wal", "-shm"):
        (root / "state" / f"demo.db{suffix}").unlink(missing_ok=True)
    with App(demo_config(root, (), Path())) as clock:
        today = wording.local_day(clock.now(), clock.config.zone)
    with serve(today) as sources:
        folder = Path(next(iter(seeds.__path__)))
        config = demo_config(root, sources, folder).model_copy(update={"subscribers": (READER,)})
        with App(config) as app:
            _report_polls(asyncio.run(_poll(app)))
            _show_result(app)


async def _poll(app: App) -> list[PollResult]:
    async with jobs.open_world(app) as world:
        return await jobs.poll_sources(world, app.config.sources)


def _show_result(app: App) -> None:
    # The week up to and with this moment: what was stored a second ago is in it.
    now = app.now() + timedelta(seconds=1)
    period = Period.ending(now, app.config.digest.lookback, app.config.zone)
    report = asyncio.run(delivery.deliver(app, period, stop=asyncio.Event()))
    console = Console()
    _report_records(console, app.store.records(), app)
    console.rule("Telegram")
    for message in render_telegram(delivery.digest_for(app, period, None)):
        console.print(message, markup=False, highlight=False, soft_wrap=True)
        console.print()
    console.rule("邮件")
    for row in app.store.deliveries(issue=period.issue):
        path = Path(row.answer or "")
        console.print(f"{path}\n{path.with_suffix('.html')}", highlight=False, soft_wrap=True)
    for trouble in report.troubles:
        console.print(trouble, style="red")


def _report_polls(results: list[PollResult]) -> None:
    table = Table("信息源", "状态", "条目", "新资讯", "说明", box=None, header_style="bold")
    for result in results:
        table.add_row(result.id, result.state, str(result.found), str(result.new), result.error or "")
    Console(stderr=True).print(table)


def _report_records(console: Console, found: list[StoredRecord], app: App) -> None:
    today = wording.local_day(app.now(), app.config.zone)
    table = Table("类别", "时间", box=None, header_style="bold")
    table.add_column("名称", overflow="fold", ratio=2)
    table.add_column("地点", overflow="fold", ratio=1)
    table.add_column("来源")
    for stored in found:
        record = stored.record
        table.add_row(
            wording.KIND_WORDS[record.kind],
            wording.say_span(record.start, record.end, today),
            record.name,
            wording.say_place(record.place),
            str(len(record.articles)),
        )
    console.print(table)
    console.print(f"共 {len(found)} 条记录，{app.store.counters().articles} 篇资讯\n")
