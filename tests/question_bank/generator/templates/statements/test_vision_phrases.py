from question_bank.generator.templates.statements.vision_phrases import ask
from question_bank.model import Kind
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items, rules

PAGE = """Our vision

Healthier lives in thriving communities, with timely and easy access to help.

Our values

Candour

  • give constructive feedback on clinical decisions
  • weigh every negative impact on mental health

Thrift

  • keep local networks small
"""


def test_phrases_of_the_vision_stand_among_phrases_of_other_passages() -> None:
    item = first_items(ask, desk(PAGE))[0]
    assert item.stem == "Select the TWO phrases that come from Fernbrook’s vision."
    assert item.kind is Kind.MULTIPLE
    assert {option.text for option in item.keys} == {"thriving communities", "timely and easy access"}
    assert {option.text for option in item.distractors} == {
        "constructive feedback",
        "negative impact",
        "local networks",
    }


def test_the_passages_of_all_phrases_are_facts() -> None:
    item = first_items(ask, desk(PAGE))[0]
    assert len(item.facts) == 4
    assert len(item.source) == 1


def test_a_vision_without_two_phrases_is_reported() -> None:
    assert rules(ask, desk(FERNBROOK)) == ["no-phrases"]


def test_a_page_without_a_vision_is_not_asked() -> None:
    assert list(ask(desk(PAGE[PAGE.index("Our values") :]))) == []
