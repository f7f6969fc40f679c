"""What types of happenings an article has told of so far: words such as "the session" refer back to them."""

from collections import deque
from collections.abc import Container, Iterable

from tracker.mentions.hits import Hit, hits_in
from tracker.mentions.rules import Rules
from tracker.mentions.searching import Searched

__all__ = ["Told", "dangles"]


class Told(Container[str]):
    """The types told of so far. Sentences that can only add to them are read when first asked."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._types: set[str] = set()
        self._waiting: deque[Searched | set[str]] = deque()

    def __contains__(self, type_: object) -> bool:
        while self._waiting:
            each = self._waiting.popleft()
            if isinstance(each, Searched):
                found = hits_in(each, self._rules.undated, self._types)
                each = _types(hit for hit in found if not dangles(hit, self._types))
            self._types |= each
        return type_ in self._types

    def add(self, hits: Iterable[Hit]) -> None:
        """Remembers the types of the next sentence's hits, those left out that refer to nothing."""
        self._waiting.append(_types(hits))

    def put_off(self, searched: Searched) -> None:
        """Remembers to read the next sentence for its types."""
        self._waiting.append(searched)


def dangles(hit: Hit, told: Container[str]) -> bool:
    """Whether the hit's words refer to something told earlier, and nothing of its type was."""
    return "earlier" in hit.trigger.needs and hit.trigger.type not in told


def _types(hits: Iterable[Hit]) -> set[str]:
    return {hit.trigger.type for hit in hits}
