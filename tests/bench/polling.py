"""Polling at size: sources with 20 new articles each, from a local server to stored and indexed articles.

    python -m tests.bench.polling [--sources 1000] [--articles 20] [--hosts]

Prints articles a second, processor time and peak memory of all processes of the poll together, and what a
second poll costs.
`--hosts` gives each source a loopback address of its own, as real sources have; else all share one.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path

from aiohttp import web

from tests.farm.sites import SHANGHAI, article, by_date, dated_row, page, stories

ROOT = Path(__file__).resolve().parents[2]


def serve(pipe: Connection, articles: int) -> None:
    """Serve `/N/` and its articles for every N, on every loopback address."""
    today = datetime.now(UTC).astimezone(SHANGHAI).date()
    of_source = lru_cache(maxsize=300)(lambda number: stories(number, articles, today))

    async def answer(request: web.BaseRequest) -> web.Response:
        _, number, *rest = request.path.split("/")
        if not number.isdigit():
            return web.Response(status=404)
        made = of_source(int(number))
        if not rest or not rest[-1]:
            rows = "".join(dated_row(story, f"/{number}{by_date(story)}") for story in made)
            return _html(request, page("协会动态", f'<ul class="list">{rows}</ul>'))
        wanted = "/" + "/".join(rest)
        return _html(request, next(article(story) for story in made if by_date(story) == wanted))

    async def run() -> None:
        runner = web.ServerRunner(web.Server(answer))
        await runner.setup()
        site = web.TCPSite(runner, "0.0.0.0", 0)
        await site.start()
        pipe.send(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(run())


def _html(request: web.BaseRequest, text: str) -> web.Response:
    tag = f'"{hash(text)}"'
    if request.headers.get("if-none-match") == tag:
        return web.Response(status=304, headers={"ETag": tag})
    return web.Response(text=text, content_type="text/html", headers={"ETag": tag})


@contextmanager
def served(articles: int) -> Iterator[int]:
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=serve, args=(there, articles), daemon=True)
    process.start()
    try:
        yield here.recv()
    finally:
        process.terminate()


@dataclass
class Usage:
    """What a process and all below it used: peak bytes (PSS: shared pages once) and processor seconds."""

    peak: int = 0
    spent: dict[int, float] = field(default_factory=dict)

    def sample(self, pid: int) -> None:
        total = 0
        for member in [pid, *_below(pid)]:
            try:
                rollup = Path(f"/proc/{member}/smaps_rollup").read_text()
                times = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            total += next(
                int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:")
            )
            self.spent[member] = (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
        self.peak = max(self.peak, total)


def _below(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(child) for child in task.read_text().split()]
        except OSError:
            continue
        for child in children:
            found += [child, *_below(child)]
    return found


def poll(config: Path) -> tuple[float, Usage, list[dict[str, int]]]:
    """Run `poll --all`; return seconds, what it used and the results."""
    began, usage = time.monotonic(), Usage()
    command = [sys.executable, "-m", "bot", "--config", str(config), "poll", "--all", "--json"]
    with tempfile.TemporaryFile() as said, subprocess.Popen(command, cwd=ROOT, stdout=said) as process:
        while process.poll() is None:
            usage.sample(process.pid)
            time.sleep(0.5)
        seconds = time.monotonic() - began
        said.seek(0)
        return seconds, usage, json.load(said)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=1000)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--hosts", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, served(chosen.articles) as port:
        config = Path(folder) / "config.yaml"
        lines = [
            f"http: {{delay: 0, allow_private: [127.0.0.0/8], per_host: {2 if chosen.hosts else 32}}}",
            "sources:",
        ]
        for number in range(chosen.sources):
            host = f"127.9.{number // 250}.{number % 250 + 1}" if chosen.hosts else "127.0.0.1"
            lines.append(f"  - {{id: s{number}, url: 'http://{host}:{port}/{number}/'}}")
        config.write_text("\n".join(lines))
        for name in ("first", "second"):
            seconds, usage, results = poll(config)
            new, requests = sum(r["new"] for r in results), sum(r["requests"] for r in results)
            print(
                f"{name} poll: {len(results)} sources, {new} new articles, {requests} requests in {seconds:.1f} s: "
                f"{new / seconds:.1f} articles/s, {requests / seconds:.1f} requests/s, "
                f"{sum(usage.spent.values()):.1f} s of processor time, peak {usage.peak / 1e6:.0f} MB"
            )


if __name__ == "__main__":
    main()
