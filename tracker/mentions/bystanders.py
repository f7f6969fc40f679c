"""Who is named beside those who take part, and takes none itself: whose somebody is ("Chinese President Xi",
"the chief of the IAEA"), where it happens or goes to ("to Hanoi, Vietnam"). The words that show it are the
lexicons of offices and roles.toml."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.hits import View
from tracker.mentions.houses import is_a_house
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS, SIGNS
from tracker.mentions.names import Name
from tracker.mentions.phrases import Phrases, phrases
from tracker.values import Span

__all__ = ["bystanders"]

TOKEN = re.compile(rf"[{SIGNS}]+|[\w’'.-]+|[,()&]|\S")
BRACKETS = re.compile(r"\s*\([^()]*\)")
OWNED = re.compile(r"['’]s?(?=\s)")
FARTHEST = 90  # characters between a country and the person whose it is
OPENING = 5  # words of an apposition before the office it holds
LONGEST = 260  # characters of an apposition


@dataclass(frozen=True, eq=False)
class Belongings:
    """The words of a language that tie a country or body to somebody's office, or to a place."""

    offices: frozenset[str]  # the last words of offices
    parts: frozenset[str]  # all their words
    joints: frozenset[str]
    at_place: re.Pattern[str]
    topic: re.Pattern[str]  # "a conference on": what it is about follows
    where: re.Pattern[str]  # "where", behind the place of which it tells
    and_to: re.Pattern[str]
    set_off: re.Pattern[str]
    of_somebody: re.Pattern[str]
    pieces: re.Pattern[str]  # "of", "of the": what a body is part of follows
    papers: re.Pattern[str]
    named_after: re.Pattern[str]
    meeting_there: re.Pattern[str]  # from the word before a capital on: "the Lima peace talks"
    ally: re.Pattern[str]
    reacting: Phrases  # "condemned by", and others before a name
    row: re.Pattern[str]


@lru_cache(maxsize=8)
def _belongings(language: Language) -> Belongings:
    titles = [t.lower() for t in language.words("titles", "leader_titles", "office_words")]
    joints = frozenset(language.words("office_joints"))
    article = language.any_of("articles")
    return Belongings(
        offices=frozenset(re.split(r"[ -]", title)[-1] for title in titles),
        parts=frozenset(word for title in titles for word in re.split(r"[ -]", title)),
        joints=joints,
        at_place=re.compile(
            rf"(?<![\w’'-]){language.any_of('where_it_is')}\s+"
            rf"(?:{article}\s+)?(?:(?i:{language.any_of('place_adjectives')})\s+){{0,2}}"
            rf"(?:(?:[A-Z][\w’'-]+\s+){{0,2}}[A-Z][\w’'-]+,\s+)?$"  # "in Tacna, Peru"
            rf"|(?<![\w-]){language.any_of('edges')}\s+{language.any_of('of_whom', 'part_with')}\s+(?:{article}\s+)?$"
        ),
        topic=re.compile(
            rf"(?<![\w-]){language.any_of('talked_about')}\s+{language.any_of('about_what')}\s+(?:{article}\s+)?$"
        ),
        where=re.compile(rf",?\s+{language.any_of('where_relative')}(?![\w-])"),
        and_to=re.compile(
            rf",?\s+{language.any_of('in_a_row')}\s+(?:{language.any_of('where_it_is')}\s+)?(?:{article}\s+)?"
        ),
        set_off=re.compile(rf",\s+(?:{article}\s+)?"),
        of_somebody=re.compile(rf"\w\s+{language.any_of('of_whom')}\s+$"),
        pieces=re.compile(rf"\s+{language.any_of('of_whom')}\s+(?:{article}\s+)?"),
        papers=re.compile(rf"(?<![\w-]){language.any_of('papers', exact=True)}\s+\w+\s+$"),
        named_after=re.compile(rf"\s+(?:\w+\s+)?{language.any_of('named_after_places')}(?![\w-])"),
        meeting_there=re.compile(
            rf"(?:(?<!\w){language.any_of('the')}|\S*['’]s?)\s+[{SIGNS}]+\s+(?:[\w-]+\s+)?"
            rf"(?i:{language.any_of('gatherings_named')})(?![\w-])"
        ),
        ally=re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,3}}{language.any_of('office_words')}\s*[,.]"),
        reacting=phrases(
            language.words("reacted"),
            rf"(?<![\w-])(?i:{language.any_of('reacted')})\s+{language.any_of('part_by')}\s+(?P<row>[^;.]*)$",
        ),
        row=re.compile(
            rf"(?:[{SIGNS}]+(?:['’]s)?|[A-Z][\w’'.-]*|{article}|{language.any_of('in_a_row')}"
            rf"|(?i:{language.any_of('titles', 'leader_titles', 'office_words')})|,|\s)*"
        ),
    )


def bystanders(names: Sequence[Name], view: View, language: Language) -> Set[Span]:
    """The spans of those names of a clause, in order, that stand there for no party."""
    words = _belongings(language)
    found: dict[Span, Name] = {}
    for number, name in enumerate(names):
        before, after = names[:number], names[number + 1 : number + 2]
        if name.kind == "person":
            beside = _is_patron(name, names, number, view, words)
        else:
            beside = name.kind in ("country", "body") and (
                _is_said_again(name, before, after, view, found)
                or _is_somebodys(name, after, view, words)
                or _is_held_by(name, before, view, words)
                or _is_part(name, after, view, words)
                or (
                    name.kind == "body"
                    and is_a_house(name, view.at(name.span), view.masked, language)
                )
                or _is_a_place(name, before, view, words, found)
            )
        if beside or _only_reacts(name, view, words):
            found[name.span] = name
    return found.keys()


def _only_reacts(name: Name, view: View, words: Belongings) -> bool:
    """Whether it is one of those who are told to think of it so or so ("condemned by Peru and Chile")."""
    start = view.at(name.span).start
    found = words.reacting.search(view.searched, max(0, start - LONGEST), start)
    return found is not None and words.row.fullmatch(found["row"]) is not None


def _is_said_again(
    name: Name,
    before: Sequence[Name],
    after: Sequence[Name],
    view: View,
    found: Mapping[Span, Name],
) -> bool:
    """Whether brackets only shorten the name before them, which takes no part ("of the Republic of Peru (Peru)");
    or behind it a body is called by its letters ("the Lake Board (LB)")."""
    if before and before[-1].entity == name.entity and before[-1].span in found:
        return _brackets(before[-1], name, view)
    shortened = name.by_shape and bool(after) and after[0].kind == "body"
    return shortened and _brackets(name, after[0], view)


def _brackets(name: Name, inside: Name, view: View) -> bool:
    """Whether one name follows the other in brackets."""
    spot = view.at(inside.span)
    between = view.masked[view.at(name.span).end : spot.start]
    return between == " (" and view.masked.startswith(")", spot.end)


def _is_somebodys(name: Name, after: Sequence[Name], view: View, words: Belongings) -> bool:
    """Whether it only says whose the person or body right behind it is: "Russia's Lavrov"."""
    if not after or after[0].kind not in ("person", "body"):
        return False
    spot, next_ = view.at(name.span), view.at(after[0].span)
    gap = view.masked[spot.end : next_.start]
    if not gap or len(gap) > FARTHEST:
        return False
    owned = OWNED.match(gap)
    tied = owned is not None or name.form == "demonym"
    between = TOKEN.findall(gap[owned.end() if owned else 0 :])
    if after[0].kind == "body":
        return _owns_body(name, between, tied)
    return _holds_office(between, tied, words)


def _is_patron(
    name: Name, names: Sequence[Name], number: int, view: View, words: Belongings
) -> bool:
    """Whether somebody is only told of for the sake of another: "Kofi's envoy, Ana Brito", "Ana Brito, a critic
    of Kofi"."""
    text, spot = view.masked, view.at(name.span)
    after, before = names[number + 1 : number + 2], names[:number]
    if after and after[0].kind == "person" and OWNED.match(text, spot.end):
        return _is_somebodys(name, after, view, words)
    person = next((n for n in reversed(before) if n.kind == "person"), None)
    if person is None:
        return False
    told = text[view.at(person.span).end : spot.start]
    told = told[: told.rfind(name.title)] if name.title else told
    return words.of_somebody.search(told) is not None and _tells_office(told, words)


def _owns_body(name: Name, between: Sequence[str], tied: bool) -> bool:
    if name.kind != "country" or len(between) > 2 * tied:
        return False
    return all(token[0].isalpha() and token[0].islower() for token in between)


def _holds_office(between: Sequence[str], tied: bool, words: Belongings) -> bool:
    """Whether what stands between a country and a person is an office, or nothing."""
    if between and between[-1] == ",":
        between = between[:-1]
    if not between:
        return tied
    if any(not token[0].isalnum() for token in between):
        return False
    if _last(between[-1]) not in words.offices and not _has_portfolio(between, words):
        return False
    return tied or all(
        token[0].isupper() or set(token.lower().split("-")) <= words.parts | words.joints
        for token in between
    )


def _has_portfolio(between: Sequence[str], words: Belongings) -> bool:
    """Whether an office is told with what it is for ("Minister of Trade and Industry")."""
    return any(
        _last(token) in words.offices and between[number + 1].lower() in words.joints
        for number, token in enumerate(between[:-2])
    )


def _last(token: str) -> str:
    """The word by which an office is known."""
    return re.split(r"[-’']", token.lower())[-1]


def _is_held_by(name: Name, before: Sequence[Name], view: View, words: Belongings) -> bool:
    """Whether it stands in what is told of the office of somebody before it: "Ana Brito, minister of … of
    Peru", "Cuba, Peru's ally,"; or is what a body before it is part of."""
    spot = view.at(name.span)
    set_off = before and view.masked[view.at(before[-1].span).end : spot.start] == ", "
    if set_off and words.ally.match(view.masked, spot.end):
        return True
    person = next((n for n in reversed(before) if n.kind == "person"), None)
    if person and _tells_office(view.masked[view.at(person.span).end : spot.start], words):
        return True
    last = before[-1] if before else None
    if last is None or last.kind != "body" or (last.by_shape and name.kind == "body"):
        return False
    return words.pieces.fullmatch(view.masked, view.at(last.span).end, spot.start) is not None


def _is_part(name: Name, after: Sequence[Name], view: View, words: Belongings) -> bool:
    """Whether it is a nameless part of the known body behind it: "the Standing Committee of the CPPCC"."""
    if not (name.by_shape and after and after[0].kind == "body" and after[0].entry):
        return False
    gap = view.at(name.span).end, view.at(after[0].span).start
    return words.pieces.fullmatch(view.masked, *gap) is not None


def _tells_office(text: str, words: Belongings) -> bool:
    """Whether the text between a person and a name goes on telling of an office: it is an apposition
    (", vice-minister of …, chairman of"), or "of"."""
    if words.pieces.fullmatch(text):
        return True
    if len(text) > LONGEST or not text.startswith(",") or MARKS["person"] in text:
        return False
    holding, left, before = False, OPENING, ","
    for token in TOKEN.findall(text):
        if token == ",":
            holding, left = False, OPENING
        elif _last(token) in words.offices:
            holding = True
        elif not _goes_on(token, holding and before.lower() in words.joints, words):
            holding, left = False, left - 1
        if not holding and left < 0:
            return False
        before = token
    return holding


def _goes_on(token: str, joined: bool, words: Belongings) -> bool:
    """Whether a word leaves it open that an office is told of: a name, a small word, what "of" joins to it."""
    plain = token[0].isalnum() and not token[0].isupper()
    return joined or not plain or token.lower() in words.joints


def _is_a_place(
    name: Name, before: Sequence[Name], view: View, words: Belongings, found: Mapping[Span, Name]
) -> bool:
    """Whether it only says where: "over Japan", "to Tokyo, Japan and Seoul", "the Treaty of Paris"."""
    text, spot = view.masked, view.at(name.span)
    if name.kind != "country" or name.form == "demonym":
        return False
    if OWNED.match(text, spot.end) or text.startswith("-", spot.end):
        return False
    if words.where.match(text, spot.end) or words.topic.search(
        text, max(0, spot.start - 60), spot.start
    ):
        return True
    if words.at_place.search(text, max(0, spot.start - 60), spot.start):
        return True
    if name.form == "capital" and _in_a_name(text, spot, words):
        return True
    last = before[-1] if before else None
    if last is None or not (last.kind == "place" or last.span in found):
        return False
    gap = view.at(last.span).end, spot.start
    if last.country == name.entity and words.set_off.fullmatch(text, *gap):
        return True  # "Wonsan, North Korea"
    if dated := BRACKETS.match(text, *gap):  # "in Tehran (16 October 2007), Baku (…"
        gap = dated.end(), spot.start
    listed = dated is not None and words.set_off.fullmatch(text, *gap) is not None
    return listed or words.and_to.fullmatch(text, *gap) is not None


def _in_a_name(text: str, spot: Span, words: Belongings) -> bool:
    """Whether a capital is part of a longer name: "the Phnom Penh summit", "the Treaty of Paris"."""
    behind = text[spot.end : spot.end + 2]
    if (behind[:1] == " " and behind[1:].isupper()) or words.named_after.match(text, spot.end):
        return True
    before = text.rfind(" ", 0, max(0, spot.start - 1)) + 1
    if words.meeting_there.match(text, before):
        return True
    return words.papers.search(text, max(0, spot.start - 40), spot.start) is not None
