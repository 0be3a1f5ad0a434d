"""Whether a certificate still stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CertificateState(StrEnum):
    """What became of a certificate; one that was replaced is not also said to have ended."""

    VALID = "valid"
    REPLACED = "replaced"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Force:
    """The state of a certificate on one day; `since` is the day of the newer one, or the last day on which it held."""

    state: CertificateState
    since: date | None = None


def force_on(day: date, *, valid_until: date | None, replaced_on: date | None) -> Force:
    """Whether a certificate stands on a day: it holds through its last day, and until the same person passes again."""
    if replaced_on is not None:
        return Force(CertificateState.REPLACED, replaced_on)
    if valid_until is not None and valid_until < day:
        return Force(CertificateState.ENDED, valid_until)
    return Force(CertificateState.VALID)
