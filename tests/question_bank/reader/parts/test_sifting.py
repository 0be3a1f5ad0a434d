from question_bank.reader.lines.shapes import mark_kinds
from question_bank.reader.lines.unit import split_lines
from question_bank.reader.parts.groups import Group, collect_groups
from question_bank.reader.parts.sifting import (
    drop_acronym,
    drop_opening_list,
    drop_opening_paragraph,
    keep_values,
    trim_last_meaning,
)


def groups(text: str) -> list[Group]:
    """The groups of a values part."""
    return collect_groups(mark_kinds(split_lines(text)))[1]


def names(found: list[Group]) -> list[str | None]:
    """The names of groups."""
    return [group.heading.text if group.heading else None for group in found]


def test_a_list_of_the_introduction_is_dropped() -> None:
    found = groups("They are what we go by each time that we:\n• hire\n• teach\nOpen\n• ring back")
    assert [unit.text for unit in drop_opening_list(found)][1:] == ["hire", "teach"]
    assert names(found) == ["Open"]


def test_a_first_list_with_a_short_opening_has_lost_its_heading() -> None:
    found = groups("This means we:\n• hire\n• teach\nOpen\n• ring back")
    assert drop_opening_list(found) == []
    assert names(found) == [None, "Open"]


def test_a_paragraph_over_the_first_list_is_introduction_where_no_value_has_a_meaning() -> None:
    found = groups("We live by these.\n• wait\n• listen\n\nOpen\n• ring back")
    assert [unit.text for unit in drop_opening_paragraph(found)] == ["We live by these."]
    assert found[0].definition == []


def test_headings_without_a_list_behind_lists_are_other_matter() -> None:
    found = groups("Open\n• ring back\nKind\n• smile\nWorking here\nWe have a nursery.\nBikes\nWe have a shed.")
    kept, others = keep_values(found, announced=(), number=None, is_last=True)
    assert (names(kept), names(others)) == (["Open", "Kind"], ["Working here", "Bikes"])


def test_a_last_value_cut_before_its_list_is_kept() -> None:
    kept, others = keep_values(
        groups("Open\n• ring back\nKind\n• smile\nBold\nWe aim high."), announced=(), number=None, is_last=True
    )
    assert (names(kept), others) == (["Open", "Kind", "Bold"], [])


def test_headings_that_bear_out_no_announced_name_are_other_matter() -> None:
    kept, others = keep_values(
        groups("Parking\nIt is free.\nBikes\nIn the shed."), announced={"open"}, number=None, is_last=True
    )
    assert (kept, names(others)) == ([], ["Parking", "Bikes"])


def test_one_lonely_heading_without_a_list_is_no_value() -> None:
    kept, others = keep_values(groups("Parking\nIt is free."), announced=(), number=None, is_last=True)
    assert (kept, names(others)) == ([], ["Parking"])


def test_what_follows_the_last_meaning_is_not_part_of_it() -> None:
    found = groups("Open\nNo secrets.\nKind\nGentle.\nBold\nAim high.\nRead more in our booklet.")
    trim_last_meaning(found)
    assert [unit.text for unit in found[-1].definition] == ["Aim high."]
    assert [unit.text for unit in found[-1].after] == ["Read more in our booklet."]


def test_a_first_heading_that_the_others_spell_is_no_value() -> None:
    found = groups("T O P\n\nThrift\n• mend\nOpen\n• ring back\nPatient\n• wait")
    assert [unit.text for unit in drop_acronym(found)] == ["T O P"]
    assert names(found) == ["Thrift", "Open", "Patient"]
    assert drop_acronym(found) == []
