"""Short ways to write a page down and to say what was read from it."""

from collections.abc import Callable
from textwrap import dedent

from question_bank.model import Concern, ConcernKind, ValuesPage
from question_bank.reader import read_text


def read(text: str) -> ValuesPage:
    """Read a page that is indented like the test around it."""
    return read_text(dedent(text).strip("\n"))


def page_of(test: Callable[[], None]) -> ValuesPage:
    """Read the page that a test has for its docstring."""
    return read(test.__doc__ or "")


def names(page: ValuesPage) -> list[str | None]:
    """The names of the values in page order."""
    return [value.name for value in page.values]


def behaviours(page: ValuesPage) -> dict[str | None, list[str]]:
    """The wanted behaviours by name of their value."""
    return {value.name: [passage.text for passage in value.behaviours] for value in page.values}


def avoided(page: ValuesPage) -> dict[str | None, list[str]]:
    """The unwanted behaviours by name of their value."""
    return {value.name: [passage.text for passage in value.avoid] for value in page.values}


def meanings(page: ValuesPage) -> dict[str | None, str | None]:
    """The meanings by name of their value."""
    return {value.name: value.definition.text if value.definition else None for value in page.values}


def headings(page: ValuesPage) -> list[str]:
    """The headings of the sections in page order."""
    return [section.heading for section in page.sections]


def unattached(page: ValuesPage) -> list[str]:
    """The behaviours that no value owns."""
    return [passage.text for passage in page.unattached]


def concerns(page: ValuesPage, kind: ConcernKind) -> list[Concern]:
    """The concerns of one kind."""
    return [concern for concern in page.concerns if concern.kind is kind]
