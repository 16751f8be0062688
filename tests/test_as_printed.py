"""What papers and portals really print: other titles below, headlines broken over lines, banners, mottos, other editions beside."""

from __future__ import annotations

from datetime import date

import pytest

from bot.records import read_records
from bot.records.model import Record
from bot.records.people.attendees import read_people
from bot.records.time.phrases import read_times
from scrapers.clean import clean
from scrapers.extract import read_text


def one(text: str, published: str | None = None, title: str = "") -> Record:
    (record,) = read_records(title, text, published)
    return record


def names(text: str, published: str | None = None, title: str = "") -> list[str]:
    return [record.name for record in read_records(title, text, published)]


def test_a_name_without_a_count_draws_no_two_editions_together() -> None:
    """Last year's autumn fair, this year's spring fair, and the fair as such."""
    fair = one(
        "2013年中国国际鞋材及辅料(秋冬)博览会的订单还没有消化。“2014中国国际鞋材及辅料(春夏)博览会”将于3月3日~5日在九江鞋都会展馆举办。"
        "据了解,中国国际鞋材及辅料博览会自1995年创办。组委会决定今年起中国国际鞋材及辅料(春夏)博览会移师九江,鞋材(春夏)展与秋冬展均在九江举办。",
        "2014-02-20",
    )
    assert (fair.name, fair.start) == ("2014中国国际鞋材及辅料(春夏)博览会", "2014-03-03")


def test_news_is_no_history_for_a_word_of_the_past() -> None:
    """多年来 below the lead, where no year gone by is told."""
    text = (
        "第八届云泽国际皮鞋交易会在云泽会展中心开幕,展会为期四天。\n"
        "云泽镇委书记罗启明指出,一年一度的交易会已经举办了七届,多年来一次次聚集行业目光。"
    )
    assert names(text, "2009-11-02") == ["第八届云泽国际皮鞋交易会"]


@pytest.mark.parametrize("as_what", ["主题", "口号", "主线", "特点"])
def test_a_motto_is_no_name(as_what: str) -> None:
    text = f"第三届云泽华服文化节10月23日在九江举办。文化节以“千年丝路,华服盛典”为{as_what}。"
    assert names(text, "2015-10-26") == ["第三届云泽华服文化节"]


def test_dated_titles_of_other_articles_end_a_text() -> None:
    """Newest first or in no order; a programme goes on from day to day and stays."""
    body = "5月24日,云泽县鞋业协会专家组听取了工作汇报,与有关部门和重点企业座谈交流,并实地走访了三家企业。"
    others = "2026-1-27云泽鞋城新品发布会举办\n2026-1-16江西省鞋业形势分析会召开\n2025-12-6省协会调研云泽鞋业"
    programme = (
        "2026-1-6江西省鞋业形势分析会召开\n2026-1-16云泽鞋城新品发布会举办\n2026-1-27省协会调研云泽鞋业"
    )
    assert clean(f"{body}\n{others}").text == body
    assert clean(f"{body}\n{programme}").text == f"{body}\n{programme}"


def test_a_headline_broken_over_lines_below_itself_is_passed() -> None:
    text = (
        "第一篇:第二届云泽(九江)鞋业博览会开幕 生态鞋材奏响大会主旋律\n"
        "第二届云泽(九江)鞋业博览会开幕生态鞋材奏响大会\n主旋律\n"
        "金秋十月,丹桂飘香。10月16日上午,嘉宾齐聚九江国际会展中心,共同见证了第二届云泽(九江)鞋业博览会开幕。"
    )
    assert read_text(text).text.startswith("金秋十月")


def test_a_fairs_name_ends_where_its_headline_runs_on() -> None:
    assert names("第二届云泽鞋业博览会开幕生态鞋材奏响大会主旋律。博览会10月16日在九江举行。") == [
        "第二届云泽鞋业博览会"
    ]


def test_a_line_of_nothing_but_days_dates_no_meeting_told_vaguely() -> None:
    """The banner of next year's fair stands above what was held 日前."""
    text = (
        "距展会开幕还有 00\n2026年12月10日-12日\n九江国际会展中心\n"
        "日前,江西省鞋业商会会长罗启明一行赴九江市云泽镇,专题调研当地鞋业发展情况。座谈会上,镇党委书记程雨作了介绍。"
    )
    meeting = one(text, "2025-09-12")
    assert (meeting.start, meeting.status) == (None, "held")


@pytest.mark.parametrize(
    "headline",
    ["云泽鞋企抱团参展第九届九江鞋材展", "云泽皮鞋企业组团出征第九届九江鞋材展"],
)
def test_a_fairs_name_begins_behind_whose_firms_attend_it(headline: str) -> None:
    assert names("第九届九江鞋材展7月20日开幕。", "2014-07-21", headline) == ["第九届九江鞋材展"]


@pytest.mark.parametrize(
    "words",
    [
        "九江将首次召开国际制鞋专家报告会。",
        "九江国际制鞋专家报告会由市制鞋同业公会邀请专家主讲,国际制鞋专家报告会的具体日期尚未确定。",
    ],
)
def test_what_will_first_be_held_or_has_no_day_yet_is_to_come(words: str) -> None:
    assert {record.status for record in read_records("", words, "2012-06-19")} == {"upcoming"}


def test_a_towns_name_is_no_title() -> None:
    """福州|长乐 holds no 州长, 石狮市|长车染整 no 市长."""
    assert read_people("“2021中国鞋业创新年会”在福州长乐召开。石狮市长车染整业于16日开会。") == ()


def test_a_weeks_shows_are_the_week_and_a_verb_is_none() -> None:
    text = (
        "4月20日晚,2023云泽时装周在九江鞋城拉开帷幕。为期4天的云泽时装周品牌发布秀将邀请16位设计师。"
        "开幕首场大秀是设计师罗启明的作品。"
    )
    assert names(text) == ["2023云泽时装周"]
    assert names("第五届云泽国际时装周昨天在九江国际会展中心开秀。", "2015-11-12") == ["第五届云泽国际时装周"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("昨天起至15日", ("2015-11-11", "2015-11-15")),
        ("今日至15日", ("2015-11-12", "2015-11-15")),
        ("今起至11月15日", ("2015-11-12", "2015-11-15")),
    ],
)
def test_a_range_may_be_told_from_today(words: str, days: tuple[str, str]) -> None:
    (time,) = read_times(f"{words},将发布16场时装秀。", date(2015, 11, 12))
    assert (time.start, time.finish) == days


def test_what_a_sentence_says_of_the_fair_it_points_at_is_not_of_another_behind_it() -> None:
    text = (
        "近日,第五届云泽国际时装周在九江国际会展中心开幕。\n"
        "本次时装周由九江市人民政府主办、江西省服装协会承办,以“时尚点亮城市”为主题,服装名校设计大赛、时尚投融资对接会等主题活动也将举行。"
    )
    hosts = {r.name: [o.name for o in r.organisations] for r in read_records("", text, "2015-11-12")}
    assert hosts.pop("第五届云泽国际时装周") == ["九江市人民政府", "江西省服装协会"]
    assert not any(hosts.values())


def test_who_goes_by_a_pen_name_ends_no_list() -> None:
    text = "特邀崔丹、陈雪菲、Grace Chen、郝佳、一慧、叶谦、张煜等国内外知名设计师参加。"
    assert [p.name for p in read_people(text)] == ["崔丹", "陈雪菲", "Grace Chen", "郝佳", "叶谦", "张煜"]


def test_today_in_a_speech_is_the_day_it_was_given() -> None:
    text = "会长 罗启明\n(2020年10月28日)\n各位代表、同志们:\n江西省鞋业协会六届一次理事会今天在九江召开了。"
    meeting = one(text, "2020-10-30", "在江西省鞋业协会六届一次理事会上的讲话")
    assert meeting.start == "2020-10-28"


def test_a_paper_put_up_long_after_it_was_signed_counts_from_its_signature() -> None:
    text = (
        "江西省鞋业办关于组织申报鞋业重点项目的通知\n各市鞋业主管部门:\n为推动鞋业技术进步,现组织申报重点项目。请于5月22日前上报我办。\n"
        "江西省鞋业发展办公室\n2009年5月11日"
    )
    plan = one(text, "2011-08-05", "江西省鞋业办关于组织申报鞋业重点项目的通知")
    assert plan.deadline == "2009-05-22"


def test_a_post_that_closes_its_clause_as_taken_waits_for_nobody() -> None:
    text = "云岭大学服装研究所所长罗启明任主任,南山学院副院长程雨、云纺公司董事长李丹等18人任副主任。"
    posts = {p.name: [post.title for post in p.posts] for p in read_people(text)}
    assert posts == {"罗启明": ["所长", "主任"], "程雨": ["副院长", "副主任"], "李丹": ["董事长", "副主任"]}


def test_a_body_is_told_without_its_brackets_and_what_it_is_in_another() -> None:
    text = "10月10日,由江西省鞋业产业联盟(以下简称江鞋联盟,英文简称JSIA)主办,江西省鞋业商会常务副会长单位九江市云纺鞋业有限公司承办的首届鞋材竞拍大会在九江举行。"
    bodies = [(o.name, o.role) for o in one(text, "2021-10-12").organisations]
    assert bodies == [("江西省鞋业产业联盟", "host"), ("九江市云纺鞋业有限公司", "organiser")]


def test_the_steps_of_a_call_are_no_activities() -> None:
    text = (
        "各市鞋业协会:\n江西省鞋业协会决定开展2019年度鞋业传承人物推荐评选活动,现将有关事项通知如下:\n"
        "1、个人申请、单位推荐(即日起至2019年8月20日)\n2、专家初评(9月上旬)\n3、网络投票(9月20日-30日)\n江西省鞋业协会\n2019年7月12日"
    )
    told = names(text, "2019-07-13", "关于开展2019年度鞋业传承人物推荐评选活动的通知")
    assert not {"个人申请、单位推荐", "专家初评", "网络投票"} & set(told)


def test_a_line_of_a_list_tells_its_place_in_brackets() -> None:
    text = (
        "各会员单位:\n现将2024年重点活动安排公布如下。\n1、2024云泽时装周(5月18日-22日,东湖路创意港)\n"
        "2、第十一届江西省制鞋技能竞赛(7月,云泽职业学院)\n3、江西省鞋业发展大会(9月下旬,九江)\n4、江西省童鞋设计大赛(10月)"
    )
    places = {
        r.name: r.place.text if r.place else None
        for r in read_records("江西省鞋业协会2024年重点活动安排", text, "2024-01-08")
        if r.kind == "event"
    }
    assert places["2024云泽时装周"] == "东湖路创意港"
    assert places["第十一届江西省制鞋技能竞赛"] == "云泽职业学院"


def test_the_month_since_which_works_come_in_lends_itself_to_no_day() -> None:
    text = "昨晚(9月28日),颁奖典礼举行。自今年2月启动以来,组委会收到作品667套。28日上午,设计师年会召开。"
    assert read_times(text, date(2012, 9, 29))[-1].start == "2012-09-28"
