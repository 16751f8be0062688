"""How Chinese characters are read (拼音): pypinyin, with a third of the memory that it takes by itself."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
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

    pinyin_dict.update({code: sys.intern(read) for code, read in pinyin_dict.items()})  # many are read alike
    usual = cache(lambda character: _toneless(pinyin_dict.get(ord(character), "").partition(",")[0]))
    pypinyin.load_phrases_dict(dict(_telling(usual)))
    return pypinyin


# A phrase of the library's file with its readings, a list for each character. They are taken from the text one by
# one: read as a whole, what is left of them would lie between what goes, and hold on to its memory.
_PHRASE = re.compile(r'"([^"]+)":\s*\[((?:\s*\[[^\[\]]*\],?)+)\s*\]')
_READING = re.compile(r'\[\s*"([^"]*)"[^\]]*\]')


def _telling(usual: Callable[[str], str]) -> Iterator[tuple[str, list[list[str]]]]:
    for match in _PHRASE.finditer(files("pypinyin").joinpath("phrases_dict.json").read_text("utf-8")):
        readings = [_toneless(read) for read in _READING.findall(match[2])]
        if readings != list(map(usual, match[1])):
            yield match[1], [[read] for read in readings]


def _toneless(syllable: str) -> str:
    return syllable.translate(_TONELESS)
