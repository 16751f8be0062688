"""Article pages laid out against every custom: what is the article's stays, what is not goes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scrapers.extract import read_page
from scrapers.model import Article, Page

ONE = "秋蚕饲养现场会昨天在板桥召开，一百一十余人到会观摩小蚕共育技术，并听取了防病要点。"
TWO = "据统计，今秋全县已订购蚕种一万三千张，比去年增加一成，预计产茧五百二十吨。"
REPLY = "我们村去年养了三十张，因为温度没控制好，损失了一大半，今年一定要按老师说的办法来，希望多办培训。"
LINKS = "".join(f"<li><a href={n}>{n}月份蚕茧行情分析</a></li>" for n in range(1, 5))


def read(body: str | bytes, head: str = "秋蚕饲养现场会在板桥召开") -> Article:
    html = body if isinstance(body, bytes) else f"<title>{head}</title>{body}".encode()
    when = datetime(2025, 8, 20, tzinfo=UTC)
    return read_page(Page("http://a.example/1", "http://a.example/1", 200, {}, html, when))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            f"<h2>秋蚕饲养现场会在板桥召开<p>{ONE}<div><b>热点新闻</b><ul>{LINKS}</ul></div><p>{TWO}",
            f"{ONE}\n{TWO}",
        ),
        (
            f"<div><p>{ONE}</p><p>{TWO}</p></div><div><h4>网友评论</h4>{f'<p>{REPLY}</p>' * 4}</div>",
            f"{ONE}\n{TWO}",
        ),
        (
            f"<div><p>{ONE}</p><p>{TWO}</p><p>附件：<a href=a.doc>1.报名表</a><br><a href=b.doc>2.须知</a></p></div>",
            f"{ONE}\n{TWO}\n附件：1.报名表\n2.须知",
        ),
    ],
    ids=["a hot list in the middle", "comments longer than the body", "annexes that are links"],
)
def test_a_body_is_whole_and_alone(body: str, text: str):
    """Lists inside a body are stepped over, comments end it, annexes belong to it."""
    assert read(body).text == text


def test_a_notice_has_its_title_over_two_lines_and_its_date_under_it():
    """Where the head names but the site, the notice itself says what it is."""
    article = read(
        f"<p>关于举办第三期茶艺师</p><p>培训班的通知</p><p>{ONE}</p><p>{TWO}</p><p>二〇一一年三月二十五日</p>",
        head="协会",
    )
    assert "".join(article.title.split()) == "关于举办第三期茶艺师培训班的通知"
    assert article.published == "2011-03-25"


def test_a_lone_stray_byte_is_dropped_but_reported():
    """A byte between whole characters hides nothing; the operator still sees where it stood."""
    article = read(
        f"<meta charset=utf-8><p>{ONE}</p><p>{TWO}</p>".encode().replace(
            b"\xef\xbc\x8c", b"\xe4\xef\xbc\x8c", 1
        )
    )
    assert article.text == f"{ONE}\n{TWO}"
    assert article.damaged
