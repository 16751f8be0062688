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


def test_an_activity_s_day_behind_a_comma_is_no_part_of_its_name() -> None:
    """1.某大赛决赛,4月18日—20日,某市: the line of a list gives name, days and town."""
    text = (
        "现将协会2031年度重点活动安排印发给你们。\n1.云山女裤设计大赛决赛,4月18日—20日,郑州;\n2.豫粤服装产业对接会,5月中旬,广州;\n"
        "3.校服质量管理培训班,7月,新乡;\n4.云山时尚周,9月上旬,郑州国际会展中心。\n云山服装行业协会\n2031年2月6日"
    )
    records = read_records("关于印发云山服装行业协会2031年度重点活动安排的通知", text, "2031-02-07")
    told = {r.name: (r.start, r.place and r.place.text) for r in records if r.kind == "event"}
    assert told["云山女裤设计大赛决赛"] == ("2031-04-18", "郑州")
    assert set(told) == {"云山女裤设计大赛决赛", "豫粤服装产业对接会", "校服质量管理培训班", "云山时尚周"}
    assert [r.name for r in records if r.kind == "plan"] == ["云山服装行业协会2031年度重点活动安排"]


def test_a_headline_s_show_is_the_one_its_town_holds() -> None:
    """兴城泳装展登场 above 兴城一连三日举行国际泳装博览会: words for any such show mean the headline's."""
    text = "位于辽宁的海滨城市兴城,一连三日举行国际泳装博览会。这项由云山针织工业协会主办的盛事8月22日揭幕,吸引四百多家厂商参展。"
    [fair] = read_records("兴城泳装展登场", text, "2031-08-24")
    assert fair.kind == "event" and fair.start == "2031-08-22"


def test_a_training_held_in_a_town_is_an_event() -> None:
    """由某协会举办的某业管理体系培训在某镇举行."""
    text = "8月24日,由云山纺织工业协会举办的毛纺企业管理体系培训在海宁马桥举行,43家企业的78名管理人员参加了为期一天的培训。"
    [training] = read_records("管理体系培训进集群", text, "2031-08-26")
    assert training.name == "毛纺企业管理体系培训" and training.start == "2031-08-24"


def test_what_was_opened_on_a_day_is_not_ahead() -> None:
    """18日启幕的某展…将持续到21日: it opened this month, whatever is said of its end; 腊月将至 tells nothing of a day."""
    text = "连日来,石狮国际会展中心人潮涌动。18日启幕的第二十七届海博会吸引了30多个国家的采购商,展会将持续到21日。"
    [fair] = read_records("海博会吸引八方客商", text, "2031-04-20")
    assert (fair.start, fair.end, fair.status) == ("2031-04-18", "2031-04-21", "ongoing")
    assert fair.place is not None and fair.place.text == "石狮国际会展中心"
    text = "腊月将至,云山服装行业协会“围炉夜话”新春座谈会12日晚在云山红馆举行,近百位掌门人畅谈新年打算。"
    [met] = read_records("云山服装人“围炉夜话”", text, "2031-01-15")
    assert met.start == "2031-01-12"


def test_whoever_brings_firms_to_a_fair_does_not_hold_it() -> None:
    """某县商务局组织企业参加在某地举办的某展: the county is no host."""
    text = "4月20日至23日,高阳县商务局组织18家毛巾企业参加在香港会展中心举办的香港国际家用纺织品展,接单2600万美元。"
    [fair] = read_records("毛巾之乡“走出去”", text, "2031-05-09")
    assert not any(o.role == "host" for o in fair.organisations)


def test_a_list_numbered_before_its_days_is_of_its_year() -> None:
    """1.3月28日,某培训班(某中心): the number is no part of the day, the hall stands in brackets, and December is of the list's year."""
    text = (
        "为方便会员单位安排工作,现将协会2031年度重点活动公布如下:\n1.3月28日,会员企业管理干部培训班(协会培训中心)\n2.4月中旬,赴韩国东大门市场商务考察\n"
        "3.5月16—18日,大连西装定制对接会(普兰店区体育中心)\n4.12月20日,协会年终总结会\n云山服装协会\n2031年1月16日"
    )
    records = read_records("云山服装协会2031年度重点活动安排", text, None)
    told = {r.name: r.start for r in records if r.kind != "plan"}
    assert told["大连西装定制对接会"] == "2031-05-16"
    assert [day for name, day in told.items() if name.endswith("年终总结会")] == ["2031-12-20"]
    [plan] = [r for r in records if r.kind == "plan"]
    assert [o.name for o in plan.organisations if o.role == "issuer"] == ["云山服装协会"]


def test_what_is_held_as_another_thing_closes_has_that_day_alone() -> None:
    """12月6日晚,某时装周闭幕,某大赛总决赛同时举行,…自12月3日起历时四天: the final is of the 6th."""
    text = (
        "12月6日晚,2031云山时装周在云山大剧院闭幕,“云城新锐”青年服装设计大赛总决赛同时举行。\n"
        "本届时装周由云山服装协会主办,自12月3日起历时四天,先后安排品牌发布12场。"
    )
    told = {r.name: (r.start, r.end) for r in read_records("云山时装周昨晚收官", text, "2031-12-07")}
    assert told["2031云山时装周"] == ("2031-12-03", "2031-12-06")
    assert told["“云城新锐”青年服装设计大赛总决赛"] == ("2031-12-06", "2031-12-06")


@pytest.mark.parametrize(
    ("title", "told", "name"),
    [
        (
            "参展邀请|2031石狮面辅料博览会",
            "时间:2031年4月18—20日\n地点:石狮国际轻纺城\n中国(石狮)国际纺织面辅料博览会已成功举办十一届。\n展位费:8800元/个",
            "中国(石狮)国际纺织面辅料博览会",
        ),
        (
            "第九届温州鞋机展|邀请函",
            "展期:2031年4月18日至20日\n展馆:温州国际会展中心\n温州鞋机展自2008年创办以来已举办八届,累计成交120亿元。\n联系人:张先生",
            "第九届温州鞋机展",
        ),
        (
            "【邀请】2031海宁皮革裘皮博览会",
            "■时间:2031年4月18日至20日\n■地点:海宁会展中心\n海宁皮革裘皮博览会创办于1994年,去年第三十届吸引客商8万人次。\n凭请柬入场。",
            "2031海宁皮革裘皮博览会",
        ),
        (
            "通知丨2031濮院毛衫流行趋势研讨会",
            "时间:2031年4月18日至20日\n地点:濮院毛衫创新园\n上一届研讨会于去年9月举行。",
            "2031濮院毛衫流行趋势研讨会",
        ),
    ],
)
def test_an_invitation_is_to_what_its_headline_names(title: str, told: str, name: str) -> None:
    """Its lines say when and where, and its text no more than how often it was held before."""
    found = read(told, "2031-02-18", title)
    assert [(r.name, r.start, r.end) for r in found.values()] == [(name, "2031-04-18", "2031-04-20")]


@pytest.mark.parametrize(
    ("title", "told", "name"),
    [
        (
            "韧链智造 家纺供应链大会开出哪些“药方”",
            "订单往哪走?11月20—21日,云泽市家纺协会主办的家纺供应链大会在广东虎门给出了思考。",
            "家纺供应链大会",
        ),
        (
            "童装设计大赛:看见未来",
            "11月20日至21日,云泽市服装协会主办的童装设计大赛在湖州织里让人眼前一亮。",
            "云泽市服装协会童装设计大赛",
        ),
    ],
)
def test_what_its_organiser_and_day_single_out_needs_no_verb_of_holding(
    title: str, told: str, name: str
) -> None:
    """某日,某协会主办的某大会在某地给出了思考 reports what the headline has."""
    found = read(f"{told}200余人到场。", "2031-11-29", title)
    assert [(r.name, r.start, r.end) for r in found.values()] == [(name, "2031-11-20", "2031-11-21")]


def test_a_contest_told_with_its_organiser_alone_is_not_what_an_article_reports() -> None:
    """Without the headline and a day it is told in passing."""
    assert not read("云泽市服装协会主办的童装设计大赛让他一举成名。", "2031-11-29", "设计师罗启明的十年")


def test_the_lines_of_a_list_name_what_is_held_and_then_where() -> None:
    """4月,某采购节,某市; 某对接会,某大学: the town and the school are no part of the names, the list is a plan of its own."""
    text = (
        "2月23日,云泽市服装协会发布2031年度重点活动清单,请各会员单位对照安排:\n1.3月中旬,高校毕业生供需对接会,武汉纺织大学;\n"
        "2.4月,云泽面料采购节,荆州;\n3.5月18日—20日,第四届云泽服装设计大赛总决赛,襄阳;\n4.9月,云泽服装电商直播节,天门。"
    )
    records = read_records("云泽市服装协会发布2031年度重点活动清单", text, "2031-02-26")
    assert {r.name: r.place and r.place.text for r in records if r.kind == "event"} == {
        "高校毕业生供需对接会": "武汉纺织大学",
        "云泽面料采购节": "荆州",
        "第四届云泽服装设计大赛总决赛": "襄阳",
        "云泽服装电商直播节": "天门",
    }
    assert [r.name for r in records if r.kind == "plan"] == ["云泽市服装协会2031年度重点活动清单"]


def test_a_list_that_its_headline_names_is_given_out_once() -> None:
    """市服装协会汇总了2031年重点活动, 现予公布 speaks of the list of the headline."""
    text = (
        "市服装协会汇总了2031年重点活动,现予公布。\n一、春季对接会:3月28日,宁波国际会展中心\n二、针织采购节:5月12日至14日,宁波\n"
        "三、校服设计大赛决赛:6月中旬,宁波\n四、男装直播周:9月,宁波\n宁波市服装协会\n2031年2月6日"
    )
    records = read_records("宁波市服装产业链2031年重点活动安排", text, "2031-02-06")
    assert [r.name for r in records if r.kind == "plan"] == ["宁波市服装产业链2031年重点活动安排"]


def test_what_is_on_the_night_a_fair_closes_is_of_that_day() -> None:
    """闭幕当晚 leans on the day it closed, 开幕当天 on the day it opened, whichever was told last."""
    text = "2013云台时装周4月22日晚在云台剧院落下帷幕。本届时装周4月18日开幕。\n闭幕当晚举行了“云纹杯”第三届云台服装设计大赛总决赛,开幕当天举行了第五届云台面料论坛。"
    found = {r.name: r.start for r in read_records("云台时装周落幕", text, "2013-04-24")}
    assert found["“云纹杯”第三届云台服装设计大赛总决赛"] == "2013-04-22"
    assert found["第五届云台面料论坛"] == "2013-04-18"


def test_a_winners_college_is_no_venue() -> None:
    """来自甲学院的某人夺金奖,乙大学的某人、某地设计师某人获银奖: nobody met at either."""
    text = "4月22日,第三届云台服装设计大赛总决赛举行。总决赛上,来自闽江学院的游思敏夺得金奖,台湾实践大学的简以恒、厦门设计师覃小野获银奖。"
    (contest,) = read_records("云台服装设计大赛揭晓", text, "2013-04-24")
    assert contest.place is None or "大学" not in contest.place.text


def test_a_list_of_activities_and_its_headline_are_one_plan() -> None:
    """现将协会2023年重点活动公布如下 below 2023年某协会重点活动安排; of its lines 某工作会议 is a meeting."""
    text = (
        "各会员单位:\n现将协会2023年重点活动公布如下,具体通知另行下发。\n1.3月 第八届云台校服展示交易会(云台展览馆)\n2.4月中旬 川渝服装产业链供需对接会(重庆)\n"
        "3.7月 全省校服专业委员会工作会议(绵阳)\n4.9月 2023云台女鞋直播节(绵阳)\n云台服装行业协会\n2023年2月6日"
    )
    records = read_records("2023年云台服装行业协会重点活动安排", text, "2023-02-06")
    assert [r.name for r in records if r.kind == "plan"] == ["2023年云台服装行业协会重点活动安排"]
    assert [r.name for r in records if r.kind == "meeting"] == ["全省校服专业委员会工作会议"]


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        (
            "安纺会首日人气旺",
            "这是5月18日记者在第七届安庆纺博会上看到的一幕。17日开展首日,进场1.8万人次。",
            "第七届安庆纺博会",
        ),
        (
            "虎服会明日开门迎客",
            "第三十届虎服会将于5月21日在云山会展中心开门迎客,预计800个品牌参展。",
            "第三十届虎服会",
        ),
        ("盐家会闭馆", "第四届盐家会19日下午闭馆。三天里,86家家纺企业带来床品、毛巾、窗帘。", "第四届盐家会"),
        ("海皮会圆满收官", "5月19日,为期四天的第十届海皮会收官,吸引观众3.6万人次。", "第十届海皮会"),
    ],
)
def test_a_fair_is_called_by_a_letter_of_its_town_and_its_ware(title: str, text: str, name: str) -> None:
    """安纺会, 虎服会: a fair, as 服博会 is one; no 发布会 and no 说服会."""
    [fair] = read(text, "2031-05-20", title).values()
    assert (fair.kind, fair.name) == ("event", name)


def test_a_fair_called_short_is_told_beside_the_contest_held_at_it() -> None:
    """大赛是第七届安纺会的配套活动: both are read."""
    text = "5月18日晚,2031“黄岭杯”职业装设计大赛总决赛在云山会展中心上演。\n大赛是第七届安纺会的配套活动。\n次日,历时三天的安纺会闭幕,签约4亿元。"
    assert {"第七届安纺会", "2031“黄岭杯”职业装设计大赛总决赛"} <= set(read(text, "2031-05-20", "安纺会收官"))
