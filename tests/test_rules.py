"""Rules find what Python's own search finds, and look only where they can begin."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.records
from bot.records.rules import Rule

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
    """A negated set or an empty match leaves nothing to look for."""
    assert [Rule(p).skips for p in (r"[^会]年", r"会*", r"\s*会", r"会|年")] == [False, False, False, True]


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
