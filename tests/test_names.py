"""Names: whole, with edition and body, without verbs and dates."""

from __future__ import annotations

import re

import pytest

from bot.records.model import Series
from bot.records.names import ordinal_of, read_names, series, year_of

# A sentence, and the proper names in it.
SENTENCES = [
    ("12月23日上午,汉水市服装行业协会第一次会员大会召开。", ["汉水市服装行业协会第一次会员大会"]),
    ("第二届汉水国际缝制设备、制衣机械及洗涤设备工业展览会将举行", ["第二届汉水国际缝制设备、制衣机械及洗涤设备工业展览会"]),
    ("江东印染协会第六次会员大会暨六届一次理事会、第五届江东印染创新年会在汉水举行", ["江东印染协会第六次会员大会暨六届一次理事会、第五届江东印染创新年会"]),
    ("亚洲缝纫学会联盟年会“第十二届亚洲缝纫会议暨2013江东服装学术年会”将在汉水举办", ["第十二届亚洲缝纫会议暨2013江东服装学术年会"]),
    ("看点之四是江东家纺协会文化专业委员会成立大会", ["江东家纺协会文化专业委员会成立大会"]),
    ("全市上下要办好云岭时装周。", ["云岭时装周"]),
    ("来宾共同按下首届江州童装周启动键。", ["首届江州童装周"]),
    ("2024世界纱线大会推介会走进上海面料展", ["2024世界纱线大会推介会", "上海面料展"]),
    ("全国纺织品标委会第四届丝绸分技术委员会(以下简称丝绸分会)成立大会在汉水召开。", ["全国纺织品标委会第四届丝绸分技术委员会成立大会"]),
    ("汉水丝绸协会六届六次理事会以视频会议形式召开。", ["汉水丝绸协会六届六次理事会"]),
    ("2024中国(汉水)现代家纺产业展览会在汉水会展中心开幕。", ["2024中国(汉水)现代家纺产业展览会"]),
    ("5月22日,江东省服装行业协会第一届会员大会暨成立大会在合宁举行。", ["江东省服装行业协会第一届会员大会暨成立大会"]),
    ("江东棉纺织行业协会第二届、江东色织行业协会第三届换届会员代表大会11月7日举行", ["江东棉纺织行业协会第二届、江东色织行业协会第三届换届会员代表大会"]),
    ("由江东纺织联合会主办、平川区人民政府承办的2013全国毛针织集群工作会议顺利举办", ["2013全国毛针织集群工作会议"]),
    ("“盛世江东——‘云上锦’杯江东汉服设计大赛总决赛暨颁奖典礼”在荷花池举行", ["盛世江东——‘云上锦’杯江东汉服设计大赛总决赛暨颁奖典礼"]),
    ("第十二届中国(平川)国际毛织产品交易会(简称:\"织交会\")将举行", ["第十二届中国(平川)国际毛织产品交易会"]),
    ("江东省服装行业协会各地(市)秘书长联席会议在科创院成功召开", ["江东省服装行业协会各地(市)秘书长联席会议"]),
    ("“云纯杯”“新形势下服装产业集群的发展方向与模式”高层论坛3月30日在京举行", ["“云纯杯”“新形势下服装产业集群的发展方向与模式”高层论坛"]),
    ("江东—意大利纺织服装行业圆桌会议在当地召开", ["江东—意大利纺织服装行业圆桌会议"]),
    ("2009年江东服装协会男装、女装、童装、服装辅料专业委员会联合年会暨换届大会9月19日举办", ["2009年江东服装协会男装、女装、童装、服装辅料专业委员会联合年会暨换届大会"]),
    ("2018第十六届中国(平川)国际纺织面料、辅料及纱线展览会", ["2018第十六届中国(平川)国际纺织面料、辅料及纱线展览会"]),
    ("第十七届中国国际服装服饰博览会(CHIC2009),将于3月26日举行", ["第十七届中国国际服装服饰博览会(CHIC2009)"]),
    ("承接了一场行业大会——江东纺织工业联合会第四届第九次常务理事扩大会议", ["江东纺织工业联合会第四届第九次常务理事扩大会议"]),
    ("“平川服装城杯”第三届江东休闲装设计精英大奖赛征稿启事", ["“平川服装城杯”第三届江东休闲装设计精英大奖赛"]),
    ("第十七届“云院杯”PH Value江东针织设计师大赛启动", ["第十七届“云院杯”PH Value江东针织设计师大赛"]),
    ("2024年江东职业技能竞赛——全国纺织行业缝纫工职业技能竞赛决赛收官", ["2024年江东职业技能竞赛——全国纺织行业缝纫工职业技能竞赛决赛"]),
    ("为期4天的2014江东平川国际纺织品博览会(秋季)将于明日启幕", ["2014江东平川国际纺织品博览会(秋季)"]),
    ("5月18日,2006江东(云江)国际童装节在云江举办", ["2006江东(云江)国际童装节"]),
    ("“锦绣云溪”元宵旗袍秀将于正月十五上演", ["“锦绣云溪”元宵旗袍秀"]),
    ("江东纺织联合会第四次会员代表大会、第四届第一次理事会在云江召开", ["江东纺织联合会第四次会员代表大会、第四届第一次理事会"]),
    ("年度最高规格头脑峰会——2016江东纺织创新年会在云江召开", ["2016江东纺织创新年会"]),
    ("“科创江东”产学融合会议——云三角现代纺织产业高峰论坛举行", ["“科创江东”产学融合会议——云三角现代纺织产业高峰论坛"]),
    ("“新时代 新材料——2021江东纺织创新年会·功能性材料论坛”召开", ["2021江东纺织创新年会·功能性材料论坛"]),
    ("8月29日,2019中国家纺协会地毯专业委员会年会召开", ["2019中国家纺协会地毯专业委员会年会"]),
    ("江东皮革协会第八次会员代表大会暨八届一次理事扩大会暨第十届皮业论坛在云江举办", ["江东皮革协会第八次会员代表大会暨八届一次理事扩大会暨第十届皮业论坛"]),
    ("12月6日,江东省皮革行业协会、江东省皮革学会2024年理事会扩大会议在园区举行", ["江东省皮革行业协会、江东省皮革学会2024年理事会扩大会议"]),
    ("第四届江东毛织协会理事会就职典礼同日举行", ["第四届江东毛织协会理事会就职典礼"]),
    ("听2016江东纺织创新年会,把握变革机遇", ["2016江东纺织创新年会"]),
    ("秘书长们参加了江东省纺织产业高质量发展推进会", ["江东省纺织产业高质量发展推进会"]),
    ("据第五届江东羊绒交易会组委会统计,观众3万人次", ["第五届江东羊绒交易会"]),
]  # fmt: skip

# Words that hold no proper name of a meeting or event.
NONE = [
    "大会宣布成立世界纱线大会理事会。",
    "这是本行业的国际性会议。",
    "在人民大会堂会议室、国际会议中心和展览馆参观",
    "会上,理事会会长作报告,大会主席致辞",
    "江东基金会党支部书记陈志担任大会主持。",
    "各承办单位的部分主要技术人员列席会议。",
    "组织企业参加国内外展会,定期召开座谈会",
    "选举产生了第八届理事会和监事会",
    "江东好塔展览有限公司负责搭建",
    "台湾纺织业拓展会秘书长到场",
    "本届大会、此次会议和本次展会",
]

TITLES = [
    ("印发《江东省童装产业振兴行动方案(2023—2025年)》", "江东省童装产业振兴行动方案(2023—2025年)"),
    ("《关于开展2017年试点工作的通知》", "关于开展2017年试点工作的通知"),
    ("发布《纺织行业“十四五”发展纲要》", "纺织行业“十四五”发展纲要"),
]


@pytest.mark.parametrize(("sentence", "names"), SENTENCES)
def test_whole_names(sentence, names):
    """A name keeps edition, body, brackets and 暨; no date, verb or place of holding is glued on."""
    found = [n for n in read_names(sentence) if n.proper and n.kind != "plan"]
    assert [n.text for n in found] == names
    spans = (re.sub(r"\(以下简称[^)]*\)", "", sentence[n.begin : n.end]) for n in found)
    assert all(n.text.strip("“”") in span for n, span in zip(found, spans, strict=True))


@pytest.mark.parametrize("sentence", NONE)
def test_no_proper_name(sentence):
    """Halls, committees, firms, posts and words for any meeting are no names."""
    assert [n.text for n in read_names(sentence) if n.proper and n.kind != "plan"] == []


@pytest.mark.parametrize(("sentence", "title"), TITLES)
def test_titles_in_marks(sentence, title):
    """A document in title marks is a plan's name."""
    assert [(n.kind, n.text) for n in read_names(sentence)] == [("plan", title)]


def test_a_standard_in_the_name_of_its_review_is_no_plan_besides() -> None:
    """《云岭校服》团体标准审定会 is one name; told alone, 《云岭校服》团体标准 is a plan's."""
    review = read_names("江西省纺织商业协会《云岭校服》团体标准审定会在南昌召开")
    assert [(n.kind, n.text) for n in review] == [("meeting", "江西省纺织商业协会《云岭校服》团体标准审定会")]
    assert [n.kind for n in read_names("批准发布《云岭校服》团体标准")] == ["plan"]


def test_a_notice_about_a_gathering_names_the_gathering_too():
    """《关于参加…博览会的通知》 holds the fair's name."""
    names = [n.text for n in read_names("《江东厅关于组织参加第三届江东国际服装博览会的通知》")]
    assert "第三届江东国际服装博览会" in names


def test_short_form_explained():
    """(简称:"织交会") is an alias."""
    (name, *_) = read_names('第十二届中国(平川)国际毛织产品交易会(简称:"织交会")开幕')
    assert name.aliases == ("织交会",)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("第25届中国国际服装服饰博览会", Series("中国国际服装服饰博览会", 25)),
        ("2018第十六届中国(平川)展览会", Series("中国(平川)展览会", 16)),
        ("“云院杯”首届设计大赛", Series("设计大赛", 1)),
        ("第一百零三届交易会", Series("交易会", 103)),
        ("中国服装大会", Series()),
    ],
)
def test_series_and_edition(name, expected):
    """The edition counts a series; the year and the sponsor's cup are no part of its name."""
    assert series(name) == expected


def test_counts_and_years():
    """四届四次 counts twice; a year stands alone, not within a number."""
    assert ordinal_of("江东省服装行业协会四届四次常务理事会") == (4, 4)
    assert year_of("2013全国毛针织集群工作会议") == 2013
    assert year_of("产量20135吨") is None
