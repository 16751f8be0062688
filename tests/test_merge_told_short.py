"""What is told short, moved, by its rounds or without its day, in the articles of other papers; and its like that stays apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.records import read_records
from bot.records.merging.keys import keys
from bot.records.merging.merge import likeness, namesakes, same
from bot.records.model import Organisation, Place, Record
from tests.test_merge import record

_HALL = Place("云山国际会展中心", "浙江", "绍兴", "云山国际会展中心")
_TOWN = Place("柯桥", "浙江", "绍兴")
_ROUNDS = [
    ("2031“云帆杯”中国毛衫设计大赛", "2031“云帆杯”中国毛衫设计大赛总决赛", True),
    ("2031“云帆杯”中国毛衫设计大赛复评", "“云帆杯”中国毛衫设计大赛复评", True),
    ("2031“云帆杯”中国毛衫设计大赛", "2031“云帆杯”中国毛衫设计大赛复评", False),
    ("2031“云帆杯”中国毛衫设计大赛总决赛", "2031“云帆杯”中国毛衫设计大赛初评", False),
    ("2031“云帆杯”中国毛衫设计大赛复评", "2031“云帆杯”中国毛衫设计大赛初评", False),
    ("2031“云帆杯”中国毛衫设计大赛初赛", "2031“云帆杯”中国毛衫设计大赛", False),
    ("第八届全国横机工技能竞赛半决赛", "第八届全国横机工技能竞赛决赛", False),
    ("2031“云帆杯”中国毛衫设计大赛复评", "2031“海星杯”中国毛衫设计大赛复评", False),
]


@pytest.mark.parametrize(("name", "other", "one"), _ROUNDS)
def test_a_round_is_none_of_its_contest(name: str, other: str, one: bool) -> None:
    """A contest and its final are one; a round at which works are judged before it is neither, nor another round."""
    told = record(name, "2031-08-16", "event"), record(other, "2031-08-16", "event", article="b")
    assert same(*told) is one and same(*reversed(told)) is one


def _fair(name: str, first: str, last: str, place: Place | None, article: str = "a") -> Record:
    return replace(record(name, first, "event", place=place, article=article), end=last)


def test_a_fair_goes_by_its_season_and_its_sort() -> None:
    """秋季花样会 and 2031柯桥秋季花样交易会 of its days are 2031中国(柯桥)国际花样设计交易会(秋季); of spring or of other days they are not."""
    fair = _fair("2031中国(柯桥)国际花样设计交易会(秋季)", "2031-09-21", "2031-09-23", _HALL)
    for name in ("秋季花样会", "2031柯桥秋季花样交易会", "柯桥秋季花样会"):
        short = _fair(name, "2031-09-21", "2031-09-23", _TOWN, "b")
        assert keys(fair) & keys(short)
        assert same(fair, short) and same(short, fair)
        assert not same(fair, replace(short, name=name.replace("秋", "春")))
        assert not same(fair, replace(short, start="2031-04-08", end="2031-04-10"))


def test_what_is_called_off_without_its_day_is_found_by_the_end_of_its_name() -> None:
    """毛巾产业大会 called off, of a page without its day, is 2031中国(江口)毛巾产业大会 called off, none of another ware or still to come."""
    off = record("2031中国(江口)毛巾产业大会", None, status="cancelled")
    told = record("毛巾产业大会", None, status="cancelled", article="b")
    assert keys(off) & keys(told) and same(off, told)
    assert not same(off, replace(told, name="袜业产业大会"))
    assert not same(replace(off, status="held", start="2031-08-08"), replace(told, status="held"))


def test_one_day_of_what_a_land_holds_once_outweighs_another_town() -> None:
    """中国…大会 of one day that one paper puts in another town is one; a course or a stop of that day in two towns is two."""
    there, here = Place("佛山", "广东", "佛山"), Place("广州", "广东", "广州")
    one = record("中国针织产业大会", "2031-09-22", place=there)
    assert same(one, record("2031中国针织产业大会", "2031-09-22", place=here, article="b"))
    assert not same(one, record("中国针织产业大会", "2031-09-24", place=here, article="b"))
    for name in ("全国针织检测培训班", "针织企业座谈会", "中国针织新品巡回推介会"):
        told = (record(name, "2031-09-22", place=town, article=town.text) for town in (there, here))
        assert not same(*told)


def test_a_page_without_its_day_tells_of_the_last_in_its_town() -> None:
    """麻纺年会 of whoever came back from a town is the 全国麻纺年会 held there, of several the latest; of no town or another it is none."""
    town = Place("沅江", "湖南", "益阳")
    held = record("2031全国麻纺年会", "2031-07-08", place=town)
    told = record("麻纺年会", place=town, article="b")
    assert same(held, told) and not same(held, replace(told, place=None))
    assert not same(held, replace(told, place=Place("六安", "安徽", "六安")))
    before = replace(held, name="2030全国麻纺年会", start="2030-07-09", end="2030-07-09")
    assert max((before, held), key=lambda known: likeness(known, told)) is held


def _standard(
    issuer: str, status: str = "published", start: str = "2031-04-18", title: str = "运动冲锋裤"
) -> Record:
    made = record(f"《{title}》团体标准", start, "plan", article=issuer)
    return replace(made, document=title, status=status, organisations=(Organisation(issuer, "issuer"),))  # type: ignore[arg-type]


def test_a_standard_is_its_province_s_and_that_of_the_town_that_asked_for_it() -> None:
    """A standard told as that of a society in a town is the one of the province's society; of another province or title it is another."""
    ours = _standard("福建省服装服饰行业协会", "draft", "2031-01-18")
    assert same(ours, _standard("石狮市服装协会"))
    for other in (
        _standard("浙江省服装行业协会"),
        _standard("福建省纺织行业协会"),
        _standard("即墨区服装协会"),
        _standard("石狮市服装协会", title="运动长裤"),
    ):
        assert not same(ours, other)


def test_a_standard_under_its_title_alone_is_revised_years_later() -> None:
    """《针织校服》团体标准 of 2023 and of 2018 are two, though both are told by their title."""
    new, old = (
        _standard("某针织工业协会", start="2023-11-12"),
        _standard("某针织工业协会", start="2018-06-01"),
    )
    assert not same(new, old, near=False)


def _read(title: str, text: str, published: str | None, outlet: str = "江口日报") -> list[Record]:
    return list(read_records(title, text, published, outlet=outlet))


def test_a_report_of_a_round_names_the_round() -> None:
    """A 复评 in the headline is read as such; where the day of the final is told, what is read is the contest."""
    held = "8月16日,2031“云帆杯”中国毛衫设计大赛复评在某大学举行,30组作品入围。"
    [told] = _read("“云帆杯”毛衫设计大赛复评举行", held, "2031-08-18")
    assert told.name == "2031“云帆杯”中国毛衫设计大赛复评"
    [whole] = _read("“云帆杯”毛衫设计大赛复评举行", f"{held}入围者将于9月12日参加决赛。", "2031-08-18")
    assert (whole.name, whole.start) == ("2031“云帆杯”中国毛衫设计大赛", "2031-09-12")


def test_where_a_thing_was_first_to_be_is_not_where_it_was() -> None:
    """A town that somebody first heard of, and the days of setting up that moved with a fair, are none of it."""
    text = (
        "昨天在我市开幕的全国麻纺年会上,苎麻成了热词。“原先听说要在益阳开,没想到改到了家门口。”一位厂长说。"
    )
    [told] = _read("全国“麻纺人”聚沅江", text, "2031-07-09", "沅江日报")
    assert told.place is None or told.place.text != "益阳"
    moved = "受台风影响,2031中国(柯桥)国际花样设计交易会(秋季)延期至9月21日至23日举行,布展时间相应改为9月19日至20日。"
    records = _read("关于秋季花样会延期的紧急通知", moved, "2031-09-10")
    assert [(r.kind, r.start, r.end) for r in records] == [("event", "2031-09-21", "2031-09-23")]


def test_whoever_won_a_final_on_a_day_tells_of_it() -> None:
    """7日,她在某竞赛总决赛中拿下第一: the final is read, of that day; an honour without its day is none."""
    text = "昨日下午,赖某从天门回到石狮。7日,她在全国纺织行业缝纫工职业技能竞赛总决赛中拿下第一。"
    [told] = _read("石狮女工捧回冠军", text, "2031-11-09")
    assert told.start == "2031-11-07"
    assert not _read("石狮女工", "她曾在全国纺织行业缝纫工职业技能竞赛总决赛中拿下第一。", "2031-11-09")


def test_a_fair_told_by_its_season_and_what_is_shown_is_read_as_it_closes() -> None:
    """秋季花样会昨天在某馆闭幕 is a fair, of the days told behind it."""
    text = "因台风推迟一周举行的秋季花样会昨天在绍兴国际会展中心闭幕。9月21日至23日,218家机构的花样亮相,成交3000万元。"
    [told] = _read("秋季花样会成交三千万", text, "2031-09-24")
    assert (told.kind, told.name, told.start, told.end) == ("event", "秋季花样会", "2031-09-21", "2031-09-23")


def test_whoever_proposes_a_standard_issues_none() -> None:
    """由甲提出、乙起草: the society that asks for comment and signs gives the standard out."""
    text = (
        "由石狮市服装协会提出,福建省纤维检验中心等9家单位起草的《运动冲锋裤》团体标准已完成征求意见稿。"
        "请于2031年2月20日前反馈意见。\n福建省服装服饰行业协会\n2031年1月18日"
    )
    [told] = _read("关于征求《运动冲锋裤》团体标准意见的函", text, "2031-01-18", "福建省服装服饰行业协会")
    assert [o.name for o in told.organisations] == ["福建省服装服饰行业协会"]


def test_whoever_comes_back_from_a_town_tells_where_a_meeting_was() -> None:
    """刚从沅江回来,把麻纺年会上记的发一下: the meeting was there."""
    [told] = _read(
        "麻纺年会回来,记几笔", "楼主刚从沅江回来,把麻纺年会上记的发一下。第一天上午会长讲形势。", None
    )
    assert told.place is not None and told.place.text == "沅江"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("台湾区针织工业同业公会第24届第1次会员代表大会", "台湾区织布工业同业公会第24届第1次会员代表大会"),
        ("江口羽绒工业协会八届二次理事会", "2031江口羽绒行业年会"),
    ],
)
def test_sittings_of_two_societies_or_of_a_council_stay_two(name: str, other: str) -> None:
    """Societies of two trades bear one count, and a council meets on the evening of the yearly meeting."""
    told = record(name, "2031-06-26"), record(other, "2031-06-26", article="b")
    assert not same(*told) and not same(*reversed(told))


def test_standards_of_two_sorts_or_titles_stay_two() -> None:
    """《婴儿羽绒睡袋》团体标准 and 《羽绒睡袋》行业标准 are two, told by one body within weeks."""
    one = replace(record("《婴儿羽绒睡袋》团体标准", "2031-03-18", "plan"), document="婴儿羽绒睡袋")
    other = replace(record("《羽绒睡袋》行业标准", "2031-04-22", "plan", article="b"), document="羽绒睡袋")
    assert not same(one, other) and not same(one, replace(other, name="《羽绒睡袋》团体标准"))


def test_like_named_meetings_of_one_city_weeks_apart_stay_two() -> None:
    """服装高质量发展座谈会 of the province in one county and of another county three weeks later are namesakes."""
    towns = (Place("石浦", "浙江", "宁波"), Place("柯桥", "浙江", "宁波"))
    one = record("服装高质量发展座谈会", "2031-05-15", place=towns[0])
    other = record("服装高质量发展座谈会", "2031-06-05", place=towns[1], article="b")
    assert namesakes(one, other) and not same(one, other)


def _paper(name: str, issuer: str, published: str | None, article: str) -> Record:
    told = record(name, published, "plan", status="published", article=article)
    return replace(told, organisations=(Organisation(issuer, "issuer"),))


def test_a_town_s_paper_for_one_trade_is_one_in_other_words() -> None:
    """某市关于支持…若干措施 and 某市扶持…的8条措施, …高质量发展行动方案 and …三年行动方案 are one; for another trade they are two."""
    told = _paper("关于支持毛纺服装产业高质量发展的若干措施", "赣州市政府", "2031-03-01", "a")
    short = _paper("赣州扶持毛纺服装产业的8条措施", "赣州", "2031-03", "b")
    assert same(told, short, near=True) and same(short, told, near=True)
    assert not same(told, replace(short, name="赣州扶持家具产业的8条措施"), near=True)
    plan = _paper("湖北省现代毛纺产业链高质量发展行动方案(2031-2033年)", "湖北省政府办公厅", None, "a")
    again = _paper("湖北省现代毛纺产业链三年行动方案", "省政府办公厅", None, "b")
    assert same(plan, again, near=True)
    assert not same(plan, replace(again, name="湖北省现代毛纺产业链发展规划"), near=True)


def test_a_paper_of_five_years_goes_by_its_body_and_sort() -> None:
    """某协会“十五五”指导意见 is the society's 《“十五五”某材料发展指导意见》, and keeps the title that stands in an article."""
    told = _paper("“十五五”纤维新材料发展指导意见", "云山化纤工业协会", "2031-03-18", "a")
    short = _paper("云山化纤工业协会行业“十五五”指导意见", "云山化纤工业协会", None, "b")
    assert same(told, short, near=True)
    assert not same(told, replace(short, organisations=(Organisation("江口化纤协会", "issuer"),)), near=True)


def test_a_sitting_told_without_its_term_is_the_one_of_its_day() -> None:
    """二次会员大会 is the 六届二次会员大会 of its day, no 六届三次."""
    told = record("云山省服装行业协会六届二次会员大会", "2031-06-28")
    assert same(told, record("云山省服装行业协会二次会员大会", "2031-06-28", article="b"))
    assert not same(told, record("云山省服装行业协会三次会员大会", "2031-06-28", article="b"))


def test_a_contest_keeps_its_words_in_another_order() -> None:
    """On one day in one town 全国某师职业竞赛决赛 and 全国职业竞赛某师决赛 are one."""
    told = record("全国服装制版师职业技能竞赛决赛", "2031-10-28", "event", place=_TOWN)
    turned = record("全国职业技能竞赛服装制版师决赛", "2031-10-28", "event", place=_TOWN, article="b")
    assert same(told, turned)
    assert not same(told, replace(turned, start="2031-12-28", end="2031-12-28"))


def test_a_congress_of_the_day_and_the_hosts_of_a_fair_is_none_of_it() -> None:
    """2031织里童装产业创新发展大会 is held in the days of the 童装博览会 by the same hosts, and is another thing."""
    hosts = (Organisation("织里镇人民政府", "host"),)
    fair = _fair("2031第十二届中国(织里)国际童装博览会", "2031-05-16", "2031-05-18", None)
    fair = replace(fair, organisations=hosts, aliases=("第十二届织里童博会",))
    congress = record("2031织里童装产业创新发展大会", "2031-05-16", article="b")
    assert not same(fair, replace(congress, organisations=hosts))


def test_a_county_s_measures_are_none_of_its_city_s() -> None:
    """What 于都县 does for its trade is not what 赣州 does, though the one lies in the other."""
    told = _paper("关于支持毛纺服装产业高质量发展的若干措施", "赣州", "2031-03-01", "a")
    county = _paper("于都支持毛纺服装产业发展8条措施", "于都县政府", "2031-03", "b")
    assert not same(told, county, near=True)


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("赣州市毛纺产业“十五五”发展规划", "赣州“十五五”毛纺规划", True),
        ("关于促进毛纺产业绿色转型的若干措施", "江西赣州毛纺绿色转型若干措施", True),
        ("赣州市毛纺产业“十五五”发展规划", "九江“十五五”毛纺规划", False),
    ],
)
def test_a_paper_s_short_title_is_made_of_its_own_words(name: str, other: str, one: bool) -> None:
    """In another order, the province ahead of the town; of another trade or town it is another paper."""
    issuer = "九江市政府" if other.startswith("九江") else "赣州市政府"
    papers = _paper(name, "赣州市政府", "2031-03-09", "a"), _paper(other, issuer, "2031-03", "b")
    assert same(*papers, near=True) is one and same(*reversed(papers), near=True) is one


@pytest.mark.parametrize(
    ("issuer", "start", "one"),
    [("区政府", "2031-04-01", True), ("县政府", "2031-04-01", False), ("区政府", "2032-03-01", False)],
)
def test_a_district_s_measures_are_told_as_those_of_the_district(issuer: str, start: str, one: bool) -> None:
    """Of one title, within months, and of its level: where one says whose they are, the other 区政府 alone."""
    named = _paper("云江区促进毛纺产业高质量发展若干措施", "赣州市云江区人民政府", "2031-03-12", "a")
    told = _paper("促进毛纺产业高质量发展若干措施", issuer, start, "b")
    assert same(named, told) is one and same(told, named) is one


def test_calls_of_two_years_are_two_though_one_is_told_without_its_year() -> None:
    """Each has its last day; a call that is put off by weeks is the same."""
    name = "云江区毛纺产业绿色化改造专项资金项目申报"
    told = replace(_paper(name, "云江区经信局", "2031-06-04", "a"), deadline="2031-06-30")
    put_off = replace(_paper(name, "云江区经信局", "2031-06-26", "b"), start=None, deadline="2031-07-15")
    next_year = replace(_paper(name, "云江区经信局", "2032-04-20", "c"), deadline="2032-05-20")
    assert same(told, put_off, near=True)
    assert not same(put_off, next_year) and not same(told, next_year)


def test_a_paper_whose_name_has_a_province_but_no_town_is_compared_by_its_own() -> None:
    """江西毛纺业办法 and a like one of no place: neither says whose it is by a level."""
    told = _paper("江西毛纺产业绿色工厂认定管理办法", "江西省工业和信息化厅", "2031-03-12", "a")
    other = _paper("毛纺产业绿色工厂认定管理办法", "区政府", "2031-04-01", "b")
    assert same(told, other) is same(other, told) is False


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("江西省毛纺协会2031年度首批团体标准制修订计划", "关于下达2031年第一批团体标准项目计划的通知", True),
        ("江西省毛纺协会2031年第一批团体标准项目计划", "江西省毛纺协会第二批团体标准项目计划", False),
        (
            "江西省毛纺协会2031年第3批团体标准项目计划",
            "江西省毛纺协会2031年第三批团体标准制修订项目计划",
            True,
        ),
    ],
)
def test_a_body_s_standards_are_planned_by_batches(name: str, other: str, one: bool) -> None:
    """One batch is told as the first or as 首批, of projects or not; two batches of a year are two."""
    body = "江西省毛纺协会"
    papers = _paper(name, body, "2031-04-17", "a"), _paper(other, body, "2031-05", "b")
    assert same(*papers) is one and same(*reversed(papers)) is one


def test_a_town_issues_its_paper_under_its_province_s_name_too() -> None:
    """江西省赣州市日前出台, as papers of elsewhere say; another town's of that province is not its."""
    told = _paper(
        "赣州市毛纺产业高质量发展三年行动方案(2031-2033年)", "赣州市人民政府办公室", "2031-06-18", "a"
    )
    short = "毛纺产业高质量发展行动方案"
    assert same(told, _paper(f"江西省赣州市{short}", "江西省赣州市", "2031-07", "b"))
    assert same(told, _paper(short, "江西赣州", "2031-07", "b"))
    assert not same(told, _paper(f"江西省吉安市{short}", "江西省吉安市", "2031-07", "b"))


def test_two_towns_each_tell_what_they_hold_with_their_own_name_first() -> None:
    """A third town's is another, and so is what one of them holds with that."""
    held = record("渠江—云门毛纺产业供需对接会", "2031-11-08", "event")
    for name, one in (("云门—渠江毛纺供需对接会", True), ("云门—龙湾毛纺供需对接会", False)):
        told = replace(record(name, None, "event", article="b"))
        assert same(held, told, near=True) is one and same(told, held, near=True) is one


def test_works_may_be_judged_in_another_town_than_the_final_is_held_in() -> None:
    """One edition of a contest; fairs of two towns in one month are two."""
    judged = record("第四届赣南毛衫设计大赛", "2031-10", "event", place=Place("南昌", "江西", "南昌"))
    final = record(
        "第四届“云帆杯”赣南毛衫设计大赛", "2031-10", "event", place=Place("于都", "江西", "赣州"), article="b"
    )
    assert same(judged, final) and same(final, judged)
    fairs = [
        record(name, "2031-10", "event", place=place, article=name)
        for name, place in (
            ("第四届赣南毛衫博览会", Place("南昌", "江西", "南昌")),
            ("第四届“云帆”赣南毛衫博览会", Place("于都", "江西", "赣州")),
        )
    ]
    assert not same(*fairs)


def test_the_papers_of_two_like_named_societies_are_two() -> None:
    """某纺织行业协会 and 某纺织服装行业协会 each give out one of its own trade; a society told short is the same."""

    def paper(trade: str, by: str, article: str) -> Record:
        name = f"云台省{trade}行业发展指导意见"
        issuer = (Organisation(by, "issuer"),)
        return replace(record(name, None, "plan", article=article), organisations=issuer)

    one = paper("纺织", "云台省纺织行业协会", "a")
    assert not same(one, paper("纺织服装", "云台省纺织服装行业协会", "b"))
    assert same(paper("纺织服装", "云台省纺织服装行业协会", "a"), paper("纺织服装", "云台省纺织协会", "b"))


def test_what_several_lands_societies_do_together_is_one_whoever_is_named() -> None:
    """长三角某业八项举措 of four societies: each text that tells of it names some of them."""

    def measures(by: str, article: str) -> Record:
        told = record("长三角毛纺产业协同发展八项举措", None, "plan", article=article)
        return replace(told, organisations=(Organisation(by, "issuer"),))

    assert same(measures("江苏省毛纺协会", "a"), measures("浙江省毛纺行业协会", "b"))


@pytest.mark.parametrize(
    ("short", "whole", "one"),
    [
        ("中国毛协七届三次理事扩大会", "中国毛纺织行业协会第七届理事会第三次(扩大)会议", True),
        ("中棉行协七届三次理事扩大会议", "中国棉纺织行业协会第七届第三次理事会扩大会议", True),
        ("豫服协七届三次理事会", "河南省服装行业协会第七届理事会第三次会议", True),
        ("浙丝协七届三次会员大会", "浙江省丝绸行业协会七届三次会员大会", True),
        ("苏州丝协七届三次理事会", "苏州市丝绸行业协会七届三次理事会", True),
        ("中国麻协七届三次理事会", "中国毛纺织行业协会第七届三次理事会", False),
        ("鄂服协七届三次理事会", "河南省服装行业协会七届三次理事会", False),
        ("中国毛协七届四次理事会", "中国毛纺织行业协会七届三次理事会", False),
    ],
)
def test_a_society_goes_by_its_land_a_ware_and_its_last_letter(short: str, whole: str, one: bool) -> None:
    """中国毛协 is the 中国毛纺织行业协会, and its counted council one thing, whatever town and day one paper has."""
    told = record(short, "2031-04-22", place=Place("江阴", "江苏", "无锡"))
    other = record(whole, "2031-04-23", place=Place("澄城", "陕西", "渭南"), article="b")
    assert same(told, other) is one and same(other, told) is one


def test_what_a_bureau_explains_its_government_issued() -> None:
    """某镇某业集群三年行动计划 of 区政府办 is …提质升级三年行动计划(2031—2033年) that 我局 drafted."""
    draft = record(
        "云泽纺织产业集群提质升级三年行动计划(2031—2033年)(征求意见稿)", None, "plan", status="draft"
    )
    draft = replace(draft, organisations=(Organisation("我局", "issuer"),))
    paper = record("云泽纺织产业集群三年行动计划", "2031-03-25", "plan", article="b")
    for issuer in ("区政府办", "云山市江口区人民政府办公室", "区工业和信息化局"):
        assert same(draft, replace(paper, organisations=(Organisation(issuer, "issuer"),)), near=True)
    club = replace(paper, organisations=(Organisation("江口区纺织商会", "issuer"),))
    assert not same(replace(draft, organisations=(Organisation("江口区工信局", "issuer"),)), club, near=True)


def test_papers_of_two_trades_are_two() -> None:
    """某县帽业振兴行动方案 and 某县袜业振兴行动方案 of one day."""
    hats = record("云泽县帽业振兴行动方案(2031—2033年)", "2031-04-08", "plan")
    assert not same(
        hats, record("云泽县袜业振兴行动方案(2031—2033年)", "2031-04-08", "plan", article="b"), near=True
    )


@pytest.mark.parametrize(
    ("whole", "short", "one"),
    [
        ("宜水市夏布产业保护与发展条例", "宜水夏布条例", True),
        ("云泽县毛巾产业高质量发展实施方案(2031—2033年)", "云泽毛巾三年方案", True),
        ("石狮市童装产业振兴五年规划", "石狮童装规划", True),
        ("海宁皮革时尚小镇建设行动方案", "海宁皮革方案", True),
        ("云泽县毛巾产业高质量发展实施方案(2031—2033年)", "云泽袜业方案", False),
        ("襄河市袜业提质增效三年行动计划", "襄河袜业五年计划", False),
        ("襄河市袜业提质增效三年行动计划", "襄河袜业条例", False),
    ],
)
def test_a_paper_goes_by_its_town_its_ware_and_its_sort(whole: str, short: str, one: bool) -> None:
    """宜水夏布条例 is the town's one paper of that sort; of another ware, term or sort it is another."""
    paper, told = record(whole, "2031-03-04", "plan"), record(short, "2031-07-12", "plan", article="b")
    assert same(paper, told, near=True) is one and same(told, paper, near=True) is one
    assert not one or keys(paper) & keys(told)


def test_a_towns_law_is_one_with_its_draft_whoever_approves_it() -> None:
    """某市某条例(草案) goes to the city's congress and is approved by the province's."""
    draft = record("宜水市夏布产业保护与发展条例(草案)", "2031-05-28", "plan", status="draft")
    law = record("宜水市夏布产业保护与发展条例", "2031-09", "plan", article="b")
    draft = replace(draft, organisations=(Organisation("宜水市人大常委会", "issuer"),))
    assert same(draft, replace(law, organisations=(Organisation("江西省人大常委会", "issuer"),)), near=True)


def test_a_fair_goes_by_what_its_brackets_hold() -> None:
    """第五届虎坪家纺博览会(虎家会) is the 第五届虎家会 of its days, not the fourth."""
    fair = record("第五届虎坪家纺博览会(虎家会)", "2031-09-11", "event")
    assert same(fair, record("第五届虎家会", "2031-09-12", "event", article="b"))
    assert not same(fair, record("第四届虎家会", "2031-09-12", "event", article="b"))


def test_a_town_known_for_a_ware_is_no_town_of_that_name() -> None:
    """毛衫名镇镇长联席会议 is of many towns: placed in one of them it is the same still."""
    held = record("第五次全国毛衫名镇镇长联席会议", "2031-10-18", place=Place("桐乡市濮院镇", "浙江", "嘉兴"))
    told = record("毛衫名镇镇长联席会议", "2031-10-18", article="b")
    assert same(held, told) and same(told, held)


def test_a_season_may_be_told_in_letters() -> None:
    """SS26 is 2026春夏, AW26 秋冬."""
    week = record("2026春夏厦门国际时装周", "2025-10-24", "event")
    assert same(week, record("SS26厦门时装周", None, "event", article="b"), near=True)
    assert not same(week, record("AW26厦门时装周", None, "event", article="c"), near=True)


def test_a_slogan_may_stand_before_the_sort_and_years_of_a_plan() -> None:
    """某业“增品提质”三年行动计划(2025—2027年) and 某协会“增品提质”行动计划 of one body."""
    by = (Organisation("湖北省服装行业协会", "issuer"),)
    whole = replace(
        record("湖北服装行业“增品提质”三年行动计划(2025—2027年)", "2025-02-10", "plan"), organisations=by
    )
    short = replace(
        record("湖北省服装行业协会“增品提质”行动计划", "2025-02", "plan", article="b"), organisations=by
    )
    assert same(whole, short, near=True)
