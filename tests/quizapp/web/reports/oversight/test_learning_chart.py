import pytest

from quizapp.assessment.insight.item_statistics import Tally
from quizapp.assessment.measures import Share
from quizapp.services.reports.oversight.learning import Learning, Period, ValueInsight
from quizapp.web.reports.oversight.learning_chart import draw_values
from tests.quizapp.web.scenes.rows import HEAD


def learning(*values: ValueInsight) -> Learning:
    return Learning(HEAD, Period.ALL, None, Share(1, 1), values, ())


def test_the_bars_are_those_of_values_with_answers_enough() -> None:
    low, high, few = (
        ValueInsight("Thrift", Tally(10, 30)),
        ValueInsight(None, Tally(2999, 3000)),
        ValueInsight("Candour", Tally(19, 19)),
    )
    chart = draw_values(learning(low, high, few))
    assert chart is not None
    assert [(bar.name, bar.end) for bar in chart.bars] == [
        ("Thrift", "33.3% (10 of 30)"),
        ("Vision and other parts", "99.9% (2,999 of 3,000)"),
    ]
    assert chart.caption.title == "Thrift is known least at a first try, and Vision and other parts best"
    assert "1 value has too few answers to say." in chart.caption.description


@pytest.mark.parametrize("values", [(), (ValueInsight("Thrift", Tally(20, 20)), ValueInsight("Candour", Tally(9, 19)))])
def test_one_value_alone_is_not_drawn(values: tuple[ValueInsight, ...]) -> None:
    assert draw_values(learning(*values)) is None
