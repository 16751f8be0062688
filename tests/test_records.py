"""Articles to records, whole: the shape, the evidence, the ids."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.records import explain, read_records

COUNCIL = (
    "本报讯 2022年5月18日,江东省服装行业协会五届二次理事会在宁海市金港酒店召开。会长罗启明作工作报告,"
    "副会长程雨、丁一凡等60余人参加。会议由秘书长孟秋主持。"
)


def test_a_reported_council_is_one_held_meeting():
    """Name, day and status of a council come from the sentence that says it was held."""
    (record,) = read_records("", COUNCIL, None, article="a1")
    assert (record.kind, record.name) == ("meeting", "江东省服装行业协会五届二次理事会")
    assert (record.start, record.status, record.articles) == ("2022-05-18", "held", ("a1",))


def test_every_quote_stands_at_its_offsets():
    """Evidence quotes the text it was read from."""
    (record,) = read_records("", COUNCIL, None)
    assert record.evidence
    assert all(COUNCIL[e.begin : e.end] == e.quote for e in record.evidence)


def test_the_id_is_the_same_on_every_run():
    """An id hangs on kind, name and edition only."""
    assert read_records("", COUNCIL, None)[0].id == read_records("", COUNCIL, "2022-05-20")[0].id


def test_explain_names_the_rule_behind_each_field():
    """Every fact of an explained record says which rule read it."""
    (told,) = explain("", COUNCIL, None)
    assert {"name", "start", "status"} <= {fact.field for fact in told.facts}
    assert all(fact.rule for fact in told.facts)


def test_an_empty_text_holds_nothing():
    """No text, no record."""
    assert read_records("标题", "  \n", None) == []


FRAGMENTS = [
    "3月16日", "2024年5月18日至20日", "江西省服装协会", "六届二次理事会", "在南昌绿地国际博览中心", "召开", "。", ",", "、", "\n",
    "《童装产业行动方案(2023—2025年)》", "印发", "“云裳杯”", "第六届", "设计大赛", "报名截止", "会长罗启明", "主持", "八项举措:", "一是建园区;",
    "(", ")", "“", "”", "——", "同期", "第十二届中国(南昌)国际童装博览会", "取消", "延期至", "1、", "二、", "暨", "主办", "承办",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join), st.sampled_from([None, "2024-05-19"]))
def test_whatever_the_text_evidence_holds(text, published):
    """Any run of the trade's words is read without a fault, each quote standing at its offsets."""
    for record in read_records(text[:30], text, published):
        assert record.name and record.id
        for entry in record.evidence:
            assert text[entry.begin : entry.end] == entry.quote


def test_whose_notice_it_is():
    """A society's notice names its meeting by the seal at its foot, or by the outlet where the text says 本会."""
    text = "各位理事：\n兹定于2021年5月21日召开本会八届五次常务理事会，请准时出席。"
    title = "关于召开常务理事会的通知"
    signed = read_records(title, text + "\n苏州市丝绸协会秘书处\n2021年5月9日", "2021-05-10")
    own = read_records(title, text, "2021-05-10", outlet="苏州市丝绸协会")
    assert signed[0].name == own[0].name == "苏州市丝绸协会八届五次常务理事会"
    assert read_records(title, text, "2021-05-10", outlet="苏州日报")[0].name == "八届五次常务理事会"


def test_a_notice_drops_what_only_its_sort_names():
    """关于取消年会的通知 of a society drops its 年会, which is held on no day."""
    text = "各会员单位：\n原定于12月18日召开的年会取消。"
    (dropped,) = read_records("关于取消年会的通知", text, "2022-12-13", outlet="绍兴市印染行业协会")
    assert (dropped.name, dropped.status, dropped.start) == ("绍兴市印染行业协会年会", "cancelled", None)


def test_a_town_holds_what_its_trade_and_sort_name():
    """在某博览会上,某县举办纺织产业推介会 names the county's."""
    text = "10日，在上海举行的中国国际针织博览会上，蠡县举办纺织产业推介会，11家企业签订协议。"
    names = [r.name for r in read_records("蠡县针织组团闯上海", text, "2023-10-12")]
    assert "蠡县纺织产业推介会" in names


def test_a_fair_known_for_short():
    """A headline's 织交会 is the fair its text names with the town, and 第二十届织交会 is a name."""
    (fair,) = read_records(
        "织交会首日爆棚", "昨日上午，云山织交会迎来首批客商，展会将持续至明日。", "2023-11-08"
    )
    assert (fair.name, fair.start) == ("云山织交会", "2023-11-07")
    assert read_records("", "昨天，虎门裤博会开幕。", "2023-11-08")[0].name == "虎门裤博会"


def test_standards_of_one_list():
    """《甲》《乙》两项团体标准 are two standards."""
    text = "由协会起草的《羊绒衫水足迹》《羊绒衫水平衡》两项团体标准现公开征求意见，请于8月3日前反馈。"
    assert len(read_records("", text, "2018-07-03")) == 2


def test_a_sitting_called_by_count_alone_is_that_of_the_body_that_signs():
    """第四届理事会第二次会议 of a notice is that of the society whose seal it bears."""
    text = "各理事单位：\n定于2019年3月15日在龙华区召开第四届理事会第二次会议，请理事单位负责人参加。会议将审议年度总结、财务报告和新会员名单，讨论明年展会的筹备方案，并表彰一批先进单位。\n深圳市内衣行业协会\n2019年3月4日"
    (record,) = read_records("会议通知", text, "2019-03-05")
    assert record.name == "深圳市内衣行业协会第四届理事会第二次会议"
    text = "本报讯 上周五，市内衣行业协会举行理事会，与会企业家围绕转型展开讨论。"
    assert read_records("内衣协会话转型", text, "2019-03-18")[0].name == "市内衣行业协会理事会"


def test_what_comes_of_a_signing_does_not_put_it_off():
    """…签约仪式2日下午在某地举行,双方将共建某基地 was held on the 2nd."""
    text = (
        "本报讯 云山商会与江口镇政府战略合作签约仪式2日下午在江口会展中心举行，双方将共建时尚创意人才基地。"
    )
    assert read_records("", text, "2022-11-04")[0].start == "2022-11-02"


def test_measures_that_a_signed_notice_lays_down():
    """…人民政府关于促进某业发展若干措施的通知 that its body signs is the plan, no title in marks needed."""
    text = "各镇人民政府：\n为推动我市鞋服产业发展，特制定以下措施：\n一、支持技术改造。二、支持品牌建设。\n晋江市人民政府\n2023年2月27日"
    (plan,) = read_records("晋江市人民政府关于促进鞋服产业发展若干措施的通知", text, "2023-03-02")
    assert (plan.kind, plan.start) == ("plan", "2023-02-27") and "促进鞋服产业发展若干措施" in plan.name


def test_a_meeting_named_in_full_takes_no_topic():
    """…产业发展工作会议,研究部署… keeps its own name."""
    text = "3月4日，镇委书记黄国英主持召开沙溪镇休闲服装产业发展工作会议，研究部署服装产业转型工作。"
    assert read_records("会议纪要", text, "2022-03-08")[0].name == "沙溪镇休闲服装产业发展工作会议"


def test_a_congress_stands_beside_the_council_of_its_body():
    """大会同期召开了某协会理事扩大会议: the trade's congress and the body's council are two."""
    text = "6月19日至20日，由云山纺织协会主办的2024中国棉纺织大会在武汉召开，300人参会。\n大会同期召开了中国棉纺织行业协会六届三次理事扩大会议。"
    names = {r.name for r in read_records("", text, "2024-06-21")}
    assert names == {"2024中国棉纺织大会", "中国棉纺织行业协会六届三次理事扩大会议"}


def test_a_column_of_headlines_holds_no_record():
    """Marked and dated, with a pager, links and an advert around them: a list, whatever its lines name."""
    rows = "".join(f"· {words} [03-0{n}]\n" for n, words in enumerate(("第九届沙溪服装博览会3月28日开幕", "关于举办2016年制版师研修班的通知", "我会召开三届五次会长办公会", "2016“云帆杯”设计大赛征集作品"), 1))  # fmt: skip
    foot = "共126条 每页6条 首页 上一页 下一页 尾页\n【友情链接】 中国服装协会 省工商联\n广告:金针牌平车,全国联保,展会现场价更优惠!热线:400-***-8866"
    assert read_records("", "会员登录 | 会员注册\n" + rows + foot, None) == []


def test_a_life_told_holds_no_record():
    """Where he was born and studied, what prize he took at which rite: a profile (guide rule 13)."""
    text = "人物丨林大川:一针一线\n林大川,1972年生于福建惠安,毕业于闽江服装学院。2010年11月,在北京饭店举办的中国国际时装周颁奖典礼上,他捧回金顶奖。如今他把时间留给学生。他笑说会开多了,手就生了。"
    assert read_records("", text, None) == []
