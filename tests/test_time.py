"""Reading times: phrases and what a careful reader makes of them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.records.time.moments import Moment, TimeMention
from bot.records.time.phrases import read_times, resolve
from bot.records.time.years import year_of_name

# phrase => start[..finish] [clock] [precision, day if not said] [role, event if not said]; - is no time at all.
ALONE = """
# whole dates
2025年3月10日召开 => 2025-03-10
2025年03月10日召开 => 2025-03-10
２０２５年３月１０日召开 => 2025-03-10
2025 年 3 月 10 日召开 => 2025-03-10
二〇二五年三月十日召开 => 2025-03-10
二○二三年十二月二十日召开 => 2023-12-20
二零二四年六月一日召开 => 2024-06-01
2023年12月召开 => 2023-12 month
2023年十二月召开 => 2023-12 month
二〇二三年十月 => 2023-10 month
2025年3月10号召开 => 2025-03-10
2025年5月18日(周日)召开 => 2025-05-18
2025年5月18日(星期日)上午举行 => 2025-05-18
2025-03-10 09:30 来源:协会 => 2025-03-10 09:30 published
2025/3/10 举行 => 2025-03-10
2025.3.10 举行 => 2025-03-10
2025/03/10 => 2025-03-10 published
2025-3-8 => 2025-03-08 published
Jan 9, 2018 10:11:06 AM => 2018-01-09 10:11 published
Dec 20, 2023 => 2023-12-20 published
2019年 => 2019 year period
2019年度 => 2019 year period
2025年2月29日召开 => -
2024年2月29日召开 => 2024-02-29
2025年4月31日召开 => -
2025年13月1日 => 2025 year period
23年3月26日举行 => 2023-03-26
19年5月举行 => 2019-05 month
'19年5月举行 => 2019-05 month
# day without year
12月20日,理事会在郑州举行 => --12-20
12月20号,理事会在郑州举行 => --12-20
5月22日,大会在合肥举行 => --05-22
十二月二十日,理事会召开 => --12-20
九月九日召开 => --09-09
十月廿一日召开 => --10-21
10.25-27日举行 => --10-25..--10-27
10月25及26日召开 => --10-25..--10-26
元月12日召开 => --01-12
三季度举行 => --07..--09 quarter
三月二十六日至二十九日在上海举办 => --03-26..--03-29
6月1日召开 => --06-01
06月01日召开 => --06-01
6 月 1 日召开 => --06-01
1月1日召开 => --01-01
11月 => --11 month
十一月召开 => --11 month
9月份召开 => --09 month
九月份召开 => --09 month
12月20日下午召开 => --12-20
2月30日召开 => -
2月29日召开 => --02-29
6月31日召开 => -
# clock
2025年3月10日上午9:30召开 => 2025-03-10 09:30
2025年3月10日下午2:30召开 => 2025-03-10 14:30
2025年3月10日14:00召开 => 2025-03-10 14:00
2025年3月10日14时召开 => 2025-03-10 14:00
2025年3月10日下午2点召开 => 2025-03-10 14:00
2025年3月10日下午2点半召开 => 2025-03-10 14:30
2025年3月10日晚7点30分召开 => 2025-03-10 19:30
2025年3月10日晚上8时召开 => 2025-03-10 20:00
2025年3月10日凌晨1时 => 2025-03-10 01:00 published
2025年3月10日9:30-12:00召开 => 2025-03-10 09:30-12:00
2025年3月10日9:30—12:00召开 => 2025-03-10 09:30-12:00
2025年3月10日9:30至12:00召开 => 2025-03-10 09:30-12:00
2025年3月10日上午9:00-下午5:00召开 => 2025-03-10 09:00-17:00
2025年3月10日 上午9:00召开 => 2025-03-10 09:00
2025年3月10日(周一)14:30召开 => 2025-03-10 14:30
2025年3月10日(周一)下午14:30-17:00召开 => 2025-03-10 14:30-17:00
11月18日9:30-12:00召开 => --11-18 09:30-12:00
5月22日14:00,理事会召开 => --05-22 14:00
10月29日晚,总决赛举行 => --10-29
10月29日上午举行 => --10-29
9月8日早上8点半集合 => --09-08 08:30
9月8日提出3点建议 => --09-08
# ranges
3月26日至29日在上海举办 => --03-26..--03-29
3月26日-29日在上海举办 => --03-26..--03-29
3月26日—29日在上海举办 => --03-26..--03-29
3月26日——29日在上海举办 => --03-26..--03-29
3月26日–29日在上海举办 => --03-26..--03-29
3月26日―29日在上海举办 => --03-26..--03-29
3月26日~29日在上海举办 => --03-26..--03-29
3月26日～29日在上海举办 => --03-26..--03-29
3月26日－29日在上海举办 => --03-26..--03-29
3月26日到29日在上海举办 => --03-26..--03-29
3月26-29日在上海举办 => --03-26..--03-29
3月28—30日在北京举办 => --03-28..--03-30
3月28至30日在北京举办 => --03-28..--03-30
3月10-12日在上海举办 => --03-10..--03-12
3月 26 日 至 29 日在上海举办 => --03-26..--03-29
12月30日至1月2日举办 => --12-30..--01-02
12月30日至次年1月2日举办 => --12-30..--01-02
2024年12月30日至2025年1月2日举办 => 2024-12-30..2025-01-02
2024年12月30日至1月2日举办 => 2024-12-30..2025-01-02
11月12日至11月15日举办 => --11-12..--11-15
11月12日-11月15日举办 => --11-12..--11-15
2025年3月26日至29日举办 => 2025-03-26..2025-03-29
2025年3月26日-3月29日举办 => 2025-03-26..2025-03-29
2025年3月26日—2025年3月29日举办 => 2025-03-26..2025-03-29
2025年3月26-29日举办 => 2025-03-26..2025-03-29
2025年9月至11月举办 => 2025-09..2025-11 month
2025年9月-11月举办 => 2025-09..2025-11 month
9月至11月举办 => --09..--11 month
2025年9月—2026年3月实施 => 2025-09..2026-03 month
2025.3.6-3.8 举办 => 2025-03-06..2025-03-08
2025.3.6-8 举办 => 2025-03-06..2025-03-08
2025.03.06-2025.03.08 举办 => 2025-03-06..2025-03-08
2025/3/6-2025/3/8 => 2025-03-06..2025-03-08
2025-03-06至2025-03-08 => 2025-03-06..2025-03-08
8月8日、9日举办 => --08-08..--08-09
8月8日和9日举办 => --08-08..--08-09
8月8、9日举办 => --08-08..--08-09
11月20日—21日举办 => --11-20..--11-21
2011年4月11日— 5月15日 => 2011-04-11..2011-05-15
2011年1月20日—3月20日 报名 => 2011-01-20..2011-03-20 deadline
9月16日至9月19日和9月21日至9月26日分两期举行 => --09-16..--09-19 & --09-21..--09-26
10月17日(周四)至19日(周六)举办 => --10-17..--10-19
10月17日(周四)-10月19日(周六)举办 => --10-17..--10-19
5月18日至20日,9:00-17:00 => --05-18..--05-20 09:00-17:00
二〇二四年三月二十六日至二十九日举办 => 2024-03-26..2024-03-29
五月八日至十日举办 => --05-08..--05-10
# months and parts
5月上旬 => --05 third
5月中旬 => --05 third
5月下旬 => --05 third
2011年5月下旬 => 2011-05 third
5月初 => --05 third
5月底 => --05 third
5月末 => --05 third
2011年4月初 => 2011-04 third
十一月底 => --11 third
今年十一月底 => --11 third
2023年11月底 => 2023-11 third
3月上旬至4月下旬 => --03..--04 third
2025年3月上旬至4月下旬 => 2025-03..2025-04 third
6月中下旬 => --06 third
2024年上半年 => 2024-01..2024-06 half
2024年下半年 => 2024-07..2024-12 half
2024年第三季度 => 2024-07..2024-09 quarter
2024年三季度 => 2024-07..2024-09 quarter
2024年3季度 => 2024-07..2024-09 quarter
2024年Q3 => 2024-07..2024-09 quarter
2024年一季度 => 2024-01..2024-03 quarter
2024年前三季度 => 2024-01..2024-09 quarter
2024年底 => 2024 season
2024年年底 => 2024 season
2024年末 => 2024 season
2024年初 => 2024 season
2024年年初 => 2024 season
2024年暑期 => 2024 season
2024年暑假 => 2024 season
2024年春季 => 2024 season
2024年秋季 => 2024 season
2024年夏季 => 2024 season
上半年 => --01..--06 half
下半年 => --07..--12 half
第三季度 => --07..--09 quarter
前三季度 => --01..--09 quarter
暑期 => ? season
年底 => ? season
岁末 => ? season
1-4月 => --01..--04 month
1至4月 => --01..--04 month
1~4月 => --01..--04 month
1—5月 => --01..--05 month
1――5月 => --01..--05 month
2021年1-4月 => 2021-01..2021-04 month
2021年1至6月 => 2021-01..2021-06 month
今年1~4月 => --01..--04 month
前5个月 => --01..--05 month period
前五个月 => --01..--05 month period
3月份内 => --03 month
2004年10份在泉州 => 2004-10 month
2022年1130日,推介会 => 2022-11-30
# periods
2023-2025年 => 2023..2025 year period
2023—2025年 => 2023..2025 year period
2023年-2025年 => 2023..2025 year period
2023至2025年 => 2023..2025 year period
2023年至2025年 => 2023..2025 year period
(2023-2025) => 2023..2025 year period
(2023—2025年) => 2023..2025 year period
(20232025年) => 2023..2025 year period
20232025年 => 2023..2025 year period
20101223日至24日 => 2010-12-23..2010-12-24
2011-2020年 => 2011..2020 year period
2017/18年度 => 2017..2018 year period
“十四五”期间 => 2021..2025 year period
“十四五”时期 => 2021..2025 year period
“十四五” => 2021..2025 year period
“十五五”规划 => 2026..2030 year period
“十三五”末 => 2016..2020 year period
"十二五"期间 => 2011..2015 year period
十四五期间 => 2021..2025 year period
十五五规划 => 2026..2030 year period
三年内 => ? duration period
3年内 => ? duration period
两个月内 => ? duration period
30日内 => ? duration period
一周内 => ? duration period
为期3天 => ? duration period
为期三天 => ? duration period
历时两天 => ? duration period
会期2天 => ? duration period
展期4天 => ? duration period
1周前 => ? vague published
3天前 => ? vague published
两小时前 => ? vague published
三年后 => ? vague
# slips
1115日,大会举办 => --11-15
20201126-28日,大会举办 => 2020-11-26..2020-11-28
1018日至20日举办 => --10-18..--10-20
0910日举办 => --09-10
1231日举办 => --12-31
910日举办 => --09-10
# lunar
农历正月十五 => ?
农历2025年正月十五 => 2025-02-12 published
农历腊月初八 => ?
农历八月十五 => ?
农历2024年八月十五日 => 2024-09-17 published
农历五月初五 => ?
# none
联系电话:0755-32905944 => -
电话:024-86606283 => -
手机:13812345678 => -
QQ:434489116 => -
邮编:430200 => -
GB/T 18401-2010 => -
GB 18401-2003标准 => -
工信厅消费函〔2017〕496号 => -
发改〔2023〕12号 => -
第四届626活动启动 => -
626中国服装品牌直播日 => -
3·8妇女节活动 => -
“双11”成交 => -
618大促 => -
价格为16,300元/吨 => -
比上年增长2.5% => ? year history
12个月 => -
一个月 => -
3.8个百分点 => -
2000年代 => -
2016级学生 => -
1000多份 => -
262-6号 => -
第12届 => -
每月10日发布指数 => -
1班2日 => -
"""

# The same, in an article of 2024-01-05 (a Friday).
IN_JANUARY = """
12月20日,理事会在郑州举行 => 2023-12-20
12月1日,理事会在郑州举行 => 2023-12-01
10月1日,理事会在郑州举行了 => --10-01
9月30日,理事会在郑州顺利举行,代表参会 => --09-30
2月1日,理事会将在郑州举行 => 2024-02-01
将于3月26日至29日在上海举办 => 2024-03-26..2024-03-29
将于2月26日举行 => 2024-02-26
定于12月28日召开 => 2023-12-28
拟于11月8日至10日举办 => 2024-11-08..2024-11-10
会议时间:2月15日 => 2024-02-15
12月25日圆满落幕 => 2023-12-25
1月10日举行 => 2024-01-10
1月5日顺利举行 => 2024-01-05
1月6日,大会召开 => 2024-01-06
12月30日至1月2日举办 => 2023-12-30..2024-01-02
今天在郑州召开 => 2024-01-05
今日在郑州召开 => 2024-01-05
今(5)日在郑州召开 => 2024-01-05
公会于昨(4)日召开会员大会 => 2024-01-04
昨日在郑州召开 => 2024-01-04
昨天下午在郑州召开 => 2024-01-04
昨晚在郑州召开 => 2024-01-04
前天在郑州召开 => 2024-01-03
昨起在郑州举行 => 2024-01-04
明起在郑州举行 => 2024-01-06
前晚在郑州举行 => 2024-01-03
大前天在郑州召开 => 2024-01-02
昨(4日)在郑州召开 => 2024-01-04
今明两天在郑州举行 => 2024-01-05..2024-01-06
本周六、日在郑州举行 => 2024-01-06..2024-01-07
本周末两天在郑州举行 => 2024-01-06..2024-01-07
下礼拜三在郑州召开 => 2024-01-10
周三,理事会召开 => 2024-01-03
刚刚过去的周末,订货会举行 => 2023-12-30
拟于月底召开 => 2024-01 third
1月10日上午8:30至12日17:00召开 => 2024-01-10..2024-01-12 08:30 & 2024-01-12 17:00
腊月初六,年会召开 => 2024-01-16
明天在郑州召开 => 2024-01-06
明日开幕 => 2024-01-06
后天开幕 => 2024-01-07
今晚举行 => 2024-01-05
本周五举行 => 2024-01-05
这周五举行 => 2024-01-05
上周五举行 => 2023-12-29
上周举行 => ? vague
上周日举行 => 2023-12-31
下周一举行 => 2024-01-08
下周举行 => ? vague
本周日举行 => 2024-01-07
上星期三举行 => 2023-12-27
近日,理事会召开 => 2024-01 vague
日前,理事会召开 => 2024-01 vague
最近,理事会召开 => 2024-01 vague
本月28日举行 => 2024-01-28
本月底举行 => 2024-01 third
本月中旬举行 => 2024-01 third
上月举行 => 2023-12 month
上个月举行 => 2023-12 month
下月举行 => 2024-02 month
上月20日举行 => 2023-12-20
下个月5日举行 => 2024-02-05
今年11月举行 => 2024-11 month
今年12月20日举行 => 2024-12-20
今年年底举行 => 2024 season
今年上半年 => 2024-01..2024-06 half
今年 => 2024 year period
去年 => 2023 year period
明年 => 2025 year period
明年3月举行 => 2025-03 month
去年12月20日举行 => 2023-12-20
前年10月 => 2022-10 month
农历正月十五举行 => 2024-02-24
农历腊月初八举行 => 2024-01-18
农历十一月廿三举行 => 2024-01-04
11月 => 2023-11 month
12月 => 2023-12 month
1月 => 2024-01 month
3日,大会在郑州召开 => 2024-01-03
两大时装展3日在香港开幕,展期至6日 => 2024-01-03..2024-01-06 & 2024-01-06
首页 > 新闻 > 正文 2024-01-03 09:12:33 来源:某网 => 2024-01-03 09:12 published
某某在线 2024-01-03 14:00 记者 某某 => 2024-01-03 14:00 published
报名截止:2024-01-20 17:00 => 2024-01-20 17:00 deadline
自1月1日起施行,有效期至2028年12月31日 => 2024-01-01 & 2028-12-31
2024年1月3日起至2024年2月3日止公开征求意见 => 2024-01-03..2024-02-03 deadline
截稿日期:2024年2月28日(以邮戳为准) => 2024-02-28 deadline
请各单位于2024年1月31日下班前报送 => 2024-01-31 deadline
1月中旬至2月上旬 => 2024-01..2024-02 third
29日,大会在郑州召开 => 2023-12-29
于26日至29日举办 => 2023-12-26..2023-12-29
新华社北京1月3日电 今天 => 2024-01-03 dateline & 2024-01-03
12月20日,大会召开。次日,论坛举行 => 2023-12-20 & 2023-12-21
12月20日,大会召开。当日下午,论坛举行 => 2023-12-20 & 2023-12-20
12月20日,大会召开。同日签约 => 2023-12-20 & 2023-12-20
12月20日,大会召开。第二天考察 => 2023-12-20 & 2023-12-21
12月20日,大会召开。前一天,预备会举行 => 2023-12-20 & 2023-12-19
12月31日,大会召开。次日考察 => 2023-12-31 & 2024-01-01
12月20日开幕,为期3天 => 2023-12-20..2023-12-22 & ? duration period
12月20日开幕,历时两天 => 2023-12-20..2023-12-21 & ? duration period
12月30日开幕,会期4天 => 2023-12-30..2024-01-02 & ? duration period
12月20日,为期3天的大会圆满闭幕 => 2023-12-18..2023-12-20 & ? duration period
12月20日开幕,持续至23日 => 2023-12-20..2023-12-23 & 2023-12-23
12月20日开幕,将持续到1月3日 => 2023-12-20..2024-01-03 & 2024-01-03
12月20日开幕,23日结束 => 2023-12-20..2023-12-23 & 2023-12-23
请于1月15日前报名 => 2024-01-15 deadline
第二批申报已于1月5日启动,1月20日截止 => 2024-01-05 & 2024-01-20 deadline
报名截止1月15日 => 2024-01-15 deadline
即日起至1月15日,服务商征集启动 => 2024-01-15 deadline
报名截止时间:1月15日 => 2024-01-15 deadline
报名时间:1月1日至1月15日 => 2024-01-01..2024-01-15 deadline
征求意见截止日期为1月20日 => 2024-01-20 deadline
1月20日前反馈 => 2024-01-20 deadline
截至12月底,企业达到200家 => 2023-12 third history
截至12月20日,共有企业200家 => 2023-12-20 history
意见请于1月20日前发至邮箱 => 2024-01-20 deadline
作品征集截稿2月28日 => 2024-02-28 deadline
2024年1月15日前报送 => 2024-01-15 deadline
最迟不晚于1月18日 => 2024-01-18 deadline
比12月 => 2023-12 month history
自1996年首办以来 => 1996 year history
始于2001年 => 2001 year history
2008年成立 => 2008 year history
早在2010年 => 2010 year history
上届2022年举办 => 2022 year history
国庆期间 => -
1-11月营业收入 => 2023-01..2023-11 month history
前三季度 => 2023-01..2023-09 quarter
“十四五”期间 => 2021..2025 year period
"""


def cases(table: str) -> list[tuple[str, str]]:
    lines = (line for line in table.strip().splitlines() if line and not line.startswith("# "))
    return [(phrase, told) for phrase, _, told in (line.partition(" => ") for line in lines)]


def shown(mention: TimeMention) -> str:
    span = (mention.start or "?") + (f"..{mention.finish}" if mention.finish else "")
    clock = "-".join(filter(None, (mention.clock, mention.clock_end)))
    rest = (
        mention.precision if mention.precision != "day" else "",
        mention.role if mention.role != "event" else "",
    )
    return " ".join(filter(None, (span, clock, *rest)))


@pytest.mark.parametrize(("phrase", "told"), cases(ALONE))
def test_a_phrase_alone_is_read_as_its_words_say(phrase: str, told: str) -> None:
    assert (" & ".join(map(shown, read_times(phrase))) or "-") == told


@pytest.mark.parametrize(("phrase", "told"), cases(IN_JANUARY))
def test_a_phrase_takes_from_the_publication_date_what_it_leaves_out(phrase: str, told: str) -> None:
    assert (" & ".join(map(shown, read_times(phrase, date(2024, 1, 5)))) or "-") == told


def test_a_year_torn_by_a_line_end_is_read() -> None:
    """2012, a line end and 年3月5日 are one day."""
    assert [t.start for t in read_times("会议于2012\n年3月5日召开。")] == ["2012-03-05"]


def test_the_tables_hold_at_least_three_hundred_phrases() -> None:
    assert len({phrase for phrase, _ in cases(ALONE) + cases(IN_JANUARY)}) >= 300
    assert len(cases(ALONE)) + len(cases(IN_JANUARY)) >= 300


TEXTS = {
    "the year of the name in the title": (
        "12月20日,工作会议在萧山举办。", None, "2013年全国纺织产业集群工作会议圆满举办", "12月20日", "2013-12-20", None, "context"),
    "a yearly report in December is of the same year": (
        "12月20日,理事会在郑州举行。会长作2023年工作报告,2024年行业将推进八项举措。", None, "", "12月20日", "2023-12-20", None, "context"),
    "a yearly report in January is of the year before": (
        "1月12日,理事会在合肥举行。会长作2023年度工作报告。", None, "", "1月12日", "2024-01-12", None, "context"),
    "an event named with its year beside it": (
        "会员代表大会定于3月18日在常州召开,2011年中国产业用纺织品高峰论坛同期举行。", None, "", "3月18日", "2011-03-18", None, "context"),
    "the sign-off of a notice": (
        "材料请于9月19日前报送我委。\n某省经济和信息化委员会\n2017年9月6日", None, "", "9月19日", "2017-09-19", None, "context"),
    "the whole date earlier in a schedule": (
        "2011年1月20日—3月20日 报名\n4月11日—5月15日 制作", None, "", "4月11日—5月15日", "2011-04-11", "2011-05-15", "context"),
    "the page's own date line": (
        "春季理事会召开\n发布时间:2019-01-22 09:41 浏览:318 次\n1月18日下午,理事会在福州举行。", None, "", "1月18日下午", "2019-01-18", None, "context"),
    "nothing tells the year": (
        "5月22日,成立大会在合肥举行。协会1996年开始筹备。", None, "", "5月22日", "--05-22", None, None),
    "a page published long after the day tells nothing": (
        "5月22日,成立大会在合肥顺利举行。", date(2024, 11, 1), "", "5月22日", "--05-22", None, None),
    "the statistics of a year are not the year of the meeting": (
        "11月7日,换届大会在昆明举行。2012年全镇总产值165亿元。", None, "", "11月7日", "--11-07", None, None),
    "last year's edition is not this one": (
        "上届2022年中国毛衫博览会吸引观众3万人。今年的展会9月6日开幕。", None, "", "9月6日", "--09-06", None, None),
    "the dateline settles today": (
        "本报9月27日上海专电 秋季联展今天在国家会展中心开幕。", date(2018, 9, 30), "", "今天", "2018-09-27", None, "published"),
    "a closing day and a length give the opening": (
        "11月6日,历时三天的技能竞赛决赛在南昌落下帷幕。", date(2024, 11, 8), "", "11月6日", "2024-11-04", "2024-11-06", "published"),
    "the letters of a fair carry its year": (
        "制衣机械展5月8日在九江开幕。为期三天的JXFE′2003将展出新设备。", None, "", "5月8日", "2003-05-08", "2003-05-10", "context"),
    "a day of coming into force leaves the year of what was held": (
        "标准将于2022年6月1日起实施。5月7日,研讨会在九江举行。", date(2021, 5, 9), "", "5月7日", "2021-05-07", None, "published"),
    "an hour at the head of a sentence is of the day told before": (
        "3月8日,博览会在南昌开幕。上午10点,发布会召开。", date(2023, 3, 9), "", "上午10点", "2023-03-08", None, "context"),
    "an event named with its year behind a dash": (
        "9月28日晚,童装周开幕。还将开展“童心”——2023年童装周教育活动。", None, "", "9月28日晚", "2023-09-28", None, "context"),
    "yesterday with its day, on a page of that day": (
        "记者昨(24)日从商务局得到证实。", date(2014, 12, 24), "", "昨(24)日", "2014-12-24", None, "published"),
    "what began since a day leaves the year of what is due": (
        "2022年1月1日后开工的项目,请于8月15日前报送。", date(2023, 7, 21), "", "8月15日", "2023-08-15", None, "published"),
    "a year of Taiwan": ("113年4月30日,说明会在台北举行。", None, "", "113年4月30日", "2024-04-30", None, "stated"),
    "a date that lost its 年 and 月": ("申报截止日期:2024 6  30日。", None, "", "2024 6  30日", "2024-06-30", None, "stated"),
    "figures behind a year in words": (
        "展会时间:2023年9.12-9.14", None, "", "2023年9.12-9.14", "2023-09-12", "2023-09-14", "stated"),
    "a day alone before one who presides": (
        "中新网11月19日电 总理19日主持召开国务院常务会议。", date(2008, 11, 19), "", "19日", "2008-11-19", None, "context"),
    "a weekday with its day": (
        "服装展周三(8日)在南昌揭幕。", date(2023, 3, 9), "", "周三(8日)", "2023-03-08", None, "published"),
    "a day alone in characters": (
        "中新社九江三月十九日电 博览会十八日上午在九江开幕。", date(2023, 3, 19), "", "十八日上午", "2023-03-18", None, "context"),
    "what was founded in a year is so many years old": (
        "商会第三次会员大会5月17日落幕。商会2004年成立,十年里组织过不少活动。", None, "", "5月17日", "2014-05-17", None, "context"),
    "a body founded in a year has been so for so many years": (
        "联谊会5月17日在九江举行。成立于2004年的协会,12年来办展不断。", None, "", "5月17日", "2016-05-17", None, "context"),
    "the first year of a five-year plan": (
        "协会年会3月8日在九江举行。今年是“十四五”开局之年。", None, "", "3月8日", "2021-03-08", None, "context"),
    "the last year of a five-year plan": (
        "协会年会3月8日在九江举行。“十三五”收官之年任务很重。", None, "", "3月8日", "2020-03-08", None, "context"),
    "the first year of a plan that is still to come": (
        "协会年会12月8日在九江举行。明年是“十四五”开局之年。", None, "", "12月8日", "--12-08", None, None),
    "figures of a quarter that is over": (
        "形势分析会5月17日在九江举行,通报了2014年一季度的运行。", None, "", "5月17日", "2014-05-17", None, "context"),
    "figures of months that are over": (
        "形势分析会11月17日在九江举行,通报了2019年1-9月的运行。", None, "", "11月17日", "2019-11-17", None, "context"),
    "the work of a year without its character": (
        "理事会5月22日召开,就2020工作方向提出了要求。", None, "", "5月22日", "2020-05-22", None, "context"),
    "a day on which something was said is not that of what is to come": (
        "大会将于11月20日在九江举办。会长12日在南昌举行的发布会上说,报名踊跃。", date(2024, 10, 13), "", "12日", "2024-10-12", None, "published"),
    "this year stands beside a name that carries it": (
        "2020年下半年,协会走进各市场调研。3月5日,研讨会在九江召开。成果将在今年4月2021江西时装周上发布。", None, "", "3月5日", "2021-03-05", None, "context"),
    "the final of a contest comes behind its rounds": (
        "6月3日,旗袍大赛总决赛在九江举行。\n500件作品进入2022年12月31日的初赛。", None, "", "6月3日", "2023-06-03", None, "context"),
    "a year spoken of as running": (
        "5月14日,秋季展在九江开幕。会长说,2025年对行业是波折的一年。", None, "", "5月14日", "2025-05-14", None, "context"),
    "the figures of the last whole year beside what is now": (
        "8月18日,泳装节在九江开幕。如今全市有企业573家,2014年产量1.8亿件。", None, "", "8月18日", "2015-08-18", None, "context"),
    "the works of a year beside last year": (
        "9月27日,皮革节在九江开幕。皮革城是全省2011年重点工程,去年9月一期开业。", None, "", "9月27日", "2011-09-27", None, "context"),
    "a stated date stays as it is": (
        "2025年3月10日,联席会议在杭州召开。", date(2025, 3, 17), "", "2025年3月10日", "2025-03-10", None, "stated"),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS.values(), ids=TEXTS.keys())
def test_the_year_comes_from_the_text_then_the_name_then_the_publication(
    case: tuple[str, date | None, str, str, str, str | None, str | None],
) -> None:
    text, published, title, quote, start, finish, basis = case
    mention = next(m for m in read_times(text, published, title) if m.quote == quote)
    assert (mention.start, mention.finish, mention.basis) == (start, finish, basis)


@pytest.mark.parametrize(
    ("name", "month", "year"),
    [
        ("2015年度总结会", 1, 2016),
        ("2015年度总结表彰大会", 12, 2015),
        ("2020年年会", 12, 2020),
        ("2023年工作总结会", 2, 2024),
        ("2017年产业集群圆桌会议", 11, 2017),
        ("第25届中国国际服装服饰博览会", 3, None),
        ("2024中国(大朗)国际毛织产品交易会", 10, 2024),
        ("行动方案(2023-2025年)", None, None),
    ],
)
def test_the_year_in_a_name_is_that_of_the_event(name: str, month: int | None, year: int | None) -> None:
    assert year_of_name(name, month) == year


def test_a_mention_can_be_resolved_again_with_the_name_of_its_record() -> None:
    """The same words belong to another year once the record's name tells it."""
    (mention,) = read_times("12月20日")
    assert mention.start == "--12-20"
    again = resolve(mention, name_year=2013)
    assert (again.start, again.basis) == ("2013-12-20", "context")
    assert resolve(mention, near=Moment(2014, 11, 1)).start == "2014-12-20"


@pytest.mark.parametrize(
    "text", ["１２月２０日", "从 3月26日  至29日", "2025年3月10日上午9:30,", "“十四五”期间"]
)
def test_every_quote_stands_in_the_text(text: str) -> None:
    for mention in read_times(text):
        assert text[mention.begin : mention.end] == mention.quote
        assert mention.quote == mention.quote.strip()


def test_what_is_to_come_on_a_later_day_is_not_said_of_the_earlier() -> None:
    """3月25日发布…将于10月16日举行: in July nothing tells the year of March, and October is ahead."""
    text = "3月25日,江西省纺织协会发布江西纺织品博览会将于10月16日至18日在南昌举行。"
    times = [t.start for t in read_times(text, published=date(2014, 7, 7)) if t.start]
    assert times == ["--03-25", "2014-10-16"]


def test_the_same_year_is_that_of_what_was_told_before() -> None:
    """早在2015年6月…同年7月: 同年 leans on the year told last, though that is history."""
    times = read_times("早在2015年6月,协会发布标准。同年7月,四部门印发意见。", date(2025, 3, 24))
    assert [t.start for t in times] == ["2015-06", "2015-07"]


def test_how_long_the_whole_lasts_is_told_far_behind_its_day() -> None:
    """3日,…召开。(guests) 据悉,此次会议由…主办,为期两天: the other end of the day the text opens with."""
    guests = "江西省服装协会会长李平、" * 20 + "等出席。"
    text = (
        f"9月3日,全国夏布会议在分宜召开。{guests}据悉,此次会议由中国麻纺织行业协会主办,分宜县承办,为期两天。"
    )
    times = read_times(text, date(2023, 9, 5))
    assert (times[0].start, times[0].finish) == ("2023-09-03", "2023-09-04")


def test_a_day_that_no_month_has_is_a_month_and_a_day() -> None:
    """56日上午 lost its 月; 45日内 is a span."""
    assert [t.start for t in read_times("56日上午,会议召开。", date(2019, 5, 9))] == ["2019-05-06"]
    assert not any(t.start for t in read_times("45日内答复。", date(2019, 5, 9)))


def test_a_month_alone_is_of_the_year_that_the_headline_looks_back_on() -> None:
    """三月 in a December article under 2024,某会的十二个月 is gone, as it is where no headline tells a year."""
    told = [
        read_times("三月是最忙的一个月。", date(2024, 12, 27), title)[0].start
        for title in ("2024,协会的十二个月", "")
    ]
    assert told == ["2024-03", "2024-03"]


def test_what_a_speaker_promises_makes_no_day_to_come() -> None:
    """21日召开大会,理事长表示,公会将再争取…: the day is gone; 召开大会,将选举… may be ahead."""
    text = "公会21日召开会员代表大会,理事长表示,缺工是最大难题,公会将再争取放宽。"
    assert [t.start for t in read_times(text, date(2024, 6, 23))] == ["2024-06-21"]
