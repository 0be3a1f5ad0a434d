from question_bank.generator.templates.statements.whole_statement import ask
from question_bank.model import Proof
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items, rules

PAGE = """Our vision

To lead the valley in calm, joined up care that keeps everybody close to home.

Our plans

Our aim is to attract nurses from the city and to mend beds, chairs and trolleys in our workshop.
Our wish is to bring a lunch club with vegetables from the hospital garden every day.
"""


def test_the_vision_stands_among_other_aims() -> None:
    (item,) = first_items(ask, desk(PAGE))
    assert item.stem == "Which of these is Fernbrook’s vision?"
    assert item.keys[0].text.startswith("To lead the valley")
    assert all(option.text.startswith("To ") and option.proof is Proof.OTHER_SECTION for option in item.distractors)
    assert len(item.facts) == 3


def test_a_page_without_other_aims_is_reported() -> None:
    assert rules(ask, desk(FERNBROOK)) == ["no-distractors"]
