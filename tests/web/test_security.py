"""Nobody gets in without the token, nothing from outside is obeyed, forms come from our own pages."""

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import HOSTILE, TOKEN, Tools, Visit, first_id
from tracker.web.secrets import new_session, read_session, subscription_key

PAGES = ("/", "/upcoming", "/quarter/2025Q3", "/calendar", "/feeds", "/judgements")
PROGRAMS = ("/api/v1/events", "/api/v1/upcoming", "/api/v1/feeds", "/api/v1/quarter/2025Q3",
            "/api/v1/openapi.json", "/calendar.ics", "/events.atom", "/events.csv", "/metrics")  # fmt: skip
EVERYTHING = (*PAGES, *PROGRAMS, "/healthz", "/static/pages.css", "/login", "/nothing")
HTML = {"Accept": "text/html"}


def enter(client: TestClient, name: str = "") -> str:
    """Logs in; gives the key that forms need."""
    answered = client.post("/login", data={"token": TOKEN, "name": name, "next": "/"})
    assert answered.status_code == 303
    page = client.get("/", headers=HTML).text
    found = re.search(r'name="form_key" value="([0-9a-f]{64})"', page)
    assert found
    return found[1]


@pytest.mark.parametrize("path", EVERYTHING)
def test_every_answer_forbids_what_it_does_not_need(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", PAGES)
def test_pages_fetch_nothing_from_elsewhere_and_hold_no_script_or_style(
    client: TestClient, path: str
) -> None:
    page = client.get(path, headers=HTML).text
    assert not re.findall(r"<script(?![^>]* src=\"/static/)", page)
    assert not re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", page)
    assert all(
        src.startswith("/static/") for src in re.findall(r'(?:src|<link[^>]*href)="([^"]*)"', page)
    )


@pytest.mark.parametrize("path", [*PAGES, *PROGRAMS])
def test_with_a_token_set_nothing_is_shown_without_it(visit: Visit, path: str) -> None:
    stranger = visit(token=TOKEN)
    assert stranger.get(path).status_code == 401
    shown = stranger.get(path, headers=HTML)
    assert shown.status_code == 303
    assert shown.headers["Location"].startswith("/login?next=%2F")
    assert stranger.get(path, headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert stranger.get(path, headers={"Cookie": "tracker_session=a.b"}).status_code == 401
    assert stranger.get(path, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


@pytest.mark.parametrize("path", ["/calendar.ics", "/events.atom"])
def test_subscriptions_take_the_token_or_their_own_key_in_the_address(
    visit: Visit, path: str
) -> None:
    client = visit(token=TOKEN)
    assert client.get(path, params={"token": TOKEN}).status_code == 200
    assert client.get(path, params={"token": subscription_key(TOKEN)}).status_code == 200
    assert client.get(path, params={"token": "wrong"}).status_code == 401


@pytest.mark.parametrize("path", [*PAGES, "/api/v1/events"])
def test_nothing_else_takes_a_secret_in_the_address(visit: Visit, path: str) -> None:
    client = visit(token=TOKEN)
    for secret in (TOKEN, subscription_key(TOKEN)):
        assert client.get(path, params={"token": secret}).status_code == 401


def test_the_key_for_subscriptions_is_no_token(visit: Visit) -> None:
    bearer = {"Authorization": f"Bearer {subscription_key(TOKEN)}"}
    assert visit(token=TOKEN).get("/api/v1/events", headers=bearer).status_code == 401


def test_logging_in_gives_a_cookie_that_no_script_reads(visit: Visit) -> None:
    client = visit(token=TOKEN)
    assert client.post("/login", data={"token": "wrong"}).status_code == 403
    answered = client.post("/login", data={"token": TOKEN, "next": "/feeds"})
    assert answered.headers["Location"] == "/feeds"
    cookie = answered.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert TOKEN not in cookie
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "next",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: b",
    ],
)
def test_logging_in_leads_only_to_our_own_pages(visit: Visit, next: str) -> None:
    answered = visit(token=TOKEN).post("/login", data={"token": TOKEN, "next": next})
    assert answered.headers["Location"] == "/"


def test_logging_out_ends_the_session_here(visit: Visit) -> None:
    client = visit(token=TOKEN)
    key = enter(client)
    client.post("/logout", data={"form_key": key})
    assert client.get("/").status_code == 401


def test_a_session_ends_with_its_time_and_with_its_token() -> None:
    session = new_session("one", "Ann", 1000)
    assert read_session("one", session.value, 999) == session
    assert read_session("one", session.value, 1000) is None
    assert read_session("two", session.value, 999) is None
    assert read_session("one", session.value.replace(".", ".0"), 999) is None
    assert read_session("one", "é", 1) is None


def test_judgements_need_a_token_set(client: TestClient) -> None:
    id = first_id(client)
    assert client.post(f"/events/{id}/hide", data={}).status_code == 403
    assert "Correct this event" not in client.get(f"/events/{id}", headers=HTML).text


def test_judgements_need_a_form_of_ours(visit: Visit) -> None:
    client = visit(token=TOKEN)
    key = enter(client)
    path = f"/events/{first_id(client)}/hide"
    foreign = {"Origin": "https://evil.example"}
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    assert client.post(path, data={"form_key": "0" * 64}).status_code == 403
    assert client.post(path, data={"form_key": key}, headers=foreign).status_code == 403
    assert visit(token=TOKEN).post(path, data={"form_key": key}, headers=bearer).status_code == 403
    assert client.post(path, data={"form_key": key, "why": "x" * 70_000}).status_code == 413
    assert (
        client.post(
            path, data={"form_key": key}, headers={"Origin": "http://127.0.0.1:8080"}
        ).status_code
        == 303
    )


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8080", "127.0.0.1.evil.example"])
def test_on_this_machine_alone_other_names_are_not_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost:8080", "127.0.0.1", "[::1]:8080"])
def test_its_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_a_hostile_title_is_text_everywhere(visit: Visit, told: Tools) -> None:
    client = visit(told)
    id = first_id(client)
    for path in ("/", f"/events/{id}", "/quarter/2026Q1", "/?search=" + "%3Cscript%3E"):
        page = client.get(path, headers=HTML).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "&lt;script&gt;" in page
        assert "{{7*7}}" in page or "search" in path
        assert 'href="javascript' not in page
        assert "\x1b" not in page
        assert "\u202e" not in page


def test_a_hostile_title_breaks_no_file_and_no_header(visit: Visit, told: Tools) -> None:
    client = visit(told)
    id = first_id(client)
    entry = client.get(f"/events/{id}.ics")
    assert re.fullmatch(
        r'attachment; filename="[a-z0-9-]+\.ics"', entry.headers["Content-Disposition"]
    )
    named = client.get(
        "/calendar.ics", params={"name": HOSTILE.replace("\r\n", "").replace("\x1b", "")}
    )
    assert "Set-Cookie" not in named.headers
    assert re.fullmatch(
        r'attachment; filename="[a-z0-9-]+\.ics"', named.headers["Content-Disposition"]
    )
    feed = client.get("/events.atom")
    assert "<script>" not in feed.text
    assert 'href="javascript' not in feed.text


def test_a_spreadsheet_runs_no_formula(visit: Visit, told: Tools) -> None:
    rows = list(csv.DictReader(io.StringIO(visit(told).get("/events.csv").text)))
    assert rows
    assert not [
        cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))
    ]


def test_secrets_in_an_address_are_logged_nowhere(
    visit: Visit, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    visit(token=TOKEN).get("/calendar.ics", params={"token": "shibboleth"})
    out, err = capsys.readouterr()
    ours = [record.getMessage() for record in caplog.records if record.name != "httpx"]
    assert "shibboleth" not in out + err + "".join(ours)
