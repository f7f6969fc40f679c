"""What every request works with."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fastapi import Request

from tracker.answers.means import Means
from tracker.answers.question import event_types
from tracker.clock import now

if TYPE_CHECKING:
    from tracker.pulse import Pulse
    from tracker.web.secrets import Session

__all__ = ["Site", "base_of", "session_of", "site_of"]


@dataclass(frozen=True, slots=True)
class Site:
    """The timeline to show, who may see it, and the names it answers to."""

    means: Means
    hosts: frozenset[str] = field(default=frozenset())  # empty: any
    clock: Callable[[], dt.datetime] = now
    pulse: "Pulse | None" = None  # of the work that is done beside the pages
    types: tuple[str, ...] = field(init=False)  # the event types there are

    def __post_init__(self) -> None:
        object.__setattr__(self, "types", event_types(self.means))

    @property
    def token(self) -> str:
        """What everybody must know who asks; "" where anybody may."""
        return self.means.settings.web.token

    @property
    def least(self) -> float:
        """How sure an event must be to be shown where nobody asks for less."""
        return self.means.settings.timeline.min_confidence

    @property
    def today(self) -> dt.date:
        """The day it is."""
        return self.clock().date()


def site_of(request: Request) -> Site:
    """The site that a request is made to."""
    site: Site = request.app.state.site
    return site


def session_of(request: Request) -> "Session | None":
    """Who makes the request, if they logged in."""
    found: Session | None = getattr(request.state, "session", None)
    return found


def base_of(request: Request) -> str:
    """Where the site is, as the one who asks sees it, without a slash at the end."""
    return str(request.base_url).rstrip("/")
