"""What a thing is named for without being what is told: a wish, an honour, a journey there, its press conference."""

from __future__ import annotations

import re

from bot.records.mentions.around import Around, Sign, Tell, told_by
from bot.records.mentions.held import (
    DEICTIC,
    GOES_ON_THERE,
    LOOKS_AROUND,
    WAS_TO_BE,
    is_contest,
    is_course,
    is_gone_on_about,
    is_on_its_stage,
    is_won_that_night,
    is_won_there,
)
from bot.records.mentions.history import HELD_WHERE, IN_THIS
from bot.records.rules import branched

# 签约后,双方召开了座谈会; 理事会一结束,捐赠仪式就在…举行: on the same day, right behind.
FOLLOWING = r"(?:签约|揭牌|仪式|开幕式?|典礼|参观|考察|颁奖|[大年峰]会|会议|论坛|理事会)(?:(?:(?:一?结束)?之?后|[一刚]结束),|后(?=举[行办]|召开))"
_GOING = re.compile(
    r"(?:参加|参展|亮相|走进|赴|结束(?=[^,。;\n]{3,20}之[行旅])|前往|出席|列席|观展|参观|观摩|观看|欣赏|组团|借力|依托|借助|搭乘)(?![^。!?;\n,]{0,16}(?:举办|举行|召开|召集|开展(?!会)|[开启揭闭落]幕的|启动的|[开闭][门馆市张锣]的|收[官摊]的))[^。!?;\n,]{0,20}$"
)
_BORROWED = re.compile(r"借力|依托|借助|搭乘")  # 借力某博览会,某展开幕
# 被誉为“亚洲第一鞋展”的第二十届某鞋展: what praise calls it.
_CALLED_SO = re.compile(r"(?:誉为|称为|[号堪]称|素有|享有)“?$")
# 由于某博览会10月才开,客商观望; 随着某展临近: what explains something else is not what is told.
_EXPLAINS = (
    re.compile(
        r"(?:由于|因为?|鉴于|考虑到|(?<![最备倍广深颇])受(?!(?:关注|欢迎|瞩目|期待|追捧|邀|[^,。;]{0,10}(?:邀请|委托)))|随着|伴随|静待|坐等)[^,。;:\n]{0,6}[“《]?$"
    ),
    re.compile(
        r"[”》]?(?:\([^()]*\))?[^,。;\n]{0,14}?(?:才(?:开|举[行办])|在即|临近|将至|即将[^,。;]{0,6}|[日渐]近|到来|影响|拉动|带动|提振|(?:开幕|召开|举[行办]|落幕|闭幕|结束))(?:等?因素)?(?:的?影响)?,(?![^,。;\n]{0,12}(?:展会|会议|大会|博览会|论坛|大赛)?(?:延期|推迟|改期|顺延|取消))"
    ),
)
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
    r"(?:将|可以|能够|(?<![主重需])要|通过(?!举办)|定期|不断(?!-)|积极|继续|希望|建议|计划|争取|支持(?!的)|鼓励|例如|比如|如)[^。!?;\n]{0,24}(?:开展|举办|办好|组织|参加|承办|搭建)?[^。!?;\n,]{0,8}$"
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
_BESIDE = branched(
    r"(?<!(?s:.))(?:本[届次])?(?:[大年峰博展]|展览|博览|交易|洽谈)会上,?[^,。;\n]{0,4}举[行办]|同期|(?<![展会周节赛”)])同日|(?<![展会周节赛”)])同时(?!宣布|指出|表示|强调|要求|提出|明确)|(?:在|(?<!(?s:.)))(?:开|闭)幕(?:典礼|仪?式)上|(?<!(?s:.))(?:此外|另外|其中)|相继|期间|[展会]期[内里]|其间|同步|当[天日晚]|首晚|配套|随后|会后|"
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
_AND_MORE = re.compile(r"(?:[另还]|同期|期间)设“?$|还有|(?:既|又)有“?$")
_PRESS = re.compile(
    r"^[”’》]?(?:\([^()]*\))?(?:暨[^,。;]{2,30}?)?(?:[在于][^,。;]{1,12}?(?:举[行办]|召开)(?:了)?(?:新闻|首场|媒体)*(?:发布会|通气会|说明会|见面会|记者招?待?会)(?!上)|的?(?:组委会|筹委会|执委会)?[^,。;]{0,4}?(?:新闻发布会|新闻通气会|媒体见面会|媒体通气会|记者招?待?会|筹备(?:工作)?会|推介会|动员会))"
)
_SOON = branched(
    r"将于|定于|拟于|拟在|即将|将在|届时|将(?:分别|陆续|相继|联合|共同|隆重|再次|继续|首次|先后)?(?:举|同|召)|改期|延期"
    r"|(?:本届|本次|此次|期间|同期|会上|会期)[^。;]{0,24}还[将要会]"
)
_SPOKE_THERE = re.compile(r"出席[^。!?;\n]{2,40}(?:会|论坛|年会)并(?:致[辞词]|讲话|作[^,。]{0,8}讲话)")
_TRIP = re.compile(r"(?:游学|研学|参访)(?:活动|之旅)?”?$")  # 组织会员赴某市开展某某游学
_SPEECH = re.compile(r"各位(?:来宾|领导|代表|同仁|嘉宾|朋友)|同志们|女士们|尊敬的(?:各位|领导)")
# The committee of a fair acts here, not the fair; how it is prepared is reported elsewhere, and its stage
# is where something else is shown.
_COMMITTEE = re.compile(
    r"[”’》]?(?:活动)?(?:组织|筹备|执行)?(?:组委会|筹委会|执委会|委员会)"
    r"|[”’》]?的?(?:筹备|准备|招商|招展|组展|参展|申办|布展|搭建|安保)(?:[、和及][^,。;\n、]{2,6}){0,3}(?:准备)?(?:情况|工作|进展|进度|方案|纪律|须知|手册|事宜|分工|任务|计划|安排|预案|细节|进程)(?![^。;\n]*(?:[将定拟]于|锁定|定在|[展会]期|\d[日号][^。;\n]{0,24}(?:举[行办]|召开|开幕)))"
    r"|[”》]?的(?:永久|固定)?(?:性)?(?:举办地|主办地|会址|举办城市|主办城市|发源地|诞生地)"
    r"|的?(?:舞台|T台|秀场|赛场)上|[”》]?上将?(?:揭晓|公布结果|亮相|颁奖|决赛|展出|陈列)"
    r"|[一-鿿]{0,6}(?:纪律|须知|手册|公约|守则|倡议书)》"
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
    r"[”’》]?(?:组织|筹备|执行)?(?:组委会|筹委会|执委会|委员会)[^。\n]{0,60}?(?:延期|推迟|改期|顺延|后推|推后|延后|取消举|停办|(?:改|挪|移|调整|变更|提前)(?:至|到|为|在)|不能按|(?:不能|无法|未能)如期)"
)
# 某展组委会召开新闻发布会: the fair is what is announced.
_OF_COMMITTEE = re.compile(r"[”’》]?(?:组织|筹备|执行)?(?:组委会|筹委会|执委会)")
# 通过泳装秀、礼服秀以及才艺秀5个比赛环节: the rounds a contest goes through are parts of its one evening.
_THROUGH = re.compile(r"(?:通过|经过|历经|分为|分)[^。;]{0,60}$")
_EVENING = re.compile(
    r"(?:论坛|峰会|大会|盛典|典礼|颁奖礼|仪式|发布会)”?$"
)  # stands by itself, no round of a contest
_ROUNDS = re.compile(
    r"(?:[、和及与]|以及)?(?:[^。;,]{2,40}?)?等?(?:[一二两三四五六七八九十\d]{1,2}(?:个|大|轮)?)?(?:比赛|展示|竞演|角逐|比拼)?(?:环节|轮次|部分|篇章)"
)
_OPENING_OF = re.compile(r"[”》]?[开启揭闭]幕(?:式|仪式|典礼)")  # 出席了2024某服饰节开幕式
# 率十家企业参加第三届某博览会。本次展会现场接单…: the text goes on about what they went to.
_GONE_TO = re.compile(
    r"(?:^|(?<=[,。;\n]))(?:本次|此次|本届|该)(?:展会|展览会?|博览会|交易会|展)[^。;\n]{0,24}?(?:接单|成交|订单|签约|参展|展出|吸引|面积|汇[聚集])"
)


def _merely_joined(before: str, sentence: str) -> bool:
    """Tell whether somebody only goes there: 组织企业参加; 80名理事参加 reports the thing itself."""
    going = _GOING.search(before)
    if going is None or _SPOKE_THERE.search(sentence):
        return False
    dated = re.search(r"\d\s?[日月]|近日|日前|昨[日天]|今[日天]|前天|上周", sentence)
    return bool(
        not dated
        or _BORROWED.search(going[0])
        or re.search(r"组织|组团|率团|带领|鼓励|支持(?!的)|赴", before[-40:])
    )


def is_soon(sentence: str) -> bool:
    """Tell whether a sentence speaks of what is to come."""
    return bool(_SOON.search(sentence))


def is_beside(around: Around, *, entry: bool) -> bool:
    """Tell whether a thing is held beside another.

    Args:
        around: the name with its words.
        entry: it heads a stretch of its own.
    """
    whole, before = around.whole, around.before
    if around.one_of or _IN_ITS_DAYS.match(around.after):
        return True
    return not entry and bool(
        _BESIDE.search(whole)
        or _AT_FAIR.match(whole)
        or (_MEETING_HELD.match(before) and not _RITE_LAST.search(around.name.text))
        or _AND_MORE.search(before)
        or (around.listed and _MADE_UP.search(whole))
    )


def is_of_press(around: Around) -> bool:
    """Tell whether a thing is only what a press conference or somebody's talks are about."""
    return told_by(_OF_PRESS, around)


_OF_PRESS: tuple[Tell, ...] = (Sign(after=_PRESS), Sign(_DISCUSSED))


def is_of_committee(around: Around, *, press: bool) -> bool:
    """Tell whether only its committee acts, or how it is prepared is told, or that its eve has come.

    Args:
        around: the name with its words.
        press: it is what a press conference is about.
    """
    after = around.after
    acts = _COMMITTEE.match(after) and not ((press and _OF_COMMITTEE.match(after)) or is_on_its_stage(around))
    return bool(acts or _ON_THE_EVE.match(after)) and not (
        WAS_TO_BE(around) or _MOVES_IT.match(after) or HELD_WHERE.search(around.before)
    )


def is_gone_to(around: Around) -> bool:
    """Tell whether somebody only goes there, and nothing is told of the thing itself."""
    return _merely_joined(around.before, around.whole) and not told_by(_TOLD_ITSELF, around)


def is_borrowed(around: Around) -> bool:
    """Tell whether something else makes use of it: 借力某博览会,某展开幕."""
    return bool(_BORROWED.search(around.clause))


def _is_opening_of_edition(around: Around) -> bool:
    return bool(_OPENING_OF.match(around.after)) and around.counted and around.dayed


def _is_reported_from(around: Around) -> bool:
    name = around.name
    return name.kind == "event" and around.counted and bool(_GONE_TO.search(around.plain, name.end))


# 八十多位掌门人来到某市,参加某协会理事会。…理事会开了一天。会后,…: many came, and the text goes on about their sitting.
_MANY_CAME = re.compile(
    r"(?:[一二三四五六七八九十百两\d]{2,}|[一二三四五六七八九百两]十)[多余来]?(?:位|名|家|人)[^。;\n]{2,40}(?:来到|齐聚|聚集|汇聚|相聚|赶到|赶来|奔赴|云集)"
)
_THEY_SAT = re.compile(
    r"(?:^|(?<=[。;\n”]))(?:会[上后],|(?:理事会|年会|大会|会议?|论坛|[座恳]谈会|研讨会)(?:只|共|整整|足足)?(?:开了|开到|从|上,|由[^,。;\n]{2,20}主持))"
)


def _is_sat_at(around: Around) -> bool:
    name = around.name
    many = name.kind == "meeting" and name.proper and _MANY_CAME.search(around.before)
    return bool(many and _THEY_SAT.search(around.plain, name.end))


def _is_trip(around: Around) -> bool:
    return bool(_TRIP.search(around.name.text))


def _is_called_or_on(around: Around) -> bool:
    return around.called or around.under_way


def _is_in_speech(around: Around) -> bool:
    return bool(_SPEECH.search(around.plain[:_HEAD]))


_HEAD = 120  # characters in which a speech greets those who hear it
_TOLD_ITSELF: tuple[Tell, ...] = (
    _is_called_or_on,
    WAS_TO_BE,
    _is_trip,
    _is_opening_of_edition,
    _is_reported_from,
    _is_sat_at,
    GOES_ON_THERE,
    LOOKS_AROUND,
    _is_in_speech,
)


def is_aside(around: Around) -> bool:
    """Tell whether the thing only explains, serves or is talked up by what is told."""
    return told_by(_ASIDE, around)


def _is_worked_towards(around: Around) -> bool:
    return bool(_WORKED_TOWARDS.search(around.clause)) and not DEICTIC.search(around.before)


def _explains(around: Around) -> bool:
    return bool(_EXPLAINS[0].search(around.clause) and _EXPLAINS[1].match(around.after))


_ASIDE: tuple[Tell, ...] = (Sign(_TALKED_UP), _is_worked_towards, _explains, Sign(*_MADE_USE_OF))


def is_course_told(around: Around) -> bool:
    """Tell whether it is a course that the text goes on about."""
    return is_course(around) and is_gone_on_about(around)


def is_honour(around: Around, *, dated: bool) -> bool:
    """Tell whether a thing is only where somebody was honoured.

    Args:
        around: the name with its words.
        dated: its day is told.
    """
    where = (
        around.dayed and HELD_WHERE.search(around.before) and around.sentence in around.article.sentences[:2]
    )
    if where or _TO_BE_WON.search(around.before) or not told_by(_HONOURS, around):
        return False
    told = (dated or around.counted) and is_contest(around) and is_gone_on_about(around)
    return not (told or is_won_that_night(around) or is_won_there(around))


_HONOURS: tuple[Tell, ...] = (Sign(_HONOUR), Sign(_CALLED_SO), Sign(after=HONOUR_AFTER))


def is_wish(around: Around, *, dated: bool) -> bool:
    """Tell whether a thing is what somebody wishes, plans or is told to do.

    Args:
        around: the name with its words.
        dated: its day is told.
    """
    before, soon = around.before, dated or around.soon
    wished = _WISH.search(around.clause) or _PLANNED.search(before) or _TO_BE_DONE_WELL.search(around.clause)
    pointed = DEICTIC.search(before) or _OFF.match(around.after)
    beside = (around.listed and _BESIDE.search(around.whole)) or (around.counted and _DURING.search(before))
    if wished and not (pointed or soon or around.called or _TO_BE_WON.search(before) or beside):
        return True
    held_for = _BY_HOLDING.search(before) and not (soon or around.counted or IN_THIS.search(around.whole))
    return bool(held_for) or told_by(_WISHED, around)


def _is_round(around: Around) -> bool:
    rounds = _ROUNDS.match(around.after) and _THROUGH.search(around.before)
    return bool(rounds) and not _EVENING.search(around.name.text)


# 博览会期间,某会将牵头举办2025年某对接会: what is counted and held in its days is no wish.
_DURING = re.compile(r"(?:期间|同期|其间)[^。;\n]{0,40}(?:举[行办]|召开)[“《]?$")
_WISHED: tuple[Tell, ...] = (Sign(_NEXT_ONE), Sign(*_ASSIGNED), _is_round)
