import re

from tests.quizapp.web.scenes.shell_app import EVERYTHING, STAFF, client_of

LINK = re.compile(r'<li><a href="([^"]+)"( aria-current="page")?>([^<]+)</a></li>')


def test_the_row_leaves_out_pages_that_are_not_there_and_marks_the_one_that_is_shown() -> None:
    page = client_of(EVERYTHING).get("/team").text
    row = page.partition('<nav class="app-sections" aria-label="My team">')[2].partition("</nav>")[0]
    assert LINK.findall(row) == [("/team", ' aria-current="page"', "My team")]


def test_a_page_that_one_may_not_open_is_left_out() -> None:
    address = "/learn"
    assert 'class="app-sections"' in client_of(EVERYTHING).get(address).text
    assert 'class="app-sections"' not in client_of(STAFF).get(address).text
