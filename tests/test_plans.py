"""Plans: documents, drafts, calls, announced measures."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Record
from bot.records.plans.terms import period_of

TITLE = "江西省童装产业振兴行动方案(2023—2025年)"
ISSUER = "江西省工业和信息化厅"


def plan(text: str, title: str = "", published: str | None = "2023-03-08") -> Record:
    """Read the one plan of a text."""
    (record,) = [r for r in read_records(title, text, published) if r.kind == "plan"]
    return record


def issuers(record: Record) -> list[str]:
    """Name the bodies that issue a plan."""
    return [o.name for o in record.organisations if o.role == "issuer"]


@pytest.mark.parametrize(
    "phrase",
    [
        "近日,{issuer}印发《{title}》。",
        "《{title}》日前由{issuer}对外公布。",
        "{issuer}近日拿出《{title}》。",
        "记者从{issuer}获悉,《{title}》已正式实施。",
    ],
)
def test_an_issued_document(phrase):
    """Title, issuer, period and status of a document that is issued."""
    record = plan(phrase.format(issuer=ISSUER, title=TITLE))
    assert (record.name, record.status, record.time_text) == (TITLE, "published", "2023-2025")
    assert issuers(record) == [ISSUER]


def test_joint_issuers():
    """甲、乙、丙联合印发: three issuers."""
    record = plan(f"日前,江西省工业和信息化厅、江西省商务厅、江西省财政厅联合印发《{TITLE}》。")
    assert issuers(record) == ["江西省工业和信息化厅", "江西省商务厅", "江西省财政厅"]


@pytest.mark.parametrize(
    "body", ["绍兴市纺织行业协会", "绍兴市丝绸研究会", "江西省服装设计师协会童装分会", "绍兴市纺织公会"]
)
def test_a_society_issues_the_paper_named_after_it(body):
    """《某研究会2032年工作要点》 is of the society whose name it bears, whatever its sort."""
    record = plan(f"《{body}章程》修订。会上发布了《{body}2032年工作要点》。", "工作要点发布", "2031-12-01")
    assert issuers(record) == [body]


def test_a_day_of_issuing_takes_the_year_of_the_documents_number():
    """4月21日 and 〔2022〕43号 on a page without a date; in January the number may be of the year before."""
    text = "{}月21日,两部门的《关于化纤工业高质量发展的指导意见》(工信部联消费〔2022〕43号)在官网挂出。"
    told = [read_records("", text.format(month), None)[0] for month in (4, 1)]
    assert [(r.start, r.date_basis) for r in told] == [("2022-04-21", "context"), ("--01-21", None)]


def test_a_notice_whose_headline_alone_names_the_paper():
    """实施意见已经省政府同意,现印发给你们: the paper is the headline's; the day below it is the day of signing."""
    title = "关于印发《江西省童装产业高质量发展实施意见》的通知"
    text = "各市人民政府:\n实施意见已经省政府同意,现印发给你们,请认真贯彻执行。\n二○二三年六月二十六日\n一、建设园区。\n二、培育品牌。"
    (plan,) = read_records(title, text, None)
    assert (plan.kind, plan.name, plan.start) == ("plan", "江西省童装产业高质量发展实施意见", "2023-06-26")


def test_what_is_issued_hereby_is_of_the_pages_day():
    """现印发给你们 without a day of signing came out when the page did; those words are the evidence."""
    text = "各市人民政府:\n《江西省童装产业高质量发展实施意见》已经省政府同意,现印发给你们,请遵照执行。"
    (plan,) = read_records("", text, "2023-02-21")
    assert (plan.start, plan.date_basis) == ("2023-02-21", "published")
    assert "现印发给你们" in {e.quote for e in plan.evidence if e.field == "start"}
    text = "某会五届二次理事会议期间,《江西纺织行动纲要》2023年8月27日正式发布。"
    assert [r.start for r in read_records("", text, None) if r.kind == "plan"] == ["2023-08-27"]


def test_a_paper_that_the_page_is_named_after_is_of_the_pages_day():
    """The page's title names the paper without marks; 现印发给你们 in the body dates it all the same."""
    text = "江西省工业和信息化厅关于印发《关于推动童装产业发展的实施意见》的通知\n各市人民政府:\n《关于推动童装产业发展的实施意见》已经省政府同意,现印发给你们,请遵照执行。"
    (plan,) = read_records("江西省关于推动童装产业发展的实施意见", text, "2023-06-28")
    assert (plan.start, plan.date_basis) == ("2023-06-28", "published")


def test_a_letter_to_all_departments_is_of_the_pages_day():
    """各省主管部门: heads a letter that nobody dates; its page does, and the words that address it are the evidence."""
    text = "各市、县工业和信息化主管部门:\n市工信局决定组织开展2018年童装设计试点园区创建工作。受理截止日期为5月31日。"
    (plan,) = read_records("工信局通知创建童装设计园区", text, "2018-04-28")
    assert (plan.start, plan.date_basis) == ("2018-04-28", "published")
    assert {e.quote for e in plan.evidence if e.field == "start"} == {"各市、县工业和信息化主管部门:"}


def test_work_that_a_notice_deploys_is_a_plan():
    """发了通知,部署某项复查工作."""
    text = "近日,江东纺织工业联合会给各市协会发了通知,部署2022年江东纺织产业集群第五次复查工作。"
    assert [r.name for r in read_records("", text, "2022-03-05")] == ["2022年江东纺织产业集群第五次复查工作"]


def test_a_notice_is_its_own_title():
    """A notice that cites the document it follows is the plan, issued by the body before its title."""
    title = "市工信局关于组织申报童装设计示范园区的通知"
    record = plan(
        "各县区工信部门:\n根据《江西省工业和信息化厅关于开展2024年服装设计示范园区工作的通知》要求,现组织申报。"
        "\n一、请各县区认真组织园区填写申报书。\n二、于2024年9月20日截止受理。\n2024年9月2日",
        title,
        "2024-09-03",
    )
    assert (record.name, record.deadline) == ("关于组织申报童装设计示范园区的通知", "2024-09-20")
    assert record.start == "2024-09-02"


def test_a_notice_to_take_part_in_a_contest_is_no_plan():
    """The title of a notice that ends in a gathering announces the gathering (guide rule 6)."""
    text = "定于2024年5月18日在南昌举办第三届童装设计大赛,报名截止4月30日。"
    records = read_records("关于举办第三届童装设计大赛的通知", text, "2024-03-08")
    assert [r.kind for r in records] == ["event"]


def test_standards_drawn_up_together():
    """Standards counted in one breath are one plan, out for comment where the text says so."""
    record = plan(
        "近日,江西省服装标准化技术委员会完成《童装》、《校服》、《棉服装》等三项地方标准,正在征求意见。"
    )
    assert (record.name, record.status) == ("《童装》等三项地方标准", "draft")


def test_numbers_of_a_goal_carry_its_year():
    """The figures of a plan are those of its goals, labelled with the year they are to be reached by."""
    record = plan(f"近日,{ISSUER}印发《{TITLE}》。到2025年底,童装产业营业收入达到900亿元,培育区域品牌20个。")
    told = {f.label: f.value for f in record.figures}
    assert told["2025年底童装产业营业收入"] == 900e8 and 20 in told.values()


def test_measures_told_clause_by_clause():
    """A document's prose of duties (将加大…,支持…,鼓励…) gives its measures where no list does."""
    record = plan(
        f"近日,{ISSUER}印发《{TITLE}》。方案明确提出,将加大童装研发投入,支持企业引进设计人才,鼓励企业创建自主品牌。"
    )
    assert record.items == ("加大童装研发投入", "支持企业引进设计人才", "鼓励企业创建自主品牌")


def test_a_document_still_to_be_issued():
    """即将出台 is ahead, 已印发 is not."""
    record = plan(
        "江西省童装产业“十五五”规划即将出台。规划由江西省工业和信息化厅编制。",
        "江西省童装产业“十五五”规划即将出台",
    )
    assert record.status == "upcoming"


def test_a_standard_told_by_its_number():
    """A number of a standard before title marks makes a document of any title."""
    record = plan(
        "6月30日,江西省市场监督管理局批准发布地方标准DB36/T 1888-2023《中小学生校服》。", "", "2023-07-01"
    )
    assert (record.name, record.start) == ("中小学生校服", "2023-06-30")


def test_the_body_before_a_notices_title_issues_it():
    """Whom a notice is addressed to does not issue it; the bodies its title begins with do."""
    record = plan(
        "赣工信函〔2023〕87号\n各市工业和信息化局,江西省服装行业协会:\n为提升供给质量,现组织开展童装供给提升活动。有关事项通知如下:"
        "\n一、支持企业更新设备。\n二、推动企业数字化转型。",
        "江西省工业和信息化厅关于开展童装供给提升活动的通知",
    )
    assert issuers(record) == ["江西省工业和信息化厅"]


def test_goals_go_on_through_the_sentences_of_an_aim():
    """What follows 到2025年 sentence by sentence is aimed at too; grants are no goals."""
    record = plan(
        f"近日,{ISSUER}印发《{TITLE}》。方案明确,到2025年,产业体系取得进展。创新能力增强,研发投入强度达到1.3%。"
        "形成20家知名品牌。对首次入选的企业奖励50万元。"
    )
    assert record.items == ("研发投入强度达到1.3%", "形成20家知名品牌")
    assert {f.label[:5] for f in record.figures} == {"2025年"}


def test_measures_in_lines_without_numbers():
    """其中提出: opens lines that each begin with a verb of duty."""
    record = plan(
        f"近日,{ISSUER}印发《{TITLE}》。其中提出:\n支持龙头企业开发软件,培育人才。\n鼓励机构建设设计中心。\n推进童装产业集群建设。"
    )
    assert record.items == ("支持龙头企业开发软件", "鼓励机构建设设计中心", "推进童装产业集群建设")


def test_a_plan_the_headline_gives_out_and_the_text_goes_by():
    """根据《…》,到2025年… tells the plan that the headline says was given out."""
    record = plan(
        f"江西省工业和信息化厅日前公布了童装业的行动方案。根据《{TITLE}》,到2025年,童装企业将实现增加值220亿元。",
        "江西公布童装振兴方案",
    )
    assert record.name == TITLE and record.items == ("童装企业将实现增加值220亿元",)


def test_the_day_a_document_is_explained_is_not_its_day():
    """解读 dates the explaining; 至2017年12月 is a day the document sets."""
    assert plan(f"6月1日,{ISSUER}对《{TITLE}》进行解读。").start is None
    text = f"{ISSUER}印发《{TITLE}》,提出即日起至2025年12月开展三项行动。"
    assert plan(text, "", None).start is None


def test_signatures_in_several_lines():
    """A notice that many bodies sign, two in a line, is issued by all of them."""
    record = plan(
        f"关于印发《{TITLE}》的通知\n各市:\n现将《{TITLE}》印发给你们,请结合实际认真贯彻落实。执行中的问题请及时反映。"
        "\n工业和信息化部 农业农村部\n商务部 文化和旅游部\n国家市场监督管理总局\n2023年2月18日"
    )
    assert issuers(record)[-3:] == ["商务部", "文化和旅游部", "国家市场监督管理总局"]
    assert len(issuers(record)) == 5


def test_an_initiative_that_is_launched():
    """发布了“…行动” names a plan where the headline tells it too; what is only done under it names none."""
    text = "在近日举办的2019江西时尚峰会上,江西省服装行业协会发布了“时尚产业气候创新2030行动”。"
    (record,) = [
        r for r in read_records("“时尚产业气候创新2030行动”发布", text, "2020-01-09") if r.kind == "plan"
    ]
    assert (record.name, issuers(record)) == ("时尚产业气候创新2030行动", ["江西省服装行业协会"])
    text = "作为“时尚产业气候创新2030行动”的一部分,企业开展了“碳管理行动”等活动。"
    assert [r for r in read_records("", text, None) if r.kind == "plan"] == []


def test_work_deployed_at_a_meeting():
    """介绍了2023年主要工作安排,对甲、乙、丙等工作进行了部署 is a plan of whose work it is (guide rule 5)."""
    text = (
        "4月7日下午,江西省服装行业协会秘书长工作座谈会在南昌召开。会上,江西省服装行业协会秘书长李明介绍了2023年协会主要工作安排,"
        "对组建“行业专家库”“举办技能培训”“完善标准体系”等相关工作进行了部署。"
    )
    record = plan(text, "", "2023-04-08")
    assert record.items == ("行业专家库", "举办技能培训", "完善标准体系")


def test_tasks_set_off_by_semicolons_come_before_what_aims_name():
    """提出三项重点任务,包括甲…;乙…;丙… are the measures, not the 10 techniques an aim counts."""
    record = plan(
        f"近日,{ISSUER}印发《{TITLE}》,提出到2025年,突破智能裁剪、机器缝制、绿色印染等10项关键技术。"
        "方案提出3项重点任务,包括西部地区延伸产业链条,夯实基础;东部地区强化科技引领,促进升级;以东促西加强协调联动,搭建平台。"
    )
    assert record.items[:3] == ("西部地区延伸产业链条", "东部地区强化科技引领", "以东促西加强协调联动")


def test_a_title_whose_bracket_is_left_open():
    """《…规划(2012-2017年》 is read whole and its bracket closed."""
    assert plan("日前,江西省政府公布了《江西省茧丝绸产业发展规划(2012-2017年》。").name.endswith(
        "(2012-2017年)"
    )


def test_what_followed_a_document_is_not_the_document():
    """这是《…规划纲要》发布后的又一实践 cites it."""
    text = "9月19-20日,首届江西(赣州)国际服装文化节在赣州举办。这是《赣粤协同发展规划纲要》发布后的又一实践。"
    assert [r.kind for r in read_records("", text, None)] == ["event"]


def test_how_a_paper_is_built_is_no_list_of_measures():
    """共分五部分,分别从甲、乙、丙论述 tells chapters, not measures."""
    record = plan(
        f"近日,{ISSUER}公布《{TITLE}》(讨论稿)。方案共分为三部分,分别从产业现状、国际环境、发展前景论述。"
    )
    assert (record.items, record.status) == ((), "draft")


MEASURES = ["建设产业园区", "培育区域品牌", "开拓海外市场"]


@pytest.mark.parametrize(
    "words",
    [
        "方案提出三项任务:一是建设产业园区;二是培育区域品牌;三是开拓海外市场。",
        "方案列出三项重点任务:建设产业园区,培育区域品牌,开拓海外市场。",
        "方案包括三大行动:建设产业园区、培育区域品牌、开拓海外市场。",
        "主要任务包括:(一)建设产业园区;(二)培育区域品牌;(三)开拓海外市场。",
        "\n一、建设产业园区。规划用地300亩。\n二、培育区域品牌。注册集体商标。\n三、开拓海外市场。每年组团。",
    ],
)
def test_measures_in_order(words):
    """Measures keep order and wording, in running text and in lines."""
    record = plan(f"近日,{ISSUER}印发《{TITLE}》。{words}")
    assert list(record.items) == MEASURES


def test_goals_with_figures():
    """Goals follow the measures."""
    record = plan(f"近日,{ISSUER}印发《{TITLE}》。方案提出,到2025年,产业产值突破600亿元,培育过亿元企业8家。")
    assert record.items == ("产业产值突破600亿元", "培育过亿元企业8家")


def test_out_for_comment():
    """A draft has status and last day."""
    record = plan(
        f"{ISSUER}起草了《{TITLE[:-12]}(征求意见稿)》,现向社会公开征求意见,请于2023年4月8日前反馈。"
    )
    assert (record.status, record.deadline) == ("draft", "2023-04-08")


def test_a_call_for_applications():
    """A notice that asks for applications is a plan named by its title, with number, issuer and deadline."""
    record = plan(
        "赣工信消〔2023〕86号\n各市工业和信息化局:\n现将有关事项通知如下。\n一、组织企业申报。\n二、择优推荐上报。\n"
        f"请于2023年9月15日前将材料报送我厅。\n{ISSUER}\n2023年8月4日",
        "关于组织开展2023年江西省智能工厂申报工作的通知",
        "2023-08-07",
    )
    assert record.name == "关于组织开展2023年江西省智能工厂申报工作的通知"
    assert (record.document, record.deadline, record.start) == (
        "赣工信消〔2023〕86号",
        "2023-09-15",
        "2023-08-04",
    )
    assert issuers(record) == [ISSUER]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("会长罗启明宣布,下一步协会将实施三项举措:一是办好展会;二是建好平台;三是育好人才。", "三项举措"),
        ("会长罗启明强调了“三化”举措,即办好展会、建好平台、育好人才。", "“三化”举措"),
        ("罗启明表示,协会明年要办好三件事:办好展会、建好平台、育好人才。", "三件事"),
    ],
)
def test_measures_announced(words, name):
    """A counted list that a body commits to is a plan of that body (guide rule 5)."""
    record = plan(f"江西省服装协会六届二次理事会3月6日在南昌召开。{words}")
    assert name in record.name
    assert issuers(record) == ["江西省服装协会"]
    assert record.items == ("办好展会", "建好平台", "育好人才")


def test_a_wish_is_no_plan():
    """What a speaker asks of others commits nobody."""
    text = "江西省服装协会六届二次理事会3月6日在南昌召开。局长丁文提出三点希望:一是抓住机遇;二是做精产品;三是开拓市场。"
    assert [r for r in read_records("", text, None) if r.kind == "plan"] == []


@pytest.mark.parametrize(
    "text",
    [
        f"对照《{TITLE}》,多数指标已经完成。",
        "会议审议通过了《江西省服装协会章程》和《会费标准》。",
        "《江西服装》杂志报道了此事。",
    ],
)
def test_cited_papers_are_no_plans(text):
    """Papers that are only cited, and a body's routine papers, are no plans."""
    assert [
        r
        for r in read_records("", "会长罗启明说,形势不错。企业家们很受鼓舞。" + text, None)
        if r.kind == "plan"
    ] == []


@pytest.mark.parametrize(
    ("title", "period"),
    [
        (TITLE, "2023-2025"),
        ("纺织行业“十四五”发展纲要", "2021-2025"),
        ("江西省服装协会2024年工作要点", "2024"),
        ("纺织工业提质升级实施方案(20232025年)", "2023-2025"),
        ("童装产业指导意见", None),
    ],
)
def test_period_of_a_title(title, period):
    """Years, a five-year plan's number, or nothing."""
    assert period_of(title) == period


def test_a_standard_to_be_set_up_is_still_to_come():
    """拟对《…》标准进行立项 tells of a standard that is not there yet, with the last day to object."""
    record = plan(
        "经专家审查,江西省服装行业协会拟对《针织校服面料》标准进行立项,现予公示,公示期至2025年2月10日,如有异议请来函。",
        "",
        "2025-01-20",
    )
    assert (record.name, record.status, record.deadline) == ("针织校服面料", "upcoming", "2025-02-10")


def test_tasks_of_a_society_are_told_at_its_own_council():
    """Where only the meeting's name tells whose council it is, that society commits."""
    record = plan(
        "1月12日,江南服装协会三届四次理事会在无锡召开。会长李志强提出,今年协会要做好三项工作:一是办好春季面料展;二是推进团体标准建设;三是开展技能培训。",
        "",
        "2025-01-20",
    )
    assert issuers(record) == ["江南服装协会"]
    assert record.items == ("办好春季面料展", "推进团体标准建设", "开展技能培训")


def test_an_initiative_whose_quotes_close_before_its_kind():
    """发起“…”行动倡议 is an initiative as “…行动” is."""
    record = plan(
        "5月10日,江西毛衫协会联合二十家企业发起“零碳毛衫”行动倡议,倡议提出减少能耗、使用绿电、回收旧衣三项承诺。",
        "江西毛衫协会发起“零碳毛衫”行动",
        "2025-05-12",
    )
    assert record.name.startswith("“零碳毛衫”行动")


def test_what_a_page_says_to_its_reader_is_no_measure():
    """Lines that speak to whoever reads the page (点击…, 您的…) stand among no measures."""
    record = plan(
        f"江西省工业和信息化厅印发《{TITLE}》。\n1、支持企业更新设备。\n2、推动企业数字化转型。\n3、您的账号已开通。\n4、点击下载全文。"
    )
    assert record.items == ("支持企业更新设备", "推动企业数字化转型")


def test_a_plan_whose_drawing_up_begins_is_still_to_come():
    """编制工作启动 tells of a plan that nobody has issued."""
    text = "《江西省纺织工业“十五五”发展规划》编制工作正式启动,江西省纺织协会将牵头调研。"
    assert plan(text, "", "2025-03-11").status == "upcoming"


def test_what_an_issued_plan_is_to_set_up_leaves_it_issued():
    """印发《…》,提出拟制定标准 tells of a plan that is out."""
    text = f"3月1日,江西省工业和信息化厅印发《{TITLE}》,提出拟制定童装标准20项,正在起草配套细则。"
    assert plan(text).status == "published"


def test_a_title_is_not_cut_into_measures() -> None:
    """The 、 within 《科技、时尚、绿色发展指导意见》 parts no items."""
    text = "江西省纺织协会会长李刚在会上发布《江西纺织“十四五”发展纲要》及《科技、时尚、绿色发展指导意见》。"
    assert all(not r.items for r in read_records("", text, "2021-06-15"))


def test_sides_of_a_matter_are_no_measures() -> None:
    """What lectures treat in four 方面 commits nobody."""
    text = (
        "江西面料博览会由江西纺织信息中心主办,3月17日至19日在南昌举办。博览会举办7场交流会,主要内容集中在国内潮流资讯、"
        "生态纺织品标准、企业信息化、国际市场准入四个方面。"
    )
    assert [r.kind for r in read_records("", text, "2013-03-20")] == ["event"]


def test_work_that_a_notice_starts() -> None:
    """印发通知,组织开展某活动 is a plan of those who issue the notice."""
    text = (
        "江西省工业和信息化厅、江西省商务厅近日印发通知,组织开展2023纺织服装优供给活动。工作任务包括三个方面:加快产业升级;"
        "强化创意设计;扩大市场需求。"
    )
    record = plan(text)
    assert (record.name, record.status) == ("2023纺织服装优供给活动", "published")
    assert issuers(record) == ["江西省工业和信息化厅", "江西省商务厅"]


def test_a_plan_of_standards_handed_down() -> None:
    """下达了…制定修订计划 issues a plan, of which the standards named behind it are examples."""
    text = (
        "工业和信息化部近日下达了2012年第二批行业标准制定修订计划,其中涉及棉纺织印染标准14项,化纤标准22项。"
        "其中,《聚乙烯长丝试验方法》和《再利用聚酯瓶片》标准的制定被列入重点项目。"
    )
    record = plan(text, published="2012-11-13")
    assert record.name.endswith("2012年第二批行业标准制定修订计划") and issuers(record) == ["工业和信息化部"]


def test_what_will_become_a_draft_is_none_yet() -> None:
    """将形成征求意见稿 asks nobody for comment."""
    text = "江西省纺织协会发布通知,对《植物改性棉纤维》团体标准进行立项。近期各单位将按计划形成标准征求意见稿和编制说明。"
    assert plan(text, title="《植物改性棉纤维》团体标准正式立项").status != "draft"


def test_a_plan_explained_with_its_goals() -> None:
    """A document explained point by point or by its goals is a plan (guide rule 5)."""
    text = (
        "据江西省工业和信息化厅相关负责人解读《江西省纺织产业高质量发展三年行动方案(2023-2025年)》时介绍,"
        "到2025年,全省规上纺织企业营业收入达到5000亿元。"
    )
    assert plan(text, published="2023-10-20").name.startswith("江西省纺织产业高质量发展三年行动方案")


def test_what_is_being_drawn_up_is_ahead() -> None:
    """正在研究制定《…》 is still to come."""
    text = "记者获悉,南昌市正在研究制定《南昌市支持纺织服装产业高质量发展意见》,将聚焦短板弱项,从产业集聚、创新培育等方面发力。"
    assert plan(text, published="2023-10-20").status == "upcoming"


def test_a_list_of_issuers_above_the_title() -> None:
    """甲、乙、丙 on the line above 关于印发… issue it together."""
    text = (
        "江西省工业和信息化厅、江西省农业农村厅、江西省商务厅\n关于印发《江西丝绸产业行动计划(2021-2025年)》的通知\n"
        "各设区市:\n现将《江西丝绸产业行动计划(2021-2025年)》印发给你们,请认真贯彻落实。"
    )
    assert issuers(plan(text)) == ["江西省工业和信息化厅", "江西省农业农村厅", "江西省商务厅"]


LEAD = "江西省纺织协会11月6日在南昌召开座谈会。会长何春明主持。\n"


@pytest.mark.parametrize(
    "text",
    [
        "为落实《江西省工业规划纲要》关于“扩大内需,培育品牌”的要求,各县加强了培训。",
        "建立人才库是《江西服装提升计划》提出的主要任务之一,企业普遍欢迎。",
        "何春明在致辞中介绍了做法:一是发布诚信公约,引导自律;二是发布实施《羽绒评估方法》团体标准,治理乱象。",
        "何春明提出两点建议——\n制定出台《江西时尚场景工作方案》,完善奖励机制。",
        "2020年3月,《江西服装提升计划》正式发布,各界高度关注。",
        "会议通过了《协会会员管理暂行办法》,选出会长、副会长、秘书长、理事和监事。",
        "为实现《江西纺织规划纲要》提出的科技、品牌、人才、绿色四大战略目标,企业作出了努力。",
    ],
)
def test_papers_only_spoken_of(text: str) -> None:
    """A paper cited, told as a point of a list, asked for, or out for years, is no plan of the article."""
    assert [r.name for r in read_records("", LEAD + text, "2024-11-08") if r.kind == "plan"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("江西省纺织协会启动了《江西纺织行动纲要(2024-2030年)》的研究。《行动纲要》于8月27日在江西省纺织协会五届二次理事会暨常务理事会议上正式发布。", "江西纺织行动纲要(2024-2030年)"),
        ("推介会11月6日在南昌举行,何春明现场解读《上饶市服装产业“十五五”规划》。规划提出,到2030年产值突破300亿元。", "上饶市服装产业“十五五”规划"),
        ("2024赣州服装周启动仪式11月6日举行。省纺织协会发布了指标体系;赣州创建对标行动方案同期发布,将实施“智造”“设计”等行动。", "赣州创建对标行动方案"),
        ("日前,12家企业在赣州联合举行“江西服装低碳加速行动”发布仪式,宣布将定期披露排放信息。", "江西服装低碳加速行动"),
        ("经济部门11月6日公告“纺织设备更新作业补助要点”,企业可申请补助。", "纺织设备更新作业补助要点"),
        ("2024江西羽绒大会11月6日在南昌召开。大会发布了《2024-2025江西羽绒扶优行动纲领》。", "2024-2025江西羽绒扶优行动纲领"),
        ("三部门:支持皮革集群\n工业和信息化部、商务部印发轻工业稳增长工作方案(2023-2024年)的通知,提出培育一批集群。", "轻工业稳增长工作方案(2023-2024年)"),
        ("江西省工信厅编制完成了2024年地方标准项目计划,其中《苎麻条试验方法》《苎麻画》等四项标准入列。", "2024年地方标准项目计划"),
        ("省工信厅公布《瑜伽服》等60项标准,其中《袜子》等七项标准将于2025年4月1日起实施。", "《袜子》等七项标准"),
    ],
)  # fmt: skip
def test_plans_told_in_many_ways(text: str, name: str) -> None:
    """What is given out far from its title, in the next sentence, beside a gathering, or without title marks."""
    assert name in plan(text, published="2024-11-08").name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("为提升竞争力,江西省纺织协会决定继续开展企业竞争力测评工作。具体要求见附件。\n申报截止时间\n2024年12月21日", "企业竞争力测评工作"),
        ("江西省纺织协会开始征集团体标准委员会会员及标准项目\n省纺织协会向社会征集会员,征集工作截止到2024年12月21日。", "征集团体标准委员会会员及标准项目"),
    ],
)  # fmt: skip
def test_a_call_without_a_notice(text: str, name: str) -> None:
    """What a body decides to carry out, or asks for at its top, until a day, is a call."""
    record = plan(text, published="2024-11-08")
    assert (record.name, record.deadline) == (name, "2024-12-21")


def test_measures_named_by_what_they_are_for() -> None:
    """促进…的六项政策措施 is named whole, not by the body alone."""
    text = (
        "国务院11月6日召开常务会议。会议研究确定了促进轻纺工业健康发展的三项政策措施。\n"
        "(一)扩大国内需求。\n(二)减轻企业负担。\n(三)加快技术改造。"
    )
    record = plan(text, published="2024-11-08")
    assert record.name == "促进轻纺工业健康发展的三项政策措施"
    assert record.items[0] == "扩大国内需求" and len(record.items) == 3


def test_years_told_in_the_text() -> None:
    """实施时间为2010年至2015年 gives the period a title lacks."""
    text = "江西省工信厅印发《鞋革集群转型实施方案》,方案由省研究院编制,实施时间为2010年至2015年。"
    assert plan(text, published="2010-10-25").time_text == "2010-2015"


def test_who_tells_the_news_issues_nothing() -> None:
    """据某政府网站消息 names a source, no issuer."""
    text = f"据江西省人民政府网站12月15日消息,{ISSUER}印发《{TITLE}》。"
    assert issuers(plan(text, published="2023-12-16")) == [ISSUER]


def test_the_day_of_coming_out_beats_lately() -> None:
    """近日印发…并于11月17日对外公布 is dated by the day."""
    text = f"{ISSUER}近日印发《{TITLE}》,并于11月17日对外公布。"
    assert plan(text, published="2023-11-18").start == "2023-11-17"


def test_points_of_a_plan_named_again() -> None:
    """贯彻这个意见,抓好以下四项工作 lays out the plan already named, and is no second one."""
    text = (
        "江西省政府11月8日在南昌召开全省振兴羊绒产业推进会。何春明强调,省政府出台了《振兴羊绒产业的意见》。"
        "要围绕落实这个意见,着重抓好以下三项重点工作。一要加强基地建设;二要推进联合重组;三要搞好市场开拓。"
    )
    record = plan(text, published="2023-11-10")
    assert record.name == "振兴羊绒产业的意见" and len(record.items) == 3


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("赣州纺织服装企业补贴政策措施出台", "在落实座谈会精神工作会议上,何春明表示,今年财政拿出1亿元支持纺织产业。", "赣州纺织服装企业补贴政策措施"),
        ("江西鞋业“十二五”发展规划即将出炉", "近日,江西鞋业发展规划讨论会在上饶召开。何春明表示,规划由省社科院编制,目标是到2015年产值超过1000亿元。", "江西鞋业“十二五”发展规划"),
        ("", "赣州修订了纺织服装产业扶持政策的部分内容。其中,运费补贴每吨增加100元。", "纺织服装产业扶持政策"),
    ],
)  # fmt: skip
def test_a_headline_that_says_what_comes_out(title: str, text: str, name: str) -> None:
    """Any kind of plan that a headline says comes out is one, a meeting in the text or none."""
    assert name in plan(text, title, "2014-11-06").name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("各有关单位:\n为了做好2024年度省纺织协会科技奖的申报工作,现将有关事宜通知如下:\n一、申报要求\n二、申报时间和送达机构\n材料请于2024年12月15日前报送省纺织协会。", "2024年度省纺织协会科技奖的申报工作"),
        ("近日,《纺织材料白皮书》面向全省研究人员和从业人员征集论文。征集截止时间为2024年12月15日。", "《纺织材料白皮书》征集论文"),
        ("从省纺织协会获悉,“织光”2024年度省纺织协会科技奖申报工作日前启动。材料请于2024年12月15日前报送。", "“织光”2024年度省纺织协会科技奖申报"),
    ],
)  # fmt: skip
def test_calls_named_by_their_work(text: str, name: str) -> None:
    """A call told in prose is named by what is asked for, not by a heading of its text."""
    record = plan(text, published="2024-11-06")
    assert (record.name, record.deadline) == (name, "2024-12-15")


def test_a_short_form_is_the_first_title_s() -> None:
    """《规划》 is short for the title told first; another that ends so is only cited."""
    text = (
        "《江西纺织工业“十二五”发展规划》(以下简称《规划》)已由江西省工信厅印发。《规划》全面落实《国民经济发展第十二个五年规划纲要》"
        "和《工业转型规划》。《规划》提出,到2015年出口达到30亿美元。"
    )
    assert plan(text, published="2012-01-19").name == "江西纺织工业“十二五”发展规划"


def test_measures_named_in_quotation_marks() -> None:
    """实施“甲”“乙”“丙”等行动 lists measures."""
    text = f"{ISSUER}印发《{TITLE}》,实施“智造行天下”“服务行天下”“设计行天下”等行动。"
    assert plan(text).items == ("智造行天下", "服务行天下", "设计行天下")


def test_a_list_broken_off() -> None:
    """A list that ends in …… may tell fewer measures than its count."""
    text = "赣州市工业和信息化局今年将开展六大重点工作。六大重点工作具体为:扶持集群发展;建设标准厂房;开展企业诊断;选派人才培训……"
    assert len(plan(text).items) == 4


@pytest.mark.parametrize(
    "text",
    [
        "近年来,省政府出台了《江西纺织产业提升意见》,企业发展很快。",
        "省政府支持产业升级,有不少文件,如《江西城市更新提升意见》等。",
    ],
)
def test_papers_of_past_years(text: str) -> None:
    """近年来出台了… and 如《…》等 tell of what went before."""
    assert [r.name for r in read_records("", LEAD + text, "2024-11-08") if r.kind == "plan"] == []


def test_a_title_with_a_motto_before_it() -> None:
    """《以诚载道——全国…倡议书》 is a paper by what stands behind the dash."""
    text = "江西省纺织协会发布《以诚载道 以质传文——全省纺织电商自律倡议书》。倡议从质量、产权、竞争、责任、监督5个方面,明确了准则。"
    assert plan(text).name.endswith("全省纺织电商自律倡议书")


def test_the_day_goods_may_be_made_is_no_deadline() -> None:
    """2024年6月1日前生产的产品 asks nobody to answer."""
    text = "省市场监管局近日批准发布《江西苎麻服装技术规范》。2024年6月1日前生产的产品可以销售至2025年。"
    assert plan(text).deadline is None


def test_an_appeal_in_points() -> None:
    """发出如下三点倡议 is a plan of the body that appeals."""
    text = "江西省纺织协会市场工作委员会向全行业发出如下3点倡议:\n一、坚守诚信原则\n二、坚持创新驱动\n三、规范价格行为"
    record = plan(text)
    assert record.name.endswith("3点倡议") and len(record.items) == 3


def test_a_counted_list_whose_last_holds_an_and() -> None:
    """明确了甲、乙、丙和丁三大任务 counts 丙和丁 as one where the count says so."""
    text = f"{ISSUER}印发《{TITLE}》。方案明确了提升产业优势、激发创新活力、提升治理和服务能力三大重点任务。"
    assert plan(text).items == ("提升产业优势", "激发创新活力", "提升治理和服务能力")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("11月6日,江西省纺织工程学会团体标准《学生口罩》通过审定,并于11月5日正式发布实施。", "《学生口罩》团体标准"),
        ("省市场监管局批准发布了《家用纺织品分类》在内的16项地方标准。《家用纺织品分类》DB/T38414-2024将于2025年5月1日实施。", "家用纺织品分类"),
        ("省市场监管局近日批准了192项地方标准,其中八项为纺织标准。", "192项地方标准"),
        ("经省政府批准,省发展改革委发布2024年江西苎麻目标价格水平为每吨9100元。", "2024年江西苎麻目标价格水平"),
        ("为促进蚕桑产业发展,现组织开展外经贸专项资金2024年度茧丝绸项目入库申报工作。具体如下:\n一、支持蚕桑企业。", "外经贸专项资金2024年度茧丝绸项目入库申报工作"),
        ("11月6日,省工信厅在南昌召开工业会议。会上,省工信厅根据《关于淘汰落后产能的通知》的要求,向各市下达了2024年淘汰落后产能的目标任务。", "2024年淘汰落后产能的目标任务"),
        ("《纺织工业“十五五”发展指导意见》的编制工作正式启动\n11月5日,省纺织协会发出《关于印发纺织工业“十五五”发展指导意见研究工作计划的通知》,编制工作启动。", "纺织工业“十五五”发展指导意见"),
        ("欧盟委员会11月5日推出多项草案。这项《欧盟可循环耐用纺织品战略》制定了愿景和行动。", "欧盟可循环耐用纺织品战略"),
    ],
)  # fmt: skip
def test_standards_prices_and_tasks(text: str, name: str) -> None:
    """A standard by the word or number beside its title, a count of them, a price set, a task handed down."""
    names = [r.name for r in read_records("", text, "2024-11-08") if r.kind == "plan"]
    assert any(n.endswith(name) for n in names)


def test_what_is_cited_with_others() -> None:
    """按照《甲》(文号)、《乙》 cites the second paper with the first."""
    text = (
        "11月6日,省政府办公厅下发《关于淘汰落后产能的通知》,要求按照《关于发布实施产业规定的决定》(赣发〔2024〕4号)、"
        "《关于印发节能方案的通知》(赣发〔2024〕5号)、《产业结构调整指导目录》的要求,按期完成。"
    )
    assert plan(text, published="2024-11-08").name == "关于淘汰落后产能的通知"


def test_a_title_whose_marks_only_the_headline_has() -> None:
    """《关于…的公告》 in the headline, the same words without marks in the body: one plan, dated where it is signed."""
    title = "《关于2024年度储备棉轮换有关安排的公告》省发展改革委公告2024年第18号"
    text = (
        "关于2024年度储备棉轮换有关安排的公告\n今年不安排轮入,2025年轮出从3月12日开始。\n特此公告。\n"
        "江西省发展和改革委员会\n2024年11月6日"
    )
    record = plan(text, title, "2024-11-09")
    assert (record.name, record.start) == ("关于2024年度储备棉轮换有关安排的公告", "2024-11-06")


def test_work_done_to_something_by_announcement() -> None:
    """将对…进行轮换。现将有关事项公告如下 is a plan named by the work."""
    text = "为优化结构,2024年将对部分省级储备棉进行轮换。现将有关事项公告如下:\n一、轮出安排\n二、轮入安排"
    assert plan(text).name == "对部分省级储备棉进行轮换"


def test_what_is_only_asked_to_be_drawn_up() -> None:
    """会议要求,认真编制…规划 has given nothing out."""
    text = "11月6日,赣县区政府召开专题会议,研究服装产业。会议要求,认真编制“十五五”纺织服装产业规划,出台扶持政策。"
    assert [r.name for r in read_records("", text, "2024-11-08") if r.kind == "plan"] == []


def test_a_notice_about_a_catalogue_named_in_its_headline() -> None:
    """关于发布《…目录》的通知 is the catalogue's, though the body writes its name otherwise."""
    title = "关于发布《2024年纺织新技术 (成果)推广项目目录》的通知"
    text = "各有关单位:\n经评估,120个项目列入“2024年纺织新技术(成果)推广项目目录”,现予以发布。\n江西省纺织协会\n2024.11.06"
    record = plan(text, title, "2024-11-09")
    assert record.name.startswith("2024年纺织新技术") and record.start == "2024-11-06"


def test_the_start_of_drawing_up_leaves_a_paper_ahead() -> None:
    """《…》编制前期调研工作已正式启动: the paper is still to come."""
    text = "《江西皮革行业发展指导意见(2026-2030年)》编制前期调研工作已正式启动。省皮革协会各部门全面参与。"
    assert plan(text, published="2025-11-08").status == "upcoming"


def test_what_somebody_handed_down_before() -> None:
    """根据某委下达的…项目计划 tells of a plan that came out before."""
    text = "根据国家标准委下达的国家标准制订和修订项目计划,江西省纺织协会今年已完成九项标准的报批工作。"
    assert [r.name for r in read_records("", text, "2024-11-08") if r.kind == "plan"] == []


def test_a_sum_within_quotation_marks_counts_no_measures() -> None:
    """The 7 of “1+7”行动计划 is no count: no 7”行动 comes of it."""
    text = "5月8日,江西省童装产业联盟成立。据了解,省里将实施“1+7”行动计划,包括通过载体建设、设计赋能、品牌塑造推动产业升级。"
    assert not [r for r in read_records("", text, "2023-05-09") if "7”" in r.name.replace("“1+7”", "")]


def test_the_day_of_issuing_beside_another_mention() -> None:
    """Where the headline tells only when a standard comes into force, the lead tells when it came out."""
    text = (
        "GB/T 14999-2021《儿童羽绒服装》正式发布,2022年4月1日起实施!\n国家标准化管理委员会于2021年3月9日发布公告,批准了GB/T 14999-2021"
        "《儿童羽绒服装》等国家标准。"
    )
    assert plan(text, published="2021-03-15").start == "2021-03-09"


def test_the_body_and_the_day_of_signing_on_one_line() -> None:
    text = "各有关单位:\n经评估,现发布《2024年纺织新技术推广目录》。\n江西省纺织协会 2024.11.06 \n|"
    assert plan(text, "关于发布《2024年纺织新技术推广目录》的通知").start == "2024-11-06"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("九江市人民政府关于加快发展童装产业的意见【全文废止】", "关于加快发展童装产业的意见"),
        (
            "关于印发重点培育童装品牌名单(2024版)的通知 赣工信函〔2024〕9号",
            "关于印发重点培育童装品牌名单(2024版)的通知",
        ),
    ],
)
def test_what_may_stand_behind_the_title_of_an_order(title, name):
    """A note that it is repealed, or its number, may follow the title on its line."""
    text = f"{title}\n九政发〔2024〕36号\n各县(市、区)人民政府:\n为加快发展,现提出如下意见。\n一、总体要求。"
    assert name in plan(text, title).name


def test_a_standard_without_marks_given_out_on_a_day() -> None:
    """全省首个…团体标准4月16日在南昌发布: day and place may stand between a standard and its verb."""
    record = plan(
        "全省首个童装团体标准4月16日在南昌发布。该标准由省童装协会牵头起草。", published="2024-04-18"
    )
    assert (record.name, record.start) == ("全省首个童装团体标准", "2024-04-16")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", "“建议设立产业基金,出台《童装产业振兴三年行动计划》。”4月16日,市政协委员罗启明说。"),
        (
            "江西省童装协会关于调整会费标准的通知",
            "各会员单位:\n自2024年起调整会费标准。\n江西省童装协会\n2024年4月15日",
        ),
    ],
)
def test_what_is_only_proposed_and_fees_are_no_plans(title, text):
    assert [r.name for r in read_records(title, text, "2024-04-18") if r.kind == "plan"] == []


def test_the_headline_of_a_plan_to_come_goes_before_its_draft() -> None:
    """…规划即将出炉 above a meeting on its draft is the plan, not a paper passed without what is in it."""
    title = "江西童装“十二五”发展规划即将出炉"
    text = "“到2015年,江西童装产值超过百亿元,打造3个全国品牌。”近日,江西童装“十二五”发展规划(草案)讨论会在九江召开。"
    assert [r.name for r in read_records(title, text, None) if r.kind == "plan"] == [
        "江西童装“十二五”发展规划"
    ]


def test_rules_a_society_passed_long_ago_are_no_draft() -> None:
    text = "1995年6月召开了筹备工作会议,会议主要通过了江西童装标准化委员会章程和秘书处工作细则(草案)。"
    assert [r.name for r in read_records("", text, None) if r.kind == "plan"] == []


def test_a_title_in_running_words() -> None:
    """出台的关于…的意见中提出 names a paper without marks."""
    text = "童装产业再出发\n最近,九江市政府出台的关于振兴童装产业的意见中明确提出,到2026年,全市童装产值突破100亿元。"
    assert plan(text, published="2024-11-08").name == "关于振兴童装产业的意见"


def test_what_an_action_is_aimed_at() -> None:
    """决定对甲开展为期三个月的专项整治 makes 甲专项整治."""
    text = "江西省市场监管局决定于2025年1月至3月对羽绒服标识问题开展为期3个月的专项整治,全面清理虚假标注。"
    assert plan(text, published="2025-01-16").name == "羽绒服标识问题专项整治"


def test_a_named_plan_told_by_its_means() -> None:
    """将实施“1+5”行动计划,通过五大措施 is told under its name, not as measures."""
    text = "5月8日,童装产业论坛在九江举行。\n据了解,九江将实施“1+5”行动计划,通过载体建设、设计赋能、品牌塑造、人才引进、时尚传播五大主要措施推动转型。"
    assert [r.name for r in read_records("", text.partition("\n")[2], "2023-05-09")] == ["“1+5”行动计划"]


def test_a_draft_of_a_standard_by_its_bracket() -> None:
    """《某绒(征求意见稿)》 is a draft, though 计划 stands before it."""
    text = "根据标准制修订计划,由省纤维检验局组织起草的《童装用绒(征求意见稿)》现公开征求意见,请于2026年2月28日前反馈。"
    record = plan(text, published="2026-01-16")
    assert (record.name, record.status, record.deadline) == ("童装用绒(征求意见稿)", "draft", "2026-02-28")


def test_what_experts_passed_is_still_a_draft() -> None:
    record = plan("日前,《江西制鞋产业发展行动路径》通过专家论证。", published="2024-12-19")
    assert (record.name, record.status) == ("江西制鞋产业发展行动路径", "draft")


@pytest.mark.parametrize(
    "text",
    [
        "关于授予2024年江西童装诚信奖的决定\n赣童协〔2024〕6号\n各会员单位:\n经研究,决定授予九江某某公司诚信奖。",
        "5月11日,江西童装年会在南昌举行。会上还发布了第5届童装论文卓越行动计划遴选结果等。",
        "组委会4月11日发布《关于江西国际童装博览会延期举办的通告》,展出地点不变。",
    ],
)
def test_honours_results_and_postponements_are_no_plans(text):
    assert [r.name for r in read_records("", text, "2024-05-12") if r.kind == "plan"] == []


def test_a_paper_cited_issues_nothing() -> None:
    """The body in 《国务院办公厅关于…的意见》 does not issue the call that follows it."""
    text = (
        "各市工业和信息化主管部门:\n为贯彻落实《国务院办公厅关于开展“三品”专项行动的若干意见》,决定组织开展童装创意园区创建工作。"
        "有关事项通知如下:\n一、申报要求\n材料请于2018年5月31日前报送。"
    )
    assert plan(text, published="2018-05-09").organisations == ()


def test_an_official_letter_without_a_title() -> None:
    """A letter under its number that asks for something by a day is a plan."""
    text = (
        "赣茧办函[2009]5号\n各市商务主管部门:\n为促进产业升级,我办拟组织一批对行业影响较大的重点项目,争取资金支持。"
        "请于5月22日前将汇总表上报我办。\n江西省茧丝办\n2009年5月11日"
    )
    record = plan(text, published=None)
    assert (record.name, record.start, record.deadline) == (
        "组织一批对行业影响较大的重点项目",
        "2009-05-11",
        "2009-05-22",
    )


def test_the_last_day_of_an_action_is_not_its_first() -> None:
    """即日起至9月底 tells when it ends."""
    text = "江西省市场监管局部署儿童服装专项检查。即日起至9月底,全省开展儿童服装质量专项检查,重点检查绳带。"
    assert plan(text, published="2024-06-02").start is None


def test_measures_named_by_what_they_promote() -> None:
    text = "17日,九江市纺织协会在上海主办推介会,宣布三项促进童装产业发展的新的优惠政策。\n一是补贴运费。\n二是设立基金。\n三是免收租金。"
    assert "三项促进童装产业发展的新的优惠政策" in plan(text, published="2016-03-30").name


def test_the_last_day_to_send_is_not_the_last_day_to_build() -> None:
    """Of two last days the one whose clause says to send something in is the plan's."""
    text = (
        "各市工信局:\n决定组织开展2025年度印染行业示范项目申报工作。\n一、项目在2025年10月31日前建成投产;\n"
        "二、企业提出申请,汇总后于9月12日前报送我厅。\n江西省工业和信息化厅\n2025年8月18日"
    )
    assert plan(text, "关于组织申报2025年度印染行业示范项目的通知", "2025-08-19").deadline == "2025-09-12"


@pytest.mark.parametrize(
    "title",
    [
        "关于九江某某布艺有限公司等2家企业加入协会的公示",
        "关于召开童装企业座谈会的通知",
        "关于九江纺织企业技改补贴申报条件的咨询",
    ],
)
def test_notices_that_ask_for_nothing_are_no_plans(title):
    text = (
        f"{title}\n各位理事:\n请问能否申报,如有异议,请于2023年5月31日前反馈。\n江西省家纺协会\n2023年5月25日"
    )
    assert [r.name for r in read_records(title, text, "2023-05-25") if r.kind == "plan"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("记者获悉,该协会参与制定的羽绒手套国家标准(GB/T14999)即将修订完成。", "羽绒手套国家标准(GB/T14999)"),
        (
            "2010年江西省羽绒制品协会开展了羽绒手套、羽绒马甲两项单耗标准的制订工作。",
            "羽绒手套、羽绒马甲两项单耗标准",
        ),
    ],
)
def test_a_standard_without_marks(text, name):
    assert plan(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "为进一步规范我市羽绒服装市场秩序,九江市市场监管局在全市范围内组织开展专项整治行动,严厉打击假冒。",
            "羽绒服装专项整治行动",
        ),
        (
            "近日,江西省工商局发布消息称,该局将委托检验中心对全省羊绒服装质量进行抽查。",
            "全省羊绒服装质量抽查",
        ),
    ],
)
def test_an_action_without_a_name_is_named_by_what_it_is_for(text, name):
    assert plan(text, published="2025-02-13").name == name


def test_a_spot_check_that_is_over_is_no_plan() -> None:
    text = "近日,江西省市场监管局对童装质量进行抽查,合格率为95.1%,两批次不合格。"
    assert [r.name for r in read_records("", text, "2025-02-13") if r.kind == "plan"] == []


def test_a_headline_whose_text_is_the_list() -> None:
    """九江市着力打造… above 一是…二是… is what the town sets itself."""
    title = "九江市着力打造绿色童装生产基地"
    text = "一是开发新型面料。九江产业园年底投产。二是提高印染业集中度。三是延伸产业链。四是引进人才。"
    record = plan(text, title, "2015-03-17")
    assert (record.name, [o.name for o in record.organisations]) == (title, ["九江市"])


def test_an_appeal_in_paragraphs_without_numbers() -> None:
    text = "九江市丝绸协会发出以下倡议:\n营造氛围,护航盛会\n工厂要排查隐患,保障生产。\n诚信守法,服务盛会\n接受社会监督。"
    assert plan(text).name == "九江市丝绸协会倡议书"


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        (
            "九江市中小学生校服设计全城公开征集",
            "九江市教育局现面向全社会公开征集中小学生校服设计样式。\n征集时间:即日起至2026年4月15日。",
            "九江市中小学生校服设计全城公开征集",
        ),
        ("", "根据要求,九江市教育局现公开征集湖口县学生校服款式,欢迎踊跃投稿。", "湖口县学生校服款式征集"),
    ],
)
def test_what_is_publicly_collected(title, text, name):
    """A public collection is named by its headline, else by what is collected."""
    assert plan(text, title, "2026-03-18").name == name


def test_a_plan_that_has_begun() -> None:
    text = "九江毛衫市场上半年成交额达71亿元。\n日前,九江特色小镇新三年行动计划(2021-2023年)已经启动。"
    assert plan(text, published="2021-08-26").name == "九江特色小镇新三年行动计划(2021-2023年)"


def test_a_standard_of_the_headline() -> None:
    """A standard that a headline says comes out goes by its own name, without the body's."""
    text = "记者从江西省绣品协会获悉,该协会参与修订的标准对色牢度提出更高要求。"
    assert plan(text, "手工绣花线国标即将修订完成").name == "手工绣花线国标"


def test_a_list_that_the_text_shortens() -> None:
    """Eight points of 十大重点工作 are its measures."""
    points = ";".join(f"建好{word}绣坊" for word in "东西南北前后左右")
    record = plan(f"记者从抚州市绣衣产业办公室获悉,今年将开展十大重点工作,具体为:{points}。")
    assert len(record.items) == 8


def test_goods_counted_are_no_measures() -> None:
    """包括甲、乙、丙等多种产品 counts goods."""
    record = plan("抚州市监局近日开展绣品专项检查行动。检查对象包括被面、枕套、桌旗等多种绣品。")
    assert (record.name, record.items) == ("绣品专项检查行动", ())


def test_a_paper_that_is_revised_into_another() -> None:
    """对《旧》进行了修订,印发《新》 gives out the new paper, whatever the two have in common."""
    record = plan(
        "近日,江西省工业和信息化厅对《绣坊规范条件(2017版)》进行了修订,印发实施《绣坊规范条件(2023版)》。"
    )
    assert record.name == "绣坊规范条件(2023版)"


def test_a_paper_of_another_year() -> None:
    """2019年某市印发《…》 is history in a text of 2023."""
    text = "近日,《抚州市绣品产业扶持办法》出台。2019年江西省人民政府印发《江西省传统产业重塑计划》,绣品列入其中。"
    record = plan(text, "《抚州市绣品产业扶持办法》出台")
    assert (record.name, issuers(record)) == ("抚州市绣品产业扶持办法", [])


def test_a_paper_that_another_says_will_be_drawn_up() -> None:
    """《意见》指出,将编制《…方案》 tells a measure of the paper that says so."""
    text = "近日,抚州市政府出台《关于支持绣品产业升级的若干意见》。《意见》指出,抚州将成立工作小组,编制《绣品产业升级行动方案》。"
    assert plan(text).name == "关于支持绣品产业升级的若干意见"


def test_a_notice_in_running_words() -> None:
    """发布关于…的通知 without marks is a plan by that title."""
    record = plan(
        "本报讯 江西省工业和信息化厅发布关于开展绣品特色产业集群建设工作的通知,申报条件:(一)以绣品为主导产业。(二)链条完整。",
        "省工信厅:开展绣品集群建设",
    )
    assert (record.name, issuers(record)) == (
        "关于开展绣品特色产业集群建设工作的通知",
        ["江西省工业和信息化厅"],
    )


def test_the_body_of_the_clause_that_gives_out() -> None:
    """Whoever the sentence names before the clause of issuing issues nothing."""
    record = plan("继被江西省服装协会授予名镇称号后,抚州市政府又发布《关于承接绣品产业转移的实施意见》。")
    assert issuers(record) == ["抚州市政府"]


def test_many_standards_told_whole() -> None:
    """Four titles and more that a count closes are one plan even without 等."""
    record = plan("省标委会对《绣花线》、《绣花绷》、《绣花针》、《绣花布》四个标准进行了审定。")
    assert record.name == "《绣花线》等四个标准"


def test_a_paper_drawn_up_and_given_out() -> None:
    """What was drawn up and 于某日正式发布 is out."""
    record = plan(
        "江西省绣品协会自2022年11月起启动了《绣品产业行动纲要》的编制工作,并于2023年2月27日正式发布。"
    )
    assert (record.status, record.start) == ("published", "2023-02-27")


def test_a_list_told_whole_before_one_cut_short() -> None:
    """A list as long as its count comes before one that 等 cuts short."""
    record = plan(
        "近日,抚州市出台《绣品产业扶持办法》,推出包括补助、培训、协会互通等六大措施。《办法》主要从设计创新、品牌质量、市场拓展、电子商务、人才引育、空间保障等六个方面给予支持。"
    )
    assert record.items == ("设计创新", "品牌质量", "市场拓展", "电子商务", "人才引育", "空间保障")


def test_the_day_a_speaker_says_a_paper_came_out() -> None:
    """A press conference on a paper tells when it came out: 方案于3月25日印发."""
    text = "4月9日,《江西省童装产业提质方案》新闻发布会在南昌举行。据介绍,方案于3月25日印发,提出到2026年产值突破300亿元。"
    assert plan(text, published="2024-04-10").start == "2024-03-25"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "国家质检总局近日发布2011年第37号公告,自2012年1月1日起对出口绣品实施抽查。",
            "国家质检总局2011年第37号公告",
        ),
        (
            "省妇联制定了旨在帮助绣娘增收的“巧手绣乡行动计划”,拟在2018年至2020年期间开展技能培训。",
            "巧手绣乡行动计划",
        ),
        (
            "在昨日召开的绣品产业转型升级实施方案(讨论稿)座谈会上,提出要通过产业整合、设计研发、品牌运作和公共服务等措施做强产业。",
            "绣品产业转型升级实施方案(讨论稿)",
        ),
        (
            "日前,省政府向抚州、九江市政府下达《绣品印染污染整治责任书》,限期关停小厂。",
            "绣品印染污染整治责任书",
        ),
        (
            "7月4日,市委召开常委会议。会议听取了《关于加快发展绣品产业的意见(送审稿)》后认为,绣品是传统产业。",
            "关于加快发展绣品产业的意见(送审稿)",
        ),
        (
            "抚州市绣品协会会长表示,未来将重点抓好两项工作:一是加强人才队伍建设;二是办好绣品设计周。",
            "抚州市绣品协会两项工作",
        ),
    ],
)
def test_a_paper_is_known_by_its_number_its_bracket_or_what_is_done_with_it(text, name):
    """Orders go by number, drafts by their bracket; what is handed down or set for years to come is a plan."""
    assert name in [r.name for r in read_records("", text, "2023-03-08") if r.kind == "plan"]


def test_a_notice_to_carry_out_another_paper() -> None:
    """关于贯彻落实《甲》的通知 is the plan, and the number behind 《甲》 is not its own."""
    title = "关于贯彻落实《江西省教育厅关于加强学生装管理的意见》的通知"
    text = "为贯彻落实《江西省教育厅关于加强学生装管理的意见》(赣教发〔2015〕3号)的精神,现提出要求。\n抚州市教育局\n2015年12月20日"
    record = plan(text, title, "2015-12-25")
    assert (record.name, issuers(record), record.document) == (title, ["抚州市教育局"], None)


def test_who_approves_a_standard() -> None:
    """经某委批准发布 names the issuer behind the title."""
    record = plan("国家标准《绣花线》日前经国家标准委批准发布并正式实施。", published="2015-07-21")
    assert issuers(record) == ["国家标准委"]


def test_a_title_that_lost_its_dash() -> None:
    """The headline's title stands for a body's that lost a dash."""
    record = plan(
        "江西省工信厅近日印发《绣品提质升级实施方案(20232025年)》。",
        "省工信厅印发《绣品提质升级实施方案(2023-2025年)》",
    )
    assert (record.name, record.time_text) == ("绣品提质升级实施方案(2023-2025年)", "2023-2025")


def test_the_body_that_issues_beats_the_place_of_the_title() -> None:
    """某省某厅关于印发《…》 tells whose the paper is, not the place that its title begins with."""
    text = (
        "江西省工业和信息化厅关于印发《关于推动绣品产业发展的实施意见》的通知\n赣工信函〔2023〕2号\n各市人民政府:\n"
        "现印发给你们,请遵照执行。\n一、优化布局。\n二、创新驱动。\n三、培育品牌。"
    )
    record = plan(text, "江西省关于推动绣品产业发展的实施意见")
    assert issuers(record) == ["江西省工业和信息化厅"]


def test_a_paper_by_the_day_before_it() -> None:
    """The day told before a paper, not one behind it, says that it is of old."""
    text = (
        "近日,抚州市政府下发《园区整治行动方案》。方案明确了任务。园区随即行动。"
        "2016年1月,东乡区专门出台《关于开展印染整治的工作方案》,5月26日,东乡区组织了验收。"
    )
    assert plan(text, "抚州整治印染园区", "2016-06-17").name == "园区整治行动方案"


def test_places_and_broken_brackets_are_no_measures() -> None:
    """A list of provinces, or one cut through a bracket, is no list of measures."""
    told = "近日,江西省工信厅发布《绣品产业转移指导目录》,{}。"
    assert plan(told.format("重点地区包括辽宁、吉林和黑龙江3省")).items == ()
    assert plan(told.format("明确了园区(包括工业小区、集聚区、示范区)整治任务")).items == ()


def test_a_last_day_alone_on_its_line_signs_nothing() -> None:
    """2019年9月30日前 alone on a line is the day to answer by, not the day of the notice."""
    text = "各会员单位:\n现将有关要求通知如下:\n一、申报范围\n在省内注册的企业均可申报。\n二、申报时间\n2019年9月30日前。"
    record = plan(text, "关于组织申报2019年度绣品开发奖的通知", "2019-08-01")
    assert (record.start, record.date_basis, record.deadline) == ("2019-08-01", "published", "2019-09-30")


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        (
            "本报讯 7月起,绍兴市打响印染企业“退散进集”攻坚行动,用三年时间把印染厂集中到滨海。",
            "印染企业“退散进集”攻坚行动",
            "published",
        ),
        (
            "义乌市经信局近日吹响“千企上云”行动号角,计划到明年底推动1000家纺织服装企业上云。",
            "“千企上云”行动",
            "published",
        ),
        (
            "昨天,海宁市拿出支持纺织企业复工复产“十二条”:对返岗员工包车费用全额补贴,对企业免收一个月房租,对生产线投资按30%补助……",
            "支持纺织企业复工复产“十二条”",
            "published",
        ),
        (
            "安徽省物价部门日前就今年秋茧收购价格及有关事项下发通知,要求各地严格执行。",
            "今年秋茧收购价格及有关事项",
            "published",
        ),
        (
            "记者昨天从省纺织工程学会了解到,全省“十三五”纺织人才培养规划正在起草,预计年内面世。",
            "全省“十三五”纺织人才培养规划",
            "upcoming",
        ),
        (
            "吴江区召开丝绸产业规划专题汇报会,听取了盛泽镇经发局所作的盛泽丝绸纺织产业发展规划,要求抓紧完善。",
            "盛泽丝绸纺织产业发展规划",
            "draft",
        ),
        (
            "记者获悉,新版《羽绒服装》国家标准已通过审定,预计明年4月起执行。新标准不再以“含绒量”标识。",
            "《羽绒服装》国家标准",
            "draft",
        ),
    ],
)
def test_a_plan_told_in_running_words(text, name, status):
    """What a body starts, gives notice of, draws up or hears is a plan, whatever verb the journalist takes for it."""
    record = plan(text, published="2023-07-08")
    assert (record.name, record.status) == (name, status)


@pytest.mark.parametrize(
    "text",
    [
        "3月16日,江西省纺织品商会发布《幼儿睡袋》团体标准,自5月1日起实施。",
        "3月16日,江西省纺织品商会发布《幼儿睡袋》、《幼儿围嘴》两项团体标准,自5月1日起实施。",
        "3月16日,江西省纺织品商会《幼儿睡袋》团体标准审定会在南昌召开。江西省纤检院院长吴磊主持。"
        "标准对绳带安全、色牢度等18项指标作了规定。专家组一致同意通过审定。",
    ],
)
def test_a_standard_is_named_with_its_sort(text: str) -> None:
    """《幼儿睡袋》 tells nobody what it is; what is ruled there is told by whoever issues or reviews it."""
    names = [r.name for r in read_records("", text, "2023-03-18") if r.kind == "plan"]
    assert names[0] == "《幼儿睡袋》团体标准"


def test_a_bodys_own_rules_count_with_what_they_say() -> None:
    """A meeting's 管理办法 is a plan where the text goes on to what it rules (guide rule 5), else routine."""
    text = "9月8日,江西省服装协会年会在南昌举办。会议审议并通过了《专业委员会管理办法》"
    told = read_records("", text + ",办法规定专委会每届任期三年,主任须每年提交报告。", "2012-09-14")
    assert [r.name for r in told if r.kind == "plan"] == ["专业委员会管理办法"]
    assert not [r for r in read_records("", text + "。", "2012-09-14") if r.kind == "plan"]


def test_a_campaign_whose_days_stand_in_numbered_lines_is_a_plan() -> None:
    """关于开展某活动的通知 with its activities line by line asks for them; the lines are the events."""
    text = (
        "江西省工业和信息化厅关于开展2024纺织优品促升级活动的通知\n赣工信〔2024〕36号\n各市工业和信息化局:\n"
        "现组织开展2024纺织优品促升级活动,有关事项通知如下:\n一、重点活动\n"
        "1.赣绣创新设计大赛决赛,5月18日,抚州市;\n2.江西面料采购对接会,6月12日至13日,南昌绿地博览中心;\n"
        "3.第六届于都服装文化节,9月20日至22日,于都县。\n二、有关要求\n各市于5月10日前报送方案。\n"
        "江西省工业和信息化厅\n2024年4月18日"
    )
    kinds = {r.name: r.kind for r in read_records("", text, "2024-04-19")}
    assert kinds["关于开展2024纺织优品促升级活动的通知"] == "plan"
    assert sorted(kinds.values()) == ["event", "event", "event", "plan"]


def test_a_paper_is_of_the_day_it_was_signed_not_of_the_page() -> None:
    """成文日期 and the date below who signs come before the page's day."""
    text = (
        "成文日期:2021-04-26 公开日期:2021-04-29\n江口市政府办公室关于印发江口市印染行业改造方案(2021—2023年)的通知\n各区政府:\n"
        "《江口市印染行业改造方案(2021—2023年)》已经市政府第58次常务会议讨论通过,现印发给你们,请认真执行。\n江口市政府办公室\n2021年4月26日"
    )
    records = read_records("", text, "2021-04-29")
    assert [(r.kind, r.start) for r in records] == [("plan", "2021-04-26")]


def test_work_of_coming_years_with_the_years_in_brackets() -> None:
    """今后五年(2016—2020年)工作规划 is a plan of whoever sets it out."""
    text = (
        "8月18日,江西亚麻行业协会第四次会员大会在南昌召开。会长董春提出了协会今后五年(2016—2020年)工作规划:"
        "一是建立原料储备机制,二是每年修订标准5项,三是建设数据平台。"
    )
    assert plan(text, published="2016-08-20").name.endswith("今后五年(2016—2020年)工作规划")


def test_a_paper_that_lists_measures_is_none_of_them() -> None:
    """近日出台的《…》排出五项行动 gives out the paper, and 征求《…》的意见 one that is a draft."""
    text = "近日出台的《江口区家纺产业三年行动方案》排出功能寝具、设计打样、跨境选品、物流降本、市场更新五项行动。"
    assert plan(text, published="2025-11-20").name == "江口区家纺产业三年行动方案"
    text = "江西羽绒协会在征求《婴儿羽绒睡袋》团体标准的意见,4月20日截止。"
    assert plan(text, published="2025-04-02").name == "《婴儿羽绒睡袋》团体标准"


def test_a_notice_whose_title_runs_over_two_lines():
    """A title broken between its lines is read whole, and its last day with it."""
    record = plan(
        "中国纺织规划研究会\n关于组织申报2024年度\n全国丝绸行业创新贡献奖的通知\n各会员单位:\n现将要求通知如下:\n一、凡会员均可申报。"
        "\n二、材料请于2024年6月30日前报送。\n中国纺织规划研究会\n2024年5月8日",
        published="2024-05-09",
    )
    assert record.name == "关于组织申报2024年度全国丝绸行业创新贡献奖的通知"
    assert (record.start, record.deadline) == ("2024-05-08", "2024-06-30")


def test_an_action_told_bare_in_the_text_has_the_name_of_the_headline():
    """开展了专项监督检查 is told in full by the headline."""
    record = plan(
        "为保障消费安全,贵州省纤维检验局于12月28日起开展了专项监督检查。",
        "贵州省纤维检验局开展冬季絮用纤维制品质量监督检查",
        "2014-01-04",
    )
    assert record.name == "冬季絮用纤维制品质量监督检查"


def test_a_draft_that_a_meeting_talks_over():
    """对《…意见》提出建议 tells a draft where the next sentence says what the paper holds."""
    record = plan(
        "12日,晋江市印染行业转型升级工作会议召开。会议对《关于推进印染行业转型升级的若干意见》中的指标提出意见与建议。"
        "《意见》立足印染行业实际,设定准入条件和改造标准,促进企业集聚入区。",
        published="2012-12-17",
    )
    assert (record.name, record.status) == ("关于推进印染行业转型升级的若干意见", "draft")


def test_the_day_of_the_news_is_not_that_of_the_plan():
    """9月18日讯 9月17日,某区公布了…方案: the second day is the plan's."""
    record = plan(
        "新疆日报9月18日讯 9月17日,新疆维吾尔自治区人民政府公布了棉花目标价格改革试点实施方案,按实际种植面积发放补贴。",
        published="2014-09-18",
    )
    assert record.name.endswith("棉花目标价格改革试点实施方案")
    assert record.start == "2014-09-17"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "本报讯 绍兴柯桥区应急管理局盯上了印染车间。从7月5日到10月12日,该局将在全区企业中铺开夏季安全生产“百日攻坚”行动,逾期不改的停产。",
            "夏季安全生产“百日攻坚”行动",
        ),
        (
            "海城市委、市政府18日召开新闻发布会,发布“西柳制造”振兴计划:投入3亿元改造裤装园,三年打造20个品牌。",
            "“西柳制造”振兴计划",
        ),
        (
            "近日,南阳市政府常务会议研究并原则同意纺织服装产业招商三年行动方案,提出用三年时间引进项目60个。",
            "纺织服装产业招商三年行动方案",
        ),
        (
            "5月6日,张家港市商务局等五部门联合发文,支持外贸纺织企业出口转内销。单个企业最高可获补30万元。",
            "支持外贸纺织企业出口转内销",
        ),
        (
            "6月8日,高邮32家羽绒服装厂在《羽绒服品质自律公约》上集体按下手印。公约写明:不以飞丝充绒、不虚标充绒量。",
            "羽绒服品质自律公约",
        ),
    ],
)
def test_a_plan_whatever_the_verb(text, name):
    """铺开, 发布, 原则同意, 发文 and 按下手印 tell a plan as 印发 does."""
    assert plan(text, published="2022-07-08").name.endswith(name)


def test_what_all_who_met_agree_on():
    """与会各协会约定 is a plan with its points."""
    record = plan(
        "11月23日,福建省纺织服装行业联席会议在泉州举行。与会的九个行业协会约定明年起实行“五个联合”:"
        "联合参展、联合采购、联合招工、联合培训、联合维权。",
        published="2021-11-25",
    )
    assert record.name.endswith("“五个联合”") and len(record.items) == 5


def test_measures_told_in_part():
    """A counted list that dots break off is named by what it is for."""
    record = plan(
        "节后,柯桥区就亮出促消费“大礼包”——恢复和扩大纺织品消费十五条措施:发放5000万元采购券,补贴商户摊位费,"
        "减免参展费用三成,鼓励夜间经营……政策有效期至6月30日。",
        published="2023-01-30",
    )
    assert record.name == "恢复和扩大纺织品消费十五条措施" and len(record.items) == 4


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        (
            "经国务院批准,财政部、国家税务总局联合下发通知,从2009年2月1日起,将纺织品、服装出口退税率由14%提高到15%。",
            "纺织品、服装出口退税率由14%提高到15%",
            "published",
        ),
        (
            "3月20日,中国纺织工业联合会在北京部署新一年工作,启动纺织行业“十五五”发展规划编制工作。规划计划2026年上半年发布。",
            "纺织行业“十五五”发展规划",
            "upcoming",
        ),
        (
            "欧盟委员会9月14日公布关于禁止强迫劳动产品进入市场的法规提案,服装被列为重点行业。",
            "关于禁止强迫劳动产品进入市场的法规提案",
            "published",
        ),
    ],
)
def test_rules_of_trade_told_without_a_title(text, name, status):
    """A rate that changes from a day on, a bill, and a plan whose drawing up is started are plans."""
    record = plan(text, published="2025-03-21")
    assert record.name.endswith(name) and record.status == status


def test_what_came_after_a_notice_went_down_is_not_the_notice():
    """《…通知》下发后 dates something else."""
    text = "8月中旬起,工信部将关停201家印染企业。这是《关于进一步加强淘汰落后产能工作的通知》下发后力度最大的一次。"
    assert not [r for r in read_records("", text, "2010-07-30") if "通知" in r.name]


def test_a_last_day_put_off():
    """由4月30日延长至6月15日 leaves the later day."""
    record = plan(
        "各有关院校:\n经研究,教学成果奖申报截止时间由4月30日延长至6月15日,其他事项不变。\n中国纺织服装教育学会\n2020年3月25日",
        "关于教学成果奖申报时间延期的通知",
        "2020-03-26",
    )
    assert record.deadline == "2020-06-15"


def test_a_list_of_tasks_that_a_meeting_goes_over():
    """审议了《…清单》 is a plan where the next sentence says what stands in it."""
    record = plan(
        "2月26日,安徽省纺织服装产业链推进会在合肥召开。会议审议了《安徽省纺织服装产业链2024年工作清单》。"
        "清单共列出36项任务,包括引进亿元项目50个、新增数字化车间100个。",
        published="2024-02-27",
    )
    assert record.name == "安徽省纺织服装产业链2024年工作清单"


def test_what_an_expert_thinks_commits_nobody():
    """某所长认为,要从三个方面入手 is advice."""
    text = "中国服装协会产业经济研究所所长认为,要从三个方面入手:一是柔性制造,二是数据驱动,三是品牌重塑。"
    assert not read_records("", text, "2016-12-01")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "8月28日起,东莞虎门镇消防大队对全镇服装加工企业来了一次“拉网式”隐患大排查,持续到10月底。",
            "全镇服装加工企业隐患大排查",
        ),
        (
            "中国丝绸博物馆11月18日透露,“丝绸文物复织五年计划”已获批复,2026年启动,首批复织唐锦等12件珍品。",
            "丝绸文物复织五年计划",
        ),
        (
            "柯桥公安局、工商局昨起联手掀起“秋风”打假行动。未来一百天里,执法人员将进市场、查仓库。",
            "“秋风”打假行动",
        ),
    ],
)
def test_an_action_by_whatever_is_done(text, name):
    """来了一次大排查, 已获批复 and 掀起 tell an action or a plan that is on."""
    assert plan(text, published="2014-09-04").name == name


def test_a_notice_that_hands_down_standards_is_one_plan():
    """The standards a notice passes are what it says, no plan beside it."""
    record = plan(
        "各有关单位:\n经专家评审,《防护服 通用要求》等9项团体标准准予立项,现予下达。请起草单位在12个月内完成报批稿。\n"
        "江东省纺织团体标准联盟\n2020年7月27日",
        "关于下达2020年第二批团体标准立项计划的通知",
        "2020-07-28",
    )
    assert record.name == "关于下达2020年第二批团体标准立项计划的通知"


def test_what_is_published_behind_a_summary_looks_ahead():
    """审议了总结,并公布“四件大事” is a plan; an appeal made 席间 with its aim is one too."""
    record = plan(
        "河南省纺织行业协会六届四次常务理事会1月12日在新乡召开。会议审议通过了2024年工作总结,并公布2025年“四件大事”:"
        "编制发展规划、建立产业学院、开通行业云平台、评选十佳企业。",
        published="2025-01-15",
    )
    assert "2025年“四件大事" in record.name and len(record.items) == 4
    record = plan(
        "1月8日,闽派服装企业新春茶话会在厦门举行。席间,福建省服装协会发起“闽派服装抱团出海”倡议,呼吁共享海外仓。",
        published="2020-01-10",
    )
    assert record.name == "“闽派服装抱团出海”倡议"


@pytest.mark.parametrize(
    "text",
    [
        "全国毛毯标准化分会年会近日在青岛召开,会议审定了《拉舍尔毛毯检验规则》《毛毯耐干洗试验方法》等行业标准。",
        "6月3日,围巾标准审定会在桐乡召开。经讨论,《羊绒围巾》《丝麻围巾》2项行业标准通过审定。",
        "中国毛毯协会拟组建品质联盟。加入的企业须签署并遵守《毛毯行业诚信自律公约》。",
    ],
)
def test_papers_only_examined_or_asked_to_be_signed(text):
    """A standard examined at a meeting without what is in it, or a pact that members must sign, is no plan of the news."""
    assert not [r for r in read_records("", text, "2023-06-05") if r.kind == "plan" and "》" not in r.name]


def test_a_paper_told_from_its_drawing_up_to_its_day():
    """启动编制 ahead of 于某日在某会期间正式发布: out, on that day, by whoever began it."""
    record = plan(
        "中国毛毯协会自2021年5月起启动了《毛毯行业绿色发展纲要(2022-2030年)》的研究与编制工作。"
        "该《纲要》于2022年9月6日在协会五届三次理事会期间正式发布。",
        published="2022-09-20",
    )
    assert (record.status, record.start) == ("published", "2022-09-06")
    assert issuers(record) == ["中国毛毯协会"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("3月2日,《毛毯行业“十五五”发展指导意见》编制正式启动。", "upcoming"),
        ("3月2日,会议协商讨论了《桐乡市毛毯产业集聚区建设实施方案》,安排了近期工作。", "draft"),
    ],
)
def test_how_far_a_paper_is(text, status):
    """What is begun to be drawn up is to come, what is talked over is a draft."""
    assert [r.status for r in read_records("", text, "2026-03-04") if r.kind == "plan"] == [status]


def test_a_paper_is_out_the_day_that_an_official_site_has_it():
    """据某部官网8日消息 dates what was issued; a press conference that introduces a paper does not."""
    record = plan(f"据工信部官网8日消息,工信部、商务部联合印发《{TITLE}》。")
    assert (record.start, issuers(record)) == ("2023-03-08", ["工信部", "商务部"])
    record = plan(f"3月7日,省政府新闻办举行新闻发布会,副厅长介绍情况,《{TITLE}》是重点。")
    assert record.start is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("开幕式上,毛毯时尚联盟发布《让温暖成为共识》倡议书,倡议守护匠心。", "让温暖成为共识"),
        ("近日,国务院印发实施强国战略的第一个行动纲领——《中国毛纺2035》,描绘了战略目标。", "中国毛纺2035"),
    ],
)
def test_a_title_whose_kind_stands_beside_it(text, name):
    """《…》倡议书 and 行动纲领——《…》 say what the paper is outside its marks."""
    assert [r.name for r in read_records("", text, "2023-03-08") if r.kind == "plan"] == [name]


@pytest.mark.parametrize(
    "text",
    [
        # chosen for a list
        "3月1日,省标准化院公布名单。其中,中国毛毯协会制定发布的《毛毯抗起球试验方法》团体标准入选。",
        # done every year
        "桐乡毛毯产业发展多年。市政府从2006年起每年都出台了毛毯产业鼓励扶持政策,产业集群不断壮大。",
    ],
)
def test_what_was_chosen_or_is_done_every_year_is_no_plan(text):
    """A standard that enters a list of honour, or policies of every year since, are no plans of the news."""
    assert not [r for r in read_records("", text, "2023-03-08") if r.kind == "plan"]


def test_a_sentence_without_a_subject_goes_on_about_the_paper():
    """《纲要》总结了…。提出…从四个方面: the points are the paper's, no plan beside it."""
    record = plan(
        "3月5日,中国毛毯协会在京召开五届二次理事会。大会审议通过了协会制定的《毛毯强国建设纲要(2023-2030年)》。\n"
        "《纲要》总结了近十年的发展成就。提出毛毯行业要从科技进步、品牌建设、绿色发展和人才培养四个方面积极创造新优势。"
    )
    assert record.name == "毛毯强国建设纲要(2023-2030年)"


def test_a_ministrys_announcement_is_dated_under_its_number():
    """A day alone under 公告2023年第9号 is that of signing; 以某发〔…〕号文 leaves issuer and number whole."""
    record = plan(
        "某部公告2023年第9号\n2023年2月12日\n为加强引领,我部修订形成了《毛毯行业规范条件(2023版)》。现予以公告。\n"
        "一、企业布局\n企业应符合国家产业政策和本地区总体规划的要求,新建项目应在工业园区内集中建设。\n二、工艺装备\n企业要采用先进装备。"
    )
    assert record.start == "2023-02-12"
    record = plan("1月23日,国务院以国发〔2023〕5号文发出《关于印发毛毯回收利用行动计划的通知》。")
    assert (record.document, issuers(record)) == ("国发〔2023〕5号", ["国务院"])


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        (
            "4月7日,2023年全国毛毯协会秘书长工作座谈会在苏州召开。中国毛毯协会秘书长李文部署了全年工作:"
            "组建行业专家库、推介创新产品、举办技能培训、完善标准体系。",
            "中国毛毯协会全年工作",
            "published",
        ),
        (
            "记者日前从中国毛毯协会获悉,协会拟在全行业开展扶优限劣联合行动,维护市场秩序。",
            "扶优限劣联合行动",
            "upcoming",
        ),
        (
            "各省发展改革委:\n为保持毛毯行业健康发展,现就加快毛毯行业结构调整,促进产业升级的有关意见通知如下。\n"
            "一、加强规划引导\n二、支持技术改造\n三、规范市场秩序",
            "加快毛毯行业结构调整,促进产业升级的有关意见",
            "published",
        ),
        (
            "各有关单位:\n为做好品牌建设工作,决定继续在毛毯行业开展自主品牌建设情况调查。现将有关事项通知如下:\n一、调查对象",
            "自主品牌建设情况调查",
            "published",
        ),
    ],
)
def test_work_laid_out_intended_or_notified(text, name, status):
    """部署了全年工作:…, 拟在全行业开展… and 现就…有关意见通知如下 tell plans without a title."""
    record = plan(text, published="2023-04-10")
    assert (record.name, record.status) == (name, status)


def test_a_body_that_gives_notice_ends_before_the_verb():
    """某办公厅日前发出关于…的通知: the office issues, without 日前发出."""
    record = plan(
        "江西省商务厅办公室日前发出关于开展2023年毛毯品牌调查与典型案例征集工作的通知。\n调查对象包括培育品牌。"
    )
    assert issuers(record) == ["江西省商务厅办公室"]


def test_a_notice_named_in_running_words_is_a_plan_with_its_points():
    """发布关于开展某活动的通知 names a plan without marks; the numbered lines below are its measures."""
    text = (
        "某通讯社获悉,4月19日,江东省工信厅办公室、江东省商务厅办公室发布关于开展2031家纺优供给促升级活动的通知。\n"
        "通知安排了两方面的工作:\n(一)聚焦高端化智能化绿色化,加快产业体系升级发展;\n(二)强化创意设计与品牌建设,引领时尚消费新趋势。"
    )
    plans = [r for r in read_records("两部门开展家纺促升级活动", text, None) if r.kind == "plan"]
    assert [p.name for p in plans] == ["关于开展2031家纺优供给促升级活动的通知"]
    assert len(plans[0].items) == 2


def test_a_plan_without_marks_explained_at_a_meeting_counts_with_what_is_in_it():
    """解读了某规划 alone gives no plan; with its measures it does (guide rule 5)."""
    told = "江东纺织协会衬布分会2031年工作会议6月10日在扬州召开。秘书长罗启解读了衬布材料行业“十六五”规划{}"
    assert all(r.kind != "plan" for r in read_records("", told.format("。"), None))
    points = ",规划提出,一是加快科技创新;二是培育领军企业;三是完善标准体系。"
    assert "衬布材料行业“十六五”规划" in {r.name for r in read_records("", told.format(points), None)}


@pytest.mark.parametrize(
    ("name", "title", "text"),
    [
        (
            "江东家纺“十五五”指导意见",
            "江东家纺意见看点",
            "3月底出炉的江东家纺“十五五”指导意见,通篇只提了两次窗帘。",
        ),
        (
            "羊绒三年行动计划",
            "钱从哪儿来",
            "羊绒三年行动计划下发后,牧户最关心补贴。昨日,市工信局作了逐条解答。",
        ),
    ],
)
def test_a_paper_gone_through_is_read_where_it_is_named_in_passing(name: str, title: str, text: str) -> None:
    """An article that goes through what came out lately names it without marks: 出炉的…意见, …计划下发后."""
    found = [r.name for r in read_records(title, text, "2026-04-12")]
    assert found == [name] and not read_records(
        "", text.replace("看点", "").replace("逐条解答", "安排"), None
    )


def test_a_lead_that_a_plan_is_due_tells_it_beside_a_meeting():
    """我国某业规划即将出台。某会长在某会议上介绍…: the plan is told, upcoming, under no body's name."""
    record = plan(
        "我国毛毯工业“十五五”规划即将出台。中国毛毯协会副会长李文在第21届中国毛毯会议上提前介绍了相关内容。",
        published="2025-09-28",
    )
    assert (record.name, record.status) == ("毛毯工业“十五五”规划", "upcoming")


def test_what_a_meeting_only_asks_for_has_not_come_out():
    """会议要求,认真编制规划,出台扶持政策,推进某产业大发展 gives out nothing."""
    text = "10月9日,松海市委、市政府召开专题会议,研究毛毯产业发展。会议要求,认真编制毛毯产业规划,出台扶持政策,推进毛毯产业大发展,打造主导产业。"
    assert not [r for r in read_records("", text, "2015-10-12") if r.kind == "plan"]


def test_a_paper_that_its_own_meeting_talks_over_is_a_draft():
    """《…指导意见》讨论会: the paper is a draft."""
    record = plan(
        "为引导行业转型,4月11日,中国毛毯协会在安庆组织召开了《毛毯行业“十五五”发展指导意见》讨论会。50余位专家出席会议。",
        published="2025-04-18",
    )
    assert (record.name, record.status) == ("毛毯行业“十五五”发展指导意见", "draft")


def test_a_years_work_is_named_as_the_body_calls_it() -> None:
    """会议同意2017年省某协的主要工作如下 is its plan, by when its parts begin; what was done in 2016 is none."""
    record = plan(
        "会议对2016年省缝协的主要工作成果予以肯定:组团参加博览会;展示行业新面貌;加强企业交流。会议同意2017年省缝协的主要工作如下:"
        "本着自愿的原则,继续组织企业参加展会;继续组织企业考察国际市场;积极稳妥地筹备协会换届。",
        published="2017-04-10",
    )
    assert record.name == "2017年省缝协的主要工作"
    assert record.items == ("继续组织企业参加展会", "继续组织企业考察国际市场", "积极稳妥地筹备协会换届")


def test_work_that_closes_its_own_list_is_a_plan() -> None:
    """提出了做甲、办乙、建丙等2020年重点工作."""
    (record,) = [
        r
        for r in read_records(
            "",
            "12月27日,江西省毛绒标委会2019年会在南昌召开。主任罗启明作工作报告,并提出了加快标准制修订工作、提升国际标准化水平、"
            "加强重点项目研究攻关等2020年标委会重点工作。",
            None,
        )
        if r.kind == "plan"
    ]
    assert record.name == "2020年标委会重点工作" and len(record.items) == 3


def test_goals_end_in_what_is_counted() -> None:
    """年放养柞蚕种6000公斤 and 就地转移劳动力8000人 are goals; 针织、梭织等生产线60条 is one."""
    record = plan(
        "云泽市政府印发《云泽市柞蚕产业发展规划(2015-2025年)》。规划提出,到2025年,建设柞林50万亩,年放养柞蚕种6000公斤,"
        "新增针织、梭织等高端生产线60条,就地转移劳动力8000人。"
    )
    assert record.items[-3:] == (
        "年放养柞蚕种6000公斤",
        "新增针织、梭织等高端生产线60条",
        "就地转移劳动力8000人",
    )


def test_a_call_without_its_title_drops_the_words_of_passing_on() -> None:
    """现将2014年度项目申报有关事项通知如下 is 2014年度项目申报."""
    record = plan(
        "为推动茧丝绸行业转型升级,现将2014年度项目申报有关事项通知如下:\n请各地于6月10日前报送材料。\n云泽市经济和信息化委员会\n"
        "2014年5月9日",
        published="2014-05-12",
    )
    assert record.name == "2014年度项目申报"


def test_an_appeal_that_is_read_out_is_a_plan() -> None:
    """宣读《…倡议书》,倡议不甲、不乙、不丙."""
    record = plan("罗启明代表协会宣读《云泽无纺行业自律倡议书》,倡议不以次充好、不压价倾销、不拖欠货款。")
    assert record.name == "云泽无纺行业自律倡议书"
    assert record.items == ("不以次充好", "不压价倾销", "不拖欠货款")


def test_an_agreement_is_told_by_its_clauses() -> None:
    """根据协议,双方将共建…,每年组织…,并共同申请…."""
    text = (
        "11月4日,云泽市纺织服装产业推介会在东莞举行。推介会上,云泽经开区管委会与虎门服装服饰行业协会签署《纺织服装产业合作框架协议》。"
        "根据协议,双方将在未来三年共建服装产业园,每年组织不少于2次企业互访,联合开办缝纫工培训班。"
    )
    (record,) = [r for r in read_records("", text, None) if r.kind == "plan"]
    assert record.items == ("共建服装产业园", "组织不少于2次企业互访", "开办缝纫工培训班")


def test_a_letter_for_comment_is_signed_by_who_asks() -> None:
    """Whoever drafts a standard is not who asks for comment; the list of annexes is no measure."""
    text = (
        "由某绫丝绸科技有限公司、苏州大学等单位负责起草的《蚕丝面膜基布》《真丝披肩》《蚕丝被规程》三项团体标准,现已完成征求意见稿,"
        "面向社会公开征求意见。\n请于2023年8月25日前反馈。\n附件:1.《蚕丝面膜基布》(征求意见稿)及编制说明\n2.《真丝披肩》(征求意见稿)及编制说明\n"
        "3.《蚕丝被规程》(征求意见稿)及编制说明\n4.征求意见反馈表\n江苏省丝绸协会\n二〇二三年七月二十四日"
    )
    record = plan(text, title="关于征求《蚕丝面膜基布》等三项团体标准(征求意见稿)意见的函")
    assert record.name == "《蚕丝面膜基布》等三项团体标准"
    assert (issuers(record), record.items) == (["江苏省丝绸协会"], ())


def test_measures_are_named_by_their_trade_and_keep_their_goals() -> None:
    """决定实施毛衫产业“五大行动”, and 到2020年 what they shall reach; a fair only named in one is no record."""
    text = (
        "镇党委、镇政府经过反复调研,决定从今年起实施毛衫产业“三大行动”。\n一是实施数字赋能行动。建设10家示范工厂。\n"
        "二是实施设计引领行动。组织企业参加中国国际服装服饰博览会,引进工作室80家。\n三是实施人才强基行动。每年培训技工3000人次。\n"
        "到2020年,全镇毛衫规上产值要突破150亿元。"
    )
    (record,) = read_records("", text, "2018-03-22")
    assert record.name == "毛衫产业“三大行动”"
    assert record.items[-1] == "全镇毛衫规上产值要突破150亿元"


def test_papers_that_have_just_come_out_need_no_marks() -> None:
    """近日出台的某发展规划引起关注。…按照规划,…."""
    record = plan(
        "云泽地区近日出台的纺织服装产业发展规划引起内地企业关注。按照规划,到2020年云泽将带动20万人就业。",
        title="云泽规划纺织服装产业:七年带动就业20万",
        published="2014-07-18",
    )
    assert record.name.endswith("纺织服装产业发展规划")


def test_what_its_own_meeting_passes_is_the_bodys() -> None:
    """会上表决通过了《…公约》 makes the chamber its issuer, 公约约定 tells what is in it."""
    text = (
        "3月16日,南昌县纺织商会第三届第一次会员大会在南昌宾馆召开。会上表决通过了《云泽毛巾行业自律公约》。公约约定,会员企业不得以次充好、"
        "虚标克重,不得相互挖抢熟练挡车工,染色废水一律纳管排放。"
    )
    record = next(r for r in read_records("", text, None) if r.kind == "plan")
    assert issuers(record) == ["南昌县纺织商会"] and len(record.items) == 3


def test_a_body_called_by_its_sort_commits_itself() -> None:
    """会长宣布,协会2015年将抓好三项重点工作: the association's, not the last speaker's firm's."""
    text = (
        "1月23日,南昌市领带行业协会五届三次理事会在南昌宾馆召开。会议由副会长、江西麦云领带有限公司总经理罗启明主持。会长孟秋宣布,"
        "协会2015年将抓好三项重点工作:一是组团参加展会;二是办好设计师沙龙;三是推动机器换人。"
    )
    record = next(r for r in read_records("", text, "2015-01-25") if r.kind == "plan")
    assert issuers(record) == ["南昌市领带行业协会"] and record.name.endswith("2015年三项重点工作")


def test_a_count_behind_a_paper_opens_its_own_points():
    """承诺抓好四件事:甲;乙、丙;…: points of the paper, each up to its ; and no plan of their own; the society its title names issues it."""
    text = "7月2日,宜黄县针织行业协会成立大会召开。会上,新任会长发布《宜黄县针织行业协会两年行动计划》,承诺抓好四件事:办一所打样中心;每年组团参展3场;培训制版、缝纫工600人次;制定团体标准2项。"
    record = plan(text)
    assert issuers(record) == ["宜黄县针织行业协会"]
    assert record.items == ("办一所打样中心", "每年组团参展3场", "培训制版、缝纫工600人次", "制定团体标准2项")


def test_an_offices_head_speaks_for_it():
    """管委会今年将办好三件实事 is said for the 管委会 whose 主任 spoke; a day to have something built by is no deadline."""
    text = "8月4日,童装产业座谈会在织里召开。童装城管委会主任梁海介绍了现状。\n梁海表态说,管委会今年将办好三件实事:10月底前建成面料中心;引入检测机构;设立企业转贷基金。"
    record = plan(text)
    assert issuers(record) == ["童装城管委会"]
    assert record.items[1:] == ("引入检测机构", "设立企业转贷基金")
    assert all(r.deadline is None for r in read_records("", text, "2023-08-05"))


def test_a_paper_that_is_repealed_is_no_plan():
    """原《某办法》(某府发〔2018〕6号)同时废止."""
    text = f"近日,{ISSUER}印发《{TITLE}》,自4月1日起施行,原《江西省童装产业扶持资金管理办法》(赣工信〔2018〕6号)同时废止。"
    assert plan(text).name == TITLE


def test_a_society_that_its_own_article_calls_by_its_sort_issues():
    """会上,协会发布了《…》 on the society's own site."""
    text = "11月6日,2025江西夏布行业年会在分宜举行。分宜县委副书记游平致辞。会上,协会发布了《江西夏布行业自律公约》,要求企业不低价竞争。"
    (told,) = [
        r for r in read_records("", text, "2025-11-08", outlet="江西省麻纺织行业协会") if r.kind == "plan"
    ]
    assert issuers(told) == ["江西省麻纺织行业协会"]


def test_whoever_only_draws_a_standard_up_issues_nothing():
    """由甲、乙起草的团体标准 names no issuer."""
    text = "由深圳市校服行业促进会、浙江云泽服饰有限公司等11家单位起草的团体标准《校服 第2部分:外套》日前形成征求意见稿,即日起公开征求意见。"
    (standard,) = read_records("《校服 第2部分:外套》团体标准公开征求意见", text, "2019-09-18")
    assert standard.organisations == ()


def test_whoever_forwards_a_paper_does_not_issue_it():
    """现将甲《…通知》转发给你们: its issuer is 甲, its day none of the forwarding."""
    text = (
        "各会员单位:\n现将中国纺织工业联合会《关于开展2023年度云帆创新平台申报工作的通知》转发给你们,"
        "申报材料请于4月20日前报协会秘书处。\n福建省纺织行业协会\n2023年3月27日"
    )
    title = "关于转发《关于开展2023年度云帆创新平台申报工作的通知》的通知"
    (paper,) = read_records(title, text, "2023-03-27")
    assert [o.name for o in paper.organisations] == ["中国纺织工业联合会"] and paper.start is None


def test_aspects_that_a_paper_supports_are_its_points():
    """从甲、乙、丙四个方面给予支持; 提出建设…,培育…,推动…: told in the sentence of the paper."""
    opening = "9月3日,首届分宜夏布大会在分宜举行。会上,"
    aspects = plan(opening + "分宜县人民政府发布《分宜县苎麻产业扶持办法》,从良种繁育补贴、脱胶环保改造、企业参展补助、贷款贴息四个方面给予支持。")  # fmt: skip
    assert aspects.items == ("良种繁育补贴", "脱胶环保改造", "企业参展补助", "贷款贴息")
    clauses = plan(opening + "省商务厅发布《江西省夏布产业提升行动方案》,提出建设3个产业园,培育10家骨干企业,推动非遗技艺与现代设计结合。")  # fmt: skip
    assert clauses.items[0] == "建设3个产业园"
    assert len(clauses.items) == 3


def test_measures_of_a_term_are_those_of_the_body_that_is_founded():
    """协会首届任期内将办好四件事, said at its founding, is not of the guest's society; 第一、 is no part of a point."""
    text = "10月14日,普宁市纱线行业协会成立大会在普宁举行。揭阳市纺织服装商会会长陈伟民、中国针织工业协会副会长谢丰到会。杜志远代表理事会宣布,协会首届任期内将办好四件事:第一、制定自律公约;第二、建立维权中心;第三、组织供需对接;第四、加强自身建设。"
    record = plan(text)
    assert issuers(record) == ["普宁市纱线行业协会"]
    assert record.items == ("制定自律公约", "建立维权中心", "组织供需对接", "加强自身建设")


def test_a_paper_still_to_be_drawn_up_is_a_point_only():
    """四项行动:…;编制《某目录》;…."""
    text = "8月13日,省毛纺行业协会年会在江东召开。会长刘力说,协会将推进四项行动:建立样品库;编制《毛纺绿色染整技术目录》;组建青年委员会;举办两期诊断活动。"
    assert "编制《毛纺绿色染整技术目录》" in plan(text).items


SIGNED = "关于印发《{title}》的通知\n{head}\n《{title}》已经县政府同意,现印发给你们。\n兰塘县人民政府办公室\n2023年2月20日\n{title}\n为贯彻《江西省人民政府关于印发〈童装强省方案〉的通知》精神,制定本方案。"


def test_the_title_of_a_paper_cited_names_no_issuer() -> None:
    """为贯彻《某省人民政府关于印发…的通知》 in what an office signs: the office issues it."""
    record = plan(SIGNED.format(title="兰塘县童装产业振兴实施方案", head="各乡镇人民政府:"))
    assert issuers(record) == ["兰塘县人民政府办公室"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "县工业和信息化局会同江西服装学院编制了《兰塘县羽绒产业规划(征求意见稿)》,现公开征求意见。\n兰塘县工业和信息化局\n2023年2月24日",
            ["兰塘县工业和信息化局"],
        ),
        ("市经信局委托江西服装学院编制了《九江市羽绒产业规划》,现公开征求意见。", ["市经信局"]),
        ("会上讨论了由江西省毛纺织行业协会起草的《节能减排指导意见(讨论稿)》。讨论稿提出,推广余热利用技术。", ["江西省毛纺织行业协会"]),
        ("会议对《瑞昌市人民政府关于推进印染转型的若干意见》提出意见与建议。《意见》规划空间布局。", ["瑞昌市人民政府"]),
        ("记者从兰塘镇政府获悉,该镇日前出台《兰塘镇童装产业扶持办法》。", ["兰塘镇政府"]),
        ("江西日报讯 记者从九江市工信局获悉,该市近日印发《支持羽绒产业九条措施》。", ["九江市"]),
        ("2月20日,九江市召开羽绒产业大会,会上发布《羽绒产业高质量发展十条政策》。", ["九江市"]),
        ("省商务厅会同省农业农村厅、省财政厅联合印发《关于茧丝绸产业振兴的实施意见》。", ["省商务厅", "省农业农村厅", "省财政厅"]),
        ("工信部和国家发改委联合发布《关于羽绒产业高质量发展的指导意见》。", ["工信部", "国家发改委"]),
        ("兰塘镇党委、政府近日联合下发《关于扶持童装企业的若干意见》。", ["兰塘镇党委", "兰塘镇政府"]),
        ("本报讯 日前,我市出台《兰塘市承接产业转移的若干政策》。", ["兰塘市"]),
        ("记者从兰塘街道办事处获悉,街道已制订《轻纺小微园整治计划》。", ["兰塘街道办事处"]),
        ("兰塘县有亚麻企业18户。日前,该县制定了《亚麻产业五年规划》。", ["兰塘县"]),
        (
            "我厅会同省生态环境厅起草了《印染转型实施方案(征求意见稿)》,现公开征求意见。\n江西省工业和信息化厅\n2023年3月1日",
            ["江西省工业和信息化厅"],
        ),
        ("近日,省蚕桑办起草了《蚕桑产业实施方案(征求意见稿)》,并征求各市意见。", ["省蚕桑办"]),
        ("诸暨市袜业协会起草了《袜业自律公约(征求意见稿)》,现公开征求意见。", ["诸暨市袜业协会"]),
    ],
)  # fmt: skip
def test_who_issues_a_paper(text: str, bodies: list[str]) -> None:
    """Whoever answers for a paper, not whoever only writes it, tells of it or is cited in it."""
    assert issuers(plan(text)) == bodies


def test_a_seal_names_the_issuer_in_full() -> None:
    """兰塘镇人民政府起草了《…》 above 九江市修水县兰塘镇人民政府: the signature tells its whole name."""
    text = "兰塘镇人民政府起草了《兰塘镇童装扶持办法(征求意见稿)》,现征求意见。\n九江市修水县兰塘镇人民政府\n2023年2月28日"
    assert issuers(plan(text)) == ["九江市修水县兰塘镇人民政府"]


COUNCIL = "3月1日,江西省童装协会二届三次理事会在南昌召开。"


@pytest.mark.parametrize(
    ("words", "name", "period"),
    [
        ("会长罗启明在总结时说,协会明年将做好三件事:一是建展厅;二是开夜校;三是办大赛。", "江西省童装协会明年三件事", "2024"),
        ("就2023工作方向,会长罗启明提出重点做好三项工作:建展厅;开夜校;办大赛。", "江西省童装协会2023工作方向", "2023"),
        ("就2023年工作,罗启明提出三条:一是建展厅;二是开夜校;三是办大赛。", "江西省童装协会2023年工作", "2023"),
        ("会上还商议了明年的工作思路,主要有三个要点:一,建好展厅;二,开办夜校;三,办好大赛。", "江西省童装协会明年工作思路", "2024"),
        ("报告提出明年工作方向:(一)建好展厅;(二)推动甲、乙、丙三地共建平台;(三)办好大赛。", "江西省童装协会明年工作方向", "2024"),
        ("会议提出,2023年协会要抓好三项重点工作:建展厅、开夜校、办大赛。", "江西省童装协会2023年三项重点工作", "2023"),
        ("会议商定,下一阶段协会要办好三件事:一是建展厅;二是开夜校;三是办大赛。", "江西省童装协会下一阶段三件事", None),
        ("会议审议了《2023年工作要点》,确定开展三大行动——“展厅”行动、“夜校”行动、“大赛”行动。", "江西省童装协会2023年工作要点", "2023"),
        ("“十四五”期间,协会将重点推进展厅建设、夜校开办、大赛升级三件大事。", "江西省童装协会三件大事", "2021-2025"),
    ],
)  # fmt: skip
def test_work_of_a_society_is_named_by_its_time(words: str, name: str, period: str | None) -> None:
    """The work that a council sets is of the society, and named by the year or the matter spoken of."""
    record = plan(COUNCIL + words)
    assert (record.name, record.time_text, len(record.items)) == (name, period, 3)
    assert issuers(record) == ["江西省童装协会"]


@pytest.mark.parametrize(
    "text",
    [
        COUNCIL + "会长指出,去年协会做了三件大事:争取了退税政策,建了检测站,办了采购节。",
        COUNCIL + "他回顾说,协会曾在九江开会,发布过《羽绒被分级倡议》。",
        "各部门要落实好《九江市促进童装产业发展若干措施》,做到坚持问题导向、坚持靠前服务、坚持政策兑现。",
        COUNCIL + "会议学习了国家六部门印发的《蚕桑丝绸产业高质量发展行动计划》。",
        "某服饰股份有限公司发布《2023年员工持股计划(草案)》,拟募集资金1.2亿元。",
    ],
)
def test_what_was_done_or_is_a_firms_is_no_plan(text: str) -> None:
    """Looking back, once given out, named by a paper's title, of a firm's shares: no plans."""
    assert [r.name for r in read_records("", text, "2023-03-08") if r.kind == "plan"] == []


def test_a_paper_named_in_a_point_tells_nothing_of_itself() -> None:
    """二,实现《服务指南》的承诺 is a point of another list: the guide has no measures by that."""
    text = (
        COUNCIL
        + "会议通过了《童装协会服务指南》。会上还商议了明年的工作思路,主要有三个要点:一,建好展厅;二,实现《服务指南》的承诺;三,办好大赛。"
    )
    read = [r for r in read_records("", text, "2023-03-08") if r.kind == "plan"]
    assert [len(r.items) for r in read if "指南" in r.name] in ([], [0])


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("重点任务包括:做强面料,做优校服、童装、内衣三大品类,推动集中供热。", ["做强面料", "做优校服、童装、内衣三大品类", "推动集中供热"]),
        ("到2025年,培育面料品牌10个;重点推广少水染色和浆料回收技术。", ["重点推广少水染色和浆料回收技术", "培育面料品牌10个"]),
        ("到2025年,产值突破500亿元,建成加工基地和分拨中心。", ["产值突破500亿元", "建成加工基地和分拨中心"]),
        ("到2028年,形成7万吨麻皮加工能力、1万吨麻籽加工能力以及30万吨秆芯利用能力。", ["形成7万吨麻皮加工能力", "1万吨麻籽加工能力", "30万吨秆芯利用能力"]),
        ("今后三年安排专项资金1亿元,重点支持设备改造、品牌创建、人才引进和市场开拓。", ["设备改造", "品牌创建", "人才引进", "市场开拓"]),
        ("主要内容有:\n(一)支持节水改造,按投入的15%给予补助;\n(二)支持数字车间;\n(三)支持参加展会。", ["支持节水改造", "支持数字车间", "支持参加展会"]),
        ("总体思路是以品牌为核心;主要任务是稳原料、强纺纱、优针织、拓面料。", ["稳原料", "强纺纱", "优针织", "拓面料"]),
        ("方案指出,江西将成立领导小组,编制羽绒产业招商图谱,支持企业建设标准车间。", ["成立领导小组", "编制羽绒产业招商图谱", "支持企业建设标准车间"]),
        ("政策从设备更新、品牌出海、人才引育等方面给予支持。", ["设备更新", "品牌出海", "人才引育"]),
        ("到2025年,产值突破50亿元;市财政每年安排500万元专项资金,对新购织机的企业给予6%的补助。", ["市财政每年安排500万元专项资金", "对新购织机的企业给予6%的补助", "产值突破50亿元"]),
        ("根据方案,从今年春茧开始,不收毛脚茧;经认定的工厂,一次性奖励50万元;优先保障用地指标。", ["不收毛脚茧", "经认定的工厂,一次性奖励50万元", "优先保障用地指标"]),
        ("重点抓好建设基地、推广共育、培育品牌三件事。", ["建设基地", "推广共育", "培育品牌"]),
        ("方案规定,凡不裁员的企业,每人补贴200元;对参展企业,补贴展位费;支持担保公司融资。", ["凡不裁员的企业,每人补贴200元", "对参展企业,补贴展位费", "支持担保公司融资"]),
        ("\n将大力促进苎麻种植,重点突出三市。做优加工业,引进龙头。打通产业链条,引导转型。", ["大力促进苎麻种植", "做优加工业", "打通产业链条"]),
    ],
)  # fmt: skip
def test_what_stands_in_a_paper(words: str, items: list[str]) -> None:
    """Duties told apart by commas, behind aims or sentence by sentence; what is paid or spent is none."""
    assert list(plan(f"近日,{ISSUER}印发《{TITLE}》。{words}").items) == items


def test_measures_of_which_only_the_first_are_told() -> None:
    """推出六项举措,包括甲、乙等: the two that are told."""
    text = f"3月1日,{ISSUER}推出六项举措,包括设立质量服务站、开展免费送检等。"
    assert list(plan(text).items) == ["设立质量服务站", "开展免费送检"]


def test_a_paper_a_notice_hands_out_without_marks() -> None:
    """关于印发某县扶持办法的通知: the paper has the name, the notice is its other one."""
    text = "关于印发兰塘县苎麻产业扶持办法的通知\n兰政办发〔2023〕7号\n各乡镇:\n第一条 支持建设基地。\n第二条 支持引进机械。\n兰塘县人民政府办公室\n2023年2月20日"
    record = plan(text, "关于印发兰塘县苎麻产业扶持办法的通知")
    assert (record.name, record.document) == ("兰塘县苎麻产业扶持办法", "兰政办发〔2023〕7号")


def test_what_a_signed_notice_orders() -> None:
    """关于加强某类企业整治的通告 with 通告如下, signed on a day, asks for work to be done."""
    text = "关于加强洗漂企业整治的通告\n各企业:\n现就有关事项通告如下:\n一、限期改造;\n二、禁止新建;\n三、逾期停产。\n兰塘镇人民政府\n2023年3月1日"
    record = plan(text, "关于加强洗漂企业整治的通告")
    assert (list(record.items), issuers(record)) == (["限期改造", "禁止新建", "逾期停产"], ["兰塘镇人民政府"])


@pytest.mark.parametrize(
    ("words", "deadline"),
    [
        ("镇长说,申报细则将于12月公布。", None),
        ("每月8日前报送上月主要指标;年度报表于2024年1月20日前报送秘书处。", "2024-01-20"),
        ("3月10日将召开论证座谈会,请各单位3月9日前报名,意见请于4月28日前反馈。", "2023-04-28"),
        ("如有单位愿意参与,请于4月20日前与秘书处联系。", "2023-04-20"),
    ],
)
def test_the_last_day_to_answer(words: str, deadline: str | None) -> None:
    """What comes out on a day and what is past set none; whoever wants to take part calls by a day."""
    assert plan(f"近日,{ISSUER}印发《{TITLE}》。{words}").deadline == deadline


@pytest.mark.parametrize(
    ("title", "text", "status"),
    [
        ("修水县羽绒规划通过专家评审", "3月6日,编制单位汇报了《修水县羽绒产业发展规划》的主要内容。专家一致同意通过评审。", "draft"),
        ("", "经评审,批准《羊绒围巾》《羊绒手套》等3项团体标准立项。", "upcoming"),
        ("", "修水县羽绒园管委会昨日发布消息称,《修水羽绒发展规划》已编制完成,近日报县政府审批。", "draft"),
        ("征集《腈纶本色纱》团体标准编制单位", "江西省纺织工程学会近日发布征集《腈纶本色纱》团体标准编制单位的通知。该标准项目获批准立项。", "upcoming"),
        ("", "3月6日,修水县工信局委托江西服装学院编制《修水县羽绒产业发展规划》,预计年底前完成初稿。", "upcoming"),
    ],
)  # fmt: skip
def test_what_is_not_out_yet(title: str, text: str, status: str) -> None:
    """Reviewed by experts it is a draft; set up as a project or given to somebody to write it is to come."""
    assert plan(text, title).status == status


def test_a_number_begins_behind_the_verb_of_issuing() -> None:
    """4月21日印发赣工信消费〔2023〕43号: the number does not begin at 日印发."""
    assert plan(f"近日印发赣工信消费〔2023〕43号《{TITLE}》。").document == "赣工信消费〔2023〕43号"


def test_an_appeal_of_two_societies() -> None:
    """甲、乙联合发起关于…的倡议和呼吁: it is of both, and the call beside it is none of its name."""
    text = "3月6日,江西省丝绸协会、浙江省丝绸协会联合向两省茧站发起关于不收毛脚茧的倡议和呼吁:不收毛脚茧;把好质量关。"
    record = plan(text, "两省丝绸协会倡议不收毛脚茧")
    assert (record.name, issuers(record)) == ("关于不收毛脚茧的倡议", ["江西省丝绸协会", "浙江省丝绸协会"])


def test_tricks_in_quotation_marks() -> None:
    """抛出“三招”:…第一招,…;第二招,…: three measures of the society whose council it is."""
    record = plan(COUNCIL + "会长罗启明抛出“三招”:第一招,开设旗舰店;第二招,共建选品仓;第三招,开发新面料。")
    assert list(record.items) == ["开设旗舰店", "共建选品仓", "开发新面料"]


def test_an_appeal_beside_a_meeting() -> None:
    """经理事会一致通过,特发出如下倡议: the appeal of the society is a plan beside its meeting."""
    text = "经1月4日召开的江西省印染协会五届三次理事会一致通过,特向全省企业发出如下倡议:\n一、守住环保底线\n二、坚持安全生产\n三、反对恶性压价"
    record = plan(text, "倡议书")
    assert (issuers(record), len(record.items)) == (["江西省印染协会"], 3)


def test_measures_in_several_clauses_behind_a_colon() -> None:
    """出台《…》,明确:甲;乙;丙 at a meeting: all three, though the sentences part at ;."""
    text = (
        COUNCIL
        + "会后,修水县政府出台《关于推进印染集聚的实施意见》,明确:5年内安排20亿元资金;土地由县里统一收储;对逾期不搬的停止供汽。"
    )
    read = [r for r in read_records("", text, "2023-03-08") if r.kind == "plan"]
    assert [len(r.items) for r in read] == [3]


def test_a_notice_of_activities_with_their_days() -> None:
    """关于开展…系列活动的通知: the notice is the plan, each line with its day in brackets an event to come."""
    title = "关于开展2022年江西省纺织服装系列活动的通知"
    text = "各设区市工信局:\n我厅决定开展系列活动。有关事项通知如下:\n一、活动安排\n1、童装供需对接会(10月28日,九江市,省童装协会承办);\n2、家纺设计大赛(11月,新余市);\n3、数字化交流会(11月15日至16日,共青城市)。\n江西省工业和信息化厅\n2022年10月11日"
    read = read_records(title, text, "2022-10-12")
    assert [(r.kind, r.name, r.start, r.status) for r in read] == [
        ("event", "童装供需对接会", "2022-10-28", "upcoming"),
        ("event", "家纺设计大赛", "2022-11", "upcoming"),
        ("event", "数字化交流会", "2022-11-15", "upcoming"),
        ("plan", title, "2022-10-11", "published"),
    ]
    assert [(o.name, o.role) for o in read[0].organisations] == [("省童装协会", "organiser")]


def test_a_label_above_the_text_names_the_issuer() -> None:
    """【发布单位】某委 as the first line, and 我委组织制定了《…》: that body."""
    record = plan(f"我委组织制定了《{TITLE}》,现印发给你们。", "【发布单位】江西省经济贸易委员会")
    assert issuers(record) == ["江西省经济贸易委员会"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("2018年江西纺织十大新闻", "一、《共青城印染整治方案》出台。二、羽绒指数发布。三、园区改造启动。"),
        (
            "",
            "今年以来,江西某印染集团推出五大举措:优化配方、回收余热、集中采购、精简机构、直播带货,利润增长。",
        ),
    ],
)
def test_what_a_year_brought_is_no_plan(title: str, text: str) -> None:
    assert [r.name for r in read_records(title, text, "2019-01-08") if r.kind == "plan"] == []


@pytest.mark.parametrize(
    ("text", "name", "bodies", "items"),
    [
        (
            "据商务部网站消息,江西省服装协会、江西省电商协会3月7日联合发布“禁止洋垃圾服装网络交易”倡议书。倡议书号召全省服装经营者规范经营行为、承担社会责任、增强维权意识。",
            "“禁止洋垃圾服装网络交易”倡议书", ["江西省服装协会", "江西省电商协会"], ["规范经营行为", "承担社会责任", "增强维权意识"],
        ),
        (
            "江西省服装协会8日发布《羽绒行业自律倡议书》,向各企业发出倡议:诚信经营;提升品质;完善售后。",
            "羽绒行业自律倡议书", ["江西省服装协会"], ["诚信经营", "提升品质", "完善售后"],
        ),
        (
            "最近,省政府出台的关于振兴羊绒产业的意见中明确提出,到2030年,羊绒加工率达到80%,打造3个驰名商标。2012年,全省羊绒产量76吨。",
            "关于振兴羊绒产业的意见", ["省政府"], ["羊绒加工率达到80%", "打造3个驰名商标"],
        ),
        (
            "修水县政府办印发《棉纺企业退城入园实施方案》,计划分三批搬迁。",
            "棉纺企业退城入园实施方案", ["修水县政府办"], [],
        ),
        (
            "3月6日,记者从江西省丝绸协会了解到,由该协会牵头,检验院等12家单位参与起草的《宋锦》《缂丝》两项团体标准通过专家审定。",
            "《宋锦》《缂丝》两项团体标准", ["江西省丝绸协会"], [],
        ),
        (
            "修水县童装发展中心发布《童装质量管理办法》。凡两次抽检不合格的,亮黄牌并约谈;三次不合格的,停业整顿;连续合格的,优先参展。",
            "童装质量管理办法", ["修水县童装发展中心"], ["凡两次抽检不合格的,亮黄牌并约谈", "三次不合格的", "连续合格的"],
        ),
    ],
)  # fmt: skip
def test_plans_as_papers_tell_them(text: str, name: str, bodies: list[str], items: list[str]) -> None:
    """Appeals, papers named in passing, an office by its short name, two standards in marks, rules that begin with 凡."""
    record = plan(text)
    assert (record.name, issuers(record), list(record.items)) == (name, bodies, items)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("2023年,协会将聚焦三个着力:着力建展厅,着力开夜校,着力办大赛。", "江西省童装协会三个着力"),
        ("会长通报了协会2023年的打算:上半年组团考察,八月办订货季,年底前建质检中心。", "江西省童装协会2023年打算"),
        ("会议通过《江西省童装协会2023年工作安排》,2023年要突出抓好展厅建设、夜校开办、大赛升级三件大事。", "江西省童装协会2023年工作安排"),
    ],
)  # fmt: skip
def test_what_a_society_means_to_do(words: str, name: str) -> None:
    """What it will press on, its 打算 and the arrangement it passes are its work of the year."""
    record = plan(COUNCIL + words)
    assert (record.name, record.time_text, len(record.items)) == (name, "2023", 3)


def test_an_answer_to_a_proposal_is_no_plan() -> None:
    """关于某提案的答复 tells one who asked what is done."""
    text = "您提出的建议收悉。我们将开展以下工作:(1)设立研究部门;(2)委托复原设计;(3)安排汉服专场。\n九江市工业和信息化局\n2023年3月1日"
    assert read_records("关于政协第483号提案的答复", text, "2023-03-02") == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("图解《修水县蚕桑振兴方案》", "【目标】到2025年桑园8万亩。\n【任务】育种、缫丝、品牌。"),
        ("桑田要涨三成", "近日印发的《修水县蚕桑振兴方案》比征求意见稿多了一章,桑园目标涨三成。"),
        ("修水拿出蚕桑方案", "修水县政府推出为期三年的修水县蚕桑振兴行动方案,桑园三年涨三成。"),
        ("种桑补多少", "修水县蚕桑振兴行动方案上周出台后,桑农都在问补贴。\n按方案,一亩补600元。"),
    ],
)
def test_a_paper_explained_or_told_by_its_term_is_read(title: str, text: str) -> None:
    """Shown in pictures, told beside its draft, by 为期三年 or a week after it came out, a paper is out."""
    record = plan(text, title)
    assert record.name.startswith("修水县蚕桑振兴") and record.status == "published"


@pytest.mark.parametrize(
    "words",
    [
        "《袜口松紧等级》3月1日起实施",
        "《袜口松紧等级》当天开始施行",
        "《袜口松紧等级》通过专家审定",
        "团标《袜口松紧等级》面世",
        "T/CNTAC 318《袜口松紧等级》面世",
        "标准这个月上墙。这是3月1日实施的团体标准《袜口松紧等级》的要求",
    ],
)
def test_what_is_in_force_from_a_day_is_a_standard(words: str) -> None:
    """A title that no word makes a paper is a standard by coming into force, by its number or by passing review."""
    assert plan(f"由江西省针织协会发布的{words},袜口按三级标注。").name in (
        "袜口松紧等级",
        "《袜口松紧等级》团体标准",
    )


def test_what_is_on_the_screen_from_a_day_is_no_standard() -> None:
    """《云裳》 is shown from 1 March on."""
    assert not read_records("", "纪录片《云裳》3月1日起上映,讲的是绣娘。", "2023-02-20")


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        (
            "修水羽绒稳岗八条措施4月起施行",
            "修水羽绒稳岗八条措施将于4月1日起施行,为期一年。",
            "修水羽绒稳岗八条措施",
        ),
        (
            "邻县也出手",
            "修水县也在3月4日出台羽绒业八条措施,重点补检测。县经信局解释,补贴按季发。",
            "修水县羽绒业八条措施",
        ),
        (
            "分会换届",
            "3月5日,江西省服装协会定制分会会员大会召开。会长陆敏提出定制业诚信三条承诺:量体不收费、工期写进单、定金可退还。",
            "定制业诚信三条承诺",
        ),
        (
            "产业大会",
            "2023江西牛仔产业大会3月4日在修水举行,江西省牛仔协会在会上提出牛仔行业减水八项举措,当中停用高锰酸钾一条最难。",
            "牛仔行业减水八项举措",
        ),
    ],
)
def test_measures_are_named_by_what_they_are_called(title: str, text: str, name: str) -> None:
    """八条措施 are named by whose and what they are, not by who tells of them, though few are told."""
    assert plan(text, title).name == name


def test_those_a_paper_is_for_do_not_issue_it() -> None:
    """修水支持服装企业稳岗八条措施 is none of the firms', nor of the paper that tells of it."""
    told = "修水日报讯 修水支持服装企业稳岗八条措施2月起施行,每人补800元。"
    assert issuers(plan(told, "修水支持服装企业稳岗八条措施施行", "2023-02-20")) == []


def test_a_level_of_laboratories_is_no_body() -> None:
    """国家级检测中心 that a plan wants built issues nothing."""
    told = f"日前印发的《{TITLE}》提出,到2025年建成国家级检测中心1个。"
    assert issuers(plan(told)) == []


def test_an_appeal_with_a_quoted_word_keeps_its_name() -> None:
    """年末“不压价”倡议书 is named whole."""
    text = "江西省服装协会日前发出年末“不压价”倡议书,倡议会员不低于成本销售。"
    assert plan(text, "服装厂约好了").name == "年末“不压价”倡议书"


def test_the_number_of_a_project_plans_no_draft() -> None:
    """(计划号2022-TC-118)已完成征求意见稿: it is out for comment."""
    text = "《袜口松紧等级》团体标准(计划号2022-TC-118)已完成征求意见稿,现公开征求意见,截止4月5日。"
    assert plan(text, "关于《袜口松紧等级》团体标准征求意见的通知").status == "draft"


def test_the_stages_of_a_contest_are_no_list_of_activities() -> None:
    """关于开展…评选活动的通知 with 报名、初评、决赛 by lines calls to one event, held at its final."""
    title = "关于开展第五届江西省十佳制版师评选活动的通知"
    text = "各会员单位:\n决定开展第五届江西省十佳制版师评选活动。\n主办单位:江西省服装协会\n1、报名:2013年9月10日前;\n2、初评:2013年9月25日;\n3、现场决赛:2013年10月19日—20日,修水县职业学校。\n江西省服装协会\n2013年7月30日"
    [record] = read_records(title, text, None)
    assert (record.kind, record.start, record.status) == ("event", "2013-10-19", "upcoming")


@pytest.mark.parametrize(
    "text",
    [
        "《云山童装质量提升十项举措》发布一个多月,落地得怎样?记者走了三家厂。",
        "《云山童装质量提升行动计划》印发后,商户们聊得热闹。计划里写明,改造期间免租金三个月。",
    ],
)
def test_a_text_that_begins_with_a_paper_that_is_out_tells_of_it(text: str) -> None:
    """《…》发布一个多月: the text is on it, where it comes back to what the paper says or how it does."""
    assert plan(text, "商户热议新政").name.startswith("云山童装质量提升")


def test_a_paper_that_dates_something_else_is_only_cited() -> None:
    """《…》印发后,甲公司上市: the news is another."""
    assert not read_records("", "《云山童装质量提升行动计划》印发后,某公司新建了厂房。产能一年三万件。", None)


def test_a_year_s_work_is_a_paper_whatever_it_lists() -> None:
    """2012年工作要点 of a society is the plan, though one of its points names a contest."""
    text = "各会员单位:\n做好以下工作。\n一、开展行业调研。\n二、推进集体商标注册。\n三、办好第三届“锦绣云山”旗袍设计大赛,10月下旬举行决赛。\n云山市丝绸行业协会\n2012年2月18日"
    names = [r.name for r in read_records("云山市丝绸行业协会2012年工作要点", text, None) if r.kind == "plan"]
    assert names == ["云山市丝绸行业协会2012年工作要点"]


def test_one_of_the_counted_works_is_no_paper_that_is_out() -> None:
    """四项工作:建立…,组织起草《…》团体标准: the work is the plan, the standard still to be drawn up."""
    text = "会长罗启明介绍了江西省针织协会下一阶段的四项工作:建立开工率月报制度,组织起草《云纱坐垫》团体标准,组织会员赴欧洲考察,办好培训班。"
    assert [len(r.items) for r in read_records("", text, "2019-05-06")] == [4]


def test_a_paper_of_years_ago_is_only_cited() -> None:
    """几年前四部门出过《…意见》: comment that leans on it tells no plan."""
    text = "几年前教育部等四部门出过《关于进一步加强校服管理工作的意见》,讲自愿购买,可到了学校门口,往往只剩一张缴费单。"
    assert read_records("校服的账", text, None) == []


def test_a_regulation_that_is_passed_is_a_plan() -> None:
    """表决通过《…条例》: a law of the trade, unlike a society's own rules."""
    record = plan("云山市人大常委会28日表决通过《云山市服装市场管理条例》,条例自5月1日起施行。")
    assert (record.name, issuers(record)) == ("云山市服装市场管理条例", ["云山市人大常委会"])


def test_what_a_paper_pays_for_what_are_its_measures() -> None:
    """对…补助,对…奖励: two such clauses make a list."""
    text = "《云山市服装产业扶持办法》日前出台。办法规定,对新建标准厂房每平方米补助100元,对引进设计师的企业奖励10万元。"
    assert plan(text).items == ("对新建标准厂房每平方米补助100元", "对引进设计师的企业奖励10万元")


def test_a_headline_s_own_paper_needs_no_marks() -> None:
    """…保护办法(试行) over 制定本办法: the page is the paper."""
    text = "为保护家纺花型版权,制定本办法。\n一、设立版权登记服务站。\n二、登记费用由财政补助80%。\n三、侵权调解须在10个工作日内办结。\n本办法自2014年5月1日起试行。\n云山市版权局"
    record = plan(text, "云山市家纺花型版权保护办法(试行)", None)
    assert (record.name, issuers(record)) == ("云山市家纺花型版权保护办法(试行)", ["云山市版权局"])


def test_papers_that_stop_being_in_force_are_none() -> None:
    """《甲》《乙》等十六个文件自7月1日起停止执行."""
    text = "江西省纺织集团公司清理内部文件。《纺织企业定员标准(试行)》《挡车工操作办法》等十六个文件自2006年7月1日起停止执行。"
    assert not [r for r in read_records("", text, None) if r.kind == "plan"]


@pytest.mark.parametrize(
    "text",
    [
        "支部认真学习《新时代纺织强国思想学习纲要》《劳模重要论述选编》等文件,召开大会10次。",
        "今年年初,随着应对危机的措施和国务院《纺织工业振兴规划》的出台,在收购力度加大的刺激下,茧丝价格企稳。",
        "年会后对已经起草的GB/T 398《棉本色纱》、GB/T 406《棉本色布》两项标准草案初稿进行了讨论,提出修改意见。",
    ],
)
def test_papers_that_are_studied_or_worked_on_are_none(text: str) -> None:
    """学习《…》, 随着《…》的出台 and 对《…》进行了讨论 give no paper out."""
    lead = "3月16日,江西省丝绸协会五届三次理事会在南昌召开。\n"
    assert not [r for r in read_records("", lead + text, "2023-03-18") if r.kind == "plan"]


def test_the_body_that_this_society_points_at_commits() -> None:
    """该研究会将从…4个方面开展工作: the one named before, however it is not in a list of bodies."""
    text = "10日,我省纺织产业发展研究会在云岭大学成立。\n今后,该研究会将从课题研究、教育培训、管理咨询、政策参考4个方面开展工作。"
    record = plan(text, "", None)
    assert (record.name, issuers(record)) == ("纺织产业发展研究会4个方面工作", ["纺织产业发展研究会"])


def test_a_standard_is_told_by_its_review_where_it_says_what_is_in_it() -> None:
    """《某规范》团体标准审定会 is a meeting, and the standard a plan where 标准对…作出规定."""
    meeting = "3月27日,《鞋底可追溯性评价规范》团体标准审定会在云岭召开,7位专家一致同意通过审定。"
    told = read_records("", meeting + "标准对批次编码、原料登记作出规定。", "2024-03-29")
    assert [(r.kind, r.name) for r in told][1:] == [("plan", "鞋底可追溯性评价规范")]
    assert [r.kind for r in read_records("", meeting, "2024-03-29")] == ["meeting"]


def test_a_picture_explains_the_one_paper_it_names() -> None:
    """一图看懂 over points: what stands at its foot as their source is the plan."""
    text = "班组奖:2万元/组。\n租房补:300元/月。\n依据:《云山县鞋业用工招引十五条措施》(云政办发〔2024〕8号)"
    assert plan(text, "一图看懂|云山鞋业用工“十五条”", "2024-02-24").name == "云山县鞋业用工招引十五条措施"


def test_a_call_that_its_body_has_set_off() -> None:
    """近日,某厅启动…申报 below a headline on it is the call, whatever questions follow."""
    text = "近日,省经信厅启动2026年度江西省鞋业标杆企业申报,九江有15个推荐名额。\n问:什么时候截止?答:区里4月10日收材料。"
    record = plan(text, "2026年度江西省鞋业标杆企业申报开始了", "2026-03-18")
    assert record.name == "2026年度江西省鞋业标杆企业申报"


def test_a_review_of_the_year_tells_what_came_out_in_it() -> None:
    """A paper of July is history to other news of December, not to 2031年协会工作回眸."""
    text = (
        "岁末将至,秘书处把几件事记在这里。\n4月11日,协会在九江召开第六届会员大会,罗启明当选会长。\n"
        "7月18日,省工业和信息化厅印发《江西省鞋业高质量发展行动方案》。协会参加了前期调研,两条意见被采纳。"
    )
    told = [
        {r.name for r in read_records(title, text, "2031-12-26")}
        for title in ("2031年协会工作回眸", "2031年协会动态")
    ]
    assert [("江西省鞋业高质量发展行动方案" in names) for names in told] == [True, False]
