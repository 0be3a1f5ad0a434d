"""The four ways a use-case can refuse; pages and commands turn them into words once."""


class ServiceError(Exception):
    """A refusal; the message is fit to be shown to the person who asked."""

    def __init__(self, message: str) -> None:
        """Keep the message."""
        super().__init__(message)
        self.message = message


class NotFound(ServiceError):
    """There is no such thing for this actor; also said of another organisation's rows."""


class NotAllowed(ServiceError):
    """The actor's roles do not reach this."""


class Conflict(ServiceError):
    """The state of things has moved on; nothing was changed."""


class Invalid(ServiceError):
    """Input that cannot be used; `field` names the form field or column at fault, if there is one."""

    def __init__(self, field: str | None, message: str) -> None:
        """Keep the field beside the message."""
        super().__init__(message)
        self.field = field
