"""What somebody is only said to have done, by those who accuse, hold, try or sentence them for it: the day of that is not
its own. "A man accused of firing the rocket will stand trial, a judge ruled on Friday."."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.article import Article
from tracker.mentions.clauses import part_around
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS
from tracker.values import Basis, DateFound, Span

__all__ = [
    "is_charged_in",
    "is_news_of_a_charge",
    "is_of_a_charge",
    "is_of_the_charge",
    "is_what_is_charged",
    "tells_of_a_charge",
    "tells_what_befell",
]

REACH = 90  # characters before a happening that hold the accusation


@dataclass(frozen=True, eq=False)
class ChargeWords:
    """The words of a language by which somebody is accused of what follows."""

    charge: re.Pattern[str]
    named_charge: re.Pattern[str]
    any_charge: re.Pattern[str]
    told_of: re.Pattern[str]
    befallen: re.Pattern[str]
    lasting: re.Pattern[str]  # an accusation that somebody stands under, which no day is that of
    opens: re.Pattern[str]  # a clause


@lru_cache(maxsize=8)
def _charge_words(language: Language) -> ChargeWords:
    """The lexicon charges.toml of a language, ready to look for."""
    told = rf"(?P<told>{whole(language.words('charge_helpers'))}\s+(?:\w+ly\s+)?)?"
    doing = (
        rf"{any_of(language.words('charge_links'), exact=True)}\s+(?:\w+ly\s+)?"
        rf"(?!{any_of(language.words('charge_nouns'), exact=True)}\b)[a-z][a-z-]*"
    )
    endings = any_of(language.words("charge_endings"))
    return ChargeWords(
        charge=re.compile(
            rf"{told}{whole(language.words('charge_verbs'))}(?:\s+[^\s,;:]+){{0,8}}?\s+{doing}{endings}\b"
        ),
        named_charge=re.compile(
            rf"{told}{whole(language.words('charged_in'))}(?:\s+[^\s,;:]+){{0,6}}?\s+"
            rf"{any_of(language.words('charge_links'), exact=True)}\s+{any_of(language.words('articles'), exact=True)}\s+[a-z-]+"
        ),
        any_charge=re.compile(
            rf"{whole(language.words('no_charge_scenes'))}|(?P<scene>{whole(language.words('charge_scenes'))})"
            rf"|(?P<later>{whole(language.words('scenes_long_after'))})"
        ),
        told_of=re.compile(whole(language.words("charge_told_of"), exact=True)),
        befallen=re.compile(whole(language.words("befallen"))),
        lasting=re.compile(
            rf"{whole(language.words('charge_lasting'))}|{whole(language.words('charge_lasting_helpers'))}"
        ),
        opens=re.compile(rf",\s|\s{whole(language.words('charge_told_of'), exact=True)}"),
    )


def is_of_the_charge(date: DateFound, hit: Hit, view: View, article: Article) -> bool:
    """Whether the date is that of an accusation, arrest or trial, for a happening that is only what it is about."""
    words, cues, spot = _charge_words(article.language), article.cues, view.at(date.span)
    local = not article.rules.types[hit.trigger.type].public
    if local and (
        _is_told_apart(spot, hit, view, article) or _is_of_the_scene(spot, hit, view, article)
    ):
        return True  # "on Friday identified the man who was shot"
    found = _last(words.charge, hit, view)
    if found is None and local:
        found = _last(words.named_charge, hit, view)  # "arrested on Friday in the shooting of …"
    if found is None or _parted(Span(found.end(), hit.span.start), view):
        return False
    if spot.start < found.end():
        return not hit.span.holds(spot)  # "in the June 3 shooting of a clerk"
    between = view.masked[hit.span.end : spot.start]
    if found["told"] or words.told_of.search(between):
        return False  # the accusation is all that is told, or a clause of its own goes on telling of the deed
    return cues.past.search(between) is not None or cues.future.regex.search(between) is not None


def _is_told_apart(spot: Span, hit: Hit, view: View, article: Article) -> bool:
    """Whether a date is told with police or a court in another clause than the happening."""
    told = _told_with(spot, view, article)
    return not told.meets(hit.span) and _tells_a_scene(told.of(view.masked), article, later=False)


def _is_of_the_scene(spot: Span, hit: Hit, view: View, article: Article) -> bool:
    """Whether a date behind a happening is that of what police, a court or those who mourn did, of which the main
    clause tells: "who was shot this week was buried on Friday"."""
    between = Span(hit.span.end, max(hit.span.end, spot.start))
    if _charge_words(article.language).told_of.search(between.of(view.masked)):
        return False
    scenes = _charge_words(article.language).any_charge.finditer(view.masked, *between)
    return any(each["scene"] and article.cues.past.fullmatch(each["scene"]) for each in scenes)


def is_charged_in(hit: Hit, view: View, article: Article) -> bool:
    """Whether a local happening is only what somebody is or is not charged in, so that what is to come is not its own:
    "prosecutors will not file charges in a shooting"."""
    found = _last(_charge_words(article.language).named_charge, hit, view)
    local = not article.rules.types[hit.trigger.type].public
    return local and found is not None and not _parted(Span(found.end(), hit.span.start), view)


def is_what_is_charged(hit: Hit, view: View, article: Article) -> bool:
    """Whether the words of a happening are the deed itself that somebody is accused of: "accused of | shooting | a
    neighbour on Sunday"."""
    found = _last(_charge_words(article.language).charge, hit, view)
    return found is not None and found.end() == hit.span.end


def _is_behind_what_befell(before: Span, view: View, article: Article) -> bool:
    """Whether the words before a date tell what befell somebody whom those before them name: "has identified the
    couple found dead on Sunday", not "was found dead and identified on Sunday"."""
    words, text = _charge_words(article.language), view.masked
    for found in words.befallen.finditer(text, *before):
        said = text[before.start : found.start()].split()[-1:]
        behind = text[found.end() : before.end]
        if said and not _is_verbal(said[0], article) and not words.any_charge.search(behind):
            return not words.told_of.search(behind)
    return False


def _is_verbal(word: str, article: Article) -> bool:
    """Whether what stands behind a word is its own verb's, or that of a row: "was | killed", "and | killed"."""
    cues = article.cues
    return (
        word.lower() in cues.verbal
        or word.lower() in cues.grammar.conjunctions
        or word[-1] in ",;:"
    )


def tells_what_befell(date: DateFound, view: View, article: Article) -> bool:
    """Whether the words before a date, in its clause, tell what befell somebody then, or that it happened: "police say
    he was killed on Friday", "said it happened Friday"."""
    spot = view.at(date.span)
    told = _told_with(spot, view, article).start, spot.start
    cues, words = article.cues.occasions, _charge_words(article.language)
    return bool(
        words.befallen.search(view.masked, *told) or cues.it_happened.search(view.masked, *told)
    )


def is_news_of_a_charge(day: DateFound, article: Article) -> bool:
    """Whether the day of the news is only that of an arrest, a court or a vigil."""
    if day.basis == Basis.INFERRED:
        return False
    views = (view for view in article.views if view.sentence.span.holds(day.span))
    return any(tells_of_a_charge(day, view, article) for view in views)


def is_of_a_charge(view: View, article: Article) -> bool:
    """Whether a sentence tells of police, courts or those who mourn."""
    return _tells_a_scene(view.masked, article)


def tells_of_a_charge(date: DateFound, view: View, article: Article) -> bool:
    """Whether the clause of a date tells of an arrest or a court, so that the day is that of neither the deed nor its
    report: "was taken into custody Tuesday"."""
    spot = view.at(date.span)
    told = _told_with(spot, view, article)
    return _tells_a_scene(told.of(view.masked), article) and not _is_of_the_deed(
        Span(told.start, max(told.start, spot.start)), view, article
    )


def _is_of_the_deed(before: Span, view: View, article: Article) -> bool:
    """Whether what stands before a date accuses somebody of a deed that has it: "is charged with killing a man early
    Saturday", "was charged Thursday with killing a man on Saturday"; "was charged with killing a man on Saturday" may
    have the day of the charge."""
    words = _charge_words(article.language)
    if _is_behind_what_befell(before, view, article):
        return True
    found = next(iter([*words.charge.finditer(view.masked, *before)][-1:]), None)
    if found is None or _tells_a_scene(view.masked[found.end() : before.end], article):
        return False
    return MARKS["date"] in found[0] or words.lasting.match(found[0]) is not None


def _told_with(spot: Span, view: View, article: Article) -> Span:
    """What a date is told with: from the comma or the word before it that opens a clause to the next one behind it, or
    the whole part of the sentence where no verb stands in that."""
    part = part_around(view.masked, spot)
    clause = part_around(view.masked, spot, _charge_words(article.language).opens)
    own = Span(max(part.start, clause.start), min(part.end, clause.end))
    opened = view.masked[part.start : own.start].rstrip().rpartition(" ")[2]
    whole_clause = article.cues.past.search(view.masked, *own) or (
        _charge_words(article.language).told_of.fullmatch(opened)
    )
    return own if whole_clause else part


def _tells_a_scene(told: str, article: Article, *, later: bool = True) -> bool:
    """Whether words tell of police or a court, or, with `later`, of years gone by; a basketball court is none."""
    scenes = _charge_words(article.language).any_charge.finditer(told)
    return any(found["scene"] or (later and found["later"]) for found in scenes)


def _last(charge: re.Pattern[str], hit: Hit, view: View) -> re.Match[str] | None:
    """The last accusation that leads to a happening."""
    found = None
    for each in charge.finditer(view.masked, max(0, hit.span.start - REACH), hit.span.end):
        found = each
    return found


def _parted(gap: Span, view: View) -> bool:
    """Whether what somebody is accused of ends before a happening."""
    return gap.start < gap.end and any(sign in gap.of(view.masked) for sign in ",;:")
