"""Values as frameworks write them: one list of every value in which numbers are places (Nuxt), types before values (Astro). Pure."""

from __future__ import annotations

from typing import Any

_WRAPPERS = frozenset(
    ["Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef", "Date", "Object"]
)
_DEPTH = 24


def bare(value: Any, depth: int = 0) -> Any:
    """Return a value whose every part is written with the number of its type before it (Astro): [0, "..."]."""
    if depth > _DEPTH:
        return None
    if isinstance(value, dict):
        return {key: bare(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, list) and len(value) == 2 and type(value[0]) is int:
        inner = value[1]
        return (
            [bare(part, depth + 1) for part in inner] if isinstance(inner, list) else bare(inner, depth + 1)
        )
    return value


def is_flattened(value: list[Any]) -> bool:
    """Tell a list whose first value, an object or a list, holds nothing but places in it."""
    first = value[0] if len(value) > 2 else None
    if isinstance(first, list):
        places = first[_is_wrapped(first) :]
    else:
        places = list(first.values()) if isinstance(first, dict) else []
    return bool(places) and all(type(place) is int and place < len(value) for place in places)


def _is_wrapped(value: list[Any]) -> bool:
    return len(value) > 1 and isinstance(value[0], str) and value[0] in _WRAPPERS


def whole(value: list[Any]) -> Any:
    """Return the value that a flattened list stands for; an object that is meant twice is put in once."""
    met: set[int] = set()

    def put(place: Any, depth: int) -> Any:
        if type(place) is not int or not 0 <= place < len(value):
            return None  # undefined, holes and infinities have numbers below nought
        here = value[place]
        if not isinstance(here, dict | list):
            return here
        if place in met or depth > _DEPTH:
            return None
        met.add(place)
        if isinstance(here, dict):
            return {key: put(inner, depth + 1) for key, inner in here.items()}
        if _is_wrapped(here):
            return here[1] if here[0] == "Date" else put(here[1], depth + 1)
        return [put(inner, depth + 1) for inner in here]

    return put(0, 0)
