"""The title that one clause makes: its subject, its verb, and what it says of the subject."""

from collections.abc import Sequence

from tracker.mentions.titles.asked import ranked, whom_asked
from tracker.mentions.titles.clauses import Clause
from tracker.mentions.titles.cutting import cut
from tracker.mentions.titles.doing import acting, agent
from tracker.mentions.titles.headlines import Tag
from tracker.mentions.titles.idle import is_hollow, is_inert
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.objects import object_of
from tracker.mentions.titles.phrases import Phrase
from tracker.mentions.titles.plurals import plural
from tracker.mentions.titles.polish import LONGEST, plain
from tracker.mentions.titles.speakers import is_pronoun, speakers, speaks, unremembered
from tracker.mentions.titles.subjects import relative_object, subject_of
from tracker.mentions.titles.things import thing_told, undone
from tracker.mentions.titles.tokens import Token
from tracker.mentions.titles.who import is_surname, people_of, subject_text
from tracker.mentions.titles.wording import text_of, verb_text
from tracker.values import Status

__all__ = ["DONE", "predicated"]

DONE = (Status.OCCURRED, Status.RECURRING)


def predicated(
    matter: Matter,
    clause: Clause,
    clauses: Sequence[Clause],
    subject: Phrase | None = None,
    loose: bool = False,
) -> str:
    """The title of `clause`, of `subject` where it is given; "" where it says nothing that makes one."""
    verb = matter.tokens[clause.main]
    pale = verb.base in matter.words.sets["pale"] and clause.end == clause.main + 1
    pale |= speaks(verb, matter.words)
    planned = verb.lower in matter.words.sets["planning"] and not clause.passive
    if not verb.base or (pale and (planned or not (loose and _has_object(matter, clause)))):
        return ""
    denies = _denial(matter, clause) and not clause.passive
    if denies or is_hollow(matter, clause) or _only_threatens(matter, verb):
        return ""
    given = subject is not None
    if clause.form == "infinitive" and _is_unreal(matter, clause, clauses):
        return ""
    clause = _tried(matter, clause, clauses)
    if first := ranked(matter.tokens, clause, clauses, matter.words):
        clause = clause._replace(form="finite")
    if asked := whom_asked(matter.tokens, clause, clauses, matter.words):
        clause = clause._replace(form="finite" if clause.form == "ing" else "ahead")
    subject = subject or first or asked or subject_of(matter.tokens, clause, clauses, matter.words)
    if subject is None or is_inert(matter, clause, subject, _has_object(matter, clause)):
        return ""
    subject = speakers(matter, subject, clauses) or subject
    if not matter.article.rules.types[matter.hit.trigger.type].anniversary:
        subject = unremembered(matter, subject)
    for brief in ((False, False), (True, False), (True, True)):
        text = _joined(matter, clause, subject, *brief, loose)
        if len(text) <= LONGEST:
            return text
    people = people_of(matter.wording, subject)
    text = _joined(matter, clause, subject, True, True, loose, people) if people else text
    who = people or subject_text(matter.wording, subject, True, loose)
    return text if given else cut(text, who, matter, clause)


def _only_threatens(matter: Matter, verb: Token) -> bool:
    """Whether a verb calls off, or puts off, what is planned as it was: that is only threatened or denied."""
    if matter.status is not Status.PLANNED:
        return False
    cues, at = matter.article.cues, (matter.view.masked, verb.span.start)
    return any(cue.regex.match(*at) for cue in (cues.cancelled, cues.postponed))


def _denial(matter: Matter, clause: Clause) -> str:
    """The "not" among the words of a verb, with its blank ("will | not | be allowed"), "" where there is none."""
    group = matter.tokens[clause.start : clause.main]
    denying = matter.words.sets["denying"]
    return next((f"{token.lower} " for token in group if token.lower in denying), "")


def _is_unreal(matter: Matter, clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether an infinitive is only threatened, wanted or refused ("has threatened to block …")."""
    before = [c for c in clauses if c.end == clause.start]
    unreal = matter.words.sets["unreal"]
    return bool(before) and matter.tokens[before[-1].main].base in unreal


def _tried(matter: Matter, clause: Clause, clauses: Sequence[Clause]) -> Clause:
    """The attempt, where a clause only tells what was attempted ("attempted | to fire a missile")."""
    before = [c for c in clauses if c.end == clause.start and c.form == "finite"]
    tries = before and matter.tokens[before[-1].main].base in matter.words.sets["trying"]
    return before[-1] if tries and clause.form == "infinitive" else clause


def _has_object(matter: Matter, clause: Clause) -> bool:
    """Whether a verb governs a noun rather than another clause ("added four firms", not "said her group had")."""
    end = object_of(matter.tokens, clause, matter.words).end
    after = matter.tokens[end].tag if end < len(matter.tokens) else None
    return end > clause.end and after not in (Tag.VERB, Tag.AUXILIARY)


def _joined(
    matter: Matter,
    clause: Clause,
    subject: Phrase,
    brief: bool,
    briefer: bool,
    loose: bool,
    people: str = "",
) -> str:
    tokens, words = matter.tokens, matter.words
    who = people or _doer_text(matter, subject, brief, loose)
    what = text_of(matter.wording, _aimed(matter, clause), briefer)
    main = tokens[clause.main]
    if tokens[min(clause.end, len(tokens) - 1)].lower in words.sets["those"]:
        return ""  # what "those" are was told before
    if named := _antecedent(matter, clause, subject, what, briefer):
        what, clause = named, _finite(clause)
    inside = tokens[subject.start : subject.end]
    many = plural(inside, words, not subject.start) and not is_surname(inside, matter)
    many |= bool(people)
    aimless = _is_aimless(matter, clause)
    bare = _needs_no_object(matter, clause, inside, many, aimless or not plain(what))
    if not named and _signs_nothing(matter, clause):
        what = f"{thing_told(matter)} {what}"
    pronoun = is_pronoun(matter, subject)
    what = _it(matter, clause) if plain(what).lower() in words.sets["it"] else what
    signed = clause.passive and main.base in words.sets["inking"]
    if pronoun and (signed or plain(what).lower() in words.sets["in_force"]):
        who = thing_told(matter)  # "It will take effect", "it is to be ratified"
    if pronoun and not (who or clause.passive):
        return undone(matter, clause, what)
    itself = named and who.split()[-1:] in ([word] for word in named.split())
    if not who or itself or not ((plain(what) and not aimless) or bare):
        return ""  # in "Roe, whom he met" he is another
    what = f"{what} {agent(matter, clause)}" if clause.passive else what
    if plain(what).lower() in words.sets["taken"] and main.base in words.sets["taking"]:
        return ""  # "takes place" alone says nothing
    if main.base in words.sets["spending"] and plain(what).split()[0].lower() in words.tags:
        return ""  # the days that were spent are left out
    ahead = matter.status not in DONE
    verb = f"{_denial(matter, clause)}{verb_text(tokens, clause, many, ahead, words)}"
    return plain(f"{who} {verb} {what}")


def _is_aimless(matter: Matter, clause: Clause) -> bool:
    """Whether what stands behind a verb is what it is done for and not what is aimed at: "met | to discuss"."""
    tokens = matter.tokens
    after = [t.tag for t in tokens[clause.end : clause.end + 5] if t.tag is not Tag.DATE]
    after = [tag for n, tag in enumerate(after) if n or tag is not Tag.PREPOSITION]
    aims = tokens[clause.main].base in matter.words.sets["aiming"]
    return after[:2] == [Tag.TO, Tag.VERB] and not aims


def _needs_no_object(
    matter: Matter, clause: Clause, who: Sequence[Token], many: bool, hollow: bool
) -> bool:
    """Whether a verb says enough without an object; one that takes several does of several, where it has none
    that is not `hollow`."""
    base, words = matter.tokens[clause.main].base, matter.words
    if hollow and base in words.sets["together"]:
        return many or not any(t.name and t.name.kind == "person" for t in who)
    alone = clause.passive or clause.form == "participle" or base in words.sets["alone"]
    return alone or clause.end > clause.main + 1  # "kicks off"


def _it(matter: Matter, clause: Clause) -> str:
    """The paper that "it" means, behind the small word that makes one verb with its own ("takes it up")."""
    paper = thing_told(matter)
    behind = matter.tokens[clause.end + 1 : clause.end + 2]
    pair = f"{matter.tokens[clause.main].base} {behind[0].lower}" if behind else ""
    return (
        f"{behind[0].lower} {paper}" if paper and pair in matter.words.sets["particles"] else paper
    )


def _signs_nothing(matter: Matter, clause: Clause) -> bool:
    """Whether a clause says where or when somebody signs and not what."""
    words, behind = matter.words, matter.tokens[clause.end : clause.end + 1]
    led = not behind or behind[0].tag in (Tag.PREPOSITION, Tag.DATE)
    inks = matter.tokens[clause.main].base in words.sets["inking"]
    return led and inks and not clause.passive and clause.form != "participle"


def _aimed(matter: Matter, clause: Clause) -> Phrase:
    """What a clause says of its subject; of a decision the aim alone, not where it was taken ("agree | in Nara |
    to meet again")."""
    told, tokens = object_of(matter.tokens, clause, matter.words), matter.tokens
    first = next((t for t in tokens[told.start : told.end] if t.tag is not Tag.DATE), None)
    led = first is not None and first.tag is Tag.PREPOSITION
    if not led or tokens[clause.main].base not in matter.words.sets["aiming"]:
        return told
    pairs = zip(range(told.start, told.end), tokens[told.start + 1 : told.end], strict=False)
    aims = (n for n, after in pairs if tokens[n].tag is Tag.TO and after.form == "base")
    return Phrase(next(aims, told.start), told.end)


def _doer_text(matter: Matter, subject: Phrase, brief: bool, loose: bool) -> str:
    """The subject as text; a pronoun only where those it means may have done it."""
    first = matter.tokens[subject.start]
    if subject.end - subject.start > 2 and first.lower in matter.words.sets["some"]:
        kind = thing_told(matter).rsplit(" ", 1)[-1]
        rest = text_of(matter.wording, Phrase(subject.start + 1, subject.end), brief)
        return f"{kind} {rest}" if kind else ""  # "One with Laos is to be signed"
    who = subject_text(matter.wording, subject, brief, loose)
    if not is_pronoun(matter, subject):
        return who
    pronoun = matter.tokens[subject.start]
    it = loose and pronoun.lower in matter.words.sets["it"]
    return "" if it else acting(who, pronoun, matter)


def _antecedent(matter: Matter, clause: Clause, subject: Phrase, what: str, brief: bool) -> str:
    """What a relative clause with nothing but a place behind its verb says of what stands before it ("the pact
    that they signed | in Minsk")."""
    tokens, words = matter.tokens, matter.words
    following = tokens[clause.end].tag if clause.end < len(tokens) else None
    main = tokens[clause.main].base
    transitive = main not in words.sets["intransitive"] or main in words.sets["either_way"]
    transitive |= tokens[subject.start - 1].lower in words.sets["whom"]
    led = following is Tag.PREPOSITION and transitive
    if clause.passive or not (led or not plain(what)):
        return ""
    object_ = relative_object(tokens, subject, words)
    if object_ is None:
        return ""
    told = text_of(matter.wording, object_, brief)
    lower = tokens[object_.start].tag is Tag.DETERMINER
    return f"{told[:1].lower() + told[1:] if lower else told} {what}"


def _finite(clause: Clause) -> Clause:
    return clause if clause.form == "ahead" else clause._replace(form="finite")
