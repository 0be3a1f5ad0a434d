"""The values as bars: what share of first answers about each was right, the lowest first."""

from quizapp.services.reports.oversight.learning import Learning, ValueInsight
from quizapp.services.reports.pictures import Bar, BarChart, Caption
from quizapp.web.shell.filters import count, part_of
from quizapp.web.shell.tables.people_table import as_at

NO_VALUE = "Vision and other parts"
_AXIS = "First answers that were right"


def draw_values(found: Learning) -> BarChart | None:
    """The values with 20 answers or more; None where fewer than two have them."""
    values = [one for one in found.values if one.tally.is_enough]
    if len(values) < 2:
        return None
    lowest, highest = values[0], values[-1]
    left_out = len(found.values) - len(values)
    small = f" {count(left_out, 'value has', many='values have')} too few answers to say." if left_out else ""
    ends = "; ".join(f"{value_name(one)} {_end(one)}" for one in values)
    return BarChart(
        Caption(
            f"{value_name(lowest)} is known least at a first try, and {value_name(highest)} best",
            f"Bars from the lowest share to the highest: {ends}.{small}",
            f"{found.head.organisation}, {found.head.quiz_title}. {as_at(found.head)}.",
        ),
        _AXIS,
        tuple(Bar(value_name(one), one.tally.right * 100 / one.tally.answers, _end(one)) for one in values),
    )


def value_name(one: ValueInsight) -> str:
    """What a value is called; the questions on none have a name too."""
    return one.name or NO_VALUE


def _end(one: ValueInsight) -> str:
    return f"{one.tally.percentage} ({part_of(one.tally.right, one.tally.answers)})"
