"""The cleaning chain over plain text."""

from time import process_time

import pytest

from scrapers.clean import boilerplate, clean, clean_line

JAMMER = "1 r9 e9 O% V9 P0 R: p- h 0 s i$ @3 L0 Y8 m"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("會議在產業(yè)發(fā)展中", "会议在产业发展中"),
        ("当(dāng)前产业(yè)链", "当前产业链"),
        ("在會(huì )議上,協(xié )會(huì )發(fā)言", "在会议上,协会发言"),
        ("她叫王龘(dá)。", "她叫王龘(dá)。"),
        ("长度5公斤(kg)。", "长度5公斤(kg)。"),
        ("李某著作等身，著名学者，穿著得體，看著他", "李某著作等身，著名学者，穿着得体，看着他"),
        ("乾隆皇后之後，頭髮與發展", "乾隆皇后之后，头发与发展"),
        ("服\u200b装\ue123行\ufeff业\u00ad", "服装行业"),
        ("⼯业⽣产", "工业生产"),
        ("&amp;lt;中&#22269;&gt;", "&lt;中国>"),
        (f"会议召开。{JAMMER}\n下一段。", "会议召开。\n下一段。"),
        ("8 N4 h3 o9 W6 H会上，他强调", "会上，他强调"),
        (", a: `* b$ ?' X# \\& z, i2024的服装", "2024的服装"),
        ("各市\n、县经信委：\n一\n、申报。", "各市、县经信委：\n一、申报。"),
        ("通 知 公 告", "通知公告"),
    ],
)
def test_characters_and_lines_come_out_right(raw, text):
    """Noise against copying goes, the script becomes simplified, names and glosses stay."""
    assert clean(raw).text == text


@pytest.mark.parametrize("words", ["A B C D E F G", "size: S M L XL", "a = b + c; d", "ISO 9001: 2015 A4 B5"])
def test_plain_letters_are_no_jammer(words):
    """English words, sizes and formulas are not taken for a jammer."""
    assert clean(f"尺码有 {words} 等。").text == f"尺码有 {words} 等。"


def test_damage_is_reported_and_not_guessed():
    """Characters that are lost stay as they are and are listed."""
    cleaned = clean("行業(yè)服務性強、發展?jié)摿Υ蟮暮闷脚_，協會愿意。")
    assert "发展?jié)" in cleaned.text
    assert len(cleaned.damaged) == 1
    assert "?jié)" in cleaned.damaged[0]


def test_original_keeps_the_script():
    """The text before conversion is kept beside the converted one."""
    assert clean("廣東服裝").original == "廣東服裝"


BODY = "中国服装协会秘书长受邀参与本次会议，各地协会秘书长分别汇报了当地服装行业的发展情况。\n会议由执行秘书长主持，大家围绕行业发展趋势展开深入交流，共促协作。"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("会议<b>通过</b>了<a href='/n/1.html' target=_blank>章程</a>。", "会议通过了章程。"),
        ("<p>会议通过了章程。</p><p>会议选出了会长。</p>", "会议通过了章程。\n会议选出了会长。"),
        ("会议通过了章程。<br/>会议选出了会长。", "会议通过了章程。\n会议选出了会长。"),
        ('<img src="/up/1.jpg" alt="合影" />\n会议通过了章程。', "会议通过了章程。"),
        ("会议通过了章程。<!--[if gte mso 9]><xml>宋体</xml><![endif]--><o:p></o:p>", "会议通过了章程。"),
        ("&lt;p&gt;会议&nbsp;通过了章程。&lt;/p&gt;", "会议 通过了章程。"),
        ("会议&#8203;通过了章程。", "会议通过了章程。"),
        ("![合影](https://example.org/a.png)\n会议通过了[章程](/n/2.html)。", "会议通过了章程。"),
        ("<image>data:image/s3,//example.org/1</image>\n会议通过了章程。", "会议通过了章程。"),
    ],
)
def test_markup_left_in_the_text_goes(raw: str, text: str) -> None:
    """Tags, comments and pictures, escaped or not; the words of links and the breaks of blocks stay."""
    assert clean(raw).text == text


@pytest.mark.parametrize(
    "text", ["产量<5000吨,>3000吨。", "型号<A-12>的样机[1](图2)。", "若a<b且b>c,则成立。"]
)
def test_what_only_looks_like_markup_stays(text: str) -> None:
    """Smaller and greater, a model's name, a note."""
    assert clean(text).text == text


@pytest.mark.parametrize(
    "noise",
    [
        "分享到：",
        "责任编辑：张三",
        "（责任编辑：李四）",
        "上一篇：关于召开会议的通知",
        "【下一条】学院师生在省技能大赛中获佳绩",
        "下一篇：没有了",
        "当前位置：首页 > 新闻 > 正文",
        "版权所有 某某协会 京ICP备12345678号-1",
        "【字体：大 中 小】 【打印本页】 【关闭窗口】",
        "1741742677721.png",
        "声明：本网转载的文章版权归原作者所有。",
        "如有侵权，请联系我们删除。",
        "由 秘书处 提交于 周三, 04/03/2024 - 08:30",
        "Submitted by admin on Wed, 04/03/2024 - 08:30",
        "板桥蚕业APP，7×24小时资讯推送",
        "转载本网专稿请注明出处“板桥蚕业网”",
        "转发此文，须标明来源：板桥蚕业网",
        "板桥蚕业网 制作维护 E-mail: web@example.net",
        "扫一扫在手机打开当前页",
        "点击：1501次",
        "在本网发表评论者责任自负。",
        "APP内打开",
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_template_lines_go(noise, place):
    """Lines of the site's template go, wherever they stand, and the cut is listed."""
    raw = f"{noise}\n{BODY}" if place == "above" else f"{BODY}\n{noise}"
    cleaned = clean(raw)
    assert cleaned.text == BODY
    assert noise in {cut.text for cut in cleaned.cuts}


@pytest.mark.parametrize(
    "line",
    [
        "时间：2024年3月6日至8日 地点：国家会展中心（上海）",
        "主办单位：中国服装协会",
        "联系电话：010-12345678",
        "编辑部主任张三在会上发言。",
        "会议来源于去年的倡议，与会代表认为意义重大。",
        "上一届大赛共收到作品1000份。",
        "一、2024年工作总结",
        "相关单位负责人参加会议。",
        "附件：申报表.doc",
        "分享会上，专家介绍了经验。",
        "如参赛花样涉及侵权，责任由作者承担，组委会不承担连带责任。",
        "凡参赛作品，版权归作者与组委会共有。",
        "如因故不能参会，请提前告知，已缴费用由主办方全额退还，不承担其他费用。",
    ],
)
def test_lines_of_an_article_stay(line):
    """What only looks like template words is kept."""
    assert boilerplate(line) is None
    assert boilerplate(line, "tail") is None
    assert clean(f"{BODY}\n{line}").text == f"{BODY}\n{line}"


@pytest.mark.parametrize("scope", ["line", "tail", "head"])
def test_rules_are_read_in_linear_time(scope):
    """No line, however it repeats the rules' own words, keeps a rule busy."""
    words = [
        "分享 ",
        "- ",
        "人气 ",
        "反对 ",
        "播放 ",
        "QQ空间 ",
        "上一页 ",
        "首页 > ",
        "来源：",
        "编辑/某 ",
        "索引号 ",
        "[1] ",
        "0",
        "《 ",
        "版权 ",
        "声明：",
    ]
    started = process_time()
    for word in words:
        for other in words:
            boilerplate((word + other) * 14 + "鑫", scope)
    assert process_time() - started < 3


def test_related_titles_after_the_body_go():
    """What follows a heading of related articles is no part of the text."""
    assert clean(f"{BODY}\n相关阅读\n第二届大会开幕\n某地举办时装周").text == BODY
    assert clean(f"{BODY}\n- 第二届大会开幕\n- 某地举办时装周\n网友评论仅供其表达个人看法。").text == BODY


def test_related_titles_whose_bullets_were_lost_go():
    """A wrong encoding leaves a question mark for the bullet of each title."""
    body = "江西省茧丝协会于5月14日在赣州召开研讨会，会议通报了全省基地的调研情况，并组织学习了有关文件。"
    assert clean(f"{body}\n相关报道\n? 赣南春茧开秤 鲜茧每担2350元\n? 2021江西丝绸大会10月举行").text == body


def test_second_copy_of_a_body_goes():
    """A body that stands twice, and a lead that only repeats the first sentence, stand once."""
    lead = BODY.split("，")[0]
    assert clean(f"{BODY}\n{BODY}").text == BODY
    assert lead not in clean(f"{lead}\n{BODY}\n{BODY}").text.split("\n")


def test_learned_paragraphs_go():
    """Paragraphs learned from the source's other pages are cut whole."""
    known = "本栏目由某某单位独家冠名播出，欢迎收看。"
    assert clean(f"{BODY}\n{known}", boilerplate=[known]).text == BODY


def test_chain_is_stable():
    """Cleaning clean text changes nothing."""
    once = clean(f"{BODY}\n一、主办單位(wèi)：甲\n分享到：").text
    assert clean(once).text == once


def test_a_line_by_itself():
    """A title is put right without being judged as a line of text."""
    assert clean_line("  廣東\u3000服裝(zhuāng)大会  ") == "广东 服装大会"


def test_spam_set_into_a_copied_page_goes():
    """A line in which gambling or smut piles up is cut with its reason; one loud word in a report cuts nothing."""
    report = "鹭岛市服装协会3月6日召开理事会，会长提醒企业警惕以博彩为名的电信诈骗。"
    spam = "星湖体育app官方下载，百家乐、真人娱乐应有尽有，注册即送彩金，24小时在线客服！"
    copied = "國產精品一區二區三區久久久無碼,亞洲綜合在線觀看"
    done = clean(f"{spam}\n{report}\n{copied}")
    assert done.text == report
    assert [(cut.step, cut.text) for cut in done.cuts] == [("spam", spam), ("spam", copied)]


def test_toneless_readings_after_characters_are_taken_out_where_they_are_a_habit() -> None:
    """行业(ye) 协会(hui) goes, blank and all; a single gloss, an abbreviation and another reading stay."""
    text = "纺织行业(ye) 协会(hui) 会(hui) 长李刚致辞,介绍人工智能(ai)与数字化(shu)。"
    assert clean(text).text == "纺织行业协会会长李刚致辞,介绍人工智能(ai)与数字化(shu)。"
    assert clean("行业(ye)协会会长李刚致辞。").text == "行业(ye)协会会长李刚致辞。"


def test_commas_strewn_before_other_signs_are_taken_out() -> None:
    """开幕,。…主办,。来自中国,、美国 is text with a comma too many at every sign."""
    text = "展会今天开幕,。展会由协会主办,。来自中国,、美国等地的企业参展,,涵盖服装,、面料。"
    assert clean(text).text == "展会今天开幕。展会由协会主办。来自中国、美国等地的企业参展,涵盖服装、面料。"


def test_related_titles_below_a_disclaimer_end_the_text() -> None:
    """Bulleted titles at the very end, right under 凡本网注明来源…, are the site's."""
    body = "今天,我们召开会员大会,部署今后三年的工作,协会将集中力量实施四大工程,推动全省服装行业再出发。\n"
    foot = "1、凡本网注明来源的作品,均转载自其他媒体,转载目的在于传递更多信息。\n- 云泽服装亮相米兰\n- 石狮举办网批节"
    assert clean(body + foot).text == body.strip()


def test_a_dateline_is_no_disclaimer_of_the_paper() -> None:
    """本报讯 … 侵权投诉 … opens news, 本报所载内容…侵权 is the site's."""
    news = "本报讯 素有“中国蚊帐之乡”之称的云泽镇传出消息,该镇协会成立维权小组,首批受理侵权投诉九件。"
    assert boilerplate(news) is None
    assert boilerplate("本报所载内容如有侵权,请联系我们删除。") is not None


def test_a_number_broken_over_two_lines_is_whole_again() -> None:
    """A date or a paper's number; two numbers one below the other stay two lines."""
    broken = "根据该通知(工信厅函〔201\n8〕144号)要求,材料的截止日期为2018年5月1\n8日。\n产量为年增长1\n8家企业参展。"
    whole = (
        "根据该通知(工信厅函〔2018〕144号)要求,材料的截止日期为2018年5月18日。\n产量为年增长1\n8家企业参展。"
    )
    assert clean(broken).text == whole


def test_what_a_wrong_decoding_left_of_a_tag_and_a_dash() -> None:
    """?! ?br /> was a stop and a line's end, ?? between words a dash."""
    assert clean("罗启当选秘书长?! ?br />\n会后参观。").text == "罗启当选秘书长。\n会后参观。"
    assert clean("成为社团组织??江西省服装商会。").text == "成为社团组织——江西省服装商会。"
