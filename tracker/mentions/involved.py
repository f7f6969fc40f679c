"""Who of those that a clause names takes part in what it tells: not who only says so, nor who stands in what
it is told for, after or because of. The words that show it are the lexicon roles.toml."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from tracker.mentions.alternatives import last_match
from tracker.mentions.article import Article
from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.mentions.items import is_of_another_item
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS
from tracker.mentions.meeting_first import begins_main_clause, is_said_behind, main_clause
from tracker.mentions.other_verbs import is_of_another_verb
from tracker.mentions.partings import SOMEBODY, Partings, partings, partings_of_places
from tracker.values import Actor, Span

__all__ = ["involved", "is_beyond", "is_reacted_to", "opens_apart"]

QUOTED = re.compile(r"[,”\"]\s+[^,;]{0,80}$")
WORD = re.compile(r"[\w’']+")
SPEECH_BEHIND = 60  # characters behind a name that still hold its verb of saying
BEHIND_HIT = 60
REACTED = 60  # characters before a hit that hold what somebody thinks of it


def involved(
    actors: Sequence[Actor], hit: Hit, hits: Sequence[Hit], view: View, article: Article
) -> list[Actor]:
    """Those of `actors` who take part in the hit, in the order named. Who is told of behind it takes part
    up to the first word that begins another clause or an aim; who is told of before it does where no such
    word lies between, unless they only report it ("Oslo said the two met"). `hits` are all of the sentence:
    who is named in another one, to which "and" leads, takes part in that ("met Rui and will see Ana")."""
    words, cues = partings(article.language), article.cues
    others = [other.span for other in hits if other is not hit]
    first = min((view.at(a.span).start for a in actors if a.span), default=0)
    apart = _in_the_main_clause(actors, hit, view, words)
    main = main_clause(hit, view, article.language)

    def takes_part(spot: Span) -> bool:
        return (
            not is_said_behind(main, spot, view, cues.speech)
            and _in_the_clause(spot, hit, view, words)
            and not _in_the_next(spot, hit.span, others, view.masked, words)
            and not _across_clauses(spot, hit.span, others, view.masked, words)
            and not (
                spot.start > first and _in_the_last(spot, hit.span, others, view.masked, words)
            )
            and not is_of_another_item(spot, hit.span, others, view.masked, article.language)
            and not _tells(spot, hit, view, cues, words)
            and not _reacts(spot, hit, view, words, article.rules.nouns)
        )

    def beside(actor: Actor) -> Actor:
        """The actor, only told of beside what happened where another verb is done by it or to it."""
        spot = view.at(actor.span) if actor.span else None
        own = spot and is_of_another_verb(spot, first, hit, others, view, article.language)
        return replace(actor, bystander=True) if own else actor

    return [
        a if begins else beside(a)
        for a in actors
        if (begins := a.span is None or begins_main_clause(a, main, view, article.language))
        or (a not in apart and takes_part(view.at(a.span)))
    ]


def is_beyond(spot: Span, hit: Hit, view: View, language: Language, told_of: bool = True) -> bool:
    """Whether a name behind a hit stands beyond a word that begins another clause or an aim, or leads to what is only
    `told_of` without anybody's doing a thing ("on the sidelines of the summit in Lima")."""
    words = partings(language) if told_of else partings_of_places(language)
    own = words.behind.search(view.masked, hit.span.start, hit.span.end)
    if own and own.end() == hit.span.end:  # its own last word parts nothing: "laid flowers before"
        hit = hit._replace(span=Span(hit.span.end, hit.span.end))
    return spot.start >= hit.span.end and not _in_the_clause(spot, hit, view, words)


def opens_apart(spot: Span, hit: Hit, view: View, language: Language) -> bool:
    """Whether only one of a name and a hit stands in what the sentence opens with, which tells what was before or
    after: "Before leaving for Lima, Ana met Rui"."""
    text = view.masked
    opened = partings(language).occasion_opening.match(text, view.head)
    comma = text.find(",", opened.end()) if opened else -1
    return comma >= 0 and (spot.start < comma) is not (hit.span.start < comma)


def is_reacted_to(hit: Hit, view: View, language: Language) -> bool:
    """Whether somebody only thinks of the hit so or so: "Oslo welcomed Monday's vote"."""
    words = partings(language)
    start = max(0, hit.span.start - REACTED)
    return any(
        not words.somebody.match(view.masked, found.end())
        and "," not in view.masked[found.end() : hit.span.start]
        for found in words.reacting.finditer(view.searched, start, hit.span.start)
    )


def _in_the_clause(spot: Span, hit: Hit, view: View, words: Partings) -> bool:
    """Whether no word that begins another clause or an aim stands between a name and the hit."""
    text = view.masked
    if spot.start >= hit.span.end:
        closed = _aside_end(hit.span, text, words)
        at_which = words.at_which.match(text, hit.span.end)
        start = at_which.end() if at_which and at_which.end() <= spot.start else hit.span.start
        return spot.start < closed and not words.behind.search(text, start, spot.start)
    if spot.end > hit.span.start:
        return True
    apart = _is_set_aside(spot, hit.span, view, words)
    if apart or _in_an_aside(spot, hit.span, text, words):
        return False
    if _told_before_who(spot, hit.span, text, words):
        return False
    for found in words.clause.finditer(view.searched, spot.end, hit.span.start):
        if not words.stands_in.search(text, found.end(), hit.span.start):
            return False
        if _is_somebody_else(spot, found.end(), view, words):
            return False
    # "X flew home after Y visited Oslo": the occasion has somebody of its own
    occasion = words.occasion.search(view.searched, spot.end, hit.span.start)
    if occasion is None or words.owned.search(text, occasion.end(), hit.span.end):
        return occasion is None
    own = not SOMEBODY.isdisjoint(text[occasion.end() : hit.span.start])
    return not own and not _is_somebody_else(spot, occasion.end(), view, words)


def _is_somebody_else(spot: Span, start: int, view: View, words: Partings) -> bool:
    """Whether a clause goes on with "he" at `start`, who is the first person named, and the name is none of his
    ("Rui met Ana, a day after | he visited Peru")."""
    text = view.masked
    return bool(words.he.match(text, start)) and MARKS["person"] in text[view.head : spot.start]


def _aside_end(hit: Span, text: str, words: Partings) -> int:
    """Where the aside that tells of the hit ends ("Ana, who met Kofi, thanked Rui"): before a comma that a verb
    follows; the end of the text where it is in none."""
    openers = [found.end() for found in words.aside.finditer(text, 0, hit.start + 1)]
    if not openers or "," in text[openers[-1] : hit.start]:
        return len(text)
    closing = words.verb_behind.search(text, hit.end)
    return closing.start() if closing else len(text)


def _in_an_aside(spot: Span, hit: Span, text: str, words: Partings) -> bool:
    """Whether a name before a hit stands in what is told of somebody else by the way ("Ana, who flew in with
    Rui, met Kofi")."""
    openers = [found.end() for found in words.aside.finditer(text, 0, spot.start)]
    if not openers or "," in text[openers[-1] : spot.start]:
        return False
    return "," in text[spot.end : hit.start]


def _told_before_who(spot: Span, hit: Span, text: str, words: Partings) -> bool:
    """Whether a name before a hit is not the one of whom the clause tells that has the hit: "Rui received Ana, who had
    met Kofi"."""
    opened = last_match(words.who_did, text, spot.end, hit.end)
    if opened is None or opened.start() > hit.start or "," in text[opened.end() : hit.start]:
        return False
    between = text[spot.end : opened.start()]
    return words.verb.search(between) is not None and not SOMEBODY.isdisjoint(between)


def _is_set_aside(spot: Span, hit: Span, view: View, words: Partings) -> bool:
    """Whether up to a comma it is only told beside whom, or instead of whom, others act ("Besides Oslo, …")."""
    text = view.masked
    told = words.set_aside.search(text[view.head : spot.start])
    return told is not None and "," in text[spot.end : hit.start]


def _in_the_main_clause(
    actors: Sequence[Actor], hit: Hit, view: View, words: Partings
) -> list[Actor]:
    """Who is named behind the comma that ends the opening clause of the hit ("After Rui flew home, Ana met
    Kofi"), but for whom a pronoun in it means ("After she flew home, Ana met Kofi")."""
    text = view.masked
    opened = words.opening.match(text, view.head)
    comma = text.find(",", hit.span.end)
    if opened is None or opened.end() > hit.span.start or comma < 0:
        return []
    if text.find(",", opened.end(), hit.span.start) >= 0:
        return []  # the opening clause has ended before
    behind = [a for a in actors if a.span and view.at(a.span).start > comma]
    if not words.stands_in.search(text, opened.end(), hit.span.end):
        return behind
    meant = next((n for n, actor in enumerate(behind) if actor.kind == "person"), 0)
    return behind[meant + 1 :]


def _in_the_next(spot: Span, hit: Span, others: Sequence[Span], text: str, words: Partings) -> bool:
    """Whether a name behind a hit belongs to another hit, which "and" joins to this one."""
    return any(
        hit.end <= other.start <= spot.start and words.joining.search(text, hit.end, other.start)
        for other in others
    )


def _in_the_last(spot: Span, hit: Span, others: Sequence[Span], text: str, words: Partings) -> bool:
    """Whether a name before a hit belongs to another hit before it, which "and" joins to this one."""
    return any(
        other.end <= hit.start
        and (other.end <= spot.start or other.holds(spot))
        and words.joining.search(text, spot.end, hit.start)
        for other in others
    )


def _across_clauses(
    spot: Span, hit: Span, others: Sequence[Span], text: str, words: Partings
) -> bool:
    """Whether a name and a hit stand on two sides of ", and" that begins a clause with somebody of its own and
    a happening of its own: "Rui flew to Oslo, and Ana met Kofi"."""
    for other in others:
        first, second = sorted((hit, other))
        if first.end > second.start:
            continue
        starts = list(words.new_clause.finditer(text, first.end, second.start))
        for found in starts[-1:]:
            listed = text[found.start() - 1] in SOMEBODY  # "Peru, Chile, and Cuba"
            own = not listed and bool(words.subject.match(text, found.end(), second.start + 1))
            if own and (spot.start > found.start()) is not (second == hit):
                return True
    return False


def _tells(spot: Span, hit: Hit, view: View, cues: Cues, words: Partings) -> bool:
    """Whether it is who says so, and nothing ("he", "the two countries") stands for them in what is said."""
    text = view.masked
    if spot.end > hit.span.start and spot.start < hit.span.end:
        return False
    if words.both.search(view.searched, hit.span.start, hit.span.end + BEHIND_HIT):
        return False
    if spot.start >= hit.span.end:
        quoted = QUOTED.search(text, hit.span.end, spot.start)
        return quoted is not None and _speaks(text, spot, hit.span.end, cues)
    between = text[spot.end : hit.span.start]
    said = next((w.end() for w in WORD.finditer(between) if w[0].lower() in cues.speech), None)
    if said is None or words.stands_in.search(between, said):
        return False
    return not words.said_at.match(between, said) and not words.speaking_to.search(between)


def _reacts(spot: Span, hit: Hit, view: View, words: Partings, happenings: Collection[str]) -> bool:
    """Whether it is who thinks of what happened so or so ("Peru condemned the launch"), or only saw it."""
    text = view.masked
    if spot.start >= hit.span.end:
        comma = text.find(",", hit.span.end, spot.start)
        opened = comma >= 0 and words.at_it.match(text, view.head, hit.span.start)
        return bool(opened and words.reacting.search(view.searched, comma, spot.start))
    inside = spot.end > hit.span.start  # "Peru condemned the summit" may be all words of one rule
    end = hit.span.end if inside else hit.span.start
    said = words.reacting.search(view.searched, spot.end, end)
    said = said or words.seeing.search(view.searched, spot.end, hit.span.end)
    if said is None and words.by_somebody.match(text, hit.span.end):
        said = words.confirming.search(view.searched, spot.end, hit.span.end)
    if said is None or words.subject_behind.fullmatch(text, spot.end, said.start()) is None:
        return False
    if inside and not any(word in happenings for word in WORD.findall(text[said.end() : end])):
        return False  # "parliament rejected the bill" is what it did
    if words.somebody.match(text, said.end()) or words.company.match(text, hit.span.end):
        return False
    return words.stands_in.search(text, said.end(), hit.span.end) is None


def _speaks(text: str, spot: Span, start: int, cues: Cues) -> bool:
    """Whether a verb of saying follows the name closely, or stands right before it."""
    behind = WORD.findall(text[spot.end : spot.end + SPEECH_BEHIND])[:4]
    before = WORD.findall(text[max(start, spot.start - 40) : spot.start])[-3:]
    return any(word.lower() in cues.speech for word in (*behind, *before))
