"""Jinja2's one home: the templates of mails, messages and pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import jinja2

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


@cache
def _environment(markup: bool) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=markup,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["clip"] = clip
    return environment


def fill(template: str, **values: Any) -> str:
    """Fill a template; everything is escaped unless its name says it is plain text (`.txt.j2`).

    Args:
        template: a file name in templates/.
        values: what the template speaks of.
    """
    return _environment(not template.endswith(".txt.j2")).get_template(template).render(**values)


def clip(text: str, length: int) -> str:
    """Cut a text at a length in characters, with an ellipsis where something was cut."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip("，、；。 ") + "…"
