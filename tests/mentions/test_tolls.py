"""What a sentence counts of the dead and the hurt."""

import pytest

from tests.mentions.telling import document
from tracker.mentions.article import article_of
from tracker.mentions.tolls import tolls_of
from tracker.rulebook import load_rulebook


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire killed two.", ["#dead 2"]),
        ("A boy dies two days after the fire.", []),
        ("Three people died four hours later.", ["#dead 3"]),
    ],
)
def test_how_long_somebody_lived_is_no_toll(text: str, expected: list[str]) -> None:
    article = article_of(document(text), load_rulebook())
    assert list(tolls_of(article.views[0], article.language)) == expected
