"""A copy of a letter: everything it says, and nothing that lets its reader in."""

from quizapp.output.letter import Letter, Link, as_copy, as_page, as_text

PUBLIC = Link("Start", "https://q.example/learning/7")
SECRET = Link("Answer now", "https://q.example/boosters/t0ken", is_secret=True)


def test_a_copy_has_every_word_but_the_secret_of_a_link() -> None:
    letter = Letter("Two questions", ("Hello.", PUBLIC, SECRET))
    assert as_copy(letter) == (
        "Hello.\n\nStart:\nhttps://q.example/learning/7\n\nAnswer now:\nhttps://q.example/boosters/…\n"
    )
    assert "https://q.example/boosters/t0ken" in as_text(letter)
    assert "https://q.example/boosters/t0ken" in as_page(letter)


def test_a_secret_link_of_a_preview_has_no_address_to_hide() -> None:
    assert as_copy(Letter("", (Link("Answer now", is_secret=True),))) == "Answer now\n"
