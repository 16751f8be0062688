"""A name at its place with the words around it, and the signs that are looked for in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.records.article import Article
from bot.records.model import Kind
from bot.records.naming.editions import ordinal_of, year_of
from bot.records.naming.names import Name
from bot.records.text import Span


@dataclass(frozen=True, slots=True)
class Around:
    """A name, the sentence it stands in, and what both sides of it say.

    ``before`` (80 characters at most), ``after`` and ``clause`` (what stands before the name in its clause) end at the
    sentence. ``told`` holds the precisions of the sentence's own dates, ``soon`` says that it speaks of what is to
    come, ``listed`` that the name goes on a list that is held as a whole, ``one_of`` that it is counted off there,
    ``called`` that the article asks its readers to come, ``under_way`` that the thing is going on or only just over,
    ``scene`` that the sentence only says where what was told before it went on.
    """

    article: Article
    name: Name
    sentence: Span
    before: str
    after: str
    clause: str
    whole: str
    told: frozenset[str]
    soon: bool
    listed: bool
    one_of: bool
    called: bool
    under_way: bool
    scene: bool

    @property
    def plain(self) -> str:
        """The article's text in one width."""
        return self.article.plain

    @property
    def dayed(self) -> bool:
        """Tell whether the sentence tells a day."""
        return "day" in self.told

    @property
    def counted(self) -> bool:
        """Tell whether the name counts its edition or tells its year."""
        return bool(ordinal_of(self.name.text) or year_of(self.name.text))

    def said_in_sentence(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether a pattern is found between the sentence's beginning and the name."""
        return bool(pattern.search(self.plain, self.sentence.begin, self.name.begin))


Tell = Callable[[Around], bool]


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that say something of the name they stand around; whatever is left out is not asked for.

    ``before`` is searched for before the name, ``after`` right behind it, both within its sentence, and ``onward``
    right behind it wherever that ends. ``proper`` and ``kind`` tell which names it is said of.
    """

    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    onward: re.Pattern[str] | None = None
    proper: bool = False
    kind: Kind | None = None

    def __call__(self, around: Around) -> bool:
        """Tell whether the words stand there."""
        name = around.name
        return (
            (name.proper or not self.proper)
            and self.kind in (None, name.kind)
            and (self.before is None or self.before.search(around.before) is not None)
            and (self.after is None or self.after.match(around.after) is not None)
            and (self.onward is None or self.onward.match(around.plain, name.end) is not None)
        )


def told_by(signs: Iterable[Tell], around: Around) -> bool:
    """Tell whether one of some signs stands around a name.

    Args:
        signs: in the order in which they are looked for.
        around: the name with its words.
    """
    return any(sign(around) for sign in signs)
