"""A sentence as tagged words: enough grammar to make a title of it. The words themselves are data."""

import re
from collections.abc import Iterator, Sequence

from tracker.mentions.hits import View
from tracker.mentions.names import Name
from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.settling import settled
from tracker.mentions.titles.token import DASHES, Token
from tracker.values import Span

__all__ = ["Tag", "Tagged", "Token", "tokens_of"]

GENITIVE = re.compile(r"['’]s?(?!\w)")
CREDIT = re.compile(r"^.{0,60}?\([A-Z][\w .]{1,30}\)\s*(?:--|[—–-])\s*")
CLOCK = re.compile(r"\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?")
HOUR = re.compile(  # of a line of an agenda
    r"\d{1,2}(?:[.:]\d\d(?:\s?[AaPp]\.?[Mm]\b\.?)?|\s?[AaPp]\.?[Mm]\b\.?)\s*[:–—-]?\s+(?=[A-Z])"
)
SHOUTED = re.compile(r"^(?:[A-Z][A-Z/]{4,}[,. ]+)+(?:--\s*|[—–]\s*)?(?=[A-Z][a-z]|[A-Z]\.|A )")


# The tokens of an article's sentences that were asked for: by the sentence, and how it is read.
Tagged = dict[tuple[int, int, bool, tuple[Span, ...]], tuple[Token, ...]]


def tokens_of(
    view: View, hit: Span, keep: bool, words: HeadlineWords, tagged: Tagged
) -> tuple[Token, ...]:
    """The tokens of a sentence after its dateline. With `keep`, dates that touch `hit` stay words. They
    are kept in `tagged`."""
    text = view.sentence.text
    start = view.head
    for pattern in (HOUR, CREDIT, SHOUTED):
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
    return settled(_hyphened(tokens, view.sentence.text), words)


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
        sign = token.tag is Tag.SIGN and token.text in DASHES
        if sign and (_joins(text, token.span) or _between_lands(tokens, number)):
            tokens[number] = token._replace(tag=Tag.WORD)
    return tokens


def _between_lands(tokens: Sequence[Token], number: int) -> bool:
    """Whether a dash stands between two countries ("the US – Japan – Laos summit")."""
    beside = (*tokens[max(0, number - 1) : number], *tokens[number + 1 : number + 2])
    return len(beside) == 2 and all(t.name and t.name.kind == "country" for t in beside)


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
    for match in words.piece.finditer(text, start, end):
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
