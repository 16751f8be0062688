"""Sites that one must be let into: a picture before them, frames, a cookie, a program that is told by its address."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from aiohttp import web

from tests.farm import Answer, Handler
from tests.farm.fronts import column, fields, json_of, part, rows_of, shown, site_of
from tests.farm.sites import Kind, Story, by_id, dated_row, page, stories

_HIDDEN_COUNTER = "<script>var counter = 'visits of this page are counted here, whoever comes and goes'; count(counter);</script>"


def kinds(today: date) -> list[Kind]:
    """Return the kinds."""
    built: list[Callable[[tuple[Story, ...]], Kind]] = [
        *(_before(*told) for told in _WAYS_IN),
        *(_menu_beside(*told) for told in _MENUS),
        _cookie_or_front_page,
        _columns_of_one_program,
        _referer_or_front_page,
        _menu_that_leads_to_menus,
        _articles_in_framesets,
        _articles_beside_an_advert,
        _list_in_a_frame_beside_others,
        _columns_under_a_channel,
        _article_asked_by_the_address,
        _articles_that_a_page_posts_for,
        _articles_that_a_program_posts_for,
        _chain_of_neighbours,
        _columns_named_by_an_interface,
    ]
    return [build(stories(1100 + 3 * n, 12, today)) for n, build in enumerate(built)]


def _before(name: str, way: str) -> Callable[[tuple[Story, ...]], Kind]:
    """A page before the site, whose picture says nothing."""

    def build(made: tuple[Story, ...]) -> Kind:
        foot = '<a href="http://beian.example.cn/">浙ICP备00000000号</a>'
        splash = Answer(
            f"<html><title>协会</title><body>{way}{_HIDDEN_COUNTER}{foot}</body></html>", validators=True
        )
        return site_of(name, made, {"/": splash, "/main.asp": shown(rows_of(made)), "/en/": shown("")})

    return build


_WAYS_IN = (
    ("picture that leads in", '<a href="main.asp"><img src="/enter.jpg"></a>'),
    (
        "picture for each tongue",
        '<a href="/en/"><img src="/2.gif"></a><a href="main.asp"><img src="/1.gif"></a>',
    ),
    ("picture to be clicked", """<img src="/in.jpg" onclick="location.href='main.asp'">"""),
    ("button that leads in", '<form action="main.asp"><input type="image" src="/in.gif"></form>'),
)


def _bare(text: str, head: str = "") -> Answer:
    return Answer(f"<html><head>{head}</head><body>{text}</body></html>", validators=True)


def _menu_beside(name: str, head: str, link: str) -> Callable[[tuple[Story, ...]], Kind]:
    """A frame shows a picture, a menu in the other leads it to columns of whatever name."""

    def build(made: tuple[Story, ...]) -> Kind:
        named = (("a.asp", "行业信息"), ("b.asp", "学会活动"), ("about.html", "学会概况"))
        frames = '<frameset cols="1,2"><frame src="left.htm"><frame name="show" src="first.htm"></frameset>'
        menu = "".join(link.format(to=to, words=words) for to, words in named)
        routes: dict[str, Answer | Handler] = {
            "/": Answer(f"<html>{frames}</html>", validators=True),
            "/left.htm": _bare(menu, head),
            "/first.htm": _bare('<img src="/house.jpg">'),
            **column(made[:6], "/a.asp", "/a.asp?p=2"),
            **column(made[6:], "/b.asp", "/b.asp?p=2"),
        }
        return site_of(name, made, routes)

    return build


_MENUS = (
    ("menu of any names", "", '<p><a href="{to}" target="show">{words}</a></p>'),
    ("menu with one target", '<base target="show">', '<p><a href="{to}">{words}</a></p>'),
    (
        "menu by script",
        "",
        """<p><a href="javascript:void(0)" onclick="parent.show.location.href='{to}'">{words}</a></p>""",
    ),
)


def _cookie_or_front_page(made: tuple[Story, ...]) -> Kind:
    """Whoever does not show the cookie is sent to the front page, and given it."""
    columns = '<h3>动态<a href="/dt.do?c=2">更多</a></h3>'
    kind = site_of("cookie or front page", made, column(made[:6], "/dt.do?c=2", "/dt.do?c=2&p=2"))
    kind.site.routes |= {"/": shown(f"<div>{columns}{rows_of(made[:2])}</div><div>{rows_of(made[6:])}</div>")}

    return _gated(kind, lambda request: "JSESSIONID" in request.cookies or "sid" in request.query)


def _referer_or_front_page(made: tuple[Story, ...]) -> Kind:
    """Whoever does not come from a page of the site is sent to the front page."""
    kind = site_of("referer or front page", made, {"/": shown(rows_of(made))})
    return _gated(kind, lambda request: request.path == "/" or "Referer" in request.headers)


def _gated(kind: Kind, admits: Callable[[web.Request], bool]) -> Kind:
    def gated(said: Answer | Handler) -> Handler:
        async def gate(request: web.Request) -> web.StreamResponse:
            assert isinstance(said, Answer)
            if admits(request):
                same = request.headers.get("If-None-Match") == '"1"'
                headers = {"Content-Type": "text/html; charset=utf-8", "ETag": '"1"'}
                return web.Response(
                    status=304 if same else 200, body=b"" if same else said.body, headers=headers
                )
            given = {"Location": "/?sid=1", "Set-Cookie": "JSESSIONID=1; Path=/; HttpOnly"}
            return web.Response(status=302, headers=given)

        return gate

    kind.site.routes = {path: gated(said) for path, said in kind.site.routes.items()}
    return replace(kind, entry="/")


def _columns_of_one_program(made: tuple[Story, ...]) -> Kind:
    """One page shows every column: its program reads which one off its address, and posts what it keeps in an object."""

    async def rows(request: web.Request) -> web.StreamResponse:
        asked = json.loads(await request.text())
        mine = {"1": made[:6], "2": made[6:]}.get(str(asked.get("type")), ())
        found = part(mine, int(asked.get("pageNum", 0)))
        return json_of({"data": {"total": 6, "list": fields(found)}})

    program = (
        "axios.defaults.baseURL = '/api'; new Vue({ el: '#app', data: { list: [], query: { type: '', pageNum: 1, pageSize: 4 } },"
        " created() { this.query.type = new URLSearchParams(location.search).get('type'); this.load(1) },"
        " methods: { load(p) { axios.post('/news/page', Object.assign({}, this.query, { pageNum: p }))"
        ".then(res => { this.list = res.data.data.list }) } } })"
    )
    drawn = f"""<div id="app"><li v-for="item in list"><a :href="'/newsview-' + item.id + '.html'">{{{{ item.title }}}}</a></li></div><script>{program}</script>"""
    blocks = "".join(
        f'<div><h3>{name}<a href="/list.html?type={n}">更多</a></h3>{rows_of(mine)}</div>'
        for n, name, mine in ((1, "动态", made[:2]), (2, "公告", made[6:8]))
    )
    return site_of(
        "columns of one program",
        made,
        {
            "/": shown(blocks),
            "/list.html?type=1": shown(drawn),
            "/list.html?type=2": shown(drawn),
            "/api/news/page": rows,
        },
    )


# --- frames ---


def _menu_that_leads_to_menus(made: tuple[Story, ...]) -> Kind:
    """The links of one frame change the menu in another, whose links lead a third."""
    inner = (
        '<frameset cols="1,2"><frame name="left" src="l1.htm"><frame name="main" src="hello.htm"></frameset>'
    )
    frames = f'<frameset rows="80,*"><frame src="top.htm">{inner}</frameset>'
    return site_of(
        "menu that leads to menus",
        made,
        {
            "/": Answer(f"<html>{frames}</html>", validators=True),
            "/top.htm": _bare(
                '<a href="l1.htm" target="left">学会之窗</a><a href="l2.htm" target="left">信息之窗</a>'
            ),
            "/l1.htm": _bare(
                '<a href="jj.htm" target="main">学会简介</a><a href="hd.htm" target="main">学会活动</a>'
            ),
            "/l2.htm": _bare('<a href="xx.htm" target="main">市场信息</a>'),
            "/hello.htm": _bare("<h1>欢迎</h1>"),
            "/hd.htm": _bare(rows_of(made[:6])),
            "/xx.htm": _bare(rows_of(made[6:])),
        },
    )


def _framed(name: str, made: tuple[Story, ...], show: Callable[[Story, str], str]) -> Kind:
    """Each article is in a frame of its page, and not the only one."""
    kind = site_of(name, made, {"/": shown(rows_of(made)), "/top.htm": _bare('<a href="/">首页</a>')})
    for story in made:
        inner = f"/c/{story.number}.htm"
        kind.site.routes[by_id(story)] = Answer(show(story, inner), validators=True)
        kind.site.routes[inner] = _bare(f"<p>{story.title}</p><p>{story.day}</p>{story.html}")
    return kind


def _articles_in_framesets(made: tuple[Story, ...]) -> Kind:
    """The head of the site is in the other frame."""
    frames = '<frameset rows="80,*"><frame name="top" src="/top.htm"><frame name="body" src="{}"></frameset>'
    return _framed(
        "articles in framesets",
        made,
        lambda s, to: f"<html><head><title>{s.title}</title></head>{frames.format(to)}</html>",
    )


def _articles_beside_an_advert(made: tuple[Story, ...]) -> Kind:
    """An advert and the weather are in other frames."""
    others = (
        '<iframe src="/ad/top.asp" height="300"></iframe>',
        '<iframe src="/tq.asp" height="20"></iframe>',
    )
    return _framed(
        "articles beside an advert",
        made,
        lambda s, to: page(s.title, f'{others[0]}<iframe src="{to}" height="2000"></iframe>{others[1]}'),
    )


def _list_in_a_frame_beside_others(made: tuple[Story, ...]) -> Kind:
    """The column is in a frame of a page that shows some articles itself."""
    hot = f'<div class="hot"><h3>热点新闻</h3>{rows_of(made[:3])}</div>'
    frame = '<iframe src="/list.asp?c=2" width="700" height="900"></iframe>'
    pages = {
        "/list.asp?c=2": shown(f'{rows_of(made[:6])}<a href="/list.asp?c=2&p=2">下一页</a>'),
        "/list.asp?c=2&p=2": shown(rows_of(made[6:])),
    }
    return site_of("list in a frame beside others", made, {"/": shown(hot + frame), **pages})


# --- what leads on only from where one is led ---


def _columns_under_a_channel(made: tuple[Story, ...]) -> Kind:
    """The front page shows no rows; the channel that its heading names shows some of each column."""
    blocks = "".join(
        f'<div><h3><a href="/xw/{to}/">{name}</a></h3>{rows_of(mine)}</div>'
        for to, name, mine in (("hy", "行业新闻", made[:2]), ("xh", "协会新闻", made[6:8]))
    )
    routes: dict[str, Answer | Handler] = {
        "/": shown('<h3><a href="/xw/">新闻中心</a></h3><img src="/house.jpg">'),
        "/xw/": shown(blocks),
        **column(made[:6], "/xw/hy/", "/xw/hy/2.html"),
        **column(made[6:], "/xw/xh/", "/xw/xh/2.html"),
    }
    return site_of("columns under a channel", made, routes)


def _article_asked_by_the_address(made: tuple[Story, ...]) -> Kind:
    """The program of an article's page asks for what its address names."""

    async def one(request: web.Request) -> web.StreamResponse:
        story = next((s for s in made if str(s.number) == request.query.get("id")), None)
        told = story and {"title": story.title, "content": story.html, "publishTime": str(story.day)}
        return json_of({"code": 0 if told else 1, "data": told})

    program = "axios.get('/api/detail', { params: { id: getUrlParam('id') } }).then(r => { this.article = r.data.data })"
    drawn = f"<div id='app'><h1>{{{{ article.title }}}}</h1></div><script>new Vue({{ created() {{ {program} }} }})</script>"
    rows = "".join(dated_row(s, f"/detail.html?id={s.number}") for s in made)
    kind = site_of(
        "article asked by the address",
        made,
        {"/": shown(f"<ul>{rows}</ul>"), "/detail.html": shown(drawn), "/api/detail": one},
    )
    for story in made:
        del kind.site.routes[by_id(story)]
    return kind


def _posted(made: tuple[Story, ...]) -> Handler:
    """What gives an article to a POST of its number, as a form or JSON, and nothing to other requests."""

    async def one(request: web.Request) -> web.StreamResponse:
        sent = await (request.json() if "json" in request.content_type else request.post())
        story = next((s for s in made if str(s.number) == sent.get("id")), None)
        told = story and {"title": story.title, "content": story.html, "publishTime": str(story.day)}
        return json_of({"code": 0 if told and request.method == "POST" else 405, "data": told})

    return one


def _articles_that_a_page_posts_for(made: tuple[Story, ...]) -> Kind:
    """The script of an article's page posts the number in its address."""
    program = "var id=location.search.split('id=')[1];$.post('/api/detail',{id:id},function(r){$('#c').html(r.data.content)});"
    rows = "".join(dated_row(s, f"/detail.html?id={s.number}") for s in made)
    routes: dict[str, Answer | Handler] = {
        "/": shown(f"<ul>{rows}</ul>"),
        "/detail.html": shown(f'<div id="c"></div><script>{program}</script>'),
        "/api/detail": _posted(made),
    }
    kind = site_of("articles that a page posts for", made, routes)
    for story in made:
        del kind.site.routes[by_id(story)]
    return kind


def _articles_that_a_program_posts_for(made: tuple[Story, ...]) -> Kind:
    """Every page is the program's shell; the program posts for lists and for single articles."""
    program = (
        'const http=axios.create({baseURL:"/gw"});const l=e=>http({url:"/news/pageList",method:"post",data:e}),'
        'o=e=>http({url:"/news/getInfo",method:"post",data:e});const routes=[{path:"/news/detail/:id",component:D}];'
        "const L={data(){return{query:{pageNo:1,pageSize:4}}},mounted(){l(this.query)}},D={mounted(){o({id:this.$route.params.id})}};"
    )
    shell = '<html><body><div id="app"></div><script src="/assets/index.js"></script></body></html>'

    async def listed(request: web.Request) -> web.StreamResponse:
        sent = await request.json()
        return json_of({"code": 0, "data": {"records": fields(part(made, int(sent["pageNo"])))}})

    routes: dict[str, Answer | Handler] = {
        "/": Answer(shell),
        "/assets/index.js": Answer(program, headers={"Content-Type": "application/javascript"}),
        "/gw/news/pageList": listed,
        "/gw/news/getInfo": _posted(made),
        **{f"/news/detail/{s.number}": Answer(shell) for s in made},
    }
    kind = site_of("articles that a program posts for", made, routes)
    for story in made:
        del kind.site.routes[by_id(story)]
    return kind


def _chain_of_neighbours(made: tuple[Story, ...]) -> Kind:
    """No list at all: each article leads to those beside it, the front page to the newest two."""
    kind = site_of("chain of neighbours", made, {"/": _bare(rows_of(made[:2]))})
    for number, story in enumerate(made):
        near = {"上一篇": number - 1, "下一篇": number + 1}
        beside = "".join(
            f'<p>{words}：<a href="{by_id(made[at])}">{made[at].title}</a></p>'
            if 0 <= at < len(made)
            else f"<p>{words}：没有了</p>"
            for words, at in near.items()
        )
        text = f'<h1>{story.title}</h1><div class="info">发布时间：{story.day}</div><div class="content">{story.html}</div>'
        kind.site.routes[by_id(story)] = shown(f'<div class="article">{text}{beside}</div>')
    return kind


def _columns_named_by_an_interface(made: tuple[Story, ...]) -> Kind:
    """A program that gives nothing without the key of a column, which another interface names."""
    columns = {"3": made[:6], "4": made[6:]}

    async def menu(_: web.Request) -> web.StreamResponse:
        named = (("3", "行业资讯"), ("4", "协会动态"), ("9", "联系我们"))
        return json_of({"code": 0, "data": [{"id": int(key), "name": name} for key, name in named]})

    async def one(request: web.Request) -> web.StreamResponse:
        listed, page = columns.get(request.query.get("categoryId", ""), ()), int(request.query["page"])
        return json_of({"code": 0 if listed else 1, "data": {"list": fields(part(tuple(listed), page))}})

    program = (
        'const h=axios.create({baseURL:"/api"});h.get("/category/list").then(e=>{cats=e.data.data});'
        'h.get("/article/list",{params:{categoryId:this.cid,page:this.page,limit:4}});open(t){location.href=`/newsview-${t.id}.html`}'
    )
    routes: dict[str, Answer | Handler] = {
        "/": Answer('<html><body><div id="app"></div><script src="/js/app.js"></script></body></html>'),
        "/js/app.js": Answer(program, headers={"Content-Type": "application/javascript"}),
        "/api/category/list": menu,
        "/api/article/list": one,
    }
    return site_of("columns named by an interface", made, routes)
