"""How soon starters pass, as step curves: this quarter so far against the last one."""

from quizapp.services.reports.pictures import Caption, StepChart, StepLine
from quizapp.services.reports.trends.starters import Cohort, StartersTrend
from quizapp.web.shell.filters import count, cut_percentage, part_of, short_month
from quizapp.web.shell.measures.charts import ChartTable
from quizapp.web.shell.measures.team_chart import source_words
from quizapp.web.shell.parts import Cell, Column

LAST_DAY = 90
ESTIMATED = "Where somebody left without a pass, or has not been here so long, the share is estimated from the others."
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


def is_estimated(found: StartersTrend) -> bool:
    """Whether any curve runs on beyond somebody who left, or who has not been here so long."""
    return any(one.curve is not None and one.curve.watched[-1] < one.days.starters for one in found.quarters)


def _cells(one: Cohort, day: int) -> list[Cell]:
    if one.curve is None or day > one.curve.last_day:
        return [Cell("Not known"), Cell("Fewer than 10")]
    return [Cell(cut_percentage(one.curve.shares[day])), Cell(str(one.curve.watched[day]))]


def _message(found: StartersTrend) -> str:
    """What both quarters had come to on the due day, or as far as both are known; the reader compares."""
    this, before = found.quarters
    day = min(found.due_days, *(one.curve.last_day for one in found.quarters if one.curve is not None))
    if this.curve is None or before.curve is None:
        return f"By day {day}, {_say(this, day, 'of this quarter') or _say(before, day, 'of last quarter')} had passed"
    return f"By day {day}, {_say(this, day, 'of this quarter')} had passed, and {_say(before, day, 'of last quarter')}"


def _say(one: Cohort, day: int, when: str) -> str:
    """The count where all were followed so long; else that the share is estimated, and of whom."""
    if one.curve is None:
        return ""
    share, starters = one.curve.shares[day], one.days.starters
    if one.curve.watched[day] == starters:
        return f"{part_of(int(share * starters), starters)} starters {when} ({cut_percentage(share)})"
    whom = f"the starters {when} still in post" if one.days.left else f"the starters {when}"
    return f"an estimated {cut_percentage(share)} of {whom}"


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
    words = f"Curves that rise with each day on which starters passed. {' '.join(said)} Due on day {found.due_days}."
    return f"{words} {ESTIMATED}" if is_estimated(found) else words
