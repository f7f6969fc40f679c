"""What a person would call a happening: its clause as a headline, or the noun phrase that names it.

A title is made of a sentence's tagged words. The event type says in which order the ways are tried
(`titles` in its rule file); the first that gives a sound title with something in it wins.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.mentions.anniversaries import IN_YEARS
from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.reading import Reading
from tracker.mentions.roles import Cast
from tracker.mentions.rules import EventType
from tracker.mentions.titles.clauses import Clause, object_of, predicates
from tracker.mentions.titles.completing import completed, counted, lacks_owner, remembered
from tracker.mentions.titles.earlier import REACH, country_before, proper_name
from tracker.mentions.titles.headlines import HeadlineWords, Tag, headline_words
from tracker.mentions.titles.phrases import Phrase, noun_phrase
from tracker.mentions.titles.polish import LONGEST, halved, plain, polish, sound
from tracker.mentions.titles.subjects import relative_object, subject_of
from tracker.mentions.titles.tokens import Tagged, Token, tokens_of
from tracker.mentions.titles.wording import Wording, plural, subject_text, text_of, verb_text
from tracker.values import Span, Status

__all__ = ["title_of"]

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
    tagged: Tagged

    @property
    def tokens(self) -> Sequence[Token]:
        return self.wording.tokens

    @property
    def words(self) -> HeadlineWords:
        return self.wording.words

    @property
    def event_type(self) -> EventType:
        return self.article.rules.types[self.hit.trigger.type]


def title_of(reading: Reading, article: Article, tagged: Tagged) -> str:
    """A title of at most 90 characters: the clause or phrase round the trigger, names in full. The reading
    must have made a mention; `tagged` keeps the article's sentences from title to title."""
    assert reading.mention is not None
    matter = _matter(reading, article, tagged)
    view, words, event_type = matter.view, matter.words, matter.event_type
    found = ""
    for way, title in _candidates(matter, event_type.titles or WAYS):
        if event_type.anniversary:
            title = counted(title, reading.mention.ordinal, words)
            if matter.hit.trigger.kind in IN_YEARS and way == "phrase":
                title = remembered(title, reading.mention.ordinal, view.sentence.text, words)
        if whole := halved(title, words, way == "phrase"):
            pair = tuple(sorted(words.sets["pair"]))
            title = completed(whole, view, matter.cast, pair, words)
        owned = way != "phrase" or not lacks_owner(title, words)
        if sound(title, words) and owned and _tells(title, view, words):
            return title
        found = found or (title if sound(title, words) or _bare(title, words) else "")
    if not found:
        for title in _other_clauses(matter):
            if sound(title, words):
                return title
    return _last_resort(found, matter)


def _matter(reading: Reading, article: Article, tagged: Tagged) -> Matter:
    hit, view, cast, mention = reading.hit, reading.view, reading.cast, reading.mention
    assert mention is not None
    assert cast is not None
    words = headline_words(article.language)
    keep = article.rules.types[hit.trigger.type].anniversary
    tokens = tokens_of(view, hit.span, keep, words, tagged)
    inside = [number for number, token in enumerate(tokens) if _touch(token, hit)] or [0, -1]
    wording = Wording(tokens, view, article, words)
    return Matter(
        hit, view, article, cast, mention.status, wording, inside[0], inside[-1] + 1, tagged
    )


def _other_clauses(matter: Matter) -> Iterator[str]:
    """What the sentence tells in its other clauses."""
    clauses = predicates(matter.tokens, matter.words)
    for clause in clauses[:1]:
        if clause.form in ("finite", "ahead") and clause.end <= matter.first:
            yield polish(_told(matter, clause, clauses), matter.words)


def _last_resort(found: str, matter: Matter) -> str:
    """The best that was found, or the type's noun, with those who take part; else the headline."""
    words, view, event_type = matter.words, matter.view, matter.event_type
    if _bare(found, words):
        before = _told_before(found, matter)
        if before and not lacks_owner(before, words) and _tells(before, view, words):
            return before
        found = before or found
    noun = event_type.noun or event_type.type.replace("_", " ")
    bare = found or noun[:1].upper() + noun[1:]
    told = country_before(bare.rsplit(" ", 1)[-1], view, matter.article)
    own = proper_name(matter.tokens[matter.first : matter.last])
    more = {key: value for key, value in (("told", told), ("name", own)) if value}
    title = completed(bare, view, matter.cast, event_type.complete, words, more)
    if " " in title:
        return title
    return _headline(matter, either=True) or completed(bare, view, matter.cast, words.lone, words)


def _bare(title: str, words: HeadlineWords) -> bool:
    return title.lower() in words.sets["weak"]


def _told_before(noun: str, matter: Matter) -> str:
    """The fuller phrase by which a sentence before calls what this one only calls "the concert"."""
    article, words, noun = matter.article, matter.words, noun.lower()
    for number in range(matter.view.number - 1, max(-1, matter.view.number - REACH), -1):
        earlier = article.views[number]
        if noun not in earlier.sentence.text.lower():
            continue
        tokens = tokens_of(earlier, Span(0, 0), False, words, matter.tagged)
        for at, token in enumerate(tokens):
            if token.lower != noun or token.tag is not Tag.WORD:
                continue
            phrase = noun_phrase(tokens, at, at + 1, words)
            if phrase is not None and phrase.end - phrase.start > 1:
                text = text_of(Wording(tokens, earlier, article, words), phrase, owner=True)
                text = polish(text, words)
                if sound(text, words):
                    return text
    return ""


def _touch(token: Token, hit: Hit) -> bool:
    return token.span.start < hit.span.end and hit.span.start < token.span.end


def _candidates(matter: Matter, ways: Sequence[str]) -> Iterator[tuple[str, str]]:
    for way in ways:
        if text := WAY_OF[way](matter):
            yield way, polish(text, matter.words)


def _tells(title: str, view: View, words: HeadlineWords) -> bool:
    """Whether a title says enough alone: it has a name or a number in it, or many words."""
    parts = title.split()
    named = any(part[:1].isupper() or part[:1].isdigit() for part in parts[1:])
    named |= len(parts) > 1 and any(name.text in title for name in view.names)
    weak = parts[-1].lower() in words.sets["weak"]
    return named or len(parts) > 5 or (len(parts) > 3 and not weak)


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
    if not matter.article.rules.types[matter.hit.trigger.type].anniversary:
        subject = _unremembered(matter, subject)
    for brief in ((False, False), (True, False), (True, True)):
        text = _joined(matter, clause, subject, *brief)
        if len(text) <= LONGEST:
            break
    return text


def _unremembered(matter: Matter, subject: Phrase) -> Phrase:
    """ "The treaty" of a subject "the anniversary of the treaty", where its signing is what is told."""
    tokens, words = matter.tokens, matter.words
    for number in range(subject.start, min(subject.start + 3, subject.end - 2)):
        if tokens[number].tag is Tag.PREPOSITION:
            break
        of = tokens[number + 1].lower in words.sets["of"]
        if of and tokens[number].lower in words.sets["remembering"]:
            return Phrase(number + 2, subject.end)
    return subject


def _speaks(verb: Token, words: HeadlineWords) -> bool:
    return f"~{verb.base}" in words.sets["verbs_of_speech"]


def _joined(matter: Matter, clause: Clause, subject: Phrase, brief: bool, briefer: bool) -> str:
    tokens, words = matter.tokens, matter.words
    who = subject_text(matter.wording, subject, brief)
    if subject.end - subject.start == 1 and tokens[subject.start].tag is Tag.PRONOUN:
        who = who if _acted(who, matter) else ""
    what = text_of(matter.wording, object_of(tokens, clause, words), briefer)
    main = tokens[clause.main]
    if (
        not plain(what)
        and not clause.passive
        and (object_ := relative_object(tokens, subject, words))
    ):
        what, clause = text_of(matter.wording, object_, briefer), replace(clause, form="finite")
    bare = clause.passive or clause.form == "participle" or main.base in words.sets["alone"]
    after = [t.tag for t in tokens[clause.end : clause.end + 5] if t.tag is not Tag.DATE]
    after = [tag for n, tag in enumerate(after) if n or tag is not Tag.PREPOSITION]
    aimless = after[:2] == [Tag.TO, Tag.VERB]
    if not who or not ((plain(what) and not aimless) or bare):
        return ""
    ahead = matter.status not in (Status.OCCURRED, Status.RECURRING)
    many = plural(tokens[subject.start : subject.end], words)
    return plain(f"{who} {verb_text(main, clause, many, ahead, words)} {what}")


def _acted(who: str, matter: Matter) -> bool:
    """Whether the one whom a pronoun is read as may have done it: a body must be among those who act,
    where these are known."""
    named = [actor.name for actor in matter.cast.actors]
    near = matter.article.views[max(0, matter.view.number - 3) : matter.view.number + 1]
    body = any(n.kind == "body" and who in (n.text, n.shown) for v in near for n in v.names)
    return not body or not named or any(name in who or who in name for name in named)


def _phrase_title(matter: Matter) -> str:
    """The noun phrase that names the happening."""
    spot = _nouns(matter)
    phrase = noun_phrase(matter.tokens, spot.start, spot.end, matter.words) if spot else None
    if phrase is None:
        return ""
    if not any(token.tag is Tag.WORD for token in matter.tokens[phrase.start : phrase.end]):
        return ""  # a name alone is no happening
    if _acts(matter, phrase):
        return ""
    phrase = _unverbed(matter, phrase)
    text = plain(text_of(matter.wording, phrase, owner=True))
    return (
        text if len(text) <= LONGEST else plain(text_of(matter.wording, phrase, True, owner=True))
    )


def _unverbed(matter: Matter, phrase: Phrase) -> Phrase:
    """The phrase without the past form that governs it ("… and enjoyed art performances")."""
    before = matter.tokens[phrase.start - 1].tag if phrase.start else None
    first = matter.tokens[phrase.start]
    past = matter.words.verbs.get(first.lower, ("", ""))[1] == "past" or (
        first.lower.endswith(tuple(matter.words.sets["past_endings"]))
    )
    after = matter.tokens[phrase.start + 1].tag if phrase.start + 1 < phrase.end else None
    governs = after is not Tag.ADVERB and before in (
        Tag.VERB,
        Tag.AUXILIARY,
        Tag.BREAK,
        Tag.PRONOUN,
        Tag.CONJUNCTION,
        Tag.SIGN,
    )
    if past and governs and first.text.islower() and phrase.end - phrase.start > 2:
        return Phrase(phrase.start + 1, phrase.end)
    return phrase


def _acts(matter: Matter, phrase: Phrase) -> bool:
    """Whether somebody does something inside the phrase, which then is none ("North Korea fired")."""
    tokens, verbs = matter.tokens, matter.words.verbs
    for one, two in zip(
        tokens[phrase.start : phrase.end], tokens[phrase.start + 1 : phrase.end], strict=False
    ):
        actor = one.name is not None and one.name.kind in ("person", "country") and not one.owner
        if actor and two.text.islower() and verbs.get(two.lower, ("", ""))[1] == "past":
            return True
    return False


def _nouns(matter: Matter) -> Phrase | None:
    """The tokens of the trigger that a noun phrase may grow from: a run without a verb, best with
    the noun of an occasion in it."""
    runs: list[Phrase] = []
    start = None
    for number in range(matter.first, matter.last + 1):
        tag = matter.tokens[number].tag if number < matter.last else Tag.VERB
        if start is None and tag in (Tag.NAME, Tag.WORD, Tag.DATE):
            start = number
        elif start is not None and tag in (Tag.VERB, Tag.AUXILIARY, Tag.BREAK):
            runs.append(Phrase(start, number))
            start = None
    known = matter.words.sets["weak"] | matter.words.sets["heads"]
    for run in runs:
        if any(token.lower in known for token in matter.tokens[run.start : run.end]):
            return run
    return runs[0] if runs and not _gerund(matter, runs[0].start) else None


def _gerund(matter: Matter, at: int) -> bool:
    """Whether a verb in -ing with its object stands there ("signing the deal")."""
    form = matter.words.verbs.get(matter.tokens[at].lower, ("", ""))[1]
    follows = matter.tokens[at + 1].tag if at + 1 < len(matter.tokens) else None
    return form == "ing" and follows in (Tag.DETERMINER, Tag.POSSESSIVE)


def _headline(matter: Matter, either: bool = False) -> str:
    """The article's own headline, where it tells the same: early in the article, with a word of the
    trigger and (or, with `either`) somebody who takes part in it."""
    headline = _fit_headline(matter)
    if not headline or matter.view.number >= LEAD:
        return ""
    parts = _words(headline)
    stems = [t.lower[:4] for t in matter.tokens[matter.first : matter.last] if len(t.text) > 3]
    told = any(part.startswith(stem) for part in parts for stem in stems)
    who = {word.lower() for a in matter.cast.actors for word in a.name.split() if len(word) > 2}
    there = bool(parts & who)
    return headline if (told and there) or (either and (told or there)) else ""


def _fit_headline(matter: Matter) -> str:
    """The article's headline where it may serve as a title: no chronology, no explainer, no question."""
    headline = plain(matter.words.openings.sub("", matter.article.document.title))
    unfit = matter.words.sets["unfit"] | matter.words.sets["times"]
    if not 20 <= len(headline) <= LONGEST or any(sign in headline for sign in "?!|…:"):
        return ""
    return "" if _words(headline) & unfit else headline


def _words(headline: str) -> set[str]:
    return set(headline.lower().replace("-", " ").replace(",", " ").split())


WAY_OF = {"clause": _clause_title, "phrase": _phrase_title, "headline": _headline}
