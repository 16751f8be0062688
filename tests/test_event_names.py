"""Which words name an event and which only speak of one: odd endings, verbs glued on, tours, calendars, reports of a year."""

from __future__ import annotations

import pytest

from bot.records import read_records


def names(text: str, title: str = "", published: str | None = "2024-06-11") -> list[str]:
    """Return what the records of a text are called."""
    return [r.name for r in read_records(title, text, published)]


@pytest.mark.parametrize(
    "name",
    [
        "2024云岭羊绒日",
        "“指尖云岭”盘扣公益课堂",
        "“织梦”林晓2024春夏系列发布",
        "第三届云岭职工羽毛球赛",
        "首届云岭丝被文化节",
        "“霓裳”古着市集",
        "第二届“云岭人才日”",
        "“百企同行”百家服装企业大走访活动",
        "“云岭之约”主题歌会",
        "2024全国纺织成果展览会",
    ],
)
@pytest.mark.parametrize(
    "told", ["6月8日,{}在云岭会展中心举行,200余人到场。", "近日,由云岭市工信局主办的{}圆满收官。"]
)
def test_what_is_singled_out_and_held_is_an_event_whatever_it_ends_in(name: str, told: str) -> None:
    """An edition, a year or a motto and a verb of holding make a name of words no list has."""
    (found,) = read_records("", told.format(name), "2024-06-11")
    assert (found.kind, found.name.strip("“”")) == ("event", name.strip("“”"))


@pytest.mark.parametrize(
    "deed",
    ["入选", "现身", "助阵", "观看", "打卡", "登上", "纳入", "带火", "抢滩", "圆满完成", "走进", "逛完"],
)
def test_what_somebody_does_with_a_show_is_no_part_of_its_name(deed: str) -> None:
    """当地企业现身服装节 names no show of its own."""
    assert names(f"6月8日,记者在云岭采访时看到,当地企业{deed}服装节,信心十足。") == []


def test_works_that_are_no_gathering_make_no_name() -> None:
    """A plan that has come to its end, a journey's people and a campaign are none, though in marks."""
    assert names("6月8日,“十四五”纺织人才规划圆满收官。") == []


@pytest.mark.parametrize("ahead", ["(云岭社6日电)", "本市纺织业年度盛事——", "距", "由市工信局主办的晚宴暨"])
def test_what_only_leads_up_to_a_name_is_cut(ahead: str) -> None:
    """Bylines, praise, how long it still is and the dinner before it."""
    assert names(f"{ahead}第九届云岭纺织展6月18日在云岭会展中心举行。") == ["第九届云岭纺织展"]


def test_a_short_form_in_brackets_parts_no_joint_name() -> None:
    """…博览会(简称“云博会”)暨某展 is one."""
    text = "6月8日,第九届云岭纺织服装博览会(简称“云博会”)暨2024云岭裤装展览会在云岭开幕。"
    assert names(text) == ["第九届云岭纺织服装博览会暨2024云岭裤装展览会"]


def test_a_number_behind_or_before_the_marks_belongs_to_the_name() -> None:
    """第一期“某班” and “某讲堂”第三期 are one of a row."""
    assert names("6月8日,第一期“云岭缝纫技能培训班”在云岭开班。") == ["第一期“云岭缝纫技能培训班”"]
    assert names("6月8日,“云岭大讲堂”第三期在云岭举行。") == ["“云岭大讲堂”第三期"]


def test_letters_in_brackets_behind_a_name_are_no_other_fair() -> None:
    """…展览会(Texworld Paris) is one fair."""
    text = "2月6日,2023春季巴黎国际服装面料展览会(Texworld Paris)在凡尔赛门展览馆开幕。"
    assert names(text, published="2023-02-08") == ["2023春季巴黎国际服装面料展览会"]


def test_who_goes_to_a_numbered_fair_on_its_days_tells_of_it() -> None:
    """组织企业赴某地参加某展 with its days is news of the fair; making use of one is not."""
    assert names("6月8日至10日,云岭市组织28家企业赴上海参加第十二届江北国际纱线展。") == [
        "第十二届江北国际纱线展"
    ]
    assert names("云岭纺织借助第十二届江北国际纱线展等平台,去年出口增长8.5%。") == []


def test_where_a_fair_is_always_held_tells_of_no_fair() -> None:
    """还是某展的永久会址."""
    assert names("云岭镇有纺织企业300多家,还是第十二届江北国际纱线展的永久会址。") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("6月3日,15家面料企业组成的商务代表团启程赴越南开展为期8天的市场考察。", "商务代表团赴越南市场考察"),
        (
            "6月9日,云东省纺织企业“丝路行”经贸考察团一行23人结束行程,从塔什干返回。",
            "云东省纺织企业“丝路行”经贸考察团",
        ),
        ("6月8日,省服装协会一行12人到东莞虎门参观学习。", "省服装协会赴东莞虎门参观学习"),
    ],
)
def test_a_delegation_is_called_by_who_went_where(text: str, name: str) -> None:
    """Who set out makes the name: a group, a body, or the party alone."""
    assert names(text) == [name]


def test_a_calendar_of_fairs_is_read_line_by_line() -> None:
    """Day, name and hall of each line."""
    text = (
        "◎ 3月27日—29日 2024云岭国际面料展(秋季)|云岭会展中心\n"
        "◎ 3月30日 2024“云溪杯”针织服装设计大赛决赛|云溪会展中心"
    )
    found = read_records("本周展会速览", text, "2024-03-25")
    assert [(r.name, r.start, r.end, r.place and r.place.text) for r in found] == [
        ("2024云岭国际面料展(秋季)", "2024-03-27", "2024-03-29", "云岭会展中心"),
        ("2024“云溪杯”针织服装设计大赛决赛", "2024-03-30", "2024-03-30", "云溪会展中心"),
    ]


def test_a_years_report_and_a_chronicle_of_years_hold_no_event() -> None:
    """What bears no day in 工作总结, and all of 大事记(2010—2012)."""
    report = "一、助企拓市场。主办第二届云岭毛纺节,签约项目17个。\n二、强化培训。举办培训9期。"
    assert names(report, "云岭市服装协会2022年工作总结", "2023-01-10") == []
    chronicle = "2010年11月 举办首届云岭编织大赛。\n2012年9月 承办第三届中国羊绒节。"
    assert names(chronicle, "本会大事记(2010—2012)", None) == []


def test_a_stop_joins_the_tour() -> None:
    """“甲”全国巡展乙站 in the headline is what the text names in full."""
    text = "11月30日,历时三个月的“棉尚云岭”2021棉制品全国巡展在成都站圆满收官。"
    assert names(text, "“棉尚云岭”全国巡展成都站收官", "2021-12-02") == ["“棉尚云岭”2021棉制品全国巡展"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("10月28日,镇领导率队到毛织贸易中心,现场检查第23届织交会的布展情况。织交会将于11月6日开馆。", "第23届织交会"),
        ("鲁、豫、皖、赣四省服装行业协会联席会议6月5日在商丘召开,订单往中部走是共同的话题。", "鲁、豫、皖、赣四省服装行业协会联席会议"),
    ],
)  # fmt: skip
def test_a_name_begins_where_it_does(text, name):
    """Behind the verb of who looks after it, and with the first of the lands that it counts."""
    assert names(text) == [name]
