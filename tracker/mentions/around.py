"""What is told around a happening: names of no gazetteer, and the words of the article's title and opening.

The world has more towns, streets and people than any gazetteer. What they are is not asked here; that two
articles name the same ones tells linking that they speak of one happening.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate

from tracker.mentions.article import Article
from tracker.mentions.detailed import Threads
from tracker.mentions.hits import View
from tracker.mentions.language import Language
from tracker.mentions.names import Name
from tracker.mentions.recalling import OPENING, is_local, is_near, matter_of
from tracker.mentions.spelling import in_small_letters
from tracker.mentions.tolls import tolls_of
from tracker.values import RECALLED, Mention, Span

__all__ = ["ABOUT", "WHERE", "with_surroundings"]

LARGE = r"[^\W\d_a-zß-öø-ÿ]"
# It begins with a class of signs: a search skips to the next large letter.
NAME = re.compile(
    rf"{LARGE}(?<![\w’'-].)(?:(?<=[SFM])t\. {LARGE})?[\w’'-]*"  # "St. Louis"
    rf"(?: {LARGE}[\w’'-]*| [A-Z]\.| \d{{1,3}}(?:st|nd|rd|th)(?= [A-Z])){{0,3}}"  # "West 17th Street"
)
NUMBERED = re.compile(r"\d(?<![\w-]\d)\d*(?:st|nd|rd|th) [A-Z][\w-]+")  # "17th Street"
WHOLE_NUMBER = re.compile(  # "23-year-old", ", 23,"
    r"\d(?:(?<![\w.,-]\d)\d{0,2}(?=-[a-z])|(?<=, \d)\d{0,2}(?=,))"
)
PART = 40  # characters before a town that say which part of it is meant
# What a name is told of: where it was, what the article is about.
WHERE = "@"
ABOUT = "="
NEXT = re.compile(r" (\w+)")
MOST_ABOUT, LEAST_ABOUT = 2, 3  # countries that an article speaks of most, and how often at least
LOWER = re.compile(r"[^\W\d_]{3,}")
REACH = 12  # characters before a name that may say that it was there: such a name is told once more, as a place
SMALL = frozenset({"a", "i", "in", "on", "at", "by", "he", "it"})  # as everywhere
FIGURE = re.compile(r"\d")
QUOTES = {'"', "“", "‘"}
WORDS_OPENING = 2
OPENING_TOWN = 3
MOST_NAMES, MOST_WORDS = 24, 40


def with_surroundings(
    told: Sequence[tuple[View, Mention]], article: Article, others: Set[int] = frozenset()
) -> list[Mention]:
    """The mentions with what is told around each: for what the article is about its title and opening, for
    what it only recalls the sentence that does. Those at the places `others` are told to be of another happening
    than the article."""
    around, threads = _Surroundings(article), Threads(told, others, article)
    matter = matter_of([each for n, each in enumerate(told) if n not in others], article)
    elsewhere = {kind: threads.elsewhere(kind, when) for kind, when in matter.items()}
    news: dict[tuple[int, str], tuple[str, ...]] = {}  # several are told by one sentence
    found = []
    for number, (view, mention) in enumerate(told):
        kind, interval = mention.type, mention.interval
        about, rules = matter.get(kind), mention.rules
        if about == interval and number not in others:
            key = view.number, kind
            names = news[key] if key in news else around.of_news(view.number, elsewhere[kind])
            news[key], words = names, around.words
        else:
            names, words = around.of_the_past(view.number), ()
            aside = view.number >= OPENING if about is None else not is_near(about, interval)
            if (aside or number in others) and is_local(mention, article):
                rules = (*rules, RECALLED)
        names = (*names, *around.countries(mention, view))
        if not any(actor.entity for actor in mention.actors):
            names = (*names, *threads.details_of(number, (view, mention), news=bool(words)))
        found.append(replace(mention, names=names, words=words, rules=rules))
    return found


@dataclass(frozen=True, slots=True)
class _Words:
    """What the words of an article and its language say of its names."""

    plain: frozenset[str]  # written small as well
    before_towns: re.Pattern[str]  # "in ": the name behind is where it was
    behind_towns: frozenset[str]  # "police": the name before is that of a town
    given: frozenset[str]
    no_towns: frozenset[str]  # what may stand before "police" or "residents" as well
    roads: frozenset[str]  # "Street"
    parts: re.Pattern[str]  # "in downtown " before a town


class _Surroundings:
    """What the sentences of an article tell, each read once."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._told: dict[int, tuple[str, ...]] = {}

    def of_the_past(self, number: int) -> tuple[str, ...]:
        """The names of a sentence. Where that names no town, it was in the town that the article writes of."""
        names = self._names(number)
        own = any(name.startswith(WHERE) for name in names)
        return _ranked(Counter([*names, *(() if own else self._towns)]))

    def of_news(self, number: int, others: Set[int]) -> tuple[str, ...]:
        """The names of the title, of the opening and of the sentences beside its own, save those that tell of
        the `others`."""
        sentences = {number, *({*range(OPENING), number - 1, number + 1} - others)}
        names = Counter(
            name
            for each in sorted(sentences)
            if 0 <= each < len(self._article.views)
            for name in self._names(each)
        )
        names.update(self._title)
        return (*_ranked(names), *self._tolls(number, others))

    def _tolls(self, number: int, others: Set[int]) -> Iterator[str]:
        """What the headline, the opening and its own sentence count."""
        article = self._article
        told = {number, *({article.opens, article.opens + 1} - others)}
        inside = (n for n in sorted(told) if 0 <= n < len(article.views))
        views = [article.headline, *(article.views[n] for n in inside)]
        yield from dict.fromkeys(
            toll for view in views for toll in tolls_of(view, article.language)
        )

    def countries(self, mention: Mention, view: View) -> Iterator[str]:
        """Where no country of its parties is told, the countries that its sentence names, else those that the
        article speaks of most. Where it only was says less than either."""
        if any(actor.country or actor.kind == "country" for actor in mention.actors):
            return
        named = _countries(view)
        where = mention.place.country if mention.place else None
        about = named - {where} or self._about or named
        yield from (ABOUT + each for each in sorted(about))

    @cached_property
    def _about(self) -> frozenset[str]:
        views = self._article.views
        counts = Counter(country for view in views for country in _countries(view))
        ranked = sorted(counts, key=lambda country: (-counts[country], country))
        return frozenset(each for each in ranked[:MOST_ABOUT] if counts[each] >= LEAST_ABOUT)

    @cached_property
    def _towns(self) -> tuple[str, ...]:
        """Where the article says first that it was."""
        opening = map(self._names, range(min(OPENING_TOWN, len(self._article.views))))
        named = (
            tuple(n for n in names if n.startswith(WHERE)) for names in (self._title, *opening)
        )
        return next(filter(None, named), ())

    def _names(self, number: int) -> tuple[str, ...]:
        found = self._told.get(number)
        if found is None:
            names = _names(self._article.views[number], self._known)
            found = self._told[number] = tuple(each for each in names if not self._own(each))
        return found

    def _own(self, name: str) -> bool:
        """Whether it is the publisher's name of several words, or a part of it: all its articles have that."""
        publisher = self._article.document.publisher or ""
        return (" " in name and name in publisher) or (" " in publisher and publisher in name)

    @cached_property
    def _known(self) -> "_Words":
        words = set(LOWER.findall(self._article.document.text))
        language = self._article.language
        return _Words(
            SMALL.union(word for word in words if word.islower()),
            _before_towns(language),
            language.set_of("behind_towns"),
            language.set_of("given_names"),
            language.set_of("no_towns") | language.set_of("cardinals"),
            language.set_of("road_words"),
            _part_of_town(language),
        )

    @cached_property
    def _title(self) -> tuple[str, ...]:
        dateline = self._article.dateline
        names = tuple(_of_the_title(self._article.document.title, self._known))
        if dateline and dateline.place:
            place = in_small_letters(dateline.place)
            return (*names, place, WHERE + place)
        return names

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The first words of the article, of its title to begin with."""
        opening = " ".join(view.sentence.text for view in self._article.views[:WORDS_OPENING])
        words = LOWER.findall(f"{self._article.document.title} {opening}")
        return tuple(dict.fromkeys(word.lower() for word in words))[:MOST_WORDS]


@lru_cache(maxsize=8)
def _part_of_town(language: Language) -> re.Pattern[str]:
    """Behind which a name is that of a town: "in north |", "near downtown |"."""
    leads = language.any_of("part_leads", exact=True)
    return re.compile(rf"\b{leads}\s(?:{language.any_of('parts_of_town', exact=True)}[\s-])+$")


def _ranked(names: Counter[str]) -> tuple[str, ...]:
    ranked = sorted(names, key=lambda name: (-names[name], name))
    return tuple(sorted(ranked[:MOST_NAMES]))


def _names(view: View, words: _Words) -> Iterator[str]:
    """The capitalised names of a sentence that no gazetteer knows, and numbers said of somebody or
    something ("23-year-old")."""
    known = [name.span for name in view.names if name.entry and not _may_be_surname(name)]
    known = sorted([*known, *(date.span for date in view.dates)])
    yield from _capitalised(view.sentence.text, view.head, known, words, view.sentence.span.start)
    yield from _known_towns(view, words)


@lru_cache(maxsize=8)
def _before_towns(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b{language.any_of('before_towns', exact=True)} \Z")


def _known_towns(view: View, words: _Words) -> Iterator[str]:
    """The towns of the gazetteer that the sentence says it was in."""
    for name in view.names:
        town = name.entry and (name.kind == "place" or name.form == "capital")
        if town and _is_where(view.masked, view.at(name.span).start, words):
            yield WHERE + name.text


def _is_where(text: str, start: int, words: _Words) -> bool:
    """Whether what stands right before a name tells that it was there."""
    return words.before_towns.search(text, max(0, start - REACH), start) is not None


def _countries(view: View) -> frozenset[str]:
    """The countries that a sentence names, by themselves or by their people and bodies."""
    return frozenset(name.country for name in view.names if name.country and name.kind != "place")


def _may_be_surname(name: Name) -> bool:
    """Whether the known name may be part of another: the Washington of "Carla Washington"."""
    return " " not in name.text and (name.kind == "place" or name.form == "capital")


def _of_the_title(title: str, words: _Words) -> Iterator[str]:
    """The names of the title, unless it writes every word large."""
    told = LOWER.findall(title)
    if 3 * sum(word.islower() for word in told) >= len(told):
        yield from _capitalised(title, 0, (), words)


def _capitalised(
    text: str, start: int, known: Sequence[Span], words: _Words, offset: int = 0
) -> Iterator[str]:
    """Names and numbers of a text from `start` on; a single word there is none: any word may open a
    sentence. What is `known` is in order; the text's own place among it is `offset`."""
    if FIGURE.search(text, start):
        yield from (hit[0] for hit in WHOLE_NUMBER.finditer(text, start))
        yield from (hit[0] for hit in NUMBERED.finditer(text, start))
    begins = [begin - offset for begin, _ in known]
    reach = list(accumulate((end - offset for _, end in known), max))
    for hit in NAME.finditer(text, start):
        first, end = hit.span()
        at = bisect_right(begins, first)
        if at and first < reach[at - 1]:
            continue
        end = min(end, begins[at]) if at < len(begins) else end
        told = text[first:end].split()
        town = _town(text, first, end, told, words)
        opens = first == start or text[first - 1] in QUOTES
        if opens and len(told) == 1 and not town:
            continue
        road = len(told) > 1 and told[-1] in words.roads  # though the text speaks of "the road"
        own = told[:-1] if road else told
        name = " ".join(
            [word for word in own if word.lower() not in words.plain] + told[-1:] * road
        )
        if name:
            yield name
        if town:
            yield WHERE + town


def _town(text: str, first: int, end: int, told: Sequence[str], words: _Words) -> str:
    """The town that the capitalised words name, if they do: "in Springfield", "Springfield police"."""
    if len(told) == 1 and told[0].lower() in words.no_towns:
        return ""
    behind = next((n for n, word in enumerate(told) if n and word in words.behind_towns), 0)
    follows = NEXT.match(text, end)
    if behind or (follows and follows[1] in words.behind_towns):
        named = told[: behind or None]
    elif _is_where(text, first, words) or words.parts.search(text[:first][-PART:]):
        named = told
    else:
        return ""
    person = len(named) > 1 and named[0] in words.given
    return "" if person else " ".join(word for word in named if word.lower() not in words.plain)
