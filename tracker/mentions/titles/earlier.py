"""What earlier sentences tell of a happening that a sentence names by a bare noun."""

from collections.abc import Sequence

from tracker.mentions.article import Article
from tracker.mentions.hits import View
from tracker.mentions.titles.headlines import Tag
from tracker.mentions.titles.tokens import Token

__all__ = ["REACH", "country_before", "proper_name"]

REACH = 80  # sentences back to where "the concert" was told in full


def country_before(noun: str, view: View, article: Article) -> str:
    """The one country named in the nearest earlier sentence that has the noun and names any; empty where
    the sentence itself names somebody or that one names several."""
    if any(name.kind in ("country", "body", "person") for name in view.names):
        return ""
    for number in range(view.number - 1, max(-1, view.number - REACH), -1):
        earlier = article.views[number]
        lands = {name.shown for name in earlier.names if name.kind == "country"}
        if lands and noun.lower() in earlier.sentence.text.lower():
            return lands.pop() if len(lands) == 1 else ""
    return ""


def proper_name(tokens: Sequence[Token]) -> str:
    """The words of a trigger that are the happening's own name ("Zapad-2017"), empty where it has none."""
    named = tokens and all(token.text[0].isupper() for token in tokens)
    fit = named and all(token.tag in (Tag.NAME, Tag.WORD) for token in tokens)
    return " ".join(token.text for token in tokens) if fit else ""
