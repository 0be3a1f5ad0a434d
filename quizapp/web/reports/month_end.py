"""What a report on the last day of a frozen month says of that month: its figures as they were frozen, and where."""

from dataclasses import dataclass

from flask import url_for

from quizapp.services.reports.heads import ReportHead
from quizapp.services.reports.months.frozen import MonthLine, find_month_end
from quizapp.web.reports.months.month_words import name_month, share_or_none
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.guard import current_actor
from quizapp.web.shell.measures.numbers import counted_share_words


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """The sentence, and the page of the frozen month."""

    words: str
    href: str


def find_frozen(head: ReportHead) -> MonthEnd | None:
    """The month that ended with the day of a report, where it is frozen."""
    found = find_month_end(current_actor(), head.on.day, quiz_id=head.quiz_id) if head.on.is_over else None
    if found is None:
        return None
    place = url_for("months.month", year=found.month.year, month=found.month.month)
    return MonthEnd(say_month_end(found), address(place, {"quiz": str(head.quiz_id)}))


def say_month_end(line: MonthLine) -> str:
    """What was frozen, and why the figures beside it may be others."""
    parts = []
    if line.compliance:
        parts.append(f"compliance {counted_share_words(line.compliance)}")
    if line.on_time:
        parts.append(f"on-time completion {share_or_none(line.on_time)}")
    return (
        f"{name_month(line.month)} was frozen for all teams: {', '.join(parts)}."
        " The figures on this page are counted again from today's record and may differ."
    )
