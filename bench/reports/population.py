"""A synthetic organisation of any size, as rows of the tables: the same size and day give the same people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

TEAM_SIZE, TEAMS_A_DEPARTMENT, DIRECTORATES = 25, 15, 12
COUNT = 8
"""Items on each paper."""
KINDS = ("permanent", "permanent", "permanent", "permanent", "permanent", "fixed-term", "bank", "honorary", "agency")
ABSENCES = ("parental", "career-break", "secondment", "suspension", "long-term-sickness")

Row = tuple[str, tuple[Any, ...]]
"""The name of a table, and one row of it in the order of its columns below."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "person": ("id", "organisation_id", "name", "email", "created_at"),
    "team": ("id", "organisation_id", "name", "created_at"),
    "team_place": ("organisation_id", "team_id", "parent_id", "from_date"),
    "team_manager": ("organisation_id", "team_id", "person_id", "from_date"),
    "post": ("id", "organisation_id", "person_id", "staff_type", "is_primary", "start_date", "end_date"),
    "team_membership": ("organisation_id", "post_id", "team_id", "from_date", "until_date"),
    "absence": ("organisation_id", "post_id", "kind", "from_date", "until_date", "source"),
    "assignment": ("id", "organisation_id", "person_id", "quiz_id", "from_date", "assigned_at"),
    "due_date": ("organisation_id", "assignment_id", "due_on", "from_date"),
    "attempt": (
        *("id", "organisation_id", "assignment_id", "quiz_blueprint_id", "number", "state", "mode", "seed"),
        *("start_token", "item_count", "pass_score", "started_at", "submitted_at", "submitted_on", "score"),
    ),
    "completion": (
        *("organisation_id", "assignment_id", "attempt_id", "passed_at", "passed_on", "valid_until"),
        *("certificate_code", "person_name", "organisation_name", "quiz_title", "edition"),
    ),
}
"""The tables in the order they can be filled."""


@dataclass(frozen=True, slots=True)
class Tenant:
    """The organisation that the rows belong to, its quiz and the edition in force; ids begin after `first_id`."""

    organisation_id: int
    quiz_id: int
    blueprint_id: int
    today: date
    first_id: int = 1000


@dataclass(frozen=True, slots=True)
class Tree:
    """How many teams there are on each floor; the ids run from the directorates down to the wards."""

    departments: int
    wards: int

    @property
    def teams(self) -> int:
        """All of them."""
        return DIRECTORATES + self.departments + self.wards


def plan_tree(size: int) -> Tree:
    """The teams of an organisation of a size."""
    wards = max(1, size // TEAM_SIZE)
    return Tree(max(1, wards // TEAMS_A_DEPARTMENT), wards)


def list_rows(tenant: Tenant, size: int) -> Iterator[Row]:
    """Every row, each after those it refers to."""
    tree = plan_tree(size)
    since = tenant.today - timedelta(days=1500)
    for number in range(tree.teams):
        yield "team", (_id(tenant, number), tenant.organisation_id, _team_name(tree, number), _at(since))
    for number in range(DIRECTORATES, tree.teams):
        above = _id(tenant, _parent(tree, number))
        yield "team_place", (tenant.organisation_id, _id(tenant, number), above, since)
    attempts = 0
    for number in range(size):
        for table, row in _list_person(tenant, tree, number, attempts):
            attempts += table == "attempt"
            yield table, row
    for number in range(tree.teams):
        head = _id(tenant, number % size)
        yield "team_manager", (tenant.organisation_id, _id(tenant, number), head, since)


def _list_person(tenant: Tenant, tree: Tree, number: int, attempts: int) -> Iterator[Row]:
    """One person: posts, teams, absences, the assignment, and what came of it."""
    organisation_id, today, own = tenant.organisation_id, tenant.today, _id(tenant, number)
    start = today - timedelta(days=pick(number, "start", most=1460) - 20)  # some are to start within 3 weeks
    name = f"{_letters(pick(number, 'name', most=26**3))}, Person {number:07}"
    yield "person", (own, organisation_id, name, f"person.{number:07}@trust.example", _at(start - timedelta(days=21)))
    left = start + timedelta(days=200) if one_in(number, "left", many=30) else None
    yield "post", (own, organisation_id, own, KINDS[pick(number, "kind", most=len(KINDS))], True, start, left)
    ward = DIRECTORATES + tree.departments + pick(number, "ward", most=tree.wards)
    moved = start + timedelta(days=90) if one_in(number, "moved", many=12) else None
    yield "team_membership", (organisation_id, own, _id(tenant, ward), start, moved)
    if moved:
        other = DIRECTORATES + tree.departments + pick(number, "other ward", most=tree.wards)
        yield "team_membership", (organisation_id, own, _id(tenant, other), moved, None)
    if one_in(number, "absent", many=14):
        away = start + timedelta(days=pick(number, "away", most=400))
        back = None if one_in(number, "not back", many=3) else away + timedelta(days=pick(number, "back", most=300))
        yield "absence", (organisation_id, own, ABSENCES[pick(number, "why", most=5)], away, back, "administrator")
    given = max(start - timedelta(days=7), today - timedelta(days=900))
    yield "assignment", (own, organisation_id, own, tenant.quiz_id, given, _at(given))
    due_on = max(start, given) + timedelta(days=28)
    yield "due_date", (organisation_id, own, due_on, given)
    yield from _list_attempts(tenant, number, max(start, given), attempts)


def _list_attempts(tenant: Tenant, number: int, begins: date, attempts: int) -> Iterator[Row]:
    tries = (1, 1, 1, 1, 1, 2, 2, 3, 0, 1)[pick(number, "tries", most=10)]
    passes = not one_in(number, "never passes", many=9)
    own, organisation_id = _id(tenant, number), tenant.organisation_id
    for turn in range(1, tries + 1):
        on = begins + timedelta(days=pick(number, "on", most=45) + turn)
        if on >= tenant.today:
            return
        last, number_of_all = turn == tries, _id(tenant, attempts + turn - 1)
        is_open = last and not passes and one_in(number, "open", many=2)
        score = COUNT if last and passes else 4
        result = (None, None, None) if is_open else (_at(on), on, score)
        state = "open" if is_open else "submitted"
        yield (
            "attempt",
            (
                *(number_of_all, organisation_id, own, tenant.blueprint_id, turn, state, "learn", "0"),
                *(f"{turn}", COUNT, 7, _at(on), *result),
            ),
        )
        if last and passes:
            ends = on + timedelta(days=365) if one_in(number, "ends", many=3) else None
            yield (
                "completion",
                (
                    *(organisation_id, own, number_of_all, _at(on), on, ends, f"B{number:09}"),
                    *(f"Person {number:07}", "The Trust", "Values quiz", 1),
                ),
            )


def pick(number: int, purpose: str, *, most: int) -> int:
    """A number below `most` that looks like chance and is always the same."""
    mixed = (number + 1) * 0x9E3779B97F4A7C15 + sum(map(ord, purpose)) * 0xBF58476D1CE4E5B9
    mixed = (mixed ^ (mixed >> 31)) * 0x94D049BB133111EB & 0xFFFFFFFFFFFFFFFF
    return (mixed >> 33) % most


def one_in(number: int, purpose: str, *, many: int) -> bool:
    """Whether chance picks this one of so many."""
    return pick(number, purpose, most=many) == 0


def _parent(tree: Tree, number: int) -> int:
    """A ward stands under a department, a department under a directorate."""
    if number < DIRECTORATES + tree.departments:
        return number % DIRECTORATES
    return DIRECTORATES + number % tree.departments


def _team_name(tree: Tree, number: int) -> str:
    if number < DIRECTORATES:
        return f"Directorate {number + 1:02}"
    return f"Department {number:06}" if number < DIRECTORATES + tree.departments else f"Ward {number:06}"


def _letters(number: int) -> str:
    return "".join(chr(65 + number // 26**place % 26) for place in (2, 1, 0))


def _id(tenant: Tenant, number: int) -> int:
    return tenant.first_id + number


def _at(day: date) -> datetime:
    return datetime.combine(day, time(9), UTC)
