"""The cleaning chain (清洗): ordered, named steps, each text to text with what it cut.

The first steps put the characters right (noise against copying, insertions, script), the later ones
the lines (template words, repeats, broken lines). Rules over lines are data: data/boilerplate.toml.
"""

from __future__ import annotations

import html
import re
import tomllib
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Any, Literal

import zhconv_rs

from scrapers.model import Cut
from scrapers.readings import may_be_read

Step = Callable[[str], tuple[str, list[Cut]]]
Scope = Literal["line", "tail", "head", "part"]
HAN = "\u3400-\u9fff\uf900-\ufaff"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Clean text in simplified Chinese, a paragraph a line, with what the chain saw on the way.

    ``original`` is the same text before the script was converted; ``damaged`` quotes what is beyond
    mending; ``cuts`` lists what was taken out.
    """

    text: str
    original: str
    damaged: tuple[str, ...]
    cuts: tuple[Cut, ...]


def clean(text: str, *, boilerplate: Collection[str] = ()) -> Cleaned:
    """Run the whole chain over plain text.

    Args:
        text: the raw text, a paragraph a line.
        boilerplate: paragraphs known to recur on the source's pages (scrapers.repeats), taken out whole.
    """
    cuts: list[Cut] = []
    for step in CHARACTER_STEPS:
        text, cut = step(text)
        cuts += cut
    text, cut = _known_lines(text, boilerplate)
    cuts += cut
    for step in LINE_STEPS:
        text, cut = step(text)
        cuts += cut
    return Cleaned(simplify(_LONE.sub("", text)), text, damage(text), tuple(cuts))


_LONE = re.compile("(?<!\ufffd)\ufffd(?!\ufffd)")  # a stray byte between characters that are whole


def clean_line(line: str) -> str:
    """Put the characters of one line right (a title, an outlet): noise out, simplified, blanks folded."""
    for step in CHARACTER_STEPS:
        line, _ = step(line)
    return simplify(" ".join(line.split()))


@lru_cache(maxsize=8)
def fold(text: str) -> str:
    """Reduce text to what must agree for two copies to be the same: simplified, without blanks and marks."""
    return _letters(simplify(text))


def _letters(text: str) -> str:
    return (text if text.isalnum() else "".join(_LETTERS.findall(text)).replace("_", "")).lower()


_LETTERS = re.compile(r"\w+")


# What copied hosts put for 学, 局 and 陕 when they turn pages into traditional script by a wrong table.
_MISPUT = (("壆", "学"), ("侷", "局"), ("陜", "陕"))


def simplify(text: str) -> str:
    """Convert to simplified Chinese; 著 and 著作 both come out right (zhconv's zh-cn tables).

    Text in which nothing but 「」 would change is simplified already, and keeps its marks.
    """
    if text.isascii():
        return text
    known = _simplified.get(text)
    if known is None and all(map(_simplified.__contains__, text.split("\n"))):
        return text  # lines of a page that is in simplified script
    return _convert(text) if known is None else known


def in_mainland_script(text: str) -> str:
    """Return a text in simplified Chinese, without the readings put after its characters."""
    return simplify(insertions(text)[0])


def simplify_together(lines: Iterable[str]) -> None:
    """Convert the lines of a page in one go, for those who ask for one of them later: a call costs as much as a line."""
    if len(_simplified) > _MOST_SIMPLIFIED:
        _simplified.clear()
    short = [line for line in lines if len(line) <= _LONGEST_SIMPLIFIED and not line.isascii()]
    whole = "\n".join(short)
    if _to_mainland(whole) == whole:
        _simplified.update(zip(short, short, strict=True))


# What was converted already: the readers of title, body and template words ask for the same lines.
_simplified: dict[str, str] = {}
_MOST_SIMPLIFIED, _LONGEST_SIMPLIFIED = 8192, 600  # lines; characters of one


_COMMON_PLANE = "\uffff"  # the last character of Unicode's Basic Multilingual Plane


def _to_mainland(text: str) -> str:
    for put, meant in _MISPUT:
        text = text.replace(put, meant)
    simple = str(zhconv_rs.zhconv(text, "zh-cn"))
    if len(simple) == len(text) and max(simple, default="") > _COMMON_PLANE > max(text):
        # A town writes itself 鮀 whatever rare form the tables give.
        simple = "".join(old if new > _COMMON_PLANE else new for old, new in zip(text, simple, strict=True))
    return simple


@lru_cache(maxsize=1)
def _convert(text: str) -> str:
    simple = _to_mainland(text)
    if simple == text:
        return text
    marks = text.replace("「", "“").replace("」", "”").replace("『", "‘").replace("』", "’")
    return text if simple == marks else simple


# --- characters ---

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffc\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]+"
)
# Kangxi radicals and compatibility ideographs that PDF and OCR text puts for the ordinary character.
_COMPATIBLE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_BLANKS = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile("\r\n?|[\u000b\u000c\u0085\u2028\u2029]")


def characters(text: str) -> tuple[str, list[Cut]]:
    """Take out characters nobody sees, fold the kinds of blank and break, undo compatibility forms."""
    text = _BLANKS.sub(" ", _BREAKS.sub("\n", text))
    hidden = _INVISIBLE.findall(text)
    text = _INVISIBLE.sub("", text) if hidden else text
    text = _COMPATIBLE.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
    codes = sorted({f"U+{ord(c):04X}" for run in hidden for c in run})
    return text, [Cut("characters", "不可见字符", " ".join(codes))] if codes else []


_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});")


def entities(text: str) -> tuple[str, list[Cut]]:
    """Read character references that were escaped twice."""
    return (html.unescape(text), []) if _ENTITY.search(text) else (text, [])


# Of the elements whose words are no text nothing is kept; a block parts its words from what stands around it.
_NO_TEXT = re.compile(
    r"<!--.*?-->|<(?P<element>script|style|image)\b[^<>]{0,400}>.*?</(?P=element)\s*>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"</?(?:(?P<block>p|div|br|hr|h[1-6]|section|article|center|blockquote|figure|figcaption|table|thead|tbody|tr|ul|ol|li|dl|dt|dd)"
    r"|span|font|strong|em|b|i|u|a|img|image|sup|sub|small|td|th|video|iframe|o:p|st1:\w+)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
# 社团组织——某商会 whose dash a wrong encoding took; what asks twice ends its line or its quotation.
_LOST_DASH = re.compile(rf"(?<=[{HAN}])\?\?(?=[{HAN}])")
# 当选秘书长。<br /> whose stop and first sign a wrong decoding took: 当选秘书长?! ?br />
_TORN_TAG = re.compile(
    r"(?P<stop>[?？][!！]\s?)?[?？](?:(?P<block>br\s?/|/(?:p|div))|/(?:span|strong|font|a))>"
)
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,200}\]\([^()\s]{0,2000}\)")
_LINKED = re.compile(r"\[([^\[\]\n]{1,200})\]\((?:https?:|/|#)[^()\s]{0,2000}\)")


def markup(text: str) -> tuple[str, list[Cut]]:
    """Take out tags and pictures that were copied or escaped along with the text; the words of a link stay."""
    found: list[str] = []

    def drop(match: re.Match[str]) -> str:
        found.append(match.group()[:80])
        groups = match.groupdict()
        return ("。" if groups.get("stop") else "") + ("\n" if groups.get("block") else "")

    if "<" in text:
        text = _TAG.sub(drop, _NO_TEXT.sub(drop, text))
    if ">" in text:
        text = _TORN_TAG.sub(drop, text)
    text = _LOST_DASH.sub("——", text)
    if "](" in text:
        text = _LINKED.sub(r"\1", _PICTURE.sub(drop, text))
    return text, [Cut("markup", "标记", tag) for tag in found]


# Discuz writes a jammer as 5 to 14 times chr(32..59) + blank + chr(63..126) (function_discuzcode.php);
# where the first of the three is itself a blank, HTML folds the two.
_LEAST_JAMMER = 5
_JAMMER = re.compile(rf"(?:[!-;]? [?-~]){{{_LEAST_JAMMER},}}")
_JAMMER_MARK = re.compile(r"[!-;] ")
# A character or two that folding left alone on a line; numbers may be a list's.
_JAMMER_REST = re.compile(r"(?m)^[ ]*[!-/:-~]{1,2}[ ]*$")


def jammers(text: str) -> tuple[str, list[Cut]]:
    """Take out Discuz jammers (干扰码) that were copied along with the text."""
    cuts: list[Cut] = []
    if text.count(" ") < _LEAST_JAMMER:
        return text, cuts

    def drop(match: re.Match[str]) -> str:
        run = match.group()
        marks = len(_JAMMER_MARK.findall(run))
        if marks < 3 or (marks < 5 and not re.search(r"[^\w\s]", run)):
            return run
        cuts.append(Cut("jammer", "防复制干扰码", run.strip()))
        return ""

    text = _JAMMER.sub(drop, text)
    return (_JAMMER_REST.sub("", text) if cuts else text), cuts


_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿế"
_INSERTION = re.compile(f"[(（](?<=[{HAN}].)([a-zü{_TONED}]{{1,6}}) ?[)）]")
_TONE = re.compile(f"[{_TONED}]")
_NEUTRAL = frozenset(
    [
        "de",
        "le",
        "zi",
        "men",
        "zhe",
        "ma",
        "ba",
        "ne",
        "me",
        "li",
        "tou",
        "shang",
        "xia",
        "guo",
        "a",
        "ya",
        "la",
    ]
)
_RELIABLE = 3  # from so many on, the insertions are a habit of the page and not a gloss of the author


def insertions(text: str) -> tuple[str, list[Cut]]:
    """Take out pinyin put after characters (業(yè), 業(ye)); an author's gloss of a rare character stays."""
    text, cuts = _without_untoned(text) if len(_UNTONED.findall(text)) >= _RELIABLE else (text, [])
    found = [m for m in _INSERTION.finditer(text) if _TONE.search(m.group(1))]
    habit = len(found) >= _RELIABLE

    def drop(match: re.Match[str]) -> str:
        before = text[match.start() - 1]
        toned = bool(_TONE.search(match.group(1)))
        if (toned and (habit or _is_common(before))) or (habit and match.group(1) in _NEUTRAL):
            cuts.append(Cut("insertion", "拼音插注", before + match.group()))
            return ""
        return match.group()

    return _INSERTION.sub(drop, text), cuts


_UNTONED = re.compile(f"[(（](?<=[{HAN}].)([a-z]{{1,6}})[)）] ?")


def _without_untoned(text: str) -> tuple[str, list[Cut]]:
    """Take out the toneless readings of the characters they follow, where that is a habit of the page."""

    def reads(match: re.Match[str]) -> bool:
        return match.group(1) in may_be_read(text[match.start() - 1])

    readings = {match.start() for match in _UNTONED.finditer(text) if reads(match)}
    if len(readings) < _RELIABLE:
        return text, []
    cuts: list[Cut] = []

    def drop(match: re.Match[str]) -> str:
        if match.start() not in readings:
            return match.group()
        cuts.append(Cut("insertion", "拼音插注", text[match.start() - 1] + match.group().strip()))
        return ""

    return _UNTONED.sub(drop, text), cuts


_DOUBLED = re.compile("[,，](?=[,，。、；：！？])")


def doubled_signs(text: str) -> tuple[str, list[Cut]]:
    """Take out the commas that copies strew before other signs (开幕,。展览会由…主办,。)."""
    if len(_DOUBLED.findall(text)) < _RELIABLE:
        return text, []
    return _DOUBLED.sub("", text), [Cut("doubled", "重复标点", ",")]


def _is_common(character: str) -> bool:
    """Tell a character of GB 2312's first level (3,755 common ones), which nobody glosses."""
    code = simplify(character).encode("gb2312", "ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


_DAMAGE = re.compile(
    rf"\?[a-zü{_TONED}]{{0,5}}[{_TONED}][a-z]{{0,4}}[)）]|\ufffd+|锟斤拷|(?<=[{HAN}])\*{{2,6}}(?=[{HAN}])"
)
_WORD_BEFORE = re.compile(f"[{HAN}]{{0,4}}$")
_WORD_AFTER = re.compile(r"[^，。；：！？、,;:!?\s]{0,8}")


def damage(text: str) -> tuple[str, ...]:
    """Quote the places where characters are lost for good: 發展?jié)摿Υ, U+FFFD, ** within words."""
    if not any(mark in text for mark in "?\ufffd锟*"):
        return ()
    quotes = []
    for match in _DAMAGE.finditer(text):
        before = _WORD_BEFORE.search(text[max(0, match.start() - 4) : match.start()])
        after = _WORD_AFTER.match(text, match.end())
        quotes.append((before.group() if before else "") + match.group() + (after.group() if after else ""))
    return tuple(quotes)


_WIDE = re.compile(" {2,}")
# A word that a line break once split, of those that never stand apart: 举 行, 主 办.
_SPLIT = re.compile(" (?<=[举舉召] )(?=[行办辦开開])| (?<=[主承协協] )(?=[办辦])")
_SPACED = re.compile(f"(?<![{HAN}])[{HAN}](?: [{HAN}]){{3,}}(?![{HAN}])")


def spacing(text: str) -> tuple[str, list[Cut]]:
    """Fold runs of blanks and close up words set wide (通 知 公 告)."""
    if " " not in text:
        return text.strip(), []
    text = "\n".join([line.strip(" ") for line in _WIDE.sub(" ", text).split("\n")]).strip()
    text = _SPLIT.sub("", text)
    return _SPACED.sub(lambda m: m.group().replace(" ", ""), text), []


# --- lines ---


@lru_cache(maxsize=128)
def _compiled(source: str) -> re.Pattern[str]:
    """Compile a rule when a text first asks for it: all of them at once would take as long as ten pages."""
    return re.compile(source)


@dataclass(frozen=True, slots=True)
class _Rule:
    """Why a match is template text; no text matches in which ``needs`` is not found, where there is any."""

    reason: str
    source: str
    needs: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.source)

    def may_match(self, text: str) -> bool:
        return not self.needs or bool(_compiled(self.needs).search(text))

    def fits(self, line: str) -> bool:
        return self.may_match(line) and bool(self.pattern.fullmatch(line))


def _any_word(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


@lru_cache(maxsize=1)
def _raw() -> dict[str, Any]:
    return tomllib.loads(files("scrapers").joinpath("data/boilerplate.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _rules() -> dict[str, tuple[_Rule, ...]]:
    return {
        scope: tuple(
            _Rule(
                group["reason"],
                "|".join(f"(?:{match})" for match in group["match"]),
                _any_word(group.get("needs", ())),
            )
            for group in _raw()[scope]
        )
        for scope in ("line", "tail", "head", "part")
    }


_LONGEST: dict[Scope, int] = {"line": 600, "tail": 60, "head": 400, "part": 600}  # characters of such a line


@dataclass(frozen=True, slots=True)
class _Sieve:
    """The rules of a scope for one line: those without needs as one pattern, a group each, and the words of the rest."""

    free: re.Pattern[str]
    reasons: tuple[str, ...]
    needed: re.Pattern[str] | None
    rest: tuple[_Rule, ...]

    def reason(self, line: str) -> str | None:
        match = self.free.fullmatch(line)
        if match:
            return self.reasons[(match.lastindex or 1) - 1]
        if not self.needed or not self.needed.search(line):
            return None
        return next((rule.reason for rule in self.rest if rule.fits(line)), None)


@lru_cache(maxsize=3)
def _sieve(scope: Scope) -> _Sieve:
    free = [rule for rule in _rules()[scope] if not rule.needs]
    rest = tuple(rule for rule in _rules()[scope] if rule.needs)
    needed = re.compile("|".join(rule.needs for rule in rest)) if rest else None
    pattern = re.compile("|".join(f"({rule.source})" for rule in free))
    return _Sieve(pattern, tuple(rule.reason for rule in free), needed, rest)


@lru_cache(maxsize=4096)
def boilerplate(line: str, scope: Scope = "line") -> str | None:
    """Say why a line is template text and not the article's, or None.

    Args:
        line: one line; it is read in simplified script.
        scope: ``line`` for a line that goes alone, ``tail`` for one that ends the article, ``head`` for one
            that goes where no paragraph stands above it.
    """
    if len(line) > _LONGEST[scope]:
        return None
    return _sieve(scope).reason(simplify(_unpointed(line)))


@lru_cache(maxsize=4096)
def is_template(line: str) -> bool:
    """Tell a line that is template text wherever it stands, or that ends the article."""
    if len(line) > _LONGEST["line"]:
        return False
    plain = simplify(_unpointed(line))
    ends = len(line) <= _LONGEST["tail"] and _sieve("tail").reason(plain)
    return bool(ends or _sieve("line").reason(plain))


def _unpointed(line: str) -> str:
    """Drop the arrows and hands with which a line points at what a reader is to press."""
    bare = line.strip()
    return bare.lstrip(_POINTERS) or bare


_POINTERS = "▲△▼▽↑↓→➤►▶⇧⇩⬆⬇☝👆👇\ufe0f -·•"  # of a list too: - 来源:某部
_PAUSE = re.compile("[，,、；]")
_STOP = re.compile("[。！？!?；]")


def is_prose(line: str) -> bool:
    """Tell a line that says something in sentences from titles, labels and links."""
    if len(line) < 30 or not _PAUSE.search(line):
        return False
    return line.endswith((".", "…", "”", "如下:", "如下：")) or bool(_STOP.search(line))


def _known_lines(text: str, known: Collection[str]) -> tuple[str, list[Cut]]:
    """Take out paragraphs that the source's other pages carry as well."""
    if not known:
        return text, []
    folded = {fold(paragraph) for paragraph in known}
    return _keep(text, lambda line: "本站各页共有" if fold(line) in folded else None, "learned")


def template_lines(text: str) -> tuple[str, list[Cut]]:
    """Take out lines and parts of lines that belong to the site's template."""
    cuts: list[Cut] = []
    for rule in _rules()["part"]:
        if not rule.may_match(text):
            continue
        found = [Cut("boilerplate", rule.reason, match.group()) for match in rule.pattern.finditer(text)]
        text = rule.pattern.sub("", text) if found else text
        cuts += found
    text, lines = _keep(text, _reason_of_template, "boilerplate")
    return text, cuts + lines


def _reason_of_template(line: str) -> str | None:
    return (boilerplate(line) or boilerplate(line, "tail")) if is_template(line) else None


def spam(text: str) -> tuple[str, list[Cut]]:
    """Take out the lines that whoever copied the page set into it: gambling, smut and the like, piled up."""
    loud, least = _loud(), _raw()["spam"]["least"]
    if not loud.may_match(text) or not loud.pattern.search(simplify(text)):
        return text, []
    return _keep(text, lambda line: loud.reason if is_spam(line, least) else None, "spam")


def is_spam(line: str, least: int = 2) -> bool:
    """Tell whether loud words of spam pile up in a line, ``least`` different ones with the plainer beside them."""
    plain = simplify(line)
    any_word = _compiled(f"{_raw()['spam']['loud']}|{_raw()['spam']['plain']}")
    return bool(_loud().pattern.search(plain)) and len(set(any_word.findall(plain))) >= least


@cache
def _loud() -> _Rule:
    raw = _raw()["spam"]
    return _Rule(raw["reason"], raw["loud"], _any_word(raw["needs"]))


def _keep(text: str, reason_of: Callable[[str], str | None], step: str) -> tuple[str, list[Cut]]:
    kept: list[str] = []
    cuts: list[Cut] = []
    for line in text.split("\n"):
        reason = reason_of(line) if line.strip() else None
        if reason:
            cuts.append(Cut(step, reason, line))
        else:
            kept.append(line)
    return "\n".join(kept), cuts


_BULLET = re.compile(r"[-·•■◆▪●※>]\s?\S|[?？]\s\S")


_WORD = re.compile(f"[{HAN}A-Za-z]{{2}}")  # a line without one counts pictures: 2/3
# who made a text, where the editor's line stands below; alone it may be a question's: 记者：谢谢您
_CREDIT = re.compile(
    r"(?:(?:(?:记者|通讯员)|作者|撰文|摄影|摄像|文字?|图片?|供图|供稿)\s*[:：/]\s*[\u4e00-\u9fff·]{2,4}(?:[\s、，,;；]+[\u4e00-\u9fff·]{2,4}){0,4}\s*)+"
)
# what stands under a body; above one it ends nothing, for no sentence stands before it
_ENDINGS = frozenset(("责任编辑", "翻页与上下篇", "字号与打印", "版权与备案", "分享栏"))


_NEIGHBOUR = re.compile(r"[上下]一[篇条]\s*[:：]")  # stands under a body, whatever is said below


def tail(text: str) -> tuple[str, list[Cut]]:
    """End the text where the article ends: at a heading of related titles, comments or a share bar."""
    lines = text.split("\n")
    said = [0, *accumulate(len(line) if is_prose(line) else 0 for line in lines)]
    end = len(lines)
    for number, line in enumerate(lines):
        before, after = said[number], said[-1] - said[number]
        most = before if _NEIGHBOUR.match(line) else before / 2
        if not (before and after < most and is_template(line) and _WORD.search(line)):
            continue
        if boilerplate(line, "tail") or boilerplate(line) in _ENDINGS:
            end = number
            break
    last = end
    while last and _BULLET.match(lines[last - 1]) and not is_prose(lines[last - 1]):
        last -= 1
    # related titles below a disclaimer are no list of the text's
    if not last or end - last < 2 or not boilerplate(lines[last - 1]):
        last = end
    while last and (not lines[last - 1].strip() or boilerplate(lines[last - 1])):
        last -= 1
    credits = last
    while credits and _CREDIT.fullmatch(lines[credits - 1]):
        credits -= 1
    if last < len(lines):
        end = min(end, credits)
    bullets = credits
    while bullets and _BULLET.match(lines[bullets - 1]) and not is_prose(lines[bullets - 1]):
        bullets -= 1
    if credits - bullets >= 2 and last < len(lines):
        end = bullets
    end = _before_other_titles(lines, end)
    cut = [Cut("tail", "正文之后", line) for line in lines[end:] if line.strip()]
    return "\n".join(lines[:end]), cut


# 2026-01-27某镇产业形势分析会召开, 某镇产业形势分析会召开[2026/1/27]
_OTHER_TITLE = re.compile(
    rf"[\[(（]?(?P<day>20\d\d[-./]\d{{1,2}}[-./]\d{{1,2}})[\])）]?\s*[{HAN}“《\d][^。；\n]{{5,60}}"
    rf"|[{HAN}“《\d][^。；\n]{{5,60}}?\s*[\[(（]?(?P<date>20\d\d[-./]\d{{1,2}}[-./]\d{{1,2}})[\])）]?"
)
_LEAST_OTHERS = 3


def _before_other_titles(lines: list[str], end: int) -> int:
    """Return where the text ends before the dated titles of other articles, of which no order is a programme's."""
    begin, days = end, list[list[int]]()
    while begin and (title := _OTHER_TITLE.fullmatch(lines[begin - 1].strip())):
        days.append([int(number) for number in re.findall(r"\d+", title["day"] or title["date"])])
        begin -= 1
    listed = len(days) >= _LEAST_OTHERS and days != sorted(days, reverse=True)
    return begin if listed and any(map(is_prose, lines[:begin])) else end


_SENTENCE = re.compile("[^。！？!?；;\n]+[。！？!?；;]?")


def repeats(text: str) -> tuple[str, list[Cut]]:
    """Take out the second copy of a paragraph, of a run of lines, and a lead that only repeats what follows."""
    lines = [line for line in text.split("\n") if line.strip()]
    plain = simplify("\n".join(lines)).split("\n")
    copies = _second_copies(plain, [_letters(line) for line in plain])
    kept = [line for number, line in enumerate(lines) if number not in copies]
    return "\n".join(kept), [Cut("repeat", "重复", lines[number]) for number in sorted(copies)]


def _second_copies(lines: list[str], folded: list[str]) -> set[int]:
    """Return the numbers of the lines that say again what was said.

    A paragraph that comes back alone, far from its first place, is the author's and stays, unless such
    paragraphs are a good part of the text.
    """
    cut_off = _leads_over_paragraphs(folded)
    again = _said_before(["" if n in cut_off else line for n, line in enumerate(lines)], folded)
    runs = {n for n in again if n - 1 in again or n + 1 in again or folded[n] == folded[n - 1]}
    alone = again - runs
    if sum(len(folded[n]) for n in alone) > _GOOD_PART * sum(map(len, folded)):
        runs |= alone
    leads = {
        n
        for n, key in enumerate(folded[:-1])
        if len(key) >= _LEAST_LED and n + 1 not in runs and folded[n + 1].startswith(key)
    }
    return (
        runs | leads | cut_off | _short_lines_between(folded, runs) | _headings_of_copies(lines, folded, runs)
    )


def _leads_over_paragraphs(folded: list[str]) -> set[int]:
    """Return the leads that a program cut from the text below, past its first paragraph."""
    return {
        n
        for n, key in enumerate(folded[:-1])
        if len(key) >= _LEAST_LED
        and key != folded[n + 1]
        and key.startswith(folded[n + 1])
        and "".join(folded[n + 1 : n + 1 + _MOST_LED]).startswith(key)
    }


def _said_before(lines: list[str], folded: list[str]) -> set[int]:
    """Return the lines all of whose sentences stand above them."""
    seen: set[str] = set()
    again: set[int] = set()
    for number, line in enumerate(lines):
        sentences = [s for s in map(_letters, _SENTENCE.findall(line)) if len(s) >= 8]
        if len(folded[number]) >= 24 and sentences and seen.issuperset(sentences):
            again.add(number)
        seen.update(sentences)
    return again


def _short_lines_between(folded: list[str], copies: set[int]) -> set[int]:
    """Return the captions and headings that were copied along with the paragraph above them."""
    first: dict[str, int] = {}
    short: set[int] = set()
    for number, key in enumerate(folded):
        origin = first.setdefault(key, number)
        if (
            0 < origin < number
            and (number - 1 in copies or number - 1 in short)
            and folded[origin - 1] == folded[number - 1]
        ):
            short.add(number)
    return short


def _headings_of_copies(lines: list[str], folded: list[str], copies: set[int]) -> set[int]:
    """Return the title and byline over a copy of the whole text: short lines over its first paragraph."""
    headings: set[int] = set()
    below: set[str] = set()
    end = len(folded)
    for number in sorted((n for n in copies if folded[n] == folded[0]), reverse=True):
        below.update(folded[n] for n in range(number, end) if n not in headings)
        end = number
        for above in range(number - 1, max(0, number - 1 - _MOST_OVER), -1):
            if above in copies or is_prose(lines[above]) or folded[above] in below:
                break
            headings.add(above)
    return headings


_MOST_OVER = 4  # lines of a title and byline
_LEAST_LED, _MOST_LED = 16, 4  # letters of a lead; paragraphs that it is cut from
_GOOD_PART = 0.3


# A date or a paper's number broken within: 2018年5月1|8日, 〔201|8〕144号, 〔2018〕|63号.
_BROKEN_NUMBER = re.compile(
    r"(?:[年月]\d\n\d?\s?[日月]|[〔\[]\d{1,3}\n\d{0,3}[〕\]]|[〔\[]\d{4}[〕\]]\n\s?第?\d{1,4}\s?号)"
)
# but "? " stands for a bullet that a wrong encoding took
_OPENS_WITH_STOP = re.compile(r"(?![?？]\s)[、，。；：！？）》”’」』,;:!?)]")


def joined(text: str) -> tuple[str, list[Cut]]:
    """Join a line that begins with a closing mark to the one before it, and two that a number of a date or paper is broken over."""
    lines: list[str] = []
    for line in _BROKEN_NUMBER.sub(lambda number: number[0].replace("\n", ""), text).split("\n"):
        if lines and _OPENS_WITH_STOP.match(line):
            lines[-1] += line
        elif line:
            lines.append(line)
    return "\n".join(lines), []


CHARACTER_STEPS: tuple[Step, ...] = (
    entities,
    markup,
    characters,
    jammers,
    insertions,
    doubled_signs,
    spacing,
)
LINE_STEPS: tuple[Step, ...] = (spam, joined, tail, template_lines, repeats)
