"""Plans without a title of their own: actions, appeals, agreed points, the work of a group."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Record


def plans(text: str, title: str = "", published: str | None = "2019-05-08") -> list[Record]:
    """Read the plans of a text."""
    return [r for r in read_records(title, text, published) if r.kind == "plan"]


def issuers(record: Record) -> list[str]:
    """Name the bodies that issue a plan."""
    return [o.name for o in record.organisations if o.role == "issuer"]


@pytest.mark.parametrize(
    ("text", "name", "issuer"),
    [
        (
            "5月6日,市质监局全面启动校服质量护苗行动,将对全市生产企业逐一检查。",
            "校服质量护苗行动",
            "市质监局",
        ),
        (
            "近日,抚州市市场监督管理局组织开展羽绒制品专项整治。一是摸清底数;二是抽样检验;三是严查虚假标识。",
            "羽绒制品专项整治",
            "抚州市市场监督管理局",
        ),
        (
            "为落实国务院有关部署,抚州市商务局将实施老字号绣坊振兴工程,到2022年培育绣坊30家。",
            "老字号绣坊振兴工程",
            "抚州市商务局",
        ),
        ("东乡镇今年全面启动喷水织机整治提升工作,年内淘汰织机2万台。", "喷水织机整治提升工作", "东乡镇"),
        ("抚州市商务局日前启动“绣坊焕新”工程,支持绣坊开店。", "“绣坊焕新”工程", "抚州市商务局"),
        ("4月20日,抚州市质监局“护苗”行动正式启动,对童装、书包集中检查。", "“护苗”行动", "抚州市质监局"),
        (
            "江西省纤维检验局近日发出通知,部署2020年度絮棉质量监督工作。",
            "2020年度絮棉质量监督工作",
            "江西省纤维检验局",
        ),
    ],
)
def test_an_action_that_an_authority_starts(text: str, name: str, issuer: str) -> None:
    """What the lead says an authority starts is a plan of that authority, by the words of the text."""
    (found,) = plans(text)
    assert (found.name, issuers(found), found.status) == (name, [issuer], "published")


def test_an_action_by_its_headline() -> None:
    """A headline that tells the action in full names it."""
    (found,) = plans(
        "市纤检所日前制定了抽检计划,在全市范围内开展了床品专项整治。\n一是抽检商场。\n二是约谈商户。\n三是曝光伪劣。",
        "抚州开展“开学季”学生床品专项整治",
    )
    assert found.name == "“开学季”学生床品专项整治"
    assert found.items == ("抽检商场", "约谈商户", "曝光伪劣")


@pytest.mark.parametrize(
    "text",
    [
        "青禾服饰有限公司近日启动智能车间升级工程,预计年底投产。",
        "去年,市质监局开展了校服质量护苗行动。今年棉价走低,企业观望。",
        "6月20日,江西省服装协会组织党员开展社区志愿服务行动,发放资料200份。",
        "市质监局提醒家长,选购校服要看标签。专家表示,此次专项整治行动很有必要。",
    ],
)
def test_what_starts_no_action(text: str) -> None:
    """A firm's works, what was done last year, and an action without a name are no plans."""
    assert plans(text) == []


def test_an_appeal_by_the_body_of_its_headline() -> None:
    """An appeal without a title is named by the body that makes it, with what it asks for in order."""
    (found,) = plans(
        "当前市场秩序有待规范。为维护同业利益,协会特发出如下倡议:\n一、诚信经营。不以次充好。\n二、公平竞争。\n三、保护原创。",
        "江西省童装行业协会发出倡议书",
    )
    assert (found.name, issuers(found)) == ("江西省童装行业协会倡议书", ["江西省童装行业协会"])
    assert found.items == ("诚信经营", "公平竞争", "保护原创")


def test_an_appeal_by_what_it_asks_for() -> None:
    """向全行业发出…的倡议书 names the appeal by what it asks for, commas and all."""
    (found,) = plans(
        "1月25日,江西省产业用纺织品协会向全省企业发出节后早开工,优先生产防护物资的倡议书,呼吁会员保证质量。",
        published="2020-02-05",
    )
    assert found.name == "节后早开工,优先生产防护物资的倡议书"
    assert issuers(found) == ["江西省产业用纺织品协会"]


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        (
            "市消保委发布校服消费倡议",
            "9月1日,抚州市消保委向全市校服企业发出倡议:一要严把质量关;二要明码标价;三要畅通售后。",
            "校服消费倡议",
        ),
        (
            "协会倡导诚信经营",
            "抚州市丝绸行业协会日前向会员发出“诚信经营、拒绝掺假”倡议,号召会员自觉接受监督。",
            "“诚信经营、拒绝掺假”倡议",
        ),
    ],
)
def test_an_appeal_by_its_own_words(title: str, text: str, name: str) -> None:
    """The headline or the words in quotation marks name an appeal before its body does."""
    (found,) = plans(text, title)
    assert found.name == name


def test_an_appeal_of_former_years_told_in_passing() -> None:
    """An appeal of former years that a text only mentions is no plan."""
    assert (
        plans("浙江省袜业协会自2017年举办公益课堂,并在2018年向全行业发出高质量发展倡议。公益课堂深受欢迎。")
        == []
    )


def test_what_talks_agree_on() -> None:
    """A paper that two sides agree on is a plan where its points are told."""
    (found,) = plans(
        "6月3日,中国丝绸协会与意大利丝绸局在苏州召开中意丝绸产业交流会。会后双方达成了《中意丝绸产业交流会议结论》,主要内容包括:\n"
        "1.共同推动科技合作。\n2.加强两国丝绸的营销合作。\n3.建立定期磋商机制。"
    )
    assert found.name == "中意丝绸产业交流会议结论"
    assert found.items == ("共同推动科技合作", "加强两国丝绸的营销合作", "建立定期磋商机制")


def test_points_agreed_at_a_meeting() -> None:
    """达成三点共识 is a plan by the meeting's name and the count."""
    (found,) = plans(
        "第三届中意丝绸产业合作会议11月6日在苏州举行。双方达成三点共识:一是标准互认;二是共办展会;三是人才交流。"
    )
    assert found.name == "第三届中意丝绸产业合作会议三点共识"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "抚州建立绣坊产业链链长制",
            "抚州市近日建立绣坊产业链链长制,由市领导担任链长。主要任务是:一、梳理图谱。二、协调项目。三、帮扶龙头。",
        ),
        (
            "抚州出台政策扶持绣坊",
            "抚州市近日出台扶持政策,对新建绣坊每家补贴2万元,对绣娘培训给予补助,对外贸订单贴息。",
        ),
        (
            "抚州力争建成绣衣之乡",
            "抚州市提出,到2025年,绣衣产值突破200亿元,培育亿元企业50家。具体措施包括:提高技改奖励,支持企业并购;制定行业标准。",
        ),
    ],
)
def test_what_an_authority_sets_itself(title: str, text: str) -> None:
    """What an authority lays out under no name is a plan by the words of the headline."""
    (found,) = plans(text, title)
    assert found.name == title
    assert issuers(found) == ["抚州市"]
    assert len(found.items) >= 3


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "棉企加快走出去",
            "青禾纺织有限公司提出,到2025年产值突破20亿元,新建工厂3家。主要措施包括:提升质量,拓展渠道,引进人才。",
        ),
        (
            "服装业能否加快转型?",
            "抚州市提出,到2025年,绣衣产值突破200亿元。主要措施包括:提高奖励,支持并购,制定标准。",
        ),
        ("专家建议加快转型", "江西省纺织研究院提出,企业要转型。主要措施包括:提升技术,培育品牌,拓展市场。"),
        ("绣衣产业加快发展", "抚州市近日明确绣衣为支柱产业。去年产值达80亿元,企业增至300家。"),
    ],
)
def test_a_headline_that_sets_nothing(title: str, text: str) -> None:
    """A firm's aims, a headline that asks, and figures of the past make no plan of a headline."""
    assert plans(text, title) == []


def test_a_government_s_work_report() -> None:
    """《…政府工作报告》 that is given out is a plan, unlike a society's report."""
    told = "近日,抚州市东乡区发布《东乡区{}工作报告》。报告指出,将培育绣衣产业。"
    assert [p.name for p in plans(told.format("政府"))] == ["东乡区政府工作报告"]
    assert plans(told.format("绣衣协会")) == []


def test_the_work_of_a_group() -> None:
    """A group set up for a work that is laid out in points is a plan of that work."""
    (found,) = plans(
        "为落实国务院部署,江西省毛纺行业协会决定成立“毛纺行业复工协调小组”,将开展以下工作。\n"
        "1.摸清开工情况\n2.协调原料供应\n3.宣传扶持政策",
        published="2020-02-10",
    )
    assert (found.name, issuers(found)) == ("毛纺行业复工协调小组工作", ["江西省毛纺行业协会"])


def test_steps_under_a_headline() -> None:
    """A text of 一是…二是…三是… is what its headline says a place sets out to do, unless that was reached."""
    text = "本网讯\n一是建设绣坊园区。年内开工。二是培训绣娘。开班十期。三是拓展外贸渠道。"
    (found,) = plans(text, "抚州市着力打造绣衣之乡")
    assert (found.name, issuers(found)) == ("抚州市着力打造绣衣之乡", ["抚州市"])
    assert found.items == ("建设绣坊园区", "培训绣娘", "拓展外贸渠道")
    assert plans(text, "抚州市打造绣衣之乡成效显著") == []


def test_a_check_that_is_announced() -> None:
    """对…进行抽查 that lies ahead is a plan of whoever orders it, not of whom it entrusts."""
    (found,) = plans("抚州市质监局发布消息称,该局将委托国家绣品检验中心对流通领域绣品质量进行抽查。")
    assert (found.name, issuers(found)) == ("流通领域绣品质量抽查", ["抚州市质监局"])


def test_an_appeal_in_headings() -> None:
    """Headings over their paragraphs are what an appeal asks for."""
    (found,) = plans(
        "江西省绣品协会发出以下倡议:\n诚信守法,公平竞争\n遵循平等交易的原则,杜绝假冒伪劣。\n"
        "尊重原创,保护花型\n不抄袭他人花型,不低价倾销。\n热情待客,文明经营\n做好推介用语培训,讲好绣品故事。"
    )
    assert found.items == ("诚信守法,公平竞争", "尊重原创,保护花型", "热情待客,文明经营")


def test_checks_summed_up_are_no_plan() -> None:
    """对…开展专项监督检查 is an action, 共对…进行执法检查 the sum of what was done."""
    (found,) = plans("9月8日,抚州市市场监管局组织人员对全市学校床上用品开展专项监督检查。")
    assert found.name == "全市学校床上用品专项监督检查"
    assert plans("今年以来,抚州市市场监管局共对市区67所学校进行执法检查,合格率为97%。") == []
