"""Words beside a date that say for when something is planned, or from when it was moved. All from lexicons."""

import re
from dataclasses import dataclass

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.language import Language
from tracker.mentions.phrases import Phrases, ending, ending_phrases

__all__ = ["PlanCues", "plan_cues"]


@dataclass(frozen=True, eq=False)
class PlanCues:
    """What tells that a day lies ahead, or lay ahead before it was moved."""

    put_off_to: Phrases
    put_off_from: Phrases
    set_for: re.Pattern[str]
    still_set: re.Pattern[str]
    still_ahead: Phrases
    deadline_before_date: Phrases
    starting_before_date: Phrases
    required: re.Pattern[str]


def plan_cues(words: Language) -> PlanCues:
    """The cues of a language."""
    article = rf"\s+(?:{any_of(words.words('the'))}\s+)?$"
    part_of = rf"{any_of(words.words('the'))}\s+{whole(words.words('parts_of_time'))}\s+{whole(words.words('parts_of'))}"
    part = rf"(?:(?:{part_of}|{any_of(words.words('hours_on'), exact=True)})\s+)?"
    return PlanCues(
        put_off_to=ending_phrases(words, "put_off_to", rf"\s+{part}$"),
        put_off_from=ending_phrases(words, "put_off_from", article),
        set_for=ending(words, "set_for_day", rf"\s+{part}(?:{any_of(words.words('the'))}\s+)?$"),
        still_set=ending(
            words,
            "still",
            rf"\s+{whole(words.words('put_off_to'))}\s+{part}(?:{any_of(words.words('before_planned_days'), exact=True)}\s+)*$",
        ),
        still_ahead=ending_phrases(words, "still_ahead", r"(?:\s+[a-z]+)?\s+$"),
        deadline_before_date=ending_phrases(words, "deadlines", article),
        starting_before_date=ending_phrases(words, "starting_points", r"\s+$"),
        required=re.compile(whole(words.words("required"), exact=True)),
    )
