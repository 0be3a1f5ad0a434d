"""The words of the ESR pages: the walk from our rate to ESR's, and the completions to load."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from quizapp.services.reports.groups import Group
from quizapp.services.reports.oversight.esr_export import Completions
from quizapp.services.reports.oversight.reconciliation import Walk
from quizapp.web.reports.oversight.choosing import Heading, present_heading
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.filters import count, long_date, part_of
from quizapp.web.shell.measures.numbers import PeopleLinks, share_words
from quizapp.web.shell.parts import Cell, Column

if TYPE_CHECKING:
    from quizapp.assessment.measures import Share

NO_DAY = "Only passes from this day on: give a day, a month and a year, such as 6 6 2025. Or leave it empty."
WALK = (Column("Step"), Column("Hold a valid pass", numeric=True), Column("People", numeric=True), Column("Rate"))


@dataclass(frozen=True, slots=True)
class EsrPage:
    """The walk as a table that adds up, from the first row to the fourth."""

    heading: Heading
    sentence: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    competence: str
    compare: str
    completions: str


@dataclass(frozen=True, slots=True)
class CompletionsPage:
    """What the file of completions holds; without the name of the competence there is none."""

    heading: Heading | None
    quiz: str
    typed: tuple[str, ...]
    problem: str | None
    sentence: str = ""
    note: str = ""
    download: str = ""


def present_walk(found: Walk, *, people: str, compare: str, completions: str) -> EsrPage:
    """The page; `people` is where the lists of the report are."""
    measures, links = found.measures, PeopleLinks(people, found.head.quiz_id)
    query = {"quiz": str(found.head.quiz_id)}
    share, rate = measures.compliance, measures.esr_rate
    return EsrPage(
        heading=present_heading(found.head),
        sentence=f"{_said(share)} of those who were due hold a valid pass. Counted as ESR does, it is {_said(rate)}.",
        columns=WALK,
        rows=[
            _step("Compliance: people who were due", share, (Group.DUE_PASSED, Group.DUE), links),
            _step("Add: not due yet", found.not_due, (Group.NOT_DUE_PASSED, Group.NOT_DUE_YET), links, rated=False),
            _step("Add: on long-term absence", found.absent, (Group.ABSENT_PASSED, Group.ABSENT), links, rated=False),
            _step("The rate as ESR counts it: everybody in post", rate, (Group.PASSED, Group.IN_SCOPE), links),
            _left_out("In neither: agency, volunteers and students", measures.other_staff, Group.OTHER_STAFF, links),
            _left_out("In neither: not in post yet", measures.not_in_post, Group.NOT_IN_POST, links),
        ],
        competence=found.competence or "",
        compare=address(compare, query),
        completions=address(completions, query),
    )


def present_completions(
    found: Completions, *, since: date | None, typed: tuple[str, ...], problem: str | None, file: str
) -> CompletionsPage:
    """The page with the file to take; `problem` is what is wrong with the day that was typed."""
    rows = found.table.row_count or 0
    query = {"quiz": str(found.head.quiz_id), "since": since.isoformat() if since else ""}
    which = f" earned on {long_date(since)} or later" if since else ""
    out = found.without_email
    return CompletionsPage(
        heading=present_heading(found.head),
        quiz=str(found.head.quiz_id),
        typed=typed,
        problem=problem,
        sentence=f"{count(rows, 'person', many='people')} in post with a valid pass{which}.",
        note=f"{count(out, 'more person has', many='more people have')} no e-mail address and cannot be in the file."
        if out
        else "",
        download=address(file, query) if rows else "",
    )


def present_no_competence(quiz: str) -> CompletionsPage:
    """The page while it is not known what ESR calls the competence."""
    return CompletionsPage(None, quiz, ("", "", ""), None)


def read_since(query: Mapping[str, str]) -> date | None:
    """The day in the address of the file; what is none leaves everything in."""
    try:
        return date.fromisoformat(query.get("since", ""))
    except ValueError:
        return None


def _said(share: "Share") -> str:
    words = share_words(share)
    return f"{part_of(share.count, share.of)} ({words})" if share.percentage else words


def _step(
    name: str, share: "Share", groups: tuple[Group, Group], links: PeopleLinks, *, rated: bool = True
) -> list[Cell]:
    passed, everybody = groups
    return [
        Cell(name),
        links.number(share.count, passed, words=f"with a valid pass, {name}"),
        links.number(share.of, everybody, words=name),
        Cell(share_words(share) if rated else ""),
    ]


def _left_out(name: str, people: int, group: Group, links: PeopleLinks) -> list[Cell]:
    return [Cell(name), Cell(""), links.number(people, group, words=name), Cell("")]
