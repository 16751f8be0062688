"""The words that lists of Chinese sites go by: data/lists.toml as alternatives of regular expressions."""

from __future__ import annotations

import tomllib
from importlib.resources import files

_TABLES = tomllib.loads(files("scrapers").joinpath("data/lists.toml").read_text("utf-8"))


def alternatives(table: str, *keys: str) -> str:
    """Return the words of a table, of all its keys or of some, as one group of a regular expression."""
    words = " ".join(_TABLES[table][key] for key in keys or _TABLES[table])
    return f"(?:{'|'.join(words.split())})"
