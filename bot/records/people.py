"""Who was there: people by name, the posts they hold and what they do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from bot.records.model import PersonRole, Post
from bot.records.organisations import full_names
from bot.records.text import any_of, flat, listed, table, words


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in a text; ``begin`` and ``end`` span the name, ``quote`` is ``text[begin:end]``.

    ``role`` is None where the words around tell nothing of what the person does.
    """

    begin: int
    end: int
    quote: str
    name: str
    role: PersonRole | None
    posts: tuple[Post, ...] = ()


_MODIFIER = "(?:原|前|时任|现任|新任|首任|名誉|荣誉|常务|执行|专职|首席|代|驻会|轮值|特邀|创会|高级|资深|著名|知名|国家级|特聘|客座|候任|终身|永久|第[一二三四五六七八九十]+届|副)*"
# Titles that sign an article; their holders are not people of the event.
_BYLINE = frozenset(
    [
        "记者",
        "首席记者",
        "高级记者",
        "实习记者",
        "全媒体记者",
        "本报记者",
        "本刊记者",
        "通讯员",
        "特约记者",
        "特约撰稿人",
        "编辑",
        "责任编辑",
        "摄影记者",
        "评论员",
    ]
)
_EXTRA_TITLES = [
    "书记",
    "常委",
    "委员",
    "代表",
    "主持人",
    "选手",
    "嘉宾",
    "院士",
    "博士",
    "专家",
    "老师",
    "学者",
    "传承人",
    "大师",
    "工艺美术师",
    "裁缝",
    "模特",
    "获得者",
    "得主",
    "评委",
    "评委会主席",
    "领导",
    "掌门",
    "董事长助理",
    "主任委员",
    "副主任委员",
    "总策划",
    "总导演",
    "导演",
    "策展人",
    "发起人",
    "召集人",
    "组长",
    "副组长",
    "团长",
    "副团长",
    "队长",
    "领队",
    "校友",
    "政委",
    "参事",
    "参赞",
    "大使",
    "公使",
    "专员",
    "助理",
    "干事",
    "总干事",
    "督导",
    "主管",
    "经理",
    "副经理",
    "部长",
    "科员",
    "主任助理",
    "负责人",
    "工会主席",
    "党委副书记",
    "纪委副书记",
    "党总支书记",
    "常务副市长",
    "常务副会长",
    "市长",
    "镇委书记",
    "村支书",
    "支书",
    "镇委副书记",
    "党工委书记",
    "党组成员",
    "二级巡视员",
    "四级调研员",
    "秘书处主任",
    "CEO",
    "CTO",
    "CMO",
    "COO",
    "首席代表",
    "代主任",
    "特级教师",
    "研究员级高工",
    "高工",
    "美容师",
    "造型师",
    "化妆师",
    "摄影师",
    "买手",
    "主编助理",
    "理事长助理",
    "联合会主席",
    "轮值会长",
    "主理人",
    "创意总监",
    "合伙人",
    "董事总经理",
    "运营官",
    "顾问",
    "校董",
    "名誉主席",
    "荣誉主席",
    "理事会主席",
    "理事会会长",
    "企业家",
    "女企业家",
    "艺术家",
    "画家",
    "学会长",
    "联席会长",
    "共同主席",
    "常务主席",
    "常务副主席",
    "区委常委",
    "县委常委",
    "市委常委",
    "省委常委",
    "统战部长",
    "宣传部长",
    "组织部长",
    "政法委书记",
    "人大主任",
    "人大副主任",
]
# 商会会长 is 会长 of a 商会: a title keeps to the post, the body before it to the body.
_BODY_FIRST = re.compile(
    "协会|商会|分会|专委会|专业委员会|专家委员会|联盟|促进会|组委会|产业集群|监事会|中心|研究院|研究所|重点实验室|工程中心|杂志社|报社|政协|工商联|贸促会|管委会|街道|人大|办公|党委办|工信局|商务局|发改委|乡村振兴局|主席团|董事会|董事局|分公司|事业部|学院|教务处|科技处|研究生院|编辑部|采编部|新闻中心|中国工程院|技术部|生产部|商城|委主|委副|理事单位|副会长单位|会员单位|筹备组|宣传部|统战部|组织部|厅党组"
)
_POSTS = [
    title
    for row in table("titles")
    if (title := row["title"]) not in _BYLINE and not _BODY_FIRST.match(title)
] + _EXTRA_TITLES
_TITLE = rf"{_MODIFIER}{any_of(_POSTS)}"
_SURNAME2 = [name for name in listed("surnames") if len(name) > 1]
_SURNAME1 = "".join(name for name in listed("surnames") if len(name) == 1)
_NOT_GIVEN = r"[^\s,。、;:!?()《》“”\"\d\-A-Za-z的了是着等及们与在说讲谈称将已曾也还又就从把被让使由且而或但会和任为、./·|]"
_GIVEN = re.compile(_NOT_GIVEN)
_FOREIGN = re.compile(
    r"[一-鿿]{1,6}(?:·[一-鿿A-Za-z]{1,8}){1,4}|[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z]+){1,2}"
)
_FOLLOWERS = any_of(listed("name_followers"))
_AFTER = re.compile(
    rf"\s*(?:[,。、;:!?()《“”\"\n.]|$|{_TITLE}|{_FOLLOWERS}|会(?=受|见|同|上|后|议)|在|等|率|将|已|也|作(?=[一-鿿\d“《题])|做(?=了|[一-鿿\d“《])|为(?=大会|会议|活动|获|论坛|.{{0,8}}(?:授牌|颁奖|揭牌|致|发)))"
)
_SURNAME = re.compile(rf"(?P<two>{any_of(_SURNAME2)})|[{_SURNAME1}]")


@cache
def _edges(words_after: str) -> frozenset[int]:
    """Return the word boundaries of a short stretch, the segmenter's vote where rules have none."""
    at, edges = 0, set()
    for word in words(words_after):
        at += len(word)
        edges.add(at)
    return frozenset(edges)


def _reach(text: str, at: int) -> int:
    """Return how many characters of a known follower stand at a position, 0 for none."""
    m = _AFTER.match(text, at)
    return max(m.end() - at, 1) if m else 0


def _name_end(text: str, at: int, known: frozenset[str] = frozenset()) -> int | None:
    """Return where the name that begins at a position ends, or None where none begins.

    Of two lengths that both may be a name, the one that leaves a verb wins (副处长刘志强调: 刘志).
    """
    foreign = _FOREIGN.match(text, at)
    if foreign and "·" in foreign.group():
        return foreign.end()
    surname = _SURNAME.match(text, at)
    if surname is None:
        return foreign.end() if foreign else None
    short = surname.end() + 1
    if not all(_GIVEN.match(c) for c in text[surname.end() : short]) or short > len(text):
        return None
    lengths = [short] if not (short < len(text) and _GIVEN.match(text[short])) else [short + 1, short]
    if surname["two"] and text[at] in _SURNAME1:  # 欧阳 may be 欧 + 阳
        lengths.append(at + 2)
    for end in lengths:
        if text[at:end] in known:
            return end
    reaches = {end: _reach(text, end) for end in lengths}
    best = max(lengths, key=lambda end: (reaches[end] > 0, end + reaches[end], end))
    if reaches[best]:
        return best
    edges = _edges(text[at : at + 10])
    return next((end for end in lengths if end - at in edges), None)


_POST = re.compile(rf"{_TITLE}(?:(?:兼|\(兼\))[^\s,。、;:]{{0,12}}?{_TITLE})*(?![长会届班])")
_ITEM_START = re.compile(r"[,。;:!?\n“”()]|以及|及(?!其)")
# Words before a body's name that are no part of it.
_JUNK = re.compile(
    r"^(?:.*(?:出席|参加|邀请到?|来自|特邀|聘请|推选|选举|包括|有(?=[中全国省市])|嘉宾|领导|迎来|由(?!于)|请(?=[中全国省市])|会上|其中|大会|会议|活动|随后|最后|接着|首先|期间|当选|同时|受邀|以及|(?:召开|举行|举办)的?|会见了|代表(?=[一-鿿]{4,})|专家|在会上|现场|时|当天|据|对|和(?=[中全国省市])|与|向|为))"
)


def _organisation_before(text: str, begin: int, end: int) -> str | None:
    """Return the body that the words before a title name, without what leads up to it."""
    piece = text[begin:end]
    cut = max((m.end() for m in _ITEM_START.finditer(piece)), default=0)
    piece = piece[cut:].strip(" 、·")
    junk = _JUNK.match(piece)
    if junk and len(piece) - junk.end() != 1:
        piece = piece[junk.end() :]
    piece = piece.strip(" 的、·")
    return piece if len(piece) >= 2 and not re.search(r"^\d|[了是着]$", piece) else None


@dataclass(slots=True)
class _Chain:
    """What a chain of attendees carries on: the last body, the posts waiting for their holder."""

    organisation: str | None = None
    waiting: tuple[Post, ...] = ()
    reach: int = 0  # where the last item ended
    posts: tuple[Post, ...] = ()


def _posts_of(organisation: str | None, title: str) -> tuple[Post, ...]:
    """Return the posts of 副会长兼秘书长, one each."""
    parts = re.split(r"兼|\(兼\)", title)
    return tuple(Post(organisation, part) for part in parts if part)


def _chained(text: str) -> Iterator[tuple[int, int, tuple[Post, ...]]]:
    """Yield names that follow a title, with their posts: 会长甲,副会长乙、丙."""
    chain = _Chain()
    for m in _POST.finditer(text):
        if m.start() < chain.reach:
            continue
        broken = re.search(r"[。;!?\n]", text[chain.reach : m.start()])
        if broken:
            chain = _Chain(reach=chain.reach)
        organisation = (
            _organisation_before(text, max(chain.reach, m.start() - 60), m.start()) or chain.organisation
        )
        posts = (*chain.waiting, *_posts_of(organisation, m.group()))
        end = _name_end(text, m.end())
        if end is None:
            waits = re.match(r"、|兼|\s(?=[一-鿿])", text[m.end() :])
            chain = _Chain(organisation, posts if waits else (), m.end())
            continue
        at = m.end()
        chain = _Chain(organisation, (), end)
        while True:
            yield at, end, posts
            following = _listed_name(text, end)
            if following is None:
                break
            at, end = following
            chain.reach = end


def _listed_name(text: str, end: int) -> tuple[int, int] | None:
    """Return the next name of 乙、丙和丁 when nothing but a name stands between the signs."""
    joint = re.match(r"\s*[、]\s*|(?:和|与|及|以及)", text[end:])
    if joint is None:
        return None
    at = end + joint.end()
    stop = _name_end(text, at)
    return (at, stop) if stop and not _POST.match(text, stop) and _reach(text, stop) else None


_TITLED = re.compile(
    rf"(?P<title>{_TITLE}|同志|先生|女士)(?=[,。、;:!?)]|在|作|做|主持|表示|致|宣|为|从|对|就|和|与|说|代表|$|{_FOLLOWERS})"
)
_ELECTED = re.compile(
    rf"(?P<names>[一-鿿·]{{2,4}}(?:、[一-鿿·]{{2,4}})*)(?:等(?:\d+|[一二三四五六七八九十]+)[人位名])?(?:以[^,。]{{2,10}})?(?:同志)?(?:被?(?:当选|推选|选举|推举|聘|选)为?|连任|分别?担?任|担任|出任|兼任|任|为)(?:了)?(?P<of>[^,。;、\n]{{0,24}}?)(?P<title>{_TITLE})"
)


def _elected(text: str) -> Iterator[tuple[int, int, tuple[Post, ...]]]:
    """Yield names before the post they take: 陈栋、高敏等50人任副会长."""
    for m in _ELECTED.finditer(text):
        body = (
            re.sub(
                r"^(?:新一届|第?[一二三四五六七八九十\d]+届|首届|协会|该|本届|新|为)*(?:理事会)?", "", m["of"]
            ).strip()
            or None
        )
        at = m.start("names")
        for name in re.split("(、)", m["names"]):
            begin, at = at, at + len(name)
            start = _name_within(text, begin, at)
            if start is not None:
                yield start, at, _posts_of(body, m["title"])


def _name_within(text: str, begin: int, end: int) -> int | None:
    """Return where a name that ends at a position begins, verbs before it left out (选举王某)."""
    for at in (end - 3, end - 2, end - 4):
        named = at >= begin and _SURNAME.match(text, at) and all(_GIVEN.match(c) for c in text[at + 1 : end])
        if named and (at == begin or re.search(r"(?:选举|推选|聘请|推举|提名|[、,])$", text[begin:at])):
            return at
    return None


_SPEECH_OPENING = re.compile(
    rf"(?:^|(?<=[\n。]))(?P<name>[{_SURNAME1}][一-鿿]{{1,2}}?)(?=主持|致辞|致词|宣读|作(?:工作|主题)?报告|发表|讲话|发言)"
)

_ROLES: tuple[tuple[PersonRole, re.Pattern[str]], ...] = (
    ("moderator", re.compile(r"^[^。;\n]{0,16}?(?:主持(?!人)|担任主持)")),
    ("speaker", re.compile(
        r"^[^。\n]{0,44}?(?:致辞|致词|致.{0,6}辞|讲话|报告|发言|演讲|解读|介绍|讲述|指出|表示|强调|认为|说(?!明书)|谈|宣读|宣布|通报|总结|建议|阐述|分享|授课|主讲|汇报|点评|提出|透露|阐释|作了|作题|作“)")),
    ("awardee", re.compile(r"^[^。\n]{0,12}?(?:荣获|获得?|被授予|获评|摘得|夺得|折桂)")),
    ("attendee", re.compile(r"^[^。\n]*?(?:出席|参加|参会|到场|到会|莅临|受邀|应邀|见证|与会|参与|列席|观摩|建言)")),
)  # fmt: skip
_ROLES_BEFORE: tuple[tuple[PersonRole, re.Pattern[str]], ...] = (
    ("moderator", re.compile(r"(?:主持人|主持:|由[^。,;\n]{0,40})$")),
    ("attendee", re.compile(r"(?:出席|参加|邀请|嘉宾|到会|到场|莅临|参会|与会|迎来)[^。\n]*$")),
)  # fmt: skip
_BY_MODERATED = re.compile(r"^(?:共同)?主持")
_ABSENT = re.compile(r"^[^。,;\n]{0,6}(?:因故|未能|未出席|缺席|因[^,。]{1,8}(?:未能|缺席|无法))")


def _role(text: str, begin: int, end: int, posts: tuple[Post, ...]) -> PersonRole | None:
    """Tell from the words around a name what the person does."""
    if any(post.title == "主持人" for post in posts):
        return "moderator"
    stop = min((i for i in (text.find(c, end) for c in "。\n") if i >= 0), default=len(text))
    after = text[end : min(stop, end + 160)]
    clause = re.sub(r"^(?:、[^,。;]{0,60}?)(?=[一-鿿]{2}(?:主持|致辞))", "", after)
    left = max(text.rfind(c, 0, begin) for c in "。\n;!?") + 1
    before = text[max(left, begin - 200) : begin]
    listed_here = after.startswith(("、", "和", "及", "等", ",")) or before.endswith("、")
    for role, pattern in _ROLES:
        if listed_here and role != "attendee":
            continue
        if pattern.match(clause):
            return role
    for role, pattern in _ROLES_BEFORE[1:]:
        if pattern.search(before):
            return role
    return None


def read_people(text: str) -> tuple[PersonMention, ...]:
    """Read the people of a text in its order, each mention with the posts its words give.

    A name needs a title, a verb of speech or a place in a chain; signers of the article are left out.
    """
    flattened = flat(text)
    found: dict[tuple[int, int], tuple[Post, ...]] = {}
    for begin, end, posts in (*_chained(flattened), *_elected(flattened)):
        found[begin, end] = (*found.get((begin, end), ()), *posts)
    for m in _SPEECH_OPENING.finditer(flattened):
        found.setdefault(m.span("name"), ())
    names = {flattened[b:e] for b, e in found}
    if names:
        for m in re.finditer(any_of(names), flattened):
            if not any(b < m.end() and m.start() < e for b, e in found):
                found[m.span()] = _title_behind(flattened, m.end())
    full = full_names(text)
    return tuple(
        PersonMention(
            b,
            e,
            text[b:e],
            text[b:e],
            _role(flattened, b, e, posts),
            tuple(_named_in_full(p, full) for p in posts),
        )
        for (b, e), posts in sorted(found.items())
        if not _ABSENT.match(flattened[e : e + 20])
    )


def _title_behind(text: str, end: int) -> tuple[Post, ...]:
    m = _TITLED.match(text, end)
    return (Post(None, m["title"]),) if m and m["title"] not in {"同志", "先生", "女士"} else ()


def _named_in_full(post: Post, full: dict[str, str]) -> Post:
    name = post.organisation
    return replace(post, organisation=full.get(name, name)) if name else post


_STRENGTH: tuple[PersonRole | None, ...] = ("moderator", "speaker", "awardee", "attendee", "other", None)


def gathered(mentions: Iterable[PersonMention]) -> tuple[PersonMention, ...]:
    """Return one mention a person, at the first place, with every post and the most telling role."""
    people: dict[str, PersonMention] = {}
    for mention in mentions:
        known = people.get(mention.name)
        people[mention.name] = mention if known is None else _joined(known, mention)
    return tuple(people.values())


def _joined(first: PersonMention, second: PersonMention) -> PersonMention:
    posts = list(first.posts)
    for post in second.posts:
        same = [
            p
            for p in posts
            if p.title == post.title
            and (p.organisation == post.organisation or None in {p.organisation, post.organisation})
        ]
        if not same:
            posts.append(post)
        elif same[0].organisation is None and post.organisation:
            posts[posts.index(same[0])] = post
    role = min(first.role, second.role, key=_STRENGTH.index)
    return replace(first, posts=tuple(posts), role=role)
