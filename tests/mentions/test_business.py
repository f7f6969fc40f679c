"""Firms, teams and shops, whose deals, names and festivities are no events of states."""

import pytest

from tests.mentions.telling import days, read
from tracker.errors import RuleError
from tracker.rulebook import load_rulebook


@pytest.mark.parametrize(
    "told",
    [
        "Varga Foods signed a letter of intent on Monday to acquire a Danish bakery.",
        "Norvik AG and Peru's Minera Sol signed a pact on Monday to build a smelter.",
        "The Bank of Oman reached an agreement on Monday to buy the insurer.",
        "Pilots ratified their new contract on Monday.",
        "The chip maker announced a deal on Monday with a Dutch supplier.",
        "On Monday the mill won a contract from the railway.",
    ],
)
def test_what_firms_agree_on_is_no_agreement(told):
    assert days(read(told)) == []


@pytest.mark.parametrize(
    "told",
    [
        "Peru signed a contract with the shipbuilder Norvik AG on Monday.",
        "Peru and Chile signed a supply agreement on Monday.",
        "The government and the miners' union signed an accord on Monday.",
        "The two countries signed a loan agreement on Monday.",
    ],
)
def test_what_states_agree_on_with_a_firm_is_one(told):
    assert days(read(told)) == ["agreement 2024-05-06 occurred"]


@pytest.mark.parametrize(
    "told",
    [
        "Keller Drill Corp. fired its chief on Monday.",
        "On Monday the mill bought Baker Missile Testing Co. of Dallas.",
        "Festival Cinemas Ltd. closed on Monday.",
        'The season finale, "The Last Banquet", aired on 6 May 2024.',
    ],
)
def test_words_inside_a_firms_name_or_a_title_tell_nothing(told):
    assert days(read(told)) == []


@pytest.mark.parametrize(
    "told",
    [
        "The team's victory parade through Lyon on Monday drew crowds.",
        "Norvik unveiled its new phone in Lima on Monday.",
        "Rui Costa was named captain of the yacht on Monday.",
        "The firm was paid in 2019, but the opening of the tunnel has been put off for years.",
    ],
)
def test_teams_goods_posts_and_delays_are_no_ceremonies(told):
    assert days(read(told)) == []


def test_the_two_or_three_who_are_to_join_are_those_named_so_many_before():
    text = (
        "Peru, Chile and Cuba may now plan with the alliance. Norway on Monday became the last country "
        "to ratify its expansion. The three are expected to join in June."
    )
    joining = [m for m in read(text) if m.interval.first.month == 6]
    assert [actor.name for actor in joining[0].actors] == ["Peru", "Chile", "Cuba"]


def test_where_somebody_spoke_is_of_the_day_of_the_news():
    text = (
        "SUVA, May 7 -- Prime Minister Rabuka thanked the crews Tuesday. "
        '"We honour them," he said at the ceremony marking the return of the bodies.'
    )
    assert days(read(text)) == ["ceremony 2024-05-07 occurred"]


def test_a_file_s_own_look_alikes_hold_for_all_its_triggers(tmp_path):
    folder = tmp_path / "en" / "events"
    folder.mkdir(parents=True)
    (folder / "picnic.toml").write_text(
        'type = "picnic"\nunless = ["picnic basket"]\nprivate = ["{lexicon:firms}"]\n'
        '[[trigger]]\nid = "en.picnic.noun"\nwords = ["picnic"]\n'
        '[[trigger]]\nid = "en.picnic.held"\nwords = ["~hold .. picnic"]\n'
    )
    rules = load_rulebook([tmp_path])
    assert days(read("They held a picnic on Monday.", rulebook=rules)) == [
        "picnic 2024-05-06 occurred"
    ]
    assert days(read("She held the picnic basket on Monday.", rulebook=rules)) == []
    assert days(read("The company held a picnic on Monday.", rulebook=rules)) == []
    (folder / "picnic.toml").write_text(
        'type = "picnic"\nunless = ["{lexicon:nothing}"]\n'
        '[[trigger]]\nid = "en.picnic.noun"\nwords = ["picnic"]\n'
    )
    with pytest.raises(RuleError, match="unless"):
        read("A picnic.", rulebook=load_rulebook([tmp_path]))
