from question_bank.reader.lines.shapes import mark_kinds
from question_bank.reader.lines.unit import Kind, split_lines
from question_bank.reader.parts.headings import join_subheadings, settle_headings


def kept(text: str, *announced: str) -> list[str]:
    """The headings that stay names."""
    settled = settle_headings(mark_kinds(split_lines(text)), announced=announced)
    return [unit.text for unit in settled if unit.kind is Kind.HEADING]


def test_short_and_long_lines_by_turns_are_names_and_meanings() -> None:
    assert kept("Open\nWe say what happened\nPatient\nWe wait for the answer") == ["Open", "Patient"]


def test_headings_in_a_row_are_names_alone() -> None:
    assert kept("Open\nPatient\nKind") == ["Open", "Patient", "Kind"]


def test_headings_printed_twice_are_kept_once() -> None:
    assert kept("Open\nOpen\n• ring back\nKind\nKIND\n• smile") == ["Open", "KIND"]


def test_announced_names_decide_where_headings_bear_them_out() -> None:
    assert kept("Open\n• ring back\nLook ahead\n• pack\nKind for all\n• smile", "open", "kind") == ["Open", "Kind"]


def test_announced_names_that_no_heading_bears_out_decide_nothing() -> None:
    assert kept("Open\n• ring back\nKind\n• smile", "bold", "brave", "bright") == ["Open", "Kind"]


def test_a_sentence_among_names_has_lost_its_own() -> None:
    assert kept("Open\n• ring back\nWe aim as high as we can\n• set goals\nKind\n• smile") == ["Open", "Kind"]


def test_dotted_lines_are_joined_only_where_there_are_several() -> None:
    several = "Share...\nWhat you know\nAsk...\nWhat you do not know"
    joined = join_subheadings(mark_kinds(split_lines(several)), source=several)
    assert [(unit.text, unit.kind) for unit in joined] == [
        ("Share... What you know", Kind.ITEM),
        ("Ask... What you do not know", Kind.ITEM),
    ]
    single = "Share...\nWhat you know"
    assert len(join_subheadings(mark_kinds(split_lines(single)), source=single)) == 2


def test_a_short_line_below_a_name_in_capitals_explains_it() -> None:
    units = settle_headings(
        mark_kinds(split_lines("OPEN\nNo secrets here\n\n• ring back\nKIND\nWarm hearts\n\n• smile")), announced=()
    )
    assert [unit.text for unit in units if unit.kind is Kind.HEADING] == ["OPEN", "KIND"]
