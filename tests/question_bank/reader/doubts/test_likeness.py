from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import concerns, read


def test_names_that_mean_nearly_the_same_are_asked_about() -> None:
    page = read("Our values\n• Compassion – we feel with people\n• Caring – we look after them\n• Thrift – we mend")
    (concern,) = concerns(page, ConcernKind.SIMILAR_NAMES)
    assert "“Compassion” (line 2)" in concern.message
    assert "“Caring” (line 3)" in concern.message


def test_lines_of_two_values_that_say_the_same_are_asked_about() -> None:
    page = read(
        """
        Our values
        Openness
        • tell families promptly about mistakes
        Learning
        • report mistakes promptly to families
        • read something new every week
        """
    )
    (concern,) = concerns(page, ConcernKind.AMBIGUOUS_PAIR)
    assert "Line 3" in concern.message
    assert "line 5" in concern.message


def test_lines_of_one_value_may_say_the_same() -> None:
    page = read(
        "Our values\nOpen\n• tell families about mistakes\n• tell families about our mistakes\nKind\n• smile often"
    )
    assert concerns(page, ConcernKind.AMBIGUOUS_PAIR) == []


def test_a_line_with_the_name_of_another_value_is_asked_about() -> None:
    page = read("Our values\nThrift\n• mend with patience and good tools\nPatience\n• wait for the whole answer")
    (concern,) = concerns(page, ConcernKind.AMBIGUOUS_PAIR)
    assert concern.line == 3


def test_an_and_in_a_strung_name_is_asked_about_and_one_in_a_heading_is_not() -> None:
    strung = read("Our values are: Open, Give and Take, and Bold.")
    headed = read("Our values\nGive and take\n• swap shifts fairly\nBold\n• aim high each day")
    assert len(concerns(strung, ConcernKind.AMBIGUOUS_PAIR)) == 1
    assert concerns(headed, ConcernKind.AMBIGUOUS_PAIR) == []


def test_a_page_far_too_long_to_settle_pair_by_pair_is_left_alone() -> None:
    lines = "\n".join(f"Name{number}\n• tell families promptly about mistakes" for number in range(300))
    assert concerns(read("Our values\n" + lines), ConcernKind.AMBIGUOUS_PAIR) == []
