"""Every table, so that one import brings the whole metadata."""

from quizapp.storage.models import (
    assignment,
    audit,
    document,
    frozen,
    item,
    message,
    month,
    organisation,
    person,
    post,
    quiz,
    team,
)
from quizapp.storage.models.attempts import attempt, booster, completion

MODULES = (
    *(assignment, attempt, audit, booster, completion, document, frozen),
    *(item, message, month, organisation, person, post, quiz, team),
)
