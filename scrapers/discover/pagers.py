"""Where a list goes on that no plain link leads to: selects, buttons, postbacks, and what its script counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover.addresses import day_of, resolve
from scrapers.discover.counting import NUMBERED, PAGE_NAME, SIZE, at_cursor, next_address, page_told, query_of
from scrapers.discover.model import Request
from scrapers.discover.scripts import Functions, unescape
from scrapers.words import alternatives

_POSTBACK = re.compile(
    r"__doPostBack\(\s*\\?['\"](?P<target>[^'\"\\]*)\\?['\"]\s*,\s*\\?['\"](?P<argument>[^'\"\\]*)\\?['\"]"
)
# 看更多, 点我载入更多消息, 更多文章, Show more news; at the end a sign: 加载更多 ∨.
_MORE = re.compile(
    rf"(?:点击|[请点][我此这]|继续)?(?:(?:加载|载入|查看|观看|检视|显示|浏览|展开|看)更多(?:的?{alternatives('entries')})?|更多{alternatives('entries')}?)[\s+…↓▼▾∨⌄﹀]*|"
    r"(?:load|show|view|see)\s*more(?:\s+\w+)?",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf"(?:location(?:\.(?:href|search))?\s*=|location\.(?:replace|assign)\(|\b(?:getLink|getHref|getUrl|link|href|url)\w*\s*[:=]\s*(?:function\s*\(\s*\w*\s*\)\s*\{{\s*return\b|\(?\s*\w+\s*\)?\s*=>))(?:[^;}}\n]{{0,80}}[:+])?\s*(?P<q>[\"'])(?P<head>[^\"':]*(?:[?&](?:{PAGE_NAME})=|/page/|/p/|[_?/-]|page))(?P=q)\s*\+\s*"
    r"(?:\$\(this\)|\w+)(?:\.\w+(?:\(\s*[\"']?[\w-]*[\"']?\s*\))?)*\s*(?:\+\s*(?P<q2>[\"'])(?P<tail>\.\w+)?[^\"']*(?P=q2)\s*(?:\+\s*\w+\s*)?)?(?:[;})\n]|$)",
    re.IGNORECASE,
)
_COUNTING = re.compile(rf"(?:[?&](?:{PAGE_NAME})=|/page/|/p/|_)$", re.IGNORECASE)
# document.write('<a href="index_' + nextPage + '.html">..'), as TRS writes it where no function does.
_WRITTEN = re.compile(
    r"href\s*=\s*\\?[\"']?(?P<head>[\w./?&=-]*[_=/-])(?P<q>[\"'])\s*\+\s*next\w*\s*\+\s*(?P=q)(?P<tail>\.\w{2,5})?",
    re.IGNORECASE,
)
# What a library of pagers puts the number into: href: "/list_{{number}}.html".
_TEMPLATED = re.compile(
    r"\b(?:href|link|url|page_?url|link_?(?:format|to)|url_?(?:format|template|pattern))\s*:\s*(?P<q>[\"'])(?P<head>[^\"'\s{}]*)"
    r"\{{1,2}\s*(?:number|page\w*|no?|p|i|0)\s*\}{1,2}(?P<tail>[^\"'\s{}]*)(?P=q)",
    re.IGNORECASE,
)
_NEXT_NAMED = re.compile(
    r"\bnext_?(?:page)?_?(?:url|link|href|uri)[\"']?\s*[:=]\s*[\"'](?P<url>[^\"'\s]+)[\"'](?!\s*\+)",
    re.IGNORECASE,
)
_AT = re.compile(rf"\b(?:{PAGE_NAME})\s*=\s*[\"']?(?P<n>\d{{1,5}})\b", re.IGNORECASE)
_AT_NOUGHT = re.compile(rf"\b(?:{PAGE_NAME})\s*=\s*[\"']?0\b", re.IGNORECASE)
_FROM_NOUGHT = re.compile(r"\b(?:pages|pageCount|totalPages?|pageTotal|countPage)\s*-\s*1\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:count|total|totalRecords?|totalCount)\s*[:=]\s*[\"']?(?P<n>\d{1,7})", re.IGNORECASE
)
_EACH = re.compile(rf"\b{SIZE}\s*[:=]\s*[\"']?(?P<n>\d{{1,4}})", re.IGNORECASE)
_PAGES = re.compile(
    r"\b(?:pages|pageCount|totalPages?|pageTotal|countPage)\s*[:=]\s*[\"']?(?P<n>\d{1,6})", re.IGNORECASE
)
_SHOWN = re.compile(rf"\b(?:{PAGE_NAME})\s*:\s*[\"']?(?P<n>\d{{1,5}})", re.IGNORECASE)
# location.href='?page='+this.value, '/paper/'+this.options[this.selectedIndex].value+'/01/'
_SELECTED = re.compile(
    r"[\"'](?P<head>[^\"']*[/?&=])[\"']\s*\+\s*this\.(?:value|options\[[^\]]*\]\.\w+)(?:\s*\+\s*[\"'](?P<tail>[^\"']*)[\"'])?"
)


def posted_back(node: LexborNode, tree: LexborHTMLParser, base: str) -> Request | None:
    """Return the form that ASP.NET posts back for a link (__doPostBack), None where it is no such link."""
    found = _POSTBACK.search(call_of(node))
    form = form_around(node) or tree.css_first("form") if found else None
    if found is None or form is None:
        return None
    return _post_back(form, found, base, {})


def _post_back(form: LexborNode, call: re.Match[str], base: str, picked: dict[str, str]) -> Request:
    asked = {"__EVENTTARGET": call["target"], "__EVENTARGUMENT": call["argument"]}
    return Request(action_of(form, base), "POST", _hidden_fields(form) | asked | picked)


def action_of(form: LexborNode, base: str) -> str:
    """Return the address that a form is sent to, the page's own where it names none."""
    return resolve(base, form.attributes.get("action") or "") or base


def sent_as(form: LexborNode, picked: dict[str, str], base: str) -> str:
    """Return the address to which a form that is not posted is sent with what is picked in it."""
    fields = without_long_values(_hidden_fields(form)) | picked
    return f"{action_of(form, base).partition('?')[0]}?{query_of(fields)}"


def sent_by(call: str, functions: Functions, tree: LexborHTMLParser, base: str) -> tuple[str, Request | None]:
    """Return the form that a handler fills in and sends, as a menu asks for its columns by goMenu('3'): the address that it has
    with what is sent, and, where the form is posted, the request; an empty address where it sends none."""
    picked = functions.filled_in(call)
    body = functions.body_called(call) if picked else ""
    forms = sorted(tree.css("form") if picked else (), key=lambda form: not is_named_in(form, body))
    for form in forms:
        fields = form.css("input, select")
        names = {name: f.attributes.get("name") or name for f in fields for name in _names_of(f)}
        if not picked.keys() - names.keys():
            told = {names[name]: value for name, value in picked.items()}
            posted = Request(action_of(form, base), "POST", without_long_values(_hidden_fields(form)) | told)
            return sent_as(form, told, base), posted if is_posted(form) else None
    return "", None


def is_named_in(form: LexborNode, script: str) -> bool:
    """Tell a form that a script names."""
    names = (form.attributes.get("name"), form.attributes.get("id"))
    return any(name and re.search(rf"(?<![\w$]){re.escape(name)}(?![\w$])", script) for name in names)


def _names_of(field: LexborNode) -> Iterator[str]:
    yield from filter(None, (field.attributes.get("id"), field.attributes.get("name")))


def is_posted(form: LexborNode) -> bool:
    """Tell whether a form is sent by POST."""
    return (form.attributes.get("method") or "").lower() == "post"


def call_of(node: LexborNode) -> str:
    """Return what an element runs when it is clicked: a javascript: address, a handler."""
    return f"{node.attributes.get('href') or ''} {node.attributes.get('onclick') or ''}"


def without_long_values(fields: dict[str, str]) -> dict[str, str]:
    """Return a form's fields but those that hold a state of the page, and turn none."""
    return {name: value for name, value in fields.items() if len(value) < _LONG_VALUE}


_LONG_VALUE = 200  # characters


def form_around(node: LexborNode) -> LexborNode | None:
    form = node.parent
    while form is not None and form.tag != "form":
        form = form.parent
    return form


def _hidden_fields(form: LexborNode) -> dict[str, str]:
    told = ((f.attributes.get("name"), f.attributes.get("value")) for f in form.css("input[type=hidden]"))
    return {name: value or "" for name, value in told if name}


def following_number(nodes: Iterable[LexborNode]) -> LexborNode | None:
    """Return, among links of a pager that post back, the one numbered after the page shown: that is not linked, or is marked;
    where all are linked alike, a list is shown from its first page on."""
    numbered = {
        int(words): node
        for node in nodes
        if (words := (node.text() or "").strip(" []")).isdigit() and len(words) < 5
        if _POSTBACK.search(node.attributes.get("href") or "")
    }
    if marked := next((n for n, node in numbered.items() if _IS_SHOWN.search(_classes(node))), None):
        return numbered.get(marked + 1)
    gap = next((numbered[n] for n in sorted(numbered) if n > 1 and n - 1 not in numbered), None)
    return gap or (numbered.get(2) if 1 in numbered else None)


_IS_SHOWN = re.compile(r"\b(?:cur(?:rent)?|active|selected|now|on|cpb)\b", re.IGNORECASE)


def _classes(node: LexborNode) -> str:
    """Return the classes of a link and of what it stands in."""
    above = node.parent.attributes.get("class") if node.parent is not None else ""
    return f"{node.attributes.get('class') or ''} {above or ''}"


def turned_page(tree: LexborHTMLParser, base: str, url: str, own: int) -> str | None:
    """Return the next page of a list whose script writes the pager (laypage and its like): location.href = '?page=' + n.

    Args:
        tree: the parsed page, or its script.
        base: what its references start from.
        url: its address.
        own: the number of the page shown.
    """
    for script in tree.css("script"):
        text = script.text() or ""
        if named := _NEXT_NAMED.search(text):
            return resolve(base, unescape(named["url"])) or None
        found = _TURNED.search(text) or _TEMPLATED.search(text)
        if found is None:
            if written := _written_page(text):
                return resolve(base, written) or None
            continue
        if "?" in found["head"]:  # then the path numbers the column: /list/2.html?page=3
            told = page_told(url)
            own = 1 if told is None else told
        number = int(shown["n"]) if (shown := _SHOWN.search(text)) else own
        if not shown and own == 1 and "?" not in found["head"] and _AT_NOUGHT.search(text):
            number = 0  # of files counted from nought, as TRS does
        last = _last_page(text)
        counted = last is not None or _COUNTING.search(found["head"])
        if counted and (last is None or number < last):
            return resolve(base, f"{found['head']}{number + 1}{found['tail'] or ''}") or None
    return None


def _written_page(script: str) -> str | None:
    """Return the address of the next page that a script writes out, the pages told by its variables."""
    found, shown, last = _WRITTEN.search(script), _AT.search(script), _last_page(script)
    if found is None or shown is None or last is None:
        return None
    following = int(shown["n"]) + 1
    within = following < last if _FROM_NOUGHT.search(script) else following <= last
    return f"{found['head']}{following}{found['tail'] or ''}" if within else None


def _last_page(script: str) -> int | None:
    if told := _PAGES.search(script):
        return int(told["n"])
    total, each = _TOTAL.search(script), _EACH.search(script)
    return -(-int(total["n"]) // int(each["n"])) if total and each and int(each["n"]) else None


def selected_next(tree: LexborHTMLParser, base: str, url: str) -> str | None:
    """Return the page after the one shown in a <select> that leads from page to page."""
    for select in tree.css("select[onchange], form select[name]"):
        change = select.attributes.get("onchange") or ""
        found = _SELECTED.search(change)
        head, tail = (found["head"], found["tail"] or "") if found else ("", "")
        form = form_around(select)
        sent = form is not None and not is_posted(form) and len(form.css("select")) == 1
        if not head and ("submit" in change or (sent and not change)):
            head = form_head(select)
        if not head and not re.search(r"location|open", change):
            continue
        options = [
            (
                resolve(base, f"{head}{option.attributes.get('value') or ''}{tail}"),
                "selected" in option.attributes,
            )
            for option in select.css("option[value]")
            if _CHOICE.fullmatch(option.text() or "")
        ]
        days = {day: to for to, _ in options if (day := day_of(to))}
        if len(days) == len(options) > 1:  # issues of a paper
            shown = day_of(url) or next((day_of(to) for to, chosen in options if chosen), None) or max(days)
            before = max((day for day in days if day < shown), default=None)
            if before:
                return days[before]
            continue
        own = next((n for n, (to, chosen) in enumerate(options) if chosen or to == url), None)
        if own is None:  # a sheet of an issue of a paper stands in the folder of that
            around = [n for n, (to, _) in enumerate(options) if to.endswith("/") and url.startswith(to)]
            own = max(around, key=lambda n: len(options[n][0]), default=0)
        if own + 1 < len(options):
            return options[own + 1][0] or None
    return None


# A page's number, or an issue of a paper: 第3页, 2026年第12期, 2026-11-26.
_CHOICE = re.compile(
    r"\s*(?:第?\s*\d+\s*(?:/\s*\d+\s*)?页?|(?:20\d\d\s*年?\s*)?(?:总?第\s*)?\d{1,5}\s*期.{0,12}|20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?.{0,8})\s*"
)


def form_head(select: LexborNode) -> str:
    """Return the address of a form that a <select> submits, up to the select's own value."""
    form, name = form_around(select), select.attributes.get("name")
    if form is None or not name:
        return ""
    fields = without_long_values(_hidden_fields(form))
    fields.pop(name, None)  # the select's own value ends the address
    return f"{(form.attributes.get('action') or '').partition('?')[0]}?{query_of(fields | {name: ''})}"


# 第2页/共9页, 共9页 当前第2页, 页次：2/9, 2/9页
_OF_PAGES = re.compile(
    r"第\s*(?P<own>\d{1,5})\s*[页頁]?\s*[/／|,，]?\s*共\s*(?P<all>\d{1,5})\s*[页頁]|"
    r"(?:[页頁][次码碼数]|当前[页頁]?)\s*[:：]?\s*(?:第\s*)?(?P<own2>\d{1,5})\s*[页頁]?\s*[/／]\s*(?:共\s*)?(?P<all2>\d{1,5})|"
    r"(?P<own3>\d{1,5})\s*[/／]\s*(?P<all3>\d{1,5})\s*[页頁]|"
    r"共\s*(?P<all4>\d{1,5})\s*[页頁]\s*[/／|,，]?\s*(?:当前)?(?:是|为)?\s*第\s*(?P<own4>\d{1,5})\s*[页頁]"
)


def pages_told(tree: LexborHTMLParser) -> tuple[int, int] | None:
    """Return the number of the page shown and of all pages, as the page says them: 第2页/共9页."""
    found = _OF_PAGES.search(tree.body.text(separator=" ")) if tree.body is not None else None
    numbers = [int(n) for key in ("", "2", "3", "4") if (n := found[f"own{key}"])] if found else []
    every = [int(n) for key in ("", "2", "3", "4") if (n := found[f"all{key}"])] if found else []
    return (numbers[0], every[0]) if numbers else None


_COUNTED = re.compile(
    rf"(?<=[?&]){NUMBERED}(?=&|$)|(?<=[_/-])(?P<last>\d{{1,4}})(?=(?:\.\w+)?/?$)", re.IGNORECASE
)


def counted_back(last: str, tree: LexborHTMLParser, own: int) -> str | None:
    """Return the address of the page after the one shown, by that of the last page.

    Args:
        last: where the last page is.
        tree: the page, which may say how many pages there are: its own address need not count from 1.
        own: the number of the page shown by its address.
    """
    found = _COUNTED.search(last)
    if found is None:
        return None
    name = "number" if found["number"] else "last"
    end = int(found[name])
    told = pages_told(tree)
    before = end - told[1] if told else 0
    following = (told[0] if told else own) + 1 + before
    if before not in (0, -1) or following > end:
        return None
    return f"{last[: found.start(name)]}{following}{last[found.end(name) :]}"


_MARKS = (
    "hx-get", "data-hx-get", "ic-get-from", "ic-append-from", "up-href", "data-next", "data-next-url", "data-nexturl",
    "data-next-href", "data-next-page", "data-next-page-url", "data-more-url", "data-load-url", "data-loadmore-url",
)  # fmt: skip
_LAZY = "turbo-frame[src], include-fragment[src]"
_SEEN = re.compile(r"revealed|intersect")


def marked_next(tree: LexborHTMLParser, base: str, own: int) -> str | None:
    """Return the address at which an element's attributes say that further rows are, loaded when it is seen or pressed.

    Args:
        tree: the page, or the piece of it that such an element loaded.
        base: what its references start from.
        own: the number of the page shown.
    """
    for node in tree.css(f"{', '.join(f'[{mark}]' for mark in _MARKS)}, {_LAZY}"):
        marks = node.attributes
        named = next(filter(_is_address, (marks.get(mark) or "" for mark in (*_MARKS, "src"))), "")
        found = _COUNTED.search(named)
        counted = found is not None and int(found["number"] or found["last"]) == own + 1
        if counted or _SEEN.search(marks.get("hx-trigger") or "") or _MORE.fullmatch(_words(node)):
            return resolve(base, named) or None
    return None


def _is_address(value: str) -> bool:
    """Tell an address from what a button's script counts by: data-next="1"."""
    return bool(value.strip("#")) and not _BARE_COUNT.fullmatch(value)


_BARE_COUNT = re.compile(r"\s*-?\d+\s*")


def pressed(button: LexborNode, base: str) -> Request | None:
    """Return the form that a button sends, with what the button adds to it; None where it sends none."""
    marks, form = button.attributes, form_around(button)
    if form is None or button.tag not in ("input", "button") or marks.get("onclick"):
        return None
    name = marks.get("name") or ""
    if marks.get("type") == "image":
        own = {f"{name}.x": "1", f"{name}.y": "1"} if name else {}
    else:
        own = {name: marks.get("value") or ""} if name else {}
    target, sent = action_of(form, base), _hidden_fields(form) | own
    if is_posted(form):
        return Request(target, "POST", sent)
    return Request(f"{target.partition('?')[0]}?{query_of(without_long_values(sent))}")


def chosen(select: LexborNode | None) -> tuple[int, int] | None:
    """Return the number of the page that is chosen in a list of page numbers, and the last one's."""
    options = select.css("option") if select is not None else []
    numbers = [int(n[0]) for o in options if (n := re.search(r"\d{1,5}", o.attributes.get("value") or ""))]
    own = [n for o, n in zip(options, numbers, strict=False) if "selected" in o.attributes]
    return (own[0], max(numbers)) if own and len(numbers) == len(options) else None


def selected_postback(tree: LexborHTMLParser, base: str) -> Request | None:
    """Return the form that ASP.NET posts back when the next page is chosen in a list of page numbers."""
    for select in tree.css("select[name][onchange]"):
        call, told = _POSTBACK.search(select.attributes.get("onchange") or ""), chosen(select)
        form = form_around(select)
        if call is None or form is None or told is None or told[0] >= told[1]:
            continue
        return _post_back(form, call, base, {select.attributes.get("name") or "": str(told[0] + 1)})
    return None


def unlinked_next(tree: LexborHTMLParser, url: str) -> str | None:
    """Return the page after the one shown where a framework draws a pager of buttons without addresses: such lists
    number their pages in the query."""
    told = page_told(url)
    own = 1 if told is None else told
    numbers = {
        int(words): node for node in tree.css(BUTTONS) if (words := _words(node)).isdigit() and len(words) < 5
    }
    if own + 1 not in numbers or not _is_in_pager(numbers[own + 1]):
        return None
    return at_cursor(url, "page", "2") if told is None else next_address(url)


BUTTONS = "button:not([onclick]), li:not([onclick]), a:not([href]):not([onclick]), span[role=button]"
_PAGER_NAME = re.compile(r"pag(?:er|ing|inat)|(?:^|[-_\s])page", re.IGNORECASE)


def _is_in_pager(node: LexborNode) -> bool:
    around: LexborNode | None = node
    for _ in range(4):
        if around is None:
            return False
        names = f"{around.attributes.get('class') or ''} {around.attributes.get('id') or ''} {around.attributes.get('aria-label') or ''}"
        if _PAGER_NAME.search(names) or "分页" in names:
            return True
        around = around.parent
    return False


def offers_more(tree: LexborHTMLParser) -> bool:
    """Tell whether a page has a button that loads more rows into it."""
    marks = tree.css(
        "button, span, div, p, input[type=button], a:not([href]), a[href^='#'], a[href^='javascript']"
    )
    return any(_MORE.fullmatch(_words(node)) for node in marks)


def waits_for_more(tree: LexborHTMLParser) -> bool:
    """Tell whether a list ends in a mark at which a script goes on with it, as soon as it is seen: 加载中…, 没有更多了."""
    marks = tree.css("div, span, p, li, i, button, section")
    return any(_WAITS.fullmatch(_words(node)) or _is_watched(node) for node in marks)


def shows_part(tree: LexborHTMLParser) -> bool:
    """Tell a list that says that it shows the newest of its entries only, and not where the others are: 仅显示最近20条."""
    return any(
        _SHOWS_PART.match(_words(node)) for node in tree.css("div, span, p, li, td, em, small, i, font")
    )


_SHOWS_PART = re.compile(
    r"[\W_]*(?:注|说明|提示)?[\W_]*(?:[本此该](?:页面?|栏目?|列表|频道)|这里|首页|以上|列表|默认)?(?:仅|只|最多)(?:会|能|可)?(?:显示|展示|列出|保留|提供|收录)(?:了|有)?"
    r"(?:最近|最新|近期?|前|部分|\d)|(?:showing|displaying)\s(?:only\s)?(?:the\s)?(?:latest|newest|most recent|recent)\b|only\s(?:the\s)?(?:latest|newest|most recent|recent)\b",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"[\W_]*(?:(?:正在)?(?:努力|拼命|玩命)?(?:加载|载入)(?:数据)?(?:中|更多)?|(?:已经?)?(?:没有|无)更多(?:内容|数据|新闻)?了?|(?:已经?)?到底了?|(?:上拉|下拉|上滑|下滑|滑动|滚动)(?:可以?)?(?:加载|查看|显示)(?:更多)?|loading|no more(?: data)?)[\W_]*",
    re.IGNORECASE,
)
_WATCHED = re.compile(
    r"(?:^|[-_\s])(?:sentinel|infinite(?:[-_]?scroll\w*)?|load-?more|scroll-?(?:end|bottom|trigger|loader|watch\w*|anchor)|pull-?up\w*|dropload\w*|(?:list|page)-?(?:end|bottom))(?:$|[-_\s])",
    re.IGNORECASE,
)


def _is_watched(node: LexborNode) -> bool:
    """Tell an element without words whose name says that a script watches whether it is seen."""
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return bool(names != " " and _WATCHED.search(names) and not (node.text() or "").strip())


def says_one_thing(node: LexborNode) -> bool:
    """Tell an element that holds nothing but words, as a button does, or a sign without words beside them."""
    return sum(bool((child.text() or "").strip()) for child in node.iter(include_text=True)) == 1


def _words(node: LexborNode) -> str:
    """Return what a button says: words only, and a sign beside them: <button><i class="down"></i> 加载更多</button>."""
    if node.child is not None and node.child.next is not None and not says_one_thing(node):
        return ""
    return ((node.text() or "")[:20] or node.attributes.get("value") or "").strip()
