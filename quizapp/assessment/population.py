"""Who counts: staff types, kinds of long absence, and whether a post is in scope on a day."""

from enum import StrEnum


class StaffType(StrEnum):
    """How somebody is engaged."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed-term"
    BANK = "bank"
    HONORARY = "honorary"
    AGENCY = "agency"
    VOLUNTEER = "volunteer"
    STUDENT = "student"


HEADLINE_STAFF_TYPES = frozenset({StaffType.PERMANENT, StaffType.FIXED_TERM, StaffType.BANK, StaffType.HONORARY})
"""The others are reported in lines of their own and are not in the headline."""


class AbsenceKind(StrEnum):
    """Absences that take somebody out of the count for as long as they last; short leave is none of them."""

    PARENTAL = "parental"
    CAREER_BREAK = "career-break"
    SECONDMENT = "secondment"
    SUSPENSION = "suspension"
    LONG_TERM_SICKNESS = "long-term-sickness"


DAYS_OF_SHORT_SICKNESS = 28


def counts_as_long(kind: AbsenceKind, *, days: int | None) -> bool:
    """Whether an absence of so many days is a long one; None while its end is not known."""
    return kind is not AbsenceKind.LONG_TERM_SICKNESS or days is None or days > DAYS_OF_SHORT_SICKNESS
