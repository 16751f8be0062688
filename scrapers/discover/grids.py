"""Tables and lists of script libraries (layui, EasyUI, bootstrap-table, DataTables, Kendo, Ext, Backbone): their options name an
address and fields. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from scrapers.discover import literals
from scrapers.discover.addresses import resolve
from scrapers.discover.calls import (
    CALLS,
    POSTS,
    SENDS_FORM,
    VALUE,
    closing,
    default,
    is_data_of,
    pairs_of,
    value_sent,
)
from scrapers.discover.counting import with_query
from scrapers.discover.model import Request
from scrapers.discover.scripts import unescape

# Options of a table of some script library: table.render({url: '..'}), $('#t').DataTable({ajax: '..'}), new Tabulator('#t', {..}).
_GRID = re.compile(
    r"(?:(?<!\$)\.\s*(?P<verb>(?!(?:ajax|request)\b)[A-Za-z]\w*)\s*\(|"
    r"\bnew\s+(?:[\w$]+\.)*(?P<made>Tabulator|\w*(?:Grid|Table))\s*\((?:\s*[\"'][^\"'\n]{1,60}[\"']\s*,)?)\s*(?=\{)"
)
_OPTION_ADDRESS = re.compile(
    r"(?<![\w.])[\"']?(?:url|ajax|(?:ajax|data|proxy|source|request|list|api|load|service|remote)U(?:rl|RL)|sAjaxSource)[\"']?\s*:\s*[\"'](?P<url>[^\"'\s<>]+)[\"']\s*(?=[,}]|$)"
)
_OPTION_BODY = re.compile(
    rf"\b(?:where|queryParams|postData|extraParams|ajaxParams|data|params)\s*:\s*{VALUE}"
)
# What a collection of Backbone is fetched with: news.fetch({data: {cat: 3, page: 1}}).
_FETCHED = re.compile(rf"\.fetch\(\s*\{{[^{{}}]{{0,200}}?\bdata\s*:\s*{VALUE}")
_GETS = re.compile(r"\b(?:type|method)\s*:\s*[\"']get[\"']", re.IGNORECASE)


def grids(scripts: Iterable[str], url: str) -> Iterator[Request]:
    """Tables, lists and trees of script libraries: their options name an address, and fields to send."""
    for text in scripts:
        for call in islice(_GRID.finditer(text), CALLS):
            arguments = text[call.end() : call.end() + 1500]
            if request := _of_options(
                arguments[: closing(arguments)], call["verb"] or call["made"], text, url
            ):
                yield request


def tables_marked(tree: LexborHTMLParser, url: str, script: str) -> Iterator[Request]:
    """Tables that name their data in attributes: <table data-url="..">, <table data-options="url:'..'">."""
    for node in tree.css(
        "[data-url], [data-ajax], [data-options], [lay-data], [lay-options], .mini-datagrid[url]"
    ):
        marks = node.attributes
        holds_rows = node.css_first("a[href]") is not None
        if holds_rows and not (node.tag == "a" and marks.get("data-page")):
            continue
        named = marks.get("data-url") or marks.get("data-ajax") or ""
        if named and (number := marks.get("data-page") or "").isdigit():
            named = with_query(named, {"page": number})
        options = " ".join(filter(None, (marks.get(k) for k in ("data-options", "lay-data", "lay-options"))))
        verb = "datagrid" if "datagrid" in (marks.get("class") or "") else ""
        if marks.get("data-toggle") == "table":
            verb, options = "bootstrapTable", _options_marked(marks)
        elif "mini-datagrid" in (marks.get("class") or ""):
            verb, size = "mini-datagrid", marks.get("pagesize") or "10"
            options = f"url: '{marks.get('url')}', pagination: true, pageSize: {size}"
        elif named:
            options = f"url: '{named}'"
        if request := _of_options(options, verb, script, url):
            yield request


def _options_marked(marks: Mapping[str, str | None]) -> str:
    """Return the options that a table of bootstrap-table has in its attributes as its script would write them."""
    named = {
        re.sub(r"-(\w)", lambda found: found[1].upper(), key[5:]): value or "" for key, value in marks.items()
    }
    told = [
        f"{key}: {value if _BARE.fullmatch(value) else repr(value)}" for key, value in named.items() if key
    ]
    return ", ".join(told)


_BARE = re.compile(r"true|false|\d+|[a-z]+[A-Z]\w*")  # what is no text: numbers, functions


def _of_options(options: str, verb: str, script: str, url: str) -> Request | None:
    """Read the options of a table: its address, its fields, those by which its library asks for a page."""
    found = _OPTION_ADDRESS.search(options)
    target = resolve(url, unescape(found["url"])) if found else ""
    if not target or not is_data_of(target, url):
        return None
    body = _FETCHED.search(script) if verb == "extend" else _OPTION_BODY.search(options)
    paged = {} if found is None or not verb else _paged_by(verb, options) or _paged_apart(verb, script)
    made = _made_by(options, script, paged)
    pairs = made if made is not None else paged | (pairs_of(value_sent(body, script)) if body else {})
    posts = verb in _POSTING
    if POSTS.search(options) or (posts and not _GETS.search(options)):
        as_json = verb == "bootstrapTable" and not SENDS_FORM.search(options)  # its own habit
        sent = {name: int(value) if value.isdigit() else value for name, value in pairs.items()}
        return Request(target, "POST", json.dumps(sent, ensure_ascii=False) if as_json else pairs)
    return Request(with_query(target, pairs) if pairs else target)


def _made_by(options: str, script: str, paged: Mapping[str, str]) -> dict[str, str] | None:
    """Return the fields that a table's function makes of those by which its library asks for a page, None where it has none:
    data: function (d) {d.typeId = 3;}, queryParams: p => ({size: p.limit, type: 3})."""
    text, found = options, _OPTION_FUNCTION.search(options)
    if found is None and (named := _OPTION_NAMED.search(options)):
        text = script
        found = re.search(rf"(?P<plain>function)\s+{re.escape(named['name'])}\s*{_TAKES_ONE}\s*\{{", script)
    if found is None:
        return None
    given, body = re.escape(found["given"]), text[found.end() :]
    body = body[: closing(body, f"{found[0][-1]}{')}'[found[0][-1] == '{']}")]
    told = re.sub(
        rf"(?<![\w$.]){given}\.(?P<name>\w+)(?!\w|\s*=(?!=))",
        lambda field: _PAGE_WORDS.get(field["name"], paged.get(field["name"], field[0])),
        body if found[0][-1] == "{" else f"return {body}",
    )
    names = literals.names_in(script, default)
    returned = list(_RETURNED.finditer(told))
    made = {} if returned and not _PUT_IN.search(told) else dict(paged)
    for field in re.finditer(rf"(?<![\w$.]){given}\.(?P<name>\w+)\s*=(?!=)\s*", told):
        value = literals.read(told, names, start=field.end(), script=script)
        made |= {} if value is literals.UNKNOWN else pairs_of({field["name"]: value})
    for written in returned:
        made |= pairs_of(literals.read(told, names, start=written.end() - 1, script=script))
    return made


_TAKES_ONE = r"\(\s*(?P<given>[A-Za-z_$][\w$]*)[^()]*\)"
# A function among a table's options that makes what is sent, or the name of one.
_OPTION_FUNCTION = re.compile(
    rf"\b(?:data|queryParams|where|postData|params)\s*:\s*(?:function\s*\w*\s*)?{_TAKES_ONE}\s*(?:=>\s*)?[{{(]"
)
_OPTION_NAMED = re.compile(r"\bqueryParams\s*:\s*[\"']?(?P<name>[A-Za-z_$][\w$]*)[\"']?\s*(?=[,}]|$)")
_RETURNED = re.compile(r"\breturn\b(?:[^;{}]|\{\s*\})*\{")
_PUT_IN = re.compile(r"\.\.\.|\.extend\(|Object\.assign\(")
_PAGE_WORDS = {"pageNumber": "1", "pageIndex": "1", "pageSize": "10"}  # of tables that count pages


def _paged_by(verb: str, options: str) -> dict[str, str]:
    """Return the fields by which a library of tables asks for its first page, none where it shows all at once."""
    if not _PAGED.search(options) or verb not in _PAGE_FIELDS:
        return {}
    size = _PAGE_SIZE.search(options)
    return {
        name: size["n"] if size and value == "10" else value for name, value in _PAGE_FIELDS[verb].items()
    }


def _paged_apart(verb: str, script: str) -> dict[str, str]:
    """Return the fields by which a store of Ext asks for its first page, which are said where it is loaded."""
    if not verb.endswith("Store") or "PagingToolbar" not in script:
        return {}
    size = _STORE_SIZE.search(script)
    return {"start": "0", "limit": size["n"] if size else "25"}


_STORE_SIZE = re.compile(r"\b(?:limit|pageSize)\s*:\s*(?P<n>\d{1,3})\b")
_POSTING = ("datagrid", "flexigrid", "mini-datagrid")  # where nothing else is said

# layui, EasyUI, bootstrap-table, DataTables, jqGrid, Kendo, Tabulator, Flexigrid, MiniUI: as their documentation says.
_PAGE_FIELDS = {
    "render": {"page": "1", "limit": "10"},
    "datagrid": {"page": "1", "rows": "10"},
    "bootstrapTable": {"limit": "10", "offset": "0"},
    "DataTable": {"draw": "1", "start": "0", "length": "10"},
    "dataTable": {"draw": "1", "start": "0", "length": "10"},
    "jqGrid": {"page": "1", "rows": "10"},
    "kendoGrid": {"take": "10", "skip": "0", "page": "1", "pageSize": "10"},
    "kendoListView": {"take": "10", "skip": "0", "page": "1", "pageSize": "10"},
    "Tabulator": {"page": "1", "size": "10"},
    "flexigrid": {"page": "1", "rp": "10"},
    "mini-datagrid": {"pageIndex": "0", "pageSize": "10"},
}
_PAGED = re.compile(
    r"\b(?:page\s*:\s*(?:true|\{)|pagination\s*:\s*(?:true|[\"']remote)|(?:b?[sS]erverSide|sidePagination|serverPaging|usepager)\s*:\s*(?:true|[\"']server)|pager\s*:)"
)
_PAGE_SIZE = re.compile(
    r"\b(?:limit|pageSize|pageLength|paginationSize|iDisplayLength|rowNum|rp)\s*:\s*(?P<n>\d{1,3})\b"
)
