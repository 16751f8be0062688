"""`db upgrade|backup|prune|copy|reindex`: the database kept in order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot import store as storage
from bot.app import App
from bot.config import Config, duration
from bot.errors import UsageError
from bot.store import Store
from bot.wording import local_day

app = typer.Typer()
db = typer.Typer(no_args_is_help=True, help="Upgrade, back up, prune, copy and reindex the database.")
app.add_typer(db, name="db")


@db.command()
def upgrade(context: typer.Context) -> None:
    """Make the database, or bring it to this version's schema (every command does so too)."""
    with App(context.obj.config) as running:
        counters = running.store.counters()
        typer.echo(
            f"{_config(context).database}: schema {running.store.revision}, {counters.articles} articles, {counters.records} records"
        )


@db.command()
def backup(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="a new file; default: state/backups/DATE.db")] = None,
) -> None:
    """Write a copy of the whole database into a new SQLite file, while others go on writing.

    To restore it, name it as `database` in config.yaml, or `db copy` it from there to a server.
    """
    config = _config(context)
    with App(config) as running, _bar() as progress:
        day = local_day(running.now(), config.zone)
        clock = running.now().astimezone(config.zone).strftime("%H%M%S")
        path = file or config.root / "state" / "backups" / f"{day.isoformat()}-{clock}.db"
        running.store.backup(path, progress)
    typer.echo(str(path))


@db.command()
def prune(
    context: typer.Context,
    articles: Annotated[
        str | None, typer.Option("--articles", metavar="AGE", help="forget articles older than, such as 730d")
    ] = None,
) -> None:
    """Forget raw pages older than `retain_raw` and, if asked, articles with what only they told of."""
    config = _config(context)
    age = _age(articles)
    with App(config) as running:
        now = running.now()
        gone = running.store.prune(
            pages_before=now - timedelta(seconds=config.retain_raw),
            articles_before=now - timedelta(seconds=age) if age else None,
            now=now,
        )
        running.store.shrink()
    typer.echo(f"forgot {gone.pages} raw pages, {gone.articles} articles, {gone.records} records")


@db.command()
def copy(
    context: typer.Context,
    url: Annotated[
        str, typer.Argument(help="an empty database: postgresql://user@host/name or sqlite:///FILE")
    ],
) -> None:
    """Copy everything into another, empty database; then name that one in config.yaml."""
    config = _config(context)
    with App(config) as running, Store.open(url, root=config.root) as other, _bar() as progress:
        running.store.copy_to(other, progress)
        counters = other.counters()
    typer.echo(f"copied {counters.articles} articles, {counters.records} records to {storage.shown(url)}")


@db.command()
def reindex(context: typer.Context) -> None:
    """Build the search index anew."""
    with App(context.obj.config) as running, _bar() as progress:
        running.store.reindex(progress)


def _config(context: typer.Context) -> Config:
    config: Config = context.obj.config
    return config


def _age(value: str | None) -> float | None:
    try:
        return duration(value) if value else None
    except ValueError as error:
        raise UsageError(f"--articles: {error}") from None


@contextmanager
def _bar() -> Iterator[storage.Progress]:
    """Show progress on stderr, a bar for each table."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:
        tasks = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done)

        yield show
