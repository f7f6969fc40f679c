"""JSON for programs: the shape and the filters of the command line."""

import datetime as dt

import pytest
from starlette.testclient import TestClient

from db.engine import begin
from tests.web.conftest import Tools, Visit, first_id
from tracker.answers.deciding import Desk
from tracker.timeline.query import Filters, find_events
from tracker.views.records import event_record


def test_events_are_what_the_command_line_writes(client: TestClient, stocked: Tools) -> None:
    with begin(stocked.engine, read_only=True) as session:
        told = [event_record(event) for event in find_events(session)]
    assert len(told) > 20
    assert client.get("/api/v1/events").json() == told


def test_filters_are_those_of_the_command_line(client: TestClient, stocked: Tools) -> None:
    asked = Filters(
        since=dt.date(2025, 7, 1), until=dt.date(2025, 9, 30), types=("summit", "talks")
    )
    with begin(stocked.engine, read_only=True) as session:
        ids = [event.id for event in find_events(session, asked)]
    found = client.get("/api/v1/events?quarter=2025Q3&type=summit&type=talks").json()
    assert ids
    assert [event["id"] for event in found] == ids


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("quarter=2025Q5", '"2025Q5" is not a quarter: write it like 2025Q2'),
        ("since=June", '"June" is not a day: write it like 2025-06-21'),
        ("type=sumit", 'no event type "sumit": did you mean summit? There are '),
        ("status=done", 'no status "done": there are planned, '),
        ("min_sources=many", 'min_sources "many" is not a number from 0 to 1000'),
        ("limit=0", 'limit "0" is not a number from 1 to 1000'),
        ("since=2025-02-01&until=2025-01-01", "the periods asked for do not meet"),
        ("as_of=2025-01-01&as_of_seen=2025-01-01", "do not go together"),
        ("tpye=summit", 'no parameter "tpye": did you mean type?'),
        ("cursor=nonsense", "not a cursor"),
        ("search=" + "x" * 201, "longer than 200 characters"),
        ("quarter=", "quarter is empty"),
        ("search=%00", "control characters"),
        ("related=nosuchevent", 'no event "nosuchevent"'),
        ("year=9999&quarter=2025Q1", "do not meet"),
    ],
)
def test_a_bad_value_is_told_in_a_sentence(client: TestClient, asked: str, said: str) -> None:
    answered = client.get(f"/api/v1/events?{asked}")
    assert answered.status_code == 422
    assert said in answered.json()["detail"]


@pytest.mark.parametrize("sort", ["date", "newest", "updated", "sources", "type", "title"])
def test_pages_together_are_the_whole_list(client: TestClient, sort: str) -> None:
    whole = client.get(f"/api/v1/events?sort={sort}&limit=1000").json()
    pages, address = [], f"/api/v1/events?sort={sort}&limit=7"
    while address:
        answered = client.get(address)
        assert answered.headers["X-Total-Count"] == str(len(whole))
        pages += answered.json()
        address = answered.links.get("next", {}).get("url", "")
    assert pages == whole


def test_a_cursor_is_good_only_for_its_own_order(client: TestClient) -> None:
    following = client.get("/api/v1/events?sort=title&limit=1").links["next"]["url"]
    answered = client.get(following.replace("sort=title", "sort=date"))
    assert answered.status_code == 422


def test_who_has_the_newest_gets_nothing(client: TestClient) -> None:
    tag = client.get("/api/v1/events").headers["ETag"]
    again = client.get("/api/v1/events", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/v1/events", headers={"If-None-Match": '"other"'}).status_code == 200


def test_an_event_tells_why_it_has_its_values(client: TestClient) -> None:
    told = client.get(f"/api/v1/events/{first_id(client, quarter='2025Q3')}").json()
    assert {"chosen", "rivals", "history", "sources", "title"} <= told.keys()
    assert told["history"][0]["change"] == "created"


def test_a_merged_id_leads_to_the_event_it_is_part_of(client: TestClient, stocked: Tools) -> None:
    one, other = (event["id"] for event in client.get("/api/v1/events?limit=2").json())
    Desk(stocked.engine, "tester", dt.datetime(2026, 3, 11, tzinfo=dt.UTC)).merge([one, other])
    assert client.get(f"/api/v1/events/{other}").json()["id"] == one


def test_an_unknown_event_is_not_found(client: TestClient) -> None:
    answered = client.get("/api/v1/events/zzzzzzzzzz")
    assert answered.status_code == 404
    assert 'no event "zzzzzzzzzz"' in answered.json()["detail"]


def test_a_quarter_holds_what_its_briefing_holds(client: TestClient) -> None:
    told = client.get("/api/v1/quarter/2025Q3").json()
    assert told["headline"].startswith(f"{len(told['events'])} events: ")
    assert (told["first"], told["last"]) == ("2025-07-01", "2025-09-30")
    assert client.get("/api/v1/quarter/2025Q7").status_code == 404
    assert client.get("/api/v1/quarter/2025Q3?since_briefing=now").status_code == 422


def test_what_is_upcoming_lies_ahead(client: TestClient) -> None:
    told = client.get("/api/v1/upcoming?days=60").json()
    assert told
    assert all(entry["end"] >= "2026-03-10" and entry["start"] <= "2026-05-09" for entry in told)


def test_other_sites_cannot_read_it(client: TestClient) -> None:
    answered = client.get("/api/v1/events", headers={"Origin": "https://other.example"})
    assert not [name for name in answered.headers if name.startswith("access-control")]


def test_head_is_get_without_the_body(visit: Visit) -> None:
    got, asked = visit().get("/calendar.ics"), visit().head("/calendar.ics")
    assert (asked.status_code, asked.content) == (200, b"")
    assert asked.headers["ETag"] == got.headers["ETag"]
