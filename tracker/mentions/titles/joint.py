"""Verbs that make one with the past form behind them: "shot and killed", "found shot"."""

from collections.abc import Sequence

from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["joint_behind"]


def joint_behind(tokens: Sequence[Token], main: int, words: HeadlineWords) -> int:
    """How many tokens behind the verb at `main` tell with it what befell somebody: what it came to ("shot | and
    killed", "shot, | killed"), or the state in which somebody was found ("found | shot")."""
    verb = tokens[main]
    if verb.form != "past":
        return 0
    if verb.base in words.sets["finding"]:
        found = _past(tokens, main + 1)
        return found - main + joint_behind(tokens, found, words) if found else 0
    after = tokens[main + 1] if main + 1 < len(tokens) else None
    if after is None or not (after.text == "," or after.lower in words.sets["and"]):
        return 0
    end = _past(tokens, main + 2)
    return end - main if end and tokens[end].lower in words.sets["outcomes"] else 0


def _past(tokens: Sequence[Token], at: int) -> int:
    """Where a past form stands from there on, no more than an adverb before it; 0 where none does."""
    at += at < len(tokens) and tokens[at].tag is Tag.ADVERB
    return at if at < len(tokens) and tokens[at].form == "past" else 0
