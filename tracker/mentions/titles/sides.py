"""Who holds or has talks that their title names nobody of: the subject of their clause, or the two sides."""

from collections.abc import Iterator, Sequence

from tracker.mentions.hits import View
from tracker.mentions.names import Name
from tracker.mentions.titles.clauses import predicates
from tracker.mentions.titles.completing import parted
from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.nominal import nouns_of
from tracker.mentions.titles.owning import with_article
from tracker.mentions.titles.phrases import noun_phrase
from tracker.mentions.titles.polish import inner
from tracker.mentions.titles.subjects import subject_of
from tracker.mentions.titles.topic import takes_part, told_together
from tracker.mentions.titles.who import subject_text, unnamed

__all__ = ["held_by", "of_sides", "sides_in"]

MOST = 5  # words of those who hold something
PAIR = 2

# Ways to complete a title of a type whose happenings are somebody's: nobody holds the fire somebody "died in".
HOLDERS = ("{holder}", "{body}", "{land}", "{country}", "{one}")


def held_by(title: str, clause: bool, matter: Matter) -> Iterator[str]:
    """ "Government's extraordinary session" of what a government does "at an extraordinary session"."""
    tokens, words = matter.tokens, matter.words
    held = any(part in way for way in matter.event_type.complete for part in HOLDERS)
    at = 0 if clause or not held or _names_side(title, words) else _led_by_at(matter)
    clauses = predicates(tokens, words) if at else []
    before = [c for c in clauses if c.end <= at and c.form in ("finite", "ahead")]
    who = subject_of(tokens, before[-1], clauses, words) if before else None
    inside = tokens[who.start : who.end] if who else ()
    plain = all(t.tag in (Tag.WORD, Tag.DETERMINER, Tag.NAME) for t in inside)
    if who and plain and len(inside) <= MOST and not unnamed(inside, words):
        yield from _with_owner_before(title, subject_text(matter.wording, who, loose=True), words)


def _led_by_at(matter: Matter) -> int:
    """Where the phrase of the trigger begins that says at what something was done ("at | a session"), else 0."""
    tokens, words = matter.tokens, matter.words
    spot = nouns_of(matter)
    phrase = noun_phrase(tokens, spot.start, spot.end, words) if spot else None
    at = phrase.start if phrase else 0
    if at < 2 or tokens[at - 1].lower not in words.sets["held_at"]:
        return 0
    new = tokens[at].lower in words.sets["indefinite"] or tokens[at].tag is Tag.POSSESSIVE
    return at if new else 0


def _with_owner_before(title: str, whose: str, words: HeadlineWords) -> Iterator[str]:
    first, _, rest = whose.partition(" ")
    whose = rest if words.tags.get(first.lower()) is Tag.DETERMINER else whose
    if whose:
        yield whose + ("' " if whose.endswith("s") else "'s ") + inner(title)


def of_sides(title: str, matter: Matter, before: Sequence[View]) -> Iterator[str]:
    """ "Talks between Laos and Cuba in Lima": the two sides that the sentence, the headline or the lines before
    are about, where talks name nobody."""
    words = matter.words
    two_sided = any(words.sets["between"] & set(way.split()) for way in matter.event_type.complete)
    many = words.sets["many_sided"] & set(title.lower().split())
    noun, rest = _noun_of(title, words)
    if not two_sided or many or not noun or _names_side(title, words):
        return
    earlier = [(view, True) for view in before]
    for view, joined in ((matter.view, False), (matter.article.headline, False), *earlier):
        parties = _parties(view, words)
        sides = [name.shown for name in parties]
        together = len(parties) == PAIR and told_together(parties, view, words, joined)
        if together and not any(side in title for side in sides):
            one, two = (with_article(side, words) for side in sides)
            between, joint = min(words.sets["between"]), min(words.sets["and"])
            yield f"{noun} {between} {one} {joint} {two} {rest}".strip()
        if sides:
            return


def _noun_of(title: str, words: HeadlineWords) -> tuple[str, str]:
    """A bare happening and what is told of it ("Talks | begin in Lima", "Meeting | in Lima"); two empty parts
    where the title names none or calls it by a name of its own."""
    head, tail = parted(title, words)
    parts = head.split()
    forms = [words.verbs.get(part, ("", ""))[1] for part in parts]
    verbs = (
        n
        for n, form in enumerate(forms)
        if n and form not in ("", "ing") and parts[n] not in words.happenings
    )
    at = next(verbs, len(parts))
    noun = parts[:at]
    if not noun or noun[-1].lower() not in words.happenings or (at > 1 and not noun[-1].islower()):
        return "", ""
    return " ".join(noun), " ".join([*parts[at:], tail]).strip()


def _names_side(title: str, words: HeadlineWords) -> bool:
    """Whether a title says between or of whom it is, or whose."""
    parts = title.lower().split()
    led = words.sets["between"] | words.sets["with"] | words.sets["by"] | words.sets["of"]
    return bool(led & set(parts)) or any(p.endswith(("'s", "s'", "’s")) for p in parts)


def sides_in(view: View, words: HeadlineWords) -> tuple[str, ...]:
    """The countries and bodies that take part in a sentence, in its order; a country's ministry is no side
    beside it."""
    return tuple(name.shown for name in _parties(view, words))


def _parties(view: View, words: HeadlineWords) -> list[Name]:
    kinds = ("country", "body")
    states = {n.entity for n in view.names if n.kind == "country"}
    found: dict[str, Name] = {}
    for n in view.names:
        if (
            n.kind in kinds
            and takes_part(n, view, words)
            and n.form != "capital"
            and not (n.kind == "body" and n.country in states)
        ):
            found.setdefault(n.entity or n.shown, n)
    return list(found.values())
