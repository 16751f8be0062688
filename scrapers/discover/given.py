"""What a page gives its scripts, put into them: what they read from its address, its elements and settings, and what their
functions are called with. Pure."""

from __future__ import annotations

import html
import json
import re
from contextlib import suppress
from itertools import islice
from urllib.parse import parse_qsl, unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover import counting, literals, pagers
from scrapers.discover.calls import CALLS, LOADS, closing, counts_up, is_done_before
from scrapers.discover.model import LATER

_FIELD_READ = re.compile(
    r"(?:document\.)?(?:(?:\$\(\s*[\"']#|getElementById\(\s*[\"'])(?P<id>[\w-]+)[\"']\s*\)(?:\[0\])?\.(?:val\(\s*\)|value\b(?!\s*=))|"
    r"(?:\$|querySelector)\(\s*(?P<q>[\"'])(?P<css>(?:meta|input)?\[[^\]\n]{1,60}\])(?P=q)\s*\)\??\."
    r"(?:val\(\s*\)|value\b(?!\s*=)|content\b|(?:attr|prop|getAttribute)\(\s*[\"'](?:content|value)[\"']\s*\)))"
)
# An element that a script names, or the last of several: $('#list'), document.getElementById('list'), $('.row').last().
_ELEMENT = (
    r"(?:document\.)?(?:\$\(\s*[\"'](?P<css>[#.][\w-]+)(?P<end>:last(?:-child)?)?|getElementById\(\s*[\"'](?P<id>[\w-]+)|"
    r"querySelector\(\s*[\"'](?P<css2>[#.][\w-]+))[\"']\s*\)(?P<last>\.last\(\s*\))?"
)
# What is read off it: $('#list').data('channel'), document.getElementById('list').dataset.channel.
_MARK_READ = re.compile(
    rf"{_ELEMENT}\s*\.\s*"
    r"(?:(?:attr|getAttribute)\(\s*[\"'](?P<attribute>[\w-]+)[\"']\s*\)|data\(\s*[\"'](?P<data>[\w-]+)[\"']\s*\)|dataset\.(?P<set>\w+))"
)
# The same of an element that a variable holds: var box = $('#list'), id = box.attr('data-id').
_HELD = re.compile(rf"(?<![\w$.])(?P<name>[A-Za-z_$][\w$]*)\s*=\s*(?P<element>{_ELEMENT})\s*(?=[,;\n])")
# What an element's handler is given: $('#more').click(function () {, $(document).on('click', '.more', function () {.
_HANDLER = re.compile(
    r"\$\(\s*(?:[\"'](?:(?P<own>[#.][\w-]+)|body)[\"']|document)\s*\)\.(?:(?:click|tap)\(|(?:on|bind|delegate|live)\(\s*[\"'](?:click|tap|touchend)[\"']\s*,\s*(?:[\"'](?P<inner>[#.][\w-]+)[\"']\s*,\s*)?)\s*function\s*\([^()]*\)\s*\{"
)
_THIS = re.compile(r"\$\(\s*this\s*\)")
# The same of an element that has it without jQuery: more.onclick = function () {, more.addEventListener('click', function () {.
_LISTENER = re.compile(
    r"(?P<own>document\.(?:getElementById|querySelector)\(\s*[\"'][#.]?[\w-]+[\"']\s*\)|(?<![\w$.])[A-Za-z_$][\w$]*)\s*"
    r"\.(?:onclick\s*=|addEventListener\(\s*[\"'](?:click|tap|touchend)[\"']\s*,)\s*(?:async\s+)?function\s*\w*\s*\([^()]*\)\s*\{"
)
_THIS_ITSELF = re.compile(r"(?<![\w$.])this(?=\.(?:dataset|getAttribute)\b)")


def with_own_address(script: str, url: str) -> str:
    """Return a script with the page's own address put in where it asks that: $.post(location.href, ..), {url: '', ..}."""
    if "location" not in script and "''" not in script and '""' not in script:
        return script
    return _OWN_ADDRESS.sub(lambda found: f"{found['lead']}{json.dumps(url.partition('#')[0])}", script)


_OWN_ADDRESS = re.compile(
    r"(?P<lead>(?:\.(?:get|post|getJSON|load)|\bfetch)\(\s*|\burl\s*:\s*)"
    r"(?:(?:window\.|document\.|self\.)?(?:location\.(?:href|pathname)|document\.URL)(?=\s*[,)])|(?:\"\"|'')(?=\s*,))"
)


def with_own_query(script: str, url: str) -> str:
    """Return a script with what it reads from the page's own address put in: getQueryString('type'), $route.query.type,
    location.search.substr(4)."""
    script = _with_own_parts(script, url) if "location" in script or "document.URL" in script else script
    query = dict(parse_qsl(urlsplit(url).query)) | dict(parse_qsl(urlsplit(url).fragment))
    if not query or not (_READS_QUERY.search(script) or _NAMED_ALIKE.search(script)):
        return script

    def told(found: re.Match[str]) -> str:
        key = next(filter(None, found.groups()), "")
        return json.dumps(query[key], ensure_ascii=False) if key in query else found[0].rpartition("=")[2]

    own = "|".join(re.escape(name) for name in _QUERY_READER.findall(script)[:CALLS])
    script = re.sub(rf"(?<![\w$.])(?:{own})\(\s*{_KEY_TEXT}\s*\)", told, script) if own else script
    script = _NAMED_ALIKE.sub(lambda found: f"{found['name']}={told(found)}", script)
    given = "|".join(re.escape(name) for name in _QUERY_GIVEN.findall(script)[:CALLS])
    script = re.sub(rf"(?<![\w$.])(?:{given})\.get\(\s*{_KEY_TEXT}\s*\)", told, script) if given else script
    return _QUERY_READ.sub(told, script)


def _with_own_parts(script: str, url: str) -> str:
    """Return a script with the parts put in that it cuts out of the page's own address: location.search.replace('?id=', '')."""
    own = {
        "search": f"?{urlsplit(url).query}",
        "pathname": urlsplit(url).path,
        "href": url,
        "URL": url,
        "hash": f"#{urlsplit(url).fragment}",
    }
    script = _with_own_matches(script, url)
    called = {held["name"]: held["part"] for held in islice(_ADDRESS_HELD.finditer(script), CALLS)}

    def told(found: re.Match[str]) -> str:
        part = found["part"] or called.get(found["name"] or "", "")
        value = _cut_out(own[part], found["steps"]) if part else None
        if value is None or not _PART.fullmatch(value):
            return found[0]
        return json.dumps(unquote(value), ensure_ascii=False)

    names = "|".join(re.escape(name) for name in called) or r"(?!)"
    address = rf"(?:{_ADDRESS}|(?<![\w$.])(?P<name>{names}))"
    steps = rf"(?P<steps>(?:\.(?:{_STEP}))+)"
    return re.sub(
        rf"(?P<coded>(?:decodeURI(?:Component)?|unescape)\(\s*)?{address}{steps}(?(coded)\s*\))", told, script
    )


def _with_own_matches(script: str, url: str) -> str:
    """Return a script with what it finds in the page's own address put in: m = location.search.match(/id=(\\d+)/) .. m[1]."""
    query = dict(parse_qsl(urlsplit(url).query))
    for held in islice(_MATCH_HELD.finditer(script), CALLS):
        if value := query.get(held["key"]):
            begun, rest = script[: held.end()], script[held.end() :]
            script = begun + re.sub(rf"(?<![\w$.]){re.escape(held['name'])}\[1\]", json.dumps(value), rest)
    return script


_MATCH_HELD = re.compile(
    r"(?<![\w$.])(?P<name>[A-Za-z_$][\w$]*)\s*=\s*(?:(?:window\.)?location\.(?:search|href)\.match\(\s*)?/[^/\n]{0,20}?(?P<key>\w+)=\([^()\n]{1,20}\)[^/\n]{0,20}/\w{0,2}"
    r"(?:\.exec\(\s*(?:window\.)?location\.(?:search|href))?\s*\)"
)
_ADDRESS = r"(?:(?:window|document|self|top)\.)*(?:location\.|document\.(?=URL))(?P<part>search|pathname|href|hash|URL)"
_ADDRESS_HELD = re.compile(rf"(?<![\w$.])(?P<name>[A-Za-z_$][\w$]*)\s*=\s*{_ADDRESS}\s*(?=[,;\n])")
_STEP = (
    r"(?:substr|substring|slice)\(\s*\d{1,3}\s*\)|replace\(\s*(?:\"[^\"\n]{0,40}\"|'[^'\n]{0,40}')\s*,\s*(?:\"\"|'')\s*\)|"
    r"split\(\s*(?:\"[^\"\n]{1,40}\"|'[^'\n]{1,40}')\s*\)\s*(?:\[\d\]|\.pop\(\s*\))|toString\(\s*\)"
)
_EACH_STEP = re.compile(rf"\.(?:{_STEP})")
_PART = re.compile(r"[\w.%-]{1,80}")


def _cut_out(text: str, steps: str) -> str | None:
    """Return what is left of a text after the steps by which a script cuts it, None where nothing is."""
    for step in _EACH_STEP.findall(steps):
        name, _, given = step[1:].partition("(")
        literal = re.search(r"([\"'])(.*?)\1", given)
        if name == "split" and literal:
            parts = text.split(literal[2])
            index = re.search(r"\[(\d)\]$", step)
            place = int(index[1]) if index else len(parts) - 1
            if place >= len(parts):
                return None
            text = parts[place]
        elif name == "replace" and literal:
            text = text.replace(literal[2], "", 1)
        elif name != "toString":
            text = text[int(re.sub(r"\D", "", given)) :]
    return text


_READS_QUERY = re.compile(r"location|\$route\.|quer|param|request", re.IGNORECASE)
_KEY_TEXT = r"[\"']([\w-]{1,40})[\"']"
# function q(n) {.. location.search ..}, whatever it is called; var cid = arg('cid'), where that is another script's.
_QUERY_READER = re.compile(
    r"function\s+([A-Za-z_$][\w$]*)\s*\(\s*[\w$]+\s*\)\s*\{(?:(?!\bfunction\b)[^\x00]){0,300}?\blocation\.(?:search|href)"
)
_NAMED_ALIKE = re.compile(
    r"(?<![\w$.])(?P<name>[A-Za-z_]\w*)\s*=\s*[\w$.]{1,40}\(\s*[\"'](?P=name)[\"']\s*\)"
)
_QUERY_GIVEN = re.compile(
    r"(?<![\w$.])([A-Za-z_$][\w$]*)\s*=\s*(?:new\s+URLSearchParams\(|new\s+URL\([^()]*\)\.searchParams|\(new\s+URL\([^()]*\)\)\.searchParams)"
)
_QUERY_READ = re.compile(
    rf"location\.(?:search|href)\.match\(\s*/[^/\n]{{0,20}}?(\w+)=\([^()\n]{{1,20}}\)[^/\n]{{0,20}}/\w{{0,2}}\s*\)(?:\s*\|\|\s*\[[^\]\n]{{0,20}}\]\s*\))?\[\d\]"
    rf"|/[^/\n]{{0,20}}?(\w+)=\([^()\n]{{1,20}}\)[^/\n]{{0,20}}/\w{{0,2}}\.exec\(\s*(?:window\.)?location\.(?:search|href)\s*\)\[\d\]"
    rf"|(?:new\s+)?URLSearchParams\([\w$.]*(?:\.\w+\([^()]*\))?\)\.get\(\s*{_KEY_TEXT}\s*\)"
    rf"|(?:this\.)?\$route\.query\.(\w+)\b|\bGetRequest\(\)(?:\.|\[[\"'])(\w+)(?:[\"']\])?"
    rf"|location\.(?:search|href)(?:\.\w+\([^()]*\))*\.split\(\s*[\"'][?&]?(\w+)=[\"']\s*\)\[1\]"
    rf"|(?<![\w$.])(?:[\w$]+\.)*\w*(?:query(?!selector)|params?|url|request)\w*(?:\.get)?\(\s*{_KEY_TEXT}\s*\)",
    re.IGNORECASE,
)


def marks_of(tree: LexborHTMLParser) -> str:
    """Return what a linked script may read of its page, as HTML: the elements with values and attributes, without what is in
    them, the settings that the page's own scripts make for all, and what the page calls as it is opened."""
    buttons = (node for node in tree.css("[class]:not([id])") if _is_marked(node) and _is_button(node))
    fields = tree.css("input[type=hidden][id], meta[name][content]")
    nodes = [*fields, *filter(_is_marked, tree.css("[id]")), *islice(buttons, _MOST_BUTTONS)]
    written = "".join(_opening(node) for node in nodes[:_MOST_MARKED])
    told = settings_of(tree) + calls_begun(tree)
    parts = (written, f'<script type="{SETTINGS}">{told}</script>' if told else "")
    return "".join(part for part in parts if len(part) < _LONGEST_MARKS)


def settings_of(tree: LexborHTMLParser) -> str:
    """Return the settings that the scripts written into a page make for all, as a script that does nothing else."""
    told = [
        literals.settings(text)
        for script in tree.css("script:not([src])")
        if len(text := script.text() or "")
        < (_LONGEST_STATE if _MAKES_STATE.match(text) else _LONGEST_SCRIPT)
    ]
    first = {name: value for made in reversed(told) for name, value in made.items()}
    return "".join(
        f"window.{name}={json.dumps(value, ensure_ascii=False)};\n".replace("</", "<\\/")
        for name, value in first.items()
    )


def calls_begun(tree: LexborHTMLParser) -> str:
    """Return what a page calls as it is opened, as a script: <body onload="getList(3, 1)">, <div ng-init="load(3)">, or a
    short script that does nothing else."""
    marks = (node.attributes.get(name) or "" for name in _BEGINS for node in tree.css(f"[{name}]"))
    texts = (script.text() or "" for script in tree.css("script:not([src])"))
    short = (text for text in texts if len(text) < _SHORT and "function" not in text and "=>" not in text)
    told = (found[0] for text in (*marks, *short) for found in _BEGUN.finditer(text))
    return "".join(f"{call};\n" for call in dict.fromkeys(told))


_LITERAL = r"(?:\d{1,9}|\"[^\"\n]{0,80}\"|'[^'\n]{0,80}')"
_BEGUN = re.compile(rf"(?<![\w$.])[A-Za-z_$][\w$]*\(\s*{_LITERAL}(?:\s*,\s*{_LITERAL})*\s*\)")
_BEGINS = ("onload", "ng-init", "data-ng-init", "x-init", "v-init")
_SHORT = 300  # characters of a script that only begins what others define


def scripts_in_marks(tree: LexborHTMLParser) -> list[str]:
    """Return the scripts that the elements of a page have in attributes, each element's as one (Alpine, petite-vue): what
    they hold, then what they do with it."""
    nodes = {node.mem_id: node for name in _SCRIPTED for node in tree.css(f"[{name}]")[:_MOST_MARKED]}
    return ["\n".join(node.attributes.get(name) or "" for name in _SCRIPTED) for node in nodes.values()]


_SCRIPTED = ("x-data", "v-scope", "x-init")

SETTINGS = "text/x-settings"  # the type of a script that no browser runs
_LONGEST_SCRIPT = 30_000  # characters of one with settings; a longer one holds data
_LONGEST_STATE = 300_000  # the same of one that makes the state of its page, with what that shows
_MAKES_STATE = re.compile(r"\s*window\.__\w{2,40}__\s*=")
_MOST_MARKED, _MOST_BUTTONS, _LONGEST_MARKS = 40, 8, 6000


def _is_marked(node: LexborNode) -> bool:
    """Tell an element that carries something for scripts, and shows no picture or page of its own by it."""
    marked = any(name.startswith("data-") for name in node.attributes) and node.tag not in ("script", "img")
    return marked and (node.tag != "a" or _is_button(node))


def _is_button(node: LexborNode) -> bool:
    """Tell an element that is nothing but words to press: <a href="javascript:;" data-last="12">加载更多</a>."""
    leads = not (node.attributes.get("href") or "#").lower().startswith(("#", "javascript"))
    return not leads and pagers.says_one_thing(node)


def _opening(node: LexborNode) -> str:
    marks = "".join(f' {name}="{html.escape(value or "")}"' for name, value in node.attributes.items())
    return f"<{node.tag}{marks}></{node.tag}>"


def with_values(tree: LexborHTMLParser, script: str) -> str:
    """Return a script with what it reads from the page put in: from hidden fields and the head, $('#list-url').val(), from
    the attributes of its elements."""

    def of_element(found: re.Match[str]) -> str:
        css = f"[id='{found['id']}']" if found["id"] else found["css"] or found["css2"]
        nodes = tree.css(css)
        node = nodes[-1 if found["last"] or found["end"] else 0] if nodes else None
        name = found["attribute"] or f"data-{found['data'] or _dashed(found['set'])}"
        value = node.attributes.get(name) if node is not None else None
        if value is None and _is_put_in(script, name.removeprefix("data-")):
            value = LATER
        return found[0] if value is None else json.dumps(value, ensure_ascii=False)

    script = _with_handled(script)
    for name in dict.fromkeys(held["name"] for held in islice(_HELD.finditer(script), CALLS)):
        held = next(found for found in _HELD.finditer(script) if found["name"] == name)
        before, rest = script[: held.end()], script[held.end() :]
        reads = rf"(?<![\w$.]){re.escape(name)}(?=\s*\.\s*(?:attr|getAttribute|data|dataset)\b)"
        script = before + held["element"].join(re.split(reads, rest))
    script = _MARK_READ.sub(of_element, script)

    def told(found: re.Match[str]) -> str:
        css = found["css"] or f"#{found['id']}"
        with suppress(ValueError):  # a selector of jQuery's own
            node = tree.css_first(css)
            marks = node.attributes if node is not None and node.tag in ("input", "meta") else {}
            value = marks.get("content") if "content" in marks else marks.get("value")
            return found[0] if value is None else json.dumps(value, ensure_ascii=False)
        return found[0]

    return _FIELD_READ.sub(told, script) if _READS.search(script) else script


def _is_put_in(script: str, mark: str) -> bool:
    """Tell whether a script itself gives an element a mark, from what it was answered: $('#more').data('cursor', d.next)."""
    name = re.escape(mark)
    camel = re.escape(re.sub(r"-([a-z])", lambda dash: dash[1].upper(), mark))
    return bool(
        re.search(
            rf"\.data\(\s*[\"']{name}[\"']\s*,|\.(?:attr|setAttribute)\(\s*[\"']data-{name}[\"']\s*,|\.dataset\.{camel}\s*=(?!=)",
            script,
        )
    )


def _with_handled(script: str) -> str:
    """Return a script whose handlers name the element that they are of: $('#more').click(function () {$(this).data('page'),
    more.onclick = function () {this.dataset.page."""
    if "this" not in script:
        return script
    for handler in reversed(list(islice(_HANDLER.finditer(script), CALLS))):
        if element := handler["inner"] or handler["own"]:
            script = _named_in_body(script, handler.end(), _THIS, f"$('{element}')")
    for handler in reversed(list(islice(_LISTENER.finditer(script), CALLS))):
        script = _named_in_body(script, handler.end(), _THIS_ITSELF, handler["own"])
    return script


def _named_in_body(script: str, start: int, this: re.Pattern[str], element: str) -> str:
    """Return a script with an element named in the function whose body begins at a place, where that says this."""
    body = script[start:]
    own, rest = body[: (end := closing(body, "{}"))], body[end:]
    return script[:start] + element.join(this.split(own)) + rest


def counted_on(script: str) -> str:
    """Return a script with the number of a page given as it is asked for: page = 0 is 1 where page++ comes before the call."""
    for begun in islice(_FROM_NOUGHT.finditer(script), CALLS):
        counted = counts_up(begun["name"], script)
        call = LOADS.search(script, counted.end()) if counted else None
        if counted and call and is_done_before(counted, script, call.start()):
            script = f"{script[: begun.start('number')]}1{script[begun.end('number') :]}"
    return script


_FROM_NOUGHT = re.compile(
    rf"(?<![\w$.])(?P<name>{counting.PAGE_NAME})\s*[=:]\s*(?P<number>0)(?![\w.])", re.IGNORECASE
)


def _dashed(name: str) -> str:
    """Return the attribute's name that a script writes without dashes: channelId of data-channel-id."""
    return re.sub(r"(?<=[a-z])([A-Z])", r"-\1", name).lower()


_READS = re.compile(r"\bval\b|value\b|content")
