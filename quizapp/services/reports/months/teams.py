"""The teams of a frozen month as the tree they formed on its last day: floors, paths, and what stands below a team."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.assessment.measures import Measures, Share
from quizapp.services.errors import NotFound
from quizapp.services.reports.months.figures import FrozenFigures, FrozenTeam, add_shares, add_up, count_people
from quizapp.services.reports.organisation import TeamLine
from quizapp.services.reports.rows import NO_TEAM


@dataclass(frozen=True, slots=True)
class Floor:
    """The whole or one team, by the teams directly below it: everybody stands in one line, so they add up.

    `on_time` has the share of each line, in their order.
    """

    path: tuple[tuple[int, str], ...]
    measures: Measures
    on_time_of_all: Share
    lines: tuple[TeamLine, ...]
    on_time: tuple[Share, ...]


def open_floor(figures: FrozenFigures, team_id: int | None) -> Floor:
    """One floor of the tree; an organisation with one team at the top opens on the floor below it."""
    by_id = {team.team_id: team for team in figures.teams if team.team_id is not None}
    children = _list_children(by_id)
    path = _find_path(by_id, team_id)
    top = team_id
    if team_id is None and len(children[None]) == 1 and children[None][0].team_id in children:
        top = children[None][0].team_id
    groups = [(child, False, list_below(figures, child.team_id)) for child in children[top]]
    if top is not None:
        groups.append((by_id[top], True, [by_id[top]]))
    if team_id is None:
        groups += [(team, False, [team]) for team in figures.teams if team.team_id is None]
    kept = [
        (_make_line(team, alone, below), add_shares(one.on_time for one in below))
        for team, alone, below in groups
        if any(count_people(one.measures) or one.on_time.of for one in below)
    ]
    whole = list_below(figures, team_id) if team_id is not None else []
    return Floor(
        path=path,
        measures=figures.measures if team_id is None else add_up(team.measures for team in whole),
        on_time_of_all=figures.on_time if team_id is None else add_shares(team.on_time for team in whole),
        lines=tuple(line for line, _ in kept),
        on_time=tuple(on_time for _, on_time in kept),
    )


def list_below(figures: FrozenFigures, team_id: int | None) -> list[FrozenTeam]:
    """A team and all teams below it; a loop in the tree ends."""
    by_id = {team.team_id: team for team in figures.teams if team.team_id is not None}
    children = _list_children(by_id)
    found: dict[int | None, FrozenTeam] = {}
    waiting = [by_id[team_id]] if team_id in by_id and team_id is not None else []
    while waiting:
        team = waiting.pop()
        if team.team_id not in found:
            found[team.team_id] = team
            waiting += children.get(team.team_id, [])
    return list(found.values())


def name_team(figures: FrozenFigures, team_id: int) -> str:
    """The team's name of that day; raises NotFound for one nobody stood in or below."""
    for team in figures.teams:
        if team.team_id == team_id:
            return team.name
    raise NotFound("There is no such team.")


def _make_line(team: FrozenTeam, alone: bool, below: Sequence[FrozenTeam]) -> TeamLine:
    measures = add_up(one.measures for one in below)
    return TeamLine(team.team_id, NO_TEAM if team.team_id is None else team.name, measures, alone=alone)


def _list_children(by_id: Mapping[int, FrozenTeam]) -> dict[int | None, list[FrozenTeam]]:
    """The teams directly below each, and those below none under None, in the order they come."""
    children: dict[int | None, list[FrozenTeam]] = defaultdict(list)
    for team in by_id.values():
        children[team.parent_id if team.parent_id in by_id else None].append(team)
    return children


def _find_path(by_id: Mapping[int, FrozenTeam], team_id: int | None) -> tuple[tuple[int, str], ...]:
    """The team with those above it, from the top."""
    if team_id is not None and team_id not in by_id:
        raise NotFound("There is no such team.")
    above: dict[int, str] = {}
    while team_id is not None and team_id in by_id and team_id not in above:
        above[team_id] = by_id[team_id].name
        team_id = by_id[team_id].parent_id
    return tuple(reversed(above.items()))
