"""Who did it, where the clause itself does not plainly say."""

from collections.abc import Sequence

from tracker.mentions.titles.clauses import Clause
from tracker.mentions.titles.headlines import Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.objects import object_of
from tracker.mentions.titles.phrases import Phrase, closes, noun_phrase
from tracker.mentions.titles.pronouns import passed_over
from tracker.mentions.titles.tokens import Token
from tracker.mentions.titles.wording import text_of

__all__ = ["acting", "agent", "names_agent"]

AGENTS = ("country", "person", "body")


def names_agent(tokens: Sequence[Token]) -> bool:
    return any(t.name is not None and t.name.kind in AGENTS for t in tokens)


def agent(matter: Matter, clause: Clause) -> str:
    """ "By the union and its branches": who did what is told in the passive, where nobody else is named
    before and it stands further on."""
    tokens, words = matter.tokens, matter.words
    if names_agent(tokens[: clause.end]):
        return ""
    told = object_of(tokens, clause, words)
    end = told.end
    if any(token.lower in words.sets["by"] for token in tokens[told.start : end]):
        return ""
    for number in range(end, len(tokens) - 1):
        if tokens[number].lower in words.sets["by"]:
            phrase = noun_phrase(tokens, number + 1, number + 2, words)
            named = phrase and any(t.name for t in tokens[phrase.start : phrase.end])
            return text_of(matter.wording, Phrase(number, phrase.end)) if phrase and named else ""
        elsewhere = tokens[number].tag is Tag.BREAK and tokens[number + 1].tag is not Tag.DETERMINER
        if closes(tokens[number]) or tokens[number].tag in (Tag.VERB, Tag.AUXILIARY) or elsewhere:
            return ""
    return ""


def acting(who: str, pronoun: Token, matter: Matter) -> str:
    """The one whom a pronoun is read as, if they may have done it: where it is known who acts, the one person
    of these whom "he" means, and a body must be among them."""
    named = [actor.name for actor in matter.involved]
    if not named or any(name in who or who in name for name in named):
        return who
    if who and who in matter.view.sentence.text:
        return who  # the office alone
    people = [actor.name for actor in matter.involved if actor.kind == "person"]
    if people and pronoun.lower in matter.words.sets["it"]:
        return ""  # a delegation that one of these leads
    if who and len(people) == 1 and pronoun.lower in matter.words.sets["he"]:
        other = _before(people[0], pronoun, matter) and not _passed(people[0], matter)
        return people[0] if other else who
    near = matter.article.views[max(0, matter.view.number - 3) : matter.view.number + 1]
    body = any(n.kind == "body" and who in (n.text, n.shown) for v in near for n in v.names)
    return "" if body else who


def _passed(person: str, matter: Matter) -> bool:
    """Whether the nearest sentence before that names a person does so only beside whom "he" means."""
    for number in range(matter.view.number - 1, -1, -1):
        view = matter.article.views[number]
        named = [n for n in view.names if person in (n.text, n.shown)]
        if named:
            return passed_over(named[0], view, matter.words)
    return False


def _before(person: str, pronoun: Token, matter: Matter) -> bool:
    """Whether a person who takes part is told of before the pronoun, not behind it as someone else is."""
    here = [n for n in matter.view.names if person in (n.text, n.shown)]
    return all(matter.view.at(n.span).start < pronoun.span.start for n in here)
