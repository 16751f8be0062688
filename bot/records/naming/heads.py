"""The word that makes a name one of a meeting, an event or a plan: 理事会, 博览会, 行动方案 (``data/event_words.csv``), and what a ware, an edition or quotation marks make one of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from bot.records.model import Kind
from bot.records.naming.fairs import BY_WARE
from bot.records.places import is_region
from bot.records.rules import Rule, hopeful
from bot.records.text import Lexicon, table


@cache
def head_words() -> Mapping[str, tuple[Kind, bool]]:
    """Return every head word with its kind and whether it is weak, one that also stands for nothing."""
    return {row["word"]: (row["kind"], row["weak"] == "yes") for row in table("event_words")}  # type: ignore[misc]


PRESS_CONFERENCE = r"(?:新闻发布会|新闻通气会|媒体见面会|媒体通气会|记者招?待?会)"
TOUR = re.compile("巡回|巡展|巡演|巡讲|全国行|中国行")

# A ware before 节, 秀, 展 or 周 makes a head word of it: 童装节, 旗袍秀, 纱线展.
_WARE = r"(?:装|服|纱线|面料|辅料|皮革|皮草|羊绒|毛织|丝绸|针织|家纺|旗袍|蚕桑|刺绣|袜|纺织品?|服饰|时尚|泳|裘皮|毛皮|皮具|鞋类?|箱包|配饰|饰品|内衣|衬衫|毛衫|羽绒|绣|棉|麻|纤维|布艺|床品|地毯|花边|机械|设备|流行色|领带|丝巾|围巾|手套|拉链|毛巾|窗帘|牛仔|面布|裤|帽|纺机|横机|缝[机制]|印[花染]|染料|助剂|化纤|非织造|土工布)"
_WIDEST_WARE = 3
_COUNTED_AHEAD = re.compile(r"(?:第[\d一二三四五六七八九十百]{1,4}|首)届[^,。;:、的了\n]{2,14}$")


def _is_over(plain: str, end: int) -> bool:
    return bool(_SHOW_OVER.match(plain, end) or _COUNTED_AHEAD.search(plain, max(0, end - 20), end))


# Whatever an edition and quotation marks single out, or a motto names: 第101届“中针会”, “优势企业推介”活动.
_QUOTED_SHOWS = (
    Rule(r"届“[^“”\n]{1,14}(?P<head>[会展节赛周秀营坛季夜荟汇日月行]|荟萃|系列|沙龙)”"),
    Rule(r"“[^“”\n]{2,14}(?P<head>荟萃|系列|[秀展节周])\s?20\d\d”"),
    Rule(
        rf"[一二三四五六七八九十\d]届[一-鿿]{{1,3}}(?P<head>(?:[博交]|(?<![专业大])家|{BY_WARE})会)(?![议员])"
    ),
    Rule(rf"20\d\d年?[一-鿿]{{1,8}}?(?P<head>(?:[博交]|{BY_WARE})会)(?![议员])"),
    Rule(r"(?<=[^“]{4}”)[一-鿿]{2,4}(?P<head>站)(?![点台位长房内])"),
    Rule(r"(?P<head>活动)(?<=[^”]{5}”活动)(?![中上内期周月]|日(?!前)|计划|安排|方案|清单|一览|预告)"),
    Rule(
        r"”(?:(?![在于将的和与及]|[两二三四五六七八九十多]大)[一-鿿]){2,10}(?P<head>活动)(?<!系列活动)(?=[,。;暨在于]|深受|备受|受到|吸引|由|共|得到|圆满|启动|正式|现场|成功|顺利|拉开|走进|举[行办]|[开闭]幕)"
    ),
    Rule(r"”[一-鿿]{0,6}(?P<head>培训)(?=[,。;”]|启动|开班|[开在于]|圆满|结束|正式)"),
    Rule(r"为期[^,。;]{1,4}[天日周]的[一-鿿“”]{2,14}(?P<head>培训)(?=[,。;])"),
    Rule(r"[节季周月]\(第[^()\n]{1,3}[季期届站]\)(?P<head>活动)"),
    Rule(rf"“[一-鿿]{{1,6}}(?P<head>(?:[博交洽]|{BY_WARE})会)”"),
    # 云山裤博会开幕: a town's fair, called short.
    Rule(
        rf"(?:[一-鿿]{{2}}|(?<![一-鿿])|(?<=[的届年离距迎]))(?![社外国易世进])[一-鿿](?P<head>(?:[博交]|{BY_WARE})会)"
        r"(?=[开闭启揭落]幕|今[日天起年晚开闭]|昨[日天晚开闭落启]|明[日天起开]|将[于在]|在[^,。;\n]{2,24}?(?:[开闭启揭落谢]幕|举[行办]|收官|亮相|开[门张锣市馆]|登场|摆开)|[开办持][到续]|由[^,。;\n]{2,40}?(?:主办|承办)|迎[来客]|首日|收官|登场|举[行办]|组委会|吸引|延期|推迟|\(|拉开|正式|对外|如约|现场|期间|上[,的]|人气|倒计时|就要|即将|开门|后天|开展|主会场|分会场|展馆|展区|还有|来了|除|\d{1,2}月|\d{1,2}[日号]|报名|招[展商]|参展商|展位|落下|结束|见闻|侧记|归来|之行|订单|成交|收[摊场]|筹备|准备|志愿|布展|搭建|备战)"
    ),
    # 昨天开幕的云山秋季裤博会换了新馆: what opened is told before its name.
    Rule(
        rf"(?<=(?:[开闭启揭落]幕|举[行办])的)[一-鿿]{{2,8}}?(?<![社外国易世进])(?P<head>(?:[博交]|{BY_WARE})会)(?![议员])"
    ),
    # 第八届启明杯在威海落幕: a contest told by its cup alone.
    Rule(
        r"届“?[一-鿿]{2,6}(?P<head>杯)(?=”?(?:[(在于将今昨颁决\d]|[上本]周|[开闭落启揭]幕|收官|启动|征[稿集]|报名|来了|揭晓))"
    ),
    # “甲新春购”专场在某商城启幕, 演绎“某城风尚秀”: what marks single out opens, closes or is put on.
    Rule(
        r"”[一-鿿\d]{0,8}(?P<head>专场)(?=[,。;在于\d昨今]|日前|走进|启幕|举[行办]|开[幕场]|落幕|收官|正式|圆满|火热)"
    ),
    Rule(
        r"(?:演绎|呈现|上演|奉上|献上|带来|举[行办]|推出|打造|亮相|登陆|走进)了?(?:一场)?“[^“”\n]{2,14}(?P<head>秀)”"
    ),
    Rule(
        r"“[^“”\n]{2,14}(?P<head>秀)”(?=[在于][^,。;\n]{2,24}(?:举[行办]|上演|登场|[启开落]幕|亮相)|(?:惊艳|盛大|精彩|正式)*(?:上演|登场|[启开落]幕|举[行办]|拉开))"
    ),
    Rule(
        r"[”周节季]--(?:(?!的|了|在|将|与|和|及|举[行办])[一-鿿\d]){4,20}(?P<head>活动)(?![中上内期周月]|日(?!前))"
    ),
)
# Whatever else ends in 会 or 活动 is a gathering where it is said to be held: 在会议室召开校服征订会, 一场汉服巡游活动在某地举行.
_SITS = r"(?<![委协学商公工分总员合事金进究谊都省国议社机体领误约理融晚聚宴酒舞盛博交届大年例全展业联悼不将就也只才可能])会(?![长员场所费刊址标期])"
_HOLDS_IT = r"(?:召开|举[行办])了?(?:一[场次])?[^,。;!?\n《]{0,40}?"
_IS_HELD = r"(?=[”》]?(?:\([^()\n]{1,20}\))?(?:[\d年月日上下午晚昨今天近前]*)(?:(?:即?将|拟|定|已|现)?[于在][^,。;\n]{2,30}?)?(?:即?将|隆重|顺利|成功|圆满|正式|如期|热烈|火热|精彩|如约|温情|热闹|盛大)*(?:召开|举[行办]|上演|[开启落闭]幕|开启|开[班营课]|拉开|落下|开席|开场|开讲|登场|收官|启动|谢幕))"
_ANY_HELD = (
    Rule(rf"{_HOLDS_IT}(?P<head>[一-鿿]{{2}}{_SITS})(?=[,。;\n”]|上,)"),
    Rule(rf"(?P<head>[一-鿿]{{2}}{_SITS}){_IS_HELD}"),
    Rule(rf"(?P<head>(?<=[一-鿿”]{{2}})座谈){_IS_HELD}"),
    Rule(rf"(?P<head>[一-鿿]{{2}}(?<!系列)(?<!专项)(?<!宣传)活动){_IS_HELD}"),
    # 香港针织荟萃2011(秋冬): as fairs of Hong Kong are called
    Rule(
        r"(?:香港|澳门|台北|台湾|国际)[一-鿿]{2,8}(?P<head>荟萃)(?=20\d\d|\(|秋冬|春夏|[今昨]日|揭幕|开幕|[于在将])"
    ),
)
# Whatever an edition, a year or a motto singles out is an event where it is held, by any of the words such things end in:
# 2020某城旗袍日, “经纬新生”某某春夏系列发布.
_WITHIN_NAME = r"(?:(?!(?<=[一-鿿”]) (?=[一-鿿])|\d{1,2}[月日]|[,。;:!?、\n“”的了在于由将为是和与及暨]).)"
_SINGLED = r"(?:(?:第[\d一二三四五六七八九十百]{1,4}|首)[届期]|(?<!\d)20\d\d年?|”)"
_MOTTO_OR_COUNT = rf"(?:(?:第[\d一二三四五六七八九十百]{{1,4}}|首)[届期]|20\d\d年?|(?:20\d\d年?)?“[^“”\n]{{2,20}}”){_WITHIN_NAME}{{1,24}}?"
_ANY_SORT = (
    r"(?:发布|之夜|(?![昨今当连深午彻入])[一-鿿]夜|(?![一二三四五六七八九十〇零昨今近次当前明同周首翌本每元即多数半几整改择隔工节假平往终末休连])[一-鿿]日"
    r"|(?![一二三四五六七八九十两几数上下本当每个首末全半同学跟])[一-鿿][周月班营]|仪式|典礼|招聘|表演|演出|大奖|专场)"
)
_SINGLED_HELD = (
    Rule(rf"{_SINGLED}{_WITHIN_NAME}{{0,24}}?(?P<head>{_ANY_SORT}){_IS_HELD}"),
    Rule(rf"{_SINGLED}{_WITHIN_NAME}{{2,24}}?(?P<head>(?![工节假纪平每])[一-鿿]日)(?=(?:系列)?活动)"),
    # What is held, and nothing else behind the verb, or what somebody holds, whatever it ends in: “针爱有你”钩针编织公益课堂.
    Rule(
        rf"{_SINGLED}{_WITHIN_NAME}{{2,24}}?(?P<head>[一-鿿]{{2}})(?=[\d年月日上下午晚昨今天近前]*(?:(?:即?将|拟|定|已|现)?[于在][^,。;\n]{{2,30}}?)?"
        r"(?:即?将|隆重|顺利|成功|圆满|正式|如期|热烈|火热|精彩|如约|温情|热闹|盛大|近日|日前)*"
        r"(?:举[行办]|上演|[落闭谢]幕|收官|拉开[帷序]幕|落下[帷大]幕|圆满结束)(?:[,。;!\n]|$))"
    ),
    Rule(
        rf"(?:举[行办]|主办|承办|组织|开展|开办|办起)(?:了|的)?(?:一场)?[^,。;、\n“”的了\d]{{0,16}}?(?=第|首|20|“){_MOTTO_OR_COUNT}(?P<head>[一-鿿]{{2}})"
        r"(?=[,。;!\n]|[在于][^,。;\n]{2,24}?(?:举[行办]|上演|[开启]幕|启动))"
    ),
)
# What no gathering is called by, be it told to be held or to have come to its end.
_NO_SORT = re.compile(
    r"(?:[帷大序]幕|追捧|好评|欢迎|周[一二三四五六日]|[昨今当]晚|[昨今近]日|[昨今明]起|天起|起一|[一持]连|连[一二两三四五六七八九十]|日前|征稿|暂停|停办|延期|[落开闭谢]幕|现场|场面|不时|精彩|圆满|成功|隆重|顺利|[在于].|[省市县区镇乡村街]|讨论|论证|审定|审查|研讨|座谈|评议|鉴定|验收|规划|计划|行情|工作|任务|项目|工程|任期|建设|论文|报告|产品|作品|企业|品牌|公司|集团|中心|基地|政策|理念|主题|期间|以来|选手|学员|人员|代表|团队|系列|一届|赛季|时代|之年|学期|年度|征程|旅程|大促|预售|环节|阶段|战略|行动|标准|目标|成果|选举|换届|评审|初评|复评|终评|申[报请]|资金|经费|补[助贴]|奖[补励]|贴息|活动|联合|共同|分别|同时|同步|同期|相继)$"
)
_WARE_LAST = re.compile(rf"{_WARE}$")
_SHOW = re.compile(
    r"[节秀展周赛季](?!度|览|示|会|延|销(?!会)|目|出|品|边|期|场|位|区|(?<=节)(?:能(?![够否])|约(?!\d|[一二三几数])|[水电律奏]|点(?![燃亮缀])))"
)
# A week of its own: 2022某湾区产业周, 第三届某某周, but not 2022年最后一周.
_WEEK_OF = re.compile(
    r"(?:第[\d一二三四五六七八九十]{1,3}届|首届|20\d\d)[^,。;:、的了\n]{2,16}(?<![一两二三四上下本每近前后首春夏秋冬旺淡雨当换财应过赛年\d])$"
)
# 亮相张家港毛博会: a fair called short behind its town, whatever follows.
_TOWNS_FAIR = re.compile(
    rf"(?=(?P<town>[一-鿿]{{2,3}})(?![社外国易世进])[一-鿿](?P<head>(?:[博交洽]|{BY_WARE})会)(?![议员场展]))"
)
# 由某协会举办的某业管理体系培训在某镇举行
_TRAINING = Rule(
    r"培训(?=(?:[上下]午)?(?:日前|近日|\d{1,2}日)?[在于][^,。;\n]{2,24}?(?:举[行办]|开班|开讲|开课|结束|收官))"
)
# Where a name in 展, 节 or 赛 is over, and the words in them that name no show: 发展, 环节, 中秋节.
_SHOW_OVER = re.compile(
    r"[^一-鿿]|$|将|在|于|上|是|由|的|和|与|及|暨|等|为|开展(?!了|工作|活动)|开馆|开市|首日|次日|进入|人气|第[一二三四五六][日天]|开幕|启幕|闭幕|落幕|举[办行]|如期|延期|期间|同期|正式|[A-Z]|随[即后]|相继|取消|停办|不办|推迟|改[期到在]|[移延][师至到后]|收官|谢幕|揭幕|[昨今明][日天晚年起]|后天|吸引|迎来|走进|结束|组委会|执委会|鸣锣|开锣|启动|拉开|登场|亮相|落下|圆满|火热|热闹|热烈|隆重|盛大|精彩|成功|顺利|正在|正式|已[在于经]|也在|还在|再次|再度|首次|今[日天年]|当[天日晚]|如约|闭馆|开馆|开[街市擂赛]|揭晓|定档|来了|来袭|颁奖|首日|首秀|次日|现场|今起|昨起|共有|上演|评出|决出|开[门张摊秀]|收[摊场展]|散[场了]|归来|见闻|侧记|手记|散记|观察|里|最后|头[一两三]?天|挤|办[了在到成]|首次|从(?![业军教政])|[刚就](?![业职])"
)
_NO_SHOW = re.compile(
    r"(?:[^一-鿿].|[在于的了从到自由和与及将].|[参布铺延招撤会发进开拓扩施伸舒画书车预首筹观逛办看组行夏冬]展|(?<!风)情节|[环细季春关章音调时礼气品贞骨枝使小大过佳庆秋午宵明动女童年师阳夕诞人双枝末末]节|[优作清内俊独新之锦灵毓闺走口看场大开]秀|[参比竞决初复预联开竞]赛)$"
)
ENDS_IN_WARE = re.compile(rf"{_WARE}[节秀展周]$")
CONGRESS_OF_A_WARE = re.compile(rf"(?:{_WARE}|布|童装|羊绒|汉服){{1,2}}商?大会")  # 家纺大会, 布商大会


@cache
def _head_lexicon() -> Lexicon:
    return Lexicon(word for word, (kind, _) in head_words().items() if kind != "plan")


def head_spans(plain: str) -> list[tuple[int, int]]:
    """Return the head words of gatherings, overlapping ones too, and what a ware makes one of."""
    known = _head_lexicon().every(plain)
    begins = {begin for begin, _ in known}
    for quoted in hopeful(_QUOTED_SHOWS, plain):
        for m in quoted.finditer(plain):
            if m.start("head") not in begins:
                known.append(m.span("head"))
    ends = {end for _, end in known}
    for held in hopeful(_ANY_HELD, plain):
        known += [m.span("head") for m in held.finditer(plain) if m.end("head") not in ends]
    ends = {end for _, end in known if not _NOT_AFTER_HEAD.match(plain, end)}
    for held in hopeful(_SINGLED_HELD, plain):
        for m in held.finditer(plain):
            told = range(m.start() + 1, m.end("head") + 1)
            if ends.isdisjoint(told) and not _NO_SORT.search(plain, m.start(), m.end("head")):
                known.append(m.span("head"))
    known += [m.span("head") for m in _TOWNS_FAIR.finditer(plain) if is_region(m["town"])]
    known += [m.span() for m in _TRAINING.finditer(plain)]
    for show in _SHOW.finditer(plain):
        ware = _WARE_LAST.search(plain, max(0, show.start() - _WIDEST_WARE), show.start())
        if ware and ware.start() not in begins:
            known.append((ware.start(), show.end()))
        elif (
            (
                show[0] in "展节赛秀"
                or (
                    _SHOW_OVER.match(plain, show.end())
                    and _WEEK_OF.search(plain, max(0, show.start() - 24), show.start())
                )
            )
            and _is_over(plain, show.end())
            and not _NO_SHOW.search(plain, max(0, show.start() - 1), show.end())
        ):
            known.append((show.start() - 1, show.end()))
    return sorted(known)


# What turns the head into something else: a hall, a committee, a post, a paper.
_NOT_AFTER_HEAD = re.compile(
    r"”?(?:平台|小程序|公众号|网站)|(?:补[贴助]|奖补|津贴)(?![^。\n]{0,6}会)|(?<=[顶牌银金铜龙]奖)(?:(?:服装|时装)?设计师|得主|获得者|获奖者)|(?<=考察|调研|走访|研学|游学)[组团队]|主旋律|(?:工作|筹备|筹办|实施)方案|(?<=展览)计划|(?<=活动)(?:计划|安排|方案|清单|一览表?|预告)(?![一-鿿]{0,2}(?:会|启动))|(?:筹备)?(?:办公室|指挥部|领导小组|秘书处)|(?<=会)(?:工作(?:报告|总结(?!会|大会)|计划|要点|规划|汇报)|财务(?:报告|决算|预算|收支)|述职报告|换届工作方案)|(?<=会议)报告(?!会|厅|[了称说指])|的?(?:形式|方式|模式)|议?(?:展览|会展|博览)(?:中心|馆|城)|(?<=[会议])议?(?:城(?!市)|大厦)|(?<=发布)秀|\d+余?[场个](?!景)|(?:\([^()]{1,8}\))?[^,。;、在于由]{0,6}(?:有限公司|公司|集团)|网(?!络|上)|(?<!周)年度?$|大?堂|室|大?厅|大楼|馆(?!内)|会展|所(?!有|在|以|设|见|展|需)|中心|"
    r"程(?!序|度)|主持(?:人|[,。、;\n]|$)|纪要(?!显示|记载|记录|载明|[^。\n]{0,12}[,。]\s*(?:该|会议|这份)?纪要|(?:\([^()\n]{1,8}\))?\s*(?:\n|$))|费(?!时)|刊(?!登|发|载)|报(?!道|名|告|讯|到)|址|员(?!会|工)|长(?!会|达|期|约|[沙春治葛垣]|[兴乐安白丰](?![一-鿿]会)|三角)|会长|副会长|"
    r"(?<=联谊会)(?:主办|承办|协办|副?会长|副?秘书长)|(?<=会)(?:见(?!闻)|晤)|(?<=展览)会|理事(?!会)|理事会(?![^,。;\n]{0,24}(?:召开|举行|举办|会议)|暨)|主席|成员|章程|选举(?:办法|细则)|品(?!牌|质|类|种)|商(?!会|贸|家)|位(?!于|列|居)|客(?=商)|区(?!别)|台(?!前|上|州|湾)|览(?!会)|示(?!会)|望|"
    r"(?<=展览)(?:部(?!分|门)|处(?!于))|(?<=展)(?:开(?![幕馆门市展赛锣张班]|始报)|现(?!场)|出|览|示|演|贸中心|贸城)|目(?<=节)|(?<=赛)(?:规则|规程|项目(?!启动)|科目|事|道|制|区|处(?=[处长副干科]))|(?<=周)(?:边|年(?![底初中])|围|期(?!间)|转|[一二三四五六](?![〇零0○月天连])|日(?!程|期|前)|末)|(?<=日)(?:报|前|常|益|期|程)|"
    r"(?<=荟)萃|(?<=秀)场(?!景|面)|(?<=行)(?:业|政|为|动|程|列|情|长|走|销|使|驶|星)|(?<=展览)(?:(?:艺术|贸易|交易|展示|交流|文化|会议|服务)中心|场(?!面|景|次)|历史|史上|经济|行业|(?:总|净|展出)?面积|规模|范围|内容|形式|效果)|(?<=大展)(?:宏图|鸿图|身手|风采|拳脚|魅力|才华|神威)|组委会\s*$|拓展会|促进会|基金会|研究会|(?<=展)会(?!期|上|现|将|于|在|共|中|由|以|是|也|还|,|。|、)"
)
# 拓展, 协会: the head's first character ends another word; 股东大会 and 董事会会议 are a firm's own affair (guide rule 13).
# 某代表大会|会议地点 is that of the 大会. 某联展三月首秀南京: the last word says when it is first seen.
_NOT_BEFORE_HEAD = re.compile(
    r"第一展?$|股东.$|董事会会$|[大年峰]会会$|[拓发进开扩施伸]展$|[协学商]会$|联合会$|[月日]首$|[登打上摆同]擂$"
)


def read_heads(plain: str) -> list[tuple[int, int]]:
    """Find the head words: of two that overlap the longer one, of neighbours that touch one."""
    matches = [
        (b, e)
        for b, e in head_spans(plain)
        if not (_NOT_AFTER_HEAD.match(plain, e) or _NOT_BEFORE_HEAD.search(plain, max(0, b - 3), b + 1))
        and not (plain[e - 1] in "市县区镇" and any(is_region(plain[b - n : e]) for n in (1, 2) if b >= n))
    ]
    taken: list[tuple[int, int]] = []
    for begin, end in sorted(matches, key=lambda span: (span[0] - span[1], -span[1])):
        if not any(begin < e and b < end for b, e in taken):
            taken.append((begin, end))
    taken = [(b, e + 1 if plain[e - 1] == "会" and plain.startswith("议", e) else e) for b, e in taken]
    # 文化活动|周 is a week, as its longest words from the right say.
    known = head_words()
    return sorted(
        (e - 2, e + 1) if plain.endswith("活动", b, e) and plain[e - 2 : e + 1] in known else (b, e)
        for b, e in taken
    )


def longest_tail(words: str) -> str | None:
    """Return the longest head word that some words end in, None where they end in none."""
    known = head_words()
    return next((words[i:] for i in range(max(0, len(words) - 10), len(words)) if words[i:] in known), None)


def ends_name(words: str) -> bool:
    """Tell whether words end as a name does: in a head word, or in what a ware makes one (童装节)."""
    return longest_tail(words) is not None or bool(ENDS_IN_WARE.search(words))


def ends_gathering(words: str) -> bool:
    """Tell whether words end in the name of a gathering; a paper's (服装标准|与检测技术培训班) parts nothing."""
    tail = longest_tail(words)
    return bool(head_words()[tail][0] != "plan" if tail else ENDS_IN_WARE.search(words))


def kind_of(words: str) -> Kind | None:
    """Return the kind of the head word that some words end in, None where they end in none."""
    head = longest_tail(words)
    return head_words()[head][0] if head else None


def leading_kind(words: str) -> Kind | None:
    """Return the kind of a joint name's first part, which leads: 时装周暨设计师大会, 会员大会暨培训班."""
    first, joint, _ = words.partition("暨")
    return kind_of(first) if joint and ends_name(first) else None
