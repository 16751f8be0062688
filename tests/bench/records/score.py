"""Scores found records against the gold, end to end: a missed record counts as one whose every field is empty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from bot.records.model import KINDS, Evidence, Person, Record
from tests.bench.records.compare import (
    ENTITY_OK,
    PHRASE_OK,
    Part,
    aligned,
    bodies_agree,
    date_verdict,
    fold,
    matched,
    name_likeness,
    place_agrees,
    similarity,
    titles_agree,
    told_of,
)
from tests.bench.records.gold import GoldArticle, GoldRecord

BINS = (0.0, 0.5, 0.7, 0.8, 0.9)
ORGANISERS = ("host", "organiser", "co-organiser", "supporter", "member")
_EVIDENCED = ("start", "end", "deadline", "place", "organisations", "people", "items", "figures", "document")
_AGREE: dict[Part, Callable[[Person, Person], bool]] = {"title": titles_agree, "organisation": bodies_agree}


@dataclass(frozen=True, slots=True)
class Found:
    """What was read from one article: its clean text and its records."""

    text: str
    records: tuple[Record, ...]


@dataclass(slots=True)
class Tally:
    """Hits against what was wanted and what was given."""

    hit: float = 0
    want: int = 0
    got: int = 0

    def add(self, hit: float, want: int, got: int) -> None:
        """Count some more of each."""
        self.hit, self.want, self.got = self.hit + hit, self.want + want, self.got + got

    @property
    def precision(self) -> float:
        """Hits among what was given, 0 when nothing was."""
        return self.hit / self.got if self.got else 0.0

    @property
    def recall(self) -> float:
        """Hits among what was wanted, 0 when nothing was."""
        return self.hit / self.want if self.want else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hit / (self.want + self.got) if self.want + self.got else 0.0


@dataclass(slots=True)
class Board:
    """All the figures of one run; ``f1`` tallies weigh what was given too, ``rates`` only what was wanted."""

    f1: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    rates: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    counts: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    calibration: defaultdict[float, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[str] = field(default_factory=list)

    def rate(self, name: str, hit: float) -> None:
        """Count one wanted thing and how far it was right, 0 to 1."""
        self.rates[name].add(hit, 1, 1)


def score(articles: Sequence[GoldArticle], found: Sequence[Found]) -> Board:
    """Score what was found in each article.

    Args:
        articles: the golden articles.
        found: what was read from each, in the same order.

    Returns:
        The board of figures.
    """
    board = Board()
    for article, reading in zip(articles, found, strict=True):
        _article(board, article, reading)
    return board


def _article(board: Board, article: GoldArticle, reading: Found) -> None:
    pairs = dict(aligned(article.records, reading.records))
    names = {record.id: record.name for record in reading.records}
    false = [r for j, r in enumerate(reading.records) if j not in set(pairs.values())]
    for i, gold in enumerate(article.records):
        record = reading.records[pairs[i]] if i in pairs else None
        if record is not None:
            _calibrate(
                board, record, date_verdict(gold.record.start, record.start) not in ("wrong", "missing")
            )
        if gold.optional:
            continue
        for key in (gold.record.kind, "all"):
            board.f1[f"records {key}"].add(bool(record), 1, bool(record))
        if record is None:
            board.errors.append(f"{article.id}\tmissed\t{gold.record.kind}\t{gold.record.name}")
        _fields(board, article.id, gold, record, names)
    for record in false:
        _calibrate(board, record, False)
        for key in (record.kind, "all"):
            board.f1[f"records {key}"].add(0, 0, 1)
        board.errors.append(f"{article.id}\tfalse\t{record.kind}\t{record.name}")
    if article.negative:
        board.rates["negatives without a false record"].add(not false, 1, 1)
    for record in reading.records:
        _evidence(board, reading.text, record)


def _calibrate(board: Board, record: Record, right: bool) -> None:
    board.calibration[max(low for low in BINS if low <= record.confidence)].add(right, 1, 1)


def _fields(
    board: Board, article: str, gold: GoldRecord, record: Record | None, names: dict[str, str]
) -> None:
    found = record or Record(id="", kind=gold.record.kind, name="")
    _naming(board, gold, found, names)
    _when(board, article, gold, found)
    _where(board, article, gold, found)
    _bodies(board, article, gold, found)
    if "people" not in gold.optional_fields:
        _people(board, article, gold, found)
    if "items" not in gold.optional_fields:
        _items(board, gold, found)


def _naming(board: Board, gold: GoldRecord, found: Record, names: dict[str, str]) -> None:
    skip, want = gold.optional_fields, gold.record
    if "name" not in skip:
        board.rate("name likeness", name_likeness(gold, found))
    if "status" not in skip:
        board.rate("status", found.status == want.status)
    if want.series.edition:
        board.rate("edition", found.series.edition == want.series.edition)
    if want.parent and "parent" not in skip:
        board.rate("parent", similarity(want.parent, names.get(found.parent or "", "")) >= 0.5)
    if want.document and "document" not in skip:
        board.rate("document", similarity(want.document, found.document or "") >= ENTITY_OK)
    if want.kind == "plan" and want.time_text and "time_text" not in skip:
        board.rate("period of a plan", fold(want.time_text) == fold(found.time_text or ""))


def _when(board: Board, article: str, gold: GoldRecord, found: Record) -> None:
    want, skip = gold.record, gold.optional_fields
    if "start" not in skip:
        verdict = date_verdict(want.start, found.start)
        if want.start:
            board.rate("start exact", verdict == "exact")
            board.rate("start exact or partial", verdict in ("exact", "partial"))
        board.counts["start given where none is told"] += verdict == "spurious"
        if found.name and verdict not in ("exact", "none"):
            board.errors.append(f"{article}\tstart\t{want.start} ≠ {found.start}\t{want.name}")
    if not {"start", "end"} & skip:
        if want.end and want.end != want.start:
            board.rate("end exact", date_verdict(want.end, found.end) == "exact")
        else:
            board.counts["end given where none is told"] += bool(found.end) and found.end != found.start
    if "deadline" not in skip:
        if want.deadline:
            board.rate("deadline", date_verdict(want.deadline, found.deadline) == "exact")
        else:
            board.counts["deadline given where none is told"] += bool(found.deadline)


def _where(board: Board, article: str, gold: GoldRecord, found: Record) -> None:
    if "place" in gold.optional_fields:
        return
    place = gold.record.place
    if place is None:
        board.counts["place given where none is told"] += found.place is not None
        return
    agrees = place_agrees(gold, found)
    board.rate("place", agrees)
    if place.region and "region" not in gold.optional_fields:
        board.rate("province", found.place is not None and found.place.region == place.region)
    if found.name and not agrees:
        board.errors.append(
            f"{article}\tplace\t{place.text} ≠ {found.place and found.place.text}\t{gold.record.name}"
        )


def _bodies(board: Board, article: str, gold: GoldRecord, found: Record) -> None:
    if "organisations" in gold.optional_fields:
        return
    roles = {o.name: o.role for o in gold.record.organisations}, {o.name: o.role for o in found.organisations}
    for name, wanted in (("organisers", ORGANISERS), ("issuers", ("issuer",))):
        want, got = ([o for o, role in side.items() if role in wanted] for side in roles)
        pairs = matched(want, got, ENTITY_OK)
        board.f1[name].add(len(pairs), len(want), len(got))
        for i, j in pairs:
            board.rate("organisation role", roles[0][want[i]] == roles[1][got[j]])
        missed = [w for i, w in enumerate(want) if i not in {p[0] for p in pairs}]
        false = [g for j, g in enumerate(got) if j not in {p[1] for p in pairs}]
        if found.name and (missed or false):
            board.errors.append(f"{article}\t{name}\t-{missed} +{false}\t{gold.record.name}")
    for role in (*ORGANISERS, "issuer"):
        want, got = ([o for o, r in side.items() if r == role] for side in roles)
        board.f1[f"organisations: {role}"].add(len(matched(want, got, ENTITY_OK)), len(want), len(got))


def _people(board: Board, article: str, gold: GoldRecord, found: Record) -> None:
    want = {fold(p.name): p for p in gold.record.people}
    got = {fold(p.name): p for p in found.people}
    both = want.keys() & got.keys()
    board.f1["people by name"].add(len(both), len(want), len(got))
    for part, agree in _AGREE.items():
        if part == "title" and "titles" in gold.optional_fields:
            continue
        told = [key for key, person in want.items() if told_of(person, part)]
        right = sum(agree(want[key], got[key]) for key in told if key in got)
        board.f1[f"people with {part}"].add(
            right, len(told), sum(bool(told_of(p, part)) for p in got.values())
        )
    for key in both:
        board.rate("person role", want[key].role == got[key].role)
    if found.name and want.keys() != got.keys():
        missed, false = sorted(want.keys() - got.keys()), sorted(got.keys() - want.keys())
        board.errors.append(f"{article}\tpeople\t-{missed} +{false}\t{gold.record.name}")


def _items(board: Board, gold: GoldRecord, found: Record) -> None:
    want, got = gold.record.items, found.items
    if gold.record.kind == "plan":
        board.f1["items of a plan"].add(len(matched(want, got, PHRASE_OK)), len(want), len(got))
    elif want:
        board.f1["items of a meeting or event"].add(len(matched(want, got, PHRASE_OK)), len(want), len(got))


def _evidence(board: Board, text: str, record: Record) -> None:
    for entry in record.evidence:
        board.rate("evidence offsets", text[entry.begin : entry.end] == entry.quote != "")
    for name in _told(record):
        board.rate("set fields with evidence", _covers(record.evidence, name))


def _told(record: Record) -> Iterable[str]:
    yield "name"
    for name in _EVIDENCED:
        value = getattr(record, name)
        if value and not (name == "end" and value == record.start):
            yield name


def _covers(evidence: Sequence[Evidence], name: str) -> bool:
    return any(entry.field.replace("[", ".").split(".")[0] == name for entry in evidence)


def table(board: Board) -> str:
    """Lay the board out as plain text, one figure a line."""
    lines = [f"{'':34}{'P':>7}{'R':>7}{'F1':>7}   hit/want/got"]
    order = [f"records {kind}" for kind in (*KINDS, "all")]
    for name in order + sorted(board.f1.keys() - set(order)):
        t = board.f1[name]
        lines.append(f"{name:34}{t.precision:7.3f}{t.recall:7.3f}{t.f1:7.3f}   {t.hit:g}/{t.want}/{t.got}")
    lines += [
        f"{name:34}{t.recall:7.3f}   {t.hit:.4g} of {t.want}" for name, t in sorted(board.rates.items())
    ]
    lines += [f"{name:34}{n:7}" for name, n in sorted(board.counts.items())]
    for low, t in sorted(board.calibration.items()):
        lines.append(
            f"{f'confidence from {low:.1f}, its bin':34}{t.recall:7.3f}   {t.hit:g} of {t.want} right"
        )
    return "\n".join(lines)


def figures(board: Board) -> dict[str, float]:
    """The figures that a floor can stand under, by name: F1 of a tally, share of a rate."""
    return {name: t.f1 for name, t in board.f1.items()} | {name: t.recall for name, t in board.rates.items()}
