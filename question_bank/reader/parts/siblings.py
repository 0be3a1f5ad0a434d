"""Which headings behind the values look unlike the names before them, and so begin something else."""

import re
from collections.abc import Sequence

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
    for place in range(_FEWEST_SIBLINGS, len(groups)):
        named = [group for group in groups[:place] if group.heading is not None]
        if len(named) >= _FEWEST_SIBLINGS and is_unlike(groups[place], named):
            return place
    return len(groups)


def is_unlike(group: Group, siblings: Sequence[Group]) -> bool:
    """Whether a heading has a mark of another kind of text that none of the names before it has."""
    if group.heading is None or _shares_stem(group, siblings):
        return False
    if is_job_title(group.heading.raw) or group.heading.raw.isdigit():
        return True
    marks = _MARKS if _is_built_like(group, siblings) else (*_MARKS, _begins_like_a_phrase)
    return any(not any(has(sibling) for sibling in siblings) for has in marks if has(group))


def _shares_stem(group: Group, siblings: Sequence[Group]) -> bool:
    return group.stem is not None and any(
        sibling.stem is not None and key_of(sibling.stem.raw) == key_of(group.stem.raw) for sibling in siblings
    )


def _is_built_like(group: Group, siblings: Sequence[Group]) -> bool:
    build = (group.has_list, bool(group.definition))
    return any((sibling.has_list, bool(sibling.definition)) == build for sibling in siblings)


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


_MARKS = (_begins_like_a_section, _has_a_count, _gives_a_contact)
