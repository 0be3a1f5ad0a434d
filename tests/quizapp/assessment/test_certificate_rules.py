from datetime import date

import pytest

from quizapp.assessment.certificate_rules import CertificateState, force_on

LAST_DAY = date(2027, 6, 30)
RENEWED = date(2027, 5, 1)


@pytest.mark.parametrize(
    ("day", "valid_until", "replaced_on", "state", "since"),
    [
        (date(2036, 1, 1), None, None, CertificateState.VALID, None),
        (LAST_DAY, LAST_DAY, None, CertificateState.VALID, None),
        (date(2027, 7, 1), LAST_DAY, None, CertificateState.ENDED, LAST_DAY),
        (RENEWED, LAST_DAY, RENEWED, CertificateState.REPLACED, RENEWED),
        (date(2027, 7, 1), LAST_DAY, RENEWED, CertificateState.REPLACED, RENEWED),
    ],
)
def test_a_certificate_stands_through_its_last_day_and_until_the_next(
    day: date, valid_until: date | None, replaced_on: date | None, state: CertificateState, since: date | None
) -> None:
    force = force_on(day, valid_until=valid_until, replaced_on=replaced_on)
    assert (force.state, force.since) == (state, since)
