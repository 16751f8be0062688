"""Small PDF, DOCX and DOC files made by hand, so that what they say is known to the letter."""

from __future__ import annotations

import io
import struct

from docx import Document


def pdf(*lines: str, encrypt: bool = False) -> bytes:
    """A PDF of one page with a composite font whose ToUnicode map spells each character."""
    characters = sorted(set("".join(lines)))
    codes = {character: number for number, character in enumerate(characters, 1)}
    shown = "".join(f"<{''.join(f'{codes[c]:04x}' for c in line)}> Tj 0 -20 Td " for line in lines)
    content = f"BT /F1 12 Tf 50 750 Td {shown}ET".encode()
    pairs = "".join(f"<{codes[c]:04x}> <{c.encode('utf-16-be').hex()}>\n" for c in characters)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange {len(characters)} beginbfchar\n{pairs}endbfchar\n"
        "endcmap end end"
    ).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
        b"/DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    locked = b" /Encrypt << /Filter /Unknown >>" if encrypt else b""
    end = b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        locked,
        len(out),
    )
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def docx(*paragraphs: str, table: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A Word document with a table behind its paragraphs."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def doc(*pieces: str, flags: int = 0) -> bytes:
    """A Word 97-2003 file of several pieces: Latin ones stored a byte a character, others UTF-16."""
    words, entries, ends = bytearray(4096), b"", [0]
    for piece in pieces:
        place = len(words)
        plain = piece.isascii()
        words += piece.encode("cp1252" if plain else "utf-16-le")
        entries += struct.pack("<HIH", 0, (place * 2) | 0x40000000 if plain else place, 0)
        ends.append(ends[-1] + len(piece))
    plc = struct.pack(f"<{len(ends)}I", *ends) + entries
    clx = b"\x01\x02\x00\xff\xff" + b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<H", words, 0x0A, flags | 0x0200)
    struct.pack_into("<I", words, 0x4C, ends[-1])
    struct.pack_into("<II", words, 0x01A2, 0, len(clx))
    return _compound({"WordDocument": bytes(words), "1Table": clx.ljust(4096, b"\0")})


def _compound(streams: dict[str, bytes]) -> bytes:
    """A compound file ([MS-CFB]) of streams of at least 4096 bytes each, so that none is a mini stream."""
    sector = 512
    body, chain, starts = b"", [0xFFFFFFFD], {}  # sector 0 is the allocation table itself
    for name, data in streams.items():
        starts[name] = len(chain)
        count = -(-len(data) // sector)
        chain += [*range(len(chain) + 1, len(chain) + count), 0xFFFFFFFE]
        body += data.ljust(count * sector, b"\0")
    directory = len(chain)
    entries = [_entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)]
    names = list(streams)
    entries += [
        _entry(
            name,
            2,
            None,
            starts[name],
            len(streams[name]),
            right=number + 2 if number + 1 < len(names) else None,
        )
        for number, name in enumerate(names)
    ]
    rows = b"".join(entries).ljust(sector, b"\0")
    chain += [0xFFFFFFFE]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(sector, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
    )
    head += struct.pack("<I", 0) + b"\xff" * 4 * 108
    return head + table + body + rows


def _entry(name: str, kind: int, child: int | None, start: int, size: int, right: int | None = None) -> bytes:
    spelled = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    links = struct.pack("<III", none, none if right is None else right, none if child is None else child)
    return (
        spelled.ljust(64, b"\0")
        + struct.pack("<HBB", len(spelled), kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
