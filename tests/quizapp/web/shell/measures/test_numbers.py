import pytest

from quizapp.assessment.measures import Share
from quizapp.services.reports.groups import Group
from quizapp.web.shell.measures.numbers import PeopleLinks, share_words

LINKS = PeopleLinks("/people", 3)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Share(8, 11), "72.7%"),
        (Share(9, 10), "90.0%"),
        (Share(8996, 10000), "89.9%"),
        (Share(9, 9), "9 of 9"),
        (Share(0, 1), "0 of 1"),
        (Share(0, 0), "No one due"),
    ],
)
def test_a_percentage_is_cut_and_stands_only_for_ten_people_or_more(share: Share, words: str) -> None:
    assert share_words(share) == words


def test_a_number_opens_its_list_and_says_to_the_ear_what_it_counts() -> None:
    cell = LINKS.of_team(12, "Ward 1").number(1200, Group.OVERDUE, words="overdue")
    assert (cell.text, cell.href, cell.hidden) == (
        "1,200",
        "/people?group=overdue&team=12&quiz=3",
        "overdue, Ward 1",
    )


def test_the_line_without_a_team_has_a_list_too_and_nought_has_none() -> None:
    assert LINKS.of_team(None, "No team").to(Group.DUE) == "/people?group=due&team=0&quiz=3"
    assert LINKS.number(0, Group.DUE, words="due").href is None
