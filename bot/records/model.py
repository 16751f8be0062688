"""The record (结构化记录) and its parts, as the contract shapes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

Kind = Literal["meeting", "plan", "event"]
KINDS: tuple[Kind, ...] = ("meeting", "plan", "event")
Status = Literal["upcoming", "held", "ongoing", "published", "draft", "postponed", "cancelled"]
DateBasis = Literal["stated", "context", "published"]
OrganisationRole = Literal["host", "organiser", "co-organiser", "supporter", "issuer", "member"]
PersonRole = Literal["moderator", "speaker", "attendee", "awardee", "other"]
Qualifier = Literal["about", "over", "under"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a field was read from: ``text[begin:end] == quote`` in the article's clean text."""

    field: str
    quote: str
    begin: int
    end: int
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the words, the province (short form), the city (short form) and the venue."""

    text: str
    region: str | None = None
    city: str | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body and what it does for the record."""

    name: str
    role: OrganisationRole


@dataclass(frozen=True, slots=True)
class Post:
    """A title held at a body; either may be unknown, never both."""

    organisation: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person, what they did, and the posts the text gives them."""

    name: str
    role: PersonRole
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts: 3.44万亿元 is value 3440000000000, unit 元."""

    label: str
    value: float
    unit: str | None = None
    qualifier: Qualifier | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """The yearly or numbered row a record belongs to: 第25届 is edition 25."""

    name: str | None = None
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A meeting, plan or event read out of one or several articles; the contract says each field."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    status: Status | None = None
    start: str | None = None
    end: str | None = None
    time_text: str | None = None
    date_basis: DateBasis | None = None
    deadline: str | None = None
    place: Place | None = None
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    items: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    series: Series = Series()
    parent: str | None = None
    document: str | None = None
    evidence: tuple[Evidence, ...] = ()
    articles: tuple[str, ...] = ()
    confidence: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """Return the record in the contract's JSON shape."""
        data: dict[str, Any] = _plain(self)
        for figure in data["figures"]:
            figure["value"] = _whole(figure["value"])
        for entry in data["evidence"]:
            if entry["article"] is None:
                del entry["article"]
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Record:
        """Read a record back from the contract's JSON shape.

        Raises:
            KeyError, TypeError: the mapping is not such a record.
        """
        plain = dict(data)
        plain["place"] = Place(**data["place"]) if data.get("place") else None
        plain["series"] = Series(**(data.get("series") or {}))
        plain["organisations"] = tuple(Organisation(**o) for o in data.get("organisations", ()))
        plain["people"] = tuple(
            Person(p["name"], p["role"], tuple(Post(**q) for q in p.get("posts", ())))
            for p in data.get("people", ())
        )
        plain["figures"] = tuple(Figure(**f) for f in data.get("figures", ()))
        plain["evidence"] = tuple(Evidence(**e) for e in data.get("evidence", ()))
        for name in ("aliases", "items", "articles"):
            plain[name] = tuple(data.get(name, ()))
        return cls(**plain)


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def _plain(value: Any) -> Any:
    """Turn a record's parts into JSON values; dataclasses.asdict copies every string and takes four times as long."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    names = getattr(type(value), "__dataclass_fields__", None)
    return {name: _plain(getattr(value, name)) for name in names} if names else value


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """What a reader is shown of an article that a record was read from."""

    id: str
    url: str
    title: str
    outlet: str | None = None
    published: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record with its articles and when it was first and last seen to say something new (aware UTC).

    ``quote`` is the whole sentence of an article that the record's name or start was read from;
    ``revision`` counts the changes of its facts.
    """

    record: Record
    first_seen: datetime
    last_seen: datetime
    articles: tuple[ArticleRef, ...] = ()
    quote: str = ""
    revision: int = 0
