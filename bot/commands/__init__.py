"""The command line, a module for each group of commands; each thin over the deep modules it calls.

Modules are imported when their command is called, so that `zhouxun extract` does not pay for the bot.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click
from typer.core import TyperGroup
from typer.main import get_command

if TYPE_CHECKING:
    from bot.config import Config

# command -> the module whose `app` (a typer.Typer) holds it
COMMANDS: dict[str, str] = {
    "demo": "bot.commands.service",
    "run": "bot.commands.service",
    "poll": "bot.commands.polling",
    "sources": "bot.commands.sources",
    "digest": "bot.commands.sending",
    "deliveries": "bot.commands.sending",
    "subscribers": "bot.commands.sending",
    "search": "bot.commands.finding",
    "who": "bot.commands.finding",
    "org": "bot.commands.finding",
    "calendar": "bot.commands.finding",
    "export": "bot.commands.finding",
    "extract": "bot.commands.reading",
    "links": "bot.commands.reading",
    "records": "bot.commands.reading",
    "reprocess": "bot.commands.polling",
    "worker": "bot.commands.service",
    "status": "bot.commands.service",
    "db": "bot.commands.database",
}


_COLOURS = {"ok": "green", "new": "dim", "disabled": "dim", "quiet": "yellow"}


def health_cell(state: str) -> str:
    """Write a source's health for a table of rich: the word, in its colour."""
    from bot.wording import HEALTH_WORDS

    return f"[{_COLOURS.get(state, 'red')}]{HEALTH_WORDS.get(state, state)}[/]"


@dataclass(frozen=True)
class Invocation:
    """What the words before the command said; `config` reads the file when a command first needs it."""

    config_path: Path
    explicit: bool = False
    verbose: bool = False

    @cached_property
    def config(self) -> Config:
        """The whole configuration, or bot.config.ConfigError with every mistake."""
        from bot.config import load

        return load(self.config_path)


class CommandGroup(TyperGroup):
    """The group that finds a command's module by its name and imports it only then."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return every command's name in the order of the contract."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and return the command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name])
        command = get_command(module.app)
        if isinstance(command, click.Group):
            return command.get_command(ctx, cmd_name)
        return command
