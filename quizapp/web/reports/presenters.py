"""The words of the organisation's report, and of the report on one team with those below it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.assessment.trends.targets import Rating
from quizapp.services.reports.exports import FileKind
from quizapp.services.reports.organisation import OrganisationReport
from quizapp.services.reports.pictures import Chart
from quizapp.web.reports.month_end import MonthEnd
from quizapp.web.shell.asked.addresses import address, whole_number
from quizapp.web.shell.asked.report_day import TODAY, AskedDay, read_day
from quizapp.web.shell.measures.charts import ChartFigure, present_chart
from quizapp.web.shell.measures.figures import Figure, headline, present_figures
from quizapp.web.shell.measures.numbers import ALL_TEAMS, PeopleLinks
from quizapp.web.shell.measures.team_chart import (
    draw_statuses,
    draw_teams,
    explain_overdue,
    tabulate_statuses,
    whose_target,
)
from quizapp.web.shell.measures.team_lines import BY_TEAM, HEADINGS, table_rows
from quizapp.web.shell.parts import Cell, Choice, Column, Problem
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.ordering import Order, read_order, sortable_columns
from quizapp.web.shell.tables.people_table import as_at

_RATINGS = {
    Rating.GREEN: ("At {whose} target of {target}% or above", "green"),
    Rating.AMBER: ("Up to {amber} points below {whose} target of {target}%", "yellow"),
    Rating.RED: ("More than {amber} points below {whose} target of {target}%", "red"),
}


class Picture(StrEnum):
    """The charts of the report; the value is how an address names one."""

    TEAMS = "teams"
    STATUSES = "statuses"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which quiz, team and day an address asks for, and in what order the lines stand."""

    quiz: int | None
    order: Order
    team: int | None = None
    day: AskedDay = TODAY

    @property
    def parameters(self) -> dict[str, str]:
        """What an address says of it, without the order."""
        return {"quiz": str(self.quiz or ""), "team": str(self.team or ""), "day": self.day.text}


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the page itself, its table as each kind of file, and the lists of people are."""

    page: str
    files: Mapping[FileKind, str]
    people: str
    pictures: Mapping["Picture", str]


@dataclass(frozen=True, slots=True)
class Crumb:
    """A place above the page: where it is, or nothing for the page itself."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """Everything the page shows."""

    heading: str
    caption: str
    sentence: str
    day: AskedDay
    as_at: str = ""
    rating: Cell | None = None
    frozen: MonthEnd | None = None
    crumbs: tuple[Crumb, ...] = ()
    figures: tuple[Figure, ...] = ()
    charts: tuple[ChartFigure, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: Sequence[Sequence[Cell]] = ()
    quizzes: tuple[Choice, ...] = ()
    team: str = ""
    downloads: Downloads | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """For the summary of what is wrong."""
        return (Problem(self.day.problem, "#on-day"),) if self.day.problem else ()


def read_selection(query: Mapping[str, str]) -> Selection:
    """What an address asks for; what it does not know is answered with the usual."""
    keys = [heading.key for heading in HEADINGS]
    order = read_order(query, keys=keys, default=BY_TEAM)
    return Selection(whole_number(query.get("quiz")), order, whole_number(query.get("team")), read_day(query))


def draw_picture(report: OrganisationReport, picture: Picture) -> Chart | None:
    """One of the charts; None where there is too little to draw."""
    return {Picture.TEAMS: draw_teams, Picture.STATUSES: draw_statuses}[picture](report)


def present_nothing(sentence: str) -> OrganisationPage:
    """The page while there is nothing to report on."""
    return OrganisationPage("Organisation report", "", sentence, TODAY)


def present_no_day(selection: Selection, problem: str) -> OrganisationPage:
    """The page for a day that cannot be reported on."""
    day = replace(selection.day, problem=problem)
    return OrganisationPage("Organisation report", "", "There is no report for this day.", day)


def present_organisation(
    report: OrganisationReport, selection: Selection, *, paths: Paths, frozen: MonthEnd | None = None
) -> OrganisationPage:
    """The page: the headline, the measures with their definitions, the teams; `frozen` is the month that ended."""
    head, order = report.head, selection.order
    known = Selection(head.quiz_id, order, selection.team, selection.day)
    links = PeopleLinks(paths.people, head.quiz_id, day=selection.day.text)
    if report.team:
        links = links.of_team(*report.team)
    query = known.parameters
    several = len(head.quizzes) > 1
    return OrganisationPage(
        heading=report.team[1] if report.team else "Organisation report",
        caption=head.quiz_title,
        sentence=headline(report.measures.compliance),
        day=selection.day,
        as_at=as_at(head),
        rating=_rate(report),
        frozen=frozen,
        crumbs=_crumbs(report, paths.page, query),
        figures=present_figures(report.measures, links),
        charts=_charts(report, links, paths=paths, query=query),
        columns=sortable_columns(HEADINGS, order, path=paths.page, query=query),
        rows=table_rows(report, order, links=links, open_team=_opener(paths.page, query)),
        quizzes=tuple(
            Choice(str(quiz_id), title, checked=quiz_id == head.quiz_id) for quiz_id, title in head.quizzes if several
        ),
        team=query["team"],
        downloads=offer_files(paths.files, query | order.parameters, what="table"),
    )


def _charts(
    report: OrganisationReport, links: PeopleLinks, *, paths: Paths, query: Mapping[str, str]
) -> tuple[ChartFigure, ...]:
    """Those there is enough for; the numbers of the first are in the table of the page."""
    files = {picture: address(paths.pictures[picture], query) for picture in Picture}
    teams, statuses = draw_teams(report), draw_statuses(report)
    found = []
    if teams:
        found.append(present_chart(teams, name=Picture.TEAMS.value, file=files[Picture.TEAMS]))
    if statuses:
        table, note = tabulate_statuses(report, links), explain_overdue(report)
        file = files[Picture.STATUSES]
        found.append(present_chart(statuses, name=Picture.STATUSES.value, file=file, note=note, table=table))
    return tuple(found)


def _rate(report: OrganisationReport) -> Cell | None:
    if report.rating is None:
        return None
    words, colour = _RATINGS[report.rating]
    whose = whose_target(report.head)
    return Cell(words.format(whose=whose, target=report.target, amber=report.amber_points), tag=colour)


def _crumbs(report: OrganisationReport, path: str, query: Mapping[str, str]) -> tuple[Crumb, ...]:
    """From the whole organisation to the team."""
    if not report.path:
        return ()
    above = [Crumb(ALL_TEAMS, address(path, {**query, "team": ""}))]
    above += [Crumb(name, address(path, {**query, "team": str(team_id)})) for team_id, name in report.path[:-1]]
    return (*above, Crumb(report.path[-1][1]))


def _opener(path: str, query: Mapping[str, str]) -> Callable[[int], str]:
    return lambda team_id: address(path, {**query, "team": str(team_id)})
