"""The seed documents, dirt and all, give their facts: ours in seeds/, and the real ones where they are at hand."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from bot.records import read_records
from bot.records.model import Record
from scrapers.extract import read_text
from scrapers.model import Article

OURS = Path(__file__).resolve().parent.parent / "seeds"
REAL = Path(__file__).resolve().parents[2] / "shared" / "seeds"
DOCUMENTS = {
    "henan": ("henan-council.txt", "000_*.txt"),
    "guangdong": ("guangdong-upgrade.txt", "001_*.txt"),
    "humen": ("humen-roundtable.txt", "002_*.txt"),
    "liaoning": ("liaoning-clusters.txt", "003_*.txt"),
    "zhejiang": ("zhejiang-secretaries.txt", "004_*.txt"),
}


@cache
def read(path: Path) -> tuple[Article, tuple[Record, ...]]:
    article = read_text(path.read_text(encoding="utf-8"), url=path.name)
    return article, tuple(read_records(article.title, article.text, article.published, article=article.id))


@pytest.fixture(params=["ours", "real"])
def document(request):
    """Give the article and records of a seed by its short name, ours or the real one."""

    def get(name: str) -> tuple[Article, tuple[Record, ...]]:
        ours, real = DOCUMENTS[name]
        if request.param == "ours":
            return read(OURS / ours)
        found = sorted(REAL.glob(real)) if REAL.is_dir() else []
        if not found:
            pytest.skip("the real seeds are not beside this checkout")
        return read(found[0])

    return get


def of(records: tuple[Record, ...], kind: str, words: str) -> Record:
    found = [r for r in records if r.kind == kind and words in r.name]
    assert found, f"no {kind} with {words} among {[(r.kind, r.name) for r in records]}"
    return found[0]


def names(record: Record) -> set[str]:
    return {person.name for person in record.people}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_dirt_is_left_in_the_text(document, name):
    """No jammer, no pinyin insertion, no related title, no footer, no image name stands in a text."""
    text = document(name)[0].text
    assert not re.search(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[)）]", text)
    assert not re.search(r"\d{9,}\.png|版权所有|ICP备|网友评论|发表评论者|分享到|APP内打开|1周前", text)
    assert not re.search(r"[^\w\s，。、；：“”‘’（）《》！？—·%,.:;()\-&|•\"'/～~+#]{2,}", text)
    lines = [line for line in text.splitlines() if len(line) > 20]
    assert len(lines) == len(set(lines)), "a paragraph stands twice"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_quote_stands_in_the_text(document, name):
    """Each evidence's offsets cut its quote out of the clean text."""
    article, records = document(name)
    for record in records:
        assert record.evidence
        for entry in record.evidence:
            assert article.text[entry.begin : entry.end] == entry.quote


def test_henan_council(document):
    """The council of 12-20 is of 2023, with its speakers, its eight measures and its 18 activities."""
    _, records = document("henan")
    meeting = of(records, "meeting", "四届四次常务理事会")
    assert meeting.start == "2023-12-20"
    assert meeting.place and "郑州" in meeting.place.text
    assert {"聂晓光", "寇守峰", "刘志", "李刚", "赵孙立", "刘让同", "费成", "苗俊雅", "吕永桂"} <= names(
        meeting
    )
    assert "刘志强" not in names(meeting)
    plans = [r for r in records if r.kind == "plan"]
    assert any(len(p.items) == 8 and "百镇千村" in p.items[0] for p in plans)
    events = [r for r in records if r.kind == "event"]
    assert len(events) == 18
    assert all(e.status == "upcoming" and (e.start or "").startswith("2024") for e in events)


def test_guangdong_upgrade(document):
    """The upgrade conference and the association's five points of work."""
    _, records = document("guangdong")
    of(records, "meeting", "转型升级大会")
    plans = [r for r in records if r.kind == "plan"]
    assert any(len(p.items) == 5 and "集群" in p.items[0] for p in plans)


def test_humen_roundtable(document):
    """The round table of 2017-11-18 with its hosts, its moderator and the seven cluster speakers."""
    _, records = document("humen")
    meeting = of(records, "meeting", "虎门圆桌会议")
    assert (meeting.start or "")[:10] == "2017-11-18"
    hosts = {o.name for o in meeting.organisations if o.role == "host"}
    assert hosts == {"中国纺织信息中心", "虎门镇人民政府"}
    assert {p.name for p in meeting.people if p.role == "moderator"} == {"周长年"}
    assert {"倪俊锋", "姜广茂", "黄民华", "洪文德", "彭灿森", "黄小雅", "朱晓燕"} <= names(meeting)


def test_national_clusters(document):
    """The cluster conference of 2013-12-20 in Xiaoshan with its counts."""
    _, records = document("liaoning")
    meeting = of(records, "meeting", "全国纺织产业集群工作会议")
    assert meeting.start == "2013-12-20"
    assert meeting.place and "萧山" in meeting.place.text
    values = {f.value for f in meeting.figures}
    assert {175, 170, 197, 500} <= values
    assert {"王天凯", "高勇", "陈树津", "徐文英", "王久新", "谢明", "赵立明", "夏令敏"} <= names(meeting)


def test_zhejiang_secretaries(document):
    """The secretaries' meeting of 2025-03-10 with the platform's seven regions and the four 化."""
    _, records = document("zhejiang")
    meeting = of(records, "meeting", "秘书长联席会议")
    assert meeting.start == "2025-03-10"
    assert {"屈飞", "郑念华", "赵悦"} <= names(meeting)
    assert any(list(r.items) == ["年轻化", "数字化", "生态化", "全球化"] for r in records)
    assert any(f.value == 7 for r in records for f in r.figures)
