"""Dates of publication in the forms that feeds and pages use."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.moments import read_moment


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Thu,28 Jul 2022 4:35:5 GMT+9", "2022-07-28T04:35:05+09:00"),
        ("Tue, 06 Aug 2024 09:00:00 GMT", "2024-08-06T09:00:00+00:00"),
        ("Tue, 06 Aug 2024 09:00:00 +0900", "2024-08-06T09:00:00+09:00"),
        ("Tue, 6 Aug 2024 9:00 EDT", "2024-08-06T09:00:00-04:00"),
        ("6 Aug 24 09:00:00 GMT", "2024-08-06T09:00:00+00:00"),
        ("Tue Aug 6 09:30:00 KST 2024", "2024-08-06T09:30:00+09:00"),
        ("2024-08-06T09:00:00Z", "2024-08-06T09:00:00+00:00"),
        ("2024-08-06T09:00:00.123+09:00", "2024-08-06T09:00:00+09:00"),
        ("2024-08-06 09:00:00 UTC", "2024-08-06T09:00:00+00:00"),
        ("20240806T093000Z", "2024-08-06T09:30:00+00:00"),
        ("2024-08-06T09:00:00-05:00[America/Lima]", "2024-08-06T09:00:00-05:00"),
        ("Tue, 06 Aug 2024 09:00:00 Asia/Seoul", "2024-08-06T09:00:00+09:00"),
        ("Aug. 6th, 2024 at 9:30 p.m. EDT", "2024-08-06T21:30:00-04:00"),
        ("Mon, 5 Aug 2024 24:00:00 GMT", "2024-08-06T00:00:00+00:00"),
        ("mer, 16 nov 2022 10:00:00 +0100", "2022-11-16T10:00:00+01:00"),
        ("Seg, 24 Set 2018 08:00:00 -0300", "2018-09-24T08:00:00-03:00"),
        ("Вт, 6 авг 2024 14:30:00 +0300", "2024-08-06T14:30:00+03:00"),
        ("mar., 06 août 2024 14:30:00 +0200", "2024-08-06T14:30:00+02:00"),
        ("수, 06 8월 2024 14:30:00 +0900", "2024-08-06T14:30:00+09:00"),
        ("周二, 06 8月 2024 14:30:00 +0800", "2024-08-06T14:30:00+08:00"),
        ("вт, 06 сер 2024 14:30:00 +0300", "2024-08-06T14:30:00+03:00"),
        ("الثلاثاء, 06 أغسطس 2024 14:30:00 +0300", "2024-08-06T14:30:00+03:00"),
        ("2024-08-06 14:30:00 +0900 KST", "2024-08-06T14:30:00+09:00"),
        ("2024-08-06T14:30:00[Asia/Seoul]", "2024-08-06T14:30:00+09:00"),
        ("1722934800", "2024-08-06T09:00:00+00:00"),
        ("1722934800000", "2024-08-06T09:00:00+00:00"),
    ],
)
def test_an_instant_is_read_to_the_second_with_the_writers_offset(raw: str, expected: str):
    moment = read_moment(raw)
    assert moment is not None
    assert moment.at.isoformat(timespec="seconds") == expected
    assert moment.has_time
    assert moment.has_zone


@pytest.mark.parametrize(
    ("raw", "hour"),
    [
        ("2024-08-06 15:05", 15),
        ("2024.08.06 15:05", 15),
        ("2024년 8월 6일 오후 3시 05분", 15),
        ("2024년 8월 6일 (화) 15:05", 15),
        ("2024年8月6日 15:05", 15),
        ("6 августа 2024 г., 15:05", 15),
        ("6. August 2024, 15:05 Uhr", 15),
        ("06.08.2024 15:05", 15),
        ("Tuesday, August 6, 2024 - 15:05", 15),
        ("06 Aug, 2024, 03:05 PM IST", 15),
    ],
)
def test_a_time_without_a_known_zone_is_taken_as_utc(raw: str, hour: int):
    moment = read_moment(raw)
    assert moment is not None
    assert moment.at == dt.datetime(2024, 8, 6, hour, 5, tzinfo=dt.UTC)
    assert not moment.has_zone


@pytest.mark.parametrize(
    "raw",
    [
        "2024-08-06", "2024/8/6", "2024. 8. 6.", "20240806", "6 August 2024", "August 6, 2024", "Aug. 6 2024",
        "Tuesday, 6 August 2024", "6 de agosto de 2024", "terça-feira, 6 de agosto de 2024", "martedì 6 agosto 2024",
        "le 6 août 2024", "6. August 2024", "2024년 8월 6일", "2024年8月6日", "6 августа 2024", "06.08.2024", "6 Ağustos 2024",
        "6 sierpnia 2024", "6 Agustus 2024",
    ],
)  # fmt: skip
def test_a_day_alone_is_that_day_in_every_time_zone(raw: str):
    moment = read_moment(raw)
    assert moment is not None
    assert not moment.has_time
    for hours in (-11, 0, 11):
        there = moment.at.astimezone(dt.timezone(dt.timedelta(hours=hours)))
        assert there.date() == dt.date(2024, 8, 6)


@pytest.mark.parametrize(
    "raw",
    [
        "", "soon", "Friday", "1 hour ago", "August 2024", "2024", "2026-13-45", "2026-02-30", "10000-01-01",
        "2024-08-06T09:00:00+9999", "2024-08-06T25:00:00Z", "31 Foo 2024", "12", "99999999999", "00000000",
        "6/8/2024", "06/08/2024 10:00",
    ],
)  # fmt: skip
def test_what_cannot_be_read_for_certain_is_not_read(raw: str):
    assert read_moment(raw) is None


def test_a_date_with_slashes_is_read_where_it_can_only_be_read_one_way():
    for raw in ("26/8/2024", "8/26/2024"):
        moment = read_moment(raw)
        assert moment is not None
        assert moment.at.date() == dt.date(2024, 8, 26)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(raw: str):
    moment = read_moment(raw)
    assert moment is None or moment.at.tzinfo is not None


@given(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2090, 1, 1)), st.integers(-48, 56))  # noqa: DTZ001 - hypothesis wants them naive
def test_what_isoformat_writes_is_read_back(naive: dt.datetime, quarters: int):
    written = naive.replace(microsecond=0, tzinfo=dt.timezone(dt.timedelta(minutes=15 * quarters)))
    moment = read_moment(written.isoformat())
    assert moment is not None
    assert (moment.at, moment.at.utcoffset()) == (written, written.utcoffset())
