"""When things happened that their own sentence does not date, and which days a happening lasts."""

import pytest

from tests.mentions.telling import days, read

MONDAY = "President Tokayev arrived in Tashkent on Monday. "


@pytest.mark.parametrize(
    "sentence",
    [
        "He later held talks with Foreign Minister Bakhtiyor Saidov at the state residence.",
        "The two sides signed a treaty on water.",
        "At the end of the visit the ministers signed three memorandums.",
    ],
)
def test_what_goes_on_with_a_happening_has_its_day(sentence):
    found = [m for m in read(MONDAY + sentence) if m.type != "delegation"]
    assert [str(m.interval.first) for m in found] == ["2024-05-06"]
    assert all(m.confidence < 0.93 for m in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "They had signed a treaty on water.",
        "They will sign a treaty on water.",
        "The neighbours signed a treaty many years ago.",
        "The treaty both sides signed has held since.",
    ],
)
def test_what_was_or_will_be_does_not_have_the_day_of_the_news(sentence):
    assert days(read(MONDAY + sentence)) == ["delegation 2024-05-06 occurred"]


def test_an_anniversary_dates_nothing_that_follows():
    text = (
        "The 65th anniversary of ties with Peru falls on May 7. "
        "The two sides signed an agreement on fisheries."
    )
    assert "agreement" not in {m.type for m in read("Rain fell. " + text)}


def test_what_happened_at_a_meeting_dates_the_meeting():
    text = (
        "Ministers from nine states on Friday signed a treaty of transit during a special summit."
    )
    assert days(read("Rain fell. " + text)) == [
        "agreement 2024-05-03 occurred",
        "summit 2024-05-03 occurred",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Opening day of the party congress was May 2. The party congress was held from May 2 to 5.",
            ["plenary 2024-05-02..2024-05-05 occurred"],
        ),
        (
            "The king will visit Oslo next week. He will visit Oslo on May 14 and 15, the palace said.",
            ["delegation 2024-05-14..2024-05-15 planned"],
        ),
        (
            "Minister Ana Costa met Ambassador Lena Voss on Monday. "
            "Minister Ana Costa spoke, when they met on Monday, of fish.",
            ["talks 2024-05-06 occurred"],
        ),
        (
            "Minister Ana Costa met Ambassador Lena Voss on Monday. "
            "Minister Ana Costa met Ambassador Bo Lund on Monday.",
            ["talks 2024-05-06 occurred", "talks 2024-05-06 occurred"],
        ),
        (
            "Envoy Lena Voss met Governor Tom Reed on Monday. Envoy Bo Lund met Mayor Jan Kos on Monday.",
            ["talks 2024-05-06 occurred", "talks 2024-05-06 occurred"],
        ),
    ],
)
def test_a_stretch_keeps_its_days_and_strangers_do_not_share_a_meeting(text, expected):
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Last year the two sides held talks in Lima on November 15.",
            ["talks 2023-11-15 occurred"],
        ),
        (
            "The forum, which ran from 2 to 5 April, drew few.",
            ["talks 2024-04-02..2024-04-05 occurred"],
        ),
        ("The treaty was signed after the talks on Monday.", ["agreement 2024-05-06 occurred"]),
        ("A programme for 2023 was signed in Bern on Monday.", ["agreement 2024-05-06 occurred"]),
        ("A ten-day ceasefire was agreed on Monday.", ["agreement 2024-05-06 occurred"]),
        (
            "The trip to Rome, planned for February 12, was postponed by the minister.",
            ["delegation 2024-02-12 postponed"],
        ),
    ],
)
def test_which_of_several_times_is_meant(text, expected):
    assert set(expected) <= set(days(read("Rain fell. " + text)))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The king began a visit to the kingdom of Tonga on Wednesday.", "occurred"),
        ("The envoys put their signatures to an agreement today.", "occurred"),
        ("The envoys are to sign an agreement today.", "planned"),
        ("The ministers meet in Oslo on Thursday.", "planned"),
    ],
)
def test_to_before_a_noun_looks_at_nothing_ahead(text, status):
    assert {m.status.value for m in read("Rain fell. " + text)} == {status}


def test_words_that_only_say_which_is_meant_have_no_day_of_the_news():
    assert days(read("Tokayev praised the governments that signed the treaty.")) == []


def test_what_was_done_for_a_later_end_has_not_moved_to_next_year():
    text = "Cuba's Council of State convened on March 13 to approve a decree on housing."
    assert days(read(text)) == ["plenary 2024-03-13 occurred"]


def test_a_happening_between_a_verb_of_saying_and_the_date_has_the_date():
    text = (
        "The envoy said after talks with Minister Bakhtiyor Saidov on Monday that trade would grow."
    )
    assert days(read(text)) == ["talks 2024-05-06 occurred"]


def test_a_year_that_tells_which_thing_is_meant_dates_nothing():
    text = "Parliament approved the 2025 budget on second reading on Monday."
    assert days(read(text)) == ["plenary 2024-05-06 occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Last week, when Tokayev flew to Tashkent on Thursday, snow fell.",
            ["delegation 2024-05-02 occurred"],
        ),
        (
            "The minister came home this morning from his meeting with President Tokayev, the head of "
            "the northern neighbour, which took place in Astana on May 3.",
            ["talks 2024-05-03 occurred"],
        ),
        (
            "Troops rolled past on Saturday in a parade commemorating the uprising in 1945.",
            ["ceremony 2024-05-04 occurred"],
        ),
        (
            "Ties have been poor since March, when Laos conducted a nuclear test.",
            ["weapons_test 2024-03-01..2024-03-31 occurred"],
        ),
        (
            "Norway put satellites into orbit in 2003 after Laos fired a missile over the sea in 1998.",
            [
                "weapons_test 1998-01-01..1998-12-31 occurred",
                "weapons_test 2003-01-01..2003-12-31 occurred",
            ],
        ),
        (
            "It was the first meeting of the ministers in two years, after Laos cut its lines following a "
            "visit by Speaker Ana Brito to Peru in August 2022.",
            ["delegation 2022-08-01..2022-08-31 occurred"],
        ),
        (
            "The fourth meeting of the committee will take place in Peru in the last quarter of 2025.",
            ["talks 2025-10-01..2025-12-31 planned"],
        ),
        (
            "Aides said the season begins when he speaks at a summit on Thursday.",
            ["summit 2024-05-09 planned"],
        ),
        ("Tokayev handed over an invitation to Mirziyoyev to come to Astana on May 3.", []),
    ],
)
def test_whose_day_it_is(text, expected):
    assert days(read("Rain fell. " + text)) == expected


def test_presidents_before_two_names_makes_both_leaders():
    text = "It was followed on Friday by a meeting in Lima of Presidents Dina Rojas and Luis Vaca."
    assert days(read("Rain fell. " + text)) == ["summit 2024-05-03 occurred"]


def test_a_meeting_between_the_leaders_of_countries_is_a_summit():
    text = "A meeting on Friday between the heads of state of Peru, Chile and Bolivia was held."
    assert days(read("Rain fell. " + text)) == ["summit 2024-05-03 occurred"]


def test_a_dash_inside_a_name_parts_no_clause():
    text = "On May 3 Seoul called off the North–South talks set for that day."
    assert days(read("Rain fell. " + text)) == ["talks 2024-05-03 cancelled"]


CHRONICLE = (
    "May 2: President Tokayev arrives in Tashkent.\n\n"
    "May 4: Talks open in Samarkand. The sides sign a treaty on water.\n\n"
    "May 6: Parliament ratifies it."
)


def test_an_entry_of_a_chronicle_has_the_day_at_its_head():
    found = days(read("An outline of what happened.\n\n" + CHRONICLE))
    assert "agreement 2024-05-04 occurred" in found


def test_a_line_that_is_no_chronicle_dates_nothing_that_follows():
    text = "A note on water.\n\nMay 4: The sun shone. Both sides have a treaty on water to sign."
    assert days(read(text)) == []


def test_the_year_in_the_line_above_belongs_to_the_days_below():
    text = "A list.\n\n2019\nJuly 4: Tokayev and Mirziyoyev sign a treaty in Tashkent.\nJuly 9: Talks open in Osh."
    assert "agreement 2019-07-04 occurred" in days(read(text))


def test_a_weekday_of_the_week_just_named_is_of_that_week():
    text = "The push began last week, when Minister Bakhtiyor Saidov flew to Astana on Wednesday."
    assert days(read(text)) == ["delegation 2024-05-01 occurred"]


def test_the_day_on_which_somebody_says_so_is_that_of_what_the_article_opens_with():
    text = "The Lao government on Tuesday said a ballistic missile had been fired over the Mekong."
    assert days(read(text)) == ["weapons_test 2024-05-07 occurred"]


def test_words_farther_off_do_not_turn_a_day_of_last_month_into_next_year():
    text = (
        "The summit of the league, scheduled for May 20, was preceded by a meeting between "
        "Presidents Luis Arce and Dina Rojas on April 24."
    )
    assert "summit 2024-04-24 occurred" in days(read("Rain fell. " + text))


def test_what_is_set_for_this_month_is_planned():
    text = "A visit to Hanoi by the Dutch prime minister is planned for later this month."
    assert [m.status.value for m in read("Rain fell. " + text)] == ["planned"]


def test_what_is_being_done_is_of_the_day_of_the_news_wherever_it_is_told():
    text = "Rain fell. It was cold. It was warm. Tokayev is visiting Tashkent."
    assert days(read(text)) == ["delegation 2024-05-08 occurred"]


def test_two_countries_that_do_the_same_on_one_day_do_it_twice():
    text = (
        "Norway imposed sanctions on the Lao mint on Monday. "
        "Chile imposed sanctions on a Lao bank on Monday."
    )
    assert days(read(text)) == ["sanctions 2024-05-06 occurred"] * 2


def test_the_same_day_is_the_one_day_last_spoken_of():
    text = (
        "A parade was held on May 3. The congress lasted from April 28 to May 2. "
        "A concert was held on the same day."
    )
    assert "ceremony 2024-05-03 occurred" in days(read("Rain fell. " + text))


def test_advisers_of_leaders_hold_talks_and_no_summit():
    text = "The political advisers of the four leaders conferred in Paris on Monday."
    assert days(read("Rain fell. " + text)) == ["talks 2024-05-06 occurred"]


def test_a_month_that_tells_which_thing_is_meant_gives_way_to_a_day():
    text = "Chad and 14 armed groups renewed their February accord on Monday."
    assert days(read("Rain fell. " + text)) == ["agreement 2024-05-06 occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Saidov, who arrived in Astana on Friday, met with Tokayev.",
            ["delegation 2024-05-03 occurred", "talks 2024-05-03 occurred"],
        ),
        (
            "Saidov met Senator Rosa Lind on Monday and was due to meet with Ana Brito on Thursday.",
            ["talks 2024-05-06 occurred", "talks 2024-05-09 planned"],
        ),
        (
            "Norway said the combined command post exercise Cold Tide will be held from March 4 to 14.",
            ["exercise 2025-03-04..2025-03-14 planned"],
        ),
    ],
)
def test_what_another_clause_tells_is_another_happening(text, expected):
    assert sorted(days(read("Rain fell. " + text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tokayev is on a visit to China from Tuesday to Friday.", "2024-05-07..2024-05-10"),
        ("Tokayev visited China from Tuesday to Friday.", "2024-04-30..2024-05-03"),
    ],
)
def test_weekdays_around_publication_are_those_of_what_goes_on(text, expected):
    (found,) = days(read("Rain fell. " + text))
    assert found.startswith(f"delegation {expected} ")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The navies' exercise with Fiji, held off Suva, took place from June 28 to July 8.",
            "exercise 2023-06-28..2023-07-08 occurred",
        ),
        ("Last year's naval drill, in April, involved 8,000 troops.", "exercise 2023-04-01"),
        (
            "The next big event is Iron Fist, a bilateral exercise with the marines, in December.",
            "exercise 2024-12-01",
        ),
        (
            "Envoy Robert Malley, who left Tehran on April 14, is expected to meet Foreign Minister "
            "Hossein Amir-Abdollahian on Friday.",
            "talks 2024-05-10 planned",
        ),
        (
            "The rules were agreed by parliament. Deputies gathered on Friday for a brief session.",
            "plenary 2024-05-03",
        ),
        (
            "The bloc imposed travel bans on Monday and in March it froze assets of the bank.",
            "sanctions 2024-05-06 occurred",
        ),
        (
            "A smaller drill with Fiji, Eagle Strike between the two air forces, took place in Suva "
            "in September last year.",
            "exercise 2023-09-01..2023-09-30 occurred",
        ),
        (
            "Talks between the two sides, mediated by Qatar, Egypt and the US, ended in Cairo last "
            "November.",
            "talks 2023-11-01..2023-11-30 occurred",
        ),
        (
            "Envoy Goodluck Jonathan had visited Bamako five times since the coup of August 2020, "
            "most recently on April 23.",
            "delegation 2024-04-23 occurred",
        ),
        (
            "King Letsie, who takes over next August at a summit in Maseru, did not speak.",
            "summit 2024-08-01",
        ),
    ],
)
def test_the_words_around_a_date_say_whose_it_is(sentence, expected):
    assert any(told.startswith(expected) for told in days(read(sentence)))


def test_a_year_that_only_bounds_dates_nothing_else():
    text = (
        "Nursultan Nazarbayev, who had led the country since 1991, resigned on March 19. "
        "His deputy was sworn in the following day."
    )
    assert days(read(text, "2024-04-23")) == ["ceremony 2024-03-20 occurred"]


def test_a_plan_told_in_between_leaves_the_story_where_it_was():
    text = (
        "The foreign ministers of Chile and Peru held talks in Lima on Monday. "
        "A further round of talks is planned for Friday. "
        "The ministers signed an agreement on fisheries."
    )
    assert "agreement 2024-05-06 occurred" in days(read(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign Minister Retno Marsudi, who met Prime Minister Anwar Ibrahim on the sidelines, "
        "asked for time.",
        "Before the ceremony, Minister Retno Marsudi held talks with Minister Saifuddin Abdullah.",
    ],
)
def test_what_was_on_the_sidelines_has_the_day_of_the_occasion(sentence):
    found = days(read("The leaders of ASEAN opened their summit in Jakarta on Monday. " + sentence))
    assert "talks 2024-05-06 occurred" in found


TRIP = "President Petro will travel to Lima on 20 and 21 May. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There he will meet President Dina Boluarte.", ["summit 2024-05-20..2024-05-21 planned"]),
        (
            "Several agreements are expected to be signed.",
            ["agreement 2024-05-20..2024-05-21 planned"],
        ),
        ("This will be the second state visit of his term.", []),  # the same again
        ("He will meet President Lula in June.", ["summit 2024-06-01..2024-06-30 planned"]),
    ],
)
def test_what_is_to_be_done_on_an_announced_trip_has_its_days(sentence, expected):
    found = days(read(TRIP + sentence))
    assert [each for each in found if not each.startswith("delegation")] == expected


def test_a_meeting_that_a_signing_came_right_out_of_has_its_day():
    text = (
        "They signed the treaty in Astana on Monday, following a meeting of the Joint Commission."
    )
    assert days(read("Rain fell. " + text)) == [
        "agreement 2024-05-06 occurred",
        "talks 2024-05-06 occurred",
    ]


def test_a_plan_behind_it_does_not_date_what_the_opening_tells():
    text = (
        "PYONGYANG - Prime Minister Koizumi left for Tokyo on Tuesday evening. "
        "In a joint declaration inked by both leaders, the two sides said that talks would resume next month."
    )
    assert "agreement 2024-05-07 occurred" in days(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "A summit will be held in Cairo, the ministry said.",
        "The envoy's visit to Lagos will take place when its agenda is agreed, the ministry said.",
        "The visit to Lagos is expected to take place later, the ministry said.",
    ],
)
def test_what_lies_ahead_without_a_date_is_not_of_the_day_of_the_news(text: str) -> None:
    assert days(read(text)) == []


def test_words_that_refer_back_to_nothing_are_nothing_to_refer_back_to() -> None:
    text = "The first session was held on 13 May 1994. The 23rd session was held on 14 May 2018 in Oslo."
    assert days(read(text)) == []


def test_what_heads_of_state_did_goes_on_with_the_visit_of_the_day() -> None:
    text = (
        "The Russian leader paid an official visit to Mongolia on Tuesday. "
        "After a welcoming ceremony in the square, the two heads of state met in a restricted format."
    )
    assert days(read(text)) == [
        "ceremony 2024-05-07 occurred",
        "delegation 2024-05-07 occurred",
        "summit 2024-05-07 occurred",
    ]


def test_what_was_only_recalled_is_no_occasion_for_the_next_sentence() -> None:
    text = (
        "President Castro received President Obama in Havana on Monday. "
        "Both recalled the accord signed on 17 December 2014. "
        "In the evening, Castro hosted a state dinner for his guest."
    )
    assert "ceremony 2024-05-06 occurred" in days(read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister left for Lima on Monday, where she met President Boluarte and signed an agreement.",
            [
                "agreement 2024-05-06 occurred",
                "delegation 2024-05-06 occurred",
                "talks 2024-05-06 occurred",
            ],
        ),
        (
            "The ship sank off Arica on Monday night. Peru called a meeting of security ministers late in the evening.",
            ["talks 2024-05-06 occurred"],
        ),
        (
            "The Peruvian parliament opened its 41st session in Lima on Tuesday. Its first summit was held in Quito on 10 December "
            "1999. Trade has grown since. After the session the leaders laid wreaths.",
            [
                "ceremony 2024-05-07 occurred",
                "plenary 2024-05-07 occurred",
                "summit 1999-12-10 occurred",
            ],
        ),
        (
            "President Tokayev held talks with President Boric in Lima on May 6. He had come to attend the "
            "celebrations of the 80th anniversary of the treaty, which falls on May 8. Boric hosted a dinner for "
            "his guest. That day two agreements were signed in their presence.",
            ["agreement 2024-05-06 occurred", "ceremony 2024-05-06 occurred"],
        ),
    ],
)
def test_what_is_told_of_a_place_a_session_or_that_day_has_the_day_of_it(text, expected) -> None:
    assert set(expected) <= set(days(read(text)))


def test_a_report_of_how_a_day_was_kept_tells_of_that_day() -> None:
    text = (
        "All over Poland people celebrated Independence Day. "
        "Schoolchildren laid wreaths at the Tomb of the Unknown Soldier."
    )
    assert "ceremony 2024-11-11 occurred" in days(read(text, "2024-11-12"))


def test_the_day_of_an_aside_is_not_that_of_the_news() -> None:
    text = (
        "The two presidents announced the Lima Declaration after talks. Boric, who arrived on Monday, is to "
        "speak on Friday."
    )
    assert "agreement 2024-05-06 occurred" not in days(read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The envoy left Lima on Friday after a four-day visit.",
            "delegation 2024-04-30..2024-05-03 occurred",
        ),
        (
            "The president arrived on 12 March for a state visit of two days.",
            "delegation 2024-03-12..2024-03-13 occurred",
        ),
        (
            "The two sides reached agreement on Tuesday after talks in Lima that began on Saturday.",
            "talks 2024-05-04..2024-05-07 occurred",
        ),
    ],
)
def test_what_ended_after_so_many_days_or_began_before_lasted_them(
    text: str, expected: str
) -> None:
    assert expected in days(read(text))


def test_what_a_colon_sets_apart_has_the_day_it_opens_with() -> None:
    text = "A deal came late: on March 13 in Lima the presidents signed the treaty on the border, a cause of war in April 2021."
    assert days(read(text)) == ["agreement 2024-03-13 occurred"]


def test_what_is_read_across_an_aside_stands_beside_what_the_aside_tells() -> None:
    text = (
        "Negotiations of the President of Peru Dina Boluarte with the President of Chile Gabriel Boric, who is "
        "on a state visit, took place on May 6."
    )
    assert {"summit 2024-05-06 occurred", "delegation 2024-05-06 occurred"} == set(days(read(text)))


def test_lines_of_an_agenda_are_of_its_day_each_a_happening_of_its_own() -> None:
    text = (
        "Monday, 13 May\n10:00 President Boric meets the Speaker of the Peruvian parliament.\n"
        "14:30 Meeting with the Prime Minister of Portugal.\n\nTuesday, 14 May\n9:00 Talks with the Foreign Minister of Peru.\n"
    )
    found = [day for day in days(read(text)) if day.startswith(("talks", "summit"))]
    assert [day.split()[1] for day in found].count("2024-05-13") == 2
    assert "talks 2024-05-14 planned" in found


def test_what_he_went_for_has_the_day_he_came() -> None:
    text = (
        "Peru's Ana Brito was the first to fly in, landing at Arica on Monday. "
        "She went straight to the palace for a tete-a-tete with Foreign Minister Carl Dorn."
    )
    assert "talks 2024-05-06 occurred" in days(read(text))


def test_what_is_to_be_done_where_somebody_went_has_no_day_yet() -> None:
    text = "Two vessels sailed from Arica on Monday for Callao, where they will meet the Chilean minister."
    assert not [m for m in read(text) if m.type == "talks"]


def test_a_name_is_no_word_that_supposes() -> None:
    text = (
        "After talks in Lima on Monday they went to the May Day Stadium and watched a gala concert."
    )
    assert "ceremony 2024-05-06 occurred" in days(read(text))


def test_what_is_attended_is_the_one_told_before() -> None:
    text = (
        "Arab leaders are to hold a summit in Cairo on Saturday. "
        "President Brito arrived in Doha on Tuesday and will attend the summit, state television said."
    )
    assert [day for day in days(read(text)) if day.startswith("summit")] == [
        "summit 2024-05-11 planned"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru and six powers clinched a deal on Sunday to curb its programme, after more than four days of talks.",
            "talks 2024-05-02..2024-05-05 occurred",
        ),
        (
            "The president will have tea with the queen on Sunday before flying to Brussels for a summit on Monday.",
            "delegation 2024-05-13 planned",
        ),
    ],
)
def test_what_came_before_is_over_and_what_comes_after_lies_ahead(text: str, expected: str) -> None:
    assert expected in days(read(text))


def test_a_rough_count_of_years_is_no_year() -> None:
    text = "Peru and Chile agreed on Tuesday to restore diplomatic ties severed more than 50 years ago."
    assert days(read(text)) == ["agreement 2024-05-07 occurred"]


def test_what_its_paragraph_goes_on_to_tell_as_done_has_the_day_of_the_report() -> None:
    text = (
        "The foreign ministers of Peru and Laos met in Lima on 6 March 2019. Talks of delegations followed. "
        "An agreement on visas was signed."
    )
    assert "agreement 2019-03-06 occurred" in days(read(text))
    apart = text.replace(" An agreement", "\n\nAn agreement")
    assert not [day for day in days(read(apart)) if day.startswith("agreement")]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Diaz was received on Monday by President Luisa Ortega, who hosted a banquet in his honour.",
        "Mr Diaz was received on Monday by the speaker. By nightfall the two had opened a concert of folk songs.",
    ],
)
def test_what_the_host_did_and_what_was_done_by_evening_has_the_day_of_the_guest(text: str) -> None:
    assert "ceremony 2024-05-06 occurred" in days(read(text))


def test_what_a_host_did_otherwise_has_no_day_of_the_guest() -> None:
    text = "Mr Diaz was received on Monday by President Luisa Ortega, who hosted a banquet for farmers."
    assert not [day for day in days(read(text)) if day.startswith("ceremony")]


def test_what_goes_on_with_an_opening_of_an_earlier_day_has_that_day() -> None:
    text = "The foreign ministers of Peru and Laos met in Lima on Saturday. Six memoranda were signed after the talks."
    assert "agreement 2024-05-04 occurred" in days(read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile and Peru on Monday signed nine accords, most of them on tuna, as President Luis Arce began a visit to Lima.",
            ["agreement 2024-05-06 occurred", "delegation 2024-05-06 occurred"],
        ),
        (
            "On Tuesday President Ana Brito of Peru and President Luis Arce of Bolivia signed a pact on gas in Lima.\n\n"
            "The President had a one-on-one meeting with Luis Arce before the ceremony.",
            ["agreement 2024-05-07 occurred", "summit 2024-05-07 occurred"],
        ),
        (
            "The presidents of Peru and Chile signed a pact on gas in Lima on Tuesday. It fills nine pages. "
            "Most deal with prices. Ports are left out. Critics call it thin. "
            "The heads of state met in a small circle first.",
            ["agreement 2024-05-07 occurred", "summit 2024-05-07 occurred"],
        ),
    ],
)
def test_what_came_about_beside_it_or_among_the_same_has_the_day_told(text, expected) -> None:
    assert days(read(text)) == expected


def test_what_they_had_done_before_has_not() -> None:
    text = "The king visited Lima on Monday. He has had a meeting with the premier before."
    assert days(read(text)) == ["delegation 2024-05-06 occurred"]


def test_what_was_asked_in_a_speech_does_not_put_the_summit_ahead() -> None:
    text = "The premier used her speech at the African Union summit on Monday to ask whether donors would pay."
    assert days(read(text)) == ["summit 2024-05-06 occurred"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The formal choice rests with parliament, which is to convene on Friday for its final session.",
            "Parliament to convene for its final session",
        ),
        (
            "It is a setback for the cabinet, which on Tuesday approved the budget.",
            "Cabinet approves the budget",
        ),
        (
            "The post is in the gift of the party's central committee, which officials said sat in Accra on Tuesday.",
            "Session in Accra",
        ),
    ],
)
def test_a_clause_tells_what_the_noun_before_it_did(text: str, title: str) -> None:
    assert title in [m.title for m in read(text) if m.type == "plenary"]


def test_what_a_noun_is_told_to_be_for_is_not_what_it_did() -> None:
    text = "On Friday she invoked an article of the EU treaty, which sets out a long way in which to quit the bloc."
    assert not [m for m in read(text) if "quit" in m.title]


def test_what_crowds_came_to_see_was_done_on_the_day_of_the_news() -> None:
    text = (
        "LUSAKA, May 7 - Hakainde Hichilema promised jobs on Tuesday to a nation that has few. "
        "Some 40,000 filled the stadium to hear him {}."
    )
    assert "ceremony 2024-05-07 occurred" in days(read(text.format("take the oath")))
    waiting = text.replace("filled the stadium to hear", "hope to see")
    assert not [m for m in read(waiting.format("take the oath")) if m.type == "ceremony"]


def test_they_are_the_two_of_whom_the_sentence_before_told() -> None:
    text = (
        "Narendra Modi received Bola Tinubu on Monday. The two leaders first shook hands in Lagos on 14 May 2023 at "
        "the wish of the Ghanaian president. They saw each other again at a lake in September."
    )
    again = [m for m in read(text) if str(m.interval.first) == "2023-09-01"]
    assert [sorted(a.name for a in m.actors) for m in again] == [["Bola Tinubu", "Narendra Modi"]]


def test_the_council_is_the_one_named_before() -> None:
    text = "The envoy wrote to the U.N. Security Council. {}The council on Tuesday voted to send observers to Haiti."
    found = [m for m in read(text.format("")) if m.type == "plenary"]
    assert [m.title for m in found] == ["UN Security Council votes to send observers to Haiti"]
    other = read(text.format("She sits on a town council. "))
    assert not [m for m in other if "Security" in m.title]


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (
            "President Castro on Monday received President Obama at the old fort in Havana, a ruin until lately, "
            "and signed the accord.",
            True,
        ),
        (
            "President Castro on Monday received President Obama, who ran for the senate and signed the accord.",
            False,
        ),
        (
            "President Castro on Monday received President Obama at the old fort in Havana, a ruin until lately, "
            "and the ministers of both talked of how their aides signed the accord.",
            False,
        ),
    ],
)
def test_a_day_before_two_verbs_of_one_subject_is_of_both(text: str, signed: bool) -> None:
    assert ("agreement 2024-05-06 occurred" in days(read(text))) == signed


def test_what_has_no_day_is_of_the_day_of_the_dateline() -> None:
    text = "GENEVA (7 May 2024) – The Human Rights Council opened its 56th session."
    assert days(read(text)) == ["plenary 2024-05-07 occurred"]
