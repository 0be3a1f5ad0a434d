import pytest

from question_bank.reader.lines.strung_names import announced_number, names_in_line, names_in_sentence
from question_bank.reader.lines.unit import split_lines


def strung(sentence: str, *known: str) -> list[str]:
    """The names found in a sentence."""
    (unit,) = split_lines(sentence)
    return [name.text for name in names_in_sentence(unit, known)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Our four values are: Open, Patient, Kind and Bold.", ["Open", "Patient", "Kind", "Bold"]),
        ("Our values – Open, Patient & Kind – guide us", ["Open", "Patient", "Kind"]),
        ("Staff live the Common Values – Open, Give and Take, and Kind.", ["Open", "Give and Take", "Kind"]),
        ("We have four values. These are: open,patient, kind and bold.", ["open", "patient", "kind", "bold"]),
        ("Our two values are Open and Kind.", ["Open", "Kind"]),
        ("Open, Patient and Kind are our values.", ["Open", "Patient", "Kind"]),
        ("Our values: Open  Patient  Kind", ["Open", "Patient", "Kind"]),
        ("Our values are at the heart of what we do: Open, Patient, Kind", ["Open", "Patient", "Kind"]),
    ],
)  # fmt: skip
def test_names_are_taken_from_a_sentence_on_values(sentence: str, names: list[str]) -> None:
    assert strung(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Our values were Speed, Size and Shine.",
        "Our values are shared by nurses, doctors and porters.",
        "Our values are at the heart of all that we do.",
        "Our priorities are: beds, staff and money.",
        "Our values are Open and Kind.",
        "The values are one means of bringing it about, if we keep them in mind, in all we do.",
        "",
    ],
)
def test_other_sentences_name_nothing(sentence: str) -> None:
    assert [names_in_sentence(unit) for unit in split_lines(sentence)] in ([], [()])


def test_known_names_and_the_announced_number_settle_an_and() -> None:
    sentence = "Our three values are Open, Kind and Give and Take."
    assert strung(sentence, "give and take") == ["Open", "Kind", "Give and Take"]
    assert strung("Our values are Open, Kind, Give and Take.", "give and take") == ["Open", "Kind", "Give and Take"]
    assert strung("Our two values are Open, Give and Take.") == ["Open", "Give and Take"]


def test_a_line_of_nothing_but_names_is_cut() -> None:
    (unit,) = split_lines("Open | Patient | Kind")
    assert [name.text for name in names_in_line(unit)] == ["Open", "Patient", "Kind"]
    (prose,) = split_lines("When people ring, somebody answers, and that is that")
    assert names_in_line(prose) == ()


def test_the_announced_number_is_read_in_words_and_figures() -> None:
    assert announced_number("Our three core values") == 3
    assert announced_number("the 5 values") == 5
    assert announced_number("our values") is None
