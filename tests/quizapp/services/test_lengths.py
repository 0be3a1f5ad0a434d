"""Texts that must fit."""

import pytest

from quizapp.services.errors import Invalid
from quizapp.services.lengths import demand_fit


def test_the_longest_text_fits_and_one_more_character_does_not() -> None:
    demand_fit("name", "x" * 200)
    with pytest.raises(Invalid, match="There are 201") as refusal:
        demand_fit("name", "x" * 201)
    assert refusal.value.field == "name"


def test_a_field_may_have_a_limit_of_its_own() -> None:
    with pytest.raises(Invalid, match="Use 3 characters"):
        demand_fit("slug", "four", most=3)
