"""Bytes to text: the declared, the sniffed and the true charset of a Chinese page differ all the time."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

# The labels of the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels) that Chinese
# pages use, on the codec that reads all they may mean: "gb2312" is GBK in practice, and GBK is GB18030.
_GB = (
    "gb2312",
    "gb_2312",
    "gb_2312-80",
    "gbk",
    "x-gbk",
    "gb18030",
    "chinese",
    "csgb2312",
    "csiso58gb231280",
    "gb2312-80",
    "cp936",
    "ms936",
    "euc-cn",
    "x-euc-cn",
)
_BIG5 = ("big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5", "cp950", "big5hkscs", "x-big5")
_LABELS = {
    **dict.fromkeys(_GB, "gb18030"),
    **dict.fromkeys(_BIG5, "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"), "utf-8"),
    **dict.fromkeys(("utf-16", "utf-16le", "unicode", "ucs-2", "utf16"), "utf-16-le"),
    "utf-16be": "utf-16-be",
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"), "cp1252"),
    "hz-gb-2312": "hz",
}
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
# The commonest characters of running text, both scripts: what a wrong charset does not produce.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
    "民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社"
    "义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直"
    "題這為個國時來們對會發動說產種後學經進著部電裡現實體機當點從業還應開與關間樣線內數質氣變條沒結問無軍係協紡織服裝协纺织装"
    "，。、；：“”（）！？《》"
)
_FREQUENT = "的一是在不了有和人这中大国会業业行服發发"
_SAMPLE = 20_000


_CERTAIN = 0.35  # share of common characters that only the right charset gives


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text and the codec that gave it; ``mended`` names a second decoding undone on top."""

    text: str
    encoding: str
    mended: str | None = None


def decode(body: bytes, headers: Mapping[str, str]) -> Decoded:
    """Decode a page whatever it declares: BOM, then what the bytes are, then what is declared.

    Args:
        body: the bytes as received, already free of any content coding.
        headers: response headers, lower-case names; only ``content-type`` is read.

    Returns:
        The text. U+FFFD stands only for bytes that no candidate encoding reads.
    """
    return _decoded(body, headers.get("content-type", ""))


@lru_cache(maxsize=1)  # several ask for the text of the page at hand
def _decoded(body: bytes, content_type: str) -> Decoded:
    for bom, name in _BOMS:
        if body.startswith(bom):
            return _mend(body[len(bom) :].decode(name, "replace"), name)
    wide = _utf16_without_bom(body)
    if wide:
        return _mend(body.decode(wide, "replace"), wide)
    declared = _declared(body, content_type)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _best(body, declared)
    if text.isascii() and ("hz" in declared or (b"~{" in body and b"~}" in body)):
        return Decoded(body.decode("hz", "replace"), "hz")
    if _is_short_gbk(body, text, declared):
        return _best(body, declared)
    return _mend(text, "utf-8", western=b"\xc3" in body and bool(_WESTERN_BYTES.search(body)))


def _declared(body: bytes, content_type: str) -> list[str]:
    """Return the codecs the header and the first 4 KB name, header first (RFC 9110, 8.3.2)."""
    labels = _HEADER.findall(content_type)
    labels += [label.decode("ascii", "replace") for label in _META.findall(body[:4096])]
    return list(dict.fromkeys(codec for codec in map(_codec, labels) if codec))


def _codec(label: str) -> str | None:
    """Return Python's codec for a label, or None where there is none that makes text."""
    name = label.strip().lower()
    if name in _LABELS:
        return _LABELS[name]
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    return found.name if found._is_text_encoding else None


def _utf16_without_bom(body: bytes) -> str | None:
    """Tell UTF-16 by the zero bytes of its markup: `<` is 3C 00 or 00 3C."""
    head = body[:2000]
    even, odd = head[::2], head[1::2]
    for high, low, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if high.count(0) * 16 > len(high) and low.count(0) == 0 and b"<" in low and b">" in low:
            return codec
    return None


def _is_short_gbk(body: bytes, text: str, declared: list[str]) -> bool:
    """A few GBK characters can be valid UTF-8 by chance (the 联通 case): only then weigh the declaration."""
    return (
        len(text) < 2000
        and 0 < _foreign(text) < 12
        and "gb18030" in declared
        and _plausible(text) == 0 < _plausible(_strict(body, "gb18030"))
    )


def _strict(body: bytes, codec: str) -> str:
    try:
        return body.decode(codec)
    except UnicodeDecodeError:
        return ""


def _best(body: bytes, declared: list[str]) -> Decoded:
    """Choose among the declared and the usual codecs by how few bytes fail and how common the text is."""
    first = re.search(rb"[\x80-\xff]", body)
    sample = body[first.start() if first else 0 :][:_SAMPLE]
    if _is_mostly_utf8(sample[:_FEW]):  # a footer of another encoding does not turn the page
        return _mend(_read(body, "utf-8"), "utf-8")
    codecs_ = list(dict.fromkeys([*declared, "gb18030", "big5hkscs", "utf-8"]))
    if codecs_[0] == "gb18030" and _fitness(_read(sample, "gb18030")) > _CERTAIN:
        return _mend(_read(body, "gb18030"), "gb18030")
    chosen = max(codecs_, key=lambda codec: _fitness(_read(sample, codec)))
    return _mend(_read(body, chosen), chosen)


_HIGH = re.compile(rb"[\x80-\xff]+")
_UTF8_HAN = re.compile(rb"(?:[\xe3-\xe9\xef][\x80-\xbf]{2})+")
_FEW = 4000
_MOSTLY = 0.6  # of the bytes beyond ASCII


def _is_mostly_utf8(sample: bytes) -> bool:
    """Tell bytes most of which are Chinese in UTF-8; other encodings write such sequences by chance only."""
    return _length(_UTF8_HAN, sample) > _MOSTLY * _length(_HIGH, sample)


def _length(pattern: re.Pattern[bytes], sample: bytes) -> int:
    return sum(map(len, pattern.findall(sample)))


def _read(body: bytes, codec: str) -> str:
    """Decode with one codec, reading runs of another encoding where they stand."""
    if codec == "gb18030":
        body = _UTF8_RUN.sub(_to_gb, body)
    return body.decode(codec, _HANDLERS.get(codec, "replace"))


def _fitness(text: str) -> float:
    """Weigh a decoding: share of common characters among the non-ASCII ones, less what failed."""
    failed = text.count("\ufffd")
    return (_plausible(text) - 3 * failed) / max(1, _foreign(text))


def _foreign(text: str) -> int:
    """Count the characters that are not ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _plausible(text: str) -> int:
    return sum(map(_COMMON.__contains__, text))


# --- bytes of another encoding inside a page: an included template, a pasted block, a cut character ---


# The first character is spelt as one set and what may follow, for the search to skip by.
_UTF8_RUN = re.compile(
    rb"[\xe2-\xe9\xef](?:(?<=[\xe3-\xe9])[\x80-\xbf]|(?<=\xe2)\x80|(?<=\xef)[\xbc\xbd])[\x80-\xbf]"
    rb"(?:[\xe3-\xe9][\x80-\xbf]{2}|\xe2\x80[\x80-\xbf]|\xef[\xbc\xbd][\x80-\xbf])++"
)
_BROKEN_RUN = re.compile(  # bytes with which no character of UTF-8 begins
    rb"(?:(?![\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})[\x80-\xff]){4,}"
)
_HIGH_RUN = re.compile(rb"[\x80-\xff](?:[\x40-\x7e]?[\x80-\xff]){0,400}")


def _to_gb(run: re.Match[bytes]) -> bytes:
    """Turn a run of UTF-8 inside a GBK page into GBK where that is what makes sense."""
    around = run.string[max(0, run.start() - 1) : run.start()] + run.string[run.end() : run.end() + 1]
    text = run.group().decode("utf-8")
    if not around.isascii() or _plausible(text) * 4 < len(text):
        return run.group()
    return text.encode("gb18030")


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    """Error handler: read a failing run of bytes as GBK, drop what a cut-off end left over."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, start = error.object, error.start
    if error.encoding == "utf-8":
        if run := _gbk_run(data, start):
            return run
        broken = _BROKEN_RUN.match(data, start)
        if broken and not _gbk_run(data, start + 1):
            return "\ufffd" * len(broken.group()), broken.end()
    if data[start] == 0x80:  # the Encoding Standard's gb18030 decoder: a lone 80 is the euro sign
        return "€", start + 1
    return ("", error.end) if error.end == len(data) else ("\ufffd", start + 1)


def _gbk_run(data: bytes, start: int) -> tuple[str, int] | None:
    """Read a run of bytes as GBK where that gives common characters; return its text and where it ends."""
    run = _HIGH_RUN.match(data, start)
    if not run or len(run.group()) < 4:
        return None
    text = _strict(run.group(), "gb18030")
    return (text, run.end()) if _plausible(text) * 4 >= max(1, len(text)) else None


codecs.register_error("zhouxun-stray", _read_stray)
_HANDLERS = dict.fromkeys(("utf-8", "gb18030", "big5hkscs"), "zhouxun-stray")

# --- mojibake: a page decoded with the wrong charset and encoded again before it was served ---

_WESTERN = "\u0080-\u00ffŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_LATIN_RUN = re.compile(f"[{_WESTERN}]{{3,}}(?:[ -~]?[{_WESTERN}]{{3,}})*")
_WESTERN_RUN = re.compile(f"[\u00c0-\u00ff][{_WESTERN}]{{5}}")
_WESTERN_BYTES = re.compile(  # how such a run begins in UTF-8
    rb"\xc3[\x80-\xbf](?:[\xc2\xc3\xc5\xc6\xcb][\x80-\xbf]|\xe2[\x80\x82\x84])"
)
_HAN = re.compile("[\u4e00-\u9fff]+")
_WIDE_MARKS = re.compile("[\u3000-\u303f\uff01-\uff5e]+")


def _mend(text: str, encoding: str, *, western: bool = True) -> Decoded:
    """Undo a second encoding where the text shows one; ``western``: it may hold letters of À to ÿ."""
    if western and _WESTERN_RUN.search(text):
        codec = "gb18030" if _reads_as(text, "gb18030") > _reads_as(text, "utf-8") else "utf-8"
        mended = _LATIN_RUN.sub(lambda run: _relatin(run.group(), codec), text)
        if mended != text:
            return Decoded(mended, encoding, f"{codec} read as windows-1252")
    return _mend_gbk(text, encoding)


def _reads_as(text: str, codec: str) -> int:
    return sum(_plausible(_relatin(run, codec)) for run in _LATIN_RUN.findall(text[:_SAMPLE])[:200])


def _relatin(run: str, codec: str) -> str:
    """Return the Chinese that a run of Western letters was, or the run itself."""
    raw = b"".join(
        c.encode("cp1252") if c in _WESTERN and c > "\u00ff" else c.encode("latin1", "replace") for c in run
    )
    text = _strict(raw, codec)
    marks = codec == "utf-8" and _WIDE_MARKS.fullmatch(text)  # the stop behind a figure: 12.3%。
    return text if marks or _HAN.search(text) else run


def _mend_gbk(text: str, encoding: str) -> Decoded:
    """Undo UTF-8 that was read as GBK: 鏂伴椈 for 新闻."""
    first = _HAN.search(text)
    sample = text[first.start() : first.start() + _SAMPLE // 5] if first else ""
    if _is_running_text(sample):
        return Decoded(text, encoding)
    back = _from_gbk(sample)
    if _plausible(back) > 3 * _plausible(sample) and back.count("\ufffd") * 20 < len(back):
        return Decoded(_from_gbk(text), encoding, "utf-8 read as gb18030")
    return Decoded(text, encoding)


def _is_running_text(sample: str) -> bool:
    """Tell text whose Chinese characters are those of running text, or too few to tell."""
    frequent, most = 0, _foreign(sample)
    for character in _FREQUENT:
        frequent += sample.count(character)
        if frequent * 40 > most:  # few characters tell most texts; none of the exact counting is needed then
            return True
    han = sum(map(len, _HAN.findall(sample)))
    return han < 20 or frequent * 40 > han


def _from_gbk(text: str) -> str:
    return text.encode("gb18030", "replace").decode("utf-8", "replace")
