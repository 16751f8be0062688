"""The values of the scrapers: one name for every spelling of an address."""

import pytest

from scrapers.model import article_id, canonical_url

NAME = "http://a.cn/news/1.html"


@pytest.mark.parametrize(
    "spelling",
    [
        "https://www.a.cn/news/1.html",
        "http://A.CN:80/news/1.html#top",
        "http://m.a.cn/news/1.html?utm_source=wx&from=timeline",
        "https://wap.a.cn/news/1.html;jsessionid=AB12",
        "http://a.cn./news/1.html?PHPSESSID=9",
        "http://a.cn/news/1.html?sid=12",
        "http://a.cn/(S(yx3pr2h1o0aqz5v55vlm25s5))/news/1.html",
        "http://a.cn/(X(1)S(yx3pr2h1o0aqz5v55vlm25s5))/news/1.html",
        " http://3g.a.cn/news/1.html ",
    ],
)
def test_spellings_of_one_address_are_one(spelling):
    """Scheme, host case, www and mobile twins, default port, fragment, session and tracking make no new article."""
    assert canonical_url(spelling) == NAME
    assert article_id(spelling) == article_id(NAME)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a.cn/news/1.html", "http://a.cn/news/2.html"),
        ("http://a.cn/show?id=1", "http://a.cn/show?id=2"),
        ("http://a.cn/", "http://b.cn/"),
        ("http://a.cn:8080/", "http://a.cn/"),
        ("http://m.cn/", "http://cn/"),
        ("http://news.a.cn/1", "http://a.cn/1"),
        ("http://a.cn/News/1", "http://a.cn/news/1"),
        ("http://a.cn/s.asp?n=%D6%D0", "http://a.cn/s.asp?n=%CE%C4"),  # 中 and 文 in GBK
        ("http://a.cn/show?id=1&page=2", "http://a.cn/show?id=1"),
        ("http://a.cn/show?page=1", "http://a.cn/show"),
        ("http://a.cn/show?sid=12", "http://a.cn/show?sid=13"),
    ],
)
def test_different_addresses_stay_apart(one, other):
    """What tells articles apart is kept."""
    assert canonical_url(one) != canonical_url(other)


def test_the_first_page_of_an_article_is_the_article():
    """Some lists number it."""
    assert (
        canonical_url("http://a.cn/portal.php?mod=view&aid=8&page=1")
        == "http://a.cn/portal.php?mod=view&aid=8"
    )
