import pytest

from question_bank.generator.material.scenes import has_setting, shows_what_it_names


@pytest.mark.parametrize(
    ("line", "scene", "shown"),
    [
        ("keep the bus on time", "The queue at your desk is long.", False),
        ("keep the bus on time", "Your passengers are waiting. You start the route.", True),
        ("tell patients the truth", "A colleague asks you for the figures.", False),
        ("tell patients and colleagues the truth", "A colleague asks you for the figures.", True),
        ("treat all people fairly", "The queue at your desk is long.", True),
    ],
)
def test_what_a_line_names_stands_in_the_scene(line: str, scene: str, shown: bool) -> None:
    assert shows_what_it_names(line, scene=scene) is shown


def test_a_ward_is_a_setting_of_pages_that_speak_of_patients() -> None:
    assert has_setting("We put patients first.", setting="ward")
    assert not has_setting("We put residents first.", setting="ward")


def test_an_office_is_a_setting_of_every_page() -> None:
    assert has_setting("We put residents first.", setting="office")
