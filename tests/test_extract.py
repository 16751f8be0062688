"""Page to Article: title, date, outlet, body, over the markup that Chinese systems write."""

import contextlib
from datetime import UTC, datetime

import pytest

from scrapers.errors import NotAnArticle, ScrapeError, Unreadable
from scrapers.extract import next_page, read_page, read_text
from scrapers.model import Page

NOW = datetime(2025, 3, 20, 1, 0, tzinfo=UTC)
TITLE = "全省服装行业协会秘书长联席会议召开"
FIRST = "3月10日，全省服装行业协会秘书长联席会议在杭州召开，各地协会秘书长汇报了当地服装行业的发展情况。"
SECOND = "会议由执行秘书长主持，大家围绕行业发展趋势展开深入交流，共促协作融合，推动行业迈向新高度。"
THIRD = "会长在会上指出，搭建这一平台旨在整合各地优势资源，打破地域壁垒，实现产业链上下游的深度合作。"
BODY = f"{FIRST}\n{SECOND}\n{THIRD}"
NAV = "<div class=nav>" + "".join(f"<a href=/c{n}>栏目{n}</a>" for n in range(9)) + "</div>"
FOOT = (
    "<div>版权所有：某省服装行业协会 地址：某市某路1号 电话：0571-12345678</div><div>浙ICP备12345678号</div>"
)
SIDE = (
    "<ul>"
    + "".join(f"<li><a href=/n{n}>关于举办第{n}届服装设计大赛的通知</a> 03-0{n}</li>" for n in range(1, 9))
    + "</ul>"
)


def page(html: str, url: str = "http://www.example.org/news/1.html", encoding: str = "utf-8") -> Page:
    return Page(url, url, 200, {}, html.encode(encoding), NOW)


def whole(body: str, byline: str = "来源：中国服装网 发布时间：2025-03-11 浏览：20次") -> str:
    return (
        f"<html><head><title>{TITLE}-某省服装行业协会</title></head><body>{NAV}<h1>{TITLE}</h1><div>{byline}</div>"
        f"{body}{SIDE}{FOOT}</body></html>"
    )


PARAGRAPHS = "".join(f"<p>　　{line}</p>" for line in BODY.split("\n"))
BREAKS = "<br><br>　　".join(BODY.split("\n"))
MARKUP = {
    "paragraphs": f"<div class=content>{PARAGRAPHS}</div>",
    "breaks": f"<div id=zoom>{BREAKS}</div>",
    "one font": f"<font size=2>{BREAKS}</font>",
    "TRS": f"<div class=TRS_Editor><style>.TRS_Editor P{{margin:0}}</style>{PARAGRAPHS}</div>",
    "nested tables": f"<table><tr><td><table><tr><td><table><tr><td>{BREAKS}</td></tr></table></td></tr></table></td></tr></table>",
    "Discuz": f'<table><tr><td class="t_f" id="postmessage_1">{BREAKS}</td></tr></table>',
    "WeChat": f'<div id="js_content" style="visibility: hidden; opacity: 0;"><section>{PARAGRAPHS}</section></div>',
    "UCAP": f"<UCAPCONTENT>{PARAGRAPHS}</UCAPCONTENT>",
    "bare text nodes": f"<div><div><img src=a.jpg></div>{BREAKS}</div>",
    "unclosed": "<div><p>" + "<p>".join(BODY.split("\n")),
    "deep indent": "<div>" + "　　".join(["", *BODY.split("\n")]) + "</div>",
    "pre": f"<pre>{BODY}</pre>",
    "list": "<div><ol><li>" + "</li><li>".join(BODY.split("\n")) + "</li></ol></div>",
    "Word": f"<div class=Section1>{PARAGRAPHS.replace('<p>', '<p class=MsoNormal style=mso-x:y><span lang=EN-US><o:p></o:p></span>')}</div>",
    "ended twice": f"<div>{PARAGRAPHS}</div></body></html></body></html>",
}


@pytest.mark.parametrize("body", MARKUP.values(), ids=MARKUP)
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_body_is_found_in_every_markup(body, encoding):
    """The body comes out a paragraph a line, with title, date and outlet, whatever system wrote it."""
    article = read_page(page(whole(body), encoding=encoding))
    assert article.text == BODY
    assert article.title == TITLE
    assert article.published == "2025-03-11"
    assert article.outlet == "中国服装网"


HIDDEN = {
    "display none": "<span style='display:none'>内容来自某论坛</span>",
    "font size 0": "<font style='font-size:0px'>内容来自某论坛</font>",
    "jammer class": "<font class='jammer'>1 r9 e9 O% V9 P0 R</font>",
    "white": "<font color='#FFFFFF'>内容来自某论坛</font>",
    "style sheet": "<style>.x1{display:none}</style><span class=x1>内容来自某论坛</span>",
}


@pytest.mark.parametrize("noise", HIDDEN.values(), ids=HIDDEN)
def test_text_nobody_sees_is_cut_and_listed(noise):
    """Hidden text inside a paragraph goes, and the article says so."""
    half = len(FIRST) // 2
    article = read_page(
        page(whole(f"<div><p>{FIRST[:half]}{noise}{FIRST[half:]}</p><p>{SECOND}</p><p>{THIRD}</p></div>"))
    )
    assert article.text == BODY
    assert any(cut.step == "hidden" for cut in article.cuts)


def test_reversed_and_inserted_characters_are_read_as_seen():
    """Words that CSS turns round or adds are read the way a reader sees them."""
    html = (
        "<style>.a::before{content:'汇'}.b{unicode-bidi:bidi-override;direction:rtl}@media print{.c{display:none}}</style>"
        f"<div class=c><p>{FIRST.replace('汇', '<i class=a></i>')}</p><p>{SECOND.replace('行业发展', '<span class=b>展发业行</span>')}</p><p>{THIRD}</p></div>"
    )
    assert read_page(page(whole(html))).text == BODY


def test_short_notice_with_an_attachment():
    """Two sentences and an attachment are an article."""
    notice = "<div class=con><p>各会员单位：</p><p>现将会议材料发给你们，请查收。</p><p>附件：<a href=1.doc>会议材料.doc</a></p></div>"
    article = read_page(page(whole(notice)))
    assert article.text == "各会员单位：\n现将会议材料发给你们，请查收。\n附件：会议材料.doc"


def test_table_rows_are_lines():
    """A table keeps its order, a row a line."""
    table = "<table><tr><td>名称</td><td>产量</td></tr><tr><td>纱</td><td>10万吨</td></tr></table>"
    article = read_page(page(whole(f"<div><p>{FIRST}</p>{table}<p>{SECOND}</p></div>")))
    assert article.text == f"{FIRST}\n名称 产量\n纱 10万吨\n{SECOND}"


def test_select_wins():
    """CSS given for a source decides title, date and body."""
    html = whole(
        f"<div id=x><p>{FIRST}</p></div><div id=y><b class=t>另一个标题在此</b><i>2024年5月6日</i><p>{SECOND}</p></div>"
    )
    article = read_page(page(html), select={"title": ".t", "published": "#y i", "body": "#x"})
    assert (article.title, article.published, article.text) == ("另一个标题在此", "2024-05-06", FIRST)


def test_relative_date_is_resolved_by_the_fetch():
    """1周前 beside the title is a week before the page was fetched."""
    assert read_page(page(whole(MARKUP["paragraphs"], "1周前"))).published == "2025-03-13"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"", NotAnArticle),
        (b"%PDF-1.4 ...", Unreadable),
        (b"<html><script>1</script></html>", NotAnArticle),
    ],
)
def test_what_is_no_article_says_so(body, error):
    """Bytes without an article raise one clear error."""
    with pytest.raises(error):
        read_page(Page("http://e.example/", "http://e.example/", 200, {}, body, NOW))


HOSTILE = {
    "nested": b"<div>" * 100_000 + "<p>中文</p>".encode(),
    "nested and closed": b"<b><i>" * 50_000 + "中文".encode() + b"</i></b>" * 50_000,
    "one line": b"<p>" + "服装行业协会召开会议。".encode() * 600_000,
    "entities": b"<!DOCTYPE x [<!ENTITY a '" + b"&b;" * 10_000 + b"'>]><p>&a;&amp;" + b"&lt;" * 200_000,
    "zero bytes": b"<p>\0\0" + "会议\0召开".encode() + b"\0" * 100_000,
    "open tag": b"<p " + b"a=1 " * 300_000,
    "comments": b"<!--" * 100_000,
    "attributes": b"<p style='" + b"x:y;" * 100_000 + b"'>" + "会议召开。".encode(),
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_bytes_end_soon(body):
    """Whatever the bytes, an article or one clear error comes within seconds."""
    started = datetime.now(UTC)
    with contextlib.suppress(ScrapeError):
        read_page(Page("http://e.example/", "http://e.example/", 200, {}, body, NOW))
    assert (datetime.now(UTC) - started).total_seconds() < 8


def test_next_page_of_a_body():
    """The next page of a split body is found; the next article and the list's next page are not."""
    html = "<a href='1_2.html'>2</a> <a href='1_2.html'>下一页</a> <a href='2.html'>下一篇</a>"
    assert next_page(page(html)) == "http://www.example.org/news/1_2.html"
    assert next_page(page("<a href='2.html'>下一页</a>")) is None


def test_copied_text_loses_its_page():
    """Copied text with crumbs, byline and footer gives title, date, outlet and body."""
    raw = f"某协会官方网站 |收藏本站 |设为首页\n首页>行业资讯>国际国内\n\n{TITLE}\n\n时间:2014-01-24 来源:中国服装网 作者: 点击:1501次\n\n{BODY}\n\n分享到:\n行业资讯\n\n第二届大会开幕\n电话:024-86606283\n版权所有©2014"
    article = read_text(raw)
    assert (article.title, article.published, article.outlet, article.text) == (
        TITLE,
        "2014-01-24",
        "中国服装网",
        BODY,
    )


def test_copied_text_without_a_title():
    """Text that begins with its first sentence has no title."""
    assert read_text(BODY).title == ""
    assert read_text(BODY).text == BODY


def test_copied_text_keeps_a_relative_date_open():
    """1周前 stays unknown without a fetching time."""
    assert read_text(f"{TITLE}\n中国服装网\n1周前\n{BODY}").published is None
    assert read_text(f"{TITLE}\n中国服装网\n1周前\n{BODY}", fetched=NOW).published == "2025-03-13"
