"""Who was there: people by name, the posts they hold and what they do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.records.model import PersonRole, Post
from bot.records.organisations import Naming, body_endings, naming
from bot.records.people.person_names import (
    NOT_A_NAME,
    OPEN_BEFORE,
    OPEN_BODY,
    SHORT_SURNAME,
    SUFFIX,
    SURNAME,
    SURNAME_1,
    follower_at,
    foreign_end,
    is_local_firm,
    name_before,
    name_end,
)
from bot.records.people.titles import BASE, TITLE_HERE, TITLE_NOT_BEFORE, Title, posts_of, read_titles
from bot.records.places import is_region, region_at
from bot.records.rules import Rule, branched
from bot.records.text import any_of, flat, listed


class PersonMention(NamedTuple):
    """A person named in a text; ``begin`` and ``end`` span the name, ``quote`` is ``text[begin:end]``.

    ``role`` is None where the words around tell nothing of what the person does.
    """

    begin: int
    end: int
    quote: str
    name: str
    role: PersonRole | None
    posts: tuple[Post, ...] = ()


# --- chains of people with their posts -------------------------------------------------------------

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


def _organisation_before(text: str, begin: int, end: int) -> str | None:
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


_Found = tuple[int, int, tuple[Post, ...]]
_WAITS = re.compile(
    rf"、|兼|\s(?=[一-鿿])|,(?=(?:常务|执行|副)*{TITLE_HERE})|\((?=[^()\n]{{0,12}}{TITLE_HERE}\))"
)


_SENTENCE_END = re.compile(r"[。!?;\n]")
_STOP = re.compile(r"[。!?\n]")
_LOCAL_LEADERS = frozenset(
    f"{level}领导"
    for level in ("市", "省", "县", "区", "镇", "县级", "市级", "区级", "省级", "厅级", "县处级")
)
# What many are called at once; who has a post of his own is told by that.
CROWD = _LOCAL_LEADERS | {"领导", "老领导", "代表", "企业代表", "会员代表", "设计师代表", "专家", "学者"}
_OF_A_BODY = ("会长", "秘书长", "理事长", "监事长")


def _sentence_start(text: str, at: int) -> int:
    return max(
        (m.end() for m in _SENTENCE_END.finditer(text, max(0, at - 200), at)), default=max(0, at - 200)
    )


def _chained(text: str, names_of: Naming) -> Iterator[_Found]:
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
        own = _organisation_before(text, max(chain.reach, title.begin - 60), title.begin)
        if own and _ONCE.match(own):
            title = title._replace(words="原" + title.words)
        organisation = _with_region(_within(own, chain, title.words), title.words)
        if own and _FUNCTION.fullmatch(own):  # 某公司首席运营官甲、商务副总裁乙
            title, own, organisation = title._replace(words=own + title.words), None, chain.organisation
        if own and chain.waiting and _is_office(own):
            title, organisation = title._replace(words=own + title.words), chain.organisation
        if organisation is None and title.words.endswith(_OF_A_BODY):
            organisation = names_of.within(_sentence_start(text, title.begin), title.begin)
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
    return bool(_TAKING.search(text, _clause_start(text, title.begin), title.begin))


_TOOK = re.compile(
    r"(?:(?:当选|连任|蝉联|担任|就任|接任|出任|兼任)为?[^,。;:\n]*|(?<![主责上现时历原前首新离到委信连担就接出兼])任)$"
)


def _took(text: str, title: Title) -> bool:
    """Tell whether a post closes its clause as one that was taken: 甲当选副会长,原会长乙…."""
    taken = _TOOK.search(text, _clause_start(text, title.begin), title.begin)
    return bool(taken) and text.startswith(",", title.end)


def _clause_start(text: str, at: int) -> int:
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
    seat = _SEAT.match(title)
    carries = chain.organisation and (not seat or _seated(chain.organisation, seat))
    if title.endswith(_OF_A_BODY) and _FIRM_LAST.search(chain.organisation or ""):
        carries = False  # 协会会长、某公司董事长甲,副会长乙
    return own or (chain.organisation if carries and title not in CROWD else None)


_FIRM_LAST = re.compile(r"(?:公司|集团|厂|市场|城|园区)$")
_OF_SOCIETY = re.compile(r"(?:分会|专委会|专业委员会)$")
_LEVELS = "省市区县镇乡州旗盟"
_SEATS = (*_LEVELS, "自治区", "委", "政府")
_SEAT = re.compile(r"副?(?:([省市区县镇乡州旗盟])(?:党?委|长|政府|政协|领导)|自治区)")


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
    seat = _SEAT.match(title)
    kind = seat and (seat[1] or "自治区")
    known = organisation and kind and (is_region(organisation) or is_region(organisation + kind))
    # Two letters before 县委书记 are what the county is called, be it on no map.
    bare = known or (organisation and len(organisation) == 2 and _OF_COMMITTEE.match(title))
    if organisation and kind and bare and organisation[-1] not in f"省市区县镇乡旗盟{kind}":
        return organisation + kind
    return organisation


# 周某理事长关于…的报告, 陈某主任向大会作报告: what such a holder of a post goes on to do.
_GOES_ON = re.compile(r"关于|向|对|就|为|还|又|首先|则|并|给|联袂|联合|一同|一起|共同|亲自|亦|也|组成|完成")


def _names_ahead(text: str, reach: int, title: Title, names_of: Naming) -> list[_Found]:
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
        names += _names_ending_at(text, left, at - 1)
    first = names[-1][0]
    organisation = _organisation_before(text, max(reach, first - 40), first)
    if organisation is None and title.words.endswith(_OF_A_BODY):
        organisation = names_of.within(_sentence_start(text, first), first)
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
    country = _ABROAD.search(text, max(_sentence_start(text, title.begin), title.begin - 16), title.begin)
    name = _HOLDER_ABROAD.match(text, at) if country else None
    name = name or (_ENVOY_NAMED.match(text, at) if country and title.words.endswith(_ENVOYS) else None)
    name = name or (_SEATED_ABROAD.match(text, at) if country and title.words.endswith(_SEATED_AT) else None)
    return name.end() if name and not (NOT_A_NAME.match(text, at) or BASE.search(name[0])) else None


def _listed_names(text: str, end: int, labelled: bool) -> Iterator[tuple[int, int]]:
    """Yield the names that go on a list: 、丙和丁; behind a label spaces part them too."""
    listed_so_far: list[tuple[int, int]] = []
    while joint := _LIST_SIGN.match(text, end) or (_SPACES.match(text, end) if labelled else None):
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


_UNPADDED = re.compile(r"(?<=[一-鿿])\s+(?=[一-鿿])")
_SPACES = re.compile(r"[ \t]+")
_PADDED = re.compile(r"[一-鿿] {1,2}[一-鿿](?=[\s、,。;]|$)")


def _padded_end(text: str, at: int) -> int | None:
    """Return where a name set wide ends (陈 昆), or None."""
    m = _PADDED.match(text, at)
    return m.end() if m and text[at] in SURNAME_1 else None


# 丙(书面发言)、丁: a remark behind a name does not end the list.
_LIST_SIGN = re.compile(r"(?:\([^()\n]{1,8}\))?(?:\s*、\s*|(?:和|与|及|以及))")

# --- elections and appointments --------------------------------------------------------------------

_ELECTED = Rule(
    r"(?:(?:及|和|以及)[^,。、]{2,20}(?:负责人|代表|领导))?(?:等(?:(?:\d+|[一二三四五六七八九十]+)?[人位名](?:[一-鿿]{2,8}(?:代表|企业家|负责人|人士))?)?)?(?:同志|先生|女士)?(?:以(?![^,。、]{2,4}为)[^,。]{2,10}|全票|高票|再次|正式|继续|一致|将)?"
    rf"(?P<verb>当选为?|连任|蝉联|被?(?:推选|选举|推举|选|聘请|聘|任命|增补|增选)为|受聘(?:为|担任)?|获[选聘]为?|分别?担?任|担任|出任|兼任|就任|接任|(?<![聘选委续兼主责])任|为)(?:了)?(?P<of>(?:(?!当选|连任|担任|兼任|为)[^,。;、\n:]){{0,26}}?)(?P<title>(?:名誉|荣誉|常务|执行|首席|特邀|联席|轮值|专职|[一-鿿]国首席特邀|副)*{TITLE_HERE})(?=[,。;、\s()]|$|的)"
)
_APPOINTING = re.compile(
    r"(?:选举|选出|特邀|宣布|推选|推举|聘请|聘任|增补|提名|增选|补选|任命|特聘|同意|当选|兼任|出任|担任)"
)
_NO_BODY = re.compile(
    r"^(?:20\d\d年度?|新任|现任|新一?届|首任|第[一二三]任|第?[一二三四五六七八九十\d]+届|首届|本届|本会|协会|该会|该|新|理事会|监事会|执行|\s)+"
)


def _elected(text: str) -> Iterator[_Found]:
    """Yield names before the post they take: 陈栋、高敏等50人任副会长; 聘请冯某为名誉会长."""
    carried: tuple[int, str | None] | None = None  # 甲当选某协会主席;乙当选副主席: of the same body
    for m in _ELECTED.finditer(text):
        left = max(text.rfind(c, 0, m.start()) for c in ",。;:\n") + 1
        if m["verb"] == "为":  # 产生了以甲为会长、乙为监事长的领导班子
            left = max((by.end() for by in _WITH.finditer(text, left, m.start())), default=left)
        names = list(_names_ending_at(text, left, m.start()))
        appointed = names and _APPOINTING.search(text, _sentence_start(text, left), names[-1][0])
        if m["verb"] == "为" and not appointed:
            continue
        body, title = _elected_post(m["of"], m["title"])
        if body is None and carried and not _STOP.search(text, carried[0], m.start()):
            body = carried[1]
        carried = (m.end(), body)
        for begin, end in names:
            employer = _organisation_before(text, max(left, text.rfind("、", left, begin) + 1), begin)
            known = employer and (re.search(OPEN_BODY, employer) or is_local_firm(employer, 0, len(employer)))
            held = (Post(employer, None),) if known else ()
            yield begin, end, (*held, *posts_of(body, title))


_WITH = re.compile("以(?!及)")


def _elected_post(of: str, title: str) -> tuple[str | None, str]:
    """Part the words between verb and title: 新一届中国某协会 is the body, 技术 belongs to 顾问."""
    first = _FIRST_OF_TWO.search(of)  # 任某协会执行会长兼秘书长
    title, of = (first[0] + title, of[: first.start()]) if first else (title, of)
    words = re.sub(
        r"(?:首任|新任|(?<![高创革更])新|第[一二三四五六七八九十\d]+任|第?[一二三四五六七八九十\d]+届(?:理事会|监事会)?)$",
        "",
        _NO_BODY.sub("", of),
    ).strip()
    if (
        words
        and not first
        and len(words) <= 4
        and not re.search(OPEN_BODY, words)
        and not region_at(words, 0)
    ):
        return None, words + title
    return words or None, title


_FIRST_OF_TWO = re.compile(rf"(?:名誉|荣誉|常务|执行|副)*{TITLE_HERE}兼$")


def _names_ending_at(text: str, left: int, end: int) -> Iterator[tuple[int, int]]:
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
        joint = _LAST_JOINT.search(text, item, begin) or _joined_before(text, item, begin, _ONE_MORE)
        if joint is None and item == left:
            return
        end = joint.start() if joint else item - 1


def _joined_before(text: str, item: int, begin: int, joints: re.Pattern[str]) -> re.Match[str] | None:
    """Return what joins a name to the body of the next: 乙|以及|某公司董事长丙."""
    return next(
        (m for m in joints.finditer(text, item, begin) if name_before(text, item, m.start()) is not None),
        None,
    )


_PEN_NAME = re.compile(r"[一-鿿]{2,3}|[A-Z][A-Za-z]+")
_STYLE_LAST = re.compile(r"(?:教授|博士|院士|研究员|老师|先生|女士|同志)$")
_LAST_JOINT = re.compile(r"(?:以及|[和与及])$")
_ONE_MORE = re.compile(r"(?:以及|[和与及])(?=[一-鿿()]{3})")


_GROUP = Rule(
    rf"等(?:\d+[位名人])?(?:知名|著名|资深|多位|国内外|国内|业内|新锐|青年|优秀|获奖|“[^“”\n]{{2,10}}”|\s)*(?P<of>[一-鿿]{{1,8}}(?:协|人大|协会|商会|学会|学院|大学|集团|公司))?(?P<title>(?!领导|代表|负责人){TITLE_HERE})|(?:等?\d+[位名人]|等人?)?(?:分别)?(?:荣获|获得|获评|获)(?=[“金银铜优一二三最]|[^,。;]{{0,14}}(?:称号|奖))"
)


def _grouped(text: str) -> Iterator[_Found]:
    """Yield the names of 曾某、洪某等知名设计师 and 段某、徐某13人获得“优秀指导教师奖”."""
    for m in _GROUP.finditer(text):
        left = max(text.rfind(c, 0, m.start()) for c in ",。;:\n") + 1
        names = list(_names_ending_at(text, left, m.start()))
        whole = sum(end - begin == 3 for begin, end in names) > 1 or not m[0].startswith("等获")
        if len(names) > 1 and whole:
            yield from (
                (begin, end, (Post(m["of"], m["title"]),) if m["title"] else ()) for begin, end in names
            )


_WON = Rule(
    r"(?:分别|分|荣|喜|勇)?(?:获得|获评|获颁|斩获|夺得|摘得|捧得|摘取|摘下|获|夺|摘)(?:了)?(?=[^,。;\n]{0,30}?(?:奖|冠军|亚军|季军|称号|第?[一二三]名|桂冠))|夺冠|折桂|夺魁"
)
# 何某的作品《梯田谣》, 周某凭作品《雪线》
_WORK = re.compile(
    r"(?:的(?:参赛)?(?:系列)?(?:作品)?|(?:创作|设计)的(?:作品)?|(?:以|凭借?|携)(?:参赛)?(?:系列)?(?:作品)?|作品)?《[^《》\n]{1,24}》(?:系列|一举|最终|获)*$|(?:设计|创作)的(?:参赛)?作品$"
)
_CROWD_LAST = re.compile(r"等(?:\d+|[一二三四五六七八九十]+)[人名位](?:选手|同学|学生)?(?:分别)?$")
_NEXT_PRIZE = re.compile(r"(?:[金银铜]奖|[一二三]等奖|冠军|亚军|季军)、$")  # 甲获面料组金奖、|乙获花样组金奖
_CONTESTANT = r"(?:学生|选手|姑娘|小伙子?|同学|员工|职工|工人|女工|绣娘|村民|女孩|小将|老师|教师|设计师)"
_WINNER_OPENS = re.compile(rf"{_CONTESTANT}$|(?<=[一-鿿]{{2}}[厂店坊社班校])$|{OPEN_BEFORE.pattern}")
_INTRODUCED = re.compile(
    rf"{_CONTESTANT}$|来自[^,。;、]{{2,24}}的$|(?:{SUFFIX}|{OPEN_BODY[:-1]}|[厂店坊校村])的?$|[一-鿿]{{3}}的$"
)


def _winners(text: str) -> Iterator[_Found]:
    """Yield 来自某学院的李某以作品《…》夺得金奖, 甲厂的李某、乙厂的董某分获一等奖."""
    for m in _WON.finditer(text):
        left = _clause_start(text, m.start())
        crowd = _CROWD_LAST.search(text, left, m.start())
        end, found, shown = crowd.start() if crowd else m.start(), list[_Found](), bool(crowd)
        while end > left:
            work = _WORK.search(text, left, end)
            end = work.start() if work else end
            item = max(left, text.rfind("、", left, end) + 1)
            begin = name_before(text, item, end, _WINNER_OPENS)
            if begin is None:
                break
            lead = text[item:begin]
            shown = shown or bool(work or _INTRODUCED.search(lead) or _NEXT_PRIZE.search(text, left, item))
            found.append((begin, end, _employed(text, item, begin)))
            joint = _LAST_JOINT.search(text, item, begin) or _joined_before(text, item, begin, _NEXT_SCHOOL)
            end = joint.start() if joint else item - 1
        if shown:
            yield from found


# 获得十佳设计师的分别是甲、乙、丙; 大奖得主计某、李某
_WINNERS_ARE = Rule(
    r"(?:获得|荣获|夺得|摘得|当选|获)[^,。;\n]{2,40}?的?(?:选手|设计师|同学|学生|作者)?(?:分别)?[是有为]:?(?=[一-鿿]{2,3}、)"
    r"|(?<=[”奖])(?:获得者|得主|获奖者)(?:分别[是为])?(?=[一-鿿]{2,3}(?:[、,。]|携手|先后|分别|和|与))"
)


def _listed_winners(text: str) -> Iterator[_Found]:
    """Yield the names of a list that words of winning open."""
    for m in _WINNERS_ARE.finditer(text):
        at = m.end()
        while (end := name_end(text, at)) is not None:
            yield at, end, ()
            joint = _LIST_SIGN.match(text, end)
            if joint is None:
                break
            at = joint.end()


# 秘书长由吴某担任
_TAKEN_BY = re.compile(r"(?:一职|职务|人选)?(?:仍|继续)?由")
_TAKES_IT = re.compile(r"(?:同志|先生|女士)?(?:继续|兼)?(?:担任|出任|兼任|接任)")


def _taken_by(text: str) -> Iterator[_Found]:
    """Yield the names behind a post that they are told to take."""
    for title in read_titles(text):
        by = _TAKEN_BY.match(text, title.end)
        end = name_end(text, by.end()) if by else None
        if by and end and _TAKES_IT.match(text, end):
            body = _organisation_before(text, _clause_start(text, title.begin), title.begin)
            yield by.end(), end, posts_of(body, title.words)


_NEXT_SCHOOL = re.compile(r"[和与及](?=[^,。;、和与及]{2,20}的$)")  # 甲公司的曹某和|乙集团的


def _employed(text: str, begin: int, end: int) -> tuple[Post, ...]:
    """Return the school or firm that stands before a winner's name; a town is none."""
    body = _organisation_before(text, begin, end)
    known = body and re.search(rf"{OPEN_BODY}|[厂店坊社校]$", body)
    return (Post(body, None),) if known else ()


# --- names with a body but no title, or a verb alone -----------------------------------------------

_BRANCH = Rule("[一二三四五六七八九]部(?<=[一-鿿]{4})|庭(?<=[一-鿿]{3})|(?:研究室|教研室)(?<=[一-鿿]{5})")
# 欧, 司, 夏 and 完 begin surnames of two characters.
_BEGINS_SURNAME = SURNAME_1 | frozenset("欧司夏完")


def _behind_bodies(text: str) -> Iterator[int]:
    """Yield where a surname may stand right behind a body: 国务院发展研究中心|刘世锦."""
    ends = body_endings().ends(text)
    ends |= {m.end() for m in _BRANCH.finditer(text)}
    for end in sorted(ends):
        begin = end + text.startswith("的", end)
        if text[begin : begin + 1] in _BEGINS_SURNAME and not text.endswith("企业", 0, end):
            yield begin


_NAMED = rf"(?P<name>{SHORT_SURNAME}[一-鿿]{{1,3}}|[一-鿿]{{1,8}}(?:·[一-鿿]{{1,8}})+)"
_RESUME_POST = rf"(?P<of>[^\n。,;:()]{{0,36}}?)(?P<title>(?:常务|执行|名誉|副)*{TITLE_HERE})"
_RESUMES = (
    Rule(
        rf"(?:^|\n|(?<!联系人)(?<!负责人)(?<!编辑):)[ \t]*(?:\d+[.、])?{_NAMED}[ \t]*[ \t,:|-][ \t]*{_RESUME_POST}(?=[ \t]*(?:\n|$))"
    ),
    Rule(rf"(?:^|[\n\s、,:;])\s*{_NAMED}\({_RESUME_POST}\)"),
    Rule(rf";\s*{_NAMED},{_RESUME_POST}(?=;)"),
)
# Names with a dot show themselves where their first part keeps to the characters of transcription.
_DOTTED = Rule(
    r"[阿艾肯江满都买麦米木古丽尔孜克提江吐逊依不都热西哈力巴帕努尼玛莎沙夏穆罕默德合斯卡塔库班吾甫苏玉赛迪娜扎萨拉曼姆达伊比加地里亚]{2,7}(?:·[一-鿿]{1,8})+"
)
_OPENING = Rule(
    r"(?:^|(?<=[\n。]))(?=[一-鿿]{2,3}(?:主持|致辞|致词|宣读|作[^,。]{0,6}报告|发表|讲话|发言|在(?:[一-鿿]{0,4}(?:致辞|致词|讲话|发言|报告|演讲|总结)|会上|大会上|会议上|论坛上)))"
)
# 由王某作筹备报告, 首先请朱某对…做了报告, 审议了王某所作的《…》.
_REPORTING = Rule(
    r"(?:由|请|听取(?:并审议)?了?|审议了?|通过了?)(?=[一-鿿]{2,4}(?:所?[作做]|主持|宣读|对|就|向|汇报|报告|通报|代表))"
)
_REPORTS = re.compile(
    r"所?[作做](?:了|的|[一-鿿]{0,14}(?:报告|说明|总结|通报))|主持|宣读|汇报|报告(?!会)|通报"
    r"|(?:对|就|向|代表)[^,。]{2,40}(?:[作做]|汇报|宣读|说明|通报|介绍)"
)
_WINS = re.compile(r"荣?获(?!悉)|摘得|夺得|作[^,。]{0,8}报告|(?:介绍|回顾|主讲|解读|分享)了|主持")
_DOES = re.compile(
    r"\s*(?:[、,。]|等|分别|主持|致辞|发言|作|获|荣获|夺|摘|斩获|分列|谈|介绍|分享|担任|夺|摘|表示|指出|认为|强调|汇报|讲解|宣讲|通报|解读|主讲|先生|女士|回顾|和(?=[^,。]{3,40}分别))"
)


def _untitled(text: str) -> Iterator[_Found]:
    """Yield 国务院发展研究中心刘世锦, a line 姚某 某某协会主任 and, opening a sentence, 夏令敏主持会议."""
    for begin in _behind_bodies(text):
        end = name_end(text, begin)
        if (
            end
            and (end - begin >= 3 or _WINS.match(text, end))
            and _DOES.match(text, end)
            and not TITLE_NOT_BEFORE.match(text, begin)
        ):
            body = _organisation_before(text, max(0, begin - 40), begin)
            yield begin, end, (Post(body, None),) if body else ()
    for m in (m for pattern in _RESUMES for m in pattern.finditer(text)):
        name = m["name"]
        if not (region_at(name, 0) or BASE.match(name) or NOT_A_NAME.match(name + " ")):
            yield *m.span("name"), (Post(m["of"].strip() or None, m["title"]),)
    for m in _DOTTED.finditer(text):
        end = foreign_end(text, m.start())
        if end and follower_at(text, end):
            yield m.start(), end, ()
    for m in _REPORTING.finditer(text):
        end = name_end(text, m.end())
        if end and _REPORTS.match(text, end) and not region_at(text, m.end()):
            yield m.end(), end, ()
    for m in _OPENING.finditer(text):
        end = name_end(text, m.end())
        if end:
            yield m.end(), end, ()


# --- what they do ----------------------------------------------------------------------------------

_DEEDS: tuple[tuple[PersonRole, re.Pattern[str]], ...] = (
    ("moderator", re.compile(r"^[^,;]{0,16}?主持(?!人)")),
    ("speaker", re.compile(
        "致辞|致词|致.{0,6}[辞词]|讲话|报告(?!会)|发言|演讲(?!会|比?赛)|解读(?!会)|介绍(?!会)|讲了|讲述|详解|指出|表示|强调|认为|(?<![小传])说(?!明书|法)|(?<!座)谈(?!会)|宣读|宣布|发布(?!会|活动|仪式)|通报(?!会)|总结(?!大?会)|建议|阐述|分享(?!会|活动)|授课|主讲|汇报(?!会|演出)|回顾(?!展)|点评|提出|透露|阐释|分析(?!会)|作了|作题|作“|讲解|答记者问|推介(?!会|活动)|坦言|称(?!号)")),
    ("awardee", re.compile("荣获|获得(?!者)|被授予|获评|获[金银铜一二三四特优最“第]|分获|摘得|夺得|夺魁|分列|斩获|折桂|夺冠|问鼎")),
    ("attendee", re.compile("出席|参加|参会|到场|到会|莅临|受邀|应邀|见证|与会|参与|列席|观摩|建言|颁奖|授牌|揭牌|剪彩|按下|启动|颁发|陪同|揭幕|签约|签署|致贺|考察|调研|座谈|交流|观看|到贺|祝贺")),
)  # fmt: skip
_LEADS: tuple[tuple[PersonRole, re.Pattern[str]], ...] = (
    ("speaker", re.compile(r"(?:授课|主讲|讲师|演讲|发言|分享|演讲嘉宾|主讲嘉宾|讲话|致辞)[^。,\n]{0,8}:[^。\n]*$")),
    ("moderator", re.compile(r"主持人?:[^。,;\n]*$")),
    ("attendee", re.compile(r"(?:出席|参加|邀请|嘉宾|到会|到场|莅临|参会|与会|迎来|会见|就座|在座)[^。\n]*$")),
)  # fmt: skip
# 致辞嘉宾: on a line of its own rules the short lines below it.
_LIST_HEADING = re.compile(
    r"(?:^|\n)[ \t]*(?:\d、|[一二三四五六七八九十]、)?(?:(?P<speaker>(?:致辞|演讲|主题|分享|主讲|授课|发言|主旨)[^\n:。]{0,8})|(?P<moderator>主持人?)|(?P<attendee>(?:出席|特邀|拟邀|邀请|参会)[^\n:。]{0,8}))\s?:[ \t]*\n(?:[^\n:。]{1,60}(?::[^\n。]{1,40})?\n)*[^\n。]{0,60}$"
)
_LISTED = re.compile(
    rf"^\s*(?:女士|先生|同志|(?:副|助理)?{TITLE_HERE})?(?:[、,;]|和|与|及|以及|等?\s?$)|^(?:的[一-鿿]{{0,4}}作品|凭|以)?(?:《[^》\n]*》)?、(?:[^,。;、\n]{{2,24}}的)?$"
)
_BY_NEXT = re.compile(r"[,;][^,;、。]{0,8}由")  # 副主席甲,会议由乙主持
_ABSENT = re.compile(
    r"^在电话[里中]|^“[^“”\n]{2,60}”的?(?:重要)?(?:指示|批示|讲话|要求)(?:精神)?|^(?:同志)?的?(?:重要)?(?:讲话|批示|指示|回信)精神|^(?:同志)?对[^,。;\n]{2,12}的(?:讲话|致[辞词]|贺信|批示)|^[^,;。\n]{0,4}?委托|^[^,;。\n]{0,6}(?:因故|未能|未出席|缺席|(?:专门|特地|特?[向为][^,。]{1,12})?(?:发来|致)(?:书面)?(?:[贺唁]?[信电函]|致[辞词])|因[^,。]{1,8}(?:未能|缺席|无法|出差|请假|委托))"
)


# 没能到会的某厂厂长某某在电话里说
_STAYED_AWAY = re.compile(
    r"(?:没能|未能|无法|不能|因故未|因故没有)(?:亲自|亲临)?(?:到会|到场|出席|参加|与会|参会|赴会|前来|到现场)[^,。;、]{0,6}的[^,。;]*$"
    r"|(?:出差|请假|缺席|住院)的[^,。;]*$"
)


def _is_absent(text: str, begin: int, end: int) -> bool:
    """Tell whether the words around a name say that its holder was not there."""
    stayed = _STAYED_AWAY.search(text, _clause_start(text, begin), begin)
    return bool(stayed or _ABSENT.match(text[end : end + 80]))


# 沈某代表王某会长致辞: who is spoken for stayed away.
_SPOKEN_FOR = re.compile(r"(?:同志|先生|女士)?代表[^,。;、\n与和同跟向给为]{0,20}")


_TAKES_POST = re.compile(r"[^,。;]{0,12}?(?:当选|连任|蝉联|担任|就任|接任|出任|兼任|受聘|任|为)")


def _deed(gap: str) -> PersonRole | None:
    """Return what the words right behind a name say its holder does."""
    first, _, second = gap.lstrip(" ,").partition(",")
    if re.match(r"\s*(?:等|以及|和)", first) and not any(p.search(first) for _, p in _DEEDS):
        first = gap
    if re.match(r"\s*(?:并|还|他|她|强调|指出|表示|认为)", second):
        first += "," + second.partition(",")[0]
    return next((role for role, pattern in _DEEDS if pattern.search(first)), None)


def _roles(text: str, found: list[_Found]) -> list[PersonRole | None]:
    """Return what each person does; in a list without verbs, what the last of it does."""
    roles: list[PersonRole | None] = [None] * len(found)
    for i in range(len(found) - 1, -1, -1):
        begin, end, posts = found[i]
        stop = m.start() if (m := _STOP.search(text, end)) else len(text)
        following = found[i + 1][0] if i + 1 < len(found) and found[i + 1][0] < stop else None
        gap = text[end : following or min(stop, end + 120)]
        listed_gap = following and _LISTED.match(gap) and not _BY_NEXT.search(gap)
        listed_gap = listed_gap and not any(deed.search(gap) for _, deed in _DEEDS)
        if any(post.title == "主持人" for post in posts):
            roles[i] = "moderator"
        elif listed_gap:
            roles[i] = roles[i + 1]
        else:
            roles[i] = _deed(gap) or _lead(text, begin)
        if roles[i] is None and _TAKES_POST.match(gap):
            roles[i] = "other"
    return roles


def _lead(text: str, begin: int) -> PersonRole | None:
    """Return what the words before a name say: 出席会议的有…, 授课老师:…."""
    if heading := _LIST_HEADING.search(text, max(0, begin - 300), begin):
        return heading.lastgroup  # type: ignore[return-value]
    before = text[_sentence_start(text, begin) : begin]
    return next((role for role, pattern in _LEADS if pattern.search(before)), None)


def read_people(text: str, headline: str = "") -> tuple[PersonMention, ...]:
    """Read the people of a text in its order, each mention with the posts its words give.

    A name needs a title, a verb of speech or a place in a chain; signers of the article are left out.

    Args:
        text: the clean body.
        headline: above it, which may name the body in full that the text calls 协会.
    """
    flattened = flat(text)
    names = naming(text, headline)
    spans = _without_overlap(
        [
            *_chained(flattened, names),
            *_elected(flattened),
            *_taken_by(flattened),
            *_untitled(flattened),
            *_winners(flattened),
            *_listed_winners(flattened),
        ]
    )
    for begin, end, posts in _grouped(flattened):  # a crowd's style is nobody's who has a post of his own
        if not spans.get((begin, end)):
            spans = _without_overlap([*((b, e, p) for (b, e), p in spans.items()), (begin, end, posts)])
    spans |= _mentioned_again(flattened, spans)
    met = _with_own_posts(flattened, [(begin, end, posts) for (begin, end), posts in sorted(spans.items())])
    spoken_for = [one for last, one in pairwise(met) if _SPOKEN_FOR.fullmatch(flattened, last[1], one[0])]
    found = [one for one in met if one not in spoken_for]
    return tuple(
        PersonMention(
            b,
            e,
            text[b:e],
            _UNPADDED.sub("", text[b:e]),
            role,
            tuple(_in_full(post, names, b) for post in posts),
        )
        for (b, e, posts), role in zip(found, _roles(flattened, found), strict=True)
        if not (_is_absent(flattened, b, e) or _AND.match(flattened, max(0, b - 1)))
    )


# 专家评委和大众评委: 和 behind a word without a title joins; it is nobody's family name.
_AND = re.compile(
    r"[一-鿿](?:(?<![长任席记员理师授士家生者监事裁])和"
    r"|和(?:工厂|企业|市场|品牌|院校|学校|高校|面料|买手|商家|厂家|客商|渠道|平台|丝绸|蚕[丝茧桑]|[棉麻毛](?=[纺织纤绒])|羊绒|羽绒|纱线|纤维|染整|缝制|鞋[业帽]|内衣|童装|家居|贸易|外贸|商贸|纺织|服[装饰]|家纺|针织|印染|化纤|皮革|面料|行业|产业|企业|业[界内]|时尚|设计|技术|市场|法律|财[经务]|媒体|学术|高校|院校|政府|部门|科研|电商|品牌))"
)


def _without_overlap(found: Iterable[_Found]) -> dict[tuple[int, int], tuple[Post, ...]]:
    """Join what is said of one name; where two readings overlap, the first one stays."""
    spans: dict[tuple[int, int], tuple[Post, ...]] = {}
    for begin, end, posts in found:
        known = spans.get((begin, end))
        if known is not None:
            seats = {post.organisation for post in known}
            new = (p for p in posts if p not in known and (p.title or p.organisation not in seats))
            spans[begin, end] = (*known, *new)
        elif not any(span[0] < end and begin < span[1] for span in spans):
            spans[begin, end] = posts
    return spans


def _with_own_posts(text: str, met: list[_Found]) -> list[_Found]:
    """Take from who is told beside a holder of a post what is not his.

    会长甲与乙签约, where 乙 is a mayor known before, leaves him that; 某公司总经理甲、乙 the posts that many hold.
    """
    own: dict[str, tuple[Post, ...]] = {}
    kept: list[_Found] = []
    for begin, end, posts in met:
        known = own.get(text[begin:end], posts) != posts
        joint = text[kept[-1][1] : begin] if kept and kept[-1][2] == posts else ""
        if known and joint in ("与", "和", "同", "跟", "及"):
            posts = ()
        elif known and joint == "、":
            posts = tuple(post for post in posts if not _is_held_by_one(post))
        if posts:
            own.setdefault(text[begin:end], posts)
        kept.append((begin, end, posts))
    return kept


def _is_held_by_one(post: Post) -> bool:
    title = post.title or ""
    return title.endswith(_ONE_HOLDS) and not title.startswith("副")


_ONE_HOLDS = ("总经理", "董事长", "总裁", "厂长", "镇长", "县长", "市长", "区长", "局长", "书记")


def _mentioned_again(
    text: str, spans: dict[tuple[int, int], tuple[Post, ...]]
) -> dict[tuple[int, int], tuple[Post, ...]]:
    """Return the further places where the people found are named, without title."""
    again: dict[tuple[int, int], tuple[Post, ...]] = {}
    for name in {text[begin:end] for begin, end in spans}:
        at = text.find(name)
        while at >= 0:
            if not any(begin < at + len(name) and at < end for begin, end in (*spans, *again)):
                again[at, at + len(name)] = ()
            at = text.find(name, at + len(name))
    return again


def _in_full(post: Post, naming: Naming, at: int) -> Post:
    """Return the post with its body's full name, or with the body it can only be of, where the text gives one."""
    if post.organisation:
        return Post(naming.full(post.organisation, at), post.title)
    seat = _SEAT.match(post.title or "")
    if seat and seat[1] and post.title not in CROWD:
        return Post(naming.seat(seat[1]), post.title)
    title, body = post.title or "", naming.sitting()
    of_it = title.endswith((*_OF_A_BODY, "主任委员")) or (
        title.endswith("主席") and _CHAIRED.search(body or "")
    )
    return Post(body, title) if of_it else post


_CHAIRED = re.compile("(?:联盟|商会|联合会|促进会)$")
