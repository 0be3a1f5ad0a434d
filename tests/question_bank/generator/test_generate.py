"""Banks of both shipped pages: sound, large enough, varied, and covering what can be asked.

Seven seeds are tried always, the other fourteen by `--long`.
"""

from collections import Counter
from collections.abc import Sequence

import pytest

from question_bank.checks import check_bank
from question_bank.generator import generate
from question_bank.generator.capacity import measure_capacity
from question_bank.generator.generate import MOST_VARIANTS
from question_bank.model import Bank, DraftStatus, Finding, Item, Kind, Severity, are_enemies
from question_bank.words import jaccard, stems, words
from tests.question_bank.build import shipped_bank, shipped_page

NAMES = {"nhs-somerset": "NHS Somerset", "mersey-care": "Mersey Care"}
SEEDS = range(21)
FEW = (0, 1, 2, 3, 4, 11, 20)
PAPER_LENGTH = 8
SCENARIOS = ("T18", "T18a")

each_page = pytest.mark.parametrize("name", NAMES)
each_seed = pytest.mark.parametrize(
    "seed", [seed if seed in FEW else pytest.param(seed, marks=pytest.mark.long) for seed in SEEDS]
)
together = pytest.mark.parametrize("seeds", [FEW, pytest.param(SEEDS, marks=pytest.mark.long)], ids=["few", "all"])


def bank(name: str, seed: int = 0) -> Bank:
    return shipped_bank(name, organisation=NAMES[name], seed=seed)


def findings(name: str, seed: int) -> tuple[Finding, ...]:
    return check_bank(bank(name, seed).items, page=shipped_page(name), organisation=NAMES[name])


@each_page
@each_seed
def test_no_item_fails_a_gate(name: str, seed: int) -> None:
    assert [found for found in findings(name, seed) if found.severity is Severity.FAIL] == []


@each_page
@each_seed
def test_a_page_gives_enough_items_of_every_kind(name: str, seed: int) -> None:
    items = bank(name, seed).items
    assert len(items) >= 40
    assert {item.kind for item in items} == set(Kind)
    assert 2 * sum(item.status is DraftStatus.REVIEW for item in items) < len(items)


@each_page
@each_seed
def test_many_different_papers_can_be_drawn_also_without_true_and_false(name: str, seed: int) -> None:
    items = [item for item in bank(name, seed).items if item.kind is not Kind.TRUE_FALSE]
    found = measure_capacity(items, seed=seed)
    assert found.largest_paper >= PAPER_LENGTH
    assert found.different_papers >= 50
    assert bank(name, seed).capacity.different_papers >= 50


@each_page
def test_one_paper_can_ask_about_every_named_value(name: str) -> None:
    values = [value.name for value in shipped_page(name).values if value.name]
    items = [item for item in bank(name).items if item.kind is not Kind.TRUE_FALSE]
    paper: list[Item] = []
    for value in values:
        about = (item for item in items if item.value == value and not any(are_enemies(item, one) for one in paper))
        paper.append(next(about))
    assert len(paper) == len(values)


@each_page
@each_seed
def test_a_fact_has_at_most_three_variants_of_a_template(name: str, seed: int) -> None:
    times = Counter((item.template, fact) for item in bank(name, seed).items for fact in item.facts)
    assert max(times.values()) <= MOST_VARIANTS


@each_page
def test_both_polarities_of_a_statement_stand_in_the_bank(name: str) -> None:
    items = [item for item in bank(name).items if item.kind is Kind.TRUE_FALSE]
    true = [item for item in items if item.keys[0].text == "True"]
    assert 0.4 <= len(true) / len(items) <= 0.6


@each_page
@each_seed
def test_keys_and_wrong_lines_keep_a_wider_distance_than_the_gate_asks(name: str, seed: int) -> None:
    for item in bank(name, seed).items:
        if item.kind not in (Kind.SINGLE, Kind.MULTIPLE) or item.status is DraftStatus.REVIEW:
            continue
        sets = [(stems(k.text), stems(d.text)) for k in item.keys for d in item.distractors]
        long_ones = [(one, other) for one, other in sets if min(len(one), len(other)) >= 4]
        assert all(jaccard(one, other) < 0.06 for one, other in long_ones), item.id


@each_page
def test_every_option_says_more_than_itself(name: str) -> None:
    for item in bank(name).items:
        for option in item.options:
            added = set(words(option.rationale)) - set(words(option.text))
            assert len(added) >= 4, (item.id, option)


@each_page
@pytest.mark.parametrize("seed", [0, 11])
def test_no_reason_prints_the_line_of_a_gap_that_may_stand_on_the_same_paper(name: str, seed: int) -> None:
    items = bank(name, seed).items
    gaps = [
        (gap, gap.stem.split(": “")[-1][:-2].replace("____", gap.keys[0].text)) for gap in items if gap.kind is Kind.GAP
    ]
    for item in items:
        said = " ".join(option.rationale for option in item.options)
        assert not [line for gap, line in gaps if line in said and not are_enemies(item, gap)], item.id


@each_page
def test_where_words_stand_is_asked_in_a_third_of_the_bank_at_most(name: str) -> None:
    items = bank(name).items
    placed = [i for i in items if i.template == "T15" or (i.kind is Kind.GAP and "under the heading" in i.stem)]
    assert 3 * len(placed) <= len(items)


@each_page
@together
def test_an_id_stays_with_its_content_whatever_the_seed(name: str, seeds: Sequence[int]) -> None:
    contents: dict[str, set[tuple[object, ...]]] = {}
    for seed in seeds:
        for item in bank(name, seed).items:
            contents.setdefault(item.id, set()).add((item.stem, tuple(sorted(o.text for o in item.options))))
    assert all(len(found) == 1 for found in contents.values())


@each_page
@together
def test_seeds_change_the_order_and_the_variants(name: str, seeds: Sequence[int]) -> None:
    orders = {tuple(item.id for item in bank(name, seed).items) for seed in seeds}
    contents = {frozenset(item.id for item in bank(name, seed).items) for seed in seeds}
    assert len(orders) == len(seeds)
    assert len(contents) > 5


@each_page
@together
def test_the_place_of_the_key_is_left_to_chance(name: str, seeds: Sequence[int]) -> None:
    singles = [item for seed in seeds for item in bank(name, seed).items if item.kind is Kind.SINGLE]
    three = [item for item in singles if len(item.options) == 3]
    places = Counter([option.correct for option in item.options].index(True) for item in three or singles)
    share = max(places.values()) / sum(places.values())
    assert share < 0.45


@each_page
@together
def test_nobody_gains_by_always_taking_the_longest_option(name: str, seeds: Sequence[int]) -> None:
    singles = [item for seed in seeds for item in bank(name, seed).items if item.kind in (Kind.SINGLE, Kind.GAP)]
    longest = sum(item.keys[0].text == max((o.text for o in item.options), key=len) for item in singles)
    chance = sum(1 / len(item.options) for item in singles) / len(singles)
    assert longest / len(singles) < chance + 0.05


def test_without_an_organisation_stems_say_this_page() -> None:
    made = shipped_bank("mersey-care", organisation=None)
    assert len(made.items) >= 40
    assert made.organisation is None
    assert all("Mersey Care" not in _outside_quotations(item.stem) for item in made.items)
    assert any("this page" in item.stem for item in made.items)


@each_page
@each_seed
def test_scenarios_wait_for_a_person_and_are_two_a_value_at_most(name: str, seed: int) -> None:
    scenarios = [item for item in bank(name, seed).items if item.template in SCENARIOS]
    assert len(scenarios) >= 4
    assert all(item.status is DraftStatus.REVIEW and item.setting for item in scenarios)
    assert max(Counter(item.value for item in scenarios).values()) <= 2


def test_a_setting_keeps_its_own_scenarios_and_every_other_item() -> None:
    made = generate(shipped_page("mersey-care"), organisation="Mersey Care", setting="clinic-desk").items
    others = {item.id for item in bank("mersey-care").items if item.template not in SCENARIOS}
    assert {item.id for item in made if item.template not in SCENARIOS} == others
    assert {item.setting for item in made if item.template in SCENARIOS} == {"clinic desk"}


@each_page
def test_what_was_suppressed_is_reported_once_with_its_rule(name: str) -> None:
    found = bank(name).findings
    assert len(found) == len(set(found)) > 0
    assert all(one.severity is Severity.NOTE and one.rule and one.words for one in found)


def _outside_quotations(text: str) -> str:
    return "".join(part.rpartition("”")[2] for part in text.split("“"))
