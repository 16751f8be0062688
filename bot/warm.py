"""Imported where worker processes are forked from: loads every word list that reading needs, once for all."""

from datetime import UTC, datetime

from bot.reading import read
from scrapers.model import Link, Page, Source
from scrapers.repeats import signature

_URL = "http://localhost/"
_PAGE = """<html><head><title>协会召开会议</title></head><body><h1>协会召开会议</h1><p>2025年3月20日，浙江省服装行业协会
在杭州召开会议，会长王明主持会议，约500人参加，发布《行业规划》。</p></body></html>"""

read(
    (Page(_URL, _URL, 200, {"content-type": "text/html"}, _PAGE.encode(), datetime.fromtimestamp(0, UTC)),),
    Source("warm", _URL),
    Link(_URL),
)
signature(_PAGE)
