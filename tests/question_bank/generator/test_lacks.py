from dataclasses import replace

from question_bank.generator.lacks import find_lacks
from question_bank.generator.writing.desk import Desk
from question_bank.model import Capacity, Citation, DraftStatus, Item, Kind, Option
from tests.question_bank.generator.desks import FERNBROOK, desk

PLENTY = Capacity(largest_paper=12, paper_length=8, different_papers=100)


def rules(at: Desk, items: list[Item], *, capacity: Capacity = PLENTY, setting: str | None = None) -> set[str]:
    return {found.rule for found in find_lacks(at.facts, items, capacity=capacity, setting=setting)}


def item(value: str) -> Item:
    key = Option(value, True, "so")
    return Item("x", Kind.SINGLE, "T1", DraftStatus.DRAFT, "x", (key,), ("1",), (Citation(1, "x"),), value=value)


# One item that rests on every line, and enough about every value.
LINES = tuple(Citation(fact.line, fact.text) for fact in desk().facts.behaviours)
NAMES = ("Candour", "Thrift", "Neighbourliness", "Stamina")
ALL = [replace(item(name), source=LINES) for name in NAMES for _ in range(2)]


def test_a_page_that_gives_everything_lacks_nothing() -> None:
    assert rules(desk(), ALL) == set()


def test_a_value_that_no_item_asks_about_is_named() -> None:
    found = find_lacks(desk().facts, ALL[:6], capacity=PLENTY, setting=None)
    assert [one.words for one in found] == ["no fair question could be written about “Stamina”"]


def test_a_value_that_one_item_asks_about_is_named_too() -> None:
    found = find_lacks(desk().facts, ALL[:7], capacity=PLENTY, setting=None)
    assert [one.words for one in found] == ["one fair question only could be written about “Stamina”"]


def test_lines_that_no_item_rests_on_are_counted() -> None:
    items = [replace(one, source=LINES[:-1]) for one in ALL]
    found = find_lacks(desk().facts, items, capacity=PLENTY, setting=None)
    assert [one.words for one in found] == ["no fair question rests on 1 of 8 behaviours: line 33"]


def test_a_page_of_names_is_said_to_leave_nothing_but_membership() -> None:
    found = find_lacks(
        desk("Our values\n\n  • Candour\n  • Thrift\n  • Pluck\n").facts, [], capacity=PLENTY, setting=None
    )
    assert found[0].words == (
        "names only: the page does not say what its values mean; there is nothing to ask but membership"
    )


def test_one_value_has_nothing_beside_it() -> None:
    text = FERNBROOK[: FERNBROOK.index("Thrift")]
    assert "one-value" in rules(desk(text), ALL)


def test_missing_parts_are_named() -> None:
    assert "no-vision" in rules(desk(FERNBROOK[FERNBROOK.index("Our values") :]), ALL)
    assert "no-behaviours" in rules(desk("Our values\n\n  • Candour\n  • Thrift\n  • Pluck\n"), ALL)
    assert "no-values" in rules(desk("Our vision\n\nTo keep the valley well.\n"), [])
    assert "headless" in rules(desk(FERNBROOK.replace("Stamina\n\n", "\n")), ALL)


def test_too_few_questions_are_counted() -> None:
    few = Capacity(largest_paper=5, paper_length=8, different_papers=0)
    found = find_lacks(desk().facts, ALL, capacity=few, setting=None)
    assert found[0].words.startswith("5 questions can stand together on a paper, the usual one has 8")
    assert rules(desk(), [], capacity=few) >= {"too-little", "coverage"}


def test_a_setting_without_a_situation_for_the_page_is_said() -> None:
    assert rules(desk(), ALL, setting="ward") == {"setting"}
    assert rules(desk(), [*ALL, replace(ALL[0], setting="ward")], setting="ward") == set()
