"""People counted by the facts that matter to a report, so that the rules look at each such case once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from quizapp.assessment.status import Standing
from quizapp.storage.db import connection
from quizapp.storage.facts.crowd_codes import code_of, late_since, read_code
from quizapp.storage.facts.dated_facts import Moment, find_facts
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.post import TeamMembership
from quizapp.storage.models.team import Team, TeamPlace


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many people under one line of a report whose facts lead to the same figures."""

    line: int | None
    code: int
    standing: Standing
    people: int
    ages: Mapping[int, int] = field(default_factory=dict)
    """Where they are overdue, how many people by how many days."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Teams that stand for themselves and all below them, and one that stands for the people directly in it."""

    team_ids: Collection[int]
    alone: int | None = None


def list_crowds(
    organisation_id: int,
    *,
    quiz_id: int,
    moment: Moment,
    team_ids: Collection[int] | None = None,
    without_team: bool = False,
    lines: Lines | None = None,
) -> list[Crowd]:
    """Everybody, or whoever stands in some teams or in none, in crowds.

    Whoever stands under none of the lines has none.
    """
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment, team_ids=team_ids)
    source, line = facts.source, sa.null().label("line")
    if lines is not None:
        branches = _branches(organisation_id, lines.team_ids, day=moment.day)
        source = source.outerjoin(branches, branches.c.team_id == TeamMembership.team_id)
        line = sa.func.coalesce(
            branches.c.line, sa.case((TeamMembership.team_id == lines.alone, TeamMembership.team_id))
        ).label("line")
    single = sa.select(line, code_of(facts).label("code"), late_since(facts).label("since"))
    single = single.select_from(source).where(facts.condition)
    if without_team:
        single = single.where(TeamMembership.team_id.is_(None))
    return gather_crowds(single, moment)


def gather_crowds(people: sa.Select[*tuple[Any, ...]], moment: Moment) -> list[Crowd]:
    """The people of a statement in crowds; it selects for each a `line`, a `code`, and `since` when they are late."""
    person = people.subquery("person_of")
    by = (person.c.line, person.c.code, person.c.since)
    counted = sa.select(*by, sa.func.count()).group_by(*by).order_by(person.c.line, person.c.code)
    crowds = []
    for (line, code), parts in groupby(connection().execute(counted), key=lambda row: (row[0], row[1])):
        since = {day: number for _, _, day, number in parts}
        ages = {moment.on.days_since(day): number for day, number in since.items() if day is not None}
        crowds.append(Crowd(line, code, read_code(code, moment), sum(since.values()), ages))
    return crowds


def _branches(organisation_id: int, lines: Collection[int], *, day: date) -> sa.CTE:
    """Every team below some, and the one of them it stands under; a loop in the tree ends."""
    top = sa.select(Team.id.label("team_id"), Team.id.label("line")).where(
        Team.organisation_id == organisation_id, Team.id.in_(lines)
    )
    tree = top.cte("branch", recursive=True)
    below = (
        sa.select(TeamPlace.team_id, tree.c.line)
        .join(tree, TeamPlace.parent_id == tree.c.team_id)
        .where(holds_on(TeamPlace, day))  # whose teams these are follows from the first ones
    )
    return tree.union(below)
