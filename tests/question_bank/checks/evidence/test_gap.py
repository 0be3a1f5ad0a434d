"""The words around a gap, and the run they make with a word in it."""

from question_bank.checks.evidence.case import open_case
from question_bank.checks.evidence.gap import fill, gap_context
from question_bank.model import Kind
from tests.question_bank.build import item


def _context(stem: str) -> str:
    return gap_context(open_case(item(Kind.GAP, stem, []), printed=None, organisation=None))


def test_the_quotation_with_the_gap_is_its_context() -> None:
    assert _context("Complete what stands under “Respect”: “treat ____ well”.") == "treat ____ well"


def test_without_quotation_marks_the_text_after_the_colon_is_the_context() -> None:
    assert _context("Complete the vision: we lead the ____.") == "we lead the ____."


def test_a_word_fills_the_run_around_the_gap_and_no_other() -> None:
    assert fill("in time … with easy ____ to care … and more", "access") == "with easy access to care"
    assert fill("we ____ and ____ well", "work") == "we work and"
    assert fill("no gap here", "access") is None
