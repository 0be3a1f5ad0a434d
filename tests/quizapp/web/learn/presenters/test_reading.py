from dataclasses import replace

from quizapp.services.attempts.employment import Employment
from quizapp.services.attempts.learning import QuizCard, ValuesToRead
from quizapp.services.bank.outlines import PageOutline
from quizapp.web.learn.presenters.reading import ReadingPage, present_reading
from tests.quizapp.web.learn.presenters.quiz_cards import NEW, NOT_YET, OPEN, PASSED
from tests.quizapp.web.learn.presenters.sample_results import PAGE


def read(page: PageOutline = PAGE, quiz: QuizCard = NEW) -> ReadingPage:
    return present_reading(ValuesToRead(quiz, page))


def test_every_value_is_told_in_the_words_of_the_page() -> None:
    thrift, candour, _ = read().values
    assert (thrift.name, thrift.definition, thrift.is_ours) == ("Thrift", "we waste nothing", False)
    assert (candour.lead, candour.behaviours) == ("This means we:", ("say what went wrong", "ask"))
    assert candour.more == "The page lists 2 more lines."


def test_a_group_without_a_name_is_given_none_of_the_pages() -> None:
    group = read().values[2]
    assert (group.name, group.is_ours, group.behaviours) == ("More of what we do", True, ("take time to listen",))


def test_a_page_that_says_nothing_we_know_leaves_the_way_on() -> None:
    page = read(replace(PAGE, vision=None, values=()))
    assert page.lead.startswith("This page has no vision and no list of values")
    assert (page.may_start, page.skip, page.button) == (True, None, "Start the quiz")


def test_the_way_on_is_the_one_that_is_open() -> None:
    assert (read().skip, read().button, read().review) == ("Skip to the questions", "Start the quiz", None)
    assert read(quiz=OPEN).button == "Carry on with the quiz"
    assert read(quiz=NOT_YET).review == 9
    for nothing_to_do in (PASSED, replace(NEW, employment=Employment(has_left=True))):
        assert not read(quiz=nothing_to_do).may_start


def test_the_page_is_linked_where_its_address_can_be() -> None:
    assert read().address == "https://trust.example"
    assert read(replace(PAGE, source="ftp://trust.example")).address is None
