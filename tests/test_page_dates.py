"""When a page was published: labels, forms, addresses, relative words."""

from datetime import UTC, datetime

import pytest

from scrapers import dates

NOW = datetime(2025, 3, 20, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("时间:2014-01-24 来源: 作者: 点击:1501次", "2014-01-24"),
        ("2014年01月24日", "2014-01-24"),
        ("2011年10月09来源：本站", "2011-10-09"),
        ("2025年3月10日", "2025-03-10"),
        ("Jan 9, 2018 10:11:06 AM", "2018-01-09T10:11:06+08:00"),
        ("Fri Nov 29 09:30:00 CST 2024", "2024-11-29"),
        ("创业 2024-11-17 14:00 北京", "2024-11-17T14:00+08:00"),
        ("发布日期：2024.3.8 下午3:20", "2024-03-08T15:20+08:00"),
        ("信息来源:消费品工业司 发布日期:2023-12-06", "2023-12-06"),
        ("2019-12-10T08:00:00Z 发布", "2019-12-10T08:00:00+00:00"),
        ("会议时间：2024年3月1日 发布时间：2024年2月1日", None),
        ("文／某人 2024年第3期 出版日期：2024-02-09", "2024-02-09"),
        ("出版时间：2024年2月9日 第3期", "2024-02-09"),
        ("见报日期：2024-02-09", "2024-02-09"),
        ("《某书》 出版时间：2024年2月9日", None),
        ("点击：12 更新时间：2020/2/9 阅读", "2020-02-09"),
        ("更新时间：2020-02-12 发布时间：2020-02-09 来源：晚报", "2020-02-09"),
        ("二〇二〇年二月九日 柯南晚报", "2020-02-09"),
        ("由 办公室 提交于 2020-02-09 14:01", "2020-02-09T14:01+08:00"),
        ("由 editor 在 2020-02-09 星期日 14:01 提交", "2020-02-09T14:01+08:00"),
        ("http://www.example.org.cn 2020年2月9日 《缝制世界》", "2020-02-09"),
    ],
)
def test_byline_gives_the_date(line, iso):
    """Every way a byline writes its date is read, as exactly as it stands."""
    if iso is not None:
        assert dates.dated_line(line) > 0
        assert dates.line_date(line) == iso


@pytest.mark.parametrize(
    "line",
    [
        "会议时间：2024年3月8日",
        "经会长办公会研究，定于2024年3月8日召开三届二次理事会，现将有关事项通知如下：",
        "2024年3月8日-10日在上海举办第二十届展览会",
        "会议于2025年3月10日在中国服装科创研究院成功召开。",
        "报名截止日期：2024-03-01",
        "截稿时间：2024年3月1日",
        "布展时间：2024-03-01 09:00",
        "电话 010-2024-0308",
    ],
)
def test_story_dates_are_not_the_page_date(line):
    """The date of an event is never taken for the page's."""
    assert dates.dated_line(line) == 0


def test_impossible_day_is_no_date():
    """2025年2月30日 is read as nothing."""
    assert dates.read_date("2025年02月30日") is None


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("1周前", "2025-03-13"),
        ("3天前", "2025-03-17"),
        ("昨天 10:20", "2025-03-19"),
        ("3小时前", "2025-03-20T06:00+08:00"),
    ],
)
def test_relative_words_need_the_fetching_time(words, iso):
    """1周前 is a date given the time of fetching, and None without it."""
    assert dates.read_relative(words, NOW) == iso
    assert dates.read_relative(words, None) is None


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("http://a.example/t20240321_123.html", "2024-03-21"),
        ("http://a.example/2024/0321/c1.html", "2024-03-21"),
        ("http://a.example/2024-03/21/content_9.htm", "2024-03-21"),
        ("http://a.example/art/2016/11/22/art_1.html", "2016-11-22"),
        ("http://a.example/2019/9/5/1.html", "2019-09-05"),
        ("http://a.example/news/10203.html", None),
    ],
)
def test_address_gives_the_date(url, iso):
    """Addresses carry their day the way the common systems write it."""
    assert dates.read_address(url) == iso


def test_dateline_takes_its_year_from_the_fetching_time():
    """新华社北京2月29日电 has no year of its own; a day that would lie ahead is last year's."""
    assert dates.dateline("新华社北京3月9日电（记者 某）", NOW) == "2025-03-09"
    assert dates.dateline("新华社北京12月9日电", NOW) == "2024-12-09"
    assert dates.dateline("新华社北京12月9日电", None) is None


def test_future_and_prehistoric_dates_are_refused():
    """A date after the fetch, or before the web, is no publication date."""
    assert dates.first_credible(["2031-01-01", "1987-01-01", "2024-05-06"], NOW) == "2024-05-06"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("作者：管理员 日期：16-03-02 人气：120", "2016-03-02"),
        ("發布日期：103-05-20", "2014-05-20"),
        ("中華民國103年5月20日", "2014-05-20"),
        ("（２０１８年３月６日）", "2018-03-06"),
        ("浙里家纺 2022-07-16 20:11 发表于浙江", "2022-07-16"),
        ("发布时间：二〇二二年十一月二十七日 来源：本会 浏览次数：12", "2022-11-27"),
    ],
)
def test_years_of_two_digits_of_the_republic_and_in_full_width(line, day):
    """A labelled year may be short; digits may be wide, or Chinese; a place of posting is no event."""
    assert dates.dated_line(line) and (dates.line_date(line) or "")[:10] == day


@pytest.mark.parametrize(
    "line", ["注册时间: 2009-03-01", "最后登录: 2011-09-30", "会议时间：二〇一一年三月二十五日"]
)
def test_a_members_date_is_not_the_pages(line):
    """When someone joined a forum says nothing about the post."""
    assert not dates.dated_line(line)


def test_a_day_before_its_month_is_read_where_it_can_be_no_month() -> None:
    """27/11/2025 on a page of Hong Kong; 06/18/2010 stays June."""
    assert dates.read_date("27/11/2025") == "2025-11-27"
    assert dates.read_date("06/18/2010 07:42") == "2010-06-18T07:42+08:00"


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("由 秘书处 提交于 11月 27, 2024", "2024-11-27"),
        ("星期三, 十一月 27, 2024 - 10:20", "2024-11-27T10:20+08:00"),
        ("发布于 27 11月 2024", "2024-11-27"),
        ("27/十一月/2024", "2024-11-27"),
    ],
)
def test_engines_from_abroad_put_the_year_behind_a_chinese_month(line: str, iso: str) -> None:
    """Its name in figures or in words, its day before or behind it."""
    assert dates.read_date(line) == iso
