"""Invented look-alikes: shootings of one year in many towns, each told by one to four papers in words of their own.

What a report tells differs: some name the victim, some the street, ages are a year off, some follow up days
later on an arrest or a death, and some recall another shooting in passing.
"""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.values import Document

__all__ = ["MORE_TOWNS", "TOWNS", "Shooting", "articles"]

TOWNS = """
    Toledo Dayton Akron Fresno Stockton Modesto Shreveport Lafayette Mobile Huntsville Macon Savannah Peoria
    Rockford Gary Muncie Wichita Topeka Tulsa Spokane Tacoma Yakima Utica Camden Trenton Erie Durham Gastonia
    """.split()  # noqa: SIM905
MORE_TOWNS = [f"{first}{last}" for first in ["Ash", "Birch", "Clay", "Fair", "Green", "Hart", "Lake", "Mar", "Nor", "Ox", "Pine", "River", "Rock", "Spring", "Stan", "West"]
              for last in "ford ville ton dale burg field port wood".split()]  # fmt: skip  # noqa: SIM905
STREETS = "Elm Oak Maple Cherry Lincoln Highland Sunset Summit Prospect Mill Chestnut Cedar".split()  # noqa: SIM905
FIRST = "John Marcus Luis Tyler Kevin James Maria Ashley Eric Darnell Angela Hector Travis Kayla".split()  # noqa: SIM905
LAST = "Mills Price Walker Ramirez Hughes Coleman Butler Ortiz Bailey Foster Pruitt Kessler".split()  # noqa: SIM905
SPOTS = [
    "a gas station",
    "a barber shop",
    "a nightclub",
    "a house party",
    "a liquor store",
    "a city park",
]
TURNS = {  # days after the shooting
    "first": 1, "wire": 1, "brief": 1, "named": 2, "died": 4, "charged": 5, "vigil": 6, "court": 21,
}  # fmt: skip


@dataclass(frozen=True)
class Shooting:
    """What happened."""

    number: int
    town: str
    street: str
    spot: str
    day: dt.date
    victim: str
    age: int
    suspect: str


def articles(
    count: int, seed: int = 1, *, days: int = 180, towns: Sequence[str] = TOWNS
) -> list[tuple[Document, int]]:
    """Reports of `count` shootings in so many days and towns, in random order, each with the number of its
    shooting."""
    pick = random.Random(seed)
    shootings = [_shooting(number, pick, days, towns) for number in range(count)]
    found: list[tuple[Document, int]] = []
    for shooting in shootings:
        turns = ["first", *pick.choices(list(TURNS), k=pick.choice([0, 0, 1, 1, 2, 3]))]
        for turn in turns:
            other = pick.choice(shootings) if pick.random() < 0.15 else None
            found.append((_report(shooting, turn, other, len(found), pick), shooting.number))
    pick.shuffle(found)
    return found


def _shooting(number: int, pick: random.Random, days: int, towns: Sequence[str]) -> Shooting:
    return Shooting(
        number,
        pick.choice(towns),
        f"{pick.choice(STREETS)} {pick.choice(['Street', 'Avenue', 'Road'])}",
        pick.choice(SPOTS),
        dt.date(2017, 1, 1) + dt.timedelta(days=pick.randrange(days)),
        f"{pick.choice(FIRST)} {pick.choice(LAST)}",
        pick.randrange(16, 70),
        f"{pick.choice(FIRST)} {pick.choice(LAST)}",
    )


def _report(
    told: Shooting, turn: str, other: Shooting | None, number: int, pick: random.Random
) -> Document:
    day = told.day + dt.timedelta(days=TURNS[turn] + pick.choice([-1, 0, 0, 1]) * (turn != "first"))
    where = pick.choice([f"on {told.street}", f"outside {told.spot} in {told.town}"])
    dated = f"on {told.day:%B} {told.day.day}"
    named = [f"{told.day:%A}", f"on {told.day:%A} night", dated]
    when = pick.choice(named) if (day - told.day).days < 7 else dated
    somebody = pick.choice(["A man", f"A {told.age + (pick.random() < 0.1)}-year-old man"])
    title, opening = {
        "first": (
            f"Man wounded in {told.town} shooting",
            f"{somebody} was shot {when} {where}, police said.",
        ),
        "named": (
            f"Police name man shot on {told.street}",
            f"The man shot {when} {where} was {told.victim}, {told.age}, police said.",
        ),
        "charged": (
            f"Suspect held after {told.town} shooting",
            f"{told.suspect} has been charged. {told.victim} was shot {when} {where}.",
        ),
        "died": (
            f"Man shot on {told.street} dies",
            f"{told.victim}, who was shot {when} {where}, has died of his wounds.",
        ),
        "wire": (
            f"Gunfire injures one in {told.town}",
            f"{told.town.upper()} (Wire) - Gunfire erupted {told.spot.replace('a ', 'at a ', 1)} late {told.day:%A}, "
            f"injuring a {told.age}-year-old, according to the {told.town} Police Department.",
        ),
        "brief": (
            "Overnight crime report",
            f"Officers found a {told.age}-year-old victim who had been shot {where}.",
        ),
        "court": (
            f"{told.suspect} pleads not guilty",
            f"{told.suspect} pleaded not guilty in a {told.town} court. He is accused of having shot "
            f"{told.victim} {where} {dated}.",
        ),
        "vigil": (
            f"Friends remember {told.victim}",
            f"Friends of {told.victim} lit candles. He was shot {when} {where}.",
        ),
    }[turn]
    more = [f"Detectives in {told.town} are asking for help.", "The search goes on."]
    if other is not None and other.day < day:
        more.append(f"On {other.day:%B} {other.day.day}, a man was shot in {other.town}.")
    return Document(
        url=f"https://paper-{number % 40}.example/{number}",
        title=title,
        text=f"{opening}\n\n{' '.join(more)}",
        published=dt.datetime.combine(day, dt.time(15), dt.UTC),
        publisher=f"Paper {number % 40}",
    )
