"""Whether the words of a title tell of something, as news does, or only name a thing: a product, a firm, a service."""

from __future__ import annotations

import re
from functools import lru_cache

from scrapers.words import alternatives

_DEEDS = re.compile(alternatives("deeds"))
_PAPERS = re.compile(alternatives("papers") + r"(?:[（(【].{1,12}[）)】])?(?:[一二三四五六七八九十\d])?$")
# How a sentence is made: a colon, a question, a quotation; the turns of prose.
_TURNS = re.compile(
    r"[：:，,。；;！!？?、—|丨]|——|[“”「」『』\"]|[\u4e00-\u9fff]{4,}\S* \S*[\u4e00-\u9fff]{4,}|^(?:从|让|把|当|以|用|为|向|与|在|致|论|谈|听|读|看|我|你|他|再|又|更)(?=.{4})|"
    r"(?<!转)让|(?<![绒棉丝毛凉薄厚夏冬春秋])被(?![子套芯单褥面罩])|[将把使令欲拟已正仍再更也都就才]|是|有望|(?<!目)的(?=.)(?!确良|士)|了|着(?!色|装)|过(?![滤敏氧程硬膜胶渡季磅])|何以|不(?!锈|织|干胶)|未|能否|\d月\d|\d%|\d(?:亿|万|家|项|强|届|次|年)"
)
# What a thing on offer is told by: its measures, its number, the words of selling.
_MEASURES = re.compile(
    r"\d+\s?(?:[SsDdTtFfNn]\b|支|旦|姆米|[*×xX]\s?\d|元|寸|针|mm|cm|码|克|平|[gG]\b)|[A-Z]{1,6}[-/]?\d{1,}|\d+[-/]\d+[A-Z]|^[A-Za-z\d\-+./]+(?: [A-Za-z\d\-+./]+)?$"
)
_SELLING = re.compile(
    "厂家|直销|批发(?!市场|商|业|城|价)|定[做]|可定制|现货|新款|爆款|包邮|加盟|招商中|零库存|整店|连锁$|^(?:供应(?!链|商)|供(?!应|给|需|电|热|暖|销|氧|不应)(?=.{3})|急购|求购|出售|出租|转让|招租|承接|采购(?!商|经理|人|会|节|大会|对接|指数)|专业(?!镇|市场|化|委)|专供|寻|诚招|急招|代工|代理)|低价|特价|优惠|促销|热卖|询价|"
    r"欢迎(?:来[电样人]|选购|洽谈|订购)|量大从优|一件代发|来料|处理一批|免费(?:设计|打样|寄样)|加工厂|大量|长期|高价|尾[单货]|[男女童]款|加厚|包吃住|若干$|双休|\d+名$"
)
_ASKS = re.compile(
    r"^(?:问|答|咨询|反映|投诉|举报|请问|求助|询问|想[了问]|你好|您好|Q|A)(?:[:：]|(?!会|公司|企业|机构|.{0,4}(?:论坛|会议))).*|.*的(?:投诉|咨询|问题|疑问|求助|建议|诉求|举报)$"
)


_SHORT = 4  # characters, of which a deed's name makes a service's: 市场调查
_LONGEST = 400  # characters that are looked at: a line without end is no title
_ENGLISH = 3  # words of a sentence
_ENGLISH_WORD = re.compile(r"\b[A-Za-z][a-z]{2,}\b")


@lru_cache(maxsize=4096)
def tells(title: str) -> bool:
    """Tell whether a title says something of what it names."""
    title = title[:_LONGEST]
    if len(title) < _SHORT or _ASKS.match(title):
        return False
    if title.isascii():
        return len(_ENGLISH_WORD.findall(title)) >= _ENGLISH
    told = (
        bool(len(title) > _SHORT and _DEEDS.search(title))
        + bool(_PAPERS.search(title))
        + bool(_TURNS.search(title))
    )
    return told > bool(_MEASURES.search(title)) + 2 * bool(_SELLING.search(title))


@lru_cache(maxsize=4096)
def sells(title: str) -> bool:
    """Tell whether a title puts something on offer: by its measures, its number, the words of selling."""
    return bool(_SELLING.search(title) or _MEASURES.search(title))
