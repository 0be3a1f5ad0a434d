"""What a learner's form sent: the choices, and the token of the press."""

import re
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

ANSWER = "answer"
TOKEN = "token"  # noqa: S105  (a field's name)
MOST_LINES = 20

_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,64}")


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """Option tokens as they were sent, for matching one a line with "" where none was chosen."""

    chosen: tuple[str, ...]
    token: str | None


def line_name(number: int) -> str:
    """What the list beside a line of a matching question is called, from 1."""
    return f"{ANSWER}-{number}"


def read_answer(sent: MultiDict[str, str]) -> SentAnswer:
    """The answer in a form; whether it fits the question is for the service to say."""
    names = [line_name(number) for number in range(1, MOST_LINES + 1)]
    lines = tuple(sent[name] for name in names if name in sent)
    return SentAnswer(lines or tuple(sent.getlist(ANSWER)), read_token(sent))


def read_token(sent: MultiDict[str, str]) -> str | None:
    """The token of one press of a button; None where it is missing or none of ours."""
    token = sent.get(TOKEN, "")
    return token if _TOKEN.fullmatch(token) else None
