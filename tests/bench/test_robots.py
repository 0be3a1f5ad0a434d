"""No robot that knows only tricks beats chance on the banks we write, and the measure sees one that does."""

from pathlib import Path

import pytest

from bench.robots import CORPUS, Measured, Placed, measure, page_files
from question_bank.checks.measures.robots import Guesses
from question_bank.document import shipped_documents

SHIPPED = tuple(shipped_documents().values())


@pytest.mark.long
def test_no_robot_beats_chance_over_the_banks_of_many_pages() -> None:
    measured = measure([*SHIPPED, *page_files(CORPUS)])
    assert measured.is_enough
    assert [guess.robot for guess in measured.guesses if guess.beats_chance] == []
    assert [place for place in measured.places if place.chance <= 0.01] == []


def test_the_shipped_banks_are_measured_item_by_item() -> None:
    measured = measure(SHIPPED)
    assert measured.pages == 2
    assert {guess.n for guess in measured.guesses} == {measured.items}
    assert sum(sum(place.counts) for place in measured.places) <= 200 * measured.items


def test_a_robot_or_a_place_that_beats_chance_does_not_pass() -> None:
    level = Guesses("first option", 30, 100, 1 / 3), Placed(3, (100, 90, 95), 0.7)
    ahead = Guesses("longest option", 60, 100, 1 / 3), Placed(3, (200, 50, 35), 0.0)
    assert Measured(10, 200, (level[0],), (level[1],)).passes
    assert not Measured(10, 200, (ahead[0],), (level[1],)).passes
    assert not Measured(10, 200, (level[0],), (ahead[1],)).passes
    assert not Measured(9, 200, (), ()).is_enough


def test_a_folder_gives_its_pages_in_order_without_its_notes(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "README.md", "a.json"):
        (tmp_path / name).write_text("Respect", encoding="utf-8")
    assert [file.name for file in page_files(tmp_path)] == ["a.md", "b.txt"]
    assert page_files(tmp_path / "b.txt") == (tmp_path / "b.txt",)
