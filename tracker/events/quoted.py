"""How the quote of a source says a thing: the words that name the happening, the word for who takes part."""

from tracker.values import Actor, Source

__all__ = ["named", "word_for"]

BEFORE_NAMED = 45  # characters


def named(source: Source, before: int = BEFORE_NAMED, after: int = 0) -> str:
    """The words that name the happening in the quote, and so many characters beside them."""
    offset = source.mention.evidence.start
    for field, span in source.mention.spans:
        if field == "type" and span.start >= offset:
            return source.quote[max(0, span.start - offset - before) : span.end - offset + after]
    return ""


def word_for(actor: Actor, source: Source) -> str:
    """How the quote calls an actor: a country perhaps by its capital."""
    if actor.kind != "country" or actor.span is None:
        return actor.name
    offset = source.mention.evidence.start
    told = source.quote[max(0, actor.span.start - offset) : max(0, actor.span.end - offset)]
    return told or actor.name
