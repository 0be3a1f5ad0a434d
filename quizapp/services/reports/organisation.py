"""The organisation's report: its measures, and those of the teams on one floor of the tree, which add up to them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.measures import Measures, count_crowds, with_median
from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.status import Status, is_in_scope, status_on
from quizapp.assessment.trends.targets import Rating, rate_against_target
from quizapp.services.allowed import demand
from quizapp.services.errors import NotFound
from quizapp.services.reports.groups import count_absences, count_overdue_ages
from quizapp.services.reports.heads import ReportHead, make_head
from quizapp.services.reports.rows import NO_TEAM
from quizapp.storage.queries import teams
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.queries.reports.crowds import Crowd, Lines, list_crowds
from quizapp.storage.transaction import snapshot


@dataclass(frozen=True, slots=True)
class TeamLine:
    """The counts of one team and of all below it, or of the people directly in it where `alone`.

    None is the line of people without a team.
    """

    team_id: int | None
    name: str
    measures: Measures
    alone: bool = False


@dataclass(frozen=True, slots=True)
class OrganisationReport:
    """The counts of the organisation, or of one team with those below it, and of each line of it.

    The lines add up to the whole. `path` leads from the top to the team, `statuses` and `absences` count the people
    in scope.
    """

    head: ReportHead
    path: tuple[tuple[int, str], ...]
    measures: Measures
    lines: tuple[TeamLine, ...]
    statuses: Mapping[Status, int]
    absences: Mapping[AbsenceKind, int]
    target: int
    amber_points: int

    @property
    def team(self) -> tuple[int, str] | None:
        """The team the report is about; None is the whole organisation."""
        return self.path[-1] if self.path else None

    @property
    def rating(self) -> Rating | None:
        """How compliance stands to the target; None for too few people."""
        return rate_against_target(self.measures.compliance, target=self.target, amber=self.amber_points)


@dataclass(frozen=True, slots=True)
class _Floor:
    """The teams that make the lines, the one that stands for itself beside them, and the teams that are counted."""

    lines: Mapping[int, str]
    alone: tuple[int, str] | None
    team_ids: Sequence[int] | None


def report_on_organisation(
    actor: Actor, *, now: datetime, quiz_id: int | None = None, day: date | None = None, team_id: int | None = None
) -> OrganisationReport:
    """The whole organisation by its top teams, or a team by those directly below it, on a day."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        organisation = get_organisation(actor.organisation_id)
        head = make_head(actor, quiz_id=quiz_id, now=now, day=day)
        path = _find_path(actor, team_id, day=head.on.day)
        floor = _find_floor(actor, team_id, path, day=head.on.day)
        crowds = list_crowds(
            actor.organisation_id,
            quiz_id=head.quiz_id,
            moment=head.moment,
            team_ids=floor.team_ids,
            lines=Lines(tuple(floor.lines), alone=floor.alone[0] if floor.alone else None),
        )
        return OrganisationReport(
            head=head,
            path=path,
            measures=with_median(_count(crowds, head), count_overdue_ages(crowds, head.on)),
            lines=_make_lines(crowds, head, floor),
            statuses=_count_statuses(crowds, head),
            absences=count_absences(crowd for crowd in crowds if is_in_scope(crowd.standing, head.on)),
            target=organisation.target,
            amber_points=organisation.amber_points,
        )


def _find_path(actor: Actor, team_id: int | None, *, day: date) -> tuple[tuple[int, str], ...]:
    """The team with those above it, from the top."""
    above: list[int] = []
    while team_id is not None and team_id not in above:  # a loop in the tree ends
        above.append(team_id)
        team_id = teams.find_parent(actor.organisation_id, team_id=team_id, on=day)
    names = teams.list_names(actor.organisation_id, team_ids=above)
    if len(names) < len(above):
        raise NotFound("There is no such team.")
    return tuple((one, names[one]) for one in reversed(above))


def _find_floor(actor: Actor, team_id: int | None, path: Sequence[tuple[int, str]], *, day: date) -> _Floor:
    """An organisation with one team at the top opens on the floor below it: a single line would say nothing."""
    children = teams.list_children(actor.organisation_id, team_id=team_id, on=day)
    if team_id is not None:
        tree = teams.list_tree_below(actor.organisation_id, team_id=team_id, on=day)
        return _Floor(children, path[-1], tree)
    if len(children) == 1:
        (top,) = children.items()
        below = teams.list_children(actor.organisation_id, team_id=top[0], on=day)
        return _Floor(below, top, None)
    return _Floor(children, None, None)


def _make_lines(crowds: Iterable[Crowd], head: ReportHead, floor: _Floor) -> tuple[TeamLine, ...]:
    """The teams by name, then the one that stands for itself, then whoever has no team."""
    by_line: dict[int | None, list[Crowd]] = defaultdict(list)
    for crowd in crowds:
        by_line[crowd.line].append(crowd)
    lines = [
        TeamLine(team_id, name, _count(by_line[team_id], head))
        for team_id, name in floor.lines.items()
        if team_id in by_line
    ]
    if floor.alone and floor.alone[0] in by_line:
        lines.append(TeamLine(*floor.alone, _count(by_line[floor.alone[0]], head), alone=True))
    if None in by_line:
        lines.append(TeamLine(None, NO_TEAM, _count(by_line[None], head)))
    return tuple(lines)


def _count(crowds: Iterable[Crowd], head: ReportHead) -> Measures:
    return count_crowds(((crowd.standing, crowd.people) for crowd in crowds), head.on)


def _count_statuses(crowds: Iterable[Crowd], head: ReportHead) -> Mapping[Status, int]:
    found: Counter[Status] = Counter()
    for crowd in crowds:
        if is_in_scope(crowd.standing, head.on):
            found[status_on(crowd.standing, head.on)] += crowd.people
    return found
