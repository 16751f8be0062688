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
from pathlib import Path
from typing import Any

_MOST = 5_000  # patterns of a file; older code leaves some that nobody asks for again

_Key = tuple[str | bytes, int]
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


class CompiledPatterns:
    """What the compiler of `re` made of each pattern, kept in a file of its own for each release of the compiler.

    Args:
        directory: where the file is; it is made when there is something to keep.
    """

    def __init__(self, directory: Path) -> None:
        from re import _compiler  # type: ignore[attr-defined]  # its _code and _sre are what re.compile itself calls

        self._compiler: Any = _compiler
        self._path = directory / f"patterns-{sys.implementation.cache_tag}-{_compiler.MAGIC}"
        self._kept = _load(self._path)
        self._used: dict[_Key, _Code] = {}
        self._new = False

    def compile(self, pattern: str | bytes, flags: int = 0) -> re.Pattern[Any]:
        """Compile a pattern as `re.compile` does, or take what was made of it before.

        Raises:
            re.error: the pattern is not valid.
        """
        key = (pattern, int(flags))
        if key in self._kept:
            with suppress(RuntimeError, TypeError, ValueError):  # no code of this compiler's: made anew
                return self._compiled(key, self._kept[key])
        self._new = True
        self._kept[key] = self._code(pattern, int(flags))
        return self._compiled(key, self._kept[key])

    def _compiled(self, key: _Key, code: _Code) -> re.Pattern[Any]:
        flags, words, groups, numbers, names = code
        compiled: re.Pattern[Any] = self._compiler._sre.compile(
            key[0], flags, array("I", words).tolist(), groups, numbers, names
        )
        self._used[key] = code
        return compiled

    def save(self) -> None:
        """Keep what was compiled anew, where it can be written; nothing where it cannot."""
        if not self._new:
            return
        kept = self._kept if len(self._kept) <= _MOST else self._used
        with suppress(OSError, ValueError):
            data = marshal.dumps(kept)
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._path.parent, delete=False) as file:
                file.write(data)
            Path(file.name).replace(self._path)

    def _code(self, pattern: str | bytes, flags: int) -> _Code:
        """Compile as the compiler does (CPython, Lib/re/_compiler.py: compile), up to the last step."""
        parsed = self._compiler._parser.parse(pattern, flags)
        words = array("I", self._compiler._code(parsed, flags)).tobytes()
        groups = {number: name for name, number in parsed.state.groupdict.items()}
        names = tuple(map(groups.get, range(parsed.state.groups)))
        return flags | parsed.state.flags, words, parsed.state.groups - 1, parsed.state.groupdict, names


def _load(path: Path) -> dict[_Key, _Code]:
    """Read what was kept; a file of somebody else's, or one that is torn, counts as none."""
    try:
        with path.open("rb") as file:
            mine = os.fstat(file.fileno()).st_uid == os.getuid()
            kept = marshal.load(file) if mine else {}
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


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
