"""What a certificate says, and what is said to somebody who checks one."""

from dataclasses import dataclass
from datetime import timedelta

from quizapp.assessment.certificate_rules import CertificateState
from quizapp.services.attempts.certificates.completions import Certificate, CheckedCertificate
from quizapp.services.attempts.certificates.verification import Verification
from quizapp.services.throttle import waiting_time
from quizapp.web.shell.filters import long_date, part_of
from quizapp.web.shell.parts import SummaryRow

LONG = 130


@dataclass(frozen=True, slots=True)
class CertificatePage:
    """A certificate; the heading, which is also the browser's title, does not name the person."""

    heading: str
    organisation: str
    person: str
    words: str
    rows: tuple[SummaryRow, ...]
    code: str
    check_at: str
    """The address, as people write it down, of the page on which anybody can check it."""
    check_link: str
    note: str | None
    """What has become of it since, where it no longer stands."""
    is_long: bool
    """Whether its words need smaller letters to stay on one page."""


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """What is known of a code; `mark` is the shape beside the heading, `rows` what the certificate says."""

    mark: str
    heading: str
    words: str
    rows: tuple[SummaryRow, ...]


def present_certificate(found: CheckedCertificate, *, check_at: str) -> CertificatePage:
    """The words of the day of the pass; the score where the quiz had it printed."""
    certificate = found.certificate
    return CertificatePage(
        heading=f"Certificate: {certificate.quiz_title}",
        organisation=certificate.organisation_name,
        person=certificate.person_name,
        words=f"has passed the quiz “{certificate.quiz_title}”",
        rows=(*_facts(certificate), *_score(certificate), SummaryRow("Certificate code", certificate.code)),
        code=certificate.code,
        check_at=check_at.partition("://")[2],
        check_link=f"{check_at}?code={certificate.code}",
        note=_note(found),
        is_long=len(certificate.person_name + certificate.organisation_name + certificate.quiz_title) > LONG,
    )


def present_answer(found: Verification) -> AnswerPage:
    """The answer to somebody who checks a certificate: what stands on it without the score, or that there is none."""
    if found.checked is None:
        return AnswerPage("wrong", "We do not know this code", _unknown(found.code), ())
    certificate = found.checked.certificate
    since = found.checked.force.since
    rows = (
        SummaryRow("Name", certificate.person_name),
        SummaryRow("Organisation", certificate.organisation_name),
        *_facts(certificate),
        SummaryRow("Certificate code", certificate.code),
    )
    if found.checked.force.state is CertificateState.REPLACED and since:
        words = f"The same person passed this quiz again on {long_date(since)}, and has a newer certificate."
        return AnswerPage("partly", "This certificate has been replaced", words, rows)
    if found.checked.force.state is CertificateState.ENDED and since:
        words = f"It was valid until {long_date(since)}, and there is no newer one for this quiz."
        return AnswerPage("partly", "This certificate has ended", words, rows)
    words = "It was issued by this service. Compare what it says with what you were shown."
    return AnswerPage("right", "This certificate is valid", words, rows)


def explain_wait(wait: timedelta) -> str:
    """Why no more codes are looked up for now, and for how long."""
    return f"Too many codes that we do not know came from your network. Wait {waiting_time(wait)}, then try again."


def whole_seconds(wait: timedelta) -> int:
    """A wait for programs, never shorter than it is."""
    return -(-wait // timedelta(seconds=1))


def _facts(certificate: Certificate) -> tuple[SummaryRow, ...]:
    held = SummaryRow("Passed on", long_date(certificate.passed_on))
    quiz = SummaryRow("Quiz", f"{certificate.quiz_title}, edition {certificate.edition}")
    if certificate.valid_until is None:
        return quiz, held
    return quiz, held, SummaryRow("Valid until", long_date(certificate.valid_until))


def _score(certificate: Certificate) -> tuple[SummaryRow, ...]:
    if certificate.score is None or certificate.item_count is None:
        return ()
    return (SummaryRow("Right answers", part_of(certificate.score, certificate.item_count)),)


def _note(found: CheckedCertificate) -> str | None:
    since = found.force.since
    if since is None:
        return None
    if found.force.state is CertificateState.REPLACED:
        return f"You passed this quiz again on {long_date(since)}. The newer certificate holds in place of this one."
    return f"This certificate was valid until {long_date(since)}. It stays here as a record."


def _unknown(code: str) -> str:
    return (
        f"No certificate has the code {code}. Compare it with the certificate, letter by letter."
        " If it is the same, the certificate was not issued by this service."
    )
