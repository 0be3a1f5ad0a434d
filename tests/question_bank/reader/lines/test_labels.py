import pytest

from question_bank.reader.lines.labels import without_labels
from question_bank.reader.lines.unit import split_lines


def bare(text: str) -> list[str]:
    """The lines without their labels."""
    return [unit.text for unit in without_labels(split_lines(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Value 1: Openness\nWe say so.\nValue 2: Patience\nWe wait.",
        "What do we mean by Openness?\nWe say so.\nWhat do we mean by Patience?\nWe wait.",
        "What does Openness look like at work?\nWe say so.\nWhat does Patience look like at work?\nWe wait.",
    ],
)
def test_what_is_printed_around_every_name_is_taken_off(text: str) -> None:
    assert bare(text) == ["Openness", "We say so.", "Patience", "We wait."]


@pytest.mark.parametrize(
    "text", ["Value 1: Openness\nWe say so.", "What does this mean?\nWe say so.\nWhat does it look like?\nWe wait."]
)
def test_a_label_that_stands_once_or_names_nothing_stays(text: str) -> None:
    assert bare(text) == text.split("\n")
