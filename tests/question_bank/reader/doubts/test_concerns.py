import re

import pytest

from question_bank.model import ConcernKind
from tests.question_bank.build import shipped_page
from tests.question_bank.reader.reading import read


def test_concerns_stand_in_page_order() -> None:
    page = read(
        "Our values\nOpen\n• tell each others families\n• by ringing\n\n\n• aim high\n• go far\n\n\nKind\n• smile"
    )
    lines = [concern.line for concern in page.concerns]
    assert lines == sorted(lines)
    assert {ConcernKind.LIKELY_TYPO, ConcernKind.FRAGMENT} <= {concern.kind for concern in page.concerns}


@pytest.mark.parametrize("name", ["mersey-care", "nhs-somerset"])
def test_every_concern_is_a_question_that_names_a_line_of_the_page_or_its_values(name: str) -> None:
    page = shipped_page(name)
    assert page.concerns
    for concern in page.concerns:
        assert 1 <= concern.line <= page.text.count("\n") + 1
        assert "?" in concern.message
        assert re.search(r"\bline \d+|page lists its values", concern.message, re.IGNORECASE)


@pytest.mark.parametrize("word", ["failed", "please", "sorry", "easy", "simple", "click", "!"])
def test_no_concern_uses_a_word_that_no_page_of_ours_uses(word: str) -> None:
    page = read("Our values\nOpen\n• by ringing\n\n\n• aim high\n• go far\n\n\nKind\n• smile at the the door")
    messages = " ".join(concern.message for concern in (*page.concerns, *shipped_page("nhs-somerset").concerns))
    assert word not in messages.casefold()
