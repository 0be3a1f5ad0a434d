from dataclasses import replace
from datetime import date, timedelta

import pytest

from quizapp.assessment.certificate_rules import CertificateState, Force
from quizapp.services.attempts.certificates.completions import Certificate, CheckedCertificate
from quizapp.services.attempts.certificates.verification import Verification
from quizapp.web.certificates.presenters import explain_wait, present_answer, present_certificate, whole_seconds

CERTIFICATE = Certificate(
    "4KD7-M2QP-9XWA", "Asha Rahman", "Fernbrook Trust", "Our values", 2, date(2025, 6, 6), None, None, None
)
VALID = CheckedCertificate(CERTIFICATE, Force(CertificateState.VALID))
REPLACED = CheckedCertificate(CERTIFICATE, Force(CertificateState.REPLACED, date(2026, 5, 1)))
ENDED = CheckedCertificate(
    replace(CERTIFICATE, valid_until=date(2026, 6, 6)), Force(CertificateState.ENDED, date(2026, 6, 6))
)
CHECK_AT = "https://quiz.example.nhs.uk/verify"


def test_the_certificate_names_the_person_but_not_in_its_title() -> None:
    page = present_certificate(VALID, check_at=CHECK_AT)
    assert (page.heading, page.person, page.note) == ("Certificate: Our values", "Asha Rahman", None)
    assert [(row.key, row.value) for row in page.rows] == [
        ("Quiz", "Our values, edition 2"),
        ("Passed on", "6 June 2025"),
        ("Certificate code", "4KD7-M2QP-9XWA"),
    ]


def test_it_says_where_anybody_can_check_it() -> None:
    page = present_certificate(VALID, check_at=CHECK_AT)
    assert page.check_at == "quiz.example.nhs.uk/verify"
    assert page.check_link == "https://quiz.example.nhs.uk/verify?code=4KD7-M2QP-9XWA"


def test_score_and_end_stand_on_it_where_it_has_them() -> None:
    full = replace(CERTIFICATE, valid_until=date(2026, 6, 6), score=7, item_count=8)
    page = present_certificate(replace(VALID, certificate=full), check_at=CHECK_AT)
    assert [(row.key, row.value) for row in page.rows[2:4]] == [
        ("Valid until", "6 June 2026"),
        ("Right answers", "7 of 8"),
    ]


@pytest.mark.parametrize(
    ("found", "note"),
    [
        (REPLACED, "You passed this quiz again on 1 May 2026. The newer certificate holds in place of this one."),
        (ENDED, "This certificate was valid until 6 June 2026. It stays here as a record."),
    ],
)
def test_its_owner_is_told_what_has_become_of_it(found: CheckedCertificate, note: str) -> None:
    assert present_certificate(found, check_at=CHECK_AT).note == note


def test_many_words_are_printed_smaller() -> None:
    long = replace(CERTIFICATE, quiz_title="How we work together " * 6)
    assert present_certificate(replace(VALID, certificate=long), check_at=CHECK_AT).is_long
    assert not present_certificate(VALID, check_at=CHECK_AT).is_long


@pytest.mark.parametrize(
    ("found", "mark", "heading", "words"),
    [
        (VALID, "right", "This certificate is valid", "It was issued by this service."),
        (REPLACED, "partly", "This certificate has been replaced", "passed this quiz again on 1 May 2026"),
        (ENDED, "partly", "This certificate has ended", "It was valid until 6 June 2026"),
        (None, "wrong", "We do not know this code", "No certificate has the code 4KD7-M2QP-9XWA."),
    ],
)
def test_the_answer_says_in_words_and_by_a_shape_what_is_known(
    found: CheckedCertificate | None, mark: str, heading: str, words: str
) -> None:
    answer = present_answer(Verification("4KD7-M2QP-9XWA", found))
    assert (answer.mark, answer.heading) == (mark, heading)
    assert words in answer.words


@pytest.mark.parametrize("found", [VALID, REPLACED, ENDED])
def test_an_answer_shows_no_more_than_the_certificate_and_never_the_score(found: CheckedCertificate) -> None:
    scored = replace(found, certificate=replace(found.certificate, score=7, item_count=8))
    answer = present_answer(Verification("4KD7-M2QP-9XWA", scored))
    page = present_certificate(found, check_at=CHECK_AT)
    on_paper = {page.person, page.organisation, *(row.value for row in page.rows)}
    assert {row.value for row in answer.rows} == on_paper


def test_a_wait_is_told_in_minutes_and_in_whole_seconds() -> None:
    assert explain_wait(timedelta(seconds=61)).endswith("Wait 2 minutes, then try again.")
    assert explain_wait(timedelta(seconds=1)).endswith("Wait 1 minute, then try again.")
    assert whole_seconds(timedelta(seconds=60, microseconds=1)) == 61
