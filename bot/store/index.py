"""The inverted index, kept as plain rows so that it is the same on every database.

Documents are numbered without gaps. The newest, the tail, keep their terms in their own rows; every
time the tail holds a full segment it is sealed: its postings go into pages, a page holding the
terms whose hash ends alike. A question reads one page of each segment for each of its terms, so
the pages of every eight sealed segments are merged into those of a bundle, which are finer.
Replaced documents are marked dead and left out of answers until the index is built anew.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Integer, bindparam, delete, func, or_, select, update

from bot.store.engine import Statement, put
from bot.store.schema import search_doc, search_page, search_segment, search_state
from bot.store.tokens import Terms, Weighed, undump

SEGMENT = 1024  # documents
BUNDLE = 8  # segments whose pages are merged once all are sealed; a posting has two bytes for the document
_PAGES = 2048  # of a segment
_PARTS = 8  # of a page of a bundle: small enough that a database keeps most of them in one piece
_REMEMBERED = 64_000_000  # bytes of terms that stay in memory
_POSTING = 5  # bytes of one in memory
_OLDEST = (1 << 16) - 1  # days

_AT_ONCE = 256  # pages made together: all of a bundle's at once would take 50 MB

_KEY_SHIFT = np.uint64(32)
_LAST_PAGE = np.uint64(_PAGES - 1)


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
    [(after, changes)] = _NUMBER.run(connection, {"count": len(documents)})
    first = after - len(documents)
    if not fresh:
        _BURY.run_each(connection, [{"it": item, "change": changes} for item in items])
    put(connection, search_doc, [_row(first + n, document) for n, document in enumerate(documents)])
    for segment in range(first // SEGMENT, (first + len(documents)) // SEGMENT):
        _seal(connection, segment)


_NUMBER = Statement(
    lambda _dialect: (
        update(search_state)
        .values(
            next_doc=search_state.c.next_doc + bindparam("count", type_=Integer),
            changes=search_state.c.changes + 1,
        )
        .returning(search_state.c.next_doc, search_state.c.changes)
    )
)
_BURY = Statement(
    lambda _dialect: (
        update(search_doc)
        .where(search_doc.c.item == bindparam("it"), search_doc.c.died.is_(None))
        .values(died=bindparam("change", type_=Integer))
    )
)


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
    documents = [undump(row.terms) for row in rows]
    for begin in range(0, _PAGES, _AT_ONCE):
        numbered = enumerate(_pages(documents, begin), segment * _PAGES + begin)
        put(connection, search_page, [{"id": n, "data": page} for n, page in numbered])
    connection.execute(search_segment.insert().values(segment=segment, docs=_pack(rows)))
    connection.execute(update(search_doc).where(mine).values(terms=None))
    if (segment + 1) % BUNDLE == 0:
        _bundle(connection, segment // BUNDLE)


def _bundle(connection: Connection, bundle: int) -> None:
    """Merge the pages of eight segments: a question then reads an eighth of the rows, and looks into one."""
    first = bundle * BUNDLE * _PAGES
    for begin in range(0, _PAGES, _AT_ONCE):
        begins = [first + segment * _PAGES + begin for segment in range(BUNDLE)]
        mine = or_(*(search_page.c.id.between(begin, begin + _AT_ONCE - 1) for begin in begins))
        rows = connection.execute(select(search_page.c.data).where(mine).order_by(search_page.c.id))
        data = [row.data for row in rows]
        parts = (part for page in range(_AT_ONCE) for part in _merged(data[page::_AT_ONCE]))
        connection.execute(delete(search_page).where(mine))
        numbered = enumerate(parts, begin * _PARTS)
        put(connection, search_page, [{"id": _bundle_id(bundle, n), "data": part} for n, part in numbered])


def _bundle_id(bundle: int, number: int) -> int:
    """Number a bundle's rows below nothing, apart from those of single segments."""
    return -1 - bundle * _PAGES * _PARTS - number


def _merged(pages: Sequence[bytes]) -> list[bytes]:
    """Merge the like pages of a bundle's segments, and part them by their keys."""
    columns = [_columns(page) for page in pages]
    keys = np.concatenate([np.repeat(keys, counts) for keys, counts, _, _ in columns])
    docs = np.concatenate(
        [docs + np.uint16(segment * SEGMENT) for segment, (_, _, docs, _) in enumerate(columns)]
    )
    values = np.concatenate([values for _, _, _, values in columns])
    return _laid_out(keys % np.uint32(_PARTS), _PARTS, keys, docs, values)


def _pages(documents: Sequence[tuple[Terms, NDArray[np.uint8]]], begin: int) -> list[bytes]:
    """Return some pages of a segment, from one on."""
    places = [
        np.flatnonzero((terms & _LAST_PAGE) // np.uint64(_AT_ONCE) == begin // _AT_ONCE)
        for terms, _ in documents
    ]
    terms = np.concatenate([terms[mine] for (terms, _), mine in zip(documents, places, strict=True)])
    values = np.concatenate([values[mine] for (_, values), mine in zip(documents, places, strict=True)])
    docs = np.repeat(np.arange(len(documents), dtype=np.uint16), list(map(len, places)))
    keys = (terms >> _KEY_SHIFT).astype(np.uint32)
    return _laid_out((terms & _LAST_PAGE) - np.uint64(begin), _AT_ONCE, keys, docs, values)


def _laid_out(
    page: NDArray[Any],
    count: int,
    keys: NDArray[np.uint32],
    docs: NDArray[np.uint16],
    values: NDArray[np.uint8],
) -> list[bytes]:
    """Lay out postings in the pages they belong to, by key and document.

    Of each page stand how many keys it has, the keys, the number of postings of each, documents, values.
    """
    order = np.argsort(page.astype(np.uint64) << _KEY_SHIFT | keys, kind="stable")
    page, keys, docs, values = page[order], keys[order], docs[order], values[order]
    first = np.flatnonzero(np.append(True, (keys[1:] != keys[:-1]) | (page[1:] != page[:-1]))[: len(keys)])
    counts = np.diff(first, append=len(keys)).astype("<u2").tobytes()
    distinct, all_docs, all_values = (
        keys[first].astype("<u4").tobytes(),
        docs.astype("<u2").tobytes(),
        values.tobytes(),
    )
    numbers = np.arange(count + 1, dtype=page.dtype)
    of_keys = pairwise(np.searchsorted(page[first], numbers).tolist())
    of_postings = pairwise(np.searchsorted(page, numbers).tolist())
    return [
        b"".join(
            (
                (b - a).to_bytes(4, "little"),
                distinct[4 * a : 4 * b],
                counts[2 * a : 2 * b],
                all_docs[2 * c : 2 * d],
                all_values[c:d],
            )
        )
        for (a, b), (c, d) in zip(of_keys, of_postings, strict=True)
    ]


def _columns(
    page: bytes,
) -> tuple[NDArray[np.uint32], NDArray[np.uint16], NDArray[np.uint16], NDArray[np.uint8]]:
    """Read back a page as `_laid_out` writes it."""
    count = int.from_bytes(page[:4], "little")
    data = 4 + 6 * count
    total = (len(page) - data) // 3
    return (
        np.frombuffer(page, "<u4", count, 4),
        np.frombuffer(page, "<u2", count, 4 + 4 * count),
        np.frombuffer(page, "<u2", total, data),
        np.frombuffer(page, np.uint8, total, data + 2 * total),
    )


_COLUMNS = (("kind", "<u1"), ("first_day", "<i4"), ("last_day", "<i4"), ("length", "<u2"))


def _pack(rows: Sequence[Any]) -> bytes:
    return b"".join(
        np.array([getattr(row, name) for row in rows], dtype=kind).tobytes() for name, kind in _COLUMNS
    )


# --- reading ---------------------------------------------------------------------------------------


# Of a term, a byte for each document: nothing where it does not stand, else HELD and the value of its posting.
Column = NDArray[np.uint8]
HELD = 64
# Classes of length, by their shortest document, the average being 1.
SHORTEST = np.append(0.0, 2.0 ** (np.arange(-15, 16) / 8))


class _Memory:
    """The terms read of late, of the sealed segments: few postings as such, many as their column."""

    def __init__(self) -> None:
        self._kept: dict[int, _Postings | Column] = {}
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, term: int) -> _Postings | Column | None:
        with self._lock:
            found = self._kept.pop(term, None)
            if found is not None:
                self._kept[term] = found  # the last to be forgotten
            return found

    def put(self, term: int, found: _Postings | Column) -> None:
        with self._lock:
            self._drop(term)
            self._kept[term] = found
            self._bytes += found.nbytes
            while self._bytes > _REMEMBERED:
                self._drop(next(iter(self._kept)))

    def _drop(self, term: int) -> None:
        if (old := self._kept.pop(term, None)) is not None:
            self._bytes -= old.nbytes


@dataclass(frozen=True, slots=True)
class _Postings:
    """The documents of a term, ascending, with what its column holds of them."""

    docs: NDArray[np.int32]
    values: NDArray[np.uint8]

    @property
    def nbytes(self) -> int:
        return self.docs.nbytes + self.values.nbytes

    def column(self, size: int) -> Column:
        column = np.zeros(size, np.uint8)
        column[self.docs.astype(np.intp)] = self.values
        return column


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
    tail_docs: NDArray[np.int32]
    tail_values: NDArray[np.uint8]
    memory: _Memory = field(default_factory=_Memory)
    ages: dict[date, NDArray[np.uint16]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.kind)

    @cached_property
    def relative_length(self) -> NDArray[np.float64]:
        """The length of each document, 1 being the average."""
        return self.length / max(float(self.length.mean()), 1.0)

    @cached_property
    def length_class(self) -> NDArray[np.uint16]:
        """The class of length of each document, of those that SHORTEST begins, times twice HELD."""
        found = np.searchsorted(SHORTEST, self.relative_length, side="right") - 1
        return (found * (2 * HELD)).astype(np.uint16)

    def age(self, today: date) -> NDArray[np.uint16]:
        """Return for each document the days since its last, or until its first."""
        if today not in self.ages:
            now = today.toordinal()
            days = np.maximum(0, np.maximum(self.first_day - now, now - self.last_day))
            self.ages.clear()
            self.ages[today] = np.minimum(days, _OLDEST).astype(np.uint16)
        return self.ages[today]


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
    tail_docs=np.empty(0, np.int32),
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
        memory=held.memory if len(held) and held.sealed == sealed else _Memory(),
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
) -> tuple[Terms, NDArray[np.int32], NDArray[np.uint8]]:
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
        np.concatenate(
            [held.tail_docs[kept], *(np.full(len(terms), doc, np.int32) for doc, terms, _ in rows)]
        ),
        np.concatenate([held.tail_values[kept], *(values for _, _, values in rows)]),
    )


def columns(connection: Connection, snapshot: Snapshot, terms: Iterable[int]) -> dict[int, Column]:
    """Read the columns of terms; those read of late are remembered."""
    wanted = sorted(set(terms))
    known = {term: found for term in wanted if (found := snapshot.memory.get(term)) is not None}
    known |= _read(connection, snapshot, [term for term in wanted if term not in known])
    return {term: _whole(snapshot, known[term], term) for term in wanted}


def _read(connection: Connection, snapshot: Snapshot, terms: Sequence[int]) -> dict[int, _Postings | Column]:
    rows = {term: _rows_of(snapshot, term) for term in terms}
    data = _pages_of(connection, sorted({id for _, id in chain(*rows.values())}))
    found = {
        term: _sealed(snapshot, [(base, data[id]) for base, id in mine], term) for term, mine in rows.items()
    }
    for term, postings in found.items():
        snapshot.memory.put(term, postings)
    return found


def _pages_of(connection: Connection, ids: Sequence[int]) -> dict[int, bytes]:
    if not ids:
        return {}
    if connection.dialect.name == "postgresql":
        # In binary form: as text each byte is two letters, to be written by the server and read by us.
        cursor = connection.connection.cursor(binary=True)
        wanted = f"{{{','.join(map(str, ids))}}}"
        cursor.execute("SELECT id, data FROM search_page WHERE id = ANY(%s::bigint[])", (wanted,))
        return dict(cursor.fetchall())
    # Literal whole numbers, made here: hundreds of bound parameters cost more than the search.
    query = f"SELECT id, data FROM search_page WHERE id IN ({','.join(map(str, ids))})"
    return {row[0]: row[1] for row in connection.exec_driver_sql(query)}


def _rows_of(snapshot: Snapshot, term: int) -> list[tuple[int, int]]:
    """Return where the postings of a term stand: the first document that a row is about, and its id."""
    page, bundles = term % _PAGES, snapshot.sealed // BUNDLE
    number = page * _PARTS + (term >> 32) % _PARTS
    single = range(bundles * BUNDLE, snapshot.sealed)
    return [
        *zip(
            range(0, bundles * BUNDLE * SEGMENT, BUNDLE * SEGMENT),
            range(_bundle_id(0, number), _bundle_id(bundles, number), -_PAGES * _PARTS),
            strict=True,
        ),
        *((segment * SEGMENT, segment * _PAGES + page) for segment in single),
    ]


def _sealed(snapshot: Snapshot, pages: Iterable[tuple[int, bytes]], term: int) -> _Postings | Column:
    """Put a term's postings together."""
    key = (term >> 32).to_bytes(4, "little")
    found = [(base, page, n) for base, page in pages if (n := _place(page, key)) is not None]
    parts = list(_parts([page for _, page, _ in found], [n for _, _, n in found]))
    size = snapshot.sealed * SEGMENT
    sizes = np.array([len(values) for _, values in parts], np.int64)
    if _POSTING * sizes.sum() < size:
        bases = np.repeat(np.array([base for base, _, _ in found], np.int32), sizes)
        docs = np.frombuffer(b"".join(docs for docs, _ in parts), "<u2")
        values = np.frombuffer(b"".join(values for _, values in parts), np.uint8)
        return _Postings(docs + bases, values | np.uint8(HELD))
    column = np.zeros(size, np.uint8)
    for (base, _, _), (some, of_them) in zip(found, parts, strict=True):
        at = np.frombuffer(some, "<u2").astype(np.intp)  # an index of another type takes twice as long
        column[base:][at] = np.frombuffer(of_them, np.uint8) | np.uint8(HELD)
    return column


def _parts(pages: Sequence[bytes], places: Sequence[int]) -> Iterator[tuple[bytes, bytes]]:
    """Return of some pages the documents and values of the n-th key of each, see `_laid_out`."""
    if not pages:
        return
    counts = [4 + 4 * int.from_bytes(page[:4], "little") for page in pages]
    heads = [page[at : at + 2 * n + 2] for page, at, n in zip(pages, counts, places, strict=True)]
    sizes = np.frombuffer(b"".join(heads), "<u2").astype(np.int64)
    own = np.cumsum([n + 1 for n in places]) - 1
    ends = np.add.reduceat(sizes, np.append(0, own[:-1] + 1))
    for page, at, size, end in zip(pages, counts, sizes[own].tolist(), ends.tolist(), strict=True):
        docs = at + (at - 4) // 2
        values = docs + (len(page) - docs) // 3 * 2
        yield page[docs + 2 * (end - size) : docs + 2 * end], page[values + end - size : values + end]


def _place(page: bytes, key: bytes) -> int | None:
    """Return which of the keys of a page one is, see `_laid_out`."""
    end = 4 + 4 * int.from_bytes(page[:4], "little")
    at = page.find(key, 4, end)
    while at > 0 and at % 4:  # a match across two keys is none
        at = page.find(key, at + 1, end)
    return at // 4 - 1 if at > 0 else None


def _whole(snapshot: Snapshot, sealed: _Postings | Column, term: int) -> Column:
    """Add the tail's documents."""
    if not isinstance(sealed, _Postings) and len(sealed) == len(snapshot):
        return sealed
    if isinstance(sealed, _Postings):
        column = sealed.column(len(snapshot))
    else:
        column = np.append(sealed, np.zeros(len(snapshot) - len(sealed), np.uint8))
    tail = np.flatnonzero(snapshot.tail_terms == np.uint64(term))
    column[snapshot.tail_docs[tail]] = snapshot.tail_values[tail] | HELD
    return column


def names(connection: Connection, docs: Sequence[int]) -> dict[int, str]:
    """Return the items of documents."""
    query = select(search_doc.c.doc, search_doc.c.item).where(search_doc.c.doc.in_(docs))
    return {row.doc: row.item for row in connection.execute(query)}


def size(connection: Connection) -> int:
    """Return how many bytes the postings take."""
    return int(connection.execute(select(func.sum(func.length(search_page.c.data)))).scalar() or 0)
