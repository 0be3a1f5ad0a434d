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


@pytest.mark.parametrize(
    ("tallies", "title"),
    [
        ((Tally(15, 20),) * 3, "All 3 are known equally at a first try"),
        (
            (Tally(14, 20), Tally(15, 20)),
            "Both are known about equally at a first try: the difference is no more than chance would usually give",
        ),
        ((Tally(10, 30), Tally(20, 60), Tally(59, 60)), "A and B are known least at a first try, and C best"),
    ],
)
def test_equals_are_called_equal_and_none_is_least_or_best_by_chance(tallies: tuple[Tally, ...], title: str) -> None:
    chart = draw_values(learning(*(ValueInsight(name, one) for name, one in zip("ABC", tallies, strict=False))))
    assert chart is not None
    assert chart.caption.title == title


@pytest.mark.parametrize("values", [(), (ValueInsight("Thrift", Tally(20, 20)), ValueInsight("Candour", Tally(9, 19)))])
def test_one_value_alone_is_not_drawn(values: tuple[ValueInsight, ...]) -> None:
    assert draw_values(learning(*values)) is None
