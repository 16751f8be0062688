"""A week's records become a digest that fits its subscriber, in every format."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot import wording
from bot.config import Subscriber
from bot.digest import HTML_LIMIT, TELEGRAM_LIMIT, Period, build, pack, render, render_telegram, wants
from bot.errors import UsageError
from bot.records.model import ArticleRef, Evidence, Organisation, Place, Record, StoredRecord

SHANGHAI = ZoneInfo("Asia/Shanghai")
PERIOD = Period.week("2025-W11", SHANGHAI)
NOW = datetime(2025, 3, 17, 8, 0, tzinfo=SHANGHAI)
SEEN = datetime(2025, 3, 12, 2, 0, tzinfo=UTC)


def stored(name, kind="meeting", *, seen=SEEN, published="2025-03-11", **fields):
    record = Record(id=name, kind=kind, name=name, confidence=fields.pop("confidence", 0.9), **fields)
    article = ArticleRef("a" + name, f"http://news.example.org/{name}", f"{name}召开", "服装新闻", published)
    return StoredRecord(record, seen, seen, (article,), f"{name}日前举行。")


def digest(*records, subscriber=None):
    return build(records, period=PERIOD, now=NOW, zone=SHANGHAI, subscriber=subscriber)


def columns(made):
    return {s.key: [e.record.name for e in s.entries] for s in made.sections}


def test_records_go_to_their_sections():
    """What was held goes by kind, what lies ahead goes under 即将举行."""
    made = digest(
        stored("理事会", start="2025-03-10", status="held"),
        stored("行动方案", "plan", status="published"),
        stored("时装周", "event", start="2025-03-11", end="2025-03-14", status="held"),
        stored("博览会", "event", start="2025-04-01", status="upcoming"),
    )
    assert columns(made) == {
        "meeting": ["理事会"], "plan": ["行动方案"], "event": ["时装周"], "upcoming": ["博览会"],
    }  # fmt: skip
    assert [s.title for s in made.sections] == ["会议", "规划与政策", "活动", "即将举行"]


def test_what_lies_ahead_is_repeated_until_its_day():
    """An event announced months ago stays in 即将举行; one beyond the horizon waits."""
    long_ago = datetime(2024, 11, 1, tzinfo=UTC)
    made = digest(
        stored("春季展", "event", start="2025-03-26", status="upcoming", seen=long_ago),
        stored("秋季展", "event", start="2025-09-01", status="upcoming", seen=long_ago),
    )
    assert columns(made) == {"upcoming": ["春季展"]}


def test_old_pages_found_now_are_no_news():
    """An article of 2014 that a new source brings stands under 旧文补录, not under 会议."""
    made = digest(stored("集群会议", start="2013-12-20", published="2014-01-24"))
    assert columns(made) == {"archive": ["集群会议"]}


def test_a_meeting_of_last_year_is_no_news_on_a_restamped_page():
    """The page says this week, the meeting was a year ago: 旧文补录."""
    assert columns(digest(stored("联席会议", start="2024-03-10"))) == {"archive": ["联席会议"]}


def test_what_an_old_meeting_announced_is_old_too():
    """A plan that a meeting of last year put forward goes where the meeting goes."""
    made = digest(stored("联席会议", start="2024-03-10"), stored("四化举措", "plan", parent="联席会议"))
    assert columns(made) == {"archive": ["联席会议"]}
    assert made.sections[0].entries[0].children == ("四化举措",)


def test_low_confidence_is_left_out():
    """A record below the floor is not sent."""
    assert digest(stored("似是而非", start="2025-03-10", confidence=0.3)).count == 0


def test_a_period_takes_only_its_own_week():
    """What was first seen outside of the period belongs to another issue."""
    early = datetime(2025, 3, 9, 15, 59, tzinfo=UTC)
    assert digest(stored("上周的会", start="2025-03-07", seen=early)).count == 0


@pytest.mark.parametrize(
    ("filters", "fits"),
    [
        ({}, True),
        ({"regions": ("河南",)}, True),
        ({"regions": ("河南省",)}, True),
        ({"regions": ("浙江",)}, False),
        ({"kinds": ("plan",)}, False),
        ({"keywords": ("羽绒",)}, True),
        ({"keywords": ("毛织",)}, False),
    ],
)
def test_filters(filters, fits):
    """Regions, kinds and keywords each narrow what a subscriber gets."""
    record = stored(
        "羽绒产业大会", place=Place("信阳", "河南", "信阳"),
        organisations=(Organisation("河南省服装行业协会", "host"),),
    )  # fmt: skip
    assert wants(Subscriber(email="a@example.org", **filters), record) is fits


def test_a_council_concerns_the_province_of_its_association_wherever_it_meets():
    """A record's own name tells a province, as its place and the bodies behind it do."""
    record = stored("河南省服装行业协会年会", "meeting", place=Place("三亚", "海南", "三亚"))
    assert [
        r for r in ("河南", "海南", "浙江") if wants(Subscriber(email="a@example.org", regions=(r,)), record)
    ] == [
        "河南",
        "海南",
    ]


def test_national_records_reach_every_region():
    """A plan that names no province concerns subscribers of every region."""
    plan = stored("纺织工业实施方案", "plan", organisations=(Organisation("工业和信息化部", "issuer"),))
    assert wants(Subscriber(email="a@example.org", regions=("云南",)), plan)


def test_a_sub_event_stands_under_its_parent():
    """What took place within a fair is a line of the fair."""
    made = digest(
        stored("服博会", "event", start="2025-03-10"),
        stored("设计大赛", "event", start="2025-03-11", parent="服博会"),
    )
    (section,) = made.sections
    assert section.entries[0].children == ("设计大赛",)


def test_a_sub_event_without_a_day_goes_with_its_parent():
    """A launch held beside a fair of next month stands under that fair."""
    made = digest(
        stored("博览会", "event", start="2025-04-01", status="upcoming"),
        stored("趋势发布会", "event", parent="博览会", status="upcoming"),
    )
    assert columns(made) == {"upcoming": ["博览会"]}
    assert made.sections[0].entries[0].children == ("趋势发布会",)


def test_deadlines_within_two_weeks_stand_on_top():
    """A closing date that is near is shown before everything else."""
    made = digest(
        stored("申报通知", "plan", deadline="2025-03-28"), stored("征集", "plan", deadline="2025-06-01")
    )
    assert [e.record.name for e in made.deadlines] == ["申报通知"]
    assert "两周内截止" in render(made, "html")


def test_a_conflict_is_shown():
    """Where articles disagree on the day, the reader sees both."""
    record = stored(
        "年会", start="2025-03-12",
        evidence=(Evidence("start", "3月12日", 0, 5), Evidence("start:conflict", "3月13日", 0, 5, "b")),
    )  # fmt: skip
    assert "3月12日 / 3月13日" in render(digest(record), "text")


@pytest.mark.parametrize("form", ["html", "text", "telegram", "json"])
def test_every_format_shows_the_fact_the_quote_and_the_link(form):
    """Name, quote and link stand in each format."""
    out = render(digest(stored("四届四次理事会", start="2025-03-10")), form)
    for words in ("四届四次理事会", "日前举行", "http://news.example.org/"):
        assert words in out


def test_markup_in_names_is_escaped():
    """A title with markup in it cannot break a mail or a message."""
    made = digest(stored("<b>论坛&大会", start="2025-03-10"))
    assert "&lt;b&gt;论坛&amp;大会" in render(made, "html")
    assert "&lt;b&gt;论坛&amp;大会" in render(made, "telegram")


def test_html_stays_below_what_gmail_shows():
    """Hundreds of records are cut by measured bytes, and the reader is told how many are missing."""
    made = digest(*(stored(f"第{n}届服装博览会" * 6, start="2025-03-10") for n in range(400)))
    html = render(made, "html")
    assert len(html.encode()) <= HTML_LIMIT
    shown = html.count("来源：")
    assert int(re.search(r"另有 (\d+) 条", html)[1]) + shown == 400


def test_telegram_parts_fit():
    """Each message is within 4096 UTF-16 units and holds whole blocks."""
    parts = render_telegram(digest(*(stored(f"第{n}届🧵大会" * 9, start="2025-03-10") for n in range(60))))
    assert len(parts) > 1
    assert all(wording.utf16_length(p) <= TELEGRAM_LIMIT for p in parts)
    assert all(p.count("<b>") == p.count("</b>") and p.count("<a ") == p.count("</a>") for p in parts)


def test_pack_never_cuts_a_block():
    """Blocks are joined while they fit."""
    assert pack(["a" * 6, "b" * 6, "c" * 3], limit=12) == ("aaaaaa", "bbbbbb\n\nccc")


def test_json_is_whole():
    """The JSON format holds each record in the contract's shape."""
    made = json.loads(render(digest(stored("理事会", start="2025-03-10")), "json"))
    assert made["sections"][0]["records"][0]["name"] == "理事会"


def test_an_empty_week_says_so():
    """A digest with nothing in it is still a message."""
    assert "本期没有新的" in render(digest(), "text")


def test_periods():
    """A digest made on Monday at eight is the issue of the week before."""
    ending = Period.ending(NOW, timedelta(days=7).total_seconds(), SHANGHAI)
    assert (ending.issue, ending.since.date()) == ("2025-W11", date(2025, 3, 10))
    with pytest.raises(UsageError, match="2025-W11"):
        Period.week("next", SHANGHAI)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2025-03-10", None, "3月10日 周一"),
        ("2024-12-30", "2025-01-02", "2024年12月30日—1月2日"),
        ("2025-03-26", "2025-03-29", "3月26日—29日"),
        ("2025-03-30", "2025-04-02", "3月30日—4月2日"),
        ("2025-03-10T09:30+08:00", "2025-03-10", "3月10日 周一 09:30"),
        ("2025-03", None, "2025年3月"),
        ("2021", "2025", "2021年—2025年"),
        ("--12-20", None, "12月20日（年份未详）"),
        (None, None, ""),
    ],
)
def test_dates_as_a_reader_says_them(start, end, said):
    """A date keeps the precision it has."""
    assert wording.say_span(start, end, date(2025, 3, 17)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(3.44e12, "3.44万亿"), (34400e8, "3.44万亿"), (500, "500"), (28.8, "28.8"), (150000, "15万")],
)
def test_numbers_as_a_reader_says_them(value, said):
    """Large numbers are said with 万 and 亿."""
    assert wording.say_number(value) == said
