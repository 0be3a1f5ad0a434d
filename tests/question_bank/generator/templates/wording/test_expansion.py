from question_bank.generator.templates.wording.expansion import ask
from question_bank.model import Proof
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items

STRATEGY = FERNBROOK + "\nOur strategy\n\nWe plan for the expansion of {} services in the valley.\n"


def test_the_kinds_of_services_are_asked_for() -> None:
    (item,) = first_items(ask, desk(STRATEGY.format("respite and night nursing")))
    assert item.stem == "Which services are meant where Fernbrook speaks of “the expansion of … services”?"
    assert item.keys[0].text == "respite and night nursing"
    assert {option.proof for option in item.distractors} == {Proof.NOT_ON_PAGE}
    assert all(" and " in option.text for option in item.distractors)


def test_one_kind_of_services_is_not_asked_for() -> None:
    assert list(ask(desk(STRATEGY.format("respite")))) == []


def test_the_key_is_hardly_longer_than_the_longest_wrong_option() -> None:
    long = "intermediate rehabilitation and residential reablement"
    assert first_items(ask, desk(STRATEGY.format(long))) == []
