"""Two triggers of one sentence that tell of one happening between them: what was signed and what it is for, what a deed
was done with, and the two verbs of one thing."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import any_of
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS
from tracker.mentions.reading import Reading

__all__ = ["told_as_one"]


@dataclass(frozen=True, eq=False)
class Joints:
    """What stands between two triggers that tell of one happening, ready to match in a masked sentence."""

    what_for: re.Pattern[str]
    done_with: re.Pattern[str]
    two_verbs: re.Pattern[str]
    participle: re.Pattern[str]


@lru_cache(maxsize=8)
def _joints(language: Language) -> Joints:
    day = rf"(?:\s+(?:{language.any_of('before_days')}\s+)?{MARKS['date']}+)?"
    done = rf"(?:[a-z]{{3,}}ed|{any_of(sorted(language.pasts))})"
    return Joints(
        what_for=re.compile(rf"{day}\s+{language.any_of('infinitive')}\s+"),
        done_with=re.compile(
            rf"{day}\s+{language.any_of('part_with')}\s+{language.any_of('articles')}\s+(?:[a-z-]+\s+){{0,2}}"
        ),
        two_verbs=re.compile(rf"\s+{done}\s[^,;:]*\s{language.any_of('and_alone')}\s+"),
        participle=re.compile(rf"{done}\s+{language.any_of('headline_prepositions')}\b"),
    )


def told_as_one(one: Reading, two: Reading, language: Language) -> bool:
    """Whether both are of one sentence, type and day, and the second only goes on with the first: "signed two protocols
    | to establish ties", "ended the war with a | treaty signed", "a deal | brokered by Ana and signed in"."""
    first, second = sorted((one, two), key=lambda reading: reading.hit.span)
    mention, later = first.mention, second.mention
    if mention is None or later is None or first.view is not second.view:
        return False
    if (mention.type, mention.interval, mention.status) != (
        later.type,
        later.interval,
        later.status,
    ):
        return False
    text, joints = first.view.masked, _joints(language)
    where = first.hit.span.end, second.hit.span.start
    if joints.what_for.fullmatch(text, *where) or joints.done_with.fullmatch(text, *where):
        return True
    goes_on = joints.participle.match(text, second.hit.span.start)
    return goes_on is not None and joints.two_verbs.fullmatch(text, *where) is not None
