"""What the words around a name say of it.

It is held (召开, 举行, 开幕), dated, in the lead, on a list of what is held; against that stand history (去年,
上届), wishes (将定期举办…), honours (荣获…金奖) and mere going there (组织企业参加…).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.records.article import Article
from bot.records.naming.editions import ordinal_of, year_of
from bot.records.naming.names import Name
from bot.records.rules import Rule, branched
from bot.records.text import Span, flat
from bot.records.time.moments import TimeMention
from bot.records.time.phrases import REPORTED_WITHIN


class Mention(NamedTuple):
    """A name at its place with what the words around it say of it."""

    name: Name
    sentence: Span
    held: bool = False
    dated: bool = False
    lead: bool = False
    beside: bool = False
    past: bool = False
    wished: bool = False
    honour: bool = False
    joined: bool = False
    press: bool = False
    announced: bool = False
    alone: bool = False
    listed: bool = False
    entry: bool = False
    placed: bool = False
    went: bool = False
    pointed: bool = False  # 这次某交流会: the name stands behind a word that points at it


PRESS_CONFERENCE = r"(?:新闻发布会|新闻通气会|媒体见面会|媒体通气会|记者招?待?会)"
LAUNCH_RITE = r"启动[一-鿿]{0,2}(?:仪?式|会)"  # 启动仪式, 启动发布会
HOLDS_A = r"(?:举[行办]|召开|[开办])(?:了|过)?(?:一[场次个]|隆重的|首场|的)?"  # 开了一场, 举行隆重的
DEICTIC = re.compile(
    r"(?:本届|本次|此次|这次|该|这届|该届|今届|[这该][项场])(?:为期[^,。;]{1,3}天的|[一-鿿]{0,2}盛大的)?(?:“)?$"
)
# 在“某论坛”上,某某作主题分享: who spoke there tells that it was held.
SPOKEN_AT = re.compile(
    r"[”》]?会?上,[^。;\n]{2,60}?(?:[作做]|发表|致[辞词]|分享|介绍|表示|指出|演讲|交流|报告|讲话)"
)
# 上周五,某论坛直播间里提问不断: whoever looks around there tells that it is on.
_SCENE = re.compile(
    r"[”》]?(?:\([^()]*\))?的?(?:直播间|现场|主?会场|展馆|展区|展厅|展场|签到处|报到处|入口处?)(?!会|观摩|推进|办公|招聘)"
    r"|[”》]?的[^,。;\n]{2,10}[前旁边里外],"
)
_WALKS_INTO = re.compile(r"(?:走进|步入|踏进|来到|逛)$")  # 走进某展的展厅
# 昨天下午,在某座谈会上,一位厂长说…: who spoke where, on a day told before it.
_SAID_THAT_DAY = re.compile(
    r"[”》]?上,[^。;\n]{0,40}?(?:说|坦言|直言|坦承|发言|开口|提出|呼吁|强调|谈[到起及]|讨论|热议|交锋|对话|告诉|讲述|诉苦|提[了交]|反映|建议|的(?:话|发言|一席话))"
)
# 原定本周五举行的某年会: what was to be is what the article is about, whatever became of it.
_WAS_TO_BE = re.compile(
    r"(?:原(?:定|本|计划|拟|先|想|打算)?|本(?:来|应|该|定|要|拟|想))(?:要|想|计划|打算|定|拟)?[^,。;\n]{0,24}?(?:召开|举[行办]|[开启揭]幕|[开办](?:[赛展馆])?)的$"
)
# 消息来自前一天的某座谈会。会上,…: the next sentence tells what went on there.
_AND_THERE = re.compile(
    r"[”》]?[。;]\s*(?:会|会议|[座恳]谈会|研讨会|交流会|对接会|推介会|论坛|大会|年会)上(?=[,一-鿿])"
)
LED = re.compile(r"[”》]?\s?(?:分会场|分论坛|会议|活动)?由[^,。;\n]{2,24}主持")
_HOLD = "的?第[一二三四五六][日天]|召开|补办|开门纳客|开门(?![红见大])|开了(?:足足|整整|将?近|约)?(?:[一二两三四五六七八九十半]|\\d+)个?多?(?:小时|钟头|天)|举行|举办|主办|开幕|启幕|揭幕|开启|拉开(?:了)?(?:帷|序|大)幕|揭开|闭幕|落幕|谢幕|落下(?:了)?帷幕|圆满结束|收官|启动|推出(?=[。,;])|开赛|开班|开讲|开展(?!了?.{0,6}工作)|登场|亮相|移师|登陆|落户|花落|选址|走进|上线|来袭|定档|揭晓|浮出水面|尘埃落定|花落谁家|名花有主|上演|继续|进行|如[期约]而[至来]|人气[旺足爆高火]|客商云集|爆满|进入(?:第[二三四五六]天|尾声|高潮)|迎来首日|(?:展开|掀开|翻开|续写)新|正式开|鸣锣|延期|推迟|取消|改期|等你来|诚邀|敬邀|恭候|邀您|与您相约|欢迎您|来了|决出|颁出|评出|选出|选举产生|接着开|开成|办成|办起来|开起来|[开办]得|开了(?!头|口|眼|窍|绿灯|先河|个?好|一?家)|定了调|收了[尾场官]|[启闭落揭谢]了幕|从[^,。;]{1,8}[谈聊开]到|摆开|收尾|收摊|搬到|移到|挪到|开过|开完|开课|开张|开门迎客|收展|闭会|办了|不办|画上|画下|送走|迎客|见面|开放|开到|比出|收稿|截稿|改为|主题[为是]|倒计时|报名|征稿|征集|锁定|敲定|铺开|开锣|开擂|开馆|闭馆|开播|惊艳|艳惊|压轴|持续|开坛|举槌|定[在于](?=[^,。;]{0,5}\\d)|擂响|敲响|唱响|奏响|绽放|启航|起航|开市|开街|开秀|聚首|完赛|圆满完成|顺利完成|落槌|落锤|打响|热闹|火热|火爆|连开|连办|持续到|办结|办妥|划上|亮出|收锣|散场|闭展|撤展|首秀|首展|首演|放榜|见分晓|落定|决战|鏖战|比拼|角逐|打擂|开评|展出|设展|布展|招展|官宣|拉开|安排在|设在|放在|邀请|吸引|迎来(?![^。;,]{0,6}周年|了?新)|圆满成功|座无虚席|人头攒动|济济一堂|高朋满座|齐聚一堂|热展|热办|热演|爆棚|进行中|展示中|之[行旅](?=[,。])|散了?[会场]|(?:\\d[日号]|[今昨明][天日晚])(?:下午|晚)?(?:正式|全部)?结束"
# 某会议的召开将…起到推动作用 speaks of what it does, not of its being held.
_AFTER = re.compile(
    rf"^[”’》\")]*(?!的[^,。]{{0,6}}(?:召开|举[行办]|开幕),?(?:将|为|对|使|不|是|标志|意味))(?:\([^()]*\))?(?:[^。!?;\n《]{{0,60}}?)(?:{_HOLD})"
)
_BEFORE = branched(
    r"(?:召开|召集|进行了(?=“|$)|合办|联办|举行|举办|主办|主持(?![人词下]|召)|演绎|呈现|献上|主办|承办|承接|开展|启动|组织|参加|参与|出席|亮相|迎来|推出|开展了|开办|兴办|办起|办理(?=“|$)|操办|策划|奉上|[办开搞](?=了?(?:一[场次期个]|(?<=了)[场次]|[两三]场|首[场期]))|(?:(?<=[将要还会,、:])|(?<=期间)|(?<=接着))办(?![公理法学事证税案厂班好到得完])|(?:(?<=[将要还])|(?<=期间)|(?<=接着))开(?![展幕始通启放发业工创拓辟设馆赛班讲课])|见证|相聚|齐聚|举办的|(?:期间|将|还[将会要]|并)[^,。;]{0,6}(?:决出|评出|揭晓|颁出)|(?:开幕|闭幕|落幕|启幕|揭幕|谢幕|收官|收[摊场展]|散[场会]|撤展|开[张门市馆锣秀赛班]|闭[馆会]|[开办]完|结束|决出胜负|决出名次)(?=的)|开启|筹办|发起|讲授|作了(?=题为)|宣布|拉开|公布|发布会上了解到|获悉)(?:了|的)?(?:一场)?[^。!?;\n,]{0,30}$"
)
_GOING = re.compile(
    r"(?:参加|参展|亮相|走进|赴|结束(?=[^,。;\n]{3,20}之[行旅])|前往|出席|观展|参观|观摩|观看|欣赏|组团|借力|依托|借助|搭乘)(?![^。!?;\n,]{0,16}(?:举办|举行|召开|召集|开展(?!会)|[开启揭闭落]幕的|启动的|[开闭][门馆市张锣]的|收[官摊]的))[^。!?;\n,]{0,20}$"
)
_BORROWED = re.compile(r"借力|依托|借助|搭乘")  # 借力某博览会,某展开幕
_PAST = branched(
    r"(?:成立|创办|创建|建会|组建)(?:[一二三四五六七八九十\d]+余?年)?以来|(?<![比较同与和跟])(?:去年|前年|上届|往届)|回忆|回想|历届|前[一二两三四五六七八九十\d]+届|(?<![、 者员师授裁监任席])曾(?!经理|都|[一-鿿]?[区县市镇])|此前(?![一两三]天)|回顾|过去(?!的?[一二两三四五六七八九十\d]|的?周末)|以往|早在|首办|(?:(?:[创初首]办|始[办建]?)于)(?!\d{4}年的)|自[^,。]{0,8}(?:以来|起(?![征接受开报启至到在举面]))|从[^,。]{0,8}(?:以来|至今|开始举办|延续)|连续(?:多|[一二三四五六七八九十\d]+)年(?:成功)?(?:举[办行]|承办|主办|组织|开展)(?!的)|上一[届次]|近年来|多年来|(?<![与同和比较于])往年|当时(?!针)"
)
_THIS_YEARS = re.compile(
    r"今年(?:\d{1,2}月)?(?:[上中下]旬|\d{1,2}日)?的[“《]?$"
)  # 最早亮相于今年4月的某年会,当时…
# A sentence that tells of last year all through: 去年某某组织的展团亮相,不但有…,还举办了….
LAST_YEARS = re.compile(
    r"(?<![比较同与和从自])(?:去年|前年|上届|往届)(?![底末初][^,。]*(?:启动|开始))(?:(?!今年|本届|此次|本次|这次|明年|将|20\d\d年)[^。;])*$"
)
# 协会现有…,先后举办了甲大赛、乙讲座: what a body has done in its years.
_TRACK_RECORD = re.compile(
    r"(?:先后|陆续|累计)(?:成功)?(?:举[办行]|承办|组织|开展|召开)(?:了|过)(?![^。;\n]*(?:\d日|期间|现场))[^。;\n]*$"
)
_IN_THIS = re.compile(r"期间|会上|会后|同期|当[天日]|现场|本[次届]|此次|今年|\d[日月]")
# 首届大赛期间,市里组织了洽谈会: told of a later edition, it looks back.
_AT_THE_FIRST = re.compile(r"首届[一-鿿“”]{0,24}?(?:会|展|节|周|赛|活动)期间[^。;\n]*$")
_LATER_EDITION = re.compile(r"第(?:[二三四五六七八九十百]{1,3}|[2-9]|\d\d)届")
# 被誉为“亚洲第一鞋展”的第二十届某鞋展: what praise calls it.
_CALLED_SO = re.compile(r"(?:誉为|称为|[号堪]称|素有|享有)“?$")
# 曾召开过某对接会, 办过两届某某节: what somebody has ever done, but not what has only just been (刚开过).
_EVER = re.compile(
    r"(?:多次|屡次|反复)(?:召开|举[行办]|组织|开展)[^。;,:\n]{0,40}$|(?<!刚)(?<!才)(?:召开|举[行办]|承办|主办|参加|出席|组织|开|办)过(?:[一二两三四五六七八九十几多\d]{0,3}[次届场个](?:[^,。;:\n“”\d]{1,10}的)?)?[“《]?$"
)
# 由于某博览会10月才开,客商观望; 随着某展临近: what explains something else is not what is told.
_EXPLAINS = (
    re.compile(
        r"(?:由于|因为?|鉴于|考虑到|(?<![最备倍广深颇])受(?!(?:关注|欢迎|瞩目|期待|追捧|邀|[^,。;]{0,10}(?:邀请|委托)))|随着|伴随|静待|坐等)[^,。;:\n]{0,6}[“《]?$"
    ),
    re.compile(
        r"[”》]?(?:\([^()]*\))?[^,。;\n]{0,14}?(?:才(?:开|举[行办])|在即|临近|将至|即将[^,。;]{0,6}|[日渐]近|到来|影响|拉动|带动|提振|(?:开幕|召开|举[行办]|落幕|闭幕|结束))(?:等?因素)?(?:的?影响)?,(?![^,。;\n]{0,12}(?:展会|会议|大会|博览会|论坛|大赛)?(?:延期|推迟|改期|顺延|取消))"
    ),
)
# 会长说,3月在某地举办的某对接会上,人家还送了礼: what somebody remembers while he speaks of something else.
_RECALLED = re.compile(
    r"(?:[说道]|表示|回忆|告诉[^,。:]{1,6}|记得)[,:]\s?“?(?:[^。;“”\n]{0,12})(?:[年月]份?|去|上)[^。;“”\n]{0,20}(?:举[行办]|召开)的[“《]?$"
)
_HELD_WHERE = re.compile(r"(?:举[行办]|召开|[开办])的[“《]?$")
_WHERE = re.compile(r"[”》]?上(?=[一-鿿,])")
_ASKED, _ANSWERS = re.compile(r"^(?:记者|问|主持人)\s?:", re.MULTILINE), re.compile(r"\s*[一-鿿]{1,6}\s?:")
_YEAR_TOLD = re.compile(r"(?<!\d)((?:19|20)\d\d)年")


def _is_recalled(article: Article, name: Name, span: Span, before: str, after: str) -> bool:
    """Tell whether a thing is only where something happened that a speaker, or the story of a life, looks back on."""
    if not (_WHERE.match(after) and _HELD_WHERE.search(before)):
        return False
    line = article.line(name.begin).of(article.plain)
    answer = _ANSWERS.match(line) and len(_ASKED.findall(article.plain)) > 1
    years = [int(year) for year in _YEAR_TOLD.findall(article.plain, span.begin, name.begin)]
    long_ago = article.published and years and max(years) <= article.published.year - _LONG_AGO
    if not long_ago and _LATELY_HELD.search(before):
        return False
    return bool(answer or long_ago or (after.lstrip("”》").startswith("上,") and _RECALLED.search(before)))


_LONG_AGO = 2  # years
_LATELY_HELD = re.compile(
    r"(?:日前|近日|刚刚|前不久|昨[日天]|上周)[^,。;]{0,16}(?:举[行办]|召开|[开办])的[“《]?$"
)
# 《某发布会侧记》一文: what a piece of writing is called.
_A_WRITING = re.compile(
    r"[^《》。\n]{0,10}》(?:一[文书稿]|等文|的?(?:报道|文章|消息|稿件|论文|专著|短评|节目|作者))"
)
# 5月10日是中国品牌日: a day of the calendar, on which nothing need be held.
_CALENDAR_DAY = re.compile(
    r"(?:(?<!(?:这|那|正|就|便))是|恰?逢|适值|正值|迎来|作为)(?:第[一二三四五六七八九十百\d]+个|一年一度的)?“?$"
)
# 首届论坛召开时,话题是…; 那届服装节开幕那天,花车排到广场: what only says when something else was.
_AS_IT_WAS = re.compile(
    r"[”》]?(?:\([^()]*\))?(?:正式|刚刚?)?(?:召开|举[行办]|开幕|落幕|闭幕|开办|落成)(?:的?时(?:候|节)?(?=[,、])|的?那(?:[天年晚届]|一[天年刻]|会儿))"
)
# What is told of the time after it: 秋冬博览会展后订单还没有消化.
_AFTERWARDS = re.compile(r"[”》]?(?:展后|会后|赛后|之后|过后|结束后)")
# 在11月3至5日举办的某交易会结束后: its own days are told.
_ON_DAYS = re.compile(r"\d日[^,。;\n]{0,12}(?:举[办行]|召开|开幕)的[“《]?$")
# 近年来该县相继举办了甲大会、乙大会、丙峰会等活动
_OVER_YEARS = re.compile(
    r"(?:近[几两三]?年来?|多年来|历年来|[近这]些年来?),?[^。;,\n]{0,16}(?:相继|先后|陆续|连续|成功|多次)+(?:举[行办]|承办|召开|主办|组织)[^。;\n]*$"
)
_HEARD_THERE = re.compile(
    r"(?<=^上)(?:获悉|了解到|得知),.*"
)  # 某会议上获悉,近年来…: what was heard there looks back
# 响应某大会号召, 贯彻某会议精神: what others had come together for before.
_SPIRIT = re.compile(
    r"[”》]?的?(?:关于[^,。;\n]{2,20}的)?(?:号召|会议精神|精神(?!抖擞|面貌|风貌)|部署|工作部署|要求)[,。、;的进和传]"
)
# What something else builds on or belongs to: 在某评选活动基础上首次举办…, 是某系列活动之一.
_SO_FAR = re.compile(
    r"[”》]?(?:至今|迄今|目前)?(?:已经?|曾)(?:连续|成功)*举[办行]了?[^,。]{0,3}[届次](?![^。]{0,30}将)"
)
# 已成功举办五届某比赛 counts those that were; 召开三届二次理事会 is one.
_SO_MANY_TIMES = (
    re.compile(r"(?:举[办行]|承办|主办|组织|开办)(?:过|了)?$"),
    re.compile(
        r"[一二两三四五六七八九十百]+届(?!第?[一二三四五六七八九十\d]+次|[理监]事|会员|代表|常务|委员|全体|会长|主席)"
    ),
)
# 某县乡村文化旅游节之首届蚕桑文化节: what goes on under another's name.
_UNDER_IT = re.compile(r"[”》]?(?:\([^()]*\))?之(?=“?[一-鿿\d·]{0,6}(?:第|首|20\d\d|“))")
_FOUNDATION = re.compile(
    r"[”》]?(?:的?基础上|(?:系列活动)?之一|的(?:系列|重要|配套|重点|主题|主要)?(?:活动|赛事|组成部分|板块|内容)之一(?=,)"
    r"|的(?:有益|重要)?(?:补充|延续|延伸)(?:[和与、](?:补充|延续|延伸))?(?=,))"
)
# A sitting named only as what let a paper pass: 经市政府第43次常务会议审议通过.
_APPROVING = re.compile(
    r"[经由](?:研究|讨论|审议|审定|同意|批准|通过(?=[,。;的了并《]|$)|评估|商议|协商|商定|表决|决定).*",
    re.DOTALL,
)
_AND_THEN = re.compile(r"[”》]?(?:[、和及与][^,。;\n]{2,40}?)?(?:之?后|以来)")
# 报告回顾了一年来的工作:3月组织企业参加服博会,9月举办产销对接会: what a year's report looks back on.
_LOOKED_BACK_ON = re.compile(r"回顾了?[^。;,\n]{0,24}?(?:工作|历程|情况|成绩|成果|亮点)[^。;\n]*$")
_NEXT_ONE = re.compile(r"下一?届(?:的)?“?$")  # 下届织交会定于明年10月开幕
# A year's council sets who holds the next: 确定2015年年会由某公司承办.
_ASSIGNED = (
    re.compile(r"(?:确定|商定|决定|议定|明确)了?$"),
    re.compile(r"由[^,。;\n]{2,30}(?:承办|主办|举办)"),
)
# 组织企业参加某展,办好第三十届某交易会: what somebody is to do well is one of his measures.
_TO_BE_DONE_WELL = re.compile(
    r"(?:^|[是并])(?:全力|精心|认真|共同|继续|高质量|高水平|高标准)*(?:举办|筹办|组织)?(?:办好|举办好|筹办好|组织好)[“《]?$"
)
_PLANNED = re.compile(
    r"(?:安排|部署|任务|要点|打算|计划)了?[^。!?;\n]{0,12}:[^。!?\n]{0,80}$|工作,?(?:主要)?包括[^。!?;\n]{0,80}$"
)
_WISH = re.compile(
    r"(?:将|可以|能够|(?<![主重需])要|通过(?!举办)|定期|不断|积极|继续|希望|建议|计划|争取|支持(?!的)|鼓励|例如|比如|如)[^。!?;\n]{0,24}(?:开展|举办|办好|组织|参加|承办|搭建)?[^。!?;\n,]{0,8}$"
)
# 通过举办某大会、某时尚周等活动,持续扩大影响力: what somebody holds again and again for an aim, where no edition is told.
_BY_HOLDING = re.compile(
    r"通过(?:成功|连续|持续|积极|每年|定期|不断)*(?:举[办行]|开展|组织|承办|搭建)[^。;\n]{0,60}$"
)
_OFF = re.compile(
    r"[”》]?[^,。;\n]{0,8}?(?:取消|停办|延期|推迟|改期|不办|不再举[办行])"
)  # 原本就要见面的某周取消了
_HONOUR = re.compile(
    r"(?:荣获|获得|获评|斩获|夺得|摘得|捧得|荣膺|入围|获(?!悉|批|知|奖[一-鿿])|拿了|拿下)[^。!?;\n,]{0,16}$"
)
HONOUR_AFTER = re.compile(
    r"[”》]?上传来(?:喜讯|捷报|好消息)|[”》]?[上中],[^,。;\n]{2,20}(?:获评|荣获|喜获|荣膺|被授予|被评为|获颁|捧回|摘得)|(?![^。;,\n]{0,10}(?:决出|评出|颁出|产生|揭晓|颁发|设有?|[^。;,]{0,6}(?:花落|诞生|出炉|归属|易主|见分晓|浮出水面|尘埃落定|有主)))[^。!?;\n,]{0,10}(?:金奖|银奖|铜奖|一等奖|二等奖|三等奖|冠军|亚军|季军|最佳|称号|优秀奖|奖项|入选)"
)
_TO_BE_WON = re.compile(
    r"(?:期间|将|还[将会要])[^,。;\n]{0,6}(?:决出|评出|揭晓|颁出|颁发|产生)[“]?$"
)  # 期间将决出某大赛金奖
# 签约后,双方召开了座谈会; 理事会一结束,捐赠仪式就在…举行: on the same day, right behind.
FOLLOWING = r"(?:签约|揭牌|仪式|开幕式?|典礼|参观|考察|颁奖|[大年峰]会|会议|论坛|理事会)(?:(?:(?:一?结束)?之?后|[一刚]结束),|后(?=举[行办]|召开))"
# Who won at a contest is told with the contest where the text goes on about it: 本次大赛由甲主办.
_CONTEST, _COURSE = re.compile(r"赛(?:项)?”?$"), re.compile(r"(?:班|营|培训)”?$")
_ON_IT = re.compile(
    r"(?:本次|此次|本届|该项?|这次)(?:大?赛|竞赛|比赛|赛项|赛事|总?决赛)(?:由|共|设|以|旨在|吸引|分为|为期|[是]由)|(?:大?赛|竞赛|赛事|赛项)是?由[^,。;\n]{2,60}(?:主办|承办)|(?:大?赛|竞赛|比赛|赛事)(?:共|累计|一共|总共|先后)?(?:收到|征集|征得)"
    r"|(?:(?:研修|培训|进修|研讨|学习|本期)班|训练营)(?:由|学制|为期|历时|课程|共|将于)"
)
_BESIDE = branched(
    r"(?<!(?s:.))(?:本[届次])?(?:[大年峰博展]|展览|博览|交易|洽谈)会上,?[^,。;\n]{0,4}举[行办]|同期|(?<![展会周节赛”)])同日|(?<![展会周节赛”)])同时(?!宣布|指出|表示|强调|要求|提出|明确)|(?:在|(?<!(?s:.)))(?:开|闭)幕(?:典礼|仪?式)上|(?<!(?s:.))(?:此外|另外|其中)|相继|期间|其间|同步|当[天日晚]|首晚|配套|随后|会后|"
    + FOLLOWING
    + r"|(?<![日天号])(?:上|下)午|当晚|同场|设有|包括|还[将拟]|还举|还[要会][办举有]|还可|还组织|还安排|还开展|还推出|还同期|还特别|[一二三四五六七八九十\d]天(?:里|内|时间里?)|并(?:召|举|开|办)|活动现场|平行|系列活动(?!(?:正式|全面|隆重|盛大)*(?:启幕|启动|开启|拉开))|等[^,。;]{0,8}活动|一道|穿插|一部分|组成部分|安排了|安排在|在展馆内|现场还"
)
# 大会进行了讨论,举行了某成果展示会: what a meeting held among what else it did.
_MEETING_HELD = re.compile(
    r"(?:本次|此次)?(?:[大年]会|会议)[^。;]{4,80},(?:还|并|同时)?举[行办]了?(?:[^,。;、]{0,2})$"
)
_MADE_UP = re.compile(r"组成|[篇乐]章|[板版]块|单元")
_RITE_LAST = re.compile(r"(?:仪式|典礼)[”》]?$")
_AT_FAIR = re.compile(r"\s*[一-鿿]{1,4}[节周展]上,")  # 采购节上,某比赛决出…
_IN_ITS_DAYS = re.compile(r"[”》]?[^,。;\n]{0,6}[会展]期[里内中]")  # 某大赛也放在会期里办
_AND_MORE = re.compile(r"还有|(?:既|又)有“?$")
_PRESS = re.compile(
    r"^[”’》]?(?:\([^()]*\))?(?:暨[^,。;]{2,30}?)?(?:[在于][^,。;]{1,12}?(?:举[行办]|召开)(?:了)?(?:新闻|首场|媒体)*(?:发布会|通气会|说明会|见面会|记者招?待?会)(?!上)|(?:组委会|筹委会|执委会)?[^,。;]{0,4}?(?:新闻发布会|新闻通气会|媒体见面会|媒体通气会|记者招?待?会|筹备(?:工作)?会|推介会|动员会))"
)
_SOON = branched(
    r"将于|定于|拟于|拟在|即将|将在|届时|将(?:分别|陆续|相继|联合|共同|隆重|再次|继续|首次|先后)?(?:举|同|召)|改期|延期"
    r"|(?:本届|本次|此次|期间|同期|会上|会期)[^。;]{0,24}还[将要会]"
)
_SPOKE_THERE = re.compile(r"出席[^。!?;\n]{2,40}(?:会|论坛|年会)并(?:致[辞词]|讲话|作[^,。]{0,8}讲话)")


_TRIP = re.compile(r"(?:游学|研学|参访)(?:活动|之旅)?”?$")  # 组织会员赴某市开展某某游学


def _merely_joined(before: str, sentence: str) -> bool:
    """Tell whether somebody only goes there: 组织企业参加; 80名理事参加 reports the thing itself."""
    going = _GOING.search(before) and not _SPOKE_THERE.search(sentence)
    if not going:
        return False
    dated = re.search(r"\d\s?[日月]|近日|日前|昨日|今日", sentence)
    return bool(not dated or re.search(r"组织|组团|率团|带领|鼓励|支持(?!的)|赴", before[-40:]))


_SPEECH = re.compile(r"各位(?:来宾|领导|代表|同仁|嘉宾|朋友)|同志们|女士们|尊敬的(?:各位|领导)")
_LABELS = re.compile(
    r"(?:时间|地点|日期|主办|承办|组织(?:单位|机构)|报名|费用|展会|参展|举办)[^\n]{0,6}[:|]|^[一二三]、",
    re.MULTILINE,
)
_NOTICE_TAIL = r"(?:的)?(?:通知|邀请函|征稿启事|启事|公告|预告|章程|报名通知|招展函|征集公告|方案|预通知|第[一二]轮通知|参赛须知|参展邀请函)?"
_UMBRELLA = Rule(
    r"(?:包括|涵盖|囊括|由|有|含|即|等|同期举[办行])[^。\n]{0,12}?(?:[二三四五六七八九两]|\d)(?:个|大|项|场)?(?:展会|专业展|展览|博览会|主题展|子展|品牌展|活动|赛事|论坛)|联展"
)


_ALONE = re.compile(rf"\s*(?:关于[^#]{{0,12}})?[“\"]?#[”\"]?{_NOTICE_TAIL}\s*")


def _stands_alone(article: Article, name: Name) -> bool:
    """Tell whether the name is a line of its own above labelled lines (时间:, 地点:), as in notices.

    The second of several stands further down, right above the lines that tell of it.
    """
    line = article.line(name.begin)
    rest = article.plain[line.begin : name.begin] + "#" + article.plain[name.end : line.end]
    if not _ALONE.fullmatch(rest):
        return False
    if line.begin > 200:
        return _is_above_its_day(article, name)
    return len(_LABELS.findall(article.plain)) >= 3


def _is_above_its_day(article: Article, name: Name) -> bool:
    return bool(_WHEN_BELOW.match(article.plain, article.line(name.begin).end))


_WHEN_BELOW = re.compile(r"\n\s*(?:活动|举办|培训|会议|比赛|开班)?(?:时间|日期)\s?:[^\n]*\d[^\n]*\n")
_CALL = Rule(r"关于[^。\n》]{0,16}(?:参加|参展|赴|组团)[^。\n]{2,60}(?:通知|函|公告)")


def _is_called_to(article: Article, name: Name) -> bool:
    """Tell whether the article is a notice that asks its readers to take part in the thing (guide rule 6)."""
    return any(
        name.text in call
        or name.head in call
        or (shared(name.text, call) >= 0.7 and name.text.removesuffix("活动")[-1] in call)
        for call in _calls(article)
    )


@lru_cache(maxsize=4)
def _calls(article: Article) -> tuple[str, ...]:
    """Return how an article's head words what it asks its readers to take part in."""
    head = flat(article.title) + "\n" + article.plain[:300]
    return tuple(call[0] for call in _CALL.finditer(head))


def shared(name: str, words: str) -> float:
    """Return the share of a name's letter pairs that stand in some words, 0 to 1."""
    pairs = [name[i : i + 2] for i in range(len(name) - 1)]
    return sum(pair in words for pair in pairs) / max(1, len(pairs))


_CHOSEN = re.compile(r"入选|名单|获评|认定为|评为")


def _is_listed(article: Article, name: Name) -> bool:
    """Tell whether the name is one of several fairs that an umbrella (联展) is made of."""
    span = article.sentence(name.begin)
    told = _UMBRELLA.search(article.plain, max(0, span.begin - 300), name.begin)
    if told is None or _CHOSEN.search(article.plain, max(0, told.start() - 20), name.begin):
        return False
    beside = [
        n for n in article.names if told.end() <= n.begin < span.end + 200 and n.proper and n.kind != "plan"
    ]
    return len(beside) >= 3 and name in beside


# What a line may hold beside names and still do nothing but name: a bullet, a count, Latin letters.
_BARE = re.compile(r"[^一-鿿]*(?:[一二三四五六七八九十]{1,2}、)?[^一-鿿]*")


def _entry(article: Article, name: Name) -> Span | None:
    """Return the stretch of a name that fills one of several lines, each the head of what is told of a fair.

    It runs from the short line above (◎某地) to where the next one begins.
    """
    if not _fills_line(article, name) or _CHOSEN.search(flat(article.title) + article.plain[:200]):
        return None
    dated = _is_above_its_day(article, name)
    begins = sorted(
        {
            _entry_begin(article, n)
            for n in article.names
            if _fills_line(article, n) and (not dated or _is_above_its_day(article, n))
        }
    )
    if len(begins) < (2 if dated else _SEVERAL):
        return None
    begin = _entry_begin(article, name)
    longest = max(article.plain.count("\n", at, end) for at, end in pairwise(begins))
    last = _lines_on(article.plain, begin, longest)
    return Span(begin, next((at for at in begins if at > begin), last))


def _lines_on(plain: str, at: int, count: int) -> int:
    """Return where so many lines from a place on have ended."""
    for _ in range(count):
        at = plain.find("\n", at) + 1 or len(plain)
    return at


_SEVERAL = 3
_PLACE_LINE = 16  # characters at most: ◎意大利·米兰


def _entry_begin(article: Article, name: Name) -> int:
    line = article.line(name.begin)
    above = article.line(line.begin - 1) if line.begin else line
    heads = 0 < above.end - above.begin <= _PLACE_LINE and not _SENTENCE_SIGN.search(above.of(article.plain))
    return above.begin if heads else line.begin


_SENTENCE_SIGN = re.compile(r"[。,;:!?]")


def _fills_line(article: Article, name: Name) -> bool:
    if not name.proper or name.kind != "event":
        return False
    line, at, rest = article.line(name.begin), 0, ""
    for other in article.names:
        if line.begin <= other.begin and other.end <= line.end:
            rest += article.plain[max(at, line.begin) : other.begin]
            at = other.end
    below = article.plain[line.end : line.end + 60]
    return bool(_BARE.fullmatch(rest + article.plain[at : line.end])) and not _HABIT.search(below)


# What is so every year, and not this time: 纽约时装周通常在每年的2月和9月举行.
_HABIT = re.compile(
    r"通常|往往|一[场个次]接(?:着)?一[场个次]|一[场届个]又一[场届个]|接踵而[至来]|此起彼伏|铺天盖地|满天飞|名目繁多|多如牛毛|扎堆|一般(?=在|于|都|会|每)|每年(?!度|一度)|每[逢隔]|\d{1,2}月?、\d{1,2}月(?!\d)"
)
# What stands between two names of one list, with things among them that are called by no name of their own; the
# second kind runs on over commas.
_MARKS = r"[”》]?(?:\([^()\n]{1,20}\))?"
NEXT_ON_LIST = re.compile(
    rf"{_MARKS}(?:[、和及与]|以及)(?:[^。;!?\n、,]{{2,20}}?(?:、|以及|及|和|与)){{0,4}}[^。;!?\n、,]{{0,4}}"
)
_NEXT_OVER_COMMAS = re.compile(
    rf"{_MARKS}(?:[、和及与,;]|以及){{1,2}}(?:[^。;!?\n、,]{{2,20}}(?:[、和及与,]|以及){{1,2}}){{0,4}}(?:(?:面向|针对)[^。;!?\n、,]{{2,12}}的)?\s?[“《]?"
)
# The verbs that govern a whole list, and the word that sums it up behind its last name.
_GOVERNS = re.compile(
    r"(?:期间|同期|届时|其间|还|将|先后|陆续|分别|相继|举[行办]|召开|组织|推出|开展|安排|[设含]有?|包括|涵盖|囊括|分[为成]|[由动中]有?)[^。;!?\n]*$"
)
_SUMS_UP, _SUMS_UP_OVER_COMMAS = (
    re.compile(
        rf"{_MARKS}(?:[、和及与{sign}][^。;!?\n{stop}]{{2,60}})?"
        r"(?:(?:等|共|这)[^。,;\n]{0,10}(?:活动|赛事|论坛|会议|展览|展会|盛事|环节|[篇乐]章|[板版]块|单元|组成)|等(?=[。;]))"
    )
    for sign, stop in (("", ","), (",", ""))
)


def _in_held_list(article: Article, span: Span, name: Name) -> bool:
    """Tell whether a name goes on a list that is held as a whole, whichever of its names the verb stands beside.

    分别举办甲研讨会、乙交流会和丙对接会; 甲会议、乙年会同期召开; 期间有甲大赛、模特表演、乙发布会等活动.
    """
    inside = [n for n in article.names if n.proper and n.kind != "plan" and span.begin <= n.begin < span.end]
    if name not in inside:
        return False
    close, singled = _linked(article.plain, inside, name, NEXT_ON_LIST), _is_singled(article, name)
    telling = singled or len(name.text) >= _TELLING
    if telling and len(close) > 1 and _is_held_list(article.plain, span, close, _SUMS_UP):
        return True
    over_commas = _linked(article.plain, inside, name, _NEXT_OVER_COMMAS)
    return singled and _is_held_list(article.plain, span, over_commas, _SUMS_UP_OVER_COMMAS)


# 某论坛等8场高端论坛, 某对接会等七大活动: one of those held.
_ONE_OF = re.compile(
    rf"{_MARKS}等\s?(?:\d{{1,3}}|[一二三四五六七八九十两多数]{{1,3}})余?(?:场|大|项|个)[^,。;\n]{{0,8}}(?:会|展|秀|赛|坛|活动|节|览)"
)
# 2场论坛--“甲论坛”和“乙”论坛: what an entry counts and sorts it tells by name behind the dash.
_COUNTED_OFF = re.compile(
    r"[^。;\n]*?(?:\d{1,2}|[一二两三四五六七八九十])(?:场|项|个|天|大|次)[^,。;:\n“”]{1,10}(?:--|:)\s?“"
)
# Shorter words name any such thing: 采购商对接会, 流行趋势讲座.
_TELLING = 7


def _linked(plain: str, names: Sequence[Name], name: Name, link: re.Pattern[str]) -> Sequence[Name]:
    """Return the names of the list that one of them goes on."""
    first = last = names.index(name)
    while first and link.fullmatch(plain, names[first - 1].end, names[first].begin):
        first -= 1
    while last + 1 < len(names) and link.fullmatch(plain, names[last].end, names[last + 1].begin):
        last += 1
    return names[first : last + 1]


# 与此展同期举行的,还有甲展、乙展和丙展.
_ALONGSIDE = re.compile(r"(?:同期|同时|同场|同馆)(?:举[行办]|召开|开展|展出)的,?(?:还?有|包括)[^、]{0,4}$")
# 三天里安排有甲洽谈会、乙精品展,以及丙大赛.
_ARRANGED = re.compile(
    r"(?:期间|[天日]里|其间|届时|同期|本届|今年)[^。;\n]{0,8}(?:安排|穿插|配套|策划|设置?)(?:了|有)[^。;,\n]*$"
)
# 最近分别在甲、乙时装周上发布作品的某某: where somebody has shown before.
_SHOWN_THERE = re.compile(r"[”》]?上[^,。;\n]{2,20}的[一-鿿]")
_LATELY = re.compile(r"(?:最近|曾|先后)[^,。]{0,24}$")


def _is_held_list(plain: str, span: Span, names: Sequence[Name], sums_up: re.Pattern[str]) -> bool:
    before, after = plain[span.begin : names[0].begin], plain[names[-1].end : span.end]
    governed = len(names) > 1 and (
        _BEFORE.search(before[-80:])
        or _AFTER.match(after)
        or _ALONGSIDE.search(before[-40:])
        or _ARRANGED.search(before[-40:])
    )
    return bool(governed or (_GOVERNS.search(before) and sums_up.match(after)))


_OF_ALL = re.compile(r"中国|全国|国际|全球|世界|亚洲|“")


def _is_singled(article: Article, name: Name) -> bool:
    """Tell whether a name singles one thing out: counted, of a year, quoted, or of a place."""
    told = ordinal_of(name.text) or year_of(name.text) or _OF_ALL.search(name.text) or name.marks
    return bool(told) or any(name.begin <= p.begin < name.end for p in article.places)


# 展会期间有某大赛
_IS_AMONG = re.compile(r"(?:(?:期间|同期|其间)[还也更将,]{0,2}|(?<![一-鿿])(?:又|还|更|也|另)|既)有“?$")
# The committee of a fair acts here, not the fair; how it is prepared is reported elsewhere, and its stage
# is where something else is shown.
_COMMITTEE = re.compile(
    r"[”’》]?(?:活动)?(?:组织|筹备|执行)?(?:组委会|筹委会|执委会|委员会)"
    r"|[”’》]?的?(?:筹备|准备|招商|招展|组展|参展|申办|布展|搭建|安保)(?:情况|工作|进展|进度|方案|纪律|须知|手册|事宜)(?![^。;\n]*(?:[将定拟]于|锁定|定在|[展会]期|\d[日号][^。;\n]{0,24}(?:举[行办]|召开|开幕)))"
    r"|[”》]?的(?:永久|固定)?(?:性)?(?:举办地|主办地|会址|举办城市|主办城市|发源地|诞生地)"
    r"|的?(?:舞台|T台|秀场|赛场)上|[”》]?上将?(?:揭晓|公布结果|亮相|颁奖|决赛|展出|陈列)"
    r"|[一-鿿]{0,6}(?:纪律|须知|手册|公约|守则|倡议书)》"
)
# 11月22日晚,在某大赛决赛的T台上,…: what went on there on a day told.
_ON_ITS_STAGE = re.compile(r"[”》]?的?(?:舞台|T台|秀场|赛场)上,")
# 这项大赛是2024某时装周的重头戏: what the other is a part of is on too.
_IS_PART = (
    re.compile(r"(?:是|为|作为)(?:本次|此次)?[“《]?$"),
    re.compile(
        r"[”》]?的?(?:一?[项大个场])?(?:重要|主要|核心|配套|系列|压轴|特色|主体)*(?:重头戏|组成部分|配套活动|配套赛事|系列活动|压轴大?戏|赛事|内容|环节|板块)(?:之一)?[,。;]"
    ),
)
# 借“某中心成立大会”之机,定于…召开…: what another gathering makes use of.
_MADE_USE_OF = (
    re.compile(r"(?:借|趁|利用)(?:着|助)?“?$"),
    re.compile(r"[”》]?(?:召开|举[行办])?(?:之机|之际|契机|的?机会)"),
)
# 正值某交易会开幕前夕,某会在…召开
_ON_THE_EVE = re.compile(r"[”》]?(?:开幕|举[行办]|召开|到来)?(?:前夕|前不久|开幕在即|召开在即)")
# 为更好地落实某庆典活动,会议…: what somebody works towards is not what is told.
_WORKED_TOWARDS = re.compile(
    r"^为(?:了|更好地?|切实|全力|认真|进一步|扎实|高质量)*(?:落实|做好|办好|筹备|备战|配合|打造|保障)[^,。;]{0,24}$"
)
# 在市政府会议室商讨举办“某交易会”事宜: who meets there and then talks of it, as before the press.
_DISCUSSED = re.compile(
    r"(?:商讨|商议|商谈|研究|讨论|洽谈|酝酿|协商|谋划)(?:了|如何|有关|关于)*(?:联合|共同|合作)?(?:举办|召开|举行|筹办|筹备|申办|办好)(?:20\d\d年?)?[“《]?$"
)
# 会议重点推介了某大会, which is still to come.
_TALKED_UP = re.compile(r"(?:推介|宣介)(?:了|及|和)?[“《]?$")
# 某展组委会发出通告,展会不能按原来的日子开了: what the committee moves is what is reported.
_MOVES_IT = re.compile(
    r"[”’》]?(?:组织|筹备|执行)?(?:组委会|筹委会|执委会|委员会)[^。\n]{0,60}?(?:延期|推迟|改期|顺延|后推|推后|延后|取消举|停办|不能按|(?:不能|无法|未能)如期)"
)
# 某展组委会召开新闻发布会: the fair is what is announced.
_OF_COMMITTEE = re.compile(r"[”’》]?(?:组织|筹备|执行)?(?:组委会|筹委会|执委会)")
# 2日晚的“某某之夜”晚会上,…: what went on there tells that it was held.
_ON_THE_NIGHT = re.compile(r"\d[日号](?:上午|下午|当?晚|夜)?的$"), re.compile(r"[”》]?(?:现场|上|里)")
# 11月20日,某大赛决赛,金奖归某校: a chronicle leaves the verb out.
_CHRONICLED = re.compile(r"^\s*(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚)?,$")
# 9月21日,在某竞赛上,某某夺得头名: who won there, on a day told, tells that it was held.
_THERE_ON = re.compile(r"\d[日号](?:[上下]午|晚)?,?在[“《]?$")
_WON_THERE = re.compile(
    r"[”》]?(?:总?决赛)?[上中],?[^。;\n]{2,30}?(?:拿下|拿到|夺得?|摘得|赢得|取得|获得?|勇夺|斩获|捧回|拔得)[^,。;\n]{0,8}?(?:第[一二三]名?|头名|头筹|冠军|亚军|季军|桂冠)"
)
# 2月24日的某大会开得不一样: a day of its own right before its name.
_ON_THAT_DAY = re.compile(
    r"(?:\d日(?:夜里|晚上?|[上下]午)?|(?<![\d~到至-])\d{1,2}月(?:份)?(?:里)?|上个?月(?:底|末|初|[上中下]旬)?|\d月(?:底|末|初|[上中下]旬)|(?:[一两\d]个?(?:多月|月|周|星期)|不久)前)的$"
    # 听了一天某研讨会, 逛完某展: whoever was there tells of it
    r"|[听逛看泡待蹲跑](?:了|上)(?:一|两|三|半|整整一)[天日场个]的?$|[逛看听走转跑]完了?$|参加完了?$"
)
# 6月6日的某座谈会上,…: whatever went on at a meeting of a day.
_ON_ITS_DAY = re.compile(r"[”》]?上,")
# A numbered thing as the subject of what is to come: 第二届某某时装周将与….
_IS_TO = re.compile(r"[”’》]?(?:\([^()]*\))?(?:还|也)?将(?!军|来|会|被|获)")
# 通过泳装秀、礼服秀以及才艺秀5个比赛环节: the rounds a contest goes through are parts of its one evening.
_THROUGH = re.compile(r"(?:通过|经过|历经|分为|分)[^。;]{0,60}$")
_EVENING = re.compile(
    r"(?:论坛|峰会|大会|盛典|典礼|颁奖礼|仪式|发布会)”?$"
)  # stands by itself, no round of a contest
_ROUNDS = re.compile(
    r"(?:[、和及与]|以及)?(?:[^。;,]{2,40}?)?等?(?:[一二两三四五六七八九十\d]{1,2}(?:个|大|轮)?)?(?:比赛|展示|竞演|角逐|比拼)?(?:环节|轮次|部分|篇章)"
)
# A day told in the next sentence, whose subject is that of the last: 举办服装展览。将于7月28日在….
_THEN_ON = re.compile(
    r"\s*(?:初步|暂|拟|将|计划|预计)?(?:定|将)?[于在](?:20\d\d年)?\d{1,2}月\d{1,2}日|\s*(?:20\d\d年)?\d{1,2}月\d{1,2}日?(?:至|-+|~|到)(?:\d{1,2}月)?\d{1,2}日(?![^,。]{0,4}(?:投稿|征稿|报名|申报|征集))"
)


def _is_news(article: Article, span: Span) -> bool:
    """Tell whether a day of last year is still news: 去年12月20日 on a page of January."""
    today = article.published
    if today is None or today.month > 2:
        return False
    days = (t.start for t in article.times if span.begin <= t.begin < span.end and t.precision == "day")
    news = (today - REPORTED_WITHIN).isoformat()
    return any(news <= day[:10] <= today.isoformat() for day in days if day)


def _is_dating(time: TimeMention) -> bool:
    """Tell whether a time says a day of its own; an hour alone (晚6时,…) is of the day told before."""
    hour = time.first.relative == "当日" and time.quote[:2] not in ("当日", "当天")
    return time.role == "event" and not hour


_THIS_IS = re.compile(r"(?:这[就便正]?是|此为)[^,。;\n]{0,12}[“《]?")
_A_SCENE = re.compile(
    r"[”》]?(?:\([^()]*\))?(?:的|上的?)?[^,。;\n]{0,4}(?:式|仪式|典礼|活动|比赛|会|赛)?的?(?:现场|一幕|场景|情景|镜头|画面)|[”》]?的(?:最后|第)[一-鿿]{1,3}(?:议程|环节|节目|幕|程序|单元)"
)


def _is_scene_of(article: Article, name: Name) -> bool:
    """Tell whether a sentence only says of what was told before it that it went on at a thing: 这是某大会上的一幕."""
    this = _THIS_IS.fullmatch(article.plain, article.sentence(name.begin).begin, name.begin)
    return bool(this and _A_SCENE.match(article.plain, name.end))


def _with_scene(article: Article, name: Name) -> Span:
    """Return the sentence of a name, with the scene before it where it only says where that was: 这是某博览会开幕式现场.

    The scene is the sentence before, and where that tells no day the ones that lead up to it from a lead that does.
    """
    span = article.sentence(name.begin)
    if not _is_scene_of(article, name):
        return span
    before = [s for s in article.sentences if s.end <= span.begin]
    if not before:
        return span
    dayed = any(
        t.precision == "day" and t.begin >= before[-1].begin for t in article.times if t.end <= span.end
    )
    leads_up = not dayed and len(before) < _SCENE_LONG
    return Span((before[0] if leads_up else before[-1]).begin, span.end)


_SCENE_LONG = 5  # sentences at most of a lead that sets a scene


# …理事会定了调子。会是4月22日在杭州开的: the sentence behind a name says when and where it was held.
_IT_WAS_HELD = re.compile(
    r"(?:这次|这场|本次|此次)?(?:会议?|大会|论坛|展会|展览|年会|活动|比赛)[是就]?[^,。;\n]{0,24}?\d日[^,。;\n]{0,24}?(?:开|办|举[行办]|召开)[的了在]"
)


_FOR_DAYS = re.compile(r"(?:为期|历时)[一二两三四五六七八九十\d]+天的$")  # 在为期三天的某展上
# 赶某展的人天不亮就出发了; 从某展回来的大巴上
_ON_THE_WAY = (
    re.compile(r"(?:赶|去|来|逛|赴|从)“?$"),
    re.compile(r"[”》]?(?:的(?:人|客商|采购商|路上|队伍|大巴|车队)|(?:回来|归来|返回|返程))"),
)
_OPENING_OF = re.compile(r"[”》]?[开启揭闭]幕(?:式|仪式|典礼)")  # 出席了2024某服饰节开幕式


# 昨晚的某地,…三十组作品里,最后走出来的捧走了某大赛的金奖: the night of a final, told by who won.
_ON_STAGE = re.compile(
    r"[一二三四五六七八九十百两\d]+(?:组|件|套|个系列|名|位)(?:作品|选手|参赛)|评委|评审|秀台|T台|登台"
)
_NIGHT_BEFORE = re.compile(r"昨[天日晚夜]|[今当]晚|前[天晚]")


def _is_of_that_night(article: Article, name: Name) -> bool:
    """Tell whether a report of yesterday, whose lead tells who won a contest, is of its final."""
    lead = article.sentences[:3]
    here = any(s.begin <= name.begin < s.end for s in lead)
    told = here and _NIGHT_BEFORE.search(article.plain, lead[0].begin, lead[0].end)
    return bool(told and _ON_STAGE.search(article.plain))


def _is_of_an_edition(name: str) -> bool:
    """Tell whether a name counts its edition or tells its year."""
    return bool(ordinal_of(name) or year_of(name))


# 率十家企业参加第三届某博览会。本次展会现场接单…: the text goes on about what they went to.
_GONE_TO = re.compile(
    r"(?:^|(?<=[,。;\n]))(?:本次|此次|本届|该)(?:展会|展览会?|博览会|交易会|展)[^。;\n]{0,24}?(?:接单|成交|订单|签约|参展|展出|吸引|面积|汇[聚集])"
)
UNDER_WAY = re.compile(r"正在[^,。;]{0,10}?(?:举[行办]|进行|召开|展出)的“?$")
# 在刚闭幕的某展上: as near in time as 正在举行的.
_UNDER_WAY_OR_JUST_OVER = re.compile(
    rf"刚刚?(?:闭幕|落幕|结束|收官|谢幕|落下帷幕|举[行办]|开幕|开完|办完)(?:不久)?的“?$|{UNDER_WAY.pattern}"
)


def read_mention(article: Article, name: Name) -> Mention:
    """Weigh a name at its place.

    Args:
        article: as prepared.
        name: one of its text's names.
    """
    entry = _entry(article, name)
    plain, span = article.plain, entry or _with_scene(article, name)
    before, after = (
        plain[max(span.begin, name.begin - 80) : name.begin],
        plain[name.end : max(span.end, name.end)],
    )
    clause = before[max(before.rfind(c) for c in ",;:,") + 1 :] if before else ""
    whole = span.of(plain)
    held = bool(_AFTER.match(after) or _BEFORE.search(before) or LED.match(after) or SPOKEN_AT.match(after))
    counted_off = bool(_COUNTED_OFF.match(plain, span.begin, name.begin + 1)) and "“" in (
        name.marks,
        name.text[0],
    )
    one_of = counted_off or (bool(_ONE_OF.match(after)) and _is_singled(article, name))
    listed = one_of or _in_held_list(article, span, name)
    held = held or listed
    # 本次“某题”大赛 is what the article is about, whatever it goes on to say.
    held = held or bool(_FOR_DAYS.search(before) and after.startswith("上"))
    held = held or bool(name.proper and _ON_THE_WAY[0].search(before) and _ON_THE_WAY[1].match(after))
    held = held or bool(DEICTIC.search(before) and name.proper and ("“" in name.text or name.marks == "“"))
    there = _ON_THE_NIGHT[1] if name.kind == "event" else _ON_ITS_DAY
    held = held or bool(_ON_THE_NIGHT[0].search(before) and there.match(after))
    # In a contest somebody of here came second; 此次决赛共有86名选手参加: the text goes on about it.
    held = held or bool(name.proper and _CONTEST.search(name.text) and _ON_IT.search(plain, name.end))
    told_as_won = bool(name.proper and _CONTEST.search(name.text) and _is_of_that_night(article, name))
    held = held or told_as_won or bool(name.proper and _CHRONICLED.search(before) and after.startswith(","))
    held = held or bool(_ON_THAT_DAY.search(before) and name.proper)
    held = held or bool(name.kind == "meeting" and name.proper and _AND_THERE.match(plain, name.end))
    talked_up = bool(_TALKED_UP.search(before))
    to_be = before.endswith("的") and bool(_WAS_TO_BE.search(before))
    eve = bool(_ON_THE_EVE.match(after))
    press = bool(_PRESS.match(after) or _DISCUSSED.search(before))
    acts = _COMMITTEE.match(after) and not (press and _OF_COMMITTEE.match(after))
    on_stage = _ON_ITS_STAGE.match(after) and any(
        t.precision == "day" and span.begin <= t.begin < name.begin for t in article.times
    )
    held = held or bool(on_stage and name.proper)
    acts = acts and not on_stage
    held = held or bool(name.proper and _IS_PART[0].search(before) and _IS_PART[1].match(after))
    committee = (bool(acts) or eve) and not (to_be or _MOVES_IT.match(after) or _HELD_WHERE.search(before))
    aimed = bool(_WORKED_TOWARDS.search(clause)) and not DEICTIC.search(before)
    held = held or bool(_IS_TO.match(after) and ordinal_of(name.text))
    held = held or bool(_IS_AMONG.search(before) and name.proper)
    held = held or bool(_IT_WAS_HELD.match(plain, span.end))
    told = {t.precision for t in article.times if span.begin <= t.begin < span.end and _is_dating(t)}
    dated, dayed = not told.isdisjoint(("day", "third", "month")), "day" in told
    seen = _SCENE.match(after) or _SAID_THAT_DAY.match(after)
    under_way = bool(_UNDER_WAY_OR_JUST_OVER.search(before))
    won = _CONTEST.search(name.text) and _THERE_ON.search(before) and _WON_THERE.match(after)
    held = held or bool(won and name.proper)
    scene = bool(seen) or _is_scene_of(article, name)
    held = held or to_be or under_way or (scene and not told.isdisjoint(("day", "vague")))
    dated = dated or under_way or (held and bool(_THEN_ON.match(plain, span.end)))
    soon = bool(_SOON.search(whole))
    attended = bool(_OPENING_OF.match(after) and _is_of_an_edition(name.text) and dayed)
    reported = bool(
        name.kind == "event" and _is_of_an_edition(name.text) and _GONE_TO.search(plain, name.end)
    )
    called = _is_called_to(article, name)
    went = _merely_joined(before, whole) and not (
        attended
        or reported
        or _TRIP.search(name.text)
        or called
        or to_be
        or under_way
        or (name.kind == "meeting" and name.proper and _AND_THERE.match(plain, name.end))
    )
    looks_around = bool(_WALKS_INTO.search(before) and _SCENE.match(after))
    held = held or (looks_around and name.proper)
    went = went and not (looks_around or _SPEECH.search(plain[:120]))
    goes = went and not _BORROWED.search(clause)
    return Mention(
        name, span, held and not (press or committee), dated and not (press or committee),
        lead=span in article.sentences[:3],
        beside=one_of or bool(_IN_ITS_DAYS.match(after)) or (entry is None and bool(_BESIDE.search(whole) or _AT_FAIR.match(whole) or (_MEETING_HELD.match(before) and not _RITE_LAST.search(name.text)) or _AND_MORE.search(before) or (listed and _MADE_UP.search(whole)))),
        past=bool(_SPIRIT.match(after)) or bool(_EVER.search(before)) or _is_recalled(article, name, span, before, after) or bool(_TRACK_RECORD.search(before) and not _IN_THIS.search(whole)) or (bool((_PAST.search(before[-40:] + _HEARD_THERE.sub("", after[:12])) and not _THIS_YEARS.search(before)) or LAST_YEARS.search(plain[span.begin : name.begin])) and not (soon or _is_news(article, span)))
        or bool((_AFTERWARDS.match(after) and not (_ON_DAYS.search(before) or _ON_THAT_DAY.search(before))) or _FOUNDATION.match(after) or _UNDER_IT.match(after) or (name.text.endswith("系列活动") and after.startswith("之")) or _SO_FAR.match(after))
        or bool(_SO_MANY_TIMES[0].search(before) and _SO_MANY_TIMES[1].match(name.text))
        or (bool(_HABIT.search(before[-20:] + after[:24])) and not dayed and not soon)
        or bool(_AS_IT_WAS.match(after) and not dayed)
        or bool(_A_WRITING.match(after))
        or (clause == "除" and after.startswith("外"))  # 除内衣展览外,还将举办…
        or bool(not soon and _OVER_YEARS.search(plain, span.begin, name.begin))
        or (before.endswith("来自") and name.text.endswith("会"))  # 来自某联谊会、某研究会的代表
        or bool(name.text.endswith("日") and _CALENDAR_DAY.search(before))
        or bool(_SHOWN_THERE.match(after) and _LATELY.search(before))
        or bool(_APPROVING.fullmatch((clause + name.text)[:1] + after[:8]))
        or bool(_LOOKED_BACK_ON.search(plain, span.begin, name.begin))
        or bool(_AT_THE_FIRST.search(plain, span.begin, name.begin) and _LATER_EDITION.search(plain, 0, span.begin))
        or bool(clause.startswith(("继", "这是继", "这也是继")) and _AND_THEN.match(after)),
        wished=(not (DEICTIC.search(before) or _OFF.match(after)) and bool(_WISH.search(clause) or _PLANNED.search(before) or _TO_BE_DONE_WELL.search(clause)) and not (dated or soon or called or _TO_BE_WON.search(before) or (listed and _BESIDE.search(whole))))
        or bool(_NEXT_ONE.search(before))
        or (not (dated or soon or _IN_THIS.search(whole) or _is_of_an_edition(name.text)) and bool(_BY_HOLDING.search(before)))
        or bool(_ASSIGNED[0].search(before) and _ASSIGNED[1].match(after))
        or bool(_ROUNDS.match(after) and _THROUGH.search(before) and not _EVENING.search(name.text)),
        honour=not (_TO_BE_WON.search(before) or (dayed and _HELD_WHERE.search(before) and span in article.sentences[:2])) and bool(_HONOUR.search(before) or _CALLED_SO.search(before) or HONOUR_AFTER.match(after)) and not ((dated or _is_of_an_edition(name.text)) and _CONTEST.search(name.text) and _ON_IT.search(plain, name.end)) and not told_as_won,
        joined=not (dated and _COURSE.search(name.text) and _ON_IT.search(plain, name.end)) and (committee or talked_up or aimed or bool(_EXPLAINS[0].search(clause) and _EXPLAINS[1].match(after)) or bool(_MADE_USE_OF[0].search(before) and _MADE_USE_OF[1].match(after)) or went),
        went=goes and dayed and name.proper and not (press or committee),
        press=press,
        announced=press and soon,
        alone=called or _stands_alone(article, name),
        listed=_is_listed(article, name),
        entry=entry is not None,
        placed=any(span.begin <= p.begin < span.end and not name.begin <= p.begin < name.end for p in article.places),
        pointed=name.proper and bool(DEICTIC.search(before)),
    )  # fmt: skip
