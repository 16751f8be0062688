"""Content codings of HTTP (gzip, deflate, br, zstd) undone within limits, so that no page is a bomb."""

from __future__ import annotations

import io
import zlib

import brotli
import zstandard

from scrapers.errors import TooLarge, Unreadable

MAX_RATIO = 200  # HTML packs to a tenth, very repetitive pages to a hundredth
_RATIO_FROM = 1_000_000  # bytes below which no ratio can hurt
_MAX_CODINGS = 3


def _inflate(body: bytes, limit: int, window: int) -> bytes:
    return zlib.decompressobj(window).decompress(body, limit)


def _gzip(body: bytes, limit: int) -> bytes:
    out = b""
    while body.startswith(b"\x1f\x8b") and len(out) < limit:  # members may follow each other: RFC 1952
        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        out += member.decompress(body, limit - len(out))
        body = member.unused_data
    return out


def _deflate(body: bytes, limit: int) -> bytes:
    try:
        return _inflate(body, limit, zlib.MAX_WBITS)
    except zlib.error:  # many servers send raw deflate under this name
        return _inflate(body, limit, -zlib.MAX_WBITS)


def _brotli(body: bytes, limit: int) -> bytes:
    return bytes(brotli.Decompressor().process(body, output_buffer_limit=limit)[:limit])


def _zstd(body: bytes, limit: int) -> bytes:
    # RFC 9659: no window over 8 MB
    with zstandard.ZstdDecompressor(max_window_size=1 << 23).stream_reader(io.BytesIO(body)) as reader:
        return reader.read(limit)


_CODINGS = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
ACCEPTED = "gzip, deflate, br, zstd"


def unpack(body: bytes, encoding: str, limit: int) -> bytes:
    """Undo the codings of a Content-Encoding header (RFC 9110 section 8.4).

    Args:
        body: bytes as received, already within ``limit``.
        encoding: the header's value; unknown codings and plain bodies under a coding's name pass through.
        limit: most bytes that may come out of any step.

    Raises:
        TooLarge: more than ``limit`` bytes, or more than MAX_RATIO times the packed size.
        Unreadable: too many codings, or bytes that are not what the header says.
    """
    names = [name for part in encoding.lower().split(",") if (name := part.strip()) in _CODINGS]
    if len(names) > _MAX_CODINGS:
        raise Unreadable(f"内容套了 {len(names)} 层压缩")
    for name in reversed(names):
        body = _unpack_one(body, name, limit)
    return body


def _unpack_one(packed: bytes, name: str, limit: int) -> bytes:
    try:
        body = _CODINGS[name](packed, limit + 1)
    except (zlib.error, brotli.error, zstandard.ZstdError) as error:
        if _is_plain(packed):
            return packed
        raise Unreadable(f"{name} 压缩内容已损坏") from error
    if len(body) > limit:
        raise TooLarge(f"解压后超过 {limit} 字节")
    if len(body) > max(_RATIO_FROM, MAX_RATIO * len(packed)):
        raise TooLarge(f"压缩比超过 {MAX_RATIO} 倍")
    return packed if not body and _is_plain(packed) else body


def _is_plain(body: bytes) -> bool:
    """Say whether the label lies: the body starts as markup or JSON and was never packed."""
    return body.lstrip()[:1] in (b"<", b"{", b"[")
