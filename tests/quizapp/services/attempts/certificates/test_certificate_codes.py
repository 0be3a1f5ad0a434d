import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.services.attempts.certificates.certificate_codes import new_code, read_code

CODE = "4KD7-M2QP-9XWA"


@pytest.mark.parametrize(
    "typed",
    [CODE, CODE.lower(), "4KD7M2QP9XWA", " 4kd7 m2qp 9xwa\n", "4KD7–M2QP—9XWA", "4KD7 - M2QP - 9XWA", "4K-D7M2-QP9XWA"],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == CODE


@pytest.mark.parametrize(
    "typed",
    ["", "4KD7-M2QP", f"{CODE}A", "4KD7-M2QP-9XW!", "4KD7-M2QP-9XWß", "٤KD7-M2QP-9XWA", "\0" * 12],
)
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


@given(st.text())
def test_what_is_read_has_the_shape_of_a_code(typed: str) -> None:
    code = read_code(typed)
    assert code is None or re.fullmatch(r"[A-Z0-9]{4}(-[A-Z0-9]{4}){2}", code)


def test_new_codes_differ_are_read_as_they_are_and_have_no_letters_that_look_alike() -> None:
    codes = [new_code() for _ in range(500)]
    assert len(set(codes)) == 500
    assert [read_code(code) for code in codes] == codes
    assert not set("".join(codes)) & set("01ILOU")
