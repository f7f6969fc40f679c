"""How sure a mention is, from what supports it. The numbers were fitted on development articles:
of mentions with 0.9 about nine in ten are right."""

from tracker.mentions.event_types import Trigger
from tracker.mentions.publicity import Publicity
from tracker.values import Basis, Interval, Mention, Precision

__all__ = ["confidence_of", "supported"]

BY_PRECISION = {
    Precision.DAY: 0.93,
    Precision.MONTH: 0.90,
    Precision.QUARTER: 0.90,
    Precision.YEAR: 0.78,  # years are often mere background
}
BY_DISTANCE = 0.05  # for each step that the date is away from the words
YEAR_BY_DISTANCE = 0.4
INFERRED = 0.12
UNSURE_TYPE = 0.03  # a word that needs its date at hand is a weaker sign
# Of public life, as ordinary news tells it: told of nobody known or of a known country, told where one country is named.
STRANGERS, OF_ONE_COUNTRY = 0.06, 0.08
DOUBTED = 0.5  # such doubts alone bring none below this
PRIVATE = 0.4
REPEATED = 0.02
LEAST, MOST = 0.3, 0.97


def confidence_of(
    trigger: Trigger, interval: Interval, basis: Basis, cost: float, publicity: Publicity
) -> float:
    """The share of such mentions that is right."""
    slope = YEAR_BY_DISTANCE if interval.precision == Precision.YEAR else BY_DISTANCE
    value = BY_PRECISION[interval.precision] - slope * cost
    value -= INFERRED if basis == Basis.INFERRED else 0.0
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
