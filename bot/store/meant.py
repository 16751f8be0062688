"""What typed words mean beyond their characters: editions, years, periods, and the words of asking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.store import days

_ONES = "零一二三四五六七八九"
_NUMERAL = "[一二三四五六七八九十百零]+"
_COUNTED = re.compile(
    r"(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九]?)(十))?([一二三四五六七八九])?"
)


def number(words: str) -> int | None:
    """Read a whole number below a thousand, in digits or in Chinese (一百三十七)."""
    if words.isascii() and words.isdecimal():
        return int(words)
    counted = _COUNTED.fullmatch(words)
    if not words or not counted:
        return None
    hundreds, tens, ten, ones = counted.groups()
    return 100 * _one(hundreds) + (10 * (_one(tens) or 1) if ten else 0) + _one(ones)


def _one(digit: str | None) -> int:
    return _ONES.index(digit) if digit else 0


def spelt(number: int) -> str:
    """Write a whole number below a thousand in Chinese, as editions are counted."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    return "".join(
        (
            f"{_ONES[hundreds]}百" if hundreds else "",
            "零" if hundreds and not tens and ones else "",
            f"{_ONES[tens] if tens > 1 or hundreds else ''}十" if tens else "",
            _ONES[ones] if ones else "",
        )
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a typed word: text, or what it says of an edition or a year."""

    text: str
    edition: int | None = None
    year: int | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """The ways it is written: an edition in digits and in Chinese."""
        return (f"{self.edition}届", f"{spelt(self.edition)}届") if self.edition else (self.text,)


_PIECE = re.compile(
    rf"第?(?P<edition>(?<!\d)\d{{1,3}}|{_NUMERAL})届(?!\w?次)"
    r"|(?<![a-z0-9.\-&'/+])(?P<year>(?:19|20)\d\d)(?![a-z0-9]|[.\-&'/+][a-z0-9])(?:年度?)?"
)


def pieces(folded: str) -> Iterator[Piece]:
    """Part a typed word, already folded, at the editions and years in it."""
    at = 0
    for match in _PIECE.finditer(folded):
        year = int(match["year"]) if match["year"] else None
        edition = number(match["edition"]) if match["edition"] else None
        if not (year or edition):
            continue
        if at < match.start():
            yield Piece(folded[at : match.start()])
        yield Piece(match["year"] or match[0], edition, year)
        at = match.end()
    if at < len(folded):
        yield Piece(folded[at:])


# Nobody writes of what is asked for in the words that ask for it; what is new stands first anyway.
_ASKING = re.compile(
    r"^关于|^(?:最近|近期|最新)[的有]?(?=\w)|请问|帮我[找查看搜]?(?:一下)?|我?想(?:知道|找|看|了解)|有没有|[有是]什么|有?哪(?:[些个家里儿]|几[个家场])"
    r"|在哪[里儿]?|是谁|谁是|什么(?:时候|时间|地方)?|何[时地处]|怎么样?|怎样|如何|多少|[吗么]?[?？]+$|吗$"
)


def asked(folded: str) -> list[str]:
    """Leave out of a typed word, already folded, what only asks: 会长是谁, 有哪些展会."""
    return [part for part in _ASKING.split(folded) if re.search(r"\w", part)] or [folded]


def from_today(folded: str, today: date) -> tuple[str, days.Days] | None:
    """Read a period told from today at the beginning of a typed word: 下周, 今年羽绒展.

    Returns:
        The rest of the word, and the first and last day; None where no such period is told.
    """
    match = _FROM_TODAY.match(folded)
    if not match:
        return None
    span, step = _PERIODS[match[1] or match[2]]
    return folded[match.end() :], span(today, step)


def _year(today: date, step: int) -> days.Days:
    return date(today.year + step, 1, 1), date(today.year + step, 12, 31)


def _month(today: date, step: int) -> days.Days:
    first = (today.replace(day=15) + timedelta(days=30 * step)).replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _week(today: date, step: int) -> days.Days:
    monday = today - timedelta(days=today.weekday() - 7 * step)
    return monday, monday + timedelta(days=6)


def _day(today: date, step: int) -> days.Days:
    day = today + timedelta(days=step)
    return day, day


_PERIODS = {
    "去年": (_year, -1),
    "今年": (_year, 0),
    "本年": (_year, 0),
    "明年": (_year, 1),
    "上月": (_month, -1),
    "上个月": (_month, -1),
    "本月": (_month, 0),
    "这个月": (_month, 0),
    "下月": (_month, 1),
    "下个月": (_month, 1),
    "上周": (_week, -1),
    "本周": (_week, 0),
    "这周": (_week, 0),
    "下周": (_week, 1),
    "昨天": (_day, -1),
    "今天": (_day, 0),
    "明天": (_day, 1),
}
# A day's word with more behind it may be a name: 明天服饰.
_FROM_TODAY = re.compile(
    rf"({'|'.join(word for word in _PERIODS if word[1] != '天')})[份内的]?|([昨今明]天)$"
)
