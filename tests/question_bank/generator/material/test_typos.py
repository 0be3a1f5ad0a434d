import pytest

from question_bank.generator.material.typos import blocked_places, breaks_off
from question_bank.model import Concern, ConcernKind, Passage, ValuesPage

TEXT = "We want people to live health independent lives, supported by neighbours.\nWe share what we have."


def blocked(message: str, *, line: int = 1, kind: ConcernKind = ConcernKind.LIKELY_TYPO) -> frozenset[int]:
    page = ValuesPage(TEXT, "", concerns=(Concern(kind, line, message),))
    first = TEXT.split("\n")[0]
    return blocked_places(page, Passage(first, 1, 0, len(first)), text=first)


def test_the_slip_and_two_words_on_each_side_are_blocked() -> None:
    assert blocked("Should “health” be “healthy”?") == {3, 4, 5, 6, 7}


def test_words_quoted_around_the_slip_do_not_widen_it() -> None:
    assert blocked("The page says “live health independent”. Should “health” be “healthy”?") == {3, 4, 5, 6, 7}


def test_a_slip_that_is_not_named_blocks_the_passage() -> None:
    assert len(blocked("Something is odd here.")) == 11


def test_a_slip_named_in_another_passage_of_the_line_blocks_nothing() -> None:
    first, second = "We mend before we buy.", "We shar what we have."
    page = ValuesPage(f"{first} {second}", "", concerns=(Concern(ConcernKind.LIKELY_TYPO, 1, "Is “shar” meant?"),))
    assert blocked_places(page, Passage(first, 1, 0, len(first)), text=first) == frozenset()
    assert 1 in blocked_places(page, Passage(second, 1, len(first) + 1, len(page.text)), text=second)


def test_other_lines_and_other_concerns_block_nothing() -> None:
    assert blocked("Should “health” be “healthy”?", line=2) == frozenset()
    assert blocked("“health”", kind=ConcernKind.SIMILAR_NAMES) == frozenset()


@pytest.mark.parametrize(
    ("last", "is_cut"),
    [
        ("learn from councils that are bet", True),
        ("work with the", True),
        ("say when we have made a mistake", False),
        ("greet each guest at the zzgate.", False),
        ("share what we have and mend what we share", False),
    ],
)
def test_a_page_that_ends_inside_a_word_breaks_off(last: str, is_cut: bool) -> None:
    page = ValuesPage(f"{TEXT}\n{last}", "")
    item = Passage(last, 3, len(TEXT) + 1, len(page.text))
    assert breaks_off(page, item) is is_cut


def test_only_the_last_words_of_a_page_without_a_final_line_end_break_off() -> None:
    last = "learn from councils that are bet"
    for text in (f"{last}\n{TEXT}", f"{last}\n"):
        assert not breaks_off(ValuesPage(text, ""), Passage(last, 1, 0, len(last)))
