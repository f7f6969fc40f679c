"""The daemon's log: one line an entry on stderr, as text for people or as JSON for machines."""

import logging
import sys
from enum import StrEnum
from typing import Any

__all__ = ["LogForm", "start_log"]


TIME = "%Y-%m-%d %H:%M:%S"


class LogForm(StrEnum):
    """How a log line is written."""

    TEXT = "text"
    JSON = "json"


def start_log(form: LogForm = LogForm.TEXT) -> None:
    """From now on log entries go to stderr, in colour only where that is a terminal."""
    import structlog

    logging.basicConfig(stream=sys.stderr, format="%(message)s", level=logging.INFO, force=True)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso" if form is LogForm.JSON else TIME, utc=True),
            *_rendering(form),
        ],
        cache_logger_on_first_use=True,
    )
    # A pass longer than a tick is nothing to warn of: the next tick finds what is due.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # a new database is no news


def _rendering(form: LogForm) -> list[Any]:
    import structlog

    if form is LogForm.JSON:
        return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    plain = structlog.dev.plain_traceback
    return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]
