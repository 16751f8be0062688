"""Gatherings told in passing: beside another, behind it, by what was done, by who won; and what only looks like one."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Record

# title | text | published => the names of the meetings and events, parted by " & ", or - for none.
NAMES = """
| 5月19日上午,云泽市鞋业商会三届四次理事会在云泽饭店举行。理事会一结束,“情系云泽”捐赠仪式就在饭店一楼大厅举行,收到善款8万元。 | 2018-05-21 => 云泽市鞋业商会三届四次理事会 & “情系云泽”捐赠仪式
| 1993年10月,首届云泽皮鞋展在影剧院门口开幕。到2007年第九届云泽皮鞋博览会举行时,展位已要抽签。如今摊主还留着参展证。 | => -
| 市鞋业协会三十年:<br>1995年,组织首次鞋样设计大赛;<br>2003年,举办首届云泽鞋业博览会;<br>2019年,协会成立三十周年纪念大会在九江召开。 | => -
| 1988年办起首届云泽鞋节,2005年他当上副会长。<br>3月16日,云泽市鞋业协会六届一次会员大会在云泽饭店召开,罗启明当选会长。 | => 云泽市鞋业协会六届一次会员大会
云泽鞋业供应商大会背后的账期之痛 | 年底,供应商大会一场接一场,台上发奖杯,台下谈账期。 | => -
| 6月18日上午,云泽职业学院校企合作揭牌仪式在图书馆报告厅举行。签约后,双方在行政楼会议室召开了产教融合座谈会。 | => 云泽职业学院校企合作揭牌仪式 & 产教融合座谈会
| 3月4日,九江市鞋业商会向市慈善总会捐赠雨鞋2000双,捐赠仪式在市工商联会议室举行。 | 2020-03-06 => 九江市鞋业商会捐赠仪式
| 5月20日,国家鞋类质量检验中心云泽分中心揭牌。副市长罗启明主持揭牌仪式。 | 2020-05-22 => 国家鞋类质量检验中心云泽分中心揭牌仪式
| 4月6日,江西省鞋业协会与九江市人民政府签署投资协议。签约仪式在九江远洲酒店举行,市长罗启明出席。 | 2020-04-08 => 江西省鞋业协会与九江市人民政府签约仪式
| 会议定于9月召开。《行动方案》提出五项任务:一是办好第三十届云泽国际鞋业交易会,组织企业参加专业展。 | => -
| 秘书长作工作报告,报告回顾了一年来协会的工作:3月组团赴上海观展,9月在九江举办鞋业产销对接会。 | 2025-01-20 => -
商会秘书长赴云泽开会 | 8月9日,商会秘书长罗启明赴云泽参加2025年江西鞋业秘书长联席会,汇报了产能情况。 | 2025-08-12 => 2025年江西鞋业秘书长联席会
我镇组团参展云泽鞋博会 | 5月22日至25日,我镇组织15家企业集中亮相云泽鞋业博览会,达成意向订单6200万元。 | 2025-05-27 => 云泽鞋业博览会
订了三个集装箱 | 客商罗启明昨天在云泽皮鞋节上转了七个小时。他说价钱合适。这场为期四天的皮鞋节明天闭幕。 | 2025-05-24 => 云泽皮鞋节
皮鞋展上的“科学家” | 在刚闭幕的云泽皮鞋展上,做材料的比做款式的更受欢迎。 | 2025-05-24 => 云泽皮鞋展
我司获评“溯源先锋企业” | 在9月16日于云泽召开的鞋业产业高峰论坛上,公司获评“溯源先锋企业”。 | 2025-09-19 => 鞋业产业高峰论坛
秋冬皮靴怎么穿 | 刚刚落幕的各大时装周,最抢眼的是皮靴。 | => -
鞋博会上看“智造” | 一双鞋只要96秒。在第15届鞋博会的机械馆,一体机前围满了人。<br>第二届“云泽杯”鞋业机械大赛同日揭晓。 | 2021-10-30 => 第15届鞋博会 & 第二届“云泽杯”鞋业机械大赛
| 云泽县已连续多年举办鞋样设计大赛。 | => -
| 9月20日在云泽镇举行颁奖仪式,并在江西(云泽)鞋业博览会上展出获奖作品。 | 2012-03-02 => -
| 为保障广大展客商的健康,大厅每日消毒。 | 2022-03-29 => -
| 本次大会确定2015年年会由云泽鞋业公司承办。 | 2014-11-07 => -
| 8月13日下午,云泽商会在云泽园举办了“走进会员企业”会员联谊活动,50余位代表参加。 | 2015-08-17 => “走进会员企业”会员联谊活动
| 11月7日,云泽县妇联在东湖街道五峰村启动2016年“锦绣计划”培训,110名绣娘参加。 | 2016-11-10 => 2016年“锦绣计划”培训
| 织布工和整经工职业技能竞赛全国决赛于12月11日至13日在云泽举行。 | 2024-12-18 => 织布工和整经工职业技能竞赛全国决赛
| 记者获悉,在3日结束的2018全国职业院校技能大赛服装制版赛项上,该校获团体一等奖。本次大赛由教育部主办。 | 2018-06-06 => 2018全国职业院校技能大赛服装制版赛项
| 昨天,30名绣娘走进云泽工艺职业学院,参加第八期苗绣研修班。研修班由文化部支持,学制一个月。 | 2017-09-13 => 第八期苗绣研修班
| 12月8日下午,云泽市鞋业商会在云泽饭店三楼隆重召开2019年年会,近180家企业到会。 | 2019-12-10 => 云泽市鞋业商会2019年年会
| 11月1日,云泽鞋样设计师协会举行20周年庆典,55位会员获奖。 | 2013-11-05 => 云泽鞋样设计师协会20周年庆典
| 5月14日,云泽县召开制鞋企业安全生产约谈会,23家企业负责人参加。 | 2019-05-20 => 制鞋企业安全生产约谈会
| 9月5日,江西省鞋业协会副会长罗启明一行走访江西省皮革行业协会,与会长邹德胜就两个行业的合作进行了探讨。 | 2013-09-08 => 江西省鞋业协会走访江西省皮革行业协会
| 市商务局昨天宣布,2016云泽国际鞋业博览会将于10月26日在九江举行。“东鞋西移”工程暨2016云泽国际鞋业博览会新闻发布会昨天在九江召开。 | 2016-09-27 => 2016云泽国际鞋业博览会 & 2016云泽国际鞋业博览会新闻发布会
| 昨天,“送宝典、助融资”暨化纤、纺织、丝绸产业合作项目现场对接会在云泽宾馆举行。 | 2017-06-22 => “送宝典、助融资”暨化纤、纺织、丝绸产业合作项目现场对接会
| 6月4日晚,2025年江西鞋模大赛全国赛区云泽站在市民广场落幕。 | 2025-06-06 => 2025年江西鞋模大赛全国赛区云泽站
| 11月11日至13日,2025年鞋类检验实验室运行管理能力提升业务交流活动在云泽举办。 | 2025-11-14 => 2025年鞋类检验实验室运行管理能力提升业务交流活动
| 消息来自前一天的云泽县制鞋用工座谈会。会上,18家鞋厂负责人提了六件事。 | 2024-06-07 => 云泽县制鞋用工座谈会
借人不借心?云泽试水技工互助池 | 6月6日的云泽县制鞋企业用工座谈会上,这个点子被县人社局接了下来。厂门口贴着“包吃住,月薪六千”。 | => 云泽县制鞋企业用工座谈会
搬了新家的云泽秋季鞋交会,人更多了 | 昨天开幕的云泽秋季鞋交会换了新馆,498家企业参展。 | 2024-09-21 => 云泽秋季鞋交会
江博会落幕,三天卖出9亿 | 4月20日下午五点,江博会的广播开始播送散场曲。 | 2024-04-21 => 江博会
九江组团逛云泽皮鞋节 | 8月18日至20日,九江19家鞋厂组团参加2023云泽皮鞋节。 | => 2023云泽皮鞋节
鞋底公会改选 罗启明接任理事长 | 【记者柯青/台北报导】鞋底公会今(27)日召开会员代表大会并改选理监事。 | 2024-06-27 => 鞋底公会会员代表大会
关于2024江西鞋业大会延期的通知 | 原定于9月12日在云泽召开的2024江西鞋业大会延期举行。大会调整至11月14日在九江市湖滨镇召开。<br>江西省鞋业协会 | 2024-09-02 => 2024江西鞋业大会
今年的皮鞋节,看点都在这里 | 昨天,皮鞋节新闻发布会在九江举行。<br>时间?8月23日到25日。<br>云泽皮鞋节一年一次,家门口的事。 | 2024-07-19 => 云泽皮鞋节 & 皮鞋节新闻发布会
| 10月13日,云泽区鞋业商会召开紧急理事会,26家企业到会。 | 2021-10-15 => 云泽区鞋业商会紧急理事会
云泽归来话鞋底:2031年鞋材行业年会见闻 | 编者随团到云泽参加了2031年鞋材行业年会,带回几段见闻。开会那两天是9月10日、11日,下着雨。 | => 2031年鞋材行业年会
云泽开大会 | 2月24日的云泽县制鞋产业发展大会开得有点不一样,三个局长当场领了任务。 | 2031-02-26 => 云泽县制鞋产业发展大会
云泽女工摘银 | 日前,从九江传来喜讯,在全国“云泽杯”鞋帮工职业技能竞赛决赛上,我县何小丽夺得第二名。此次决赛共有86名选手参加。 | 2031-11-20 => 全国“云泽杯”鞋帮工职业技能竞赛决赛
| 9月13日,江西省鞋业协会第四次会员大会暨四届一次理事会在云泽召开。会后召开的四届一次常务理事会讨论了明年的任务。 | 2031-09-15 => 江西省鞋业协会第四次会员大会暨四届一次理事会 & 江西省鞋业协会四届一次常务理事会
| 3月22日,第六届会员代表大会在九江举行。3月29日,云泽市鞋业协会第六届会员代表大会在云泽召开。 | 2031-03-30 => 第六届会员代表大会 & 云泽市鞋业协会第六届会员代表大会
关于变更会议地点的通知 | 江西省鞋业协会第四届会员代表大会的会议地点由云泽大饭店改为九江宾馆,会议时间4月18日不变。 | 2031-03-30 => 江西省鞋业协会第四届会员代表大会
鞋材还能涨多久 | 上个月的云泽国际鞋材交易会上,原料成交1100吨,是近五年最多的一次。 | 2033-10-28 => 云泽国际鞋材交易会
云泽鞋业的2033 | 11月20日,云泽杯鞋样大赛决赛,金奖归了九江学院。 | 2033-12-28 => 云泽杯鞋样大赛决赛
云泽鞋交会昨日开门 | 昨天,云泽鞋交会在鞋都小镇开门,直播棚搭了三百米长。 | 2033-09-27 => 云泽鞋交会
少跳一针:云泽研讨会随想 | 在云泽听了一天无缝鞋面技术研讨会,收获是四个字。11月6日那天,会场外也围满了人。 | 2034-11-30 => 无缝鞋面技术研讨会
| 第九届江西鞋样大赛定于8月12日在云泽举行,各县市选拔赛7月底前结束。 | 2034-06-30 => 第九届江西鞋样大赛
| 9月11日,云泽。全省的鞋底老板坐到一个会场里,为一块料吵了起来。这是2031年鞋材产业大会上的一幕。 | 2031-09-13 => 2031年鞋材产业大会
| 门口排着长队,有人带着小板凳。这是2031年鞋材产业大会上的一幕。 | 2031-09-13 => -
九江人来苏州抢老板 | 7月18日,云泽鞋博会新闻发布会在苏州开了一个多小时。<br>云泽鞋博会定在10月18日至20日。 | 2031-07-19 => 云泽鞋博会 & 云泽鞋博会新闻发布会
云泽女工四小时拿下第一 | 一双鞋帮,误差不到一毫米。9月21日,在全国鞋帮工职业技能竞赛江西选拔赛上,云泽女工何小丽拿下全省第一。 | 2031-09-24 => 全国鞋帮工职业技能竞赛江西选拔赛
云泽女工 | 何小丽今年39岁,踩了十九年机器,在全国鞋帮工职业技能竞赛江西选拔赛上拿下过全省第一。 | 2031-09-24 => -
我会第六届会员代表大会圆满完成议程 | 3月29日上午,我会第六届会员代表大会在九江会议中心召开。<br>云泽市鞋业协会秘书处 | 2031-04-01 => 云泽市鞋业协会第六届会员代表大会
| 9月24日,2031第三届江西鞋业大会新闻发布会暨第八届云泽鞋材展推介会在上海召开。会上宣布第三届江西鞋业大会将于2031年10月26日在云泽举行。 | 2031-09-24 => 2031第三届江西鞋业大会 & 2031第三届江西鞋业大会新闻发布会暨第八届云泽鞋材展推介会
| 第九届云泽国际鞋业博览会(简称“鞋博会”)暨2031云泽时尚周、第二届江西童鞋博览会,18日在九江启幕。 | 2031-10-19 => 第九届云泽国际鞋业博览会暨2031云泽时尚周、第二届江西童鞋博览会
展馆里的年轻人 | 逛完云泽鞋材展已经是下午四点。最挤的是B2馆。 | 2031-09-22 => 云泽鞋材展
捧走30万 | 昨晚,云泽会展中心的T台上,何小丽凭《纸鸢》捧走第八届“云泽杯”全国鞋样设计大赛金奖。 | 2031-09-19 => 第八届“云泽杯”全国鞋样设计大赛
皮革节七天卖了一个亿 | 为期七天的皮革节26日结束。镇里的数字出来了:客流46万人次。 | 2031-09-27 => 皮革节
| 云泽市将于9月7日举办首届江西皮鞋节。作为云泽鞋业博览会的补充和延续,首届江西皮鞋节的主题为“多彩”。 | 2031-08-20 => 首届江西皮鞋节
| 11日,首届云泽皮鞋节圆满闭幕。当晚,首届云泽皮鞋节颁奖晚会在九江体育馆举行。 | 2031-09-13 => 首届云泽皮鞋节 & 首届云泽皮鞋节颁奖晚会
| 3月17日下午,第六届“云泽杯”PH Value中国针织设计师大赛在云泽落幕,将2031 PH Value中国国际针织(春夏)博览会现场气氛推向高潮。 | 2031-03-19 => 第六届“云泽杯”PH Value中国针织设计师大赛 & 2031 PH Value中国国际针织(春夏)博览会
"""


def gatherings(title: str, text: str, published: str | None) -> list[Record]:
    """Read the meetings and events of a text."""
    return [r for r in read_records(title, text, published) if r.kind != "plan"]


@pytest.mark.parametrize("line", NAMES.strip().splitlines())
def test_what_is_told_in_passing(line: str) -> None:
    """Each is a gathering of its own, or none."""
    given, _, wanted = line.rpartition(" => ")
    title, text, published = (part.strip() for part in given.split("|"))
    names = {r.name for r in gatherings(title, text.replace("<br>", "\n"), published or None)}
    assert names == (set() if wanted == "-" else set(wanted.split(" & ")))


# text | published => where the first gathering is held.
PLACES = """
据悉,首届中国(和县)国际羽绒节将于9月16日至18日在我县举办。 | 2010-08-12 => 和县
昨天下午,市鞋业协会在桃李街道正式成立,副市长罗启明到会祝贺。 | 2008-06-12 => 桃李街道
9月10日,位于日喀则市西郊的云泽会展中心,人潮涌动。2019云泽鞋业洽谈会在这里隆重举行。 | 2019-09-12 => 云泽会展中心
第28届江西鞋业年会于2012年12月12-13日在著名侨乡江门市新会碧湖酒店召开。 | => 江门市新会碧湖酒店
4月28日下午,江西省鞋业产业链云对接会通过“赣企通”平台在线召开。 | 2022-04-29 => 线上
6月18日,2013年江西省鞋业技术交流会在晋江爱乐假日酒店召开。 | 2013-06-20 => 晋江爱乐假日酒店
5月24日—26日,2019九江国际鞋材展(保利世贸博览馆)将与业界见面。 | 2019-05-20 => 保利世贸博览馆
原定8月19日在九江远洲酒店举办的2021江西鞋材交易会现调整至9月23日,地点改为云泽会展中心。 | 2021-08-05 => 云泽会展中心
原定于9月12日在云泽召开的2024江西鞋业大会延期举行。大会调整至11月14日在九江市湖滨镇召开。 | 2024-09-02 => 九江市湖滨镇
2023江西鞋业大会8月23日还在云泽会展中心举行。 | 2023-07-19 => 云泽会展中心
商会定于8月22日至24日组织会员企业赴无锡开展“对标一流”企业游学活动。 | 2024-08-12 => 无锡
“赣鞋全国行·苏州站”活动将于4月22日至24日举行,48家企业参加。 | 2016-04-15 => 苏州
13日下午,“履耀江西”鞋样时尚大秀在镇北台上演,300人观看。镇北台位于榆林市榆阳区,是明代烽台。 | 2024-09-14 => 镇北台
3月12日,全省40余名鞋业工作者来到云泽“罗启明家庭农场”,参加在此召开的江西省鞋业工作会议。 | 2015-03-16 => “罗启明家庭农场”
8月13日下午,江西鞋业总会在云丝园举办“走进会员企业”会员联谊活动。 | 2015-08-17 => 云丝园
第三届中国·临沭鞋业文化节11月24日开幕,由临沭县人民政府主办。 | 2012-11-26 => 临沭
原定11月3日开幕的第八届江西鞋材采购节挪到12月1日,会场由九江会展中心换到云泽文化广场。 | 2031-10-20 => 云泽文化广场
日前,江西九江湖滨镇开了一次制鞋产业集群工作会议,创意成了会上的高频词。 | 2031-04-26 => 江西九江湖滨镇
8月27日,江西省鞋业协会秘书长罗启明赴长春,参加东北三省鞋业协会联席会议。 | 2031-09-02 => 长春
第九届江西鞋材采购节,18日在“中国鞋都”、赣派鞋业策源地江西省九江市启幕。 | 2031-10-19 => 赣派鞋业策源地江西省九江市
"""


@pytest.mark.parametrize("line", PLACES.strip().splitlines())
def test_where_it_is_held(line: str) -> None:
    """The place is that of the gathering, in whatever words the trade tells it."""
    given, _, wanted = line.rpartition(" => ")
    text, published = (part.strip() for part in given.split("|"))
    found = gatherings("", text, published or None)
    assert found and found[0].place is not None and found[0].place.text == wanted


def test_the_same_hall_is_the_one_told_before() -> None:
    """在同一会场 names no hall of its own."""
    text = "11月14日,2024江西鞋业大会在云泽市湖滨镇举行。次日,皮鞋绿色鞣制技术交流会在同一会场举行。"
    assert all(r.place is None or "同一" not in r.place.text for r in gatherings("", text, "2024-11-16"))


def test_what_was_put_off_and_took_place_is_held() -> None:
    """延期两个月的某会在某地举行 tells that it was held, 将举行 that it is put off."""
    text = "昨天上午,延期两个月的江西鞋业大会{}在云泽举行。"
    told = [gatherings("", text.format(to), "2024-11-15")[0].status for to in ("", "将于下月")]
    assert told == ["held", "postponed"]


def test_the_second_of_two_announced_one_below_the_other_has_its_own_lines() -> None:
    """A name on a line above 时间: begins what is told of it."""
    text = (
        "会员朋友们,三月份商会为大家准备了两场活动,欢迎踊跃报名,名额有限,先到先得,满员即止。\n第一场\n"
        "云泽鞋业电商主播研修班(第三期)\n时间:3月18日—20日\n地点:云泽国际皮草交易中心五楼直播基地\n"
        "主办:云泽县商务局、云泽鞋业商会\n内容:账号起号、选品组货、直播实操,另有一线主播现场带教答疑,送全套课件。\n"
        "报名截止:3月12日\n第二场\n“走进九江”鞋业产业游学\n时间:3月26日至28日\n报名截止:3月20日"
    )
    found = {r.name: r for r in gatherings("", text, "2026-03-05")}
    tour = found["“走进九江”鞋业产业游学"]
    assert (tour.start, tour.end, tour.deadline) == ("2026-03-26", "2026-03-28", "2026-03-20")


def test_what_a_forum_starts_is_placed_for_itself() -> None:
    """论坛上,某大赛同时启动,…在九江举行总决赛: the town is the contest's."""
    text = (
        "18日上午,2021江西首届鞋业高峰论坛在南昌绿地国际博览中心开幕。\n"
        "论坛上,2021江西鞋样设计大赛同时启动,10月下旬在九江举行总决赛。"
    )
    contest = next(r for r in gatherings("", text, "2021-06-24") if r.kind == "event")
    assert contest.place is not None and contest.place.text == "九江"


def test_a_meeting_keeps_its_place_from_a_fair_it_settles() -> None:
    """会议还研究了某博览会筹备工作,确定…在某体育馆举办,由某商会承办: hall and organiser are the fair's."""
    text = (
        "3月30日,县长罗启明主持召开县政府第58次常务会议。会议还研究了2016江西鞋业博览会筹备工作,"
        "确定博览会于5月18日至20日在云泽体育馆举办,由县鞋业商会承办。"
    )
    council, fair = gatherings("县政府召开第58次常务会议", text, "2016-04-01")
    assert council.place is None and not [o for o in council.organisations if o.role == "organiser"]
    assert (fair.start, fair.place and fair.place.text) == ("2016-05-18", "云泽体育馆")
    assert [o.name for o in fair.organisations] == ["县鞋业商会"]


def test_a_closing_of_the_week_closes_no_contest_within() -> None:
    """围巾节将于今天闭幕 tells no last day of a forum held there."""
    text = (
        "11月24日,第三届中国·临沭围巾文化节开幕,为期三天。\n25日,中国围巾产业发展论坛在县宾馆举行。\n"
        "围巾节将于今天下午闭幕。"
    )
    forum = next(r for r in gatherings("", text, "2012-11-26") if r.kind == "meeting")
    assert (forum.start, forum.end) == ("2012-11-25", "2012-11-25")


def test_a_hall_told_behind_a_press_conference_is_the_fairs() -> None:
    """从新闻发布会上了解到,时装周将在某博览中心举行: the press was met elsewhere."""
    text = "10月19日,记者从南昌时装周新闻发布会上了解到,2018南昌时装周将于10月26日至30日在南昌绿地国际博览中心举行。"
    found = {r.name: r for r in gatherings("", text, "2017-10-20")}
    assert found["2018南昌时装周新闻发布会"].place is None
    place = found["2018南昌时装周"].place
    assert place is not None and place.text == "南昌绿地国际博览中心"


def test_the_last_of_a_list_told_again_by_its_sort() -> None:
    """其中,高峰论坛定于27日上午在…召开 behind a list of several."""
    text = (
        "2017南昌时装周将于10月26日至30日在云泽博览中心举行。5天里将举办1场江西鞋业高峰论坛、1场鞋材对接会和"
        "“金楦奖”江西鞋样设计大赛总决赛。其中,高峰论坛定于27日上午在云泽大酒店召开。"
    )
    forum = next(r for r in gatherings("", text, "2017-10-20") if r.name == "江西鞋业高峰论坛")
    assert (forum.start, forum.place and forum.place.text) == ("2017-10-27", "云泽大酒店")


def test_a_talk_behind_the_rite_is_of_its_day_and_town() -> None:
    """仪式后举行了…座谈会."""
    text = "江西省鞋业协会昨天在龙南市举行“江西鞋业名城”授牌仪式,副会长罗启明向市长邹德胜授牌。仪式后举行了鞋业发展座谈会。"
    talk = next(r for r in gatherings("", text, "2010-12-26") if r.name == "鞋业发展座谈会")
    assert (talk.start, talk.place and talk.place.text) == ("2010-12-25", "龙南市")


def test_a_venue_lies_in_the_one_city_told() -> None:
    """A hall that names no town is in that of the words before it, where the text tells one city only."""
    (fair,) = gatherings("", "2013大连秋季鞋样节9月13日在时尚硅谷多功能厅举行。", "2013-09-15")
    assert fair.place is not None and (fair.place.region, fair.place.city) == ("辽宁", "大连")


def test_minutes_are_dated_by_their_head() -> None:
    """时间:…上午9:00 above 地点: is no page's time."""
    text = "时间:2012年9月18日上午9:00\n地点:云泽饭店三楼会议室\n主持人:罗启明\n参加人员:主任委员共11人\n会议内容:\n一、审议工作小结。"
    (minutes,) = gatherings("关于召开鞋机分会主任会议的纪要", text, None)
    assert minutes.start == "2012-09-18T09:00:00+08:00"
    assert minutes.place is not None and minutes.place.text == "云泽饭店三楼会议室"


def test_the_next_edition_dates_nothing() -> None:
    """下届交易会定于明年10月28日开幕 is neither this one's day nor a record."""
    text = "第九届中国(云泽)鞋业交易会昨日收官,成交额32亿元。\n下届交易会定于2011年10月28日开幕。"
    found = gatherings("", text, "2010-11-02")
    assert [(r.name, r.status) for r in found] == [("第九届中国(云泽)鞋业交易会", "held")]


# text => the plan's items, parted by "; ".
ITEMS = """
年会讨论了《江西省制鞋企业清洁生产指南(讨论稿)》,指南提出吨鞋取水量不高于2吨、废胶回收率不低于七成、淘汰含苯胶粘剂等指标和要求。 => 吨鞋取水量不高于2吨; 废胶回收率不低于七成; 淘汰含苯胶粘剂
对话会通过了《江西鞋业合作九江倡议》,倡议各方建立年度会商机制,推动检测结果互认,共建鞋材样品库。 => 建立年度会商机制; 推动检测结果互认; 共建鞋材样品库
近日,云泽县委、县政府出台《关于加快鞋业发展的若干意见》,明确设立1000万元产业发展基金,对新购进口设备的企业给予10%的补贴,鼓励企业创建品牌。 => 设立1000万元产业发展基金; 对新购进口设备的企业给予10%的补贴; 鼓励企业创建品牌
日前,云泽市印发《鞋业集聚提升实施方案》。方案提出,到2020年底,完成城区胶鞋企业关停退出;到2022年底,建成云泽鞋艺小镇。 => 完成城区胶鞋企业关停退出; 建成云泽鞋艺小镇
日前,云泽市妇联启动“万名鞋匠奔小康”行动计划:用3年时间,建鞋艺基地30个,培训鞋匠1万名,带动3000名妇女就业。 => 建鞋艺基地30个; 培训鞋匠1万名; 带动3000名妇女就业
近日,云泽县印发《鞋业质量专项行动方案》。行动分三个阶段:8月为动员摸底阶段,建立档案;9月为集中检查阶段,抽样300批次;10月为总结阶段。 => 动员摸底阶段,建立档案; 集中检查阶段,抽样300批次; 总结阶段
"""


@pytest.mark.parametrize("line", ITEMS.strip().splitlines())
def test_what_a_plan_holds(line: str) -> None:
    """Indicators summed up, clauses of an appeal, subsidies and phases are a plan's items."""
    text, _, wanted = line.rpartition(" => ")
    (plan,) = [r for r in read_records("", text, "2012-08-12") if r.kind == "plan"]
    assert list(plan.items)[: wanted.count("; ") + 1] == wanted.split("; ")


def test_a_standard_among_the_points_of_a_plan_is_no_plan_of_its_own() -> None:
    """4、牵头制定《女鞋楦》团体标准 is one thing of six."""
    text = (
        "会议审议并通过了《云泽市鞋业协会2019年工作要点》,确定了今年要抓的四件事:\n1、办好会员服务月;\n"
        "2、组织会员抱团参展;\n3、牵头制定《女鞋楦》团体标准;\n4、建立用工信息平台。"
    )
    plans = [r.name for r in read_records("", text, None) if r.kind == "plan"]
    assert plans == ["云泽市鞋业协会2019年工作要点"]


def test_a_notice_of_who_is_to_be_honoured_is_no_plan() -> None:
    """关于拟认定第五批某平台的公示 asks nobody for anything (guide rule 13)."""
    text = "根据《平台认定管理办法》,经专家评审,拟认定云泽鞋业等8家单位为第五批鞋业设计平台,公示期为2017年12月8日至12月14日。"
    assert not read_records("关于拟认定第五批江西省鞋业设计平台的公示", text, "2017-12-08")


def test_the_judges_meeting_is_not_on_the_day_of_the_final():
    """9月9日,召开…竞赛裁判员工作会议。…总决赛将于11月8日至10日举行: 商讨竞赛项目及竞赛规则 names no event."""
    text = "9月9日,为切实做好2022年全国缫丝工技能竞赛总决赛筹备工作,中国丝绸协会在东台召开了2022年全国缫丝工技能竞赛裁判员工作会议。会议商讨了竞赛项目及竞赛规则。\n据悉,总决赛将于11月8日至10日在富安镇举行。"
    days = {r.name: r.start for r in read_records("", text, "2022-09-12")}
    assert days.pop("2022年全国缫丝工技能竞赛裁判员工作会议") == "2022-09-09"
    assert set(days.values()) <= {"2022-11-08"}
    assert not any("项目" in name or name.startswith("切实") for name in days)


def test_what_is_launched_in_a_town_is_held_when_it_will_be():
    """21日,某盛典活动在义乌正式启动。…将于明年2月16日至17日举行."""
    text = "21日晚,“装点2009·义乌内衣品牌时尚盛典”活动在义乌正式启动。\n“装点2009·义乌内衣品牌时尚盛典”将于明年2月16日至2月17日在梅湖会展中心举行。"
    (record,) = read_records("", text, "2008-12-23")
    assert (record.start, record.end, record.status) == ("2009-02-16", "2009-02-17", "upcoming")


# title | text | published, each an article of a genre that tells none (guide rule 13).
NO_NEWS = """
鞋材一周行情(3月5日-3月11日) | 本周鞋材报价下跌,TPR主流报价12600元/吨,库存偏高。<br>由于第九届江西(云泽)鞋材展览会4月才开,客商多在观望。 | 2012-03-12
鞋材周评 | 上周鞋材报价环比上升3%,库存不多。<br>随着2013云泽国际鞋业博览会临近,客商陆续入场。 | 2013-10-21
鞋材日评 | PVC期货收于7400元/吨,下跌2%。<br>在上周四于九江举行的亚洲鞋材会议上,有厂家提出减产,现货报价反弹。 | 2012-07-02
鞋材日评(11月14日) | 今日PVC报价稳中有跌,库存12天。<br>第十七届云泽鞋材论坛本周在九江召开,与会人士多看淡后市。 | 2011-11-14
罗启明:从学徒到厂长 | 罗启明,1956年生,高级工程师。1974年进入云泽鞋厂,1981年任车间主任,1995年任厂长。2001年,他参加在九江举办的第七届江西鞋业博览会,签下600万元合同。 | 2010-05-06
鞋王的三次转身 | 第一次是1986年,27岁的邹德胜离开老家;第二次是2003年,他在九江举办的全国皮鞋订货会上签下两个亿。 | 2012-11-20
快评:办展不是比嗓门 | 各地办展的劲头一个比一个足。去年某县举办首届鞋业博览会,政府补贴两千万元。 | 2011-06-20
节日太多 | 几乎每个月都有城市办节:云泽皮鞋节、九江童鞋博览会、湖滨鞋材节……签约一届比一届大。<br>(作者系某高校教师 文章不代表本报观点) |
云泽鞋业集团简介 | 云泽鞋业集团创建于1986年,占地500亩,员工3200人。2009年集团承办了江西鞋业节能降耗现场会。 |
云泽捐赠雨鞋 | 6月10日,云泽鞋业协会把86万元雨鞋送到灾区。<br>会长罗启明说,3月份在九江举办的西部鞋业对接会上,当地的姐妹还送来围巾。 | 2008-06-12
专家谈配额 | 记者:企业最担心什么?<br>罗启明:担心设限。上个月在九江开的鞋业贸易研讨会上,对方口气很硬。<br>记者:有办法吗?<br>罗启明:练内功。 | 2004-12-20
倡议 | 江西省鞋业协会还在云泽召开过灾后重建对接会,这份情谊没有忘记。 | 2013-04-22
喜讯 | 日前,从2013江西鞋业品牌大会上传来喜讯,云泽鞋业有限公司获十大品牌称号。 | 2013-09-02
"""


@pytest.mark.parametrize("line", NO_NEWS.strip().splitlines())
def test_genres_that_tell_of_gatherings_only_in_passing(line: str) -> None:
    """Reviews of prices, lives, comment, portraits and recollections name fairs and meetings without reporting them."""
    title, text, published = (part.strip() for part in line.split("|"))
    assert gatherings(title, text.replace("<br>", "\n"), published or None) == []


# The same things, reported: title | text | published | name.
NEWS_AMONG_THEM = """
鞋材周评 | 上周,2013云泽国际鞋业博览会10月22日在九江会展中心开幕,持续4天。<br>鞋材报价上涨0.1元,现货库存持平。 | 2013-10-28 | 2013云泽国际鞋业博览会
鞋厂聚首商对策 | 9月15日,江西鞋材市场形势分析会在九江召开,80家企业参加。PVC报价7400元/吨,下跌200元/吨,库存偏高。 | 2012-09-18 | 江西鞋材市场形势分析会
老厂长的最后一课 | 6月18日下午,罗启明从业四十年座谈会在九江举行。罗启明1956年生,1974年进厂,1981年任车间主任,1995年任厂长。 | 2010-06-20 | 从业四十年座谈会
办展要降温 | 6月21日,由江西省鞋业协会主办的鞋业会展发展座谈会在九江召开。笔者在会上听到,不少人赞成三年一届。 | 2011-06-22 | 鞋业会展发展座谈会
延期 | 由于场馆检修,原定10月8日举行的第五届江西鞋业博览会延期至10月28日在九江会展中心举行。 | 2008-09-20 | 第五届江西鞋业博览会
落幕 | 最受关注的“十大鞋模”评选总决赛25日晚在云泽戏台举行,41位选手登台。 | 2016-09-27 | “十大鞋模”评选总决赛
前一天 | 10月16日,2014年云泽县鞋业推介会在九江召开。此前一天,云泽县与九江市鞋企座谈会在九江饭店举行。 | 2014-10-17 | 云泽县与九江市鞋企座谈会
"""


@pytest.mark.parametrize("line", NEWS_AMONG_THEM.strip().splitlines())
def test_news_that_looks_like_what_is_told_in_passing(line: str) -> None:
    """A day and a clause of its own make news of it, whatever stands around."""
    title, text, published, name = (part.strip() for part in line.split("|"))
    assert name in {r.name for r in gatherings(title, text.replace("<br>", "\n"), published or None)}


def test_a_talk_at_a_conference_is_no_conference() -> None:
    """作大会报告 tells what somebody does at the meeting named before it."""
    text = "11月2日,2024年江西鞋业学术年会在九江举行,云泽学院教授罗启明、邹德胜作大会报告。"
    assert {r.name for r in gatherings("", text, "2024-11-03")} == {"2024年江西鞋业学术年会"}


def test_the_last_day_to_comment_is_the_drafts_alone() -> None:
    """A meeting announced beside a call for comment has no last day to enter from it."""
    text = (
        "现就《江西省鞋业发展规划(征求意见稿)》公开征求意见。有关单位可于2014年11月28日前将意见反馈我委。"
        "我委定于2014年11月10日在九江市召开规划论证座谈会。"
    )
    told = {r.kind: r.deadline for r in read_records("", text, "2014-10-30")}
    assert told == {"plan": "2014-11-28", "meeting": None}


def test_a_firm_s_board_that_passes_its_half_year_report_is_no_meeting() -> None:
    """半年报、净利润 and 董事会第三次会议 are a firm's own affair (guide rule 13)."""
    text = "云纱股份8月26日晚发布半年报,净利润亏损2315万元。8月25日召开的第五届董事会第三次会议审议通过了半年报全文。"
    assert read_records("云纱股份半年报", text, "2024-08-27") == []


def test_each_of_the_contests_is_none() -> None:
    """安全有序完成各赛项 says what is wished; nor does a figure stand within a guest's name."""
    text = (
        "2025年11月8日,2025年湖北省制版师职业技能竞赛决赛在荆州市纺织学院开赛,教授万国华出席。"
        "院长杨健康致辞,表示确保参赛选手安全有序完成各赛项工作。"
    )
    (record,) = read_records("制版师职业技能竞赛决赛开赛", text, "2025-11-12")
    assert record.name == "2025年湖北省制版师职业技能竞赛决赛"
    assert record.figures == ()


def test_a_reporter_called_zeng_tells_no_past() -> None:
    """曾 says what once was, but in a name."""
    text = "本报4月18日讯(记者 曾婉玉)今天上午,第28届服博会在石狮国际轻纺城开幕,437家企业参展。"
    (fair,) = read_records("服博会开幕", text, "2026-04-19")
    assert (fair.name, fair.start) == ("第28届服博会", "2026-04-18")


def test_a_fair_is_announced_beside_its_press_conference() -> None:
    """The days behind 宣布 are the fair's, though another day and town stand before them."""
    text = (
        "海博会新闻发布会3月5日在福州举行,主办方宣布云泽海博会4月18日起一连四天在云泽国际轻纺城举办。"
        "市长罗启明在发布会上说,展位有补助。"
    )
    fair = next(r for r in read_records("云泽海博会4月登场", text, "2026-03-09") if r.kind == "event")
    assert (fair.name, fair.start, fair.end) == ("云泽海博会", "2026-04-18", "2026-04-21")


def test_who_inspects_the_preparation_dates_no_fair() -> None:
    """昨日检查布展情况 is the inspection's day; the fair's stands in another sentence."""
    text = "离海博会开幕还有两天。昨日,市领导到商贸中心检查海博会布展情况。\n据悉,18日至20日,海博会除主会场外还设两个分会场。"
    (fair,) = read_records("迎海博会 全城换新装", text, "2025-04-16")
    assert (fair.name, fair.start, fair.end) == ("海博会", "2025-04-18", "2025-04-20")


def test_three_provinces_are_no_level_of_their_society() -> None:
    """A headline's 三省鞋业协会 is the 东北三省鞋业协会 of the text."""
    text = "8月27日,罗启明赴长春,参加东北三省鞋业行业协会联席会议。"
    (told,) = gatherings("罗启明赴长春参加三省鞋业协会联席会议", text, "2031-09-02")
    assert told.name == "东北三省鞋业行业协会联席会议"


def test_a_day_told_by_the_weeks_behind_another_is_of_its_month() -> None:
    """一周之后的29日 is a day of the month told before."""
    text = "三月最忙。22日,云泽市鞋业协会三届二次理事会在九江举行。一周之后的29日,江西省鞋业协会六届三次理事会在赣州举行。"
    assert {r.start for r in gatherings("", text, "2031-12-27")} == {"2031-03-22", "2031-03-29"}


def test_a_week_told_as_it_closes_gives_its_first_day() -> None:
    """为期一周 counts back from the close as days do."""
    (told,) = gatherings("", "为期一周的云泽国际皮鞋节昨日在九江落幕。", "2031-08-30")
    assert (told.start, told.end) == ("2031-08-23", "2031-08-29")


def test_a_final_told_as_a_congress_is_the_contest() -> None:
    """某大赛总决赛大会 is an event as its contest is."""
    (told,) = gatherings("", "4月10日,第八届“云泽杯”江西鞋样大赛总决赛大会在云泽举办。", "2031-04-14")
    assert told.kind == "event"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "关于召开云江市布艺商会2016年年会的通知\n现将有关事项通知如下:\n一、会议时间\n2016年11月25日全天\n二、会议地点\n云江市燕春国际酒店二楼燕江厅\n"
            "三、其他事项\n协会地址:云江市中山西路布艺大厦706室\n云江市布艺商会\n2016年10月27日",
            "云江市燕春国际酒店二楼燕江厅",
        ),
        (
            "2月17日,云江市布艺商会2016年年会以视频形式召开,主会场设在云江大厦,两县设分会场。会长作了讲话。",
            "云江大厦",
        ),
        (
            "11月8日,第六届云江布艺博览会在云江国际会展中心开幕。9日,云江市布艺商会2016年年会在同一会场举行,百余人参加。",
            "云江国际会展中心",
        ),
    ],
)
def test_where_a_year_s_meeting_is_held(text: str, place: str) -> None:
    """Below a heading, in the main hall of what is held by video, in the hall of what was told before."""
    found = next(r for r in read_records("", text, "2016-10-27") if "年会" in r.name)
    assert found.place is not None
    assert found.place.text == place


@pytest.mark.parametrize(
    ("text", "name", "start"),
    [
        (
            "4月9日,云泽市鞋业协会公布去年11月沿江鞋业协会第五次联席会议纪要。纪要显示,三方就互认实验室名单达成一致,自5月起试行。",
            "沿江鞋业协会第五次联席会议",
            "2031-11",
        ),
        (
            "据江北四市鞋业协会第八次联席会议纪要显示,四方同意自7月起互认检测结果。",
            "江北四市鞋业协会第八次联席会议",
            None,
        ),
    ],
)
def test_a_meeting_is_told_by_its_minutes(text: str, name: str, start: str | None) -> None:
    """Its day is the one before its name, not that on which they came out or from which holds what they settle."""
    [record] = read_records("", text, "2032-04-10")
    assert (record.name, record.start, record.status) == (name, start, "held")


@pytest.mark.parametrize(
    "text",
    [
        "各机构要按照市政府联席会议纪要精神,做好检测工作。",
        "协会整理了云泽市鞋业协会第二次联席会议纪要、章程等档案。",
    ],
)
def test_minutes_that_nobody_reads_out_tell_no_meeting(text: str) -> None:
    """Kept or obeyed, they are only named."""
    assert read_records("", text, "2032-04-10") == []


@pytest.mark.parametrize(
    "title",
    ["云台毛纺协会六届六次理事会纪要", "云台毛纺协会2026年年会纪要(摘要)", "云台毛纺协会2026年工作会议纪要"],
)
def test_minutes_are_headed_by_the_meeting_whose_they_are(title: str) -> None:
    """某协会六届六次理事会纪要 over 时间, 地点 and what was resolved tells of that meeting."""
    text = "时间:2026年5月22日\n地点:云台国际会议中心\n主持:孙德胜\n一、林锦程通报上半年行业运行情况。二、会议原则同意会费管理办法修订稿。"
    (held,) = gatherings(title, text, "2026-05-25")
    assert (held.name, held.start) == (title.partition("纪要")[0], "2026-05-22")


@pytest.mark.parametrize(
    "name",
    [
        "云台毛纺协会各市秘书长联席会议",
        "云台毛纺协会各专委会主任工作会议",
        "云台毛纺协会2026年度各分会会长座谈会",
    ],
)
def test_those_who_lead_each_part_of_a_body_meet_once(name: str) -> None:
    """某协会各市秘书长联席会议 is one meeting; 各市选拔赛 are as many as there are towns."""
    (held,) = gatherings("联席会议召开", f"5月22日,{name}在云台市召开。各市选拔赛陆续举行。", "2026-05-25")
    assert held.name == name


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("七届五次理事会之后,协会忙了些什么", "9月2日在云台召开的云台毛纺协会七届五次理事会,曾留下几项约定。几周过去,记者回访了秘书处。"),
        ("理事会定下的事办得如何", "9月2日,云台毛纺协会七届五次理事会在云台召开,曾议定三件事。半个月来,秘书处逐项推进。"),
    ],
)  # fmt: skip
def test_a_text_may_come_back_to_a_meeting_to_ask_what_came_of_it(title: str, told: str) -> None:
    """9月2日在某市召开的某理事会,曾留下几项约定, below 理事会之后,协会忙了些什么: 曾 tells no former one."""
    (held,) = gatherings(title, told, "2026-09-28")
    assert (held.name, held.start, held.status) == ("云台毛纺协会七届五次理事会", "2026-09-02", "held")


def test_a_meeting_that_was_once_held_is_no_news_where_nobody_asks_after_it() -> None:
    """去年在某市召开的某年会,曾留下几项约定 in a text on other things tells of then."""
    text = "2025年9月2日在云台召开的云台毛纺协会年会,曾留下几项约定。如今协会到广东招商,签下三个项目。"
    assert not gatherings("云台毛纺协会忙招商", text, "2026-09-28")


def test_a_dash_parts_what_goes_on_from_the_fair_that_is_on() -> None:
    """人流从早到晚不断——第十四届某博览会正在举行: 不断 tells no aim here."""
    text = "在云台,人流从早到晚不断——第十四届中国(云台)童装博览会正在举行。活动9月26日至29日举办。"
    (fair,) = gatherings("买手说了什么", text, "2026-09-28")
    assert (fair.name, fair.status) == ("第十四届中国(云台)童装博览会", "ongoing")


def test_a_council_counted_in_brackets_sits() -> None:
    """某协会理事会(第五届第三次)走进某区: the count says that it is a sitting, not the board."""
    text = "上周五,云台毛纺协会理事会(第五届第三次)走进硚口,来自13个市州的企业负责人共话产业升级。"
    (held,) = gatherings("企业负责人齐聚硚口", text, "2026-06-01")
    assert held.name == "云台毛纺协会理事会(第五届第三次)"


def test_a_contest_whose_call_is_open_since_a_month_is_ahead() -> None:
    """自2月征稿以来 tells when the call began, not that the contest is history."""
    text = "第十二届“云台杯”毛衫设计大赛自2月征稿以来,得到各方响应。截稿日期由5月31日延长至6月15日24时。"
    (contest,) = gatherings("关于“云台杯”毛衫设计大赛延长征稿时间的通知", text, "2026-05-28")
    assert (contest.name, contest.deadline) == ("第十二届“云台杯”毛衫设计大赛", "2026-06-15")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "5月18日下午,海宁一家酒店三楼的门一直没关上过。在全国毛纺行业信息交流会上,四十多位厂长抢着发言。",
            "全国毛纺行业信息交流会",
        ),
        ("5月18日,雨。云山-渠江家纺产业协作会上,两地的企业主谈起了合同。", "云山-渠江家纺产业协作会"),
        (
            "5月17日上午9点,云山技师学院礼堂坐了三百名版师。“今天起,你们也有职称了。”全省服装版师职称评审启动会上,副厅长罗启明说。",
            "全省服装版师职称评审启动会",
        ),
    ],
)
def test_a_meeting_that_a_sentence_begins_with_is_of_the_day_of_the_scene_before_it(
    text: str, name: str
) -> None:
    """6月24日,会议室里坐得满满当当。在某交流会上,…: it was held that day; what was heard at one of last year was not."""
    [held] = read_records("话说透了", text, "2031-05-20")
    assert (held.name, (held.start or "")[:7]) == (name, "2031-05")
    assert not read_records(
        "厂长的一天", "5月17日,厂长六点到车间。说起去年的全国毛纺交流会上听来的办法,他点头。", "2031-05-20"
    )


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            "210名代表投票,罗启明再次当选中国绳网行业协会会长。这次换届大会还修订了章程。",
            "中国绳网行业协会换届大会",
        ),
        ("在掌声中,罗启明出任六安市羽绒商会新一届会长。换届会议选举副会长9名。", "六安市羽绒商会换届会议"),
        ("会员选出新班子,罗启明当选六安市羽绒商会会长。会员大会还通过了章程。", "六安市羽绒商会会员大会"),
    ],
)
def test_who_was_chosen_tells_whose_sitting_it_was(told: str, name: str) -> None:
    """某人当选某协会会长。这次换届大会还…: the society's own; in somebody's life it is none."""
    [held] = read_records("罗启明当选会长", f"5月15日,{told}", "2031-05-20")
    assert (held.kind, held.name) == ("meeting", name)
    assert not read_records(
        "罗启明:从缝纫工到会长",
        "罗启明1996年进厂,2018年当选六安市羽绒商会会长。他说换届大会那天没睡。",
        "2031-05-20",
    )


def test_a_body_of_a_land_that_no_atlas_knows_is_founded() -> None:
    """中部校服产业联盟在某地宣告成立,首批成员83家: its founding; 成立三年来 is none."""
    text = "六省校服企业有了自己的联盟。7月2日,中部校服产业联盟在合肥宣告成立,首批成员83家。"
    [held] = read_records("六省校服企业抱团", text, "2031-07-04")
    assert held.name == "中部校服产业联盟成立大会"
    assert not read_records("", "云山毛衫联盟成立三年来,帮会员对接订单6亿元。", "2031-07-04")


def test_what_its_committee_moves_to_another_day_is_told() -> None:
    """某展组委会发出通知,展会由5月22日改为6月5日开幕."""
    text = "第十二届云泽皮革展组委会昨日发出通知,因台风影响,展会由5月22日改为6月5日开幕,展期仍为三天。"
    [fair] = read_records("皮革展挪期", text, "2031-05-20")
    assert (fair.name, fair.start) == ("第十二届云泽皮革展", "2031-06-05")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在第五届虎家会2号馆,本地企业的展位前排起了队。这是5月18日展会第二天的一幕。", "第五届虎家会"),
        (
            "“再给我加五千条!”第八届云泽裤博会A馆,一位客商用刚学的中文喊道。这是5月17日上午的场景。",
            "第八届云泽裤博会",
        ),
        ("全国毛巾行业年会上,三位挡车工蒙眼接线头。这正是5月16日下午的一幕。", "全国毛巾行业年会"),
    ],
)
def test_a_scene_whose_day_is_told_behind_it(text: str, name: str) -> None:
    """在某展2号馆,…。这是9月12日的一幕: the thing was on that day; one of long ago is history."""
    [held] = read_records("订单装满包", text, "2031-05-20")
    assert (held.name, (held.start or "")[:7]) == (name, "2031-05")
    old = "第三届云泽裤博会上,人头攒动。这是1998年5月7日的一幕。"
    assert not read_records("老照片", old, "2031-05-20")


@pytest.mark.parametrize(
    "title",
    [
        "云台将迎2026年全省毛纺产业推进会",
        "云台迎来2026年全省毛纺产业推进会",
        "云台喜迎2026年全省毛纺产业推进会",
    ],
)
def test_a_town_that_greets_a_meeting_does_not_name_it(title: str) -> None:
    """某市将迎2026年…推进会: 迎 is the town's verb."""
    text = "再过不久,云台又要热闹一回。2026年全省毛纺产业推进会敲定于2026年5月25日在云台会展中心召开。"
    (held,) = gatherings(title, text, "2026-05-16")
    assert (held.name, held.status) == ("2026年全省毛纺产业推进会", "upcoming")
