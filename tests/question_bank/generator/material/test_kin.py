from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.material.kin import find_kin


def fact(name: str, text: str) -> Fact:
    return Fact(name, text, 1, Role.SECTION, "Our strategy")


def test_passages_with_a_run_of_content_in_common_are_kin() -> None:
    kin = find_kin(
        [
            fact("a", "pursue clinical excellence, prevention and integration in our services"),
            fact("b", "meet needs through clinical excellence, prevention and integration"),
            fact("c", "attract and retain the best people"),
        ]
    )
    assert kin == {"a": ("b",), "b": ("a",)}


def test_words_that_only_link_make_nobody_kin() -> None:
    assert (
        find_kin([fact("a", "it is what we do for all of them"), fact("b", "this is what we do for all of us")]) == {}
    )
