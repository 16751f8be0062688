"""Where a person's name (姓名) begins and ends, Chinese or from abroad."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from bot.records.people.titles import BASE, TITLE_HERE
from bot.records.places import region_at, region_of
from bot.records.text import any_of, listed, words

_SURNAMES = listed("surnames")
SURNAME_1 = frozenset(name for name in _SURNAMES if len(name) == 1)
SHORT_SURNAME = any_of(SURNAME_1)
SURNAME = re.compile(
    rf"(?P<two>{any_of((*(n for n in _SURNAMES if len(n) > 1), *listed('foreign_surnames')))})|{SHORT_SURNAME}"
)
_GIVEN = re.compile(
    r"(?![的了是着不等及们与在说讲谈称将已曾也还又就从把被让使由且而或但会和为于、·|／])[一-鿿]"
    r"|于(?![京沪津渝港澳甬杭穗汉宁蓉])(?=[一-鿿](?:[、,。)\n]|$|等|出席|主持|致辞|讲话))"  # 秘书长蒋于隆,
    r"|和(?=[平生顺林春兴祥义忠民贵玉荣宝清军])"  # 洪和平作总结
    r"|(?:[让由为和将与会从]|在(?![京沪津渝港澳会场现此这内外线校厂台]))(?=[一-鿿](?:[、,。)\n]|$|等(?:\d|[^一-鿿]|$|领导|嘉宾|出席|参加)|出席|参加|参会|到会|陪同|主持|致辞|讲话|发言|指出|表示|强调|要求|介绍|宣布|当选|在|作[一-鿿]|对|向|先后|分获|荣获|获|凭|以作品|的作品))|从(?=[一-鿿]任[一-鿿])"  # 院长刘让同、
)
# Small words end a name only where nothing follows for them to rule: 刘可为、; 孙绍曾在.
_LAST_GIVEN = re.compile(
    r"[为曾于和就](?=[、,。)]|在(?!于))|为(?=的[一-鿿]{0,4}(?:讲解|介绍|讲话|致辞|报告|发言|主持|带领|陪同)|共同|分别|先后|联袂|一同|一起|主持|致[辞词]|讲话|宣读|宣布|率|到会|到场|陪同|表示|指出|强调|认为|(?:出席|参加)(?![^,。;]{0,12}的))|和(?=任(?:顾问|副?主任|副?会长|副?理事|委员|副?秘书)|参加|出席|主持|致[辞词]|讲话|指出|表示|强调|宣布|陪同|同志|率团|[当入]选|连任|担任|出任|为(?:会|理事|秘书|副))"
)
NOT_A_NAME = re.compile(
    rf"{any_of(listed('not_names'))}|来[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台]|占[一二三四五六七八九十全总比据地到了]|.(?:服饰|服装|纺织|时装|时尚|针织|面料|家纺|印染|化纤|科技|实业|广场|大厦|酒店|宾馆|饭店)|.{{1,2}}[市县区镇省厅局部委处院校司室科](?:$|[^一-鿿])"
    r"|.[一-鿿][市县区镇][一-鿿]{2,16}?(?:协会|学会|商会|联合会|公司|集团|委员会|人民政府)"
)
_WORDS = frozenset(listed("not_whole_names"))  # 委员相互交流: no 相互 among the members
_FOREIGN = re.compile(r"[一-鿿]{1,8}(?:·[一-鿿A-Za-z]{1,8}){1,4}")
_LATIN = re.compile(
    r"(?:(?:U|Dr\.?|Mr\.?|Mrs\.?|Ms\.?) )?[A-ZÀ-Þ][A-Za-zÀ-ÿ'’.-]+(?: (?:da|de|di|van|von|der|le|la|[A-ZÀ-Þ][A-Za-zÀ-ÿ'’.-]*)){1,4}"
    r"|(?:[a-z]+(?: [a-z]+){1,2}|[A-Z][A-Za-z]{2,})(?=[,、。等])"
)
# Names of the west and north of China without a dot (阿佳娜姆, 其美多吉) keep to these characters.
_TRANSCRIBED = re.compile(
    r"[木孟浩罕莫钢琴阿敖巴宝毕马腾满外力哈呼朝纳卜布才仓措达敦丹杜额德迪多尔嘎格根贡果吉加嘉江杰卡康克拉兰朗勒乐里丽琳龙鲁洛玛买曼米姆娜那乃尼帕其琼确热仁日若赛桑森沙斯索塔泰特提图吐娃旺维乌希锡夏雅亚叶生伊依益音尤扎珍卓孜]{3,5}(?=分别|先后|作(?:主题|专题|了|题)|表示|说|介绍|认为|指出|主持|出席|参加|致辞|致欢迎|讲话|发言|宣布|宣读|回顾|[、,。;)]|等|和(?=[一-鿿]{2,4}(?:[、,。等]|分别|出席|参加)))"
)
_FOLLOWERS = any_of(listed("name_followers"))
_FOLLOWER = re.compile(_FOLLOWERS)
_AFTER = re.compile(
    rf"\s*(?:[,。、;:!?()《“”\"\n.]|$|(?:常务|执行|名誉|副)*{TITLE_HERE}|{_FOLLOWERS}|会(?=受|见|同|上|后|前|议)|在|等|率|将|已|也"
    rf"|致(?=(?:欢[迎送]|答谢|祝酒|感谢|贺|开[幕场]|闭幕|颁奖|授奖)[辞词])|代表(?=[^、,。;]{{2,14}}(?:致|讲话|发言|作|做|签|宣|向|接|介绍|颁|授|领|表示))"
    rf"|作(?=[一-鿿\d“《题])|做(?=了|[一-鿿\d“《])|为(?=大会|会议|活动|获|论坛|.{{0,8}}(?:授|颁|揭|致|发)))"
)


@cache
def _edges(stretch: str) -> frozenset[int]:
    """Return the word boundaries of a short stretch, the segmenter's vote where rules have none."""
    at, edges = 0, set()
    for word in words(stretch):
        at += len(word)
        edges.add(at)
    return frozenset(edges)


def follower_at(text: str, at: int) -> int:
    """Return how many characters of a known follower stand at a position, 0 for none."""
    m = _AFTER.match(text, at)
    return max(m.end() - at, 1) if m else 0


_PREMISES = re.compile(r"·[^·]{1,6}?(?:[城园馆店厦楼镇村坊苑]|广场|中心|集团|公司)$")


def foreign_end(text: str, at: int) -> int | None:
    """Return where a name with a middle dot ends: 马里奥·罗西作了 ends before 作了."""
    dotted = _FOREIGN.match(text, at)
    if dotted and (
        _of_region(text, at) or BASE.match(text, at) or _PREMISES.search(dotted[0])
    ):  # 江苏·常熟服装城, 某某·云尚智城
        return None
    if dotted is None:
        latin = _LATIN.match(text, at)
        return latin.end() if latin else None
    last = dotted.group().rindex("·") + 1 + at
    for end in range(min(last + 1, dotted.end()), dotted.end() + 1):
        if follower_at(text, end) and not _WITHIN_NAME.match(text, end):
            return end
    return dotted.end()


# 努尔兰·阿不都满金, 安瓦尔·侯赛因在…: what ends other names is a syllable of these.
_WITHIN_NAME = re.compile(
    r"都[拉热买满瓦外克卡吾沙哈合力尔]|因(?![为故病事公]|[^,。]{2,8}(?:未能|缺席|无法))|代(?=尔|[、,。])|携(?=尔)|提(?=出席)|已(?=[、,。])"
)


def _of_region(text: str, at: int) -> bool:
    """Tell 江西·于都 from a name: a region begins there or stands right before the dot."""
    dot = text.index("·", at)
    return bool(region_at(text, at)) or any(region_at(text, n) == dot - n for n in range(at + 1, dot - 1))


def name_end(text: str, at: int) -> int | None:
    """Return where the name that begins at a position ends, or None where none begins.

    Of two lengths that both may be a name, the one that leaves a verb wins (副处长刘志强调: 刘志).
    """
    if foreign := foreign_end(text, at):
        return foreign
    if transcribed := _TRANSCRIBED.match(text, at):
        return transcribed.end()
    surname = SURNAME.match(text, at)
    if surname is None or NOT_A_NAME.match(text, at) or len(_verb_at(text, at)) > 1:
        return None
    if text.startswith(("师傅", "工程师"), max(0, at - 1)):  # 七位老师傅现场量体, 工程师梅峰
        return None
    if BASE.match(text, at) or BASE.match(text, surname.end()):  # 市长和书记, 王主任
        return None
    lengths = _name_lengths(text, at, surname)
    if text[at] in "于向和来" and region_at(text, at + 1) and not _ends_listed(text, lengths):
        return None  # 于上海召开, 向湖北, 和浙江; but 副会长于玉林,
    if any(_FIRM_BEHIND.match(text, end) for end in lengths):
        return None
    if not lengths or (region_at(text, at) and not _also_a_name(text, at, lengths)):
        return None
    reaches = {end: follower_at(text, end) for end in lengths}
    longest = max(lengths, key=lambda end: (reaches[end] > 0, end + reaches[end], reaches[end]))
    best: int | None = longest
    if not reaches[longest]:
        edges = _edges(text[at : at + 10])
        best = next((end for end in lengths if end - at in edges), None)
    return None if best is None or text[at:best] in _WORDS else best


def _ends_listed(text: str, lengths: Sequence[int]) -> bool:
    """Tell whether the longest of some names ends as one in a list of guests does."""
    return bool(lengths) and text[lengths[0] : lengths[0] + 1] in (",", "、", "。", ";", "等")


# 会长万事利集团董事长: what a firm is called stands before the holder of both posts.
_FIRM_BEHIND = re.compile(r"(?:集团|公司|股份|有限|控股|企业(?!家)|协会|商会|学院|大学|研究院|工作室)")


def _also_a_name(text: str, at: int, lengths: Iterable[int]) -> bool:
    """Tell whether a county's name can begin a person's here: 会长黄梅致辞, 会长高平志说."""
    end = at + region_at(text, at)
    region = region_of(text[at:end])
    if end != at + 2 or region is None:
        return False
    if region.level in {"county", "town"}:
        return any(follower_at(text, length) for length in lengths)
    # 总经理黄石垒、: one more character and a stop behind it, which no city has.
    return (
        at + 3 in lengths
        and text[at + 2] not in "市县区省州"
        and text[at + 3 : at + 4] in ("、", ",", "等", "。")
    )


def _verb_at(text: str, at: int) -> str:
    m = _FOLLOWER.match(text, at)
    return m.group() if m else ""


# 区委书记黄彪则提出, 副会长阎岩以…为题: no given name of two ends so but at a stop.
_ADVERB = re.compile(
    r"[则以亦](?![、,。)])|各(?=[讲作就有自以从介分谈]|[一两]个)|特(?=[为向意地邀])|作(?=《|为?题为|了|主[题旨]|[一-鿿]{0,4}(?:汇报|总结|发言|讲话|介绍|解读|报告|交流|讲座|辅导|说明|点评|表态|致辞|演讲|授课))|所(?=[作做])|关(?=于)|分(?=获)|获(?=[“”\"《第全国省市年最])"
)


_JAPANESE = frozenset(listed("foreign_surnames"))
_GIVEN_JAPANESE = re.compile(r"[一-鿿]{1,2}[也子郎美介]")  # 山田克也, 小川由美子


def _name_lengths(text: str, at: int, surname: re.Match[str]) -> list[int]:
    """Return the ends a name may have: one or two characters behind the surname."""
    run = 0
    while run < 2 and (
        _GIVEN.match(text, surname.end() + run) or _LAST_GIVEN.match(text, surname.end() + run)
    ):
        run += 1
    if run == 2 and _ADVERB.match(text, surname.end() + 1):
        run = 1
    ends = [surname.end() + n for n in range(run, 0, -1)]
    if surname["two"] in _JAPANESE and (given := _GIVEN_JAPANESE.match(text, surname.end())):
        ends.insert(0, given.end())
    if surname["two"] and text[at] in SURNAME_1:  # 欧阳 may be 欧 + 阳
        ends.append(surname.end())
    return ends


_FOREIGN_LAST = re.compile(rf"[一-鿿]{{1,6}}(?:·[一-鿿]{{1,6}}){{1,3}}$|(?:{_LATIN.pattern})$")


def name_before(text: str, begin: int, end: int, opens: re.Pattern[str] | None = None) -> int | None:
    """Return where a name that ends at a position begins: 张月明 in …协会张月明会长.

    ``opens`` is what may stand before it, where that is more than before any name.
    """
    dotted = _FOREIGN_LAST.search(text[begin:end])
    if dotted:
        place = region_at(text, begin + dotted.start()) or _PREMISES.search(dotted[0])
        return None if place else begin + dotted.start()
    if (wide := _PADDED_LAST.search(text, begin, end)) and wide.start() == begin:
        return begin
    for length in (3, 2, 4):
        at = end - length
        if at < begin:
            continue
        surname = SURNAME.match(text, at)
        fits = surname and (length < 4 or surname["two"]) and end in _name_lengths(text, at, surname)
        fits = fits and text[end - 1] not in "任兼选" and not region_at(text, at)
        fits = fits and not (
            text[at] == "和" and (region_at(text, at + 1) or _TITLE_LAST.search(text, begin, at))
        )
        if (
            fits
            and not NOT_A_NAME.match(text[at:end] + " ")
            and text[at:end] not in _WORDS
            and (
                (opens or OPEN_BEFORE).search(text[max(begin, at - 8) : at]) or is_local_firm(text, begin, at)
            )
        ):
            return at
    return None


_TITLE_LAST = re.compile(rf"{TITLE_HERE}$")  # 书记和妇联主席


def is_local_firm(text: str, begin: int, end: int) -> bool:
    """Tell whether some words are a firm by its short name: 浙江三维."""
    return region_at(text, begin) > 0 and end - begin - region_at(text, begin) == 2


SUFFIX = any_of(listed("organisation_suffixes"))
OPEN_BODY = rf"(?:{SUFFIX}|科技|服饰|机电|纺织|服装|股份|时装|制衣|针织|家纺|化纤|实业|印染|石化|化工|新材料?|高纤|纤维|毛纺|棉纺|纺机|丝绸|皮革|羽绒|集团|控股|环保|资源|锦纶|氨纶|涤纶|织造|纺纱|线业|纱业|布业|鞋业|袜业|家居|染整|染织|绣品|助剂)$"
OPEN_BEFORE = re.compile(
    rf"(?:^|[,。、;:\s“”()]|{TITLE_HERE}|的|由|请|和|与|及|[我本该][校院局会厅司厂社所]|教师|校友|特邀|选举|推选|推举|聘请|聘任|增补|提名|增选|补选|任命|特聘|同意|包括|邀请|宣布|有|选出了?|专业|[一-鿿]{{2}}系)$|[一-鿿]{{2}}协$|[一-鿿]{{2}}(?:[厅局处司室市县区镇部办署会]|(?<!场)所|(?:检[测验疫]|质检|纤检|设计|规划|科学)院)$|{OPEN_BODY}"
)


_PADDED_LAST = re.compile(rf"{SHORT_SURNAME} {{1,2}}[一-鿿]$")
