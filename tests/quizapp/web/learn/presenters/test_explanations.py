from question_bank.model import Kind
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.assessment.remarks import RemarkReason
from quizapp.assessment.scoring import Mark
from quizapp.services.attempts.papers import Place
from quizapp.services.attempts.questions import ChoiceExplained, Explanation, PairExplained, Question, Quote
from quizapp.web.learn.presenters.explanations import REASONS, ExplanationPage, present_explanation

LINE = Quote(7, "listen to those around us")
OTHER_LINE = Quote(9, "ask for help")


def option(text: str, *, correct: bool = False, chosen: bool = False, why: str | None = None) -> ChoiceExplained:
    return ChoiceExplained(text, correct, chosen, why or f"Reason for {text}.")


def explain(
    *choices: ChoiceExplained,
    mark: Mark,
    pairs: tuple[PairExplained, ...] = (),
    quotes: tuple[Quote, ...] = (LINE,),
    position: int = 3,
) -> ExplanationPage:
    question = Question(position, 8, Kind.SINGLE, "Which value?", (), (), 1)
    explanation = Explanation(mark, True, choices, pairs, quotes, ("Candour",), "Our page", None)
    place = Place(5, Mode.LEARN, question, ("a",), 1, explanation, is_submitted=False)
    return present_explanation(place, explanation)


KEY = "Our page lists this under “Candour”: “listen to those around us”."


def test_a_right_answer_is_called_right_and_given_its_line() -> None:
    page = explain(option("Candour", correct=True, chosen=True, why=KEY), option("Thrift"), mark=Mark(1, 1, 1))
    assert (page.heading, page.words, page.title) == ("That is right", "", "That is right: question 3 of 8")
    assert [(one.mark, one.label) for one in page.options] == [
        ("right", "You chose this. It is right."),
        ("open", None),
    ]
    assert (page.why, page.source.lines[0].text) == ("Our page lists this under “Candour”:", LINE.text)
    assert page.rest == (("Thrift", "Reason for Thrift."),)


def test_a_wrong_answer_is_told_where_it_belongs_and_what_is_right() -> None:
    page = explain(
        option("Candour", correct=True, why=KEY), option("Thrift", chosen=True), option("Care"), mark=Mark(0, 0, 1)
    )
    assert (page.heading, page.verdict) == ("Not quite", "wrong")
    assert [one.label for one in page.options] == [
        "This is the right answer.",
        "You chose this. It is not right.",
        None,
    ]
    assert page.options[1].why == "Reason for Thrift."
    assert [text for text, _ in page.rest] == ["Care"]


def test_each_reason_is_given_once() -> None:
    page = explain(option("Candour", correct=True), option("Thrift", chosen=True), option("Care"), mark=Mark(0, 0, 1))
    said = [page.why, *(one.why for one in page.options), *(why for _, why in page.rest)]
    reasons = [reason for reason in said if reason]
    assert sorted(reasons) == ["Reason for Candour.", "Reason for Care.", "Reason for Thrift."]


def test_partly_right_is_said_and_counted_in_parts() -> None:
    page = explain(
        option("one", correct=True, chosen=True, why=KEY),
        option("two", correct=True, why="Our page lists this under “Thrift”: “ask for help”."),
        option("three", chosen=True),
        mark=Mark(0, 1, 2),
        quotes=(LINE, OTHER_LINE),
    )
    assert page.heading == "Partly right"
    assert page.words == "You found 1 of 2. You need both for this question to count."
    assert [one.label for one in page.options] == [
        "You chose this. It is right.",
        "This is right too. You did not choose it.",
        "You chose this. It is not right.",
    ]
    assert [one.why for one in page.options][:2] == [
        "Our page lists this under “Candour”.",
        "Our page lists this under “Thrift”.",
    ]
    assert (page.why_heading, page.why, len(page.source.lines)) == ("What our page says", None, 2)


def test_finding_every_part_is_said() -> None:
    page = explain(option("a", correct=True, chosen=True), option("b", correct=True, chosen=True), mark=Mark(1, 2, 2))
    assert (page.heading, page.words) == ("That is right", "You found all 2.")


def test_finding_no_part_is_not_quite() -> None:
    page = explain(option("a", correct=True), option("b", correct=True), option("c", chosen=True), mark=Mark(0, 0, 2))
    assert page.words == "The right answers are below. You need both for this question to count."


def test_a_reason_shared_by_all_right_answers_is_given_below_them() -> None:
    page = explain(
        option("a", correct=True, chosen=True, why=KEY), option("b", correct=True, why=KEY), mark=Mark(0, 1, 2)
    )
    assert [one.why for one in page.options] == [None, None]
    assert page.why == "Our page lists this under “Candour”:"


def test_a_line_matched_wrongly_is_told_where_its_choice_belongs() -> None:
    page = explain(
        option("Candour", correct=True, chosen=True),
        option("Thrift", correct=True),
        option("Care", chosen=True, why="No line here belongs to it."),
        mark=Mark(0, 0, 2),
        pairs=(PairExplained("we listen", "Candour", "Care"), PairExplained("we save", "Thrift", "Candour")),
    )
    assert [(line.chosen, line.right) for line in page.lines] == [("Care", "Candour"), ("Candour", "Thrift")]
    assert [line.why for line in page.lines] == [
        "No line here belongs to it.",
        "“Candour” goes with another line here: “we listen”.",
    ]
    assert (page.options, page.rest_heading, len(page.rest)) == ((), "Where each answer belongs", 3)


def test_a_line_matched_rightly_needs_no_more_words() -> None:
    page = explain(
        option("Candour", correct=True, chosen=True),
        mark=Mark(1, 1, 1),
        pairs=(PairExplained("we listen", "Candour", "Candour"),),
    )
    assert [(line.mark, line.right, line.why) for line in page.lines] == [("right", None, None)]


def test_the_last_explanation_leads_to_the_result() -> None:
    choice = option("Candour", correct=True, chosen=True)
    last, before = (explain(choice, mark=Mark(1, 1, 1), position=position) for position in (8, 7))
    assert (last.next_position, last.next_text) == (None, "See your result")
    assert (before.next_position, before.next_text) == (8, "Next question")


def test_every_explained_question_can_be_called_unclear_for_a_reason_of_the_list() -> None:
    page = explain(option("Candour", correct=True, chosen=True), mark=Mark(1, 1, 1), position=4)
    assert (page.unclear.position, page.unclear.error, page.unclear.problems) == (4, None, [])
    assert [choice.value for choice in page.unclear.choices] == [reason.value for reason in RemarkReason]
    assert set(REASONS) == set(RemarkReason)
    assert page.unclear.choices[0].text == "The words are hard to understand"
