"""Chains of people with their posts: 会长甲、副会长乙、丙,秘书长丁等."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.records.model import Post
from bot.records.organisations import Naming
from bot.records.people.person_names import (
    NOT_A_NAME,
    OPEN_BODY,
    SURNAME,
    SURNAME_1,
    follower_at,
    name_before,
    name_end,
)
from bot.records.people.titles import BASE, TITLE_HERE, Title, posts_of, read_titles
from bot.records.places import is_region, region_at
from bot.records.rules import branched
from bot.records.text import any_of, listed

_ITEM_START = branched(
    r"[,。;:!?\n“”、〔〕【】]|以及|(?<=[会府司院心部局委团学社盟网厅馆处组队])(?:和|与|及)(?!工程|技术|艺术|管理|设计)"
)
# Words before a body's name that are no part of it.
_JUNK = re.compile(
    r"^.*(?:通过了?(?=[一-鿿]{4})|正如|例如|诸如|(?:得到|获得)了?|的是|出席|参加|邀请[了到]?|来自|特邀|聘请|推选|选举|包括|领导有|嘉宾有?|有(?=[中全国省市])|迎来|(?<!自)由|这是|请(?=[中全国省市])|会上|其中|大会|会议|活动(?!中心)|随后|最后|接着|首先|期间"
    r"|当选|同时|受邀|召开的?|举行的?|举办的?|[会接]见了?|代表(?!团)(?=[一-鿿]{4,})|[主承协]办(?:方|单位)(?=[一-鿿]{4,})|现场|当天|据|和(?=[中全国省市])|与(?=[中全国省市])|向(?=[中全国省市]|[一-鿿]{2,3}[省市县区])|陪同|提名|增补|任命|推荐|推举|委托|宣布(?=[中全国省市])|以(?=[中全国省市][^,。]{2,24}为首)|采访了?|从(?=[中全国省市])|[碰遇]见|见到|的还?有|图为|最终|以(?=中国|全国|国际|世界)|听取|宣读了?|审议|上届|[左右]起:?|第[一二三四五六七八九十\d]+[届次]|单位(?:-*(?=[一-鿿]{4,}))|了(?=[一-鿿]{3,})|还有)"
)
_EXPLAINED = re.compile(r"\((?:以下|下)?[简统合]?称[^)]*\)")
_STYLED = re.compile(
    r"党政$|的?\d+号$|^\((?:[^()]{1,3}|[^()]{0,10}(?:先后|笔[画划]|为序|排序|排列)[^()]{0,4})\)为?|^[我本该][校院](?:的|$)?|^(?:先生|女士|小姐)[及和与、]?"
)
_SMALL_WORDS = re.compile(
    r"^(?:的|了|在|并|对|为|于|后|时(?![装尚])|是|等|与|和(?![田平县静硕顺布龙])|及(?!其)|[^一-鿿\w《“])+|(?:的|\s|20\d\d年度?)+$"
)
# 某协会四届三次|理事(扩大)会议: the count is of the sitting.
_COUNTED_SITTING = re.compile(
    r"第?[一二三四五六七八九十\d]{1,3}届(?:第?[一二三四五六七八九十\d]{1,3}次)?(?:委员会)?$"
)
_NO_EMPLOYER = re.compile(
    r"^(?:新一届|首届)?[理监]事会$|^\d|[了是着]$|\d[余多]?[位名人家]$|^(?:本|该|我|其)?(?:新一届|首届|现任)"
)


def organisation_before(text: str, begin: int, end: int) -> str | None:
    """Return the body that the words before a title name, without what leads up to it."""
    if quoted := _BRAND.search(text, begin, end):  # 羽绒品牌“某某”创始人
        return quoted["name"]
    piece = _EXPLAINED.sub("", text[begin:end])
    cut = max((m.end() for m in _ITEM_START.finditer(piece)), default=0)
    piece = piece[cut:].strip()
    if piece.count("(") != piece.count(")"):
        piece = re.split(r"[()]", piece)[-1]
    if (last := name_end(piece, 0)) and _AND_BODY.match(piece, last):  # 张某和|上海某公司
        piece = _AND_BODY.sub("", piece[last:], count=1)
    if (junk := _JUNK.match(piece)) and len(piece) - junk.end() != 1:
        piece = piece[junk.end() :]
    piece = _COUNTED_SITTING.sub("", _SMALL_WORDS.sub("", _STYLED.sub("", piece)))
    return piece if len(piece) >= 2 and not _NO_EMPLOYER.search(piece) else None


_AND_BODY = re.compile(rf"(?:和|与|及|以及)(?=[一-鿿()]{{3,28}}?(?:{OPEN_BODY[:-1]})$)")
_BRAND = re.compile(r"(?:品牌|公司|企业|工作室|老字号)“(?P<name>[^“”\n]{2,12})”$")


class _Chain(NamedTuple):
    """What a chain of attendees carries on: the last body, and the posts that wait for their holder."""

    organisation: str | None = None
    base: str | None = None  # that body, or the one whose office it is
    waiting: tuple[Post, ...] = ()
    reach: int = 0  # where the last item ended
    named: int = -1  # where its name ended
    loose: bool = False  # whether a comma stands between those posts and the next item


Found = tuple[int, int, tuple[Post, ...]]
_WAITS = re.compile(
    rf"、|兼|\s(?=[一-鿿])|,(?=(?:常务|执行|副)*{TITLE_HERE})|\((?=[^()\n]{{0,12}}{TITLE_HERE}\))"
)
_SENTENCE_END = re.compile(r"[。!?;\n]")
_LOCAL_LEADERS = frozenset(
    f"{level}领导"
    for level in ("市", "省", "县", "区", "镇", "县级", "市级", "区级", "省级", "厅级", "县处级")
)
# What many are called at once; who has a post of his own is told by that.
CROWD = _LOCAL_LEADERS | {"领导", "老领导", "代表", "企业代表", "会员代表", "设计师代表", "专家", "学者"}
OF_A_BODY = ("会长", "秘书长", "理事长", "监事长")


def sentence_start(text: str, at: int) -> int:
    return max(
        (m.end() for m in _SENTENCE_END.finditer(text, max(0, at - 200), at)), default=max(0, at - 200)
    )


def read_chained(text: str, names_of: Naming) -> Iterator[Found]:
    """Yield names beside a title, with their posts: 会长甲,副会长乙、丙; 张月明会长."""
    chain = _Chain()
    for title in read_titles(text):
        if title.begin < chain.reach:
            continue
        if title.begin == chain.named:  # 洪某博士: a style, where the name has its posts already
            chain = chain._replace(reach=title.end)
            continue
        if _SENTENCE_END.search(text, chain.reach, title.begin):
            chain = _Chain(reach=chain.reach)
        if ahead := _names_ahead(text, chain.reach, title, names_of):
            body = ahead[0][2][0].organisation
            first = min(begin for begin, _, _ in ahead)
            if body is None and text[chain.reach : first] in _LISTED_BY and title.words.endswith(_SEATED_AT):
                body = chain.organisation
                ahead = [(begin, end, posts_of(body, title.words)) for begin, end, _ in ahead]
            yield from ahead
            chain = _Chain(body, body, (), title.end)
            continue
        own = organisation_before(text, max(chain.reach, title.begin - 60), title.begin)
        if own and _ONCE.match(own):
            title = title._replace(words="原" + title.words)
        organisation = _with_region(_within(own, chain, title.words), title.words)
        if own and _FUNCTION.fullmatch(own):  # 某公司首席运营官甲、商务副总裁乙
            title, own, organisation = title._replace(words=own + title.words), None, chain.organisation
        if own and chain.waiting and _is_office(own):
            title, organisation = title._replace(words=own + title.words), chain.organisation
        if organisation is None and title.words.endswith(OF_A_BODY):
            organisation = names_of.within(sentence_start(text, title.begin), title.begin)
        apart = chain.loose and text[chain.reach : title.begin] != f",{own}"
        waiting = () if apart or _CAME.search(text, chain.reach, title.begin) else chain.waiting
        posts = (*waiting, *posts_of(organisation, title.words))
        names = list(_names_behind(text, title))
        yield from ((begin, end, posts) for begin, end in names)
        another = not names and title.words.endswith(_SEATED_AT) and _body_begins(text, title.end)
        if not (names or another) and _BODY_GOES_ON.match(text, title.end):  # 某协会专家|技术委员会主任
            continue
        joined = another or _WAITS.match(text, title.end) or BASE.match(text, title.end)
        loose = bool(
            not (joined or _was_elected(text, title))
            and organisation
            and text.startswith(",", title.end)
            and not _OF_MANY.search(organisation + title.words)
        )
        waits = (joined or loose) and title.words != "领导" and not _took(text, title)
        waiting = posts if not names and waits else ()
        base = chain.base if own and (_is_office(own) or _of_office(chain)) else organisation
        end = names[-1][1] if names else title.end
        chain = _Chain(organisation, base, waiting, end, end if names else -1, loose)


def _of_office(chain: _Chain) -> bool:
    """Tell whether the post that waits is at an office of the chain's body, to which the next office belongs as well."""
    base = chain.base or ""
    held = (p.organisation or "" for p in chain.waiting)
    return bool(base) and any(body.startswith(base) and body != base for body in held)


_TAKING = branched(
    r"(?:当选|连任|蝉联|担任|就任|接任|出任|兼任|聘[请任]|推选|推举|增[补选]|选举?(?:产生|出)|任命)[^,。;:\n]*$|(?<![以作成])为[^,。;:\n]{0,8}$"
)


def _was_elected(text: str, title: Title) -> bool:
    """Tell whether a post is what somebody named before took: behind 甲当选主任委员, another begins."""
    return bool(_TAKING.search(text, clause_start(text, title.begin), title.begin))


_TOOK = re.compile(
    r"(?:(?:当选|连任|蝉联|担任|就任|接任|出任|兼任)为?[^,。;:\n]*|(?<![主责上现时历原前首新离到委信连担就接出兼])任)$"
)


def _took(text: str, title: Title) -> bool:
    """Tell whether a post closes its clause as one that was taken: 甲当选副会长,原会长乙…."""
    taken = _TOOK.search(text, clause_start(text, title.begin), title.begin)
    return bool(taken) and text.startswith(",", title.end)


def clause_start(text: str, at: int) -> int:
    return max(text.rfind(sign, 0, at) for sign in ",。;:\n") + 1


# 某会甲董事长、乙名誉董事长及丙主任 are of one body, as a professor in the list need not be.
_LISTED_BY = ("、", "和", "与", "及", "以及")
_SEATED_AT = ("长", "主任", "主席", "书记", "经理", "总监", "助理")
_BODY_BEGINS = re.compile(r"(?:中国|全国)(?=[一-鿿]{2,20}(?:协会|商会|学会|联合会|分会|委员会))")
_FIRM_NEXT = re.compile(rf"[一-鿿()]{{4,26}}?(?:公司|集团|厂)(?:执行|常务|副)*{TITLE_HERE}")
# 协会会长|某某集团董事长, 学院院长|某市纺织工程学会副理事长: a firm by its short name, a town of no atlas.
_ANOTHER_NEXT = re.compile(
    rf"(?:[一-鿿]{{2,6}}?(?:集团|公司)|[一-鿿]{{2}}[市县区][一-鿿]{{2,16}}?(?:协会|学会|商会|联合会|分会))(?:执行|常务|名誉|副)*{TITLE_HERE}"
)


def _body_begins(text: str, at: int) -> bool:
    """Tell whether a second post begins right behind a first: 会长助理|中国某协会副会长, 监事长|温州某公司董事长."""
    local = region_at(text, at) > 0 and _FIRM_NEXT.match(text, at)
    return bool(_BODY_BEGINS.match(text, at) or local or _ANOTHER_NEXT.match(text, at))


# What many are: 各地协会会长, 行业专家.
_OF_MANY = re.compile(
    r"兼任|担任|出任|当选|各|有关|相关|等|部分|多|专家|学者|代表|嘉宾|领导|教授|院士|老师|选手|评委|负责人|设计师"
)
# 60余名专家、学者等出席会议,会议由…: nobody is named with the posts before.
_CAME = re.compile(r"等?(?:出席|参加)了?")
_BODY_GOES_ON = re.compile(r"[一-鿿]{0,6}?(?:委员会|工作室|学院|专委会|联合会|协会|分会|联盟)")
_OFFICE = re.compile(
    r"(?!中国|全国|国家|国务院|[省市区县]委|[省市县](?!场)|自治区|(?:中宣|中组|中联|外交|教育|公安|民政|财政|商务|农业(?:农村)?|水利|工信|工业和信息化|文化和旅游|科学技术|人力资源和?社会保障|生态环境|住房和城乡建设|交通运输)部)[一-鿿]{1,9}(?:处|科|室|分局|(?<![务])部|中心|分会|专委会|专业委员会)"
)
_FOREIGN_HEAD = re.compile(any_of(listed("foreign")))
_FUNCTION = re.compile(
    r"(?:商务|市场|销售|营销|运营|生产|技术|研发|品牌|行政|财务|人力资源|人事|采购|供应链|战略|投资|产品|公关|法务|业务|海外|国际业务|大客户|电商)+"
)


def _is_office(organisation: str) -> bool:
    abroad = _FOREIGN_HEAD.match(organisation)
    return bool(_OFFICE.fullmatch(organisation)) and not (abroad or region_at(organisation, 0))


def _within(own: str | None, chain: _Chain, title: str) -> str | None:
    """Return the body of an item: its own, an office of the one before (某厅…,消费品工业处), or that one."""
    if own and chain.organisation and chain.organisation.endswith(own):
        return chain.organisation
    if (
        own
        and chain.base
        and _is_office(own)
        and not (_OF_SOCIETY.search(own) and _FIRM_LAST.search(chain.base))
    ):
        shared = max(n for n in range(len(own) + 1) if n != 1 and chain.base.endswith(own[:n]))
        return chain.base + own[shared:]
    # 市长 and 市领导 are of no office, firm or society that stood before, nor of a seat of another level.
    seat = SEAT.match(title)
    carries = chain.organisation and (not seat or _seated(chain.organisation, seat))
    if title.endswith(OF_A_BODY) and _FIRM_LAST.search(chain.organisation or ""):
        carries = False  # 协会会长、某公司董事长甲,副会长乙
    return own or (chain.organisation if carries and title not in CROWD else None)


_FIRM_LAST = re.compile(r"(?:公司|集团|厂|市场|城|园区)$")
_OF_SOCIETY = re.compile(r"(?:分会|专委会|专业委员会)$")
_LEVELS = "省市区县镇乡州旗盟"
_SEATS = (*_LEVELS, "自治区", "委", "政府")
SEAT = re.compile(r"副?(?:([省市区县镇乡州旗盟])(?:党?委|长|政府|政协|领导)|自治区)")


def _seated(organisation: str, seat: re.Match[str]) -> bool:
    """Tell whether a body can be the seat of such a title: a 市长 is of no 区, a 市委常委 of no 市政府."""
    if not organisation.endswith(_SEATS) or (organisation.endswith("政府") and "委" in seat[0]):
        return False
    if (
        len(organisation) == 2 and organisation[-1] == "委"
    ):  # 市委秘书长甲,副市长乙: of a committee, nobody knows whose
        return False
    return seat[1] is None or organisation[-1] not in _LEVELS or organisation[-1] == seat[1]


_ONCE = re.compile(r"原(?=[一-鿿]{2,}(?:省|市|县|区|政府|局|厅|委|部|协会|公司|集团|学院|院|社)$)")
_FORMER = re.compile(r"^(?:中共|原)(?=..)")


def _with_region(organisation: str | None, title: str) -> str | None:
    """Give 宿松 its 县 back where the title shares it: 中共宿松县委书记."""
    organisation = _FORMER.sub("", organisation) if organisation else None
    seat = SEAT.match(title)
    kind = seat and (seat[1] or "自治区")
    known = organisation and kind and (is_region(organisation) or is_region(organisation + kind))
    # Two letters before 县委书记 are what the county is called, be it on no map.
    bare = known or (organisation and len(organisation) == 2 and _OF_COMMITTEE.match(title))
    if organisation and kind and bare and organisation[-1] not in f"省市区县镇乡旗盟{kind}":
        return organisation + kind
    return organisation


# 周某理事长关于…的报告, 陈某主任向大会作报告: what such a holder of a post goes on to do.
_GOES_ON = re.compile(r"关于|向|对|就|为|还|又|首先|则|并|给|联袂|联合|一同|一起|共同|亲自|亦|也|组成|完成")


def _names_ahead(text: str, reach: int, title: Title, names_of: Naming) -> list[Found]:
    """Read 张月明会长 and 姚某、俞某院士, where names stand before the title and a verb or a stop follows."""
    if (
        title.words == "代表"
        or _OF_COMMITTEE.match(title.words)
        or not (follower_at(text, title.end) or _GOES_ON.match(text, title.end))
        or (SURNAME.match(text, title.end) and name_end(text, title.end))
    ):
        return []
    at = name_before(text, max(reach, title.begin - 16), title.begin)
    if at is None:
        return []
    left = max((m.end() for m in _LIST_BOUND.finditer(text, reach, at)), default=reach)
    names = [(at, title.begin)]
    if text[at - 1] in "、和与及":
        names += names_ending_at(text, left, at - 1)
    first = names[-1][0]
    organisation = organisation_before(text, max(reach, first - 40), first)
    if organisation is None and title.words.endswith(OF_A_BODY):
        organisation = names_of.within(sentence_start(text, first), first)
    posts = posts_of(organisation, title.words)
    return [(begin, end, posts) for begin, end in names]


_LIST_BOUND = re.compile(r"[,。;:!?\n]")
# 岳某县委书记 is of a county: before such a post stands the seat, never its holder.
_OF_COMMITTEE = re.compile(r"[省市县区镇乡州旗](?:委|政府|人大|政协|党委)|自治区")
_LABELLED = re.compile(
    r"\s?(?:\([^)]{2,12}\))?:\s?|\s+|的(?=[一-鿿]{2,3}(?:说|称|表示|在|指出|作|介绍|认为|强调|坦言|透露|告诉|代表|发表|致))"
)


def _names_behind(text: str, title: Title) -> Iterator[tuple[int, int]]:
    """Yield the names behind a title: one, or a list by 、 (by spaces too where the title is a label)."""
    label = _LABELLED.match(text, title.end)
    if label and title.words.endswith("负责人"):  # a contact, not a guest; 选出负责人:甲任会长,…
        return
    at = label.end() if label else title.end
    at += text.startswith(")", at) and text.rfind("(", 0, at) > text.rfind(
        ")", 0, at
    )  # 副秘书长(外事办主任)某某
    end = _padded_end(text, at) if label else None
    end = end or name_end(text, at)
    if end is None or not follower_at(text, end):
        end = _abroad_end(text, title, at) or end
    if end is None or (text[at] in "和与及" and BASE.match(text, end)):  # 学术带头人和技术带头人
        return
    if label and not (follower_at(text, end) or text[end : end + 1].isspace()):
        return
    yield at, end
    yield from _listed_names(text, end, bool(label))


# 埃塞俄比亚总理海尔马里亚姆表示: names from abroad without a dot end where somebody speaks.
_HOLDER_ABROAD = re.compile(
    r"[一-鿿]{2,8}?(?=先生|女士|阁下)|[一-鿿]{3,8}?(?=表示|说|指出|介绍|认为|强调|致[辞词]|出席|率团|先生|女士|阁下)"
)
_ENVOYS = ("参赞", "领事", "大使", "公使")
_ENVOY_NAMED = re.compile(r"[一-鿿]{2,6}?(?=[、,](?!其)|以及|和(?!其))")
# 老挝某协会会长赛博以及…: whose name keeps to the characters of transcription.
_SEATED_ABROAD = re.compile(
    r"[阿巴本比宾博布查达丹德迪丁多恩尔法菲费弗戈格古哈海汉赫霍吉加贾杰金卡凯坎康科克肯库拉莱兰朗勒雷里利莉琳林卢鲁路罗洛马玛麦曼梅门米莫姆穆纳娜奈南尼努诺欧帕佩皮普奇琪切乔琼热日荣瑞萨塞赛桑森沙珊山圣施史斯松苏索塔泰坦汤特提托瓦万旺威韦维温沃乌武西希夏香谢辛雅亚扬耶叶伊因英尤约扎泽珍兹宗]{2,6}(?=[、,]|以及|和(?!其)|等|担任|主持|出席|致[辞词]|在|率)"
)
_ABROAD = re.compile(any_of((*listed("foreign"), "世界", "国际", "全球", "亚洲", "欧洲")))


def _abroad_end(text: str, title: Title, at: int) -> int | None:
    """Return where the name of one who holds a post abroad ends, None where no country stands before the post."""
    country = _ABROAD.search(text, max(sentence_start(text, title.begin), title.begin - 16), title.begin)
    name = _HOLDER_ABROAD.match(text, at) if country else None
    name = name or (_ENVOY_NAMED.match(text, at) if country and title.words.endswith(_ENVOYS) else None)
    name = name or (_SEATED_ABROAD.match(text, at) if country and title.words.endswith(_SEATED_AT) else None)
    return name.end() if name and not (NOT_A_NAME.match(text, at) or BASE.search(name[0])) else None


def _listed_names(text: str, end: int, labelled: bool) -> Iterator[tuple[int, int]]:
    """Yield the names that go on a list: 、丙和丁; behind a label spaces part them too."""
    listed_so_far: list[tuple[int, int]] = []
    while joint := LIST_SIGN.match(text, end) or (_SPACES.match(text, end) if labelled else None):
        at = joint.end()
        stop = (_padded_end(text, at) if labelled else None) or name_end(text, at)
        alone = stop and (follower_at(text, stop) or (labelled and text[stop : stop + 1].isspace()))
        if stop is None or not alone or BASE.match(text, at) or BASE.match(text, stop):
            break
        listed_so_far.append((at, stop))
        end = stop
    if not _FIRMS.match(text, end):
        yield from listed_so_far


_FIRMS = re.compile(
    r"(?:、[^,。;:、]{1,8}){0,6}?等?(?:\d+|[一二三四五六七八九十百几数]+)[余多]?家"
)  # 会长甲以及乙、丙、丁等30多家企业
_SPACES = re.compile(r"[ \t]+")
_PADDED = re.compile(r"[一-鿿] {1,2}[一-鿿](?=[\s、,。;]|$)")


def _padded_end(text: str, at: int) -> int | None:
    """Return where a name set wide ends (陈 昆), or None."""
    m = _PADDED.match(text, at)
    return m.end() if m and text[at] in SURNAME_1 else None


# 丙(书面发言)、丁: a remark behind a name does not end the list.
LIST_SIGN = re.compile(r"(?:\([^()\n]{1,8}\))?(?:\s*、\s*|(?:和|与|及|以及))")


def names_ending_at(text: str, left: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield, last first, the names of a list that ends at a position, each after its body if need be."""
    while end > left:
        item = max(left, text.rfind("、", left, end) + 1)
        styled = _STYLE_LAST.search(text, item, end)  # 宗某教授、常某被聘为顾问
        end = styled.start() if styled else end
        begin = name_before(text, item, end)
        if begin is None:
            if item == left or not _PEN_NAME.fullmatch(text, item, end):
                return
            end = item - 1  # 甲某、一慧、乙某: who goes by a pen name ends no list
            continue
        yield begin, end
        joint = LAST_JOINT.search(text, item, begin) or joined_before(text, item, begin, _ONE_MORE)
        if joint is None and item == left:
            return
        end = joint.start() if joint else item - 1


def joined_before(text: str, item: int, begin: int, joints: re.Pattern[str]) -> re.Match[str] | None:
    """Return what joins a name to the body of the next: 乙|以及|某公司董事长丙."""
    return next(
        (m for m in joints.finditer(text, item, begin) if name_before(text, item, m.start()) is not None),
        None,
    )


_PEN_NAME = re.compile(r"[一-鿿]{2,3}|[A-Z][A-Za-z]+")
_STYLE_LAST = re.compile(r"(?:教授|博士|院士|研究员|老师|先生|女士|同志)$")
LAST_JOINT = re.compile(r"(?:以及|[和与及])$")
_ONE_MORE = re.compile(r"(?:以及|[和与及])(?=[一-鿿()]{3})")
