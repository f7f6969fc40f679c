"""Which noun of a phrase a relative clause or a participle behind it tells of."""

from collections.abc import Sequence

from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.phrases import NOUN, Phrase
from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["meant_by"]


def meant_by(
    tokens: Sequence[Token], phrase: Phrase | None, verb: Token, words: HeadlineWords
) -> Phrase | None:
    """The part of a phrase that its verb tells of: the whole, or behind an "of" what is only now spoken of
    ("a breach of | a deal reached with Laos") or what alone can be done so ("decisions of | the summit held")."""
    if phrase is None:
        return None
    ofs = [
        n for n in range(phrase.start + 1, phrase.end - 1) if tokens[n].lower in words.sets["of"]
    ]
    for number in reversed(ofs):
        if tokens[number - 1].tag not in NOUN or tokens[number - 1].text[0].isupper():
            continue
        heads = {token.lower for token in tokens[phrase.start : number]}
        new = tokens[number + 1].lower in words.sets["indefinite"]
        if (new or _fits(tokens[number + 1 : phrase.end], verb, words)) and not (
            _can_be(heads, verb, words)
        ):
            return Phrase(number + 1, phrase.end)
    return phrase


def _fits(inner: Sequence[Token], verb: Token, words: HeadlineWords) -> bool:
    """Whether the noun phrase behind an "of" names a thing of which the verb is told."""
    end = next((n for n, t in enumerate(inner) if t.tag is Tag.PREPOSITION), len(inner))
    return _can_be({token.lower for token in inner[:end]}, verb, words)


def _can_be(nouns: set[str], verb: Token, words: HeadlineWords) -> bool:
    """Whether one of the nouns is what such a verb is told of: papers are signed, meetings are held."""
    nouns = {word for noun in nouns for word in noun.split()}
    if verb.base in words.sets["signing"]:
        return bool(nouns & words.sets["acts"])
    return bool(nouns & words.happenings)
