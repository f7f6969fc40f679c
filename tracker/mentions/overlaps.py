"""Which of overlapping triggers of a sentence stand, and where one begins that tells of what another has told."""

import re
from collections.abc import Sequence

from tracker.mentions.aside_cues import AsideCues
from tracker.mentions.hits import Hit, Seen
from tracker.mentions.marks import MARKS
from tracker.values import Span

__all__ = ["is_done_to", "parted", "standing_hits", "told_before"]

ADDED = re.compile(r",\s[a-z]")
LEAST = 3  # words, the comma among them, that tell nothing yet: ", which will"


def parted(hits: Sequence[Hit], text: str) -> list[Hit]:
    """The hits, without those that run on past another, each begun in the clause that is its own."""
    kept = [hit for hit in hits if not _runs_past(hit, hits, text)]
    return [_from_its_clause(hit, kept, text) for hit in kept]


def standing_hits(hits: Sequence[Hit], text: str, seen: Seen, asides: AsideCues) -> list[Hit]:
    """Of overlapping hits those read without a leap, what is told of a noun and then the longest first; of equal ones
    the more certain, of those that refer back the type told of last, then the rule written first. A bare word comes last."""

    def rank(hit: Hit) -> tuple[bool, int, int, int, bool, int]:
        refers = "earlier" in hit.trigger.needs
        dangles = refers and hit.trigger.type not in seen
        dangles = dangles and not any(told_before(other, hit) for other in hits)
        leap = _leap(hit, hits, text, asides) if hit.bridged else 2 * (" " not in hit.span.of(text))
        leap = -1 if hit.of_noun else leap
        turn = -seen.turn(hit.trigger.type) if refers else 0
        return dangles, leap, hit.span.start - hit.span.end, turn, hit.loose, hit.span.start

    kept: list[Hit] = []
    for hit in sorted((hit for hit in hits if not hit.trigger.own_day), key=rank):
        met = (other for other in kept if hit.span.meets(other.span))
        if all(_apart(hit, other, text, asides) for other in met):
            kept.append(hit)
    made = sorted((hit for hit in hits if hit.trigger.own_day), key=rank)
    return sorted(_with_what_was_made(kept, made), key=lambda hit: hit.span)


def _with_what_was_made(kept: list[Hit], made: Sequence[Hit]) -> list[Hit]:
    """The hits, and those that say when that was made which one of them does something to, in place of others that
    tell of it."""
    for thing in made:
        if any(is_done_to(hit, thing) for hit in kept):
            others = (h for h in kept if not h.span.meets(thing.span) or is_done_to(h, thing))
            kept = [*others, thing]
    return kept


def _runs_past(hit: Hit, hits: Sequence[Hit], text: str) -> bool:
    """Whether the words run on past another happening into what a comma adds of that: "drills over the visit,
    which ended"."""
    if hit.bridged:
        return False
    inside = (other.span.end for other in hits if other.trigger.type != hit.trigger.type)
    return any(hit.span.start < end < hit.span.end and ADDED.match(text, end) for end in inside)


def _from_its_clause(hit: Hit, hits: Sequence[Hit], text: str) -> Hit:
    """The hit begun behind what the main clause tells, where it is an aside on that: "initialled the treaty, | which
    was agreed in May"."""
    if hit.bridged or "earlier" in hit.trigger.needs or "," not in hit.span.of(text):
        return hit
    for other in hits:
        end = other.span.end
        before = other.span.start < hit.span.start < end < hit.span.end
        whole = len(text[end : hit.span.end].split()) > LEAST
        if before and whole and not other.bridged and ADDED.match(text, end):
            return hit._replace(span=Span(end + 2, hit.span.end))
    return hit


def told_before(one: Hit, hit: Hit) -> bool:
    """Whether a hit that refers to nothing tells the type of another before it in its sentence."""
    same = one.trigger.type == hit.trigger.type and "earlier" not in one.trigger.needs
    return same and one.span.end <= hit.span.start


def _leap(hit: Hit, hits: Sequence[Hit], text: str, asides: AsideCues) -> int:
    """0 for what is read across an aside that only names it once more: "the drill, Eagle by name, began"."""
    others = [o for o in hits if not o.bridged and o.span.meets(hit.span)]
    others = [o for o in others if not _apart(hit, o, text, asides)]
    words = hit.span.of(text)
    for aside in asides.set_between.findall(words):
        words = words.replace(aside, "") if asides.of_somebody.match(aside) else words
    dated = MARKS["date"] in words  # then the aside says when
    return int(dated or any(not _names(other, hit) for other in others))


def _apart(one: Hit, other: Hit, text: str, asides: AsideCues) -> bool:
    """Whether one of two hits is read across an aside in which all of the other stands, or tells of what is held
    to keep the other."""
    if _keeps(one, other, text) or _keeps(other, one, text):
        return True
    whole, inner = (one, other) if one.bridged else (other, one)
    if not whole.bridged or inner.bridged or not whole.span.holds(inner.span):
        return False
    between = asides.set_between.finditer(text, *whole.span)
    return any(Span(*aside.span()).holds(inner.span) for aside in between)


def is_done_to(act: Hit, made: Hit) -> bool:
    """Whether a hit tells what became of something that another names with the day on which that was made: "the
    embargo imposed in May | was lifted", "scrapped | the accord of 4 May"."""
    if not made.trigger.own_day or act.trigger.own_day or not act.span.meets(made.span):
        return False
    return act.span.start < made.span.start or made.span.end < act.span.end


def _keeps(whole: Hit, inner: Hit, text: str) -> bool:
    """Whether a hit holds the anniversary that what it tells of is held for: "a concert to mark the 60th
    anniversary of the treaty was given"."""
    kept = inner.trigger.kept_after
    if kept is None or whole.trigger.kept_after or not whole.span.holds(inner.span):
        return False
    return kept.search(text, whole.span.start, inner.span.start) is not None


def _names(one: Hit, whole: Hit) -> bool:
    """Whether a hit is but the noun of a longer one of its type."""
    noun = one.span.start == whole.span.start or one.trigger.date == "phrase"
    return noun and one.trigger.type == whole.trigger.type
