"""Writes the golden pages: each story of stories.toml in the markup of an engine, with what pages.toml says is odd.

python -m tests.bench.pages.generate
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from pathlib import Path

import jinja2

HERE = Path(__file__).parent
TEMPLATES = HERE / "engines"
GOLDEN = HERE.parents[1] / "golden" / "pages"
FETCHED = "2025-08-20T10:00:00+08:00"


@dataclass(frozen=True, slots=True)
class Story:
    """What a page tells."""

    title: str
    published: str
    outlet: str
    author: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spec:
    """How a page tells it; the fields are those of pages.toml. None stands for what the story says."""

    id: str
    story: str
    engine: str
    head: str
    body: str = "p"
    bytes: str = "utf-8"
    meta: str | None = None
    header: str = "text/html"
    url: str = "http://www.example.org.cn/news/show-318.html"
    fetched: str = FETCHED
    hostile: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    swap: Mapping[str, str] = field(default_factory=dict)
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    site: str = ""
    paper: str = ""
    kicker: str = ""
    intro: str = ""
    pager: str = ""
    twice: bool = False
    stray: bool = False
    bare_meta: bool = False


def read_toml(name: str) -> dict[str, object]:
    """Read one of the data files beside this module."""
    return tomllib.loads((HERE / name).read_text("utf-8"))


def stories() -> dict[str, Story]:
    """Return the stories by name."""
    return {
        name: Story(**{**row, "text": tuple(row["text"])}) for name, row in read_toml("stories.toml").items()
    }


def specs() -> list[Spec]:
    """Return how every generated page is made."""
    known = {f.name for f in fields(Spec)}
    rows = read_toml("pages.toml")["page"]
    assert all(set(row) <= known for row in rows), "pages.toml has an unknown key"
    return [Spec(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}) for row in rows]


# --- how a body is written ---


def _wrapped(before: str, after: str) -> Callable[[list[str]], str]:
    return lambda lines: "".join(f"{before}{line}{after}\n" for line in lines)


def _spans(lines: list[str]) -> str:
    return "".join(
        '<p style="line-height:2em"><span style="font-size:16px"><span style="font-family:宋体">　　'
        f'{line[: len(line) // 2]}</span></span><span style="font-family:仿宋">{line[len(line) // 2 :]}</span></p>'
        for line in lines
    )


def _mso(lines: list[str]) -> str:
    head = (
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->"
        '<p class=MsoNormal><span lang=EN-US style="font-family:仿宋_GB2312"><o:p>&nbsp;</o:p></span></p>'
    )
    return head + "".join(
        '<p class=MsoNormal style="text-indent:32.0pt;mso-char-indent-count:2.0"><span style="mso-bidi-font-size:16.0pt;'
        f'font-family:仿宋_GB2312">{line[:14]}</span><span lang=EN-US></span><span style="font-size:16.0pt">{line[14:]}</span>'
        "<span lang=EN-US><o:p></o:p></span></p>\r\n"
        for line in lines
    )


def _table(lines: list[str]) -> str:
    rows = [line.split(" ") for line in lines if line.count(" ") >= 2]
    cells = "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in rows)
    first, last = lines[0], lines[-1]
    return f'<p>　　{first}</p><table border="1" cellspacing="0">{cells}</table><p>　　{last}</p>'


def _gallery(lines: list[str]) -> str:
    return "".join(
        f'<p style="text-align:center"><img src="/uploadfile/2023/1106/{n}.jpg" alt="IMG_{n}.JPG"></p><p style="text-align:center">{line}</p>'
        for n, line in enumerate(lines, 4101)
    )


def _cells(lines: list[str]) -> str:
    rows = "".join(f"<TR><TD><FONT SIZE=3>　　{line}</FONT></TD></TR>" for line in lines)
    return f"<TABLE><TR><TD><TABLE BORDER=0>{rows}</TABLE></TD></TR></TABLE>"


BODIES: dict[str, Callable[[list[str]], str]] = {
    "p": _wrapped("<p>　　", "</p>"),
    "indent": _wrapped('<p style="text-indent:2em;text-align:justify">', "</p>"),
    "div": _wrapped("<div>&nbsp; &nbsp; ", "</div>"),
    "br": lambda lines: "<br />\r\n".join(f"　　{line}" for line in lines),
    "brbr": lambda lines: "<br><br>".join(f"　　{line}" for line in lines),
    "font": lambda lines: "<font size=3>　　" + "<br>\n　　".join(lines) + "</font>",
    "nbsp": _wrapped("<p>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; ", "</p><p>&nbsp;</p>"),
    "section": _wrapped('<section><section style="margin:10px"><p><span>', "</span></p></section></section>"),
    "lines": lambda lines: "\n<br>".join(lines),
    "unclosed": lambda lines: "<P>　　" + "\n<P>　　".join(lines) + "<B>",
    "spans": _spans,
    "mso": _mso,
    "table": _table,
    "gallery": _gallery,
    "cells": _cells,
    "textarea": lambda lines: (
        "<textarea style='border:0' rows=30 readonly>" + "\n".join(f"　　{x}" for x in lines) + "</textarea>"
    ),
}

# --- what is done against copying, and what else does not belong ---

_PINYIN = {"業": "yè", "發": "fā", "長": "cháng", "當": "dāng", "質": "zhì", "檢": "jiǎn", "學": "xué"}
_SPAM = "<p>免费论文网提供大量范文，专业代写各类职称文章，详情咨询在线客服，以下正文由编辑为您整理。</p>"


def _sprinkle(mark: str, every: int) -> Callable[[str], str]:
    """Set a mark inside every so many Chinese characters."""
    return lambda html: re.sub(rf"([\u4e00-\u9fff]{{{every}}})(?=[\u4e00-\u9fff])", rf"\1{mark}", html)


def _jammers(html: str) -> str:
    marks = (
        '<font class="jammer">1 r9 e9 O% V9 P0 R: p- h</font>',
        '<span style="display:none">6 u; K2 s\' N) `+ q</span>',
    )
    parts = html.split("<br />")
    return "".join(part + marks[n % 2] + "<br />" for n, part in enumerate(parts[:-1])) + parts[-1]


def _pinyin(html: str) -> str:
    return re.sub("[" + "".join(_PINYIN) + "]", lambda m: f"{m[0]}({_PINYIN[m[0]]})", html)


def _hidden(html: str) -> str:
    traps = (
        '<p style="display:none">代开发票加微信咨询</p>',
        '<span style="font-size:0px">copyright-trap</span>',
        '<font color="#ffffff">代开发票请来电</font>',
    )
    parts = html.split("</p>")
    return "</p>".join(part + (traps[n] if n < len(traps) else "") for n, part in enumerate(parts))


HOSTILE: dict[str, Callable[[str], str]] = {
    "jammer": _jammers,
    "hidden": _hidden,
    "zero-width": _sprinkle("\u200b", 3),
    "private-use": _sprinkle("\ue5e5", 9),
    "pinyin": _pinyin,
    "comment": lambda html: f"<!-- <p>旧版正文：本页内容已经更新，请以新版为准。</p> -->{html}",
    "spam": lambda html: _SPAM + html,
    "twice": lambda html: f'<div class="pc">{html}</div><div class="mobile">{html}</div>',
    "editor": lambda html: (
        f"<p>原标题：童装设计师，看过来</p>{html}<p>（责任编辑：小满）</p><p>本文链接：http://www.example.org.cn/news/show-318.html</p><p>投稿邮箱：news@example.org</p>"
    ),
}

# --- bytes ---


def _mojibake(text: str) -> bytes:
    """Encode UTF-8 read as Latin-1 a second time, as a database of the wrong charset does."""
    return text.encode().decode("latin-1").encode()


def _hex(text: str) -> bytes:
    return re.sub(r"[^\x00-\x7f]", lambda m: f"&#x{ord(m[0]):X};", text).encode("ascii")


def encode(text: str, how: str) -> bytes:
    """Return a page's bytes."""
    if how == "mojibake":
        return _mojibake(text)
    if how == "ascii-hex":
        return _hex(text)
    if how == "utf-16-be-bom":
        return b"\xfe\xff" + text.encode("utf-16-be")
    return text.encode(how, "xmlcharrefreplace" if how != "utf-16" else "strict")


# --- pages ---


def _render(spec: Spec, story: Story, body: str) -> str:
    year, month, day = story.published.split("-")
    outlet = spec.outlet or story.outlet
    words = {
        "Y": year,
        "m": month,
        "d": day,
        "n": int(month),
        "j": int(day),
        "outlet": outlet,
        "author": story.author,
    }
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={spec.meta or spec.bytes}" />'
    state = {
        "detail": {
            "id": 318,
            "title": story.title,
            "publishTime": f"{story.published} 08:00:00",
            "content": body,
        }
    }
    template = jinja2.Template((TEMPLATES / f"{spec.engine}.html").read_text("utf-8"))
    return template.render(
        words,
        title=story.title,
        head=spec.head.format(**words),
        meta=meta,
        body=body,
        lead=story.text[0][:40] + "...",
        editor="林小满",
        epoch=int(datetime.fromisoformat(f"{story.published}T12:00:00+08:00").timestamp()),
        state=json.dumps(state),
        site=spec.site,
        paper=spec.paper,
        kicker=spec.kicker,
        intro=spec.intro,
        pager=spec.pager,
    )


def _received(spec: Spec, html: str) -> bytes:
    if spec.bare_meta:
        html = re.sub(r'<meta name="(?:author|source|publishdate)"[^>]*>', "", html)
    if spec.twice:
        html = html.replace('<div class="related', '</body></html>\n<div class="related', 1)
    body = encode(html, spec.bytes)
    if spec.stray:
        body = body.replace(b"</title>", b"\xe6\x9c</title>", 1).replace(b"</p>", b"\xc3</p>", 1)
    return body


def _snippets(lines: tuple[str, ...]) -> list[str]:
    """Return the ends of the body and some of its middle, which a reader that cuts too much loses."""
    chosen = (lines[0][:12], lines[len(lines) // 2][-13:-1], lines[-1][-13:])
    return [piece for piece in dict.fromkeys(chosen) if len(piece) >= 4]


def _around(spec: Spec, story: Story) -> str:
    """Return the page without its title and body: where an outlet or author is named for their own sake."""
    return _render(spec, replace(story, title="", text=("",)), "")


def expectation(spec: Spec, story: Story, blank: str, engine: list[str]) -> dict[str, object]:
    """Return what a reader should find; outlet and author only where the page names them outside the body."""
    outlet = spec.outlet if spec.outlet is not None else story.outlet if story.outlet in blank else ""
    author = spec.author if spec.author is not None else story.author if story.author in blank else ""
    return {
        "url": spec.url,
        "file": f"{spec.id}.html",
        "headers": {"content-type": spec.header},
        "fetched": spec.fetched,
        "title": story.title,
        "published": spec.published or story.published,
        "outlet": outlet or None,
        "author": re.sub("^记者 ", "", author) or None,
        "include": _snippets(story.text),
        "exclude": [*engine, *spec.exclude],
        "text": "\n".join(story.text),
    }


def _swapped(story: Story, swap: Mapping[str, str]) -> Story:
    text = "\n".join(story.text)
    for old, new in swap.items():
        text = text.replace(old, new)
    return replace(story, text=tuple(text.split("\n")))


def pages() -> Iterator[tuple[str, bytes, dict[str, object]]]:
    """Yield every generated page: id, bytes and expectation."""
    told, engines = stories(), read_toml("engines.toml")
    for spec in specs():
        story = _swapped(told[spec.story], spec.swap)
        body = BODIES[spec.body](list(story.text))
        for name in spec.hostile:
            body = HOSTILE[name](body)
        html = _render(spec, story, body)
        yield (
            spec.id,
            _received(spec, html),
            expectation(spec, story, _around(spec, story), engines[spec.engine]),
        )


def main() -> None:
    """Write the pages and what they should give."""
    for name, body, want in pages():
        (GOLDEN / f"{name}.html").write_bytes(body)
        (GOLDEN / f"{name}.json").write_text(json.dumps(want, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
