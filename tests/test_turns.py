"""The next heat, session or edition told in passing, stops of tours, study tours, fairs called short."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Record


def read(text: str, published: str, title: str = "") -> dict[str, Record]:
    """Read a text's records by name."""
    return {r.name: r for r in read_records(title, text, published)}


@pytest.mark.parametrize(
    ("text", "published", "name", "start"),
    [
        (
            "5月12日,2023年云泽市家纺产销对接会(第一场)在西岭县举行。第二场对接会6月15日将在南屏县举办。",
            "2023-05-13",
            "2023年云泽市家纺产销对接会(第二场)",
            "2023-06-15",
        ),
        (
            "3月18日至20日,2022中国(沈阳)毛巾博览会(春季)在沈阳国际展览中心举行。下一届(秋季)展会预计9月23日举办。",
            "2022-03-21",
            "2022中国(沈阳)毛巾博览会(秋季)",
            "2022-09-23",
        ),
        (
            "5月6日,“好布中国行”巡展郑州站在郑州国际会展中心举行。下一站6月12日将走进沈阳。",
            "2018-05-08",
            "“好布中国行”巡展沈阳站",
            "2018-06-12",
        ),
    ],
)
def test_the_next_turn_is_read_where_its_day_is_told(text, published, name, start):
    """第二场, 下一届, 下一站: what comes next goes by the name of what is told, counted on."""
    turn = read(text, published)[name]
    assert (turn.start, turn.status) == (start, "upcoming")


def test_a_heat_tells_of_the_final() -> None:
    """晋级者将于11月赴某地参加全国决赛: the final has the day and town that stand nearest before it."""
    text = (
        "10月16日,2024年全国“云帆杯”横机工职业技能竞赛福建赛区选拔赛在泉州举行。"
        "前12名将于11月初集训,11月25日赴江苏常熟参加全国决赛。"
    )
    final = read(text, "2024-10-18")["2024年全国“云帆杯”横机工职业技能竞赛全国决赛"]
    assert (final.start, final.place and final.place.city) == ("2024-11-25", "苏州")


def test_a_first_stop_goes_by_its_town() -> None:
    """首站在郑州举行: the stop is a thing of its own, none of the tour."""
    text = "5月6日,“好布中国行”巡展首站在郑州国际会展中心举行,46个品牌参展。"
    assert list(read(text, "2018-05-08")) == ["“好布中国行”巡展郑州站"]


def test_who_set_out_and_where_to_names_a_study_tour() -> None:
    """会员企业赴越南考察 is an event of the body that brought them together."""
    text = "9月1日至5日,温州市家纺商会组织20家会员企业赴越南考察,会长林向东带队,走访了三个工业园。"
    tour = read(text, "2024-09-06")["会员企业赴越南考察"]
    assert (tour.kind, tour.start, tour.end) == ("event", "2024-09-01", "2024-09-05")


def test_a_fair_counted_down_to_is_told_by_its_short_name() -> None:
    """离丝博会开幕还有两天 announces it."""
    text = "离丝博会开幕还有两天,主干道两侧已经摆上花箱。\n据悉,18日至20日,丝博会除主会场外还设两个分会场。"
    assert read(text, "2025-04-16")["丝博会"].start == "2025-04-18"


def test_what_is_renamed_is_one() -> None:
    """“甲节”更名为“乙周” tells of one thing under its new name."""
    text = (
        "经研究,原定于2016年5月18日至20日举办的“2016中国(云泽)面料节”更名为“2016中国江海国际家纺周”,"
        "时间、地点不变。"
    )
    (week,) = read(text, "2016-01-18").values()
    assert week.name == "2016中国江海国际家纺周" and "2016中国(云泽)面料节" in week.aliases


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "1月21日,萧山区化纤行业协会一年一度的会员大会在云泽大酒店举行,83家企业参加。",
            "萧山区化纤行业协会会员大会",
        ),
        (
            "8月28日的云泽市丝绸行业协会理事会上,会长林向东的话引起共鸣。",
            "云泽市丝绸行业协会理事会",
        ),
        (
            "3月1日,云泽市童装商会2022年第一次会长办公会召开,会上确定办好6件实事。",
            "云泽市童装商会2022年第一次会长办公会",
        ),
    ],
)
def test_a_bodys_sitting_in_the_words_of_its_report(text, name):
    """一年一度的会员大会, 理事会上某人的话, 2022年第一次会长办公会 are sittings held."""
    assert name in read(text, "2022-03-03")


def test_the_first_judging_is_not_the_contest() -> None:
    """某大赛初评在某校举行 dates no contest, which is still to come."""
    text = "9月18日,第20届“云帆杯”国际青年设计(女装)大赛初评在云泽会展中心举行,30份作品入围总决赛。"
    (contest,) = read(text, "2020-09-21").values()
    assert (contest.start, contest.status) == (None, "upcoming")


def test_the_days_behind_the_word_for_a_fairs_days() -> None:
    """展期8月18日至20日不变 tells days, no eight months."""
    text = "因设备检修,第26届云泽服装博览会改在沈阳国际展览中心举办,展期8月18日至20日不变。"
    (fair,) = read(text, "2023-07-05").values()
    assert (fair.start, fair.end) == ("2023-08-18", "2023-08-20")


def test_a_fair_that_one_goes_to_see_is_the_fair() -> None:
    """逛服博会 in a headline names the 服博会."""
    text = "昨日,服博会在沈阳国际展览中心开幕,市民凭身份证免费入场,8月20日闭幕。"
    assert list(read(text, "2023-08-19", "逛服博会 买秋装")) == ["服博会"]


def test_a_tour_is_named_without_the_verb_that_gives_out_its_plan() -> None:
    """现发布2031某巡回展计划: the name begins with its year."""
    text = "现发布2031缝制设备巡回展计划。\n第一站:2031缝制设备巡回展(临沂站),4月12日至14日,临沂国际会展馆。"
    assert not any(name.startswith(("现", "发布")) for name in read(text, "2031-01-15"))


def test_stops_told_by_their_town_behind_the_tour() -> None:
    """临沂站4月12日至14日举办: a stop of the tour named before; a station that opens a line is none."""
    text = (
        "“好布中国行”巡展走完一站,商会小结如下。\n绍兴站5月6日至8日举办,46家参展。\n郑州站将于9月12日举行。"
    )
    found = read(text, "2031-07-08", "上半年一站巡展小结")
    stops = {name: (r.start, r.status) for name, r in found.items()}
    assert stops["“好布中国行”巡展绍兴站"] == ("2031-05-06", "held")
    assert stops["“好布中国行”巡展郑州站"] == ("2031-09-12", "upcoming")
    assert "上半年一站巡展" not in stops
    rail = text.replace("绍兴站5月6日至8日举办", "绍兴站5月6日开通高铁")
    assert "“好布中国行”巡展绍兴站" not in read(rail, "2031-07-08", "上半年一站巡展小结")
