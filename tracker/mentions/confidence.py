"""How sure a mention is, from what supports it. The numbers were fitted on development articles:
of mentions with 0.9 about nine in ten are right."""

from tracker.mentions.event_types import Trigger
from tracker.mentions.publicity import Publicity
from tracker.values import Basis, Interval, Mention, Precision

__all__ = ["confidence_of", "supported"]

BY_PRECISION = {
    Precision.DAY: 0.925,
    Precision.MONTH: 0.905,
    Precision.QUARTER: 0.85,
    Precision.YEAR: 0.84,  # years are often mere background
}
BY_DISTANCE = 0.06  # for each step that the date is away from the words
FARTHEST = 0.36  # from here on it says no more how far away
YEAR_BY_DISTANCE = 0.35
BY_BASIS = {Basis.INFERRED: 0.08, Basis.CONTEXT: 0.14}  # where the words themselves tell no day
UNSURE_TYPE = 0.03  # a word that needs its date at hand is a weaker sign
# Of public life, as ordinary news tells it: told of nobody known or of a known country, told where one country is named.
STRANGERS, OF_ONE_COUNTRY = 0.06, 0.04
DOUBTED = 0.5  # such doubts alone bring none below this
PRIVATE = 0.4
REPEATED = 0.02
LEAST, MOST = 0.3, 0.97


def confidence_of(
    trigger: Trigger, interval: Interval, basis: Basis, cost: float, publicity: Publicity
) -> float:
    """The share of such mentions that is right."""
    of_year = interval.precision == Precision.YEAR
    value = BY_PRECISION[interval.precision]
    value -= YEAR_BY_DISTANCE * cost if of_year else min(FARTHEST, BY_DISTANCE * cost)
    value -= BY_BASIS.get(basis, 0.0)
    value -= UNSURE_TYPE if trigger.date == "phrase" else 0.0
    if trigger.confidence:
        value = min(value, trigger.confidence)
    doubt = STRANGERS * publicity.strangers + OF_ONE_COUNTRY * publicity.of_one_country
    value = max(min(value, DOUBTED), value - doubt)
    if publicity.private:
        value = min(value, PRIVATE)
    return round(min(MOST, max(LEAST, value)), 3)


def supported(best: Mention, other: Mention) -> float:
    """The confidence of a happening that an article tells twice."""
    return round(min(MOST, max(best.confidence, other.confidence) + REPEATED), 3)
