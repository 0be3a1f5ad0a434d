from question_bank.generator.templates.wording.list_members import ask
from question_bank.model import Kind, Proof
from tests.question_bank.generator.desks import desk, first_items, rules

PAGE = """Our values

  • Candour – saying so on the same day
  • Thrift – mending a wheelchair first

Our plans

We will strive to provide safe, timely, effective, equitable and person-centred care every time.
We will seek prevention, integration and learning in our wards.

Our future

We will reap the benefits of research, planning and innovation.
"""


def test_members_of_a_list_stand_among_foils_that_the_page_does_not_have() -> None:
    item = first_items(ask, desk(PAGE))[0]
    assert item.stem == "Select the THREE of these words that complete “strive to provide … care” on Fernbrook’s page."
    assert [option.text for option in item.keys] == ["safe", "timely", "equitable"]
    assert {option.proof for option in item.distractors} == {Proof.NOT_ON_PAGE}
    assert item.kind is Kind.MULTIPLE


def test_members_of_another_list_are_taken_first() -> None:
    item = first_items(ask, desk(PAGE))[-1]
    assert item.stem == "Select the THREE words that complete “reap the benefits of …” on Fernbrook’s page."
    assert {option.text for option in item.distractors} == {"prevention", "integration", "learning"}
    assert len(item.facts) == 2


def test_a_long_list_has_two_variants() -> None:
    keys = [tuple(option.text for option in item.keys) for item in first_items(ask, desk(PAGE))]
    assert keys[:2] == [("safe", "timely", "equitable"), ("timely", "effective", "person-centred")]


def test_no_foil_serves_twice() -> None:
    foils = [option.text for item in first_items(ask, desk(PAGE))[:2] for option in item.distractors]
    assert len(foils) == len(set(foils)) == 6


def test_a_list_without_anything_to_set_against_it_is_reported() -> None:
    at = desk("Our plans\n\nWe will buy estates, digital technology and corporate services for our wards.\n")
    assert rules(ask, at) == ["no-distractors"]
