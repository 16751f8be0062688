"""What says that a thing is held: 召开, 举行, 在…现场, and the turns by which the trade's news tell it without a verb."""

from __future__ import annotations

import re

from bot.records.mentions.around import Around, Sign, Tell
from bot.records.naming.editions import ordinal_of
from bot.records.rules import branched

DEICTIC = re.compile(
    r"(?:本届|本次|此次|这次|该|这届|该届|今届|[这该][项场])(?:为期[^,。;]{1,3}天的|[一-鿿]{0,2}盛大的|(?:\d{1,2}月)?\d{1,2}日(?:[开启]幕|举[行办]|召开)的)?(?:“)?$"
)
# 在“某论坛”上,某某作主题分享: who spoke there tells that it was held.
SPOKEN_AT = re.compile(
    r"[”》]?会?上,[^。;\n]{2,60}?(?:[作做]|发表|致[辞词]|分享|介绍|表示|指出|演讲|交流|报告|讲话)"
)
# 上周五,某论坛直播间里提问不断: whoever looks around there tells that it is on.
_SCENE = re.compile(
    r"[”》]?(?:\([^()]*\))?的?(?:直播间|现场|主?会场|(?:主|[A-Z\d一二三四五六七八九十]{1,3}号?)?展?馆|展区|展厅|展场|签到处|报到处|入口处?)(?!会|观摩|推进|办公|招聘)"
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
# 消息来自前一天的某座谈会。会上,…; 率队赴吴江参加某联席会议(第三次)。在6日的会议上,…; 参加某年会。会议11日举行,…: the next
# sentence tells what went on there.
_SAT_THERE = "(?:会|会议|[座恳]谈会|研讨会|交流会|对接会|推介会|论坛|大会|年会|理事会)"
_AND_THERE = re.compile(
    rf"[”》]?(?:\([^()\n]{{1,8}}\))?[。;]\s*(?:[在于]?(?:\d{{1,2}}月)?(?:\d{{1,2}}日|当[天日])?(?:[上下]午|晚)?(?:召开|举[行办])?的?(?:{_SAT_THERE}|[一-鿿]{{2}}(?<![协商学公])会)(?:上|期间)(?=[,一-鿿])"
    rf"|(?:本次|此次|这次)?(?!会[员长]){_SAT_THERE}(?:为期|历时|于|在(?!即)|由|围绕|就|共|总结|听取|审议|通过|通报|商定|决定|确定|达成|同意|讨论|交流|吸引|聚焦|以|分[为析]|指出|认为|提出|明确|(?:\d{{1,2}}月)?\d{{1,2}}日))"
)
LED = re.compile(r"[”》]?\s?(?:分会场|分论坛|会议|活动)?由[^,。;\n]{2,24}主持")
_HOLD = "的?第[一二三四五六][日天]|召开|补办|开门纳客|开门(?![红见大])|开了(?:足足|整整|将?近|约)?(?:[一二两三四五六七八九十半]|\\d+)个?多?(?:小时|钟头|天)|举行|举办|主办|开幕|启幕|揭幕|开启|拉开(?:了)?(?:帷|序|大)幕|揭开|闭幕|落幕|谢幕|落下(?:了)?帷幕|圆满结束|收炉|收官|启动|推出(?=[。,;])|开赛|开班|开讲|开展(?!了?.{0,6}工作)|登场|亮相|移师|登陆|落户|花落|选址|走进|上线|来袭|定档|揭晓|浮出水面|尘埃落定|花落谁家|名花有主|上演|继续|进行|如[期约]而[至来]|人气[旺足爆高火]|客商云集|爆满|进入(?:第[二三四五六]天|尾声|高潮)|迎来首日|(?:展开|掀开|翻开|续写)新|正式开|鸣锣|延期|推迟|顺延|取消|改期|等你来|诚邀|敬邀|恭候|邀您|与您相约|欢迎您|来了|决出|颁出|评出|选出|选举产生|接着开|开成|办成|办起来|开起来|[开办]得|开了(?!头|口|眼|窍|绿灯|先河|个?好|一?家)|定了调|收了[尾场官]|[启闭落揭谢]了幕|从[^,。;]{1,8}[谈聊开]到|摆开|收尾|收摊|搬到|移到|挪到|开过|开完|开课|开张|开门迎客|收展|闭会|办了|不办|画上|画下|送走|迎客|见面|开放|开到|比出|收稿|截稿|改为|主题[为是]|倒计时|报名|征稿|征集|锁定|敲定|铺开|开锣|开擂|开馆|闭馆|开播|惊艳|艳惊|压轴|持续|开坛|举槌|定[在于](?=[^,。;]{0,5}\\d)|擂响|敲响|唱响|奏响|绽放|启航|起航|开市|开街|开秀|聚首|完赛|圆满完成|顺利完成|落槌|落锤|打响|热闹|火热|火爆|连开|连办|持续到|办结|办妥|划上|亮出|收锣|散场|闭展|撤展|首秀|首展|首演|放榜|见分晓|落定|决战|鏖战|比拼|角逐|打擂|开评|展出|设展|布展|招展|官宣|拉开|安排在|设在|放在|邀请|吸引|迎来(?![^。;,]{0,6}周年|了?新)|圆满成功|座无虚席|人头攒动|济济一堂|高朋满座|齐聚一堂|热展|热办|热演|爆棚|进行中|展示中|之[行旅](?=[,。])|散了?[会场]|(?:\\d[日号]|[今昨明][天日晚])(?:下午|晚)?(?:正式|全部)?结束|在[^,。;\\n]{2,24}(?:[馆校院厅司厂城心店场所镇市县区])结束"
# 某会议的召开将…起到推动作用 speaks of what it does, not of its being held.
AFTER = re.compile(
    rf"^[”’》\")]*(?!的[^,。]{{0,6}}(?:召开|举[行办]|开幕),?(?:将|为|对|使|不|是|标志|意味))(?:\([^()]*\))?(?:[^。!?;\n《]{{0,60}}?)(?:{_HOLD})"
)
BEFORE = branched(
    r"(?:[另还]设|增设|召开|召集|进行了(?=“|$)|合办|联办|举行|举办|主办|主持(?![人词下]|召)|演绎|呈现|献上|主办|承办|承接|开展|启动|组织|参加|参与|出席|亮相|迎来|推出|开展了|开办|兴办|办起|办理(?=“|$)|操办|策划|奉上|[办开搞](?=了?(?:一[场次期个]|(?<=了)[场次]|[两三]场|首[场期]))|(?:(?<=[将要还会,、:])|(?<=期间)|(?<=接着))办(?![公理法学事证税案厂班好到得完])|(?:(?<=[将要还])|(?<=期间)|(?<=接着))开(?![展幕始通启放发业工创拓辟设馆赛班讲课])|见证|相聚|齐聚|举办的|(?:期间|将|还[将会要]|并)[^,。;]{0,6}(?:决出|评出|揭晓|颁出)|(?:开幕|闭幕|落幕|启幕|揭幕|谢幕|收官|收[摊场展]|散[场会]|撤展|开[张门市馆锣秀赛班]|闭[馆会]|[开办]完|结束|决出胜负|决出名次)(?=的)|开启|筹办|发起|讲授|作了(?=题为)|宣布|拉开|公布|发布会上了解到|获悉)(?:了|的)?(?:一场)?[^。!?;\n,]{0,30}$"
)
# Who won at a contest is told with the contest where the text goes on about it: 本次大赛由甲主办.
_CONTEST, _COURSE = re.compile(r"赛(?:项)?”?$"), re.compile(r"(?:班|营|培训)”?$")
_ON_IT = re.compile(
    r"(?:本次|此次|本届|该项?|这次)(?:大?赛|竞赛|比赛|赛项|赛事|总?决赛)(?:由|共|设|以|旨在|吸引|分为|为期|[是]由)|(?:大?赛|竞赛|赛事|赛项)是?由[^,。;\n]{2,60}(?:主办|承办)|(?:大?赛|竞赛|比赛|赛事)(?:共|累计|一共|总共|先后)?(?:收到|征集|征得)"
    r"|(?:(?:研修|培训|进修|研讨|学习|本期)班|训练营)(?:由|学制|为期|历时|课程|共|将于)"
)
# 展会期间有某大赛
_IS_AMONG = re.compile(r"(?:(?:期间|同期|其间)[还也更将,]{0,2}|(?<![一-鿿])(?:又|还|更|也|另)|既)有“?$")
# 11月22日晚,在某大赛决赛的T台上,…: what went on there on a day told.
_ON_ITS_STAGE = re.compile(r"[”》]?的?(?:舞台|T台|秀场|赛场)上,")
# 这项大赛是2024某时装周的重头戏: what the other is a part of is on too.
_IS_PART = (
    re.compile(r"(?:是|为|作为)(?:本次|此次)?[“《]?$"),
    re.compile(
        r"[”》]?的?(?:一?[项大个场])?(?:重要|主要|核心|配套|系列|压轴|特色|主体)*(?:重头戏|组成部分|配套活动|配套赛事|系列活动|压轴大?戏|赛事|内容|环节|板块)(?:之一)?[,。;]"
    ),
)
# 2日晚的“某某之夜”晚会上,…: what went on there tells that it was held.
_OF_A_TIME = re.compile(r"\d[日号](?:上午|下午|当?晚|夜)?的$")
_THERE = re.compile(r"[”》]?(?:现场|上|里)")
# 11月20日,某大赛决赛,金奖归某校: a chronicle leaves the verb out.
_CHRONICLED = re.compile(r"^\s*(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚)?,$")
# 2月24日的某大会开得不一样: a day of its own right before its name.
ON_THAT_DAY = re.compile(
    r"(?:\d日(?:夜里|晚上?|[上下]午)?|(?<![\d~到至-])\d{1,2}月(?:份)?(?:里)?|上个?月(?:底|末|初|[上中下]旬)?|\d月(?:底|末|初|[上中下]旬)|(?:[一两\d]个?(?:多月|月|周|星期)|不久)前)的$"
    r"|[听逛看泡待蹲跑](?:了|上)(?:一|两|三|半|整整一)[天日场个]的?$|[逛看听走转跑]完了?$|参加完了?$"
    # 听了一天某研讨会, 逛完某展: whoever was there tells of it
)
# 6月6日的某座谈会上,…: whatever went on at a meeting of a day.
_ABOVE = re.compile(r"[”》]?上,")
# A numbered thing as the subject of what is to come: 第二届某某时装周将与….
_IS_TO = re.compile(r"[”’》]?(?:\([^()]*\))?(?:还|也)?将(?!军|来|会|被|获)")
# A day told in the next sentence, whose subject is that of the last: 举办服装展览。将于7月28日在….
_THEN_ON = re.compile(
    r"\s*(?:初步|暂|拟|将|计划|预计)?(?:定|将)?[于在](?:20\d\d年)?\d{1,2}月\d{1,2}日|\s*(?:20\d\d年)?\d{1,2}月\d{1,2}日?(?:至|-+|~|到)(?:\d{1,2}月)?\d{1,2}日(?![^,。]{0,4}(?:投稿|征稿|报名|申报|征集))"
)
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
# 昨晚的某地,…三十组作品里,最后走出来的捧走了某大赛的金奖: the night of a final, told by who won.
_ON_STAGE = re.compile(
    r"[一二三四五六七八九十百两\d]+(?:组|件|套|个系列|名|位)(?:作品|选手|参赛)|评委|评审|秀台|T台|登台"
)
_NIGHT_BEFORE = re.compile(r"昨[天日晚夜]|[今当]晚|前[天晚]")
_HAPPENED_AT = re.compile(r"(?:发生|出现|敲定|定)在[“《]?$")  # 投票发生在某理事会上
_SAID_AT = re.compile(r"[”》]?上(?:说|讲|提出?|表示|指出|强调|介绍|透露|宣布|坦言)")
# 9月21日,在某竞赛上,某某夺得头名: who won there, on a day told, tells that it was held.
_THERE_ON = re.compile(r"\d[日号](?:[上下]午|晚)?,?(?:[^,。;\n\d]{1,6})?在[“《]?$")
_WON_THERE = re.compile(
    r"[”》]?(?:总?决赛)?[上中],?[^。;\n]{0,30}?(?:拿下|拿到|夺得?|摘得|赢得|取得|获得?|勇夺|斩获|捧回|拔得)[^,。;\n]{0,8}?(?:第[一二三]名?|头名|头筹|冠军|亚军|季军|桂冠|金奖)"
)
# 时装周期间的某功能服装展上,23家企业签下订单
_MEANWHILE_THERE = (
    re.compile(r"(?:期间|同期|其间)(?:举[行办])?的“?$"),
    re.compile(r"[”》]?(?:上|现场)[,一-鿿]"),
)
# 某会公布去年10月某联席会议纪要。纪要显示,与会四方达成一致: whose minutes tell what went on there was held.
MINUTES_OF = re.compile(
    r"[”》]?的?(?:会议)?纪要(?:显示|记载|记录|载明|[^。\n]{0,12}[,。]\s*(?:该|会议|这份)?纪要)"
)
UNDER_WAY = re.compile(r"正在[^,。;]{0,10}?(?:举[行办]|进行|召开|展出)的“?$")
# 在刚闭幕的某展上: as near in time as 正在举行的.
_UNDER_WAY_OR_JUST_OVER = re.compile(
    rf"刚刚?(?:闭幕|落幕|结束|收官|谢幕|落下帷幕|举[行办]|开幕|开完|办完)(?:不久)?的“?$|{UNDER_WAY.pattern}"
)


def _is_pointed_at_by_theme(around: Around) -> bool:
    """Tell whether it is 本次“某题”大赛: what the article is about, whatever it goes on to say."""
    name = around.name
    quoted = name.proper and ("“" in name.text or name.marks == "“")
    return quoted and bool(DEICTIC.search(around.before))


def _is_told_of_its_time(around: Around) -> bool:
    """Tell whether it is the night or the meeting of a day on which something went on: 2日晚的“某某之夜”晚会上,…."""
    there = _THERE if around.name.kind == "event" else _ABOVE
    return bool(_OF_A_TIME.search(around.before) and there.match(around.after))


def is_gone_on_about(around: Around) -> bool:
    """Tell whether the text goes on about a contest or course: somebody came second in it; 此次决赛共有86名选手参加."""
    return bool(_ON_IT.search(around.plain, around.name.end))


def _is_contest_gone_on_about(around: Around) -> bool:
    return around.name.proper and is_contest(around) and is_gone_on_about(around)


def is_contest(around: Around) -> bool:
    """Tell whether the name is one of a contest."""
    return bool(_CONTEST.search(around.name.text))


def is_course(around: Around) -> bool:
    """Tell whether the name is one of a course."""
    return bool(_COURSE.search(around.name.text))


def is_won_that_night(around: Around) -> bool:
    """Tell whether a report of yesterday, whose lead tells who won a contest, is of its final."""
    article, name = around.article, around.name
    if not (name.proper and is_contest(around)):
        return False
    lead = article.sentences[:3]
    here = any(s.begin <= name.begin < s.end for s in lead)
    told = here and _NIGHT_BEFORE.search(article.plain, lead[0].begin, lead[0].end)
    return bool(told and _ON_STAGE.search(article.plain))


def is_on_its_stage(around: Around) -> bool:
    """Tell whether something went on on the thing's stage on a day told: 11月22日晚,在某大赛决赛的T台上,…."""
    span, name = around.sentence, around.name
    return bool(_ON_ITS_STAGE.match(around.after)) and any(
        t.precision == "day" and span.begin <= t.begin < name.begin for t in around.article.times
    )


def _is_on_stage_by_name(around: Around) -> bool:
    return around.name.proper and is_on_its_stage(around)


def _is_counted_and_to_come(around: Around) -> bool:
    """Tell whether a numbered thing is the subject of what is to come: 第二届某某时装周将与…."""
    return bool(_IS_TO.match(around.after) and ordinal_of(around.name.text))


def _is_held_by_next_sentence(around: Around) -> bool:
    return bool(_IT_WAS_HELD.match(around.plain, around.sentence.end))


# 某县20日开大会,给企业颁奖。这场某产业发展大会还签下12个项目: named behind what tells that it was held.
OPENED = re.compile(
    r"(?:\d日(?:[上下]午|晚)?|[今昨][天日]|日前|近日),?[^,。;\n]{0,12}(?:召?开|举行)了?(?:一场)?(?:大会|会议?)(?=[,。])"
)


def _is_what_was_opened(around: Around) -> bool:
    """Tell whether it is the meeting that the sentence before tells without its name, and this one points at."""
    return bool(DEICTIC.search(around.before)) and around.said_in_sentence(OPENED)


# 6月24日,某酒店的会议室里坐得满满当当。在某交流会上,…: a meeting that a sentence begins with, behind one that tells the day.
IN_IT = re.compile(r"[。;!?]”?\s*(?:就|正是)?在?[“《]?$")
AT_IT = re.compile(r"[”》]?的?(?:现场)?(?:会议?)?上,")


def _is_begun_with(around: Around) -> bool:
    name = around.name
    if not (name.kind == "meeting" and name.proper and around.dayed and AT_IT.match(around.after)):
        return False
    opens = around.sentence.end > around.article.sentence(name.begin).end and around.before in ("", "在")
    return bool(opens or IN_IT.search(around.before))


def _is_seen_of_late(around: Around) -> bool:
    """Tell whether its scene or what was said there is told of a day or of lately."""
    seen = around.scene or _SCENE.match(around.after) or _SAID_THAT_DAY.match(around.after)
    return bool(seen and not around.told.isdisjoint(("day", "vague")))


def _is_spoken_at(around: Around) -> bool:
    """Tell whether somebody said something at a counted meeting on a day told: 某处长在某届会员代表大会上说了一个新提法."""
    told = around.name.kind == "meeting" and around.counted and around.dayed
    return told and bool(_SAID_AT.match(around.after))


def is_won_there(around: Around) -> bool:
    """Tell whether somebody won at a contest on a day told: 7日,她在某竞赛总决赛中拿下第一."""
    won = _THERE_ON.search(around.before) and _WON_THERE.match(around.after)
    return bool(won) and around.name.proper and is_contest(around)


def is_under_way(before: str) -> bool:
    """Tell whether the words before a name say that it is going on or has only just ended."""
    return bool(_UNDER_WAY_OR_JUST_OVER.search(before))


def is_dated_behind(around: Around) -> bool:
    """Tell whether the next sentence, whose subject is that of the last, begins with a day: 举办服装展览。将于7月28日在…."""
    return bool(_THEN_ON.match(around.plain, around.sentence.end))


WAS_TO_BE = Sign(_WAS_TO_BE)
IS_MINUTED = Sign(onward=MINUTES_OF, proper=True, kind="meeting")
GOES_ON_THERE = Sign(onward=_AND_THERE, proper=True, kind="meeting")
LOOKS_AROUND = Sign(_WALKS_INTO, _SCENE)
HELD: tuple[Tell, ...] = (
    Sign(after=AFTER),
    Sign(BEFORE),
    Sign(after=LED),
    Sign(after=SPOKEN_AT),
    Sign(_FOR_DAYS, re.compile("上")),
    Sign(*_ON_THE_WAY, proper=True),
    _is_pointed_at_by_theme,
    _is_told_of_its_time,
    _is_contest_gone_on_about,
    is_won_that_night,
    Sign(_CHRONICLED, re.compile(","), proper=True),
    Sign(_CHRONICLED, _ABOVE, proper=True, kind="meeting"),  # 12月6日,某商会换届大会上,…
    Sign(_HAPPENED_AT, re.compile("[”》]?上"), proper=True, kind="meeting"),
    Sign(ON_THAT_DAY, proper=True),
    GOES_ON_THERE,
    _is_on_stage_by_name,
    Sign(*_IS_PART, proper=True),
    _is_counted_and_to_come,
    Sign(_IS_AMONG, proper=True),
    _is_held_by_next_sentence,
    WAS_TO_BE,
    IS_MINUTED,
    is_won_there,
    _is_spoken_at,
    _is_what_was_opened,
    _is_seen_of_late,
    _is_begun_with,
    Sign(_WALKS_INTO, _SCENE, proper=True),
    Sign(*_MEANWHILE_THERE, proper=True),
)
