"""Lines of words that fit."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.output.charts.lettering import width_of, wrap


def test_narrow_letters_are_narrower_than_wide_ones() -> None:
    assert width_of("ill", 16) < width_of("www", 16) < width_of("www", 16, bold=True)
    assert width_of("0", 10) == 5.56


@given(st.text(st.sampled_from("abcdefgh WMil-"), max_size=80), st.integers(40, 300))
def test_every_line_fits_and_no_letter_is_lost(text: str, room: int) -> None:
    lines = wrap(text, 16, room=room)
    assert all(width_of(line, 16) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_words_break_at_blanks_where_they_can() -> None:
    assert wrap("Community nursing, north", 16, room=120) == ["Community", "nursing, north"]
