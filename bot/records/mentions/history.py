"""What says that a thing is over and not what is told: 去年, 上届, 历届, 在…基础上, 办过."""

from __future__ import annotations

import re

from bot.records.article import Article
from bot.records.mentions.around import Around, Sign, Tell, told_by
from bot.records.mentions.held import IS_MINUTED, ON_THAT_DAY
from bot.records.mentions.lists import HABIT
from bot.records.naming.editions import ordinal_of
from bot.records.naming.likeness import bare_letters, is_within
from bot.records.rules import branched
from bot.records.text import Span
from bot.records.time.phrases import REPORTED_WITHIN

_PAST = branched(
    r"(?:成立|创办|创建|建会|组建)(?:[一二三四五六七八九十\d]+余?年)?以来|(?<![比较同与和跟])(?:去年|前年|上届|往届)|回忆|回想|历届|前[一二两三四五六七八九十\d]+届|(?<![、 者员师授裁监任席])曾(?!经理|都|[一-鿿]?[区县市镇])|此前(?![一两三]天)|回顾|过去(?!的?[一二两三四五六七八九十\d]|的?周末)|以往|早在|首办|(?:(?:[创初首]办|始[办建]?)于)(?!\d{4}年的)|(?<![来亲各独])自(?![^,。]{0,8}(?:征[稿集]|启动|报名|开[赛幕放启]|发布|上线|招[商展])以来)[^,。]{0,8}(?:以来|起(?![征接受开报启至到在举面草步点源]))|从[^,。]{0,8}(?:以来|至今|开始举办|延续(?![到至]))|连续(?:多|[一二三四五六七八九十\d]+)年(?:成功)?(?:举[办行]|承办|主办|组织|开展)(?!的)|上一[届次]|近年来|多年来|(?<![与同和比较于])往年|当时(?!针)"
)
_THIS_YEARS = re.compile(
    r"今年(?:\d{1,2}月)?(?:[上中下]旬|\d{1,2}日)?的[“《]?$"
)  # 最早亮相于今年4月的某年会,当时…
# A sentence that tells of last year all through: 去年某某组织的展团亮相,不但有…,还举办了….
LAST_YEARS = re.compile(
    r"(?<![比较同与和从自])(?:去年|前年|上届|往届)(?![底末初][^,。]*(?:启动|开始))(?:(?!今年|本届|此次|本次|这次|明年|将|20\d\d年)[^。;])*$"
)
# 协会现有…,先后举办了甲大赛、乙讲座: what a body has done in its years.
_TRACK_RECORD = re.compile(
    r"(?:先后|陆续|累计)(?:成功)?(?:举[办行]|承办|组织|开展|召开)(?:了|过)(?![^。;\n]*(?:\d日|期间|现场))[^。;\n]*$"
)
IN_THIS = re.compile(r"期间|会上|会后|同期|当[天日]|现场|本[次届]|此次|今年|\d[日月]")
# 首届大赛期间,市里组织了洽谈会: told of a later edition, it looks back.
_AT_THE_FIRST = re.compile(r"首届[一-鿿“”]{0,24}?(?:会|展|节|周|赛|活动)期间[^。;\n]*$")
_LATER_EDITION = re.compile(r"第(?:[二三四五六七八九十百]{1,3}|[2-9]|\d\d)届")
# 曾召开过某对接会, 办过两届某某节: what somebody has ever done, but not what has only just been (刚开过).
_EVER = re.compile(
    r"(?:多次|屡次|反复)(?:召开|举[行办]|组织|开展)[^。;,:\n]{0,40}$|(?<!刚)(?<!才)(?:召开|举[行办]|承办|主办|参加|出席|组织|开|办)过(?:[一二两三四五六七八九十几多\d]{0,3}[次届场个](?:[^,。;:\n“”\d]{1,10}的)?)?[“《]?$"
)
# 会长说,3月在某地举办的某对接会上,人家还送了礼: what somebody remembers while he speaks of something else.
_RECALLED = re.compile(
    r"(?:[说道]|表示|回忆|告诉[^,。:]{1,6}|记得)[,:]\s?“?(?:[^。;“”\n]{0,12})(?:[年月]份?|去|上)[^。;“”\n]{0,20}(?:举[行办]|召开)的[“《]?$"
)
HELD_WHERE = re.compile(r"(?:举[行办]|召开|[开办])的[“《]?$")
_WHERE = re.compile(r"[”》]?上(?=[一-鿿,])")
_ASKED, _ANSWERS = re.compile(r"^(?:记者|问|主持人)\s?:", re.MULTILINE), re.compile(r"\s*[一-鿿]{1,6}\s?:")
_YEAR_TOLD = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_LONG_AGO = 2  # years
_LATELY_HELD = re.compile(
    r"(?:日前|近日|刚刚|前不久|昨[日天]|上周)[^,。;]{0,16}(?:举[行办]|召开|[开办])的[“《]?$"
)
# 《某发布会侧记》一文: what a piece of writing is called.
_A_WRITING = re.compile(
    r"[^《》。\n]{0,10}》(?:一[文书稿]|等文|的?(?:报道|文章|消息|稿件|论文|专著|短评|节目|作者))"
)
# 5月10日是中国品牌日: a day of the calendar, on which nothing need be held.
_CALENDAR_DAY = re.compile(
    r"(?:(?<!(?:这|那|正|就|便))是|恰?逢|适值|正值|迎来|作为)(?:第[一二三四五六七八九十百\d]+个|一年一度的)?“?$"
)
# 首届论坛召开时,话题是…; 那届服装节开幕那天,花车排到广场: what only says when something else was.
_AS_IT_WAS = re.compile(
    r"[”》]?(?:\([^()]*\))?(?:正式|刚刚?)?(?:召开|举[行办]|开幕|落幕|闭幕|开办|落成)(?:的?时(?:候|节)?(?=[,、])|的?那(?:[天年晚届]|一[天年刻]|会儿))"
)
# What is told of the time after it: 秋冬博览会展后订单还没有消化.
_AFTERWARDS = re.compile(r"[”》]?(?:展后|会后|赛后|之后|过后|结束后)")
# 在11月3至5日举办的某交易会结束后: its own days are told.
_ON_DAYS = re.compile(r"\d日[^,。;\n]{0,12}(?:举[办行]|召开|开幕)的[“《]?$")
# 近年来该县相继举办了甲大会、乙大会、丙峰会等活动
_OVER_YEARS = re.compile(
    r"(?:近[几两三]?年来?|多年来|历年来|[近这]些年来?),?[^。;,\n]{0,16}(?:相继|先后|陆续|连续|成功|多次)+(?:举[行办]|承办|召开|主办|组织)[^。;\n]*$"
)
_HEARD_THERE = re.compile(
    r"(?:(?<=^上)|^)(?:获悉|了解到|得知|透露|传[出来]消息),.*"
)  # 某会议上获悉,近年来…: what was heard there looks back
# 响应某大会号召, 贯彻某会议精神: what others had come together for before.
_SPIRIT = re.compile(
    r"[”》]?的?(?:关于[^,。;\n]{2,20}的)?(?:号召|会议精神|精神(?!抖擞|面貌|风貌)|部署|工作部署|要求|(?:研究|审议|讨论)?(?:意见|决定|决议|安排)(?=,))[,。、;的进和传]"
)
# What something else builds on or belongs to: 在某评选活动基础上首次举办…, 是某系列活动之一.
_SO_FAR = re.compile(
    r"[”》]?(?:至今|迄今|目前)?(?:已经?|曾)(?:连续|成功)*举[办行]了?[^,。]{0,3}[届次](?![^。]{0,30}将)"
)
# 已成功举办五届某比赛 counts those that were; 召开三届二次理事会 is one.
_SO_MANY_TIMES = (
    re.compile(r"(?:举[办行]|承办|主办|组织|开办)(?:过|了)?$"),
    re.compile(
        r"[一二两三四五六七八九十百]+届(?!第?[一二三四五六七八九十\d]+次|[理监]事|会员|代表|常务|委员|全体|会长|主席)"
    ),
)
# 某县乡村文化旅游节之首届蚕桑文化节: what goes on under another's name.
_UNDER_IT = re.compile(r"[”》]?(?:\([^()]*\))?之(?=“?[一-鿿\d·]{0,6}(?:第|首|20\d\d|“))")
_FOUNDATION = re.compile(
    r"[”》]?(?:的?基础上|(?:系列活动)?之一|的(?:系列|重要|配套|重点|主题|主要)?(?:活动|赛事|组成部分|板块|内容)之一(?=,)"
    r"|的(?:有益|重要)?(?:补充|延续|延伸)(?:[和与、](?:补充|延续|延伸))?(?=,))"
)
# A sitting named only as what let a paper pass: 经市政府第43次常务会议审议通过.
_APPROVING = re.compile(
    r"[经由](?:研究|讨论|审议|审定|同意|批准|通过(?=[,。;的了并《]|$)|评估|商议|协商|商定|表决|决定).*",
    re.DOTALL,
)
_AND_THEN = re.compile(r"[”》]?(?:[、和及与][^,。;\n]{2,40}?)?(?:之?后|以来)")
# 报告回顾了一年来的工作:3月组织企业参加服博会,9月举办产销对接会: what a year's report looks back on.
_LOOKED_BACK_ON = re.compile(r"回顾了?[^。;,\n]{0,24}?(?:工作|历程|情况|成绩|成果|亮点)[^。;\n]*$")
# 最近分别在甲、乙时装周上发布作品的某某: where somebody has shown before.
_SHOWN_THERE = re.compile(r"[”》]?上[^,。;\n]{2,20}的[一-鿿]")
_LATELY = re.compile(r"(?:最近|曾|先后)[^,。]{0,24}$")


def _is_news(article: Article, span: Span) -> bool:
    """Tell whether a day of last year is still news: 去年12月20日 on a page of January."""
    today = article.published
    if today is None or today.month > 2:
        return False
    days = (t.start for t in article.times if span.begin <= t.begin < span.end and t.precision == "day")
    news = (today - REPORTED_WITHIN).isoformat()
    return any(news <= day[:10] <= today.isoformat() for day in days if day)


def _is_recalled(around: Around) -> bool:
    """Tell whether a thing is only where something happened that a speaker, or the story of a life, looks back on."""
    article, before, after = around.article, around.before, around.after
    if not (_WHERE.match(after) and HELD_WHERE.search(before)):
        return False
    line = article.line(around.name.begin).of(article.plain)
    answer = _ANSWERS.match(line) and len(_ASKED.findall(article.plain)) > 1
    years = [
        int(year) for year in _YEAR_TOLD.findall(article.plain, around.sentence.begin, around.name.begin)
    ]
    long_ago = article.published and years and max(years) <= article.published.year - _LONG_AGO
    if not long_ago and _LATELY_HELD.search(before):
        return False
    return bool(answer or long_ago or (after.lstrip("”》").startswith("上,") and _RECALLED.search(before)))


def _is_told_as_past(around: Around) -> bool:
    """Tell whether the words say so of it (去年的某展), and the sentence tells neither news nor what is to come."""
    named = _PAST.search(around.before[-40:] + _HEARD_THERE.sub("", around.after[:12]))
    past = (named and not _THIS_YEARS.search(around.before)) or LAST_YEARS.search(
        around.plain[around.sentence.begin : around.name.begin]
    )
    # 公布去年10月某联席会议纪要: the minutes are news.
    minuted = bool(past) and told_by((IS_MINUTED,), around)
    news = around.soon or minuted or _is_returned_to(around) or _is_news(around.article, around.sentence)
    return bool(past) and not news


# 9月5日在某市召开的某协会年会,曾定下三件事。…记者日前做了回访: what came of it is the news.
_RETURNS = re.compile(r"回访|回头看|追踪|跟踪|[之以过]后|落地|兑现|落实|进展|成效|怎么?样|如何|忙了")
_ON_ITS_DAY = re.compile(r"\d日[^。;\n]{0,24}(?:举[行办]|召开|开幕|落幕)的[“《]?$")
_WAS_HELD = re.compile(r"[”》]?(?:在[^,。;\n]{2,16})?(?:成功|正式)?(?:举[行办]|召开|开幕|落幕)")


def _is_returned_to(around: Around) -> bool:
    """Tell whether a text opens with what was held on a day told, and its headline asks what came of that."""
    opens = any(around.sentence == sentence for sentence in around.article.sentences[:2])
    asks = _RETURNS.search(around.article.title)
    held = re.search(r"\d日,?[^,。;\n]{0,12}$", around.before) and _WAS_HELD.match(around.after)
    return bool(opens and asks and (held or _ON_ITS_DAY.search(around.before)))


def _is_track_record(around: Around) -> bool:
    return bool(_TRACK_RECORD.search(around.before) and not IN_THIS.search(around.whole))


def _is_looked_back_from(around: Around) -> bool:
    """Tell whether what is told is of the time after it, whose own days are not."""
    told = _ON_DAYS.search(around.before) or ON_THAT_DAY.search(around.before)
    return bool(_AFTERWARDS.match(around.after) and not told)


def _is_umbrella_of(around: Around) -> bool:
    """Tell whether it is 某系列活动之某某: what something else goes on under."""
    return around.name.text.endswith("系列活动") and around.after.startswith("之")


def _is_counted_in_all(around: Around) -> bool:
    return bool(_SO_MANY_TIMES[0].search(around.before) and _SO_MANY_TIMES[1].match(around.name.text))


def _is_habit(around: Around) -> bool:
    habit = HABIT.search(around.before[-20:] + around.after[:24])
    return bool(habit) and not (around.dayed or around.soon)


def _says_when_else(around: Around) -> bool:
    return bool(_AS_IT_WAS.match(around.after)) and not around.dayed


def _is_left_out(around: Around) -> bool:
    """Tell whether it stands aside of what is told: 除内衣展览外,还将举办…."""
    return around.clause == "除" and around.after.startswith("外")


def _is_over_years(around: Around) -> bool:
    return not around.soon and around.said_in_sentence(_OVER_YEARS)


def _is_where_they_come_from(around: Around) -> bool:
    """Tell whether it is a body: 来自某联谊会、某研究会的代表."""
    return around.before.endswith("来自") and around.name.text.endswith("会")


def _is_calendar_day(around: Around) -> bool:
    return around.name.text.endswith("日") and bool(_CALENDAR_DAY.search(around.before))


def _only_let_pass(around: Around) -> bool:
    ahead = (
        around.clause[-1:] if around.clause.endswith(("经", "由")) else (around.clause + around.name.text)[:1]
    )
    return bool(_APPROVING.fullmatch(ahead + around.after[:8]))


def _is_of_work_done(around: Around) -> bool:
    return around.said_in_sentence(_LOOKED_BACK_ON)


def _is_of_the_first(around: Around) -> bool:
    later = _LATER_EDITION.search(around.plain, 0, around.sentence.begin)
    return bool(later and around.said_in_sentence(_AT_THE_FIRST)) or _is_first_of_series(around)


# 2011年首届泳博会 in news of the 第六届, 第一次理事会 in those of the 三届四次.
_THE_FIRST = re.compile(r"[“《]?(?:(?:19|20)\d\d年?)?(?:首届|首次|第一[届次])")
_RIGHT_AFTER = re.compile(r"随后|接着|紧接|会后|期间|同期|当[天日晚]|同日|[本这该此][届次]|将|还")


def _is_first_of_series(around: Around) -> bool:
    """Tell whether it is called the first of what an earlier name of the article counts a later one of."""
    name, article = around.name, around.article
    if not _THE_FIRST.match(name.text) or _RIGHT_AFTER.search(around.before):
        return False
    short = bare_letters(_THE_FIRST.sub("", name.text))
    later = (n for n in article.names if n.begin < name.begin and max(ordinal_of(n.text), default=1) > 1)
    return len(short) > 2 and any(
        is_within(short, bare_letters(n.text)) and not _THE_FIRST.search(n.text) for n in later
    )


def _is_what_came_before(around: Around) -> bool:
    """Tell whether something else follows it: 这是继某展之后…."""
    return around.clause.startswith(("继", "这是继", "这也是继")) and bool(_AND_THEN.match(around.after))


PAST: tuple[Tell, ...] = (
    Sign(after=_SPIRIT),
    Sign(_EVER),
    _is_recalled,
    _is_track_record,
    _is_told_as_past,
    _is_looked_back_from,
    Sign(after=_FOUNDATION),
    Sign(after=_UNDER_IT),
    _is_umbrella_of,
    Sign(after=_SO_FAR),
    _is_counted_in_all,
    _is_habit,
    _says_when_else,
    Sign(after=_A_WRITING),
    _is_left_out,
    _is_over_years,
    _is_where_they_come_from,
    _is_calendar_day,
    Sign(_LATELY, _SHOWN_THERE),
    _only_let_pass,
    _is_of_work_done,
    _is_of_the_first,
    _is_what_came_before,
)
