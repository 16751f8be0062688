"""Ways of turning a list's pages: each kind shows three pages of four rows and nothing but its pager leads on."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qsl

from aiohttp import web

from tests.farm import Answer
from tests.farm.sites import Kind, Story, by_id, dated_row, listing, page, stories

_PAGES = 3
Pager = Callable[[int], str]


def kinds(today: date) -> list[Kind]:
    """Return the kinds."""
    built: list[Callable[[tuple[Story, ...]], Kind]] = [
        *(_printed(*told) for told in _PRINTED),
        _unit_counted_in_json,
        _fields_joined,
        _numbers_posted,
        _button_with_its_address,
        _address_in_a_field,
    ]
    return [build(stories(600 + 3 * n, 12, today)) for n, build in enumerate(built)]


def _rows(made: tuple[Story, ...], number: int) -> str:
    return "".join(dated_row(s, by_id(s)) for s in made[4 * number - 4 : 4 * number])


def _printed(name: str, entry: str, later: str, pager: Pager) -> Callable[[tuple[Story, ...]], Kind]:
    """A list at `entry` whose pages from the second on are at `later`, the number put in."""

    def build(made: tuple[Story, ...]) -> Kind:
        kind = listing(name, made, address=by_id, entry=entry)
        for number in range(1, _PAGES + 1):
            text = page("动态", f'<ul>{_rows(made, number)}</ul><div class="pages">{pager(number)}</div>')
            path = (
                entry
                if number == 1
                else later.format(
                    n=number, before=4 * number - 4, first=4 * number - 3, before_page=number - 1
                )
            )
            kind.site.routes[path] = Answer(text, validators=True)
        return kind

    return build


def _numbers(address: str, first: str) -> Pager:
    """Numbers, the page's own without a link."""

    def write(own: int) -> str:
        links = (address.format(n=n, before=4 * n - 4) if n > 1 else first for n in range(1, _PAGES + 1))
        return "".join(
            f"<b>{n}</b>" if n == own else f'<a href="{to}">{n}</a>' for n, to in enumerate(links, 1)
        )

    return write


def _between_ends(own: int) -> str:
    """Doubled arrows lead to the first page and the last."""
    return f'<a href="/">‹‹</a>{_numbers("/page_{n}.html", "/")(own)}<a href="/page_{_PAGES}.html">››</a>'


def _onward(own: int, attributes: str, words: str = "下一页") -> str:
    """A link that leads on, on every page but the last."""
    return f"<a {attributes}>{words}</a>" if own < _PAGES else ""


def _layouts(own: int) -> str:
    """A paper's layouts, the one shown among them."""
    names = enumerate(("要闻", "产业", "市场"), 1)
    links = (f'<a href="/paper/node_{n}.htm">第0{n}版：{name}</a>' for n, name in names)
    return f"<!-- {own} -->" + "".join(links)


def _choosing_callback(own: int) -> str:
    """A library turns the page by a callback that chooses between the first page's name and the others'."""
    chosen = 'location.href = n == 1 ? "index.html" : "index_" + n + ".html";'
    turn = f"callback: function (api) {{ var n = api.getCurrent(); {chosen} }}"
    return f'<script>$("#pg").pagination({{pageCount: {_PAGES}, current: {own}, {turn}}});</script>'


def _step_by_step(own: int) -> str:
    """A function puts the name together in steps."""
    steps = 'var to = "infolist"; if (n > 1) { to += "_" + n; } window.location.href = to + ".shtml";'
    link = _onward(own, f'onclick="turn({own + 1})"')
    return f"{link}<script>function turn(n) {{ {steps} }}</script>"


def _handed_on(own: int) -> str:
    """A function hands the number to another one, with the size that a variable tells."""
    opens = "function open_(n, size) { location.href = base + '?pageNo=' + n + '&pageSize=' + size; }"
    script = f"var base = '/jsp/news.do', size = 4; {opens} function turn(n) {{ open_(n, size); }}"
    link = _onward(own, f'href="javascript:turn({own + 1})"')
    return f"{link}<script>{script}</script>"


def _counted_rows(own: int) -> str:
    """The link tells how many rows come next."""
    return _onward(own, f'href="/list.php?start={4 * own}"', "下4条")


def _chosen_number(own: int) -> str:
    """A list of numbers sends its form as soon as one is chosen."""
    marks = {own: " selected"}
    options = "".join(f'<option value="{n}"{marks.get(n, "")}>{n}</option>' for n in range(1, _PAGES + 1))
    choice = f'<select name="pg" onchange="this.form.submit()">{options}</select>'
    return f'<form action="/info.asp"><input type="hidden" name="c" value="2">第{choice}页</form>'


def _query_set_anew(own: int) -> str:
    """A script writes the query anew, counted from nought."""
    change = "function change(set) { location.search = Object.assign(query(), set); }"
    link = _onward(own, f'href="#" onclick="turn({own})"', "下页")
    return f"{link}<script>{change} function turn(n) {{ change({{page: n}}); }}</script>"


def _ends_only(own: int) -> str:
    """Only the first page and the last are linked; the words tell where one is."""
    last = f'<a href="index_{_PAGES}.html">尾页</a>' if own < _PAGES else "尾页"
    return f'共12条 第<b>{own}</b>页/共<b>{_PAGES}</b>页 <a href="index.html">首页</a> {last}'


def _escaped_address(own: int) -> str:
    """The call of a handler spells the address as scripts do."""
    to = f"\\u002flists\\u002fnews.aspx?Paged=TRUE\\u0026FirstRow={4 * own + 1}"
    return _onward(own, f"""onclick='goTo(event, "{to}");return false;' href="javascript:" """)


def _days(own: int) -> str:
    """News of a day, the day before one link further."""
    return _onward(own, f'href="/roll/d{own + 1}.shtml"', "前一天")


def _number_to_write(own: int) -> str:
    """A form takes the number of the page wanted; the words tell where one is."""
    fields = '<input type="hidden" name="lm" value="2"><input name="page" size="2"><input type="submit" value="GO">'
    return f'<form action="/list.asp">第{own}页/共{_PAGES}页 转到{fields}</form>'


def _button_of_a_form(own: int) -> str:
    """A button sends the form that counts the pages."""
    fields = (
        f'<input type="hidden" name="act" value="list"><input type="hidden" name="start" value="{own + 1}">'
    )
    button = '<input type="submit" value="下一页">' if own < _PAGES else ""
    return f'<form action="/news.cgi">{fields}{button}</form>'


def _number_in_an_attribute(own: int) -> str:
    """One handler for all numbers reads which one was pressed."""
    numbers = "".join(
        f'<a href="javascript:;" class="pg" data-page="{n}">{n}</a>' for n in range(1, _PAGES + 1)
    )
    turn = '$(".pg").on("click", function () { location.href = "/dongtai?page=" + $(this).data("page"); });'
    return f"<!-- {own} -->{numbers}<script>{turn}</script>"


def _template_of_addresses(own: int) -> str:
    """A library puts the number into a template."""
    options = f'totalPages: {_PAGES}, startPage: {own}, href: "/xw/list_{{{{number}}}}.html"'
    return f"<script>$('#pg').pages({{{options}}});</script>"


def _named_by_a_variable(own: int) -> str:
    """A variable holds the address of the next page."""
    return f'<script>var nextPageUrl = "{f"/all?p={own + 1}" if own < _PAGES else ""}"; watch(nextPageUrl);</script>'


def _written_from_one(own: int) -> str:
    """A script that is not looked at writes the pager: it counts from one, its files from nought."""
    return f'<script>createPageHTML("pg", {_PAGES}, {own}, "index", "shtml", 12);</script>'


_PRINTED: tuple[tuple[str, str, str, Pager], ...] = (
    ("numbers between doubled arrows", "/", "/page_{n}.html", _between_ends),
    ("numbers over offsets", "/news?type=1", "/news?type=1&offset={before}",
     _numbers("/news?type=1&offset={before}", "/news?type=1&offset=0")),
    ("numbers in a router's query", "/?fnews", "/?fnews/p{n}", _numbers("/?fnews/p{n}", "/?fnews/p1")),
    ("layouts of a paper", "/paper/node_1.htm", "/paper/node_{n}.htm", _layouts),
    ("callback that chooses a name", "/xw/index.html", "/xw/index_{n}.html", _choosing_callback),
    ("name built step by step", "/c1/infolist.shtml", "/c1/infolist_{n}.shtml", _step_by_step),
    ("number handed on", "/jsp/news.do", "/jsp/news.do?pageNo={n}&pageSize=4", _handed_on),
    ("number chosen in a form", "/info.asp?c=2", "/info.asp?c=2&pg={n}", _chosen_number),
    ("query set anew", "/news/list?cat=3", "/news/list?cat=3&page={before_page}", _query_set_anew),
    ("first and last page only", "/hy/index.html", "/hy/index_{n}.html", _ends_only),
    ("escaped address", "/lists/news.aspx", "/lists/news.aspx?Paged=TRUE&FirstRow={first}", _escaped_address),
    ("day by day", "/roll/d1.shtml", "/roll/d{n}.shtml", _days),
    ("number to write", "/list.asp?lm=2", "/list.asp?lm=2&page={n}", _number_to_write),
    ("button of a form", "/news.cgi?act=list", "/news.cgi?act=list&start={n}", _button_of_a_form),
    ("number in an attribute", "/dongtai", "/dongtai?page={n}", _number_in_an_attribute),
    ("template of addresses", "/xw/", "/xw/list_{n}.html", _template_of_addresses),
    ("address in a variable", "/all", "/all?p={n}", _named_by_a_variable),
    ("files that count one less than pages", "/zwdt/", "/zwdt/index_{before_page}.shtml", _written_from_one),
    ("files that count as pages do", "/gsgg/", "/gsgg/index_{n}.shtml", _written_from_one),
    ("so many rows more", "/list.php", "/list.php?start={before}", _counted_rows),
)  # fmt: skip


def _unit_counted_in_json(made: tuple[Story, ...]) -> Kind:
    """JPAAS takes the number of the page within a field of JSON."""
    kind = listing("unit that is paged by a field of JSON", made, address=by_id)
    unit = "/api-gateway/jpaas-publish-server/front/page/build/unit"

    async def rows(request: web.Request) -> web.StreamResponse:
        number = int(json.loads(request.query.get("paramJson", "{}")).get("pageNo", 1))
        markup = f"<ul>{_rows(made, number)}</ul>" if request.query.get("pageId") == "p7" else ""
        return web.json_response({"success": True, "data": {"html": markup}})

    kind.site.routes[unit] = rows
    asked = f"""<script parseType="bulidstatic" url="{unit}" queryData="{{'webId':'w1','pageId':'p7'}}"></script>"""
    kind.site.routes["/news/"] = Answer(page("文件", asked), validators=True)
    return kind


def _fields_joined(made: tuple[Story, ...]) -> Kind:
    """What a script sends is put together of texts and variables; the answer is JSON, whatever it says it is."""
    kind = listing("fields joined of texts and variables", made, address=by_id)

    async def rows(request: web.Request) -> web.StreamResponse:
        asked = dict(parse_qsl(request.query_string))
        begin = 4 * int(asked["page"]) - 4 if asked.get("where") == "chnlid=47" else len(made)
        found = [{"title": s.title, "url": by_id(s), "pubtime": str(s.day)} for s in made[begin : begin + 4]]
        return web.Response(text=json.dumps({"docs": found}), content_type="text/html")

    kind.site.routes["/was/search"] = rows
    sent = '{where: "chnlid=" + channel, per: 4, page: page}'
    script = f'var channel = "47"; function load(page) {{ $.get("/was/search", {sent}, show); }} load(1);'
    kind.site.routes["/news/"] = Answer(page("文件", f"<script>{script}</script>"), validators=True)
    return kind


def _numbers_posted(made: tuple[Story, ...]) -> Kind:
    """Numbers post the page's form, which tells the page shown."""
    kind = listing("numbers that post a form", made, address=by_id)

    async def show(request: web.Request) -> web.StreamResponse:
        own = int(str((await request.post()).get("targetPage", 1)))
        field = f'<input type="hidden" name="targetPage" value="{own}">'
        form = f'<form name="list" method="post" action="/board/list">{field}</form>'
        turn = "function turn(n) { document.list.targetPage.value = n; document.list.submit(); }"
        numbers = "".join(f'<a href="#" onclick="turn({n})">{n}</a>' for n in range(1, _PAGES + 1))
        inner = f"<ul>{_rows(made, own)}</ul>{form}{numbers}<script>{turn}</script>"
        return web.Response(text=page("动态", inner), content_type="text/html")

    kind.site.routes["/board/list"] = show
    kind.entry = "/board/list"
    return kind


def _parts(kind: Kind, made: tuple[Story, ...], path: str) -> Kind:
    """Let a kind answer with the rows of the page that a query numbers."""

    async def rows(request: web.Request) -> web.StreamResponse:
        text = f"<ul>{_rows(made, int(request.query.get('page', 1)))}</ul>"
        return web.json_response({"code": 1, "html": text})

    kind.site.routes[path] = rows
    return kind


def _button_with_its_address(made: tuple[Story, ...]) -> Kind:
    """A button tells in its attributes where further rows are; the script that asks for them is another file."""
    kind = listing("button that tells its address", made, address=by_id)
    button = '<a class="more" href="javascript:;" data-url="/zixun/more" data-page="2">加载更多</a>'
    inner = f'<ul>{_rows(made, 1)}</ul>{button}<script src="/js/app.js"></script>'
    kind.site.routes["/news/"] = Answer(page("资讯", inner), validators=True)
    return _parts(kind, made, "/zixun/more")


def _address_in_a_field(made: tuple[Story, ...]) -> Kind:
    """The script reads from a hidden field where the rows are."""
    kind = listing("address in a hidden field", made, address=by_id)
    field = '<input type="hidden" id="rows-url" value="/dt/part"><div id="rows"></div>'
    script = "var from = $('#rows-url').val(); function load(n) { $.get(from, {page: n}, show); } load(1);"
    kind.site.routes["/news/"] = Answer(page("动态", f"{field}<script>{script}</script>"), validators=True)
    return _parts(kind, made, "/dt/part")
