"""The programming interface keeps to its own description, whatever it is asked."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.web.conftest import TOKEN, Tools, site
from tracker.web.app import make_app

DESCRIPTION = "/api/v1/openapi.json"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
PATHS = ("events", "events/{id}", "upcoming", "feeds", "quarter/{quarter}")


def described(tools: Tools) -> Any:
    """The description, of a timeline that asks for a token."""
    app = make_app(site(tools, token=TOKEN, host="0.0.0.0"))
    return schemathesis.openapi.from_asgi(DESCRIPTION, app, headers=BEARER)


def test_every_address_is_described(stocked: Tools) -> None:
    assert set(described(stocked)) == {f"/api/v1/{path}" for path in PATHS}


@pytest.mark.parametrize(
    ("path", "mode"),
    [(path, GenerationMode.POSITIVE) for path in PATHS]
    + [(path, GenerationMode.NEGATIVE) for path in ("events", "upcoming", "quarter/{quarter}")],
)
def test_no_request_gets_an_answer_that_is_not_described(
    stocked: Tools, path: str, mode: GenerationMode
) -> None:
    operation = described(stocked)[f"/api/v1/{path}"]["GET"]

    @settings(deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def holds(case: Any) -> None:
        # What a description cannot say may be refused: days in the wrong order, an id that is none.
        case.call_and_validate(headers=BEARER, excluded_checks=[positive_data_acceptance])

    holds()


@pytest.mark.parametrize("path", PATHS)
def test_a_stranger_gets_what_is_described_too(stocked: Tools, path: str) -> None:
    operation = described(stocked)[f"/api/v1/{path}"]["GET"]

    @settings(deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def holds(case: Any) -> None:
        answered = case.call_and_validate(headers={"Authorization": "Bearer wrong"})
        assert answered.status_code == 401

    holds()
