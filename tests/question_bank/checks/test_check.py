"""Every gate finds its fault in the file of bad items, findings stand in order, and no item makes a check crash."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.checks import RULES, check_bank, check_item
from question_bank.formats.json_bank import bank_from_json
from question_bank.model import Citation, DraftStatus, Item, Kind, Option, Proof, Severity
from question_bank.reader import read_file
from tests.question_bank.build import item as make
from tests.question_bank.build import right, shipped_page, wrong

DATA = Path(__file__).parent.parent / "data"
GATES_IN_ORDER = (
    "source quote key miskey headless avoid proof rationale count gap-start options length clang miscue concept clash "
    "convergence negative vague absolute nota ktype tf-options sequence grammar stem html duplicate"
)
GATES = GATES_IN_ORDER.split()
ON_SOMERSET = bank_from_json(DATA / "bad_items.json").items
ON_UNWANTED = bank_from_json(DATA / "bad_items_unwanted_conduct.json").items
# Where one fault brings another with it: what a wrong key does to the proofs, what two alike options share, and so on.
ALSO = {
    "miskey-owner": {"concept"},
    "miskey-second-key": {"proof"},
    "miskey-gap-second-key": {"proof", "options"},
    "miskey-pair": {"concept"},
    "headless-null": {"key", "nota", "absolute"},
    "proof-not-wanted-elsewhere": {"length"},
    "proof-other-section": {"length"},
    "options-empty": {"proof"},
    "miscue": {"concept"},
    "grammar-leading-form": {"clash"},
}


def _gate_of(item: Item) -> str:
    return max((gate for gate in GATES if item.id.startswith(gate)), key=len)


def _rules(item: Item, *, page: str) -> set[str]:
    if page == "somerset":
        found = check_item(item, page=shipped_page("nhs-somerset"), organisation="NHS Somerset")
    else:
        found = check_item(item, page=read_file(DATA / "page_with_unwanted_conduct.txt"), organisation=None)
    assert all(finding.severity is Severity.FAIL and finding.item == item.id and finding.words for finding in found)
    return {finding.rule for finding in found}


def test_the_rules_are_the_hard_gates_in_their_order() -> None:
    assert [*RULES, "duplicate"] == GATES


def test_the_bad_items_cover_every_gate() -> None:
    assert {_gate_of(item) for item in ON_SOMERSET + ON_UNWANTED} == set(GATES)


@pytest.mark.parametrize(
    "bad", [item for item in ON_SOMERSET if not item.id.startswith("duplicate")], ids=lambda bad: bad.id
)
def test_a_bad_item_on_somerset_falls_to_its_gate_alone(bad: Item) -> None:
    assert _rules(bad, page="somerset") == {_gate_of(bad)} | ALSO.get(bad.id, set())


@pytest.mark.parametrize("bad", ON_UNWANTED, ids=lambda bad: bad.id)
def test_a_bad_item_on_a_page_with_unwanted_conduct_falls_to_its_gate_alone(bad: Item) -> None:
    assert _rules(bad, page="unwanted") == {_gate_of(bad)} | ALSO.get(bad.id, set())


def test_items_that_repeat_an_id_or_a_question_are_duplicates() -> None:
    bank = [item for item in ON_SOMERSET if item.id.startswith("duplicate")]
    found = check_bank(bank, page=shipped_page("nhs-somerset"), organisation="NHS Somerset")
    assert [(finding.item, finding.rule) for finding in found if finding.severity is Severity.FAIL] == [
        ("duplicate-same-question", "duplicate"),
        ("duplicate-id", "duplicate"),
    ]


def test_findings_stand_in_the_order_of_items_and_then_of_rules() -> None:
    found = check_bank(ON_SOMERSET, page=shipped_page("nhs-somerset"), organisation="NHS Somerset")
    fails = [finding for finding in found if finding.severity is Severity.FAIL]
    ids = [item.id for item in ON_SOMERSET]
    places = [(ids.index(finding.item or ""), GATES.index(finding.rule)) for finding in fails]
    assert places == sorted(places)
    assert len(fails) > len(GATES)


def test_a_gate_that_needs_the_page_rests_without_it() -> None:
    skipped = {"quote", "key", "miskey", "headless", "avoid"}
    for bad in ON_SOMERSET:
        assert {finding.rule for finding in check_item(bad, page=None, organisation="NHS Somerset")}.isdisjoint(skipped)


def test_the_organisation_is_taken_from_the_page_where_none_is_given() -> None:
    unnamed = shipped_page("mersey-care")
    named = replace(unnamed, organisation="Mersey Care")
    options = [right("Our future"), wrong("Our people", Proof.OTHER_SECTION), wrong("Our care", Proof.NOT_ON_PAGE)]
    asked = make(Kind.SINGLE, "Under which heading does Mersey Care mention “primary care”?", options)
    assert "miscue" in {finding.rule for finding in check_item(asked, page=unnamed, organisation=None)}
    assert "miscue" not in {finding.rule for finding in check_item(asked, page=named, organisation=None)}


_words = st.text(max_size=40) | st.sampled_from(
    [
        "",
        "____",
        "“",
        "‘a",
        "Respect",
        "“Support” is one of Mersey Care's values.",
        "a “x ____ … y” an",
        "None",
        "3",
        "To be",
    ]
)
_options = st.lists(st.builds(Option, _words, st.booleans(), _words, st.none() | st.sampled_from(Proof)), max_size=6)
_items = st.builds(
    Item,
    id=_words,
    kind=st.sampled_from(Kind),
    template=_words,
    status=st.sampled_from(DraftStatus),
    stem=_words,
    options=_options.map(tuple),
    facts=st.just(()),
    source=st.lists(st.builds(Citation, st.integers(-3, 40), _words), max_size=2).map(tuple),
    value=st.none() | _words,
    pairs=st.none() | st.lists(st.tuples(_words, _words), max_size=4).map(tuple),
    setting=st.none() | _words,
)


@given(st.lists(_items, max_size=4), st.sampled_from([None, "nhs-somerset", "mersey-care"]), st.none() | _words)
def test_no_item_makes_a_check_crash(items: list[Item], page: str | None, organisation: str | None) -> None:
    found = check_bank(items, page=shipped_page(page) if page else None, organisation=organisation)
    assert all("\n" not in finding.words for finding in found)
