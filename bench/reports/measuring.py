"""What each page of the reports costs its server, and what the plain queries cost the database."""

import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from bench.journey.learner import Browser, hidden_fields
from bench.journey.served import Served, production_settings, serve
from bench.journey.server_cpu import CpuMeter
from bench.journey.starters import PASSWORD
from bench.reports.bare import QUERIES, parameters, write_query
from bench.reports.ground import Trust

KIB_IN_MIB = 1024
PAST_DAYS = 100
TEAM, ORGANISATION, DRILL, LIST, PAST, CSV = "team", "organisation", "drill-down", "list", "past day", "CSV export"


@dataclass(frozen=True, slots=True)
class Cost:
    """One page: rows it speaks of, statements, milliseconds of the server with its database, MiB above idle."""

    page: str
    rows: int
    statements: int
    milliseconds: float
    peak_mib: float


@contextmanager
def open_pages(trust: Trust, *, folder: Path) -> Iterator[tuple[Served, Served]]:
    """The service as in production, and once more with a counter in it."""
    settings = production_settings(trust.place.url)
    counting = "bench.journey.counting:make_counting_app()"
    with (
        serve("wsgi:app", settings=settings, log=folder / f"{trust.place.name}.log") as served,
        serve(counting, settings=settings, log=folder / f"{trust.place.name} counting.log") as counted,
    ):
        yield served, counted


def measure_pages(trust: Trust, *, served: Served, counted: Served, rounds: int) -> list[Cost]:
    """Each page so many times, the cheapest of them: what else the machine does only adds."""
    costs = []
    for page, (email, path) in list_pages(trust).items():
        with _signed_in(counted, email) as browser:
            statements = _open(browser, path)[1]
        with _signed_in(served, email) as browser:
            if page != CSV:
                _open(browser, path)
            times, peaks, rows = [], [], 0
            for _ in range(1 if page == CSV else rounds):
                idle = _reset_peak(served)
                meter = CpuMeter([served.process_id, trust.place.process_id])
                text = _open(browser, path)[0]
                times.append(sum(meter.lap()))
                peaks.append(_peak(served) - idle)
                rows = text.count("\r\n") - 1 if page == CSV else text.count("<tr")
        costs.append(Cost(page, rows, statements, min(times), max(peaks) / KIB_IN_MIB))
    return costs


def list_pages(trust: Trust) -> dict[str, tuple[str, str]]:
    """Who opens each page, and where it is."""
    past = trust.tenant.today - timedelta(days=PAST_DAYS)
    return {
        TEAM: (trust.manager, "/team"),
        ORGANISATION: (trust.administrator, "/organisation"),
        DRILL: (trust.administrator, f"/organisation?team={trust.top_team}"),
        LIST: (trust.administrator, "/organisation/people?group=overdue"),
        PAST: (trust.administrator, f"/organisation?day={past.isoformat()}"),
        CSV: (trust.administrator, "/organisation/people.csv?group=everybody"),
    }


def measure_bare(trust: Trust, *, days_ago: int, rounds: int) -> dict[str, float]:
    """Milliseconds of each plain query for the end of a day, the cheapest of the rounds."""
    day = trust.tenant.today - timedelta(days=days_ago)
    values = parameters(trust.tenant.organisation_id, trust.tenant.quiz_id, day=day, sqlite=trust.is_sqlite)
    engine = sa.create_engine(trust.place.url)
    try:
        with engine.connect() as connection:
            return {
                figure: min(_time_query(connection, figure, values, trust) for _ in range(rounds)) for figure in QUERIES
            }
    finally:
        engine.dispose()


def _time_query(connection: sa.Connection, figure: str, values: dict[str, object], trust: Trust) -> float:
    statement = sa.text(write_query(figure, sqlite=trust.is_sqlite))
    meter, began = CpuMeter([trust.place.process_id]), time.process_time()
    connection.execute(statement, values).all()
    return sum(meter.lap()) + 1000 * (time.process_time() - began)


@contextmanager
def _signed_in(served: Served, email: str) -> Iterator[Browser]:
    with closing(Browser(served.port, address="10.0.0.9")) as browser:
        page = browser.open("/sign-in")
        fields: Sequence[tuple[str, str]] = hidden_fields(page.text, action="/sign-in")
        browser.open("/sign-in", [*fields, ("email", email), ("password", PASSWORD)])
        yield browser


def _open(browser: Browser, path: str) -> tuple[str, int]:
    browser.hits.clear()
    page = browser.open(path)
    return page.text, sum(hit.statements for hit in browser.hits)


def _workers(served: Served) -> list[int]:
    """The processes that answer: the children of the one that listens."""
    children = Path(f"/proc/{served.process_id}/task/{served.process_id}/children").read_text(encoding="ascii")
    return [int(child) for child in children.split()]


def _reset_peak(served: Served) -> int:
    """Forget how much memory was used at most; what is used now, in KiB."""
    used = 0
    for worker in _workers(served):
        Path(f"/proc/{worker}/clear_refs").write_text("5", encoding="ascii")
        used += _memory(worker, "VmRSS")
    return used


def _peak(served: Served) -> int:
    return sum(_memory(worker, "VmHWM") for worker in _workers(served))


def _memory(process_id: int, name: str) -> int:
    lines = Path(f"/proc/{process_id}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))
