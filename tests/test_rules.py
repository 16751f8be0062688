"""Rules find what Python's own search finds, and look only where they can begin."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.records
from bot.records.rules import Choice, Rule

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


@pytest.mark.parametrize("pattern", [r"[^会]年", r"会*", r"^会"])
def test_a_choice_knows_what_each_branch_begins_with(pattern: str) -> None:
    """A branch that may begin anywhere is named."""
    with pytest.raises(ValueError, match="anywhere can begin anywhere"):
        Choice({"held": "会", "anywhere": pattern})


def test_every_rule_of_the_readers_skips() -> None:
    """A rule that cannot skip is a plain expression with a detour."""
    rules = {
        f"{module.name}.{name}": value
        for module in pkgutil.iter_modules(bot.records.__path__)
        for name, value in vars(importlib.import_module(f"bot.records.{module.name}")).items()
        if isinstance(value, Rule)
    }
    assert rules
    assert not [name for name, rule in rules.items() if not rule.skips]
