"""Reading organisations and people: sentences written as the trade's outlets write, and who is in them."""

from __future__ import annotations

import pytest

from bot.records import read_records
from bot.records.model import Post
from bot.records.organisations import naming, read_organisations, short_forms
from bot.records.people.attendees import PersonMention, read_people

# text => name, body/title+body/title, role; another person after " & "; - is nobody. A bare body has no title.
PEOPLE = """
大会约请了云岭大学教授高德作报告。 => 高德 云岭大学/教授 speaker
年会由秘书处单位云岭纺织检测中心主任高德主持。 => 高德 云岭纺织检测中心/主任 moderator
江西省鞋业协会2024年度执行会长高德、江西省鞋业协会2025年执行会长李丹到会。 => 高德 江西省鞋业协会/执行会长 attendee & 李丹 江西省鞋业协会/执行会长 attendee
云纱集团首席运营官高德、商务副总裁李丹、无锡分公司市场总监万辰参加会议。 => 高德 云纱集团/首席运营官 attendee & 李丹 云纱集团/商务副总裁 attendee & 万辰 无锡分公司/市场总监 attendee
大会选举产生了以高德为会长、李丹为监事长的新一届领导班子。 => 高德 会长 other & 李丹 监事长 other
大会选举高德为会长,李丹为执行会长兼秘书长。 => 高德 会长 other & 李丹 执行会长+秘书长 other
高德当选为江西省丝绸协会二届理事会会长。 => 高德 江西省丝绸协会/会长 other
云山羊毛市场总经理高德作汇报,毛毯专业委员会主任李丹发言。 => 高德 云山羊毛市场/总经理 speaker & 李丹 毛毯专业委员会/主任 speaker
来自日本的190余位代表参加会议,91云纱集团董事长高德到会。 => 高德 董事长 attendee
当选江西省拖鞋协会首任会长的高德称,协会将抱团发展。 => 高德 江西省拖鞋协会/会长 speaker
这样的频率在24个成员国中绝无仅有。 => -
会上选举云纱公司总裁高德为主任委员,鸭鸭集团董事长李丹等为副主任委员。 => 高德 云纱公司/总裁+主任委员 other & 李丹 鸭鸭集团/董事长+副主任委员 other
第三届会长洪和平作工作总结。 => 洪和平 第三届会长 speaker
李明任江苏省服装协会副会长兼秘书长。 => 李明 江苏省服装协会/副会长+江苏省服装协会/秘书长 other
分会会长席文主持会议,评委席上坐着专家。 => 席文 分会/会长 moderator
孟加拉国驻上海总领事馆商务参赞拉赫曼、江苏省商务厅副厅长周晓出席。 => 拉赫曼 孟加拉国驻上海总领事馆/商务参赞 attendee & 周晓 江苏省商务厅/副厅长 attendee
浙江服装协会会长何标总结了工作,镇党委副书记陈强到会。 => 何标 浙江服装协会/会长 speaker & 陈强 镇党委副书记 attendee
蔡天守蝉联理事长。 => 蔡天守 理事长 other
浙江理工大学服装学院邹元春、东华大学张文斌分别作专题发言。 => 邹元春 浙江理工大学服装学院/ speaker & 张文斌 东华大学/ speaker
江东省家纺协会四届三次理事(扩大)会议召开,会长万小毛到会。 => 万小毛 江东省家纺协会/会长 attendee
大会选出第一届委员会主任委员、副主任委员,江东云纺公司总经理闫山当选主任委员,云岭大学教授冯丽等15人当选副主任委员。 => 闫山 江东云纺公司/总经理+主任委员 other & 冯丽 云岭大学/教授+副主任委员 other
出席江西省服装协会三届二次会员代表大会。浙江服装协会会长蒋衡到会。大会由协会秘书长李刚主持。 => 蒋衡 浙江服装协会/会长 attendee & 李刚 江西省服装协会/秘书长 moderator
宿松县委常委、常务副县长陆为民到会。 => 陆为民 宿松县/县委常委+宿松县/常务副县长 attendee
江西省袜业商会罗启会长、王宇秘书长会见了来宾。 => 罗启 江西省袜业商会/会长 & 王宇 江西省袜业商会/秘书长
副会长端小平宣读了江西纺织局副局长高洪善对本次大会的讲话。 => 端小平 副会长 speaker
江西省标准化委员会工业标准二部易祥榕介绍了情况。 => 易祥榕 江西省标准化委员会工业标准二部/ speaker
专家组与余姚市人民政府副市长楼鼎鼎出席。 => 楼鼎鼎 余姚市人民政府/副市长 attendee
罗江涛、张林玲、倪鸣等市政协委员提出了建议。 => 罗江涛 市政协/委员 speaker & 张林玲 市政协/委员 speaker & 倪鸣 市政协/委员 speaker
大会还邀请了江西纺织协会科技发展部的窦茹真处长作介绍。 => 窦茹真 江西纺织协会科技发展部/处长 speaker
会议选举钟某兰、许 昆、梁博为新一届汉水服装协会兼职副会长。 => 钟某兰 汉水服装协会/兼职副会长 other & 许昆 汉水服装协会/兼职副会长 other & 梁博 汉水服装协会/兼职副会长 other
西藏自治区党委常委、自治区副主席旺堆·次仁出席。 => 旺堆·次仁 西藏自治区/自治区党委常委+西藏自治区/副主席 attendee
商会会长候选人罗启明、秘书长候选人程雨汇报了筹备情况。 => 罗启明 商会/会长候选人 speaker & 程雨 商会/秘书长候选人 speaker
没能到会的云纺服饰总经理程雨在电话里说,订单不错。 => -
出差的名誉会长程雨发来书面致辞。 => -
来自云岭学院的罗启明以作品《山色》夺得金奖。 => 罗启明 云岭学院/ awardee
云岭制衣厂的罗启明、南山服饰的程雨分获一等奖。 => 罗启明 云岭制衣厂/ awardee & 程雨 南山服饰/ awardee
云岭大学罗启明的作品《山色》、程雨的作品《水纹》分获金奖、银奖。 => 罗启明 云岭大学/ awardee & 程雨 awardee
江西姑娘罗启明夺得冠军,孟晓秋等6人获银奖。 => 罗启明 awardee & 孟晓秋 awardee
江西丝绸协会会长罗启明以及阳明、山如、云尚等30多家企业的负责人参加。 => 罗启明 江西丝绸协会/会长 attendee
镇党政班子成员以及支部书记和妇联主席参加。 => -
江西丝绸协会副会长、地毯专业委员会主任罗启明致辞。 => 罗启明 江西丝绸协会/副会长+江西丝绸协会/地毯专业委员会主任 speaker
市委常委、统战部部长罗启明致辞。 => 罗启明 市委常委+统战部部长 speaker
云岭市副市长程雨致辞。会长罗启明与程雨签约。 => 程雨 云岭市/副市长 speaker & 罗启明 会长 attendee
江西省丝绸协会监事长南昌云纺有限公司董事长罗启明致辞。 => 罗启明 江西省丝绸协会/监事长+南昌云纺有限公司/董事长 speaker
原江西省副省长罗启明到会。 => 罗启明 江西省/原副省长 attendee
州长巴图那生主持,旗长额尔敦仓出席。 => 巴图那生 州长 moderator & 额尔敦仓 旗长 attendee
自治区副主席努尔兰·阿不都满金出席。 => 努尔兰·阿不都满金 自治区/副主席 attendee
老挝制衣协会会长赛博以及采购商参加。 => 赛博 老挝制衣协会/会长 attendee
云岭学院客座讲师山田克也授课。 => 山田克也 云岭学院/客座讲师 speaker
云岭绸庄第五代传人罗启明发言。 => 罗启明 云岭绸庄/第五代传人 speaker
江西丝绸协会副会长于玉林,云岭市副市长罗启明出席。 => 于玉林 江西丝绸协会/副会长 attendee & 罗启明 云岭市/副市长 attendee
云岭大学罗启明教授、江西丝绸协会副会长程雨被聘为名誉会长。 => 罗启明 云岭大学/教授+名誉会长 other & 程雨 江西丝绸协会/副会长+名誉会长 other
云岭大学教授罗启明,企业代表程雨、云岭公司总经理孟秋参加。 => 罗启明 云岭大学/教授 attendee & 程雨 企业代表 attendee & 孟秋 云岭公司/总经理 attendee
岭南云尚集团董事局主席胡忠信致辞。 => 胡忠信 岭南云尚集团/董事局主席 speaker
行业专家、企业家代表齐聚溧阳。 => -
大会邀请二十位知名设计师和近二百个品牌。 => -
赛事吸引众多服装设计师和专业机构。 => -
教授阿力木江·热合曼·因提扎尔在开幕式上介绍了进展。 => 阿力木江·热合曼·因提扎尔 教授 speaker
系主任罗在学主持会议,程从文任秘书长。 => 罗在学 主任 moderator & 程从文 秘书长 other
云岭大学教授敖其尔巴图分别作了报告。 => 敖其尔巴图 云岭大学/教授 speaker
6月3日,云岩县委副书记、县长程雨主持会议。 => 程雨 云岩县/县委副书记+云岩县/县长 moderator
县级领导罗启明、程雨参加。 => 罗启明 县级领导 attendee & 程雨 县级领导 attendee
江西省发改委原正司级巡视员罗启明致辞。 => 罗启明 江西省发改委/原正司级巡视员 speaker
专委会委员和蚕丝专家参加。 => -
希望广大企业家来赣考察。 => -
协会会长、江西云纺公司董事长罗启明,副会长程雨参加。 => 罗启明 协会/会长+江西云纺公司/董事长 attendee & 程雨 副会长 attendee
江西丝绸协会会长云锦集团董事长罗启明讲话。 => 罗启明 江西丝绸协会/会长+云锦集团/董事长 speaker
会议由副会长单位南昌云纺有限公司董事长罗启明主持。 => 罗启明 南昌云纺有限公司/董事长 moderator
云岭服装学院院长宁平市服装学会副理事长罗启明致辞。 => 罗启明 云岭服装学院/院长+宁平市服装学会/副理事长 speaker
尼泊尔驻华大使苏雷什·拉纳,伊朗工业部副部长礼萨·卡里米出席。 => 苏雷什·拉纳 尼泊尔/驻华大使 attendee & 礼萨·卡里米 伊朗工业部/副部长 attendee
仰光省省长U TIN MAUNG、缅甸制衣公会副主席 U KYAW SOE出席。 => U TIN MAUNG 仰光省/省长 attendee & U KYAW SOE 缅甸制衣公会/副主席 attendee
童装品牌“小云朵”创始人罗启明讲话。 => 罗启明 小云朵/创始人 speaker
罗启明当选新任会长,程雨受聘名誉会长。 => 罗启明 会长 other & 程雨 名誉会长 other
换届领导小组组长罗启明讲话。 => 罗启明 换届领导小组/组长 speaker
云岭市副市长程雨,区工商联副主席罗启明,会议由罗启明主持。 => 程雨 云岭市/副市长 & 罗启明 区工商联/副主席 moderator
副处长刘志强调,要重视乡村服装产业。 => 刘志 副处长 speaker
浙江省服装行业协会会长郑念华会受邀参与本次会议。 => 郑念华 浙江省服装行业协会/会长 attendee
某省服装协会等有关单位领导出席。 => -
中国纺织工业联合会(中纺联)会员到会,中纺联会长孙哲致辞。 => 孙哲 中国纺织工业联合会/会长 speaker
论坛邀请立法会纺织界议员钟斌先生及大成洋服总经理郑淦作出分享。 => 钟斌 立法会纺织界/议员 speaker & 郑淦 大成洋服/总经理 speaker
会员单位和委员和咨询专家出席,其中本土设计师占四成。 => -
总经理徐舒作《鞋业趋势》分享。 => 徐舒 总经理 speaker
金顶奖设计师张肇、中共武宁县委书记王知、某羊毛发展公司中国区总经理何涛出席。 => 张肇 金顶奖设计师 attendee & 王知 武宁县委/书记 attendee & 何涛 某羊毛发展公司/中国区总经理 attendee
冬奥冠军张虹、周洋出席。 => 张虹 冬奥冠军 attendee & 周洋 冬奥冠军 attendee
美国袜业协会秘书长赛利·凯主讲了《概述》。 => 赛利·凯 美国袜业协会/秘书长 speaker
世界羊绒制造商协会主席卡尔先生说,品质最重要。 => 卡尔 世界羊绒制造商协会/主席 speaker
国家标准化委员会工业标准二部易祥榕认为,应打破归口之争。 => 易祥榕 国家标准化委员会工业标准二部/ speaker
武宁县委常委、常务副县长陆为民参加会议。 => 陆为民 武宁县/县委常委+武宁县/常务副县长 attendee
国际毛皮协会会长马纳卡斯,市领导梅仕出席。 => 马纳卡斯 国际毛皮协会/会长 attendee & 梅仕 市领导 attendee
国务院副总理吴仪特为开幕发来贺信。 => -
服装学院党政领导观看了演出,院长助理李敏、吴昊出席。 => 李敏 服装学院/院长助理 attendee & 吴昊 服装学院/院长助理 attendee
唐红敏、罗威等人当选常务副会长。 => 唐红敏 常务副会长 other & 罗威 常务副会长 other
图为江东纺织协会会长杜钰(中)为浙江省长兴县副县长高华(左)授牌。 => 杜钰 江东纺织协会/会长 other & 高华 浙江省长兴县/副县长 attendee
我校纺织学院教授刘雍出席。 => 刘雍 纺织学院/教授 attendee
鹭江大学纺织科学与工程学院教授胡岩出席。 => 胡岩 鹭江大学纺织科学与工程学院/教授 attendee
鹭岛市政府秘书长江兴出席会议,市委常委、市委秘书长宋军主持会议。 => 江兴 鹭岛市政府/秘书长 attendee & 宋军 市委常委+市委/秘书长 moderator
商会秘书长孙燕获“突出贡献工作者”称号。 => 孙燕 商会/秘书长 awardee
鹭岛市相关部门领导、鹭岛建发集团总经理王沁分别颁奖。 => 王沁 鹭岛建发集团/总经理 attendee
分会换届,恒力石化张文宇任分会会长,浙江三维杜勇任常务副秘书长。 => 张文宇 恒力石化/+分会/会长 other & 杜勇 浙江三维/+分会/常务副秘书长 other
张声、于开宇、李肖婷等人获得江东市年度十佳服装设计师称号。 => 张声 awardee & 于开宇 awardee & 李肖婷 awardee
江东化纤信息网沈国军先生回顾了锦纶行业的运行。 => 沈国军 江东化纤信息网/ speaker
大会邀请众多羊绒企业和品牌买手参与。 => -
工业联合会主席王天海,工业和信息化部总工程师王明出席。 => 王天海 工业联合会/主席 attendee & 王明 工业和信息化部/总工程师 attendee
省市场监督管理局副局长谭英,省就业创业服务中心党委书记尹明出席。 => 谭英 省市场监督管理局/副局长 attendee & 尹明 省就业创业服务中心/党委书记 attendee
鹭江新区党工委书记殷根,市委副书记、市长谢发出席。 => 殷根 鹭江新区/党工委书记 attendee & 谢发 市委副书记+市长 attendee
谢青当选江东省针织协会第八届理事会会长,杨世为第一届监事会监事长,张希、李红等24人为副会长。 => 谢青 江东省针织协会/会长 other & 杨世 江东省针织协会/监事长 other & 张希 江东省针织协会/副会长 other & 李红 江东省针织协会/副会长 other
副市长郑子记当选江东省针织协会首任会长。 => 郑子记 副市长+江东省针织协会/会长 other
副市长刘娟出席推介活动。 => 刘娟 副市长 attendee
会议由浙江省服装行业协会执行秘书长赵悦主持。 => 赵悦 浙江省服装行业协会/执行秘书长 moderator
河南省服装行业协会会长李刚作2023年工作报告。 => 李刚 河南省服装行业协会/会长 speaker
会长高勇作报告。 => 高勇 会长 speaker
会长李刚陪同考察。 => 李刚 会长 attendee
主任周长年主持。 => 周长年 主任 moderator
秘书长王勇说,今年要多走企业。 => 王勇 秘书长 speaker
秘书长欧阳锋说,今年要多走企业。 => 欧阳锋 秘书长 speaker
会长司马雪峰致辞。 => 司马雪峰 会长 speaker
会长欧阳建新出席。 => 欧阳建新 会长 attendee
副会长任建华会前陪同参观。 => 任建华 副会长 attendee
某市服装协会会长甲晓东出席。 => -
中国某某协会会长陈立,副会长李月、王小川,秘书长周知等出席会议。 => 陈立 中国某某协会/会长 attendee & 李月 中国某某协会/副会长 attendee & 王小川 中国某某协会/副会长 attendee & 周知 中国某某协会/秘书长 attendee
中国纺织工业联合会纪委书记兼人事部主任王久远参加会议。 => 王久远 中国纺织工业联合会/纪委书记+中国纺织工业联合会人事部/主任 attendee
某省服装协会副会长兼秘书长黄益介绍情况。 => 黄益 某省服装协会/副会长+某省服装协会/秘书长 speaker
杭州某智能科技有限公司董事长、杭州某大学教授吕永出席。 => 吕永 杭州某智能科技有限公司/董事长+杭州某大学/教授 attendee
海安市政协副主席、市工商联主席蔡平参会。 => 蔡平 海安市政协/副主席+市工商联/主席 attendee
自治区工业和信息化厅副厅长买买提江·艾山讲话。 => 买买提江·艾山 自治区工业和信息化厅/副厅长 speaker
意大利制革联合会秘书长马里奥·罗西作了题为“皮革”的演讲。 => 马里奥·罗西 意大利制革联合会/秘书长 speaker
可持续服装联盟首席执行官Colin Browne发表演讲。 => Colin Browne 可持续服装联盟/首席执行官 speaker
日本化纤协会专务理事小林正典发言。 => 小林正典 日本化纤协会/专务理事 speaker
会上,海宁市服装协会张月会长作了工作报告。 => 张月 海宁市服装协会/会长 speaker
马李荣常务副会长宣读了财务报告。 => 马李荣 常务副会长 speaker
大会邀请某大学经济学院黄卫教授进行演讲。 => 黄卫 某大学经济学院/教授 speaker
《某某纺织》杂志社魏林博士主持论坛。 => 魏林 《某某纺织》杂志社/博士 moderator
国务院发展研究中心刘世安谈创新。 => 刘世安 国务院发展研究中心/ speaker
夏令安主持会议。中国某联合会副会长夏令安说。 => 夏令安 中国某联合会/副会长 moderator
主持人赵荣在会上念了贺信。 => 赵荣 主持人 moderator
当选会长的居嘉正说,要加倍努力。 => 居嘉正 会长 speaker
陈栋、丁武、高敏等50人任副会长,孟平任秘书长。 => 陈栋 副会长 other & 丁武 副会长 other & 高敏 副会长 other & 孟平 秘书长 other
郑念华以无记名投票当选第八届理事会会长。 => 郑念华 会长 other
协会聘请冯虎为名誉会长,任敏、蔡君为法国首席特邀会长。 => 冯虎 名誉会长 other & 任敏 法国首席特邀会长 other & 蔡君 法国首席特邀会长 other
增补黄伟为副会长。 => 黄伟 副会长 other
大会选举刘家强为中国某纺织行业协会第六届理事会会长,陈贵等31人为副会长,张京为秘书长。 => 刘家强 中国某纺织行业协会/会长 other & 陈贵 中国某纺织行业协会/副会长 other & 张京 中国某纺织行业协会/秘书长 other
某某东方总经理杨卫新任首任会长。 => 杨卫新 某某东方/总经理+会长 other
杨兆、王果和孙淮当选副会长。 => 杨兆 副会长 other & 王果 副会长 other & 孙淮 副会长 other
张庆当选江东省设计师协会主席;杨健当选副主席。 => 张庆 江东省设计师协会/主席 other & 杨健 江东省设计师协会/副主席 other
中国工程院环境与轻纺学部蒋士、俞建、张全院士出席。 => 蒋士 中国工程院环境与轻纺学部/院士 attendee & 俞建 中国工程院环境与轻纺学部/院士 attendee & 张全 中国工程院环境与轻纺学部/院士 attendee
瑶海区委书记黄彪则提出,要做强品牌。 => 黄彪 瑶海区委/书记 speaker
中国某联合会副会长阎岩以“责任与行动”为题作报告。 => 阎岩 中国某联合会/副会长 speaker
大会审议了王天所作的《第三届理事会工作报告》。 => 王天 speaker
首先请朱北对两年来的会费收支情况作了报告。 => 朱北 speaker
第十届全国人大常委会副委员长顾秀在会上讲话。 => 顾秀 全国人大常委会/副委员长 speaker
江东集团公司董事局主席屠燕致辞。 => 屠燕 江东集团公司/董事局主席 speaker
浙江省轻纺服装协会高度重视此次会议,孙瑞副会长率团参加。 => 孙瑞 浙江省轻纺服装协会/副会长 attendee
提案涉及企业融资难、用工贵等问题。 => -
来自兄弟协会的领导和中纺联代表出席。 => -
浙江省皮革行业协会执行理事长李娟介绍经验。 => 李娟 浙江省皮革行业协会/执行理事长 speaker
中国针织工业协会专家技术委员会主任王智出席。 => 王智 中国针织工业协会专家技术委员会/主任 attendee
某国驻华大使馆公使衔农业参赞林凤致辞。 => 林凤 某国驻华大使馆/公使衔农业参赞 speaker
质量检验院副总工莫玲教授出席。 => 莫玲 质量检验院/副总工 attendee
受市委书记徐钢委托,市委副书记黄萍表示祝贺。 => 黄萍 市委副书记 speaker
协会会长、秘书长候选人分别汇报情况。 => -
大会邀请了天津工业大学博导王瑞教授。 => 王瑞 天津工业大学/博导 attendee
省农业厅经管处童日处长、省民政厅管理局刘志调研员出席。 => 童日 省农业厅经管处/处长 attendee & 刘志 省民政厅管理局/调研员 attendee
张德获选为理事长。 => 张德 理事长 other
毛纺行业的专家、企业家齐聚溧阳。 => -
会长:陈 昆 李光 => 陈昆 会长 & 李光 会长
江苏代表队祝春燕获得第一名。 => 祝春燕 江苏代表队/ awardee
评委包括曾凤、洪美璇、张星等知名设计师。 => 曾凤 设计师 & 洪美璇 设计师 & 张星 设计师
段婷、徐雪13人获得“优秀指导教师奖”。 => 段婷 awardee & 徐雪 awardee
省工信厅二级巡视员谭平、消费品处处长高彬参加调研。 => 谭平 省工信厅/二级巡视员 attendee & 高彬 省工信厅消费品处/处长 attendee
宿松县委书记吴峰、常务副县长石斌参加座谈。 => 吴峰 宿松县委/书记 attendee & 石斌 宿松县/常务副县长 attendee
项城市市长李飞,市领导刘体、张伟陪同调研。 => 李飞 项城市/市长 attendee & 刘体 市领导 attendee & 张伟 市领导 attendee
会长杨兆兼任某专业委员会主任,宁波某家居有限公司董事长朱国为第一任执行主任。 => 杨兆 会长+某专业委员会/主任 other & 朱国 宁波某家居有限公司/董事长+某专业委员会/执行主任 other
中国某联合会(以下简称“某联”)副会长、中国某行业协会(以下简称“某协”)监事长杨兆出席。 => 杨兆 中国某联合会/副会长+中国某行业协会/监事长 attendee
来自某某(厦门)实业有限公司的完颜成名获得第一名。 => 完颜成名 某某(厦门)实业有限公司/ awardee
南充市总工会党组成员副主席屠东、大赛裁判员张成、马勇参加开幕式。 => 屠东 南充市总工会/党组成员+南充市总工会/副主席 attendee & 张成 大赛/裁判员 attendee & 马勇 大赛/裁判员 attendee
俄罗斯驻上海领事馆领事尤里·谢苗诺夫,首席代表MARCO,嵊州市领导郭敏出席。 => 尤里·谢苗诺夫 俄罗斯驻上海领事馆/领事 attendee & MARCO 俄罗斯驻上海领事馆/首席代表 attendee & 郭敏 嵊州市/市领导 attendee
省工信厅厅长应炯,市委副书记、市长李克分别致辞。 => 应炯 省工信厅/厅长 speaker & 李克 市委副书记+市长 speaker
某某大学教授洪平博士、中国某协会副会长孙瑞先生出席。 => 洪平 某某大学/教授 attendee & 孙瑞 中国某协会/副会长 attendee
常务副会长(兼秘书长)王明主持了会议。 => 王明 常务副会长+秘书长 moderator
致辞嘉宾:\\n某省工业和信息化厅二级巡视员 熊琛\\n主题分享:\\n某大学教授 陶辉:数字化 => 熊琛 某省工业和信息化厅/二级巡视员 speaker & 陶辉 某大学/教授 speaker
演讲嘉宾:\\n姚庆 中国某协会校服专业委员会主任 => 姚庆 中国某协会校服专业委员会/主任 speaker
市领导刘可为、解晓勇出席。 => 刘可为 市领导 attendee & 解晓勇 市领导 attendee
主讲人:王芳(某某大学教授)、李雷(某某公司董事长) => 王芳 某某大学/教授 speaker & 李雷 某某公司/董事长 speaker
主讲嘉宾:刘强 某某服装学院院长 => 刘强 某某服装学院/院长 speaker
评委(排名不分先后):王一、李二水、张三丰 => 王一 评委 & 李二水 评委 & 张三丰 评委
中国某协会与某市人民政府共同举办的论坛召开,会长陈大千出席。 => 陈大千 中国某协会/会长 attendee
联系人:张三 办公室主任 => -
西平县委副书记、县长侯涛,杭州市委常委,副市长沈坚出席。 => 侯涛 西平县/县委副书记+西平县/县长 attendee & 沈坚 杭州市/市委常委+杭州市/副市长 attendee
日本驻沈阳总领事馆事务所所长远山茂出席。 => 远山茂 日本驻沈阳总领事馆事务所/所长 attendee
江干区政府周宏副区长代表区委区政府致辞。 => 周宏 江干区政府/副区长 speaker
副会长张某因故未能出席。 => -
代表12人参加会议。 => -
各会员单位:\\n经会长办公会研究,定于5月开会。 => -
本报记者 韩立 通讯员 王平 => -
责任编辑:欧明 => -
宿迁市委副书记出席会议。 => -
常熟市市长出席会议。 => -
企业家沙龙举行。 => -
设计师品牌亮相。 => -
设计师于上海发布新作,导演向观众致意。 => -
会长任职不超过两届,企业家应有家国情怀。 => -
会长会议定于下周召开,总经理办公会研究决定。 => -
嘉宾包括各地协会会长、秘书长以及龙头企业董事长、总经理。 => -
专家石狮行活动启动,主任时尚沙龙举行。 => -
镇长论坛、书记论坛举行,大师工作室揭牌,主席台就座的有企业家。 => -
会长单位代表发言。 => -
年会召开。彭燕丽在总结发言中表示,年会定位创新。 => 彭燕丽 speaker
专委会委员和丝绸专家参会,理事和行业专家出席。 => -
市委书记、市长等领导出席。 => -
"""


def rows(table: str) -> list[tuple[str, str]]:
    pairs = (line.partition(" => ") for line in table.strip().splitlines())
    return [(text.replace("\\n", "\n"), told) for text, _, told in pairs]


def post(value: Post) -> str:
    return f"{value.organisation}/{value.title or ''}" if value.organisation else str(value.title)


def told_of_people(text: str) -> str:
    """Say who is told of, one after another: name, every post, the first role."""
    mentions: dict[str, list[PersonMention]] = {}
    for mention in read_people(text):
        mentions.setdefault(mention.name, []).append(mention)
    lines = []
    for name, told in mentions.items():
        posts = dict.fromkeys(post(value) for mention in told for value in mention.posts)
        role = next((mention.role for mention in told if mention.role), None)
        lines.append(" ".join(filter(None, (name, "+".join(posts), role))))
    return " & ".join(lines) or "-"


@pytest.mark.parametrize(("text", "told"), rows(PEOPLE))
def test_people_are_read_with_their_posts_and_what_they_do(text: str, told: str) -> None:
    assert told_of_people(text) == told


def test_a_bare_body_takes_the_full_name_the_text_gave_it() -> None:
    text = "福建省服装服饰行业协会理事会在福州举行。协会会长卢明出席。省服协秘书长郑芬主持。"
    assert [p.posts[0].organisation for p in read_people(text)] == ["福建省服装服饰行业协会"] * 2


# text => body role; another after " & "; only bodies with a role.
ROLES = """
展会由鹭岛市人民政府、鹭岛市服装协会等多家单位联合组织。 => 鹭岛市人民政府 host & 鹭岛市服装协会 host
大赛由鹭岛市人民政府联合中国服装协会校服分会主办,并得到福建省商务厅的大力支持。 => 鹭岛市人民政府 host & 中国服装协会校服分会 host & 福建省商务厅 supporter
大赛由中国服饰杂志和鹭岛市人民政府主办。 => 中国服饰杂志 host & 鹭岛市人民政府 host
由中国某纺织联合会主办、杭州市萧山区人民政府承办的工作会议举行。 => 中国某纺织联合会 host & 杭州市萧山区人民政府 organiser
本次会议由中国纺织信息中心、虎门镇人民政府主办。 => 中国纺织信息中心 host & 虎门镇人民政府 host
活动由吴江区人民政府、中国丝绸协会联合主办,盛泽镇人民政府承办,吴江丝绸商会协办。 => 吴江区人民政府 host & 中国丝绸协会 host & 盛泽镇人民政府 organiser & 吴江丝绸商会 co-organiser
大赛由某省工业和信息化厅指导,某省服装协会和某市纺织商会共同主办。 => 某省工业和信息化厅 supporter & 某省服装协会 host & 某市纺织商会 host
对接会由江西省工业和信息化厅、江西省商务厅主办,江西省纺织工业协会承办。 => 江西省工业和信息化厅 host & 江西省商务厅 host & 江西省纺织工业协会 organiser
发布会由中国流行色协会和中国国际贸易中心共同举办。 => 中国流行色协会 host & 中国国际贸易中心 host
竞赛由中国就业培训技术指导中心、中国财贸轻纺烟草工会主办。 => 中国就业培训技术指导中心 host & 中国财贸轻纺烟草工会 host
《行动方案》由自治区人民政府办公厅印发。 => 自治区人民政府办公厅 issuer
中国服装协会主办的论坛在京举行。 => 中国服装协会 host
主办单位:中国服装协会 江苏省常熟市人民政府\\n承办单位:《某某周刊》杂志社 江苏·常熟服装城管理委员会 => 中国服装协会 host & 江苏省常熟市人民政府 host & 《某某周刊》杂志社 organiser & 江苏·常熟服装城管理委员会 organiser
指导单位: 中国纺织工业协会\\n主办单位:湖北省经济和信息化厅 湖北省总工会\\n协办单位:汉正街服装产业联盟\\n三、参赛对象 => 中国纺织工业协会 supporter & 湖北省经济和信息化厅 host & 湖北省总工会 host & 汉正街服装产业联盟 co-organiser
主 办:中国毛纺织行业协会\\n承 办:清河县人民政府 => 中国毛纺织行业协会 host & 清河县人民政府 organiser
主办单位|邢台市人民政府\\n支持单位|河北省工业和信息化厅 => 邢台市人民政府 host & 河北省工业和信息化厅 supporter
主办单位\\n中国丝绸协会\\n四川省经济和信息化厅\\n承办单位\\n南充市人民政府\\n时间 => 中国丝绸协会 host & 四川省经济和信息化厅 host & 南充市人民政府 organiser
中国服装协会与常熟市人民政府联合举办的论坛召开。 => 中国服装协会 host & 常熟市人民政府 host
中国服装协会主办、常熟市人民政府承办了此次活动。 => 中国服装协会 host & 常熟市人民政府 organiser
在中国轻工业联合会的指导下,由中国皮革协会主办的大会召开。 => 中国轻工业联合会 supporter & 中国皮革协会 host
总冠名:波司登集团 => 波司登集团 supporter
在省经信委的支持下,协会开展调研。 => -
领导指导工作,企业给予支持。 => -
大会由江东针织协会主办、鹭岛市人民政府承办、鹭岛袜业园区协办。 => 江东针织协会 host & 鹭岛市人民政府 organiser & 鹭岛袜业园区 co-organiser
由江东省循环经济协会组织召开的染整推广会暨交流会在鹭岛成功举办。 => 江东省循环经济协会 host
展会由自治区副主席史刚亲自率团出席,自治区商务厅、江东省对口援建指挥部等作为活动主办单位。 => 自治区商务厅 host & 江东省对口援建指挥部 host
大会由江东纺织协会主办,江东针织协会相关专业委员会及分会联合承办。 => 江东纺织协会 host & 江东针织协会相关专业委员会 organiser
大会由国际毛纺织组织(IWTO)主办、江东毛纺织行业协会(JWTA)承办。 => 国际毛纺织组织 host & 江东毛纺织行业协会 organiser
协会将建设总部基地,也正在争取政府的支持。 => -
展会办了八届,获得了鹭岛市商务局的大力支持。 => 鹭岛市商务局 supporter
"""


@pytest.mark.parametrize(("text", "told"), rows(ROLES))
def test_bodies_are_read_with_the_role_the_text_states(text: str, told: str) -> None:
    found = (f"{body.name} {body.role}" for body in read_organisations(text) if body.role)
    assert (" & ".join(found) or "-") == told


# text => the bodies named, in order
NAMED = """
河南省发展和改革委员会、河南省服装行业协会到会。 => 河南省发展和改革委员会 河南省服装行业协会
中国国际贸易促进委员会纺织行业分会发布通知。 => 中国国际贸易促进委员会纺织行业分会
工业和信息化部、国家发展改革委、商务部、市场监管总局印发方案。 => 工业和信息化部 国家发展改革委 商务部 市场监管总局
安徽丽达制衣有限公司和温州市服装商会发来贺信。 => 安徽丽达制衣有限公司 温州市服装商会
国家统计局六安调查队联合六安市羽绒行业协会走访企业。 => 国家统计局六安调查队 六安市羽绒行业协会
国家税务总局六安市税务局与六安市服装协会座谈。 => 国家税务总局六安市税务局 六安市服装协会
今年规模以上企业产值增长。 => -
"""


@pytest.mark.parametrize(("text", "told"), rows(NAMED))
def test_bodies_show_themselves_by_head_and_ending(text: str, told: str) -> None:
    assert (" ".join(body.name for body in read_organisations(text)) or "-") == told


def test_short_forms_stand_for_the_names_they_were_set_up_for() -> None:
    text = "中国纺织工业联合会(以下简称“中国纺联”)发布通知。论坛由中国纺联主办。"
    assert short_forms(text) == {"中国纺联": "中国纺织工业联合会"}
    assert ("中国纺织工业联合会", "host") in {(b.name, b.role) for b in read_organisations(text)}


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("省服装行业协会", "河南省服装行业协会"),
        ("省服协", "河南省服装行业协会"),
        ("协会", "河南省服装行业协会"),
        ("商会", "商会"),
        ("市服装协会", "市服装协会"),
    ],
)
def test_local_and_generic_names_are_resolved_only_by_what_the_text_names(name: str, full: str) -> None:
    names = naming("河南省服装行业协会四届四次理事会在郑州举行。")
    assert names.full(name, 100) == full


def test_a_body_knows_its_province() -> None:
    (body,) = read_organisations("虎门服装服饰行业协会到会。")
    assert body.region == "广东"


@pytest.mark.parametrize("text", [text for text, _ in rows(PEOPLE) + rows(ROLES) + rows(NAMED)])
def test_every_quote_stands_in_the_text(text: str) -> None:
    for mention in (*read_people(text), *read_organisations(text)):
        assert text[mention.begin : mention.end] == mention.quote


def test_what_two_carry_out_together_is_theirs() -> None:
    """由甲、乙联合开展 names the hosts as 联合主办 does."""
    text = "10月15日,2023年赣州市服装行业技能大赛在赣州举行。此次大赛由赣州市总工会、赣州市人社局联合开展。"
    (record,) = read_records("", text, "2023-10-16")
    assert [(o.name, o.role) for o in record.organisations] == [
        ("赣州市总工会", "host"),
        ("赣州市人社局", "host"),
    ]


def test_and_is_nobodys_family_name() -> None:
    """专家评委和大众评委 names nobody."""
    assert read_people("作品接受专家评委和大众评委的现场评分,主任王立新致辞。")[0].name == "王立新"


def test_and_before_a_region_is_nobodys_family_name() -> None:
    """甲学院罗启明教授和浙江某大学程雨教授 names two people."""
    text = "云岭工程大学纺织学院罗启明教授和浙江理工大学服装学院程雨教授获奖。"
    assert [p.name for p in read_people(text)] == ["罗启明", "程雨"]


def test_two_offices_joined_are_two_posts() -> None:
    """会长助理暨某协会会长 holds both."""
    (person,) = read_people("江西纺织联合会会长助理暨江西针织协会会长罗启明出席。")
    assert [(p.organisation, p.title) for p in person.posts] == [
        ("江西纺织联合会", "会长助理"), ("江西针织协会", "会长")
    ]  # fmt: skip


def test_a_remark_does_not_end_a_list_of_names() -> None:
    """程雨(书面发言)、孟秋 goes on."""
    assert [p.name for p in read_people("委员罗启明、程雨(书面发言)、孟秋参加。")] == [
        "罗启明",
        "程雨",
        "孟秋",
    ]


def test_the_style_of_a_crowd_is_no_further_post() -> None:
    """中国工程院院士甲、乙等专家 are academicians."""
    people = read_people("江西工程院院士罗启明、程雨等专家参加会议。")
    assert [[p.title for p in person.posts] for person in people] == [["院士"], ["院士"]]


def test_a_firm_between_two_posts_is_nobody() -> None:
    """协会会长万事顺集团董事长某某 names one person."""
    assert [p.name for p in read_people("协会会长万事顺集团董事长罗启明讲话。")] == ["罗启明"]


def test_who_opens_a_sentence_by_speaking_needs_no_title() -> None:
    """罗启明在致辞中指出 at the head of a text names a speaker."""
    assert [p.name for p in read_people("罗启明在致辞中指出,今年形势严峻。")] == ["罗启明"]


def test_a_name_may_stand_before_its_post_on_a_list() -> None:
    """甲;乙,省商务厅副厅长;丙 lists people either way round."""
    people = read_people("江西纺织联合会主席罗启明;程雨,省商务厅副厅长;市长孟秋出席了开幕式。")
    assert [p.name for p in people] == ["罗启明", "程雨", "孟秋"]


def test_a_former_chair_keeps_the_word() -> None:
    """前任主席 is the whole title."""
    (person,) = read_people("江西纺织制造商联合会前任主席罗启明作了介绍。")
    assert [(p.organisation, p.title) for p in person.posts] == [("江西纺织制造商联合会", "前任主席")]


def test_posts_parted_by_commas_wait_for_their_holder() -> None:
    """甲协会副会长,乙公司董事长,丙协会会长某某 are three posts of one; a crowd of experts waits for nobody."""
    (person,) = read_people("江西丝绸协会副会长,江西绿洲集团有限公司董事长,南昌丝绸协会会长罗启明致辞。")
    assert [(p.organisation, p.title) for p in person.posts] == [
        ("江西丝绸协会", "副会长"), ("江西绿洲集团有限公司", "董事长"), ("南昌丝绸协会", "会长")
    ]  # fmt: skip
    (other,) = read_people("江西丝绸行业专家,南昌丝绸协会会长罗启明致辞。")
    assert [p.title for p in other.posts] == ["会长"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("会长张崇和出席会议。", "张崇和"),
        ("埃塞俄比亚总理海尔马里亚姆表示,双方将合作。", "海尔马里亚姆"),
        ("会议听取了财务委员会张继辉主任关于财务情况的汇报。", "张继辉"),
        ("南昌市副市长展宝卫等出席。", "展宝卫"),
    ],
)
def test_names_that_hold_small_words_or_come_from_abroad(words, name):
    """和 before a verb ends a name; a holder of a post abroad is named up to where he speaks."""
    assert [p.name for p in read_people(words)] == [name]


def test_whose_speech_was_passed_on_was_not_there() -> None:
    """传达学习了某某同志的讲话精神 names nobody present."""
    assert not read_people("会议传达学习了市政协主席罗启明同志的讲话精神。")


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("杭州市消保委联合市服装行业协会发布提示。", ["市服装行业协会"]),
        ("兴城市出台八项举措助力本地泳装行业协会。", []),
        ("本报南昌5月24日电(记者李某)文化和旅游部近日印发通知。", ["文化和旅游部"]),
    ],
)
def test_a_body_begins_behind_what_is_done_and_told(text: str, bodies: list[str]) -> None:
    """Verbs and datelines before a body are no part of its name."""
    assert [o.quote for o in read_organisations(text)] == bodies


def test_a_second_post_may_follow_without_a_stop() -> None:
    """会长助理中国服装协会常务副会长 are two posts; what 暨 joins is no part of a body's name."""
    people = read_people("到会的有中国纺织工业联合会会长王某甲、会长助理中国服装协会常务副会长陈某乙。")
    assert [(post.organisation, post.title) for post in people[1].posts] == [
        ("中国纺织工业联合会", "会长助理"),
        ("中国服装协会", "常务副会长"),
    ]
    named = read_organisations("2024广东服装大会暨广东省服装服饰行业协会第六届会员大会")
    assert [body.name for body in named] == ["广东省服装服饰行业协会"]


def test_ministries_are_bodies_by_their_bare_names() -> None:
    """水利部 needs no 中国 before it; with more behind it the whole is one body, and 教育部门 is none."""
    told = read_organisations(
        "工信部、水利部、住建部联合印发。教育部高等学校纺织类专业教学指导委员会和教育部门到会。"
    )
    assert [body.name for body in told] == [
        "工信部",
        "水利部",
        "住建部",
        "教育部高等学校纺织类专业教学指导委员会",
    ]


@pytest.mark.parametrize(
    "body", ["文化和旅游厅", "农业农村厅", "生态环境局", "环境保护厅", "经济和信息化委", "经济和信息化委员会", "物价局", "经贸委", "供销合作社"]
)  # fmt: skip
def test_departments_of_a_province_are_bodies(body: str) -> None:
    """Each is known by its ending, and 宣传部门 is none; a department of an association is no ministry."""
    assert [b.name for b in read_organisations(f"近日,江苏省{body}发布通知。")] == [f"江苏省{body}"]
    assert not read_organisations("近日,江苏省宣传部门到会,中毛联科技部组织了调研。")


def test_a_park_with_a_dot_in_its_name_is_nobody() -> None:
    """某某·云尚智城负责人 names no person; a mayor is not of the party committee named before."""
    assert read_people("中纶·云尚智城负责人介绍情况。") == ()
    people = read_people("市委秘书长陈某忠,市委常委、副市长雷某成出席。")
    assert [post.organisation for post in people[1].posts] == [None, None]


def test_posts_behind_names_carry_the_body_on() -> None:
    """某会甲董事长、乙名誉董事长及丙名誉董事长联袂出席,文化部丁次长… gives the first three one body."""
    people = read_people(
        "江西纺拓会王启明董事长、徐晓雨名誉董事长及詹秋林名誉董事长联袂出席,文化部李建新次长、招商办陈志远主任亦到场。"
    )
    assert [(p.name, p.posts[0].organisation) for p in people] == [
        ("王启明", "江西纺拓会"), ("徐晓雨", "江西纺拓会"), ("詹秋林", "江西纺拓会"),
        ("李建新", "文化部"), ("陈志远", "招商办"),
    ]  # fmt: skip


def test_words_around_a_body_are_no_part_of_it() -> None:
    """某区相关部门及某镇政府承办 names one body, and who calls on society hosts nothing."""
    bodies = read_organisations("大赛由九江市总工会主办,浔阳区相关部门及江口镇政府承办。")
    assert [o.name for o in bodies if o.role] == ["九江市总工会", "江口镇政府"]
    called = read_organisations("会上,江西服装协会向社会发起了“落实责任,提高质量”的倡议。")
    assert not any(o.role for o in called)


def test_an_organisation_of_the_world_is_a_body_of_its_own() -> None:
    """由国际棉纺组织(简称IWTX)与某协会举办 names two, the short form no part of either."""
    bodies = read_organisations("由国际棉纺组织(简称IWTX)与江西毛纺织行业协会合作举办的年会。")
    assert [o.name for o in bodies if o.role] == ["国际棉纺组织", "江西毛纺织行业协会"]


def test_a_school_of_two_sciences_is_one_body() -> None:
    """与 joins two bodies only behind what ends a body: 大学与…, not 纺织科学与工程学院."""
    text = "2024年2月22日,浙北纺织学会年会在湖州举行,由海州理工大学纺织科学与工程学院协办。"
    (record,) = read_records("", text, None)
    assert [o.name for o in record.organisations if o.role == "co-organiser"] == [
        "海州理工大学纺织科学与工程学院"
    ]


def test_who_has_it_held_by_another_and_the_other_are_both_hosts() -> None:
    """由甲委托乙举办 names two."""
    text = "海州纺织国际论坛5月6日在湖州召开。论坛由海州经济厅委托海州纺织研究所举办。"
    (record,) = read_records("", text, "2012-05-08")
    assert [o.name for o in record.organisations if o.role == "host"] == ["海州经济厅", "海州纺织研究所"]


def test_what_a_meeting_got_and_where_is_no_part_of_a_body() -> None:
    """会议得到某公司的支持 and 由甲会同乙在某地举办 name the bodies alone."""
    text = "4月22日,海州针织论坛在湖州召开。会议得到海州云裳公司的大力支持。"
    (record,) = read_records("", text, "2019-04-25")
    assert [(o.name, o.role) for o in record.organisations] == [("海州云裳公司", "supporter")]
    text = "2009年4月9日,由海州经济厅会同海州纺织行业协会在江苏常州共同举办了“2009海州纺织品论坛”。"
    (record,) = read_records("", text, None)
    assert [o.name for o in record.organisations] == ["海州经济厅", "海州纺织行业协会"]


def test_who_is_spoken_for_is_not_there() -> None:
    """甲代表乙会长致辞 tells of the presence of 甲 alone; a contract 甲代表某县与乙签订 of both."""
    text = "2024年12月19日,2024中国丝绸大会在南京召开。江东省丝绸协会秘书长沈祥代表王正喜会长向大会致辞。"
    (record,) = read_records("", text, None)
    assert [p.name for p in record.people] == ["沈祥"]
    text = "2024年10月10日,云泽县纺织产业推介会在上海举办。主任李哲代表云泽县政府与某针织协会副会长瞿静签订合作协议。"
    (record,) = read_records("", text, None)
    assert {p.name for p in record.people} == {"李哲", "瞿静"}


def test_what_a_meeting_is_said_to_be_is_no_part_of_its_host() -> None:
    """某年会是某学会主办的学术会议 names the 学会."""
    text = (
        "海州纺织学术年会是海州纺织工程学会主办的学术会议。第十二届海州纺织学术年会将于2022年11月在湖州召开。"
    )
    (record,) = read_records("", text, None)
    assert [o.name for o in record.organisations if o.role == "host"] == ["海州纺织工程学会"]


def test_a_province_before_a_dot_begins_no_name() -> None:
    """在江西·于都召开 names a place."""
    assert [p.name for p in read_people("委员代表大会在江西·于都顺利召开。")] == []


def test_who_a_profile_or_an_honour_names_attends_nothing() -> None:
    """商会简介 at the foot and 近年来…获奖 tell of other days."""
    text = (
        "10月16日,江西省羊毛商会第三次理事会在南昌召开,会长罗启明出席会议。近年来,商会先后被授予优秀商会称号;商会秘书长孟秋荣获贡献奖。\n"
        "江西省羊毛商会简介 2009年11月8日,商会成立,云泽毛条公司总经理李哲当选为首任会长。"
    )
    (record,) = read_records("", text, None)
    assert {p.name for p in record.people} == {"罗启明"}


def test_a_label_whose_clauses_say_who_does_what() -> None:
    """组织单位:甲主办,乙、丙承办,丁协办: each by its own verb, which is no part of its name."""
    text = "组织单位:中国服装协会牛仔专业委员会主办,均安镇人民政府、顺德牛仔服装协会承办,广东省服装协会协办。"
    assert [(o.name, o.role) for o in read_organisations(text)] == [
        ("中国服装协会牛仔专业委员会", "host"),
        ("均安镇人民政府", "organiser"),
        ("顺德牛仔服装协会", "organiser"),
        ("广东省服装协会", "co-organiser"),
    ]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("由市服装协会理事会及以上会员参加。协会理事会决定", ["市服装协会"]),
        ("诸暨市袜业协会起草了公约", ["诸暨市袜业协会"]),
        ("海城市市场监督管理局西柳分局联合西柳镇政府推出", ["海城市市场监督管理局西柳分局", "西柳镇政府"]),
        ("编制单位中国纺织工业企业管理协会汇报", ["中国纺织工业企业管理协会"]),
        ("意见请寄。\n兰塘县工业和信息化局\n2022年8月24日", ["兰塘县工业和信息化局"]),
        ("在商会推动下,陈店、谷饶、峡山三地商会签署公约", []),
        ("市委副书记、市长黄春辉一行调研服装企业", ["市委"]),
    ],
)
def test_where_a_body_begins_and_ends(text: str, bodies: list[str]) -> None:
    """Letters within other words, offices of offices, a signature of an unknown county; several bodies are none."""
    assert [o.name for o in read_organisations(text)] == bodies


def people_of(text: str) -> dict[str, list[str]]:
    """Return who is told of, by name, each with his posts."""
    return {m.name: [post(value) for value in m.posts] for m in reversed(read_people(text)) if m.posts}


def test_a_society_s_post_is_of_the_one_that_sits() -> None:
    """会长 alone is of the one body whose own congress is told, its town on no map, and of no firm before it."""
    text = (
        "云浦市服装协会二届一次理事会召开。协会秘书长李刚主持。\n罗启明会长作报告。\n程雨常务副会长宣读决定。"
    )
    assert people_of(text) == {
        "李刚": ["云浦市服装协会/秘书长"],
        "罗启明": ["云浦市服装协会/会长"],
        "程雨": ["云浦市服装协会/常务副会长"],
    }


def test_a_seat_is_of_the_one_place_of_its_level() -> None:
    """副县长 is of the one county the text names in full; 县领导 is of nobody told."""
    text = "望江县召开纺织座谈会。县委副书记罗启明主持,副县长程雨参加。县领导李刚到会。"
    assert people_of(text) == {"罗启明": ["望江县/县委副书记"], "程雨": ["望江县/副县长"], "李刚": ["县领导"]}


def test_a_short_committee_or_school_is_the_one_named_in_full() -> None:
    """专委会 and 学院 alone take the full name."""
    text = "江西省丝绸协会印染专业委员会年会在江西云岭学院举行。专委会主任委员罗启明致辞,学院副院长程雨介绍情况。"
    assert people_of(text) == {
        "罗启明": ["江西省丝绸协会印染专业委员会/主任委员"],
        "程雨": ["江西云岭学院/副院长"],
    }


@pytest.mark.parametrize(
    "words",
    [
        "大会得到了江西省服装协会、云山纺织有限公司等单位的大力支持。",
        "大会得到江西省服装协会、云山纺织有限公司的鼎力支持。",
    ],
)
def test_all_whose_support_was_given(words: str) -> None:
    """得到了甲、乙等单位的大力支持: both support, neither with the verb before or 等 behind."""
    assert [(o.name, o.role) for o in read_organisations(words)] == [
        ("江西省服装协会", "supporter"),
        ("云山纺织有限公司", "supporter"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("会上,李金和当选为会长。", "李金和"),
        ("县长黄镇致欢送辞。", "黄镇"),
        ("书记李强致答谢词。", "李强"),
    ],
)
def test_small_words_within_and_behind_a_name(text: str, name: str) -> None:
    """和 belongs to a name where its vote follows, 致 to the farewell said."""
    assert list(people_of(text)) == [name]


def test_what_a_post_calls_ours_is_nobody_known() -> None:
    """我会会长 and 我司总经理 are of whoever publishes the page, not of whose meeting it is."""
    text = "3月16日,江西省毛纺协会六届二次理事会在南昌召开。我会会长罗启应邀出席,我司总经理程雨参加。"
    (record,) = read_records("", text, "2023-03-18")
    assert {p.name: p.posts for p in record.people} == {
        "罗启": (Post(None, "会长"),),
        "程雨": (Post(None, "总经理"),),
    }


def test_a_style_adds_no_post() -> None:
    """罗启书记 is the 纪委书记 told before."""
    text = (
        "3月16日,江西省毛纺协会六届二次理事会在南昌召开。省商会党委副书记兼纪委书记罗启出席。罗启书记讲话。"
    )
    (record,) = read_records("", text, "2023-03-18")
    assert [p.title for p in record.people[0].posts] == ["党委副书记", "纪委书记"]


def test_the_hosts_people_do_not_make_theirs_a_host() -> None:
    """主办方领导有:某会副会长… names people."""
    text = "3月16日,江西省毛纺协会六届二次理事会在南昌召开。会议主办方领导有:中国纺织工业联合会副会长罗启。"
    (record,) = read_records("", text, "2023-03-18")
    assert not record.organisations


def test_a_name_joined_to_the_holder_of_a_post_elsewhere_is_told_too() -> None:
    """甲、乙以及某公司董事长丙为副会长 elects three, 甲与某局副局长乙 names two; the firm and the office are theirs alone."""
    elected = people_of(
        "大会选举林云为九江市针织协会会长,罗静、张希以及上海大桥(集团)有限公司董事长王卫民等24人为副会长。"
    )
    assert elected["罗静"] == elected["张希"] == ["九江市针织协会/副会长"]
    assert elected["王卫民"] == ["上海大桥(集团)有限公司/董事长", "九江市针织协会/副会长"]
    assert people_of("刘家祥与九江市商务局副局长付永出席会议。")["付永"] == ["九江市商务局/副局长"]
