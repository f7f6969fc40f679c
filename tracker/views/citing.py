"""Articles cited by number."""

from collections.abc import Iterable, Iterator

from tracker.values import Evidence

__all__ = ["Sources"]


class Sources:
    """Numbers articles in the order in which they are first cited."""

    def __init__(self) -> None:
        self._numbers: dict[str, tuple[int, Evidence]] = {}

    def cite(self, sources: Iterable[Evidence]) -> str:
        """ "[1][3]" for the articles behind an event, each once."""
        numbers = {self._number(source) for source in sources}
        return "".join(f"[{number}]" for number in sorted(numbers))

    def _number(self, source: Evidence) -> int:
        known = self._numbers.setdefault(source.url, (len(self._numbers) + 1, source))
        return known[0]

    def __iter__(self) -> Iterator[tuple[int, Evidence]]:
        return iter(self._numbers.values())
