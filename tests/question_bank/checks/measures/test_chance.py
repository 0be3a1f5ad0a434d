"""The chi-square test gives the values of the published tables, and the limit of chance is that of the definition."""

import pytest

from question_bank.checks.measures.chance import chance_of_more, chi_square, limit_of_chance

TABLE = [  # degrees of freedom, critical value, chance of more
    (1, 3.841, 0.05), (1, 6.635, 0.01), (1, 10.828, 0.001), (2, 5.991, 0.05), (2, 9.210, 0.01), (3, 7.815, 0.05),
    (3, 11.345, 0.01), (4, 9.488, 0.05), (5, 15.086, 0.01), (9, 16.919, 0.05), (10, 29.588, 0.001),
    (30, 43.773, 0.05), (100, 124.342, 0.05), (100, 70.065, 0.99), (2, 0.0201, 0.99), (5, 0.554, 0.99),
]  # fmt: skip


@pytest.mark.parametrize(("degrees", "statistic", "chance"), TABLE)
def test_the_tables_critical_values_come_out(degrees: int, statistic: float, chance: float) -> None:
    assert chance_of_more(statistic, degrees) == pytest.approx(chance, rel=0.005)


def test_nothing_to_count_proves_nothing() -> None:
    assert chi_square([]) == chi_square([0, 0]) == (0.0, 0)
    assert chance_of_more(0.0, 2) == chance_of_more(5.0, 0) == 1.0
    assert chance_of_more(1e6, 2) == 0.0


def test_the_statistic_of_counts_is_that_of_the_definition() -> None:
    assert chi_square([10, 20, 30]) == (10.0, 2)
    assert chi_square([20, 20, 20]) == (0.0, 2)


def test_the_limit_of_chance_narrows_with_more_items() -> None:
    assert limit_of_chance(1 / 3, 200) == pytest.approx(0.388, abs=0.001)
    assert limit_of_chance(1 / 4, 200) == pytest.approx(0.300, abs=0.001)
    assert limit_of_chance(1 / 3, 0) == 1.0
