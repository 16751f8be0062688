"""The registry of people and bodies, over both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.records.model import Organisation, Person, Post, Record
from bot.store import Store
from scrapers.model import Article, article_id

NOW = datetime(2025, 3, 12, 8, 0, tzinfo=UTC)
ZJ, ZJ_SHORT, HN = "浙江省服装行业协会", "浙江服装协会", "河南省服装行业协会"
NAMES = ("产业大会", "时装周", "采购对接会", "设计大赛", "童装论坛", "面料展")


def tell(store: Store, n: int, day: str, people: list[Person], *hosts: str) -> None:
    """Store an article that tells of one meeting."""
    url = f"https://example.org/{n}.html"
    organisations = tuple(Organisation(name, "host") for name in hosts)
    record = Record(f"r{n}", "event", NAMES[n], start=day, people=tuple(people), organisations=organisations)
    article = Article(article_id(url), "s", url, f"第{n}条", day, None, None, f"{NAMES[n]}举行。", NOW)
    store.save(article, [record], now=NOW)


def a_person(name: str, *posts: tuple[str | None, str | None]) -> Person:
    return Person(name, "speaker", tuple(Post(*post) for post in posts))


def held(store: Store, name: str) -> list[list[tuple[str | None, str | None, str | None, str | None]]]:
    return [[(p.organisation, p.title, p.first, p.last) for p in person.posts] for person in store.who(name)]


def test_one_body_makes_one_person_with_history(store: Store) -> None:
    """Two posts at one body, however its name is spelt, are the history of one person."""
    tell(store, 0, "2020-05-01", [a_person("郑念华", (ZJ, "秘书长"))])
    tell(store, 1, "2024-05-01", [a_person("郑念华", (ZJ_SHORT, "会长"))])
    tell(store, 2, "2025-05-01", [a_person("郑念华", (ZJ_SHORT, "会长"))])
    assert held(store, "郑念华") == [
        [(ZJ, "秘书长", "2020-05-01", "2020-05-01"), (ZJ_SHORT, "会长", "2024-05-01", "2025-05-01")]
    ]
    (person,) = store.who("zhengnianhua")
    assert (person.region, [a.title for a in person.appearances]) == ("浙江", list(NAMES[:3]))


def test_namesakes_stay_apart(store: Store) -> None:
    """The same name at another body is another person, until a text gives both posts to one."""
    tell(store, 0, "2020-05-01", [a_person("王伟", (ZJ, "会长"))])
    tell(store, 1, "2021-05-01", [a_person("王伟", (HN, "副会长"))])
    assert len(store.who("王伟")) == 2
    tell(store, 2, "2022-05-01", [a_person("王伟", (HN, "副会长"), (ZJ, "名誉会长"))])
    assert len(store.who("王伟")) == 1


def test_a_name_without_a_post_joins_only_where_the_body_stands_in_the_text(store: Store) -> None:
    """A bare name belongs to a person whose body takes part in the same record, else to nobody known."""
    tell(store, 0, "2020-05-01", [a_person("王伟", (ZJ, "会长"))], ZJ)
    tell(store, 1, "2021-05-01", [a_person("王伟")], ZJ)
    tell(store, 2, "2022-05-01", [a_person("王伟")], HN)
    known, unknown = store.who("王伟")
    assert [a.title for a in known.appearances] == [NAMES[0], NAMES[1]]
    assert ([a.title for a in unknown.appearances], unknown.posts) == ([NAMES[2]], ())


def test_a_body_lists_its_officers_and_records_by_date(store: Store) -> None:
    """All spellings of one name are one body: its officers with their time, and what it stood behind."""
    tell(store, 0, "2024-05-01", [a_person("郑念华", (ZJ, "会长"))], ZJ)
    tell(store, 1, "2020-05-01", [a_person("赵悦", (ZJ_SHORT, "秘书长"))], ZJ_SHORT, HN)
    tell(store, 2, "2025-05-01", [a_person("郑念华", (ZJ, "会长"))], ZJ)
    (body,) = store.organisations(ZJ_SHORT)
    assert (body.name, body.aliases, body.region) == (ZJ, (ZJ_SHORT,), "浙江")
    assert [(o.name, o.title, o.first, o.last) for o in body.officers] == [
        ("赵悦", "秘书长", "2020-05-01", "2020-05-01"),
        ("郑念华", "会长", "2024-05-01", "2025-05-01"),
    ]
    assert [(a.title, a.role) for a in body.appearances] == [
        (NAMES[1], "host"),
        (NAMES[0], "host"),
        (NAMES[2], "host"),
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("服装行业协会", {ZJ, HN}),
        ("河南省服装协会", {HN}),
        ("henanshengfuzhuanghangyexiehui", {HN}),
        ("没有的协会", set()),
    ],
)
def test_a_body_is_found_by_part_other_spelling_or_pinyin(store: Store, asked: str, found: set[str]) -> None:
    """The very name wins over names that contain it."""
    tell(store, 0, "2024-05-01", [], ZJ)
    tell(store, 1, "2024-05-01", [], HN)
    assert {body.name for body in store.organisations(asked)} == found


@pytest.mark.parametrize(
    ("name", "its"),
    [
        (f"{ZJ}四届三次常务理事会", True),
        (f"2024浙江服装大会暨{ZJ}第六届会员代表大会", True),
        (f"{ZJ}童装专业委员会成立大会", False),
    ],
)
def test_a_body_lists_what_carries_its_name(store: Store, name: str, its: bool) -> None:
    """A council is its association's though nobody is called host; one of a branch of it is not."""
    url = "https://example.org/council.html"
    article = Article(article_id(url), "s", url, name, "2024-05-01", None, None, f"{name}召开。", NOW)
    store.save(article, [Record("r", "meeting", name, start="2024-05-01")], now=NOW)
    listed = [a.title for body in store.organisations(ZJ) for a in body.appearances if body.name == ZJ]
    assert listed == ([name] if its else [])


def test_a_national_body_is_found_by_the_name_the_trade_gives_it(store: Store) -> None:
    """中纺联 is 中国纺织工业联合会: one body, and who holds a post under either name is one person with one post."""
    tell(store, 0, "2020-05-01", [a_person("陈某鹏", ("中国纺织工业联合会", "副会长"))], "中国纺织工业联合会")
    tell(store, 1, "2021-05-01", [a_person("陈某鹏", ("中纺联", "副会长"))])
    assert held(store, "陈某鹏") == [[("中国纺织工业联合会", "副会长", "2020-05-01", "2021-05-01")]]
    assert [body.name for body in store.organisations("中国纺联")] == ["中国纺织工业联合会"]


def test_the_registry_follows_what_is_read_anew(store: Store) -> None:
    """A record that no longer names somebody takes them out of the registry."""
    tell(store, 0, "2024-05-01", [a_person("郑念华", (ZJ, "会长"))], ZJ)
    (article,) = store.articles()
    store.save(replace(article, text="改稿"), [], now=NOW)
    assert store.who("郑念华") == ()
    assert store.organisations(ZJ) == ()


def test_editions_of_a_series_are_linked(store: Store) -> None:
    """A fair's editions are listed by number, wherever and whenever they were."""
    from bot.records.model import Series

    for n, (edition, day) in enumerate([(25, "2025-03-01"), (24, "2024-03-01"), (23, "2023-03-01")]):
        url = f"https://example.org/{n}.html"
        name = f"第{edition}届中国国际服装服饰博览会"
        series = Series("中国国际服装服饰博览会", edition)
        record = Record(f"r{n}", "event", name, start=day, series=series)
        store.save(Article(article_id(url), "s", url, name, day, None, None, name, NOW), [record], now=NOW)
    linked = store.editions("中国国际服装服饰博览会")
    assert [stored.record.series.edition for stored in linked] == [23, 24, 25]


def test_what_became_of_a_plan_is_found_in_later_records(store: Store) -> None:
    """A later record that names a plan's title is a stage of it; one that does not has nothing to do with it."""
    plan = Record("plan", "plan", "纺织行业数字化转型三年行动方案", start="2025-01-10", status="published")
    explained = Record(
        "talk",
        "meeting",
        "行动方案宣贯会",
        start="2025-03-01",
        items=("解读《纺织行业数字化转型三年行动方案》",),
    )
    other = Record("other", "event", "羽绒服装博览会", start="2025-04-01")
    for n, record in enumerate((plan, explained, other)):
        url = f"https://example.org/plan{n}.html"
        article = Article(article_id(url), "s", url, record.name, record.start, None, None, record.name, NOW)
        store.save(article, [record], now=NOW)
    assert [(sequel.stored.record.id, sequel.how) for sequel in store.sequel("plan")] == [("talk", "stage")]
    assert store.sequel("other") == store.sequel("nothing") == []
