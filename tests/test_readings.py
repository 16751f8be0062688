"""Readings: how names are spelt in pinyin."""

import subprocess
import sys

import pytest

from scrapers.readings import in_pinyin, may_be_read


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("郑念华", "zhengnianhua"),
        ("服装行业协会", "fuzhuanghangyexiehui"),
        ("重庆", "chongqing"),
        ("副会长", "fuhuizhang"),
        ("绿色纤维", "lvsexianwei"),
        ("ABC 银行", "ABC yinhang"),
    ],
)
def test_a_name_is_spelt_as_it_is_read(text, spelt):
    """A character of several readings has the one it has in its word."""
    assert in_pinyin(text) == spelt


def test_a_character_tells_all_its_readings():
    """Without tones."""
    assert {"hang", "xing"} <= set(may_be_read("行"))


def test_phrases_that_tell_nothing_more_than_their_characters_are_not_kept():
    """All of the library's would take 40 MB; asked of a process of its own, as others may have loaded them."""
    asked = "from scrapers.readings import in_pinyin; in_pinyin('行'); from pypinyin.constants import PHRASES_DICT; print(len(PHRASES_DICT))"
    kept = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert 1000 < int(kept.stdout) < 10_000
