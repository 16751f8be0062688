"""Boards of old forums that hand on the trade's news: threads with cards of their authors and answers longer than they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from aiohttp import web

from tests.farm import Answer, Handler, Site
from tests.farm.sites import Kind, Story, stories

_NAME = "织造同行园"  # of the forum
_BOARD = "业界转载"
_FEW = 7  # threads of a page
_ANSWER = "谢谢楼主转载，我们这边的情况也差不多，去年下半年起订单就一直不太稳定，坯布出得慢，工人也难招，大家都在观望，听说隔壁镇上有几家已经停了一半的机子，只等年后再看，有消息还请多多分享。"


def kinds(today: date) -> list[Kind]:
    """Return the kinds."""
    built: list[Callable[[tuple[Story, ...]], Kind]] = [
        _cells_with_cards,
        _name_and_board_before_the_title,
        _board_behind_a_stroke,
        _program_of_two_letters,
        _numbers_of_forum_and_topic,
        _name_without_a_home,
        _threads_of_some_pages,
        _two_boards_from_the_front,
    ]
    return [build(stories(950 + 3 * n, 10, today)) for n, build in enumerate(built)]


def _board(
    name: str,
    made: tuple[Story, ...],
    entry: str,
    turned: str,
    thread: Callable[[Story], str],
    row: Callable[[Story, str], str],
    shown: Callable[[Story], str],
    lay: Callable[[str, str], str],
    more: Mapping[str, str],
) -> Kind:
    """A board of two pages in GBK.

    Args:
        name, made, entry: as of a kind; `entry` is the board's first page, `turned` its second.
        thread: the address of a thread.
        row: a thread in the board, by its address.
        shown: the page of a thread.
        lay: a page by what its title says and what it holds.
        more: what else the forum has, by its address.
    """

    def answer(text: str) -> Answer:
        return Answer(text.encode("gb18030"), headers={"Content-Type": "text/html"}, validators=True)

    routes: dict[str, Answer | Handler] = {path: answer(text) for path, text in more.items()}
    pages = (made[:_FEW], made[_FEW:])
    for number, (path, part) in enumerate(zip((entry, turned), pages, strict=True), 1):
        pager = "".join(
            f"<b>[{n}]</b>" if n == number else f'<a href="{to}">[{n}]</a>'
            for n, to in enumerate((entry, turned), 1)
        )
        rows = "".join(row(s, thread(s)) for s in part)
        routes[path] = answer(
            lay(_BOARD, f'<table class="tableborder1">{rows}</table><div>分页: {pager}</div>')
        )
    for story in made:
        routes[thread(story)] = answer(shown(story))
    return Kind(name, Site(routes), made, entry)


def _html(title: str, inner: str, home: str, board: str, foot: str) -> str:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{title}</title>'
    path = f'<a href="{home}">{_NAME}</a> → <a href="{board}">{_BOARD}</a>' if home else _BOARD
    return f'<html><head>{head}</head><body><table width="97%"><tr><td>{path}</td><td><a href="login.asp">登录</a></td></tr></table>{inner}<p>{foot}</p></body></html>'


def _post(
    name: str, inner: str, when: str, tag: str = '<table class="tableborder5">{}</table>', box: str = ""
) -> str:
    card = f"<b>{name}</b><br>等级：论坛元老<br>文章：1290<br>积分：5512<br>注册：2005-3-1"
    said = f"<div{box}>{inner}</div>"
    return tag.format(
        f'<tr><td width="175" valign="top">{card}</td><td>{said}</td></tr><tr><td>{when}</td><td>支持(0) 反对(0) | 引用 | 回复</td></tr>'
    )


def _paragraphs(story: Story) -> str:
    return "<br><br>".join(f"　　{paragraph}" for paragraph in story.paragraphs)


def _thread(story: Story, box: str = "") -> str:
    """A thread with two answers, of which one is long."""
    when = f"{story.day:%Y-%m-%d} 8:30:02"
    return (
        _post("染坊掌柜", _paragraphs(story), when, box=box)
        + _post("梭子", _ANSWER * 2, when.replace("8:30", "9:12"), box=box)
        + _post("小纱锭", "顶一下。", when.replace("8:30", "9:40"), box=box)
    )


def _cells_with_cards(made: tuple[Story, ...]) -> Kind:
    """Threads carry a cut title and the whole one as a tip; the thread says its title behind a word for it."""

    def lay(title: str, inner: str) -> str:
        return _html(
            f"{_NAME}--{title}", inner, "index.asp", "list.asp?boardid=9", "Powered By Dvbbs Version 7.1.0"
        )

    def row(story: Story, to: str) -> str:
        tip = f"《{story.title}》&#10;作者：染坊掌柜&#10;发表于{story.day:%Y-%m-%d}"
        return f'<tr><td><img src="f.gif"></td><td><a href="{to}" title="{tip}">{story.title[:18]}...</a></td><td><a href="/dispuser.asp?id=3">染坊掌柜</a></td><td>2/40</td><td>{story.day:%Y-%m-%d} 9:40</td></tr>'

    def shown(story: Story) -> str:
        return lay(
            story.title,
            f'<table><tr><th align="left">* 贴子主题： {story.title}</th></tr></table>{_thread(story)}',
        )

    return _board(
        "board whose threads have cards", made, "/list.asp?boardid=9", "/list.asp?boardid=9&page=2",
        lambda s: f"/dispbbs.asp?boardid=9&id={s.number}", row, shown, lay,
        {"/dispuser.asp?id=3": lay("查看用户", "染坊掌柜 注册日期：2005-3-1"), "/index.asp": lay("首页", _BOARD)},
    )  # fmt: skip


def _name_and_board_before_the_title(made: tuple[Story, ...]) -> Kind:
    """The head names forum and board before the title, which stands nowhere else."""

    def lay(title: str, inner: str) -> str:
        return _html(f"{_NAME}-{_BOARD}-{title}", inner, "Boards.asp", "b.asp?b=6", "LeadBBS 3.14")

    def row(story: Story, to: str) -> str:
        return f'<tr><td><a href="{to}">{story.title}</a></td><td><a href="/User/LookUserInfo.asp?ID=3">染坊掌柜</a></td><td>{story.day:%Y-%m-%d}</td></tr>'

    return _board(
        "board with all names before the title", made, "/b.asp?b=6", "/b.asp?b=6&p=2", lambda s: f"/a.asp?b=6&id={s.number}", row,
        lambda s: lay(s.title, _thread(s)), lay, {"/User/LookUserInfo.asp?ID=3": lay("用户资料", "染坊掌柜 等级：论坛元老")},
    )  # fmt: skip


def _board_behind_a_stroke(made: tuple[Story, ...]) -> Kind:
    """The board stands behind a stroke; posts are named boxes."""

    def lay(title: str, inner: str) -> str:
        return _html(title, inner, "index.php", "thread.php?fid=4", "Powered by PHPWind v7.5")

    def row(story: Story, to: str) -> str:
        return f'<tr class="tr3"><td><a href="{to}" target="_blank"><img src="topicnew.gif"></a></td><td><h3><a href="{to}">{story.title}</a></h3></td><td><a href="u.php?action=show&uid=3">染坊掌柜</a><br>{story.day:%Y-%m-%d}</td><td>2/40</td></tr>'

    def shown(story: Story) -> str:
        inner = f'<h1 id="subject_tpc">{story.title}</h1>' + _thread(story, ' class="tpc_content"')
        return lay(f"{story.title}|{_BOARD} - {_NAME} - Powered by phpwind", inner)

    return _board(
        "board behind a stroke", made, "/thread.php?fid=4", "/thread.php?fid=4&page=2", lambda s: f"/read.php?tid={s.number}", row,
        shown, lambda title, inner: lay(f"{title} - {_NAME} - Powered by phpwind", inner),
        {"/u.php": lay("个人主页", "染坊掌柜 的个人主页 等级：论坛元老")},
    )  # fmt: skip


def _program_of_two_letters(made: tuple[Story, ...]) -> Kind:
    """Capitals in the addresses, the title before the forum's name and its maker's."""

    def lay(title: str, inner: str) -> str:
        return _html(
            f"{title} - {_NAME} - Powered By BBSXP",
            inner,
            "Default.asp",
            "ShowForum.asp?ForumID=3",
            "Powered by BBSXP 2008",
        )

    def row(story: Story, to: str) -> str:
        return f'<tr><td><a href="{to}">{story.title}</a></td><td><a href="/Profile.asp?UserName=zhang">染坊掌柜</a></td><td>{story.day:%Y-%m-%d} 9:40</td></tr>'

    def shown(story: Story) -> str:
        return lay(story.title, f"<table><tr><td>主题：{story.title}</td></tr></table>{_thread(story)}")

    return _board(
        "board of a program in capitals", made, "/ShowForum.asp?ForumID=3", "/ShowForum.asp?ForumID=3&PageIndex=2",
        lambda s: f"/ShowPost.asp?ThreadID={s.number}", row, shown, lay, {"/Profile.asp": lay("查看资料", "染坊掌柜 注册时间：2005-3-1")},
    )  # fmt: skip


def _numbers_of_forum_and_topic(made: tuple[Story, ...]) -> Kind:
    """Both numbers stand in the query; the forum's name is a picture."""

    def lay(title: str, inner: str) -> str:
        logo = f'<a href="leobbs.cgi"><img src="logo.gif" alt="{_NAME}"></a><a href="forums.cgi?forum=2">{_BOARD}</a>'
        return _html(f"{_NAME} -- {title}", logo + inner, "", "", "LeoBBS X")

    def row(story: Story, to: str) -> str:
        return f'<tr><td><a href="{to}">{story.title}</a></td><td><a href="/profile.cgi?action=show&member=zhang">染坊掌柜</a></td><td>{story.day:%Y/%m/%d} 09:40am</td></tr>'

    return _board(
        "board of a cgi program", made, "/forums.cgi?forum=2", "/forums.cgi?forum=2&show=7",
        lambda s: f"/topic.cgi?forum=2&topic={s.number}", row,
        lambda s: lay(s.title, _thread(s)), lay, {"/profile.cgi": lay("用户资料", "染坊掌柜 等级：论坛元老")},
    )  # fmt: skip


def _name_without_a_home(made: tuple[Story, ...]) -> Kind:
    """Nothing but the board tells which part of the head is the title."""

    def lay(title: str, inner: str) -> str:
        return _html(f"{_NAME}--{title}", inner, "", "", "Powered By Dvbbs Version 6.0.0")

    def row(story: Story, to: str) -> str:
        return f'<tr><td><a href="{to}">{story.title}</a></td><td>{story.day:%Y-%m-%d}</td></tr>'

    async def missing(_: web.Request) -> web.StreamResponse:
        return web.Response(status=404)

    kind = _board(
        "board that names no home", made, "/list.asp?id=9", "/list.asp?id=9&page=2", lambda s: f"/disp.asp?bid=9&id={s.number}",
        row, lambda s: lay(s.title, _thread(s)), lay, {},
    )  # fmt: skip
    kind.site.fallback = missing
    return kind


def _threads_of_some_pages(made: tuple[Story, ...]) -> Kind:
    """Answers fill a second page of each thread, to which the board leads, too, as to the last of them."""

    def lay(title: str, inner: str) -> str:
        return _html(
            f"{title} - {_NAME}", inner, "index.asp", "list.asp?boardid=9", "Powered By Dvbbs Version 8.2.0"
        )

    def address(story: Story, page: int = 1) -> str:
        return f"/dispbbs.asp?boardid=9&id={story.number}" + (f"&star={page}" if page > 1 else "")

    def row(story: Story, to: str) -> str:
        pages = f'[<a href="{to}">1</a> <a href="{to}&star=2">2</a>]'
        return f'<tr><td><a href="{to}">{story.title}</a> {pages}</td><td><a href="/dispuser.asp?id=3">染坊掌柜</a></td><td><a href="{to}&star=2#9">{story.day:%Y-%m-%d} 9:40</a> | 梭子</td></tr>'

    def turns(story: Story, own: int) -> str:
        links = "".join(
            f"<b>{n}</b>" if n == own else f'<a href="{address(story, n)}">{n}</a>' for n in (1, 2)
        )
        onward = f'<a href="{address(story, 2)}">下一页</a>' if own == 1 else ""
        return f"<div>本主题贴数24，分页：{links}{onward}</div>"

    answers = "".join(_post(f"梭子{n}", f"第{n}次回帖：{_ANSWER}", "2026-11-28 10:02:11") for n in range(3))
    more = {address(s, 2): lay(s.title, answers + turns(s, 2)) for s in made}
    return _board(
        "board whose threads have pages", made, "/list.asp?boardid=9", "/list.asp?boardid=9&page=2", address, row,
        lambda s: lay(s.title, _thread(s) + turns(s, 1)), lay, {**more, "/dispuser.asp": lay("查看用户", "染坊掌柜")},
    )  # fmt: skip


def _two_boards_from_the_front(made: tuple[Story, ...]) -> Kind:
    """The forum's front page names its boards, with their keepers and their last threads."""

    def lay(title: str, inner: str) -> str:
        return _html(
            f"{title} - {_NAME} - Powered By BBSXP", inner, "Default.asp", "", "Powered by BBSXP 2008"
        )

    def thread(story: Story) -> str:
        return f"/ShowPost.asp?ThreadID={story.number}"

    def row(story: Story, to: str) -> str:
        return f'<tr><td><a href="{to}">{story.title}</a></td><td><a href="/Profile.asp?UserName=zhang">染坊掌柜</a></td><td>{story.day:%Y-%m-%d} 9:40</td></tr>'

    kind = _board(
        "two boards from the front", made, "/ShowForum.asp?ForumID=3", "/ShowForum.asp?ForumID=4", thread, row,
        lambda s: lay(s.title, _thread(s)), lay, {"/Profile.asp": lay("查看资料", "染坊掌柜 注册时间：2005-3-1")},
    )  # fmt: skip
    boards = "".join(
        f'<tr><td><a href="/ShowForum.asp?ForumID={n}">{name}</a><br>版主：<a href="/Profile.asp?UserName=zhang">染坊掌柜</a></td><td>主题：{n}8</td>'
        f'<td><a href="{thread(last)}">{last.title[:12]}...</a><br>{last.day} 9:40</td></tr>'
        for n, name, last in ((3, "行业资讯", made[0]), (4, "市场动态", made[_FEW]))
    )
    for number, part in ((3, made[:_FEW]), (4, made[_FEW:])):
        rows = "".join(row(s, thread(s)) for s in part)
        kind.site.routes[f"/ShowForum.asp?ForumID={number}"] = Answer(
            lay("业界", f"<table>{rows}</table>").encode("gb18030"),
            headers={"Content-Type": "text/html"},
            validators=True,
        )
    kind.site.routes["/Default.asp"] = kind.site.routes["/"] = Answer(
        lay("首页", f"<table>{boards}</table>").encode("gb18030"),
        headers={"Content-Type": "text/html"},
        validators=True,
    )
    return Kind(kind.name, kind.site, made, "/Default.asp")
