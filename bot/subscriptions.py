"""What a chat subscribed to (订阅): changed by words or by buttons, kept in the store."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.app import App
from bot.config import Subscriber
from bot.delivery import everyone
from bot.records.model import KINDS, Kind
from bot.store import StoredSubscriber
from bot.store.query import KIND_NAMES
from bot.wording import KIND_WORDS

PROVINCES = (
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽",
    "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州",
    "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "香港", "澳门", "台湾",
)  # fmt: skip
_OFFICIAL = re.compile(r"(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$")
_COLUMNS = 6
_MOST_KEYWORDS = 20
_LONGEST_KEYWORD = 20
_LAST_KIND = "至少保留一种类型；不想再收请按“退订”"


@dataclass(frozen=True, slots=True)
class Choice:
    """What some typed words name: provinces (short form), kinds, and everything else as keywords."""

    regions: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Button:
    """A button under the panel: what it says and what pressing it asks for."""

    text: str
    action: str


# --- deciding ------------------------------------------------------------------------------------


def province(word: str) -> str | None:
    """Return the short form of a province named as a whole (河南省, 广西壮族自治区), None for anything else."""
    short = _OFFICIAL.sub("", word)
    return short if short in PROVINCES else None


def read(words: Iterable[str]) -> Choice:
    """Sort typed words into provinces, kinds and keywords."""
    regions: list[str] = []
    kinds: list[Kind] = []
    keywords: list[str] = []
    for word in words:
        kind = KIND_NAMES.get(word.lower())
        if found := province(word):
            regions.append(found)
        elif kind in KINDS:
            kinds.append(kind)
        else:
            keywords.append(word[:_LONGEST_KEYWORD])
    return Choice(*(tuple(dict.fromkeys(found)) for found in (regions, kinds, keywords)))  # type: ignore[arg-type]


def as_fields(words: str) -> str:
    """Write provinces among the words of a list's command as the search's field, so that they narrow it."""
    return " ".join(f"地区:{found}" if (found := province(word)) else word for word in words.split())


def widened(subscriber: Subscriber, choice: Choice) -> Subscriber:
    """Add what was chosen; a subscriber without a filter got everything and now gets the chosen."""
    keywords = tuple(dict.fromkeys((*subscriber.keywords, *choice.keywords)))[:_MOST_KEYWORDS]
    return subscriber.model_copy(
        update={
            "regions": tuple(dict.fromkeys((*subscriber.regions, *choice.regions))),
            "kinds": _kinds({*subscriber.kinds, *choice.kinds}),
            "keywords": keywords,
        }
    )


def narrowed(subscriber: Subscriber, choice: Choice) -> Subscriber | None:
    """Take away what was chosen; None where nothing is left that was ever wanted."""
    regions = tuple(r for r in subscriber.regions if r not in choice.regions)
    keywords = tuple(k for k in subscriber.keywords if k not in choice.keywords)
    kinds = set(subscriber.kinds or KINDS) - set(choice.kinds)
    emptied = (subscriber.regions and not regions) or (subscriber.keywords and not keywords) or not kinds
    if emptied:
        return None
    return subscriber.model_copy(update={"regions": regions, "kinds": _kinds(kinds), "keywords": keywords})


def pressed(subscriber: Subscriber, action: str, value: str) -> tuple[Subscriber, str]:
    """Return the subscriber after a button that changes a filter, and what is said about it."""
    if action == "kind":
        kinds = set(subscriber.kinds or KINDS) ^ ({value} & set(KINDS))
        return (_with(subscriber, kinds=_kinds(kinds)), "") if kinds else (subscriber, _LAST_KIND)
    if action == "region" and value in PROVINCES:
        chosen = set(subscriber.regions) ^ {value}
        return _with(subscriber, regions=tuple(p for p in PROVINCES if p in chosen)), ""
    if action == "region":
        return _with(subscriber, regions=()), "全国"
    if action == "words":
        return _with(subscriber, keywords=()), "关键词不限"
    return subscriber, ""


def _with(subscriber: Subscriber, **changes: tuple[str, ...]) -> Subscriber:
    return subscriber.model_copy(update=changes)


def _kinds(chosen: Iterable[str]) -> tuple[Kind, ...]:
    """Put kinds into their order; all of them is the same as no filter."""
    kinds = tuple(kind for kind in KINDS if kind in set(chosen))
    return () if kinds == KINDS else kinds


def buttons(subscriber: Subscriber | None, *, regions: bool = False) -> list[list[Button]]:
    """Return the rows of buttons under a subscription.

    Args:
        subscriber: what is subscribed now, None for nothing.
        regions: show the provinces instead of the overview.
    """
    if subscriber is None:
        return [[Button("订阅周报", "on")]]
    if regions:
        everywhere = [Button(_ticked("全国", not subscriber.regions), "region:*"), Button("‹ 返回", "back")]
        grid = [Button(_ticked(p, p in subscriber.regions), f"region:{p}") for p in PROVINCES]
        return [everywhere, *(grid[n : n + _COLUMNS] for n in range(0, len(grid), _COLUMNS))]
    kinds = [Button(_ticked(KIND_WORDS[k], k in (subscriber.kinds or KINDS)), f"kind:{k}") for k in KINDS]
    more = [Button("选地区 ›", "regions")]
    if subscriber.keywords:
        more.append(Button("清除关键词", "words"))
    return [kinds, [*more, Button("退订", "off")]]


def _ticked(text: str, on: bool) -> str:
    return f"✓ {text}" if on else text


# --- keeping -------------------------------------------------------------------------------------


def add(app: App, chat: int, words: Iterable[str]) -> Subscriber:
    """Subscribe a chat, or add what the words name to what it gets."""
    now = _current(app, chat)
    return _save(app, widened(now or Subscriber(telegram=chat), read(words)))


def drop(app: App, chat: int, words: Iterable[str]) -> Subscriber | None:
    """End a chat's subscription, or take what the words name out of it; returns what is left."""
    now, choice = _current(app, chat), read(words)
    left = narrowed(now, choice) if now and choice != Choice() else None
    if left is None:
        _end(app, chat)
        return None
    return _save(app, left)


def press(app: App, chat: int, action: str, value: str) -> tuple[Subscriber | None, str]:
    """Do what a button asks; returns what is subscribed then, and what is said about it."""
    if action == "off":
        _end(app, chat)
        return None, "已退订"
    now = _current(app, chat)
    if now is None:
        return add(app, chat, ()), "已订阅"
    changed, said = pressed(now, action, value)
    return (_save(app, changed) if changed != now else now), said


def pause(app: App, chat: int) -> None:
    """Send a chat nothing for now: it blocked or removed the bot."""
    _set_paused(app, chat, True)


def resume(app: App, chat: int) -> None:
    """Go on sending to a chat that was paused."""
    _set_paused(app, chat, False)


def _set_paused(app: App, chat: int, paused: bool) -> None:
    who = everyone(app.config, app.store).get(Subscriber(telegram=chat).key)
    if who and who.paused != paused:
        app.store.save_subscriber(replace(who, paused=paused), app.now())


def _current(app: App, chat: int) -> Subscriber | None:
    who = everyone(app.config, app.store).get(Subscriber(telegram=chat).key)
    return who.subscriber if who and who.confirmed and not who.paused else None


def _save(app: App, subscriber: Subscriber) -> Subscriber:
    app.store.save_subscriber(StoredSubscriber(subscriber), app.now())
    return subscriber


def _end(app: App, chat: int) -> None:
    """Forget a chat; one that config.yaml names is kept as not confirmed, for the file would bring it back."""
    subscriber = Subscriber(telegram=chat)
    app.store.remove_subscriber(subscriber)
    if subscriber.key in everyone(app.config, app.store):
        app.store.save_subscriber(StoredSubscriber(subscriber, confirmed=False), app.now())
