"""A small news site on loopback, built the four ways real sites of the trade are built."""

from __future__ import annotations

import hashlib
import html
import json
import re
import threading
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

from bot.config import Config, HttpConfig
from scrapers.model import Source

SiteKind = Literal["asp", "div", "feed", "json"]
_FILE = Path(__file__).parent / "articles.toml"
_PLACEHOLDER = re.compile(r"\{([dDY])([+-]\d+)?\}")


@dataclass(frozen=True, slots=True)
class Story:
    """One article of the demo site, its days already reckoned from today."""

    site: SiteKind
    published: date
    title: str
    outlet: str
    paragraphs: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address answers with: the content type and the bytes."""

    content_type: str
    body: bytes


def stories(today: date) -> tuple[Story, ...]:
    """Return the demo's articles as if written in the days before `today`."""
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))["article"]
    return tuple(
        Story(
            site=row["site"],
            published=today - timedelta(days=row["age"]),
            title=_dated(row["title"], today),
            outlet=row["outlet"],
            paragraphs=tuple(_dated(row["body"], today).strip().splitlines()),
            number=4100 + number,
        )
        for number, row in enumerate(rows)
    )


def _dated(text: str, today: date) -> str:
    def value(match: re.Match[str]) -> str:
        shift = int(match[2] or 0)
        if match[1] == "Y":
            return str(today.year + shift)
        day = today + timedelta(days=shift)
        return f"{day.year}年{day.month}月{day.day}日" if match[1] == "D" else f"{day.month}月{day.day}日"

    return _PLACEHOLDER.sub(value, text)


# --- the four ways -------------------------------------------------------------------------------


def _asp_site(told: list[Story]) -> dict[str, Reply]:
    """Tables of 1998 in GB18030, the date beside the link, the charset only half declared."""
    rows = "".join(
        f'<tr><td height=24>·<a href="news_view.asp?id={s.number}" target=_blank>{s.title}</a></td>'
        f'<td align=right><font color="#999999">[{s.published.isoformat()}]</font></td></tr>\n'
        for s in told
    )
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{title}</title></head>'
        "<body><table width=960 align=center><tr><td>"
        '<a href="/">首页</a> | <a href="about.asp">协会概况</a> | <a href="list.asp">通知公告</a> | <a href="join.asp">入会申请</a>'
        "</td></tr></table>{middle}<table width=960 align=center><tr><td align=center>"
        "版权所有 华东服装行业协会联合网（演示） 地址：本机回环地址 电话：025-00000000</td></tr></table></body></html>"
    )
    listing = f"<table width=960 align=center><tr><td><b>通知公告</b></td></tr>{rows}<tr><td>共1页 首页 上一页 下一页 尾页</td></tr></table>"
    reply = partial(_encoded, "text/html", "gb18030")
    site = {"/list.asp": reply(page.format(title="通知公告-华东服装行业协会联合网", middle=listing))}
    for story in told:
        body = "<br>".join(f"　　{html.escape(p)}" for p in story.paragraphs)
        middle = (
            '<table width=960 align=center><tr><td>当前位置：<a href="/">首页</a> &gt; <a href=list.asp>通知公告</a> &gt; 正文</td></tr>'
            f"<tr><td align=center><font size=5><b>{story.title}</b></font></td></tr>"
            f"<tr><td align=center>发布时间：{story.published.isoformat()} 来源：{story.outlet} 点击：{story.number // 13}次</td></tr>"
            f"<tr><td><font size=3>{body}</font></td></tr>"
            "<tr><td>上一篇：没有了　下一篇：没有了　【打印】【关闭】</td></tr></table>"
        )
        site[f"/news_view.asp?id={story.number}"] = reply(
            page.format(title=f"{story.title}-华东服装行业协会联合网", middle=middle)
        )
    return site


def _div_site(told: list[Story]) -> dict[str, Reply]:
    """A UTF-8 portal, the date inside the article's address, related titles after the body."""
    frame = (
        '<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        '<header><nav><a href="/">首页</a><a href="/news/">资讯</a><a href="/about.html">关于我们</a></nav></header>'
        "{middle}<footer>Copyright © 纺织服装资讯网（演示） ICP备00000000号</footer></body></html>"
    )

    def path(story: Story) -> str:
        return f"/news/{story.published:%Y%m}/t{story.published:%Y%m%d}_{story.number}.html"

    items = "".join(
        f'<li><a href=".{path(s)[5:]}" title="{s.title}">{s.title[:18]}...</a><span>{s.published:%m-%d}</span></li>'
        for s in told
    )
    reply = partial(_encoded, "text/html; charset=utf-8", "utf-8")
    listing = f'<div class="main"><h2>行业资讯</h2><ul class="list">{items}</ul></div>'
    site = {"/news/": reply(frame.format(title="行业资讯_纺织服装资讯网", middle=listing))}
    for story in told:
        body = "".join(f"<p>{html.escape(p)}</p>" for p in story.paragraphs)
        middle = (
            f'<div class="article"><h1>{story.title}</h1><div class="info"><span>{story.published.isoformat()} 09:12</span> '
            f'<span>来源：{story.outlet}</span> <a href="#">分享到</a></div><div class="TRS_Editor">{body}</div>'
            '<p class="editor">责任编辑：演示</p></div><div class="related"><h3>相关阅读</h3><ul>'
            "<li>2019秋季面料展圆满闭幕</li><li>第九届理事会会议通知</li></ul></div>"
        )
        site[path(story)] = reply(frame.format(title=f"{story.title}_行业资讯_纺织服装资讯网", middle=middle))
    return site


def _feed_site(told: list[Story]) -> dict[str, Reply]:
    """An RSS 2.0 feed whose entries lead to plain pages."""
    items = "".join(
        f"<item><title>{html.escape(s.title)}</title><link>/post/{s.number}.html</link>"
        f"<pubDate>{format_datetime(_noon(s.published))}</pubDate></item>"
        for s in told
    )
    feed = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>东南纺织（演示）</title><link>/</link>{items}</channel></rss>'
    site = {"/feed.xml": _encoded("application/rss+xml", "utf-8", feed)}
    return site | {f"/post/{s.number}.html": _plain_page(s) for s in told}


def _json_site(told: list[Story]) -> dict[str, Reply]:
    """A list that exists only as JSON, as behind pages drawn by a script."""
    rows = [
        {
            "id": s.number,
            "title": s.title,
            "url": f"/a/{s.number}.html",
            "publishTime": f"{s.published.isoformat()} 10:30:00",
        }
        for s in told
    ]
    listing = json.dumps({"code": 0, "data": {"total": len(rows), "list": rows}}, ensure_ascii=False)
    site = {"/api/list": _encoded("application/json", "utf-8", listing)}
    return site | {f"/a/{s.number}.html": _plain_page(s) for s in told}


def _plain_page(story: Story) -> Reply:
    body = "".join(f"<p>{html.escape(p)}</p>" for p in story.paragraphs)
    return _encoded(
        "text/html; charset=utf-8",
        "utf-8",
        f'<!doctype html><html><head><meta charset="utf-8"><title>{story.title}</title>'
        f'<meta property="article:published_time" content="{story.published.isoformat()}T10:30:00+08:00"></head><body>'
        f'<article><h1>{story.title}</h1><p class="meta">{story.published.isoformat()}　来源：{story.outlet}</p>{body}</article></body></html>',
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time()).replace(hour=12).astimezone()


def _encoded(content_type: str, encoding: str, text: str) -> Reply:
    return Reply(content_type, text.encode(encoding))


_WAYS: dict[SiteKind, tuple[str, str, Callable[[list[Story]], dict[str, Reply]]]] = {
    "asp": ("华东服装行业协会联合网", "/list.asp", _asp_site),
    "div": ("纺织服装资讯网", "/news/", _div_site),
    "feed": ("东南纺织", "/feed.xml", _feed_site),
    "json": ("岭南时尚", "/api/list", _json_site),
}


# --- serving -------------------------------------------------------------------------------------


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, site: dict[str, Reply], *arguments: object) -> None:
        self._site = site
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer from the site's table, with an ETag; 304 where the asker has it already."""
        reply = self._site.get(self.path)
        if reply is None:
            self._send(404, Reply("text/plain", b"not found"), {})
            return
        tag = f'"{hashlib.sha256(reply.body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == tag:
            self._send(304, Reply(reply.content_type, b""), {"ETag": tag})
        else:
            self._send(200, reply, {"ETag": tag})

    def _send(self, status: int, reply: Reply, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": reply.content_type, **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, *_: object) -> None:
        """Keep the terminal for the demo's own words."""


@contextmanager
def serve(today: date) -> Iterator[tuple[Source, ...]]:
    """Serve the four sites on free loopback ports while the context is open.

    Args:
        today: the day the articles are dated around.

    Yields:
        The sources as config.yaml would declare them: an id, a name and an address, nothing more.
    """
    told = stories(today)
    servers: list[ThreadingHTTPServer] = []
    sources: list[Source] = []
    try:
        for kind, (name, start, build) in _WAYS.items():
            site = build([s for s in told if s.site == kind])
            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, site))
            threading.Thread(target=server.serve_forever, name=f"demo-{kind}", daemon=True).start()
            servers.append(server)
            sources.append(
                Source(id=f"demo-{kind}", name=name, url=f"http://127.0.0.1:{server.server_port}{start}")
            )
        yield tuple(sources)
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


def demo_config(root: Path, sources: tuple[Source, ...], seeds: Path) -> Config:
    """Return the demo's configuration: the served sites and the seeds, loopback allowed, no waiting."""
    folder = Source(id="seeds", name="种子文档", url=str(seeds), kind="files")
    return Config(
        root=root,
        database="sqlite:///state/demo.db",
        sources=(*sources, folder),
        http=HttpConfig(allow_private=("127.0.0.0/8",), delay=0, per_host=4),
    )
