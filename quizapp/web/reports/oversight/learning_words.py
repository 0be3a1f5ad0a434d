"""The words of the learning pages: values and questions by what people answered at their first try."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.services.reports.exports import FileKind, Table
from quizapp.services.reports.oversight.learning import Learning, Period, QuestionInsight
from quizapp.web.reports.oversight.choosing import Heading, present_heading
from quizapp.web.reports.oversight.learning_chart import NO_VALUE, draw_values, value_name
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.filters import count, listed, long_date, number, part_of
from quizapp.web.shell.measures.charts import ChartFigure, present_chart
from quizapp.web.shell.parts import Cell, Choice, Column
from quizapp.web.shell.tables.downloads import Downloads, offer_files
from quizapp.web.shell.tables.people_table import about_file

if TYPE_CHECKING:
    from quizapp.assessment.insight.item_statistics import Tally
    from quizapp.assessment.measures import Share

TOO_FEW = "Too few to say"
PERIODS: Mapping[Period, str] = {
    Period.ALL: "Since the beginning",
    Period.YEAR: "In the last 12 months",
    Period.QUARTER: "In the last 3 months",
}
VALUES = (Column("Value"), Column("Right", numeric=True), Column("Answers", numeric=True), Column("Share right"))
QUESTIONS = (
    Column("Question"),
    Column("Values"),
    Column("Right", numeric=True),
    Column("Answers", numeric=True),
    Column("Share right"),
    Column("Options that hardly anybody chose"),
)
ItemPath = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class LearningPage:
    """Everything one of the two pages shows; `others` is the address of the other one."""

    heading: Heading
    sentence: str
    periods: tuple[Choice, ...]
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    others: str
    downloads: Downloads | None
    figure: ChartFigure | None = None


def read_period(query: Mapping[str, str]) -> Period:
    """The period an address asks for; what it does not know is everything."""
    known = {period.value: period for period in Period}
    return known.get(query.get("period", ""), Period.ALL)


def present_values(
    found: Learning, *, questions: str, picture: str, files: Mapping[FileKind, str] | None
) -> LearningPage:
    """The page by value; `files` are where it can be taken away, for who may."""
    query, chart = _query(found), draw_values(found)
    return LearningPage(
        heading=present_heading(found.head),
        sentence=_first_passes(found.first_pass),
        periods=_periods(found),
        columns=VALUES,
        rows=_value_rows(found),
        others=address(questions, query),
        downloads=offer_files(files, query, what="table") if files and found.values else None,
        figure=present_chart(chart, name="values", file=address(picture, query)) if chart else None,
    )


def present_questions(
    found: Learning, *, values: str, files: Mapping[FileKind, str] | None, item_path: ItemPath | None
) -> LearningPage:
    """The page by question; `item_path` leads to a question for who may see the bank."""
    query = _query(found)
    return LearningPage(
        heading=present_heading(found.head),
        sentence=_say_questions(found.questions),
        periods=_periods(found),
        columns=QUESTIONS,
        rows=[_question_cells(one, item_path) for one in found.questions],
        others=address(values, query),
        downloads=offer_files(files, query, what="table") if files and found.questions else None,
    )


def values_file(found: Learning) -> Table:
    """The table by value as a file."""
    rows = [[cell.text for cell in row] for row in _value_rows(found)]
    return Table(tuple(column.text for column in VALUES), rows, about=about_file(found.head, "First answers by value"))


def questions_file(found: Learning) -> Table:
    """The table by question as a file."""
    rows = [[cell.text for cell in _question_cells(one, None)] for one in found.questions]
    about = about_file(found.head, "First answers by question")
    return Table(tuple(column.text for column in QUESTIONS), rows, about=about)


def _query(found: Learning) -> dict[str, str]:
    return {"quiz": str(found.head.quiz_id), "period": "" if found.period is Period.ALL else found.period}


def _periods(found: Learning) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            period,
            words + (f" (from {long_date(found.since)})" if found.since and period is found.period else ""),
            checked=period is found.period,
        )
        for period, words in PERIODS.items()
    )


def _first_passes(share: "Share") -> str:
    if not share.of:
        return "Nobody has finished a first try in this time."
    words = f"{part_of(share.count, share.of)} {'person' if share.of == 1 else 'people'} passed at the first try"
    return f"{words} ({share.percentage})." if share.percentage else f"{words}."


def _value_rows(found: Learning) -> list[list[Cell]]:
    return [[Cell(value_name(one)), *_tally_cells(one.tally)] for one in found.values]


def _question_cells(one: QuestionInsight, item_path: ItemPath | None) -> list[Cell]:
    return [
        Cell(one.stem, href=item_path(one.item_id) if item_path else None),
        Cell(listed(list(one.values)) or NO_VALUE),
        *_tally_cells(one.tally),
        Cell(_rare_words(one)),
    ]


def _tally_cells(tally: "Tally") -> list[Cell]:
    return [Cell(number(tally.right)), Cell(number(tally.answers)), Cell(tally.percentage or TOO_FEW, nowrap=True)]


def _rare_words(one: QuestionInsight) -> str:
    said = ["The right answer: it may be marked wrongly"] if one.is_key_rare else []
    if one.rare:
        words = f"{number(one.rare)} of {count(one.wrong_options, 'wrong option')}"
        named = listed([f"“{option}”" for option in one.rare_words])
        said.append(f"{words}: {named}" if named else words)
    return ". ".join(said)


def _say_questions(questions: Sequence[QuestionInsight]) -> str:
    """How many can be judged, and what to do about those that can."""
    if not questions:
        return "No question has been answered at a first try in this time."
    unsure = sum(not one.tally.is_enough for one in questions)
    answered = f"{count(len(questions), 'question')} answered at a first try"
    if unsure == len(questions):
        return f"{answered}, too seldom to say more."
    keys = sum(one.is_key_rare for one in questions)
    rare = _rare_questions(sum(one.rare > 0 for one in questions))
    said = f"{answered}, {number(unsure)} of them too seldom to say. {rare}"
    return f"{said} {_rare_keys(keys)}" if keys else said


def _rare_keys(questions: int) -> str:
    whose = "1 question has a right answer" if questions == 1 else f"{number(questions)} questions have a right answer"
    return f"{whose} that fewer than 5 in 100 people chose: check that the right option is marked."


def _rare_questions(questions: int) -> str:
    if not questions:
        return "Every wrong option of the others was chosen by 5 in 100 people or more."
    has = "has" if questions == 1 else "have"
    return f"{number(questions)} {has} wrong options that fewer than 5 in 100 people chose: think of better ones."
