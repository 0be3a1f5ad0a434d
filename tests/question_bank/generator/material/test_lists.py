import pytest

from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.material.lists import kinds_of, lists_in


def found(text: str) -> list[tuple[str, ...]]:
    return [one.members for one in lists_in(Fact("section/1", text, 1, Role.SECTION, "Our plans"))]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("provide safe, timely, effective and person-centred care", ("safe", "timely", "effective", "person-centred")),
        (
            "pursue clinical excellence, prevention and integration",
            ("clinical excellence", "prevention", "integration"),
        ),
        ("built on trust, openness, and understanding with all", ("trust", "openness", "understanding")),
    ],
)
def test_a_list_has_members_of_one_kind(text: str, members: tuple[str, ...]) -> None:
    assert found(text) == [members]


@pytest.mark.parametrize(
    "text",
    [
        "with compassion and courage",
        "from colleagues, internal and external, and service users",
        "work in great teams, and we will share",
        "we care, we listen and we act",
    ],
)
def test_what_is_no_list_of_three_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_list_keeps_its_words_as_printed() -> None:
    (one,) = lists_in(Fact("x", "give research, development and innovation room", 1, Role.SECTION, "Our plans"))
    assert one.text == "research, development and innovation"
    assert kinds_of(one.members[0]) == {"quality"}
