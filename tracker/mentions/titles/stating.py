"""What somebody is said to be, or to be no more, where no verb tells of it."""

from tracker.mentions.titles.clauses import predicates
from tracker.mentions.titles.doing import names_agent
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.objects import object_of
from tracker.mentions.titles.polish import LONGEST, polish
from tracker.mentions.titles.subjects import subject_of
from tracker.mentions.titles.who import subject_text
from tracker.mentions.titles.wording import text_of

__all__ = ["stated"]


def stated(matter: Matter) -> str:
    """What somebody is said to be no more, where the trigger says nothing else ("Laos no longer a member of …")."""
    words = matter.words
    clauses = predicates(matter.tokens, words)
    for clause in clauses:
        inside = clause.form == "copula" and matter.first <= clause.end <= matter.last
        subject = subject_of(matter.tokens, clause, clauses, words) if inside else None
        if subject and names_agent(matter.tokens[subject.start : subject.end]):
            who = subject_text(matter.wording, subject)
            what = text_of(matter.wording, object_of(matter.tokens, clause, words))
            the = min(words.sets["article"])
            for name in matter.view.names if len(who + what) >= LONGEST else ():
                what = what.replace(f"{the} {name.text}", name.shown).replace(name.text, name.shown)
            return polish(f"{who} {what}", words) if who and what else ""
    return ""
