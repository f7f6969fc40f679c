"""What the words before a happening only suppose, and what somebody is told or wished to do."""

import re
from collections.abc import Iterator

from tracker.mentions.cues import Cues
from tracker.mentions.hits import View
from tracker.mentions.marks import MARKS
from tracker.values import Span

__all__ = ["infinitive", "left_open", "supposed"]


def supposed(cues: Cues, view: View, where: Span, hit: Span) -> re.Match[str] | None:
    """The words that only suppose; the "might" of an army does not."""
    sure = [
        Span(*found.span()) for found in cues.standing.not_supposed.finditer(view.searched, *where)
    ]
    for found in _found(cues, view, where):
        name = found[0][0].isupper() and found.start() > view.head  # "the May Day Stadium"
        behind = view.masked[found.end() : found.end() + 2].strip()  # "an order on Friday"
        if name or behind == MARKS["date"] or any(span.holds(Span(*found.span())) for span in sure):
            continue
        if not _is_told_apart(cues, view.masked, found, hit):
            return found
    return None


def _found(cues: Cues, view: View, where: Span) -> Iterator[re.Match[str]]:
    """The words as they stand together, and with a day between them ("called on Monday for")."""
    yield from cues.standing.supposed.finditer(view.searched, *where)
    yield from cues.standing.supposed_on_a_day.finditer(view.searched, *where)


def _is_told_apart(cues: Cues, text: str, found: re.Match[str], hit: Span) -> bool:
    """Whether a happening told as past has a clause of its own ("called for calm as the two met"), or the words stand
    in an aside before it ("the minister, who demanded an apology, met")."""
    if not cues.past.search(text, *hit):
        return False
    own = cues.own_clauses.search(text, found.end(), hit.start)
    if own or cues.occasions.simultaneous.search(text[found.end() : hit.start]):
        return True
    asides = (Span(*aside.span()) for aside in cues.asides.aside.finditer(text, 0, hit.start + 1))
    return any(aside.holds(Span(*found.span())) and aside.end <= hit.start for aside in asides)


def infinitive(text: str, hit: Span, cues: Cues) -> int:
    """Where what somebody may be told to do begins: "told the envoys | to meet", "wants | parliament to meet"; not
    "paid a visit to the king"."""
    for to in cues.grammar.infinitive.finditer(text, *hit):
        if cues.past.search(text, hit.start, to.start()):
            break
        word = text[to.end() :].split(maxsplit=1)[:1]
        if word and word[0].islower() and word[0] not in cues.articles:
            return to.end()
    return hit.start


def left_open(cues: Cues, text: str, before: Span) -> re.Match[str] | None:
    """What leaves open all that is said behind it, however far, up to a clause of its own ("it is not sure if he
    stays when the house meets")."""
    found = cues.standing.of_a_clause.search(text, *before)
    if found is None or "," in text[found.end() : before.end]:
        return None
    return None if cues.standing.other_clause_then.search(text, found.end(), before.end) else found
