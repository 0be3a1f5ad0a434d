import pytest

from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.material.phrases import phrases_in, whole_phrases_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "supported by thriving communities with timely and easy access",
            ["thriving communities", "timely and easy access"],
        ),
        ("access to high quality and efficient public services", ["high quality and efficient public services"]),
        ("their mental health and local networks", ["local networks"]),
        ("perfect, whole person care that helps people live healthier lives", ["whole person care", "healthier lives"]),
        ("have a negative impact on patients", ["negative impact"]),
        ("We have Ambitious Plans for all", []),
        ("the way we work", []),
    ],
)
def test_phrases_are_whole(text: str, expected: list[str]) -> None:
    fact = Fact("vision/1", text, 1, Role.VISION, None)
    assert [phrase.text for phrase in phrases_in(fact)] == expected


def test_a_phrase_near_a_slip_is_left_out() -> None:
    fact = Fact("vision/1", "thriving communities and local networks", 1, Role.VISION, None, typo_places=frozenset({0}))
    assert [phrase.text for phrase in phrases_in(fact)] == ["local networks"]


def test_half_of_a_pair_is_no_whole_phrase() -> None:
    fact = Fact(
        "x", "the expansion of community and mental health services, with mutual trust", 1, Role.SECTION, "Our plans"
    )
    assert [phrase.text for phrase in whole_phrases_in(fact)] == ["mutual trust"]
