"""Why a text was read as it was: every trigger with the mention it made, or the reason why it made none."""

from dataclasses import dataclass

from tracker.mentions.find import read_document
from tracker.mentions.passed_over import PassedOver
from tracker.mentions.reading import Reading
from tracker.rulebook import Rulebook
from tracker.values import Document, Interval, Mention, Sentence, Span

__all__ = ["Explained", "explain"]


@dataclass(frozen=True, slots=True)
class Explained:
    """What became of one trigger. `words` is its span in the text; `mention` is None where it made none,
    then `reason` says why ("no date", "negated by 'not'"); `date` is the phrase it took its date from."""

    sentence: Sentence
    rule: str
    type: str
    words: Span
    reason: str
    mention: Mention | None = None
    date: Span | None = None
    interval: Interval | None = None
    date_reason: str = ""
    cost: float | None = None
    told_by: str = ""  # the rule that took the words and tells a happening by them


def explain(
    document: Document, rulebook: Rulebook, *, beaten: bool = False
) -> tuple[Explained, ...]:
    """Every trigger of the document, in text order, also those kept back by their `unless`, and if asked those
    `beaten` by another rule that took their words. Repeated tellings are not merged yet here."""
    readings, lost = read_document(document, rulebook)
    kept = (each for each in lost if beaten or each.winner is None)
    found = [*map(_explained, readings), *map(_lost, kept)]
    return tuple(sorted(found, key=lambda told: (told.sentence.span, told.words)))


def _lost(lost: PassedOver) -> Explained:
    winner = lost.winner
    return Explained(
        sentence=lost.view.sentence,
        rule=lost.trigger.id,
        type=lost.trigger.type,
        words=lost.view.in_article(lost.span),
        reason=lost.reason,
        told_by=winner.hit.trigger.id if winner and winner.mention else "",
    )


def _explained(reading: Reading) -> Explained:
    sentence, hit, dated = reading.view.sentence, reading.hit, reading.dated
    return Explained(
        sentence=sentence,
        rule=hit.trigger.id,
        type=reading.mention.type if reading.mention else hit.trigger.type,
        words=reading.view.in_article(hit.span),
        reason=reading.reason,
        mention=reading.mention,
        date=dated.date.span if dated else None,
        interval=dated.interval if dated else None,
        date_reason=dated.reason if dated else "",
        cost=round(dated.cost, 2) if dated else None,
    )
