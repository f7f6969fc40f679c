"""What people do with the pages, in a real browser; no complaint on its console is let pass."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from db.engine import open_engine
from tests.web.browser import SCREENSHOTS, faults, launched, listening
from tests.web.conftest import TOKEN, Tools
from tracker.rulebook import load_rulebook
from tracker.settings import Settings, WebSettings
from tracker.web.serving import beside, listen

LARGEST_FIRST_PAGE = 200_000
EVENT = "Ulchi Freedom Shield"
Open = Callable[..., Page]

expect.set_options(timeout=30_000)  # a machine may be busy


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests here."""
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def address(stocked_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the demonstration's timeline is served, to be read only."""
    engine = open_engine(f"sqlite:///{stocked_file}")
    with (
        listen("127.0.0.1", 0) as (place, url),
        beside(Tools(engine, Settings(), load_rulebook()), "127.0.0.1", place),
    ):
        yield url
    engine.dispose()


@pytest.fixture
def guarded(stocked: Tools) -> Iterator[str]:
    """Where a copy of it is served that asks for a token, to be corrected."""
    tools = replace(stocked, settings=Settings(web=WebSettings(token=TOKEN)))
    with listen("127.0.0.1", 0) as (place, url), beside(tools, "127.0.0.1", place):
        yield url


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the timeline: `opened("feeds", color_scheme="dark")`."""
    with ExitStack() as stack:

        def open_page(path: str = "", base: str = address, **options: Any) -> Page:
            options = {"viewport": {"width": 1200, "height": 900}, **options}
            context = browser.new_context(**options)
            stack.callback(context.close)
            page = stack.enter_context(listening(context))
            page.goto(base + path)
            return page

        yield open_page


def titles(page: Page) -> list[str]:
    """The events that the page lists."""
    return page.locator(".event .title").all_inner_texts()


def test_a_filter_takes_effect_at_once_and_the_address_can_be_shared(opened: Open) -> None:
    page = opened()
    everything = titles(page)
    page.evaluate("window.same = true")
    page.get_by_label("Kind").select_option("summit")
    expect(page).to_have_url(re.compile(r"/\?type=summit$"))
    chosen = titles(page)
    assert 0 < len(chosen) < len(everything)
    assert page.evaluate("window.same"), "the page was fetched whole"
    assert titles(opened("?type=summit")) == chosen
    page.get_by_role("link", name="summit (take this filter away)").click()
    expect(page).to_have_url(re.compile(r"/$"))
    assert titles(page) == everything
    expect(page.get_by_label("Kind")).to_have_value("")
    page.go_back()
    expect(page.locator(".event .title")).to_have_count(len(chosen))


def test_words_are_sought_on_enter(opened: Open) -> None:
    page = opened()
    page.get_by_label("Words").fill("treaty")
    page.get_by_label("Words").press("Enter")
    expect(page).to_have_url(re.compile(r"search=treaty"))
    expect(page.locator("h1")).to_have_text(re.compile(r"^\d+ events?$"))
    assert page.get_by_label("Words").input_value() == "treaty"


def test_everything_works_without_a_script(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    page.get_by_label("Kind").select_option("summit")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"/\?type=summit$"))
    expect(page.locator(".chips")).to_contain_text("summit")


def test_dragging_across_the_picture_looks_closer(opened: Open) -> None:
    page = opened()
    before = len(titles(page))
    box = page.locator(".picture svg").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 90)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 90, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"since=\d{4}-\d\d-\d\d&until=\d{4}-\d\d-\d\d"))
    assert 0 < len(titles(page)) < before
    page.get_by_role("link", name="Wider").click()
    expect(page.locator(".picture svg")).to_be_visible()


def test_an_event_shows_who_says_what(opened: Open) -> None:
    page = opened(f"?search={EVENT}")
    page.locator(".event .title").first.click()
    expect(page.locator("h1")).to_contain_text(EVENT)
    expect(page.locator("mark").first).to_be_visible()
    page.locator(".values .ref").first.click()
    expect(page).to_have_url(re.compile(r"#source-\d+$"))
    expect(page.locator(":target")).to_be_in_viewport()
    page.get_by_text("What it claims").first.click()
    expect(page.locator(".claims").first).to_be_visible()


def test_a_calendar_can_be_subscribed_to(opened: Open) -> None:
    page = opened("?type=summit")
    page.get_by_role("link", name="subscribe", exact=True).click()
    mine = page.locator(".mine")
    webcal = mine.get_by_role("link", name="Calendar").get_attribute("href") or ""
    assert webcal.startswith("webcal://127.0.0.1:")
    got = page.request.get(webcal.replace("webcal", "http"))
    assert got.headers["content-type"].startswith("text/calendar")
    assert Calendar.from_ical(got.body()).walk("VEVENT")


def test_a_judgement_and_its_undoing(opened: Open, guarded: str) -> None:
    page = opened("", base=guarded)
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_label("Your name").fill("Ann")
    page.get_by_role("button", name="Log in").click()
    page.get_by_label("Words").fill(EVENT)
    page.get_by_label("Words").press("Enter")
    expect(page).to_have_url(re.compile("search="))
    page.locator(".event .title").first.click()
    title = page.locator("h1").inner_text()
    page.get_by_text("Set values by hand").click()
    page.get_by_label("Title").fill("The exercise by another name")
    page.get_by_role("button", name="Set these values").click()
    expect(page.locator("h1")).to_have_text("The exercise by another name")
    expect(page.locator(".judged")).to_contain_text("by Ann")
    page.screenshot(path=SCREENSHOTS / "judged.png", full_page=True)
    assert faults(page) == []
    page.locator(".notice").get_by_role("button", name="Undo").click()
    expect(page.locator("h1")).to_have_text(title)


def test_the_keyboard_alone_is_enough(opened: Open) -> None:
    page = opened()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Words")).to_be_focused()
    page.keyboard.type("treaty")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("search=treaty"))
    expect(page.get_by_label("Words")).to_be_focused()


def test_the_first_page_is_light(browser: Browser, address: str) -> None:
    page = browser.new_page()
    sizes: dict[str, int] = {}
    page.on("response", lambda got: sizes.update({got.url: len(got.body())}))
    page.goto(address, wait_until="networkidle")
    page.close()
    assert all(url.startswith(address) for url in sizes)
    assert sum(sizes.values()) < LARGEST_FIRST_PAGE, sizes


PAGES = {
    "timeline": "",
    "filters": "?since=2025-06-01&until=2025-12-31&type=summit&type=talks",
    "problem": "?quarter=2025Q9",
    "event": f"?search={EVENT}",
    "upcoming": "upcoming",
    "quarter": "quarter/2025Q3",
    "calendar": "calendar?type=summit",
    "feeds": "feeds",
    "judgements": "judgements",
    "missing": "nothing",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible_and_fits_a_phone(
    browser: Browser, address: str, name: str, scheme: Any
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1200, "height": 900})
    page = context.new_page()
    page.goto(address + PAGES[name])
    if name == "event":
        page.locator(".event .title").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.screenshot(path=SCREENSHOTS / f"{name}-{scheme}-wide.png", full_page=True)
    assert faults(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.screenshot(path=SCREENSHOTS / f"{name}-{scheme}-phone.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
