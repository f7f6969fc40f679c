"""The noun phrases of those who do what a trigger tells: of its verb, of the verb that it goes on, or whose it is."""

from collections.abc import Iterator, Sequence

from tracker.mentions.titles.before import ending_at
from tracker.mentions.titles.clauses import Clause, predicates
from tracker.mentions.titles.headlines import Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.own import own_clauses
from tracker.mentions.titles.phrases import Phrase
from tracker.mentions.titles.subjects import subject_of
from tracker.mentions.titles.tokens import Token

__all__ = ["NOUNS", "acting", "each_of", "speaking", "told_of"]

NOUNS = (Tag.WORD, Tag.NAME)
LEADING = (*NOUNS, Tag.PREPOSITION, Tag.DETERMINER, Tag.POSSESSIVE)
NEAR = 4  # words between a clause and the happening that it leads to


def acting(matter: Matter) -> tuple[Sequence[Token], ...]:
    """The noun phrases of those who do it, each by itself; none where no verb tells and nobody owns it."""
    clauses = predicates(matter.tokens, matter.words)
    inside = [c for c in clauses if matter.first <= c.start and c.end <= matter.last]
    own = own_clauses(matter, clauses) or inside
    for clause in own or _gone_on(matter, clauses) or _untagged(matter):
        if subject := _subject(matter, clause, clauses):
            return tuple(each_of(matter.tokens[subject.start : subject.end]))
    owner = () if own else _owner(matter.tokens, matter.first)
    return (owner,) if owner else ()


def each_of(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The noun phrases that "and" and commas join."""
    begin = 0
    for number, token in enumerate(tokens):
        joins = token.tag is Tag.CONJUNCTION or token.text == ","
        if joins and not _goes_on(tokens[begin:number], tokens[number + 1 :]):
            if number > begin:
                yield tokens[begin:number]
            begin = number + 1
    if begin < len(tokens):
        yield tokens[begin:]


def told_of(matter: Matter, end: int | None = None) -> Sequence[Token]:
    """The last of whom the sentence speaks before `end`, else the first in all of it, by a noun."""
    clauses = predicates(matter.tokens, matter.words)
    order = clauses
    if end is not None:
        order = tuple(c for c in clauses[::-1] if matter.tokens[c.end - 1].span.end <= end)
    return next(_named(matter, order, clauses), ())


def speaking(matter: Matter) -> Sequence[Token]:
    """Who says so, by a noun, in a sentence that says "I"."""
    clauses = predicates(matter.tokens, matter.words)
    speech = matter.article.cues.speech
    said = [c for c in clauses if matter.tokens[c.main].lower in speech]
    return next(_named(matter, said, clauses), ())


def _named(
    matter: Matter, order: Sequence[Clause], clauses: Sequence[Clause]
) -> Iterator[Sequence[Token]]:
    for clause in order:
        subject = subject_of(matter.tokens, clause, clauses, matter.words)
        if subject and matter.tokens[subject.start].tag is not Tag.PRONOUN:
            yield matter.tokens[subject.start : subject.end]


def _subject(matter: Matter, clause: Clause, clauses: Sequence[Clause]) -> Phrase | None:
    """Of whom a clause speaks, or those before it that govern it, the nearest first ("was forced | to head back")."""
    tokens, words = matter.tokens, matter.words
    if clause.form == "ing" and clause.start and tokens[clause.start - 1].tag in NOUNS:
        return ending_at(tokens, clause.start, words)  # "reporters | arriving in"
    governing: Sequence[Clause] = ()
    if clause.form in ("infinitive", "ing"):
        governing = [each for each in reversed(clauses) if each.end <= clause.start]
    found = (subject_of(tokens, each, clauses, words) for each in (clause, *governing))
    return next(filter(None, found), None)


def _gone_on(matter: Matter, clauses: Sequence[Clause]) -> Sequence[Clause]:
    """The clause that the trigger goes on ("had | come to", "were on a | visit to", "were locked in | talks with")."""
    near = [c for c in clauses if 0 <= matter.first - c.end <= NEAR][-1:]
    if not near or near[0].end == matter.first:
        return near
    tokens, sets = matter.tokens, matter.words.sets
    start = near[0].end + (tokens[near[0].end].lower in sets["engaged_in"])
    between = tokens[start : matter.first]
    kept = near[0].form == "copula" or tokens[near[0].main].lower in sets["engaged_in"]
    led = between[:1] and between[0].lower in sets["on_it"]
    return near if kept and led and all(t.tag in LEADING for t in between) else ()


def _untagged(matter: Matter) -> Sequence[Clause]:
    """The clause of a verb that no lexicon of titles has ("set off")."""
    first, language = matter.first, matter.article.language
    word = matter.tokens[first].lower
    past = language.is_past(word) or word in language.verbs
    return (Clause(first, first + 1, first, "finite"),) if past else ()


def _owner(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """Whose it is ("the singer's | tour of"), in the words right before it."""
    if tokens[first].tag not in NOUNS:
        return ()
    end = first
    while end and not tokens[end - 1].owner and tokens[end - 1].tag is Tag.WORD:
        end -= 1
    if not end or not tokens[end - 1].owner:
        return ()
    start = end - 1
    while start and tokens[start - 1].tag in NOUNS:
        start -= 1
    return tokens[start:end]


def _goes_on(before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether a country only goes on telling where those before are from ("climbers from Peru | and Chile")."""
    name = behind[0].name if behind else None
    led = any(token.tag is Tag.PREPOSITION for token in before)
    return led and name is not None and name.kind in ("country", "place")
