"""What people know after the first try: by value and by question, and never about a person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from question_bank.model import Kind
from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor, may
from quizapp.assessment.insight.item_statistics import (
    Answers,
    Tally,
    count_choices,
    list_rare,
    tally_items,
    tally_values,
)
from quizapp.assessment.measures import Share
from quizapp.services.allowed import demand
from quizapp.services.reports.heads import ReportHead, make_head
from quizapp.storage.queries.reports import learning
from quizapp.storage.queries.reports.learning import VersionRow
from quizapp.storage.transaction import snapshot


class Period(StrEnum):
    """Whose first tries are counted, by when they were submitted."""

    ALL = "all"
    YEAR = "year"
    QUARTER = "quarter"


DAYS = {Period.YEAR: 365, Period.QUARTER: 91}


@dataclass(frozen=True, slots=True)
class ValueInsight:
    """The first answers to the questions on one value; None stands for those on none, such as the vision."""

    name: str | None
    tally: Tally


@dataclass(frozen=True, slots=True)
class QuestionInsight:
    """The first answers to one wording of a question, and how many of its wrong options hardly anybody chose.

    `rare_words` are those options, for who may see the question bank alone; `is_key_rare` where a right one is as rare.
    """

    item_id: int
    version: int
    kind: Kind
    stem: str
    values: tuple[str, ...]
    tally: Tally
    wrong_options: int
    rare: int
    rare_words: tuple[str, ...]
    is_key_rare: bool


@dataclass(frozen=True, slots=True)
class Learning:
    """Values with the lowest share of right answers first, those with too few answers last; questions alike."""

    head: ReportHead
    period: Period
    since: date | None
    first_pass: Share
    values: tuple[ValueInsight, ...]
    questions: tuple[QuestionInsight, ...]


def report_learning(
    actor: Actor, *, now: datetime, quiz_id: int | None = None, period: Period = Period.ALL
) -> Learning:
    """First tries that were submitted, of everybody who ever took the quiz, or of those in a period."""
    demand(actor, Permission.SEE_LEARNING)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now)
        since = head.on.day - timedelta(days=DAYS[period]) if period in DAYS else None
        answers = learning.count_first_answers(actor.organisation_id, quiz_id=head.quiz_id, since=since)
        words = learning.list_answered_versions(actor.organisation_id, quiz_id=head.quiz_id, since=since)
        passes = learning.count_first_passes(actor.organisation_id, quiz_id=head.quiz_id, since=since)
    tallies = tally_items(answers)
    values = tally_values(tallies, {row.id: row.value_names for row in words})
    by_version: dict[int, list[Answers]] = defaultdict(list)
    for one in answers:
        by_version[one.item_version_id].append(one)
    sees_bank = may(actor, Permission.SEE_BANK)
    questions = [_question(row, tallies[row.id], by_version[row.id], sees_bank=sees_bank) for row in words]
    return Learning(
        head=head,
        period=period,
        since=since,
        first_pass=Share(*passes),
        values=tuple(sorted((ValueInsight(*one) for one in values.items()), key=_order_of_value)),
        questions=tuple(sorted(questions, key=_order_of_question)),
    )


def _question(row: VersionRow, tally: Tally, answers: Iterable[Answers], *, sees_bank: bool) -> QuestionInsight:
    wrong = {option["token"]: option["text"] for option in row.options if not option["correct"]}
    right = [option["token"] for option in row.options if option["correct"]]
    choices = count_choices(answers)
    rare = list_rare(wrong, choices, answers=tally.answers)
    return QuestionInsight(
        item_id=row.item_id,
        version=row.number,
        kind=row.kind,
        stem=row.stem,
        values=tuple(dict.fromkeys(row.value_names)),
        tally=tally,
        wrong_options=len(wrong),
        rare=len(rare),
        rare_words=tuple(wrong[token] for token in rare) if sees_bank else (),
        is_key_rare=bool(list_rare(right, choices, answers=tally.answers)),
    )


def _order_of_value(one: ValueInsight) -> tuple[bool, float, str]:
    return (not one.tally.is_enough, _share(one.tally), one.name or "")


def _order_of_question(one: QuestionInsight) -> tuple[bool, float, int, int]:
    return (not one.tally.is_enough, _share(one.tally), one.item_id, one.version)


def _share(tally: Tally) -> float:
    return tally.right / tally.answers if tally.is_enough else 0.0
