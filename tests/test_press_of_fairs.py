"""The press conference told as 某展的新闻发布会, and a fair's close told beside the next one's day."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Record


def read(text: str, published: str | None, title: str = "") -> dict[str, Record]:
    """Read a text's records by name."""
    return {r.name: r for r in read_records(title, text, published)}


@pytest.mark.parametrize(
    "text",
    [
        "石狮春季面料展的新闻发布会3月11日在泉州召开。展会将于3月27日至29日在石狮服装城举办。",
        "石狮春季面料展新闻发布会3月11日在泉州开。其一,规模。展商三百家。其二,时间。展会3月27日开、29日收。",
        "3月11日,石狮春季面料展的新闻发布会在泉州举行,记者获悉,本届展会定于3月27日至29日举办。",
    ],
)
def test_a_press_conference_told_with_its_fair_keeps_its_own_day(text: str) -> None:
    """某展的新闻发布会3月11日在…开: that day and town are the conference's, those behind it the fair's."""
    found = read(text, "2031-03-12", "石狮面料展月底开")
    fair, press = found["石狮春季面料展"], found["石狮春季面料展新闻发布会"]
    assert (fair.start, fair.end) == ("2031-03-27", "2031-03-29")
    assert (press.kind, press.start, press.place and press.place.text) == ("meeting", "2031-03-11", "泉州")


def test_what_closes_and_the_next_are_two() -> None:
    """某大会6日闭幕 and 2032某大会将于…: the one that closed keeps its day; one yet to close is the one told before."""
    found = read(
        "江北丝绸大会11月6日在南充闭幕,二百人出席。主办方江北丝绸协会公布,2032江北丝绸大会将于2032年10月下旬在阆中召开。",
        "2031-11-08",
        "江北丝绸大会闭幕",
    )
    assert {name: r.start for name, r in found.items()} == {
        "江北丝绸大会": "2031-11-06",
        "2032江北丝绸大会": "2032-10",
    }
    ahead = "2031江北丝绸大会将于11月5日至6日在南充举行。江北丝绸大会设三个论坛,11月6日闭幕。"
    assert list(read(ahead, "2031-10-08", "2031江北丝绸大会将举行")) == ["2031江北丝绸大会"]


def test_a_year_of_members_deeds_dates_no_meeting() -> None:
    """2015年会员单位申请的专利 names no 年会 of 2015: the day of the 年终总结会 has no year by it."""
    text = "1月15日,江口市裤业协会年终总结会在江口宾馆召开。2030年会员单位申请的专利有9件。"
    assert next(iter(read(text, None).values())).start == "--01-15"


@pytest.mark.parametrize(
    "text", ["昨天,永嘉纽扣会在纽扣城开门,两百家厂参展。", "永嘉纽扣会8月26日闭幕,展商卖出两万件。"]
)
def test_a_fair_called_by_town_and_ware_alone(text: str) -> None:
    """永嘉纽扣会昨天开门: where firms show, 会 behind town and ware is a fair; an association that opens its doors is none."""
    found = read(text, "2031-08-27", "晚了三个月")
    assert {name: r.end for name, r in found.items()} == {"永嘉纽扣会": "2031-08-26"}
    assert not read("市里的纽扣协会昨天开门办公,三家展商来咨询。", "2031-08-27", "协会搬家")


def test_where_a_visitor_is_from_is_no_place_of_a_forum() -> None:
    """义乌来的采购员 before 论坛在展馆三层举行 puts the hall into no other province."""
    text = "3月27日,2031长乐经编花边博览会开幕。义乌来的采购员先奔1号馆。\n下午,经编花边设计与流行论坛在展馆三层举行。"
    forum = read(text, "2031-03-27", "2031长乐经编花边博览会开幕")["经编花边设计与流行论坛"]
    assert forum.place and forum.place.region == "福建"


def test_both_seasons_of_a_show_are_its_own() -> None:
    """某荟萃秋冬展 is named with both seasons; in Hong Kong it 收炉 as it closes."""
    found = read("香港针织荟萃秋冬展周三(1月19日)收炉,三日共录得买家五千人次。", "2031-01-21", "买家多了一成")
    assert {name: r.end for name, r in found.items()} == {"香港针织荟萃秋冬展": "2031-01-19"}
