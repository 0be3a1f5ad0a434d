"""Which headings behind the values look unlike the names before them, and so begin something else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from question_bank.reader.lines.asides import is_job_title
from question_bank.reader.lines.names import key_of
from question_bank.reader.lines.wording import begins_like_a_section
from question_bank.reader.parts.groups import Group

_FEWEST_SIBLINGS = 2
_WEAK_OPENING_WORD = re.compile(r"(?:the|a|an|find|for|in|on|from|meet|read|see|some|if|to|get)\b", re.IGNORECASE)
_COUNT = re.compile(r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d[\d,.]*)\b", re.IGNORECASE)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b|\b{_MONTH} \d{{4}}\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_CONTACT = re.compile(r"£\s?\d|\b0\d{3,4}[ -]?\d{3}|\b\d{5,}\b|@\w|\bwww\.|\bhttps?:|\b\d{1,2}[.:]\d\d ?[ap]m\b")


def count_alike(groups: Sequence[Group]) -> int:
    """How many groups from the first on may be values, going by the form of their headings."""
    siblings = _Siblings()
    for place, group in enumerate(groups):
        if group.heading is None:
            continue
        if siblings.number >= _FEWEST_SIBLINGS and siblings.are_unlike(group):
            return place
        siblings.add(group)
    return len(groups)


@dataclass(slots=True)
class _Siblings:
    """What the names so far have in common with what may come: their stems, their build, the marks some have."""

    number: int = 0
    stems: set[str] = field(default_factory=set)
    builds: set[tuple[bool, bool]] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)

    def add(self, group: Group) -> None:
        self.number += 1
        self.stems.add(_stem_key(group))
        self.builds.add(_build(group))
        self.marks.update(mark for mark, has in _MARKS.items() if has(group))

    def are_unlike(self, group: Group) -> bool:
        """Whether a heading has a mark of another kind of text that none of the names before it has."""
        if group.heading is None or (group.stem is not None and _stem_key(group) in self.stems):
            return False
        if is_job_title(group.heading.raw) or group.heading.raw.isdigit():
            return True
        odd = {mark for mark, has in _MARKS.items() if has(group)} - self.marks
        return bool(odd if _build(group) not in self.builds else odd - {_WEAK})


def _stem_key(group: Group) -> str:
    return key_of(group.stem.raw) if group.stem else ""


def _build(group: Group) -> tuple[bool, bool]:
    return group.has_list, bool(group.definition)


def _begins_like_a_phrase(group: Group) -> bool:
    return _WEAK_OPENING_WORD.match(_heading(group)) is not None


def _begins_like_a_section(group: Group) -> bool:
    return begins_like_a_section(_heading(group))


def _has_a_count(group: Group) -> bool:
    return _COUNT.match(_heading(group)) is not None or _DATE.search(_heading(group)) is not None


def _gives_a_contact(group: Group) -> bool:
    return any(_CONTACT.search(unit.raw) for unit in (*group.definition[:1], *(group.items[:1])))


def _heading(group: Group) -> str:
    return group.heading.raw if group.heading else ""


_WEAK = "phrase"
_MARKS = {
    "section": _begins_like_a_section,
    "count": _has_a_count,
    "contact": _gives_a_contact,
    _WEAK: _begins_like_a_phrase,
}
