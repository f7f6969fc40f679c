"""Faults 32 to 34: wrong charsets, characters that are none, and markup that is nearly right."""

import pytest

from db.engine import Engine
from tests.feeds.desk import Desk
from tests.feeds.server import Server, reply, rss
from tracker.decode import decode

RUSSIAN = "Паром снова ходит через залив"
KOREAN = "연락선이 다시 운항을 시작했다"
JAPANESE = "フェリーが湾を再び渡る"
CHINESE = "渡轮恢复横渡海湾"


def feed(title: str, declared: str = "") -> str:
    """A feed with one item, declaring an encoding."""
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else '<?xml version="1.0"?>'
    item = f"<item><title>{title}</title><link>http://127.0.0.1/ferry</link></item>"
    return f'{head}<rss version="2.0"><channel><title>{title}</title>{item * 1}</channel></rss>'


DECLARED = [
    (RUSSIAN, "windows-1251", "", "windows-1251"),
    (RUSSIAN, "windows-1251", "utf-8", "windows-1251"),  # the header is wrong
    (RUSSIAN, "utf-8", "", "windows-1251"),  # the document is wrong
    (RUSSIAN, "koi8-r", "", "koi8-r"),
    (RUSSIAN, "windows-1251", "windows-1251", ""),  # the header alone says so
    (KOREAN, "cp949", "", "euc-kr"),
    (KOREAN, "cp949", "", "ks_c_5601-1987"),
    (KOREAN, "iso-2022-kr", "", "iso-2022-kr"),
    (JAPANESE, "cp932", "", "Shift_JIS"),
    (JAPANESE, "euc-jp", "", "euc-jp"),
    (CHINESE, "gb18030", "", "gb2312"),
    (CHINESE, "big5", "", "big5"),
    (RUSSIAN, "utf-16", "", ""),
    (RUSSIAN, "utf-16-le", "", "utf-16"),
    (RUSSIAN, "utf-8-sig", "", ""),
    (RUSSIAN, "utf-8", "", "no-such-charset"),
    ("“Ferry” – now", "cp1252", "", "iso-8859-1"),
]


@pytest.mark.parametrize(("title", "real", "header", "declared"), DECLARED)
def test_fault_32_a_declared_charset_gives_the_exact_text(
    desk: Desk, server: Server, title: str, real: str, header: str, declared: str
) -> None:
    if real == "big5":
        title = "渡輪恢復橫渡海灣"
    body = feed(title, declared).encode(real)
    content_type = f"text/xml; charset={header}" if header else "text/xml"
    server.routes["/feed"] = reply(200, body, content_type=content_type)
    desk.follow("news", server.url("/feed"))
    assert desk.look()["news"].reason == ""
    assert desk.titles() == [title]


@pytest.mark.parametrize(
    ("title", "real"),
    [(RUSSIAN, "cp1251"), (KOREAN, "cp949"), (JAPANESE, "cp932"), (CHINESE, "gb18030")],
)
def test_fault_32_an_undeclared_charset_is_right_or_called_a_guess(
    desk: Desk, server: Server, title: str, real: str
) -> None:
    server.routes["/feed"] = reply(200, feed(title).encode(real))
    desk.follow("news", server.url("/feed"))
    report = desk.look()["news"]
    assert desk.titles() == [title] or report.reason == "charset_guess"
    assert (report.reason, desk.feed().state) == ("charset_guess", "degraded")


def test_fault_32_one_broken_byte_does_not_turn_utf_8_into_something_else() -> None:
    body = (RUSSIAN * 20).encode()
    text, guessed = decode(body[:-1])
    assert (text[:100], guessed) == ((RUSSIAN * 20)[:100], False)


def test_fault_33_characters_that_are_none_are_left_out(
    engine: Engine, desk: Desk, server: Server
) -> None:
    desk.engine = engine  # the row is the same on SQLite and PostgreSQL
    title = "Fer\x00ry re\x0bsumes &#0;&#11;&#xD800;now"
    text = "<p>" + "The harbour\x00 ferry runs again\ufffe. " * 20 + "</p>"
    body = rss(
        f"<title>{title}</title><link>http://127.0.0.1/ferry</link><description><![CDATA[{text}]]></description>"
    )
    server.routes["/feed"] = reply(200, body)
    desk.follow("news", server.url("/feed"))
    assert desk.look()["news"].new == 1
    assert desk.titles() == ["Ferry resumes now"]
    assert desk.texts()[0].startswith("The harbour ferry runs again.")


NEARLY = {
    "leading blank line": "\n\n{}",
    "byte order mark and blanks": "\ufeff \n{}",
    "what PHP had to say": "<br />\n<b>Warning</b>: Undefined index in <b>/srv/feed.php</b>\n{}",
    "bare ampersand": "{}",
    "unbound prefix": "{}",
    "unknown entity": "{}",
}
EXTRA = {
    "bare ampersand": "<category>Ships & boats</category>",
    "unbound prefix": "<media:thumbnail url='x'/>",
    "unknown entity": "<category>caf&eacute;&nbsp;noir</category>",
}


@pytest.mark.parametrize("name", NEARLY)
def test_fault_34_markup_that_is_nearly_right_loses_no_item(
    desk: Desk, server: Server, name: str
) -> None:
    items = [
        f"<title>Item {n}</title><link>http://127.0.0.1/{n}</link>{EXTRA.get(name, '')}"
        for n in range(5)
    ]
    body = NEARLY[name].format(rss(*items).decode()).encode()
    server.routes["/feed"] = reply(200, body)
    desk.follow("news", server.url("/feed"))
    report = desk.look()["news"]
    assert (report.outcome, report.new) == ("read", 5)
    assert (desk.feed().state == "degraded") == (name in EXTRA)
