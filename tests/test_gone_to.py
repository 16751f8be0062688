"""Meetings told by who came to them, and the body that speaks as 本会."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.reading import read_again
from bot.records import read_records
from scrapers.model import Article, article_id


def test_many_came_and_then_sat() -> None:
    """八十多位厂长来到某地,参加某会理事会。…理事会开了一天: the council met; where nothing tells that they sat it is only gone to."""
    came = "昨天,宾馆门口停满了车。八十多位纽扣厂长来到永嘉,参加中国纽扣行业协会理事会。"
    [held] = read_records("纽扣厂长齐聚永嘉", came + "永嘉有三百家厂。\n理事会开了一天。", "2031-04-20")
    assert (held.name, held.start) == ("中国纽扣行业协会理事会", "2031-04-19")
    assert not read_records("纽扣厂长齐聚永嘉", came + "永嘉有三百家厂。", "2031-04-20")


def test_the_body_that_speaks_is_named_in_simplified_characters() -> None:
    """An outlet or a source named 公會 is the 本会 of its page as one named 公会 is."""
    url, now = "https://www.example.org/1.html", datetime(2031, 3, 22, tzinfo=UTC)
    text = "本会第十八届第一次会员代表大会3月20日在彰化县农会大礼堂举行,实到101人。"
    article = Article(article_id(url), "tw", url, "大会圆满完成", "2031-03-22", None, None, text, now, text)
    [record] = read_again(article, "臺灣區織帶工業同業公會")
    assert record.name == "台湾区织带工业同业公会第十八届第一次会员代表大会"


def test_a_body_s_work_of_a_year_is_out() -> None:
    """记者从某协会获悉,协会2031年工作要点日前印发: a plan of that body, whatever land it is of; what is only discussed is none."""
    heard = "记者昨天下乡。记者从湘赣夏布行业协会获悉,协会2031年工作要点日前印发,头一件是给绩纱女工建名册。"
    [paper] = read_records("夏布协会今年做六件事", heard, "2031-03-02")
    assert (paper.kind, paper.name) == ("plan", "湘赣夏布行业协会2031年工作要点")
    talked = heard.replace("2031年工作要点日前印发", "上午讨论了2031年工作要点")
    assert not [r for r in read_records("夏布协会开会", talked, "2031-03-02") if r.kind == "plan"]


_WENT = "本会讯 近日,会长罗启明率队赴湖南株洲,"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            "参加泛珠三角苎麻产业协作会议(第五次)。在16日的会议上,罗启明作交流发言。",
            "泛珠三角苎麻产业协作会议(第五次)",
        ),
        ("出席全国袜业标准化年会。年会听取了工作报告,审议了4项标准。", "全国袜业标准化年会"),
        ("列席环洞庭湖麻业合作会议。会议为期一天,与会五市达成共识。", "环洞庭湖麻业合作会议"),
        ("参加华东服装商会联席会议。会议11日举行,商定联合办展三场。", "华东服装商会联席会议"),
    ],
)
def test_whoever_goes_to_a_meeting_tells_of_it_where_the_text_goes_on_about_it(told: str, name: str) -> None:
    """率队赴某地参加某会议。在6日的会议上,…: the meeting is told; one that nothing more is said of is only gone to."""
    [held] = read_records("省麻纺协会赴株洲参会", _WENT + told, "2031-05-20")
    assert (held.kind, held.name) == ("meeting", name)
    bare = _WENT + told.partition("。")[0] + "。协会现有会员120家。"
    assert not read_records("省麻纺协会赴株洲", bare, "2031-05-20")
