from dataclasses import replace
from datetime import date

import pytest

from quizapp.services.attempts.boosters.booster_links import BoosterState, BoosterView
from quizapp.web.learn.presenters.boosters import present_done, present_invitation, present_waiting

BOOSTER = BoosterView(
    token="t",
    state=BoosterState.OPEN,
    name="Dr Asha Rahman",
    organisation_name="Fernbrook Trust",
    count=2,
    next_position=1,
    next_on=date(2026, 9, 22),
)


def test_the_invitation_names_nobody_in_full() -> None:
    page = present_invitation(BOOSTER)
    assert (page.first_name, page.organisation, page.position) == ("Asha", "Fernbrook Trust", 1)
    assert page.words[0].startswith("We have 2 questions for you about our values.")
    assert present_invitation(replace(BOOSTER, count=1)).words[0].startswith("We have 1 question for you")


@pytest.mark.parametrize(
    ("booster", "words"),
    [
        (BOOSTER, "You have answered both questions. The next ones come around 22 September 2026."),
        (replace(BOOSTER, next_on=None), "You have answered both questions. No more will come."),
        (replace(BOOSTER, count=1), "You have answered the question. The next ones come around 22 September 2026."),
    ],
)
def test_after_the_last_answer_one_is_told_what_comes_next(booster: BoosterView, words: str) -> None:
    assert present_done(booster).words[0] == words


def test_a_card_says_how_long_it_takes_and_where_one_is() -> None:
    new, begun = present_waiting([BOOSTER, replace(BOOSTER, next_position=2)])
    assert new.title == "Optional: 2 questions about our values"
    assert (new.button, new.position) == ("Answer the questions", 1)
    assert (begun.button, begun.position) == ("Carry on with the questions", 2)
