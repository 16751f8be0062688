"""When something is held, put off or to be entered, as papers and notices say it."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Record

FAIR = "第九届云江国际布艺展"
COUNCIL = "云江市布艺商会四届三次理事会"
CONTEST = "第六届“云江杯”窗帘设计大赛"
TODAY = "2018-10-24"  # a Wednesday


def told(text: str, published: str | None = TODAY) -> Record:
    """Read the one record of a text about the fair, the council or the contest."""
    text = text.format(fair=FAIR, council=COUNCIL, contest=CONTEST)
    return next(r for r in read_records("", text, published) if r.name in (FAIR, COUNCIL, CONTEST))


# A text; first and last day; status.
TEXTS = [
    ("{fair}昨起一连四天在云江会展中心举行。", "2018-10-23", "2018-10-26", "ongoing"),
    ("今起三天,{fair}在云江会展中心举行。", "2018-10-24", "2018-10-26", "ongoing"),
    ("{fair}今起在云江会展中心举行,28日结束。", "2018-10-24", "2018-10-28", "ongoing"),
    ("即日起至10月28日,{fair}在云江会展中心举行。", "2018-10-24", "2018-10-28", "ongoing"),
    ("本周末两天,{fair}将在云江会展中心举行。", "2018-10-27", "2018-10-28", "upcoming"),
    ("昨天上午,{fair}在云江会展中心开幕,本周五闭幕。", "2018-10-23", "2018-10-26", "ongoing"),
    ("今天是{fair}开展的第二天,展馆外排起长队。展会将于26日闭幕。", "2018-10-23", "2018-10-26", "ongoing"),
    ("为期三天的{fair}将于明日闭幕。", "2018-10-23", "2018-10-25", "ongoing"),
    ("10月23日,{fair}迎来采购高峰。自10月19日开幕以来,展会客商不断。", "2018-10-19", "2018-10-23", "held"),
    ("{fair}11月6日至7日布展,11月8日至10日展出。", "2018-11-08", "2018-11-10", "upcoming"),
    (
        "{fair}布展已近尾声,记者昨天在云江会展中心看到,展位已搭好。展会将于本周五开幕。",
        "2018-10-26",
        "2018-10-26",
        "upcoming",
    ),
    ("{fair}搬到线上,10月20日在云江网启幕,持续至10月28日。", "2018-10-20", "2018-10-28", "ongoing"),
    ("10月19日晚,{fair}欢迎晚宴举行。翌日上午,布艺展正式开幕,会期三天。", "2018-10-20", "2018-10-22", "held"),
    (
        "10月18日下午,{fair}组委会召开新闻发布会宣布,展会定于11月8日至10日举行。",
        "2018-11-08",
        "2018-11-10",
        "upcoming",
    ),
    ("{fair}(11月8日-10日)、布艺产业高峰论坛(11月9日)将在云江举行。", "2018-11-08", "2018-11-10", "upcoming"),
    ("{council}改期,时间由10月26日改为11月2日,地点不变。", "2018-11-02", "2018-11-02", "postponed"),
    ("{council}原定本周五召开,现改为下周五召开。", "2018-11-02", "2018-11-02", "postponed"),
    ("前晚,{council}在云江宾馆召开。", "2018-10-22", "2018-10-22", "held"),
    ("{council}拟于月底召开。", "2018-10", "2018-10", "upcoming"),
]


@pytest.mark.parametrize(("text", "start", "end", "status"), TEXTS)
def test_when_something_is_held_as_papers_say_it(text: str, start: str, end: str, status: str) -> None:
    record = told(text)
    assert ((record.start or "")[:10], (record.end or "")[:10], record.status) == (start, end, status)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("{contest}作品征集截止时间由9月28日延长至10月31日,12月6日颁奖。", "2018-10-31"),
        ("{contest}投稿截止时间原为9月28日,现延长至10月31日,敬请关注。", "2018-10-31"),
        ("{council}定于10月30日召开,请各理事于28日前报名。", "2018-10-28"),
        ("{contest}报名开启,10月26日前报名享早鸟价,报名截止11月9日,12月6日决赛。", "2018-11-09"),
        ("{contest}12月6日举行,请于11月9日前报名,需订房的请于10月30日前告知。", "2018-11-09"),
        ("{contest}12月6日举行,报名截止11月9日,参赛费缴纳截止10月30日。", "2018-11-09"),
        ("{council}定于10月30日召开,会议链接将于10月28日前发至各报名人员。", None),
    ],
)
def test_the_last_day_to_enter_is_no_day_of_paying_lodging_or_coming_early(
    text: str, deadline: str | None
) -> None:
    assert told(text).deadline == deadline


def test_a_last_day_before_a_meeting_of_january_is_of_the_year_before() -> None:
    text = "{council}定于1月9日召开,回执请于12月28日前传回。\n云江市布艺商会\n2018年12月11日"
    record = told(text, None)
    assert (record.start, record.deadline) == ("2019-01-09", "2018-12-28")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("{council}于12月28日召开。会议总结了2017年工作,部署了2018年任务。", "2017-12-28"),
        ("{council}于1月20日召开。会议总结了2017年工作,部署了2018年任务。", "2018-01-20"),
        ("10月11日,商会组团参观2012云江纺织展,同时举行{council}。", "2012-10-11"),
    ],
)
def test_a_year_laid_out_or_named_beside_it_dates_a_meeting(text: str, start: str) -> None:
    assert told(text, None).start == start


def test_the_year_of_a_paper_or_of_work_ahead_in_the_headline_is_none_of_the_day() -> None:
    for title in ("《云江布艺白皮书(2025)》首发", "云江市布艺商会研究2026年思路"):
        (record, *_) = read_records(title, f"11月16日,{COUNCIL}在云江宾馆召开。", None)
        assert record.start == "--11-16"


def test_what_follows_on_a_day_without_its_year_is_of_that_day() -> None:
    text = f"8月18日上午,{FAIR}在云江开幕。当天下午,{COUNCIL}在云江宾馆举行。"
    assert [r.start for r in read_records("", text, None)] == ["--08-18", "--08-18"]


def test_a_calendar_whose_lines_begin_with_their_days_is_read_line_by_line() -> None:
    lines = "7月12日 数字化车间现场观摩会(云江)\n10月 云江窗帘设计师沙龙\n11月中旬 四届三次理事会(汉水)"
    found = read_records("2024年下半年协会重点活动安排", lines, "2024-06-28")
    assert [(r.name, r.start, r.status) for r in found[1:]] == [
        ("数字化车间现场观摩会", "2024-07-12", "upcoming"),
        ("云江窗帘设计师沙龙", "2024-10", "upcoming"),
        ("四届三次理事会", "2024-11", "upcoming"),
    ]


def test_a_paper_laid_before_a_sitting_is_a_draft() -> None:
    text = "《云江市布艺产业发展规划》(送审稿)昨日提交市政府常务会议审议,规划提出建设三大园区。"
    (record, *_) = (r for r in read_records("", text, TODAY) if r.kind == "plan")
    assert record.status == "draft"


def test_what_is_put_off_by_so_long_from_a_vague_day_has_no_day() -> None:
    """The article is read nonetheless, also where it names the body's earlier sitting."""
    text = "云江市布艺协会理事会日前在汉水举行,这是该协会第四届理事会的第三次全体会议,50余名理事到会。\n据悉,此次会议原拟于3月中旬举行,后因时间冲突推迟两周。"
    found = read_records("云江布协开理事会 增补理事9名", text, "2018-04-02")
    assert found
    assert {r.start for r in found} == {None}
