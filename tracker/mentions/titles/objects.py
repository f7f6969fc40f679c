"""What a clause says of its subject: all that follows the verb, up to its end."""

from collections.abc import Sequence

from tracker.mentions.titles.clauses import Clause
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.listing import list_comma
from tracker.mentions.titles.phrases import NOUN, Phrase, closes, goes_on, two_behind
from tracker.mentions.titles.proper import inside_name
from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["object_of"]


def object_of(tokens: Sequence[Token], clause: Clause, words: HeadlineWords) -> Phrase:
    """What follows the verb, up to the end of its clause."""
    end, pending = clause.end, False
    while end < len(tokens):
        token = tokens[end]
        if closes(token):
            break
        small = f"{tokens[end - 1].base} {token.lower}" in words.sets["particles"]
        length = tokens[end - 1].lower in words.sets["lengths"]
        if token.tag is Tag.BREAK and not (length or small):
            end = _before_length(tokens, end, words)
            break
        if token.tag is Tag.AUXILIARY:
            break
        if token.text == "," and (aside := _name_aside(tokens, end, words)):
            end = aside
            continue
        named = inside_name(tokens, end, words)
        if token.text == "," and not (named or list_comma(tokens, end)):
            break
        doing = end == clause.end and token.form == "ing"  # "approves waiving …"
        if token.tag is Tag.VERB and not doing and not _belongs(tokens, end, words):
            break
        pending |= token.lower in words.sets["between"] and not two_behind(tokens, end, words)
        if token.tag is Tag.CONJUNCTION and end == clause.end:
            break
        if token.tag is Tag.CONJUNCTION and not (pending or named or goes_on(tokens, end)):
            break
        pending &= token.tag is not Tag.CONJUNCTION
        end += 1
    return Phrase(clause.end, _before_halved_aim(tokens, clause.end, end))


def _name_aside(tokens: Sequence[Token], comma: int, words: HeadlineWords) -> int:
    """Where a name between two commas ends that what is said goes on behind ("its satellite, the Star, | into
    orbit"), 0 where none does."""
    end = next(
        (n for n in range(comma + 1, min(comma + 4, len(tokens))) if tokens[n].text == ","), 0
    )
    inside = tokens[comma + 1 : end] if end else ()
    proper = inside and all(t.text[0].isupper() and t.tag in NOUN for t in inside)
    into = end + 1 < len(tokens) and tokens[end + 1].tag is Tag.PREPOSITION
    verb = any(t.tag is Tag.VERB for t in tokens[max(0, comma - 6) : comma])
    return end + 1 if proper and into and verb and tokens[end + 1].text in words.sets["into"] else 0


def _before_halved_aim(tokens: Sequence[Token], start: int, end: int) -> int:
    """The end before an aim that is cut in the middle ("… | to honour the lives | lost in")."""
    cut = end < len(tokens) and tokens[end].tag is Tag.VERB and tokens[end].form == "past"
    if not cut or tokens[end - 1].tag is not Tag.WORD:
        return end
    aims = [n for n in range(start + 1, end - 1) if tokens[n].tag is Tag.TO]
    return aims[-1] if aims and tokens[aims[-1] + 1].tag is Tag.VERB else end


def _before_length(tokens: Sequence[Token], end: int, words: HeadlineWords) -> int:
    """Where what is said ends before a length of time that counts from something ("… a day | after")."""
    if tokens[end - 1].lower in words.sets["units"] and tokens[end - 2].tag is Tag.DETERMINER:
        return end - 2
    return end


def _belongs(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether a verb inside an object is part of it ("plans to visit", "the signed treaty", "a law easing …")."""
    if tokens[at].form == "ing" and tokens[at - 1].lower in words.sets["acts"]:
        return True
    if tokens[at].form == "base" or tokens[at - 1].tag is Tag.TO:
        return tokens[at - 1].tag in (Tag.TO, Tag.ADVERB, Tag.CONJUNCTION)
    behind = tokens[at + 1].tag if at + 1 < len(tokens) else None
    if tokens[at].form == "past" and tokens[at - 1].tag is Tag.VERB and behind in NOUN:
        return True  # "held restricted talks"
    return _modifies(tokens, at)


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle stands before its noun or belongs to the phrase ("the treaty signed in")."""
    before = tokens[at - 1].tag
    after = tokens[at + 1].tag if at + 1 < len(tokens) else None
    return before in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION) and after in NOUN
