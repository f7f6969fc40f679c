"""Noun phrases of a tagged sentence: left to the determiner, right over what completes them."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.listing import list_comma
from tracker.mentions.titles.tokens import Tag, Token

__all__ = [
    "CLOSERS",
    "FORE",
    "NOUN",
    "Phrase",
    "begins_clause",
    "closes",
    "goes_on",
    "inner_sign",
    "is_first",
    "noun_phrase",
    "starts_anew",
    "two_behind",
]

CLOSERS = frozenset(".;:—–()[]{}?!|…•") | {"--", "..", "..."}
OPENING = frozenset('"“«')
QUOTES = frozenset("\"“”'’‘«»")
NOUN = (Tag.NAME, Tag.WORD)
# "To curtail its …": a verb that no lexicon has, and what governs it.
UNKNOWN_VERBS = ([Tag.WORD, Tag.DETERMINER], [Tag.WORD, Tag.POSSESSIVE])
PARTIES = ("person", "country", "body")
FORE = (Tag.NAME, Tag.WORD, Tag.DETERMINER, Tag.POSSESSIVE)


class Phrase(NamedTuple):
    """Tokens from `start` to before `end`."""

    start: int
    end: int


def noun_phrase(
    tokens: Sequence[Token], first: int, last: int, words: HeadlineWords
) -> Phrase | None:
    """The noun phrase round the tokens `first` to before `last`: left to its determiner, right over
    its complements ("treaty on … between … and …")."""
    start, end = _left(tokens, first, words), _right(tokens, last, words)
    return Phrase(start, end) if start < end else None


def _left(tokens: Sequence[Token], first: int, words: HeadlineWords) -> int:
    start = first
    while start:
        token = tokens[start - 1]
        if _is_medium(token) or _is_day_part(tokens, start - 1, words):
            break
        if token.text in OPENING and _is_past(tokens[start - 2], words):
            break  # "a pen engraved | “Lima Agreement”"
        if (
            token.tag in (Tag.NAME, Tag.WORD)
            or (token.tag is Tag.DATE and start > 1 and tokens[start - 2].tag in FORE)
            or inner_sign(tokens, start - 1)
            or (token.tag is Tag.CONJUNCTION and _joins(tokens, start - 1))
            or is_first(tokens, start - 1, words)
        ):
            start -= 1
        elif token.tag in (Tag.DETERMINER, Tag.POSSESSIVE):
            start -= 1
            further = start - 1
            if further > 0 and _of_head(tokens, further, words):
                start = further
                continue
            break
        elif token.lower in words.sets["of"] and _of_head(tokens, start - 1, words):
            start -= 1
        else:
            break
    return start


def _is_past(token: Token, words: HeadlineWords) -> bool:
    return token.text.islower() and token.lower.endswith(tuple(words.sets["past_endings"]))


def _is_day_part(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether here ends a time of day that is no part of the noun behind it ("later in the day | ministers")."""
    lower = [token.lower for token in tokens[max(0, at - 2) : at + 1]]
    led = len(lower) == 3 and tokens[at - 2].tag is Tag.PREPOSITION
    return led and lower[1] in words.sets["article"] and lower[2] in words.sets["day_parts"]


def is_first(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether a "first" counts what follows it ("the first meeting") rather than says when."""
    opens = not at or tokens[at - 1].tag in (Tag.DETERMINER, Tag.POSSESSIVE) or tokens[at - 1].owner
    behind = tokens[at + 1].tag if at + 1 < len(tokens) else None
    return tokens[at].lower in words.sets["firsts"] and opens and behind in NOUN


def _of_head(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    return (
        at > 0
        and tokens[at].lower in words.sets["of"]
        and tokens[at - 1].lower in words.sets["heads"]
    )


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" joins two adjectives or names of one phrase rather than two clauses."""
    if not 0 < at < len(tokens) - 1:
        return False
    one, two = tokens[at - 1], tokens[at + 1]
    return one.tag is two.tag and one.tag in (Tag.NAME, Tag.WORD)


def inner_sign(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text in ("&", "/", "%", "$", "#") or (
        tokens[at].text in QUOTES and at > 0 and tokens[at - 1].tag in NOUN
    )


def _right(tokens: Sequence[Token], last: int, words: HeadlineWords) -> int:
    end = last
    pending = any(
        tokens[n].lower in words.sets["between"] and not two_behind(tokens, n, words)
        for n in range(max(0, last - 3), last)
    )
    while end < len(tokens):
        pending |= tokens[end].lower in words.sets["between"] and not two_behind(tokens, end, words)
        if _purpose(tokens, end, words):
            end += 1
        elif pending and tokens[end].tag is Tag.CONJUNCTION:
            pending = False
        elif _stops(tokens, end) or _means(tokens, end, words):
            break
        end += 1
    return _before_doing(tokens, last, end, words)


def two_behind(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether a "between" has its two already behind it ("between the two and | …")."""
    behind = [t.lower for t in tokens[at + 1 : at + 3] if t.tag is not Tag.DETERMINER][:1]
    return bool(behind) and behind[0] in words.sets["two"]


def _before_doing(tokens: Sequence[Token], last: int, end: int, words: HeadlineWords) -> int:
    """The end without the doer of something that is not told ("in exchange | for Laos curbing …")."""
    doing = tokens[end - 1].lower.endswith(tuple(words.sets["ing_endings"])) and end - 1 > last
    governs = end < len(tokens) and tokens[end].tag in (Tag.DETERMINER, Tag.POSSESSIVE)
    verb = end < len(tokens) and tokens[end].form == "ing" and tokens[end].tag is Tag.VERB
    if verb or (doing and governs):
        led = (n for n in range(end - 1, last, -1) if tokens[n].tag is Tag.PREPOSITION)
        at = next(led, end)
        return at if tokens[at].lower in words.sets["for"] else end
    return end


def _means(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether here it says by what means ("by mobilizing …")."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower in words.sets["by"] and after.endswith(tuple(words.sets["ing_endings"]))


def _stops(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase ends before the token `at`."""
    token = tokens[at]
    if closes(token) or _is_medium(token):
        return True
    if token.tag in (Tag.BREAK, Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN):
        return True
    if _is_party(token) and tokens[at - 1].tag is Tag.DATE:
        return True  # "at the banquet on Sunday | Roe said"
    if starts_anew(tokens, at):
        return True
    if token.tag in (Tag.DETERMINER, Tag.POSSESSIVE):
        return tokens[at - 1].tag in (Tag.WORD, Tag.DATE)
    if token.tag is Tag.ADVERB:
        return at + 1 == len(tokens) or tokens[at + 1].tag not in NOUN
    if token.tag is Tag.TO:
        return _infinitive(tokens, at)
    if token.tag is Tag.CONJUNCTION:
        return not goes_on(tokens, at)
    return token.text == "," and not list_comma(tokens, at)


def _is_party(token: Token) -> bool:
    """Whether it is a name that may take part: a person's, a country's, a body's."""
    return token.name is not None and token.name.form != "demonym" and token.name.kind in PARTIES


def starts_anew(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody is told of right behind where something was, without a comma: "at talks in Oslo | Peru left"."""
    place = tokens[at - 1].name if at > 1 else None
    if place is None or tokens[at - 1].owner or tokens[at - 2].tag is not Tag.PREPOSITION:
        return False
    if place.kind not in ("place", "country") or place.form == "demonym":
        return False
    if tokens[at].tag is Tag.DETERMINER:
        return True
    name = tokens[at].name
    if name is None or name.kind == "person" or name.entity == place.country:
        return False  # "the president of Peru Ana Brito", "in Lima Peru"
    return _is_party(tokens[at])


def _is_medium(token: Token) -> bool:
    """Whether it is the name of a news agency: a credit, no part of what happened."""
    entry = token.name.entry if token.name else None
    return entry is not None and entry.detail == "media"


def closes(token: Token) -> bool:
    return token.text in CLOSERS and token.tag is Tag.SIGN


def _purpose(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether here it says what the occasion is for ("to mark …", "for celebrating …")."""
    joins = tokens[at].tag in (Tag.TO, Tag.PREPOSITION)
    return joins and at + 1 < len(tokens) and tokens[at + 1].lower in words.sets["purposes"]


def _infinitive(tokens: Sequence[Token], at: int) -> bool:
    follows = tokens[at + 1 : at + 3]
    if [t.tag for t in follows] in UNKNOWN_VERBS and follows[0].text.islower():
        return True
    two = [t.tag for t in tokens[at + 1 : at + 4]] == [Tag.WORD, Tag.CONJUNCTION, Tag.VERB]
    if two and tokens[at + 3].form == "base":
        return True  # "to propel and expand …"
    return bool(follows) and any(
        t.tag is Tag.VERB and t.form == "base" for t in follows if t.tag is not Tag.WORD
    )


def goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows "and" belongs to the phrase: no verb follows before the next stop."""
    if at + 1 >= len(tokens):
        return False
    digit = tokens[at + 1].text.isdigit() and at + 2 < len(tokens)
    if begins_clause(tokens, at) or (digit and tokens[at + 2].tag is Tag.VERB):
        return False  # "and 30 signed"
    if at and tokens[at - 1].tag is Tag.DATE and tokens[at + 1].tag is not Tag.DATE:
        return False  # "on Sunday and to Cuba on Monday"
    verbal = [t.tag for t in tokens[at + 1 : at + 3]]
    if verbal in ([Tag.ADVERB, Tag.VERB], [Tag.ADVERB, Tag.AUXILIARY]):
        return False  # "and then followed"
    for number, token in enumerate(tokens[at + 1 : at + 9]):
        if number and token.tag is Tag.CONJUNCTION:
            return True
        if token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN):
            return _leaves_it_whole(tokens, at, at + 1 + number)
        if token.text in CLOSERS or token.text == "," or token.tag is Tag.BREAK:
            return True
    return True


def _leaves_it_whole(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Whether the verb behind the "and" is not of what that begins alone: a past form may describe it, and where
    the sentence has no other verb all before it is its subject ("the summit of Laos and Cuba was …")."""
    verbs, between = (Tag.VERB, Tag.AUXILIARY), verb - at - 1
    first = tokens[verb].tag in verbs and not any(token.tag in verbs for token in tokens[:verb])
    if between and first and _joins(tokens, at):
        return True
    actor = tokens[verb - 1].name if between else None
    if actor is not None and actor.kind == "person" and not tokens[verb - 1].owner:
        return False  # "and its leader Jane Roe ordered"
    return tokens[verb].tag is Tag.VERB and tokens[verb].form == "past" and between > 0


def begins_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause with a subject of its own begins behind this "and" ("came to Minsk and the two …")."""
    if at + 1 >= len(tokens) or tokens[at + 1].tag not in (Tag.DETERMINER, Tag.PRONOUN):
        return False
    start = at
    while start and tokens[start - 1].tag in FORE:
        start -= 1
    led = start > 1 and tokens[start - 1].tag in (Tag.PREPOSITION, Tag.TO)
    behind = next((t for t in tokens[at + 2 :] if t.tag not in FORE), None)
    acts = behind is not None and behind.tag in (Tag.VERB, Tag.AUXILIARY)
    return led and acts and tokens[start - 2].tag is Tag.VERB
