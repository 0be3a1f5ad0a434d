from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import concerns, read


def test_a_value_without_a_list_among_values_with_lists_is_asked_about() -> None:
    page = read("Our values\n\nOpen\n\n• ring back\n\nKind\n\n• smile at people\n\nBold\n\nWe aim high.")
    (concern,) = concerns(page, ConcernKind.NO_BEHAVIOURS)
    assert "“Bold”" in concern.message


def test_values_without_any_behaviours_are_asked_about_once() -> None:
    assert len(concerns(read("Our values\n• Open\n• Kind"), ConcernKind.NO_BEHAVIOURS)) == 1


def test_items_that_need_their_opening_are_asked_about_once_for_each_value() -> None:
    page = read("Our values\nOpen\nWe do so:\n• by ringing back\n• by writing it down\nKind\n• smile at everybody")
    (concern,) = concerns(page, ConcernKind.FRAGMENT)
    assert concern.line == 4
    assert "“by ringing back” (and 1 more)" in concern.message


def test_names_that_do_not_agree_in_order_are_not_proposed() -> None:
    page = read(
        "Our values are: Open, Kind and Bold.\n\n• aim high\n• go far\n\n\nOpen\n• ring back\n\nKind\n• smile at all"
    )
    assert not any("Is it “" in concern.message for concern in concerns(page, ConcernKind.LOST_HEADING))


def test_a_page_that_ends_whole_is_not_asked_about() -> None:
    assert concerns(read("Our values\nOpen\n• We ring back.\n• We write it down."), ConcernKind.FRAGMENT) == []


def test_fewer_values_than_the_page_announces_are_asked_about() -> None:
    page = read("Our five values\n\nOpen\nWe say so.\n\nKind\nWe smile.")
    (concern,) = concerns(page, ConcernKind.LOST_HEADING)
    assert "5 values, but only 2" in concern.message
