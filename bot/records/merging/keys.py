"""Under what the same thing told elsewhere is looked for."""

from __future__ import annotations

import re
from zlib import crc32

from bot.records.merging.apart import letters_of
from bot.records.merging.ground import VENUE
from bot.records.merging.named import names_of
from bot.records.merging.near import day_of
from bot.records.model import Record
from bot.records.naming.editions import ordinal_of
from bot.records.naming.fairs import called_by
from bot.records.naming.likeness import CUP

_MOST_PAIRS = 12
_OPENS = 4  # letters of a town and a ware
_HEAD = 5  # characters by which the fair of a name in letters is looked for
_TAIL = 5  # letters at the end of what is told without the town or the land it opens with
_TELLS_PAPER = 12  # letters at the end of a paper's title that few others have
_HALL = re.compile(
    r"(?<=[馆心城])(?:[A-Z]?[\d、一二三四五六七八九十]{1,5}[号楼]?[馆厅层])+$"
)  # 南港展览馆1馆
_SHORTEST = 3  # characters of what a fair is called for short: 汉博会


def keys(record: Record) -> frozenset[str]:
    """Return the keys under which the same thing told elsewhere is looked for.

    Sharing one says nothing yet (see ``merge.same``). Those of ``pairs`` are shared by much that has nothing else in
    common: they only serve among what lies near in time.
    """
    found = {f"name:{letters_of(alias)}" for alias in record.aliases if len(alias) >= _SHORTEST}
    for name in names_of(record):
        letters = letters_of(name)
        bare = letters_of(CUP.words.sub("", name))  # the same contest told without its sponsor's cup
        heads = (letters, bare, letters_of(called_by(name) or letters))  # CHIC2026(春季) is a 中国…博览会
        found |= {f"name:{letters}", *(f"head:{_head(words)}" for words in heads)}
        # 江东省某业行动方案 told as 《某业行动方案》, 中国(某城)毛巾产业大会 as 毛巾产业大会
        size = _TELLS_PAPER if record.kind == "plan" else _TAIL
        if len(tail := letters.rstrip("春夏秋冬")) >= size:
            found.add(f"tail:{tail[-size:]}")
        if record.kind == "plan":  # 宜水市夏布产业保护与发展条例 told as 宜水夏布条例
            found.add(f"paper:{letters[:_OPENS]}{letters[-2:]}")
        for count in ordinal_of(name)[:1]:
            found.add(f"edition:{count}:{letters[-1:]}")
    if record.kind != "plan" and record.start and record.place and len(record.place.venue or "") >= VENUE:
        found.add(f"at:{record.start[:7]}:{_HALL.sub('', record.place.venue or '')[-4:]}")
    if record.kind == "event" and record.start != record.end and day_of(record.start) and day_of(record.end):
        found.add(f"span:{record.start}:{record.end}:{letters_of(record.name)[-1:]}")
    if record.document:
        found.add(f"document:{letters_of(record.document)}")
    return frozenset(found)


def _head(letters: str) -> str:
    """Return the letters a name begins with, its country and its season left out."""
    return letters.removeprefix("中国").rstrip("春夏秋冬")[:_HEAD]


def pairs(record: Record) -> frozenset[str]:
    """Return pairs of neighbouring letters of a record's names, a few of a long one: the same few in whatever like it."""
    letters = map(letters_of, names_of(record))
    found = {word[at : at + 2] for word in letters for at in range(len(word) - 1)}
    return frozenset(sorted(found, key=_drawn)[:_MOST_PAIRS])


def _drawn(pair: str) -> tuple[int, str]:
    """Put pairs in an order that has nothing to do with how common they are, the same everywhere."""
    return crc32(pair.encode()), pair
