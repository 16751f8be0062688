"""Addresses and rows that a page keeps in its scripts. Nothing is run: the text is read."""

from __future__ import annotations

import base64
import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover import flattened

_QUOTED = re.compile(r"""(?<!\\)(?P<q>["'])(?P<s>(?:\\.|(?!(?P=q))[^\\\n])*)(?P=q)""")
_ASSIGNED = re.compile(
    r"(?:location(?:\.href)?\s*=|window\.open\s*\(|location\.(?:assign|replace)\s*\()\s*(?P<q>[\"'])(?P<url>[^\"']+)(?P=q)"
)
_CALL = re.compile(r"(?P<name>[A-Za-z_$][\w$]*)\s*\(\s*(?P<arguments>[^()]*)\)")
_URLISH = re.compile(
    r"(?:https?:)?//\S+|/[^\s/]\S*|(?:\.{1,2}/)?[\w./%-]+\.(?:s?html?|aspx?|jsp|php|do)(?:[?#]\S*)?|\?\S+=\S+",
    re.IGNORECASE,
)
_DATEISH = re.compile(
    r"\D{0,6}(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}.{0,18}|(?:19|20)\d{6}|1[0-9]{9}(?:\d{3})?)"
)
# Scripts are full of words for programs; a row's title is Chinese.
_NAMED = re.compile(r"(?:[\u3400-\u9fff].*){4}", re.DOTALL)
_ESCAPES = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([/\"'\\nrt])")
_GROUP = re.compile(r"[\[{(](?P<inner>[^\[\]{}()]*)[\]})]")
_TOKEN = re.compile("\x00(\\d+)\x00")
_PAIR = re.compile("(?P<key>[A-Za-z_$][\\w$]*|\x00\\d+\x00)\\s*:\\s*(?P<value>\x00\\d+\x00|\\d+)")
_STATE = re.compile(r"(?<![\w$])(?:window\.)?(?:__[A-Z_]+__|[A-Za-z_$][\w$]*)\s*=\s*(?=[\[{])")
MARKUP = re.compile(r"<a\s[^<>]{0,2000}href", re.IGNORECASE)
# What by its name holds rows: /data/newsdata.js, /plus/js.php?id=3.
ROW_FILE = re.compile(r"news|xinwen|article|list|info|data|notice|js\.(?:php|asp)", re.IGNORECASE)
_MARKUP_TYPES = (
    "text/xml",
    "text/html",
    "text/template",
    "text/x-template",
    "application/xml",
    "text/x-handlebars-template",
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row read from data: the address as written, the title, what may be a date, and which of several lists it is of."""

    url: str
    title: str
    date: str = ""
    among: int = 0


def unescape(text: str) -> str:
    r"""Return a JavaScript string's value: ``\u4e2d``, ``\/`` and the like replaced."""

    def plain(found: re.Match[str]) -> str:
        if code := found[1] or found[2]:
            return chr(int(code, 16))
        return {"n": "\n", "r": "\r", "t": "\t"}.get(found[3], found[3])

    return _ESCAPES.sub(plain, text) if "\\" in text else text


PLACES = "script, iframe, div[id], ul[id], ol[id], dl[id], table[id], tbody[id]"  # where scripts may put rows


def is_written(node: LexborNode, program: str) -> bool:
    """Tell a place into which a page's scripts put rows: a script, or a frame, by its name or the links that it writes, or an
    empty element that they name.

    Args:
        node: one of PLACES.
        program: the text of the page's scripts.
    """
    if node.tag in ("script", "iframe"):
        source = node.attributes.get("src") or ""
        return bool(ROW_FILE.search(urlsplit(source).path) if source else MARKUP.search(node.text() or ""))
    name = re.escape(node.attributes.get("id") or "-")
    empty = not (node.text() or "").strip() and node.css_first("a, img, input, iframe, script") is None
    return empty and bool(re.search(rf"[\"'#]{name}[\"']", program))


_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_CALLS = 8  # calls of one handler that are looked at
_STEP = re.compile(
    r"(?P<otherwise>\belse\b\s*\{?\s*)?(?:\bif\s*\((?P<condition>[^()]*)\)\s*\{?\s*)?"
    r"(?:(?:[\w$]+\.)*?(?:location(?:\.href)?\s*=(?!=)|open\s*\(|location\.(?:assign|replace)\s*\()\s*(?P<to>[^;,)}\n]+)"
    r"|(?<![\w$.])(?:(?:var|let|const)\s+)?(?P<name>[A-Za-z_$][\w$]*)\s*(?P<more>\+?)=(?!=)\s*(?P<value>[^;}\n]+)"
    r"|(?<![\w$.])(?P<called>(?!if\b|for\b|while\b|switch\b|function\b)[A-Za-z_$][\w$]*)\s*\((?P<arguments>[^()]*)\))"
)
_CONDITION = re.compile(
    r"\s*(?P<name>[A-Za-z_$][\w$]*)\s*(?P<sign>[=!]==?|[<>]=?)\s*[\"']?(?P<value>\d+)[\"']?\s*"
)
_NESTED = 3  # functions that call one another
_BODY = 2000  # characters of a function that are looked at


_SEARCH_SET = re.compile(r"location\.search\s*=(?!=)")
_SOUGHT = re.compile(
    r"[{,]\s*[\"']?(?P<key>page(?:_?(?:no|num|index))?|pn|p)[\"']?\s*:\s*[A-Za-z]", re.IGNORECASE
)


# What is joined to an address that is no picture's and no counter's.
_JOINED_ADDRESS = re.compile(
    r"[\"'](?:(?:https?:)?/|\.{0,2}/|[\w-]+[./?])(?:(?!hits?\b|count|click|visit|stat)[^\"'\s<>#])*[\"'](?:\s*\+\s*(?:[A-Za-z_$][\w$]*(?![\w$.(])|[\"'][^\"'\s<>]*[\"']))+",
    re.IGNORECASE,
)


class Functions:
    """The functions a page's scripts define, as far as they open addresses; each looked for once."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._text = "\n".join(script.text() or "" for script in tree.css("script"))
        self._known: dict[str, tuple[list[str], str] | None] = {}
        self._variables: dict[str, str | None] = {}

    def target(self, name: str, arguments: list[str], depth: int = 0) -> str | None:
        """Put a call's arguments into the address its function builds: '/show/' + id + '.html'."""
        found = self._look_up(name)
        if found is None or depth >= _NESTED:
            return None
        values = dict(zip(found[0], arguments, strict=False))
        passed = True
        for step in _STEP.finditer(found[1]):
            passed = not passed if step["otherwise"] else _holds(step["condition"], values)
            if not passed:
                continue
            if step["called"]:
                words = (self._concatenated(w, values) for w in step["arguments"].split(","))
                if target := self.target(step["called"], [w or "" for w in words], depth + 1):
                    return target
            elif step["to"]:
                if target := self._concatenated(_otherwise(step["to"].strip()), values):
                    return target
            elif (value := self._concatenated(_otherwise(step["value"].strip()), values)) is not None:
                values[step["name"]] = values.get(step["name"], "") * bool(step["more"]) + value
        return None if depth else self._shown(found[1], found[0], values)

    def _shown(self, body: str, given: list[str], values: dict[str, str]) -> str | None:
        """Return the address that a function joins what it is given to, whatever shows it: layer.open({content: ..})."""
        for joined in _JOINED_ADDRESS.finditer(body):
            if any(re.search(rf"(?<![\w$.]){re.escape(name)}(?![\w$])", joined[0]) for name in given if name):
                return self._concatenated(joined[0], values)
        return None

    def body_of(self, name: str) -> str:
        """Return what a function does; nothing where the page does not define it."""
        found = self._look_up(name)
        return found[1] if found else ""

    def body_called(self, script: str) -> str:
        """Return what the function does that a handler calls first; nothing where the page does not define it."""
        call = _CALL.search(script)
        return self.body_of(call["name"]) if call else ""

    def filled_in(self, script: str) -> dict[str, str]:
        """Return the fields that the function which a handler calls fills in before it sends their form, none where it sends
        none: function go(c) {document.f.colId.value = c; document.f.submit();}."""
        call = _CALL.search(script)
        found = self._look_up(call["name"]) if call else None
        if call is None or found is None or "submit" not in found[1]:
            return {}
        words = [word.strip() for word in call["arguments"].split(",")]
        given = [unescape(quoted["s"]) if (quoted := _QUOTED.fullmatch(word)) else word for word in words]
        values = dict(zip(found[0], given, strict=False))
        told = {
            step["name"] or step["id"]: self._concatenated(
                (step["value"] or step["put"] or step["set"]).strip(), values
            )
            for step in _FILLED_IN.finditer(found[1])
        }
        return {name: value for name, value in told.items() if value is not None}

    def sought(self) -> str | None:
        """Return the field of the query that the scripts set anew to turn pages: location.search = .. {page: n}."""
        found = _SOUGHT.search(self._text) if _SEARCH_SET.search(self._text) else None
        return found["key"] if found else None

    def _concatenated(self, expression: str, known: dict[str, str]) -> str | None:
        parts: list[str] = []
        for term in map(str.strip, expression.split("+")):
            quoted = _QUOTED.fullmatch(term)
            part = (
                quoted["s"] if quoted else term if term.isdigit() else known.get(term, self._variable(term))
            )
            if part is None:
                return None
            parts.append(part)
        return "".join(parts)

    def _variable(self, name: str) -> str | None:
        """Return the text or number that the scripts give a variable: var ctx = '/portal'."""
        if name not in self._variables:
            given = re.search(
                rf"(?<![\w$.]){re.escape(name)}\s*=\s*(?:{_QUOTED.pattern}|(?P<number>\d+)\b)", self._text
            )
            told = given and (given["number"] or given["s"])
            self._variables[name] = told if _NAME.fullmatch(name) else None
        return self._variables[name]

    def _look_up(self, name: str) -> tuple[list[str], str] | None:
        """Return the names of what a function is given, and its body; None where the page does not define it."""
        if name not in self._known:
            self._known[name] = self._defined(name)
        return self._known[name]

    def _defined(self, name: str) -> tuple[list[str], str] | None:
        word = re.escape(name)
        head = re.search(
            rf"(?:function\s+{word}|\b{word}\s*=\s*function)\s*\((?P<names>[^()]*)\)\s*\{{", self._text
        )
        if head is None:
            return None
        return [n.strip() for n in head["names"].split(",")], _body(
            self._text[head.end() : head.end() + _BODY]
        )


def openers_in(script: str) -> str:
    """Return the functions of a script that open addresses they join what they are given to, as a script of a page that calls
    them: <script>function openDoc(id) {window.open('/show.jsp?id=' + id);}</script>."""
    found = []
    for head in islice(_OPENER.finditer(script), _OPENERS):
        body = _body(script[head.end() : head.end() + _BODY])
        if _OPENS.search(body) and len(body) < _BODY:
            found.append(f"function {head['name'] or head['given']}({head['names']}){{{body}}}")
    written = "\n".join(found).replace("</", "<\\/")
    return f"<script>{written}</script>" if written else ""


# The functions that the rows of a page call and a script beside it defines: onclick="showInfo('c2b0','02')".
_CALLED = "x-called"
_ROWS_CALL = 2  # rows that call one
_MOST_HANDLERS = 400
_CALLED_MARK = re.compile(rf'<meta name="{_CALLED}" content="(?P<names>[\w$ ]*)">')


def called_marks(tree: LexborHTMLParser) -> str:
    """Return the functions that the rows of a page call and none of its own scripts defines, as HTML that shows nothing."""
    functions = Functions(tree)
    nodes = tree.css("[onclick], a[href^=javascript]")[:_MOST_HANDLERS]
    handlers = (node.attributes.get("onclick") or node.attributes.get("href") or "" for node in nodes)
    calls = Counter(
        call["name"] for handler in handlers if (call := _CALL.search(handler)) and call["arguments"]
    )
    names = [name for name, times in calls.items() if times >= _ROWS_CALL and not functions.body_of(name)]
    return f'<meta name="{_CALLED}" content="{" ".join(names)}">' if names else ""


def openers_called(script: str, marks: str) -> str:
    """Return the functions of a script that open addresses, where the rows of its page call one of them, else nothing.

    Args:
        script: its text.
        marks: those of its page, see `called_marks`.
    """
    names = (name for found in _CALLED_MARK.finditer(marks) for name in found["names"].split())
    openers = openers_in(script) if _CALLED in marks else ""
    return openers if any(f"function {name}(" in openers for name in names) else ""


_OPENERS = 200  # functions of a script that are looked at
_OPENER = re.compile(
    r"(?:\bfunction\s+(?P<name>[A-Za-z_$][\w$]*)|(?<![\w$])(?P<given>[A-Za-z_$][\w$]*)\s*[=:]\s*function)\s*\((?P<names>[\w$,\s]+)\)\s*\{"
)
_OPENS = re.compile(
    r"\.submit\(\s*\)|\blocation(?:\.href)?\s*=(?!=)|\bopen\s*\(|\blocation\.(?:assign|replace)\s*\("
)
_FILLED_IN = re.compile(
    r"(?:\.|\b)(?P<name>[A-Za-z_]\w*)\.value\s*=(?!=)\s*(?P<value>[^;}\n]+)|"
    r"(?:\$\(\s*[\"']#|getElementById\(\s*[\"'])(?P<id>[\w-]+)[\"']\s*\)\.(?:val\(\s*(?P<put>[^()]+)\)|value\s*=(?!=)\s*(?P<set>[^;}\n]+))"
)


def _body(text: str) -> str:
    """Return the text up to the brace that closes what was open before it."""
    depth = 1
    for position, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return text[:position]
    return text


def _holds(condition: str | None, values: dict[str, str]) -> bool:
    """Tell whether a condition on a number holds: n > 1; what cannot be told is taken to hold."""
    found = _CONDITION.fullmatch(condition or "")
    if found is None or not (number := values.get(found["name"], "")).isdigit():
        return True
    ours, theirs = int(number), int(found["value"])
    sign = found["sign"]
    if "=" in sign and ours == theirs:
        return not sign.startswith("!")
    return {"<": ours < theirs, ">": ours > theirs, "!": ours != theirs}.get(sign[0], False)


def _otherwise(expression: str) -> str:
    """Return the last choice of a condition: the first page's address is the one that is written apart."""
    masked = _QUOTED.sub(lambda found: "_" * len(found[0]), expression)
    condition = masked.find("?")
    choice = masked.rfind(":")
    return expression[choice + 1 :].strip() if 0 <= condition < choice else expression


def handler_target(script: str, functions: Functions) -> str | None:
    """Return the address an onclick handler or a javascript: link leads to, or None.

    Args:
        script: the handler's text.
        functions: those of the page, which the handler may call.
    """
    if found := _ASSIGNED.search(script):
        return None if script[found.end() :].lstrip().startswith("+") else unescape(found["url"])
    for call in islice(_CALL.finditer(script), _CALLS):
        words = [word.strip() for word in call["arguments"].split(",")]
        arguments = [unescape(quoted["s"]) if (quoted := _QUOTED.fullmatch(word)) else word for word in words]
        if target := next((to for to in map(uncoded, arguments) if _URLISH.fullmatch(to)), None):
            return target
        if target := functions.target(call["name"], arguments):
            return target
    return None


def uncoded(address: str) -> str:
    """Return an address that is written in base64, or percent-encoded whole, as those are that are kept from robots; any
    other text as it is."""
    if "%2F" in address.upper():
        return unquote(address)
    if len(address) < _LEAST_CODED or len(address) % 4 or not _CODED.fullmatch(address):
        return address
    with suppress(ValueError):
        told = base64.b64decode(address).decode("ascii")
        return told if _URLISH.fullmatch(told) and "/" in told else address
    return address


def marked_target(node: LexborNode) -> str:
    """Return the address that an element carries for its script in an attribute, an empty string where it carries none."""
    marked = (told for key in ("data-href", "data-url", "data-link") if (told := node.attributes.get(key)))
    return uncoded(next(marked, ""))


_CODED = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_LEAST_CODED = 8


def open_marks(tree: LexborHTMLParser) -> None:
    """Give the elements of a page that a script makes clickable the handlers it gives them: where one goes to what it reads
    from its mark, as location.href = $(this).data('href'), each with that mark is one that leads there."""
    read = {
        found["mark"] for node in tree.css("script") for found in _GOES_TO_MARK.finditer(node.text() or "")
    }
    for node in tree.css("a[hx-get]:not([href])"):  # which htmx loads into its place
        node.attrs["href"] = node.attributes.get("hx-get") or ""
    for mark in sorted(read):
        for node in tree.css(f"[data-{mark}]"):
            to = (node.attributes.get(f"data-{mark}") or "").strip()
            if _URLISH.fullmatch(to) and node.tag != "a" and not node.attributes.get("onclick"):
                node.attrs["onclick"] = f"location.href='{to}'"


_GOES_TO_MARK = re.compile(
    r"(?:location(?:\.href)?\s*=\s*|window\.open\(\s*|location\.(?:assign|replace)\(\s*)"
    r"(?:\$\(\s*)?(?:this|\w+(?:\.(?:currentTarget|target))?)\s*\)?\.(?:data\(\s*[\"']|(?:attr|getAttribute)\(\s*[\"']data-|dataset\.)(?P<mark>href|url|link|to)\b"
)


def script_texts(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    """Return type and text of the page's inline scripts."""
    nodes = ((s.attributes.get("type") or "", s.text() or "") for s in tree.css("script"))
    return [(kind.lower(), text) for kind, text in nodes if len(text) > 20]


def markup_in_scripts(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the HTML that scripts and text areas hold: XML islands with CDATA records, document.write, templates."""
    for kind, text in script_texts(tree):
        if MARKUP.search(text):
            yield without_cdata(text) if kind in _MARKUP_TYPES or "<![CDATA[" in text else unescape(text)
        for found in _ESCAPED.finditer(text) if "%3" in text else ():
            if MARKUP.search(markup := unescaped(found["text"])):
                yield markup
    for area in tree.css("textarea"):
        text = area.text() or ""
        if MARKUP.search(text):
            yield text


def menus_in_scripts(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield the columns of menus that scripts draw, each name with its address: d.add(1, 0, '行业资讯', 'list.asp?id=2'), or
    written out as links."""
    for kind, text in script_texts(tree):
        if "json" in kind or kind in _MARKUP_TYPES or len(text) > _MOST_SCRIPT:
            continue
        strings, masked = _masked(text)
        for group in _GROUP.finditer(masked):
            said = [strings[int(token)] for token in _TOKEN.findall(group["inner"])]
            name = next((words for words in said if is_name_of_column(words.strip())), "")
            to = next((words for words in said if _URLISH.fullmatch(words.strip())), "")
            if name and to:
                yield name.strip(), to.strip()
        for link in _LINK_WRITTEN.finditer(unescape(text)) if "<a" in text.lower() else ():
            yield link["name"], link["url"]


def is_name_of_column(words: str) -> bool:
    """Tell a few Chinese characters, as menus name columns by."""
    return bool(_COLUMN_NAME.fullmatch(words))


_COLUMN_NAME = re.compile(r"[\u4e00-\u9fff]{2,10}")
_LINK_WRITTEN = re.compile(
    r"<a\s[^<>]{0,200}?href\s*=\s*[\"']?(?P<url>[^\"'\s<>]{2,200})[^<>]{0,200}>\s*(?P<name>(?:20\d\d)?[\u4e00-\u9fff]{2,10})\s*</a>",
    re.IGNORECASE,
)
_ESCAPED = re.compile(
    r"(?:unescape|decodeURI(?:Component)?)\(\s*(?P<q>[\"'])(?P<text>%3[^\"'\n]*)(?P=q)", re.IGNORECASE
)
_UNICODE = re.compile(r"%u([0-9a-f]{4})", re.IGNORECASE)


def unescaped(text: str) -> str:
    """Return what a text is that JavaScript's escape made: %3Cli%3E%u7EBA."""
    return unquote(_UNICODE.sub(lambda found: chr(int(found[1], 16)), text), errors="replace")


def without_cdata(text: str) -> str:
    """Return text with its CDATA sections opened, so that the HTML within is markup again."""
    return text.replace("<![CDATA[", " ").replace("]]>", " ")


def json_in_scripts(tree: LexborHTMLParser) -> Iterator[Any]:
    """Yield the JSON values that scripts hold: application/json islands and assigned states."""
    decoder = json.JSONDecoder()
    written = script_texts(tree)
    yield from _in_flight(text for _, text in written)
    for kind, text in written:
        yield from _packed(text)
        starts = (
            [0]
            if "json" in kind or text.lstrip().startswith(("[{", '{"'))
            else [found.end() for found in _STATE.finditer(text)][:20]
        )
        for start in starts:
            try:
                value, _ = decoder.raw_decode(text, start + len(text[start:]) - len(text[start:].lstrip()))
            except (ValueError, RecursionError):
                continue
            yield value


def _in_flight(scripts: Iterable[str]) -> Iterator[Any]:
    """Yield the values that React's server components send: self.__next_f.push([1, "5:[..]\\n"]), each line a value."""
    pieces = (unescape(found["text"]) for text in scripts for found in _FLIGHT.finditer(text))
    for line in "".join(pieces).split("\n"):
        head, _, told = line.partition(":")
        if len(head) <= _FLIGHT_HEAD and told[:1] in ("[", "{") and len(told) > _LEAST_STATE:
            with suppress(ValueError, RecursionError):
                yield json.loads(told)


_FLIGHT = re.compile(r"__next_f\.push\(\[1,\s*\"(?P<text>(?:\\.|[^\"\\])*)\"\]\)")
_FLIGHT_HEAD = 4  # digits that name a value
_PACKED = re.compile(
    r"[\"'](?:(?P<escaped>%(?:7B|5B)[^\"'\s]{40,})|(?P<coded>(?:eyJ|W3si|W3sK)[A-Za-z0-9+/=]{60,}))[\"']|"
    r"JSON\.parse\(\s*(?P<q>[\"'])(?P<quoted>(?:\\.|(?!(?P=q))[^\\\n])*)(?P=q)|"
    r"(?P<q2>[\"'])(?P<entities>[\[{]\s*[\[{]?&quot;(?:\\.|(?!(?P=q2))[^\\\n])*)(?P=q2)",
    re.IGNORECASE,
)
_PACKS = ("%7B", "%7b", "%5B", "%5b", "eyJ", "W3si", "W3sK", "JSON.parse", "&quot;")


def _packed(script: str) -> Iterator[Any]:
    """Yield the values that a script carries as JSON in a text: percent-encoded, in base64, or with its quotes escaped
    as a script or a page does it."""
    for found in _PACKED.finditer(script) if any(pack in script for pack in _PACKS) else ():
        with suppress(ValueError, RecursionError):
            if found["entities"]:
                yield json.loads(html.unescape(found["entities"]))
            elif found["coded"]:
                yield json.loads(base64.b64decode(found["coded"]))
            else:
                yield json.loads(unquote(found["escaped"]) if found["escaped"] else unescape(found["quoted"]))


def json_in_attributes(tree: LexborHTMLParser) -> Iterator[Any]:
    """Yield the lists and objects that elements carry for a script: data-list='[{"title": ..}]', a hidden text area."""
    for node in tree.root.traverse() if tree.root is not None else ():
        own = node.text() if node.tag in ("textarea", "pre") else ""
        for text in (*node.attributes.values(), own):
            if text and len(text) > _LEAST_STATE and text.lstrip().startswith(("[{", '{"')):
                with suppress(ValueError, RecursionError):
                    value = json.loads(text)
                    yield flattened.bare(value) if node.tag == "astro-island" else value


def fields_of_elements(tree: LexborHTMLParser) -> list[dict[str, str]]:
    """Return what a component's elements are given: <news-item title=".." link="..">, <router-link to="..">words."""
    given = (
        [node for node in tree.root.traverse() if "-" in (node.tag or "")[1:]]
        if tree.root is not None
        else []
    )
    return [
        {"title": node.text(), **{name.lstrip(":"): value or "" for name, value in node.attributes.items()}}
        for node in given
        if node.css_first("a[href]") is None
    ]


def xml_islands(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the documents that a page keeps for its scripts: in <xml> elements, as old browsers read them, and hidden fields."""
    yield from (node.html or "" for node in tree.css("xml"))
    for node in tree.css("textarea, input[type=hidden]"):
        text = (node.text() or node.attributes.get("value") or "").strip()
        if text.startswith("<") and len(text) > _LEAST_STATE and not MARKUP.search(text):
            yield text


_LEAST_STATE = 80  # characters of an attribute that may be a list
_MOST_SCRIPT = 1_000_000  # characters; what is longer is a program


def rows_in_scripts(tree: LexborHTMLParser) -> list[Row]:
    """Read the rows page scripts carry as literals, in whatever form: ``{url:'',title:''}``, ``['','']``, ``add('','')``."""
    rows: list[Row] = []
    for kind, text in script_texts(tree):
        if "json" not in kind and kind not in _MARKUP_TYPES:
            rows += _rows_in_text(text[:_MOST_SCRIPT])
    return rows


def objects_in_scripts(tree: LexborHTMLParser) -> Iterator[list[dict[str, str]]]:
    """Yield, for each script, the flat objects it writes as literals: ``{id: 12, title: '..'}``."""
    for kind, text in script_texts(tree):
        if "json" not in kind and kind not in _MARKUP_TYPES:
            yield list(objects_in_text(text))


def objects_in_text(text: str) -> Iterator[dict[str, str]]:
    """Yield the flat objects that a script writes as literals."""
    strings, masked = _masked(text[:_MOST_SCRIPT])
    for group in _GROUP.finditer(masked):
        pairs = [(found["key"], found["value"]) for found in _PAIR.finditer(group["inner"])]
        cells = enumerate(map(str.strip, group["inner"].split(","))) if "\x00," in group["inner"] else ()
        pairs = pairs or [(str(place), cell) for place, cell in cells]
        if pairs:
            yield {_spelt(key, strings): _spelt(value, strings) for key, value in pairs}


def _spelt(token: str, strings: list[str]) -> str:
    return strings[int(token.strip("\x00"))] if _TOKEN.fullmatch(token) else token


def _masked(text: str) -> tuple[list[str], str]:
    """Return the strings of a script, and the script with their numbers in their places."""
    strings: list[str] = []

    def mask(found: re.Match[str]) -> str:
        strings.append(unescape(found["s"]))
        return f"\x00{len(strings) - 1}\x00"

    masked = _QUOTED.sub(mask, text)
    return strings, masked


def _rows_in_text(text: str, within: bool = False) -> list[Row]:
    strings, masked = _masked(text)
    # A framework's state is a string of JSON within the script: its quotes were escaped.
    state = [s for s in strings if len(s) > 80 and '"' in s] if not within else []
    if rows := [row for inner in state for row in _rows_in_text(inner, within=True)]:
        return rows
    if recorded := [row for s in strings if "|" in s for row in rows_of_records(s)]:
        return recorded
    if not any(_URLISH.fullmatch(s.strip()) for s in strings):
        return []
    groups = (group["inner"] for group in _GROUP.finditer(masked))
    tokens = [[strings[int(n)].strip() for n in _TOKEN.findall(group)] for group in groups]
    rows = [row for group in tokens if (row := _row_of(group))]
    if columns := _side_by_side([*tokens, *map(_parts, strings)]):
        return [*rows, *columns]
    if len(rows) == 1:
        return []  # a lone address with some words is a message of the script, not a list
    return rows or _loose_rows([strings[int(n)].strip() for n in _TOKEN.findall(masked)])


def rows_of_records(text: str) -> list[Row]:
    """Read a text of records as rows: fields apart by strokes, tabs or commas, each record with one address and a title."""
    apart = next((mark for mark in "|\t," if mark in text), ",")
    records = (record.split(apart) for record in _RECORDS.split(text) if apart in record)
    rows = [row for record in records if (row := _row_of([cell.strip(' "') for cell in record]))]
    return rows if len(rows) > 1 else []


_RECORDS = re.compile(r"[#;^~\n]+|\$\$|@@")


def _parts(text: str) -> list[str]:
    """Return the parts of a string that a player of pictures takes: links="/a.html|/b.html"."""
    return [part.strip() for part in text.split("|")] if "|" in text else []


def _side_by_side(lists: list[list[str]]) -> list[Row]:
    """Read lists of one length as columns: addresses in one, their titles in another (links = [..]; texts = [..])."""
    long = [column for column in lists if len(column) > 1]
    addresses = next((c for c in long if all(map(_is_address, c))), [])
    named = next((c for c in long if len(c) == len(addresses) and all(map(_NAMED.search, c))), [])
    return [Row(url, title) for url, title in zip(addresses, named, strict=False)]


def _is_address(text: str) -> bool:
    return bool(_URLISH.fullmatch(text)) and not _FILE.search(text)


_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|css|js)(?:\?|$)", re.IGNORECASE)


def _row_of(strings: list[str]) -> Row | None:
    """Read one group of strings as a row: it has exactly one address and a title."""
    urls = list(filter(_is_address, strings))
    titles = [s for s in strings if s not in urls and _NAMED.search(s) and not _DATEISH.fullmatch(s)]
    if len(set(urls)) != 1 or not titles:
        return None
    dates = (s for s in strings if s not in urls and _DATEISH.fullmatch(s))
    return Row(urls[0], titles[0], next(dates, ""))


def _loose_rows(strings: list[str]) -> list[Row]:
    """Read a run of assignments (var url = ''; var title = '';) as rows: each begins with what the first begins with."""
    rows: list[Row] = []
    urls = [i for i, s in enumerate(strings) if _URLISH.fullmatch(s)]
    others = set(range(len(strings))).difference(urls)
    titles = [i for i in sorted(others) if _NAMED.search(strings[i])]
    starts = titles if len(titles) == len(urls) and titles and titles[0] < urls[0] else urls
    for start, end in zip(starts, [*starts[1:], len(strings)], strict=True):
        if row := _row_of(strings[start : min(end, start + 6)]):
            rows.append(row)
    return rows
