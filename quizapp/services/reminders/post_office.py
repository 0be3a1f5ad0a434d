"""What messages need of the installation they are sent from: a mail server, and the addresses they name."""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.output.mail import Carrier


@dataclass(frozen=True, slots=True)
class PostOffice:
    """Without a carrier nothing is sent and messages wait; `reply_to` gets the answers to what nobody sent by hand."""

    carrier: Carrier | None
    learning: str
    team: str
    booster: Callable[[str], str]
    """The address of a booster by its token."""
    reply_to: str | None = None
    is_demo: bool = False
    """Letters are only looked at: also at night, and from a page."""
