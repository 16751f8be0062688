"""Attachments of notices (附件): PDF, DOCX and DOC bytes to text, and the links that lead to them. Pure."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

import olefile
from selectolax.lexbor import LexborNode

from scrapers.discover.addresses import resolve, sends_file
from scrapers.errors import TooLarge, Unreadable
from scrapers.model import Link
from scrapers.outline import parse

if TYPE_CHECKING:
    from docx.table import Table

Format = Literal["pdf", "docx", "doc"]

MAX_CHARACTERS = 200_000
MAX_PAGES = 60  # of a PDF
_MAX_UNPACKED = 50_000_000  # bytes that a DOCX may hold
_MAX_LINKS = 5
_NEAR = 4  # levels of markup between an attachment and the text it belongs to

# --- what it is ----------------------------------------------------------------------------------


def format_of(body: bytes) -> Format | None:
    """Tell an attachment by its first bytes, since servers name every download octet-stream."""
    if body[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if body.startswith(olefile.MAGIC):
        return "doc"
    if body.startswith(b"PK\x03\x04") and b"word/" in body:
        return "docx"
    return None


def read_attachment(body: bytes) -> str:
    """Return the text of a PDF, DOCX or DOC, a paragraph a line.

    Raises:
        Unreadable: another format, damaged, locked, or pictures of text only.
        TooLarge: what it unpacks to passes the limit.
    """
    readers: dict[Format, Callable[[bytes], str]] = {"pdf": _pdf, "docx": _docx, "doc": _doc}
    found = format_of(body)
    if found is None:
        raise Unreadable("附件不是 PDF、DOCX 或 DOC")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            text = readers[found](body)
    except (Unreadable, TooLarge):
        raise
    except Exception as error:  # these libraries let every kind of error out of damaged files
        raise Unreadable(f"{found.upper()} 附件已损坏或加密") from error
    if not text.strip():
        raise Unreadable(f"{found.upper()} 附件没有文字，可能是扫描件")
    return text[:MAX_CHARACTERS]


# --- PDF -----------------------------------------------------------------------------------------

_BETWEEN_HAN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]+(?=[\u3000-\u9fff\uff00-\uffef])")
_ENDS = "。！？；：.!?;:”》"
_PAGE_NUMBER = re.compile(r"^[-—–·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–·\s]*$")


def _pdf(body: bytes) -> str:
    from pypdf import PdfReader  # as python-docx below, 15 MB that only those carry who read such a file

    reader = PdfReader(io.BytesIO(body))
    if reader.is_encrypted:
        reader.decrypt("")  # most locked notices only forbid copying
    pages = (reader.pages[number].extract_text() for number in range(min(MAX_PAGES, len(reader.pages))))
    lines = [line for page in _limited(pages) for line in page.splitlines()]
    return "\n".join(_paragraphs(_BETWEEN_HAN.sub("", line).strip() for line in lines))


def _limited(parts: Iterable[str]) -> Iterator[str]:
    left = MAX_CHARACTERS
    for part in parts:
        yield part[:left]
        left -= len(part)
        if left <= 0:
            return


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Join the lines of a printed page: a full line that does not end a sentence goes on in the next."""
    kept = [line for line in lines if line and not _PAGE_NUMBER.match(line)]
    widest = max(map(_width, kept), default=0)
    paragraph = ""
    for line in kept:
        paragraph += line
        if _width(line) < widest * 0.9 or line[-1] in _ENDS:
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _width(line: str) -> int:
    """Return how wide a line prints: a Chinese character is as wide as two Latin ones."""
    return len(line) + sum(character > "\u2e80" for character in line)


# --- Word ----------------------------------------------------------------------------------------


def _docx(body: bytes) -> str:
    from docx import Document
    from docx.table import Table

    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _MAX_UNPACKED:
            raise TooLarge(f"DOCX 解压后超过 {_MAX_UNPACKED} 字节")
    lines: list[str] = []
    for block in Document(io.BytesIO(body)).iter_inner_content():
        lines.extend(_rows(block) if isinstance(block, Table) else [block.text])
    return "\n".join(clean for line in lines if (clean := line.strip()))


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = [cell.text.strip().replace("\n", " ") for cell in row.cells]
        # a merged cell comes once for each column it spans
        yield " ".join(
            cell for place, cell in enumerate(cells) if cell and cells[place - 1 : place] != [cell]
        )


_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200  # FibBase flags, [MS-DOC] section 2.5.2
_FIELD = re.compile("\x13[^\x13\x14\x15]*\x14([^\x13\x15]*)\x15|\x13[^\x13\x15]*\x15")
_MARKS = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x07": " ", "\x1e": "-"}
    | dict.fromkeys("\x01\x02\x08\x13\x14\x15\x1f", "")
)


def _doc(body: bytes) -> str:
    """Read a Word 97-2003 file by its piece table, as [MS-DOC] section 2.4.1 says."""
    with olefile.OleFileIO(io.BytesIO(body)) as file:
        if not file.exists("WordDocument"):
            raise Unreadable("附件不是 Word 文档")
        words = file.openstream("WordDocument").read()
        (flags,) = struct.unpack_from("<H", words, 0x0A)
        if flags & _ENCRYPTED:
            raise Unreadable("DOC 附件已加密")
        table = file.openstream("1Table" if flags & _SECOND_TABLE else "0Table").read()
    begin, size = struct.unpack_from("<II", words, 0x01A2)
    (length,) = struct.unpack_from("<I", words, 0x4C)  # ccpText: the main text, without notes and headers
    text = "".join(_pieces(words, table[begin : begin + size]))[:length]
    text = _FIELD.sub(r"\1", text).translate(_MARKS)
    return "\n".join(clean for line in text.splitlines() if (clean := line.strip()))


def _pieces(words: bytes, clx: bytes) -> Iterator[str]:
    """Yield the pieces of text that the Clx ([MS-DOC] section 2.9.38) of the table stream lists."""
    at = 0
    while clx[at] == 0x01:  # Prc: formatting, skipped
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    (size,) = struct.unpack_from("<I", clx, at + 1)
    plc = clx[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", plc)
    for piece in range(count):
        (place,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * piece + 2)
        characters = ends[piece + 1] - ends[piece]
        if place & 0x40000000:  # one byte a character
            start = (place & 0x3FFFFFFF) // 2
            yield words[start : start + characters].decode("cp1252", "replace")
        else:
            yield words[place : place + 2 * characters].decode("utf-16-le", "replace")


# --- links ---------------------------------------------------------------------------------------

_EXTENSION = re.compile(r"\.(?:pdf|docx?|wps)(?:$|[?#&])", re.IGNORECASE)
_ASIDE = {"nav", "header", "footer", "aside"}


def attachment_links(html: str, base: str, text: str) -> tuple[Link, ...]:
    """Return the attachments of an article page, in its order, without those of menus and side columns: named as files by
    their addresses or their words, or sent by a program for files.

    Args:
        html: the page.
        base: its address.
        text: the article's clean text: an attachment stands within a few levels of markup of it, or
            behind the word 附件.
    """
    openings = [line[:12] for line in text.splitlines() if len(line) >= 12]
    found: dict[str, Link] = {}
    for anchor in parse(html).css("a[href]"):
        href = (anchor.attributes.get("href") or "").strip()
        url, words = resolve(base, href), anchor.text(strip=True)
        named = _EXTENSION.search(unquote(href)) or _EXTENSION.search(words) or sends_file(url)
        if not (url and named and _belongs(anchor, openings)):
            continue
        found.setdefault(url, Link(url, words or unquote(url.rpartition("/")[2])))
    return tuple(found.values())[:_MAX_LINKS]


def _belongs(anchor: LexborNode, openings: list[str]) -> bool:
    near: list[LexborNode] = []
    node = anchor.parent
    while node is not None and node.tag != "body":
        if node.tag in _ASIDE:
            return False
        near.append(node)
        node = node.parent
    for level, ancestor in enumerate(near[:_NEAR]):
        around = "".join((ancestor.text() or "").split())
        if any(opening in around for opening in openings) or (level < 2 and "附件" in around):
            return True
    return False
