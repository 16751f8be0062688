"""The words of a link: its whole title, and whether they are a title at all."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from functools import lru_cache

from scrapers.byline import SURNAMES
from scrapers.discover.dates import looks_dated
from scrapers.words import alternatives

_SPACE = re.compile(r"[\s\u3000\xa0]+")
_NO_WIDTH = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[A-Za-z]{2,}|\d+")
_NUMBER = re.compile(r"\d{1,3}\s*[.、．]?\s*")
_CUT = re.compile(r"\s*(?:\.{2,}|…+|。{2,}|···+)$")
_EDGE_DATE = re.compile(
    r"^[\[【(（]?\s*(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*[\]】)）]?\s*(?=\D)|"
    r"\s*[\[【(（]?\s*(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*[\]】)）]?$|"
    r"\s*[\[【(（]\s*\d{1,2}[-/.]\d{1,2}\s*[\]】)）]$|\s*[\[【]\s*\d{1,2}月\d{1,2}日?\s*[\]】]$"
)
_BULLET = re.compile(r"^(?:[·•●○■□▪◆◇★☆►▶▸»›>※・∙‧\-—–|]+\s*)+|\s*(?:[|»›]|(?<=\s)>)+$")
_COUNT = re.compile(
    r"\s*[\[(（]?(?:点击|浏览|阅读|人气|访问)(?:数|次数|量|率)?\s*[:：]?\s*\d+\s*次?[\])）]?$"
)
_LABEL = re.compile(
    r"^(?:[\[【(（]?(?:置顶|推荐|热门|最新|NEW|HOT|TOP)[\]】)）!!]*\s*)(?=\S{6,})|\s*\b(?:new|hot)[!!]*$",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(?:文章)?标\s*题[:：]\s*(?P<title>[^\r\n]+)")
_TIP = re.compile(
    r"^\s*(?:点击|单击|打开|查看|阅读|进入|read|view|click|permalink|permanent link)|新窗口(?:中)?打开|有新回复|open in (?:a )?new",
    re.IGNORECASE,
)
_ATTRIBUTE_TAIL = re.compile(
    r"\s*(?:作\s*者|更新时间|发[表布]时间|发布日期|点击(?:数|次数)?|日期)[:：].*$", re.DOTALL
)
_IN_MARKS = re.compile("《[^《》]+》")  # 《某市召开大会》作者：.. as old forums name a thread
_GO_ON = re.compile(
    r"(?:点击)?(?:查看|阅读|了解|浏览|进入)?(?:更多|详细|详情|全文|原文|内容|全部|正文|details?|more|read\s?more|view)(?:内容|信息|资讯|新闻)?"
    r"|点击(?:查看|阅读|进入|下载)|立即(?:查看|下载|报名)|查看|阅读|详|more|go",
    re.IGNORECASE,
)
# What the furniture of a site is called: never a title of news, whatever its address.
_FURNITURE = re.compile(
    "|".join(
        (
            r"(?:返回|意见|信息|网站|本站|本网|本会|协会|学会|商会|联合会|公会|促进会|研究会|联盟|中心|公司|集团|平台|企业|会员|我们?|单位|机构|展会|大会|组委会|专业)?"
            r"(?:首页|主页|登[录陆入]|注册|退出|地图|导航|简介|概况|概述|介绍|章程|声明|公告栏|服务|登记|申请|查询|专区|留言板?|反馈|投诉|"
            r"帮助|中心|搜索|检索|收藏|风采|架构|文化|荣誉|历程|环境|领导|领导班子|名录|名单|单位|委员会|秘书处|理事会|大事记|"
            r"(?:机构设置|组织机构|组织架构|分支机构)图?|专家库|招聘)",
            r"(?:本会|协会|学会|商会|联合会|公会)?(?:第.{1,4}届)?(?:理事会|监事会|会员大会|会员代表大会|委员会|专委会)?(?:会员|成员|理事|常务理事|监事|会长|副会长|委员|专家)(?:单位|企业)?(?:名单|名录|一览表?)",
            r"(?:公益|分类|整版)?广告位?(?:招[租商]|刊例|报价|预[定订])?|导读|本版导读|(?:点击|查看|阅读|浏览|翻阅|进入)*(?:(?:本|当|这一|最新一?|上|往|历|各|过)期|过刊|最新)?(?:杂志|期刊|会刊|刊物|本刊)?的?(?:目录|目次|要目|总目|封面|导读|浏览|在线阅读)|报[头眼]|刊头|中缝|第?[A-Z]?\d{1,3}版[:：\s].{1,12}|版面(?:导航|目录)|(?:忘记|找回|修改)密码.?|(?:现任|历任|本会)?领导(?:机构|介绍)?|(?:会长|理事长|秘书长)(?:简介|致辞|寄语)|入会(?:申请|须知|流程|指南|条件|程序|方式)\S{0,4}",
            r"(?:收费|会费)标准|展位(?:预[定订]|申请)\S{0,6}|(?:参展|参观|观众)(?:报名|登记|申请|须知|指南|流程)\S{0,4}|(?:交通|酒店|办事|服务)指南|往届回顾",
            r"关于(?:我们|本站|本网|本会|协会|学会|公司)?|联系(?:我们|方式|电话|站长|地址)|(?:友情|相关|站外|合作)链接|合作(?:伙伴|媒体|单位)|(?:免责|法律|网站)声明|征求意见稿|编制说明|"
            r"版权(?:声明|所有|信息)|隐私(?:政策|声明|保护|条款)|(?:用户|服务|注册)(?:协议|条款)|(?:广告|商务)(?:服务|刊登|合作|投放)|投稿(?:须知|指南|邮箱)?|(?:本版|全版|本期|整版)?(?:PDF|pdf)(?:文件|版)?(?:下载|浏览|阅读)?",
            r"诚聘英才|(?:人才)?招聘(?:信息)?|加入我们|(?:常见|热点)问题|使用帮助|支付方式|法律顾问|资质荣誉|营业执照.*|经营许可证.*|.*许可证.*号?|增值电信业务.*",
            r"(?:手机|移动|电脑|触屏|繁体|简体|英文|中文|无障碍|老年|适老)(?:版|模式|浏览)?|無障礙|微信(?:公众号)?|官方微博|微博|(?:移动)?客户端|APP下载",
            r"(?:往|翻)?(?:下|上|前|后|首|尾|末|第一|最后)(?:一|\d{1,3})?(?:页|頁|篇|条|期|版)|[上下]一[篇条].*|[前后上下]一[天日]|\W*\d+\W*|(?:全局|分类|本版|版块)?置顶(?:主题|帖子?)?|.{0,12}新窗口打开|全部|展开|收起|关闭|返回(?:顶部|上页|列表)?|TOP",
            r"English|RSS(?:订阅)?|sitemap|home|login|wap|app|设为首页|加[入为]收藏|收藏本站|在线(?:客服|咨询|投稿|留言|服务|报名|申请|办理)|网上(?:投稿|投票|报名|办事|申报)",
            r"(?:下载|查看|浏览|打开)?\s*(?:PDF|pdf)(?:版|文件|下载|浏览)?|.{0,12}(?:版规|发[帖贴](?:须知|规[则范]|指南|说明|守则)).{0,16}",
            r"(?:咨询|联系|服务|投诉|客服|订购|招商|全国)?(?:客服|电话|热线|手机|传真|QQ|微信)\s*[:：].*",
            r".{0,6}(?:公网安备|ICP[备证]).*|.*违法(?:和)?不良信息.*|.*举报(?:电话|中心|入口|邮箱|平台|专区|.{0,8}(?:办法|指引|须知))?|.*(?:用户|论坛|社区|跟[帖贴]|评论).*公约|技术支持.*|版权所有.*|"
            r"\d*(?:分享|点赞|人参与.*)|\d*(?:查看|我要|我来|网友|全部|发表)?(?:评论|跟[帖贴]|回复|留言)\s*[(（\[【:：]?\s*\d*\s*[条人]?|\d+\s*[条人]?(?:评论|跟[帖贴]).*|更多.{2,20}(?:列表|新闻|内容|资讯)|.{2,8}更多|下载.{0,12}(?:客户端|APP)|.{0,12}(?:客户端|APP)下载|"
            r".*主体身份公示.*|.*电子标识|.*网络警察.*|网络文化经营.*",
        )
    ),
    re.IGNORECASE,
)
# What a site calls its columns: short, and undated.
_COLUMN_NAME = re.compile(
    r"(?:公司|企业|行业|产业|集团|本会|协会|学会|商会|联合会|会员|市场|国内|国际|国外|海外|地方|各地|本地|部门|基层|工作|党建|媒体|图片|视频|"
    r"最新|滚动|即时|实时|今日|当日|每日|热点|重要|综合|时政|政策|政务|政府|财经|科技|技术|产品|展会|品牌|时尚|活动|通知|公告|信息|新闻|资讯|纺织|服装|面料|家纺)*"
    r"(?:新闻|动态|资讯|要闻|公告|公示|通知|信息|快讯|报道|聚焦|头条|法规|政策|文件|解读|知识|常识|活动|专题|专栏|频道|中心|风采|行情|观察|播报|园地)"
)
# Brackets, arrows and dots around a name.
_MARKS = re.compile(r"^[\s\[\]【】()（）<>《》|·:：.…»›«‹→*+]+|[\s\[\]【】()（）<>《》|·:：.…»›«‹→*+]+$")
_BODY_NAME = re.compile(
    r"(?!.+(?:走[进访]|参观|考察|调研|拜访|来访|到访|访问|慰问|会见|携手|牵手|签约|落户|入驻|做客|起诉|收购|[赴到](?=.{4}).*(?:参|考|调|交流|座谈)))"
    r"[^，,：:；;！!？?、\s“”《》]{2,22}(?:公司|集团|厂|协会|商会|联合会|学会|促进会|大学|学院|研究[院所]|委员会|人民政府|政府网|[^新并触]网|[厅局]|旗舰店|专卖店)"
)
# What boards put before small ads.
_OFFER = re.compile(
    r"[\[【(（]\s*(?:供应|求购|出售|转让|出租|求租|代理|加盟|急聘|诚聘|求职)\s*[\]】)）]|(?:长期|大量|高价|现金)?(?:求购|求租)|(?:长期|大量|高价|现金)(?:收购|回收|供应)|(?:急|低价|特价|整体)?转让|急售|诚聘|急聘|高薪(?:诚|急)?聘"
)
# Small ads, vacancies, things found and tables of prices, in whole titles.
_SMALL_AD = re.compile(
    r"供应(?!链|商).{2,14}(?:现货|可选|来样|起订|包邮|批发).*"
    r"|(?!.*(?:新规|政策|惠及|规范|试点|新政|首[宗例单批]|[放管]理|盘活)).{0,14}(?:铺位|店面|店铺|旺铺|商铺|门面|摊位|厂房|仓库|车间|设备|机器|写字楼|公寓)(?:(?!开始|启动|正式|全面|公开).){0,6}(?:转让|出租|招租|出售|求租)"
    r"|.{0,24}(?:招聘|招收|诚聘|急聘|招).{2,16}(?:\d+|[一二三四五六七八九十两]{1,3}|若干)[名位]"
    r"|.{0,12}(?:拾到|捡到|拾得|遗失|丢失).{1,16}(?:认领|失主|归还|声明|重谢)|.{0,8}(?:失物招领|寻[物人]启事).{0,8}"
    r"|.{0,24}(?:报价|价格|价目)(?:一览表?|表|单|汇总表?)"
)
_THING_NAME = re.compile(
    r"[^，。！？]{2,24}(?:(?:申请|申报|登记|报名|审批|备案|统计|推荐|汇总)(?:表|书)|承诺书|委托书|样本|样表|模板|范本|(?:办事|办理|服务|操作|申报|申请|报名|登记|入会|缴费|援助|参展|参观)指南|流程图?|须知|(?:材料|收费|权责|服务)清单|"
    r"申领|登记|办理|申请|查询|预约|补办|换证|缴费)(?:[（(][^）)]{1,12}[）)])?"
    r"|.+\.(?:pdf|docx?|pptx?|xlsx?|rar|zip|jpe?g|txt)"
    r"|《[^》]{2,16}》\s*(?:(?:19|20)\d\d年?\s*)?(?:第?\s*\d+\s*期|\d+月[刊号]|\S{1,3}季刊).{0,10}|(?:19|20)\d\d年(?:\d{1,2}月\d{1,2}日\s*)?第\s*\d+\s*期.{0,8}|(?:19|20)\d\d年\d{1,2}月[刊号]"
    r"|#[^#]{2,20}#?|[^，。！？]{0,16}(?:组织架构|机构设置|机构职能|主要职责|领导成员|领导班子|领导分工|组成人员(?:名单)?|会员名录)"
    r"|[\u4e00-\u9fff（）()]{2,8}(?:服饰|制衣|针织|毛织|印染|家纺|织造|染织|鞋业|棉纺|毛纺|实业|股份)|[^，。！？]{2,24}(?:新款|图片|厂家直销|现货供应|批发价格?|加盟费用?|加盟条件)"
)
_POST = "(?:名誉|荣誉|执行|常务|党委|党组)*(?:副?(?:会长|理事长|秘书长|监事长|主席|主任|院长|所长|书记|总经理|董事长)|首席专家|理事|监事|教授|研究员|设计师)"
_PERSON_NAME = re.compile(
    rf"(?:{_POST}\s*[:：]?\s*)?(?:(?:欧阳|上官|司马|诸葛|司徒|慕容|皇甫|东方|令狐|夏侯|尉迟)[\u4e00-\u9fff]{{1,2}}|[{SURNAMES}]\s?[\u4e00-\u9fff]{{1,2}})(?:\s*{_POST}|\s*(?:先生|女士|老师|博士))?"
)
_STANDARD = re.compile(r"(?:GB|FZ|QB|HG|SN|CNS|ISO|DB\d*|T)\s?/?\s?[A-Z]*\s?[\d.]+\s?[-—–]\s?(?:19|20)\d\d")
_TOLD_OF_STANDARD = re.compile("发布|实施|解读|修订|征求|公告|通知|通告|批准|立项|宣贯|启动|起草|审定|通过")
_HEADING_WORD = re.compile(
    r"(?:^|[-_\s])(?:tit(?:le)?|ttl|bt|biaoti|name|subject|headline|heading|h\d)(?:$|[-_\s]|\d)",
    re.IGNORECASE,
)


def squeeze(text: str) -> str:
    """Return text with every run of white space made one space, none at the ends, nothing of no width."""
    return _SPACE.sub(" ", _NO_WIDTH.sub("", text)).strip()


@lru_cache(maxsize=4096)
def weight(title: str) -> float:
    """Return how many characters of meaning a title has: a Chinese character 1, a Latin word or number 1.5."""
    return len(_CJK.findall(title)) + 1.5 * len(_WORD.findall(title))


# Where a list keeps what it no longer shows: 2024年新闻, 2023年以前的通知.
_OF_YEAR = re.compile(
    rf"20\d\d\s*年度?(?:[及之以]前)?的?(?:{alternatives('entries')}|归档|存档|档案)(?:归档|存档|汇总|列表)?"
)


@lru_cache(maxsize=4096)
def is_furniture(title: str) -> bool:
    """Tell whether the words name a part of the site (首页, 联系我们, 下一页) and not news."""
    bare = _MARKS.sub("", title)
    return (
        bool(_OFFER.match(title))
        or bool(_SMALL_AD.fullmatch(title))
        or bool(_FURNITURE.fullmatch(bare))
        or bool(_OF_YEAR.fullmatch(bare))
        or is_go_on(bare)
        or turns(bare)
        or looks_dated(bare)
    )


_TURN = re.compile(
    r"\W*(?:第?\s*\d{1,4}\s*页?|[上下前后首尾末](?:一?页|一?頁)|最后一页|(?:next|prev(?:ious)?|first|last)(?:\s*page)?|(?:next|previous|older|newer)\s*(?:posts|entries|items|articles|stories|news))\W*",
    re.IGNORECASE,
)


def turns(title: str) -> bool:
    """Tell the words of a pager's link."""
    return bool(_TURN.fullmatch(title))


_PRICE = re.compile(r"[￥¥]\s?\d")


def is_offer(title: str) -> bool:
    """Tell the words of something for sale: its price stands with it."""
    return bool(_PRICE.search(title))


@lru_cache(maxsize=4096)
def is_name(title: str) -> bool:
    """Tell whether the words name a thing and say nothing of it: a firm, body or site, a person, a standard, a form
    or service, an issue of a paper, a product."""
    return bool(
        _BODY_NAME.fullmatch(title)
        or _THING_NAME.fullmatch(title)
        or _PERSON_NAME.fullmatch(title)
        or (_STANDARD.match(title) and not _TOLD_OF_STANDARD.search(title))
    )


@lru_cache(maxsize=4096)
def is_column_name(title: str) -> bool:
    """Tell whether the words are what a site calls a column (行业新闻, 协会动态)."""
    return bool(_COLUMN_NAME.fullmatch(_MARKS.sub("", title)))


@lru_cache(maxsize=4096)
def is_go_on(text: str) -> bool:
    """Tell whether the words only say that there is more behind the link (详细, 阅读全文)."""
    return bool(_GO_ON.fullmatch(_MARKS.sub("", text)))


def names_heading(css_class: str) -> bool:
    """Tell whether a class says that its element holds the title."""
    return bool(_HEADING_WORD.search(css_class))


def is_cut(title: str) -> bool:
    """Tell whether a list has cut the title short (…)."""
    return bool(_CUT.search(title))


def clean_title(title: str) -> str:
    """Return a title without bullet, date at an edge and 置顶 labels, in one line."""
    plain = html.unescape(title) if "&" in title else title  # some systems escape twice
    cleaned = _COUNT.sub("", _BULLET.sub("", squeeze(plain)))
    shorter = _EDGE_DATE.sub("", cleaned).strip()
    cleaned = shorter if weight(shorter) >= 4 else cleaned
    return _LABEL.sub("", _BULLET.sub("", cleaned)).strip()


def from_attribute(attribute: str) -> str:
    """Return the title a `title` attribute holds; old systems put author and date there as well."""
    if _TIP.search(attribute):
        return ""
    found = _ATTRIBUTE.search(attribute)
    whole = found["title"] if found else attribute
    bare = clean_title(_ATTRIBUTE_TAIL.sub("", whole))
    return bare[1:-1] if bare != clean_title(whole) and _IN_MARKS.fullmatch(bare) else bare


def from_parts(parts: Sequence[str]) -> str:
    """Choose the title among the texts of one link: dates and counts are none, a summary follows it."""
    every = [part for part in map(squeeze, parts) if part]
    words = [part for part in every if not looks_dated(part)] or every[:1]
    if len(words) > 1 and sum(map(weight, words)) > 45:
        return clean_title(next((w for w in words if weight(w) >= 4), words[0]))
    return clean_title("".join(words) if all(_CJK.search(w) for w in words) else " ".join(words))


def from_lines(lines: Sequence[Sequence[str]]) -> str:
    """Choose the title among the lines of one link, each in its parts: a number, a column and a body are none.

    The first line long enough is the title: what follows is a summary or who put it there.
    """
    titles = [title for line in lines if (title := from_parts(line)) and not looks_dated(title)]
    if not titles:
        return from_parts([part for line in lines for part in line])
    long = next((t for t in titles if weight(t) >= 6), max(titles, key=weight))
    first = next((t for t in titles if weight(t) >= 4), long)
    return first if weight(long) > 45 else long


def whole(text: str, attribute: str) -> str:
    """Return the whole title of a link from its text and its `title` attribute."""
    if weight(attribute) < 2 or is_furniture(attribute):
        return text
    if weight(text) < 2:
        return attribute
    if attribute == f"《{text}》":
        return text
    stem = _CUT.sub("", text)
    if text.endswith(attribute) and _NUMBER.fullmatch(text.removesuffix(attribute)):
        return attribute
    same = attribute.startswith(stem[: max(4, len(stem) // 2)]) or stem in attribute
    return attribute if same and len(attribute) >= len(stem) else text


@lru_cache(maxsize=4096)
def best(titles: tuple[str, ...]) -> str:
    """Choose among the titles that several links to one article show: the first real one, uncut if any is."""
    real = [t for t in titles if t and not is_go_on(t)]
    if not real:
        return ""
    if len(real) > 1:
        real = [t for t in real if not is_furniture(t)] or real  # a card's day and its 评论 link there too
    first = next((t for t in real if weight(t) >= 5), max(real, key=weight))
    if is_cut(first):
        stem = _CUT.sub("", first)
        return next((t for t in real if t.startswith(stem) and not is_cut(t)), first)
    return first
