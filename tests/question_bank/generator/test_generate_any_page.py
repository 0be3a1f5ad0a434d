"""Pages of every small shape: never an exception, never an item that fails a gate, always a word on what is lacking."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.checks import check_bank
from question_bank.generator import generate
from question_bank.model import Passage, Section, Severity, Value, ValuesPage
from question_bank.reader import read_text

LINES = (
    "listen to patients and their families with patience",
    "We keep our promises to colleagues and neighbours.",
    "share good ideas, honest feedback and small successes with local teams",
    "by mending what we have before we buy",
    "Agility",
    "treat every visitor with kindness, dignity and respect",
    "Own our mistakes openly and learn from them together;",
    "I ask for help early when I am out of my depth",
    "To work side by side with service users and “experts by experience”",
    "wait for somebody else to notice",
)
NAMES = ("Kindness", "Respect", "We put people first", "Positively", "Good neighbours", "Honesty & Openness", "Thrift")
HEADINGS = ("Our people", "Our strategy", "Our values", "What drives us")


def page_of(
    names: list[str | None], lines: list[str], *, vision: str | None, headings: list[str], unwanted: list[str]
) -> ValuesPage:
    """A page with these parts, each on a line of its own."""
    printed: list[str] = []

    def print_line(text: str) -> Passage:
        start = sum(len(line) + 1 for line in printed)
        printed.append(text)
        return Passage(text, len(printed), start, start + len(text))

    stated = print_line(vision) if vision else None
    values = []
    for place, name in enumerate(names):
        heading = print_line(name or "")
        own = tuple(print_line(line) for line in lines[place::4])
        avoid = tuple(print_line(line) for line in unwanted) if place == 0 else ()
        definition = print_line(f"{lines[0]} and {lines[-1]}") if place % 2 and lines else None
        values.append(Value(name, heading.line, definition=definition, behaviours=own, avoid=avoid))
    sections = []
    for heading_text in headings:
        heading = print_line(heading_text)
        sections.append(Section(heading_text, heading.line, (print_line(f"We {lines[0]}." if lines else "We care."),)))
    return ValuesPage("\n".join(printed), "0" * 64, vision=stated, values=tuple(values), sections=tuple(sections))


pages = st.builds(
    page_of,
    st.lists(st.sampled_from(NAMES) | st.none(), max_size=5),
    st.lists(st.sampled_from(LINES), max_size=9),
    vision=st.none() | st.sampled_from(LINES),
    headings=st.lists(st.sampled_from(HEADINGS), max_size=4, unique=True),
    unwanted=st.lists(st.sampled_from(LINES), max_size=3),
)


@given(page=pages, organisation=st.sampled_from([None, "Fernbrook", "The Fernbrook Hospitals"]), seed=st.integers(0, 9))
def test_any_page_gives_sound_items_and_no_exception(page: ValuesPage, organisation: str | None, seed: int) -> None:
    bank = generate(page, organisation=organisation, seed=seed)
    found = check_bank(bank.items, page=page, organisation=organisation)
    assert [(one.rule, one.words) for one in found if one.severity is Severity.FAIL] == []
    assert bank.items or any(one.rule == "too-little" for one in bank.findings)


@given(text=st.lists(st.sampled_from((*LINES, *NAMES, "Our values", "Our vision", "We will:", "", "• Thrift", "- "))))
def test_any_text_gives_sound_items_and_no_exception(text: list[str]) -> None:
    page = read_text("\n".join(text))
    bank = generate(page, organisation="Fernbrook")
    found = check_bank(bank.items, page=page, organisation="Fernbrook")
    assert [(one.rule, one.words) for one in found if one.severity is Severity.FAIL] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Our values\n\n  • Candour\n  • Thrift\n", "no-behaviours"),
        ("What we do\n\nWe run three clinics.\n", "no-values"),
        ("", "too-little"),
        ("Our values\n\n\n  • we say so on the same day\n  • we mend before we buy\n", "headless"),
    ],
)
def test_a_page_with_too_little_says_what_it_lacks(text: str, rule: str) -> None:
    bank = generate(read_text(text), organisation="Fernbrook")
    assert rule in {found.rule for found in bank.findings}
    assert bank.capacity.different_papers == 0
