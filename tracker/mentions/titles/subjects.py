"""Who or what a clause speaks of: left of its verb, or shared with the clause before."""

from collections.abc import Collection, Sequence

from tracker.mentions.titles.asides import before_age, before_bracket, before_date, opening_of
from tracker.mentions.titles.before import ending_at, nearest
from tracker.mentions.titles.clauses import Clause
from tracker.mentions.titles.defining import told_apart_by_clause
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.nearer import meant_by
from tracker.mentions.titles.phrases import FORE, NOUN, Phrase, is_first
from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["relative_object", "subject_of"]


def subject_of(
    tokens: Sequence[Token], clause: Clause, others: Sequence[Clause], words: HeadlineWords
) -> Phrase | None:
    """Who or what the clause speaks of: left of the verb, across appositions and shared subjects."""
    at = clause.start
    while at and tokens[at - 1].tag in (Tag.ADVERB, Tag.DATE):
        at = before_date(tokens, at)
    if at > 1 and tokens[at - 1].lower in words.sets["honorifics"]:
        at -= 1 + (tokens[at - 2].text == ",")
    at = before_age(tokens, at, words)
    if not at:
        return _after_opening(tokens, clause, others, words)
    before = tokens[at - 1]
    if _is_nobodys(clause, before, words):
        return None
    behind = before.tag in NOUN or (before.text == "," and at > 1)
    if clause.form == "participle" and behind:
        if before.text == ",":
            told = _described(tokens, at - 1, words)
            return _signed(tokens, told, tokens[clause.main], words) or told
        found = ending_at(tokens, at, words) or nearest(tokens, at, words)
        return meant_by(tokens, found, tokens[clause.main], words)
    if before.tag is Tag.CONJUNCTION or clause.form in ("infinitive", "ing"):
        return _shared(tokens, clause, others, words)
    if before.lower in words.sets["relatives"]:
        return _of_relative(tokens, clause, others, words, at)
    if before.text == ",":
        opened = opening_of(tokens, at - 1, words)
        return (
            ending_at(tokens, opened, words) if opened else _shared(tokens, clause, others, words)
        )
    which = told_apart_by_clause(tokens, at, clause, others, words)
    return which or ending_at(tokens, before_bracket(tokens, at), words, aims=True)


def _of_relative(
    tokens: Sequence[Token],
    clause: Clause,
    others: Sequence[Clause],
    words: HeadlineWords,
    at: int,
) -> Phrase | None:
    """Of whom or what a relative clause speaks whose "who" or "that" ends before `at`."""
    relative = tokens[at - 1].lower
    aged = before_age(tokens, at - 1, words)
    at = aged if aged < at - 1 else at - 1 - (at > 1 and tokens[at - 2].text == ",")
    near = (
        _among_those(tokens, at, others, words)
        or _person_before(tokens, at, relative, words)
        or _body_before(tokens, at, words)
        or _last_of_two(tokens, at, words)
    )
    found = ending_at(tokens, at, words) or nearest(tokens, at, words)
    return near or meant_by(tokens, found, tokens[clause.main], words)


def _among_those(
    tokens: Sequence[Token], at: int, others: Sequence[Clause], words: HeadlineWords
) -> Phrase | None:
    """Who is told to be among those of whom a relative clause speaks ("Roe was among those | who came")."""
    said = [o for o in others if o.form == "copula" and o.end <= at]
    those = at > 1 and tokens[at - 1].lower in words.sets["those"]
    if not those or not said or tokens[at - 2].tag is not Tag.PREPOSITION:
        return None
    return subject_of(tokens, said[-1], others, words)


def _is_nobodys(clause: Clause, before: Token, words: HeadlineWords) -> bool:
    """Whether nothing says whose aim it is ("a vote to expand …", "the first to be held")."""
    noun = before.tag is Tag.WORD or before.lower in words.sets["firsts"]
    return clause.form == "infinitive" and noun


def _person_before(
    tokens: Sequence[Token], end: int, relative: str, words: HeadlineWords
) -> Phrase | None:
    """The person of whom "who" speaks, with their office, not what they are part of ("the arrival of | Jane
    Roe, who was sworn in")."""
    name = tokens[end - 1].name if end else None
    if relative not in words.sets["of_people"] or name is None or name.kind != "person":
        return None
    return Phrase(_led_from(tokens, end, FORE), end)


def _body_before(tokens: Sequence[Token], end: int, words: HeadlineWords) -> Phrase | None:
    """The body of which a relative clause behind a comma speaks, not what is done for it or by it ("a setback for |
    the cabinet, which met")."""
    last = tokens[end - 1] if end else None
    if last is None or tokens[end].text != ",":
        return None
    named = last.name is not None and last.name.kind == "body"
    rulers = words.sets["generic_bodies"] | words.sets["institutions"]
    if not named and last.lower not in rulers:
        return None
    start = _led_from(tokens, end, (*FORE, Tag.DETERMINER))
    return Phrase(start, end) if start < end else None


def _led_from(tokens: Sequence[Token], end: int, tags: Collection[str]) -> int:
    """Where the words of these kinds begin that lead to a place of the sentence."""
    start = end
    while start and tokens[start - 1].tag in tags:
        start -= 1
    return start


def _described(tokens: Sequence[Token], end: int, words: HeadlineWords) -> Phrase | None:
    """What a participle behind a comma tells of: the noun before it, with what led to it only where it is a
    name ("at their conference, held in …", "the treaty with Laos, signed in …")."""
    start = end
    while start and (tokens[start - 1].tag in FORE or is_first(tokens, start - 1, words)):
        start -= 1
    if start > 1 and tokens[start - 1].form and tokens[start - 2].lower in words.sets["relatives"]:
        return ending_at(tokens, start - 2, words)  # "the treaty that ended the war, signed in …"
    last = tokens[end - 1]
    proper = last.text[0].isupper() and not (start and tokens[start - 1].lower in words.sets["of"])
    if start < end and last.name is None and not proper:
        return Phrase(start, end)
    return ending_at(tokens, end, words)


def _signed(
    tokens: Sequence[Token], told: Phrase | None, verb: Token, words: HeadlineWords
) -> Phrase | None:
    """The paper before a relative clause that says what it is about, where a verb behind that is told of papers
    ("the pact that gave Laos three bases, | signed in May")."""
    acts = words.sets["acts"]
    if told is None or verb.base not in words.sets["inking"]:
        return None
    if acts & {word for t in tokens[told.start : told.end] for word in t.lower.split()}:
        return None
    for number in range(told.start - 1, 0, -1):
        relative = tokens[number].lower in words.sets["relatives"]
        if relative and tokens[number - 1].lower in acts:
            return nearest(tokens, number, words)
    return None


def _last_of_two(tokens: Sequence[Token], end: int, words: HeadlineWords) -> Phrase | None:
    """The second of two that something is between: of it a relative clause speaks ("between the army and
    the government that took office")."""
    start = next((n for n in range(end - 1, 0, -1) if tokens[n].tag is Tag.DETERMINER), 0)
    if not start or tokens[start - 1].tag is not Tag.CONJUNCTION:
        return None
    for number in range(start - 2, -1, -1):
        if tokens[number].lower in words.sets["between"]:
            return Phrase(start, end)
        if tokens[number].tag not in FORE and tokens[number].lower not in words.sets["of"]:
            return None
    return None


def relative_object(
    tokens: Sequence[Token], subject: Phrase, words: HeadlineWords
) -> Phrase | None:
    """What a relative clause with this subject is about ("the treaty that Laos and Cuba signed")."""
    at = subject.start - 1
    if at < 1:
        return None
    beside = tokens[at].tag is Tag.WORD and tokens[at + 1].tag in (Tag.DETERMINER, Tag.POSSESSIVE)
    if beside and tokens[at].text.islower() and not tokens[at].owner:
        return ending_at(tokens, at + 1, words)  # "the pact | the two ministries signed"
    if tokens[at].lower not in words.sets["relatives"] | words.sets["whom"]:
        return None
    end = at - (tokens[at - 1].text == ",")
    return (
        _paper(tokens, end, words) or ending_at(tokens, end, words) or nearest(tokens, end, words)
    )


def _paper(tokens: Sequence[Token], end: int, words: HeadlineWords) -> Phrase | None:
    """The paper right before a relative clause, where what leads to it names no happening ("the process
    rests on | an accord that …")."""
    near, whole = nearest(tokens, end, words), ending_at(tokens, end, words)
    if near is None or whole is None or near.start <= whole.start:
        return None
    outer = {t.lower for t in tokens[whole.start : near.start]}
    own = tokens[end - 1].lower in words.sets["acts"]
    return near if own and not outer & words.happenings else None


def _shared(
    tokens: Sequence[Token], clause: Clause, others: Sequence[Clause], words: HeadlineWords
) -> Phrase | None:
    """The subject of the nearest finite verb before, which this one shares."""
    forms = ("finite", "ahead", "copula", "participle")[: 4 if clause.form == "participle" else 3]
    earlier = [o for o in others if o.end <= clause.start and o.form in forms]
    outer = [o for o in earlier if not _told_by_another(tokens, o, earlier, words)]
    if tokens[clause.start - 1].tag is Tag.CONJUNCTION and tokens[clause.start - 2].text == ",":
        earlier = outer or earlier  # "said that the bank was bankrupt, and closed it"
    if earlier and not (earlier[-1].passive and clause.form == "infinitive"):
        return subject_of(tokens, earlier[-1], others, words)
    return _after_opening(tokens, clause, others, words)


def _told_by_another(
    tokens: Sequence[Token], clause: Clause, others: Sequence[Clause], words: HeadlineWords
) -> bool:
    """Whether a clause is what another verb tells ("determined that …")."""
    before = [o.end for o in others if o.end <= clause.start and o is not clause]
    start = max(before, default=clause.start)
    return any(token.lower in words.sets["that"] for token in tokens[start : clause.start])


def _after_opening(
    tokens: Sequence[Token], clause: Clause, others: Sequence[Clause], words: HeadlineWords
) -> Phrase | None:
    """The subject of the main clause behind an opening participle ("Visiting Minsk, the minister …")."""
    later = next(
        (o for o in others if o.start > clause.end and o.form in ("finite", "ahead")), None
    )
    opening = ("ing", "infinitive", "participle")[: 3 if not clause.start else 2]
    if later is None or clause.form not in opening:
        return None
    found = ending_at(tokens, later.start, words)
    opened = found is not None and found.start and tokens[found.start - 1].text == ","
    return found if opened else None
