from question_bank.generator.templates.statements.true_words import ask
from question_bank.model import Kind
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items

SECTIONS = """Our vision

To keep the valley well.

Our values

  • Candour – saying so on the same day
  • Thrift – mending a wheelchair first

Our wards

We will answer each bell within two minutes.

Our kitchens

We will cook with vegetables from the garden.
"""


def test_a_whole_vision_is_stated_where_it_is_short() -> None:
    stems = [item.stem for item in first_items(ask, desk())]
    assert (
        "These words come from Fernbrook’s vision: “To give everybody in the valley calm, joined up care that keeps "
        "them close to home”." in stems
    )


def test_a_phrase_of_another_part_is_no_phrase_of_the_vision() -> None:
    text = FERNBROOK.replace("report a near miss", "build mutual trust early, and report a near miss")
    false = [item for item in first_items(ask, desk(text)) if "vision" in item.stem and item.keys[0].text == "False"]
    assert false
    assert all("they stand under “" in option.rationale for item in false for option in item.options)
    assert all(item.source[0].line > 5 for item in false)


def test_up_to_three_runs_of_a_vision_are_stated() -> None:
    vision = "We want thriving communities, supported by timely services and open doors to local clinics."
    text = FERNBROOK.replace(
        "To give everybody in the valley calm, joined up care that keeps them close to home.", vision
    )
    true = [i for i in first_items(ask, desk(text)) if "vision" in i.stem and i.keys[0].text == "True"]
    assert len(true) == 3
    assert all(item.kind is Kind.TRUE_FALSE for item in true)


def test_words_of_a_section_are_stated_under_their_heading_and_under_another() -> None:
    items = [item for item in first_items(ask, desk(SECTIONS)) if "heading" in item.stem]
    assert [(item.stem, item.keys[0].text) for item in items[:2]] == [
        ("Under the heading “Our wards”, Fernbrook says “We will answer each bell within two minutes”.", "True"),
        ("Under the heading “Our kitchens”, Fernbrook says “We will answer each bell within two minutes”.", "False"),
    ]
