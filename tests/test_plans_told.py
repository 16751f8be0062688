"""Plans as papers, letters and speakers tell them: whose they are, where their points begin, what is none of theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.records import read_records
from bot.records.merging.merge import same
from bot.records.model import Record
from bot.records.naming.names import read_names

SOCIETY = "云山市毛纺行业协会"


def plans(text: str, title: str = "", published: str | None = "2023-03-08") -> list[Record]:
    """Read the plans of a text."""
    return [r for r in read_records(title, text, published) if r.kind == "plan"]


def issuers(record: Record) -> list[str]:
    """Name the bodies that issue a plan."""
    return [o.name for o in record.organisations if o.role == "issuer"]


# --- measures announced --------------------------------------------------------------------------


def test_what_is_announced_behind_a_look_back_is_ahead() -> None:
    """回顾了去年工作,通报了2023年六项工作打算 tells the work of 2023, by its whole name."""
    text = (
        f"{SOCIETY}理事会在南昌召开。罗启明秘书长回顾了协会2022年度工作,"
        "通报了2023年四项工作打算,即开展测评、修订面料标准、组团参加纱线展、举办研修班。"
    )
    [plan] = plans(text)
    assert plan.name == f"{SOCIETY}2023年四项工作打算"
    assert plan.items == ("开展测评", "修订面料标准", "组团参加纱线展", "举办研修班")


def test_a_list_keeps_its_own_name_behind_work_that_is_looked_back_on() -> None:
    """对2022年度工作做了回顾,并通报了2023年工作打算: the list is that of 2023."""
    text = f"{SOCIETY}理事会召开。罗启明秘书长对{SOCIETY}2022年度工作做了回顾,并通报了2023年工作打算:修订分梳标准,筹建交易平台,继续开展技工培训。"
    [plan] = plans(text)
    assert plan.name == f"{SOCIETY}2023年工作打算"


def test_the_body_of_a_meeting_told_behind_another_commits() -> None:
    """某座谈会暨市某协会理事会: 协会 is the society that meets there, not the one whose letter was read."""
    text = (
        "12月18日,由阆江市茧丝绸协会主办的阆江市纪念绸都五周年座谈会暨市茧丝绸协会一届三次理事会在阆江召开。会议宣读了中国丝绸协会贺信。"
        "副会长罗启明提出2023年协会要抓好三项工作:一是推广优质蚕品种;二是组团参加丝博会;三是建立发布平台。"
    )
    [plan] = plans(text, published="2022-12-21")
    assert issuers(plan) == ["阆江市茧丝绸协会"]


def test_what_a_meeting_will_go_through_is_its_agenda() -> None:
    """召开理事会,研究今后五年重点工作任务。 commits nobody."""
    text = (
        f"{SOCIETY}会员大会定于9月17日召开。\n会议内容\n1、召开会员大会,审议协会章程。\n2、召开理事会,选举负责人。\n"
        "3、召开常务理事会,研究今后五年重点工作任务。\n"
    )
    assert plans(text, published="2022-08-30") == []


def test_places_counted_are_no_measures() -> None:
    """分会场包括某面料市场等7处。 counts places."""
    text = (
        "云山博览会定于10月18日举行,主会场设在云山国际会展中心,分会场包括隆都服装城等7处。\n"
        "1、主题\n2、开幕式\n3、设计大赛总决赛\n4、展位与费用\n"
    )
    assert plans(text, published="2022-08-30") == []


def test_work_spelt_out_further_on_in_the_paragraph() -> None:
    """提出了今后一年的工作打算。…协会在2023年要甲,乙,丙。 tells the work."""
    text = (
        f"{SOCIETY}秘书长罗启明总结了过去一年的工作,提出了今后一年的工作打算。省里的规划指明了方向。"
        "协会在2023年要配合有关部门落实指导意见,举办缫丝工培训班,编写行业志。\n"
    )
    [plan] = plans(text)
    assert plan.items == ("配合有关部门落实指导意见", "举办缫丝工培训班", "编写行业志")


@pytest.mark.parametrize(
    ("told", "items"),
    [
        (
            "通过完善组织建设,借力政策利好和整合行业资源三个举措",
            ("完善组织建设", "借力政策利好", "整合行业资源"),
        ),
        ("通过完善组织,借力政策,整合资源三个举措", ("完善组织", "借力政策", "整合资源")),
    ],
)
def test_clauses_that_their_count_closes(told: str, items: tuple[str, ...]) -> None:
    """通过甲,乙和丙三个举措,打造丁、戊三个平台: the three clauses are the measures."""
    text = f"{SOCIETY}会员大会召开。会长提出了2023年度{SOCIETY}工作思路,即{told},打造展示、信息和咨询服务三个平台。"
    [plan] = plans(text)
    assert plan.items == items


# --- papers --------------------------------------------------------------------------------------


def test_all_who_draw_up_together_issue() -> None:
    """甲厅会同乙委、丙厅起草了《…》: three bodies."""
    text = (
        "江西省工业和信息化厅会同江西省发展改革委、江西省商务厅起草了《江西省袜业行动方案》,现公开征求意见。"
    )
    [plan] = plans(text)
    assert issuers(plan) == ["江西省工业和信息化厅", "江西省发展改革委", "江西省商务厅"]


def test_a_papers_own_text_holds_its_measures() -> None:
    """The heads below the line of its title are the items; what stands in their lines are points, no plans."""
    name = f"{SOCIETY}2023年工作要点"
    text = (
        f"《{name}》已经会长办公会通过,现印发给你们。\n{SOCIETY}\n2023年2月18日\n\n{name}\n\n"
        "一、加强自身建设。年内发展新会员40家;3月下旬在南昌召开五届三次理事会。\n二、帮企业开拓市场。9月在赣州举办毛纺面料对接会。\n"
        "三、推动标准建设。制定《蜀锦被面》《户外工装》两项团体标准。\n"
    )
    [plan] = plans(text, f"关于印发《{name}》的通知", "2023-02-20")
    assert plan.name == name
    assert plan.items == ("加强自身建设", "帮企业开拓市场", "推动标准建设")


def test_what_a_point_holds_with_its_month_is_told_too() -> None:
    """二、开拓市场。9月在某地举办某对接会 is an event, as a 理事会 of 3月 is a meeting."""
    name = f"{SOCIETY}2023年工作要点"
    text = (
        f"《{name}》已经通过,现印发给你们。\n{SOCIETY}\n2023年2月18日\n\n{name}\n\n一、加强自身建设。年内发展新会员40家。\n"
        "二、帮企业开拓市场。9月在赣州举办江西毛纺面料对接会。\n三、推动标准建设。制定团体标准。\n"
    )
    told = read_records(f"关于印发《{name}》的通知", text, "2023-02-20")
    assert "江西毛纺面料对接会" in [r.name for r in told]


def test_years_get_back_their_dash() -> None:
    """《某计划(20162018年)》 is that of 2016-2018."""
    [plan] = plans("近日,江西省服装协会发布《化纤绿色发展三年行动计划(20162018年)》。")
    assert plan.name == "化纤绿色发展三年行动计划(2016-2018年)"


@pytest.mark.parametrize(
    ("said", "first"),
    [
        (
            "纲要提出到2025年桑园面积稳定在1200万亩,蚕茧产量65万吨,内销占比提高到60%。",
            "桑园面积稳定在1200万亩",
        ),
        ("纲要的措施有推广节水印花、建设版权平台、组织技工考评三条。", "推广节水印花"),
        ("纲要提出建设检测平台、培育十个品牌、推广自动缝头。", "建设检测平台"),
    ],
)
def test_points_begin_with_what_is_to_be_done(said: str, first: str) -> None:
    """纲要提出到2025年 and 措施有 stand before a point and are none of it."""
    text = f"3月4日,江西丝绸大会在南昌召开。大会审议通过《丝绸行业发展纲要》。{said}"
    [plan] = plans(text)
    assert plan.items[0] == first


def test_a_paper_given_out_at_a_meeting_is_of_who_meets() -> None:
    """会上印发了《…》,提出甲、乙、丙: issuer and measures."""
    text = f"3月4日,{SOCIETY}二届二次理事会在南昌召开。会上印发了《袜业提升行动方案》,提出建设检测平台、培育十个品牌、推广自动缝头。"
    [plan] = plans(text)
    assert (issuers(plan), len(plan.items)) == ([SOCIETY], 3)


def test_what_a_paper_lays_down_clause_by_clause() -> None:
    """《意见》规划了甲,设定了乙,…一律关停。"""
    text = (
        "会议就《云山区印染整治若干意见(征求意见稿)》涉及的指标提出了意见建议。"
        "《意见》规划了空间布局,设定了准入条件,未入园的印染企业一律关停。"
    )
    [plan] = plans(text, "云山区印染专家组会议召开")
    assert plan.items == ("规划了空间布局", "设定了准入条件", "未入园的印染企业一律关停")


def test_a_list_ends_at_its_comma_where_its_count_is_full() -> None:
    """从四处突破:甲、乙、丙、丁,并靠戊实施 tells four."""
    text = "3月2日,云岭服装协会公开了《云岭服装纲要》(讨论稿)。讨论稿提出,须从三处突破:产业地位突破、科技能力突破、品牌能力突破,并靠集团战略实施。"
    [plan] = plans(text)
    assert plan.items == ("产业地位突破", "科技能力突破", "品牌能力突破")


def test_what_there_is_already_is_no_measure() -> None:
    """抢抓两个机遇,已形成从纺纱、制线、织造到成衣的链条 tells what is so."""
    text = (
        "3月11日,云山市举行招商推介会。局长程立新现场解读《云山市服装产业发展规划》。\n"
        "近年来,云山抢抓产业转移和电商两个机遇,已形成从纺纱、制线、织造到成衣加工的完整链条。\n"
    )
    assert [p.items for p in plans(text)] == [()]


def test_a_guide_to_services_is_no_plan() -> None:
    """审议通过《某协会会员服务指南》 sets nothing out to be done."""
    text = f"3月4日,{SOCIETY}一届四次理事会在南昌召开。会上审议通过了《{SOCIETY}会员企业服务指南》。"
    assert plans(text) == []


def test_a_chronicle_tells_papers_with_their_points() -> None:
    """大事记: 印发《甲》,承诺做到三条:… is a plan, 审议通过《乙》 beside it is not."""
    text = (
        "【1月】\n18日,理事会召开,审议通过《协会工作要点》。\n【6月】\n"
        "27日,印发《会员服务公约》,承诺做到三条:会员诉求三个工作日内答复,每年走访会员不少于100家,免费为会员提供政策咨询。\n"
    )
    [plan] = plans(text, f"{SOCIETY}2018年大事记", None)
    assert (plan.name, len(plan.items)) == ("会员服务公约", 3)


def test_a_list_of_activities_told_by_its_title_is_one_plan() -> None:
    """某办公室公布《2025年某镇活动计划》 above its lines gives the plan once."""
    text = (
        "近日,织东镇童装产业发展办公室公布《2025年织东镇童装产业重点活动计划》,全年共安排3项重点活动。\n"
        "1.织东童装春季供需对接会\n时间:3月上旬\n地点:织东童装设计中心\n2.童装版师技能培训班\n时间:5月中旬\n"
        "3.中国童装产业发展大会\n时间:10月\n地点:待定\n"
    )
    told = plans(text, "2025年织东镇童装产业活动安排", "2025-02-14")
    assert [p.name for p in told] == ["2025年织东镇童装产业重点活动计划"]


# --- letters and calls ---------------------------------------------------------------------------

LETTER = (
    "各市、州经信局:\n为落实《印染行业规范条件》(工信部公告),根据工信部《关于开展规范公告申报工作的通知》要求,"
    "切实做好我省2022年印染企业规范公告申报工作,现将有关事项通知如下:\n一、各市、州经信局组织本地区符合条件的企业申报。\n"
    "二、企业自愿提出申请,如实填报申请书。\n三、请各地将申报材料于6月10日前报送省经信厅。\n江西省经济和信息化厅\n2022年5月17日\n"
)


def test_a_letter_without_a_title_is_named_by_its_work_and_issued_by_who_signs() -> None:
    """切实做好|我省|2022年…申报工作,现将…通知如下, whatever paper of another body it cites."""
    [plan] = plans(LETTER, published=None)
    assert (plan.name, issuers(plan)) == ("2022年印染企业规范公告申报工作", ["江西省经济和信息化厅"])


def test_points_of_a_letter_begin_behind_whom_they_are_told() -> None:
    """各市、州经信局|组织…, 请各地|将…."""
    [plan] = plans(LETTER, published=None)
    assert plan.items[0] == "组织本地区符合条件的企业申报"
    assert plan.items[2].startswith("将申报材料")


def test_a_point_goes_on_behind_what_it_follows() -> None:
    """一、请各区主管部门按照《某办法》要求,认真组织…: the point is what is to be done."""
    text = (
        "关于组织申报创意园区试点工作的通知\n各区主管部门:\n现组织开展申报工作。有关事项通知如下:\n"
        "一、请各区工业和信息化主管部门按照《创意设计试点示范园区管理办法》要求,认真组织本地区纺织服装类创意设计园区填写申报书(申报书模板可在我局网站下载),并对申报书进行初审,不得迟报。\n"
        "二、我局将于2020年9月22日截止受理。\n云山市工业和信息化局\n2020年9月9日\n"
    )
    [plan] = plans(text, published=None)
    assert plan.items[0].startswith("认真组织本地区")


def test_a_call_for_partners_of_a_contest_is_a_plan_beside_it() -> None:
    """关于征集某竞赛冠名及合作单位的函 asks for partners by a day; the contest is told as before."""
    text = (
        "关于征集2026全国绣花机维修职业技能竞赛冠名及合作单位的函\n各有关单位:\n全国绣花机维修职业技能竞赛由江西省缝制设备协会组织。"
        "现征集冠名及合作单位。\n凡有意者请填写意向表,于2026年3月25日前反馈至协会秘书处。决赛拟定于2026年10月举办。\n"
    )
    told = read_records("", text, "2026-02-11")
    assert sorted(r.kind for r in told) == ["event", "plan"]
    assert next(r.deadline for r in told if r.kind == "plan") == "2026-03-25"


def test_a_headline_set_into_one_line_tells_who_issues() -> None:
    """某意见 江西省工信厅关于印发《…》的通知: its body, not those who have a measure in hand, issues."""
    title = "江西省关于推动袜业发展的实施意见江西省工业和信息化厅关于印发《关于推动袜业发展的实施意见》的通知"
    text = (
        "赣工信函〔2023〕2号\n各设区市人民政府:\n《关于推动袜业发展的实施意见》已经省政府同意,现印发给你们。\n关于推动袜业发展的实施意见\n"
        "1.坚持规划引领。\n制定专项规划。(省工业和信息化厅、省发展改革委牵头,各市按职责分工负责)\n2.推进集群建设。\n"
    )
    [plan] = plans(text, title, "2023-02-21")
    assert issuers(plan) == ["江西省工业和信息化厅"]


def test_general_provisions_are_no_points() -> None:
    """为规范…,特制定本公约 and 本公约适用于… open a paper, and ask nothing."""
    text = (
        "《江西省标识行业自律公约》草案\n第一章 总则\n1. 为了规范市场秩序,特制定本公约。\n2. 本公约适用于所有会员单位。\n第二章 自律准则\n"
        "1. 遵守国家法律法规。\n2. 坚持诚实守信原则。\n3. 加强知识产权保护。\n"
    )
    [plan] = plans(text, "【公示】《江西省标识行业自律公约》(草案)公示", "2023-05-21")
    assert plan.items == ("遵守国家法律法规", "坚持诚实守信原则", "加强知识产权保护")


def test_a_paper_of_which_only_the_sort_is_told_has_no_name() -> None:
    """《意见》提出6项政策措施 without its title names nothing."""
    text = (
        "《意见》按照分阶段实施,提出了产业发展目标。到2025年,产业整体实力得到提升。\n"
        "《意见》从加大支持力度等角度提出3项政策措施。一是实施财政支持政策。二是推动落实补贴政策。三是健全地方配套政策。\n"
    )
    assert [p for p in plans(text) if p.name == "意见"] == []


def test_a_paper_given_out_at_a_meeting_has_its_day() -> None:
    """6月11日,某理事会举行。会上发布了《甲》及《乙》: both came out that day."""
    text = (
        "6月11日下午,江西省纺织工业协会第四届第九次常务理事会在南昌举行。"
        "会上发布了《江西纺织“十四五”发展纲要》及《江西纺织绿色发展指导意见》。"
    )
    assert [p.start for p in plans(text, published="2021-06-12")] == ["2021-06-11"] * 2


def test_a_paper_of_last_year_is_history() -> None:
    """去年4月,我市出台《…》 tells what went before."""
    text = (
        "近日,兰塘市印染整治办公室正在对发现的问题进行汇总。"
        "去年4月,我市出台《兰塘市印染产业整治提升工作方案》,明确三年内关停并转的目标。\n"
    )
    assert plans(text, published="2017-05-10") == []


def test_standards_are_not_told_by_what_went_before() -> None:
    """2008年完成了甲、乙、丙三个标准 says nothing of the four that are drawn up in 2010."""
    text = (
        "2008年,江西羽绒协会完成了男式短上衣、女式短上衣、女式大衣三个标准,已经通过审定。\n"
        "2010年江西羽绒协会开展了羽绒睡袋、羽绒枕芯、羽绒床垫三项单耗标准的制订工作。目前,相关文件正在起草。\n"
    )
    assert [p.items for p in plans(text, published="2010-12-20")] == [()]


def test_the_direction_of_a_years_work_is_told_by_semicolons() -> None:
    """就2023工作方向,会长强调要“强信心”,重点做好甲;强化乙;加强丙."""
    text = (
        f"{SOCIETY}一届二次理事会召开。罗启明会长作了工作报告。\n"
        "其次,就2023工作方向,罗启明会长强调要“强信心、谋发展”,重点做好面对当前疫情带来的影响,努力帮扶在经营上有困难的企业,帮助会员对接金融机构,加大与其他产业基地交流;"
        "强化组织建设;加强会员企业的学习意识。\n"
    )
    [plan] = plans(text)
    assert plan.items[-2:] == ("强化组织建设", "加强会员企业的学习意识")


def test_half_a_pair_of_marks_stands_in_no_point() -> None:
    """建成“桑园30万亩、蚕业产值45亿元”的强县: two aims without the marks that held them together."""
    text = "据悉,高岭县将大力实施《高岭县蚕桑产业三年行动计划》,力争到2025年,建成“桑园面积30万亩、蚕业产值达45亿元”的蚕桑强县。"
    [plan] = plans(text, "高岭县力争打造蚕桑强县")
    assert plan.items and not any("“" in item or "”" in item for item in plan.items)


def test_a_paper_whose_headline_is_its_name_may_open_with_its_purpose() -> None:
    """2023年蚕业生产工作意见 over 为…,现就…提出以下意见: with its measures."""
    text = (
        "为把握好市场机遇,现就做好2023年蚕业生产提出以下意见:\n一、指导思想\n认真贯彻精神。\n二、主要措施\n"
        "(一)统筹协调,加强领导。\n(二)强化科技,提质增效。\n(三)加大投入,落实奖补。\n"
    )
    [plan] = plans(text, "2023年蚕业生产工作意见")
    assert plan.items == ("统筹协调,加强领导", "强化科技,提质增效", "加大投入,落实奖补")


def test_what_a_check_is_about_is_none_of_its_measures() -> None:
    """将紧紧围绕羊绒衫、羽绒服、蚕丝被等…整治,清理…,强化…,打击… tells three."""
    text = (
        "江西省市场监管局决定于2025年1月至3月对羊绒衫、羽绒服等纺织品假冒伪劣突出问题开展为期3个月的专项整治。"
        "本次专项整治将紧紧围绕羊绒衫、羽绒服、蚕丝被等价格较高的纺织品开展整治,全面清理市场乱象,强化线上线下监管,全链条打击违法行为。"
    )
    [plan] = plans(text, "江西省市场监管局开展羊绒衫、羽绒服等专项整治", "2025-01-16")
    assert plan.items == ("清理市场乱象", "强化线上线下监管", "打击违法行为")


def test_checks_that_went_on_all_year_are_no_start() -> None:
    """今年以来,某局开展对校服的执法抽检 tells what was done."""
    text = (
        "今年以来,江西省兰塘市市场监管局将校服安全作为重点实事来抓,开展对辖区内各中小学校校服的执法抽检。"
        "该局共对67所学校进行执法检查。\n"
    )
    assert plans(text, published="2025-09-21") == []


def test_what_a_meeting_is_made_up_of_commits_nobody() -> None:
    """此次会议涵盖了三方面的主要内容:一是商讨…;二是… is its programme."""
    text = (
        "6月18日,江西家纺协会在南昌召开了2011年度产业集群会议。此次会议涵盖了三方面的主要内容:"
        "一是商讨家纺规划;二是交流质量工作;三是与赣州进行产业对接。"
    )
    assert plans(text, published="2011-07-01") == []


def test_what_leads_on_to_a_point_is_none() -> None:
    """从今年春茧收购开始,严格按照国家《办法》,提倡甲,鼓励乙: two points."""
    text = (
        "5月26日,江西省丝绸协会向缫丝企业发起关于不收毛脚茧的倡议和呼吁。"
        "呼吁称:从今年春茧收购开始,严格按照国家《茧丝质量监督管理办法》,提倡不收毛脚茧,鼓励倡导蚕农交售化蛹茧。\n"
    )
    [plan] = plans(text, published="2022-05-28")
    assert plan.items == ("提倡不收毛脚茧", "鼓励倡导蚕农交售化蛹茧")


def test_chapters_on_what_went_before_hold_no_points() -> None:
    """一、“十四五”回顾 (一)取得的成就 1.规模增长: three styles that stand under each other are no list."""
    text = (
        "《江西袜业“十五五”发展规划》以创新为指导,提出了发展目标,是未来五年的指导性文件。\n一、“十四五”回顾和形势\n"
        "(一)“十四五”取得的成就\n1.规模和效益持续增长\n2025年,全省袜业产值476亿元。\n"
    )
    assert [p.items for p in plans(text, "江西袜业“十五五”发展规划", "2026-02-01")] == [()]


def test_nouns_that_share_a_verb_are_one_point() -> None:
    """严把采购关、质量关、价格关 is one measure, and no list of three."""
    text = (
        "江西省教育厅近日印发《江西省校服管理意见》。意见要求,各校要严把校服采购关、质量关、价格关,建立健全质量追溯制度。"
        "鼓励协会制定标准,推动企业提升设计水平,支持学校组织家长委员会参与选购。"
    )
    [plan] = plans(text, published="2024-05-20")
    assert "质量关" not in plan.items
    assert "建立健全质量追溯制度" in plan.items


def test_what_is_carried_out_comes_before_what_it_is_aimed_at() -> None:
    """围绕“甲、乙、丙”三大方向,实施丁、戊、己三大工程: the works are the measures; 镇党委书记 speaks for the town."""
    text = (
        "3月10日,九江市兰塘镇召开毛衫产业大会。会上,镇党委书记罗启明发布《毛衫产业三年行动计划(2021-2023年)》。"
        "根据计划,全镇将围绕“时尚化、数字化、国际化”三大方向,实施设计引领、智造升级、品牌培育三大工程。"
    )
    [plan] = plans(text, published="2021-03-12")
    assert plan.items == ("设计引领", "智造升级", "品牌培育")
    assert [name[-3:] for name in issuers(plan)] == ["兰塘镇"]


def test_the_count_behind_a_list_is_none_of_its_last_point() -> None:
    """包括甲、乙、丙、丁四项内容: the last is 丁."""
    text = "江西省纺织行业管理办公室将用三年时间实施纺织工业提升工程。该工程包括实施棉纺改造升级、建设十大园区、培育百家企业、引进千名人才四项内容。"
    [plan] = plans(text)
    assert plan.items == ("实施棉纺改造升级", "建设十大园区", "培育百家企业", "引进千名人才")


@pytest.mark.parametrize(
    ("said", "items"),
    [
        ("培育超50亿元的企业5家、超10亿元的企业30家", ("培育超50亿元的企业5家、超10亿元的企业30家",)),
        ("新增国家级企业12家、“赣江精品”3个", ("新增国家级企业12家、“赣江精品”3个",)),
        ("建成智能工厂10家,300家规上企业上云", ("建成智能工厂10家", "300家规上企业上云")),
        ("棉纺规模达到1000万锭、就业30万人", ("棉纺规模达到1000万锭", "就业30万人")),
    ],
)
def test_an_aim_keeps_what_shares_its_verb(said: str, items: tuple[str, ...]) -> None:
    """培育甲5家、超10亿元的30家 is one aim; a part that tells what and how many is one of its own."""
    [plan] = plans(f"近日,江西省工业和信息化厅印发《江西袜业行动方案》。方案提出,到2025年,{said}。")
    assert plan.items == items


def test_stages_told_one_behind_the_other() -> None:
    """根据概念规划,首期建甲,二期建乙,三期建丙."""
    text = (
        "12月26日,兰塘镇总商会迎春晚会举行,会上发布《兰塘服装总部基地概念规划》。镇党委书记为分会揭牌。\n"
        "根据概念规划,总部基地分三期建设:首期建总部大楼,二期建共享工厂,三期建展贸中心。\n"
    )
    [plan] = plans(text, published="2024-12-29")
    assert plan.items == ("首期建总部大楼", "二期建共享工厂", "三期建展贸中心")


@pytest.mark.parametrize(
    "above",
    ["请认真组织实施。", "现印发给你们。\n江西省工业和信息化厅 江西省生态环境厅"],
)
def test_a_letter_is_dated_above_the_papers_own_text(above: str) -> None:
    """The day below 请认真组织实施 or below two bodies is that of signing."""
    name = "江西省袜业三年行动计划(2023—2025年)"
    text = (
        f"各设区市人民政府:\n《{name}》已经省政府同意。{above}\n2023年4月18日\n{name}\n一、主要任务\n"
        "(一)实施龙头壮大行动。支持企业重组。\n(二)实施链条补强行动。建设集中区。\n(三)实施数字赋能行动。推动改造。\n"
        "(四)实施品牌提升行动。组织企业抱团参加国内外展会,培育一批在全国叫得响的区域品牌,支持企业建立设计中心。\n"
    )
    [plan] = plans(text, f"关于印发《{name}》的通知", None)
    assert plan.start == "2023-04-18"


@pytest.mark.parametrize(
    ("told", "body"),
    [("方案由县政府印发,提出", "高岭县人民政府"), ("方案由协会组织编写,提出", "高岭县毛巾协会")],
)
def test_who_gives_a_paper_out_may_be_told_behind_it(told: str, body: str) -> None:
    """县委副书记某某发布了《…》。方案由县政府印发: the government, by its whole name."""
    text = (
        "7月12日,高岭县毛巾协会年会在高岭县举行。活动由高岭县人民政府主办,江西省纺织协会支持。"
        f"高岭县委副书记罗启明发布了《毛巾产业三年方案》。{told}建设检测平台、培育十个品牌、推广自动缝头。"
    )
    [plan] = plans(text, published="2023-07-13")
    assert issuers(plan) == [body]


def test_how_many_bodies_there_are_is_none_of_the_last_ones_name() -> None:
    """甲部、乙委、丙总局三部门联合印发: three names."""
    text = "由工业和信息化部、国家发展改革委、国家质检总局三部门共同编制的《产业用纺织品发展规划》近日公布。"
    [plan] = plans(text)
    assert issuers(plan) == ["工业和信息化部", "国家发展改革委", "国家质检总局"]


def test_what_the_place_will_do_goes_on_about_its_paper() -> None:
    """规划提出到2025年…。全省将设立甲,对乙给予补贴,建好丙: the measures behind the aims."""
    text = (
        "会议对《江西纺织就业规划纲要》作了说明。《规划纲要》由江西省人民政府印发,到2025年棉纺规模达到1000万锭。"
        "全省将设立200亿元的专项资金,对运费、电价给予补贴,重点建好“三城一中心”。"
    )
    [plan] = plans(text, "江西纺织推进会召开")
    assert plan.items[:3] == ("设立200亿元的专项资金", "对运费、电价给予补贴", "建好“三城一中心”")


def test_standards_that_a_programme_lists_are_no_points() -> None:
    """标准项目计划…,甲、乙、丙等56项为新制定项目 lists standards."""
    text = (
        "日前,江西省纺织协会下达了2007年纺织行业标准项目计划共108项。"
        "在项目中,芳纶短纤维、超细涤纶长丝、生丝检测方法、购物袋、取排水办法及单耗定额等56项为新制定项目。"
    )
    [plan] = plans(text, "2007年纺织行业标准项目计划批准立项", None)
    assert plan.items == ()


def test_a_paper_of_a_chronicle_is_of_its_society() -> None:
    """某协会2018年大事记: 印发《甲》 is the society's."""
    text = "【6月】\n27日,印发《会员服务公约》,承诺做到三条:诉求三个工作日内答复,每年走访会员不少于100家,免费提供政策咨询。\n"
    [plan] = plans(text, f"{SOCIETY}2018年大事记", None)
    assert issuers(plan) == [SOCIETY]


def test_the_range_of_a_check_is_no_measure() -> None:
    """整治范围涵盖羊绒衫、羽绒服等,将清理甲,强化乙,促进丙: what it covers is told, not done."""
    text = (
        "江西省市场监管局近期宣布,将于今年1月至3月针对羊绒衫、羽绒服等高端纺织品展开为期3个月的专项整治行动。\n"
        "整治范围涵盖羊绒衫、羽绒服、蚕丝被等,将全面清理违法行为,强化线上线下监管,促进行业健康发展。\n"
    )
    [plan] = plans(text, "江西省市场监管局启动纺织品专项严打行动", "2025-01-17")
    assert plan.items == ("清理违法行为", "强化线上线下监管", "促进行业健康发展")


# --- papers explained, passed and answered ---------------------------------------------------------


def test_each_paper_explained_has_its_own_issuers_and_last_day() -> None:
    """《甲》由某办公室印发;《乙》由某局、某局制定,申请截止…: whoever and whatever stands behind a title is of that paper."""
    text = (
        "3月6日,全市毛纺产业座谈会召开。市工信局副局长罗启明解读了两份文件:"
        "《云山市毛纺提升三年计划(2023-2025年)》由市政府办公室印发,提出到2025年产值达到90亿元;"
        "《云山市毛纺企业上云奖补办法》由市工信局会同市财政局制定,对购买云服务的企业补贴一半费用,申请截止时间为今年9月30日。"
    )
    first, second = plans(text)
    assert (issuers(first), first.deadline) == (["市政府办公室"], None)
    assert (issuers(second), second.deadline) == (["市工信局", "市财政局"], "2023-09-30")


def test_a_paper_passed_counts_with_what_it_rules() -> None:
    """通过了《某办法》。《办法》规定,…: its clauses are its points, and comments asked for in it make it no draft."""
    text = (
        f"{SOCIETY}二届一次理事会3月6日召开,会议审议通过了会费标准和《{SOCIETY}团体标准管理办法》。"
        "《办法》规定,制定周期不超过十个月,征求意见期不少于30天;标准每三年复审一次。"
    )
    [plan] = plans(text)
    assert plan.items == ("制定周期不超过十个月", "征求意见期不少于30天", "标准每三年复审一次")
    assert plan.status == "published"


def test_a_reply_to_a_motion_is_what_the_body_will_do() -> None:
    """关于某号提案的答复 with 下一步 is a plan of the body that signs; one that promises nothing is none."""
    head = "关于省政协二届三次会议第18号提案的答复\n罗委员:\n您提出的提案收悉,现答复如下:\n"
    signed = "感谢您的关心。\n云岭省工业和信息化厅\n2022年7月14日\n"
    [plan] = plans(f"{head}下一步,我厅将重点做好:\n(一)推广节能装备。\n(二)建设回收网点。\n{signed}")
    assert plan.name == "关于省政协二届三次会议第18号提案的答复"
    assert issuers(plan) == ["云岭省工业和信息化厅"]
    assert not plans(f"{head}我厅高度重视毛纺产业。\n{signed}")


def test_a_letter_that_calls_a_meeting_among_its_points_is_a_call() -> None:
    """各市主管部门:…现就某工作的有关事项通知如下 asks for that work, though a point below calls a meeting."""
    text = (
        "各县(市)经信局:\n为落实规范条件,现就组织开展2018年印染企业申报工作的有关事项通知如下:\n"
        "一、企业自愿申报。\n二、请于2018年4月25日前将申请书报送市局。\n"
        "三、定于3月28日在蓝天大厦召开印染规范宣贯会。\n云山市经济和信息化委员会\n2018年3月16日\n"
    )
    [plan] = plans(text, published=None)
    assert (plan.name, plan.deadline) == ("2018年印染企业申报工作", "2018-04-25")


def test_what_a_society_will_do_behind_a_papers_points_is_its_own() -> None:
    """方案提出…。某会长说,协会将拿出四条措施:第一,…: two plans, the paper and the society's."""
    text = (
        "3月6日,云山市毛纺产业大会召开。会上发布了《云山市毛纺提升行动方案(2023—2025年)》。方案提出,从设计、染色、电商三个方面推进。\n"
        f"{SOCIETY}会长罗启明说,协会将拿出三条措施抓落实:第一,派驻服务专员;第二,办好纱线对接会;第三,建立成果库。"
    )
    assert [p.name for p in plans(text)][1:] == [f"{SOCIETY}三条措施"]


def test_activities_arranged_in_a_plan_are_events_ahead() -> None:
    """计划同时安排了三项重点活动: gives each line with its month in brackets."""
    lines = "1. 云山毛纺节(10月23日)\n2. 毛衫设计大赛(6月)\n3. 纱线采购对接会(4月16日)\n"
    head = f"{SOCIETY}会长会3月6日通过了《{SOCIETY}2023年工作计划》。"
    told = read_records("", f"{head}\n同时安排了三项重点活动:\n{lines}", "2023-03-08")
    named = [r.name for r in told if r.kind == "event"]
    assert named == ["云山毛纺节", "毛衫设计大赛", "纱线采购对接会"]


# --- short of its title ---------------------------------------------------------------------------

WHOLE = "云山区现代毛纺产业集群提质升级三年行动方案(2025-2027年)"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("提质升级方案实施近一年 云山交出首份答卷", f"去年4月起施行的《{WHOLE}》,眼下有了首份答卷。据云山区经信局统计,方案列出的36个重点项目已有29个开工。"),
        ("云山毛纺产业集群升级方案发布", f"近日,由区经信局牵头起草的《{WHOLE}》经区政府批准发布,将于5月1日起实施。"),
        ("云山三年冲刺五百亿", f"云山区三部门日前联合发文,部署未来三年毛纺产业提升工作。按照这份《{WHOLE}》,2027年全区毛纺企业营收要达到500亿元。"),
        ("云山给毛纺厂开出清单", f"云山区日前发布毛纺产业升级方案,提出到2027年产值翻番。记者注意到,这份名为《{WHOLE}》的文件将技改单列为一项工程。"),
        ("关于公开征求毛纺产业集群提质升级行动方案意见的通知", f"各有关企业:\n我局研究起草了《{WHOLE}》(征求意见稿),现公开征求意见。请于4月17日前反馈。\n云山区经济和信息化局\n2025年3月18日"),
    ],
)  # fmt: skip
def test_a_plan_has_its_whole_title_however_short_the_headline_calls_it(title: str, text: str) -> None:
    """The opening of the text has it in marks."""
    assert [p.name.strip("《》") for p in plans(text, title, "2025-04-20")] == [WHOLE]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("记者从省工信厅了解到,日前出台的我省毛纺产业高质量发展三年行动计划有了详细说法。行动计划有4个方面16项任务。", "毛纺产业高质量发展三年行动计划"),
        ("云山又有大动作。6月17日,市政府办公厅下发2024—2026年毛纺产业集群提升实施方案,从财税、用电、物流等方面给出支持。", "2024-2026年毛纺产业集群提升实施方案"),
        ("中国毛纺工业促进会3月31日发出通知,组织申报2025年度毛纺行业绿色制造示范企业。申报截止日期为2025年6月20日。", "组织申报2025年度毛纺行业绿色制造示范企业"),
        ("好消息!江西省工信厅启动了今年的毛纺智改数转标杆企业申报,云山的企业请留意。请有意向的企业6月10日前把材料交到市工信局。", "2025年毛纺智改数转标杆企业申报"),
        ("昨日,记者从区经信局获悉,云山区今年的毛纺产业绿色化改造专项资金项目申报截止日由6月30日延至7月15日,申报条件不变。", "云山区2025年毛纺产业绿色化改造专项资金项目申报"),
    ],
)  # fmt: skip
def test_a_plan_told_in_one_clause_is_read(text: str, name: str) -> None:
    """By what has come out, what is handed down, what a notice asks for, this year's by its year."""
    assert [p.name for p in plans(text, "云山毛纺企业申报启动", "2025-06-20")] == [name]


def test_who_passes_a_notice_on_has_not_issued_it() -> None:
    """现将某会《某通知》转发给你们, below a headline of his own."""
    call = "关于组织申报2025年度毛纺行业绿色制造示范企业的通知"
    text = f"各会员企业:\n现将中国毛纺工业促进会《{call}》转发给你们。符合条件的企业请于6月15日前将申报书报省协会。\n江西省毛纺行业协会"
    [plan] = plans(text, "毛纺绿色制造示范企业开始申报 6月底截止", "2025-04-14")
    assert (plan.name.strip("《》"), issuers(plan)) == (call, ["中国毛纺工业促进会"])


def test_what_opens_for_applications_is_none_of_its_terms() -> None:
    """由省级协会推荐 says how one applies."""
    text = "服装资讯港讯 毛纺示范平台申报已经启动,3月31日截止。申报单位须为独立法人,由省级毛纺协会推荐,每省最多5家。"
    assert not [p for p in plans(text, "", "2026-01-15") if p.name.startswith("由")]


def test_the_day_by_which_works_are_done_is_not_the_last_to_apply() -> None:
    """Though a heading says what is asked of who applies."""
    call = "关于组织申报2025年度云山区毛纺产业绿色化改造专项资金项目的通知"
    text = (
        "各有关企业:\n现就专项资金项目申报工作通知如下。\n一、申报要求:项目须于2024年7月1日至2025年5月31日期间完工。\n"
        "二、申报时间:请于2025年6月30日前通过平台提交,逾期不予受理。\n云山区经济和信息化局\n2025年6月4日"
    )
    [plan] = plans(text, call, "2025-06-05")
    assert plan.deadline == "2025-06-30"


# --- measures and papers without marks ------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            "厂房租金减半,大户奖20万元……隆都区近日推出促进毛纺产业提质的十二条措施,被商户们称作“毛纺十二条”。",
            "促进毛纺产业提质的十二条措施",
        ),
        (
            "从展位费补贴到海外仓奖励,我市近日出台的支持袜业企业出海的十条措施,送上“真金白银”。",
            "支持袜业企业出海的十条措施",
        ),
        (
            "买一台直播设备补三成。3月10日起,云台县发布的扶持家纺企业拓展电商的八条政策正式施行。",
            "扶持家纺企业拓展电商的八条政策",
        ),
        (
            "“等来了!”厂主赵国良说的,是支持袜业企业稳岗扩产的九条办法,大唐街道日前出台。",
            "支持袜业企业稳岗扩产的九条办法",
        ),
        (
            "织里镇3月2日推出促进童装产业发展的“双十条”政策,扶持设计与电商。",
            "促进童装产业发展的“双十条”政策",
        ),
    ],
)
def test_counted_measures_are_named_from_what_they_are_for(told: str, name: str) -> None:
    """某区近日推出促进某业的十二条措施: before or behind the verb, whatever clauses lead on to it."""
    [plan] = plans(f"{told}区商务局负责人说,每年安排3000万元。", "企业迎来“大礼包”")
    assert plan.name.endswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "近年来,我市先后出台支持毛纺企业发展的十条措施,全市规上企业达到300家。",
        "走进恒信制衣车间,机声隆隆。总经理说,去年市里出台的支持毛纺企业发展的十条措施让企业受益不少。",
        "随着支持民营经济发展的二十五条措施落地,毛纺企业订单回升,一季度产值增长5%。",
        "恒信毛纺集团近日推出促进降本增效的十条措施,各车间节电5%。",
    ],
)
def test_measures_of_years_before_or_of_a_firm_are_no_news(text: str) -> None:
    """近年来先后出台…, 去年出台的…, 随着…落地: history; 某集团近日推出…: its own affair."""
    assert plans(text, "毛纺企业的突围") == []


def test_what_a_trade_suffers_from_is_no_measure() -> None:
    """冲着甲、乙、丙这三个痛点而来 tells whom the measures are for."""
    text = "隆都区近日推出促进毛纺产业提质的十二条措施。“十二条”正是冲着市场老旧、品牌偏弱、用工成本高这三个痛点而来。"
    [plan] = plans(text, "隆都“毛纺十二条”来了")
    assert plan.items == ()


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            "云台市28日举行的政府常务会议上,毛纺产业三年行动方案获原则通过。这份覆盖2023至2025年的方案把“产业规模迈上500亿元”定为总目标。",
            "毛纺产业三年行动方案",
        ),
        (
            "3月2日召开的云台市委常委会会议上,现代皮革产业集群发展规划获审议通过。规划明确了“一核两带”布局,力争2030年产值达到500亿元。",
            "现代皮革产业集群发展规划",
        ),
        (
            "3月2日,云台市服装协会召开第三届理事会第二次会议,会上校服面料质量自律管理办法获全票通过。办法规定,会员企业面料须批批检验,违规者取消会员资格。",
            "校服面料质量自律管理办法",
        ),
        (
            "云台市家纺产业提质升级行动计划2日经市政府常务会议审议通过。计划提出,到2025年培育规上企业200家,产值突破500亿元。",
            "家纺产业提质升级行动计划",
        ),
        (
            "3月2日,市长周启明主持召开市政府常务会议,原则同意促进丝绸产业传承创新条例(草案)。条例草案明确设立发展基金,每年举办丝绸文化周。",
            "促进丝绸产业传承创新条例(草案)",
        ),
    ],
)
def test_a_paper_without_marks_is_passed_by_a_sitting(told: str, name: str) -> None:
    """会议上,某方案获原则通过: a plan where the text goes on to what is in it."""
    [plan] = plans(told, "会议召开")
    assert plan.name.endswith(name)
    assert plan.items


def test_what_a_body_passes_for_itself_is_its_routine() -> None:
    """换届选举工作方案 and 会费收缴管理办法 set nothing for the trade."""
    text = (
        "3月2日,云台市服装协会五届二次理事会在云台召开。会议审议通过协会会费收缴管理办法。办法规定,副会长单位每年5000元。"
        "会上,换届选举工作方案获一致通过。方案明确,换届大会于10月召开。"
    )
    assert plans(text, "协会召开理事会") == []


def test_a_sitting_begins_behind_the_paper_it_passes() -> None:
    """某方案(2023-2025年)经某市政府第85次常务会议审议通过: the paper is no part of the meeting's name."""
    text = "日前,毛纺产业集群建设方案(2023-2025年)经云台市政府第85次常务会议审议通过。方案提出,到2025年集群产值突破4000亿元。"
    assert [n.text for n in read_names(text) if n.kind == "meeting"] == ["云台市政府第85次常务会议"]
    [plan] = plans(text, "建设方案获批")
    assert plan.name.endswith("毛纺产业集群建设方案(2023-2025年)")


def test_the_aim_a_paper_sets_is_its_goal_whatever_its_verb() -> None:
    """把“规模迈上500亿元”定为总目标: the words between the marks, and their figure."""
    text = "云台市政府印发《云台市毛纺产业三年行动方案》。方案把“产业规模迈上500亿元”定为总目标。"
    [plan] = plans(text)
    assert plan.items == ("产业规模迈上500亿元",)
    assert [(f.label, f.value) for f in plan.figures] == [("产业规模", 5e10)]


@pytest.mark.parametrize(
    "name",
    [
        "云台市毛纺产业“十五五”发展指导意见和2035年远景目标",
        "云台市家纺产业发展纲要及2035年展望",
        "全市皮革行业绿色发展行动方案暨2035年愿景",
        "云台市童装产业2035年远景目标",
        "全市印染行业2027年节能降碳目标任务",
    ],
)
def test_how_far_a_paper_looks_ahead_ends_its_title(name: str) -> None:
    """…指导意见和2035年远景目标 is a paper as 指导意见 is."""
    [plan] = plans(f"3月2日,云台市经信局公布《{name}》,提出产值突破千亿元。", "云台定下新目标")
    assert plan.name == name


# --- what came of a paper -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        (
            "云台首批毛纺技改补助资金兑现",
            "8月20日,云台市把今年首批毛纺技改补助资金860万元拨付到32家企业。\n这笔钱的依据是去年底起实施的《云台市毛纺企业技术改造若干措施》。根据措施,设备投入超过500万元的企业按10%补助。",
            "云台市毛纺企业技术改造若干措施",
        ),
        (
            "省纺服协2023年工作要点完成情况通报",
            "各会员单位:\n按照《云台省纺织行业协会2023年工作要点》,秘书处对六个方面18条任务上半年落实情况进行了梳理。\n请对照台账,确保年底前全部销号。\n云台省纺织行业协会秘书处\n7月15日",
            "云台省纺织行业协会2023年工作要点",
        ),
        (
            "童装产业三年行动计划推进情况公布",
            "记者从织里镇获悉,对照《织里童装产业三年行动计划(2022-2024年)》,该镇近日对各项任务推进情况作了盘点。24项任务已完成11项。",
            "织里童装产业三年行动计划(2022-2024年)",
        ),
        (
            "行业协会解读行动计划:企业迎来窗口期",
            "《云台省毛纺产业高质量发展行动计划(2023-2025年)》实施以来,会员企业咨询较多。协会秘书处梳理要点如下:\n一是适用对象。政策覆盖纺纱、织造、印染三类企业。",
            "云台省毛纺产业高质量发展行动计划(2023-2025年)",
        ),
        (
            "云台:行动方案实施首年见效",
            "羊毛市场车来车往。记者从县工信局了解到,《云台县毛纺产业提质行动方案(2022-2024年)》印发以来,首批20个项目已建成12个。",
            "云台县毛纺产业提质行动方案(2022-2024年)",
        ),
        (
            "染整提升计划一周年答卷",
            "云台市经信局负责人介绍,《云台市染整产业提升三年行动计划》实施一年来,42家企业已完成改造。",
            "云台市染整产业提升三年行动计划",
        ),
        (
            "千师计划这一年:讲台搬进车间",
            "傍晚六点,云台电商园坐满了人,“千师计划”第20期制版课开讲。\n从去年5月启动以来,云台市这项技能培育行动累计培训2300人次。",
            "千师计划",
        ),
        (
            "百厂上云行动启动半年",
            "“百厂上云行动”启动半年,云台县已有62家印染厂接入平台。县工信局局长罗启明说,到明年底要实现全覆盖。",
            "百厂上云行动",
        ),
    ],
)
def test_an_article_on_what_came_of_a_paper_is_on_the_paper(title: str, text: str, name: str) -> None:
    """Paid out, gone through or explained since: the headline says so, and the paper came out on no day of it."""
    [plan] = plans(text, title, "2023-08-21")
    assert (plan.name, plan.start) == (name, None)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "首批稳岗补贴发放",
            "8月11日,市人社局把首批稳岗补贴210万元发放到企业。补贴依据是《云台市失业保险条例》,企业无需申请。",
        ),
        (
            "云台毛纺集团上半年生产情况通报",
            "按照《云台市毛纺产业振兴行动计划》,集团对上半年生产任务完成情况进行了梳理,纱线产量增长8%。",
        ),
        ("云台毛纺产值增长", "《云台市毛纺产业振兴行动计划》实施以来,全市新增规上企业30家。"),
        ("“百店计划”实施一年", "云台服装集团“百店计划”实施以来,已新开门店120家,营业额增长两成。"),
        ("棉纱价格继续走低", "“纱业十条”落地以来,市场信心回升,棉纱价格本周每吨下跌200元。"),
    ],
)
def test_a_paper_that_is_only_the_basis_of_news_is_no_plan_of_it(title: str, text: str) -> None:
    """Neither the headline nor what follows comes back to it."""
    assert plans(text, title, "2023-08-21") == []


def test_a_meeting_hears_how_far_a_paper_without_marks_is_carried_out() -> None:
    """通报了今年5月印发的三年行动方案落实情况:…已启动16项: a plan, and what was reached is none of its measures."""
    text = (
        "11月6日,云台市毛纺产业推进会在云台宾馆召开。会上通报了今年5月印发的三年行动方案落实情况:截至10月底,18项任务已启动16项,"
        "兑现设备补助4200万元,新增数字化车间23个。"
    )
    [plan] = plans(text, "云台召开毛纺产业推进会", "2023-11-07")
    assert (plan.name, plan.start, plan.items) == ("三年行动方案", "2023-05", ())


def test_a_paper_pointed_back_at_is_the_one_that_was_studied() -> None:
    """市里4月印发的这份行动计划 is the paper that they had come to study, and 即墨 begins no list."""
    text = (
        "近日,即墨区工信局组织辖区42家纺机企业学习青岛市纺机产业提质行动计划(2022-2024年)。科长罗启明逐条讲解了申报条件。"
        "他说,市里4月印发的这份行动计划中“零部件强基工程”与即墨关系最大,区内针布、罗拉企业都可以对号入座。"
    )
    [plan] = plans(text, "即墨区解读纺机产业行动计划", "2022-05-17")
    assert (plan.name, plan.items) == ("青岛市纺机产业提质行动计划(2022-2024年)", ())


def test_what_was_reached_is_told_of_a_paper_without_marks() -> None:
    """这是某县产业三年行动计划实施一年来交出的成绩: the name begins behind 这是."""
    text = "织机换了2100台——这是云台县毛纺产业三年行动计划实施一年来交出的成绩。\n这份计划去年5月由县政府印发,目标是2024年营业收入500亿元。"
    [plan] = plans(text, "看云台毛纺第一年答卷", "2023-06-12")
    assert plan.name == "云台县毛纺产业三年行动计划"


# --- called short ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "name", "start"),
    [
        (
            "“毛纺十二条”来了!",
            "企业盼来好消息。\n大家等了半年的“毛纺十二条”今起正式实施,买织机按投资的10%补。",
            "毛纺十二条",
            "2023-08-21",
        ),
        (
            "云台“鞋企八条”落地",
            "云台的鞋老板们最近心情不错,“鞋企八条”8月起正式施行,新建样板线按投资的15%补助。",
            "鞋企八条",
            "2023-08",
        ),
    ],
)
def test_counted_articles_in_quotation_marks_come_into_force(
    title: str, text: str, name: str, start: str
) -> None:
    """“某某十条”今起正式实施: the paper goes by how many articles it has."""
    [plan] = plans(text, title, "2023-08-21")
    assert (plan.name, plan.start) == (name, start)


@pytest.mark.parametrize(
    ("called", "alias"),
    [
        (",简称“千师计划”。根据计划,三年培训1万人次。", ("千师计划",)),
        ("(又称“染整十条”),明确对设备投资按10%补助。", ("染整十条",)),
        (",业内称之为“鞋业九条”,提出三年改造100条产线。", ("鞋业九条",)),
        (",明确补助政策。\n这份被厂家叫作“鞋改八条”的文件瞄准两件事:设备更新和数据上云。", ("鞋改八条",)),
        (",简称“行动计划”,提出三年改造100条产线。", ()),
        (",提出三年改造100条产线。云台被称为“染都”。", ()),
    ],
)
def test_a_paper_has_the_name_it_goes_by(called: str, alias: tuple[str, ...]) -> None:
    """简称“某匠计划”, 被企业叫作“某某十条”的文件: by that name the next article tells of it; its sort alone is none."""
    [plan] = plans(f"云台市工信局日前印发《云台市制鞋业技能人才培育三年行动计划(2023-2025年)》{called}")
    assert plan.aliases == alias
    for name in alias:
        assert same(plan, replace(plan, name=name, aliases=(), start=None), near=True)


# --- money that is applied for and granted --------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "name", "deadline"),
    [
        (
            "云台启动2023年度毛纺专项资金申报",
            "云台市工业和信息化局5月3日印发通知,组织申报2023年度云台市毛纺产业发展专项资金。\n企业应于2023年6月30日前提交材料。",
            "组织申报2023年度云台市毛纺产业发展专项资金",
            "2023-06-30",
        ),
        (
            "关于组织申报2023年度云台市毛纺产业发展专项资金的通知",
            "各镇街:\n根据《云台市毛纺产业发展专项资金管理办法》,现组织开展2023年度云台市毛纺产业发展专项资金申报。网上填报截止2023年7月31日。\n云台市工业和信息化局\n2023年5月6日",
            "关于组织申报2023年度云台市毛纺产业发展专项资金的通知",
            "2023-07-31",
        ),
        (
            "标杆工厂申报延期",
            "云台市鞋业协会5月5日发出补充通知,2023年度全市鞋业绿色标杆工厂的申报截止时间,由5月10日延至5月31日。",
            "2023年度全市鞋业绿色标杆工厂申报",
            "2023-05-31",
        ),
        (
            "2023年设计平台开始申报",
            "鞋业周刊讯 由云台鞋业创意促进会组织的鞋业时尚设计平台(2023年度)申报已经启动,6月30日截止。",
            "鞋业时尚设计平台(2023年度)申报",
            "2023-06-30",
        ),
        (
            "云台区2022年度毛纺技改专项资金拟补助项目公示",
            "经专家评审,拟对25个项目给予补助,合计1200万元,现予以公示。\n公示期为2023年5月6日至5月12日。如有异议,可向区经信局书面反映。",
            "云台区2022年度毛纺技改专项资金拟补助项目公示",
            "2023-05-12",
        ),
        (
            "2022年云台市制鞋业技改贴息资金拟安排项目名单公示",
            "现将拟安排贴息资金的18个项目予以公示,公示期5个工作日,如有异议请于5月12日前书面提出。",
            "2022年云台市制鞋业技改贴息资金拟安排项目名单公示",
            "2023-05-12",
        ),
    ],
)
def test_money_is_applied_for_and_granted_by_a_plan(title: str, text: str, name: str, deadline: str) -> None:
    """组织申报某专项资金 holds no event; what is to be granted may be objected to by a day (guide rule 6)."""
    [record] = read_records(title, text, "2023-05-06")
    assert (record.kind, record.name, record.deadline) == ("plan", name, deadline)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "2022年度云台市优秀鞋样设计师拟入选名单公示",
            "现将拟入选的10名设计师予以公示,公示期5天,如有异议请反映。",
        ),
        ("云台市工信局2023年度办公设备采购中标公示", "公示期为5月6日至5月12日。如有异议请反映。"),
    ],
)
def test_who_is_honoured_or_wins_a_bid_is_no_plan(title: str, text: str) -> None:
    """Nor is it one when it is made public for objections (guide rule 13)."""
    assert plans(text, title, "2023-05-06") == []


# --- standards of one notice ----------------------------------------------------------------------

NOTICE_OF_STANDARDS = (
    "各有关单位:\n经专家论证,现批准以下2项团体标准立项:\n1.《毛绒童装面料》{},牵头单位{}。\n2.《毛绒运动服面料》{}。\n"
    f"请牵头单位抓紧组建起草组。\n{SOCIETY}\n2023年3月6日"
)


def test_a_notice_tells_each_of_a_few_standards_in_a_line_of_its_own() -> None:
    """1.《甲》,牵头单位…,规定…; 2.《乙》…: two standards, which are not one for being alike."""
    text = NOTICE_OF_STANDARDS.format(
        ",规定了再生毛含量", "云台毛纺有限公司", ",重点对吸湿速干和勾丝性能提出指标"
    )
    found = plans(text, "关于《毛绒童装面料》等2项团体标准立项的公告")
    assert [p.name for p in found] == ["《毛绒童装面料》团体标准", "《毛绒运动服面料》团体标准"]
    assert [issuers(p) for p in found] == [[SOCIETY], [SOCIETY]]
    assert not same(*found)


def test_standards_only_listed_in_a_notice_are_one_plan() -> None:
    """1.《甲》 2.《乙》 without a word on either."""
    text = NOTICE_OF_STANDARDS.format("", "", "").replace(",牵头单位", "")
    [plan] = plans(text, "关于《毛绒童装面料》等2项团体标准立项的公告")
    assert plan.name == "《毛绒童装面料》等2项团体标准"


# --- what has lately come out, and is told in other words -----------------------------------------


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            "湖北省经信厅材料处负责人陈磊8月2日就新出台的全省印染行业绿色改造实施方案接受采访时这样说。\n陈磊介绍,按照方案,全省将为1200家企业做一轮免费诊断。",
            "湖北省印染行业绿色改造实施方案",
        ),
        (
            "云台市商务局负责人8月2日就最新发布的丝绸产业人才引育实施意见接受本报专访。\n该负责人说,根据意见,设计师落户补贴最高20万元。",
            "丝绸产业人才引育实施意见",
        ),
    ],
)
def test_a_paper_on_which_somebody_is_interviewed_has_just_come_out(told: str, name: str) -> None:
    """就新出台的全省…方案接受采访: the paper of the province whose officer speaks, on no day that is told."""
    [plan] = plans(told, "给染厂免费“把脉”", "2024-08-05")
    assert plan.name.endswith(name)
    assert plan.start is None


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            "会议把2026年度的重点工作敲定了下来。\n重点工作包括建分梳检测中心、训五百名挡车工、组织会员参展。",
            "2026年度重点工作",
        ),
        ("将2026年的工作计划定下来了。\n工作计划安排了四期打版培训、两场招聘。", "2026年工作计划"),
    ],
)
def test_a_sitting_settles_the_work_of_the_year(told: str, name: str) -> None:
    """把2026年的工作要点定了下来, with what it arranges told behind: the plan of the body that sat."""
    [plan] = plans(f"2月8日,{SOCIETY}三届四次理事会在云山宾馆召开,{told}", published="2026-02-10")
    assert plan.name.endswith(name)


def test_work_that_is_only_said_to_be_settled_is_no_plan() -> None:
    """把2026年的工作要点定了下来 without a word on what is in it."""
    text = f"2月8日,{SOCIETY}三届四次理事会在云山宾馆召开,把2026年的工作要点定了下来。会后参观了毛纺厂。"
    assert plans(text, published="2026-02-10") == []


UNDER_WAY = (
    "走进云山县一家袜厂,80台织机的转速实时显示在屏幕上。这是该县落实袜业转型三年方案的一个缩影。\n"
    "{},云山县出台《云山县袜业数字化转型实施方案(2024—2026年)》,提出改造100家企业。{}"
)


def test_a_paper_of_this_year_is_told_with_how_far_it_has_come() -> None:
    """今年6月,某县出台《…》,提出…。截至10月底,首批30家已完成诊断, in November: what the article is about."""
    text = UNDER_WAY.format("今年6月", "截至10月底,首批30家企业已完成诊断,13家开工改造。")
    [plan] = plans(text, "织机“上云”", "2024-11-05")
    assert (plan.name, plan.start) == ("云山县袜业数字化转型实施方案(2024—2026年)", "2024-06")


@pytest.mark.parametrize(
    ("when", "then"),
    [("去年6月", "截至10月底,首批30家企业已完成诊断。"), ("今年6月", "这家袜厂的订单排到了明年春节。")],
)
def test_a_paper_of_long_ago_is_history(when: str, then: str) -> None:
    """Last year's, or one of which nothing more is told."""
    assert plans(UNDER_WAY.format(when, then), "织机“上云”", "2024-11-05") == []


def test_measures_are_pledged_behind_the_name_they_go_by() -> None:
    """协会推出“匠心质造五项举措”,将在会员企业中推行甲、乙、丙,首批40家签约: five, and no sixth."""
    text = (
        f"1月18日,{SOCIETY}2025年年会在云山召开。\n"
        "会上,协会推出“匠心质造五项举措”,将在会员企业中推行首件检验、色牢度公示、批次留样、质量赔付、季度互查,首批40家企业签约。"
    )
    [plan] = plans(text, published="2026-01-20")
    assert plan.name == f"{SOCIETY}“匠心质造五项举措”"
    assert len(plan.items) == 5


def test_measures_announced_this_year_are_told_as_they_are_carried_out() -> None:
    """某商会今年5月发布的品质经营五项承诺,目前已有168家签约。按照承诺,…; a company's own are none."""
    text = "{}今年5月发布的品质经营五项承诺,目前已有168家门店签约。\n按照承诺,门店须标明成分、缩水率,布料有疵点的无条件退换。"
    [plan] = plans(text.format("云台市面料商会"), "面料市场有了“放心牌”", "2025-09-12")
    assert (plan.name, plan.start) == ("云台市面料商会品质经营五项承诺", "2025-05")
    assert plans(text.format("云台毛纺集团"), "面料市场有了“放心牌”", "2025-09-12") == []


@pytest.mark.parametrize(
    ("title", "told", "name"),
    [
        (
            "云台明确2026年毛纺五项任务",
            "下发2026年毛纺产业工作要点,安排五项任务——引进项目12个、推动150家企业技改、建成印染中心、打响羊绒品牌、培育直播基地。",
            "2026年毛纺产业工作要点",
        ),
        (
            "云台划定今年五件大事",
            "公布今年的毛纺产业工作要点,五件大事摆上日程:与10家商超建直采渠道,组8个境外参展团,帮300家企业上云,立12项标准,编一部县志。",
            "2026年毛纺产业工作要点",
        ),
        (
            "云台部署2026年童装八件实事",
            "出台2026年童装产业发展计划,列出八件实事,包括建成面辅料中心、改造老旧厂房等。",
            "2026年童装产业发展计划",
        ),
    ],
)
def test_a_paper_that_lays_out_the_tasks_of_the_headline_gives_them_its_name(
    title: str, told: str, name: str
) -> None:
    """近日下发2026年某业工作要点,安排五项任务, below 某市明确2026年某业五项任务: one plan."""
    [plan] = plans(f"云台市近日{told}", title, "2026-03-05")
    assert plan.name.endswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "“终于等来了。”《云台市毛纺产业提质升级实施方案(2026—2028年)》公布后,不少老板第一时间转发。这份由云台市经信局下发的文件,提出到2028年营收500亿元。",
        "《云台市毛纺产业提质升级实施方案(2026—2028年)》印发后,业内关注很高。“这是一场及时雨。”厂长李丽说。方案由云台市人民政府办公室起草,提出建三个园区。",
        "“补贴看得见了。”昨天,记者在毛纺城听到最多的就是这句话。《云台市毛纺产业提质升级实施方案(2026—2028年)》出台后,老板们怎么看?该文件由市政府办印发。",
    ],
)
def test_a_text_may_open_with_what_is_said_of_a_paper_and_come_back_to_it(text: str) -> None:
    """“终于等来了。”《某方案》公布后,…。这份由某局印发的文件,提出…: the text is on the paper."""
    [plan] = plans(text, "云台企业热议毛纺新政", "2026-03-05")
    assert plan.name == "云台市毛纺产业提质升级实施方案(2026—2028年)"


def test_a_paper_only_named_to_date_something_by_it_is_no_news() -> None:
    """《某方案》印发后,企业加快改造。 is on the works, whatever else the text goes on to tell."""
    text = "《云台市毛纺产业提质升级实施方案》印发后,河东毛纺企业加快改造。今年前三季度投资增长12%。李总说,行业信心足了。"
    assert plans(text, "河东毛纺改造提速", "2026-10-05") == []


@pytest.mark.parametrize(
    "behind",
    [
        ":今后三年每年遴选20名青年设计师,由商会提供工作室和打样经费,并免费安排时装周发布专场。",
        ",未来三年每年遴选20名青年设计师,给予每人5万元资助。",
        ",从今年起每年遴选20名青年设计师。",
    ],
)
def test_a_programme_begun_as_a_fair_closes_is_a_plan_of_whoever_begins_it(behind: str) -> None:
    """闭幕式上,某商会宣布启动“某扶持计划”:今后三年…; 由商会提供甲和乙 names no bodies."""
    text = f"云台时装周4月22日晚在云台剧院落下帷幕。\n闭幕式上,云台市服装商会宣布启动“云台青年设计师扶持计划”{behind}"
    [plan] = plans(text, "云台时装周落幕", "2013-04-24")
    assert (plan.name, [o.name for o in plan.organisations]) == ("云台青年设计师扶持计划", ["云台市服装商会"])


@pytest.mark.parametrize(
    ("title", "told", "name"),
    [
        ("六项举措兑现得如何?", "由云台市毛纺协会公布的云台市毛纺协会稳订单六项举措,到现在办成了几件?本网作了回访。", "云台市毛纺协会稳订单六项举措"),
        ("十件实事办得怎么样", "今年3月,云台市毛纺协会发布了服务会员十件实事。半年过去,检测补贴、用工对接已经兑现。", "云台市毛纺协会服务会员十件实事"),
        ("三年行动计划进展如何", "去年10月印发的云台市毛纺产业提升三年行动计划,目前已完成投资12亿元。", "云台市毛纺产业提升三年行动计划"),
    ],
)  # fmt: skip
def test_a_headline_may_ask_what_came_of_measures(title: str, told: str, name: str) -> None:
    """十件实事办得怎么样 over 今年3月,某协会发布了服务会员十件实事: they are under way, and what the text is on."""
    [plan] = plans(told, title, "2026-09-28")
    assert plan.name == name


def test_a_promise_of_last_year_that_nobody_asks_after_is_no_news() -> None:
    """去年,某商场发布了八项服务承诺 among other things tells of then."""
    assert (
        plans("去年,云台皮革城发布了八项服务承诺。今年客流增长三成。", "云台皮革城客流回升", "2026-09-28")
        == []
    )


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("这份云台省毛纺集群升级三年行动计划由云台省工信厅牵头、六部门联合发布,覆盖2026年到2028年。", "云台省毛纺集群升级三年行动计划"),
        ("这份名为云台市毛纺产业转型升级若干意见的文件由市政府办公室发布,共五个部分20条。", "云台市毛纺产业转型升级若干意见"),
    ],
)  # fmt: skip
def test_this_paper_by_some_body_is_what_a_text_is_on(told: str, name: str) -> None:
    """这份某计划由某厅牵头、六部门联合发布: named without marks; six departments are no body."""
    [plan] = plans(f"“终于等来了。”厂里的老板最近都在转一份文件。{told}", "三年怎么干", "2026-06-01")
    assert plan.name == name
    assert all(body.name for body in plan.organisations)


@pytest.mark.parametrize(
    "behind",
    [
        "检测结果互认是其中之一。",
        "其中检测结果互认年内试行。",
        "首批互认18项检测。",
        "涉及检测互认、共建样品库。",
    ],
)
def test_measures_that_bear_a_name_are_told_by_some_of_them(behind: str) -> None:
    """发布某业协同发展八项举措,检测结果互认是其中之一."""
    text = f"5月12日,云台市毛纺协会在第十一次联席会议上发布毛纺产业协同发展八项举措,{behind}"
    [plan] = plans(text, "“八项举措”出台", "2026-05-14")
    assert (plan.name, [o.name for o in plan.organisations]) == (
        "毛纺产业协同发展八项举措",
        ["云台市毛纺协会"],
    )


def test_measures_are_told_once_whoever_names_them() -> None:
    """某协会在某市对外公布某十条措施,包括甲、乙: the headline's 十条 and the text's are one plan of that body."""
    text = "5月12日,云台市毛纺协会在海岭对外公布服务企业稳订单十条措施,包括组织抱团参展、设立法律咨询热线等。"
    [plan] = plans(text, "协会亮出“十条” 帮企业稳订单", "2026-05-13")
    assert [o.name for o in plan.organisations] == ["云台市毛纺协会"]


def test_a_paper_is_told_by_what_is_said_of_it_behind_a_colon() -> None:
    """会上,局长对《某方案》作了说明:今年先启动32家企业改造."""
    text = (
        "4月9日,云台区毛纺升级推进大会召开。企业负责人参加。\n"
        "会上,区经信局局长高一平对《云台区毛纺产业升级三年行动方案》作了说明:今年先启动32家企业改造,淘汰旧机180台。"
    )
    [plan] = plans(text, "云台召开推进大会", "2026-04-10")
    assert plan.name == "云台区毛纺产业升级三年行动方案"


def test_what_a_page_gives_of_a_paper_is_no_part_of_its_name() -> None:
    """某产业发展规划(2026—2030年)全文摘要 over the paper's own text."""
    text = "云台市毛纺产业发展规划\n(云台市人民政府 2026年4月24日发布)\n一、总体目标。形成270亿元规模的产业集群,培育品牌36个。\n二、重点任务。(一)推动市场改造。(二)推广再生纤维。"
    [plan] = plans(text, "云台市毛纺产业发展规划全文摘要", "2026-04-26")
    assert plan.name == "云台市毛纺产业发展规划"


def test_a_paper_may_be_sent_out() -> None:
    """某市政府办公室2月3日发出某实施方案,把智能改造摆在首位."""
    [plan] = plans(
        "云台市人民政府办公室2月3日发出云台市毛纺产业升级实施方案,把智能改造摆在首位。",
        "就方案作出部署",
        "2026-02-05",
    )
    assert (plan.name, plan.start) == ("云台市毛纺产业升级实施方案", "2026-02-03")
