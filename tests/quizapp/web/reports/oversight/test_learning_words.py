import pytest

from question_bank.model import Kind
from quizapp.assessment.insight.item_statistics import Tally
from quizapp.assessment.measures import Share
from quizapp.services.reports.oversight.learning import Learning, Period, QuestionInsight
from quizapp.web.reports.oversight.learning_words import LearningPage, present_questions
from tests.quizapp.web.scenes.rows import HEAD


def question(answers: int, *rare: str, is_key_rare: bool = False) -> QuestionInsight:
    tally = Tally(answers // 2, answers)
    return QuestionInsight(1, 1, Kind.SINGLE, "Which?", ("Thrift",), tally, 3, len(rare), rare, is_key_rare=is_key_rare)


def present(*questions: QuestionInsight) -> LearningPage:
    found = Learning(HEAD, Period.ALL, None, Share(1, 1), (), questions)
    return present_questions(found, values="/values", files=None, item_path=None)


@pytest.mark.parametrize(
    ("questions", "sentence"),
    [
        ((), "No question has been answered at a first try in this time."),
        ((question(19),), "1 question answered at a first try, too seldom to say more."),
        (
            (question(20), question(3)),
            "2 questions answered at a first try, 1 of them too seldom to say."
            " Every wrong option of the others was chosen by 5 in 100 people or more.",
        ),
        (
            (question(20, "a"), question(20, "a", "b", is_key_rare=True)),
            "2 questions answered at a first try, 0 of them too seldom to say."
            " 2 have wrong options that fewer than 5 in 100 people chose: think of better ones."
            " 1 question has a right answer that fewer than 5 in 100 people chose: check that the right option is"
            " marked.",
        ),
    ],
)
def test_the_sentence_claims_nothing_of_what_was_answered_too_seldom(
    questions: tuple[QuestionInsight, ...], sentence: str
) -> None:
    assert present(*questions).sentence == sentence


def test_a_row_names_wrong_options_and_a_right_answer_that_may_be_marked_wrongly() -> None:
    rows = present(question(20), question(20, "a"), question(20, "a", is_key_rare=True)).rows
    assert [row[-1].text for row in rows] == [
        "",
        "1 of 3 wrong options: “a”",
        "The right answer: it may be marked wrongly. 1 of 3 wrong options: “a”",
    ]
