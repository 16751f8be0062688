"""Links to the rule that finds them: a regular expression over addresses, for config.yaml."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from urllib.parse import SplitResult, urlsplit

from scrapers.discover.addresses import HASHED
from scrapers.model import Link, canonical_url

_TOKEN = re.compile(r"\d+|[0-9a-f]{16,}|[A-Za-z]+|[^0-9A-Za-z]")
_PAIR = re.compile(r"(?<![^/])[0-9a-f]{2}/[0-9a-f]{2}(?=/[^/]*$|$)")  # where the entries are spread so
_MOST_RULES = 3


def link_rule(links: Sequence[Link]) -> str | None:
    r"""Return one regular expression that matches every link's address, such as ``/news/\d+\.html``.

    None where the addresses are too unlike for a rule to be better than looking at the page.
    """
    groups: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    urls = [canonical_url(link.url) for link in links]  # without session ids and tracking, which change
    spread = any(HASHED.search(urlsplit(url).path) for url in urls)
    for parts in map(urlsplit, urls):
        hashed = _PAIR.search(parts.path) if spread else None
        ahead = [*_tokens(parts.path[: hashed.start()]), hashed[0]] if hashed else []
        rest = parts.path[hashed.end() :] if hashed else parts.path
        tokens = ahead + _tokens(rest + (f"?{parts.query}" if parts.query else ""))
        groups[tuple(map(_kind, tokens))].append(tokens)
    if not 0 < len(groups) <= _MOST_RULES:
        return None
    rules = [_rule(kinds, members) for kinds, members in groups.items()]
    rule = "|".join(dict.fromkeys(rules))
    return rule if re.search(r"\\d|\[0-9a-f\]", rule) else None


def rule_of_folders(links: Sequence[Link]) -> str:
    r"""Return one regular expression for what is kept where articles are and named as they are, by numbers or by words, such as
    ``//www.example.org/stories/[^/?]+/$``; an empty string where they are kept at the root, or in too many folders.
    """
    parts = [urlsplit(link.url) for link in links]
    numbered = all(re.search(r"\d", f"{_name(part)}?{part.query}") for part in parts)
    rules = {_rule_of_folder(part, numbered=numbered) for part in parts}
    return "|".join(sorted(rules)) if "" not in rules and len(rules) <= _MOST_RULES else ""


def _rule_of_folder(parts: SplitResult, *, numbered: bool) -> str:
    """Return the rule for what is kept beside one article; at the root that is the whole site."""
    name = _name(parts)
    folder = parts.path.rstrip("/").removesuffix(name).rstrip("/")
    kept = f"//{re.escape(parts.netloc)}{_DIGITS.sub(_ANY_DIGITS, re.escape(folder))}/"
    if parts.query:
        fields = "&".join(f"{re.escape(field.partition('=')[0])}=[^&]+" for field in parts.query.split("&"))
        return rf"{kept}{re.escape(name)}/?\?{fields}$"
    if not folder:
        return ""
    ending = _ENDING.search(name)
    number = r"(?=[^/?]*\d)" if numbered else ""
    return rf"{kept}{number}[^/?]+{re.escape(ending[0]) if ending else ''}{'/' * parts.path.endswith('/')}$"


def _name(parts: SplitResult) -> str:
    return parts.path.rstrip("/").rpartition("/")[2]


_DIGITS = re.compile(r"\d+")
_ANY_DIGITS = r"\\d+"
_ENDING = re.compile(r"\.[A-Za-z]{2,5}$")


def _tokens(path: str) -> list[str]:
    """Split a path into runs; a segment that mixes letters and digits at length is an id of its own."""
    tokens: list[str] = []
    for piece in re.split(r"([/?=&._-])", path):
        if re.fullmatch(r"(?=.*\d)(?=.*[a-f])[0-9a-f]{12,}", piece) or not piece:
            tokens += [piece] if piece else []
        else:
            tokens += _TOKEN.findall(piece)
    return tokens


def _kind(token: str) -> str:
    if token.isdigit():
        return "9"
    if _PAIR.fullmatch(token):
        return "h/h"
    if re.fullmatch(r"(?=.*\d)[0-9a-f]{12,}", token):
        return "h"
    return "a" if token.isalpha() and token.isascii() else token


def _rule(kinds: Sequence[str], members: Sequence[Sequence[str]]) -> str:
    return "".join(_pattern(kind, [tokens[place] for tokens in members]) for place, kind in enumerate(kinds))


def _pattern(kind: str, values: Sequence[str]) -> str:
    if kind == "9":
        # A date keeps its length, a serial number grows.
        dated = all(re.fullmatch(r"20\d{4}(?:\d\d)?", v) for v in values) and len(set(map(len, values))) == 1
        return rf"\d{{{len(values[0])}}}" if dated else r"\d+"
    if kind == "h":
        return "[0-9a-f]+"
    if kind == "h/h":
        return "[0-9a-f]{2}/[0-9a-f]{2}"
    # Folders that differ are columns; a list that grows a new one must not lose it.
    return re.escape(values[0]) if len(set(values)) == 1 else "[A-Za-z]+"
