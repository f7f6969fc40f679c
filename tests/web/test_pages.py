"""What a browser is given: the filters in the address, the event and its reasons, the subscriptions."""

import datetime as dt
import html
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import icalendar
import pytest
from starlette.testclient import TestClient

from db import tables
from db.engine import Engine, begin
from tests.telling import article, mention
from tests.web.conftest import BASE, NOW, TOKEN, Tools, Visit, first_id, site
from tests.web.test_security import HTML, enter
from tracker import clock
from tracker.answers.deciding import Desk
from tracker.cli.web import Renewed
from tracker.rulebook import load_rulebook
from tracker.settings import Settings, load_settings
from tracker.timeline.ledger import relink
from tracker.web.app import make_app
from tracker.web.events import FEW
from tracker.web.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"


def shown(page: str) -> set[str]:
    """The ids of the events that a page lists."""
    return set(re.findall(r'class="title" href="/events/([a-z0-9]+)"', page))


def test_the_page_lists_what_the_filters_in_its_address_ask_for(client: TestClient) -> None:
    asked = "quarter=2025Q3&type=summit"
    ids = {event["id"] for event in client.get(f"/api/v1/events?{asked}").json()}
    page = client.get(f"/?{asked}", headers=HTML).text
    assert ids
    assert shown(page) == ids
    assert f'<h1 class="count">{len(ids)} event' in page


def test_a_form_sent_without_a_script_leads_to_a_short_address(client: TestClient) -> None:
    answered = client.get("/?search=treaty&type=&quarter=&sort=")
    assert (answered.status_code, answered.headers["Location"]) == (303, "/?search=treaty")


def test_a_filter_that_cannot_be_is_explained_on_the_page(client: TestClient) -> None:
    answered = client.get("/?quarter=2025Q9", headers=HTML)
    assert answered.status_code == 400
    assert "is not a quarter: write it like 2025Q2" in answered.text


def test_an_empty_answer_says_which_filter_excluded_most(client: TestClient) -> None:
    page = client.get("/?type=summit&search=zebra", headers=HTML).text
    assert "No events match; without --search there would be" in page


def test_what_other_pages_add_to_an_address_is_passed_over(client: TestClient) -> None:
    assert client.get("/?utm_source=mail&type=summit").status_code == 200


def test_the_pages_of_a_list_hold_each_event_once(client: TestClient) -> None:
    seen: list[str] = []
    address = "/?limit=10"
    while address:
        page = client.get(address, headers=HTML).text
        seen += shown(page)
        following = re.search(r'class="button" href="([^"]+cursor[^"]+)"', page)
        address = following[1].replace("&amp;", "&") if following else ""
    assert len(seen) == len(set(seen)) == len(client.get("/api/v1/events").json())


def test_an_event_quotes_its_sources_in_context(client: TestClient) -> None:
    told = client.get(f"/api/v1/events/{first_id(client, type='exercise')}").json()
    page = client.get(f"/events/{told['id']}", headers=HTML).text
    assert f'id="source-{len(told["sources"])}"' in page
    marked = re.findall(r"<mark>(.*?)</mark>", page, re.DOTALL)
    assert len(marked) == len(told["sources"])
    assert 'class="said" title="date"' in marked[0]
    assert 'rel="noopener noreferrer nofollow"' in page


def test_a_merged_event_leads_to_the_one_it_is_part_of(client: TestClient, stocked: Tools) -> None:
    one, other = (event["id"] for event in client.get("/api/v1/events?limit=2").json())
    Desk(stocked.engine, "tester", NOW).merge([one, other])
    assert client.get(f"/events/{other}").headers["Location"] == f"/events/{one}"


@pytest.mark.parametrize(
    "path",
    [
        "/events/zzzzzzzzzz",
        "/quarter/2025Q9",
        "/quarter/soon",
        "/nothing",
        "/events/zzzzzzzzzz.ics",
    ],
)
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path, headers=HTML).status_code == 404


def test_the_briefing_numbers_every_source_it_cites(client: TestClient) -> None:
    page = client.get("/quarter/2025Q3", headers=HTML).text
    cited = set(re.findall(r'href="#(source-\d+)"', page))
    assert cited
    assert cited == set(re.findall(r'id="(source-\d+)"', page))


def test_this_quarter_is_where_the_briefings_begin(client: TestClient) -> None:
    assert client.get("/quarter").headers["Location"] == "/quarter/2026Q1"


def test_the_calendar_page_offers_the_filter_in_both_schemes(client: TestClient) -> None:
    page = client.get("/calendar?type=summit", headers=HTML).text
    assert 'href="webcal://127.0.0.1:8080/calendar.ics?type=summit' in page
    assert 'href="http://127.0.0.1:8080/calendar.ics?type=summit' in page


def test_addresses_to_subscribe_to_work_where_a_token_is_set(visit: Visit) -> None:
    client = visit(token=TOKEN)
    enter(client)
    page = client.get("/calendar", headers=HTML).text
    address = re.search(r'href="(http://[^"]+calendar\.ics[^"]+)"', page)
    assert address
    assert TOKEN not in page
    assert visit(token=TOKEN).get(address[1].replace("&amp;", "&")).status_code == 200


def test_the_calendar_holds_what_the_filter_asks_for(client: TestClient) -> None:
    answered = client.get("/calendar.ics?type=summit")
    assert answered.headers["Content-Type"] == "text/calendar; charset=utf-8"
    entries = icalendar.Calendar.from_ical(answered.content).walk("VEVENT")
    told = client.get("/api/v1/events?type=summit").json()
    assert {str(one["UID"]).split("@")[0] for one in entries} == {
        event["id"] for event in told if event["precision"] == "day"
    }
    again = client.get(
        "/calendar.ics?type=summit", headers={"If-None-Match": answered.headers["ETag"]}
    )
    assert again.status_code == 304


def test_a_subscription_may_ring(client: TestClient) -> None:
    for asked, rings in (({}, False), ({"alarm": "1"}, True)):
        assert (b"BEGIN:VALARM" in client.get("/calendar.ics", params=asked).content) is rings
    assert client.get("/calendar.ics", params={"alarm": "soon"}).status_code == 400


def test_the_picture_leads_closer_and_wider(client: TestClient) -> None:
    page = client.get("/?since=2025-01-01&until=2025-12-31").text
    periods = {
        name: re.search(rf'href="([^"]+)"[^>]* title="{name}"', page)
        for name in ("Closer", "Wider")
    }
    assert [html.unescape(found[1]) for found in periods.values() if found] == [
        "/?since=2025-04-02&until=2025-10-01",
        "/?since=2024-07-02&until=2026-07-02",
    ]
    assert 'title="Closer"' not in client.get("/?since=2025-09-03&until=2025-09-04").text


def test_one_event_can_be_put_into_a_calendar(client: TestClient) -> None:
    id = first_id(client, type="exercise")
    entries = icalendar.Calendar.from_ical(client.get(f"/events/{id}.ics").content).walk("VEVENT")
    assert [str(one["UID"]).split("@")[0] for one in entries] == [id]


def test_a_table_for_spreadsheets_has_a_row_an_event(client: TestClient) -> None:
    lines = client.get("/events.csv?type=summit").text.splitlines()
    assert lines[0].startswith("id,type,title,start,end")
    assert len(lines) == 1 + len(client.get("/api/v1/events?type=summit").json())


def entries(client: TestClient, asked: str = "") -> dict[str, str]:
    """The entries of the Atom feed: title by id."""
    feed = ElementTree.fromstring(client.get(f"/events.atom{asked}").content)
    for name in ("id", "title", "updated", "author"):
        assert feed.find(ATOM + name) is not None
    found = feed.findall(f"{ATOM}entry")
    assert all(
        one.find(ATOM + name) is not None
        for one in found
        for name in ("id", "title", "updated", "link")
    )
    return {one.findtext(f"{ATOM}id") or "": one.findtext(f"{ATOM}title") or "" for one in found}


def test_the_feed_has_an_entry_for_a_change_that_matters_and_none_for_another(
    visit: Visit, told: Tools
) -> None:
    client = visit(told)
    before = entries(client)
    assert [title.partition(":")[0] for title in before.values()] == ["New"]
    id = first_id(client)
    later = NOW - dt.timedelta(minutes=5)
    Desk(told.engine, "tester", later).edit(id, {"title": "The summit of Norland"})
    assert entries(client).keys() == before.keys()
    Desk(told.engine, "tester", later).edit(id, {"status": "cancelled"})
    after = entries(client)
    assert before.keys() < after.keys()
    assert [title for key, title in after.items() if key not in before] == [
        "Cancelled: The summit of Norland (1 March 2026)"
    ]


def test_a_feed_of_nothing_is_a_feed(client: TestClient) -> None:
    assert entries(client, "?search=zebra") == {}
    assert client.get("/events.atom?as_of=2025-01-01").status_code == 400


def test_a_claim_that_did_not_win_is_shown_with_its_source(client: TestClient) -> None:
    for event in client.get("/api/v1/events").json():
        told = client.get(f"/api/v1/events/{event['id']}").json()
        page = client.get(f"/events/{event['id']}", headers=HTML).text
        assert ("Also claimed" in page) == bool(told["rivals"])
        if told["rivals"]:
            rivals = page.partition('class="rivals"')[2].partition("</ul>")[0]
            assert re.search(r'<a class="ref" href="#source-\d+">', rivals)
            return
    raise AssertionError("the demonstration has sources that disagree")


def judge(client: TestClient, key: str, path: str, **fields: str | list[str]) -> str:
    """Sends a judgement; gives its number."""
    answered = client.post(path, data={"form_key": key, **fields})
    assert answered.status_code == 303, answered.text
    return parse_qs(urlsplit(answered.headers["Location"]).query).get("done", [""])[0]


def test_a_judgement_from_the_page_is_kept_with_who_made_it_and_can_be_undone(visit: Visit) -> None:
    client = visit(token=TOKEN)
    key = enter(client, "Ann")
    id = first_id(client, type="summit")
    number = judge(client, key, f"/events/{id}/edit", title="A summit by hand", why="the name")
    page = client.get(f"/events/{id}?done={number}", headers=HTML).text
    assert "A summit by hand" in page
    assert f"Judgement {number} by Ann" in page
    judge(client, key, f"/judgements/{number}/undo")
    assert "<h1>A summit by hand</h1>" not in client.get(f"/events/{id}", headers=HTML).text


def test_events_are_merged_kept_apart_hidden_and_pinned_from_the_page(visit: Visit) -> None:
    client = visit(token=TOKEN)
    key = enter(client)
    one, other, third = (event["id"] for event in client.get("/api/v1/events?limit=3").json())
    judge(client, key, f"/events/{one}/merge", others=other)
    assert client.get(f"/events/{other}").headers["Location"] == f"/events/{one}"
    judge(client, key, f"/events/{one}/differ", others=third)
    judge(client, key, f"/events/{third}/pin")
    judge(client, key, f"/events/{third}/hide", why="an opinion piece")
    assert third not in shown(client.get("/?limit=1000", headers=HTML).text)
    page = client.get("/judgements", headers=HTML).text
    assert all(verb in page for verb in ("same", "different", "pin", "hide", "an opinion piece"))


def test_what_some_articles_tell_is_split_off_from_the_page(visit: Visit) -> None:
    client = visit(token=TOKEN)
    key = enter(client)
    events = client.get("/api/v1/events?limit=1000").json()
    event = next(one for one in events if len({source["url"] for source in one["sources"]}) > 1)
    judge(client, key, f"/events/{event['id']}/split", source=event["sources"][0]["url"])
    assert len(client.get("/api/v1/events?limit=1000").json()) == len(events) + 1


def test_a_judgement_that_cannot_be_is_explained(visit: Visit) -> None:
    client = visit(token=TOKEN)
    key = enter(client)
    answered = client.post(
        f"/events/{first_id(client)}/edit", data={"form_key": key, "date": "soon"}
    )
    assert answered.status_code == 422
    assert "soon" in answered.text


def test_the_figures_tell_how_much_there_is(client: TestClient) -> None:
    text = client.get("/metrics").text
    total = sum(float(value) for value in re.findall(r"tracker_events\{.*\} ([\d.]+)", text))
    assert total == len(client.get("/api/v1/events").json())
    assert client.get("/healthz").text == "ok\n"


ADDRESSES = (
    "/", "/?search=talks*&sort=title&limit=1", "/?as_of=2026-03-09", "/?changed_since=2026-01-01", "/picture",
    "/upcoming", "/quarter/2026Q1?since=2026-01-01", "/calendar", "/feeds", "/judgements", "/calendar.ics",
    "/events.atom", "/events.csv", "/metrics", "/healthz", "/api/v1/events?sort=updated&limit=1",
    "/api/v1/upcoming", "/api/v1/quarter/2026Q1", "/api/v1/feeds",
)  # fmt: skip


def test_both_databases_give_the_same_pages(engine: Engine) -> None:
    with begin(engine) as session:
        for number, day in enumerate(("2026-03-01", "2026-03-02")):
            event = mention(
                "talks", day, f"Norland:country, Land{number}:country", f"Talks {number}"
            )
            article(session, f"https://a.example/{number}", event, now=NOW, publisher="A")
        relink(session, NOW)
    tools = Tools(engine, Settings(), load_rulebook())
    with TestClient(make_app(site(tools)), base_url=BASE) as client:
        assert {path: client.get(path).status_code for path in ADDRESSES} == dict.fromkeys(
            ADDRESSES, 200
        )
        id = first_id(client)
        assert client.get(f"/events/{id}", headers=HTML).text.count("<mark>") == 1
        assert client.get("/events/%00", headers=HTML).status_code == 404
        assert client.get("/api/v1/events/%00").status_code == 404


def test_an_event_nobody_tells_any_more_is_taken_back_from_calendars(
    visit: Visit, told: Tools
) -> None:
    with begin(told.engine) as session:
        article(session, "javascript:alert(3)", now=clock.now(), text="Nothing of the kind.")
        relink(session, clock.now())
    client = visit(told)
    assert client.get("/api/v1/events").json() == []
    [entry] = icalendar.Calendar.from_ical(client.get("/calendar.ics?type=summit").content).walk(
        "VEVENT"
    )
    assert entry["STATUS"] == "CANCELLED"


def test_many_events_are_drawn_as_a_crowd_that_comes_after_the_page(
    visit: Visit, told: Tools
) -> None:
    with begin(told.engine) as session:
        days = [NOW.date() - dt.timedelta(days=number) for number in range(FEW + 1)]
        session.add_all(
            tables.Event(id=f"e{number}", type="talks", title=f"Talks {number}", start=day, end=day,
                         created=NOW, updated=NOW)
            for number, day in enumerate(days)
        )  # fmt: skip
    client = visit(told)
    page = client.get("/", headers=HTML).text
    assert "<svg viewBox" not in page.partition("<main")[2]
    assert 'hx-get="/picture"' in page
    drawn = client.get("/picture", headers=HTML).text
    told_of = [
        int(count.replace(",", "")) for count in re.findall(r"<title>([\d,]+) events?,", drawn)
    ]
    assert sum(told_of) == FEW + 2


def test_a_daemon_that_reads_its_configuration_again_renews_its_pages(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    file = tmp_path / "config.toml"
    file.write_text("", encoding="utf-8")
    held = Renewed(sqlite_engine, load_settings(file), load_rulebook())
    with TestClient(make_app(Site(held)), base_url=BASE) as client:
        assert client.get("/feeds").status_code == 200
        file.write_text('[web]\ntoken = "new"\n', encoding="utf-8")
        held.renew()
        assert client.get("/feeds").status_code == 401
