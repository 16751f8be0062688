"""Words that several readers look for around a gathering's name."""

LAUNCH_RITE = r"启动[一-鿿]{0,2}(?:仪?式|会)"  # 启动仪式, 启动发布会
HOLDS_A = r"(?:举[行办]|召开|[开办])(?:了|过)?(?:一[场次个]|隆重的|首场|的)?"  # 开了一场, 举行隆重的
