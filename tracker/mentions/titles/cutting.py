"""A clause that is too long for a title, cut where it still tells what is done."""

from itertools import takewhile

from tracker.mentions.titles.clauses import Clause
from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.polish import LONGEST, terse, trimmed

__all__ = ["cut"]

ROOM = 25  # for a verb and what it says, behind the subject


def cut(text: str, who: str, matter: Matter, clause: Clause) -> str:
    """A clause that is too long, cut behind what is done; empty where nothing is left of that: a subject cut
    short does nothing, and nobody meets alone."""
    words = matter.words
    if len(who) >= LONGEST - ROOM:
        return _with_less(who, text, words)
    if not text.startswith(who):
        return text
    told = len(" ".join(text.removeprefix(who).split()[:2]))
    short = trimmed(text, words, len(who) + told + 1)
    if _halves_a_name(short, text, words):
        return ""
    alone = matter.tokens[clause.main].base in words.sets["together"]
    return "" if alone and _meets_nobody(short, text, words) else short


def _with_less(who: str, text: str, words: HeadlineWords) -> str:
    """A clause whose subject is too long with no more of that than fits, up to one of its prepositions
    ("participants in the celebrations | for …"); empty where that cannot be cut."""
    parts, rest = who.split(), text.removeprefix(who)
    if not text.startswith(who) or words.sets["between"] & set(parts) or "," in who:
        return ""
    stops = (n for n, p in enumerate(parts) if n > 1 and words.tags.get(p) is Tag.PREPOSITION)
    shorter = (" ".join(parts[:n]) + rest for n in reversed([*stops, len(parts)]))
    return next((short for short in shorter if len(terse(short, words)) <= LONGEST), "")


def _halves_a_name(short: str, text: str, words: HeadlineWords) -> bool:
    """Whether a clause was cut inside a name that "and" joins: "the Comprehensive | and Progressive Agreement"."""
    last, then = short.split()[-1:], text.removeprefix(short).split()
    joined = last and last[0][0].isupper() and then and then[0] in words.sets["and"]
    proper = takewhile(lambda word: word[0].isupper(), then[1:] if joined else ())
    return any(word.lower() in words.happenings for word in proper)


def _meets_nobody(short: str, text: str, words: HeadlineWords) -> bool:
    """Whether a clause that was cut has lost with whom somebody met, but for the office."""
    whom = next(
        (
            text.find(f" {word} ") + len(word) + 2
            for word in words.sets["with"]
            if f" {word} " in text
        ),
        0,
    )
    left = {part.lower() for part in short[whom:].split()} - words.sets["article"]
    return bool(whom) and left <= words.sets["offices"]
