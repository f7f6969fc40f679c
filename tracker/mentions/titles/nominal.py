"""Titles made of the noun phrase that names the happening."""

from collections.abc import Sequence

from tracker.mentions.titles.headlines import Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.phrases import Phrase, noun_phrase
from tracker.mentions.titles.polish import LONGEST, plain
from tracker.mentions.titles.tokens import Token
from tracker.mentions.titles.wording import text_of, unnamed

__all__ = ["nouns_of", "phrase_title"]


def phrase_title(matter: Matter) -> str:
    """The noun phrase that names the happening."""
    spot = nouns_of(matter)
    phrase = noun_phrase(matter.tokens, spot.start, spot.end, matter.words) if spot else None
    if phrase is None:
        return ""
    if not any(token.tag is Tag.WORD for token in matter.tokens[phrase.start : phrase.end]):
        return ""  # a name alone is no happening
    if _acts(matter, phrase) or unnamed(_head(matter, phrase), matter.words):
        return ""
    phrase = _unverbed(matter, phrase)
    text = plain(text_of(matter.wording, phrase, owner=True))
    return (
        text if len(text) <= LONGEST else plain(text_of(matter.wording, phrase, True, owner=True))
    )


def _head(matter: Matter, phrase: Phrase) -> Sequence[Token]:
    """The phrase up to its first preposition."""
    tokens = matter.tokens[phrase.start : phrase.end]
    return tokens[: next((n for n, t in enumerate(tokens) if t.tag is Tag.PREPOSITION), None)]


def _unverbed(matter: Matter, phrase: Phrase) -> Phrase:
    """The phrase without the past form that governs it ("… and enjoyed art performances")."""
    before = matter.tokens[phrase.start - 1].tag if phrase.start else None
    first = matter.tokens[phrase.start]
    past = matter.words.verbs.get(first.lower, ("", ""))[1] == "past" or (
        first.lower.endswith(tuple(matter.words.sets["past_endings"]))
    )
    after = matter.tokens[phrase.start + 1].tag if phrase.start + 1 < phrase.end else None
    governs = after is not Tag.ADVERB and before in (
        Tag.VERB,
        Tag.AUXILIARY,
        Tag.BREAK,
        Tag.PRONOUN,
        Tag.CONJUNCTION,
        Tag.SIGN,
    )
    if past and governs and first.text.islower() and phrase.end - phrase.start > 2:
        return Phrase(phrase.start + 1, phrase.end)
    return phrase


def _acts(matter: Matter, phrase: Phrase) -> bool:
    """Whether somebody does something inside the phrase, which then is none ("North Korea fired")."""
    tokens, verbs = matter.tokens, matter.words.verbs
    for one, two in zip(
        tokens[phrase.start : phrase.end], tokens[phrase.start + 1 : phrase.end], strict=False
    ):
        actor = one.name is not None and one.name.kind in ("person", "country") and not one.owner
        if actor and two.text.islower() and verbs.get(two.lower, ("", ""))[1] == "past":
            return True
    return False


def nouns_of(matter: Matter) -> Phrase | None:
    """The tokens of the trigger that a noun phrase may grow from: a run without a verb, best with
    the noun of an occasion in it."""
    runs: list[Phrase] = []
    start = None
    for number in range(matter.first, matter.last + 1):
        tag = matter.tokens[number].tag if number < matter.last else Tag.VERB
        if start is None and tag in (Tag.NAME, Tag.WORD, Tag.DATE):
            light = number and matter.tokens[number - 1].base in matter.words.sets["taking"]
            if light and matter.tokens[number].lower in matter.words.sets["taken"]:
                continue  # "there took place a concert"
            start = number
        elif start is not None and tag in (Tag.VERB, Tag.AUXILIARY, Tag.BREAK):
            runs.append(Phrase(start, number))
            start = None
    known = matter.words.sets["weak"] | matter.words.sets["heads"]
    for run in runs:
        if any(token.lower in known for token in matter.tokens[run.start : run.end]):
            return run
    return runs[0] if runs and not _gerund(matter, runs[0].start) else None


def _gerund(matter: Matter, at: int) -> bool:
    """Whether a verb in -ing with its object stands there ("signing the deal")."""
    form = matter.words.verbs.get(matter.tokens[at].lower, ("", ""))[1]
    follows = matter.tokens[at + 1].tag if at + 1 < len(matter.tokens) else None
    return form == "ing" and follows in (Tag.DETERMINER, Tag.POSSESSIVE)
