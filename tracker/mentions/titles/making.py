"""What a person would call a happening: its clause as a headline, or the noun phrase that names it.

A title is made of a sentence's tagged words. The event type says in which order the ways are tried
(`titles` in its rule file); the first that gives a sound title with something in it wins.
"""

from collections.abc import Iterator, Sequence

from tracker.mentions.anniversaries import IN_YEARS
from tracker.mentions.article import Article
from tracker.mentions.event_types import EventType
from tracker.mentions.hits import View
from tracker.mentions.reading import Reading
from tracker.mentions.titles.apposed import without_honours, without_offices, without_opinions
from tracker.mentions.titles.attribution import attributed
from tracker.mentions.titles.borrowing import headline_title
from tracker.mentions.titles.clausal import clause_title, doer, loose_title, other_clauses
from tracker.mentions.titles.completing import completed, counted, lacks_owner, remembered
from tracker.mentions.titles.earlier import REACH, country_before, proper_name
from tracker.mentions.titles.finishing import finished, of_occasion
from tracker.mentions.titles.headlines import HeadlineWords, Tag, headline_words, with_nouns
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.naming import labels_of
from tracker.mentions.titles.nominal import phrase_title
from tracker.mentions.titles.phrases import noun_phrase
from tracker.mentions.titles.pointing import named_in_full
from tracker.mentions.titles.polish import polish
from tracker.mentions.titles.series import guest_told, one_of_series, two_told
from tracker.mentions.titles.soundness import halved, sound
from tracker.mentions.titles.stating import stated
from tracker.mentions.titles.tokens import Tagged, tokens_of
from tracker.mentions.titles.wording import Wording, text_of
from tracker.values import Span

__all__ = ["matter_of", "title_of"]

WAYS = ("clause", "headline", "phrase")


def title_of(reading: Reading, article: Article, tagged: Tagged) -> str:
    """A title of at most 90 characters: the clause or phrase round the trigger, names in full. The reading
    must have made a mention; `tagged` keeps the article's sentences from title to title."""
    assert reading.mention is not None
    matter = matter_of(reading, article, tagged)
    if one := one_of_series(matter):
        ways = [way for way in matter.event_type.complete if way.startswith("{title} in {place}")]
        counted_one = completed(one, matter.view, matter.cast, ways, matter.words)
        return finished(counted_one, False, matter)
    title, way = _made(reading, matter)
    return named_in_full(attributed(finished(title, way == "clause", matter), matter), matter)


def _made(reading: Reading, matter: Matter) -> tuple[str, str]:
    """The title by itself, and the way it was made."""
    assert reading.mention is not None
    view, words, event_type = matter.view, matter.words, matter.event_type
    found = found_by = ""
    for way, title in _candidates(matter, event_type.titles or WAYS):
        if event_type.anniversary:
            title = counted(title, reading.mention.ordinal, words)
            if matter.hit.trigger.kind in IN_YEARS and way == "phrase":
                title = remembered(title, reading.mention.ordinal, view.sentence.text, words)
        if whole := halved(title, words, way == "phrase"):
            pair = tuple(sorted(words.sets["pair"]))
            title = completed(whole, view, matter.cast, pair, words)
        owned = way != "phrase" or not (
            lacks_owner(title, words) or _is_thing(title, event_type, words)
        )
        owned &= not (event_type.anniversary and way == "phrase") or _says_of_what(
            title, view, words
        )
        if _sound(title, matter) and owned and _tells(title, view, words):
            return title, way
        if not found and (sound(title, words) or _bare(title, words)):
            found, found_by = title, way
    if not found:
        visits = any("{visitor}" in way for way in event_type.complete)
        others = () if visits and matter.cast.actors else other_clauses(matter)
        for title in (polish(loose_title(matter), words), *others):
            if title and sound(title, words):
                return title, "clause"
    return _last_resort(found, found_by == "clause", matter), found_by


def _sound(title: str, matter: Matter) -> bool:
    """Whether a title may be shown, whatever small word the name it begins with looks like ("To Lam visits …")."""
    first = title.split(" ", 1)[0].lower()
    if first not in matter.words.sets["no_start"]:
        return sound(title, matter.words)
    names = (label.name for label in labels_of(matter.article).values())
    whose = next((name for name in names if title.startswith(f"{name} ")), "")
    return sound(whose.rsplit(" ", 1)[-1] + title.removeprefix(whose), matter.words)


def matter_of(reading: Reading, article: Article, tagged: Tagged) -> Matter:
    """All that a title is made of, and that says who acts. The reading must have made a mention."""
    hit, view, cast, mention = reading.hit, reading.view, reading.cast, reading.mention
    assert mention is not None
    assert cast is not None
    words = with_nouns(headline_words(article.language), article.rules.nouns)
    keep = article.rules.types[hit.trigger.type].anniversary
    tokens = tokens_of(view, hit.span, keep, words, tagged)
    tokens = without_opinions(without_offices(without_honours(tokens, words), words), words)
    inside = [number for number, token in enumerate(tokens) if token.span.meets(hit.span)] or [
        0,
        -1,
    ]
    wording = Wording(tokens, view, article, words)
    first, last, involved = inside[0], inside[-1] + 1, mention.actors
    return Matter(hit, view, article, cast, mention.status, wording, first, last, tagged, involved)


def _last_resort(found: str, clause: bool, matter: Matter) -> str:
    """The best that was found, or the type's noun, with those who take part; else the headline."""
    words, view, event_type = matter.words, matter.view, matter.event_type
    if " " not in found and (occasion := _occasion(matter)):
        return occasion
    if opens := of_occasion(found, matter):
        return opens
    goes = any("{visitor}" in way for way in event_type.complete)
    if not found and not goes and (state := stated(matter)) and sound(state, words):
        return state
    if _bare(found, words):
        before = _told_before(found, matter) if _is_pointed_at(matter) else ""
        if before and not lacks_owner(before, words) and _tells(before, view, words):
            return before
        found = before or found
    noun = event_type.noun or event_type.type.replace("_", " ")
    if found and _only_names(found, view, words) and _institutions(words) & set(found.split()):
        return f"{noun} {min(words.sets['of'])} {found}"
    bare = found or noun[:1].upper() + noun[1:]
    told = country_before(bare.rsplit(" ", 1)[-1], view, matter.article)
    own = proper_name(matter.tokens[matter.first : matter.last])
    more = {key: v for key, v in (("told", told), ("name", own)) if v and v not in bare}
    acts = clause and words.verbs.get(bare.rsplit(" ", 1)[-1], ("", ""))[1] != "past"
    ways = [way for way in event_type.complete if not (clause and _says_whose(way, acts, words))]
    cast = matter.cast
    visits = any("{visitor}" in way for way in ways) and not any(
        a.kind == "person" for a in cast.actors
    )
    near = {token.lower for token in matter.tokens[max(0, matter.first - 2) : matter.first]}
    gone = words.sets["for"] & near  # "flew to Minsk for a meeting"
    if (visits or gone) and (who := doer(matter)):
        more["visitor"] = who
    if not cast.actors and not clause:
        people = tuple(a for a in matter.involved if a.kind != "country")
        cast = cast._replace(actors=people)
    if not any(part[:1].isupper() for part in bare.split()[1:]):
        more |= {**two_told(matter), **guest_told(matter)}
    title = completed(bare, view, cast, ways, words, more)
    return title if " " in title else _borrowed(bare, matter)


def _borrowed(bare: str, matter: Matter) -> str:
    """The name of the occasion, the headline or any clause where nothing completes a bare noun."""
    words = matter.words
    others = (headline_title(matter, either=True), polish(loose_title(matter), words))
    for other in (*others, *other_clauses(matter, holding=True)):
        if other and sound(other, words):
            return other
    return completed(bare, matter.view, matter.cast, words.lone, words)


def _occasion(matter: Matter) -> str:
    """The occasion among those who take part, if one is ("Meeting of the Defence Council")."""
    for actor in matter.cast.actors:
        held = matter.words.sets["weak"] & set(actor.name.lower().split()[:3])
        of = matter.words.sets["of"] | matter.words.sets["on"]
        if held and actor.kind == "body" and of & set(actor.name.split()):
            return polish(actor.name, matter.words)
    return ""


def _says_whose(way: str, acts: bool, words: HeadlineWords) -> bool:
    """Whether a way tells who does it, which a clause has told already, or where it `acts` with whom."""
    told = words.sets["by"] | (words.sets["with"] if acts else frozenset())
    whose = "{met}" in way or "{holder}" in way or "{small}" in way
    return whose or bool(told & set(way.split()))


def _is_thing(title: str, event_type: EventType, words: HeadlineWords) -> bool:
    """Whether a title names what is launched, not the launch ("Spy satellite in orbit")."""
    parts = title.lower().split()
    at = next((n for n, part in enumerate(parts) if part in words.sets["wheres"]), len(parts))
    launched = at and parts[at - 1] in words.sets["launched"] and not words.happenings & set(parts)
    return bool(launched) and any("{fired}" in way for way in event_type.complete)


def _bare(title: str, words: HeadlineWords) -> bool:
    low = title.lower()
    named = low in words.happenings and low not in words.sets["no_bare"]
    return (named and not title[1:2].isupper()) or low in words.sets["weak"]


def _told_before(noun: str, matter: Matter) -> str:
    """The fuller phrase by which a sentence before calls what this one only calls "the concert"."""
    article, words, noun = matter.article, matter.words, noun.lower()
    verbal = tuple(words.sets["ing_endings"] | words.sets["past_endings"])
    for number in range(matter.view.number - 1, max(-1, matter.view.number - REACH), -1):
        earlier = article.views[number]
        if noun not in earlier.sentence.text.lower():
            continue
        tokens = tokens_of(earlier, Span(0, 0), False, words, matter.tagged)
        for at, token in enumerate(tokens):
            if token.lower != noun or token.tag is not Tag.WORD:
                continue
            phrase = noun_phrase(tokens, at, at + 1, words)
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if after and after.tag is Tag.WORD and not after.lower.endswith(verbal):
                continue  # "the festival atmosphere"
            led = phrase and any(t.tag is Tag.PREPOSITION for t in tokens[phrase.start : at])
            if phrase is not None and not led and phrase.end - phrase.start > 1:
                text = text_of(Wording(tokens, earlier, article, words), phrase, owner=True)
                text = polish(text, words)
                if sound(text, words):
                    return text
    return ""


def _is_pointed_at(matter: Matter) -> bool:
    """Whether the trigger is the one told before ("the concert"), no other ("the present", "a concert")."""
    words = matter.words
    number = matter.first + (matter.tokens[matter.first].tag is Tag.DETERMINER)
    before = matter.tokens[number - 1] if number else None
    dated = before is not None and before.tag is Tag.DATE  # "the May launch", "Tuesday's test"
    return dated or (before is not None and before.lower in words.sets["pointing"])


def _candidates(matter: Matter, ways: Sequence[str]) -> Iterator[tuple[str, str]]:
    for way in ways:
        if text := WAY_OF[way](matter):
            yield way, polish(text, matter.words)


def _tells(title: str, view: View, words: HeadlineWords) -> bool:
    """Whether a title says enough alone: it has a name or a number in it, or many words."""
    parts = title.split()
    named = _names(title, view) or any(part[:1].isdigit() for part in parts[1:])
    named |= len(parts) > 2 and parts[0][1:2].islower() and f" {parts[0]} " in view.sentence.text
    weak = parts[-1].lower() in words.sets["weak"]
    if _only_names(title, view, words):
        return False
    return named or len(parts) > 5 or (len(parts) > 3 and not weak)


def _only_names(title: str, view: View, words: HeadlineWords) -> bool:
    """Whether a title names people, places or institutions and nothing that happens ("Laos's parliament")."""
    rest = title
    for name in sorted({n.text for n in view.names} | {n.shown for n in view.names}, key=len)[::-1]:
        if not words.happenings & set(name.lower().split()):
            rest = rest.replace(name, " ")
    left = {word.strip("'’,").removesuffix("'s").lower() for word in rest.split()} - {"", "s"}
    small = words.sets["article"] | words.sets["and"] | words.sets["of"] | words.sets["wheres"]
    return rest != title and left <= small | _institutions(words)


def _institutions(words: HeadlineWords) -> set[str]:
    named = {word for told in words.sets["institutions"] for word in told.split()}
    return named | words.sets["generic_bodies"]


def _says_of_what(title: str, view: View, words: HeadlineWords) -> bool:
    """Whether the name of an anniversary says whose or of what it is ("49 years of independence" does not)."""
    parts = title.lower().split()
    counted = words.sets["lengths"] & set(parts[:2])
    return _names(title, view) or (bool(words.sets["of"] & set(parts)) and not counted)


def _names(title: str, view: View) -> bool:
    """Whether a title has a name in it."""
    parts = title.split()
    named = any(part[:1].isupper() for part in parts[1:])
    return named or (len(parts) > 1 and any(name.text in title for name in view.names))


WAY_OF = {"clause": clause_title, "phrase": phrase_title, "headline": headline_title}
