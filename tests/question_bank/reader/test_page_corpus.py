"""A folder of invented pages of every kind, each with a reading by hand, and how near the reader comes to it."""

from bench.reader import PAGES
from bench.reader_score import score_folder


def test_the_example_pages_are_read_as_a_person_reads_them() -> None:
    score = score_folder(PAGES)
    assert score.pages >= 24
    assert (score.crashes, score.misattached, score.avoid_as_wanted, score.spurious) == (0, 0, 0, 0), score.notes
    assert score.value_f1 >= 0.97, score.notes
    assert score.behaviour_f1 >= 0.97, score.notes
    assert score.unwanted_f1 >= 0.97, score.notes
    assert min(score.visions, score.missions) >= 0.95 * score.pages, score.notes
