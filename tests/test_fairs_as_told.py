"""Fairs, weeks and contests as papers and portals tell them: where a name begins and ends, its parts, its days and its place."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Record
from bot.records.naming.likeness import same_name


def read(text: str, published: str | None = None, title: str = "") -> dict[str, Record]:
    return {record.name: record for record in read_records(title, text, published)}


@pytest.mark.parametrize("how", ["完美", "精彩", "璀璨", "浪漫"])
def test_how_a_night_ended_is_no_part_of_its_place(how: str) -> None:
    (night,) = read(f"11月11日晚,首届云泽杯模特大赛总决赛在江西九江{how}落幕。", "2017-11-16").values()
    assert night.place and night.place.text == "江西九江"


def test_a_later_edition_is_dated_by_its_age_not_by_the_first_year() -> None:
    (fair,) = read(
        "初办于1996年的云泽国际皮革展即将迎来十周年。第十届云泽国际皮革展将于9月13日至15日在云泽会展中心举行。"
    ).values()
    assert (fair.name, fair.start) == ("第十届云泽国际皮革展", "2006-09-13")


def test_what_a_week_is_made_up_of_is_held_within_it() -> None:
    found = read(
        "12月3日-10日,云泽国际时装周在重庆举办。时装周分为设计师发布会、云泽国际时尚论坛、云泽时尚盛典暨“金梭奖”颁奖礼等篇章。",
        "2017-12-20",
    )
    assert set(found) == {"云泽国际时装周", "云泽国际时尚论坛", "云泽时尚盛典暨“金梭奖”颁奖礼"}


def test_what_a_festival_both_has_is_held_within_it() -> None:
    found = read(
        "第三届中国云泽羽绒节将于9月16日至18日在六安举办。本次活动既有中国云泽羽绒高峰论坛,又有云泽羽绒制品展销会,还有云泽羽绒设计大赛。",
        "2010-08-12",
    )
    assert len(found) == 4 and all(record.status == "upcoming" for record in found.values())


def test_a_paper_obeyed_is_not_issued_here_though_it_says_who_issued_it() -> None:
    found = read(
        "5月3日,云泽纺织服装产业对接会在南京召开。按照《通知》和省政府印发的《云泽省纺织业振兴规划》要求,各市要深化合作。",
        "2019-06-21",
    )
    assert set(found) == {"云泽纺织服装产业对接会"}


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("《云泽快讯》云泽时装节春夏系列开幕\n\n第19届云泽时装节春夏系列3日", "第19届云泽时装节春夏系列"),
        ("云泽纺织业年度盛事—云泽国际纺织展3日", "云泽国际纺织展"),
        ("今年的梅赛德斯-奔驰云泽国际时装周3日", "梅赛德斯-奔驰云泽国际时装周"),
    ],
)
def test_a_name_is_neither_its_column_nor_its_praise_and_keeps_its_season(lead: str, name: str) -> None:
    assert set(read(f"{lead}在云泽会展中心开幕,吸引1250家参展商。", "2012-07-04")) == {name}


def test_what_somebody_holds_again_and_again_for_an_aim_is_no_news() -> None:
    text = "云泽管委会获2021年度产品开发推动奖。管委会通过举办世界布商大会、云泽时尚周等活动,持续扩大影响力。"
    assert not read(text, "2022-01-26")


def test_a_kind_of_fair_is_no_fair() -> None:
    text = (
        "第十七届云泽国际鞋业博览会4月18日在云泽城开幕。作为中国十大展会之一的鞋博会是服装专业展会中的盛会。"
    )
    assert set(read(text)) == {"第十七届云泽国际鞋业博览会"}


@pytest.mark.parametrize("verb", ["登陆", "亮相", "同时同地举办"])
def test_what_will_be_held_is_to_come_where_no_page_is_dated(verb: str) -> None:
    (fair,) = read(f"10月21~25日,两年一度的云泽国际纺织机械展览会也将在云泽会展中心{verb}。").values()
    assert fair.status == "upcoming"


def test_days_told_as_the_fairs_go_before_the_evening_of_its_opening() -> None:
    (fair,) = read("第17届云泽国际服装交易会将于11月17日晚在九江开幕,展期为11月18日-21日。").values()
    assert (fair.start, fair.end) == ("--11-18", "--11-21")


def test_a_week_of_every_year_is_none_of_this_one() -> None:
    assert not read(
        "云泽国际时装周创立于1997年,每年3月25日-31日、10月25日-11月2日分两季在北京举办,由专场发布、设计大赛等组成。"
    )


def test_who_went_to_a_fair_tells_of_it_where_the_text_goes_on_about_it() -> None:
    text = "商会徵集10家企业参加第三届云泽国际纺织博览会。本次展会现场接单金额约达15万美元,共有460家参展。"
    assert set(read(text)) == {"第三届云泽国际纺织博览会"}


def test_a_fair_called_with_its_town_first_is_the_fair() -> None:
    assert same_name("巴黎云泽纺织品服装贸易展", "第26届云泽纺织品服装贸易展览会(巴黎)")
    assert same_name("河北九江第22届国际皮草交易会", "中国·九江第二十二届国际皮草交易会")
    assert not same_name("浙江纺织服装博览会", "中国纺织服装博览会")


def test_a_stroke_typed_for_the_enumeration_comma_parts_bodies() -> None:
    (fair,) = read(
        "由云泽鞋业协会丶九江鞋业商会主办的云泽国际鞋业博览会4月18日在九江开幕。", "2014-04-20"
    ).values()
    assert {body.name for body in fair.organisations} == {"云泽鞋业协会", "九江鞋业商会"}


def test_letters_in_brackets_behind_a_fair_are_no_second_one() -> None:
    assert set(read("云泽内衣泳装原辅料展(INTERFILIERE HONG KONG)3月18日在香港举行。", "2015-03-20")) == {
        "云泽内衣泳装原辅料展"
    }


def test_a_town_that_reads_as_an_adverb_stays_in_its_fairs_name() -> None:
    assert set(read("于11月1日开幕的第六届均安国际牛仔博览会也被纳入。")) == {"第六届均安国际牛仔博览会"}
