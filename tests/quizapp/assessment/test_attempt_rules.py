"""What may be shown of an attempt, over every mode and state; where it goes on; when it may be renewed."""

from datetime import date, timedelta
from itertools import product

import pytest

from quizapp.assessment.attempt_rules import AttemptState, may_renew, may_reveal, next_position, renewal_opens
from quizapp.assessment.quiz_blueprint import Mode

REVEALED = {
    (Mode.LEARN, AttemptState.OPEN, True),
    (Mode.LEARN, AttemptState.SUBMITTED, True),
    (Mode.LEARN, AttemptState.SUBMITTED, False),
    (Mode.TEST, AttemptState.SUBMITTED, True),
    (Mode.TEST, AttemptState.SUBMITTED, False),
}


@pytest.mark.parametrize(("mode", "state", "is_answered"), [*product(Mode, AttemptState, (True, False))])
def test_a_saved_answer_reveals_nothing_in_a_test_that_is_open(
    mode: Mode, state: AttemptState, is_answered: bool
) -> None:
    assert may_reveal(mode, state, is_answered=is_answered) is ((mode, state, is_answered) in REVEALED)


def test_an_attempt_goes_on_at_the_first_place_without_an_answer() -> None:
    assert next_position(3, []) == 1
    assert next_position(3, [1, 3]) == 2
    assert next_position(3, [1], after=2) == 3
    assert next_position(3, [1, 2, 3]) is None
    assert next_position(3, [3], after=2) is None


def test_a_pass_may_be_renewed_from_ninety_days_before_it_runs_out_and_one_that_lasts_never() -> None:
    until = date(2027, 6, 30)
    assert renewal_opens(until) == date(2027, 4, 1)
    assert not may_renew(until, on=date(2027, 3, 31))
    assert may_renew(until, on=date(2027, 4, 1))
    assert may_renew(until, on=until + timedelta(days=400))
    assert not may_renew(None, on=until)
