"""One quiz in every state it can have for its owner."""

from dataclasses import replace
from datetime import date

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.attempts.learning import QuizCard, Validity

NEW = QuizCard(
    assignment_id=3,
    title="Our values",
    edition=1,
    length=8,
    pass_score=7,
    mode=Mode.LEARN,
    due_on=date(2025, 6, 6),
    is_overdue=False,
    attempts=0,
    open_attempt_id=None,
    last_score=None,
    last_count=None,
    last_attempt_id=None,
    passed_on=None,
    certificate_code=None,
    managers_see_scores=True,
)
OPEN = replace(NEW, attempts=1, open_attempt_id=9)
NOT_YET = replace(NEW, attempts=2, last_score=5, last_count=8, last_attempt_id=9)
PASSED = replace(NOT_YET, last_score=8, last_passed=True, passed_on=date(2025, 3, 12), certificate_code="ABCD")
YEAR = Validity(date(2026, 3, 12), date(2025, 12, 12), may_renew=False, has_run_out=False)
HOLDS = replace(PASSED, validity=YEAR)
EXPIRING = replace(PASSED, validity=replace(YEAR, may_renew=True))
EXPIRED = replace(PASSED, validity=replace(YEAR, may_renew=True, has_run_out=True))
