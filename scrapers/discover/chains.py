"""Articles that only their neighbours lead to: 上一篇, 下一篇. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover import titles
from scrapers.discover.addresses import resolve, same_host
from scrapers.discover.lists import base_of
from scrapers.discover.model import FOLLOWED, Chained, Discovery, Request
from scrapers.model import Link

_LABEL = re.compile(
    r"\W{0,3}(?:(?P<before>[上前]一?[篇条则章])|(?P<after>[下后]一?[篇条则章]))(?:文章|新闻|资讯)?\s*[:：\]】]?\s*"
)
_NONE = re.compile(r"\W*(?:没有|无|暂无|已是|到[头底])\S{0,6}\W*")
_LONGEST = 12  # characters of a label


def starts(links: Sequence[Link], heads: Mapping[str, Collection[str]]) -> tuple[Request, ...]:
    """Return the requests with which the chains begin of a front page that nothing else goes on with: the last article of
    each of its blocks.

    Args:
        links: the articles that it shows.
        heads: the words over them, each with the addresses of its articles.
    """
    last = [[link.url for link in links if link.url in block][-1:] for block in heads.values()]
    begun = [url for block in last for url in block] or [link.url for link in links]
    return tuple(Request(url, chained="both") for url in dict.fromkeys(begun))[-FOLLOWED:]


def neighbours(tree: LexborHTMLParser, url: str, way: Chained) -> Discovery:
    """Return the articles beside the one that a page is, and where their chain goes on.

    Args:
        tree: the parsed page of an article.
        url: its address.
        way: in which way the chain is followed.
    """
    base = base_of(tree, url)
    found: dict[Chained, Link] = {}
    for node in tree.css("a[href]"):
        target = resolve(base, node.attributes.get("href") or "")
        same = target and target != url and same_host(target, url)
        if same and (told := _labelled(node)):
            found.setdefault(told[0], Link(target, told[1]))
    if way == "both":
        follow = tuple(Request(link.url, chained=side) for side, link in found.items())
        return Discovery("list" if found else "none", tuple(found.values()), follow=follow)
    onward = found.get(way)
    sent = Request(onward.url, chained=way) if onward else None
    return Discovery("list" if onward else "none", (onward,) if onward else (), sent=sent)


def _labelled(node: LexborNode) -> tuple[Chained, str] | None:
    """Return on which side an article stands that a link leads to, and its title."""
    words = (node.text() or "").strip()
    label = _LABEL.match(words)
    title = words[label.end() :] if label else words
    if label is None and node.parent is not None:
        lead = (node.parent.text() or "").partition(node.text() or "\0")[0].strip()
        label = _LABEL.fullmatch(lead[-_LONGEST:])
    if label is None or _NONE.fullmatch(title):
        return None
    named = titles.clean_title(title or node.attributes.get("title") or "")
    return ("before" if label["before"] else "after"), named
