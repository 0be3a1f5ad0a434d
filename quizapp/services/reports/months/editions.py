"""The editions of frozen months: which there are, by whom and why, and the figures of one."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from quizapp.access.policy import Actor
from quizapp.services.errors import NotFound
from quizapp.services.reports.heads import ReportHead, make_head
from quizapp.services.reports.months.figures import FrozenFigures, read_figures
from quizapp.services.reports.months.month_days import last_day
from quizapp.storage.queries.reports import frozen_months
from quizapp.storage.queries.reports.frozen_months import EditionRow


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a month; `by` is a person, or the command where nobody is named. The first has no reason."""

    id: int
    number: int
    taken_at: datetime
    by: str
    is_command: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class OpenedEdition:
    """An edition with its figures, and all editions of its month, the newest first."""

    head: ReportHead
    month: date
    edition: Edition
    editions: tuple[Edition, ...]
    figures: FrozenFigures


def read_edition(row: EditionRow) -> Edition:
    """An edition as pages speak of it."""
    return Edition(row.id, row.edition, row.taken_at, row.name or row.job or "", row.name is None, row.reason)


def open_edition(actor: Actor, month: date, *, quiz_id: int | None, number: int | None, now: datetime) -> OpenedEdition:
    """An edition of a month, the newest where none is named; asked inside a transaction.

    Raises NotFound where the month is not frozen, or not in that edition.
    """
    if last_day(month) >= now.date():
        raise NotFound("This month is not frozen.")
    head = make_head(actor, quiz_id=quiz_id, now=now, day=last_day(month))
    rows = frozen_months.list_editions(actor.organisation_id, quiz_id=head.quiz_id, month=month)
    editions = tuple(read_edition(row) for row in rows)
    wanted = [one for one in editions if number is None or one.number == number]
    if not wanted:
        raise NotFound("This month is not frozen.")
    figures = frozen_months.find_figures(actor.organisation_id, frozen_month_id=wanted[0].id)
    if figures is None:
        raise NotFound("This month is not frozen.")
    read = read_figures(figures)
    head = replace(head, as_at=wanted[0].taken_at, quiz_title=read.quiz_title)
    return OpenedEdition(head, month, wanted[0], editions, read)
