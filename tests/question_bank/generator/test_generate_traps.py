"""What the two shipped pages set as traps: one test for each."""

import re
from itertools import combinations

from question_bank.model import Bank, DraftStatus, Item, Kind, Proof, are_enemies
from question_bank.words import stems
from tests.question_bank.build import shipped_bank, shipped_page

SOMERSET = shipped_page("nhs-somerset")
MERSEY = shipped_page("mersey-care")
HEADLESS = [passage.text for value in SOMERSET.values if value.name is None for passage in value.behaviours]
VALUE_NAMES = {value.name for value in (*SOMERSET.values, *MERSEY.values) if value.name}
OWNER_TEMPLATES = ("T1", "T1t", "T13", "T13t")


def somerset_bank() -> Bank:
    return shipped_bank("nhs-somerset", organisation="NHS Somerset")


def mersey_bank() -> Bank:
    return shipped_bank("mersey-care", organisation="Mersey Care")


def quoted(item: Item) -> str:
    """What the stem quotes beside the names of values."""
    return " / ".join(run for run in re.findall(r"“([^”]*)”", item.stem) if run not in VALUE_NAMES)


def texts(item: Item) -> list[str]:
    return [item.stem, *(option.text for option in item.options), *(side for pair in item.pairs or () for side in pair)]


def owner_items(items: tuple[Item, ...], words: str) -> list[Item]:
    return [item for item in items if item.template in OWNER_TEMPLATES and words in quoted(item)]


# NHS Somerset


def test_a_lost_heading_stays_without_a_name() -> None:
    using = [item for item in somerset_bank().items if any("unnamed" in fact for fact in item.facts)]
    resting = [item for item in using if any(citation.text in HEADLESS for citation in item.source)]
    assert {item.value for item in resting} == {None}
    assert {item.kind for item in resting} <= {Kind.GAP, Kind.MULTIPLE}
    assert any(item.kind is Kind.GAP and item.keys[0].text == "trust" for item in resting)
    shown = [option for item in somerset_bank().items for option in item.options if option.text in HEADLESS]
    assert shown == []


def test_membership_is_not_asked_while_a_heading_is_lost() -> None:
    assert not [item for item in somerset_bank().items if item.template == "T6" or "how many" in item.stem.casefold()]
    assert "headless" in {found.rule for found in somerset_bank().findings if found.words.startswith("T6")}


def test_a_likely_slip_is_neither_quoted_nor_left_out_nor_corrected() -> None:
    for item in somerset_bank().items:
        said = [*texts(item), *(option.rationale for option in item.options)]
        assert not any("live health" in text or "independent lives" in text or "healthy" in text for text in said)
    assert any("supported by thriving communities" in quoted(item) for item in somerset_bank().items)


def test_a_line_that_names_its_value_is_cut_or_asked_in_another_way() -> None:
    for words in ("identify opportunities", "support efforts", "encourage, enable", "take personal responsibility"):
        assert owner_items(somerset_bank().items, words) == []
    for item in (*somerset_bank().items, *mersey_bank().items):
        if item.template in OWNER_TEMPLATES:
            assert stems(item.keys[0].text).isdisjoint(stems(quoted(item))), item.stem
    assert len(owner_items(somerset_bank().items, "use the resources that we have”"[:-1])) == 1


def test_a_name_that_a_quotation_points_at_is_no_wrong_option() -> None:
    (honest,) = owner_items(somerset_bank().items, "are honest and transparent")
    assert "Personal Integrity" not in {option.text for option in honest.options}
    assert honest.status is DraftStatus.REVIEW  # of the names that are left, one has a line on mistakes too
    for item in owner_items(somerset_bank().items, "improve"):
        assert "Quality Improvement" not in {option.text for option in item.options}


def test_lines_that_say_nearly_the_same_are_never_key_and_wrong_option() -> None:
    near = [("develop positive relationships", "build relationships"), ("share best practice", "are honest")]
    near += [("share best practice", "support efforts"), ("commit to learning", "seek, reflect")]
    for item in somerset_bank().items:
        keys = [option.text for option in item.keys]
        wrong = [option.text for option in item.distractors]
        for one, other in near:
            for opening, against in ((one, other), (other, one)):
                together = any(k.startswith(opening) for k in keys) and any(w.startswith(against) for w in wrong)
                assert not together, item.id


def test_integrity_and_integrated_are_different_words() -> None:
    (courage,) = owner_items(somerset_bank().items, "have courage to challenge")
    assert {"Personal Integrity", "Integrated Working"} <= {option.text for option in courage.options}


def test_the_lead_in_gives_a_line_the_subject_it_lacks() -> None:
    for item in somerset_bank().items:
        if item.template in ("T1", "T1t"):
            assert "means that we “" in item.stem


def test_wrapped_lines_are_whole_and_cited_by_their_first_line() -> None:
    (item,) = owner_items(somerset_bank().items, "have courage to challenge")
    assert "negative impact on patients" in quoted(item)
    assert item.source[0].line == 35
    assert not any("\n" in text or "  " in text for item in somerset_bank().items for text in texts(item))


def test_page_furniture_and_the_title_are_in_no_item() -> None:
    for item in somerset_bank().items:
        assert not any("Skip to" in text or "Vision and Values" in text for text in texts(item))


def test_the_organisation_has_the_name_it_was_given() -> None:
    for item in somerset_bank().items:
        outside = re.sub(r"“[^”]*”", "", item.stem)
        assert "Somerset" not in outside.replace("NHS Somerset", "")
        assert "the NHS" not in outside


def test_the_vision_is_not_taken_for_conduct() -> None:
    resting = [item for item in somerset_bank().items if item.facts[0].startswith("vision/")]
    assert len(resting) >= 4
    assert all("vision" in item.stem and "behaviour" not in item.stem and item.value is None for item in resting)


# Mersey Care


def test_support_is_not_offered_where_supportive_is_quoted() -> None:
    for item in mersey_bank().items:
        if "supportive way" in quoted(item) and item.kind is Kind.SINGLE:
            assert "Support" not in {option.text for option in item.options}
        if item.kind is Kind.MATCHING and any("supportive" in left for left, _ in item.pairs or ()):
            assert "Support" not in {option.text for option in item.options}
    keyed = [item for item in mersey_bank().items if item.template in OWNER_TEMPLATES and item.value == "Support"]
    assert [quoted(item) for item in keyed] == ["… with compassion and courage"]


def test_a_value_that_is_also_a_phrase_elsewhere_is_not_asked_by_heading() -> None:
    asked = [item for item in mersey_bank().items if item.template == "T15"]
    assert asked
    assert not any("continuous improvement" in quoted(item).casefold() for item in asked)
    owner_asked = [item for item in mersey_bank().items if item.template in OWNER_TEMPLATES]
    assert not any(item.value == "Continuous improvement" for item in owner_asked)


def test_a_list_that_is_printed_twice_is_one_matter() -> None:
    twice = "prevention and integration"
    resting = [item for item in mersey_bank().items if any(twice in c.text for c in item.source)]
    lines = {c.line for item in resting for c in item.source}
    assert {5, 9} <= lines
    assert all(are_enemies(one, other) for one, other in combinations(resting, 2))
    members = [item for item in resting if item.template == "T16s"]
    assert [sorted(c.line for c in item.source) for item in members] == [[5, 9]]


def test_definitions_of_different_forms_are_not_offered_as_options() -> None:
    definitions = {value.definition.text.rstrip(".") for value in MERSEY.values if value.definition}
    assert not any(option.text in definitions for item in mersey_bank().items for option in item.options)


def test_names_and_hyphenated_words_are_whole() -> None:
    names = {option.text for item in mersey_bank().items if item.template == "T13" for option in item.options}
    assert names <= {"Continuous improvement", "Accountability", "Respect", "Enthusiasm", "Support"}
    keys = {option.text for item in mersey_bank().items for option in item.keys}
    assert {"co-production", "person-centred"} <= keys
    assert not {"co", "production", "centred"} & keys


def test_headings_asked_for_are_headings_of_sections() -> None:
    asked = {option.text for item in mersey_bank().items if item.template == "T15" for option in item.options}
    assert asked <= {section.heading for section in MERSEY.sections}
    assert "Our vision, strategy and values" not in asked


def test_a_mission_that_is_only_mentioned_is_not_asked_for() -> None:
    assert not [item for item in mersey_bank().items if "mission" in re.sub(r"“[^”]*”", "", item.stem)]


def test_absolutes_of_the_page_stay_as_printed() -> None:
    whole = "perfect, whole person care that helps people of all ages live healthier lives"
    assert any(whole in quoted(item) for item in mersey_bank().items)


def test_a_sentence_that_points_back_is_not_quoted_alone() -> None:
    said = [quoted(item) for item in (*mersey_bank().items, *somerset_bank().items)]
    assert not any("This includes" in text or text.startswith(("This ", "These ", "It ", "They ")) for text in said)


def test_a_word_that_the_page_leaves_out_is_never_a_key() -> None:
    for item in mersey_bank().items:
        for option in item.options:
            if option.text == "efficient":
                assert not option.correct
            if option.proof is Proof.NOT_ON_PAGE:
                assert option.text.casefold() not in MERSEY.text.casefold()


def test_the_organisation_s_own_name_is_no_cue() -> None:
    (item,) = (item for item in mersey_bank().items if item.template == "T10")
    assert "whole person care" in {option.text for option in item.keys}


def test_odd_grammar_is_quoted_as_it_stands() -> None:
    said = [quoted(item) for item in mersey_bank().items]
    assert any("workforce that work in great teams" in text for text in said)
    assert not any("workforce that works" in text for text in said)


def test_a_curly_apostrophe_is_no_end_of_a_name() -> None:
    assert any("Mersey Care’s strategy is to pursue" in quoted(item) for item in mersey_bank().items)
    assert any(item.stem.startswith("Which of Mersey Care’s values") for item in mersey_bank().items)
