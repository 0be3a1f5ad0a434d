"""The words of one frozen month."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.months.behind import DueGroup
from quizapp.services.reports.months.frozen import FrozenReport, MonthBefore
from quizapp.services.reports.months.month_days import freezes_on
from quizapp.web.reports.months.month_words import DueLinks, name_month, short_name, taken_words
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.filters import local_date, long_date, number, part_of
from quizapp.web.shell.measures.figures import Figure, headline, present_figures
from quizapp.web.shell.measures.numbers import ALL_TEAMS, PeopleLinks, counted_share_words, share_words
from quizapp.web.shell.measures.team_lines import HEADINGS, line_name, table_file, table_rows
from quizapp.web.shell.parts import Cell, Column
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.ordering import Order, sortable_columns
from quizapp.web.shell.tables.people_table import about_file

if TYPE_CHECKING:
    from quizapp.assessment.measures import Measures, Share

ON_TIME = "On time"
LATE_BY = timedelta(days=7)
"""So long after the day it freezes on a month counts as made up for."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the pages of one edition are; `team` says a team's own page."""

    month: str
    people: str
    due: str
    changes: str
    reopen: str
    files: Mapping[FileKind, str]


@dataclass(frozen=True, slots=True)
class Crumb:
    """A place above the page: where it is, or nothing for the page itself."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class MonthPage:
    """One frozen month, or one team of it."""

    heading: str
    caption: str
    sentence: str
    as_at: str
    notes: tuple[str, ...]
    edition: str
    reason: str
    newer: str
    crumbs: tuple[Crumb, ...]
    figures: tuple[Figure, ...]
    before_columns: tuple[Column, ...]
    before_rows: Sequence[Sequence[Cell]]
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    edition_columns: tuple[Column, ...]
    edition_rows: Sequence[Sequence[Cell]]
    changes: str
    changes_words: str
    reopen: str
    downloads: Downloads


def present_month(found: FrozenReport, order: Order, *, paths: Paths, team: str) -> MonthPage:
    """One edition: as it was printed, beside the month before, with the teams and the other editions."""
    report, head = found.report, found.report.head
    zone, quiz = ZoneInfo(head.time_zone), {"quiz": str(head.quiz_id)}
    links, due_links = PeopleLinks(paths.people, head.quiz_id), DueLinks(paths.due, head.quiz_id)
    if report.team:
        links, due_links = links.of_team(*report.team), due_links.of_team(*report.team)
    query = {**quiz, "edition": "" if found.is_newest else str(found.edition.number)}
    return MonthPage(
        heading=f"{name_month(found.month)}: {report.team[1]}" if report.team else name_month(found.month),
        caption=head.quiz_title,
        sentence=f"{headline(report.measures.compliance)} {_on_time_headline(found)}".strip(),
        as_at=f"As at the end of {long_date(head.on.day)}. Frozen on {taken_words(found.edition, zone)}",
        notes=tuple(_notes(found, zone)),
        edition=str(found.edition.number),
        reason=found.edition.reason or "",
        newer="" if found.is_newest else address(paths.month, quiz),
        crumbs=_crumbs(found, paths.month, query),
        figures=(_on_time(found, due_links), *present_figures(report.measures, links)),
        before_columns=_before_columns(found),
        before_rows=_before_rows(found, found.before) if found.before else (),
        columns=(
            *sortable_columns(HEADINGS, order, path=paths.month, query={**query, "team": team}),
            *(Column(words, numeric=True) for words in _more_headings(found)),
        ),
        rows=_team_rows(found, order, links=links, due_links=due_links, open_team=_opener(paths.month, query)),
        edition_columns=(Column("Edition"), Column("Counted"), Column("Why")),
        edition_rows=_edition_rows(found, zone, path=paths.month),
        changes=address(paths.changes, quiz),
        changes_words=f"What the record says today about {long_date(head.on.day)}",
        reopen=address(paths.reopen, quiz) if found.is_newest else "",
        downloads=offer_files(paths.files, {**quiz, "team": team, **order.parameters}, what="table"),
    )


def month_file(found: FrozenReport, order: Order) -> Table:
    """The table by team, as on the screen."""
    table = table_file(found.report, order)
    shares, edition = _shares(found), f"edition {found.edition.number}"
    return Table(
        (*table.header, *_more_headings(found)),
        [[*row, shares[str(row[0])].of, shares[str(row[0])].count] for row in table.rows],
        about_file(found.report.head, f"{name_month(found.month)}, frozen, {edition}"),
    )


def _notes(found: FrozenReport, zone: ZoneInfo) -> list[str]:
    due, edition = freezes_on(found.month), found.edition
    notes = ["These figures are as they were frozen. Whatever is recorded later does not change them."]
    if edition.number == 1 and edition.taken_at.astimezone(zone).date() > due + LATE_BY:
        notes.append(
            f"This month was made up for later: it was to be frozen on {long_date(due)} and was counted on"
            f" {local_date(edition.taken_at, zone)}, from the record as it was then."
        )
    return notes


def _on_time_headline(found: FrozenReport) -> str:
    share = found.on_time
    if not share.of:
        return ""
    return f"{part_of(share.count, share.of)} whose due date fell in {short_name(found.month)} had passed by that day."


def _on_time(found: FrozenReport, links: DueLinks) -> Figure:
    share, month = found.on_time, name_month(found.month)
    part = links.number(share.count, DueGroup.ON_TIME, words="passed on time")
    whole = links.number(share.of, DueGroup.DUE, words=f"fell due in {month}")
    missed = links.number(share.of - share.count, DueGroup.NOT_ON_TIME, words="did not pass on time")
    return Figure(
        "On-time completion",
        Cell(share_words(share, nobody="No one fell due")),
        f"people whose due date fell in {short_name(found.month)} had passed by the end of that day",
        part,
        whole,
        counted=(
            ("Had passed on or before their due date", part),
            ("Passed later, or not by the end of the month", missed),
            (f"Due date in {month}, in post and not on long-term absence on that day", whole),
        ),
        note="Who left after the due date still counts.",
    )


def _before_columns(found: FrozenReport) -> tuple[Column, ...]:
    if found.before is None:
        return ()
    return (Column("Measure"), Column(name_month(found.before.month)), Column(name_month(found.month)))


def _before_rows(found: FrozenReport, before: MonthBefore) -> list[list[Cell]]:
    then, now = before.measures, found.report.measures
    shares: list[tuple[str, Share, Share]] = [
        (ON_TIME, before.on_time, found.on_time),
        ("Compliance", then.compliance, now.compliance),
        ("Rate as ESR counts it", then.esr_rate, now.esr_rate),
        ("Completion", then.completion, now.completion),
    ]
    counts: list[tuple[str, Callable[[Measures], int]]] = [
        ("Overdue", lambda measures: measures.overdue.total),
        ("Not due yet", lambda measures: measures.not_due_yet),
        ("On long-term absence", lambda measures: measures.absent),
    ]
    rows = [[name, *(counted_share_words(one) if one.of else "No one" for one in both)] for name, *both in shares]
    rows += [[name, number(read(then)), number(read(now))] for name, read in counts]
    return [[Cell(text) for text in row] for row in rows]


def _more_headings(found: FrozenReport) -> tuple[str, str]:
    return f"Due in {short_name(found.month)}", ON_TIME


def _team_rows(
    found: FrozenReport,
    order: Order,
    *,
    links: PeopleLinks,
    due_links: DueLinks,
    open_team: Callable[[int], str],
) -> list[list[Cell]]:
    """A line a team as in any report, with who fell due in the month and who of them was on time."""
    shares, own = _shares(found), {due_links.name: due_links}
    for line in found.report.lines:
        own[line_name(line)] = due_links.of_team(line.team_id, line_name(line), alone=line.alone)
    return [
        [
            *row,
            own[row[0].text].number(shares[row[0].text].of, DueGroup.DUE, words="fell due in the month"),
            own[row[0].text].number(shares[row[0].text].count, DueGroup.ON_TIME, words="passed on time"),
        ]
        for row in table_rows(found.report, order, links=links, open_team=open_team)
    ]


def _shares(found: FrozenReport) -> dict[str, "Share"]:
    """On-time completion for each line of the table by its name, and for the line of all; each name is there once."""
    whole = found.report.team[1] if found.report.team else ALL_TEAMS
    shares = {line_name(line): share for line, share in zip(found.report.lines, found.line_on_time, strict=True)}
    return {**shares, whole: found.on_time}


def _edition_rows(found: FrozenReport, zone: ZoneInfo, *, path: str) -> list[list[Cell]]:
    if len(found.editions) == 1:
        return []
    quiz = str(found.report.head.quiz_id)
    return [
        [
            Cell(str(one.number))
            if one == found.edition
            else Cell(str(one.number), href=address(path, {"quiz": quiz, "edition": str(one.number)})),
            Cell(taken_words(one, zone)),
            Cell(one.reason or "The month was over"),
        ]
        for one in found.editions
    ]


def _crumbs(found: FrozenReport, path: str, query: Mapping[str, str]) -> tuple[Crumb, ...]:
    """From the whole organisation to the team."""
    if not found.report.path:
        return ()
    above = [Crumb(ALL_TEAMS, address(path, query))]
    above += [Crumb(name, address(path, {**query, "team": str(one)})) for one, name in found.report.path[:-1]]
    return (*above, Crumb(found.report.path[-1][1]))


def _opener(path: str, query: Mapping[str, str]) -> Callable[[int], str]:
    return lambda team_id: address(path, {**query, "team": str(team_id)})
