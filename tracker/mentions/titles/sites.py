"""Names that are only part of what a building or a statue is called ("Kenyatta airport", "a bust of Lincoln")."""

from collections.abc import Sequence

from tracker.mentions.hits import View
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.token import Token
from tracker.values import Span

__all__ = ["ends_in_site", "names_site"]


def names_site(span: Span, view: View, words: HeadlineWords) -> bool:
    """Whether the name at `span` of a sentence says which airport, station or monument is meant."""
    text, heads = view.sentence.text, words.sets["site_heads"]
    behind = [word.strip(".,;:") for word in text[span.end :].lower().split()[:2]]
    near = behind[:1] if text[span.end : span.end + 1] == " " else []
    if near and near[0].isalpha() and words.tags.get(near[0]) is None:
        near = behind
    before = text[: span.start].lower().split()[-4:]
    led = words.sets["of"] | words.sets["to"]
    ofs = [n for n, word in enumerate(before) if n and word in led and before[n - 1] in heads]
    between = before[ofs[-1] + 1 :] if ofs else []
    titled = all(word in words.sets["offices"] | words.sets["article"] for word in between)
    return bool(heads & set(near)) or (bool(ofs) and titled)


def ends_in_site(nouns: Sequence[Token], words: HeadlineWords) -> bool:
    """Whether nouns name a building, whatever else it is called by ("the Trade Convention Centre")."""
    last = nouns[-1].text.split()[-1] if nouns else ""
    return last[:1].isupper() and last in words.sets["venue_heads"]
