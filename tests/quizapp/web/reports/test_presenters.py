from dataclasses import replace

from quizapp.services.reports.reports import OrganisationReport
from quizapp.web.reports.presenters import Paths, Selection, present_nothing, present_organisation, read_selection
from quizapp.web.shell.tables.ordering import Order
from tests.quizapp.web.rows import HEAD, MEASURES, csv_of, files_at

PATHS = Paths("/organisation", files=files_at("/organisation"), people="/people")
REPORT = OrganisationReport(HEAD, MEASURES, ())


def test_the_page_says_what_when_and_for_which_quiz() -> None:
    page = present_organisation(REPORT, Order("overdue", descending=True), paths=PATHS)
    assert (page.caption, page.as_at) == ("Our values", "As at 7.02am on 3 June 2026")
    assert page.sentence == "8 of 11 people who were due have passed."
    assert csv_of(page.downloads) == "/organisation.csv?quiz=3&sort=overdue&order=desc"
    assert [column.text for column in page.columns if column.sort == "descending"] == ["Overdue"]
    assert page.quizzes == ()


def test_several_quizzes_can_be_chosen_from() -> None:
    several = replace(REPORT, head=replace(HEAD, quizzes=((2, "Fire"), (3, "Our values"))))
    page = present_organisation(several, Order("team"), paths=PATHS)
    assert [(choice.value, choice.checked) for choice in page.quizzes] == [("2", False), ("3", True)]


def test_what_an_address_asks_for_is_read() -> None:
    assert read_selection({"quiz": "3", "sort": "share"}) == Selection(3, Order("share"))
    assert read_selection({"quiz": "x", "sort": "x"}) == Selection(None, Order("team"))


def test_before_there_is_a_quiz_there_is_one_sentence() -> None:
    page = present_nothing("No quiz has been published yet.")
    assert (page.sentence, page.figures, page.rows) == ("No quiz has been published yet.", (), ())
