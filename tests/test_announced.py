"""Measures announced without a paper: counted, called by a slogan, laid out under a name, promised, listed by a headline."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Record

ITEMS = ["建一个打样中心", "办两期缝纫工培训班", "组团参加上海面料展"]


def plans(text: str, title: str = "", published: str | None = "2023-03-08") -> list[Record]:
    """Read the plans of a text."""
    return [r for r in read_records(title, text, published) if r.kind == "plan"]


def issuers(record: Record) -> list[str]:
    """Name the bodies that issue a plan."""
    return [o.name for o in record.organisations if o.role == "issuer"]


@pytest.mark.parametrize(
    "count",
    [
        "三件急事",
        "三项惠商举措",
        "几项工作",
        "三篇文章",
        "三场硬仗",
        "三条路子",
        "“三个一批”",
        "三张“王牌”",
        "“三不愁”工程",
    ],
)
def test_measures_are_counted_by_any_measure_word(count: str) -> None:
    """四篇文章, 几项工作, 十项惠商举措 and “四个一批” count measures as 五项重点工作 does."""
    [record] = plans(f"云山市服装商会会长罗启明宣布,商会今年要做好{count}:{';'.join(ITEMS)}。")
    assert list(record.items) == ITEMS
    assert issuers(record) == ["云山市服装商会"]


@pytest.mark.parametrize(
    "work", ["下半年重点任务", "新一年工作安排", "近期工作计划", "今年主要目标", "任期目标", "年内活动安排"]
)
def test_work_that_is_laid_out_needs_no_count(work: str) -> None:
    """下半年重点任务: with its list behind it is a plan."""
    [record] = plans(f"日前,云山市服装商会公布了{work}:一是{ITEMS[0]},二是{ITEMS[1]},三是{ITEMS[2]}。")
    assert (record.name, list(record.items)) == (f"云山市服装商会{work}", ITEMS)


@pytest.mark.parametrize("name", ["“绣娘增收路线图”", "任务清单", "“布二代”三年培养方案", "2023年出海日程表"])
def test_what_is_drawn_up_step_by_step_is_a_plan(name: str) -> None:
    """拟定“…路线图”: with the steps behind it."""
    [record] = plans(f"云山市服装商会秘书长罗启明透露,商会已拟定{name}:{','.join(ITEMS)}。")
    assert record.name.endswith(name)
    assert list(record.items) == ITEMS


@pytest.mark.parametrize("opening", [",即", ",包括", "——", ",分别是"])
def test_a_list_of_clauses_that_its_count_bears_out(opening: str) -> None:
    """三大行动,即甲,乙,丙: clauses told apart by commas are the measures where there are as many."""
    [record] = plans(f"日前,云山市服装商会推出三大行动{opening}{','.join(ITEMS)}。")
    assert list(record.items) == ITEMS


@pytest.mark.parametrize("head", ["2023年三件实事", "2023年活动计划", "近期工作安排"])
def test_a_headline_over_lines_is_the_plan(head: str) -> None:
    """某商会2023年三件实事 over its lines: no sentence tells more."""
    [record] = plans("\n".join(f"·{item}" for item in ITEMS), f"云山市服装商会{head}")
    assert (record.name, list(record.items)) == (f"云山市服装商会{head}", ITEMS)
    assert issuers(record) == ["云山市服装商会"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云山市袜业协会向会员单位公开作出服务承诺:", "云山市袜业协会服务承诺"),
        ("云山市袜业协会号召全体会员:", "云山市袜业协会倡议书"),
        ("云山市袜业协会向社会承诺:", "云山市袜业协会承诺"),
    ],
)
def test_promises_and_calls_need_no_paper(text: str, name: str) -> None:
    """作出服务承诺: and 号召全体会员: with their points are plans."""
    [record] = plans(text + "诚信标注成分,按时支付货款,善待外来员工。")
    assert (record.name, len(record.items)) == (name, 3)


def test_what_a_pledge_asks_of_all_is_read_clause_by_clause() -> None:
    """倡议会员单位甲,乙,丙."""
    [record] = plans(
        "云山市袜业协会发出《加强行业自律的倡议》,倡议会员单位坚守诚信经营,抵制低价倾销,规范售后服务。"
    )
    assert list(record.items) == ["坚守诚信经营", "抵制低价倾销", "规范售后服务"]


def test_a_paper_that_a_measure_draws_up_is_none_of_its_own() -> None:
    """工作打算:…,起草《…行规》: the paper is one of the points."""
    text = "秘书长罗启明介绍了云山市袜业协会2023年的工作打算:编写外销内刊,设立联合展位,起草《云山袜业行规行约》。"
    assert [r.name for r in plans(text)] == ["云山市袜业协会2023年工作打算"]


def test_a_place_s_head_speaks_for_it() -> None:
    """镇长…发布了“三大行动”: the town that held the meeting commits."""
    text = "2月11日,织里镇召开产业大会。会上,镇长罗启明发布了今年“三大行动”,即龙头培育行动、设计赋能行动和跨境出海行动。"
    [record] = plans(text, "织里发布“三大行动”")
    assert issuers(record) == ["织里镇"]


def test_a_league_s_tasks_are_its_own_whoever_tells_of_them() -> None:
    """某协会会长介绍了联盟三大任务: they are the league's."""
    text = "云山校服产业联盟成立。理事长、江西省服装协会会长罗启明介绍了联盟三大任务:统一检测互认、共建面料库、联合办展。"
    [record] = plans(text)
    assert issuers(record) == ["云山校服产业联盟"]


def test_only_the_headline_names_who_commits() -> None:
    """会长在会上描绘了“三张图”: below a headline that names his society it is the society's."""
    text = "会长罗启明在会上描绘了协会未来三年的“三张图”:摸清家底的产业图;攻克分梳的技术图;走向海外的渠道图。"
    [record] = plans(text, "云山市羊绒产业协会召开首届年会")
    assert issuers(record) == ["云山市羊绒产业协会"]


def test_a_counted_promise_is_named_by_its_count() -> None:
    """作出三项公开承诺: no appeal without a name."""
    text = "云山市质监局局长罗启明向服装企业作出三项公开承诺:检验提速30%、收费按下限、投诉当日回复。"
    [record] = plans(text)
    assert record.name.endswith("三项公开承诺")


def test_a_catchword_comes_with_what_it_stands_for() -> None:
    """第一篇是“数”,让横机联网: the measure is what the word stands for."""
    text = "云山市袜业协会今年要做好三篇文章。第一篇是“数”,让千台袜机联网;第二篇是“绿”,关停小染坊九家;第三篇是“展”,把袜博会办到巴黎。"
    [record] = plans(text)
    assert record.items[0] == "“数”,让千台袜机联网"


@pytest.mark.parametrize(
    "text",
    [
        "云山市服装商会五年来办成了三件大事:建起检测中心,开通货运专线,设立互助基金。",
        "云山市服装商会今年已完成三项工作:走访会员、举办培训、组团参展。",
        "云山市服装商会会长罗启明说,选羽绒服要把好三关:看标签、摸手感、闻气味。",
        "云山市市场监管局提醒消费者注意三点:索要发票,查看吊牌,保留凭证。",
        "云山市服装商会设三个奖项:金奖、银奖、铜奖。",
        "云山纺织业的成功,得益于“三个坚持”:坚持创新、坚持集聚、坚持开放。",
    ],
)
def test_what_is_done_explained_or_told_to_buyers_commits_nobody(text: str) -> None:
    """Counts of what was reached, of reasons, prizes and advice are no plans."""
    assert plans(text) == []
