"""The clauses of a tagged sentence: verb groups, and what follows them."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.joint import joint_behind
from tracker.mentions.titles.phrases import CLOSERS, NOUN
from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["Clause", "clause_at", "predicates"]

PARTING = (Tag.CONJUNCTION, Tag.BREAK, Tag.TO, Tag.PRONOUN)


class Clause(NamedTuple):
    """A verb group (tokens `start` to before `end`) and what it says of its subject.

    `form` is "finite", "ahead" (planned), "infinitive", "ing" or "participle"; `main` is the verb's token,
    which the small word of "kick off" may follow.
    """

    start: int
    end: int
    main: int
    form: str
    passive: bool = False


def predicates(tokens: Sequence[Token], words: HeadlineWords) -> tuple[Clause, ...]:
    """The verb groups of a sentence in order; "is" alone makes one of the form "copula"."""
    found: list[Clause] = []
    for number, token in enumerate(tokens):
        if found and found[-1].main < number < found[-1].end:
            continue  # "shot and | killed"
        if token.tag is Tag.VERB and not _helps(tokens, number, words):
            found.append(clause_at(tokens, number, words))
        elif _is_copula(tokens, number, words):
            start = number
            while start and tokens[start - 1].tag in (Tag.AUXILIARY, Tag.ADVERB):
                start -= 1
            found.append(Clause(start, number + 1, number, "copula"))
    return tuple(
        _reduced(tokens, clause, found[n + 1 : n + 2], words) for n, clause in enumerate(found)
    )


def _reduced(
    tokens: Sequence[Token], clause: Clause, later: Sequence[Clause], words: HeadlineWords
) -> Clause:
    """A past form between a noun and the finite verb is a participle ("the deal agreed in May marks …")."""
    if not later or clause.form != "finite" or clause.start != clause.main:
        return clause
    between = tokens[clause.end : later[0].start]
    whole = between and between[0].tag in (Tag.PREPOSITION, Tag.DATE)
    whole = whole or _is_called(tokens, clause, words)
    parted = any(t.tag in PARTING or t.tag is Tag.SIGN for t in between)
    if not whole or parted or later[0].form not in ("finite", "copula"):
        return clause
    if tokens[clause.main].form != "past" or not _may_describe(tokens, clause.main, words):
        return clause
    return clause._replace(form="participle")


def _may_describe(tokens: Sequence[Token], main: int, words: HeadlineWords) -> bool:
    """Whether a past form can be a participle: not "went", nor what has a subject of its own behind "that" or
    beside the noun that it is about ("the treaty that Laos signed", "the pact the two ministers signed")."""
    verb = tokens[main]
    if words.participles.get(verb.base, verb.lower) != verb.lower:
        return False
    if verb.base not in words.sets["befalling"] and _is_whole_name(tokens, main):
        return False
    start = main
    while start and (tokens[start - 1].tag in NOUN or tokens[start - 1].tag is Tag.CONJUNCTION):
        start -= 1
    if start and tokens[start - 1].tag in (Tag.DETERMINER, Tag.POSSESSIVE):
        start -= 1
        if (
            start < main - 1
            and start
            and tokens[start - 1].tag is Tag.WORD
            and not tokens[start - 1].owner
        ):
            return False
    relative = tokens[start - 1].lower if start else ""
    return not (start < main and relative in words.sets["relatives"])


def _is_whole_name(tokens: Sequence[Token], main: int) -> bool:
    """Whether a person alone stands before a past form, who does it: nobody is signed or launched."""
    start = main
    while start and tokens[start - 1].tag in NOUN:
        start -= 1
    last = tokens[main - 1] if main else None
    person = last is not None and last.name is not None and last.name.kind == "person"
    opens = not start or tokens[start - 1].tag in (Tag.BREAK, Tag.DATE)
    return person and opens and last is not None and not last.owner


def _is_called(tokens: Sequence[Token], clause: Clause, words: HeadlineWords) -> bool:
    """Whether a past form only says what something is called ("a missile called the Agni was tested")."""
    return clause.start == clause.main and tokens[clause.main].base in words.sets["naming_verbs"]


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
        elif token.tag is not Tag.ADVERB and not (to and _is_day(tokens, start - 1, words)):
            break
        start -= 1
    while start < main and tokens[start].tag is Tag.ADVERB:
        start += 1
    verb = tokens[main]
    passive = be and verb.form == "past"
    joint = joint_behind(tokens, main, words)
    end = main + 1 + (joint or _parted(tokens, main, words))
    last = main + joint
    form = _form(tokens, last if start == main else start, last, to, ahead, words)
    if form == "participle" and end > main + 1 and not (passive or joint):
        after = tokens[end].tag if end < len(tokens) else None
        alone = verb.base in words.sets["intransitive"]
        governs = after in (*NOUN, Tag.DETERMINER, Tag.POSSESSIVE)
        form = "finite" if governs or alone else form
    return Clause(start, end, main, form, passive)


def _is_day(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether a token is a day, or leads to one, between "due" and "to" ("is due | on Monday | to visit")."""
    day = tokens[at].tag is Tag.DATE
    return day or (tokens[at].lower in words.sets["on"] and tokens[at + 1].tag is Tag.DATE)


def _parted(tokens: Sequence[Token], main: int, words: HeadlineWords) -> bool:
    """Whether a small word behind the verb makes one verb with it ("kicks off", "sworn in")."""
    after = tokens[main + 1].lower if main + 1 < len(tokens) else ""
    return f"{tokens[main].base} {after}" in words.sets["particles"]


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
    following = tokens[main + 1].lower if main + 1 < len(tokens) else ""
    by = following in words.sets["by"] and not (
        _counted_behind(tokens, main, words) or _by_means(tokens, main, words)
    )
    if verb.form == "past" and start == main and by:
        return "participle"
    if verb.form == "past" and start == main and not _may_describe(tokens, main, words):
        return "finite"
    aside = _governed(tokens, main, words) or _is_aside(tokens, main, words)
    if verb.form == "past" and start == main and aside:
        return "participle"
    if verb.form == "past" and start == main and _object_behind(tokens, main):
        return "finite"
    undone = {verb.base, f"{verb.base} {following}"}
    if verb.form == "past" and start == main and undone.isdisjoint(words.sets["intransitive"]):
        behind = _behind_result(tokens, main + 1, words)
        follows = next((t for t in tokens[behind:] if t.tag not in (Tag.ADVERB, Tag.DATE)), None)
        bare = follows is None or follows.tag in (Tag.PREPOSITION, Tag.CONJUNCTION, Tag.BREAK)
        if bare or (follows is not None and follows.text in CLOSERS | {","}):
            return "participle"
    return "finite"


def _behind_result(tokens: Sequence[Token], at: int, words: HeadlineWords) -> int:
    """Where what a deed came to ends that stands there ("shot | dead", "stabbed | to death")."""
    for phrase in words.sets["results"]:
        parts = phrase.split()
        if [token.lower for token in tokens[at : at + len(parts)]] == parts:
            return at + len(parts)
    return at


def _is_aside(tokens: Sequence[Token], main: int, words: HeadlineWords) -> bool:
    """Whether a past form of either kind stands behind a comma and a noun ("the bridge, opened in 1959, …")."""
    behind = main > 2 and tokens[main - 1].text == "," and tokens[main - 2].tag in NOUN
    follows = tokens[main + 1].tag if main + 1 < len(tokens) else None
    timed = follows in (Tag.PREPOSITION, Tag.DATE, Tag.BREAK)
    near = (*tokens[:main], *tokens[main + 1 : main + 9])
    acts = any(t.tag in (Tag.VERB, Tag.AUXILIARY) for t in near)
    return behind and timed and acts and tokens[main].base in words.sets["either_way"]


def _governed(tokens: Sequence[Token], main: int, words: HeadlineWords) -> bool:
    """Whether what a verb of either kind belongs to depends on a preposition ("under a deal | concluded with")."""
    start = main
    while start and (
        tokens[start - 1].tag in (*NOUN, Tag.DETERMINER, Tag.POSSESSIVE)
        or tokens[start - 1].lower in words.sets["of"]
    ):
        start -= 1
    if start in (0, main) or tokens[main].base not in words.sets["either_way"]:
        return False
    led = tokens[start - 1].tag is Tag.PREPOSITION or tokens[start - 1].lower in words.sets["led"]
    return led and any(t.tag in (Tag.VERB, Tag.AUXILIARY) for t in tokens[:start])


def _by_means(tokens: Sequence[Token], main: int, words: HeadlineWords) -> bool:
    """Whether "by" tells by what means somebody met or came ("met by video link")."""
    return main + 2 < len(tokens) and tokens[main + 2].lower in words.sets["means"]


def _counted_behind(tokens: Sequence[Token], main: int, words: HeadlineWords) -> bool:
    """Whether a counted object stands behind what it is done by ("opened by video link two crossings")."""
    behind = tokens[main + 2 : main + 6]
    at = next((n for n, t in enumerate(behind) if t.lower in words.sets["numbers"]), 0)
    return at > 0 and all(t.tag is Tag.WORD and t.text.islower() for t in behind[: at + 1])


def _object_behind(tokens: Sequence[Token], main: int) -> bool:
    """Whether the object stands behind a place or the like ("signed in Minsk the pact")."""
    if main + 2 >= len(tokens) or tokens[main + 1].tag is not Tag.PREPOSITION:
        return False
    end = main + 1
    while end + 1 < len(tokens) and tokens[end].tag is Tag.PREPOSITION:
        end += 1
        while end < len(tokens) and tokens[end].tag in (*NOUN, Tag.DATE):
            end += 1
    led = tokens[end - 1].tag is Tag.PREPOSITION
    return end < len(tokens) and tokens[end].tag is Tag.DETERMINER and not led
