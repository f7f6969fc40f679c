"""What the words between a happening and a date cost."""

from itertools import pairwise

from tracker.mentions.cues import Cues
from tracker.mentions.hits import View
from tracker.mentions.marks import MARKS
from tracker.values import Span

__all__ = ["of_another_time", "words_cost"]

JOINING = 0.3
DATE = MARKS["date"]


def of_another_time(between: str, spot: Span, view: View, cues: Cues) -> float:
    """What a date before costs that is of an announcement, of what led up to it, or of when somebody left for
    where it will happen ("sailed on Monday for Callao, where they will meet")."""
    cost = 3.0 * (_is_of_an_announcement(between, cues) or _has_its_own_day(between, cues))
    if cues.asides.where_open.search(between) and cues.future.regex.search(between):
        cost += 3.0
    cost += 3.0 * (cues.parting.about_after_date.match(view.masked, spot.end) is not None)
    return cost + 3.0 * bool(cues.parting.afterwards.search(between))


def _is_of_an_announcement(between: str, cues: Cues) -> bool:
    """Whether what lies between says that the date is when it was announced: "On Monday the ministry said
    that it will host the talks"."""
    said = cues.parting.said_that.search(between)
    return said is not None and cues.future.regex.search(between, said.end()) is not None


def _has_its_own_day(between: str, cues: Cues) -> bool:
    """Whether what somebody said on a date is told with a date of its own: "On Monday he told them that the day before
    the navy had fired one"."""
    said = cues.parting.said_that.search(between)
    return said is not None and between.find(DATE, said.end()) >= 0


def words_cost(parts: list[str], cues: Cues) -> float:
    """How far the words and signs between keep a date from a happening."""
    cost = sum(_part_cost(part, cues) for part in parts)
    # "over the mainland and into the sea": one doing goes on
    return cost - JOINING * sum(
        one.lower() in cues.joining and other.lower() in cues.parting.ways
        for one, other in pairwise(parts)
    )


def _part_cost(part: str, cues: Cues) -> float:
    low = part.lower()
    if part == ",":
        return 0.35
    if part in ";:—–":
        return 3.0 if part == ";" else 1.2
    if part[0] == DATE:
        return 1.2
    if low in cues.breaks or low in cues.speech:
        return 2.7
    if low in cues.joining:
        return JOINING
    return 0.06
