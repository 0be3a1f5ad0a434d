from question_bank.generator.templates.belonging.wanted_conduct import ask
from question_bank.model import Proof
from tests.question_bank.generator.desks import FERNBROOK, desk, first_items, rules

PAGE = """Our values

Candour

We will:
  • report a near miss on the same day
  • ask before we sign for a dose

We will not:
  • wait for somebody else to notice
  • blame whoever was on duty before
  • be late

Thrift

We will:
  • repair a wheelchair that others give up
  • share lifts to the outlying clinics
"""


def test_a_wanted_line_stands_beside_an_unwanted_one_and_lines_wanted_elsewhere() -> None:
    items = first_items(ask, desk(PAGE))
    assert {item.stem for item in items} == {"Which of these does Fernbrook want to see under “Candour”?"}
    assert {item.keys[0].text for item in items} == {
        "report a near miss on the same day",
        "ask before we sign for a dose",
    }
    proofs = [sorted(option.proof or "" for option in item.distractors) for item in items]
    assert proofs == [[Proof.NOT_WANTED, Proof.OTHER_VALUE, Proof.OTHER_VALUE]] * 2


def test_each_question_takes_another_unwanted_line() -> None:
    unwanted = [
        o.text for item in first_items(ask, desk(PAGE)) for o in item.distractors if o.proof is Proof.NOT_WANTED
    ]
    assert len(set(unwanted)) == 2


def test_unwanted_conduct_is_never_a_key_nor_a_fact() -> None:
    for item in first_items(ask, desk(PAGE)):
        assert not any("somebody else" in option.text for option in item.keys)
        assert len(item.facts) == 3


def test_without_other_values_there_is_nothing_to_tell_it_from() -> None:
    assert set(rules(ask, desk(PAGE[: PAGE.index("Thrift")]))) == {"length"}


def test_a_page_that_names_no_unwanted_conduct_is_not_asked() -> None:
    assert list(ask(desk(FERNBROOK))) == []
