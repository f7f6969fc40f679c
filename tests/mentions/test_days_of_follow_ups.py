"""Which day a follow-up gives to what it follows up: not that of the arrest, the court, the vigil or the bail."""

import datetime as dt
from pathlib import Path

import pytest

from tracker.mentions import find_mentions
from tracker.rulebook import load_rulebook
from tracker.values import Document

RULES = Path(__file__).parents[1] / "data" / "follow_ups" / "rules"


def told(article: str) -> list[str]:
    """The days of the shootings that an article of 12 May 2016 (a Thursday) is about and shows."""
    title, _, text = article.partition("\n")
    published = dt.datetime(2016, 5, 12, 15, tzinfo=dt.UTC)
    document = Document("https://paper.example/1", title, text.replace("\n", "\n\n"), published)
    mentions = find_mentions(document, load_rulebook([RULES]))
    days = [m.interval for m in mentions if m.confidence >= 0.5 and not m.recalled]
    return sorted({f"{day.first:%m-%d}" + f"..{day.last:%m-%d}" * (day.days > 1) for day in days})


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (  # the clause that tells which one is meant has its day
            "Teen held\nPolice arrested a teenager in a shooting near Alder Park that wounded a man last Tuesday.",
            ["05-10"],
        ),
        (  # … or its week
            "Teen held in Alder Park shooting\nPolice have arrested a teenager in a shooting near Alder Park that"
            " wounded a man last week.\nHe was charged with assault, Sgt. Tom Roe said today.",
            ["05-02..05-08"],
        ),
        (  # who is charged did it on the day behind the deed
            "Man gives up\nA man wanted in a fatal shooting surrendered Wednesday.\nJon Oakes is charged with"
            " killing Ned Stubbs, 31, early Saturday.",
            ["05-07"],
        ),
        (
            "Charges filed\nCharges were filed Wednesday against the man accused of fatally shooting his neighbor"
            " after a dispute Sunday night.",
            ["05-08"],
        ),
        (  # … not that of the arrest told before it
            "Teens charged\nTwo teenagers are charged with murder.\nThey were taken into custody on Wednesday. They"
            " are accused of shooting Ned Stubbs during a robbery.",
            [],
        ),
        (
            "Case sent to grand jury\nA detective testified Monday that Jon Oakes called his wife minutes after his"
            " brother was shot.\nNed Oakes was shot once in the chest on May 1 at his home.",
            ["05-01"],
        ),
        (  # a burial is none
            "Teen laid to rest\nA teenager who was shot to death last week was buried on Wednesday.\nNed Stubbs was"
            " killed May 3 on Salem Avenue.",
            ["05-03"],
        ),
        (  # the only day with its month that a report of a reward tells
            "Reward raised\nThe reward in the shooting death of a grocer has been raised.\nNed Stubbs was killed at"
            " his store on April 6. His family on Monday thanked neighbors.",
            ["04-06"],
        ),
        (  # whoever is named, the man killed on a day was killed on it
            "Couple in shooting named\nThe coroner has identified the couple found dead in their home on Sunday as"
            " Ned and Ann Frye.\nAnn Frye died of gunshot wounds, and her death in the shooting was ruled a homicide.",
            ["05-08"],
        ),
        (  # without bond
            "Teen held\nA judge on Tuesday ordered that a teenager be held without bond in the shooting of a mother"
            " of two last Friday.",
            ["05-06"],
        ),
        (  # the day that the sentence before tells, and not that of going home
            "Mother shot at the stove\nA mother of two was cooking on Friday when a bullet came in.\nCarla Dean was"
            " shot in the shoulder. She went home on Saturday.",
            ["05-06"],
        ),
        (  # six days later its weekday is not that of tomorrow
            "Boy held\nDetectives arrested a boy Wednesday in the fatal shooting of Ned Stubbs, 31, on Friday.",
            ["05-06"],
        ),
        (
            "Victim named\nNed Stubbs, 31, was shot to death at a cookout on Friday, police said Thursday.",
            ["05-06"],
        ),
        (  # what nobody is charged in is over, though the charge would be to come
            "No charges\nProsecutors will not file charges in a shooting Friday night in which a man was killed.",
            ["05-06"],
        ),
        (
            "Rally planned\nA rally will be held Saturday for a man who was shot by deputies on Friday.",
            ["05-06"],
        ),
        (  # who was shot died on another day, or is mourned on it
            "Man dies of wounds\nA man who was shot in the head outside a bar died Tuesday, police said.\nNed Stubbs"
            " was shot on Monday.",
            ["05-09"],
        ),
        (
            "Family mourns\nRelatives of a boy who was shot to death in his sleep held a vigil on Tuesday.\nBullets"
            " tore into the house on Monday.",
            ["05-09"],
        ),
        (  # but a parked car is no other verb
            "Man shot in car\nA man who was shot in a parked car on Tuesday is in stable condition.",
            ["05-10"],
        ),
        (  # flowers are laid where somebody was shot before
            "Campus mourns\nStudents laid flowers Wednesday at the spot where Jamal Price was shot.\nPrice died"
            " hours after the shooting Tuesday.",
            ["05-10"],
        ),
        (  # the month of the deed, where a report of a sentence tells no day
            "Man pleads guilty\nGary Toft will spend 40 years in prison for killing his wife last month.\nHe pleaded"
            " guilty Wednesday. He shot Linda Toft in their kitchen.",
            ["04-01..04-30"],
        ),
        (  # on which of two days of a weekend it was
            "Man dies\nA man who was shot over the weekend has died.\nOfficers were called late Saturday and found"
            " Ned Stubbs in the street.\nStubbs died Sunday night.",
            ["05-07"],
        ),
        (
            "Victim was 19\nThe coroner has identified a 19-year-old killed in a weekend shooting.\nNed Stubbs was"
            " pronounced dead at the scene, he said Monday.",
            ["05-07..05-08"],
        ),
        (  # a hospital's name is no service for the dead
            "Man dies at hospital\nA man who was found with a wound on Saturday night died at Memorial Hospital on"
            " Sunday.\nPolice are investigating the shooting.",
            ["05-07"],
        ),
        (  # the day of what befell somebody before that of what the police show
            "Video released\nPolice on Wednesday released a video of two people in the shooting death of Ned Reid.\n"
            "Reid was found in a car on Saturday.",
            ["05-07"],
        ),
        (  # the second time that week is another
            "Victim named\nPolice have named a teenager who was gunned down this week.\nNed Stubbs was found"
            " at 1:20 Wednesday morning.\nIt was the second time this week that a teen was killed. Bo Ransom was"
            " shot Monday at a gas station.",
            ["05-11"],
        ),
    ],
)
def test_a_follow_up_gives_the_day_of_the_deed(article: str, expected: list[str]) -> None:
    assert told(article) == expected
