"""Rows, reports and questions made by hand, for presenters that are tested without a database."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

from question_bank.model import Kind, Proof
from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.measures import Measures, Overdue, Share
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.assessment.status import Progress, Status
from quizapp.services.bank.items import ItemRecord, OptionRecord
from quizapp.services.reports.exports import FileKind
from quizapp.services.reports.heads import ReportHead
from quizapp.services.reports.organisation import OrganisationReport, TeamLine
from quizapp.services.reports.reports import GroupReport, TeamReport
from quizapp.services.reports.rows import ReportRow
from quizapp.web.shell.tables.downloads import Downloads

DAY = date(2026, 6, 3)
MEASURES = Measures(
    compliance=Share(8, 11),
    esr_rate=Share(10, 16),
    completion=Share(11, 15),
    overdue=Overdue(3, 1, 2, 0, 18),
    not_due_yet=4,
    absent=1,
    other_staff=1,
    not_in_post=1,
)
NOBODY = Measures(Share(0, 0), Share(0, 0), Share(0, 0), Overdue(0, 0, 0, 0, None), 0, 0, 0, 0)
HEAD = ReportHead(
    organisation="Fernbrook Trust",
    time_zone="Europe/London",
    quiz_id=3,
    quiz_title="Our values",
    quizzes=((3, "Our values"),),
    on=ReportDay(DAY, is_over=False),
    as_at=datetime(2026, 6, 3, 6, 2, tzinfo=UTC),
    shows_scores=True,
    ends=datetime(2026, 6, 3, 6, 2, tzinfo=UTC),
)
ROW = ReportRow(
    person_id=1,
    name="Asha Rahman",
    team_id=12,
    team="Ward 1",
    status=Status.NOT_STARTED,
    progress=Progress.NOT_STARTED,
    needs_something=False,
    start_date=date(2026, 5, 1),
    due_on=date(2026, 7, 3),
    days_late=None,
    passed_on=None,
    valid_until=None,
    absence=None,
    tries=0,
    score=None,
    count=None,
)

ITEM = ItemRecord(
    id=7,
    code="candour-1",
    number=1,
    kind=Kind.SINGLE,
    template="behaviour-to-value",
    stem="Which value is it?",
    options=(
        OptionRecord("Candour", True, "The page lists it there.", None),
        OptionRecord("Thrift", False, "The page lists something else there.", Proof.OTHER_VALUE),
    ),
    pairs=(),
    value_names=("Candour",),
    needs_review=False,
    status=ReviewStatus.DRAFT,
    reason=None,
    lines=(3, 9),
    quotes=("say what went wrong", "own it"),
)


def person(name: str = "Asha Rahman", **facts: object) -> ReportRow:
    """A row with some facts of its own."""
    return replace(ROW, name=name, **facts)  # type: ignore[arg-type]


def team_report(*rows: ReportRow, teams: tuple[tuple[int, str], ...] = ((12, "Ward 1"),)) -> TeamReport:
    return TeamReport(HEAD, rows, teams, MEASURES)


def group_report(*rows: ReportRow, total: int | None = None, team: tuple[int, str] | None = None) -> GroupReport:
    absences = Counter(row.absence for row in rows if row.absence)
    return GroupReport(HEAD, team, False, rows, len(rows) if total is None else total, absences)


def organisation_report(*lines: TeamLine) -> OrganisationReport:
    return OrganisationReport(HEAD, (), MEASURES, lines, {}, {}, target=90, amber_points=5)


def files_at(path: str) -> dict[FileKind, str]:
    """Where a report would be as each kind of file."""
    return {kind: f"{path}.{kind}" for kind in FileKind}


def csv_of(offered: Downloads | None) -> str:
    """The address of the CSV file that a page offers."""
    return "" if offered is None else next(link.href for link in offered.links if ".csv" in link.href)
