"""Advice on coverage names what no item is about, and is silent where enough is asked."""

from collections.abc import Sequence

from question_bank.checks.advice.coverage import coverage
from question_bank.checks.evidence.case import Case, open_case
from question_bank.checks.evidence.printed import index_page
from question_bank.model import Citation, Item, Kind, Passage, Proof, Section, Value, ValuesPage
from tests.question_bank.build import item, right, wrong


def _passage(text: str) -> Passage:
    return Passage(text, 1, 0, len(text))


LINES = ("mend the doors", "paint the walls", "lock the gates", "sweep the yard", "feed the cat")
PAGE = ValuesPage(
    text="",
    sha256="",
    vision=_passage("A house that stands."),
    values=(
        Value("Thrift", 1, behaviours=tuple(_passage(line) for line in LINES)),
        Value(None, 3, behaviours=(_passage("ring the bell"),)),
    ),
    sections=(
        Section("Our plans", 5, (_passage("We will build a barn."),)),
        Section("Our values", 6, (_passage("Our values are:"),)),
    ),
)


def _about(text: str, *, value: str | None = None) -> Item:
    asked = item(Kind.SINGLE, f"What of {text}?", [right("this"), wrong("that", Proof.NOT_ON_PAGE)], value=value)
    return item(Kind.SINGLE, asked.stem, list(asked.options), source=(Citation(1, text),), value=value)


ENOUGH = [
    *(_about(line, value="Thrift") for line in LINES[:4]),
    _about("A house"),
    _about("that stands"),
    _about("build a barn"),
]


def _notes(items: Sequence[Item], *, page: ValuesPage | None = PAGE) -> list[str]:
    printed = index_page(page, organisation=None) if page else None
    cases: list[Case] = [open_case(one, printed=printed, organisation=None) for one in items]
    return list(coverage(cases))


def test_a_bank_that_asks_enough_hears_nothing() -> None:
    assert _notes(ENOUGH) == []


def test_what_is_missing_is_named() -> None:
    assert _notes(ENOUGH[:1]) == [
        "“Thrift” is asked about by 1 of 1 items",
        "1 of 5 behaviours are in an item; not “paint the walls”, “lock the gates”, “sweep the yard”, “feed the cat”",
        "the vision is asked about by 0 of 1 items",
        "no item is about “Our plans”",
    ]


def test_four_of_five_behaviours_are_enough_and_three_are_not() -> None:
    assert [note for note in _notes(ENOUGH[1:]) if "behaviours" in note] == [
        "3 of 5 behaviours are in an item; not “mend the doors”, “feed the cat”"
    ]


def test_a_matching_item_counts_for_each_value_it_names() -> None:
    matching = item(Kind.MATCHING, "Match.", [], pairs=(("mend the doors", "Thrift"),))
    assert not [note for note in _notes([*ENOUGH[:1], matching]) if note.startswith("“Thrift”")]


def test_without_the_page_nothing_is_said_of_it() -> None:
    assert _notes(ENOUGH[:1], page=None) == []
