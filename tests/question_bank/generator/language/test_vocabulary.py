from question_bank.generator.language.vocabulary import (
    ADJECTIVES,
    MODIFIERS,
    WordClass,
    are_near,
    classes,
    is_listed,
    is_weak,
    modifier_class,
    modifiers,
    vocabulary,
)


def test_a_listed_word_has_the_classes_of_its_lists() -> None:
    assert classes("trust") == {WordClass.VIRTUES, WordClass.VERBS_TO_PEOPLE}
    assert classes("safe") <= ADJECTIVES


def test_an_unlisted_word_is_judged_by_its_ending_and_is_known_for_a_guess() -> None:
    assert classes("subsidiarity") == {WordClass.OUTCOMES}
    assert not is_listed("subsidiarity")
    assert classes("plough") == frozenset()


def test_every_list_is_filled_in_small_letters_and_offers_words_that_mean_something() -> None:
    for name in WordClass:
        words = vocabulary(name)
        assert words or name is WordClass.OTHER_ADJECTIVES, name
        assert all(word == word.casefold() and not is_weak(word) for word in words)


def test_a_word_bank_can_always_be_filled() -> None:
    single = [name for name in WordClass if name not in MODIFIERS and name is not WordClass.OTHER_ADJECTIVES]
    assert all(len(vocabulary(name)) >= 6 for name in single)


def test_qualifiers_of_several_words_have_one_class() -> None:
    assert modifier_class("high quality") is WordClass.MODIFIERS_OF_QUALITY
    assert modifier_class("whole person") is WordClass.MODIFIERS_OF_KIND
    assert modifier_class("quality") is None
    assert list(modifiers()) == sorted(modifiers())


def test_words_that_mean_nearly_the_same_are_known() -> None:
    assert are_near("advice", "guidance")
    assert are_near("person centred", "whole person")
    assert not are_near("advice", "feedback")
    assert not are_near("plough", "plough")
