from question_bank.generator.templates.statements.whole_statement import ask
from question_bank.model import DraftStatus, Proof
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items, rules

PAGE = """Our vision

To lead the valley in calm, joined up care that keeps everybody close to home.

Our plans

Our aim is to attract nurses from the city and to mend beds, chairs and trolleys in our workshop.
Our wish is to bring a lunch club with vegetables from the hospital garden every day.
"""


def test_the_vision_stands_among_visions_of_others() -> None:
    item = first_items(ask, desk(PAGE))[0]
    assert item.stem == "Which of these is Fernbrook’s vision?"
    assert item.keys[0].text.startswith("To lead the valley")
    assert all(option.text.startswith("To ") and option.proof is Proof.NOT_ON_PAGE for option in item.distractors)
    assert len(item.distractors) == 3
    assert item.status is DraftStatus.DRAFT


def test_the_vision_stands_among_other_aims_of_the_page() -> None:
    item = first_items(ask, desk(PAGE))[1]
    assert all(option.text.startswith("To ") and option.proof is Proof.OTHER_SECTION for option in item.distractors)
    assert len(item.facts) == 3


def test_a_page_without_other_aims_has_visions_of_others_alone() -> None:
    assert len(first_items(ask, desk(FERNBROOK))) == 1
    assert rules(ask, desk(FERNBROOK)) == ["no-distractors"]


def test_a_short_vision_without_a_verb_is_asked_too() -> None:
    at = desk(
        FERNBROOK.replace(
            "To give everybody in the valley calm, joined up care that keeps them close to home",
            "A village with one good nurse for everybody",
        )
    )
    (item,) = first_items(ask, at)
    assert all(option.text.startswith("A ") for option in item.options)


def test_a_vision_of_another_trade_is_for_a_person_to_decide_on() -> None:
    text = "Our vision\n\nTo lend a tent to each scout who asks.\n\nOur values\n\n  • Pluck – climbing hills\n"
    item = first_items(ask, desk(text))[0]
    assert item.status is DraftStatus.REVIEW
