"""Who speaks in a transcript: "PRESIDENT ROE: Thank you. I met …"."""

import re
from collections.abc import Set

from tracker.mentions.article import Article
from tracker.mentions.clauses import part_around
from tracker.mentions.hits import Hit, View

__all__ = ["leading_speaker"]

TURN = re.compile(r"^(?:THE )?(?P<who>[A-Z][A-Z .'’-]{0,48}):(?= )", re.MULTILINE)


def leading_speaker(hit: Hit, view: View, titles: Set[str], article: Article) -> str:
    """The leader who tells in their own turn what they did ("I met"); empty where nobody such speaks."""
    start = part_around(view.masked, hit.span).start
    if not article.cues.leading.first_person.search(view.masked, start, hit.span.end):
        return ""
    label = ""
    for turn in TURN.finditer(article.document.text, 0, view.sentence.span.end):
        label = turn["who"].lower()
    leads = any(label == title or label.startswith(f"{title} ") for title in titles)
    return label.rpartition(" ")[2] if leads else ""
