"""For those who watch over the machine: whether it works, and figures for Prometheus."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector
from starlette.responses import PlainTextResponse, Response

from db.engine import begin
from db.reports import Figures, figures, is_there
from tracker.web.site import Site, site_of

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
LONGEST_SILENCE = 900.0  # seconds: the longest single step, linking a large intake, takes minutes


@router.get("/healthz")
def healthz(request: Request) -> Response:
    """ "ok" where the database answers and the daemon beside the pages goes on, to anybody: it says
    nothing else."""
    site = site_of(request)
    if site.pulse and site.pulse.silence > LONGEST_SILENCE:
        return PlainTextResponse("stuck: the daemon has shown no sign of life\n", 503)
    with begin(site.means.engine, read_only=True) as session:
        is_there(session)
    return PlainTextResponse("ok\n")


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """How much is stored and how the feeds fare."""
    registry = CollectorRegistry()
    registry.register(_Figures(site_of(request)))
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_PLAIN_0_0_4)


class _Figures(Collector):
    """What is stored, counted when it is asked for."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The figures."""
        with begin(self.site.means.engine, read_only=True) as session:
            found: Figures = figures(session)
        yield _by("tracker_events", "Events shown, by status.", "status", found.events)
        yield _by("tracker_articles", "Stored articles, by state.", "state", found.articles)
        yield _by("tracker_feeds", "Enabled feeds, by state.", "state", found.feeds)
        if found.last_pass:
            yield GaugeMetricFamily(
                "tracker_last_pass_timestamp_seconds",
                "When a pass over the feeds last ended.",
                value=found.last_pass.timestamp(),
            )


def _by(name: str, help: str, label: str, counts: dict[str, int]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, help, labels=[label])
    for value, count in sorted(counts.items()):
        family.add_metric([value], count)
    return family
