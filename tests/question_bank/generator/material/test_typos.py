from question_bank.generator.material.typos import blocked_places
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
