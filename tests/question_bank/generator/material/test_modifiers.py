from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.material.modifiers import modifiers_in, runs_in


def fact(text: str) -> Fact:
    return Fact("vision/1", text, 1, Role.VISION, None)


def test_a_qualifier_of_two_words_stands_before_its_noun() -> None:
    assert modifiers_in(fact("perfect, whole person care")) == ((1, "whole person"),)


def test_a_second_qualifier_may_come_between() -> None:
    assert modifiers_in(fact("access to high quality and efficient public services")) == ((2, "high quality"),)


def test_two_nouns_joined_are_no_qualifier() -> None:
    assert modifiers_in(fact("their mental health and social needs")) == ()
    assert runs_in(fact("their mental health and social needs")) == ((1, "mental health"),)


def test_capitals_are_names() -> None:
    assert runs_in(fact("the NHS Long Term plan")) == ()
