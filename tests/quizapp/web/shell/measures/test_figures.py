from dataclasses import replace

import pytest

from quizapp.assessment.measures import Overdue, Share
from quizapp.web.shell.measures.figures import headline, present_figures
from quizapp.web.shell.measures.numbers import PeopleLinks
from tests.quizapp.web.scenes.rows import MEASURES, NOBODY

LINKS = PeopleLinks("/people", 3)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Share(8, 11), "8 of 11 people who were due have passed."),
        (Share(1, 3), "1 of 3 people who were due has passed."),
        (Share(6412, 7012), "6,412 of 7,012 people who were due have passed."),
        (Share(0, 0), "No one was due yet."),
    ],
)
def test_the_headline_is_a_count_of_a_count(share: Share, words: str) -> None:
    assert headline(share) == words


def test_the_measures_of_the_worked_example_in_words() -> None:
    figures = {figure.title: figure for figure in present_figures(MEASURES, LINKS)}
    assert [(title, figure.figure.text) for title, figure in figures.items()] == [
        ("Compliance", "72.7%"),
        ("Rate as ESR counts it", "62.5%"),
        ("Completion", "73.3%"),
        ("Overdue", "3"),
        ("Not due yet", "4"),
        ("On long-term absence", "1"),
    ]
    compliance = figures["Compliance"]
    assert compliance.part is not None
    assert compliance.whole is not None
    assert (compliance.part.text, compliance.part.href) == ("8", "/people?group=due-passed&quiz=3")
    assert (compliance.whole.text, compliance.whole.href) == ("11", "/people?group=due&quiz=3")
    assert compliance.words == "people who were due hold a valid pass"


def test_who_counts_and_who_is_left_out_make_everybody() -> None:
    for figure in present_figures(MEASURES, LINKS)[:3]:
        (_, part), (_, whole), *left_out, (_, everybody) = figure.counted
        assert int(part.text) <= int(whole.text)
        assert int(whole.text) + sum(int(cell.text) for _, cell in left_out) == int(everybody.text) == 18


def test_overdue_is_shown_by_age_and_its_middle_in_words() -> None:
    overdue = present_figures(MEASURES, LINKS)[3]
    assert [(words, cell.text) for words, cell in overdue.counted] == [
        ("Overdue by 1 to 7 days", "1"),
        ("Overdue by 8 to 28 days", "2"),
        ("Overdue by 29 days and over", "0"),
    ]
    assert overdue.words.endswith("Half of them for 18 days or more.")
    nobody_late = replace(MEASURES, overdue=Overdue(0, 0, 0, 0, None))
    assert present_figures(nobody_late, LINKS)[3].words == "People who were due and hold no valid pass."


def test_nobody_at_all_is_said_and_links_to_nothing() -> None:
    figures = present_figures(NOBODY, LINKS)
    assert [figure.figure.text for figure in figures] == [
        "No one due",
        "No one in post",
        "No one in post",
        "0",
        "0",
        "0",
    ]
    assert all(cell.href is None for figure in figures for _, cell in figure.counted)
