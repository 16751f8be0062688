"""When a page was published (发布时间): read from its own labels, never from its story or its side lists.

Dates are read the way Chinese sites write them, whole days at least: 2014-01-24, 2025年3月10日, 2011年10月09来源,
20240321 in an address, 1周前 given the time of fetching. Times are Asia/Shanghai where no offset stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

CHINA = timezone(timedelta(hours=8))
_EARLIEST = 1994  # the first public web sites in China

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CLOCK = r"(?:[日号\sT,，]*[\[(（]?\s*(?:星期.|周.)?\s*[\])）]?\s*(?P<noon>上午|下午|晚上?|AM|PM)?\s*(?P<hour>[01]?\d|2[0-4])\s*[:：时点]\s*(?P<minute>[0-5]\d)(?:\s*[:：分]\s*(?P<second>[0-5]\d))?(?:\.\d+)?\s*(?P<noon2>AM|PM)?\s*(?P<offset>Z|[+-]\d\d:?\d\d)?)?"
_DATE = re.compile(
    rf"(?<!\d){_YEAR}\s*(?:[-/.．－—–]|\s*年\s*)\s*(?P<month>0?[1-9]|1[0-2])\s*(?:[-/.．－—–]|\s*月\s*)\s*(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)\s*[日号]?{_CLOCK}",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    rf"(?<!\d){_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?:(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<second>[0-5]\d)?)?(?!\d)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_HAN_MONTH = "十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9]"
_YEAR_LAST = re.compile(
    r"(?:(?:(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?|"
    r"(?P<day2>\d{1,2})\s+(?P<month2>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?),?\s+|(?<!\d)(?P<month3>0[1-9]|1[0-2])/(?P<day3>0[1-9]|[12]\d|3[01])/|(?<![\d/])(?P<day5>1[3-9]|2\d|3[01])/(?P<month5>0?[1-9]|1[0-2])/|(?<![\d.])(?P<day4>0?[1-9]|[12]\d|3[01])\.(?P<month4>0?[1-9]|1[0-2])\.|"
    # as engines from abroad name the months: 十一月 27, 2026, 27 11月 2026, 27/十一月/2026
    rf"(?<!\d)(?P<month7>{_HAN_MONTH})\s?月\s*(?P<day7>\d{{1,2}})(?:st|nd|rd|th)?\s*[,，]\s*|"
    rf"(?<!\d)(?P<day8>\d{{1,2}})(?:\s+|/)(?P<month8>{_HAN_MONTH})\s?月\s*[,，/]?\s*|"
    # as C writes a time (asctime), and mail archives: Fri Nov 27 09:30:00 CST 2026
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s+)?(?P<month6>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+(?P<day6>\d{1,2})\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{2,5}\s+)?)(?P<year>(?:19|20)\d\d)(?!\d)"
    r"(?:[,\s]+(?:-\s*)?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<noon2>AM|PM)?)?",
    re.IGNORECASE,
)
_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {
    "○": "0",
    "零": "0",
    "Ｏ": "0",
    "O": "0",
}
_HAN_DATE = re.compile(
    "(?P<year>[一二][〇○零ＯO一二三四五六七八九]{3})年(?P<month>十[一二]?|[一二三四五六七八九])月(?P<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)
# 民國: years counted from 1912
_REPUBLIC = re.compile(
    r"(?:民[国國]\s*|(?:日期|時間|时间)\s*[:：]\s*)(?P<year>1[01]\d|[5-9]\d)\s*[-/.年]\s*(?P<month>0?[1-9]|1[0-2])\s*[-/.月]\s*(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)"
)
_SHORT_YEAR = re.compile(
    r"(?:日期|时间)\s*[:：]\s*(?P<year>[0-4]\d)\s?-\s?(?P<month>0[1-9]|1[0-2])\s?-\s?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
# how microblogs stamp a post: 23-8-8 16:20 来自 微博视频号
_STAMP = re.compile(
    r"(?<![\d-])(?P<year>[12]\d)-(?P<month>0?[1-9]|1[0-2])-(?P<day>[12]\d|3[01]|0?[1-9])\s+\d{1,2}:\d\d(?::\d\d)?\s*来自"
)
_HALF_WIDTH = {0xFF10 + n: str(n) for n in range(10)}
_FULL_WIDTH = re.compile("[０-９]")
_RELATIVE = re.compile(
    r"(?P<count>\d+|[一二两三四五六七八九十]|半)\s*(?:个)?\s*(?P<unit>秒|分钟|小时|天|日|周|星期|月|年)(?:之?前|以前)|(?P<day>刚刚|今天|昨天|昨日|前天)\s*(?P<hour>\d{1,2})?(?:[:：](?P<minute>\d\d))?"
)
_SECONDS = {
    "秒": 1,
    "分钟": 60,
    "小时": 3600,
    "天": 86400,
    "日": 86400,
    "周": 604800,
    "星期": 604800,
    "月": 30 * 86400,
    "年": 365 * 86400,
}


def read_date(text: str) -> str | None:
    """Return the first whole date in a string as ISO 8601, with its time where one stands beside it."""
    text = _half_width(text)
    found = [m for m in _dates_in(text) if m]
    found.sort(key=lambda m: m.start())
    for match in found:
        iso = _iso(match)
        if iso:
            return iso
    return _abridged_date(text)


def _half_width(text: str) -> str:
    return text.translate(_HALF_WIDTH) if _FULL_WIDTH.search(text) else text


def _dates_in(text: str) -> Iterator[re.Match[str] | None]:
    """Yield the first date of each way of writing one; the years of Arabic numerals begin 19 or 20."""
    if "20" in text or "19" in text:
        yield _DATE.search(text)
        yield _YEAR_LAST.search(text)
    if "年" in text:
        yield _HAN_DATE.search(text)


def _abridged_date(text: str) -> str | None:
    """Return a labelled date whose year is short: 发布日期：103-05-20 of the Republic, 日期：16-03-02."""
    for pattern, base in ((_SHORT_YEAR, 2000), (_REPUBLIC, 1911), (_STAMP, 2000)):
        match = pattern.search(text)
        if match:
            year, month, day = (int(match.group(part)) for part in ("year", "month", "day"))
            return _iso_day(year + base, month, day)
    return None


def _iso_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def read_relative(text: str, fetched: datetime | None) -> str | None:
    """Return the date that `1周前` or `昨天 10:20` means at the time of fetching; None without one."""
    match = _RELATIVE.search(text)
    if not match or fetched is None:
        return None
    now = fetched.astimezone(CHINA)
    word = match.group("day")
    if word:
        when = now - timedelta(days={"昨天": 1, "昨日": 1, "前天": 2}.get(word, 0))
        return when.date().isoformat()
    unit = match.group("unit")
    when = now - timedelta(seconds=_count(match.group("count")) * _SECONDS[unit])
    return when.isoformat(timespec="minutes") if unit in ("秒", "分钟", "小时") else when.date().isoformat()


def read_address(url: str) -> str | None:
    """Return the date an address carries: /2024/0321/, /2024-03/21/, t20240321_, /20240321/."""
    for pattern in _ADDRESS:
        match = pattern.search(url)
        if match:
            return _iso(match)
    return None


_ADDRESS = (
    re.compile(
        r"/(?P<year>(?:19|20)\d\d)[-/_]?(?P<month>0[1-9]|1[0-2])[-/_](?P<day>0[1-9]|[12]\d|3[01])(?=\D)"
    ),
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])/"),
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>[1-9]|1[0-2])/(?P<day>[1-9]|[12]\d|3[01])/"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d{1,3}\b)"),
)


_LONGEST_BYLINE = 200  # characters


def is_relative(line: str) -> bool:
    """Tell a line that says little but `1周前` or `昨天 10:20`, or says it in a byline."""
    if len(line) > _LONGEST_BYLINE or not (match := _RELATIVE.search(line)):
        return False
    rest = line[: match.start()] + line[match.end() :]
    return len(line) <= 24 or (len(line) <= 60 and is_byline(rest))


def is_byline(line: str) -> bool:
    """Tell words of a byline (来源, 阅读, 作者) from a sentence that holds one."""
    return bool(_BYLINE.search(line)) and not _CLAUSES.search(line)


def beside_relative(line: str, html: str) -> str | None:
    """Return the date that the markup gives beside a line's relative words: title="2024-05-18" over 3 天前."""
    words = _RELATIVE.search(line)
    tag = words and re.search(
        rf"<[^<>]*\s(?:title|datetime|data-time|data-date)\s*=\s*[\"']([^\"'<>]{{8,40}})[\"'][^<>]*>\s*{re.escape(words.group())}",
        html,
    )
    return read_date(tag[1]) if tag else None


def around_date(line: str) -> tuple[str, str]:
    """Return what stands before and after the date or the relative words of a line."""
    if len(line) > _LONGEST_BYLINE:
        return line, ""
    match = next(filter(None, _dates_in(line)), None) or _RELATIVE.search(line)
    return (line[: match.start()], line[match.end() :]) if match else (line, "")


_DAY_FIRST = re.compile(
    r"^(?P<day>[12]\d|3[01]|0?[1-9])\s*(?P<year>(?:19|20)\d\d)\s?[-/.年]\s?(?P<month>0?[1-9]|1[0-2])月?(?!\d)"
)
_YEAR_APART = re.compile(
    r"^(?P<year>(?:19|20)\d\d)\s+(?P<month>0?[1-9]|1[0-2])[-/月](?P<day>[12]\d|3[01]|0?[1-9])(?!\d)"
)


def boxed_date(lines: Sequence[str]) -> str | None:
    """Return the date of a box that stacks day over year and month, or year over month and day."""
    for number in range(min(len(lines), 8)):
        stacked = " ".join(lines[number : number + 2])
        match = _DAY_FIRST.match(stacked) or _YEAR_APART.match(stacked)
        if match:
            return _iso(match)
    return None


# A value is looked for first, for few things stand behind a colon as a date does; then its name before it.
_SCRIPTED_VALUE = re.compile(
    r"[:=]\s*[\"']?(?=(?P<value>(?:19|20)\d\d[-/年]\d{1,2}[-/月]\d{1,2}[^\"'<,;]{0,20}|1[0-9]{9}(?:\d{3})?)[\"'\s,;}])"
)
_SCRIPTED_NAME = re.compile(
    r"[\"'\s.,{;](?:publish_?(?:ed)?_?(?:time|date|at)?|pub_?(?:time|date)|create_?time|post_?time|news_?time|release_?(?:time|date)|datePublished|ct|tm|svr_time|ori_create_time)[\"']?\s*\Z",
    re.IGNORECASE,
)
_LONGEST_NAME = 40  # characters, with what stands round it


def scripted_date(html: str) -> str | None:
    """Return the publication date that a page's scripts hold, as words or as seconds since 1970."""
    values = _SCRIPTED_VALUE.finditer(html)
    match = next(
        (m for m in values if _SCRIPTED_NAME.search(html[max(0, m.start() - _LONGEST_NAME) : m.start()])),
        None,
    )
    if not match:
        return None
    value = match.group("value")
    if value.isdigit():
        return datetime.fromtimestamp(int(value[:10]), CHINA).isoformat()
    return read_date(value)


def meta_date(metas: Mapping[str, str], fetched: datetime | None = None) -> str | None:
    """Return the publication date a page's own metadata declares."""
    for name in _META_NAMES:
        value = metas.get(name, "")
        iso = (read_date(value) or _compact(value)) if value else None
        if iso and _credible(iso, fetched):
            return _in_china(iso)
    return None


def _in_china(iso: str) -> str:
    """Move a time of another zone to the one in which the page's readers count the days."""
    if "T" not in iso or iso.endswith("+08:00"):
        return iso
    return datetime.fromisoformat(iso).astimezone(CHINA).isoformat(timespec="auto")


_META_NAMES = (
    "article:published_time", "og:article:published_time", "pubdate", "publishdate", "publish_date", "publishtime", "publish_time", "publish-date",
    "datepublished", "bytedance:published_time", "weibo:article:create_at", "weibo: article:create_at", "og:release_date", "apub:time", "firstpublishedtime",
    "dc.date", "dcterms.created", "dc.date.issued", "createdate", "createtime", "_pubtime", "pubtime", "releasedate", "article.created", "date", "dateupdate",
)  # fmt: skip

_LABEL = (
    r"(?:发布(?:时间|日期|于)?|发表(?:时间|日期|于)?|(?:发稿|刊登|刊发|刊出|出刊|出版|见报|上传|录入|添加|加入|创建|撰写|新闻|文章|登载|上网)(?:时间|日期)|"
    r"(?<!成文)(?<!生成)日\s*期|[时時]\s*[间間]|發布日期|更新(?:时间|日期|于)?|(?:编辑|创作)(?:时间|日期|于)|Date|Time|Posted(?: on)?|Published|Updated)\s*[:：】\]]?\s*[\[【(（]?\s*"
)
_LABELLED = re.compile(
    _LABEL
    + r"(?=(?:19|20)\d\d\s*[-/.年]|[一二][〇○零ＯO一二三四五六七八九]{3}年|[A-Z][a-z]{2,8}\.? \d|\d{1,2} [A-Z][a-z]{2})",
    re.IGNORECASE,
)
_UPDATED = re.compile("更新|编辑|Updated", re.IGNORECASE)
_EVENT_LABEL = re.compile(
    "(?:会议|活动|举办|展会|开幕|报名|召开|截止|培训|比赛|展览|报到|开始|结束|考试|招标|开标|有效|实施|施行|成立|出生|注册|登录|公示|征稿|截稿|交稿|收稿|投稿|缴费|付款|布展|撤展|开馆|闭馆|展出|论坛|集合|签到|评审|答辩|颁奖|初赛|复赛|决赛|启动|上市|发货|交货|到期|竣工|完工|开工|出版|拍摄|生产|抽样|送检|检验)(?:时间|日期)\\s*[:：]?|(?:最后|上次)(?:登录|访问|活动)\\s*[:：]?|注册\\s*[:：]"
)
# a span of days, or a place beside the time: the line tells of an event
_EVENT_REST = re.compile(r"[\s(（）)周星期一二三四五六日天]*[-—–~～至到]{1,2}\s*\d|.{0,30}地\s*点\s*[:：]")
_BYLINE = re.compile(
    r"来源|來源|作者|编辑|点击|浏览|阅读|访问|人气|发布|字体|字号|评论|责编|记者|供稿|转载|出处|撰稿|撰文|摄影|分享|打印|(?<![第\d])\d+\s*次|次数|稿源|关注|参与|我有话说|来自\s*(?:微博|iPhone|iPad|Android|安卓|HUAWEI|华为|荣耀|HONOR|小米|Xiaomi|Redmi|红米|OPPO|vivo|三星|\S{0,8}(?:手机|客户端|网页版?|视频号|超话))"
)


def tells_of_event(line: str) -> bool:
    """Tell a line whose date is an event's: a span of days, a place beside the time, 会议时间."""
    match = _DATE.search(line) or _HAN_DATE.search(line)
    if match is None:
        return False
    label = _EVENT_LABEL.search(line[: match.start()])
    if label and label[0].startswith("出版") and _OF_ISSUE.search(line):
        label = None
    return bool(label or _EVENT_REST.match(line, match.end()))


_OF_ISSUE = re.compile(
    r"(?:第|年)\s*\d{1,4}\s*期"
)  # of a magazine, whose articles come out with it; a book tells none


_ON_A_DAY = re.compile(
    r"(?<!发[布表])(?<!更新)(?<!修改)(?<!编辑)(?<!提交)(?<!创建)(?<!上传)(?<!刊[登发])于\s*\Z"
)
_CLAUSES = re.compile("[。！？]|，.*，|[，；].*[：:]$")  # what a byline does not have
# A chat account's line ends in the minute and where it was posted from: 某某商会 2025年05月17日 21:06 广东.
_OF_ACCOUNT = re.compile("\\d{1,2}:\\d\\d\\s+[\u4e00-\u9fff]{2,4}$")
_PLACE_OF_POST = re.compile("(?:发[表布]|更新|修改|编辑|提交|创建|上传|刊[登发])于\\s*[\u4e00-\u9fff]{0,4}$")


# how Drupal, XOOPS and SharePoint word it: 由 editor 在 2023-11-08 星期三 14:20 提交, 发表者 tnfa 于 2010/4/12, 已于 2017/12/25 发布
_SUBMITTED = re.compile(
    r"由\s*\S{1,20}\s*[在于於]\s?.{8,40}\s?(?:提交|发[布表]|發[布表佈]|张贴|張貼)"
    r"|(?:发[布表]者|發[布表佈]者|张贴者|張貼者|作者)\s*[:：]?\s*\S{1,20}\s*[于於]\s*(?=(?:19|20)\d\d)"
    r"|已\s*[在于於]\s*(?:19|20)\d\d\S{4,7}\s*(?:\d\d?:\d\d)?\s*(?:发[布表]|更新)$"
)
_DIGIT = re.compile(r"\d")


def read_spelt(text: str) -> str | None:
    """Return the day that stands in Chinese numerals: 二〇一一年三月二十五日."""
    match = _HAN_DATE.search(text)
    return _iso(match) if match else None


def is_signed_date(line: str) -> bool:
    """Tell a line that is a date in Chinese numerals, as a notice is signed: 二〇一一年三月二十五日."""
    return "年" in line and bool(_HAN_DATE.fullmatch(line.strip()))


_ADDRESS_OVER = re.compile(r"(?:https?://|www\.)[\w./:%?=&-]+\s*")


def without_address(line: str) -> str:
    """Drop the site's own address, with which old sites begin their byline."""
    return _ADDRESS_OVER.sub("", line) if "http" in line or "www." in line else line


_STAMPED = 24  # characters behind a day and time of day that can name outlet and account


def _is_stamp(match: re.Match[str]) -> bool:
    """Tell a date that opens a line and goes down to the minute."""
    return match.start() == 0 and match.re is _DATE and match["hour"] is not None


@lru_cache(maxsize=4096)
def dated_line(line: str) -> int:
    """Rate how sure a line is to carry the page's date: 3 labelled, 2 in a byline, 1 a bare date, 0 none."""
    if len(line) > 200:
        return 0
    if "年" in line and (han := _HAN_DATE.search(line)):
        return _han_dated(line, han)
    if not _DIGIT.search(line):
        return 0
    line = without_address(_half_width(line))
    if _abridged_date(line):
        return 3
    if not ("20" in line or "19" in line):
        return 0
    match = _DATE.search(line) or _YEAR_LAST.search(line)
    if not match or tells_of_event(line):
        return 0
    if _SUBMITTED.match(line):
        return 3
    if "今天" in line or "现在" in line or _ON_A_DAY.search(line, 0, match.start()):
        return 0
    rest = _PLACE_OF_POST.sub("", line[: match.start()] + line[match.end() :])
    if _LABELLED.search(line):
        return 3
    if _OF_ACCOUNT.search(line, match.start()):
        return 2
    if len(rest) < 120 and is_byline(rest):
        return 2
    return (
        1
        if len(re.sub(r"[\W_]+", "", rest)) <= (_STAMPED if _is_stamp(match) else 12)
        and not re.search("[、，。！]|[于至到前后]|在(?!线)|[-—~～至].*\\d", rest)
        else 0
    )


def _han_dated(line: str, day: re.Match[str]) -> int:
    """Rate a line with a day in Chinese numerals; one that says no more is how a notice is signed."""
    rest = line[: day.start()] + line[day.end() :]
    if tells_of_event(line) or not rest.strip():
        return 0
    if _LABELLED.search(line):
        return 3
    if re.search("[，。、于至到]", rest):
        return 0
    return 2 if is_byline(rest) else int(len(rest) <= 24)


def line_date(line: str) -> str | None:
    """Return the page's date out of a line that `dated_line` rates; a labelled date wins over others in it."""
    labels = sorted(_LABELLED.finditer(line), key=lambda label: bool(_UPDATED.match(label.group())))
    return (read_date(line[labels[0].end() :]) if labels else None) or read_date(line)


def trust(line: str) -> tuple[int, bool]:
    """Rank the lines of a byline by how sure they carry its date; a time of updating comes after one of publishing."""
    labels = [bool(_UPDATED.match(label.group())) for label in _LABELLED.finditer(line)]
    return dated_line(line), not (labels and all(labels))


def dateline(line: str, fetched: datetime | None, hint: str | None = None) -> str | None:
    """Return the day of a dateline (新华社北京2月29日电), its year taken from ``hint`` or the fetching time."""
    match = _DATELINE.match(line)
    if not match:
        return None
    if match.group("year"):
        return _iso(match)
    basis = hint or (fetched.astimezone(CHINA).date().isoformat() if fetched else None)
    if not basis:
        return None
    limit = date.fromisoformat(basis[:10])
    try:
        day = date(limit.year, int(match.group("month")), int(match.group("day")))
        return (day if day <= limit else day.replace(year=limit.year - 1)).isoformat()
    except ValueError:
        return None


_DATELINE = re.compile(
    "[【(（]?[^\\s，。]{2,14}?(?P<year>(?:19|20)\\d\\d)?年?(?P<month>1[0-2]|0?[1-9])月(?P<day>[12]\\d|3[01]|0?[1-9])日(?:电|讯|消息)"
)


def first_credible(candidates: Iterable[str | None], fetched: datetime | None) -> str | None:
    """Return the first date that a page could have been published on."""
    return next((iso for iso in candidates if iso and _credible(iso, fetched)), None)


def _credible(iso: str, fetched: datetime | None) -> bool:
    year = int(iso[:4])
    if year < _EARLIEST:
        return False
    if fetched is None:
        return year < 2100
    return date.fromisoformat(iso[:10]) <= fetched.astimezone(CHINA).date() + timedelta(days=2)


def _compact(value: str) -> str | None:
    match = _COMPACT.search(value)
    return _iso(match) if match else None


def _count(word: str) -> float:
    if word == "半":
        return 0.5
    return float(word) if word.isdigit() else float(" 一二三四五六七八九十".index(word.replace("两", "二")))


def _number(word: str) -> int:
    """Read a day or month in Chinese figures: 二十一."""
    if word.isdigit():
        return int(word)
    tens, _, ones = word.rpartition("十")
    ten = (int(_DIGITS[tens]) if tens else 1) * 10 if "十" in word else 0
    return ten + (int(_DIGITS[ones]) if ones else 0)


def _iso(match: re.Match[str]) -> str | None:
    """Turn a match's groups into ISO 8601, or None where there is no such day."""
    part = match.groupdict()
    month, day = (
        next(filter(None, (part.get(f"{unit}{n}") for n in ("", *range(2, 9)))), "")
        for unit in ("month", "day")
    )
    year = part["year"] if part["year"].isdigit() else "".join(_DIGITS[c] for c in part["year"])
    try:
        number = (
            _MONTHS.index(month[:3].lower()) + 1
            if month[:1].isalpha() and month[:1].isascii()
            else _number(month)
        )
        if not part.get("hour"):
            return date(int(year), number, _number(day)).isoformat()
        hour = int(part["hour"])
        noon = (part.get("noon") or part.get("noon2") or "").upper()
        hour += (
            12
            if noon in ("下午", "晚", "晚上", "PM") and hour < 12
            else -12
            if noon == "AM" and hour == 12
            else 0
        )
        when = datetime(
            int(year),
            number,
            _number(day),
            hour % 24,
            int(part["minute"]),
            int(part.get("second") or 0),
            tzinfo=_zone(part.get("offset")),
        )
    except (ValueError, KeyError):
        return None
    return when.isoformat() if part.get("second") else when.isoformat(timespec="minutes")


def _zone(offset: str | None) -> timezone:
    if not offset:
        return CHINA
    if offset in "Zz":
        return UTC
    sign = -1 if offset[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:])))
