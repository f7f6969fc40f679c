"""What an error looks like on the command line: one line that says what to do, and an exit code."""

import re
import sys

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError, UsageError

from tracker.errors import TrackerError
from tracker.views.clean import one_line

__all__ = ["explain_failure", "say"]

FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130


def say(message: str) -> None:
    """A message for the person: one line on stderr, whatever the outside world put into it."""
    print(one_line(message), file=sys.stderr, flush=True)


def explain_failure(error: Exception) -> int:
    """Tells the person what went wrong; returns the exit code that fits."""
    if isinstance(error, NoArgsIsHelpError):
        error.show()
        return WRONG_USAGE
    if isinstance(error, typer.Abort):
        return INTERRUPTED
    if isinstance(error, ClickException):
        say(f"tracker: {_told(error)}{_hint(error)}")
        return error.exit_code
    if isinstance(error, TrackerError):
        say(f"tracker: {error}")
        return error.exit_code
    return _explain_unexpected(error)


def _told(error: ClickException) -> str:
    """Its message, with what was meant where one of the choices looks like what was typed."""
    text = error.format_message().replace("Value error, ", "")
    found = re.search(r"'([^']*)' is not one of (.+)\.$", text)
    if not found:
        return text
    from rapidfuzz.process import extractOne

    near = extractOne(found[1], re.findall(r"'([^']+)'", found[2]), score_cutoff=60)
    return f"{text} Did you mean '{near[0]}'?" if near else text


def _hint(error: ClickException) -> str:
    if isinstance(error, UsageError) and error.ctx is not None:
        return f" (see '{error.ctx.command_path} --help')"
    return ""


def _explain_unexpected(error: Exception) -> int:
    # By module name: importing SQLAlchemy to name its errors would cost every command 0.3 s.
    module = type(error).__module__
    if module.startswith(("sqlalchemy", "sqlite3", "psycopg")):
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        say(f"tracker: the database cannot do this: {reason}")
        return WRONG_USAGE
    if isinstance(error, OSError):
        say(f"tracker: {error.filename or 'system'}: {error.strerror or error}")
        return WRONG_USAGE
    say(f"tracker: unexpected {type(error).__name__}: {error} (run again with --debug)")
    return FAILED
