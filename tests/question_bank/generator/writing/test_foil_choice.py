"""A choice among words of our own lists: one key, three foils, and none that length gives away."""

from question_bank.generator.writing.foil_choice import Asked, choose_among_foils
from question_bank.model import Proof
from tests.question_bank.generator.desks import desk

PAGE = "Our future\n\nWe plan the growth of hearing and eye services in every town of the coast.\n"
FOILS = ("dental and foot", "scanning and testing", "home and hospice", "travel and skin")


def test_every_foil_is_said_not_to_be_on_the_page() -> None:
    at = desk(PAGE)
    fact = at.facts.all[0]
    asked = Asked("T17e", "Which services grow?", "hearing and eye", "the growth of hearing and eye services")
    items = list(choose_among_foils(at, fact, asked=asked, fitting=FOILS))
    assert items
    for item in items:
        assert [option.text for option in item.keys] == ["hearing and eye"]
        assert {option.proof for option in item.distractors} == {Proof.NOT_ON_PAGE}
        assert len({option.text for option in item.options}) == 4


def test_a_key_far_longer_than_its_foils_is_not_asked() -> None:
    at = desk(PAGE)
    asked = Asked("T17e", "Which services grow?", "hearing, balance and eye in all towns", "hearing and eye services")
    assert list(choose_among_foils(at, at.facts.all[0], asked=asked, fitting=FOILS)) == []
