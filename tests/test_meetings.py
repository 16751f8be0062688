"""Meetings: when, where, by whom, with whom, and what they passed."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Record

NAME = "江西省服装协会六届二次理事会"
VENUE = "南昌绿地国际博览中心"

HELD = [
    "3月16日,{name}在{venue}召开。",
    "{name}3月16日在{venue}举行。",
    "3月16日,{venue}迎来了{name}。",
    "{name}已于3月16日在{venue}开完。",
    "80余名理事3月16日聚首{venue},参加{name}。",
    "记者从协会了解到,{name}于3月16日在{venue}顺利开完,共有120人与会。",
    "3月16日上午,{name}在{venue}如期与大家见面。",
]


def meeting(text: str, title: str = "", published: str | None = "2023-03-18") -> Record:
    """Read the one meeting of a text."""
    (record,) = [r for r in read_records(title, text, published) if r.kind == "meeting"]
    return record


def test_what_is_held_within_a_fair_keeps_what_is_told_behind() -> None:
    """A meeting held 在…博览会期间 keeps the people told next; the fair only frames it."""
    text = "10月12日,江西省针织协会针织服饰分会成立大会在2016南昌国际针织博览会期间召开。江西省针织协会副会长瞿静出席并讲话。"
    record = next(r for r in read_records("", text, "2016-10-20") if r.kind == "meeting")
    assert [p.name for p in record.people] == ["瞿静"]


def test_a_meeting_of_the_lead_is_read_by_who_sat_at_its_head() -> None:
    """No verb of holding is needed where the text says who attended and presided."""
    text = "2017年江西长丝织造行业技术研讨会旨在探讨这些问题。江西省针织协会会长李刚出席了论坛。会议由秘书长王勇主持。"
    assert [r.name for r in read_records("", text, None)] == ["2017年江西长丝织造行业技术研讨会"]


def test_the_run_of_a_statistic_dates_no_meeting() -> None:
    """1-5月 is what figures run over, not when people met."""
    record = meeting("江西省印染协会负责人联席会议近日在南昌召开,秘书长王勇就印染行业1~5月运行情况作了分析。")
    assert record.start is None


@pytest.mark.parametrize("phrase", HELD)
def test_however_it_is_said(phrase):
    """Name, day and place are read whatever verb tells the meeting."""
    record = meeting(phrase.format(name=NAME, venue=VENUE))
    assert (record.name, record.start, record.status) == (NAME, "2023-03-16", "held")
    assert record.place is not None and record.place.text == VENUE
    assert record.place.region == "江西"


def test_the_body_goes_before_a_bare_name():
    """甲召开四届四次理事会 is 甲四届四次理事会, with 甲 its host."""
    record = meeting("3月16日,江西省服装协会在南昌召开四届四次常务理事会。")
    assert record.name == "江西省服装协会四届四次常务理事会"
    assert [(o.name, o.role) for o in record.organisations] == [("江西省服装协会", "host")]


def test_roles_as_written():
    """由甲、乙主办,丙承办: each body its role."""
    text = f"3月16日,由江西省服装协会、南昌市人民政府主办,青山湖区人民政府承办的2023江西服装产业大会在{VENUE}召开。"
    assert [(o.name, o.role) for o in meeting(text).organisations] == [
        ("江西省服装协会", "host"),
        ("南昌市人民政府", "host"),
        ("青山湖区人民政府", "organiser"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "主办单位为江西省服装协会,承办单位为南昌市人民政府。",
        "江西省服装协会任主办单位,南昌市人民政府任承办单位。",
    ],
)
def test_roles_around_a_body(words):
    """A role may stand before the body or behind it."""
    record = meeting(f"2023江西服装产业大会3月16日在{VENUE}召开。{words}")
    assert [(o.name, o.role) for o in record.organisations] == [
        ("江西省服装协会", "host"),
        ("南昌市人民政府", "organiser"),
    ]


def test_people_with_posts_and_roles():
    """Who chairs, who speaks, who is there."""
    record = meeting(
        f"{NAME}3月16日在南昌召开。中国服装协会会长丁文出席。会长罗启明作工作报告。会议由秘书长孟秋主持。"
    )
    roles = {p.name: p.role for p in record.people}
    assert roles["孟秋"] == "moderator" and roles["罗启明"] == "speaker" and roles["丁文"] == "attendee"


def test_what_was_passed():
    """Papers passed at a meeting are its items."""
    record = meeting(f"{NAME}3月16日在南昌召开。会议审议通过了《工作报告》和《会费管理办法》。")
    assert record.items == ("工作报告", "会费管理办法")


def test_a_notice_announces():
    """A notice of a meeting gives it as upcoming, with the last day to register and the agenda."""
    record = meeting(
        "各会员单位:\n经研究,定于2023年4月8日在南昌铁山宾馆召开江西省服装协会七届二次会员大会。\n"
        "会议议程:\n1.听取工作报告\n2.审议章程修改草案\n请于3月25日前将回执报秘书处。\n江西省服装协会\n2023年3月10日",
        "关于召开江西省服装协会七届二次会员大会的通知",
        "2023-03-10",
    )
    assert (record.status, record.start, record.deadline) == ("upcoming", "2023-04-08", "2023-03-25")
    assert record.items == ("听取工作报告", "审议章程修改草案")


def test_year_stays_open():
    """Where nothing tells the year it stays unknown."""
    assert meeting(f"{NAME}3月16日在南昌召开。", published=None).start == "--03-16"


def test_last_years_meeting_is_no_record():
    """History gives no record (guide rule 4)."""
    text = f"2023江西服装产业大会3月16日在{VENUE}召开。2022年,2022江西服装产业大会曾在九江召开。"
    assert [r.name for r in read_records("", text, "2023-03-18")] == ["2023江西服装产业大会"]


def test_a_councils_share_of_the_text_is_its_own():
    """A council beside a conference has its own people and the conference for parent."""
    text = (
        "10月18日至19日,2023江西纺织产业大会在南昌举行,会长罗启明致辞。\n"
        "19日下午,江西省服装协会召开了五届三次常务理事会,秘书长孟秋宣读了决定。"
    )
    main, council = [r for r in read_records("", text, "2023-10-20") if r.kind == "meeting"]
    assert council.name == "江西省服装协会五届三次常务理事会"
    assert (council.parent, council.start) == (main.id, "2023-10-19")
    assert {p.name for p in council.people} == {"孟秋"} and {p.name for p in main.people} == {"罗启明"}


def test_the_parts_of_a_joint_sitting_are_no_meetings_of_their_own() -> None:
    """What the agenda says of 三届一次常务理事会 is part of the meeting that was called under all its names."""
    text = (
        "江西省长丝织造协会第三次会员大会暨三届一次理事会、三届一次常务理事会将于3月20日在南昌召开。\n会议内容:\n"
        "1、召开江西省长丝织造协会三届一次理事会,选举协会负责人。\n"
        "2、召开江西省长丝织造协会三届一次常务理事会,研究五年重点工作。"
    )
    assert [r.name for r in read_records("", text, "2023-03-01")] == [
        "江西省长丝织造协会第三次会员大会暨三届一次理事会、三届一次常务理事会"
    ]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "滨城区缝制设备协会会议顺利召开",
            "3月16日,滨城区缝制设备协会第四届一次会员大会在滨城大酒店召开,会长李某根作报告。",
        ),
        (
            "2023滨城校服评选新闻发布会暨颁奖典礼举行",
            "3月16日,协会在滨城举行2023滨城校服评选新闻发布会暨颁奖典礼。滨城校服评选新闻发布会上公布了名单。",
        ),
    ],
)
def test_less_of_a_name_is_the_same_meeting(title: str, text: str) -> None:
    """A headline that says no more than whose meeting it is, and the first part of a joint name, add no meeting."""
    assert len(read_records(title, text, "2023-03-18")) == 1


def test_first_sitting_of_a_council_stays_in_the_joint_name() -> None:
    """第八届理事会第一次会议 behind 、 is the second half of one name."""
    record = meeting("3月16日,江西省针织协会第八次会员大会、第八届理事会第一次会议在南昌召开。")
    assert record.name == "江西省针织协会第八次会员大会、第八届理事会第一次会议"


def test_the_opening_of_a_summit_is_the_summit() -> None:
    """开幕式 names no thing of its own."""
    assert meeting("3月16日,2023江西服装电商峰会开幕式在南昌举行。").name == "2023江西服装电商峰会"


def test_who_decides_is_no_meeting_of_the_article() -> None:
    """经理事长办公会决定 tells who moved the meeting; 减少线下会议 is an aim."""
    text = "为减少线下会议举办,经协会理事长办公会评估决定,原定于3月31日在南昌举办的江西省缝制机械协会三届一次常务理事会改为在线上举办。"
    names = [r.name for r in read_records("", text, "2023-03-16")]
    assert names == ["江西省缝制机械协会三届一次常务理事会"]


def test_a_body_that_lately_held_its_congress_is_told_without_a_day() -> None:
    """某协会近日举行换届大会 names the meeting by the body that held it."""
    found = read_records("", "江西省服装行业协会近日举行换届大会,席平当选会长。", "2019-12-02")
    assert [(r.name, r.start, r.status) for r in found] == [("江西省服装行业协会换届大会", None, "held")]


def test_the_first_part_of_a_joint_meeting_told_alone_is_no_second() -> None:
    """A headline that leaves out what stands behind 暨 tells of the same meeting."""
    text = "江西丝绸标准化委员会五届一次年会暨标准审定会于2018年11月20日在南昌召开,来自各地的委员出席会议。"
    found = read_records("江西丝绸标准化委员会在昌召开五届一次年会", text, None)
    assert [r.name for r in found] == ["江西丝绸标准化委员会五届一次年会暨标准审定会"]


def test_who_speaks_to_the_press_is_no_guest_of_what_is_to_come() -> None:
    """The mayor who tells of a fair at its press conference is told with that, not with the fair or its contest."""
    text = (
        "8月6日,2026江西国际丝绸展新闻发布会在南昌召开。记者获悉,本届丝绸展将于8月28日至30日在九江会展中心举办。\n"
        "九江市副市长罗启明在会上介绍了筹备情况。丝绸展期间还将举办江西丝绸设计大赛总决赛。"
    )
    people = {r.name: [p.name for p in r.people] for r in read_records("", text, "2026-08-07")}
    assert people.pop("2026江西国际丝绸展新闻发布会") == ["罗启明"]
    assert people and not any(people.values())


def test_a_press_conference_may_tell_its_day_behind_its_name() -> None:
    """某时装周新闻通气会12月11日在汉口举行 is a meeting of its own, dated before the week it announces."""
    text = "第二十二届江西国际时装周新闻通气会12月11日在九江举行。会上获悉,本届时装周定于12月18日至22日在南昌国际时尚中心举办。"
    found = {r.kind: (r.start, r.status) for r in read_records("", text, "2020-12-14")}
    assert found == {"event": ("2020-12-18", "upcoming"), "meeting": ("2020-12-11", "held")}


def test_a_press_conference_is_over_whatever_it_announces() -> None:
    """In 召开新闻发布会,宣布…将于 the week is ahead, the conference held; 将召开新闻发布会 is ahead itself."""
    met = "2022年10月27日下午,九江鞋文化节组委会召开新闻发布会,宣布九江第十一届鞋文化节将于2022年11月3日至11日在九江举行。"
    to_meet = "第十二届九江鞋文化节新闻发布会将于2022年10月27日在南昌举行,届时将公布鞋文化节的安排。"
    assert [r.status for r in read_records("", met, None)] == ["upcoming", "held"]
    press = [r for r in read_records("", to_meet, "2022-10-20") if r.kind == "meeting"]
    assert [r.status for r in press] == ["upcoming"]


def test_a_forum_of_the_day_a_week_opened_on_is_dated_by_it() -> None:
    """当日下午的某论坛 leans on the day of opening, not on the one the week lasts till, and holds no week within it."""
    text = "3月26日,2025江西国际时装周在南昌启动,时装周将持续至4月2日。在当日下午的“时尚赣江”主题论坛上,院长贾林作了演讲。"
    found = {r.kind: r for r in read_records("", text, "2025-03-28")}
    assert (found["event"].start, found["event"].end, found["event"].parent) == (
        "2025-03-26",
        "2025-04-02",
        None,
    )
    assert (found["meeting"].start, found["meeting"].status) == ("2025-03-26", "held")


def test_a_scene_is_told_in_the_sentence_before() -> None:
    """这是某博览会的开幕式现场 takes its day and place from what it points at."""
    text = "3月28日上午,一场大秀在江西九江博览中心上演,数十位模特亮相秀场。这是第三届九江国际纺织服装博览会(下称“服博会”)的开幕式现场。"
    fair = read_records("", text, "2024-03-28")[0]
    assert (fair.start, fair.place and fair.place.text, fair.status) == (
        "2024-03-28",
        "江西九江博览中心",
        "ongoing",
    )


def test_the_day_news_was_heard_dates_nothing() -> None:
    """记者昨日从某市政府获悉 is no day of the fair it is about."""
    text = "记者昨日从九江市政府获悉,第七届江西(九江)国际服装博览会各项筹备工作已就绪,9月6日至9日将在九江国际展览中心举办。"
    assert read_records("", text, "2007-09-03")[0].start == "2007-09-06"


def test_what_a_press_conference_announces_is_placed_where_it_will_be() -> None:
    """Behind whoever spoke there, 介绍 goes over to the fair, which the caller of the conference need not host."""
    text = (
        "6月25日,江西省政府在南昌召开第十八届海峡两岸纺织服装博览会新闻发布会,"
        "九江市委副书记、市长张永介绍,本届海博会将于7月31日至8月3日在九江服装城展览艺术中心举办。"
    )
    fair = next(r for r in read_records("", text, "2015-06-26") if r.kind == "event")
    assert (fair.start, fair.place and fair.place.text) == ("2015-07-31", "九江服装城展览艺术中心")


def test_a_course_given_by_video_is_held() -> None:
    """由某会主办的培训班通过腾讯会议开班 passes nothing."""
    text = "6月30日,由江西省纺织协会主办的纺织服装直播带货培训班(第一期)通过腾讯会议开班,培训为期3天。"
    assert [(r.start, r.end) for r in read_records("", text, "2020-07-02")] == [("2020-06-30", "2020-07-02")]


def test_two_meetings_called_in_one_sentence_are_two() -> None:
    """在甲地召开“…观摩会”,在乙地召开“…观摩会” calls two, however like their names are."""
    text = (
        "定于2017年9月24日在九江召开“江西棉花联盟棉花新品种现场观摩会”,"
        "9月26日在赣州召开“江西棉花联盟中长绒棉花新品种现场观摩会”。"
    )
    found = {r.start: r.place and r.place.text for r in read_records("", text, None)}
    assert found == {"2017-09-24": "九江", "2017-09-26": "赣州"}


def test_a_lead_may_tell_day_and_town_as_a_sentence() -> None:
    """2016年12月18日,上海。 sets the scene."""
    text = "2016年12月18日,上海。“2016江西时尚产业创新年会”如期而至,院长蒋昌等演讲。"
    assert [r.place and r.place.text for r in read_records("", text, None)] == ["上海"]


def test_a_sitting_of_yesterday_in_one_character_is_dated_by_the_page() -> None:
    """某组委会第二次会议昨在某地召开 was held the day before."""
    text = "第十五届江西国际丝绸博览会组委会第二次会议昨在南昌召开。本届丝博会将于10月24日至27日举行。"
    assert read_records("", text, "2014-09-25")[0].start == "2014-09-24"


def test_next_years_meeting_is_ahead() -> None:
    """2018年年会由某公司承办, said in 2017, is to come."""
    text = "8月7日,江西棉纺织行业协会2017年年会在南昌召开。会议决定,江西棉纺织行业协会2018年年会由云纱公司承办,在九江举行。"
    found = {r.name[-7:]: (r.start, r.status) for r in read_records("", text, "2017-08-08")}
    assert found["2018年年会"] == ("2018", "upcoming")


def test_a_hotel_behind_its_label_tells_more_than_the_town() -> None:
    """地点:台州某酒店 is where a meeting called to 浙江省台州市 is held."""
    text = (
        "经研究,定于2014年10月22日在浙江省台州市召开第二十六届江西缝制技术研讨会。\n会议地点:台州云水国际酒店"
    )
    assert read_records("", text, None)[0].place.text == "台州云水国际酒店"  # type: ignore[union-attr]


def test_the_fair_that_frames_a_meeting_takes_no_day_from_it() -> None:
    """10月12日,某会在某博览会期间召开 says that the fair was on, not when it began."""
    text = "10月12日,江西省针织协会针织服饰分会成立大会在2016南昌国际针织博览会期间召开。"
    fair = next(r for r in read_records("", text, "2016-10-20") if r.kind == "event")
    assert (fair.start, fair.status) == ("2016", "held")


def test_near_by_gives_a_bare_day_no_month() -> None:
    """近日 is no month that 20日 could lean on: a day told as done lies behind the article."""
    text = "近日,第84届江西毛纺大会在南昌召开。大会在20日设立市场论坛。"
    assert meeting(text, published="2015-06-04").start == "2015-05-20"


def test_a_body_with_a_part_of_its_own_is_not_host_besides() -> None:
    """由甲分会承办的甲分会成立大会 names 甲分会 once, as it is written."""
    text = "由南昌市人民政府、江西省针织协会花边分会承办的江西省针织协会花边分会成立大会3月16日在南昌举行。"
    roles = [(o.name, o.role) for o in meeting(text).organisations]
    assert roles == [("南昌市人民政府", "organiser"), ("江西省针织协会花边分会", "organiser")]


def test_what_stands_on_a_list_of_meetings_to_be_held_is_each_a_meeting() -> None:
    """将分别举办甲研讨会、乙交流会和丙对接会 announces all of them."""
    text = (
        "第三十届江西国际羊绒交易会将于9月19日至22日在南昌举行。此外,协会将分别举办江西羊绒产业高质量发展专题研讨会、"
        "江西国际绒商交流会和中蒙羊绒企业对接交流会。"
    )
    names = [r.name for r in read_records("", text, "2023-08-16") if r.kind == "meeting"]
    assert names == ["江西羊绒产业高质量发展专题研讨会", "江西国际绒商交流会", "中蒙羊绒企业对接交流会"]


def test_a_labelled_venue_tells_more_than_the_town() -> None:
    """会议地点: gives the hotel where the first sentence gives only the district; the agenda ends at its heading's end."""
    text = (
        "江西省纺织工业协会决定于2023年12月20日在江西省南昌市红谷滩区召开2023年江西纺织产业工作会议。\n一、会议内容\n"
        "1.总结复评情况;\n2.为新集群颁发牌匾。\n二、会议地点:江西省南昌市红谷滩区绿地大酒店。\n三、参加人员\n"
        "1.各集群负责人,每地区1人;\n2.有关协会1人。"
    )
    record = meeting(text, published="2023-11-20")
    assert record.place is not None and record.place.text == "江西省南昌市红谷滩区绿地大酒店"
    assert record.items == ("总结复评情况", "为新集群颁发牌匾")


def test_the_firm_whose_hall_it_is_calls_no_meeting() -> None:
    """在某集团召开了某协会会议: the firm is the place, and nobody is told to hold it."""
    record = meeting("3月16日,代表相聚南昌,在南昌东隆集团召开了江西省家纺协会七届三次副会长会议。")
    assert record.organisations == ()
    assert record.place is not None and record.place.text == "南昌东隆集团"


def test_a_meeting_takes_the_day_of_what_was_published_at_it() -> None:
    """于8月27日在某理事会期间正式发布 dates the council, which lasts a day."""
    text = "《江西纺织行动纲要》于2023年8月27日在江西省纺织协会五届二次理事会期间正式发布,全文分为9个章节。"
    record = next(r for r in read_records("", text, "2023-09-01") if r.kind == "meeting")
    assert record.start == "2023-08-27"


def test_home_textiles_keep_their_first_character() -> None:
    """家纺 begins a name though 家 also counts firms."""
    record = meeting("3月16日,协会在南昌召开了家纺十四五规划座谈会。")
    assert record.name == "家纺十四五规划座谈会"


def test_the_day_of_holding_beats_the_days_of_the_visit() -> None:
    """在26日下午举办的座谈会上 dates the meeting that the days of the whole journey only frame."""
    text = (
        "12月25—27日,省商务厅厅长王济赴南昌举办2022江西纺织服装产业对接会、服装行业企业家座谈会。\n"
        "在26日下午举办的服装行业企业家座谈会上,王济与代表交流。"
    )
    found = {r.name: r.start for r in read_records("", text, "2022-12-30")}
    assert found["服装行业企业家座谈会"] == "2022-12-26"


def test_a_sitting_on_several_standards_keeps_their_count() -> None:
    """《甲》等6项行业标准审定会 is the whole name."""
    record = meeting("近日,江西省纺织标准化技术委员会在南昌召开了《防水衬垫》等6项行业标准审定会。")
    assert record.name == "《防水衬垫》等6项行业标准审定会"


def test_a_press_conference_named_in_the_text_is_told_once_with_its_place() -> None:
    """甲推介会暨乙新闻发布会在京举行 is one record beside the fair's."""
    text = "8月2日,2023年赣州毛织推介会暨第二十届“织交会”北京新闻发布会在京举行。第二十届“织交会”将于今年11月7日至9日在江西省赣州市举办。"
    found = [r for r in read_records("第二十届“织交会”将举办", text, "2023-08-03") if "发布会" in r.name]
    assert [(r.name, r.place.text if r.place else None) for r in found] == [
        ("2023年赣州毛织推介会暨第二十届“织交会”北京新闻发布会", "北京")
    ]


def test_meetings_held_beside_another_are_each_read_and_give_the_words_back() -> None:
    """甲会议、乙年会、丙交流会同期召开。 tells four meetings; who attended attended the first."""
    text = (
        "10月22日,2014江西纺织学术年会在南昌举行。江西省纺织工程学会第二十四届理事会第五次扩大会议、第34届江西毛纺年会、"
        "2014江西染整可持续发展技术交流会同期召开。江西省纺织工业协会会长沈民出席大会并致辞。"
    )
    found = {r.name: [p.name for p in r.people] for r in read_records("", text, "2014-10-25")}
    assert found == {
        "2014江西纺织学术年会": ["沈民"],
        "江西省纺织工程学会第二十四届理事会第五次扩大会议": [],
        "第34届江西毛纺年会": [],
        "2014江西染整可持续发展技术交流会": [],
    }


def test_a_venue_before_a_numbered_name_is_no_part_of_it() -> None:
    """会展中心第十一届某年会 begins with its count, and 会展中心 is no meeting."""
    record = meeting(
        "2021年10月23日,交接仪式在江西南昌世界会议会展中心第十一届江西纺织学术年会主会场举行。",
        published="2021-11-01",
    )
    assert record.name == "第十一届江西纺织学术年会"


def test_who_met_the_press_is_told_of_the_press_conference() -> None:
    """A press conference with a day of its own has its place and people; the fair keeps the days announced."""
    text = (
        "5月9日上午,2023第四届云岭布商大会新闻发布会在杭举行,宣布2023第四届云岭布商大会将于6月26-29日在云南昆明举行。\n"
        "云岭市副市长罗启明致辞,江西省服装协会会长孟秋等出席。"
    )
    press, main = sorted(read_records("", text, "2023-05-10"), key=lambda r: r.start or "")
    assert (main.name, main.start, main.end, main.status) == (
        "2023第四届云岭布商大会", "2023-06-26", "2023-06-29", "upcoming"
    )  # fmt: skip
    assert (press.name, press.start, press.status) == (
        "2023第四届云岭布商大会新闻发布会",
        "2023-05-09",
        "held",
    )
    assert press.place and press.place.city == "杭州"
    assert {p.name for p in press.people} == {"罗启明", "孟秋"}


def test_a_meeting_put_off_once_and_called_again_is_postponed() -> None:
    """未能如期…恢复召开 moves a meeting to its new day."""
    record = meeting(
        f"原定于3月2日的{NAME}未能如期召开,现决定于3月16日在南昌恢复召开。", published="2023-03-08"
    )
    assert (record.start, record.status) == ("2023-03-16", "postponed")


def test_what_went_before_dates_nothing() -> None:
    """The day of 继…之后 is that of the earlier one."""
    text = f"继3月8日在九江举办新闻发布会后,{NAME}3月16日在南昌召开。"
    (record,) = read_records("", text, "2023-03-18")
    assert record.start == "2023-03-16" and record.place and record.place.text == "南昌"


def test_a_title_in_brackets_belongs_to_the_name_behind_it() -> None:
    """副秘书长(外事办主任)某某 has both posts."""
    (person,) = meeting(f"{NAME}3月16日在南昌召开。江西省服装协会副秘书长(外事办主任)罗启明出席。").people
    assert [p.title for p in person.posts] == ["副秘书长", "主任"]


def test_a_day_told_neither_as_done_nor_as_to_come_is_of_the_nearer_year() -> None:
    """3月21日 in June is not next year's; with nothing else told its year stays open."""
    assert meeting("3月21日,江西纺织研讨会在南昌召开。", published="2024-06-10").start == "--03-21"


def test_a_joint_name_may_hold_a_verb_before_its_joint() -> None:
    """十大新闻评选揭晓暨某新闻发布会 does not begin with 暨."""
    record = meeting(
        "1月14日,“冠云杯”2007年江西纺织十大新闻评选揭晓暨功能性面料成果展示新闻发布会在南昌举行。",
        published="2008-01-16",
    )
    assert record.name == "“冠云杯”2007年江西纺织十大新闻评选揭晓暨功能性面料成果展示新闻发布会"


def test_lately_takes_no_month_from_elsewhere() -> None:
    """日前 gives no day, and the month of a survey told later does not stand in for it (guide rule 9)."""
    record = meeting(f"本报讯 (罗 启){NAME}日前在南昌召开。协会于今年1月开始征集意见。")
    assert (record.name, record.start) == (NAME, None)


def test_a_year_told_later_dates_nothing_before() -> None:
    """The year of a society's founding, told in a line below, is not that of its meeting."""
    text = f"{NAME}3月16日在南昌召开。\n协会简介:2009年11月8日,在两百多位代表的共同见证下,江西省服装协会宣告成立。"
    assert meeting(text, published=None).start == "--03-16"


def test_who_came_to_the_promotion_did_not_open_the_fair() -> None:
    """出席了此次会议 in the next line is told of what was held within the fair."""
    text = (
        "8月27日,2023江西国际家纺博览会在南昌盛大开幕。\n"
        "当日下午,2023江西国际家纺博览会云岭窗帘产业推介会在南昌绿地国际博览中心2号馆举行。\n"
        "江西省服装协会会长罗启明等嘉宾出席了此次会议。"
    )
    people = {r.name: {p.name for p in r.people} for r in read_records("", text, "2023-08-30")}
    assert people == {
        "2023江西国际家纺博览会": set(),
        "2023江西国际家纺博览会云岭窗帘产业推介会": {"罗启明"},
    }


def test_a_school_that_unveils_something_is_no_venue() -> None:
    """A body's name that begins with a region tells no place where a sentence tells nothing of holding there."""
    text = "3月16日,2023首届云岭羽绒服装周开幕。武汉纺织大学服装产业研究院也正式揭牌。"
    assert [r.place for r in read_records("", text, "2023-03-18") if r.name.endswith("服装周")] == [None]


def test_bodies_that_hold_it_together_are_all_hosts() -> None:
    """甲联合乙、丙,于9月6日在某馆举办 names three hosts."""
    text = "江西省纺织工程学会联合九江市纺织工程学会、赣州市纺织工程学会,于9月6日上午在江西省科学馆举办“生物染整”学术交流会。"
    record = meeting(text, published="2012-09-10")
    assert {(o.name, o.role) for o in record.organisations} == {
        ("江西省纺织工程学会", "host"), ("九江市纺织工程学会", "host"), ("赣州市纺织工程学会", "host")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("在南昌市青山湖区江西轻纺城国际会展中心召开", "南昌市青山湖区江西轻纺城国际会展中心"),
        ("相聚在夏布技艺的发源地——南昌", "南昌"),
    ],
)
def test_a_venue_is_whole_and_without_what_praises_it(words, place):
    """A hall's own name may hold that of a market; 发源地—— is no part of a place."""
    record = meeting(f"3月16日,{NAME}{words}。")
    assert record.place is not None and record.place.text == place


def test_what_was_put_off_and_then_held_is_held() -> None:
    """受疫情影响延期的…举行 reports the meeting."""
    assert meeting(f"3月15日至16日,受疫情影响延期的{NAME}在南昌隆重举行。").status == "held"


def test_posts_of_a_crowd_are_not_those_of_who_presides() -> None:
    """60余名专家、学者、青年才俊等出席,开幕式由副会长某某主持 gives the one named his own post."""
    text = f"3月16日,{NAME}在南昌召开,来自高校以及企业的60余名专家、学者、青年才俊等出席本次会议,开幕式由江西省服装协会副会长罗启明主持。"
    (person,) = meeting(text).people
    assert [p.title for p in person.posts] == ["副会长"]


def test_a_rite_at_a_meeting_is_no_record_of_its_own() -> None:
    """会上…举行了授牌仪式 is a point of the meeting's programme, wherever the page's head puts it."""
    text = f"3月16日,{NAME}在南昌召开。会上举行了新理事及会员单位入会授牌仪式,会长罗启明讲话。"
    assert [r.name for r in read_records("", text, "2023-03-18")] == [NAME]


def test_a_forum_that_somebody_presides_is_held_beside_the_meeting() -> None:
    """“…论坛”分会场由某某主持 reports the forum though nothing dates it."""
    text = (
        "2016年10月23日至25日,第六届江西纺织学术年会在南昌召开。“现代针织技术论坛”分会场由副校长罗启明主持。"
    )
    assert [r.name for r in read_records("", text, None)] == ["第六届江西纺织学术年会", "现代针织技术论坛"]


def test_what_a_meetings_being_held_does_is_no_second_meeting() -> None:
    """某会议的召开将推动… speaks of the meeting named before."""
    text = "2013年10月23日,第十二届江西纺织大会将在南昌举办。针织国际学术会议的召开将推动全行业发展。"
    assert [r.name for r in read_records("", text, None)] == ["第十二届江西纺织大会"]


def test_a_year_alone_dates_what_is_announced_for_it() -> None:
    """将于2024年召开 is as exact as the text is."""
    text = "3月16日,第十一届江西纺织学术年会在南昌召开。第十二届江西纺织学术年会将于2024年在赣州召开。"
    starts = {r.name: r.start for r in read_records("", text, "2023-03-18")}
    assert starts == {"第十一届江西纺织学术年会": "2023-03-16", "第十二届江西纺织学术年会": "2024"}


def test_the_headline_dates_a_press_conference() -> None:
    """某展新闻发布会在某地召开 above an article makes a record of it, with those who came to it."""
    text = (
        "10月15日,江西国际纺织机械展览会在南昌开幕。上午11点,主办方召开了新闻发布会。"
        "江西纺织机械协会会长罗启明出席了此次发布会。"
    )
    records = read_records("江西纺机展新闻发布会今日在南昌召开", text, "2018-10-15")
    people = {r.kind: [p.name for p in r.people] for r in records}
    assert people == {"event": [], "meeting": ["罗启明"]}


def test_the_last_day_may_stand_in_a_later_sentence_on_the_opening() -> None:
    """论坛历时三天,18日开幕、20日下午落下帷幕 gives the end."""
    text = "18日上午,论坛开幕,会长罗启明致辞。2021江西首届校服高峰论坛历时三天,18日开幕、20日下午落下帷幕。"
    record = meeting(text, published="2021-06-24")
    assert (record.start, record.end) == ("2021-06-18", "2021-06-20")


def test_who_came_to_a_press_conference_came_to_it() -> None:
    """某博览会新闻发布会在某地举行 tells who met the press there, and nothing of the fair but its year."""
    text = (
        "3月18日,第五届江西(南昌·湾里)国际泳装博览会新闻发布会在国家会展中心举行。江西省服装协会会长罗启明出席。"
        "本届泳博会由江西省服装协会主办。"
    )
    found = {r.kind: r for r in read_records("", text, "2015-03-20")}
    assert (found["meeting"].start, found["event"].start) == ("2015-03-18", "2015")
    assert ([p.name for p in found["meeting"].people], found["event"].people) == (["罗启明"], ())


def test_a_day_on_which_the_press_was_met_is_not_the_fairs() -> None:
    """市政府在上海举行新闻发布会,据悉本届袜博会将于… dates the one and the other."""
    text = (
        "第十五届江西国际袜业博览会亮相金秋,10月8日下午,南昌市政府在上海举行新闻发布会。"
        "据悉,本届袜博会将于10月28日至30日在南昌国际商贸城举行。"
    )
    found = {r.kind: r for r in read_records("", text, "2021-10-08")}
    assert (found["event"].start, found["event"].end) == ("2021-10-28", "2021-10-30")
    assert found["event"].place.text == "南昌国际商贸城"


def test_a_forum_with_a_rite_is_a_forum() -> None:
    """期间,举行某论坛暨某基地揭牌仪式 tells of a meeting, not of a point of a programme."""
    text = "9月16日,2007江西家纺博览会在南昌开幕。博览会期间,举行了江西家纺协会文化艺术高级论坛暨创意基地揭牌仪式。"
    assert "江西家纺协会文化艺术高级论坛暨创意基地揭牌仪式" in {
        r.name for r in read_records("", text, "2007-09-17")
    }


def test_what_is_announced_at_a_meeting_is_not_held_in_it() -> None:
    """在筹备会上,某主任透露,成员大会将于… gives two meetings, none within the other."""
    text = "日前在南昌召开的江西省缝制设备协会第二次筹备会上,江西省经贸委主任罗启明透露,江西省缝制设备协会第一次成员大会将在11月中旬召开。"
    found = {r.name: r for r in read_records("", text, None)}
    assert found["江西省缝制设备协会第一次成员大会"].start == "--11"
    assert [r.parent for r in found.values()] == [None, None]


def test_a_headline_in_the_text_does_not_date_by_yesterday() -> None:
    """某会昨日召开 copied above the text yields to the day the text tells."""
    text = f"{NAME}昨日召开\n3月14日上午,{NAME}在南昌召开。会长罗启明讲话。"
    assert meeting(text, published="2023-03-16").start == "2023-03-14"


def test_guests_tell_the_place_of_a_meeting_called_after_it() -> None:
    """前往湾里县…召开了湾里县…座谈会 places the meeting."""
    text = "3月23日,执行会长罗启明一行前往南昌县,了解当地产业。下午3点,副县长程雨主持召开了南昌县轻纺服装产业发展座谈会。"
    assert meeting(text, published="2023-03-25").place.text == "南昌县"


def test_whose_spirit_is_followed_is_no_meeting_of_the_article() -> None:
    """为响应某大会号召 names what others had come together for before."""
    text = f"为响应江西纺织高质量发展大会号召,3月16日,{NAME}在南昌召开。"
    assert [r.name for r in read_records("", text, "2023-03-18")] == [NAME]


def test_days_told_apart_from_the_opening_give_the_end() -> None:
    """大会时间为3月16日、17日两天 tells how long the meeting opened on the 16th lasts."""
    record = meeting(f"3月16日上午,{NAME}在南昌召开。大会时间为3月16日、17日两天。")
    assert (record.start, record.end) == ("2023-03-16", "2023-03-17")


def test_a_month_spoken_of_at_a_meeting_is_not_its_own() -> None:
    """会上某某表示,今年2月出台了规划 dates no meeting."""
    text = f"在{NAME}上,会长罗启明表示,今年2月江西出台了发展纺织服装产业的规划。"
    assert meeting(text).start is None


def test_what_follows_a_list_of_meetings_is_told_of_the_first() -> None:
    """某会在某地召开甲年会、乙大会、丙推广会。会长主持会议 gives the people to the main one."""
    text = (
        "12月5日,江西纺织联合会在南昌召开2019江西纺织创新年会、江西纺织联合会四届六次常务理事扩大会议、"
        "第八届江西纺织管理成果推广会。江西纺织联合会党委书记罗启明主持会议。"
    )
    people = {r.name: [p.name for p in r.people] for r in read_records("", text, "2019-12-06")}
    assert people["2019江西纺织创新年会"] == ["罗启明"]


def test_a_post_told_again_beside_another_body_is_the_same_post() -> None:
    """吴江丝绸协会会长甲致辞,协会会长乙作报告: 乙 keeps the body he was first named with."""
    text = f"3月16日,{NAME}在南昌召开,江西省服装协会会长罗启明参加。湾里服装协会会长程雨致辞,协会会长罗启明作报告。"
    posts = {p.name: [(q.organisation, q.title) for q in p.posts] for p in meeting(text).people}
    assert posts["罗启明"] == [("江西省服装协会", "会长")]


def test_a_society_that_holds_its_founding_meeting() -> None:
    """某商会在某地举行成立大会 names the meeting by the society."""
    text = "6月29日上午,江西省鞋业商会在南昌滨江宾馆举行成立大会。会议选出了罗启明为第一届商会会长。"
    record = meeting(text, published="2013-06-30")
    assert (record.name, record.start) == ("江西省鞋业商会成立大会", "2013-06-29")


def test_a_committee_by_its_short_name_meets_once() -> None:
    """分标委 and 分技术委员会, 审稿会 and 审定会 are one."""
    text = "11月4日至6日,棉纺织品分标委年会暨标准审稿会在南昌召开。"
    assert len(read_records("2016年棉纺织品分技术委员会年会暨标准审定会召开", text, "2016-12-14")) == 1


def test_guests_of_a_rite_held_at_a_congress_came_to_the_rite() -> None:
    """启动仪式在某大会上举行。某某出席仪式 gives the rite its guests and its frame."""
    text = (
        "5月18日,“江西牛仔面料流行趋势发布”工作启动仪式在2023江西棉纺织大会上隆重举行。"
        "江西纺织联合会会长罗启明出席仪式。"
    )
    found = {r.name: r for r in read_records("", text, "2023-05-19")}
    rite = next(r for name, r in found.items() if "启动仪式" in name)
    assert [p.name for p in rite.people] == ["罗启明"] and rite.parent is not None


def test_the_opening_of_this_congress_dates_its_first_day() -> None:
    """本届会议开幕式于9月9日在甲地举行 opens what closed on the 10th, and is no other meeting."""
    text = (
        "9月10日,第九届江西国际丝绸会议闭幕式在南昌举行。本届会议开幕式于9月9日在九江举行,闭幕式在南昌举行。"
    )
    record = meeting(text, published="2016-09-23")
    assert (record.name, record.start, record.end) == ("第九届江西国际丝绸会议", "2016-09-09", "2016-09-10")


def test_two_that_hold_it_together_are_both_hosts() -> None:
    """甲和乙在某地共同举办丙 names two hosts."""
    text = (
        "2月13日上午,江西省茧丝绸行业协会和江西省蚕学会在丝绸大酒店共同举办2025年江西省蚕桑专家新春茶话会。"
    )
    record = meeting(text, published="2025-02-14")
    assert [o.name for o in record.organisations] == ["江西省茧丝绸行业协会", "江西省蚕学会"]


def test_a_forum_at_which_somebody_spoke_is_held() -> None:
    """在“某论坛”上,某某作分享 reports the forum beside its congress."""
    text = (
        "6月26日,第三届江西服装品牌直播大会在南昌举行。在大会系列活动“新渠道——服装产业渠道创新论坛”上,"
        "副县长罗启明作主题分享。"
    )
    assert len(read_records("", text, "2022-06-27")) == 2


def test_what_was_held_long_ago_is_history() -> None:
    """1950年1月,某代表会议举行 is no news."""
    text = "1949年成立了工作委员会,1950年1月,江西纺织工会代表会议在南昌举行,选举产生筹备委员会。"
    assert not read_records("", text, None)


def test_an_office_that_meets_the_press_without_a_day_gives_no_record() -> None:
    """日前在省新闻办新闻发布会上宣布 tells only of the fair."""
    text = "副省长程雨日前在赣新办新闻发布会上宣布,“2009江西羊绒国际展览会”将于6月20日至23日在南昌举行。"
    assert [r.name for r in read_records("", text, None)] == ["2009江西羊绒国际展览会"]


def test_an_earlier_assembly_told_by_its_year_is_history() -> None:
    """在2005年…召开的第四届第一次会员大会上 is no meeting of an article on the fifth."""
    text = (
        "9月22日,江西拉链分会五届一次会员大会暨江西拉链高峰论坛在南昌举行。在2005年9月22日召开的第四届第一次会员大会上,"
        "罗启明当选为理事长。本次大会上,罗启明再次当选理事长。"
    )
    assert [r.name for r in read_records("", text, "2008-10-13")] == [
        "江西拉链分会五届一次会员大会暨江西拉链高峰论坛"
    ]


def test_a_press_conference_held_on_a_day_does_not_date_its_fair() -> None:
    """10月19日,记者在上海召开的某展新闻发布会上获悉,展会将于… gives the fair the later day."""
    text = "10月19日,记者在南昌召开的2014江西国际麻纺博览会新闻发布会上获悉,博览会将于12月11日~13日在新余市举行。"
    fair = next(r for r in read_records("", text, None) if r.kind == "event")
    assert (fair.start, fair.end) == ("2014-12-11", "2014-12-13")


def test_guests_of_a_meeting_named_whole_are_not_those_of_a_fair_pointed_at() -> None:
    """本届某会开幕前夕,某日举行…见面会 tells of the meeting named there."""
    text = (
        "第22届江西国际服装交易会(以下简称“服交会”)将于2017年11月17日至20日在南昌举行。\n"
        "本届服交会开幕前夕,11月15日上午,湾里镇于滨江大酒店举行经济社会发展成果媒体见面会。镇长罗启明与媒体交流。"
    )
    people = {r.name: [p.name for p in r.people] for r in read_records("", text, None)}
    assert people["第22届江西国际服装交易会"] == []


def test_a_party_lecture_given_is_a_meeting() -> None:
    """某会长为两个党委作了题为“…”的专题党课 tells of people who came to hear it."""
    text = (
        "2021年7月6日,江西省纺织协会党委书记罗启明为江西纺织规划院党委作了题为“学史明理 勇开新局”的专题党课。"
        "规划院党委书记李刚主持党课。"
    )
    assert meeting(text).start == "2021-07-06"


def test_what_was_said_at_a_meeting_was_held() -> None:
    """日前在某地召开的第二次筹备会上,某人透露,成立大会将… tells of a meeting held and one to come."""
    text = "日前在九江召开的江西省缝制设备协会第二次筹备会上,罗启明透露,江西省缝制设备协会第一次会员大会将在11月中旬召开。"
    assert {r.name: r.status for r in read_records("", text, None)} == {
        "江西省缝制设备协会第二次筹备会": "held",
        "江西省缝制设备协会第一次会员大会": "upcoming",
    }


def test_what_is_held_with_a_meeting_of_one_day_is_of_that_day() -> None:
    """同期召开 beside a meeting of one day tells the day."""
    text = "11月15日,江西服装产业链合作大会在南昌举办,600余人到场。\n江西省服装协会第八届会员代表大会同期召开,选出新一届理事会。"
    assert {r.start for r in read_records("", text, "2024-11-17")} == {"2024-11-15"}


def test_what_is_learnt_from_a_meeting_is_held_where_the_sentence_says() -> None:
    """记者从在杭州召开的…上获悉 tells where, as does a town behind the body without 在."""
    text = "新华社九江9月6日电 记者从在九江召开的2018江西化纤会议上获悉,江西将推进绿色纤维认证。"
    record = meeting(text, published="2018-09-06")
    assert record.place is not None and record.place.text == "九江"
    text = "10月14日下午江西省纱线协会九江湖口举行了成立大会。"
    record = meeting(text, published="2018-10-15")
    assert record.place is not None and record.place.text == "九江湖口"


UNNAMED = [
    (
        "6月19日上午,江西省鞋业商会在南昌召开座谈会,会长罗启明介绍了情况。",
        "江西省鞋业商会座谈会",
    ),
    (
        "6月20日,江西省针织协会会长罗启明一行赴安徽省宿松县开展针织产业调研,并与当地企业座谈。",
        "江西省针织协会赴安徽省宿松县针织产业调研",
    ),
    (
        "6月20日,江西省针织协会会长罗启明一行到访安徽省印染商会座谈交流。",
        "江西省针织协会到访安徽省印染商会座谈交流",
    ),
    (
        "6月20日,消费品司巡视员罗启明同志带队赴江西省印染商会调研并座谈交流。",
        "消费品司赴江西省印染商会调研并座谈交流",
    ),
    (
        "6月20日下午,副部长罗启明接见法国袜业协会会长马晓等30余人。",
        "罗启明接见法国袜业协会",
    ),
    (
        "6月20日,江西省针织协会罗启明会长会见了法国袜业协会马晓会长一行。",
        "江西省针织协会会见法国袜业协会",
    ),
    (
        "6月20日,市委书记罗启明专题调研袜业产业发展情况并召开座谈会。",
        "袜业产业发展情况专题调研座谈会",
    ),
    (
        "6月20日,市长罗启明深入青云谱区调研袜业工作,并召开专题座谈会。",
        "袜业工作专题座谈会",
    ),
    (
        "6月20日,考察组召开了关于湾里袜业用工情况的座谈会。",
        "关于湾里袜业用工情况的座谈会",
    ),
    (
        "6月20日,湾里区委、区政府召开专题会议,研究部署袜业质量提升工作。",
        "袜业质量提升工作专题会议",
    ),
    (
        "6月20日上午,湾里区委书记罗启明主持召开会议,专题研究袜业集聚提升工作。",
        "袜业集聚提升工作会议",
    ),
    (
        "6月20日,江西省袜业标准化技术委员会在南昌成立。",
        "江西省袜业标准化技术委员会成立大会",
    ),
    (
        "6月20日,江西省袜业协会在南昌正式成立。副市长罗启明到会祝贺并讲话。",
        "江西省袜业协会成立大会",
    ),
]


@pytest.mark.parametrize(("text", "name"), UNNAMED)
def test_a_meeting_without_a_name_is_called_by_who_met_and_what_for(text: str, name: str) -> None:
    """A dated talk, visit, reception, sitting or founding that has no name of its own gets one from the words that tell it."""
    record = meeting(text, published="2023-06-22")
    assert (record.name, record.start, record.status) == (name, text_day(text), "held")


def text_day(text: str) -> str:
    """Return the day a text above begins with."""
    return "2023-06-" + text[2:4]


@pytest.mark.parametrize(
    "text",
    [
        "6月20日,江西省针织协会会长罗启明一行来到安徽省宿松县参观工厂。",
        "江西省针织协会与安徽省印染商会经常座谈。",
        "6月20日,江西省袜业协会成立,今后将开展培训。",
    ],
)
def test_what_nobody_conferred_at_is_no_meeting(text: str) -> None:
    """A mere visit, a habit and the bare fact of a founding are no meetings."""
    assert not [r for r in read_records("", text, "2023-06-22") if r.kind == "meeting"]


def test_the_town_a_party_goes_to_is_where_it_talks() -> None:
    """深入某区调研…召开座谈会 is held there."""
    record = meeting("6月20日,市长罗启明深入青云谱区调研袜业工作,并召开座谈会。", published="2023-06-22")
    assert record.place is not None and record.place.text == "青云谱区"


def test_a_congress_prepared_at_a_sitting_is_dated_for_itself() -> None:
    """会议就第六届某大会筹备情况进行了沟通,定于… dates the congress, not the sitting."""
    text = "近日,2023年江西袜业联盟秘书长会议在南昌举行。会议就第六届江西袜业会议筹备情况进行了沟通,定于2023年10月13日在九江举行。"
    found = {r.name: (r.start, r.status) for r in read_records("", text, "2023-06-13")}
    assert found == {
        "2023年江西袜业联盟秘书长会议": ("2023", "held"),
        "第六届江西袜业会议": ("2023-10-13", "upcoming"),
    }


def test_what_is_spoken_of_at_a_meeting_takes_no_guests_from_it() -> None:
    """宣布《某订货会参展纪律》 and 汇报某订货会筹备情况 hold no fair; 会议由…主持 is of the meeting told before."""
    text = (
        "3月16日,“湾里区制袜产业工作推进会”在南昌召开。江西省袜业协会会长罗启明汇报了2023袜业订货会筹备情况。"
        "协会秘书长程雨宣布《2023袜业订货会参展纪律》。会议由副会长马晓主持。"
    )
    record = meeting(text)
    assert {"罗启明", "程雨", "马晓"} <= {p.name for p in record.people}


def test_between_the_verb_and_the_head_all_is_name() -> None:
    """召开的印染行业淘汰落后产能整治提升会议: verbs within it do not end it."""
    text = "3月16日下午,在南昌湾里区召开的印染行业淘汰落后产能深化整治提升会议上,区长罗启明作了部署。"
    assert meeting(text).name == "印染行业淘汰落后产能深化整治提升会议"


def test_a_headline_with_every_word_shortened_is_the_same_meeting() -> None:
    """全缝标委会2012年会 is the 全国缝制机械标准化技术委员会2012年年会."""
    text = "3月16日,全国缝制机械标准化技术委员会2012年年会在南昌市召开。"
    assert len(read_records("全缝标委会2012年会南昌召开", text, "2012-03-18")) == 1


def test_a_day_of_last_year_that_is_still_news() -> None:
    """去年12月20日 on a page of January tells no history."""
    assert meeting(f"去年12月20日,{NAME}在{VENUE}召开。", published="2024-01-13").start == "2023-12-20"


def test_the_day_guests_arrive_before_that_of_the_meeting() -> None:
    record = meeting(f"4月8日报到,4月9日上午开会。地点:{VENUE}。{NAME}通知如下。", published="2024-03-13")
    assert record.start == "2024-04-09"


def test_an_afternoon_told_alone_is_of_the_day_before_it() -> None:
    """下午,某分论坛在同一地点举行 has the day of the main forum."""
    text = "2024江西服装高峰论坛4月9日在南昌前湖迎宾馆举行。下午,童装分论坛在同一地点举行。"
    assert {r.start for r in read_records("", text, "2024-04-10")} == {"2024-04-09"}


@pytest.mark.parametrize(
    "name",
    [
        "江西省袜业协会八届二次会员代表大会暨八届三次理事扩大会及八届五次常务理事会",
        "江西省袜业协会七届三次副会长会议及2023年监事会一次会议",
        "江西省袜业协会第六次会员大会和六届一次理事会",
    ],
)
def test_sittings_of_one_body_held_as_one_are_one(name: str) -> None:
    """A second counted sitting joined by 及 or 和 is no meeting of its own (guide rule 1)."""
    assert meeting(f"3月16日,{name}在南昌召开。").name == name


def test_the_sitting_behind_another_is_one_of_its_own() -> None:
    """复评工作会议 and 复评工作反馈会议 are two, each with its day."""
    text = "3月14日上午,湾里袜业基地复评工作会议在南昌召开。\n3月15日上午,湾里袜业基地复评工作反馈会议在南昌召开。"
    days = {r.name: r.start for r in read_records("", text, "2023-03-18")}
    assert days == {"湾里袜业基地复评工作会议": "2023-03-14", "湾里袜业基地复评工作反馈会议": "2023-03-15"}


def test_the_report_of_a_council_is_no_meeting_of_it() -> None:
    """作某协会三届二次理事会工作报告 is said at what is held now."""
    text = "3月16日,“2023江西服装大会”在南昌召开,会长罗启明作了江西省服装协会三届二次理事会工作报告。"
    assert meeting(text).name == "2023江西服装大会"


def test_talks_and_forums_within_a_congress_have_no_name() -> None:
    """会议期间将举办多场主题演讲和论坛, and 人数最多的一届会议, name nothing."""
    text = (
        "由江西毛纺织行业协会举办的IWTX第80届年会将于5月9日至11日在南昌召开。这也是参会人数最多的一届会议。"
        "会议期间主办方将举办多场主题演讲和论坛。"
    )
    assert meeting(text, published="2023-04-28").name == "IWTX第80届年会"


def test_a_sitting_of_these_days_is_called_by_who_held_it() -> None:
    """近日,某分会召开了标准审定会 tells a meeting without a day."""
    text = "近日,江西省纺织品标准化技术委员会在南昌召开了标准审定会。会议审定了6个标准。"
    record = meeting(text, published=None)
    assert (record.name, record.start) == ("江西省纺织品标准化技术委员会标准审定会", None)


def test_a_name_behind_a_town_in_brackets_begins_with_the_town() -> None:
    """于都(深圳)产业园项目签约仪式 is whole."""
    text = "3月16日,于都县举行于都(深圳)时尚创意产业园项目签约仪式,县委书记罗启明致辞。"
    assert meeting(text).name == "于都(深圳)时尚创意产业园项目签约仪式"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇〇六年全国纺织集群工作会议定于5月30日在绍兴召开,议题是规划目标。", "2006-05-30"),
        (
            "5月22日,江西服装协会一届二次理事会在南昌召开。说起2019年,会长数出一串;说到2020年,他只讲“强信心”。",
            "2020-05-22",
        ),
        (
            "9月10日,江西服装协会五届七次常务理事会在南昌召开。会长说,2025上半年规划研究已经铺开。",
            "2025-09-10",
        ),
        (
            "江西(南昌)纺织品博览会新闻发布会3月25日召开,首届博览会定于2014年10月16日在南昌举办。",
            "2014-03-25",
        ),
    ],
)
def test_the_year_may_stand_in_words_around(text: str, day: str) -> None:
    """A year in Chinese figures, the later of two that are spoken of, and the year of a report's half tell the day's."""
    assert meeting(text, published=None).start == day


def test_what_a_press_conference_settles_is_not_its_day() -> None:
    """3月17日举行新闻发布会,确定8月12日至16日举行 dates the conference and the fair; what is 拟 held there is ahead."""
    text = (
        "2015江西商品博览会将在南昌开幕。\n3月17日,江西省新闻办公室举行新闻发布会,确定8月12日至16日,2015江西商品博览会将在南昌国际会展中心举行。\n"
        "今年拟举办2015江西商博高峰论坛,还拟组织实施江西服装产业发展论坛。"
    )
    found = {r.name: (r.start, r.status) for r in read_records("", text, "2015-03-18")}
    assert found["2015江西商品博览会"] == ("2015-08-12", "upcoming")
    assert found["2015江西商品博览会新闻发布会"] == ("2015-03-17", "held")
    assert found["江西服装产业发展论坛"][1] == "upcoming"


def test_the_term_of_a_committee_begins_with_its_founding() -> None:
    """2018-2022年某委员会成立大会 is of 2018."""
    text = "9月29日上午,2018-2022年江西省服装教学指导委员会成立大会在南昌举行,会长罗启明致辞。"
    assert meeting(text, published=None).start == "2018-09-29"


def test_a_meeting_that_prepares_a_forum_is_not_the_forum() -> None:
    """筹备会 is held where the headline says, the forum where it will be."""
    text = (
        "1月9日,文化厅为做好“中阿丝绸文化国际高峰论坛”的筹备工作,就拟于今年10月在九江举办“中阿丝绸文化国际高峰论坛”进行商讨。\n"
        "此次筹备会由文化厅组织,15位参赞参加了会议。"
    )
    found = {
        r.name: (r.start, r.place and r.place.city)
        for r in read_records("中阿丝绸文化国际高峰论坛筹备会在京召开", text, "2010-01-14")
    }
    assert found["中阿丝绸文化国际高峰论坛"] == ("2010-10", "九江")
    assert found["中阿丝绸文化国际高峰论坛筹备会"][1] == "北京"


def test_what_follows_at_once_is_in_the_same_town() -> None:
    """19日,论坛接着举行 in the town of the congress told before."""
    text = "8月18日,江西长丝织造协会第一届会员代表大会在南昌县召开。\n19日,江西化纤长丝织造产业发展论坛接着举行,代表将作专题演讲。"
    assert [r.place and r.place.city for r in read_records("", text, None)] == ["南昌", "南昌"]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("江西省长丝织造协会第一届会员代表大会2011年8月18日在九江共青城开成了。", "江西省长丝织造协会第一届会员代表大会", "九江共青城"),
        ("8月6日,九江市服饰产业联合会换届大会选出了第二届理事会:张某任会长。", "九江市服饰产业联合会换届大会", None),
        ("赣州市政府5月29日在于都县召集企业开会,于都县服装产业发展座谈会来了不少专家。", "于都县服装产业发展座谈会", "于都县"),
        ("当时针指向19时30分,江西省服装协会年会3月8日在南昌滨江宾馆举行。", "江西省服装协会年会", "南昌滨江宾馆"),
    ],
)  # fmt: skip
def test_a_meeting_held_in_plain_words(text: str, name: str, place: str | None) -> None:
    """Meetings that are simply 开成, or that a town calls its firms to, are held where these words say."""
    record = meeting(text)
    assert record.name == name and (record.place and record.place.text) == place


def test_a_meeting_that_goes_on_next_day_in_the_same_town() -> None:
    """What 将在当地接着开 is a meeting of its own, on the day told alone."""
    text = "江西省长丝织造协会第一届会员代表大会2011年8月18日在九江共青城召开。\n19日,长丝织造产业发展论坛将在当地接着开。"
    forum = read_records("", text, None)[1]
    assert (forum.name, forum.start) == ("长丝织造产业发展论坛", "2011-08-19")
    assert forum.place is not None and forum.place.city == "九江"


@pytest.mark.parametrize(
    ("text", "name", "start", "place"),
    [
        ("省服协五届三次理事会定了调子。会是2015年4月22日在南昌湾里开的,会长念了报告。", "五届三次理事会", "2015-04-22", "南昌湾里"),
        ("共青城,2019年5月17日。中国毛衫产业高峰论坛在这座小城开了幕。", "中国毛衫产业高峰论坛", "2019-05-17", "共青城"),
        ("2月19日晚,江西省服装协会六届二次理事会搬到了线上,屏幕里坐着60多位理事。", "六届二次理事会", "2023-02-19", "线上"),
        ("九江3月15日电 江西省丝绸协会换届大会今天开完了,新会长是李某。", "江西省丝绸协会换届大会", "2023-03-15", "九江"),
    ],
)  # fmt: skip
def test_a_meeting_is_held_where_plain_words_or_the_dateline_put_it(
    text: str, name: str, start: str, place: str
) -> None:
    """A sentence behind the name, 这座古镇, 搬到线上 and the dateline of the day tell where a meeting was held."""
    record = meeting(text)
    assert name in record.name and record.start == start
    assert record.place is not None and place in record.place.text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("江西省服装协会第六届会员大会2012年11月6日在九江收了官,选出新班子。", "九江"),
        ("定了!3月6日,江西省丝绸产业论坛在九江见。", "九江"),
        ("2021年12月18日,江西省纺织协会换届大会在昌举行。", "昌"),
        ("兴国县2022年9月27日迎来一拨客人,全省印染数字化改造现场会开进了车间。", "兴国县"),
        ("九江共青城服装小镇,2015年5月28日。坯布供应链交流会从上午九点谈到下午四点。", "九江共青城服装小镇"),
    ],
)
def test_a_meetings_town_is_told_in_few_words(text: str, place: str) -> None:
    """A town stands before 收了官 and 见, as one letter, at the head of the lead, or as its scene."""
    record = meeting(text)
    assert record.place is not None and (place == "昌" or record.place.text == place)
    assert record.place.region == "江西"


def test_a_meeting_of_these_days_that_people_gather_for_is_reported():
    """各地当家人近日到某地碰头,参加某会议: taking part is how the meeting is told."""
    text = "各地印染行业的当家人近日到辽宁丹东碰头,参加江东印染行业协会地方印染行业负责人联席会议。会长李金宝介绍情况。"
    names = [r.name for r in read_records("印染行业负责人在丹东碰头", text, None)]
    assert names == ["江东印染行业协会地方印染行业负责人联席会议"]


def test_minutes_tell_of_the_meeting_they_name():
    """时间, 地点 and 出席 above the text are those of the meeting whose decisions follow."""
    text = "时间:2021年5月22日\n地点:六安市羽绒饭店第二会议室\n出席:会长吕长海,常务理事共29人\n经讨论,江东省经编业商会二届二次常务理事会决定:撤销北部联络处。"
    (meeting,) = read_records("会议纪要(摘登)", text, "2021-05-26")
    assert (meeting.name, meeting.start) == ("江东省经编业商会二届二次常务理事会", "2021-05-22")
    assert meeting.place is not None and meeting.place.text == "六安市羽绒饭店第二会议室"


def test_a_council_that_went_on_for_hours_was_held():
    """理事会…开了足足三个小时."""
    text = "昨天下午,江东服饰行业协会理事会在六安大酒店开了足足三个小时。会长谭立群笑了。"
    assert [(r.name, r.start) for r in read_records("", text, "2019-03-17")] == [
        ("江东服饰行业协会理事会", "2019-03-16")
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("毛纺企业技改现场会", "昨天上午,两辆大巴开进厂区,省上把毛纺企业技改的现场会开到了车间里。"),
        ("江口泳装产业联合会换届大会", "3月16日,江口泳装产业联合会在滨江换届,陈小云当选会长。"),
        (
            "发热围巾团标审定会",
            "3月16日,公司起草的发热围巾团标在广州通过专家审定。为了这场审定会,大家熬了三个通宵。",
        ),
        ("江口纱线论坛", "3月16日,江口纱线论坛直播间里,提问一条接一条。"),
        ("毛纺企业座谈会", "昨天下午,在市里的毛纺企业座谈会上,云山毛纺的老总李小刚第一个开口。"),
        ("毛纺企业应对汇率风险座谈会", "3月16日,经贸委召开毛纺企业应对汇率风险座谈会。"),
    ],
)
def test_a_meeting_told_in_a_newspapers_words_is_read(name: str, text: str) -> None:
    """No 召开 is needed: what was taken to a workshop, heard in a live room, or passed judgement was held."""
    assert meeting(text).name == name


def test_what_was_to_be_and_is_called_off_is_cancelled() -> None:
    """原定…举行的年会取消 under a headline that names it whole, or 年会因暴雨取消了 behind its name, calls it off."""
    notice = meeting("原定本周五举行的年会取消,不再补办。", "关于取消江口服装联盟2023年会的通知")
    report = meeting("作品原本要在18日开幕的江口联盟年会上亮相。年会因暴雨取消了。")
    assert (notice.status, report.status) == ("cancelled", "cancelled")


def test_the_press_met_on_the_first_day_of_a_fair_has_that_day() -> None:
    """首日,展会新闻发布会 names the fair's conference, where the headline tells of one, on its first day."""
    text = (
        "10月21日,2016中国国际纺机展览会在国家会展中心(上海)开展,25日结束。首日,展会新闻发布会在展区内举行,"
        "某纺机协会会长王树等出席。"
    )
    records = {r.name: r for r in read_records("2016国际纺机展开幕并举行发布会", text, None)}
    assert records["2016中国国际纺机展览会新闻发布会"].start == "2016-10-21"


def test_a_year_in_the_name_of_a_part_is_that_of_the_whole() -> None:
    """A fair dated to the day alone takes the year that a forum held with it carries in its name."""
    text = (
        "某新闻网9月28日讯 今天,第22届中国(云集)国际皮革博览会在河北云集开幕。2014云集皮革产业协同发展论坛同期举办。"
        "皮博会开到9月30日。"
    )
    main = read_records("云集皮博会开幕", text, None)[0]
    assert (main.start, main.end) == ("2014-09-28", "2014-09-30")


def test_a_meeting_found_twice_is_told_once() -> None:
    """A meeting behind a chat account's greeting and heading lines gives one record."""
    text = (
        "热烈祝贺!云泽袜业商会换届啦~\n昨天(5月16日)下午,江西省云泽县袜业商会第三届会员大会暨第三届理事会就职典礼在云泽镇文化中心"
        "热闹举行!300余人欢聚一堂。\n01 换届选举\n大会听取了第二届理事会会长罗启明作的工作报告,云泽袜业公司董事长孟秋当选第三届会长。"
    )
    assert len(read_records("", text, "2025-05-17")) == 1


def test_one_session_is_one_meeting_however_its_body_is_called() -> None:
    """省某协某分会三届四次理事会 above 省某行业协会某分会三届四次理事会 is the same."""
    text = "4月22日,江西省产业用纺织品行业协会水刺材料分会第二届四次理事会扩大会议在抚州召开。"
    assert len(read_records("2021年赣产协水刺材料分会第二届四次理事会扩大会议召开", text, None)) == 1


def test_a_meeting_moved_online_keeps_its_day() -> None:
    """原定于4月15日…改为线上,时间不变 drops no date."""
    record = meeting(f"原定于4月15日举办的{NAME}改为在线上举办,时间不变。", published="2022-03-22")
    assert record.start == "2022-04-15"


def test_a_page_count_above_a_date_is_no_year() -> None:
    """浏览:1960 on the line before 2023年2月21日 makes no span of years."""
    record = meeting(f"浏览:1960\n2023年2月21日,{NAME}在南昌召开。", published=None)
    assert record.start == "2023-02-21"


def test_the_next_point_of_a_notice_names_no_body() -> None:
    """五、会议时间:…,下午参观企业 below 协办单位 is none of its bodies."""
    text = (
        f"经研究,定于11月21日在南昌召开{NAME}。\n三、承办单位:南昌市纺织协会\n四、协办单位:九江市服装协会  抚州市服装商会\n"
        "五、会议时间:11月21日上午9:00开会,下午参观青山湖区针织企业。"
    )
    bodies = [o.name for o in meeting(text).organisations if o.role == "co-organiser"]
    assert bodies == ["九江市服装协会", "抚州市服装商会"]


def test_who_holds_a_meeting_together_is_no_place() -> None:
    """在某海关与某协会联合举办的座谈会上 names two hosts."""
    text = "2月15日,在南昌海关与南昌市纺织行业协会联合举办的纺织企业原产地规则座谈会上,一家毛纺企业抢先提问。"
    record = meeting(text, published="2023-02-17")
    assert record.place is None
    assert {o.name for o in record.organisations} == {"南昌海关", "南昌市纺织行业协会"}


def test_the_outgoing_council_on_the_eve_is_a_meeting() -> None:
    """A council of the term before, held the same day, is no history of the congress."""
    text = (
        "3月16日至17日,江西省皮革协会第六次会员代表大会暨六届一次理事会在南昌举行。"
        "16日上午,召开了江西省皮革协会五届九次常务理事会议,会议由理事长李刚主持。"
    )
    names = [r.name for r in read_records("", text, "2023-03-18")]
    assert names == ["江西省皮革协会第六次会员代表大会暨六届一次理事会", "江西省皮革协会五届九次常务理事会议"]


def test_the_next_one_tells_nothing_of_this_one() -> None:
    """下届年会拟于… gives this year's annual meeting neither a day nor a status."""
    text = f"3月16日,{NAME}在{VENUE}举行。2023江西毛纺年会同期召开。下届年会拟于2024年9月移师九江。"
    for record in read_records("", text, "2023-03-18"):
        assert (record.start, record.status) == ("2023-03-16", "held")


def test_who_came_to_this_meeting_came_to_the_one_told_before() -> None:
    """本次会议 is not the council that the text names later."""
    text = (
        "3月16日,江西省丝绸协会第四次会员大会在南昌召开。江西省纺织协会会长李刚参加了本次会议。\n"
        "会议同期召开了江西省丝绸协会第四届理事会第一次会议,聘请罗启明为顾问。"
    )
    congress = read_records("", text, "2023-03-18")[0]
    assert "李刚" in [p.name for p in congress.people]


def test_a_meeting_between_two_lands_keeps_both() -> None:
    """中越 and 中乌 belong to the name."""
    text = "3月16日上午,中越纺织产业合作研讨会在南昌召开。会后举行了中乌纺机合作圆桌会议,李刚主持。"
    names = [r.name for r in read_records("", text, "2023-03-18")]
    assert names == ["中越纺织产业合作研讨会", "中乌纺机合作圆桌会议"]


def test_a_notice_that_calls_a_meeting_again_announces_it() -> None:
    """关于恢复召开 looks ahead, whatever day was dropped."""
    title = f"关于恢复召开{NAME}的通知"
    text = f"原定于3月2日召开的{NAME}未能如期举行,现决定于3月26日在南昌恢复召开。请于3月20日前报名。"
    record = meeting(text, title)
    assert (record.start, record.status) == ("2023-03-26", "upcoming")


def test_a_group_s_first_sitting_is_a_meeting() -> None:
    """领导小组第一次会议 counts the group's sittings, it is no first time of something."""
    record = meeting("5月7日,云山县促进纺织产业高质量发展领导小组第一次会议召开。", published="2021-05-08")
    assert record.name == "云山县促进纺织产业高质量发展领导小组第一次会议"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("3月16日,南昌市第三小学召开2023年夏季校服定样会,家长代表到会。", "2023年夏季校服定样会"),
        (
            "3月16日,江西省针织协会标委会在赣州召开“袜品尺码”团体标准讨论,18人参加。",
            "“袜品尺码”团体标准讨论会",
        ),
        (
            "3月16日,全省企业“数字赋能”系列活动之纺织行业技改现场经验交流会在赣州举行。",
            "纺织行业技改现场经验交流会",
        ),
        ("在3月16日的文港镇毛笔企业“午餐会”上,老板们提了不少意见。", "文港镇毛笔企业“午餐会”"),
        ("3月16日上午,江西省针织协会会长李刚出席家纺出口座谈会,会上8家企业发言。", "家纺出口座谈会"),
        (
            "3月16日,江西省纺织工业院副院长李刚率队到云山县开展毛织产业调研,副县长王勇出席座谈会。",
            "江西省纺织工业院赴云山县毛织产业调研座谈会",
        ),
        (
            "3月16日,缅甸纺织服装协会代表团一行6人到访赣州市纺织协会,双方在会议室举行交流座谈。",
            "缅甸纺织服装协会与赣州市纺织协会交流座谈",
        ),
    ],
)
def test_a_sitting_by_whatever_word_is_a_meeting(text: str, name: str) -> None:
    """What is said to be held is a meeting without a word that a list has, by its work or by who met whom."""
    found = meeting(text)
    assert found.start == "2023-03-16" and found.name.endswith(name)


def test_a_society_that_is_to_be_founded_will_meet_for_it() -> None:
    """将于本月28日正式成立 announces the founding meeting with its day."""
    found = meeting("赣州市童装行业协会将于本月28日正式成立,首批会员86家。")
    assert (found.name, found.start, found.status) == ("赣州市童装行业协会成立大会", "2023-03-28", "upcoming")


def test_a_town_that_no_list_knows_is_where_it_meets() -> None:
    """江西省 before a town, and what the town does, make it a place."""
    for text in ("3月16日,江西省榆溪市召开羊绒规划评审会。", "3月16日上午,榆溪市召开羊绒规划评审会。"):
        place = meeting(text).place
        assert place is not None and place.text.endswith("榆溪市")


def test_a_venue_right_behind_the_name_is_its_own() -> None:
    """Of two places in a sentence the one behind the name counts, and where the committee sits is not where the fair is."""
    found = meeting("“春潮”昨晚在赣江边涌动--第五届江西丝绸论坛在文港宾馆开幕。")
    assert found.place is not None and found.place.text == "文港宾馆"


def test_a_listed_firm_s_supervisors_sit_for_the_firm() -> None:
    """公司第…届监事会 is a firm's own affair (guide rule 13)."""
    text = "公司第五届监事会第九次会议审议通过续聘议案,定于3月20日召开2023年第一次临时股东大会。"
    assert not [r for r in read_records("", text, "2023-03-05") if r.kind == "meeting"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("召开第一届理事会、监事会第一次会议", "江西省服装协会第一届理事会、监事会第一次会议"),
        ("召开二届三次理事会、监事会会议", "江西省服装协会二届三次理事会、监事会会议"),
        ("召开一届一次理事会、监事会", "江西省服装协会一届一次理事会、监事会"),
        ("理事会、监事会联席会议召开", "江西省服装协会理事会、监事会联席会议"),
    ],
)
def test_both_boards_sit_as_one(told: str, name: str) -> None:
    """理事会、监事会 is one record (guide rule 1)."""
    assert meeting(f"3月16日,江西省服装协会{told},选举罗启为会长。").name == name


def test_the_next_edition_is_handed_on_at_this_one() -> None:
    """Neither the rite of handing on nor the edition it hands on is the one at which it is held."""
    text = (
        "2023年3月16日,江西纺织学术年会承办单位交接仪式在南昌第十一届江西纺织学术年会主会场举行。"
        "在第十一届江西纺织学术年会上,五人获奖。第十二届江西纺织学术年会将于2024年在云岭大学召开。"
    )
    found = {(r.name, r.start, r.status) for r in read_records("", text, "2023-03-18")}
    assert ("第十二届江西纺织学术年会", "2024", "upcoming") in found
    assert any(name.endswith("第十一届江西纺织学术年会") and status == "held" for name, _, status in found)


def test_what_will_be_held_in_a_country_for_the_first_time_is_to_come() -> None:
    """将首次在中国举办 looks ahead, whatever stands between 将 and the verb."""
    found = meeting("2013年10月23-26日,第十二届亚洲丝绸会议将首次在中国举办,落地苏州。", "", None)
    assert (found.status, found.start) == ("upcoming", "2013-10-23")


def test_a_month_alone_is_news_in_a_report_of_a_years_work() -> None:
    """10月 bears no year gone by."""
    text = "一、党建工作\n协会召开支部大会10次。\n协会组织学习文件。\n10月,江西省棉纺协会承办了第一届全省纺织篮球联赛。联赛在云岭镇举办,24支队伍参加。"
    assert [(r.name, r.start) for r in read_records("", text, None)] == [("第一届全省纺织篮球联赛", "--10")]


def test_speeches_alone_tell_of_the_meeting_they_point_at() -> None:
    """The second page of a report has but 举办的这次某交流会."""
    text = "罗启在致辞中指出,由江西纺织报等单位联合举办的这次棉花产需市场信息交流会,是棉花流通领域的一件大事。省供销社副主任程雨认为,企业亟须加强交流。"
    assert meeting(text, "", None).name == "棉花产需市场信息交流会"


def test_straight_marks_belong_to_the_name() -> None:
    """ "某某名城"评审会 keeps the mark it begins with."""
    assert meeting('6月28日,"中国织带名城"评审会在南昌召开。').name == '"中国织带名城"评审会'


def test_who_speaks_calls_the_hall_its_own() -> None:
    """在我校报告厅 is the hall."""
    place = meeting("12月27日,江西省纺织学会在我校国际报告厅召开2012年学术年会。", "", None).place
    assert place is not None and place.text == "国际报告厅"


def test_who_comes_without_a_paper_has_longer():
    """论文请于8月10日前投至会务组,参会回执请于9月5日前传真返回: the last day to enter is that of the slip."""
    text = "兹定于2011年9月21日在襄阳召开2011全国纺织器材技术创新研讨会,诚邀您莅临。论文请于2011年8月10日前投至会务组,参会回执请于2011年9月5日前传真返回。"
    [told] = read_records("2011全国纺织器材技术创新研讨会邀请函", text, None)
    assert told.deadline == "2011-09-05"


def test_a_meeting_is_named_behind_what_tells_that_it_was_held() -> None:
    """某县20日开大会,给企业颁奖。这场某大会还签下12个项目: held on the day of the sentence before."""
    text = "云山县20日开大会,给30家毛纺企业颁奖。这场毛纺产业高质量发展大会还签下12个项目,总投资46亿元。"
    [meeting] = read_records("云山重奖“金梭子”", text, "2025-11-22")
    assert (meeting.kind, meeting.name, meeting.start) == (
        "meeting",
        "毛纺产业高质量发展大会",
        "2025-11-20",
    )
