"""Whether somebody still works here; asked inside a transaction."""

from datetime import date

from quizapp.access.policy import Actor
from quizapp.storage.queries import teams


def has_left(actor: Actor, *, on: date) -> bool:
    """Whether the last of somebody's posts has ended; who never had one has not left."""
    post = teams.find_latest_post(actor.organisation_id, person_id=actor.person_id or 0)
    return post is not None and post.has_ended(on=on)
