"""Regular expressions kept compiled between runs: compiling all of them takes as long as reading a hundred articles."""

from __future__ import annotations

import marshal
import os
import re
import sys
import tempfile
from array import array
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from io import FileIO
from pathlib import Path
from typing import Any

_MOST = 5_000  # patterns of a file; older code leaves some that nobody asks for again
_LENGTH = 8  # bytes of the number that says how long the list of places is

_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
_Place = tuple[int, int]  # where in the file, and how long


class CompiledPatterns:
    """What the compiler of `re` made of each pattern, kept in a file of its own for each release of the compiler.

    Of the file only the places are held: all of it would take 10 MB as long as the program runs. It begins with
    their list, by a digest of the pattern; at each stands the pattern, its flags and the code.

    Args:
        directory: where the file is; it is made when there is something to keep.
    """

    def __init__(self, directory: Path) -> None:
        from re import _compiler  # type: ignore[attr-defined]  # its _code and _sre are what re.compile itself calls

        self._compiler: Any = _compiler
        self._path = directory / f"patterns-{sys.implementation.cache_tag}-{_compiler.MAGIC}-2"
        self._file, self._places = _opened(self._path)
        self._asked: set[bytes] = set()
        self._made: dict[bytes, bytes] = {}

    def compile(self, pattern: str | bytes, flags: int = 0) -> re.Pattern[Any]:
        """Compile a pattern as `re.compile` does, or take what was made of it before.

        Raises:
            re.error: the pattern is not valid.
        """
        name = _digest(pattern, int(flags))
        self._asked.add(name)
        with suppress(
            LookupError, RuntimeError, TypeError, ValueError, EOFError, OSError
        ):  # else it is made anew
            kept, set_flags, code = marshal.loads(self._read(name))
            if (kept, set_flags) == (pattern, int(flags)):
                return self._compiled(pattern, code)
        code = self._code(pattern, int(flags))
        self._made[name] = marshal.dumps((pattern, int(flags), code))
        return self._compiled(pattern, code)

    def _compiled(self, pattern: str | bytes, code: _Code) -> re.Pattern[Any]:
        flags, words, groups, numbers, names = code
        compiled: re.Pattern[Any] = self._compiler._sre.compile(
            pattern, flags, array("I", words).tolist(), groups, numbers, names
        )
        return compiled

    def _read(self, name: bytes) -> bytes:
        """Return what is kept under a name.

        Raises:
            LookupError: nothing is.
            OSError: the file cannot be read.
        """
        if name in self._made:
            return self._made[name]
        at, size = self._places[name]
        # By place, as the processes forked from this one read the same file.
        return os.pread(self._file.fileno(), size, at) if self._file else b""

    def save(self) -> None:
        """Keep what was compiled anew, where it can be written; nothing where it cannot. Let go of the file."""
        with suppress(OSError, ValueError):
            if self._made:
                self._write()
        if self._file:
            self._file.close()
        self._file, self._places = None, {}

    def _write(self) -> None:
        names = self._places.keys() | self._made.keys()
        kept = {name: self._read(name) for name in (names if len(names) <= _MOST else self._asked & names)}
        places, end = (
            dict[bytes, _Place](),
            0,
        )  # counted from the end of their list, whose length hangs on them
        for name, data in kept.items():
            places[name] = end, len(data)
            end += len(data)
        listed = marshal.dumps(places)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._path.parent, delete=False) as file:
            file.write(len(listed).to_bytes(_LENGTH) + listed)
            file.writelines(kept.values())
        Path(file.name).replace(self._path)

    def _code(self, pattern: str | bytes, flags: int) -> _Code:
        """Compile as the compiler does (CPython, Lib/re/_compiler.py: compile), up to the last step."""
        parsed = self._compiler._parser.parse(pattern, flags)
        words = array("I", self._compiler._code(parsed, flags)).tobytes()
        groups = {number: name for name, number in parsed.state.groupdict.items()}
        names = tuple(map(groups.get, range(parsed.state.groups)))
        return flags | parsed.state.flags, words, parsed.state.groups - 1, parsed.state.groupdict, names


def _digest(pattern: str | bytes, flags: int) -> bytes:
    plain = pattern.encode("utf-8", "surrogatepass") if isinstance(pattern, str) else pattern
    kind = b"s" if isinstance(pattern, str) else b"b"
    return blake2b(kind + flags.to_bytes(4) + plain, digest_size=12).digest()


def _opened(path: Path) -> tuple[FileIO | None, dict[bytes, _Place]]:
    """Open the file and read its list of places; one of somebody else's, or one that is torn, counts as none."""
    with suppress(OSError):
        file = FileIO(path)
        with suppress(AttributeError, ValueError, EOFError, TypeError):
            about, size = os.fstat(file.fileno()), int.from_bytes(file.read(_LENGTH) or b"")
            if about.st_uid == os.getuid() and size < about.st_size:
                listed = marshal.loads(file.read(size) or b"")
                first = _LENGTH + size
                return file, {name: (first + at, length) for name, (at, length) in listed.items()}
        file.close()
    return None, {}


@contextmanager
def kept_compiled(directory: Path | None = None) -> Iterator[None]:
    """Have `re` keep what it compiles meanwhile, for the next run to take.

    Args:
        directory: where; by default zhouxun's folder among the user's caches (XDG Base Directory Specification).
    """
    try:
        patterns = CompiledPatterns(directory or _caches() / "zhouxun")
    except (ImportError, AttributeError, RuntimeError):  # another interpreter's re, or a user without a home
        yield
        return
    compiler = patterns._compiler
    theirs = compiler.compile

    def compile(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        plain = type(pattern) in (str, bytes) and not flags & re.DEBUG  # a subclass cannot be kept
        return patterns.compile(pattern, flags) if plain else theirs(pattern, flags)

    compiler.compile = compile
    try:
        yield
    finally:
        compiler.compile = theirs
        patterns.save()


def _caches() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
