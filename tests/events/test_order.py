"""What is linked does not depend on the order it came in, nor on what else there is far away."""

from hypothesis import given
from hypothesis import strategies as st

from tests.telling import mention, source
from tracker.events import link, same
from tracker.values import Source

DAYS = ["2024-05-06", "2024-05-07", "2024-05-08", "2024-05-06/2024-05-09", "2024-05", "2024"]
WHO = ["Ann Lee:person:Norland", "Bo Ek:person:Sudland", "Norland:country, Sudland:country", ""]
WORDS = st.lists(
    st.sampled_from(["harbour", "border", "fisheries", "railway", "treaty", "visit"]), max_size=3
)
MENTIONS = st.builds(
    mention,
    st.sampled_from(["talks", "summit"]),
    st.sampled_from(DAYS),
    st.sampled_from(WHO),
    WORDS.map(" ".join),
    st.sampled_from(["", "Lund", "Oslo"]),
    status=st.sampled_from(["occurred", "planned"]),
    kind=st.sampled_from(["", "trade", "border"]),
    names=st.sampled_from(
        [
            (),
            ("Elm Street", "Lund"),
            ("Oak Street", "Lund", "+41", "~9.0"),
            ("Jo Vik", "41", "*home"),
        ]
    ),
    words=st.sampled_from([(), ("harbour", "railway", "strike")]),
    rules=st.sampled_from([("a-rule",), ("a-rule", "publication")]),
)
SOURCES = st.lists(MENTIONS, max_size=9).map(
    lambda told: [source(f"k{number}", each) for number, each in enumerate(told)]
)


@given(SOURCES, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_groups(sources, random):
    shuffled = list(sources)
    random.shuffle(shuffled)
    assert link(shuffled) == link(sources)


@given(SOURCES)
def test_every_source_is_in_exactly_one_group(sources):
    assert sorted(each.key for group in link(sources) for each in group) == sorted(
        each.key for each in sources
    )


@given(SOURCES)
def test_nothing_that_is_ruled_out_is_put_together(sources):
    for group in link(sources):
        assert all(same(a, b).value > 0 for a in group for b in group if a.key < b.key)


@given(SOURCES, SOURCES)
def test_what_lies_years_away_changes_nothing(sources, others):
    far = [
        Source(
            f"far-{each.key}",
            mention("talks", "1999-01-01", "Norland:country", "far away"),
            each.url + "/far",
            each.publisher,
            each.kind,
            None,
            each.quote,
        )
        for each in others
    ]
    near = {group for group in link(sources + far) if not group[0].key.startswith("far-")}
    assert near == set(link(sources))


@given(SOURCES)
def test_the_score_is_the_same_either_way(sources):
    for a in sources:
        for b in sources:
            assert same(a, b) == same(b, a)
