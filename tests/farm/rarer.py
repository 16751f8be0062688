"""Rarer builds of site: forums, e-papers, grids of script libraries, plain XML, script pagers, crowded front pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, time
from html import escape
from itertools import groupby

from aiohttp import web

from tests.farm import Answer
from tests.farm.documents import pdf
from tests.farm.sites import SHANGHAI, Kind, Story, article, by_date, by_id, dated_row, listing, page, stories

_MEMBERS = ("某某针织有限公司", "远山服饰股份有限公司", "东河印染厂", "天青家纺集团")
_SIDE = (
    '<div class="side"><h3>会员风采</h3><ul>'
    + "".join(f'<li><a href="/member/{100 + n}.html">{name}</a></li>' for n, name in enumerate(_MEMBERS))
    + '</ul><h3>供求信息</h3><ul><li><a href="/supply/881.html">供应全棉斜纹坯布</a></li>'
    '<li><a href="/supply/882.html">求购库存涤纶面料</a></li></ul>'
    '<h3>下载中心</h3><ul><li><a href="/upload/rhsq.doc">会员入会申请表</a></li></ul>'
    '<h3>友情链接</h3><div class="links"><a href="http://www.xiehui.example.cn/">某省服装行业协会</a>'
    '<a href="http://www.mianliao.example.cn/">中部面料网</a></div></div>'
)
_PROFILE = "<p>公司创办于1998年，占地面积五万平方米，拥有员工八百余人，主要生产各类面料和服装，产品远销海外多个国家和地区。</p>"


def _furnished(kind: Kind) -> Kind:
    """Add the pages that the side column leads to, which are no articles."""
    for number, name in enumerate(_MEMBERS):
        kind.site.routes[f"/member/{100 + number}.html"] = Answer(
            page(name, f"<h1>{name}</h1>{_PROFILE * 2}")
        )
    for number in (881, 882):
        kind.site.routes[f"/supply/{number}.html"] = Answer(
            page("供求", "<h1>供应全棉斜纹坯布</h1><p>价格面议，联系人：王先生</p>")
        )
    kind.site.routes["/upload/rhsq.doc"] = Answer(b"\xd0\xcf\x11\xe0" + bytes(2000))
    return kind


def _entry(kind: Kind, entry: str, inner: str, head: str = "") -> Kind:
    """Let a kind begin at a page of its own."""
    kind.site.routes[entry] = Answer(page("新闻中心", inner + _SIDE, head), validators=True)
    kind.entry = entry
    return _furnished(kind)


def _json(value: object) -> Answer:
    return Answer(
        json.dumps(value, ensure_ascii=False), headers={"Content-Type": "application/json"}, validators=True
    )


def _xml(text: str, charset: str = "utf-8") -> Answer:
    return Answer(text.encode(charset), headers={"Content-Type": "text/xml"}, validators=True)


def kinds(today: date) -> list[Kind]:
    """Return the kinds, each with a dozen articles unless its shape wants another number."""
    built: list[Callable[[tuple[Story, ...]], Kind]] = [
        _nested_framesets,
        _definition_list,
        _register_of_documents,
        _pager_by_function,
        _pager_by_form,
        _load_more,
        _front_page,
        _rss_of_old,
        _json_body,
        _hexo_archive,
        _epaper,
        _rows_opened_by_a_variable,
        _popup_links,
        _layui_table,
        _bootstrap_table,
        _easyui_grid,
        _plain_xml,
        _xml_attributes,
        _clicked_items,
        _mobile_twins,
        _arrays_of_cells,
        _portal_blocks,
        _handler_reads_link,
        _aspnet_rows,
        _json_in_a_string,
        _loaded_fragment,
        _script_file,
        _data_script,
        _rows_in_an_attribute,
        _months_as_headings,
        _days_in_numerals,
        _framed_bodies,
        _documents_in_a_viewer,
        _shells_of_a_service,
        _two_columns,
        _numbered_bodies,
        _english_column,
        _pager_by_postback,
        _posted_pages_of_rows,
        _first_rows_in_a_datastore,
        _archive_by_month,
        _goods_beside_news,
        _pager_drawn_by_script,
        _more_rows_on_a_button,
    ]
    return [build(stories(200 + 3 * n, 12, today)) for n, build in enumerate(built)]


def _nested_framesets(made: tuple[Story, ...]) -> Kind:
    kind = listing(
        "frameset within a frameset", made, address=by_id, entry="/main/list.htm", charset="gb18030"
    )
    kind.site.routes["/"] = Answer(
        '<html><frameset rows="90,*"><frame src="top.htm" name="top"><frame src="main/index.htm" name="main"></frameset></html>'
    )
    kind.site.routes["/top.htm"] = Answer('<html><body><img src="logo.gif"></body></html>')
    kind.site.routes["/main/index.htm"] = Answer(
        '<html><frameset cols="160,*"><frame src="left.htm"><frame src="list.htm" name="right"></frameset></html>'
    )
    kind.site.routes["/main/left.htm"] = Answer(
        '<html><body><a href="list.htm" target="right">动态</a><a href="/about.html" target="right">简介</a></body></html>'
    )
    kind.entry = "/"
    return kind


def _definition_list(made: tuple[Story, ...]) -> Kind:
    kind = listing("one definition list of titles and days", made, address=by_id)
    rows = "".join(
        f'<dt><a href="{by_id(s)}">{s.title}</a></dt><dd>{s.paragraphs[1][:40]}…</dd><dd class="d">{s.day:%Y/%m/%d}</dd>'
        for s in made
    )
    return _entry(kind, "/news/", f"<dl>{rows}</dl>")


def _register_of_documents(made: tuple[Story, ...]) -> Kind:
    """A register of documents: the body that issued each is a link too, and a tip repeats everything."""
    kind = listing("register of documents", made, address=lambda s: f"/zfxxgk/{s.number}/content.shtml")
    rows = "".join(
        f'<tr><td>{n}</td><td><a href="/zfxxgk/{s.number}/content.shtml">{s.title}</a><div class="tip" style="display:none">'
        f"索 引 号：000014349/{s.day.year}-{s.number:05d}<br>发文机关：市经信局<br>成文日期：{s.day:%Y年%m月}01日</div></td>"
        f'<td><a href="/zfxxgk/unit_{n % 3}.shtml">市经济和信息化局</a></td><td>经信发〔{s.day.year}〕{n}号</td><td>{s.day}</td></tr>'
        for n, s in enumerate(made, 1)
    )
    for n in range(3):
        kind.site.routes[f"/zfxxgk/unit_{n}.shtml"] = Answer(
            page("机构", f"<h1>市经济和信息化局</h1>{_PROFILE}")
        )
    head = "<tr><th>序号</th><th>名称</th><th>发文机关</th><th>文号</th><th>发布日期</th></tr>"
    return _entry(kind, "/zfxxgk/", f"<table>{head}{rows}</table>")


def _thirds(made: tuple[Story, ...]) -> list[str]:
    return ["".join(dated_row(s, by_id(s)) for s in made[n : n + 4]) for n in (0, 4, 8)]


def _pager_by_function(made: tuple[Story, ...]) -> Kind:
    """The next page is a call of the page's own function."""
    kind = listing("pager by a function of the page", made, address=by_id)
    script = "<script>function gotoPage(n){ window.location.href = '/news/list.jsp?cid=3&p=' + n; }</script>"
    for number, rows in enumerate(_thirds(made), 1):
        after = (
            f'<a href="javascript:gotoPage({number + 1})">下一页</a>' if number < 3 else "<span>下一页</span>"
        )
        path = f"/news/list.jsp?cid=3&p={number}" if number > 1 else "/news/list.jsp?cid=3"
        _entry(
            kind,
            path,
            f'{script}<ul>{rows}</ul><div class="pages"><a href="javascript:gotoPage(1)">首页</a>{after}</div>',
        )
    kind.entry, kind.declared = "/news/list.jsp?cid=3", {"pages": 3}
    return kind


def _pager_by_form(made: tuple[Story, ...]) -> Kind:
    """The next page is this page's form sent with another number."""
    kind = listing("pager by a form", made, address=by_id)
    thirds = _thirds(made)

    async def show(request: web.Request) -> web.StreamResponse:
        sent = dict(request.query) | {k: str(v) for k, v in (await request.post()).items()}
        number = int(sent.get("pageNo", "1"))
        after = (
            f'<a href="#" onclick="turn({number + 1});return false;">下一页</a>' if number < 3 else "下一页"
        )
        form = (
            '<form id="pageForm" method="post" action="/news/list.do"><input type="hidden" name="channel" value="7">'
            f'<input type="hidden" name="pageNo" id="pageNo" value="{number}"></form>'
            "<script>function turn(n){document.getElementById('pageNo').value=n;document.forms['pageForm'].submit();}</script>"
        )
        listed = thirds[number - 1] if sent.get("channel") == "7" else ""
        return web.Response(
            text=page("动态", f"<ul>{listed}</ul>{form}{after}{_SIDE}"), content_type="text/html"
        )

    kind.site.routes["/news/list.do"] = show
    kind.entry, kind.declared = "/news/list.do?channel=7", {"pages": 3}
    return _furnished(kind)


def _load_more(made: tuple[Story, ...]) -> Kind:
    """A button loads the rest of the list."""
    kind = listing("button that loads more", made, address=by_id)
    for number, rows in enumerate(_thirds(made), 1):
        more = f'<a class="btn" href="/news/more?page={number + 1}">加载更多</a>' if number < 3 else ""
        path = f"/news/more?page={number}" if number > 1 else "/news/"
        _entry(kind, path, f"<ul>{rows}</ul>{more}")
    kind.entry, kind.declared = "/news/", {"pages": 3}
    return kind


def _front_page(made: tuple[Story, ...]) -> Kind:
    """Slides, notices with days of the month, tabs, picture news, and much that is no news."""
    channels = ("tzgg", "hyxw", "zcfg")
    kind = listing("crowded front page", made, address=lambda s: f"/{channels[s.number % 3]}/{s.number}.html")

    def address(story: Story) -> str:
        return f"/{channels[story.number % 3]}/{story.number}.html"

    slides = "".join(
        f'<li><a href="{address(s)}"><img src="/i/{s.number}.jpg" alt="{s.title}"></a></li>' for s in made[:3]
    )
    notices = "".join(
        f'<li><a href="{address(s)}">{s.title[:14]}...</a><i>{s.day:%m-%d}</i></li>' for s in made[3:7]
    )
    tabs = "".join(
        f'<p>▪ <a href="{address(s)}" title="{s.title}">{s.title[:18]}</a></p>' for s in made[7:10]
    )
    pictures = "".join(
        f'<figure><a href="{address(s)}"><img src="/i/{s.number}.jpg"></a><figcaption><a href="{address(s)}">{s.title}</a></figcaption></figure>'
        for s in made[10:]
    )
    services = "".join(
        f'<a href="/fw/{n}/">{name}</a>'
        for n, name in enumerate(
            ("入会指南", "培训报名系统", "质量检测中心", "时装周官方网站", "数据服务平台")
        )
    )
    inner = (
        f'<div class="banner"><ul>{slides}</ul></div><div class="box"><h2>通知公告<a href="/tzgg/">更多&gt;&gt;</a></h2><ul>{notices}</ul></div>'
        f'<div class="box"><h2><a href="/hyxw/">行业新闻</a>|<a href="/zcfg/">政策法规</a></h2>{tabs}</div>'
        f'<div class="box">{pictures}</div><div class="service">{services}</div>'
        '<div class="box"><h2>协会领导</h2><a href="/ld/1.html">王某某</a><a href="/ld/2.html">李某某</a></div>'
    )
    for n in range(5):
        kind.site.routes[f"/fw/{n}/"] = Answer(page("服务", f"<h1>服务平台</h1>{_PROFILE}"))
    for n in (1, 2):
        kind.site.routes[f"/ld/{n}.html"] = Answer(
            page("王某某", f"<h1>王某某</h1><p>协会会长，高级工程师。</p>{_PROFILE}")
        )
    return _entry(kind, "/", inner)


def _rss_of_old(made: tuple[Story, ...]) -> Kind:
    """RSS 0.91 with Netscape's DOCTYPE, in GBK, without dates."""
    kind = listing("RSS 0.91 in GBK", made)
    items = "".join(
        f"<item><title><![CDATA[{s.title}]]></title><link>\n  {by_date(s)}\n</link><description>{s.paragraphs[0][:30]}</description></item>"
        for s in made
    )
    kind.site.routes["/rss.xml"] = _xml(
        '<?xml version="1.0" encoding="gb2312"?>\n<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
        '"http://my.netscape.com/publish/formats/rss-0.91.dtd">\n<rss version="0.91"><channel><title>动态</title>'
        f"<link>/</link><language>zh-cn</language><image><title>标志</title><url>/logo.gif</url><link>/</link></image>{items}</channel></rss>",
        "gbk",
    )
    kind.entry = "/rss.xml"
    return kind


def _json_body(made: tuple[Story, ...]) -> Kind:
    """The page's script posts JSON, and the service takes nothing else."""
    kind = listing("list by a JSON body", made, address=by_id)

    async def query(request: web.Request) -> web.StreamResponse:
        if request.method != "POST" or request.content_type != "application/json":
            return web.json_response({"code": 415, "msg": "Unsupported Media Type"}, status=415)
        asked = await request.json()
        rows = [{"infoTitle": s.title, "infoUrl": by_id(s), "publishTime": f"{s.day} 08:00:00"} for s in made]
        return web.json_response(
            {"code": 0, "data": {"records": rows if str(asked.get("columnId")) == "35" else []}}
        )

    kind.site.routes["/portal/info/page"] = query
    script = (
        '<script>var params = {columnId: 35, current: 1, size: 20};\n$.ajax({url: "/portal/info/page", type: "POST", '
        'contentType: "application/json;charset=utf-8", dataType: "json", data: JSON.stringify(params), '
        "success: function (res) { draw(res.data.records); }});</script>"
    )
    return _entry(kind, "/col35.html", f'<ul id="list"></ul>{script}')


def _hexo_archive(made: tuple[Story, ...]) -> Kind:
    """A blog's archive: years as headings, days of the month, tags and categories beside."""

    def address(story: Story) -> str:
        return f"/{story.day:%Y/%m/%d}/huiyi-{story.number}/"

    kind = listing("archive of a static blog", made, address=address)
    rows = "".join(
        f'<article class="post"><header><div class="meta"><time datetime="{s.day}T09:00:00+08:00">{s.day:%m-%d}</time></div>'
        f'<div class="title"><a class="link" href="{address(s)}"><span itemprop="name">{s.title}</span></a></div></header></article>'
        for s in made
    )
    tags = "".join(f'<a href="/tags/{name}/">{name}</a>' for name in ("面料", "会议", "培训", "时装周"))
    cats = '<a href="/categories/行业动态/">行业动态</a><a href="/categories/通知公告/">通知公告</a>'
    inner = f'<div class="archive"><h2>{made[0].day.year}</h2>{rows}</div><div class="tag-cloud">{tags}</div><div>{cats}</div>'
    return _entry(kind, "/archives/", inner)


def _epaper(made: tuple[Story, ...]) -> Kind:
    """A day of an e-paper: the entry leads to the first layout, each layout maps and lists its own articles."""
    day = made[0].day
    folder = f"/html/{day:%Y-%m/%d}"

    def address(story: Story) -> str:
        return f"{folder}/content_{story.number}.htm"

    same = tuple(Story(s.number, s.title, day, s.paragraphs) for s in made)
    kind = listing("e-paper of three layouts", same, address=address)
    nodes = "".join(
        f'<a href="node_{n}.htm">第{n - 1:02d}版：{name}</a>'
        for n, name in ((2, "要闻"), (3, "产业"), (4, "市场"))
    )
    for n in (2, 3, 4):
        part = same[(n - 2) * 4 : (n - 1) * 4]
        areas = "".join(
            f'<area shape="polygon" coords="0,0,9,9" href="content_{s.number}.htm">' for s in part
        )
        titles = "".join(f'<li><a href="content_{s.number}.htm"><div>{s.title}</div></a></li>' for s in part)
        after = f'<a href="node_{n + 1}.htm">下一版</a>' if n < 4 else ""
        kind.site.routes[f"{folder}/node_{n}.htm"] = Answer(
            page(
                "数字报",
                f'<map name="page">{areas}</map><div class="layouts">{nodes}</div><ul class="titles">{titles}</ul>{after}'
                f'<a href="/pdf/{day:%Y%m%d}-{n}.pdf">PDF版</a>',
            ),
            validators=True,
        )
    kind.site.routes["/"] = Answer(
        f'<html><head><meta http-equiv="refresh" content="0; url=html/{day:%Y-%m/%d}/node_2.htm"></head></html>'
    )
    kind.entry, kind.declared = "/", {"pages": 3}
    return kind


def _rows_opened_by_a_variable(made: tuple[Story, ...]) -> Kind:
    """Rows call a function that joins a variable of the page and an id."""
    kind = listing(
        "rows opened by a function with a variable",
        made,
        address=lambda s: f"/portal/article/{s.number}.jhtml",
    )
    rows = "".join(
        f"<tr onclick=\"view('{s.number}')\"><td class='t'>{s.title}</td><td>{s.day}</td></tr>" for s in made
    )
    script = "<script>var ctx = '/portal';\nfunction view(id) { window.open(ctx + '/article/' + id + '.jhtml'); }</script>"
    return _entry(kind, "/portal/list.jhtml", f"{script}<table>{rows}</table>")


def _popup_links(made: tuple[Story, ...]) -> Kind:
    kind = listing(
        "links that open small windows",
        made,
        address=lambda s: f"/ShowNews.asp?id={s.number}",
        charset="gb18030",
    )
    rows = "".join(
        f"<tr><td><img src=dot.gif><a href=\"#\" onClick=\"MM_openBrWindow('ShowNews.asp?id={s.number}','','scrollbars=yes,width=640');return false;\">"
        f"{s.title}</a> <font color=#999999>[{s.day.year}-{s.day.month}-{s.day.day}]</font></td></tr>"
        for s in made
    )
    return _entry(kind, "/News.asp", f"<table>{rows}</table>")


def _layui_table(made: tuple[Story, ...]) -> Kind:
    kind = listing("layui table", made, address=lambda s: f"/article/{s.number}.html")
    rows = [{"id": s.number, "title": s.title, "create_time": f"{s.day} 10:00:00", "hits": 3} for s in made]
    kind.site.routes["/index/article/lists"] = _json({"code": 0, "msg": "", "count": 12, "data": rows})
    script = (
        "<script>layui.use('table', function(){ var table = layui.table; table.render({elem: '#t', url: '/index/article/lists', "
        "where: {cate: 5}, page: true, cols: [[{field: 'title', title: '标题', templet: function(d){ "
        "return '<a href=\"/article/' + d.id + '.html\" target=\"_blank\">' + d.title + '</a>'; }}, "
        "{field: 'create_time', title: '时间'}]]}); });</script>"
    )
    return _entry(kind, "/article/list.html", f'<table id="t"></table>{script}')


def _bootstrap_table(made: tuple[Story, ...]) -> Kind:
    kind = listing("table that names its data", made, address=by_id)
    rows = [{"title": s.title, "url": by_id(s), "publishDate": str(s.day)} for s in made]
    kind.site.routes["/open/news/rows"] = _json({"total": 12, "rows": rows})
    inner = (
        '<table data-toggle="table" data-url="/open/news/rows" data-pagination="true"><thead><tr>'
        '<th data-field="title">标题</th><th data-field="publishDate">日期</th></tr></thead></table>'
    )
    return _entry(kind, "/open/news/", inner)


def _easyui_grid(made: tuple[Story, ...]) -> Kind:
    kind = listing("grid whose options name its data", made, address=by_id)
    rows = [{"bt": s.title, "linkUrl": by_id(s), "fbsj": str(s.day)} for s in made]
    kind.site.routes["/web/news/datagrid.do"] = _json({"total": 12, "rows": rows})
    inner = (
        "<table class=\"easyui-datagrid\" data-options=\"url:'/web/news/datagrid.do',method:'get',pagination:true\">"
        "<thead><tr><th data-options=\"field:'bt'\">标题</th></tr></thead></table>"
    )
    return _entry(kind, "/web/news.html", inner)


def _plain_xml(made: tuple[Story, ...]) -> Kind:
    """A file of XML whose elements are rows, asked for by the page's script."""
    kind = listing("rows in the elements of an XML file", made, address=by_id)
    rows = "".join(
        f"<News><ID>{s.number}</ID><Title><![CDATA[{s.title}]]></Title><Url>{by_id(s)}</Url><PubDate>{s.day}</PubDate></News>"
        for s in made
    )
    kind.site.routes["/data/news.xml"] = _xml(
        f'<?xml version="1.0" encoding="gbk"?><NewsList>{rows}</NewsList>', "gbk"
    )
    script = (
        '<script>$.ajax({url: "/data/news.xml", dataType: "xml", success: function(x){ show(x); }});</script>'
    )
    return _entry(kind, "/xml/", f'<ul id="x"></ul>{script}')


def _xml_attributes(made: tuple[Story, ...]) -> Kind:
    kind = listing("rows in the attributes of an XML file", made, address=by_id)
    rows = "".join(
        f'<item id="{s.number}" title="{s.title}" link="{by_id(s)}" time="{s.day}" pic="/i/1.jpg"/>'
        for s in made
    )
    kind.site.routes["/list.xml"] = _xml(
        f'<?xml version="1.0" encoding="utf-8"?><data><list>{rows}</list></data>'
    )
    kind.entry = "/list.xml"
    return kind


def _clicked_items(made: tuple[Story, ...]) -> Kind:
    """Items carry a number only; a script bound to them knows where it leads."""
    kind = listing(
        "items with numbers that a script opens", made, address=lambda s: f"/wap/info/{s.number}.html"
    )
    rows = "".join(
        f'<li class="item" data-id="{s.number}"><p class="tit">{s.title}</p><em>{s.day}</em></li>'
        for s in made
    )
    script = (
        "<script>$('.list').on('click', '.item', function(){ "
        "window.location.href = '/wap/info/' + $(this).data('id') + '.html'; });</script>"
    )
    return _entry(kind, "/wap/", f'<ul class="list">{rows}</ul>{script}')


def _mobile_twins(made: tuple[Story, ...]) -> Kind:
    """Beside each article stands the same one for telephones; it names the other as the canonical one."""
    kind = listing("articles with a twin for telephones", made, address=lambda s: f"/xw/{s.number}.html")
    rows = "".join(
        f'<li><a href="/xw/{s.number}.html">{s.title}</a> <a href="/m/xw/{s.number}.html">[手机版]</a><span>{s.day}</span></li>'
        for s in made
    )
    for story in made:
        head = f'<link rel="canonical" href="/xw/{story.number}.html">'
        kind.site.routes[f"/m/xw/{story.number}.html"] = Answer(
            article(story).replace("</head>", f"{head}</head>")
        )
    return _entry(kind, "/xw/", f"<ul>{rows}</ul>")


def _arrays_of_cells(made: tuple[Story, ...]) -> Kind:
    """DataTables: the rows of the answer are arrays of cells, one of them a link."""
    kind = listing("answers of arrays of cells", made, address=by_id)
    rows = [
        [n, f'<a href="{by_id(s)}" target="_blank">{s.title}</a>', "行业协会", str(s.day)]
        for n, s in enumerate(made, 1)
    ]
    kind.site.routes["/notice/table"] = _json({"draw": 1, "recordsTotal": 12, "aaData": rows})
    script = "<script>$(function(){ $('#grid').DataTable({ processing: true, ajax: '/notice/table', ordering: false }); });</script>"
    return _entry(kind, "/notice/", f'<table id="grid"></table>{script}')


def _portal_blocks(made: tuple[Story, ...]) -> Kind:
    """Discuz's portal: blocks of articles and of threads, members' names, counts of replies."""
    kind = listing(
        "portal of a forum", made, address=lambda s: f"/portal.php?mod=view&aid={s.number}", charset="gb18030"
    )
    rows = "".join(
        f'<dl class="bbda cl"><dt class="xs2"><a href="portal.php?mod=view&amp;aid={s.number}" class="xi2">{s.title}</a></dt>'
        f'<dd class="xs2 cl">{s.paragraphs[0][:60]} ...</dd><dd><span class="xg1"> 分类: <a href="portal.php?mod=list&amp;catid=2">行业动态</a>'
        f' {s.day.year}-{s.day.month}-{s.day.day} 09:12</span> <a href="home.php?mod=space&amp;uid={s.number % 9}">编辑小周</a></dd></dl>'
        for s in made
    )
    links = '<a href="member.php?mod=register">立即注册</a><a href="forum.php?mod=forumdisplay&amp;fid=2">面料交流区</a>'
    return _entry(kind, "/portal.php?mod=list&catid=2", f"{links}{rows}")


def _handler_reads_link(made: tuple[Story, ...]) -> Kind:
    """Links without addresses carry a number that the page's script reads into a variable."""
    kind = listing(
        "links with numbers that a script opens", made, address=lambda s: f"/php/detail.php?nid={s.number}"
    )
    rows = "".join(
        f'<li><a href="javascript:;" data-nid="{s.number}">{s.title}</a><span>{s.day}</span></li>'
        for s in made
    )
    script = (
        "<script>$('.news a').click(function(){ var nid = $(this).attr('data-nid'); "
        "window.open('detail.php?nid=' + nid); });</script>"
    )
    return _entry(kind, "/php/", f'<ul class="news">{rows}</ul>{script}')


def _aspnet_rows(made: tuple[Story, ...]) -> Kind:
    """Rows of an .ashx with dates as ASP.NET writes them, their addresses built by a formatter."""
    kind = listing("grid with a formatter", made, address=lambda s: f"/NewsDetail.aspx?id={s.number}")
    rows = [
        {"NewsID": s.number, "NewsTitle": s.title, "AddTime": f"/Date({int(_noon(s) * 1000)})/"} for s in made
    ]
    kind.site.routes["/Ashx/News.ashx"] = _json({"total": 12, "rows": rows})
    script = (
        '<script>$("#g").jqGrid({ url: "/Ashx/News.ashx?act=list", datatype: "json", colModel: [{ name: "NewsTitle", '
        "formatter: function (v, o, row) { return '<a href=\"/NewsDetail.aspx?id=' + row.NewsID + '\">' + v + '</a>'; } }] });</script>"
    )
    return _entry(kind, "/NewsList.aspx", f'<table id="g"></table>{script}')


def _noon(story: Story) -> float:
    return datetime.combine(story.day, time(12), SHANGHAI).timestamp()


def _json_in_a_string(made: tuple[Story, ...]) -> Kind:
    kind = listing("JSON in a string of JSON", made, address=by_id)
    rows = [{"Title": s.title, "Url": by_id(s), "PubDate": str(s.day)} for s in made]
    kind.site.routes["/svc.asmx/list"] = _json({"d": json.dumps(rows, ensure_ascii=False)})
    kind.entry = "/svc.asmx/list"
    return kind


def _loaded_fragment(made: tuple[Story, ...]) -> Kind:
    kind = listing("list loaded into its place", made, address=by_id)
    kind.site.routes["/include/list.html"] = Answer(
        "".join(dated_row(s, by_id(s)) for s in made), validators=True
    )
    return _entry(
        kind,
        "/load/",
        '<ul id="list"></ul><script>$(function(){ $("#list").load("/include/list.html"); });</script>',
    )


def _script_file(made: tuple[Story, ...]) -> Kind:
    """The list is a script of its own that writes it into the page."""
    kind = listing("list written by a script file", made, address=by_id)
    lines = "".join(
        f"document.write('<li><a href=\"{by_id(s)}\">{s.title}</a><span>{s.day}</span></li>');\n"
        for s in made
    )
    kind.site.routes["/plus/newsjs.php"] = Answer(
        lines, headers={"Content-Type": "application/javascript; charset=utf-8"}, validators=True
    )
    kind.site.routes["/js/jquery.min.js"] = Answer(
        "/*! jQuery */(function(){})();", headers={"Content-Type": "application/javascript"}
    )
    return _entry(
        kind,
        "/js.html",
        '<script src="/js/jquery.min.js"></script><ul><script src="/plus/newsjs.php?catid=3"></script></ul>',
    )


def _data_script(made: tuple[Story, ...]) -> Kind:
    """The rows stand in a variable of a script file."""
    kind = listing("rows in a script file", made, address=by_id)
    rows = [{"title": s.title, "url": by_id(s), "date": str(s.day)} for s in made]
    kind.site.routes["/data/newsdata.js"] = Answer(
        f"var newsData = {json.dumps(rows, ensure_ascii=False)};",
        headers={"Content-Type": "text/javascript"},
        validators=True,
    )
    return _entry(
        kind,
        "/data.html",
        '<ul id="l"></ul><script src="/data/newsdata.js?v=3"></script><script>render(newsData)</script>',
    )


def _rows_in_an_attribute(made: tuple[Story, ...]) -> Kind:
    kind = listing("rows as JSON in an attribute", made, address=by_id)
    rows = json.dumps([{"t": s.title, "u": by_id(s), "d": str(s.day)} for s in made], ensure_ascii=False)
    return _entry(kind, "/tabs/", f'<div class="tabs" data-list="{escape(rows)}"></div>')


def _undated(kind_name: str, made: tuple[Story, ...], told: Callable[[Story], str]) -> Kind:
    """Let the articles' own pages tell their day another way."""
    return listing(
        kind_name,
        made,
        address=by_id,
        shown=lambda s: article(s).replace(f"发布时间：{s.day:%Y-%m-%d} ", told(s)),
    )


def _months_as_headings(made: tuple[Story, ...]) -> Kind:
    """An archive by months: the rows show the day only."""
    kind = _undated("months as headings, days in rows", made, lambda _: "")
    blocks = ""
    for (year, month), group in groupby(made, key=lambda s: (s.day.year, s.day.month)):
        rows = "".join(
            f'<li><span>{s.day.day}日</span> <a href="{by_id(s)}">{s.title}</a></li>' for s in group
        )
        blocks += f"<h3>{year}年{month}月</h3><ul>{rows}</ul>"
    return _entry(kind, "/archive/", f'<div class="archive">{blocks}</div>')


def _numerals(day: date) -> str:
    """Write a day in Chinese numerals: 二〇二六年十一月二十七日."""
    digits = "〇一二三四五六七八九"

    def count(number: int) -> str:
        tens, ones = divmod(number, 10)
        return ("" if tens < 2 else digits[tens]) + ("十" if tens else "") + (digits[ones] if ones else "")

    return f"{''.join(digits[int(c)] for c in str(day.year))}年{count(day.month)}月{count(day.day)}日"


def _days_in_numerals(made: tuple[Story, ...]) -> Kind:
    kind = _undated("days in Chinese numerals", made, lambda s: f"发布日期：{_numerals(s.day)} ")
    rows = "".join(
        f'<li><a href="{by_id(s)}">{s.title}</a><span>{_numerals(s.day)}</span></li>' for s in made
    )
    return _entry(kind, "/numerals/", f"<ul>{rows}</ul>")


def _framing(kind_name: str, made: tuple[Story, ...], frame: Callable[[Story], str]) -> Kind:
    """Articles' pages that hold a heading, and the text in another document."""
    return listing(
        kind_name,
        made,
        address=by_id,
        shown=lambda s: page(s.title, f"<h1>{s.title}</h1><div>发布时间：{s.day} 来源：协会</div>{frame(s)}"),
    )


def _framed_bodies(made: tuple[Story, ...]) -> Kind:
    kind = _framing(
        "bodies in a frame", made, lambda s: f'<iframe src="/body/{s.number}.htm" frameborder="0"></iframe>'
    )
    for s in made:
        kind.site.routes[f"/body/{s.number}.htm"] = Answer(f"<html><body>{s.html}</body></html>")
    return kind


def _documents_in_a_viewer(made: tuple[Story, ...]) -> Kind:
    """Notices shown as a PDF within the page."""
    made = made[:3]
    kind = _framing(
        "documents in a viewer",
        made,
        lambda s: f'<iframe src="/pdfjs/web/viewer.html?file=/upload/{s.number}.pdf" width="100%"></iframe>',
    )
    for s in made:
        lines = [line for p in s.paragraphs for line in (p[:40], p[40:80], p[80:]) if line]
        kind.site.routes[f"/upload/{s.number}.pdf"] = Answer(
            pdf(*lines), headers={"Content-Type": "application/pdf"}
        )
    return kind


def _shells_of_a_service(made: tuple[Story, ...]) -> Kind:
    """The articles' pages are one shell, whose script asks a service for the text by the page's own number."""
    kind = listing("shells of a service", made, address=lambda s: f"/detail.html?id={s.number}")
    shell = page(
        "新闻详情",
        '<h1 id="t"></h1><div id="c"></div><script>var id = query("id");'
        '$.getJSON("/api/news/detail?id=" + id, function(r){ $("#t").html(r.data.title); $("#c").html(r.data.content) })</script>',
    )
    for s in made:
        kind.site.routes[f"/detail.html?id={s.number}"] = Answer(shell)
        told = {"id": s.number, "title": s.title, "publishTime": f"{s.day} 10:00:00", "content": s.html}
        kind.site.routes[f"/api/news/detail?id={s.number}"] = _json({"code": 0, "data": told})
    return kind


def _two_columns(made: tuple[Story, ...]) -> Kind:
    """An article has an address in each of its columns, and its page says which is its own."""
    kind = listing("one article in two columns", made, address=lambda s: f"/view.php?cat=1&id={s.number}")
    columns = ""
    for column in (1, 2):
        addresses = {s: f"/view.php?cat={column}&id={s.number}" for s in made}
        rows = "".join(dated_row(s, escape(address)) for s, address in addresses.items())
        columns += f"<h3>栏目{column}</h3><ul>{rows}</ul>"
        for s, address in addresses.items():
            own = f'<link rel="canonical" href="/view.php?cat=1&amp;id={s.number}"></head>'
            kind.site.routes[address] = Answer(article(s).replace("</head>", own), validators=True)
    return _entry(kind, "/", columns)


def _numbered_bodies(made: tuple[Story, ...]) -> Kind:
    """Bodies over several pages, whose pager has numbers and no word for the next."""
    made = made[:4]
    kind = listing("bodies over numbered pages", made, address=by_id)
    for s in made:
        addresses = [by_id(s), *(f"/newsview-{s.number}_{number}.html" for number in (2, 3))]
        for here, (address, paragraph) in enumerate(zip(addresses, s.paragraphs, strict=True)):
            pager = "".join(
                f"<b>[{n}]</b>" if n == here + 1 else f'<a href="{a}">[{n}]</a>'
                for n, a in enumerate(addresses, 1)
            )
            kind.site.routes[address] = Answer(article(s, inner=f"<p>{paragraph}</p><div>{pager}</div>"))
    return kind


def _english_column(made: tuple[Story, ...]) -> Kind:
    """Beside the news stand the same in English, which are not wanted."""
    kind = listing("an English column beside", made, address=by_id)
    english = "".join(
        f'<li><span>{s.day}</span><a href="/en/news/{s.number}.html">Preparatory Meeting No. {n} of the Industry Held</a></li>'
        for n, s in enumerate(made[:4], 1)
    )
    for s in made[:4]:
        body = (
            "<p>One hundred delegates attended the meeting, over which the secretary general presided.</p>"
            * 3
        )
        kind.site.routes[f"/en/news/{s.number}.html"] = Answer(
            page("Meeting", f"<h1>Meeting Held</h1>{body}")
        )
    rows = "".join(dated_row(s, by_id(s)) for s in made)
    return _entry(kind, "/", f"<h3>协会动态</h3><ul>{rows}</ul><h3>English</h3><ul>{english}</ul>")


def _pager_by_postback(made: tuple[Story, ...]) -> Kind:
    """ASP.NET sends its whole state back with what was clicked."""
    kind = listing("pager by postback", made, address=by_id)
    thirds = _thirds(made)

    async def show(request: web.Request) -> web.StreamResponse:
        sent = await request.post()
        clicked = sent.get("__EVENTTARGET") == "Pager" and sent.get("__VIEWSTATE") == "dDwtMTY3Ozs+" * 20
        number = int(str(sent.get("__EVENTARGUMENT"))) if clicked else 1
        after = (
            f"<a href=\"javascript:__doPostBack('Pager','{number + 1}')\">下一页</a>" if number < 3 else ""
        )
        state = f'<input type="hidden" name="__VIEWSTATE" value="{"dDwtMTY3Ozs+" * 20}">'
        form = f'<form method="post" action="/NewsList.aspx?c=1">{state}<ul>{thirds[number - 1]}</ul>{after}</form>'
        return web.Response(text=page("动态", form + _SIDE), content_type="text/html")

    kind.site.routes["/NewsList.aspx"] = show
    kind.entry = "/NewsList.aspx?c=1"
    return _furnished(kind)


def _posted_pages_of_rows(made: tuple[Story, ...]) -> Kind:
    """The page's script posts the number of the page it wants, which it keeps in a variable."""
    kind = listing("rows posted for by page", made, address=by_id)

    async def rows(request: web.Request) -> web.StreamResponse:
        sent = await request.post()
        begin = (int(str(sent["pageIndex"])) - 1) * 4
        part = [{"title": s.title, "url": by_id(s), "date": str(s.day)} for s in made[begin : begin + 4]]
        return web.json_response({"total": len(made), "rows": part})

    kind.site.routes["/News/GetRows"] = rows
    script = "var pageIndex = 1; $.ajax({url: '/News/GetRows', type: 'POST', data: {pageIndex: pageIndex, kind: 2}});"
    return _entry(kind, "/News/", f'<ul id="rows"></ul><script>{script}</script>')


def _first_rows_in_a_datastore(made: tuple[Story, ...]) -> Kind:
    """Hanweb prints the first rows into the page and gives all of them at its proxy."""
    kind = listing("first rows in a datastore", made, address=by_id)
    records = [
        f'<record><![CDATA[<li><a href="{by_id(s)}">{s.title}</a><span>{s.day}</span></li>]]></record>'
        for s in made
    ]

    async def proxy(request: web.Request) -> web.StreamResponse:
        begin, end = int(request.query["startrecord"]), int(request.query["endrecord"])
        text = f"<datastore><recordset>{''.join(records[begin - 1 : end])}</recordset></datastore>"
        return web.Response(text=text, content_type="text/xml")

    kind.site.routes["/module/web/jpage/dataproxy.jsp"] = proxy
    first = f'<script type="text/xml"><datastore><recordset>{"".join(records[:5])}</recordset></datastore></script>'
    options = "{proxyUrl: '/module/web/jpage/dataproxy.jsp', columnid: 7, unitid: 9, perPage: 5}"
    return _entry(kind, "/col/col7/", f"{first}<script>$('#9').jpage({options});</script>")


def _archive_by_month(made: tuple[Story, ...]) -> Kind:
    """The list shows the newest month and names the others."""
    kind = listing("archive by month", made, address=by_id)
    months = {month: list(group) for month, group in groupby(made, key=lambda s: f"{s.day:%Y%m}")}
    names = "".join(f'<li><a href="/dt/{m}.html">{m[:4]}年{int(m[4:])}月</a></li>' for m in months)
    for month, group in months.items():
        rows = "".join(dated_row(story, by_id(story)) for story in group)
        _entry(kind, f"/dt/{month}.html", f"<ul>{rows}</ul><h3>按月查看</h3><ul>{names}</ul>")
    kind.entry, kind.declared = f"/dt/{next(iter(months))}.html", {"pages": len(months)}
    return kind


def _goods_beside_news(made: tuple[Story, ...]) -> Kind:
    """A site builder shows goods, firms and small ads beside the news."""
    goods = ("男式商务长袖衬衫", "女式双面羊绒大衣", "儿童纯棉内衣套装", "中学生夏季运动校服")
    services = (
        "制版师职业技能培训与认定",
        "团体标准立项申请与宣贯",
        "面料检测与质量技术咨询",
        "产业园区规划与招商服务",
    )
    kind = listing("goods beside the news", made, address=by_id)
    for number, name in enumerate(goods):
        kind.site.routes[f"/h-pd-{number}.html"] = Answer(page(name, f"<h1>{name}</h1>{_PROFILE}"))
        kind.site.routes[f"/thread-{number}.html"] = Answer(page("帖子", f"<p>求购{name}</p>{_PROFILE}"))
        kind.site.routes[f"/service/{number}.html"] = Answer(
            page("服务项目", f"<p>{services[number]}</p>{_PROFILE}")
        )
        kind.site.routes[f"/huiyuan/2020-05-1{number}/{number}.html"] = Answer(
            page(_MEMBERS[number], _PROFILE)
        )
    rows = "".join(dated_row(story, by_id(story)) for story in made)
    beside = "".join(
        f'<div class="pd"><a href="/h-pd-{n}.html" title="{name}">{name}</a><i>￥88.00</i></div>'
        f'<div class="fw"><a href="/service/{n}.html">{services[n]}</a></div>'
        f'<div class="bbs"><a href="/thread-{n}.html">求购库存{name}一批</a></div>'
        f'<div class="hy"><a href="/huiyuan/2020-05-1{n}/{n}.html">{_MEMBERS[n]}</a></div>'
        for n, name in enumerate(goods)
    )
    return _entry(kind, "/h-col-2.html", f"<ul>{rows}</ul>{beside}")


def _pager_drawn_by_script(made: tuple[Story, ...]) -> Kind:
    """A library draws the pager; the page's script says where its numbers lead."""
    kind = listing("pager drawn by a script", made, address=by_id)
    for number, rows in enumerate(_thirds(made), 1):
        options = f"elem: 'pg', count: {len(made)}, limit: 4, curr: {number}"
        jump = "function (o, first) { if (!first) { location.href = '/list?cid=2&page=' + o.curr; } }"
        script = f"<script>laypage.render({{{options}, jump: {jump}}});</script>"
        path = f"/list?cid=2&page={number}" if number > 1 else "/list?cid=2"
        _entry(kind, path, f'<ul>{rows}</ul><div id="pg"></div>{script}')
    kind.entry = "/list?cid=2"
    return kind


def _more_rows_on_a_button(made: tuple[Story, ...]) -> Kind:
    """The first rows are printed; a button asks for the others and puts them below."""
    kind = listing("more rows on a button", made, address=by_id)
    thirds = _thirds(made)

    async def rows(request: web.Request) -> web.StreamResponse:
        number = int(request.query["page"])
        return web.Response(text=thirds[number - 1] if number <= 3 else "", content_type="text/html")

    kind.site.routes["/ajax/rows"] = rows
    script = "var page = 1; function more() { page++; $.get('/ajax/rows', {page: page}, function (h) { add(h); }); }"
    button = '<button type="button" id="more">加载更多</button>'
    return _entry(kind, "/zixun/", f"<ul>{thirds[0]}</ul>{button}<script>{script}</script>")
