"""Interfaces of systems that many offices have: JPAAS units, Hanweb's dataproxy.jsp. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl

from selectolax.lexbor import LexborHTMLParser

from scrapers.discover.addresses import resolve
from scrapers.discover.counting import with_query
from scrapers.discover.model import Request

_PAIR = re.compile(
    r"[\"']?(?P<key>[A-Za-z_][\w\[\]]*)[\"']?\s*:\s*(?:[\"'](?P<text>[^\"']*)[\"']|(?P<plain>-?\d+|true|false)|\[\s*[\"']?(?P<one>[^\"'\]]*)[\"']?\s*\])"
)


def jpaas_units(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """JPAAS units: <script parsetype="bulidstatic" url="/api-gateway/.../build/unit" querydata="{'webId': ..}">."""
    nodes = (node.attributes for node in tree.css("[querydata]"))
    units = [
        (attributes.get("url") or "", html.unescape(attributes.get("querydata") or ""))
        for attributes in nodes
    ]
    units.sort(
        key=lambda unit: "list" not in unit[1].lower() and "列表" not in unit[1]
    )  # menus are units too
    for target, data in units:
        absolute, pairs = resolve(url, target) if target else "", _object(data)
        if absolute and pairs:
            yield Request(with_query(absolute, pairs))


def _object(text: str) -> dict[str, str]:
    """Return the pairs of a flat object literal; a list of one value is sent as jQuery does, `key[]`."""
    pairs: dict[str, str] = {}
    for found in _PAIR.finditer(text):
        if found["one"] is not None:
            pairs[f"{found['key']}[]"] = found["one"]
        else:
            pairs[found["key"]] = found["text"] if found["text"] is not None else found["plain"]
    return pairs


def proxies(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Hanweb JCMS: rows come from dataproxy.jsp by POST of columnid, unitid and their like."""
    for script in tree.css("script"):
        text = script.text() or ""
        found = re.search(r"[\"'](?P<url>[^\"'\s]*dataproxy\.jsp)(?:\?(?P<query>[^\"']*))?[\"']", text)
        absolute = resolve(url, found["url"]) if found else ""
        if not found or not absolute:
            continue
        pairs = {k: v for k, v in _object(text).items() if k in _PROXY_KEYS} | dict(
            parse_qsl(html.unescape(found["query"] or ""))
        )
        pairs.pop("page", "")  # the records asked for tell it
        size = _per_page(pairs.pop("perpage", ""), text)
        query = {"startrecord": "1", "endrecord": str(max(_ROWS_AT_ONCE, 3 * size)), "perpage": str(size)}
        yield Request(
            with_query(absolute, query),
            "POST",
            {k: v for k, v in pairs.items() if k not in query},
        )


def _per_page(named: str, text: str) -> int:
    found = re.search(r"perPage\s*:\s*[\"']?(\d+)", text)
    number = named or (found[1] if found else "")
    return int(number) if number.isdigit() else 15


_ROWS_AT_ONCE = 60
_PROXY_KEYS = frozenset(
    ["col", "appid", "webid", "path", "columnid", "sourceContentType", "unitid", "webname", "permissiontype"]
)
