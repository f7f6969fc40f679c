"""Phrases and verbs as a headline has them: no dates, names in full, the present tense."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.mentions.article import Article
from tracker.mentions.hits import View
from tracker.mentions.titles.clauses import Clause, predicates
from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.naming import bearer, label_of, labels_of, pair
from tracker.mentions.titles.omissions import introduces, is_left_out
from tracker.mentions.titles.owning import possessive
from tracker.mentions.titles.phrases import Phrase
from tracker.mentions.titles.plurals import plural
from tracker.mentions.titles.pronouns import meant
from tracker.mentions.titles.subjects import subject_of
from tracker.mentions.titles.tokens import Token

OPENING = 4  # words into a sentence that begins with "at their congress"
MOST = 5  # words of those whose something is

__all__ = ["Wording", "text_of", "verb_text"]


@dataclass(frozen=True, slots=True)
class Wording:
    """A tagged sentence and where it stands."""

    tokens: Sequence[Token]
    view: View
    article: Article
    words: HeadlineWords


def verb_text(
    tokens: Sequence[Token], clause: Clause, many: bool, ahead: bool, words: HeadlineWords
) -> str:
    """The verb as headlines have it: present, "to …" for what is planned, the bare participle."""
    first = _inflected(tokens[clause.main], clause, many, ahead, words)
    plain = clause.passive or clause.form == "participle"
    later, many = clause._replace(form="finite"), many or ahead or clause.form == "ahead"
    more = [
        t.lower if plain or not t.form else _inflected(t, later, many, False, words)
        for t in tokens[clause.main + 1 : clause.end]
    ]
    how = tokens[clause.main - 1 : clause.main] if clause.main else ()
    kept = [token.lower for token in how if token.lower in words.sets["kept_adverbs"]]
    return " ".join([*kept, first, *more]).replace(" ,", ",")


def _inflected(token: Token, clause: Clause, many: bool, ahead: bool, words: HeadlineWords) -> str:
    ahead = clause.form == "ahead" or (ahead and clause.form == "infinitive")
    if clause.passive:
        return f"{min(words.sets['to_be'])} {token.lower}" if ahead else token.lower
    if ahead:
        return f"{min(words.sets['to'])} {token.base}"
    if clause.form == "participle":
        return token.lower
    return token.base if many else words.present[token.base]


def text_of(wording: Wording, phrase: Phrase, brief: bool = False, owner: bool = False) -> str:
    """The words of a phrase without dates, with names in full; `brief` leaves out what stands before
    a person's name, `owner` names whose it is where the phrase begins with "his" or "its"."""
    parts: list[str] = []
    before: Token | None = None
    for number in range(phrase.start, _before_own(wording, phrase)):
        token = wording.tokens[number]
        if is_left_out(wording.tokens, number, wording.words) or (
            brief and introduces(wording.tokens, number, phrase.end, wording.words)
        ):
            continue
        inside = _part_of_name(wording, number)
        of = before is not None and before.lower in wording.words.sets["of"]
        word = token.text if inside else _word(wording, token, owner and not parts)
        if of and owner and token.tag is Tag.POSSESSIVE:
            word = _word(wording, token, True) or word  # "visit of his sister"
        country = token.name is not None and token.name.kind == "country"
        if brief and country and word == token.text:
            word = _short_name(token)
            if word != token.text and before is not None and before.tag is Tag.DETERMINER:
                del parts[-2 if len(parts) > 1 else -1 :]
        if not word:
            continue
        parts += ["" if before is None or _glued(before, token) else " ", word]
        before = token
    return "".join(parts)


def _before_own(wording: Wording, phrase: Phrase) -> int:
    """Where the phrase ends, at most before a preposition with a speaker's own ("a visit | to our country")."""
    for number in range(phrase.start + 1, phrase.end - 1):
        own = wording.tokens[number + 1].lower in wording.words.sets["never"]
        of = wording.tokens[number].lower in wording.words.sets["of"]
        if own and not of and wording.tokens[number].tag is Tag.PREPOSITION:
            return number
    return phrase.end


def _part_of_name(wording: Wording, number: int) -> bool:
    """Whether a known surname is only part of the name that stands there ("Lula | da Silva", "Ceyhun |
    Bayramov"): the full name in its place would say the rest twice."""
    token, words = wording.tokens[number], wording.words
    if token.name is None or token.name.kind != "person" or token.name.form != "short":
        return False
    before = wording.tokens[number - 1] if number else None
    within = before is not None and before.lower in words.sets["name_particles"]
    given = within or (
        before is not None
        and before.tag is Tag.WORD
        and before.text[0].isupper()
        and token.span.start - before.span.end <= 1
        and not _is_title(before.lower, words)
    )
    behind = wording.tokens[number + 1 : number + 3]
    goes_on = len(behind) > 1 and behind[0].lower in words.sets["name_particles"]
    return given or (goes_on and behind[1].text[0].isupper() and not token.owner)


def _is_title(word: str, words: HeadlineWords) -> bool:
    plain = word.rstrip(".")
    titles = words.sets["offices"], words.sets["honorifics"], words.sets["bearers"]
    return any(plain in known or plain.removesuffix("s") in known for known in titles)


def _short_name(token: Token) -> str:
    """A country by its short name where its full one is long."""
    name = token.name
    if name is None or name.form != "name" or len(name.text) <= len(name.shown):
        return token.text
    return name.shown + token.text[len(name.text) :]


def _glued(before: Token, token: Token) -> bool:
    near = before.span.end == token.span.start
    return near and not (before.text[-1].isalnum() and token.text[0].isalnum())


def _collective(wording: Wording, token: Token) -> str:
    """The body that "the bloc's" or "the alliance's" is of, the last one named before; else nothing."""
    words, span = wording.words, token.span
    stem = token.lower.rstrip("'’s").removesuffix("'").removesuffix("’")
    if stem not in words.sets["blocs"] or token.tag is not Tag.WORD:
        return ""
    for number in range(wording.view.number, -1, -1):
        view = wording.article.views[number]
        here = number == wording.view.number
        bodies = [
            n
            for n in view.names
            if n.kind == "body" and (not here or view.at(n.span).end <= span.start)
        ]
        if bodies:
            return possessive(bodies[-1].shown)
    return ""


def _owners(wording: Wording, token: Token) -> str:
    """Who "they" are whose it is, by the subject of the clause ("the envoys met again at | their congress")."""
    tokens, words = wording.tokens, wording.words
    if token.lower not in words.sets["theirs"]:
        return ""
    at = next(n for n, t in enumerate(tokens) if t.span == token.span)
    if at and tokens[at - 1].lower in words.sets["of"]:
        return ""  # the anniversary of their ties: between them
    for end in range(at, 1, -1):
        if two := pair(tokens[max(0, end - 3) : end], wording.view, wording.article, words):
            return f" {min(words.sets['and'])} ".join(n.shown for n in two)
    clauses = predicates(tokens, words)
    told = [c for c in clauses if c.form in ("finite", "ahead", "copula")]
    before = [c for c in told if c.end <= at][-1:]
    opens = at < OPENING and tokens[0].tag is Tag.PREPOSITION
    for clause in before or (told[:1] if opens else []):
        who = subject_of(tokens, clause, clauses, words)
        inside = tokens[who.start : who.end] if who else ()
        if (
            who
            and plural(inside, words, not who.start)
            and len(inside) <= MOST
            and not who.start <= at < who.end
        ):
            text = text_of(wording, who)
            first, _, rest = text.partition(" ")
            return rest if words.tags.get(first.lower()) is Tag.DETERMINER else text
    return ""


def _word(wording: Wording, token: Token, leads: bool) -> str:
    labels = labels_of(wording.article)
    if token.tag is Tag.POSSESSIVE and leads:
        label = meant(token, wording.view, wording.article, labels, wording.words)
        label = label or _owners(wording, token)
        return label and possessive(label)
    if token.name is not None and token.name.kind == "person":
        return label_of(token.name, labels, wording.article) + token.text[len(token.name.text) :]
    if token.name is not None and token.name.kind == "country" and token.name.form == "name":
        article = token.lower.split()[0] in wording.words.sets["dropped_articles"]
        return token.name.shown + token.text[len(token.name.text) :] if article else token.text
    if token.owner and (body := _collective(wording, token)):
        return body
    if leads and token.owner and token.text[:1].isupper() and token.tag is Tag.WORD:
        office = token.text[
            : -2 if token.lower.endswith("s") and not token.lower.endswith("ss") else None
        ]
        who = bearer(office, labels)
        return possessive(who) if who else token.text
    return token.text
