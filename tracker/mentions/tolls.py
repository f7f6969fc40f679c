"""How many a happening befell, as a sentence counts them: the dead, the hurt, people."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tracker.mentions.hits import View
from tracker.mentions.language import Language

__all__ = ["TOLL", "tolls_of"]

TOLL = "#"  # among the names told around a happening: "#dead 2"
CLASSES = {"toll_dead": "dead", "toll_hurt": "hurt", "toll_people": "people"}
FAR = 5  # words behind a number in which stands what it counts
WORD = re.compile(
    r"(?<![\w$£€.,-])(?:\d{1,3}(?:,\d{3})+|\d{1,5})(?![\w%.-]\w|[\w%-])|[^\W\d_]+|[.,;:()]"
)


def tolls_of(view: View, language: Language) -> Iterator[str]:
    """What the sentence counts of these, with how many."""
    words = [word.lower() for word in WORD.findall(view.masked[view.head :])]
    classes, numbers = _classes(language), _numbers(language)
    links, times = language.set_of("toll_links"), language.set_of("toll_times")
    for at, word in enumerate(words):
        number = numbers.get(word) or (word.replace(",", "") if word[0].isdigit() else "")
        if not number:
            continue
        if times.intersection(words[at + 1 : at + 2]):
            continue  # "dies two days after"
        kind = classes.get(words[at - 1], "") if at else ""
        kind = kind if kind not in ("", "people") else _behind(words[at + 1 :], classes, links)
        if kind:
            yield f"{TOLL}{kind} {number}"


def _behind(words: Sequence[str], classes: Mapping[str, str], links: frozenset[str]) -> str:
    """What the words behind a number say that it counts."""
    people = ""
    for word in words[:FAR]:
        kind = classes.get(word, "")
        if kind and kind != "people":
            return kind
        if not kind and word not in links:
            break
        people = people or kind
    return people


@lru_cache(maxsize=8)
def _classes(language: Language) -> Mapping[str, str]:
    return {word: kind for name, kind in CLASSES.items() for word in language.words(name)}


@lru_cache(maxsize=8)
def _numbers(language: Language) -> Mapping[str, str]:
    return {word: str(value) for word, value in language.counts.get("cardinals", {}).items()}
