"""Scenarios beside a small page: three forms, each with wrong options that nobody could argue for."""

from collections import Counter

import pytest

from question_bank.checks import check_item
from question_bank.generator.material.scenarios import list_stubs
from question_bank.generator.templates.scenario import ask
from question_bank.generator.writing.desk import Desk
from question_bank.model import DraftStatus, Item, Proof
from tests.question_bank.generator.desks import desk

PAGE = """Our values

Candour

We will:

  • own up the same day to what we got wrong
  • lend our garden to the lunch club

Thrift

We will:

  • mend lamps and kettles before the frost
  • clear the yard of leaves in all weathers

Bravery

We will:

  • speak up where a bridge looks unsafe
  • climb the hill in the dark of winter

Pace

We will:

  • begin the round at dawn whatever the sky
"""


EXPLAINED = """Our values

  • Candour – we own up the same day to what we got wrong
  • Thrift – we mend lamps and kettles before the frost
  • Bravery – we speak up where a bridge looks unsafe
  • Pace – we begin the round at dawn whatever the sky
"""


def items(at: Desk, *, setting: str | None = None) -> list[Item]:
    return [item for slot in ask(at, setting=setting) for item in slot.attempts]


def in_form(at: Desk, ending: str) -> list[Item]:
    return [item for item in items(at) if ending in item.stem]


def test_a_line_stands_among_lines_that_do_not_touch_the_matter() -> None:
    found = in_form(desk(PAGE), "Which behaviour on Fernbrook’s page applies most directly?")
    assert {item.keys[0].text for item in found} == {
        "own up the same day to what we got wrong",
        "speak up where a bridge looks unsafe",
    }
    for item in found:
        wrong = {option.text for option in item.distractors}
        assert not wrong & {"own up the same day to what we got wrong", "speak up where a bridge looks unsafe"}
        assert {option.proof for option in item.distractors} == {Proof.OTHER_VALUE}
        assert len(item.facts) == len(item.options) == 3


def test_a_name_stands_among_names_of_values_that_do_not_touch_the_matter() -> None:
    found = in_form(desk(EXPLAINED), "Which Fernbrook value does this show most directly?")
    of_candour = [item for item in found if item.keys[0].text == "Candour"]
    assert {option.text for item in of_candour for option in item.distractors} == {"Thrift", "Pace"}
    assert all(len(item.facts) == 1 for item in of_candour)
    assert all(f" You {_deed(item)}. Which" in item.stem for item in of_candour)


def test_a_situation_that_two_values_could_claim_asks_for_neither_name() -> None:
    twice = EXPLAINED.replace("begin the round at dawn whatever the sky", "admit a mistake before the week is out")
    assert not [
        item for item in in_form(desk(twice), "value does this show") if item.keys[0].text in ("Candour", "Pace")
    ]


def test_a_deed_stands_among_mistakes_that_decent_people_make() -> None:
    found = in_form(desk(PAGE), "Which of these comes closest to Fernbrook’s line “own up")
    assert found
    for item in found:
        stub = next(one for one in list_stubs() if item.stem.startswith(one.situation))
        assert item.keys[0].text == stub.deed
        assert {option.text for option in item.distractors} == set(stub.temptations)
        assert {option.proof for option in item.distractors} == {Proof.NOT_ON_PAGE}


def test_every_reason_quotes_the_line_or_says_what_the_situation_is_about() -> None:
    for item in items(desk(PAGE)):
        line = item.source[0].text
        assert line in item.keys[0].rationale
        for option in item.distractors:
            assert "The line stands under “" in option.rationale or "above all about" in option.rationale


def test_every_way_is_for_a_person_to_decide_on() -> None:
    assert all(item.status is DraftStatus.REVIEW and item.setting for item in items(desk(PAGE)))


@pytest.mark.parametrize("page", [PAGE, EXPLAINED])
def test_every_slot_has_a_way_that_passes_the_gates(page: str) -> None:
    at = desk(page)
    for slot in ask(at):
        found = (check_item(item, page=at.facts.page, organisation="Fernbrook") for item in slot.attempts)
        assert any(not findings for findings in found), slot.about


@pytest.mark.parametrize("seed", range(6))
def test_a_value_has_two_slots_at_most_and_they_share_no_situation(seed: int) -> None:
    slots = list(ask(desk(PAGE, seed=seed)))
    assert max(Counter(slot.about for slot in slots).values()) == 2
    told = [{_situation(item) for item in slot.attempts} for slot in slots]
    assert all(not one & other for place, one in enumerate(told) for other in told[:place])


def test_the_seed_decides_on_situations_and_forms() -> None:
    first = {next(iter(slot.attempts)).stem for seed in range(6) for slot in ask(desk(PAGE, seed=seed))}
    assert len(first) > 6
    assert items(desk(PAGE, seed=3)) == items(desk(PAGE, seed=3))


def test_each_temptation_is_told_its_own_reason() -> None:
    for item in in_form(desk(PAGE), "Which of these comes closest"):
        assert len({option.rationale for option in item.distractors}) == 2


def test_a_page_without_patients_has_no_ward_unless_the_author_asks_for_it() -> None:
    assert not {"ward", "clinic desk"} & {item.setting for item in items(desk(PAGE))}
    assert {item.setting for item in items(desk(PAGE), setting="ward")} == {"ward"}


def test_a_setting_leaves_out_the_others() -> None:
    assert {item.setting for item in items(desk(PAGE), setting="office")} == {"office"}


def test_a_line_too_long_for_its_rivals_is_cut_where_it_still_says_the_matter() -> None:
    long = PAGE.replace(
        "to what we got wrong", "to what we got wrong, so that all in the village can put it right with us"
    )
    found = in_form(desk(long), "Which behaviour")
    assert "own up the same day to what we got wrong" in {item.keys[0].text for item in found}


def test_without_an_organisation_the_page_is_spoken_of() -> None:
    stems = {
        item.stem.rpartition(". ")[2]
        for item in (*items(desk(PAGE, organisation=None)), *items(desk(EXPLAINED, organisation=None)))
    }
    assert "Which behaviour on this page applies most directly?" in stems
    assert "Which value on this page does this show most directly?" in stems


def test_a_page_that_speaks_of_no_situation_gets_no_slot() -> None:
    silent = PAGE.replace("own up", "begin").replace("speak up", "start").replace("unsafe", "old")
    assert list(ask(desk(silent))) == []


def _situation(item: Item) -> str:
    return next(stub.id for stub in list_stubs() if item.stem.startswith(stub.situation))


def _deed(item: Item) -> str:
    return next(stub.deed for stub in list_stubs() if item.stem.startswith(stub.situation))
