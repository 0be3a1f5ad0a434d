"""Teams, who manages them, who is in them, and the tree they form on a day."""

from collections.abc import Collection
from datetime import date

import sqlalchemy as sa

from quizapp.storage.db import connection, db
from quizapp.storage.facts.leaving import has_left
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.post import Post, TeamMembership
from quizapp.storage.models.team import Team, TeamManager, TeamPlace, TeamShare


def list_teams(organisation_id: int) -> list[Team]:
    """All teams by name."""
    return list(db.session.scalars(sa.select(Team).where(Team.organisation_id == organisation_id).order_by(Team.name)))


def list_names(organisation_id: int, *, team_ids: Collection[int]) -> dict[int, str]:
    """The names of some teams, of those there are."""
    rows = connection().execute(
        sa.select(Team.id, Team.name).where(Team.organisation_id == organisation_id, Team.id.in_(team_ids))
    )
    return {team_id: name for team_id, name in rows}  # noqa: C416 - dict() does not take rows


def list_children(organisation_id: int, *, team_id: int | None, on: date) -> dict[int, str]:
    """The teams directly under one, or those under none, with their names and in their order."""
    placed = sa.select(TeamPlace.team_id).where(TeamPlace.organisation_id == organisation_id, holds_on(TeamPlace, on))
    below = placed.where(TeamPlace.parent_id == team_id)
    chosen = Team.id.not_in(placed) if team_id is None else Team.id.in_(below)
    rows = connection().execute(
        sa.select(Team.id, Team.name).where(Team.organisation_id == organisation_id, chosen).order_by(Team.name)
    )
    return {child: name for child, name in rows}  # noqa: C416 - dict() does not take rows


def find_parent(organisation_id: int, *, team_id: int, on: date) -> int | None:
    """The team another one stands under on a day."""
    return connection().scalar(
        sa.select(TeamPlace.parent_id).where(
            TeamPlace.organisation_id == organisation_id, TeamPlace.team_id == team_id, holds_on(TeamPlace, on)
        )
    )


def list_places(organisation_id: int, *, on: date) -> dict[int, int]:
    """The parent of each team that stands under another one."""
    rows = db.session.execute(
        sa.select(TeamPlace.team_id, TeamPlace.parent_id).where(
            TeamPlace.organisation_id == organisation_id, holds_on(TeamPlace, on)
        )
    )
    return {key: value for key, value in rows}  # noqa: C416 - dict() does not take rows


def list_managed_tree(organisation_id: int, *, manager_id: int, on: date) -> list[int]:
    """The teams a person manages, or is let see by somebody who manages them, and all teams below them.

    Who has left sees none, whatever the teams' managers have come to be noted as.
    """
    sharing = sa.select(TeamShare.manager_id).where(
        TeamShare.organisation_id == organisation_id,
        TeamShare.deputy_id == manager_id,
        holds_on(TeamShare, on),
        ~has_left(TeamShare.deputy_id, on),
    )
    # Only what the other one manages: what somebody was let see cannot be passed on.
    managers = sa.or_(TeamManager.person_id == manager_id, TeamManager.person_id.in_(sharing))
    return _list_tree(organisation_id, _managed_by(organisation_id, managers, on=on), on=on)


def list_own_tree(organisation_id: int, *, manager_id: int, on: date) -> list[int]:
    """The teams a person manages and all teams below them, without those of somebody else."""
    managers = TeamManager.person_id == manager_id
    return _list_tree(organisation_id, _managed_by(organisation_id, managers, on=on), on=on)


def list_tree_below(organisation_id: int, *, team_id: int, on: date) -> list[int]:
    """A team and all teams below it."""
    top = sa.select(Team.id.label("team_id")).where(Team.organisation_id == organisation_id, Team.id == team_id)
    return _list_tree(organisation_id, top, on=on)


def list_current_managers(organisation_id: int) -> list[TeamManager]:
    """Who manages which team now."""
    return list(
        db.session.scalars(
            sa.select(TeamManager).where(
                TeamManager.organisation_id == organisation_id, TeamManager.until_date.is_(None)
            )
        )
    )


def list_current_places(organisation_id: int) -> dict[int, TeamPlace]:
    """The current place of each team that stands under another one."""
    rows = db.session.scalars(
        sa.select(TeamPlace).where(TeamPlace.organisation_id == organisation_id, TeamPlace.until_date.is_(None))
    )
    return {place.team_id: place for place in rows}


def list_latest_posts(organisation_id: int) -> dict[int, Post]:
    """The newest primary post of everybody who ever held one, by person; it may have ended or be about to."""
    rows = db.session.scalars(
        sa.select(Post)
        .where(Post.organisation_id == organisation_id, Post.is_primary)
        .order_by(Post.start_date, Post.id)
    )
    return {post.person_id: post for post in rows}


def find_latest_post(organisation_id: int, *, person_id: int) -> Post | None:
    """The newest primary post of one person; it may have ended or be about to begin."""
    return db.session.scalars(
        sa.select(Post)
        .where(Post.organisation_id == organisation_id, Post.person_id == person_id, Post.is_primary)
        .order_by(Post.start_date.desc(), Post.id.desc())
        .limit(1)
    ).one_or_none()


def list_current_memberships(organisation_id: int) -> dict[int, TeamMembership]:
    """The team every post stands in now, by post."""
    rows = db.session.scalars(
        sa.select(TeamMembership).where(
            TeamMembership.organisation_id == organisation_id, TeamMembership.until_date.is_(None)
        )
    )
    return {membership.post_id: membership for membership in rows}


def list_post_ids_in(organisation_id: int, *, team_ids: Collection[int]) -> list[int]:
    """The posts that stand in any of these teams now or are to begin there."""
    return list(
        db.session.scalars(
            sa.select(TeamMembership.post_id).where(
                TeamMembership.organisation_id == organisation_id,
                TeamMembership.team_id.in_(team_ids),
                TeamMembership.until_date.is_(None),
            )
        )
    )


def _managed_by(organisation_id: int, managers: sa.ColumnElement[bool], *, on: date) -> sa.Select[int]:
    return sa.select(TeamManager.team_id).where(
        TeamManager.organisation_id == organisation_id,
        managers,
        holds_on(TeamManager, on),
        ~has_left(TeamManager.person_id, on),
    )


def _list_tree(organisation_id: int, top: sa.Select[int], *, on: date) -> list[int]:
    tree = top.cte("tree", recursive=True)
    below = (
        sa.select(TeamPlace.team_id)
        .join(tree, TeamPlace.parent_id == tree.c.team_id)
        .where(holds_on(TeamPlace, on))  # whose teams these are follows from the top
    )
    # UNION, not UNION ALL: a loop in the tree ends instead of running for ever.
    whole = tree.union(below)
    return sorted(db.session.scalars(sa.select(whole.c.team_id)))
