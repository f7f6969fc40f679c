"""Which body "the grouping" or "the alliance" is: one that states have joined, and no court named since."""

from collections.abc import Sequence

from tracker.mentions.hits import View
from tracker.mentions.names import Name

__all__ = ["bloc_meant"]

JOINED, UNITED = ("alliance",), ("leaders", "union")  # as the gazetteer calls them


def bloc_meant(views: Sequence[View], headline: View, *, union: bool = True) -> Name | None:
    """The only one of the headline, else the last one of the nearest of these sentences that has one; no `union`
    where it is called an alliance."""
    kinds = (*JOINED, *UNITED) if union else JOINED
    above = {n.shown: n for n in _of(headline, kinds)}
    if len(above) == 1:
        return next(iter(above.values()))
    return next((names[-1] for names in (_of(view, kinds) for view in views) if names), None)


def _of(view: View, kinds: Sequence[str]) -> list[Name]:
    return [name for name in view.names if name.entry and name.entry.detail in kinds]
