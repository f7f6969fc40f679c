"""The last hand on a title: whole words, balanced signs, no dangling end."""

import re
from collections.abc import Sequence

from tracker.mentions.titles.headlines import HeadlineWords, Tag

__all__ = ["LONGEST", "dangles", "inner", "plain", "polish", "terse", "trimmed"]

LONGEST = 90
LEAST = 35  # of a title that was cut
PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
STOPS = frozenset((Tag.PREPOSITION, Tag.CONJUNCTION, Tag.BREAK, Tag.TO))
DOTTED = re.compile(r"(?:\b[A-Z]\.)+[A-Z]$")
LOOSE = re.compile(r"[,;:.)”’(“](?:(?<=\s.)|(?<=[(“])(?=\s))")  # a sign that may stand too far off
LOOSE_RIGHT = re.compile(r"\s+([,;:.)”’])")
LOOSE_LEFT = re.compile(r"([(“])\s+")
HOLLOW = re.compile(r"\(\s*\)|\[\s*\]|\[\d+\]")
OWNERS = ("'s", "’s", "s'", "s’")
EDGES = " ,;:.-–—/|•*_\t\n"


def plain(text: str) -> str:
    """`text` on one line, without the signs at its edges."""
    return _dotted(" ".join(text.split()).strip(EDGES))


def inner(title: str) -> str:
    """A title as it stands inside another: "U.S.", "Gaya-Say charter" and names of several words keep their capitals,
    "signing of the accord" has none."""
    first, _, rest = title.partition(" ")
    proper = not first[1:].islower() or rest[:1].isupper()
    return title if proper else title[:1].lower() + title[1:]


def _dotted(text: str) -> str:
    """`text` with the last point of an abbreviation ("U.S.") put back."""
    return text + "." if text[-2:-1] == "." and DOTTED.search(text) else text


def polish(text: str, words: HeadlineWords) -> str:
    """`text` as a title: one line, balanced, at most 90 characters, first letter capital."""
    text = plain(text)
    if LOOSE.search(text):
        text = LOOSE_LEFT.sub(r"\1", LOOSE_RIGHT.sub(r"\1", text))
    text = _without_article(_balanced(text), words)
    for pattern, spelled in words.spelled:
        text = pattern.sub(spelled, text)
    text = _ended(_aimless(_ended(_shortened(text, words), words), words), words)
    return text[:1].upper() + text[1:]


def _balanced(text: str) -> str:
    text = HOLLOW.sub("", text)
    for first, last in PAIRS:
        if text.count(first) != text.count(last):
            text = text.replace(first, "").replace(last, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    for sign in "\"'“‘":
        if text.startswith(sign) and (sign not in '"“' or text.endswith(('"', "”"))):
            text = text.strip("\"'“”‘’")
    return plain(text)


def _without_article(text: str, words: HeadlineWords) -> str:
    first, _, rest = text.partition(" ")
    while (
        rest
        and rest.split(" ", 1)[0] not in words.sets["amounts"]
        and (
            words.tags.get(first.lower()) is Tag.DETERMINER
            or first.lower() in words.sets["dropped"]
        )
    ):
        text = rest
        first, _, rest = text.partition(" ")
        if rest and words.tags.get(first.lower()) is Tag.CONJUNCTION:
            text = rest  # "glorious and victorious congress"
            first, _, rest = text.partition(" ")
    return text


def terse(text: str, words: HeadlineWords) -> str:
    """`text` without its articles, as headlines have it."""
    articles = words.sets["article"] | words.sets["indefinite"]
    return " ".join(part for part in text.split() if part not in articles)


def _shortened(text: str, words: HeadlineWords, least: int = 0) -> str:
    """`text` where it is too long: without articles if that is enough, else cut, not before `least`."""
    if len(text) <= LONGEST:
        return text
    brief = terse(text, words)
    if len(brief) <= LONGEST:
        return brief
    end = _cut(text, words, least)
    if not end:
        text, end = brief, _cut(brief, words, least) or _phrase_end(brief, words)
    if not end or end < least:
        return ""  # nothing can be cut off but in the middle of a phrase
    text = _disowned(_balanced(text[:end]), words)
    *head, joint, last = text.split() if text.count(" ") > 3 else ("", "", "")
    known = (last in words.happenings and last.endswith("s")) or not last[:1].islower()
    if words.tags.get(joint) is Tag.TO and not known:
        return " ".join(head)  # "to meet again in Minsk | to deal"
    return _aimless(text, words)


def trimmed(text: str, words: HeadlineWords, least: int) -> str:
    """`text` without the article it begins with, then cut where it is too long, not before `least`."""
    bare = _without_article(plain(text), words)
    return _shortened(bare, words, least - len(text) + len(bare))


def _aimless(text: str, words: HeadlineWords) -> str:
    """`text` without an aim that says nothing without its object ("… to discuss")."""
    *head, joint, last = text.split() if text.count(" ") > 3 else ("", "", "")
    base = words.verbs.get(last, ("", ""))[0]
    lacking = base == last and last not in words.sets["alone"]
    return " ".join(head) if words.tags.get(joint) is Tag.TO and lacking else text


def _cut(text: str, words: HeadlineWords, least: int) -> int:
    """Where a text may be cut before a preposition, at best; 0 where nowhere."""
    best = joined = before = last = of = 0
    for match in re.finditer(r"\s+(\S+)", text[: LONGEST + 1]):
        tag = words.tags.get(match[1].lower().strip(","))
        if tag in STOPS or text[match.start() - 1] == ",":
            if match[1].lower() in words.sets["of"]:
                if _of_name(text, match, words):
                    of = match.start()
                continue  # "in defiance | of" says nothing
            joined = joined if tag is Tag.PREPOSITION else 0
            best = joined if joined > least else match.start()
            if tag is Tag.CONJUNCTION:  # better no aim at all than half of two
                whole = text[match.end() :].split(" ", 2)[1:2]
                aims = bool(whole) and whole[0] in words.sets["to"]
                joined = before if before > 50 and not aims else match.start()
            before = match.start() if tag is Tag.PREPOSITION else 0
            last = before or last
            best = joined if tag is Tag.CONJUNCTION else best
    best = _before_half(text, best, words)
    return next((end for end in (best, last, of) if end >= max(LEAST, least)), 0)


def _before_half(text: str, end: int, words: HeadlineWords) -> int:
    """The end before the "of" whose two are cut apart ("guidelines | of the Economic | and Social Policy")."""
    behind = text[end:].split()[:2]
    if (
        len(behind) < 2
        or text[:end].count(" ") < 2
        or words.tags.get(behind[0].lower()) is not Tag.CONJUNCTION
    ):
        return end
    *head, of, one = text[:end].split()
    own = text[:end].rfind(f" {min(words.sets['of'], default='')} ") + 1
    if own and words.tags.get(text[own:].split()[1].lower()) is Tag.POSSESSIVE:
        return own - 1  # "a drill | of its navy | and that of Laos"
    if of in words.sets["article"] and head:
        *head, of = head
    paired = one[:1].isupper() and behind[1][:1].isupper()
    return len(" ".join(head)) if paired and of in words.sets["of"] else end


def _phrase_end(text: str, words: HeadlineWords) -> int:
    """Where the last word ends that fits, if a phrase ends with it; else 0."""
    end = text.rfind(" ", 0, LONGEST + 1)
    if end < 1:
        return 0
    after = text[end:].split(" ", 2)[1]
    last = text[:end].rsplit(" ", 1)[-1]
    parted = STOPS & {words.tags.get(after.lower()), words.tags.get(last.lower())}
    return end if parted or last[-1] in ",;" else 0


def _of_name(text: str, match: re.Match[str], words: HeadlineWords) -> bool:
    """Whether a name follows the "of", and no phrase of small words leads to it ("in defiance of Rome")."""
    after = terse(text[match.end() :], words)
    one, two = ["", *text[: match.start()].split()][-2:]
    phrase = words.tags.get(one.lower()) is Tag.PREPOSITION and two.islower()
    return after[:1].isupper() and not phrase


def _disowned(text: str, words: HeadlineWords) -> str:
    """`text` without an owner whose own was cut off ("anniversary of Kim Jong Un's"), and without a past
    form left alone ("ships suspected")."""
    parts = text.split()
    if parts and parts[-1].endswith(OWNERS):
        while parts and parts[-1][:1].isupper():
            parts.pop()
    past = len(parts) > 4 and parts[-1].islower()
    ending = past and parts[-1].endswith(tuple(words.sets["past_endings"]))
    if past and (ending or words.verbs.get(parts[-1], ("", ""))[1] == "past"):
        parts.pop()
    return " ".join(parts)


def _ended(text: str, words: HeadlineWords) -> str:
    """`text` without small words and signs that dangle at its end."""
    while True:
        text = text.rstrip(EDGES + ("'" if text.count("'") % 2 and text.endswith(" '") else ""))
        head = text.rpartition(" ")[0]
        if _trails(text, words):
            text = head  # what led to it dangles now, and goes in the next round
        elif text.endswith(words.tails):
            text = text.removesuffix(max(filter(text.endswith, words.tails), key=len)[1:])
        elif head and dangles(text.lower().split(), words):
            of = text.rsplit(" ", 1)[-1].lower() in words.sets["of"]
            text = _measureless(head, words) if of else head
        else:
            return _dotted(text.removesuffix("'s").removesuffix("’s"))


def _trails(text: str, words: HeadlineWords) -> bool:
    """Whether a title ends with a length of time that counts to something left out ("dinner … hours"), or a
    day without its month ("anniversary on 25")."""
    *head, before, last = text.lower().split() if text.count(" ") > 1 else ("", "", "")
    number = before[:1].isdigit() or before in words.sets["numbers"] or before in words.tags
    counted = (
        number
        or before.endswith(OWNERS)
        or "-" in before
        or before in words.verbs
        or before.endswith(words.endings)
    )
    day = last.isdigit() and len(last) < 3 and before in words.sets["on"]
    pointing = words.tags.get(last) is Tag.PRONOUN and last not in words.sets["some"]
    pointing &= words.tags.get(before) is Tag.PREPOSITION and text.rsplit(" ", 1)[1].islower()
    if pointing and len(head) > 2:
        return True  # "a vigil against it"
    return bool(head) and (day or (last in words.sets["trailing"] and not counted))


def _measureless(text: str, words: HeadlineWords) -> str:
    """`text` without a measure whose number was left out ("… with a yield | of")."""
    *head, joint, article, _ = text.split() if text.count(" ") > 4 else ("", "", "", "")
    led = words.tags.get(joint) in STOPS and article in words.sets["indefinite"]
    return " ".join(head) if led else text


def dangles(parts: Sequence[str], words: HeadlineWords) -> bool:
    """Whether the last word leads to something that is not there; neither the "off" of "kicks off" nor the "two"
    of "kills two" does."""
    base = words.verbs.get(parts[-2], ("", ""))[0] if len(parts) > 1 else ""
    last = parts[-1].rstrip(".")
    counted = last in words.sets["numbers"] and base in words.sets["befalling"]
    small = f"{base} {last}" in words.sets["particles"]
    return last in words.sets["dangling"] and not (counted or small)
