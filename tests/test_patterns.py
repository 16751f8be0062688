"""What regular expressions do is the same whether they were compiled now or kept from an earlier run."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.patterns import CompiledPatterns, kept_compiled

_TEXT = "2025年3月20日至22日,第25届博览会在杭州举行。\nABC"
_PATTERNS = [
    (r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日", 0),
    (r"(?<=第)\d+(?=届)|(?:杭|广)州", 0),
    (r"^abc$", re.IGNORECASE | re.MULTILINE),
    (rb"\x41+", 0),
    ("(?x) 博 览  # words apart\n会", 0),
]


_FOREIGN = marshal.dumps(("乙+", 0, (0, b"\x01\x02\x03\x04", 0, {}, ())))


def _compiled_anew(folder: Path, *asked: str) -> list[str]:
    """Say which of some patterns are not kept."""
    patterns, anew = CompiledPatterns(folder), list[str]()
    make = patterns._code
    patterns._code = lambda pattern, flags: anew.append(str(pattern)) or make(pattern, flags)  # type: ignore[method-assign,func-returns-value]
    for pattern in asked:
        patterns.compile(pattern)
    patterns._made = {}
    patterns.save()
    return anew


def _found(pattern: re.Pattern[str] | re.Pattern[bytes]) -> list[object]:
    text = _TEXT if isinstance(pattern.pattern, str) else _TEXT.encode()
    matches = [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in pattern.finditer(text)]  # type: ignore[arg-type]
    return [pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), matches]


def test_a_pattern_that_was_kept_finds_what_a_fresh_one_finds(tmp_path: Path) -> None:
    """Matches, groups, names and flags are those of `re.compile`, in the run that keeps and in the next."""
    fresh = [_found(re.compile(*pattern)) for pattern in _PATTERNS]
    for _ in range(2):
        patterns = CompiledPatterns(tmp_path)
        assert [_found(patterns.compile(*pattern)) for pattern in _PATTERNS] == fresh
        patterns.save()


def test_the_next_run_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a run kept is taken by the next without asking the parser."""
    first = CompiledPatterns(tmp_path)
    first.compile("甲+", 0)
    first.save()
    second = CompiledPatterns(tmp_path)
    monkeypatch.setattr(second, "_code", lambda *_: pytest.fail("compiled again"))
    for _ in range(2):
        assert second.compile("甲+", 0).search("甲甲")
    second.save()


@pytest.mark.parametrize("damage", [b"", b"junk", b"\xe9\x00\x00", "cut", "foreign"])
def test_a_damaged_file_costs_only_time(tmp_path: Path, damage: bytes | str) -> None:
    """A file that is empty, torn, or holds no code of this compiler is made anew."""
    first = CompiledPatterns(tmp_path)
    first.compile("乙+", 0)
    first.save()
    (file,) = tmp_path.iterdir()
    if damage == "foreign":
        foreign = CompiledPatterns(tmp_path)
        foreign._made = dict.fromkeys(foreign._places, _FOREIGN)
        foreign.save()
    else:
        file.write_bytes(file.read_bytes()[:20] if isinstance(damage, str) else damage)
    again = CompiledPatterns(tmp_path)
    assert again.compile("乙+", 0).search("乙乙")
    again.save()
    assert _compiled_anew(tmp_path, "乙+") == []


def test_of_too_many_patterns_those_asked_for_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file does not grow with each version of the program: what the last run did not ask for goes."""
    monkeypatch.setattr("bot.patterns._MOST", 2)
    for asked in (["甲+", "乙+"], ["乙+", "丙+"]):
        run = CompiledPatterns(tmp_path)
        for pattern in asked:
            run.compile(pattern)
        run.save()
    assert _compiled_anew(tmp_path, "甲+", "乙+", "丙+") == ["甲+"]


def test_an_invalid_pattern_is_told_as_ever(tmp_path: Path) -> None:
    """The error of a wrong pattern is that of `re`."""
    with pytest.raises(re.error, match="unterminated"), kept_compiled(tmp_path):
        re.compile("丙(")


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    """Where the cache cannot be, everything works and nothing is said."""
    (tmp_path / "file").touch()
    with kept_compiled(tmp_path / "file"):
        assert re.compile("丁+戊").search("丁丁戊")


def test_every_run_asks_for_the_same_patterns(tmp_path: Path) -> None:
    """Patterns do not hang on the order of a set, which differs from run to run: nothing is added by a second."""
    sizes = []
    for seed in ("1", "2"):
        env = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-m", "bot", "records", "--jsonl"],
            input='{"text": "3月20日，甲协会在杭州召开理事会。"}\n', capture_output=True, text=True, env=env, check=True,
        )  # fmt: skip
        assert "理事会" in done.stdout
        sizes += [file.stat().st_size for file in (tmp_path / "zhouxun").iterdir()]
    assert len(sizes) == 2
    assert sizes[0] == sizes[1] > 100_000


class Words(str):
    """Text of a kind that is no plain text, as libraries hand to `re`."""

    __slots__ = ()


def test_what_cannot_be_kept_is_compiled_all_the_same(tmp_path: Path) -> None:
    """A pattern of a kind of text that no file holds is found, and the others are kept."""
    with kept_compiled(tmp_path):
        assert re.compile(Words("丙鑫+")).match("丙鑫鑫")
        assert re.compile("丁鑫+").match("丁鑫")
    assert _compiled_anew(tmp_path, "丁鑫+", "丙鑫+") == ["丙鑫+"]
