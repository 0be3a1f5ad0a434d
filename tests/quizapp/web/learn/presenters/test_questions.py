from dataclasses import replace

from question_bank.model import Kind
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.attempts.answers import Outcome
from quizapp.services.attempts.papers import Place
from quizapp.services.attempts.questions import Choice, Question
from quizapp.web.learn.presenters.questions import NOTICES, present_question

QUESTION = Question(
    position=3,
    count=8,
    kind=Kind.SINGLE,
    stem="Which value?",
    choices=(Choice("aa", "Candour"), Choice("bb", "Thrift"), Choice("cc", "Care")),
    lefts=(),
    wanted=1,
)
SINGLE = Place(5, Mode.LEARN, QUESTION, chosen=(), revision=0, explanation=None, is_submitted=False)
MULTIPLE = replace(SINGLE, question=replace(QUESTION, kind=Kind.MULTIPLE, wanted=2))
GAP = replace(SINGLE, question=replace(QUESTION, kind=Kind.GAP, stem="We ____ it."))
MATCHING = replace(SINGLE, question=replace(QUESTION, kind=Kind.MATCHING, lefts=("we listen", "we save"), wanted=2))


def test_the_title_says_where_one_is_and_what_is_asked() -> None:
    assert present_question(SINGLE, press="t").title == "Question 3 of 8: Which value?"
    assert present_question(GAP, press="t").title == "Question 3 of 8: We gap it."


def test_each_kind_has_its_control_and_its_hint() -> None:
    shown = [present_question(question, press="t") for question in (SINGLE, MULTIPLE, GAP, MATCHING)]
    assert [page.control for page in shown] == ["radio", "checkbox", "radio", "select"]
    assert [page.hint for page in shown] == [
        None,
        "Select 2 answers.",
        "Select the words that fill the gap.",
        "Choose one answer for every line.",
    ]


def test_nothing_is_chosen_to_begin_with() -> None:
    assert not any(choice.checked for choice in present_question(MULTIPLE, press="t").choices)


def test_what_was_chosen_is_kept_beside_the_error() -> None:
    page = present_question(MULTIPLE, press="t", sent=("bb",), error="Select 2 answers. You selected 1.")
    assert [choice.value for choice in page.choices if choice.checked] == ["bb"]
    assert [(problem.text, problem.href) for problem in page.problems] == [
        ("Select 2 answers. You selected 1.", "#answer")
    ]


def test_the_first_line_without_an_answer_is_pointed_at() -> None:
    page = present_question(MATCHING, press="t", sent=("cc", ""), error="Select an answer for every line.")
    assert [(line.name, line.lacks_answer) for line in page.lines] == [("answer-1", False), ("answer-2", True)]
    assert page.problems[0].href == "#answer-2"
    assert [choice.value for choice in page.lines[0].choices if choice.checked] == ["cc"]


def test_lines_that_were_not_sent_at_all_count_as_empty() -> None:
    page = present_question(MATCHING, press="t", sent=(), error="Select an answer for every line.")
    assert [line.lacks_answer for line in page.lines] == [True, True]


def test_every_outcome_but_a_first_save_is_put_into_words() -> None:
    with_pages_of_their_own = {Outcome.ANSWERED_BEFORE, Outcome.CHANGED_MEANWHILE}
    assert set(NOTICES) == set(Outcome) - {Outcome.SAVED} - with_pages_of_their_own
