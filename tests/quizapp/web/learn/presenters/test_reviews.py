from dataclasses import replace

import pytest

from quizapp.services.attempts.questions import Quote
from quizapp.web.learn.presenters.reviews import present_parts, present_review
from tests.quizapp.web.learn.presenters.sample_results import ABOUT_VISION, MISSED, NOT_YET, PAGE, PASSED


def test_each_missed_value_stands_with_what_the_page_says_and_what_was_missed() -> None:
    candour, rest = present_parts(NOT_YET)
    assert (candour.name, candour.anchor, candour.is_ours) == ("Candour", "part-1", False)
    assert candour.value is not None
    assert candour.value.behaviours == ("say what went wrong", "ask")
    (missed,) = candour.missed
    assert (missed.heading, missed.stem, missed.right) == ("Question 2", ("We ", " it."), ("check",))
    assert missed.source.lines[0].place == "Line 7"
    assert (rest.name, rest.anchor) == ("Our page as a whole", "part-2")
    assert (rest.vision, rest.value, len(rest.missed)) == ("Care that people trust.", None, 1)


def test_a_line_that_stands_above_is_not_printed_once_more() -> None:
    listed = replace(MISSED, quotes=(Quote(8, "say what went wrong"), Quote(7, "we check it")))
    (part,) = present_parts(replace(NOT_YET, missed=(listed,)))
    assert [line.place for line in part.missed[0].source.lines] == ["Line 7"]


def test_values_come_in_the_order_of_the_page() -> None:
    both = replace(NOT_YET, missed=(MISSED, replace(MISSED, value_names=("Thrift",))))
    assert [part.name for part in present_parts(both)] == ["Thrift", "Candour"]


def test_a_question_about_several_values_stands_once_after_them() -> None:
    several = replace(MISSED, value_names=("Candour", "Thrift"))
    thrift, candour, questions = present_parts(replace(NOT_YET, missed=(several,)))
    assert [part.name for part in (thrift, candour)] == ["Thrift", "Candour"]
    assert (thrift.missed, candour.missed) == ((), ())
    assert (questions.name, len(questions.missed)) == ("Questions about several values", 1)


def test_a_value_that_the_page_does_not_name_has_its_questions_alone() -> None:
    (part,) = present_parts(replace(NOT_YET, missed=(replace(MISSED, value_names=("Courage",)),)))
    assert (part.name, part.value, len(part.missed)) == ("Courage", None, 1)


def test_a_question_about_a_group_without_a_name_stands_with_that_group() -> None:
    unnamed = replace(MISSED, value_names=(), quotes=(Quote(9, "take time to listen"),))
    group, rest = present_parts(replace(NOT_YET, missed=(unnamed, ABOUT_VISION)))
    assert (group.name, group.is_ours, len(group.missed)) == ("More of what we do", True, 1)
    assert group.value is not None
    assert group.value.behaviours == ("take time to listen",)
    assert (rest.name, len(rest.missed)) == ("Our page as a whole", 1)


def test_the_vision_is_read_again_only_where_it_was_asked_about() -> None:
    elsewhere = replace(ABOUT_VISION, quotes=(Quote(30, "our plan"),))
    assert present_parts(replace(NOT_YET, missed=(elsewhere,)))[0].vision is None


def test_a_page_without_a_vision_leaves_it_out() -> None:
    found = replace(NOT_YET, missed=(ABOUT_VISION,), page=replace(PAGE, vision=None))
    assert present_parts(found)[0].vision is None


@pytest.mark.parametrize(("number", "offered"), [(1, False), (2, False), (3, True), (7, True)])
def test_from_the_third_time_on_there_is_something_to_talk_about(number: int, offered: bool) -> None:
    page = present_review(replace(NOT_YET, number=number))
    assert bool(page.prompts) is offered
    assert "Take this page to your manager" in page.talk


def test_the_next_try_starts_only_from_the_newest_one_that_did_not_pass() -> None:
    assert present_review(NOT_YET).may_try
    assert not present_review(PASSED).may_try
    earlier = present_review(replace(NOT_YET, number=3, is_newest=False))
    assert (earlier.may_try, earlier.prompts) == (False, ())


def test_several_right_answers_are_announced_as_such() -> None:
    (part,) = present_parts(replace(NOT_YET, missed=(replace(MISSED, right=("a", "b")),)))
    assert part.missed[0].answer_label == "Right answers"


def test_a_review_of_nothing_says_so() -> None:
    page = present_review(replace(PASSED, missed=()))
    assert ("nothing to look at again" in page.lead, page.parts) == (True, ())


def test_the_page_is_linked_where_its_address_can_be() -> None:
    assert present_review(NOT_YET).address == "https://trust.example"
    assert present_review(replace(NOT_YET, page=replace(PAGE, source="javascript:1"))).address is None
