"""Where a gathering is held: of all the places an article tells, the one that is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.records.article import Article
from bot.records.facts import Fact
from bot.records.gatherings.finals import day_of_final
from bot.records.gatherings.others_days import PRESS, PRESS_MEETING, datable, day_of_press, gone_before
from bot.records.mentions import Mention
from bot.records.model import Place
from bot.records.naming.names import Name
from bot.records.places import OF_ONE_CITY, PlaceMention, read_places, town_in
from bot.records.subjects import Subject, announced_from
from bot.records.text import any_of, flat, listed


def read_place(subject: Subject, article: Article) -> Iterator[Fact]:
    """Yield the place: the final's, the press conference's, the one beside the name, else the one the text tells."""
    venues = [
        p for p in article.places if _is_venue(article, p) and not day_of_press(subject, article, p.begin)
    ]
    venues = [p for p in venues if not _given_up(article, p)]
    if not PRESS.search(subject.name):
        venues = [p for p in venues if not _elsewhere(article, p)]
    venues = [p for p in venues if not (gone_before(article, p.begin) or _is_of_show(subject, article, p))]
    chosen = (
        next((p for p in venues if subject.holds(p.begin) and _is_moved_to(article, p)), None)
        or _beside_final(subject, article)
        or _where_it_opened(subject, article, venues)
        or _before_press(subject, article)
        or _beside_name(subject, article, venues)
        or next((p for p in venues if subject.holds(p.begin) and _is_told(article, p)), None)
        or next((p for p in article.places if p.kind == "region" and _held_in(subject, article, p)), None)
        or next((p for p in article.places if _is_visited(subject, article, p)), None)
        or _in_cell(subject, article)
        or _our_town(subject, article)
        or (_only_place(subject, article, venues) if subject.parent is None else None)
        or next((p for p in article.places if _is_scene(subject, article, p)), None)
        or _in_bracket(subject, article)
        or _seat_in_name(subject, article)
        or _in_headline(subject, article)
        or _at_dateline(subject, article)
    )
    chosen = chosen and _pointed_back(article, chosen)
    if chosen is not None:
        place, begin, end = _trimmed(_in_full(subject, article, chosen, venues), article)
        yield Fact("place", place, begin, end, "where it is held")
    elif told := _told_above(subject, article):
        begin, end = article.words_of(article.title)
        yield Fact("place", told, begin, end, "where the headline alone tells it is held")


_SAME = re.compile(r"(?:同一家?|同家|该|上述)(?P<sort>[一-鿿]{2,4})")


def _pointed_back(article: Article, place: PlaceMention) -> PlaceMention:
    """Return the hall told before that 同一酒店 or 同一会场 points back at, the main hall of what is held online, too, else
    the place itself."""
    same = _SAME.fullmatch(flat(place.quote))
    halls = [p for p in article.places if p.kind == "venue" and p.end <= place.begin]
    alike = [p for p in halls if same and (p.quote.endswith(same["sort"]) or same["sort"] in _ANY_HALL)]
    if place.kind == "online":
        alike = [p for p in article.places if _MAIN_HALL.search(article.plain, max(0, p.begin - 8), p.begin)]
    return max(alike, key=lambda p: p.begin, default=place)


_ANY_HALL = ("会场", "场馆", "场地", "地点")
_MAIN_HALL = re.compile(r"主会场(?:[安分]?设[在于]?|位于|在|为|是)?:?$")  # 以视频形式召开,主会场设在某大厦


# 现调整至9月23日,地点改为某会议中心
_MOVED_HERE = re.compile(
    r"(?:地点|会场|场馆|展馆|地址|会址)(?:也|则|相应|同时)?(?:[由从](?:原定的?|原来的?)?[^,。;\n]{2,24}?)?(?:改|变更|调整|[搬移迁]|[移挪换转])(?:为|在|至|到)?$"
    # 原定在某地举办的理事会改为在线上举办
    r"|(?:会|会议|[展节周赛坛]|活动|培训)[”》]?(?:将|现|也)?(?:改为|改[到在]|转为|转到|调整为|变更为|[移迁]至|移到)在?$"
    # 大会调整至11月14日在某镇召开
    r"|(?:调整|改期?|延期|推迟|顺延|延后|变更)[至到为于][^,。;\n]{0,20}日,?(?:改|移|转)?[在到]$"
)


def _is_moved_to(article: Article, place: PlaceMention) -> bool:
    return bool(_MOVED_HERE.search(article.plain, max(0, place.begin - 40), place.begin))


# 2023中国棉纺织大会(9月,山东滨州)
_TOWN_BEHIND = re.compile(r"\([^()\n]{0,12}?[月日旬季],\s?(?P<town>[一-鿿·]{2,12})\)")


# 2019广州国际纱线展(保利世贸博览馆)
# and 1月18日 某商会理事会 某国际酒店 in a line of its own
_HALL_BEHIND = re.compile(
    rf"\((?:[^()\n]{{0,16}}(?:[日午晚点]|:\d\d|\d),\s?)?(?P<hall>[^()\n,、]{{2,24}}?(?:{any_of(listed('venues'))}))\)|[^\S\n]+(?P<cell>[^\s,。;:()]{{2,20}}?(?:{any_of(listed('venues'))})(?:[一-鿿\d]{{1,6}}[厅馆楼层室])?)[^\S\n]*(?=\n|$)"
)


_OPENED = re.compile(r"[^,。;\n]{0,6}?(?:[开启揭]幕|拉开)")
_CLOSED = re.compile(r"[^,。;\n]{0,6}?(?:落下帷幕|[落闭谢]幕|收官)")


def _where_it_opened(
    subject: Subject, article: Article, venues: Sequence[PlaceMention]
) -> PlaceMention | None:
    """Return where a week opened, told behind the hall that its last show closed in."""
    if not any(_CLOSED.match(article.plain, p.end) for p in venues if p.place.venue):
        return None
    opened = (p for p in venues if p.place.venue and _OPENED.match(article.plain, p.end))
    return next((p for p in opened if subject.holds(p.begin)), None)


def _in_bracket(subject: Subject, article: Article) -> PlaceMention | None:
    """Return the town that stands behind the date in a bracket right after a name."""
    for mention in subject.mentions:
        told = _TOWN_BEHIND.match(article.plain, mention.name.end)
        if hall := _HALL_BEHIND.match(article.plain, mention.name.end):
            group = hall.lastgroup or "hall"
            begin, end = hall.span(group)
            at = next(iter(read_places(f"在{hall[group]}举行")), None)
            place = at.place if at else Place(hall[group], venue=hall[group])
            return PlaceMention(begin, end, article.text[begin:end], place, "venue")
        town = town_in(told["town"]) if told else None
        if told and town:
            begin = told.start("town") + town.begin
            return town._replace(begin=begin, end=begin + len(town.quote))
    return None


# Fairs, weeks and festivals are called after the town they are held in; contests after who gives the cup.
_SEATED = re.compile(
    r"(?:博览会|展览会|交易会|[博交洽展]会|展|荟萃|[周节])(?:[春夏秋冬]{1,2}系列)?(?:\([^()]*\))?”?$|·[一-鿿]{2,4}站”?(?:活动)?$"
)


def _is_seated(name: str) -> bool:
    return any(map(_SEATED.search, flat(name).split("暨")))


def _seat_in_name(subject: Subject, article: Article) -> PlaceMention | None:
    """Return the town in the name of a fair, or of a contest its government holds, where nothing else tells the place."""
    seated = _is_seated(subject.name)
    if subject.kind != "event" or not (seated or subject.name.endswith("赛")):
        return None
    names = [m.name for m in subject.mentions if not seated or _is_seated(m.name.text)]
    named = next(
        (
            p
            for p in article.places
            for n in names
            if n.begin <= p.begin
            and p.end < n.end
            and p.kind == "region"
            and (p.place.city or p.place.region in OF_ONE_CITY)
            and (article.plain[p.end] not in "杯市省" if seated else _governs(article, p))
        ),
        None,
    )
    return named or (_told_in_full(article, names) or _opening_town(article, names) if seated else None)


def _opening_town(article: Article, names: Sequence[Name]) -> PlaceMention | None:
    """Return the town a fair's name opens with where the whole of it was taken for a venue: 亮相张家港毛博会."""
    for name in names:
        town = town_in(name.text)
        if town and town.begin == 0 and town.place.city and town.end < len(name.text):
            begin = name.begin
            return town._replace(begin=begin, end=begin + len(town.quote))
    return None


def _told_in_full(article: Article, names: Sequence[Name]) -> PlaceMention | None:
    """Return the county whose short name a fair bears and whose full one stands elsewhere: 某某围巾节, 某某县人民政府."""
    for name in names:
        for place in article.places:
            short = place.quote[:-1]
            begin = name.begin + max(0, name.text.find(short))
            stands = len(short) > 1 and article.plain.startswith(short, begin)
            if (
                stands
                and place.quote[-1] in "县区市"
                and place.place.city
                and article.plain[begin + len(short)] not in "杯市省县区"
            ):
                town = replace(place.place, text=short)
                return place._replace(begin=begin, end=begin + len(short), quote=short, place=town)
    return None


def _governs(article: Article, town: PlaceMention) -> bool:
    """Tell whether a town's own government is among those who hold a contest named after it."""
    seats = (o.name for o in article.organisations if o.name.endswith("政府"))
    return any(town.quote in seat for seat in seats)


_DATELINE = re.compile(r"(?:\d{1,2}月)?\d{1,2}日\s?(?:专?电|讯)")


_HERE = re.compile(r"在(?:这里|此间|当地|此地)[^,。;\n]{0,6}(?:召开|举[行办]|[开闭]幕)")


def _at_dateline(subject: Subject, article: Article) -> PlaceMention | None:
    """Return the town a report was sent from on the day of what it tells of: 某市3月5日电 某协会年会今天召开."""
    lead = next((p for p in article.places if p.kind == "region"), None)
    if lead is None or not lead.place.city or not _DATELINE.match(article.plain, lead.end):
        return None
    if any(
        m.held and _HERE.search(article.plain, m.sentence.begin, m.sentence.end) for m in subject.mentions
    ):
        return lead
    line = next((t for t in article.times if lead.end <= t.begin <= lead.end + 1), None)
    of_day = any(
        m.held and not m.past and m.sentence.begin <= t.begin < m.sentence.end and t is not line and t.start
        for m in subject.mentions
        for t in article.times
        if line is not None and line.start == (t.start or "")[: len(line.start or "")] and t.role == "event"
    )
    return lead if of_day and subject.parent is None else None


def _in_headline(subject: Subject, article: Article) -> PlaceMention | None:
    """Return the region that the headline alone tells something is held in (…竞赛在威海举行), as the text names it."""
    for place in _in_title(subject, article):
        begin = article.plain.find(flat(place.quote))
        if begin >= 0:
            return place._replace(begin=begin, end=begin + len(place.quote))
    return None


_PRESS_IN = re.compile(rf"{PRESS_MEETING}[^,。;]{{0,6}}[在于]")  # the town is the conference's


def _in_title(subject: Subject, article: Article) -> list[PlaceMention]:
    headline = flat(article.title)
    others = _PRESS_IN.search(headline) and not (PRESS.search(subject.name) or _TO_BE.search(headline))
    told = read_places(headline) if subject.in_title and not others else ()
    return [p for p in told if p.kind == "venue" and p.place.region]


def _told_above(subject: Subject, article: Article) -> Place | None:
    """Return the town that the headline alone names: …筹备会在京召开."""
    return next((p.place for p in _in_title(subject, article)), None)


_OUR_TOWN = re.compile(
    r"在[我本](?:市|[区县]|省)(?:隆重|顺利|正式|成功|圆满|盛大|如期)*(?:举[行办]|召开|[开闭启落]幕|启动|上演)"
)


def _our_town(subject: Subject, article: Article) -> PlaceMention | None:
    """Return the town that a headline tells and the text names only as 我市, where 在我市举行 stands in a sentence of the subject's."""
    here = any(_OUR_TOWN.search(m.sentence.of(article.plain)) for m in subject.mentions if not m.past)
    for told in read_places(flat(article.title)) if here else ():
        town = told.place.city or told.place.region
        for place in article.places if town else ():
            alone = place.kind == "region" and not _VENUE_NAME.match(article.plain, place.begin)
            if alone and place.quote in (town, told.quote):
                return place
    return None


def _in_full(
    subject: Subject, article: Article, chosen: PlaceMention, venues: Sequence[PlaceMention]
) -> PlaceMention:
    """Return the labelled venue that begins with the words chosen: 地点:某市某酒店 tells more than 在某市."""
    return next(
        (
            p
            for p in venues
            if subject.holds(p.begin)
            and p.end - p.begin > chosen.end - chosen.begin
            and (flat(p.quote).startswith(flat(chosen.quote)) or _is_in_town(p, chosen))
            and _PLACE_LABEL.search(article.plain[max(0, p.begin - 10) : p.begin])
        ),
        chosen,
    )


def _is_in_town(venue: PlaceMention, town: PlaceMention) -> bool:
    """Tell whether a venue names itself within a town told bare: 台州某酒店 beside 浙江省台州市."""
    bare = town.place.venue is None and town.place.city is not None
    return bare and venue.place.venue is not None and venue.place.city == town.place.city


_PLACE_LABEL = re.compile(
    r"(?:地点|地址|会场|场馆|展馆|场地)\s?[:|]?\s?$|(?:展览|展会|会场|活动|展区)设[在于]$"
)


# 二、会议地点, with the hall in the line below
_HEADS_PLACE = re.compile(
    r"(?:^|\n)[^\S\n]*(?:\(?[一二三四五六七八九十\d]{1,2}[)、.]\s?)?(?:会议|活动|举办|举行|培训|展览|展会|比赛)?(?:地点|地址|会场)\s?[::]?\s*\n$"
)
# 协会地址 is where the body has its office
_OF_BODY = re.compile(
    r"(?:协会|商会|学会|单位|公司|学校|联系|通[讯信]|邮寄|寄送|收件|办公|秘书处|组委会)(?:办公)?地址\s?[::|]?\s?$"
)
_SAME_AS = re.compile("同[一个处]")  # 在同一会场 points at a place, where none is told before


def _is_venue(article: Article, place: PlaceMention) -> bool:
    words = place.end - place.begin > 1 or place.place.region is not None or place.place.venue != place.quote
    if place.kind == "online":
        return True  # 腾讯会议 is no meeting
    hosts = _BODY_HOLDS.search(flat(place.quote)) and _HELD_BY.match(article.plain, place.end)
    points = _SAME_AS.match(flat(place.quote)) and _pointed_back(article, place) is place
    whence = _is_whence(article, place.begin, place.end)
    aside = hosts or points or whence or _is_event(article, place)
    return place.kind != "region" and words and not aside


def _is_whence(article: Article, begin: int, end: int) -> bool:
    """Tell whether a school is but where somebody comes from: 来自某协会、某大学的专家; 某学院学生某某."""
    if not _SCHOOL.search(flat(article.plain[begin:end])):
        return False
    there = article.plain[begin - 1 : begin] in tuple("在于到假赴进")
    coming = _COMING_FROM.search(article.plain, max(0, begin - 40), begin)
    return bool(coming or (not there and _OF_SCHOOL.match(article.plain, end)))


_SCHOOL = re.compile(r"(?:大学|学院|学校)$")
_COMING_FROM = re.compile(r"来自[^,。;\n]{0,36}$")
_OF_SCHOOL = re.compile(
    r"(?:[^,。;\n]{0,8}(?:学生|教师|师生|研究生|教授|选手|毕业生)|[一-鿿]{2,3}(?:、[一-鿿]{2,3})*(?:的|凭|以)(?:系列|作品|《))"
)


# 在某海关与某协会联合举办的座谈会上 tells who held it.
_BODY_HOLDS = re.compile(r"(?:协会|商会|联合会|学会|海关|[局厅委]|政府|公司|集团)$")
_HELD_BY = re.compile(r"(?:联合|共同|合作|携手)(?:举办|主办|召开|组织)的|(?:举办|主办)的")


_CALLED_THERE = re.compile(r"(?:隆重|顺利|成功|联合|共同|组织)?(?:召开|举[行办])(?:的|了)?“?")


def _beside_name(subject: Subject, article: Article, venues: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the venue nearest to the name in the first sentence that has both."""
    for mention in (m for m in subject.mentions if not (m.past or m.press)):
        if _COMMITTEE.match(article.plain, mention.name.end):
            continue
        span = mention.sentence
        near = [p for p in venues if span.begin <= p.begin < span.end]
        near = [p for p in near if subject.parent is None or subject.holds(p.begin)]
        near = [p for p in near if not _is_of_what_is_announced(article, mention, p)]
        near = [p for p in near if p.begin < mention.name.end or subject.holds(p.begin)]
        behind = [
            p
            for p in near
            if article.plain[mention.name.end : p.begin] in ("在", "于", "”在", "将在", "将于")
        ]
        if behind:
            return behind[0]
        called = [p for p in near if _CALLED_THERE.fullmatch(article.plain, p.end, mention.name.begin)]
        if called or near:
            return min(called or near, key=lambda p: abs(p.begin - mention.name.end))
    return None


# 第十届某节组委会在某局召开碰头会: where the committee sits is not where the fair is.
_COMMITTEE = re.compile(r"[”》]?(?:组委会|筹委会|执委会)")


def _is_of_what_is_announced(article: Article, press: Mention, place: PlaceMention) -> bool:
    """Tell whether a place is that of what is made known to the press: 从发布会上了解到,时装周将于10月在某馆举行."""
    begin = announced_from(article, press)
    return begin is not None and place.begin >= begin


# 本届某节邀请了某剧组,将于10月22日在某体育场举行大型文艺演出活动
_SHOW_THERE = re.compile(
    r"(?:将)?(?:隆重|盛大)?(?:举[行办]|上演|召开)(?:了)?(?!的)[^,。;]{0,12}?(?:演出|演唱会|晚宴|酒会|欢迎宴会|招待会)"
)


def _is_of_show(subject: Subject, article: Article, place: PlaceMention) -> bool:
    """Tell whether a venue is that of a show or a dinner that is not the subject itself."""
    show = _SHOW_THERE.match(article.plain, place.end)
    return show is not None and not any(place.end < m.name.begin < show.end() for m in subject.mentions)


def _only_place(subject: Subject, article: Article, venues: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place nearest to the name in its sentences: a venue, or a region that a venue's name follows."""
    for mention in (m for m in subject.mentions if not m.past and not m.press):
        span = mention.sentence
        near = [p for p in (*venues, *article.places) if span.begin <= p.begin < span.end + 60]
        near = [p for p in near if p.begin < span.end or subject.holds(p.begin)]
        near = [p for p in near if not _is_of_what_is_announced(article, mention, p)]
        near = [p for p in near if p in venues or _begins_venue(article, p)]
        near = [p for p in near if not mention.name.begin <= p.begin < mention.name.end]
        if near:
            return min(near, key=lambda p: abs(p.begin - mention.name.begin))
    told = next((p for p in venues if subject.holds(p.begin)), None)
    return told or next(
        (p for m in subject.mentions if m.press for p in venues if _is_to_be(article, m, p)), None
    )


# 某节新闻发布会在甲召开,这个节将于9月16日在乙举行: where the fair will be, told with the press conference for it.
_TO_BE = re.compile("将[在于]|定[在于]|拟[在于]|计划[在于]")


def _is_to_be(article: Article, press: Mention, place: PlaceMention) -> bool:
    behind = press.name.end <= place.begin < press.sentence.end
    return behind and bool(_TO_BE.search(article.plain, press.name.end, place.begin))


def _begins_venue(article: Article, region: PlaceMention) -> bool:
    """Tell whether a region begins a venue's name, which is no part of a body's or a ware's: 武汉纺织大学研究院."""
    venue = _VENUE_NAME.match(article.plain, region.begin)
    body = any(o.begin <= region.begin and venue and venue.end() < o.end for o in article.organisations)
    with_whom = article.plain[max(0, region.begin - 1) : region.begin] in ("与", "和", "同", "由", "向", "对")
    if venue is None or body or with_whom or _WARE.match(article.plain, venue.end()):
        return False
    return not _is_whence(article, region.begin, venue.end())


_WARE = re.compile(
    r"[一-鿿]{0,10}?(?:教授|院长|校长|系主任|研究员|讲师|博导|师生|学生|代表队)|(?:、[一-鿿]{2,12})*(?:等|、)[^,。]{0,8}(?:院校|高校|学校|大学)|作为|(?:的(?!(?:(?![,。])[一-鿿]){0,3}[赛会展活]))?[一-鿿]{2,4}(?:[、和][一-鿿]{2,12})*(?:分别|双双)?(?:分?获(?![批悉知])|荣获|夺|摘|斩获|捧)|(?:家纺|服装|纺织|面料|服饰|窗帘|童装|女装|男装|印染|产业|企业|优秀|毕业)"
)
_VENUE_NAME = re.compile(
    rf"(?:(?!举行|举办|召开|进行|上演|开幕|登上|走[上进]|亮相|各|在|是|成为|作为|的|我国|把|\d日|起于)[一-鿿·A-Za-z0-9()]){{2,24}}?(?:{any_of(listed('venues'))})(?:[一-鿿0-9A-Z]{{1,6}}?(?:会议室|厅|馆|楼|号馆))?"
)
_WHOLE_VENUE = re.compile(rf"[市县区镇省)]$|[号馆厅楼层室]$|(?:{any_of(listed('venues'))})$")
_PLACE_LEAD = re.compile(
    r"^、|^(?:副?会长|副?理事长|理事|会员|承办|主办)单位(?=[一-鿿]{4})|^(?:仍|就|定|选|设|改)?(?:举办|会议|活动|展会|比赛|决赛|培训|举行)?(?:地点?|会址|会场|展馆|场地|地址|场馆)(?:仍|选|设|定|改)?(?:为|在|是|于|定在)?|^(?:仍|还|也|就|依[旧然]|选|设|定|改)?(?:为|在)"
)


def _trimmed(chosen: PlaceMention, article: Article) -> tuple[Place, int, int]:
    """Cut words that are no place off a venue (地点为…, …决出名次) and lengthen a region to its venue."""
    words = chosen.quote
    if chosen.kind == "online":
        return chosen.place, chosen.begin, chosen.end
    if chosen.kind == "region" and any(
        n.begin <= chosen.begin and chosen.end < n.end for n in article.names if n.kind != "plan"
    ):
        return (
            chosen.place,
            chosen.begin,
            chosen.end,
        )  # the town in a fair's name, whatever hall goes on behind it
    lead = _PLACE_LEAD.match(flat(words))
    begin = chosen.begin + (lead.end() if lead else 0)
    venue = _VENUE_NAME.match(article.plain, begin)
    whole = flat(article.text[begin : chosen.end])
    # 中国(葫芦岛)国际沙滩泳装文化博览会: a fair's name goes on behind the bracket, no venue.
    in_bracket = venue is not None and venue[0].count(")") > venue[0].count("(")
    kept = venue is None or in_bracket or _WHOLE_VENUE.search(whole)
    end = chosen.end if kept or venue is None else venue.end()
    if (begin, end) == (chosen.begin, chosen.end):
        return chosen.place, begin, end
    text = article.text[begin:end]
    inner = next(
        (p.place for p in article.places if p.begin >= begin and p.end <= end and p.place.region),
        chosen.place,
    )
    return Place(text, inner.region, inner.city, text), begin, end


def _before_press(subject: Subject, article: Article) -> PlaceMention | None:
    """Return the place of 在北京召开的新闻发布会, which stands right before these words."""
    if not PRESS.search(subject.name):
        return None
    begins = [m.name.begin for m in subject.mentions if not m.name.proper]
    near = [(b - p.end, p) for b in begins for p in article.places if 0 <= b - p.end <= 8]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _beside_final(subject: Subject, article: Article) -> PlaceMention | None:
    """Return the place in the line of a contest's final: (三)决赛:2019年6月15日,某某中心."""
    final = day_of_final(subject, article, [t for t in article.times if datable(t)])
    if final is None:
        return None
    line = article.line(final.begin)
    near = [p for p in article.places if final.end <= p.begin < line.end]
    venues = (p for p in near if p.kind != "region")
    return next(venues, None if article.plain[line.end - 1] == "。" else next(iter(near), None))


_HELD_THERE = re.compile(
    r"[^。;,\n]{0,14}(?:召开|举行|举办|开幕|闭幕|落幕|启动|拉开|落下|上演|进行|开赛|开展|收官)"
)


def _is_told(article: Article, place: PlaceMention) -> bool:
    """Tell whether the words around a venue say that something is held there."""
    line = article.line(place.begin)
    before = article.plain[line.begin : place.begin]
    above = article.plain[max(0, line.begin - 16) : line.begin]
    labelled = (_PLACE_LABEL.search(before) and not _OF_BODY.search(before)) or (
        place.begin == line.begin and _HEADS_PLACE.search(above)
    )
    return bool(labelled or place.kind == "online" or _HELD_THERE.match(article.plain, place.end))


def _held_in(subject: Subject, article: Article, place: PlaceMention) -> bool:
    """Tell whether a bare region stands in 在…召开 in a sentence that names the subject."""
    after = article.plain[place.end : place.end + 8].lstrip("县市区镇")
    if _COMES_TO.search(article.plain, max(0, place.begin - 6), place.begin) and not article.plain.startswith(
        "、", place.end
    ):
        return any(m.sentence.begin <= m.name.end <= place.begin < m.sentence.end for m in subject.mentions)
    if place.place.city and _CALLS_IT.match(after) and _starts_clause(article, place):
        return any(m.sentence.begin <= place.begin < m.name.begin for m in subject.mentions)
    if (
        article.plain[max(0, place.begin - 1) : place.begin] not in ("在", "于", "赴")
        or not re.match(
            r"(?:隆重|成功|顺利|正式|圆满|盛大)?(?:召开|举行|举办|开幕|闭幕|落幕|启动|拉开|落下|[开办]的"
            r"|(?:办(?![公事理学厂案证税班卡])|开(?![发展放拓工始业设通辟店车馆门市赛幕])))",
            after,
        )
    ) and not re.match(r"(?:即?将|再次|首次|又)*(?:迎来|承接|承办)", after):
        return False
    return any(m.sentence.begin <= place.begin < m.sentence.end for m in subject.mentions)


# 1.赣绣设计大赛决赛,5月中旬,抚州市,省某协会主办
_OPENS_LINE = re.compile(
    r"\s*(?:[\d一二三四五六七八九十]{1,2}[、.]|\([\d一二三四五六七八九十]{1,2}\)|[①-⑳·◆●★-])?\s*[“《]?"
)
_CELL_END = re.compile(r"[省市县区镇]?\s*(?:[,;。\n|]|$)")


def _in_cell(subject: Subject, article: Article) -> PlaceMention | None:
    """Return the town that stands alone between the commas of a line which the subject's name opens and a day follows."""
    for name in (m.name for m in subject.mentions):
        line = article.line(name.begin)
        dayed = any(name.end <= t.begin < line.end for t in article.times)
        if not (dayed and _OPENS_LINE.fullmatch(article.plain, line.begin, name.begin)):
            continue
        for place in article.places:
            alone = article.plain[place.begin - 1 : place.begin] in tuple(",;| ") and _CELL_END.match(
                article.plain, place.end
            )
            if name.end < place.begin < line.end and place.kind == "region" and alone:
                return place
    return None


_SCENE = re.compile(r"(?:[月春夏秋冬季]|时节)的$")


def _is_scene(subject: Subject, article: Article, place: PlaceMention) -> bool:
    """Tell whether the lead sets the scene in a town (金秋十月的盛泽, 4月9日,广东虎门,…) for the one thing it tells of."""
    lead = article.sentences[0].begin
    if place.kind != "region" or not place.place.city or subject.parent or place.begin > lead + _SCENE_WITHIN:
        return False
    before, after = article.plain[lead : place.begin], article.plain[place.end : place.end + 1]
    if not before and any(
        place.end <= t.begin <= place.end + 1 and t.precision == "day" for t in article.times
    ):
        return not _DATELINE.match(article.plain, place.end)  # 某县9月27日迎来一拨客人
    return bool(_SCENE.search(before) or (before.endswith("日,") and after in ",。"))


_SCENE_WITHIN = 40  # characters of a lead within which the scene is set
# 最后一站来到某镇; 先后走进甲、乙、丙 tells no one place.
_COMES_TO = re.compile(
    r"(?:站(?:来到|走进|抵达|到达)|回归|重返|落地|落户|落子|花落|移师|走进|登陆|亮相|相约)$"
)
_VISITED = re.compile(r"(?:前往|赴|来到|走访|抵达|莅临|到访|走进|深入|(?:一行|[带率]队|率团|专程)到)$")


def _is_visited(subject: Subject, article: Article, place: PlaceMention) -> bool:
    """Tell whether guests came to the town for the meeting, be it in its name or not: 赴某县…召开了某县…座谈会."""
    came = _VISITED.search(article.plain, max(0, place.begin - 3), place.begin)
    name, town = flat(subject.name), flat(place.quote)
    beside = _TALKED_OVER.search(name) and any(
        m.sentence.begin <= place.begin < m.sentence.end for m in subject.mentions
    )
    joins = _JOINS_THERE.match(article.plain, place.end)
    if came and joins and any(0 <= m.name.begin - joins.end() <= _BARELY_BEHIND for m in subject.mentions):
        return True  # 组织工人赴某市参加当地某招聘会
    if _BACK_FROM.match(article.plain, place.end) and article.plain[place.begin - 1 : place.begin] == "从":
        return any(m.sentence.begin <= place.begin < m.name.begin for m in subject.mentions)
    if _TRIP.search(name) and came and place.place.city and subject.parent is None:
        return True  # 组织会员企业赴无锡开展游学
    return subject.kind == "meeting" and (bool(came and (beside or town in name)) or f"赴{town}" in name)


_BACK_FROM = re.compile("(?:赶|飞)?(?:回来|归来)")  # 刚从某市回来,把某年会上记的发一下
_JOINS_THERE = re.compile(r"[省市县区镇]?,?(?:参加|出席|参展|参观|观摩|观展)了?")
_BARELY_BEHIND = 6  # characters between 参加 and what is joined
_TRIP = re.compile(r"游学|研学|参访|考察")
_TALKED_OVER = re.compile(r"(?:调研|考察|走访|座谈会?)$")


_CALLS_IT = re.compile(
    r"(?:今[日天]|近日|日前|(?:\d{1,2}月)?\d{1,2}日(?:[上下]午)?|隆重|成功|盛大|正式|首次|再次|即?将|还将)*(?:召开|举行|举办|启动|[开办]了一?[场次个])"
)


def _starts_clause(article: Article, place: PlaceMention) -> bool:
    """Tell whether a town is the subject that calls a meeting: 近日,陕西省安康市召开…, or stands behind one without 在."""
    before = article.plain[place.begin - 1 : place.begin]
    behind_body = any(o.end == place.begin for o in article.organisations)
    return before in ("", ",", "。", "\n", " ", "日", "讯", "-", "”", ")") or behind_body


def _is_event(article: Article, place: PlaceMention) -> bool:
    """Tell whether what stands behind 在 is an event (在2023盛泽时尚周上), no place."""
    return any(
        n.proper and n.begin < place.end and place.begin < n.end and not _has_hall(place, n)
        for n in article.names
        if n.kind != "plan"
    )


def _has_hall(place: PlaceMention, name: Name) -> bool:
    """Tell whether a place is a hall of an event's: 某交易会主会场时尚发布厅."""
    return place.end - name.end >= 2 and bool(re.search(r"(?:会场|厅|馆|中心|广场|剧场|剧院)$", place.quote))


# 原先听说要在甲地开,最后落在了乙地; 原定在甲地的会场; 由甲馆改为乙馆 is not told so.
_SET_BEFORE = re.compile(r"(?:原先|原来|原本|本来|原定|原拟|原计划|起初|最初)[^,。;\n]{0,16}[在到于]$")
_STAYS = re.compile(r"[^。;\n]{0,40}?(?:线上|网上|云端|在线|视频|时间|日期|延期|推迟|改期|取消|停办)")


def _given_up(article: Article, place: PlaceMention) -> bool:
    """Tell whether a place is the one where a thing was first to be, that went elsewhere: 原先听说要在甲地开,最后落在乙地."""
    before = article.plain[article.sentence(place.begin).begin : place.begin]
    return bool(_SET_BEFORE.search(before) and not _STAYS.match(article.plain, place.end))


def _elsewhere(article: Article, place: PlaceMention) -> bool:
    """Tell whether a venue is that of a press conference for the thing, not its own."""
    before = article.plain[article.sentence(place.begin).begin : place.begin]
    after = article.plain[place.end : place.end + 24]
    told_there = re.search(
        r"(?:新闻发布会|通气会|媒体见面会|记者招?待?会)[^,。]{0,12}在?$|从[^,。]{0,14}在?$", before
    )
    return bool(
        (told_there and not re.match(r"(?:召开|举行|举办)的", after))
        or re.match(
            r"[^,。;]{0,6}(?:召开|举行|举办)的[^,。]{0,20}(?:新闻发布会|通气会|见面会|记者招?待?会)", after
        )
    )
