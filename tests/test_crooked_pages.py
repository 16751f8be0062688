"""Article pages laid out against every custom: what is the article's stays, what is not goes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from scrapers.extract import read_page
from scrapers.model import Article, Page

ONE = "秋蚕饲养现场会昨天在板桥召开，一百一十余人到会观摩小蚕共育技术，并听取了防病要点。"
TWO = "据统计，今秋全县已订购蚕种一万三千张，比去年增加一成，预计产茧五百二十吨。"
REPLY = "我们村去年养了三十张，因为温度没控制好，损失了一大半，今年一定要按老师说的办法来，希望多办培训。"
LINKS = "".join(f"<li><a href={n}>{n}月份蚕茧行情分析</a></li>" for n in range(1, 5))


def read(body: str | bytes, head: str = "秋蚕饲养现场会在板桥召开") -> Article:
    html = body if isinstance(body, bytes) else f"<title>{head}</title>{body}".encode()
    when = datetime(2025, 8, 20, tzinfo=UTC)
    return read_page(Page("http://a.example/1", "http://a.example/1", 200, {}, html, when))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            f"<h2>秋蚕饲养现场会在板桥召开<p>{ONE}<div><b>热点新闻</b><ul>{LINKS}</ul></div><p>{TWO}",
            f"{ONE}\n{TWO}",
        ),
        (
            f"<div><p>{ONE}</p><p>{TWO}</p></div><div><h4>网友评论</h4>{f'<p>{REPLY}</p>' * 4}</div>",
            f"{ONE}\n{TWO}",
        ),
        (
            f"<div><p>{ONE}</p><p>{TWO}</p><p>附件：<a href=a.doc>1.报名表</a><br><a href=b.doc>2.须知</a></p></div>",
            f"{ONE}\n{TWO}\n附件：1.报名表\n2.须知",
        ),
    ],
    ids=["a hot list in the middle", "comments longer than the body", "annexes that are links"],
)
def test_a_body_is_whole_and_alone(body: str, text: str):
    """Lists inside a body are stepped over, comments end it, annexes belong to it."""
    assert read(body).text == text


def test_a_notice_has_its_title_over_two_lines_and_its_date_under_it():
    """Where the head names but the site, the notice itself says what it is."""
    article = read(
        f"<p>关于举办第三期茶艺师</p><p>培训班的通知</p><p>{ONE}</p><p>{TWO}</p><p>二〇一一年三月二十五日</p>",
        head="协会",
    )
    assert "".join(article.title.split()) == "关于举办第三期茶艺师培训班的通知"
    assert article.published == "2011-03-25"


def test_a_lone_stray_byte_is_dropped_but_reported():
    """A byte between whole characters hides nothing; the operator still sees where it stood."""
    article = read(
        f"<meta charset=utf-8><p>{ONE}</p><p>{TWO}</p>".encode().replace(
            b"\xef\xbc\x8c", b"\xe4\xef\xbc\x8c", 1
        )
    )
    assert article.text == f"{ONE}\n{TWO}"
    assert article.damaged


def test_the_page_for_browsers_without_frames_is_the_page():
    """What a frameset keeps for old browsers is read; the word to upgrade is not."""
    html = (
        "<html><head><title>秋蚕饲养现场会在板桥召开</title></head><frameset cols=20%,*><frame src=menu.htm><noframes><body>"
        "<p>您的浏览器不支持框架，请升级到IE4.0以上版本。<h3>秋蚕饲养现场会在板桥召开</h3><p>板桥蚕桑报 1999年4月12日<hr>"
        f"<p>{ONE}<p>{TWO}</body></noframes></frameset></html>"
    )
    article = read(html.encode())
    assert (article.text, article.published, article.outlet) == (f"{ONE}\n{TWO}", "1999-04-12", "板桥蚕桑报")


@pytest.mark.parametrize(
    ("byline", "published"),
    [
        ('<span class=t title="2024-05-18 10:22:03">3 天前</span> · 来源：板桥农情 · 1.2k 阅读', "2024-05-18T10:22:03+08:00"),
        ("周一, 06/27/2022 - 10:15", "2022-06-27T10:15+08:00"),
        ("15.01.2024", "2024-01-15"),
    ],
    ids=["in the markup of relative words", "month first", "day first"],
)  # fmt: skip
def test_a_date_is_read_however_it_is_set(byline: str, published: str):
    """The byline gives the day, and none of it stands in the text."""
    article = read(f"<h1>秋蚕饲养现场会在板桥召开</h1><div>{byline}</div><div><p>{ONE}</p><p>{TWO}</p></div>")
    assert (article.published, article.text) == (published, f"{ONE}\n{TWO}")


def test_a_pinned_post_gives_a_thread_no_date():
    """The day stands over the post that is read, not over what the forum pins above it."""
    pinned = "发广告者一律封号，请各位会员文明发言，理性交流，有事联系管理员处理，谢谢大家配合支持。"
    article = read(
        f"<h1>秋蚕饲养现场会在板桥召开</h1><div><p>置顶公告 2024-05-20</p><p>{pinned}</p></div>"
        f"<table><tr><td><p>注册时间 2009-8-8</p></td><td><em>发表于 2023-11-6 22:15:08</em>"
        f"<div class=t_f><p>{ONE}</p><p>{TWO}</p><p>{ONE[5:]}</p><p>{TWO[5:]}</p></div></td></tr></table>"
    )
    assert article.published == "2023-11-06T22:15:08+08:00"


def test_numbered_lines_are_no_byline_though_one_has_a_date():
    """A notice's items stay, with the date that one of them gives."""
    items = "<p>一．采购人名称：板桥蚕桑站</p><p>二．公告发布日期：2021年6月9日</p>"
    article = read(f"<h1>秋蚕饲养现场会在板桥召开</h1><div>2021-07-02</div><div>{items}<p>{ONE}</p></div>")
    assert article.text.startswith("一．采购人名称：板桥蚕桑站\n二．公告发布日期：2021年6月9日")


@pytest.mark.parametrize(
    ("byline", "outlet"),
    [
        (
            "<span>2024-06-11 08:30</span><span>板桥晚报</span><span>记者 葛兰</span><span>浏览：671</span>",
            "板桥晚报",
        ),
        ("<p>蚕事观察<p>2022-05-09 13:20 <span>广东</span> <span>养蚕人</span>", "蚕事观察"),
        ("<li>板桥蚕讯<li>本刊记者 纪晓云<li>2022.04.01<li>0 评论", "板桥蚕讯"),
        ("<p>10-19 08:00 | 板桥晚报 | 12条评论", "板桥晚报"),
        ("<p>（2022年12月28日）<p>会长　韦德胜", None),
        ("<p>发布者：板桥县蚕桑协会　发布时间：2023/12/11　阅读：855次", "板桥县蚕桑协会"),
        ("<p>[ 作者：本站　转贴自：板桥日报　更新时间：2017-10-12 ]", "板桥日报"),
        ("<div><time>05月11日 08:42</time><cite>板桥晚报</cite></div>", "板桥晚报"),
        ("<p>日期/Date：2025-03-29   来源/Source：板桥蚕博会组委会   点击/Hits：762", "板桥蚕博会组委会"),
    ],
    ids=[
        "spans without attributes",
        "a place behind the time",
        "the site's own name",
        "no year",
        "a speaker",
        "a publisher",
        "pasted from",
        "elements for time and source",
        "two tongues",
    ],
)
def test_an_outlet_is_told_from_what_else_stands_beside_the_date(byline: str, outlet: str | None):
    """Neither writers nor their posts and places nor counters are the outlet."""
    body = f"<h1>秋蚕饲养现场会在板桥召开</h1><div>{byline}</div><p>{ONE}</p><p>{TWO}</p>"
    assert read(body, "秋蚕饲养现场会在板桥召开 - 板桥蚕讯").outlet == outlet


@pytest.mark.parametrize(
    "credit",
    [
        "（一审：方晴 二审：温建平）",
        "【撰文】方晴",
        "【作者】 方晴;温建平",
        "（文/图：李若彤 审核：钟晓琳）",
        "【摄影】温建平 【编辑】方晴",
    ],
)
def test_lines_that_credit_the_makers_are_no_part_of_a_body(credit: str):
    """Who wrote, photographed and checked a text is left out, in whatever brackets."""
    assert read(f"<p>{ONE}</p><p>{TWO}</p><p>{credit}</p>").text == f"{ONE}\n{TWO}"


@pytest.mark.parametrize("credit", ["本报记者 方晴 文/图", "（文/图：方晴）", "采写：本报记者 方晴"])
def test_a_line_that_says_who_wrote_a_body_is_part_of_it(credit: str):
    """Writers sign their text, over it or under it; only those who edited and checked it are the template's."""
    assert read(f"<div><p>{ONE}</p><p>{TWO}</p><p>{credit}</p></div>").text == f"{ONE}\n{TWO}\n{credit}"
    above = f"<h1>秋蚕饲养现场会在板桥召开</h1><div>2025-08-12</div><div><p>{credit}</p><p>{ONE}</p><p>{TWO}</p></div>"
    assert read(above).text == f"{credit}\n{ONE}\n{TWO}"


@pytest.mark.parametrize(
    "script",
    [
        "document.write('<p>{}</p>');\ndocument.write('<p>{}</p>');",
        'var s=\'\'; s += "<p>{}" ; s += "</p><p>{}</p>"; box.innerHTML = s;',
        "box.innerHTML = '<p>{}</p>' +\n '<p>{}</p>';box.x+='';",
        "t.push(`<p>{}</p>`);t.push(`<p>{}</p>`);box.innerHTML=t.join('');",
    ],
    ids=["document.write", "added up", "joined", "pushed"],
)
def test_a_body_written_by_a_script_bit_by_bit_is_whole(script: str):
    """What a script writes in several strings is one text."""
    body = f"<h1>秋蚕饲养现场会在板桥召开</h1><p>2025-08-12</p><div id=box><script>{script.format(ONE, TWO)}</script></div>"
    assert read(f"{body}<ul>{LINKS}</ul>").text == f"{ONE}\n{TWO}"


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("<span class=author><img>方小晴</span><span>2025-08-12 07:30</span>", "方小晴"),
        ("<em class=author>桑梓之窗网</em><i>2025-08-12</i>", None),
        ("<span class=submitted>周二, 2025-08-12 11:26 — <a href=/user/3>蚕娘</a></span>", "蚕娘"),
        (
            "<div class=authi><a href=space-uid-18.html>桥头老蚕农</a></div><em>发表于 2025-8-12 08:52:16</em>",
            "桥头老蚕农",
        ),
    ],
    ids=["a box", "a site", "who put it up", "who posted it"],
)
def test_the_author_is_read_from_the_box_that_its_name_calls_so(byline: str, author: str | None):
    """Modern templates name the writer by a class, without a word."""
    body = f"<h1>秋蚕饲养现场会在板桥召开</h1><div>{byline}</div><div><p>{ONE}</p><p>{TWO}</p></div>"
    assert read(body).author == author


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            "板桥蚕业网",
            "<h4><span>秋蚕饲养现场会在板桥召开</span> <span>2025-08-12 阅读(55)</span></h4>",
            "秋蚕饲养现场会在板桥召开",
        ),
        (
            "Notice List",
            "<div>已于 2025/8/12 发布</div><div class=title_notice>关于举办秋蚕饲养培训班的通知</div>",
            "关于举办秋蚕饲养培训班的通知",
        ),
        (
            "板桥社区-蚕桑论坛-全县秋蚕饲养现场会在板桥召开",
            "<div>板桥社区 → 蚕桑论坛 → 全县秋蚕饲养现场会在板桥召开</div>",
            "全县秋蚕饲养现场会在板桥召开",
        ),
        (
            "秋蚕饲养现场会召开 - 板桥蚕业网",
            "<div class=title><h2>秋蚕饲养现场会召开</h2><h3>百余人共议小蚕共育</h3></div><p>2025-08-12",
            "秋蚕饲养现场会召开",
        ),
        (
            "板桥蚕业网",
            "<div>在板桥县蚕桑协会六届四次<br>理事会议上的讲话</div><p>（2025年8月12日）",
            "在板桥县蚕桑协会六届四次 理事会议上的讲话",
        ),
        (
            "板桥蚕业网",
            "<h1>板桥蚕业网</h1><img src=a.png alt=一座听得见蚕食桑叶的博物馆><p>本报记者 方晴",
            "一座听得见蚕食桑叶的博物馆",
        ),
        (
            "板桥县人民代表大会关于批准桑园更新规划及调整2025年茧站布点的决议__县政府公报",
            "<p><font><b>板桥县人民代表大会<br>关于批准桑园更新规划及<br>调整2025年茧站布点的决议</b></font>"
            "<br>（2025年6月29日第28次会议通过）</p>",
            "板桥县人民代表大会 关于批准桑园更新规划及 调整2025年茧站布点的决议",
        ),
    ],
    ids=[
        "the date behind it",
        "a program's name in the head",
        "columns before it",
        "a subtitle the head does not know",
        "a speech over two lines",
        "on a picture",
        "broken by hand",
    ],
)
def test_a_title_is_found_however_it_is_set(head: str, body: str, title: str):
    """Subtitles are not joined to a title, broken ones are put together, pictured ones are read."""
    assert read(f"{body}<p>{ONE}</p><p>{TWO}</p>", head).title == title


def test_a_table_of_labels_gives_title_and_text_and_keeps_its_labels():
    """Old systems show an article as a table: 标题, 日期 and 内容, each beside what it names."""
    rows = {
        "標　題": "秋蚕饲养现场会在板桥召开",
        "日　期": "2025/8/12",
        "內　容": f"<p>{ONE}</p><p>{TWO}</p>",
    }
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows.items())
    article = read(f"<table>{table}</table>", "板桥蚕业网")
    assert (article.title, article.published, article.text) == (rows["標　題"], "2025-08-12", f"{ONE}\n{TWO}")


def test_a_list_that_a_sentence_ends_in_stays_though_it_is_links():
    """Numbered names under a sentence with a colon are the article's, wherever they lead."""
    names = ["1. 板桥第一蚕种场", "2. 清溪制丝厂", "3. 丰收蚕业合作社", "4. 新桥缫丝厂", "5. 板桥丝绸公司"]
    links = "".join(f"<p>{name[:3]}<a href=/{name[0]}>{name[3:]}</a></p>" for name in names)
    opening = "经评审和公示，现公布今年秋蚕饲养示范单位名单（排名不分先后）："
    text = read(f"<div><p>{opening}</p>{links}<p>示范期两年，自公布之日起计算。</p></div>").text
    assert text.split("\n") == [opening, *names, "示范期两年，自公布之日起计算。"]


def test_plain_text_keeps_its_title_and_salutation_apart():
    """In text broken by width only lines as long as the page is wide go on in the next."""
    title, salutation = "关于召开一九九九年秋蚕饲养现场会的函", "各乡镇蚕桑站："
    html = f"<hr><pre>\n      {title}\n{salutation}\n    {ONE[:38]}\n{ONE[38:]}\n    {TWO}\n</pre>"
    article = read(html, "New Page 1")
    assert (article.title, article.text) == (title, f"{salutation}\n{ONE}\n{TWO}")


def test_an_english_page_has_byline_neighbours_and_related_titles_too():
    """What stands round an English article is told as on a Chinese one."""
    one = "More than 900 exhibitors gathered on Thursday for the opening of the Spring Silk Fair, organizers said."
    two = "Buyers are looking for smaller lots and faster delivery, according to the secretary of the association."
    article = read(
        f"<h2>Spring Silk Fair opens</h2><div>Source: Silk News | Date: March 14, 2024 | Views: 208</div><p>{one}</p>"
        f"<p>{two}</p><p>Prev: <a href=1>Holiday notice</a></p><h4>Related News</h4><a href=2>Exports rise</a>",
        "Spring Silk Fair opens",
    )
    assert (article.published, article.text) == ("2024-03-14", f"{one}\n{two}")


def test_counters_of_pictures_end_no_body():
    """Under each picture stand its number and its words; the words are the article."""
    three = ONE.replace("板桥", "清溪")
    shots = "".join(f"<li><img><b>{n}</b>/3<p>{text}</p>" for n, text in enumerate((ONE, TWO, three), 1))
    assert read(f"<h1>秋蚕饲养现场会在板桥召开</h1><ul>{shots}</ul>").text == f"{ONE}\n{TWO}\n{three}"


def test_the_time_and_place_of_an_event_are_no_byline():
    """A span of days under the title is when the event is, and part of what the page says."""
    facts = "<li>时间：2025年10月22日-24日<li>地点：板桥体育馆"
    article = read(
        f"<h1>秋蚕饲养现场会在板桥召开</h1><p>发布时间：2025-08-06</p><ul>{facts}</ul><p>{ONE}</p><p>{TWO}</p>"
    )
    assert article.text == f"时间：2025年10月22日-24日\n地点：板桥体育馆\n{ONE}\n{TWO}"
    assert article.published == "2025-08-06"


@pytest.mark.parametrize(
    "line",
    [
        "板桥蚕业网版权与免责声明：① 凡本网注明出处的稿件，版权均属本网所有。",
        "上一个：小蚕共育讲座 下一个：会费标准公示",
        "&lt; 第37期　第39期 &gt;",
        "（信息中心　整理）",
        "共3页: 上一页 1 2 3 下一页 全文阅读",
        "本文关键词：秋蚕 饲养",
        "欢迎投稿 邮箱：can@a.example 电话：010-1234",
        "分享给朋友：",
        "想看更多蚕事，请扫描下方二维码，关注桑梓之窗官方微信公众号（ID：sang1），每天早上与您相约。",
        "校对 李小满",
        "打开桑梓新闻，查看更多高清图片",
        "“特别声明：以上作品内容为用户上传并发布，本平台仅提供信息存储空间服务。”",
        "Notice: The content above (including the pictures if any) is uploaded and posted by a user of Sangzi.",
        "封面图片来源：桑梓图库",
        "※ 以上信息由板桥蚕业网提供，仅供参考，据此入市风险自负。",
        "以下评论版权属于发表者所有，不代表本站立场。",
        "列印 寄给朋友",
        "→ 本信息真实性未经板桥蚕业网证实，仅供参考。",
        "相关个股：",
    ],
)
def test_what_stands_under_a_body_is_no_part_of_it(line: str):
    """Disclaimers with the site's name, neighbours and who compiled a text are left out."""
    assert read(f"<div><p>{ONE}</p><p>{TWO}</p><p>{line}</p></div>").text == f"{ONE}\n{TWO}"


def test_a_title_may_be_two_characters_long():
    """讣告 is a title where the head sets the site's name off it."""
    assert read(f"<h2>讣 告</h2><p>{ONE}</p><p>{TWO}</p>", "讣 告 - 板桥蚕桑协会").title == "讣 告"


def test_a_title_said_again_over_two_lines_is_no_paragraph():
    """What a document pasted in says of its title is left out, on however many lines."""
    body = f"<h1>秋蚕饲养现场会在板桥召开</h1><p>秋蚕饲养现场会<br>在板桥召开</p><p>{ONE}</p><p>{TWO}</p>"
    assert read(body).text == f"{ONE}\n{TWO}"


def test_a_paper_that_names_itself_first_is_the_outlet_of_its_own_report():
    """本报讯 is the paper's, without the word for its digital edition."""
    body = f"<h1>前七月蚕茧收购量增一成</h1><p>本报讯 记者方晴报道 {ONE}</p><p>{TWO}</p>"
    article = read(body, "板桥日报数字报-前七月蚕茧收购量增一成")
    assert article.outlet == "板桥日报"


def test_the_number_of_a_session_makes_no_byline():
    """The day on which a resolution was passed is not the page's, which its metadata gives."""
    passed = "<p>（2025年6月29日板桥县人民代表大会第28次会议通过）</p>"
    meta = '<meta name="firstpublishedtime" content="2025-08-10-23:59:59">'
    article = read(f"{meta}<h1>秋蚕饲养现场会在板桥召开</h1>{passed}<p>{ONE}</p><p>{TWO}</p>")
    assert article.published == "2025-08-10"


def test_a_copy_in_traditional_script_names_its_outlet_under_the_body():
    """The credit that ends a copied text is read whatever its script, and cut."""
    article = read(f"<h2>秋蠶飼養現場會在板橋召開</h2><p>{ONE}</p><p>{TWO}</p><p>來源：板橋晚報</p>")
    assert article.outlet == "板桥晚报"
    assert article.text == f"{ONE}\n{TWO}"


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=a><p>{ONE}</p><div><i>00:00</i>/<i>01:45</i><p>正在加载 高清 全屏</div><p>{TWO}</p></div>",
        f"<div class=a><p>{ONE}</p><div class=card><h4><a href=/s>青禾蚕种场</a></h4><p>主营：蚕种 | 年产：六万张"
        f"</p><a href=/j>在线订购</a></div><p>{TWO}</p></div>",
        f"<div class=a><p>{ONE}</p><p>{TWO}</p><div>点击展开全文</div><div>点赞 12 踩 0</div></div>",
        f"<div class=a><p>{ONE}</p><p>{TWO}</p><p>（本站编辑：阿桑）</p></div><p>内容声明：本页由会员自行发布。</p>",
        f"<div class=a><p>{ONE}</p><p>{TWO}</p><h3>发布企业</h3><p>板桥蚕业公司是一家集制种、收茧为一体的公司，年收茧三百吨。</p></div>",
        f"<div class=a><p class=intro>{ONE}{TWO[:14]}...</p><p>{ONE}</p><p>{TWO}</p></div>",
    ],
    ids=[
        "a player",
        "a shop's card",
        "what unfolds",
        "an editor and a disclaimer",
        "who posted it",
        "a cut lead",
    ],
)
def test_what_a_portal_sets_into_a_body_is_no_part_of_it(body: str):
    """Players, cards of shops, buttons, leads cut from the text and who posted it go; what stands before them stays."""
    assert read(f"<h1>秋蚕饲养现场会在板桥召开</h1>{body}").text == f"{ONE}\n{TWO}"


def test_a_post_ends_where_another_s_name_stands():
    """On boards without classes the answers are told by who put them up."""
    floors = "".join(
        f"<div>#{n}<br>发布者: 蚕友{n}<br>发布时间: 2025-08-1{n} 08:11</div><div>{REPLY[:30]}</div>"
        for n in (3, 4)
    )
    post = f"<div>发布者: 桑下客<br>发布时间: 2025-08-12 20:11</div><div><b>秋蚕饲养现场会在板桥召开</b><br>{ONE}<br>{TWO}</div>"
    article = read(f"<div>{post}<hr>{floors}</div>")
    assert (article.published, article.text) == ("2025-08-12T20:11+08:00", f"{ONE}\n{TWO}")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("由 秘书组 — 发表于 2025-08-12 11:05, 最后修改 2025-08-14 08:00", "2025-08-12T11:05+08:00"),
        ("發表者 tnfa 於 2025/8/12 10:40:00 (321 次閱讀)", "2025-08-12T10:40:00+08:00"),
        ("已于 2025/08/12 发布", "2025-08-12"),
    ],
)
def test_who_put_a_page_up_and_when_is_its_byline(line: str, published: str):
    """Programs word it each in their own way; the day counts, the line is no text, and who wrote is no outlet."""
    article = read(f"<h1>秋蚕饲养现场会在板桥召开</h1><div><p>{line}</p><p>{ONE}</p><p>{TWO}</p></div>")
    assert (article.published, article.outlet, article.text) == (published, None, f"{ONE}\n{TWO}")


def test_the_next_article_on_the_page_is_another():
    """Boxes numbered through, each with title, date and text, are articles of their own."""
    boxes = "".join(
        f"<div class=item id=a{n}><h1>{title}</h1><p>2025-08-1{n} 09:00</p><p>{text}</p></div>"
        for n, title, text in (
            (1, "秋蚕饲养现场会在板桥召开", f"{ONE}{TWO}"),
            (2, "晚秋蚕种开始订购", "订购点设在各乡镇蚕桑站。"),
        )
    )
    assert read(boxes).text == f"{ONE}{TWO}"


def test_a_notice_in_its_own_column_is_shorter_than_the_columns_beside_it():
    """What stands under headings of its own beside title, date and text is none of the notice."""
    article = read(
        f"<div><h4>蚕桑站简介</h4><p>{REPLY}</p></div><div><h1>关于领取蚕种的通知</h1><p>2025-08-12　来源：板桥蚕桑站</p><p>{ONE}"
        "</p><p>【关闭】</p></div><div><h4>领种须知</h4><p>领种时请带身份证，并自备通风的容器，当天领当天催青。</p></div>",
        "关于领取蚕种的通知",
    )
    assert article.text == ONE


def test_how_long_ago_is_no_outlet():
    """Beside a date, neither its age nor an invitation to comment names the outlet."""
    for word in ("3年前", "我来说两句"):
        assert (
            read(f"<h1>秋蚕饲养现场会在板桥召开</h1><p>{word} 2025-08-12</p><p>{ONE}</p><p>{TWO}</p>").outlet
            is None
        )


@pytest.mark.parametrize(
    "line",
    [
        "第2页：小蚕共育怎么做",
        "▲点击蓝字关注，蚕事早知道",
        "郑重提示：本站发布此内容旨在传播信息，据此操作风险自担。",
        "上一图集：板桥采桑忙",
        "上一张 下一张 查看原图",
        "订阅我们的电子报",
        "（本站编辑：阿桑）",
        "倍速",
        "正在加载...",
        "本文来自微信公众号“桑梓之窗”（ID：sang1），作者：阿桑，板桥网经授权发布。",
    ],
)
def test_what_stands_over_a_body_or_in_it_is_known_for_a_template_by_its_words(line: str):
    """Heads of pages, calls to follow, warnings, arrows of galleries and editors' lines go wherever they stand."""
    body = f"<h1>秋蚕饲养现场会在板桥召开</h1><div class=a><p>{ONE}</p><p>{line}</p><p>{TWO}</p></div>"
    assert read(body).text == f"{ONE}\n{TWO}"


def test_a_banner_is_no_title():
    """Under a head that names but the site, the line over the byline is the title, not the part of the site."""
    article = read(
        f"<h2>新闻中心</h2><p>板桥蚕种场与农校共建共育室</p><p>分类：本场新闻 ｜ 来源：办公室 ｜ 阅读：87</p><div><p>{ONE}</p><p>{TWO}</p></div>",
        "板桥蚕种场",
    )
    assert (article.title, article.outlet) == ("板桥蚕种场与农校共建共育室", "办公室")
    assert article.text == f"{ONE}\n{TWO}"


def test_a_title_of_four_characters_stands_over_its_byline():
    """Where the head names but the site, a short line right over a labelled date is the title."""
    article = read(
        f"<table><tr><td>订购蚕种<tr><td>发布时间：2025-8-12 浏览次数：34<tr><td>{ONE}<br>{TWO}</table>",
        "板桥蚕种场",
    )
    assert article.title == "订购蚕种"


@pytest.mark.parametrize(
    "byline",
    [
        "桑梓之窗 08-12 09:00 阅读132",
        "2025年08月12日 07:14　<a href=/>桑梓网</a>　<a href=/c>参与互动</a>",
        "2025-08-12 10:12 来自湖北 桑梓晚报",
        "<span>2025-08-12 10:18</span><span>·</span><span>桑梓都市报</span><span>桑梓都市报官方账号</span>",
        "2025-08-12 14:32 发布于湖北 桑梓新闻官方账号",
        "2025-08-12 来源：桑梓网-《桑梓日报》",
        "2025年08月12日 10:31　桑梓之窗　编辑：阿May　我要评论(0)　字号：T|T",
    ],
)
def test_the_name_beside_a_date_is_the_outlet(byline: str):
    """Before a day without a year, linked among links or behind a region, a name is still the outlet's."""
    outlet = read(
        f"<h1>秋蚕饲养现场会在板桥召开</h1><p>{byline}</p><p>{ONE}</p><p>{TWO}</p>",
        "秋蚕饲养现场会在板桥召开 - 桑梓之窗",
    ).outlet
    assert outlet and outlet.startswith("桑梓")


@pytest.mark.parametrize(
    "line",
    [
        "作者 钱四 2025年8月12日 阅读 80 预计阅读时间 6 分钟",
        "添加时间：2025-08-12 点击：9</p><p>各市蚕业协会、各会员单位：",
        "(2025-08-12 22:10:42) 转载▼",
    ],
)
def test_a_measure_of_time_and_a_salutation_are_no_outlet(line: str):
    """What stands beside a date is no outlet where it counts minutes or addresses the readers."""
    assert read(f"<h1>秋蚕饲养现场会在板桥召开</h1><p>{line}</p><p>{ONE}</p><p>{TWO}</p>").outlet is None


def test_what_ends_a_body_ends_it_for_the_lines_below_too():
    """Under a share bar nothing short is the article's."""
    body = f"<div><p>{ONE}</p><p>{TWO}</p><p>分享给朋友：</p><p>投稿邮箱：can@a.example</p></div>"
    assert read(body).text == f"{ONE}\n{TWO}"


@pytest.mark.parametrize(("url", "title"), [("77_2.html", "养蚕冷暖"), ("77.html", "养蚕冷暖(2)")])
def test_the_number_of_a_page_is_no_part_of_the_title(url: str, title: str):
    """A count behind the title goes where the address counts alike, and stays where it tells parts apart."""
    html = f"<title>养蚕冷暖(2)_桑梓网</title><h1>养蚕冷暖(2)</h1><p>{ONE}</p><p>{TWO}</p>".encode()
    address = f"http://a.example/{url}"
    assert read_page(Page(address, address, 200, {}, html, datetime(2025, 8, 20, tzinfo=UTC))).title == title


@pytest.mark.parametrize("escaped", [True, False], ids=["escape", "encodeURIComponent"])
def test_a_body_that_a_script_hides_behind_percents_is_read(escaped: bool):
    """What a script unescapes before it writes it is the body."""
    plain = f"<p>{ONE}</p><p>{TWO}</p>"
    hidden = "".join(f"%u{ord(sign):04X}" for sign in plain) if escaped else quote(plain)
    body = (
        f'<h1>秋蚕饲养现场会在板桥召开</h1><div><script>document.write(unescape("{hidden}"))</script></div>'
    )
    assert read(body).text == f"{ONE}\n{TWO}"


def test_a_letter_to_an_office_keeps_what_was_asked():
    """The day of an answer stands under the question, which is no byline for it."""
    question = "我想问今年秋蚕种哪天开始订购？"
    rows = [("来信内容", question), ("答复时间", "2025-08-12"), ("答复内容", ONE + TWO)]
    table = "".join(f"<tr><td>{label}</td><td>{words}</td></tr>" for label, words in rows)
    assert read(f"<h1>秋蚕种订购咨询</h1><table>{table}</table>").text.startswith(question)


def test_sections_numbered_with_a_nought_keep_the_first_number():
    """01 over the first section is no time or counter of the byline."""
    body = f"<h1>秋蚕饲养现场会在板桥召开</h1><p>2025-08-12</p><div><p>01</p><p>看现场</p><p>{ONE}</p><p>02</p><p>看订购</p><p>{TWO}</p></div>"
    assert read(body).text == f"01\n看现场\n{ONE}\n02\n看订购\n{TWO}"


def test_a_long_disclaimer_outweighs_no_article():
    """However long, what says that it is a disclaimer speaks for no box."""
    notice = (
        "特别声明：以上作品为用户上传并发布，本平台仅提供信息存储空间服务。" + "本站不对其真实性负责，" * 24
    )
    body = f"<h1>秋蚕饲养现场会在板桥召开</h1><div><p>{ONE}</p></div><div><ul>{LINKS}</ul></div><div><p>{notice}</p></div>"
    assert read(body).text == ONE


def test_a_blog_that_misspells_its_body_keeps_it():
    """A box whose class says articalContent is the body, though its id speaks of keywords and adverts."""
    replies = f"<div><h3>评论</h3><ul>{f'<li>{REPLY}</li>' * 4}</ul></div>"
    body = f"<h2>秋蚕饲养现场会在板桥召开</h2><div id=keyword_ad_area2 class=articalContent><div>{ONE}</div><div>{TWO}</div></div>{replies}"
    assert read(body).text == f"{ONE}\n{TWO}"


def test_the_first_of_two_credits_is_the_author():
    """The name of an editor's paper behind a reporter's name is no second reporter."""
    article = read(
        f"<h1>秋蚕饲养现场会在板桥召开</h1><p>记者：杨建 每桑编辑：张海妮</p><p>{ONE}</p><p>{TWO}</p>"
    )
    assert article.author == "杨建"


def test_a_gallery_in_a_script_gives_its_captions():
    """Pictures that a script lists with a note each: the notes are the text, a paragraph each."""
    rows = ",".join(f'{{src:"p{n}.jpg",note:"{text}"}}' for n, text in enumerate((ONE, TWO)))
    assert read(f"<div id=gallery></div><script>var pics=[{rows}];</script>").text == f"{ONE}\n{TWO}"


def test_what_asks_to_pay_and_counts_readers_is_no_text():
    """Paywall lines, counters and the page's address are dropped; the line of the article above ends the body."""
    noise = "<p>本文为付费内容</p><p>登录后即可阅读全文</p><p>转发 12 | 评论 3</p><p>本文链接：http://a.example/1</p>"
    under = f"<p>上一篇：蚕茧行情分析</p><p>{REPLY}</p>"
    assert read(f"<div><p>{ONE}</p><p>{TWO}</p>{noise}{under}</div>").text == f"{ONE}\n{TWO}"


@pytest.mark.parametrize("opened", ['<a name=top href="/1">', '<A HREF="#top">'])
def test_an_anchor_left_open_makes_no_links_of_a_body(opened: str):
    """What one address is said to lead to over several sentences is the article, its date and short lines with it."""
    body = f"{opened}<h2>秋蚕饲养现场会在板桥召开</h2><span>2025-8-12 来源：板桥晚报</span><p>{ONE}<p>{TWO}<p>与会者都说有收获。</div>"
    article = read(f"<div>{body}<div><a href=/about>关于本站</a></div>")
    assert article.text == f"{ONE}\n{TWO}\n与会者都说有收获。"
    assert (article.published, article.outlet) == ("2025-08-12", "板桥晚报")


def test_what_scrolls_into_view_is_seen():
    """A style sheet hides the boxes that a script fades in; the date in one is the page's."""
    style = "<style>.wow{visibility:hidden}.fade-up{opacity:0}</style>"
    body = f"<h1 class=wow>秋蚕饲养现场会在板桥召开</h1><div class='wow fade-up'>2025-08-12</div><div class=fade-up>{ONE}</div>{TWO}"
    assert read(style + body).published == "2025-08-12"


def test_headings_of_a_digest_stay_though_they_are_links():
    """A linked heading over a paragraph is the digest's, and no advert between paragraphs."""
    items = "".join(
        f"<h3><a href=/{n}>{head}</a></h3><p>{text}</p>"
        for n, (head, text) in enumerate(
            (("板桥看现场", ONE), ("蚕种订购增加", TWO), ("茧价平稳", ONE[:20] + "。"))
        )
    )
    text = read(f"<div><p>以下是本周的几件事。</p>{items}</div>").text
    assert [line for line in text.split("\n") if len(line) < 8] == ["板桥看现场", "蚕种订购增加", "茧价平稳"]


@pytest.mark.parametrize("box", ["blockquote", "aside", "div class=pullquote"])
def test_a_pull_quote_is_told_once(box: str):
    """What a box of its own says again of a paragraph is left out, and a quotation that stands once is kept."""
    pulled = f"<{box}>今秋全县已订购蚕种一万三千张</{box.split()[0]}>"
    quoted = "<blockquote>蚕好不好，全看桑。</blockquote>"
    body = f"<h1>秋蚕饲养现场会在板桥召开</h1><div><p>{ONE}</p>{pulled}<p>{TWO}</p>{quoted}<p>{ONE[:20]}。</p></div>"
    assert read(body).text == f"{ONE}\n{TWO}\n蚕好不好，全看桑。\n{ONE[:20]}。"


def test_a_microblog_names_its_title_and_its_minute():
    """A post's brackets give its title, its stamp the day, and the button that unfolds it is no word of it."""
    post = f"<div><a>蚕桑在线</a><a>25-8-9 10:20</a> 来自 微博视频号</div><div>【板桥开现场会看小蚕共育】{ONE}{TWO}...展开全文c</div>"
    article = read(f"<div>首页 热门 登录/注册</div>{post}", head="蚕桑在线的微博")
    assert (article.title, article.published) == ("板桥开现场会看小蚕共育", "2025-08-09")
    assert article.text.endswith(TWO)


def test_a_mark_behind_a_title_is_no_part_of_it():
    """原创 in the heading's own box goes where the page's head does not know it."""
    article = read(f"<h1>秋蚕饲养现场会在板桥召开<span>原创</span></h1><p>{ONE}</p><p>{TWO}</p>")
    assert article.title == "秋蚕饲养现场会在板桥召开"


@pytest.mark.parametrize(
    "head", ["秋蚕饲养现场会在板桥召开_板桥蚕业网", "板桥蚕业网", "板桥蚕业网-秋蚕饲养现场会在板桥召开"]
)
@pytest.mark.parametrize(
    "counter",
    [
        "<span>(1089人看过)</span>",
        "<small>浏览：1234</small>",
        "（阅读 33 次）",
        " <em>已有1.2万人阅读</em>",
        "<i>人气：33℃</i>",
        "<font size=1>（本文已被点击 1230 次）</font>",
        "<span>[打印]</span>",
    ],
)
def test_how_often_a_title_was_read_is_no_part_of_it(head: str, counter: str):
    """A counter in the heading's own box goes, whether the page's head gives the title without it or names the site only."""
    page = f"<div class=post><h2>秋蚕饲养现场会在板桥召开{counter}</h2><p>{ONE}</p><p>{TWO}</p></div>"
    assert read(page, head).title == "秋蚕饲养现场会在板桥召开"


@pytest.mark.parametrize(
    "beside",
    [
        "<span>(208)</span>",
        "<span>331</span>",
        "<i>热度 88</i>",
        "<span>阅读(20) 评论(0)</span>",
        "<a href=#x>¶</a>",
        "<sup>新</sup>",
        "<small>作者：李明</small>",
        "<small>2025-08-19 10:30</small>",
    ],
)
def test_what_the_head_does_not_know_beside_a_title_is_none_of_it(beside: str):
    """Its day, its author, a number, a mark; a subtitle or a part in brackets stays."""
    page = f"<div class=post><h2>秋蚕饲养现场会在板桥召开{{}}</h2><p>{ONE}</p><p>{TWO}</p></div>"
    head = "秋蚕饲养现场会在板桥召开-板桥蚕业网"
    assert read(page.format(beside), head).title == "秋蚕饲养现场会在板桥召开"
    for part in ("（第二批）", "（2025年修订）", "（1000人参会）", "：五万人关注"):
        assert read(page.format(part), head).title == f"秋蚕饲养现场会在板桥召开{part}"


def test_an_outlet_stands_bare_between_date_and_counter():
    """A counter whose number a script has yet to write hides no name beside it."""
    line = "<p>2025年08月12日 16:20&nbsp;&nbsp;板桥蚕桑协会&nbsp;&nbsp;点击：[<script>count()</script>]</p>"
    assert read(f"<h1>秋蚕饲养现场会在板桥召开</h1>{line}<p>{ONE}</p><p>{TWO}</p>").outlet == "板桥蚕桑协会"


def test_an_advert_among_paragraphs_is_stepped_over():
    """A box that its name calls an advert's is none of the article's, though no link is in it."""
    advert = "<div class=adbox><p>限时报名：养蚕能手大会早鸟票</p></div>"
    assert read(f"<div><p>{ONE}</p>{advert}<p>{TWO}</p></div>").text == f"{ONE}\n{TWO}"


@pytest.mark.parametrize(
    "held",
    [
        "<news-text><template shadowrootmode=open>{}</template></news-text>",
        "<template id=body>{}</template>",
        '<iframe srcdoc="{}"></iframe>',
    ],
    ids=["a shadow root", "a template", "a frame's own document"],
)
def test_a_body_that_an_element_keeps_from_the_tree_is_read(held: str):
    """What a browser shows of a template or a frame's document is the body."""
    body = held.format(f"<p>{ONE}</p><p>{TWO}</p>")
    assert read(f"<h1>秋蚕饲养现场会在板桥召开</h1>{body}").text == f"{ONE}\n{TWO}"


def test_a_bare_heading_of_related_titles_ends_a_body():
    """相关 alone over titles that lead nowhere yet is no heading of the article's."""
    related = (
        "<h3>相关</h3><ul><li><a>缫丝协会换届</a> 2025-08-20</li><li><a>丝绸展会开幕</a> 2025-08-18</li></ul>"
    )
    assert read(f"<h1>秋蚕饲养现场会在板桥召开</h1><p>{ONE}</p><p>{TWO}</p>{related}").text == f"{ONE}\n{TWO}"


def test_a_script_names_the_medium_beside_the_title():
    """Where no byline is written, a script's record of the article says who published it."""
    record = '{"title":"秋蚕饲养现场会在板桥召开","media":"蚕桑观察"}'
    body = f"<script>var page={record}</script><h1>秋蚕饲养现场会在板桥召开</h1><p>{ONE}</p><p>{TWO}</p>"
    assert read(body).outlet == "蚕桑观察"


def test_what_an_app_hangs_on_an_article_is_no_text():
    """A medium's own disclaimer, the shares it quotes and its buttons go, and its name is the outlet."""
    bar = "<div>2025-08-12 18:44</div><div>蚕桑快讯 <span>+关注</span></div>"
    tail = "<div>展开全文 ↓</div><div>相关股票 嘉欣丝绸 +1.22%</div><div>蚕桑快讯声明：文章内容仅供参考，不构成投资建议。</div>"
    article = read(f"<div><h1>秋蚕饲养现场会在板桥召开</h1>{bar}<p>{ONE}</p><p>{TWO}</p>{tail}</div>")
    assert (article.text, article.outlet) == (f"{ONE}\n{TWO}", "蚕桑快讯")


@pytest.mark.parametrize("box", ["div class=footer", "footer", "div id=foot2", "div class=page-bottom"])
def test_a_footer_in_sentences_is_no_article(box: str):
    """A short notice is the article though the footer says more of the house."""
    about = f"<{box}><h5>关于本会</h5><p>{REPLY}</p><p>{REPLY[:40]}。</p></{box.split()[0]}>"
    notice = "<h1>关于领取秋蚕种的通知</h1><div>请各户于八月十五日到蚕种站领种。</div>"
    assert (
        read(f"<div>{notice}</div>{about}", head="关于领取秋蚕种的通知").text
        == "请各户于八月十五日到蚕种站领种。"
    )


def test_a_title_of_two_characters_stands_over_who_signs():
    """The name under a text signs it, and the head's first word is the title where a line says it."""
    body = f"<p><b>讣　告</b></p><p>2025-8-12</p><div><p>{ONE}</p><p>{TWO}</p><p align=right>板桥蚕桑协会</p><p align=right>2025年8月12日</p></div>"
    article = read(body, head="讣告_板桥蚕桑协会网")
    assert "".join(article.title.split()) == "讣告"
    assert article.text == f"{ONE}\n{TWO}\n板桥蚕桑协会\n2025年8月12日"


def test_a_named_body_keeps_its_lead_under_a_call_to_follow():
    """What hangs over the first section of a body does not push its lead out."""
    call = "<section><p>↑↑↑点击上方“蚕桑在线”关注我们，设为星标★</p></section>"
    body = f"<div id=js_content>{call}<p>导语：{TWO}</p><section><p>{ONE}</p><p>{REPLY}</p></section><p>编辑：小满</p></div>"
    assert read(f"<h1>秋蚕饲养现场会在板桥召开</h1>{body}").text == f"导语：{TWO}\n{ONE}\n{REPLY}"


def test_a_code_that_buyers_scan_is_news():
    """Who scans what, told in a sentence, is no call to scan."""
    story = "扫描茧袋上的二维码，消费者可以看到蚕种批次和检测报告。"
    assert read(f"<div><p>{ONE}</p><p>{story}</p><p>扫描二维码，关注我们</p></div>").text == f"{ONE}\n{story}"


@pytest.mark.parametrize("name", ["prevnext", "newsletter", "service", "recommend-list", "author-card"])
def test_what_a_box_under_a_short_article_says_is_not_the_article_s(name: str):
    """Blurbs of neighbours, offers and an author's life under a text are left out though they say more."""
    box = f"<div class={name}><h4>小满</h4><p>{REPLY}</p><p>{REPLY[:36]}。</p></div>"
    assert read(f"<div><h1>秋蚕饲养现场会在板桥召开</h1><div><p>{ONE}</p></div>{box}</div>").text == ONE


def test_points_of_a_disclaimer_go_with_it():
    """如因作品内容… at the end of numbered terms is one of them."""
    terms = "<p>1、凡本网注明来源为本站的作品，未经授权不得转载。</p><p>2、如因作品内容、版权等问题需要同本网联系的，请在三十日内进行。</p>"
    assert read(f"<h1>秋蚕饲养现场会在板桥召开</h1><p>{ONE}</p><p>{TWO}</p>{terms}").text == f"{ONE}\n{TWO}"


def test_who_keeps_a_site_is_not_its_title():
    """Neither in the page's head nor at its foot, with a telephone number behind it."""
    foot = "板桥蚕桑集聚区管委会 电话：0576-8800110"
    line = '<td align=center><span style="font-weight:bold">秋蚕饲养现场会在板桥召开</span></td>'
    body = f"<table><tr>{line}</tr><tr><td>发布人：马某 时间：2025/8/17 11:44:33</td></tr><tr><td><p>{ONE}</p><p>{TWO}</p></td></tr></table><div>{foot}</div>"
    article = read(body, "板桥蚕桑集聚区管委会")
    assert (article.title, article.text) == ("秋蚕饲养现场会在板桥召开", f"{ONE}\n{TWO}")


@pytest.mark.parametrize("names", [("insertTag",) * 2, ("hot-text", "hot-text"), ("MsoFooter", "MsoNormal")])
def test_what_an_editor_calls_the_paragraphs_of_a_body_makes_them_no_side_matter(names: tuple[str, str]):
    """Nor do the names of Word's styles; what is said of rights below, under a name of its own, is side matter yet."""
    said = "".join(f"<p class={name}>{text}</p>" for name, text in zip(names, (ONE, TWO), strict=True))
    foot = "<p class=copyright>未经许可不得转载或建立镜像。</p>"
    assert (
        read(f"<h1>秋蚕饲养现场会在板桥召开</h1><div class=view>{said}{foot}</div>").text == f"{ONE}\n{TWO}"
    )


def kept(body: object) -> str:
    """A post as its page's data has it, beside another one."""
    other = {"title": "桑园冬管讲座走进西坝", "body": [{"type": "paragraph", "data": {"text": REPLY * 4}}]}
    post = {"title": "秋蚕饲养现场会在板桥召开", "publishedAt": "2025-03-08", "content": body}
    return json.dumps({"props": {"related": [other], "post": post}}, ensure_ascii=False)


@pytest.mark.parametrize(
    "holder", ["<script id=d type='application/json'>{}</script>", "<script>window.__STATE__={};</script>"]
)
@pytest.mark.parametrize(
    "body",
    [
        [{"_type": "block", "children": [{"_type": "span", "text": text}]} for text in (ONE, TWO)],
        {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": text}]} for text in (ONE, TWO)]},
        json.dumps({"blocks": [{"type": "paragraph", "data": {"text": text}} for text in (ONE, TWO)]}, ensure_ascii=False),
    ],
)  # fmt: skip
def test_a_body_that_a_page_s_data_keeps_in_blocks_is_read_whole(body: object, holder: str):
    """Under its title, and not the longest of its blocks nor the post beside it."""
    article = read(f"<h1>秋蚕饲养现场会在板桥召开</h1><div class=bone></div>{holder.format(kept(body))}")
    assert (article.title, article.text) == ("秋蚕饲养现场会在板桥召开", f"{ONE}\n{TWO}")
