"""What presenters hand to the components: the rows, cells and choices of a page, ready to be printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of an error summary; `href` is "#" and the id of the field, or None."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One radio, checkbox or entry of a list; for a list `checked` means selected."""

    value: str
    text: str
    hint: str | None = None
    checked: bool = False
    disabled: bool = False
    exclusive: bool = False

    @property
    def selected(self) -> bool:
        """The same under the name a drop-down list uses."""
        return self.checked


@dataclass(frozen=True, slots=True)
class Divider:
    """A word between two choices."""

    divider: str = "or"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `sort` is "ascending", "descending" or "" and goes with the address that sorts by it."""

    text: str = ""
    href: str | None = None
    sort: str | None = None
    numeric: bool = False
    width: str | None = None
    """Such as "one-quarter"."""
    hidden: str | None = None
    """Instead of a text: a heading only screen readers meet."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A checkbox in a table; the cell's text is its label."""

    name: str
    value: str
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table that is more than a text: a link, with `hidden` words after it, a tag of a colour, or a box."""

    text: str
    href: str | None = None
    hidden: str | None = None
    tag: str | None = None
    nowrap: bool = False
    """Kept on one line, such as a date."""
    tick: Tick | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """A link at the end of a row; `hidden` says what it is about to those who hear it alone."""

    text: str
    href: str
    hidden: str | None = None


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One fact of a summary list."""

    key: str
    value: str
    actions: tuple[Action, ...] = ()
