"""Each robot falls for the trick it is named after, and gets chance where there is nothing to fall for."""

import pytest

from question_bank.checks.measures.robots import ROBOTS, Guesses, add_up, send_robots
from question_bank.model import Item, Kind, Proof
from tests.question_bank.build import item, right, wrong


def _asked(key: str, *others: str, stem: str = "Which?") -> Item:
    return item(Kind.SINGLE, stem, [right(key), *(wrong(other, Proof.NOT_ON_PAGE) for other in others)])


def _guesses(robot: str, *items: Item) -> Guesses:
    return next(one for one in send_robots(items, organisation=None) if one.robot == robot)


@pytest.mark.parametrize(
    ("robot", "caught"),
    [
        ("first option", _asked("b", "aaa", "cc")),
        ("longest option", _asked("a long one", "short", "shorter")),
        ("shortest option", _asked("short", "a long one", "another one")),
        ("no absolutes, then longest", _asked("listen well", "always speak up", "never give up")),
        ("most commas and “and”", _asked("tea, milk and cake", "tea and milk", "cake")),
        ("most words of the stem", _asked("mend boots", "sell tickets", "paint walls", stem="Who mends the boots?")),
        ("most words of the other options", _asked("mend boots", "mend walls", "sell boots")),
    ],
)
def test_a_robot_falls_for_its_trick(robot: str, caught: Item) -> None:
    assert _guesses(robot, caught).right == 1
    assert [one.robot for one in send_robots([caught], organisation=None)] == list(ROBOTS)


def test_where_options_are_level_a_robot_gets_its_share() -> None:
    level = _asked("one", "two", "six")
    assert _guesses("longest option", level).right == pytest.approx(1 / 3)
    assert not _guesses("longest option", *[level] * 50).beats_chance


def test_items_without_a_single_key_are_left_out() -> None:
    statement = item(Kind.TRUE_FALSE, "It is so.", [right("True"), wrong("False", Proof.OPPOSITE)])
    assert _guesses("first option", statement, _asked("a", "b", "c")).n == 1
    nothing = _guesses("first option")
    assert (nothing.n, nothing.accuracy, nothing.beats_chance) == (0, 0.0, False)


def test_a_robot_that_is_right_too_often_beats_chance() -> None:
    assert _guesses("first option", *[_asked("a", "b", "c")] * 10).beats_chance


def test_guesses_on_several_banks_add_up_to_one() -> None:
    total = add_up([Guesses("first option", 5, 10, 1 / 3), Guesses("first option", 1, 30, 1 / 4)])
    assert (total.right, total.n) == (6, 40)
    assert total.chance == pytest.approx((10 / 3 + 30 / 4) / 40)
