"""Bytes to text, whatever a page declares."""

import pytest

from scrapers.decode import decode

SIMPLE = (
    "<html><title>新闻中心</title><p>河南省服装行业协会四届四次常务理事会在郑州举行，来自全省的企业代表到场。"
)
TRADITIONAL = "<p>中國紡織工業協會會長在會議上表示，發展服裝產業的關鍵時期，這是政府對產業的重視。"
META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (SIMPLE, "utf-8", "utf-8"),
        (SIMPLE, "gbk", "gb2312"),
        (SIMPLE, "gb18030", "gbk"),
        (SIMPLE + "㑇\U00020000", "gb18030", "gb2312"),
        (SIMPLE, "gbk", "utf-8"),
        (SIMPLE, "utf-8", "gb2312"),
        (SIMPLE, "gbk", "iso-8859-1"),
        (SIMPLE, "gbk", "no-such-charset"),
        (SIMPLE, "utf-16", "utf-8"),
        (SIMPLE, "utf-16-le", "utf-16"),
        (SIMPLE, "utf-16-be", ""),
        (SIMPLE, "utf-8-sig", "gbk"),
        (SIMPLE, "hz", "hz-gb-2312"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL + "嘅喺咗", "big5hkscs", "big5"),
        (TRADITIONAL, "big5", "gb2312"),
        (TRADITIONAL, "gbk", "big5"),
    ],
)
@pytest.mark.parametrize("place", ["header", "meta", "nowhere"])
def test_true_charset_wins_over_the_declared_one(text, codec, declared, place):
    """A page decodes cleanly whether its charset is declared rightly, wrongly or not at all."""
    page = META.format(declared) + text if place == "meta" else text
    headers = {"content-type": f"text/html; charset={declared}"} if place == "header" else {}
    assert decode(page.encode(codec), headers).text == page


@pytest.mark.parametrize(
    "twice",
    [
        SIMPLE.encode("utf-8").decode("latin-1").encode("utf-8"),
        SIMPLE.encode("gbk").decode("latin-1").encode("utf-8"),
        (SIMPLE + "。").encode("utf-8").decode("gb18030", "ignore").encode("utf-8"),
    ],
)
def test_double_encoding_is_undone(twice):
    """Mojibake that the server stored is turned back into Chinese."""
    assert "服装行业协会四届四次常务理事会在郑州举行" in decode(twice, {}).text


def test_stray_bytes_cost_no_more_than_themselves():
    """UTF-8 with stray bytes stays UTF-8, and a run of GBK inside it is read as GBK."""
    body = SIMPLE.encode() + b"\xff" + "<p>服装行业协会在这里</p>".encode("gbk") + "好".encode()
    text = decode(body, {}).text
    assert text.startswith(SIMPLE)
    assert "<p>服装行业协会在这里</p>好" in text
    assert text.count("\ufffd") <= 1


def test_a_footer_in_gbk_does_not_turn_a_short_page():
    """Most bytes tell the encoding of a page, not the run that fails."""
    title = "<title>蚕茧指导价揭晓</title><p>春茧每公斤五十二元，质优价优，严禁压级压价。</p>"
    body = title.encode() + "版权所有 桑茧网 建议使用浏览器".encode("gbk")
    assert decode(body, {"content-type": "text/html; charset=utf-8"}).text.startswith(title)


def test_utf8_inside_gbk_is_read():
    """A UTF-8 template included in a GBK page is read as UTF-8."""
    body = (SIMPLE * 3).encode("gbk") + "<b>中文标题在这里</b>".encode()
    assert decode(body, {}).text.endswith("<b>中文标题在这里</b>")


def test_cut_off_character_is_dropped():
    """A response that ends inside a character gives no U+FFFD."""
    assert decode(SIMPLE.encode()[:-1], {}).text == SIMPLE[:-1]
    assert decode(SIMPLE.encode("gbk")[:-1], {}).text == SIMPLE[:-1]


def test_any_bytes_decode():
    """Garbage of any kind gives some text and never an exception."""
    for body in (b"", b"\x00" * 50, bytes(range(256)) * 4, b"\xff\xfe\x00", b"\x80" * 99):
        assert isinstance(decode(body, {}).text, str)
