"""Whether those who go, meet or talk are of public life, by the noun that the sentence calls them by: an envoy does it
for a state, a nurse, a yacht or two sisters for themselves. How much of this a type asks for is `doers` of its file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.mentions.acting import NOUNS, acting, each_of, speaking, told_of
from tracker.mentions.article import Article
from tracker.mentions.confidence import PRIVATE
from tracker.mentions.doer_words import Doer, DoerWords, doer_words
from tracker.mentions.names import Name
from tracker.mentions.reading import Reading
from tracker.mentions.titles import Tagged, matter_of
from tracker.mentions.titles.headlines import Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.tokens import Token, tokens_of
from tracker.mentions.titles.who import unnamed
from tracker.mentions.titles.wording import Wording
from tracker.mentions.travellers import holds_office
from tracker.values import Actor, Span

__all__ = ["as_far_as_public"]

ENDS = (Tag.PREPOSITION, Tag.BREAK, Tag.TO, Tag.SIGN, Tag.AUXILIARY, Tag.PRONOUN)
BACK = 2  # sentences back in which "he" may be told of by a noun alone


def as_far_as_public(reading: Reading, article: Article, tagged: Tagged) -> Reading:
    """The reading, its mention so unsure that it is not shown where those who do it are nobody public."""
    mention, asked = reading.mention, article.rules.types[reading.hit.trigger.type].doers
    if mention is None or not asked or mention.confidence <= PRIVATE:
        return reading
    if not _done_privately(matter_of(reading, article, tagged), asked == "public"):
        return reading
    return reading._replace(mention=replace(mention, confidence=PRIVATE))


def _done_privately(matter: Matter, positive: bool) -> bool:
    """Whether those who do it are nobody public; with `positive` it must be told that they are."""
    words = doer_words(matter.article.language)
    doers = [_of(part, matter, words) for part in acting(matter)]
    if not doers or max(doers) is Doer.PUBLIC:
        return False
    if positive and words.sporting.search(matter.view.sentence.text):
        return True
    if Doer.PRIVATE in doers and Doer.STATE not in doers:
        return True
    # In an article of public life a stranger, or one whose noun says nothing, may well be public.
    asked = positive and matter.article.names_hardly_anybody
    if max(doers) > (Doer.STRANGER if asked else Doer.AFFAIR):
        return False
    affair = Doer.AFFAIR in doers or Doer.STRANGER in doers
    return not _speaks_of_public(matter, affair, words)


def _speaks_of_public(matter: Matter, affair: bool, words: DoerWords) -> bool:
    """Whether the sentence speaks of what one goes for on behalf of others, or of somebody in office; of an `affair`
    it is enough that the article speaks of a known person."""
    if words.aims.search(matter.view.sentence.text):
        return True
    views = matter.article.views if affair else ()
    if any(name.kind == "person" and name.entity for view in views for name in view.names):
        return True
    names = (name for name in matter.view.names if name.kind in ("person", "name"))
    return any(_of_name(name, matter, words) is Doer.PUBLIC for name in names)


def _of(part: Sequence[Token], matter: Matter, words: DoerWords) -> Doer:
    """What a noun phrase says that somebody is."""
    if those := _of_many(part, words):
        return _of(those, matter, words)
    if part[-1].owner:
        part = _last_noun(part)  # "highlights of | the envoy's visit"
    if part[0].tag is Tag.PRONOUN or " ".join(token.lower for token in part) in words.alone:
        return _meant_by(part[0], matter, words)
    head = _head(part)
    if head < 0:
        return Doer.UNKNOWN
    if (name := part[head].name) is None:
        return _of_noun(part, head, matter, words)
    if (called := _called(part[:head], words)) is not None:
        return called
    if name.form == "demonym":
        return Doer.PRIVATE if _is_one(part[:head], matter) else Doer.UNKNOWN
    return _of_name(name, matter, words)


def _last_noun(part: Sequence[Token]) -> Sequence[Token]:
    """The last noun of a phrase with what stands right before it."""
    start = len(part) - 1
    while start and part[start - 1].tag in (*NOUNS, Tag.DETERMINER, Tag.POSSESSIVE):
        start -= 1
    return part[start:]


def _of_many(part: Sequence[Token], words: DoerWords) -> Sequence[Token]:
    """Of whom there are so many: "a group of | students", "one of | the players"."""
    first = next((n for n, t in enumerate(part) if t.tag in (*NOUNS, Tag.PRONOUN)), len(part))
    of = part[first + 1 : first + 2]
    many = of and of[0].lower in words.of_those and words.is_of(words.many, part[first].lower)
    return part[first + 2 :] if many else ()


def _of_noun(part: Sequence[Token], head: int, matter: Matter, words: DoerWords) -> Doer:
    """What a phrase says whose noun is no name."""
    token, before = part[head], part[:head]
    if unnamed(part[: head + 1], matter.words):
        return Doer.UNKNOWN  # "the two sides"
    if words.is_of(words.public, token.lower):
        others = words.private_before.isdisjoint(t.lower for t in before if t.name is None)
        return Doer.PUBLIC if others else Doer.PRIVATE
    if any(t.owner and _is_public(t, matter, words) for t in before):
        return Doer.UNKNOWN  # "the president's son"
    if part[0].lower in matter.words.sets["it"] or _acts_for(part[head + 1 :], matter, words):
        return Doer.UNKNOWN  # "its men", "scientists of the agency"
    if token.text[0].isupper() and token.span.start > matter.tokens[0].span.start:
        return Doer.PUBLIC if holds_office(token.text, matter.article) else Doer.STRANGER
    if words.is_of(words.private, token.lower):
        return Doer.PRIVATE
    if words.is_of(words.affair, token.lower):
        return Doer.AFFAIR
    return _of_plain_noun(part, head, matter, words)


def _acts_for(behind: Sequence[Token], matter: Matter, words: DoerWords) -> bool:
    """Whether "of" leads to somebody public or to a known body."""
    if len(behind) < 2 or behind[0].lower not in words.of_those:
        return False
    head = _head(behind[1:]) + 1
    name = behind[head].name
    land = name is not None and name.kind == "country"
    return head > 0 and not land and _is_public(behind[head], matter, words)


def _of_plain_noun(part: Sequence[Token], head: int, matter: Matter, words: DoerWords) -> Doer:
    """What those words say that stand round a noun which says nothing itself."""
    aged = tuple(matter.words.sets["aged"])
    if any(t.lower.endswith(aged) for t in part[: head + 1]):
        return Doer.PRIVATE
    behind = part[head + 1 : head + 2]
    sides = behind and behind[0].lower in words.of_sides
    told = [_of(each, matter, words) for each in each_of(part[head + 2 :] if sides else ())]
    owners = (t for t in part[:head] if t.owner)
    if any(words.is_of(words.private, t.lower) for t in owners):  # "the singer's tour"
        return Doer.UNKNOWN if Doer.PUBLIC in told else Doer.PRIVATE
    if part[head].lower in matter.words.happenings:
        return Doer.PRIVATE if told and max(told) is Doer.PRIVATE else Doer.UNKNOWN
    if holds_office(part[head].text, matter.article):
        return Doer.PUBLIC
    return Doer.UNKNOWN if any(t.name is not None for t in part[:head]) else Doer.PLAIN


def _head(part: Sequence[Token]) -> int:
    """Where the noun stands that a phrase is about; -1 where there is none."""
    head = -1
    for number, token in enumerate(part):
        if token.tag in ENDS or (token.tag is Tag.VERB and head >= 0):
            break
        if token.tag in NOUNS:
            head = number
    return head


def _is_one(before: Iterable[Token], matter: Matter) -> bool:
    """Whether somebody is only told to be of a people: "an American", "two Germans", "the 26-year-old Peruvian"."""
    counting = matter.words.sets["numbers"] | matter.words.sets["indefinite"]
    aged = tuple(matter.words.sets["aged"])
    return any(t.lower in counting or t.lower.endswith(aged) for t in before)


def _is_public(owner: Token, matter: Matter, words: DoerWords) -> bool:
    """Whether they are of public life whose something is."""
    name = owner.name
    if name is None:
        return words.is_of(words.public, owner.lower)
    if name.kind == "body":
        return bool(name.entity)
    return _of_name(name, matter, words) in (Doer.PUBLIC, Doer.STATE)


def _called(before: Iterable[Token], words: DoerWords) -> Doer | None:
    """What somebody is by the nouns right before the name: "the Peruvian official | Ana Brito"."""
    nouns = [token.lower for token in before if token.name is None]
    if any(words.is_of(words.private, noun) for noun in nouns):
        return Doer.PRIVATE
    return Doer.PUBLIC if any(words.is_of(words.public, noun) for noun in nouns) else None


def _of_name(name: Name, matter: Matter, words: DoerWords) -> Doer:
    if name.kind == "country":
        return Doer.STATE
    if name.kind not in ("person", "name"):
        return Doer.STRANGER if name.kind == "body" and name.entity else Doer.UNKNOWN
    if name.entity or (name.title and name.title not in words.slight_titles):
        return Doer.PUBLIC
    office = words.is_of(words.public, name.text.split()[-1].lower())  # "The President"
    return Doer.PUBLIC if office or holds_office(name.text, matter.article) else Doer.STRANGER


def _meant_by(pronoun: Token, matter: Matter, words: DoerWords) -> Doer:
    """What "he" is: by those who are told to take part, else by the nouns that he is called by before."""
    start = matter.view.in_article(pronoun.span).start
    people = [a for a in matter.involved if a.kind == "person" and not a.bystander]
    if named := [a for a in people if a.span is None or a.span.start < start]:
        public = any(_in_office(actor, matter, words) for actor in named)
        return Doer.PUBLIC if public else Doer.STRANGER
    if pronoun.lower in words.first_person:
        said = speaking(matter)
        return _of(said, matter, words) if said else Doer.UNKNOWN
    if told := told_of(matter, pronoun.span.start):
        return _of_somebody(told, matter, words)
    for number in range(matter.view.number - 1, max(-1, matter.view.number - BACK - 1), -1):
        earlier = _seen_in(number, matter)
        if told := told_of(earlier):
            return max(Doer.AFFAIR, _of_somebody(told, earlier, words))
    return Doer.UNKNOWN


def _of_somebody(told: Sequence[Token], matter: Matter, words: DoerWords) -> Doer:
    """What somebody is whom a noun tells of that may be no person's ("a view was put to him as | he left")."""
    found = _of(told, matter, words)
    return Doer.UNKNOWN if found is Doer.PLAIN else found


def _in_office(actor: Actor, matter: Matter, words: DoerWords) -> bool:
    if actor.entity or (actor.title and actor.title not in words.slight_titles):
        return True
    return holds_office(actor.name, matter.article)


def _seen_in(number: int, matter: Matter) -> Matter:
    """What is known, of an earlier sentence."""
    view = matter.article.views[number]
    tokens = tokens_of(view, Span(0, 0), False, matter.words, matter.tagged)
    wording = Wording(tokens, view, matter.article, matter.words)
    return replace(matter, view=view, wording=wording, first=0, last=0)
