"""A folder of files as a source: what stands in it, and each file as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from scrapers.errors import Missing, TooLarge, Unreachable
from scrapers.model import Link, Page

_KINDS = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".eml": "message/rfc822",
    ".pdf": "application/pdf",
    ".docx": "application/octet-stream",
    ".doc": "application/octet-stream",
}


class Folder:
    """Reads the files of a source under addresses that are the same on every machine.

    Args:
        root: the folder that relative source addresses start from (that of config.yaml).
        max_bytes: larger files are not read.
        now: the clock written into pages.
    """

    def __init__(self, root: Path, max_bytes: int, now: Callable[[], datetime]) -> None:
        self._root = root
        self._max_bytes = max_bytes
        self._now = now

    def links(self, folder: str) -> tuple[Link, ...]:
        """List the files of a folder and its subfolders by name.

        Raises:
            Unreachable: there is no such folder.
        """
        place = self._place(folder)
        if not place.is_dir():
            raise Unreachable("文件夹不存在", str(place))
        return tuple(Link(f"{folder.rstrip('/')}/{name}") for name in sorted(self._names(place)))

    def _names(self, place: Path) -> Iterator[str]:
        for path in place.rglob("*"):
            name = path.relative_to(place)
            hidden = any(part.startswith(".") for part in name.parts)
            if path.suffix.lower() in _KINDS and path.is_file() and not hidden:
                yield name.as_posix()

    def _place(self, url: str) -> Path:
        return self._root / url.removeprefix("file://")

    def read(self, url: str, etag: str | None = None) -> Page:
        """Read one file; status 304 when its size and time are those of `etag`.

        Raises:
            Missing: the file is gone.
            TooLarge: it passes the limit.
        """
        path = self._place(url)
        try:
            stat = path.stat()
            mark = f"{stat.st_mtime_ns}-{stat.st_size}"
            if stat.st_size > self._max_bytes:
                raise TooLarge(f"超过 {self._max_bytes} 字节", url)
            body = b"" if mark == etag else path.read_bytes()
        except OSError as error:
            raise Missing(f"文件读不到（{error.strerror}）", url) from error
        headers = {"content-type": _KINDS.get(path.suffix.lower(), ""), "etag": mark}
        return Page(url, url, 304 if mark == etag else 200, headers, body, self._now())
