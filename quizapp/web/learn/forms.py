"""What a learner's form sent: the choices, and the token of the press."""

import re

from werkzeug.datastructures import MultiDict

from quizapp.assessment.remarks import RemarkReason
from quizapp.services.attempts.answers import SentAnswer
from quizapp.services.attempts.starts import new_token
from quizapp.web.shell.asked.addresses import whole_number

ANSWER = "answer"
TOKEN = "token"  # noqa: S105  (a field's name)
REVISION = "revision"
UNCLEAR = "unclear"
MOST_LINES = 20

_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,64}")


def line_name(number: int) -> str:
    """What the list beside a line of a matching question is called, from 1."""
    return f"{ANSWER}-{number}"


def read_answer(sent: MultiDict[str, str]) -> SentAnswer:
    """The answer in a form, for matching "" where a line has none; whether it fits is for the service to say."""
    names = [line_name(number) for number in range(1, MOST_LINES + 1)]
    lines = tuple(sent[name] for name in names if name in sent)
    chosen = lines or tuple(sent.getlist(ANSWER))
    return SentAnswer(chosen, read_token(sent), whole_number(sent.get(REVISION)) or 0)


def read_token(sent: MultiDict[str, str]) -> str:
    """The token of one press of a button; a new one where it is missing or none of ours."""
    token = sent.get(TOKEN, "")
    return token if _TOKEN.fullmatch(token) else new_token()


def read_reason(sent: MultiDict[str, str]) -> RemarkReason | None:
    """Why a question is unclear, or None where none of the reasons was chosen."""
    return next((reason for reason in RemarkReason if reason == sent.get(UNCLEAR)), None)
