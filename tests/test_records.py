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
