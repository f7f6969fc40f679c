"""Whether those who meet lead states: by their titles, their offices, as "the leaders", as the guest."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from tracker.mentions.article import Article
from tracker.mentions.clauses import part_around
from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, Seen, View
from tracker.mentions.involved import is_beyond
from tracker.mentions.language import Language
from tracker.mentions.leaders_told import stand_for_leaders
from tracker.mentions.marks import MARKS
from tracker.mentions.names import Name
from tracker.mentions.roles import Cast, actor_of
from tracker.mentions.turns import leading_speaker
from tracker.mentions.unsaid import unsaid_party
from tracker.values import Actor, Span

__all__ = ["promoted"]

LEADERS_BEHIND = (
    60  # characters behind "the meeting", in which "between the leaders of …" may follow
)
# Behind an office: "the Peruvian premier | , Ana Brito".
HOLDER = re.compile(rf",\s{MARKS['person']}")
DOING = re.compile(r"\w+ing\b")
MET_BEHIND = 90  # characters behind a meeting in which the leaders met are told of
NEARLY = 25  # characters behind a happening in which a leader is told of
BACK = 4  # sentences back in which "the guest" is named
BODIES = (MARKS["body"], MARKS["parliament"])
SHORT_NAME = re.compile(r"(?<![\w-])[A-Z]{3,}$")  # of a body that no gazetteer has
NEAR = 40  # characters before a happening in which "he" has a part in it


def promoted(hit: Hit, view: View, cast: Cast, article: Article, told: Seen) -> str:
    """The hit's type, or the one its rule file promotes it to when enough leaders take part."""
    rule = article.rules.types[hit.trigger.type].promote
    if not rule:
        return hit.trigger.type
    if _is_told_again(hit, view, cast, article) and told.turn(str(rule["to"])) > told.turn(
        hit.trigger.type
    ):
        return str(rule["to"])
    known = _small(article.language, str(rule["titles"]))
    named = (*_with_offices(cast.named, hit, view, article), *_at_which(hit, view, article))
    leaders = _leaders(_who_may_have_met(named, hit, view, article), known)
    if he := _meant_by_pronoun(hit, view, article):
        leaders |= {he.entity or he.text} if _is_leader(he, known, article.language) else set()
    elif (silent := unsaid_party(hit, view, article)) and _is_leader(
        silent, known, article.language
    ):
        leaders |= {silent.entity or silent.text}
    if leaders and (speaker := leading_speaker(hit, view, known, article)):
        leaders |= {speaker}
    if leaders and (guest := _meant_by_guest(hit, view, leaders, known, article)):
        leaders |= {guest}
    count = len(leaders) + _nameless_leaders(hit, view, bool(leaders), article)
    return str(rule["to"]) if count >= int(rule["count"]) else hit.trigger.type


def _who_may_have_met(
    actors: Sequence[Actor], hit: Hit, view: View, article: Article
) -> Iterator[Actor]:
    """The actors, but of those who met others each for himself only the first: "Netanyahu and Arafat met separately
    with the envoy"."""
    end = hit.span.end + NEARLY
    apart = article.cues.leading.each_apart.search(view.masked, hit.span.start, end)
    first: Actor | None = None
    for actor in actors:
        if apart and actor.span and view.at(actor.span).start < apart.start():
            first = first or actor
            if actor is not first:
                continue
        yield actor


def _is_told_again(hit: Hit, view: View, cast: Cast, article: Article) -> bool:
    """Whether the hit only says "the meeting", and names nobody who met."""
    if any(actor.kind == "person" for actor in cast.actors):
        return False
    words = view.masked[max(0, hit.span.start - NEAR) : hit.span.end + NEARLY]
    again = article.cues.leading.told_again.search(words)
    return again is not None and article.cues.parties.search(words) is None


@lru_cache(maxsize=8)
def _small(language: Language, lexicon: str) -> frozenset[str]:
    return frozenset(word.lower() for word in language.words(lexicon))


def _at_which(hit: Hit, view: View, article: Article) -> Iterator[Actor]:
    """Those of whom the clause tells that says what came about there: "the meeting in which Lee heard Kim …"."""
    clause = article.cues.leading.at_which.match(view.masked, hit.span.end)
    for name in view.names if clause else ():
        if clause and name.kind == "person" and view.at(name.span).start >= clause.end():
            yield actor_of(name)


def _nameless_leaders(hit: Hit, view: View, one: bool, article: Article) -> int:
    """How many leaders are told of without a name: "leaders" who meet, the "counterpart" of a leader."""
    text, cues = view.masked, article.cues
    if not one and stand_for_leaders(hit, view, article):
        return 2
    start = _told_from(hit, view, cues)
    if cues.leading.other_leaders.search(view.searched, start, hit.span.end + NEARLY):
        return 0
    found = cues.leaders.search(view.searched, start, hit.span.start + 25)
    if found and found.start() <= hit.span.start and not _works_for(found.start(), view, cues):
        return 2
    others = cues.parties.match(text, hit.span.start)  # "the advisers of the leaders"
    theirs = bool(others) and not cues.leaders.regex.match(text, hit.span.start)
    if met := cues.leaders.search(view.searched, hit.span.start, hit.span.end):
        if not theirs and cues.leading.both.search(text, hit.span.start, met.start()):
            return 2  # "received both leaders"
        if not theirs and not one and _hosts_them(hit, met.start(), view, cues):
            return 2  # "Ghana is to receive the leaders of the bloc"
    if one and (met or _meets_leaders(hit, view, cues)):
        return 1
    found = cues.leaders.search(view.searched, hit.span.start, hit.span.end + LEADERS_BEHIND)
    among = found and cues.leading.between_leaders.search(text, hit.span.start, found.start())
    if (among and not theirs) or _told_as_theirs(hit, view, cues):
        return 2
    return _offices(text, Span(part_around(text, hit.span).start, hit.span.end + NEARLY), one, cues)


def _told_from(hit: Hit, view: View, cues: Cues) -> int:
    """From where on those who meet are told of, before the hit."""
    text = view.masked
    if aside := cues.leading.told_of_before.search(text, 0, hit.span.start):
        return max(0, aside.start() - 50)  # "the presidents, who met on Sunday, will gather …"
    theirs = DOING.match(text, hit.span.start) or cues.lasting.nth_day.match(text, hit.span.start)
    if theirs and cues.after_days.search(text, 0, hit.span.start):
        return 0  # "the leaders declared …, a day after holding a meeting", "… after a second day of talks"
    start = part_around(text, hit.span).start
    if cues.leading.same_subject.search(text, start, hit.span.start):
        subject = cues.leaders.search(view.searched, start, hit.span.start)
        if subject and not cues.past.search(text, start, subject.start()):
            return subject.start()  # "the presidents met on Monday and held talks on tuna"
    if listed := cues.leading.listed.search(text, start, hit.span.start):
        return (
            listed.start()
        )  # "leaders of the ten members, China, Japan and India exchanged views"
    return max(start, hit.span.start - 50)


def _hosts_them(hit: Hit, at: int, view: View, cues: Cues) -> bool:
    """Whether a country or a town, and nobody by name, has "the leaders" as its guests."""
    people = (n for n in view.names if n.kind == "person" and view.at(n.span).start < at)
    hosting = cues.leading.with_guests.match(view.masked, hit.span.start)
    land = cues.leading.land_before.search(view.masked, 0, hit.span.start)
    return bool(hosting and land) and not any(True for _ in people)


def _works_for(at: int, view: View, cues: Cues) -> bool:
    """Whether those told of before a name or "the leaders" only work for them: "the envoys of Presidents Tan and Ho"."""
    return cues.leading.under_them.search(view.masked, 0, at) is not None


def _meets_leaders(hit: Hit, view: View, cues: Cues) -> bool:
    """Whether leaders are told to be those met: "met on Monday with the presidents of Turkey and Iraq"."""
    end = min(part_around(view.masked, hit.span).end, hit.span.end + MET_BEHIND)
    return any(
        cues.leading.with_leaders.search(view.masked, hit.span.end, found.start())
        for found in cues.leaders.finditer(view.searched, hit.span.end, end)
    )


def _offices(text: str, where: Span, one: bool, cues: Cues) -> int:
    """How many leaders only their offices tell of: "the Norwegian prime minister met the Swedish one's
    counterpart"; a counterpart is one where somebody else leads."""
    found = [
        said
        for said in (
            *cues.leading.one_leader.finditer(text, *where),
            *cues.leading.national_leader.finditer(text, *where),
        )
        if not cues.leading.of_a_leader.search(text, where.start, said.start())
        and not cues.leading.of_no_state.match(text, said.end())
        and (said[0] in cues.leading.counterparts or not HOLDER.match(text, said.end()))
    ]
    offices = [said for said in found if said[0] not in cues.leading.counterparts]
    return len(found) if one or offices else 0


def _leaders(actors: Iterable[Actor], titles: Set[str]) -> set[str]:
    """Who of the actors leads a country; "Presidents" before a name holds for the next one too."""
    found: set[str] = set()
    shared = False
    for actor in actors:
        title = actor.title.lower()
        several = title.endswith("s") and title not in titles and title[:-1] in titles
        if title in titles or several or (shared and actor.kind == "person" and not title):
            found.add(actor.entity or actor.name)
        shared = several or (shared and not title)
    return found


def _meant_by_pronoun(hit: Hit, view: View, article: Article) -> Name | None:
    """Whom "he" means close to the happening: whom its sentence names first before that, else the last sentence
    with a person in it."""
    start = max(part_around(view.masked, hit.span).start, hit.span.start - NEAR)
    he = article.cues.pronouns.search(view.masked, start, hit.span.end)
    if he is None:
        return None
    own = (n for n in view.names if n.kind == "person" and view.at(n.span).end <= he.start())
    if first := next(own, None):
        return first
    for earlier in reversed(article.views[max(0, view.number - 2) : view.number]):
        people = [name for name in earlier.names if name.kind == "person"]
        if people:
            return people[0]
    return None


def _meant_by_guest(
    hit: Hit, view: View, leaders: Set[str], titles: Set[str], article: Article
) -> str | None:
    """The other leader whom "the guest" or "his host" means: the one named last in the sentences before."""
    near = max(0, hit.span.start - NEAR), hit.span.end + NEARLY
    said = article.cues.leading.guests.search(view.searched, *near)
    if said is None:
        return None
    land = _land_of(said, view)
    back = 0 if land else max(0, view.number - BACK)
    for earlier in reversed(article.views[back : view.number + bool(land)]):
        for name in reversed(earlier.names):
            key = name.entity or name.shown
            theirs = land is None or name.country == land
            if theirs and key not in leaders and _is_leader(name, titles, article.language):
                return key
    return None


def _land_of(said: re.Match[str], view: View) -> str | None:
    """Of which country somebody is told to be: "his Turkish guest"."""
    spots = ((view.at(name.span).start, name.country) for name in view.names)
    return next((land for spot, land in spots if spot == said.start("land")), None)


def _is_leader(name: Name, titles: Set[str], language: Language) -> bool:
    """Whether the office that is said or known of somebody leads a state."""
    title = _title_of(name, language.set_of("courtesies")).lower()
    return name.kind == "person" and title in titles


def _title_of(name: Name, courteous: Set[str]) -> str:
    known = name.entry.title if name.entry else ""
    return known if not name.title or name.title in courteous else name.title


def _with_offices(
    actors: Iterable[Actor], hit: Hit, view: View, article: Article
) -> Iterator[Actor]:
    """The actors of the hit's own clause, each with the office that is said or, where only a form of
    address is said ("Comrade"), the one that is known."""
    courteous = article.language.set_of("courtesies")
    for actor in actors:
        spot = view.at(actor.span) if actor.span else None
        if spot and is_beyond(spot, hit, view, article.language):
            continue
        if spot and _works_for(spot.start, view, article.cues):
            continue
        if spot and actor.title and _presides_over_a_body(actor, spot, view, article.language):
            continue
        if actor.title not in courteous:
            yield actor
            continue
        known = next((n.entry for n in view.names if n.span == actor.span and n.entry), None)
        yield replace(actor, title=known.title) if known else actor


def _presides_over_a_body(actor: Actor, spot: Span, view: View, language: Language) -> bool:
    """Whether an office is that of a body named before it: "World Bank President Ana Brito", "ICRC President Carl
    Dorn"; not of one whose head is met as a state's ("Taliban leader"), nor that of somebody known to lead one."""
    before = view.masked[: spot.start].rstrip(", ")
    if not before.endswith(actor.title):
        return False
    before = before.removesuffix(actor.title).rstrip()
    if not (before[-1:] in BODIES or SHORT_NAME.search(before)):
        return False
    known = next((n.entry for n in view.names if n.span == actor.span and n.entry), None)
    if known and known.title.lower() in _small(language, "leader_titles"):
        return False
    return not view.sentence.text[: len(before)].endswith(language.words("led_as_states"))


def _told_as_theirs(hit: Hit, view: View, cues: Cues) -> bool:
    """Whether what is added tells it as one of leaders: "shook hands on Friday, the first encounter between the
    leaders of the two"."""
    added = (
        cues.the_first.search(view.masked, hit.span.end, found.start())
        for found in cues.leaders.finditer(view.searched, hit.span.end, len(view.masked))
    )
    return any(said and not cues.parties.search(said[0]) for said in added)
