"""Why a learner finds a question unclear: a closed list, so that nobody types and nothing private is written."""

from enum import StrEnum


class RemarkReason(StrEnum):
    """What is unclear."""

    WORDS = "words"
    """The words are hard to understand."""
    SEVERAL_RIGHT = "several-right"
    """More than one answer looks right."""
    EXPLANATION = "explanation"
    """The explanation does not help."""
    NOT_MY_WORK = "not-my-work"
    """It does not fit the work they do."""
