"""What doubtful words of a sentence are: verbs and helping verbs told by their neighbours."""

from collections.abc import Sequence

from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.token import DASHES, Tag, Token

__all__ = ["settled"]

ONE = frozenset({"ss", "us", "is"})  # endings in s of no plural


def settled(tokens: list[Token], words: HeadlineWords) -> tuple[Token, ...]:
    """The tokens with doubtful verbs and helping verbs decided by their neighbours."""
    found: list[Token] = []
    for number, token in enumerate(tokens):
        before = found[-1] if found else None
        if before is not None and before.tag is Tag.ADVERB:
            before = next((t for t in reversed(found) if t.tag is not Tag.ADVERB), None)
        after = _behind(tokens, number, words)
        if token.tag is Tag.VERB and before and _doubled(before, token, after, words):
            found[-1] = before._replace(tag=Tag.ADVERB, base="", form="")
        elif token.tag is Tag.VERB and (
            _led_by_name(token, found, words) or not _is_verb(token, before, after, words)
        ):
            tag = Tag.ADVERB if _tries(token, before, after, words) else Tag.WORD
            token = token._replace(tag=tag, base="", form="")
        elif (
            (after is not None and _names(token, before, after))
            or (token.tag is Tag.TO and token.text.istitle() and _surnamed(tokens, number))
            or (token.lower in words.sets["indefinite"] and _within_name(tokens, number))
        ):
            token = token._replace(tag=Tag.WORD)
        elif token.tag is Tag.TO and after is not None and after.tag in NOMINAL:
            token = token._replace(tag=Tag.PREPOSITION)
        elif token.tag is Tag.WORD and (form := _unknown_form(token, before, after, words)):
            token = token._replace(tag=Tag.VERB, form=form)
        elif token.tag is Tag.AUXILIARY and token.lower in words.sets["have"]:
            ahead = [t for t in tokens[number + 1 : number + 5] if not _passed(t, words)][:1]
            if not ahead or not (ahead[0].form == "past" or ahead[0].tag is Tag.AUXILIARY):
                base, form = words.verbs.get(token.lower, ("", ""))
                token = token._replace(tag=Tag.VERB, base=base, form=form) if base else token
        found.append(token)
    return tuple(found)


def _within_name(tokens: Sequence[Token], number: int) -> bool:
    """Whether a capital "An" is part of a name ("Hoi An opened"): in a headline all behind it is capital, too."""
    before, after = tokens[number - 1] if number else None, tokens[number + 1 : number + 2]
    led = before is not None and before.text[0].isupper() and before.tag in (Tag.WORD, Tag.NAME)
    return led and tokens[number].text[0].isupper() and not any(t.text[0].isupper() for t in after)


def _led_by_name(token: Token, before: Sequence[Token], words: HeadlineWords) -> bool:
    """Whether a noun that may be a verb stands behind a name that depends on an "of" ("of the ASEAN chair")."""
    named = before and before[-1].tag is Tag.NAME and token.form == "base"
    if not named or token.lower not in words.sets["either"]:
        return False
    at = len(before) - 1
    at -= at > 0 and before[at - 1].tag is Tag.DETERMINER
    return at > 0 and before[at - 1].lower in words.sets["of"]


def _surnamed(tokens: Sequence[Token], number: int) -> bool:
    """Whether a capital "To" is part of a name that nobody knows ("To Lam said")."""
    behind = [token.tag for token in tokens[number + 1 : number + 3]]
    known = behind in ([Tag.WORD, Tag.AUXILIARY], [Tag.WORD, Tag.VERB])
    return known and tokens[number + 1].text.istitle()


def _behind(tokens: Sequence[Token], number: int, words: HeadlineWords) -> Token | None:
    """What follows a word, over a day ("votes | on Monday | to ratify")."""
    after = tokens[number + 1] if number + 1 < len(tokens) else None
    if after is None or tokens[number].tag is not Tag.VERB or tokens[number].form != "present":
        return after
    ahead = tokens[number + 2 : number + 4]
    dated = len(ahead) == 2 and after.lower in words.sets["on"] and ahead[0].tag is Tag.DATE
    return ahead[1] if dated else after


def _passed(token: Token, words: HeadlineWords) -> bool:
    """Whether a word may stand between "has" and its verb ("has successfully test launched")."""
    return token.tag is Tag.ADVERB or token.lower in words.sets["doubling"]


CAPITALISED = (Tag.ADVERB, Tag.BREAK)


NOMINAL = (Tag.NAME, Tag.DETERMINER, Tag.POSSESSIVE, Tag.DATE)


OPENERS = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.TO)


def _doubled(before: Token, token: Token, after: Token | None, words: HeadlineWords) -> bool:
    """Whether two verbs make one ("to test launch a rocket"): the second is the verb."""
    return (
        before.tag is Tag.VERB
        and before.form == token.form == "base"
        and token.lower in words.sets["either"]
        and after is not None
        and after.tag in OPENERS
    )


def _names(token: Token, before: Token | None, after: Token) -> bool:
    """Whether a small word is part of a name or office ("First Lady", "the Under Secretary")."""
    if not (token.tag in CAPITALISED and token.text.istitle() and after.text.istitle()):
        return False
    return token.tag is Tag.ADVERB or (before is not None and before.tag is not Tag.SIGN)


def _tries(token: Token, before: Token | None, after: Token | None, words: HeadlineWords) -> bool:
    """Whether a noun makes one verb with the past form behind it ("Mongolia test fired rockets")."""
    return (
        token.lower in words.sets["doubling"]
        and before is not None
        and before.tag in (Tag.NAME, Tag.PRONOUN, Tag.AUXILIARY)
        and not before.owner
        and after is not None
        and after.form == "past"
    )


def _unknown_form(
    token: Token, before: Token | None, after: Token | None, words: HeadlineWords
) -> str:
    """The form of a verb that no lexicon has, "" for what is none."""
    if _unknown_verb(token, before, after, words):
        return "past"
    return "ing" if _unknown_doing(token, before, after, words) else ""


def _unknown_verb(
    token: Token, before: Token | None, after: Token | None, words: HeadlineWords
) -> bool:
    """Whether a word that no lexicon has stands and looks like a verb ("Putin lauded the")."""
    return (
        token.lower.endswith(tuple(words.sets["past_endings"]))
        and token.text.islower()
        and before is not None
        and before.tag in (Tag.NAME, Tag.WORD, Tag.PRONOUN, Tag.DATE)
        and not before.owner
        and after is not None
        and after.tag in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME)
    )


def _unknown_doing(
    token: Token, before: Token | None, after: Token | None, words: HeadlineWords
) -> bool:
    """Whether a word that no lexicon has is what somebody is doing to something ("are investigating the")."""
    return (
        token.lower.endswith(tuple(words.sets["ing_endings"]))
        and before is not None
        and before.lower in words.sets["be"]
        and after is not None
        and (after.tag in (Tag.DETERMINER, Tag.POSSESSIVE) or after.owner)
    )


def _counted(token: Token, before: Token | None, words: HeadlineWords) -> bool:
    """Whether a number makes a noun of what may be a verb ("by 138 votes")."""
    number = before is not None and (before.text.isdigit() or before.lower in words.sets["numbers"])
    return number and token.form == "present" and token.lower in words.sets["either"]


def _governs(after: Token | None, words: HeadlineWords) -> bool:
    """Whether what follows a word may be its object."""
    return after is not None and (
        after.tag in OPENERS or after.lower in words.sets["numbers"] or after.text.isdigit()
    )


def _is_doing(
    token: Token, before: Token | None, after: Token | None, words: HeadlineWords
) -> bool:
    """Whether a form in -ing is a verb and no noun."""
    of = after is not None and after.lower in words.sets["of"]
    if of and token.lower not in words.sets["with_of"]:
        return False
    if token.lower in words.sets["either"] or token.lower in words.sets["doings"]:
        means = before is not None and before.lower in words.sets["by"]
        opens = before is None or before.text == "," or means
        return opens and _governs(after, words)
    worded = before is not None and before.tag is Tag.WORD
    return not worded or after is None or after.tag is not Tag.WORD


def _is_verb(token: Token, before: Token | None, after: Token | None, words: HeadlineWords) -> bool:
    inside = before is not None and before.text[-1] not in ".!?:;\"”“'’"
    hyphened = before is not None and before.text in DASHES
    hyphened &= before is not None and before.span.end == token.span.start
    if (token.text[0].isupper() and inside) or hyphened or _counted(token, before, words):
        return False
    previous = before.tag if before else None
    if previous in (Tag.TO, Tag.AUXILIARY):
        return True
    if previous in (Tag.DETERMINER, Tag.POSSESSIVE) or (before is not None and before.owner):
        return False
    if token.form == "ing":
        return _is_doing(token, before, after, words)
    if token.form == "past":
        return not (previous is Tag.PREPOSITION and after is not None and after.tag is Tag.WORD)
    small = after is not None and f"{token.base} {after.lower}" in words.sets["particles"]
    if small and before is not None and before.text == ",":
        return True  # "and, on Monday, set up a fund"
    if token.lower not in words.sets["either"]:
        return token.form == "present" or previous not in (Tag.VERB, Tag.PREPOSITION, None)
    opens = _governs(after, words)
    if token.form == "base":
        ending = before.lower[-2:] if before is not None and previous is Tag.WORD else ""
        many = previous is Tag.NAME or (ending.endswith("s") and ending not in ONE)
        return previous is Tag.PRONOUN or ((many or previous is Tag.CONJUNCTION) and opens)
    if previous is Tag.PRONOUN:
        return True
    return previous in (Tag.NAME, Tag.WORD, Tag.DATE, Tag.CONJUNCTION) and opens
