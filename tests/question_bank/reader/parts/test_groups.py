from question_bank.reader.lines.shapes import mark_kinds
from question_bank.reader.lines.unit import split_lines
from question_bank.reader.parts.groups import Group, collect_groups, has_parting_gap


def groups(text: str) -> list[Group]:
    """The groups of a values part."""
    return collect_groups(mark_kinds(split_lines(text)))[1]


def shape(group: Group) -> tuple[str | None, list[str], list[str]]:
    """Name, wanted and unwanted items of a group."""
    name = group.heading.text if group.heading else None
    return name, [unit.text for unit in group.items], [unit.text for unit in group.avoid]


def test_paragraphs_before_the_first_group_are_introduction() -> None:
    intro, found = collect_groups(mark_kinds(split_lines("We live by these.\nOpenness\n• ring back")))
    assert [unit.text for unit in intro] == ["We live by these."]
    assert [shape(group) for group in found] == [("Openness", ["ring back"], [])]


def test_a_paragraph_after_a_list_closes_the_group_unless_a_list_follows() -> None:
    one, other = groups("Openness\n• ring back\n\nBe open.\n\nPatience\n• wait")
    assert [unit.text for unit in one.after] == ["Be open."]
    assert other.definition == []


def test_a_repeated_opening_after_a_list_starts_a_group_without_a_name() -> None:
    found = groups("Openness\nWe will:\n• ring back\nWe will:\n• wait")
    assert [shape(group) for group in found] == [("Openness", ["ring back"], []), (None, ["wait"], [])]


def test_an_unwanted_list_goes_on_with_its_group_over_a_gap() -> None:
    (group,) = groups("Openness\nWe will:\n• ring back\n\n\nWe will not:\n• look away")
    assert shape(group) == ("Openness", ["ring back"], ["look away"])


def test_a_group_knows_its_first_line_and_its_body() -> None:
    (group,) = groups("We mend.\nWe will:\n• swap")
    assert group.first.line == 1
    assert [unit.text for unit in group.body] == ["We mend.", "We will:", "swap"]


def test_even_gaps_between_items_part_nothing() -> None:
    assert not has_parting_gap(split_lines("• a\n\n• b\n\n• c"))
    assert has_parting_gap(split_lines("• a\n• b\n\n\n• c\n• d"))


def test_crosses_mark_what_is_not_wanted() -> None:
    (group,) = groups("Openness\n✓ ring back\n✗ look away")
    assert shape(group) == ("Openness", ["ring back"], ["look away"])


def test_the_sentences_before_an_opening_are_the_meaning_and_do_not_turn_the_list() -> None:
    (group,) = groups("Openness\nWe never hide. This means we will:\n• ring back")
    assert shape(group) == ("Openness", ["ring back"], [])
    assert [unit.text for unit in group.definition] == ["We never hide."]
    assert group.stem is not None
    assert group.stem.text == "This means we will:"


def test_lists_with_different_openings_share_none() -> None:
    one, other = groups(
        "Openness\nWe will:\n• ring back\nIn practice:\n• write it down\n"
        "Patience\nWe will:\n• wait\nIn practice:\n• count to ten"
    )
    assert shape(one) == ("Openness", ["ring back", "write it down"], [])
    assert (one.stem, other.stem) == (None, None)
    assert [unit.text for unit in one.loose] == ["We will:", "In practice:"]


def test_another_opening_after_a_list_that_stands_once_starts_a_group_without_a_name() -> None:
    found = groups("Openness\nWe will:\n• ring back\nWe always:\n• wait\nPatience\nWe will:\n• count to ten")
    assert [shape(group)[0] for group in found] == ["Openness", None, "Patience"]
