"""Every table, so that one import brings the whole metadata."""

from quizapp.storage.models import (
    assignment,
    attempt,
    audit,
    booster,
    completion,
    document,
    frozen,
    item,
    organisation,
    person,
    post,
    quiz,
    team,
)

MODULES = (
    *(assignment, attempt, audit, booster, completion, document, frozen),
    *(item, organisation, person, post, quiz, team),
)
