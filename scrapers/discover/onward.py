"""Where a list goes on: its next page, its feed, and the requests by which its script loads the rows."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover.addresses import resolve, site_of
from scrapers.discover.lists import base_of
from scrapers.discover.model import Request
from scrapers.discover.scripts import unescape

_NEXT = re.compile(
    r"[\s\[<(]*(?:下一?[页頁]|下一版|后一?[页頁]|下一?页面?|较[早旧]的?文章|更早的?文章|next(?:\s*page)?|older(?:\s*posts)?|[>›»→])[\s\]>)»›>→]*",
    re.IGNORECASE,
)
_TRS_PAGER = re.compile(r"\bcreatePage\w*\s*\((?P<arguments>[^()]*)\)", re.IGNORECASE)
_NEXT_CLASS = re.compile(r"(?:^|[-_\s])(?:next|nxt)(?:page)?(?:$|[-_\s])", re.IGNORECASE)
_QUERY_PAGE = re.compile(
    r"^(?:page|pageno|pageindex|pagenum|curpage|currentpage|currpage|pn|p|paged|page_?no|page_?index)$",
    re.IGNORECASE,
)
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_REFRESH = re.compile(r"^\s*\d+(?:\.\d+)?\s*;\s*url\s*=\s*[\"']?(?P<url>[^\"'\s]+)", re.IGNORECASE)
_JUMP = re.compile(
    r"(?:(?:window|self|top|document|parent)\.)?location(?:\.href)?\s*=\s*[\"'](?P<url>[^\"']+)[\"']\s*;?\s*(?:$|[}\n<])|location\.replace\(\s*[\"'](?P<url2>[^\"']+)[\"']\s*\)",
    re.IGNORECASE,
)
_AJAX = re.compile(
    r"(?:\$|jQuery|axios|layui\.\$)\s*\.\s*(?P<verb>ajax|post|getJSON|get|request)\s*\(|\b(?P<fetch>fetch|axios)\s*\(|\.open\s*\("
)
_DATA_ADDRESS = re.compile(
    r"[\"'](?P<url>[^\"'\s<>]*(?:dataproxy\.jsp|queryList|build/unit|getMessage\.do|/api/|/rest/|\.json)[^\"'\s<>]*)[\"']",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"[\"']?(?P<key>[A-Za-z_][\w\[\]]*)[\"']?\s*:\s*(?:[\"'](?P<text>[^\"']*)[\"']|(?P<plain>-?\d+|true|false)|\[\s*[\"']?(?P<one>[^\"'\]]*)[\"']?\s*\])"
)
_VALUE = r"(?P<value>\{[^{}]*\}|\"[^\"]*\"|'[^']*'|`[^`$]*`|[A-Za-z_$][\w$]*)"
_ADDRESS_ARGUMENT = re.compile(
    r"(?:\burl\s*:\s*|^\s*(?:[\"'](?:get|post)[\"']\s*,\s*)?(?!\{))(?P<value>\"[^\"\s]+\"|'[^'\s]+'|`[^`$\s]+`|[A-Za-z_$][\w$]*)\s*(?P<more>\+)?",
    re.IGNORECASE,
)
_POSTS = re.compile(r"(?:\b(?:type|method)\s*:\s*|^\s*)[\"']post[\"']", re.IGNORECASE)
_BODY_ARGUMENT = re.compile(
    rf"(?:\b(?:data|params|body)\s*:\s*|,\s*(?=[{{])|,\s*(?=[\w.]+\())(?:[\w.]+\s*(?:[\w.]+)?\(\s*)?{_VALUE}"
)
_NAMED_BODY = re.compile(r"\s*(?:\"[^\"]*\"|'[^']*'|[\w$]+)\s*,\s*(?P<value>[A-Za-z_$][\w$]*)\s*(?:,|$)")
_SENT = re.compile(rf"\.send\(\s*{_VALUE}")
_NOT_ROWS = re.compile(
    r"(?:^|[/_.?&=-])(?:visits?|counts?|counter|hits?|stats?|statistics|login|users?|weather|share|track\w*|analytics|config|"
    r"themes?|menus?|nav\w*|footer|header|hm|banner|ads?)(?=$|[/_.?&=-])|tree\.jsp",
    re.IGNORECASE,
)
_KNOWN_INTERFACE = re.compile(r"dataproxy\.jsp|queryList|build/unit|getMessage\.do", re.IGNORECASE)
_FOLLOWED = 4
_CALLS = 40  # requests of one script that are looked at


def feed_in_head(tree: LexborHTMLParser, url: str) -> str | None:
    """Return the feed a page names in its head (RSS autodiscovery, WHATWG `link rel=alternate`)."""
    for link in tree.css("link[rel][href]"):
        attributes = link.attributes
        kind, rel = (attributes.get("type") or "").lower(), (attributes.get("rel") or "").lower()
        if (
            "alternate" in rel
            and kind in _FEED_TYPES
            and "comment" not in (attributes.get("href") or "").lower()
        ):
            return resolve(url, attributes.get("href") or "") or None
    return None


def next_page(tree: LexborHTMLParser, url: str, css: str | None = None) -> str | None:
    """Return the address of a list's next page.

    Args:
        tree: the parsed list page.
        url: its final address.
        css: the source's own rule; it wins over the guess.
    """
    base = base_of(tree, url)
    if css:
        node = tree.css_first(css)
        return _elsewhere(url, resolve(base, node.attributes.get("href") or "")) if node is not None else None
    return _linked_next(tree, base, url) or _scripted_next(tree, url) or _numbered_next(tree, base, url)


def next_query(url: str) -> str | None:
    """Return a data interface's address for the page after the one its query numbers (?page=1), None where none is."""
    found = re.search(
        rf"(?<=[?&])(?P<key>{_QUERY_PAGE.pattern[1:-1]})=(?P<number>\d{{1,5}})(?=&|$)", url, re.IGNORECASE
    )
    return (
        f"{url[: found.start('number')]}{int(found['number']) + 1}{url[found.end('number') :]}"
        if found
        else None
    )


def _elsewhere(url: str, target: str) -> str | None:
    return target if target and target.rstrip("/") != url.rstrip("/") else None


def _linked_next(tree: LexborHTMLParser, base: str, url: str) -> str | None:
    for node in tree.css("link[rel=next][href], a[rel=next][href], a[href]"):
        href = (node.attributes.get("href") or "").strip()
        if href.startswith("#") or href.lower().startswith("javascript"):
            continue
        if _says_next(node) and (target := _elsewhere(url, resolve(base, href))):
            return target
    return None


def _says_next(node: LexborNode) -> bool:
    attributes = node.attributes
    if "next" in (attributes.get("rel") or "").lower().split():
        return True
    words = (node.text() or "").strip() or (attributes.get("title") or "")
    if not words and (image := node.css_first("img[alt]")) is not None:
        words = image.attributes.get("alt") or ""
    return bool(_NEXT.fullmatch(words)) or (
        not words and bool(_NEXT_CLASS.search(attributes.get("class") or ""))
    )


def _scripted_next(tree: LexborHTMLParser, url: str) -> str | None:
    """TRS writes its pager by script: createPageHTML(14, 0, "index", "html") leads to index_1.html."""
    for script in tree.css("script"):
        text = script.text() or ""
        for call in _TRS_PAGER.finditer(text):
            values = [_value_of(word.strip(), text) for word in call["arguments"].split(",")]
            numbers = [int(v) for v in values if v.isdigit()]
            words = [v for v in values if re.fullmatch(r"[A-Za-z][\w./-]*", v)][-2:]
            if len(numbers) >= 2 and len(words) == 2 and numbers[1] + 1 < numbers[0]:
                return resolve(url, f"{words[0]}_{numbers[1] + 1}.{words[1]}") or None
    return None


def _value_of(word: str, script: str) -> str:
    """Return the value of a literal or of the variable a word names."""
    if re.fullmatch(r"[A-Za-z_$][\w$]*", word):
        found = re.search(rf"\b{re.escape(word)}\s*=\s*[\"']?(?P<value>[\w./-]*)", script)
        return found["value"] if found else ""
    return word.strip("\"'")


def _numbered_next(tree: LexborHTMLParser, base: str, url: str) -> str | None:
    """Among links named by bare numbers, take the one that follows the page's own number."""
    own = _page_number(url)
    for node in tree.css("a[href]"):
        words = (node.text() or "").strip(" []")
        if words != str(own + 1):
            continue
        target = resolve(base, node.attributes.get("href") or "")
        if target and _page_number(target) in (own, own + 1) and _alike(url, target):
            return _elsewhere(url, target)
    return None


def _page_number(url: str) -> int:
    parts = urlsplit(url)
    for key, value in parse_qsl(parts.query):
        if _QUERY_PAGE.match(key) and value.isdigit():
            return int(value)
    found = re.search(r"(?:[_-]|/page/?|/p|/)(\d{1,4})(?:\.\w+|/)?$", parts.path)
    return int(found[1]) if found else 1


def _alike(url: str, target: str) -> bool:
    """Tell whether two addresses differ by numbers only, or by a page number that one leaves out."""
    ours, theirs = urlsplit(url), urlsplit(target)
    if ours.hostname != theirs.hostname:
        return False
    folder = ours.path.rpartition("/")[0]
    return theirs.path.startswith(folder) and len(theirs.path) - len(ours.path) < 16


def requests_for_rows(tree: LexborHTMLParser, url: str) -> tuple[Request, ...]:
    """Return the requests by which a page that shows no rows loads them.

    Known interfaces first (Hanweb JPAAS `build/unit`, `dataproxy.jsp`, UCAP `queryList`), then whatever
    its script asks for, then its frames, then where it sends the reader on, at last the
    columns of news it names.
    """
    base = base_of(tree, url)
    for look in (_jpaas, _proxies, _asked, _frames, _jumps, _columns):
        if unique := _unique(look(tree, base)):
            return unique
    return ()


def requests_beside_rows(tree: LexborHTMLParser, url: str) -> tuple[Request, ...]:
    """Return the requests to known interfaces: what a page shows may be its side columns only."""
    base = base_of(tree, url)
    asked = (request for request in _asked(tree, base) if _KNOWN_INTERFACE.search(request.url))
    return _unique([*_jpaas(tree, base), *_proxies(tree, base)]) or _unique(asked)


def _unique(requests: Iterable[Request]) -> tuple[Request, ...]:
    return tuple({(r.url, tuple(r.data.items())): r for r in requests}.values())[:_FOLLOWED]


def _jpaas(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
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
            yield Request(_with_query(absolute, pairs))


def _with_query(url: str, pairs: dict[str, str]) -> str:
    parts = urlsplit(url)
    query = urlencode([*parse_qsl(parts.query), *pairs.items()])
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _object(text: str) -> dict[str, str]:
    """Return the pairs of a flat object literal; a list of one value is sent as jQuery does, `key[]`."""
    pairs: dict[str, str] = {}
    for found in _PAIR.finditer(text):
        if found["one"] is not None:
            pairs[f"{found['key']}[]"] = found["one"]
        else:
            pairs[found["key"]] = found["text"] if found["text"] is not None else found["plain"]
    return pairs


def _proxies(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
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
        size = _per_page(pairs.pop("perpage", ""), text)
        query = {"startrecord": "1", "endrecord": str(3 * size), "perpage": str(size)}
        yield Request(
            _with_query(absolute, query),
            "POST",
            {k: v for k, v in pairs.items() if k not in query},
        )


def _per_page(named: str, text: str) -> int:
    found = re.search(r"perPage\s*:\s*[\"']?(\d+)", text)
    number = named or (found[1] if found else "")
    return int(number) if number.isdigit() else 15


_PROXY_KEYS = frozenset(
    ["col", "appid", "webid", "path", "columnid", "sourceContentType", "unitid", "webname", "permissiontype"]
)


def _asked(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Return what the page's own scripts request: $.ajax({..}), $.post(..), fetch(..); else the data files they name."""
    scripts = [script.text() or "" for script in tree.css("script")]
    calls = [
        request
        for text in scripts
        for call in islice(_AJAX.finditer(text), _CALLS)
        if (
            request := _request(
                text[call.end() : call.end() + 1500], call["verb"] or call["fetch"] or "open", text, url
            )
        )
    ]
    yield from calls or (Request(target) for text in scripts for target in _data_files(text, url))


def _data_files(script: str, url: str) -> Iterator[str]:
    for found in _DATA_ADDRESS.finditer(script):
        target = resolve(url, unescape(found["url"]))
        if target and not _NOT_ROWS.search(target) and not re.search(r"[+{}$]", found["url"]):
            yield target


def _request(call: str, verb: str, script: str, url: str) -> Request | None:
    """Read one call of a script: its address, whether it posts, and what it sends, named variables looked up."""
    arguments = call[: _closing(call)]
    address = _ADDRESS_ARGUMENT.search(arguments)
    target = _literal(address["value"], script) if address and not address["more"] else ""
    if not target or _NOT_ROWS.search(target):
        return None
    absolute = resolve(url, target)
    if not absolute or urlsplit(absolute).netloc != urlsplit(url).netloc:
        return None
    post = verb == "post" or bool(_POSTS.search(arguments))
    body = _body_apart(call, arguments, verb) or _BODY_ARGUMENT.search(arguments)
    pairs = _pairs(_literal(body["value"], script)) if body else {}
    return (
        Request(absolute, "POST", pairs)
        if post
        else Request(_with_query(absolute, pairs) if pairs else absolute)
    )


def _body_apart(call: str, arguments: str, verb: str) -> re.Match[str] | None:
    """Return what a call sends that is not written in it: $.post(url, params, done), or open(..) .. send(params)."""
    if verb == "open":
        return _SENT.search(call[len(arguments) : len(arguments) + 400])
    return _NAMED_BODY.match(arguments) if verb in ("post", "get", "getJSON") else None


def _literal(value: str, script: str) -> str:
    """Return what a value is: a string's content, an object's text, or those of the variable it names."""
    if re.fullmatch(r"[A-Za-z_$][\w$]*", value):
        found = re.search(rf"\b{re.escape(value)}\s*=\s*(?P<value>\{{[^{{}}]*\}}|\"[^\"]*\"|'[^']*')", script)
        value = found["value"] if found else ""
    return value if value.startswith("{") else unescape(value[1:-1])


def _pairs(text: str) -> dict[str, str]:
    return _object(text) if text.startswith("{") else dict(parse_qsl(text))


def _closing(text: str) -> int:
    """Return where the bracket that was open before the text closes."""
    depth = 1
    for position, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return position
    return len(text)


def _frames(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    for frame in tree.css("frame[src], iframe[src]"):
        target = resolve(url, frame.attributes.get("src") or "")
        same_site = site_of(urlsplit(target).hostname or "") == site_of(urlsplit(url).hostname or "")
        if target and same_site and not _NOT_ROWS.search(target) and not _hidden(frame):
            yield Request(target)


def _hidden(frame: LexborNode) -> bool:
    attributes = frame.attributes
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "0" in (attributes.get("width"), attributes.get("height"))


def _jumps(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    for meta in tree.css("meta[http-equiv][content]"):
        found = _REFRESH.match(meta.attributes.get("content") or "")
        if found and (meta.attributes.get("http-equiv") or "").lower() == "refresh":
            yield from _jump(url, found["url"])
    if len(tree.css("a[href]")) < 5:
        for script in tree.css("script"):
            if found := _JUMP.search(script.text() or ""):
                yield from _jump(url, found["url"] or found["url2"])


def _jump(url: str, target: str) -> Iterator[Request]:
    address = resolve(url, urljoin(url, target))
    if address and address.rstrip("/") != url.rstrip("/"):
        yield Request(address)


_COLUMN = re.compile(r"\S{0,4}(?:新闻|资讯|动态|要闻|快讯|通知|公告|公示)\S{0,4}")


def _columns(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """A front page of pictures and menus only: its columns of news hold the articles."""
    if urlsplit(url).path not in ("", "/") and not re.search(r"/(?:index|default)\.\w+$", url, re.IGNORECASE):
        return
    for node in tree.css("a[href]"):
        words = (node.text() or node.attributes.get("title") or "").strip()
        target = resolve(url, node.attributes.get("href") or "")
        if _COLUMN.fullmatch(words) and target and urlsplit(target).netloc == urlsplit(url).netloc:
            yield from _jump(url, target)
