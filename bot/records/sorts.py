"""Articles that hold no record (guide rule 13): prices and statistics, company finance, adverts, jobs, profiles, chat, link lists."""

from __future__ import annotations

import re
from typing import Literal

from bot.records.text import flat

# Each with how many different signs of it an article must show; a report of a meeting rarely shows one.
_SORTS: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("price", 2, re.compile(r"元/吨|美分/磅|日评|周评|快报|行情|收盘|库存|现货|期货|价格指数|涨跌|成交均价|报价|环比|主力合约|开工率|下跌|上涨|持平")),
    ("statistics", 3, re.compile(r"同比增长|同比下降|环比|海关总署|国家统计局|出口额|累计出口|亿美元|规模以上|增加值|1-\d{1,2}月|上半年|增速|百分点|营业收入|利润总额")),
    ("finance", 2, re.compile(r"股权登记日|利润分配|财务决算|减持|增持|证券代码|股份有限公司董事会|公告编号|董事会决议|董事会第|监事会第|归属于上市公司|每股|净利润|停牌|复牌|股东大会|涨停|募集资金|虚假记载|债权人会议|债权组|破产(?:重整|清算)|重整(?:计划|投资人|方案)|管理人|股东权益|敲钟|发行价|首日收[涨跌]|年度报告|派发现金|半年报|季报|中报|中期业绩|年报(?!名|告)")),
    ("advert", 2, re.compile(r"招商加盟|加盟(?:热线|优势|电话|商|店|费)?|诚招|代理商|零库存|订购热线|抢购|包邮|优惠价|咨询热线|限时|秒杀|下单|买一送一|全国门店")),
    ("jobs", 2, re.compile(r"招聘岗位|岗位职责|任职要求|薪资|五险一金|投递简历|月薪|诚聘|招人|双休|包吃住|学历要求|本科以上|简历")),
    ("comment", 2, re.compile(r"笔者|有待观察|业内人士(?:认为|普遍)|释放(?:了|出)?(?:哪些|什么|怎样|何种)?[^。]{0,4}信号|评论员|众所周知|在我看来|不妨|何去何从|见仁见智|一家之言")),
    ("story", 3, re.compile(r"我出生|从小|我的(?:母亲|父亲|丈夫|妻子|孩子|手艺|店)|长大后,?我|那一?年,我|我(?:开始|决定|就|便|一边|应邀|从小|上大学|考上|开了)")),
    ("profile", 3, re.compile(r"人物\s?[丨|:]|(?:19|20)\d\d年(?:[^,。]{0,6})?(?:出)?生(?:于|在|[,。])|毕业于|[他她](?:笑|回忆|坦)[说言道]|白手起家|[他她](?:给|跟)(?:母亲|父亲|家人)|从业[一二三四\d][一-鿿\d]{0,3}年|[他她](?:捧回|拿下|摘得)|如今[他她]")),
    ("linklist", 2, re.compile(r"最新文章|热门文章|共\s?\d+\s?条|上一页|下一页|您访问的|网站地图|首页\s?[|>]|已被删除|第\d+页")),
)  # fmt: skip
_NOTICE = re.compile(r"印发|征求意见|申报|通知")
_GATHERED = re.compile(
    r"(?:召开|举行|举办|开幕|闭幕|落幕|主办|承办|(?:座谈会|研讨会|交流会|对接会|论坛|年会)上,)"
)
# Sorts that a report of a meeting can look like: there a well-told meeting still counts.
_SOFT = frozenset({"price", "statistics", "advert"})

Verdict = Literal["none", "doubtful", "open"]


def sort_of(title: str, plain: str) -> Verdict:
    """Judge an article's sort: ``none`` holds no record, ``doubtful`` only a well-told one, ``open`` any.

    Args:
        title: may be empty.
        plain: the clean body in one width.
    """
    words = flat(title) + "\n" + plain
    if (
        _LABELLED_COMMENT.search(words)
        or _SIGNED_COMMENT.search(words)
        or _is_life(words)
        or _is_portrait(words)
    ):
        return "none"
    if _OF_A_FIRM.search(flat(title) or plain.partition("\n")[0]) and _told_by_firm(words):
        return "none"
    reported = len(_GATHERED.findall(words)) + 2 * bool(_NOTICE.search(words, 0, 200))
    reported += bool(_SITTING.search(words))
    for name, needed, pattern in _SORTS:
        signs = {m[0] for m in pattern.finditer(words)}
        if len(signs) >= needed + reported:
            return "doubtful" if name in _SOFT else "none"
    if _HEADED_COMMENT.search(title if title.strip() else plain[: plain.find("\n") % 40]):
        return "doubtful"
    lines = not _HEADS_A_PLAN.search(words.lstrip().partition("\n")[0])
    if lines and _of_headlines(plain):
        return "doubtful" if _CALLED_FOR_DAY.search(plain) else "none"
    return (
        "none"
        if (lines and _all_links(title, plain))
        or _SIDE_LIST.match(words.lstrip())
        or _OWNERS.search(words[:80])
        else "open"
    )


# A body's counted sitting is told of, whatever was said there of the market: 第七届理事会第三次扩大会议.
_SITTING = re.compile(
    r"届第?[一二三四五六七八九十]*次?(?:常务)?[理监]事会第?[一二三四五六七八九十]+次|届第?[一二三四五六七八九十]+次(?:常务)?(?:[理监]事|会员)"
)
# 某男装:前三季度营收21.8亿元 拟回购: whatever a firm did at fairs stands in its report.
_OF_A_FIRM = re.compile(
    r"(?:营收|净利|业绩|[一三半年中]季?报(?![告名道])|回购|定增|股价|市值|分红|派息|亏损|[扭预]亏|预[增减])(?!会|发布会)"
)
_FINANCE = next(pattern for name, _, pattern in _SORTS if name == "finance")


def _told_by_firm(words: str) -> bool:
    """Tell whether a text below a headline on a firm's figures goes on about them."""
    return len({m[0] for m in _FINANCE.finditer(words)}) > 1


# Under 某商会2019年三件实事 the lines are the measures themselves.
_HEADS_A_PLAN = re.compile(
    r"(?:安排|计划|部署|清单|举措|措施|要点|方案|打算|思路|设想|任务|行动|实事|大事|承诺|目标|重点工作|倡议书?|公约)(?:\([^()]*\))?(?:出炉|公布|发布|敲定|来了)?[:!]?$"
)
# A headline or a closing line that says whose opinion follows; a forum's report bears neither.
_COMMENTS = r"(?:时评|短评|快评|锐评|社论|社评|杂谈|杂感|漫谈|漫笔|随笔|随感|评论员文章)"
_LABELLED_COMMENT = re.compile(
    rf"\A\s*(?:[^\n]{{0,40}}\n\s*)?(?:[\[【〖]?[一-鿿]{{0,4}}{_COMMENTS}[\]】〗]?\s?[:丨|]|[\[【〖]{_COMMENTS}[\]】〗])"
)
_SIGNED_COMMENT = re.compile(
    r"(?:作者(?:系|为|是)[^\n。;]{2,40}|[\(\s])(?:本?文章?|以上)(?:观点)?(?:仅代表(?:作者)?(?:个人|本人)|不代表本[报刊网])"
    r"|[(]作者(?:系|为|是)[^\n。;()]{0,12}评论员[)]"
)
# 供应商大会背后的账期之痛, 服装展该“瘦身”了: a headline that questions what everybody knows of.
_HEADED_COMMENT = re.compile(
    r"冷思考|热?(?:的)?背后(?!的?故事)|之[痛困忧惑殇](?:$|[:,?\s])|何去何从|能走多远|几时休|谁之过|之我见|也谈|[浅刍再漫]谈|刍议|断想|有感$|读后|莫让|别让|切莫|岂能|不该|不应|不能只|该[^,。会]{1,8}了[!?]?$|何以(?!“)|凭什么|究竟|到底"
)
# 1961年毕业于…;1976年任…;1992年调…: the years of one life.
_BORN = re.compile(
    r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?[^,。;\n]{0,4}?(?:出?生(?![产活意长动态物效])|诞生)|享年\d"
)
_POST_BY_YEAR = re.compile(
    r"(?:19|20)\d\d年(?:\d{1,2}月)?起?(?:[^,。;\n]{0,4}?)(?:任|兼任|调|毕业|进入?|考入|入[党伍职学厂]|参加(?:工作|革命|筹建)|加入|退休|离休|当选|被评为|被授予|创办|下海|担任)"
)


def _is_life(words: str) -> bool:
    """Tell whether a text goes through somebody's life by its years, from birth or school on."""
    if _NEWS_FIRST.search(words, 0, _LEAD):
        return False
    return bool(_BORN.search(words)) and len(_POST_BY_YEAR.findall(words)) >= _POSTS_OF_A_LIFE


# 6月18日,某某从业四十年座谈会举行: a life told below the news of the day.
_NEWS_FIRST = re.compile(
    r"(?:\d日|昨[天日]|今[天日]|日前|近日)[^。\n]{0,60}(?:举[行办]|召开|开幕|启幕|闭幕|落幕)"
)
_LEAD = 140  # characters of a headline and a first sentence

_POSTS_OF_A_LIFE = 3
# A firm or a body that tells of itself: when it was founded, what it owns, whom it welcomes.
_PORTRAYS = re.compile(
    r"\A[^\n]{0,30}(?:简介|概况|介绍)\s*\n|(?:企业|公司|集团|协会|商会|学会)(?:简介|概况)\s*(?:\n|:)"
)
_FOUNDED = re.compile(
    r"(?:创[建办立]|成立|始建|组建|创始|建厂)于\s?(?:19|20)\d\d年|(?:19|20)\d\d年(?:[^,。;\n]{0,8}|[^。\n]{0,60}?(?:正式|宣告))(?:创建|创办|成立|建厂|组建)"
)
_SELF = re.compile(
    r"占地|员工|职工|现有会员|会员\d|总资产|年产|行销|远销|下设|宗旨|经营理念|企业精神|热[忱诚]欢迎|高新技术企业|注册资[本金]"
)


def _is_portrait(words: str) -> bool:
    """Tell whether a firm or a body portrays itself below a headline that says so."""
    return (
        bool(_PORTRAYS.search(words[:120]) and _FOUNDED.search(words))
        and len({m[0] for m in _SELF.finditer(words)}) >= _TRAITS
    )


_TRAITS = 2
_OWNERS = re.compile(r"股份有限公司[^。\n]{0,24}(?:股东(?:大)?会|董事会)")
_SIDE_LIST = re.compile(
    r"[\s【\[“(]*(?:相关(?:阅读|新闻|文章|链接|资讯|报道)|推荐阅读|延伸阅读|热门推荐)[】\]”)]?\s?:?\s*\n"
)


# - 某商会举办某对接会 (11-30 08:25)
_HEADLINE = re.compile(
    r"(?m)^[ \t]*(?:[-·*•>■◆▪□○◇◎※☆★●▲△▼→»]|\[?\d{1,2}[-/]\d{1,2}\]?)[ \t]*(?![^\n]*[。;])[^\n]{8,60}$"
)
_DATED_HEADLINE = re.compile(
    r"(?m)^[ \t]*[-·*•>■◆▪□○◇◎※☆★●▲△▼→»][ \t]*[^\n]{6,60}?[\s\[(]*20\d\d[-/.]\d\d?[-/.]\d\d?[\])]?[ \t]*$"
)
_DATED_ONES = 3
# ▲省经信委将于10月30日在扬州召开某现场会: one that announces what is to come.
_CALLED_FOR_DAY = re.compile(r"[将定拟]于?(?:20\d\d年)?\d{1,2}月\d{1,2}日")
_AMONG_HEADLINES = 40  # characters that may stand beside them: a label, how to reach the editors


def _of_headlines(plain: str) -> bool:
    """Tell whether a text is marked headlines one below the other and hardly another word, or each with its day."""
    if "。" not in plain and len(_DATED_HEADLINE.findall(plain)) > _DATED_ONES:
        return True
    rest, headlines = _HEADLINE.subn("", plain)
    if headlines < 3:
        return False
    return len(re.sub(r"\s", "", _REACHED.sub("", rest))) < _AMONG_HEADLINES


# How to reach the site, and what stands around its lists.
_REACHED = re.compile(
    r"(?m)^.*(?:(?:电话|邮编|客服|邮箱|传真|地址|编辑|版权|备案|广告)\s?:|友情链接|会员登[录陆]|技术支持|设为首页|加入收藏|共\s?\d+\s?[条页]|尾页).*$"
)


# 某某年会召开 2016-05-12: a title as lists of links have it.
_DATED_LINK = re.compile(r"[^。;,:]{6,50}[\s\[(]*(?:20)?\d\d[-/.]\d\d?[-/.]\d\d?[\])]?")


def _all_links(title: str, plain: str) -> bool:
    """Tell whether a text is lines without sentences: a list of titles."""
    if "。" in plain:
        return False
    lines = [line.strip() for line in plain.split("\n") if line.strip()]
    links = [line for line in lines if not _REACHED.search(line)]
    if all(_DATED_LINK.fullmatch(line) for line in (*links, title.strip()) if line):
        return True
    if len(lines) < 4 or any(line.endswith(("!", ";", ":", "…", ",", ".")) for line in lines):
        return False
    labelled = sum(bool(_LABELLED.search(line)) for line in lines)
    called = sum(bool(_OF_A_CALL.match(line)) for line in lines)
    return labelled * 3 < len(lines) and called < 2


_LABELLED = re.compile(r"^[一二三四五六七八九十\d]+[、.]|[:|]|\d日|\([^()]*[月日季]")
# The headings of a prospectus, which holds no sentence either.
_OF_A_CALL = re.compile(
    r"(?:[一二三四五六七八九十\d]+[、.])?(?:主办|承办|协办|支持|指导|组织)(?:单位|机构)|(?:大赛|赛事|活动|展会|会议)(?:主题|日程|安排|时间|地点|宗旨)|报名(?:方式|时间)"
)
