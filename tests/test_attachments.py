"""Attachments of notices: what PDF, DOCX and DOC say, and which links of a page lead to them."""

import io
import zipfile

import pytest

from scrapers.attachments import attachment_links, format_of, read_attachment
from scrapers.errors import TooLarge, Unreadable
from tests.farm.documents import doc, docx, pdf

LINES = (
    "关于举办第五届羽绒服装设计大赛的通知",
    "各有关单位：",
    "兹定于2025年4月18日在杭州国际博览中心举办决赛。",
)


def test_a_pdf_is_read_in_lines():
    """The text of a PDF comes out, a line a paragraph where lines are short."""
    assert read_attachment(pdf(*LINES)) == "\n".join(LINES)


def test_wrapped_lines_of_a_pdf_are_one_paragraph():
    """A full line that ends no sentence goes on in the next; page numbers fall out."""
    text = read_attachment(
        pdf("为贯彻落实国家关于纺织工业高质量发展", "的有关要求，现将事项通知如下。", "- 3 -")
    )
    assert text == "为贯彻落实国家关于纺织工业高质量发展的有关要求，现将事项通知如下。"


def test_a_docx_is_read_with_its_tables():
    """Paragraphs and table rows in their order, each a line."""
    body = docx(*LINES, table=(("时间", "地点"), ("4月18日", "杭州")))
    assert read_attachment(body).splitlines() == [*LINES, "时间 地点", "4月18日 杭州"]


def test_a_doc_is_read_by_its_pieces():
    """Word 97-2003: pieces of one and of two bytes a character join; a link's address is no text."""
    body = doc(
        "关于举办\x13 HYPERLINK http://a/ \x14决赛\x15的通知\r", "2025-04-18\r", "地点：杭州\x07时间\r"
    )
    assert read_attachment(body).splitlines() == ["关于举办决赛的通知", "2025-04-18", "地点：杭州 时间"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>not found</html>",
        b"%PDF-1.4 garbage",
        pdf("通知")[:300],
        pdf(),
        pdf("通知", encrypt=True),
        docx("通知")[:-100],
        b"PK\x03\x04word/" + b"\0" * 100,
        doc("通知\r")[:3000],
        doc("通知\r", flags=0x0100),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000,
    ],
)
def test_what_cannot_be_read_is_unreadable(body):
    """Damaged, cut off, locked, empty or mislabelled files end in one error."""
    with pytest.raises(Unreadable):
        read_attachment(body)


def test_a_docx_bomb_is_refused_before_it_is_unpacked():
    """The sizes in the archive's own directory are added up first."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 60_000_000)
    with pytest.raises(TooLarge):
        read_attachment(out.getvalue())


def test_formats_are_told_by_content():
    """Servers call every download octet-stream: the bytes decide."""
    assert [format_of(b) for b in (pdf("a"), docx("a"), doc("a"), b"<html>", b"PK\x03\x04xl/")] == [
        "pdf",
        "docx",
        "doc",
        None,
        None,
    ]


PAGE = """<html><body><nav><a href="/menu.pdf">会员手册</a></nav>
<div class="main"><div class="left"><div class="box"><ul><li><div><a href="/side/list.doc">下载中心</a></div></li></ul></div></div>
<div class="text"><h1>关于申报的通知</h1><div><p>请各会员单位于2025年4月18日前完成申报工作。</p>
<p>附件：<a href="../files/%E7%94%B3%E6%8A%A5.DOCX?v=1">申报表</a></p><p><a href="b.pdf"></a><a href="b.pdf">再次</a></p>
<p><a href="javascript:open('x.pdf')">x</a><a href="c.html">页面</a></p></div></div></div>
<div class="fj"><span>附件下载</span><a href="/d.doc">回执</a></div><footer><a href="/f.pdf">f</a></footer></body></html>"""


def test_the_attachments_of_the_article_are_found():
    """Beside the text or behind 附件; not those of menus, side columns and footers, each once."""
    links = attachment_links(
        PAGE, "http://a.cn/tz/2025/1.html", "请各会员单位于2025年4月18日前完成申报工作。"
    )
    assert [(link.url, link.title) for link in links] == [
        ("http://a.cn/tz/files/%E7%94%B3%E6%8A%A5.DOCX?v=1", "申报表"),
        ("http://a.cn/tz/2025/b.pdf", "b.pdf"),
        ("http://a.cn/d.doc", "回执"),
    ]
