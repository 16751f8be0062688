"""Clean text in, structured records out: rules and word lists, no network, no clock, no model."""

from __future__ import annotations

from bot.records.assemble import Explained, explain, read_records

__all__ = ["Explained", "explain", "read_records"]
