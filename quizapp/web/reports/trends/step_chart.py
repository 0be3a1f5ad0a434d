"""How soon starters pass, as step curves: this quarter so far against the last one."""

from typing import TYPE_CHECKING

from quizapp.services.reports.pictures import Caption, StepChart, StepLine
from quizapp.services.reports.trends.starters import Cohort, StartersTrend
from quizapp.web.shell.filters import count, cut_percentage, short_month
from quizapp.web.shell.measures.charts import ChartTable
from quizapp.web.shell.measures.team_chart import source_words
from quizapp.web.shell.parts import Cell, Column

if TYPE_CHECKING:
    from quizapp.assessment.trends.step_curve import StepCurve

LAST_DAY = 90
_DAYS = (0, 7, 14, 21, 28, 42, 60, 90)


def draw_steps(found: StartersTrend) -> StepChart | None:
    """The chart; None where neither quarter has ten starters."""
    drawn = [(one, one.curve) for one in found.quarters if one.curve is not None]
    if not drawn:
        return None
    lines = tuple(
        StepLine(
            tuple(float(share * 100) for share in curve.shares), _name(one, found), cut_percentage(curve.shares[-1])
        )
        for one, curve in drawn
    )
    return StepChart(
        Caption(_message(found), _describe(found), source_words(found.head)),
        "Starters who have passed",
        "Days since they started",
        LAST_DAY,
        lines,
        (found.due_days, f"Due: day {found.due_days}"),
    )


def tabulate(found: StartersTrend) -> ChartTable:
    """The curves on some of their days."""
    columns = [Column("By day", numeric=True)]
    for one in found.quarters:
        columns += [Column(f"{span_words(one)}: passed", numeric=True), Column("followed so long", numeric=True)]
    days = sorted({*_DAYS, found.due_days} & set(range(LAST_DAY + 1)))
    rows = [[Cell(str(day)), *(cell for one in found.quarters for cell in _cells(one, day))] for day in days]
    return ChartTable("Share of starters who had passed", tuple(columns), rows)


def span_words(one: Cohort) -> str:
    """Apr to Jun 2026; one month by its name."""
    first, last = short_month(one.first), short_month(one.last)
    return first if first == last else f"{first.removesuffix(f' {one.last.year}')} to {last}"


def _cells(one: Cohort, day: int) -> list[Cell]:
    if one.curve is None or day > one.curve.last_day:
        return [Cell("Not known"), Cell("Fewer than 10")]
    return [Cell(cut_percentage(one.curve.shares[day])), Cell(str(one.curve.watched[day]))]


def _message(found: StartersTrend) -> str:
    """This quarter against the last one, on the due day or as far as both are known."""
    this, before = (one.curve for one in found.quarters)
    if this is None or before is None:
        return _say_one(this, found, "this quarter") or _say_one(before, found, "last quarter")
    day = min(found.due_days, this.last_day, before.last_day)
    return (
        f"By day {day}, {cut_percentage(this.shares[day])} of this quarter’s starters had passed:"
        f" {_compared(this, before, day)}"
    )


def _say_one(curve: "StepCurve | None", found: StartersTrend, when: str) -> str:
    if curve is None:
        return ""
    day = min(found.due_days, curve.last_day)
    return f"By day {day}, {cut_percentage(curve.shares[day])} of the starters of {when} had passed"


def _compared(this: "StepCurve", before: "StepCurve", day: int) -> str:
    share = cut_percentage(before.shares[day])
    if this.shares[day] == before.shares[day]:
        return "the same as last quarter"
    return f"{'more' if this.shares[day] > before.shares[day] else 'fewer'} than the {share} of last quarter"


def _name(one: Cohort, found: StartersTrend) -> str:
    starters = count(one.days.starters, "starter")
    return f"{quarter_name(one, found)}, {span_words(one)} ({starters})"


def quarter_name(one: Cohort, found: StartersTrend) -> str:
    """This quarter, so far while more may begin in it, or the last one."""
    if one is not found.quarters[0]:
        return "Last quarter"
    return "This quarter so far" if one.last > found.head.on.day else "This quarter"


def _describe(found: StartersTrend) -> str:
    said = []
    for one in found.quarters:
        if one.curve is None:
            continue
        known = [day for day in _DAYS if day <= one.curve.last_day]
        shares = ", ".join(f"day {day} {cut_percentage(one.curve.shares[day])}" for day in known)
        said.append(f"{_name(one, found)}: {shares}.")
    return f"Curves that rise with each day on which starters passed. {' '.join(said)} Due on day {found.due_days}."
