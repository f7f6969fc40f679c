"""Whether a title may be shown: that it neither begins nor ends in the middle of something."""

import re

from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.polish import LONGEST, dangles

__all__ = ["halved", "sound"]

WORD = re.compile(r"[\w'’.-]+")


def halved(text: str, words: HeadlineWords, phrase: bool = True) -> str:
    """What stands before a "between" that names one side only, or is left without "their"; else nothing."""
    parts = text.split()
    if phrase and words.sets["theirs"] & set(parts):
        return " ".join(part for part in parts if part not in words.sets["theirs"])
    at = next((n for n, part in enumerate(parts) if part.lower() in words.sets["between"]), None)
    if at is None or words.sets["and"] & {part.lower() for part in parts[at:]}:
        return ""
    return " ".join(parts[:at])


def sound(text: str, words: HeadlineWords) -> bool:
    """Whether a title may be shown: it neither begins nor ends in the middle of something."""
    parts = WORD.findall(text.lower())
    spoken = _spoken(text, words)
    return (
        len(parts) > 1
        and not halved(text, words, False)
        and len(text) <= LONGEST
        and not (parts[0] in words.sets["no_start"] and parts[0] in spoken)
        and not dangles(parts, words)
        and not (_beheaded(parts, words) and _goes_on_small(text))
        and not (words.sets["pronouns"] | words.sets["never"]) & spoken
        and "--" not in text
        and text[0].isalnum()
    )


def _goes_on_small(text: str) -> bool:
    """Whether a small word follows the first, and no comma parts them: a list begins so ("Laos, the Gambia and Peru")."""
    first, second = text.split()[:2]
    return second[:1].islower() and first[-1] != ","


def _spoken(text: str, words: HeadlineWords) -> set[str]:
    """The words of a title that may be pronouns: not "US", nor the "one" of "one of"."""
    parts = WORD.findall(text)
    some = words.sets["some"]
    return {
        part.lower()
        for part, after in zip(parts, [*parts[1:], ""], strict=False)
        if part not in words.sets["no_pronouns"]
        and not (part.lower() in some and after in words.sets["of"])
    }


def _beheaded(parts: list[str], words: HeadlineWords) -> bool:
    """Whether a title begins with a verb whose subject is lost ("Lowered the flag", "Signing the deal")."""
    form = words.verbs.get(parts[0], ("", ""))[1]
    if not form and parts[0].endswith(tuple(words.sets["past_endings"])):
        form = "past"
    after = words.tags.get(parts[1])
    if form == "past" and parts[1] in words.sets["beheading"]:
        return True
    articles = words.sets["article"] | words.sets["indefinite"]
    if parts[1] in articles and parts[0] not in words.tags:
        return True  # no noun has an article behind it: "Annul the treaty"
    opens = after in (Tag.DETERMINER, Tag.POSSESSIVE) or after is Tag.ADVERB
    return bool(form) and opens and (form != "present" or parts[0] not in words.sets["either"])
