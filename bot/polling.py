"""What to ask of a source and what to remember of it (轮询决策). Pure: data and now in, decisions out.

The database settles which articles are known; this memory only saves requests. Losing it costs
conditional requests, never an article.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from typing import Any

from bot.records.model import Record
from scrapers.discover import Request
from scrapers.discover.addresses import twin_key
from scrapers.model import Link, Page, Source, canonical_url
from scrapers.repeats import learn_boilerplate

MAX_LIST_PAGES = 50  # of a back-fill after an outage
_SECTIONS = 16  # of a source that are looked at in every poll
MAX_TRIES = 5  # polls in which an article may fail to be fetched
_RECHECKS = 20  # known articles looked at again in one poll
_RECHECK_FOR = timedelta(days=30)
_FORCED_FOR = timedelta(days=7)
_REMEMBERED = 400  # entries of a source that are remembered after they left its list
_HABIT_DATES = 20
_LEARN_FROM = 8  # new articles in one poll before paragraphs are taken for the site's own
_LEARN_SHARE = 0.9
_LEARN_MOST = 30
_DOUBT = 0.3  # under the floor of a digest
GONE_AFTER = 2  # looks in a row that find an article withdrawn

key_of = lru_cache(maxsize=10_000)(canonical_url)  # the name under which an address is remembered


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy at hand of a page: its validators and the fingerprint of its bytes.

    ``leads`` are the further requests a list page asked for, ``sections`` the lists in which its blocks and its
    menu go on, since an unchanged page is not parsed again to learn them.
    """

    etag: str | None = None
    modified: str | None = None
    digest: str = ""
    leads: tuple[Request, ...] = ()
    sections: tuple[str, ...] = ()


def copy_of(page: Page) -> Copy:
    """Return the validators of a page (RFC 9110 section 8.8 and 13.1.3).

    Without Last-Modified the answer's own Date serves. A page changed in the very second it was sent
    may change again within it: then the second before is used.
    """
    headers = page.headers
    modified, date = headers.get("last-modified"), headers.get("date")
    if modified and modified == date:
        try:
            modified = format_datetime(parsedate_to_datetime(modified) - timedelta(seconds=1), usegmt=True)
        except ValueError:
            modified = None
    return Copy(headers.get("etag"), modified or date, fingerprint(page.body))


def fingerprint(body: bytes) -> str:
    """Return sixteen hex digits that name these bytes."""
    return hashlib.sha256(body).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry of a list whose page was read.

    ``skipped`` says why it is no article, None if it is one, ``article`` being its id then; ``gone`` counts
    the looks in a row at which the site had no such page.
    """

    url: str
    title: str
    first: datetime
    checked: datetime
    copy: Copy = Copy()
    skipped: str | None = None
    gone: int = 0
    article: str = ""


@dataclass(frozen=True, slots=True)
class Pending:
    """An entry that is still to be fetched, written down before the first request for it.

    ``apart`` says that it failed in a poll in which others were read: its failures tell of it alone, not of
    the source.
    """

    link: Link
    tries: int = 0
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of a source between polls.

    ``declared`` names the declaration it was gathered under; ``lists`` and ``seen`` are by address;
    ``resume`` is the list page at which a back-fill broke off;
    ``hours`` counts articles by hour of publication; ``dates`` are the newest days of publication;
    ``boilerplate`` are paragraphs that the source's pages carry beside their articles.
    """

    declared: str = ""
    lists: Mapping[str, Copy] = field(default_factory=dict)
    seen: Mapping[str, Seen] = field(default_factory=dict)
    pending: tuple[Pending, ...] = ()
    resume: str | None = None
    hours: tuple[int, ...] = (0,) * 24
    dates: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    last_new: datetime | None = None
    contacted: bool = False
    had_links: int = 0
    stage: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the memory as plain JSON values."""
        return {name: _plain(getattr(self, name)) for name in self.__dataclass_fields__}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Memory:
        """Read back what `to_json` gave; what is missing or of an older form is forgotten."""
        try:
            return cls(
                declared=data["declared"],
                lists={url: _copy(value) for url, value in data["lists"].items()},
                seen={url: _seen(value) for url, value in data["seen"].items()},
                pending=tuple(Pending(Link(**p["link"]), p["tries"], p["apart"]) for p in data["pending"]),
                resume=data["resume"],
                hours=tuple(data["hours"]),
                dates=tuple(data["dates"]),
                boilerplate=tuple(data["boilerplate"]),
                last_new=_moment(data["last_new"]),
                contacted=data["contacted"],
                had_links=data["had_links"],
                stage=data["stage"],
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            return cls()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        kept = ((f.name, getattr(value, f.name)) for f in fields(value))
        return {name: _plain(item) for name, item in kept}
    return value


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _copy(data: Mapping[str, Any]) -> Copy:
    leads = tuple(
        Request(
            **{
                **lead,
                **{
                    name: tuple(lead[name])
                    for name in ("patterns", "opens", "turns", "later")
                    if name in lead
                },
            }
        )
        for lead in data["leads"]
    )
    return Copy(data["etag"], data["modified"], data["digest"], leads, tuple(data["sections"]))


def _seen(data: Mapping[str, Any]) -> Seen:
    moments = {name: datetime.fromisoformat(data[name]) for name in ("first", "checked")}
    return Seen(**{**data, **moments, "copy": _copy(data["copy"])})


# --- decisions -----------------------------------------------------------------------------------


def declaration(source: Source) -> str:
    """Name what a source declares about where and how to look; another name makes its lists new."""
    kept = {
        k: v
        for k, v in asdict(source).items()
        if k not in ("name", "every", "cron", "region", "tags", "enabled")
    }
    return fingerprint(repr(sorted(kept.items())).encode())


def recall(source: Source, habits: Mapping[str, Any]) -> Memory:
    """Return what is remembered of a source, without what another declaration of it made."""
    memory, declared = Memory.from_json(habits), declaration(source)
    if memory.declared == declared:
        return memory
    kept = {url: seen for url, seen in memory.seen.items() if seen.skipped is None}
    return replace(memory, declared=declared, lists={}, seen=kept, contacted=False)


def wants_next_page(
    source: Source, memory: Memory, pages: int, links: int, unknown: int, *, within: bool = False
) -> bool:
    """Decide whether to follow a list to its next page, or to a further part of the same.

    On first contact at most `pages` pages of a list are read. Later ones are followed while most of what a page
    lists is unknown, as it is after an outage; a few known entries may be pinned (置顶).

    Args:
        source: the declaration.
        memory: what is remembered.
        pages: pages of this list read so far.
        links: entries of the last of them.
        unknown: those of them that are not stored.
        within: whether what follows is of the page read last, as a sheet is of its issue.
    """
    if not memory.contacted:
        return within or pages < source.pages
    return pages < MAX_LIST_PAGES and (unknown * 2 > links or (within and not links))


def to_ask_again(memory: Memory, sections: Sequence[str], asked: int) -> Sequence[str]:
    """Return the sections of a page whose lists are looked at in every poll: what stands in a column only is seen there.

    They are none on first contact, which reads them all, and none of a page that was followed by its pager.

    Args:
        memory: what is remembered.
        sections: the lists in which blocks and the menu of the page go on.
        asked: how many sections of other pages are looked at in this poll.
    """
    read = memory.contacted and any(section in memory.lists for section in sections)
    return sections[: max(0, _SECTIONS - asked)] if read else ()


def lists_kept(memory: Memory, lists: Mapping[str, Copy]) -> Mapping[str, Copy]:
    """Return the lists to remember: those just read, and their sections, read this time or not."""
    sections = (section for copy in lists.values() for section in copy.sections)
    return {**{to: memory.lists[to] for to in sections if to in memory.lists}, **lists}


def is_unknown(memory: Memory, link: Link, known: Collection[str]) -> bool:
    """Say whether an entry is neither stored (its address is in `known`) nor was read before."""
    return link.url not in known and key_of(link.url) not in memory.seen


def to_fetch(memory: Memory, links: Iterable[Link], known: Collection[str]) -> tuple[Pending, ...]:
    """Return the entries to fetch, each once: those left over from before, the unknown, those that failed alone.

    An article that stands in two columns under two addresses is one.
    """
    every = [*memory.pending, *map(Pending, links)]
    entries = [entry for entry in every if is_unknown(memory, entry.link, known)]
    read = (seen for seen in memory.seen.values() if seen.skipped is None) if entries else ()
    names = {name: key_of(seen.url) for seen in read for name in _names(seen.url, seen.title)}
    wanted: dict[str, Pending] = {}
    for entry in entries:
        key = key_of(entry.link.url)
        if all(names.setdefault(name, key) == key for name in _names(entry.link.url, entry.link.title)):
            wanted.setdefault(key, entry)
    return tuple(sorted(wanted.values(), key=lambda entry: entry.apart))


def _names(url: str, title: str) -> Iterator[tuple[str, ...]]:
    """Yield what an article is known by besides its address: many servers tell no capitals from small letters, and a program
    asks for its parameters by name, in whatever order they come."""
    path, _, query = key_of(url).casefold().partition("?")
    yield (path, *sorted(query.split("&")))
    if twin := twin_key(url, title):
        yield twin


def to_recheck(memory: Memory, links: Sequence[Link], now: datetime, *, forced: bool) -> tuple[Seen, ...]:
    """Return the known entries to look at again, since articles are edited and withdrawn.

    Each is looked at in ever longer intervals (twice the age of the look before) for a month; at once
    when its title in the list changed; every young one when an operator asks for the poll.
    """
    titles = {key_of(link.url): link.title for link in links}

    def is_due(url: str, seen: Seen) -> bool:
        if titles.get(url, seen.title) != seen.title:
            return True
        age = now - seen.first
        return age < (_FORCED_FOR if forced else _RECHECK_FOR) and (forced or (now - seen.checked) * 2 >= age)

    due = [
        replace(seen, title=titles.get(url, seen.title))
        for url, seen in memory.seen.items()
        if is_due(url, seen)
    ]
    return tuple(sorted(due, key=lambda seen: seen.first, reverse=True)[:_RECHECKS])


def remembered(memory: Memory, seen: Mapping[str, Seen], listed: Collection[str]) -> Mapping[str, Seen]:
    """Join what was just seen to the memory; entries long gone from the list are forgotten."""
    joined = {**memory.seen, **seen}
    if len(joined) <= _REMEMBERED:
        return joined
    now_listed = {key_of(url) for url in listed} | set(seen)
    others = sorted((u for u in joined if u not in now_listed), key=lambda u: joined[u].first, reverse=True)
    keep = now_listed | set(others[: max(0, _REMEMBERED - len(now_listed))])
    return {url: entry for url, entry in joined.items() if url in keep}


def with_published(memory: Memory, published: Iterable[str | None], now: datetime, local_hour: int) -> Memory:
    """Learn from newly stored articles when this source publishes.

    Args:
        memory: what is remembered.
        published: the publication dates of the new articles, ISO 8601 of any precision.
        now: the time of the poll.
        local_hour: the hour of now where the source is, for articles whose date has no time.
    """
    dates = [date or "" for date in published]
    if not dates:
        return memory
    hours = list(memory.hours)
    for date in dates if memory.contacted else ():
        hour = int(date[11:13]) if len(date) > 12 else local_hour
        hours[hour % 24] += 1
    if sum(hours) > 1000:  # habits change: the old ones fade
        hours = [count // 2 for count in hours]
    days = sorted({*memory.dates, *(date[:10] for date in dates if len(date) >= 10)})[-_HABIT_DATES:]
    return replace(memory, hours=tuple(hours), dates=tuple(days), last_new=now)


def learned(memory: Memory, texts: Sequence[str]) -> tuple[str, ...]:
    """Return the source's boilerplate: what nearly all of the new articles carry, or what was known before."""
    if len(texts) < _LEARN_FROM:
        return memory.boilerplate
    return learn_boilerplate(texts, share=_LEARN_SHARE, least=_LEARN_FROM)[:_LEARN_MOST]


def in_doubt(records: Sequence[Record], today: str) -> tuple[Record, ...]:
    """Lower the confidence of what was still to come when the article that told of it was withdrawn.

    The text does not say that it is cancelled, so nothing else is changed.

    Args:
        records: what the withdrawn article tells.
        today: ISO 8601.
    """
    return tuple(
        replace(record, confidence=min(record.confidence, _DOUBT))
        if (record.end or record.start or record.deadline or "") >= today
        else record
        for record in records
    )


def freshness(page: Page) -> datetime | None:
    """Return until when a page says that it will not change (Cache-Control max-age, RFC 9111)."""
    for part in page.headers.get("cache-control", "").lower().split(","):
        name, _, value = part.strip().partition("=")
        if name == "max-age" and value.isdigit():
            age = page.headers.get("age", "0")
            left = int(value) - (int(age) if age.isdigit() else 0)
            return page.fetched + timedelta(seconds=min(max(0, left), 86_400))
    return None
