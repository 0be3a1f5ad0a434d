"""One database with the service and the floor served on it, and what is counted and measured there."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from bench.journey.figures import Counts, Round
from bench.journey.floor import prepare_floor
from bench.journey.learner import ANSWER, QUESTION, STEPS, Browser, Hit, walk
from bench.journey.served import Served, production_settings, serve
from bench.journey.server_cpu import CpuMeter
from bench.journey.starters import PASSWORD, Starters, add_starters
from quizapp.services.people import passwords

COUNTED, WARMING = 4, 3
"""People whose requests are counted, and people who come before the first round."""
FLOOR_TRIES, HASH_TRIES = 13, 2


@dataclass(frozen=True, slots=True)
class Place:
    """Two empty databases of one kind, for the service and for the floor, and the process that serves them, if any."""

    name: str
    url: str
    floor_url: str
    process_id: int | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A place in use."""

    place: Place
    starters: Starters
    served: Served
    floor: Served
    counts: tuple[Counts, ...]

    def meter(self, served: Served) -> CpuMeter:
        """What a server spends, then what its database does."""
        return CpuMeter([served.process_id, self.place.process_id])


@contextmanager
def open_ground(place: Place, *, journeys: int, folder: Path) -> Iterator[Ground]:
    """Fill the databases, count requests, serve both and warm them up; the floor's page is as large as ours."""
    prepare_floor(place.floor_url)
    settings = production_settings(place.url)
    with ExitStack() as stack:
        starters = stack.enter_context(add_starters(place.url, COUNTED + WARMING + journeys))
        counting = "bench.journey.counting:make_counting_app()"
        with serve(counting, settings=settings, log=folder / f"{place.name} counting.log") as served:
            counts = tuple(_count(served, starters) for _ in range(COUNTED))
        lengths = [hit.length for one in counts for step in (ANSWER, QUESTION) for hit in one.hits[step] if hit.is_page]
        floor_settings = {"FLOOR_URL": place.floor_url, "FLOOR_BYTES": str(round(mean(lengths)))}
        floor = serve(
            "bench.journey.floor:make_floor()", settings=floor_settings, log=folder / f"{place.name} floor.log"
        )
        ours = serve("wsgi:app", settings=settings, log=folder / f"{place.name}.log")
        ground = Ground(place, starters, stack.enter_context(ours), stack.enter_context(floor), counts)
        measure_round(ground, journeys=WARMING)
        yield ground


def measure_round(ground: Ground, *, journeys: int) -> Round:
    """So many journeys, after each of them the floor and the password hash: what slows one slows the others."""
    floors, hashes = [], []
    server, database = dict.fromkeys(STEPS, 0.0), dict.fromkeys(STEPS, 0.0)
    meter = ground.meter(ground.served)

    def note(step: str | None) -> None:
        costs = meter.lap()
        if step:
            server[step] += costs[0] / journeys
            database[step] += costs[1] / journeys

    for _ in range(journeys):
        _take(ground.served, ground.starters, lambda _browser: note)
        floors.append(_cost_of_floor(ground))
        hashes.append(_cost_of_hash())
    return Round(server, database, floor=mean(floors), password_hash=mean(hashes))


def _count(served: Served, starters: Starters) -> Counts:
    hits: dict[str, list[Hit]] = defaultdict(list)

    def note_of(browser: Browser) -> Callable[[str | None], None]:
        def note(step: str | None) -> None:
            hits[step or ""] += browser.hits
            browser.hits.clear()

        return note

    _take(served, starters, note_of)
    return Counts(hits)


def _take(served: Served, starters: Starters, note_of: Callable[[Browser], Callable[[str | None], None]]) -> None:
    """The next starter's whole journey."""
    person = next(starters.people)
    with closing(Browser(served.port, address=person.address)) as browser:
        note = note_of(browser)
        note(None)
        walk(browser, person, answers=starters.find_answers, note=note)


def _cost_of_floor(ground: Ground) -> float:
    """Milliseconds of one floor, measured one by one as the steps are."""
    spent = 0.0
    with closing(Browser(ground.floor.port, address="10.0.0.1")) as browser:
        meter = ground.meter(ground.floor)
        for _ in range(FLOOR_TRIES):
            browser.open("/save", [("words", "some words of a short answer")])
            spent += sum(meter.lap())
    return spent / FLOOR_TRIES


def _cost_of_hash() -> float:
    """Milliseconds of looking at one right password."""
    kept = passwords.hash_password(PASSWORD)
    began = time.process_time()
    for _ in range(HASH_TRIES):
        assert passwords.is_right(kept, PASSWORD)
    return 1000 * (time.process_time() - began) / HASH_TRIES
