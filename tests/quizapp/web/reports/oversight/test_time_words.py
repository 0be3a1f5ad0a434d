import pytest

from quizapp.services.reports.oversight.staff_time import StaffTime
from quizapp.web.reports.oversight.time_words import duration, present_time
from tests.quizapp.web.scenes.rows import HEAD


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 minutes"),
        (29, "0 minutes"),
        (30, "1 minute"),
        (600, "10 minutes"),
        (7199, "120 minutes"),
        (7200, "2 hours"),
        (9000, "3 hours"),
        (3_847_200, "1,069 hours"),
    ],
)
def test_time_in_words_is_to_the_nearest_minute_or_hour(seconds: int, words: str) -> None:
    assert duration(seconds) == words


def test_asking_everybody_again_has_a_price() -> None:
    found = StaffTime(HEAD, 0, 0, 0, None, (), in_post=6412, requiz_seconds=600, is_measured=False)
    page = present_time(found, learning="/learning", files=None)
    assert page.sentence == "Nobody has answered a question yet."
    assert page.cost == (
        "Asking staff of every type who are in post again would ask 6,412 people for about 10 minutes each: about 1,069"
        " hours."
        " The 10 minutes are what a quiz is meant to take, until 10 people have taken it."
    )


def test_a_total_is_of_the_average_and_speaks_of_the_same_staff_as_the_times() -> None:
    found = StaffTime(HEAD, 10, 12, 6840, 360, (), in_post=10, requiz_seconds=684, is_measured=True)
    page = present_time(found, learning="/learning", files=None)
    assert page.sentence == (
        "10 people have spent 114 minutes on this quiz: staff of every type, those who have left since among them."
    )
    assert page.cost == (
        "Asking staff of every type who are in post again would ask 10 people: at the average so far of 11 minutes a"
        " person, all tries together, about 114 minutes."
    )
