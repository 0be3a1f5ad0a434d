"""The tables of a manager's page, and the same words for a file: whose turn it is, and everybody else."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from quizapp.assessment.reminders.messages import MessageKind
from quizapp.services.managing.data_queries import Said
from quizapp.services.managing.team_page import Contact, ManagedTeam
from quizapp.services.reports.exports import Table
from quizapp.services.reports.rows import ReportRow
from quizapp.web.shell.parts import Cell, Column, Tick
from quizapp.web.shell.tables.ordering import Heading, Order, sortable_columns
from quizapp.web.shell.tables.people_table import Layout, about_file, people_cells
from quizapp.web.shell.tables.reported_words import kind_words, near_date
from quizapp.web.team.selection import Selection

CONTACT = Heading("contact", "Last contact", sorts=False)
REPORTED = Heading("reported", "Reported", sorts=False)
NEEDING = ("name", "team", "status", "reason", "due")
OTHERS = ("name", "team", "status", "reason", "start", "due", "passed", "score")
ACTION = Column(hidden="What you can do")
PERSON = "person"

_SENT = {MessageKind.WELCOME: "Invited", MessageKind.SIGN_IN_HELP: "Sent help with signing in"}


@dataclass(frozen=True, slots=True)
class TeamTable:
    """One table of the page: which columns it has, and in what order its rows stand."""

    columns: tuple[Column, ...]
    rows: list[list[Cell]]


@dataclass(frozen=True, slots=True)
class Links:
    """Where the headings lead, and what can be done about a person; None on a day that is over."""

    path: str
    query: dict[str, str]
    report_on: Callable[[int], str] | None = None


def needing_table(
    rows: Sequence[ReportRow], team: ManagedTeam, *, order: Order, links: Links, selection: Selection
) -> TeamTable:
    """Those who need something, each with a box to tick and a way to say why; of a past day they are as the others."""
    if links.report_on is None:
        return _table(rows, team, OTHERS, order=order, links=links)
    table = _table(rows, team, [*NEEDING, *_kept(rows, team)], order=order, links=links)
    for row, cells in zip(rows, table.rows, strict=True):
        is_reported = _is_reported(row, team)
        is_ticked = selection.is_ticked(row.person_id, is_reported=is_reported)
        cells[0] = Cell(row.name, tick=Tick(PERSON, str(row.person_id), checked=is_ticked))
        action = "Change report" if is_reported else "Tell us why"
        cells.append(Cell(action, href=links.report_on(row.person_id), hidden=f"about {row.name}"))
    return TeamTable((*table.columns, ACTION), table.rows)


def others_table(rows: Sequence[ReportRow], team: ManagedTeam, *, order: Order, links: Links) -> TeamTable:
    """Everybody else."""
    table = _table(rows, team, [*OTHERS, *_kept(rows, team)], order=order, links=links)
    if links.report_on is None:
        return table
    for row, cells in zip(rows, table.rows, strict=True):
        action = "Change report" if _is_reported(row, team) else "Report"
        cells.append(Cell(action, href=links.report_on(row.person_id), hidden=f"about {row.name}"))
    return TeamTable((*table.columns, ACTION), table.rows)


def team_file(rows: Sequence[ReportRow], team: ManagedTeam) -> Table:
    """Every column of both tables, in the words of the screen."""
    kept = _kept(rows, team)
    headings = [*_layout(team).headings, *(one for one in (CONTACT, REPORTED) if one.key in kept)]
    cells = _cells(rows, team, [heading.key for heading in headings])
    words = [[cell.text for cell in row] for row in cells]
    return Table(tuple(heading.text for heading in headings), words, about_file(team.report.head, "My team"))


def contact_words(contact: Contact | None, day: date) -> str:
    """Reminded 3 June by you."""
    if contact is None:
        return ""
    by = "" if contact.by is None else " by you" if contact.by_actor else f" by {contact.by}"
    if contact.is_waiting:
        return f"Reminder on its way{by.replace(' by ', ' from ')}"
    return f"{_SENT.get(contact.kind, 'Reminded')} {near_date(contact.on, day)}{by}"


def said_words(said: Said | None, day: date) -> str:
    """You reported on 3 June: has left. And what it was answered, where it was."""
    if said is None:
        return ""
    by = "You" if said.by_actor else said.by
    words = f"{by} reported on {near_date(said.on_date, day)}: {kind_words(said.kind, said.until_date, day=day)}"
    if said.answered_on is None:
        return words
    return f"{words}. Answer on {near_date(said.answered_on, day)}: {said.answer}"


def _is_reported(row: ReportRow, team: ManagedTeam) -> bool:
    said = team.said.get(row.person_id)
    return said is not None and said.is_open


def _kept(rows: Iterable[ReportRow], team: ManagedTeam) -> list[str]:
    """The columns for contacts and reports, each only where there is one: empty ones take room from the others."""
    people = {row.person_id for row in rows}
    known = ((CONTACT.key, team.contacts), (REPORTED.key, team.said))
    return [key for key, of in known if not people.isdisjoint(of)]


def _layout(team: ManagedTeam) -> Layout:
    head = team.report.head
    return Layout(head.on.day, with_team=len(team.report.teams) > 1, with_score=head.shows_scores)


def _table(
    rows: Sequence[ReportRow], team: ManagedTeam, keys: Iterable[str], *, order: Order, links: Links
) -> TeamTable:
    known = {heading.key: heading for heading in (*_layout(team).headings, CONTACT, REPORTED)}
    shown = [known[key] for key in keys if key in known]
    columns = sortable_columns(shown, order, path=links.path, query=links.query)
    return TeamTable(columns, _cells(rows, team, [heading.key for heading in shown]))


def _cells(rows: Sequence[ReportRow], team: ManagedTeam, keys: Sequence[str]) -> list[list[Cell]]:
    layout, day = _layout(team), team.report.head.on.day
    known = [heading.key for heading in layout.headings]
    made = []
    for row, cells in zip(rows, people_cells(rows, layout), strict=True):
        by_key = dict(zip(known, cells, strict=True)) | {
            CONTACT.key: Cell(contact_words(team.contacts.get(row.person_id), day)),
            REPORTED.key: Cell(said_words(team.said.get(row.person_id), day)),
        }
        made.append([by_key[key] for key in keys])
    return made
