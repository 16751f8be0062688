"""`sources list|check|add|remove`: the sources of config.yaml, looked at and kept."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bot import config as configuration
from bot.app import App
from bot.commands import Invocation
from bot.config import Config
from bot.errors import UsageError, ZhouxunError
from bot.filing import file_page, file_text
from bot.sources import Examination, append_source, examine, propose, remove_source, settings
from scrapers.folder import Folder
from scrapers.model import Source

app = typer.Typer()
sources = typer.Typer(no_args_is_help=True, help="List, check, add and remove sources.")
app.add_typer(sources, name="sources")

_CHECKED_AT_ONCE = 16


@sources.command("list")
def list_(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON document")] = False,
) -> None:
    """List the sources of config.yaml."""
    known = _config(context).sources
    if as_json:
        _print_json([settings(source) | {"enabled": source.enabled} for source in known])
        return
    table = Table("信息源", "名称", "地区", "类型", "启用", "地址", box=None)
    for source in known:
        table.add_row(
            source.id,
            source.name,
            source.region or "",
            source.kind,
            "是" if source.enabled else "否",
            source.url,
        )
    Console().print(table)


@sources.command()
def check(
    context: typer.Context,
    which: Annotated[list[str] | None, typer.Argument(help="ids or addresses", metavar="[ID|URL]...")] = None,
    every: Annotated[bool, typer.Option("--all", help="check every enabled source")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON document")] = False,
) -> None:
    """Fetch sources and say, stage by stage, what was found and what is wrong; stores nothing."""
    config = _config(context)
    if not which and not every:
        raise UsageError("sources check: name a source or an address, or --all")
    chosen = (
        [s for s in config.sources if s.enabled] if every else [_source(config, name) for name in which or ()]
    )
    seen = asyncio.run(_examined(config, chosen))
    if as_json:
        _print_json([e.to_json() for e in seen] if every or len(seen) != 1 else seen[0].to_json())
    else:
        _report(seen)
    if seen and not any(e.ok for e in seen):
        raise typer.Exit(1)


@sources.command()
def add(
    context: typer.Context,
    url: Annotated[
        str, typer.Argument(help="the address of a list, front page, feed, sitemap, data or an article")
    ],
    source_id: Annotated[str | None, typer.Option("--id", help="default: made from the host")] = None,
    name: Annotated[str, typer.Option("--name", help="default: from the site's title")] = "",
    region: Annotated[str | None, typer.Option("--region", help="default: from the name and host")] = None,
    tag: Annotated[list[str] | None, typer.Option("--tag", help="may be given several times")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="show what would be stored, store nothing")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="add it although no articles were found")] = False,
    page: Annotated[
        bool, typer.Option("--page", help="file the one article at this address by hand")
    ] = False,
    text: Annotated[
        Path | None, typer.Option("--text", help="file this text as the article at the address")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="with --text: the article's title")] = None,
    published: Annotated[str | None, typer.Option("--published", help="with --text: its date")] = None,
) -> None:
    """Work out the settings of a source from its address and append it to config.yaml."""
    config = _config(context)
    if page or text:
        _file_by_hand(config, url, text, title, published)
        return
    bare = Source(
        id=source_id or configuration.default_id(url),
        url=_web_address(url),
        name=name,
        region=region,
        tags=tuple(tag or ()),
    )
    if known := next((s for s in config.sources if s.url.rstrip("/") == bare.url.rstrip("/")), None):
        raise UsageError(f"{url} is already there as source {known.id}")
    seen = asyncio.run(_examined(config, [bare], new=True))[0]
    _report([seen])
    if not seen.links and not force:
        raise ZhouxunError(f"{url}: no articles found, nothing stored; --force adds it all the same")
    _append(context, config, propose(seen, [s.id for s in config.sources], source_id=source_id), dry_run)


@sources.command()
def remove(
    context: typer.Context, source_id: Annotated[str, typer.Argument(help="id", metavar="ID")]
) -> None:
    """Remove a source from config.yaml; what it brought stays stored."""
    path = _config_path(context)
    _config(context).source(source_id)
    _write(path, remove_source(path.read_text(encoding="utf-8"), source_id))
    print(f"已从 {path} 删除 {source_id}")


# --- the steps -----------------------------------------------------------------------------------


def _config(context: typer.Context) -> Config:
    invocation: Invocation = context.obj
    return invocation.config


def _config_path(context: typer.Context) -> Path:
    invocation: Invocation = context.obj
    return invocation.config_path


def _web_address(url: str) -> str:
    return url if "://" in url else f"http://{url}"


def _source(config: Config, name: str) -> Source:
    """Return the source of an id, or a bare one for an address that is not in config.yaml."""
    if "://" not in name:
        return config.source(name)
    known = next((s for s in config.sources if s.url == name), None)
    return known or Source(id=configuration.default_id(name), url=name)


async def _examined(config: Config, chosen: Sequence[Source], *, new: bool = False) -> list[Examination]:
    at_once = asyncio.Semaphore(_CHECKED_AT_ONCE)
    with (
        App(config) as made,
        Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar,
    ):
        folder = Folder(config.root, config.http.max_bytes, made.now)
        task = bar.add_task("检查信息源", total=len(chosen))
        async with made.fetcher() as fetcher:

            async def one(source: Source) -> Examination:
                async with at_once:
                    seen = await examine(fetcher, source, folder, new=new)
                bar.advance(task)
                return seen

            return list(await asyncio.gather(*map(one, chosen)))


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _report(seen: Sequence[Examination]) -> None:
    out = Console(soft_wrap=True, highlight=False, markup=False)
    for examination in seen:
        source = examination.source
        out.print(f"{'✓' if examination.ok else '✗'} {source.id} {source.name} {source.url}")
        for step in examination.steps:
            out.print(f"  {'✓' if step.ok else '✗'} {step.stage}：{step.said}")
        for link in examination.links[:5]:
            out.print(f"    {(link.published or '')[:10]:10}  {link.title}  {link.url}")
    failed = [e.source.id for e in seen if not e.ok]
    if len(seen) > 1:
        out.print(
            f"\n检查了 {len(seen)} 个信息源，{len(seen) - len(failed)} 个正常"
            + (f"，要修的：{'、'.join(failed)}" if failed else "")
        )


def _append(context: typer.Context, config: Config, source: Source, dry_run: bool) -> None:
    path = _config_path(context)
    text = append_source(path.read_text(encoding="utf-8"), source)
    configuration.parse(text, path, os.environ)  # never leave a file behind that cannot be read
    print("\n" + ("将写入" if dry_run else "已写入") + f" {path}：")
    for key, value in settings(source).items():
        print(
            f"  {key}: {json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value}"
        )
    if not dry_run:
        _write(path, text)


def _write(path: Path, text: str) -> None:
    """Replace a file in one step, so that a running service never reads half of it."""
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(text, encoding="utf-8")
    draft.chmod(path.stat().st_mode)
    draft.replace(path)


# --- one article by hand -------------------------------------------------------------------------


def _file_by_hand(
    config: Config, url: str, text: Path | None, title: str | None, published: str | None
) -> None:
    """Store one article that cannot be polled, such as one of WeChat: a page to fetch, or its text."""
    with App(config) as made:
        if text:
            words = sys.stdin.read() if str(text) == "-" else text.read_text(encoding="utf-8")
            filed = file_text(made, words, url=url, title=title, published=published)
        else:
            filed = asyncio.run(file_page(made, _web_address(url)))
    print(filed)
