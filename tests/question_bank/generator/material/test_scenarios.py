"""The library of situations: its loader, and what every stub in it has to keep to."""

import re
import tomllib
from collections import defaultdict
from importlib import resources
from itertools import combinations
from typing import Any

import pytest

from question_bank.errors import FormatError
from question_bank.generator.material.scenarios import (
    SETTINGS,
    Stub,
    Theme,
    find_setting,
    list_stubs,
    read_stubs,
    read_themes,
)
from question_bank.text import sentences
from question_bank.words import jaccard, stems, words

MOST_WORDS = 40
MOST_A_SENTENCE = 18
# What values pages speak of most.
COMMON = (
    *("open", "courage", "self-aware", "include", "respect", "account", "together"),
    *("improve", "learn", "compassion", "efficient", "trust", "support", "responsive"),
)
UNWANTED = re.compile(
    r"\b(?:failed|please|sorry|easy|easily|simple|simply|click|diagnos\w*|symptom\w*|dose\w*|medication\w*|"
    r"often|usually|regularly|rarely|generally|frequently|occasionally|sometimes)\b|[!“”\"]",
    re.IGNORECASE,
)
# Days, festivals and the pronoun are the only words with a capital inside a sentence.
CAPITALS = {"I", "Monday", "Mondays", "Tuesday", "Thursday", "Friday", "Christmas"}

STUBS = list_stubs()
each_stub = pytest.mark.parametrize("stub", STUBS, ids=[stub.id for stub in STUBS])

ENTRY: dict[str, Any] = {
    "concept": "open",
    "also": ["trust"],
    "about": "saying what went wrong",
    "shows": ["own up", "say + mistake*"],
    "unless": ["feedback"],
    "touches": ["wrong"],
}
ONE: dict[str, Any] = {
    "id": "ward-slip",
    "theme": "slip",
    "situation": "You took the wrong chart.",
    "deed": "say so",
    "temptations": ["put it back", "wait a day"],
    "reasons": ["Nobody would know.", "A day is long."],
}


def theme(**changes: Any) -> Theme:
    return read_themes({"slip": {**ENTRY, **changes}}, place="themes")["slip"]


def test_the_library_is_large_and_every_setting_has_its_share() -> None:
    shares = {setting: len(list_stubs(setting)) for setting in SETTINGS}
    assert sum(shares.values()) == len(STUBS) >= 72
    assert min(shares.values()) >= 12


def test_ids_are_unique_and_begin_with_their_setting() -> None:
    assert len({stub.id for stub in STUBS}) == len(STUBS)
    assert all(stub.id.startswith(stub.setting.replace(" ", "-") + "-") for stub in STUBS)


def test_what_pages_speak_of_most_has_three_stubs_in_two_settings() -> None:
    settings = defaultdict(list)
    for stub in STUBS:
        settings[stub.theme.concept].append(stub.setting)
    assert all(len(settings[name]) >= 3 and len(set(settings[name])) >= 2 for name in COMMON), settings


def test_concepts_are_those_of_the_lexicon() -> None:
    lexicon = tomllib.loads(resources.files("question_bank").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    named = {concept for stub in STUBS for concept in (stub.theme.concept, *stub.theme.also)}
    assert named <= {name for name, entry in lexicon.items() if not entry.get("generic")}


@each_stub
def test_a_situation_is_short_and_in_short_sentences(stub: Stub) -> None:
    told = f"{stub.situation} You {stub.deed}."
    assert len(words(told)) <= MOST_WORDS
    said = sentences(told)
    assert sum(len(words(sentence)) for sentence in said) <= MOST_A_SENTENCE * len(said)


@each_stub
def test_a_situation_is_in_plain_words_and_names_nobody(stub: Stub) -> None:
    texts = (stub.situation, stub.deed, *stub.temptations, stub.theme.about, *stub.reasons)
    assert not [found for text in texts for found in UNWANTED.findall(text)]
    for text in texts:
        inside = [word for sentence in sentences(text) for word in words(sentence)[1:]]
        assert not [word for word in inside if word[0].isupper() and word not in CAPITALS]


@each_stub
def test_deed_and_temptations_are_alike_in_form_and_no_word_tells_them_apart(stub: Stub) -> None:
    texts = (stub.deed, *stub.temptations)
    assert all(text[0].islower() and text[-1].isalpha() and not text.startswith(("be ", "to ")) for text in texts)
    lengths = [len(text) for text in texts]
    assert lengths[0] <= 1.1 * max(lengths[1:])
    assert max(lengths) <= 2.2 * min(lengths)
    told, right = stems(stub.situation), stems(stub.deed)
    wrong = stems(" ".join(stub.temptations))
    assert not told & right - wrong
    assert not told & wrong - right


def test_the_deed_is_the_longest_of_three_no_more_than_chance_would_have_it() -> None:
    longest = sum(len(stub.deed) > max(map(len, stub.temptations)) for stub in STUBS)
    shortest = sum(len(stub.deed) < min(map(len, stub.temptations)) for stub in STUBS)
    assert max(longest, shortest) <= 0.4 * len(STUBS)


@each_stub
def test_each_temptation_has_a_reason_of_its_own_in_one_sentence(stub: Stub) -> None:
    assert len(set(stub.reasons)) == 2
    assert all(reason.endswith(".") and len(sentences(reason)) == 1 for reason in stub.reasons)


def test_no_two_stubs_tell_the_same() -> None:
    told = [(stub.id, stems(f"{stub.situation} {stub.deed}")) for stub in STUBS]
    alike = [(one, other) for (one, a), (other, b) in combinations(told, 2) if jaccard(a, b) >= 0.3]
    assert alike == []


@pytest.mark.parametrize("name", ["clinic desk", "Clinic-Desk", " clinic_desk "])
def test_a_setting_is_known_however_it_is_written(name: str) -> None:
    assert find_setting(name) == "clinic desk"


def test_an_unknown_setting_is_answered_with_those_there_are() -> None:
    with pytest.raises(FormatError, match=r"no setting “moon”; known are ward, .*, estates"):
        list_stubs("moon")


def test_a_passage_shows_a_theme_by_a_pattern_or_by_all_parts_of_one() -> None:
    assert theme().is_shown_by("We own up in time.")
    assert theme().is_shown_by("We say so where there are mistakes")
    assert not theme().is_shown_by("We say what we mean")
    assert not theme().is_shown_by("We own up after feedback")


def test_what_comes_late_in_a_long_passage_is_not_its_main_point() -> None:
    late = "We keep our rooms warm and our paths clear of snow and ice, and own up"
    assert not theme().is_shown_by(late)
    assert theme().is_shown_by("We own up, and keep our rooms warm and our paths clear of snow and ice")
    assert not theme().is_shown_by("We own up " + "and then go on with it " * 6)


@pytest.mark.parametrize("text", ["what went wrong", "earn trust", "honest in all", "own up after feedback"])
def test_a_passage_touches_a_theme_by_a_pattern_or_a_concept(text: str) -> None:
    assert theme().is_touched_by(text)
    assert not theme().is_touched_by("keep rooms warm")


def test_an_empty_list_of_patterns_matches_nothing() -> None:
    assert theme(unless=[]).is_shown_by("We own up after feedback")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"about": " "}, "slip: field 'about' must be text"),
        ({"shows": "own up"}, "field 'shows' must be a list of texts"),
        ({"colour": "red"}, "field 'colour' is not known"),
    ],
)
def test_a_theme_that_is_not_whole_is_refused_with_its_field(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(FormatError, match=re.escape(fault)):
        theme(**changes)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"theme": "none"}, "scenarios of ward: ward-slip: there is no theme “none”"),
        ({"temptations": ["put it back"]}, "field 'temptations' must hold 2 texts"),
        ({"reasons": ["It hides."]}, "field 'reasons' must hold 2 texts"),
        ({"deed": 3}, "field 'deed' must be text"),
    ],
)
def test_a_stub_that_is_not_whole_is_refused_with_its_field(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(FormatError, match=re.escape(fault)):
        read_stubs({"stubs": [{**ONE, **changes}]}, setting="ward", themes={"slip": theme()})


def test_a_missing_field_and_another_layout_are_refused() -> None:
    without = {name: value for name, value in ONE.items() if name != "deed"}
    for content, fault in (({"stubs": [without]}, "'deed' is missing"), ({"stub": []}, "written as")):
        with pytest.raises(FormatError, match=fault):
            read_stubs(content, setting="ward", themes={"slip": theme()})
