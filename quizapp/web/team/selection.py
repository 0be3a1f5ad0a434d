"""What the address of a manager's page asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quizapp.assessment.status import Status
from quizapp.web.shell.asked.addresses import whole_number
from quizapp.web.shell.asked.report_day import TODAY, AskedDay, read_day
from quizapp.web.shell.tables.ordering import Order, read_order
from quizapp.web.shell.tables.people_table import BY_NAME, HEADINGS

NOBODY_TICKED, EVERYBODY_TICKED = "none", "all"
KEPT = ("team", "status", "sort", "order")
"""What the form with the ticks carries along, so that the page comes back as it was."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which quiz, team, status and day an address asks for, and in what order; None is all of them, or today."""

    quiz: int | None = None
    team: int | None = None
    status: Status | None = None
    order: Order | None = None
    day: AskedDay = TODAY
    ticks: str = ""
    """Whose rows are ticked when the page opens: nobody, everybody, or the ids; nothing is whoever is not reported."""

    @property
    def narrows(self) -> bool:
        """Whether anybody may be left out."""
        return self.team is not None or self.status is not None

    @property
    def parameters(self) -> dict[str, str]:
        """What an address says of it, without the order."""
        return {
            "quiz": str(self.quiz or ""),
            "team": str(self.team or ""),
            "status": slug(self.status) if self.status else "",
            "day": self.day.text,
        }

    @property
    def query(self) -> dict[str, str]:
        """The same with the order."""
        return self.parameters | (self.order.parameters if self.order else {})

    def is_ticked(self, person_id: int, *, is_reported: bool) -> bool:
        """Whether a row is ticked when the page opens."""
        if not self.ticks:
            return not is_reported
        return self.ticks == EVERYBODY_TICKED or str(person_id) in self.ticks.split("-")

    def without_day(self, problem: str) -> "Selection":
        """The same of today, with what is wrong with the day that was asked for."""
        return replace(self, day=replace(self.day, day=None, problem=problem))


def read_selection(query: Mapping[str, str]) -> Selection:
    """What an address asks for; what it does not know leaves nobody out."""
    keys = [heading.key for heading in HEADINGS if heading.sorts]
    by_slug = {slug(status): status for status in Status}
    return Selection(
        quiz=whole_number(query.get("quiz")),
        team=whole_number(query.get("team")),
        status=by_slug.get(query.get("status", "")),
        order=read_order(query, keys=keys, default=BY_NAME) if query.get("sort") else None,
        day=read_day(query),
        ticks=_read_ticks(query.get("ticks", "")),
    )


def _read_ticks(text: str) -> str:
    is_known = text in (NOBODY_TICKED, EVERYBODY_TICKED) or all(one.isdecimal() for one in text.split("-"))
    return text if is_known else ""


def slug(status: Status) -> str:
    """How an address writes a status."""
    return status.lower().replace(" ", "-")
