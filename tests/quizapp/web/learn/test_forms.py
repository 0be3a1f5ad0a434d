from werkzeug.datastructures import MultiDict

from quizapp.assessment.remarks import RemarkReason
from quizapp.web.learn.forms import MOST_LINES, read_answer, read_reason, read_token


def test_one_choice_and_several_come_under_one_name() -> None:
    assert read_answer(MultiDict([("answer", "a")])).chosen == ("a",)
    assert read_answer(MultiDict([("answer", "a"), ("answer", "b")])).chosen == ("a", "b")
    assert read_answer(MultiDict()).chosen == ()


def test_lines_to_match_come_in_their_order_with_the_empty_ones() -> None:
    sent = MultiDict([("answer-2", ""), ("answer-1", "a"), ("answer-3", "c")])
    assert read_answer(sent).chosen == ("a", "", "c")


def test_more_lines_than_any_question_has_are_not_read() -> None:
    sent = MultiDict([(f"answer-{number}", "a") for number in range(1, 200)])
    assert len(read_answer(sent).chosen) == MOST_LINES


def test_only_a_token_of_ours_is_taken() -> None:
    assert read_token(MultiDict({"token": "Ab3_-Ab3_-Ab3"})) == "Ab3_-Ab3_-Ab3"
    for spoilt in ("", "short", "with blank inside", "x" * 65, "line\nline\nline", "naïve-naïve"):
        assert read_token(MultiDict({"token": spoilt})) not in (spoilt, read_token(MultiDict({"token": spoilt})))
    assert len(read_token(MultiDict())) >= 8


def test_only_a_reason_of_the_list_is_taken() -> None:
    assert read_reason(MultiDict({"unclear": "several-right"})) is RemarkReason.SEVERAL_RIGHT
    assert [read_reason(MultiDict(sent)) for sent in ({}, {"unclear": "ugly"}, {"unclear": ""})] == [None] * 3
