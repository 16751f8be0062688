"""`extract`, `links` and `records`: pages and texts to JSON, touching no network and no store."""

from __future__ import annotations

import gc
import json
import logging
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.errors import UsageError, ZhouxunError
from scrapers.errors import ScrapeError
from scrapers.model import Article, Page

if TYPE_CHECKING:
    from bot.records.assemble import Explained

_log = logging.getLogger(__name__)
app = typer.Typer()
Row = dict[str, Any]


@app.command()
def extract(
    file: Annotated[
        list[Path] | None, typer.Argument(help="HTML files; default: stdin", metavar="[FILE]...")
    ] = None,
    url: Annotated[str, typer.Option("--url", help="the page's address")] = "",
    jsonl: Annotated[bool, typer.Option("--jsonl", help='batch: {"url", "path"} a line on stdin')] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="add what was cut and what is damaged, by step and reason")
    ] = False,
) -> None:
    """Read articles out of HTML bytes."""
    from scrapers.extract import read_page

    def read(body: bytes, address: str) -> Row:
        return _article(read_page(_page(body, address)), explain)

    if jsonl:
        _batch(lambda row: read(_bytes(row), _text_of(row, "url")))
    elif file:
        _each(file, lambda path: read(path.read_bytes(), url))
    else:
        _print(read(sys.stdin.buffer.read(), url), indent=2)


@app.command()
def links(
    file: Annotated[
        Path | None, typer.Argument(help="HTML of a list page; default: stdin", metavar="[FILE]")
    ] = None,
    url: Annotated[str, typer.Option("--url", help="the page's address")] = "",
    jsonl: Annotated[bool, typer.Option("--jsonl", help='batch: {"url", "path"} a line on stdin')] = False,
) -> None:
    """Read the article links out of a list or front page."""
    from scrapers.discover import read_links

    def read(body: bytes, address: str) -> list[Row]:
        return [
            {"url": link.url, "title": link.title, "published": link.published}
            for link in read_links(_page(body, address))
        ]

    if jsonl:
        _batch(lambda row: {"url": _text_of(row, "url"), "links": read(_bytes(row), _text_of(row, "url"))})
    else:
        _print(read(file.read_bytes() if file else sys.stdin.buffer.read(), url), indent=2)


@app.command()
def records(
    file: Annotated[
        list[Path] | None, typer.Argument(help="text files; default: stdin", metavar="[FILE]...")
    ] = None,
    published: Annotated[str | None, typer.Option("--published", help="publication date, ISO 8601")] = None,
    jsonl: Annotated[
        bool,
        typer.Option(
            "--jsonl", help='batch: {"text" or "path", "title", "published", "url"} a line on stdin'
        ),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="add which rule read which field from which words, what was cut and is damaged"
        ),
    ] = False,
) -> None:
    """Read meetings, plans and events out of raw article text."""
    if published is not None:
        _check_date(published)

    def read(body: bytes) -> Row:
        return _records({"text": _decoded(body), "published": published}, explain)

    if jsonl:
        _batch(lambda row: _records({"published": published, **row}, explain))
    elif file:
        _each(file, lambda path: read(path.read_bytes()))
    else:
        _print(read(sys.stdin.buffer.read()), indent=2)


def _records(row: Row, explain: bool) -> Row:
    from bot.records import explain as read_with_rules
    from scrapers.extract import read_text

    if row.get("published"):
        _check_date(_text_of(row, "published"))
    text = _text_of(row, "text") if "text" in row else _decoded(_bytes(row))
    article = read_text(
        text,
        url=_text_of(row, "url"),
        title=_text_of(row, "title") or None,
        published=_text_of(row, "published") or None,
    )
    found = read_with_rules(article.title, article.text, article.published, article=article.id)
    data: Row = {
        "title": article.title or None,
        "published": article.published,
        "outlet": article.outlet,
        "text": article.text,
        "records": [told.record.to_json() for told in found],
    }
    return data | {"rules": _rules(found, article.text)} | _explained(article) if explain else data


def _rules(found: Sequence[Explained], text: str) -> list[Row]:
    """Say of every field of every record which rule read it from which words."""
    return [
        {
            "record": told.record.id, "field": fact.field, "rule": fact.rule,
            "quote": text[fact.begin : fact.end], "begin": fact.begin, "end": fact.end,
        }
        for told in found
        for fact in told.facts
    ]  # fmt: skip


def _article(article: Article, explain: bool) -> Row:
    return article.to_json() | (_explained(article) if explain else {})


def _explained(article: Article) -> Row:
    return {
        "cuts": [{"step": cut.step, "reason": cut.reason, "text": cut.text} for cut in article.cuts],
        "damaged": list(article.damaged),
        "original": article.original,
    }


def _page(body: bytes, url: str) -> Page:
    return Page(url, url, 200, {}, body, datetime.now(UTC))


def _decoded(body: bytes) -> str:
    from scrapers.decode import decode

    return decode(body, {}).text


_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d.*)?)?)?")


def _check_date(text: str) -> None:
    if not _DATE.fullmatch(text):
        raise UsageError(f"published: {text!r} is not an ISO 8601 date such as 2025-03-10")


def _text_of(row: Row, key: str) -> str:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise UsageError(f"{key}: a string is wanted, not {type(value).__name__}")
    return value or ""


def _bytes(row: Row) -> bytes:
    path = _text_of(row, "path")
    if not path:
        raise UsageError('the line names no "path"')
    return Path(path).read_bytes()


def _each(paths: list[Path], read: Callable[[Path], Row]) -> None:
    """Print a JSON line for each file; one that fails is named on stderr, and the command then fails."""
    failed = 0
    for path in paths:
        try:
            _print(read(path))
        except Exception as error:
            failed += 1
            _print({"error": _told(error)})
            print(f"zhouxun: {path}: {_told(error)}", file=sys.stderr)
    if failed == len(paths):
        raise typer.Exit(1)


def _batch(read: Callable[[Row], Row]) -> None:
    """Answer each line of stdin with a line, in order; one that fails answers with its error."""
    for number, line in _lines():
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise UsageError("a JSON object is wanted")
            answer = read(row)
        except json.JSONDecodeError as error:
            answer = {"error": f"line {number}: not JSON: {error.msg}"}
        except OSError as error:
            answer = {"error": f"line {number}: {error.filename}: {error.strerror}"}
        except Exception as error:
            answer = {"error": f"line {number}: {_told(error)}"}
        _print(answer)
        if number == 1:  # the word lists loaded for it stay: the collector need not go over them again
            gc.freeze()


def _told(error: Exception) -> str:
    """Say what went wrong with one of many: a fault of this program, too, costs that one alone."""
    if isinstance(error, (ScrapeError, ZhouxunError, OSError)):
        return getattr(error, "strerror", None) or str(error)
    _log.error("a fault of this program", exc_info=error)
    return f"cannot be read: {type(error).__name__}: {error}"


def _lines() -> Iterator[tuple[int, str]]:
    for number, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            yield number, line.decode("utf-8", "replace")


def _print(value: Any, indent: int | None = None) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")
    sys.stdout.flush()
