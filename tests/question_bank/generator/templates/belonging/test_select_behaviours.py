from question_bank.generator.templates.belonging.select_behaviours import ask
from question_bank.model import Kind
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items, rules


def test_the_number_to_select_is_said_in_capitals() -> None:
    item = first_items(ask, desk())[0]
    assert item.stem == "Select the TWO behaviours that Fernbrook lists under “Candour”."
    assert (item.kind, len(item.keys), len(item.distractors)) == (Kind.MULTIPLE, 2, 2)


def test_three_lines_are_asked_for_together_and_in_pairs() -> None:
    text = FERNBROOK.replace("doubtful dose\n", "doubtful dose\n  • own up at once when a label was misread\n")
    items = [item for item in first_items(ask, desk(text)) if item.value == "Candour"]
    assert [len(item.keys) for item in items] == [3, 2, 2, 2]
    assert items[0].stem.startswith("Select the THREE")


def test_no_two_questions_ask_for_the_same_lines() -> None:
    extra = "".join(f"  • mend chair number {word} in the workshop\n" for word in ("one", "two", "three", "four"))
    items = first_items(ask, desk(FERNBROOK.replace("Neighbourliness", f"{extra}\n\nNeighbourliness")))
    keys = [frozenset(option.text for option in item.keys) for item in items]
    assert len(keys) == len(set(keys))


def test_a_value_with_one_fair_line_is_reported() -> None:
    at = desk(FERNBROOK.replace("  • ask a second nurse before we sign for a doubtful dose\n", ""))
    assert rules(ask, at) == ["no-behaviours"]
