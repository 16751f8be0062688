"""The byline (题下信息): who published an article, who wrote it, and the lines round the title that say so."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from scrapers.clean import boilerplate, clean_line, is_prose, simplify
from scrapers.dates import around_date, dated_line, is_relative, without_address
from scrapers.heading import Heading, fold
from scrapers.outline import Line, Outline

_BELOW, _ABOVE = 16, 4  # lines looked at under and over a title
_SHORT = 12  # characters; a longer link is a title


_STACKED = re.compile(
    r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?|(?:发布|发表|更新)(?:时间|日期|于)?[:：]?\s*\d{1,2}[-/月]\d{1,2}日?.{0,10}"
)


def byline(page: Outline, heading: Heading, body: int) -> list[str]:
    """Return the lines round the title that may carry date, outlet and author, nearest first.

    Args:
        page: the outline.
        heading: the title; where it is not visible, the lines above the body are taken.
        body: the line the body seems to begin on.
    """
    if heading.first < 0:
        heading = Heading("", body, body - 1)
    found = []
    for line in page.lines[heading.last + 1 : heading.last + _BELOW]:
        if is_prose(line.text) and not dated_line(line.text):
            break
        found.append(line)
    stop = heading.last + 1 + len(found)
    if stop < body:  # another's words stand between: a pinned post, an advert
        over_body = page.lines[max(stop, body - _ABOVE) : body]
        found = [*(line for line in over_body if not is_prose(line.text)), *found]
    above = page.lines[max(0, heading.first - _ABOVE) : heading.first]
    title = fold(heading.title)
    above = [line for line in above if line.linked < len(line.text) or is_outlet_name(line.text)]
    below, over = ([line for line in lines if not _is_entry(line)] for lines in (found, above))
    texts = (clean_line(text) for text in (*_labelled_cells(below), *reversed(_labelled_cells(over))))
    return [text for text in texts if not _says_title(fold(text), title)]


def _says_title(text: str, title: str) -> bool:
    """Tell the title said again, or a line of it where it is broken over lines."""
    return text == title or (len(text) >= _LINE_OF_TITLE and title.startswith(text) | title.endswith(text))


_LINE_OF_TITLE = 6  # characters


def _labelled_cells(lines: Sequence[Line]) -> list[str]:
    """Return the words of lines, a label in one cell of a table (发布日期：) joined to the cell behind it."""
    texts: list[str] = []
    label: Line | None = None
    for line in lines:
        if label and line.row == label.row >= 0 and line.cell != label.cell:
            texts[-1] = texts[-1].rstrip("：:") + "：" + line.spaced
            label = None
            continue
        texts.append(line.spaced)
        is_label = line.text.endswith(("：", ":")) or _CELL_LABEL.fullmatch(line.text)
        label = line if is_label and len(line.text) <= _SHORT else None
    return texts


_CELL_LABEL = re.compile(
    r"(?:信息|文章|稿件)?来\s*源|发布(?:时间|日期|机构|单位|部门)|发文(?:时间|日期)|公开日期|更新时间|时\s*间|日\s*期|作\s*者|供稿"
)


def _is_entry(line: Line) -> bool:
    """Tell an entry of a list beside the article; its date is another article's."""
    if line.linked * 2 > len(line.text):
        return len(line.text) > _SHORT or dated_line(line.text) > 0
    before, after = (side.strip() for side in around_date(line.text))
    beside = before + after
    return (
        line.linked > _SHORT / 2
        and beside in (before, after)
        and len(beside) < len(line.text)
        and line.linked * 10 > len(beside) * 8
        and not any(map(is_outlet_name, beside.split()[:-1]))
    )


_LABEL = (
    r"(?:信息|文章|文稿|稿件|新闻|资料|内容|本文|消息|原文|稿|图文)?(?:来\s*源|出\s*处|稿源)(?:于|自)?|(?:本文)?(?:转[载贴帖]?|摘)自|来自|Source|"
    r"发布机构|发布单位|供稿(?:单位)?|信息提供|发布部门|作者单位"
)
_LABELLED = re.compile(
    rf"(?<!图片)(?<!数据)(?<!资料)(?<!视频)(?:{_LABEL})(?:\s*/?\s*Source)?\s*[:：】]\s*|(?:^|[\s|｜])来源\s?(?=[^\s:：于自是/])|[转摘]自(?=《)|本文(?:转载?|摘|来源于|来)自?(?=《|[\u4e00-\u9fff]{{2,16}}(?:网|报|社|周刊|杂志|客户端|公众号|日报|晚报)(?:[，。,]|$))",
    re.IGNORECASE,
)
_LABEL_MARKS = (":", "：", "】", "来源", "自《", "本文")  # a label has one of them
_END = re.compile(
    r"\s*(?:[|｜丨【\[\n])|\s*(?:作者|编辑|责任编辑|责编|日期|发表|更新|点击|浏览|访问|人气|字体|字号|记者|审核|录入|摄影|撰稿|打印|分享|查看|次数|"
    r"(?:时间|发布|阅读|评论|关注|栏目)(?=[\u4e00-\u9fff]{0,2}\s*[:：(（\[【\d])|供稿|通讯员|校对|热度|分类|标签|我要|用手机|扫一扫|大\s*中\s*小|责任|举报)|\s*(?:19|20)\d\d[-/年.]|\s{2,}|(?<=[\u4e00-\u9fff）)])\s|\s(?=[\u4e00-\u9fff])|[,，;；。！]|$"
)
_EDGES = " \xa0\u3000:：()（）[]【】<>《》“”\"'|/-—"
_NO_OUTLET = re.compile(
    r"[\d\W]+|.*[{}].*|未知|无|暂无|原创|转载|佚名|不详|admin|管理员|http.*|.*\d{3}.*", re.IGNORECASE
)


def labelled_outlet(text: str) -> str | None:
    """Return the outlet a line names (来源：中国服装网 作者：…), or None."""
    if not any(mark in text for mark in _LABEL_MARKS):
        return None
    text = simplify(text)
    for match in _LABELLED.finditer(text):
        rest = text[match.end() :]
        end = _END.search(rest)
        name = _bare(rest[: end.start() if end else len(rest)])
        if 2 <= len(name) <= 40 and not _NO_OUTLET.fullmatch(name):
            return name
    return None


_PUBLISHER = re.compile(r"发[布表](?:者|人)\s*[:：]\s*([\u4e00-\u9fff]{4,20})(?![\u4e00-\u9fff])")


def publisher(text: str) -> str | None:
    """Return the body that a line names as who put the page up; a person is none."""
    match = _PUBLISHER.search(text)
    return match[1] if match and is_outlet_name(match[1]) else None


_META_NAMES = (
    "contentsource", "source", "article:source", "mediaid", "og:article:author", "article:publisher", "copyright-source", "apub:source", "publisher",
)  # fmt: skip


def declared_outlet(metas: Mapping[str, str]) -> str | None:
    """Return the outlet the metadata declares."""
    values = ((name, metas.get(name, "").strip()) for name in _META_NAMES)
    return next(
        (
            value
            for name, value in values
            if 2 <= len(value) <= 30
            and not re.search(r"https?:|\.(?:com|cn|net)|^\d+$", value)
            and not (name.endswith("author") and not is_outlet_name(value))
        ),
        None,
    )


_DATELINE = re.compile(
    "^[（(【\\[]?(?P<name>[\u4e00-\u9fff]{2,14}?(?:网|社|报|台|客户端|网站|周刊|杂志))(?:[\u4e00-\u9fff]{0,6}(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日)?(?:电|讯|消息)"
)
_OWN = re.compile("^[（(【\\[]?本(?:网|站|报|台|刊|会)(?:讯|消息)")


def dateline_outlet(line: str) -> str | None:
    """Return the outlet of a dateline: 新华社北京2月29日电, 世界服装鞋帽网讯."""
    match = _DATELINE.match(line)
    return match.group("name") if match and match.group("name")[0] not in "本据从" else None


def is_own_dateline(line: str) -> bool:
    """Tell 本网讯: the outlet is the site itself."""
    return bool(_OWN.match(line))


_NAME = re.compile(
    "(?:网|报|社|台|传媒|周刊|杂志|客户端|协会|学会|商会|联合会|政府|办公室|办事处|局|委|厅|部|中心|公司|科技|在线|发布|集团|大学|学院|医院|研究院|之声|时报|商报|头条|新闻网|融媒)$"
)
_POST = r"(?:名誉|执行|常务)*(?:副?(?:会长|理事长|秘书长|主席|主任|院长|校长|局长|厅长|部长|书记|市长|县长|区长|省长|总经理|董事长))"
_NOISE = re.compile(
    r"(?:点击|浏览|阅读|访问|人气|评论|点赞|热度|字号|字体|分享|打印|作者|编辑|责编|审核|原创|举报|收藏|关注|今天是?|现在是|已[于於]|正文|首页|大|中|小|来源|已有|发布于|发表于|(?:发布|发表|更新)(?:时间|日期)?|时间|日期|上传|企鹅号|北京|上海|星期[一二三四五六日天]|.*(?:APP|App|app|客户端内?)(?:内?打开|下载)|打开.{0,6}|下载.{0,6}|只看该作者|最后(?:登录|访问|活动)|注册时间|置顶(?:公告)?|精华|倒序浏览|正序浏览|阅读模式|楼主|电梯直达|显示全部楼层|沙发|"
    r"(?:打印|关闭|返回|收藏|推荐|复制|转发|转载|投稿|幻灯|查看|我要|我来|我有)\S{0,4}|发消息|加好友|私信|(?:来自|发自|IP属地|发[布表]于)\S{0,6}|.*(?:官方账号|官方帐号|认证账号)|(?:刚刚|昨天|今天|前天|\d+(?:秒|分钟|小时|天|日|周|个?月|年)前)|.{0,4}(?:时间|日期|标题|编号|状态|内容|正文|分类)|次(?:阅读|浏览|点击|查看|访问)?|人|分钟?|秒|小时|字|微信|微博|QQ空间|QQ好友|更多|朋友圈|跟贴|参与)[:：]?[\d,，.万+()（）次]*|(?:本[报网刊台]|见习|实习|特约)*(?:记者|通讯员|编辑)|"
    rf"{_POST}|[\d,.:：%]+|.{0, 4}(?:新闻|动态|资讯|要闻|快讯|公告|通知|频道|栏目|专题|快报|滚动|财经|娱乐|社会|时政|国内|国际)"
)
# Where the writer's machine stands (IP 属地), which portals print behind the time.
_REGION = re.compile(
    r"(?:^|(?<=[\d\s]))(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|台湾|香港|澳门)(?=\s|$).*"
)
_COUNTED = re.compile(r"[\u4e00-\u9fff]{2,5}\s*[:：]\s*[\[【(（]?\s*[\d,，.万+]*\s*[\]】)）]?\s*次?(?=\s|$)")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文俞殷穆柯覃翁莫霍尤祝左季詹颜喻章童柳洪岳裴骆曲温庄甘阮纪舒申涂焦牟蓝聂葛柴鲁凌倪鲍冉娄翟储栾戚靳匡"


_NEAR = 3  # lines
_SHORT_NAME = 8  # characters of an outlet that stands alone on a line; a longer one says what it is
# what portals set behind the name of a medium that writes on them
_ACCOUNT = re.compile(r"(?:^|[\s·|｜])(?P<name>[^\s·|｜]{2,16}?)(?:的?(?:官方|认证)[账帐]号)(?=\s|$)")
_MONTH_AND_DAY = re.compile(
    r"(?<![\d/.年-])\d{1,2}[-/月.]\d{1,2}日?\s+\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?=\s|$)"
)


def bare_outlet(lines: Sequence[str], site: Collection[str] = ()) -> str | None:
    """Return the name that stands bare beside the date: `2019-09-26 10:56 证券时报网`, or on the line next to it.

    Args:
        lines: the byline.
        site: the names that the page's head ends in; one of them beside the date is the outlet, however worded.
    """
    for number, line in enumerate(lines[:8]):
        stamped = None if dated_line(line) else _MONTH_AND_DAY.search(line)
        if not (stamped or dated_line(line) or is_relative(line) or _STACKED.fullmatch(line)):
            continue
        before, after = (line[: stamped.start()], line[stamped.end() :]) if stamped else around_date(line)
        own = next((side.strip(_EDGES) for side in (before, after) if side.strip(_EDGES) in site), None)
        account = _ACCOUNT.search(line)
        own = own or (account["name"] if account else None)
        own = own or next(
            (near for near in lines[max(0, number - _NEAR) : number + _NEAR] if near in site), None
        )
        if own:
            return own
        beside = [*_names(before)[::-1], *_names(after)]
        if not beside and "来源" not in line:
            beside = [
                name
                for other in (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
                for name in _names(other)[:1]
                if len(name) <= _SHORT_NAME or is_outlet_name(name)
            ]
        return next(filter(is_outlet_name, beside), beside[0] if beside else None)
    return None


def is_outlet_name(name: str) -> bool:
    """Tell a name that says by its ending that it is an outlet's."""
    return bool(_NAME.search(name))


def _names(text: str) -> list[str]:
    """Return the words of a piece of byline that can be names of outlets."""
    text = _FOLLOW.sub("", text)
    if len(text) > 60 or text.endswith(("：", ":")) or is_prose(text) or boilerplate(text):
        return []  # 各会员单位： is whom a notice addresses
    text = _COUNTED.sub(" ", _LABELLED_PERSON.sub(" ", _REGION.sub("", without_address(text))))
    pieces = (piece for piece in re.split(r"[|｜·]", text) if not re.search("[。，！？:：>＞/]", piece))
    words = [_REPORTED.sub("", _bare(word)) for piece in pieces for word in piece.split()]
    return [
        w
        for w in words
        if 2 <= len(w) <= 16 and not _NOISE.fullmatch(w) and not _is_person(w) and not _NO_OUTLET.fullmatch(w)
    ]


_FOLLOW = re.compile(r"\s*[+＋]\s*关注$")  # the button behind an account's name
_REPORTED = re.compile("(?<=[网报社站台刊端])讯$")
_LABELLED_PERSON = re.compile(
    rf"^(?:由\s*\S{{1,20}}(?=\s*[—–-]\s)|(?:发[布表]者|张贴者)\s*\S{{1,20}}(?=\s*于))|(?:作者|(?:本[报网刊台]|见习|实习|特约)*记者|编辑|责编|责任编辑|摄影|撰稿|通讯员|{_POST})\s*[:：\s]\s*[\u4e00-\u9fff·]{{2,4}}(?=\s|$)"
    r"|(?:编辑|责编|责任编辑|校对|审核|录入|字[号体](?:大小)?)\s*[:：]\s*(?:[【\[]?\s*大\s*中\s*小\s*[】\]]?|\S+)"
)


def _bare(name: str) -> str:
    """Strip marks off a name, but for a bracket that it opens itself."""
    bare = name.strip(_EDGES)
    closing = name[len(bare) + name.index(bare) :][:1]
    return bare + closing if any(_OPENED[mark] == closing for mark in bare if mark in _OPENED) else bare


_OPENED = {"[": "]", "《": "》", "“": "”", "（": "）", "(": ")"}


def _is_person(word: str) -> bool:
    return 2 <= len(word) <= 3 and word[0] in SURNAMES and not _NAME.search(word)


_AUTHOR = re.compile(
    r"(?:作\s*者|记者|撰文|撰稿|文/)\s*[:：]?\s*(?P<name>[\u4e00-\u9fff·]{2,4}(?:[ 、,，](?!文章|来源|点击|更新|发布|稿件|编辑|[\u4e00-\u9fff]{0,4}(?:编辑|责编|审核|校对|摄影)\s*[:：])[\u4e00-\u9fff·]{2,4}){0,4})(?=$|[\s)）|]|(?:来源|点击|浏览|编辑|发布|时间|日期|阅读|人气|评论)\s*[:：])"
)


def declared_author(metas: Mapping[str, str]) -> str | None:
    """Return the person the metadata names as author; a site that names itself there is none."""
    names = (
        re.sub("^(?:本报|本网)?(?:记者|作者)\\s*", "", metas.get(name, ""))
        for name in ("author", "ld:author")
    )
    return next((name for name in names if _is_person(name)), None)


_NOBODY = re.compile("来源|发布|时间|点击|浏览|编辑|日期|本站|原创|网络|小编|佚名|未知|管理员|作者|匿名")


def is_author(name: str) -> bool:
    """Tell whether what stands in a box for the author is somebody's name."""
    return bool(re.fullmatch("[\u4e00-\u9fff·]{2,6}", name)) and not (
        _NOBODY.match(name) or is_outlet_name(name)
    )


def author(lines: Sequence[str]) -> str | None:
    """Return the author a byline names, or None."""
    for line in lines:
        match = _AUTHOR.search(line)
        if match and not _NOBODY.match(match.group("name")):
            return re.split(r"\s(?:来源|点击|浏览|编辑|发布|时间|日期)", match.group("name"))[0].strip()
    return None
