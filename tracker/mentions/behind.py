"""What the words behind a happening tell of it, and not of the thing it was done to or of another clause."""

import re
from itertools import takewhile

from tracker.mentions.cues import Cues
from tracker.mentions.marks import MARKS
from tracker.values import Span

__all__ = ["is_of_the_thing", "says_which", "told_behind"]

NEAR = 60  # characters behind a happening that may tell something of it
FEW = 5  # … and words


def told_behind(text: str, hit: Span, cues: Cues) -> list[str]:
    """The next words behind a hit, as far as they are of the happening itself."""
    behind = _of_its_clause(text, hit, cues)
    if (
        _is_told_of_which(text, hit, cues)  # "the pact that they signed in May has yet to …"
        or says_which(text, hit, cues)  # "a pact signed in May was never applied"
        or cues.standing.likely_so.search(behind)  # "a visit in May is likely to focus on trade"
    ):
        return []
    after = behind[:NEAR].split()[:FEW]
    if not _does_something_to(text, hit, cues):
        return after
    # "signed a treaty that may end the war", "was received by a king he had never met"
    another = cues.relatives | cues.parting.subjects - cues.articles
    return list(takewhile(lambda word: word not in another, after))


def _does_something_to(text: str, hit: Span, cues: Cues) -> bool:
    """Whether a hit tells what was done to a thing: what is only supposed of that is not the doing."""
    if cues.past.match(text, hit.start):
        return True
    done = cues.past.finditer(text, *hit)
    return any(
        not cues.articles.isdisjoint(text[each.end() :].split(maxsplit=1)[:1]) for each in done
    )


def _is_told_of_which(text: str, hit: Span, cues: Cues) -> bool:
    """Whether a hit tells in a clause of its own what was done: what stands behind is told of the thing."""
    words = hit.of(text).split()
    at = next((n for n, word in enumerate(words[1:], 1) if word in cues.relatives), None)
    return at is not None and cues.past.search(" ".join(words[at:])) is not None


def says_which(text: str, hit: Span, cues: Cues) -> bool:
    """Whether a hit tells by what was done to a thing which one is meant, and no more: "a pact signed in May". What
    is wished, denied or supposed before and behind it is then of something else."""
    words = hit.of(text).split()
    if text[hit.start] in MARKS.values() or not cues.verbal.isdisjoint(words):
        return False
    for done in cues.past.finditer(text, hit.start + len(words[0]), hit.end):
        then = text[done.end() :].split(maxsplit=1)[:1]
        if then and then[0].lower() in cues.standing.prepositions:
            return not cues.past.search(text, hit.start, done.start())
    return False


def is_of_the_thing(text: str, hit: Span, found: re.Match[str], cues: Cues) -> bool:
    """Whether words inside a hit that look ahead only say what the thing is for to which something was done: "passed
    a bill on Monday that would", "a treaty that would ban mines was signed"."""
    opened = text[hit.start : found.start()].split()[-1:]
    if opened == [] or opened[0] not in cues.relatives | cues.standing.what_it_is:
        return False
    done = cues.past.search(text, hit.start, found.start())
    return done is not None or any(
        verb[0] in cues.verbal for verb in cues.past.finditer(text, found.end(), hit.end)
    )


def _of_its_clause(text: str, hit: Span, cues: Cues) -> str:
    """The words behind a hit: in a clause set in between, those up to its comma."""
    behind = text[hit.end :]
    if another := cues.standing.other_clause.search(
        behind
    ):  # "meet on Monday and may agree", "…, which was never"
        behind = behind[: another.start()]
    return (
        behind.partition(",")[0] if cues.asides.relative_open.search(text[: hit.start]) else behind
    )
