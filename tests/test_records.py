"""Articles to records, whole: the shape, the evidence, the ids."""

from __future__ import annotations

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
