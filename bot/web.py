"""The web page: the newest digest, earlier issues, search, a record with its evidence, and unsubscribing."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import web
from markupsafe import Markup, escape

from bot import digest, wording
from bot.app import App
from bot.delivery import digest_for
from bot.errors import UsageError
from bot.records.model import StoredRecord
from bot.rendering import fill
from bot.store import Hit, Quote, Results, parse_query

_PAGE = 20
APP = web.AppKey("app", App)
_HEADERS = {
    # The pages load nothing and run nothing; what a site wrote into a title must not either.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


async def start(app: App) -> web.AppRunner:
    """Serve the pages at `web.listen`; `cleanup()` of what is returned ends it.

    Raises:
        UsageError: the address cannot be listened at.
    """
    runner = web.AppRunner(pages(app), access_log=None)
    await runner.setup()
    host, _, port = app.config.web.listen.rpartition(":")
    try:
        await web.TCPSite(runner, host, int(port)).start()
    except OSError as error:
        await runner.cleanup()
        raise UsageError(f"web.listen: cannot listen at {app.config.web.listen}: {error.strerror}") from error
    return runner


def pages(app: App) -> web.Application:
    """Return the pages over an App's store."""
    served = web.Application()
    served[APP] = app
    served.add_routes(
        [
            web.get("/", _newest),
            web.get("/issue/{issue}", _issue),
            web.get("/search", _search),
            web.get("/record/{id}", _record),
            web.get("/unsubscribe/{token}", _ask_unsubscribe),
            web.post("/unsubscribe/{token}", _unsubscribe),
            web.get("/health", _health),
        ]
    )
    return served


async def _newest(request: web.Request) -> web.Response:
    app = request.app[APP]
    settings = app.config.digest
    return await _digest(app, digest.Period.ending(app.now(), settings.lookback, app.config.zone))


async def _issue(request: web.Request) -> web.Response:
    app = request.app[APP]
    try:
        period = digest.Period.week(request.match_info["issue"], app.config.zone)
    except UsageError:
        raise web.HTTPNotFound(text="没有这一期") from None
    return await _digest(app, period)


async def _digest(app: App, period: digest.Period) -> web.Response:
    def made() -> str:
        return digest.render(digest_for(app, period, None), "html", searchable=True)

    return _html(await asyncio.to_thread(made))


async def _search(request: web.Request) -> web.Response:
    app = request.app[APP]
    typed = request.query.get("q", "")[:200].strip()
    offset = _whole(request.query.get("from", "0"))
    today = wording.local_day(app.now(), app.config.zone)
    query = parse_query(typed, today=today, limit=_PAGE, offset=offset)
    results = await asyncio.to_thread(app.store.search, query, today=today) if typed else Results((), 0)
    body = _fill(
        "web_search.html.j2", typed=typed, results=results, offset=offset, page=_PAGE,
        marked=marked, when=lambda hit: wording.say_date(hit.date, today), kind=_kind,
    )  # fmt: skip
    return _page(f"{typed} - 检索" if typed else "检索", body, typed)


async def _record(request: web.Request) -> web.Response:
    app = request.app[APP]
    stored = await asyncio.to_thread(app.store.record, request.match_info["id"])
    if stored is None:
        raise web.HTTPNotFound(text="没有这条记录")
    return _page(stored.record.name, _facts(stored, app))


def _facts(stored: StoredRecord, app: App) -> Markup:
    today = wording.local_day(app.now(), app.config.zone)
    return _fill("web_record.html.j2", stored=stored, record=stored.record, today=today, wording=wording)


async def _ask_unsubscribe(request: web.Request) -> web.Response:
    found = await asyncio.to_thread(request.app[APP].store.subscriber_by_token, request.match_info["token"])
    return _page("退订", _fill("web_unsubscribe.html.j2", found=found is not None, done=False))


async def _unsubscribe(request: web.Request) -> web.Response:
    """End a subscription by one POST (RFC 8058); a repeat is no error."""
    store = request.app[APP].store
    found = await asyncio.to_thread(store.subscriber_by_token, request.match_info["token"])
    if found:
        await asyncio.to_thread(store.remove_subscriber, found.subscriber)
    return _page("退订", _fill("web_unsubscribe.html.j2", found=True, done=True))


async def _health(request: web.Request) -> web.Response:
    counters = await asyncio.to_thread(request.app[APP].store.counters)
    return web.json_response({"articles": counters.articles, "records": counters.records})


def marked(quote: Quote) -> Markup:
    """Return a passage as markup with the searched words marked."""
    parts, at = [], 0
    for begin, end in quote.marks:
        parts += [escape(quote.text[at:begin]), Markup("<mark>{}</mark>").format(quote.text[begin:end])]
        at = end
    return Markup("").join([*parts, escape(quote.text[at:])])


def _fill(template: str, **values: Any) -> Markup:
    """Fill a template that escapes what it is given, for use inside of another."""
    return Markup(fill(template, **values))


def _kind(hit: Hit) -> str:
    return wording.KIND_WORDS.get(hit.kind, "资讯")


def _whole(text: str) -> int:
    return min(int(text), 1000) if text.isdigit() else 0


def _page(title: str, body: Markup, typed: str = "") -> web.Response:
    return _html(fill("web_page.html.j2", title=title, body=body, typed=typed))


def _html(text: str) -> web.Response:
    return web.Response(text=text, content_type="text/html", headers=_HEADERS)
