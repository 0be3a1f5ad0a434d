from question_bank.reader.lines.bare_lists import mark_bare_lists
from question_bank.reader.lines.shapes import mark_kinds
from question_bank.reader.lines.unit import split_lines
from question_bank.reader.lines.wording import Role
from question_bank.reader.parts.sections import split_parts
from question_bank.reader.parts.statements import Statement, find_statement


def statement(text: str, role: Role) -> Statement | None:
    """The vision or mission of a page."""
    parts = split_parts(mark_bare_lists(mark_kinds(split_lines(text))))
    return find_statement(parts, role)


def said(found: Statement) -> str | None:
    """The words of a statement."""
    passage = found.passage()
    return passage.text if passage else None


def test_what_explains_a_vision_is_kept_apart() -> None:
    found = statement("Our vision\nNobody waits.\nThat takes people.\n• nurses", Role.VISION)
    assert found is not None
    assert said(found) == "Nobody waits."
    assert [unit.text for unit in found.rest] == ["That takes people.", "nurses"]


def test_a_mission_given_as_a_list_is_that_list() -> None:
    found = statement("Our mission\nWe exist to:\n• close gaps\n• spend with care\nOur values", Role.MISSION)
    assert found is not None
    assert said(found) == "close gaps spend with care"
    assert [unit.text for unit in found.rest] == ["We exist to:"]


def test_a_mission_inside_a_sentence_ends_with_it() -> None:
    found = statement("About us\nOur mission is to close gaps. We have 40 beds.", Role.MISSION)
    assert found is not None
    assert said(found) == "to close gaps."


def test_quotation_marks_inside_stay() -> None:
    found = statement("Our vision\n“Nobody says ‘wait’ to anybody.”", Role.VISION)
    assert found is not None
    assert said(found) == "Nobody says ‘wait’ to anybody."


def test_a_quoted_word_at_the_start_keeps_its_quotation_marks() -> None:
    found = statement("Our vision\n‘Later’ is no answer.", Role.VISION)
    assert found is not None
    assert said(found) == "‘Later’ is no answer."


def test_a_mention_is_no_statement() -> None:
    assert statement("Our values\nOur vision, mission and goals rest on them.", Role.MISSION) is None
