"""A sentence as tagged words: enough grammar to make a title of it. The words themselves are data."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.mentions.hits import View
from tracker.mentions.names import Name
from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.values import Span

__all__ = ["Tag", "Tagged", "Token", "tokens_of"]

PIECE = re.compile(
    r"(?:Jr|Sr|Dr|St|Mr|Mrs|Ms|No|Gen|Sen|Rep)\.|\.{2,}|--|(?:[A-Z]\.){2,}|\d{1,2}:\d\d(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)|\w+(?:[.'’/&-]+\w+)*|\S"
)
GENITIVE = re.compile(r"['’]s?(?!\w)")
CREDIT = re.compile(r"^.{0,60}?\([A-Z][\w .]{1,30}\)\s*(?:--|[—–-])\s*")
ONE = frozenset({"ss", "us", "is"})  # endings in s of no plural
CLOCK = re.compile(r"\d{1,2}:\d\d")
DASHES = frozenset("–-/")
SHOUTED = re.compile(r"^(?:[A-Z][A-Z/]{4,}[,. ]+)+(?:--\s*|[—–]\s*)?(?=[A-Z][a-z]|[A-Z]\.|A )")


class Token(NamedTuple):
    """A word, name, date or sign at its place in the sentence; `lower` is its text in lower case.
    `base` and `form` are a verb's: "base", "present", "past" or "ing"."""

    text: str
    lower: str
    span: Span
    tag: str
    name: Name | None = None
    base: str = ""
    form: str = ""

    @property
    def owner(self) -> bool:
        """Whether it is a genitive ("Mongolia's")."""
        return self.text.endswith(("'s", "’s", "s'", "s’"))


# The tokens of an article's sentences that were asked for: by the sentence, and how it is read.
Tagged = dict[tuple[int, int, bool, tuple[Span, ...]], tuple[Token, ...]]


def tokens_of(
    view: View, hit: Span, keep: bool, words: HeadlineWords, tagged: Tagged
) -> tuple[Token, ...]:
    """The tokens of a sentence after its dateline. With `keep`, dates that touch `hit` stay words. They
    are kept in `tagged`."""
    text = view.sentence.text
    start = view.head
    for pattern in (CREDIT, SHOUTED):
        if (found := pattern.match(text[start:])) and start + found.end() <= hit.start:
            start += found.end()
    dates = [view.at(date.span) for date in view.dates]
    kept = tuple(d for d in dates if _touch(d, hit) and (keep or not hit.holds(d)))
    key = view.number, start, keep and bool(kept), kept
    if key not in tagged:
        tagged[key] = _tokens(view, start, keep, kept, words)
    return tagged[key]


def _tokens(
    view: View, start: int, keep: bool, kept: Sequence[Span], words: HeadlineWords
) -> tuple[Token, ...]:
    tokens = list(_pieces(view, kept, start, words))
    digits = [n for n, token in enumerate(tokens) if token.text.isdigit()]
    near = {n for digit in digits for n in (digit - 1, digit, digit + 1) if 0 <= n < len(tokens)}
    for number in [n for n in near if _is_day(tokens, n, words)]:
        tokens[number] = tokens[number]._replace(tag=Tag.DATE)
    if (
        kept and not keep
    ):  # "two-day visit from Monday" is read as one date: its words stay, its days go
        tokens = [_timed(token, kept, words) for token in tokens]
    return _settled(_hyphened(tokens, view.sentence.text), words)


def _is_day(tokens: Sequence[Token], number: int, words: HeadlineWords) -> bool:
    """Whether it is part of a day that nobody took for a date ("March 11")."""
    for month, day in ((number, number + 1), (number - 1, number)):
        if month >= 0 and day < len(tokens) and tokens[day].text.isdigit():
            named = tokens[month]
            if (
                named.text.istitle()
                and named.tag is Tag.WORD
                and named.lower in words.sets["times"]
            ):
                return True
    return False


def _timed(token: Token, kept: Sequence[Span], words: HeadlineWords) -> Token:
    inside = any(span.holds(token.span) for span in kept)
    time = token.text.isdigit() or (token.text.istitle() and token.lower in words.sets["times"])
    return token._replace(tag=Tag.DATE) if inside and time else token


def _hyphened(tokens: list[Token], text: str) -> list[Token]:
    """The tokens with a dash that joins two words ("Russian–Mongolian") told from one that parts."""
    for number, token in enumerate(tokens):
        if token.tag is Tag.SIGN and token.text in DASHES and _joins(text, token.span):
            tokens[number] = token._replace(tag=Tag.WORD)
    return tokens


def _joins(text: str, span: Span) -> bool:
    """Whether the dash at `span` stands close between two words or abbreviations ("U.S.-Mongolian")."""
    before = text[: span.start].removesuffix(".")[-1:]
    return before.isalnum() and text[span.end : span.end + 1].isalnum()


def _pieces(view: View, kept: Sequence[Span], start: int, words: HeadlineWords) -> Iterator[Token]:
    """Names, dates and the words and signs between them."""
    text = view.sentence.text
    done = start
    spots: list[tuple[Span, str, Name | None]] = [
        (view.at(name.span), Tag.NAME, name) for name in view.names
    ]
    spots += [
        (view.at(date.span), Tag.DATE, None)
        for date in view.dates
        if date.interval is not None and view.at(date.span) not in kept
    ]
    for span, tag, name in sorted(spots, key=lambda spot: (spot[0].start, -spot[0].end)):
        if span.start < done:
            continue
        yield from _words(text, done, span.start, words)
        done = owner.end() if (owner := GENITIVE.match(text, span.end)) else span.end
        piece = text[span.start : done]
        yield Token(piece, piece.lower(), Span(span.start, done), tag, name)
    yield from _words(text, done, len(text), words)


def _touch(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _words(text: str, start: int, end: int, words: HeadlineWords) -> Iterator[Token]:
    if start >= end:
        return
    tags, verbs = words.tags, words.verbs
    for match in PIECE.finditer(text, start, end):
        piece = match[0]
        lower = piece.lower()
        tag = tags.get(lower)
        base = form = ""
        if tag is None and lower in verbs and piece[1:] == lower[1:]:
            tag, (base, form) = Tag.VERB, verbs[lower]
        span = Span(*match.span())
        yield Token(piece, lower, span, tag or _tag(piece, lower, words), None, base, form)


def _tag(piece: str, lower: str, words: HeadlineWords) -> str:
    """What a word is that no lexicon has."""
    if not lower[0].isalnum():
        return Tag.SIGN
    if CLOCK.fullmatch(piece):
        return Tag.DATE
    adverb = piece == lower and lower.endswith(words.endings)
    return Tag.ADVERB if adverb and lower not in words.sets["adjectives"] else Tag.WORD


def _settled(tokens: list[Token], words: HeadlineWords) -> tuple[Token, ...]:
    """The tokens with doubtful verbs and helping verbs decided by their neighbours."""
    found: list[Token] = []
    for number, token in enumerate(tokens):
        before = found[-1] if found else None
        if before is not None and before.tag is Tag.ADVERB:
            before = next((t for t in reversed(found) if t.tag is not Tag.ADVERB), None)
        after = _behind(tokens, number, words)
        if token.tag is Tag.VERB and before and _doubled(before, token, after, words):
            found[-1] = before._replace(tag=Tag.ADVERB, base="", form="")
        elif token.tag is Tag.VERB and not _is_verb(token, before, after, words):
            tag = Tag.ADVERB if _tries(token, before, after, words) else Tag.WORD
            token = token._replace(tag=tag, base="", form="")
        elif after is not None and _names(token, before, after):
            token = token._replace(tag=Tag.WORD)
        elif token.tag is Tag.TO and after is not None and after.tag in NOMINAL:
            token = token._replace(tag=Tag.PREPOSITION)
        elif token.tag is Tag.WORD and _unknown_verb(token, before, after, words):
            token = token._replace(tag=Tag.VERB, form="past")
        elif token.tag is Tag.AUXILIARY and token.lower in words.sets["have"]:
            ahead = [t for t in tokens[number + 1 : number + 5] if not _passed(t, words)][:1]
            if not ahead or not (ahead[0].form == "past" or ahead[0].tag is Tag.AUXILIARY):
                base, form = words.verbs.get(token.lower, ("", ""))
                token = token._replace(tag=Tag.VERB, base=base, form=form) if base else token
        found.append(token)
    return tuple(found)


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


def _unknown_verb(
    token: Token, before: Token | None, after: Token | None, words: HeadlineWords
) -> bool:
    """Whether a word that no lexicon has stands and looks like a verb ("Putin lauded the")."""
    return (
        token.lower.endswith(tuple(words.sets["past_endings"]))
        and token.text.islower()
        and before is not None
        and before.tag in (Tag.NAME, Tag.WORD, Tag.PRONOUN)
        and not before.owner
        and after is not None
        and after.tag in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME)
    )


def _counted(token: Token, before: Token | None, words: HeadlineWords) -> bool:
    """Whether a number makes a noun of what may be a verb ("by 138 votes")."""
    number = before is not None and (before.text.isdigit() or before.lower in words.sets["numbers"])
    return number and token.form == "present" and token.lower in words.sets["either"]


def _is_verb(token: Token, before: Token | None, after: Token | None, words: HeadlineWords) -> bool:
    inside = before is not None and before.text[-1] not in ".!?:;\"”“'’"
    hyphened = before is not None and before.text in DASHES
    if (token.text[0].isupper() and inside) or hyphened or _counted(token, before, words):
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
        return token.form == "present" or previous not in (Tag.VERB, Tag.PREPOSITION, None)
    opens = after is not None and (
        after.tag in OPENERS or after.lower in words.sets["numbers"] or after.text.isdigit()
    )
    if token.form == "base":
        ending = before.lower[-2:] if before is not None and previous is Tag.WORD else ""
        many = previous is Tag.NAME or (ending.endswith("s") and ending not in ONE)
        return previous is Tag.PRONOUN or ((many or previous is Tag.CONJUNCTION) and opens)
    if previous is Tag.PRONOUN:
        return True
    return previous in (Tag.NAME, Tag.WORD, Tag.DATE, Tag.CONJUNCTION) and opens
