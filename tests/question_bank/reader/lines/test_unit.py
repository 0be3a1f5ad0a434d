import pytest

from question_bank.reader.lines.unit import join_wrapped, split_lines


@pytest.mark.parametrize(
    ("line", "glyph", "words"),
    [
        ("  • ring back", "•", "ring back"),
        ("•ring back", "•", "ring back"),
        ("\t- ring back", "-", "ring back"),
        ("– ring back", "–", "ring back"),
        ("o ring back", "o", "ring back"),
        ("12. ring back", "12.", "ring back"),
        ("2) ring back", "2)", "ring back"),
        ("-ring back", "", "-ring back"),
        ("other things", "", "other things"),
        ("2.5 hours", "", "2.5 hours"),
    ],
)
def test_a_bullet_is_set_apart_from_the_words(line: str, glyph: str, words: str) -> None:
    (unit,) = split_lines(line)
    assert (unit.glyph, unit.raw) == (glyph, words)


def test_lines_are_counted_from_one_over_every_kind_of_break() -> None:
    assert [unit.line for unit in split_lines("a\r\nb\rc\n\nd")] == [1, 2, 3, 5]


def test_offsets_point_into_the_text_as_given() -> None:
    text = "\ufeff one\r\n\t• two \xa0\r\n"
    assert [text[unit.start : unit.end] for unit in split_lines(text)] == ["one", "two"]


def test_blank_lines_above_are_counted_and_rules_are_blank() -> None:
    assert [unit.gap for unit in split_lines("a\n\n \xa0\nb\n----\nc")] == [0, 2, 1]


def test_a_bullet_on_a_line_of_its_own_belongs_to_the_next_words() -> None:
    (unit,) = split_lines("•\n\nring back")
    assert (unit.glyph, unit.raw, unit.line) == ("•", "ring back", 3)


def joined(text: str) -> list[str]:
    """The logical lines of a text."""
    return [unit.text for unit in join_wrapped(split_lines(text), source=text)]


@pytest.mark.parametrize(
    "text",
    [
        "• ring the family\n    back on the same day",
        "• ring the family\nback on the same day",
        "  • ring the family of everybody we look after\n      Fernbrook has many",
    ],
)
def test_a_wrapped_item_is_joined(text: str) -> None:
    assert len(joined(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "• ring the family\nPatience",
        "• ring the family.\nback",
        "  • Patience\n    We wait for people",
        "• ring the family\n\n    back",
        "• We will:\n    ring back",
        "Openness\nringing back",
        "We will:\nring back on the very same day that it happened\nwrite it down",
    ],
)
def test_a_line_of_its_own_is_not_joined(text: str) -> None:
    assert len(joined(text)) == len([line for line in text.split("\n") if line])


def test_a_paragraph_broken_to_a_column_is_joined() -> None:
    lines = [
        "We tell people what happened, on the day it happened, and",
        "in words that they know, and we ask them what they want to",
        "know next. We write down what we said, so that the next",
        "shift can go on from there.",
    ]
    assert joined("\n".join(lines)) == [" ".join(lines)]


def test_a_cut_line_keeps_its_place() -> None:
    text = "x\nring the\n  family back"
    unit = join_wrapped(split_lines(text), source=text)[1].until(split_lines(text)[2], source=text)
    piece = unit.cut(unit.raw.index("family"))
    assert (piece.line, piece.start, piece.text) == (3, text.index("family"), "family back")
