"""How a fair is called short: 服装博览会 is 服博会, and to a town's paper its one fair 服博会 or 国际时尚周 alone."""

from __future__ import annotations

import re

# What the trade shortens: 服装博览会 to 服博会, 国际裤业交易会 to 裤交会.
SHORTENED = {"博览会": "博会", "交易会": "交会", "洽谈会": "洽会", "订货会": "订会", "采购会": "采会"}
_ENDS = "[博交洽]会"  # the short ends that make a name where nothing explains them
SHORT_FAIR = re.compile(rf"[一-鿿]{_ENDS}")  # 汉博会
SHORT_SHOW = re.compile(rf"[一-鿿]{{1,3}}(?:{_ENDS}|节)")  # 织交会, 毛衣节
# A town's paper calls its own fair short: 服博会下月12日开幕, 国际时尚周昨晚启幕.
TOWNS_OWN = re.compile(
    rf"(?:[一-鿿]{{1,3}}{_ENDS}|(?:国际)?(?:服装|服饰|时装|时尚|家纺|纺织|面料|泳装|皮革|羽绒|丝绸|牛仔|羊绒|毛衫|童装|女装|男装|内衣|袜业|地毯|毛巾|布艺)(?:节|周|文化节|交易会|博览会|订货会|采购节|展销会))"
)
