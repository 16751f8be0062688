"""The name of a site, as its own pages give it."""

from __future__ import annotations

import re

from scrapers.decode import decode
from scrapers.model import Page
from scrapers.outline import parse

_SEPARATOR = re.compile(r"\s*[-_|｜—–·»:：>,，]+\s*|\s{2,}")
_BODY = re.compile(
    r"(?:协会|商会|联合会|学会|促进会|委员会|政府|[厅局委办]|网|报|周刊|杂志|在线|中心|交易会|博览会|论坛)$"
)
_EMPTY_WORDS = re.compile(r"首页|主页|官方网站|官网|欢迎您?|欢迎访问|Powered by.*|列表(?:页)?", re.IGNORECASE)


def site_name(page: Page) -> str:
    """Return the site's name as its page gives it, with the column's where the title has one.

    Names are looked for in `og:site_name`, in the `SiteName` of Chinese government pages
    (GB/T 政府网站网页标签规范), then in the parts of the title.
    """
    tree = parse(decode(page.body, page.headers).text)
    node = tree.css_first("title")
    parts = [
        p
        for p in (_EMPTY_WORDS.sub("", w).strip() for w in _SEPARATOR.split(node.text() if node else ""))
        if p
    ]
    metas = (
        tree.css_first(f"meta[{key}][content]")
        for key in ('property="og:site_name"', 'name="SiteName"', 'name="sitename"')
    )
    named = next((m.attributes.get("content") or "" for m in metas if m is not None), "").strip()
    site = named or next((p for p in reversed(parts) if _BODY.search(p)), parts[-1] if parts else "")
    column = parts[0] if len(parts) > 1 and parts[0] != site and len(parts[0]) <= 8 else ""
    return f"{site} {column}".strip()[:60]
