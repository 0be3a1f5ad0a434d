"""What a new edition kept, reworded, moved, added and removed."""

from question_bank.document import shipped_documents
from question_bank.reader import read_file, read_text
from question_bank.reader.changes import ChangeKind, compare

OLD = """Our vision

Warm homes for everybody on the coast.

Our values

Candour

  • we say so on the same day when something goes wrong
  • we write down what we agreed with each other

Thrift

  • we mend things before we buy new ones
  • we share tools with the charities next door
"""


def changes(new: str, *, old: str = OLD) -> list[tuple[ChangeKind, str | None, str | None]]:
    """Kind, old text, new text of whatever was not kept."""
    found = compare(read_text(old), read_text(new))
    return [
        (change.kind, change.old.text if change.old else None, change.new.text if change.new else None)
        for change in found
        if change.kind is not ChangeKind.KEPT
    ]


def test_the_same_page_is_kept_to_the_last_passage() -> None:
    for path in shipped_documents().values():
        page = read_file(path)
        found = compare(page, page)
        assert {change.kind for change in found} == {ChangeKind.KEPT}
        assert len(found) > 15


def test_other_lines_and_other_marks_are_no_change() -> None:
    assert changes("\n\n" + OLD.replace("•", "-")) == []


def test_a_line_that_keeps_most_of_its_words_is_reworded() -> None:
    new = OLD.replace("on the same day when", "within the hour when")
    old_text = "we say so on the same day when something goes wrong"
    assert changes(new) == [(ChangeKind.REWORDED, old_text, "we say so within the hour when something goes wrong")]


def test_a_line_under_another_value_has_moved_even_where_it_was_reworded_too() -> None:
    line = "  • we share tools with the charities next door\n"
    moved = OLD.replace(line, "").replace("each other\n", f"each other\n{line}")
    text = "we share tools with the charities next door"
    assert changes(moved) == [(ChangeKind.MOVED, text, text)]
    reworded = moved.replace("charities next door", "charities round the corner")
    assert [kind for kind, _, _ in changes(reworded)] == [ChangeKind.MOVED]


def test_what_was_added_and_what_was_removed_are_named() -> None:
    new = OLD.replace("we mend things before we buy new ones", "nobody here throws a good chair away")
    assert changes(new) == [
        (ChangeKind.ADDED, None, "nobody here throws a good chair away"),
        (ChangeKind.REMOVED, "we mend things before we buy new ones", None),
    ]


def test_a_value_with_another_name_stays_the_same_value() -> None:
    found = changes(OLD.replace("Thrift", "Good sense"))
    assert found == [(ChangeKind.ADDED, None, "Good sense"), (ChangeKind.REMOVED, "Thrift", None)]


def test_a_heading_that_is_found_again_is_added_and_its_lines_are_kept() -> None:
    assert changes(OLD, old=OLD.replace("Thrift\n", "")) == [(ChangeKind.ADDED, None, "Thrift")]


def test_every_passage_of_both_editions_is_named_once() -> None:
    one, other = (read_file(path) for path in shipped_documents().values())
    found = compare(one, other)
    for page, sides in ((one, [change.old for change in found]), (other, [change.new for change in found])):
        shown = sorted((side.line, side.text) for side in sides if side)
        behaviours = [passage for value in page.values for passage in value.behaviours]
        assert {(passage.line, passage.text) for passage in behaviours} <= set(shown)
        assert len(shown) == len(compare(page, page))


def test_two_long_pages_are_compared_without_comparing_everything_with_everything() -> None:
    lines = [f"  • we keep promise {number} about matter {number * 7}" for number in range(600)]
    long = "Our values\n\nCandour\n\n" + "\n".join(lines)
    assert len(changes(long.replace("promise", "word"), old=long)) == 600
