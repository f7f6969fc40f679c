"""The words of an address: which parameters there are, what they may hold, and the question they make."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from rapidfuzz.process import extractOne

from tracker.answers.question import question
from tracker.answers.sorting import Sort
from tracker.errors import UsageError
from tracker.timeline.query import Filters
from tracker.values import Status

__all__ = [
    "DATE",
    "FIELDS",
    "PAGING",
    "Asked",
    "Field",
    "as_parameters",
    "asked",
    "plain_id",
    "read_words",
]

LONGEST = 200  # characters of one value
MOST = 30  # values of one parameter
CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
Pairs = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter: its name in an address, the name the question knows it by, and what it may hold."""

    name: str
    help: str
    key: str = ""
    many: bool = False
    number: tuple[type, float, float] | None = None
    choices: tuple[str, ...] = ()
    example: str = ""
    longest: int = LONGEST
    shape: tuple[str, str] | None = None  # what OpenAPI calls its form, such as ("format", "date")


DATE = ("format", "date")
FIELDS = (
    Field("quarter", "Only this quarter.", example="2025Q2", shape=("pattern", "^[0-9]{4}Q[1-4]$")),
    Field("month", "Only this month.", example="2025-06", shape=("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$")),
    Field("year", "Only this year.", example="2025", shape=("pattern", "^[0-9]{4}$")),
    Field("since", "From this day on.", example="2025-06-21", shape=DATE),
    Field("until", "Up to this day.", example="2025-06-30", shape=DATE),
    Field("type", "Of this type; may be repeated.", key="types", many=True),
    Field("actor", "With this person, country or body; may be repeated.", key="actors", many=True),
    Field("place", "At this place; may be repeated.", key="places", many=True),
    Field("status", "In this state; may be repeated.", key="statuses", many=True,
          choices=tuple(Status)),
    Field("search", 'With these words; "quoted phrases" and begun* words are understood.'),
    Field("min_sources", "Told by at least so many independent sources.", number=(int, 0, 1000)),
    Field("min_confidence", "At least so sure, from 0 to 1.", number=(float, 0, 1)),
    Field("related", "Related to the event of this id: part of it, its anniversary, …"),
    Field("as_of", "As the articles published by this day told it.", example="2025-06-30", shape=DATE),
    Field("as_of_seen", "As the articles fetched by this day told it.", example="2025-06-30", shape=DATE),
    Field("changed_since", "Only what is new or different since this day.", example="2025-06-30", shape=DATE),
)  # fmt: skip

PAGING = (
    Field("sort", "In which order.", choices=tuple(Sort)),
    Field("limit", "At most so many on one page.", number=(int, 1, 1000)),
    Field("cursor", "Where the page before ended: take it from there as it is.", longest=2000),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question read out of an address. `words` are what was said, by parameter, for writing it again."""

    filters: Filters
    words: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.words.get(name)

    def address(self, path: str, **changes: Any) -> str:
        """`path` with this question, where `changes` replace parameters (None leaves one out)."""
        merged = {**self.words, **changes}
        pairs = [
            (name, value)
            for name, values in merged.items()
            if values not in (None, "", ())
            for value in (values if isinstance(values, tuple) else (values,))
        ]
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def without(self, name: str, value: Any = None) -> dict[str, Any]:
        """The change that takes one value of a parameter away."""
        held = self.words.get(name)
        left = tuple(one for one in held if one != value) if isinstance(held, tuple) else ()
        return {name: left or None, "cursor": None}


def asked(
    pairs: Pairs,
    types: Sequence[str],
    fields: Sequence[Field] = FIELDS,
    *,
    strict: bool = True,
    least: float = 0.0,
) -> Asked:
    """The question in these parameters; UsageError says what is wrong with one. Unless `strict`,
    parameters that nobody knows and those that say nothing are passed over. `least` is how sure an
    event must be where nothing is said of it."""
    words = read_words(pairs, fields, strict=strict)
    keys = {one.name: one.key or one.name for one in fields}
    said = {keys[name]: value for name, value in words.items()}
    return Asked(question(types, said, least), words)


def read_words(pairs: Pairs, fields: Sequence[Field], *, strict: bool = True) -> dict[str, Any]:
    """The parameters that say something, each checked: text, a number, or a tuple of texts."""
    known = {one.name: one for one in fields}
    found: dict[str, Any] = {}
    for name, text in pairs:
        one = known.get(name.replace("-", "_"))
        if one is None:
            if strict:
                raise UsageError(_unknown(name, known))
            continue
        if not text.strip():
            if strict:
                raise UsageError(f"{one.name} is empty")
            continue
        value = _checked(one, text)
        if one.many:
            found[one.name] = (*found.get(one.name, ()), value)
            if len(found[one.name]) > MOST:
                raise UsageError(f"{one.name} is given more than {MOST} times")
        elif one.name in found:
            raise UsageError(f"{one.name} is given more than once")
        else:
            found[one.name] = value
    return found


def plain_id(text: str) -> str:
    """`text` if it may be the id of an event: letters and digits."""
    if not re.fullmatch(r"[A-Za-z0-9]{1,40}", text):
        raise UsageError(f'no event "{CONTROLS.sub("", text)[:50]}"')
    return text


def _unknown(name: str, known: Mapping[str, Field]) -> str:
    shown = CONTROLS.sub("", name)[:50]
    near = extractOne(shown, list(known), score_cutoff=60)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return f'no parameter "{shown}": {hint}'


def _checked(one: Field, text: str) -> Any:
    if len(text) > one.longest:
        raise UsageError(f"{one.name} is longer than {one.longest} characters")
    if CONTROLS.search(text):
        raise UsageError(f"{one.name} holds control characters")
    if one.choices and text not in one.choices:
        raise UsageError(f'no {one.name} "{text}": there are {", ".join(one.choices)}')
    return _number(one, text) if one.number else text


def _number(one: Field, text: str) -> float:
    assert one.number
    kind, least, most = one.number
    try:
        value: float = kind(text)
    except ValueError:
        value = least - 1
    if not least <= value <= most:
        raise UsageError(f'{one.name} "{text}" is not a number from {least:g} to {most:g}')
    return value


def as_parameters(fields: Sequence[Field], types: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The parameters as OpenAPI describes them."""
    return [
        {
            "name": one.name,
            "in": "query",
            "required": False,
            "description": one.help,
            "schema": _schema(one, types),
            **({"example": one.example} if one.example else {}),
        }
        for one in fields
    ]


def _schema(one: Field, types: Sequence[str]) -> dict[str, Any]:
    if one.number:
        kind, least, most = one.number
        name = "integer" if kind is int else "number"
        return {"type": name, "minimum": least, "maximum": most}
    item: dict[str, Any] = {"type": "string", "maxLength": one.longest}
    if one.shape:
        item = {"type": "string", one.shape[0]: one.shape[1]}
    if choices := one.choices or (tuple(types) if one.name == "type" else ()):
        item = {"type": "string", "enum": list(choices)}
    return {"type": "array", "items": item, "maxItems": MOST} if one.many else item
