"""How near is too near, for options and for items."""

from dataclasses import replace

from question_bank.checks.evidence.case import open_case
from question_bank.checks.rules.likeness import clash, duplicates
from question_bank.model import Item, Kind, Proof
from tests.question_bank.build import item, right, wrong

KEY = "alpha bravo charlie delta echoes foxtrot golfs"
NEAR = "alpha hotel indigo juliet kilos limas mikes novembers"  # one stem of fourteen: 0.071
FAR = "alpha hotel indigo juliet kilos limas mikes novembers oscars"  # one of fifteen: 0.067


def _clashes(kind: Kind, key: str, other: str, proof: Proof = Proof.OTHER_VALUE) -> int:
    asked = item(kind, "Which?", [right(key), wrong(other, proof)])
    return len(list(clash(open_case(asked, printed=None, organisation=None))))


def test_a_fourteenth_of_the_stems_is_too_near_and_a_fifteenth_is_not() -> None:
    assert _clashes(Kind.SINGLE, KEY, NEAR) == 1
    assert _clashes(Kind.SINGLE, KEY, FAR) == 0


def test_short_options_matching_items_and_unwanted_conduct_do_not_clash() -> None:
    assert _clashes(Kind.SINGLE, KEY, "alpha bravo charlie") == 0
    assert _clashes(Kind.MATCHING, KEY, NEAR) == 0
    assert _clashes(Kind.SINGLE, KEY, NEAR, Proof.NOT_WANTED) == 0


def _item(number: int, stem: str, key: str = "x", kind: Kind = Kind.SINGLE) -> Item:
    return replace(item(kind, stem, [right(key), wrong("y", Proof.OTHER_VALUE)]), id=f"i{number}")


def test_the_later_of_two_items_that_ask_the_same_is_the_duplicate() -> None:
    stem = "Which value means thanking colleagues before lunch?"
    items = [_item(1, stem), _item(2, stem.replace("before", "after")), _item(3, stem.replace("lunch", "supper"))]
    assert list(duplicates(items, organisation=None)) == [1]


def test_another_key_or_another_kind_makes_another_item() -> None:
    items = [_item(1, "Which?"), _item(2, "Which?", key="z"), _item(3, "Which?", kind=Kind.MULTIPLE)]
    assert duplicates(items, organisation=None) == {}


def test_the_order_of_options_does_not_make_another_item() -> None:
    first = _item(1, "Which?")
    assert list(duplicates([first, replace(_item(2, "Which?"), options=first.options[::-1])], organisation=None)) == [1]


def test_an_id_stands_for_one_item() -> None:
    assert list(duplicates([_item(1, "Which?"), _item(1, "Who?", key="z")], organisation=None)) == [1]


def test_stems_without_content_are_alike_in_any_order_and_with_numbers_in_figures() -> None:
    said = "Select the TWO phrases that come from Mersey Care’s vision."
    for other in (
        "Select the 2 phrases that come from Mersey Care’s vision.",
        "Choose the two phrases that come from the vision of Mersey Care.",
    ):
        assert list(duplicates([_item(1, said), _item(2, other)], organisation="Mersey Care")) == [1]
    quoted = [_item(1, "Who says “we act”?"), _item(2, "Who says “we do”?")]
    assert duplicates(quoted, organisation=None) == {}


def test_statements_without_content_are_alike_by_their_words() -> None:
    said = [
        _item(number, stem, kind=Kind.TRUE_FALSE)
        for number, stem in enumerate(("It has two.", "It has 2.", "It has six."))
    ]
    assert list(duplicates(said, organisation=None)) == [1]
