import pytest

from question_bank.generator.writing.visions import visions_like
from tests.question_bank.generator.desks import FERNBROOK, desk

VISION = "To give everybody in the valley calm, joined up care that keeps them close to home"


def test_visions_open_as_the_page_s_own_does() -> None:
    assert visions_like(desk(), VISION)
    assert all(vision.startswith("To ") for vision in visions_like(desk(), VISION))
    assert all(vision.startswith("A ") for vision in visions_like(desk(), "A village where nobody waits in pain"))


def test_visions_are_about_as_long_as_the_page_s_own() -> None:
    for vision in visions_like(desk(), VISION):
        assert 0.5 < len(vision) / len(VISION) < 2


def test_a_vision_that_shares_a_word_with_the_page_s_own_is_left_out() -> None:
    assert not any("valley" in vision or "home" in vision for vision in visions_like(desk(), VISION))


def test_a_vision_whose_words_stand_on_the_page_is_left_out() -> None:
    listed = visions_like(desk(), VISION)[0]
    said = desk(FERNBROOK.replace("greet each newcomer at the gate", f"work {listed[0].lower()}{listed[1:]}"))
    assert listed not in visions_like(said, VISION)


@pytest.mark.parametrize(
    ("vision", "opening"),
    [
        ("The calmest ward in the country", "The "),
        ("That nobody waits in pain for a nurse", "That "),
        ("Every guest greeted, every lamp mended", "Every "),
        ("Mending what we have, lending what we can", ""),
    ],
)
def test_each_form_of_a_vision_has_its_own_list(vision: str, opening: str) -> None:
    found = visions_like(desk(), vision)
    assert found
    assert all(text.startswith(opening) if opening else text.split()[0].endswith("ing") for text in found)
