"""Sources by config alone: look at an address stage by stage, work out its settings, keep config.yaml.

`examine` asks the web through whatever can fetch; `propose` and the functions that edit config.yaml are pure.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from io import StringIO
from itertools import pairwise
from statistics import median
from typing import Any, Protocol
from urllib.parse import urlsplit

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from bot import reading
from bot.config import default_id, source_ids
from bot.errors import UsageError
from bot.records.places import region_of
from scrapers.decode import decode
from scrapers.discover import Discovery, Request, discover, link_rule, next_asked, site_name
from scrapers.errors import Missing, NotAnArticle, ScrapeError
from scrapers.folder import Folder
from scrapers.model import Article, Link, Page, Source, SourceKind

_FOLLOWED = 8  # further requests that one look at a source may make
_LISTS, _PAGES = 2, 3  # lists of a new source that are looked into, pages of each
_TRIED = 3  # articles tried until one can be read
_SHOWN = 10
_STALE = 183  # days after which a list without anything new is worth a look
_KINDS: dict[str, SourceKind] = {"feed": "feed", "sitemap": "sitemap", "json": "json"}
_KIND_NAMES = {
    "feed": "订阅（RSS/Atom/JSON Feed）", "list": "列表页或首页", "sitemap": "站点地图", "json": "数据接口（JSON/XML）",
    "script": "页面脚本里的列表", "page": "只有附件的单页", "files": "文件夹", "none": "认不出",
}  # fmt: skip


class Fetches(Protocol):
    """What examining a source needs of the network reader."""

    async def fetch(
        self,
        url: str,
        *,
        method: str = "GET",
        data: Mapping[str, str] | str | bytes | None = None,
        headers: Mapping[str, str] | None = None,
        encoding: str = "utf-8",
        http_fallback: bool = False,
    ) -> Page:
        """Return the page at an address."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of looking at a source: its name, whether it went well, what was found or went wrong."""

    stage: str
    ok: bool
    said: str


@dataclass(frozen=True, slots=True)
class Examination:
    """What looking at a source showed (信息源检查); nothing of it is stored.

    ``proposal`` is the source with the settings that would work now: all of them for a new one, the
    changed ones for one whose rule finds nothing any more. ``lists`` are those in which its page goes on, ``further``
    the first pages of some of them, where they were looked into.
    """

    source: Source
    kind: str = "none"
    charset: str | None = None
    steps: tuple[Step, ...] = ()
    links: tuple[Link, ...] = ()
    next: str | None = None
    feed: str | None = None
    article: Article | None = None
    proposal: Source | None = None
    page: Page | None = field(default=None, repr=False)
    lists: tuple[str, ...] = ()
    further: tuple[tuple[Page, ...], ...] = field(default=(), repr=False)

    @property
    def ok(self) -> bool:
        """Whether articles were found and one could be read."""
        return bool(self.links) and all(step.ok for step in self.steps)

    @property
    def problems(self) -> tuple[str, ...]:
        """What went wrong, in words."""
        return tuple(step.said for step in self.steps if not step.ok)

    def to_json(self) -> dict[str, object]:
        """Return the report as `sources check --json` prints it."""
        article = self.article
        return {
            "id": self.source.id,
            "name": self.source.name,
            "url": self.source.url,
            "ok": self.ok,
            "kind": self.kind,
            "charset": self.charset,
            "items": len(self.links),
            "newest": [
                {"url": k.url, "title": k.title, "published": k.published} for k in self.links[:_SHOWN]
            ],
            "next": self.next,
            "feed": self.feed,
            "article": article.to_json() if article else None,
            "steps": [{"stage": s.stage, "ok": s.ok, "said": s.said} for s in self.steps],
            "problems": list(self.problems),
            "proposal": settings(self.proposal) if self.proposal else None,
        }


# --- looking -------------------------------------------------------------------------------------


async def examine(
    fetcher: Fetches, source: Source, folder: Folder | None = None, *, new: bool = False
) -> Examination:
    """Fetch a source's list, see what it holds, and read its first article; stores nothing.

    Args:
        fetcher: the network reader.
        source: as configured, or a bare address of kind auto.
        folder: the reader of files, for sources of kind files.
        new: look also where the list goes on, since the settings are to be worked out.
    """
    if source.kind == "files" and folder is not None:
        return await _examine_folder(folder, source)
    try:
        page = await fetcher.fetch(source.url, http_fallback=source.http_fallback)
    except ScrapeError as error:
        return Examination(source, steps=(Step("抓取", False, f"抓取不到：{_why(error)}"),))
    charset = decode(page.body, page.headers).encoding
    seen = Examination(source, charset=charset, steps=(_fetched(page, charset),), page=page)
    seen = await _look(fetcher, seen, page)
    if not seen.links:
        return seen
    if new and seen.kind == "list":
        seen = replace(seen, further=tuple([await _first_pages(fetcher, seen, to) for to in _goes_on(seen)]))
    seen = replace(seen, steps=(*seen.steps, _dates(seen.links, page.fetched)))
    return await _read_first(partial(fetcher.fetch, http_fallback=source.http_fallback), seen)


async def _examine_folder(folder: Folder, source: Source) -> Examination:
    async def read(url: str) -> Page:
        return folder.read(url)

    try:
        links = folder.links(source.url)
    except ScrapeError as error:
        return Examination(source, kind="files", steps=(Step("抓取", False, _why(error)),))
    step = Step("条目", bool(links), f"文件夹，{len(links)} 个文件" if links else "文件夹里没有能读的文件")
    return await _read_first(read, Examination(source, kind="files", links=links, steps=(step,)))


def _why(error: ScrapeError) -> str:
    return f"{error.message}（{error.subject}）" if error.subject else error.message


def _fetched(page: Page, charset: str) -> Step:
    moved = "" if page.final_url == page.url else f"，转到了 {page.final_url}"
    return Step("抓取", True, f"状态 {page.status}，{len(page.body):,} 字节，编码 {charset}{moved}")


async def _look(fetcher: Fetches, seen: Examination, page: Page) -> Examination:
    """Discover the list's articles, with the further requests its rows are behind."""
    source = seen.source
    found = discover(page, source)
    links, problems = found.links, found.problems
    kind, following, lists = found.kind, found.next, found.sections
    answers = await _answers(fetcher, source, [ask for ask in found.follow if not ask.alike])
    told = (found, *(answer for _, answer in answers if isinstance(answer, Discovery)))
    if not any(answer.links for answer in told):
        # A menu tells where the articles are.
        named = tuple(map(Request, dict.fromkeys(to for answer in told for to in answer.sections)))
        answers += await _answers(fetcher, source, named)
    for request, answer in answers:
        if isinstance(answer, str):
            problems = (*problems, f"{request.url} {answer}")
            continue
        links = (*links, *(link for link in answer.links if link.url not in {k.url for k in links}))
        kind, following = (answer.kind if answer.links else kind), following or answer.next
        lists = lists or answer.sections
    seen = replace(seen, kind=kind, links=links, next=following, feed=found.feed, lists=lists)
    return _judged(seen, page, problems)


def _goes_on(seen: Examination) -> tuple[Request, ...]:
    """Return where the first lists begin in which a page goes on: its next page, or the columns of a front page."""
    return tuple(map(Request, seen.lists or ((seen.next,) if seen.next else ())))[:_LISTS]


async def _first_pages(fetcher: Fetches, seen: Examination, start: Request) -> tuple[Page, ...]:
    """Read the first pages of a list; those that cannot be had are left out."""
    pages: list[Page] = []
    ask: Request | None = start
    while ask is not None and ask.method == "GET" and len(pages) < _PAGES:
        try:
            page = await fetcher.fetch(ask.url, http_fallback=seen.source.http_fallback)
        except ScrapeError:
            break
        pages.append(page)
        ask = next_asked(ask, discover(page, seen.source, ask))
    return tuple(pages)


async def _answers(
    fetcher: Fetches, source: Source, requests: Sequence[Request]
) -> list[tuple[Request, Discovery | str]]:
    answers: list[tuple[Request, Discovery | str]] = []
    ahead = list(requests)
    while ahead and len(answers) < _FOLLOWED:
        request = ahead.pop(0)
        try:
            page = await fetcher.fetch(
                request.url,
                method=request.method,
                data=request.data or None,
                headers=request.headers,
                encoding=request.encoding,
                http_fallback=source.http_fallback,
            )
            found = discover(page, source, request)
        except ScrapeError as error:
            answers.append((request, error.message))
            ahead += request.otherwise if isinstance(error, Missing) else ()
            continue
        answers.append((request, found))
        asked = [r for r, _ in answers]
        ahead += [r for r in found.follow if r not in asked and r not in ahead]
    return answers


def _judged(seen: Examination, page: Page, problems: Sequence[str]) -> Examination:
    """Say what was found; where a rule finds nothing but the guess does, propose the rule that fits now."""
    name = _KIND_NAMES[seen.kind]
    if seen.links:
        return replace(seen, steps=(*seen.steps, Step("条目", True, name + _found(seen, page))))
    guess = discover(page, replace(seen.source, article=None, items=None, fields={}))
    if not guess.links:
        said = "；".join(problems) or "没有找到文章链接"
        return replace(seen, steps=(*seen.steps, Step("条目", False, said)))
    rule = link_rule(guess.links)
    written = seen.source.article or seen.source.items
    advice = f"，建议改成 article: {rule}" if rule else "，建议去掉规则，由程序自己识别"
    said = f"规则 {written} 一条也没有匹配，页面可能改版了；自动识别出 {len(guess.links)} 条{advice}"
    proposal = replace(seen.source, article=rule, items=None, fields={})
    return replace(
        seen,
        links=guess.links,
        kind=guess.kind,
        proposal=proposal,
        steps=(*seen.steps, Step("条目", False, said)),
    )


def _found(seen: Examination, page: Page) -> str:
    """Say how many articles there are, where the list goes on, and whether the rule misses most of them."""
    said = f"，{len(seen.links)} 条"
    said += f"，下一页 {seen.next}" if seen.next else ""
    said += f"，另有订阅 {seen.feed}" if seen.feed else ""
    if seen.source.article:
        guessed = len(discover(page, replace(seen.source, article=None)).links)
        said += f"；自动识别有 {guessed} 条，规则可能太窄" if guessed > 2 * len(seen.links) else ""
    return said


def _dates(links: Sequence[Link], now: datetime) -> Step:
    days = sorted(link.published[:10] for link in links if link.published and len(link.published) >= 10)
    if not days:
        return Step("日期", True, "列表里没有日期，以文章页上的为准")
    stale = (now.date() - date.fromisoformat(days[-1])).days > _STALE
    warning = "；半年多没有新文章了，看看栏目是不是换了地址" if stale else ""
    return Step("日期", True, f"{len(days)} 条有日期，最新 {days[-1]}，最早 {days[0]}{warning}")


async def _read_first(get: Callable[..., Awaitable[Page]], seen: Examination) -> Examination:
    failures = []
    for link in seen.links[:_TRIED]:
        try:
            article = await _read_one(get, seen.source, link)
        except ScrapeError as error:
            failures.append(f"{link.url} {error.message}")
            continue
        said = f"《{article.title}》，{article.published or '没有日期'}，来源 {article.outlet or '未写明'}，正文 {len(article.text)} 字"
        return replace(seen, article=article, steps=(*seen.steps, Step("正文", True, said)))
    said = "前几篇文章都读不出来：" + "；".join(failures) if failures else "没有文章可读"
    return replace(seen, steps=(*seen.steps, Step("正文", False, said)))


async def _read_one(get: Callable[..., Awaitable[Page]], source: Source, link: Link) -> Article:
    """Read an article, with what its page shows from elsewhere."""
    pages = [await get(link.url)]
    while True:
        try:
            return reading.read(pages, source, link).article
        except NotAnArticle:
            further = reading.shown_elsewhere(pages, [page.url for page in pages])
            if further is None:
                raise
            ask = further.ask
            posted = (
                {"method": "POST", "data": ask.data, "headers": ask.headers}
                if ask and ask.method == "POST"
                else {}
            )
            pages += [await get(part.url, **posted) for part in further.links]


# --- settings ------------------------------------------------------------------------------------


def propose(seen: Examination, taken: Collection[str] = (), *, source_id: str | None = None) -> Source:
    """Work out the settings of a source from what looking at it showed.

    Args:
        seen: the examination of the bare address.
        taken: ids already in config.yaml.
        source_id: the id the operator wants.

    Returns:
        The source to be stored; what could not be worked out keeps its default.
    """
    source = seen.source
    name = source.name or (site_name(seen.page) if seen.page else "")
    return replace(
        source,
        id=source_id or default_id(source.url, taken),
        name=name,
        kind=_KINDS.get(discover(seen.page, source).kind, "auto") if seen.page else "auto",
        every=interval(seen.links),
        region=source.region or region_for(name, urlsplit(source.url).hostname or ""),
        article=source.article or (_proven_rule(seen) if seen.kind == "list" else None),
    )


def _proven_rule(seen: Examination) -> str | None:
    """Return the rule of the found links if, over the same page, it finds these and no other.

    It must fit what the columns of its menu hold, too, of which the page may show nothing. A site that has moved lists its
    older articles under other addresses: where the lists it goes on with hold some beside those that fit, the rule is
    that of both, if there is one.
    """
    if seen.page is None:
        return None
    rule = link_rule([*seen.links, *_kept_alike(seen.links, seen.lists)])
    if rule is None:
        return None
    known = set(map(_entry, seen.links))
    others = [link for pages in seen.further for link in _beside(rule, known, pages, seen.source)]
    older = link_rule(others) if others else rule
    if older is None:
        return None
    rule = rule if older == rule else f"{rule}|{older}"
    # Lists may link an article by the address that it calls its own, though the front page does not.
    called = (seen.article and seen.article.url) or ""
    own = link_rule([Link(called)]) if called and not re.search(rule, called) else None
    rule = f"{rule}|{own}" if own else rule
    found = discover(seen.page, replace(seen.source, article=rule)).links
    return rule if {link.url for link in found} == {link.url for link in seen.links} else None


def _beside(
    rule: str, known: Collection[tuple[str, str]], pages: Sequence[Page], source: Source
) -> tuple[Link, ...]:
    """Return the articles of a list that do not fit a rule, where others of it do or where some are entries that are known:
    lists may lead to these by a counter (link.jsp?id=1245), the front page directly."""
    links = [link for page in pages for link in discover(page, source).links]
    fits = [bool(re.search(rule, link.url)) for link in links]
    if not any(fits) and not any(_entry(link) in known for link in links):
        return ()
    return tuple(link for link, fit in zip(links, fits, strict=True) if not fit)


def _entry(link: Link) -> tuple[str, str]:
    """Return what an article keeps under another address: its title and its number."""
    return link.title, "".join(re.findall(r"\d+", link.url)[-1:])


def _kept_alike(links: Iterable[Link], sections: Iterable[str]) -> Iterator[Link]:
    """Yield links as they would be in the other columns, where articles are kept in the folders of theirs."""
    paths = (urlsplit(section).path for section in sections)
    folders = [folder for path in paths if (folder := path.rpartition("/")[0] + "/") != "/"]
    for link in links:
        parts = urlsplit(link.url)
        home = max((folder for folder in folders if parts.path.startswith(folder)), key=len, default="")
        for folder in folders if home else ():
            yield replace(link, url=parts._replace(path=folder + parts.path.removeprefix(home)).geturl())


# The labels of government hosts: second-level domains of the provinces (CNNIC, 中国互联网络域名体系) and full pinyin.
_HOST_LABELS = {
    label: region
    for line in (
        "北京 bj beijing", "天津 tj tianjin", "河北 he hebei", "山西 sx shanxi", "内蒙古 nm nmg", "辽宁 ln liaoning",
        "吉林 jl jilin", "黑龙江 hl hlj", "上海 sh shanghai", "江苏 js jiangsu", "浙江 zj zhejiang", "安徽 ah anhui",
        "福建 fj fujian", "江西 jx jiangxi", "山东 sd shandong", "河南 ha henan", "湖北 hb hubei", "湖南 hn hunan",
        "广东 gd guangdong", "广西 gx gxzf guangxi", "海南 hi hainan", "重庆 cq chongqing", "四川 sc sichuan",
        "贵州 gz guizhou", "云南 yn yunnan", "西藏 xz xizang", "陕西 sn shaanxi", "甘肃 gs gansu", "青海 qh qinghai",
        "宁夏 nx ningxia", "新疆 xj xinjiang xjbt",
    )
    for region, *labels in (line.split(),)
    for label in labels
}  # fmt: skip


def region_for(name: str, host: str) -> str | None:
    """Return the province (short form) that a site's name or a government host tells, or None.

    Args:
        name: such as 东莞市纺织服装行业协会.
        host: such as gxt.jiangsu.gov.cn; only .gov.cn hosts are read, in others it would be chance.
    """
    if region := region_of(name):
        return region.province
    labels = reversed(host.removesuffix(".gov.cn").split(".")) if host.endswith(".gov.cn") else ()
    return next((_HOST_LABELS[label] for label in labels if label in _HOST_LABELS), None)


_STEPS = (1800.0, 3600.0, 2 * 3600.0, 4 * 3600.0, 6 * 3600.0, 12 * 3600.0, 86400.0)


def interval(links: Sequence[Link]) -> float:
    """Return how many seconds between polls fit the pace at which a list grows.

    A quarter of the usual gap between its articles: half an hour for a busy portal, a day for an
    association that writes once a week; six hours where the list shows no dates.
    """
    days = sorted(
        {date.fromisoformat(k.published[:10]) for k in links if k.published and len(k.published) >= 10}
    )
    if len(days) < 2:
        return 6 * 3600.0
    dated = sum(bool(k.published and len(k.published) >= 10) for k in links)
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    gap = median(gaps) * 86400.0 * len(days) / dated
    return max((step for step in _STEPS if step <= gap / 4), default=_STEPS[0])


def settings(source: Source) -> dict[str, Any]:
    """Return a source's settings as config.yaml spells them, defaults left out."""
    plain = Source(id=source.id, url=source.url)
    entry: dict[str, Any] = {"id": source.id, "name": source.name, "url": source.url}
    entry |= {
        "kind": source.kind,
        "every": _spelled(source.every),
        "region": source.region,
        "tags": list(source.tags),
    }
    entry |= {
        "article": source.article,
        "next": source.next,
        "pages": source.pages,
        "select": dict(source.select),
    }
    entry |= {
        "items": source.items,
        "fields": dict(source.fields),
        "enabled": source.enabled,
        "http_fallback": source.http_fallback,
    }
    left_out = {
        "kind": "auto",
        "pages": plain.pages,
        "enabled": plain.enabled,
        "http_fallback": plain.http_fallback,
    }
    return {
        k: v
        for k, v in entry.items()
        if v not in (None, "", [], {}) and (k not in left_out or v != left_out[k])
    }


def _spelled(seconds: float) -> str:
    for unit, size in (("d", 86400), ("h", 3600), ("m", 60)):
        if seconds >= size and seconds % size == 0:
            return f"{int(seconds // size)}{unit}"
    return f"{seconds:g}s"


# --- config.yaml ---------------------------------------------------------------------------------


def append_source(text: str, source: Source) -> str:
    """Return config.yaml with a source put at the end of its sources; every other byte stays.

    Raises:
        UsageError: the file has no list of sources to append to.
    """
    tree, entries = _sources_of(text)
    lines = text.splitlines(keepends=True)
    if entries is None or not entries or entries.fa.flow_style():
        return _rewritten(tree, entries, source)
    last = _extent(lines, entries, len(entries) - 1)
    indent = " " * (entries.lc.item(0)[1] - 2)
    if not lines[last[1] - 1].endswith("\n"):
        lines[last[1] - 1] += "\n"
    lines[last[1] : last[1]] = [f"{indent}{line}\n" for line in _entry_lines(source)]
    return "".join(lines)


def remove_source(text: str, source_id: str) -> str:
    """Return config.yaml without a source; every other byte stays.

    Raises:
        UsageError: it has no source of that id.
    """
    _, entries = _sources_of(text)
    ids = source_ids([(entry.get("id"), str(entry.get("url", ""))) for entry in entries or ()])
    for number, name in enumerate(ids):
        if name == source_id and entries is not None:
            if entries.fa.flow_style():
                raise UsageError("config.yaml: sources are written on one line; remove the entry by hand")
            lines = text.splitlines(keepends=True)
            first, end = _extent(lines, entries, number)
            return "".join(lines[:first] + (["  []\n"] if len(entries) == 1 else []) + lines[end:])
    raise UsageError(f"no source {source_id!r} in config.yaml; see zhouxun sources list")


def _sources_of(text: str) -> tuple[CommentedMap, CommentedSeq | None]:
    tree = YAML(typ="rt").load(text)
    if not isinstance(tree, CommentedMap):
        raise UsageError("config.yaml: must be keys with values, of which `sources:` is needed")
    entries = tree.get("sources")
    return tree, entries if isinstance(entries, CommentedSeq) else None


def _extent(lines: Sequence[str], entries: CommentedSeq, number: int) -> tuple[int, int]:
    """Return the lines of one entry, without the blank and comment lines that lead to the next."""
    first, column = entries.lc.item(number)
    dash = column - 2
    end = first + 1
    while end < len(lines) and (
        not lines[end].strip() or _depth(lines[end]) > dash or lines[end].lstrip().startswith("#")
    ):
        end += 1
    while end > first + 1 and (
        not lines[end - 1].strip()
        or (lines[end - 1].lstrip().startswith("#") and _depth(lines[end - 1]) <= dash)
    ):
        end -= 1
    return first, end


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _rewritten(tree: CommentedMap, entries: CommentedSeq | None, source: Source) -> str:
    """Write the whole file anew, comments kept: for a file whose sources are missing, empty or on one line."""
    grown = entries if entries is not None else CommentedSeq()
    grown.append(CommentedMap(settings(source)))
    grown.fa.set_block_style()
    tree["sources"] = grown
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    yaml.dump(tree, out)
    return out.getvalue()


def _entry_lines(source: Source) -> list[str]:
    pairs = [f"{key}: {_scalar(value)}" for key, value in settings(source).items()]
    return [f"- {pairs[0]}", *(f"  {pair}" for pair in pairs[1:])]


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_scalar, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_scalar(v)}" for k, v in value.items()) + "}"
    text = str(value)
    plain = (
        re.fullmatch(r"[\w\u3400-\u9fff（）/.+@-][\w\u3400-\u9fff（）/.+@ :-]*", text)
        and ": " not in text
        and not text.endswith(":")
    )
    reserved = text.lower() in ("true", "false", "null", "yes", "no", "on", "off", "~") or text[:1] in "@-"
    if plain and not reserved and (isinstance(value, int) or not re.fullmatch(r"[\d.:_+-]+", text)):
        return text
    return "'" + text.replace("'", "''") + "'"
