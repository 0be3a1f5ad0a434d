"""The values as bars: what share of first answers about each was right, the lowest first."""

from collections.abc import Sequence
from fractions import Fraction

from quizapp.services.reports.oversight.learning import Learning, ValueInsight
from quizapp.services.reports.pictures import Bar, BarChart, Caption
from quizapp.web.shell.filters import count, listed, number, part_of
from quizapp.web.shell.tables.people_table import as_at

NO_VALUE = "Vision and other parts"
_AXIS = "First answers that were right"


def draw_values(found: Learning) -> BarChart | None:
    """The values with 20 answers or more; None where fewer than two have them."""
    values = [one for one in found.values if one.tally.is_enough]
    if len(values) < 2:
        return None
    left_out = len(found.values) - len(values)
    small = f" {count(left_out, 'value has', many='values have')} too few answers to say." if left_out else ""
    ends = "; ".join(f"{value_name(one)} {_end(one)}" for one in values)
    return BarChart(
        Caption(
            _message(values),
            f"Bars from the lowest share to the highest: {ends}.{small}",
            f"{found.head.organisation}, {found.head.quiz_title}. {as_at(found.head)}.",
        ),
        _AXIS,
        tuple(Bar(value_name(one), one.tally.right * 100 / one.tally.answers, _end(one)) for one in values),
    )


def value_name(one: ValueInsight) -> str:
    """What a value is called; the questions on none have a name too."""
    return one.name or NO_VALUE


def _message(values: Sequence[ValueInsight]) -> str:
    """Which are known least and best, all of those that are equal; none where chance may have made the difference."""
    lowest, highest = _equal_to(values[0], values), _equal_to(values[-1], values)
    both = "Both" if len(values) == 2 else f"All {number(len(values))}"
    if len(lowest) == len(values):
        return f"{both} are known equally at a first try"
    if not values[0].tally.is_below(values[-1].tally, among=len(values)):
        return (
            f"{both} are known about equally at a first try: the difference is no more than chance would usually give"
        )
    return (
        f"{listed(lowest)} {'is' if len(lowest) == 1 else 'are'} known least at a first try, and {listed(highest)} best"
    )


def _equal_to(end: ValueInsight, values: Sequence[ValueInsight]) -> list[str]:
    share = Fraction(end.tally.right, end.tally.answers)
    return [value_name(one) for one in values if Fraction(one.tally.right, one.tally.answers) == share]


def _end(one: ValueInsight) -> str:
    return f"{one.tally.percentage} ({part_of(one.tally.right, one.tally.answers)})"
