"""Who takes part without a name in the clause: whom "he", "they", "the president" or "the two sides" mean, as far
as the text before makes it plain. The words that stand for somebody are the lexicon roles.toml."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from tracker.mentions.article import Article
from tracker.mentions.blocs import bloc_meant
from tracker.mentions.bystanders import bystanders
from tracker.mentions.clauses import part_around
from tracker.mentions.hits import Hit, View
from tracker.mentions.involved import is_beyond
from tracker.mentions.names import Name
from tracker.mentions.offices import met_by_the_office
from tracker.mentions.opening_days import are_of_one_paragraph
from tracker.mentions.parts import part_words, parts_of
from tracker.mentions.phrases import Phrases
from tracker.mentions.roles import Cast, actor_of, is_medium
from tracker.mentions.stand_in_words import StandIns, stand_ins
from tracker.mentions.two_leaders import leaders_before
from tracker.values import Actor, Span

__all__ = ["with_stand_ins"]

BACK = 4  # sentences back in which "the two sides" are named
FAR = 12  # sentences back to the body that "the grouping" is
NEAR = 2  # sentences back in which "he" or "it" is named
PAIR = 2  # countries or bodies whom "they" may mean
MOST = 3  # people whom "they" may mean
COMING = ("visitor", "head")
OPENS = 40  # characters in which a sentence opens with "the two presidents"
CLOSE = 3  # words between "it" and what it does
BEFORE, BEHIND = 90, 45  # characters beside a happening that hold a word for who takes part

Choosing = Callable[[View, Article], list[Name]]


def with_stand_ins(hit: Hit, view: View, cast: Cast, article: Article) -> tuple[Actor, ...]:
    """The actors of a hit, with those who take part without a name in its clause."""
    words = stand_ins(article.language)
    clause = part_around(view.masked, hit.span)
    near = Span(max(clause.start, hit.span.start - BEFORE), min(clause.end, hit.span.end + BEHIND))
    before = Span(near.start, hit.span.end)
    office = _last(words.office, view, before)
    named = [_without_office(actor, view, office) for actor in cast.actors]
    taking = [actor for actor in named if not actor.bystander]
    found = list(_several(hit, view, taking, near, article, words))
    many = words.many.search(view.searched, before.start, hit.span.start)
    if not found and not (_named_up_to(hit, many, taking, view) if many else taking):
        found = list(_one(hit, view, before, office, article, words))
    if not found and words.guest.search(view.searched, *near):
        found = list(_guest(view, article))
    if not found:
        return cast.actors
    known = {actor.entity or actor.name for actor in taking}
    new = {name.entity or name.shown: actor_of(name) for name in found}
    told = [
        actor for actor in named if (actor.entity or actor.name) not in new or not actor.bystander
    ]
    return (*told, *(actor for key, actor in new.items() if key not in known))


def _without_office(actor: Actor, view: View, said: re.Match[str] | None) -> Actor:
    """The actor, a bystander where only the office of somebody is named by it ("the Peruvian president")."""
    if said is None or not said["land"] or actor.span is None:
        return actor
    return (
        replace(actor, bystander=True) if view.at(actor.span).start == said.start("land") else actor
    )


def _several(
    hit: Hit, view: View, taking: Sequence[Actor], near: Span, article: Article, words: StandIns
) -> Iterator[Name]:
    """The two or three whom "the two leaders" or "the three countries" mean."""
    for said in words.several.finditer(view.searched, *near):
        if is_beyond(Span(*said.span()), hit, view, article.language):
            continue
        count = words.counts[said["count"].lower()]
        if len(_named_up_to(hit, said, taking, view)) >= count:
            return
        leading = said["who"].lower() in words.leaders
        lead = leaders_before(count, said.start(), view, article) if leading else []
        choices = _choices(said["who"].lower(), words)
        if names := lead or _meant(said, count, choices, view, article):
            yield from names
            return


def _named_up_to(
    hit: Hit, said: re.Match[str], taking: Sequence[Actor], view: View
) -> Sequence[Actor]:
    """Those who may be the two of whom the hit is told: not who only joins them ("the two met, joined by Rui")."""
    if said.end() > hit.span.start:
        return taking
    return [a for a in taking if a.span is None or view.at(a.span).start < hit.span.end]


def _meant(
    said: re.Match[str], count: int, choices: Sequence[Choosing], view: View, article: Article
) -> list[Name]:
    """The two or three whom such words mean, nobody where no sentence just before names so many."""
    for choose in choices:
        for number in range(view.number, max(-1, view.number - BACK), -1):
            earlier = article.views[number]
            names = choose(earlier, article)
            if number == view.number:
                names = [n for n in names if earlier.at(n.span).end <= said.start()]
            if len(names) == count:
                return names
    return []


def _the_same(view: View, article: Article, words: StandIns) -> list[Name]:
    """Whom the sentence before opens with as the two or three who are told of: "The two presidents met in May. They
    …"."""
    before = article.views[view.number - 1] if view.number > 0 else view
    if before is view or not are_of_one_paragraph(before, view, article):
        return []
    said = words.several.search(before.searched, before.head, before.head + OPENS)
    if said is None:
        return []
    choices = _choices(said["who"].lower(), words)
    return _meant(said, words.counts[said["count"].lower()], choices, before, article)


def _choices(who: str, words: StandIns) -> Sequence[Choosing]:
    if who in words.people:
        return (_people,)
    return (_lands,) if who in words.lands else (_sides, _lands, _people)


def _people(view: View, article: Article) -> list[Name]:
    return _distinct(n for n in view.names if n.kind == "person")


def _lands(view: View, article: Article) -> list[Name]:
    return _distinct(n for n in _parties(view, article, demonyms=True) if n.kind == "country")


def _states(view: View, article: Article) -> list[Name]:
    return _distinct(n for n in _parties(view, article) if n.kind == "country")


def _sides(view: View, article: Article) -> list[Name]:
    return _distinct(n for n in _parties(view, article) if n.kind in ("country", "body"))


def _parties(view: View, article: Article, demonyms: bool = False) -> Iterator[Name]:
    """The countries, bodies and people of a sentence that are no places, offices or media in it."""
    words = stand_ins(article.language)
    beside = bystanders(view.names, view, article.language)
    for name in view.names:
        if name.kind in ("place", "name") or is_medium(name):
            continue
        state = name.form == "demonym" and (
            demonyms or words.of_state.match(view.masked, view.at(name.span).end)
        )
        if state or (name.span not in beside and name.form != "demonym"):
            yield name


def _distinct(names: Iterable[Name]) -> list[Name]:
    found: dict[str, Name] = {}
    for name in names:
        found.setdefault(name.entity or name.shown, name)
    return list(found.values())


def _one(
    hit: Hit,
    view: View,
    near: Span,
    office: re.Match[str] | None,
    article: Article,
    words: StandIns,
) -> Iterator[Name]:
    """Whom a pronoun or an `office` by itself means."""
    text = view.masked
    if office:
        yield from _bearer(office, view, article)
    elif said := _last(words.one, view, near):
        if words.clause.search(text, said.end(), hit.span.start):
            return
        before = _last(words.office, view, Span(0, said.start()))
        if before and not any(view.at(n.span).start > before.end() for n in _people(view, article)):
            yield from _bearer(before, view, article)
        else:
            yield from _named_before(said.start(), view, article, ("person",))[:1]
    elif (said := _last(words.many, view, near)) and (same := _the_same(view, article, words)):
        yield from same
    elif said and words.counts.get(said[0].split()[-1].lower(), PAIR) > PAIR:
        yield from _meant(said, MOST, (_states, _people), view, article)
    elif said:
        people = _named_before(said.start(), view, article, ("person", "country", "body"))
        yield from (
            _several_of(people) or _two_who_meet(hit, said, view, article) or _sides_of(people)
        )
    elif bloc := words.bloc.search(text, view.head, hit.span.start):
        meant = bloc_meant(_views_back(view, article), article.headline)
        yield from [meant] if meant and not _named_between(bloc.end(), hit, view) else []
    elif (said := _last(words.thing, view, near)) and _close(said, hit, text):
        yield from _named_before(said.start(), view, article, ("country", "body"))[:1]


def _views_back(view: View, article: Article) -> Sequence[View]:
    return [*reversed(article.views[max(0, view.number - FAR) : view.number])]


def _named_between(start: int, hit: Hit, view: View) -> bool:
    """Whether somebody else is named on the way to what happened: "the grouping said that Chad had signed"."""
    return any(start <= view.at(name.span).start < hit.span.start for name in view.names)


def _several_of(names: Sequence[Name]) -> list[Name]:
    people = [name for name in names if name.kind == "person"]
    return people if 1 < len(people) <= MOST else []


def _sides_of(names: Sequence[Name]) -> list[Name]:
    others = [name for name in names if name.kind != "person"]
    return others if len(others) == PAIR else others[:1]


def _two_who_meet(hit: Hit, said: re.Match[str], view: View, article: Article) -> list[Name]:
    """The two leaders of the text, where "they" meet and nobody else can be meant."""
    meets = article.rules.types[hit.trigger.type].promote
    return leaders_before(PAIR, said.start(), view, article) if meets else []


def _guest(view: View, article: Article) -> Iterator[Name]:
    """The last person told before as coming, else the one whom the article opens with: "held talks with the
    guest"; nobody whom the sentence names."""
    here = {word for name in view.names for word in name.text.split()}
    words = part_words(article.language)
    for earlier in reversed(article.views[max(0, view.number - BACK) : view.number]):
        people = [n for n in _people(earlier, article) if n.text.split()[-1] not in here]
        parts = parts_of(people, Span(0, len(earlier.masked)), earlier, words)
        if coming := [n for n in people if parts.get(n.span) in COMING]:
            yield coming[0]
            return
    opening = _people(article.views[min(article.opens, len(article.views) - 1)], article)
    yield from [n for n in opening if n.text.split()[-1] not in here][:1]


def _close(said: re.Match[str], hit: Hit, text: str) -> bool:
    return len(text[said.end() : hit.span.start].split()) <= CLOSE


def _last(cue: Phrases, view: View, near: Span) -> re.Match[str] | None:
    return next(reversed([*cue.finditer(view.searched, *near)]), None)


def _bearer(said: re.Match[str], view: View, article: Article) -> Iterator[Name]:
    """The one person whom the article gives an office ("the president", "the Chinese president")."""
    told = said["office"].lower()
    lands = {
        n.country
        for n in view.names
        if said["land"] and view.at(n.span).start == said.start("land")
    }
    people = [
        (name, each)
        for each in article.views
        for name in each.names
        if name.kind == "person"
        and _office_of(name) == told
        and (not lands or name.country in lands)
    ]
    found = _distinct(name for name, _ in people)
    if len(found) == 1 and not any(met_by_the_office(*each, article) for each in people):
        yield found[0]


def _office_of(name: Name) -> str:
    return (name.title or (name.entry.title if name.entry else "")).lower()


def _named_before(at: int, view: View, article: Article, kinds: Sequence[str]) -> list[Name]:
    """Those of these kinds whom the sentence names before a pronoun, or the nearest one before that names any."""
    for number in range(view.number, max(-1, view.number - NEAR - 1), -1):
        earlier = article.views[number]
        names = [n for n in _parties(earlier, article) if n.kind in kinds]
        if number == view.number:
            names = [n for n in names if earlier.at(n.span).end <= at]
        if names:
            return _distinct(names)
    return []
