"""The command line `zhouxun`: parses, calls, turns errors into one line and an exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import click
import typer

from bot import __version__
from bot.commands import CommandGroup, Invocation
from bot.errors import ZhouxunError
from bot.patterns import kept_compiled
from scrapers.errors import ScrapeError

app = typer.Typer(
    cls=CommandGroup,
    name="zhouxun",
    help="周讯: weekly digests of meetings, plans and events in China's apparel and textile trade.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"zhouxun {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    config: Annotated[
        Path | None, typer.Option("--config", help="config.yaml; default: $ZHOUXUN_CONFIG or ./config.yaml")
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="more log lines on stderr")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="print the version")
    ] = False,
) -> None:
    """Options that stand before every command."""
    path = config or Path(os.environ.get("ZHOUXUN_CONFIG") or "config.yaml")
    context.obj = Invocation(config_path=path, explicit=config is not None, verbose=verbose)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 the work failed, 2 bad usage, config or input."""
    try:
        with kept_compiled():
            code = app(args=arguments, standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        print(f"zhouxun: {error.format_message()}", file=sys.stderr)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        print("zhouxun: interrupted", file=sys.stderr)
        code = 130
    except ZhouxunError as error:
        print(f"zhouxun: {error}", file=sys.stderr)
        code = error.exit_code
    except ScrapeError as error:
        print(f"zhouxun: {error}", file=sys.stderr)
        code = 1
    except BrokenPipeError:
        # The reader of a pipe (head, less) went away: not our failure, and nothing may be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        print(f"zhouxun: {error.filename or 'system'}: {error.strerror or error}", file=sys.stderr)
        code = 2 if isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError) else 1
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
