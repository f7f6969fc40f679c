"""The daemon's log: one line an entry on stderr, with short tracebacks."""

import logging
import sys

import structlog

__all__ = ["start_log"]


def start_log() -> None:
    """From now on log entries go to stderr, in colour only where that is a terminal."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=True),
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            ),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    # A pass longer than a tick is nothing to warn of: the next tick finds what is due.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
