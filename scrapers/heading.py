"""A page's title (标题) and outlet (来源): what its heading, its byline and its metadata say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from scrapers.clean import boilerplate
from scrapers.dates import dated_line
from scrapers.outline import Line, Outline, is_named

_SEPARATOR = re.compile(
    r"\s*(?:[_|｜»丨]+|(?<!\d)[-—–－]{1,2}(?!\d)|\s[-—–－·:：]{1,2}\s|[<>＞＜]{1,2}|--+|__+)\s*"
)
_SITE = re.compile(
    "(?:网|网站|官网|频道|在线|门户|平台|协会|学会|商会|联合会|委员会|政府|人民政府|日报|晚报|新闻社|新闻|资讯|动态|公告|通知|论坛|博客|首页|中心|大学|学院|医院|有限公司|公司|局|厅|部|委|办|网易|新浪|搜狐|腾讯|\\.(?:com|cn|net|org)|Powered by.*)$",
    re.IGNORECASE,
)
_META_TITLES = (
    "articletitle",
    "og:title",
    "twitter:title",
    "dc.title",
    "weibo:article:title",
    "title",
    "apub:title",
)
_FOLD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """The title and the line it stands on (-1: nowhere visible)."""

    title: str
    first: int = -1
    last: int = -1


def fold(text: str) -> str:
    """Reduce a title to its letters and digits."""
    return _FOLD.sub("", text).lower()


def find_heading(page: Outline, head: str, metas: Mapping[str, str]) -> Heading:
    """Find the title among the visible lines by what the head of the page, the markup and the byline agree on.

    Args:
        page: the outline.
        head: the words of the title element.
        metas: the page's metadata, names in lower case.
    """
    declared = fold(head)
    named = {
        fold(part)
        for name in _META_TITLES
        for part in [metas.get(name, ""), *segments(metas.get(name, ""))]
        if len(fold(part)) > 3
    }
    parts = [part for part in map(fold, segments(head)) if len(part) >= 8]
    best, best_score = Heading(""), 2.4
    for first, last in _candidates(page):
        text = " ".join(line.text for line in page.lines[first:last]).strip()
        score = _rate(page, first, last, text, declared, named, parts)
        if score > best_score:
            best, best_score = Heading(text, first, last - 1), score
    return best if best.title else Heading(title_of_head(head, metas))


def _candidates(page: Outline) -> list[tuple[int, int]]:
    """List the runs of lines that could be a title: whole heading elements, and every single line."""
    runs = {
        (e.first, e.last) for e in page.elements if e.tag in ("h1", "h2", "h3") and 1 < e.last - e.first <= 3
    }
    return sorted(runs | {(number, number + 1) for number in range(len(page.lines))})


def _rate(
    page: Outline, first: int, last: int, text: str, declared: str, named: set[str], parts: list[str]
) -> float:
    key = fold(text)
    if not 4 <= len(key) <= 120:
        return 0.0
    score = 0.0
    if key in declared and len(key) >= 5:
        share = len(key) / len(declared)
        score += (2.0 if share > 0.5 or declared.startswith(key) else 0.0) + 2.0 * share
        score -= 2.0 if share < 1 and declared.endswith(key) and _SITE.search(text) else 0.0
    elif any(key.startswith(part) for part in parts):
        score += 3.0
    if key in named:
        score += 2.5
    line = page.lines[first]
    markup = _markup(page, line, first, last)
    if not score and not markup:
        return 0.0
    score += markup
    score += next((1.5 for near in page.lines[last : last + 4] if dated_line(near.text) > 1), 0.0)
    if line.linked > len(line.text) * 0.6:
        score -= 2.0
    if boilerplate(text) or boilerplate(text, "tail"):
        score -= 4.0
    if re.search("[。；]$", text) or dated_line(text) > 1:
        score -= 2.0
    return score - first * 0.002


def _markup(page: Outline, line: Line, first: int, last: int) -> float:
    """Rate how the markup sets a line: h1 over h2 over a class that says title."""
    score = 0.0
    for element in page.ancestors(line.owner)[:3]:
        if element.last - element.first > 4 or element.first < first - 1:
            break
        score = max(
            score,
            {"h1": 2.5, "h2": 1.6, "h3": 1.2, "ucaptitle": 3.0, "founder-title": 3.0}.get(element.tag, 0.0),
        )
        if is_named(element.name, "title"):
            score = max(score, 1.5) + 0.3
    return score


def segments(head: str) -> list[str]:
    """Split a title element's words at the marks that set the site's and column's names off."""
    return [part for part in _SEPARATOR.split(head) if part]


def title_of_head(head: str, metas: Mapping[str, str]) -> str:
    """Take the title out of the page's head where no visible line holds it."""
    for name in _META_TITLES:
        if name in metas and len(fold(metas[name])) >= 4:
            return _without_site(metas[name])
    return _without_site(head)


def _without_site(head: str) -> str:
    """Cut the names of site and column off the end (or the start) of a title."""
    parts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(head)]
    end = len(head)
    for start, stop in reversed(parts):
        rest = head[stop:end].strip()
        if start >= 4 and (len(rest) <= 12 or _SITE.search(rest)):
            end = start
        else:
            break
    return head[:end].strip()


_OUTLET = re.compile(
    r"(?:(?:信息|文章|文稿|稿件|新闻|资料|内容|本文|消息|原文|稿)?(?:来\s*源|出\s*处|稿源)(?:于)?|(?:本文)?(?:转载?自|来自)|Source|发布机构|发布单位|发布者|供稿(?:单位)?|文章作者单位|信息提供)\s*[:：】]\s*",
    re.IGNORECASE,
)
_OUTLET_END = re.compile(
    r"\s*(?:[|｜丨【\[\n]|(?:作者|编辑|责任编辑|责编|时间|日期|发布|发表|更新|点击|浏览|阅读|访问|人气|字体|字号|记者|审核|录入|摄影|撰稿|评论|打印|分享|关注|查看|次数|供稿|通讯员|校对|热度|分类|栏目|标签|我要|用手机|扫一扫|大\s*中\s*小|【|访问量|责任)\s*|(?:19|20)\d\d[-/年.]|\s{2,}|[,，;；。]|$)"
)
_META_OUTLETS = (
    "contentsource",
    "source",
    "article:source",
    "mediaid",
    "og:article:author",
    "article:publisher",
    "copyright-source",
    "apub:source",
)
_DATELINE_OUTLET = re.compile(
    "^[（(【\\[]?(?P<name>[\u4e00-\u9fff]{2,14}?(?:网|社|报|台|电视台|客户端|网站))(?:[\u4e00-\u9fff]{0,6}(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日)?(?:电|讯|消息)"
)


def read_outlet(text: str) -> str | None:
    """Return the outlet a byline names (来源：中国服装网 作者：…), or None."""
    for match in _OUTLET.finditer(text):
        rest = text[match.end() :]
        end = _OUTLET_END.search(rest)
        name = rest[: end.start() if end else len(rest)].strip(" \xa0\u3000:：()（）[]【】<>《》“”\"'")
        if 2 <= len(name) <= 40 and not re.fullmatch(r"[\d\W]+|未知|无|暂无|网络来源", name):
            return name
    return None


def meta_outlet(metas: Mapping[str, str]) -> str | None:
    """Return the outlet the metadata declares."""
    for name in _META_OUTLETS:
        value = metas.get(name, "").strip()
        if 2 <= len(value) <= 30 and not re.search(r"https?:|\.(?:com|cn|net)|^\d+$", value):
            return value
    return None


def dateline_outlet(line: str) -> str | None:
    """Return the outlet of a dateline: 新华社北京2月29日电, 世界服装鞋帽网讯."""
    match = _DATELINE_OUTLET.match(line)
    return (
        match.group("name") if match and match.group("name") not in ("本网", "本报", "本台", "本站") else None
    )


_AUTHOR = re.compile(
    r"(?:作\s*者|记者|撰文|文/|撰稿)\s*[:：]?\s*(?P<name>[\u4e00-\u9fff·]{2,4}(?:[ 、,，][\u4e00-\u9fff·]{2,4}){0,4})(?=$|[\s)）|])"
)


def read_author(text: str) -> str | None:
    """Return the author a byline names."""
    match = _AUTHOR.search(text)
    name = match.group("name").strip() if match else ""
    return None if not name or re.match("来源|发布|时间|点击|浏览|编辑|日期", name) else name
