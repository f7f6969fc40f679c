"""The log of the jobs: one line a decision, with its reason, through the standard library's logging.

Nothing shows until a command sets a log up; warnings always do.
"""

import logging
from typing import Any

import structlog

__all__ = ["logger"]


def logger(name: str) -> Any:
    """A logger that takes its facts as keywords: `log.info("feed checked", feed=…, outcome=…)`."""
    return structlog.wrap_logger(logging.getLogger(f"tracker.{name}"))
