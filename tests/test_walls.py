"""Pages that are not what was asked for, told by their title and words; and articles that only look like it."""

import pytest

from tracker.walls import find_wall, is_challenge, wall_of_page

NEWS = "\n".join(
    f"The harbour office said in its notice number {n} that the ferry across the bay will run again from"
    " Monday, and that passengers may buy their tickets at the pier from eight in the morning."
    for n in range(4)
)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Page not found", "Sorry."),
        ("Page Not Found | Harbour Gazette", ""),
        ("404", "Back to the front page"),
        ("404 - Harbour Gazette", ""),
        ("Error 404: nothing here", ""),
        ("Not Found", "The requested URL was not found on this server."),
        ("Article no longer available", ""),
        ("The page you requested cannot be found", NEWS),
        ("Harbour Gazette - Page not found", NEWS),
        ("Oops! That page can’t be found.", ""),
        ("Harbour Gazette", "The page you are looking for no longer exists."),
        ("Harbour Gazette", "It may have been moved.\nWe couldn't find that page."),
        ("Gazette", "Please check the URL and try again.\nThis article has been removed."),
        ("Страница не найдена", ""),
        ("항구일보", "요청하신 페이지를 찾을 수 없습니다."),
        ("港口日报", "您访问的页面不存在"),
        ("港の新聞", "お探しのページは見つかりませんでした。"),
    ],
)
def test_a_notice_that_nothing_is_there_is_told_from_an_article(title: str, text: str) -> None:
    assert find_wall(title, text) == "not_found"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Documents not released in spy trial", NEWS),
        ("Article 9 will not be changed, minister says", NEWS),
        ("Missing submarine not found after a week", NEWS),
        ("404 sailors return home", NEWS),
        ("Page turned: two neighbours make peace", NEWS),
        ("Nothing found in search of the wreck", NEWS),
        ("Sorry, says the minister", NEWS),
        ("Treaty signed", "The document was not signed by the minister, his office said."),
        ("Talks", "He said that the article of the treaty does not apply to the strait."),
        ("Ferry", NEWS + "\nReaders told us that the page they were looking for was not found."),
    ],
)
def test_news_about_missing_things_is_news(title: str, text: str) -> None:
    assert find_wall(title, text) is None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Just a moment...", ""),
        ("Making sure you're not a bot!", "You are seeing this because Anubis was set up."),
        ("Harbour Gazette", "The administrator of this website has set up Anubis."),
        ("Vercel Security Checkpoint", "We're verifying your browser"),
        ("Security Check | Harbour Gazette", "Solve the puzzle."),
        ("Client Challenge", "A required part of this site couldn’t load."),
        ("One more step", "Please complete the security check."),
        ("Access Denied", "You don't have permission to see this."),
        ("Harbour Gazette", "Let's confirm you are human."),
    ],
)
def test_a_bot_challenge_is_told_by_its_title_or_words(title: str, text: str) -> None:
    assert find_wall(title, text) == "bot_wall"


@pytest.mark.parametrize(
    "title",
    [
        "Just a moment of silence for the sailors",
        "Security checks at the border are tightened",
        "Security checkpoint at the strait comes under fire",
        "Access denied to observers of the vote",
        "One more step toward a treaty",
        "Security challenge number one is the strait, minister says",
    ],
)
def test_news_about_checks_and_steps_is_news(title: str) -> None:
    assert find_wall(title, NEWS) is None


CLOUDFLARE = (
    "<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head>"
    "<body><h1>Sorry, you have been blocked</h1><p>You are unable to access harbour.example</p></body></html>"
)
WAITING = "<html><head><title>Just a moment...</title></head><body><script src='/cdn-cgi/challenge-platform/x'></script>"
PLAIN = "<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center></body></html>"


@pytest.mark.parametrize(
    ("status", "headers", "page", "expected"),
    [
        (403, {}, CLOUDFLARE, True),
        (503, {}, WAITING, True),
        (403, {"cf-mitigated": "challenge"}, "", True),
        (429, {}, WAITING, True),
        (404, {}, CLOUDFLARE, False),
        (403, {}, PLAIN, False),
        (503, {}, "<html><title>Service maintenance</title><p>Back at noon.</p>", False),
        (503, {}, '{"error": "just a moment"}', False),
    ],
)
def test_a_refusal_is_a_bot_walls_by_its_header_or_its_page(
    status: int, headers: dict[str, str], page: str, expected: bool
) -> None:
    assert is_challenge(status, headers, page.encode()) is expected


@pytest.mark.parametrize(
    ("page", "wall"),
    [
        ("<html><title>Sign in</title><form><input type='password'></form>", "login_wall"),
        ("<html><title>Gazette</title><body><input type='password' name='p'>", "login_wall"),
        ("<html><title>Before you continue to Gazette</title>", "consent_wall"),
        (WAITING, "bot_wall"),
        ("<html><title>Gazette</title><body><p>News of the harbour.</p>", None),
    ],
)
def test_a_page_in_place_of_something_else_says_what_it_is(page: str, wall: str | None) -> None:
    assert wall_of_page(page) == wall
