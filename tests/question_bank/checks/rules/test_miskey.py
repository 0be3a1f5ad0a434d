"""Every question on the shipped pages whose key and wrong option change places is found out."""

from dataclasses import replace

import pytest

from question_bank.checks import check_item
from question_bank.model import Item, Kind, Option, Proof
from tests.question_bank.build import cite, item, right, shipped_bank, shipped_page, wrong

ORGANISATIONS = {"nhs-somerset": "NHS Somerset", "mersey-care": "Mersey Care"}


def _rules(judged: Item, name: str) -> set[str]:
    found = check_item(judged, page=shipped_page(name), organisation=ORGANISATIONS[name])
    return {finding.rule for finding in found}


def _swap(sound: Item) -> Item:
    """The item with one key and one wrong option changed over."""
    if sound.pairs:
        (left, right_side), (second, other), *rest = sound.pairs
        return replace(sound, pairs=((left, other), (second, right_side), *rest))
    options: list[Option] = list(sound.options)
    key = next(place for place, option in enumerate(options) if option.correct)
    lure = next(place for place, option in enumerate(options) if not option.correct)
    options[key] = replace(options[key], correct=False, proof=options[lure].proof)
    options[lure] = replace(options[lure], correct=True, proof=None)
    return replace(sound, options=tuple(options))


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_a_key_that_changes_places_with_a_wrong_option_is_found(name: str) -> None:
    items = shipped_bank(name, organisation=ORGANISATIONS[name]).items
    told_by_the_page = [sound for sound in items if sound.template != "T18a"]  # its answers are not lines of the page
    missed = [sound.stem for sound in told_by_the_page if _rules(_swap(sound), name).isdisjoint({"miskey", "key"})]
    assert len(told_by_the_page) >= 20
    assert missed == []


def _mersey(kind: Kind, stem: str, options: list[Option], *cited: str) -> Item:
    return item(kind, stem, options, source=cite(shipped_page("mersey-care"), *cited))


def test_a_phrase_that_stands_under_two_headings_has_two_answers() -> None:
    headings = [
        right("Our services"),
        wrong("Our people", Proof.OTHER_SECTION),
        wrong("Our future", Proof.OTHER_SECTION),
    ]
    asked = _mersey(
        Kind.SINGLE, "Under which heading does Mersey Care speak of “improvement”?", headings, "Our services"
    )
    assert _rules(asked, "mersey-care") == {"miskey"}


def test_a_definition_given_to_another_value_is_found_without_quotation_marks_too() -> None:
    names = [right("Respect"), wrong("Enthusiasm", Proof.OTHER_VALUE), wrong("Support", Proof.OTHER_VALUE)]
    stem = "Which value means demonstrate our passion and pride for what we do and how we do it?"
    assert "miskey" in _rules(_mersey(Kind.SINGLE, stem, names, "Respect"), "mersey-care")


def test_a_scenario_keyed_to_a_value_cites_that_value() -> None:
    names = [right("Respect"), wrong("Enthusiasm", Proof.OTHER_VALUE), wrong("Support", Proof.OTHER_VALUE)]
    stem = "You see a referral go astray and follow it up. Which of Mersey Care's values does this show?"
    assert _rules(_mersey(Kind.SINGLE, stem, names, "taking ownership"), "mersey-care") == {"miskey"}
    assert _rules(_mersey(Kind.SINGLE, stem, names, "how we treat others"), "mersey-care") == set()


def test_the_value_an_item_is_said_to_ask_about_is_the_one_it_asks_about() -> None:
    names = [right("Accountability"), wrong("Enthusiasm", Proof.OTHER_VALUE), wrong("Respect", Proof.OTHER_VALUE)]
    asked = _mersey(Kind.SINGLE, "Which value means “taking ownership”?", names, "taking ownership")
    assert _rules(replace(asked, value="Accountability"), "mersey-care") == set()
    assert _rules(replace(asked, value="Respect"), "mersey-care") == {"miskey"}


def test_a_gap_said_to_be_in_one_value_is_not_filled_from_another() -> None:
    words = [right("ownership"), wrong("passion", Proof.NOT_THIS_GAP), wrong("pride", Proof.NOT_THIS_GAP)]
    stem = "Complete how Mersey Care explains “{}”: “Accountability – taking ____ to anticipate, develop and deliver”."
    assert _rules(_mersey(Kind.GAP, stem.format("Accountability"), words, "taking ownership"), "mersey-care") == set()


@pytest.mark.parametrize(
    ("stem", "key", "found"),
    [
        ("Enthusiasm is one of Mersey Care's values.", "True", set()),
        ("Enthusiasm and Respect are among Mersey Care's values.", "True", set()),
        ("Objectivity is one of Mersey Care's values.", "False", set()),
        ("Objectivity is one of Mersey Care's values.", "True", {"miskey"}),
        ("Under Our people, Mersey Care says “great teams”.", "True", set()),
        ("Under Our future, Mersey Care says “great teams”.", "True", {"miskey"}),
        ("Mersey Care's vision speaks of “great teams”.", "False", set()),
        ("Mersey Care's vision, mission and goals have a “solid foundation”.", "True", set()),
    ],
)
def test_a_statement_is_true_or_false_as_the_page_has_it(stem: str, key: str, found: set[str]) -> None:
    other = "False" if key == "True" else "True"
    asked = _mersey(Kind.TRUE_FALSE, stem, [right(key), wrong(other, Proof.OPPOSITE)], "Our people")
    assert _rules(asked, "mersey-care") == found


def test_a_situation_is_not_keyed_to_a_line_it_does_not_rest_on() -> None:
    support, respect = "actively supporting others with compassion", "how we treat others in an inclusive"
    scene = "You find a man in tears by the lift. Which line applies most directly?"
    options = [right(support), wrong(respect, Proof.OTHER_VALUE)]
    assert "miskey" not in _rules(_mersey(Kind.SINGLE, scene, options, support), "mersey-care")
    assert "miskey" in _rules(_mersey(Kind.SINGLE, scene, options, respect), "mersey-care")
    own_words = [right("stay with him"), wrong("walk on", Proof.NOT_ON_PAGE)]
    assert "miskey" not in _rules(_mersey(Kind.SINGLE, scene, own_words, support), "mersey-care")


def test_a_statement_about_where_a_name_stands_is_judged() -> None:
    said = "These words come from Mersey Care's vision: “Continuous improvement”."
    options = [right("True"), wrong("False", Proof.OPPOSITE)]
    assert "miskey" in _rules(_mersey(Kind.TRUE_FALSE, said, options, "Continuous improvement"), "mersey-care")
