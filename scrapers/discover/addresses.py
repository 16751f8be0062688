"""What an address alone tells: whether it looks like an article's, its shape, the date in it.

The patterns are those of the engines Chinese sites are built with (TRS, Hanweb, UCAP, Discuz, DedeCMS,
PHPCMS, e-papers, classic ASP) and of plain naming habits; none names a site.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, reduce
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urljoin, urlsplit, urlunsplit

from scrapers.discover.dates import iso_date
from scrapers.model import ROUTE, canonical_url, without_session


class Look(Enum):
    """What an address looks like."""

    ARTICLE = "article"
    MAYBE = "maybe"
    CHANNEL = "channel"
    TOPIC = "topic"
    TRADE = "trade"
    OFFER = "offer"
    NEVER = "never"


class Host(Enum):
    """What the first label of a host tells: comment.example.com serves, bbs.example.com is the readers' own."""

    NEWS = "news"
    READERS = "readers"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Address:
    """An absolute address with what can be read off it.

    ``shape`` is the address with ids, dates and folder names made alike, so that the articles of one
    site share a shape; ``site`` is the registrable part of the host; ``date`` is ISO 8601 or None;
    ``document`` says that it leads to a PDF or office file, ``host`` what the host's first label tells.
    """

    url: str
    site: str
    shape: str
    look: Look
    date: str | None
    document: bool
    host: Host


_DOCUMENT = re.compile(r"\.(?:pdf|docx?|wps|ofd|txt|rtf|xlsx?|pptx?)$", re.IGNORECASE)
# What sends a document by its number, under no name of its own: /download.jsp?id=88, /file/download?fid=3f2a.., /download/88.
_FILE = r"(?:files?|att(?:ach(?:ment)?s?)?|annex|fujian|fj|doc(?:ument)?s?)"
_SENDING = re.compile(
    rf"/(?:(?:{_FILE}[_/-]?)?down(?:load)?(?:[_/-]?{_FILE})?|(?:get|send|open|read)[_-]?{_FILE})(?P<script>\.(?:jsp|aspx?|ashx|php|do|action))?"
    r"(?:/(?P<number>\d{2,}|[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?/?$",
    re.IGNORECASE,
)
_FILE_KEY = re.compile(
    r"^(?:f|file_?(?:id|name|path|code|url|key)?|att\w*|path|name|token|key)$", re.IGNORECASE
)
_NO_TEXT = re.compile(
    r"\.(?:jpe?g|png|gif|bmp|webp|svg|ico|css|js|json|xml|rss|atom|zip|rar|7z|gz|tgz|exe|msi|apk|ipa|dmg|iso|"
    r"mp3|mp4|m4a|wav|wma|wmv|avi|flv|swf|mov|mkv|rmvb?|woff2?|ttf|eot|ics)$",
    re.IGNORECASE,
)
# Folders, file stems and query values of pages that work for the reader, not tell him news.
_SERVICE = re.compile(
    r"(?:^|[/_.=&?-])(?:log-?in|get-?pass(?:word|wd)?|forgot|find-?pwd|log-?out|sign-?(?:in|up)|regist(?:er)?|reg|"
    r"(?<!-)passport|ucenter|(?:disp|look|show|view|bbs)?_?users?(?:_?info)?|usercenter|authors?|"
    r"account|zwfw|bsfw|bszn|zcwd|wsbs|banshi|search|sousuo|comments?|pinglun|reply|guestbook|feedback|liuyan|sitemap|share|print|"
    r"favou?rites?|cart|e/(?:pl|tool|member|search|public)|(?:show|view)?down(?:load(?:s|ed)?)?|about(?:us|-us)?|gywm|contact(?:us|-us)?|lxwm|links?|friendlinks?|"
    r"privacy|disclaimer|copyright|terms|help|faq|rss|subscribe|vote|survey|digg|captcha|dataproxy|wp-login|wp-admin|"
    r"space-u\w+|profile|avatar|redirect|adclick|advert\w*|ads?)(?=$|[/_.=&?-])",
    re.IGNORECASE,
)
# What stands before the number of a person or a column, however long that number is.
_LISTING_FOLDER = re.compile(
    r"authors?|media|u|users?|categor(?:y|ies)|cate|lists?|tags?|columns?|channels?|cols?", re.IGNORECASE
)
_CHANNEL_WORD = re.compile(
    r"(?:^|[/_.=&?-])(?:lists?|newslist|articlelist|infolist|index|default|main|home|channels?|categor(?:y|ies)|cate|"
    r"cat|columns?|col|colum|node|class|sort|type|tags?|topics?|special|subject|zt|zhuanti|forum|forumdisplay|"
    r"board|archives?|more|pages?|lanmu|menu|navi?|rank(?:ing)?s?|section|lists?\d*|authors?|media|u|users?)"
    r"(?=$|[/_.=&?-]|\d)",
    re.IGNORECASE,
)
# What trade portals and associations show besides news: offers, firms, jobs, members; not news of them (member_news, /news/company/).
_TRADE_WORD = re.compile(
    r"(?:^|[/_.=&?-])(?!(?:(?<=/news/)|(?<=/xinwen/)|(?<=/zixun/)|(?<=/xw/))(?:company|companies|corp|enterprise|qiye|trade)(?=[/_-]))(?:show|view|detail|read)?(?:members?|company|companies|corp|enterprise|pro(?:d|ducts?)?(?:show|view|detail|info)?|goods|item_?show|brands?|supply|suppliers?|sell|"
    r"buy|purchase|trade|shops?|stores?|mall|jobs?|courses?|resume|zhaopin|qiye|hyqy|qyzs|gongying|qiugou|chanpin|pinpai|zs|jiameng|price|cases?|anli|solutions?|services?|fuwu|fwxm|xzzx|xiazai|bgxz|wjxz|zlxz|experts?|zhuanjia|designers?|units?|lookbooks?|wenku|baike|zhidao|wenda|questions?|asks?|wenti)"
    r"(?=$|[/_.=&?-]|\d)(?![/_-](?:news|xinwen|xw|zixun|dongtai|dt)(?=$|[/_.=&?-]|\d))",
    re.IGNORECASE,
)
# At the root, or in the folder of a language, of the site itself or of its edition for telephones: /news/index.html is a
# column's first page.
FRONT = re.compile(
    r"/?|/(?:cn|zh|ch|chn|chs|gb|chinese|zh[-_]?(?:cn|hans)|en|english|web|www|site|portal|home|main|m|wap|mobile|h5|3g|touch)/?"
    r"|(?:/(?:cn|zh|ch|chn|chs|gb|chinese|zh[-_]?(?:cn|hans)|en|english|web|www|site|portal|html?|home|main|m|wap|mobile|h5|3g|touch))?/(?:index|default|home|main)(?:\.\w+)?",
    re.IGNORECASE,
)
# What no news is kept under: an offer, a product, a vacancy or a day of a timetable is one also where it is dated.
_OFFER_WORD = re.compile(
    r"(?:^|/)(?:(?:show|view|detail|read)-?)?(?:sell|supply|buy|purchase|offers?|pro(?:d|ducts?)?(?:show|view|detail|info)?|goods|chanpin|cp(?:zs|js)?|gongying|qiugou|gongqiu|gq|shops?|mall|jobs?|resume|zhaopin|shangji|schedules?|agendas?|sale|rent|house|ershou(?:fang)?|zufang)"
    r"(?=$|[/_.-])",
    re.IGNORECASE,
)
# A collection of articles, also where the address shows one of them: special_show.asp?id=4.
_COLLECTION_WORD = re.compile(
    r"(?:^|[/_.=&?-])(?:special|subject|zhuanti|zt(?:zl|bd|hz)?|[rz][dx]zt)(?=$|[/_.=&?-])", re.IGNORECASE
)
# What shows one entry, and what may: article lists are called news/list as often as articles news/12.
_SHOWING_WORD = re.compile(
    r"(?:^|[/_.=&?-])(?:arts?|contents?|details?|show\w*|view|viewthread|thread|read|newsdeatil|post|story|item|itemid|"
    r"archives|nd|doc)(?=$|[/_.=&?-]|\d)",
    re.IGNORECASE,
)
_ARTICLE_WORD = re.compile(
    r"(?:^|[/_.=&?-])(?:arts?|articles?|contents?|details?|show\w*|newsview|view|viewthread|thread|read|newsdeatil|"
    r"newspar|news\w{0,6}|text|info|doc|post|story|item|itemid|fnew|body|archives|nd|zixun|xinwen|dongtai|xw|zx)"
    r"(?=$|[/_.=&?-]|\d)",
    re.IGNORECASE,
)
_NEWS_WORD = re.compile(
    r"(?:^|[/_.-])(?:articles?|news\w{0,6}|info|zixun|xinwen|dongtai|xw|zx)(?=$|[/_.-]|\d)", re.IGNORECASE
)
# Hosts that serve readers, not news (comment.example.com), and those where readers publish themselves.
_SERVICE_HOST = re.compile(
    r"^(?:fang|house|esf|zufang|comments?\d*|tie|gentie|coral|passport|login|reg\d*|mail|exmail|e?shop|mall|search|so|hr|jobs?|zhaopin|union|ads?|"
    r"beian|zwfw|bsfw|wsbs|zwdt|tyrz|fuwu|item|goods|jubao|help|apps?|download|dl|static|img|images|pic|oa|sso|id|api|weibo|vote)\.",
    re.IGNORECASE,
)
_READERS_HOST = re.compile(
    r"^(?:user|my|i|u|member|video|v|live|blog|bbs|forum|club|wenku|baike)\.", re.IGNORECASE
)
_ID_KEY = re.compile(
    r"^(?:id|[a-z]{0,12}_?id|nid|aid|tid|p|n|no|num|sn|seq|serno|serial|guid|uuid|key|code|article|news|info|doc)$",
    re.IGNORECASE,
)
_ARTICLE_ID_KEY = re.compile(
    r"^(?:(?:art(?:icle)?|news|info|content|doc|thread)_?id|nid|aid)$", re.IGNORECASE
)
# A key that names a column or a page, not an entry: ?catid=3, ?typeid=3, ?page=2.
_COLUMN_KEY = re.compile(
    r"^(?:cat_?id|catid|type_?id|typeid|tid2|class_?id|column_?id|col_?id|fid|forum_?id|sort_?id|channel_?id|"
    r"cid|node_?id|menu_?id|page_?id|lm_?id|lmid|lm|bid|sid|tag_?id|site_?id|web_?id|page|pageno|pageindex|pagenum|p|pn|start|"
    r"offset|lang|language|cate|category|catalog_?id|parent_?id|pid|uid|userid|areaid|group_?id|gid)$",
    re.IGNORECASE,
)
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_HEX = re.compile(
    r"(?<![0-9A-Za-z])(?=[0-9A-Za-z]*\d)(?=[0-9A-Za-z]*[A-Za-z])[0-9A-Za-z]{14,}(?![0-9A-Za-z])"
)
_DIGITS = re.compile(r"\d+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_GENERIC = re.compile(r"content|details?|show|view|article|c|news|text|index\.\w+", re.IGNORECASE)
_ROUTE_KEY = re.compile(
    r"^(?:m|c|a|s|r|ac|act|action|mod|module|do|op|option|view|method|route|controller|type)$", re.IGNORECASE
)
# A title in the address: words joined by hyphens, or Chinese percent-encoded.
_SLUG = re.compile(r"[A-Za-z0-9]+-[A-Za-z0-9]+-[A-Za-z0-9]|(?:%[0-9A-Fa-f]{2}){9}|[\u3400-\u9fff]{4}")
_EXTENSION = re.compile(r"\.[A-Za-z]{2,5}$")
_INDEX = re.compile(r"^(?:index|default|main|home)(?:[_-]?\d{1,3}|[_-]\d+)?$", re.IGNORECASE)
_PAGER_QUERY = re.compile(r"^(?:page|pageno|pageindex|pagenum|curpage|currentpage|pn|paged)$", re.IGNORECASE)

# The date in a path, most telling form first. Years 1990 to 2059 keep serial numbers out.
_Y, _M, _D = r"(?P<y>(?:199|20[0-5])\d)", r"(?P<m>0[1-9]|1[0-2]|[1-9])", r"(?P<d>0[1-9]|[12]\d|3[01]|[1-9])"
_MM, _DD = r"(?P<m>0[1-9]|1[0-2])", r"(?P<d>0[1-9]|[12]\d|3[01])"
_PATH_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d){_Y}([-/_.]){_M}[-/_.]{_D}(?!\d)",
        rf"(?<!\d){_Y}/?{_MM}/?{_DD}(?!\d)",
        rf"(?<!\d){_Y}-?{_MM}[-/]{_DD}(?!\d)",
        rf"(?<!\d){_Y}{_MM}{_DD}(?=\d{{3,}})",
        rf"(?<=/)(?P<y>\d\d)/{_MM}{_DD}/\d\d(?=/)",
        rf"(?<=/){_Y}/[A-Za-z]+_{_MM}{_DD}(?=/)",
    )
)
_PATH_MONTH = re.compile(rf"(?<=/){_Y}[-/]?{_MM}(?=/)")


_NO_PAGE = re.compile(r"(?:mailto|tel|sms|weixin|tencent|data|about|file|ftp|thunder)\s*:", re.IGNORECASE)
# What a script would have filled in: '+url+', {{url}}, ${url}, <%=url%>.
_TEMPLATE = re.compile(r"[<>{}\"`|]|'\s*\+|\+\s*'|\$\{|&lt;%")


def same_host(target: str, url: str) -> bool:
    """Tell whether an address, which may be empty, is of the host and port that a page is of."""
    return urlsplit(target).netloc == urlsplit(url).netloc


@lru_cache(maxsize=8192)  # each look at a page asks where its links lead
def resolve(base: str, href: str, encoding: str = "utf-8") -> str:
    """Make a reference absolute the way browsers do.

    Args:
        base: the absolute address it stands on.
        href: as written: may hold white space, backslashes, a fragment.
        encoding: the page's encoding; a query is percent-encoded in it (WHATWG URL, 4.4).

    Returns:
        The absolute http(s) address without fragment (but a program's route), or an empty string.
    """
    cleaned = re.sub(r"[\t\r\n\x00]", "", href).strip().replace("\\", "/")
    if _TEMPLATE.search(cleaned) or _NO_PAGE.match(cleaned):
        return ""
    try:
        parts = urlsplit(urljoin(base, cleaned))
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return ""
        _ = parts.port
    except ValueError:
        return ""
    parts = _as_served(base, parts)
    query = parts.query
    if not query.isascii() and encoding.lower() not in ("utf-8", "utf8"):
        query = quote(query, safe="%/?:@!$&'()*+,;=-._~", encoding=encoding, errors="ignore")
    return urlunsplit(
        (parts.scheme, parts.netloc, parts.path.replace(" ", "%20"), query.replace(" ", "%20"), _route(parts))
    )


def _as_served(base: str, parts: SplitResult) -> SplitResult:
    """Return an address under the scheme of the page it stands on where it names that page's very host and port: one port
    speaks one of the two, whatever a program was set up to write (https://www.example.org:8080/ on a page that came by http)."""
    served = urlsplit(base)
    here = parts.port is not None and (parts.hostname, parts.port) == (served.hostname, served.port)
    return parts._replace(scheme=served.scheme) if here and served.scheme in ("http", "https") else parts


def _route(parts: SplitResult) -> str:
    """Return the fragment by which a program shows one entry, no other."""
    return parts.fragment if ROUTE.match(parts.fragment) else ""


_DETOUR = re.compile(
    r"(?:^|[/_.-])(?:redirect|jump|goto|go|link|out|url|turn|transfer)(?:\.\w+)?/?$", re.IGNORECASE
)
_DETOUR_KEY = re.compile(r"^(?:url|link|target|to|u|href|jump)$", re.IGNORECASE)


def without_detour(url: str) -> str:
    """Return where an address of the kind /go.asp?url=http://... leads to; any other as it is."""
    parts = urlsplit(url)
    if parts.query and _DETOUR.search(parts.path):
        for key, value in parse_qsl(parts.query):
            if _DETOUR_KEY.match(key) and re.match(r"https?://|/[^/]", value):
                return resolve(url, value) or url
    return url


def is_detour(url: str) -> bool:
    """Tell an address that only leads on, to one it does not show: /go.asp?id=88."""
    parts = urlsplit(url)
    return bool(parts.query and _DETOUR.search(parts.path))


_COLUMN_NUMBER = re.compile(r"(?<=[/?&_-])(?P<key>[A-Za-z_]{1,12})(?P<sign>[/=_-])\d+(?![\w])")


def twin_key(url: str, title: str) -> tuple[str, ...] | None:
    """Return what the addresses of one article in two columns share: host, title, numbers but the column's.

    None where that would prove nothing: a short title, an address without numbers.
    """
    parts = urlsplit(canonical_url(url))
    told = _COLUMN_NUMBER.sub(
        lambda found: "" if _COLUMN_KEY.match(found["key"]) else found[0],
        _OCTET.sub("", f"{parts.path}?{parts.query}"),
    )
    # A number of its own tells enough: /a/2026/1013/1457.html is also shown as view.php?aid=1457.
    undated = reduce(lambda rest, date: date.sub("", rest), _PATH_DATES, told)
    named = _NAMED_NUMBER.search(told)
    numbers = [named["id"]] if named else _DIGITS.findall(undated if _OWN_NUMBER.search(undated) else told)
    return (parts.netloc, title[:_CUT], *numbers) if numbers and len(title) >= _TELLING else None


# A folder that says it is the article's number: what follows only decorates, /articleId/12/Default.aspx, /articleId/12/wool.aspx.
_NAMED_NUMBER = re.compile(r"/(?:article|news)_?id/(?P<id>\d+)(?=/[^/?]*\??$)", re.IGNORECASE)
_OCTET = re.compile(r"%[0-9A-Fa-f]{2}")  # of a title in the address: show.asp?id=12&title=%B9%A4
_TELLING = 8  # characters of a title that no other article has by chance
_CUT = 12  # to which blocks of a front page cut titles at most
_OWN_NUMBER = re.compile(r"\d{4}")  # shorter ones may begin anew each day


# The platform where associations publish when their own site links away: one article per address.
_NEWS_HOSTS = re.compile(r"^https?://mp\.weixin\.qq\.com/s[/?]")


def is_news_host(url: str) -> bool:
    """Tell whether a foreign address is an article of a platform that associations publish on."""
    return bool(_NEWS_HOSTS.match(url))


_SECOND_LEVEL = frozenset(["com", "net", "org", "gov", "edu", "ac", "co", "mil"])


def site_of(host: str) -> str:
    """Return the part of a host one registers: `news.example.com.cn` is of site `example.com.cn`."""
    labels = host.lower().rstrip(".").split(".")
    if labels[-1].isdigit() or ":" in host:
        return host.lower()
    size = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-size:])


def date_in(url: str) -> str | None:
    """Return the date an address carries, `2025-03-10` or at least `2025-03`, or None."""
    parts = urlsplit(url)
    path = parts.path
    for pattern in _PATH_DATES:
        for found in pattern.finditer(path):
            year = found["y"] if len(found["y"]) == 4 else "20" + found["y"]
            if day := iso_date(year, found["m"], found["d"]):
                return day
    month = _PATH_MONTH.search(path)
    return f"{month['y']}-{int(month['m']):02d}" if month else None


def day_of(url: str) -> str | None:
    """Return the whole day that an address carries, in its path or as a field of its query; None where it carries none."""
    date = date_in(url)
    if date and len(date) == len("2026-11-27"):
        return date
    fields = parse_qsl(urlsplit(url).query)
    told = (_DAY_FIELD.fullmatch(value) for key, value in fields if not _ID_KEY.match(key))
    return next(filter(None, (iso_date(day["y"], day["m"], day["d"]) for day in told if day)), None)


_DAY_FIELD = re.compile(rf"(?=.{{8}}){_Y}(?P<sign>[-/.]?){_M}(?P=sign){_D}")


def is_column_key(key: str) -> bool:
    """Tell whether a key of a query names a column or a page, not an entry."""
    return bool(_COLUMN_KEY.match(key))


def _shape(host: str, segments: list[str], query: str) -> str:
    """Make ids and folders alike: /news/zixun/2024/123.html and /news/hangye/2023/99.html share a shape."""
    folders = ["9" if any(c.isdigit() for c in segment) else "w" for segment in segments[:-1]]
    stem = _EXTENSION.sub("", segments[-1]) if segments else ""
    extension = segments[-1][len(stem) :] if segments else ""
    name = _DIGITS.sub("9", _HEX.sub("h", _UUID.sub("h", stem)))
    if name and not query and not re.search(r"9|^h$", name):
        name = "slug"  # a name in the place of a number
    keys = "&".join(f"{k}={_DIGITS.sub('9', _HEX.sub('h', v))}" for k, v in sorted(parse_qsl(query)))
    return "/".join([host, *folders, name + extension.lower()]) + (f"?{keys}" if keys else "")


@dataclass(frozen=True, slots=True)
class _Words:
    """An address taken apart: what its last part names, and the words all along it.

    ``subject`` is the file's stem, or the last folder of an address that ends in one (``bare``);
    ``last`` are the words of the subject, ``every`` those of the whole path, both with the words by
    which a query routes (?m=content&a=show).
    """

    subject: str
    above: str
    bare: bool
    last: str
    every: str


def _words(path: str, query: str) -> _Words:
    above, _, name = path.rpartition("/")
    subject = _EXTENSION.sub("", name)
    bare = (not name or bool(_INDEX.match(subject))) and not query
    if bare:
        above, _, subject = above.rpartition("/")
    elif _GENERIC.fullmatch(subject) and not query:
        subject = f"{above.rpartition('/')[2]}/{subject}"
    route = "".join(f"/{v}" for k, v in parse_qsl(query) if _ROUTE_KEY.match(k) and not v.isdigit())
    folder = above.rpartition("/")[2]
    leading = f"{folder}/" if re.fullmatch(r"\d{1,4}", subject) or _LISTING_FOLDER.fullmatch(folder) else ""
    return _Words(
        subject, above, bare, _CAMEL.sub("-", f"/{leading}{subject}{route}"), _CAMEL.sub("-", path + route)
    )


def _numbered(words: _Words, path: str, query: str) -> int:
    """Return how strongly the address numbers its subject: 0 not, 1 a little, 2 surely, 3 as an article."""
    if _UUID.search(words.subject) or _HEX.search(words.subject) or re.search(r"\d{5,}", words.subject):
        return 2
    if re.fullmatch(r"\d{3,4}", words.subject) and not words.bare and words.above.count("/") > 1:
        return 2
    if re.match(r"\d{2,}-[A-Za-z]", words.subject):
        return 2
    if any(_ARTICLE_ID_KEY.match(key) and value for key, value in parse_qsl(query)):
        return 3
    at_root = path in ("/", "/index.php")  # where ?p=123 is an article of WordPress, not a page number
    for key, value in parse_qsl(query):
        names = (at_root and key == "p") or (_ID_KEY.match(key) and not _COLUMN_KEY.match(key))
        if names and re.search(r"\d|[0-9a-f]{8}", value):
            return 2
    return int(bool(re.search(r"\d", words.subject)))


_FRONT = re.compile(r"^/(?:index|app|main)\.php(?=/.)")  # what answers every address of a site
# Folders that spread the entries by two figures each of a number written in sixteens: /63/ad/info25517.htm.
HASHED = re.compile(
    r"(?<=/)(?=[0-9a-f/]{0,4}\d)(?=[0-9a-f/]{0,4}[a-f])[0-9a-f]{2}/[0-9a-f]{2}(?=/[^/]*\d[^/]*$)"
)


def sends_file(url: str) -> bool:
    """Tell an absolute address at which a program sends a file."""
    parts = urlsplit(url)
    return _is_sent(parts.path, parts.query)


def _is_sent(path: str, query: str) -> bool:
    """Tell an address at which a program sends a file: it names it by a number, or by its path, in the query or behind it."""
    sending = _SENDING.search(path)
    if sending is None:
        return False
    named = any((_ID_KEY.match(key) or _FILE_KEY.match(key)) and value for key, value in parse_qsl(query))
    return named or (sending["number"] is not None and not sending["script"])


def _look(host: str, path: str, query: str, date: str | None) -> Look:
    if _NO_TEXT.search(path) or (path == "/" and not query):
        return Look.NEVER
    if is_news_host(f"http://{host}{path}{'?' * bool(query)}"):
        return Look.ARTICLE
    if _is_sent(path, query) or _COUNTER.search(f"{path}?{query}"):
        return Look.MAYBE
    words = _words(_FRONT.sub("", path), query)
    titled = re.search(r"/\d{2,}$", words.above) or (
        _SLUG.search(words.subject) and (not _SERVICE.match(f"/{words.subject}") or _is_title_of_post(words))
    )
    if _SERVICE.search(words.above if titled else words.every):
        return Look.NEVER if date is None else Look.MAYBE
    if date is not None and _is_offer(words):
        return Look.OFFER
    if date is not None and (look := _dated_look(words, query, date)):
        return look
    return _undated_look(words, path, query)


def _is_offer(words: _Words) -> bool:
    """Tell what is kept, or named, as an offer; the first word of a title is no name: /2026/11/02/shop-floor/, /sale-of-mill-ends/."""
    kept = words.above if _is_title(words) else words.every
    return bool(_OFFER_WORD.search(kept)) and not _NEWS_WORD.search(words.above)


def _is_title(words: _Words) -> bool:
    """Tell an entry named by the words of its title: by three of them, or by two where entries are kept by days or as posts."""
    count = len(words.subject.split("-")) if _WORDS.fullmatch(words.subject) else 0
    return count > _TITLE or (count == _TITLE and bool(_POSTS.search(words.above)))


def _is_title_of_post(words: _Words) -> bool:
    """Tell an entry kept as a post that is named by the words of its title, whatever the first: /stories/down-jackets-cost-more/."""
    return words.subject.count("-") >= _TITLE and bool(_POSTS.search(words.above))


# The words of a title; /product-list, /sell-detail are a kind of page.
_WORDS = re.compile(
    r"(?!.*-(?:details?|shows?|lists?|cent(?:er|re)|info|views?|pages?|items?|index)$)[a-z]+(?:-[a-z]+)*",
    re.IGNORECASE,
)
_TITLE = 2
_POSTS = re.compile(
    r"/(?:[\d-]{2,10}|posts?|blogs?|articles?|entr(?:y|ies)|stor(?:y|ies)|essays?|notes?)$", re.IGNORECASE
)

# Scripts that count the reader and send him on to the entry of a number: /link.jsp?id=1245.
_COUNTER = re.compile(
    r"/(?:links?|redirect)\.(?:jsp|aspx?|php|do|action)\?(?:\w{0,12}_)?(?:\w{0,7}id|no)=\d{3,}$",
    re.IGNORECASE,
)


def _dated_look(words: _Words, query: str, date: str) -> Look | None:
    """Judge an address with a date in it: an article's, unless it ends at the date or names a page of lists."""
    if words.bare and re.fullmatch(r"\d{1,8}(?:-\d\d){0,2}", words.subject):
        within = date_in(f"http://x{words.above}/") == date  # what stands in a day or a month: /2026/04/2127/
        numbered = len(date) == 10 or re.fullmatch(r"\d{3,}", words.subject)
        return Look.ARTICLE if within and numbered else Look.CHANNEL
    if _OF_DAY.match(words.subject.rpartition("/")[2]):
        return Look.CHANNEL
    return Look.ARTICLE if re.search(r"\d", words.subject + query + words.above[-12:]) else None


# What lists the news of a day, or shows a sheet of its paper: /2026/1127/news.shtml, /2026-11-27/Qpaper_2.html.
_OF_DAY = re.compile(
    r"node|list|index|layout|nbs|(?:(?:news|roll|scroll)(?:news|list)?|gundong|gd(?:xw)?|all|day|daily|more|main|default|home|(?:q?paper|ban(?:mian)?|bm|cover)(?:[_-]?\d{1,2})?)$",
    re.IGNORECASE,
)


def _undated_look(words: _Words, path: str, query: str) -> Look:
    numbered = _numbered(words, path, query)
    if numbered == 3:
        return Look.ARTICLE
    if numbered < 2 and (
        path in ("/", "/index.php") or any(_PAGER_QUERY.match(key) for key, _ in parse_qsl(query))
    ):
        return Look.CHANNEL
    if numbered == 2 and words.last == "/index" and _EXTENSION.search(path):
        return Look.MAYBE  # index.php?id=345: what the number names, the page must tell
    if words.bare and _COLLECTION_WORD.search(f"/{words.above.rpartition('/')[2]}"):
        return Look.TOPIC
    listed = _CHANNEL_WORD.search(words.last if numbered == 2 else words.every)
    if listed and (_COLLECTION_WORD.search(words.last) or not _SHOWING_WORD.search(words.last)):
        return Look.CHANNEL
    if _is_offer(words):
        return Look.OFFER
    if _TRADE_WORD.search(words.every):
        return Look.TRADE
    if numbered == 2 and words.bare and not path.endswith("/"):
        return Look.CHANNEL  # .../421076/index.html is a column's number more often than an article's
    if numbered == 2:
        folder = f"/{words.above.rpartition('/')[2]}"
        clear = _ARTICLE_WORD.search(folder) if words.bare else not _CHANNEL_WORD.search(words.every)
        return Look.ARTICLE if clear or _SHOWING_WORD.search(words.last) else Look.MAYBE
    if words.bare or re.fullmatch(r"/[A-Za-z/]*?[A-Za-z]{1,15}", path):
        telling = _SLUG.search(words.subject) or re.fullmatch(r"\d{3,}", words.subject)
        return Look.MAYBE if telling else Look.CHANNEL
    longer = numbered and not re.fullmatch(r"\d{1,2}", words.subject)
    return Look.ARTICLE if longer and _ARTICLE_WORD.search(words.every) else Look.MAYBE


def routed(path: str, query: str) -> tuple[str, str]:
    """Return path and query with a route that is written as a query (/?info-12.html, /index.php?s=/news/12) in the path."""
    if not re.search(r"(?:/|\.(?:php|aspx?|jsp|do))$", path):
        return path, query
    if "=" not in query:
        return (f"/{query.lstrip('/')}", "") if re.search(r"\d|/", query) else (path, query)
    route, _, rest = query.partition("&")
    key, _, value = route.partition("=")
    if key in ("s", "r", "route", "q") and "/" in value:
        return f"/{unquote(value).lstrip('/')}", rest
    return path, query


@lru_cache(maxsize=8192)
def read_address(url: str) -> Address:
    """Read off an absolute address what it tells; never raises for what `resolve` returns."""
    named = without_session(url)
    parts = urlsplit(re.sub(r"/(?:index\.\w+)?#!?/", "/", named) if "#" in named else named)
    host = parts.hostname or ""
    path, query = routed(parts.path or "/", parts.query)
    path = HASHED.sub("00/00", path)
    date = date_in(url)
    return Address(
        url=url,
        site=site_of(host) + (f":{parts.port}" if parts.port else ""),
        shape=_shape(host, path.split("/")[1:], query),
        look=_look(host, path, query, date),
        date=date,
        document=bool(_DOCUMENT.search(parts.path)) or _is_sent(parts.path, parts.query),
        host=Host.SERVICE
        if _SERVICE_HOST.match(host)
        else Host.READERS
        if _READERS_HOST.match(host)
        else Host.NEWS,
    )
