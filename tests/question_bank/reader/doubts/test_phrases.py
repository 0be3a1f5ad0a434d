from question_bank.model import Value
from question_bank.reader.doubts.phrases import join_names, label, shorten


def test_a_value_without_a_name_is_told_by_its_line() -> None:
    assert label(Value("Open", 3)) == "“Open”"
    assert label(Value(None, 7)) == "the value without a name (line 7)"


def test_long_lines_are_quoted_by_their_opening_words() -> None:
    assert shorten("one two three") == "one two three"
    assert shorten("one two three four five six seven eight nine") == "one two three four five six seven …"


def test_names_are_strung_together() -> None:
    assert join_names(["Open"]) == "“Open”"
    assert join_names(["Open", "Kind", "Bold"]) == "“Open”, “Kind” and “Bold”"
