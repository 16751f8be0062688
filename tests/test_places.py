"""Reading places: where something is held, in whose province and city, and what is no place."""

from __future__ import annotations

import pytest

from bot.records.places import read_places, region_at, region_of

# text => text / region / city / venue, - where empty; another after " & "; only where something is held.
HELD = """
国际时装周于武汉会展中心举行。 => 武汉会展中心 / 湖北 / 武汉 / 武汉会展中心
模特身着家居服亮相秀场。 => -
各方力量汇聚而成的“节会秀场板块”。 => -
2014年8月18日-22日(17日全天报到),江夏学院旗山校区实训楼。 => 江夏学院旗山校区实训楼 / - / - / 江夏学院旗山校区实训楼
三百余名会员代表聚首郑州,出席大会。 => 郑州 / 河南 / 郑州 / -
旗袍大赛在项王故里举行。 => 项王故里 / - / - / 项王故里
\\n二、会议地点\\n汉口纺织学校大会堂\\n三、会议主题 => 汉口纺织学校大会堂 / - / - / 汉口纺织学校大会堂
在由中国某联盟、驻中国大使馆联合举办的见面会上,总理表示。 => -
会议以云会议形式召开。 => 线上 / - / - / -
理事会在郑州举行。 => 郑州 / 河南 / 郑州 / -
大会定于3月18日在江苏常州召开。 => 江苏常州 / 江苏 / 常州 / -
工作会议在浙江省杭州市萧山区顺利举办。 => 浙江省杭州市萧山区 / 浙江 / 杭州 / -
活动在杭州临平艺尚小镇举办。 => 杭州临平艺尚小镇 / 浙江 / 杭州 / -
第七届毛织交易会在此间的广东大朗毛织城开幕。 => 广东大朗毛织城 / 广东 / 东莞 / 大朗毛织城
会议在虎门会展中心三楼会议室举行。 => 虎门会展中心三楼会议室 / 广东 / 东莞 / 虎门会展中心三楼会议室
展会将在国家会展中心(上海)开幕。 => 国家会展中心(上海) / 上海 / 上海 / 国家会展中心(上海)
发布会近日在北京人民大会堂举办。 => 北京人民大会堂 / 北京 / 北京 / 北京人民大会堂
上海某某海鸥酒店6月11日下午承接了一场大会。 => 上海某某海鸥酒店 / 上海 / 上海 / 上海某某海鸥酒店
决赛在成都荷花池国际时尚服饰中心星空秀场举行。 => 成都荷花池国际时尚服饰中心星空秀场 / 四川 / 成都 / 荷花池国际时尚服饰中心星空秀场
浙江省服装行业协会联席会议在中国服装科创研究院成功召开。 => 中国服装科创研究院 / 浙江 / - / 中国服装科创研究院
高层论坛3月30日在京举行。 => 北京 / 北京 / 北京 / -
发布会在沪召开。 => 上海 / 上海 / 上海 / -
时装周在穗开幕。 => 广州 / 广东 / 广州 / -
决赛在成都市四川白玉兰制衣有限公司举行。 => 成都市四川白玉兰制衣有限公司 / 四川 / 成都 / 四川白玉兰制衣有限公司
会议在蓉举行。 => 成都 / 四川 / 成都 / -
代表团在渝签约。 => 重庆 / 重庆 / 重庆 / -
9月8日,海安迎来客人,圆桌会议在当地召开。 => 海安 / 江苏 / 南通 / -
座谈会在当地召开。 => -
艺术节定在7月5日,地点是内蒙古满洲里市。 => 内蒙古满洲里市 / 内蒙古 / 呼伦贝尔 / -
12月18日,南充大酒店里坐满了丝绸人。 => 南充大酒店 / 四川 / 南充 / 南充大酒店
四百名代表聚到江苏省张家港市,参加会员大会。 => 江苏省张家港市 / 江苏 / 苏州 / -
会议汇聚了绍兴市纺织产业链上的多家企业代表,共商发展。 => -
会议地点:杭州市萧山区某某大酒店三楼宴会厅 => 杭州市萧山区某某大酒店三楼宴会厅 / 浙江 / 杭州 / 某某大酒店三楼宴会厅
时间|2020年9月26日\\n地点|河北·清河国际羊绒科技园区 => 河北·清河国际羊绒科技园区 / 河北 / 邢台 / 清河国际羊绒科技园区
举办地点仍为武汉国际博览中心。 => 武汉国际博览中心 / 湖北 / 武汉 / 武汉国际博览中心
决赛:2019年6月15日,汉口北国际商品交易中心 => 汉口北国际商品交易中心 / 湖北 / 武汉 / 汉口北国际商品交易中心
交易会在“天下裘都”河北省枣强县大营镇开幕。 => 河北省枣强县大营镇 / 河北 / 衡水 / -
嘉宾相聚在美丽的苏州盛泽,共同见证典礼。 => 苏州盛泽 / 江苏 / 苏州 / -
年会在省城合肥召开。 => 合肥 / 安徽 / 合肥 / -
会议在北京、上海、广州三地同时举行。 => 北京、上海、广州 / - / - / -
会议在鼓楼区举行。 => 鼓楼区 / - / - / 鼓楼区
地 点:苏州国际博览中心A1馆 => 苏州国际博览中心A1馆 / 江苏 / 苏州 / 苏州国际博览中心A1馆
会议在中山召开。 => 中山 / 广东 / 中山 / -
论坛11月28日在圣萨尔瓦多举行。 => 圣萨尔瓦多 / - / - / -
联谊活动在温江川西农庄举行。 => 温江川西农庄 / - / - / 温江川西农庄
大会在中山沙溪顺利召开。 => 中山沙溪 / 广东 / 中山 / -
说明会日前假纺织综合大楼,举办了首场。 => 纺织综合大楼 / - / - / 纺织综合大楼
讨论会在位于武侯区的“西部女鞋之都”召开。 => 武侯区的“西部女鞋之都” / 四川 / 成都 / “西部女鞋之都”
大会恢复在江苏省盛泽镇恢复召开。 => 江苏省盛泽镇 / 江苏 / 苏州 / -
展会在中国轻纺城国际会展中心(柯桥区金柯桥大道1658号)举行。 => 中国轻纺城国际会展中心 / 浙江 / 绍兴 / 中国轻纺城国际会展中心
年会在内蒙古鄂尔多斯市东胜区举行。 => 内蒙古鄂尔多斯市东胜区 / 内蒙古 / 鄂尔多斯 / -
培训班在新疆阿克苏开班。 => 新疆阿克苏 / 新疆 / 阿克苏 / -
大赛在北京751D·PARK举行。 => 北京751D·PARK / 北京 / 北京 / 北京751D·PARK
论坛在法国巴黎举行。 => 法国巴黎 / - / - / 法国巴黎
协会组织企业赴意大利参展。 => 意大利 / - / - / -
会议以视频会议形式召开。 => 线上 / - / - / -
活动在抖音直播间同步进行。 => 线上 / - / - / -
理事会在线上召开。 => 线上 / - / - / -
会议由协会在深圳组织召开。 => 深圳 / 广东 / 深圳 / -
座谈会在江西于都工业园区举行。 => 江西于都工业园区 / 江西 / 赣州 / 于都工业园区
会议时间、地点:2024年3月15日,青岛 => 青岛 / 山东 / 青岛 / -
我镇于虎门龙泉国际大酒店举行见面会。 => 虎门龙泉国际大酒店 / 广东 / 东莞 / 虎门龙泉国际大酒店
产业链在宁波不断完善。 => -
江苏张家港,11月26日。会员大会开了一整天。 => 江苏张家港 / 江苏 / 苏州 / -
10月22日的上海松江,学者聚齐,年会开幕。 => 上海松江 / 上海 / 上海 / -
会员代表大会5月24日开在江苏无锡,近300人参加。 => 江苏无锡 / 江苏 / 无锡 / -
展会改期,地点不变,仍在国家会展中心(上海)。 => 国家会展中心(上海) / 上海 / 上海 / 国家会展中心(上海)
企业在山东投资建厂。 => -
协会在大会上发布了报告。 => -
活动在热烈的掌声中结束。 => -
在省经信委的主办下,大会召开。 => -
会议在深化改革的背景下召开。 => -
展会期间,论坛同期举行。 => -
在会议期间举行了签约。 => -
记者在常州采访时获悉,展会将延期。 => -
地址:某省某市大道1号 邮编:430200 => -
"""


def rows(table: str) -> list[tuple[str, str]]:
    pairs = (line.partition(" => ") for line in table.strip().splitlines())
    return [(text.replace("\\n", "\n"), told) for text, _, told in pairs]


@pytest.mark.parametrize(("text", "told"), rows(HELD))
def test_where_something_is_held_is_read_whole_with_province_and_city(text: str, told: str) -> None:
    places = [m.place for m in read_places(text) if m.kind != "region"]
    shown = (" / ".join(part or "-" for part in (p.text, p.region, p.city, p.venue)) for p in places)
    assert (" & ".join(shown) or "-") == told


# text => the regions named, as province/city
REGIONS = """
来自河南、浙江的企业参加。 => 河南/- 浙江/-
东莞市大朗镇商会到会。 => 广东/东莞
盛泽、西樵、柯桥等地的镇长交流经验。 => 江苏/苏州 广东/佛山 浙江/绍兴
同期将对接全产业链,加强合作。 => -
中山装与西装亮相。 => -
永安、同心、三星的企业。 => -
浙江嘉善的纽扣企业到会。 => 浙江/嘉兴
江苏省南通市通州区举行会议 => 江苏/南通
浙江服装协会理事会、三大同业公会和部长葛某娟到会,各位同仁投资兴业。 => 浙江/-
"""


@pytest.mark.parametrize(("text", "told"), rows(REGIONS))
def test_region_names_in_running_text_are_found_and_common_words_are_not(text: str, told: str) -> None:
    found = (f"{m.place.region}/{m.place.city or '-'}" for m in read_places(text) if m.kind == "region")
    assert (" ".join(found) or "-") == told


@pytest.mark.parametrize(
    ("name", "province", "city"),
    [
        ("浙江省服装行业协会", "浙江", None),
        ("温州市服装商会", "浙江", "温州"),
        ("虎门服装服饰产业管理委员会", "广东", "东莞"),
        ("石河子市纺织工业协会", "新疆", "石河子"),
        ("深圳市龙华区大浪时尚小镇", "广东", "深圳"),
    ],
)
def test_a_name_tells_its_province_and_city(name: str, province: str, city: str | None) -> None:
    region = region_of(name)
    assert region is not None
    assert (region.province, region.city) == (province, city)


def test_a_national_body_has_no_region() -> None:
    assert region_of("中国服装协会") is None


def test_a_name_without_a_region_begins_with_none() -> None:
    assert region_at("服装协会", 0) == 0
    assert region_at("郑州市服装协会", 0) == 3


@pytest.mark.parametrize("text", [text for text, _ in rows(HELD) + rows(REGIONS)])
def test_every_quote_stands_in_the_text(text: str) -> None:
    for mention in read_places(text):
        assert text[mention.begin : mention.end] == mention.quote


def test_a_short_name_of_a_place_that_no_list_holds() -> None:
    """在琶洲举行 is told as a place by the land it ends in."""
    assert [p.quote for p in read_places("校服设计大赛将于12月在琶洲举行。")] == ["琶洲"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("年会将于九月六日在孟买举行。", "孟买"),
        ("展览名称 西部家纺展\n举办地点 锦城国际会展中心\n主办单位 西部家纺协会", "锦城国际会展中心"),
        ("评选工作于18日在南通全面展开。", "南通"),
        ("嘉年华在上塘小镇1号展厅中庭内盛大举行。", "上塘小镇1号展厅中庭内"),
        ("论坛定于6月27日假红磡海景酒店举行。", "红磡海景酒店"),
    ],
)
def test_places_no_list_holds_and_lines_of_a_table(text: str, place: str) -> None:
    assert place in [p.quote for p in read_places(text)]


@pytest.mark.parametrize("text", ["活动在校园举行。", "比赛在周末举行。", "大会首次在中国举行。"])
def test_common_words_behind_in_are_no_towns(text: str) -> None:
    assert [p for p in read_places(text) if p.kind == "venue"] == []


def test_our_county_s_hall_is_called_without_that_and_lies_in_the_county_told() -> None:
    """在我县某产业城举行, though another town is told behind it."""
    text = "11月8日,渠县—虎门服装产业对接会在我县轻纺服饰产业城举行,虎门商会会长出席。"
    hall = next(p.place for p in read_places(text) if p.place.venue)
    assert (hall.text, hall.region, hall.city) == ("轻纺服饰产业城", "四川", "达州")
