"""Which sentences go on with which telling, and the details that they tell of it."""

from collections.abc import Hashable, Sequence, Set
from functools import cached_property

from tracker.mentions.article import Article
from tracker.mentions.details import details_in, regions_in
from tracker.mentions.hits import View
from tracker.values import Mention

__all__ = ["Threads"]

ON = 3  # sentences behind its own that may go on with it
HEAD = 3  # sentences in which the town may be told with its region


class Threads:
    """The sentences of an article by what they tell of: tellings of one type and the same days are of one thread,
    but for those at the places `others`, each of which is of one of its own."""

    def __init__(
        self, told: Sequence[tuple[View, Mention]], others: Set[int], article: Article
    ) -> None:
        self._article = article
        self._threads: dict[str, dict[int, set[Hashable]]] = {}
        self._of: list[Hashable] = []
        for number, (view, mention) in enumerate(told):
            thread: Hashable = number if number in others else mention.interval
            self._of.append(thread)
            sentences = self._threads.setdefault(mention.type, {})
            sentences.setdefault(view.number, set()).add(thread)

    def elsewhere(self, type: str, thread: Hashable) -> frozenset[int]:
        """The sentences that tell of other happenings of the type, with those that go on with them in their
        paragraphs."""
        sentences, found = self._threads.get(type, {}), set[int]()
        for number, threads in sentences.items():
            if thread in threads:
                continue
            found.add(number)
            found.update(self._goes_on(number, sentences))
        return frozenset(found)

    def _goes_on(
        self, number: int, sentences: Set[int] | dict[int, set[Hashable]]
    ) -> Sequence[int]:
        views, last = self._article.views, number + 1
        if not 0 <= number < len(views):
            return ()
        paragraph = views[number].sentence.paragraph
        while (
            last < len(views)
            and views[last].sentence.paragraph == paragraph
            and last not in sentences
        ):
            last += 1
        return range(number + 1, last)

    def details_of(self, at: int, told: tuple[View, Mention], *, news: bool) -> tuple[str, ...]:
        """The details told in the sentence of the telling at a place and behind it, up to one of another thread;
        of what is the `news`, in the title as well."""
        views, language = self._article.views, self._article.language
        sentences, thread, number = self._threads[told[1].type], self._of[at], told[0].number
        texts = [self._article.document.title.lower()] if news else []
        for each in range(max(0, number), min(number + 1 + ON, len(views))):
            if each != number and thread not in sentences.get(each, {thread}):
                break
            texts.append(views[each].sentence.text[views[each].head :])
        found = (detail for text in texts for detail in details_in(text, language))
        return tuple(dict.fromkeys((*found, *self._regions)))

    @cached_property
    def _regions(self) -> tuple[str, ...]:
        """The towns told with their region in the title and where the article begins."""
        document, views = self._article.document, self._article.views
        end = views[min(HEAD, len(views)) - 1].sentence.span.end if views else 0
        return tuple(dict.fromkeys(regions_in(f"{document.title}\n{document.text[:end]}")))
