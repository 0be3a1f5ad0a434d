import re
from html.parser import HTMLParser

import pytest

from question_bank.formats.booklet import write_booklet
from question_bank.generator import generate
from question_bank.model import Bank, Kind, ValuesPage
from question_bank.reader import read_text
from tests.question_bank.build import shipped_bank, shipped_page

PAGE = shipped_page("nhs-somerset")
KNOWN = (("Source", "https://example.org"), ("Taken on", "2025-11-01"))
VOID = ("meta", "br", "hr")


class Outline(HTMLParser):
    """Open elements, headings in order, and ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.ids += [value for key, value in attrs if key == "id" and value]
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def somerset_bank() -> Bank:
    return shipped_bank("nhs-somerset", organisation="NHS Somerset")


def booklet(bank: Bank | None = None, page: ValuesPage = PAGE) -> str:
    return write_booklet(bank or somerset_bank(), page=page, known=KNOWN)


def test_the_markup_is_whole_and_its_headings_skip_no_level() -> None:
    outline = Outline(booklet())
    assert outline.open == []
    assert outline.levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(outline.levels, outline.levels[1:], strict=False))
    assert len(outline.ids) == len(set(outline.ids))


def test_it_needs_no_script_and_nothing_from_elsewhere() -> None:
    text = booklet()
    assert Outline(text).names.isdisjoint({"script", "link", "img", "iframe", "form"})
    assert not re.search(r"url\(|@import|src=", text)
    assert re.findall(r'href="([^"]*)"', text) == ["#questions"]


def test_every_question_stands_in_it_with_all_its_reasons() -> None:
    text = booklet()
    assert text.count('<article class="item"') == len(somerset_bank().items)
    for item in somerset_bank().items:
        assert item.id in text
    assert text.count('<li class="wrong">') == sum(len(item.distractors) for item in somerset_bank().items)


@pytest.mark.parametrize("part", [PAGE.sha256, "https://example.org", "2025-11-01", "What the page lacks", "Sign-off"])
def test_it_says_what_page_it_is_about(part: str) -> None:
    assert part in booklet()


def test_what_was_left_out_stands_there_with_the_reason_in_words() -> None:
    text = booklet()
    assert "A heading is lost, so nobody can say what belongs to which value" in text
    assert "which names are among the values" in text


def test_the_same_bank_gives_the_same_text() -> None:
    assert booklet() == booklet()


def test_a_page_with_markup_in_it_stays_text() -> None:
    page = read_text("Our values\n\n  • Candour – saying <b>so</b> on the same day\n  • Thrift – mending chairs\n")
    text = booklet(generate(page, organisation="<i>Fernbrook</i>"), page)
    assert "<b>so" not in text
    assert "<i>" not in text


def test_an_empty_bank_has_a_booklet_too() -> None:
    page = read_text("Opening hours\n\nWe are open on weekdays.\n")
    bank = generate(page, organisation=None)
    text = write_booklet(bank, page=page)
    assert "Question booklet: " in text
    assert Outline(text).open == []


def test_the_table_counts_every_kind() -> None:
    cells = re.search(r'<th scope="row">All parts</th>(.*?)</tr>', booklet())
    assert cells
    counts = [int(number) for number in re.findall(r"<td>(\d+)</td>", cells.group(1))]
    assert counts == [
        *(sum(item.kind is kind for item in somerset_bank().items) for kind in Kind),
        len(somerset_bank().items),
    ]
