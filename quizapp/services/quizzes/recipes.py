"""Which recipes make sense, and making one of settings."""

from typing import TypedDict, Unpack

from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.errors import Invalid

LONGEST_PAPER = 50
MOST_DUE_DAYS = 730
MOST_MONTHS = 120
QUESTIONS_IN_FIVE_MINUTES = 4


class Settings(TypedDict, total=False):
    """The settings of a recipe; one that is left out is as usual, and a pass without months lasts."""

    length: int
    pass_in: int
    pass_of: int
    mode: Mode
    due_days: int
    valid_months: int | None
    has_boosters: bool
    certificate_has_score: bool


def make_recipe(**settings: Unpack[Settings]) -> QuizBlueprint:
    """The recipe with these settings; raises Invalid naming the one that makes no sense."""
    return check_recipe(QuizBlueprint(**settings))


def check_recipe(recipe: QuizBlueprint) -> QuizBlueprint:
    """The recipe as it is; raises Invalid naming the setting that makes no sense."""
    for field, value, least, most in (
        ("length", recipe.length, 1, LONGEST_PAPER),
        ("pass_of", recipe.pass_of, 1, 100),
        ("pass_in", recipe.pass_in, 1, recipe.pass_of),
        ("due_days", recipe.due_days, 1, MOST_DUE_DAYS),
        ("valid_months", recipe.valid_months, 1, MOST_MONTHS),
    ):
        if value is not None and not least <= value <= most:
            raise Invalid(field, f"{value} does not fit. Give a whole number from {least} to {most}.")
    return recipe


def minutes(questions: int) -> int:
    """About how long it takes, in steps of five: 10 for 8 questions."""
    return 5 * -(-questions // QUESTIONS_IN_FIVE_MINUTES)
