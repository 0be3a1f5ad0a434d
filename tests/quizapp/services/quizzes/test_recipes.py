"""Which recipes make sense."""

import pytest

from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.errors import Invalid
from quizapp.services.quizzes.recipes import Settings, make_recipe


def test_a_recipe_is_as_usual_where_nothing_is_said() -> None:
    assert make_recipe() == QuizBlueprint(8, 8, 10, Mode.LEARN, 28, None, True, False)


def test_a_recipe_counts_its_pass_mark_in_whole_items() -> None:
    assert make_recipe().pass_score(8) == 7
    assert make_recipe(pass_in=1, pass_of=2).pass_score(5) == 3


@pytest.mark.parametrize(
    ("field", "settings"),
    [
        ("length", Settings(length=0)),
        ("length", Settings(length=51)),
        ("pass_in", Settings(pass_in=0)),
        ("pass_in", Settings(pass_in=11)),
        ("pass_of", Settings(pass_of=101)),
        ("due_days", Settings(due_days=0)),
        ("due_days", Settings(due_days=731)),
        ("valid_months", Settings(valid_months=0)),
        ("valid_months", Settings(valid_months=121)),
    ],
)
def test_a_recipe_that_makes_no_sense_is_refused(field: str, settings: Settings) -> None:
    with pytest.raises(Invalid, match=r"does not fit\. Give a whole number from 1 to ") as refusal:
        make_recipe(**settings)
    assert refusal.value.field == field
