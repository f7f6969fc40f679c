"""The only place that knows what time it is. Everything else takes `now` as an argument."""

import datetime as dt

__all__ = ["now"]


def now() -> dt.datetime:
    """The present instant, in UTC."""
    return dt.datetime.now(dt.UTC)
