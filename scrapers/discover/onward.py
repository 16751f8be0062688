"""Where a list goes on: its next page, by link, form or script."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from posixpath import commonprefix
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover import archives, counting, pagers, papers, programs, titles
from scrapers.discover.addresses import resolve
from scrapers.discover.asking import asked
from scrapers.discover.calendars import CALENDAR_WORDS, is_of_calendar
from scrapers.discover.calls import BY_SCRIPT
from scrapers.discover.counting import with_query
from scrapers.discover.lists import base_of
from scrapers.discover.model import Request
from scrapers.discover.scripts import Functions, handler_target
from scrapers.discover.sections import is_front, says_more, words_of
from scrapers.model import Page, without_session
from scrapers.words import alternatives

_ENTRIES = alternatives("entries")
_NEXT = re.compile(
    r"(?:next\W{1,3})?(?:转到|go\s*to)?\s*(?:the\s*)?(?:下\s?一?\s?[页頁]|翻?下一?[页頁]|下一[版屏批组辑]|[往向][后下]翻?[页頁]?|[下后]一?(?:\d{1,3}|[二三四五六七八九十百]{1,4})\s?(?:[条條篇则项]|个?(?:条目|项目|结果))|[后後]一?[页頁]|下一?页面?|下一个|"
    rf"(?:查看|浏览|阅读|显示)?(?:(?:[较更]?[早旧]的?|早期的?|(?:以|此|早)前的?){_ENTRIES}|(?:[较更][早旧]|早期|以前)的[\u3400-\u9fff]{{1,4}}{_ENTRIES}|[较更][早旧]的?)|(?:点击)?(?:加载|显示)更多(?:内容|文章|新闻|资讯|信息|结果|数据)?|"
    r"load\s*more(?:\s+\w+)?|(?:next|older|earlier)(?:\s*(?:page|posts|entries|items|articles|stories|news))?)"
    r"(?:\s*[(（\[]?\s*\d{1,4}\s*[/／]\s*\d{1,4}\s*页?|\s*[(（]\w|\W{0,3}next(?:\s*page)?)?",
    re.IGNORECASE,
)
_ARROW = re.compile(r"[\s\[(]*[>›»→▶►][\s\])>›»→▶►]*")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")  # brackets, arrows and dots around words
_TRS_PAGER = re.compile(r"\bcreatePage\w*\s*\((?P<arguments>[^()]*)\)", re.IGNORECASE)
_SUBMITS = "input[type=submit], input[type=image], button[type=submit]"
_TURNS = (
    f"link[rel=next][href], a[href], [onclick]:not(input), input[type=button][onclick], "
    f"input[type=image][onclick], {_SUBMITS}"
)
_NEXT_PICTURE = re.compile(
    r"(?:^|[/_-])(?:next|nxt|down|xia|xyy)[\w-]*\.(?:gif|png|jpe?g|svg|webp)", re.IGNORECASE
)
_RIGHT_PICTURE = re.compile(
    r"(?:^|[/_-])(?:right|you|arrow[_-]?r)[\w-]*\.(?:gif|png|jpe?g|svg|webp)", re.IGNORECASE
)
_NEXT_CLASS = re.compile(r"(?:^|[-_\s])(?:next|nxt)(?:page)?(?:$|[-_\s])", re.IGNORECASE)
_NUMBERED = re.compile(
    r"[\s\[(第【［〔「<《-]*0?(?:(?P<n>\d{1,4})[\])页頁】］〕」>》\s-]*|(?<=第)(?P<word>[二三四五六七八九]?十?[一二三四五六七八九]|[二三四五六七八九]?十)[页頁]|(?P<leaf>\d{1,2})\s*版(?:[\s：:].{0,12})?)"
)
_WORD = re.compile(r"\w")
_YEARS = range(1990, 2100)
_SECOND = 2
_AT_THE_END = re.compile(
    r"[\s\[<(«‹←]*(?:(?P<last>[尾末]\s?[页頁]|最[后末]一?[页頁]|last(?:\s*page)?)|(?:查看|浏览|阅读|返回|回看|翻[阅看到]?)?(?:[往向]?[前上][一1]?个?[天日期刊月周]|昨[天日]|更早一?[天日期])(?:的?(?:新闻|内容|报纸|消息|滚动|资讯|报道|文章|要闻))?|(?:the\s*)?(?:prev(?:ious)?|last|earlier)\s*(?:issue|day|edition))"
    r"\W*(?:(?:20\d\d\W{0,2}年?\W{0,2})?\d{1,2}\s*[-/.月]\s*\d{1,2}日?)?[\s\]>)）»]*",
    re.IGNORECASE,
)
_SHORT = 24  # characters of what turns to the last page or to the day before
# gotoPage(2), document.f.pageno.value='2'
_CALLED_NUMBER = re.compile(r"(?:\(|\.value\s*=)\s*[\"']?(?P<number>\d{1,5})[\"']?\s*(?:[,);]|$)")
_QUERY_PAGE = re.compile(rf"^(?:{counting.PAGE_NAME})$", re.IGNORECASE)
_PAGE_FIELD = re.compile(
    rf"{counting.PAGE_NAME}|(?:target|new|start|next|i|s|str|int|n)_?page_?(?:no|num(?:ber)?|index)?",
    re.IGNORECASE,
)


def after_last_row(tree: LexborHTMLParser, url: str) -> str | None:
    """Return the address after that of a piece of a list which was asked for by the row before it: ?last_id=12, where its own
    last row has data-id="7"."""
    row: dict[str, str] = {}
    for field in counting.last_row_asked(url).values():
        name = f"data-{field.lower()}"
        nodes = tree.css(f"[{name}]") if field else list(filter(_is_marked, tree.css(_PIECES)))
        marks = nodes[-1].attributes if nodes else {}
        row |= {field: marks.get(name) or ""} if field else {k: v for k, v in marks.items() if v}
    return counting.after_row(url, row)


_PIECES = "li, div, article, section, tr, dl, p, a"  # what a row may be


def _is_marked(node: LexborNode) -> bool:
    return any(name.startswith("data-") for name in node.attributes)


def header_next(page: Page) -> str | None:
    """Return the next page that the header of an answer links to (RFC 8288), as interfaces of WordPress do."""
    found = _LINK_HEADER.search(page.headers.get("link", ""))
    return resolve(page.final_url, found["url"]) or None if found else None


_LINK_HEADER = re.compile(r"<(?P<url>[^<>]+)>[^<,]*;\s*rel=\"?next\"?", re.IGNORECASE)


def with_session(requests: Iterable[Request], page: Page) -> tuple[Request, ...]:
    """Return requests with the cookie that the page gives, where they send a token of it: the one is void without the other."""
    given = "; ".join(_COOKIE.findall(page.headers.get("set-cookie", "")))
    return tuple(
        replace(ask, headers={**ask.headers, "Cookie": given})
        if given and ask.headers.keys() - BY_SCRIPT
        else ask
        for ask in requests
    )


_COOKIE = re.compile(r"(?:^|,\s*)([\w.-]+=[^;,\s]*)(?=;|,|$)")


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
    turns = _Turns(tree, base, url)
    return (
        _linked_next(turns.named, tree, base, url)
        or _scripted_next(tree, url)
        or _numbered_next(turns.numbered, tree, base, url)
        or _linked_next(_arrows(turns, base, url), tree, base, url)
        or papers.next_sheet(tree, base, url)  # before the other issues, which a <select> may name
        or _elsewhere(url, pagers.selected_next(tree, base, url) or "")
        or _elsewhere(url, pagers.turned_page(tree, base, url, _page_number(url)) or "")
        or _elsewhere(url, pagers.marked_next(tree, base, _page_number(url)) or "")
        or _by_form(turns.named, tree, base)
        or _counted_next(turns.last, tree, base, url)
        or pagers.unlinked_next(tree, url)
        or _linked_next(_more_of_pages(tree, base, url), tree, base, url)
        or _linked_next(turns.days, tree, base, url)
        or papers.issue_before(tree, base, url)
    )


def next_linked(tree: LexborHTMLParser, url: str) -> str | None:
    """Return the next page that a page's own pager links to, of a list whose rows stand elsewhere; None where it links none.

    Args:
        tree: the parsed page.
        url: its final address.
    """
    base = base_of(tree, url)
    turns = _Turns(tree, base, url, "a[href]")
    return _linked_next(turns.named, tree, base, url) or _numbered_next(turns.numbered, tree, base, url)


def _arrows(turns: _Turns, base: str, url: str) -> Iterable[LexborNode]:
    """Return the arrows of a page that may turn it; on a front page those beside its blocks lead to their columns."""
    if not is_front(url):
        return turns.arrows
    return (node for node in turns.arrows if _is_numbered_on(node, base, url))


def _more_of_pages(tree: LexborHTMLParser, base: str, url: str) -> Iterator[LexborNode]:
    """Yield the links that say "more", or are a sign without words, and lead to this very list's next page by its number:
    /page/2, ?paged=3."""
    for node in tree.css("a[href]"):
        words = titles.squeeze((node.text() or "")[:40])
        sign = not words and "page" in (node.attributes.get("href") or "")
        if (sign or says_more(words)) and _is_numbered_on(node, base, url):
            yield node


def _is_numbered_on(node: LexborNode, base: str, url: str) -> bool:
    """Tell a link to an address that numbers the page after this one."""
    target = resolve(base, node.attributes.get("href") or "")
    paged = (
        f"{counting.PAGE_NAME}|index" if is_front(url) else f"{counting.PAGE_NAME}|index|list"
    )  # /list/2/ is a column
    following = re.compile(
        rf"(?:(?:[/?&_.-])(?:{paged})[/=_-]?|^[^/]*/){_page_number(url) + 1}(?!\d)", re.IGNORECASE
    )
    return bool(following.search(target.partition("//")[2])) and _alike(url, target)


class _Turns:
    """What turns a list's pages: links that say "next", arrows, numbers with their links, the last page, the day before.

    Arrows come after numbers: a doubled one often leads to the last page.
    """

    def __init__(self, tree: LexborHTMLParser, base: str, url: str, kinds: str = _TURNS) -> None:
        self.named: list[LexborNode] = []
        self.arrows: list[LexborNode] = []
        self.last: list[LexborNode] = []
        self.days: list[LexborNode] = []
        self.numbered: dict[int, LexborNode] = {}
        numbered: list[tuple[int, LexborNode]] = []
        titled: set[str | None] = set()
        for node in tree.css(kinds):
            words = (node.text() or "").strip()
            if len(words) > _TITLE and "页" not in words:
                titled.add(node.attributes.get("href"))
            if CALENDAR_WORDS.fullmatch(words) and is_of_calendar(node):
                continue
            if number := _NUMBERED.fullmatch(words):
                if archives.names_month(node.attributes.get("href") or ""):
                    continue
                numbered.append((_number_of(number), node))
            elif _says_next(node, words):
                (self.arrows if words and not _WORD.search(words) else self.named).append(node)
            elif not words and _points_right(node):
                self.arrows.append(node)
            elif len(words := words or words_of(node)) <= _SHORT and (found := _AT_THE_END.fullmatch(words)):
                (self.last if found["last"] else self.days).append(node)
        # Rows have numbers of their own: of an entry's pages (thread-78-2.html in forum-3.html), and of its answers,
        # which lead where its title does.
        numbered = [(n, node) for n, node in numbered if (node.attributes.get("href") or "#") not in titled]
        alike = {
            node.mem_id: _shared(url, resolve(base, node.attributes.get("href") or "") or url)
            for _, node in numbered
        }
        for count, node in sorted(numbered, key=lambda pair: -alike[pair[1].mem_id]):
            self.numbered.setdefault(count, node)


_TITLE = 8  # characters from which a link is named by a title


def _number_of(found: re.Match[str]) -> int:
    if word := found["word"]:
        tens, ten, ones = word.rpartition("十")
        return 10 * (_FIGURES.index(tens or "一") if ten else 0) + (_FIGURES.index(ones) if ones else 0)
    return int(found["n"] or found["leaf"])


_FIGURES = "〇一二三四五六七八九"


def _shared(url: str, target: str) -> int:
    """Return how many characters two addresses begin with alike."""
    return len(commonprefix([url, target]))


def _points_right(node: LexborNode) -> bool:
    """Tell a link that is a picture of an arrow to the right."""
    image = node.css_first("img[src]")
    return image is not None and bool(_RIGHT_PICTURE.search(image.attributes.get("src") or ""))


def sent_next(tree: LexborHTMLParser, url: str, encoding: str = "utf-8") -> Request | None:
    """Return the request by which a list goes on that is paged by postback or by its script, None where it is not.

    Args:
        tree: the parsed list page.
        url: its final address.
        encoding: the page's, in which its forms are sent; what a script sends is in UTF-8.
    """
    base = base_of(tree, url)
    if pagers.offers_more(tree) or _scrolls(tree) or pagers.waits_for_more(tree):
        return next(filter(None, map(counting.second, asked(tree, base))), None)
    sent = _sent_form(tree, base, url)
    return replace(sent, encoding=encoding) if sent is not None else None


def _scrolls(tree: LexborHTMLParser) -> bool:
    """Tell a list that a script of the page goes on with when its reader comes to its end."""
    return any(_SCROLLED.search(script.text() or "") for script in tree.css("script"))


_SCROLLED = re.compile(r"\.scroll\(|[\"']scroll[\"']\s*,|\bonscroll\b|IntersectionObserver")


def _sent_form(tree: LexborHTMLParser, base: str, url: str) -> Request | None:
    if pressed := next(
        filter(None, (pagers.pressed(n, base) for n in _Turns(tree, base, url, _SUBMITS).named)), None
    ):
        return pressed if pressed.method == "POST" else None
    links = tree.css("a[href^='javascript:'], [onclick]:not(input)")
    onward = next((node for node in links if _says_next(node, (node.text() or "").strip())), None)
    onward = onward or pagers.following_number(links) or _number_after_field(tree, links)
    if onward is None:
        filled = pagers.selected_postback(tree, base) or _filled_form(tree, base)
        return filled if filled is not None and filled.method == "POST" else None
    sent = pagers.posted_back(onward, tree, base) or _turned_form(tree, pagers.call_of(onward), base)
    return sent if sent is not None and sent.method == "POST" else None


def _number_after_field(tree: LexborHTMLParser, links: Iterable[LexborNode]) -> LexborNode | None:
    """Return the link numbered after the page that a form's field tells."""
    found = _form_of_pages(tree)
    told = found[1][found[2]] if found else ""
    after = str(int(told) + 1) if told.isdigit() else ""
    return next((node for node in links if after and (node.text() or "").strip(" []") == after), None)


def _elsewhere(url: str, target: str) -> str | None:
    same = without_session(target).rstrip("/") == without_session(url).rstrip("/")
    return target if target and not same else None


def _linked_next(nodes: Iterable[LexborNode], tree: LexborHTMLParser, base: str, url: str) -> str | None:
    leads = (_lead_of(node, tree, base, url) for node in nodes)
    return next(filter(None, leads), None)


def _lead_of(node: LexborNode, tree: LexborHTMLParser, base: str, url: str) -> str | None:
    """Return where an element of a pager leads, by its link or by its script, None where that is this page."""
    href = (node.attributes.get("href") or "").strip()
    by_script = not href or href.startswith("#") or href.lower().startswith("javascript")
    return _elsewhere(url, _called_next(tree, node, base, url) if by_script else resolve(base, href))


def _called_next(tree: LexborHTMLParser, node: LexborNode, base: str, url: str) -> str:
    """Return where the call of a script leads: javascript:gotoPage(2), or this page's form with that number."""
    functions, call = Functions(tree), pagers.call_of(node)
    told = handler_target(call, functions)  # a page's base is none of what its calls lead to
    if told and (target := resolve(base, told)) and _elsewhere(url, target):
        return target
    sent = _turned_form(tree, call, base)
    if sent is not None and sent.method == "GET":
        return sent.url
    number = _CALLED_NUMBER.search(call)
    key = functions.sought() if number else None
    return with_query(_without(url, [key]), {key: number["number"]}) if number and key else ""


def _by_form(nodes: Iterable[LexborNode], tree: LexborHTMLParser, base: str) -> str | None:
    """Return where a form leads that a button "next" sends, or into which the next page's number is written."""
    sent = next(filter(None, (pagers.pressed(node, base) for node in nodes)), None) or _filled_form(
        tree, base
    )
    return sent.url if sent is not None and sent.method == "GET" else None


def _filled_form(tree: LexborHTMLParser, base: str) -> Request | None:
    """Return the form that takes a page's number as a reader sends it who has read "page 2 of 9"."""
    found = _form_of_pages(tree)
    if found is None:
        return None
    form, _, own = found
    told = pagers.chosen(form.css_first(f"select[name='{own}']")) or pagers.pages_told(tree)
    return _numbered_form(found, str(told[0] + 1), base) if told and told[0] < told[1] else None


def _turned_form(tree: LexborHTMLParser, call: str, base: str) -> Request | None:
    """Return the form that carries the page's number as it is sent with the number that a call names."""
    number, found = (
        _CALLED_NUMBER.search(call),
        _form_of_pages(tree, f"{call} {Functions(tree).body_called(call)}"),
    )
    return _numbered_form(found, number["number"], base) if number and found else None


def _numbered_form(found: tuple[LexborNode, dict[str, str], str], number: str, base: str) -> Request:
    form, fields, own = found
    sent = pagers.without_long_values(fields) | {own: number}
    action = pagers.action_of(form, base)
    if pagers.is_posted(form):
        return Request(action, "POST", sent)
    return Request(with_query(_without(action, sent), sent))


def _form_of_pages(tree: LexborHTMLParser, called: str = "") -> tuple[LexborNode, dict[str, str], str] | None:
    """Return the form that carries the page's number, its fields, and which of them that is: of several the one that the
    script names which is called."""
    for form in sorted(tree.css("form"), key=lambda form: not pagers.is_named_in(form, called)):
        fields = {
            name: field.attributes.get("value") or ""
            for field in form.css("input[type=hidden], input[type=text], input:not([type]), select")
            if (name := field.attributes.get("name") or field.attributes.get("id") or "") and len(name) < 40
        }
        if own := next(filter(_PAGE_FIELD.fullmatch, fields), None):
            return form, fields, own
    return None


def _without(url: str, names: Collection[str]) -> str:
    """Return an address without the fields of its query that are named."""
    parts = urlsplit(url)
    kept = [pair for pair in parts.query.split("&") if unquote(pair.partition("=")[0]) not in names]
    return urlunsplit((*parts[:3], "&".join(kept), ""))


def _says_next(node: LexborNode, words: str) -> bool:
    attributes = node.attributes
    if "next" in (attributes.get("rel") or "").lower().split():
        return True
    told = (attributes.get(name) or "" for name in ("title", "aria-label", "value", "alt"))
    words = words or next(filter(None, told), "")
    if not words and (image := node if node.tag == "input" else node.css_first("img")) is not None:
        words = image.attributes.get("alt") or ""
        if not words and _NEXT_PICTURE.search(image.attributes.get("src") or ""):
            return True
    said = _ARROW.fullmatch(words) or _NEXT.fullmatch(_EDGES.sub("", words))
    return bool(said) or (not words and _is_named_next(node))


def _is_named_next(node: LexborNode) -> bool:
    """Tell an element without words whose class says that it turns on, or that of the item it alone stands in."""
    around = node.parent
    alone = around is not None and around.tag in ("li", "span", "div") and len(around.css("a")) == 1
    names = [
        node.attributes.get("class"),
        around.attributes.get("class") if around is not None and alone else "",
    ]
    return any(_NEXT_CLASS.search(name or "") for name in names)


def _scripted_next(tree: LexborHTMLParser, url: str) -> str | None:
    """TRS writes its pager by script: createPageHTML(14, 0, "index", "html") leads to index_1.html."""
    written = _written_pager(tree, url)
    return written.file(written.after) if written else None


def missed_by_pager(tree: LexborHTMLParser, url: str) -> tuple[str | None, str | None]:
    """Return what would be missed of a pager written by script whose files may have the numbers of its pages or one less, which
    its call does not tell: the other name of the second page, where that is the last; and the page before this one, where this
    was taken for the second and says that it is the third."""
    written = _written_pager(tree, url)
    if written is None or not written.from_one:
        return None, None
    if written.number is None:
        return written.file(1) if written.count == _SECOND else None, None
    less = written.number == _SECOND and written.own == _SECOND + 1
    return None, written.file(1) if less else None


@dataclass(frozen=True, slots=True)
class _WrittenPager:
    """A pager that a script writes: how many pages there are, which is shown, and their files, `number` being that in the name of
    the one shown."""

    count: int
    own: int
    number: int | None
    stem: str
    ending: str
    divided: bool  # the call names the element that the pager is put into, as those do which count from one
    url: str

    @property
    def from_one(self) -> bool:
        """Whether pages are counted from one: the first, whose name has no number, is."""
        return self.divided or self.number == self.own - 1 if self.number else self.own == 1

    @property
    def after(self) -> int:
        """The number in the name of the next page, 0 where this is the last."""
        told = self.own if self.number and self.number == self.own - 1 else self.own + 1
        last = self.own + (0 if self.from_one else 1) >= self.count
        return 0 if last else told

    def file(self, number: int) -> str | None:
        """Return the address of the file with a number in its name."""
        return (resolve(self.url, f"{self.stem}_{number}.{self.ending}") or None) if number else None


def _written_pager(tree: LexborHTMLParser, url: str) -> _WrittenPager | None:
    for script in tree.css("script"):
        text = script.text() or ""
        for call in _TRS_PAGER.finditer(text):
            values = [_value_of(word.strip(), text) for word in call["arguments"].split(",")]
            numbers = [int(v) for v in values if v.isdigit()]
            words = [v for v in values if re.fullmatch(r"[A-Za-z][\w./-]*", v)][-2:]
            if len(numbers) >= 2 and len(words) == 2:
                shown = re.search(
                    rf"{re.escape(words[0].rpartition('/')[2])}_(\d{{1,4}})\.\w+$", urlsplit(url).path
                )
                return _WrittenPager(
                    numbers[0], numbers[1], int(shown[1]) if shown else None, words[0], words[1],
                    not values[0].isdigit(), url,
                )  # fmt: skip
    return None


def _value_of(word: str, script: str) -> str:
    """Return the value of a literal or of the variable a word names."""
    if re.fullmatch(r"[A-Za-z_$][\w$]*", word):
        found = re.search(rf"\b{re.escape(word)}\s*=\s*[\"']?(?P<value>[\w./-]*)", script)
        return found["value"] if found else ""
    return word.strip("\"'")


def _numbered_next(
    numbered: dict[int, LexborNode], tree: LexborHTMLParser, base: str, url: str
) -> str | None:
    """Among links named by numbers, take the one that follows the page's own number."""
    for own in _numbers_shown(numbered, base, url):
        following = numbered[own + 1]
        target = _lead_of(following, tree, base, url)
        if target and (
            _alike(url, target) or (own == 1 and _is_drawn_on_demand(following, target, base, url))
        ):
            return target
    return None


def _is_drawn_on_demand(second: LexborNode, target: str, base: str, url: str) -> bool:
    """Tell the second page of a list whose first is a file and whose others are drawn by a program of the engine, kept
    elsewhere: 1 [2] [3] on /news/trade/ with /e/list/index.php?page=1&classid=12. The 1 beside it is this page's: the numbers
    in a row of a forum are those of its thread."""
    if urlsplit(target).hostname != urlsplit(url).hostname or counting.page_told(target) not in (1, _SECOND):
        return False
    around = second.parent
    for _ in range(_PAGER_DEPTH):
        if around is None or around.tag in ("body", "html"):
            return False
        if _FIRST_IS_SHOWN.search(" ".join((around.text(separator=" ") or "")[:_PAGER_WORDS].split())):
            first = (node for node in around.css("a[href]") if (node.text() or "").strip(" []") == "1")
            return all(not _elsewhere(url, resolve(base, node.attributes["href"] or "")) for node in first)
        around = around.parent
    return False


_PAGER_DEPTH = 3  # levels of markup from a number to what holds all of them: a > li > ul > div
_PAGER_WORDS = 400  # characters
_FIRST_IS_SHOWN = re.compile(r"(?<![\w.:/-])1[\]）)\s]+[\[（(\s]*2(?![\w.:/-])")


def _counted_next(nodes: Iterable[LexborNode], tree: LexborHTMLParser, base: str, url: str) -> str | None:
    """Return the page after the one shown where only the last one is linked: its address, counted back."""
    for node in nodes:
        last = _lead_of(node, tree, base, url)
        target = pagers.counted_back(last, tree, _page_number(url)) if last else None
        if target and _alike(url, target):
            return _elsewhere(url, target)
    return None


def _numbers_shown(numbered: dict[int, LexborNode], base: str, url: str) -> Iterator[int]:
    """Yield what may be the number of the page shown, where the next one is linked.

    It is the one linked to this page itself, or told by the address, or left out among the others.
    """
    if all(number in _YEARS for number in numbered):
        return  # years
    for number, node in numbered.items():
        href = (node.attributes.get("href") or "").strip(" #")
        by_script = href.lower().startswith("javascript") or (not href and node.attributes.get("onclick"))
        own = not by_script and not _elsewhere(url, resolve(base, href))
        if own and number + 1 in numbered:
            yield number
        if own and (number + 1 in numbered or (href and number == max(numbered))):
            return  # of the last page no other follows; behind sheet 1 may come sheet 3
    told = _told_by(url, numbered, base)
    if told and _leads_on(numbered, told, base):
        yield told
    gaps = (n for n in sorted(numbered) if n - 1 not in numbered and n > 1)
    if 1 in numbered or _SECOND in numbered:
        yield from (n - 1 for n in gaps if n == _SECOND or n - 2 in numbered)
    if told is None and _leads_on(numbered, 1, base):
        yield 1


def _leads_on(numbered: dict[int, LexborNode], own: int, base: str) -> bool:
    """Tell whether the number after a page's own is linked to an address of that number, or of none."""
    target = resolve(base, numbered[own + 1].attributes.get("href") or "") if own + 1 in numbered else ""
    return own + 1 in numbered and _page_number(target) in (own, own + 1)


def _told_by(url: str, numbered: dict[int, LexborNode], base: str) -> int | None:
    """Return the number of the page that its address tells; a column's own is none: newslist-3.html, newslist-3-2.html."""
    told = _number_told(url)
    following = numbered.get((told or 0) + 1)
    target = resolve(base, following.attributes.get("href") or "") if following is not None else ""
    parts, onward = urlsplit(url), urlsplit(target)
    longer = len(_DIGITS.findall(onward.path)) > len(_DIGITS.findall(parts.path))
    return None if target and longer and not parts.query else told


_DIGITS = re.compile(r"\d+")


def _page_number(url: str) -> int:
    """Return the number of the page shown by its address, which leaves out that of the first."""
    told = _number_told(url)
    return 1 if told is None else told


def _number_told(url: str) -> int | None:
    parts = urlsplit(url)
    for key, value in parse_qsl(parts.query):
        if _QUERY_PAGE.match(key) and value.isdigit():
            return int(value)
    path = parts.path if "=" in parts.query else f"{parts.path}{parts.query}"  # /list/?3_2.html
    found = re.search(r"(?:[_-]|/page/?|/p|/)(\d{1,4})(?:\.\w+|/)?$", path)
    return int(found[1]) if found else None


def _alike(url: str, target: str) -> bool:
    """Tell whether two addresses differ by numbers only, or by a page number that one leaves out."""
    ours, theirs = urlsplit(without_session(url)), urlsplit(without_session(target))
    if ours.hostname != theirs.hostname:
        return False
    if _DIGITS.sub("9", ours.path) == _DIGITS.sub("9", theirs.path):
        return True  # the number may be of a folder: /2026/11/27/02/default.htm
    folder = ours.path.rstrip("/").rpartition("/")[0]
    return theirs.path.startswith(folder) and len(theirs.path) - len(ours.path) < 16


def programs_of_pager(
    tree: LexborHTMLParser, url: str, following: str | None, *, drawn: bool = False
) -> tuple[Request, ...]:
    """Return the scripts of a list whose further rows come by buttons without addresses, or when its reader comes to its
    end: they tell what is asked for.

    Args:
        tree: the parsed list page.
        url: its final address.
        following: its next page as it was told; one that only the habit of frameworks tells may not be there.
        drawn: whether its program draws it from data that count the pages.
    """
    if following and not drawn and following != pagers.unlinked_next(tree, url):
        return ()
    base = base_of(tree, url)
    linked = programs.linked(tree, base)
    if not (
        following
        or pagers.offers_more(tree)
        or pagers.waits_for_more(tree)
        or _turns_by_script(tree, base, url)
    ):
        linked = tuple(script for script in linked if _LOADER.search(urlsplit(script).path))
    return tuple(map(Request, linked))


def _turns_by_script(tree: LexborHTMLParser, base: str, url: str) -> bool:
    """Tell a list whose next page is turned to by a script, told by no address: <a href="javascript:;" data-page="2">下一页</a>."""
    named = _Turns(tree, base, url).named
    return any((node.attributes.get("href") or "#").lower().startswith(("#", "javascript")) for node in named)


def turns_unlinked(tree: LexborHTMLParser) -> bool:
    """Tell a list that a program turns when a button is pressed that leads nowhere by itself: <button>下一页</button>."""
    buttons = (node for node in tree.css(pagers.BUTTONS) if "disabled" not in node.attributes)
    return pagers.offers_more(tree) or any(
        _says_next(node, (node.text() or "")[:40].strip()) for node in buttons
    )


def turned_by(script: str, url: str) -> str | None:
    """Return the page after the one shown, as a linked script of its list turns it; None where it turns none."""
    tree = LexborHTMLParser(f"<script>{script}</script>")
    return _elsewhere(url, pagers.turned_page(tree, url, url, _page_number(url)) or "")


# A script that by its name goes on with a list: /js/scroll-load.js, infinite.min.js.
_LOADER = re.compile(
    r"(?:scroll|infinite|load-?more|more-?load|lazy-?list|list-?(?:load|flow)|waterfall|dropload)[\w.-]*$",
    re.IGNORECASE,
)
