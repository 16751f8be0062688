"""Imported where worker processes are forked from: makes all that reading and storing need, once for all of them.

What is made before a fork is in memory once; what each process makes for itself, as often as there are processes.
"""

from datetime import UTC, datetime

from bot import intake
from bot.store import Store
from scrapers.discover import Request
from scrapers.model import Link, Page, Source

_ADDRESS = "http://localhost/"
_SOURCE = Source("warm", _ADDRESS)
_NOW = datetime(2025, 3, 21, tzinfo=UTC)

# Something of every kind that is read, since rules are made ready when they are first asked.
_ARTICLE = """<html><head><title>关于召开浙江省服装行业协会三届二次理事会的通知</title></head><body>
<div><a href="/">首页</a> &gt; <a href="/tzgg/">通知公告</a></div>
<h1>关于召开浙江省服装行业协会三届二次理事会的通知</h1>
<div>发布时间：2025-03-18 09:30 来源：浙江省服装行业协会 作者：李明 浏览：120</div>
<p>各会员单位：</p>
<p>为贯彻落实《纺织工业提质升级实施方案（2023—2025年）》，经研究，定于2025年4月20日至22日在杭州国际博览中心召开三届二次理事会。</p>
<p>一、会议时间：4月20日（星期日）上午9:00，会期三天。</p>
<p>二、会议地点：杭州市萧山区奔竞大道353号。</p>
<p>三、参会人员：会长、副会长、秘书长及理事，约500人。请于4月10日前将回执发至协会秘书处，联系人：王芳，电话：0571-12345678。</p>
<p>会议由浙江省服装行业协会主办，杭州女装商会承办，中国纺织工业联合会支持。会长王明主持会议并作工作报告，副会长李华、秘书长张伟出席并讲话。</p>
<p>同期举办第25届中国（杭州）国际服装博览会，展览面积5万平方米，预计800家企业参展，签约金额超过3亿元，同比增长12.5%。</p>
<p>到2027年，全省服装产业规模达到5000亿元，培育20家龙头企业，建成10个数字化工厂。原定5月召开的设计师大赛延期至6月举行。</p>
<p>附件：1.参会回执</p><p>浙江省服装行业协会</p><p>2025年3月18日</p></body></html>"""
_LIST = f"""<html><head><title>通知公告</title></head><body><ul>{
    "".join(
        f'<li><a href="/tzgg/202503/t202503{day}_{day}.html">关于召开第{day}次会长办公会议的通知</a><span>2025-03-{day}</span></li>'
        for day in range(10, 22)
    )
}</ul><a href="index_1.html">下一页</a></body></html>"""


def _page(path: str, html: str) -> Page:
    address = _ADDRESS + path
    return Page(address, address, 200, {"content-type": "text/html"}, html.encode(), _NOW)


intake.read_list(_page("tzgg/", _LIST), _SOURCE, Request(_SOURCE.url))
with Store.in_memory() as _store:
    for _path in ("a.html", "b.html"):  # the second is told to be a copy, its records are merged
        _sent = _page(_path, _ARTICLE)
        intake.take_in(lambda: _store, (_sent,), _SOURCE, Link(_sent.url), (), (), (), _NOW)
