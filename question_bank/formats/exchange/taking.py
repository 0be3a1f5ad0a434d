"""Taking one question after another out of a file, with what was written beside it, and listing what does not come."""

from collections.abc import Callable
from dataclasses import replace

from question_bank.errors import FormatError
from question_bank.formats.exchange.carried import complete_bank, merge
from question_bank.formats.exchange.questions import Question, to_item, unique_ids
from question_bank.formats.transfer import Incoming
from question_bank.model import Bank, Item

MOST_QUESTIONS = 20_000

_NAMES_SHOWN = 5


class Taking:
    """Collects what one file has; `again` says how a question reads that was just written from an item."""

    def __init__(self, name: str, again: Callable[[Item], Question]) -> None:
        self._name = name
        self._again = again
        self._items: list[Item] = []
        self._notes: list[str] = []
        self._records: list[tuple[Item, Question]] = []
        self._bank: tuple[Bank, int] | None = None
        self._is_whole = True
        self._number = 0
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
        self._number += 1
        if self._number > MOST_QUESTIONS:
            raise FormatError(
                f"{self._name}: {question.where}: a file may have {MOST_QUESTIONS} questions; split it into several"
            )
        before, shown = self._before(question) or (None, None)
        if before and shown and _is_same(question, shown) and _has_name(question, shown):
            self._items.append(before)
            self._note(question, [], question.left_out)
            return
        self._is_whole = False
        try:
            if before and shown:
                self._take_changed(question, before, shown)
            else:
                item, lost = to_item(question)
                self._items.append(item)
                self._note(question, [], lost)
        except FormatError as error:
            self._notes.append(f"{question.where}: was left out: {error}")

    def result(self) -> Incoming:
        """The bank; FormatError where a file that is not our own holds no question at all that can be used."""
        notes = [*self._notes, *self._listed()]
        if self._records:
            notes.append(
                f"left out, kept beside questions that are gone: {', '.join(item.id for item, _ in self._records)}"
            )
        if not self._items and (notes or not self._bank):
            raise FormatError(
                f"{self._name}: holds no question that can be used{'; ' if notes else ''}{'; '.join(notes[:3])}"
            )
        is_ours = self._is_whole and self._bank is not None
        items = tuple(self._items) if is_ours else unique_ids(self._items)
        bank = complete_bank(self._bank, items, is_whole=self._is_whole)
        if self._bank and (bank.capacity, bank.findings) != (self._bank[0].capacity, self._bank[0].findings):
            notes.append("left out: the bank's capacity and findings, which speak of its questions before they changed")
        return Incoming(bank, tuple(notes))

    def _before(self, question: Question) -> tuple[Item, Question] | None:
        """The item the question was written from, if any, and how it read then."""
        for place, (item, shown) in reversed(list(enumerate(self._records))):
            if _is_same(question, shown) or _has_name(question, shown):
                del self._records[place]
                return item, shown
        return None

    def _take_changed(self, question: Question, before: Item, shown: Question) -> None:
        """What explains any answer was made from the item, and is made again from it."""
        item, lost = to_item(replace(question, explanation=""))
        if _is_same(question, shown):
            self._items.append(replace(before, id=item.id))
            self._note(question, [f"has another name than “{before.id}”"], question.left_out)
            return
        if question.explanation != shown.explanation:
            lost = (*lost, "its general feedback")
        item, stale = merge(item, before)
        self._items.append(item)
        self._note(question, ["was changed outside and is for review"], (*lost, *stale))

    def _note(self, question: Question, said: list[str], lost: tuple[str, ...]) -> None:
        if lost:
            said = [*said, f"left out: {', '.join(lost)}"]
        if said:
            self._notes.append(f"{question.where}: {'; '.join(said)}")

    def _listed(self) -> list[str]:
        lines = []
        for what, names in self._left_out.items():
            shown = ", ".join(f"“{name}”" for name in names[:_NAMES_SHOWN])
            more = f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
            lines.append(f"left out, {what}: {shown}{more}")
        return lines


def _is_same(one: Question, other: Question) -> bool:
    return replace(one, name="", number="") == replace(other, name="", number="")


def _has_name(one: Question, other: Question) -> bool:
    return one.name == other.name or (one.number == other.number != "")
