"""Words made comparable; words that tell no happening from another: function, reporting, calendar words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

__all__ = [
    "CLOSE_PARTS",
    "COMMON",
    "COUNTING",
    "DAY_PARTS",
    "IN_A_ROW",
    "SPELLS",
    "fold",
    "root_of",
    "roots_of",
]

WORD = re.compile(r"[a-z0-9]+")
CALENDAR = re.compile(r"\d{1,2}(st|nd|rd|th)?|(19|20)\d\d")

COMMON = frozenset(  # a word list reads best as words
    """
    a about above according accordingly across added after again against ago all almost along already
    also although always am among an and announced another any are around as aside ask asked at away
    back be became because become been before began begin behind being below between both but by call
    called came can come comes coming could cited day days did do does doing done down during each
    earlier early either end ended enough even ever every few first following for former from further
    gave get give given go goes going gone got had has have having he held her here him his hold holding
    holds hour hours how however i if in including indeed into is it its itself just kept know known last
    late later latest least led less let like made make makes making many may me mean means meanwhile
    might month months more morning most much must near nearly never new next night no nor not noted now
    of off officially often on once one only onto or other others our out over own part past per place
    put quarter rather recent recently released report reported reportedly reporting reports same saw
    say saying says scheduled second see seen set several shall she should showed since so some source
    sources spoke statement still such take taken takes taking than that the their them then there these
    they thing third this those three through thus time times to today together told tomorrow tonight
    too took toward towards two under until up upon us use used using various very via was way we week
    weekend weeks well went were what when where whether which while who whom whose why will with within
    without would year yearly years yesterday yet you
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    afternoon evening local time spring summer autumn fall winter
    agency media news newspaper official officials spokesman spokeswoman spokesperson minister ministry
    president leader leaders government country countries state states national international foreign
    north south east west northern southern eastern western
    """.split()  # noqa: SIM905
)

COUNTING = {
    word: number
    for number, word in enumerate(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """.split(),  # noqa: SIM905
        start=1,
    )
}


SPELLS = frozenset(  # "the second day" counts days, "for the first time" nothing
    {
        "day",
        "night",
        "morning",
        "time",
        "week",
        "weekend",
        "month",
        "quarter",
        "half",
        "year",
        "hour",
    }
)
IN_A_ROW = frozenset(
    {"and", "consecutive", "final", "full", "last", "straight", "successive", "working"}
)

DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
CLOSE_PARTS = ({"afternoon", "evening"}, {"evening", "night"})  # one's end is the other's beginning


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name in lower-case ASCII letters and digits, so that spellings meet."""
    plain = name if name.isascii() else _ascii(name)
    return " ".join(WORD.findall(plain.lower())) or name.lower()


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


@lru_cache(maxsize=100_000)
def root_of(word: str) -> str:
    """What a word has in common with its forms; empty for a word that tells nothing."""
    if word in COMMON or len(word) < 2 or CALENDAR.fullmatch(word):
        return ""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def roots_of(words: Iterable[str]) -> Iterator[str]:
    """What the words and their forms have: "arrive" is another root than that of "arrives" and "arriving"."""
    for word in words:
        yield from (root_of(word), word.removesuffix("e"))
        if word.endswith("y"):
            yield word[:-1] + "i"  # "ratified"
