"""Rules find what Python's own search finds, and look only where they can begin."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.records
from bot.records.rules import Choice, Rule, branched, hopeful

SubPattern = _parser.SubPattern

# A choice, an option, a look-behind, a repeat that may be empty, a set with a range, a negated set, an anchor.
PATTERNS = (
    r"(?:会|大会)上",
    r"(?:第)?[一二\d]届",
    r"(?<!大)会+",
    r"上?(?P<n>会*)年",
    r"(?:当选|(?<![大会])任|为)(?=[会年])",
    r"[^会]年",
    r"(?:^|[。\n])大",
    r"(?=[会年])(?:会|年上)",
    r"(?:^|[\n。])\s?[^年]会",
    r"[^。]{1,3}?(?:大会|会年|年)上?(?!会)",
    r"(?:[^。\n]{0,2}届)?(?:大会|会上|(?:上年)+)",
    r"[^。]{2,60}?(?P<n>大会|上年)",
)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text(alphabet="大会上年第一届当选任为3。\n", max_size=40), begin=st.integers(0, 9))
def test_a_rule_finds_what_the_expression_finds(pattern: str, text: str, begin: int) -> None:
    """The same places in the same order, also from a place onwards."""
    plain = re.compile(pattern)
    found = [m.span() for m in Rule(pattern).finditer(text, begin)]
    assert found == [m.span() for m in plain.finditer(text, begin)]
    first = Rule(pattern).search(text, begin)
    assert (first and first.span()) == ((m := plain.search(text, begin)) and m.span())


LONG = "很多别的话" * 13  # behind so much a text is first asked for the words a rule needs


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text(alphabet="大会上年第一届当选任为3。\n", max_size=40))
def test_a_rule_finds_in_a_long_text_what_the_expression_finds(pattern: str, text: str) -> None:
    """A text is out only for a rule that matches nowhere in it."""
    rule, plain, text = Rule(pattern), re.compile(pattern), LONG + text
    found = [m.span() for m in plain.finditer(text)]
    assert [m.span() for m in rule.finditer(text)] == found
    assert (rule in hopeful([rule], text)) or not found


def test_rules_without_their_words_are_hopeless() -> None:
    """One of some words, and each word that every match holds."""
    rules = [Rule(p) for p in (r".{1,3}(?:大会|年会)", r"[^。]+届", r"[^。]+年")]
    assert hopeful(rules, LONG + "第一届年会") == rules
    assert hopeful(rules, LONG + "大会") == rules[:1]


@pytest.mark.parametrize("pattern", [r"会|[年届]上|(?<!大)第", r"(?P<n>第)?[一\d]届|任(?=会)"])
@given(text=st.text(alphabet="大会上年第一届当选任为3。\n", max_size=40))
def test_a_branched_expression_finds_what_the_plain_one_finds(pattern: str, text: str) -> None:
    """The same places and groups."""
    found = [(m.span(), m.groups()) for m in branched(pattern).finditer(text)]
    assert found == [(m.span(), m.groups()) for m in re.compile(pattern).finditer(text)]


@pytest.mark.parametrize("pattern", [r"[^会]年|会", r"会*", r"^会|年"])
def test_a_branched_expression_has_first_characters(pattern: str) -> None:
    """What may begin anywhere gains nothing."""
    with pytest.raises(ValueError, match="may begin anywhere"):
        branched(pattern)


def test_a_rule_knows_no_flags() -> None:
    """A flag would change what begins a match."""
    with pytest.raises(ValueError, match="no flags"):
        Rule(r"(?m)^会")


def test_what_can_begin_anywhere_is_searched_as_ever() -> None:
    """A match of any characters, or of none, leaves nothing to look for."""
    patterns = (r"[^会]+", r"会*", r"[^大]*会", r"会|年", r"[^会]{1,3}大会")
    assert [Rule(p).skips for p in patterns] == [False, False, True, True, True]


@given(text=st.text(alphabet="大会上年第一届当选任为3。\n", max_size=40))
def test_a_choice_finds_what_its_branches_find(text: str) -> None:
    """The first branch that matches at a place wins, and its name is the match's."""
    branches = {
        "held": r"(?:大)?会上?",
        "year": r"(?<!会)年|大会年",
        "count": r"第[一3]届|(?<!.)3",
        "last": r"会年上",
    }
    plain = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in branches.items()))
    found = [(m.span(), m.lastgroup) for m in Choice(branches).finditer(text)]
    assert found == [(m.span(), m.lastgroup) for m in plain.finditer(text)]


def test_no_expression_of_a_choice_begins_within_what_is_kept_apart() -> None:
    """A number is read from its first digit or not at all."""
    choice = Choice({"number": r"\d{2}年"}, apart="0123456789")
    assert [m.span() for m in choice.finditer("12年,345年")] == [(0, 3)]


@pytest.mark.parametrize("pattern", [r"[^会]年", r"会*", r"^会"])
def test_a_choice_knows_what_each_branch_begins_with(pattern: str) -> None:
    """A branch that may begin anywhere is named."""
    with pytest.raises(ValueError, match="anywhere can begin anywhere"):
        Choice({"held": "会", "anywhere": pattern})


def readers() -> Iterator[tuple[str, object]]:
    """Yield all that the readers' modules name."""
    for module in pkgutil.walk_packages(bot.records.__path__, "bot.records."):
        for name, value in vars(importlib.import_module(module.name)).items():
            yield f"{module.name}.{name}", value


def test_every_rule_of_the_readers_skips() -> None:
    """A rule that cannot skip is a plain expression with a detour."""
    rules = {name: value for name, value in readers() if isinstance(value, Rule)}
    assert any(name.startswith("bot.records.plans.") for name in rules)
    assert not [name for name, rule in rules.items() if not rule.skips]


def splits(parsed: Iterable[tuple[Any, Any]]) -> bool:
    """Say whether a repeat holds nothing that cannot be left out but one more repeat of any length: ``(?:[^,]{2,8}的?)*``.

    There are as many ways to part a text into such pieces as it has places, doubled by every place.
    """
    for code, value in parsed:
        parts = [p for p in value if isinstance(p, SubPattern)] if isinstance(value, tuple) else []
        parts += value[1] if code is op.BRANCH else []
        if code in (op.MAX_REPEAT, op.MIN_REPEAT) and value[1] > 2:
            for branch in branches(value[2]):
                held = [(c, v) for c, v in branch if not (c in (op.MAX_REPEAT, op.MIN_REPEAT) and not v[0])]
                kinds = [c for c, v in held if c in (op.MAX_REPEAT, op.MIN_REPEAT) and v[1] - v[0] > 2]
                if kinds and len(held) == 1:
                    return True
        if any(splits(part) for part in parts):
            return True
    return False


def branches(parsed: SubPattern) -> Iterator[SubPattern]:
    """Yield the sequences of which one is matched."""
    if len(parsed) == 1 and parsed[0][0] is op.SUBPATTERN:
        yield from branches(parsed[0][1][3])
    elif len(parsed) == 1 and parsed[0][0] is op.BRANCH:
        for branch in parsed[0][1][1]:
            yield from branches(branch)
    else:
        yield parsed


def test_no_expression_of_the_readers_splits_a_text_in_all_ways() -> None:
    """One that does stands still at a clause of sixty characters."""
    patterns = {name: value.pattern for name, value in readers() if isinstance(value, (Rule, re.Pattern))}
    assert splits(_parser.parse(r"听取(?:各方|[^,。]{2,8}的?)*意见"))
    assert not splits(_parser.parse(r"(?:、[^,。、]{2,8}){2,}"))
    assert not [name for name, pattern in patterns.items() if splits(_parser.parse(pattern))]
