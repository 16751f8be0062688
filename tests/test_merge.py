"""Which records are one, what the one then says, and what follows what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.records.merging.joined import merged
from bot.records.merging.keys import keys, pairs
from bot.records.merging.merge import follows, likeness, namesakes, same
from bot.records.model import Evidence, Kind, Organisation, Person, Place, Record, Status
from bot.records.naming.editions import series


def record(
    name: str,
    start: str | None = None,
    kind: Kind = "meeting",
    status: Status = "held",
    place: Place | None = None,
    hosts: tuple[str, ...] = (),
    article: str = "a",
) -> Record:
    """Build a record with the little a case needs."""
    return Record(
        id=f"{article}:{name}",
        kind=kind,
        name=name,
        status=status,
        start=start,
        end=start,
        place=place,
        organisations=tuple(Organisation(h, "host") for h in hosts),
        series=series(name),
        evidence=(Evidence("name", name, 0, len(name)),),
        articles=(article,),
        confidence=0.8,
    )


ONE = [
    (
        "浙东省服装行业协会各地(市)秘书长联席会议",
        "2025-03-10",
        "浙东省服装行业协会地市秘书长联席会",
        "2025-03-10",
    ),
    ("2013全国毛针织集群工作会议", "2013-12-20", "2013年全国毛针织集群工作会议", "2013-12-21"),
    ("第十二届中国(平川)国际毛织产品交易会", "2013-11-12", "第12届平川毛织产品交易会", "2013-11-12"),
    ("中国旗袍大会", "2024-12-18", "2024中国旗袍大会", "2024-12-18"),
    ("河东省服装行业协会四届四次常务理事会", "2023-12-20", "四届四次常务理事会", "2023-12-20"),
    ("2024平川时尚周", "2024-10-18", "平川时尚周", "--10-18"),
    ("河东省服协第三届理事会第二次会议", "2024-03-12", "河东省服装行业协会三届二次理事会", "2024-03-12"),
    ("全国童装专委会年会", "2018-11-15", "中国服装协会童装专业委员会2018年年会", "2018-11-15"),
    ("第八届江口国际家用纺织品博览会", "2024-05-10", "第八届江口家纺展", "2024-05-10"),
    ("第九届江口国际家用纺织品博览会", "2025-05-09", "2025江口家纺展", "2025-05-09"),
    ("2025江淮纺织机械展览会", "2025-06-11", "2025江淮纺机展", "2025-06-11"),
    ("第六届云山汉服文化节", "2023-09-29", "第六届云山汉服节", "2023-09-29"),
    ("全市丝绸企业应对汇率风险座谈会", "2024-04-18", "丝绸企业座谈会", "2024-04-18"),
    ("江河两省家纺产业对接会", "2024-04-18", "江河家纺产业对接会", "--04-18"),
    ("第三届“云帆杯”工装设计大赛", "2024-05-10", "第三届云帆杯", "2024-05-09"),
    ("智能衬衫团体标准审定会", "2024-05-10", "《智能衬衫技术规范》团标审定会", "2024-05-10"),
    ("第四届“中国·云山”全国童装设计大赛", "2017-06-02", "第四届全国童装设计大赛决赛暨颁奖晚会", "2017-06-02"),
    ("中国江口服饰博览会2021(春季)", "2021-03-17", "中国江口服饰博览会(春季)", "2021-03-17"),
    ("2023江西(赣州)纺织服装产业博览会暨第三届于都时尚周", "2023-11-11", "2023赣州纺博会", "2023-11-11"),
    ("江东(云山)劳动安全防护用品展览会", "2024-03-17", "云山劳保展", "2024-03-17"),
    ("intertextile秋冬面辅料展", "2023-08-28", "2023中国国际纺织面料及辅料(秋冬)博览会", "2023-08-28"),
    ("秋季家纺展", "2018-09-25", "2018中国江口国际家纺博览会(秋季)", "2018-09-25"),
    ("国际时尚周", "2023-10-27", "2023江口国际时尚周", "2023-10-27"),
    ("CHIC", "2024-03-19", "2024中国国际服装服饰博览会(春季)", "2024-03-19"),
    ("四省印染行业交流会", "2024-06-05", "苏浙鲁闽四省印染行业交流会", "2024-06-05"),
    ("“云帆杯”童装设计大赛杭州站", "2016-07-08", "2016“云帆杯”童装设计大赛杭州赛区选拔赛", "2016-07-08"),
    ("“云帆杯”横机工竞赛福建预赛", "2014-10-16", "2014年“云帆杯”横机工竞赛福建赛区选拔赛", "2014-10-16"),
]
APART = [
    ("河东羊绒产业协会三届二次理事会", "2024-04-18", "河西毛纺织行业协会三届二次理事会", "2024-04-18"),
    ("河东服装协会2024年年会", "2024-04-18", "河东服装协会童装分会2024年年会", "2024-04-18"),
    ("第八届江口家纺展", "2024-05-10", "第八届江口纺机展", "2024-05-10"),
    ("江东省服装协会六届二次理事会", "2023-03-16", "江东省纺织工业协会六届二次理事会", "2023-03-16"),
    ("浙江省服装行业协会年会", "2023-03-16", "江苏省服装行业协会年会", "2023-03-16"),
    ("全国毛针织集群工作会议", "2013-12-20", "全国毛针织集群工作会议", "2014-12-20"),
    ("第十二届平川毛织产品交易会", "2013-11-12", "第十一届平川毛织产品交易会", "2012-11-12"),
    ("中国国际纺织面料(春夏)博览会", "2021-03-10", "中国国际家用纺织品(春夏)博览会", "2021-03-10"),
    ("中国服饰博览会(春季)", "2021-03-10", "中国服饰博览会(秋季)", "2021-09-10"),
    ("男装专业委员会年会", "2021-03-10", "女装专业委员会年会", "2021-03-10"),
    ("原创服饰巡回推介会成都站", "2023-05-20", "原创服饰巡回推介会武汉站", "2023-05-21"),
    ("袜业企业稳岗座谈会", "2024-05-10", "稳岗座谈会", "2024-05-12"),
    ("江东省纺织印染助剂行业协会2021年会", "2021-11-03", "江东省印染行业协会2021年年会", "2021-11-04"),
    (
        "江口纺织博览会暨第三届云山时尚周",
        "2023-11-11",
        "江口纺织博览会暨第三届云山时尚周新闻发布会",
        "2023-11-10",
    ),
    ("第十一届中国家纺展", "2005-08-23", "中国家用纺织品发展论坛", "2005-08-23"),
    ("2024年服装制作工技能竞赛", "2024-09-12", "2024年服装制作工技能竞赛江东赛区选拔赛", "2024-09-12"),
    ("2020年云山区缝纫工技能大赛", "2020-10-25", "2020年江口县缝纫工技能大赛", "2020-10-27"),
    ("全市纺织产业链推进会", "2020-06-24", "全县纺织产业链推进会", "2020-06-24"),
    ("“云帆杯”横机工竞赛福建预赛", "2014-10-16", "2014年“云帆杯”横机工竞赛浙江赛区选拔赛", "2014-10-16"),
    ("全国纺织产业集群工作会议", "2023-05-20", "河南省纺织产业集群工作会议", "2023-05-20"),
]


@pytest.mark.parametrize(("name", "start", "other", "other_start"), ONE)
def test_other_words_for_one_thing(name, start, other, other_start):
    """Short forms, years left out and a day's difference do not part what is one."""
    one, two = record(name, start), record(other, other_start, article="b")
    assert keys(one) & keys(two) or pairs(one) & pairs(two)
    assert same(one, two) and same(two, one)


@pytest.mark.parametrize(("name", "start", "other", "other_start"), APART)
def test_like_names_that_stay_apart(name, start, other, other_start):
    """Other bodies, editions, years, seasons and wares stay apart."""
    one, two = record(name, start), record(other, other_start, article="b")
    assert not same(one, two) and not same(two, one)


def test_what_is_told_without_its_day_is_the_one_of_those_weeks():
    """日前 leaves the day out: articles of the same weeks mean one meeting, those of other months another."""
    told, dated = (
        record("浙东服装协会理事会"),
        record("浙东省服装行业协会三届三次理事会", "2025-03-18", article="b"),
    )
    assert same(told, dated, near=True) and not same(told, dated, near=False)
    numbered = record("浙东服装协会三届三次理事会")
    assert same(numbered, dated, near=False)
    put_off = record("2021浙东服装科技大会", status="postponed")
    assert same(put_off, record("浙东服装科技大会", "2021-12-11", article="b"), near=False)


def test_what_carries_out_a_plan_is_another_paper():
    """…行动计划 and its 实施细则 are two, as are the measures of a province and those of a town in it."""
    plan = record("江口市纺织产业链三年行动计划(2023—2025年)", "2023-05-05", "plan", "published")
    rules = record("江口市纺织产业链三年行动计划实施细则", "2023-07-31", "plan", "published", article="b")
    assert not same(plan, rules) and not same(rules, plan)
    whole = record("关于进一步推动全省服装产业高质量发展的若干政策措施", "2022-09-08", "plan", "published")
    town = record(
        "江口市进一步推动服装产业高质量发展若干政策措施", "2023-02-28", "plan", "published", article="b"
    )
    assert not same(whole, town)
    office = Organisation("市经信局", "issuer"), Organisation("江东省工信厅", "issuer")
    told = [
        replace(record("推动服装产业发展若干措施", "2023-02-28", "plan", article=o.name), organisations=(o,))
        for o in office
    ]
    assert not same(*told)


def test_a_fair_told_without_its_day_is_that_of_those_weeks():
    """2023某展 told while it is on is the one told with its day; 第二十届织交会 the one known so for short."""
    told = record("2023中国针织博览会", "2023", "event")
    dated = record("中国针织博览会", "2023-10-10", "event", article="b")
    assert same(told, dated, near=True) and not same(told, dated, near=False)
    fair = replace(record("第二十届中国云山毛织产品交易会", "2023-11-07", "event"), aliases=("织交会",))
    assert same(fair, record("第二十届织交会", None, "event", article="b"), near=True)
    assert not same(fair, record("第十九届织交会", None, "event", article="b"), near=True)


def test_what_was_dropped_is_not_next_years():
    """A fair cancelled in 2020 is neither the one of 2021 nor the one put off then without its day."""
    dropped = record("江口服饰博览会2020(春季)", None, "event", "cancelled")
    put_off = record("江口服饰博览会(春季)", None, "event", "postponed", article="b")
    held = record("江口服饰博览会(春季)", "2021-03-17", "event", article="c")
    assert not same(dropped, put_off, near=False) and not same(dropped, held, near=False)
    assert same(put_off, held, near=True)


def test_a_paper_revised_under_its_title_is_another():
    """A standard told five years after one of its title is its next version, unless the years or number say otherwise."""
    old, new = (record("针织校服", start, "plan", article=start) for start in ("2018-06", "2023-04-02"))
    assert not same(old, new)
    undated = record("针织校服", None, "plan", article="c")
    assert same(undated, new, near=True) and not same(undated, new, near=False)
    term = (
        record("江口市“十四五”服装产业规划", None, "plan"),
        record("江口市“十四五”服装产业规划", None, "plan"),
    )
    assert same(*term, near=False)


def test_open_meetings_of_other_people_are_two():
    """服装企业座谈会 that two mayors hold on one day are two, though they are called alike."""
    one, two = (
        replace(record("服装企业座谈会", "2024-08-13", article=name), people=(Person(name, "moderator"),))
        for name in ("秦猛", "李晖")
    )
    assert not same(one, two) and namesakes(one, two)


def test_ours_is_the_named_one_in_the_same_hall():
    """全省羽绒产业大会 in 县文化艺术中心 is that of 江苏省 in 宝应县文化艺术中心 on that day."""
    named = record(
        "2017江苏省羽绒产业大会",
        "2017-09-21",
        place=Place("宝应县文化艺术中心", "江苏", "扬州", "宝应县文化艺术中心"),
    )
    ours = record(
        "全省羽绒产业大会",
        "2017-09-21",
        place=Place("县文化艺术中心", None, None, "县文化艺术中心"),
        article="b",
    )
    assert same(named, ours)


def test_what_came_out_is_no_draft_any_more():
    """The fuller name stays without (征求意见稿) once the plan is published; before that it keeps it."""
    draft = record("江东省童装产业行动方案(2024—2026年)(征求意见稿)", "2024-02", "plan", "draft")
    issued = record("江东省童装产业行动方案", "2024-05", "plan", "published", article="b")
    assert merged(draft, issued).name == "江东省童装产业行动方案(2024—2026年)"
    assert merged(draft, replace(issued, status="draft")).name == draft.name


def test_how_long_it_lasts_is_kept_by_a_report_of_its_opening():
    """Of two that begin on one day the one that tells the last day is believed, and a hall gets its province."""
    whole = replace(record("江东纺织博览会", "2023-08-28", "event", "upcoming"), end="2023-08-30")
    opening = record(
        "江东纺织博览会", "2023-08-28", "event", "ongoing", Place("会展中心", venue="会展中心"), article="b"
    )
    assert merged(whole, opening).end == merged(opening, whole).end == "2023-08-30"
    town = replace(whole, place=Place("苏州", "江苏", "苏州"))
    assert merged(town, opening).place == Place("会展中心", "江苏", "苏州", "会展中心")


def test_nameless_meetings_need_one_place():
    """产业集群座谈会 of two cities on one day are two."""
    one = record("产业集群座谈会", "2025-09-26", place=Place("昌邑", "山东", "潍坊"))
    two = record("产业集群座谈会", "2025-09-26", place=Place("常熟", "江苏", "苏州"))
    assert not same(one, two)


def test_a_fair_is_known_by_its_letters_or_cut_short_at_its_hall():
    """QJKF 2024 and 裤博会 are the fair in full of that hall and day; of another hall they are not known to be."""
    hall, other = (
        Place("云山国际会展中心", "江东", "云山", "云山国际会展中心"),
        Place("云山体育馆", "江东", "云山", "云山体育馆"),
    )
    whole = record("第九届江东针织裤业博览会", "2024-04-16", "event", place=hall)
    for name in ("QJKF 2024", "裤博会"):
        short = record(name, "2024-04-17", "event", place=hall, article="b")
        assert same(whole, short) and keys(whole) & keys(short)
        assert not same(whole, replace(short, place=other))


def test_who_speaks_at_a_meeting_of_the_day_joins_names_half_alike():
    """One person told of at two meetings of one day was at one meeting, where their names have much in common."""
    named = record("毛纺企业节能现场会", "2024-06-11")
    full = record("江东毛纺行业清洁节能现场推进会", "2024-06-11", article="b")
    assert not same(named, full)
    speaker = (Person("薛明山", "speaker"),)
    assert same(replace(named, people=speaker), replace(full, people=speaker))


def test_what_was_put_off_and_dropped_is_one_under_its_short_name():
    """A fair called off under a short name is the counted one of those months, not that of the next year."""
    fair = record("第五届江口国际内衣采购节", "2022-07-08", "event", "postponed")
    dropped = record("江口内衣采购节", "2022-04", "event", "cancelled", article="b")
    after = record("第六届江口国际内衣采购节", "2023-04-21", "event", "upcoming", article="c")
    assert same(fair, dropped) and not same(after, dropped)


def test_standards_of_other_societies_or_years_are_other_papers():
    """A title alone makes no standard: two societies may each have theirs, and a new version is a new paper."""
    one = replace(
        record("发热服装技术要求", None, "plan"),
        organisations=(Organisation("江东服装标准化促进会", "issuer"),),
    )
    two = replace(
        one, id="b:", organisations=(Organisation("河西智能纺织品协会", "issuer"),), articles=("b",)
    )
    assert same(one, replace(one, id="c:")) and not same(one, two) and namesakes(one, two)
    assert not same(
        replace(one, start="2024-03-01"), record("发热服装技术要求(2026版)", None, "plan", article="d")
    )


def test_our_province_is_named_by_the_place():
    """全省… is the meeting of the province whose city both name, not that of the city nor of another province."""
    jinan, nanjing = Place("济南", "山东", "济南"), Place("南京", "江苏", "南京")
    ours = record("全省纺织服装产业座谈会", "2023-04-10", place=jinan)
    assert same(ours, record("山东省纺织服装产业座谈会", "2023-04-10", place=jinan, article="b"))
    assert not same(ours, record("济南市纺织服装产业座谈会", "2023-04-10", place=jinan, article="b"))
    assert not same(ours, record("江苏省纺织服装产业座谈会", "2023-04-10", place=nanjing, article="b"))


def test_a_postponed_fair_is_the_announced_one():
    """The record keeps its id and takes the new day; both days stay in evidence."""
    announced = replace(
        record("第二十四届东华纱线展览会", "2022-04-07", "event", "upcoming"),
        evidence=(Evidence("start", "4月7日", 3, 7),),
    )
    moved = replace(
        record("第24届东华纱线展览会", "2022-07-14", "event", "postponed", article="b"),
        evidence=(Evidence("start", "7月14日", 3, 8),),
    )
    assert same(announced, moved)
    one = merged(announced, moved)
    assert (one.id, one.start, one.status) == (announced.id, "2022-07-14", "postponed")
    assert {(e.quote, e.article) for e in one.evidence} == {("4月7日", "a"), ("7月14日", "b")}
    assert one.articles == ("a", "b")


def test_a_cancelled_fair_loses_its_day():
    """The dropped date stands nowhere but in its history."""
    one = merged(
        record("2019东岛采购节", "2019-06-12", "event", "upcoming"),
        record("2019东岛采购节", None, "event", "cancelled", article="b"),
    )
    assert (one.start, one.status) == (None, "cancelled")


def test_late_announcements_do_not_undo_a_report():
    """An announcement read after the report leaves status and day of the report."""
    one = merged(
        record("第三届东岛童装节", "2024-05-18", "event", "held"),
        record("第三届东岛童装节", "2024-05-17", "event", "upcoming", article="b"),
    )
    assert (one.start, one.status) == ("2024-05-18", "held")


def test_the_more_exact_field_is_kept():
    """A whole day beats a month; a venue beats a city; posts and roles join."""
    rough = replace(
        record("第三届东岛童装节", "2024-05", "event", place=Place("厦门", "福建", "厦门")),
        people=(Person("丁一", "attendee"),),
    )
    fine = replace(
        record(
            "第三届东岛童装节",
            "2024-05-18",
            "event",
            place=Place("厦门会展中心", "福建", "厦门", "厦门会展中心"),
            article="b",
        ),
        people=(Person("丁一", "speaker"), Person("孟二", "attendee")),
    )
    one = merged(rough, fine)
    assert one.start == "2024-05-18" and one.place == fine.place
    assert [(p.name, p.role) for p in one.people] == [("丁一", "speaker"), ("孟二", "attendee")]


def test_a_draft_and_its_plan_are_one():
    """What was out for comment is later published under the same title."""
    draft = record("江东省印染行业发展实施意见(征求意见稿)", "2024-05-21", "plan", "draft")
    plan = record("江东省印染行业发展实施意见", "2024-09-01", "plan", "published", article="b")
    assert same(draft, plan)
    assert merged(draft, plan).status == "published"


def test_editions_and_stages_follow():
    """A later edition follows an earlier one; a meeting on a plan follows the plan; nothing follows itself."""
    tenth = record("第十届东岛童装博览会", "2023-05-18", "event")
    eleventh = record("第十一届东岛童装博览会", "2024-05-18", "event", article="b")
    plan = record("江东省童装产业焕新行动方案(2024—2026年)", "2024-01", "plan", "published")
    meeting = record("江东省童装产业焕新行动方案推进会", "2025-11-21", article="b")
    assert follows(eleventh, tenth) == "edition"
    assert follows(tenth, eleventh) is None
    assert follows(meeting, plan) == "stage"
    assert follows(plan, plan) is None


def test_a_bare_name_needs_the_day_or_common_ground():
    """三届二次理事会 of no known body is that of the very day, or of the same host under its short name."""
    whole = record("河东羊绒产业协会三届二次理事会", "2024-04-18")
    bare = record("三届二次理事会", "2024-04-18")
    assert same(bare, whole)
    assert not same(replace(bare, start="2024-04-19"), whole)
    assert not same(replace(bare, start=None), whole, near=True)
    assert same(record("三届二次理事会", "2024-04-19", hosts=("河东羊绒协会",)), whole)
    assert not same(record("三届二次理事会", "2024-04-18", hosts=("河西毛纺协会",)), whole)


def test_the_edition_after_one_put_off_is_another():
    """A fair told without its count is the one put off only where it lies nearer than the next edition."""
    put_off = record("第六届江口毛巾博览会", "2024-08-20", kind="event", status="postponed")
    assert same(record("江口毛巾博览会", "2024-10-18", kind="event"), put_off)
    assert not same(record("江口毛巾博览会", "2025-04-17", kind="event"), put_off)


def test_like_meetings_of_two_hosts_on_two_days_are_two() -> None:
    """A meeting of one name held by other bodies on other days is another; one day's difference alone is none."""
    one = record("针织企业稳外贸座谈会", "2024-04-09", hosts=("江东针织行业协会",))
    assert not same(one, record(one.name, "2024-04-10", hosts=("河西印染同业公会",), article="b"))
    assert same(one, record(one.name, "2024-04-10", hosts=("江东省针织行业协会",), article="b"))


def test_a_hall_told_without_its_town_is_the_same_hall() -> None:
    """服博会 at 市会展中心 is 第24届云山国际服装服饰博览会 at 云山会展中心 on the same days."""

    def fair(name: str, venue: str, host: str) -> Record:
        return Record(
            id=name,
            kind="event",
            name=name,
            start="2018-09-12",
            end="2018-09-15",
            place=Place(venue, venue=venue),
            organisations=(Organisation(host, "host"),),
        )

    short = fair("服博会", "市会展中心", "市政府")
    full = fair("第二十四届中国国际服装服饰博览会", "云山会展中心", "云山市人民政府")
    assert keys(short) & keys(full) and same(short, full)


def test_days_told_without_a_year_are_near_as_others_are() -> None:
    """--09-12 and 2025-09-13 are within a week, --09 says no day."""
    name = "江西省纺织工业协会毛巾产业座谈会"
    told = record(name, start="2025-09-13")
    assert same(told, record(name, start="--09-12"))
    assert not same(told, record(name, start="--03-12"))
    assert same(told, record(name, start="2025-09")) == same(record(name, start="2025-09"), told)


def test_a_contest_without_its_sponsors_cup_is_the_same_heat() -> None:
    """“濮院毛衫杯”某大赛四川赛区决赛 is 某大赛四川赛区决赛: the cup's town is not the heat's."""
    one = record("2031“濮院毛衫杯”新秀模特大赛四川赛区决赛", "2031-08-30", "event")
    assert same(one, record("2031新秀模特大赛四川赛区决赛", "2031-08-30", "event", article="b"))


def test_a_name_cut_short_is_the_fair_of_those_very_days() -> None:
    """为期三天的袜博会 is the one from that day to that; over other days it says too little."""
    fair = replace(record("第九届中国·云山国际袜业博览会", "2031-09-10", "event"), end="2031-09-12")
    short = replace(record("袜博会", "2031-09-10", "event", article="b"), end="2031-09-12")
    assert same(fair, short)
    assert keys(fair) & keys(short)
    assert not same(fair, replace(short, end="2031-09-11"))


def test_our_province_is_the_one_placed_in_on_that_day() -> None:
    """全省…推进会 placed in 仙桃 is 湖北省…推进会 of the day, no other province's."""
    town = Place("仙桃", "湖北", "仙桃")
    ours = record("全省现代纺织产业链推进会", "2031-04-08", place=town)
    assert same(ours, record("湖北省现代纺织产业链推进会", "2031-04-08", article="b"))
    assert not same(ours, record("湖南省现代纺织产业链推进会", "2031-04-08", article="b"))


def test_all_of_a_county_is_that_county_where_one_person_spoke() -> None:
    """全县…推进会 and 云山县…推进会 at which one director speaks are one; without him they are any county's."""
    ours = replace(record("全县织机整治提升推进会", "2031-03-19"), people=(Person("汤建成", "speaker"),))
    named = replace(
        record("云山县织机整治提升推进会", "2031-03-19", article="b"), people=(Person("汤建成", "speaker"),)
    )
    assert same(ours, named)
    assert not same(ours, replace(named, name="云山区织机整治提升推进会"))


def test_a_paper_told_without_its_region_is_found_and_joined() -> None:
    """某自治区政府日前公布《某业行动方案》: its office issued it; what carries it out is another paper."""
    paper = replace(record("新疆维吾尔自治区纺织服装产业集群提升行动方案(2031-2033年)", "2031-03", "plan"), organisations=(Organisation("自治区人民政府办公厅", "issuer"),))  # fmt: skip
    short = replace(record("纺织服装产业集群提升行动方案", None, "plan", article="b"), organisations=(Organisation("新疆维吾尔自治区政府", "issuer"),))  # fmt: skip
    assert same(paper, short)
    assert keys(paper) & keys(short)
    assert not same(paper, record("纺织服装产业集群提升行动方案实施细则", None, "plan", article="c"))


def test_a_last_day_alone_is_near_the_days_it_ends() -> None:
    """服博会15日闭幕 is the fair of the 12th to the 15th."""
    fair = replace(
        record("第八届江口服装博览会", "2018-09-12", "event"), end="2018-09-15", aliases=("服博会",)
    )
    told = replace(record("服博会", None, "event", "ongoing", article="b"), end="2018-09-15")
    assert same(told, fair) and not same(replace(told, end="2018-09-25"), fair)


def test_a_town_and_a_sort_name_what_is_held_there_that_day() -> None:
    """西岭对接会 is the province's 产业对接会 held in 西岭 on the day, none of its forum nor of another town."""
    town = Place("海城西柳", "辽宁", "鞍山")
    whole = record("2025辽宁家纺产业对接会", "2025-07-18", "event", place=town)
    assert same(record("西柳对接会", "2025-07-18", "event", article="b"), whole)
    assert not same(record("兴城对接会", "2025-07-18", "event", article="b"), whole)
    assert not same(record("西柳对接会", "2025-07-19", "event", article="b"), whole)
    assert not same(record("西柳论坛", "2025-07-18", article="b"), whole)


def test_an_area_is_told_wherever_it_stands_in_a_name() -> None:
    """粤东片区…座谈会 is …座谈会(粤东片区) where the same people spoke, and none of 粤西."""
    people = tuple(Person(name, "speaker") for name in ("林向东", "陈立新"))
    whole = replace(record("2025年广东省家纺产业集群工作座谈会(粤东片区)", "2025-06-11"), people=people)
    told = replace(record("粤东片区家纺产业集群工作座谈会", "--06-11", article="b"), people=people)
    assert same(told, whole)
    assert not same(replace(whole, name=whole.name.replace("东", "西"), start="2025-07-02"), whole)


def test_the_notice_of_a_selection_is_one_with_what_it_calls_for() -> None:
    """A plan until it is held: the event's days and name stand, the notice's deadline is kept."""
    notice = replace(
        record("关于开展2023年度江东服装行业优秀设计师评选活动的通知", "2023-05-08", "plan", "published"),
        deadline="2023-06-30",
    )
    told = record("2023年度江东服装行业优秀设计师评选", "2023-09-28", "event", article="b")
    assert same(notice, told) and same(told, notice)
    assert not same(replace(notice, name=notice.name.replace("2023", "2022")), told)
    whole = merged(notice, told)
    assert (whole.kind, whole.status, whole.start, whole.name) == ("event", "held", "2023-09-28", told.name)
    assert whole.deadline == "2023-06-30" and notice.name in whole.aliases
    assert merged(told, notice).start == "2023-09-28"


def test_study_tours_of_two_bodies_are_two() -> None:
    """会员企业赴越南考察 of one chamber is none of another's in the same week."""
    tour = record("会员企业赴越南考察", "2018-03-11", "event", hosts=("石桥市纺织商会",))
    other = record("会员企业赴越南考察", "2018-03-12", "event", hosts=("晋川市纺织协会",), article="b")
    assert not same(tour, other) and namesakes(tour, other)


def test_like_meetings_of_two_towns_on_one_day_are_two() -> None:
    """羊绒企业座谈会 of one county is none of another's on the same day."""
    one = record("羊绒企业座谈会", "2022-02-15", place=Place("清河县", "河北", "邢台"))
    other = record("羊绒企业座谈会", "2022-02-15", place=Place("灵武市", "宁夏", "银川"), article="b")
    assert namesakes(one, other) and namesakes(replace(one, name="清河县羊绒企业座谈会"), other)


def test_a_like_meeting_of_another_day_and_other_people_is_another_towns() -> None:
    """One called as any town's may be is none that tells its town, a day before and with other people."""
    named = replace(record("云山县袜业用工座谈会", "2024-06-05"), people=(Person("罗启明", "moderator"),))
    bare = replace(record("袜业用工座谈会", "2024-06-06"), people=(Person("邹德胜", "moderator"),))
    assert not same(named, bare)
    assert same(named, replace(bare, start="2024-06-05", end="2024-06-05"))


def test_what_is_put_off_may_move_to_another_town() -> None:
    """A congress put off is the announced one wherever it is held, and is placed where it moved to."""
    first, then = Place("广东省佛山市", "广东", "佛山"), Place("广州", "广东", "广州")
    announced = record("2024江口袜业大会", "2024-09-12", status="upcoming", place=first)
    moved = record("2024江口袜业大会", "2024-11-14", status="postponed", place=then, article="b")
    assert same(announced, moved)
    assert merged(announced, moved).place == then
    assert not same(announced, replace(moved, status="upcoming"))


def test_a_fair_called_by_its_town_and_cut_short_is_the_one_there() -> None:
    """石桥海博会 is the 海峡两岸…博览会 in 石桥 on those days, none of another town nor of another name."""
    hall = Place("石狮服装城会展中心", "福建", "泉州", "石狮服装城会展中心")
    whole = record("第九届海峡两岸纺织服装博览会", "2031-04-17", "event", place=hall)
    short = record("石狮海博会", "2031-04-17", "event", article="b")
    assert same(whole, short) and same(short, whole)
    assert not same(whole, replace(short, start="2031-04-27", end="2031-04-27"))
    assert not same(whole, replace(short, name="晋江海博会"))
    assert not same(whole, replace(short, name="石狮童博会"))


def test_measures_told_by_their_number_are_the_measures() -> None:
    """稳增长六条措施 of a town are its 稳增长若干措施, none of eight and none of another town."""
    paper = record("普宁市支持纺织服装产业稳增长若干措施", "2031-03-18", "plan", "published")
    told = record("普宁纺织服装稳增长六条措施", "2031-04-01", "plan", "published", article="b")
    assert same(paper, told)
    assert not same(told, replace(told, name="普宁纺织服装稳增长八条措施"))
    assert not same(paper, replace(told, name="潮阳纺织服装稳增长六条措施"))
    any_town = record("关于支持帽业发展的若干措施", "2031-03-08", "plan", "published")
    assert not same(any_town, record("陆河县帽业八条措施", "2031-03-24", "plan", article="b"))
    assert same(any_town, record("帽业十二条措施", "2031-04-01", "plan", article="b"))


def test_a_draft_may_come_out_as_a_paper_of_another_sort() -> None:
    """…五年行动计划(征求意见稿) came out as …五年行动方案; two papers of one period that both came out are two."""
    draft = record("南充市丝绸振兴五年行动计划(2031—2035年)(征求意见稿)", "2031-04-15", "plan", "draft")
    paper = record("南充市丝绸振兴五年行动方案(2031—2035年)", "2031-07-18", "plan", "published", article="b")
    assert same(draft, paper)
    assert not same(draft, replace(paper, name=paper.name.replace("丝绸", "苎麻")))
    assert not same(draft, replace(paper, name="南充市丝绸振兴五年行动方案实施细则"))


def test_the_day_it_was_first_announced_for_tells_it_too() -> None:
    """An announcement read late is of the fair put off since from that very day, in that year alone."""
    announced = replace(
        record("第九届江口内衣博览会", "2031-08-16", "event", "upcoming"),
        evidence=(Evidence("start", "8月16日至18日", 0, 9),),
    )
    moved = record("第九届江口内衣博览会", "2031-09-22", "event", "postponed", article="b")
    whole = merged(merged(announced, moved), replace(moved, status="held"))
    late = record("江口内衣博览会", "--08-16", "event", "upcoming", article="c")
    assert same(whole, late)
    assert not same(whole, replace(late, start="2032-08-16", end="2032-08-16"))
    assert not same(whole, replace(late, start="--05-16", end="--05-16"))


def test_the_day_first_announced_points_at_the_fair_moved_since() -> None:
    """Of last year's fair in those days and this year's moved from that very day, the latter is meant."""
    announced = replace(
        record("第九届中国(江口)国际内衣博览会", "2031-08-16", "event", "upcoming"),
        evidence=(Evidence("start", "8月16日至18日", 0, 9),),
    )
    moved = record("第九届中国(江口)国际内衣博览会", "2031-08-23", "event", "postponed", article="b")
    last_years = record("第八届江口内衣博览会", "2030-08-17", "event", article="c")
    late = record("江口内衣博览会", "--08-16", "event", "upcoming", article="d")
    assert same(last_years, late)
    assert likeness(merged(announced, moved), late) > likeness(last_years, late)


def test_a_fair_told_as_it_opens_is_the_one_told_as_it_closes() -> None:
    """A first day and, a week behind, a last one are one fair's; months apart they are two."""
    where = Place("江口", "江西", "江口")
    opened = record("2031中国江口国际服装节", "2031-08-23", "event", "ongoing", where)
    closed = replace(record("江口国际服装节", None, "event", place=where, article="b"), end="2031-08-29")
    assert same(opened, closed) and same(closed, opened)
    assert not same(opened, replace(closed, end="2031-09-29"))


def test_our_town_is_the_one_whose_people_are_told() -> None:
    """A town's paper leaves its own name out: 镇…会议 is that of the town where the same man spoke, 镇江 is a city."""
    told = replace(record("镇休闲装产业集群工作会议", "--04-19"), people=(Person("罗启明", "speaker"),))
    ours = replace(
        record("湖滨镇休闲装产业集群工作会议", "2031-04-19", article="b"),
        people=(Person("罗启明", "speaker"),),
    )
    theirs = record("云山镇休闲装产业集群工作会议", "2031-04-19", article="c")
    assert same(told, ours) and not same(told, theirs)
    city = record("镇江休闲装产业集群工作会议", "2031-04-19")
    assert same(city, replace(city, id="d", articles=("d",), name="2031年镇江休闲装产业集群工作会议"))


def test_a_fairs_evening_of_honours_is_none_of_the_fair() -> None:
    """第五届某节颁奖晚会 stays apart from the fair that gives it name and count."""
    fair = record("第五届江口服装节", "2031-08-23", "event")
    assert not same(fair, record("第五届江口服装节颁奖晚会", "2031-08-23", "event", article="b"))


def test_what_is_put_off_again_has_the_later_day() -> None:
    """Of two notices that put a fair off the later day stands, in whatever order they come."""
    first, then = (
        record("第九届江口内衣博览会", day, "event", "postponed", article=day)
        for day in ("2031-06-23", "2031-11-03")
    )
    assert merged(first, then).start == merged(then, first).start == "2031-11-03"


def test_the_town_in_a_fairs_name_is_no_place_against_another() -> None:
    """海宁皮革周 may leave 海宁 for 杭州; meetings of two towns stay apart."""
    moved = record(
        "第九届海宁皮革时尚周",
        "2031-11-20",
        "event",
        place=Place("杭州国际博览中心", "浙江", "杭州", "杭州国际博览中心"),
    )
    short = record("海宁皮革周", "2031-11-20", "event", place=Place("海宁", "浙江", "嘉兴"), article="b")
    assert same(moved, short)
    assert not same(moved, replace(short, place=Place("海宁会展中心", "浙江", "嘉兴", "海宁会展中心")))


def test_like_meetings_of_two_towns_of_a_city_are_two() -> None:
    """沙家浜镇…座谈会 is none of the like one placed in 常熟市海虞镇 on that day."""
    named = record("沙家浜镇休闲装产业集群座谈会", "2031-06-10")
    other = record(
        "休闲装产业集群座谈会", "2031-06-10", place=Place("常熟市海虞镇", "江苏", "苏州"), article="b"
    )
    assert not same(named, other)
    assert same(named, replace(other, place=Place("常熟市沙家浜镇", "江苏", "苏州")))


def test_a_committees_year_is_told_in_short() -> None:
    """毛纺织品分标委2031年年会 is that of the 毛纺织品分技术委员会, none of the committee above it."""
    whole = record("全国纺织品标准化技术委员会毛纺织品分技术委员会2031年年会", "2031-04-09")
    assert same(whole, record("毛纺织品分标委2031年年会", "2031-04-09", article="b"))
    assert not same(whole, record("全国纺织品标准化技术委员会2031年年会", "2031-04-09", article="b"))
    assert not same(whole, record("丝绸分标委2031年年会", "2031-04-09", article="b"))


def test_a_month_is_that_of_a_day_without_its_year() -> None:
    """2031-03 and --03-26 are near, 2031-03 and --05-26 are not; 钮扣 is written 纽扣."""
    forum = record("首届纽扣可降解材料论坛", "2031-03")
    assert same(forum, record("钮扣可降解材料论坛", "--03-26", article="b"))
    assert not same(forum, record("钮扣可降解材料论坛", "--05-26", article="b"))


def test_one_standard_is_none_of_several_given_out_with_it() -> None:
    """《甲》等11项团体标准 are more than 《甲》."""
    one = record("再生涤纶含量标签", "2031-02-01", "plan")
    assert not same(one, record("《再生涤纶含量标签》等11项团体标准", "2031-07-10", "plan", article="b"))


def test_a_city_that_reminds_of_a_province_s_call_tells_of_that_call() -> None:
    """关于组织申报2031年江东省…的通知 and 2031年江东省…申报 of a city's office are one; a call of no place is each office's own."""
    call = replace(record("关于组织申报2031年江西省数字化车间的通知", "2031-05-06", "plan"), organisations=(Organisation("江西省工业和信息化厅", "issuer"),))  # fmt: skip
    passed = replace(record("2031年江西省数字化车间申报", "2031-06-08", "plan", article="b"), organisations=(Organisation("赣州市工业和信息化局", "issuer"),))  # fmt: skip
    assert same(call, passed)
    assert same(call, replace(passed, name="关于延长2031年江西省数字化车间申报时间的提醒"))
    assert not same(call, replace(passed, name="2032年江西省数字化车间申报"))
    assert not same(
        replace(call, name="关于组织申报2031年数字化车间的通知"), replace(passed, name="2031年数字化车间申报")
    )


def test_a_branch_is_told_with_and_without_its_body() -> None:
    """毛衫分会年会 is 某协会毛衫分会年会, not 袜业分会年会."""
    full = replace(record("中国针织工业协会毛衫分会2031年年会", "2031-07-18"), end="2031-07-19")
    assert same(full, replace(record("毛衫分会2031年年会", "2031-07-18", article="b"), end="2031-07-19"))
    assert not same(full, replace(record("袜业分会2031年年会", "2031-07-18", article="b"), end="2031-07-19"))


def test_a_countrys_contest_of_a_year_is_no_provinces() -> None:
    """2031年全国织布工竞赛, 2031年安徽省织布工竞赛: the year before it hides no level."""
    whole = record("2031年全国织布工职业技能竞赛", "2031-11-21", "event")
    assert not same(whole, record("2031年安徽省织布工职业技能竞赛", "2031-11-20", "event", article="b"))


def test_two_standards_of_one_body_and_day_are_two() -> None:
    """《再生羽绒》 and 《羽绒被芯》 come out together and share a ware."""
    one, other = (
        replace(record(name, "2031-10-18", "plan", "published", hosts=("中国羽绒工业协会",)), document=name)
        for name in ("再生羽绒", "羽绒被芯")
    )
    assert not same(one, other, True)


def test_like_congresses_of_two_counties_in_one_week() -> None:
    """产业高质量发展大会 of 2月14日 with other leaders is not 平舆县… of 2月11日."""
    named = replace(
        record("平舆县服装产业高质量发展大会", "2031-02-11"), people=(Person("康振邦", "speaker"),)
    )
    other = replace(
        record("服装产业高质量发展大会", "2031-02-14", article="b"), people=(Person("冉国庆", "speaker"),)
    )
    assert not same(named, other)


def test_what_a_towns_paper_calls_all_of_the_province_is_the_provinces_of_that_day() -> None:
    """全省蚕茧收购工作座谈会 without its place is 江苏省… of one day, not of another."""
    ours = record("全省蚕茧收购工作座谈会", "2031-05-26")
    assert same(record("2031年江苏省蚕茧收购工作座谈会", "2031-05-26"), replace(ours, id="b"))
    assert not same(record("2031年江苏省蚕茧收购工作座谈会", "2031-06-26"), replace(ours, id="b"))


def test_lands_told_in_full_or_by_their_signs_in_one_hall() -> None:
    """甲省—乙地某业对接会 and 甲乙某业对接会 of one hall and day are one."""
    hall = Place("喀什经济开发区", "新疆", "喀什", "喀什经济开发区")
    one = record("山东—喀什棉纺织产业链对接会", "2031-09-12", "event", place=hall)
    assert same(one, record("鲁疆棉纺织产业链对接会", "2031-09-12", "event", place=hall, article="b"))
    assert not same(one, record("鲁疆棉纺织产业链对接会", "2031-09-14", "event", place=hall, article="b"))


def test_a_fair_and_the_congress_of_its_trade_in_its_days_are_two() -> None:
    """某国际内衣展 and 某内衣产业发展大会 share town, ware and days."""
    town = Place("深圳", "广东", "深圳")
    fair = replace(
        record("第二十届中国(深圳)国际品牌内衣展", "2031-05-10", "event", place=town), end="2031-05-12"
    )
    assert not same(fair, record("2031中国内衣产业发展大会", "2031-05-11", place=town, article="b"))


def test_a_day_amid_a_fair_is_one_of_its_own() -> None:
    """纺机采购节 of 7月9日 is the one that lasts from 8日 to 10日."""
    fair = replace(record("第十五届中国国际纺织机械采购节", "2031-07-08", "event"), end="2031-07-10")
    assert same(fair, record("纺机采购节", "2031-07-09", "event", article="b"))
    assert not same(fair, record("纺机采购节", "2031-07-12", "event", article="b"))


def test_halls_of_one_centre_are_found_together() -> None:
    """南港展览馆1馆 and 南港展览馆 are looked for under one key: letters alone are the fair of that hall."""
    fair = record(
        "第29届台北纺织展", "2031-10-14", "event", place=Place("南港展览馆1馆", None, None, "南港展览馆1馆")
    )
    letters = record(
        "TITAS 2031", "2031-10-14", "event", place=Place("南港展览馆", None, None, "南港展览馆"), article="b"
    )
    assert keys(fair) & keys(letters)
    assert same(fair, letters)


def test_a_call_prolonged_by_its_own_issuer_is_that_call() -> None:
    """关于延长…申报时间的通知 leaves the province out of its title; its issuer tells whose it is."""
    bodies = ("江西省工业和信息化厅",)
    call = record(
        "关于组织开展2031年度江西省鞋业标杆企业申报工作的通知",
        "2031-03-10",
        "plan",
        "published",
        hosts=bodies,
    )
    later = record(
        "关于延长2031年度鞋业标杆企业申报时间的通知",
        "2031-04-17",
        "plan",
        "published",
        hosts=bodies,
        article="b",
    )
    assert same(call, later, True)
