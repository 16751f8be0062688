"""Scripts and markup that a site keeps in code from those who copy: packed scripts, markup written out by unescape. Pure."""

from __future__ import annotations

import re

from scrapers.discover.scripts import unescaped

# eval(function(p,a,c,k,e,d){..}('0 1=..',62,40,'var|page|..'.split('|'),0,{})), as Dean Edwards' packer writes it.
_PACKED = re.compile(
    r"eval\s*\(\s*function\s*\(\s*p\s*,\s*a\s*,\s*c\s*,\s*k\s*,\s*e\s*,\s*[dr]\s*\).{0,1500}?\}\s*\(\s*"
    r"(?P<q>[\"'])(?P<body>(?:\\.|(?!(?P=q))[^\\])*)(?P=q)\s*,\s*(?P<base>\d{1,2})\s*,\s*\d{1,6}\s*,\s*"
    r"(?P<q2>[\"'])(?P<words>(?:\\.|(?!(?P=q2))[^\\])*)(?P=q2)\s*\.\s*split\s*\(\s*[\"']\|[\"']\s*\)[^)]*\)\s*\)\s*;?",
    re.DOTALL,
)
_WORD = re.compile(r"\b\w+\b", re.ASCII)
_FIGURES = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_QUOTE = re.compile(r"\\([\\'\"])")
_MOST = 2_000_000  # characters that are looked at
# A script that does nothing but write markup out: document.write(unescape('%3Cul%3E..')).
_WRITTEN = re.compile(
    r"<script\b[^<>]*>\s*(?:<!--\s*)?document\.write(?:ln)?\s*\(\s*(?:unescape|decodeURI(?:Component)?)\s*\(\s*"
    r"(?P<q>[\"'])(?P<text>[^\"'\\<>]*)(?P=q)\s*\)\s*\)\s*;?\s*(?://\s*-->|-->)?\s*</script\s*>",
    re.IGNORECASE,
)


def opened(text: str) -> str:
    """Return a page or a script with what is packed in it unpacked, and what scripts only write out set in their places.

    Args:
        text: the HTML, or the script.
    """
    if len(text) > _MOST:
        return text
    if "unescape" in text or "decodeURI" in text:
        text = _WRITTEN.sub(lambda found: unescaped(found["text"]), text)
    return _PACKED.sub(_unpacked, text) if "eval" in text else text


def _unpacked(found: re.Match[str]) -> str:
    """Return a packed script as it was: each of its words stands for one of a list, by its number there."""
    base, words = int(found["base"]), found["words"].split("|")
    figures = _FIGURES[:base]

    def word(coded: re.Match[str]) -> str:
        number = 0
        for figure in coded[0]:
            if figure not in figures:
                return coded[0]
            number = number * base + figures.index(figure)
        return (number < len(words) and words[number]) or coded[0]

    return _WORD.sub(word, _QUOTE.sub(r"\1", found["body"]))
