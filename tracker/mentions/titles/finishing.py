"""What a title lacks that names nobody: whose it is and what it is of, as the headline or lines before tell."""

from collections.abc import Iterator, Sequence, Set

from tracker.mentions.hits import View
from tracker.mentions.titles.completing import completed
from tracker.mentions.titles.earlier import REACH
from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.institutions import owned
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.naming import labels_of
from tracker.mentions.titles.polish import polish
from tracker.mentions.titles.sides import held_by, of_sides, sides_in
from tracker.mentions.titles.soundness import sound
from tracker.mentions.titles.things import thing_told
from tracker.mentions.titles.topic import PARTIES, called, doers, is_where, names_nobody, takes_part

__all__ = ["finished", "of_occasion"]

NEAR = 3  # sentences back to what a ceremony opens


def finished(title: str, clause: bool, matter: Matter) -> str:
    """The title with what it lacks, where it names nobody and the text tells more; `clause` where it is one."""
    if not _nameless(title, matter):
        return title
    for ways in (
        _of_occasion(title, matter),
        _in_full(title, matter),
        _of_what(title, matter),
        _of_paper(title, matter),
        _of_round(title, matter),
        _between(title, matter),
        owned(title, matter),
        _done_by(title, clause, matter),
        held_by(title, clause, matter),
        of_sides(title, matter, matter.views_before(NEAR)),
    ):
        for way in ways:
            text = polish(way, matter.words)
            if sound(text, matter.words) and len(way) <= len(text) + 4:
                return text
    return title


def _nameless(title: str, matter: Matter) -> bool:
    """Whether a title names no country, person or body that could take part."""
    views = (matter.view, matter.article.headline)
    if any(label.name in title for label in labels_of(matter.article).values()):
        return False
    return not any(
        name.kind in PARTIES
        and (name.text in title or name.shown in title)
        and takes_part(name, view, matter.words)
        for view in views
        for name in view.names
    )


def of_occasion(title: str, matter: Matter) -> str:
    """ "Opening ceremony of the Expo", where a bare title is a ceremony and the text tells of what."""
    told = (polish(way, matter.words) for way in _of_occasion(title, matter))
    return next((text for text in told if sound(text, matter.words)), "")


def _of_occasion(title: str, matter: Matter) -> Iterator[str]:
    """ "Opening ceremony of the Expo": what it opens or closes."""
    words = matter.words
    for ceremony in sorted(words.sets["ceremonies"]):
        head, rest = title[: len(ceremony)], title[len(ceremony) :]
        after = words.tags.get("".join(rest.split()[:1]).lower())
        if head.lower() != ceremony or after is Tag.PREPOSITION:
            continue
        views = [*matter.views_before(NEAR), matter.article.headline]
        if what := _called(words.sets["occasions"], views, matter):
            for of in words.sets["of"]:
                yield f"{head} {of} {_placeless(what, rest, words)}{rest}"


def _placeless(what: str, rest: str, words: HeadlineWords) -> str:
    """A phrase without the place that the rest of the title says, and without a second thing beside it."""
    for joint in words.sets["and"]:
        first, found, second = what.partition(f" {joint} ")
        if (
            found
            and words.happenings & set(second.lower().split())
            and words.sets["of"] & set(second.split())
        ):
            what = first
    for where in words.sets["wheres"]:
        head, joint, place = what.rpartition(f" {where} ")
        if joint and f"{joint}{place}" in rest:
            return head
    return what


def _in_full(title: str, matter: Matter) -> Iterator[str]:
    """ "Paris climate deal reached" of "the agreement was reached": by the name it has elsewhere."""
    words, told = matter.words, f" {matter.view.sentence.text.lower()}"
    parts = title.split()
    for kin in sorted(words.sets["kin"]):
        nouns = frozenset(kin.split())
        at = next((n for n, part in enumerate(parts) if part.lower() in nouns), -1)
        if at < 0 or not _bare_at(parts, at, words):
            continue
        if not any(f" {word} {noun}" in told for word in words.sets["pointing"] for noun in nouns):
            continue
        views = [matter.article.headline, *matter.views_before(REACH)]
        what = _called(nouns, views, matter) or _likened(nouns, views, matter)
        if what:
            first, _, rest = what.partition(" ")
            led = words.tags.get(first.lower()) is Tag.DETERMINER and at > 0
            start = at - (at > 0 and not led)
            yield " ".join([*parts[:start], rest if led else what, *parts[at + 1 :]])


def _bare_at(parts: Sequence[str], at: int, words: HeadlineWords) -> bool:
    """Whether a noun of the title stands without anything that says which: "the agreement", first or not."""
    after = words.tags.get(parts[at + 1].lower()) if at + 1 < len(parts) else None
    planned = after is Tag.TO and at + 2 < len(parts) and parts[at + 2].lower() in words.verbs
    planned |= after is Tag.TO and parts[at + 2 : at + 3] == [min(words.sets["be"])]
    alone = not at or parts[at - 1].lower() in words.sets["pointing"]
    return alone and (planned or after not in (Tag.PREPOSITION, Tag.TO))


def _of_what(title: str, matter: Matter) -> Iterator[str]:
    """Of what it is the anniversary, as the headline tells."""
    words, article = matter.words, matter.article
    parts = title.lower().split()
    bare = parts[0] in words.sets["remembering"] and not words.sets["of"] & set(parts)
    if matter.event_type.anniversary and bare:
        yield called(words.sets["remembering"], article.headline, article, words, matter.tagged)
        for view in matter.views_before(REACH):
            if parts[0][:1].isdigit() and parts[0] in view.sentence.text:
                yield called(words.sets["remembering"], view, article, words, matter.tagged)


def _of_paper(title: str, matter: Matter) -> Iterator[str]:
    """ "Signing of the accord": what is signed, where the lines before tell of it."""
    words = matter.words
    first, _, rest = title.partition(" ")
    after = rest.split(" ", 1)[0]
    bare = not rest or words.tags.get(after) is not None or after in words.verbs
    signed = first.lower() in words.sets["signings"] and bare and after not in words.sets["of"]
    if signed and (paper := thing_told(matter)):
        yield f"{first} {min(words.sets['of'])} {paper} {rest}".strip()


def _of_round(title: str, matter: Matter) -> Iterator[str]:
    """ "Fourth round of the Six-Party Talks": of what talks it is a round."""
    words = matter.words
    parts = title.split()
    counted = words.sets["rounds"] | words.sets["sessions"]
    at = next((n for n, p in enumerate(parts) if p.lower() in counted), -1)
    rest = parts[at + 1 :]
    if at < 0 or not (not rest or rest[0] in words.sets["wheres"] or rest[0] in words.verbs):
        return
    views = [matter.view, matter.article.headline, *matter.views_before(REACH)]
    if parts[at].lower() in words.sets["sessions"]:
        views = [matter.article.headline]
    talks = words.sets["rounds_of"]
    what = _called(talks, views, matter) or _likened(talks, views, matter)
    joined = words.sets["and"] & set(what.lower().split())
    if what and not joined and not words.sets["rounds"] & set(what.lower().split()):
        yield " ".join([*parts[: at + 1], min(words.sets["of"]), what, *rest])


def _between(title: str, matter: Matter) -> Iterator[str]:
    """ "Anniversary of diplomatic relations between Laos and Cuba", where the sentence names two countries."""
    words, view = matter.words, matter.view
    lands = [n for n in view.names if n.kind == "country" and not is_where(n, view, words)]
    names = tuple(dict.fromkeys(name.shown for name in lands))
    names = names if len(names) > 1 else _homes(names, matter)
    if len(names) < 2:
        pairs = (sides_in(v, words) for v in (matter.article.headline, *matter.views_before(NEAR)))
        names = next((two for two in pairs if len(two) == 2 and set(names) <= set(two)), names)
    parts = title.split()
    at = next((n for n, p in enumerate(parts) if p.lower() in words.sets["relations"]), -1)
    rest = parts[at + 1 :]  # "Relations | established"
    if len(names) == 2 and at >= 0 and not any(words.tags.get(part) for part in rest):
        ways = tuple(way for way in words.sets["pair"] if "{country}" in way)
        more = dict(zip(("country", "other"), names, strict=True))
        head = " ".join(parts[: at + 1])
        told = completed(head, view, matter.cast, ways, words, more)
        if told != head:
            yield " ".join([told, *rest])


def _homes(names: tuple[str, ...], matter: Matter) -> tuple[str, ...]:
    """The countries of those who take part, beside those named ("the foreign minister and his Laotian
    counterpart")."""
    own = {a.country for a in matter.cast.actors if a.kind == "person"}
    told = (n for view in matter.article.views for n in view.names if n.kind == "country")
    lands = {n.entity: n.shown for n in told if n.entity in own}
    return tuple(dict.fromkeys((*names, *sorted(lands.values()))))


def _done_by(title: str, clause: bool, matter: Matter) -> Iterator[str]:
    """Who does it, where the sentence names nobody and the headline tells of the same."""
    words = matter.words
    parts = title.split()
    head = next((n for n, p in enumerate(parts) if words.tags.get(p.lower())), len(parts))
    if any(part[:1].isupper() for part in parts[1:head]):
        return  # a summit with a name of its own is not that of those in the headline
    if matter.cast.actors and not names_nobody(matter.view, words, ("country", "body")):
        return
    lands = _told_to_do_it(matter)
    if any(land in title for land in lands):
        return
    if len(lands) > 1 and matter.cast.actors and not names_nobody(matter.view, words):
        return
    pair = len(lands) > 1 and words.tags.get(parts[-1].lower()) is None
    title, rest = _split(title, words) if clause and (pair or _acts(title, words)) else (title, "")
    if not title:
        return
    keys = {1: ("told",), 2: ("country", "other", "one", "two")}.get(len(lands), ())
    slots = ["{" + key + "}" for key in keys]
    ways = [way for way in matter.event_type.complete if any(slot in way for slot in slots)]
    more = dict(zip(keys, lands * 2, strict=False))
    told = completed(title, matter.view, matter.cast, ways, words, more)
    if told != title:
        yield f"{told} {rest}".strip()


def _told_to_do_it(matter: Matter) -> tuple[str, ...]:
    """The countries that the headline tells to do it, else the only one that a sentence right before does."""
    before = range(matter.view.number - 1, max(-1, matter.view.number - NEAR - 1), -1)
    told_by = (doers(matter.hit, matter.article, number) for number in before)
    return doers(matter.hit, matter.article) or next((d for d in told_by if len(d) == 1), ())


def _split(title: str, words: HeadlineWords) -> tuple[str, str]:
    """ "Drills | start", "third round | postponed": a happening and what it does; two empty parts where it is
    none."""
    parts = title.split()
    verbs = (n for n, part in enumerate(parts) if n and part in words.verbs)
    at = next((n for n in verbs if parts[n] not in words.happenings), 0)
    bare = at > 0 and parts[at - 1].lower() in words.happenings
    return (" ".join(parts[:at]), " ".join(parts[at:])) if bare else ("", "")


def _acts(title: str, words: HeadlineWords) -> bool:
    """Whether a title has a verb of its own and is in need of no other ("Drills start in Minsk")."""
    base, form = words.verbs.get(title.rsplit(" ", 1)[-1], ("", ""))
    return not (form == "past" and base not in words.sets["intransitive"])


def _likened(nouns: Set[str], views: Sequence[View], matter: Matter) -> str:
    """The nearest telling phrase of small words ("nuclear deal")."""
    found = (called(nouns, v, matter.article, matter.words, matter.tagged) for v in views[:NEAR])
    return next((text for text in found if 1 < len(text.split()) < 4), "")


def _called(nouns: Set[str], views: Sequence[View], matter: Matter) -> str:
    """The first telling phrase with a name in it."""
    for view in views:
        text = called(nouns, view, matter.article, matter.words, matter.tagged)
        if any(part[:1].isupper() for part in text.split()):
            return text
    return ""
