"""Bodies of articles that an editor keeps as blocks (Editor.js, ProseMirror, Draft.js, Quill, Portable Text), as HTML. Pure."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_DEPTH = 12
_MOST = 2000  # blocks of a body
_KINDS = frozenset(["type", "_type", "nodetype", "kind", "blocktype", "blockname", "component", "__component", "__typename", "insert"])  # fmt: skip
# Where a block keeps its words, or the blocks within it.
_WORDS = ("plain_text", "text", "insert", "value", "html", "innerhtml", "content", "contents", "body", "paragraphs", "richtext", "rich_text", "children", "data", "items", "nodes", "blocks")  # fmt: skip
# What holds the blocks of a body: {"type": "doc", "content": [..]}, {"root": {"children": [..]}}.
_HOLDERS = frozenset(
    [
        "blocks",
        "sections",
        "paragraphs",
        "content",
        "children",
        "ops",
        "document",
        "nodes",
        "body",
        "root",
        "results",
    ]
)
_TITLES, _NAMED_BY = frozenset(["title", "headline", "subject"]), frozenset(["id", "url", "href", "slug"])
_INLINE = re.compile(r"text|span|mention|(?:hyper)?link|strong|em|mark|code", re.IGNORECASE)
_MARKUP = re.compile(r"</?(?:p|b|i|u|a|br|div|span|em|strong|mark|code|su[bp]|[ou]l|li|h[1-6]|img|table)\b[^<>]*>|&(?:[a-z]{2,8}|#\d{2,5});", re.IGNORECASE)  # fmt: skip


def markup_of(value: Any) -> str:
    """Return a body that is kept as blocks as HTML, a paragraph for each; an empty text where the value is no such body.

    Args:
        value: a field of an entry: a list of blocks, the object around it, or either as a text of JSON.
    """
    blocks = _blocks_in(_told(value), 0)
    if any(isinstance(block.get("insert"), str) for block in blocks):  # Quill cuts one text into pieces
        words: Iterator[str] = iter("".join(_joined(block, 0) for block in blocks).split("\n"))
    else:
        words = (paragraph for block in blocks for paragraph in _paragraphs(block, 0))
    kept = (paragraph.strip() for paragraph in words)
    return "".join(part if part[0] == "<" else f"<p>{part}</p>" for part in kept if part)


def _told(value: Any) -> Any:
    """Return what a text of JSON tells, a list or an object as it is, None for any other value."""
    if isinstance(value, str) and re.match(r"\s*(?:\[\s*\{|\{\s*\")", value):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return None
    return value if isinstance(value, list | Mapping) else None


def _blocks_in(value: Any, depth: int) -> list[Mapping[str, Any]]:
    """Return the blocks of a body, none where a value is no body."""
    if isinstance(value, list):
        texts: list[Mapping[str, Any]] = [{"text": text} for text in value[:_MOST] if isinstance(text, str)]
        told = len(texts) == len(value) and sum(map(len, value)) >= _A_SENTENCE * len(value)
        return texts if told else value[:_MOST] if _are_blocks(value) else []
    if not isinstance(value, Mapping) or depth > _DEPTH or _TITLES.intersection(_names(value)):
        return []
    held = (_blocks_in(inner, depth + 1) for name, inner in _names(value).items() if name in _HOLDERS)
    return next(filter(None, held), [])


_A_SENTENCE = 20  # characters that paragraphs have on the average, and keywords have not


def _names(value: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key).replace("-", "").lower(): inner for key, inner in value.items()}


def _are_blocks(value: list[Any]) -> bool:
    """Tell blocks from texts and from the entries of a list, of which a picture with its name may be one."""
    told = [_is_block(block) for block in value if isinstance(block, Mapping)]
    return len(told) == len(value) and 0 < len(told) < 2 * sum(told)


def _is_block(value: Mapping[str, Any]) -> bool:
    names = _names(value)
    entry = _TITLES.intersection(names) and _NAMED_BY.intersection(names)
    return bool(names.keys() & (_KINDS | {"children", "text", "paragraphs"})) and not entry


def _paragraphs(block: Mapping[str, Any], depth: int) -> Iterator[str]:
    """Yield the words of a block: of those within it that are paragraphs themselves, such as the points of a list, each."""
    words = _words_of(block)
    if isinstance(words, Mapping):  # Editor.js: {"type": "list", "data": {"items": [..]}}
        words = _words_of(words)
    if isinstance(words, list) and depth < _DEPTH and not all(map(_is_piece, words)):
        for inner in words:
            yield from (
                _paragraphs(inner, depth + 1) if isinstance(inner, Mapping) else [_joined(inner, depth)]
            )
    else:
        yield _joined(words, depth)


def _words_of(block: Mapping[str, Any]) -> Any:
    """Return what a block keeps its words in: by the names for that, or by that of its own kind, as Notion does."""
    names = _names(block)
    own = names.get(str(block.get("type", "")).lower())
    return own or next((names[name] for name in _WORDS if names.get(name) not in (None, "", {}, [])), "")


def _is_piece(block: Any) -> bool:
    """Tell a piece of a paragraph, which has no kind of its own or that of a text."""
    if not isinstance(block, Mapping):
        return False
    kind = next((str(inner) for name, inner in _names(block).items() if name in _KINDS), "text")
    return bool(_INLINE.fullmatch(kind))


def _joined(value: Any, depth: int) -> str:
    """Return words with those of the pieces within them."""
    if isinstance(value, str):
        return value if _MARKUP.search(value) else html.escape(value, quote=False)
    if depth > _DEPTH or not isinstance(value, list | Mapping):
        return ""
    if isinstance(value, list):
        return "".join(_joined(inner, depth + 1) for inner in value)
    return _joined(_words_of(value), depth + 1)
