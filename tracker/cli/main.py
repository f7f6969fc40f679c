"""The `tracker` command: global options, the groups of commands, and what errors look like.

Nothing heavy is imported here or at the head of a command module, so that `--help`, `--version`
and shell completion answer at once.
"""

import gc
import os
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from tracker import __version__
from tracker.cli import ask, correct, judge, keep, rereading, rules, running, web
from tracker.cli.context import Context
from tracker.cli.failures import explain_failure

__all__ = ["app", "run"]

INTERRUPTED = 130
SELDOM = (50_000, 20, 100)  # garbage is looked for: the rules are a million things that stay

app = typer.Typer(
    name="tracker",
    help="Reads news feeds and keeps one deduplicated, sourced timeline of dated events.",
    epilog="First time here? [bold]tracker demo[/bold] shows everything on this machine alone.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"tracker {__version__}")
        raise typer.Exit


@app.callback()
def start(
    context: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(
            help="Configuration file; else $TRACKER_CONFIG, ./config.toml, the user's folder.",
            show_default=False,
        ),
    ] = None,
    database: Annotated[
        str | None,
        typer.Option(
            help="Database address (sqlite:///FILE, postgresql+psycopg://…); "
            "else $TRACKER_DATABASE_URL, the configuration.",
            metavar="URL",
            show_default=False,
        ),
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the version and exit.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Keep the global options for the command that follows."""
    context.obj = Context(config=config, database=database, debug=debug)
    context.call_on_close(context.obj.close)


ask.register(app)
running.register(app)
web.register(app)
correct.register(app)
rereading.register(app)
rules.register(app)
judge.register(app)
keep.register(app)


def run(arguments: list[str] | None = None) -> None:
    """The console entry point: runs one command and ends the process with its exit code."""
    gc.set_threshold(*SELDOM)
    arguments = sys.argv[1:] if arguments is None else arguments
    sys.exit(_guarded(arguments))


def _guarded(arguments: list[str]) -> int:
    """The exit code of `arguments`; an error is one line on stderr, a traceback only on request."""
    try:
        code = app(arguments, prog_name="tracker", standalone_mode=False)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return 0
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # typer has silenced stdout itself
            return 0
        raise
    except Exception as error:
        if "--debug" in arguments:
            traceback.print_exc()
        return explain_failure(error)
    return code if isinstance(code, int) else 0


def _silence_stdout() -> None:
    # `tracker events | head` closes the pipe early; the interpreter must not complain when it
    # flushes at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
