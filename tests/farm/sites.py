"""At least two dozen kinds of site as the trade builds them, each with the articles it holds.

Every site also holds what must not be stored: menus, about pages, adverts, logins, error pages.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from email.utils import format_datetime
from zoneinfo import ZoneInfo

import brotli
from aiohttp import web

from tests.farm import Answer, Handler, Site
from tests.farm.documents import docx, pdf

SHANGHAI = ZoneInfo("Asia/Shanghai")
_PLACES = [
    "杭州",
    "宁波",
    "温州",
    "石狮",
    "晋江",
    "东莞",
    "广州",
    "深圳",
    "青岛",
    "郑州",
    "武汉",
    "成都",
    "苏州",
    "常熟",
    "盛泽",
    "柯桥",
    "即墨",
    "大连",
    "沈阳",
    "哈尔滨",
]
_TRADES = [
    "羽绒",
    "针织",
    "棉纺",
    "家纺",
    "印染",
    "化纤",
    "女装",
    "男装",
    "童装",
    "面料",
    "辅料",
    "丝绸",
    "毛纺",
    "麻纺",
    "牛仔",
    "内衣",
    "泳装",
    "校服",
    "职业装",
    "箱包",
]
_WAYS = ["座谈会", "展览会", "培训班", "对接会", "发布会", "研讨会", "年会", "论坛", "大赛", "签约仪式"]


@dataclass(frozen=True)
class Story:
    """An article of a site: its number on the site, title, day, and paragraphs that stand nowhere else."""

    number: int
    title: str
    day: date
    paragraphs: tuple[str, ...]

    @property
    def html(self) -> str:
        return "".join(f"<p>　　{paragraph}</p>" for paragraph in self.paragraphs)


def stories(site: int, count: int, today: date) -> tuple[Story, ...]:
    """Write `count` articles for a site, newest first, a day or two apart."""
    made = []
    for number in range(count):
        seed = site * 31 + number * 7
        place, trade, way = _PLACES[seed % 20], _TRADES[(seed // 3) % 20], _WAYS[(seed // 5) % 10]
        day = today - timedelta(days=number * 2 + site % 2)
        title = f"{place}{trade}行业协会召开第{site + 2}届{trade}产业{way}第{number + 1}次筹备会议"
        made.append(
            Story(
                site * 1000 + 900 - number,
                title,
                day,
                (
                    f"{day.month}月{day.day}日，{place}市{trade}行业协会在{place}国际会展中心召开会议，"
                    f"来自{trade}企业的{100 + seed}名代表参加，会议由协会秘书长主持，听取了{way}筹备工作的汇报。",
                    f"会议指出，今年以来{place}{trade}产业实现产值{seed + 20}亿元，同比增长{seed % 9 + 1}.{seed % 10}%，"
                    f"规模以上企业达到{seed + 50}家，第{number + 1}批改造项目全部开工，质量和效益稳步提升。",
                    f"会议要求，各会员单位要围绕第{site + 2}届{way}，加快数字化改造和绿色转型，"
                    f"办好{place}{trade}设计周的第{number + 1}场活动，推动产业集群向价值链高端迈进。",
                ),
            )
        )
    return tuple(made)


@dataclass
class Kind:
    """A kind of site: how it is declared beyond its address, and what polling it must find."""

    name: str
    site: Site
    expected: tuple[Story, ...]
    entry: str = "/"
    declared: Mapping[str, object] | None = None


_MENU = (
    '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/about.html">关于协会</a></li>'
    '<li><a href="/news/">协会动态</a></li><li><a href="/member/login.html">会员登录</a></li>'
    '<li><a href="/contact.html">联系我们</a></li></ul></div>'
)
_FOOT = (
    '<div class="footer"><a href="/about.html">关于我们</a> | <a href="/sitemap.html">网站地图</a> | '
    '<a href="http://beian.example.cn/">浙ICP备00000000号</a><p>版权所有 行业协会 技术支持：某某科技</p></div>'
)
_ADVERT = '<div class="ad"><a href="/ad/click?id=1" target="_blank"><img src="/ad/1.gif" alt="广告位招租"></a></div>'


def page(title: str, inner: str, head: str = "", charset: str = "utf-8") -> str:
    """A whole HTML page with menu, advert and footer round its content."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title>{head}</head>'
        f"<body>{_MENU}{_ADVERT}{inner}{_FOOT}</body></html>"
    )


def article(story: Story, *, inner: str | None = None) -> str:
    """An article page in the plain style of an association's site."""
    return page(
        f"{story.title}-行业协会",
        f'<div class="article"><h1>{story.title}</h1>'
        f'<div class="info">发布时间：{story.day:%Y-%m-%d} 来源：行业协会 浏览次数：12</div>'
        f'<div class="content">{inner or story.html}</div>'
        '<div class="prev">上一篇：<a href="/about.html">没有了</a></div></div>',
    )


Address = Callable[[Story], str]
Row = Callable[[Story, str], str]


def by_date(story: Story) -> str:
    return f"/news/{story.day:%Y%m}/t{story.day:%Y%m%d}_{story.number}.html"


def by_id(story: Story) -> str:
    return f"/newsview-{story.number}.html"


def dated_row(story: Story, href: str) -> str:
    return f'<li><span class="date">{story.day:%Y-%m-%d}</span><a href="{href}">{story.title}</a></li>'


def _decoys() -> dict[str, Answer | Handler]:
    words = (
        "<p>协会成立于1990年，是由从事服装生产经营的企业自愿组成的行业性社会团体，现有会员单位五百余家。</p>"
    )
    return {
        "/about.html": Answer(page("关于协会", f"<h1>关于协会</h1>{words * 3}")),
        "/contact.html": Answer(
            page("联系我们", "<h1>联系我们</h1><p>地址：某市某路1号 电话：0571-00000000</p>")
        ),
        "/member/login.html": Answer(
            page("登录", '<form>用户名<input name="u">密码<input type="password"></form>')
        ),
        "/ad/click": Answer(page("广告", "<p>招商热线，欢迎来电</p>")),
    }


def listing(
    name: str,
    made: tuple[Story, ...],
    *,
    address: Address = by_date,
    row: Row = dated_row,
    wrap: str = '<div class="main"><h2>协会动态</h2><ul class="list">{}</ul></div>',
    entry: str = "/news/",
    charset: str = "utf-8",
    shown: Callable[[Story], str] = article,
    headers: Mapping[str, str] | None = None,
    pack: Callable[[bytes], bytes] = lambda body: body,
) -> Kind:
    """A site of one list page and its articles."""

    def answer(text: str) -> Answer:
        said = {"Content-Type": "text/html"} | dict(headers or {})
        return Answer(pack(text.encode(charset, "replace")), headers=said, validators=True)

    rows = "".join(row(story, address(story)) for story in made)
    declared = "gb2312" if charset == "gb18030" else charset
    routes: dict[str, Answer | Handler] = dict(_decoys())
    routes[entry] = answer(page("协会动态", wrap.format(rows), charset=declared))
    for story in made:
        routes[address(story)] = answer(shown(story).replace('charset="utf-8"', f'charset="{declared}"'))
    return Kind(name, Site(routes), made, entry)


def feed(name: str, made: tuple[Story, ...], write: Callable[[tuple[Story, ...]], str], kind: str) -> Kind:
    """A site whose feed is its entry."""
    built = listing(name, made, address=by_id)
    built.site.routes["/feed"] = Answer(write(made), headers={"Content-Type": kind}, validators=True)
    built.entry = "/feed"
    return built


def _moment(story: Story) -> datetime:
    return datetime.combine(story.day, time(9, 30), SHANGHAI)


def rss(made: tuple[Story, ...]) -> str:
    items = "".join(
        f"<item><title>{s.title}</title><link>{by_id(s)}</link><pubDate>{format_datetime(_moment(s))}</pubDate></item>"
        for s in made
    )
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>动态</title><link>/</link>{items}</channel></rss>'


def atom(made: tuple[Story, ...]) -> str:
    entries = "".join(
        f'<entry><title>{s.title}</title><link href="{by_id(s)}"/><id>{s.number}</id><updated>{_moment(s).isoformat()}</updated></entry>'
        for s in made
    )
    return (
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>动态</title>{entries}</feed>'
    )


def rdf(made: tuple[Story, ...]) -> str:
    items = "".join(
        f'<item rdf:about="{by_id(s)}"><title>{s.title}</title><link>{by_id(s)}</link><dc:date>{_moment(s).isoformat()}</dc:date></item>'
        for s in made
    )
    return (
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<channel rdf:about="/"><title>动态</title><link>/</link></channel>{items}</rdf:RDF>'
    )


def json_feed(made: tuple[Story, ...]) -> str:
    items = [
        {"id": str(s.number), "url": by_id(s), "title": s.title, "date_published": _moment(s).isoformat()}
        for s in made
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "动态", "items": items})


def sitemap(made: tuple[Story, ...]) -> str:
    urls = "".join(f"<url><loc>{by_date(s)}</loc><lastmod>{s.day}</lastmod></url>" for s in made)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'


def kinds(today: date) -> list[Kind]:
    """Build every kind of site, its articles dated back from `today`."""
    number = iter(range(1, 100))

    def fresh(count: int = 6) -> tuple[Story, ...]:
        return stories(next(number), count, today)

    made = [
        listing("TRS list, date in the address", fresh()),
        listing(
            "table list in GB18030 under the name gb2312",
            fresh(),
            address=lambda s: f"/Article/ShowArticle.asp?ArticleID={s.number}",
            row=lambda s, href: (
                f'<tr><td height="25">·<a href="{href}" target="_blank">{s.title}</a></td><td>[{s.day.month}月{s.day.day}日]</td></tr>'
            ),
            wrap="<table><tr><td><table>{}</table></td></tr></table>",
            charset="gb18030",
        ),
        listing(
            "titles cut short, whole in the title attribute",
            fresh(),
            address=by_id,
            row=lambda s, href: (
                f'<div class="item"><a href="{href}" title="{s.title}">{s.title[:12]}...</a><span>{s.day:%Y/%m/%d}</span></div>'
            ),
            wrap='<div class="newslist">{}</div>',
        ),
        listing(
            "ids only, the date in the article head",
            fresh(),
            address=by_id,
            row=lambda s, href: f'<li><a href="{href}">{s.title}</a></li>',
        ),
        listing(
            "front page",
            fresh(8),
            entry="/",
            row=lambda s, href: f'<li>· <a href="{href}">{s.title}</a></li>',
            wrap='<div class="banner"><a href="/about.html"><img src="/a.jpg"></a></div><div class="box"><h3>要闻</h3><ul>{}</ul></div>'
            '<div class="links">友情链接：<a href="http://www.example.org/">某联合会</a></div>',
        ),
        listing(
            "Hanweb art without padding",
            fresh(),
            address=lambda s: f"/art/{s.day.year}/{s.day.month}/{s.day.day}/art_1229_{s.number}.html",
        ),
        listing("e-paper", fresh(), address=lambda s: f"/html/{s.day:%Y-%m/%d}/content_{s.number}.htm"),
        listing(
            "DedeCMS",
            fresh(),
            address=lambda s: f"/a/hangye/{s.day:%Y}/{s.day:%m%d}/{s.number}.html",
            row=lambda s, href: (
                f'<dl><dt><a href="{href}"><b>{s.title}</b></a></dt><dd>{s.paragraphs[0][:40]}…… <span>日期：{s.day} 点击：32</span></dd></dl>'
            ),
            wrap='<div class="listbox">{}</div>',
        ),
        listing(
            "Discuz forum",
            fresh(),
            address=lambda s: f"/thread-{s.number}-1-1.html",
            row=lambda s, href: (
                f'<tbody id="normalthread_{s.number}"><tr><th><a href="{href}" class="s xst">{s.title}</a></th><td class="by"><cite><a href="/space-uid-{s.number % 7}.html">会员</a></cite><em><span>{s.day.year}-{s.day.month}-{s.day.day}</span></em></td></tr></tbody>'
            ),
            wrap='<table summary="forum_2">{}</table>',
            shown=lambda s: article(s, inner=f'<div id="postmessage_{s.number}" class="t_f">{s.html}</div>'),
        ),
        listing(
            "WordPress",
            fresh(),
            address=lambda s: f"/?p={s.number}",
            entry="/",
            row=lambda s, href: (
                f'<article><h2 class="entry-title"><a href="{href}" rel="bookmark">{s.title}</a></h2><time datetime="{s.day}">{s.day}</time><div class="summary">{s.paragraphs[0][:50]}</div></article>'
            ),
            wrap="<main>{}</main>",
        ),
        listing(
            "PHPCMS", fresh(), address=lambda s: f"/index.php?m=content&c=index&a=show&catid=9&id={s.number}"
        ),
        listing(
            "ASP.NET in mixed case",
            fresh(),
            address=lambda s: f"/News/NewsShow.aspx?Id={s.number}",
            row=lambda s, href: (
                f'<li><a href="{href}">{s.title}</a>({s.day.year}-{s.day.month}-{s.day.day})</li>'
            ),
        ),
        listing(
            "MIP cards",
            fresh(),
            address=lambda s: f"/content/post_{s.number}.html",
            row=lambda s, href: (
                f'<a class="card" href="{href}"><h3>{s.title}</h3><p>{s.paragraphs[0][:60]}</p><span class="time">{s.day:%m-%d}</span></a>'
            ),
            wrap="<section>{}</section>",
        ),
        listing("gzip", fresh(), headers={"Content-Encoding": "gzip"}, pack=gzip.compress),
        listing("brotli", fresh(), headers={"Content-Encoding": "br"}, pack=brotli.compress),
        listing(
            "UTF-16 nowhere, GBK without any declaration",
            fresh(),
            charset="gbk",
            headers={"Content-Type": "text/html"},
        ),
        feed("RSS", fresh(), rss, "application/rss+xml"),
        feed("Atom", fresh(), atom, "application/atom+xml"),
        feed("RSS 1.0", fresh(), rdf, "application/rdf+xml"),
        feed("JSON Feed", fresh(), json_feed, "application/feed+json"),
        feed("sitemap", fresh(), rss, "text/xml"),
    ]
    made[-1] = _sitemap_site(fresh())
    made += [
        _sitemap_index(fresh()),
        _feed_in_head(fresh()),
        _declared_json(fresh()),
        _trs_json(fresh()),
        _hanweb(fresh()),
        _ucap(fresh()),
        _script_rows(fresh()),
        _addresses_built_by_script(fresh()),
        _addresses_built_for_answers(fresh()),
        _cards(fresh()),
        _frame(fresh()),
        _paged_list(fresh(18)),
        _paged_bodies(fresh(4)),
        _session_ids(fresh()),
        _attachments(fresh(3)),
        _moved(fresh()),
        _with_broken_pages(fresh()),
    ]
    return made


def _sitemap_site(made: tuple[Story, ...]) -> Kind:
    kind = listing("sitemap", made)
    kind.site.routes["/sitemap.xml"] = Answer(
        sitemap(made), headers={"Content-Type": "text/xml"}, validators=True
    )
    kind.entry = "/sitemap.xml"
    return kind


def _sitemap_index(made: tuple[Story, ...]) -> Kind:
    kind = listing("sitemap index with packed children", made)
    kind.site.routes["/index.xml"] = Answer(
        '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<sitemap><loc>/news1.xml.gz</loc></sitemap><sitemap><loc>/news2.xml</loc></sitemap></sitemapindex>",
        headers={"Content-Type": "text/xml"},
    )
    packed = gzip.compress(sitemap(made[:3]).encode())
    kind.site.routes["/news1.xml.gz"] = Answer(packed, headers={"Content-Type": "application/gzip"})
    kind.site.routes["/news2.xml"] = Answer(sitemap(made[3:]), headers={"Content-Type": "text/xml"})
    kind.entry = "/index.xml"
    return kind


def _feed_in_head(made: tuple[Story, ...]) -> Kind:
    kind = feed("feed named in the head of a page that shows no articles", made, rss, "application/rss+xml")
    head = '<link rel="alternate" type="application/rss+xml" title="RSS" href="/feed">'
    kind.site.routes["/app/"] = Answer(page("应用", '<div id="app">加载中</div>', head))
    kind.entry = "/app/"
    return kind


def _declared_json(made: tuple[Story, ...]) -> Kind:
    kind = listing("JSON with declared items and fields", made, address=by_id)
    rows = [{"path": by_id(s), "name": s.title, "when": f"{s.day} 09:30:00"} for s in made]
    kind.site.routes["/api"] = Answer(
        json.dumps({"data": {"list": rows}}), headers={"Content-Type": "application/json"}
    )
    kind.entry = "/api"
    kind.declared = {
        "kind": "json",
        "items": "data.list[*]",
        "fields": {"url": "path", "title": "name", "published": "when"},
    }
    return kind


def _trs_json(made: tuple[Story, ...]) -> Kind:
    kind = listing("JSON of a known shape", made, address=by_id)
    rows = [{"docpuburl": by_id(s), "title": s.title, "docreltime": f"{s.day} 09:30:00"} for s in made]
    kind.site.routes["/data.json"] = Answer(
        json.dumps({"code": 0, "datas": rows}), headers={"Content-Type": "application/json"}
    )
    kind.entry = "/data.json"
    return kind


def _hanweb(made: tuple[Story, ...]) -> Kind:
    def address(story: Story) -> str:
        return f"/art/{story.day.year}/{story.day.month}/{story.day.day}/art_58_{story.number}.html"

    kind = listing("Hanweb data proxy", made, address=address)
    rows = "".join(
        f"<record><![CDATA[<li><a href='{address(s)}' title='{s.title}'>{s.title}</a><span>{s.day}</span></li>]]></record>"
        for s in made
    )
    kind.site.routes["/col/col58/index.html"] = Answer(
        page(
            "工作动态",
            "<div id='58'><script type='text/xml'><datastore><nextgroup><![CDATA[<a href=\"/module/jpage/dataproxy.jsp?page=1&appid=1&webid=1&columnid=58\"></a>]]></nextgroup>"
            f"<recordset>{rows}</recordset></datastore></script></div>",
        )
    )
    kind.entry = "/col/col58/index.html"
    return kind


def _ucap(made: tuple[Story, ...]) -> Kind:
    def address(story: Story) -> str:
        return f"/content/content_{7000000000000000000 + story.number}.html"

    kind = listing("UCAP list by POST", made, address=address)

    async def query(request: web.Request) -> web.StreamResponse:
        form = await request.post()
        asked = request.method == "POST" and form.get("siteId") == "11"
        rows = [{"title": s.title, "url": address(s), "publishedTimeStr": f"{s.day} 09:30:00"} for s in made]
        return web.json_response({"data": {"results": rows if asked else []}})

    kind.site.routes["/common/search/queryList"] = query
    kind.site.routes["/list.shtml"] = Answer(
        page(
            "列表",
            '<div id="list"></div><script>$.ajax({type:"POST",url:"/common/search/queryList",'
            'data:{siteId:"11",channelId:"22",pageSize:"20",pageNo:"1"},success:function(d){show(d)}});</script>',
        )
    )
    kind.entry = "/list.shtml"
    return kind


def _script_rows(made: tuple[Story, ...]) -> Kind:
    kind = listing("rows in a page script", made, address=by_id)
    rows = ",".join(f'{{"title":"{s.title}","url":"{by_id(s)}","date":"{s.day}"}}' for s in made)
    kind.site.routes["/rows.html"] = Answer(
        page("新闻", f"<div id=list></div><script>var newsList=[{rows}];render(newsList);</script>")
    )
    kind.entry = "/rows.html"
    return kind


def _by_query(name: str, made: tuple[Story, ...], entry: str, inner: str) -> Kind:
    """A site whose article addresses stand nowhere: its script makes them of ids."""
    kind = listing(name, made, entry=entry)
    numbered = {str(s.number): s for s in made}

    async def show(request: web.Request) -> web.StreamResponse:
        story = numbered.get(request.query.get("nid", ""))
        return web.Response(
            text=article(story) if story else "", status=200 if story else 404, content_type="text/html"
        )

    kind.site.routes["/zx/show.html"] = show
    kind.site.routes[entry] = Answer(page("资讯", f"<ul id=rows></ul>{inner}"))
    return kind


def _addresses_built_by_script(made: tuple[Story, ...]) -> Kind:
    rows = ",".join(f"{{nid:{s.number},bt:'{s.title}',rq:'{s.day}'}}" for s in made)
    build = "out+='<li><a href=\"show.html?nid='+rows[i].nid+'\">'+rows[i].bt+'</a></li>'"
    inner = f"<script>var rows=[{rows}];for(var i=0;i<rows.length;i++){{{build};}}</script>"
    return _by_query("rows in a script that builds their addresses", made, "/zx/", inner)


def _addresses_built_for_answers(made: tuple[Story, ...]) -> Kind:
    inner = (
        '<script>fetch("/service/list?channel=7").then(r => r.json()).then(d => d.data.forEach(item => '
        "add(`<a href='/zx/show.html?nid=${item.nid}'>${item.title}</a>`)))</script>"
    )
    kind = _by_query("data interface whose page builds the addresses", made, "/xinwen/", inner)
    rows = [{"nid": s.number, "title": s.title, "createTime": f"{s.day} 09:00"} for s in made]
    kind.site.routes["/service/list"] = Answer(
        json.dumps({"code": 200, "data": rows}), headers={"Content-Type": "application/json"}
    )
    return kind


def _cards(made: tuple[Story, ...]) -> Kind:
    """Cards under an address as of a firm's cases: a picture, a heading without a link, a button."""

    def card(story: Story, href: str) -> str:
        return (
            f'<div class="card"><a href="{href}"><img src="/img/{story.number}.jpg"></a><div class="body">'
            f'<h4>{story.title}</h4><p>{story.day:%Y.%m.%d}</p><a class="btn" href="{href}">查看详情</a></div></div>'
        )

    return listing("cards with a button", made, address=lambda s: f"/case-{s.number}.html", row=card)


def _frame(made: tuple[Story, ...]) -> Kind:
    kind = listing("list in a frame", made, entry="/inner.html")
    kind.site.routes["/frame.html"] = Answer(page("新闻", '<iframe src="/inner.html" width="100%"></iframe>'))
    kind.entry = "/frame.html"
    return kind


def _paged_list(made: tuple[Story, ...]) -> Kind:
    kind = listing("list of three pages", made)
    for number in range(3):
        rows = "".join(dated_row(s, by_date(s)) for s in made[number * 6 : number * 6 + 6])
        after = f'<a href="/news/index_{number + 1}.html">下一页</a>' if number < 2 else "下一页"
        path = f"/news/index_{number}.html" if number else "/news/"
        kind.site.routes[path] = Answer(
            page(
                "动态",
                f'<ul class="list">{rows}</ul><div class="pages"><a href="/news/">首页</a>{after}</div>',
            ),
            validators=True,
        )
    kind.declared = {"pages": 3}
    return kind


def _paged_bodies(made: tuple[Story, ...]) -> Kind:
    kind = listing("bodies over several pages", made, address=lambda s: f"/newsview-{s.number}-1.html")
    for story in made:
        for number, paragraph in enumerate(story.paragraphs, 1):
            after = f'<a href="/newsview-{story.number}-{number + 1}.html">下一页</a>' if number < 3 else ""
            kind.site.routes[f"/newsview-{story.number}-{number}.html"] = Answer(
                article(story, inner=f"<p>{paragraph}</p><div class='page'>[{number}]{after}</div>")
            )
    return kind


def _session_ids(made: tuple[Story, ...]) -> Kind:
    """The same articles under another session id each time the list is asked for."""
    kind = listing("session ids in the addresses", made)
    visit = iter(range(1000, 9999))

    async def rows(request: web.Request) -> web.StreamResponse:
        session = next(visit)
        listed = "".join(dated_row(s, f"{by_date(s)};jsessionid={session}?utm_source=home") for s in made)
        return web.Response(text=page("动态", f"<ul>{listed}</ul>"), content_type="text/html")

    async def one(request: web.Request) -> web.StreamResponse:
        path = request.path.partition(";")[0]
        found = [s for s in made if by_date(s) == path]
        return web.Response(
            text=article(found[0]) if found else "none",
            status=200 if found else 404,
            content_type="text/html",
        )

    kind.site.routes["/news/"] = rows
    kind.site.fallback = one
    return kind


def _attachments(made: tuple[Story, ...]) -> Kind:
    kind = listing("notices with attachments", made)
    for place, story in enumerate(made):
        name = f"/files/{story.number}.{'docx' if place % 2 else 'pdf'}"
        body = docx(story.paragraphs[2]) if place % 2 else pdf(story.paragraphs[2])
        kind.site.routes[name] = Answer(body, headers={"Content-Type": "application/octet-stream"})
        inner = f"<p>{story.paragraphs[0]}</p><p>{story.paragraphs[1]}</p><p>附件：<a href='{name}'>通知全文</a></p>"
        kind.site.routes[by_date(story)] = Answer(article(story, inner=inner))
    return kind


def _moved(made: tuple[Story, ...]) -> Kind:
    kind = listing("list and articles behind redirects", made)
    kind.site.routes["/old/"] = Answer("", 301, {"Location": "/news/"})
    kind.entry = "/old/"
    return kind


def _with_broken_pages(made: tuple[Story, ...]) -> Kind:
    """Among the articles stand a missing page, a login, an error page with status 200 and garbage bytes."""
    kind = listing("broken pages among good ones", made)
    bad = stories(90, 4, made[0].day)
    rows = "".join(dated_row(s, by_date(s)) for pair in zip(made, (*bad, *bad), strict=False) for s in pair)
    kind.site.routes["/news/"] = Answer(page("动态", f"<ul class='list'>{rows}</ul>"))
    kind.site.routes[by_date(bad[0])] = Answer("none", 404)
    kind.site.routes[by_date(bad[1])] = Answer(
        page(
            "登录",
            '<h1>用户登录</h1><form>用户名<input name="u">密码<input type="password"><a href="#">忘记密码</a></form>',
        )
    )
    kind.site.routes[by_date(bad[2])] = Answer(
        page("系统提示", "<h1>系统提示</h1><p>您访问的页面不存在或已被删除，3秒后自动返回首页。</p>")
    )
    kind.site.routes[by_date(bad[3])] = Answer(bytes(range(256)) * 40)
    return kind
