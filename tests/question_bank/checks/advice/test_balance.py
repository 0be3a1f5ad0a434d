"""Advice by counts speaks from its thresholds on, and not before there is enough to count."""

from collections.abc import Sequence

from question_bank.checks.advice.balance import position, reading_age, robots, true_false_share
from question_bank.checks.evidence.case import Case, open_case
from question_bank.model import Item, Kind, Proof
from tests.question_bank.build import item, right, wrong


def _cases(items: Sequence[Item]) -> list[Case]:
    return [open_case(one, printed=None, organisation=None) for one in items]


def _asked(place: int, *, key: str = "bed", size: int = 3) -> Item:
    others = [wrong(text, Proof.NOT_ON_PAGE) for text in ("cat", "dog", "hen")[: size - 1]]
    return item(Kind.SINGLE, "Which is it?", [*others[:place], right(key), *others[place:]])


def _statement(true: bool) -> Item:
    options = [right("True"), wrong("False", None)] if true else [wrong("True", None), right("False")]
    return item(Kind.TRUE_FALSE, "It is so.", options)


def test_a_bank_may_hold_as_many_statements_as_it_likes_in_both_polarities() -> None:
    assert list(true_false_share(_cases([*[_asked(0)] * 34, *[_statement(True), _statement(False)] * 30]))) == []


def test_statements_that_are_mostly_true_are_noted() -> None:
    assert list(true_false_share(_cases([_statement(True)] * 7 + [_statement(False)] * 3))) == [
        "7 of 10 statements are true"
    ]
    assert list(true_false_share(_cases([_statement(True)] * 6 + [_statement(False)] * 4))) == []
    assert list(true_false_share(_cases([_statement(True)] * 9))) == []


def test_keys_in_one_place_are_noted_from_thirty_items_on() -> None:
    level = [_asked(place) for place in (0, 1, 2)] * 10
    assert list(position(_cases(level))) == []
    assert list(position(_cases([_asked(1)] * 29))) == []
    assert list(position(_cases([_asked(1)] * 30))) == ["keys stand at 0/30/0 of 3 places (p = 0.0000)"]
    mixed = [_asked(0)] * 18 + [_asked(3, size=4)] * 12
    assert list(position(_cases(mixed))) == ["keys stand at 18/0/0 of 3 places; 0/0/0/12 of 4 places (p = 0.0000)"]


def test_a_robot_that_beats_chance_is_noted_from_thirty_items_on() -> None:
    caught = [_asked(place, key="a longer key") for place in (0, 1, 2)] * 10
    notes = list(robots(_cases(caught)))
    assert notes[0] == "“longest option” gets 100.0% of 30 items right; chance 33.3%, limit 47.5%"
    assert list(robots(_cases(caught[:29]))) == []
    assert list(robots(_cases([_asked(place) for place in (0, 1, 2)] * 10))) == []
    assert list(robots([])) == []


def test_a_bank_of_long_words_is_noted() -> None:
    long = item(Kind.SINGLE, "Whose accountability is organisational sustainability?", [right("everybody’s")])
    (note,) = reading_age(_cases([long] * 20))
    assert note.startswith(("reading age 1", "reading age 2"))
    assert list(reading_age(_cases([_asked(0)] * 20))) == []
