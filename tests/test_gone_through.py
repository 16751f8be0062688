"""Papers that an article goes through without giving them out in marks, and the press conferences at which they are set forth."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Record
from tests.test_plans_told import issuers, plans


def _one(text: str, title: str = "", published: str = "2031-07-15") -> Record:
    [plan] = plans(text, title, published)
    return plan


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        (
            "一图读懂:绍兴毛纺怎么“提升”",
            "市政府近日印发的毛纺产业集群提升行动方案(2031—2033年)有哪些干货?\n问:为什么要出台绍兴市毛纺产业集群提升行动方案?\n答:我市产业体量大,但附加值不高。",
            "绍兴市毛纺产业集群提升行动方案(2031—2033年)",
        ),
        (
            "云山毛纺瞄准百亿元",
            "市工信局副局长罗启明介绍了云山市毛纺产业高质量发展三年行动计划的有关情况。罗启明说,行动计划覆盖2031年到2033年,每年安排3000万元支持技术改造。",
            "云山市毛纺产业高质量发展三年行动计划",
        ),
        (
            "云山毛纺五年规划怎么看",
            "今年5月出台的云山毛纺产业集群发展规划(2031—2035年),把就地转化率定在55%。罗启明接受采访时说,规划不再单纯追求纱锭规模。",
            "云山毛纺产业集群发展规划(2031—2035年)",
        ),
        (
            "展位费补到八成",
            "云山市政府6月拿出真金白银。这份被称作“云山拓市十条”的政策,全称是支持毛纺企业开拓市场的十条措施。境外展位费补八成。",
            "云山市支持毛纺企业开拓市场的十条措施",
        ),
        (
            "荆州:三年内童装产值破三十亿",
            "按照荆州日前印发的童装产业三年行动计划,到2033年全市童装产值将突破30亿元,培育规上企业8家。",
            "荆州童装产业三年行动计划",
        ),
    ],
)
def test_what_an_article_goes_through_is_its_plan(title: str, text: str, name: str) -> None:
    """A paper that has lately come out, is explained or told by its full name is the plan of the article that goes on about it."""
    assert _one(text, title).name == name


@pytest.mark.parametrize(
    "text",
    [
        "有了市里刚刚出台的毛纺产业振兴实施意见,我们心里更踏实了,某毛纺公司总经理罗启明说。",
        "云山毛纺企业热议市里新政。“有了新政,我们更有信心。”罗启明说。",
    ],
)
def test_a_paper_only_spoken_of_is_none(text: str) -> None:
    """Whoever is glad of a paper does not tell what is in it."""
    assert plans(text, "企业看政策", "2031-07-15") == []


def test_a_paper_that_has_just_been_sent_out_is_named_by_what_follows_from_it() -> None:
    """市政府近日发文,…。根据《某方案》,2033年…: the paper cited is the one that came out."""
    text = (
        "云山市政府办公室近日发文,对全市毛纺产业链未来三年发展作出安排。根据《云山市毛纺产业链高质量发展行动方案》,2033年全市毛纺企业营收目标为45亿元。\n"
        "方案明确的五大行动包括:强链补链、数字赋能、品牌跃升、绿色转型、市场开拓。"
    )
    plan = _one(text, "云山:2033年毛纺营收达45亿元")
    assert plan.name == "云山市毛纺产业链高质量发展行动方案" and "强链补链" in plan.items


def test_each_of_several_papers_has_its_own_contents() -> None:
    """What stands behind the next paper's title is none of the first one's, and the first one's list none of the next."""
    text = (
        "2031年3月1日,云山市经济和信息化局公布《云山市毛纺工业“十六五”发展规划》。重点任务有四项:提升毛条、壮大毛衫、突破新纤维、做强纺机。\n"
        "同一天公布的还有两份文件。\n"
        "一份是《关于加快毛纺行业结构调整的指导意见》,要求三年内淘汰老旧细纱机8万锭。\n"
        "另一份是市经信局印发的《云山市毛衫品牌培育实施方案》,每年遴选20家企业重点培育。"
    )
    found = {plan.name: plan.items for plan in plans(text, "云山一日推出三份文件", "2031-03-02")}
    assert len(found) == 3
    assert "提升毛条" in found["云山市毛纺工业“十六五”发展规划"]
    assert "提升毛条" not in found["云山市毛衫品牌培育实施方案"]


def test_a_press_conference_on_a_day_of_its_own_at_which_a_paper_is_set_forth_is_a_meeting() -> None:
    """8月29日,市政府新闻办举行新闻发布会,解读《某方案》: the conference is dated, the paper is not of that day."""
    text = (
        "8月29日上午,云山市政府新闻办在云山举行新闻发布会,解读《云山市毛纺产业链现代化建设行动方案》。市工信局副局长罗启明作介绍。\n"
        "行动方案由云山市工业和信息化局、云山市商务局联合印发,提出到2035年营业收入突破40亿元。"
    )
    records = read_records("云山再造毛纺产业链", text, "2031-08-30")
    [met] = [r for r in records if r.kind == "meeting"]
    [plan] = [r for r in records if r.kind == "plan"]
    assert met.name == "《云山市毛纺产业链现代化建设行动方案》新闻发布会" and met.start == "2031-08-29"
    assert plan.start is None and issuers(plan) == ["云山市工业和信息化局", "云山市商务局"]


def test_the_paper_of_a_year_s_activities_is_no_event() -> None:
    """《2031年…重点专项活动安排》 and …系列活动计划 are papers, whatever lines they list."""
    text = (
        "现将《2031年云山毛衫产业重点专项活动安排》印发给你们,请按分工抓好落实。\n1.云山毛衫春夏新品订货会(3月,云山轻纺城)\n"
        "2.毛衫企业财务负责人培训班(6月中旬,镇文化中心)\n3.云山国际毛针织服装博览会(10月20日—23日,云山会展中心)\n云山镇人民政府\n2031年2月20日"
    )
    records = read_records("关于印发《2031年云山毛衫产业重点专项活动安排》的通知", text, "2031-02-22")
    assert [r.name for r in records if r.kind == "plan"] == ["2031年云山毛衫产业重点专项活动安排"]
    assert sorted(r.name for r in records if r.kind == "event") == [
        "云山国际毛针织服装博览会",
        "云山毛衫春夏新品订货会",
        "毛衫企业财务负责人培训班",
    ]


def test_an_action_declared_begun_at_its_launch_is_a_plan_beside_the_meeting() -> None:
    """会长宣布“数智毛纺”诊断行动正式启动: the action has the points told of it, the society that carries it out issues it."""
    text = (
        "6月15日,“数智毛纺”产业集群诊断行动启动会在云山召开。会议由云山市毛纺行业协会主办。\n"
        "罗启明宣布“数智毛纺”产业集群诊断行动正式启动。行动由云山市毛纺行业协会组织实施,为期一年,分三步走:为30家企业做免费诊断,遴选2家企业开展试点,编制改造指南。"
    )
    plan = _one(text, "数字化诊断行动启动会召开", "2031-06-16")
    assert plan.name == "“数智毛纺”产业集群诊断行动" and len(plan.items) == 3
    assert issuers(plan) == ["云山市毛纺行业协会"]


@pytest.mark.parametrize(
    ("said", "issuer"),
    [
        ("周明表示,新一届理事会每年为会员办好三件实事:办一场对接会,建一个资料馆,设一项奖学金。", "云山市毛纺行业协会"),
        ("周明代表新一届理事会宣布,协会今后四年要实施“五个一”工程:建一个检测中心,办一份刊物,组一支律师团,每年安排一次考察,培训一万名挡车工。", "云山市毛纺行业协会"),
    ],
)  # fmt: skip
def test_whoever_is_elected_speaks_for_the_society(said: str, issuer: str) -> None:
    """The manager of a firm who is elected president commits the society, not his firm nor the guest named last."""
    text = (
        "1月12日,云山市毛纺行业协会第三届会员大会在云山召开。云山晨光集团董事长周明当选会长。\n"
        f"江口市民政局社团处处长罗启明到会祝贺。\n{said}"
    )
    [plan] = plans(text, published="2031-01-14")
    assert issuers(plan) == [issuer]


def test_a_society_s_own_page_tells_whose_council_met() -> None:
    """六届三次理事会 on the page of a society, where no other is named, is the council of that society."""
    text = "3月10日,六届三次理事会在云山召开,会长罗启明作工作报告,秘书长周明主持。"
    [told] = read_records("协会召开六届三次理事会", text, "2031-03-12", outlet="云山市毛纺行业协会")
    assert told.name == "云山市毛纺行业协会六届三次理事会"
    [bare] = read_records("六届三次理事会召开", text, "2031-03-12", outlet="云山日报")
    assert bare.name == "六届三次理事会"


def test_a_paper_cited_as_it_has_just_come_out_is_news() -> None:
    """根据自治区政府近日公布的《…十条政策措施》,企业…: the paper is what the article tells of; what is followed without that is not."""
    text = "“毛纺十条”8月起施行。根据云山市政府近日公布的《支持毛纺产业高质量发展十条政策措施》,企业收购国产绒可获贷款贴息50%。"
    assert _one(text, "云山绒企迎来红包", "2031-08-01").name == "支持毛纺产业高质量发展十条政策措施"


def test_a_call_beside_a_paper_has_its_own_last_day() -> None:
    """另悉,某局同日启动…贴息申报,…5月10日前: a plan of its own; the paper and the meeting have no last day."""
    text = (
        "云山市商务局日前印发《云山茧丝绸产业高质量发展行动计划(2031—2033年)》。重点任务包括建设优质桑园、改造缫丝装备、打造区域品牌。\n"
        "另悉,云山市商务局同日启动2031年茧丝绸龙头企业贷款贴息申报,企业应在5月10日前向所在地商务局提交材料。"
    )
    told = {p.name: p.deadline for p in plans(text, "云山印发茧丝绸行动计划", "2031-04-11")}
    assert told == {
        "云山茧丝绸产业高质量发展行动计划(2031—2033年)": None,
        "2031年茧丝绸龙头企业贷款贴息申报": "2031-05-10",
    }


def test_measures_that_answer_to_troubles_are_ahead() -> None:
    """针对这些问题,某局当场承诺推出四项帮扶措施: the troubles told before do not make it a look back."""
    text = (
        "3月11日,云山区工业和信息化局召开童装企业座谈会,12家企业负责人参加。\n"
        "针对这些问题,云山区工业和信息化局当场承诺推出四项帮扶措施:安排包车接回员工;每家企业派一名联络员;协调银行续贷;组织线上专场。"
    )
    plan = _one(text, "云山区召开童装企业座谈会", "2031-03-12")
    assert plan.name.endswith("四项帮扶措施") and len(plan.items) == 4


def test_a_standard_given_out_without_marks_is_named_with_its_sort() -> None:
    """某协会正式发布羽绒服装网络直播销售服务规范团体标准."""
    text = "天气转凉。云山羽绒工业协会10月15日正式发布羽绒服装网络直播销售服务规范团体标准,自11月1日起实施。这项标准规定,直播间要展示绒子含量。"
    plan = _one(text, "直播卖羽绒服有了团标", "2031-10-17")
    assert plan.name == "羽绒服装网络直播销售服务规范团体标准" and issuers(plan) == ["云山羽绒工业协会"]


def test_a_society_by_whose_rules_a_standard_is_taken_up_issues_it() -> None:
    """根据《某协会团体标准管理办法》,决定…予以立项: the drafters issue nothing, and it is still to come."""
    text = (
        "根据《云山羽绒工业协会团体标准管理办法》,经专家评审,决定对《羽绒睡袋》团体标准予以立项。"
        "该标准由江口市质量技术监督检测院、江口市羽绒服装行业协会等单位牵头起草。"
    )
    plan = _one(text, "关于《羽绒睡袋》团体标准立项的公告", "2031-02-20")
    assert issuers(plan) == ["云山羽绒工业协会"] and plan.status == "upcoming"


def test_a_text_of_signs_alone_tells_nothing() -> None:
    """A headline above no sentence at all gives no record."""
    assert read_records("云山市毛纺产业有关情况", "。", None) == []


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            "介绍了上月印发的毛巾产业提质升级三年行动计划:到2033年建成5家智能工厂",
            "毛巾产业提质升级三年行动计划",
        ),
        ("就刚刚出台的袜业扶持十条措施作了说明,包括设备补贴和物流返还", "袜业扶持十条措施"),
        ("讲解了今年3月发布的纺机产业强链实施意见,明确今后两年安排技改资金5亿元", "纺机产业强链实施意见"),
        ("对市里本周公布的服装出口信保补贴办法逐条作了讲解,规定补贴比例提高到70%", "服装出口信保补贴办法"),
        (
            "宣读了区政府昨日印发的布艺市场提升二十条政策,其中对新开的海外仓补助50万元",
            "布艺市场提升二十条政策",
        ),
    ],
)
def test_a_paper_explained_at_a_meeting_is_told_by_when_it_came_out(told: str, name: str) -> None:
    """会上,局长解读了本月出台的某方案:… tells a paper where the text goes into it (guide rule 5), and none where it does not."""
    held = "7月14日,云山市纺织服装产业大会在云山召开,300名企业家参会。\n会上,市工信局局长罗启明"
    assert name in _one(f"{held}{told}。", "产业大会召开").name
    bare = "解读了本月出台的毛巾产业三年行动方案,并现场答疑。"
    assert not plans(f"{held}{bare}", "产业大会召开", "2031-07-15")


def test_a_headlines_short_name_gives_way_to_what_the_opening_gives_out() -> None:
    """某县某业三年方案 above 某县印发某业高质量发展三年实施方案(…) is that, of that place."""
    text = "去年3月,云山县印发羊绒产业高质量发展三年实施方案(2030—2032年)。一年过去,全县新增横机2600台。按照方案,今年还将制定标准两项。"
    plan = _one(text, "云山羊绒三年方案实施一年:横机新增2600台")
    assert plan.name == "云山县羊绒产业高质量发展三年实施方案(2030—2032年)"
    assert "云山羊绒三年方案" in plan.aliases


@pytest.mark.parametrize("passed", ["获得通过", "获全体理事举手通过", "全票通过", "现场拍板"])
def test_a_years_work_that_is_passed_behind_its_title(passed: str) -> None:
    """《2032年工作要点》获得通过: a plan of whoever meets; what a body rules for itself is not."""
    held = "7月14日,江西省丝绸行业协会四届二次理事会在南昌举行,"
    plan = _one(f"{held}《2032年工作要点》{passed}。七件事里,出海排在前面。", "赣丝协明年干七件事")
    assert plan.name.endswith("2032年工作要点")
    assert not plans(f"{held}《会费管理办法》{passed}。", "赣丝协理事会", "2031-07-15")


@pytest.mark.parametrize("held", ["在日前于义乌举行", "日前在义乌召开", "近日于义乌市举行", "在刚刚闭幕"])
def test_whose_work_it_is_begins_behind_where_it_was_told(held: str) -> None:
    """在日前于某地举行的某协会年会上,会长发布…: the body is 某协会, and no 某日报 that tells the news calls the meeting."""
    text = f"云山日报讯 {held}的浙江省针织行业协会年会上,会长罗启明发布协会今年要抓的“五大工程”,包括数字化、绿色化、品牌化、国际化和人才培养。\n年会于7月14日召开。"
    assert _one(text, "今年推“五大工程”").name == "浙江省针织行业协会“五大工程”"
    assert not [
        o
        for r in read_records("今年推“五大工程”", text, "2031-07-15")
        for o in r.organisations
        if "日报" in o.name
    ]


@pytest.mark.parametrize(
    ("title", "told", "name"),
    [
        (
            "奖补到账",
            "资金依据是去年12月出台的云山市袜业提质增效若干措施。第二批6月申报。",
            "云山市袜业提质增效若干措施",
        ),
        ("帽业方案满月", "上月印发的云山县帽业振兴三年行动方案实施满月。", "云山县帽业振兴三年行动方案"),
        (
            "云山兑现“十条”",
            "补贴出自今年3月出台的云山区稳定蚕桑生产十条措施,每公斤鲜茧补2元。",
            "云山区稳定蚕桑生产十条措施",
        ),
        (
            "贴息落地",
            "这是区里去年9月印发的印染行业绿色改造支持办法落地后的首笔资金。",
            "印染行业绿色改造支持办法",
        ),
    ],
)
def test_what_a_paper_pays_out_is_told_of_that_paper(title: str, told: str, name: str) -> None:
    """首笔到账 in the headline, and 这笔钱来自10月出台的某措施 in the text: the article goes through that paper."""
    assert _one(f"7月12日,云山28家企业收到第一笔补贴,合计412万元。{told}", title).name.endswith(name)
    assert not plans(
        "服装产业园一期封顶,二期开工。园区负责人说,招商方案正在优化。", "园区建设进展顺利", "2031-07-15"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("柯北印染行业协会7月4日牵头签订行业自律公约,首批102家企业加入。", "行业自律公约"),
        ("7月8日,横河镇毛衫商会发起保护原创公约,68家厂当天加入。公约写明,抄款一次罚单两万。", "保护原创公约"),
        ("在云山市校服行业协会牵头下,43家企业签署质量安全承诺书,承诺填充料全部送检。", "质量安全承诺书"),
        ("明天起,云河区印染企业用水管理办法正式执行,超定额用水加价三成。", "印染企业用水管理办法"),
        (
            "市政府日前批复的云山家纺城控制性详细规划,把未来分成三步走。按照规划,2033年建成物流区。",
            "云山家纺城控制性详细规划",
        ),
        ("2031年纺织设备更新贷款贴息7月20日起受理申请,8月15日截止。", "2031年纺织设备更新贷款贴息"),
        ("7月1日起,云州手工地毯保护条例正式施行。按照条例,织毯艺人带徒可领补助。", "云州手工地毯保护条例"),
    ],
)
def test_what_is_pledged_comes_into_force_or_opens_is_a_paper_without_marks(text: str, name: str) -> None:
    """牵头签订行业自律公约, 明天起某办法正式执行, 日前批复的某规划, 某贴息7月20日起受理."""
    assert _one(text, "地毯保护条例来了" if "地毯" in text else "业内动态").name.endswith(name)


def test_a_compact_of_neighbours_and_money_paid_out_are_no_papers() -> None:
    """居民公约 on a wall and 补贴已全部发放 set nothing out."""
    assert not plans("7月5日,织造社区把居民公约贴上了墙,邻里更和睦。", "公约上墙", "2031-07-15")
    assert not plans("2030年纺织外贸参展补贴已全部发放,惠及企业120家。", "补贴发放完毕", "2031-07-15")
