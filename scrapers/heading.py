"""A page's title (标题): what its heading, its markup, its byline and its head agree on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from scrapers.clean import is_prose, is_template
from scrapers.dates import around_date, dated_line, is_byline, is_signed_date
from scrapers.outline import Outline, is_named
from scrapers.words import alternatives

_SEPARATOR = re.compile(
    r"\s*(?:[_|｜»丨]+|(?<!\d)[-—–－]{1,2}(?!\d)|\s[-—–－·:：]{1,2}\s|[<>＞＜]{1,2}|--+|__+)\s*"
)
_SITE = re.compile(
    r"(?:网|网站|官网|频道|在线|门户|平台|协会|学会|商会|联合会|委员会|(?:管委|工委|专委|(?<!办)公|工|分|促进|研究|基金)会|工委|园区|产业园|集聚区|开发区|政府|日报|晚报|晨报|报|社|论坛|博客|首页|中心|大学|学院|医院|公司|"
    r"(?<![布格结破开僵])局|厅|部|委|办|办公室|办事处|管理处|研究院|研究所|联盟|集团|杂志|周刊|信息港|电视台|电子版|网易|新浪|搜狐|腾讯|\.(?:com|cn|net|org)|Powered by.*)$",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"(?:新闻|资讯|动态|公告|通知|信息|要闻|快讯|正文|详情|内容|详细|查看|浏览|报道|版)$")
# what a banner calls the part of a site that a page stands in
_CHANNEL = re.compile(
    r"(?:公司|企业|集团|行业|本会|协会|学会|商会|会员|市场|国内|国际|地方|基层|工作|党建|媒体|图片|视频|最新|热点|综合|时政|政务|展会|品牌|活动|通知|公告|信息|新闻|资讯)*"
    r"(?:新闻|动态|资讯|要闻|公告|公示|通知|信息|快讯|报道|活动|专题|频道|中心|详情|正文)(?:\s*[A-Za-z ]+)?"
)
_LONGEST_HEAD = 400  # characters of a title element that are looked at
_LONGEST_SITE = 20  # characters of a site's name
_LONGEST_COLUMN = 8  # characters; a longer one that ends so is a title
_META_TITLES = (
    "articletitle",
    "og:title",
    "twitter:title",
    "dc.title",
    "weibo:article:title",
    "title",
    "apub:title",
)
_LEVELS = {"h1": 2.5, "ucaptitle": 3.0, "founder-title": 3.0, "h2": 1.6, "h3": 1.2, "h4": 0.8, "h5": 0.8}
_UNTITLED = re.compile(
    r"(?:New Page|新建网页|Untitled|Untitled[- ]?(?:Document|Page)|无标题(?:文档|页|网页)?|无?标题页|Document|index|home|default)\s*\d*",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST = 4, 150  # characters of a title
_SHORTEST_NAMED = 2  # the same where a site's name sets it off: 讣告
_LEAST_UNSEEN = 1.8  # the same for a heading where the head's title is nowhere on the page
_LEAST = 2.4  # rating below which no visible line is taken for the title
_LEAST_UNDER_A_SITE = 1.1  # the same where the head names only the site or the column
_SALUTATION = re.compile("(?:各|尊敬的|致)[^，。]{1,40}[:：]$")
_TITLE_WORD = re.compile("[\u4e00-\u9fff]{4}")
_NO_TITLE = re.compile(
    "^[—–-]|[。；，]$|^(?:本[报网刊台]|见习|实习|特约|通讯员|记者)(?:见习|实习|特约)?(?:记者|通讯员)?[ 　:：]*[\u4e00-\u9fff]{2,4}$"
)
# how the title of an official notice or a speech is worded; typists break it over two lines
_NOTICE = re.compile(
    "关于.{4,80}(?:通知|通告|公告|通报|公示|意见|办法|函|决定|方案|批复|报告|倡议书)|在.{4,80}上的(?:讲话|发言|致辞|报告|总结)"
)
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Heading:
    """The title and the lines [first, last] it stands on (-1: nowhere visible)."""

    title: str
    first: int = -1
    last: int = -1


@dataclass(frozen=True, slots=True)
class _Head:
    """The titles the page's head declares, folded: whole, by metadata, and in parts long enough to tell.

    ``tells`` is False where it names but the site or the column. ``letters`` are those they hold, ``opening`` is
    a title of two or three characters (讣告) that the site's name follows. ``listed`` is what the list calls the page,
    ``cut`` tells that it does so in part.
    """

    tells: bool
    whole: str
    named: frozenset[str]
    parts: tuple[str, ...]
    letters: frozenset[str]
    opening: str
    listed: str
    cut: bool


def fold(text: str) -> str:
    """Reduce a title to its letters and digits."""
    return (text if text.isalnum() else "".join(_LETTERS.findall(text)).replace("_", "")).lower()


def find_heading(
    page: Outline, head: str, metas: Mapping[str, str], body: int = 0, listed: str = ""
) -> Heading:
    """Find the title among the visible lines.

    Args:
        page: the outline.
        head: the words of the title element.
        metas: the page's metadata, names in lower case.
        body: the line the body seems to begin on.
        listed: the title in the list that led to the page, perhaps cut off.
    """
    declared = [metas[name] for name in _META_TITLES if name in metas]
    named = {fold(part) for title in declared for part in (title, *segments(title)[:1])}
    parts = tuple(part for part in map(fold, segments(head)) if len(part) >= 8)
    fallback = title_of_head(head, metas)
    stem = listed.rstrip(" .…")
    called = fold(stem) if tells(stem) else ""
    told = tells(fallback) and not _is_foreign(fallback, page, body)
    titles = _Head(
        told and not (called and _names_other(fold(f"{head} {' '.join(declared)}"), listed, page, body)),
        fold(head),
        frozenset(part for part in named if len(part) > 3),
        parts,
        frozenset(fold(head)).union(called, *named),
        _opening(head),
        called,
        stem != listed,
    )
    dated = _dated(page)
    best, best_rating = Heading(""), _LEAST_UNDER_A_SITE
    for first, last in sorted({*_runs(page), *_broken_runs(page, titles)}):
        lines = page.lines[first : last + 1]
        text = " ".join([line.text for line in lines]) if last > first else lines[0].text
        text = _unlabelled(text, titles)
        is_opening = bool(titles.opening) and not lines[0].linked and fold(text) == titles.opening
        if not (is_opening or _SHORTEST <= len(text) <= _LONGEST) or (
            page.lines[first].linked * 10 > len(text) * 6 and text[:8] not in head
        ):
            continue
        rating = _rate(page, first, last, text, titles, body, dated)
        if rating > best_rating:
            best, best_rating = Heading(text, first, last), rating
    if best.title and (not titles.tells or best_rating > _least(page, titles, best)):
        title = _behind_column(_without_aside(best.title, head, listed), titles)
        before = _before_date(page, best.last + 1) if not titles.tells and best.first == best.last else ""
        return (
            Heading(before) if before and title.startswith(before) else Heading(title, best.first, best.last)
        )
    return Heading(fallback if titles.tells else _before_date(page, body) or fallback)


def _is_foreign(title: str, page: Outline, body: int) -> bool:
    """Tell a head in another script than the text: what a program calls its page (Notice List)."""
    return not _HAN.search(title) and any(_HAN.search(line.text) for line in page.lines[body : body + 1])


def _names_other(head: str, listed: str, page: Outline, body: int) -> bool:
    """Tell a head that knows nothing of the title which the list gives and the page shows, whole, over its text: it names the
    issue of a paper (丝路杂志2026年第5期), or a slogan of the site."""
    stem = fold(listed)
    is_cut = listed.endswith(("…", "..."))
    over = (fold(line.text) for line in page.lines[: body + 1] if not line.linked)
    return stem not in head and any(text == stem or (is_cut and text.startswith(stem)) for text in over)


_HAN = re.compile("[\u4e00-\u9fff]{2}")
_STEP = re.compile(r"\s*(?:→|»|›|\s[:：]\s)\s*")


def _behind_column(title: str, head: _Head) -> str:
    """Drop the columns that lead to a title on its own line, where the head knows it without them."""
    *columns, last = _STEP.split(title)
    known = columns and fold(last) in head.parts and (fold(title) not in head.whole or "→" in title)
    return last if known else title


def _before_date(page: Outline, body: int) -> str:
    """Return the title that stands in a heading over the body with its date behind it; empty where none does."""
    for number in range(min(body, len(page.lines) - 1), max(-1, body - 5), -1):
        text = page.lines[number].text
        before = around_date(text)[0].strip() if dated_line(text) else ""
        if tells(before) and _markup(page, number, number) >= _LEVELS["h4"]:
            return before
    return ""


def _opening(head: str) -> str:
    """Return the title that a page's head opens with where it is too short to be told from a word."""
    first, *rest = segments(head) or [""]
    short = fold(first)
    return short if rest and _SHORTEST_NAMED <= len(short) < _SHORTEST and not _is_site(first) else ""


def _least(page: Outline, head: _Head, best: Heading) -> float:
    """Return the rating a visible title must pass: less where the head's own title is nowhere on the page."""
    texts = {line.text for line in page.lines if _SHORTEST <= len(line.text) <= _LONGEST}
    if _markup(page, best.first, best.last) < _LEVELS["h3"] or any(
        _agreement(text, head) > 0 for text in texts
    ):
        return _LEAST
    return _LEAST_UNSEEN


_MARK = re.compile(r"\s*(?:原创|转载|独家|首发|置顶|推荐|热门|精华|头条|NEW|HOT)$", re.IGNORECASE)
_BRACKETED = re.compile(r"^\s*[\[【][^\]】]{1,12}[\]】]\s*|\s*[\[【][^\]】]{1,12}[\]】]\s*$")


def _unbracketed(title: str, head: str) -> str:
    """Drop a forum's [分类] and [复制链接], a portal's 原创, where the page's head gives the title without them."""
    bare = _MARK.sub("", _BRACKETED.sub("", title))
    return bare if bare != title and fold(bare) in fold(head) and fold(title) not in fold(head) else title


def _without_aside(title: str, head: str, listed: str) -> str:
    """Drop what stands behind a title on its line and is none of it: a counter (2357人看过), its day or who wrote it, what may be
    done with it [打印]. Where neither the page's head nor the list gives the title without that, only what no title ends with."""
    title = _unbracketed(title, head)
    bare = _SURELY_ASIDE.sub("", title)
    if bare != title and fold(title) not in fold(head):
        title = bare if len(fold(bare)) >= _SHORTEST else title
    for told in (*(head[start:] for start in _beginnings(head)), listed):
        same = takewhile(lambda pair: pair[0] == pair[1], zip(told, title, strict=False))
        stem = "".join(char for char, _ in same)
        rest = told[len(stem) :]
        whole = tells(stem.strip()) and (not rest or stem[-1].isspace() or _SEPARATOR.match(rest))
        if whole and _ASIDE.fullmatch(title[len(stem) :]):
            return stem.strip()
    return title


def _beginnings(head: str) -> Iterator[int]:
    """Yield where the parts of a title element begin."""
    yield 0
    yield from (mark.end() for mark in _SEPARATOR.finditer(head[:_LONGEST_HEAD]))


_SEEN = r"看过|浏览|阅读|点击|访问|查看|人气|热度|围观|评论|回复|跟帖|赞|收藏|views?|hits?|reads?|comments?"
_COUNT = r"(?:(?:本文|已有?|共有?|总|被|约|次|人|人次|位|条|过|量|数|网友|读者|访客|加载中)|\d[\d,.]*+|[万千wk+℃°:：\s-])"
# 689人看过, 浏览：1234, 已有1.2万人阅读, 331 views; a number in brackets counts, too: 阅读(20) 评论(0).
_COUNTER = rf"(?:{_COUNT}{{0,9}}+(?:{_SEEN})(?:{_COUNT}|[(（\[]\s*\d{{0,9}}\s*[)）\]]){{0,9}}+)"
_DONE = r"(?:编辑|打印|收藏|分享|复制链接|关闭|返回|回复|举报|字[体号]\s*[:：][\s大中小]{1,9})"
_SURELY_ASIDE = re.compile(
    rf"\s*(?:[(（\[【]\s*(?:(?=[^()（）\[\]【】]{{0,30}}\d){_COUNTER}|{_DONE})\s*[)）\]】]|\s(?=\D{{0,9}}\d){_COUNTER}|(?:{_SEEN})[量数]?\s*[:：]\s*\d{{1,9}}\s*[次人℃°]?)\s*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    rf"(?:\s*(?:[(（\[【]\s*)?(?:{_COUNTER}|{_DONE}|原创|转载|置顶|推荐|精华|[新热荐顶精]|[#¶§]|(?!(?:19|20)\d\d\b)\d{{1,7}}"
    r"|(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?"
    r"|(?:作\s*者|来\s*源|出\s*处|发布|发表|编辑|责编|记者|日期|时间|分类|栏目)[\u4e00-\u9fff]{0,4}\s*[:：][^，。！？：:]{0,30})(?:\s*[)）\]】])?){1,4}\s*",
    re.IGNORECASE,
)


def tells(title: str) -> bool:
    """Tell a title from the name of a site or a column, and from what an editing program puts there."""
    if _UNTITLED.fullmatch(title):
        return False
    if re.search("[，。！？：“”《》]", title) or len(title) > _LONGEST_SITE:
        return True
    return len(fold(title)) >= 8 and (not _is_site(title) or _says_something(title))


# 市领导调研轻纺城集团, 某业增速放缓 某商重新评估布局: no site is called by what somebody does.
_DOES = re.compile(
    rf"..(?:{alternatives('deeds', 'meeting', 'market')}|赴|迎来|[入进]驻|移师|落户|亮相|当选|入选|荣获|捐[款赠资]|携手|如何|[成设]立|组建|开通)(?=..)"
)
_CLAUSES = re.compile("(?P<first>[\u4e00-\u9fff]{5,}) [\u4e00-\u9fff]{5,}")


def _says_something(title: str) -> bool:
    """Tell a headline that ends as the names of bodies do: somebody does something, or it is of two clauses."""
    clauses = _CLAUSES.search(title)
    return bool(_DOES.search(title) or (clauses and not _SITE.search(clauses["first"])))


def _is_site(name: str) -> bool:
    return bool(_SITE.search(name) or (len(name) <= _LONGEST_COLUMN and _COLUMN.search(name)))


def _broken_runs(page: Outline, head: _Head) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that together say what the head calls the title: broken by hand, in whatever box."""
    begins = {part[0] for part in head.parts}
    for first, line in enumerate(page.lines):
        if line.text[0] not in begins:
            continue
        said = ""
        for last, part in enumerate(page.lines[first : first + _MOST_BROKEN], first):
            said += fold(part.text)
            if not any(title.startswith(said) for title in head.parts):
                break
            if last > first and said in head.parts:
                yield first, last


_MOST_BROKEN = 4  # lines of a title


def _runs(page: Outline) -> set[tuple[int, int]]:
    """List the runs of lines [first, last] that could be a title: each line, and each heading of some lines."""
    short = (e for e in page.elements if 1 < e.last - e.first <= 3)
    several = {(e.first, e.last - 1) for e in short if e.tag in _LEVELS or is_named(e.name, "title")}
    several |= set(_bold_runs(page))
    texts = [line.text for line in page.lines]
    for number, text in enumerate(texts[:-1]):
        if (
            text.startswith(("关于", "在"))
            and not _NOTICE.fullmatch(text)
            and _NOTICE.fullmatch(text + texts[number + 1])
        ):
            several.add((number, number + 1))
    return several | {(number, number) for number in range(len(page.lines))}


def _bold_runs(page: Outline) -> Iterator[tuple[int, int]]:
    """Yield the boxes of two or three lines that are bold throughout: a title broken over lines."""
    for element in page.elements:
        if not 1 < element.last - element.first <= 3:
            continue
        lines = page.lines[element.first : element.last]
        if all(line.strong * 10 > len(line.text) * 9 and not line.linked for line in lines):
            yield element.first, element.last - 1


def _rate(
    page: Outline, first: int, last: int, text: str, head: _Head, body: int, dated: Sequence[int]
) -> float:
    """Rate how sure a run of lines is to be the title; 0 where nothing speaks for it."""
    agreement = _agreement(text, head)
    markup = _markup(page, first, last)
    byline = _over_byline(page, first, dated[last + 1 : last + 5], head)
    labelled = _is_labelled(page, first)
    notice = not head.tells and bool(_NOTICE.fullmatch(re.sub(r"\s", "", text)))
    if not (agreement or markup or byline or notice or labelled or _over_body(page, last, body)):
        return 0.0
    key = fold(text)
    if not (4 <= len(key) <= 120 or key == head.opening) or key.isdigit():
        return 0.0
    if body and first > body + 2 and not markup and _is_site(text):
        return 0.0  # who signs the text over it
    if _SALUTATION.match(text) or _is_only_a_date(text) or _is_told_of(page, first, head):
        return 0.0
    if last > first and _is_with_subtitle(page, first, last, head):
        return 0.0
    rating = (
        agreement
        + markup
        + byline
        + 2.5 * labelled
        - (0.0 if agreement or markup or not _is_site(text) else 1.0)
    )
    line = page.lines[first]
    if notice:
        rating += 1.3
    if line.linked * 2 > len(line.text):
        rating -= 2.0
    if is_template(text):
        rating -= 4.0
    if _NO_TITLE.search(text) or _CHANNEL.fullmatch(text) or dated_line(text) > 1 or _is_labels(text):
        rating -= 2.0
    if body and first > body + 2 and not labelled and not (markup and byline >= 1.5):
        rating -= 1.5
    elif _over_body(page, last, body):
        rating += 0.7 if head.tells else 1.3
    return rating - first * 0.002


def _is_labels(text: str) -> bool:
    """Tell a byline that gives no date: 分类：… 来源：… 阅读：…."""
    return len(text) < _LONGEST_LABELS and text.count("：") + text.count(":") > 1 and is_byline(text)


def _unlabelled(text: str, head: _Head) -> str:
    """Drop the word for title before a title that the head knows: a forum's 贴子主题：某市召开…."""
    label = _INLINE_LABEL.match(text)
    rest = text[label.end() :] if label else ""
    return rest if rest and fold(rest) in head.whole else text


_INLINE_LABEL = re.compile(r"[\W_]*(?:[帖贴]子|文章|本[帖贴])?(?:主\s*题|标\s*题|题\s*目)\s*[:：]\s*(?=\S)")
_LONGEST_LABELS = 60  # characters
_LABEL = re.compile(
    r"(?:信件|来信|文章|新闻|公告|信息|通知|文件|公文)?(?:标\s*题|標\s*題|主\s*[题題]|[题題]\s*目|名\s*称)\s*[:：]?"
)


def _is_labelled(page: Outline, number: int) -> bool:
    """Tell what stands behind the word for title."""
    return bool(_LABEL.fullmatch(_label_before(page, number)))


def _is_told_of(page: Outline, number: int, head: _Head) -> bool:
    """Tell what an index table tells of a document besides its title: 发文机关： | 省工业和信息化厅."""
    label = _label_before(page, number)
    return bool(_FACT.fullmatch(label)) and fold(page.lines[number].text) not in head.parts


def _label_before(page: Outline, number: int) -> str:
    """Return the words before a line in its row of a table, or alone on the line before (<dt>标题：</dt><dd>); else nothing."""
    line, before = page.lines[number], page.lines[number - 1]
    beside = 0 <= line.row == before.row and line.cell != before.cell
    alone = number > 0 and line.row == before.row < 0 and before.text.endswith(("：", ":"))
    return before.text if beside or alone else ""


# What such a table calls its facts, with or without 【】.
_FACT = re.compile(
    r"\W*(?:[\u4e00-\u9fff]\s*){0,4}(?:索\s*引\s*号|文\s*号|编\s*号|(?:字|代)[号码]|[机单]\s*[构关位]|部\s*门|日\s*期|时\s*间|分\s*类|类\s*别|来\s*源|[时有]\s*效\s*性?|状\s*态)\W*"
)


def _is_with_subtitle(page: Outline, first: int, last: int, head: _Head) -> bool:
    """Tell lines the first of which is what the head calls the title, and the rest of which it does not know."""
    rest = "".join(line.text for line in page.lines[first + 1 : last + 1])
    return fold(page.lines[first].text) in head.parts and fold(rest) not in head.whole


def _is_only_a_date(text: str) -> bool:
    """Tell a line that says a date and next to nothing else."""
    if _TITLE_WORD.search(text):
        return is_signed_date(text)
    before, after = around_date(text)
    return len(before) + len(after) < len(text) and len(fold(before + after)) <= 8


def _agreement(text: str, head: _Head) -> float:
    """Rate how much of the head's title a line holds."""
    if text[0] not in head.letters and text[0].isalnum() and text[0].lower() not in head.letters:
        return 0.0  # as most lines of a page
    key = fold(text)
    if key == head.opening:
        return 4.0
    rating = 2.5 if key in head.named else 0.0
    if not head.tells:
        as_listed = key == head.listed or (head.cut and head.listed and key.startswith(head.listed))
        return max(rating, 2.5 if as_listed else 0.0) - (3.0 if key == head.whole else 0.0)
    if len(key) >= 5 and key in head.whole:
        share = len(key) / len(head.whole)
        is_site = share < 1 and head.whole.endswith(key) and _is_site(text)
        return (
            rating
            + 2.0 * share
            + (0.0 if is_site else 2.0 if share > 0.5 or head.whole.startswith(key) else 0.0)
        )
    if any(key.startswith(part) for part in head.parts):
        return rating + 3.0
    return max(rating, 2.5 if key == head.listed else 0.0)  # a head may be the same on all pages


def _markup(page: Outline, first: int, last: int) -> float:
    """Rate how the markup sets a line off: by heading level, a name that says title, bold type."""
    line = page.lines[first]
    rating = 0.6 if line.strong * 10 > len(line.text) * 9 else 0.0
    number = line.owner
    for _ in range(3):
        element = page.elements[number] if number >= 0 else None
        if element is None or element.last > last + 3 or element.first < first - 1:
            break
        number = element.parent
        rating = max(rating, _LEVELS.get(element.tag, 0.0))
        if is_named(element.name, "title"):
            rating = max(rating, 1.5) + 0.3
    return rating


def _over_body(page: Outline, last: int, body: int) -> bool:
    """Tell a line right over the first paragraph."""
    if not -4 <= body - last <= 2 or last + 1 >= len(page.lines) or page.lines[last].linked:
        return False
    return is_prose(page.lines[last + 1].text) and not is_prose(page.lines[last].text)


def _dated(page: Outline) -> list[int]:
    """Tell for each line how sure it is to be a byline."""
    return [
        (dated_line(line.text) or is_signed_date(line.text) or 2 * _is_labels(line.text))
        if line.linked * 2 < len(line.text)
        else 0
        for line in page.lines
    ]


def _over_byline(page: Outline, first: int, below: Sequence[int], head: _Head) -> float:
    """Rate a line by the byline under it: right under it, or some lines below."""
    for distance, sure in enumerate(below):
        if sure:
            least = _SHORTEST if sure > 1 and not distance and not head.tells else 6
            is_short = len(fold(page.lines[first].text)) < least
            return 0.0 if is_short else (2.5, 1.5, 1.0, 1.0)[distance] * (1.0 if sure > 1 else 0.6)
    return 0.0


def segments(head: str) -> list[str]:
    """Split a title element's words at the marks that set the site's and column's names off."""
    head = head[:_LONGEST_HEAD]
    return [part for part in _SEPARATOR.split(head) if part]


def site_name(head: str, metas: Mapping[str, str]) -> str | None:
    """Return the name of the site as its head gives it."""
    first, *rest = segments(head) or [""]
    names = [metas.get("og:site_name", ""), metas.get("sitename", ""), *reversed(rest), first if rest else ""]
    return next((_DIGITAL.sub("", name) for name in names if 2 < len(name) <= 24 and _is_site(name)), None)


_DIGITAL = re.compile("(?<=报)(?:数字报|电子报|电子版|多媒体数字版)$")  # an edition is no other paper


def title_of_head(head: str, metas: Mapping[str, str]) -> str:
    """Take the title out of the page's head where no visible line holds it."""
    declared = (metas[name] for name in _META_TITLES if len(fold(metas.get(name, ""))) >= 4)
    return _without_site(next(declared, head))


def without_names(head: str, site: Collection[str], linked: Collection[str], listed: str = "") -> str:
    """Cut off the front of a title element what comes before the title: the names of the site and its columns, to which the
    page links (某论坛--行业资讯--某市召开..), or whatever stands before the words of the list. Of one that names the site and
    its column only, apart by a blank (某省工信厅 政策文件), the site is left.

    Args:
        head: the words of the title element.
        site: the words of the links to the site's home, folded.
        linked: the same of all links of the page.
        listed: the title in the list that led to the page, perhaps cut off.
    """
    name, _, column = head.rpartition(" ")
    if fold(column) in linked and not tells(column) and _is_site(name):
        return name
    marks = list(_SEPARATOR.finditer(head))
    stem = fold(listed.rstrip(" .…"))
    if len(stem) >= _LEAST_LISTED and not _is_site(listed) and not fold(head).startswith(stem):
        named = (head[mark.end() :] for mark in marks)
        if told := next((rest for rest in named if fold(rest).startswith(stem)), None):
            return told
    begin = 0
    for mark in marks:
        name, rest = head[begin : mark.start()], head[mark.end() :]
        is_column = begin > 0 and fold(name) in linked and fold(rest) not in linked
        if not (is_column or (begin == 0 and fold(name) in site)) or not _tells_more(rest, name):
            break
        begin = mark.end()
    return head[begin:]


def _tells_more(rest: str, name: str) -> bool:
    """Tell whether what stands behind a name that the page links to may be the title, and the name none."""
    return tells(rest) or (not tells(name) and len(fold(rest)) >= _LEAST_LISTED and not _is_site(rest))


_LEAST_LISTED = 6  # letters of a title that tell it from the name of a column


def _without_leading_site(head: str) -> str:
    """Cut the name of a paper or a site off the front of a title that is more than names."""
    mark = _SEPARATOR.search(head)
    if not mark or not _SITE.search(head[: mark.start()]) or _is_site(head[mark.end() :]):
        return head
    return head[mark.end() :] if len(fold(head[mark.end() :])) >= 6 else head


def _without_site(head: str) -> str:
    """Cut the names of site and column off the end of a title."""
    head = _without_leading_site(head[:_LONGEST_HEAD])
    end = len(head)
    for mark in reversed(list(_SEPARATOR.finditer(head))):
        name = head[mark.end() : end].strip()
        least = _SHORTEST if not _SITE.search(name) else _SHORTEST_NAMED
        if mark.start() < least or not (len(name) <= 12 or _is_site(name)):
            break
        end = mark.start()
    return head[:end].strip()
