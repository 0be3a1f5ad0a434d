"""The day a report is asked for: three fields for a person to fill in, one word in every link."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quizapp.web.shell.asked.day_field import day_of, read_typed

NAME = "on"
NO_SUCH_DAY = "There is no such day. Give a day, a month and a year, such as 31 3 2026."


@dataclass(frozen=True, slots=True)
class AskedDay:
    """The day, None for today; what was typed, and what is wrong with it."""

    day: date | None = None
    typed: tuple[str, ...] = ("", "", "")
    problem: str = ""

    @property
    def text(self) -> str:
        """How a link says it."""
        return self.day.isoformat() if self.day else ""


TODAY = AskedDay()


def read_day(query: Mapping[str, str]) -> AskedDay:
    """From the three fields where one is filled in, else from a link; one without a day asks for today."""
    typed = read_typed(query, NAME)
    if any(typed):
        day = day_of(typed)
        return AskedDay(day, typed, "" if day else NO_SUCH_DAY)
    text = query.get("day", "")
    if not text:
        return TODAY
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return AskedDay(problem=NO_SUCH_DAY)
    return AskedDay(day, (str(day.day), str(day.month), str(day.year)))
