"""What notices say of a thing by how they are laid out and headed."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.records.article import Article
from bot.records.mentions.lists import is_above_its_day
from bot.records.naming.names import Name
from bot.records.rules import Rule
from bot.records.text import flat

_LABELS = re.compile(
    r"(?:时间|地点|日期|主办|承办|组织(?:单位|机构)|报名|费用|展会|参展|举办)[^\n]{0,6}[:|]|^[一二三]、",
    re.MULTILINE,
)
_NOTICE_TAIL = r"(?:的)?(?:通知|邀请函|征稿启事|启事|公告|预告|章程|报名通知|招展函|征集公告|方案|预通知|第[一二]轮通知|参赛须知|参展邀请函)?"
_ALONE = re.compile(rf"\s*(?:关于[^#]{{0,12}})?[“\"]?#[”\"]?{_NOTICE_TAIL}\s*")


def stands_alone(article: Article, name: Name) -> bool:
    """Tell whether the name is a line of its own above labelled lines (时间:, 地点:), as in notices.

    The second of several stands further down, right above the lines that tell of it.
    """
    line = article.line(name.begin)
    rest = article.plain[line.begin : name.begin] + "#" + article.plain[name.end : line.end]
    if not _ALONE.fullmatch(rest):
        return False
    if line.begin > 200:
        return is_above_its_day(article, name)
    return len(_LABELS.findall(article.plain)) >= 3


_CALL = Rule(r"关于[^。\n》]{0,16}(?:参加|参展|赴|组团)[^。\n]{2,60}(?:通知|函|公告)")


def is_called_to(article: Article, name: Name) -> bool:
    """Tell whether the article is a notice that asks its readers to take part in the thing (guide rule 6)."""
    return any(
        name.text in call
        or name.head in call
        or (shared(name.text, call) >= 0.7 and name.text.removesuffix("活动")[-1] in call)
        for call in _calls(article)
    )


@lru_cache(maxsize=4)
def _calls(article: Article) -> tuple[str, ...]:
    """Return how an article's head words what it asks its readers to take part in."""
    head = flat(article.title) + "\n" + article.plain[:300]
    return tuple(call[0] for call in _CALL.finditer(head))


def shared(name: str, words: str) -> float:
    """Return the share of a name's letter pairs that stand in some words, 0 to 1."""
    pairs = [name[i : i + 2] for i in range(len(name) - 1)]
    return sum(pair in words for pair in pairs) / max(1, len(pairs))
