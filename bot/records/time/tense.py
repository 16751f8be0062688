"""What a date is to its text: an event's day, a deadline, a date line, history; and whether its sentence looks ahead."""

from __future__ import annotations

import re

from bot.records.rules import branched
from bot.records.time.moments import Reading, TimeRole

_AFTER_DATELINE = re.compile(r"\s?(?:[一-鿿]{0,4}专?电(?![子商影视力])|讯|消息|报道|\(?记者)")
_PAGE_LABEL = re.compile(
    r"(?:发布|更新|上传|录入|添加|发表|发稿|刊登)(?:日期|时间|于)?\s?[:|]?\s?$|(?:来源|浏览|点击|作者)[^。\n]{0,20}\s$|(?:^|\n)\s*(?:时间|日期)\s?:\s?$(?=)"
)
_LABELLED_EVENT = re.compile(
    r"(?:会议|活动|展会|展览|举办|举行|召开|比赛|大赛|培训|开幕|参展|布展|报到|论坛)(?:日期|时间)\s?:\s?$"
)
_BEFORE_DEADLINE = branched(
    r"(?:不晚于|不迟于|至迟|最晚|最迟|务必|(?<!邀)请于|须于|需于|应于|请在|截稿(?:日期|时间|日)?\s?[:为是]?|(?:报名|征稿|投稿|申报|反馈|报送|提交|征集|征求意见(?!稿?后)|公示)[^,。;\n]{0,12}"
    r"|截止(?:日期|时间|日|到|于|至)?\s?[:为是]?|(?<=[^,。;\s])截[止至](?:到|于|至)?)\s?$"
)
_AFTER_DEADLINE = re.compile(
    r"[^\S\n]?(?:\d{1,2}:\d\d)?(?:(?:之?前|以前)(?!后)|截止|截稿|关闭|停止受理|止(?!于|步)|为止|下班前|[,:]?[^\S\n]?(?:报名|征稿|投稿|作品征集|申报))"
)
# 3月底前建成展示中心 is an aim, no last day for anybody.
_TO_STAND_BY = re.compile(
    r"(?:之?前|以前)(?:全部|全面|基本|正式|力争|确保)*(?:建成|投产|竣工|完工|开工|投用|投入使用|封顶)"
)
_HEADS_DATE = re.compile(r"(?:时间|日期|期限|截[止稿]|:)\s*$")  # a line above a date that says what it is for
_CALLS = re.compile(
    r"(?:征求意见|公示|报名|申报|征集)[^\n]{0,8}(?:时间|期限|期)(?:为|从|自)?\s?:?\s?$|(?:报名|申报|征集|征稿|投稿)\($"
)
_CALL_PERIOD = re.compile(
    r"\s?(?:为|是)(?:作品)?(?:投稿|征稿|报名|申报|征集|收稿|受理)(?:期|时间|阶段)|\s+(?:作品)?(?:征集|征稿|投稿|报名|收稿)(?:参赛)?(?:作品|稿件)?(?=[\s(。;,]|$)"
)
# 申报细则将于12月公布: what comes out then is nothing to answer.
COMES_OUT = re.compile(
    r"(?:(?:之?前|以前|前后)?(?:由[^,。;\n]{2,12}?)?(?:正式|统一|另行|对外|陆续|分批|逐一|全部)*(?:公布|发布|出台|印发|揭晓|发(?:放|给|至[^,。;\n]{0,4}(?:人员|企业|代表|选手|作者|展商|观众))|下发|通知[^,。;\n]{0,6}(?:选手|作者|企业|代表)))"
)
_BEGINS = re.compile(r"起?(?:正式|全面)?(?:启动|开启|开始)(?=[,。;])")  # 第二批申报已于8月15日启动,9月底截止
# What must have begun since a day: 2024年1月1日后开工, 以来建成的项目.
_SINCE = re.compile(
    r"(?:\([^()]*\))?(?:以来|(?:以后|之后|后)(?:新?(?:开工|投产|竣工|设立|成立|购置|建成|实施|投入|原创|完成|注册|签订)))"
)
_BEGUN_IN = re.compile(r"份?[一-鿿]{2,8}以来")  # 自今年2月启动以来
_FROM_TODAY = re.compile(r"即日起,?(?:截?至|到)\s?$")
_ASKED = re.compile(r"报名|申报|申请|征集|征稿|投稿|受理|反馈|提交")
_SPENT = re.compile(r"(?:^|[,。;\s])截[至止]到?$")
_AFTER_HISTORY = re.compile(
    r"\s?(?:首办|创办|创立|创建|成立(?!大会|仪式|暨|\d)|诞生|始建|起步|以来|起[,就]|首次|率先|[^。,;\n]{0,16}(?:同比|营业收入|产值|销售额|出口额|利润|总产值))"
)
_BEFORE_HISTORY = re.compile(
    r"(?:(?<!来)自从?|早在|(?:始[办建]?|[创初首]办|成立|创[立建]|诞生|肇始|起[源步])于|截[至止]|比|较|回顾|[上首]届[^。]{0,6})$"
)
_AHEAD = branched(
    r"(?:将(?![至近])|定于|定在(?=\d)|拟于|拟在|即将|即日起|计划(?=[于在举召]|\d)|预计|敬请|诚邀|欢迎|届时|改期|延期[至到]|(?:推迟|延|改|顺延|调整)[至到在]|(?:时间|日期|展期|会期)不变|已有[^,。;]{2,12}报名)"
)
_BEHIND = re.compile(
    r"(?:举行了|召开了|举办了|成功|圆满|落幕|落下帷幕|闭幕|顺利|收官|出席了?|参加了|参会|会上|结束|揭晓|当选|到场|在[^。,]{2,20}(?:举行|召开|举办|开幕)[。,]|(?:印发|发出|下发|颁布|出台|发布|公布)了?《)"
)


# 组委会11月19日宣布,本届时装周将于…: the day of the telling, not of what is told.
_TOLD_THEN = re.compile(
    r"(?:上午|下午|晚间?)?(?:正式|对外|联合|在[^,。;\n]{1,8})?(?:宣布|透露|披露|获悉|了解到|发布(?:公告|消息|通知))"
    r"[^。\n]{0,30}?(?:将|定于|拟于|延期|推迟|改期|取消)"
    r"|,?记者(?:从|在)[^,。;\n会]{2,16}(?:获悉|了解到|得知)"
)


def role_of(text: str, begin: int, end: int, reading: Reading) -> TimeRole:
    """Tell from the words on both sides what a date is for."""
    line = max(text.rfind("\n", 0, begin), text.rfind("。", 0, begin)) + 1
    before, after = text[max(line, begin - 24) : begin], text[end : end + 24]
    told_by = reading.first.relative and after.startswith("记者")  # 昨天下午记者在某展看到
    if _AFTER_DATELINE.match(after) and reading.precision == "day" and not (reading.clock or told_by):
        return "dateline"
    if reading.precision == "day" and not reading.last and _TOLD_THEN.match(text, end, end + 80):
        return "dateline"
    since, aimed = _SINCE.match(after), _TO_STAND_BY.match(after)
    if reading.precision != "day":
        since = since or _BEGUN_IN.match(after)
    past = (reading.first.relative or "").startswith(("上", "去", "昨"))
    due = reading.precision in {"day", "third", "month"} and not (
        past or since or aimed or _SPENT.search(before) or COMES_OUT.match(after) or _BEGINS.match(after)
    )
    if due and (
        _AFTER_DEADLINE.match(after) or _BEFORE_DEADLINE.search(_label(text, line, begin, before)[-24:])
    ):
        return "deadline"
    if due and _FROM_TODAY.search(before) and _ASKED.search(text, end, end + 60):
        return "deadline"
    if reading.last and due and _CALLS.search(text[max(text.rfind("\n", 0, begin) + 1, begin - 40) : begin]):
        return "deadline"
    if reading.last and due and _CALL_PERIOD.match(after):
        return "deadline"
    if aimed or _EVERY_TIME.search(before):
        return "period"
    if (
        reading.role in {None, "period"}
        and (
            since
            or (
                not _THESE_DAYS.match(text, begin)
                and _is_history(before, after, reading.first.year is not None)
            )
        )
        and not (reading.last and reading.precision == "day" and before.endswith(("自", "从")))
    ):  # 自9月26日至10月8日举办
        return "history"
    if reading.role:
        return reading.role
    if (
        reading.first.year
        and reading.first.day
        and not (reading.last or reading.clock_end)
        and _is_page_date(text, begin, end)
    ):
        return "published"
    return "event"


# 每年3月25日-31日、10月25日至11月2日: all of them come back.
_EVERY_TIME = re.compile(r"每[年月逢](?:[\d年月日号~、和及与至到\s-]|[上中下]旬)*$")
_THESE_DAYS = re.compile("[今昨明]|[本上]周")  # 首届服博会今天开幕


def _label(text: str, line: int, begin: int, before: str) -> str:
    """Return the words before a date in its line, where there are none a line above that says what it is for."""
    if words := before.strip():
        return words
    above = text[text.rfind("\n", 0, max(0, line - 1)) + 1 : begin]
    return above if _HEADS_DATE.search(above) else ""


_PAGE_DATE_AFTER = re.compile(
    r"\s*(?:来源|浏览|点击|阅读|作者|字体|编辑|发布|责任|分享|\(?\d+\s?次|人气|\||$)|\s{2,}|(?!.{0,3}[开闭启落揭]幕|.{0,3}(?:召开|举[行办]|结束|揭晓))[一-鿿]{2,4}(?:\s[一-鿿]{2,4})?\s*$"
)
# 某某日报 职业·教育 2018-06-16: the paper and page a text stood in.
_OF_PAPER = re.compile(r"^[^,。;:]{0,12}(?:日报|晚报|时报|商报|晨报|周刊|周报|导报)[^,。;:]{0,16}$")
_TIME_LABEL = re.compile(r"(?:时间|日期)\s?[:|]?\s*$")


_FROM_THEN = tuple(f"起{verb}" for verb in ("施行", "实施", "执行", "生效", "至"))


def _is_history(before: str, after: str, told_year: bool) -> bool:
    """Tell whether the words around a date put it into the past; 自1月1日起施行 does not."""
    if after.startswith(_FROM_THEN) or (after[:1] == "起" and not told_year):
        return False  # 6月18日起, without its year, is of these days
    if before.endswith(("定于", "将于", "拟于")):
        return False  # 首届博览会定于…
    return bool(_BEFORE_HISTORY.search(before) or _AFTER_HISTORY.match(after))


# 时间:2012年9月18日上午9:00 above 地点:某饭店, as minutes begin.
_PLACE_BELOW = re.compile(r"[^\n]*时间\s?:[^\n]*\n\s*(?:会议|开会|活动|举办)?地点\s?:")


def _is_page_date(text: str, begin: int, end: int) -> bool:
    """Tell a page's own date line (2014-01-24 来源:…) and a sign-off from a sentence that opens with its date."""
    line_begin, line_end = text.rfind("\n", 0, begin) + 1, text.find("\n", end)
    before, after = text[line_begin:begin], text[end : line_end if line_end >= 0 else len(text)]
    if _PLACE_BELOW.match(text, line_begin):
        return False
    if _PAGE_LABEL.search(before):
        return True
    if before.strip():
        if _OF_PAPER.search(before) and len(before) < 40 and not after.strip():
            return True
        bare_line = len(before + after) < 40 and not re.search("[。,;]", before + after)
        return ":" in text[begin:end] and bare_line and not _LABELLED_EVENT.search(before)
    if _TIME_LABEL.search(text[max(0, begin - 12) : begin]):
        return False
    return bool(_PAGE_DATE_AFTER.match(after))


def looks_ahead(text: str, begin: int, end: int, due: bool) -> bool | None:
    """Tell whether the sentence of a date looks ahead (True, as what is due does), back (False) or neither (None)."""
    if due:
        return True
    left = max(text.rfind(c, max(0, begin - 60), begin) for c in "。\n;") + 1 or max(0, begin - 60)
    stop = _SENTENCE_STOP.search(text, end, end + 90)
    sentence = text[left : stop.end() if stop else end + 90]
    if _OPENED_THEN.match(text, end) and not _AHEAD.search(text[left:begin]):
        return False
    ahead = [left + m.end() for m in _AHEAD.finditer(sentence)]
    held = _HELD_THEN.match(text, end)
    if ahead:
        said = _SAID_THERE.match(text, end)
        behind = (
            _of_next_date(text, end, at) or _comes_of_it(text, held, at) or _comes_of_it(text, said, at)
            for at in ahead
        )
        return None if all(behind) else True
    return False if _BEHIND.search(sentence) else None


# 18日启幕的某展…将持续到21日
_OPENED_THEN = re.compile(
    r"(?:[上下]午|晚)?(?:在[^,。;\n]{2,12})?(?:正式|盛大|隆重)?(?:[开启揭]幕|开[展锣馆门]|举[行办]|召开)(?:的|以来|至今)"
)
_SENTENCE_STOP = re.compile(r"[。\n;]")
_HELD_THEN = re.compile(r"(?:[^,。;\n将拟定]{0,24}?)(?:举[行办]|召开|[开闭启揭]幕|举行了|成立|揭牌),")


def _comes_of_it(text: str, held: re.Match[str] | None, ahead: int) -> bool:
    """Tell whether words of what is to come are of what follows from it: 签约仪式2日在某地举行,双方将共建某基地."""
    return bool(held and ahead > held.end() and text[ahead - 1] == "将")


# 21日召开会员大会,理事长表示,公会将再争取…: what a speaker promised there.
_SAID_THERE = re.compile(
    r"(?:(?!将|拟|定于)[^,。;\n]){0,24}?(?:举[行办]|召开)(?:(?!将|拟|定于|届时)[^。;\n])*?(?:表示|指出|认为|坦言|直言|强调|呼吁|承诺|[说称]),"
)
_DATE_NEXT = re.compile(r"[^,。;\d]{0,2}(?:\d{4}年)?\d{1,2}月")


def _of_next_date(text: str, end: int, ahead: int) -> bool:
    """Tell whether words of what is to come belong to a later date: 3月25日,某会发布展会将于10月举行."""
    return ahead > end + 3 and bool(_DATE_NEXT.match(text, ahead))
