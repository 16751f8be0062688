"""The heading over the rows a link stands among (栏目名): news keep to columns, and so does what is no news."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from selectolax.lexbor import LexborNode

from scrapers.discover import titles

_LONGEST = 16  # characters of a heading
_LONGEST_TAB, _MOST_TABS = 10, 10
_LEVELS = 8  # of markup between a row and the block its heading stands over
_FEW = 3  # entries that make a list
_MOST_LINKS = 2  # of a heading: to its column, to more of it
_PANES = frozenset(["div", "ul", "ol", "dl", "td", "table", "section"])
_ITEMS = frozenset(["li", "p", "dd", "a", "article"])
_ROWS = frozenset(["li", "tr", "dl", "dd", "p", "a", "span", "article"])
_UNSEEN = frozenset(["script", "style", "-comment", "br", "hr", "input", "noscript", "link", "meta"])
_HEADS = "h1, h2, h3, h4, h5, h6, dt, legend, caption, th"
# What stands beside a heading's words: the way to more of them, a count, its name in English.
_BESIDE = re.compile(
    r"(?:查看|点击|浏览)?(?:更多|全部|详情|详细)(?:内容|信息)?|换一[批换组]|[A-Za-z][A-Za-z\s&'.]*|[\s\[\]【】()（）<>《》|·:：.…»›«‹→*+＞>/-]+",
    re.IGNORECASE,
)


_WAY = re.compile(
    "(?:网站|返回)?(?:首页|主页)|返回.*|登[录陆]|注册|退出"
)  # where a link leads, not what stands under it


def _words(text: str) -> str:
    """Return the words of a heading without what stands beside them."""
    return _BESIDE.sub("", text)


class Headings:
    """Finds the heading over an element; what was found for its neighbours is remembered.

    Args:
        entries: the addresses of entries within each element, by its id.
    """

    def __init__(self, entries: Mapping[int, Collection[str]]) -> None:
        self._entries = entries
        self._known: dict[int, str] = {}

    def over(self, row: LexborNode) -> str:
        """Return the words over the block that a row belongs to, empty where none are."""
        way: list[int] = []
        node: LexborNode | None = row
        levels, found = 0, ""
        while node is not None and node.tag not in ("body", "html") and levels < _LEVELS:
            if (known := self._known.get(node.mem_id)) is not None:
                found = known
                break
            way.append(node.mem_id)
            if found := self._tab(node):
                break
            before = _before(node)
            if before is None:
                node, levels = node.parent, levels + 1
                continue
            found = "" if _is_fellow(before, node) else self._heading(before)
            if found or self._is_another(before, node):
                break
            node = before
        self._known.update(dict.fromkeys(way, found))
        return found

    def _tab(self, node: LexborNode) -> str:
        """Return the words of the tab over one of several panes: as many short words stand before as there are panes."""
        if node.tag not in _PANES or len(self._entries.get(node.mem_id, ())) < 2:
            return ""
        ahead, behind = _run(node, "prev"), _run(node, "next")
        total = len(ahead) + 1 + len(behind)
        if not 1 < total <= _MOST_TABS:
            return ""
        head = _before(ahead[-1] if ahead else node) or (_before(node.parent) if node.parent else None)
        tabs = _tabs(head) if head is not None and head.tag != "-text" else []
        return tabs[len(ahead)] if len(tabs) == total else ""

    def _heading(self, node: LexborNode) -> str:
        """Return the words of an element that is nothing but a heading."""
        text = _text(node)
        if not text or self._entries.get(node.mem_id) or len(_links(node)) > _MOST_LINKS or _is_of_menu(node):
            return ""
        words = _words(text)
        is_short = 2 <= len(words) <= _LONGEST and not re.search(r"\d", words)
        return words if is_short and not _WAY.fullmatch(words) and not titles.is_go_on(words) else ""

    def _is_another(self, before: LexborNode, node: LexborNode) -> bool:
        """Tell an element that is another block, whose heading is not over what follows it."""
        if before.tag == "-text":
            return False
        alike = before.tag == node.tag and _class(before) == _class(node)
        few = len(self._entries.get(before.mem_id, ())) < _FEW
        if few and (alike or before.tag in _ROWS):
            return False
        return (
            not alike or before.css_first(_HEADS) is not None or (few and len(_links(before)) > _MOST_LINKS)
        )


def _text(node: LexborNode) -> str:
    """Return the words of an element, or those its picture stands for."""
    text = (node.text(separator=" ") or "")[:200].strip()
    if text or node.tag == "-text":
        return text
    picture = node if node.tag == "img" else node.css_first("img[alt]")
    return (picture.attributes.get("alt") or "")[:200].strip() if picture is not None else ""


def _is_of_menu(node: LexborNode) -> bool:
    """Tell one of several links in a row."""
    return node.tag == "a" and any(
        step is not None and step.tag == "a" for step in (_before(node), node.next)
    )


def _run(node: LexborNode, way: str) -> list[LexborNode]:
    """Return the elements like this one that stand on one side of it, nearest first."""
    found: list[LexborNode] = []
    step = getattr(node, way)
    while step is not None and len(found) < _MOST_TABS:
        if step.tag == node.tag:
            found.append(step)
        elif step.tag not in _UNSEEN and (step.tag != "-text" or (step.text() or "").strip()):
            break
        step = getattr(step, way)
    return found


def _tabs(head: LexborNode) -> list[str]:
    """Return the words of each part of an element whose parts are all a few words."""
    parts = [child for child in head.iter() if child.tag not in _UNSEEN]
    while len(parts) == 1:
        parts = [child for child in parts[0].iter() if child.tag not in _UNSEEN]
    if len(parts) > _MOST_TABS + 1:
        return []
    words = [word for word in map(_words, map(_text, parts)) if word]
    return words if all(2 <= len(word) <= _LONGEST_TAB for word in words) else []


def _links(node: LexborNode) -> list[LexborNode]:
    return node.css("a[href]") if node.tag != "-text" else []


def _is_fellow(before: LexborNode, node: LexborNode) -> bool:
    """Tell a row beside another, whose short title is no heading."""
    return before.tag == node.tag and before.tag in _ITEMS and bool(_links(before))


def _class(node: LexborNode) -> str:
    return node.attributes.get("class") or ""


def _before(node: LexborNode) -> LexborNode | None:
    """Return what a reader sees before an element, beside it."""
    step = node.prev
    while step is not None and (
        step.tag in _UNSEEN or (step.tag == "-text" and not (step.text() or "").strip())
    ):
        step = step.prev
    return step


_WHICH = (
    "(?:最新|最近|会议|大会|推荐|推介|热门|热销|热点|精品|精选|优质|名优|优秀|知名|明星|重点|特色|品牌|本站|本网|网上|部分|往届|历届|相关|相近|常用|在线|快速|快捷|便捷|便民|惠民|便企|惠企|"
    "更多|待解决|已解决|猜你喜欢|大家都在[看搜]|商务|市场|行业|会员|新|协会|学会|商会|本会|公司|优势|主营|工程|客户|成功|获奖|入选|经典|科研|政策|政务|开放|检验|技术|教学|学术|.{0,2}(?:服装|纺织|面料|家纺|针织|丝绸|童装|机械|备件|配件|零件|原料|辅料|设备))"
)
_THING = (
    "(?:(?:供求|供应|求购|采购|采购|供需|商机|招聘|求职|租售)(?:快[讯报]|资讯|动态|播报|信息)|供求|供应商?|求购|供需|商机|商城|产品|新品|商品|展品|货源|样品|作品|案例|下载|软件|表格|资料|文档|"
    "招聘|诚聘|求职|用工|(?:人才|用工)需求|二手房?|房产|楼盘|租售|转让|优惠|团购|网点|解决方案|销售网络|平台|专业|实验室|职位|人才|简历|名企|(?:友情|相关|站外|网站)?链接|合作(?:伙伴|媒体|单位|网站)|支持(?:媒体|单位)|赞助商?|企业|厂商|厂家|商家|店铺|门店|旺铺|展商|参展(?:商|企业|品牌)|品牌|"
    "设计师|名模|模特|专家|名师|师资|领导|会长|理事|会员|委员|课程|服务|办事|来信|信件|信箱|留言|问答|(?:招商|加盟)(?:政策|条件|流程|热线)?|成果|装备|仪器|事项|咨询|投诉|问题|专题|专栏|搜索|热搜|标签|分类|导航|版块|群组|用户|"
    "报价|价格|项目|(?:技术|售后)支持|说明书|联系|日程|议程|排期|酒店|交通|住宿|广告|机构|部门|认证|检测|检验|就业|收费|价目|数据|资质|荣誉|证书|商标|图书|书籍|通道|入口|应用|工具)"
)
_AS = "(?:展示|设置|开放|标准|展播|展厅|中心|推荐|目录|系列|分类|库|名录|名单|黄页|列表|一览|专区|专栏|大全|栏目|信息|须知|指南|选登|分享|回复|导购|排行榜?|办理|大厅|入口|之窗|之家|单位|企业|欣赏|集锦|方式|广告|团队)"
_ASIDE = re.compile(
    rf"{_WHICH}{{0,2}}{_THING}{{1,2}}{_AS}{{0,2}}|.{{2}}商城|(?:往期|过刊|过往|配送|支付|售后|购物).{{0,4}}|新手上路"
)
# What is dated and says something, and is no news all the same: what readers ask, vacancies, offers, links.
_NEVER = re.compile(
    r".{0,4}(?:来信|信件|信箱|留言|问答|咨询|投诉|问题|提问|求助|(?:网友|读者|用户|最新|热门|精彩)评论|问政|诉求|民声|心声|回复选登|答疑|FAQ)(?:选登|公开|中心|专区|区|回复|解答|反馈|汇总|列表)?"
    rf"|{_WHICH}{{0,2}}(?:招聘|求职|应聘|求职应聘|诚聘|职位|宣讲会|双选会|供求|供应|求购|供需|商机|租售|转让|下载|链接|(?:资料|软件|表格)下载)(?:信息|专区|中心|列表|大厅)?"
)
# What news come in as well: the titles must tell.
_FORM = re.compile(
    rf"{_WHICH}{{0,2}}(?:图片|图库|图集|照片|相册|影集|视频|直播|人物|杂志|期刊|会刊|大图|精彩图片){_AS}{{0,2}}"
)
_NEWS = re.compile(
    r".{0,8}(?:新闻|动态|资讯|要闻|公告|公示|通知|快讯|快报|头条|报道|观察|评论|聚焦|文章|简报|法规|政策|文件|解读|分析|行情|播报|视[点角野]|前沿|纵横|动向|专访|访谈|随笔|博文|日志|进展|风向|瞭望|热[点议]|常识|知识|课堂|讲堂|学堂|技巧|实录|回顾|传真|之声|新鲜事)"
)


def heads_aside(words: str) -> bool:
    """Tell the heading of what a page shows beside news: offers, goods, firms, jobs, services, people, links."""
    return bool(_ASIDE.fullmatch(words)) or titles.is_furniture(words)


def heads_never(words: str) -> bool:
    """Tell the heading of what is no news however it is worded: readers' questions, vacancies, offers, links."""
    return bool(_NEVER.fullmatch(words))


def heads_form(words: str) -> bool:
    """Tell the heading of pictures, films or people, which may be news or not."""
    return bool(_FORM.fullmatch(words))


def heads_news(words: str) -> bool:
    """Tell the heading of news: 行业新闻, 协会动态."""
    return bool(_NEWS.fullmatch(words)) and not heads_aside(words)
