"""Noun phrases and clauses of a tagged sentence: what a title is cut from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.mentions.tokens import HeadlineWords, Tag, Token

__all__ = ["Clause", "Phrase", "clause_at", "noun_phrase", "object_of", "predicates", "subject_of"]

CLOSERS = frozenset(".;:—–()[]{}?!|…•") | {"--", "..", "..."}
QUOTES = frozenset("\"“”'’‘«»")
NOUN = (Tag.NAME, Tag.WORD)
PARTING = (Tag.CONJUNCTION, Tag.BREAK, Tag.TO, Tag.PRONOUN)
FORE = (Tag.NAME, Tag.WORD, Tag.DETERMINER, Tag.POSSESSIVE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens from `start` to before `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group (tokens `start` to before `end`) and what it says of its subject.

    `form` is "finite", "ahead" (planned), "infinitive", "ing" or "participle"; `main` is the verb's token.
    """

    start: int
    end: int
    main: int
    form: str
    passive: bool = False


def predicates(tokens: Sequence[Token], words: HeadlineWords) -> tuple[Clause, ...]:
    """The verb groups of a sentence in order; "is" alone makes one of the form "copula"."""
    found = []
    for number, token in enumerate(tokens):
        if token.tag is Tag.VERB and not _helps(tokens, number, words):
            found.append(clause_at(tokens, number, words))
        elif _is_copula(tokens, number, words):
            start = number
            while start and tokens[start - 1].tag in (Tag.AUXILIARY, Tag.ADVERB):
                start -= 1
            found.append(Clause(start, number + 1, number, "copula"))
    return tuple(_reduced(tokens, clause, found[n + 1 : n + 2]) for n, clause in enumerate(found))


def _reduced(tokens: Sequence[Token], clause: Clause, later: Sequence[Clause]) -> Clause:
    """A past form between a noun and the finite verb is a participle ("the deal agreed in May marks …")."""
    if not later or clause.form != "finite" or clause.start != clause.main:
        return clause
    between = tokens[clause.end : later[0].start]
    whole = between and between[0].tag in (Tag.PREPOSITION, Tag.DATE)
    parted = any(t.tag in PARTING or t.tag is Tag.SIGN for t in between)
    if not whole or parted or later[0].form not in ("finite", "copula"):
        return clause
    if tokens[clause.main].form != "past":
        return clause
    return replace(clause, form="participle")


def _is_copula(tokens: Sequence[Token], number: int, words: HeadlineWords) -> bool:
    if tokens[number].tag is not Tag.AUXILIARY or tokens[number].lower not in words.sets["be"]:
        return False
    after = next((t for t in tokens[number + 1 :] if t.tag is not Tag.ADVERB), None)
    helps = after is not None and (
        after.tag in (Tag.VERB, Tag.AUXILIARY) or after.lower in words.sets["planning"]
    )
    return not helps


def _helps(tokens: Sequence[Token], number: int, words: HeadlineWords) -> bool:
    """Whether a verb only announces the next one ("plans to visit", "is expected to meet")."""
    after = tokens[number + 1] if number + 1 < len(tokens) else None
    return (
        tokens[number].lower in words.sets["planning"] and after is not None and after.tag is Tag.TO
    )


def clause_at(tokens: Sequence[Token], main: int, words: HeadlineWords) -> Clause:
    """The verb group round the verb at `main`."""
    start, be, to, ahead = main, False, False, False
    while start:
        token = tokens[start - 1]
        helper = token.lower in words.sets["planning"] and (to or ahead)
        if (token.tag is Tag.TO and not to and not be | (start != main and ahead)) or (
            token.tag is Tag.TO and be and not to
        ):
            to = True
        elif token.tag is Tag.AUXILIARY:
            be |= token.lower in words.sets["be"] and not to
            ahead |= token.lower in words.sets["will"] or (to and token.lower in words.sets["be"])
        elif helper:
            ahead = True
        elif token.tag is not Tag.ADVERB:
            break
        start -= 1
    while start < main and tokens[start].tag is Tag.ADVERB:
        start += 1
    verb = tokens[main]
    passive = be and verb.form == "past"
    return Clause(start, main + 1, main, _form(tokens, start, main, to, ahead, words), passive)


def _form(
    tokens: Sequence[Token], start: int, main: int, to: bool, ahead: bool, words: HeadlineWords
) -> str:
    verb = tokens[main]
    if ahead:
        return "ahead"
    if to:
        return "infinitive"
    if verb.form == "ing" and start == main:
        return "ing"
    if verb.form == "past" and start == main and verb.base not in words.sets["intransitive"]:
        follows = next((t for t in tokens[main + 1 :] if t.tag not in (Tag.ADVERB, Tag.DATE)), None)
        bare = follows is None or follows.tag in (Tag.PREPOSITION, Tag.CONJUNCTION, Tag.BREAK)
        if bare or (follows is not None and follows.text in CLOSERS | {","}):
            return "participle"
    return "finite"


def noun_phrase(
    tokens: Sequence[Token], first: int, last: int, words: HeadlineWords
) -> Phrase | None:
    """The noun phrase round the tokens `first` to before `last`: left to its determiner, right over
    its complements ("treaty on … between … and …")."""
    start, end = _left(tokens, first, words), _right(tokens, last, words)
    return Phrase(start, end) if start < end else None


def _left(tokens: Sequence[Token], first: int, words: HeadlineWords) -> int:
    start = first
    while start:
        token = tokens[start - 1]
        if (
            token.tag in (Tag.NAME, Tag.WORD)
            or _inner_sign(tokens, start - 1)
            or (token.tag is Tag.CONJUNCTION and _joins(tokens, start - 1))
        ):
            start -= 1
        elif token.tag in (Tag.DETERMINER, Tag.POSSESSIVE):
            start -= 1
            further = start - 1
            if further > 0 and _of_head(tokens, further, words):
                start = further
                continue
            break
        elif token.lower in words.sets["of"] and _of_head(tokens, start - 1, words):
            start -= 1
        else:
            break
    return start


def _of_head(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    return (
        at > 0
        and tokens[at].lower in words.sets["of"]
        and tokens[at - 1].lower in words.sets["heads"]
    )


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" joins two adjectives or names of one phrase rather than two clauses."""
    if not 0 < at < len(tokens) - 1:
        return False
    one, two = tokens[at - 1], tokens[at + 1]
    return one.tag is two.tag and one.tag in (Tag.NAME, Tag.WORD)


def _inner_sign(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text in ("&", "/", "%", "$", "#") or (
        tokens[at].text in QUOTES and at > 0 and tokens[at - 1].tag in NOUN
    )


def _right(tokens: Sequence[Token], last: int, words: HeadlineWords) -> int:
    end = last
    pending = any(t.lower in words.sets["between"] for t in tokens[max(0, last - 3) : last])
    while end < len(tokens):
        token = tokens[end]
        pending |= token.lower in words.sets["between"]
        if pending and token.tag is Tag.CONJUNCTION:
            pending = False
            end += 1
            continue
        if _closes(token) or token.tag in (Tag.BREAK, Tag.VERB, Tag.AUXILIARY):
            break
        if token.text == "," and not _list_comma(tokens, end):
            break
        if _purpose(tokens, end, words):
            end += 2
            continue
        if token.tag is Tag.TO and _infinitive(tokens, end):
            break
        if token.tag is Tag.CONJUNCTION and not _goes_on(tokens, end):
            break
        if token.tag is Tag.PRONOUN:
            break
        end += 1
    return end


def _closes(token: Token) -> bool:
    return token.text in CLOSERS and token.tag is Tag.SIGN


def _purpose(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether here it says what the occasion is for ("to mark …", "for celebrating …")."""
    joins = tokens[at].tag in (Tag.TO, Tag.PREPOSITION)
    return joins and at + 1 < len(tokens) and tokens[at + 1].lower in words.sets["purposes"]


def _infinitive(tokens: Sequence[Token], at: int) -> bool:
    follows = tokens[at + 1 : at + 3]
    return bool(follows) and any(
        t.tag is Tag.VERB and t.form == "base" for t in follows if t.tag is not Tag.WORD
    )


def _list_comma(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma parts the members of a list ("Laos, Cuba and Mongolia")."""
    if not 0 < at < len(tokens) - 2:
        return False
    if tokens[at - 1].tag is not Tag.NAME or tokens[at + 1].tag is not Tag.NAME:
        return False
    for token in tokens[at + 2 : at + 6]:
        if token.tag is Tag.CONJUNCTION:
            return True
        if token.tag not in (Tag.NAME, Tag.WORD) and token.text != ",":
            return False
    return False


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows "and" belongs to the phrase: no verb follows before the next stop."""
    if at + 1 >= len(tokens):
        return False
    for token in tokens[at + 1 : at + 9]:
        if token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN):
            return token.tag is Tag.VERB and token.form == "past" and tokens[at + 1] is not token
        if token.text in CLOSERS or token.text == "," or token.tag is Tag.BREAK:
            return True
    return True


def object_of(tokens: Sequence[Token], clause: Clause, words: HeadlineWords) -> Phrase:
    """What follows the verb, up to the end of its clause."""
    end, pending = clause.end, False
    while end < len(tokens):
        token = tokens[end]
        if _closes(token):
            break
        if token.tag is Tag.BREAK:
            break
        if token.tag is Tag.AUXILIARY:
            break
        if token.text == "," and not _list_comma(tokens, end):
            break
        if token.tag is Tag.VERB and token.form != "base" and not _modifies(tokens, end):
            break
        pending |= token.lower in words.sets["between"]
        if token.tag is Tag.CONJUNCTION and not pending and not _goes_on(tokens, end):
            break
        pending &= token.tag is not Tag.CONJUNCTION
        end += 1
    return Phrase(clause.end, end)


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle stands before its noun or belongs to the phrase ("the treaty signed in")."""
    before = tokens[at - 1].tag
    after = tokens[at + 1].tag if at + 1 < len(tokens) else None
    return before in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION) and after in NOUN


def subject_of(
    tokens: Sequence[Token], clause: Clause, others: Sequence[Clause], words: HeadlineWords
) -> Phrase | None:
    """Who or what the clause speaks of: left of the verb, across appositions and shared subjects."""
    at = clause.start
    while at and tokens[at - 1].tag in (Tag.ADVERB, Tag.DATE):
        at = _before_date(tokens, at)
    if at > 1 and tokens[at - 1].lower in words.sets["honorifics"]:
        at -= 1 + (tokens[at - 2].text == ",")
    if not at:
        return _after_opening(tokens, clause, others, words)
    before = tokens[at - 1]
    if clause.form == "infinitive" and before.tag is Tag.WORD:
        return None  # "a vote to expand …": whose, is not said
    if before.tag is Tag.CONJUNCTION or clause.form in ("infinitive", "ing"):
        return _shared(tokens, clause, others, words)
    if before.lower in words.sets["relatives"]:
        at -= 1 + (at > 1 and tokens[at - 2].text == ",")
        return _ending_at(tokens, at, words)
    if before.text == ",":
        opened = _opened(tokens, at - 1)
        return (
            _ending_at(tokens, opened, words) if opened else _shared(tokens, clause, others, words)
        )
    if before.text in ")]":
        opened = next((n for n in range(at - 1, -1, -1) if tokens[n].text in "(["), 0)
        return _ending_at(tokens, opened, words) if opened else None
    return _ending_at(tokens, at, words)


def _before_date(tokens: Sequence[Token], at: int) -> int:
    at -= 1
    if at and tokens[at].tag is Tag.DATE and tokens[at - 1].tag is Tag.PREPOSITION:
        at -= 1
    return at


def _opened(tokens: Sequence[Token], closing: int) -> int:
    """Where the apposition that ends at the comma `closing` begins, 0 where there is none."""
    for number in range(closing - 1, max(0, closing - 22), -1):
        if tokens[number].text in CLOSERS:
            return 0
        if tokens[number].text == "," and number and tokens[number - 1].tag in NOUN:
            if tokens[number + 1].tag is Tag.CONJUNCTION:
                continue
            return number
    return 0


def _shared(
    tokens: Sequence[Token], clause: Clause, others: Sequence[Clause], words: HeadlineWords
) -> Phrase | None:
    """The subject of the nearest finite verb before, which this one shares."""
    earlier = [
        o for o in others if o.end <= clause.start and o.form in ("finite", "ahead", "copula")
    ]
    if earlier and not (earlier[-1].passive and clause.form == "infinitive"):
        return subject_of(tokens, earlier[-1], others, words)
    return _after_opening(tokens, clause, others, words)


def _after_opening(
    tokens: Sequence[Token], clause: Clause, others: Sequence[Clause], words: HeadlineWords
) -> Phrase | None:
    """The subject of the main clause behind an opening participle ("Visiting Minsk, the minister …")."""
    later = next(
        (o for o in others if o.start > clause.end and o.form in ("finite", "ahead")), None
    )
    if later is None or clause.form not in ("ing", "infinitive"):
        return None
    found = _ending_at(tokens, later.start, words)
    opened = found is not None and found.start and tokens[found.start - 1].text == ","
    return found if opened else None


def _ending_at(tokens: Sequence[Token], end: int, words: HeadlineWords) -> Phrase | None:
    """The noun phrase that ends before the token `end`."""
    start = end
    while start:
        token = tokens[start - 1]
        if token.tag in FORE or (token.tag is Tag.PREPOSITION and start < end):
            start -= 1
        elif token.tag is Tag.PRONOUN and start == end:
            start -= 1
            break
        elif (
            (
                token.tag is Tag.CONJUNCTION
                and start < end
                and start > 1
                and tokens[start - 2].tag in NOUN
            )
            or (token.text == "," and _list_comma(tokens, start - 1))
            or _inner_sign(tokens, start - 1)
            or _leads(tokens, start - 1, words)
        ):
            start -= 1
        else:
            break
    start = _after_preposition(tokens, start, end)
    while start < end and tokens[start].tag in (Tag.CONJUNCTION, Tag.SIGN):
        start += 1
    return Phrase(start, end) if start < end else None


def _leads(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether "led by" joins a delegation to its head here."""
    pair = " ".join(t.lower for t in tokens[at : at + 2])
    return pair in words.sets["led_by"] and at > 0 and tokens[at - 1].tag in NOUN


def _after_preposition(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the phrase proper begins behind an opening "In Minsk the minister"."""
    if start >= end or tokens[start].tag is not Tag.PREPOSITION:
        return start
    for number in range(start + 2, end):
        if tokens[number].tag is Tag.DETERMINER and tokens[number - 1].tag in NOUN:
            return number
    return end
