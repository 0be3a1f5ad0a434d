"""What is printed of a frozen month, and how it is written down: integers and names, never a percentage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from quizapp.assessment.measures import Measures, Overdue, Share

NOTHING = Share(0, 0)
NOBODY = Measures(NOTHING, NOTHING, NOTHING, Overdue(0, 0, 0, 0, None), 0, 0, 0, 0)
_COUNTS = ("not_due_yet", "absent", "other_staff", "not_in_post")


@dataclass(frozen=True, slots=True)
class FrozenTeam:
    """A team under its name and in its place of that day, with the people directly in it; None is nobody's team."""

    team_id: int | None
    name: str
    parent_id: int | None
    measures: Measures = NOBODY
    on_time: Share = NOTHING


@dataclass(frozen=True, slots=True)
class FrozenFigures:
    """The whole and its teams; everybody is in one team of them, so that they add up to the whole."""

    quiz_title: str
    day: date
    target: int
    amber_points: int
    measures: Measures
    on_time: Share
    teams: tuple[FrozenTeam, ...]


def count_people(measures: Measures) -> int:
    """Everybody who held the quiz and had not left."""
    return measures.esr_rate.of + measures.other_staff + measures.not_in_post


def add_up(parts: Iterable[Measures]) -> Measures:
    """The measures of several groups of people together; what is not known then is the median."""
    parts = list(parts)
    ages = [part.overdue for part in parts]
    return Measures(
        compliance=add_shares(part.compliance for part in parts),
        esr_rate=add_shares(part.esr_rate for part in parts),
        completion=add_shares(part.completion for part in parts),
        overdue=Overdue(
            total=sum(one.total for one in ages),
            up_to_7_days=sum(one.up_to_7_days for one in ages),
            up_to_28_days=sum(one.up_to_28_days for one in ages),
            over_28_days=sum(one.over_28_days for one in ages),
            median_days=None,
        ),
        not_due_yet=sum(part.not_due_yet for part in parts),
        absent=sum(part.absent for part in parts),
        other_staff=sum(part.other_staff for part in parts),
        not_in_post=sum(part.not_in_post for part in parts),
    )


def add_shares(parts: Iterable[Share]) -> Share:
    """So many of so many of several groups together."""
    parts = list(parts)
    return Share(sum(part.count for part in parts), sum(part.of for part in parts))


def write_figures(figures: FrozenFigures) -> dict[str, Any]:
    """As they go into the database; `read_figures` gives them back."""
    return {
        "quiz": figures.quiz_title,
        "day": figures.day.isoformat(),
        "target": figures.target,
        "amber_points": figures.amber_points,
        "on_time": _write_share(figures.on_time),
        "measures": _write_measures(figures.measures),
        "teams": [_write_team(team) for team in figures.teams],
    }


def read_figures(written: Mapping[str, Any]) -> FrozenFigures:
    """What `write_figures` wrote."""
    return FrozenFigures(
        quiz_title=written["quiz"],
        day=date.fromisoformat(written["day"]),
        target=written["target"],
        amber_points=written["amber_points"],
        measures=_read_measures(written["measures"]),
        on_time=Share(*written["on_time"]),
        teams=tuple(
            FrozenTeam(
                team["id"],
                team["name"],
                team["parent"],
                _read_measures(team["measures"]) if "measures" in team else NOBODY,
                Share(*team.get("on_time", (0, 0))),
            )
            for team in written["teams"]
        ),
    )


def _write_team(team: FrozenTeam) -> dict[str, Any]:
    """Without what is nought, which most of it is in a large organisation."""
    written: dict[str, Any] = {"id": team.team_id, "name": team.name, "parent": team.parent_id}
    if team.measures != NOBODY:
        written["measures"] = _write_measures(team.measures)
    if team.on_time != NOTHING:
        written["on_time"] = _write_share(team.on_time)
    return written


def _write_measures(measures: Measures) -> dict[str, Any]:
    overdue = measures.overdue
    return {
        "compliance": _write_share(measures.compliance),
        "esr_rate": _write_share(measures.esr_rate),
        "completion": _write_share(measures.completion),
        "overdue": [overdue.total, overdue.up_to_7_days, overdue.up_to_28_days, overdue.over_28_days],
        "median_days_overdue": overdue.median_days,
        **{name: getattr(measures, name) for name in _COUNTS},
    }


def _read_measures(written: Mapping[str, Any]) -> Measures:
    total, week, four_weeks, more = written["overdue"]
    return Measures(
        compliance=Share(*written["compliance"]),
        esr_rate=Share(*written["esr_rate"]),
        completion=Share(*written["completion"]),
        overdue=Overdue(total, week, four_weeks, more, written["median_days_overdue"]),
        **{name: written[name] for name in _COUNTS},
    )


def _write_share(share: Share) -> Sequence[int]:
    return [share.count, share.of]
