"""Attempts through the services, on both engines."""

from datetime import timedelta

import pytest
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.services.attempts import answers, learning, papers, results, starts
from quizapp.services.attempts.answers import Outcome, SentAnswer
from quizapp.services.attempts.certificates import completions
from quizapp.services.bank import items
from quizapp.services.errors import Conflict, Invalid, NotFound
from tests.builders import NOW, Scene, add_person, choose, make_bank, set_the_scene, sit


@pytest.fixture
def asha(scene: Scene) -> Actor:
    return add_person(scene, "Asha Rahman")


def assignment_of(actor: Actor) -> int:
    return learning.list_my_quizzes(actor, now=NOW)[0].assignment_id


def start(actor: Actor, token: str = "one") -> int:
    return starts.start_attempt(actor, assignment_of(actor), token=token, now=NOW)


def answer(actor: Actor, attempt_id: int, position: int, *, right: bool = True, token: str = "") -> Outcome:
    chosen = choose(attempt_id, actor, position, right=right)
    sent = SentAnswer(chosen, token or f"{attempt_id}-{position}")
    return answers.answer(actor, attempt_id, position=position, sent=sent, now=NOW).outcome


def test_passing_gives_a_certificate_in_the_same_moment(asha: Actor) -> None:
    result = results.show_result(asha, sit(asha, assignment_of(asha), wrong=1))
    assert (result.score, result.count, result.pass_score, result.passed) == (7, 8, 7, True)
    assert result.certificate_code is not None
    certificate = completions.show_certificate(asha, result.certificate_code, now=NOW).certificate
    assert (certificate.person_name, certificate.quiz_title, certificate.edition) == ("Asha Rahman", "Our values", 1)
    card = learning.show_my_quiz(asha, result.assignment_id, now=NOW)
    assert (card.passed_on, card.certificate_code) == (NOW.date(), result.certificate_code)


def test_one_answer_too_few_is_no_pass(asha: Actor) -> None:
    result = results.show_result(asha, sit(asha, assignment_of(asha), wrong=2))
    assert (result.score, result.passed, result.certificate_code, len(result.missed)) == (6, False, None, 2)


def test_the_same_start_pressed_twice_opens_one_attempt(asha: Actor) -> None:
    assert start(asha, "same") == start(asha, "same")


def test_a_second_tab_is_given_the_attempt_that_is_open(asha: Actor) -> None:
    assert start(asha, "one tab") == start(asha, "another tab")


def test_an_answer_pressed_twice_is_kept_once(asha: Actor) -> None:
    attempt = start(asha)
    chosen = choose(attempt, asha, 1, right=True)
    outcomes = [
        answers.answer(asha, attempt, position=1, sent=SentAnswer(chosen, "press"), now=NOW).outcome for _ in range(2)
    ]
    assert outcomes == [Outcome.SAVED, Outcome.SAVED_BEFORE]


def test_the_first_answer_counts_and_the_second_is_told_so(asha: Actor) -> None:
    attempt = start(asha)
    wrong, right = (choose(attempt, asha, 1, right=flag) for flag in (False, True))
    assert answers.answer(asha, attempt, position=1, sent=SentAnswer(wrong, "a"), now=NOW).outcome is Outcome.SAVED
    late = answers.answer(asha, attempt, position=1, sent=SentAnswer(right, "b"), now=NOW)
    assert (late.outcome, late.onward.position) == (Outcome.ANSWERED_BEFORE, 1)
    explanation = papers.show_place(asha, attempt, position=1).explanation
    assert explanation is not None
    assert explanation.mark.earned == 0


def test_an_answer_to_a_later_place_is_sent_back_to_the_next_one(asha: Actor) -> None:
    attempt = start(asha)
    with pytest.raises(NotFound):
        papers.show_place(asha, attempt, position=3)
    outcome = answers.answer(asha, attempt, position=3, sent=SentAnswer(("x",), "far"), now=NOW)
    assert (outcome.outcome, outcome.onward.position) == (Outcome.NOT_REACHED, 1)


def test_an_answer_that_is_none_of_the_options_is_refused_and_nothing_is_kept(asha: Actor) -> None:
    attempt = start(asha)
    for chosen in ((), ("nonsense",)):
        with pytest.raises(Invalid):
            answers.answer(asha, attempt, position=1, sent=SentAnswer(chosen, "t"), now=NOW)
    assert papers.find_next(asha, attempt).position == 1


def test_nothing_tells_the_key_before_the_answer(asha: Actor) -> None:
    attempt = start(asha)
    place = papers.show_place(asha, attempt, position=1)
    assert place.explanation is None
    assert "The page says so" not in repr(place)
    answer(asha, attempt, 1)
    assert "The page says so" in repr(papers.show_place(asha, attempt, position=1))


def test_a_submitted_attempt_takes_no_more_answers(asha: Actor) -> None:
    attempt = sit(asha, assignment_of(asha))
    late = answers.answer(asha, attempt, position=8, sent=SentAnswer(("x",), "late"), now=NOW)
    assert (late.outcome, results.show_result(asha, attempt).score) == (Outcome.ANSWERED_BEFORE, 8)


def test_leaving_and_coming_back_goes_on_at_the_same_place(asha: Actor) -> None:
    attempt = start(asha)
    answer(asha, attempt, 1)
    first = papers.show_place(asha, attempt, position=2).question
    assert papers.find_next(asha, start(asha, "other device")).position == 2
    assert papers.show_place(asha, attempt, position=2).question == first


def test_a_new_try_is_a_new_paper_with_the_missed_values_first(asha: Actor) -> None:
    first = sit(asha, assignment_of(asha), wrong=3)
    missed = {name for item in results.show_result(asha, first).missed for name in item.value_names}
    with pytest.raises(Conflict, match="Look at what you missed first"):
        starts.start_attempt(asha, assignment_of(asha), token="again", now=NOW)
    second = starts.start_attempt(
        asha, assignment_of(asha), token="again", now=NOW + timedelta(hours=1), reviewed=first
    )
    stems = [stem_of(asha, first, position) for position in range(1, 9)]
    opening = papers.show_place(asha, second, position=1).question.stem
    assert opening not in stems
    assert any(name.lower() in opening for name in missed)


def stem_of(actor: Actor, attempt_id: int, position: int) -> str:
    return papers.show_place(actor, attempt_id, position=position).question.stem


def test_who_has_passed_does_not_start_again(asha: Actor) -> None:
    sit(asha, assignment_of(asha))
    with pytest.raises(Conflict, match="You have passed this quiz"):
        start(asha, "once more")


def test_other_people_and_other_organisations_find_nothing(scene: Scene, asha: Actor) -> None:
    attempt, own_assignment = start(asha), assignment_of(asha)
    ben = add_person(scene, "Ben Cole")
    dev = add_person(set_the_scene("Otherwhere Trust"), "Dev Patel")
    for stranger in (ben, dev):
        with pytest.raises(NotFound):
            papers.show_place(stranger, attempt, position=1)
        with pytest.raises(NotFound):
            answers.answer(stranger, attempt, position=1, sent=SentAnswer(("x",), "t"), now=NOW)
        with pytest.raises(NotFound):
            starts.start_attempt(stranger, own_assignment, token="mine", now=NOW)
        with pytest.raises(NotFound):
            papers.find_next(stranger, attempt)


def test_a_retired_item_is_drawn_no_more_and_finished_attempts_stay(record: Flask) -> None:
    scene = set_the_scene(bank=make_bank(a_value=2), length=8)
    asha, ben = add_person(scene, "Asha Rahman"), add_person(scene, "Ben Cole")
    before = results.show_result(asha, sit(asha, assignment_of(asha)))
    bank = items.show_bank(scene.operator, scene.document_id)
    gone = next(item for item in bank.items if item.code == "candour-0")
    items.retire(scene.operator, gone.id, reason="the page has changed", now=NOW)
    attempt = start(ben)
    stems = []
    for position in range(1, 9):
        stems.append(stem_of(ben, attempt, position))
        answer(ben, attempt, position)
    assert not any("candour-0" in stem for stem in stems)
    assert results.show_result(asha, before.attempt_id) == before


def test_a_token_used_again_on_the_next_question_loses_no_answer(asha: Actor) -> None:
    attempt = start(asha)
    assert [answer(asha, attempt, position, token="the same") for position in (1, 2)] == [Outcome.SAVED] * 2
