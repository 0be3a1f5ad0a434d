"""A desk over a page that a test writes down, and the items a template writes at it."""

from collections.abc import Callable, Iterator

from question_bank.generator.material.collect import collect_facts
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.model import Item
from question_bank.reader import read_text

FERNBROOK = """Our vision

To give everybody in the valley calm, joined up care that keeps them close to home.

Our values

Candour

This means we:

  • report a near miss on the same day and tell the family what happened
  • ask a second nurse before we sign for a doubtful dose

Thrift

This means we:

  • repair a wheelchair before ordering another from the catalogue
  • share lifts to the outlying clinics wherever the rota allows

Neighbourliness

This means we:

  • greet each newcomer at the gate by the name they prefer
  • lend our kitchen and garden to the lunch club next door

Stamina

This means we:

  • finish the evening round however late the snow plough comes
  • rest properly between two long weeks on duty
"""


def desk(text: str = FERNBROOK, *, organisation: str | None = "Fernbrook", seed: int = 0) -> Desk:
    """A desk over the page that this text is read as."""
    return Desk(collect_facts(read_text(text), organisation=organisation), organisation, seed)


def first_items(ask: Callable[[Desk], Iterator[Slot]], at: Desk) -> list[Item]:
    """The first way to write each item that a template asks for."""
    return [item for slot in ask(at) for item in list(slot.attempts)[:1]]


def rules(ask: Callable[[Desk], Iterator[Slot]], at: Desk) -> list[str]:
    """The rules given for items that cannot be written."""
    return [slot.lacks for slot in ask(at) if not list(slot.attempts)]
