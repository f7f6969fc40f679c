"""Who takes part and where it was, in sentences that name others and other places beside: the actors in order, "@",
the place."""

import pytest

from tests.mentions.telling import read

PUBLISHED = "2023-06-14"  # a Wednesday


def told(text: str, kind: str) -> list[str]:
    return [
        f"{', '.join(a.name for a in one.actors if not a.bystander)} @ {one.place.name if one.place else '-'}"
        for one in read(text, PUBLISHED)
        if one.type == kind
    ]


def check(text: str, expected: str) -> None:
    kind, _, who_and_where = expected.partition(": ")
    assert who_and_where in told(text, kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Spain's King Felipe congratulated Bernardo Arevalo, who was sworn in on Monday.",
            "ceremony: Bernardo Arevalo @ -",
        ),
        (
            "Norway has backed Kenya, which signed the maritime treaty on Monday.",
            "agreement: Kenya @ -",
        ),
        (
            "Norway backs Kenya, which will sign the maritime treaty on Friday.",
            "agreement: Kenya @ -",
        ),
        (
            "Bolivia rejected a treaty that Peru and Chile signed on Monday.",
            "agreement: Peru, Chile @ -",
        ),
        (
            "The Kremlin criticised President Maia Sandu, who met Emmanuel Macron in Paris on Monday.",
            "summit: Maia Sandu, Emmanuel Macron @ Paris",
        ),
        (
            "Foreign Minister Ana Brito was succeeded by Rui Costa, who met Yoshimasa Hayashi in Tokyo on Monday.",
            "talks: Rui Costa, Yoshimasa Hayashi @ Tokyo",
        ),
        (
            "Brazil's ambassador is a friend of President William Ruto, who met Paul Kagame in Kigali on Monday.",
            "summit: William Ruto, Paul Kagame @ Kigali",
        ),
        (
            "The leaders of Peru and Colombia, who met in Lima on Monday, signed a treaty.",
            "summit: Peru, Colombia @ Lima",
        ),
        (
            "President William Ruto said on Tuesday that he met Paul Kagame in Kigali on Monday.",
            "summit: William Ruto, Paul Kagame @ Kigali",
        ),
    ],
)
def test_who_does_something_to_those_of_whom_a_relative_clause_tells_takes_no_part(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prime Minister Mark Rutte met William Ruto in Nairobi on Monday and urged Russia to end the war.",
            "summit: Mark Rutte, William Ruto @ Nairobi",
        ),
        (
            "Canada and Peru signed a trade agreement on Monday and invited Ecuador to join it.",
            "agreement: Canada, Peru @ -",
        ),
        (
            "Canada and Peru will sign a trade agreement on Friday and invite Ecuador to join it.",
            "agreement: Canada, Peru @ -",
        ),
        (
            "Brazil and Argentina held talks in Brasilia on Monday but accused China of dumping steel.",
            "talks: Brazil, Argentina @ Brasilia",
        ),
        (
            "Brazil and Argentina held talks in Brasilia on Monday and were joined by Chile.",
            "talks: Brazil, Argentina, Chile @ Brasilia",
        ),
        (
            "Brazil held talks with Argentina in Brasilia on Monday and later briefed Chile.",
            "talks: Brazil, Argentina @ Brasilia",
        ),
        (
            "Foreign Minister Penny Wong met King Felipe and retired General John Allen in Madrid on Monday.",
            "talks: Penny Wong, Felipe, John Allen @ Madrid",
        ),
        (
            "The ministers of Kenya and Uganda met in Nairobi on Monday and agreed with Tanzania to share water.",
            "talks: Kenya, Uganda, Tanzania @ Nairobi",
        ),
    ],
)
def test_whom_and_and_another_verb_go_on_to_tell_of_takes_no_part(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway thanked Japan and signed a fisheries treaty with Chile on Monday.",
            "agreement: Norway, Chile @ -",
        ),
        (
            "Norway said Japan and Chile signed a fisheries treaty on Monday.",
            "agreement: Japan, Chile @ -",
        ),
        (
            "Foreign Minister Rui Costa said Ana Brito would visit Lima and sign a treaty on Friday.",
            "agreement: Ana Brito @ Lima",
        ),
        (
            "President William Ruto welcomed Paul Kagame and signed a trade agreement with him in Nairobi on Monday.",
            "agreement: William Ruto, Paul Kagame @ Nairobi",
        ),
    ],
)
def test_whom_a_verb_before_and_tells_of_takes_no_part(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In addition to the African Union, India will host Brazil for talks in New Delhi on Friday.",
            "talks: India, Brazil @ New Delhi",
        ),
        (
            "In addition to meeting Rishi Sunak, President Zelenskiy will hold talks with Olaf Scholz in Berlin on Friday.",
            "summit: Volodymyr Zelenskyy, Olaf Scholz @ Berlin",
        ),
        (
            "Besides France, Italy held a joint exercise with Greece on Monday.",
            "exercise: Italy, Greece @ -",
        ),
        (
            "Instead of Peru, Chile will host talks with Bolivia in Santiago on Friday.",
            "talks: Chile, Bolivia @ Santiago",
        ),
        (
            "Chile held talks with Bolivia rather than Peru on Monday.",
            "talks: Chile, Bolivia @ -",
        ),
        (
            "Unlike Sweden, Finland signed the defence agreement on Monday.",
            "agreement: Finland @ -",
        ),
        (
            "Along with Sweden, Finland signed the defence agreement on Monday.",
            "agreement: Sweden, Finland @ -",
        ),
        (
            "Backed by Hungary, Slovakia signed a gas agreement with Azerbaijan on Monday.",
            "agreement: Slovakia, Azerbaijan @ -",
        ),
        (
            "Under pressure from the United States, Panama signed a canal agreement with Colombia on Monday.",
            "agreement: Panama, Colombia @ -",
        ),
        (
            "At the request of Poland, the European Union imposed sanctions on Belarus on Monday.",
            "sanctions: European Union, Belarus @ -",
        ),
    ],
)
def test_who_is_set_aside_takes_no_part(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Kremlin praised Cuba and Nicaragua for signing a trade agreement on Monday.",
            "agreement: Cuba, Nicaragua @ -",
        ),
        (
            "Pakistan criticised India for testing a missile on Monday.",
            "weapons_test: India @ -",
        ),
    ],
)
def test_who_is_thanked_for_it_or_accused_of_it_did_it(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister Chan Sarun said it had been agreed that the joint commission of Laos and Vietnam would meet in Hanoi in July.",
            "talks: Laos, Vietnam @ Hanoi",
        ),
        (
            "Minister Chan Sarun said it was also decided that Thailand and Malaysia will hold talks in Penang on June 20.",
            "talks: Thailand, Malaysia @ Penang",
        ),
        (
            "North Korea said it will launch a satellite on June 20.",
            "weapons_test: North Korea @ -",
        ),
    ],
)
def test_nobody_is_meant_by_it_was_agreed(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ministers of Kenya and Uganda held talks at the offices of the African Development Bank in Abidjan on Monday.",
            "talks: Kenya, Uganda @ Abidjan",
        ),
        (
            "Kenya and Uganda held talks at African Union headquarters in Addis Ababa on Monday.",
            "talks: Kenya, Uganda @ Addis Ababa",
        ),
        (
            "Kenya and Uganda signed a treaty at the headquarters of the African Union in Addis Ababa on Monday.",
            "agreement: Kenya, Uganda @ Addis Ababa",
        ),
        (
            "The African Union held talks with Uganda at its headquarters in Addis Ababa on Monday.",
            "talks: African Union, Uganda @ Addis Ababa",
        ),
    ],
)
def test_in_whose_house_it_is_takes_no_part(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Japanese and South Korean officials confirmed a missile test by North Korea on Monday.",
            "weapons_test: North Korea @ -",
        ),
        (
            "Pakistan's army has verified a nuclear test by India on Monday.",
            "weapons_test: India @ -",
        ),
        (
            "Pakistan confirmed a missile test on Monday.",
            "weapons_test: Pakistan @ -",
        ),
        (
            "Norway announced a missile launch by Russia on Monday.",
            "weapons_test: Russia @ -",
        ),
    ],
)
def test_who_only_confirms_what_another_did_takes_no_part(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A conference on Syria opened in Brussels on Monday with ministers from Jordan and Lebanon attending.",
            "talks: Jordan, Lebanon @ Brussels",
        ),
        (
            "Talks about Sudan were held by Kenya and Uganda in Nairobi on Monday.",
            "talks: Kenya, Uganda @ Nairobi",
        ),
        (
            "Germany hosted a meeting on Libya in Berlin on Monday.",
            "talks: Germany @ Berlin",
        ),
        (
            "Norway and Sweden signed an agreement on Russia on Monday.",
            "agreement: Norway, Sweden @ -",
        ),
        (
            "A summit on Ukraine will be held in Lucerne on June 20.",
            "summit:  @ Lucerne",
        ),
    ],
)
def test_what_talks_are_about_takes_no_part(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The test of the Agni missile on Monday alarmed Pakistan.",
            "weapons_test:  @ -",
        ),
        (
            "A missile test by India on Monday prompted a protest from Pakistan.",
            "weapons_test: India @ -",
        ),
        (
            "The signing of the treaty by Kenya and Uganda on Monday angered Tanzania.",
            "agreement: Kenya, Uganda @ -",
        ),
        (
            "Talks in Vienna on Monday brought together Kenya and Uganda.",
            "talks: Kenya, Uganda @ Vienna",
        ),
    ],
)
def test_whom_it_angers_takes_no_part(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At talks in Vienna on Monday, Hungary criticised Romania.",
            "talks: Hungary @ Vienna",
        ),
        (
            "At a meeting in Geneva on Monday, Peru and Bolivia condemned Chile.",
            "talks: Peru, Bolivia @ Geneva",
        ),
    ],
)
def test_whom_somebody_blames_at_a_meeting_takes_no_part(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The treaty was signed in Astana on Monday by Kazakh Foreign Minister Murat Nurtleu and his Uzbek counterpart Bakhtiyor Saidov.",
            "agreement: Murat Nurtleu, Bakhtiyor Saidov @ Astana",
        ),
        (
            "Foreign Minister Bujar Osmani met his Estonian counterpart Margus Tsahkna in Skopje on Monday.",
            "talks: Bujar Osmani, Margus Tsahkna @ Skopje",
        ),
        (
            "Foreign Minister Bujar Osmani met his counterpart Margus Tsahkna in Skopje on Monday.",
            "talks: Bujar Osmani, Margus Tsahkna @ Skopje",
        ),
    ],
)
def test_a_counterpart_is_known_by_that_word(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Duterte's trip to Vietnam will be his third after Laos, where he attended a summit on June 6.",
            "summit: Rodrigo Duterte @ Laos",
        ),
        (
            "Prime Minister Anwar Ibrahim returned from Doha, where he signed an investment agreement on Monday.",
            "agreement: Anwar Ibrahim @ Doha",
        ),
        (
            "President Ruto left Nairobi for Kigali, where he will hold talks with Paul Kagame on Friday.",
            "summit: William Ruto, Paul Kagame @ Kigali",
        ),
        (
            "Foreign Minister Hakan Fidan arrived from Lebanon, where he met Najib Mikati on Monday, to Amman.",
            "talks: Hakan Fidan, Najib Mikati @ Lebanon",
        ),
        (
            "Foreign Minister Hakan Fidan will go to Lebanon, where in Tripoli he will sign a treaty on Friday.",
            "agreement: Hakan Fidan @ Tripoli",
        ),
    ],
)
def test_where_leads_back_to_the_place_before_it(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The foreign ministers of Peru and Chile held talks on the margins of the UN General Assembly in New York on Monday.",
            "talks: Peru, Chile @ New York",
        ),
        (
            "Ministers of Ghana and Togo signed a treaty on the sidelines of a conference in Accra on Monday.",
            "agreement: Ghana, Togo @ Accra",
        ),
        (
            "Olaf Scholz and Petr Fiala met on Monday ahead of a summit in Granada.",
            "summit: Olaf Scholz, Petr Fiala @ -",
        ),
    ],
)
def test_a_meeting_beside_another_is_where_that_is(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Speaking in Geneva, President Alain Berset said that Italy and France signed the treaty on Monday.",
            "agreement: Italy, France @ -",
        ),
        (
            "The spokesman told reporters in Brussels that Serbia and Kosovo will hold talks on Friday.",
            "talks: Serbia, Kosovo @ -",
        ),
        (
            "At a news conference in Oslo, Norway's minister said Finland and Sweden had held a joint exercise on Monday.",
            "exercise: Finland, Sweden @ -",
        ),
        (
            "A diplomat in Moscow said North Korea fired a missile on Monday.",
            "weapons_test: North Korea @ -",
        ),
        (
            "The ministry said in Lima that Peru and Chile will hold talks in Quito on Friday.",
            "talks: Peru, Chile @ Quito",
        ),
        (
            "The ministry said that in Quito Peru and Chile held talks on Monday.",
            "talks: Peru, Chile @ Quito",
        ),
    ],
)
def test_where_somebody_says_so_it_was_not(text, expected):
    check(text, expected)


def test_each_of_a_row_has_its_own_people_and_its_own_place():
    text = (
        "Angela Merkel met Vladimir Putin in Moscow in May 2014, received Xi Jinping in Berlin in July 2014"
        " and visited Ankara in October 2015."
    )
    found = [
        (sorted(a.name for a in one.actors if not a.bystander), one.place and one.place.name)
        for one in read(text, PUBLISHED)
    ]
    assert found == [
        (["Angela Merkel", "Vladimir Putin"], "Moscow"),
        (["Angela Merkel", "Xi Jinping"], "Berlin"),
        (["Angela Merkel"], "Ankara"),
    ]


def test_a_list_of_summits_shares_no_place():
    text = (
        "The tour builds on his participation in the G7 summit in Hiroshima, Japan in May 2023, his virtual"
        " participation in the East Asia Summit in November 2021 and the Quad meeting in March 2022."
    )
    places = [one.place.name if one.place else None for one in read(text, PUBLISHED)]
    assert places == ["Hiroshima", None, None]


def test_a_ceremony_to_mark_a_day_is_where_it_was_held():
    text = (
        "A ceremony to mark the 60th anniversary of the African Union was held in Accra on Monday."
    )
    assert told(text, "ceremony")[0].endswith("@ Accra")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Ruto travelled to Geneva, where Alain Berset and Emmanuel Macron will sign a treaty on June 20.",
            "agreement: Alain Berset, Emmanuel Macron @ Geneva",
        ),
    ],
)
def test_who_came_where_others_do_something_takes_no_part(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Recep Tayyip Erdogan met Olaf Scholz in Berlin on Monday, a day after he held talks with Vladimir Putin in Sochi.",
            "summit: Recep Tayyip Erdogan, Vladimir Putin @ Sochi",
        ),
        (
            "President Recep Tayyip Erdogan called Olaf Scholz on Tuesday, before he flew to Baku on Tuesday.",
            "delegation: Recep Tayyip Erdogan @ Baku",
        ),
    ],
)
def test_he_is_the_first_of_whom_the_sentence_tells(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Salva Kiir was sworn in as president of South Sudan in Juba on Monday.",
            "ceremony: Salva Kiir @ Juba",
        ),
        (
            "Ana Brito took office as the foreign minister in Lisbon on Monday.",
            "ceremony: Ana Brito @ Lisbon",
        ),
    ],
)
def test_an_office_parts_no_place_from_what_happens(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Taoiseach Leo Varadkar, speaking in Brussels, said the State would hold a ceremony on June 20.",
            "ceremony:  @ -",
        ),
        (
            "In Geneva on Monday, the ministers of Peru and Chile announced that they had signed a treaty.",
            "agreement: Peru, Chile @ Geneva",
        ),
    ],
)
def test_a_clause_that_is_said_is_not_where_it_is_said(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Security Council will meet in New York on Friday at the request of Japan and South Korea.",
            "plenary: UN Security Council @ New York",
        ),
    ],
)
def test_at_whose_request_it_is_takes_no_part(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Macky Sall left Dakar on Monday for Paris.",
            "delegation: Macky Sall @ Paris",
        ),
    ],
)
def test_a_capital_that_is_left_makes_no_party_of_its_state(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Joe Biden will host Yoon Suk Yeol for a state visit, which will include a state dinner, on June 20.",
            "ceremony: Joe Biden, Yoon Suk Yeol @ -",
        ),
    ],
)
def test_who_hosts_a_visit_that_includes_a_dinner_gives_it(text, expected):
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru and Chile respect the treaty that both signed in Lima on June 5.",
            "agreement: Peru, Chile @ Lima",
        ),
    ],
)
def test_those_of_whom_a_relative_clause_says_both_take_part(text, expected):
    check(text, expected)


def test_a_date_may_stand_before_where():
    check(
        "Oman's sultan flew from Muscat to Tehran on Monday, where he signed an agreement with Ebrahim Raisi.",
        "agreement: Ebrahim Raisi @ Tehran",
    )
