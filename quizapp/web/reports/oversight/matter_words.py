"""What each list of exceptions is called, whom it holds, and what to do about them."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.services.reports.oversight.exceptions import PARTS, Matter

STARTED = "Started"


@dataclass(frozen=True, slots=True)
class MatterWords:
    """A list in words: its name, whom it holds, what to do, and what its dates are."""

    name: str
    whom: str
    to_do: str
    since: str = "Since"


_ADD_ADDRESS = (
    "Ask the manager for an e-mail address, have it added where your staff file comes from, and load the file again."
)
_NAME_MANAGER = "Name a manager for the team in the staff file. Until then nobody sees these people on a team page."
_BAD_ADDRESS = "Correct the address where your staff file comes from, then load the file again."
_WITHOUT_EMAIL = MatterWords(
    "No e-mail address",
    "Of these, those we cannot write to.",
    _ADD_ADDRESS,
    STARTED,
)
_REFUSED = MatterWords(
    "Refused by the mail server", "Of these, those whose address does not work.", _BAD_ADDRESS, STARTED
)
_OTHER = MatterWords(
    "Other",
    "Of these, all others.",
    "Ask the manager whether the first message arrived. A new sign-in link can be sent.",
    STARTED,
)
WORDS: Mapping[Matter, MatterWords] = {
    Matter.NEW: MatterWords(
        "Never signed in, started 7 to 13 days ago",
        "In post for 7 to 13 days, and never signed in.",
        "Help now: there is time left before the quiz is due.",
        STARTED,
    ),
    Matter.NEW_WITHOUT_EMAIL: _WITHOUT_EMAIL,
    Matter.NEW_REFUSED: _REFUSED,
    Matter.NEW_OTHER: _OTHER,
    Matter.LONG: MatterWords(
        "Never signed in, started 14 days ago or more",
        "In post for 14 days or more, not on long-term absence, and never signed in.",
        "The same, and sooner: many of them are overdue, or will be.",
        STARTED,
    ),
    Matter.LONG_WITHOUT_EMAIL: _WITHOUT_EMAIL,
    Matter.LONG_REFUSED: _REFUSED,
    Matter.LONG_OTHER: _OTHER,
    Matter.REFUSED: MatterWords(
        "Refused by the mail server",
        "The mail server would not take the last message to their address, also of people who start later.",
        _BAD_ADDRESS,
        "Refused",
    ),
    Matter.MANY_TRIES: MatterWords(
        "3 tries or more without a pass",
        "In post and not away, with 3 tries or more and never a pass.",
        "Offer a talk with the learning team. Lots of people find these questions tricky.",
        "Last try",
    ),
    Matter.OVERDUE: MatterWords(
        "Overdue by more than 28 days",
        "Due, without a valid pass for more than 28 days; the same people as on the overview.",
        "Talk to the manager. Reminders have stopped by now.",
        "Overdue since",
    ),
    Matter.UNMANAGED: MatterWords(
        "Nobody manages them",
        "In post, and neither their team nor any team above it has a manager, or they are in no team.",
        _NAME_MANAGER,
        "Without one since",
    ),
    Matter.NO_EMAIL: MatterWords(
        "No e-mail address", "In post and not away, and there is no address to write to.", _ADD_ADDRESS, STARTED
    ),
    Matter.NO_MANAGER: MatterWords(
        "No manager",
        "In post and not away, and neither their team nor any team above it has a manager, or they are in no team.",
        _NAME_MANAGER,
        "Without one since",
    ),
    Matter.NO_DUE_DATE: MatterWords(
        "No due date",
        "In post and not away, and hold the quiz without a day by which it is due.",
        "Ask whoever runs the service: everybody is given one with the quiz.",
        STARTED,
    ),
}
"""A name of a part goes on from the list it is a part of."""
PART_OF = {part: whole for whole, parts in PARTS.items() for part in parts}
"""The list that a part is a part of."""
