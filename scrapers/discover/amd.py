"""Modules as RequireJS and Sea.js load them: what a file is defined of, and the same as plain scripts. Nothing is run. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urljoin

_NAME = r"[A-Za-z_$][\w$]*"
_FILE = r"[\"'](?P<file>[\w./-]+)[\"']"
# define("news", ["http"], function (http) {, require(["api"], (api) => {, define(function (require, exports, module) {.
_DEFINED = re.compile(
    rf"(?<![\w$.])(?P<how>define|require|requirejs)\s*\(\s*(?:[\"'][\w./-]+[\"']\s*,\s*)?(?:\[(?P<files>[^\[\]]{{0,1000}})\]\s*,\s*)?"
    rf"(?:async\s+)?(?:function\s*(?:{_NAME}\s*)?\((?P<names>[\w$\s,]{{0,400}})\)|\(?(?P<arrow>[\w$\s,]{{0,400}})\)?\s*=>)\s*\{{"
)
_OBJECT = re.compile(r"(?<![\w$.])define\s*\(\s*(?:[\"'][\w./-]+[\"']\s*,\s*)?(?:\[\s*\]\s*,\s*)?(?=\{)")
_NAMED = re.compile(r"(?<![\w$.])define\s*\(\s*[\"']([\w./-]+)[\"']\s*,")
_ALONE = re.compile(r"(?<![\w$.])(?:require|requirejs)\s*\(\s*\[(?P<files>[^\[\]]{0,1000})\]\s*\)")
_REQUIRED = re.compile(rf"(?P<name>{_NAME})\s*=\s*require\s*\(\s*{_FILE}\s*\)(?P<part>\.{_NAME})?")
_GIVEN_OUT = re.compile(r"(?<![\w$.])module\.exports\s*=(?!=)|(?<![\w$.])exports\.(?=[A-Za-z_$])")
_QUOTED = re.compile(r"[\"']([^\"'\s]+)[\"']")
_BASE = re.compile(r"\bbaseUrl\s*:\s*[\"'](?P<base>[\w./:-]*)[\"']|\bbase\s*:\s*[\"'](?P<sea>[\w./:-]+)[\"']")
_PATHS = re.compile(r"\b(?:paths|alias)\s*:\s*\{(?P<pairs>[^{}]{0,4000})\}")
_PATH = re.compile(r"[\"']?(?P<name>[\w./-]+)[\"']?\s*:\s*[\"'](?P<path>[\w./:-]+)[\"']")
_CONFIGURED = re.compile(r"\b(?:require(?:js)?|seajs)\s*\.?\s*(?:config\s*\(|=\s*\{)")
_FOLDER_SAID = re.compile(rf"(?P<before>{_CONFIGURED.pattern}[^\x00]{{0,600}}?)\bbase(?:Url)?(?=[\"']?\s*:)")
# What others wrote, and what is loaded as something else than a script: text!row.html.
_LIBRARY = re.compile(
    r"!|(?:^|/)(?:jquery|zepto|vue|react|angular|underscore|lodash|backbone|knockout|moment|mustache|handlebars|template|art-?template|juicer|doT|"
    r"bootstrap|swiper|layui|layer|echarts|domReady|text|css|json|require|sea|promise|axios|polyfill|validate|pagination)(?=$|[./-])",
    re.IGNORECASE,
)


def is_module(text: str) -> bool:
    """Tell a script that is defined of others, or for others, by such a loader; not one that may also do without."""
    return "define.amd" not in text and any(
        form.search(text) for form in (_DEFINED, _OBJECT, _ALONE, _CONFIGURED)
    )


def wanted(texts: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the addresses of the files that modules are defined of, the last module's first, but for libraries.

    Args:
        texts: the modules read so far, each with its address; where its loader begins is the first.
    """
    bases = (_base(url, text) for url, text in texts if _CONFIGURED.search(text))
    first = next((url for url, text in texts if is_module(text)), "")
    base = next(filter(None, bases), "") or first.rpartition("/")[0] + "/"
    paths = _paths(text for _, text in texts)
    known = {named[1] for _, text in texts for named in _NAMED.finditer(text)}  # several may be in one file
    for url, text in reversed(texts):
        for name in _files(text) if is_module(text) else ():
            if not (name in known or _LIBRARY.search(name)):
                yield _address(name, url, base, paths)


def as_script(text: str, own: int, numbers: Mapping[str, int]) -> str:
    """Return a module as a plain script, what it is defined of by the names that the other modules have there.

    Args:
        text: the module.
        own: its number; what it gives is called $m3_default for 3.
        numbers: those of all modules, by the names of their files.
    """

    def module(name: str) -> int | None:
        return numbers.get(f"{name.rpartition('/')[2].removesuffix('.js')}.js")

    def defined(found: re.Match[str]) -> str:
        names = re.findall(_NAME, found["names"] or found["arrow"] or "")
        files = _QUOTED.findall(found["files"] or "")
        pairs = [(name, module(file)) for file, name in zip(files, names, strict=False)]
        told = ",".join(f"{name}=$m{number}_default" for name, number in pairs if number is not None)
        # What a module gives is what its function returns, but where it puts that out: function (require, exports) {.
        returns = found["how"] == "define" and (files or not names)
        given = f"$m{own}_default=$m{own}_made();" if returns else ""
        return f";{given}$m{own}_made=(function(){{{f'const {told};' if told else ''}"

    def required(found: re.Match[str]) -> str:
        number = module(found["file"])
        return found[0] if number is None else f"{found['name']}=$m{number}_default{found['part'] or ''}"

    def given_out(found: re.Match[str]) -> str:
        return f"$m{own}_default{'=' if found[0].endswith('=') else '.'}"

    text = _FOLDER_SAID.sub(r"\g<before>folder", text)  # of files, and not of what is asked
    text = _DEFINED.sub(defined, _OBJECT.sub(f";$m{own}_default=(", text))
    return _GIVEN_OUT.sub(given_out, _REQUIRED.sub(required, text))


def _files(text: str) -> Iterator[str]:
    """Yield the names of what a module is defined of."""
    for found in (*_DEFINED.finditer(text), *_ALONE.finditer(text)):
        yield from _QUOTED.findall(found["files"] or "")
        if "require" in (found.groupdict().get("names") or ""):  # define(function (require) {..
            yield from (required["file"] for required in _REQUIRED.finditer(text))


def _base(url: str, text: str) -> str:
    """Return the folder from which a loader takes its files as it is told; one that is named from the page, which is not
    known here, is the folder of that name in which its configuration lies: js of /portal/js/page/news.js."""
    found = _BASE.search(text)
    told = (found["base"] or found["sea"] or "").rstrip("/") if found else ""
    if told.startswith(("/", "http:", "https:")):
        return urljoin(url, f"{told}/")
    name = told.lstrip("./")
    before, folder, _ = url.rpartition(f"/{name}/") if name else ("", "", "")
    return before + folder


def _paths(texts: Iterator[str] | Sequence[str]) -> dict[str, str]:
    """Return the files that loaders are told to take for names: {paths: {api: 'common/api'}}."""
    return {
        pair["name"]: pair["path"]
        for text in texts
        for told in _PATHS.finditer(text)
        for pair in _PATH.finditer(told["pairs"])
    }


def _address(name: str, url: str, base: str, paths: Mapping[str, str]) -> str:
    head, slash, rest = name.partition("/")
    file = paths.get(name) or (f"{paths[head]}/{rest}" if slash and head in paths else name)
    start = url if file.startswith(("./", "../")) and file == name else base
    return urljoin(start, file if file.endswith(".js") else f"{file}.js")
