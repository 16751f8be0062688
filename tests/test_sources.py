"""Settings worked out of pages, sources looked at stage by stage, config.yaml kept as its owner wrote it."""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.app import App
from bot.config import load, parse
from bot.errors import UsageError
from bot.sources import append_source, examine, interval, propose, region_for, remove_source, settings
from scrapers.discover import link_rule, site_name
from scrapers.errors import Refused, ScrapeError, Unreachable
from scrapers.model import Link, Page, Source
from tests.farm import Answer, Site, fronts, hinted, parts, rarer, serving, turning
from tests.farm.polls import config, poll, stored
from tests.farm.sites import kinds
from tests.test_farm import TODAY, make_absolute

ROOT = Path(__file__).parent.parent
NOW = datetime.fromisoformat("2025-06-20T10:00:00+08:00")
LIST = """<html><head><title>通知公告-浙江省某某服装行业协会</title></head><body><div class="nav"><a href="/">首页</a>
<a href="/about.html">协会简介</a></div><ul class="list">{rows}</ul><div class="page"><a href="/tzgg/index_2.html">下一页</a></div></body></html>"""
ROW = '<li><a href="/tzgg/{n}.html">关于召开第{n}次产业协作座谈会的通知</a><span>2025-06-{d:02d}</span></li>'
ARTICLE = "<html><head><title>关于召开座谈会的通知</title></head><body><h1>关于召开座谈会的通知</h1><p>2025-06-17 来源：本会秘书处</p>{body}</body></html>"
BODY = """<p>各会员单位：为促进产业链协作，本会定于六月二十六日在杭州召开产业协作座谈会，现将有关事项通知如下。</p>
<p>一、会议内容：通报上半年行业运行情况，研究下半年重点工作，交流企业数字化改造的做法和经验。</p>
<p>二、参会人员：各会员单位负责人一名，相关设备和软件服务商代表，特邀专家若干名。</p>
<p>三、请于六月二十日前将回执发至秘书处，会议不收取费用，交通和住宿自理。</p>"""


def listing(count: int = 6) -> str:
    return LIST.format(rows="".join(ROW.format(n=4100 + n, d=18 - n) for n in range(count)))


class Web:
    """Answers by address; an exception is raised, a text is a page."""

    def __init__(self, said: Mapping[str, str | ScrapeError]) -> None:
        self.said = said

    async def fetch(self, url: str, **asked: object) -> Page:
        answer = self.said.get(url.removeprefix("http://example.org"), Unreachable("连不上", url))
        if isinstance(answer, ScrapeError):
            raise answer
        return Page(url, url, 200, {"content-type": "text/html; charset=utf-8"}, answer.encode(), NOW)


def examined(said: Mapping[str, str | ScrapeError], *, new: bool = False, **settings: object):
    source = Source(id="x", url="http://example.org/tzgg/", **settings)
    return asyncio.run(examine(Web(said), source, new=new))


# --- looking -------------------------------------------------------------------------------------


def test_a_healthy_list_shows_every_stage():
    """Fetched, its articles with dates, the next page, and the first article read."""
    seen = examined({"/tzgg/": listing(), "/tzgg/4100.html": ARTICLE.format(body=BODY)})
    assert seen.ok
    assert [step.stage for step in seen.steps] == ["抓取", "条目", "日期", "正文"]
    assert len(seen.links) == 6
    assert seen.next == "http://example.org/tzgg/index_2.html"
    assert seen.article is not None
    assert seen.article.title == "关于召开座谈会的通知"


@pytest.mark.parametrize(
    ("said", "settings", "stage", "words"),
    [
        ({}, {}, "抓取", "连不上"),
        ({"/tzgg/": Refused("网站拒绝程序访问（412）")}, {}, "抓取", "412"),
        ({"/tzgg/": "<html><body><p>栏目建设中</p></body></html>"}, {}, "条目", "没有"),
        ({"/tzgg/": "<html><body>请完成安全验证：滑动验证</body></html>"}, {}, "条目", "验证"),
        ({"/tzgg/": listing()}, {}, "正文", "连不上"),
        ({"/tzgg/": listing()}, {"article": r"/old/\d+\.asp"}, "条目", "一条也没有匹配"),
    ],
)
def test_the_first_failing_stage_is_named_in_words(said, settings, stage, words):
    """An operator reads where it went wrong and why."""
    seen = examined(said, **settings)
    failed = next(step for step in seen.steps if not step.ok)
    assert not seen.ok
    assert failed.stage == stage
    assert words in failed.said


@pytest.mark.parametrize(
    ("page", "settings", "words"),
    [
        (listing().replace("2025-06", "2023-06"), {}, "半年多没有新文章"),
        (listing(), {"article": "/tzgg/4100.html"}, "规则可能太窄"),
        ('<link rel="alternate" type="application/rss+xml" href="/feed.xml">' + listing(), {}, "另有订阅"),
    ],
)
def test_what_is_worth_a_look_is_said_although_all_is_well(page, settings, words):
    """An old list, a narrow rule, a feed that would be better: the check passes and says so."""
    seen = examined({"/tzgg/": page, "/tzgg/4100.html": ARTICLE.format(body=BODY)}, **settings)
    assert seen.ok
    assert any(words in step.said for step in seen.steps)


def test_a_changed_list_gets_a_new_rule_proposed():
    """The configured rule matches nothing, the page still holds articles: the rule that fits now is named."""
    seen = examined(
        {"/tzgg/": listing(), "/tzgg/4100.html": ARTICLE.format(body=BODY)}, article=r"/old/\d+\.asp"
    )
    assert seen.proposal is not None
    assert seen.proposal.article == r"/tzgg/\d+\.html"
    assert r"/tzgg/\d+\.html" in seen.problems[0]


# --- settings ------------------------------------------------------------------------------------


def test_a_proposal_holds_what_the_pages_told():
    """Name, region, rule, pages and interval are worked out; the id is free."""
    seen = examined({"/tzgg/": listing(), "/tzgg/4100.html": ARTICLE.format(body=BODY)})
    source = propose(seen, taken=["example.org"])
    assert settings(source) == {
        "id": "example.org-tzgg",
        "name": "浙江省某某服装行业协会 通知公告",
        "url": "http://example.org/tzgg/",
        "every": "6h",
        "region": "浙江",
        "article": r"/tzgg/\d+\.html",
    }


def test_a_rule_holds_the_address_that_articles_call_their_own():
    """A front page may link them by another, their lists by that one."""
    rows = (
        "".join(ROW.format(n=4100 + n, d=18 - n) for n in range(6))
        .replace("/tzgg/", "/show.php?aid=")
        .replace(".html", "")
    )
    own = '<link rel="canonical" href="/xw/4100.html"></head>'
    seen = examined(
        {
            "/tzgg/": LIST.format(rows=rows),
            "/show.php?aid=4100": ARTICLE.format(body=BODY).replace("</head>", own),
        }
    )
    assert propose(seen).article == r"/show\.php\?aid=\d+|/xw/\d+\.html"


def test_a_rule_holds_the_addresses_of_older_articles():
    """A site that has moved lists them after the newer ones, in the same list."""
    moved = listing().replace("/tzgg/410", "/oldnews/2").replace("/index_2.html", "/index_3.html")
    said = {"/tzgg/": listing(), "/tzgg/4100.html": ARTICLE.format(body=BODY), "/tzgg/index_2.html": moved}
    mixed = moved.replace("/oldnews/20", "/tzgg/4099")
    assert propose(examined(said, new=True)).article == r"/tzgg/\d+\.html"
    assert propose(examined(said | {"/tzgg/index_2.html": mixed}, new=True)).article == (
        r"/tzgg/\d+\.html|/oldnews/\d+\.html"
    )


def test_a_rule_holds_the_counter_through_which_lists_lead_to_the_same_articles():
    """A list behind the front page has other addresses only, under titles that this shows, too."""
    counted = listing().replace("/tzgg/41", "/link.jsp?id=41").replace('.html"', '"', 6)
    said = {"/tzgg/": listing(), "/tzgg/4100.html": ARTICLE.format(body=BODY), "/tzgg/index_2.html": counted}
    assert propose(examined(said, new=True)).article == r"/tzgg/\d+\.html|/link\.jsp\?id=\d+"


def test_a_front_page_without_rows_is_looked_into_by_its_menu():
    """The columns that the menu in a frame names, whatever they are called, hold the articles."""
    menu = '<base target="show"><a href="/list/a.htm">行业信息</a><a href="/about.htm">学会概况</a>'
    said = {
        "/tzgg/": '<frameset cols="1,2"><frame src="/left.htm"><frame src="/first.htm" name="show"></frameset>',
        "/left.htm": menu,
        "/first.htm": '<img src="/house.jpg">',
        "/list/a.htm": listing(),
        "/tzgg/4100.html": ARTICLE.format(body=BODY),
    }
    seen = examined(said)
    assert seen.ok
    assert len(seen.links) == 6


def test_a_rule_fits_the_columns_of_which_a_front_page_shows_nothing():
    """Articles are kept in the folders of their columns, and the front page shows one column's."""
    menu = "".join(
        f'<a href="/{to}/">{name}</a>' for to, name in (("tzgg", "通知公告"), ("hydt", "行业动态"))
    )
    front = LIST.format(rows="".join(ROW.format(n=4100 + n, d=18 - n) for n in range(6))).replace(
        "index_2", "x"
    )
    front = front.replace('<a href="/tzgg/x.html">下一页</a>', "").replace('<a href="/">首页</a>', menu)
    said = {"/": front, "/tzgg/4100.html": ARTICLE.format(body=BODY)}
    seen = asyncio.run(examine(Web(said), Source(id="x", url="http://example.org/")))
    assert propose(seen).article == r"/[A-Za-z]+/\d+\.html"


@pytest.mark.parametrize(
    ("paths", "rule"),
    [
        (["/news/1.html", "/news/20.html"], r"/news/\d+\.html"),
        (
            ["/a/202506/t20250601_11.html", "/b/202505/t20250530_222.html"],
            r"/[A-Za-z]+/\d{6}/t\d{8}_\d+\.html",
        ),
        (
            ["/i.php?c=content&a=show&id=9", "/i.php?c=content&a=show&id=31"],
            r"/i\.php\?c=content\&a=show\&id=\d+",
        ),
        (
            ["/contents/2020/7/2-b51327b18dff4d8aa163774fcd9240e6.html"],
            r"/contents/\d+/\d+/\d+\-[0-9a-f]+\.html",
        ),
        (["/n/12.html;jsessionid=8A?utm_source=x", "/n/9.html;jsessionid=9BCD"], r"/n/\d+\.html"),
        (["/some-slug", "/another/slug/of-words", "/x/y", "/deep/a/b/c/d"], None),
        (["/about", "/contact"], None),
    ],
)
def test_a_rule_is_as_narrow_as_the_addresses_allow(paths, rule):
    """Numbers become digits, folders stay; addresses without any number give no rule."""
    links = [Link(f"http://example.org{path}") for path in paths]
    assert link_rule(links) == rule


@pytest.mark.parametrize(
    ("days", "seconds"),
    [
        ([], 6 * 3600),
        (["2025-06-18", "2025-06-11", "2025-06-04"], 86400),
        (["2025-06-18", "2025-06-17", "2025-06-16"], 6 * 3600),
        (["2025-06-18"] * 20 + ["2025-06-17"] * 20, 1800),
    ],
)
def test_the_interval_follows_the_pace_of_the_list(days, seconds):
    """A weekly bulletin is asked once a day, a busy portal every half hour."""
    assert interval([Link(f"http://x/{n}", published=day) for n, day in enumerate(days)]) == seconds


@pytest.mark.parametrize(
    ("name", "host", "region"),
    [
        ("辽宁省纺织服装协会", "www.example.org", "辽宁"),
        ("东莞市毛织行业协会", "www.example.org", "广东"),
        ("工业和信息化厅", "gxt.jiangsu.gov.cn", "江苏"),
        ("工业和信息化厅", "jxt.zj.gov.cn", "浙江"),
        ("某某纺织网", "www.zj-example.com", None),
    ],
)
def test_the_region_comes_from_the_name_or_a_government_host(name, host, region):
    """Other hosts tell nothing: their letters are chance."""
    assert region_for(name, host) == region


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("<title>通知公告_江苏省工业和信息化厅</title>", "江苏省工业和信息化厅 通知公告"),
        ('<meta name="SiteName" content="某市商务局"><title>首页</title>', "某市商务局"),
        ("<title>某某纺织网 - 首页</title>", "某某纺织网"),
        ("<title></title>", ""),
    ],
)
def test_the_name_comes_from_the_page(head, name):
    """The government's own tag first, then the part of the title that names a body."""
    page = Page(
        "http://x/",
        "http://x/",
        200,
        {},
        f"<html><head><meta charset=utf-8>{head}</head></html>".encode(),
        NOW,
    )
    assert site_name(page) == name


# --- config.yaml ---------------------------------------------------------------------------------

CONFIG = """# 抬头的说明
sources:
  # 协会
  - id: one          # 第一个
    url: http://one.example/
    tags: [a, b]

  # 媒体
  - {id: two, url: "http://two.example/"}
# 结尾
web: {listen: 127.0.0.1:8080}
"""


def test_appending_leaves_every_other_line_as_it_was():
    """The entry stands after the last one; comments, order and spacing stay."""
    source = Source(
        id="three", url="http://three.example/?a=1", name="名: 称", article=r"/n/\d+'x", tags=("协会",)
    )
    grown = append_source(CONFIG, source)
    added = [line for line in grown.splitlines() if line not in CONFIG.splitlines()]
    assert "\n".join(line for line in grown.splitlines() if line not in added) == CONFIG.rstrip("\n")
    assert grown.index("two.example") < grown.index("three.example") < grown.index("# 结尾")
    read = parse(grown, Path("config.yaml"), {}).source("three")
    assert (read.url, read.name, read.article, read.tags) == (
        source.url,
        source.name,
        source.article,
        source.tags,
    )


@pytest.mark.parametrize(
    "text",
    [
        "sources: []\n",
        "sources:\n",
        "web: {}\n",
        'sources: [{id: one, url: "http://one.example/"}]  # 说明\n',
    ],
)
def test_appending_to_a_file_without_a_block_of_sources_works(text):
    """An empty list, none at all, or one on a single line."""
    grown = append_source(text, Source(id="new", url="http://new.example/"))
    assert parse(grown, Path("config.yaml"), {}).source("new").url == "http://new.example/"
    assert ("# 说明" in grown) == ("# 说明" in text)


@pytest.mark.parametrize("name", ["one", "two"])
def test_removing_what_was_appended_gives_the_file_back(name):
    """Removal takes the entry and nothing else."""
    grown = append_source(CONFIG, Source(id="three", url="http://three.example/"))
    assert remove_source(grown, "three") == CONFIG
    left = parse(remove_source(CONFIG, name), Path("config.yaml"), {})
    assert [s.id for s in left.sources] == [s for s in ("one", "two") if s != name]
    assert "# 媒体" in remove_source(CONFIG, name)


def test_removing_an_unknown_source_says_so():
    """The message names the id."""
    with pytest.raises(UsageError, match="none"):
        remove_source(CONFIG, "none")


def test_the_shipped_config_loads_without_any_secret():
    """More than a hundred real sources in groups; those with inferred addresses are off; the seeds are on."""
    text = (ROOT / "config.yaml").read_text(encoding="utf-8")
    config = parse(text, ROOT / "config.yaml", {})
    assert len(config.sources) > 100
    assert config.source("seeds").kind == "files"
    assert all(
        f"# ---- {group}" in text for group in ("national", "provincial", "media", "government", "clusters")
    )
    assert 20 < sum(source.enabled for source in config.sources) < len(config.sources)
    assert all(source.tags and source.every >= 3600 for source in config.sources)


# --- the command line ----------------------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    return int(stop.value.code or 0), capsys.readouterr().out


def test_add_check_list_and_remove_from_the_command_line(tmp_path, capsys, monkeypatch):
    """An address becomes an entry, can be checked and listed by its id, and goes again."""
    site = Site(
        {"/tzgg/": Answer(listing())}
        | {f"/tzgg/{4100 + n}.html": Answer(ARTICLE.format(body=BODY)) for n in range(6)}
    )
    path = tmp_path / "config.yaml"
    before = "http: {allow_private: [127.0.0.0/8], delay: 0s}\n" + CONFIG
    path.write_text(before, encoding="utf-8")
    monkeypatch.setenv("ZHOUXUN_CONFIG", os.fspath(path))
    with serving(site):
        code, said = run(
            capsys, "sources", "add", f"{site.url}/tzgg/", "--id", "new", "--tag", "协会", "--dry-run"
        )
        assert (code, path.read_text(encoding="utf-8")) == (0, before)
        code, said = run(capsys, "sources", "add", f"{site.url}/tzgg/", "--id", "new", "--tag", "协会")
        assert code == 0
        assert "已写入" in said
        assert load(path).source("new").tags == ("协会",)
        code, said = run(capsys, "sources", "check", "new", "--json")
        report = json.loads(said)
        assert (code, report["ok"], report["items"]) == (0, True, 6)
        assert report["newest"][0]["published"] == "2025-06-18"
    code, said = run(capsys, "sources", "check", "new")
    assert code == 1
    assert "抓取不到" in said
    assert "new" in run(capsys, "sources", "list")[1]
    assert run(capsys, "sources", "remove", "new")[0] == 0
    assert path.read_text(encoding="utf-8") == before


def test_an_address_without_articles_is_not_added(tmp_path, capsys, monkeypatch):
    """Nothing is stored unless the operator insists."""
    site = Site({"/": Answer("<html><body>建设中</body></html>")})
    path = tmp_path / "config.yaml"
    text = "http: {allow_private: [127.0.0.0/8], delay: 0s}\n" + CONFIG
    path.write_text(text, encoding="utf-8")
    monkeypatch.setenv("ZHOUXUN_CONFIG", os.fspath(path))
    with serving(site):
        assert run(capsys, "sources", "add", f"{site.url}/")[0] == 1
        assert path.read_text(encoding="utf-8") == text
        assert run(capsys, "sources", "add", f"{site.url}/", "--force", "--id", "later")[0] == 0
        assert load(path).source("later").url == f"{site.url}/"


def test_one_article_can_be_filed_by_hand(tmp_path, capsys, monkeypatch):
    """A page's address or a text on disk becomes a stored article; config.yaml stays as it is; twice is once."""
    site = Site({"/s/abc": Answer(ARTICLE.format(body=BODY))})
    text = tmp_path / "copied.txt"
    text.write_text("省服装协会将办设计师沙龙\n" + re.sub(r"<[^>]+>", "\n", BODY), encoding="utf-8")
    path = tmp_path / "config.yaml"
    before = "http: {allow_private: [127.0.0.0/8], delay: 0s}\n" + CONFIG
    path.write_text(before, encoding="utf-8")
    monkeypatch.setenv("ZHOUXUN_CONFIG", os.fspath(path))
    with serving(site):
        assert (
            "已存入：《关于召开座谈会的通知》，2025-06-17"
            in run(capsys, "sources", "add", f"{site.url}/s/abc", "--page")[1]
        )
        assert "早已存入" in run(capsys, "sources", "add", f"{site.url}/s/abc", "--page")[1]
    arguments = (
        "sources",
        "add",
        "https://mp.weixin.qq.com/s/x",
        "--text",
        os.fspath(text),
        "--title",
        "设计师沙龙预告",
    )
    assert "已存入：《设计师沙龙预告》，2025-06-01" in run(capsys, *arguments, "--published", "2025-06-01")[1]
    assert path.read_text(encoding="utf-8") == before


def test_a_folder_is_checked_like_any_source(tmp_path, capsys, monkeypatch):
    """Its files are counted and the first one is read; a missing folder is named."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(
        "关于举办培训班的通知\n" + re.sub(r"<[^>]+>", "\n", BODY), encoding="utf-8"
    )
    path = tmp_path / "config.yaml"
    path.write_text("sources: [{id: here, url: in/}, {id: gone, url: out/}]\n", encoding="utf-8")
    monkeypatch.setenv("ZHOUXUN_CONFIG", os.fspath(path))
    code, said = run(capsys, "sources", "check", "here")
    assert (code, "1 个文件" in said, "培训班" in said) == (0, True, True)
    code, said = run(capsys, "sources", "check", "gone")
    assert (code, "文件夹不存在" in said) == (1, True)


def test_what_is_proposed_for_every_kind_of_site_finds_its_articles(tmp_path):
    """Set up by `sources add` from the address alone, each site of the farm gives all its articles and nothing else."""
    made = [
        *kinds(TODAY),
        *(kind for module in (rarer, turning, parts, fronts, hinted) for kind in module.kinds(TODAY)),
    ]
    with serving(*(kind.site for kind in made)), App(config(tmp_path)) as app:
        for kind in made:
            make_absolute(kind.site)

        async def proposals() -> list[Source]:
            async with app.fetcher() as fetcher:
                bare = [
                    Source(f"s{n}", kind.site.url + kind.entry, **(kind.declared or {}))
                    for n, kind in enumerate(made)
                ]
                return [propose(await examine(fetcher, source), source_id=source.id) for source in bare]

        sources = asyncio.run(proposals())
        poll(app, sources)
        wrong = {
            kind.name: stored(app, source.id).keys() ^ {story.title for story in kind.expected}
            for kind, source in zip(made, sources, strict=True)
        }
    assert {name: titles for name, titles in wrong.items() if titles} == {}
