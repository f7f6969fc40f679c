"""What of a source matters for telling happenings apart, worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tracker.events.around import counts_of, names_road, things_in
from tracker.events.details import NONE
from tracker.events.features import features_of
from tracker.events.hours import hour_of, hours_of
from tracker.events.intervals import day_of, is_firm, last_day_of, moment_of
from tracker.events.involved import aims_of, doers_of, heads_of, meeting_of, union_meeting
from tracker.events.knowledge import generic_words, relation_rules, towns_of_venues
from tracker.events.named import (
    called_in,
    numbers_of,
    parties_of,
    sides_of,
    spot_of,
    taking_part,
    where_of,
    words_of_names,
)
from tracker.events.quoted import named, word_for
from tracker.events.sorts import portfolios_of, sort_of
from tracker.events.stages import Stage, stage_of
from tracker.events.surroundings import surroundings_of
from tracker.events.telling import (
    core_of,
    counted_in,
    label_of,
    matter_of,
    own_name_of,
    telling_words,
)
from tracker.events.words import NOTHING, fold, root_of, some
from tracker.values import Mention, Precision, Source, Status

__all__ = ["AHEAD", "PUBLICATION", "Profile", "profile_of"]

AHEAD = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED, Status.UNCONFIRMED})
PUBLICATION = "publication"  # the date rule of what is told undated
HEAD_POINTS, HEAD_DOUBT = 3.2, 2.0  # what the title's words can give; few words count less
WORDS_POINTS, WORDS_DOUBT = 2.8, 3.0


@dataclass(slots=True, eq=False)  # not frozen: making so many fields would take thrice as long
class Profile:
    """The features of one source. Days are ordinals; names are folded to lower-case ASCII. Nothing changes
    one, and each source has but one."""

    key: str
    url: str
    type: str
    first: int
    last: int
    day: bool  # known to the day
    firm: bool  # the interval is the happening's own, not a window it lies in
    soft: bool  # only the day of the report is known: it happened then or before
    brief: bool  # of a type whose happenings take a day at most
    lasting: bool  # of a type whose happenings take days
    stage: Stage  # whether it tells the beginning or the end
    ahead: bool  # told before it happens
    published: int | None
    said_at: tuple[int, int]  # where in the article
    told_at: float  # the moment of the report, in days; 0 where not known
    people: frozenset[str]
    called: frozenset[str]  # the words of their names, known in full or not
    homes: frozenset[str]  # whose people they are
    bodies: frozenset[str]
    others: frozenset[str]  # names of no known kind
    named: frozenset[str]  # bodies and others
    name_words: frozenset[
        str
    ]  # the words of their names: a council shares some with its organisation
    own_words: frozenset[str]  # those that say which: "commons" of a house of commons
    sides: frozenset[str]  # countries taking part, by themselves or through a person or body
    about: frozenset[str]  # countries told around it; where none takes part
    ties: frozenset[str]  # those that take part, else those told around it
    guests: frozenset[str]
    hosts: frozenset[str]
    meeting: str  # "two", "pair" or "body": who met, of meetings
    doers: frozenset[str]  # countries that did it, of what each party does by itself
    portfolios: frozenset[str]  # what the offices that meet are for
    sort: str  # of what sort of its type it is: "meals"
    binding: str  # "declared" or, of what was signed on a matter, "agreed"
    aims: frozenset[str]  # the countries it is against
    heads: frozenset[str]  # who leads the delegation
    known: bool  # somebody of a gazetteer takes part, which tells more than names around it
    place: str  # finer than a country; empty where not told
    place_words: tuple[str, ...]
    nameless: bool  # nobody is told to take part
    plainly: bool  # it is called by the very word of its type: "the Lima summit"
    spot: str  # the place, or where the report was made
    town: str  # that the place lies in, or the place itself
    venue: bool  # the place is a hall, a palace or a square of its town
    country: str  # the country of the place; empty where not told
    located: bool  # has a place or its country
    numbers: Mapping[str, frozenset[str]]
    marked: bool  # has numbers, an ordinal or an original date
    kind: str  # what of its type, where rules tell kinds apart
    ordinal: int | None
    base: str | None
    counted: frozenset[int]  # "fourth": ordinal words of the title
    label: frozenset[str]  # the words of its proper name: "East Asia Summit"
    own_name: frozenset[str]  # words of a name of its own, of what goes by one
    by_name: bool  # has a proper name, or is the meeting of a body
    core: frozenset[str]  # telling words beside those that name it in the quote: "nuclear deal"
    head: frozenset[str]  # telling words of the title: the happening itself
    matter: frozenset[str]  # words of the title that say what it was about
    proper: frozenset[str]  # and its names of no gazetteer: "Paris" of the Paris agreement
    told: frozenset[str]  # every name told around it
    full_names: frozenset[str]  # names of several words told around it, of no gazetteer
    identity: frozenset[str]  # those of them that only one happening has
    name_parts: frozenset[
        str
    ]  # every word of the names told around it, but for roads and its towns
    roads: frozenset[str]  # told around it, by their own words and kinds
    own_roads: bool  # its sentence names one
    towns: frozenset[str]  # of no gazetteer, that the article says it was in
    seats: frozenset[str]  # of institutions and offices told around it: a town may be one
    figures: frozenset[str]  # numbers said of somebody: ages
    counts: frozenset[tuple[str, str]]  # what the quote counts, and how many
    things: frozenset[str]  # words of names in its sentence that are no person's, road's or town's
    tolls: frozenset[tuple[str, int]]  # how many it befell
    opening: frozenset[str]  # telling words of the article's title and opening
    hour: str  # the part of the day that the date names
    # Of what is local, from which hour to which it happened; empty where not told.
    hours: tuple[tuple[float, float], ...]
    ages: frozenset[int]  # how old those are of whom its sentences tell
    blocks: frozenset[tuple[str, int]]  # roads with the hundred of the number
    crossing: frozenset[str]  # the roads that cross there
    spots: frozenset[str]  # kinds of spots: "park"
    regions: frozenset[tuple[str, str]]  # towns with the region they lie in
    words: frozenset[str]  # telling words of title and quote
    heavy: frozenset[str]  # those that say more: long words and numbers
    head_weight: float
    words_weight: float
    most: float  # points that wording can give at best
    copy: bool
    features: int = 0  # which of FEATURES it has, one bit each

    @property
    def content(self) -> tuple[object, ...]:
        """Everything but where and when it was told: what two tellings of one text have in common."""
        return (
            self.type, self.first, self.last, self.day, self.stage, self.ahead, self.people, self.called, self.named,
            self.sides, self.about, self.guests, self.hosts, self.meeting, self.doers, self.aims, self.heads, self.portfolios, self.sort, self.binding, self.place, self.spot, self.nameless, self.plainly, self.country, self.ordinal, self.base,
            self.counted, self.label, self.own_name, self.core, self.kind, self.head,
            self.known, self.hour, self.hours, self.own_roads, self.ages, self.blocks, self.crossing, self.spots, self.regions, self.roads, self.towns, self.seats, self.told, self.counts, self.tolls, self.things, self.full_names, self.name_parts, self.figures, self.opening, self.soft, self.words, tuple(sorted(self.numbers.items())),
        )  # fmt: skip


@lru_cache(maxsize=200_000)
def profile_of(source: Source) -> Profile:
    """The profile of a source."""
    mention = source.mention
    head, words = telling_words(source)
    heavy = some([word for word in words if len(word) > 6 or word.isdigit()])
    place, country = where_of(mention.place)
    head_weight = len(head) + len(head & heavy) / 2
    words_weight = len(words) + len(heavy) / 2
    parties, around = parties_of(mention), surroundings_of(mention.names)
    numbers = numbers_of(mention.numbers)
    body_words = words_of_names(mention.actors)
    sides = sides_of(taking_part(mention))
    known = any(
        actor.entity and fold(word_for(actor, source)) not in around.towns
        for actor in mention.actors
    )
    if not known:
        sides -= sides_of(mention.actors)  # a "London man" speaks for no country
    details = NONE if known else around.details
    matter, sort = matter_of(source, head), sort_of(source)
    aims = aims_of(source)
    label, meeting = label_of(source), meeting_of(source)
    bodies = parties.bodies
    if meeting == "body":
        bodies |= union_meeting(source)
    profile = Profile(
        key=source.key,
        url=source.url,
        type=mention.type,
        first=mention.interval.first.toordinal(),
        last=last_day_of(source),
        day=mention.interval.precision is Precision.DAY,
        firm=is_firm(mention),
        soft=PUBLICATION in mention.rules,
        brief=mention.type in relation_rules().brief,
        lasting=mention.type in relation_rules().lasting,
        stage=stage_of(source, by_name=bool(label)),
        ahead=mention.status in AHEAD,
        published=day_of(source.published),
        said_at=(mention.evidence.start, mention.evidence.end),
        told_at=moment_of(source.published),
        people=parties.people,
        called=called_in(mention) if _of_people(mention) else NOTHING,
        homes=parties.homes,
        bodies=bodies,
        others=parties.others,
        named=bodies | parties.others if parties.others else bodies,
        name_words=body_words and body_words - sides,  # "us" of "us-senate" names no body
        own_words=body_words and body_words - generic_words() - sides,
        sides=sides,
        about=around.about,
        ties=sides or around.about,
        meeting=meeting,
        doers=doers_of(source, aims),
        aims=aims,
        heads=heads_of(mention),
        portfolios=portfolios_of(source) if _of_people(mention) else NOTHING,
        sort=sort,
        binding=_binding(sort, matter),
        known=known,
        guests=parties.guests,
        hosts=parties.hosts,
        place=place,
        place_words=tuple(place.split()),
        nameless=not sides and all(a.bystander for a in mention.actors),
        plainly=mention.type in relation_rules().placed
        and mention.type in fold(named(source, 0)).split(),
        spot=spot_of(mention.place),
        town=fold(towns_of_venues().get(place, place)) if place else "",
        venue=place in towns_of_venues(),
        country=country,
        located=bool(place or country),
        numbers=numbers,
        marked=bool(numbers or mention.ordinal is not None or mention.base),
        kind=mention.kind,
        ordinal=mention.ordinal,
        base=mention.base,
        counted=counted_in(source),
        label=label,
        own_name=own_name_of(source),
        by_name=bool(label) or meeting == "body",
        core=core_of(source),
        matter=matter,
        proper=head.intersection(map(root_of, around.name_parts)) if matter else NOTHING,
        told=around.told,
        full_names=around.full_names,
        identity=NOTHING if known else around.identity,
        name_parts=around.name_parts,
        roads=around.roads,
        own_roads=names_road(source.quote, around.roads),
        towns=around.towns,
        seats=around.seats,
        figures=around.figures,
        counts=counts_of(source),
        tolls=around.tolls,
        things=NOTHING if known else things_in(source, around.towns),
        opening=some(root for word in mention.words if (root := root_of(fold(word)))),
        hour="" if mention.type in relation_rules().lasting else hour_of(source),
        hours=_hours(source, known),
        ages=details.ages,
        blocks=details.blocks,
        crossing=details.crossing,
        spots=details.spots,
        regions=details.regions,
        head=head,
        words=words,
        heavy=heavy,
        head_weight=head_weight,
        words_weight=words_weight,
        most=most_of(head_weight, words_weight),
        copy=source.copy_of is not None,
    )
    profile.features = features_of(profile)
    return profile


def _binding(sort: str, matter: frozenset[str]) -> str:
    """Whether it was only declared, with nothing said of its matter, or agreed on a matter that is told."""
    declared = relation_rules().declared
    if sort in declared:
        return "" if matter else "declared"
    return "agreed" if matter and declared else ""


def _hours(source: Source, known: bool) -> tuple[tuple[float, float], ...]:
    """The hours of what takes no days; nobody known takes part in it, so that it is of one place's day."""
    apart = known or source.mention.type in relation_rules().lasting | relation_rules().brief
    return () if apart else hours_of(source)


def _of_people(mention: Mention) -> bool:
    """Whether it is of a type that people meet or travel in."""
    return mention.type in relation_rules().between | relation_rules().lasting


def most_of(head: float, words: float) -> float:
    """The points for sharing so much of the title's words and of all words."""
    return HEAD_POINTS * head / (head + HEAD_DOUBT) + WORDS_POINTS * words / (words + WORDS_DOUBT)
