"""Words about months that all their pages share: their names, their editions, where their lists are."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from quizapp.services.reports.months.behind import DueGroup
from quizapp.services.reports.months.editions import Edition
from quizapp.services.reports.reports import TEAMLESS
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.filters import local_date, long_date, number
from quizapp.web.shell.measures.numbers import ALL_TEAMS, counted_share_words
from quizapp.web.shell.parts import Cell

if TYPE_CHECKING:
    from quizapp.assessment.measures import Share

NO_ONE_FELL_DUE = "No one fell due"


@dataclass(frozen=True, slots=True)
class DueLinks:
    """Where the lists behind on-time completion are, for one line of the table or for the whole."""

    path: str
    quiz_id: int
    team: str = ""
    name: str = ALL_TEAMS
    alone: bool = False

    def of_team(self, team_id: int | None, name: str, *, alone: bool = False) -> "DueLinks":
        """The same for one team; None is the line of people without one."""
        return replace(self, team=str(team_id or TEAMLESS), name=name, alone=alone)

    def number(self, people: int, group: DueGroup, *, words: str) -> Cell:
        """A number and the list behind it; behind nought there is none."""
        if not people:
            return Cell("0")
        alone = "yes" if self.alone else ""
        query = {"group": group.value, "team": self.team, "alone": alone, "quiz": str(self.quiz_id)}
        return Cell(number(people), href=address(self.path, query), hidden=f"{words}, {self.name}")


def name_month(month: date) -> str:
    """June 2026."""
    return long_date(month).split(" ", 1)[1]


def short_name(month: date) -> str:
    """June, where the year goes without saying."""
    return name_month(month).split(" ")[0]


def share_or_none(share: "Share") -> str:
    """8 of 12 (66.6%), or that nobody fell due."""
    return counted_share_words(share) if share.of else NO_ONE_FELL_DUE


def taken_words(edition: Edition, zone: ZoneInfo) -> str:
    """8 July 2026, and by whom; a command has no name that says anything to a reader."""
    on = local_date(edition.taken_at, zone)
    return on if edition.is_command else f"{on} by {edition.by}"
