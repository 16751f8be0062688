"""The inverted index, kept as plain rows so that it is the same on every database.

Documents are numbered without gaps. The newest, the tail, keep their terms in their own rows; every
time the tail holds a full segment it is sealed: its postings go into pages, a page holding the
terms whose hash ends alike, a posting two bytes (ten bits the document within its segment,
six its weight). A question reads one page of each segment for each of its terms; the like pages of
eight sealed segments lie in one row. Replaced
documents are marked dead and left out of answers until the index is built anew.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Integer, bindparam, delete, func, select, update

from bot.store.schema import search_doc, search_page, search_segment, search_state
from bot.store.tokens import TITLE_BIT, Terms, Weighed, undump

SEGMENT = 1024  # documents; a posting has ten bits for them
BUNDLE = 8  # segments whose pages share a row once all are sealed
_PAGES = 2048  # of a segment

_KEY_SHIFT = np.uint64(32)


class Document(NamedTuple):
    """What is put into the index of one article or record; the days are proleptic ordinals."""

    item: str
    kind: int
    first_day: int
    last_day: int
    weighed: Weighed


# --- writing ---------------------------------------------------------------------------------------


def lock(connection: Connection) -> None:
    """Let one writer at a time merge records and number documents; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(search_state.c.id).with_for_update())


def replace(
    connection: Connection, documents: Sequence[Document], gone: Iterable[str] = (), *, fresh: bool = False
) -> None:
    """Put documents in place of those of the same items, and take out those of items that are gone.

    Args:
        connection: a writing transaction.
        documents: what to put in.
        gone: items to take out.
        fresh: no document stands for an item that is in the index already.
    """
    items = [*(document.item for document in documents), *gone]
    if not items:
        return
    first, changes = connection.execute(_NUMBER, {"count": len(documents)}).one()
    first -= len(documents)
    if not fresh:
        connection.execute(_BURY, {"items": items, "change": changes})
    if documents:
        connection.execute(_PUT, [_row(first + n, document) for n, document in enumerate(documents)])
    for segment in range(first // SEGMENT, (first + len(documents)) // SEGMENT):
        _seal(connection, segment)


_NUMBER = (
    update(search_state)
    .values(
        next_doc=search_state.c.next_doc + bindparam("count", type_=Integer),
        changes=search_state.c.changes + 1,
    )
    .returning(search_state.c.next_doc, search_state.c.changes)
)
_BURY = (
    update(search_doc)
    .where(search_doc.c.item.in_(bindparam("items", expanding=True)), search_doc.c.died.is_(None))
    .values(died=bindparam("change", type_=Integer))
)
_PUT = search_doc.insert()


def _row(number: int, document: Document) -> dict[str, Any]:
    return {
        "doc": number,
        "item": document.item,
        "kind": document.kind,
        "first_day": document.first_day,
        "last_day": document.last_day,
        "length": document.weighed.length,
        "terms": document.weighed.dump(),
    }


def clear(connection: Connection) -> None:
    """Empty the index, to build it anew."""
    for table in (search_page, search_segment, search_doc):
        connection.execute(delete(table))
    again = {"next_doc": 0, "changes": 0, "generation": search_state.c.generation + 1}
    connection.execute(update(search_state).values(again))


def _seal(connection: Connection, segment: int) -> None:
    base = segment * SEGMENT
    mine = search_doc.c.doc.between(base, base + SEGMENT - 1)
    rows = connection.execute(select(search_doc).where(mine).order_by(search_doc.c.doc)).all()
    pages = _pages([undump(row.terms) for row in rows])
    values = [{"id": base * (_PAGES // SEGMENT) + page, "data": data} for page, data in enumerate(pages)]
    connection.execute(search_page.insert(), values)
    connection.execute(search_segment.insert().values(segment=segment, docs=_pack(rows)))
    connection.execute(update(search_doc).where(mine).values(terms=None))
    if (segment + 1) % BUNDLE == 0:
        _bundle(connection, segment // BUNDLE)


def _bundle(connection: Connection, bundle: int) -> None:
    """Put the pages of one number of eight segments into one row: a question then reads an eighth of the rows."""
    first = bundle * BUNDLE * _PAGES
    mine = search_page.c.id.between(first, first + BUNDLE * _PAGES - 1)
    rows = connection.execute(select(search_page).where(mine).order_by(search_page.c.id)).all()
    parts = [len(row.data).to_bytes(4, "little") + row.data for row in rows]
    values = [
        {"id": _bundle_id(bundle, page), "data": b"".join(parts[page::_PAGES])} for page in range(_PAGES)
    ]
    connection.execute(delete(search_page).where(mine))
    connection.execute(search_page.insert(), values)


def _bundle_id(bundle: int, page: int) -> int:
    """Number a bundle's rows below nothing, apart from those of single segments."""
    return -1 - bundle * _PAGES - page


def _unbundled(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4], "little")
        yield data[at + 4 : end]
        at = end


def _pages(documents: Sequence[tuple[Terms, NDArray[np.uint8]]]) -> list[bytes]:
    terms = np.concatenate([terms for terms, _ in documents])
    values = np.concatenate([values for _, values in documents]).astype(np.uint16)
    numbers = np.repeat(np.arange(len(documents), dtype=np.uint16), [len(terms) for terms, _ in documents])
    page = terms & np.uint64(_PAGES - 1)
    order = np.argsort(page << _KEY_SHIFT | terms >> _KEY_SHIFT, kind="stable")
    keys = (terms >> _KEY_SHIFT).astype("<u4")[order]
    postings = (numbers << np.uint16(6) | values).astype("<u2")[order]
    bounds = np.searchsorted(page[order], np.arange(_PAGES + 1, dtype=np.uint64))
    return [_page(keys[a:b], postings[a:b]) for a, b in pairwise(bounds.tolist())]


def _page(keys: NDArray[np.uint32], postings: NDArray[np.uint16]) -> bytes:
    """Lay out a page: how many terms, their keys, where the postings of each end, the postings.

    Two bytes are enough for where they end: LONGEST bounds the terms of a document, and so a page's postings.
    """
    ends = np.flatnonzero(np.append(keys[1:] != keys[:-1], True)) + 1 if len(keys) else np.empty(0, np.int64)
    head = np.array([len(ends)], dtype="<u4").tobytes()
    return head + keys[ends - 1].tobytes() + ends.astype("<u2").tobytes() + postings.tobytes()


_COLUMNS = (("kind", "<u1"), ("first_day", "<i4"), ("last_day", "<i4"), ("length", "<u2"))


def _pack(rows: Sequence[Any]) -> bytes:
    return b"".join(
        np.array([getattr(row, name) for row in rows], dtype=kind).tobytes() for name, kind in _COLUMNS
    )


# --- reading ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Postings:
    """The documents of a term, ascending, with the level of weight and whether it is in the title."""

    docs: NDArray[np.int64]
    values: NDArray[np.uint8]

    @property
    def levels(self) -> NDArray[np.uint8]:
        """Levels of weight, see bot.store.tokens.amounts."""
        return self.values & np.uint8(TITLE_BIT - 1)

    @property
    def titles(self) -> NDArray[np.bool_]:
        """Whether the term stands in the title."""
        return self.values >= TITLE_BIT


@dataclass(frozen=True)
class Snapshot:
    """What of the index stays in memory: a few bytes for each document, and the tail's terms."""

    changes: int
    generation: int
    sealed: int  # segments
    kind: NDArray[np.uint8]
    first_day: NDArray[np.int32]
    last_day: NDArray[np.int32]
    length: NDArray[np.uint16]
    alive: NDArray[np.bool_]
    tail_terms: Terms
    tail_docs: NDArray[np.int64]
    tail_values: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.kind)

    @cached_property
    def relative_length(self) -> NDArray[np.float64]:
        """The length of each document, 1 being the average."""
        return self.length / max(float(self.length.mean()), 1.0)


_EMPTY = Snapshot(
    changes=0,
    generation=0,
    sealed=0,
    kind=np.empty(0, np.uint8),
    first_day=np.empty(0, np.int32),
    last_day=np.empty(0, np.int32),
    length=np.empty(0, np.uint16),
    alive=np.empty(0, bool),
    tail_terms=np.empty(0, np.uint64),
    tail_docs=np.empty(0, np.int64),
    tail_values=np.empty(0, np.uint8),
)


class Reader:
    """Keeps the snapshot of one database up to date, whoever writes to it."""

    def __init__(self) -> None:
        self._snapshot = _EMPTY
        self._lock = threading.Lock()

    def snapshot(self, connection: Connection) -> Snapshot:
        """Return the index as the connection's transaction sees it."""
        state = connection.execute(select(search_state)).one_or_none()
        if state is None:
            return _EMPTY
        with self._lock:
            held = self._snapshot
        if (state.generation, state.changes) == (held.generation, held.changes):
            return held
        if state.generation != held.generation or state.changes < held.changes:
            held = _EMPTY
        fresh = _refreshed(connection, held, state)
        with self._lock:
            self._snapshot = fresh
        return fresh


def _refreshed(connection: Connection, held: Snapshot, state: Any) -> Snapshot:
    sealed = state.next_doc // SEGMENT
    columns = _metadata(connection, held, sealed)
    alive = np.ones(len(columns["kind"]), dtype=bool)
    alive[: len(held)] = held.alive
    after = held.changes if len(held) else -1
    dead = list(connection.scalars(select(search_doc.c.doc).where(search_doc.c.died > after)))
    alive[dead] = False
    terms, docs, values = _tail(connection, held, sealed)
    return Snapshot(
        changes=state.changes,
        generation=state.generation,
        sealed=sealed,
        alive=alive,
        tail_terms=terms,
        tail_docs=docs,
        tail_values=values,
        **columns,
    )


def _metadata(connection: Connection, held: Snapshot, sealed: int) -> dict[str, Any]:
    """Add what a snapshot does not have yet: whole segments in one row each, then single documents."""
    whole = range(len(held) // SEGMENT, sealed) if len(held) % SEGMENT == 0 else range(0)
    packed = select(search_segment.c.docs).where(search_segment.c.segment.in_(whole))
    segments = [_unpack(data) for data in connection.scalars(packed.order_by(search_segment.c.segment))]
    first = len(held) + len(segments) * SEGMENT
    names = [name for name, _ in _COLUMNS]
    single = select(*(search_doc.c[name] for name in names)).where(search_doc.c.doc >= first)
    rows = connection.execute(single.order_by(search_doc.c.doc)).all()
    columns: dict[str, Any] = {}
    for name, kind in _COLUMNS:
        last = np.array([getattr(row, name) for row in rows], dtype=kind)
        columns[name] = np.concatenate([getattr(held, name), *(segment[name] for segment in segments), last])
    return columns


def _unpack(data: bytes) -> dict[str, NDArray[Any]]:
    found: dict[str, NDArray[Any]] = {}
    offset = 0
    for name, kind in _COLUMNS:
        found[name] = np.frombuffer(data, kind, SEGMENT, offset)
        offset += found[name].nbytes
    return found


def _tail(
    connection: Connection, held: Snapshot, sealed: int
) -> tuple[Terms, NDArray[np.int64], NDArray[np.uint8]]:
    first = max(len(held), sealed * SEGMENT)
    fresh = (
        select(search_doc.c.doc, search_doc.c.terms)
        .where(search_doc.c.doc >= first)
        .order_by(search_doc.c.doc)
    )
    rows = [(row.doc, *undump(row.terms)) for row in connection.execute(fresh)]
    kept = held.tail_docs >= sealed * SEGMENT
    return (
        np.concatenate([held.tail_terms[kept], *(terms for _, terms, _ in rows)]),
        np.concatenate([held.tail_docs[kept], *(np.full(len(terms), doc) for doc, terms, _ in rows)]),
        np.concatenate([held.tail_values[kept], *(values for _, _, values in rows)]),
    )


def postings(connection: Connection, snapshot: Snapshot, terms: Iterable[int]) -> dict[int, Postings]:
    """Read the postings of terms."""
    wanted = sorted(set(terms))
    pages = _read_pages(connection, snapshot, {term % _PAGES for term in wanted})
    return {term: _postings(snapshot, pages.get(term % _PAGES, []), term) for term in wanted}


def _read_pages(connection: Connection, snapshot: Snapshot, numbers: set[int]) -> dict[int, list[bytes]]:
    """Return the rows of pages by the page's number, each list in the order of the segments."""
    bundles = snapshot.sealed // BUNDLE
    by_number = {
        n: [
            *(_bundle_id(bundle, n) for bundle in range(bundles)),
            *(segment * _PAGES + n for segment in range(bundles * BUNDLE, snapshot.sealed)),
        ]
        for n in numbers
    }
    ids = ",".join(str(id) for ids in by_number.values() for id in ids)
    if not ids:
        return {}
    # Literal whole numbers, made here: hundreds of bound parameters cost more than the search.
    rows = connection.exec_driver_sql(f"SELECT id, data FROM search_page WHERE id IN ({ids})").all()
    data = {row[0]: row[1] for row in rows}
    return {n: [page for id in ids for page in _single(id, data[id])] for n, ids in by_number.items()}


def _single(id: int, data: bytes) -> Iterable[bytes]:
    return _unbundled(data) if id < 0 else (data,)


def _postings(snapshot: Snapshot, pages: Sequence[bytes], term: int) -> Postings:
    key = (term >> 32).to_bytes(4, "little")
    segments: list[int] = []
    parts: list[bytes] = []
    for segment, page in enumerate(pages):
        if part := _find(page, key):
            segments.append(segment)
            parts.append(part)
    packed = np.frombuffer(b"".join(parts), "<u2")
    bases = np.repeat(np.array(segments, dtype=np.int64) * SEGMENT, [len(part) // 2 for part in parts])
    tail = np.flatnonzero(snapshot.tail_terms == np.uint64(term))
    return Postings(
        np.concatenate([bases + (packed >> 6), snapshot.tail_docs[tail]]),
        np.concatenate([(packed & 63).astype(np.uint8), snapshot.tail_values[tail]]),
    )


def _find(page: bytes, key: bytes) -> bytes:
    """Return the postings of a key in a page, see _page."""
    count = int.from_bytes(page[:4], "little")
    ends = 4 + 4 * count
    at = page.find(key, 4, ends)
    while at > 0 and at % 4:  # a match across two keys is none
        at = page.find(key, at + 1, ends)
    if at < 0:
        return b""
    # The n-th key's end stands at `ends + 2 n`, and where the one before it ends is where it begins.
    n = at // 4 - 1
    begin = int.from_bytes(page[ends + 2 * n - 2 : ends + 2 * n], "little") if n else 0
    end = int.from_bytes(page[ends + 2 * n : ends + 2 * n + 2], "little")
    data = ends + 2 * count
    return page[data + 2 * begin : data + 2 * end]


def names(connection: Connection, docs: Sequence[int]) -> dict[int, str]:
    """Return the items of documents."""
    query = select(search_doc.c.doc, search_doc.c.item).where(search_doc.c.doc.in_(docs))
    return {row.doc: row.item for row in connection.execute(query)}


def size(connection: Connection) -> int:
    """Return how many bytes the postings take."""
    return int(connection.execute(select(func.sum(func.length(search_page.c.data)))).scalar() or 0)
