"""The web page shows the digest, finds, shows a record's evidence and ends a subscription."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.app import App
from bot.config import Config, Subscriber
from bot.records.model import Evidence, Place, Record
from bot.store import StoredSubscriber
from bot.web import pages
from scrapers.model import Article, article_id

NOW = datetime(2025, 3, 16, 2, 0, tzinfo=UTC)
TEXT = "2025年3月12日,羽绒产业<b>大会在信阳召开。会上发布了倡议。"


@pytest.fixture
def app(tmp_path):
    with App(Config(root=tmp_path), clock=lambda: NOW) as opened:
        url = "http://news.example.org/1.html"
        article = Article(
            article_id(url), "s", url, "羽绒产业<b>大会召开", "2025-03-13", "服装新闻", None, TEXT
        )
        record = Record(
            "r1", "meeting", "羽绒产业<b>大会", status="held", start="2025-03-12", place=Place("信阳", "河南", "信阳"),
            evidence=(Evidence("start", "2025年3月12日", 0, 10),), confidence=0.95,
        )  # fmt: skip
        opened.store.save(article, [record], now=NOW - timedelta(days=1))
        yield opened


def ask(app, method, path, **options):
    async def once():
        async with TestClient(TestServer(pages(app))) as client:
            answer = await client.request(method, path, **options)
            return answer, await answer.text()

    return asyncio.run(once())


def test_the_front_page_is_the_newest_digest(app):
    """Opening the address shows this week's digest with a search box."""
    answer, text = ask(app, "GET", "/")
    assert answer.status == 200
    assert "羽绒产业&lt;b&gt;大会" in text and 'action="/search"' in text
    assert "script" not in answer.headers["Content-Security-Policy"]


def test_an_earlier_issue_has_an_address(app):
    """Each issue can be opened by its week; a week that is none is not found."""
    assert "周讯 2025年第11期" in ask(app, "GET", "/issue/2025-W11")[1]
    assert ask(app, "GET", "/issue/yesterday")[0].status == 404


def test_search_marks_the_words_and_leads_to_the_record(app):
    """A hit shows the passage with the word marked and escaped markup."""
    text = ask(app, "GET", "/search", params={"q": "羽绒"})[1]
    assert "<mark>羽绒</mark>" in text and "/record/r1" in text
    assert "<b>大会" not in text


def test_a_record_shows_its_evidence(app):
    """Each fact stands beside the words it was read from."""
    text = ask(app, "GET", "/record/r1")[1]
    assert "“2025年3月12日”" in text and "河南 信阳" in text
    assert ask(app, "GET", "/record/none")[0].status == 404


def test_one_post_ends_a_subscription(app):
    """A look changes nothing, a POST unsubscribes, a repeat is no error."""
    subscriber = Subscriber(email="a@example.org")
    app.store.save_subscriber(StoredSubscriber(subscriber, token="t0ken"), NOW)
    assert "退订周讯" in ask(app, "GET", "/unsubscribe/t0ken")[1]
    assert app.store.subscriber(subscriber)
    assert "已退订" in ask(app, "POST", "/unsubscribe/t0ken")[1]
    assert app.store.subscriber(subscriber) is None
    assert ask(app, "POST", "/unsubscribe/t0ken")[0].status == 200
