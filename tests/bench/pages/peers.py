"""Our reader and every peer behind one call: a page as received to a Reading. Peers are optional (extra ``bench``)."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from scrapers.errors import ScrapeError
from scrapers.model import Page
from tests.bench.pages.score import Reading

Reader = Callable[[Page], Reading]
LinkReader = Callable[[Page], list[str]]


def ours(page: Page) -> Reading:
    """Read a page with the product."""
    from scrapers.extract import read_page

    try:
        found = read_page(page)
    except ScrapeError:
        return Reading("")
    return Reading(found.text, found.title, found.published, found.outlet, found.author)


def declared_text(page: Page) -> str:
    """Decode a page as a careful user of a library that takes strings would: header, meta, else UTF-8."""
    seen = page.headers.get("content-type", "") + " " + page.body[:2048].decode("latin-1")
    label = re.search(r"charset=[\"']?\s*([\w-]+)", seen, re.IGNORECASE)
    name = label[1].lower() if label else "utf-8"
    try:
        return page.body.decode({"gb2312": "gb18030", "gbk": "gb18030"}.get(name, name), "replace")
    except LookupError:
        return page.body.decode("utf-8", "replace")


def _trafilatura(page: Page) -> Reading:
    import trafilatura

    found = trafilatura.bare_extraction(page.body, url=page.url, with_metadata=True)
    if found is None:
        return Reading("")
    return Reading(found.text or "", found.title, found.date, found.sitename, found.author)


def _trafilatura_text(page: Page) -> Reading:
    import trafilatura

    return Reading(trafilatura.extract(page.body) or "")


def _gne(page: Page) -> Reading:
    from gne import GeneralNewsExtractor

    found = GeneralNewsExtractor().extract(declared_text(page))
    date = re.search(r"(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})", found["publish_time"] or "")
    published = "{}-{:0>2}-{:0>2}".format(*date.groups()) if date else None
    outlet = re.search(r"来源[:：]\s*(\S+)", found.get("source") or "")
    return Reading(
        found["content"], found["title"], published, outlet[1] if outlet else None, found["author"]
    )


def _newspaper(page: Page) -> Reading:
    import newspaper

    article = newspaper.Article(page.url, language="zh")
    article.download(input_html=declared_text(page))
    article.parse()
    published = str(article.publish_date)[:10] if article.publish_date else None
    return Reading(article.text, article.title, published, None, "、".join(article.authors))


def _readability(page: Page) -> Reading:
    import lxml.html
    from readability import Document

    document = Document(page.body)
    text = lxml.html.fromstring(document.summary()).text_content()
    return Reading(text, document.short_title())


def _goose(page: Page) -> Reading:
    from goose3 import Goose
    from goose3.text import StopWordsChinese

    found = Goose({"stopwords_class": StopWordsChinese, "enable_image_fetching": False}).extract(
        raw_html=declared_text(page)
    )
    return Reading(found.cleaned_text, found.title, (found.publish_date or "")[:10] or None)


def _resiliparse(page: Page) -> Reading:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse_from_bytes(page.body, detect_encoding(page.body))
    return Reading(extract_plain_text(tree, main_content=True), tree.title)


def _justext(page: Page) -> Reading:
    import justext

    paragraphs = justext.justext(
        page.body, frozenset(), length_low=10, length_high=40, stopwords_low=0, stopwords_high=0
    )
    return Reading("\n".join(p.text for p in paragraphs if not p.is_boilerplate))


def _boilerpy(page: Page) -> Reading:
    from boilerpy3.extractors import ArticleExtractor

    found = ArticleExtractor().get_doc(declared_text(page))
    return Reading(found.content, found.title)


def _inscriptis(page: Page) -> Reading:
    from inscriptis import get_text

    return Reading(get_text(declared_text(page)))


# Name, the module that must be there, the reader.
PEERS: dict[str, tuple[str, Reader]] = {
    "trafilatura": ("trafilatura", _trafilatura_text),
    "trafilatura with metadata": ("trafilatura", _trafilatura),
    "readability-lxml": ("readability", _readability),
    "gne": ("gne", _gne),
    "newspaper4k": ("newspaper", _newspaper),
    "goose3": ("goose3", _goose),
    "resiliparse": ("resiliparse", _resiliparse),
    "justext": ("justext", _justext),
    "boilerpy3": ("boilerpy3", _boilerpy),
    "inscriptis (no extraction)": ("inscriptis", _inscriptis),
}


def our_links(page: Page) -> list[str]:
    """Find the article links with the product."""
    from scrapers.discover import read_links

    return [link.url for link in read_links(page)]


def _courlan(page: Page) -> list[str]:
    from courlan import extract_links

    return sorted(extract_links(declared_text(page), page.url, external_bool=False))


def _long_titles(page: Page) -> list[str]:
    """Same site, title of ten characters or more: the rule of thumb that is hard to beat."""
    from selectolax.lexbor import LexborHTMLParser

    host, found = urlsplit(page.url).hostname, []
    for node in LexborHTMLParser(declared_text(page)).css("a[href]"):
        address = urljoin(page.url, node.attributes["href"] or "")
        if len(node.text(deep=True).strip()) >= 10 and urlsplit(address).hostname == host:
            found.append(address)
    return found


LINK_PEERS: dict[str, tuple[str, LinkReader]] = {
    "courlan": ("courlan", _courlan),
    "same site, 10 characters or more": ("selectolax", _long_titles),
}


def installed(module: str) -> bool:
    """Whether a peer can be run here."""
    return importlib.util.find_spec(module) is not None
