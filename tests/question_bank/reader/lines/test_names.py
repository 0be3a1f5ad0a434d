import pytest

from question_bank.reader.lines.names import bare_key, find_name, has_prefix, key_of, without_affixes
from question_bank.reader.lines.unit import split_lines


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Family Centered", "family-centred"),
        ("Give & Take", "Give and take"),
        ("Everyone’s care", "Everyone's Care"),
        ("organised", "Organized"),
    ],
)
def test_two_spellings_of_a_name_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_different_names_that_share_a_word_have_different_keys() -> None:
    assert key_of("Care with money") != key_of("Care")


def test_what_every_name_has_is_taken_off() -> None:
    names = without_affixes(split_lines("We are Open\nWe're Patient\nWe work as a CREW"))
    assert [name.text for name in names] == ["Open", "Patient", "CREW"]
    suffixed = without_affixes(split_lines("Openness behaviours\nPatience behaviours"))
    assert [name.text for name in suffixed] == ["Openness", "Patience"]


def test_what_only_some_names_have_stays() -> None:
    names = without_affixes(split_lines("We are Open\nPatience"))
    assert [name.text for name in names] == ["We are Open", "Patience"]


def test_a_single_name_stays_whole() -> None:
    assert [name.text for name in without_affixes(split_lines("We are Open"))] == ["We are Open"]


def test_a_known_name_is_found_in_a_longer_heading() -> None:
    (heading,) = split_lines("Care with money: behaviours")
    found = find_name(heading, {"care", "care with money"})
    assert found is not None
    assert found.text == "Care with money"
    assert find_name(heading, {"car"}) is None


def test_prefixes_are_known() -> None:
    assert has_prefix("We are open")
    assert not has_prefix("We mend")
    assert bare_key("We are... Open behaviours:") == "open"
