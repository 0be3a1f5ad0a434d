"""What the service writes to people: the kinds of message, and what can become of one."""

from enum import StrEnum


class MessageKind(StrEnum):
    """Why somebody is written to."""

    WELCOME = "welcome"
    SIGN_IN_HELP = "sign-in-help"
    DUE_IN_A_WEEK = "due-in-a-week"
    DUE_TOMORROW = "due-tomorrow"
    OVERDUE = "overdue"
    FROM_MANAGER = "from-manager"
    """A manager asked for it, on the page of the team."""
    DIGEST = "digest"
    """To a manager: how many people need something, and no names."""
    BOOSTER = "booster"


class MessageState(StrEnum):
    """What has become of a message; the first two may change, the others are its end."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    """The mail server took it."""
    DROPPED = "dropped"
    """At the moment of sending there was no reason for it any more."""
    REFUSED = "refused"
    """The mail server will not take it, however often it is tried."""
    UNKNOWN = "unknown"
    """The process ended while it was being sent: it may have arrived, so it is said and not sent again."""
