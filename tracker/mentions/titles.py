"""What a person would call a happening: its clause as a headline, or the noun phrase that names it.

A title is made of a sentence's tagged words. The event type says in which order the ways are tried
(`titles` in its rule file); the first that gives a sound title with something in it wins.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.phrases import (
    Clause,
    Phrase,
    noun_phrase,
    object_of,
    predicates,
    subject_of,
)
from tracker.mentions.polish import LONGEST, halved, plain, polish, sound, title_quality
from tracker.mentions.roles import Cast
from tracker.mentions.tokens import HeadlineWords, Tag, Token, headline_words, tokens_of
from tracker.mentions.wording import Wording, plural, subject_text, text_of, verb_text
from tracker.values import Status

__all__ = ["title_of", "title_quality"]

WAYS = ("clause", "headline", "phrase")
LEAD = 3  # a headline speaks of what the first sentences tell


@dataclass(frozen=True, slots=True)
class Matter:
    """All that a title is made of; `first` to before `last` are the tokens of the trigger."""

    hit: Hit
    view: View
    article: Article
    cast: Cast
    status: Status
    wording: Wording
    first: int
    last: int

    @property
    def tokens(self) -> Sequence[Token]:
        return self.wording.tokens

    @property
    def words(self) -> HeadlineWords:
        return self.wording.words


def title_of(hit: Hit, view: View, article: Article, cast: Cast, status: Status) -> str:
    """A title of at most 90 characters: the clause or phrase round the trigger, names in full."""
    words = headline_words(article.language)
    event_type = article.rules.types[hit.trigger.type]
    tokens = tokens_of(view, hit.span, event_type.anniversary, words)
    inside = [number for number, token in enumerate(tokens) if _touch(token, hit)]
    found: list[str] = []
    single = ""
    if inside:
        wording = Wording(tokens, view, article, words)
        first, last = inside[0], inside[-1] + 1
        matter = Matter(hit, view, article, cast, status, wording, first, last)
        for title in _candidates(matter, event_type.titles or WAYS):
            if (whole := halved(title, words)) and len(whole) > 8:
                title = _completed(whole, view, cast, tuple(words.sets["pair"]), words)
            if sound(title, words):
                found.append(title)
                if _tells(title, view, words):
                    return title
            elif title and title.isalpha() and title.lower() in words.sets["weak"]:
                single = single or title
    noun = event_type.noun or hit.trigger.type.replace("_", " ")
    title = found[0] if found else single or noun[:1].upper() + noun[1:]
    title = _completed(title, view, cast, event_type.complete, words)
    headline = plain(words.openings.sub("", article.document.title))
    return title if " " in title or not sound(headline, words) else headline


def _touch(token: Token, hit: Hit) -> bool:
    return token.span.start < hit.span.end and hit.span.start < token.span.end


def _candidates(matter: Matter, ways: Sequence[str]) -> Iterator[str]:
    for way in ways:
        if text := WAY_OF[way](matter):
            yield polish(text, matter.words)


def _tells(title: str, view: View, words: HeadlineWords) -> bool:
    """Whether a title says enough alone: it has a name or a number in it, or many words."""
    parts = title.split()
    named = any(part[:1].isupper() or part[:1].isdigit() for part in parts[1:])
    named |= len(parts) > 1 and any(name.text in title for name in view.names)
    weak = parts[-1].lower() in words.sets["weak"]
    if _lacks_owner(title, words):
        return False
    return named or len(parts) > 5 or (len(parts) > 3 and not weak)


def _lacks_owner(title: str, words: HeadlineWords) -> bool:
    """Whether it is a bare noun and its aim ("Visit to Minsk"), and does not say whose."""
    parts = title.lower().split()
    at = next((n for n, part in enumerate(parts) if part in words.sets["lacking"]), len(parts))
    if not 0 < at < min(4, len(parts)) or parts[at - 1] not in words.sets["weak"]:
        return False
    before = title.split()[:at]
    return not any(part[:1].isupper() for part in before[1:]) and not any(
        sign in part for part in before for sign in "'’"
    )


def _clause_title(matter: Matter) -> str:
    """ "Actor verb object" of the clause that the trigger belongs to."""
    clauses = predicates(matter.tokens, matter.words)
    for clause in clauses:
        if matter.first <= clause.main < matter.last and clause.form != "copula":
            return _told(matter, clause, clauses)
    return _governed(matter, clauses)


def _governed(matter: Matter, clauses: Sequence[Clause]) -> str:
    """The clause whose object or subject is the noun phrase of the trigger."""
    spot = _nouns(matter)
    phrase = noun_phrase(matter.tokens, spot.start, spot.end, matter.words) if spot else None
    if phrase is None:
        return ""
    for clause in reversed(clauses):
        if clause.end == phrase.start and not clause.passive:
            return _told(matter, clause, clauses)
    for clause in clauses:
        if _follows(matter.tokens, phrase.end, clause.start) and clause.form != "ing":
            return _told(matter, clause, clauses, phrase)
    return ""


def _follows(tokens: Sequence[Token], end: int, start: int) -> bool:
    return end <= start and all(t.tag in (Tag.ADVERB, Tag.DATE) for t in tokens[end:start])


def _told(
    matter: Matter, clause: Clause, clauses: Sequence[Clause], subject: Phrase | None = None
) -> str:
    verb = matter.tokens[clause.main]
    if not verb.base or verb.base in matter.words.sets["pale"] or _speaks(verb, matter.words):
        return ""
    subject = subject or subject_of(matter.tokens, clause, clauses, matter.words)
    if subject is None:
        return ""
    for brief in (False, True):
        text = _joined(matter, clause, subject, brief)
        if len(text) <= LONGEST:
            break
    return text


def _speaks(verb: Token, words: HeadlineWords) -> bool:
    return f"~{verb.base}" in words.sets["verbs_of_speech"]


def _joined(matter: Matter, clause: Clause, subject: Phrase, brief: bool) -> str:
    tokens, words = matter.tokens, matter.words
    who = subject_text(matter.wording, subject, brief)
    what = text_of(matter.wording, object_of(tokens, clause, words), brief and len(who) > 45)
    main = tokens[clause.main]
    bare = clause.passive or clause.form == "participle" or main.base in words.sets["alone"]
    after = [t.tag for t in tokens[clause.end : clause.end + 5] if t.tag is not Tag.DATE]
    after = [tag for n, tag in enumerate(after) if n or tag is not Tag.PREPOSITION]
    aimless = after[:2] == [Tag.TO, Tag.VERB]
    if not who or not ((plain(what) and not aimless) or bare):
        return ""
    ahead = matter.status not in (Status.OCCURRED, Status.RECURRING)
    many = plural(tokens[subject.start : subject.end], words)
    return plain(f"{who} {verb_text(main, clause, many, ahead, words)} {what}")


def _phrase_title(matter: Matter) -> str:
    """The noun phrase that names the happening."""
    spot = _nouns(matter)
    phrase = noun_phrase(matter.tokens, spot.start, spot.end, matter.words) if spot else None
    if phrase is None:
        return ""
    text = plain(text_of(matter.wording, phrase, owner=True))
    return (
        text if len(text) <= LONGEST else plain(text_of(matter.wording, phrase, True, owner=True))
    )


def _nouns(matter: Matter) -> Phrase | None:
    """The tokens of the trigger that a noun phrase may grow from: the first run without a verb."""
    first = matter.first
    while first < matter.last and matter.tokens[first].tag not in (Tag.NAME, Tag.WORD, Tag.DATE):
        first += 1
    last = first
    while last < matter.last and matter.tokens[last].tag not in (
        Tag.VERB,
        Tag.AUXILIARY,
        Tag.BREAK,
    ):
        last += 1
    gerund = (
        matter.words.verbs.get(matter.tokens[first].lower, ("", ""))[1] == "ing"
        if first < matter.last
        else False
    )
    if (
        gerund
        and first + 1 < len(matter.tokens)
        and matter.tokens[first + 1].tag in (Tag.DETERMINER, Tag.POSSESSIVE)
    ):
        return None
    return Phrase(first, last) if first < last else None


def _headline(matter: Matter) -> str:
    """The article's own headline, where it tells the same: early in the article, with a word of the
    trigger and somebody who takes part in it."""
    headline = matter.words.openings.sub("", matter.article.document.title).strip()
    if matter.view.number >= LEAD or not 20 <= len(headline) <= LONGEST:
        return ""
    lower = headline.lower()
    parts = set(lower.replace("-", " ").replace(",", " ").split())
    if parts & (matter.words.sets["unfit"] | matter.words.sets["times"]) or any(
        sign in headline for sign in "?!|…" + ":"
    ):
        return ""
    stems = [t.lower[:4] for t in matter.tokens[matter.first : matter.last] if len(t.text) > 3]
    if not any(part.startswith(stem) for part in parts for stem in stems):
        return ""
    who = {word.lower() for a in matter.cast.actors for word in a.name.split() if len(word) > 2}
    return headline if parts & who else ""


WAY_OF = {"clause": _clause_title, "phrase": _phrase_title, "headline": _headline}


def _completed(
    title: str, view: View, cast: Cast, ways: Sequence[str], words: HeadlineWords
) -> str:
    """A bare title with those who take part, in the words of its type ("{title} between {one} and {two}")."""
    small = title if title[1:2].isupper() else title[:1].lower() + title[1:]
    known = {"title": title, "small": small, **_parts(title, view, cast)}
    if _lacks_owner(title, words):
        ways = (*words.sets["owner"], *ways)
    for way in (*ways, "{title}: {one}", "{title}: {all}", "{title}: {place}"):
        try:
            text = polish(way.format(**known), words)
        except KeyError:
            continue
        if sound(text, words):
            return text
    return title


def _parts(title: str, view: View, cast: Cast) -> dict[str, str]:
    """What a title may be completed by: those not in it yet. Two people, else two countries make a pair."""
    inside = {name.entity for name in view.names if name.entity and name.text in title}
    absent = [
        a for a in cast.actors if a.name not in title and (not a.entity or a.entity not in inside)
    ]
    people = [a.name for a in absent if a.kind == "person" and " " in a.name]
    absent.sort(key=lambda a: a.role != "actor")
    countries = [a.name for a in absent if a.kind == "country" and a.role != "destination"]
    pair = next((names for names in (people, countries) if len(names) > 1), people or countries)
    found = dict(zip(("one", "two"), pair, strict=False))
    found |= dict(zip(("country", "other"), countries, strict=False))
    if absent:
        found["all"] = ", ".join(a.name for a in absent[:3])
    if cast.place and cast.place.name not in title and cast.place.entity not in inside:
        found["place"] = cast.place.name
    return found
