import pytest

from question_bank.reader.lines.shapes import (
    bare_name,
    ends_in_dots,
    is_heading_shaped,
    mark_kinds,
    split_at_stop,
    split_name,
)
from question_bank.reader.lines.unit import Kind, Unit, split_lines


def unit(line: str) -> Unit:
    """The one logical line of a text."""
    (only,) = split_lines(line)
    return only


@pytest.mark.parametrize(
    ("line", "name", "meaning"),
    [
        ("Openness – saying so – at once", "Openness", "saying so – at once"),
        ("Family-led care - asking first", "Family-led care", "asking first"),
        ("Patience: waiting for people", "Patience", "waiting for people"),
        ("Patience\xa0—\xa0waiting", "Patience", "waiting"),
    ],
)
def test_a_name_is_cut_from_its_meaning(line: str, name: str, meaning: str) -> None:
    named = split_name(unit(line))
    assert named is not None
    assert (named.name.text, named.meaning.text) == (name, meaning)


@pytest.mark.parametrize(
    "line",
    [
        "Openness",
        "Family-led",
        "We are partners to everyone who comes here - and to their families",
        "be kind – always",
        "We will: ring back",
        "Patience:",
        "Patience –",
    ],
)
def test_other_lines_are_not_cut(line: str) -> None:
    assert split_name(unit(line)) is None


def test_a_name_before_a_full_stop_has_at_most_three_words() -> None:
    assert split_at_stop(unit("Good company. We share rooms.")) is not None
    assert split_at_stop(unit("We share our rooms. We share tools.")) is None


def test_a_heading_loses_the_mark_at_its_end() -> None:
    assert [bare_name(unit(line)).text for line in ("Open:", "Open -", "Open...", "Open")] == ["Open"] * 4
    assert ends_in_dots(unit("Open…"))


@pytest.mark.parametrize("line", ["Openness", "3. Thrift", "Be kind!", "care", "Keep your word..."])
def test_a_short_line_may_be_a_heading(line: str) -> None:
    assert is_heading_shaped(unit(line))


@pytest.mark.parametrize(
    "line",
    [
        "We mend.",
        "open, kind,",
        "What does this mean?",
        "and so on and on",
        "Values poster",
        "Asha Rowe, ward clerk",
        "One two three four five six seven eight nine ten eleven",
    ],
)
def test_a_sentence_a_caption_or_a_person_is_no_heading(line: str) -> None:
    assert not is_heading_shaped(unit(line))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Openness\n• ring back", Kind.HEADING),
        ("Openness:\n• ring back", Kind.HEADING),
        ("This means we:\n• ring back", Kind.STEM),
        ("This means we\n• ring back", Kind.STEM),
        ("What would a visitor see?\n• notes", Kind.STEM),
        ("Behaviours we don't accept\n• lies", Kind.STEM),
        ("How we do this\n• ring back", Kind.STEM),
        ("• ring back\n• wait", Kind.ITEM),
        ("1. ring back\n2. wait", Kind.ITEM),
        ("1. Openness\n• ring back", Kind.HEADING),
        ("We tell people what happened.\n• ring back", Kind.PARAGRAPH),
    ],
)
def test_a_line_has_its_kind_from_its_form_and_the_line_below(text: str, kind: Kind) -> None:
    assert mark_kinds(split_lines(text))[0].kind is kind


def test_captions_printed_again_and_again_open_lists_without_bullets() -> None:
    units = mark_kinds(
        split_lines("Open\nExpect to see\npeople who ring back\nPatient\nExpect to see\npeople who wait")
    )
    assert [unit.kind for unit in units if unit.text == "Expect to see"] == [Kind.STEM, Kind.STEM]


def test_numbers_right_below_one_another_count_a_list() -> None:
    units = mark_kinds(split_lines("Open\n1. Ring back\n2. Write it down\nPatient"))
    assert [unit.kind for unit in units] == [Kind.HEADING, Kind.ITEM, Kind.ITEM, Kind.HEADING]
