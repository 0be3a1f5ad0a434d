"""What a manager's digest counts: the people of the team tree, and those of them who need something."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.status import needs_something
from quizapp.services.reminders.cases import Clock
from quizapp.storage.facts.dated_facts import Moment
from quizapp.storage.queries import cases, quizzes, teams
from quizapp.storage.queries.cases import CaseRow
from quizapp.storage.queries.reports.standings import find_employment


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people there are, and how many need something in any quiz; one person counts once."""

    needing: int
    people: int


def count_people(rows: Iterable[CaseRow], clock: Clock) -> Tally:
    """The people of some rows; there may be a row for each quiz."""
    on = ReportDay(clock.day, is_over=False)
    people, needing = set[int](), set[int]()
    for row in rows:
        people.add(row.standing.person_id)
        if needs_something(row.standing, on):
            needing.add(row.standing.person_id)
    return Tally(len(needing), len(people))


def count_tree(organisation_id: int, *, manager_id: int, clock: Clock) -> Tally:
    """The people of the teams that somebody sees on the day, as they stand now."""
    tree = teams.list_managed_tree(organisation_id, manager_id=manager_id, on=clock.day)
    moment = Moment(ReportDay(clock.day, is_over=False), clock.at)
    rows = [
        row
        for quiz, _ in quizzes.list_quizzes(organisation_id)
        if quiz.withdrawn_at is None and tree
        for row in cases.list_cases(organisation_id, quiz_id=quiz.id, moment=moment, team_ids=tree)
    ]
    return count_people(rows, clock)


def is_away(organisation_id: int, *, person_id: int, clock: Clock) -> bool:
    """Whether somebody is on long-term absence; who has no post, such as an administrator, is not."""
    found = find_employment(organisation_id, person_id=person_id, day=clock.day)
    return found is not None and found[1] is not None
