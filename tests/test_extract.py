"""Page to Article: title, date, outlet, body, over the markup that Chinese systems write."""

import contextlib
import html
import json
from datetime import UTC, datetime

import pytest

from scrapers.errors import NotAnArticle, ScrapeError, Unreadable
from scrapers.extract import next_page, read_page, read_text
from scrapers.heading import tells
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
    "font size 1": "<span style='font-size: 1px'>内容来自某论坛</span>",
    "a box of no size": "<span style='width:0;height:0;overflow:hidden'>内容来自某论坛</span>",
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


@pytest.mark.parametrize(
    ("label", "left"),
    [("[tongxun] ", ""), ("[行业] ", "[行业] ")],
    ids=["the list that it is kept under", "a label of its own"],
)
def test_a_message_has_the_subject_without_the_name_of_its_list(label, left):
    """As its archive shows it, with its day and no outlet."""
    head = f"{label}丝绸之路上的织机修复工程开工"
    message = (
        f"<html><head><title>{head}</title></head><body><h1>{head}</h1><b>陈望舒</b><br>"
        f"<i>Tue Mar 11 09:30:00 CST 2025</i><hr><pre>{FIRST}\n\n{SECOND}</pre></body></html>"
    )
    article = read_page(page(message, "http://www.example.org/pipermail/tongxun/2025-March/000261.html"))
    assert article.title == f"{left}丝绸之路上的织机修复工程开工"
    assert (article.published, article.outlet) == ("2025-03-11", None)


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
    "different attributes": b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x",
    "many paragraphs": "<p>会议</p>".encode() * 200_000,
    "many links": b"<li><a href=1>abc</a></li>" * 50_000,
    "one paragraph over and over": "<p>近日，协会在柯桥召开会议，研究部署行业的各项工作，并通报情况。</p>".encode()
    * 30_000,
    "many boxes of links": b"<p>x, y.</p>"
    + b"<div><p><a href=1>abc</a><p><a href=2>abc</a><p><a href=3>abc</a></div>" * 9_000,
    "closed by others": b"<ul><li></x>" * 20_000 + "<p>中文</p>".encode(),
    "fonts left open": b"".join(b"<p><font size=%d>x</p>" % n for n in range(9_000)),
    "marks without a charset": "。，".encode() * 400_000 + b"\x81",
    "endless style": b"<style>" + b".a{" * 100_000,
    "attributes": b"<p style='" + b"x:y;" * 100_000 + b"'>" + "会议召开。".encode(),
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_bytes_end_soon(body):
    """Whatever the bytes, an article or one clear error comes within seconds."""
    started = datetime.now(UTC)
    with contextlib.suppress(ScrapeError):
        read_page(Page("http://e.example/", "http://e.example/", 200, {}, body, NOW))
    assert (datetime.now(UTC) - started).total_seconds() < 15


PROSE = "近日，协会在柯桥召开会议，研究部署各项工作，并通报了上半年的情况。"


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{PROSE}</p>".encode() * 3,
        f"<p>{PROSE}</p>".encode().replace(b"p>", b"\0p\0>"),
        b"<img src='data:image/png;base64," + b"iVBORw0KGgo" * 700_000 + f"'><p>{PROSE}</p>".encode(),
    ],
    ids=["a paragraph three times over", "zero bytes in tags", "a picture of 7 MB in the page"],
)
def test_prose_is_read_whatever_stands_round_it(body):
    """What a page says once at least is its article, however often it says it and whatever bytes stand between."""
    assert read_page(Page("http://e.example/", "http://e.example/", 200, {}, body, NOW)).text == PROSE


def test_next_page_of_a_body():
    """The next page of a split body is found; the next article and the list's next page are not."""
    html = "<a href='1_2.html'>2</a> <a href='1_2.html'>下一页</a> <a href='2.html'>下一篇</a>"
    assert next_page(page(html)) == "http://www.example.org/news/1_2.html"
    assert next_page(page("<a href='2.html'>下一页</a>")) is None
    assert (
        next_page(page('<script>createPageHTML(3, 0, "1", "html");</script>'))
        == "http://www.example.org/news/1_1.html"
    )
    assert next_page(page('<script>createPageHTML(3, 2, "1", "html");</script>')) is None


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


THREAD = "".join(
    f"<table><tr><td class=pls>主题 128 帖子 980</td><td class=plc><em>发表于 2025-3-1{n} 09:30</em> <a href=x>只看该作者</a>"
    f"<table><tr><td class=t_f id=postmessage_{n}>{text}</td></tr></table></td></tr></table>"
    for n, text in enumerate(
        [BREAKS, "会议开得很好，希望多组织这样的活动，我们企业非常需要交流和学习的机会。" * 4, "支持一下！"]
    )
)
SHOWN_BY_A_SCRIPT = {
    "JSON in a script": f"<script>window.data={json.dumps({'content': PARAGRAPHS})}</script>",
    "a variable": f"<script>var html='{PARAGRAPHS}';document.write(html)</script>",
    "a text area": f"<textarea style='display:none'>{html.escape(PARAGRAPHS)}</textarea>",
    "a comment": f"<!-- <div>{PARAGRAPHS}</div> -->",
    "a folded box": f"<div style='display:none'>{PARAGRAPHS * 3}</div>",
}


def test_a_thread_is_its_first_post():
    """Of a forum's posts the first is the article, with its own date, and the title stands without the board's."""
    head = f"<title>{TITLE} - 协会动态 - 某论坛 - Powered by Discuz!</title><h1><a href=f>[协会动态]</a> <span>{TITLE}</span></h1>"
    article = read_page(page(f"<html>{head}{THREAD}</html>"))
    assert (article.title, article.published, article.text) == (TITLE, "2025-03-10T09:30+08:00", BODY)


@pytest.mark.parametrize("body", SHOWN_BY_A_SCRIPT.values(), ids=SHOWN_BY_A_SCRIPT)
def test_body_that_a_script_shows_is_found(body):
    """A body that stands only where a script takes it from is read from there."""
    assert read_page(page(whole(body))).text == BODY


THIN = {
    "captions": ["图为开幕式现场", "图为嘉宾参观展区", "获奖选手合影"],
    "names": ["序号 单位名称 奖项", "1 宁波雅美服饰有限公司 一等奖", "2 杭州华衣集团有限公司 二等奖"],
    "two lines": ["3月10日，秘书处赴绍兴调研面料企业。", "调研组参观了中国轻纺城。"],
    "links": ["历届服装设计大赛回顾之一", "历届服装设计大赛回顾之二", "历届服装设计大赛回顾之三"],
}
INTRODUCTION = "<div class=left><h3>协会简介</h3><p>某省服装行业协会成立于1989年，是由全省服装企业、院校等自愿组成的社会团体，现有会员六百余家，下设八个专业委员会。</p></div>"


@pytest.mark.parametrize("kind", THIN)
def test_thin_bodies_are_found_beside_fuller_boxes(kind):
    """Captions, a table of names, two lines or a list of links are a body, and the site's self-praise is none."""
    rows = {
        "names": lambda line: "<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in line.split()) + "</tr>",
        "links": lambda line: f"<p><a href=/z.html>{line}</a></p>",
    }
    inner = "".join(rows.get(kind, lambda line: f"<p><img src=a.jpg>{line}</p>")(line) for line in THIN[kind])
    inner = f"<table>{inner}</table>" if kind == "names" else inner
    html_ = whole(f"<div class=news_content>{inner}</div>").replace("<h1>", INTRODUCTION + "<h1>")
    assert read_page(page(html_)).text == "\n".join(THIN[kind])


def test_index_table_of_an_official_document_is_no_body():
    """索引号, 发布机构 and the other cells above a document are not its text; its date and issuer are read from them."""
    table = "<table><tr><td>索引号：</td><td>0001/2025-12</td><td>发布日期：</td><td>2025-03-11</td></tr><tr><td>发布机构：</td><td>省经信厅</td><td>文号：</td><td>经信〔2025〕1号</td></tr></table>"
    article = read_page(page(whole(f"{table}<div id=zoom>{PARAGRAPHS}</div>", "")))
    assert (article.text, article.published) == (BODY, "2025-03-11")


def test_title_under_a_head_that_names_only_the_site():
    """Where the title element holds but the site's name, the line over the byline is the title."""
    byline = "<p align=center>作者：张三 来源：本站 更新时间：2025-3-11 点击：9</p>"
    html_ = f"<html><head><title>某省服装行业协会</title></head>{NAV}<p align=center><b>{TITLE}</b></p>{byline}{PARAGRAPHS}{FOOT}"
    article = read_page(page(html_))
    assert (article.title, article.published, article.outlet) == (TITLE, "2025-03-11", "本站")


BYLINES = {
    "2025-03-11 10:56:28 证券时报网": ("2025-03-11T10:56:28+08:00", "证券时报网"),
    "<span>棱镜</span><span>2025-03-11</span>": ("2025-03-11", "棱镜"),
    "发表于2025-03-11 21:30| 116次阅读| 来源CSDN| 0 条评论": ("2025-03-11T21:30+08:00", "CSDN"),
    "2025年03月11来源：": ("2025-03-11", None),
    "<i>11</i><em>2025.03</em>": ("2025-03-11", None),
    "發布時(shí)間：2025-03-11 來(lái)源：世界服裝鞋帽網(wǎng)": ("2025-03-11", "世界服装鞋帽网"),
    "【发布日期：2025-03-11】【来源：纺织服装周刊】": ("2025-03-11", "纺织服装周刊"),
}


@pytest.mark.parametrize("line", BYLINES)
def test_bylines_of_every_make(line):
    """Date and outlet are read with and without labels, stacked in a box or full of insertions."""
    article = read_page(page(whole(MARKUP["paragraphs"], line)))
    assert (article.published, article.outlet) == BYLINES[line]


def test_side_matter_ends_a_body():
    """Previous and next, related titles with blurbs, and replies after the body are no part of it."""
    after = (
        "<p>责任编辑：某人</p><div><p>上一篇：<a href=1>协会换届</a></p></div><div class=commend><h4>推荐阅读</h4>"
        "<ul><li><a href=2>面料选择的方法</a><p>本文主要介绍服装面料选择的方法和技巧，供读者参考阅读。</p></li></ul></div>"
        "<div id=comments><p>王先生：这次会议内容非常充实，收获很大，建议以后多组织企业参观考察。</p></div>"
    )
    assert read_page(page(whole(MARKUP["paragraphs"] + after))).text == BODY


def test_a_box_of_links_between_two_paragraphs_parts_no_body():
    """What stands before and after the box is the body; the box is not."""
    box = "<div class=more>相关链接：<a href=/1>环保检修时间表</a><br><a href=/2>一张图看懂染厂分布</a></div>"
    body = f"<div class=c><p>{FIRST}</p>{box}<p>{SECOND}</p><p>{THIRD}</p></div>"
    assert read_page(page(whole(body))).text == BODY


def test_a_body_that_a_script_shows_is_read():
    """A box that is hidden until a script opens it holds the article where nothing else does."""
    hidden = f'<div id=box style="display:none">{PARAGRAPHS}</div><script>show("box")</script>'
    assert read_page(page(whole(hidden))).text == BODY


def test_two_captions_are_a_body():
    """Under a title and a byline a few words are all an article has to say."""
    captions = "<p><img src=1.jpg></p><p>开幕式现场</p><p><img src=2.jpg></p><p>代表合影留念</p>"
    assert read_page(page(whole(f"<div class=content>{captions}</div>"))).text == "开幕式现场\n代表合影留念"


def test_replies_longer_than_the_article_are_no_body():
    """What readers wrote below stays out, however much it is."""
    replies = "<div class=post_comment>" + "".join(f"<p>{FIRST}{n}</p>" for n in range(9)) + "</div>"
    assert read_page(page(whole(f"<div class=content>{PARAGRAPHS}</div>{replies}"))).text == BODY


def test_a_salutation_or_a_date_is_no_title():
    """The title is neither whom a notice addresses nor the day it was put up."""
    html = (
        "<html><head><title>通知公告</title></head><body><div>关于召开会员代表大会的通知</div><div>日期：16-03-02 人气：12</div>"
        f"<div><p>各会员单位：</p>{PARAGRAPHS}</div></body></html>"
    )
    found = read_page(page(html))
    assert (found.title, found.published) == ("关于召开会员代表大会的通知", "2016-03-02")
    assert found.text.startswith("各会员单位：")


def test_a_signature_is_no_title_though_the_head_names_only_the_office():
    """The office that signs a notice is the site's name too; what stands above it is still the body."""
    html = (
        "<html><head><title>某市茧丝绸管理办公室</title></head><body><div>关于填报春茧收购情况的通知</div><div>发布时间：2016-6-17 阅读：3</div>"
        f"<div>{BREAKS}</div><div>某市茧丝绸管理办公室<br>2016年6月16日</div></body></html>"
    )
    found = read_page(page(html))
    assert (found.title, found.published) == ("关于填报春茧收购情况的通知", "2016-06-17")
    assert found.text.startswith(BODY)


def test_cards_of_other_articles_below_are_no_body():
    """A row of boxes, each a linked title over a blurb, tells of other articles."""
    cards = "".join(
        f"<div class=card><a href=/{n}><h3>另一篇文章的题目之{n}</h3></a><p>{THIRD}</p></div>"
        for n in range(3)
    )
    assert read_page(page(whole(f"<div class=post>{PARAGRAPHS}</div><div>{cards}</div>"))).text == BODY


def test_an_index_table_gives_the_day_of_publication_not_of_signing():
    """In an authority's index table the label stands in one cell and the day in the next."""
    table = (
        "<table><tr><td>成文日期：</td><td>2020-05-18</td></tr><tr><td>文号：</td><td>〔2020〕15号</td>"
        "<td>发布日期：</td><td>2020-05-20</td></tr></table>"
    )
    html = f"<html><head><title>{TITLE}</title></head><body>{table}<h1>{TITLE}</h1><div>{PARAGRAPHS}<p>2020年5月18日</p></div></body></html>"
    assert read_page(page(html)).published == "2020-05-20"


def test_cuts_name_what_stood_among_the_paragraphs():
    """A link left out among the paragraphs is listed with its step, for an operator to see."""
    body = (
        "<h1>协会召开换届大会</h1><div><p>发布日期：2024-03-08 来源：省服装协会</p>"
        "<p>3月7日，省服装协会换届大会在江城举行，二百余名代表参加会议，选举产生新一届理事会。</p>"
        "<p><a href=/1>往届名单</a></p>"
        "<p>大会通过了章程修正案，审议了财务报告，并对今后五年的工作作出安排。</p></div>"
    )
    article = read_page(Page("http://e.example/", "http://e.example/", 200, {}, body.encode(), NOW))
    assert ("side", "往届名单") in {(cut.step, cut.text) for cut in article.cuts}


def test_the_number_of_a_document_is_not_its_title():
    """云经信发〔2014〕57号 stands between a notice's title and its date."""
    text = (
        "首页 > 通知公告\n关于组织申报2014年度茧丝绸专项资金项目的通知\n云经信发〔2014〕57号\n发布时间:2014-05-12  来源:消费品处\n"
        "各县(市)、区经信委:\n现将有关事项通知如下,请认真组织申报,并于6月10日前报送材料。"
    )
    assert read_text(text).title == "关于组织申报2014年度茧丝绸专项资金项目的通知"


def test_a_chat_accounts_line_tells_day_and_place_of_posting():
    """原创 秘书处 某某商会 2025年05月17日 21:06 广东 is a byline."""
    article = read_text(
        "热烈祝贺!云泽内衣商会换届啦~\n原创 商会秘书处 云泽内衣商会 2025年05月17日 21:06 广东\n"
        "昨天下午,云泽内衣商会第三届会员大会在文化中心举行,全体会员300余人欢聚一堂。"
    )
    assert (article.title, (article.published or "")[:10]) == ("热烈祝贺!云泽内衣商会换届啦~", "2025-05-17")


def test_a_speech_keeps_its_speaker_above_the_body():
    """The line of post and name between a speech's title and its day is part of it; a subtitle is no title."""
    article = read_text(
        "孟秋:实施“四大工程”,推动服装再出发\n——在江西省服装协会第五届二次会员大会上的讲话\n江西省服装协会会长 孟秋\n(2013年12月6日 南昌)\n"
        "各位会员、各位来宾:\n大家上午好!今天,我们在南昌召开会员大会,回顾一年来的工作,部署今后三年的任务。"
    )
    assert article.title == "孟秋:实施“四大工程”,推动服装再出发"
    assert "江西省服装协会会长 孟秋" in article.text
    assert (article.published or "")[:10] == "2013-12-06"


def test_spam_in_the_head_is_no_title_and_a_forums_sort_is_none_of_it():
    """The visible heading names a page whose head whoever took it over wrote; [行情] sorts a thread."""
    body = (
        "<p>前三季度，全省产业用纺织品行业运行质量稳步回升，规模以上企业营业收入同比增长百分之五点二。</p>"
        * 2
    )
    head = "<title>久久精品娱乐城官网-首存送彩金</title>"
    page = f"{head}<div class=tit>产业用纺织品行业运行质量稳步回升</div><div>发布时间:2025-09-29 点击:76</div><div>{body}</div>"
    article = read_page(
        Page("http://e.example/317.html", "http://e.example/317.html", 200, {}, page.encode(), NOW)
    )
    assert article.title == "产业用纺织品行业运行质量稳步回升"
    head = "<title>[行情] 轻纺城冬布走货实录，聊聊我看到的 - 面料交流 - 布友论坛</title>"
    page = (
        f"{head}<h1><a href=/t3>[行情]</a> <span id=thread_subject>轻纺城冬布走货实录，聊聊我看到的</span></h1>"
        f"<div>发表于 2025-11-20 12:22</div><div class=t_f>{body}</div>"
    )
    article = read_page(
        Page("http://e.example/t.html", "http://e.example/t.html", 200, {}, page.encode(), NOW)
    )
    assert article.title == "轻纺城冬布走货实录，聊聊我看到的"


def test_an_e_paper_names_itself_and_a_site_goes_before_its_column():
    """The head's 某某日报数字报 is the outlet where nothing else says one; a category beside the date is none."""
    body = (
        "<p>凤城的秋天来得早，九月中旬，山上的柞树叶子已经泛黄，蚕农背着筐往坡上走，要赶在霜降前摘茧。</p>"
        * 2
    )
    page = f"<title>让柞蚕丝再暖一回--云泽日报数字报</title><h1>让柞蚕丝再暖一回</h1><div>2025年9月25日 星期四</div><div>{body}</div>"
    article = read_page(Page("http://e.example/1.htm", "http://e.example/1.htm", 200, {}, page.encode(), NOW))
    assert article.outlet == "云泽日报"
    ld = '{"@context":"https://schema.org","@type":"Article","publisher":{"@type":"Organization","name":"衣论谈"}}'
    page = (
        f'<title>柞蚕丝的焦虑：标准换版之后 - 衣论谈</title><script type="application/ld+json">{ld}</script><h1>柞蚕丝的焦虑：标准换版之后</h1>'
        f"<div>2025年11月18日 作者 <a href=/a>何以晴</a> <a href=/c>深度</a></div><div>{body}</div>"
    )
    article = read_page(Page("http://e.example/2", "http://e.example/2", 200, {}, page.encode(), NOW))
    assert article.outlet == "衣论谈"


def test_the_title_of_a_notice_that_breaks_is_joined():
    """关于组织开展…规范公告 / 申报工作的通知 is one title."""
    text = (
        "关于组织开展2019年印染企业规范公告\n申报工作的通知\n各市(州)经济和信息化局:\n"
        "现就做好我省2019年印染企业规范公告申报工作通知如下,请于4月10日前将申报材料报送我厅。"
    )
    assert read_text(text).title == "关于组织开展2019年印染企业规范公告申报工作的通知"


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("http://www.example.org/m/news/4193.html", "http://www.example.org/news/4193.html"),
        ("http://www.example.org/index.php?s=/show/id/4193", "http://www.example.org/news/4193.html"),
        ("http://mirror.example.net/news/4193.html", "http://www.example.org/news/4193.html"),
        ("http://www.example.org/news/4200.html", "http://www.example.org/news/4200.html"),
    ],
)
def test_an_article_goes_by_the_address_its_page_declares_its_own(url, own):
    """Wherever it is read: for telephones, by a route, at a mirror; not where a template names one article on every page."""
    declared = '<link rel="canonical" href="http://www.example.org/news/4193.html">'
    text = whole(f"<div><p>{'秋季面料展昨日在绍兴落幕，三天接待采购商两万余人次。' * 6}</p></div>")
    answer = page(text.replace("<title>", f"{declared}<title>", 1), url)
    assert declared in answer.body.decode()
    assert read_page(answer, home="http://www.example.org/").url == own


BROKEN = [
    # Figures take half a character's room.
    "云岭童装商会赴织里推介\n"
    "6月2日上午,云岭县童装产业招商推介会在湖州市织里\n"
    "镇东园大酒店举行,两地300余名客商到会。推介会由云\n"
    "岭县政府主办,云岭县商务局、云岭县经信委承办,县长张\n"
    "立红在会上说,2017年全县童装产业产值38.5亿元,在织里\n"
    "务工的有1.8万人。\n",
    # Paragraphs are told by their indent.
    "云岭童装商会赴织里推介\n"
    "  6月2日上午,云岭县童装产业招商推介会在湖州市织里镇\n东园大酒店举行,两地300余名客商到会。\n"
    "  推介会由云岭县政府主办,云岭\n县商务局、云岭县经信委承办,县长张\n立红在会上说,去年\n"
    "全县童装产业产值38.5亿元,在织里务工的有\n1.8万人。\n",
]


@pytest.mark.parametrize("text", BROKEN, ids=["columns", "indent"])
def test_prose_broken_by_columns_or_below_an_indent_is_joined(text: str) -> None:
    """Names and halls stand whole again."""
    read = read_text(text).text
    assert all(
        words in read for words in ("织里镇东园大酒店举行", "云岭县商务局、云岭县经信委", "县长张立红")
    )


def test_the_bodies_of_a_list_stay_apart() -> None:
    """However alike their names are in length."""
    bodies = (
        "云岭家用纺织品行业协会\n国际贸易促进会云岭分会\n云岭家用纺织品设计中心\n云岭高新技术产业开发区\n"
    )
    assert (
        bodies.strip()
        in read_text(f"云岭家纺设计大赛征稿\n  主办单位\n{bodies}  大赛将于8月15日在云岭举行。").text
    )


def test_a_report_that_opens_without_a_full_stop_keeps_its_first_words():
    """某网讯(记者某)1月13日上午,某推进会召开, with captions below, is no byline."""
    opening = "荆江新闻网讯(记者小琪 通讯员刘敏)2020年1月13日上午,云阳区服装产业集群推进会议召开"
    article = read_text(f"{opening}\n图为陈力\n陈力等出席会议,并指出集群建设是市里的重大决策。")
    assert article.text.startswith("荆江新闻网讯")


def test_prose_broken_at_a_width_is_joined() -> None:
    """Lines of one width without a full stop go on in the next, as does a list broken within a name; headings stay."""
    text = (
        "云岭丝绸协会召开换届大会\n"
        "3月16日,第二十八届江西福建两地绣品交流\n"
        "恳谈会在江西省南昌市召开,来自江西和福建\n"
        "的90余位代表参加。会议由江西省绣品协会主办。\n"
        "副会长：罗启明、李小\n刚、程雨\n"
    )
    lines = read_text(text).text.split("\n")
    assert any("绣品交流恳谈会在江西省南昌市召开" in line and "江西和福建的90余位" in line for line in lines)
    assert lines[-1].endswith("罗启明、李小刚、程雨")


def test_a_point_that_ends_in_a_list_is_not_joined_to_the_next() -> None:
    """福建晋江、石狮 above 五、某直播周: its number opens a line of its own."""
    lines = [
        "四、企业家赴晋江、石狮游学:7月,福建晋江、石狮",
        "五、男装直播周:9月,奉化罗蒙环球城",
        "六、时尚节:10月",
    ]
    assert read_text("\n".join([TITLE, *lines])).text.split("\n") == lines


@pytest.mark.parametrize(
    ("head", "path", "listed"),
    [
        (f"织造同行园--{TITLE}", '<a href="index.asp">织造同行园</a>', ""),
        (f"织造同行园-业界转载-{TITLE}", '<a href="/">织造同行园</a> <a href="b.asp?b=6">业界转载</a>', ""),
        (f"织造同行园--{TITLE}", "织造同行园", TITLE[:12] + "..."),
        (f"织造同行园 - {TITLE}", '<a href="./"><img src="l.gif" alt="织造同行园"></a>', ""),
    ],
)
def test_the_names_of_site_and_column_before_a_title_are_no_part_of_it(head, path, listed):
    """As the page links to them, or as the list calls its entry."""
    text = f"<html><head><title>{head}</title></head><body>{path}<div>{PARAGRAPHS}</div></body></html>"
    assert read_page(page(text), listed=listed).title == TITLE


@pytest.mark.parametrize("listed", [TITLE, TITLE[:12] + "…"])
@pytest.mark.parametrize("below", ["某人 | 第6期 | 第12页", "作者 某人", "特稿 · 某人"])
def test_of_what_stands_over_a_body_that_is_its_title_which_the_list_calls_so(listed, below):
    """Under a head that is the same for all articles, where nothing sets the title off."""
    text = f"<html><head><title>服装之友</title></head><body><p>{TITLE}</p><p>{below}</p><div>{PARAGRAPHS}</div></body></html>"
    assert read_page(page(text), listed=listed).title == TITLE


def test_a_title_stands_behind_the_word_for_it():
    """In the same line, as forums write it."""
    text = f"<html><head><title>某论坛--{TITLE}</title></head><body><p>* 贴子主题： {TITLE}</p><div>{PARAGRAPHS}</div></body></html>"
    assert read_page(page(text)).title == TITLE


def test_a_title_that_the_page_links_to_is_kept():
    """Where nothing but the name of the site stands behind it."""
    link = f"<a href='/huiyi/'>{TITLE}</a>"
    text = f"<html><head><title>{TITLE}-某省服装行业协会</title></head><body>{link}<div>{PARAGRAPHS}</div></body></html>"
    assert read_page(page(text)).title == TITLE


CARD = "<b>某人</b><br>等级：版主<br>文章：12<br>积分：88"


def test_a_thread_is_its_first_post_without_the_card_of_its_writer():
    """However much longer an answer is."""
    answer = (
        "谢谢转载，我们这边的情况也差不多，去年下半年起订单就一直不太稳定，大家都在观望，有消息还请多多分享。"
        * 5
    )
    posts = (f"<table><tr><td>{CARD}</td><td>{said}</td></tr></table>" for said in (BREAKS, answer))
    read = read_page(page(f"<html><head><title>{TITLE}</title></head><body>{''.join(posts)}</body></html>"))
    assert read.text == BODY


def test_cards_may_stand_behind_what_their_writers_say():
    """As old programs put them."""
    answer = "谢谢转载，我们这边的情况也差不多，去年下半年起订单就一直不太稳定，大家都在观望。" * 2
    posts = (f"<div>{said}</div><div>{CARD}</div>" for said in (BREAKS, answer))
    read = read_page(page(f"<html><head><title>{TITLE}</title></head><body>{''.join(posts)}</body></html>"))
    assert read.text == BODY


def test_the_further_pages_of_a_thread_hold_answers():
    """A body split over pages goes on in its second, a thread does not."""
    pager = '<a href="/news/1_2.html">下一页</a>'
    assert next_page(page(whole(PARAGRAPHS + pager))) == "http://www.example.org/news/1_2.html"
    posts = (f"<table><tr><td>{CARD}</td><td>{said}</td></tr></table>" for said in (BREAKS, "谢谢转载。"))
    assert next_page(page(f"<html><body>{''.join(posts)}{pager}</body></html>")) is None
    named = f'<div class="tpc_content">{BREAKS}</div><div class="tpc_content">谢谢转载。</div>'
    assert next_page(page(f"<html><body>{named}{pager}</body></html>")) is None


@pytest.mark.parametrize("label", ["名　　称", "名称：", "标　题", "信息名称"])
def test_the_catalogue_table_of_an_official_document_names_it(label):
    """Under a head that is the same for all documents."""
    title = "桐城发布丝绸制品区域公用品牌办法"
    rest = (
        "<p>　　为规范丝绸制品区域公用品牌的使用，市经济和信息化局会同有关部门制定了本办法，自下月起施行。</p>"
        * 3
    )
    table = f"<table><tr><td>索引号</td><td>TC11-0200-2026-0007</td></tr><tr><td>{label}</td><td>{title}</td></tr><tr><td>发文日期</td><td>2026年11月02日</td></tr></table>"
    html = f"<html><head><title>政府信息公开内容</title></head><body>{table}<div><p align=center><b>{title}</b></p>{rest}</div></body></html>"
    assert read_page(page(html)).title == title


ISSUER, SUBJECT = "桐城市商务局", "桐城建立蚕茧收购价格监测机制"
SAME_FOR_ALL = ["桐城市商务局 规范性文件", "桐城市商务局_规范性文件", "规范性文件"]
FACTS = {
    "table": f"<table><tr><td>索 引 号：</td><td>TC-2026-11</td><td>发文机关：</td><td>市商务局</td></tr><tr><td>标　题：</td><td colspan=3>{SUBJECT}</td></tr><tr><td>成文日期：</td><td>2026年11月20日</td></tr></table>",
    "without colons": f"<table><tr><th>索引号</th><td>TC-2026-11</td><th>发布机构</th><td>{ISSUER}</td></tr><tr><th>名称</th><td colspan=3>{SUBJECT}</td></tr><tr><th>公文时效</th><td>有效</td><th>发布日期</th><td>2026-11-20</td></tr></table>",
    "terms": f"<dl><dt>制发单位：</dt><dd>{ISSUER}</dd><dt>发文日期：</dt><dd>2026-11-20</dd><dt>公文名称：</dt><dd>{SUBJECT}</dd></dl>",
    "items": f"<ul><li><b>发布机构：</b>{ISSUER}</li><li><b>生成日期：</b>2026-11-20</li></ul><p class=wz-title>{SUBJECT}</p>",
    "title below": f"<table><tr><td>【发布单位】</td><td>{ISSUER}</td><td>【发布日期】</td><td>2026-11-20</td></tr></table><div class=bt><b>{SUBJECT}</b></div>",
}


@pytest.mark.parametrize("head", SAME_FOR_ALL)
@pytest.mark.parametrize("facts", FACTS.values(), ids=FACTS)
def test_what_an_index_table_tells_of_a_document_is_not_its_title(facts, head):
    """Neither is its issuer, though the head of every page of the site names that."""
    menu = f'<a href="/">{ISSUER}</a><ul><li><a href="/gk/zn/">公开指南</a></li><li><a href="/gk/gfxwj/">规范性文件</a></li></ul>'
    rest = (
        "<p>　　为防止价格大起大落，全市布设了价格采集员，每天下午上报成交数量和均价，由平台汇总后发布。</p>"
        * 3
    )
    body = f"<body>{menu}{facts}<div class=TRS_Editor>{rest}<p>{ISSUER}</p><p>2026年11月20日</p></div></body>"
    assert read_page(page(f"<html><head><title>{head}</title></head>{body}</html>")).title == SUBJECT
    named = f"<title>{ISSUER}政府信息公开</title>"  # told from no title but by the list
    assert read_page(page(f"<html><head>{named}</head>{body}</html>"), listed=SUBJECT).title == SUBJECT


@pytest.mark.parametrize(
    "head",
    [
        "丝路纵横2026年第22期",
        "《丝路纵横》总第512期电子版",
        "丝路纵横——讲述每一根丝线背后的故事",
        "让世界看见中国丝绸的力量",
    ],
)
@pytest.mark.parametrize("listed", ["{}", "{:.9}…", "{:.9}..."])
@pytest.mark.parametrize("shown", ['<font class="bt">{}</font>', "<b>{}</b>", "<p align=center>{}</p>"])
def test_a_title_that_its_list_gives_and_the_page_shows_is_none_of_the_issue_s(head, listed, shown):
    """Whose name, or the slogan of the site, heads each of its pages."""
    title = "访谈：我为什么守着这家缫丝厂"
    over = f"<table><tr><td>{shown.format(title)}</td></tr><tr><td>文/秦越 2026年第22期 2026-11-20</td></tr></table>"
    html = f"<html><head><title>{head}</title></head><body>{over}{PARAGRAPHS}</body></html>"
    assert read_page(page(html), listed=listed.format(title)).title == title


@pytest.mark.parametrize(
    "headline",
    [
        "省毛纺协会走访云台集团", "学会专家组走进云台大学", "云台举办童装时尚论坛", "羊绒出口放缓明显 采购商重新评估布局",
        "毛衫企业如何破局", "某镇样本入选教育部", "商会向灾区捐款助学社", "云台博览会移师会展中心",
    ],
)  # fmt: skip
def test_a_headline_may_end_as_the_names_of_bodies_do(headline: str) -> None:
    """走访某集团, 走进某大学, 评估布局: somebody does something, and no site is called so."""
    assert tells(headline)


@pytest.mark.parametrize(
    "name",
    [
        "云台服装设计师协会", "国家毛纺制品质量监督检验中心", "云台毛纺国际交流合作促进会", "云台区人民政府 经济和信息化局",
        "纺织品进出口贸易促进委员会", "云台丝绸产业转型升级研究院", "云台面料信息发布中心",
    ],
)  # fmt: skip
def test_the_name_of_a_body_is_no_headline(name: str) -> None:
    """监督检验中心, 交流合作促进会, 贸易促进委员会 are called by what they do."""
    assert not tells(name)
