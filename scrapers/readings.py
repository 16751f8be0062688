"""How Chinese characters are read (拼音): pypinyin, with a third of the memory that it takes by itself."""

from __future__ import annotations

import json
import os
import sys
from functools import cache
from types import ModuleType

_TONED, _PLAIN = "āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿếề", "aaaaeeeeiiiioooouuuuvvvvvnnnmee"
_TONELESS = str.maketrans(_TONED, _PLAIN)


def in_pinyin(text: str) -> str:
    """Return a text in toneless pinyin, what is not Chinese as it is."""
    return "".join(_pypinyin().lazy_pinyin(text))


def may_be_read(character: str) -> list[str]:
    """Return every reading of a character, without tones."""
    library = _pypinyin()
    readings: list[list[str]] = library.pinyin(character, style=library.Style.NORMAL, heteronym=True)
    return readings[0]


@cache
def _pypinyin() -> ModuleType:
    """Load it (a quarter of a second, which few need) with those phrases only that tell more than their characters.

    Of its 47,000 phrases 44,000 are read as their characters are by themselves, and they take 40 MB in each process.
    """
    os.environ["PYPINYIN_NO_PHRASES"] = os.environ["PYPINYIN_NO_DICT_COPY"] = "1"
    import pypinyin
    from pypinyin.pinyin_dict import pinyin_dict

    usual = {chr(code): _toneless(read.partition(",")[0]) for code, read in pinyin_dict.items()}
    from pypinyin.phrases_dict import phrases_dict

    # As one text meanwhile: objects of their own would lie between those that go, and hold on to their memory.
    telling = json.dumps(_telling(phrases_dict, usual))
    phrases_dict.clear()
    del sys.modules["pypinyin.phrases_dict"]
    pypinyin.load_phrases_dict(json.loads(telling))
    return pypinyin


def _telling(phrases: dict[str, list[list[str]]], usual: dict[str, str]) -> dict[str, list[list[str]]]:
    plain = ((phrase, [_toneless(read[0]) for read in readings]) for phrase, readings in phrases.items())
    return {
        phrase: [[read] for read in readings]
        for phrase, readings in plain
        if readings != [usual.get(character) for character in phrase]
    }


def _toneless(syllable: str) -> str:
    return syllable.translate(_TONELESS)
