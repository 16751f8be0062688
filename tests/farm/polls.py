"""Polling against the farm in this process: a configuration, one poll, what is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import bot.warm  # noqa: F401 - the first reading in a process would hold up its requests beyond their time
from bot import jobs
from bot.app import App
from bot.config import Config, HttpConfig
from bot.jobs import PollResult
from scrapers.model import Article, Source


def config(root: Path, **http: object) -> Config:
    """A configuration that may read loopback and does not wait between requests."""
    settings = {"allow_private": ("127.0.0.0/8",), "delay": 0.0, "timeout": 5.0} | http
    return Config(root=root, database="sqlite:///zhouxun.db", http=HttpConfig.model_validate(settings))


def poll(app: App, sources: Sequence[Source], *, forced: bool = True) -> dict[str, PollResult]:
    """Poll sources once, reading in this process; the results by id."""

    async def run() -> list[PollResult]:
        async with jobs.open_world(app) as world:
            return await jobs.poll_sources(world, sources, forced=forced)

    return {result.id: result for result in asyncio.run(run())}


def stored(app: App, source: str) -> dict[str, Article]:
    """The articles of a source by title."""
    return {article.title: article for article in app.store.articles() if article.source == source}
