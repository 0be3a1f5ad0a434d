"""The words about sharing: what is shared and with whom, and whose teams somebody is let see."""

from dataclasses import dataclass

from quizapp.services.managing.sharing import Received, Share, Sharing
from quizapp.web.shell.filters import count, listed, long_date

NO_TEAM = "You do not manage a team, so there is nothing to share."
MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class SharedWith:
    """Somebody who sees the teams now."""

    share_id: int
    name: str
    email: str
    until: str


@dataclass(frozen=True, slots=True)
class SharingPage:
    """Everything the page shows beside its form; `nothing` says why there is no form."""

    nothing: str
    teams: str
    latest: str
    given: tuple[SharedWith, ...]


def present_sharing(found: Sharing) -> SharingPage:
    """What may be shared, and with whom it is."""
    return SharingPage(
        nothing="" if found.teams else NO_TEAM,
        teams=_names(found.teams),
        latest=long_date(found.latest_day),
        given=tuple(
            SharedWith(share.share_id, share.name, share.email or "", f"until the end of {long_date(share.last_day)}")
            for share in found.given
        ),
    )


def present_received(received: Received) -> str:
    """Whose teams these are, as every page about them says it."""
    until = f"until the end of {long_date(received.last_day)}"
    if not received.teams:
        return f"{received.name} shares the view of their teams with you {until}, and manages none today."
    return f"{received.name} shares these teams with you {until}: {_names(received.teams)}."


def shared_words(share: Share) -> str:
    """What happened, for the next page."""
    return f"{share.name} can see your teams from now until the end of {long_date(share.last_day)}."


def ended_words(share: Share) -> str:
    """What happened, for the next page."""
    return f"{share.name} can no longer see your teams."


def _names(teams: tuple[str, ...]) -> str:
    shown = list(teams[:MOST_NAMES])
    left = len(teams) - len(shown)
    return listed([*shown, count(left, "other")] if left else shown)
