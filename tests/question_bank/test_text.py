import pytest

from question_bank.text import fold_for_match, fold_space, sentences


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  two   words ", "two words"),
        ("tab\tand\xa0no-break\r\nbreak", "tab and no-break break"),
        ("", ""),
        (" \xa0\t\n", ""),
    ],
)
def test_white_space_of_every_kind_becomes_one_blank(text: str, folded: str) -> None:
    assert fold_space(text) == folded


def test_quotation_marks_and_dashes_compare_equal_in_any_form() -> None:
    assert fold_for_match("‘Mersey Care’s’ – “co\u2011production”") == "'Mersey Care's' - \"co-production\""


def test_folding_for_a_match_keeps_the_case_and_drops_what_cannot_be_seen() -> None:
    assert fold_for_match("Our\u200b Va\u00adlues") == "Our Values"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two? Three", ("One.", "Two?", "Three")),
        ("We ask, e.g. A nurse. Then we act.", ("We ask, e.g. A nurse.", "Then we act.")),
        ("He said “stop.” We stopped.", ("He said “stop.”", "We stopped.")),
        ("Version 2.5 is out. it stays", ("Version 2.5 is out. it stays",)),
        ("Wait... What now?", ("Wait...", "What now?")),
        ("", ()),
    ],
)
def test_text_is_cut_into_sentences(text: str, parts: tuple[str, ...]) -> None:
    assert sentences(text) == parts


def test_every_sentence_stands_in_the_folded_text() -> None:
    text = "First\n line.  Second\tline!  Third."
    assert all(part in fold_space(text) for part in sentences(text))
    assert " ".join(sentences(text)) == fold_space(text)
