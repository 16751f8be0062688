"""Modules of a program, as bundlers split it over files: joined into one text, in which what one imports is what another exports.
Nothing is run. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scrapers.discover import amd, angular, webpack

_MOST = 8  # modules of a program that are read together
_LONGEST = 400_000  # characters of one that is kept
_NAME = r"[A-Za-z_$][\w$]*"
_KIND = "text/x-module"  # the type of a script that no browser runs


@dataclass(frozen=True, slots=True)
class Module:
    """A file of a program: its address, and its text."""

    url: str
    text: str

    @classmethod
    def of(cls, url: str, text: str) -> Module:
        """Return the module at an address."""
        return cls(url.partition("?")[0], text)

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.url.rpartition("/")[2]


def parted(marks: str) -> tuple[str, list[Module]]:
    """Return the marks of a Request without the modules that it carries, and these."""
    found = [Module(kept["url"], kept["text"].replace("<\\/", "</")) for kept in _KEPT.finditer(marks)]
    return (_KEPT.sub("", marks), found) if found else (marks, found)


def carried(marks: str, module: Module) -> str:
    """Return the marks of a Request with a module that its answer is to be read with."""
    if len(module.text) > _LONGEST:
        return marks
    text = module.text.replace("</", "<\\/")
    return f'{marks}<script type="{_KIND}" data-url="{module.url}">{text}</script>'


_KEPT = re.compile(rf"<script type=\"{_KIND}\" data-url=\"(?P<url>[^\"]*)\">(?P<text>[^\x00]*?)</script>")


def wanted(modules: Sequence[Module]) -> Iterator[str]:
    """Yield the files, as modules name them or by their addresses, from which they import what they call or ask, and which
    are not among them."""
    files = {module.file for module in modules}
    if len(files) >= _MOST:
        return
    for module in reversed(modules):
        for clause in _IMPORT.finditer(module.text):
            names = [own for _, own in _names_in(clause["names"] or "")] + [clause["default"], clause["all"]]
            used = "|".join(re.escape(name) for name in names if name)
            named = clause["file"].rpartition("/")[2]
            if named in files or not used or _HELPER.search(named) or not clause["file"].startswith("."):
                continue
            if re.search(rf"(?<![\w$.])(?:{used})\s*(?:\?\.|[.(\[])", module.text[clause.end() :]):
                yield clause["file"]
    for address in amd.wanted([(module.url, module.text) for module in modules]):
        if address.rpartition("/")[2] not in files:
            yield address


# What bundlers and frameworks bring along.
_HELPER = re.compile(
    r"vendor|polyfill|runtime|plugin|helper|preload|element|antd|vant|naive|vue|react|lodash|axios-",
    re.IGNORECASE,
)


def depend(modules: Sequence[Module]) -> bool:
    """Tell modules that a loader puts together of each other, and that say little each by itself."""
    return len(modules) > 1 and any(
        amd.is_module(module.text) or angular.is_module(module.text) for module in modules
    )


def joined(modules: Sequence[Module]) -> str:
    """Return the text of modules as one program, each in a scope of its own; scripts that are none share what they define."""
    return _joined(tuple(modules))


@lru_cache(maxsize=8)  # each article of a site is looked for in the same program
def _joined(modules: tuple[Module, ...]) -> str:
    numbers = {module.file: number for number, module in enumerate(modules)}
    bundles = [module for module in modules if webpack.is_bundle(module.text)]
    scripts = webpack.as_scripts([module.text for module in bundles])
    bundled = {module.file: script for module, script in zip(bundles, scripts, strict=True)}
    return "\n".join(_in_scope(module, numbers, bundled) for module in modules)


def _in_scope(module: Module, numbers: dict[str, int], bundled: Mapping[str, str]) -> str:
    own = numbers[module.file]
    if not (_IMPORT.search(module.text) or _EXPORT.search(module.text)):
        if amd.is_module(module.text):
            return amd.as_script(module.text, own, numbers)
        if angular.is_module(module.text):
            return angular.as_script(module.text)
        return bundled.get(module.file, module.text)

    def imported(clause: re.Match[str]) -> str:
        number = numbers.get(clause["file"].rpartition("/")[2])
        if number is None:
            return ""
        told = [f"{local}=$m{number}_{name}" for name, local in _names_in(clause["names"] or "")]
        told += [f"{clause['default']}=$m{number}_default"] if clause["default"] else []
        told += [f"{clause['all']}=$m{number}_all"] if clause["all"] else []
        return f"const {','.join(told)};" if told else ""

    given: list[tuple[str, str]] = []

    def exported(clause: re.Match[str]) -> str:
        if clause["default"]:
            return f"$m{own}_default="
        if clause["declared"]:
            given.append((clause["name"], clause["name"]))
            return clause["declared"]
        number = numbers.get((clause["file"] or "").rpartition("/")[2])
        pairs = [(name, local) for local, name in _names_in(clause["names"] or "")]
        if clause["file"] is None:
            given.extend(pairs)
        elif number is not None:
            given.extend((name, f"$m{number}_{local}") for name, local in pairs)
        return ""

    body = _EXPORT.sub(exported, _IMPORT.sub(imported, module.text))
    told = "".join(f"$m{own}_{name}={local};" for name, local in given)
    every = ",".join(f"{name}:{local}" for name, local in given)
    return f";(async()=>{{{body}\n;{told}$m{own}_all={{{every}}};}})();"


def _names_in(clause: str) -> list[tuple[str, str]]:
    """Return the pairs of names in {a as b, c}."""
    pairs = (name.partition(" as ") for name in clause.split(",") if name.strip())
    return [(name.strip(), (other or name).strip()) for name, _, other in pairs]


_IMPORT = re.compile(
    rf"(?<![\w$.])import\s*(?:(?P<default>{_NAME})\s*,?\s*)?(?:\{{(?P<names>[\w$\s,]{{0,2000}})\}}|\*\s*as\s+(?P<all>{_NAME}))?\s*from\s*[\"'](?P<file>[\w./@-]+)[\"'];?"
)
_EXPORT = re.compile(
    rf"(?<![\w$.])export\s*(?:\{{(?P<names>[\w$\s,]{{0,2000}})\}}(?:\s*from\s*[\"'](?P<file>[\w./@-]+)[\"'])?;?"
    rf"|(?P<default>default\b)|(?P<declared>(?:const|let|var|(?:async\s+)?function\*?|class)\s+(?P<name>{_NAME})))"
)
