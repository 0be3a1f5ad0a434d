"""Reports of random organisations on random days, against a slow and plain reading of each life."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from statistics import median

import pytest
import sqlalchemy as sa
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quizapp.access.policy import console
from quizapp.assessment.measures import Measures
from quizapp.assessment.population import StaffType
from quizapp.services.reports import organisation as organisation_reports
from quizapp.services.reports import reports
from quizapp.services.reports.groups import BY_STATUS, Group
from quizapp.services.reports.organisation import OrganisationReport
from quizapp.services.reports.reports import TEAMLESS, PeopleQuery
from quizapp.storage.db import db
from quizapp.storage.models.team import TeamPlace
from quizapp.storage.queries.quizzes import list_quizzes
from quizapp.storage.transaction import transaction
from tests.builders import set_the_scene
from tests.quizapp.services.reports.report_oracle import BENDS, Seen, ids_in, look
from tests.quizapp.storage.queries.reports.lives import (
    FIRST_ID,
    Given,
    Job,
    Life,
    Span,
    day_of,
    lives,
    store_lives,
)
from tests.support.app import make_app, migrate, migrated_app
from tests.support.databases import Databases

EXAMPLES = settings().max_examples // 3
OPERATOR = console(1, "tests")
LATER = datetime(2027, 3, 1, 9, tzinfo=UTC)
JOINED = day_of(30)
"""From then on Ward 2 stands under Ward 1."""
QUIET = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)


def build(url: str) -> None:
    migrate(url)
    with make_app(url).app_context():
        set_the_scene()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="module")
def trust(databases: Databases) -> Iterator[Flask]:
    """An organisation with a quiz and nobody in it."""
    with migrated_app(databases, name="nobody", build=build) as app, app.app_context():
        yield app


@dataclass(frozen=True)
class Told:
    """What the reports of one day say, as far as the oracle speaks of it."""

    groups: dict[str, set[int]]
    labels: dict[int, str]
    teams: dict[int, str | None]
    whole: OrganisationReport


def tell(people: list[Life], day: date, groups: tuple[Group, ...]) -> Told:
    """Store these lives, ask for the reports of a day long past, and forget the lives again."""
    with transaction():
        store_lives(1, people, quiz_id=1, blueprint_id=list_quizzes(1)[0][1].id)
        below = {"team_id": FIRST_ID + 1, "parent_id": FIRST_ID, "from_date": JOINED, "organisation_id": 1}
        db.session.execute(sa.insert(TeamPlace), [below])
    try:
        whole = organisation_reports.report_on_organisation(OPERATOR, now=LATER, day=day)
        lists = {group: reports.list_group(OPERATOR, PeopleQuery(group), now=LATER, day=day) for group in groups}
        everybody = lists[Group.EVERYBODY].rows
        assert {group: len(one.rows) for group, one in lists.items()} == {
            group: one.total for group, one in lists.items()
        }
        for line in whole.lines:
            check_line(line.team_id, line.measures.esr_rate.of, alone=line.alone, day=day)
        return Told(
            {group.value: {row.person_id for row in one.rows} for group, one in lists.items()},
            {row.person_id: row.status.value for row in everybody},
            {row.person_id: row.team if row.team_id else None for row in everybody},
            whole,
        )
    finally:
        with db.engine.begin() as connection:
            for table in ("completion", "attempt", "due_date", "assignment", "absence", "team_membership"):
                connection.execute(sa.text(f"DELETE FROM {table}"))
            for table in ("post", "team_place", "team", "person"):
                connection.execute(sa.text(f"DELETE FROM {table} WHERE id >= {FIRST_ID} OR '{table}' = 'team_place'"))


def check_line(team_id: int | None, in_post: int, *, alone: bool, day: date) -> None:
    """A line of the table opens as many people as it says."""
    query = PeopleQuery(Group.IN_SCOPE, TEAMLESS if team_id is None else team_id, alone=alone)
    assert reports.list_group(OPERATOR, query, now=LATER, day=day).total == in_post


def disagreements(told: Told, seen: list[Seen]) -> list[str]:
    """Where the reports and the oracle differ."""
    measures = told.whole.measures
    sizes = {group.value: len(ids_in(seen, group)) for group in Group}
    days = [one.days for one in seen if one.days is not None and "overdue" in one.groups]
    pairs = {
        **{group: (people, ids_in(seen, group)) for group, people in told.groups.items()},
        "labels": (told.labels, {one.person_id: one.label for one in seen}),
        "teams": (told.teams, {one.person_id: one.team for one in seen}),
        "K1": ((measures.compliance.count, measures.compliance.of), (sizes["due-passed"], sizes["due"])),
        "K2": ((measures.esr_rate.count, measures.esr_rate.of), (sizes["passed"], sizes["in-scope"])),
        "K4": ((measures.completion.count, measures.completion.of), (sizes["ever-passed"], sizes["base"])),
        "K5": (
            (measures.overdue.up_to_7_days, measures.overdue.up_to_28_days, measures.overdue.over_28_days),
            (sizes["overdue-1-to-7"], sizes["overdue-8-to-28"], sizes["overdue-29-or-more"]),
        ),
        "median": (measures.overdue.median_days, int(median(days)) if days else None),
        "K6": (measures.not_due_yet, sizes["not-due-yet"]),
        "K7": (measures.absent, sizes["absent"]),
        "others": ((measures.other_staff, measures.not_in_post), (sizes["other-staff"], sizes["not-in-post"])),
        "statuses": (
            {status.value: people for status, people in told.whole.statuses.items()},
            dict(Counter(one.label for one in seen if "in-scope" in one.groups)),
        ),
        "lists by status": (
            {status.value: sizes[group] for status, group in BY_STATUS.items() if sizes[group]},
            {status.value: people for status, people in told.whole.statuses.items() if people},
        ),
    }
    return [name for name, (ours, theirs) in pairs.items() if ours != theirs]


def add_up(report: OrganisationReport) -> bool:
    """Whether the lines come to the whole."""
    return all(
        sum(counts) == whole
        for whole, *counts in zip(
            _counts(report.measures), *(_counts(line.measures) for line in report.lines), strict=True
        )
    )


def _counts(one: Measures) -> tuple[int, ...]:
    shares = (one.compliance, one.esr_rate, one.completion)
    return (*(number for share in shares for number in (share.count, share.of)), one.overdue.total, one.absent)


@settings(max_examples=EXAMPLES, suppress_health_check=QUIET, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    people=st.lists(lives(), min_size=1, max_size=12),
    day=st.integers(0, 100).map(day_of),
    some=st.lists(st.sampled_from(list(Group)), min_size=2, max_size=2),
)
def test_the_oracle_agrees_on_every_group_label_measure_and_line(
    trust: Flask, people: list[Life], day: date, some: list[Group]
) -> None:
    told = tell(people, day, (Group.EVERYBODY, *some))
    assert disagreements(told, look(people, day)) == []
    assert add_up(told.whole)


def one_life(
    *,
    starts: int = 0,
    ends: int | None = None,
    staff_type: StaffType = StaffType.PERMANENT,
    due: int = 40,
    away: tuple[int, int | None] | None = None,
    passed: tuple[int, int | None] | None = None,
) -> Life:
    """A person by days from the first one."""
    absences = () if away is None else (Span(day_of(away[0]), day_or_none(away[1])),)
    job = Job(Span(day_of(starts), day_or_none(ends)), staff_type, True, absences, ())
    dues = (Span(day_of(0), None, day_of(due)),)
    if passed is None:
        return Life((job,), (Given(Span(day_of(0), None), dues, ()),))
    return Life((job,), (Given(Span(day_of(0), None), dues, (day_of(passed[0]),), (day_or_none(passed[1]),)),))


def day_or_none(number: int | None) -> date | None:
    return None if number is None else day_of(number)


PEOPLE = [
    one_life(ends=50),
    one_life(starts=70),
    one_life(staff_type=StaffType.AGENCY),
    one_life(away=(30, None)),
    one_life(away=(10, 50)),
    one_life(passed=(20, 55)),
    one_life(passed=(65, None)),
    one_life(due=60),
]
"""For each mistake somebody about whom it is wrong, on the 60th day."""


def test_an_oracle_with_a_mistake_does_not_agree_negative_control(trust: Flask) -> None:
    day = day_of(60)
    told = tell(PEOPLE, day, tuple(Group))
    assert disagreements(told, look(PEOPLE, day)) == []
    assert [bend for bend in BENDS if not disagreements(told, look(PEOPLE, day, bend=bend))] == []
