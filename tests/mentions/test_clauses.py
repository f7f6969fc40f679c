"""Which of several clauses of a sentence has the day, and which is called off: input beside expectation,
named by its oddity."""

import pytest

from tests.mentions.telling import days, read

CASES = {
    "after how long a meeting ended": (
        "President Ruto and President Mahama ended their first meeting after about three and a half hours on "
        "Monday.",
        ["summit 2024-05-06 occurred"],
    ),
    "after a preparation that is no happening": (
        "President Ruto inaugurated a railway on Tuesday after two weeks of rain.",
        ["ceremony 2024-05-07 occurred"],
    ),
    "after how many days a congress closed, with a speech": (
        "The party congress closed on Tuesday after eight days with a speech by its leader.",
        ["plenary 2024-04-30..2024-05-07 occurred"],
    ),
    "the eve of a summit is a day before it": (
        "Peru and Chile signed a memorandum on Monday on the eve of the NATO summit in Lima.",
        ["agreement 2024-05-06 occurred", "summit 2024-05-07 occurred"],
    ),
    "the last day of a summit": (
        "Peru may join from January 1, President Boric said on Tuesday, the last day of the summit in Lima.",
        ["summit 2024-05-07 occurred"],
    ),
    "confirmed on one day, done on another": (
        "The ministry confirmed on Tuesday that North Korea had launched a ballistic missile the day before.",
        ["weapons_test 2024-05-06 occurred"],
    ),
    "signed in an aside, in force in the clause": (
        "The name was changed on Monday after the accord, signed last June on a lake, entered into force.",
        ["agreement 2023-06-01..2023-06-30 occurred", "agreement 2024-05-06 occurred"],
    ),
    "who died in an aside is buried in the clause": (
        "The funeral of King Birendra, who died on Saturday on his train, would be held on May 28 in Lima.",
        ["ceremony 2024-05-28 planned"],
    ),
    "a visit that began ends on the day of departure": (
        "The envoys left on Monday after a visit to Peru that had begun on Friday.",
        ["delegation 2024-05-03..2024-05-06 occurred"],
    ),
    "what ended is the visit, not the drill over it": (
        "Peru opened a military drill on Monday in response to President Boric's visit to Lima, which ended on "
        "Sunday.",
        ["delegation 2024-05-05 occurred", "exercise 2024-05-06 occurred"],
    ),
    "scrapped is what the other clause tells": (
        "The parliament re-elected its speaker on Monday, six days after it scrapped term limits.",
        ["plenary 2024-05-06 occurred"],
    ),
    "what was signed at a summit that the clause only mentions": (
        "The two sides will hold talks in June, following the April 27 summit in Lima where Paula Ortega and "
        "Rui Alves signed a declaration.",
        [
            "agreement 2024-04-27 occurred",
            "summit 2024-04-27 occurred",
            "talks 2024-06-01..2024-06-30 planned",
        ],
    ),
    "what was signed long ago in the town somebody comes to": (
        "He returned on Monday to the town where the two presidents signed a treaty.",
        [],
    ),
    "each of a row of days with its own small word": (
        "Missiles were fired on March 21, on April 4 and again last Friday.",
        [
            "weapons_test 2024-03-21 occurred",
            "weapons_test 2024-04-04 occurred",
            "weapons_test 2024-05-03 occurred",
        ],
    ),
    "a month before another that only holds it": (
        "The plenary meeting in December 2023, in the second half of last year, was long.",
        ["plenary 2023-12-01..2023-12-31 occurred"],
    ),
    "what somebody did not do at a summit": (
        "At the ASEAN-Japan Summit on May 6 he did not once use the phrase.",
        ["summit 2024-05-06 occurred"],
    ),
    "a summit that did not take place": ("The summit on May 6 did not take place.", []),
    "a meeting that is at the end of a month is ahead": (
        "The leaders' meeting is at the end of October.",
        ["summit 2024-10-01..2024-10-31 planned"],
    ),
    "a ship launched in an aside": (
        "The destroyer Almirante Grau, launched at Callao on April 25, carries a new radar.",
        ["ceremony 2024-04-25 occurred"],
    ),
    "who led a mission went there": (
        "The trade minister led a mission of 22 companies to Lima on May 6.",
        ["delegation 2024-05-06 occurred"],
    ),
    "a minister who visited, nobody says what": (
        "A deputy foreign minister, Paula Ortega, visited in March.",
        ["delegation 2024-03-01..2024-03-31 occurred"],
    ),
    "and by a later month somebody had been elsewhere": (
        "He chose Peru for the first trip abroad of his government, from January 16 to 18, 2023, and by that "
        "November he had been to all ten members.",
        ["delegation 2023-01-16..2023-01-18 occurred"],
    ),
    "a member state of an alliance called by its whole name": (
        "Finland today became the 31st member state of the North Atlantic Treaty Organization (NATO).",
        ["agreement 2024-05-08 occurred"],
    ),
    "closed with success, after opening in an aside": (
        "The Seventh Congress, which opened on May 2, closed with great success on Monday.",
        ["plenary 2024-05-02..2024-05-06 occurred"],
    ),
    "what somebody denies": (
        "Moscow denied on Tuesday that its minister had met the envoy in Oslo on Monday.",
        [],
    ),
    "what a report that is untrue tells": (
        "Reports of a nuclear test on Monday are false, the agency said.",
        [],
    ),
    "claims that somebody rejects": (
        "The general rejected claims that the army had fired a missile on Monday.",
        [],
    ),
    "what nobody confirms": (
        "The ministry did not confirm that the two ministers had met on Monday.",
        [],
    ),
    "what is told beside a denial": (
        "Moscow denied that its minister had met the envoy on Monday, and said talks would be held on Friday.",
        ["talks 2024-05-10 planned"],
    ),
    "who denied something else did it": (
        "The minister, who denied that he took bribes, met the envoy on Monday.",
        ["talks 2024-05-06 occurred"],
    ),
    "what was done after a denial": (
        "The minister denied wrongdoing after the treaty was signed on Monday.",
        ["agreement 2024-05-06 occurred"],
    ),
    "news of something is no claim": (
        "News of the nuclear test on Monday spread fast.",
        ["weapons_test 2024-05-06 occurred"],
    ),
    "what somebody only wants": ("The army wants to hold a drill in June.", []),
    "a session moved to another day": (
        "The parliament session was moved from Monday to Friday.",
        ["plenary 2024-05-10 postponed"],
    ),
    "what is to be in the near future has no day": (
        "On May 6 a military parade took place in Lima. The Ninth Congress is to be convened in the near future.",
        ["ceremony 2024-05-06 occurred"],
    ),
    "who was greeted at the airport had arrived": (
        "The envoy arrived in Lima on May 6. He was greeted at the airport by Paula Ortega.",
        ["delegation 2024-05-06 occurred"],
    ),
    "work that was launched is no missile": (
        "North Korea fired a missile on May 6. Work on a road bridge was launched with fanfare on April 30.",
        ["weapons_test 2024-05-06 occurred"],
    ),
    "a volcano that buried a town": ("The volcano buried Plymouth in ash on Monday.", []),
    "who held it tells the day of what another clause only names": (
        "The ministry denounced the Freedom Edge exercise that Peru and Chile started on May 6.",
        ["exercise 2024-05-06 occurred"],
    ),
    "an aside tells when it began, the clause when it closed": (
        "The plenary meeting of the Central Committee, which had opened on April 26, closed on April 30.",
        ["plenary 2024-04-26..2024-04-30 occurred"],
    ),
    "a day later somebody else did something": (
        "The accord was signed on Monday, and a day later the troops left.",
        ["agreement 2024-05-06 occurred"],
    ),
    "talks and a performance are two": (
        "On Monday the two leaders held talks and attended a mass gymnastic performance.",
        ["ceremony 2024-05-06 occurred", "summit 2024-05-06 occurred"],
    ),
    "the visit that somebody leaves after": (
        "The president left Lima on Monday after concluding a two-day state visit to Peru.",
        ["delegation 2024-05-05..2024-05-06 occurred"],
    ),
    "the days of next week that it takes": (
        "He will go to Lima next week, from the 14th to the 17th.",
        ["delegation 2024-05-14..2024-05-17 planned"],
    ),
    "only what a visit will be about is supposed": (
        "A visit by the Chilean foreign minister in June is likely to focus on debt.",
        ["delegation 2024-06-01..2024-06-30 planned"],
    ),
    "a visit that itself is only likely": (
        "A visit by the Chilean foreign minister in June is likely.",
        [],
    ),
    "the way home is no visit": (
        "The president will attend the summit on June 14 in Lima before returning to Rome.",
        ["summit 2024-06-14 planned"],
    ),
    "will is said in a quotation": (
        '"We will prosper," the minister said as the parliament convened today.',
        ["plenary 2024-05-08 occurred"],
    ),
    "met to elect has met": (
        "The Central Committee met in full session today to elect a new Politburo.",
        ["plenary 2024-05-08 occurred"],
    ),
    "invited to what is to come": (
        "President Ruto has invited his neighbours to his swearing-in on Monday.",
        ["ceremony 2024-05-13 planned"],
    ),
    "agreed to do something at a meeting that is over": (
        "The leaders of Peru and Chile agreed to set up a common bank at their summit in Lima on Monday.",
        ["summit 2024-05-06 occurred"],
    ),
    "shown around before they sat down": (
        "On Monday he was shown around a dockyard before the two sides sat down for talks.",
        ["talks 2024-05-06 occurred"],
    ),
    "where somebody had flown to": (
        "President Boric flew on to Rome on Monday, where he addressed parliament and signed a declaration.",
        [
            "agreement 2024-05-06 occurred",
            "delegation 2024-05-06 occurred",
            "plenary 2024-05-06 occurred",
        ],
    ),
    "flown to meet somebody on that day": (
        "The Kuwaiti minister flew to Rome on Monday to meet Foreign Minister Antonio Tajani.",
        ["delegation 2024-05-06 occurred", "talks 2024-05-06 occurred"],
    ),
    "set for a day by any word": (
        "A separate meeting of the two ministers is being arranged for Friday.",
        ["talks 2024-05-10 planned"],
    ),
    "arranged before, not ahead": (
        "North Korea fired two missiles on Tuesday. An envoy came for talks that had been arranged before the "
        "first launch on Thursday.",
        ["weapons_test 2024-05-02 occurred", "weapons_test 2024-05-07 occurred"],
    ),
    "who watched says nothing of when": (
        "The president took the oath of office before 32,000 people at the stadium in Pretoria on Monday.",
        ["ceremony 2024-05-06 occurred"],
    ),
    "but what came before it does": (
        "The president took the oath of office before people learnt of the massacre on Monday.",
        [],
    ),
    "minutes before something is that day": (
        "The launch of the satellite was called off minutes before lift-off in the small hours of Monday.",
        ["weapons_test 2024-05-06 cancelled"],
    ),
    "put off to the day behind": (
        "The parade, due on May 22, has been pushed back to June 10.",
        ["ceremony 2024-06-10 postponed"],
    ),
    "put off from a day, and to none": (
        "The parade, due on May 22, has been pushed back. Troops return home on June 10.",
        ["ceremony 2024-05-22 postponed"],
    ),
    "as somebody had done before": (
        "The president unveiled a statue in the square, as his predecessor had done on 6 March 1957.",
        [],
    ),
    "hours before": (
        "President Moon watched on Monday as a submarine fired a cruise missile. Hours before, the armies had "
        "held a joint exercise.",
        ["exercise 2024-05-06 occurred", "weapons_test 2024-05-06 occurred"],
    ),
    "what is planned by the verb itself": (
        "Greece and Cyprus plan a joint naval exercise off Crete in the second half of June.",
        ["exercise 2024-06-16..2024-06-30 planned"],
    ),
    "what somebody asked for": (
        "The president asked for forgiveness on Monday. Later the same day he attended a memorial service.",
        ["ceremony 2024-05-06 occurred"],
    ),
    "what is being prepared": (
        "A grand parade is being prepared for the millennium of Hanoi on October 10.",
        ["anniversary 2024-10-10 planned", "ceremony 2024-10-10 planned"],
    ),
    "one attempt, and how it ended": (
        "North Korea's attempt to put a satellite into orbit failed on Tuesday when the rocket broke apart "
        "after 90 seconds.",
        ["weapons_test 2024-05-07 occurred"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_each_clause_keeps_its_own_day_and_standing(text, expected):
    assert days(read(text)) == expected
