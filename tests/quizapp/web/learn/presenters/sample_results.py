"""A try that did not pass, and one that did, about a page with two values and a group without a name."""

from dataclasses import replace

from question_bank.model import Kind
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.attempts.questions import Quote
from quizapp.services.attempts.results import MissedItem, Result
from quizapp.services.bank.outlines import PageOutline, ValueOutline

PAGE = PageOutline(
    title="Our page",
    source="https://trust.example",
    vision="Care that people trust.",
    mission=None,
    values=(
        ValueOutline("Thrift", "we waste nothing", None, (), 0),
        ValueOutline("Candour", None, "This means we:", ("say what went wrong", "ask"), 2),
        ValueOutline(None, None, None, ("take time to listen",), 0),
    ),
    sections=(),
)
MISSED = MissedItem(2, "We ____ it.", Kind.GAP, ("check",), ("Candour",), (Quote(7, "we check it"),))
ABOUT_VISION = replace(MISSED, position=5, value_names=(), quotes=(Quote(3, "Care that people trust."),))
NOT_YET = Result(
    attempt_id=9,
    assignment_id=3,
    quiz_title="Our values",
    mode=Mode.LEARN,
    number=1,
    is_newest=True,
    score=6,
    count=8,
    pass_score=7,
    certificate_code=None,
    valid_until=None,
    missed=(MISSED, ABOUT_VISION),
    page=PAGE,
)
PASSED = replace(NOT_YET, score=7, certificate_code="ABCD", missed=(MISSED,))
