"""Reading figures: what is counted, how many, in which unit, how exactly."""

from __future__ import annotations

import pytest

from bot.records.figures import FigureMention, read_figures

# text => label value unit [qualifier]; another after " & "; - is no figure.
FIGURES = """
会员和来宾200多人到场 => 会员和来宾 200 人 over
代表500余人参加会议 => 代表 500 人 over
近千人参加会议 => 人数 1000 人 about
近三十人参加 => 人数 30 人 about
百余家企业参展 => 企业 100 家 over
八十余名理事到会 => 理事 80 名 over
吸引了252家企业落户 => 企业 252 家
5000余家企业参展 => 企业 5000 家 over
企业120多名代表出席 => 代表 120 名 over
展览面积达10万平方米 => 展览面积 100000 平方米
展览面积3.2万米² => 展览面积 32000 米²
主营业务收入达34400亿元 => 主营业务收入 3.44e+12 元
总产值3.44万亿元 => 总产值 3.44e+12 元
成交达7.12亿元 => 成交 712000000 元
利润总额667.6亿元,同比增长71.8% => 利润总额 66760000000 元 & 利润总额同比增长 71.8 %
营业收入14687.5亿元,同比增长22.6% => 营业收入 1.46875e+12 元 & 营业收入同比增长 22.6 %
出口额同比下降5.2% => 出口额同比下降 5.2 %
通过率超过97% => 通过率 97 % over
整体落地转化率28.8% => 整体落地转化率 28.8 %
提高了3.8个百分点 => 提高 3.8 个百分点
25位入围选手带来100套作品 => 入围选手 25 位 & 作品 100 套
共收到1000多份来稿 => 来稿 1000 份 over
覆盖29个省区市 => 省区市 29 个
金奖1名,奖金20万元 => 金奖 1 名 & 奖金 200000 元
培育3-5家领军企业 => 领军企业 5 家
建设10个智慧工厂 => 智慧工厂 10 个
产业规模超5200亿元 => 产业规模 520000000000 元 over
观众不少于3万人次 => 观众 30000 人次 over
参展商不足300家 => 参展商 300 家 under
约120家单位参加 => 单位 120 家 about
16,300元/吨 => 金额 16300 元
来自22个国家和地区的474家企业参展 => 国家 22 个 & 企业 474 家
签约项目23个,金额41.6亿元 => 签约项目 23 个 & 金额 4160000000 元
一场行业大会举行 => -
四届四次理事会 => -
第12届博览会 => -
2024年5月18日 => -
9:30-12:00 => -
电话0755-32905944 => -
每人2800元 => 每人 2800 元
视频播放量达2399.1万次 => 视频播放量 23991000 次
新增会员单位43家 => 新增会员单位 43 家
七个地区率先成为平台的重要参与者 => 地区 7 个
占地30亩 => 占地 30 亩
投资总额87.6亿元 => 投资总额 8760000000 元
500名以上学员 => 学员 500 名 over
上万人观看 => 人数 10000 人 about
近五万人次参观 => 人次 50000 人次 about
百名企业家 => 企业家 100 名
三千多名观众 => 观众 3000 名 over
数百人参加 => -
大会选举产生会长1名,副会长12名,理事85名 => 理事 85 名
展会为期4天 => -
云锦股份[11.20 0.85%]参展 => -
其中专业观众8200人次 => 专业观众 8200 人次
以及来到柳州的120名代表 => 代表 120 名
年内并获得3000万元资助 => 资助 30000000 元
目前,全镇家纺企业发展6732家 => 全镇家纺企业 6732 家
截至目前完成修订行标《针织牛仔布》2项 => 完成修订行标 2 项
王某介绍了3个项目的进展 => 项目 3 个
举行协会成立20周年大会 => -
1.每个展位交纳2000元 => 每个展位交纳 2000 元
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(text, told) for text, _, told in (line.partition(" => ") for line in table.strip().splitlines())]


def shown(mention: FigureMention) -> str:
    figure = mention.figure
    return f"{figure.label} {figure.value:.12g} {figure.unit} {figure.qualifier or ''}".strip()


@pytest.mark.parametrize(("text", "told"), rows(FIGURES))
def test_a_number_is_read_with_what_it_counts(text: str, told: str) -> None:
    assert (" & ".join(map(shown, read_figures(text))) or "-") == told


def test_every_quote_stands_in_the_text() -> None:
    for text, _ in rows(FIGURES):
        for mention in read_figures(text):
            assert text[mention.begin : mention.end] == mention.quote


@pytest.mark.parametrize(
    ("text", "value"),
    [("3.44万亿元", 3.44e12), ("34,400亿元", 3.44e12), ("15万人", 150000), ("两千家", 2000)],
)
def test_multiples_are_applied(text: str, value: float) -> None:
    (mention,) = read_figures(text)
    assert mention.figure.value == pytest.approx(value)
