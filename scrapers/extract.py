"""Page to Article: title, publication date, outlet, author and the clean body (抽取).

One parse and one walk give an outline; the title, the byline and the body are read from it. The body is
the box whose lines say most in sentences; only where that look is unsure, hidden boxes, text inside
scripts and trafilatura are asked as well.
"""

from __future__ import annotations

import html as html_
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice, pairwise
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scrapers import dates
from scrapers.body import UNSURE, Body, find_body, first_guess, render, scripted_field, weigh_lines
from scrapers.byline import (
    author,
    bare_outlet,
    byline,
    dateline_outlet,
    declared_author,
    declared_outlet,
    is_author,
    is_outlet_name,
    is_own_dateline,
    labelled_outlet,
    publisher,
)
from scrapers.clean import Cleaned, boilerplate, clean, clean_line, is_prose, is_spam
from scrapers.decode import decode
from scrapers.errors import NotAnArticle, Unreadable
from scrapers.heading import Heading, find_heading, fold, segments, site_name, tells, without_names
from scrapers.model import Article, Cut, Page, article_id, canonical_url
from scrapers.outline import Outline, outline, parse
from scrapers.threads import has_answers

_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"\x1f\x8b",
    b"BM",
)
_MAX_HTML = 6_000_000  # characters; no article needs more
_MOST_HEAD = 24  # lines above a first paragraph that can be title and byline
_NAME = 12  # characters of an outlet or a person in a byline
_LONGEST_CREDIT = 200  # characters of a last line that can name the outlet
_MAX_BODY = 1_000_000  # characters; twice the longest report


def read_page(
    page: Page,
    *,
    source: str = "",
    select: Mapping[str, str] | None = None,
    boilerplate: Collection[str] = (),
    home: str = "",
    listed: str = "",
) -> Article:
    """Read an article out of a fetched page.

    Args:
        page: the page as received.
        source: id of the source it was found by.
        select: CSS for title, published or body; wins over what the reader works out.
        boilerplate: paragraphs known to recur on the source's pages.
        home: the source's address.
        listed: the title in the list that led to the page.

    Raises:
        Unreadable: the bytes are no text.
        NotAnArticle: the page holds no article.
    """
    if page.body.startswith(_BINARY):
        raise Unreadable("no HTML but another kind of file", page.url)
    html = _unframed(_within_bounds(decode(page.body, page.headers).text))
    if not html.strip():
        raise NotAnArticle("the page is empty", page.url)
    tree = parse(html)
    found = _look(html, tree, select or {}, boilerplate, listed)
    if not found.cleaned.text:
        raise NotAnArticle("no text was found on the page", page.url)
    chosen = _selected(tree, select or {})
    url = _own_address(tree, page.final_url or page.url, home)
    return Article(
        id=article_id(url, found.cleaned.text),
        source=source,
        url=url,
        title=clean_line(chosen.get("title") or _without_marks(found.heading.title, url)),
        published=_published(chosen.get("published"), found, html, page),
        outlet=_outlet(found.byline, found.cleaned, found),
        author=author(found.byline) or declared_author(found.metas) or _author(found),
        text=found.cleaned.text,
        fetched=page.fetched,
        original=found.cleaned.original,
        damaged=found.cleaned.damaged,
        cuts=found.cleaned.cuts,
    )


_NAME_OF_LIST = re.compile(r"\[([\w.-]{2,40})\]\s*")


def _without_marks(title: str, url: str) -> str:
    """Drop from a title what is of its page or of where it is kept: the page's number, the name of the mailing list that
    stands before each subject, as in the address ([tongxun] at /pipermail/tongxun/)."""
    named = _NAME_OF_LIST.match(title)
    kept = urlsplit(url).path.lower().split("/")
    return _without_page_number(title[named.end() :] if named and named[1].lower() in kept else title, url)


_PAGE_OF_TITLE = re.compile(r"\s*[(（]\s*(\d{1,2})\s*[)）]$")


def _without_page_number(title: str, url: str) -> str:
    """Drop what counts the pages of a body from its title, where the address counts alike: (2) at 77_2.html."""
    counted, mark = _PAGE_OF_TITLE.search(title), _PAGE_MARK.search(url)
    if not counted or not mark or int(counted[1]) != int(mark["stem"] or mark["query"]):
        return title
    return title[: counted.start()]


_LONG_NUMBER = re.compile(r"\d{3,}")


def _own_address(tree: LexborHTMLParser, url: str, home: str) -> str:
    """Return the address that a page declares its own (RFC 6596), as far as it can be believed.

    Templates often name the home page, or one article, on every page: it counts where it lies on the same
    site, or on that of the source, and holds the number by which the site tells its articles apart.
    """
    node = tree.css_first("link[rel=canonical][href]")
    told = urljoin(url, (node.attributes.get("href") or "").strip()) if node is not None else url
    number = max(_LONG_NUMBER.findall(urlsplit(url)._replace(netloc="").geturl()), key=len, default="")
    alike = _host(told) in (_host(url), _host(home))
    return told if number and alike and number in _LONG_NUMBER.findall(told) else url


def _host(url: str) -> str:
    return urlsplit(canonical_url(url)).netloc


_INLINED = re.compile(r"data:[\w/+.-]{3,60}+;base64,[\w+/=%\s]++")


def _within_bounds(html: str) -> str:
    """Cut a page off where no article goes on, its pictures written into it left out first."""
    return (_INLINED.sub("", html) if len(html) > _MAX_HTML else html)[:_MAX_HTML]


_FRAMES = re.compile(r"</?(?:frameset|frame|noframes)\b[^<>]*>", re.IGNORECASE)


def _unframed(html: str) -> str:
    """Open what a frameset keeps for browsers without frames: parsers take it for no markup."""
    return _FRAMES.sub("", html) if re.search("<noframes", html, re.IGNORECASE) else html


@dataclass(frozen=True, slots=True)
class _Found:
    """What one look at a page gave."""

    view: Outline
    head: str
    metas: Mapping[str, str]
    heading: Heading
    byline: list[str]
    tree: LexborHTMLParser
    script: str
    cleaned: Cleaned


def _look(
    html: str, tree: LexborHTMLParser, select: Mapping[str, str], known: Collection[str], listed: str
) -> _Found:
    """Read heading, byline and body off a parsed page."""
    view, head = outline(tree), head_title(tree)
    metas = founder_metas(html) | read_metas(tree)
    if is_spam(head):  # whoever took the page over titled it anew
        head, metas = "", {name: said for name, said in metas.items() if not is_spam(said)}
    weights = weigh_lines(view)
    guess = first_guess(view, weights)
    heading = find_heading(view, without_names(head, *_names_linked(tree), listed), metas, guess, listed)
    thread = tree.css_first("#thread_subject")  # Discuz: the title behind its [分类]
    if thread is not None and (subject := clean_line(thread.text())) and heading.title.endswith(subject):
        heading = replace(heading, title=subject)
    if heading.first < 0 and not tells(heading.title):
        heading = Heading(_pictured_title(tree) or heading.title)
    body = _selected_body(tree, select) or _body(tree, view, weights, heading)
    if body.script and heading.first < 0 and not tells(heading.title):
        heading = Heading(scripted_field(body.script, "title") or heading.title)
    if not tells(heading.title):
        heading = replace(heading, title=_opening_title(body.text) or heading.title)
    lines = body.text[:_MAX_BODY].split("\n")
    start = _past_heading(lines, heading.title)
    over = tuple(Cut("heading", "标题与题下信息", line) for line in lines[:start])
    cleaned = clean("\n".join(lines[start:]), boilerplate=known)
    cleaned = replace(cleaned, cuts=(*view.hidden, *body.cuts, *over, *cleaned.cuts))
    return _Found(view, head, metas, heading, byline(view, heading, guess), tree, body.script, cleaned)


def _names_linked(tree: LexborHTMLParser) -> tuple[set[str], set[str]]:
    """Return the short words of a page's links to the home of its site, and those of all its links, folded."""
    home: set[str] = set()
    every: set[str] = set()
    for node in tree.css("a[href]"):
        image = node.css_first("img[alt]")
        words = (node.text() or "") or ((image.attributes.get("alt") or "") if image is not None else "")
        name = fold(words) if len(words) <= _LONGEST_NAME else ""
        if name:
            every.add(name)
            if _HOME.fullmatch((node.attributes.get("href") or "").strip()):
                home.add(name)
    return home, every


_LONGEST_NAME = 40  # characters of a link that may be named after the site, blanks among them
_HOME = re.compile(
    r"(?=.)(?:https?://[^/?#]+)?(?:\.{0,2}/)*(?:[A-Za-z]{1,12}/)?(?:(?:index|default|main|home|bbs|forum|portal|cgi-bin)(?:\.\w{2,5})?)?",
    re.IGNORECASE,
)
_OPENING = re.compile("^【([^【】\n]{6,60})】(?=.{10})", re.MULTILINE)


_MOST_OVER_POST = 120  # characters, the first of its own among them


def _opening_title(text: str) -> str:
    """Return the title a microblog's post opens with: 【…】; empty where there is none."""
    opening = _OPENING.search(text[:_MOST_OVER_POST])
    return opening[1] if opening and tells(opening[1]) else ""


def _pictured_title(tree: LexborHTMLParser) -> str:
    """Return the title that stands on a picture: the first text for one that says more than a name."""
    alts = (clean_line(image.attributes.get("alt") or "") for image in tree.css("img[alt]")[:_MOST_PICTURES])
    return next((alt for alt in alts if tells(alt) and not boilerplate(alt) and "." not in alt), "")


_MOST_PICTURES = 12


def _selected(tree: LexborHTMLParser, select: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for name, css in select.items():
        node = tree.css_first(css) if name != "body" else None
        if node is not None:
            found[name] = node.text(deep=True, separator=" ").strip()
    return found


def head_title(tree: LexborHTMLParser) -> str:
    """Return the words of the title element."""
    node = tree.css_first("title")
    return " ".join(node.text(deep=True).split()) if node is not None else ""


def read_metas(tree: LexborHTMLParser) -> dict[str, str]:
    """Return the page's metadata: meta elements by name in lower case, and what JSON-LD and itemprop add."""
    metas: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
        if name and attributes.get("content"):
            metas.setdefault(name.strip().lower(), str(attributes["content"]).strip())
    for node in tree.css('script[type="application/ld+json"]')[:5]:
        found = re.search(r'"(?:datePublished|pubDate)"\s*:\s*"([^"]{8,40})"', node.text(deep=True))
        if found:
            metas.setdefault("datepublished", found.group(1))
        for role in ("author", "publisher"):
            named = re.search(
                rf'"{role}"\s*:\s*\{{[^{{}}]*?"name"\s*:\s*"([^"]{{2,20}})"', node.text(deep=True)
            )
            if named:
                metas.setdefault(f"ld:{role}", named.group(1))
    return metas


_FOUNDER = re.compile(r"<!--enpproperty(.{10,4000}?)-->", re.DOTALL)
_FOUNDER_FIELD = re.compile(r"<(title|date|author)>([^<]{2,200})</")
_FOUNDER_NAMES = {"title": "articletitle", "date": "pubdate", "author": "author"}


def founder_metas(html: str) -> dict[str, str]:
    """Return what Founder's e-paper system (方正) writes of an article into a comment."""
    block = _FOUNDER.search(html) if "<!--enpproperty" in html else None
    fields = _FOUNDER_FIELD.findall(block.group(1)) if block else []
    return {_FOUNDER_NAMES[name]: value.strip() for name, value in fields}


def _account(tree: LexborHTMLParser) -> str | None:
    """Return the name in a box that its name calls the source: WeChat's account, a portal's medium."""
    for node in tree.css(
        "#js_name, .rich_media_meta_nickname, .source, .laiyuan, .article-source, .media-name"
    )[:5]:
        text = clean_line(node.text(deep=True))
        name = labelled_outlet(text) or text
        if 2 <= len(name) <= 20 and not re.search("[，。：:]|来源", name):
            return name
    return None


def _author(found: _Found) -> str | None:
    """Return the name in a box that its name calls the author's, or that the script round the body names."""
    boxes = found.tree.css(_AUTHOR_BOXES)[:3]
    names = [clean_line(node.text(deep=True)) for node in boxes] + [scripted_field(found.script, "author")]
    return next((name for name in names if is_author(name) and name not in segments(found.head)), None)


_AUTHOR_BOXES = ".author, .writer, .zuozhe, [rel=author], [itemprop=author], .rich_media_meta_text, .submitted a, .authi a"


def _scripted_outlet(tree: LexborHTMLParser, title: str) -> str | None:
    """Return the medium that stands beside the title in a script's record of the article."""
    if not tells(title):
        return None
    for node in tree.css("script"):
        script = node.text(deep=True)[:_MOST_SCRIPT]
        place = script.find(f'"{title}"')
        if place >= 0:
            name = scripted_field(script[max(0, place - _ROUND) : place + _ROUND], "outlet")
            return name if _HAN.search(name) else None
    return None


_MOST_SCRIPT, _ROUND = 500_000, 600  # characters
_HAN = re.compile("[\u4e00-\u9fff]")


def _selected_body(tree: LexborHTMLParser, select: Mapping[str, str]) -> Body | None:
    node = tree.css_first(select["body"]) if "body" in select else None
    return Body(render(outline(parse(node.html)).lines), UNSURE) if node is not None and node.html else None


def _body(tree: LexborHTMLParser, view: Outline, weights: Sequence[float], heading: Heading) -> Body:
    """Find the body; where nothing on the page speaks for one, ask trafilatura, if it can be done in time."""
    found = find_body(tree, view, weights, heading)
    if found.weight > 0 or len(view.elements) > _MOST_FOR_TRAFILATURA:
        return found
    import trafilatura

    other = trafilatura.extract(tree.html, fast=True, include_comments=False)
    return Body(other, UNSURE) if other else found


_MOST_FOR_TRAFILATURA = 5000  # elements; it takes the square of their number


def _past_heading(lines: Sequence[str], title: str) -> int:
    """Return the line on which a body begins, past the title said again, the byline, an official index table."""
    key = fold(title)
    start = _past_broken_title(lines, key)
    name = -1  # a bare name in the byline, and no more than one
    for number, line in enumerate(lines[:_MOST_HEAD]):
        if number < start:
            continue
        if _tells_twice(line, lines[number + 1 :]):
            start = number + 1
        if is_prose(line) or _NUMBERED.match(line):
            break
        is_template = boilerplate(line, "head") and not dates.tells_of_event(line)
        is_head = is_template or boilerplate(line) or dates.dated_line(line) or _tells_age(line)
        if (
            (key and fold(line) == key)
            or (dates.dated_line(line) > 1 and not _OF_AN_ANSWER.match(line))
            or (is_head and (start == number or start == name == number - 1))
        ):
            start = number + 1
        elif start == number > 0 and len(line) <= _NAME and name < 0:
            name = start
    return start


def _past_broken_title(lines: Sequence[str], key: str) -> int:
    """Return how many of the first lines say the title broken over them."""
    said = ""
    for number, line in enumerate(lines[:4]):
        said += fold(line)
        if number and key.endswith(said) and len(said) * 2 > len(key):
            return number + 1
        if said not in key:
            break
    return 0


_OF_AN_ANSWER = re.compile(r"(?:答复|回复|办理|受理|处理)(?:时间|日期)")  # stands under what was asked
_SAME = 8  # letters with which a summary and a paragraph begin alike
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、．.]|\d{1,2}[、．]")
_LEAD = re.compile(r"^[【\[]?(?:导读|摘要|核心提示|内容提要|内容摘要|提要)[】\]]?\s*[:：]?\s*")


def _tells_age(line: str) -> bool:
    """Tell a byline that says how long ago it was put up: 某某日报 · 2小时前."""
    if not dates.is_relative(line) or "，" in line:
        return False
    return len(fold("".join(dates.around_date(line)))) <= _NAME or dates.is_byline(line)


def _tells_twice(line: str, following: Sequence[str]) -> bool:
    """Tell a summary over the body that only repeats how one of the first paragraphs begins."""
    lead = fold(_LEAD.sub("", line))[:_SAME]
    return bool(_LEAD.match(line) and lead) and any(fold(other).startswith(lead) for other in following[:3])


# --- date and outlet ---


def _published(chosen: str | None, found: _Found, html: str, page: Page) -> str | None:
    """Choose the page's date: what ``select`` chose, else the first credible of what the page says."""
    if chosen:
        return dates.read_date(chosen) or dates.read_relative(chosen, page.fetched)
    return dates.first_credible(_dates(found, html, page), page.fetched)


def _dates(found: _Found, html: str, page: Page) -> Iterator[str | None]:
    """Yield dates by trust: labelled in the byline, declared, bare in the byline, labelled elsewhere, in the
    address, in scripts, relative, in the story's dateline, under it as a notice is signed."""
    lines = sorted(filter(dates.dated_line, found.byline), key=dates.trust, reverse=True)
    yield from (dates.line_date(line) for line in lines if dates.dated_line(line) > 1)
    yield dates.meta_date(found.metas, page.fetched)
    yield from map(dates.line_date, lines)
    yield dates.boxed_date(found.byline)
    yield from map(dates.read_date, filter(dates.is_signed_date, found.byline))
    labelled = (line.spaced for line in found.view.lines if dates.dated_line(line.spaced) == 3)
    yield from map(dates.line_date, islice(labelled, 1))
    yield dates.read_address(page.final_url or page.url)
    yield dates.scripted_date(html)
    yield dates.read_date(scripted_field(found.script, "time"))
    aged = [line for line in found.byline if dates.is_relative(line)]
    yield from (dates.beside_relative(line, html) for line in aged)
    yield from (dates.read_relative(line, page.fetched) for line in aged)
    yield dates.dateline(found.cleaned.text.partition("\n")[0], page.fetched)
    yield from _signed(found.cleaned.text)


def _signed(text: str) -> Iterator[str | None]:
    """Yield the days under a text, as a notice is signed."""
    for line in text.split("\n")[-3:]:
        if dates.dated_line(line) or dates.is_signed_date(line):
            yield dates.read_date(line)


def _outlet(lines: Sequence[str], cleaned: Cleaned, found: _Found | None = None) -> str | None:
    """Choose the outlet: the first of what the page or the copied text says."""
    name = next(filter(None, _outlets(lines, cleaned, found)), None)
    return clean_line(name) if name else None


def _outlets(lines: Sequence[str], cleaned: Cleaned, found: _Found | None) -> Iterator[str | None]:
    """Yield outlets by trust: labelled in the byline, declared, a name beside the date, labelled elsewhere,
    in the dateline, the site itself for 本网讯, whatever else stands beside the date."""
    yield from map(labelled_outlet, lines)
    yield from map(publisher, lines)
    if found:
        yield declared_outlet(found.metas)
    site = segments(found.head)[1:] if found else ()
    bare = bare_outlet(lines, site)
    yield bare if bare and (bare in site or is_outlet_name(bare)) else None
    yield from (labelled_outlet(cut.text) for cut in cleaned.cuts if cut.step not in ("hidden", "side"))
    yield from (
        labelled_outlet(line) for line in cleaned.text.split("\n")[-2:] if len(line) < _LONGEST_CREDIT
    )
    if found:
        yield from (labelled_outlet(line.spaced) for line in found.view.lines if len(line.text) < 80)
    first = cleaned.text.split("\n", 1)[0]
    yield dateline_outlet(first)
    if found and is_own_dateline(first):
        yield site_name(found.head, found.metas)
    declared = found.metas.get("ld:publisher") if found else None
    yield declared if declared in site else None  # a column stands beside the date, too
    yield bare
    if found:
        yield scripted_field(found.script, "outlet") or _account(found.tree)
        yield _scripted_outlet(found.tree, found.heading.title)
        yield declared
        paper = site_name(found.head, found.metas)
        yield paper if paper and paper.endswith("报") else None  # an e-paper's pages say it nowhere else


# --- plain text ---


def read_text(
    text: str,
    *,
    url: str = "",
    source: str = "",
    title: str | None = None,
    published: str | None = None,
    fetched: datetime | None = None,
) -> Article:
    """Read an article out of raw text that was copied off a page, with its navigation, byline and footer.

    Args:
        text: the text as copied, a paragraph a line.
        url: where it was found, if known.
        source: id of the source.
        title: its title, if known; else it is worked out.
        published: its publication date in ISO 8601, if known.
        fetched: when it was read; a relative date stays None without it.

    Raises:
        NotAnArticle: nothing is left of the text.
    """
    written = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    raw = _unbroken(_with_whole_title([line.strip() for line in _hanging(written)]))
    head, start = _text_head(raw, title)
    start += _past_broken_title(raw[start:], fold(head))
    above = [line for line in raw[max(0, start - 6) : start] if line != head]
    cleaned = clean("\n".join(raw[start:]))
    if not cleaned.text:
        raise NotAnArticle("nothing is left of the text", url)
    dated = above + [line for line in raw[start : start + _SPEAKER_LINES] if _SPOKEN_ON.fullmatch(line)]
    found = [dates.line_date(line) for line in dated if dates.dated_line(line)]
    found += [dates.read_relative(line, fetched) for line in above if dates.is_relative(line)]
    found += _signed(cleaned.text)
    return Article(
        id=article_id(url, cleaned.text),
        source=source,
        url=url,
        title=clean_line(head),
        published=published or dates.first_credible(found, fetched),
        outlet=_outlet(above, cleaned),
        author=author(above),
        text=cleaned.text,
        fetched=fetched,
        original=cleaned.original,
        damaged=cleaned.damaged,
        cuts=cleaned.cuts,
    )


# A list of names broken within one: …、李某 | 坚、吴某. 五、 opens the next point, whatever the one above ends in.
_LIST_BREAKS_OFF = re.compile("[、，][一-鿿]{1,2}$")
_LIST_GOES_ON = re.compile("(?![一二三四五六七八九十]{1,2}、)[一-鿿]{1,2}、")
_STAYS_OPEN = re.compile("[一-鿿，,、\\d]$")
_OPENS_ITEM = re.compile(
    r"20\d\d年|[一二三四五六七八九十\d]{1,3}[、.．]|[（(][一二三四五六七八九十\d]+[)）]|[^，。]{2,8}[：:]"
)
_SHORTEST_BROKEN = 14  # characters; shorter lines are headings and entries
_UNEVEN = 2  # characters by which lines broken at one width differ


_FEWEST_FULL = 4  # lines of one width that make a text broken at it
_INDENT = re.compile(r"\u3000|[ \t\xa0]{2}")


def _hanging(lines: Sequence[str]) -> list[str]:
    """Join the lines of prose whose paragraphs are told by their indent: what begins at the edge goes on a line left open."""
    inner = [bool(_INDENT.match(line)) for line in lines]
    goes_on = [
        not inner[n + 1] and len(above) >= _SHORTEST_BROKEN and bool(_STAYS_OPEN.search(above.rstrip()))
        for n, above in enumerate(lines[:-1])
    ]
    if sum(inner) < 2 or sum(goes_on) < _FEWEST_FULL:
        return list(lines)
    joined, within = list(lines[:1]), inner[0]
    for n, line in enumerate(lines[1:]):
        prose = any(sign in joined[-1] for sign in "，,。")
        if within and prose and goes_on[n] and not _OPENS_ITEM.match(line):
            joined[-1] = joined[-1].rstrip() + line.strip()
        else:
            within = inner[n + 1]
            joined.append(line)
    return joined


def _unbroken(lines: Sequence[str]) -> list[str]:
    """Join the lines of copied prose that was broken at a width, and a list that was broken within a name."""
    joined = list(lines[:1])
    measure, width, uneven = next(
        ((m, w, u) for m, u in ((len, 1), (_columns, 3)) if (w := _width(lines, m, u)) is not None),
        (len, None, 0),
    )
    for number, (line, below) in enumerate(pairwise(lines)):
        above = lines[number - 1] if number else ""
        listed = _LIST_BREAKS_OFF.search(line) and _LIST_GOES_ON.match(below)
        even = any(_is_broken(other) and abs(len(other) - len(line)) <= _UNEVEN for other in (above, below))
        ends = any("。" in other for other in lines[max(0, number - 1) : number + 3])
        full = width is not None and abs(measure(line) - width) <= uneven and _STAYS_OPEN.search(line)
        broken = full or (even and ends and _is_broken(line))
        if listed or (broken and not _OPENS_ITEM.match(below)):
            joined[-1] += below
        else:
            joined.append(below)
    return joined


def _columns(line: str) -> int:
    """Return the columns a line takes where figures and Latin letters take half of what a character takes."""
    return sum(1 if char.isascii() else 2 for char in line)


def _width(lines: Sequence[str], measure: Callable[[str], int], uneven: int) -> int | None:
    """Return the width that prose was broken at: that of many lines that do not end there, half of them with a stop within;
    hardly any is longer."""
    lengths = Counter(measure(line) for line in lines if len(line) >= _SHORTEST_BROKEN)
    if not lengths:
        return None
    width = lengths.most_common(1)[0][0]
    full = [line for line in lines if abs(measure(line) - width) <= uneven and _STAYS_OPEN.search(line)]
    longer = sum(count for length, count in lengths.items() if length > width + uneven)
    prose = sum(any(sign in line for sign in "，,。") for line in full)
    broken = len(full) >= _FEWEST_FULL and prose * 2 >= len(full) and longer * 2 <= len(full)
    return width if broken else None


def _is_broken(line: str) -> bool:
    """Tell whether a line is of prose that goes on in the next: longer than a heading, with a comma, and no stop."""
    told = len(line) >= _SHORTEST_BROKEN and any(sign in line for sign in "，,。")
    return told and _STAYS_OPEN.search(line) is not None


_BREAKS_OFF = re.compile(
    "关于[^。，；,;：:]{6,60}(?<!的通知)(?<!的公告)(?<!的通告)(?<!的意见)(?<!的批复)(?<!的函)$"
)
_ENDS_TITLE = re.compile(
    "[^。，；,;：:]{2,40}的?(?:通知|公告|通告|函|意见|方案|批复)(?:[（(][^（）()]{1,20}[)）])?$"
)


def _with_whole_title(lines: list[str]) -> list[str]:
    """Join the title of a notice that was broken over two lines: 关于组织开展…规范公告 | 申报工作的通知."""
    for number, (line, below) in enumerate(pairwise(lines[:6])):
        if _BREAKS_OFF.search(line) and _ENDS_TITLE.fullmatch(below) and not below.startswith("关于"):
            return [*lines[:number], line + below, *lines[number + 2 :]]
    return lines


def _text_head(lines: list[str], title: str | None) -> tuple[str, int]:
    """Return the title of copied text and the number of the line its body begins on."""
    below = [*lines[1:], ""]
    prose = next(
        (n for n, line in enumerate(lines) if is_prose(line) or _opens_notice(line, below[n])), len(lines)
    )
    top = lines[:prose][:15]
    dated = next(
        (
            number
            for number, line in enumerate(top)
            if (dates.dated_line(line) or (len(line) <= 12 and dates.is_relative(line)))
            and not _OPENS_REPORT.search(line)
        ),
        None,
    )
    if title:
        same = [
            number for number, line in enumerate(top) if fold(clean_line(line)) == fold(clean_line(title))
        ]
        start = same[-1] + 1 if same else 0
        return title, max(start, dated + 1 if dated is not None else 0)
    if dated is not None:
        above = [number for number in range(dated) if _is_title(top[number])]
        if above:
            spoken = [n for n in above if _SPEECH.search(top[n])] if _SPOKEN_ON.fullmatch(top[dated]) else []
            longest = max(spoken or above, key=lambda number: min(len(top[number]), 12) + number * 0.1)
            over = longest - bool(_SUBTITLE.match(top[longest]) and longest - 1 in above)
            return top[over], over + 1 if spoken else dated + 1  # who speaks stands above the day
        return "", dated + 1
    if len(lines) > 1 and _is_title(lines[0]) and len(lines[0]) > 5 and not _OPENS_REPORT.search(lines[0]):
        return lines[0], 0 if _REPORTS.search(lines[0]) else 1
    return "", 0


# 某某网讯(记者某某)1月13日,某会召开 is the report's first words, without a full stop.
_OPENS_REPORT = re.compile(
    r"[讯电]\s?[(（][^()（）]{2,30}[)）]\s?[^，,]{4,16}[，,].{4,40}(?:召开|举行|举办|[开启闭]幕)"
)
_SUBTITLE = re.compile("[—-]")
_SPEECH = re.compile("(?:讲话|致辞|致词|发言|演讲|报告|[开闭]幕[词辞])(?:[（(][^（）()]{1,12}[)）])?$")
_SPOKEN_ON = re.compile("[（(][^（）()]*年[^（）()]*日[^（）()]{0,12}[)）]")  # (2018年3月22日 晋江)
_SPEAKER_LINES = 4  # the lines between a speech's title and its first sentence


# A notice has no prose at its top: it opens with whom it addresses, a chapter or a labelled line of its own.
_OPENS_NOTICE = re.compile(
    r"[、，,。；;]|(?:各|尊敬的)[^。]{1,40}[:：]$|[一二三]\s?[、，]|[（(][一二三][）)]|"
    r"(?:主办|承办|协办|支持|指导|组织|参展|参赛|参会|报名|申报|征集|截止|截稿|决赛|初赛|比赛|大赛|会议|活动|展会|展出|展览|举办|开幕|培训|论坛)"
    r"[^:：\n]{0,8}[:：]"
)


def _opens_notice(line: str, below: str) -> bool:
    """Tell whether a notice's body begins: 时间: right above 地点: is when it is held, not when it was published."""
    return bool(_OPENS_NOTICE.match(line) or re.match(r"(?:地点|会场|地址)\s?[:：]", below))


# A first line that tells day and place may be all that tells them: it is title and body both.
_REPORTS = re.compile(r"\d{1,2}日.{0,6}[在于].{2,24}(?:举行|召开|举办|开幕|闭幕|落幕)")


# The number of an official document stands below its title: 通经信发〔2014〕57号.
_NUMBER = re.compile(r"(?:文号[:：]?)?[^\s，。,]{0,16}[〔\[（(【]\d{4}[〕\]）)】]\s?(?:第\s?)?\d{1,5}\s?号")


def _is_title(line: str) -> bool:
    return (
        4 <= len(line) <= 80
        and not _NUMBER.fullmatch(line)
        and not re.search("[。；;，,：:]$", line)
        and not boilerplate(line)
        and not is_prose(line)
        and not re.match("[(（]", line)
    )


# --- the next page of a body ---

_NEXT = re.compile(r"(?:下一?页|下页|后一?页|next(?: ?page)?|>|>>|›|»)[\s>»]*$", re.IGNORECASE)


# TRS writes its pager by a script: createPageHTML(pages, this page from 0, "name", "html")
_SCRIPTED_PAGER = re.compile(
    r"createPageHTML\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*[\"']([\w-]{1,80})[\"']\s*,\s*[\"'](\w{2,5})[\"']"
)


def next_page(page: Page) -> str | None:
    """Return the address of the next page of a body that is split over pages, or None; those of a thread hold answers."""
    html = decode(page.body, page.headers).text[:_MAX_HTML]
    tree = parse(html)
    following = _page_after(html, tree, page.final_url or page.url)
    return None if following and has_answers(outline(tree)) else following


def _page_after(html: str, tree: LexborHTMLParser, here: str) -> str | None:
    pager = _SCRIPTED_PAGER.search(html)
    if pager:
        count, number, name, ending = int(pager.group(1)), int(pager.group(2)), pager.group(3), pager.group(4)
        return urljoin(here, f"{name}_{number + 1}.{ending}") if number + 1 < count else None
    stem = re.sub(r"(?:[_-]\d{1,3})?(?:\.\w+)?(?:\?.*)?$", "", here)
    numbered = None
    for node in tree.css("a[href]"):
        href = (node.attributes.get("href") or "").strip()
        words = node.text(deep=True)[:_PAGER_WORDS].strip("[]【】()（） \t\r\n")
        if not (words.isdecimal() or _NEXT.match(words)) or _NO_ADDRESS.match(href):
            continue
        target = urljoin(here, html_.unescape(href))
        if not words.isdecimal() and target != here and target.startswith(stem):
            return target
        numbered = numbered or (target if words.isdecimal() and _follows(here, target, int(words)) else None)
    return numbered


_PAGER_WORDS = 20  # characters
_NO_ADDRESS = re.compile(r"javascript:|#|mailto:", re.IGNORECASE)
_PAGE_MARK = re.compile(
    r"[_-](?P<stem>\d{1,2})(?=\.\w+(?:\?|$))|[?&](?:page|p|pageno|pn|pageindex|curpage)=(?P<query>\d{1,2})(?=&|$)",
    re.IGNORECASE,
)


def _follows(here: str, target: str, number: int) -> bool:
    """Tell whether a link called by a number leads to the page of this body behind the one at hand."""
    ours, theirs = _PAGE_MARK.search(here), _PAGE_MARK.search(target)
    if theirs is None or _PAGE_MARK.sub("", here) != _PAGE_MARK.sub("", target):
        return False
    mark = int(theirs["stem"] or theirs["query"])
    known = int(ours["stem"] or ours["query"]) if ours else None
    return mark == known + 1 if known is not None else number == 2 and mark in (1, 2)
