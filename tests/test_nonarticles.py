"""Pages that answer 200 and are no article are told from short articles."""

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from scrapers.model import Article, Page
from scrapers.nonarticles import is_garbage, why_another, why_no_article

BODY = "3月20日，协会在杭州召开会议，部署全年工作。"


def judged(title, text, url="http://a.cn/news/1.html", final=None):
    page = Page(url, final or url, 200, {}, b"", datetime(2025, 3, 20, tzinfo=UTC))
    return why_no_article(page, Article("1", "s", url, title, None, None, None, text))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("系统提示", "您访问的页面不存在或已被删除，3秒后自动返回首页。"),
        ("错误", "抱歉，您要查看的信息不存在或者还未通过审批！"),
        ("提示信息", "抱歉，您没有权限访问该主题，请先登录后继续浏览"),
        ("用户登录", "用户名密码忘记密码"),
        ("会员专享", "本文为会员专享内容，开通会员后可阅读全文。"),
        ("", "请输入验证码"),
        ("某纺织协会", "We're sorry but this site doesn't work properly without JavaScript enabled."),
        ("某纺织协会", "请启用浏览器的JavaScript后再访问"),
        ("404 Not Found", "The page you requested was not found."),
        ("出错了", "服务器错误，请稍后再试"),
        ("", "无法找到该文章"),
        ("Warning", "You have an error in your SQL syntax near"),
    ],
)
def test_errors_logins_and_prompts_are_no_articles(title, text):
    """What a site says instead of the article is never stored."""
    assert judged(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("协会召开会议", BODY),
        ("会员专享培训开课", "协会面向会员专享的打版课程定于4月1日开课。"),
        ("关于开展会员登记的通知", "请各会员单位于4月1日前完成登记。"),
        ("关于办公系统升级的公告", "本会网站将于3月21日升级，期间暂停服务。"),
        ("协会约谈平台企业", BODY * 10 + "针对页面不存在、请先登录等问题，企业作出说明。"),
        ("图片新闻", ""),
    ],
)
def test_short_articles_are_articles(title, text):
    """Short notices stay, and long texts may speak of logins and errors."""
    assert judged(title, text) is None


@pytest.mark.parametrize(
    ("text", "no_article"),
    [
        (f"来信内容：请问补贴何时发放？\n{BODY}\n回复内容：您好，来信收悉，请到窗口办理。\n{BODY}", True),
        (f"咨询时间 | 2025-03-18\n咨询内容 | 退休手续怎么办\n答复单位 | 人事处\n{BODY}", True),
        (f"{BODY}\n会议还通报了来信内容和回复时间的统计情况。", False),
        (f"来信标题：致全体会员的一封信\n{BODY}", False),
    ],
)
def test_a_readers_letter_with_its_answer_is_no_article(text, no_article):
    """Labels of both, however long they are; an article may speak of letters."""
    assert bool(judged("关于补贴发放的咨询", text)) is no_article


@pytest.mark.parametrize(
    ("url", "final", "no_article"),
    [
        ("http://a.cn/news/1.html", "http://a.cn/", True),
        ("http://a.cn/news/1.html", "http://a.cn/index.php", True),
        ("http://a.cn/go/1", "http://a.cn/cn/index.shtml", True),
        ("http://a.cn/news/1.html", "http://a.cn/member/login.html?to=1", True),
        ("http://a.cn/news/1.html", "https://a.cn/news/1.html", False),
        ("http://a.cn/news/1.html", "http://www.a.cn/news/1.html", False),
        ("http://a.cn/?p=1", "http://a.cn/2025/03/meeting/", False),
        ("http://a.cn/go?id=1", "http://b.cn/?p=3", False),
        ("http://a.cn/", "http://www.a.cn/", False),
    ],
)
def test_a_redirect_to_home_or_login_is_no_article(url, final, no_article):
    """Sites send visitors of missing pages to the front: what stands there is not what was asked."""
    assert bool(judged("协会召开会议", BODY, url, final)) is no_article


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "latin-1", "big5"])
def test_random_bytes_are_garbage_in_every_reading(encoding):
    """Bytes that are no text do not pass for Chinese."""
    for seed in range(20):
        text = random.Random(seed).randbytes(3000).decode(encoding, "replace")
        assert is_garbage(text)


def test_real_words_are_no_garbage():
    """Names, numbers, Latin words and rare characters are in every real text."""
    assert not is_garbage(BODY)
    assert not is_garbage(
        "与会人员：闫玥、邬旼、禤锴、龚翀、邴燚；Shaoxing Keqiao 2025 S-206C，共 1,234 人。" + BODY
    )
    assert not is_garbage("")


def test_a_form_to_fill_in_is_no_article():
    """Blanks to fill in and not one sentence; beside a search field and a login a short piece of news stays one."""
    blanks = b"<form><input name=a><input name='b' type='text'/><textarea name=c></textarea></form>"
    moment = datetime(2025, 3, 20, tzinfo=UTC)
    page = Page("http://a.cn/bm/3.html", "http://a.cn/bm/3.html", 200, {}, blanks, moment)
    form = Article("1", "s", page.url, "报名入口", None, None, None, "姓名单位手机")
    assert why_no_article(page, form)
    assert why_no_article(page, Article("1", "s", page.url, "会议召开", None, None, None, BODY)) is None
    beside = Page(page.url, page.url, 200, {}, b"<input name=q><input name=u><input type='password'>", moment)
    assert why_no_article(beside, form) is None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("鹭岛海纹针织有限公司", "会员编号 A102\n法定代表人 林某\n注册资本 500万元\n电话 0592-1234567\n公司主要生产针织面料，欢迎洽谈。"),
        ("面料检测委托书", "文件大小 25KB\n下载次数 49\n点击下载"),
        ("手工织布演示", "时长 03:20 播放 326 次"),
        ("手工织布演示", "客服：0592-1234567\n微信：hailian88"),
        ("印染企业排污备案", "事项编码 330402\n法定时限 10个工作日\n收费标准 不收费\n申请材料 申请表"),
    ],
)  # fmt: skip
def test_cards_of_firms_files_and_films_are_no_articles(title, text):
    """A list of all that is new holds them beside the news, under addresses of the same shape."""
    assert judged(title, text)
    assert judged("鹭岛海纹针织有限公司开新厂", f"{BODY}联系人 林某，电话 0592-1234567。") is None


def test_a_home_page_under_the_address_of_an_article_is_not_that_article():
    """It is short, undated and nowhere says what the list says; a page that repeats the title is the article."""

    def another(shown):
        body = f"<html><body><p>{shown}</p></body></html>".encode()
        answer = Page(
            "http://a.cn/n/1.html", "http://a.cn/n/1.html", 200, {}, body, datetime(2025, 3, 20, tzinfo=UTC)
        )
        return why_another(
            answer, Article("1", "s", "", "织品", None, None, None, shown), "分公司开业庆典回顾..."
        )

    assert another("客服电话：0592-1234567")
    assert another("分公司开业庆典回顾与合影") is None


def test_a_page_of_goods_is_no_article():
    """A price, what may be done and properties, and no day; a report of prices is an article."""
    moment = datetime(2025, 3, 20, tzinfo=UTC)
    goods = (
        "<h1>磨毛斜纹布</h1>价格：<b>￥12.50</b> 规格：<i>150cm</i> 起订量：100米 <a>加入购物车</a>".encode()
    )
    page = Page("http://a.cn/show/3.html", "http://a.cn/show/3.html", 200, {}, goods, moment)
    offer = Article("1", "s", page.url, "磨毛斜纹布", None, None, None, BODY)
    assert why_no_article(page, offer)
    assert why_no_article(page, replace(offer, published="2025-03-01")) is None
    report = Page(page.url, page.url, 200, {}, "<p>纯棉纱价格：23500元，较上周上涨。</p>".encode(), moment)
    assert why_no_article(report, offer) is None


def test_a_persons_page_and_what_a_directory_only_names_are_no_articles():
    """Labels of a person's card without a day; a name of a few characters in a list, with little said."""
    assert judged("柳明辉", "职称：教授 研究方向：染整工艺 办公室：实训楼405。主讲课程：纺织材料学。")
    url = "http://a.cn/show?id=7"
    page = Page(url, url, 200, {}, b"", datetime(2025, 3, 20, tzinfo=UTC))
    said = Article("1", "s", url, "栏目导航", None, None, None, "长期从事服装结构设计的教学。")
    assert why_another(page, said, "柳明辉")
    assert why_another(page, replace(said, published="2025-03-20"), "讣告") is None
