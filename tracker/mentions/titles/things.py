"""What is done where nobody is known to do it, and the paper that "it" means."""

from collections.abc import Sequence

from tracker.mentions.titles.clauses import Clause
from tracker.mentions.titles.headlines import Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.phrases import Phrase, closes, noun_phrase
from tracker.mentions.titles.polish import plain
from tracker.mentions.titles.tokens import Token, tokens_of
from tracker.mentions.titles.wording import Wording, text_of
from tracker.values import Span, Status

__all__ = ["thing_told", "undone"]

BACK = 3  # sentences to the paper that "it" means
DONE = (Status.OCCURRED, Status.RECURRING)


def thing_told(matter: Matter) -> str:
    """The treaty, deal or other paper that the nearest sentence before names last, with its article if it has
    no name; empty where none does."""
    article, words = matter.article, matter.words
    nouns = {noun for kin in words.sets["kin"] for noun in kin.split()} & words.sets["acts"]
    for number in range(matter.view.number, max(-1, matter.view.number - 1 - BACK), -1):
        view = article.views[number]
        here = number == matter.view.number
        tokens: Sequence[Token] = (
            matter.tokens[: _clause_before(matter)]
            if here
            else tokens_of(view, Span(0, 0), False, words, matter.tagged)
        )
        for at in range(len(tokens) - 1, -1, -1):
            phrase = noun_phrase(tokens, at, at + 1, words) if tokens[at].lower in nouns else None
            if phrase is None:
                continue
            told = text_of(Wording(tokens, view, article, words), Phrase(phrase.start, at + 1))
            start = tokens[phrase.start]
            named = any(token.text[0].isupper() for token in tokens[phrase.start + 1 : at + 1])
            the = min(words.sets["article"])
            if start.tag is Tag.DETERMINER and not named:
                return f"{the} {tokens[at].lower}"
            return told[:1].lower() + told[1:] if start.tag is Tag.DETERMINER else told
    return ""


def _clause_before(matter: Matter) -> int:
    """Where the part of the sentence ends that stands before a stop in front of the trigger."""
    before = range(matter.first - 1, -1, -1)
    return next((n for n in before if closes(matter.tokens[n])), 0)


def undone(matter: Matter, clause: Clause, what: str) -> str:
    """ "Checkpoints reopened" of "they reopened the checkpoints" where nobody says who "they" are: what was
    done, for verbs whose deed counts more than the doer."""
    words, main = matter.words, matter.tokens[clause.main]
    what = plain(what)
    if main.base not in words.sets["deeds"] or len(what.split()) < 2:
        return ""
    behind = matter.tokens[clause.end].tag if clause.end < len(matter.tokens) else None
    if behind in (Tag.PREPOSITION, Tag.TO, Tag.ADVERB):
        return ""
    parts = what.split()
    ends = (
        n
        for n, part in enumerate(parts)
        if n
        and words.tags.get(part.lower()) in (Tag.PREPOSITION, Tag.TO)
        and part.lower() not in _inner(matter)
    )
    at = next(ends, len(parts))
    done = words.participles[main.base]
    ahead = clause.form == "ahead" or matter.status not in DONE
    verb = f"{min(words.sets['to_be'])} {done}" if ahead else done
    return " ".join([*parts[:at], verb, *parts[at:]])


def _inner(matter: Matter) -> frozenset[str]:
    """Prepositions that go with their noun ("treaty on the border between …")."""
    words = matter.words
    return words.sets["of"] | words.sets["on"] | words.sets["between"] | words.sets["and"]
