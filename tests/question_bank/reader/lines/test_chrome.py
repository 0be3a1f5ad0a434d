import pytest

from question_bank.reader.lines.chrome import drop_chrome, is_chrome
from question_bank.reader.lines.unit import split_lines


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "skip to content Skip to navigation",
        "Skip to main content Help with accessibility Skip to main navigation",
        "Home > About us > Our values",
        "Last updated: 3 May 2024",
        "[add some background]",
        "@fernbrooktrust",
        "Download the values booklet",
        "Accept all cookies",
        "This site uses cookies to work",
        "© Fernbrook 2024",
        "Page 2 of 3",
        "Was this page useful?",
        "Yes No",
        "Care   Support us   Shops   About",
        "Accessibility statement | Privacy | Cookies",
        "We use some essential cookies to make this website work. Accept all Reject all",
    ],
)
def test_a_line_that_is_all_furniture_is_dropped(line: str) -> None:
    assert drop_chrome(split_lines(line)) == ()


@pytest.mark.parametrize(
    "line",
    [
        "We never skip to the next patient",
        "Share...",
        "We bring cookies on Fridays",
        "At home in the valley",
        "Our menu of services",
        "Close to home",
        "Open | Patient | Thrifty",
        "Kind  Open  Fair",
        "Home / hospital",
        "Privacy",
    ],
)
def test_a_line_that_only_holds_such_words_stays(line: str) -> None:
    assert not is_chrome(line)


def test_a_doubtful_word_is_dropped_among_furniture_alone() -> None:
    kept = drop_chrome(split_lines("Menu\nSearch\nOur values\nPrivacy\nWe knock.\nShare this page\nPrint"))
    assert [line.text for line in kept] == ["Our values", "Privacy", "We knock."]
