"""A sentence as tagged words: enough grammar to make a title of it. The words themselves are data."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from tracker.mentions.hits import View
from tracker.mentions.language import Language
from tracker.mentions.names import Name
from tracker.values import Span

__all__ = ["HeadlineWords", "Tag", "Token", "headline_words", "tokens_of"]

PIECE = re.compile(
    r"(?:Jr|Sr|Dr|St|Mr|Mrs|Ms|No|Gen|Sen|Rep)\.|\.{2,}|--|(?:[A-Z]\.){2,}|\w+(?:[.'’/&-]+\w+)*|\S"
)
CREDIT = re.compile(r"^.{0,60}?\([A-Z][\w .]{1,30}\)\s*(?:--|[—–-])\s*")
SHOUTED = re.compile(r"^(?:[A-Z][A-Z/]{4,}[,. ]+)+(?:--\s*|[—–]\s*)?(?=[A-Z][a-z]|[A-Z]\.|A )")


class Tag(StrEnum):
    """What a word is in its sentence, as far as a title must know."""

    NAME = "name"
    DATE = "date"
    VERB = "verb"
    AUXILIARY = "auxiliary"
    PREPOSITION = "preposition"
    DETERMINER = "determiner"
    POSSESSIVE = "possessive"
    PRONOUN = "pronoun"
    BREAK = "break"
    CONJUNCTION = "conjunction"
    ADVERB = "adverb"
    TO = "to"
    WORD = "word"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, name, date or sign at its place in the sentence. `base` and `form` are a verb's:
    "base", "present", "past" or "ing"."""

    text: str
    span: Span
    tag: Tag
    name: Name | None = None
    base: str = ""
    form: str = ""

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def owner(self) -> bool:
        """Whether it is a genitive ("Mongolia's")."""
        return self.text.endswith(("'s", "’s", "s'", "s’"))


@dataclass(frozen=True, eq=False)
class HeadlineWords:
    """The words of a language that titles are made by."""

    tags: Mapping[str, Tag]
    verbs: Mapping[str, tuple[str, str]]  # form -> base, kind of form
    present: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]
    openings: re.Pattern[str]
    endings: tuple[str, ...]  # of adverbs


@lru_cache(maxsize=8)
def headline_words(language: Language) -> HeadlineWords:
    """The headline_… lexicons of `language`, ready to look words up in."""

    def words(name: str) -> frozenset[str]:
        return frozenset(language.lexicons.get(f"headline_{name}", ()))

    tags = {
        word: tag
        for name, tag in (
            ("adverbs", Tag.ADVERB),
            ("prepositions", Tag.PREPOSITION),
            ("breaks", Tag.BREAK),
            ("inner", Tag.PREPOSITION),
            ("conjunctions", Tag.CONJUNCTION),
            ("pronouns", Tag.PRONOUN),
            ("relatives", Tag.BREAK),
            ("determiners", Tag.DETERMINER),
            ("possessives", Tag.POSSESSIVE),
            ("auxiliaries", Tag.AUXILIARY),
            ("to", Tag.TO),
        )
        for word in words(name)
    }
    verbs, present = _verbs(language)
    shouts = "|".join(re.escape(word) for word in sorted(words("openings"), key=len, reverse=True))
    openings = re.compile(rf"^(?:(?:{shouts or '(?!)'})(?:\s+\d+)?\s*[:|–—-]\s*)+")
    sets: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for name in language.lexicons:
        sets[name.removeprefix("headline_")] = frozenset(language.lexicons[name])
    endings = tuple(words("adverb_endings")) or ("\0",)
    return HeadlineWords(tags, verbs, present, sets, openings, endings)


def _verbs(language: Language) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    present: dict[str, str] = {}
    speech = language.lexicons.get("verbs_of_speech", ())
    for word in (*language.lexicons.get("headline_verbs", ()), *speech):
        base, third, *rest = language.forms(word.removeprefix("~"))
        present[base] = third if third.endswith("s") else base + "s"
        found[base], found[third] = (base, "base"), (base, "present")
        for form in rest:
            found[form] = (base, "ing" if form.endswith("ing") else "past")
    return found, present


def tokens_of(view: View, hit: Span, keep: bool, words: HeadlineWords) -> tuple[Token, ...]:
    """The tokens of a sentence after its dateline. With `keep`, dates that touch `hit` stay words."""
    text = view.sentence.text
    start = view.head
    for pattern in (CREDIT, SHOUTED):
        if (found := pattern.match(text[start:])) and start + found.end() <= hit.start:
            start += found.end()
    tokens = []
    for span, tag, name in _pieces(view, hit if keep else Span(0, 0), start):
        piece = text[span.start : span.end]
        tokens.append(_tagged(piece, span, tag, name, words))
    return _settled(_hyphened(tokens, text), words)


def _hyphened(tokens: list[Token], text: str) -> list[Token]:
    """The tokens with a dash that joins two words ("Russian–Mongolian") told from one that parts."""
    return [
        replace(token, tag=Tag.WORD)
        if token.tag is Tag.SIGN
        and token.text in "–—-/"
        and text[max(0, token.span.start - 1) : token.span.start].strip(".").isalnum()
        | (
            token.span.start > 1
            and text[token.span.start - 1] == "."
            and text[token.span.start - 2].isupper()
        )
        and text[token.span.end : token.span.end + 1].isalnum()
        else token
        for token in tokens
    ]


def _pieces(view: View, keep: Span, start: int) -> list[tuple[Span, Tag | None, Name | None]]:
    text = view.sentence.text
    whole: list[tuple[Span, Tag | None, Name | None]] = []
    done = start
    spots: list[tuple[Span, Tag, Name | None]] = [
        (view.at(name.span), Tag.NAME, name) for name in view.names
    ]
    spots += [
        (view.at(date.span), Tag.DATE, None)
        for date in view.dates
        if date.interval is not None and not _touch(view.at(date.span), keep)
    ]
    for span, tag, name in sorted(spots, key=lambda spot: (spot[0].start, -spot[0].end)):
        if span.start < done:
            continue
        whole += _words(text, done, span.start)
        end = span.end
        if ((owner := re.match(r"['’]s?(?!\w)", text[end:])) and tag is Tag.NAME) or (
            owner and tag is Tag.DATE
        ):
            end += owner.end()
        whole.append((Span(span.start, end), tag, name))
        done = end
    return whole + _words(text, done, len(text))


def _words(text: str, start: int, end: int) -> list[tuple[Span, Tag | None, Name | None]]:
    return [(Span(*match.span()), None, None) for match in PIECE.finditer(text, start, end)]


def _touch(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _tagged(
    piece: str, span: Span, tag: Tag | None, name: Name | None, words: HeadlineWords
) -> Token:
    if tag is not None:
        return Token(piece, span, tag, name)
    lower = piece.lower()
    if lower in words.verbs and (piece == lower or piece[1:] == lower[1:]):
        base, form = words.verbs[lower]
        if lower not in words.tags:
            return Token(piece, span, Tag.VERB, None, base, form)
    if lower in words.tags:
        return Token(piece, span, words.tags[lower])
    if not lower[0].isalnum():
        return Token(piece, span, Tag.SIGN)
    adverb = (
        piece == lower and lower.endswith(words.endings) and lower not in words.sets["adjectives"]
    )
    return Token(piece, span, Tag.ADVERB if adverb else Tag.WORD)


def _settled(tokens: list[Token], words: HeadlineWords) -> tuple[Token, ...]:
    """The tokens with doubtful verbs and helping verbs decided by their neighbours."""
    found: list[Token] = []
    for number, token in enumerate(tokens):
        before = found[-1] if found else None
        after = tokens[number + 1] if number + 1 < len(tokens) else None
        if token.tag is Tag.VERB and before and _doubled(before, token, after, words):
            found[-1] = replace(before, tag=Tag.WORD, base="", form="")
        elif token.tag is Tag.VERB and not _is_verb(token, before, after, words):
            token = replace(token, tag=Tag.WORD, base="", form="")
        elif token.tag is Tag.WORD and _unknown_verb(token, before, after):
            token = replace(token, tag=Tag.VERB, form="past")
        elif token.tag is Tag.AUXILIARY and token.lower in words.sets["have"]:
            ahead = [t for t in tokens[number + 1 : number + 5] if t.tag is not Tag.ADVERB][:1]
            if not ahead or not (ahead[0].form == "past" or ahead[0].tag is Tag.AUXILIARY):
                base, form = words.verbs.get(token.lower, ("", ""))
                token = replace(token, tag=Tag.VERB, base=base, form=form) if base else token
        found.append(token)
    return tuple(found)


OPENERS = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.TO, Tag.DATE)


def _doubled(before: Token, token: Token, after: Token | None, words: HeadlineWords) -> bool:
    """Whether two verbs make one ("to test launch a rocket"): the second is the verb."""
    return (
        before.tag is Tag.VERB
        and before.form == token.form == "base"
        and token.lower in words.sets["either"]
        and after is not None
        and after.tag in OPENERS
    )


def _unknown_verb(token: Token, before: Token | None, after: Token | None) -> bool:
    """Whether a word that no lexicon has stands and looks like a verb ("Putin lauded the")."""
    return (
        token.lower.endswith("ed")
        and token.text.islower()
        and before is not None
        and before.tag in (Tag.NAME, Tag.WORD, Tag.PRONOUN)
        and not before.owner
        and after is not None
        and after.tag in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME)
    )


def _is_verb(token: Token, before: Token | None, after: Token | None, words: HeadlineWords) -> bool:
    if token.text[0].isupper() and before is not None and before.text[-1] not in ".!?:;\"”“'’":
        return False
    previous = before.tag if before else None
    if previous in (Tag.TO, Tag.AUXILIARY):
        return True
    if previous in (Tag.DETERMINER, Tag.POSSESSIVE) or (before is not None and before.owner):
        return False
    if token.form == "ing":
        if token.lower in words.sets["either"]:
            opened = before is None or before.text == ","
            counted = after is not None and (
                after.lower in words.sets["numbers"] or after.text.isdigit()
            )
            return opened and (counted or (after is not None and after.tag in OPENERS))
        return previous is not Tag.WORD or after is None or after.tag is not Tag.WORD
    if token.form == "past":
        return not (previous is Tag.PREPOSITION and after is not None and after.tag is Tag.WORD)
    if token.lower not in words.sets["either"]:
        return token.form == "present" or previous in (Tag.PRONOUN, Tag.CONJUNCTION, Tag.ADVERB)
    opens = after is not None and after.tag in OPENERS
    if token.form == "base":
        return previous is Tag.PRONOUN or (previous is Tag.CONJUNCTION and opens)
    if previous is Tag.PRONOUN:
        return True
    return previous in (Tag.NAME, Tag.WORD, Tag.DATE) and opens
