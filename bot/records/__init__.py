"""Clean text in, structured records out: rules and word lists, no network, no clock, no model.

What is read, from the ground up: `text` and `rules`; then mentions of their own sorts, `time`, `naming`, `people`,
`organisations`, `places`, `figures`; an `article` with all of them; what is said of its names, `mentions` and
`subjects`; the records, `plans` and `gatherings`, put together by `assemble`. `merging` makes one record of the many
articles that tell the same thing.
"""

from __future__ import annotations

from bot.records.assemble import Explained, explain, read_records

__all__ = ["Explained", "explain", "read_records"]
