"""The check of a certificate by anybody who holds its code: it shows no more than the certificate does."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from quizapp.assessment.deadlines import local_day
from quizapp.services.attempts.certificates.certificate_codes import read_code
from quizapp.services.attempts.certificates.completions import CheckedCertificate, check_completion
from quizapp.services.errors import Invalid
from quizapp.services.throttle import client_network, count_miss, throttle_key, time_to_wait
from quizapp.storage.queries import entrance
from quizapp.storage.transaction import transaction

MOST_UNKNOWN = 20
WITHIN = timedelta(minutes=10)

NOT_A_CODE = "Enter the 12 letters and numbers of the code as they stand on the certificate"


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer about a code: the certificate, or None where there is none; `wait` where no code is looked up yet."""

    code: str
    checked: CheckedCertificate | None
    wait: timedelta | None = None


def verify_certificate(typed: str, *, client: str, now: datetime) -> Verification:
    """Look a code up, in whatever organisation; raises Invalid for what cannot be a code.

    `client` is the network address it comes from. Only unknown codes count against it, so many people behind one
    address can check what they were given, and one who guesses cannot go on.
    """
    code = read_code(typed)
    if code is None:
        raise Invalid("code", NOT_A_CODE)
    key = throttle_key("certificate code", client_network(client))
    with transaction():
        wait = time_to_wait(key, most=MOST_UNKNOWN, within=WITHIN, now=now)
        if wait is not None:
            return Verification(code, None, wait)
        found = entrance.find_certificate(code)
        if found is None:
            count_miss(key, now=now)
            return Verification(code, None)
        completion, time_zone = found
        return Verification(code, check_completion(completion, day=local_day(now, time_zone)))
