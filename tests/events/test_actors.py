"""Who takes part in an event, when its sources name more and fewer."""

from dataclasses import replace

from tests.telling import mention, source
from tracker.events import resolve


def told(*tellings: tuple[str, str]):
    """The event of tellings by `who`, with those of them that are only bystanders."""
    found = []
    for number, (who, beside) in enumerate(tellings):
        one = mention("summit", "2025-06-19", who)
        actors = tuple(replace(a, bystander=a.name in beside) for a in one.actors)
        found.append(source(str(number), replace(one, actors=actors)))
    return resolve(found)


def test_bystanders_are_no_actors():
    event = told(("Ann Lee:person:Norway, Norway:country, Bo Ek:person:Sweden", "Norway"))
    assert event.actors == ("Ann Lee", "Bo Ek")


def test_who_stands_beside_in_one_telling_may_act_in_another():
    event = told(("Ann Lee:person:Norway, Norway:country", "Norway"), ("Norway:country", ""))
    assert event.actors == ("Ann Lee", "Norway")
