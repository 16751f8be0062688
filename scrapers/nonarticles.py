"""Pages that answer 200 and are no article: errors, logins, prompts, garbage, the home page instead. Pure."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from scrapers.decode import decode
from scrapers.discover.sections import is_front
from scrapers.discover.shells import is_shell
from scrapers.discover.telling import tells
from scrapers.model import Article, Page

_SHORT = 200  # characters; what says more is an article, whatever words stand in it
_FEW_WORDS = 60  # characters of what stands on a page until its program has drawn it
_THING = r"(?:页面|网页|文章|信息|内容|主题|帖子|文件|栏目|资源|数据|记录|新闻)"
_LOST = r"(?:不存在|(?:已经?|被|已经?被)(?:删除|移除|撤下|下线|关闭|屏蔽)|已?失效|找不到|无法(?:找到|访问|显示)|未找到|没有找到|已过期|(?:未|没有)通过审[核批])"
_ERROR = re.compile(
    rf"{_THING}[^。！？]{{0,12}}{_LOST}|{_LOST}[^。！？]{{0,12}}{_THING}|参数(?:错误|不正确|无效)|(?:系统|程序|服务器|数据库)(?:出错|错误|异常|繁忙)"
    r"|\b(?:404|403|500|502|503)\b.{0,20}(?:error|not found|forbidden|错误|页面)|not found|internal server error|bad gateway"
    r"|forbidden|service unavailable|(?:自动)?(?:跳转|返回)(?:到)?(?:首页|上一页)|fatal error|sql syntax",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"请(?:您)?(?:先)?登[录陆]|(?:用户|会员|账号|密码)登[录陆]|登[录陆](?:后|之后)(?:才能|方可|可以|再|继续)|忘记密码|找回密码|没有权限|无权(?:访问|查看|浏览)"
    r"|仅(?:限|供)?会员|会员(?:专享|专属|可见|可读)的?(?:内容|文章|资料|资讯)|(?:开通|购买|成为|升级(?:为|到)?|订阅)[^。！？]{0,10}(?:后|才能|即可)[^。！？]{0,6}(?:阅读|查看|浏览)|付费(?:阅读|内容|可见)|用户名.{0,6}密码|验证码|人机验证|please (?:log|sign) in",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[。！？；]")
_BLANK = re.compile(
    rb"<(?:textarea|select|input(?![^<>]{0,300}\btype\s*=\s*[\"']?(?:hidden|submit|button|image|reset|password)))\b",
    re.IGNORECASE,
)
_FORM = 3  # blanks to fill in; a search or a login has fewer
_HOME = re.compile(r"^/*(?:(?:index|default|home|main)(?:\.\w{2,5})?/*)?$", re.IGNORECASE)
_LOGIN_PATH = re.compile(
    r"(?:^|[/_.-])(?:login|signin|sign_in|(?<!-)passport|logon|denglu)(?:[/_.-]|$)", re.IGNORECASE
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_FIRST_LEVEL = bytes(range(0xB0, 0xD8))  # the first octet of the commoner characters of GB 2312
_ODD = re.compile(r"[\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff]")


def why_no_article(page: Page, article: Article) -> str | None:
    """Say in words why what was read out of a page is no article, None when it may be one.

    Args:
        page: the page as fetched.
        article: what was read out of it.
    """
    if landed := _landed_elsewhere(page):
        return landed
    if is_garbage(article.text):
        return "内容是乱码"
    if article.published is None and _is_offer(page):
        return "商品页"
    if _FIRM.fullmatch(article.title.strip()) and len(set(_CARD.findall(article.text))) >= _LABELS:
        return "企业名片"
    if article.published is None and len(set(_OF_PERSON.findall(article.text))) >= _LABELS:
        return "人物介绍"
    if _ASKED.search(article.text) and _ANSWERED.search(article.text):
        return "来信与答复"
    words = f"{article.title}\n{article.text}"
    if len(words) > _SHORT:
        return None
    if not _SENTENCE.search(article.text) and (
        len(set(_OF_FILE.findall(article.text))) > 1 or _OF_FILM.search(article.text)
    ):
        return "下载或播放页"
    if article.text and all(map(_CONTACT.fullmatch, article.text.splitlines())):
        return "只有联系方式"
    if len(set(_OF_SERVICE.findall(article.text))) >= _LABELS:
        return "办事指南"
    if _NEEDS_SCRIPT.search(article.text) or (len(article.text) < _FEW_WORDS and is_shell(page)):
        return "页面要由程序画出来"
    if _LOGIN.search(words):
        return "登录或验证页面"
    if not _SENTENCE.search(article.text) and len(_BLANK.findall(page.body)) >= _FORM:
        return "填报用的表单"
    return "出错或提示页面" if _ERROR.search(words) else None


def why_another(page: Page, article: Article, listed: str) -> str | None:
    """Say in words why a page is not the article that its list names, None when it may be.

    Sites that know no error show their home page under any address: it is short of text, has no date, and
    nowhere the words of the list.

    Args:
        page, article: as in `why_no_article`.
        listed: the title in the list.
    """
    opening = "".join(_WORDS.findall(listed))[:_OPENING]
    if article.published or len(article.text) > _SHORT:
        return None
    if 0 < len(opening) <= _NAME and _NAMES.fullmatch(opening) and not tells(opening):
        return "名录里的一页"
    if len(opening) < _OPENING:
        return None
    shown = "".join(_WORDS.findall(html.unescape(decode(page.body, page.headers).text)))
    return None if opening.lower() in shown.lower() else "不是列表里的那一篇"


_WORDS = re.compile(r"[\w\u3400-\u9fff]+")
_NAME, _NAMES = 4, re.compile(r"[\u4e00-\u9fff]+")  # characters of what a directory calls a person or a thing
_OPENING = 6  # characters of a title that its page repeats, however the list cuts it

# What a member's or a firm's own page is headed by, and the labels of its card.
_FIRM = re.compile(
    r"[^\s，。、：:！？“”《》]{2,24}(?:公司|集团|[工制]?厂|合作社|经营部|商行|研究[院所]|学会|商会|协会|促进会)(?:[(（][^()（）]{2,12}[)）])?"
)
_CARD = re.compile(
    r"(?:^|(?<=[\s|：:；;，]))(会员编号|法定代表人|法人(?:代表)?|负责人|注册资[本金]|注册地址?|成立(?:时间|日期)|企业(?:性质|类型|规模)|(?:经营)?性质|年产值|员工人数|联系人|联系电话|电话|传真|手机|地址|网址|邮编|邮箱|主营(?:产品|业务)?|经营(?:范围|模式)|统一社会信用代码)(?=[\s：:|])"
)
# The same of a person's, of a college's staff or an office's heads.
_OF_PERSON = re.compile(
    r"(?:^|(?<=[\s　|：:；;，。]))(姓名|性别|民族|籍贯|出生(?:年月|日期)?|学历|学位|政治面貌|职称|职务|现任职务|毕业院校|研究方向|专业方向|主讲课程|讲授课程|招生专业|导师类别|办公室|办公地点|联系电话|电话|邮箱|电子邮箱|E-?mail|个人简介|分管工作|工作分工)(?=[\s　：:|])",
    re.IGNORECASE,
)
_LABELS = 3  # of a card
# All that is left of a page whose own part is a film, a picture or nothing.
_CONTACT = re.compile(
    r"(?:(?:咨询|联系|服务|客服|订购|售后)?(?:电话|热线|手机|传真|微信|客服|邮箱|QQ|地址|邮编)\s*[:：]\s*\S{1,40}\s*)+"
)
# What stands beside a file to fetch or a film to watch where nothing is told.
_OF_FILE = re.compile(
    r"(?:文件|资料|软件)(?:大小|类型|格式|名称)|下载(?:次数|量|地址|积分)|(?:点击|立即|本地|免费)下载"
)
_OF_FILM = re.compile(
    r"(?:时长|片长)\s*[:：]?\s*\d+[:：分]|(?:播放|观看)(?:次数|量)?\s*[:：]?\s*\d+\s*(?:万?次|$)"
)

# The labels of a reader's letter and of the answer to it.
_ASKED = re.compile(
    r"^(?:来信|写信|信件|咨询|留言|投诉|提问|诉求)(?:内容|标题|主题|时间|日期|人|编号|类型)(?=\s*(?:[:：|]|$))",
    re.MULTILINE,
)
_ANSWERED = re.compile(
    r"^(?:回复|答复|处理|办理|反馈)(?:内容|意见|结果|时间|日期|单位|部门|情况)(?=\s*(?:[:：|]|$))",
    re.MULTILINE,
)

# What a page without words says to those who run no scripts.
_NEEDS_SCRIPT = re.compile(
    r"JavaScript[^。.]{0,24}(?:enabled?|启用|开启|打开|运行)|(?:enable|启用|开启|打开|支持|禁用)[^。.]{0,24}JavaScript",
    re.IGNORECASE,
)

# What a guide to an office's services tells of each.
_OF_SERVICE = re.compile(
    r"事项(?:编码|名称|类型)|(?:法定|承诺|办[理结])(?:时限|期限)|收费(?:标准|依据|情况)|申[请报]材料|(?:受理|申请|办理)条件|(?:办理|受理)(?:流程|地点|时间|部门|机构|依据)|实施主体|在线办理"
)

# What stands on the page of a thing for sale, and together on no other: its price, what may be done, what it is like.
_PRICE = re.compile(r"(?:价格?|[Pp]rice)\s*[:：]?\s*(?:[￥¥$]\s?\d|\d+(?:\.\d+)?\s*元|面议|电议)|[￥¥]\s?\d")
_BUY = re.compile(
    r"(?:加入|放入)(?:购物车|询价[单篮])|立即(?:购买|订购|下单|询价|咨询)|(?:在线|我要|点击)(?:询价|订购|购买|下单)|(?:发送|索取)询[价盘]|马上(?:购买|抢)"
)
_SPEC = re.compile(
    r"(?:货号|型号|规格|库存|起订量?|最小起订|供货总量|发货期?|产地|材质|成分|面料成分|门幅|幅宽|克重|颜色|尺码|销量|包装)\s*[:：]?\s*(?=\S)"
)
_TAGS = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)


def _is_offer(page: Page) -> bool:
    """Tell the page of a product: a price, and a button to buy or several of its properties."""
    shown = _TAGS.sub(" ", decode(page.body, page.headers).text)
    specs = len(set(_SPEC.findall(shown)))
    return bool(_PRICE.search(shown)) and specs + _FORM * bool(_BUY.search(shown)) > _FORM


def _landed_elsewhere(page: Page) -> str | None:
    """Say whether redirects led from an article's address to the home page or a login."""
    asked, came = urlsplit(page.url), urlsplit(page.final_url)
    if asked[:4] == came[:4]:
        return None
    if (
        (_HOME.match(came.path) or is_front(page.final_url))
        and not came.query
        and not _HOME.match(asked.path)
    ):
        return "被转到了首页"
    return (
        "被转到了登录页面" if _LOGIN_PATH.search(came.path) and not _LOGIN_PATH.search(asked.path) else None
    )


def is_garbage(text: str) -> bool:
    """Say whether a simplified text is bytes of something else: few of its Chinese characters are common ones.

    Of running text well over nine in ten characters are in GB 2312's first level (3,755 by frequency);
    of random bytes read as GBK one in six.
    """
    if len(_ODD.findall(text)) * 50 > len(text):
        return True
    han = "".join(_HAN.findall(text))
    octets = han.encode("gb2312", "ignore")[::2]
    common = len(octets) - len(octets.translate(None, _FIRST_LEVEL))
    return len(han) >= 20 and common < 0.6 * len(han)
