"""A day asked for as the NHS asks for it: three fields for day, month and year."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wtforms import Field
from wtforms.validators import StopValidation
from wtforms.widgets import TextInput

from quizapp.web.shell.asked.addresses import whole_number

PARTS = ("day", "month", "year")


class DayField(Field):
    """A day; None where nothing, or no day of the calendar, was typed. Its id is that of the first of its fields."""

    widget = TextInput()
    data: date | None

    def __init__(self, label: str, *, missing: str = "", **kwargs: Any) -> None:
        """`missing` is what to say where nothing was typed; without it the day may be left out."""
        super().__init__(label, **kwargs)
        self.id = f"{self.name}-day"
        self.missing = missing
        self.typed: tuple[str, ...] = ("", "", "")

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        """Take the three fields of a form that was sent, or else the day the form begins with."""
        data = args[0] if args else kwargs.get("data")
        self.data = data if isinstance(data, date) else None
        if self.data:
            self.typed = (str(self.data.day), str(self.data.month), str(self.data.year))
        if formdata and any(f"{self.name}-{part}" in formdata for part in PARTS):
            self.typed = read_typed(formdata, self.name)
            self.data = day_of(self.typed)

    def pre_validate(self, form: Any) -> None:
        """Say what is missing, or that there is no such day."""
        if any(self.typed) and self.data is None:
            raise StopValidation(f"{self.label.text}: give a day, a month and a year, such as 6 6 2025.")
        if self.missing and self.data is None:
            raise StopValidation(self.missing)


def read_typed(query: Mapping[str, str], name: str) -> tuple[str, ...]:
    """What was typed into the three fields of this name."""
    return tuple(query.get(f"{name}-{part}", "").strip()[:10] for part in PARTS)


def day_of(typed: tuple[str, ...]) -> date | None:
    """The day that was typed, or None where there is no such day."""
    day, month, year = (whole_number(part) or 0 for part in typed)
    try:
        return date(year, month, day) if year > 999 else None
    except ValueError:
        return None
