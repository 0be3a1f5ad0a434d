"""The public check of a certificate, on both engines: what it says, and that codes cannot be tried out."""

import time
from collections import Counter
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from quizapp.assessment.certificate_rules import CertificateState
from quizapp.services.attempts.certificates import verification
from quizapp.services.attempts.certificates.certificate_codes import new_code
from quizapp.services.attempts.certificates.verification import MOST_UNKNOWN, WITHIN, Verification
from quizapp.services.errors import Invalid
from quizapp.storage.db import db
from quizapp.storage.models.person import SignInFailure
from quizapp.storage.queries import entrance
from quizapp.storage.transaction import snapshot
from tests.holders import AFTER, ASHA, BEN, LAST_DAY, RENEWED, Holders
from tests.support.at_once import AT_ONCE, at_once

UNKNOWN = "2222-3333-4444"


def check(code: str, *, client: str = "192.0.2.1", now: datetime = AFTER) -> Verification:
    return verification.verify_certificate(code, client=client, now=now)


def guess(times: int, *, client: str = "192.0.2.1", now: datetime = AFTER) -> list[Verification]:
    return [check(new_code(), client=client, now=now) for _ in range(times)]


def misses() -> int:
    with snapshot():
        return db.session.scalar(sa.select(sa.func.count()).select_from(SignInFailure)) or 0


def test_a_certificate_is_valid_replaced_or_ended_and_any_organisations(holders: Holders) -> None:
    new, old = holders.codes(ASHA)
    (bens,) = holders.codes(BEN)
    found = [check(code).checked for code in (new, old, bens)]
    assert [(one.force.state, one.force.since) for one in found if one] == [
        (CertificateState.VALID, None),
        (CertificateState.REPLACED, RENEWED.date()),
        (CertificateState.ENDED, LAST_DAY),
    ]
    assert [one.certificate.person_name for one in found if one] == ["Asha Rahman", "Asha Rahman", "Ben Okafor"]


def test_a_code_is_found_however_it_is_typed(holders: Holders) -> None:
    code = holders.codes(BEN)[0]
    for typed in (code.lower(), code.replace("-", ""), f" {code.replace('-', ' ')} "):
        assert check(typed) == check(code)
    assert check(code).checked is not None


def test_an_unknown_code_is_told_as_such_and_counted(holders: Holders) -> None:
    assert check(UNKNOWN) == Verification(UNKNOWN, None)
    assert misses() == 1


def test_what_cannot_be_a_code_is_refused_and_not_counted(holders: Holders) -> None:
    for typed in ("", "Asha Rahman", "x" * 5000, "\0"):
        with pytest.raises(Invalid, match="12 letters and numbers"):
            check(typed)
    assert misses() == 0


def test_right_codes_never_run_into_the_limit(holders: Holders) -> None:
    code = holders.codes(BEN)[0]
    assert all(check(code).checked for _ in range(3 * MOST_UNKNOWN))
    assert misses() == 0


def test_after_twenty_unknown_codes_even_a_right_one_has_to_wait_and_is_told_how_long(holders: Holders) -> None:
    code = holders.codes(BEN)[0]
    assert all(one.wait is None for one in guess(MOST_UNKNOWN))
    later = AFTER + timedelta(minutes=3)
    for refused in (check(UNKNOWN, now=later), check(code, now=later)):
        assert (refused.checked, refused.wait) == (None, timedelta(minutes=7))
    assert misses() == MOST_UNKNOWN
    assert check(code, client="192.0.2.2", now=later).checked is not None
    assert check(code, now=AFTER + WITHIN).checked is not None


def test_the_wait_ends_as_the_oldest_of_them_goes_out_of_sight(holders: Holders) -> None:
    for number in range(MOST_UNKNOWN):
        guess(1, now=AFTER + timedelta(seconds=10 * number))
    now = AFTER + WITHIN - timedelta(seconds=1)
    assert check(UNKNOWN, now=now).wait == timedelta(seconds=1)
    assert check(UNKNOWN, now=now + timedelta(seconds=1)).wait is None
    assert check(UNKNOWN, now=now + timedelta(seconds=1)).wait == timedelta(seconds=10)


def test_negative_control_without_the_limit_every_guess_is_looked_up(
    holders: Holders, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sum(one.wait is None for one in guess(2 * MOST_UNKNOWN)) == MOST_UNKNOWN
    monkeypatch.setattr(verification, "MOST_UNKNOWN", 10**6)
    assert sum(one.wait is None for one in guess(2 * MOST_UNKNOWN)) == 2 * MOST_UNKNOWN


def test_concurrent_guesses_cannot_outrun_the_count(holders: Holders, monkeypatch: pytest.MonkeyPatch) -> None:
    assert looked_up_at_once(holders, monkeypatch) == {True: 4, False: AT_ONCE - 4}


def test_concurrent_guesses_negative_control_without_the_lock_all_get_past(
    holders: Holders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entrance, "lock_address", lambda key: None)
    is_locked_anyhow = db.engine.dialect.name == "sqlite"  # which lets one writer in at a time
    assert looked_up_at_once(holders, monkeypatch)[True] == (4 if is_locked_anyhow else AT_ONCE)


def looked_up_at_once(holders: Holders, monkeypatch: pytest.MonkeyPatch) -> Counter[bool]:
    """Eight guesses at the same moment with four to go, each lingering between counting and looking."""
    guess(MOST_UNKNOWN - 4)
    listed = entrance.list_sign_in_failures

    def list_slowly(key: str, *, since: datetime) -> list[datetime]:
        found = listed(key, since=since)
        time.sleep(0.1)
        return found

    monkeypatch.setattr(entrance, "list_sign_in_failures", list_slowly)
    results = at_once(holders.app, lambda _: check(new_code()))
    assert all(isinstance(one, Verification) for one in results), results
    return Counter(isinstance(one, Verification) and one.wait is None for one in results)
