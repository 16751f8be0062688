"""Programmes that firms may apply to, and papers that an article goes by and comes back to."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Record


def plans(text: str, title: str = "", published: str = "2031-04-17") -> list[Record]:
    """Read the plans of a text."""
    return [r for r in read_records(title, text, published) if r.kind == "plan"]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        (
            "云山纺织人才中心“织造业青年师傅培育计划”现已开始受理申报,每名补助六千元。申报截止5月31日。",
            "2031-05-31",
        ),
        ("不少企业还在备料,“织造业青年师傅培育计划”申请期限由5月31日展延至2031年6月30日止。", "2031-06-30"),
    ],
)
def test_a_programme_in_quotes_is_called_by_its_opening_and_its_prolonging(text: str, deadline: str) -> None:
    """“…计划”开始受理申请, “…计划”申请期限…展延至: the name in quotes with the last day to apply."""
    [record] = plans(text, "留人有新招")
    assert (record.name, record.deadline) == ("“织造业青年师傅培育计划”", deadline)


def test_a_programme_told_by_what_it_grants() -> None:
    """某局今年推出…计划,每留用一名补助…: a plan of that body; what a firm gives its customers is none."""
    text = "云山市人社局今年推出织造青工留才计划,每留用一名青工补助企业3000元,最长补一年。"
    assert [r.name for r in plans(text)] == ["织造青工留才计划"]
    assert not plans(text.replace("云山市人社局", "云山锦绣纺织有限公司"))


def test_a_paper_gone_by_and_come_back_to_is_a_plan() -> None:
    """根据《…规划(2031—2035年)》,到2035年…。规划里的…: its goals are told and asked after; cited for one point it is none."""
    cited = "4月12日的推进会上,副市长郝平要求加快进度。根据《云山市纽扣产业发展规划(2031—2035年)》,到2035年全市纽扣产值要达到200亿元。"
    [record] = plans(cited + "规划里的打样工程由市工信局负责。")
    assert record.name == "云山市纽扣产业发展规划(2031—2035年)"
    assert not plans(cited + "丁一说他的厂不搬。")
