"""What the pages of oversight share: which quiz they speak of, and the words above their figures."""

from dataclasses import dataclass

from quizapp.services.reports.heads import ReportHead
from quizapp.web.shell.parts import Choice
from quizapp.web.shell.tables.people_table import as_at


@dataclass(frozen=True, slots=True)
class Heading:
    """The quiz, the moment of the figures, and the quizzes to choose from where there are several."""

    caption: str
    as_at: str
    quizzes: tuple[Choice, ...]


def present_heading(head: ReportHead) -> Heading:
    """The words above the figures."""
    several = len(head.quizzes) > 1
    quizzes = tuple(Choice(str(one), title, checked=one == head.quiz_id) for one, title in head.quizzes if several)
    return Heading(head.quiz_title, as_at(head), quizzes)
