"""A generated corpus of any size: articles of Zipf-distributed real words around the trade's phrases."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from itertools import accumulate

from bot.records.model import Evidence, Organisation, Person, Place, Post, Record, Series
from scrapers.model import Article, article_id

REGIONS = ("浙江", "江苏", "广东", "福建", "山东", "河南", "湖北", "江西", "安徽", "上海", "北京", "四川")
TRADES = ("服装", "纺织", "羽绒", "针织", "印染", "家纺", "童装", "丝绸", "皮革", "面料")
MEETINGS = ("常务理事会", "秘书长联席会议", "换届大会", "年会", "座谈会", "高质量发展论坛", "工作会议")
EVENTS = ("博览会", "时装周", "设计大赛", "采购对接会", "面料展", "嘉年华")
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志文海燕春梅晓东红念"
LAST_DAY = date(2025, 3, 10)


class Corpus:
    """The n-th article with its records is the same on every run and machine."""

    def __init__(self, seed: int = 1) -> None:
        self.seed = seed
        lines = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
        rows = [(word, int(count)) for word, count, *_ in (line.split(" ") for line in lines)]
        common = sorted((row for row in rows if len(row[0]) < 5), key=lambda row: (-row[1], row[0]))[:60_000]
        self.words = [word for word, _ in common]
        self._sums = list(accumulate(count for _, count in common))

    def person(self, chance: random.Random) -> str:
        """Return a name: about 40,000 of them."""
        return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2, 2))))

    def article(self, n: int, size: int = 600) -> tuple[Article, list[Record]]:
        """Return the n-th article, of about `size` characters, with the record it tells of, if any."""
        chance = random.Random(f"{self.seed}:{n}")
        region, trade = chance.choice(REGIONS), chance.choice(TRADES)
        body = f"{region}省{trade}行业协会"
        day = LAST_DAY - timedelta(days=chance.randrange(3650))
        kind, name = chance.choice((("meeting", chance.choice(MEETINGS)), ("event", chance.choice(EVENTS))))
        edition = chance.randrange(1, 40)
        title = f"第{edition}届{region}{trade}{name}召开" if n % 2 else "".join(self._some(chance, 8))
        person = self.person(chance)
        lead = f"{day.month}月{day.day}日,由{body}主办的{region}{trade}{name}举行。{body}会长{person}出席会议并讲话。"
        text = (lead if n % 2 else "") + "\n" + "\n".join(self._paragraphs(chance, size))
        url = f"http://site{n % 200}.example.org/{n}.html"
        seen = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        article = Article(
            article_id(url),
            f"s{n % 200}",
            url,
            title,
            day.isoformat(),
            f"{region}网",
            None,
            text.strip(),
            seen,
            text.strip(),
        )
        record = Record(
            id=article_id(url, "r")[::-1],
            kind=kind,
            name=f"{region}{trade}{name}",
            status="held",
            start=day.isoformat(),
            place=Place(region, region=region),
            organisations=(Organisation(body, "host"),),
            people=(Person(person, "speaker", (Post(body, "会长"),)),),
            series=Series(f"{region}{trade}{name}", edition),
            evidence=(Evidence("name", name, 0, len(name)),),
            confidence=0.9,
        )
        return article, [record] if n % 2 else []

    def _paragraphs(self, chance: random.Random, size: int) -> Iterator[str]:
        while size > 0:
            sentences = [
                "".join(self._some(chance, chance.randrange(6, 14))) for _ in range(chance.randrange(2, 6))
            ]
            paragraph = "。".join(sentences) + "。"
            size -= len(paragraph)
            yield paragraph

    def _some(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self._sums, k=count)
