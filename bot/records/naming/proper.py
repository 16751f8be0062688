"""What tells a name of its own (全国纺织产业集群工作会议) from words for any such thing (专题会议, 服装设计大赛)."""

from __future__ import annotations

import re

from bot.records.model import Kind
from bot.records.naming.editions import EDITION
from bot.records.naming.fairs import SHORT_FAIR, TOWNS_OWN, has_letters
from bot.records.naming.heads import CONGRESS_OF_A_WARE, ENDS_IN_WARE, head_words

_COMMON = re.compile(
    r"^(?:主题|主旨|专题)?(?:演讲|报告|讲座|发布(?:会)?|走秀)(?:和|与|及|以及|、)|[^一-鿿A-Za-z0-9]|^(?:专门|本次|此次|这次|本届|该|官方|配套|同期|全省|全市|全国|我省|我市|一|两|几|个|场|次|年度|专题|专项|主题|系列|相关|重要|[国省市县]?(?:家级)?重点|各类|各种|[大中小](?:型|规模)|行业|(?:国|省|市|县|区|业|海)内外|国际|国内|同类型?|类似|产品|企业|项目|技术|产业|新闻|工作|现场|线上|线下|视频|专业|(?:国际|全国|世界|行业|区域|综合)性|知名|著名|品牌|纺织|旗下[一二两三四五六七八九十]大?|精彩|盛大|绚丽|华丽|创意)+$"
)
# Any fair or contest of the trade could be called so; such words alone single none out.
_TRADE = re.compile(
    r"(?:国家级|省级|市级|大型|专场|行业|纺织|服装|服饰|设计师?|时装|模特|面料|辅料|职业|技能|流行|趋势|时尚|新品|作品|展示|展演|演出|成果|表演|获奖|入围|参赛|人才|招聘|创意|品牌|专业|产品|少儿|大学生|优秀|旗袍|汉服|华服|男装|女装|童装|奖|动态|静态|专题|主题|系列|文化|交流|发布(?:会|活动)?|活动|庆典|开幕式|闭幕式|走秀|以?及|和|与|展|秀|周|节|博览会|展览会|大奖?赛|评选|培训班|洽谈会|对接会|订货会|展示会|展销会|交易会|展会|盛会)+"
)
_CEREMONIAL = re.compile(
    r"(?:[开闭启]幕(?:式|典礼|仪式)?|颁奖(?:典礼|仪式)?|欢迎|庆典)暨?(?:大型)?(?:主题)?(?:文艺)?(?:晚会|演出|汇演|晚宴|酒会)|(?:[开闭]幕|开场|压轴|收官|首场|重磅)*(?:大秀|首秀|秀)|(?:决赛|暨)*(?:开工|奠基|签约|揭牌|授牌|颁奖|启动|开幕|闭幕|发布|剪彩|落成|竣工|揭幕|启用|挂牌|授旗|表彰|合作)+(?:仪式|典礼|活动|庆典|晚会)"
)
# 2024年某协会18项专项活动, 中国十大展会 are many.
_SO_MANY_OF = re.compile(
    r"(?:\d|[一二三四五六七八九十])(?:项|场|个)[一-鿿]{0,8}(?:活动|赛事|展会)$"
    r"|[三四五六七八九十百]大(?:[一-鿿](?<![评选奖])){0,3}?(?:展会|展览会|博览会|会展|赛事|时装周|盛会|论坛)$"
)
# 各盟市选拔赛 are as many as there are towns; 各市秘书长联席会议 is one.
_OF_EACH = re.compile(
    r"各(?:[省市县区州盟旗地站校队]|赛区|盟市|地市|省市|分)(?![市区县会]*(?:[一-鿿]{2,6}(?:协会|商会))?(?:秘书长|会长|主任|负责人))"
)
# 高于春季展, 纳入文化节, 月初现身文化节 compare with one or say what came of something there.
_NO_NAME = re.compile(
    r"(?:[会赛节]旗|[高低多少优好差大小强]于|不及|超过|纳入|列入|(?:[上中下]旬|月[初中底末])?(?:现身|亮相))"
)
_EACH = re.compile(
    r"各(?:大|个|项|类)?(?:赛[项事]|比赛|活动|会议|展会)$|^各[大类](?!洲)"
)  # 安全有序完成各赛项, 各大时装周
# 经贸洽谈及高端论坛 are what is done and any forum.
_DONE_AND = re.compile(
    r"(?:洽谈|展销|展示|推介|表演|评选|签约|参观|考察)(?:[、及和与]|以及)(?=[^、及和与]{3,})"
)
_OF_A_SERIES = re.compile("第|首届")
_SO_MANY_IN_ONE = re.compile(
    r"(?:[一两二三四五六](?:会|展|节|赛|周|论坛)){2,}"
)  # “两会一节” are those named behind it
# A contest goes through them; alone they are none.
_ROUNDS = frozenset(["初赛", "复赛", "决赛", "半决赛", "资格赛"])
# 国内最高层次学术会议 says what something is.
_PRAISES = re.compile(r"年度盛[会事]$|最[高大具早有为强受]|[高多]层次|一流")
# 规模最大的一届会议 counts none.
_ONE_MORE = re.compile(r"(?:一[届次年镇县乡村][一-鿿]{2}、?)+")  # 一镇一节
_ROUND_ALONE = re.compile(
    r"(?:大赛|比赛|竞赛|赛事)(?:的)?总?决赛|(?:(?:[大竞比]赛|赛事)分为?)?(?:总?[决初复]|选拔)赛(?:暨?(?:颁奖|闭幕)(?:典礼|仪式|晚会|盛典|式))?"
)  # of the contest told above; 竞赛分选拔赛和总决赛


_COUNTED_TWICE = re.compile(rf"(?:{EDITION.pattern})+")
_SO_CALLED = re.compile(r"[一-鿿]{0,4}“(?P<sort>[一-鿿]{2,4})”")  # 一场另类“订货会” is called so


def is_proper(words: str, head: str, weak: bool, kind: Kind) -> bool:
    """Tell a name of its own (全国纺织产业集群工作会议) from a word for any such thing (专题会议)."""
    if _SO_MANY_OF.search(words) or _OF_EACH.match(words) or _EACH.search(words) or _NO_NAME.match(words):
        return False
    if _ONE_MORE.fullmatch(words) or _ROUND_ALONE.fullmatch(words):
        return False
    if (so_called := _SO_CALLED.fullmatch(words)) and so_called["sort"] in head_words():
        return False
    if kind == "event" and has_letters(words):
        return True
    if head not in head_words() and SHORT_FAIR.fullmatch(words):
        return True  # 汉博会
    if (counted := _COUNTED_TWICE.match(words)) and SHORT_FAIR.fullmatch(words, counted.end()):
        return True  # 第二十届织交会, 2025年第九届袜博会: no other fair is called so
    counted = EDITION.match(words)
    if counted and kind == "event" and _OF_A_SERIES.match(words):
        ware = words[counted.end() :]
        if TOWNS_OWN.fullmatch(ware) or (len(ware) > 2 and ENDS_IN_WARE.search(ware)):
            return True  # 第十届纱线展
    if _SO_MANY_IN_ONE.fullmatch(words):
        return False
    if EDITION.search(words) or words.count("“"):
        return len(words) > len(head) and (kind == "meeting" or len(EDITION.sub("", words)) > len(head))
    if _CEREMONIAL.fullmatch(words) or _PRAISES.search(words):
        return False
    if done := _DONE_AND.search(words):
        return is_proper(words[done.end() :], head, weak, kind)
    if CONGRESS_OF_A_WARE.fullmatch(words):
        return True
    rest = words[: words.rfind(head)] if head in words else ""
    if head in _ROUNDS and "赛" not in rest.replace("赛事", ""):
        return False
    if kind == "event" and _TRADE.fullmatch(rest + head.removesuffix("大赛")):
        return False
    return len(_COMMON.sub("", rest)) >= (3 if weak else 2)
