"""The words of the settings page: where they stand in force beside one's own, after somebody else was quicker."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.services.reports.oversight.settings import ReportSettings
from quizapp.web.shell.filters import count
from quizapp.web.shell.parts import Cell, Column

SAVED = "The settings are saved. They hold from now on, on every page."
SAME_AGAIN = "Nothing was changed: these are the settings in force."
COLUMNS = (Column("Setting"), Column("In force"), Column("Yours"))


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """What the page shows above its form; nothing unless somebody else was quicker."""

    columns: tuple[Column, ...] = COLUMNS
    compared: Sequence[Sequence[Cell]] = ()


def present_comparison(known: ReportSettings, wanted: ReportSettings) -> SettingsPage:
    """The settings in force, and one's own where they differ."""
    rows = [
        [Cell(name), Cell(theirs), Cell(ours)]
        for (name, theirs), (_, ours) in zip(_words(known), _words(wanted), strict=True)
        if theirs != ours
    ]
    return SettingsPage(compared=rows)


def _words(settings: ReportSettings) -> tuple[tuple[str, str], ...]:
    return (
        ("Target", f"{settings.target}%"),
        ("Amber band", count(settings.amber_points, "point")),
        ("Probation", count(settings.probation_months, "month")),
        (
            "Score of the passing attempt",
            "Managers see it" if settings.managers_see_scores else "Managers do not see it",
        ),
        ("Reminders", "Send them" if settings.sends_reminders else "Send none"),
        ("Name in ESR", settings.esr_competence or "Not known"),
    )
