"""What the measurements come to: requests, statements and bytes by step, costs by round, and the lines to print."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.journey.learner import ANSWER, LAST_ANSWER, QUESTIONS, SAVES, SIGN_IN, STEPS, Hit

FLOORS = 26
"""How many floors a journey is held against: the requests a journey of 8 questions cannot do without."""


@dataclass(frozen=True, slots=True)
class Round:
    """Milliseconds of one round: of each step over a journey, of one floor, of one password hash.

    A step's cost is what the server spends, password hash included, and what a database with a process of its own does.
    """

    server: Mapping[str, float]
    database: Mapping[str, float]
    floor: float
    password_hash: float

    def cost(self, step: str) -> float:
        """A step without the password hash."""
        return self.server[step] + self.database[step] - (self.password_hash if step == SIGN_IN else 0)

    @property
    def journey(self) -> float:
        """A journey without the password hash."""
        return sum(map(self.cost, STEPS))

    @property
    def save_step(self) -> float:
        """One answer, from the POST to the end of the next page; the last one, which marks the paper, counts too."""
        return sum(map(self.cost, SAVES)) / QUESTIONS


@dataclass(frozen=True, slots=True)
class Counts:
    """The requests of one person's journey, by step."""

    hits: Mapping[str, Sequence[Hit]]

    def requests(self, *steps: str) -> int:
        """Redirects are requests too."""
        return sum(len(self.hits[step]) for step in steps)

    def statements(self, *steps: str) -> int:
        """SQL statements of all requests of these steps."""
        return sum(hit.statements for step in steps for hit in self.hits[step])

    def most_in_post(self, step: str) -> int:
        """SQL statements of the one POST of a step that takes most."""
        return max(hit.statements for hit in self.hits[step] if hit.method == "POST")

    def largest_page(self, *steps: str) -> int:
        """Bytes of the largest page."""
        return max(hit.length for step in steps for hit in self.hits[step] if hit.is_page)


def table(counts: Sequence[Counts], rounds: Sequence[Round]) -> Iterator[str]:
    """Step by step: the most that anybody's journey took, and what it costs in the middle of the rounds."""
    yield f"{'step':28}{'requests':>9}{'statements':>12}{'largest page':>14}{'CPU ms':>9}{'of it database':>16}"
    for step in STEPS:
        in_database = median(one.database[step] for one in rounds)
        yield _row(step, counts, (step,), f"{median(one.cost(step) for one in rounds):9.2f}{in_database:16.2f}")
    in_database = median(sum(one.database.values()) for one in rounds)
    yield _row("journey", counts, STEPS, f"{median(one.journey for one in rounds):9.2f}{in_database:16.2f}")


def costs(rounds: Sequence[Round]) -> Iterator[str]:
    """The ratios, each with its least and its most over the rounds."""
    floor, hashed = median(one.floor for one in rounds), median(one.password_hash for one in rounds)
    yield f"floor {floor:.2f} ms; password hash {hashed:.1f} ms, left out above and below"
    save = median(one.save_step for one in rounds)
    yield f"save step {save:.2f} ms, {_spread([one.save_step / one.floor for one in rounds])} floors"
    journey = [one.journey / (FLOORS * one.floor) for one in rounds]
    yield f"journey {median(one.journey for one in rounds):.1f} ms, {_spread(journey)} times {FLOORS} floors"


def journey_ratio(rounds: Sequence[Round]) -> float:
    """A journey without the password hash, in times of the floors it is held against."""
    return median(one.journey / (FLOORS * one.floor) for one in rounds)


def save_ratio(rounds: Sequence[Round]) -> float:
    """A save step in floors."""
    return median(one.save_step / one.floor for one in rounds)


def last_line(counts: Sequence[Counts], rounds: Sequence[Round]) -> str:
    """The figures that have limits, in one line."""
    return (
        f"journey_cpu_ratio={journey_ratio(rounds):.2f} save_step_ratio={save_ratio(rounds):.2f} "
        f"save_post_statements={max(one.most_in_post(ANSWER) for one in counts)} "
        f"requests={max(one.requests(*STEPS) for one in counts)} "
        f"largest_page_bytes={max(one.largest_page(*STEPS) for one in counts)}"
    )


def statements_of_posts(counts: Sequence[Counts]) -> str:
    """What keeping an answer takes, in SQL."""
    most, last = (max(one.most_in_post(step) for one in counts) for step in (ANSWER, LAST_ANSWER))
    return f"SQL statements in the POST of an answer: {most} at most; the last answer's, which also finishes: {last}"


def _row(name: str, counts: Sequence[Counts], steps: Sequence[str], spent: str) -> str:
    requests = max(one.requests(*steps) for one in counts)
    statements = max(one.statements(*steps) for one in counts)
    largest = max(one.largest_page(*steps) for one in counts)
    return f"{name:28}{requests:9}{statements:12}{largest:14,}{spent}"


def _spread(ratios: Sequence[float]) -> str:
    return f"{median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
