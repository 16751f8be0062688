"""Papers: three issues of two or three sheets each, of which the entry shows one; nothing but its own marks leads on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from aiohttp import web

from tests.farm import Answer, Handler
from tests.farm.sites import Address, Kind, Story, article, listing, stories

_ISSUES, _SHEETS, _EACH = 3, 2, 2
_NAMES = ("要闻", "产经")
_NEVER = Answer("none", 404)


def kinds(today: date) -> list[Kind]:
    """Return the kinds."""
    built: list[Callable[[tuple[Story, ...]], Kind]] = [
        _folders_of_days,
        _month_of_issues,
        _day_chosen_into_a_path,
        _day_in_a_query,
        _days_in_a_script,
        _days_in_a_linked_script,
        _issues_called_by_their_days,
        _numbers_of_an_old_program,
        _sheets_in_a_choice,
        _picker_of_days,
        _script_to_the_newest,
        _sheets_without_days,
        _whole_issue_on_a_page,
        _sheets_by_handler,
    ]
    return [build(stories(900 + 3 * n, _ISSUES * _SHEETS * _EACH, today)) for n, build in enumerate(built)]


@dataclass(frozen=True)
class _Sheet:
    """A sheet of an issue, both counted from one, with the day of the issue and what it prints."""

    issue: int
    number: int
    day: date
    made: tuple[Story, ...]

    @property
    def name(self) -> str:
        return f"第{self.number:02d}版：{_NAMES[self.number - 1]}"


def _weekly(made: tuple[Story, ...]) -> tuple[Story, ...]:
    """Give the stories of each issue its day, a week apart."""
    newest, size = made[0].day, _SHEETS * _EACH
    return tuple(replace(s, day=newest - timedelta(days=7 * (n // size))) for n, s in enumerate(made))


def _sheets(made: tuple[Story, ...]) -> Iterator[_Sheet]:
    for number in range(_ISSUES * _SHEETS):
        printed = made[_EACH * number : _EACH * (number + 1)]
        yield _Sheet(number // _SHEETS + 1, number % _SHEETS + 1, printed[0].day, printed)


def _page(title: str, inner: str) -> Answer:
    head = f'<meta charset="utf-8"><title>{title}</title>'
    foot = '<div class="foot">县域纺织报社 版权所有 广告热线：0571-00000000</div>'
    return Answer(f"<html><head>{head}</head><body>{inner}{foot}</body></html>", validators=True)


def _titles(sheet: _Sheet, address: Address) -> str:
    rows = "".join(f'<li><a href="{address(s)}">{s.title}</a></li>' for s in sheet.made)
    return f'<div class="now">{sheet.name}</div><ul class="titles">{rows}</ul>'


def _paper(
    name: str,
    made: tuple[Story, ...],
    entry: str,
    address: Address,
    at: Callable[[int, date, int], str],
    beside: Callable[[_Sheet, list[date]], str],
    more: dict[str, Answer | Handler] | None = None,
) -> Kind:
    """A paper whose sheets name one another.

    Args:
        name, made, entry: as of a kind.
        address: of an article.
        at: the address of a sheet by the number and the day of its issue and its own number.
        beside: what leads to the other issues, by the sheet that shows it and the days of all issues.
        more: what else the site has.
    """
    made = _weekly(made)
    kind = listing(name, made, address=address, shown=_article)
    del kind.site.routes["/news/"]
    days = list(dict.fromkeys(s.day for s in made))
    for sheet in _sheets(made):
        links = "".join(
            f'<a href="{at(sheet.issue, sheet.day, n)}">第{n:02d}版：{_NAMES[n - 1]}</a> '
            f'<a href="/pdf/{sheet.day:%Y%m%d}{n:02d}.pdf"><img src="/pdf.gif"></a>'
            for n in range(1, _SHEETS + 1)
        )
        body = f'<div class="sheets">版面导航 {links}</div>{_titles(sheet, address)}{beside(sheet, days)}'
        kind.site.routes[at(sheet.issue, sheet.day, sheet.number)] = _page(f"县域纺织报 {sheet.name}", body)
    kind.site.routes |= more or {}
    if entry not in kind.site.routes:
        first = at(1, made[0].day, 1)
        kind.site.routes[entry] = kind.site.routes.get(first, _NEVER)
    return Kind(name, kind.site, made, entry)


def _article(story: Story) -> str:
    """An article under the name of the paper, as papers call their pages."""
    shown = article(story, inner=f'<div id="ozoom">{story.html}</div>')
    return shown.replace(f"<title>{story.title}-行业协会", f"<title>县域纺织报-{story.title}")


def _folders_of_days(made: tuple[Story, ...]) -> Kind:
    """The entry sends on to the first sheet of the day; sheets lead to the issue before, one of them is an advertisement."""

    def at(_: int, day: date, number: int) -> str:
        return f"/html/{day:%Y-%m}/{day:%d}/node_{number + 1}.htm"

    def beside(sheet: _Sheet, days: list[date]) -> str:
        advert = '<a href="node_9.htm">第03版：广告</a>'
        earlier = f'<a href="{at(0, days[sheet.issue], 1)}">上一期</a>' if sheet.issue < _ISSUES else ""
        return advert + earlier

    first = _weekly(made)[0].day
    kind = _paper(
        "sheets in folders of days", made, "/", lambda s: f"/html/{s.day:%Y-%m}/{s.day:%d}/content_{s.number}.htm", at, beside,
        {"/": Answer(f'<html><head><meta http-equiv="refresh" content="0; url={at(1, first, 1)[1:]}"></head></html>')},
    )  # fmt: skip
    days = list(dict.fromkeys(s.day for s in kind.expected))
    for number, day in enumerate(days, 1):
        sheets = "".join(f'<a href="node_{n + 1}.htm">第{n:02d}版：{_NAMES[n - 1]}</a>' for n in (1, 2))
        earlier = f'<a href="{at(0, days[number], 1)}">上一期</a>' if number < _ISSUES else ""
        kind.site.routes[f"/html/{day:%Y-%m}/{day:%d}/node_9.htm"] = _page(
            "县域纺织报 第03版：广告",
            f'{sheets}<a href="node_9.htm">第03版：广告</a>{earlier}<img src="/ad.jpg">',
        )
    return kind


def _month_of_issues(made: tuple[Story, ...]) -> Kind:
    """A script of the sheet asks for the issues of the month and puts them into its calendar."""

    def at(_: int, day: date, number: int) -> str:
        return f"/html/{day:%Y-%m}/{day:%d}/node_{number}.htm"

    def beside(sheet: _Sheet, _: list[date]) -> str:
        ask = 'request.open("GET", "../period.xml", true); request.send(null);'
        return f"<script>function calendar() {{ {ask} }} calendar();</script>"

    made = _weekly(made)
    more: dict[str, Answer | Handler] = {}
    days = list(dict.fromkeys(s.day for s in made))
    for month in {f"{day:%Y-%m}" for day in days}:
        periods = "".join(
            f"<period id='{n}'><period_name>{day:%Y-%m-%d}</period_name><front_page>node_1.htm</front_page></period>"
            for n, day in enumerate(days)
        )
        more[f"/html/{month}/period.xml"] = Answer(
            f'<?xml version="1.0" encoding="utf-8"?><period_list>{periods}</period_list>',
            headers={"Content-Type": "text/xml"},
            validators=True,
        )
    return _paper(
        "issues of a month by a script", made, at(1, made[0].day, 1), lambda s: f"/html/{s.day:%Y-%m}/{s.day:%d}/content_{s.number}.htm", at, beside, more
    )  # fmt: skip


def _day_chosen_into_a_path(made: tuple[Story, ...]) -> Kind:
    """A choice of days puts the one chosen into the path of its first sheet."""

    def at(_: int, day: date, number: int) -> str:
        return f"/szb/{day}/A{number}/"

    def beside(_: _Sheet, days: list[date]) -> str:
        options = "".join(f'<option value="{day}">{day}</option>' for day in days)
        return f"""<select onchange="location.href='/szb/'+this.value+'/A1/'">{options}</select>"""

    return _paper(
        "days chosen into a path", made, "/szb/", lambda s: f"/szb/{s.day}/A1/{s.number}.html", at, beside
    )


def _day_in_a_query(made: tuple[Story, ...]) -> Kind:
    """A paper for telephones names day and sheet in its query; other issues stand in a list."""

    def at(_: int, day: date, number: int) -> str:
        return f"/m/paper.php?date={day:%Y%m%d}&sheet={number}"

    def beside(_: _Sheet, days: list[date]) -> str:
        rows = "".join(
            f'<li><a href="/m/paper.php?date={day:%Y%m%d}">{day:%m月%d日}</a></li>' for day in days
        )
        return f"<h4>往期报纸</h4><ul>{rows}</ul>"

    made = _weekly(made)
    kind = _paper("days in a query", made, "/m/paper.php", lambda s: f"/m/read.php?id={s.number}", at, beside)
    for day in {s.day for s in made}:
        kind.site.routes[f"/m/paper.php?date={day:%Y%m%d}"] = kind.site.routes[at(0, day, 1)]
    return kind


def _days_in_a_script(made: tuple[Story, ...]) -> Kind:
    """A script of the page lists the days for its calendar."""

    def at(_: int, day: date, number: int) -> str:
        return f"/epaper/{day:%Y%m%d}/{number:02d}.html"

    def beside(_: _Sheet, days: list[date]) -> str:
        listed = json.dumps([str(day) for day in sorted(days)])
        pick = "location.href = '/epaper/' + day.replace(/-/g, '') + '/01.html';"
        return f"<input id='day'><script>var dates = {listed}; picker('#day', function (day) {{ {pick} }});</script>"

    made = _weekly(made)
    return _paper(
        "days in a script", made, at(1, made[0].day, 1), lambda s: f"/epaper/{s.day:%Y%m%d}/a{s.number}.html", at, beside
    )  # fmt: skip


def _days_in_a_linked_script(made: tuple[Story, ...]) -> Kind:
    """A linked script lists the days of all issues as one text."""

    def at(_: int, day: date, number: int) -> str:
        return f"/paper/{day:%Y%m/%d}/page_{number}.shtml"

    made = _weekly(made)
    listed = ",".join(dict.fromkeys(f"{s.day:%Y-%m-%d}" for s in made))
    return _paper(
        "days in a linked script", made, at(1, made[0].day, 1), lambda s: f"/paper/{s.day:%Y%m/%d}/c_{s.number}.shtml", at,
        lambda *_: '<script src="/paper/js/datelist.js"></script>',
        {"/paper/js/datelist.js": Answer(f'var issueDates = "{listed}";', headers={"Content-Type": "text/javascript"}, validators=True)},
    )  # fmt: skip


def _issues_called_by_their_days(made: tuple[Story, ...]) -> Kind:
    """Issues have numbers in their addresses only; a list calls them by their days."""

    def at(issue: int, _: date, number: int) -> str:
        return f"/paper/{890 - issue}_{number}.html"

    def beside(_: _Sheet, days: list[date]) -> str:
        rows = "".join(f'<li><a href="{at(n, day, 1)}">{day}</a></li>' for n, day in enumerate(days, 1))
        return f"<div>往期报纸<ul>{rows}</ul></div>"

    return _paper(
        "issues called by their days", made, "/paper/", lambda s: f"/paper/read/{s.number}.html", at, beside
    )


def _numbers_of_an_old_program(made: tuple[Story, ...]) -> Kind:
    """An old program counts issues and sheets in its query and tells the number of the issue."""

    def at(issue: int, _: date, number: int) -> str:
        return f"/epaper/index.asp?qs={1290 - issue}&bm={number}"

    def beside(sheet: _Sheet, _: list[date]) -> str:
        past = "".join(f'<a href="{at(n, date.min, 1)}">第{1290 - n}期</a> ' for n in range(1, _ISSUES + 1))
        return f"<b>总第{1290 - sheet.issue}期</b><p>往期：{past}</p>"

    return _paper(
        "numbers of an old program", made, "/epaper/index.asp", lambda s: f"/epaper/read.asp?id={s.number}", at, beside
    )  # fmt: skip


def _sheets_in_a_choice(made: tuple[Story, ...]) -> Kind:
    """Issues stand in one choice and sheets beside it; the one shown is marked."""

    def at(issue: int, day: date, number: int) -> str:
        return f"/dzb/{day:%Y/%m%d}/b{number}.html"

    def beside(sheet: _Sheet, days: list[date]) -> str:
        marks = {sheet.day: " selected"}
        options = "".join(
            f'<option value="{at(0, day, 1)}"{marks.get(day, "")}>{day:%Y年%m月%d日}</option>' for day in days
        )
        return f"<select onchange=\"window.open(this.value,'_self')\">{options}</select>"

    made = _weekly(made)
    return _paper(
        "issues in a choice", made, at(1, made[0].day, 1), lambda s: f"/dzb/{s.day:%Y/%m%d}/{s.number}.html", at, beside
    )  # fmt: skip


def _picker_of_days(made: tuple[Story, ...]) -> Kind:
    """A picker asks which days had issues, a month at a time, and goes to the one chosen."""

    def at(_: int, day: date, number: int) -> str:
        return f"/epaper/{day}/{number}.html"

    made = _weekly(made)
    days = list(dict.fromkeys(str(s.day) for s in made))

    async def issues(_: web.Request) -> web.StreamResponse:
        return web.json_response({"code": 0, "data": days})

    script = (
        "$.getJSON('/epaper/issueDates', function (r) { laydate.render({elem: '#day', mark: r.data, "
        "done: function (day) { location.href = '/epaper/' + day + '/1.html'; }}); });"
    )
    return _paper(
        "picker of days", made, "/epaper/", lambda s: f"/epaper/{s.day}/1/{s.number}.html", at,
        lambda *_: f"<input id='day'><script>{script}</script>",
        {"/epaper/issueDates": issues},
    )  # fmt: skip


def _script_to_the_newest(made: tuple[Story, ...]) -> Kind:
    """A script of the entry sends on to the newest issue; maps name articles with a mark of their box, sheets hold advertisements."""

    def at(_: int, day: date, number: int) -> str:
        return f"/html/{day:%Y-%m}/{day:%d}/node_{number + 43}.htm"

    def address(story: Story) -> str:
        return f"/html/{story.day:%Y-%m}/{story.day:%d}/content_{story.number}.htm"

    def beside(sheet: _Sheet, days: list[date]) -> str:
        areas = "".join(
            f'<area shape="polygon" coords="1,2,3,4" href="{address(s)}?div=-1">' for s in sheet.made
        )
        others = f'<li><a href="/html/{sheet.day:%Y-%m}/{sheet.day:%d}/content_1.htm?div=-1">广告</a></li><li><a href="/html/{sheet.day:%Y-%m}/{sheet.day:%d}/content_2.htm">报头</a></li>'
        earlier = (
            f'<a class="pre" href="{at(0, days[sheet.issue], 1)}">上一期</a>' if sheet.issue < _ISSUES else ""
        )
        return f'<map name="pagepicmap">{areas}</map><ul>{others}</ul>{earlier}<a href="/page/{sheet.number}/{sheet.day:%Y-%m}/{sheet.day:%d}/0{sheet.number}_pdf.pdf">版面PDF</a>'

    made = _weekly(made)
    more: dict[str, Answer | Handler] = {}
    for day in {s.day for s in made}:
        for number, words in ((1, "广告"), (2, "报头")):
            more[f"/html/{day:%Y-%m}/{day:%d}/content_{number}.htm"] = _page(
                f"县域纺织报-{words}", f'<strong>{words}</strong><div id="ozoom"><img src="/ad.jpg"></div>'
            )
    more["/"] = Answer(
        f'<html><head><script>window.location.href = "{at(1, made[0].day, 1)[1:]}";</script></head><body></body></html>'
    )
    return _paper("script to the newest issue", made, "/", address, at, beside, more)


def _sheets_without_days(made: tuple[Story, ...]) -> Kind:
    """Sheets are folders of an issue that its number names; the last issues stand in a list of numbers and days."""

    def at(issue: int, _: date, number: int) -> str:
        return f"/paper/{2236 - issue}/b{number}/"

    def beside(_: _Sheet, days: list[date]) -> str:
        past = "".join(
            f'<li><a href="{at(n, day, 1)}">第{2236 - n}期（{day:%m月%d日}）</a></li>'
            for n, day in enumerate(days, 1)
        )
        return f'<div class="past"><h3>往期</h3><ul>{past}</ul></div>'

    return _paper(
        "sheets in folders of numbers", made, "/paper/", lambda s: f"/paper/a/{s.number}.html", at, beside
    )


def _whole_issue_on_a_page(made: tuple[Story, ...]) -> Kind:
    """A page for telephones shows all sheets of an issue under each other, and a choice of the day."""
    made = _weekly(made)

    def address(story: Story) -> str:
        return f"/wap/{story.day:%Y%m%d}/{story.number}.html"

    kind = listing("whole issues for telephones", made, address=address, shown=_article)
    del kind.site.routes["/news/"]
    days = list(dict.fromkeys(s.day for s in made))
    for number, day in enumerate(days):
        blocks = "".join(
            f"<h3>{sheet.name}</h3>{_titles(sheet, address)}" for sheet in _sheets(made) if sheet.day == day
        )
        earlier = (
            f'<a href="/wap/{days[number + 1]:%Y%m%d}/">&lt; 前一期</a>' if number + 1 < len(days) else ""
        )
        kind.site.routes[f"/wap/{day:%Y%m%d}/"] = _page(
            "县域纺织报 手机版", f"{earlier}{day:%Y年%m月%d日}{blocks}"
        )
    kind.site.routes["/wap/"] = kind.site.routes[f"/wap/{days[0]:%Y%m%d}/"]
    return Kind(kind.name, kind.site, made, "/wap/")


def _sheets_by_handler(made: tuple[Story, ...]) -> Kind:
    """Sheets are opened by handlers, issues by a table of days."""

    def at(_: int, day: date, number: int) -> str:
        return f"/epaper/{day:%Y-%m-%d}/A{number:02d}.html"

    def beside(sheet: _Sheet, days: list[date]) -> str:
        cells = "".join(f'<td><a href="{at(0, day, 1)}">{day.day}</a></td>' for day in sorted(days))
        return f"<table class='calendar'><tr>{cells}</tr></table>"

    made = _weekly(made)
    kind = _paper(
        "sheets by handler",
        made,
        at(1, made[0].day, 1),
        lambda s: f"/epaper/{s.day:%Y-%m-%d}/{s.number}.html",
        at,
        beside,
    )
    for sheet in _sheets(made):
        path = at(sheet.issue, sheet.day, sheet.number)
        said = kind.site.routes[path]
        assert isinstance(said, Answer) and isinstance(said.body, str)
        body = said.body
        for n in range(1, _SHEETS + 1):
            body = body.replace(
                f'<a href="{at(0, sheet.day, n)}">第',
                f"""<a href="javascript:;" onclick="location.href='{at(0, sheet.day, n)}'">第""",
            )
        kind.site.routes[path] = replace(said, body=body)
    return kind
