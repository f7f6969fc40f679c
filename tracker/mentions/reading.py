"""What became of one trigger."""

from typing import NamedTuple

from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.mentions.roles import Cast
from tracker.values import Mention

__all__ = ["Reading"]


class Reading(NamedTuple):
    """What became of one trigger: a mention, or the reason why it is none."""

    hit: Hit
    view: View
    mention: Mention | None
    reason: str
    dated: Dated | None = None
    cast: Cast | None = None
