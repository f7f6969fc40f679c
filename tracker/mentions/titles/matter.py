"""All that a title is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.mentions.article import Article
from tracker.mentions.event_types import EventType
from tracker.mentions.hits import Hit, View
from tracker.mentions.roles import Cast
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.tokens import Tagged, Token
from tracker.mentions.titles.wording import Wording
from tracker.values import Actor, Status

__all__ = ["Matter"]


@dataclass(frozen=True, slots=True)
class Matter:
    """All that a title is made of; `first` to before `last` are the tokens of the trigger."""

    hit: Hit
    view: View
    article: Article
    cast: Cast
    status: Status
    wording: Wording
    first: int
    last: int
    tagged: Tagged
    involved: Sequence[Actor] = ()  # all that take part by any sentence that tells of it

    @property
    def tokens(self) -> Sequence[Token]:
        return self.wording.tokens

    @property
    def words(self) -> HeadlineWords:
        return self.wording.words

    @property
    def event_type(self) -> EventType:
        return self.article.rules.types[self.hit.trigger.type]

    def views_before(self, reach: int) -> list[View]:
        """Up to `reach` sentences before its own, the nearest first."""
        number = self.view.number
        return [self.article.views[n] for n in range(number - 1, max(-1, number - reach - 1), -1)]
