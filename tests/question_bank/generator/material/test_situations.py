"""Which passages of a small page a situation shows, and which values are clear of it."""

from question_bank.generator.material.scenarios import Stub, list_stubs
from question_bank.generator.material.situations import find_matches, is_clear, is_shown_elsewhere
from tests.question_bank.generator.desks import desk

PAGE = """Our values

Candour

We will:

  • own up the same day to what we got wrong
  • lend our garden to the lunch club

Thrift

We will:

  • mind what each lamp and kettle costs us
  • keep the yard tidy in all weathers

Bravery

We will:

  • speak up where a bridge looks unsafe
  • climb the hill in the dark

Pace

  • start the round at dawn whatever the sky
"""


def stub(name: str) -> Stub:
    return next(one for one in list_stubs() if one.theme.name == name)


def test_a_line_that_carries_the_matter_is_a_match() -> None:
    (match,) = find_matches(desk(PAGE).facts, stub("own-mistake"))
    assert match.fact.bare == "own up the same day to what we got wrong"
    assert find_matches(desk(PAGE).facts, stub("kindness")) == ()


def test_a_line_that_goes_on_from_another_is_none() -> None:
    also = PAGE.replace("own up the same day", "also own up the same day")
    assert find_matches(desk(also).facts, stub("own-mistake")) == ()


def test_a_line_about_a_thing_that_the_scene_lacks_is_none() -> None:
    bus = PAGE.replace("to what we got wrong", "to what went wrong on the bus")
    assert find_matches(desk(bus).facts, stub("own-mistake")) == ()


def test_a_line_without_a_named_value_is_none() -> None:
    assert find_matches(desk(PAGE.replace("Candour\n", "\n")).facts, stub("own-mistake")) == ()


def test_a_line_on_three_matters_has_no_main_point() -> None:
    crowded = PAGE.replace("to what we got wrong", "with kindness and without waste")
    assert find_matches(desk(crowded).facts, stub("own-mistake")) == ()
    assert find_matches(desk(crowded.replace(" and without waste", "")).facts, stub("own-mistake"))


def test_a_value_is_clear_where_neither_name_nor_lines_touch_the_matter() -> None:
    theme = stub("own-mistake").theme
    clear = [value.name for value in desk(PAGE).facts.values if is_clear(theme, value)]
    assert clear == ["Thrift", "Pace"]
    touched = PAGE.replace("whatever the sky", "and hide no slip")
    assert not is_clear(theme, desk(touched).facts.values[3])


def test_another_value_may_show_the_same_matter_by_its_lines_or_its_name() -> None:
    for elsewhere in ("start the round at dawn whatever the sky", "Pace"):
        twice = PAGE.replace(elsewhere, "Honesty" if elsewhere == "Pace" else "admit our mistakes to each other")
        match = find_matches(desk(twice).facts, stub("own-mistake"))[0]
        assert is_shown_elsewhere(desk(twice).facts, match)
    alone = desk(PAGE).facts
    assert not is_shown_elsewhere(alone, find_matches(alone, stub("own-mistake"))[0])
