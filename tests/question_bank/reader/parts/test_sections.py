from question_bank.reader.lines.bare_lists import mark_bare_lists
from question_bank.reader.lines.shapes import mark_kinds
from question_bank.reader.lines.unit import split_lines
from question_bank.reader.lines.wording import Role
from question_bank.reader.parts.sections import split_parts


def outline(text: str) -> list[tuple[Role, str | None, list[str]]]:
    """Role, heading and lines of each part that has any."""
    parts = split_parts(mark_bare_lists(mark_kinds(split_lines(text))))
    return [
        (part.role, part.heading.text if part.heading else None, [unit.text for unit in part.units])
        for part in parts
        if part.heading or part.units
    ]


def test_headings_part_the_page() -> None:
    assert outline("Our vision\nNobody waits.\nOur aims\n• beds\nOur values\n• Open\n• Kind") == [
        (Role.VISION, "Our vision", ["Nobody waits."]),
        (Role.OTHER, "Our aims", ["beds"]),
        (Role.VALUES, "Our values", ["Open", "Kind"]),
    ]


def test_an_unknown_heading_below_values_may_be_a_name_and_stays() -> None:
    ((role, _, lines),) = outline("Our values\nOpenness\n• ring back")
    assert (role, lines) == (Role.VALUES, ["Openness", "ring back"])


def test_a_label_and_what_it_says_are_parted() -> None:
    assert outline("Our vision: nobody waits") == [(Role.VISION, "Our vision", ["nobody waits"])]


def test_a_lead_in_opens_the_values() -> None:
    parts = outline("Why we exist\nPeople need us.\n\nOur values are at the heart of it.\n\nOpenness\n• ring back")
    assert [role for role, _, _ in parts] == [Role.OTHER, Role.VALUES]


def test_a_sentence_on_values_before_their_heading_opens_nothing() -> None:
    parts = outline("Our vision\nNobody waits.\nOur values bring it about.\nOur values\n• Open\n• Kind")
    assert [role for role, _, _ in parts] == [Role.VISION, Role.VALUES]


def test_a_caption_printed_again_and_again_is_no_heading() -> None:
    ((role, _, lines),) = outline("Our values\nOpenness\nBehaviours\n• ring back\nPatience\nBehaviours\n• wait")
    assert role is Role.VALUES
    assert lines == ["Openness", "Behaviours", "ring back", "Patience", "Behaviours", "wait"]


def test_vision_and_values_are_the_values_where_nothing_else_is() -> None:
    assert [role for role, _, _ in outline("Our vision and values\n• Open\n• Kind")] == [Role.VALUES]


def test_a_short_line_with_nothing_below_it_is_text_of_the_part_above() -> None:
    assert outline("Contact us\nRing 01234 567890") == [(Role.OTHER, "Contact us", ["Ring 01234 567890"])]
