"""How local papers and associations tell what was held: posts taken, winners listed, parts named again, what went before."""

from __future__ import annotations

from datetime import date

import pytest

from bot.records import read_records
from bot.records.model import Record
from bot.records.naming.names import read_names
from bot.records.people.attendees import read_people
from bot.records.time.phrases import read_times


def one(text: str, published: str | None = None, title: str = "") -> Record:
    (record,) = read_records(title, text, published)
    return record


def names(text: str, published: str | None = None, title: str = "") -> list[str]:
    return [record.name for record in read_records(title, text, published)]


def people(text: str) -> dict[str, list[tuple[str | None, str | None]]]:
    return {p.name: [(post.organisation, post.title) for post in p.posts] for p in read_people(text)}


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("商会秘书长由吴启明担任。", {"吴启明"}),
        ("当晚获得十佳鞋样设计师的分别是胡启东、罗立、张云鸿。", {"胡启东", "罗立", "张云鸿"}),
        ("由两位“金楦奖”获得者罗文渊、李启燕携手完成。", {"罗文渊", "李启燕"}),
        ("会上新老艺术委员相互交流,听取了执行主席罗启健关于工作的报告。", {"罗启健"}),
        ("县管委会主任班启宇、副主任罗晓东参加会议。", {"班启宇", "罗晓东"}),
        ("会议期间,我校罗平校长、黄启平副校长与代表交流。", {"罗平", "黄启平"}),
        ("协会副会长罗启秀、九江市副市长方云利到会。", {"罗启秀", "方云利"}),
    ],
)
def test_whoever_is_told_by_name_is_read_and_nobody_else(told: str, who: set[str]) -> None:
    assert set(people(told)) == who


def test_an_office_behind_a_man_of_two_posts_is_of_the_first_body() -> None:
    told = people(
        "出席的有:江西省制鞋工业联合会书记罗高勇,市场部主任、江西省贸促会鞋业分会副会长梁启程,科技发展中心主任张云琴。"
    )
    assert told["张云琴"] == [("江西省制鞋工业联合会科技发展中心", "主任")]


def test_a_committee_of_the_party_is_no_short_form_of_a_congress() -> None:
    told = people(
        "九江市委书记、市人大常委会主任徐启钢,九江市人大常委会副主任周云平,九江市委秘书长陈宗明出席。"
    )
    assert told["陈宗明"] == [("九江市委", "秘书长")]


def test_results_that_come_out_close_what_ran_for_days() -> None:
    text = "昨天上午,为期3天的第二届江西省制鞋技能大赛结果在九江会展中心揭晓。"
    contest = one(text, "2008-10-26")
    assert (contest.start, contest.end, contest.status) == ("2008-10-23", "2008-10-25", "held")


def test_a_run_told_with_its_last_day_gives_the_first() -> None:
    week = one("2012云泽国际鞋业周为期4天,将持续至20日,共有16场发布。", "2012-04-19")
    assert (week.start, week.end) == ("2012-04-17", "2012-04-20")


def test_a_fair_over_the_turn_of_a_year_takes_its_years_from_the_run() -> None:
    text = (
        "1月5日,2020-2021云泽皮鞋节落下帷幕。从2020年12月24日至2021年1月5日,本届皮鞋节进场市民超过12万人次。"
    )
    fair = one(text)
    assert (fair.name, fair.start, fair.end) == ("2020-2021云泽皮鞋节", "2020-12-24", "2021-01-05")


def test_days_lean_on_what_is_news_and_not_on_how_it_was_begun() -> None:
    text = "4月17日晚,终评在九江举办。\n评选于2011年12月25日启动。\n作品也在当晚的开幕式上发布。"
    assert read_times(text, date(2012, 4, 19))[-1].start == "2012-04-17"


def test_the_year_before_told_in_brackets_dates_the_rest() -> None:
    fair = one("9月26日至30日,第13届云泽鞋业博览会在云泽县举办。\n去年(2005年),全县做鞋1.7万双。")
    assert (fair.start, fair.end) == ("2006-09-26", "2006-09-30")


@pytest.mark.parametrize(
    "text",
    [
        "该学院已成功举办五届皮鞋设计制作比赛。",
        "市经信局就皮鞋行业多次召开座谈会、协调会。",
        "12月10日,商会各小组落实了“一届十二次会长办公会议”关于做好换届工作的精神传达。",
        "县委书记说,近年来该县相继举办了鞋业创新大会、第六届制鞋遗产大会、云泽(江西)鞋业峰会等活动。",
    ],
)
def test_what_was_held_over_the_years_is_no_news(text: str) -> None:
    assert names(text, "2014-12-12") == []


def test_the_congress_of_members_is_not_the_sitting_of_its_council() -> None:
    text = (
        "9月6日,江西省制鞋行业协会三届一次会员代表大会暨鞋业发展研讨会在云泽镇召开。\n"
        "会议同期举办了江西省制鞋行业协会第三届理事会第一次会议。"
    )
    assert names(text) == [
        "江西省制鞋行业协会三届一次会员代表大会暨鞋业发展研讨会",
        "江西省制鞋行业协会第三届理事会第一次会议",
    ]


def test_a_part_of_a_joint_name_told_again_is_no_record_of_its_own() -> None:
    text = (
        "10月30日,九江第三届国际皮鞋节暨云泽鞋城二期开业仪式在云泽县举办。同时,还举办了云泽鞋城二期开业仪式。"
    )
    assert names(text, "2017-11-01") == ["九江第三届国际皮鞋节暨云泽鞋城二期开业仪式"]


def test_two_papers_talked_over_stand_in_one_name() -> None:
    text = "昨天,“云泽鞋业标杆企业评定办法”、“九江制鞋废气治理方案”意见征求座谈会在云纺鞋业有限公司召开。"
    assert names(text, "2021-02-24") == ["“云泽鞋业标杆企业评定办法”、“九江制鞋废气治理方案”意见征求座谈会"]


def test_a_verb_within_a_name_that_opens_with_the_country_parts_nothing() -> None:
    text = "8月8日,中国皮鞋预警系统收购加工信息采集项目信息员培训会在九江举办。"
    assert names(text) == ["中国皮鞋预警系统收购加工信息采集项目信息员培训会"]


def test_a_meeting_moved_online_is_held_there() -> None:
    text = "经评估决定,原定于3月31日在九江举办的江西省制鞋协会十一届一次常务理事会改为在线上举办。"
    place = one(text).place
    assert place is not None and place.text == "线上"


def test_a_deadline_lies_no_half_a_year_behind_what_it_is_for() -> None:
    text = "江西省制鞋协会决定于2013年12月20日在九江市召开2013年江西省制鞋产业集群工作会议。\n请将回执于12月10日前传真至协会。"
    assert one(text, "2014-12-25").deadline == "2013-12-10"


def test_work_named_before_is_what_counted_measures_spell_out() -> None:
    text = (
        "2016年1月21日,九江市制鞋行业协会三届三次会员大会召开。\n"
        "报告提出了2016年度九江市制鞋行业协会工作思路,即通过完善组织建设、借力政策利好和整合行业资源三个举措,办好平台。"
    )
    plan = next(r for r in read_records("", text, None) if r.kind == "plan")
    assert plan.name == "2016年度九江市制鞋行业协会工作思路"


def test_whoever_is_asked_to_write_a_paper_issues_none() -> None:
    text = (
        "我司组织江西省制鞋行业协会等单位对《制鞋行业准入条件》作了修改,形成《制鞋行业规范条件(修订征求意见稿)》,"
        "现公开征求社会各界意见。\n工业和信息化部消费品工业司\n2016年9月22日"
    )
    plan = one(text, None, "公开征求对《制鞋行业规范条件(修订征求意见稿)》的意见")
    assert [o.name for o in plan.organisations] == ["工业和信息化部消费品工业司"]


def test_a_firms_report_holds_nothing_whatever_it_did_at_fairs() -> None:
    text = (
        "启明鞋业10月30日晚间披露三季报,归母净利润1.96亿元。公司将于11月18日召开临时股东大会。"
        "公司9月亮相九江国际鞋业周,举办“启明”专场秀,并参加云泽举行的产业对接会。"
    )
    assert names(text, "2025-10-30", "启明鞋业:前三季度营收21.8亿元 拟回购") == []


def test_what_it_grew_from_and_to_is_no_fair_of_its_own() -> None:
    """从小规模行业展会发展成为专业盛会 says what sort a fair is."""
    told = "3月18日,第五届江西国际面料博览会在九江举办。博览会从当初的小规模行业展会,发展成为今天的国际性专业盛会。"
    assert names(told, "2015-03-20") == ["第五届江西国际面料博览会"]


def test_under_whose_policies_others_work_issues_nothing() -> None:
    """在国务院方针政策指导下 is how a trade fared, 启动了《…》的编制工作 tells whose the paper is."""
    fared = "纺织工业在国务院一系列方针政策指导下稳步发展。《江西省纺织工业发展规划》提出了发展目标、重点任务和政策措施。"
    assert not one(fared, "2015-06-29", "江西省纺织工业发展规划").organisations
    drawn = (
        "江西省纺织协会自2022年11月起启动了《建设纺织产业体系行动纲要》的研究与编制工作。"
        "经过精心筹备,该《行动纲要》于2023年8月27日正式发布。"
    )
    assert [o.name for o in one(drawn, "2023-09-01").organisations] == ["江西省纺织协会"]


def test_a_day_in_brackets_with_its_half_is_that_of_what_follows() -> None:
    """会议期间(24日下午)将举办某论坛 dates the forum to the day."""
    text = "江西省家纺协会理事会议定于2011年11月24日至25日在九江召开。会议期间(24日下午)将举办2011江西家纺产业链论坛。"
    forum = next(r for r in read_records("", text, "2011-10-12") if "论坛" in r.name)
    assert forum.start == "2011-11-24"


def test_what_saves_is_no_festival() -> None:
    """印染节能减排 and 服装节水 hold no 印染节; 服装节节能论坛 is of one."""
    text = "现就申报第三批《江西印染节能减排技术目录》的有关事项通知如下,请于2013年6月30日前报送。"
    title = "关于申报第三批江西印染节能减排技术目录的通知"
    assert [r.kind for r in read_records(title, text, "2013-04-02")] == ["plan"]
    assert names("5月8日,第三届九江服装节开幕。", "2013-05-09") == ["第三届九江服装节"]


@pytest.mark.parametrize(
    "told",
    [
        "会议谈了三件事:一是商讨规划;二是交流做法;三是与宁夏对接产业。",
        "江西省家纺协会秘书长罗启说,这一届主打时尚、商贸、专业、服务等六张牌。",
    ],
)
def test_an_agenda_and_the_features_of_a_fair_are_no_measures(told: str) -> None:
    text = f"6月17日,江西省家纺协会产业集群工作会议在九江召开。{told}"
    assert [r.kind for r in read_records("", text, "2011-07-02")] == ["meeting"]


def test_a_final_within_a_fair_dates_both() -> None:
    """决赛将于10月在某地举办的某博览会期间进行 tells the month of the contest and of the fair."""
    text = (
        "6月8日,首届“云竹杯”休闲装设计大赛新闻发布会在北京召开。"
        "决赛将于10月在江西九江举办的第十一届江西休闲服装博览会期间进行。"
    )
    starts = {r.name: r.start for r in read_records("", text, "2010-06-18")}
    assert starts["首届“云竹杯”休闲装设计大赛"] == starts["第十一届江西休闲服装博览会"] == "2010-10"


def test_the_same_hotel_is_the_one_told_before() -> None:
    text = "2015年12月16日,江西丝绸大会在九江云泽大酒店召开。会前一天,江西省丝绸协会五届五次常务理事会在同一酒店举行。"
    places = {r.place.text for r in read_records("", text, "2015-12-17") if r.place}
    assert places == {"九江云泽大酒店"}


def test_a_post_that_one_holds_is_not_the_next_man_s() -> None:
    """某公司总经理甲、乙、某镇镇长丙: 乙 has the post he was told with before."""
    told = people(
        "九江市企业局副局长陈荣裕出席。云泽(中国)有限公司总经理杨增星、陈荣裕、九江市璜泾镇镇长徐洪民等15人任副会长。"
    )
    assert told["陈荣裕"] == [(None, "副会长")]
    elected = people("大会选出第二届驻会负责人:王加仪任会长,张承则任副会长。")
    assert [title for _, title in elected["王加仪"]] == ["会长"]


def test_a_caption_set_twice_is_one_name() -> None:
    text = "2019江西(九江)时尚周2019江西(九江)时尚周\n4月8日开幕的2019江西(九江)时尚周持续火热。"
    assert names(text, "2019-04-12") == ["2019江西(九江)时尚周"]


def test_a_part_of_a_week_is_told_of_itself_and_its_finale_is_on_the_last_day() -> None:
    text = (
        "9月20日下午,第三届赣北时装周在云泽公园启幕。9月21日上午,时装周重头活动之一的赣北服装产业发展论坛在云泽酒店举行,"
        "北京服装学院教授郭启平作了报告。\n时装周将持续到9月23日,收官的是“凤鸣杯”工装设计大赛决赛。"
    )
    told = {r.name: r for r in read_records("", text, None)}
    assert [p.name for p in told["赣北服装产业发展论坛"].people] == ["郭启平"]
    assert told["第三届赣北时装周"].status == "ongoing"
    finale = told["“凤鸣杯”工装设计大赛决赛"]
    assert (finale.start, finale.status) == ("--09-23", "upcoming")


def test_rounds_to_be_done_by_a_day_are_no_last_day_to_enter() -> None:
    text = "初赛9月底前完成。第五届江西缝纫工技能大赛定于2019年11月8日在九江举行。请于2019年9月30日前报名。"
    assert one(text, "2019-08-12").deadline == "2019-09-30"


def test_a_plan_of_a_year_dates_its_months_to_that_year() -> None:
    """Months of a 工作要点 that a notice hands down are all to come."""
    text = "江西省纺织协会2019年工作要点\n帮企业开拓市场。9月在九江举办江西家纺面料对接会。"
    title = "关于印发《江西省纺织协会2019年工作要点》的通知"
    fair = next(r for r in read_records(title, text, "2019-02-20") if "对接会" in r.name)
    assert (fair.start, fair.status) == ("2019-09", "upcoming")


def test_who_shapes_a_contest_together_holds_it() -> None:
    text = "10月27日,2021江西家居服设计大赛决赛举行。大赛由云泽镇人民政府和江西省服装设计师协会共同打造。"
    hosts = [(o.name, o.role) for o in one(text, "2021-10-29").organisations]
    assert hosts == [("云泽镇人民政府", "host"), ("江西省服装设计师协会", "host")]


def test_a_society_called_so_alone_is_the_one_of_the_headline() -> None:
    """In 某协会2018年大事记 协会 is that one, and 三市纺织协会 are three."""
    text = "16日,赣北纺织产业协同座谈会在九江召开,三市纺织协会的负责人参加。座谈会由协会与九江市人民政府联合主办。"
    meeting = one(text, None, "江西省纺织服装行业协会2018年大事记")
    assert [o.name for o in meeting.organisations] == ["江西省纺织服装行业协会", "九江市人民政府"]


def test_the_opening_of_a_course_is_the_course() -> None:
    text = "9月15日,2023“技能提升工程”染整技术培训班在九江开班。学院院长潘文启应邀参加开班仪式。"
    course = one(text, "2023-09-22", "学院参加染整技术培训班开班仪式")
    assert [p.name for p in course.people] == ["潘文启"]


def test_a_contest_whose_rite_opens_a_fair_is_one_of_two_and_dates_both() -> None:
    text = "10月16日上午,来宾见证第二届江西(云泽)家纺博览会开幕仪式暨2015首届江西面料设计大赛颁奖仪式。"
    assert {(r.name, r.start) for r in read_records("", text, None)} == {
        ("第二届江西(云泽)家纺博览会", "2015-10-16"),
        ("2015首届江西面料设计大赛", "2015-10-16"),
    }


def test_a_headline_short_for_a_press_conference_is_no_event() -> None:
    text = "9月21日,2016江西(云泽)国际夏布博览会新闻发布会在北京举行。博览会将于11月6日在云泽会展中心开幕。"
    assert set(names(text, None, "2016云泽夏布博览会发布会")) == {
        "2016江西(云泽)国际夏布博览会",
        "2016江西(云泽)国际夏布博览会新闻发布会",
    }


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("江西艺术学院罗启的《墨荷》、江西工业大学李鹏启的《年轮》获银奖。", {"罗启", "李鹏启"}),
        (
            "来自江西艺术学院的罗启、江西服装学院服饰艺术与工程学院的唐睿启设计的作品分获金奖。",
            {"罗启", "唐睿启"},
        ),
        ("大会先由朱启娜报告协会五年的工作。", {"朱启娜"}),
        ("来自九江市的设计师李桓启获面料组金奖、李志启获花样组金奖。", {"李桓启", "李志启"}),
        ("云泽集团董事长、江西企业家俱乐部理事夏启华出席。", {"夏启华"}),
        ("大会是在贯彻江西省委书记郭启茂“要打造产业高地”的指示精神的背景下召开的。", set()),
        ("要让设计师和工厂真正碰上面。", set()),
    ],
)
def test_who_is_told_with_his_work_or_word_and_who_is_not_there(told: str, who: set[str]) -> None:
    assert set(people(told)) == who


def test_a_meeting_of_the_year_past_on_a_day_to_come_is_no_history() -> None:
    """A 2022年度年会 定于2月18日 is news of 2023, beside another meeting too."""
    text = "1月3日,赣州市蚕桑产业链推进会召开。\n又讯 江西省丝绸行业协会2022年度年会定于2月18日在九江召开。"
    assert "江西省丝绸行业协会2022年度年会" in names(text, "2023-01-05")


def test_a_report_that_sets_its_scene_first_tells_when_and_where() -> None:
    text = "4月23日,九江云泽宾馆。市经信局处长张启钧在九江市服装协会五届四次会员代表大会上说了一个新的提法。"
    meeting = one(text, "2021-05-08")
    assert (meeting.start, meeting.place and meeting.place.text) == ("2021-04-23", "九江云泽宾馆")


def test_where_it_moves_to_hides_no_new_day() -> None:
    """延期至8月26日,地点调整为某中心 moves both."""
    text = (
        "原定于2022年3月4日至6日举办、后改为6月24日至26日的2022江西缝制设备展览会,"
        "延期至2022年8月26日至28日,地点调整为云泽国际会展中心。"
    )
    fair = one(text, "2022-06-02")
    assert (fair.start, fair.place and fair.place.text) == ("2022-08-26", "云泽国际会展中心")


def test_what_is_planned_for_next_year_is_dated_to_it() -> None:
    text = "明年打算做好三件事。第一,组织企业参展。第二,5月18日在九江办第二届江西家纺高峰论坛。"
    assert [(r.name, r.start) for r in read_records("", text, "2018-12-12") if r.kind == "meeting"] == [
        ("第二届江西家纺高峰论坛", "2019-05-18")
    ]


def test_a_month_told_paragraphs_ago_is_none_of_a_day() -> None:
    """排期已经排到了下个月 does not put a 26日 told later into that month."""
    days = {
        t.quote: t.start
        for t in read_times(
            "排期已经排到了下个月。" + "工作室一间挨着一间。" * 12 + "\n26日上午举行峰会。",
            date(2023, 10, 25),
        )
    }
    assert days["26日上午"] == "2023-10-26"


def test_what_goes_on_then_is_no_part_of_a_name() -> None:
    text = "第九届江西鞋业博览会22日在九江落幕。展会期间举办的“云泽杯”鞋类设计大赛21日进行总决赛。"
    assert set(names(text, "2014-04-23")) == {"第九届江西鞋业博览会", "“云泽杯”鞋类设计大赛"}


def test_a_society_s_own_year_end_meeting_is_told_with_small_words() -> None:
    """某协会的年终总结会却开得热闹 is the society's meeting."""
    text = "1月15日,云泽宾馆的暖气烧得很足,九江市裤业协会的年终总结会却开得人人皱着眉头算账。"
    assert names(text) == ["九江市裤业协会年终总结会"]


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("现面向全国征集2022“云泽杯”童装设计大赛作品。", ["2022“云泽杯”童装设计大赛"]),
        ("“青年技术人才培育计划”申请展延至6月30日。", []),
        ("文化节包括走秀、面料花边展销三块。", []),
        ("主办方打造了一场除T秀之外的另类“订货会”。", []),
    ],
)
def test_calls_extensions_and_sales_make_no_name(told: str, named: list[str]) -> None:
    assert [n.text for n in read_names(told) if n.kind == "event" and n.proper] == named


def test_a_measure_with_its_own_day_and_town_is_a_record_too() -> None:
    """What next year's plan dates is held; the points without a day stay points."""
    text = (
        "江西省家纺商会会长罗启说,明年打算做好三件事:第一,建一个面料库;第二,5月18日在九江办江西家纺峰会;"
        "第三,第二届“云泽杯”家纺设计大赛接着办,3月1日开始征稿,10月总决赛。"
    )
    told = {
        r.name: (r.start, r.place and r.place.text)
        for r in read_records("", text, "2018-12-12")
        if r.kind != "plan"
    }
    assert told["江西家纺峰会"] == ("2019-05-18", "九江")
    assert told["第二届“云泽杯”家纺设计大赛"][0] == "2019-10"


def test_what_a_point_spells_out_in_a_sentence_of_its_own_is_a_record() -> None:
    text = (
        "江西省服装协会会长罗启提出,2021年协会要做好“三个一”工作:办一场订货会,编一本白皮书,建一个公共服务平台。"
        "其中,2021云泽夏装订货会定于6月18日至20日在云泽会展中心举办。"
    )
    fair = next(r for r in read_records("", text, "2021-05-08") if r.kind == "event")
    assert (fair.name, fair.start) == ("2021云泽夏装订货会", "2021-06-18")


def test_a_press_conference_announces_a_congress_of_its_year_too() -> None:
    text = "昨日,市政府新闻办举行2026江西丝绸大会新闻发布会。罗启局长介绍,大会将于11月5日至6日在九江召开。"
    told = {r.name: r.start for r in read_records("", text, "2026-10-16")}
    assert told == {"2026江西丝绸大会": "2026-11-05", "2026江西丝绸大会新闻发布会": "2026-10-15"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("12月6日,九江童装商会换届大会上,她接过公章。", "九江童装商会换届大会"),
        ("9月22日,五十多位老板投了一次票。投票发生在江西服装商会联盟理事会上。", "江西服装商会联盟理事会"),
        ("香港针织荟萃2011(秋冬)今日于九龙湾国际展贸中心揭幕。", "香港针织荟萃2011(秋冬)"),
    ],
)
def test_gatherings_told_without_a_verb_of_holding(text: str, name: str) -> None:
    assert names(text, "2014-12-08") == [name]


def test_a_day_behind_a_speaker_s_words_is_read() -> None:
    """“…。”15日,某发布会举行 tells the day."""
    times = read_times("“这一届要把买家请来。”15日,2025江西服装周新闻发布会在九江举行。", date(2025, 10, 16))
    assert [t.start for t in times if t.quote == "15日"] == ["2025-10-15"]


def test_the_last_day_to_give_a_place_up_is_none_to_enter() -> None:
    text = (
        "第37届江西面料交易会延期至2022年7月19日在九江举办。放弃参展的企业请在2022年5月20日前书面告知组委会。"
    )
    assert one(text, "2022-04-27").deadline is None


def test_a_counted_thing_held_within_a_fair_is_no_wish() -> None:
    text = (
        "第三届江西童装博览会将于10月25日至28日在九江举办。博览会期间,江西省贸促会将牵头举办2025年江西纺织采购对接会,"
        "已邀请36名采购商。"
    )
    assert "2025年江西纺织采购对接会" in names(text, "2025-10-16")


def test_a_journey_that_a_headline_in_the_text_names_is_told_beside_the_forum_gone_to() -> None:
    text = (
        "江西省纺织协会赴江苏考察交流\n7月29日至31日,江西省纺织协会会长罗启带领会员企业一行12人赴江苏考察交流。\n"
        "7月29日,考察团一行出席了在吴江举办的“2022功能性面料发展论坛”。"
    )
    kinds = {(r.kind, r.start) for r in read_records("", text, None)}
    assert ("event", "2022-07-29") in kinds and ("meeting", "2022-07-29") in kinds


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("江西红枫集团总经理黄石垒、江西服装学院主任沈启等到场。", {"黄石垒", "沈启"}),
        ("罗启华、李惠启等29位省市协会代表当选副秘书长。", {"罗启华", "李惠启"}),
    ],
)
def test_names_like_a_city_and_whom_many_sent_are_read(told: str, who: set[str]) -> None:
    assert set(people(told)) == who


def test_what_follows_the_prizes_on_the_same_stage_is_on_the_same_day() -> None:
    text = (
        "11月2日晚,2016“云泽杯”江西毛衫设计大赛总决赛在九江云泽广场举行。\n"
        "颁奖之后,江西国际毛衫流行趋势秀随即在同一个舞台上演。"
    )
    show = next(r for r in read_records("", text, "2016-11-04") if r.name.endswith("秀"))
    assert show.start == "2016-11-02"


def test_a_report_amid_figures_that_begins_with_where_it_was_lately_held_is_read() -> None:
    text = (
        "江西省印染行业协会负责人联席会议近日在九江召开,会长罗启等到会。1~5月规模以上企业印染布产量同比增长2.1%,"
        "利润下降4%,亏损面接近20%,水价、煤价上涨,坯布报价每米3.2元,纱线报价每吨2.6万元。"
    )
    assert names(text) == ["江西省印染行业协会负责人联席会议"]


def test_what_the_hosts_will_have_done_by_a_day_is_no_last_day_to_enter() -> None:
    text = (
        "原定3月31日在九江举办的江西省缝制机械协会十一届一次常务理事会改为线上举办,会议时间不变。"
        "会议链接由秘书处于3月28日前发送,请各单位于3月25日前将参会回执报秘书处。"
    )
    assert one(text, "2022-03-16").deadline == "2022-03-25"


def test_each_thing_that_somebody_holds_has_the_time_before_its_verb() -> None:
    """3月下旬组团参加甲展,9月在某地办首届乙节: the month of the festival is its own."""
    text = "昨天,江西省服装协会理事会五届二次会议在九江召开。罗启透露,今年要办两件大事:3月下旬组团参加上海服博会,9月在赣州办首届赣南女裤节。"
    festival = next(r for r in read_records("", text, "2017-02-13") if "女裤节" in r.name)
    assert (festival.start, festival.place and festival.place.text) == ("2017-09", "赣州")


def test_the_committee_of_a_fair_holds_the_forum_it_is_named_for() -> None:
    text = (
        "昨日,“互联网时代毛皮产业论坛”在2015江西国际服装博览会举办期间召开。\n"
        "本次论坛由江西国际服装博览会组委会、江西省皮革协会共同主办,九江市毛皮行业协会承办。"
    )
    told = {r.name: [o.name for o in r.organisations] for r in read_records("", text, "2015-09-14")}
    assert "江西省皮革协会" in told["互联网时代毛皮产业论坛"]
    assert not told["2015江西国际服装博览会"]


def test_whose_support_a_forum_got_is_told_with_those_who_help() -> None:
    text = "2010江西天然纤维论坛将于4月21日在九江举行。论坛得到江西省工程院、江西省纺织协会支持,江西省麻纺中心、九江日报社等单位协办。"
    roles = {o.name: o.role for o in one(text, "2010-04-20").organisations}
    assert roles == {
        "江西省工程院": "supporter", "江西省纺织协会": "supporter",
        "江西省麻纺中心": "co-organiser", "九江日报社": "co-organiser",
    }  # fmt: skip
