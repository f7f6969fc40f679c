"""Titles made of the noun phrase that names the happening."""

from collections.abc import Sequence

from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.listing import list_comma
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.phrases import Phrase, noun_phrase
from tracker.mentions.titles.polish import LONGEST, plain
from tracker.mentions.titles.sites import ends_in_site
from tracker.mentions.titles.tokens import Token
from tracker.mentions.titles.who import unnamed
from tracker.mentions.titles.wording import text_of

__all__ = ["nouns_of", "phrase_title"]

PARTIES = ("person", "country", "place", "body")
RUN_ENDS = (Tag.VERB, Tag.AUXILIARY, Tag.BREAK)
ENDS = (Tag.PREPOSITION, Tag.TO, Tag.VERB, Tag.BREAK)


def phrase_title(matter: Matter) -> str:
    """The noun phrase that names the happening."""
    spot = nouns_of(matter)
    phrase = noun_phrase(matter.tokens, spot.start, spot.end, matter.words) if spot else None
    if phrase is None:
        return ""
    inside = matter.tokens[phrase.start : phrase.end]
    day = matter.event_type.anniversary and inside[-1].lower.split()[-1] in matter.words.happenings
    if not day and not any(token.tag is Tag.WORD for token in inside):
        return ""  # a name alone is no happening, unless it is a day's
    if _is_topic(matter, phrase):
        return ""
    if _acts(matter, phrase) or unnamed(_head(matter, phrase), matter.words):
        return ""
    if not names_happening(matter, phrase):
        phrase = _further(matter, phrase, spot)
        if phrase is None:
            return ""
    phrase = _unverbed(matter, phrase)
    text = plain(text_of(matter.wording, phrase, owner=True))
    return (
        text if len(text) <= LONGEST else plain(text_of(matter.wording, phrase, True, owner=True))
    )


def _head(matter: Matter, phrase: Phrase) -> Sequence[Token]:
    """The phrase up to its first preposition or other break."""
    tokens = matter.tokens[phrase.start : phrase.end]
    ends = (n for n, t in enumerate(tokens) if t.tag in ENDS or t.text == ",")
    return tokens[: next(ends, None)]


def _is_topic(matter: Matter, phrase: Phrase) -> bool:
    """Whether the phrase is what a verb of the trigger says is talked about ("to discuss an embargo at …")."""
    before = matter.tokens[phrase.start - 1] if phrase.start > matter.first else None
    return before is not None and before.base in matter.words.sets["discussing"]


def _further(matter: Matter, phrase: Phrase, spot: Phrase | None) -> Phrase | None:
    """The happening inside a phrase that begins with something else ("the matter | at a meeting in Minsk")."""
    for number in range(phrase.start + 1, min(phrase.end, matter.last)):
        token = matter.tokens[number]
        known = token.tag is Tag.WORD and token.lower in matter.words.happenings
        if known and number >= matter.first:
            inner = noun_phrase(matter.tokens, number, number + 1, matter.words)
            if inner is None or inner.start <= phrase.start:
                return None
            of = matter.tokens[inner.start - 1].lower in matter.words.sets["of"]
            return None if of else inner
    return None


def names_happening(matter: Matter, phrase: Phrase) -> bool:
    """Whether what the phrase is about is a happening rather than a person, place or thing in one ("came to |
    Minsk for the talks"). Where the trigger is nouns alone, as in a rule file of one's own, any noun will do."""
    words = matter.words
    nouns = [t for t in _head(matter, phrase) if t.tag in (Tag.NAME, Tag.WORD) and _plain_word(t)]
    if matter.event_type.anniversary or not nouns:
        return True
    if ends_in_site(nouns, words):
        return False
    if any(word in words.happenings for token in nouns for word in token.lower.split()):
        return _heads(nouns, words)
    if nouns[-1].lower in words.sets["launched"]:
        return any("{fired}" in way for way in matter.event_type.complete)
    named = any(t.name is not None and t.name.kind in PARTIES for t in nouns)
    if all(t.text[0].isupper() for t in nouns) and not named:
        before = matter.tokens[phrase.start - 1].tag if phrase.start else None
        if before in (Tag.PREPOSITION, Tag.TO) and phrase.end - phrase.start < 5:
            return False  # "to | Munda for the retreat"
        return nouns[0].span.start < matter.hit.span.end
    trigger = matter.tokens[matter.first : matter.last]
    if any(t.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PREPOSITION, Tag.TO) for t in trigger):
        return False
    last = nouns[-1].lower
    bears = last in words.sets["bearers"] or last.removesuffix("s") in words.sets["bearers"]
    return not named and not bears and nouns[-1].span.start < matter.hit.span.end


def _heads(nouns: Sequence[Token], words: HeadlineWords) -> bool:
    """Whether the noun of a happening is the head: last, or with no more than its own name, a number or what
    it is like behind it ("drill Foal Eagle", "meeting centred on …")."""
    for token in reversed(nouns):
        if any(word in words.happenings for word in token.lower.split()):
            return True
        past = token.lower.endswith(tuple(words.sets["past_endings"]))
        past |= token.lower in words.sets["alone"]  # "the Games open"
        if not (token.text[0].isupper() or token.text[0].isdigit() or past):
            return False
        if token.name is not None and token.name.kind in ("person", "country"):
            return False
    return False


def _plain_word(token: Token) -> bool:
    return token.text[0].isalnum()


def _unverbed(matter: Matter, phrase: Phrase) -> Phrase:
    """The phrase without the past form that governs it ("… and enjoyed art performances")."""
    before = matter.tokens[phrase.start - 1].tag if phrase.start else None
    first = matter.tokens[phrase.start]
    past = matter.words.verbs.get(first.lower, ("", ""))[1] == "past" or (
        first.lower.endswith(tuple(matter.words.sets["past_endings"]))
    )
    after = matter.tokens[phrase.start + 1].tag if phrase.start + 1 < phrase.end else None
    governs = after is not Tag.ADVERB and before in (
        Tag.ADVERB,
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
        elif start is not None and (tag in RUN_ENDS or _parts_run(matter, number)):
            runs.append(Phrase(start, number))
            start = None
    sets = matter.words.sets
    known = sets["weak"] | sets["heads"] | sets["renewing"]
    others = matter.words.happenings - sets["no_bare"]
    for nouns in (
        known - sets["no_bare"],
        others,
        known,
    ):  # the manoeuvres, not the end of what they are the biggest since
        for run in runs:
            if any(token.lower in nouns for token in matter.tokens[run.start : run.end]):
                return run
    return runs[0] if runs and not _gerund(matter, runs[0].start) else None


def _parts_run(matter: Matter, at: int) -> bool:
    """Whether a comma of the trigger begins an aside ("Congress, now on recess, …"), or an article what does
    something there ("at its first plenum | the Committee …")."""
    if matter.tokens[at].tag is Tag.DETERMINER and matter.tokens[at - 1].tag is Tag.WORD:
        return True
    return matter.tokens[at].text == "," and not list_comma(matter.tokens, at)


def _gerund(matter: Matter, at: int) -> bool:
    """Whether a verb in -ing with its object stands there ("signing the deal")."""
    form = matter.words.verbs.get(matter.tokens[at].lower, ("", ""))[1]
    follows = matter.tokens[at + 1].tag if at + 1 < len(matter.tokens) else None
    return form == "ing" and follows in (Tag.DETERMINER, Tag.POSSESSIVE)
