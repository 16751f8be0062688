"""What looking at a fetched document finds: Discovery, and the Requests that lead on from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from scrapers.model import Link

# What a fetched document turned out to be; `page` is a single page watched for its attachments.
FoundKind = Literal["feed", "list", "sitemap", "json", "script", "page", "none"]

# In which way a chain of articles is followed, each of which leads to those beside it; both where it begins.
Chained = Literal["", "both", "before", "after"]

NUMBER = "0pagenumber0"  # stands for the number of a page
COLUMN = "0columnkey0"  # stands for the key of a column

LATER = "0toldlater0"  # stands for what an answer tells first: where its list goes on

FOLLOWED = 8  # requests that one page leads on to at most


@dataclass(frozen=True, slots=True)
class Request:
    """A request whose answer holds rows that the page itself only loads by script or frame.

    ``data`` is a form, or, as text, the JSON that is sent; ``headers`` are what the page's script sends along,
    such as the token its head names. ``patterns`` are the addresses the page's script builds for rows that
    carry none; ``drawn`` is the page they are drawn into, from which the addresses they carry start (the source's
    own where it is empty). A form of a page is sent in the page's ``encoding``; for a part of a program, ``base`` is
    what the program says to put before what it asks; for a script, ``marks`` are what it may read of its page, as
    HTML: elements with values and attributes, and settings; for a page, the functions that its linked script opens its entries by. ``chained`` asks for an article to learn of those beside it.
    ``within`` says that it asks for more of the same page of a list: a further sheet of an issue.
    ``opens`` is what its script asks with the key of a column that the answer names, ``COLUMN`` standing for that: its
    method, address and data. ``instead`` is the address to ask where this one, which was guessed, is missing or shows nothing new.
    ``alike`` is the rule of the articles of a list that says that there are more and not where: it asks what tells of all the
    site's, its map, for those that obey the rule, and only where nothing else of the list tells of more.
    ``turns`` is how a list goes on whose files a script numbers: the address with ``NUMBER`` in it, the number of the next
    one and that after the last, 0 where nothing tells it.
    ``counts`` is the name of the field in which its script sends what it counts up, of those whose name does not tell that.
    ``later`` are the names of the fields that its script sends once an answer has told their value: after=.. .
    """

    url: str
    method: Literal["GET", "POST"] = "GET"
    data: Mapping[str, str] | str = field(default_factory=dict)
    patterns: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "utf-8"
    drawn: str = field(default="", compare=False)
    base: str = ""
    marks: str = field(default="", compare=False)
    chained: Chained = ""
    opens: tuple[str, str, str] = ("", "", "")
    instead: str = field(default="", compare=False)
    turns: tuple[str, int, int] = ("", 0, 0)
    within: bool = field(default=False, compare=False)
    alike: str = ""
    counts: str = field(default="", compare=False)
    later: tuple[str, ...] = field(default=(), compare=False)

    @property
    def otherwise(self) -> tuple[Request, ...]:
        """What to ask where this is missing."""
        return (Request(self.instead),) if self.instead else ()


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a source's page holds (条目发现).

    ``links`` are its articles in the page's order. ``next`` is the address of the list's next page,
    ``sent`` the request for it where no address names it. ``sections`` are the lists in which blocks of a
    front page go on (更多). ``instead`` is the address of the next page if it is not at ``next``. ``cursor`` is what an answer calls the place where it goes on, with the name by
    which that is asked for.
    ``within`` says that what follows is of the same page of the list: a further sheet of the issue of a paper.
    ``tabbed`` says that the page is one of the columns among its sections: where it goes on it shows no other's rows.
    ``feed`` is a feed the page's head names. ``follow`` are requests to make next, at once, because
    rows of this very list are only there: frames, data interfaces, child sitemaps, the feed of a
    page that shows no articles. ``problems`` say in words what an operator should know.
    """

    kind: FoundKind
    links: tuple[Link, ...] = ()
    next: str | None = None
    within: bool = False
    tabbed: bool = False
    instead: str | None = None
    sent: Request | None = None
    sections: tuple[str, ...] = ()
    cursor: tuple[str, str] | None = None
    feed: str | None = None
    follow: tuple[Request, ...] = ()
    problems: tuple[str, ...] = ()
