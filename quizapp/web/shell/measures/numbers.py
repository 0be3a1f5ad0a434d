"""The numbers of the organisation's report: each opens the list of the people it counts."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizapp.services.reports.groups import Group
from quizapp.services.reports.reports import TEAMLESS
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.filters import number, part_of
from quizapp.web.shell.parts import Cell

if TYPE_CHECKING:
    from quizapp.assessment.measures import Share

NO_ONE_DUE = "No one due"
ALL_TEAMS = "All teams"


@dataclass(frozen=True, slots=True)
class PeopleLinks:
    """Where the lists of one quiz are, for one line of the table or for the whole."""

    path: str
    quiz_id: int
    team: str = ""
    """The team's id as an address says it; empty is everybody."""
    name: str = ALL_TEAMS
    alone: bool = False
    """Whether the team is meant without those below it."""
    day: str = ""
    """The past day the report is about, as an address says it; empty is today."""

    def of_team(self, team_id: int | None, name: str, *, alone: bool = False) -> "PeopleLinks":
        """The same for one team; None is the line of people without one."""
        return replace(self, team=str(team_id or TEAMLESS), name=name, alone=alone)

    def to(self, group: Group) -> str:
        """The address of one list."""
        alone = "yes" if self.alone else ""
        query = {"group": group, "team": self.team, "alone": alone, "quiz": str(self.quiz_id), "day": self.day}
        return address(self.path, query)

    def number(self, people: int, group: Group, *, words: str) -> Cell:
        """A number and the list behind it; behind nought there is none. `words` say to the ear what it counts."""
        if not people:
            return Cell("0")
        return Cell(number(people), href=self.to(group), hidden=f"{words}, {self.name}")


def share_words(share: "Share", *, nobody: str = NO_ONE_DUE) -> str:
    """A percentage from ten people on, under that the count alone, and words where there is nobody to count."""
    if not share.of:
        return nobody
    return share.percentage or part_of(share.count, share.of)


def counted_share_words(share: "Share") -> str:
    """The count beside its percentage, as a table shows it."""
    words = share_words(share)
    return f"{part_of(share.count, share.of)} ({words})" if share.percentage else words
