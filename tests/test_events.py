"""Events: days from opening to closing, deadlines, rounds, programmes, lists of activities."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Record

FAIR = "第十二届中国(南昌)国际童装博览会"
CONTEST = "“云裳杯”第六届江西童装设计大赛"
VENUE = "南昌绿地国际博览中心"


def event(text: str, title: str = "", published: str | None = None) -> Record:
    """Read the first event of a text."""
    return next(r for r in read_records(title, text, published) if r.kind == "event")


@pytest.mark.parametrize(
    ("phrase", "status"),
    [
        ("{name}将于2024年5月18日至20日在{venue}举行。", "upcoming"),
        ("2024年5月18日至20日,{name}与您相约{venue}。", "upcoming"),
        ("{name}的档期敲定:2024年5月18日至20日,地点{venue}。", "upcoming"),
        ("2024年5月18日至20日,{name}在{venue}圆满举办。", "held"),
    ],
)
def test_days_and_venue(phrase, status):
    """A fair lasts from opening to closing, however it is announced or reported."""
    record = event(phrase.format(name=FAIR, venue=VENUE))
    assert (record.name, record.start, record.end) == (FAIR, "2024-05-18", "2024-05-20")
    assert record.place is not None and record.place.text == VENUE
    assert record.status == status and record.series.edition == 12


@pytest.mark.parametrize(
    ("published", "status"), [("2024-05-10", "upcoming"), ("2024-05-19", "ongoing"), ("2024-05-22", "held")]
)
def test_status_as_seen_from_the_day(published, status):
    """The status depends on the article's day."""
    text = f"2024年5月18日至20日,{FAIR}在{VENUE}举行。"
    assert event(text, published=published).status == status


@pytest.mark.parametrize(
    ("text", "start", "end", "place"),
    [
        (f"各色时装造型……5日晚,{FAIR}在{VENUE}正式启幕。", "2025-11-05", "2025-11-05", VENUE),
        (f"5日,{FAIR}开幕,从今天起连续3天在江北展览馆展出。", "2025-11-05", "2025-11-07", "江北展览馆"),
        (f"5日,{FAIR}于{VENUE}圆满落下帷幕。\n四天来,客商络绎不绝。", "2025-11-02", "2025-11-05", VENUE),
        (f"{FAIR}5日起于{VENUE}开跑,市长罗启明出席。", "2025-11-05", "2025-11-05", VENUE),
    ],
)
def test_the_day_and_hall_of_a_fair_in_the_words_of_its_report(text, start, end, place):
    """A day behind dots, 连续3天, 四天来, 起于 and 展出 tell when and where a fair was."""
    record = event(text, published="2025-11-06")
    assert (record.start, record.end) == (start, end)
    assert record.place is not None and record.place.text == place


def test_what_the_future_is_named_after_gives_no_day():
    """2050 in a name is no year of holding."""
    text = f"今日,{FAIR}在{VENUE}揭开序幕。随后举办“重制未来Recode 2050”时尚展演。"
    assert all((r.start or "2025")[:4] == "2025" for r in read_records("", text, "2025-10-14"))


def test_postponed():
    """A postponed fair has the new days."""
    record = event(f"原定于2024年5月18日至20日在{VENUE}举办的{FAIR}延期至2024年9月6日至8日举办,地点不变。")
    assert (record.status, record.start, record.end) == ("postponed", "2024-09-06", "2024-09-08")


@pytest.mark.parametrize(
    "notice",
    [
        "组委会2024年4月11日发布《关于{name}延期举办的通告》,经慎重考虑,原定于5月18日至20日举行的{name}延期,时间另行通知。",
        "组委会4月11日宣布,原定于5月18日至20日在{venue}举办的{name}将延期举办。",
        "4月11日,组委会正式发布{name}延期公告。",
    ],
)
def test_the_day_of_a_notice_is_none_of_the_fairs(notice):
    """A fair that is put off without new days has none, least of all the day of the notice."""
    record = event(notice.format(name=FAIR, venue=VENUE), published="2024-04-12")
    assert (record.status, record.start) == ("postponed", None)


def test_each_of_several_fairs_put_off_together_is_put_off():
    """延期举办的展会包括甲、乙: 举办的 says nothing of any having been held."""
    text = "受暴雨影响,延期举办的展会包括江东国际面料博览会、江东国际纱线展览会。"
    assert [r.status for r in read_records("", text, "2024-05-12")] == ["postponed"] * 2


def test_the_day_of_a_press_conference_is_none_of_the_festival_spoken_of_there():
    """在昨天召开的新闻发布会上,某人宣布 tells when the press was met."""
    text = "在昨天召开的新闻发布会上,市长宣布,首届江东国际羽绒节将于9月16日至18日举行。"
    assert event(text, published="2024-08-11").start == "2024-09-16"


def test_a_contest_decided_at_a_fashion_week_is_held_in_its_town():
    """在某时装周上决出各奖项: the contest is part of the week."""
    text = "5月29日晚,“青云杯”2023江西女装设计大赛在2023盛泽时装周上决出各奖项。"
    record = event(text, published="2023-05-30")
    assert record.place is not None and (record.place.text, record.place.region) == ("盛泽", "江苏")


def test_cancelled():
    """A cancelled fair has no day."""
    record = event(f"经研究,原定于2024年5月18日至20日在{VENUE}举办的{FAIR}取消举办。")
    assert (record.status, record.start) == ("cancelled", None)


def test_opening_told_beside_the_closing():
    """5月20日…落幕 and 自5月18日开幕以来 give both ends."""
    record = event(f"2024年5月20日,{FAIR}在{VENUE}落幕。展会自2024年5月18日开幕以来,观众达3万人次。")
    assert (record.start, record.end) == ("2024-05-18", "2024-05-20")


def test_a_contest_starts_with_its_final():
    """Rounds line by line: the final's day and place, the last day to enter."""
    record = event(
        f"主办单位:江西省服装协会\n报名截止时间:2024年3月20日\n初赛:2024年4月10日,九江学院\n决赛:2024年5月18日,{VENUE}",
        f"关于举办{CONTEST}的通知",
    )
    assert (record.start, record.deadline, record.status) == ("2024-05-18", "2024-03-20", "upcoming")
    assert record.place is not None and record.place.text == VENUE


def test_a_programme_gives_parts():
    """Dated lines below 同期活动 are records within the fair."""
    text = (
        f"{FAIR}等你来\n时间:2024年5月18日—20日\n地点:{VENUE}\n主办单位:江西省服装协会\n【同期活动】\n"
        "5月18日 10:00 童装产业发展论坛\n5月19日 14:00 国风快闪\n扫码预登记"
    )
    fair, *parts = read_records("", text, None)
    assert [(p.name, p.start, p.parent) for p in parts] == [
        ("童装产业发展论坛", "2024-05-18", fair.id),
        ("国风快闪", "2024-05-19", fair.id),
    ]


def test_a_list_of_activities():
    """The list is a plan, every line an upcoming event dated by the list's year (guide rule 7)."""
    text = (
        "会议发布了2024江西省服装行业重点专项活动。\n2024江西省服装行业4项重点专项活动分布\n"
        "1、南昌国际服装博览会\n2、“金牡丹杯”汉服大赛(5月)\n3、欧洲游学活动\n4、626服装品牌直播日"
    )
    records = read_records("", text, None)
    assert [(r.name, r.start, r.status) for r in records if r.kind == "event"] == [
        ("南昌国际服装博览会", "2024", "upcoming"),
        ("“金牡丹杯”汉服大赛", "2024-05", "upcoming"),
        ("欧洲游学活动", "2024", "upcoming"),
        ("626服装品牌直播日", "2024", "upcoming"),
    ]
    (plan,) = [r for r in records if r.kind == "plan"]
    assert plan.items[3] == "626服装品牌直播日" and plan.time_text == "2024"


def test_an_umbrella_and_its_fairs():
    """A joint show is a record, and so is each fair that the text names in it."""
    text = (
        "2024江西联展5月18日在南昌绿地国际博览中心开幕。联展包括三个展会。其中,中国国际针织博览会(秋季)展出面积3万平方米;"
        "中国国际童装博览会(秋季)吸引品牌260个;中国国际家纺博览会(秋季)有16个国家参展。"
    )
    main, *fairs = read_records("", text, "2024-05-19")
    assert main.name == "2024江西联展" and len(fairs) == 3
    assert {f.parent for f in fairs} == {main.id}


def test_a_press_conference_for_a_fair():
    """The fair is the record; its press conference is one too only with a day of its own (guide rule 3)."""
    fair = f"{FAIR}将于2024年5月18日至20日在{VENUE}举行。"
    assert [
        r.name
        for r in read_records("", f"{FAIR}新闻发布会近日在北京举办。本届展会" + fair[len(FAIR) :], None)
    ] == [FAIR]
    both = read_records("", "记者从4月26日在北京召开的新闻发布会上获悉," + fair, None)
    assert [r.name for r in both] == [FAIR, FAIR + "新闻发布会"]
    assert both[1].place is not None and both[1].place.region == "北京"


def test_a_numbered_part_among_the_activities_of_a_fair():
    """A numbered contest that a fair's list of activities names is a part of the fair; mere kinds of things are none."""
    text = (
        f"{FAIR}将于2024年5月18日至20日在{VENUE}举行。期间将举办开幕式庆典活动,各类服装展示,流行趋势讲座,"
        "第九届“赣江杯”童装设计大赛,以及文艺晚会等多项活动。"
    )
    fair, contest = read_records("", text, "2024-04-01")
    assert (contest.name, contest.parent, contest.status) == (
        "第九届“赣江杯”童装设计大赛",
        fair.id,
        "upcoming",
    )


def test_a_joint_name_is_of_its_first_part():
    """时装周暨设计师大会 is an event, for the week leads."""
    (record,) = read_records("", "5月18日,2024南昌时装周暨首届童装设计师大会在南昌开幕。", "2024-05-19")
    assert record.kind == "event"


def test_days_it_runs_told_apart_from_the_opening():
    """昨晚 dates the opening; 从18日开始一直到20日 is how long the week lasts."""
    text = "昨晚,2024南昌时装周在南昌开幕。从17日开始一直到20日,时装周将上演20场秀。"
    (record,) = read_records("", text, "2024-05-19")
    assert (record.start, record.end) == ("2024-05-17", "2024-05-20")


def test_the_final_behind_a_comma():
    """10月中旬,在南昌举行决赛 dates the final though a comma stands behind the date."""
    text = "首届江西童装设计大赛日程:2024年6月30日,报名截止;7月中旬,作品评选;10月中旬,在南昌举行决赛。"
    (record,) = read_records("首届江西童装设计大赛报名踊跃", text, "2024-06-05")
    assert record.deadline == "2024-06-30"
    assert (record.start or "").startswith("2024-10")


def test_a_week_long():
    """为期一周 gives the other end, and what opened today goes on."""
    text = "5月18日,2024南昌时装周今天在南昌开幕。为期一周的时装周期间将举办20场秀。"
    (record,) = read_records("", text, "2024-05-18")
    assert (record.start, record.end, record.status) == ("2024-05-18", "2024-05-24", "ongoing")


def test_what_was_lately_held_stays_held_whatever_its_days_still_hold():
    """日前在南昌举行 is held though 期间将举办 follows."""
    text = f"{FAIR}日前在{VENUE}举行,吸引300家企业参展。{FAIR}期间将举办十余场洽谈活动。"
    (record,) = read_records("", text, None)
    assert record.status == "held"


def test_a_fair_that_meets_the_press_is_ahead():
    """The day and place of 昨天在北京举行发布会 are not the fair's (guide rule 3)."""
    text = f"昨天下午,{FAIR}在北京举行发布会。主展区面积4.5万平方米,设3000个展位。"
    (record,) = read_records("", text, "2024-03-25")
    assert (record.name, record.start, record.status) == (FAIR, None, "upcoming")
    assert record.place is not None and record.place.text == "南昌"


def test_a_contest_and_its_final_are_one():
    """A contest named with its cup in the headline and its final in the text are one record."""
    text = "江西省童装制作技能决赛于5月15-16日在南昌举行。本次大赛由江西省服装行业协会主办。"
    (record,) = read_records("“赣江杯”江西童装制作技能大赛在昌颁奖", text, "2024-05-17")
    assert (record.start, record.end) == ("2024-05-15", "2024-05-16")


def test_a_fair_runs_the_days_told_elsewhere():
    """展会为期5天 in a later paragraph gives the last day of what opened on a day."""
    text = (
        f"5月18日上午,{FAIR}在{VENUE}隆重开幕。童装面料参展,引起关注。\n业内人士说,合作将会愈来愈密切。\n"
        "据了解,本次博览会由江西省服装行业协会主办,博览会为期5天,展场面积3万平方米。"
    )
    (record,) = read_records("", text, "2024-05-22")
    assert (record.start, record.end, record.status) == ("2024-05-18", "2024-05-22", "held")


def test_a_day_takes_the_year_of_the_name():
    """A day without its year is of the year the name carries, and a year of work is summed up in the next (guide rule 9)."""
    (record,) = read_records("", "5月29日晚,2023江西女装设计大赛在南昌决出各奖项。", None)
    assert (record.start, record.date_basis) == ("2023-05-29", "context")
    (record,) = read_records("", "1月22日,江西省服装行业协会2015年度工作总结会在南昌召开。", None)
    assert record.start == "2016-01-22"


def test_the_committee_of_a_week_is_not_the_week():
    """A fair whose committee hosts another thing is not reported itself."""
    text = "11月25日,第二届江西旗袍文化节在南昌开幕。文化节由南昌国际时尚周组委会、江西省服装行业协会主办。"
    assert [r.name for r in read_records("", text, "2024-11-26")] == ["第二届江西旗袍文化节"]


def test_opening_told_as_the_beginning_of_the_days():
    """从9月19日…开始 opens what closed on the 26th."""
    text = "第二届南昌旗袍文化节于9月26日在南昌闭幕。从9月19日旗袍走秀开始,8天时间里,众多活动举行。"
    (record,) = read_records("", text, "2018-09-27")
    assert (record.start, record.end) == ("2018-09-19", "2018-09-26")


def test_a_day_for_others_to_act_by_is_not_the_events():
    """务必在本月16日下发 dates a duty; a town that calls a meeting is where it is held."""
    text = "近日,江西省赣州市召开童装产业工作专班推进会。会议强调,要尽快完善方案,务必在本月16日下发到各县。"
    (record,) = read_records("赣州市童装产业工作专班推进会召开", text, "2023-01-05")
    assert record.start is None and record.place is not None and record.place.text == "江西省赣州市"


def test_a_ceremony_is_not_the_whole_of_its_fair():
    """服博会开幕式 and 服装节开幕招待文艺晚会 are the fair they open."""
    text = (
        "19日的服博会开幕式上,多个品牌发布新品。\n9月19日,2020南昌国际服装博览会在南昌绿地国际博览中心启幕。"
        "副市长致辞并宣布服博会开幕。"
    )
    (record,) = read_records("2020南昌国际服装博览会盛装启幕", text, "2020-09-21")
    assert (record.name, record.parent) == ("2020南昌国际服装博览会", None)


def test_what_one_goes_to_hold_is_held():
    """赴广州举办甲对接会 holds it there; 赴广州参加 only goes."""
    text = "12月25-27日,省商务厅赴广州举办2022江西—广东纺织服装产业发展对接会,达成签约95.6亿元。"
    (record,) = read_records("", text, "2022-12-30")
    assert record.name == "2022江西—广东纺织服装产业发展对接会"
    assert [f.value for f in record.figures] == [9560000000.0]


def test_a_short_name_explained_is_the_same_fair():
    """(以下简称…) names the fair again, not a second one."""
    text = f"{FAIR}(以下简称童装春夏展)将于2024年5月18日至20日在{VENUE}举行。童装春夏展展览面积3万平方米。"
    (record,) = read_records("", text, "2024-04-01")
    assert record.name == FAIR


@pytest.mark.parametrize(
    "text",
    [
        f"她的作品曾在{FAIR}上荣获金奖。如今她开了自己的店。",
        "希望企业多参加国内外展会,协会将定期举办对接会。",
        "南昌轻纺市场3月16日行情:涤丝报价7200元/吨,库存下降,成交一般。",
        "锦绣股份公告称,第四届董事会第十一次会议审议通过利润分配方案,净利润同比增长12%。",
        "诚招代理商,零库存、免加盟费,全国门店600家,咨询热线400。",
    ],
)
def test_no_record(text):
    """Honours, wishes, prices, company finance and adverts hold no record (guide rule 13)."""
    assert read_records("", text, None) == []


def test_a_table_of_activities_gives_each_row_its_record():
    """The columns' names say where day, place and host of a row stand."""
    text = (
        "江东省纺织服装协会印发了2025年重点活动清单。\n2025年江东省纺织服装重点活动清单\n序号 活动名称 时间 地点 主办单位\n"
        "1 江东国际时装周(春季) 4月 鹭岛 江东省服装协会\n2 江东省女裤供应链对接会 5月 杭州 杭州市经信局、江东省服装协会\n"
        "3 第六届汉服设计大赛 6月12日 西安 江东省纺织协会\n联系人:王某"
    )
    rows = [r for r in read_records("", text, "2025-03-05") if r.kind == "event"]
    assert [(r.name, r.start, r.status) for r in rows] == [
        ("江东国际时装周(春季)", "2025-04", "upcoming"),
        ("江东省女裤供应链对接会", "2025-05", "upcoming"),
        ("第六届汉服设计大赛", "2025-06-12", "upcoming"),
    ]
    assert rows[1].place and (rows[1].place.text, rows[1].place.region) == ("杭州", "浙江")
    assert [o.name for o in rows[1].organisations] == ["杭州市经信局", "江东省服装协会"]
    assert all(e.quote == text[e.begin : e.end] for r in rows for e in r.evidence)


def test_what_a_press_conference_announces_is_the_fairs():
    """Behind 发布会,宣布展会将于 stand the fair's days and place; before it the conference's own."""
    text = f"{FAIR}即将开幕。1月8日,组委会在北京召开新闻发布会,宣布展会将于5月18日至20日在{VENUE}举行。"
    records = {r.kind: r for r in read_records("", text, "2024-01-10")}
    fair, conference = records["event"], records["meeting"]
    assert (fair.start, fair.end, fair.status) == ("2024-05-18", "2024-05-20", "upcoming")
    assert (conference.start, conference.status) == ("2024-01-08", "held")
    assert fair.place is not None and fair.place.text == VENUE
    assert conference.place is not None and conference.place.text == "北京"


def test_a_run_that_opened_and_closed_counts_from_its_opening():
    """为期7天的…于4月2日开幕,4月8日落下帷幕: the first day is the opening's, none is counted back from it."""
    record = event("为期7天的2025江西时装周于4月2日在南昌开幕,4月8日晚落下帷幕。", "", "2025-04-09")
    assert (record.start, record.end, record.status) == ("2025-04-02", "2025-04-08", "held")


def test_what_is_going_on_somewhere_is_held_there():
    """正在南昌火热进行 tells the place."""
    record = event("目前,第六届江西童装设计大赛正在南昌火热进行。", "", "2025-05-12")
    assert record.place is not None and record.place.text == "南昌"


def test_an_opening_told_alone_takes_the_days_that_begin_with_it():
    """明日开幕 and 5月18日至20日 tell of one run."""
    text = f"{FAIR}明日开幕。5月18日至20日,{FAIR}将在{VENUE}举办。"
    record = event(text, "", "2024-05-17")
    assert (record.start, record.end, record.status) == ("2024-05-18", "2024-05-20", "upcoming")


def test_a_festival_lasts_till_the_day_that_ends_all_of_it() -> None:
    """整个活动持续到11月26日, in a sentence of its own, gives the festival its end and its contest none."""
    text = "第六届江西牛仔服装节28日在南昌开幕。本届牛仔服装节期间,还安排有牛仔摄影大赛等一系列活动,整个活动持续到11月26日。"
    found = read_records("", text, "2011-10-31")
    assert [(r.start, r.end, r.status) for r in found if r.name == "第六届江西牛仔服装节"] == [
        ("2011-10-28", "2011-11-26", "ongoing")
    ]
    assert not [r for r in found if "摄影" in r.name and r.end]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("南昌县22日举办首届“纺织面料设计师沙龙”,300多人参加。", "首届“纺织面料设计师沙龙”"),
        ("昨日,2024南昌时装周闭幕式暨颁奖典礼在绿地会展中心举办。", "2024南昌时装周"),
    ],
)
def test_editions_stay_and_ceremonies_go(text, name):
    """The edition before the quotation marks is part of the name; what closes a fashion week is the week."""
    assert [r.name for r in read_records("", text, "2024-09-24")] == [name]


def test_a_bare_day_before_a_verb_of_holding_is_a_day() -> None:
    """某县22日举办 dates the thing; 计划 as a noun does not make it a thing to come."""
    text = "江西省南昌县22日举办首届“纺织面料设计师沙龙”,培训计划同时开始实施。"
    (found,) = read_records("", text, "2024-09-24")
    assert (found.start, found.status) == ("2024-09-22", "held")


def test_a_fair_that_opens_today_goes_on() -> None:
    """Its last day is not told, and nobody reports it over."""
    assert event("今天上午,第十三届江西国际服装节正式拉开序幕。", published="2024-10-22").status == "ongoing"


def test_the_days_it_took_may_stand_in_the_next_sentence() -> None:
    """昨日闭幕 and 在7天里办了44场发布 give the opening day."""
    text = "昨日,2024江西时装周闭幕式在南昌举办。今年的时装周在7天里办了44场专场发布。"
    found = event(text, published="2024-09-19")
    assert (found.start, found.end) == ("2024-09-12", "2024-09-18")


def test_a_short_name_that_points_back_is_the_numbered_thing() -> None:
    """此次春季面料展 in the text and 春季面料展 in the title are the fair that the text names in full."""
    text = (
        "26日下午,2008江西·南昌国际纺织品面辅料博览会(春季)在一片红火中落下了帷幕。昨天下午5点,据组委会统计,与会客商达6万人次。"
        "此次春季面料展,是南昌首次在春季举办。"
    )
    (fair,) = read_records("春季面料展完美落幕", text, "2008-04-28")
    assert (fair.name, fair.end) == ("2008江西·南昌国际纺织品面辅料博览会(春季)", "2008-04-26")


def test_the_closing_day_may_be_told_at_the_end() -> None:
    """展览会将于24日结束, in a sentence of its own, is the last day."""
    text = "第十五届江西纺织品贸易展览会今天在南昌绿地会展中心开幕。展览会由江西省纺织协会主办。展览会将于24日结束。"
    fair = event(text, published="2014-07-23")
    assert (fair.start, fair.end, fair.status) == ("2014-07-23", "2014-07-24", "ongoing")


def test_that_evening_is_the_evening_of_the_day_told_before() -> None:
    """19日晚 and 当晚 are one evening, whenever the page is dated."""
    text = "南昌网11月19日讯 19日晚,首届江西配饰设计大赛在南昌圆满落幕,当晚颁发了15个奖项。"
    assert event(text, published="2017-11-20").start == "2017-11-19"


def test_a_hall_of_a_fair_is_a_place() -> None:
    """某交易会主会场时尚发布厅 is where a contest's final is held, though an event's name stands in it."""
    text = "3月22日晚,第22届“云裳杯”江西女装设计大赛总决赛在江西服交会主会场时尚发布厅举行。"
    found = next(r for r in read_records("", text, "2023-03-23") if "云裳杯" in r.name)
    assert found.place is not None and found.place.text == "江西服交会主会场时尚发布厅"


def test_fairs_chosen_for_a_list_are_no_news_of_them() -> None:
    """四展会入选名单 reports an honour; none of the four is announced or held."""
    text = (
        "日前,商务部确定了2015年引导支持展会名单。其中,江西省纺织协会旗下有三个展会入选,分别为:\n江西国际家用纺织品博览会\n"
        "江西国际纺织面料博览会\n江西国际服装服饰博览会\n该三个展会均为纺织行业知名品牌展会。"
    )
    assert read_records("江西纺协旗下三展会入选2015年引导支持展会", text, "2015-08-10") == []


def test_orders_after_a_fair_are_no_news_of_it() -> None:
    """博览会展后订单 looks back; the next one is what is announced."""
    text = "2013年江西面料(秋冬)博览会展后订单还没有“消化”,“2014江西面料(春夏)博览会”将于3月3日至5日在南昌绿地会展中心举办。"
    assert [r.name for r in read_records("", text, "2014-01-10")] == ["2014江西面料(春夏)博览会"]


def test_a_firm_behind_the_place_word_does_not_make_the_contest_its_name() -> None:
    """大赛在某公司举行 is a contest at a firm."""
    found = event(
        "10月25日,由鹭岛总工会主办的2020年服装缝纫工职业技能大赛在才子有限公司举行。", published="2020-10-27"
    )
    assert found.name == "2020年服装缝纫工职业技能大赛"


def test_the_fair_whose_force_is_borrowed_is_no_news() -> None:
    """借力某博览会,某展开幕 tells of the second."""
    text = "昨天,借力2017江西国际针织(春夏)博览会,2017江西·南昌国际毛针织服装展览会在南昌绿地会展中心开幕。"
    assert [r.name for r in read_records("", text, "2017-03-16")] == ["2017江西·南昌国际毛针织服装展览会"]


def test_here_is_the_venue_named_before() -> None:
    """在这里拉开帷幕 points at the hall of the sentence before, whose town stands before 新落成的."""
    text = (
        "5月18日上午,江西南昌新落成的世界毛衫博览中心,迎来一场盛会。2019江西毛纺织产品交易会在这里拉开帷幕。"
    )
    place = event(text, published="2019-05-20").place
    assert place is not None and (place.text, place.city) == ("世界毛衫博览中心", "南昌")


def test_a_page_years_younger_than_its_news_gives_no_year() -> None:
    """The one year that the names carry dates an article that was put on its page years later."""
    text = "2011江西(南昌)国际服装纺织品博览会组委会宣布,第22届南昌国际服装节定于9月3日开幕。"
    found = {r.name: r.start for r in read_records("第22届南昌国际服装节9月启幕", text, "2015-02-04")}
    assert found["第22届南昌国际服装节"] == "2011-09-03"


def test_a_closing_day_takes_its_month_from_the_opening_told_next() -> None:
    """10日晚落幕, 11月7日开幕: four days of November."""
    text = "10日晚,2020江西时装周圆满落幕。\n11月7日,2020江西时装周在南昌红谷滩开幕。"
    found = event(text)
    assert (found.start, found.end) == ("2020-11-07", "2020-11-10")


def test_what_a_press_conference_announces_are_the_days_of_the_fair() -> None:
    """在某时尚周新闻发布会上宣布将于9月16日启幕 dates the week."""
    text = "日前,在2018江西国际时尚周新闻发布会上,主办方宣布该项盛事将于9月16日正式启幕,历时7天。"
    found = event(text, title="2018江西国际时尚周9月启幕", published="2018-09-07")
    assert (found.name, found.start, found.end) == ("2018江西国际时尚周", "2018-09-16", "2018-09-22")
    assert found.status == "upcoming"


def test_a_rite_at_the_opening_takes_its_day_and_place() -> None:
    """开幕式上,还举行了颁奖典礼 is of the opening day."""
    text = (
        "2017年10月28日,“2017江西裘皮服装节”在江西南昌召开,活动由江西省皮革协会主办。\n"
        "开幕式上,还举行了南昌裘服品牌30强企业颁奖典礼。"
    )
    rite = next(r for r in read_records("", text, "2017-11-01") if "颁奖" in r.name)
    assert rite.start == "2017-10-28" and rite.place is not None and rite.place.text == "江西南昌"


def test_a_contest_starts_with_its_final_not_with_its_press_conference() -> None:
    """大赛决赛将于10月在…举办 dates the contest, 6月7日 the press conference about it."""
    text = (
        "6月7日,首届“青竹杯”江西休闲装设计大赛新闻发布会在南昌召开。本届设计大赛由江西省服装协会主办。截稿日期定为9月1日。"
        "大赛决赛将于10月在江西九江举办的第十一届江西休闲服装博览会期间进行。"
    )
    found = {r.name: r for r in read_records("“青竹杯”休闲装设计大赛正式启动", text, "2010-06-18")}
    contest = found["首届“青竹杯”江西休闲装设计大赛"]
    assert (contest.start, contest.deadline, contest.status) == ("2010-10", "2010-09-01", "upcoming")
    assert found["首届“青竹杯”江西休闲装设计大赛新闻发布会"].start == "2010-06-07"


def test_the_counted_name_is_the_full_one() -> None:
    """“2007江西流行面料创新设计大赛” in the text is fuller than the headline without the year."""
    text = "由江西省纺织协会主办的“2007江西流行面料创新设计大赛”日前正式启动。"
    assert (
        event(text, title="江西流行面料创新设计大赛正式启动", published="2007-04-27").name
        == "2007江西流行面料创新设计大赛"
    )


def test_from_today_is_a_day() -> None:
    """今起上线 opens on the article's day."""
    fair = event("中国江西国际童装网上交易会今起上线,持续到12月20日。", published="2020-12-10")
    assert (fair.start, fair.end, fair.status) == ("2020-12-10", "2020-12-20", "ongoing")


def test_what_is_held_in_two_parts_ends_with_the_second() -> None:
    """7至8日和14至15日 lasts from the first day of the one to the last of the other."""
    text = "第二届江西面料设计师培训班将于11月7日至8日和14至15日在南昌举行。"
    (record,) = read_records("", text, "2023-10-19")
    assert (record.start, record.end) == ("2023-11-07", "2023-11-15")


def test_the_rounds_of_a_contest_are_no_events() -> None:
    """通过泳装秀、礼服秀以及才艺秀3个比赛环节 tells how one evening went."""
    text = (
        "10月8日晚,第十一届江西模特大赛决赛在南昌体育馆举行。选手通过活力泳装秀、典雅礼服秀以及才艺全能秀3个比赛环节,"
        "尽情展示风采。"
    )
    assert [r.name for r in read_records("", text, "2010-10-09")] == ["第十一届江西模特大赛决赛"]


def test_the_success_of_last_year_does_not_end_this_years() -> None:
    """去年成功举办了首届 says nothing of what runs until the 30th."""
    text = (
        "第十八届江西羊绒交易会暨第二届江西羊绒旅游文化节将于9月26日至30日在南昌举行。"
        "据了解,当地在去年成功举办了首届羊绒旅游文化节。"
    )
    found = read_records("", text, "2011-09-26")[0]
    assert found.status in ("upcoming", "ongoing")


def test_what_moves_beside_a_fair_moves_not_the_fair() -> None:
    """与纺博会同期举办的机械展延期 says nothing of the 纺博会."""
    text = (
        "5月6日,为期三天的2018年江西国际纺织品博览会(春季)(以下简称“纺博会”)在南昌开幕。"
        "多年与纺博会同期举办的纺织机械展延期至五月下旬单独举办。"
    )
    found = next(r for r in read_records("", text, "2018-05-07") if "纺织品博览会" in r.name)
    assert (found.start, found.end, found.status) == ("2018-05-06", "2018-05-08", "ongoing")


def test_the_body_that_announces_a_fair_is_no_part_of_its_name() -> None:
    """江西省纺织协会发布江西纺织品博览会将于… names the fair alone."""
    text = "江西省纺织协会发布江西(盛州)纺织品博览会将于10月16日至18日在南昌绿地会展中心举行。"
    assert event(text, published="2014-07-07").name == "江西(盛州)纺织品博览会"


def test_the_day_something_is_to_close_is_its_end_alone() -> None:
    """将于4月4日落下帷幕 says that it is on, not when it began."""
    text = "第八届江西服装博览会将于4月4日在南昌落下帷幕,南丰展区再度成为焦点。"
    (record,) = read_records("", text, "2015-04-02")
    assert (record.start, record.end, record.status) == (None, "2015-04-04", "ongoing")


def test_what_went_on_within_an_earlier_edition_is_history() -> None:
    """首届某大赛期间,组织了洽谈会 tells nothing of the second one."""
    text = (
        "4月17日,第二届“赣江杯”江西服装设计大赛决赛在南昌举行。首届“赣江杯”江西服装设计大赛期间,"
        "南昌组织了人才对接洽谈会。"
    )
    assert [r.name for r in read_records("", text, "2013-04-18")] == ["第二届“赣江杯”江西服装设计大赛决赛"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "4月17日,第六届中国(石浦)国际渔网绳缆文化博览会在石浦会展中心开幕。2011年首届渔网博览会吸引310多个单位参会。",
            ["第六届中国(石浦)国际渔网绳缆文化博览会"],
        ),
        (
            "5月16日,江西省长丝协会三届四次理事会在赣州召开。据了解,该协会2010年在南昌成立,第一次理事会也是5月开的。",
            ["江西省长丝协会三届四次理事会"],
        ),
        (
            "4月17日,第六届石浦渔网节开幕。期间,首届渔网编织大赛于18日举行。",
            ["第六届石浦渔网节", "首届渔网编织大赛"],
        ),
    ],
)
def test_the_first_of_what_is_counted_on_is_history(text: str, names: list[str]) -> None:
    """首届 of a series is looked back on where a later one is told before, not where it begins beside another."""
    assert [r.name for r in read_records("", text, "2016-05-18")] == names


def test_a_part_of_a_joint_name_told_without_its_town_is_no_record_of_its_own() -> None:
    """某节暨抚河皮革城二期开业仪式 is one, however its parts are told again."""
    text = (
        "10月30日至11月1日,第四届国际皮草节暨抚河皮革城二期开业仪式在抚州举办。"
        "大会期间,举办了皮革城二期开业仪式、招商晚会等活动。"
    )
    names = [r.name for r in read_records("", text, "2017-11-02")]
    assert names[0].endswith("开业仪式") and sum("开业" in name for name in names) == 1


def test_a_day_alone_leans_on_a_day_not_on_the_month_of_a_plan() -> None:
    """展览从26日持续到28日 is of the month of the congress, whenever a standard is to be done."""
    text = (
        "11月26日,2022江西羽绒产业大会在南昌举行。会上,协会宣布制定团体标准,计划2023年6月完成报批。"
        "同期举办的羽绒新品展从26日持续到28日,52家企业参展。"
    )
    show = next(r for r in read_records("", text, "2022-11-29") if r.name == "羽绒新品展")
    assert (show.start, show.end) == ("2022-11-26", "2022-11-28")


def test_a_day_right_behind_a_colon_is_that_of_what_follows() -> None:
    """安排了活动:20日下午,某论坛举行 tells the forum's day."""
    text = "10月20日,第十三届江口国际皮草交易会在江口市场开幕。交易会期间还安排了活动:20日下午,江西裘皮产业转型论坛在江口裘皮城举行。"
    forum = next(r for r in read_records("", text, "2014-10-21") if "论坛" in r.name)
    assert forum.start == "2014-10-20"


def test_a_heat_in_a_town_that_begins_as_a_post_does() -> None:
    """大赛长沙赛区 is a contest's heat in 长沙, no 长 of anything, and not of the day of the final."""
    text = (
        "7月15日,第二届“赣江杯”全国缝制机械维修技能大赛长沙赛区的比赛在湖南纺织学校结束,64名维修工参加。"
        "总决赛将于今年10月中旬在南昌举行。"
    )
    heat = event(text, published="2012-07-18")
    assert (heat.name, heat.start) == ("第二届“赣江杯”全国缝制机械维修技能大赛长沙赛区", "2012-07-15")


def test_the_contests_final_told_again_is_no_second_one() -> None:
    """其中大赛总决赛安排在21日晚 is of the contest just named."""
    text = (
        "第三届江口泳装博览会定于2017年4月21日至23日举行。博览会期间,还将举行“赣江杯”第二届泳装创意设计大赛总决赛和泳装跨境对接会,"
        "其中大赛总决赛安排在4月21日晚。"
    )
    assert sum("决赛" in r.name for r in read_records("", text, "2017-03-17")) == 1


def test_what_is_over_has_no_last_day_to_enter() -> None:
    """A report of a final that tells when entries closed gives nobody a deadline."""
    text = "10月20日,第三届江西丝品设计大赛总决赛在南昌举行。大赛于4月开始征稿,7月15日截稿,共收到作品2573件。"
    assert event(text, published="2007-10-22").deadline is None


def test_a_cup_on_a_list_within_a_festival_is_an_event() -> None:
    """期间,安排了“某杯”大赛、…等活动 tells of the contest of that cup."""
    text = (
        "28日上午,2018江西裘皮服装节在南丰开幕。服装节期间,安排了“南丰裘皮城杯”裘皮服装设计大赛、"
        "工匠培训中心授牌、裘皮义拍等活动。"
    )
    names = [r.name for r in read_records("", text, "2018-10-29")]
    assert names == ["2018江西裘皮服装节", "“南丰裘皮城杯”裘皮服装设计大赛"]


def test_each_of_some_that_stand_for_many_is_an_event() -> None:
    """通过某论坛等8场论坛 and 其中有甲、乙等12个展览 name what is held or moved among others."""
    text = (
        "9月20日,2014江西国际服装纺织品博览会在南昌举办。展会期间还将通过江西服装产业国际合作论坛等8场高端论坛,"
        "以及2014江西采购商对接会等七大贸易对接会,打造时尚风向标。"
    )
    names = {r.name for r in read_records("", text, "2014-09-22")}
    assert {"江西服装产业国际合作论坛", "2014江西采购商对接会"} < names


def test_what_something_only_belongs_to_or_builds_on_is_no_event() -> None:
    """是某系列活动之一 and 在某评选基础上 tell of another thing."""
    text = (
        "5月10日,第四届南丰桑葚节在南昌起航。桑葚节是2018年江西全域旅游主题系列活动之一。"
        "协会在2017江西服装之星评选活动基础上办起了它。"
    )
    assert [r.name for r in read_records("", text, "2018-05-11")] == ["第四届南丰桑葚节"]


def test_a_fair_of_the_headline_is_no_echo_of_another_one_of_its_sort() -> None:
    """某展2016新闻发布会 in the headline stays a fair of its own beside 第十七届乙展 at which it met the press."""
    text = (
        "6月16日,第十七届江西国际纺织工业展览会举办期间,罗马国际制衣机械展览会组委会举行了新闻发布会,"
        "介绍了筹备情况。"
    )
    names = {
        r.name for r in read_records("RMX2016罗马国际制衣机械展览会新闻发布会在南昌举办", text, "2015-06-18")
    }
    assert "RMX2016罗马国际制衣机械展览会" in names


def test_several_months_of_a_row_tell_what_is_so_every_year() -> None:
    """某时装周 | 2月、9月 | 最早开幕 is a row of a table of habits."""
    assert (
        read_records(
            "",
            "名称 | 时间 | 备注\n赣江时装周 | 2月、9月 | 最早开幕\n九江时装周 | 2月、9月 | 创新",
            "2025-09-26",
        )
        == []
    )


def test_what_a_festival_was_made_of_is_no_wish() -> None:
    """通过举办甲发布秀、乙大会等重点活动 tells what was held; a motto before 活动 names an event whatever it quotes."""
    text = (
        "12月19日晚,2023南昌时尚周闭幕。本届时尚周为期五天,通过举办江西丝绸开幕大秀、赣江时尚设计产业大会等重点活动,"
        "吸引近1万人次观看,并举办“江西设计师交流会暨鞋业时尚展示”活动。"
    )
    found = {r.name: r.kind for r in read_records("", text, "2023-12-20")}
    assert found["江西丝绸开幕大秀"] == "event" and "赣江时尚设计产业大会" in found
    assert found["“江西设计师交流会暨鞋业时尚展示”活动"] == "event"


def test_a_list_of_activities_is_held_whole() -> None:
    """包括甲大赛、各类表演、乙论坛等活动 tells of each that has a name of its own, not of the rest."""
    text = (
        "第二届江西羽绒节将于11月8日至10日在南昌举行。本届羽绒节包括江西羽绒制品时尚设计大赛、皮装模特表演、"
        "江西国际羽绒论坛等活动。"
    )
    names = {r.name for r in read_records("", text, "2011-08-19")}
    assert names == {"第二届江西羽绒节", "江西羽绒制品时尚设计大赛", "江西国际羽绒论坛"}


def test_a_named_thing_far_down_a_list_of_unnamed_ones_is_an_event() -> None:
    """期间将举行…,…发布会,第三届某大赛,以及晚会等多项活动 tells of the counted one alone."""
    text = (
        "第八届中国(南昌)国际服装交易会将于11月15日至18日举行。期间将举行开幕庆典活动,各类面料展示,流行趋势讲座,"
        "企业时装专场发布会,第三届“赣江杯”国际青年设计大赛,以及大型晚会等多项活动。"
    )
    names = {r.name for r in read_records("", text, "2013-07-05")}
    assert names == {"第八届中国(南昌)国际服装交易会", "第三届“赣江杯”国际青年设计大赛"}


def test_what_guests_watched_is_no_event_of_its_own() -> None:
    """组织代表观看了某时装秀 is a point of a programme."""
    text = "9月14日至16日,2013年江西牛仔年会在南昌召开。会议组织代表观看了创意牛仔时装秀。"
    assert [r.name for r in read_records("", text, "2013-09-17")] == ["2013年江西牛仔年会"]


def test_the_opening_of_a_fair_with_the_rite_of_a_contest_is_the_fair() -> None:
    """某博览会开幕仪式暨某大赛颁奖仪式 opens the fair."""
    text = "10月16日上午,嘉宾齐聚南昌,共同见证了第二届江西纺织品博览会开幕仪式暨2015首届江西面料设计大赛颁奖仪式。"
    assert read_records("", text, "2015-10-17")[0].name == "第二届江西纺织品博览会"


def test_what_is_held_during_a_fair_falls_in_its_month_and_town() -> None:
    """A part told with no day of its own (期间还举办) has the month and the town of the whole, never its hall."""
    records = read_records(
        "",
        f"2024年5月18日至20日,{FAIR}在{VENUE}举行。展会期间还举办了2024江西纺织产业发展论坛、{CONTEST}等活动。",
        None,
    )
    parts = [r for r in records if r.parent]
    assert [(p.start, p.end, p.place and p.place.text) for p in parts] == [("2024-05", None, "南昌")] * 2


def test_a_part_of_a_whole_of_two_months_has_no_month() -> None:
    """What falls within days of two months may be in either."""
    records = read_records(
        "",
        f"2024年5月30日至6月2日,{FAIR}在{VENUE}举行。展会期间还举办了2024江西纺织产业发展论坛、{CONTEST}等活动。",
        None,
    )
    assert [r.start for r in records if r.parent] == ["2024", None]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        (FAIR, "南昌"),
        ("第九届青岛国际时装周", "青岛"),
        ("第六届“虎门杯”女装设计大赛", None),
        ("2024南昌市童装企业招商推介会", None),
    ],
)
def test_a_fair_is_held_in_the_town_it_is_called_after(name: str, place: str | None) -> None:
    """Only where nothing else tells the place, and for no contest, whose name tells who gives the cup."""
    record = event(f"记者获悉,{name}将于2024年5月18日至20日举行。")
    assert (record.place and record.place.text) == place


def test_lines_that_each_name_a_fair_are_its_entries() -> None:
    """◎某地, a line with the name alone, a line of what becomes of it: each such fair is an event, dated or not."""
    text = (
        "今年各地展会有何动态?\n◎意大利·罗马\n第三届罗马国际皮革机械博览会SIMEX\n动态:已如期举办,观众减少。\n"
        "◎南昌\n赣江国际智能鞋机设备展\n动态:原定3月初举办,已延期,现时间待定。\n◎九江\n九江国际制鞋产业博览会\n"
        "动态:已发布延期公告,现举办时间2020年6月1-3日。"
    )
    found = [(r.name, r.start, r.status, r.parent) for r in read_records("", text, "2020-03-01")]
    assert found == [
        ("第三届罗马国际皮革机械博览会SIMEX", None, "held", None),
        ("赣江国际智能鞋机设备展", None, "postponed", None),
        ("九江国际制鞋产业博览会", "2020-06-01", "postponed", None),
    ]


def test_what_happens_every_year_is_no_news() -> None:
    """赣州时装周通常在每年的2月举行 explains, it reports nothing."""
    text = (
        "哪个时装周最早开幕?\n1. 赣州时装周(Ganzhou Fashion Week)\n赣州时装周通常在每年的2月和9月举行,以快节奏著称。\n"
        "2. 九江时装周(Jiujiang Fashion Week)\n九江时装周一般在2月进行。\n3. 南昌时装周\n每年举行,历史最久。"
    )
    assert read_records("", text, "2025-09-26") == []


def test_the_day_told_in_the_next_sentence_is_the_event_s() -> None:
    """三是举办服装展览。于7月28日至30日… tells the days of the show."""
    text = (
        "2012江西服装文化节将于7月28日在南昌开幕。届时将开展两项工作:一是召开服装文化节开幕式;二是举办赣派服饰展览。"
        "于7月28日至30日在步行街设立展示区。"
    )
    assert "赣派服饰展览" in {r.name for r in read_records("", text, "2012-07-19")}


def test_an_edition_and_quotation_marks_name_a_fair_of_any_word() -> None:
    """第101届“赣纱会” is a fair though no such word is known."""
    assert event("4月20日,第101届“赣纱会”在南昌举行。", published="2024-04-21").name == "第101届“赣纱会”"


def test_lines_below_a_fair_that_stands_alone_are_its_own() -> None:
    """A list of fairs, each on a line of its own with what is told of it below, dates each by its own lines."""
    text = (
        "受疫情影响,各行业展会纷纷延期,以下为主要展会的情况:\n"
        "◎南昌\n第44届江西国际家纺博览会\n动态:2020年5月1-3日如期举办。\n"
        "◎九江\n第20届九江童装面料展览会\n动态:原定3月底举办,已延期,现举办时间2020年6月1-3日。\n"
        "◎赣州\n第22届赣州国际鞋业博览会\n动态:现举办时间2020年7月5-8日。"
    )
    starts = {r.name: r.start for r in read_records("", text, None)}
    assert starts == {
        "第44届江西国际家纺博览会": "2020-05-01",
        "第20届九江童装面料展览会": "2020-06-01",
        "第22届赣州国际鞋业博览会": "2020-07-05",
    }


def test_entries_that_count_and_name_are_parts_of_the_fair_told_at_a_press_conference() -> None:
    """2场论坛——“甲论坛”和“乙”论坛 names two, parts of the congress and no parts of its press conference."""
    text = (
        "6月10日,“2019赣江服装大会”新闻发布会在南昌召开。发布会宣布,“2019赣江服装大会”将于6月27~29日在九江市会展中心举办。"
        "大会主要内容包括:2场论坛——“智能织造论坛”和“振兴县域,发展纺织”论坛;1场时装发布秀——“浔阳新韵——时尚九江时装发布会”。"
    )
    found = {r.name: r for r in read_records("", text, "2019-06-25")}
    parts = {r.name: (r.parent, r.status) for r in found.values() if r.parent}
    assert parts == dict.fromkeys(
        ("智能织造论坛", "“振兴县域,发展纺织”论坛", "浔阳新韵——时尚九江时装发布会"),
        (found["2019赣江服装大会"].id, "upcoming"),
    )


def test_a_show_at_the_opening_ceremony_is_part_of_the_fair() -> None:
    """在开幕典礼上…筹办“某某”动态秀 tells of a show of its own; 本(12)日 is the article's day."""
    text = (
        "由江东纺拓会主办的2022年江东纺织展,于本(12)日在江东会展中心盛大展出。"
        "在开幕典礼上,邀请7家参展企业与设计师品牌合作,筹办“绿色江东”动态秀。"
    )
    found = {r.name: r for r in read_records("", text, "2022-10-12")}
    assert found["2022年江东纺织展"].start == "2022-10-12"
    assert found["“绿色江东”动态秀"].parent == found["2022年江东纺织展"].id


def test_a_fair_that_opened_and_lasts_is_going_on_where_no_page_is_dated() -> None:
    """昨天,某博览会开幕 is told while it goes on, whether its length is told or not; what is only held on a day is over."""
    lasting = event("昨天,为期三天的2017江西国际毛针织服装博览会在南昌会展中心开幕。")
    opened = event("8月16日,2017江西国际毛针织服装博览会在南昌会展中心开幕。")
    held = event("8月16日,2017江西国际毛针织服装博览会在南昌会展中心举行。")
    assert [r.status for r in (lasting, opened, held)] == ["ongoing", "ongoing", "held"]


def test_years_of_fairs_held_before_do_not_close_this_one() -> None:
    """已经连续7年成功举办某服装节 sums up, and leaves what opened open."""
    text = "8月23日,2015江西国际服装节在南昌盛大开馆。南昌已经连续7年成功举办“江西国际服装节”。"
    assert event(text).status == "ongoing"


def test_a_fair_held_with_one_that_goes_on_goes_on_too() -> None:
    """A part held 同期 with a fair that opened has its month, its town and its status."""
    text = "9月9日,第十八届江西国际袜博会在南昌会展中心启幕。第二届南昌鞋业展览会与袜博会同期召开,吸引了53家企业。"
    parts = [r for r in read_records("", text, "2024-09-10") if r.parent]
    assert [(p.start, p.status) for p in parts] == [("2024-09", "ongoing")]


def test_what_is_held_during_a_fair_in_hong_kong_is_held_in_hong_kong() -> None:
    """香港 is a town too, though it stands beside the provinces."""
    text = "2月21日至23日,2019(香港)江西丝绸交易会在香港举行。交易会期间,还举办了首届“国际丝绸发展高端论坛”。"
    assert [r.place and r.place.text for r in read_records("", text, None) if r.parent] == ["香港"]


def test_what_is_done_at_a_fair_and_summed_up_is_no_gathering() -> None:
    """展销、展示、洽谈及高端论坛等一系列活动 lists sorts of things, none by name."""
    text = "10月18日至20日,第十二届江西国际袜业博览会在南昌举行。3天里将举行国际袜业展销、创新展示、经贸洽谈及行业高端论坛等一系列活动。"
    assert [r.name for r in read_records("", text, "2015-10-19")] == ["第十二届江西国际袜业博览会"]


def test_a_short_name_of_the_same_edition_is_the_fair_s() -> None:
    """第15届南昌赣博会 is the fair explained as (以下简称赣博会); 十六届赣博会 alone names one."""
    title, text = (
        "第15届南昌赣博会开幕",
        "第15届江西纺织服装博览会(以下简称赣博会)4月18日在南昌开幕,为期4天。",
    )
    assert [r.name for r in read_records(title, text, "2012-04-18")] == ["第15届江西纺织服装博览会"]
    assert event("4月18日~21日,十六届赣博会在南昌举行。").name == "十六届赣博会"


def test_parts_of_what_is_to_come_are_to_come_where_only_their_month_is_known() -> None:
    """本届羽绒节包括某大赛、某论坛等活动 tells of parts as far ahead as the whole."""
    text = (
        "第二届江西国际羽绒节将于11月8日—10日在九江市举行。"
        "据了解,本届羽绒节包括江西羽绒制品时尚设计大赛、江西国际羽绒论坛等活动。"
    )
    assert {r.status for r in read_records("", text, "2011-08-19")} == {"upcoming"}


def test_a_fair_told_on_its_last_day_opened_as_many_days_before() -> None:
    """12月19日闭幕 and 本届时装周为期五天, told further on, give the first day."""
    week = event(
        "12月19日晚,2023九江时装周在会展中心顺利闭幕。\n多位设计师参加了发布。\n本届九江时装周为期五天,吸引近1万人次观看。",
        published="2023-12-20",
    )
    assert (week.start, week.end) == ("2023-12-15", "2023-12-19")


def test_days_within_a_fair_tell_its_last() -> None:
    """预计在三天的皮草节期间 tells how long it lasts."""
    fair = event(
        "第三届江西国际皮草节31日在九江举办。预计在三天的皮草节期间,参会人数将达到10万人。",
        published="2017-11-01",
    )
    assert (fair.start, fair.end, fair.status) == ("2017-10-31", "2017-11-02", "ongoing")


def test_a_series_summed_up_is_no_fair_of_its_own() -> None:
    """某艺术节已成功举办了四届 tells of the editions before."""
    text = (
        "8月18日至19日,第五届江西服饰艺术节暨畲族服饰大赛在赣州举办。\n"
        "据旅游局介绍,江西畲族服饰艺术节已成功举办了四届,现已成为知名品牌。"
    )
    assert [r.name for r in read_records("", text, "2007-08-21")] == ["第五届江西服饰艺术节暨畲族服饰大赛"]


def test_the_opening_in_a_paragraph_of_its_own() -> None:
    """自9月3日晚开幕至活动结束 tells the first day of what the lead says has closed."""
    text = f"9月8日晚,{FAIR}在{VENUE}圆满落幕。\n自9月3日晚开幕至活动结束,共有40家企业参展。"
    record = event(text, published="2023-09-09")
    assert (record.start, record.end) == ("2023-09-03", "2023-09-08")


def test_the_days_it_lasted_in_the_next_paragraph() -> None:
    """A closing day and 在7天里 of the next paragraph give the opening."""
    text = f"昨日,{FAIR}闭幕式在{VENUE}举办。\n今年的博览会在7天里办了30场活动。"
    assert event(text, f"{FAIR}闭幕", "2023-09-09").start == "2023-09-02"


def test_a_course_of_two_days() -> None:
    """两天时间, at the head of a sentence gives the last day."""
    text = "8月19日,童装品牌建设高级研修班在南昌正式开班。两天时间,专家们讲了三门课。"
    assert event(text, published="2023-08-21").end == "2023-08-20"


def test_the_day_of_arrival_is_not_that_of_the_contest() -> None:
    """报到时间为27日,初赛于28日举行: a contest of first rounds begins with them."""
    text = "现举办2023年江西省“云裳杯”缝纫工职业技能竞赛赣南赛区初赛。报到时间为2023年10月27日,初赛于10月28日举行。"
    assert event(text, published="2023-10-09").start == "2023-10-28"


def test_the_press_conference_before_a_fair_is_of_its_year() -> None:
    """A press conference without a year is of the year the fair it told of is in."""
    text = f"6月14日,{FAIR}在北京江西大厦召开新闻发布会。据介绍,{FAIR}将于2017年9月21日至24日在{VENUE}举行。"
    days = {r.kind: r.start for r in read_records("", text, None)}
    assert days == {"event": "2017-09-21", "meeting": "2017-06-14"}


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        (
            "11月14日,2024年江西服装职业技能竞赛举行,九江市总工会承办。",
            "2024年江西服装职业技能竞赛在九江举行",
            "九江",
        ),
        (
            "11月14日,客商云集“童装之乡”江西省九江市共青城市。第二届江西童装节在此间开幕。",
            "",
            "共青城",
        ),
        ("4月中旬,赣州将启动首届赣州时尚周活动。", "", "赣州"),
    ],
)
def test_where_no_word_for_in_stands(text, title, place):
    """The headline's 在…举行, 此间 for the town named last, and the town that launches a thing tell where."""
    record = event(text, title, "2024-11-20")
    assert record.place is not None and record.place.text == place


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("6月8日至14日,ITMA 2031在意大利米兰举行。", "ITMA 2031"),
        ("CHIC2031(春季)将于3月15日至17日在上海举行。", "CHIC2031(春季)"),
        ("法兰克福Heimtextil展1月9日开幕。", "Heimtextil展"),
        ("8月20日,2031国际纺机展览会暨ITMA亚洲展在上海举行。", "2031国际纺机展览会暨ITMA亚洲展"),
        ("5月19日,2031江西·云岭毛巾·优品汇在九江举行。", "2031江西·云岭毛巾·优品汇"),
    ],
)
def test_a_fair_is_named_by_letters_or_by_what_it_gathers(text: str, name: str) -> None:
    """Fairs known in Latin letters need no Chinese word for a fair; 优品汇 is one."""
    assert event(text).name == name


def test_a_second_name_in_brackets_is_the_fair_s_own() -> None:
    """2031某皮草博览会(某交易会暨某文化节) is one fair."""
    text = "为期5天的2031江西国际皮草博览会(江西·九江第三十三届国际皮草交易会暨第十二届皮草文化节)28日在九江开幕。"
    (fair,) = read_records("", text, "2031-10-29")
    assert fair.name == "2031江西国际皮草博览会"
    assert fair.aliases == ("江西·九江第三十三届国际皮草交易会暨第十二届皮草文化节",)


def test_a_notice_that_a_fair_is_put_off_is_news_of_the_fair() -> None:
    """《关于某博览会延期举办的通告》 is no plan, the fair it puts off is told."""
    text = (
        "江西纺织服装博览会组委会2031年4月11日发布《关于江西纺织服装博览会延期举办的通告》,"
        "决定将原定于2031年4月16日至18日在南昌国际博览中心举办的江西纺织服装博览会延期。"
    )
    (fair,) = read_records("", text, "2031-04-12")
    assert (fair.kind, fair.name, fair.status) == ("event", "江西纺织服装博览会", "postponed")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "7月12日,全省纺织“优供给”暨九江毛巾狂欢季(第二季)活动在九江启幕。",
            "全省纺织“优供给”暨九江毛巾狂欢季(第二季)活动",
        ),
        (
            "9月28日晚,第二届九江汉服周开幕。\n本届汉服周还将开展“文明同行”——2031年九江少年礼仪教育活动。",
            "2031年九江少年礼仪教育活动",
        ),
    ],
)
def test_what_a_season_or_a_motto_singles_out_is_an_activity(text: str, name: str) -> None:
    """某狂欢季(第二季)活动 and “某题”——2031年某活动 are events by name."""
    assert name in [r.name for r in read_records("", text, "2031-09-29")]


def test_lines_of_a_closed_block_are_its_bodies_however_they_end() -> None:
    """A town among the organisers stands between two labels and needs no ending of a body."""
    contest = event(
        "3月2日,第16届江西国际创意设计大赛启幕。\n主办单位:江西家纺协会\n九江展览(香港)有限公司\n"
        "承办单位:江西家纺协会设计师分会\n江西布艺名镇·云岭\n九江家纺城股份有限公司\n支持单位:江西版权协会\n参赛对象\n各高校师生。"
    )
    assert [o.name for o in contest.organisations if o.role == "organiser"] == [
        "江西家纺协会设计师分会", "江西布艺名镇·云岭", "九江家纺城股份有限公司",
    ]  # fmt: skip


def test_the_area_of_a_fair_names_no_fair() -> None:
    """本次博览会展览面积 holds no 博览会展览, and 官方配套展会 is no name."""
    text = (
        "26日,第四届江西国际箱包博览会在九江启动。本次博览会展览面积近3万平方米。"
        "作为官方配套展会,九江服饰展同期开幕。"
    )
    assert [r.name for r in read_records("", text, "2031-04-26")] == [
        "第四届江西国际箱包博览会",
        "九江服饰展",
    ]


def test_a_fair_meets_the_press_on_another_day_than_its_own() -> None:
    """某鞋展举行新闻发布会,这项专业展览会定于… dates the fair behind, and 这项 names no other."""
    text = (
        "5月13日,“江右鞋展”举行新闻发布会,这项鞋业专业展览会定于今年9月18日至20日在九江会展中心举办。"
        "“江右鞋展由江西制鞋工业公会主办。”"
    )
    found = {r.name: r for r in read_records("", text, "2031-05-14")}
    assert (found["江右鞋展"].start, found["江右鞋展"].end) == ("2031-09-18", "2031-09-20")
    assert found["江右鞋展新闻发布会"].start == "2031-05-13"
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "近日,2031“遇见江右”婚纱设计大赛在九江国际时尚周的舞台上落下帷幕。",
            ["2031“遇见江右”婚纱设计大赛"],
        ),
        (
            "在不久前闭幕的江西国际洗染节上,九江选手获得织补比赛第二名。本届洗染节由江西洗染业协会主办。",
            ["江西国际洗染节"],
        ),
        (
            "近日,2031江西国际面料及辅料博览会将于3月3日在南昌举办。届时,intertextile春夏面料展与秋冬面料展均在南昌举办。",
            ["2031江西国际面料及辅料博览会"],
        ),
    ],
)
def test_stages_closings_and_letters(text: str, names: list[str]) -> None:
    """Another fair's stage is no fair reported, a fair that just closed is, and letters name no second one."""
    assert [r.name for r in read_records("", text, "2031-02-20")] == names


def test_who_organised_something_long_ago_is_no_organiser() -> None:
    """早在10月份,某总工会便主办了两场竞赛 tells of other contests."""
    text = (
        "12月3日,2031年全省“云岭杯”织布工竞赛决赛在九江落幕。\n早在10月份,浔阳区总工会便牵头主办了两场竞赛。"
    )
    assert event(text, published="2031-12-04").organisations == ()


def test_a_press_conference_and_the_fair_announced_there_part_hosts_and_people() -> None:
    """宣布由甲、乙共同主办的某博览会将于… gives all the hosts to the fair, and the day before is the conference's."""
    text = (
        "昨日上午,江西国际服装博览会组委会在九江饭店举行新闻发布会,宣布由商务部、江西纺织工业协会和九江市政府"
        "共同主办的第二届江西国际服装博览会将于今年8月28日至31日在九江会展中心举行。"
    )
    found = {r.kind: r for r in read_records("", text, "2031-04-12")}
    assert [o.name for o in found["event"].organisations] == ["商务部", "江西纺织工业协会", "九江市政府"]
    assert (found["event"].start, found["meeting"].start) == ("2031-08-28", "2031-04-11")


def test_a_press_conference_of_today_has_been_held() -> None:
    """今日主办单位举行了新闻发布会 is held whatever it announces."""
    text = "第十届江西休闲服装博览会将于10月22至25日在九江博览中心举办,今日主办单位在南昌举行了新闻发布会。"
    statuses = {r.kind: r.status for r in read_records("", text, "2031-08-10")}
    assert statuses == {"event": "upcoming", "meeting": "held"}


def test_this_order_fair_is_the_one_told_before() -> None:
    """特举办了此次“某城”2031年秋季订货会 points at the first 秋季订货会 told above."""
    text = (
        "昨日,为期3天的江口镇首届家纺秋季订货会在九江轻纺城举行。\n"
        "有关负责人说,特举办了此次“中国·九江轻纺城”2031年秋季订货会。"
    )
    assert [r.name for r in read_records("", text, "2031-08-20")] == ["江口镇首届家纺秋季订货会"]


def test_a_counted_course_is_named_whole_across_a_verb() -> None:
    """第三期全省纺织复合人才培训班 begins at its count."""
    assert event("11月5日,第三期全省纺织复合人才高级培训班毕业典礼在九江举行。").name.startswith(
        "第三期全省纺织复合"
    )


def test_a_press_conference_is_dated_across_a_long_list_of_hosts() -> None:
    """8月28日,由甲、乙、丙…共同主办的某博览会新闻发布会在某地举行 has a day of its own."""
    text = (
        "8月28日,由江西纺织工业联合会倾力指导,江西麻纺织行业协会、江西贸促会纺织行业分会、江西省工业和信息化厅、"
        "九江市人民政府共同主办的2031江西国际麻纺博览会新闻发布会在九江会展中心举行。"
        "江西麻纺织行业协会会长董春出席发布会。\n第六届江西国际麻纺博览会将于2031年11月1日至3日在九江举行。"
    )
    found = {r.kind: r for r in read_records("", text, "2031-08-30")}
    assert found["meeting"].start == "2031-08-28"
    assert "江西纺织工业联合会" in [o.name for o in found["event"].organisations]


def test_a_show_of_what_won_is_part_of_the_contest() -> None:
    """昨天举行获奖作品发布会 names no event of its own; who gave the prizes was at the contest's."""
    contest = event(
        "“云岭杯”2031年江西家用纺织产品设计大赛昨天在九江举行获奖作品发布会。"
        "江西家纺协会会长杨华、副市长黄军等为获奖选手颁奖。",
        published="2031-08-29",
    )
    assert [p.name for p in contest.people] == ["杨华", "黄军"]


def test_this_contest_by_its_motto_is_what_the_article_is_about() -> None:
    """本次“某题”大赛 is reported whatever the sentence goes on to say of it."""
    contest = event(
        "近日,一场童装设计大赛展现了江口童装的魅力。本次“创意无限,成就梦想”童装设计大赛由来已久,产生了金奖两名。"
    )
    assert contest.name == "“创意无限,成就梦想”童装设计大赛"


def test_a_life_told_in_the_first_person_holds_no_event() -> None:
    """我出生在…,从小…,市政府举行了一次洽谈会,我应邀出席 is a story."""
    text = (
        "1981年,我出生在九江一个裁缝世家。从小,我就对做衣服感兴趣。长大后,我进入一家服装厂。"
        "从那以后,我开始定制服装。2005年9月,九江市政府举行了拓展国际市场项目洽谈会,我应邀出席。"
    )
    assert read_records("为人定制受青睐", text, None) == []


def test_what_goes_on_beside_a_fair_is_listed_behind_it() -> None:
    """与某展同期举行的,还有甲展、乙展和丙展 names three more; 首届中俄某展 keeps both lands."""
    text = (
        "江西国际面料展5月16日在九江会展中心开幕。与面料展同期举行的,还有江西国际缝制设备展、江西印花工业展"
        "和首届中俄皮草文化展。"
    )
    assert {r.name for r in read_records("", text, "2031-05-16")} == {
        "江西国际面料展", "江西国际缝制设备展", "江西印花工业展", "首届中俄皮草文化展",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "最近分别在釜山、米兰和伦敦时装周上成功发布作品的李明3位设计师在九江联合发布。",
        "第三届江西校服博览会7月18日在九江服装城展览艺术中心举行。",
    ],
)
def test_where_something_was_shown_is_no_fair(text: str) -> None:
    """在某时装周上发布作品的某某, and a hall called 展览艺术中心, are no fairs reported."""
    names = [r.name for r in read_records("", text, "2031-07-19")]
    assert names in ([], ["第三届江西校服博览会"])


def test_a_programme_s_columns_give_each_part_its_place() -> None:
    """5月19日 某大赛决赛 某会展中心 names the contest and where; a bare 开幕式 is no part of its own."""
    text = (
        "5月18日至22日,第八届江西服装文化节将在九江举行。\n活动安排\n5月18日 10:00 开幕式 九江会展中心\n"
        "5月18日 14:00 江西服装产业高峰论坛 九江远洲酒店\n5月19日 “浔阳杯”童装设计大赛决赛 九江会展中心"
    )
    found = {r.name: r.place and r.place.text for r in read_records("文化节活动安排出炉", text, "2031-05-10")}
    assert found == {
        "第八届江西服装文化节": "九江",
        "江西服装产业高峰论坛": "九江远洲酒店",
        "“浔阳杯”童装设计大赛决赛": "九江会展中心",
    }


def test_a_row_of_a_table_is_one_event_in_the_hall_it_names() -> None:
    """A row's number is no part of the name, and its cell tells the whole place."""
    text = (
        "序号 活动名称 时间 地点 主办单位\n1 江西服装协会五届二次理事会 3月 南昌 江西服装协会\n"
        "2 第七届江西童装设计大赛 5月18日 九江 九江市人民政府\n"
        "3 2031江西服装服饰博览会 9月20-22日 南昌绿地国际博览中心 江西省商务厅"
    )
    found = {r.name: r for r in read_records("2031年江西服装协会重点活动一览表", text, "2031-01-10")}
    assert len(found) == 3
    place = found["2031江西服装服饰博览会"].place
    assert place is not None and (place.text, place.region) == ("南昌绿地国际博览中心", "江西")


def test_a_line_of_a_plan_of_work_names_what_is_held() -> None:
    """4月18日在南昌召开五届三次理事会 is the council, in 南昌."""
    text = (
        "2031年江西省纺织协会重点工作计划如下:\n一、3月举办江西纱线质量评比;\n二、4月18日在南昌召开五届三次理事会;\n"
        "三、5月中旬举办江西面料设计大赛;\n四、9月20日至22日在九江举办第六届江西纺织品博览会。"
    )
    found = {r.name: r for r in read_records("", text, "2031-01-10") if r.kind != "plan"}
    place = found["第六届江西纺织品博览会"].place
    assert {"五届三次理事会", "江西面料设计大赛"} < set(found)
    assert place is not None and place.text == "九江"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5月29日晚,工业设计学院2031年毕业作品展演在九江举行。", "工业设计学院2031年毕业作品展演"),
        ("5月26日,“2031江西大学生时装周”比赛在九江轻纺城举行。", "2031江西大学生时装周"),
    ],
)
def test_a_show_keeps_its_last_character_and_a_fair_s_contest_its_name(text: str, name: str) -> None:
    """作品展演 is no 作品展, and “某时装周”比赛 is the fashion week."""
    assert event(text).name == name


def test_letters_and_the_chinese_name_of_one_fair_are_one() -> None:
    """CHIC2031 is the 中国国际服装服饰博览会 that the lead names."""
    text = "3月15日,2031中国国际服装服饰博览会在上海开幕。\nCHIC2031将持续到3月17日。"
    assert [r.name for r in read_records("", text, "2031-03-16")] == ["2031中国国际服装服饰博览会"]


def test_two_shows_named_in_one_breath_share_who_holds_them() -> None:
    """由甲主办的“乙系列2031”及“丙荟萃2031”时装展 are two, each held by 甲; 两大时装展 means both."""
    text = (
        "1月19日,由九江贸易发展局主办的“九江时装节秋冬系列2031”及“九江国际时尚荟萃2031”时装展在九江会展中心揭幕。\n"
        "两大时装展吸引千余家企业。"
    )
    records = read_records("", text, "2031-01-20")
    assert [r.name for r in records] == ["九江时装节秋冬系列2031", "九江国际时尚荟萃2031"]
    assert {(r.start, r.organisations[0].name) for r in records} == {("2031-01-19", "九江贸易发展局")}


def test_who_hosts_what_meets_the_press_hosts_the_fair() -> None:
    """由甲、乙主办的某节新闻发布会 tells the hosts of the fair, and what else is organised there."""
    text = (
        "8月10日,由江西省商务厅、九江市人民政府主办的首届江西国际羽绒节新闻发布会在南昌召开。"
        "据悉,本次羽绒节将于9月16日至18日在九江举办。本次活动还组织了精彩的羽绒服装时尚设计大赛。"
    )
    found = {r.name: r for r in read_records("", text, "2031-08-11")}
    fair = found["首届江西国际羽绒节"]
    assert [o.name for o in fair.organisations] == ["江西省商务厅", "九江市人民政府"]
    assert found["羽绒服装时尚设计大赛"].parent == fair.id


def test_who_organises_one_fair_is_not_taken_for_another_s_told_at_the_sentence_s_end() -> None:
    """本次活动由甲主办,乙同步举办某交易会 gives each its own hosts."""
    text = (
        "27日,江西家纺消费节在九江开幕。"
        "本次活动由江西省商务厅主办,九江市委、市政府同步举办第二届九江国际家纺交易会。"
    )
    hosts = {r.name: [o.name for o in r.organisations] for r in read_records("", text, "2031-10-27")}
    assert hosts == {"江西家纺消费节": ["江西省商务厅"], "第二届九江国际家纺交易会": ["九江市委", "市政府"]}


def test_how_a_fair_is_prepared_is_told_elsewhere() -> None:
    """汇报了某订货会筹备情况 and 《某订货会参展纪律》 hold no fair and take nobody from the meeting."""
    text = (
        "8月10日,九江制鞋产业推进会在云岭大厦召开。江西鞋业协会会长张宏汇报了2031棉靴订货会筹备情况,"
        "副会长王增宣布《2031棉靴订货会参展纪律》。"
    )
    (meeting,) = read_records("", text, "2031-08-11")
    assert [p.name for p in meeting.people] == ["张宏", "王增"]


def test_a_fair_joined_to_a_forum_is_a_fair_at_its_opening_too() -> None:
    """某展览会暨某论坛开幕式 is of the kind of its first part."""
    assert event("9月6日,2031云岭布艺展览会暨数字布艺论坛开幕式在云岭举行。").name == (
        "2031云岭布艺展览会暨数字布艺论坛"
    )


def test_a_campaign_launched_on_a_day_began_on_that_day() -> None:
    """从2月持续到12月 does not take the day from what was launched on 2月17日."""
    text = "2月17日,“衣路同行”服装消费行动启动仪式在九江举行。活动将从2月持续到12月。"
    assert event(text, published="2031-02-19").start == "2031-02-17"


def test_the_closing_alone_is_no_opening() -> None:
    """昨晚…闭幕 without a length tells the last day only."""
    record = event(f"昨晚,{VENUE},{FAIR}闭幕式晚会落下帷幕。", f"{FAIR}落幕", "2015-07-13")
    assert (record.start, record.end, record.status) == (None, "2015-07-12", "held")


def test_a_fair_that_opened_the_day_before_goes_on() -> None:
    assert event(f"昨天上午,{FAIR}在{VENUE}开幕。", published="2024-10-10").status == "ongoing"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (f"12月3日,{FAIR}在{VENUE}开幕。此次博览会会期3天。", "--12-03", "--12-05"),
        (f"10月25日,{FAIR}在{VENUE}开幕。据介绍,4天展会,观众将超过2万人次。", "--10-25", "--10-28"),
        (f"10月26日,{FAIR}在{VENUE}闭幕,四天累计接待观众8万人次。", "--10-23", "--10-26"),
    ],
)
def test_how_long_a_fair_lasts_without_a_year(text, first, last):
    record = event(text)
    assert (record.start, record.end) == (first, last)


def test_a_joint_press_conference_is_not_the_fair() -> None:
    """甲(以下简称乙)暨丙大赛新闻发布会 has the day and place of the telling."""
    text = (
        f"11月23日下午,{FAIR}(以下简称“童博会”)暨“云裳杯”设计大赛新闻发布会在九江迎宾馆召开。\n"
        f"{FAIR}计划于2023年3月24日至26日在{VENUE}举行。"
    )
    assert event(text, published="2022-11-24").start == "2023-03-24"


def test_the_day_a_contest_opens_for_entries_is_not_its_day() -> None:
    """已于12月正式开通招赛通道 tells when to enter, not when it is decided."""
    record = event("首届“云裳杯”江西童装设计大赛已于2023年12月正式开通招赛通道。", published="2024-01-10")
    assert (record.start, record.status) == (None, "upcoming")


def test_the_fair_on_whose_floor_something_is_held_keeps_its_own_days() -> None:
    """在甲博览会现场举办乙推介会 dates the latter."""
    text = f"10月10日上午,九江市在{FAIR}现场成功举办九江童装产业推介会。"
    days = {r.name: r.start for r in read_records("", text, "2024-10-11") if r.kind == "event"}
    assert days["九江童装产业推介会"] == "2024-10-10" and days.get(FAIR) is None


def test_a_contest_that_is_launched_is_to_come() -> None:
    text = "由江西省服装协会举办的“云裳杯”江西童装设计大赛正式启动。大赛主题为“童趣”。"
    assert event(text, published="2013-05-10").status == "upcoming"


def test_the_final_of_a_collection_in_prose() -> None:
    """6月下旬在某厅举行决赛 dates and places what is collected, judged and decided."""
    text = (
        "1月21日,九江市教育局发起2017九江市校服款式设计征集及展示活动,报名截止2月16日。\n"
        "组委会于4月20日组织初评。6月下旬在九江职业学校服装表演厅举行决赛。"
    )
    record = event(text, published="2017-01-23")
    assert record.start == "2017-06"
    assert record.place is not None and record.place.text == "九江职业学校服装表演厅"


def test_yesterday_from_a_dateline_without_a_year() -> None:
    assert event(f"九江新闻网4月19日讯 昨日,{FAIR}在{VENUE}开馆。").start == "--04-18"


def test_a_range_in_brackets_behind_the_call() -> None:
    """1、征集(7月20日—8月31日) gives the last day to enter, though an earlier edition 成功举办."""
    text = (
        "在成功举办2017年度推广大使评选活动的基础上,组委会决定举办2018年度江西童装推广大使评选活动。\n"
        "1、征集(2018年7月20日—8月31日)\n2、初评(2018年9月1日—9月30日)"
    )
    assert event(text).deadline == "2018-08-31"


def test_a_month_given_up_before_the_new_days() -> None:
    """原定4月举行,因故推迟到…: what stands behind the moving is the new time, however near the old one."""
    record = event(
        f"{FAIR}原定4月举行,因故推迟到9月9日至11日,地点改在赣州国际会展中心。", published="2024-03-13"
    )
    assert (record.start, record.end, record.status) == ("2024-09-09", "2024-09-11", "postponed")


def test_a_date_in_figures_before_the_name() -> None:
    record = event(f"时间:2023/10/18-10/20 {FAIR}在{VENUE}举办")
    assert (record.name, record.start, record.end) == (FAIR, "2023-10-18", "2023-10-20")


@pytest.mark.parametrize(
    "text",
    [
        f"4月9日,江西九江,{FAIR}盛大开幕。",
        f"金秋十月的九江格外热闹。9日,{FAIR}开幕。",
        f"{FAIR}将于明年4月回归九江。",
    ],
)
def test_the_town_the_lead_sets_the_scene_in(text):
    place = event(text, published="2024-10-13").place
    assert place is not None and place.city == "九江"


def test_the_edition_of_last_year_is_history() -> None:
    """第八届…于2023年5月举行 before this year's edition gives no record."""
    text = f"第十一届中国(南昌)国际童装博览会于2023年5月在九江举行。时隔一年,{FAIR}将于今年6月1日与观众见面。"
    assert [r.name for r in read_records("", text, "2024-04-10")] == [FAIR]


@pytest.mark.parametrize(
    "text",
    [
        f"5月18日上午,{FAIR}在{VENUE}盛大启幕。20日,展会将圆满收官。",
        f"创办于2014年的{FAIR},5月18日在{VENUE}开幕。本届展会历时三天。",
    ],
)
def test_the_day_a_fair_is_to_close_told_in_a_sentence_of_its_own(text):
    record = event(text, published="2024-05-18")
    assert (record.start, record.end) == ("2024-05-18", "2024-05-20")


@pytest.mark.parametrize(
    "phrase",
    [
        "{name}招展工作昨天全面铺开,展期锁定9月19日至22日,地点仍在{venue}。",
        "{name}9月19日至22日放在{venue}办,已有400家企业报了名。",
        "从9月19日起,{name}将连开4天,300家企业在{venue}挂样布。",
    ],
)
def test_a_fair_to_come_in_any_words(phrase):
    """锁定, 放在 and 连开 announce a fair as 将于…举行 does."""
    record = event(phrase.format(name=FAIR, venue=VENUE), published="2024-05-13")
    assert (record.name, record.start, record.status) == (FAIR, "2024-09-19", "upcoming")


@pytest.mark.parametrize("verb", ["划上句号", "闭馆", "落下大幕", "散场"])
def test_a_fair_that_is_over_in_any_words(verb):
    """Its closing day and how long it lasted give the first day, whatever word closes it."""
    record = event(f"为期三天的{FAIR}30日晚在{VENUE}{verb}。", published="2024-10-31")
    assert (record.start, record.end, record.status) == ("2024-10-28", "2024-10-30", "held")


def test_a_festival_that_only_the_headline_names() -> None:
    """本届羽绒节 points at the festival of the headline, which the body never names whole."""
    record = event(
        "本届羽绒节邀请了国内羽绒企业参会,旨在加强交流。某团是第三次参加中国羽绒节。",
        "第三届中国国际羽绒节盛大开幕",
        "2012-11-13",
    )
    assert record.name == "第三届中国国际羽绒节"


def test_what_goes_on_at_an_evening_party_holds_it() -> None:
    """2日晚的…晚会上 tells a party held that night, and 走完9场大秀 is no name."""
    records = read_records(
        "",
        f"{FAIR}1日启幕,已走完9场大秀。2日晚的“云上之夜”晚会上,十佳设计师现身领奖。",
        "2024-11-03",
    )
    assert {r.name for r in records} == {FAIR, "“云上之夜”晚会"}


@pytest.mark.parametrize("name", ["青岛市学生装展示暨供需见面会", "台湾微笑标章产品展售会"])
def test_where_buyers_meet_sellers_is_an_event(name):
    """供需见面会 and 展售会 are visited, as fairs are."""
    assert event(f"7月4日上午,{name}在青岛一中体育馆举办。", published="2015-07-05").name == name


def test_put_off_without_a_new_day() -> None:
    """不再按原计划开幕,时间另行通知 puts a fair off, and its old day stands nowhere."""
    record = event(
        f"受形势影响,{FAIR}不再按原计划于11月25日开幕,具体举办时间另行通知。", published="2022-11-17"
    )
    assert (record.status, record.start) == ("postponed", None)


def test_an_honour_got_at_a_congress_is_not_the_congress() -> None:
    """在…大会上,某公司获评 tells of the company."""
    text = "在前不久举行的全国纺织工业先进集体表彰大会上,鲁丰织染获评先进集体。多年来,公司获得荣誉20余项。"
    assert not read_records("", text, "2018-11-20")


def test_how_long_there_is_till_a_fair_is_no_part_of_its_name() -> None:
    """距…开展还剩一个月 tells the fair, whose days the organisers disclose."""
    record = event(
        f"距{FAIR}开展还剩不到一个月。组委会今天披露,8月26日至28日,350家展商将在{VENUE}铺展展位。",
        published="2024-07-30",
    )
    assert (record.name, record.start, record.status) == (FAIR, "2024-08-26", "upcoming")


def test_a_fair_to_be_looked_at_on_a_journey_is_not_called_for() -> None:
    """A notice about a journey tells the journey, not the fair seen on it."""
    records = read_records(
        "关于组织赴意大利米兰面料采购考察的通知",
        "为开拓会员视野,商会定于2020年2月3日至11日组织赴意大利米兰面料采购考察,期间参观米兰面料展。请于11月30日前报名。",
        "2019-10-28",
    )
    assert not [r for r in records if r.kind == "event" and r.name == "米兰面料展"]


def test_parts_listed_as_activities_share_the_month_and_the_town_in_the_name_of_the_whole() -> None:
    """通过举办甲、乙等重点活动 tells parts of the week, whose hall is not theirs."""
    text = (
        "12月19日晚,2023南昌时尚周在云韵城日月广场闭幕。本届南昌时尚周为期五天,"
        "通过举办江西丝绸跨越大洋开幕大秀、赣江时尚产业大会等重点活动,吸引近1万人次观看。"
    )
    parts = [r for r in read_records("", text, "2023-12-20") if r.parent]
    assert {(p.start, p.place and p.place.text) for p in parts} == {("2023-12", "南昌")}


def test_a_headline_tells_which_town_ours_is() -> None:
    """在我市开幕 is told by the headline's town, and no guest's university is the place."""
    text = "首届江西鞋文化节昨晚在我市开幕,北京大学中文系教授段林等专家到会。作为鞋都,九江有6个驰名商标。"
    found = read_records("五十位专家齐聚九江", text, "2005-10-12")
    assert [r.place and r.place.text for r in found] == ["九江"]


def test_what_a_society_has_held_in_its_years_is_no_news() -> None:
    """协会现有…,先后举办了甲、乙 tells its history, beside the assembly that is the news."""
    records = read_records(
        "",
        "8月20日下午,益阳市旗袍文化协会成立大会在益阳举行。协会现拥有10个团,先后举办了《优雅》公益讲座、益阳市首届旗袍风采大赛。",
        "2018-08-21",
    )
    assert [r.name for r in records] == ["益阳市旗袍文化协会成立大会"]


def test_a_fair_under_its_short_forms_is_one() -> None:
    """What praise calls a fair, and 2031Vexa展会 for 2031Vexa中国国际针织博览会, are no fairs beside it."""
    records = read_records(
        "",
        "6月1日,被誉为“亚洲第一国际鞋展”的第二十届广州国际鞋展在广州开幕。",
        "2010-06-01",
    )
    assert [r.name for r in records] == ["第二十届广州国际鞋展"]
    records = read_records(
        "",
        "10月11日,为期3天的2031Vexa中国国际针织(秋冬)博览会(以下简称Vexa)在上海开幕。2031Vexa展会上,濮院设立了展区。",
        "2031-10-12",
    )
    assert len(records) == 1


def test_a_fair_by_its_short_name_and_year() -> None:
    """2015海峡两岸婚博会 is a fair by its last word, whatever its ware."""
    record = event("6月12日至14日,2015海峡两岸婚博会将在厦门国际会展中心举办。", published="2015-06-10")
    assert (record.name, record.status) == ("2015海峡两岸婚博会", "upcoming")


def test_where_the_result_will_be_told_is_only_a_stage() -> None:
    """10月的某时装周上将揭晓结果: the choice that is called for has the last day, the fashion week is none of it."""
    records = read_records(
        "",
        "第七届“湖南十佳服装设计师”评选日前启动。设计师均可在6月30日前递交作品和简历,10月的湖南时装周上将揭晓结果。",
        "2017-05-23",
    )
    assert [(r.name, r.deadline, r.status) for r in records] == [
        ("第七届“湖南十佳服装设计师”评选", "2017-06-30", "upcoming")
    ]


def test_the_schedule_of_a_week_names_the_week() -> None:
    """周日程 is no Sunday."""
    record = event("2026上海国际针织时尚周日程出炉:8月25日开幕,8月30日闭幕。", published="2026-08-05")
    assert (record.name, record.start, record.end) == ("2026上海国际针织时尚周", "2026-08-25", "2026-08-30")


def test_a_fair_put_off_has_the_new_days_told_after_who_said_so():
    """…改期。主办方4月22日宣布,新的展期为2021年6月12日至16日: the day of saying so is none of the fair's."""
    text = "受疫情影响,2020江东国际纺织机械展览会改期。主办方4月22日宣布,新的展期为2021年6月12日至16日,地点不变。"
    (record,) = read_records("", text, None)
    assert (record.start, record.end, record.status) == ("2021-06-12", "2021-06-16", "postponed")


def test_a_fair_that_opened_after_being_put_off_is_no_longer_put_off():
    """推迟近一个月之后,…昨日启幕."""
    text = "推迟近一个月之后,第五届江东服装交易会昨日在云江会展中心启幕,会期到21日。"
    assert read_records("", text, "2020-12-19")[0].status != "postponed"


def test_a_course_that_ended_began_so_many_days_before():
    """5月19日…结业, 为期十二天的课程; a month before 闭幕 without a day is no crash."""
    (record,) = read_records(
        "", "5月19日,第六期江东版师高级研修班在云江结业。为期十二天的课程里,学员们完成了打版。", "2017-05-22"
    )
    assert (record.start, record.end) == ("2017-05-08", "2017-05-19")
    assert read_records(
        "", "江东国际纺织面料博览会8月底在云江落下帷幕,三天共有13万人次观众入场。", "2023-09-04"
    )


def test_the_month_of_a_paper_and_of_a_beginning_date_nothing():
    """上个月发布的计划 dates the plan, 从三月启动至今 how long a contest took."""
    text = "近日,江东服装协会召开数字化转型三年行动启动会,把上个月发布的计划里的举措分给了各部门。"
    assert read_records("", text, "2022-03-14")[0].start is None
    text = "昨夜,“云杯”第十九届江东休闲装设计大赛总决赛在云江落幕。大赛从三月启动至今,共收到作品1502份。"
    assert read_records("", text, "2014-09-29")[0].start == "2014-09-28"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("香港国际成衣及时装材料展将于明年3月26至28日假香港会议展览中心举行。", "香港国际成衣及时装材料展"),
        ("2023江苏·常熟时装周官宣!3月24日至28日,一江两岸,衣海潮生。", "2023江苏·常熟时装周"),
        (
            "6月16日-19日,全国服装标准与检测技术培训班在青岛举办,118名质检骨干参训。",
            "全国服装标准与检测技术培训班",
        ),
        (
            "10月28日,第五届“濮院杯”中国针织设计师大赛的冠军花落陈诺。此番共有1122位设计师投稿。",
            "第五届“濮院杯”中国针织设计师大赛",
        ),
    ],
)
def test_names_whole_whatever_was_cut_in_them(text, name):
    """及时|装, 标准|与 and what became of the title of a contest leave its name whole."""
    assert event(text, published="2023-10-30").name == name


@pytest.mark.parametrize("verb", ["见分晓", "划下句点", "落槌"])
def test_a_contest_that_is_over_in_any_words(verb):
    """历时三天的某竞赛12日见分晓 began on the 10th."""
    record = event(f"历时三天的全国细纱值车工职业技能竞赛12日在无锡{verb}。", published="2010-09-13")
    assert (record.start, record.end, record.status) == ("2010-09-10", "2010-09-12", "held")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "9月5日至7日,“丝路柯桥·布满全球”迪拜站在迪拜世贸中心举行,45家纺企亮相。",
            "“丝路柯桥·布满全球”迪拜站",
        ),
        (
            "8月15日到17日,第六届全国工业设计职业技能大赛纺织服装赛项在浙江余姚举办。",
            "第六届全国工业设计职业技能大赛纺织服装赛项",
        ),
    ],
)
def test_a_stop_on_a_tour_and_an_item_of_a_contest(text, name):
    """“…”迪拜站 and …大赛纺织服装赛项 are names whole."""
    assert event(text, published="2025-09-10").name == name


def test_the_period_of_entries_ends_with_their_last_day() -> None:
    """8月18日至10月15日为投稿期 is no time of the contest."""
    record = event(
        "南通市文广旅局等单位办起“青云杯”蓝印花布创意设计大赛。8月18日至10月15日为投稿期,11月评审。",
        published="2020-08-20",
    )
    assert (record.deadline, record.status) == ("2020-10-15", "upcoming")


def test_a_festival_told_with_its_press_conference_has_a_place_of_its_own():
    """发布会在甲召开,这个节将于9月16日在乙举行."""
    text = "8月10日上午,首届江东国际羽绒节新闻发布会在北京天坛饭店召开,六安市政府主办的这个节,将于9月16日至18日在六安举行。"
    places = {r.name: r.place and r.place.text for r in read_records("", text, None)}
    assert places == {"首届江东国际羽绒节": "六安", "首届江东国际羽绒节新闻发布会": "北京天坛饭店"}


def test_activities_counted_and_named_are_parts_of_the_fair():
    """期间有11项活动,包括甲、乙: each that is named is a record within the fair, in its month."""
    text = "2031江东国际纺织品博览会(秋季)明日启幕。期间有11项活动,包括2031江东时装设计大赛颁奖典礼、江东纺织产业研讨会。"
    fair, *parts = read_records("", text, "2031-10-23")
    assert {(p.name, p.start, p.parent) for p in parts} == {
        ("2031江东时装设计大赛颁奖典礼", "2031-10", fair.id),
        ("江东纺织产业研讨会", "2031-10", fair.id),
    }


def test_a_town_in_the_brackets_of_a_fair_ends_with_them() -> None:
    """(葫芦岛·兴城)国际沙滩… is a town and the rest of a name, no venue."""
    text = "3月18日,第五届中国(葫芦岛·兴城)国际沙滩·泳装文化博览会新闻发布会在国家会展中心(上海)举行。本届泳博会8月开幕。"
    places = [r.place and r.place.text for r in read_records("", text, "2015-03-19") if r.kind == "event"]
    assert places == ["葫芦岛·兴城"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "5月10日上午,成安县在江东针织博览会现场成功举办成安县童装产业推介会。",
            {"成安县童装产业推介会": "江东针织博览会", "江东针织博览会": None},
        ),
        (
            "5月10日,2024江东纺织服装产业展览会在南昌绿地国际博览中心开幕。展览会上,举行了战略合作签约仪式和江东服装产业发展论坛。",
            {"2024江东纺织服装产业展览会": None, "江东服装产业发展论坛": "2024江东纺织服装产业展览会"},
        ),
    ],
)
def test_what_is_held_at_a_fair_is_part_of_it(text, expected):
    """在某展现场举办, 展览会上,举行了: the fair is the whole, and a rite at it is no record."""
    found = read_records("", text, "2024-05-12")
    names = {r.id: r.name for r in found}
    assert {r.name: names[r.parent] if r.parent else None for r in found} == expected


def test_a_name_goes_on_behind_its_short_form_without_the_opening():
    """某博览会(以下简称某会)开幕式暨某发布: the opening is the fair's."""
    text = (
        "5月10日,第20届江东羽绒博览会(以下简称绒博会)开幕式暨2024江东羽绒流行趋势发布在六安市羽绒广场举行。"
    )
    names = [r.name for r in read_records("", text, "2024-05-12")]
    assert names == ["第20届江东羽绒博览会", "2024江东羽绒流行趋势发布"]


def test_the_month_a_contest_began_in_is_not_that_of_its_final():
    """本次大赛从今年5月正式开始,分为…两个阶段: the final of these days is not dated by it."""
    text = "20名选手日前齐聚六安,参加2024年江东省服装制版师大赛的决赛。本次大赛从今年5月正式开始,分为选拔和决赛两个阶段。"
    assert (event(text, published="2024-11-12").start or "")[5:] == ""


@pytest.mark.parametrize(
    ("moved", "start", "end"),
    [
        ("推迟两周举行", "2024-06-01", "2024-06-03"),
        ("顺延10天", "2024-05-28", "2024-05-30"),
        ("初定往后延一个月", "2024-06", "2024-06"),
    ],
)
def test_what_is_put_off_by_so_long_has_its_new_days(moved, start, end):
    """A time of moving is counted from the days first set: to the day by days and weeks, to the month by months."""
    record = event(f"原定2024年5月18日至20日在南昌举办的{FAIR}{moved},地点不变。")
    assert (record.start, record.end, record.status) == (start, end, "postponed")


def test_a_fair_has_the_year_in_which_the_press_was_met_for_it():
    """A fair whose day is untold is one of the year of its press conference, if that was not late in it."""
    text = "2024年3月18日,{}新闻发布会在北京举行。本届博览会由江西省服装协会主办。"
    assert event(text.format(FAIR)).start == "2024"
    assert event(text.replace("3月", "11月").format(FAIR)).start is None


def test_a_press_conference_held_in_plain_words_leaves_the_fair_its_own_days():
    """The day on which a town 开了一场新闻发布会 is not that of the fair it was about."""
    text = f"10月8日,南昌市政府到上海开了一场新闻发布会,说的是{FAIR}。展会10月28日至30日在{VENUE}举行。"
    record = event(text, published="2021-10-09")
    assert (record.start, record.end) == ("2021-10-28", "2021-10-30")


def test_the_final_dated_to_the_month_is_the_contests_start():
    """A contest starts with its final, wherever in the article and however plainly that is told."""
    text = f"{CONTEST}9月1日截稿,9月2日至5日海选。\n决赛定在10月,随第八届江西服装节一起在南昌进贤办。"
    record = event(text, published="2022-06-18")
    assert record.start == "2022-10" and record.place is not None and record.place.text == "南昌进贤"


def test_a_festival_joined_to_a_contest_lends_it_the_town_of_its_name():
    """A name of a festival and a contest joined by 暨 tells the town by the festival."""
    record = event("2009中国广州新塘国际牛仔服装节暨第二届牛仔形象大使大赛日前启动,11月3日总决赛。")
    assert record.place is not None and record.place.city == "广州"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("{}2012年9月16日启幕,20日收尾。", "2012-09-16", "2012-09-20"),
        ("上周二收摊的{},2016年10月21日在南昌摆开,一连五天。", "2016-10-21", "2016-10-25"),
    ],
)
def test_days_of_opening_and_closing_in_plain_words(text: str, start: str, end: str) -> None:
    """A fair that is 摆开 opens, and one that is at its 收尾 closes."""
    record = event(text.format(FAIR))
    assert (record.start, record.end) == (start, end)


def test_the_day_till_which_measures_are_in_force_dates_no_fair() -> None:
    """防控措施将执行至10月27日,…不得不延期 tells no day of what is put off."""
    text = "防控措施将执行至2022年10月27日24时。为此,2022江西时装周不得不延期举行。"
    assert event(text).start is None


def test_the_final_moved_to_a_town_is_there() -> None:
    """A contest whose final 移到 a town is held there."""
    record = event(f"{CONTEST}先在西安、武汉两站选人,2018年11月18日,决赛移到共青城。")
    assert record.place is not None and record.place.text == "共青城"


@pytest.mark.parametrize(
    "told",
    [
        "江东童装商会会长说,展会期间将办中国(六安)童装产业发展论坛、江东纺织科技创新大会。",
        "节日期间要做两件事:组织企业进馆展销,办中国(六安)童装产业发展论坛、江东纺织科技创新大会。",
    ],
)
def test_what_will_be_put_on_within_a_fair_is_heard_in_plain_words(told):
    """期间将办甲、乙 and 办甲 say no less than 将举办."""
    text = f"第33届江东纺织品博览会9月13日至15日在六安会展中心举行。{told}"
    names = [r.name for r in read_records("", text, "2024-09-05")]
    assert names[1:] == ["中国(六安)童装产业发展论坛", "江东纺织科技创新大会"]


def test_two_fairs_in_quotation_marks_under_their_own_numbers_are_two():
    """第46届“甲节”和第13届“乙展”."""
    text = "由江东贸促会主办的第46届“江东时装节秋冬系列”和第13届“江东羽绒展”1月19日揭幕,1800家商家参展。"
    names = [r.name for r in read_records("", text, "2015-01-20")]
    assert names == ["第46届“江东时装节秋冬系列”", "第13届“江东羽绒展”"]


def test_a_year_behind_a_festivals_name_in_chinese_figures_is_part_of_it():
    """“某服装节二○二一”改到十二月: the year is the month's."""
    text = "“澳门服装节二○二一”要延期了。主办单位决定改到十二月,具体日期稍后公布。"
    record = event(text, "澳门服装节将延期")
    assert (record.name, record.status, record.start) == ("澳门服装节二○二一", "postponed", "2021-12")


def test_what_a_committee_moves_is_the_fair():
    """某展组委会发出通告,展会不能按原来的日子开了: the fair is reported, put off."""
    text = "江东国际童装博览会组委会2022年4月11日发出通告,展会不能按原来的4月16-18日开了,往后推一个月,地点仍是六安会展中心。"
    record = event(text, "江东国际童装博览会延期")
    assert (record.status, record.start) == ("postponed", "2022-05")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("{}昨晚刚散,19日到22日这几天,街上到处是模特。", "2009-09-19", "2009-09-22"),
        ("9月19日开门的{}昨晚关门,地点在南昌。", "2009-09-19", "2009-09-21"),
        ("9月28日到来年1月3日,{}将在南昌举行。", "2009-09-28", "2010-01-03"),
    ],
)
def test_how_long_a_fair_lasts_in_plain_words(text: str, start: str, end: str) -> None:
    """A fair that has just 散 had the days told beside it, one that shuts its doors began when they opened."""
    record = event(text.format(FAIR), published="2009-09-22")
    assert (record.start, record.end) == (start, end)


def test_the_month_in_which_ranks_are_decided_is_that_of_the_contest() -> None:
    """A contest whose last round 决出名次 in a month is of that month, and held there."""
    record = event(f"{CONTEST}正在收稿,截止到8月31日;10月初评,2017年11月在九江决出名次。")
    assert record.start == "2017-11" and record.place is not None and record.place.city == "九江"


@pytest.mark.parametrize(
    ("text", "start", "end", "town"),
    [
        ("7月去看羊绒!{}定在7月19日至21日,地点是九江。", "2024-07-19", "2024-07-21", "九江"),
        ("{}7月19日开、22日收,地点还是九江。", "2024-07-19", "2024-07-22", "九江"),
        ("{}不在7月8日开了,新的日子是8月15日,地点还是九江。", "2024-08-15", "2024-08-15", "九江"),
    ],
)
def test_days_and_town_of_a_fair_announced_in_plain_words(text: str, start: str, end: str, town: str) -> None:
    """定在, 开、收 and 新的日子 date a fair to come, 地点还是 places it."""
    record = event(text.format(FAIR), published="2024-05-31")
    assert (record.start, record.end) == (start, end)
    assert record.place is not None and record.place.text == town


def test_a_conference_abroad_dates_itself_before_the_fair_it_announces():
    """发布会15日在香港举行,博览会定于2024年3月: the fair has its own days, and the conference was the autumn before."""
    text = "江东社香港11月15日电 “第三届江东·潮流纺织博览会”新闻发布会15日在香港举行。博览会定于2024年3月28日至30日在六安会展中心举办。"
    found = read_records("第三届潮流博览会香港发布会", text, None)
    assert {(r.name, r.start) for r in found} == {
        ("第三届江东·潮流纺织博览会", "2024-03-28"),
        ("第三届江东·潮流纺织博览会新闻发布会", "2023-11-15"),
    }


def test_a_fair_without_an_edition_is_not_its_press_conference():
    """6月14日,某博览会新闻发布会召开, 本届展会2017年9月…: two records, the year of the one told by the other."""
    text = "6月14日,江东国际服饰产业博览会新闻发布会在北京某大厦召开。\n据介绍,本届博览会2017年9月21-24日在六安会展中心举行。"
    found = read_records("江东服博会在京发布", text, None)
    assert [(r.name, r.start) for r in found] == [
        ("江东国际服饰产业博览会", "2017-09-21"),
        ("江东国际服饰产业博览会新闻发布会", "2017-06-14"),
    ]


def test_letters_and_a_year_that_open_or_close_are_a_fair():
    """QTAF 2023昨日在杭州落幕: a fair that no list knows."""
    record = event("为期三天的QTAF 2023昨日在杭州落幕。观众2.6万人次。", published="2023-04-21")
    assert (record.name, record.start, record.end) == ("QTAF 2023", "2023-04-18", "2023-04-20")


@pytest.mark.parametrize(
    "told",
    [
        "决赛时间定于第九届中国(南昌)国际童装博览会期间,即2024年11月13日。",
        "三、参赛方法\n1、报名表10月10日前发到组委会邮箱。\n2、2024年11月13日在赣州比赛,报到时间另告。",
    ],
)
def test_the_day_contestants_meet_is_that_of_the_contest(told: str) -> None:
    """A final told to fall within a fair, or 在某地比赛 among the rules, gives a contest its day."""
    text = "第五届“云裳杯”国际女装设计大赛开始报名。10月10日报名截止。大赛分初赛和决赛两个阶段。" + told
    assert event(text, published="2024-03-20").start == "2024-11-13"


def test_a_motto_before_a_name_is_no_part_of_it() -> None:
    """主题为“…”的 is dropped before what has a name of its own, and kept before a mere 研讨会."""
    told = "2021年12月17日,主题为“同织江南”的{},60余人出席。"
    (gala,) = read_records("", told.format("浙北家纺协会十五周年庆典晚会在湖州宾馆举办"), None)
    assert gala.name == "浙北家纺协会十五周年庆典晚会"
    (talk,) = read_records("", told.format("研讨会在湖州宾馆召开"), None)
    assert talk.name == "“同织江南”的研讨会"


def test_a_fair_just_over_is_not_the_whole_of_one_to_come() -> None:
    """在刚刚落幕的某展上 tells of another fair; a forum that is 某展重要活动 is a part of that one."""
    text = (
        "海州·中国家纺博览会将于9月16日至18日在海州许村举行。在刚刚落幕的上海国际家纺展上,海州140家企业参展。"
    )
    assert event(text, published="2024-09-12").parent is None
    text = "作为第十四届中国国际面料博览会重要活动的“云锦”大讲坛于2024年3月28日下午在北京展览馆举办。"
    records = {r.name: r for r in read_records("", text, "2024-03-30")}
    assert records["“云锦”大讲坛"].parent == records["第十四届中国国际面料博览会"].id


def test_what_a_conference_promotes_is_not_held_there() -> None:
    """会议推介了某大会 tells of what is to come, no meeting of that day."""
    text = "8月27日下午,海州轻纺城家纺产业推介会在上海举行,会议重点推介了2024世界布商大会。"
    assert all("布商大会" not in r.name for r in read_records("", text, "2024-08-28"))


def test_headlines_one_below_the_other_report_nothing() -> None:
    """A page of marked headlines with the time each was put up holds no record."""
    text = (
        "「相关报道」\n- 商会成功举办海州纺织企业洽谈对接会 (11-30 08:25)\n- 海州:会企协作推动 产业升级 (11-30 08:14)\n"
        "- 海州纺织科技座谈会召开 (11-27 08:28)\n本网客服:0000-0000000 编辑:某某"
    )
    assert read_records("专题列表", text, None) == []


def test_a_postponement_in_the_headline_holds_for_the_whole_text() -> None:
    """A fair whose headline says 延期 is put off, though the sentence of moving does not name it."""
    text = (
        "“中国·云泽国际纺织博览会”要晚些开门了。\n组委会2024年4月11日发出延期通告:原定4月16-18日的展期推后一个月,"
        "地点仍在云泽国际博览中心。"
    )
    assert event(text, "云泽国际纺织博览会延期").status == "postponed"


def test_a_contest_named_after_a_town_its_government_holds_is_there() -> None:
    """A contest with a town in its name, which that town's government holds, is held there if nothing else is told."""
    text = (
        "第四届“中国·织里”童装设计大赛近日启动。大赛由某服装协会、湖州市织里镇人民政府主办。6月2日举行决赛。"
    )
    place = event(text, published="2024-03-02").place
    assert place is not None and (place.text, place.city) == ("织里", "湖州")


def test_what_another_is_a_part_of_takes_no_day_from_it():
    """作为某节的重头戏,某展开幕 dates the 展, and so does 在10月25日召开的某交流会 behind the name of another."""
    text = f"7月18日,作为“九江文化旅游节”的重头戏之一,{FAIR}在{VENUE}开幕。"
    found = {r.name: r.start for r in read_records("", text, "2012-07-20")}
    assert (found[FAIR], found.get("九江文化旅游节")) == ("2012-07-18", None)
    text = "中国国际丝绸博览会是年度盛会,在10月25日召开的2013江西丝绸行业交流会是其中一项,答案将在会上揭晓。"
    found = {r.name: r.start for r in read_records("", text, "2013-10-17")}
    assert (found["2013江西丝绸行业交流会"], found.get("中国国际丝绸博览会")) == ("2013-10-25", None)


def test_a_fair_is_where_its_stands_are_and_not_where_its_show_is_put_on():
    """在某中心共设展位2000个 tells the place; 在某体育场举行大型文艺演出 does not."""
    text = f"20日上午开幕的{FAIR},在{VENUE}共设展位2000个。本届博览会邀请了剧组,将于22日在九江体育场举行大型文艺演出。"
    record = event(text, published="2011-10-19")
    assert record.place is not None and record.place.text == VENUE


def test_a_prospectus_without_a_sentence_announces_its_contest() -> None:
    """Headings and what stands below them are no list of links where they name hosts and a theme."""
    text = (
        "云裳杯·2031中国家纺创意设计大赛\n大赛主题\n自然之境\n主办单位\n江东家纺协会\n云泽市人民政府\n承办单位\n云泽镇人民政府\n"
        "参赛类别:画稿组、软装组\n作品征集:2031年3月23日-6月30日\n颁奖典礼:2031年8月上旬"
    )
    assert event(text, "云裳杯·2031中国家纺创意设计大赛征稿").start == "2031-08"


def test_parts_told_in_passing_are_held_within_the_fair() -> None:
    """期间有某大赛 and 会上还要办某研讨会 tell of parts of a fair, on no day that 会上 alone would give."""
    text = "第十届中国(晋州)国际鞋业博览会4月19日上午在福建晋州开幕,展期到22日。展会期间有两岸“腾云”杯运动鞋设计大赛,还有论坛。"
    records = {r.name: r for r in read_records("", text, "2024-04-19")}
    contest = records["两岸“腾云”杯运动鞋设计大赛"]
    assert contest.parent == records["第十届中国(晋州)国际鞋业博览会"].id
    text = (
        "第三十届中国·云河国际羊绒交易会定于2024年9月19日至22日在云河会展中心举行。"
        "会上还要办中国(云河)羊绒产业高质量发展专题研讨会,由该县与某毛纺织行业协会合办,百余位专家受邀。"
    )
    records = {r.name: r for r in read_records("", text, "2024-08-16")}
    talk = records["中国(云河)羊绒产业高质量发展专题研讨会"]
    assert (talk.status, talk.start) == ("upcoming", "2024-09")


def test_so_many_fairs_are_those_told_next() -> None:
    """三个大展 counts what follows and is no fair itself; a dateline before the days makes them upcoming."""
    text = (
        "某社3月16日讯 本月26日起,北京要接连迎来三个纺织服装大展。"
        "第十七届中国国际服装展览会(CHIC2009)3月26日至29日在中国国际展览中心(新馆)举行;"
        "第六届中国国际纱线(春夏)展览会3月30日至4月1日设在中国国际贸易中心3号馆。"
    )
    records = {r.name: r for r in read_records("三大展会月底在京举行", text, None)}
    assert set(records) == {"第十七届中国国际服装展览会(CHIC2009)", "第六届中国国际纱线(春夏)展览会"}
    yarn = records["第六届中国国际纱线(春夏)展览会"]
    assert yarn.status == "upcoming" and yarn.place is not None
    assert yarn.place.text == "中国国际贸易中心3号馆"


def test_what_follows_the_next_day_is_in_the_same_town() -> None:
    """A forum on the day after a congress, told with it and without a place, is in its town."""
    text = "浙北长丝织造协会第一届会员代表大会2021年8月18日在江苏省吴江市盛泽镇召开。长丝织造产业发展论坛将于19日举办。"
    records = {r.name: r for r in read_records("", text, None)}
    place = records["长丝织造产业发展论坛"].place
    assert place is not None and place.city == "苏州"


def test_a_city_that_calls_a_meeting_on_a_day_is_where_it_is() -> None:
    """九江市3月19日召开全市某座谈会 tells the town."""
    text = "本报讯(记者 朱某)九江市3月19日召开全市纺织服装产业发展座谈会。副市长陈民讲话。"
    (record,) = read_records("", text, "2021-03-20")
    assert record.place is not None and record.place.city == "九江"


def test_a_fair_is_known_from_the_meeting_that_prepares_it():
    """召开第十届某节筹备工作会议,定下会期 tells of the fair and its own days, and of the meeting."""
    text = "昨天,市政府召开第十届南昌国际服装节筹备工作会议,定下会期:10月21日至24日。"
    found = {r.name: (r.start, r.end, r.status) for r in read_records("", text, "2006-06-22")}
    assert found["第十届南昌国际服装节"] == ("2006-10-21", "2006-10-24", "upcoming")
    assert found["第十届南昌国际服装节筹备工作会议"] == ("2006-06-21", "2006-06-21", "held")


def test_a_joint_fair_is_pointed_at_by_either_part():
    """本届服博会 is 某博览会暨某节, whose days stand apart from those of its press conference."""
    text = (
        "6月14日,江西服饰产业博览会暨青云服饰节新闻发布会在北京江西大厦召开。\n"
        "据介绍,本届服博会由某联合会主办,2017年9月21-24日在南昌绿地国际博览中心举行。"
    )
    found = {r.name: r.start for r in read_records("", text, None)}
    assert found == {
        "江西服饰产业博览会暨青云服饰节": "2017-09-21",
        "江西服饰产业博览会暨青云服饰节新闻发布会": "2017-06-14",
    }


def test_what_is_yet_to_be_put_on_within_an_open_fair_is_ahead():
    """期间将陆续推出 tells of what is to come, whatever has begun."""
    text = f"4月24日,{FAIR}在{VENUE}开幕。展会期间将陆续推出江西童装高峰论坛、“云裳杯”童装设计大赛等活动。"
    statuses = {r.name: r.status for r in read_records("", text, "2017-04-25")}
    assert statuses["江西童装高峰论坛"] == "upcoming" and statuses[FAIR] == "ongoing"


def test_the_day_a_contest_is_decided_on_is_told_with_its_champion():
    """大赛的冠军就要见分晓 announces the contest, whose final has the day and the hall."""
    text = "“云裳杯”青年服装设计师大赛的冠军很快就要见分晓。决赛9月14日19时30分在九江一楼多功能厅开始,当场评出冠、亚、季军。"
    record = event(text)
    assert record.name == "“云裳杯”青年服装设计师大赛" and (record.start or "").startswith("--09-14")


def test_what_a_clause_of_purpose_names_is_not_held() -> None:
    """为更好落实某庆典活动,协会召开某会议: the meeting alone is told."""
    text = "为更好落实换届筹备工作及30周年庆典活动,江东省服装协会7月23日在杭州召开七届五次会长办公会议。"
    assert [r.kind for r in read_records("", text, "2024-08-05")] == ["meeting"]


@pytest.mark.parametrize(
    ("name", "title", "text"),
    [
        ("裤博会", "", "昨日,“裤博会”在郑州中原国际博览中心热热闹闹地开张。"),
        ("QJKF 2023", "QJKF 2023 招商进行中", "4月20日到22日,江口博览中心,一网打尽。"),
        ("第八届云帆杯", "", "第八届云帆杯上周末在江口落幕,收到稿件2600余份。"),
    ],
)
def test_a_fair_or_contest_told_by_a_short_name_is_read(name: str, title: str, text: str) -> None:
    """A fair in quotation marks, by its letters and year, or a contest by its cup alone."""
    assert [r.name for r in read_records(title, text, "2023-03-18")] == [name]


def test_a_dot_typed_for_a_stop_begins_no_name() -> None:
    """A stop typed as a dot behind a quotation mark parts a fair's name from the words before it."""
    text = (
        '自1996年起年年不落的服交会,今年要过"成年礼".第十八届中国(云门)国际服装交易会将于11月15日--18日举行。'
    )
    assert event(text).name == "第十八届中国(云门)国际服装交易会"


def test_a_report_from_what_is_being_held_dates_and_places_it() -> None:
    """正在这里召开的某大会 is held on the day of the dateline, in its town."""
    text = (
        "新华社杭州9月6日电 记者从正在这里召开的2018世界纤维新材料大会上了解到,我国将推动化纤行业清洁生产。"
    )
    (record,) = read_records("", text, None)
    assert (record.start, record.place and record.place.city) == ("2018-09-06", "杭州")


def test_parts_of_what_is_put_off_are_put_off_with_it() -> None:
    """The fairs that a joint one postponed is made of are not told as held."""
    text = (
        "某社2月24日讯 原本3月10-12日要在云泽会展中心开幕的云泽纺织春季联展,推迟了。受影响的有三个展会:"
        "云泽国际纺织面料博览会、云泽国际服装服饰博览会、云泽国际针织博览会。"
    )
    records = read_records("云泽纺织春季联展延期举办", text, "2031-02-24")
    assert len(records) == 4 and {r.status for r in records} == {"postponed"}


def test_an_edition_once_dropped_cancels_nothing() -> None:
    """博览会去年停办一届 tells of the edition before."""
    text = "第八届江口针织博览会将于4月18日在江口会展中心举行。受影响,第八届江口针织博览会去年停办一届。"
    assert [r.status for r in read_records("", text, "2023-03-18")] == ["upcoming"]


def test_the_year_of_the_first_edition_dates_no_later_one() -> None:
    """2012年首届博览会举办时… beside the third edition leaves the page's year."""
    text = "8月26日,第三届江西(云泽)蚕丝家纺博览会在云泽举行。2012年首届博览会举办时参展企业只有58家。"
    assert event(text, published="2014-08-27").start == "2014-08-26"


def test_a_fair_is_found_by_the_short_name_the_trade_makes() -> None:
    """国际裤业交易会 is the 裤交会 of the next sentence, and not what was discussed in a meeting room."""
    text = (
        "4月13日,云泽市商务局在市政府三楼会议室商讨举办“2012中国云泽国际裤业交易会”事宜。\n"
        "会上初步确定裤交会将于9月12日至14日在云泽裤业园交易中心举办。"
    )
    found = event(text, published="2012-04-15")
    assert (found.start, found.end) == ("2012-09-12", "2012-09-14")
    assert found.place is not None and found.place.text == "云泽裤业园交易中心"


def test_what_is_launched_opens_on_the_day_told_behind_the_launch() -> None:
    """启动仪式 on 5 March, 4月18日开幕、4月26日闭幕: a festival of April, with its list of activities."""
    text = (
        "3月5日上午,2024云泽国际内衣文化节启动仪式在云泽文化广场举行。\n本届文化节4月18日开幕、4月26日闭幕。活动清单请收好\n"
        "① 4月18日—20日 2024云泽国际内衣面辅料展 地点:云泽会展中心(1.8万平方米,260家展商)\n② 4月21日 家居服流行趋势发布会"
    )
    found = {r.name: r for r in read_records("", text, None)}
    assert found["2024云泽国际内衣文化节"].start == "2024-04-18"
    part = found["2024云泽国际内衣面辅料展"]
    assert (part.start, part.place and part.place.text) == ("2024-04-18", "云泽会展中心")


def test_the_town_of_a_headline_is_that_of_its_press_conference() -> None:
    """某节新闻发布会在京召开 tells nothing of where the festival is."""
    text = "8月10日,首届中国(云泽)国际羽绒节新闻发布会在北京天坛饭店召开。\n据悉,本次羽绒节将于9月16日至18日举办。"
    fair = next(
        r
        for r in read_records("首届中国(云泽)国际羽绒节新闻发布会在京召开", text, "2010-08-12")
        if r.kind == "event"
    )
    assert fair.place is None


def test_the_last_day_to_enter_is_the_contests_own() -> None:
    """4月1日起征稿,7月5日截稿 closes on 5 July; a forum at which a contest starts takes none of its days."""
    text = "第四届中国泳装设计大赛总决赛将于8月17日在云泽举行,大赛4月1日起征稿,7月5日截稿。"
    assert event(text, published="2014-03-20").deadline == "2014-07-05"
    text = (
        "18日上午,2021江西首届校服高峰论坛在南昌开幕。\n论坛上,2021江西校服设计大赛同时启动,即日起至9月10日征集作品,"
        "10月下旬举行总决赛。"
    )
    found = {r.kind: r for r in read_records("", text, "2021-06-24")}
    assert found["meeting"].deadline is None
    assert (found["event"].start or "")[:7] == "2021-10"


def test_a_venue_in_brackets_is_no_part_of_a_programmes_line() -> None:
    """流行趋势发布会(中庭T台) is held on the T台."""
    text = (
        "第十二届云泽面辅料采购节\n展会时间:2025年4月17日—19日\n同期活动\n4月17日 10:00  2026春夏面料流行趋势发布会(轻纺城中庭T台)\n"
        "4月18日 14:30  面辅料跨境电商选品对接会(3号馆洽谈区)"
    )
    part = next(r for r in read_records("第十二届云泽面辅料采购节邀请函", text, None) if "趋势" in r.name)
    assert part.name == "2026春夏面料流行趋势发布会"
    assert part.place is not None and part.place.venue == "轻纺城中庭T台"


def test_a_towns_paper_calls_its_own_fair_short() -> None:
    """服博会下月12日开幕 in the headline, 设计周取消了 in the lead: what is reported, however short its name."""
    text = "市民每年秋天盼望的服博会又要来了。昨日,市政府透露,今年的服博会下月12日至15日在市会展中心举办。"
    found = event(text, title="服博会下月12日开幕 市民可免费逛", published="2018-08-28")
    assert (found.name, found.start, found.end) == ("服博会", "2018-09-12", "2018-09-15")
    text = "原本下周就要与市民见面的云泽毛衫设计周取消了。昨日,设计周组委会发出公告,今年的活动不再举办。"
    found = event(text, title="云泽毛衫设计周今年不办了", published="2022-03-31")
    assert (found.name, found.status) == ("云泽毛衫设计周", "cancelled")


def test_the_year_a_fair_began_is_not_that_of_its_twenty_third() -> None:
    """1991年办起第一届交易会 behind the news tells history."""
    text = "10月18日上午,第二十三届云泽国际皮草交易会在云泽皮草城开幕。\n1991年云泽办起第一届皮草交易会。"
    assert event(text).start == "--10-18"


def test_lines_below_an_activity_tell_when_where_and_by_whom() -> None:
    """1. 某大赛 / 时间:5月中旬启动,9月20日决赛 / 地点:… / 主办:…."""
    lines = "".join(
        f"{n}. {name}\n时间:{when}\n地点:{where}\n主办:云泽县文化和旅游局\n"
        for n, name, when, where in (
            (1, "云泽汉服春日游园会", "4月12日—13日", "云泽伏羲公园"),
            (2, "“云泽杯”马面裙设计大赛", "5月中旬启动,9月20日决赛", "云泽会展中心"),
            (3, "汉服主播培训班", "6月3日—7日", "云泽电子商务产业园"),
            (4, "汉服产业发展大会", "10月下旬", "云泽大酒店"),
        )
    )
    head = "3月5日,云泽县人民政府发布《2025云泽汉服文化季重点活动安排》,重点活动共4项,快收藏!\n"
    found = {r.name: r for r in read_records("2025云泽汉服文化季来啦", head + lines, None)}
    contest = found["“云泽杯”马面裙设计大赛"]
    assert contest.start == "2025-09-20" and contest.place and contest.place.text == "云泽会展中心"
    assert [o.name for o in contest.organisations] == ["云泽县文化和旅游局"]
    assert found["汉服主播培训班"].end == "2025-06-07"


def test_a_study_tour_is_an_event() -> None:
    """2013云泽服装企业家意大利游学 with its days and last day to enter."""
    text = "协会将组织“对话米兰”2013云泽服装企业家意大利游学,行程为2013年9月15日至24日。名额25人,7月20日报名截止。"
    found = event(text, title="“对话米兰”——2013云泽服装企业家意大利游学报名", published="2013-06-05")
    assert (found.start, found.end, found.deadline) == ("2013-09-15", "2013-09-24", "2013-07-20")


def test_the_day_of_arrival_is_not_the_first():
    """…日至…日举办, 前一日报到, before or behind in its sentence."""
    text = "定于2017年5月12日至16日在杭州举办第三期全国服装制版师研修班,5月11日全天报到。"
    (record,) = read_records("", text, None)
    assert (record.start, record.end) == ("2017-05-12", "2017-05-16")


def test_two_counted_fairs_under_one_opening_are_two() -> None:
    """第十二届甲(Latin)与第八届乙 have their own records, with the same days, hall and host."""
    text = (
        "第十二届南昌国际童装博览会(Nanchang Kids Fair)与第八届南昌国际面辅料展6月3日在南昌绿地国际博览中心开幕,"
        "展期均至6日。两展由江西省服装协会主办。"
    )
    fairs = [r for r in read_records("", text, "2024-06-04") if r.kind == "event"]
    assert [r.name for r in fairs] == ["第十二届南昌国际童装博览会", "第八届南昌国际面辅料展"]
    assert {r.start for r in fairs} == {"2024-06-03"}
    assert all(r.place and r.place.text == VENUE for r in fairs)


def test_a_fair_on_the_same_days_in_the_same_hall_takes_both() -> None:
    """同馆举行的还有甲,展期相同 gives the days and the hall of the first."""
    text = f"{FAIR}6月3日在{VENUE}开幕,将持续到6日。同馆举行的还有第三届南昌绣品展,展期相同。"
    other = read_records("", text, "2024-06-04")[-1]
    assert (other.name, other.start, other.end) == ("第三届南昌绣品展", "2024-06-03", "2024-06-06")
    assert other.place is not None and other.place.text == VENUE and other.status == "ongoing"


def test_parts_tell_whether_a_fair_is_over() -> None:
    """A fair of several days is over where its last day is told of, and open where a part is to come."""
    opening = f"6月3日,{FAIR}在{VENUE}开幕,为期三天。"
    over = read_records("", opening + f"5日晚,{CONTEST}总决赛在{VENUE}落幕。", None)[0]
    still = read_records("", opening + f"6月5日,{CONTEST}决赛将在博览会期间举行。", None)[0]
    assert (over.status, still.status) == ("held", "ongoing")


def test_a_hall_is_no_gathering() -> None:
    """国际会议城 is where a fair is held, not a meeting."""
    (record,) = read_records("", f"6月3日,{FAIR}在云岭国际会议城开幕。", "2024-06-04")
    assert record.place is not None and record.place.text == "云岭国际会议城"


def test_figures_of_months_date_no_day_behind_them() -> None:
    """15日 is of the page's month, not of 2023年1至11月 told between."""
    text = (
        f"1月14日,{FAIR}在{VENUE}开幕。2023年1至11月出口增长5%。15日上午,江西童装产业研讨会将在会展中心举行。"
    )
    meeting = next(r for r in read_records("", text, "2024-01-14") if r.kind == "meeting")
    assert (meeting.start, meeting.status) == ("2024-01-15", "upcoming")


def test_the_hall_a_fair_moves_from_does_not_hold_it() -> None:
    """由甲移至乙举办 says where it moves, not who holds it."""
    text = f"组委会决定,{FAIR}由南昌国际展览中心移至新落成的{VENUE}举办,展期2024年5月18日至20日不变。"
    assert event(text).organisations == ()


@pytest.mark.parametrize(
    ("opened", "published", "start"),
    [
        ("21", "2033-11-24", "2033-11-21"),
        ("29", "2033-12-02", "2033-11-29"),
        ("30", "2034-01-02", "2033-12-30"),
        ("30", "2034-03-02", "2034-02-27"),  # February has no 30th; the four days tell it
    ],
)
def test_a_day_of_opening_told_alone_is_of_the_closings_month(
    opened: str, published: str, start: str
) -> None:
    """今天闭幕。服交会21日开幕: of this month, or the one before where the day is yet to come in this."""
    text = f"第三十七届江西国际服装交易会今天闭幕。服交会{opened}日开幕,四天里1200个品牌亮相。"
    found = event(text, "服交会闭幕", published)
    assert (found.start, found.end) == (start, published)


def test_lines_of_a_list_that_begin_with_their_month_are_named_without_it() -> None:
    """3月,组团参加某博览会(春季): the season is part of the name, the body that decides gives the list out, no firm."""
    text = (
        "1月8日下午,青湖区针织服装商会三届五次会长办公会在商会会议室召开。会议通过了丰湘制衣有限公司的入会申请,"
        "研究确定了商会2026年重点活动:\n(1)3月,组团参加中国针织博览会(春季);\n(2)5月,举办第三届“青湖杯”T恤设计大赛;\n"
        "(3)9月,举办青湖针织产销对接会;\n(4)11月,赴东莞大朗考察学习。"
    )
    records = read_records("商会召开会长办公会", text, "2026-01-09")
    assert [(r.name, r.start) for r in records if r.kind == "event"] == [
        ("中国针织博览会(春季)", "2026-03"),
        ("第三届“青湖杯”T恤设计大赛", "2026-05"),
        ("青湖针织产销对接会", "2026-09"),
        ("赴东莞大朗考察学习", "2026-11"),
    ]
    (plan,) = [r for r in records if r.kind == "plan"]
    assert plan.name == "青湖区针织服装商会2026年重点活动"
    assert [o.name for o in plan.organisations] == ["青湖区针织服装商会"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5月18日,一场民族服饰巡演活动在南昌滕王阁广场举行。", "民族服饰巡演活动"),
        ("5月18日,“赣绣有约”春夏专场在南昌绿地商城启幕。", "“赣绣有约”春夏专场"),
        ("5月18日,设计师携手企业在南昌共同演绎“瓷都青花秀”。", "瓷都青花秀"),
        ("5月18日,2024赣江数字产业周在南昌启动。", "2024赣江数字产业周"),
        ("5月18日,第十届纱线展在南昌开门迎客。", "第十届纱线展"),
        ("5月18日,赣绣大讲堂第23期在南昌图书馆开讲。", "赣绣大讲堂第23期"),
        ("5月18日,南昌服博会风情节在滕王阁广场举行。", "南昌服博会风情节"),
    ],
)
def test_a_show_by_whatever_word_is_an_event(text: str, name: str) -> None:
    """What opens, is put on or is counted is an event, also where no list has its last word."""
    assert [r.name for r in read_records("", text, "2024-05-19")] == [name]


def test_an_evening_within_a_fair_is_not_the_fair() -> None:
    """第101届“南针会” and “南针会·锦绣夜” are two."""
    text = "5月18日,第101届“南针会”在南昌拉开帷幕,“南针会·锦绣夜”晚宴暨行业颁奖盛典同日举行。"
    assert {r.name for r in read_records("", text, "2024-05-19")} == {
        "第101届“南针会”",
        "“南针会·锦绣夜”晚宴暨行业颁奖盛典",
    }


def test_what_a_fair_was_long_ago_is_no_news() -> None:
    """A headline that looks back and sentences of years gone by report nothing (guide rule 4)."""
    text = "2001年,首届南昌织交会在体育馆旁开幕;2008年,织交会移师新馆举行。"
    assert not read_records("回望织交会二十年", text, "2021-05-10")


def test_a_fair_that_runs_to_the_end_of_a_month_to_come_goes_on() -> None:
    """持续到12月底 keeps what opened today going."""
    record = event("2024南昌毛衫消费季5月18日在绿地商城启动,将持续到7月底。", published="2024-05-18")
    assert (record.start, record.status) == ("2024-05-18", "ongoing")


def test_members_taken_abroad_to_learn_are_on_a_study_tour() -> None:
    """A tour is named by who went where, whatever talk stood on its way."""
    text = (
        "5月10日至13日,江西省针织协会组织18家会员企业赴福建晋江考察学习,先后参观两家工厂,并与当地协会座谈。"
    )
    record = event(text, published="2024-05-18")
    assert record.name.endswith("赴福建晋江考察学习") and record.start == "2024-05-10"


def test_works_to_be_done_are_no_activities() -> None:
    """Of 六项重点工作 none is visited: they are the points of a plan."""
    text = (
        "4月18日,秦川省服装行业协会五届二次会员代表大会在西京召开。会长高建民指出,2019年协会将围绕六项重点工作展开:\n"
        "一、推进校服质量提升行动;\n二、筹建服装产业创新设计中心;\n三、完善会员服务平台;\n四、编写行业发展报告;\n"
        "五、加强团体标准建设;\n六、做好人才培养。"
    )
    records = read_records("秦川省服装行业协会召开大会", text, "2019-04-20")
    assert not [r.name for r in records if r.kind == "event"]


def test_a_fair_lasts_till_the_day_of_next_month_that_is_told() -> None:
    """持续到下月8日."""
    text = "10月18日,云岭羽绒服装采购节在云岭国际会展中心开幕,200家企业参展,活动将持续到下月8日。"
    (fair,) = read_records("羽绒采购节开幕", text, "2025-10-20")
    assert (fair.start, fair.end, fair.status) == ("2025-10-18", "2025-11-08", "ongoing")


def test_the_last_day_to_apply_goes_before_that_of_a_rebate() -> None:
    """展馆 labels the place; 九折 is had till another day."""
    text = (
        "云岭国际针织博览会将举办。\n时间:2025年5月8日至10日\n展馆:云岭国际会展中心\n"
        "报名截止:2025年4月20日,4月1日前报名展位费九折。"
    )
    (fair,) = read_records("关于举办云岭针织展的通知", text, "2025-03-01")
    assert (fair.deadline, fair.place and fair.place.text) == ("2025-04-20", "云岭国际会展中心")


def test_people_stand_in_the_meeting_of_their_clause() -> None:
    """Who is elected at an assembly does not read the paper at the forum of that day."""
    text = (
        "3月10日,云岭服装协会二届一次会员大会在云岭饭店召开,会议选举王建国为会长,李明任秘书长。"
        "同日举行的云岭服装产业论坛上,教授张文华作了题为《数字化》的报告。"
    )
    records = read_records("云岭服装协会会员大会召开", text, "2025-03-12")
    assert [[p.name for p in r.people] for r in records] == [["王建国", "李明"], ["张文华"]]


def test_days_of_putting_up_stands_are_not_the_fairs() -> None:
    """由原定的…改为…举行 tells the days, 布展时间为… others."""
    text = (
        "2025云岭国际家纺博览会(秋季)由原定的9月24日至26日改为10月21日至23日举行,场馆不变。\n"
        "布展时间为10月18日至20日,搭建商请重新办理证件。"
    )
    moved = event(text, "关于秋季家纺博览会改期的公告", "2025-08-26")
    assert (moved.status, moved.start, moved.end) == ("postponed", "2025-10-21", "2025-10-23")


def test_the_final_that_a_contest_sends_its_best_to_is_another() -> None:
    """前八名将出战11月的全国决赛 dates no province's contest."""
    text = (
        "8月28日至29日,2024年江西省织布工职业技能竞赛在云岭举行,46人参赛,前八名将代表江西出战11月的全国决赛。"
    )
    contest = event(text, "江西省织布工职业技能竞赛举行", "2024-08-30")
    assert (contest.start, contest.end) == ("2024-08-28", "2024-08-29")


def test_what_was_put_off_and_opens_now_is_on() -> None:
    """推迟了近一个月的…昨天开门迎客 is no more put off; its last day takes the year of its name."""
    text = "推迟了近一个月的2025秋季云岭家博会昨天开门迎客,523家企业参展。展会到10月23日结束。"
    fair = event(text, "秋季家博会开门迎客")
    assert (fair.status, fair.end) == ("held", "2025-10-23")


def test_the_day_of_its_press_conference_is_no_fairs_nor_congress() -> None:
    """昨天上午,大会新闻通气会…召开 dates neither what it announces nor what is held with it."""
    text = (
        "第四届世界羊毛大会将于5月21日至23日在我市举行。昨天上午,大会新闻通气会在市文化中心召开,"
        "会长罗启明透露,2024云岭毛纺织博览会与大会同期举行。"
    )
    fair = event(text, "世界羊毛大会花落云岭", "2024-03-30")
    assert fair.start == "2024-05"


def test_so_many_days_back_from_the_closing() -> None:
    """四天进场6.2万人次 counts the days, 周末两天的特卖 does not."""
    text = "昨天下午5点,休博会收官。组委会说,四天进场6.2万人次,周末两天的特卖卖出服装19万件。"
    fair = event(text, "休博会收官", "2025-12-09")
    assert (fair.start, fair.end) == ("2025-12-05", "2025-12-08")


@pytest.mark.parametrize(
    ("line", "name", "place"),
    [
        ("3月20日—22日,云岭春夏毛衫订货会,云岭时尚中心", "云岭春夏毛衫订货会", "云岭时尚中心"),
        ("10月下旬,云岭杯毛衫设计大赛总决赛,云岭古镇", "云岭杯毛衫设计大赛总决赛", "云岭古镇"),
        ("3月中旬 组织会员企业赴深圳参观服装供应链展", "组织会员企业赴深圳参观服装供应链展", "深圳"),
        ("4月 2024云岭女裤品牌订货会(郑州)", "2024云岭女裤品牌订货会", "郑州"),
    ],
)
def test_a_line_of_activities_tells_when_what_and_where(line, name, place):
    """Parted by commas or blanks, the hall behind the name."""
    others = "2.5月中旬,横机工职业技能竞赛\n3.6月18日,毛衫直播嘉年华\n4.12月,毛衫企业家考察游学活动\n"
    text = f"各会员单位:\n根据协会七届四次常务理事会的研究意见,现将2024年重点活动安排公布如下。\n1.{line}\n{others}云岭针织协会\n2024年1月9日"
    found = read_records("云岭针织协会2024年重点活动计划", text, "2024-01-09")
    told = next(r for r in found if r.name == name)
    assert told.place is not None
    assert told.place.text == place
    assert [r.name for r in found if r.kind == "plan"] == ["云岭针织协会2024年重点活动计划"]
    assert not [r for r in found if "理事会" in r.name]


def test_what_was_put_off_once_has_been_held():
    """这届展会由4月延至5月, says who reports its close."""
    text = f"5月24日下午,2025{FAIR[4:]}顺利闭幕。据统计,三天里入场观众4.6万人次。这届展会由4月延至5月,参展企业却不减反增。"
    told = event(text, f"2025{FAIR[4:]}闭幕 意向成交14.7亿元", "2025-05-25")
    assert (told.status, told.end) == ("held", "2025-05-24")


def test_who_looks_after_the_hall_dates_and_places_nothing():
    """10月28日,某书记率队到某中心,现场检查某会的布展、交通和消防准备情况: the fair is on when it opens."""
    text = "10月28日,云岭镇委书记叶某某率队到毛织贸易中心,现场检查第23届织交会的布展、交通和消防准备情况。据汇报,织交会将于11月6日开馆,特装展位搭建已完成七成。"
    told = event(text, "镇领导督导第23届织交会筹备工作", "2025-10-29")
    assert (told.name, told.start, told.status) == ("第23届织交会", "2025-11-06", "upcoming")
    assert told.place is None or "书记" not in told.place.text


def test_a_counted_sitting_is_told_of_amid_talk_of_the_market():
    """A society's council, though it speaks of prices and stocks."""
    text = "3月26日,羽绒行业的“年度大考”在萧山开场。中国羽绒工业协会第七届理事会第三次扩大会议吸引了国内主要羽绒原料企业的负责人。协会理事长姚启平在报告中用“量稳价升”概括2025年的行情,同时提醒企业注意库存风险。"
    found = read_records("羽绒业掌门人齐聚萧山", text, "2026-03-28")
    assert [r.name for r in found] == ["中国羽绒工业协会第七届理事会第三次扩大会议"]


def test_a_meeting_sums_up_an_event_that_it_tells_of() -> None:
    """某节总结会, and 9月20日至26日举办的某节累计…: a meeting and an event, each with its own days."""
    text = (
        "9月30日,云山县召开第四届云山羊毛直播节总结会,20家企业负责人参加。\n"
        "会议通报,9月20日至26日举办的第四届云山羊毛直播节累计开播4126场,成交额6.3亿元。"
    )
    meeting, event = read_records("云山县召开羊毛直播节总结会", text, "2025-10-01")
    assert (meeting.kind, meeting.name, meeting.start) == (
        "meeting",
        "第四届云山羊毛直播节总结会",
        "2025-09-30",
    )
    assert (event.kind, event.name, event.start, event.end) == (
        "event",
        "第四届云山羊毛直播节",
        "2025-09-20",
        "2025-09-26",
    )
