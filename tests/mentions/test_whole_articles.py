"""What only shows in texts of several paragraphs: who the two leaders are, and to what a day belongs."""

from tests.mentions.telling import days, read

SUMMIT = (
    "President Moon Jae-in and North Korean leader Kim Jong-un signed a declaration in Pyongyang on Wednesday.\n"
    "The defense ministers of the two sides, Song Young-moo and No Kwang-chol, toured the palace.\n"
)


def _told(text: str, published: str = "2018-09-20") -> list[tuple[str, list[str]]]:
    return [(m.title, [a.name for a in m.actors if not a.bystander]) for m in read(text, published)]


def test_the_two_leaders_are_not_the_two_ministers_named_last() -> None:
    [_, again] = _told(SUMMIT + "The two leaders first met at Panmunjom on April 27.")
    assert again == (
        "Moon Jae-in and Kim Jong-un meet at Panmunjom",
        ["Moon Jae-in", "Kim Jong Un"],
    )


def test_they_who_met_before_are_the_two_leaders_of_the_text() -> None:
    text = (
        "US President Donald Trump and North Korean leader Kim Jong Un broke off their talks on Thursday.\n"
        "Trump spoke to reporters before he left for Washington.\n"
        "They first met in Singapore on June 12, 2018."
    )
    met = read(text, "2019-02-28")[-1]
    assert met.type == "summit"
    assert {"Donald Trump", "Kim Jong Un"} <= {actor.name for actor in met.actors}


def test_the_grouping_is_a_body_of_states_and_no_court_named_since() -> None:
    text = (
        "The BRICS countries invited Egypt on Thursday.\n"
        "Vladimir Putin is wanted by the International Criminal Court.\n"
        "The grouping held its first summit in Yekaterinburg in June 2009."
    )
    assert _told(text, "2023-08-25")[-1] == (
        "BRICS holds its first summit in Yekaterinburg",
        ["BRICS"],
    )


def test_what_was_to_have_been_is_no_more_than_planned() -> None:
    text = "Theresa May was to have visited Dublin on March 25."
    assert days(read(text, "2019-06-16")) == ["delegation 2019-03-25 planned"]
    text = "The two ministers were to have signed the treaty in Lima on May 3."
    assert days(read(text, "2019-06-16")) == ["agreement 2019-05-03 planned"]


def test_what_a_bill_or_a_treaty_would_do_does_not_put_its_day_ahead() -> None:
    for text in (
        "The Senate approved on Monday a bill that would impose sanctions on Venezuela.",
        "The Senate passed a bill on Monday that would widen sanctions against Venezuela.",
    ):
        assert days(read(text, "2024-11-22")) == ["sanctions 2024-11-18 occurred"]
    text = "A treaty that would ban mines was signed in Oslo on Monday."
    assert days(read(text, "2024-11-22")) == ["agreement 2024-11-18 occurred"]
    text = "A treaty that will be signed in Oslo on Monday bans mines."
    assert days(read(text, "2024-11-22")) == ["agreement 2024-11-25 planned"]


def test_the_day_of_what_was_done_to_a_place_named_on_the_way_is_not_the_happening_s() -> None:
    text = (
        "Talks on oil and on Abyei, which northern troops seized on May 21, go on in Addis Ababa."
    )
    assert days(read(text, "2011-07-09")) == []
    text = (
        "An agreement on Abyei, which troops seized on May 21, was signed in Addis Ababa on Friday."
    )
    assert days(read(text, "2011-07-09")) == ["agreement 2011-07-08 occurred"]
    text = "The treaty with Chad, which the two presidents signed on May 21, is in force."
    assert days(read(text, "2011-07-09")) == ["agreement 2011-05-21 occurred"]


def test_what_failed_to_reach_orbit_has_been_tried() -> None:
    text = "South Korea said that North Korea's satellite had failed to enter orbit on Friday."
    assert days(read(text, "2012-04-13")) == ["weapons_test 2012-04-13 occurred"]


def test_where_a_signing_will_be_or_a_missile_came_down_is_no_journey() -> None:
    text = "The formal signing will be in Paris in December, President Jacques Chirac said."
    assert days(read(text, "1995-11-25")) == ["agreement 1995-12-01..1995-12-31 planned"]
    text = "North Korea in March launched four missiles, three of which landed in Japan's economic zone."
    assert days(read(text, "2017-07-05")) == ["weapons_test 2017-03-01..2017-03-31 occurred"]


def test_a_debate_on_television_and_who_chairs_a_commission_are_no_talks() -> None:
    text = "President Yamandu Orsi and Alvaro Delgado faced each other in a televised debate on Sunday."
    assert days(read(text, "2024-11-22")) == []
    text = "On Friday the Supreme People's Assembly made Kim Jong Un first chairman of the National Defence Commission."
    assert not [m for m in read(text, "2012-04-13") if m.type == "talks"]


def test_who_met_in_a_clause_is_the_one_named_right_before_it() -> None:
    text = "Roh Moo-hyun received Japan's new prime minister Shinzo Abe, who had been in Beijing on Sunday for talks with Hu Jintao."
    [met] = [m for m in read(text, "2006-10-10") if m.interval.first.day == 8]
    assert met.title == "Shinzo Abe's talks with Hu Jintao"
    assert "Roh Moo-hyun" not in {actor.name for actor in met.actors}
    text = "President Xi Jinping of China, who met Vladimir Putin in Moscow on Monday, flew home."
    [met] = [m for m in read(text, "2018-01-10") if m.type == "summit"]
    assert {"Xi Jinping", "Vladimir Putin"} <= {actor.name for actor in met.actors}


def test_what_is_expected_this_week_is_planned() -> None:
    for what in ("A vote on sanctions is expected", "A vote on sanctions is due"):
        [vote] = read(f"{what} this week.", "2006-10-10")
        assert vote.status == "planned"


def test_the_day_on_which_a_thing_was_signed_is_not_that_of_what_is_done_to_it() -> None:
    text = (
        "The ministers of Chad and Niger discussed the Partnership Agreement, signed on 24 October."
    )
    assert days(read(text, "2025-12-15")) == ["agreement 2025-10-24 occurred"]
    text = "Vladimir Putin had suspended the New START treaty, signed in Prague on April 8, 2010."
    [signed] = read(text, "2023-02-24")
    assert signed.title == "New START treaty signed in Prague"


def test_talks_agreed_on_a_day_are_not_of_it() -> None:
    text = "The third round of the talks between Peru and Chile, agreed in February, is to take place in Oslo."
    assert not [m for m in read(text, "2004-05-23") if m.type == "talks"]


def test_what_somebody_did_next_has_its_own_day_and_not_the_summit_gone_to() -> None:
    text = (
        "President Yoon Suk Yeol flew to Honolulu before the summit and visited a base on Tuesday."
    )
    assert "summit 2024-07-09 occurred" not in days(read(text, "2024-07-12"))


def test_offered_talks_are_not_held_on_the_day_of_the_offer() -> None:
    assert days(read("Kim Jong Un offered talks with Seoul on January 1.", "2018-01-10")) == []
    text = "Seoul proposed talks with Pyongyang on January 15."
    assert days(read(text, "2018-01-10")) == ["talks 2018-01-15 planned"]


def test_a_deed_and_what_it_was_done_with_or_for_are_one() -> None:
    for text in (
        "Turkey and Armenia signed two protocols on Monday to establish diplomatic relations.",
        "Turkey and Armenia ended 46 years of war on Monday with a peace treaty signed at a bridge.",
        "An earlier deal brokered by Moamer Kadhafi and signed in Sirte on Monday by Kabila failed.",
    ):
        assert [m.type for m in read(text, "2009-10-16")] == ["agreement"]


def test_what_somebody_suspends_that_was_due_is_called_off() -> None:
    text = "Sudan suspends a summit between presidents Bashir and Kiir due on April 3 in Juba."
    assert days(read(text, "2012-03-28")) == ["summit 2012-04-03 cancelled"]


def test_what_took_minutes_does_not_end_days_later() -> None:
    text = (
        "Joe Biden and Fumio Kishida met for 25 minutes on Wednesday.\n"
        "The summit, which Spain hosted, ends on Friday."
    )
    assert "summit 2022-06-29 occurred" in days(read(text, "2022-06-30"))
