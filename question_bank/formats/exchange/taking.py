"""Taking one question after another out of a file, with what was written beside it, and listing what does not come."""

from collections.abc import Callable
from dataclasses import replace

from question_bank.errors import FormatError
from question_bank.formats.exchange.carried import complete_bank, merge
from question_bank.formats.exchange.questions import Question, to_item, unique_ids
from question_bank.formats.transfer import Incoming
from question_bank.model import Bank, Item

_NAMES_SHOWN = 5


class Taking:
    """Collects items and notes; `again` says how a question reads that was just written from an item."""

    def __init__(self, again: Callable[[Item], Question]) -> None:
        self._again = again
        self._items: list[Item] = []
        self._notes: list[str] = []
        self._records: list[tuple[Item, Question]] = []
        self._bank: tuple[Bank, int] | None = None
        self._is_whole = True
        self._left_out: dict[str, list[str]] = {}

    def bank_record(self, line: str, read: Callable[[str], tuple[Bank, int] | None]) -> None:
        """Look whether a comment is what was kept of the bank."""
        try:
            self._bank = read(line) or self._bank
        except FormatError as error:
            self._notes.append(str(error))

    def record(self, line: str, read: Callable[[str], Item | None]) -> None:
        """Look whether a comment is what was kept of the next question."""
        try:
            item = read(line)
        except FormatError as error:
            self._notes.append(f"{error}; the question beside it comes as it is shown")
            return
        if item:
            self._records.append((item, self._again(item)))

    def leave_out(self, what: str, name: str) -> None:
        """Something beside the questions that a bank has no place for."""
        self._left_out.setdefault(what, []).append(name)

    def take(self, question: Question) -> None:
        """The next question: as it was, where it is shown as it was, else as it is shown."""
        before, is_same, has_name = self._before(question)
        if before and is_same and has_name:
            self._items.append(before)
            if question.left_out:
                self._notes.append(f"{question.where}: left out: {', '.join(question.left_out)}")
            return
        self._is_whole = False
        try:
            item, lost = to_item(question)
        except FormatError as error:
            self._notes.append(f"{question.where}: was left out: {error}")
            return
        said = []
        if before and is_same:
            item, lost = replace(before, id=item.id), ()
            said.append(f"has another name than “{before.id}”")
        elif before:
            item, stale = merge(item, before)
            lost = (*lost, *stale)
            said.append("was changed outside and is for review")
        if lost:
            said.append(f"left out: {', '.join(lost)}")
        self._items.append(item)
        if said:
            self._notes.append(f"{question.where}: {'; '.join(said)}")

    def result(self, name: str) -> Incoming:
        """The bank; FormatError where a file that is not our own holds no question at all that can be used."""
        notes = [*self._notes, *self._listed()]
        if self._records:
            notes.append(
                f"left out, kept beside questions that are gone: {', '.join(item.id for item, _ in self._records)}"
            )
        if not self._items and (notes or not self._bank):
            raise FormatError(
                f"{name}: holds no question that can be used{'; ' if notes else ''}{'; '.join(notes[:3])}"
            )
        is_ours = self._is_whole and self._bank is not None
        items = tuple(self._items) if is_ours else unique_ids(self._items)
        bank = complete_bank(self._bank, items, is_whole=self._is_whole)
        if self._bank and (bank.capacity, bank.findings) != (self._bank[0].capacity, self._bank[0].findings):
            notes.append("left out: the bank's capacity and findings, which speak of its questions before they changed")
        return Incoming(bank, tuple(notes))

    def _before(self, question: Question) -> tuple[Item | None, bool, bool]:
        """The item the question was written from, if any; whether it reads the same, and whether its name does."""
        for place, (item, shown) in reversed(list(enumerate(self._records))):
            is_same = replace(question, name="", number="") == replace(shown, name="", number="")
            has_name = question.name == shown.name or (question.number == shown.number != "")
            if is_same or has_name:
                del self._records[place]
                return item, is_same, has_name
        return None, False, False

    def _listed(self) -> list[str]:
        lines = []
        for what, names in self._left_out.items():
            shown = ", ".join(f"“{name}”" for name in names[:_NAMES_SHOWN])
            more = f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
            lines.append(f"left out, {what}: {shown}{more}")
        return lines
