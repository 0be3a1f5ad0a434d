import pytest

from question_bank.generator.language.grammar import class_in_place, count_content, is_noun, is_only_adjective, tokens
from question_bank.generator.language.vocabulary import WordClass


def class_of(word: str, text: str) -> WordClass | None:
    words = tokens(text)
    return class_in_place(words, [token.word for token in words].index(word))


def test_words_carry_their_places_and_the_marks_before_them() -> None:
    found = tokens("Be fair, joined-up & kind.")
    assert [(token.word, token.gap) for token in found] == [
        ("be", ""),
        ("fair", ""),
        ("joined-up", ","),
        ("&", ""),
        ("kind", ""),
    ]
    assert found[2].start == 9


def test_content_is_counted_without_the_words_that_only_link() -> None:
    assert count_content("think innovatively about how best to use the resources that we have") == 5


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("trust", "build relationships built on mutual trust, openness and understanding", WordClass.VIRTUES),
        ("trust", "we trust colleagues to decide", WordClass.VERBS_TO_PEOPLE),
        ("communities", "supported by thriving communities with timely access", WordClass.GROUPS),
        ("transparent", "are honest and transparent and are not afraid", WordClass.CHARACTERS),
        ("safe", "the provision of excellent, safe, high quality service", WordClass.SERVICES),
        ("openly", "learning from mistakes with colleagues openly", WordClass.ADVERBS),
        ("challenge", "have courage to challenge others", WordClass.VERBS_TO_PEOPLE),
        ("limitations", "understand our own limitations and know", WordClass.THINGS),
        ("impact", "may have a negative impact", WordClass.SINGULAR),
        ("help", "using technology to help improve our care", None),
        ("service", "internal and external, service users", None),
        ("external", "from colleagues, internal and external, and service users", None),
    ],
)
def test_the_words_around_a_word_settle_its_class(word: str, text: str, expected: WordClass | None) -> None:
    assert class_of(word, text) is expected


def test_a_noun_may_close_a_phrase_and_a_qualifier_may_not() -> None:
    assert is_noun("colleagues")
    assert is_noun("procedures")
    assert not is_noun("with")
    assert is_only_adjective("thriving")
    assert not is_only_adjective("colleagues")
