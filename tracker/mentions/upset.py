"""Whether what was planned is called off or put off, and of which happening that is told."""

import re
from collections.abc import Iterator

from tracker.mentions.clauses import quoted_apart, words_back
from tracker.mentions.cues import Cues
from tracker.mentions.hits import View
from tracker.mentions.phrases import Phrases
from tracker.values import Span

__all__ = ["saved_from", "upset_by", "was_former_plan"]

INSERTED = re.compile(r",[^,]*,")  # ", officials said,"
OWNER = re.compile(r"['’]s?$")
NEAR = 4  # words before "cancel" in which it is only threatened, or denied
VERB_BEFORE = 3  # words before a happening in which its verb stands: "began a visit"


def upset_by(cue: Phrases, view: View, around: Span, hit: Span, cues: Cues) -> Span | None:
    """The words of a cue in the clause that tell of the hit."""
    for found in _told_of(cue, view, around, hit, cues):
        if not (
            _is_spoken_of(found, view, around, cues) or was_former_plan(found, hit, view, cues)
        ):
            return found
    return None


def saved_from(view: View, around: Span, hit: Span, cues: Cues) -> Span | None:
    """The words by which somebody only threatens or denies that a hit is called off or put off: it is planned as it
    was."""
    for cue in (cues.cancelled, cues.postponed):
        for found in _told_of(cue, view, around, hit, cues):
            if _is_spoken_of(found, view, around, cues):
                return found
    return None


def was_former_plan(cue: Span, hit: Span, view: View, cues: Cues) -> bool:
    """Whether a clause behind a hit only tells what had become of an earlier plan: "began a visit that had been put
    off in May", "is here on a visit that was called off in May", "a treaty whose signing was called off"."""
    between = view.masked[hit.start : cue.start]
    if cue.start < hit.start or "," in between:
        return False
    if cues.standing.former_plan.search(between) or cues.standing.of_whose.search(between):
        return True
    verb = words_back(view.masked, hit.start, VERB_BEFORE)
    done = cues.past.search(view.masked, verb, hit.end) or cues.standing.being.match(between)
    return bool(done) and cues.standing.former_plan_of_doing.search(between) is not None


def _told_of(cue: Phrases, view: View, around: Span, hit: Span, cues: Cues) -> Iterator[Span]:
    """Where a cue stands in the clause and may tell of the hit. What a hit begins with is its own meaning ("scrapped
    the pact"); somebody who "cancelled a trip to attend the summit" calls off the trip."""
    asides = [Span(*aside.span()) for aside in cues.asides.aside.finditer(view.masked, *hit)]
    for match in cue.finditer(view.searched, *around):
        found = Span(*match.span())
        inside = any(aside.holds(found) for aside in asides)
        inside = inside or _says_which_thing(found, hit, view.masked, cues)
        if inside or found.start == hit.start or _parted(found, hit, view.masked, cues):
            continue
        attending = cues.standing.attending.search(view.searched, found.end, hit.end)
        if attending is None or attending.start() > hit.start:
            yield found


def _says_which_thing(cue: Span, hit: Span, text: str, cues: Cues) -> bool:
    """Whether a cue behind a hit only tells which one something else is: "met in Oslo and regretted the | cancelled |
    visit"."""
    before, behind = text[hit.end : cue.start].split(), text[cue.end :].split(maxsplit=1)
    if not before or not behind or behind[0].lower() in cues.articles | cues.standing.prepositions:
        return False
    return (
        OWNER.search(before[-1]) is not None or before[-1].lower() in cues.articles - cues.relatives
    )


def _is_spoken_of(cue: Span, view: View, around: Span, cues: Cues) -> bool:
    """Whether the words before a cue threaten, suppose or deny it: "threatened to cancel", "has not been put off"."""
    text = view.masked
    near = max(around.start, words_back(text, cue.start, NEAR))
    told = [
        *cues.standing.negated.finditer(view.searched, near, cue.start),
        *cues.standing.supposed.finditer(view.searched, near, cue.start),
        *cues.standing.denying.finditer(text, around.start, cue.start),
    ]
    between = (text[found.end() : cue.start] for found in told)
    return any("," not in words and not cues.standing.and_alone.search(words) for words in between)


def _parted(cue: Span, hit: Span, text: str, cues: Cues) -> bool:
    """Whether a word between the two gives each a clause of its own, or one stands in quotation marks: "met on
    Monday after they scrapped the pact", "having scrapped the pact, they agreed to meet on Monday"."""
    between = text[min(cue.end, hit.end) : max(cue.start, hit.start)]
    if quoted_apart(between):
        return True
    told = cues.asides.aside.sub(" ", between)
    if cue.start < hit.start and _turns_to_another(told, hit.of(text), cues):
        return True
    return cues.own_clauses.search(told) is not None


def _turns_to_another(between: str, hit: str, cues: Cues) -> bool:
    """Whether behind a comma something else is told, with a verb of its own."""
    _, comma, behind = INSERTED.sub(" ", between).partition(",")
    told = f"{behind} {hit}"
    return bool(comma) and bool(cues.past.search(told) or cues.future.regex.search(told))
