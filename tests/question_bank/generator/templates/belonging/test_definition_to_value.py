from question_bank.generator.templates.belonging.definition_to_value import ask
from tests.question_bank.generator.desks import desk, first_items, rules

PAGE = """Our values

  • Candour – telling the family what happened on the same day
  • Thrift – mending a wheelchair before ordering another
  • Neighbourliness – acting like good neighbours with cake and garden chairs
  • Stamina – stamina of body and stamina of soul
"""


def test_a_definition_asks_for_its_value() -> None:
    item = first_items(ask, desk(PAGE))[0]
    assert item.stem == (
        "Which of Fernbrook’s values is explained in these words: “telling the family what happened on the same day”?"
    )
    assert (item.template, item.value) == ("T13", "Candour")


def test_a_definition_that_names_its_value_is_quoted_in_part() -> None:
    item = first_items(ask, desk(PAGE))[2]
    assert item.stem == (
        "Which of Fernbrook’s values has the words “… with cake and garden chairs” in its explanation?"
    )
    assert item.template == "T13t"


def test_a_definition_that_says_only_the_name_is_reported() -> None:
    assert rules(ask, desk(PAGE)) == ["clang"]
