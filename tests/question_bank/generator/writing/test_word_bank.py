from question_bank.generator.language.vocabulary import WordClass
from question_bank.generator.writing.gaps import Gap
from question_bank.generator.writing.word_bank import BankWord, say_the_same, words_of_page, words_of_vocabulary
from tests.question_bank.generator.desks import FERNBROOK, desk

AT = desk(
    FERNBROOK.replace("ask a second nurse", "build mutual trust and ask with courage and openness, not with pride,")
)
GAP = Gap("show kindness and honesty to all who visit us", "kindness", WordClass.VIRTUES)


def test_words_come_from_elsewhere_on_the_page_with_their_place() -> None:
    found = words_of_page(AT, GAP, owner=None)
    assert [word.text for word in found] == [
        "courage",
        "pride",
    ]  # “trust and honesty”, “openness and honesty” are stock phrases
    assert all(word.fact and word.fact.owner == "Candour" for word in found)


def test_words_of_the_line_the_heading_and_the_same_concept_are_left_out() -> None:
    assert "openness" not in [
        word.text for word in words_of_page(AT, Gap("x", "honesty", WordClass.VIRTUES), owner=None)
    ]
    assert "courage" not in [word.text for word in words_of_page(AT, GAP, owner="Courage at work")]


def test_listed_words_fill_up_what_the_page_does_not_use() -> None:
    found = [word.text for word in words_of_vocabulary(AT, GAP, owner=None)]
    assert "respect" in found
    assert not {"trust", "honesty", "compassion", "empathy", "warmth"} & set(found)


def test_qualifiers_of_several_words_are_of_the_same_kind() -> None:
    gap = Gap("give everybody whole person care", "whole person", WordClass.MODIFIERS_OF_KIND)
    assert [word.text for word in words_of_page(AT, gap, owner=None)] == ["joined up"]
    listed = [word.text for word in words_of_vocabulary(AT, gap, owner=None)]
    assert "evidence based" in listed
    assert not {"high quality", "best possible"} & set(listed)


def test_only_words_that_fit_the_place_stand_in_the_bank() -> None:
    gap = Gap("build mutual trust with neighbours", "trust", WordClass.VIRTUES, ("respect", "benefit", "courage"))
    assert [word.text for word in words_of_page(AT, gap, owner=None)] == ["courage"]
    assert [word.text for word in words_of_vocabulary(AT, gap, owner=None)] == ["benefit"]


def test_wrong_words_that_mean_the_same_are_known() -> None:
    assert say_the_same([BankWord("innovatively", None), BankWord("creatively", None)])
    assert not say_the_same([BankWord("courage", None), BankWord("patience", None)])


def test_the_name_of_a_value_is_in_no_bank() -> None:
    gap = Gap("show kindness to all who visit us", "kindness", WordClass.VIRTUES, ("candour", "respect"))
    assert [word.text for word in words_of_vocabulary(AT, gap, owner=None)] == ["respect"]
