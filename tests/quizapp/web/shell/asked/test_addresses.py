import pytest

from quizapp.web.shell.asked.addresses import address, whole_number


def test_an_address_leaves_empty_values_out_and_quotes_the_rest() -> None:
    assert address("/bank", {"value": "Care & support", "status": ""}) == "/bank?value=Care+%26+support"
    assert address("/bank", {"status": ""}) == "/bank"


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("0", 0), ("999999999", 999_999_999), ("1000000000", None), ("-1", None), ("1.0", None)]
    + [(text, None) for text in ("", None, " 1", "١", "1e3", "0x1")],
)
def test_only_a_plain_number_is_one(text: str | None, number: int | None) -> None:
    assert whole_number(text) == number
