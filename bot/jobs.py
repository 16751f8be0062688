"""What can run: poll a source, run the chain again over what is stored, watch health. Each may be repeated.

Everything is decided in bot.polling, bot.cadence and bot.health; here it is done, in this order: lists,
then what is to be fetched written down, then each article in a transaction of its own, then the state.
So a process killed at any moment loses nothing: the next poll goes on from what was written down.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, deque
from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Collection,
    Coroutine,
    Iterable,
    Mapping,
    Sequence,
)
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

from bot import cadence, health, intake, polling, reading
from bot.errors import ZhouxunError
from bot.polling import Copy, Memory, Pending, Seen, key_of
from bot.store import RawPage, SourceState, Store
from bot.workers import Stem, Workers
from scrapers.discover import Discovery, Request, next_asked
from scrapers.discover.shells import is_program
from scrapers.errors import (
    Disallowed,
    Missing,
    NotAnArticle,
    Refused,
    ScrapeError,
    TimedOut,
    Unreachable,
    Unreadable,
)
from scrapers.fetch import Fetcher
from scrapers.folder import Folder
from scrapers.model import Link, Page, Source

if TYPE_CHECKING:
    from bot.app import App

_log = logging.getLogger(__name__)
P = ParamSpec("P")
R = TypeVar("R")

_AT_ONCE = 128  # sources in progress; most of them wait for their host's next moment
_PER_SOURCE = 4  # articles of a source on their way, where its host allows as many
_IN_HAND = 16  # articles between their reading and their storing
_MAX_FOLLOW = 20  # further requests that one list may need
_LEVELS = 2  # front pages, the site's and one of a channel, through which lists are looked for
_HOLLOW = 2  # pages in a row without another article: the site repeats its last one
_ONCE_MORE = 3  # articles of a poll that are asked for a second time
_MAX_ARTICLES = 500  # of one source in one poll
_SILENT_LISTS = 2  # columns in a row that a host does not give
_GIVE_UP_AFTER = 3  # articles in a row that a host does not give
_BATCH = 64  # stored pages read again at once
_LEARN_AT_MOST = 12  # new texts kept to learn a site's boilerplate from
_TOLD = "health-told"


@dataclass(frozen=True, slots=True)
class PollResult:
    """What polling a source came to; ``error`` says in words why it failed, None when it did not."""

    id: str
    state: str
    found: int = 0
    new: int = 0
    changed: int = 0
    skipped: int = 0
    requests: int = 0
    error: str | None = None


@dataclass(frozen=True, slots=True)
class World:
    """What jobs act on: the web, folders, the database, processes and their way to it, the clock (aware UTC).

    ``at_once`` bounds the polls in progress and ``in_hand`` the articles that are being read and stored, so
    that a network faster than the processor does not fill the memory.
    """

    fetcher: Fetcher
    folder: Folder
    store: Store
    workers: Workers
    reach: intake.Reach
    now: Callable[[], datetime]
    zone: ZoneInfo
    per_host: int = 2
    at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))
    in_hand: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_IN_HAND))
    _writer: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "store"))

    def day(self, moment: datetime) -> str:
        """Return the day it is then in the zone of the configuration, ISO 8601."""
        return moment.astimezone(self.zone).date().isoformat()

    async def stored(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a method of the store without holding up the network."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, partial(work, *args, **kwargs))


# --- polling -------------------------------------------------------------------------------------


def is_due(state: SourceState | None, now: datetime) -> bool:
    """Say whether a source's time has come; one that was never polled is due."""
    return state is None or state.next_due is None or state.next_due <= now


async def poll_sources(
    world: World,
    sources: Sequence[Source],
    *,
    forced: bool = False,
    report: Callable[[PollResult], None] = lambda result: None,
) -> list[PollResult]:
    """Poll many sources side by side; one that fails never stops another.

    Args:
        world: what to act on.
        sources: which.
        forced: asked for by an operator: every recent article is looked at again.
        report: told of each result as it comes.

    Raises:
        StoreError: the database fails.
    """

    async def one(source: Source) -> PollResult:
        result = await poll_source(world, source, forced=forced)
        report(result)
        return result

    return await _together(map(one, sources))


async def _together(work: Iterable[Coroutine[object, object, R]]) -> list[R]:
    """Await all side by side; the first exception stops the others and comes out as it is."""
    tasks = [asyncio.create_task(step) for step in work]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def poll_source(world: World, source: Source, *, forced: bool = False) -> PollResult:
    """Poll one source once: what is new or edited is stored, and the source's state is brought up to date.

    Raises:
        StoreError: the database fails.
    """
    async with world.at_once:
        state = await world.stored(world.store.source_state, source.id)
        visit = _Visit(world, source, polling.recall(source, state.habits), forced)
        try:
            await visit.read_lists()
            await visit.write_down(state)
            await visit.read_articles()
        except ScrapeError as error:
            visit.blame("fetch", error)
        verdict, settled = visit.settle(state)
        await world.stored(world.store.save_source_state, settled)
        return visit.result(verdict)


class _Visit:
    """One poll of one source: what was asked, what came, what is left."""

    def __init__(self, world: World, source: Source, memory: Memory, forced: bool) -> None:
        self._world = world
        self._source = source
        self._memory = memory
        self._forced = forced
        self._began = world.now()
        self._files = source.kind == "files"
        self._lists: dict[str, Copy] = {}
        self._answered: set[str] = set()  # what was asked and read in this poll
        self._links: dict[str, Link] = {}
        self._known: set[str] = set()
        self._unchanged = False
        self._resume: str | None = None
        self._fresh_until: datetime | None = None
        self._todo: dict[str, Pending] = {}
        self._seen: dict[str, Seen] = {}
        self._copies: dict[str, Copy] = {}
        self._programs: dict[str, Page] = {}
        self._new: list[str | None] = []  # days of publication
        self._texts: list[str] = []  # of some of them
        self._changed = self._skipped = self._requests = self._tried = self._read = 0
        self._silent: Counter[str] = Counter()  # articles in a row that a host did not give
        self._late: list[tuple[Pending, TimedOut]] = []
        self._error: ScrapeError | None = None
        self._stage: health.Stage | None = None

    def blame(self, stage: health.Stage, error: ScrapeError) -> None:
        """Keep the first failure and its stage."""
        if self._error is None:
            self._stage, self._error = stage, error

    # --- lists ---

    async def read_lists(self) -> None:
        """Read the source's list and, as decided, the pages after it.

        Raises:
            ScrapeError: the first list cannot be read.
        """
        if self._files:
            links = self._world.folder.links(self._source.url)
            await self._add(links)
            return
        ahead = deque([_Turn(Request(self._source.url))])
        resume = self._memory.resume
        spare: list[_Turn] = []  # lists of a front page that seems to go on itself
        read = again = silent = 0
        while ahead or spare:
            if not ahead:
                ahead, spare = deque(spare), []
            turn = ahead.popleft()
            try:
                found, onward, sections, turns = await self._read_list(turn.ask)
            except ScrapeError as error:
                if read == 0:
                    raise
                if turn.ask.instead and isinstance(error, Missing):
                    ahead.appendleft(turn.otherwise())
                    continue
                silent += _is_passing(error)
                # One of several columns keeps the others back only where their host is silent.
                if not _is_passing(error) or (turn.again and silent < _SILENT_LISTS):
                    continue
                self._resume = None if turn.ask.data or turn.again else turn.ask.url
                return
            read, silent = read + 1, 0
            unknown = await self._add(found)
            turned = turn.after({key_of(link.url) for link in found}, unknown)
            more = self._wants(turned)
            if turn.ask.instead and turned.hollow:
                ahead.appendleft(turn.otherwise())
                continue
            if turned.hollow < _HOLLOW:
                going = [ask for ask in onward if ask.within or (more and turned.listed)]
                turns_on = (turned.to(ask) for ask in going if _key_of_list(ask) not in self._lists)
                ahead += [to for to in turns_on if not to.ask.within or self._wants(turned, within=True)]
            if found:
                spare = []
            if turn.page == 1 and turn.level < _LEVELS:
                due = sections if more else polling.to_ask_again(self._memory, sections, again)
                asked = self._lists.keys() | {_key_of_list(other.ask) for other in ahead}
                due = [to for to in due if to not in asked]
                again += 0 if more else len(due)
                spare += [turn.into(Request(to), again=not more) for to in due]
            if turn.level or not turns:
                ahead, spare = ahead + deque(spare), []
            if not self._may_go_on(read):
                ahead.clear()
                spare = []
            if not ahead and not spare and resume is not None:
                ahead, resume = deque([_Turn(Request(resume))]), None

    def _wants(self, turn: _Turn, *, within: bool = False) -> bool:
        """Tell whether what follows a list page is wanted: the next page, or a further sheet of the same."""
        return polling.wants_next_page(
            self._source, self._memory, turn.page, turn.listed, turn.unknown, within=within
        )

    def _may_go_on(self, read: int) -> bool:
        """Tell whether another page of any of the source's lists may be read; `pages` counts those of each."""
        return read < max(polling.MAX_LIST_PAGES, self._source.pages)

    async def _read_list(self, ask: Request) -> tuple[list[Link], list[Request], tuple[str, ...], bool]:
        """Read one list page with the further requests it needs: its entries, where it goes on, the sections of it and
        whether what has these also goes on itself. Nothing is new when it is unchanged."""
        links: list[Link] = []
        following: list[Request] = []
        sections: tuple[str, ...] = ()
        turns = False
        faults: list[ScrapeError] = []
        leads, shown = _Leads(ask), set[str]()
        # Where a page that changed shows all that is known of its list, what tells of the whole site is asked, too.
        while lead := leads.take(last=bool(shown) and not following and all(to.url in shown for to in links)):
            key = _key_of_list(lead)
            blank = f"{key} {lead.patterns}"  # other patterns may show rows in what had none
            if lead is not ask and not self._answered.isdisjoint((key, blank)):
                continue
            try:
                found = await self._ask_list(lead)
            except ScrapeError as error:
                if lead is ask:
                    raise
                faults += [] if lead.alike else [error]  # a site need not have a map
                leads.add(lead.otherwise if isinstance(error, Missing) else ())
                continue
            links += found.links
            shown = {link.url for link in found.links} if lead is ask else shown
            if found.kind != "none":
                self._answered.add(key if found.links else blank)
            onward = next_asked(lead, found)
            following += [onward] if onward and onward not in following else []
            # That one of the columns goes on itself says nothing of the others.
            turns |= (
                bool(found.sections) and onward is not None and not found.tabbed and lead.url not in sections
            )
            sections += tuple(to for to in found.sections if to not in sections)
            leads.add(found.follow)
            if found.problems and not found.links:
                faults.append(Unreadable(found.problems[0], lead.url))
        # What a page has instead of a list is told before what it did not have either, such as a site map.
        faults.sort(key=lambda fault: isinstance(fault, Missing))
        told = [f for f in faults if not (links and isinstance(f, Unreadable))]
        for fault in told[:1]:
            self.blame("discover", fault)
        return links, following, sections, turns

    async def _ask_list(self, ask: Request) -> Discovery:
        """Read one document of a list; of one that is unchanged only what it led to is told."""
        key = _key_of_list(ask)
        # A list in which nothing was found is read again, changed or not: the reader may have got better.
        blank = self._memory.stage == "discover"
        old = Copy() if blank else self._memory.lists.get(key, Copy())
        page = await self._get(ask.url, old, ask)
        self._fresh_until = self._fresh_until or polling.freshness(page)
        copy = polling.copy_of(page)
        if page.status == 304 or copy.digest == old.digest:
            told = replace(copy, leads=old.leads, sections=old.sections)
            self._lists[key] = old if page.status == 304 else told
            self._unchanged = True
            return Discovery("none", follow=old.leads, sections=old.sections)
        work = self._world.workers.run(intake.read_list, page, self._source, ask)
        discovery = await _guarded(ask.url, work)
        self._lists[key] = replace(copy, leads=discovery.follow, sections=discovery.sections)
        return discovery

    async def _add(self, links: Sequence[Link]) -> int:
        """Take entries in; return how many of them are not known."""
        fresh = [link for link in links if key_of(link.url) not in self._links]
        known = await self._world.stored(self._world.store.known, [link.url for link in fresh])
        self._known |= known
        self._links |= {key_of(link.url): link for link in fresh}
        return sum(polling.is_unknown(self._memory, link, self._known) for link in links)

    # --- articles ---

    async def write_down(self, state: SourceState) -> None:
        """Store what is to be fetched, with the lists it was found on, before the first article is."""
        left = [entry.link for entry in self._memory.pending]
        self._known |= await self._world.stored(self._world.store.known, [link.url for link in left])
        # What a pager or a menu links to is no article.
        lists = self._memory.lists.keys() | self._lists.keys()
        links = [link for link in self._links.values() if link.url not in lists]
        todo = polling.to_fetch(self._memory, links, self._known)
        self._todo = {key_of(entry.link.url): entry for entry in todo}
        self._adopt([*links, *left])
        if todo:
            promised = replace(self._memory, lists={**self._memory.lists, **self._lists}, pending=todo)
            await self._world.stored(
                self._world.store.save_source_state, replace(state, habits=promised.to_json())
            )

    def _adopt(self, links: Sequence[Link]) -> None:
        """Remember entries that the database knows and we do not, as after a crash."""
        for link in links:
            key = key_of(link.url)
            if link.url in self._known and key not in self._memory.seen:
                self._seen[key] = Seen(link.url, link.title, self._began, self._began)

    async def read_articles(self) -> None:
        """Fetch what is new, then look at known entries again, as many at once as a host may be asked."""
        new = [
            (entry.link.url, partial(self._read_new, entry))
            for entry in islice(self._todo.values(), _MAX_ARTICLES)
        ]
        work = iter([*new, *((seen.url, partial(self._read_again, seen)) for seen in self._again())])

        async def take() -> None:
            for url, step in work:
                # A list may lead to several hosts: one that is silent keeps nobody else's articles back.
                if self._silent[_host(url)] < _GIVE_UP_AFTER:
                    await step()

        await _together(take() for _ in range(min(self._world.per_host, _PER_SOURCE)))
        await self._ask_once_more()

    async def _ask_once_more(self) -> None:
        """Ask again, at the end and once, for a few articles that came too late while their host answered others.

        What then fails, and the rest, waits for the next poll: a host that is slow is not pressed.
        """
        late, self._late = self._late, []
        answers = self._read > 0
        for number, (entry, error) in enumerate(late):
            if answers and number < _ONCE_MORE and self._silent[_host(entry.link.url)] < _GIVE_UP_AFTER:
                answers = await self._read_entry(entry)
            else:
                self._failed(key_of(entry.link.url), entry, error)

    def _again(self) -> tuple[Seen, ...]:
        if self._files:
            return tuple(self._memory.seen.values())
        links = list(self._links.values())
        return polling.to_recheck(self._memory, links, self._began, forced=self._forced)

    async def _read_new(self, entry: Pending) -> None:
        self._tried += not entry.apart
        await self._read_entry(entry, patient=not entry.apart)

    async def _read_entry(self, entry: Pending, *, patient: bool = False) -> bool:
        """Fetch and store one article; return whether it came.

        Args:
            entry: the article.
            patient: keep it for a second try when no answer comes in time.
        """
        link, key, now = entry.link, key_of(entry.link.url), self._world.now()
        try:
            page = await self._get(link.url, Copy())
            id = await self._take_in(page, link)
        except ScrapeError as error:
            if patient and isinstance(error, TimedOut):
                self._silent[_host(link.url)] += 1
                self._late.append((entry, error))
            else:
                self._failed(key, entry, error)
            return False
        self._silent[_host(link.url)] = 0
        self._todo.pop(key)
        self._read += 1
        self._seen[key] = Seen(link.url, link.title, now, now, polling.copy_of(page), article=id)
        return True

    def _failed(self, key: str, entry: Pending, error: ScrapeError) -> None:
        """Keep an entry for the next poll when the fault may pass, else remember why it is no article."""
        now, passing = self._world.now(), _is_passing(error)
        if not entry.apart:
            host = _host(entry.link.url)
            self._silent[host] = self._silent[host] + 1 if passing else 0
        self.blame("article" if isinstance(error, Unreachable | Refused | Missing) else "extract", error)
        if passing and entry.tries + 1 < polling.MAX_TRIES:
            self._todo[key] = replace(entry, tries=entry.tries + 1)
            return
        self._todo.pop(key, None)
        self._skipped += 1
        copy = self._copies.get(key, Copy())
        self._seen[key] = Seen(entry.link.url, entry.link.title, now, now, copy, skipped=error.message)

    async def _read_again(self, seen: Seen) -> None:
        key, now = key_of(seen.url), self._world.now()
        checked = replace(seen, checked=now, gone=0)
        try:
            # What was withdrawn and is back must be read, changed or not.
            page = await self._get(seen.url, Copy() if seen.gone else seen.copy)
            copy = seen.copy if page.status == 304 else polling.copy_of(page)
            if seen.gone or (page.status != 304 and copy.digest != seen.copy.digest):
                link = self._links.get(key) or Link(seen.url, seen.title)
                checked = replace(checked, skipped=None, article=await self._take_in(page, link))
            checked = replace(checked, copy=copy)
        except Missing:
            checked = replace(checked, gone=seen.gone + 1)
            if checked.gone == polling.GONE_AFTER and seen.article:
                await self._withdraw(seen.article)
        except (NotAnArticle, Unreadable):
            checked = replace(checked, copy=self._copies.get(key, seen.copy))
        except ScrapeError as error:
            self._silent[_host(seen.url)] += _is_passing(error)
        self._seen[key] = checked

    async def _withdraw(self, id: str) -> None:
        """Put in doubt what a withdrawn article announced."""
        world, now = self._world, self._world.now()
        await world.workers.run(intake.withdraw, world.reach, id, self._source, world.day(now), now)

    async def _take_in(self, page: Page, link: Link) -> str:
        """Read and store an article with what belongs to it, and return its id."""
        pages: tuple[Page, ...] = (page,)
        attached, asked = tuple[Page, ...](), frozenset[str]()
        try:
            while not isinstance(found := await self._taken(pages, link, attached, asked), intake.Taken):
                asked |= {part.url for part in found.links}
                more = tuple(await self._belonging(found.links, found.ask))
                pages, attached = (pages, attached + more) if found.attached else (pages + more, attached)
        except (NotAnArticle, Unreadable):
            self._copies[key_of(link.url)] = polling.copy_of(page)
            raise
        if found.state == "new":
            self._new.append(found.published)
            self._texts += [found.text] if len(self._texts) < _LEARN_AT_MOST else []
        self._changed += found.state == "changed"
        return found.id

    async def _taken(
        self, pages: Sequence[Page], link: Link, attached: Sequence[Page], asked: Collection[str]
    ) -> intake.Taken | reading.Further:
        world, known = self._world, self._memory.boilerplate
        async with world.in_hand:
            work = world.workers.run(
                intake.take_in, world.reach, pages, self._source, link, attached, known, asked, world.now()
            )
            return await _guarded(link.url, work)

    async def _belonging(self, links: Sequence[Link], ask: Request | None = None) -> list[Page]:
        """Fetch further pages or attachments of an article, or what is asked for it; what is not there is left out.

        Raises:
            Unreachable: the host is away for now; the article is read whole or later.
        """
        found = []
        for link in links:
            try:
                page = self._programs.get(link.url) or await self._get(link.url, Copy(), ask)
            except Unreachable:
                raise
            except ScrapeError as error:
                _log.info("%s", error)
                continue
            if is_program(page):
                self._programs[link.url] = page  # one for all of a site's articles
            name = f"#{link.title}" if link.title else ""
            found.append(replace(page, url=page.url.partition("#")[0] + name))
        return found

    async def _get(self, url: str, copy: Copy, ask: Request | None = None) -> Page:
        self._requests += 1
        if self._files:
            return await asyncio.to_thread(self._world.folder.read, url, copy.etag)
        fetching = self._world.fetcher.fetch(
            url,
            etag=copy.etag,
            modified=copy.modified,
            method=ask.method if ask else "GET",
            data=(ask.data if ask else None) or None,
            headers=ask.headers if ask else {},
            encoding=ask.encoding if ask else "utf-8",
            http_fallback=self._source.http_fallback,
        )
        return await _guarded(url, fetching)

    # --- the end ---

    def settle(self, state: SourceState) -> tuple[health.Verdict, SourceState]:
        """Return how the source is and its state after this poll."""
        now, memory = self._world.now(), self._remember()
        tried = 0 if self._is_lone() else self._tried
        outcome = health.Outcome(
            len(self._links), self._unchanged, tried, self._read, self._error, self._stage
        )
        had_links = self._memory.had_links > 0
        verdict = health.judge(
            outcome, had_links=had_links, last_new=memory.last_new, dates=memory.dates, now=now
        )
        failures = state.failures + 1 if verdict.failed else 0
        memory = replace(memory, contacted=memory.contacted or not verdict.failed, stage=verdict.stage)
        entry = self._lists.get(self._source.url, Copy(state.etag, state.modified, state.content_hash or ""))
        return verdict, SourceState(
            id=self._source.id,
            etag=entry.etag,
            modified=entry.modified,
            content_hash=entry.digest or None,
            last_attempt=now,
            last_success=state.last_success if verdict.failed else now,
            next_due=self._next_due(now, failures, memory),
            failures=failures,
            items=state.items + len(self._new),
            health=verdict.state,
            health_since=state.health_since if state.health == verdict.state else now,
            detail=verdict.detail,
            habits=memory.to_json(),
        )

    def _remember(self) -> Memory:
        now = self._world.now()
        memory = polling.with_published(
            self._memory,
            self._new,
            now,
            now.astimezone(self._world.zone).hour,
        )
        return replace(
            memory,
            lists=polling.lists_kept(memory, self._lists) if self._lists else memory.lists,
            seen=polling.remembered(memory, self._seen, self._links),
            boilerplate=polling.learned(memory, self._texts),
            pending=self._left() if self._links or self._lists else memory.pending,
            resume=self._resume if self._lists else memory.resume,
            had_links=len(self._links) or memory.had_links,
            last_new=memory.last_new or (self._began if self._links else None),
        )

    def _is_lone(self) -> bool:
        """Tell whether one article was tried beside others known to fail for themselves: it does not speak for the source."""
        return self._tried == 1 and any(entry.apart for entry in self._memory.pending)

    def _left(self) -> tuple[Pending, ...]:
        apart = self._read > 0 or self._is_lone()
        return tuple(
            replace(entry, apart=entry.apart or (apart and entry.tries > 0)) for entry in self._todo.values()
        )

    def _next_due(self, now: datetime, failures: int, memory: Memory) -> datetime:
        asked = self._error.retry_after if self._error else None
        after_refusal = now + timedelta(seconds=asked) if asked else None
        return cadence.next_poll(
            self._source.every,
            now,
            name=self._source.id,
            failures=failures,
            hours=memory.hours,
            cron=self._source.cron,
            zone=self._world.zone,
            not_before=max(filter(None, (after_refusal, self._fresh_until)), default=None),
        )

    def result(self, verdict: health.Verdict) -> PollResult:
        """Return what is told of this poll."""
        return PollResult(
            id=self._source.id,
            state=verdict.state,
            found=len(self._links) or (self._memory.had_links if self._unchanged else 0),
            new=len(self._new),
            changed=self._changed,
            skipped=self._skipped,
            requests=self._requests,
            error=verdict.detail if verdict.failed else None,
        )


@dataclass(frozen=True, slots=True)
class _Turn:
    """A list page to be read: the request for it, which page of its list it is, through how many front pages the list
    was found, what the pages before it showed, how many of the last showed nothing else, whether it is one of the columns
    looked at in every poll, how many entries the parts of it list that were read, and how many of them are not known."""

    ask: Request
    page: int = 1
    level: int = 0
    shown: frozenset[str] = frozenset()
    hollow: int = 0
    again: bool = False
    listed: int = 0
    unknown: int = 0

    def after(self, found: set[str], unknown: int) -> _Turn:
        """Return the turn with what its page showed."""
        hollow = 0 if found - self.shown else self.hollow + 1
        listed, unknown = self.listed + len(found), self.unknown + unknown
        return replace(self, shown=self.shown | found, hollow=hollow, listed=listed, unknown=unknown)

    def to(self, ask: Request) -> _Turn:
        """Return the turn to the list's next page, or to a further part of this one."""
        if ask.within:
            return replace(self, ask=ask, again=False)
        return replace(self, ask=ask, page=self.page + 1, again=False, listed=0, unknown=0)

    def otherwise(self) -> _Turn:
        """Return the turn to the same page by the other address that it may have."""
        return replace(self, ask=replace(self.ask, url=self.ask.instead, instead=""))

    def into(self, section: Request, *, again: bool) -> _Turn:
        """Return the turn to the first page of a list in which a block of this page goes on."""
        return _Turn(section, level=self.level + 1, again=again)


class _Leads:
    """The requests that one list page needs, each once, as many as one may: what tells of the whole site comes last."""

    def __init__(self, ask: Request) -> None:
        self._known = [self._told(ask)]
        self._ahead = deque([ask])
        self._last = deque[Request]()
        self._left = 1 + _MAX_FOLLOW
        self._site = False

    @staticmethod
    def _told(ask: Request) -> tuple[Request, str]:
        """Return what a request is known by: a script is read for each page that it is of."""
        return ask, ask.drawn if ask.marks else ""

    def take(self, *, last: bool) -> Request | None:
        """Return the next one; of those that come last only where they are wanted."""
        if not self._ahead and last:
            self._ahead, self._last, self._site = self._last, deque(), True
        self._left -= 1
        return self._ahead.popleft() if self._ahead and self._left >= 0 else None

    def add(self, asks: Iterable[Request]) -> None:
        """Take in what an answer leads to."""
        for ask in asks:
            if (told := self._told(ask)) not in self._known:
                self._known.append(told)
                (self._last if ask.alike and not self._site else self._ahead).append(ask)


def _key_of_list(ask: Request) -> str:
    """Name a list by its address and what it is sent, but for the state of a page (__VIEWSTATE), long and ever another;
    a script by the page too that it is read for."""
    url, form = f"{ask.url}#{ask.chained}" if ask.chained else ask.url, ask.data
    url = f"{url}#of {ask.drawn}" if ask.marks and ask.drawn else url
    if isinstance(form, str):
        return f"{url}#{form}" if form else url
    told = {name: value for name, value in form.items() if not name.startswith("__") or len(value) < 100}
    return f"{url}#{urlencode(told)}" if form else url


async def _guarded(url: str, work: Awaitable[R]) -> R:
    """Await work on one page; a fault of our own never stops the other pages.

    Raises:
        ScrapeError: what went wrong, Unreadable for what nobody foresaw.
        ZhouxunError: what has nothing to do with the page, such as a database that fails.
    """
    try:
        return await work
    except (ScrapeError, ZhouxunError):
        raise
    except Exception as error:
        _log.exception("%s cannot be read", url)
        raise Unreadable(f"处理出错（{type(error).__name__}）", url) from error


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _is_passing(error: ScrapeError) -> bool:
    """Say whether a later try may go well: the host was away or wanted to be left alone for now."""
    return isinstance(error, Unreachable | Refused) and not isinstance(error, Disallowed)


# --- the chain again, and health ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reprocessed:
    """What running the chain again came to: articles that now read differently, the same, or not at all."""

    changed: int = 0
    same: int = 0
    failed: int = 0


async def reprocess(
    world: World,
    sources: Mapping[str, Source],
    chosen: Sequence[str] = (),
    report: Callable[[Reprocessed], None] = lambda done: None,
) -> Reprocessed:
    """Read the stored pages again with today's chain; what reads differently becomes a new version.

    Args:
        world: what to act on.
        sources: the declared ones by id, for their CSS.
        chosen: ids of the sources to read again, none for all.
        report: told after each article how many there were so far.
    """
    done = Reprocessed()
    raw_pages = world.store.raw_pages(chosen)
    while batch := await world.stored(lambda: list(islice(raw_pages, _BATCH))):
        for outcome in await _together(_reprocess_one(world, sources, raw) for raw in batch):
            done = replace(done, **{outcome: getattr(done, outcome) + 1})
            report(done)
    return done


async def _reprocess_one(world: World, sources: Mapping[str, Source], raw: RawPage) -> str:
    source = sources.get(raw.source) or Source(id=raw.source, url=raw.page.url)
    old = await world.stored(world.store.article, raw.article)
    link = Link(raw.page.url, old.title if old else "", old.published if old else None)
    memory = Memory.from_json((await world.stored(world.store.source_state, raw.source)).habits)
    now, seen = world.now(), memory.seen.get(key_of(raw.page.url))
    doubted_on = world.day(now) if seen and seen.gone >= polling.GONE_AFTER else None
    work = world.workers.run(
        intake.take_in_again, world.reach, raw.page, source, link, memory.boilerplate, doubted_on, now
    )
    try:
        return "same" if await _guarded(raw.page.url, work) == "same" else "changed"
    except ScrapeError as error:
        _log.warning("%s", error)
        return "failed"


async def watch_health(
    world: World, sources: Sequence[Source], send: Callable[[str], Awaitable[None]]
) -> bool:
    """Tell the operator what is due to be told of sources' health; tell whether there was something.

    The message is written down as told before it leaves: a crash costs one message, never sends two.
    """
    store, now = world.store, world.now()
    names = {source.id: source.name for source in sources if source.enabled}
    states = [state for state in await world.stored(store.source_states) if state.id in names]
    told = health.Told.from_json(await world.stored(store.get, _TOLD))
    notice = health.due_notice(states, told, now, names)
    if notice is None:
        return False
    await world.stored(store.set, _TOLD, notice.told.to_json())
    await send(notice.text)
    return True


@asynccontextmanager
async def open_world(app: App, stem: Stem | None = None) -> AsyncIterator[World]:
    """Make the world that jobs act on.

    Args:
        app: the composition root.
        stem: what processes that read and store are forked from; None does it in this process.
    """
    config = app.config
    folder = Folder(config.root, config.http.max_bytes, app.now)
    reach = partial(intake.reach, config.database, config.root) if stem else lambda: app.store
    async with app.fetcher() as fetcher, Workers(stem) as workers:
        world = World(
            fetcher, folder, app.store, workers, reach, app.now, config.zone, max(1, config.http.per_host)
        )
        try:
            yield world
        finally:
            world._writer.shutdown()
