"""Which commas of a tagged sentence part the members of a list."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["list_comma"]


def list_comma(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma parts the members of a list ("Laos, Cuba and Mongolia")."""
    if not 0 < at < len(tokens) - 2:
        return False
    if tokens[at - 1].tag is not Tag.NAME or not _is_named(tokens, at + 1):
        return False
    if _ends_opening(tokens, at):
        return False
    for number in range(at + 2, min(at + 14, len(tokens))):
        token = tokens[number]
        if token.tag is Tag.CONJUNCTION:
            return True
        if (
            token.tag not in (Tag.NAME, Tag.WORD)
            and token.text != ","
            and not _is_named(tokens, number)
        ):
            return False
    return False


def _ends_opening(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma ends what the sentence opens with: "After a visit to Peru | , Laos and Cuba signed"."""
    opens = tokens[0].tag in (Tag.PREPOSITION, Tag.BREAK) and _is_one_phrase(tokens[:at])
    behind = (token for token in tokens[at + 1 :] if token.tag is not Tag.ADVERB)
    told = list(takewhile(lambda t: t.tag not in (Tag.VERB, Tag.AUXILIARY), behind))
    commas = [token.text == "," for token in (*tokens[:at], *told)]
    return opens and not any(commas) and len(told) < len(tokens) - at - 1


def _is_one_phrase(tokens: Sequence[Token]) -> bool:
    """Whether nothing tells that what a sentence opens with is over: a day, a noun behind a name ("In Oslo | leaders of
    Peru"), an article behind a noun ("After two years | the leaders of Peru")."""
    ends = ((Tag.NAME, Tag.WORD), (Tag.WORD, Tag.DETERMINER))
    return not any(
        one.tag is Tag.DATE or ((one.tag, two.tag) in ends and not one.owner)
        for one, two in pairwise(tokens)
    )


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name stands here, with its article or without ("the Gambia")."""
    led = tokens[at].tag is Tag.DETERMINER and at + 1 < len(tokens)
    return tokens[at + led].tag is Tag.NAME and not (led and tokens[at + 1].owner)
