"""In what parts the actors of a source take part: who did it, who leads, whether two met or a whole body."""

from tracker.events.knowledge import kin_of, relation_rules, unions
from tracker.events.lexicon import lexicon
from tracker.events.quoted import named, word_for
from tracker.events.words import NOTHING, some
from tracker.values import Actor, Mention, Source, Span

__all__ = ["aims_of", "doers_of", "heads_of", "meeting_of", "union_meeting"]

BEHIND = 8  # characters: how far behind what names it a body may stand: "summit of the …"
BESIDE = 60  # characters behind it that may tell beside what it was
AIM = 25  # how far before whom it is against that may be said
LEADING = 4  # characters of an article before it
JOINED = "-–/"  # a U.S.-ASEAN summit is none of all ASEAN's members


def doers_of(source: Source, aims: frozenset[str]) -> frozenset[str]:
    """The countries that did it, of what each party does by itself; of what has an aim, all who did it."""
    mention = source.mention
    if aims:
        own = (a for a in mention.actors if a.country not in aims and not a.bystander)
        return some(who for actor in own if (who := actor.country or actor.entity))
    if mention.kind not in relation_rules().each:
        return NOTHING
    countries = (actor for actor in mention.actors if actor.kind == "country")
    return frozenset(a.country for a in countries if a.country and a.role == "actor")


def aims_of(source: Source) -> frozenset[str]:
    """The countries it is said to be against, of what is against somebody: "sanctions on Chinese officials"."""
    words = relation_rules().aimed.get(source.mention.type, ())
    if not words:
        return NOTHING
    return some(
        actor.country
        for actor in source.mention.actors
        if actor.country and not set(words).isdisjoint(_before(actor, source).lower().split())
    )


def _before(actor: Actor, source: Source) -> str:
    """The few words before an actor in the quote, from the last comma on."""
    if actor.span is None:
        return ""
    start = actor.span.start - source.mention.evidence.start
    return source.quote[max(0, start - AIM) : max(0, start)].rpartition(",")[2]


def heads_of(mention: Mention) -> frozenset[str]:
    """Who is said to lead a delegation."""
    heads = [a for a in mention.actors if a.role == "head" and a.kind == "person"]
    return some(actor.entity or actor.name.lower() for actor in heads) if heads else NOTHING


def meeting_of(source: Source) -> str:
    """ "body" where it is the meeting of a body or of several countries, "two" where people of two countries met, or
    some beside a meeting of more, "pair" where the title names two countries alone or joins one to a body; else
    empty."""
    mention = source.mention
    if mention.type not in relation_rules().between:
        return ""
    people = [actor for actor in mention.actors if actor.kind == "person"]
    bodies = [actor for actor in mention.actors if actor.kind == "body" and not actor.country]
    beside = _beside_another(source)
    if any(_names(body.span, source) for body in bodies if body.span and body.span.end <= beside):
        return "body"  # the Quad's summit "on the sidelines of the G7"
    if beside < FAR:
        return "two"
    if any(body.span and _is_joined(body.span, source) for body in bodies):
        return "pair"
    if not people and lexicon().of_many.search(named(source, 0)):
        return "body"
    named_there = 0 if people else _named_in_title(source)
    if named_there == 1 and union_meeting(source):
        return "body"
    if named_there > PAIR:
        return "body"
    if named_there == PAIR and not bodies and mention.type not in relation_rules().aimed:
        return "pair"
    homes = {actor.country for actor in people if actor.country}
    if len(people) == len(homes) == PAIR:
        return "two"
    where = mention.place.country if mention.place else None
    countries = {actor.country for actor in mention.actors if actor.kind == "country"}
    theirs = bodies and not any(_is_at(body.span, source) for body in bodies)
    return "body" if theirs and not people and countries <= {where} else ""


def union_meeting(source: Source) -> frozenset[str]:
    """The union whose leaders meet by themselves: "the EU summit", "leaders of the European Union held"."""
    return frozenset(
        actor.country
        for actor in source.mention.actors
        if actor.country in unions() and _names(actor.span, source)
    )


PAIR = 2
FAR = 10**9  # beyond any article


def _beside_another(source: Source) -> int:
    """From where on the article tells that it was beside a meeting of more: "met on the sidelines of the G20"; FAR
    where it does not."""
    offset = source.mention.evidence.start
    told = (
        lexicon().beside.search(source.quote, named.start - offset, named.end - offset + BESIDE)
        for field, named in source.mention.spans
        if field == "type"
    )
    return min((found.start() + offset for found in told if found), default=FAR)


def _is_at(body: Span | None, source: Source) -> bool:
    """Whether the quote tells of a body as where or when it was: "at the G20"."""
    if body is None:
        return False
    before = source.quote[: max(0, body.start - source.mention.evidence.start)]
    return lexicon().at_body.search(before) is not None


def _named_in_title(source: Source) -> int:
    """How many countries the title names before it says where: "Leaders of Chile, Peru and Cuba meet in"."""
    told = lexicon().place.split(source.mention.title)[0]
    countries = [actor for actor in source.mention.actors if actor.kind == "country"]
    return sum(actor.name in told or word_for(actor, source) in told for actor in countries)


def _is_joined(body: Span, source: Source) -> bool:
    """Whether the quote joins a body to somebody before it: "the U.S.-ASEAN summit"."""
    before = body.start - source.mention.evidence.start - 1
    return before >= 0 and source.quote[before : before + 1] in JOINED


def _names(body: Span | None, source: Source) -> bool:
    """Whether the name of a body stands right beside what names the happening: "the G20 summit"."""
    if body is None:
        return False
    if _is_joined(body, source):
        return False
    before = body.start - source.mention.evidence.start - 1
    of = lexicon().body_before.search(source.quote[: max(0, before + 1)])
    return any(
        0 <= named.start - body.end <= 1
        or 0 <= body.start - named.end <= BEHIND
        or (named.holds(body) and (of or body.start - named.start <= LEADING))
        or (named.holds(body) and _last_word(body, named, source) in kin_of(source.mention.type))
        for field, named in source.mention.spans
        if field == "type"
    )


def _last_word(body: Span, named: Span, source: Source) -> str:
    """The word that names the happening where it is the only one behind a body: "held a Quad summit"."""
    offset = source.mention.evidence.start
    return source.quote[body.end - offset : named.end - offset].strip()
