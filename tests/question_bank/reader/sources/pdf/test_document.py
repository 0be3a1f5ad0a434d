import pytest

from question_bank.errors import ReadError
from question_bank.reader.sources.pdf.document import read_pdf
from tests.question_bank.reader.sources.made_files import pdf, pdf_text

LONG = "We say so on the same day, whoever has been harmed by what we did and whatever it may cost"


def lines(*rows: tuple[str, float, float]) -> str:
    return "".join(pdf_text(text, size=11, x=x, y=y) for text, x, y in rows)


def test_room_makes_blank_lines_and_wrapped_lines_are_joined() -> None:
    page = pdf_text("Candour", size=16, x=72, y=700) + lines(
        (LONG, 72, 670), ("the Trust to do so.", 72, 657), ("• mend", 90, 630), ("• swap", 90, 617)
    )
    assert read_pdf(pdf([page])).text == f"Candour\n\n{LONG} the Trust to do so.\n\n  • mend\n  • swap"


def test_a_bullet_that_is_drawn_is_a_bullet() -> None:
    dot = "76 633 4 4 re f\n"
    page = lines(("We will:", 60, 700)) + dot + lines(("mend", 90, 630), ("and not waste", 90, 600))
    assert read_pdf(pdf([page])).text == "We will:\n\n  • mend\n\nand not waste"


def test_what_stands_on_every_page_is_read_once_and_its_number_never() -> None:
    pages = [
        lines(("Staff handbook", 72, 800), (f"Text {word}", 72, 500), (f"Page {number} of 3", 300, 30))
        for number, word in enumerate(("one", "two", "three"), start=1)
    ]
    assert read_pdf(pdf(pages)).text.split("\n") == ["Staff handbook", "", "Text one", "Text two", "Text three"]


def test_a_sentence_runs_on_over_the_end_of_a_page() -> None:
    text = read_pdf(pdf([lines((LONG, 72, 60)), lines(("the Trust to do so.", 72, 780))])).text
    assert text == f"{LONG} the Trust to do so."


def test_marks_of_print_become_letters() -> None:
    page = lines(("• co-", 72, 700), ("Our 1. first", 72, 640))
    assert read_pdf(pdf([page])).text == "  • co-\n\nOur 1. first"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (pdf([""]), "pictures of text"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (pdf(["x"] * 301), "more than 300 pages"),
        (
            pdf([lines(("a", 1, 1))]).replace(
                b"/Root 1 0 R",
                b"/Root 1 0 R /ID [(a) (a)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ("
                + b"o" * 32
                + b") /U ("
                + b"u" * 32
                + b") >>",
            ),
            "password",
        ),
    ],
)
def test_a_file_without_words_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read_pdf(content)
