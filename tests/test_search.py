"""Search: the same questions, hits and order over SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.records.model import Evidence, Organisation, Person, Place, Post, Record, Series
from bot.store import Query, Results, Store, index, meant, parse_query, search
from bot.store.query import Word
from bot.store.search import quote
from bot.store.tokens import fold, terms_of, units, weigh
from scrapers.model import Article, article_id
from tests.bench.corpus import Corpus
from tests.databases import new_postgres
from tests.farm.sites import stories

NOW = datetime(2025, 3, 12, 8, 0, tzinfo=UTC)
TODAY = NOW.date()
ZJ = "浙江省服装行业协会"


def an_article(
    n: int, title: str, text: str, published: str = "2025-03-01", outlet: str = "中国服装网"
) -> Article:
    url = f"https://example.org/{n}.html"
    return Article(article_id(url), f"source{n % 2}", url, title, published, outlet, None, text, NOW, text)


MEETING = Record(
    id="meeting",
    kind="meeting",
    name="浙江省服装行业协会秘书长联席会议",
    status="held",
    start="2025-02-20",
    place=Place("杭州", region="浙江", city="杭州"),
    organisations=(Organisation(ZJ, "host"),),
    people=(Person("郑念华", "speaker", (Post(ZJ, "会长"),)),),
    evidence=(Evidence("name", "秘书长联席会议", 7, 14),),
    confidence=0.9,
)
FAIR = Record(
    id="fair",
    kind="event",
    name="第25届郑州羽绒服装博览会",
    status="upcoming",
    start="2025-04-01",
    end="2025-04-03",
    place=Place("郑州国际会展中心", region="河南", city="郑州"),
    organisations=(Organisation("河南省服装行业协会", "host"),),
    series=Series("郑州羽绒服装博览会", 25),
    confidence=0.9,
)
COPY = (
    "3月1日,柯桥面料市场迎来开门红,当日成交额超过三亿元,采购商来自二十多个国家和地区,经营户普遍看好全年行情。"
)
CORPUS: tuple[tuple[Article, tuple[Record, ...]], ...] = (
    (
        an_article(
            1, "秘书长联席会议在杭州召开", "2月20日,秘书长联席会议在杭州召开。会长郑念华讲话。", "2025-02-21"
        ),
        (MEETING,),
    ),
    (
        an_article(2, "羽绒服装博览会四月开幕", "第25届郑州羽绒服装博览会将于4月1日开幕,ZARA和S-206C参展。"),
        (FAIR,),
    ),
    (an_article(3, "和服与服装", "日本和服的故事。服装和服饰从来是两回事。", "2023-05-01", "服饰史话"), ()),
    (an_article(4, "面料市场开门红", COPY), ()),
    (an_article(5, "柯桥面料市场开门红", COPY + "编辑:小王。", "2025-03-02"), ()),
    (an_article(6, "协会换届", "江西省纺织工业协会换届,常务理事会选出新会长。布是好布。", "2024-06-01"), ()),
    (an_article(7, "招聘启事", "羽绒厂招聘缝纫工,会踩平车即可。", "2025-01-01"), ()),
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of each kind that holds the corpus."""
    url = "sqlite:///search.db" if request.param == "sqlite" else new_postgres()
    with Store.open(url, root=tmp_path_factory.mktemp("search")) as store:
        for article, records in CORPUS:
            store.save(article, records, now=NOW)
        yield store


def names(results: Results) -> list[str]:
    """Say hits briefly: a record by its id, an article by its number."""
    numbers = {article.id: n for n, (article, _) in enumerate(CORPUS, 1)}
    return [str(numbers[hit.id]) if hit.kind == "article" else hit.id for hit in results.hits]


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("联席会议", ["meeting", "1"]),
        ("聯席會議", ["meeting", "1"]),
        ("常务理事会", ["6"]),
        ("和服", ["3"]),
        ("装和", ["3"]),
        ("布", ["6"]),
        ("zara", ["2"]),
        ("ＺＡＲＡ", ["2"]),
        ("s-206c", ["2"]),
        ("206", ["2"]),
        ("羽绒 -招聘", ["fair", "2"]),
        ("羽绒 -踩平车", ["fair", "2"]),
        ("换届 OR 和服", ["6", "3"]),
        ("换届 或 和服", ["6", "3"]),
        ('"服装博览会"', ["fair", "2"]),
        ("“服装博览会”", ["fair", "2"]),
        ("郑念华", ["meeting", "1"]),
        ("zhengnianhua", ["meeting", "1"]),
        ("zheng nian hua", ["meeting", "1"]),
        ("地区:河南", ["fair", "2"]),
        ("地区:河南省", ["fair", "2"]),
        ("region:henan", ["fair", "2"]),
        ("地区:郑州市", ["fair", "2"]),
        ("地区:浙江省杭州", ["meeting", "1"]),
        ("换届 2024", ["6"]),
        ("服装 2023", ["3"]),
        ("类型:会议", ["meeting"]),
        ("类型:资讯 会长", ["1", "6"]),
        ("主办:服装协会 会议", ["meeting", "1"]),
        ("人:郑念华", ["meeting", "1"]),
        ("人:zhengnianhua", ["meeting", "1"]),
        ("届:25", ["fair", "2"]),
        ("届:第25届", ["fair", "2"]),
        ("来源:服饰史话", ["3"]),
        ("来源:source1 会长", ["meeting", "1"]),
        ("2024-01..2024-12 会长", ["6"]),
        ("2025-04-02..2025-04-30", ["fair"]),
        ("2025年4月 博览会", ["fair"]),
        ("第二十五届", ["fair", "2"]),
        ("第25届羽绒服装博览会", ["fair", "2"]),
        ("届:第二十五届", ["fair", "2"]),
        ("2024年换届", ["6"]),
        ("郑念华是谁", ["meeting", "1"]),
        ("杭州有什么会议？", ["1", "meeting"]),
        ("郑州的博览会", ["fair", "2"]),
        ("..2023", ["3"]),
    ],
)
def test_a_question_finds_what_answers_it_best_first(found: Store, typed: str, hits: list[str]) -> None:
    """Words of any length, other scripts, pinyin, phrases, exclusion, alternatives, fields and periods."""
    results = found.search(parse_query(typed), today=TODAY)
    assert (names(results), results.note) == (hits, None)


def test_few_answers_are_followed_by_what_holds_most_of_the_words(found: Store) -> None:
    """Behind what holds every word; the note tells from where on, and a phrase is taken at its word."""
    results = found.search(parse_query("协会 换届 会长"), today=TODAY)
    assert (names(results), results.note) == (["6", "meeting"], "第 2 条起只符合大部分词语")
    for strict in ("会长 换届", '"换届" 协会 会长', "日本 和服 服装"):
        assert found.search(parse_query(strict), today=TODAY).note is None


@pytest.mark.parametrize(
    ("typed", "hits", "note"),
    [
        ("羽容服装", ["fair", "2"], "没有找到“羽容”，以下是“羽绒”的结果"),
        ("秘书张", ["meeting", "1"], "没有找到“秘书张”，以下是“秘书长”的结果"),
        ("联席会议 航空母舰", ["meeting", "1"], "没有同时符合全部词语的内容，以下是最接近的结果"),
        ("河南展会", ["fair"], "没有同时符合全部词语的内容，以下按 类型:活动 查找"),
        ("s206c", ["2"], "没有找到“s206c”，以下是“s 206 c”的结果"),
        ("〇〇〇", [], "没有找到相关内容"),
        ("地区:西藏", [], "没有找到相关内容"),
        ("lianxihuiyi", ["meeting", "1"], "没有找到“lianxihuiyi”，以下是“联席会议”的结果"),
        ("zhaopin", ["7"], "没有找到“zhaopin”，以下是“招聘”的结果"),
        ("qqxxyyzz", [], "没有找到相关内容（拼音请写完整的姓名、机构或词语，如 zhengnianhua）"),
        ("类型:聚餐 换届", ["6"], "不认识的类型“聚餐”，可用：会议、规划、活动、资讯"),
        ("2024-13..2024-14 换届", ["6"], "看不懂的日期范围“2024-13..2024-14”，应如 2024-01..2024-06"),
    ],
)
def test_what_has_no_answer_is_answered_by_the_nearest_and_says_so(
    found: Store, typed: str, hits: list[str], note: str
) -> None:
    """A typo gives way to the word that sounds or looks alike, then any of the words will do."""
    results = found.search(parse_query(typed), today=TODAY)
    assert (names(results)[: len(hits)], results.note) == (hits, note)


@pytest.mark.parametrize(
    "typed",
    [
        "服装",
        "浙江 协会 会议",
        "服装 -会议",
        "服装 OR 郑念华",
        "类型:会议 地区:浙江",
        "协会 纺织 丝绸 羽绒 量子",
    ],
)
def test_hits_do_not_hang_on_where_the_index_is_cut(
    found: Store, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ranked in blocks of three documents, a question has the hits it has when all are ranked at once."""
    whole = found.search(parse_query(typed), today=TODAY)
    monkeypatch.setattr(search, "_BLOCK", 3)
    assert found.search(parse_query(typed), today=TODAY) == whole
    assert whole.hits


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of each kind in which common words stand in a hundred articles and more."""
    url = "sqlite:///many.db" if request.param == "sqlite" else new_postgres()
    with Store.open(url, root=tmp_path_factory.mktemp("many")) as store:
        corpus = Corpus()
        for n in range(120):
            article, records = corpus.article(n, size=30 + 7 * (n % 90))
            store.save(article, records, now=article.fetched)
        yield store


@pytest.mark.parametrize(
    "typed",
    [
        "行业",
        "召开 会",
        "举行 OR 召开 OR shanghai",
        "会 OR 2024",
        "会议 -羽绒",
        "类型:资讯",
        "羽绒 丝绸 出席 会长 量子",
        "一 二 三 四 五 六 七 八 九 十 会",
    ],
)
def test_the_best_are_found_though_few_of_those_that_match_are_scored(
    many: Store, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaving out what cannot be among the best changes neither the best, their scores, nor how many match."""
    whole = many.search(parse_query(typed, limit=6), today=TODAY)
    monkeypatch.setattr(search, "MOST_LOOKED_AT", 6)
    assert many.search(parse_query(typed, limit=6), today=TODAY) == whole
    assert whole.total > 12


def test_copies_are_folded_into_the_first(found: Store) -> None:
    """An article printed twice is one hit that counts its copy."""
    (hit,) = found.search(parse_query("开门红"), today=TODAY).hits
    assert hit.copies == 1


def test_a_hit_says_when_where_who_and_why(found: Store) -> None:
    """A record comes with its date, place, host, a marked quote from its article and the link."""
    hit = found.search(parse_query("联席会议"), today=TODAY).hits[0]
    assert (hit.date, hit.place, hit.host, hit.outlet) == ("2025-02-20", "杭州", ZJ, "中国服装网")
    assert hit.url == "https://example.org/1.html"
    assert [hit.quote.text[begin:end] for begin, end in hit.quote.marks] == ["联席会议"]


def test_hits_are_paged_without_gap_or_repeat(found: Store) -> None:
    """Page after page gives the list that one long page gives."""
    whole = found.search(parse_query("会", limit=20), today=TODAY).hits
    pages = [found.search(parse_query("会", limit=1, offset=n), today=TODAY).hits for n in range(len(whole))]
    assert [page[0].id for page in pages] == [hit.id for hit in whole]


@pytest.mark.parametrize("remembered", [0, 100, 10_000])
def test_the_index_follows_edits_across_sealed_segments(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, remembered: int
) -> None:
    """Sealing, replacing, removing and building anew change nothing of what is found, whatever is remembered."""
    monkeypatch.setattr(index, "_REMEMBERED", remembered)
    monkeypatch.setattr(index, "SEGMENT", 8)
    monkeypatch.setattr(index, "BUNDLE", 3)
    with Store.open(database, root=tmp_path) as store, Store.open(database, root=tmp_path) as other:
        for n in range(50):
            store.save(an_article(n, f"第{n}号通知", f"羽绒通知之{n}号。", "2025-01-01"), [], now=NOW)
            if n % 7 == 0:  # a reader that holds an older snapshot catches up
                assert other.search(parse_query("羽绒"), today=TODAY).total == n + 1
        for n in range(0, 50, 2):
            store.save(an_article(n, f"第{n}号通知", f"改为棉服之{n}号。", "2025-01-01"), [], now=NOW)
        expected = {"羽绒": 25, "棉服": 25, "通知": 50, "7号": 1, "8号": 1}
        for searcher in (store, other):
            totals = {word: searcher.search(parse_query(word), today=TODAY).total for word in expected}
            assert totals == expected
        store.reindex()
        assert {word: other.search(parse_query(word), today=TODAY).total for word in expected} == expected


_HAN = st.text(st.sampled_from("服装和羽绒会议协长面料杭州一二三中国"), min_size=2, max_size=60)


@settings(max_examples=150, deadline=None)
@given(text=_HAN, data=st.data())
def test_every_stretch_of_a_text_has_terms_the_text_has(text: str, data: st.DataObject) -> None:
    """Any one, two or more neighbouring characters of a text are found in it, however jieba cuts."""
    begin = data.draw(st.integers(0, len(text) - 1))
    word = text[begin : data.draw(st.integers(begin + 1, len(text)))]
    terms = {int(term) for term in weigh("", text).terms}
    assert set(terms_of(fold(word))) <= terms
    assert {term for unit in units(fold(word)) for term in terms_of(unit)} <= terms


@settings(max_examples=200, deadline=None)
@given(typed=st.text(st.sampled_from('会议羽绒 ab1"“”-|:：地区类型届来源2024.~OR或'), max_size=30))
def test_no_typed_text_breaks_the_reader(typed: str) -> None:
    """Whatever is typed gives a query whose words are words."""
    query = parse_query(typed)
    assert all(word.text.strip() for group in query.groups for word in group)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("羽绒 展会", Query(groups=((Word("羽绒"),), (Word("展会"),)))),
        ('"常务 理事会"', Query(groups=((Word("常务 理事会", exact=True),),))),
        ("a OR b c", Query(groups=((Word("a"), Word("b")), (Word("c"),)))),
        ("a | b", Query(groups=((Word("a"), Word("b")),))),
        ("OR a OR", Query(groups=((Word("a"),),))),
        ('-"招聘 启事" a', Query(groups=((Word("a"),),), excluded=(Word("招聘 启事", exact=True),))),
        ("地区:全国 羽绒", Query(groups=((Word("羽绒"),),))),
        ("地区：河南 region:浙江", Query(regions=("河南", "浙江"))),
        ("类型:活动 kind:meeting", Query(kinds=("event", "meeting"))),
        ("届:第25届", Query(editions=("25",))),
        ("2024-2..2024-06", Query(since=date(2024, 2, 1), until=date(2024, 6, 30))),
        ("2024..", Query(since=date(2024, 1, 1))),
        ("网址:www.example.org", Query(groups=((Word("网址:www.example.org"),),))),
        ("ＡＢ 會議", Query(groups=((Word("ab"),), (Word("会议"),)))),
        ("，。 -", Query()),
        ("2025年3月", Query(since=date(2025, 3, 1), until=date(2025, 3, 31))),
        ("2025-03-10", Query(since=date(2025, 3, 10), until=date(2025, 3, 10))),
        ("2024年11月至12月", Query(since=date(2024, 11, 1), until=date(2024, 12, 31))),
        ("2024/25", Query(groups=((Word("2024/25"),),))),
        ("届:第一百三十七届", Query(editions=("137",))),
        ("杭州有哪些展会", Query(groups=((Word("杭州"),), (Word("展会"),)))),
        ("最近的活动", Query(groups=((Word("活动"),),))),
        ("什么", Query(groups=((Word("什么"),),))),
        ("毛呢 下周", Query(groups=((Word("毛呢"),), (Word("下周"),)))),
    ],
)
def test_a_typed_question_is_read(typed: str, query: Query) -> None:
    """The syntax of the search box."""
    assert parse_query(typed) == replace(query)


@pytest.mark.parametrize(
    ("typed", "words", "since", "until"),
    [
        ("下周有什么展会", ["展会"], "2025-03-17", "2025-03-23"),
        ("上个月的会议", ["会议"], "2025-02-01", "2025-02-28"),
        ("去年 会议", ["会议"], "2024-01-01", "2024-12-31"),
        ("今天", [], "2025-03-12", "2025-03-12"),
        ("明天服饰", ["明天服饰"], None, None),
        ("“下周”", ["下周"], None, None),
    ],
)
def test_a_period_is_told_from_today(
    typed: str, words: list[str], since: str | None, until: str | None
) -> None:
    """What is typed of days as one speaks of them is a period; in quotes or in a name it is a word."""
    query = parse_query(typed, today=TODAY)
    assert [word.text for group in query.groups for word in group] == words
    assert (query.since, query.until) == tuple(day and date.fromisoformat(day) for day in (since, until))


def test_editions_are_counted_in_chinese_as_in_digits() -> None:
    """A number written in Chinese is read as the number it is."""
    assert [meant.spelt(n) for n in (1, 10, 25, 105, 110, 137)] == [
        "一",
        "十",
        "二十五",
        "一百零五",
        "一百一十",
        "一百三十七",
    ]
    assert [meant.number(meant.spelt(n)) for n in range(1, 1000)] == [*range(1, 1000)]


@pytest.mark.parametrize(
    ("text", "words", "shown", "marked"),
    [
        ("甲。会议在杭州召开。乙", ("会议",), "会议在杭州召开。", ["会议"]),
        ("羽绒。羽绒会议开幕。", ("会议", "羽绒"), "羽绒会议开幕。", ["羽绒", "会议"]),
        ("x" * 200 + "羽绒" + "y" * 200, ("羽绒",), None, ["羽绒"]),
        ("没有词的一句话。", ("羽绒",), "没有词的一句话。", []),
    ],
)
def test_the_quote_is_the_sentence_with_most_words(
    text: str, words: tuple[str, ...], shown: str | None, marked: list[str]
) -> None:
    """A quote is a sentence, cut where it is long, with the places of the words."""
    passage = quote(text, text, words)
    assert shown is None or passage.text == shown
    assert len(passage.text) <= 92
    assert [passage.text[begin:end] for begin, end in passage.marks] == marked


def test_a_copy_among_hundreds_made_by_one_form_is_folded(tmp_path: Path) -> None:
    """Where every text shares something with every other, the one that shares most is still found."""
    made = [story for site in range(10) for story in stories(site, 20, TODAY)]
    texts = [("\n".join(story.paragraphs), story.title) for story in made]
    with Store.open("sqlite:///x.db", root=tmp_path) as store:
        for number, (text, title) in enumerate([*texts, (texts[77][0], "转载柯桥快讯")]):
            store.save(an_article(number, title, text), [], now=NOW)
        said = made[77].paragraphs[1][4:26]
        hits = store.search(parse_query(f'"{said}"'), today=TODAY).hits
    assert [hit.copies for hit in hits] == [1], said
