"""The words of the organisation's report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.services.reports.exports import FileKind
from quizapp.services.reports.reports import OrganisationReport
from quizapp.web.shell.addresses import whole_number
from quizapp.web.shell.measures.figures import Figure, headline, present_figures
from quizapp.web.shell.measures.numbers import PeopleLinks
from quizapp.web.shell.measures.team_lines import BY_TEAM, HEADINGS, table_rows
from quizapp.web.shell.parts import Cell, Choice, Column
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.ordering import Order, read_order, sortable_columns
from quizapp.web.shell.tables.people_table import as_at


@dataclass(frozen=True, slots=True)
class Selection:
    """Which quiz an address asks for, and in what order the teams stand."""

    quiz: int | None
    order: Order


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the page itself, its table as each kind of file, and the lists of people are."""

    page: str
    files: Mapping[FileKind, str]
    people: str


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """Everything the page shows."""

    caption: str
    sentence: str
    as_at: str = ""
    figures: tuple[Figure, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: Sequence[Sequence[Cell]] = ()
    quizzes: tuple[Choice, ...] = ()
    downloads: Downloads | None = None


def read_selection(query: Mapping[str, str]) -> Selection:
    """What an address asks for; what it does not know is answered with the usual."""
    keys = [heading.key for heading in HEADINGS]
    return Selection(whole_number(query.get("quiz")), read_order(query, keys=keys, default=BY_TEAM))


def present_nothing(sentence: str) -> OrganisationPage:
    """The page while there is nothing to report on."""
    return OrganisationPage("", sentence)


def present_organisation(report: OrganisationReport, order: Order, *, paths: Paths) -> OrganisationPage:
    """The page: the headline, the measures with their definitions, the teams."""
    head = report.head
    links = PeopleLinks(paths.people, head.quiz_id)
    query = {"quiz": str(head.quiz_id)}
    several = len(head.quizzes) > 1
    return OrganisationPage(
        caption=head.quiz_title,
        sentence=headline(report.measures.compliance),
        as_at=as_at(head),
        figures=present_figures(report.measures, links),
        columns=sortable_columns(HEADINGS, order, path=paths.page, query=query),
        rows=table_rows(report, order, links=links),
        quizzes=tuple(
            Choice(str(quiz_id), title, checked=quiz_id == head.quiz_id) for quiz_id, title in head.quizzes if several
        ),
        downloads=offer_files(paths.files, query | order.parameters, what="table"),
    )
