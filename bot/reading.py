"""Fetched bytes to an article and its records: everything a poll spends processor time on. Pure.

The functions here take and give values that travel between processes.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from itertools import takewhile

from bot.records import read_records
from bot.records.model import Record
from scrapers.attachments import attachment_links, format_of, read_attachment
from scrapers.clean import clean_line
from scrapers.decode import decode
from scrapers.discover import Discovery, Request, discover
from scrapers.discover.shells import is_program, shown_article, with_article, with_data
from scrapers.errors import NotAnArticle, ScrapeError, Unreadable
from scrapers.extract import next_page, read_page, read_text
from scrapers.model import Article, Link, Page, Source
from scrapers.nonarticles import why_another, why_no_article

_log = logging.getLogger(__name__)
MAX_PAGES = 20  # of one article
BUNDLE = "application/x-zhouxun-pages"  # several pages of one article, kept as one
_TEXT = re.compile(r"text/plain\b", re.IGNORECASE)
_EMAIL = re.compile(r"message/rfc822\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with the records read from it; ``next`` and ``attachments`` are what it goes on in."""

    article: Article
    records: tuple[Record, ...] = ()
    next: str | None = None
    attachments: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Further:
    """What an article goes on in: its next page, or its attachments; ``ask`` is the request for the one link where that is
    posted to."""

    links: tuple[Link, ...]
    attached: bool
    ask: Request | None = None


def further(found: Reading, pages: Sequence[Page], asked: Collection[str]) -> Further | None:
    """Return what an article goes on in that was not asked for yet, None when it is whole.

    Args:
        found: as read so far.
        pages: what it was read from.
        asked: addresses that were asked for.
    """
    if found.next not in (None, *asked) and len(pages) < MAX_PAGES:
        return Further((Link(found.next or ""),), attached=False)
    links = tuple(link for link in found.attachments if link.url not in asked)
    return Further(links, attached=True) if links else None


def shown_elsewhere(pages: Sequence[Page], asked: Collection[str]) -> Further | None:
    """Return where the article is that a page shows without holding it, None if there is none to ask for.

    Args:
        pages: what no article was read from.
        asked: addresses that were asked for.
    """
    loaded = _programs(pages)
    alone = len(pages) == 1 + len(loaded) and _is_html(pages[0])
    shown = shown_article(pages[0], loaded) if alone else None
    return (
        Further((Link(shown.url),), attached=False, ask=shown) if shown and shown.url not in asked else None
    )


def _programs(pages: Sequence[Page]) -> Sequence[Page]:
    """Return the scripts that were read to learn where a page's article is; they come before it."""
    return list(takewhile(is_program, pages[1:]))


def read_list(page: Page, source: Source, ask: Request) -> Discovery:
    """Work out which articles a list page, feed, sitemap or JSON answer names."""
    return discover(page, source, ask)


def read_again(article: Article, site: str = "") -> tuple[Record, ...]:
    """Read the records of an article that is stored.

    Args:
        article: as stored.
        site: the name of its source, which speaks where the page names no outlet.
    """
    outlet = clean_line(article.outlet or site) or None  # a source may be named in traditional characters
    return tuple(
        read_records(article.title, article.text, article.published, outlet=outlet, article=article.id)
    )


def read(
    pages: Sequence[Page],
    source: Source,
    link: Link,
    attached: Sequence[Page] = (),
    boilerplate: Collection[str] = (),
) -> Reading:
    """Read an article and its records.

    Args:
        pages: the article's page, and those its body goes on in.
        source: where it was found.
        link: the entry that led there; fills in a title or date that the page lacks.
        attached: attachments as fetched, their names in the `url` fragment.
        boilerplate: paragraphs known to recur on the source's pages.

    Raises:
        NotAnArticle, Unreadable, TooLarge: the page holds no article.
    """
    try:
        article = _read_one(pages[0], source, link, boilerplate)
    except NotAnArticle:
        filled = _filled(pages)
        loaded = _programs(pages)
        if filled is None and _is_html(pages[0]) and (carried := with_data(pages[0], link.title, loaded)):
            filled = (carried, *pages[1 + len(loaded) :])
        if filled is None:
            raise
        pages = filled
        article = _read_one(pages[0], source, link, boilerplate)
    article = _joined(article, _readable(pages[1:], source, link, boilerplate))
    article = _with_attachments(article, attached)
    article = replace(
        article, title=article.title or link.title, published=article.published or link.published
    )
    if not article.text.strip():
        raise NotAnArticle("没有正文", article.url)
    html = pages[-1] if _is_html(pages[-1]) else None
    following = next_page(html) if html else None
    links = _attachments(pages, article) if not attached else ()
    return Reading(article, _records_of(article, source.name), following, links)


def _records_of(article: Article, site: str) -> tuple[Record, ...]:
    """Read an article's records; a fault in the rules costs it those, not its place in the store."""
    try:
        return read_again(article, site)
    except Exception:
        _log.exception("a fault of this program: no records read from %s", article.url)
        return ()


def _filled(pages: Sequence[Page]) -> Sequence[Page] | None:
    """Put the article of a page that only shows it into its place; None if it is not what the page behind it is."""
    loaded = _programs(pages)
    rest = pages[1 + len(loaded) :]
    shown = shown_article(pages[0], loaded) if rest and _is_html(pages[0]) else None
    if shown is None or shown.url != rest[0].url:
        return None
    return with_article(pages[0], rest[0]), *rest[1:]


def _readable(
    pages: Iterable[Page], source: Source, link: Link, boilerplate: Collection[str]
) -> Iterator[Article]:
    """Yield what further pages say; one that says nothing is left out."""
    for page in pages:
        with suppress(NotAnArticle, Unreadable):
            yield _read_one(page, source, link, boilerplate)


def _is_html(page: Page) -> bool:
    kind = page.headers.get("content-type", "")
    return not (format_of(page.body) or _TEXT.match(kind) or _EMAIL.match(kind))


def _read_one(page: Page, source: Source, link: Link, boilerplate: Collection[str]) -> Article:
    kind = page.headers.get("content-type", "")
    if format_of(page.body):
        return _from_text(
            read_attachment(page.body), page, source, title=link.title or None, published=link.published
        )
    if _EMAIL.match(kind):
        return _from_email(page, source)
    if _TEXT.match(kind):
        return _from_text(decode(page.body, page.headers).text, page, source)
    article = read_page(
        page,
        source=source.id,
        select=source.select,
        boilerplate=boilerplate,
        home=source.url,
        listed=link.title,
    )
    if reason := why_no_article(page, article) or why_another(page, article, link.title):
        raise NotAnArticle(reason, page.url)
    return article


def _from_text(
    text: str, page: Page, source: Source, *, title: str | None = None, published: str | None = None
) -> Article:
    return read_text(
        text, url=page.url, source=source.id, title=title, published=published, fetched=page.fetched
    )


def _from_email(page: Page, source: Source) -> Article:
    """Read a stored message: its subject, date and body, the HTML part where there is no plain one."""
    message = message_from_bytes(page.body, policy=policy.default)
    body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
    if body is None:
        raise NotAnArticle("邮件没有正文", page.url)
    sent = str(message["date"] or "")
    published = _iso(sent)
    if body.get_content_type() == "text/plain":
        return _from_text(body.get_content(), page, source, title=message["subject"], published=published)
    html = body.get_content().encode()
    inner = replace(page, body=html, headers={"content-type": "text/html; charset=utf-8"})
    article = read_page(inner, source=source.id, select=source.select)
    return replace(
        article, title=str(message["subject"] or article.title), published=published or article.published
    )


def _iso(sent: str) -> str | None:
    try:
        return parsedate_to_datetime(sent).isoformat()
    except ValueError:
        return None


def _joined(first: Article, others: Iterable[Article]) -> Article:
    """Append the bodies of further pages, without the paragraphs that each page repeats."""
    lines, originals = first.text.splitlines(), [first.original]
    known = set(lines)
    for other in others:
        fresh = [line for line in other.text.splitlines() if line not in known]
        lines += fresh
        known.update(fresh)
        originals.append(other.original)
    return replace(first, text="\n".join(lines), original="\n".join(originals))


def _with_attachments(article: Article, attached: Iterable[Page]) -> Article:
    for page in attached:
        name = page.url.partition("#")[2]
        try:
            text = read_attachment(page.body)
        except ScrapeError:
            continue  # the notice itself is still worth having
        article = replace(
            article,
            text=f"{article.text}\n附件：{name}\n{text}",
            original=f"{article.original}\n附件：{name}\n{text}",
        )
    return article


def _attachments(pages: Sequence[Page], article: Article) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for page in pages:
        if _is_html(page):
            html = decode(page.body, page.headers).text
            found |= {link.url: link for link in attachment_links(html, page.final_url, article.text)}
    return tuple(found.values())


# --- several pages kept as one -------------------------------------------------------------------


def bundle(pages: Sequence[Page], attached: Sequence[Page]) -> Page:
    """Put the pages and attachments of one article into one page, so that all of it can be read again.

    Programs are left out: what they led to is put into its place.
    """
    pages = (_filled(pages) or pages) if _programs(pages) else pages
    if len(pages) == 1 and not attached:
        return pages[0]
    parts = []
    for role, page in [*(("page", p) for p in pages), *(("attachment", p) for p in attached)]:
        plain = asdict(page) | {"body": len(page.body), "fetched": page.fetched.isoformat(), "role": role}
        plain["headers"] = dict(page.headers)
        parts.append(json.dumps(plain, ensure_ascii=False).encode() + b"\n" + page.body)
    first = pages[0]
    return replace(first, headers={"content-type": BUNDLE}, body=b"".join(parts))


def unbundle(page: Page) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """Take apart what `bundle` made: the pages and the attachments."""
    if page.headers.get("content-type") != BUNDLE:
        return (page,), ()
    found: dict[str, list[Page]] = {"page": [], "attachment": []}
    rest = page.body
    while rest:
        head, _, rest = rest.partition(b"\n")
        plain = json.loads(head)
        role, size = plain.pop("role"), plain.pop("body")
        plain["fetched"] = datetime.fromisoformat(plain["fetched"])
        found[role].append(Page(**plain, body=rest[:size]))
        rest = rest[size:]
    return tuple(found["page"]), tuple(found["attachment"])
